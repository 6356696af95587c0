"""Lines of a page that are no part of its report: links to other reports, forms, rights, bylines."""

from __future__ import annotations

import re
from functools import cache

from .knowledge import knowledge, listed

_LONGEST = 200  # characters: a longer line says something
_NAME = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|al|el|bin|van|von|della|da|dos)){0,4}"
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY|Reporting by|Editing by|Written by|Reported by|Compiled by):? {_NAME}"
    rf"(?:(?:, | and | And | & |; |/){_NAME})*(?:,? \w+\.? \d{{1,2}},? \d{{4}})?\.?"
)
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


def is_furniture(line: str) -> bool:
    """Is the line no part of the report?

    >>> [is_furniture(s) for s in ("READ ALSO: Troops kill six", "By Amina Yusuf", "By Sunday the army had left.")]
    [True, True, False]
    """
    line = line.strip(" \t*_#>|•-–—")
    if not line or len(line) > _LONGEST:
        return False
    low = line.lower()
    if low.rstrip(".:!") in _phrases("whole") or any(phrase in low for phrase in _phrases("any")):
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
