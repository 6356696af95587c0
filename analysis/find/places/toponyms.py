"""Toponyms: the names that a text presents as places, and what presents them so.

A name is no place because a gazetteer holds it (most personal names are also villages): it is one where a preposition
of place, a word for a kind of place, a dateline, a list or an enclosing place says so. Weaker contexts need a
well-known name that the entity recogniser takes for a place as well.
"""

from __future__ import annotations

from collections.abc import Container

from ...read.language import Parse
from .cues import Toponym, present
from .frames import stands_before_area
from .metonyms import stands_for_power
from .name_runs import Run, find_runs, is_name_word
from .relations import Relation
from .words import country_names, cues, demonyms, feature_words, namesakes, prominence

_UNFRAMED = {"modifier", "name", "object", "possessive", "preposition", "subject"}
# A lower-case word for these is no part of the name.
_SEPARATE = {"province", "district", "city", "town", "village", "region", "desert"}
_AGENCIES = {"ANHA", "BERNAMA", "IRNA", "ISNA", "KUNA", "MENA", "SABA", "SANA", "TASS", "WAFA"}
_LOCAL = {"neighborhood", "neighbourhood", "quarter", "suburb", "barrio", "mahalla", "colonia", "locality"}
_PLURALS = {
    "regions",
    "townships",
    "counties",
    "districts",
    "provinces",
    "governorates",
    "states",
    "towns",
    "villages",
    "cities",
    "farms",
    "areas",
    "departments",
    "lgas",
    "payams",
}
_FIRST_OF_BODIES = {"operation", "exercise", "ministry", "university", "bank", "cyclone", "hurricane", "typhoon"}
_APPOSITIONS = {"capital": "city", "city": "city", "district": "district", "hamlet": "village", "province": "province",
                "region": "region", "suburb": "district", "territory": "region", "town": "town", "township": "town",
                "village": "village"}  # fmt: skip
_APPOSED = {"capital", "village", "town", "city", "district", "province", "state", "hamlet"}  # "the village Kherbet X"


def find_toponyms(p: Parse, taken: Container[int]) -> list[Toponym]:
    """Every run of capitals that could name a place, in text order, with its cue where it has one."""
    found: list[Toponym] = []
    for run in find_runs(p, taken):
        if found and run[0] <= found[-1].last:
            continue
        if (toponym := _read(p, *run)) is not None:
            present(p, toponym)
            if toponym.cue in _UNFRAMED and stands_for_power(p, toponym):
                toponym.literal = False
            found.append(toponym)
    _name_states(p, found)
    return found


def _name_states(p: Parse, found: list[Toponym]) -> None:
    """Where the text names Niger State, "Niger" alone is the state, unless the text means the country as well."""
    states = {t.name.lower() for t in found if t.feature == "province" and not t.country}
    states |= {name.removesuffix(" state") for name in states}
    for t in found:
        if t.country and t.name.lower() in states and "republic" not in p.lower:
            t.country, t.feature = "", "province"


def _read(p: Parse, first: int, last: int) -> Toponym | None:
    """The run as a name with its kind; None where its words say that it names something else."""
    first, last = _trim(p, first, last)
    name = p.slice(first, last)
    if first == last and name.isupper() and name.rstrip("-") in _AGENCIES:
        return None
    if first == last and name.isupper() and len(name) < 4 and last + 1 < len(p) and p.word[last + 1].isdigit():
        return None  # AK 47, RPG 7
    if p.lower[last - 2 : last + 1] == ["local", "government", "area"] and last - first > 2:
        whole, last = (first, last), last - 3
        return Toponym(first, last, whole, p.slice(first, last), "district")
    country = country_names().get(name.lower(), "")
    if country and not (first == last and _names_state(p, last, name)):
        toponym = Toponym(first, last, (first, last), name, "country", country)
    else:
        feature = _feature(p, first, last, name)
        if feature is None or _names_operation(p, first) or _names_department(p, last, feature):
            return None
        toponym = Toponym(first, last, (first, last), name, feature)
    _kind_around(p, toponym)
    if name.lower() == "washington" and p.lower[last + 1 : last + 3] in ([",", "d.c."], [",", "dc"]):
        toponym.last, toponym.outer = last + 2, (toponym.outer[0], last + 2)
    bare = not toponym.feature and all(_is_direction(word) for word in p.lower[first : last + 1])
    if bare and not (stands_before_area(p, last) or _closes_bracket(p, first, last)):
        return None  # "in the North", but "in North-West, Cameroon"
    return toponym


