"""Rules: from YAML to checked trees, each value with its place; examples; selection; what ships and what a desk adds."""
