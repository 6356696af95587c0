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

from .gazetteer import Candidate, lookup, same_kind

_ABOUT = 0.25  # a country with at least this share of the weight of the first one is a country of the report
_KEPT = 30  # candidates that are compared in full
_SPELLING, _IMPORTANCE, _COUNTRY, _PROVINCE, _NEAR, _SEAT = 3.0, 1.6, 0.5, 0.3, 0.3, 0.4
_CONTAINED, _OUTSIDE, _FITTING = 0.6, 0.3, 0.3
_KIND = {"country": 0.3, "province": 0.1}


@dataclass(slots=True)
class Request:
    """One toponym of a document: its name; the feature that its words give it ("district", "village"), if any; the
    index of the request that contains it ("X in Y province", "X, Y"); a country that the words force ("the Iraqi
    town of X"); how often it is named."""

    name: str
    feature: str | None = None
    inside: int | None = None
    country: str | None = None
    mentions: int = 1


@dataclass(slots=True)
class Choice:
    """The candidate chosen, or None; its score; the reason in words; the runners-up with their scores."""

    candidate: Candidate | None
    score: float
    reason: str
    others: list[tuple[Candidate, float]] = field(default_factory=list)


@dataclass(slots=True)
class _Setting:
    """What the document says about where it is: the votes for countries, each toponym's own apart, the provinces that
    it names, the points settled so far."""

    given: dict[str, float]
    votes: list[dict[str, float]]
    provinces: set[tuple[str, str]] = field(default_factory=set)
    points: list[Candidate] = field(default_factory=list)

    def countries(self, without: int = -1) -> dict[str, float]:
        """The weights of the countries, the first one 1. A toponym's own vote says nothing about itself."""
        total = {country: 2 * weight for country, weight in _scaled(self.given).items()}
        for n, votes in enumerate(self.votes):
            if n != without:
                for country, vote in votes.items():
                    total[country] = total.get(country, 0.0) + vote
        return _scaled(total)


def choose(requests: list[Request], *, countries: dict[str, float] | None = None) -> list[Choice]:
    """The place that each request means. `countries` weighs the countries that the document is about for other reasons
    than its toponyms: its outlet, nationalities, forces (ISO 3166-1 alpha-3 -> weight, any scale)."""
    candidates = [lookup(r.name, feature=r.feature, country=r.country) for r in requests]
    setting = _Setting(countries or {}, [_vote(r, found) for r, found in zip(requests, candidates, strict=True)])
    candidates = [_widened(r, found, setting) for r, found in zip(requests, candidates, strict=True)]
    order = sorted(range(len(requests)), key=lambda n: (_depth(requests, n), n))
    choices = [Choice(None, 0.0, "") for _ in requests]
    holding = {r.inside for r in requests}
    for _ in range(2):
        for n in order:
            parent = requests[n].inside
            container = choices[parent].candidate if parent is not None else None
            view = _View(requests[n], container, setting.countries(without=n), setting, n in holding)
            choices[n] = view.best(candidates[n])
        setting = _settle(requests, choices, setting.given)
    return choices