def _names_state(p: Parse, last: int, name: str) -> bool:
    """ "In Niger state", "Mexico state": an area that has a country's name."""
    if p.lower[last + 1 : last + 2] != ["state"] or p.sent[last + 1] != p.sent[last]:
        return False
    return any(c.feature == "province" for c in namesakes(f"{name} State"))


def _closes_bracket(p: Parse, first: int, last: int) -> bool:
    """ "(Adjumani, Northern)": the area after the town in a bracket."""
    return first > 1 and last + 1 < len(p) and p.word[first - 1] == "," and p.word[last + 1] == ")"


def _names_department(p: Parse, last: int, feature: str) -> bool:
    """ "Texas Department of Agriculture", "Homa Bay District for Schools": a body, unless it is of a country."""
    n = last + 1
    local = p.lower[last - 1 : last + 1] == ["local", "government"]
    if not feature or local or p.lower[last] not in cues("org") or n + 1 >= len(p) or p.lower[n] not in ("of", "for"):
        return False
    return p.word[n + 1][0].isupper() and p.lower[n + 1] not in country_names()


def _feature(p: Parse, first: int, last: int, name: str) -> str | None:
    """The kind of place that the words of the name give, "" where they give none; None where it names no place."""
    low = p.lower[first : last + 1]
    after, before, sites, bodies = feature_words("after"), feature_words("before"), feature_words("site"), cues("org")
    if len(low) == 1:
        if "-" in low[0] and low[0].rpartition("-")[2] in cues("break"):
            return None  # mid-August
        common = low[0] in after or low[0] in sites or low[0] in feature_words("of") or low[0] in bodies
        common = common and not (prominence(name) > 0 and stands_before_area(p, last))  # "in Plateau, Nigeria"
        return None if common or low[0] in cues("never") or low[0] in cues("title") or len(low[0]) < 2 else ""
    if all(word in cues("never") for word in low):
        return None
    for width in (3, 2):
        if len(low) > width and (words := " ".join(low[-width:])) in after:
            return after[words]
    if low[-1] in bodies and prominence(name) >= 4:
        return ""  # the West Bank
    if low[-2:] == ["local", "government"] and len(low) > 2:  # "in Musawa Local Government of Katsina State"
        placed = p.lower[last + 1 : last + 2] in (["of"], ["in"]) or (first > 0 and p.lower[first - 1] == "in")
        return "district" if placed else None
    if low[-1] in bodies and len(low) > 2 and low[-2] in bodies:
        return None  # Unified School District, Fire Department
    if low[-1] in after and (low[-1] not in bodies or prominence(p.slice(first, last - 1)) > 0):
        return after[low[-1]]
    if low[-1] in sites:
        return "site"
    if low[-1] in bodies or low[0] in _FIRST_OF_BODIES:
        return None
    if (kind := before.get(low[0])) and prominence(name) < 5:
        numbered = low[1][0].isdigit() or len(low[1]) < 3
        return kind if kind != "road" or numbered else ""
    return ""


def _names_operation(p: Parse, first: int) -> bool:
    """Does the name follow "Operation" with a capital?"""
    return first > 0 and p.lower[first - 1] in ("operation", "operations") and p.word[first - 1][0].isupper()


def _trim(p: Parse, first: int, last: int) -> Run:
    """The run without leading directions ("Northern Gaza", "South West England"), unless a place is called so (North
    Kivu), or nothing that is well known remains (West Point)."""
    name, rest = p.slice(first, last), first
    while rest < last and _is_direction(p.lower[rest]):
        rest += 1
        shorter = p.slice(rest, last)
        if prominence(name) > 0 or name.lower() in country_names():
            return first, last
        if prominence(shorter) >= 5 or shorter.lower() in country_names():
            return rest, last
    return first, last


def _is_direction(word: str) -> bool:
    return word in cues("direction") or word in cues("part")


