"""Figures: the same bytes every time, nothing over anything else, and a sentence where there is nothing to draw."""

from __future__ import annotations

import io
from itertools import combinations

import pandas as pd
import pytest
from PIL import Image

from analysis.show import draw_locations, draw_outcomes, draw_timeline
from analysis.show.labels import Label, Placer, overlap
from analysis.show.style import ROLES, STATUSES, new_figure
from analysis.tables import COLUMNS, column_type


def rows(table: str, *given: dict) -> pd.DataFrame:
    """A frame of the table with these cells and no others."""
    columns = COLUMNS[table]
    return pd.DataFrame({c: pd.Series([g.get(c) for g in given], dtype=column_type(c)) for c in columns})


def place(name: str, lat: float | None, lon: float | None, role: str = "incident location", **more: object) -> dict:
    return {"id": "L1", "place": name, "lat": lat, "lon": lon, "role": role, "feature": "town", "geo_precision": 1,
            "mentions": 1} | more  # fmt: skip


ANBAR = [
    place("Rutba", 33.04, 40.29),
    place("Heet", 33.64, 42.83),
    place("Al-Anbar", 32.97, 41.62, "operation area", feature="province", geo_precision=3),
    place("Al-Husayniyat", 33.42, 41.03, "planned area", geo_precision=2, gazetteer_id="sitrep:irq-al-husayniyat"),
    place("Al-Taba'at", None, None),
    place("Paris", 48.85, 2.35),
]


def test_a_map_shows_what_it_can_and_names_the_rest():
    """Places without coordinates, and one far from all others, are told of in words."""
    picture = draw_locations(rows("locations", *ANBAR))
    assert "Not on the map: Al-Taba'at (no coordinates)." in picture.alt
    assert "Beyond its edge: Paris." in picture.alt
    assert "Operation area: Al-Anbar." in picture.alt
    assert "Natural Earth" in [t.get_text() for t in picture.figure.texts][-1]
    assert picture.data["place"].tolist() == [p["place"] for p in ANBAR]


def test_the_same_figure_is_the_same_bytes():
    """And small: its colours are few and fixed."""
    frame = rows("locations", *ANBAR)
    png = draw_locations(frame).png
    assert png == draw_locations(frame).png
    assert len(png) < 100_000
    colours = {c for _, c in Image.open(io.BytesIO(png)).convert("RGB").getcolors()}
    assert {(255, 255, 255), tuple(bytes.fromhex(ROLES["incident location"][0][1:]))} <= colours


@pytest.mark.parametrize(
    "there",
    [
        pytest.param([place("Nowhere", None, None)], id="no coordinates"),
        pytest.param([], id="no places"),
    ],
)
def test_no_map_is_a_sentence(there):
    """Never an empty frame."""
    assert draw_locations(rows("locations", *there)).startswith("No map")


@pytest.mark.parametrize(
    "there",
    [
        pytest.param([place("Pole", 89.9, 0.0)], id="pole"),
        pytest.param([place("Suva", -18.1, 178.4), place("Apia", -13.8, -171.8)], id="date line"),
        pytest.param([place("Null", 0.0, 0.0)], id="open sea"),
        pytest.param([place("Iraq", 33.0, 44.0, feature="country", country="IRQ", geo_precision=3)], id="a country"),
        pytest.param([place("\u202e$x_1$ \x00 سلمان", 33.0, 44.0)], id="hostile name"),
        pytest.param([place(f"Town {n}", 33 + n / 500, 44 + n / 700) for n in range(60)], id="a crowd"),
    ],
)
def test_a_map_of_any_place(there):
    """It is drawn, with an alt text and a size that a page bears."""
    picture = draw_locations(rows("locations", *there))
    width, height = Image.open(io.BytesIO(picture.png)).size
    assert 0.4 < height / width < 1.3
    assert picture.alt.startswith("Map of the places named.")


def test_labels_do_not_collide():
    """As long as there is room; what is not needed gives way."""
    figure = new_figure(6, 4)
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    FigureCanvasAgg(figure)
    placer = Placer(figure.add_axes((0, 0, 1, 1)))
    for number in range(12):
        placer.place(Label(f"A place {number}", 60 + 35 * number, 60 + 24 * number, 9, "#000000", needed=True))
    assert sum(overlap(a, b) for a, b in combinations(placer.taken, 2)) == 0
    crowd = [placer.place(Label("In the way", 200, 220, 9, "#000000")) for _ in range(20)]
    assert not all(crowd)


def test_colours_are_told_apart_without_colour():
    """Roles differ in shape; statuses in lightness or hatching."""
    shapes = [shape for _, shape in ROLES.values()]
    assert len(set(shapes)) == len(shapes)

    def light(colour: str) -> float:
        r, g, b = bytes.fromhex(colour[1:])
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    for (a, hatch), (b, other) in combinations(STATUSES.values(), 2):
        assert hatch != other or abs(light(a) - light(b)) > 12


def test_a_chart_counts_rows():
    """Its data is what it draws."""
    outcomes = [{"outcome": "killed", "status": "reported"}] * 2 + [{"outcome": "killed", "status": "unconfirmed"}]
    picture = draw_outcomes(rows("outcomes", *outcomes))
    assert "killed: 2 reported, 1 unconfirmed" in picture.alt
    assert picture.data.to_dict("records") == [{"outcome": "killed", "reported": 2, "unconfirmed": 1}]
    assert draw_outcomes(rows("outcomes")).startswith("No chart")


def test_a_timeline_keeps_its_scale():
    """What lies years back does not squeeze the days of the report."""
    old = {"id": "O1", "outcome": "captured territory", "status": "background", "date_start": "2014-06-10",
           "date_end": "2014-06-10"}  # fmt: skip
    new = {"id": "O2", "outcome": "killed", "target": "two", "status": "reported", "date_start": "2022-04-26",
           "date_end": "2022-04-26"}  # fmt: skip
    picture = draw_timeline(rows("outcomes", old, new), rows("operations"), "2022-04-28")
    low, high = picture.figure.axes[0].get_xlim()
    assert high - low < 15
    assert "captured territory: target not said, 10 June 2014 (background)" in picture.alt
    assert draw_timeline(rows("outcomes"), rows("operations")).startswith("No timeline")
