"""The hurt of whom no verb of deed tells: "four wounded civilians were taken to hospital", "did not wound anyone"."""

from __future__ import annotations

from dataclasses import replace

from ...read.language import Parse
from ..context import Context
from ..records import Outcome
from ..words.quantities import Quantity
from .arguments import patients
from .lists import items_of, parts_of
from .noun_arguments import governor
from .rows import target_row
from .targets import Target
from .triggers import PEOPLE, Trigger, is_attributive

_CASUALTIES = {"killed", "wounded"}
_CARED_FOR = frozenset(
    "admit airlift bring evacuate move receive record register report rush take transfer treat".split()
)
_ANY = {"any", "single", "anyone", "anybody"}
Row = tuple[Outcome, Target | None]


def none_hurt_rows(context: Context, trigger: Trigger) -> list[Row]:
    """ "The strike did not wound any civilians": none, which is a number too."""
    p = context.parse
    rule = trigger.rules[0]
    if (
        rule.outcome not in _CASUALTIES
        or trigger.pos != "verb"
        or not any(p.dep[c] == "neg" for c in p.children[trigger.at])
    ):
        return []
    rows: list[Row] = []
    for head in patients(p, trigger, rule)[:1]:
        words = range(p.left[head], head + 1)
        some = next((i for i in words if p.lower[i] in _ANY), None)
        if some is None or head < trigger.at:
            continue
        for target in items_of(context, head):
            none = Quantity(p.word[some], (0, 0), some, some)
            kind = target.kind if target.kind in PEOPLE else "person unspecified"
            target = replace(target, quantity=none)
            rows.append((target_row(context, trigger, rule.outcome, target, kind), target))
    return rows


def hurt_rows(context: Context, trigger: Trigger) -> list[Row]:
    """Those whom only an adjective calls wounded, where a number says that they are told for the first time."""
    p, i = context.parse, trigger.at
    if trigger.rules[0].outcome != "wounded" or not is_attributive(p, i):
        return []
    rows: list[Row] = []
    people = p.head[i]
    for whole in items_of(context, people)[:1]:
        if whole.kind not in PEOPLE or whole.quantity is None or not _is_cared_for(p, people):
            continue
        row = target_row(context, trigger, "wounded", replace(whole, first=people, text=p.word[people]), whole.kind)
        rows.append((row, whole))
        for part in parts_of(context, whole):
            piece = target_row(context, trigger, "wounded", part, part.kind or whole.kind)
            piece.part_of = row
            rows.append((piece, part))
    return rows


def _is_cared_for(p: Parse, people: int) -> bool:
    verb = governor(p, people)
    definite = any(p.lower[c] in ("the", "these", "those", "all") for c in p.children[people])
    return verb is not None and p.lemma[verb] in _CARED_FOR and not definite and p.dep[people] in ("nsubjpass", "dobj")
