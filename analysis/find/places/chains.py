"""Places that stand beside other places: containers ("X, Y province", "X (Y)", "X in Y"), lists, datelines."""

from __future__ import annotations

from itertools import pairwise

from ...read.language import Parse
from .asides import mark_asides
from .cues import SETTLEMENTS, Toponym
from .lists import announce, fill_lists, is_acronym
from .words import cues, demonyms, feature_words, names_area_abroad, namesakes, prominence

_JOIN = {("and",), ("or",), (",", "and"), (",", "or"), ("&",), ("as", "well", "as"), ("/",), (",", "as", "well", "as"),
         ("and", "the"), ("and", "in"), ("and", "near"), (",", "and", "in"), (",", "in")}  # fmt: skip
_WITHIN = {("in",), ("of",), (",", "in"), (",", "of"), (",", "also", "in")}
_SEAT = {"capital", "center", "centre", "headquarters", "seat"}
_OWNS = {("'s",), ("'",)}
_SITES = {"complex", "depot", "facility", "factory", "headquarters", "post", "posts"}
_NOUNS = {"JJ", "NN", "NNS"}
_LABEL = 9  # tokens of the label of a log's entry
_BIG = {"country", "province", "district", "region"}
_ENDS = {",", ".", ";", ")", ":", "-", "!", "?", '"', "'", "and", "or", "(", "where", "when", "which", "on", "in",
         "around", "at", "before", "by", "during", "early", "earlier", "last", "late", "since", "this", "today",
         "yesterday"}  # fmt: skip


def link_toponyms(p: Parse, found: list[Toponym]) -> None:
    """Passes what is known of one name on to its neighbours: containers, list items, the place of a dateline."""
    _drop_abbreviations(p, found)
    _datelines(p, found)
    announce(p, found)
    fill_lists(p, found)
    for a, b in pairwise(found):
        announced = a.cue == b.cue == "list" and a.cue_at == b.cue_at
        if p.paragraph[a.last] != p.paragraph[b.first] or announced:
            continue
        between = tuple(p.lower[a.outer[1] + 1 : b.outer[0]])
        if between == ("and",) and p.lower[a.outer[0] - 1] == "between":
            _two_ends(a, b)
        if between in _JOIN and not b.cue and _of_settlements(p, a):
            b.cue, b.cue_at = "list", a.first  # "the villages of Foua and Kafraya"
        if between == (",",) and a.cue and not _in_list(p, found, b):
            if _may_follow(p, b, a):
                _contain(p, a, b, "container")
        elif between == ("(",) and a.cue and _is_name(p, b) and not is_acronym(b) and _other_spelling(p, b):
            b.cue, b.cue_at = b.cue or "list", a.first
        elif between == ("(",) and a.cue not in ("", "dateline") and _is_name(p, b) and not is_acronym(b):
            _contain(p, a, b, "container")
        elif not between and b.feature == "province" and a.cue and b.cue:
            a.inside = b  # "Maiduguri Borno State"
        elif between == ("of",) and a.cue == "kind" and not b.cue and (b.feature in _BIG or prominence(b.name) >= 4):
            b.cue, b.cue_at, b.literal, a.inside = "container", a.first, True, b  # "the Amadiya district of Duhok"
        elif a.cue and b.cue and _words_between(p, a, b) in _WITHIN and _may_hold(p, b):
            a.inside = b
        elif a.cue and b.cue and not a.country and _lies_in(p, a, b) and _may_hold(p, b):
            a.inside = b
        elif a.cue and between in _OWNS and b.cue in ("kind", "") and _may_hold(p, a):
            if b.cue or prominence(b.name) > 0:
                b.cue, b.cue_at, b.inside, a.literal = b.cue or "container", a.first, a, True
        elif between == (",",) and not a.cue and b.cue and p.lower[a.outer[0] - 1] == "from" and _in_list(p, found, b):
            a.cue, a.cue_at = ("list", b.first) if prominence(a.name) > 0 else ("", a.cue_at)
        elif (between in _JOIN or between == (",",)) and ((a.cue and a.literal) or b.cue == "kind"):
            _list_item(p, a, b)
    _hand_on(p, found)
    _pass_on_kind(p, found)
    for a, b in zip(found[-2::-1], found[:0:-1], strict=True):
        if not _in_list(p, found, b):
            _held(p, a, b)
    _peers(p, found)
    mark_asides(p, found)


