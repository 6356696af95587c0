"""Numbers whose deed is told once: "eight were killed in Heet, two in Rutba and another in Rawa"."""

from __future__ import annotations

from collections.abc import Iterator

from ..context import Context
from ..records import Location, Outcome
from ..words.numbers import is_number
from .rows import target_row
from .targets import Target, make_target
from .triggers import PEOPLE, Trigger

_IN = {"in", "at", "near", "outside", "inside", "around"}
_BEFORE = {",", ";", "and"}
_ORDINALS = {"first", "second", "third", "fourth", "fifth", "other", "latter"}
_ENDS = {"VBD", "VBZ", "VBP", "MD"}
_SITES = {"territory", "position", "building"}
_REACH = 40
Row = tuple[Outcome, Target | None]


def elliptical_rows(context: Context, trigger: Trigger, rows: list[Row]) -> list[Row]:
    """The rows of the further numbers behind a deed to people, each with a place of its own."""
    p = context.parse
    whole, target = rows[-1]
    if target is None or whole.target_kind not in PEOPLE or trigger.pos not in ("verb", "adjective"):
        return []
    done = {t.head: row for row, t in rows if t is not None}
    out: list[Row] = []
    after = max(trigger.last, min(done))
    found = list(_numbers(context, after))
    parts = bool(found) and not any(_place(context, i + 1)[0] for i in range(after, found[0][0]) if p.lower[i] in _IN)
    for number, place in found:
        if number in done:  # "killed six in Kirkuk and two in Dibis", where the parser made a list
            done[number].place = place
            continue
        item = make_target(context, number)
        if item is None or item.quantity is None:
            continue
        row = target_row(context, trigger, whole.outcome, item, whole.target_kind)
        if target.cls != "number":
            row.target = rows[0][0].target
        row.place = place
        row.part_of = whole if parts else None  # "14 were killed, eight in Heet and six in Rawa"
        out.append((row, item))
    return out


def _numbers(context: Context, after: int) -> Iterator[tuple[int, Location | None]]:
    """The bare numbers behind the deed that a place follows, before the next verb."""
    p = context.parse
    end = min(p.sents[p.sent[after]][1] - 2, after + _REACH)
    for i in range(after + 1, end):
        if p.tag[i] in _ENDS or (p.pos[i] == "VERB" and p.tag[i] == "VBN"):
            return
        bare = is_number(p, i) or p.lower[i] in ("another", "others")
        first = i - (p.lower[i] == "others" and is_number(p, i - 1))  # "and two others in Rawa"
        if bare and p.lower[first - 1] in _BEFORE and p.lower[i + 1] in _IN:
            found, place = _place(context, i + 2)
            if found:
                yield i, place


def _place(context: Context, start: int) -> tuple[bool, Location | None]:
    """Does a place follow, and which: a known one, or one without a name ("in the second village")?"""
    p = context.parse
    end = p.sents[p.sent[start]][1]
    for i in range(start, min(end, start + 7)):
        if p.lower[i] in _ORDINALS:
            return True, None
        if i in context.place_at:
            return True, context.place_at[i]
        if p.lower[i] in _BEFORE or (is_number(p, i) and i > start):
            break
        target = make_target(context, i) if p.tag[i].startswith("NN") else None
        if target is not None and target.kind in _SITES:
            return True, None
    return False, None
