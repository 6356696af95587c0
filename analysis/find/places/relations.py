"""Places given by their relation to another: "north of Rutba", "40 km south of Qaim", "the outskirts of Hama",
"western Iraq", "near Mosul". They stand for a part of a place or for a point near it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ...read.language import Parse
from .words import cues

_DETERMINERS = {"the", "a", "an", "its", "this", "that"}
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
            "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
            "hundred": 100}  # fmt: skip
_SEATS = {
    "capital",
    "city",
    "town",
    "village",
    "provincial",
    "regional",
    "state",
    "main",
    "port",
    "district",
    "nearest",
}
_NEAR = {"near", "around", "outside", "off", "nearby", "opposite"}


@dataclass(frozen=True, slots=True)
class Relation:
    """How a mention stands to the place that it names. `first`: the token where the words of the relation begin;
    `bearing` in degrees and `km` where the text gives them; `part` for a part of the place itself."""

    first: int
    part: bool
    bearing: float | None = None
    km: float | None = None


def find_relation(p: Parse, first: int) -> Relation | None:
    """The relation given right before the name that begins at token `first`.

    >>> from analysis.read.language import parse
    >>> p = parse("A bomb went off 40 km south of Qaim.")
    >>> r = find_relation(p, p.lower.index("qaim")); p.word[r.first], r.bearing, r.km
    ('40', 180.0, 40.0)
    """
    begin = p.sents[p.sent[first]][0]
    i = _before(p, first - 1, begin)
    if i < begin:
        return None
    low, directions = p.lower[i], cues("direction")
    if low in directions:
        return Relation(i, True, float(directions[low]))
    if low in cues("part") and p.lower[i - 1 if i > begin else i] not in directions:
        return Relation(i, True)
    if low in ("of", "from") and i - 1 >= begin:
        return _of(p, i - 1, begin)
    if low in _NEAR:
        return Relation(i, False)
    return None


def _before(p: Parse, i: int, begin: int) -> int:
    """The token before the articles, and before "the capital" where a distance or a direction is measured from it."""
    j = i
    while j >= begin and (p.lower[j] in _DETERMINERS or p.lower[j] in _SEATS):
        j -= 1
    if j < i and j > begin and p.lower[j] in ("of", "from") and p.lower[j - 1] in cues("direction") | cues("unit"):
        return j
    while i >= begin and p.lower[i] in _DETERMINERS:
        i -= 1
    return i


def _of(p: Parse, i: int, begin: int) -> Relation | None:
    """What stands before "of": a direction with or without a distance, or a part."""
    low, directions = p.lower[i], cues("direction")
    if i - 2 >= begin and p.word[i - 1] == "-" and f"{p.lower[i - 2]}-{low}" in directions:
        low, i = f"{p.lower[i - 2]}-{low}", i - 2
    if low in directions:
        distance, first = _distance(p, i - 1, begin)
        return Relation(first if distance else i, False, float(directions[low]), distance)
    if low in cues("part_of"):
        if i > begin and p.tag[i - 1] in ("NNP", "NNPS") and p.lower[i - 1] not in directions:
            return None  # "the Amadiya district of Duhok" lies in Duhok
        bearing = directions.get(p.lower[i - 1]) if i > begin else None
        return Relation(i - 1 if bearing else i, True, float(bearing) if bearing else None)
    if low in cues("unit"):
        distance, first = _distance(p, i, begin)
        return Relation(first, False, None, distance) if distance else None
    return None


def _distance(p: Parse, i: int, begin: int) -> tuple[float | None, int]:
    """Kilometres of the distance whose unit is token i ("40 km", "some 40 kilometers to the"), and where it begins."""
    units = cues("unit")
    while i > begin and (p.lower[i] in ("the", "to") or p.word[i] == ")"):
        if p.word[i] == ")":  # "200 km (120 miles) north of"
            i = next((j for j in range(i - 1, max(begin, i - 6), -1) if p.word[j] == "("), begin)
        i -= 1
    if i < begin:
        return None, i
    low = p.lower[i]
    if low in units and i > begin:
        value = _number(p.lower[i - 1])
        return (value * float(units[low]) if value is not None else None), i - 1
    digits = low.rstrip("abcdefghijklmnopqrstuvwxyz")
    if digits and digits != low and low[len(digits) :] in units and (value := _number(digits)) is not None:
        return value * float(units[low[len(digits) :]]), i
    return None, i


def _number(word: str) -> float | None:
    try:
        return float(word.replace(",", ""))
    except ValueError:
        return _NUMBERS.get(word)


def shift(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """The point so many kilometres from another.

    >>> shift(33.0, 40.0, 0, 111.2)
    (34.0, 40.0)
    """
    north = km * math.cos(math.radians(bearing)) / 111.2
    east = km * math.sin(math.radians(bearing)) / (111.2 * max(0.1, math.cos(math.radians(lat))))
    return round(lat + north, 4), round(lon + east, 4)
