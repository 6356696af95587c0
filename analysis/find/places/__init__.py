"""Locations: which names a text presents as places, which namings are one, and which place each means."""
