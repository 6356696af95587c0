"""Places that a sentence only points at: "in the province", "at the site", "there"."""

from __future__ import annotations

from ...read.language import Parse
from ..context import Context
from ..records import Location, Outcome

_KINDS = {
    "base": {"base"}, "camp": {"camp"}, "city": {"city", "town"}, "community": {"village"}, "county": {"district"},
    "district": {"district"},
    "governorate": {"province"}, "province": {"province"}, "region": {"region", "province"}, "state": {"province"},
    "town": {"city", "town"}, "township": {"district"}, "valley": {"region"}, "village": {"village"},
}  # fmt: skip
_SPOTS = {"area", "location", "locations", "scene", "site", "sites", "spot"}
_IN = {"in", "at", "near", "inside", "outside", "around", "on", "from"}
_PEOPLE = {"dwellers", "inhabitants", "members", "people", "residents"}
_THE = {"the", "this", "that", "same"}
_FAR = 3  # paragraphs back to a place of that kind
_NEAR = 1  # paragraphs back to the scene


def pointed_place(context: Context, outcome: Outcome) -> Location | None:
    """The place that the outcome's own words point back to; None where they point at none."""
    p = context.parse
    a, b = p.sents[p.sent[outcome.trigger]]
    target = outcome.target_at
    if target is not None and _is_pointed(p, target.head) and a < target.head < b:
        return _last(context, target.head, _KINDS[p.lower[target.head]])
    for i in range(outcome.trigger + 1, b):
        low = p.lower[i]
        if p.word[i] in (";", '"') or (p.pos[i] == "VERB" and p.dep[i] in ("conj", "advcl", "ROOT", "parataxis")):
            break
        if low == "there" and p.dep[i] == "advmod":
            return _scene(context, outcome, a)
        people = i - a > 2 and p.lower[i - 2] == "of" and p.lower[i - 3] in _PEOPLE  # "two residents of the village"
        within = i - a > 1 and p.lower[i - 1] in _THE and (people or p.lower[i - 2] in _IN)
        if not within or i in context.place_at:
            continue
        if p.tag[min(i + 1, len(p) - 1)] in ("NN", "NNS", "NNP") or p.lower[min(i + 1, b - 1)] == "of":
            continue  # "the district police", "the area of Omki"
        if low in _KINDS:
            return _last(context, i, _KINDS[low])
        if low in _SPOTS:
            return _scene(context, outcome, a)
    return None


def _is_pointed(p: Parse, i: int) -> bool:
    """ "Stormed the village", "raided the same community": a kind of place known from before."""
    following = p.lower[i + 1 : i + 2]
    return p.lower[i] in _KINDS and p.lower[i - 1] in _THE and following not in (["of"], ["where"], ["in"])


def _last(context: Context, at: int, features: set[str]) -> Location | None:
    """The last place of such a kind that is named before the token."""
    p = context.parse
    before = [
        (mention.first, location)
        for location in context.locations
        for mention in location.mentions
        if mention.first < at and not mention.aside and location.feature in features
    ]
    if not before:
        return None
    first, location = max(before, key=lambda found: found[0])
    return location if p.paragraph[at] - p.paragraph[first] <= _FAR else None


def _scene(context: Context, outcome: Outcome, begin: int) -> Location | None:
    """The place of the last deed before the sentence, if it is told close before."""
    p = context.parse
    earlier = [o for o in context.outcomes if o.trigger < begin and o.place is not None and o.status != "background"]
    if not earlier:
        return None
    last = max(earlier, key=lambda o: o.trigger)
    return last.place if p.paragraph[outcome.trigger] - p.paragraph[last.trigger] <= _NEAR else None