def _words_between(p: Parse, a: Toponym, b: Toponym) -> tuple[str, ...]:
    """The words between two names without those that pick a part of the second: "in the north of", "of central"."""
    first, last = a.outer[1] + 1, b.outer[0] - 1
    if b.relation is not None and b.relation.part and b.relation.first >= first:
        last = b.relation.first - 1
    directions, parts, peoples = cues("direction"), cues("part"), demonyms()
    while last > first and (p.tag[last] == "DT" or p.lower[last] in directions | parts or p.lower[last] in peoples):
        last -= 1
    return tuple(p.lower[first : last + 1])


def _hand_on(p: Parse, found: list[Toponym]) -> None:
    """ "The Samboko area of Ituri's Irumu territory" lies in the territory, not only in Ituri."""
    for a, b, c in zip(found, found[1:], found[2:], strict=False):
        if a.inside is b and c.inside is b and tuple(p.lower[b.outer[1] + 1 : c.outer[0]]) in _OWNS:
            a.inside = c


def _drop_abbreviations(p: Parse, found: list[Toponym]) -> None:
    """ "The Palestinian Red Crescent (PRC)": what a bracket abbreviates is no country, wherever it stands."""
    for t in [t for t in found if t.country and t.name.isupper() and t.first > 1]:
        i = t.first - 2
        bracketed = p.word[t.first - 1] == "(" and p.word[t.last + 1 : t.last + 2] == [")"]
        other = p.word[i][0].isupper() and not any(
            o.outer[0] <= i <= o.outer[1] and o.country == t.country for o in found
        )
        if bracketed and other and p.word[i][0] == t.name[-1]:
            found[:] = [o for o in found if not (o.country == t.country and o.name == t.name)]


def _peers(p: Parse, found: list[Toponym]) -> None:
    """The items of a list know each other: "Ohio, Georgia and Washington" are states."""
    items: list[Toponym] = []
    for n, t in enumerate(found, 1):
        following = found[n] if n < len(found) else None
        if not t.cue:
            items = []
            continue
        items.append(t)
        between = tuple(p.lower[t.outer[1] + 1 : following.outer[0]]) if following else ()
        if following is None or t.inside is following or not (between in _JOIN or between == (",",)):
            for item in items if len(items) > 2 else ():
                item.peers = [other for other in items if other is not item]
            items = []


def _lies_in(p: Parse, a: Toponym, b: Toponym) -> bool:
    """ "Yarmouk in southern Khartoum", "the Yarmouk factory complex in Khartoum"."""
    first, last = a.outer[1] + 1, b.outer[0] - 1
    if first < last < first + 6 and (p.lower[first], p.lower[last]) == (",", "of") and p.lower[last - 1] in _SEAT:
        return True  # "Bor, the administrative centre of Jonglei"
    if b.relation is not None and b.relation.part:
        last = b.relation.first - 1
    if not first <= last or p.lower[last] != "in":
        return False
    site = p.lower[last - 1] in _SITES | feature_words("site").keys() | feature_words("after").keys()
    return first == last or (site and last - first < 4 and all(p.tag[i] in _NOUNS for i in range(first, last)))


def _other_spelling(p: Parse, b: Toponym) -> bool:
    """ "Sida (Seedan) area": the bracket stands between a name and its kind."""
    n = b.outer[1] + 1
    return n + 1 < len(p) and p.word[n] == ")" and p.lower[n + 1] in feature_words("after")


def _of_settlements(p: Parse, t: Toponym) -> bool:
    return t.cue in ("relation", "preposition") and t.relation is not None and p.lower[t.relation.first] in SETTLEMENTS


def _two_ends(a: Toponym, b: Toponym) -> None:
    """ "Between A and B": what is known of one end holds for the other."""
    for one, other in ((a, b), (b, a)):
        if one.cue and one.literal and not other.cue and (prominence(one.name) >= 4 or prominence(other.name) > 0):
            other.cue, other.cue_at, other.literal = "list", one.first, True


