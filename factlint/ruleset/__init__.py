"""Rules: from YAML to checked trees, each value with its place; examples; what ships and what a desk adds."""
