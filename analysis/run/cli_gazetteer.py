"""`sitrep gazetteer`: the places that the program knows, and those that a user adds."""

from __future__ import annotations

import click


@click.group()
def gazetteer() -> None:
    """Places: what is known, and your own additions."""
