"""TODO status."""

from __future__ import annotations

from .context import Context


def assign_status(context: Context) -> None:
    """Gives what was found its status."""
