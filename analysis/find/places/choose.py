"""Choosing among namesakes: which place each toponym of a document means.

All toponyms of a document are settled together, since the places of one report lie near each other: first the
countries and provinces that the report is about, then containers ("X in Y province"), then the rest, twice, so that
the second round knows where the others lie. A candidate gains by its spelling, its importance, the report's countries
and provinces, and its distance to the other places; one outside the container that the text names is out. A candidate
that nothing but its spelling speaks for is refused: the place stays unresolved, with the reason.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from ..gazetteer.folding import fold
from ..gazetteer.lookups import Candidate, lookup, same_kind
from .names import by_its_name, is_generic, shorter, sounds_alike
from .setting import (
    ABOUT,
    KEPT,
    Request,
    Setting,
    about,
    around,
    contains,
    distance,
    level,
    nearest,
    settle,
    vote,
)

_SPELLING, _IMPORTANCE, _COUNTRY, _PROVINCE, _NEAR, _SEAT = 4.0, 1.8, 0.5, 0.3, 0.3, 0.4
_CONTAINED, _OUTSIDE, _FITTING, _HOLDING, _FOREIGN, _LEVEL, _NOWHERE = 0.6, 0.3, 0.3, 0.4, 0.6, 0.3, 0.5
_SAME, _ALIKE, _CLOSE = 0.96, 0.93, 0.9  # similarities: the same spelling, one of the same name, nearly one
_WITHIN_TOWN = 40  # km from another place of the report in which a named neighbourhood must lie
_CAPITAL = 0.85  # importance of a capital or a country, which the text may name beside anything
_ABOUT_A_TOWN = 100  # km in which what a town is said to hold may lie, where no district has its name
_AREAS, _SETTLEMENTS = {"region", "desert", "district"}, {"city", "town", "village"}
_SITES = {"base", "other", "camp"}
_KIND = {"country": 0.3, "province": 0.1}


@dataclass(slots=True)
class Choice:
    """The candidate chosen, or None; its score; the reason in words; the runners-up with their scores."""

    candidate: Candidate | None
    score: float
    reason: str
    others: list[tuple[Candidate, float]] = field(default_factory=list)


def choose(requests: list[Request], *, countries: dict[str, float] | None = None) -> list[Choice]:
    """The place that each request means. `countries` weighs the countries that the document is about for other reasons
    than its toponyms: its outlet, nationalities, forces (ISO 3166-1 alpha-3 -> weight, any scale)."""
    candidates = [_found(r) for r in requests]
    setting = Setting(countries or {}, [vote(r, found) for r, found in zip(requests, candidates, strict=True)])
    candidates = [_widened(r, found, setting) for r, found in zip(requests, candidates, strict=True)]
    order = sorted(range(len(requests)), key=lambda n: (len(list(around(requests, n))), n))
    choices = [Choice(None, 0.0, "") for _ in requests]
    inner: list[list[list[Candidate]]] = [[] for _ in requests]
    for r, found in zip(requests, candidates, strict=True):
        if r.inside is not None and not r.local:
            inner[r.inside].append([c for c in found if c.similarity >= _CLOSE])
    for _ in range(2):
        for n in order:
            container = next((c for m in around(requests, n) if (c := choices[m].candidate) is not None), None)
            others = setting.others(n)
            view = _View(requests[n], container, setting.countries(without=n), setting, inner[n], others)
            choices[n] = view.best(candidates[n])
        setting = settle(requests, [choice.candidate for choice in choices], setting.given)
    return choices


def _found(request: Request) -> list[Candidate]:
    """The candidates of a request. Where its word for the kind fits none, the places of the whole name ("Beverly
    Hills", "Gold Coast"), and for an area what it lies around ("the Sinjar area", "Ituri district")."""
    found = lookup(request.name, feature=request.feature, country=request.country)
    if request.feature == "border" and not found:  # it lies in no one country
        whole = lookup(request.name, feature="border", fuzzy=False)
        return [c for c in whole if c.feature == "border" and c.similarity >= _SAME]
    found = [c for c in found if c.feature != "country" or c.similarity >= _SAME]
    if request.feature is None or any(c.similarity >= _ALIKE for c in found):
        return found
    if request.feature not in _AREAS and not fold(request.name).kind:
        return found
    whole = lookup(request.name, country=request.country, fuzzy=False)
    around = lookup(name, country=request.country, fuzzy=False) if (name := shorter(request.name)) else []
    around = [c for c in around if c.feature != "country" and c.similarity >= (_ALIKE if request.country else _SAME)]
    return [c for c in whole if c.similarity >= _SAME] + found + around


def _widened(request: Request, found: list[Candidate], setting: Setting) -> list[Candidate]:
    """The candidates that are worth comparing; where none is in a country of the report, those in its first countries
    that are spelled less alike as well."""
    weights = setting.countries()
    first = about(weights)[:3]
    if not request.country and not any(c.country in first or c.feature in ("country", "region") for c in found):
        seen = {c.id for c in found}
        for country in first:
            more = lookup(request.name, feature=request.feature, country=country)
            found = found + [c for c in more if c.id not in seen]
    if len(found) > KEPT:
        found = sorted(found, key=lambda c: (-c.similarity - 0.5 * (c.importance + weights.get(c.country, 0.0)), c.id))
    return found


@dataclass(slots=True)
class _View:
    """One toponym seen in its document: what may hold it, the countries by the others, whether it holds
    others (the candidates of each)."""

    request: Request
    container: Candidate | None
    countries: dict[str, float]
    setting: Setting
    inner: list[list[Candidate]]
    others: list[Candidate]  # what the other toponyms were found to be
    provinces: set[tuple[str, str]] = field(default_factory=set)
    points: list[Candidate] = field(default_factory=list)
    nation: bool = False  # is its name a country's?
    only: frozenset[str] = frozenset()  # the places of its name, where they lie in one country

    def best(self, found: list[Candidate]) -> Choice:
        """The best candidate that something but its spelling speaks for, with the reason; none without one."""
        if not found:
            return Choice(None, 0.0, f"no gazetteer knows {self.request.name}")
        found = by_its_name(self.request.name, found)
        container = self.container
        self.nation = any(c.feature == "country" and c.similarity >= _SAME for c in found)
        self.only = _only(found)
        self.provinces = {(c.country, c.admin1) for c in self.others if c.feature == "province"}
        self.points = [c for c in self.others if c.feature != "country" and c.precision < 3]
        held = {c.id for c in found if container and c.id != container.id and contains(container, c)}
        if container is not None and not held:  # a town's name for its district; a village just beyond a boundary
            reach = _ABOUT_A_TOWN if container.feature in _SETTLEMENTS else container.extent_km * 1.1
            same = [c for c in found if c.similarity >= _SAME and c.country == container.country != ""]
            held = {c.id for c in same if c.id != container.id and distance(container, c) < reach}
        seats = _seats(found)
        alike: dict[str, float] = {}
        for area in found:
            for town in (t for t in seats.get(area.id, ()) if sounds_alike(t.name, area.name)):
                alike[town.id] = max(area.similarity, alike.get(town.id, 0.0))
        scored = sorted(((self._score(c, held, seats, alike), c) for c in self._front(found, held)), key=_rank)
        score, best = self._star(scored, held)
        others = [(c, round(s, 3)) for s, c in scored if c is not best][:4]
        if why := self._objection(best, held):
            better = (x for x in scored if x[1].similarity >= max(_ALIKE, best.similarity) and x[1] is not best)
            second = next((x for x in better if not self._objection(x[1], held)), None)
            if second is None:
                return Choice(None, round(score, 3), why, [(best, round(score, 3)), *others])
            others = [(c, round(s, 3)) for s, c in scored if c is not second[1]][:4]
            score, best = second
        return Choice(best, round(score, 3), f"{describe(best)}: {self._support(best, best.id in held)}", others)

    def _objection(self, c: Candidate, held: set[str]) -> str:
        """Why the candidate may not be meant; empty where nothing is against it."""
        container = self.container
        if c.feature == "road" and self.countries and c.country not in about(self.countries):
            return f"a road of another country; {describe(c)} is only called so"
        fits = not self.request.feature or c.feature == "country" or same_kind(c.feature, self.request.feature)
        if container is not None and c.id not in held and not (fits and _beside(c, container)):
            return f"no place of that name is known in {container.name}"
        if not self._support(c, c.id in held):
            where = ", ".join(about(self.countries)) or "none known"
            return f"no likely candidate in the report's countries ({where}); {describe(c)} is only spelled alike"
        return ""

    def _star(self, scored: list[tuple[float, Candidate]], held: set[str]) -> tuple[float, Candidate]:
        """The first one; a place that the world knows where only its country speaks for the first (Rome, Georgia)."""
        first = scored[0]
        best = first[1]
        named = (best.country, best.admin1) in self.provinces or nearest(best, self.points) <= 150
        if best.id in held or self.request.feature or (named and best.importance >= 0.5):
            return first
        stars = (x for x in scored if x[1].similarity >= _SAME and x[1].importance >= max(0.8, best.importance + 0.2))
        return next(stars, first)

    def _front(self, found: list[Candidate], held: set[str]) -> list[Candidate]:
        """The first candidates, and those in the container or in the provinces that the report names."""
        named = self.provinces
        late = [c for c in found[KEPT:] if c.id in held or (c.country, c.admin1) in named]
        return found[:KEPT] + late[:KEPT]

    def _score(self, c: Candidate, held: set[str], seats: dict[str, list[Candidate]], alike: dict[str, float]) -> float:
        similarity = max(c.similarity, alike.get(c.id, 0.0))  # a chief town is spelled as its area is
        score = _SPELLING * (similarity - 0.9) + _IMPORTANCE * c.importance + _KIND.get(c.feature, 0.0)
        score += _COUNTRY * (self.countries.get(c.country, 0.0) if c.country else 0.6)
        if c.feature != "province" and (c.country, c.admin1) in self.provinces:
            score += _PROVINCE
        if c.lat is None:
            score -= _NOWHERE
        if self.points and (near := nearest(c, self.points)) < 600:
            score += _NEAR * math.exp(-near / 150)
        if self.request.feature and same_kind(c.feature, self.request.feature):
            score += _FITTING
        if c.id in seats and not self.request.feature:
            settled = any(not of or of[0].feature not in _SITES for of in self.inner)
            score += _SEAT if settled else -_SEAT  # an airport is the city's as well
        if any(contains(c, other) for found in self.inner for other in found):
            score += _HOLDING
        elif c.feature != "country" and self.nation and not self._is_at_home(c):
            score -= _FOREIGN
        score += _LEVEL * self._agreement(c)
        if self.container is not None:
            score += _CONTAINED if c.id in held else -_OUTSIDE
        return score

    def _is_at_home(self, c: Candidate) -> bool:
        """Has another place been settled in the candidate's country, short of the country itself?"""
        settled = any(country == c.country for country, name in self.provinces if name != c.admin1)
        return settled or any(p.country == c.country and p.name != c.name for p in self.points)

    def _agreement(self, c: Candidate) -> float:
        """How far the items of its list are of the candidate's kind: -1 none, 1 all of them; -2 if it lies in one."""
        peers = [self.setting.chosen[n] for n in self.request.peers if n < len(self.setting.chosen)]
        known = [peer for peer in peers if peer is not None]
        if len(known) < 2:
            return 0.0
        if any(peer.feature == "province" and peer.id != c.id and contains(peer, c) for peer in known):
            return -2.0
        return 2 * sum(level(peer) == level(c) for peer in known) / len(known) - 1

    def _support(self, c: Candidate, held: bool) -> str:
        """What speaks for a candidate besides its spelling; empty where nothing does."""
        reasons = []
        if held and self.container:
            reasons.append(f"in {self.container.name}, as the text says")
        if self.request.country:
            reasons.append("in the country that the words name")
        if not c.country or self.countries.get(c.country, 0.0) >= ABOUT:
            reasons.append("in a country of the report")
        if (c.country, c.admin1) in self.provinces and c.feature != "province":
            reasons.append(f"in {c.admin1}, which the report names")
        if c.similarity >= 0.95 and (near := nearest(c, self.points)) <= 150:
            reasons.append(f"{near:.0f} km from another place of the report")
        if _famous(c) and not (is_generic(self.request.name) and self.countries and c.feature != "country"):
            reasons.append("well known")
        elif c.similarity >= _SAME and c.importance >= 0.5 and c.feature != "district" and not self.countries:
            reasons.append("the report names no country")
        elif c.id in self.only and not self.countries:
            reasons.append("the only place of that name")
        if self.request.local and not held and nearest(c, self.points) > _WITHIN_TOWN:
            return ""
        if c.similarity < 0.84 and not held and not self.request.country and len(reasons) < 2:
            return ""
        return ", ".join(reasons)


def _beside(c: Candidate, container: Candidate) -> bool:
    """May the place be named beside a container that does not hold it, being known to all or larger than it?"""
    ranks = {"country": 0, "province": 1, "district": 2}
    within = c.country == container.country or not container.country
    larger = within and c.feature in ranks and ranks[c.feature] < ranks.get(container.feature, 3)
    return c.importance >= _CAPITAL or not c.country or (larger and c.similarity >= _SAME)


def _only(found: list[Candidate]) -> frozenset[str]:
    """The places of exactly the name asked for, where no other country has one and none of them is a mere hamlet."""
    same = [c for c in found if c.similarity >= _SAME]
    known = any((c.importance >= 0.5 and c.feature != "district") or c.id.startswith("sitrep:") for c in same)
    return frozenset(c.id for c in same) if known and len({c.country for c in same}) == 1 else frozenset()


def _rank(scored: tuple[float, Candidate]) -> tuple[float, str]:
    return -scored[0], scored[1].id


def _famous(c: Candidate) -> bool:
    return c.similarity >= 0.96 and (c.importance >= 0.62 or c.feature in ("country", "province"))


def describe(c: Candidate) -> str:
    """A candidate in a few words, for reasons.

    >>> describe(lookup("Mosul")[0])
    'Mosul (city, Nineveh, IRQ; geonames:99072)'
    """
    where = ", ".join(w for w in (c.feature, c.admin1 if c.admin1 != c.name else "", c.country) if w)
    return f"{c.name} ({where}; {c.id})"


def _seats(candidates: list[Candidate]) -> dict[str, list[Candidate]]:
    """The areas whose name a report without a type word gives to their chief town ("Kandahar"), with these towns."""
    towns = [c for c in candidates if c.feature in _SETTLEMENTS]
    seats: dict[str, list[Candidate]] = {}
    for area in candidates:
        if area.feature in ("province", "district"):
            for town in towns:
                chief = town.population >= area.population / 12 and town.similarity >= area.similarity - 0.1
                named = area.name in (town.admin1, town.admin2) or _lies_in(town, area)
                if chief and named and town.country == area.country:
                    seats.setdefault(area.id, []).append(town)
    return seats


def _lies_in(town: Candidate, area: Candidate) -> bool:
    return town.admin1 == area.admin1 if area.lat is None else distance(area, town) <= area.extent_km
