"""Choosing among namesakes: the document decides, and says why."""

from __future__ import annotations

import pytest

from analysis.find.places.choose import Request, choose


def where(names: list[str | Request], **countries: float) -> list[str]:
    requests = [Request(n) if isinstance(n, str) else n for n in names]
    chosen = choose(requests, countries=countries)
    return [f"{c.candidate.name}, {c.candidate.country}" if c.candidate else "" for c in chosen]


@pytest.mark.parametrize(
    ("names", "countries", "expected"),
    [
        pytest.param(["Tripoli", "Lebanon", "Beirut"], {}, "LBN", id="the country named decides"),
        pytest.param(["Tripoli", "Benghazi", "Misrata"], {}, "LBY", id="the other places decide"),
        pytest.param(["Al-Riyadh", "Kirkuk", "Hawija"], {"IRQ": 1.0}, "IRQ", id="the report's country beats size"),
        pytest.param(["Georgia", "Atlanta", "Savannah"], {}, "USA", id="a state among its cities"),
        pytest.param(["Georgia", "Tbilisi", "Armenia"], {}, "GEO", id="a country among its neighbours"),
        pytest.param(["Mubi"], {"NGA": 1.0}, "NGA", id="nationality words alone"),
    ],
)
def test_the_report_decides_the_country(names, countries, expected):
    """Namesakes are told apart by the countries that the report is about."""
    assert where(names, **countries)[0].endswith(expected)


def test_a_container_decides():
    """ "X, Y" and "X in Y" put X into Y."""
    paris, texas = choose([Request("Paris", inside=1), Request("Texas")])
    assert (paris.candidate.admin1, texas.candidate.feature) == ("Texas", "province")
    assert "as the text says" in paris.reason


def test_no_place_outside_its_container():
    """A village that is known only elsewhere stays unresolved, with the reason."""
    village, _ = choose([Request("Rutba", feature="village", inside=1), Request("Nineveh", feature="province")])
    assert village.candidate is None
    assert "Nineveh" in village.reason


def test_a_famous_place_needs_no_context():
    """Capitals are themselves in a report on another country."""
    assert where(["Washington", "Mosul", "Anbar"], IRQ=1.0)[0] == "Washington, USA"


def test_a_hamlet_elsewhere_is_not_taken():
    """What is only spelled alike in a far country stays unresolved."""
    choice = choose([Request("Al-Taba'at")], countries={"IRQ": 1.0})[0]
    assert choice.candidate is None
    assert "IRQ" in choice.reason
    assert choice.others


def test_a_forced_country_holds():
    """ "The Syrian town of X": X lies in Syria."""
    assert where([Request("Al-Qaim", country="IRQ")]) == ["Al Qā’im, IRQ"]


def test_a_bare_name_is_the_town_and_not_its_province():
    """ "Kandahar" is the city; "Kandahar province" the province."""
    town, area = choose([Request("Kandahar"), Request("Kandahar", feature="province")], countries={"AFG": 1.0})
    assert (town.candidate.feature, area.candidate.feature) == ("city", "province")


def test_nothing_asked_nothing_chosen():
    """An empty document has no choices."""
    assert choose([]) == []


@pytest.mark.parametrize(
    ("name", "country"),
    [
        pytest.param("Kingston", "JAM", id="not the capital of an island of two thousand"),
        pytest.param("Dohuk", "IRQ", id="in Iraq"),
        pytest.param("Surt", "LBY", id="as its province is spelled"),
    ],
)
def test_a_bare_name_is_a_town_of_the_country(name, country):
    """The town, not the area of its name; the large one, not a namesake that happens to be a capital."""
    choice = choose([Request(name)], countries={country: 1.0})[0]
    assert (choice.candidate.country, choice.candidate.feature) == (country, "city")


@pytest.mark.parametrize("name", ["Balkana", "Kuda", "Daraj"])
def test_another_country_is_no_second_best(name):
    """Where the report's country has no such place, a namesake elsewhere is not taken."""
    assert choose([Request(name)], countries={"NGA": 1.0})[0].candidate is None


def test_a_name_of_directions_alone_belongs_to_the_report_s_country():
    """North West is an area of many countries: it is none where the report's own has it not."""
    countries = {"NGA": 1.0}
    chosen = choose([Request("Zamfara"), Request("North West")], countries=countries)
    assert chosen[1].candidate is None or chosen[1].candidate.country == "NGA"


def test_a_former_name_gives_way_to_the_name_itself():
    """Oleksandrivka, an old name of a part of Donetsk city, is one of the towns that are called so."""
    (choice,) = choose([Request("Oleksandrivka")], countries={"UKR": 1.0})
    assert choice.candidate is not None
    assert choice.candidate.name == "Oleksandrivka"


def test_a_site_in_a_town_does_not_make_it_a_province():
    """A university that no gazetteer knows lies in the town, not in the province of its name."""
    site, town = Request("Taizz University", inside=1, local=True), Request("Taizz")
    chosen = choose([site, town], countries={"YEM": 1.0})
    assert chosen[1].candidate is not None
    assert chosen[1].candidate.feature == "city"
