"""One picture from many reports: narrowed, compared, and whose word it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from analysis import SitrepError, read_campaign, show
from analysis.link import one_sided
from analysis.run.cli import cli
from analysis.run.corpus import read_corpus
from analysis.show.campaign_charts import account_of, monthly_tolls

SEEDS = Path(__file__).parents[2] / "seeds" / "campaign"


@pytest.fixture(scope="module")
def campaign():
    """The invented campaign of seeds/campaign."""
    return read_campaign(SEEDS)


def test_every_seed_says_that_it_is_invented():
    """In its header; and the reader knows its outlet, its day and its title."""
    for path in SEEDS.iterdir():
        head = path.read_text(encoding="utf-8").split("---")[1]
        assert "note: Invented." in head
    documents = read_campaign(SEEDS, first="2031-03-07", last="2031-03-07").documents
    assert documents[["title", "outlet", "published"]].notna().all(axis=None)


def test_accounts_are_compared(campaign):
    """Tolls from the lowest to the highest, a denial, a copy that is no second source, one side's word."""
    incidents = campaign.incidents.set_index(["place", "date_start"])
    rutba = incidents.loc[("Rutba", "2031-03-07")]
    assert (rutba["killed_low"], rutba["killed_high"], rutba["sources"]) == (5, 15, 3)
    assert account_of(rutba) == "sources differ"
    haditha = incidents.loc[("Haditha", "2031-04-11")]
    assert "denied in quiet_river_13" in haditha["contradictions"]
    hit = incidents.loc[("Hit", "2031-03-19")]
    assert (hit["documents"], hit["sources"], account_of(hit)) == (3, 2, "several sources, one account")
    sides = one_sided(campaign).merge(campaign.incidents, on="incident")
    assert ("Rawa", "the state (IRQ)") in set(zip(sides["place"], sides["side"], strict=True))
    assert "Ramadi" not in set(sides["place"])


def test_open_numbers_are_no_contradiction(campaign):
    """ "At least eight" and "twenty, and two of our own" may both be true."""
    row = campaign.incidents.set_index("place").loc["Al-Qaim"]
    assert (row["killed_low"], row["killed_high"]) == (8, 22)
    assert account_of(row) == "several sources, one account"


@pytest.mark.parametrize(
    ("narrow", "places"),
    [
        ({"place": "Hit"}, {"Hit"}),
        ({"place": "Anbar", "first": "2031-05-01"}, {"Haditha", "Ramadi"}),
        ({"force": "Iraqi Air Force"}, {"Rutba", "Haditha"}),
        ({"last": "2031-03-05"}, {"Rutba"}),
        ({"place": "Atlantis"}, set()),
    ],
)
def test_a_campaign_can_be_narrowed(narrow, places):
    """By place or area, by force, by days; the tables follow."""
    campaign = read_campaign(SEEDS, **narrow)
    assert set(campaign.incidents["place"]) == places
    assert set(campaign.documents["doc_id"]) == set(campaign.members["doc_id"])
    for make in (show.show_campaign, show.show_incidents, show.show_participation, show.show_sources,
                 show.show_contradictions, show.show_one_sided, show.show_joins):  # fmt: skip
        assert make(campaign)._repr_html_()
    for draw in (show.draw_incidents, show.draw_incident_map, show.draw_tolls):
        picture = draw(campaign)
        assert isinstance(picture, str) == (not places or (draw is show.draw_tolls and "2031-03-05" in narrow.values()))


def test_months_sum_the_lowest_and_the_highest(campaign):
    """Each incident once, however many tell of it."""
    months = monthly_tolls(campaign).set_index("month")
    rows = campaign.incidents[campaign.incidents["date_start"].str.startswith("2031-03")]
    assert months.loc["2031-03", "low"] == rows["killed_low"].sum()
    assert months.loc["2031-03", "high"] == rows["killed_high"].sum()


def test_a_data_set_and_a_folder_give_the_same(campaign, tmp_path):
    """What `sitrep corpus` made of the reports is the campaign that the reports are."""
    read_corpus([SEEDS], tmp_path / "corpus")
    other = read_campaign(tmp_path / "corpus")
    assert campaign.incidents.equals(other.incidents)
    assert campaign.copies == other.copies


def test_the_command_writes_a_page_without_a_path_of_the_machine(tmp_path):
    """Page, notebook, figures with their rows, manifest with every source; the same bytes again."""
    for name in ("one", "two"):
        words = ["campaign", str(SEEDS), "--from", "2031-04-01", "--out", str(tmp_path / name), "--quiet"]
        assert CliRunner().invoke(cli, words, catch_exceptions=False).exit_code == 0
    files = {p.relative_to(tmp_path / "one") for p in (tmp_path / "one").rglob("*") if p.is_file()}
    assert {Path("index.html"), Path("campaign.ipynb"), Path("manifest.json"), Path("figures/tolls.csv")} <= files
    for file in files:
        data = (tmp_path / "one" / file).read_bytes()
        assert data == (tmp_path / "two" / file).read_bytes()
        assert str(SEEDS.parent).encode() not in data
    manifest = json.loads((tmp_path / "one" / "manifest.json").read_text())
    assert len(manifest["documents"]) == len(list(SEEDS.iterdir()))
    assert manifest["parameters"]["first"] == "2031-04-01"


def test_a_folder_without_reports_is_said(tmp_path):
    """One line with what to do."""
    with pytest.raises(SitrepError, match="holds no report"):
        read_campaign(tmp_path)
