"""Where, from beyond the sentence: the label of a log's entry, "here" under a dateline, the attack that is meant again.

Also the country of a place that no gazetteer knows, where the report names places of one country alone.
"""

from __future__ import annotations

from collections import Counter

from ..context import Context
from ..places.locations import about_one_country
from ..records import TO_COME, Location, Outcome, Reason
from .carry import same_event
from .pointers import pointed_place
from .scene import aside_at
from .where import containers, fineness

_LONGEST_LABEL = 16  # tokens
_LABEL_MARKS = {",", "(", ")", "/", "-", "and"}
_LABELLED = {"district", "province", "region"}
_SHARE = 0.8  # of the resolved places that must lie in one country


def settle_scenes(context: Context) -> None:
    """Gives outcomes without a place that of their entry, of "here", or of the event that they belong to."""
    labels, dateline = _labels(context), _dateline(context)
    for outcome in context.outcomes:
        label = labels.get(context.parse.paragraph[outcome.trigger])
        if label is not None:
            _hold(label, outcome)
        if outcome.place is None and dateline is not None and _is_here(context, outcome):
            _set(outcome, dateline, "here")
        done = outcome.status not in TO_COME and outcome.outcome != "launched operation"
        if done and outcome.place is None and (pointed := pointed_place(context, outcome)) is not None:
            _set(outcome, pointed, "what the words point back to")
        if outcome.place is None and (earlier := same_event(context, outcome)) is not None and earlier.place:
            _set(outcome, earlier.place, "the event told before")
    _settle_countries(context)


def _set(outcome: Outcome, place: Location, note: str) -> None:
    outcome.place = place
    outcome.reasons.append(Reason("argument", f"place: {place.name} ({note})", place.start, place.end))


def _labels(context: Context) -> dict[int, Location]:
    """The finest place in the label of a log's entry ("7 Feb, Mueda district:", "Idlib province:"), by paragraph."""
    p = context.parse
    out: dict[int, Location] = {}
    bare: set[int] = set()  # paragraphs whose label has neither a date nor a kind of area, as datelines have none
    for n, (a, _) in enumerate(p.sents):
        if n and p.paragraph[a] == p.paragraph[a - 1]:
            continue
        here = [context.place_at[i] for i in _label(context, a) if i in context.place_at]
        if not here:
            continue
        out[p.paragraph[a]] = finest = max(here, key=fineness)
        if not p.word[a][:1].isdigit() and finest.feature not in _LABELLED:
            bare.add(p.paragraph[a])
    return {n: place for n, place in out.items() if n not in bare or len(bare) > 1}


def _label(context: Context, a: int) -> range:
    """The tokens of the label that opens the paragraph at token a: dates and places up to a mark, and no verb."""
    p = context.parse
    dated = p.word[a][:1].isdigit()
    for i in range(a, min(len(p) - 1, a + _LONGEST_LABEL)):
        if p.paragraph[i] != p.paragraph[a] or aside_at(context, i) == "dateline":
            break
        if p.word[i] == ":" or (dated and p.word[i] == "."):
            return range(a, i) if p.paragraph[i + 1] == p.paragraph[a] else range(0)
        if i not in context.place_at and (p.pos[i] in ("VERB", "AUX") or not (dated or p.word[i] in _LABEL_MARKS)):
            break
    return range(0)


def _hold(label: Location, outcome: Outcome) -> None:
    """The entry's place is where it happened, or holds the finer place of the sentence."""
    if outcome.place is None:
        _set(outcome, label, "the entry's label")
    elif outcome.place.inside is None and outcome.place is not label and fineness(label) < fineness(outcome.place):
        outcome.place.inside = label


def _dateline(context: Context) -> Location | None:
    """The place that the report is sent from: the first of a lead before the first real sentence."""
    p = context.parse
    if not p.sents:
        return None
    for a, b in p.sents[:3]:
        if p.word[b - 1] in ("-", "--", "---", ":") and b - a <= _LONGEST_LABEL:
            return next((context.place_at[i] for i in range(a, b) if i in context.place_at), None)
    return None


def _is_here(context: Context, outcome: Outcome) -> bool:
    p = context.parse
    a, b = p.sents[p.sent[outcome.trigger]]
    return any(p.lower[i] == "here" and p.tag[i] == "RB" for i in range(a, b))


def _settle_countries(context: Context) -> None:
    """An unknown place lies in the country of what holds it, or in the one country of the report's other places."""
    placed = Counter(loc.country for loc in context.locations if loc.country and loc.feature != "border")
    known = Counter(
        loc.country for loc in context.locations if loc.country and loc.feature not in ("country", "border")
    )
    country, count = known.most_common(1)[0] if known else ("", 0)
    alone = count >= 2 and count >= _SHARE * known.total()
    if count == 1 and len(placed) == 1:  # the only place, in a report that speaks of its country alone
        alone = about_one_country(context, country)
    for location in context.locations:
        if location.country or location.feature == "border":
            continue
        holder = next((outer.country for outer in containers(location) if outer.country), "")
        if found := holder or (country if alone else ""):
            location.country = found
            note = "the country of the place that holds it" if holder else "the country of the report's other places"
            location.reasons.append(Reason("pattern", note, location.start, location.end))