def _contain(p: Parse, a: Toponym, b: Toponym, cue: str) -> None:
    if (b.name == a.name and not b.feature and not a.feature) or (a.country and a.country == b.country):
        return
    a.inside = b
    a.literal = True
    if b.cue in ("", "name", "subject", "modifier", "possessive"):
        b.cue, b.cue_at = cue, a.first
    b.literal = True


def _held(p: Parse, a: Toponym, b: Toponym) -> None:
    """ "X, Y province" and "X (Y, Country)": a name that a known area follows is a place in it."""
    if (a.cue and (a.literal or a.inside)) or p.paragraph[a.last] != p.paragraph[b.first]:
        return
    between, n = tuple(p.lower[a.outer[1] + 1 : b.outer[0]]), b.outer[1] + 1
    known = (b.cue and b.literal and b.cue != "list") or b.country or prominence(b.name) >= 8
    if between not in ((",",), ("(",)) or not known or (n < len(p) and p.lower[n] not in _ENDS):
        return
    if (a.country and (b.country or not b.feature)) or is_acronym(a) or (between == ("(",) and is_acronym(b)):
        return
    a.cue, a.cue_at, a.literal, a.inside = "held", b.first, True, b
    if b.cue in ("", "name", "subject", "modifier", "possessive"):
        b.cue, b.cue_at = "container", a.first
    b.literal = True


def _may_follow(p: Parse, b: Toponym, a: Toponym) -> bool:
    """May the name after the comma be the place that holds the one before it?"""
    n = b.outer[1] + 1
    following = p.lower[n] if n < len(p) and p.paragraph[n] == p.paragraph[b.last] else "."
    if b.country:
        return not a.country and (following in _ENDS or p.tag[n] not in ("NN", "NNS", "NNP"))
    if b.feature and b.feature != "site":
        return True
    if p.dep[b.last] in ("nsubj", "nsubjpass") and following not in _ENDS and p.head[b.last] > b.last:
        return False
    return _is_name(p, b) and following in _ENDS


def _is_name(p: Parse, t: Toponym) -> bool:
    """Nothing says that the name is a person's or a body's, or the gazetteer knows it."""
    labels = {p.ent[i] for i in range(t.first, t.last + 1)}
    return prominence(t.name) > 0 or not labels & {"PERSON", "ORG", "DATE", "CARDINAL"} or bool(t.feature)


def _may_hold(p: Parse, t: Toponym) -> bool:
    if t.feature in _BIG or t.country:
        return True
    return any(c.feature in _BIG or c.population > 20000 for c in namesakes(t.name)[:5])


def _is_area(t: Toponym) -> bool:
    """A country or a province; not "Georgia", which may be an item among states."""
    return t.feature == "province" or bool(t.country and not names_area_abroad(t.name, t.country))


def _in_list(p: Parse, found: list[Toponym], b: Toponym) -> bool:
    """Is b an item of "A, B and C" rather than the container of A?"""
    if _is_area(b):
        return False
    n, items = b.outer[1] + 1, [b]
    while n < len(p) and p.lower[n] in (",", "and", "or"):
        following = next((t for t in found if t.outer[0] == n + 1), None)
        if p.lower[n] in ("and", "or"):
            likely = p.tag[n + 1 if n + 1 < len(p) else n] in ("NNP", "NNPS", "DT", "NN", "IN", "JJ")
            return likely and not _alternates([*items, following] if following else items)
        if following is None:
            return n + 1 < len(p) and p.lower[n + 1] in ("and", "or")
        if _is_area(following) or _alternates([*items, following]):
            return False
        items.append(following)
        n = following.outer[1] + 1
    return False


def _alternates(items: list[Toponym]) -> bool:
    """ "Louisville, Kentucky, Nashville, Tennessee": towns and their areas in turn, seen from an area on."""
    areas = [prominence(t.name) >= 8 for t in items]
    return areas[0] and sum(areas) > 1 and not any(x and y for x, y in pairwise(areas))