def distance(a: Candidate, b: Candidate) -> float:
    """Kilometres between two places; infinite where one has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    la, lb = math.radians(a.lat), math.radians(b.lat)
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def contains(container: Candidate, c: Candidate) -> bool:
    """Does the first place hold the second? By its names where both are known, else by distance."""
    if container.feature == "country" or (container.country and container.country != c.country):
        return container.country == c.country
    if container.feature == "province" and c.admin1 and container.source == c.source:
        return container.admin1 == c.admin1
    if container.feature == "district" and container.admin2 and container.admin2 == c.admin2:
        return container.admin1 == c.admin1
    return distance(container, c) <= 1.6 * container.extent_km + 25


def _depth(requests: list[Request], n: int) -> int:
    depth, seen = 0, {n}
    while (parent := requests[n].inside) is not None and parent not in seen:
        seen.add(parent)
        n, depth = parent, depth + 1
    return depth


def _vote(request: Request, candidates: list[Candidate]) -> dict[str, float]:
    """A toponym votes for the countries of its candidates; one that could lie anywhere has little to say."""
    best: dict[str, float] = {}
    for c in candidates[:_KEPT]:
        if c.similarity < 0.93:
            break
        value = math.exp(12 * (c.similarity - 1) + 5 * c.importance + (0.7 if c.feature == "country" else 0))
        best[c.country] = max(best.get(c.country, 0.0), value)
    total = sum(best.values())
    shares = {country: (value / total) ** 2 * request.mentions**0.5 for country, value in best.items() if country}
    return {country: share for country, share in shares.items() if share > 0.02}


def _scaled(weights: dict[str, float]) -> dict[str, float]:
    top = max(weights.values(), default=0.0)
    return {country: weight / top for country, weight in weights.items()} if top > 0 else {}


def _about(countries: dict[str, float]) -> list[str]:
    """The countries of the report, the first one first."""
    return sorted((c for c, w in countries.items() if w >= _ABOUT), key=lambda c: (-countries[c], c))


def _widened(request: Request, found: list[Candidate], setting: _Setting) -> list[Candidate]:
    """The candidates that are worth comparing; where none is in a country of the report, those in its first countries
    that are spelled less alike as well."""
    weights = setting.countries()
    about = _about(weights)[:3]
    if not request.country and not any(c.country in about or c.feature in ("country", "region") for c in found):
        seen = {c.id for c in found}
        for country in about:
            more = lookup(request.name, feature=request.feature, country=country)
            found = found + [c for c in more if c.id not in seen]
    if len(found) > _KEPT:
        found = sorted(found, key=lambda c: (-c.similarity - 0.5 * (c.importance + weights.get(c.country, 0.0)), c.id))
    return found


def _settle(requests: list[Request], choices: list[Choice], given: dict[str, float]) -> _Setting:
    """The setting after a round: what has been chosen stands for the countries, the provinces and the points."""
    setting = _Setting(given, [])
    for request, choice in zip(requests, choices, strict=True):
        c = choice.candidate
        setting.votes.append({c.country: request.mentions**0.5} if c and c.country else {})
        if c and c.feature == "province":
            setting.provinces.add((c.country, c.admin1))
        if c and c.feature != "country" and c.precision < 3:
            setting.points.append(c)
    return setting


@dataclass(slots=True)
class _View:
    """One toponym seen in its document: what may hold it, the countries by the others, whether it holds
    others."""

    request: Request
    container: Candidate | None
    countries: dict[str, float]
    setting: _Setting
    holds: bool

    def best(self, found: list[Candidate]) -> Choice:
        """The best candidate, with the reason; none where nothing but its spelling speaks for it."""
        if not found:
            return Choice(None, 0.0, f"no gazetteer knows {self.request.name}")
        container = self.container
        held = {c.id for c in found if container and c.id != container.id and contains(container, c)}
        seats = _seats(found)
        scored = sorted(((self._score(c, held, seats), c) for c in self._front(found, held)), key=_rank)
        score, best = scored[0]
        others = [(c, round(s, 3)) for s, c in scored[1:5]]
        refused = [(best, round(score, 3)), *others[:4]]
        if container is not None and best.id not in held and not _famous(best):
            return Choice(None, round(score, 3), f"no place of that name is known in {container.name}", refused)
        if not (support := self._support(best, best.id in held)):
            where = ", ".join(_about(self.countries)) or "none known"
            reason = f"no likely candidate in the report's countries ({where}); {describe(best)} is only spelled alike"
            return Choice(None, round(score, 3), reason, refused)
        return Choice(best, round(score, 3), f"{describe(best)}: {support}", others)

    def _front(self, found: list[Candidate], held: set[str]) -> list[Candidate]:
        """The first candidates, and those in the container or in the provinces that the report names."""
        named = self.setting.provinces
        late = [c for c in found[_KEPT:] if c.id in held or (c.country, c.admin1) in named]
        return found[:_KEPT] + late[:_KEPT]

    def _score(self, c: Candidate, held: set[str], seats: set[str]) -> float:
        score = _SPELLING * (c.similarity - 0.9) + _IMPORTANCE * c.importance + _KIND.get(c.feature, 0.0)
        score += _COUNTRY * (self.countries.get(c.country, 0.0) if c.country else 0.6)
        if c.feature != "province" and (c.country, c.admin1) in self.setting.provinces:
            score += _PROVINCE
        if self.setting.points and (near := _nearest(c, self.setting.points)) < 600:
            score += _NEAR * math.exp(-near / 150)
        if self.request.feature and same_kind(c.feature, self.request.feature):
            score += _FITTING
        if c.id in seats and not self.request.feature:
            score += _SEAT if self.holds else -_SEAT
        if self.container is not None:
            score += _CONTAINED if c.id in held else -_OUTSIDE
        return score

    def _support(self, c: Candidate, held: bool) -> str:
        """What speaks for a candidate besides its spelling; empty where nothing does."""
        reasons = []
        if held and self.container:
            reasons.append(f"in {self.container.name}, as the text says")
        if self.request.country:
            reasons.append("in the country that the words name")
        if not c.country or self.countries.get(c.country, 0.0) >= _ABOUT:
            reasons.append("in a country of the report")
        if (c.country, c.admin1) in self.setting.provinces and c.feature != "province":
            reasons.append(f"in {c.admin1}, which the report names")
        if c.similarity >= 0.95 and (near := _nearest(c, self.setting.points)) <= 150:
            reasons.append(f"{near:.0f} km from another place of the report")
        if _famous(c):
            reasons.append("well known")
        elif c.similarity >= 0.96 and c.importance >= 0.5 and not self.countries:
            reasons.append("the report names no country")
        if c.similarity < 0.7 and not held and not self.request.country and len(reasons) < 2:
            return ""
        return ", ".join(reasons)


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


def _nearest(c: Candidate, points: list[Candidate]) -> float:
    return min((distance(c, p) for p in points if p.id != c.id and p.name != c.name), default=math.inf)


def _seats(candidates: list[Candidate]) -> set[str]:
    """The areas whose name a report without a type word gives to their chief town ("Kandahar"), not to themselves."""
    towns = [c for c in candidates if c.feature in ("city", "town", "village")]
    return {
        area.id
        for area in candidates
        if area.feature in ("province", "district")
        for town in towns
        if town.country == area.country
        and area.name in (town.admin1, town.admin2)
        and town.population >= area.population / 12
        and town.similarity >= area.similarity - 0.1
    }
