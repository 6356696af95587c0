"""Units by their number, however it is written: "the 40th Brigade", "212 Battalion", "Light Infantry Division 33",
"No. 9 Military Operations Command", "LIB 232"."""

from __future__ import annotations

from functools import cache

from ...read.knowledge import knowledge
from ...read.language import Parse
from .candidates import Scene
from .kinds import ARMS, ORDINALS

_NOT_IN_NAME = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "meanwhile", "chief",
    "commander", "spokesman", "spokesperson", "general", "minister", "president", "ministry", "college", "academy",
    "university", "day", "sources", "suspected", "operation", "street", "bridge", "cup", "league", "party",
}  # fmt: skip
LEADING = {
    "key",
    "the",
    "a",
    "acting",
    "deputy",
    "director",
    "commander",
    "chief",
    "headquarters",
    "former",
    "new",
    "senior",
    "spokesman",
    "spokesperson",
    "general",
    "meanwhile",
}
_COUNTED = {"unit", "squad", "company", "platoon"}
_DIGITS = 4
_NUMBERS = {word: str(n) for n, word in enumerate(ORDINALS[:20], 1)}


@cache
def acronyms() -> dict[str, str]:
    """Acronyms of units that a number follows: "LIB" is a Light Infantry Battalion."""
    return {row["head"]: row["note"] for row in knowledge("force_heads") if row["use"] == "acronym"}


def is_name_word(p: Parse, i: int) -> bool:
    """May the word be part of a name: a capital, and no title, weekday or month?"""
    word = p.word[i]
    if "-" in word and len(word) > 3 and word[word.index("-") + 1 :][:1].isupper():
        return True
    return word[0].isupper() and p.lower[i] not in _NOT_IN_NAME


def unit_name(p: Parse, first: int, last: int) -> str:
    """The name without its acronym in brackets: "Light Infantry Battalion 218" of "LIB No. 218"."""
    words = []
    for i in range(first, last + 1):
        word = p.word[i]
        if (
            word in ("(", ")")
            or (i > first and _is_number_sign(p, i))
            or (p.lower[i] in acronyms() and p.word[i - 1] == "(")
        ):
            continue
        words.append(acronyms().get(p.lower[i], word.removeprefix("No.") or word))
    return " ".join(words)


def unit_key(atoms: tuple[str, ...]) -> tuple[str, ...]:
    """The atoms of a name with its number in figures at the end: "Sixth Division" and "6th Division" are one.

    >>> unit_key(("6th", "infantry", "division")), unit_key(("battalion", "33"))
    (('infantry', 'division', '6'), ('battalion', '33'))
    """
    number = next((_NUMBERS.get(a) or a.rstrip("stndrh") for a in atoms if a in _NUMBERS or a[0].isdigit()), "")
    if not number.isdigit():
        return atoms
    return (*(a for a in atoms if a not in _NUMBERS and not a[0].isdigit() and a != "no"), number)


def find_unit(scene: Scene, i: int) -> tuple[int, int] | None:
    """The first and the last token of the unit's name whose noun (or acronym) stands at i."""
    p = scene.p
    begin, end = p.sents[p.sent[i]]
    first, last = i, _number_after(p, i, end)
    if last > i and p.word[i][0].isupper():
        while first > begin and is_name_word(p, first - 1) and p.lower[first - 1] not in LEADING:
            if first - 1 in scene.persons or (p.lower[first - 1] not in ARMS and first - 1 in scene.nations):
                break
            first -= 1
        return first, last  # "Light Infantry Division 33", "Regional Mobile Force Battalion 5"
    if p.lower[i] in acronyms():
        return (i - 2, i) if _is_number_sign(p, i - 2) and p.word[i - 1].isdigit() else None  # "No. 9 MOC"
    while first > begin and p.lower[first - 1] in ARMS:
        first -= 1
    return numbered(p, first, i, begin)


def numbered(p: Parse, first: int, i: int, begin: int) -> tuple[int, int] | None:
    """The name first..i with the number before it: "40th", "21", "No. 9"."""
    if first > begin and is_ordinal(p, first - 1) and not p.word[first - 1][0].islower():
        return first - 1, i
    if first - 1 > begin and p.word[first - 1].isdigit() and _is_number_sign(p, first - 2):
        return first - 2, i
    if first > begin and p.word[first - 1].isdigit() and len(p.word[first - 1]) <= 3 and _is_one(p, i):
        return first - 1, i  # "21 Special Armoured Brigade", "their 212 battalion"
    return None


def _is_number_sign(p: Parse, i: int) -> bool:
    return i >= 0 and p.word[i] in ("No.", "No", "Nos.", "#")


def _number_after(p: Parse, i: int, end: int) -> int:
    """Where the number after the noun ends, i where there is none: "33", "No. 218", "(LIB) No. 218", "(344)"."""
    at = i + 1
    if at + 2 < end and p.word[at] == "(" and p.word[at + 2] == ")":
        if p.lower[at + 1] in acronyms():
            at += 3
        elif p.lower[i] in acronyms() and is_figure(p, at + 1):
            return at + 2
    if at < end and p.word[at].startswith("No.") and p.word[at][3:].isdigit():
        return at
    if at + 1 < end and _is_number_sign(p, at) and is_figure(p, at + 1):
        return at + 1
    return at if at == i + 1 and at < end and is_figure(p, at) else i


def is_figure(p: Parse, i: int) -> bool:
    """ "33": as many digits as the number of a unit may have."""
    return p.word[i].isdigit() and len(p.word[i]) <= _DIGITS


def _is_one(p: Parse, i: int) -> bool:
    """One unit with a number, not so many of them."""
    return p.word[i][0].isupper() or (p.tag[i] == "NN" and p.lower[i] not in _COUNTED and p.dep[i] != "compound")


def is_ordinal(p: Parse, i: int) -> bool:
    """ "40th", "Sixth"."""
    word = p.lower[i]
    return word in ORDINALS or (word[0].isdigit() and word.rstrip("stndrh").isdigit() and not word.isdigit())
