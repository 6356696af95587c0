"""Toponyms: the names that a text presents as places, and what presents them so.

A name is no place because a gazetteer holds it (most personal names are also villages): it is one where a preposition
of place, a word for a kind of place, a dateline, a list or an enclosing place says so. Weaker contexts need a
well-known name that the entity recogniser takes for a place as well.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from ..read.language import Parse
from .name_runs import Run, find_runs, is_name_word
from .place_relations import Relation, find_relation
from .place_words import country_names, cues, demonyms, feature_words, namesakes, prominence

_PLACE_LABELS = {"GPE", "LOC", "FAC"}
_OTHER_LABELS = {"PERSON", "ORG", "DATE", "TIME", "LANGUAGE", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT", "NORP",
                 "MONEY", "QUANTITY", "CARDINAL", "ORDINAL", "PERCENT"}  # fmt: skip
_MODIFIER_TAGS = {"DT", "JJ", "JJS", "JJR", "VBN", "RB", "HYPH", "PRP$", "VBG", "PDT"}
_SEPARATE = {
    "province",
    "district",
    "city",
    "town",
    "village",
    "region",
}  # a lower-case word for these is no part of the name
_APPOSED = {"village", "town", "city", "district", "province", "state", "hamlet"}  # "the village Kherbet X"
_QUOTES = {'"', "'"}


@dataclass(slots=True, eq=False)
class Toponym:
    """One name: `first..last` the name, `outer` the same with the words for its kind ("the town of X", "X district").

    `cue` says what presents it as a place, empty where nothing does; a name that is not `literal` ("Iraq said") stands
    for a government or for people, and makes no place of its own.
    """

    first: int
    last: int
    outer: tuple[int, int]
    name: str
    feature: str = ""
    country: str = ""  # ISO code, where the name is a country's
    forced: str = ""  # ISO code of the country that an adjective gives ("the Iraqi town of X")
    relation: Relation | None = None
    cue: str = ""
    cue_at: int = -1
    literal: bool = True
    inside: Toponym | None = None


def find_toponyms(p: Parse, taken: Container[int]) -> list[Toponym]:
    """Every run of capitals that could name a place, in text order, with its cue where it has one."""
    found = []
    for run in find_runs(p, taken):
        if (toponym := _read(p, *run)) is not None:
            _present(p, toponym)
            found.append(toponym)
    return found


def _read(p: Parse, first: int, last: int) -> Toponym | None:
    """The run as a name with its kind; None where its words say that it names something else."""
    first, last = _trim(p, first, last)
    low = [p.lower[i] for i in range(first, last + 1)]
    never = cues("never")
    if all(w in never for w in low) or (len(low) == 1 and (low[0] in cues("title") or len(low[0]) < 2)):
        return None
    name = p.slice(first, last)
    country = country_names().get(name.lower(), "")
    toponym = Toponym(first, last, (first, last), name, "country" if country else "", country)
    if country:
        _kind_of(p, toponym)
        return toponym
    after, before, org = feature_words("after"), feature_words("before"), cues("org")
    if len(low) > 1 and " ".join(low[-2:]) in after and len(low) > 2:
        toponym.feature = after[" ".join(low[-2:])]
    elif len(low) > 1 and low[-1] in after and low[0] not in org:
        toponym.feature = after[low[-1]]
    elif len(low) > 1 and low[-1] in feature_words("site"):
        toponym.feature = "site"
    elif low[-1] in org or (len(low) > 1 and low[0] in ("operation", "exercise", "ministry", "university", "bank")):
        return None
    elif len(low) > 1 and low[0] in before:
        toponym.feature = before[low[0]]
    elif len(low) == 1 and (low[0] in after or low[0] in feature_words("site") or low[0] in feature_words("of")):
        return None
    if p.lower[first - 1 if first else 0] in ("operation", "operations") and first and is_operation(p, first):
        return None
    _kind_of(p, toponym)
    return toponym


def is_operation(p: Parse, first: int) -> bool:
    """Does the name that begins at token `first` follow "Operation" with a capital, or stand in its quotation marks?"""
    return p.word[first - 1][0].isupper()


def _trim(p: Parse, first: int, last: int) -> Run:
    """The run without a leading direction ("Northern Gaza"), unless a place is called so (North Kivu)."""
    while first < last and (p.lower[first] in cues("direction") or p.lower[first] in cues("part")):
        name = p.slice(first, last)
        rest = p.slice(first + 1, last)
        known = prominence(name) > 0 or (prominence(rest) < 5 and rest.lower() not in country_names())
        if known or name.lower() in country_names():
            break
        first += 1
    return first, last


def _kind_of(p: Parse, t: Toponym) -> None:
    """Adds a word for the kind of place right after the name, or "the town of" before it."""
    begin, end = p.sents[p.sent[t.first]]
    after, n = feature_words("after"), t.last + 1
    if n < end and p.start[n] - p.end[t.last] == 1 and not t.country:
        two = f"{p.lower[n]} {p.lower[n + 1]}" if n + 1 < end else ""
        width = 2 if two in after else 1 if p.lower[n] in after else 0
        acronym = t.first == t.last and t.name.isupper() and len(t.name) < 6 and t.name.isascii()
        if width and p.word[n].islower() and (not acronym or prominence(t.name) > 0):
            t.feature = after[two if width == 2 else p.lower[n]]
            t.outer = (t.outer[0], n + width - 1)
            if t.feature not in _SEPARATE:
                t.last, t.name = t.outer[1], p.slice(t.first, t.outer[1])
    of, i = feature_words("of"), t.first - 1
    if i - 1 >= begin and p.lower[i] == "of" and not t.country:
        two = f"{p.lower[i - 2]} {p.lower[i - 1]}" if i - 2 >= begin else ""
        word = two if two in of else p.lower[i - 1]
        of_another = i - 2 >= begin and is_name_word(p.word[i - 2])  # "A village of B district"
        if word in of and word not in cues("part_of") and not of_another:
            t.feature = t.feature or of[word]
            t.outer = (i - 2 if word == two else i - 1, t.outer[1])
    elif i >= begin and not t.feature and p.word[i].islower() and (word := p.lower[i]) in of and word in _APPOSED:
        t.feature, t.outer = of[word], (i, t.outer[1])


def _present(p: Parse, t: Toponym) -> None:
    """Looks for what presents the name as a place: sets cue, cue_at and literal."""
    begin = p.sents[p.sent[t.first]][0]
    t.relation = find_relation(p, t.outer[0])
    near = t.relation is not None and t.relation.bearing is None and not t.relation.part
    i = t.relation.first - (not near) if t.relation else t.outer[0] - 1
    peoples = demonyms()
    while (
        i >= begin
        and t.outer[0] - i < 8
        and (
            p.tag[i] in _MODIFIER_TAGS
            or p.word[i] in _QUOTES
            or p.lower[i] in peoples
            or p.lower[i] in cues("direction")
        )
    ):
        if p.lower[i] in peoples:
            t.forced = peoples[p.lower[i]]
        i -= 1
    t.cue_at = i if i >= begin else t.outer[0]
    before = p.lower[i] if i >= begin else ""
    t.cue = _cue(p, t, i, before)
    t.literal = t.cue not in ("subject", "modifier", "possessive", "name") or not t.country


def _cue(p: Parse, t: Toponym, i: int, before: str) -> str:
    known, label = prominence(t.name), _label(p, t)
    modifies = _modifies(p, t)
    place_like = known >= 4 or (known > 0 and label in _PLACE_LABELS)
    if t.feature == "site":
        return "preposition" if before in cues("locative") or before in ("from", "to") else ""
    if t.feature and not t.country:
        return "" if _is_person(p, t) else "kind"
    if t.relation and t.relation.km:
        return "relation"
    if before == "between" and not modifies and label in _PLACE_LABELS | {""}:
        return "preposition"
    if (
        t.relation
        and before not in cues("locative")
        and (place_like or label in _PLACE_LABELS or t.relation.bearing is not None)
        and not modifies
    ):
        return "relation"
    if before in cues("locative"):
        if modifies and not place_like:
            return ""
        if label in _OTHER_LABELS and known <= 0 and (label != "ORG" or t.name.isupper()) and not _arabic(t.name):
            return (
                ""
                if label in ("PERSON", "ORG") and before not in ("in", "near", "at", "outside")
                else _guess(p, t, before)
            )
        return "preposition"
    if before in ("from", "to", "through", "via", "along", "over", "for", "of", "on") and not modifies:
        motion = i >= 0 and (p.lemma[p.head[i]] in cues("motion"))
        if (
            t.country
            or (place_like and label in _PLACE_LABELS | {""})
            or (motion and (place_like or label in _PLACE_LABELS))
        ):
            return "preposition" if motion or before in ("from", "to", "through", "via", "along") else "name"
        if motion and before in ("from", "to") and label not in ("PERSON", "DATE", "ORG", "NORP"):
            return "preposition"
    head = p.head[p.head[t.last]] if p.dep[t.last] == "conj" else p.head[t.last]
    done_to = p.dep[t.last] in ("dobj", "nsubjpass") and p.lemma[head] in cues("verb") and not modifies
    if done_to and (place_like or label in _PLACE_LABELS):
        return "object"
    if not (t.country or (known >= 4 and label in _PLACE_LABELS) or (known >= 5 and label not in ("PERSON", "ORG"))):
        return ""
    if t.last + 1 < len(p) and p.tag[t.last + 1] == "POS":
        return "possessive"
    if modifies:
        return "modifier"
    if p.dep[t.last] in ("nsubj", "nsubjpass"):
        return "subject"
    return "name"


def _guess(p: Parse, t: Toponym, before: str) -> str:
    """An unknown name after "in" that the recogniser takes for something else: often a place all the same."""
    label = _label(p, t)
    if label in ("DATE", "TIME", "LANGUAGE", "EVENT", "LAW", "WORK_OF_ART", "MONEY", "QUANTITY", "CARDINAL"):
        return ""
    if t.name.isupper() and len(t.name) < 7:
        return ""
    return "preposition" if before in ("in", "near", "at", "outside", "inside") else ""


def _modifies(p: Parse, t: Toponym) -> bool:
    """Is the name only the modifier of a following noun ("the Kabul government")?"""
    n = t.outer[1] + 1
    if n >= len(p) or p.sent[n] != p.sent[t.last]:
        return False
    return p.tag[n] in ("NN", "NNS") and p.head[t.last] >= n and p.dep[t.last] in ("compound", "nmod", "amod")


def _label(p: Parse, t: Toponym) -> str:
    """The recogniser's label of the name, where it gives all its words the same."""
    labels = {p.ent[i] for i in range(t.first, t.last + 1)}
    return labels.pop() if len(labels) == 1 else ""


def _is_person(p: Parse, t: Toponym) -> bool:
    return _label(p, t) == "PERSON" and not namesakes(t.name) and t.outer == (t.first, t.last)


def _arabic(name: str) -> bool:
    return name[:3].lower() in ("al-", "el-", "ar-", "as-", "an-", "ad-", "at-", "az-") or name[:4].lower() == "ash-"
