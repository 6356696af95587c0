"""What a document says about where it is: the countries and provinces that it is about, the points settled so far."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..gazetteer.lookups import Candidate

ABOUT = 0.25  # a country with at least this share of the weight of the first one is a country of the report
KEPT = 30  # candidates that are compared in full


@dataclass(slots=True)
class Request:
    """One toponym of a document: its name; the feature that its words give it ("district", "village"), if any; the
    index of the request that contains it ("X in Y province", "X, Y"); a country that the words force ("the Iraqi
    town of X"); how often it is named; the indexes of those that stand in one list with it."""

    name: str
    feature: str | None = None
    inside: int | None = None
    country: str | None = None
    mentions: int = 1
    peers: tuple[int, ...] = ()
    local: bool = False  # a neighbourhood or a single site: it lies in a town of the report or is not known


@dataclass(slots=True)
class Setting:
    """What the document says about where it is: the votes for countries, each toponym's own apart, the provinces that
    it names, the points settled so far, and what each toponym was found to be."""

    given: dict[str, float]
    votes: list[dict[str, float]]
    chosen: Sequence[Candidate | None] = ()

    def others(self, n: int) -> list[Candidate]:
        """What the other toponyms were found to be."""
        return [c for m, c in enumerate(self.chosen) if c is not None and m != n]

    def countries(self, without: int = -1) -> dict[str, float]:
        """The weights of the countries, the first one 1. A toponym's own vote says nothing about itself."""
        total = {country: 2 * weight for country, weight in scaled(self.given).items()}
        for n, votes in enumerate(self.votes):
            if n != without:
                for country, vote in votes.items():
                    total[country] = total.get(country, 0.0) + vote
        return scaled(total)


def around(requests: Sequence[Request], n: int) -> Iterator[int]:
    """The indexes of the requests that hold the one of that index, from the nearest out."""
    seen = {n}
    while (parent := requests[n].inside) is not None and parent not in seen:
        seen.add(n := parent)
        yield n


def vote(request: Request, candidates: list[Candidate]) -> dict[str, float]:
    """A toponym votes for the countries of its candidates; one that could lie anywhere has little to say."""
    best: dict[str, float] = {}
    for c in candidates[:KEPT]:
        if c.similarity < 0.93:
            break
        value = math.exp(12 * (c.similarity - 1) + 5 * c.importance + (0.7 if c.feature == "country" else 0))
        best[c.country] = max(best.get(c.country, 0.0), value)
    total = sum(best.values())
    weight = request.mentions**0.5 * (1.0 if candidates and candidates[0].similarity >= 0.96 else 0.3)
    shares = {country: (value / total) ** 2 * weight for country, value in best.items() if country}
    return {country: share for country, share in shares.items() if share > 0.02}


def scaled(weights: dict[str, float]) -> dict[str, float]:
    """The weights with the first one at 1."""
    top = max(weights.values(), default=0.0)
    return {country: weight / top for country, weight in weights.items()} if top > 0 else {}


def about(countries: dict[str, float]) -> list[str]:
    """The countries of the report, the first one first."""
    return sorted((c for c, w in countries.items() if w >= ABOUT), key=lambda c: (-countries[c], c))


def settle(requests: list[Request], chosen: Sequence[Candidate | None], given: dict[str, float]) -> Setting:
    """The setting after a round: what has been chosen stands for the countries, the provinces and the points."""
    setting = Setting(given, [], chosen)
    for request, c in zip(requests, chosen, strict=True):
        setting.votes.append({c.country: _sureness(c) * request.mentions**0.5} if c and c.country else {})
    return setting


def _sureness(c: Candidate) -> float:
    """What is only spelled alike says little about the country."""
    return 1.0 if c.similarity >= 0.9 else 0.2


def level(c: Candidate) -> str:
    """The kind of place as far as the items of a list share it: settlements are one kind."""
    return "town" if c.feature in ("city", "town", "village") else c.feature


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
    known = container.source == c.source
    if container.feature == "province" and c.admin1 and known:
        return container.admin1 == c.admin1
    if container.feature == "district" and container.admin2 and c.admin2 and known:
        return (container.admin1, container.admin2) == (c.admin1, c.admin2)
    return distance(container, c) <= 1.6 * container.extent_km + 25


def nearest(c: Candidate, points: list[Candidate]) -> float:
    """Kilometres to the nearest of the points that is another place of another name; infinite without one."""
    return min((distance(c, p) for p in points if p.id != c.id and p.name != c.name), default=math.inf)
