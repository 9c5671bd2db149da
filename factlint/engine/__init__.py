"""Rules against facts: a plan per rule, article rules per article (map), story rules per story (reduce), rows to findings."""
