"""The gazetteer: what a name can mean, and how its index is built."""

from __future__ import annotations

import multiprocessing
import re
import sqlite3
from pathlib import Path

import pytest

from analysis.find.gazetteer.index import build, ensure_index
from analysis.find.gazetteer.lookups import is_known, lookup
from analysis.find.gazetteer.sources import Place, area_names, country_codes
from analysis.read.knowledge import knowledge, listed, vocabulary

README = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon", "km"),
    [
        ("Heet", "IRQ", 33.64, 42.83, 10),
        ("Al-Anbar", "IRQ", 33.0, 41.6, 120),
        ("Wadi Houran", "IRQ", 33.5, 41.3, 100),
        ("Palmyra", "SYR", 34.56, 38.27, 10),
        ("الموصل", "IRQ", 36.34, 43.13, 15),
        ("Kyiv", "UKR", 50.45, 30.52, 15),
        ("Sambisa Forest", "NGA", 11.25, 13.4, 40),
        ("Baghdad International Airport", "IRQ", 33.26, 44.23, 5),
        ("Nigeria", "NGA", 10.0, 8.0, 150),
    ],
)
def test_the_first_candidate_in_the_country_is_the_place(name, country, lat, lon, km):
    """A name is found where it lies, whatever its spelling or script."""
    best = lookup(name, country=country)[0]
    assert abs(best.lat - lat) * 111 < km
    assert abs(best.lon - lon) * 111 < km


@pytest.mark.parametrize(
    ("name", "feature"), [("Rutba", "district"), ("Hamrin", "mountain"), ("Anbar", "province"), ("Sinjar", "mountain")]
)
def test_a_feature_word_chooses_among_places_of_one_name(name, feature):
    """Asked for a feature, the gazetteer gives that feature first."""
    assert lookup(name, feature=feature, country="IRQ")[0].feature == feature


def test_a_wadi_is_never_a_town_of_its_name():
    """A type word in the name excludes places of another kind: Wadi Houran is not Hiran in Somalia."""
    assert {c.feature for c in lookup("Wadi Houran")} <= {"wadi", "river", "region"}


def test_a_name_without_a_match_gets_a_second_chance():
    """A spelling that no key meets is found by its consonants, with a lower similarity."""
    found = lookup("Mqdadiya", country="IRQ")
    assert {"Diyala"} == {c.admin1 for c in found}
    assert all(c.similarity < 0.8 for c in found)
    assert not lookup("Mqdadiya", country="IRQ", fuzzy=False)


@pytest.mark.parametrize("name", ["", " ", "-", "Qxzptlk Vwrgh", "أ", "12345 67"])
def test_what_is_no_name_is_not_found(name):
    """Nonsense finds nothing and raises nothing."""
    assert not lookup(name, fuzzy=False)
    assert not is_known(name)


@pytest.mark.parametrize("name", ["Mosul", "Wadi Houran", "Kharkiv", "Gao"])
def test_known_names_are_known(name):
    """is_known answers for every place of the index."""
    assert is_known(name)


RECORDS = (  # what stands before the colon of a source; the record's own name follows
    r"GeoNames \d+",
    r"Who's On First \d+",
    r"OpenStreetMap (node|way|relation) \d+",
    r"SimpleMaps \d+",
    r"Wikimapia \d+",
    r"Global Volcanism Program \d{6}",
    r"airportsdata [A-Z0-9]{4}",
    r"OurAirports [A-Z0-9-]+",
    r"UN M49 \d{3}",
    r"Natural Earth (10m (geography regions|land boundaries)|50m (lakes|rivers))",
    r"Wikipedia",
    r"World Gazetteer",
)
SOURCE = re.compile(rf"(near )?({'|'.join(RECORDS)}): \S.*|unsourced: general knowledge")


def test_own_places_obey_the_codebook():
    """places.csv: ids once, features of the codebook, countries that exist, points on earth, areas that exist, and a
    source that a reader can look up or the plain word that there is none."""
    rows, features = knowledge("places"), vocabulary("locations", "feature")
    areas = {(country_codes().get(code[:2]), name) for code, name in area_names().items() if code.count(".") == 1}
    assert len({r["id"] for r in rows}) == len(rows)
    assert [r["id"] for r in rows] == sorted(r["id"] for r in rows)
    for r in rows:
        assert r["feature"] in features, r["id"]
        assert not r["country"] or r["country"] in country_codes().values(), r["id"]
        assert not r["admin1"] or (r["country"], r["admin1"]) in areas, r["id"]
        assert -90 <= float(r["lat"]) <= 90, r["id"]
        assert -180 <= float(r["lon"]) <= 180, r["id"]
        assert r["precision"] in "123", r["id"]
        assert float(r["extent_km"]) > 0, r["id"]
        assert SOURCE.fullmatch(r["source"]), r["id"]
        assert r["name"] not in listed(r["aliases"]), r["id"]


def test_readme_tells_how_many_own_places_have_a_source():
    """Of the place, of what it stands at, or none: the figures are those of the file."""
    told = re.search(r"([\d,]+) places of .*?([\d,]+) name.*?([\d,]+) one of.*?([\d,]+) are marked", README, re.DOTALL)
    sources = [r["source"] for r in knowledge("places")]
    near = sum(s.startswith("near ") for s in sources)
    none = sum(s.startswith("unsourced") for s in sources)
    assert told
    assert [int(n.replace(",", "")) for n in told.groups()] == [len(sources), len(sources) - near - none, near, none]


def _places():
    yield Place("test:1", "Al-Qarya", "village", "IRQ", lat=33.0, lon=44.0, names=["Al-Qarya"])


def _build(path):
    build(path, _places)


def test_builders_that_start_together_leave_one_whole_index(tmp_path):
    """Concurrent builders wait for the first; nothing unfinished is left."""
    path = tmp_path / "index.sqlite"
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.map(_build, [path, path])
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*) FROM place").fetchone() == (1,)
    assert not list(tmp_path.glob("*.tmp"))


def test_a_build_that_fails_leaves_nothing(tmp_path):
    """An index appears whole or not at all."""

    def broken():
        yield from _places()
        raise RuntimeError("interrupted")

    with pytest.raises(RuntimeError):
        build(tmp_path / "index.sqlite", broken)
    assert not list(tmp_path.glob("*.sqlite"))
    assert not list(tmp_path.glob("*.tmp"))


def test_the_index_is_small_enough():
    """The index of the world stays under 120 MB on disk."""
    assert ensure_index().stat().st_size < 120e6
