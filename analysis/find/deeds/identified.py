"""Victims by name: those who stand beside a number, and those who are identified a sentence later.

"Two soldiers, Sgt. Juan Perez and Cpl. Luis Diaz, were killed": the soldiers are a row, and each name is a part of it.
"The victims were identified as David Lecky and James Hall" says whom the last deed was done to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...read.language import Parse
from ..context import Context
from ..records import Mention, Outcome, Reason
from ..statements.cues import cue_verb
from ..words.grammar import child
from ..words.names import name_end, names_a_body, starts_name
from ..words.quantities import Quantity
from .targets import Target, kind_of
from .triggers import PEOPLE

_OPENING = {",", "--", "—", "–", "-", ":", "("}
_TO_THE_FIRST = 12  # tokens from the counted noun to the first name beside it
_BETWEEN = 14  # tokens from one name to the next: "X, director of the school, and Y"
_IDENTIFYING = {"identify", "name"}
_ANY_VICTIM = frozenset(
    """
    body casualty child dead deceased driver he hostage individual man other people person she they victim woman
    """.split()
)
_FATES = {"dead": "killed", "deceased": "killed", "fallen": "killed", "injured": "wounded", "killed": "killed",
          "murdered": "killed", "slain": "killed", "wounded": "wounded"}  # fmt: skip
_REACH = 3  # sentences back to the deed


def named_beside(context: Context, whole: Target) -> list[Target]:
    """The names in apposition to several people, as parts of their number."""
    p = context.parse
    if whole.kind not in PEOPLE or whole.cls == "person" or p.tag[whole.last] not in ("NNS", "NNPS"):
        return []
    mentions = [m for m in _names_after(context, whole.last) if not _speaks(p, m)]
    low, high = whole.quantity.count if whole.quantity else (None, None)
    if not mentions or (high is not None and len(mentions) > high) or (low == high == 1):
        return []
    return [replace(make_named(context, m), whole=whole.head, kind=whole.kind) for m in mentions]


def _speaks(p: Parse, mention: Mention) -> bool:
    """ "Killing five policemen, Colonel Rueda reported": he tells it."""
    return p.dep[mention.head] == "nsubj" and cue_verb(p, p.head[mention.head]) is not None


def named_after(context: Context, plural: Target) -> list[Target]:
    """ "The peasants Juan Perez and Luis Diaz": each by name, where no number stands with the noun before them."""
    p, after = context.parse, plural.last + 1
    if plural.kind not in PEOPLE or p.tag[plural.last] != "NNS" or after not in context.person_at:
        return []
    mentions = list(_all_names(context, plural.last))
    return [replace(make_named(context, m), kind=plural.kind) for m in mentions] if len(mentions) > 1 else []


def make_named(context: Context, mention: Mention) -> Target:
    """The target that a person's mention is."""
    person = context.person_at.get(mention.head)
    kind = kind_of(context, mention.head)[0] if person is not None else "person unspecified"
    name = person.name if person is not None else context.parse.slice(mention.first, mention.last)
    one = Quantity("", (1, 1), mention.head, mention.head)
    return Target(mention.head, mention.first, mention.last, name, kind, "person", one)


def _names_after(context: Context, noun: int) -> Iterator[Mention]:
    """The persons named one after the other behind an opening comma or dash, up to the next verb."""
    p = context.parse
    end = p.sents[p.sent[noun]][1]
    i = noun + 1
    while i < end and p.word[i] not in _OPENING:
        if p.lower[i] == "of" and p.tag[i - 1] == "NNS" and kind_of(context, i - 1)[0] == "territory":
            return  # "on the villages of Kuru, Dan Gulbi and Maru"
        if p.pos[i] in ("VERB", "AUX") or i in context.person_at or i > noun + _TO_THE_FIRST:
            return
        i += 1
    start, first = i, True
    while i < end and i < start + _BETWEEN and p.pos[i] not in ("VERB", "AUX") and p.lower[i] not in ("who", "which"):
        mention = _mention_at(context, i)
        if mention is not None:
            if first and i > start + 6:
                return
            if _is_another(context, mention, start):
                yield mention
            i, start, first = mention.last + 1, mention.last, False
        else:
            i += 1


