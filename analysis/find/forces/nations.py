"""Countries and their adjectives in the text: which nation a force belongs to, and what country a report is about."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from functools import cache

from ...read.knowledge import knowledge, listed
from ...read.language import Parse
from ..words.phrases import Atoms, Phrases

_ADJECTIVE = 0.2  # "Russian forces" may be anywhere
_TOO_LITTLE = 0.25
_ELSEWHERE = {"war", "invasion", "border", "borders", "frontier", "withdrawal", "conflict"}
_PLACING = {"in", "of", ",", "across", "northern", "southern", "eastern", "western", "north", "northwestern"}
_SHORT = {"US", "U.S.", "UK", "U.K.", "UAE", "DRC", "CAR", "DR"}  # in lower case they are other words


@dataclass(frozen=True, slots=True)
class Nation:
    """A nation's name or adjective in the text: tokens first..last."""

    first: int
    last: int
    iso3: str
    country: str
    adjective: str  # the usual adjective
    form: str  # name or adjective


@dataclass(frozen=True, slots=True)
class _Entry:
    iso3: str
    country: str
    adjective: str
    form: str
    written: str


@cache
def _phrases() -> Phrases[_Entry]:
    entries: list[tuple[str, _Entry]] = []
    for row in knowledge("nations"):
        adjectives = listed(row["adjectives"])
        usual = adjectives[0] if adjectives else row["country"]
        for form, words in (("name", [row["country"], *listed(row["aliases"])]), ("adjective", adjectives)):
            entries += [(w, _Entry(row["iso3"], row["country"], usual, form, w)) for w in words]
    return Phrases(entries)


@cache
def usual_adjective(iso3: str) -> str:
    """The adjective of a country: "Iraqi" of IRQ; its name where it has none."""
    for row in knowledge("nations"):
        if row["iso3"] == iso3:
            return (listed(row["adjectives"]) or [row["country"]])[0]
    return ""


@cache
def _codes() -> dict[str, str]:
    return {a.lower(): row["iso3"] for row in knowledge("nations") for a in listed(row["adjectives"])}


def nation_code(adjective: str) -> str:
    """The country of an adjective in lower case: "IRQ" of "iraqi"; empty for any other word."""
    return _codes().get(adjective, "")


@cache
def country_name(iso3: str) -> str:
    """The usual English name of a country; empty for an unknown code."""
    return next((row["country"] for row in knowledge("nations") if row["iso3"] == iso3), "")


def find_nations(p: Parse, atoms: Atoms) -> dict[int, Nation]:
    """The nations of the text by each of their tokens."""
    found: dict[int, Nation] = {}
    phrases, k, size = _phrases(), 0, len(atoms.atom)
    while k < size:
        step = 1
        for n, entries in phrases.at(atoms, k):
            first, last = atoms.token[k], atoms.token[k + n - 1]
            if not p.word[first][0].isupper() and p.word[first][:1] != "p":
                break
            if not p.word[first][0].isupper():
                continue
            if n == 1 and entries[0].written in _SHORT and not p.word[first].isupper():
                continue
            e = entries[0]
            nation = Nation(first, last, e.iso3, e.country, e.adjective, e.form)
            for i in range(first, last + 1):
                found[i] = nation
            step = n
            break
        k += step
    return found


def country_weights(
    p: Parse, nations: dict[int, Nation], other: dict[str, float], name: float = 1.0, skip: Container[int] = ()
) -> dict[str, float]:
    """How much speaks for each country as the one that the report is about: names count more than adjectives, the
    first sentences more than the rest; `other` adds weights from elsewhere (groups that act in one country), `name`
    is what a country's name weighs, the tokens of `skip` tell nothing ("the armed forces of Mali")."""
    weights: dict[str, float] = dict(other)
    for i, nation in nations.items():
        if i != nation.first or i in skip or _is_elsewhere(p, i):
            continue
        weight = name if nation.form == "name" else _ADJECTIVE
        if nation.form == "name" and i > 0 and p.lower[i - 1] in _PLACING:
            weight *= 1.5
        weights[nation.iso3] = weights.get(nation.iso3, 0.0) + weight * (1.5 if p.sent[i] < 3 else 1.0)
    return weights


def leading_country(weights: dict[str, float]) -> str:
    """The country that weighs clearly most, or ''."""
    ranked = sorted(weights.items(), key=lambda kv: (-kv[1], kv[0]))
    if not ranked or ranked[0][1] < _TOO_LITTLE or (len(ranked) > 1 and ranked[0][1] < 1.25 * ranked[1][1]):
        return ""
    return ranked[0][0]


def _is_elsewhere(p: Parse, i: int) -> bool:
    """ "The war in Ukraine", "the border with Chad": named, but not where the report plays."""
    before = range(max(p.sents[p.sent[i]][0], i - 3), i)
    return any(p.lower[j] in _ELSEWHERE for j in before) and p.lower[i - 1] in ("in", "with", "of", "the", "into", "to")
