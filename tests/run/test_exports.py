"""The data set in the forms of others: their columns, codes, tags and conventions, read back by their own libraries."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import frictionless
import pandas as pd
import pytest
from click.testing import CliRunner

from analysis import read_dataset
from analysis.run.cli import cli
from analysis.run.corpus import read_corpus
from analysis.run.exports import FORMATS, export
from analysis.tables import COLUMNS

REPORTS = {
    "a": ("Tigris Courier", "Islamic State gunmen killed five soldiers in Mosul, Iraq, on Monday, police said."),
    "b": ("Levant Wire", "Islamic State gunmen killed seven soldiers in Mosul on Monday, an army officer said."),
    "c": ("Coast Wire", "An air strike killed dozens of civilians in Idlib, Syria, on Sunday, residents said."),
    "d": ("Coast Wire", "Police arrested three suspects in Maiduguri, Nigeria, on Monday, a spokesman said."),
    "e": ("Coast Wire", "=The army “secured” the town of Gao in Mali on Sunday 🙂, it said."),
}


@pytest.fixture(scope="module")
def dataset(tmp_path_factory):
    """Five reports of four incidents as a data set."""
    folder = tmp_path_factory.mktemp("corpus")
    rows = [{"id": i, "outlet": o, "text": t, "published": "2021-03-02"} for i, (o, t) in REPORTS.items()]
    lines = folder / "in.jsonl"
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    read_corpus([lines], folder / "out")
    return read_dataset(folder / "out")


def _csv(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def test_acled_columns_and_codes(dataset, tmp_path):
    """One row an incident: types, interaction, precisions; the lowest toll where sources differ."""
    frame = _csv(export(dataset, "acled-csv", tmp_path))
    expected = (
        "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 "
        "inter1 actor2 assoc_actor_2 inter2 civilian_targeting country admin1 location latitude longitude "
        "geo_precision source notes fatalities"
    )
    assert list(frame.columns) == expected.split()
    row = frame[frame["location"] == "Mosul"].iloc[0]
    assert (row["event_date"], row["time_precision"], row["geo_precision"]) == ("2021-03-01", "1", "1")
    assert (row["event_type"], row["sub_event_type"]) == ("Battles", "Armed clash")
    assert (row["actor1"], row["inter1"], row["inter2"]) == ("Islamic State", "2", "1")
    assert (row["country"], row["fatalities"], row["source"]) == ("Iraq", "5", "Tigris Courier; Levant Wire")
    arrests = frame[frame["location"] == "Maiduguri"].iloc[0]
    assert (arrests["disorder_type"], arrests["sub_event_type"]) == ("Strategic developments", "Arrests")


@pytest.mark.parametrize(("convention", "fatalities"), [("literal", ""), ("acled", "12")])
def test_vague_counts_by_convention(dataset, tmp_path, convention, fatalities):
    """Dozens are nothing certain when read literally, and 12 by ACLED's convention."""
    frame = _csv(export(dataset, "acled-csv", tmp_path, convention))
    row = frame[frame["location"] == "Idlib"].iloc[0]
    assert row["fatalities"] == fatalities
    assert (row["event_type"], row["sub_event_type"]) == ("Explosions/Remote violence", "Air/drone strike")
    assert row["civilian_targeting"] == "Civilian targeting"


def test_ucdp_best_low_high(dataset, tmp_path):
    """Best is the lowest that a source gives, low and high the range; dozens have no best and no high."""
    frame = _csv(export(dataset, "ucdp-csv", tmp_path)).set_index("where_coordinates")
    mosul, idlib = frame.loc["Mosul"], frame.loc["Idlib"]
    assert (mosul["best"], mosul["low"], mosul["high"]) == ("5", "5", "7")
    assert (mosul["type_of_violence"], mosul["date_prec"], mosul["where_prec"]) == ("1", "1", "1")
    assert (idlib["best"], idlib["low"], idlib["high"], idlib["side_b"]) == ("", "24", "", "Civilians")


