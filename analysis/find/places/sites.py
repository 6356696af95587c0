"""Places without a name of their own that the text makes definite: borders of a people, and roads."""

from __future__ import annotations

from ...read.language import Parse
from .cues import Toponym
from .words import country_names, cues, demonyms, feature_words

_KINDS_OF_ROAD = {"international", "coastal", "national", "ring", "main", "strategic", "circular", "desert",
                  "transnational", "trans-saharan", "vital", "key", "supply"}  # fmt: skip
_REACH = 8  # tokens after the noun in which the places of a road stand


def find_borders(p: Parse) -> list[Toponym]:
    """ "The Jordanian border", "the Iraqi-Syrian border": a border takes the country of the neighbour that it names."""
    out = []
    for i, low in enumerate(p.lower):
        if low in cues("border") and i > 0 and (found := _peoples(p, i)) is not None:
            first, countries = found
            one = countries[-1] if len(countries) == 1 else ""
            name = p.slice(first, i)
            toponym = Toponym(first, i, (first, i), name, "border", cue="border", cue_at=i)
            toponym.country, toponym.forced, toponym.aside = one, countries[-1], "border"
            out.append(toponym)
    return out


def _peoples(p: Parse, i: int) -> tuple[int, list[str]] | None:
    """Where the nationalities before the border's noun begin, and their countries."""
    j, peoples, names = i - 1, demonyms(), country_names()
    while j > 0 and p.lower[j] in cues("direction"):
        j -= 1
    word = p.lower[j]
    if word in peoples:
        if j > 1 and p.word[j - 1] == "-" and p.lower[j - 2] in peoples:
            return j - 2, [peoples[p.lower[j - 2]], peoples[word]]
        if j > 0 and p.lower[j - 1] + " " + word in names:
            return None
        return j, [peoples[word]]
    if "-" in word:
        parts = [peoples.get(part) or names.get(part) for part in word.split("-")]
        if len(parts) == 2 and all(parts):
            return j, [part for part in parts if part]
    return None


def find_roads(p: Parse, toponyms: list[Toponym]) -> list[Toponym]:
    """ "The international highway", "the road linking X and Y": definite roads, told by their kind or their ends.

    Later "the highway" of the same text is the same road.
    """
    ends = {t.outer[0]: t for t in toponyms if t.cue}
    inside = {i for t in toponyms if t.cue for i in range(t.outer[0], t.outer[1] + 1)}
    out: list[Toponym] = []
    for i, low in enumerate(p.lower):
        if low not in cues("road") or i == 0 or i in inside:
            continue
        first = i
        while first > 0 and p.tag[first - 1] in ("JJ", "NN", "VBG") and p.word[first - 1].islower():
            first -= 1
        if first == 0 or p.lower[first - 1] != "the":
            continue
        kinds = set(p.lower[first:i]) & _KINDS_OF_ROAD
        last = _last_end(p, i, ends)
        if not kinds and last is None and not any(t.name.endswith(low) for t in out):
            continue
        toponym = Toponym(first, i, (first - 1, i if last is None else last), p.slice(first, i), "road", cue="road")
        toponym.cue_at = first - 1
        out.append(toponym)
    return out


def _last_end(p: Parse, i: int, ends: dict[int, Toponym]) -> int | None:
    """The last token of the places that the road is said to link, if the text says so right after its noun."""
    if i + 1 >= len(p) or p.lower[i + 1] not in cues("linking"):
        return None
    last, limit = None, min(len(p), i + _REACH)
    n = i + 2
    while n < limit and p.sent[n] == p.sent[i]:
        if n in ends:
            last = ends[n].outer[1]
            n = last + 1
            if n < len(p) and p.lower[n] not in ("and", "to", "with", "in"):
                break
            limit = min(len(p), n + 5)
            continue
        if p.word[n] in (",", ".", ";") or p.tag[n] in ("VBD", "VBZ", "MD"):
            break
        n += 1
    return last


def road_kind(name: str) -> str:
    """The noun of an unnamed road, which its later mentions share.

    >>> road_kind("international highway")
    'highway'
    """
    word = name.rsplit(" ", 1)[-1].lower()
    return word if word in feature_words("after") else ""
