"""TODO roles."""

from __future__ import annotations

from .context import Context


def assign_roles(context: Context) -> None:
    """Gives what was found its roles."""
