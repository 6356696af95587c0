"""What was done: one row per outcome, target and source of the number.

A trigger (triggers.py) names the deed; its arguments (arguments.py) give target and actor; targets.py splits lists and
counts; tolls.py relates totals and parts and drops what is said twice; sides.py fills the other cells.
"""

from __future__ import annotations

from dataclasses import replace

from .actors import find_actor
from .anaphora import with_earlier_number
from .arguments import companions, patients, stranded
from .context import Context
from .event_rows import Row, bare_row, clash_row, operation_row, toll_row
from .identified import find_identified, named_beside
from .lists import items_of, parts_of
from .means import find_means
from .no_deeds import tells_no_deed
from .records import Outcome
from .rows import pronoun_row, target_row
from .sides import find_affected, find_place, find_speaker
from .subjects import is_passive
from .targets import Target
from .tolls import settle_tolls
from .triggers import PEOPLE, Rule, Trigger, find_triggers

_PEOPLE_OUTCOMES = {"killed", "wounded", "arrested", "kidnapped", "surrendered", "displaced"}
_CASUALTIES = {"killed", "wounded"}
_WEAK = frozenset(
    """
    arrive capture clean clear control deploy discover drive eliminate find free hit hold intercept lay locate loss move
    neutralise neutralize position push raid recover release remove search secure seize send station strike sweep
    take target
    """.split()
)
_NEGATIONS = {"not", "n't", "never", "without", "cannot"}
_CONDITIONS = {"if", "unless", "lest"}
_NOBODY = {"nobody", "none"}


def find_outcomes(context: Context) -> None:
    """Adds the outcomes of the document to the context."""
    for trigger in find_triggers(context):
        for outcome, target in _rows(context, trigger):
            _complete(context, trigger, outcome, target)
            context.outcomes.append(outcome)
    settle_tolls(context)
    find_identified(context)


def _complete(context: Context, trigger: Trigger, outcome: Outcome, target: Target | None) -> None:
    find_speaker(context, outcome)
    if outcome.outcome != "clashed":
        find_actor(context, trigger, outcome)
        find_affected(context, outcome)
    find_means(context, trigger, outcome)
    if outcome.place is None:
        find_place(context, outcome)


def _rows(context: Context, trigger: Trigger) -> list[Row]:
    if _is_negated(context, trigger):
        return []
    if trigger.pos == "operation":
        return operation_row(context, trigger)
    if trigger.pos == "toll":
        return toll_row(context, trigger)
    if trigger.rules[0].target == "both":
        return clash_row(context, trigger)
    if trigger.rules[0].target == "self":
        return bare_row(context, trigger)
    if not trigger.rules[0].outcome or tells_no_deed(context, trigger):
        return []
    for rule in trigger.rules:
        rows: list[Row] = []
        for head in patients(context.parse, trigger, rule):
            if all(target is None or target.head != head for _, target in rows):
                rows += _target_rows(context, trigger, rule, head)
        if rows and rule.outcome in _PEOPLE_OUTCOMES:
            for head in companions(context.parse, trigger):
                rows += _target_rows(context, trigger, rule, head)
        if rows:
            return rows
    where = trigger.rules[0].target
    if trigger.pos == "verb" and (where == "subject" or (where == "object" and is_passive(context.parse, trigger.at))):
        for rule in trigger.rules:
            for head in stranded(context.parse, trigger):
                if rows := _target_rows(context, trigger, rule, head):
                    return rows
    return bare_row(context, trigger)


def _target_rows(context: Context, trigger: Trigger, rule: Rule, head: int) -> list[Row]:
    p = context.parse
    if p.tag[head] in ("PRP", "PRP$"):
        row = pronoun_row(context, trigger, rule, head)
        joined = [c for c in p.children[head] if p.dep[c] == "conj" and p.pos[c] != "VERB"]  # "her and her husband"
        return [*([row] if row else []), *(r for c in joined for r in _target_rows(context, trigger, rule, c))]
    out: list[Row] = []
    for target in items_of(context, head):
        if rule.outcome in _CASUALTIES:
            target = with_earlier_number(context, target)
        kind = _admitted(context, trigger, rule, target)
        if not kind or (rule.target == "near" and kind == "territory"):
            continue
        if rule.target in ("near", "at", "into") and target.cls == "number":
            continue  # "at 0650"
        if rule.outcome == "destroyed" and kind == "explosives" and p.dep[target.head] == "nsubj":
            continue  # "a car bomb blew up": it exploded
        if trigger.pos != "noun" and target.first <= trigger.at <= target.last and target.cls != "bodies":
            continue
        if target.quantity is not None and target.quantity.count == (0, 0) and rule.outcome not in _PEOPLE_OUTCOMES:
            continue  # "hit no one"
        if target.cls == "name" and rule.outcome not in _PEOPLE_OUTCOMES:
            target = replace(target, quantity=None)
        whole = target_row(context, trigger, rule.outcome, target, kind)
        out.append((whole, target))
        for part in parts_of(context, target) or named_beside(context, target):
            piece = target_row(context, trigger, rule.outcome, part, part.kind or kind)
            piece.part_of = whole
            out.append((piece, part))
    return out


def _admitted(context: Context, trigger: Trigger, rule: Rule, target: Target) -> str:
    """The target's kind where the rule admits it; '' where it does not."""
    if target.cls == "abstract":
        return ""
    if target.kind and rule.admits(target.kind, target.cls):
        return "civilian" if rule.outcome == "displaced" and target.kind == "person unspecified" else target.kind
    if target.kind and target.cls != "number":
        return ""
    if context.parse.lemma[trigger.at] in _WEAK and not _is_certain(rule) and target.cls != "number":
        return ""
    if rule.kinds >= PEOPLE or rule.outcome in _PEOPLE_OUTCOMES:
        return "person unspecified"
    if rule.outcome in ("destroyed", "attacked") and not target.kind:
        return "other"
    return ""


def _is_certain(rule: Rule) -> bool:
    """ "Took hostage" is done to people, whoever they are; "took" and "took out" may be done to anything."""
    return rule.outcome in _PEOPLE_OUTCOMES and rule.words[-1] in ("captive", "custody", "death", "hostage", "prisoner")


def _is_negated(context: Context, trigger: Trigger) -> bool:
    p, i = context.parse, trigger.at
    for c in p.children[i]:
        if p.dep[c] == "neg" or p.lower[c] in _NEGATIONS:
            return p.lower[c + 1 : c + 2] not in (["only"], ["just"], ["merely"])
        if p.dep[c] == "mark" and p.lower[c] in _CONDITIONS:
            return True
    if p.dep[i] == "xcomp" and any(p.dep[c] == "neg" for c in p.children[p.head[i]]):
        return True
    return p.dep[i] in ("pobj", "pcomp") and p.lower[p.head[i]] in ("without", "from")
