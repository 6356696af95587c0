"""Choosing among namesakes: which place each toponym of a document means.

All toponyms of a document are settled together, since places of one report lie near each other: first the countries
that the report is about, then the containers ("X in Y province"), then the rest. Every choice carries its reason;
where no candidate scores enough, the place stays unresolved and the reason says why.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from .gazetteer import Candidate, importance, lookup

ENOUGH = 0.55  # the score below which a place stays unresolved


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


def choose(requests: list[Request], *, countries: dict[str, float] | None = None) -> list[Choice]:
    """The place that each request means. `countries` weighs the countries that the document is about for other reasons
    than its toponyms: its outlet, nationalities, forces (ISO 3166-1 alpha-3 -> weight, any scale)."""
    candidates = [lookup(r.name, feature=r.feature, country=r.country) for r in requests]
    weights = _country_weights(candidates, countries or {})
    chosen: list[Choice] = [Choice(None, 0.0, "") for _ in requests]
    for _ in range(2):
        points = [(c.candidate, r.mentions) for c, r in zip(chosen, requests, strict=True) if c.candidate]
        for n in sorted(range(len(requests)), key=lambda n: _depth(requests, n)):
            container = chosen[parent].candidate if (parent := requests[n].inside) is not None else None
            chosen[n] = _best(requests[n], candidates[n], weights, container, points)
    return chosen


def _depth(requests: list[Request], n: int) -> int:
    depth, seen = 0, {n}
    while (parent := requests[n].inside) is not None and parent not in seen:
        seen.add(parent)
        n, depth = parent, depth + 1
    return depth


def _country_weights(candidates: list[list[Candidate]], given: dict[str, float]) -> dict[str, float]:
    weights = dict(given)
    for found in candidates:
        shares: dict[str, float] = {}
        for c in found[:20]:
            value = math.exp(8 * (c.similarity - 1) + 4 * importance(c))
            shares[c.country] = max(shares.get(c.country, 0.0), value * (3 if c.feature == "country" else 1))
        total = sum(shares.values())
        for country, share in shares.items():
            weights[country] = weights.get(country, 0.0) + share / total
    top = max(weights.values(), default=1.0) or 1.0
    return {country: weight / top for country, weight in weights.items()}


def _best(
    request: Request,
    candidates: list[Candidate],
    weights: dict[str, float],
    container: Candidate | None,
    points: list[tuple[Candidate, int]],
) -> Choice:
    if not candidates:
        return Choice(None, 0.0, f"no gazetteer entry for {request.name}")
    seats = _seats(candidates)
    scored = sorted(
        ((_score(c, weights, container, points) - (0.3 if c.id in seats else 0.0), c) for c in candidates),
        key=lambda s: (-s[0], s[1].id),
    )
    score, best = scored[0]
    others = [(c, round(s, 3)) for s, c in scored[1:5]]
    if score < ENOUGH:
        return Choice(None, round(score, 3), f"best candidate {best.name} ({best.country}) is too unlikely", others)
    return Choice(best, round(score, 3), f"{best.name} ({best.country}), {best.source}", others)


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


def _score(
    c: Candidate, weights: dict[str, float], container: Candidate | None, points: list[tuple[Candidate, int]]
) -> float:
    score = 2.5 * (c.similarity - 0.9) + 0.8 * importance(c) + 0.3 * weights.get(c.country, 0.0)
    score += {"country": 0.5, "province": 0.15}.get(c.feature, 0.0)
    if container is not None:
        inside = c.country == container.country and distance(c, container) <= container.extent_km * 2 + 30
        score += 0.5 if inside else -0.4
    near = [distance(c, p) for p, _ in points if p.id != c.id and p.feature != "country"]
    if near:
        score += 0.2 * math.exp(-min(near) / 150)
    return score


def distance(a: Candidate, b: Candidate) -> float:
    """Kilometres between two places; infinite where one has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    la, lb = math.radians(a.lat), math.radians(b.lat)
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))