def _mention_at(context: Context, i: int) -> Mention | None:
    """The name that begins at the token: of a known person, or any of two words and more."""
    if (person := context.person_at.get(i)) is not None:
        return next((m for m in person.mentions if m.first == i), None)
    p = context.parse
    if not (p.tag[i] == "NNP" and starts_name(p, i)) or i in context.place_at or i in context.force_at:
        return None
    last = name_end(p, i)
    taken = any(k in context.place_at or k in context.force_at for k in range(i, last + 1))
    return context.mention(i, last) if last > i and not taken and not names_a_body(p, i, last) else None


def _is_another(context: Context, mention: Mention, start: int) -> bool:
    """Is the name an item of the list, not inside the words for one ("son of Juan Perez")?"""
    p = context.parse
    inside = [i for i in range(start, mention.first) if p.pos[i] == "ADP"]
    return not inside or any(p.lower[i] in ("and", ",") for i in range(inside[-1] + 1, mention.first))


def find_identified(context: Context) -> None:
    """Adds the rows of those whom a later sentence names, and names the one victim of a row."""
    p = context.parse
    for verb, lemma in enumerate(p.lemma):
        if lemma not in _IDENTIFYING or p.pos[verb] != "VERB":
            continue
        subject = child(p, verb, "nsubjpass", "dobj")
        as_ = next((c for c in p.children[verb] if p.lower[c] == "as" and p.dep[c] == "prep" and c > verb), None)
        if subject is None or as_ is None:
            continue
        earlier = _earlier_deed(context, verb, subject)
        mentions = list(_all_names(context, as_))
        if earlier is not None and mentions:
            _name(context, earlier, mentions, verb)


def _all_names(context: Context, preposition: int) -> Iterator[Mention]:
    p = context.parse
    end = p.sents[p.sent[preposition]][1]
    i, start = preposition + 1, preposition
    while i < end and i < start + _BETWEEN and p.pos[i] not in ("VERB", "AUX"):
        mention = _mention_at(context, i)
        if mention is not None:
            if start == preposition or _is_another(context, mention, start):
                yield mention
            i = start = mention.last + 1
        else:
            i += 1


def _earlier_deed(context: Context, verb: int, subject: int) -> Outcome | None:
    """The last deed to people whom the subject can mean."""
    p = context.parse
    word = p.lemma[subject] if p.tag[subject] != "PRP" else p.lower[subject]
    fate = next((_FATES[p.lower[c]] for c in p.children[subject] if p.lower[c] in _FATES), "")
    for o in reversed(context.outcomes):
        back = p.sent[verb] - p.sent[o.trigger]
        if o.trigger > verb or o.target_kind not in PEOPLE or o.part_of is not None or back > _REACH:
            continue
        if fate not in ("", o.outcome):
            continue  # "the dead soldiers were identified as": not those attacked
        if word in _ANY_VICTIM or p.tag[subject] == "CD" or word in o.target.lower().rstrip("s"):
            return o
    return None


def _name(context: Context, deed: Outcome, mentions: list[Mention], verb: int) -> None:
    p = context.parse
    known = {o.target for o in context.outcomes if o.outcome == deed.outcome}
    mentions = [m for m in mentions if make_named(context, m).text not in known]
    if deed.count == (1, 1) and len(mentions) == 1:
        target = make_named(context, mentions[0])
        deed.target, deed.target_at = target.text, mentions[0]
        deed.reasons.append(Reason("coreference", f"identified as {target.text}", mentions[0].start, mentions[0].end))
        return
    if deed.count is not None and deed.count[1] is not None and len(mentions) > deed.count[1]:
        return
    for mention in mentions:
        target = make_named(context, mention)
        start, end = min(p.start[verb], mention.start), max(p.end[verb], mention.end)
        row = Outcome(start, end, deed.outcome, verb, target.text, target.kind, mention, "", (1, 1), deed)
        row.actor, row.actor_forces = list(deed.actor), list(deed.actor_forces)
        row.place, row.means = deed.place, deed.means
        row.reasons.append(Reason("coreference", "identified", start, end))
        context.outcomes.append(row)
