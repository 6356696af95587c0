"""The place that an outcome's own clause names."""

from __future__ import annotations

from ...read.language import Parse
from ..context import Context
from ..records import Location, Outcome, Reason

_BARE = frozenset(
    """
    center centre east north north-east north-west northeast northwest south south-east south-west southeast southwest
    west
    """.split()
)
_AREAS = frozenset(
    """
    area areas base bases camp camps city district districts locality neighborhood neighbourhood province provinces
    region regions site sites state states town towns village villages
    """.split()
)
_WITNESSES = {"authorities", "locals", "resident", "residents", "villager", "villagers", "witnesses"}
_CONTRASTS = {"while", "whereas"}
_SETTLED = {"city", "district", "town", "village"}  # a road beside one of these only says where it lies
_SMALL = {"camp", "district", "other", "town", "village"}
_REACH = 8  # tokens after the deed in which it is said where


def find_place(context: Context, outcome: Outcome) -> None:
    """Sets the place that the outcome's clause names: the most precise of a chain ("Heet, Anbar": Heet)."""
    p = context.parse
    a, b = p.sents[p.sent[outcome.trigger]]
    mention = outcome.target_at
    itself = outcome.target_kind == "territory" or (mention is not None and mention.head in context.place_at)
    if itself and mention is not None:
        for i in range(mention.first, mention.last + 1):
            if i in context.place_at:
                outcome.place = context.place_at[i]
                return
    if (found := _where(context, outcome.trigger)) is not None:
        _set(context, outcome, found)
        return
    said = context.statement_at(p.start[outcome.trigger])
    told, unnamed = speakers(context), _unnamed(p, outcome.trigger)
    others = any(not aside(context.place_at[i], i) for i in range(a, b) if i in context.place_at)
    settled = any(
        context.place_at[i].feature in _SETTLED and not aside(context.place_at[i], i)
        for i in range(a, b)
        if i in context.place_at
    )
    best: tuple[tuple[bool, int, int], int] | None = None
    for i in range(a, b):
        place = context.place_at.get(i)
        if place is None or (i and context.place_at.get(i - 1) is place):
            continue
        if (said is not None and not said.start <= p.start[i] < said.end) or _is_done_to(context, i, outcome.trigger):
            continue
        way = aside(place, i)
        if any(first <= i <= last for first, last in told) or is_of_another(context, i, outcome.trigger):
            continue
        if way in ("origin", "care", "owner") or (way == "home" and others) or (unnamed and i < outcome.trigger):
            continue
        if _contrasted(p, i, outcome.trigger):
            continue
        rank = (
            bool(way) or (place.feature == "road" and settled),
            _distance(p, i, outcome.trigger),
            abs(i - outcome.trigger),
        )
        if best is None or rank < best[0]:
            best = (rank, i)
    if best is not None:
        _set(context, outcome, best[1])
    elif (near := _told_on_the_spot(context, outcome.trigger, told)) is not None:
        _set(context, outcome, near)


def _told_on_the_spot(context: Context, trigger: int, told: list[tuple[int, int]]) -> int | None:
    """Where those are who tell it, if they are there: "authorities in Mayom County confirmed that ten were killed"."""
    p = context.parse
    for first, last in told:
        if p.sent[first] != p.sent[trigger] or not _WITNESSES & set(p.lower[first : last + 1]):
            continue
        for i in range(first + 1, last + 1):
            place = context.place_at.get(i)
            if place is not None and p.lower[i - 1] in ("in", "of"):
                return i if place.feature in _SMALL else None
    return None


def _set(context: Context, outcome: Outcome, i: int) -> None:
    p, place = context.parse, context.place_at[i]
    outcome.place = place
    outcome.reasons.append(Reason("argument", f"place: {place.name}", p.start[i], p.end[i]))


def aside(place: Location, i: int) -> str:
    """What the mention at token i is, if nothing happens there by it: a landmark, a dateline, beyond a border."""
    return next((m.aside for m in place.mentions if m.first <= i <= m.last), "")


def aside_at(context: Context, i: int) -> str:
    """The same of whatever place token i names."""
    place = context.place_at.get(i)
    return aside(place, i) if place is not None else ""


