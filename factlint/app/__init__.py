"""What the program can do, without a terminal: one use case a module."""