def _list_item(p: Parse, a: Toponym, b: Toponym) -> None:
    """A name joined to a place is a place, unless it is a modifier or another kind of name."""
    if a.cue and not b.cue:
        n = b.outer[1] + 1
        modifies = n < len(p) and p.tag[n] in ("NN", "NNS") and p.head[b.last] >= n
        subject = p.dep[b.last] in ("nsubj", "nsubjpass") and p.head[b.last] > b.last
        conjunct = p.dep[b.last] == "conj" and not subject
        plain = not modifies and not subject and not is_acronym(b) and _is_name(p, b)
        if plain and (conjunct or prominence(b.name) > 0):
            b.cue, b.cue_at = "list", a.first
    elif b.cue == "kind" and not a.cue and prominence(a.name) > 0:
        a.cue, a.cue_at = "list", b.first
    elif a.cue and a.literal and b.cue in ("name", "subject") and p.dep[b.last] in ("conj", "appos", "pobj"):
        b.literal = True


def _pass_on_kind(p: Parse, found: list[Toponym]) -> None:
    """ "Heet and Rawa districts of Anbar": the plural word is the kind of every item; all lie where the last does."""
    passed: Toponym | None = None
    for a, b in zip(found[-2::-1], found[:0:-1], strict=False):
        plural = b is passed or (b.outer[1] > b.last and p.lower[b.outer[1]].endswith("s"))
        between = tuple(p.lower[a.outer[1] + 1 : b.outer[0]])
        if plural and not a.feature and between in ((",",), ("and",), (",", "and")):
            a.feature, a.cue, a.inside, passed = b.feature, a.cue or "list", a.inside or b.inside, a


def _stands_alone(p: Parse, found: list[Toponym], t: Toponym) -> bool:
    """ "JUBA, South Sudan" as a paragraph of its own: the town that the report is sent from."""
    area = next((o for o in found if o.first == t.last + 2 and p.word[t.last + 1] == ","), None)
    if area is None or not (area.country or prominence(area.name) >= 8) or prominence(t.name.title()) == 0:
        return False
    return area.last + 1 == len(p) or p.paragraph[area.last + 1] != p.paragraph[t.first]


def _datelines(p: Parse, found: list[Toponym]) -> None:
    """ "BAGHDAD (Reuters) -", "SAN SALVADOR, 26 Jun --", "Kabul, Afghanistan -", "GUSAU:" at a paragraph's head."""
    sentences = {a for a, _ in p.sents}
    starts = {a for n, (a, _) in enumerate(p.sents) if not n or p.paragraph[a] != p.paragraph[a - 1]}
    for t in found:
        capitals = t.name.isupper() and len(t.name) > 3 and p.word[t.last + 1 : t.last + 2] in (["-"], ["--"], ["---"])
        a, b = p.sents[p.sent[t.first]]
        labelled = (
            a in starts and b - a < _LABEL and p.word[a][0].isdigit() and p.word[t.last + 1 : t.last + 2] == ["."]
        )
        if labelled and not t.cue and prominence(t.name) > 0:
            t.cue, t.cue_at, t.literal = "label", t.first, True  # "01 Sep 09:15 Enerhodar."
        opens = t.outer[0] in starts or (capitals and t.outer[0] in sentences)
        if not opens or (t.cue == "kind" and (t.feature != "city" or t.first)):
            continue
        window = range(t.last + 1, min(len(p), t.last + 13))
        marks = ("-", "--", "---", ":") if t.name.isupper() else ("-", "--", "---")
        here = (i for i in window if p.paragraph[i] == p.paragraph[t.first])
        dash = next((i for i in here if p.word[i] in marks or (p.word[i][0] == "-" and p.word[i - 1] == ")")), None)
        if _stands_alone(p, found, t):
            t.cue, t.cue_at, t.literal = "dateline", t.first, True
        if dash is None or t.last + 1 >= len(p) or p.word[t.last + 1] not in (",", "(", "/", *marks):
            continue
        if any(p.tag[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(t.last + 1, dash)):
            continue
        if prominence(t.name.title() if t.name.isupper() else t.name) > 0 or t.name.isupper():
            t.cue, t.cue_at, t.literal = "dateline", t.first, True
            for twin in (o for o in found if p.word[o.first - 1] == "/" and t.last < o.first < dash):
                twin.cue, twin.cue_at, twin.literal = "dateline", t.first, True  # "PESHAWAR / MULTAN:"
