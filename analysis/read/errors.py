"""The one error that a user's input can cause, worded for the user."""

from __future__ import annotations


class SitrepError(Exception):
    """What could not be done, in one line: the source, what is wrong with it, and what to do.

    >>> str(SitrepError("broken.pdf", "is not text", "convert it to .txt or .html first"))
    'broken.pdf: is not text; convert it to .txt or .html first'
    """

    def __init__(self, source: str, problem: str, advice: str = "") -> None:
        self.source, self.problem, self.advice = source, problem, advice
        super().__init__(f"{source}: {problem}" + (f"; {advice}" if advice else ""))


class SourceError(SitrepError):
    """A document that cannot be read: the others of a batch go on without it."""
