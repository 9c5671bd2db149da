"""A cache by content hash in the user's cache folder: plain data, rebuilt whenever anything about it is doubtful."""
