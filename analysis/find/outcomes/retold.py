"""One person, one row: a deed that is told again of the same named person falls to its first telling.

"Attorney General Roberto Garcia was shot dead ... Garcia's murder ... the killing of the attorney general": one row.
Runs once statuses are known, since a planned killing and a done one are two rows.
"""

from __future__ import annotations

from ..context import Context
from ..records import Outcome, Person
from .tolls import merge

_UNDONE = {"denied", "intended", "planned"}
_ANYONE = frozenset(
    """
    activist businessman candidate churchman cleric clergyman deceased diplomat journalist judge lawmaker leader
    legislator man official politician prelate priest senator student teacher victim woman
    """.split()
)
_DEFINITE = {"the", "this", "that"}


def merge_retold(context: Context) -> None:
    """Drops the rows that tell a deed of a named person again, or of whom the name comes later."""
    kept: list[Outcome] = []
    for outcome in context.outcomes:
        twin = next((e for e in kept if _same_person(context, e, outcome)), None)
        if twin is None:
            kept.append(outcome)
            continue
        named, other = (twin, outcome) if _person(context, twin) is not None else (outcome, twin)
        kept[kept.index(twin)] = named
        merge(named, other)
        if twin.status == "background" != outcome.status:  # what is history here is news there
            named.status, named.status_by, named.status_statement = (
                outcome.status, outcome.status_by, outcome.status_statement,
            )  # fmt: skip
        for row in context.outcomes:
            if row.part_of is other:
                row.part_of = named
    context.outcomes[:] = kept


def _person(context: Context, outcome: Outcome) -> Person | None:
    mention = outcome.target_at
    return context.person_at.get(mention.head) if mention is not None else None


def _same_person(context: Context, a: Outcome, b: Outcome) -> bool:
    if a.outcome != b.outcome or (a.status in _UNDONE) != (b.status in _UNDONE):
        return False
    if a.count == b.count == (1, 1) and _is_same_name(a.target, b.target):
        return True
    first, second = _person(context, a), _person(context, b)
    if first is not None and second is not None:
        return first is second
    if first is not None:
        return _describes(context, b, first, later=True)
    return second is not None and _describes(context, a, second, later=False)


def _is_same_name(a: str, b: str) -> bool:
    """ "Gonzalo Rodriguez Gacha", later "Rodriguez Gacha": a name, whatever else shows it to be a person's."""
    longer, shorter = sorted((a.split(), b.split()), key=len, reverse=True)
    named = all(word[0].isupper() for word in longer) and len(longer) > 1
    return named and bool(shorter) and longer[-len(shorter) :] == shorter


def _describes(context: Context, outcome: Outcome, person: Person, later: bool) -> bool:
    """Does the row's target name the person's office: "the attorney general" after the name, "a judge" before it?"""
    mention, p = outcome.target_at, context.parse
    if mention is None or outcome.count not in (None, (1, 1)) or p.tag[mention.head] not in ("NN", "NNP"):
        return False
    word = p.lower[mention.head]
    definite = any(p.lower[c] in _DEFINITE for c in p.children[mention.head] if c < mention.head)
    if outcome.count is None and not definite and p.dep[mention.head] != "poss":
        return False
    if later and outcome.count is not None and not definite:
        return False  # "a judge" after a named one is another
    return word in person.title.lower().split() or (definite and later and word in _ANYONE)
