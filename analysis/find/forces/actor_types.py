"""What kind of actor a force is where it acts: a state's army abroad is an external force.

Where it acts is the country that the report is about: first judged from the nations and places that the text names,
once more when the places are settled.
"""

from __future__ import annotations

import math
from datetime import date
from functools import cache

from ...read.knowledge import knowledge
from ..context import Context
from ..gazetteer.lookups import importance, lookup
from ..records import Force
from ..words.phrases import Atoms
from .candidates import Scene
from .known_forces import KnownForce
from .nations import country_weights, find_nations, leading_country

_LOCAL = {"rebel group", "political militia", "identity militia"}
_PLACING = {"in", "near", "at", "outside", "around", "across", "between", "("}
_AREAS = {"district", "province", "governorate", "region", "state", "city", "town", "village", "area", "department",
          "municipality", "township", "county", "community", "commune", "territory"}  # fmt: skip
_PLACE_WEIGHT = {"country": 0.8, "province": 1.5, "region": 1.5}
_LIKELY, _PRESENT = 0.4, 0.4  # shares of the heaviest country's weight
_MANY = 8  # place names asked of the gazetteer


def report_countries(scene: Scene, strong: list[KnownForce]) -> tuple[str, set[str]]:
    """The country that the report is about, '' where none leads, and all that it may be about: by the nations and
    places named, and by the groups that are at home in one country."""
    weights: dict[str, float] = {}
    votes = _places(scene)
    share = 0.5 if votes else 1.0  # places tell more than the groups that are at home there
    for force in strong:
        if force.country and force.actor_type in _LOCAL | {"state forces"}:
            weight = share * (0.7 if force.actor_type in _LOCAL else 0.3)
            weights[force.country] = weights.get(force.country, 0.0) + weight
    for country, weight in votes.items():
        weights[country] = weights.get(country, 0.0) + weight
    weights = country_weights(scene.p, scene.nations, weights, skip=_provinces(scene, votes))
    top = max(weights.values(), default=0.0)
    return leading_country(weights), {c for c, weight in weights.items() if weight >= max(_LIKELY * top, 0.3)}


def _provinces(scene: Scene, votes: dict[str, float]) -> set[int]:
    """Names of nations that end a chain of places none of which lies there: "Nasko, Niger" is in Nigeria's Niger."""
    p = scene.p
    return {
        i for i, nation in scene.nations.items()
        if i > 1 and p.word[i - 1] == "," and p.word[i - 2][0].isupper() and votes and nation.iso3 not in votes
    }  # fmt: skip


def _places(scene: Scene) -> dict[str, float]:
    """Votes of the first place names: each is shared among the countries that have a place of the name."""
    p, asked, last = scene.p, 0, -1
    votes: dict[str, float] = {}
    for i in range(1, len(p)):
        if asked >= _MANY:
            break
        placed = p.lower[i - 1] in _PLACING or (p.word[i - 1] == "," and last == i - 2)
        placed = placed or (p.lower[i - 1] == "of" and p.lower[i - 2] in _AREAS)
        if not placed or not p.word[i][0].isupper() or i in scene.nations or i in scene.persons:
            continue
        last = i
        while last + 1 < len(p) and p.word[last + 1][0].isupper() and p.sent[last + 1] == p.sent[i] and last - i < 3:
            last += 1
        named = last
        if last + 1 < len(p) and p.lower[last + 1] in _AREAS:
            last += 1
        asked += 1
        shares: dict[str, float] = {}
        for c in lookup(p.slice(i, named), fuzzy=False)[:20]:
            value = math.exp(8 * (c.similarity - 1) + 4 * importance(c))
            shares[c.country] = max(shares.get(c.country, 0.0), value)
        total = sum(shares.values())
        for country, share in shares.items():
            votes[country] = votes.get(country, 0.0) + share / total
    return votes


def actor_type_here(actor_type: str, country: str, here: str) -> str:
    """The actor type in the report's country.

    >>> actor_type_here("state forces", "TUR", "IRQ"), actor_type_here("state forces", "IRQ", "IRQ")
    ('external forces', 'state forces')
    """
    if actor_type == "state forces" and country and here and country != here:
        return "external forces"
    return actor_type


@cache
def _regimes() -> dict[str, str]:
    """The groups that came to govern their country, and since when."""
    return {row["force"]: row["since"] for row in knowledge("regimes")}


def has_come_to_power(force: str, published: date | None) -> bool:
    """Does the group govern its country at the time of the report? Then its men are the state's.

    >>> has_come_to_power("Taliban", date(2022, 6, 1)), has_come_to_power("Taliban", date(2019, 6, 1))
    (True, False)
    """
    since = _regimes().get(force, "")
    return bool(since) and published is not None and published.isoformat() >= since


def settle_actor_types(context: Context) -> None:
    """With the places known: the country of forces that the text names without one, and who acts abroad."""
    weights = _weights_of_places(context)
    here = leading_country(weights)
    if not here:
        return
    present = {c for c, weight in weights.items() if weight >= _PRESENT * weights[here]}
    for force in context.forces:
        if force.actor_type in ("state forces", "external forces") and force.kind not in ("coalition", "peacekeepers"):
            if force.generic or (not force.country and force.reasons[0].kind == "pattern"):
                force.country = here
            force.actor_type = _acting(context, force, here, present)


def _acting(context: Context, force: Force, here: str, present: set[str]) -> str:
    """State forces in their own country, external forces where the places beside them are abroad."""
    if not force.country:
        return force.actor_type
    near = {
        place.country
        for mention in force.mentions
        for place in context.locations
        if place.country
        for other in place.mentions
        if context.parse.sent[other.head] == context.parse.sent[mention.head]
    }
    near &= present
    if near:
        home = force.country in near and (force.country == here or here not in near or len(near) > 1)
    else:
        home = force.country in present
    return "state forces" if home else "external forces"


def _weights_of_places(context: Context) -> dict[str, float]:
    """How much speaks for each country, by the places of the report."""
    weights: dict[str, float] = {}
    for place in context.locations:
        if place.country:
            weight = _PLACE_WEIGHT.get(place.feature, 1.0)
            weights[place.country] = weights.get(place.country, 0.0) + weight * len(place.mentions)
    if not weights:
        return {}
    for force in context.forces:
        if force.country and force.actor_type in _LOCAL:
            weights[force.country] = weights.get(force.country, 0.0) + 0.4
    p = context.parse
    return country_weights(p, find_nations(p, Atoms.of(p)), weights, name=0.3, skip=context.force_at)
