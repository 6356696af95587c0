"""Lines of a page that are no part of its report: links to other reports, forms, rights, bylines."""

from __future__ import annotations

import re
from functools import cache

from .knowledge import knowledge, listed

_LONGEST = 200  # characters: a longer line says something
_EDGES = " \t*_#>|•-–—"
_NAME = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|al|el|bin|van|von|della|da|dos)){0,4}"
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY|Reporting by|Editing by|Written by|Reported by|Compiled by):? {_NAME}"
    rf"(?:(?:, | and | And | & |; |/){_NAME})*(?:,? \w+\.? \d{{1,2}},? \d{{4}})?\.?"
)
_GLUED = re.compile(
    r"[Bb]y:? (?P<given>[A-Z][\w'’-]+) [A-Z][\w'’-]+(?:(?:,| and| &) [A-Z][\w'’-]+ [A-Z][\w'’-]+){0,2},?\s+(?=[A-Z“\"])"
)
_NO_NAMES = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    "January", "April", "May", "June", "August",
}  # fmt: skip
_CLOSED = (".", "!", "?", ":", '"', "”", ")")
_CUT = ("…", "...", "[…]", "[...]")
_HEADLINE = 160  # characters of a link to another report
_DATES = re.compile(
    r"(?:published|posted|updated|modified|created)(?: on| at)?:?\s+(?:\w+,? )?"
    r"(?:\w+\.? \d{1,2}|\d{1,2} \w+|[\d/.-]{8,10})[\w,.:/ +|-]{0,40}",
    re.I,
)


@cache
def _phrases(where: str) -> tuple[str, ...]:
    return tuple(row["phrase"] for row in knowledge("furniture") if row["where"] == where)


@cache
def outlet_names() -> frozenset[str]:
    """The names of the known outlets, in lower case."""
    return frozenset(n.lower() for row in knowledge("outlets") for n in (row["outlet"], *listed(row["aliases"])))


@cache
def given_names() -> frozenset[str]:
    """Given names of the world, as they are written."""
    return frozenset(row["name"] for row in knowledge("given_names"))


def content_lines(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines that are part of the report, each without a byline that is glued to it.

    A label that stands alone ("Read also", "Next post") heads links to other reports: the headlines below it go, too.

    >>> text = "Two men were killed.\\nREAD ALSO\\nArmy rescues ten hostages\\nPolice came later."
    >>> [text[s:e] for s, e in content_lines(text, [(0, 20), (21, 30), (31, 56), (57, 75)])]
    ['Two men were killed.', 'Police came later.']
    """
    kept: list[tuple[int, int]] = []
    told = linked = False
    for start, end in lines:
        line = text[start:end].strip(_EDGES)
        if is_furniture(line):
            linked = linked or (told and line.lower().rstrip(".:!") in _phrases("label"))
            continue
        if linked and len(line) <= _HEADLINE and (line.endswith(_CUT) or not line.endswith(_CLOSED)):
            continue
        linked = False
        told = told or line.endswith(_CLOSED)
        kept.append((_after_glue(text, start, end), end))
    return kept


def _after_glue(text: str, start: int, end: int) -> int:
    """Where the line begins to tell: "By Musa Bello [Gunmen killed two]", "Article continues below [Two men died]"."""
    low = text[start : start + 80].lower()
    for phrase in _phrases("glued"):
        if low.startswith(phrase) and start + len(phrase) < end:
            return start + len(phrase)
    byline = _GLUED.match(text, start, end)
    named = byline is not None and byline["given"] in given_names() - _NO_NAMES
    return byline.end() if byline is not None and named and end - start > _LONGEST // 2 else start


def is_furniture(line: str) -> bool:
    """Is the line no part of the report?

    >>> [is_furniture(s) for s in ("READ ALSO: Troops kill six", "By Amina Yusuf", "By Sunday the army had left.")]
    [True, True, False]
    """
    line = line.strip(_EDGES)
    low = line.lower()
    if low.startswith(_phrases("caption")):
        return True
    if not line or len(line) > _LONGEST:
        return False
    if low.rstrip(".:!") in (*_phrases("whole"), *_phrases("label"), *_phrases("glued")) or any(
        phrase in low for phrase in _phrases("any")
    ):
        return True
    if any(low.startswith(phrase) and not low[len(phrase) : len(phrase) + 1].isalnum() for phrase in _phrases("start")):
        return True
    return bool(_BYLINE.fullmatch(line) or _DATES.fullmatch(line)) or _names_reporters(line)


def _names_reporters(line: str) -> bool:
    """ "Musa Bello, Gusau and Grace Obi, Abuja": names and cities; "SaharaReporters, New York": an outlet."""
    parts = re.split(r", | and | And | & ", line)
    if parts[0].lower() in outlet_names() and len(line.split()) <= 6:
        return line[-1] not in ".!?:"
    if len(parts) < 2 or line[-1] in ".!?:" or any(not re.fullmatch(_NAME, part) for part in parts):
        return False
    return parts[0].split()[0] in given_names() and all(len(part.split()) <= 3 for part in parts)
