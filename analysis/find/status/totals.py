"""Running totals: numbers that add up many events ("more than 70,000 have died since the war began").

They are true and belong in the table, but as background: whoever sums the incidents of a report must not add them.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...read.language import Parse
from ..context import Context
from ..deeds.noun_arguments import governor
from ..deeds.told_tolls import is_brought
from ..deeds.triggers import PEOPLE
from ..records import Outcome
from ..words.grammar import clause_head, first_conjunct
from ..words.subjects import subject

_WARS = 5000  # no single event of a report kills as many; a war does
_LONG = frozenset("week month year decade generation".split())
_SPANNING = frozenset("in over during within for throughout".split())
_BACKWARD = frozenset("past last previous recent preceding".split())
_TODAY = frozenset(
    """
    afternoon dawn evening friday hour midnight minute monday morning night noon saturday sunday thursday today tuesday
    wednesday weekend yesterday
    """.split()
)
_COUNTLESS = frozenset("countless innumerable many numerous".split())
_HEAPS = frozenset("hundreds thousands".split())
_VAGUE = {200, 2000}
_CAMPAIGNS = frozenset("campaign conflict fighting insurgency offensive rebellion uprising unrest violence war".split())


def running_total(context: Context, outcome: Outcome) -> tuple[int, int] | None:
    """The words that show the row's number to be a running total, first and last; None where it counts one event.

    >>> from analysis import read_text, tabulate
    >>> def status(text):
    ...     return [row["status"] for row in tabulate(read_text(text)).rows["outcomes"]]
    >>> status("More than 300 people have been killed in the past two months.")
    ['background']
    >>> status("Three people were killed on Monday.")
    ['reported']
    """
    if outcome.target_kind not in PEOPLE or outcome.count == (1, 1):
        return None
    p = context.parse
    if is_brought(p, outcome):
        return outcome.trigger, outcome.trigger
    low = (outcome.count or (None, None))[0]
    if outcome.outcome == "killed" and low is not None and low >= _WARS:
        at = outcome.target_at
        return (at.first, at.last) if at else (outcome.trigger, outcome.trigger)
    verb = _verb(p, outcome.trigger)
    if _is_perfect(p, verb) and _is_countless(p, outcome, low):
        at = outcome.target_at
        return (p.left[at.head], at.last) if at else (verb, verb)
    if (agent := subject(p, verb)) is not None and p.lemma[agent] in _CAMPAIGNS and _is_perfect(p, verb):
        return agent, agent
    return next(((p.left[c], p.right[c]) for c in _adjuncts(p, outcome, verb) if _is_span(p, c)), None)


def _is_countless(p: Parse, outcome: Outcome, low: int | None) -> bool:
    """ "Have killed many judges", "have caused hundreds of casualties": no one event."""
    at = outcome.target_at
    if at is None:
        return False
    words = {p.lower[i] for i in range(p.left[at.head], at.head + 1)}
    if outcome.outcome != "killed":
        return False
    heaps = set(outcome.count_text.lower().split()) & _HEAPS
    return (outcome.count is None and bool(words & _COUNTLESS)) or (low in _VAGUE and bool(heaps))


def _verb(p: Parse, trigger: int) -> int:
    if p.pos[trigger] == "VERB":  # "has killed 800 and driven many from their homes"
        return first_conjunct(p, trigger)
    above = governor(p, trigger)
    return clause_head(p, trigger) if above is None else above


def _is_perfect(p: Parse, verb: int) -> bool:
    return any(p.dep[c] == "aux" and p.lemma[c] == "have" for c in p.children[verb])


def _adjuncts(p: Parse, outcome: Outcome, verb: int) -> Iterator[int]:
    """What hangs on the deed, its verb or its target and may say over which time the number runs."""
    places = {outcome.trigger, verb} | ({outcome.target_at.head} if outcome.target_at else set())
    for place in sorted(places):
        yield from (c for c in p.children[place] if p.dep[c] in ("prep", "advcl", "npadvmod", "advmod"))


def _is_span(p: Parse, c: int) -> bool:
    words = range(p.left[c], min(p.right[c], p.left[c] + 9) + 1)
    lemmas = [p.lemma[i] for i in words]
    if p.lower[p.left[c]] == "since" and len(lemmas) > 1:
        return not _TODAY & set(lemmas)
    if p.dep[c] == "npadvmod":
        return p.lemma[c] == "year" and "this" in lemmas
    if p.lower[c] not in _SPANNING:
        return False
    for i in words:
        if p.lemma[i] in _LONG and p.dep[i] == "pobj" and p.head[i] == c:
            inner = {p.lower[k] for k in range(p.left[i], i)}
            counted = any(p.tag[k] == "CD" or p.lower[k] in ("several", "few") for k in p.children[i])
            return (counted and p.tag[i] == "NNS") or bool(inner & _BACKWARD)
    return False
