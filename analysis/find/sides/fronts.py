"""Who attacks whom in the report as a whole, and the deeds whose author it leaves to that: "Rebels raided two villages.
... The governor said that seven people were killed".

A report tells of few attackers, mostly of one. Every attack with its author, whether a row of its own or only a noun
("the Houthi missile attack"), is a blow of his. Harm that nobody is said to have done is his whose blows alone, of
those of its sentence, of the same deed told again, of the sentences beside it or of the paragraphs near it, can have
done it. Bombs whose hand nobody names and attackers whom nobody has identified keep an empty cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...read.language import Parse
from ..context import Context
from ..records import PAST, TO_COME, Force, Outcome, Record
from ..scenes.where import holds
from ..words.subjects import by_agents
from .actors import author_of
from .followed_deeds import HARM, begins_anew, is_states, is_unseen, tells_clash
from .sharing import BLOWS, is_own_side

_HARM = HARM | {"displaced"}
_EVENTS = {"attack", "strike", "airstrike", "raid", "assault", "ambush", "shelling", "bombing", "bombardment",
           "incursion"}  # fmt: skip
_ARMED = {"combatant", "security force"}
_CIVIL = {"civilian", "building", "territory", "person unspecified"}
_SPOTS = {"city", "town", "village", "district"}
_PLURALS = {"incidents", "attacks", "clashes", "operations", "encounters"}
_EITHERS = {"casualties", "many", "more", "others", "some"}  # of either side
_PARRIED = {"down", "intercept", "shoot", "thwart"}  # what the attacked do
_FAR, _NEAR, _BESIDE = 8, 3, 2  # sentences, paragraphs, sentences


@dataclass(slots=True)
class _Blow:
    """One attack with its author: the token that tells it, its row, and whether it is told as an event of its own."""

    at: int
    author: Force
    row: Outcome | None
    single: bool


class _Report:
    """What the report tells of its attackers: their blows, and whom each of them hits."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.blows = list(_blows(context))
        self.alone = len({id(b.author) for b in self.blows}) == 1
        self.hit = {(id(b.author), id(f)) for b in self.blows if b.row for f in b.row.affected_forces}
        self.harms_civilians = {id(b.author) for b in self.blows if _may_harm_civilians(b)}
        p = context.parse
        firsts = [w.first for w in context.dates if w.first]
        self.entries = {i for i in firsts if p.paragraph[i] != p.paragraph[i - 1]}  # of days, as a log has them


def settle_authors(context: Context) -> None:
    """Fills the empty actors of harm whose author the report as a whole makes plain."""
    report = _Report(context)
    p = context.parse
    for outcome in context.outcomes:
        if not outcome.actor and _may_be_laid(context, outcome):
            blow, how = _blow_for(report, outcome)
            if blow is not None:
                by = Record(p.start[blow.at], p.end[blow.at])
                outcome.set_actor([blow.author], f"actor: {blow.author.name} ({how})", by)


def _blows(context: Context) -> Iterator[_Blow]:
    p = context.parse
    rows = {o.trigger for o in context.outcomes}
    past = {p.sent[o.trigger] for o in context.outcomes if o.status in PAST}
    for o in context.outcomes:
        if o.outcome in BLOWS and o.status not in TO_COME | PAST:
            habit = p.tag[o.trigger] == "NNS" and not o.count_text  # "armed attacks by militants are frequent"
            for f in o.actor_forces:
                yield _Blow(o.trigger, f, o, bool(o.target) and not habit and not _is_by_pronoun(context, o))
    for i, lemma in enumerate(p.lemma):
        if lemma in _EVENTS and p.pos[i] == "NOUN" and i not in rows and p.sent[i] not in past:
            force = author_of(context, i)
            if force is not None:
                yield _Blow(i, force, None, single=False)


def _is_by_pronoun(context: Context, outcome: Outcome) -> bool:
    words = [context.document.text[r.start : r.end].lower() for r in outcome.reasons if r.note.startswith("actor:")]
    return any(w in ("they", "it") for w in words)


def _may_be_laid(context: Context, outcome: Outcome) -> bool:
    """Is it harm of which something came, whose hand is not hidden, and which is no part of several events?"""
    if outcome.outcome not in _HARM or outcome.status in TO_COME | PAST or outcome.count == (0, 0):
        return False
    p, at = context.parse, outcome.trigger
    a, b = p.sents[p.sent[at]]
    if any(p.lower[i] in ("separate", "different") and p.lower[i + 1] in _PLURALS for i in range(a, b - 1)):
        return False
    if (outcome.outcome == "destroyed" and p.lemma[at] in _PARRIED) or _is_of_either_side(context, outcome):
        return False
    return not by_agents(p, at) and not begins_anew(p, at) and not is_unseen(context, outcome)


