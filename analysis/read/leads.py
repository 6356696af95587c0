"""What stands before the first sentence of a paragraph and is none of it: a dateline, a bullet, the label of an entry.

A parser that reads "KABUL: Three men were killed" as one clause loses the subject; the lead is a sentence of its own.
"""

from __future__ import annotations

import re

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[ ]{_MONTH}|{_MONTH}[ ]\d{{1,2}})(?:,?[ ]\d{{2,4}})?"
_NAME = r"[A-ZÀ-Þ][\w'’.-]*"
_WORD = rf"(?:{_NAME}|d'|de|del|la|el|al|of|the|and|{_DAY}|\d{{1,4}})"
_RUN = rf"{_NAME}(?:(?:[ ,]|[ ]/[ ])+{_WORD}){{0,9}}"
_CAPITALS = r"[A-ZÀ-Þ'’.-]{3,}(?:[ /-]+[A-ZÀ-Þ'’.-]{2,}){0,3}"
_DASH = r"\s*(?:--?|[–—])\s*"
_SPACED = r"\s+(?:--?|[–—])\s+"
_OPENS = r"(?=[\"“‘'\[(]?[A-ZÀ-Þ0-9])"
_LEADS = tuple(
    re.compile(lead)
    for lead in (
        rf"{_RUN},?\s*\([^()\n]{{2,50}}\)(?:{_DASH}|\s*:\s+){_OPENS}",  # KABUL, March 3 (Reuters) -
        rf"{_RUN},?[ ](?i:{_DAY})\s*\([^()\n]{{2,50}}\){_DASH}(?=\w)",  # Lima, 3 JUN 89 (Efe) -- at least
        rf"{_CAPITALS}(?:,[ ]{_RUN})?(?:{_SPACED}|:\s+){_OPENS}",  # MALAYBALAY CITY, Bukidnon -; GUSAU:
        rf"{_NAME}(?:[ ]{_NAME}){{0,2}}(?:,[ ]{_NAME}(?:[ ]{_NAME})?)?{_SPACED}{_OPENS}",  # Kabul, Afghanistan -
        rf"{_NAME}(?:[ ]{_NAME}){{0,2}},[ ]{_NAME}(?:[ ]{_NAME})?:\s{_OPENS}",  # Kabul, Afghanistan:
        rf"{_NAME}(?:[ ]{_NAME}){{0,2}},[ ]{_DAY}{_SPACED}{_OPENS}",  # San Salvador, 4 Jan 90 --
        r"(?:\[[A-Z]\w+\]\s*){1,3}",  # [Report] [Text]
        rf"{_DAY}(?:[ ]\d{{1,2}}:\d\d)?(?:,[ ][^.:;!?\n]{{2,50}})?:\s+",  # 7 Feb, Meluco district:
        rf"{_DAY}[ ]\d{{1,2}}:\d\d[ ](?:{_RUN}[.:]\s+)?",  # 01 Sep 05:40 Kharkiv.
        r"(?:\d{1,2}\s?/|\(?\d{1,2}[).]|[-*•–—])\s+",  # 1/; (2); a bullet
    )
)


def lead_end(text: str, start: int, end: int) -> int:
    """Where the first sentence of the paragraph start..end begins: after its leads, at `start` where it has none.

    >>> lead_end("KABUL (Reuters) - Two died.", 0, 27), lead_end("Two died in Kabul.", 0, 18)
    (18, 0)
    """
    at = start
    for _ in range(3):
        found = max((m.end() for lead in _LEADS if (m := lead.match(text, at, end))), default=at)
        if found == at or found >= end:
            break
        at = found
    return at