def test_hxl_tags(dataset, tmp_path):
    """A row of hashtags under the header; numbers stand under the tag of their outcome."""
    frame = _csv(export(dataset, "hxl", tmp_path))
    tags = frame.iloc[0]
    assert all(tag.startswith("#") for tag in tags)
    assert (tags["killed"], tags["wounded"]) == ("#affected+killed", "#affected+injured")
    assert (tags["date_start"], tags["outlet"]) == ("#date+start", "#meta+source")
    rows = frame.iloc[1:]
    assert rows.loc[rows["doc_id"] == "a", "killed"].tolist() == ["5"]
    assert rows.loc[rows["doc_id"] == "c", "killed"].tolist()[:1] in (["24"], [""])


def test_geojson(dataset, tmp_path):
    """RFC 7946: longitude first; every incident is there, with its tolls."""
    collection = json.loads(export(dataset, "geojson", tmp_path).read_text(encoding="utf-8"))
    assert collection["type"] == "FeatureCollection"
    mosul = next(f for f in collection["features"] if f["properties"].get("place") == "Mosul")
    longitude, latitude = mosul["geometry"]["coordinates"]
    assert 43 < longitude < 44
    assert 36 < latitude < 37
    assert (mosul["properties"]["killed_low"], mosul["properties"]["killed_high"]) == (5, 7)


def test_datapackage_is_valid_by_its_own_library(dataset, tmp_path):
    """Types, vocabularies, keys and references of all six tables pass Frictionless."""
    folder = export(dataset, "datapackage", tmp_path)
    with frictionless.system.use_context(trusted=True):
        report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])[:5]
    package = frictionless.Package(str(folder / "datapackage.json"))
    assert package.resource_names == list(COLUMNS)
    (folder / "outcomes.csv").write_text(
        (folder / "outcomes.csv").read_text(encoding="utf-8").replace("killed,", "murdered,", 1), encoding="utf-8"
    )
    with frictionless.system.use_context(trusted=True):
        assert not frictionless.validate(str(folder / "datapackage.json")).valid


def test_web_annotations_lead_back_to_the_text(dataset, tmp_path):
    """Position and quote selectors agree with each other and with the text, prefix and suffix too, past an emoji."""
    page = json.loads(export(dataset, "webannotation", tmp_path).read_text(encoding="utf-8"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert len(page["items"]) == sum(len(dataset.frame(t)) for t in COLUMNS if t != "documents")
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
    for item in page["items"]:
        text = REPORTS[item["target"]["source"].rpartition(":")[2]][1]
        position, quote = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])
        assert len(quote["prefix"]) == min(32, start)


def test_no_export_has_a_cell_that_a_spreadsheet_would_run(dataset, tmp_path):
    """Cells that begin as a formula does get an apostrophe."""
    for form in ("acled-csv", "ucdp-csv", "hxl"):
        frame = _csv(export(dataset, form, tmp_path))
        for column in frame.columns:
            starts = frame[column].str.extract(r"^([=+@-])(?!\d)")[0]
            assert starts.isna().all()


def test_the_command_writes_every_form(dataset, tmp_path):
    """`sitrep export` names what it has written."""
    for form, (_, name) in FORMATS.items():
        result = CliRunner().invoke(cli, ["export", str(dataset.folder), "--to", form, "--out", str(tmp_path)])
        assert (result.exit_code, result.output.strip()) == (0, str(tmp_path / name))
        assert (tmp_path / name).exists()
    assert CliRunner().invoke(cli, ["export", str(tmp_path), "--to", "hxl"]).exit_code == 2


def test_the_data_set_opens_in_duckdb_by_one_line(dataset):
    """Every table is a folder of Parquet; incidents and their members stand beside them."""
    result = CliRunner().invoke(cli, ["incidents", str(dataset.folder), "--quiet"])
    assert result.exit_code == 0
    rows = duckdb.sql(f"from '{dataset.folder}/outcomes/*.parquet' select count(*), min(doc_id)").fetchall()
    assert rows == [(len(dataset.outcomes), "a")]
    top = duckdb.sql(
        f"from '{dataset.folder}/incidents.parquet' select place, killed_low, killed_high where sources > 1"
    ).fetchall()
    assert top == [("Mosul", 5, 7)]
