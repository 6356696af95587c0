"""Rows of deeds that are not done to one target: attacks without one, operations, tolls, clashes."""

from __future__ import annotations

from dataclasses import replace

from ...read.language import Parse
from ..context import Context
from ..records import Outcome
from ..words.grammar import preposition_objects
from ..words.quantities import Quantity
from ..words.subjects import is_passive, subject
from .lists import items_of
from .noun_arguments import LIGHT, OCCUR, REPEL, governor, top_noun
from .rows import bare, target_row
from .targets import Target, kind_of, make_target
from .told_tolls import told_toll_rows
from .triggers import PEOPLE, Trigger

Row = tuple[Outcome, Target | None]
_STARTING = LIGHT - {"face", "claim", "witness", "see", "order", "report", "suffer"}
_ARMED = {"combatant", "security force"}
_HEAVY = {"heavy", "significant", "serious", "severe", "numerous", "many", "mass", "several"}
_MEETING = {"battle", "encounter", "fight"}
_SIDES = {"sides", "parties", "rivals"}
_YIELDING = {"lead", "result", "yield", "net"}
_EFFECTS = {"damage", "destroy", "hit", "injure", "kill", "strike", "target", "wound"}
_LOSSES = {"casualty", "death", "fatality", "injury", "loss", "wound"}
_GOES_ON = {"begin", "continue", "drag", "ensue", "erupt", "last", "occur", "rage", "start"}  # what a clash does


def bare_row(context: Context, trigger: Trigger) -> list[Row]:
    """Deeds without a named target: "15 deaths", "an air strike took place", "a bomb exploded"."""
    p, i = context.parse, trigger.at
    rule = trigger.rules[0]
    if trigger.pos == "noun" and p.lemma[i] in (
        "death",
        "injury",
        "arrest",
        "killing",
        "murder",
        "abduction",
        "kidnapping",
    ):
        target = make_target(context, i)
        if (
            target is not None
            and target.quantity is not None
            and target.quantity.text.lower() not in ("a", "an", "another")
        ):
            kind = "person unspecified"
            return [(target_row(context, trigger, rule.outcome, target, kind), target)]
        verb = governor(p, i)
        if p.lower[i] == "arrests" and verb is not None and p.lemma[verb] in ("make", "carry"):
            return [(bare(context, trigger, rule.outcome), None)]
        return []
    if rule.outcome != "attacked" or (trigger.pos == "noun" and _is_definite(context, i)):
        return []
    if trigger.pos == "noun":
        verb = governor(p, i)
        if verb is None or p.lemma[verb] not in LIGHT | OCCUR | REPEL:
            return []
        if p.dep[top_noun(p, i)] in ("nsubj", "conj") and p.lemma[verb] in _EFFECTS:
            return []  # "an air strike hit the town": the verb tells the deed, and on whom
    elif p.dep[i] == "acl" or rule.target == "object" or (rule.target == "on" and rule.kinds):
        return []
    elif rule.target == "near" and not _is_explosion(context, i):
        return []
    return [(bare(context, trigger, rule.outcome), None)]


def _is_explosion(context: Context, verb: int) -> bool:
    p = context.parse
    return subject(p, verb) is not None or is_passive(p, verb)


def _is_definite(context: Context, noun: int) -> bool:
    p = context.parse
    return any(p.lower[c] in ("the", "this", "that", "these", "those", "such") for c in p.children[noun] if c < noun)


def _is_known(context: Context, clash: int) -> bool:
    """Is "the clash" one told before? Not where the text has told of none so far: "the clashes lasted an hour"."""
    if not _is_definite(context, clash):
        return False
    verb = governor(context.parse, clash)
    told = any(o.outcome == "clashed" for o in context.outcomes)
    return told or verb is None or context.parse.lemma[verb] not in _GOES_ON


def operation_row(context: Context, trigger: Trigger) -> list[Row]:
    """Launching or carrying out an operation, a campaign, a search."""
    p, i = context.parse, trigger.at
    top = top_noun(p, i)
    verb = governor(p, top)
    engaged = verb is not None and p.lemma[verb] == "engage"  # "engaged in an offensive"
    told = _told_beside(p, i, verb)
    if told is not None:
        verb, engaged, top = told, True, i
    if verb is None or not (engaged or p.lemma[verb] in _STARTING):
        return []
    if (
        not engaged
        and p.dep[top] in ("nsubj",)
        and p.lemma[verb] not in ("begin", "start", "commence", "continue", "resume")
    ):
        return []
    if p.dep[top] == "pobj" and p.dep[p.head[top]] != "prt" and p.head[p.head[top]] == verb and not engaged:
        return []
    target = make_target(context, i)
    if target is None:
        return []
    row = target_row(context, trigger, "launched operation", target, "other")
    row.count, row.count_text = None, ""
    operation = context.operation_at.get(i)
    if operation is not None and operation.name:
        row.target = operation.name
    row.start, row.end = min(row.start, p.start[verb]), max(row.end, p.end[verb])
    for force in operation.adversary if operation else ():
        row.affected.append(force.name)
        row.affected_forces.append(force)
    return [(row, target)]


