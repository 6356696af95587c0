"""Places that a plural announces: "three villages - A, B and C", "the bases of A and B", "districts, including A".

The plural says what the names are, whatever they are otherwise, and gives each of them its kind; a nationality or a
direction before it holds for all of them.
"""

from __future__ import annotations

from ...read.language import Parse
from .cues import SETTLEMENTS, Toponym
from .words import country_names, cues, demonyms

_KINDS = {
    "areas": "region", "bases": "base", "barracks": "base", "camps": "camp", "cities": "city", "communes": "district",
    "communities": "village", "counties": "district", "departments": "district", "districts": "district",
    "governorates": "province", "hamlets": "village", "localities": "village", "municipalities": "district",
    "neighborhoods": "district", "neighbourhoods": "district", "oblasts": "province", "outposts": "base",
    "provinces": "province", "regions": "region", "settlements": "village", "states": "province", "towns": "town",
    "townships": "district", "villages": "village", "wards": "district",
}  # fmt: skip
_OPEN = {"-", "--", "---", "–", "—", ":", "("}
_ANNOUNCE = (("of",), ("including",), (",", "including"), ("such", "as"), (",", "namely"), ("namely",),
             (",", "among", "them"), (",", "notably"), ("called",), ("named",))  # fmt: skip
_JOIN = (("and",), (",",), (",", "and"), ("or",), ("&",), (";",), ("as", "well", "as"), (",", "as", "well", "as"))
_COMMAS = {(",",), (";",)}
_LAST = {("and",), (",", "and"), ("or",), ("&",), ("as", "well", "as")}
_PLACED = {"in", "at", "near", "around", "outside", "inside", "across", "of", "into", "between", "including", "as"}
_GOVERNING = {"VBD", "VBZ", "VBP", "MD", "NN", "NNS"}  # what follows the list: "A, B and C said", "A, B and C units"
_BETWEEN = 6  # tokens between the plural and the mark: "villages in the south of the district -"


def announce(p: Parse, found: list[Toponym]) -> None:
    """Presents the names of such a list, each with its kind, and the country of all."""
    at = {t.outer[0]: n for n, t in enumerate(found)}
    for i, low in enumerate(p.lower):
        if low not in _KINDS or (begin := _opening(p, i)) is None or begin not in at:
            continue
        items = _items(p, found, at[begin])
        marked = p.lower[begin - 1] != "of"
        if len(items) < 2 and not (marked and low in SETTLEMENTS):
            continue
        for item in items:
            _present(item, _KINDS[low], i)
        for item in items:
            item.peers = [other for other in items if other is not item] if len(items) > 2 else []
        forced = _nationality(p, i)
        for item in items:
            item.forced = item.forced or ("" if item.country else forced)  # not Georgia among the states


def _opening(p: Parse, i: int) -> int | None:
    """The token at which the names begin that the plural at token i announces."""
    end = p.sents[p.sent[i]][1]
    for words in _ANNOUNCE:
        n = i + 1 + len(words)
        if n < end and tuple(p.lower[i + 1 : n]) == words:
            return n + (p.lower[n] == "the")
    if (listed := _included(p, i, end)) is not None:
        return listed
    for n in range(i + 1, min(end - 1, i + 1 + _BETWEEN)):
        if p.word[n] in _OPEN:
            return n + 1
        if p.word[n] in (",", ";", ")") or p.pos[n] in ("VERB", "AUX"):
            return None
    return None


def _included(p: Parse, i: int, end: int) -> int | None:
    """ "The villages attacked include A and B", "some of the communities that lost people are A and B"."""
    whole = i
    while p.dep[whole] == "pobj" and p.lower[p.head[whole]] == "of":
        whole = p.head[p.head[whole]]
    verb = p.head[whole]
    if p.dep[whole] not in ("nsubj", "nsubjpass") or not i < verb < end - 1:
        return None
    if p.lemma[verb] not in ("include", "be") or p.tag[verb] not in ("VBP", "VBD"):
        return None
    return verb + 1 + (p.lower[verb + 1] == "the")


def _items(p: Parse, found: list[Toponym], n: int) -> list[Toponym]:
    items = [found[n]]
    for t in found[n + 1 :]:
        if p.sent[t.first] != p.sent[items[0].first]:
            break
        if tuple(p.lower[items[-1].outer[1] + 1 : t.outer[0]]) not in _JOIN:
            break
        items.append(t)
    return items


def _present(t: Toponym, kind: str, at: int) -> None:
    t.cue, t.cue_at, t.literal = "list", at, True
    if not t.country and not t.feature:
        t.feature = kind


def _nationality(p: Parse, i: int) -> str:
    """The country of an adjective before the plural: "the northern Iraqi regions of"."""
    peoples = demonyms()
    n = i - 1
    while n >= p.sents[p.sent[i]][0] and (p.tag[n] in ("JJ", "NN", "NNP", "CD") or p.lower[n] in cues("direction")):
        if p.lower[n] in peoples:
            return peoples[p.lower[n]]
        n -= 1
    return ""


def fill_lists(p: Parse, found: list[Toponym]) -> None:
    """ "In A, B, C and D": once the first of a closed list is a place, all are, unless a verb makes persons of them."""
    for n, opener in enumerate(found):
        placed = opener.cue in ("preposition", "relation", "list") and opener.literal and not opener.country
        if not placed or not (p.lower[opener.outer[0] - 1] in _PLACED or opener.cue == "relation"):
            continue
        items = [opener]
        for t in found[n + 1 :]:
            between = tuple(p.lower[items[-1].outer[1] + 1 : t.outer[0]])
            if between not in _COMMAS | _LAST or is_acronym(t) or t.country:
                break
            items.append(t)
            if between in _LAST:
                break
        after = items[-1].outer[1] + 1
        closed = tuple(p.lower[items[-1].first - 1 : items[-1].first]) in _LAST
        if len(items) > 2 and closed and after < len(p) and p.tag[after] not in _GOVERNING:
            for item in items[1:]:
                item.cue, item.cue_at, item.literal = item.cue or "list", opener.cue_at, True


def is_acronym(t: Toponym) -> bool:
    """Initials that are no country's."""
    return t.first == t.last and t.name.isupper() and len(t.name) < 7 and t.name.lower() not in country_names()