def _is_of_either_side(context: Context, outcome: Outcome) -> bool:
    """ "Others escaped with wounds", in a paragraph on armed men."""
    if outcome.affected or outcome.target_kind != "person unspecified" or not outcome.target:
        return False
    p = context.parse
    armed = any(
        o.target_kind in _ARMED and p.paragraph[o.trigger] == p.paragraph[outcome.trigger] for o in context.outcomes
    )
    return armed and outcome.target.lower().split()[-1] in _EITHERS


def _blow_for(report: _Report, outcome: Outcome) -> tuple[_Blow | None, str]:
    """The blow of the one author who can have done the deed, and why it is his."""
    p, at = report.context.parse, outcome.trigger
    fits = [b for b in report.blows if _can_hit(report, b, outcome) and not _is_elsewhere(b, outcome)]
    single = [] if tells_clash(p, at) else [b for b in fits if b.single and _is_one_story(report, b, at)]
    of_states = not _is_armed(outcome)  # a state is not said to harm others until right before
    near = [b for b in single if not (of_states and is_states(b.author))]
    for how, told in (
        ("of the same sentence", [b for b in fits if p.sent[b.at] == p.sent[at]]),
        ("of the same deed", [b for b in fits if b.row is not None and _is_same(b.row, outcome)]),
        ("of the deed before", [b for b in single if _is_before(p, b, at)]),
        ("of the attack", near and [b for b in fits if b.single]),
    ):
        if told:
            return (told[-1], how) if len({id(b.author) for b in told}) == 1 else (None, "")
        if outcome.outcome in ("displaced", "arrested") and how == "of the deed before":
            break
    return None, ""


def _is_one_story(report: _Report, blow: _Blow, at: int) -> bool:
    """Within a few paragraphs, and nothing between the two turns to another event or opens the entry of another day."""
    p = report.context.parse
    a, b = sorted((p.sent[blow.at], p.sent[at]))
    if b - a > _FAR or abs(p.paragraph[blow.at] - p.paragraph[at]) > _NEAR:
        return False
    starts = [p.sents[s][0] for s in range(a + 1, b + 1)]
    return not any(begins_anew(p, i) or i in report.entries for i in starts)


def _is_before(p: Parse, blow: _Blow, at: int) -> bool:
    return 0 <= p.sent[at] - p.sent[blow.at] <= _BESIDE and p.paragraph[blow.at] == p.paragraph[at]


def _is_armed(outcome: Outcome) -> bool:
    return bool(outcome.affected_forces) or outcome.target_kind in _ARMED


def _is_same(a: Outcome, b: Outcome) -> bool:
    """The same deed told twice: as many of the same side."""
    if a.outcome != b.outcome or not a.count or not b.count or a.count[0] != b.count[0]:
        return False
    sides = not a.affected_forces or not b.affected_forces or a.affected_forces == b.affected_forces
    return sides and (b.count[0] or 0) > 2


def _is_elsewhere(blow: _Blow, outcome: Outcome) -> bool:
    """Were the two on different days, or in places of which neither holds the other?"""
    if blow.row is None:
        return False
    if (
        blow.row.dates
        and outcome.dates
        and (blow.row.dates[1] < outcome.dates[0] or outcome.dates[1] < blow.row.dates[0])
    ):
        return True
    a, b = blow.row.place, outcome.place
    if a is None or b is None or a is b or a.feature not in _SPOTS or b.feature not in _SPOTS:
        return False
    return not holds(a, b) and not holds(b, a)


def _may_harm_civilians(blow: _Blow) -> bool:
    return blow.row is None or blow.row.target_kind in _CIVIL


def _can_hit(report: _Report, blow: _Blow, outcome: Outcome) -> bool:
    """Can the author of the blow have done the deed: not to his own side, and to such as he is told to hit?"""
    author = blow.author
    if is_own_side(author, outcome) or (outcome.outcome == "arrested" and not is_states(author)):
        return False
    if _is_armed(outcome):
        states = [is_states(f) for f in outcome.affected_forces] or [outcome.target_kind == "security force"]
        hit = any((id(author), id(f)) in report.hit for f in outcome.affected_forces)
        return is_states(author) not in states or hit
    if is_states(author):
        return len(report.blows) == 1 or _may_harm_civilians(blow)
    return report.alone or id(author) in report.harms_civilians
