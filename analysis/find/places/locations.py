"""Locations: the places that the text presents as places, one record a place, resolved with the gazetteer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from ...read.knowledge import vocabulary
from ..context import Context
from ..records import Location, Mention, Reason
from .chains import link_toponyms
from .choose import Choice, Request, choose
from .cues import Toponym
from .groups import acts, group_toponyms
from .metonyms import powers
from .relations import shift
from .sites import find_borders, find_roads
from .toponyms import find_toponyms
from .words import country_name, demonyms, names_area_abroad

_WITHIN_COUNTRY = 300  # km from a landmark within which a place most likely lies in the landmark's country
_PROVINCES = ("province of ", "province de ", "province du ", "provincia de ", "provincia di ")
_PARTS = {"region", "desert", "border"}  # the kind of a part gives way to the kind of the whole
_CUE_NOTES = {
    "preposition": "a preposition of place stands before the name",
    "kind": "a word for a kind of place belongs to the name",
    "relation": "the text gives a direction, a distance or a part of it",
    "object": "the object of a verb that is done to places",
    "container": "the place that holds the one before it",
    "held": "a known area follows it that holds it",
    "list": "joined to a place in a list",
    "border": "its border is named",
    "road": "a definite road, told by what it links or what kind it is",
    "dateline": "the place of a dateline",
    "label": "the label of a log's entry",
    "possessive": "a well-known place in the possessive",
    "name": "a well-known place",
    "modifier": "a well-known place before a noun",
    "subject": "a well-known place",
}


def find_locations(context: Context) -> None:
    """Adds the locations of the document to the context."""
    p = context.parse
    found = find_toponyms(p, context.person_at.keys() | context.force_at.keys())
    link_toponyms(p, found)
    borders = find_borders(p)
    between = {i for t in borders for i in range(t.first, t.last + 1)}
    found = [t for t in found if t.cue or t.first not in between]
    found = sorted([*found, *borders, *find_roads(p, found)], key=lambda t: t.first)
    groups = [group for group in group_toponyms(found) if not acts(p, group)]
    if not groups:
        return
    number = {id(t): n for n, group in enumerate(groups) for t in group}
    requests = [_request(group, number, n) for n, group in enumerate(groups)]
    choices = choose(requests, countries=_countries(context, powers(found)))
    locations = [_location(context, g, r, c) for g, r, c in zip(groups, requests, choices, strict=True)]
    for location, request in zip(locations, requests, strict=True):
        if request.inside is not None:
            location.inside = locations[request.inside]
    _measure(groups, locations)
    context.locations += locations
    for location in locations:
        for mention in location.mentions:
            for i in range(mention.first, mention.last + 1):
                context.place_at[i] = location


def _measure(groups: list[list[Toponym]], locations: list[Location]) -> None:
    """A place that no gazetteer knows lies where the text says it does: "Kourou, 30 km east of the capital"."""
    home = {id(t): location for group, location in zip(groups, locations, strict=True) for t in group}
    for landmark in (t for group in groups for t in group if t.way is not None):
        place, mark, way = home.get(id(landmark.measures)), home[id(landmark)], landmark.way
        if (
            place is None
            or place is mark
            or way is None
            or place.lat is not None
            or place.country not in ("", mark.country)
        ):
            continue
        place.country = place.country or (mark.country if not way.km or way.km <= _WITHIN_COUNTRY else "")
        if way.km and way.bearing is not None and mark.lat is not None and mark.lon is not None:
            place.lat, place.lon = shift(mark.lat, mark.lon, way.bearing, way.km)
            place.geo_precision = 2
            place.reasons.append(
                Reason("pattern", f"the way from {mark.name}, as the text tells it", mark.start, mark.end)
            )


def _request(group: list[Toponym], number: dict[int, int], own: int) -> Request:
    holders = (number.get(id(t.inside)) for t in group if t.inside is not None)
    inside = next((n for n in holders if n is not None and n != own), None)
    iso = group[0].country
    peers = sorted({number[id(t)] for one in group for t in one.peers if id(t) in number} - {own})
    whole = [t for t in group if t.feature not in _PARTS] or group
    forced = next((t.forced for t in group if t.forced), "")
    name = country_name(iso) if iso else max((_naming(group).name, *(t.name for t in whole if t.feature)), key=len)
    feature = next((t.feature for t in whole if t.feature not in ("", "site")), None)
    if iso and feature == "country" and names_area_abroad(name, iso):
        iso, feature = "", None
    kinds = [t.local or t.feature == "site" for t in group if t.feature]
    local = bool(kinds) and all(kinds)
    return Request(name, feature, inside, iso or forced or None, len(group), tuple(peers), local)


def _countries(context: Context, governments: Iterable[str] = ()) -> dict[str, float]:
    """The countries that the report is about, by its adjectives of nationality, its forces and its governments."""
    peoples, weights = demonyms(), defaultdict[str, float](float)
    for word in context.parse.lower:
        if word in peoples:
            weights[peoples[word]] += 0.3
    for force in context.forces:
        if force.country:
            weights[force.country] += 0.2 if force.actor_type == "external forces" else 0.5
    for country in governments:
        weights[country] += 0.3
    return dict(weights)


def about_one_country(context: Context, country: str) -> bool:
    """Are the nationalities and the forces of the report those of one country?"""
    weights = _countries(context)
    return weights.get(country, 0.0) > 0.6 * sum(weights.values())


def _location(context: Context, group: list[Toponym], request: Request, choice: Choice) -> Location:
    p = context.parse
    named = _naming(group)
    first, last = named.outer if not named.relation else (named.relation.first, named.outer[1])
    location = Location(
        p.start[named.first],
        p.end[named.last],
        name=_name(context, group, named),
        mention=p.slice(first, last),
        mentions=[_mention(context, t) for t in group],
    )
    location.reasons.append(
        Reason("cue", _CUE_NOTES[named.cue], p.start[min(named.cue_at, named.first)], p.end[named.last])
    )
    _resolve(location, group, request, choice)
    return location


def _mention(context: Context, t: Toponym) -> Mention:
    mention = context.mention(t.first, t.outer[1])
    mention.aside = t.aside
    return mention


def _naming(group: list[Toponym]) -> Toponym:
    """The mention that the row quotes: the first of those that spell the name as the text mostly does."""
    presented = [t for t in group if t.cue and t.literal] or group
    spelled = Counter(t.name for t in presented)
    return max(presented, key=lambda t: (t.feature not in _PARTS, spelled[t.name], not t.name.isupper(), -t.first))


def _name(context: Context, group: list[Toponym], named: Toponym) -> str:
    p = context.parse
    if named.country and any(t.feature != "border" for t in group):
        return country_name(named.country)
    if named.cue == "road" and " " in named.name:  # "the international highway linking Iraq and Jordan"
        return named.name
    shared = named.outer[1] > named.last and p.lower[named.outer[1]].endswith("s")  # "Heet and Rawa districts"
    return p.slice(named.first, named.last if shared else named.outer[1])


def _resolve(location: Location, group: list[Toponym], request: Request, choice: Choice) -> None:
    """Feature, area, country and coordinates from the chosen candidate, as far as a relation leaves them."""
    found = choice.candidate
    features = vocabulary("locations", "feature")
    kind = request.feature or (found.feature if found else "other")
    if found and not request.feature and found.name.lower().startswith(_PROVINCES):
        kind = "province"  # of the second level: Philippines, Burkina Faso
    if kind == "other" and found and found.feature in ("city", "town"):
        kind = found.feature  # "Tal Afar"
    location.feature = kind if kind in features else "other"
    location.country = (found.country if found else "") or request.country or group[0].country
    note = choice.reason + "".join(f"; {c.name} ({c.country}) {s}" for c, s in choice.others[:2])
    location.reasons.append(Reason("gazetteer", note))
    if found is not None:
        location.admin1, location.gazetteer_id = found.admin1, found.id
        location.lat, location.lon, location.geo_precision = found.lat, found.lon, found.precision
    relation = group[0].relation
    if relation is None or any(t.relation is None for t in group if t.cue):
        return
    if location.geo_precision == 1 or (relation.part and location.geo_precision is not None):
        location.geo_precision = 2
    if relation.bearing is not None and not request.feature:
        location.feature = "region"
    if relation.km and relation.bearing is not None and location.lat is not None and location.lon is not None:
        location.lat, location.lon = shift(location.lat, location.lon, relation.bearing, relation.km)
    location.reasons.append(Reason("pattern", "every mention is of a part of the place or of somewhere near it"))
