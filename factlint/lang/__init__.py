"""The rule language: grammar, typed tree, checks at load, and what an expression compiles to."""
