"""The state of one pass over a document's attributions: its quotes, who has spoken, and what has been written."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from ...read.language import Parse
from ..context import Context
from ..records import Statement
from .memory import Memory, Speaker
from .quotations import Quote, is_name

_MARKS = "\"”’»'"
_OUTER = " \t\n\xa0\u200b,;:\"“”„‟«»'‘’`-–—"


@dataclass(slots=True)
class Speech:
    """Quotes are those that somebody says, in text order; `used` holds the opening offsets of those with a cue.

    `pending` are quotes that go on in a later paragraph and wait for its speaker. `done` pairs every statement with
    the end of its cue's clause.
    """

    context: Context
    quotes: list[Quote]
    opens: list[int] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    pending: list[Quote] = field(default_factory=list)
    memory: Memory = field(default_factory=Memory)
    done: list[tuple[Statement, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        text = self.context.document.text
        self.quotes = [q for q in self.quotes if not is_name(text[q.start : q.end])]
        self.opens = [q.opens for q in self.quotes]

    @property
    def parse(self) -> Parse:
        return self.context.parse

    @property
    def text(self) -> str:
        return self.context.document.text

    def between(self, a: int, b: int) -> list[Quote]:
        """The quotes that open in a..b."""
        return self.quotes[bisect_left(self.opens, a) : bisect_left(self.opens, b)]

    def quoted(self, offset: int) -> bool:
        """Does the offset lie within a quote?"""
        at = bisect_right(self.opens, offset) - 1
        return at >= 0 and self.quotes[at].start <= offset < self.quotes[at].end

    def wordless(self, a: int, b: int) -> bool:
        """Do only marks and white space stand in a..b?"""
        return not any(c.isalnum() for c in self.text[a:b])

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """The span without its outer marks."""
        text = self.text
        while start < end and text[start] in _OUTER:
            start += 1
        if end - 2 > start and text[end - 1] == "." and text[end - 2] in _MARKS:
            end -= 1  # the full stop of the sentence around
        while end > start and text[end - 1] in _OUTER:
            end -= 1
        return start, end

    def write(self, start: int, end: int, speaker: Speaker, kind: str) -> Statement:
        """A statement of the speaker, not yet put among those done."""
        return Statement(
            start,
            end,
            speaker.name,
            speaker.title,
            speaker.affiliation,
            kind=kind,
            person=speaker.person,
            force=speaker.force,
        )


def paragraph_of(parse: Parse, offset: int) -> tuple[int, int]:
    """Start and end of the paragraph that holds the offset; empty where none does."""
    token = bisect_right(parse.start, offset) - 1
    if token < 0:
        return offset, offset
    number = parse.paragraph[token]
    a = parse.start[bisect_left(parse.paragraph, number)]
    b = parse.end[bisect_right(parse.paragraph, number) - 1]
    return (a, b) if a <= offset < b else (offset, offset)


def paragraphs(parse: Parse) -> list[tuple[int, int]]:
    """Start and end of every paragraph that has a word."""
    out: list[tuple[int, int]] = []
    previous = -1
    for number, s, e in zip(parse.paragraph, parse.start, parse.end, strict=True):
        if number != previous:
            out.append((s, e))
            previous = number
        else:
            out[-1] = (out[-1][0], e)
    return out