def speakers(context: Context) -> list[tuple[int, int]]:
    """First and last tokens of who says it: "the police chief in Anbar" need not speak of what happened there."""
    p = context.parse
    spans = []
    for cue in (s.cue_at for s in context.statements if s.cue_at >= 0):
        if p.lower[cue] == "according":
            end = p.sents[p.sent[cue]][1]
            spans.append((cue, next((i - 1 for i in range(cue, end) if p.word[i] in (",", ".", ";", '"')), end - 1)))
        spans += [(p.left[c], p.right[c]) for c in p.children[cue] if p.dep[c] == "nsubj"]
    return spans


def _where(context: Context, trigger: int) -> int | None:
    """The place before the "where" of the clause: "the bases of A and B, where troops captured weapons"."""
    p = context.parse
    begin = p.sents[p.sent[trigger]][0]
    at = next((i for i in range(trigger - 1, begin, -1) if p.lower[i] == "where"), None)
    if at is None or not _governs(p, p.head[at], trigger) or any(i in context.place_at for i in range(at, trigger)):
        return None
    if any(i in context.place_at for i in range(trigger, p.right[p.head[at]] + 1)):
        return None
    i = at - 1
    while i > begin and (p.word[i] in (",", ")", "-", "--") or p.lower[i] in _AREAS):
        i -= 1
    return i if i in context.place_at else None


def _governs(p: Parse, above: int, i: int) -> bool:
    """Is the token the other one, or above it in the tree?"""
    while i != above and p.head[i] != i:
        i = p.head[i]
    return i == above


def _unnamed(p: Parse, trigger: int) -> bool:
    """Does the clause say where without a name ("killed in the southeast"), so that no place before it is meant?"""
    for i in range(trigger + 1, min(trigger + _REACH, p.sents[p.sent[trigger]][1])):
        if p.word[i] in (",", ";"):
            return False
        if p.lower[i] in _BARE and p.lower[i - 1] in ("the", "in"):
            following = p.word[i + 1] if i + 1 < len(p) else "."
            return following not in ("of", "-") and not following[0].isupper()
    return False


def is_of_another(context: Context, i: int, trigger: int) -> bool:
    """Does the place belong to an earlier item of a list of deeds: "the killing of ten in X, the arrest of two"?"""
    p = context.parse
    begin = p.sents[p.sent[trigger]][0]
    if p.pos[trigger] != "NOUN" or trigger - 2 < begin or i > trigger or p.lower[trigger - 1] != "the":
        return False
    item = p.word[trigger - 2] in (",", "and") and p.lower[trigger + 1 : trigger + 2] == ["of"]
    deeds = [o for o in context.outcomes if begin <= o.trigger < i]
    if any(o.outcome == "captured territory" for o in deeds):
        return False  # "the capture of X and the destruction of ten vehicles"
    return item and any(p.pos[o.trigger] == "NOUN" and p.lower[o.trigger + 1] == "of" for o in deeds)


def _contrasted(p: Parse, i: int, trigger: int) -> bool:
    """Does a "while" part the place from the deed: "killing three in X while two died in Y"?"""
    first, last = sorted((i, trigger))
    at = next((j for j in range(first + 1, last) if p.lower[j] in _CONTRASTS), None)
    return at is not None and any(p.dep[j] in ("nsubj", "nsubjpass") for j in range(at, last + 1))


def _is_done_to(context: Context, i: int, trigger: int) -> bool:
    """Is the place the object or the subject of another verb ("find cells and secure Rawa")?"""
    p = context.parse
    while i in context.place_at and p.head[i] in context.place_at and p.head[i] != i:
        i = p.head[i]
    effect = trigger  # "shelled Nikopol, killing two and wounding three": of what was done to the place
    while p.dep[effect] in ("oprd", "acomp") or (p.dep[effect] == "conj" and p.tag[effect] == "VBG"):
        effect = p.head[effect]
    if p.dep[i] in ("dobj", "nsubjpass") and p.dep[effect] == "advcl" and p.tag[effect] == "VBG":
        return p.head[effect] != p.head[i]
    return p.dep[i] in ("dobj", "nsubj", "nsubjpass") and p.head[i] != trigger


def _distance(p: Parse, i: int, trigger: int) -> int:
    """Steps up the tree from the trigger to the first word above the place."""
    above = set()
    j = i
    while True:
        above.add(j)
        if p.head[j] == j:
            break
        j = p.head[j]
    steps, j = 0, trigger
    while j not in above and p.head[j] != j:
        j = p.head[j]
        steps += 1
    return steps
