"""The body that a force is part of, where the text says so: "a unit of the Interior Ministry", "affiliated with the
PMF", "the PMF's 40th Brigade", "the 40th Brigade of the PMF"."""

from __future__ import annotations

from ..context import Context
from ..records import Force, Reason

_BELONGS = {"affiliated", "affiliate", "linked", "belonging", "part", "unit", "branch", "wing", "arm", "division",
            "faction", "offshoot", "subordinate", "attached", "formation"}  # fmt: skip
_BETWEEN = {"of", "with", "to", "the", "a", "an", "is", "which", "armed", "military", ",", "(", "-", "elite", "special",
            "and", "closely", "splinter", "paramilitary", "political", "self-styled", "that"}  # fmt: skip
_JOINED = {"linked", "affiliated", "led", "aligned", "backed"}
_PARTS = {"unit", "wing", "militia", "pro-government militia", "command", "intelligence"}
_HOSTILE = {"rebel group", "political militia", "identity militia"}
_FAR = 9  # tokens between a force and the words of belonging


def find_parents(context: Context) -> None:
    """Sets the parent of the forces whose parent stands beside one of their mentions."""
    for force in context.forces:
        if force.generic or (force.reasons[0].kind == "knowledge" and force.kind not in _PARTS):
            continue
        for mention in force.mentions:
            parent = _before(context, force, mention.first) or _after(context, force, mention.last)
            if parent is not None:
                p = context.parse
                force.parent, force.country = parent.name, force.country or parent.country
                if force.reasons[0].kind == "pattern" and parent.actor_type in _HOSTILE:
                    force.actor_type = parent.actor_type  # a "command" of rebels is no state force
                force.reasons.append(Reason("pattern", f"part of {parent.name}", p.start[mention.first], mention.end))
                break


def _other(context: Context, i: int, force: Force) -> Force | None:
    found = context.force_at.get(i)
    return found if found is not None and found is not force and not found.generic else None


def _before(context: Context, force: Force, first: int) -> Force | None:
    """ "the PMF's 40th Brigade", "PMF 40th Brigade"."""
    p = context.parse
    if force.kind not in ("unit", "militia", "command", "armed group", "wing") or not first:
        return None
    at = first - 2 if p.lower[first - 1] in ("'s", "'") else first - 1
    if p.lower[first - 1] in _JOINED and first >= 3 and p.word[first - 2] == "-":
        at = first - 3  # "the SDF-linked Manbij Military Council"
    if at < 0 or p.sent[at] != p.sent[first]:
        return None
    return _other(context, at, force)


def _after(context: Context, force: Force, last: int) -> Force | None:
    """ "the 40th Brigade of the PMF"; "Tariq Brigade, a unit of the PMF"."""
    p = context.parse
    end = min(p.sents[p.sent[last]][1], last + _FAR)
    belongs = False
    if last + 1 < end and p.word[last + 1] == "-":
        return None
    for i in range(last + 1, end):
        low = p.lower[i]
        if i in context.force_at:
            direct = i <= last + 3 and p.lower[last + 1] == "of"
            return _other(context, i, force) if belongs or direct else None
        if low in _BELONGS:
            belongs = True
        elif low not in _BETWEEN:
            return None
    return None
