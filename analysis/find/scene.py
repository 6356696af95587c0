"""The place that an outcome's own clause names."""

from __future__ import annotations

from ..read.language import Parse
from .context import Context
from .records import Location, Outcome, Reason


def find_place(context: Context, outcome: Outcome) -> None:
    """Sets the place that the outcome's clause names: the most precise of a chain ("Heet, Anbar": Heet)."""
    p = context.parse
    a, b = p.sents[p.sent[outcome.trigger]]
    mention = outcome.target_at
    if outcome.target_kind == "territory" and mention is not None:
        for i in range(mention.first, mention.last + 1):
            if i in context.place_at:
                outcome.place = context.place_at[i]
                return
    said = context.statement_at(p.start[outcome.trigger])
    best: tuple[tuple[int, int], Location, int] | None = None
    for i in range(a, b):
        place = context.place_at.get(i)
        if place is None or (i and context.place_at.get(i - 1) is place):
            continue
        if (said is not None and not said.start <= p.start[i] < said.end) or _is_done_to(context, i, outcome.trigger):
            continue
        rank = (_distance(p, i, outcome.trigger), abs(i - outcome.trigger))
        if best is None or rank < best[0]:
            best = (rank, place, i)
    if best is not None:
        outcome.place = best[1]
        outcome.reasons.append(Reason("argument", f"place: {best[1].name}", p.start[best[2]], p.end[best[2]]))


def _is_done_to(context: Context, i: int, trigger: int) -> bool:
    """Is the place the object or the subject of another verb ("find cells and secure Rawa")?"""
    p = context.parse
    while i in context.place_at and p.head[i] in context.place_at and p.head[i] != i:
        i = p.head[i]
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
