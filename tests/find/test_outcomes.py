"""Outcomes: what was done, to whom, how many; totals, parts, and what is said twice."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis import Tables


def _count(row: pd.Series) -> str:
    low, high = row.count_low, row.count_high
    if pd.isna(low) and pd.isna(high):
        return ""
    if pd.notna(low) and pd.notna(high) and low == high:
        return str(int(low))
    return f"{'' if pd.isna(low) else int(low)}..{'' if pd.isna(high) else int(high)}"


def rows_of(tables: Tables, *outcomes: str) -> list[str]:
    """The outcomes as words, in text order: "killed: soldiers 14..", parts after a ">"; all, or only some kinds."""
    kept = [r for r in tables.outcomes.itertuples() if not outcomes or r.outcome in outcomes]
    return [
        f"{'> ' if pd.notna(r.part_of) else ''}{r.outcome}: {'' if pd.isna(r.target) else r.target} {_count(r)}".strip()
        for r in kept
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Gunmen took four boys near Hadar. The boys were killed the next day.", ["killed: boys 4"], id="the plural"
        ),
        pytest.param(
            "A suicide bomber struck a base. In addition to the bomber, at least 14 soldiers were killed.",
            ["killed: bomber 1", "killed: soldiers 14.."],
            id="in addition to",
        ),
        pytest.param(
            "Gunmen abducted a police chief along with eight of his guards. The hostages were shot and killed.",
            ["killed: hostages 9"],
            id="hostages are those taken",
        ),
        pytest.param(
            "An attacker stabbed a soldier and a clerk. The soldier and clerk were injured.",
            ["wounded: soldier 1", "wounded: clerk 1"],
            id="one article for two",
        ),
        pytest.param("The driver was killed.", ["killed: driver"], id="a definite singular has no number of its own"),
        pytest.param(
            "Two soldiers left camp and two soldiers followed. The soldiers were killed.",
            ["killed: soldiers"],
            id="two phrases fit: no number",
        ),
        pytest.param(
            "Three soldiers fled. The soldier who led them was killed.", ["killed: soldier"], id="a clause tells which"
        ),
    ],
)
def test_a_definite_target_takes_the_number_of_what_it_goes_back_to(read_example, text, expected):
    """ "The boys" are as many as the boys before; where nothing before fits, the cell is empty."""
    assert rows_of(read_example(text)[0], "killed", "wounded") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Six people, including four soldiers, one nurse, and one guard, were injured.",
            ["wounded: people 6", "> wounded: soldiers 4", "> wounded: nurse 1", "> wounded: guard 1"],
            id="the last of the list",
        ),
        pytest.param(
            "At least 16 members of the unit, including a commander, and 10 rebels were killed.",
            ["killed: members 16..", "> killed: commander 1", "killed: rebels 10"],
            id="after the list",
        ),
        pytest.param(
            "At least seven guards, including officers and cadets, and three bandits were killed.",
            ["killed: guards 7..", "> killed: officers", "> killed: cadets", "killed: bandits 3"],
            id="the list has closed",
        ),
        pytest.param(
            "5 people including 3 women, 1 child, and 1 nurse and 20 rebels were killed.",
            ["killed: people 5", "> killed: women 3", "> killed: child 1", "> killed: nurse 1", "killed: rebels 20"],
            id="the total is reached",
        ),
        pytest.param(
            "Rahimi, the speaker of parliament, three guards, one local civilian, and one visitor were injured.",
            ["wounded: Rahimi 1", "wounded: guards 3", "wounded: local civilian 1", "wounded: visitor 1"],
            id="after an apposition",
        ),
        pytest.param(
            "Two farmers from the village, and 1 guard were killed.",
            ["killed: farmers 2", "killed: guard 1"],
            id="a subject in two pieces",
        ),
    ],
)
def test_a_number_includes_its_parts_and_no_more(read_example, text, expected):
    """What "including" opens is part of the number before it; what follows the closed list is counted on its own."""
    assert rows_of(read_example(text)[0]) == expected
