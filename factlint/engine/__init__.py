"""Rules against facts: a plan a rule, article rules by article (map), story rules by story (reduce), findings."""
