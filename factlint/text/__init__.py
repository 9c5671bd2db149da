"""Text and positions in it: spans, lines, words, literals, YAML with its places, problems with a place."""
