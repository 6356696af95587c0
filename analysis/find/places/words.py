"""What the place finder knows about words: which name a kind of place, which present a name as a place, and nations."""

from __future__ import annotations

import math
from functools import cache, lru_cache

from ...read.knowledge import knowledge, listed
from ..gazetteer.lookups import Candidate, lookup

_FORMS = ("republic", "kingdom", "islamic republic", "people's republic", "federal republic", "arab republic",
          "sultanate", "emirate", "islamic emirate")  # fmt: skip
_SAME = 0.96  # similarity of a name to a gazetteer name that counts as the same spelling


@cache
def feature_words(position: str) -> dict[str, str]:
    """Word -> feature, of the words that stand in this position: after (X district), before (Wadi X), of (town of X),
    site (X hospital)."""
    return {row["word"]: row["feature"] for row in knowledge("place_words") if position in listed(row["position"])}


@cache
def cues(kind: str) -> dict[str, str]:
    """Cue -> value, of one kind of cue."""
    return {row["cue"]: row["value"] for row in knowledge("place_cues") if row["kind"] == kind}


@cache
def country_names() -> dict[str, str]:
    """Lower-case name of a country -> ISO 3166-1 alpha-3."""
    out: dict[str, str] = {}
    for row in knowledge("nations"):
        for name in (row["country"], *listed(row["aliases"])):
            out.setdefault(name.lower(), row["iso3"])
    for name, iso3 in list(out.items()):
        if " of " not in name and len(name) > 3:
            for form in _FORMS:
                out.setdefault(f"{form} of {name}", iso3)
                out.setdefault(f"{form} of the {name}", iso3)
    return out


@cache
def long_country_names() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word -> the names of countries with small words inside, as lower-case tokens, the longest first:
    "Democratic Republic of the Congo", "Bosnia and Herzegovina"."""
    out: dict[str, set[tuple[str, ...]]] = {}
    for name in country_names():
        words = tuple(name.replace("'s", " 's").split())
        if len(words) > 2 and {"of", "and", "the", "&"} & set(words):
            out.setdefault(words[0], set()).add(words)
    return {first: tuple(sorted(names, key=lambda n: (-len(n), n))) for first, names in out.items()}


@cache
def names_area_abroad(name: str, iso3: str) -> bool:
    """Is the country's name also that of a first-level area of another country (Georgia)?"""
    return any(c.feature == "province" and c.country != iso3 for c in namesakes(name))


@cache
def country_name(iso3: str) -> str:
    """The usual English name of a country."""
    return next(row["country"] for row in knowledge("nations") if row["iso3"] == iso3)


@cache
def demonyms() -> dict[str, str]:
    """Lower-case adjective or people -> ISO 3166-1 alpha-3; one word each."""
    return {a.lower(): row["iso3"] for row in knowledge("nations") for a in listed(row["adjectives"]) if " " not in a}


@cache
def two_word_demonyms() -> dict[tuple[str, str], str]:
    """("saudi", "arabian") -> SAU."""
    out = {}
    for row in knowledge("nations"):
        for adjective in listed(row["adjectives"]):
            if len(words := adjective.lower().split()) == 2:
                out[words[0], words[1]] = row["iso3"]
    return out


@lru_cache(maxsize=2048)
def namesakes(name: str) -> tuple[Candidate, ...]:
    """The places of exactly this name, best first."""
    return tuple(c for c in lookup(name, fuzzy=False)[:40] if c.similarity >= _SAME)


@lru_cache(maxsize=16384)
def prominence(name: str) -> float:
    """How well known the best known place of this name is: 0 none, log10 of its population, 8 for a province or a
    country.

    >>> prominence("Baghdad") > 6, prominence("Xyzzy")
    (True, 0.0)
    """
    if name.lower() in country_names():
        return 9.0
    best = 0.0
    for c in namesakes(name):
        if c.feature in ("country", "province"):
            return 8.0
        best = max(best, math.log10(c.population + 10), 4.0 if not c.source.startswith("GeoNames") else 0.0)
    return best
