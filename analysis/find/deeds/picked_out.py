"""Who was among the dead: "among the dead was an officer", "three of those killed were children", "the dead include".

Such a sentence names people whom an earlier number includes already; their row is part of it.
"""

from __future__ import annotations

from dataclasses import replace

from ...read.language import Parse
from ..context import Context
from ..records import Outcome
from ..words.numbers import is_number, read_number
from ..words.quantities import Quantity
from ..words.subjects import antecedent
from .lists import items_of
from .rows import target_row
from .targets import Target, make_target
from .triggers import PEOPLE, Trigger

_INCLUDE = {"include", "comprise"}
Row = tuple[Outcome, Target | None]


def picked_out_rows(context: Context, trigger: Trigger) -> list[Row] | None:
    """The rows of those whom the sentence picks out of the killed, wounded or arrested; None where it does not."""
    p = context.parse
    found = _picked_out(p, trigger.at)
    if found is None:
        return None
    rows: list[Row] = []
    outcome = trigger.rules[0].outcome
    whole = _whole(context, outcome)
    counted = _counted(context, trigger.at)
    if counted is not None:
        whole = target_row(context, trigger, outcome, counted, counted.kind or "person unspecified")
        rows.append((whole, counted))
    for target in items_of(context, found[0]):
        if (target.kind and target.kind not in PEOPLE) or (rows and target.cls == "forces" and not target.quantity):
            continue  # "chiefs of the Front, the Army and the League"
        if found[1] is not None:
            target = replace(target, quantity=found[1])
        row = target_row(context, trigger, outcome, target, target.kind or "person unspecified")
        row.part_of = whole
        rows.append((row, target))
    return rows


def _group(p: Parse, i: int) -> int:
    """The noun for all of them: "those killed" those, "among the four persons abducted" the persons."""
    noun = p.head[i]
    if p.dep[i] not in ("acl", "relcl"):
        return i
    among = p.dep[noun] == "pobj" and p.lower[p.head[noun]] == "among"
    return noun if p.lower[noun] == "those" or among else i


def _counted(context: Context, i: int) -> Target | None:
    """The whole where this sentence has its number: "among the four abducted were two girls"."""
    group = _group(context.parse, i)
    target = make_target(context, group) if group != i else None
    return target if target is not None and target.quantity is not None else None


def _picked_out(p: Parse, i: int) -> tuple[int, Quantity | None] | None:
    """The head of those picked out, and their number where it stands with the whole ("two of those killed")."""
    group = _group(p, i)
    above = p.head[group]
    if group == i and not any(p.lower[c] in ("the", "those") for c in p.children[i]):
        return None
    if p.dep[group] == "nsubj" and p.lemma[above] in _INCLUDE:
        return _complement(p, above, None)
    if p.dep[group] != "pobj":
        return None
    verb = p.head[above]
    if p.lower[above] == "among" and p.lemma[verb] == "be":
        if above > verb:  # "X was among the dead"
            subject = next((c for c in p.children[verb] if p.dep[c] == "nsubj"), None)
            return None if subject is None else (antecedent(p, verb, subject), None)
        return _complement(p, verb, None)
    if p.lower[above] == "of" and is_number(p, verb) and p.dep[verb] == "nsubj" and p.lemma[p.head[verb]] == "be":
        read = read_number(p, verb, verb)
        if read is None:
            return None
        count = (int(read[0]), int(read[0]))
        return _complement(p, p.head[verb], Quantity(p.slice(verb, verb), count, verb, verb))
    return None


def _complement(p: Parse, verb: int, quantity: Quantity | None) -> tuple[int, Quantity | None] | None:
    """The noun behind the verb, whatever the parser calls it."""
    for c in p.children[verb]:
        if c > verb and p.dep[c] in ("attr", "nsubj", "dobj") and p.pos[c] in ("NOUN", "PROPN", "NUM"):
            return c, quantity
    return None


def _whole(context: Context, outcome: str) -> Outcome | None:
    """The last number of the same outcome that can include more people than one."""
    for row in reversed(context.outcomes):
        if row.outcome == outcome and row.part_of is None and row.count not in ((1, 1), None, (0, 0)):
            return row
    return None
