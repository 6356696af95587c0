"""Forces that no list knows, by the shape of their name: capitals around a telling head noun ("Special Tactical
Regiment", "Baghdad Operations Command", "Liwa al-Sultan"), and numbered units ("the 40th Brigade", "Battalion 52")."""

from __future__ import annotations

from collections.abc import Iterator

from ...read.language import Parse
from ..records import Reason
from ..words.phrases import fold_phrase
from .candidates import Candidate, Scene
from .kinds import GANGS, Head, fits, heads, kind_of_name
from .nations import usual_adjective
from .units import LEADING, find_unit, is_name_word, numbered, unit_name

_OWNERS_IN_NAMES = {
    "people",
    "peoples",
    "workers",
    "farmers",
    "peasants",
    "lord",
    "women",
    "martyrs",
    "citizens",
    "men",
}
_CUT = {"DT", "IN", "RB", "CC", "PRP", "PRP$", "WRB", "WDT", "MD", "TO", "EX"}
_OFFICES = {"commander", "chief", "spokesman", "spokesperson", "spokeswoman", "director", "commissioner", "inspector",
            "superintendent", "officer", "officers", "lt", "lt.", "col.", "gen.", "maj.", "capt.", "sgt.", "lieutenant",
            "colonel", "general", "major", "captain", "sergeant", "brigadier", "headquarters", "command", "corporal",
            "private", "constable", "deputy", "personnel", "troops", "members", "units", "department"}  # fmt: skip
_NOT_AFTER = {"base", "station", "academy", "college", "hospital", "camp", "street", "day", "school", "bridge", "one"}


def find_named(scene: Scene) -> Iterator[Candidate]:
    """Every name with a telling head noun."""
    p = scene.p
    for i, low in enumerate(p.lower):
        head = heads().get(low)
        if head is None or i in scene.persons or (low in ("force", "forces") and p.lower[i - 1] == "air"):
            continue
        if head.use == "prefix":
            span = _prefixed(scene, i)
        elif head.use in ("unit", "acronym"):
            span = find_unit(scene, i)
            if span is None and head.use == "unit" and p.word[i][0].isupper():
                span = _capitalised(scene, i)
        elif p.word[i][0].isupper() or (low in GANGS and p.tag[i - 1] == "NNP" and i - 1 not in scene.nations):
            span = _capitalised(scene, i)
            span = span and (numbered(p, span[0], i, p.sents[p.sent[i]][0]) or span)
        else:
            span = None
        if span is None:
            continue
        candidate = _candidate(scene, *span, i, head)
        if candidate is not None:
            yield candidate


def _capitalised(scene: Scene, i: int) -> tuple[int, int] | None:
    """The capitals that run up to the head noun i, and "of X", "for X" after it."""
    p = scene.p
    begin, end = p.sents[p.sent[i]]
    first = i
    while first > begin:
        j = first - 1
        if j in scene.persons:
            break
        if is_name_word(p, j) or (p.word[j][0].isdigit() and p.word[j][-1] in "htd"):
            first = j
        elif p.word[j] == "-" and j > begin and p.end[j] == p.start[first] and p.word[j - 1][0].isupper():
            first = j - 1
        elif (
            p.lower[j] in ("'s", "'")
            and j > begin
            and p.lower[j - 1] in _OWNERS_IN_NAMES
            and p.word[j - 1][0].isupper()
        ):
            first = j - 1
        elif p.lower[j] in ("of", "and", "&") and j - 1 >= begin and first - j == 1 and _links(p, j, begin):
            first = j - 1
        else:
            break
    while first < i and (p.tag[first] in _CUT or p.lower[first] in LEADING or _is_amount(p, first)):
        first += 1
    last = i
    opens = i == begin  # "Forces of ..." has its capital from the sentence
    if p.lower[i] == "force" and p.lower[i - 1] == "task":
        while last + 1 < end and last - i < 3 and is_name_word(p, last + 1) and last + 1 not in scene.persons:
            last += 1  # "Joint Task Force Sulu"
    while last + 2 < end and p.lower[last + 1] in ("of", "for") and last - i < 8 and not opens:
        at = last + 3 if p.lower[last + 2] == "the" and last + 3 < end else last + 2
        if not is_name_word(p, at) or at in scene.persons or at in scene.nations:
            break
        while at + 1 < end and is_name_word(p, at + 1) and at + 1 not in scene.persons:
            at += 1
        last = at
    if first == last or (last == i and last + 1 < end and _goes_on(scene, last + 1)):
        return None
    return first, last