def _kind_around(p: Parse, t: Toponym) -> None:
    """Adds a word for the kind of place right after the name, or "the town of" before it."""
    begin, end = p.sents[p.sent[t.first]]
    if p.lower[t.last : t.last + 3] == ["local", "government", "area"] and t.first < t.last:
        t.feature, t.outer = "district", (t.outer[0], t.last + 2)  # "Musawa Local government area"
        t.last, t.name = t.last - 1, p.slice(t.first, t.last - 1)
        return
    if p.lower[t.last - 1 : t.last + 1] == ["local", "government"] and t.last - t.first > 1:
        t.feature, t.last, t.name = "district", t.last - 2, p.slice(t.first, t.last - 2)  # "Musawa Local Government"
        return
    after, n = feature_words("after"), t.last + 1
    if not t.country and p.lower[n : n + 1] == ["community"] and _is_settled(p, t.first, n, end):
        t.feature, t.outer = "village", (t.outer[0], n)
    if t.country and n < end and p.lower[n] in cues("border"):
        t.outer = (t.outer[0], n)
    elif n < end and p.start[n] - p.end[t.last] == 1 and not t.country:
        width = next((w for w in (3, 2, 1) if n + w <= end and " ".join(p.lower[n : n + w]) in after), 0)
        listed = p.lower[t.first - 1] in ("and", "or", "&", ",") if t.first > begin else False
        if width and p.lower[n + width - 1] in _PLURALS and not listed:
            width = 0  # "Kentucky counties" are counties of it
        acronym = t.first == t.last and t.name.isupper() and len(t.name) < 6 and t.name.isascii()
        if t.first < t.last and p.lower[t.last] in after:
            width = 0  # "a Magway Region town"
        if width and _is_of_next(p, t, n + width):
            width = 0
        if width and p.word[n].islower() and (not acronym or prominence(t.name) > 0):
            word = " ".join(p.lower[n : n + width])
            t.feature, t.local = after[word], word in _LOCAL
            if word in cues("part_of") and t.feature in ("region", "desert"):
                t.relation = Relation(t.first, True)
            t.outer = (t.outer[0], n + width - 1)
            if t.feature not in _SEPARATE and not listed:
                t.last, t.name = t.outer[1], p.slice(t.first, t.outer[1])
    if not t.feature and not t.country:
        t.feature = _called(p, t.outer[1], end)
    of, i = feature_words("of"), t.first - 1
    if i - 1 >= begin and p.lower[i] == "of" and not t.country:
        two = f"{p.lower[i - 2]} {p.lower[i - 1]}" if i - 2 >= begin else ""
        word = two if two in of else p.lower[i - 1]
        earlier = p.lower[i - 2] if i - 2 >= begin else ""
        of_another = (
            earlier not in demonyms() and bool(earlier) and is_name_word(p.word[i - 2])
        )  # "A village of B district"
        body = word in cues("org") and prominence(t.name) == 0  # "the department of Homeland Security"
        if word in of and word not in cues("part_of") and not of_another and not body:
            t.feature = of[word] if t.feature in ("", "other") else t.feature  # "the village of Kafr Nabl"
            t.outer = (i - 2 if word == two else i - 1, t.outer[1])
    elif i >= begin and not t.feature and p.word[i].islower() and (word := p.lower[i]) in of and word in _APPOSED:
        t.feature, t.outer = of[word], (i, t.outer[1])
    elif i > begin and p.lower[i - 1 : i + 1] == ["capital", ","] and not t.country and _is_likely(p, t):
        t.feature, t.outer = t.feature or "city", (i - 1, t.outer[1])  # "the regional capital, Garowe"


def _is_likely(p: Parse, t: Toponym) -> bool:
    return prominence(t.name) > 0 or p.ent[t.first] == "GPE"


def _is_settled(p: Parse, first: int, n: int, end: int) -> bool:
    """ "Gidan Sarki community in Maru", not "the Fulani community in Plateau"."""
    placed = n + 2 < end and p.lower[n + 1] in ("in", "of", ",") and p.word[n + 2][0].isupper()
    return (placed and p.lower[first - 1] != "the") or (first > 1 and p.lower[first - 1] == "same")


def _called(p: Parse, last: int, end: int) -> str:
    """What an apposition calls it: "Kourou, the only village in the district", "Qalat, the provincial capital"."""
    n = last + 2
    if n + 1 >= end or p.word[last + 1] != "," or p.lower[n] not in ("a", "an", "the"):
        return ""
    while n + 1 < end and n < last + 6 and p.tag[n + 1] in ("JJ", "JJS", "VBN", "HYPH", "NN", "RB"):
        n += 1
        kind = _APPOSITIONS.get(p.lower[n], "")
        if kind and (n + 1 == end or p.tag[n + 1] not in ("NN", "NNS", "NNP", "NNPS", "POS")):
            return kind
    return ""


def _is_of_next(p: Parse, t: Toponym, n: int) -> bool:
    """Is the word for a kind that of the next name: "the West Bank city of Jenin", "the Anbar town of Heet"?"""
    if n + 1 >= len(p) or p.lower[n - 1] not in ("camp", "city", "town", "village"):
        return False
    if p.lower[n] == "and" and p.lower[n + 1] in ("refugee", "town", "city", "village", "camp"):
        return any(c.feature in ("province", "region") for c in namesakes(t.name))
    named = p.word[n + 1][0].isupper() if p.lower[n] == "of" else p.word[n][0].isupper() and p.sent[n] == p.sent[t.last]
    return named and any(c.feature in ("province", "region", "country") for c in namesakes(t.name)[:3])
