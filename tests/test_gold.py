"""The project's own gold: its form, and how much of it the program finds."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from analysis import read_document, tabulate
from analysis.read.knowledge import vocabulary

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"
DOCUMENTS = sorted(GOLD.glob("*.json"))
FLOORS = {  # F1, a little below what is reached
    "forces": 0.84,
    "locations": 0.89,
    "outcomes": 0.86,
    "outcomes strict": 0.8,
    "statements": 0.89,
    "provenance": 1.0,
}


@cache
def scores() -> ModuleType:
    """benchmarks/scores.py, which is no package."""
    spec = importlib.util.spec_from_file_location("scores", ROOT / "benchmarks" / "scores.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["scores"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.stem)
def test_gold_is_words_of_its_text(path):
    """Each gold row points at words that stand in its text, and each value is one of the codebook's."""
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    gold = json.loads(path.read_text(encoding="utf-8"))
    assert "invented example" in text[: text.index("\n---\n")]
    for row in gold["outcomes"]:
        assert row["evidence"] in text
    for row in gold["statements"]:
        assert text.count(row["begins"]) == 1, row["begins"]
    for row in [*gold["forces"], *gold["locations"]]:
        assert any(name.lower() in text.lower() for name in row["accept"]), row["name"]
    for table, column in (
        ("forces", "actor_type"),
        ("locations", "role"),
        ("locations", "feature"),
        ("outcomes", "outcome"),
        ("outcomes", "target_kind"),
        ("outcomes", "status"),
        ("statements", "kind"),
        ("statements", "stance"),
    ):
        used = {value for row in gold[table] for value in (row[column], *row.get(f"{column}_alt", []))}
        assert used <= vocabulary(table, column), path.stem


NAMED = [(p, o) for p in DOCUMENTS for o in json.loads(p.read_text(encoding="utf-8"))["operations"] if o["operation"]]


@pytest.mark.parametrize(("path", "gold"), NAMED, ids=[o["operation"] for _, o in NAMED])
def test_named_operations_are_found(path, gold):
    """Named operations always, each once."""
    rows = tabulate(read_document(path.with_suffix(".txt"))).operations
    found = rows[rows["operation"] == gold["operation"]]
    assert len(found) == 1
    assert found["status"].tolist() == [gold["status"]]


@pytest.fixture(scope="module")
def figures():
    """The scorer's figures on the whole gold."""
    scorer = scores().BENCH / "score.py"
    if not scorer.exists():
        pytest.skip(f"the scorer is not at {scorer}")
    return scores().score_gold(scorer, GOLD, GOLD)


@pytest.mark.parametrize("table", FLOORS)
def test_gold_is_found(table, figures):
    """What was reached once stays reached."""
    assert figures[table]["f1"] >= FLOORS[table]


def test_readme_holds_the_scores():
    """README's block is what `make scores` writes: a head, rows of four cells, known titles, shares in percent."""
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    if scores().BEGIN not in page:
        pytest.skip("README has no scores yet")
    assert scores().fill(page, {}) == page, "run `make scores`"
    block = page.partition(scores().BEGIN)[2].partition(scores().END)[0].strip().splitlines()
    assert tuple(block[:2]) == scores().HEAD
    for line in block[2:]:
        assert re.fullmatch(r"\| [^|]+ \| [^|]+ \| (100|\d?\d)\.\d \| \d+ \|", line), line


def test_rows_of_absent_data_stay():
    """A benchmark whose data is not there keeps the rows of its last run; the others are written anew."""
    module = scores()
    page = "\n".join(("a", module.BEGIN, "", *module.HEAD, "| LGL | places | 40.0 | 9 |", "", module.END, "b"))
    filled = module.fill(page, {"own gold": ["| own gold | forces (F1) | 90.0 | 5 |"]})
    assert "| LGL | places | 40.0 | 9 |\n\n" in filled
    assert "|--:|--:|\n| own gold | forces (F1) | 90.0 | 5 |\n| LGL |" in filled
    assert filled.startswith("a\n")
    assert filled.endswith("\nb")