def _is_amount(p: Parse, i: int) -> bool:
    """The word of "Three Civil Guards"; the ordinals and figures of units belong to their names."""
    return p.tag[i] == "CD" and p.word[i].isalpha() and p.tag[i + 1].startswith("NN")


def _goes_on(scene: Scene, after: int) -> bool:
    """Is the head noun only a part of another name: "Army Public Relations", "Air Force base"?"""
    p = scene.p
    if p.lower[after] in _NOT_AFTER:
        return True
    capital = p.word[after][0].isupper() and p.tag[after] in ("NNP", "NNPS") and after not in scene.persons
    return (
        capital
        and p.lower[after] not in _OFFICES
        and p.lower[after] not in heads()
        and p.dep[after] != "nsubj"
        and p.dep[after - 1] == "compound"
    )


def _links(p: Parse, j: int, begin: int) -> bool:
    """Is the "and" or "of" at j inside one name ("Support and Security Forces"), not between two?"""
    if p.lower[j] == "of":
        return p.word[j - 1][0].isupper() and p.lower[j - 1] in ("directorate", "department", "army", "guard", "corps")
    return p.word[j - 1][0].isupper() and p.lower[j - 1] not in heads() and p.ent[j] not in ("", "GPE")


def _prefixed(scene: Scene, i: int) -> tuple[int, int] | None:
    """ "Liwa al-Sultan", "Jaysh Usud al-Sharqiya": the head stands first."""
    p = scene.p
    end = p.sents[p.sent[i]][1]
    if not p.word[i][0].isupper():
        return None
    last = i
    while (
        last + 1 < end
        and last - i < 5
        and last + 1 not in scene.persons
        and (is_name_word(p, last + 1) or (p.lower[last + 1] in ("al", "wal", "-", "ul", "e", "fi") and last + 2 < end))
    ):
        last += 1
    while last > i and not is_name_word(p, last):
        last -= 1
    return (i, last) if last > i else None


def _candidate(scene: Scene, first: int, last: int, at: int, head: Head) -> Candidate | None:
    p = scene.p
    words = [p.lower[i] for i in range(first, last + 1)]
    if not fits(p, head, first, last):
        return None
    nation = scene.nations.get(first)
    country = nation.iso3 if nation else ""
    start = first
    if nation is None and first > 1 and p.lower[first - 1] == "'s" and (owner := scene.nations.get(first - 2)):
        country = owner.iso3
    if nation is not None and nation.last + 1 > last:
        return None
    core = range(nation.last + 1 if nation and nation.form == "adjective" else first, last + 1)
    words_of = unit_name(p, core[0], core[-1]) if head.kind in ("unit", "command") else p.slice(core[0], core[-1])
    key = ("named", *(a for a in fold_phrase(words_of) if a not in ("al", "the", "of", "el")))
    typed = kind_of_name(head, words, p.lower[at], country)
    if typed is None:
        return None
    kind, actor = typed
    name = unit_name(p, start, last) if head.kind in ("unit", "command") else p.slice(start, last)
    if nation and nation.form == "adjective":
        name = f"{usual_adjective(nation.iso3)} {p.slice(nation.last + 1, last)}"
    reason = Reason("pattern", f"a name with the head noun {p.word[at]!r}", p.start[first], p.end[last])
    return Candidate(
        first,
        last,
        last,
        name,
        key,
        kind,
        actor,
        country,
        rank=2,
        reason=reason,
    )