def _told_beside(p: Parse, noun: int, verb: int | None) -> int | None:
    """The participle that says that it was begun, or the verb of what it led to.

    "An operation conducted near the border", "launched in March, the operation aims to", "a sweep led to the arrest".
    """
    indefinite = any(p.lower[c] in ("a", "an", "another") for c in p.children[noun] if c < noun)
    for c in p.children[noun]:
        if p.dep[c] == "acl" and p.tag[c] == "VBN" and p.lemma[c] in _STARTING and (indefinite or p.word[c - 1] == ","):
            return c
    if verb is None or p.dep[noun] not in ("nsubj", "nsubjpass"):
        return None
    if indefinite and p.lemma[verb] in _YIELDING:
        return verb
    before = (c for c in p.children[verb] if c < noun and p.dep[c] == "advcl" and p.tag[c] == "VBN")
    return next((c for c in before if p.lemma[c] in _STARTING), None)


def toll_row(context: Context, trigger: Trigger) -> list[Row]:
    """ "There were no casualties", "suffered casualties", "three fatalities"."""
    p, i = context.parse, trigger.at
    if p.lemma[i] in ("toll", "number"):
        return told_toll_rows(context, trigger)
    if p.tag[i - 1] == "VBG" and p.lemma[i - 1] in ("suffer", "sustain"):
        return []  # "with some sustaining injuries": the verb tells
    target = make_target(context, i)
    if target is None:
        return []
    verb = governor(p, top_noun(p, i))
    if verb is not None and any(p.dep[c] == "neg" for c in p.children[verb]):  # "did not cause any casualties"
        target = replace(target, quantity=Quantity("", (0, 0), i, i))
    counted = target.quantity is not None
    if not counted and not (verb is not None and _tells_losses(p, i, verb)):
        return []
    return [(target_row(context, trigger, "killed", target, "person unspecified"), target)]


def _tells_losses(p: Parse, toll: int, verb: int) -> bool:
    """ "Inflicted casualties", "heavy casualties were reported", "there were casualties"."""
    if p.lemma[verb] in ("suffer", "inflict", "cause", "sustain", "incur", "take"):
        return True
    if p.lemma[verb] == "be":
        return any(p.dep[c] == "expl" for c in p.children[verb])
    heavy = any(p.lower[c] in _HEAVY for c in p.children[toll])
    return p.lemma[verb] in ("report", "record") and p.dep[toll] == "nsubjpass" and heavy


def _clash_word(context: Context, trigger: Trigger) -> str:
    """ "A shoot-out", not "out"."""
    p = context.parse
    hyphenated = "-" in p.word[trigger.begin : trigger.last + 1]
    return p.slice(trigger.begin, trigger.last) if hyphenated else p.word[trigger.at]


def clash_row(context: Context, trigger: Trigger) -> list[Row]:
    """A clash has both sides as target, as actor and as affected, and no count."""
    p, i = context.parse, trigger.at
    heads: list[int] = []
    if trigger.pos == "verb":
        own = subject(p, i)
        heads = [own] if own is not None else []
        if p.lemma[i] in _MEETING and own is not None:
            met = [c for c in p.children[i] if p.dep[c] == "dobj" and kind_of(context, c)[0] in _ARMED]
            if not met and p.lemma[i] == "encounter":
                return []
            heads += met
        places = [i, trigger.last]
    else:
        verb = governor(p, i)
        places = [i] if verb is None else [i, verb]
        engaged = verb is not None and p.lemma[verb] in (LIGHT - {"report", "record", "see", "witness", "announce"}) | {
            "engage", "be", "have", "break", "lock", "involve",
        }  # fmt: skip
        if verb is not None and engaged and p.dep[i] in ("dobj", "pobj") and (own := subject(p, verb)) is not None:
            heads = [own]
    for place in dict.fromkeys(places):
        heads += preposition_objects(p, place, "between", "with", "against", "among")
    for head in list(heads):  # "the army and M23 rebels", where the parser hangs the army on the rebels
        heads += [c for c in p.children[head] if p.dep[c] == "nmod" and any(p.dep[k] == "conj" for k in p.children[c])]
    sides: list[Target] = []
    for head in dict.fromkeys(heads):
        for target in items_of(context, head):
            if p.lemma[target.head] in _LOSSES:
                continue  # "after the clash, with some sustaining injuries"
            side = p.lower[target.head] in _SIDES
            if (target.kind in PEOPLE or target.head in context.force_at or side) and target.head not in [
                s.head for s in sides
            ]:
                sides.append(target)
    if trigger.pos == "verb" and p.lemma[i] in ("fight", "battle") and len(sides) < 2:
        return []
    if not sides and (trigger.pos == "verb" or _is_known(context, i) or governor(p, i) is None):
        return []
    row = bare(context, trigger, "clashed")
    row.target = "; ".join(s.text for s in sides) or _clash_word(context, trigger)
    if sides:
        row.target_at = context.mention(sides[0].first, sides[0].last)
        last = max(sides, key=lambda s: s.last)
        if p.sent[last.last] == p.sent[i]:
            row.start = min(row.start, p.start[min(s.first for s in sides)])
            row.end = max(row.end, p.end[last.last])
    forces = [context.force_at[s.head] for s in sides if s.head in context.force_at]
    row.actor_forces, row.affected_forces = list(dict.fromkeys(forces)), list(dict.fromkeys(forces))
    row.actor = [f.name for f in row.actor_forces] or [s.text for s in sides]
    row.affected = [f.name for f in row.affected_forces]
    return [(row, None)]
