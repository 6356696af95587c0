"""Attributed statements: the cue, what is said, and whose words they are."""
