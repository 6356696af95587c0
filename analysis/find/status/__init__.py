"""How sure: the cues whose scope a deed stands in, denials and silence, what is earlier or a running total."""
