"""The places of the world: the index and its sources, spellings, and the dumps that a user adds."""
