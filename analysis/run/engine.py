"""A papermill engine whose kernels are forked from a process that has everything loaded.

Registered under the name `warm` (entry point `papermill.engine`). A fork takes milliseconds where a fresh kernel takes
seconds; what the notebook computes is the same, byte for byte. Linux only: elsewhere papermill's own engine serves.
"""

from __future__ import annotations

from typing import Any


class WarmEngine:
    """The engine's door. papermill opens it while it is itself being imported: nothing of papermill is needed here."""

    @classmethod
    def execute_notebook(cls, *args: Any, **kwargs: Any) -> Any:
        """Runs a notebook as papermill's engines do. `env`: variables that its kernel has besides."""
        from .warm import ForkEngine

        return ForkEngine.execute_notebook(*args, **kwargs)

    @classmethod
    def nb_kernel_name(cls, *args: Any) -> Any:
        """The kernel that a notebook names."""
        from .warm import ForkEngine

        return ForkEngine.nb_kernel_name(*args)

    @classmethod
    def nb_language(cls, *args: Any) -> Any:
        """The language that a notebook names."""
        from .warm import ForkEngine

        return ForkEngine.nb_language(*args)
