"""The command line: what it writes, what it says, how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from analysis.run.cli import cli
from analysis.tables import COLUMNS

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "solid_will.txt"
TEXT = 'The army said that it "launched Operation Northern Shield" on Tuesday. Its troops killed two gunmen in Mosul.'


@pytest.fixture
def run(tmp_path, monkeypatch):
    """run("tables", "a.txt") in an empty folder: the result of the command."""
    monkeypatch.chdir(tmp_path)
    return lambda *words, **more: CliRunner().invoke(cli, list(words), **more)


def test_tables_of_one_document(run, tmp_path):
    """Six CSV files, and every quote is the source to the character."""
    result = run("tables", str(SEED))
    assert (result.exit_code, result.stderr) == (0, "")
    text = SEED.read_text(encoding="utf-8")
    for table, columns in COLUMNS.items():
        frame = pd.read_csv(tmp_path / "tables" / f"{table}.csv", keep_default_na=False)
        assert list(frame.columns) == list(columns)
        if table != "documents":
            assert [text[s:e] for s, e in zip(frame["start"], frame["end"], strict=True)] == frame["quote"].tolist()
    assert not list((tmp_path / "tables").glob(".*"))


@pytest.mark.parametrize("form", ["csv", "parquet", "json"])
def test_every_format_tells_the_same(run, tmp_path, form):
    """CSV, Parquet and JSON lines hold the same rows."""
    Path("a.txt").write_text(TEXT)
    Path("b.txt").write_text(TEXT)
    assert run("tables", "a.txt", "b.txt", "--out", "out", "--format", form).exit_code == 0
    read = {
        "csv": lambda p: pd.read_csv(p, dtype=str, keep_default_na=False).to_dict("records"),
        "parquet": lambda p: pd.read_parquet(p).astype(object).to_dict("records"),
        "json": lambda p: [json.loads(line) for line in p.read_text().splitlines()],
    }[form]
    (path,) = (tmp_path / "out").glob("documents.*")
    assert [(r["doc_id"], str(r["characters"])) for r in read(path)] == [("a", str(len(TEXT))), ("b", str(len(TEXT)))]
    (path,) = (tmp_path / "out").glob("operations.*")
    rows = read(path)
    assert {r["doc_id"] for r in rows} <= {"a", "b"}
    assert all(TEXT[int(r["start"]) : int(r["end"])] == r["quote"] for r in rows)


def test_standard_input(run, tmp_path):
    """A dash reads what is piped in."""
    result = run("tables", "-", "--published", "2022-04-28", "--outlet", "The Courier", input=TEXT)
    assert result.exit_code == 0
    (row,) = pd.read_csv(tmp_path / "tables" / "documents.csv").to_dict("records")
    assert (row["doc_id"], row["outlet"], row["published"]) == ("stdin", "The Courier", "2022-04-28")


def test_the_others_go_on_when_some_fail(run, tmp_path):
    """Exit code 1, each failure named with its reason, the rest written."""
    Path("good.txt").write_text(TEXT)
    Path("bad.txt").write_bytes(b"%PDF-1.7")
    Path("empty").mkdir()
    result = run("tables", "good.txt", "bad.txt", "missing.txt", "empty", "*.docx")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 4
    for words in ("bad.txt: is a PDF", "missing.txt: cannot be read", "empty: is a folder without", "*.docx: matches"):
        assert words in result.stderr
    assert pd.read_csv(tmp_path / "tables" / "documents.csv")["doc_id"].tolist() == ["good"]


def test_folders_globs_and_namesakes(run, tmp_path):
    """A folder stands for its reports, a file counts once, and two of one stem are told apart and it is said."""
    for name in ("news/b/day.txt", "news/a/day.txt", "news/c.md", "news/picture.png"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(TEXT)
    result = run("tables", "news", "news/*.md", "news/a/../a/day.txt")
    assert result.exit_code == 0
    assert "its doc_id is day-2" in result.stderr
    assert pd.read_csv(tmp_path / "tables" / "documents.csv")["doc_id"].tolist() == ["day", "day-2", "c"]
    assert run("tables", "news", "--quiet").output == ""


def test_nothing_is_half_written(run, tmp_path, monkeypatch):
    """What was there before stays when a run breaks."""
    Path("tables").mkdir()
    Path("tables/forces.csv").write_text("old")
    monkeypatch.setattr("analysis.run.tables.TableFiles.append", lambda *_: 1 / 0)
    Path("a.txt").write_text(TEXT)
    with pytest.raises(ZeroDivisionError):
        run("tables", "a.txt", catch_exceptions=False)
    assert [(p.name, p.read_text()) for p in (tmp_path / "tables").iterdir()] == [("forces.csv", "old")]


def test_a_document_that_breaks_the_finders_is_named(run, tmp_path, monkeypatch):
    """One bad document costs one document."""
    import analysis.tables

    whole = analysis.tables.find_all

    def breaks(document, parse):
        if document.doc_id == "b":
            raise IndexError("no such token")
        return whole(document, parse)

    monkeypatch.setattr("analysis.tables.find_all", breaks)
    for name in "abc":
        Path(f"{name}.txt").write_text(TEXT)
    result = run("tables", "a.txt", "b.txt", "c.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("b: broke the finders (IndexError: no such token)")
    assert pd.read_csv(tmp_path / "tables" / "documents.csv")["doc_id"].tolist() == ["a", "c"]


def test_cells_that_a_spreadsheet_would_run_are_inert(run, tmp_path):
    """No cell begins as a formula does, and quotes are exact all the same."""
    text = (
        '=HYPERLINK("x") the army said. "-2+3+cmd|x" said the mayor.\n\n@SUM(1) the army said that it killed 2 gunmen.'
    )
    Path("=a.md").write_text(f"---\ntitle: =1+1\noutlet: @x\n---\n{text}")
    assert run("tables", "=a.md").exit_code == 0
    for table in COLUMNS:
        frame = pd.read_csv(tmp_path / "tables" / f"{table}.csv", dtype=str, keep_default_na=False)
        for column in set(frame.columns) - {"lat", "lon"}:
            assert not frame[column].str.startswith(("=", "+", "-", "@", "\t", "\r")).any()
    assert pd.read_csv(tmp_path / "tables" / "documents.csv")["title"].tolist() == ["'=1+1"]


@pytest.mark.parametrize(
    "words",
    [
        ("tables",),
        ("tables", "a.txt", "--format", "xml"),
        ("tables", "a.txt", "--published", "soon"),
        ("tables", "a.txt", "--out", "a.txt"),
        ("explain", "a.txt", "--row", "O99"),
        ("fly",),
    ],
)
def test_wrong_usage_is_told_without_a_traceback(run, words):
    """Exit code 2, and a line that says what."""
    Path("a.txt").write_text(TEXT)
    result = run(*words)
    assert result.exit_code == 2
    assert "Error:" in result.stderr
    assert "Traceback" not in result.output


def test_explain_shows_the_words_that_decided(run):
    """Each row with its quote and its reasons."""
    result = run("explain", str(SEED), "--row", "P1")
    assert result.exit_code == 0
    assert result.output.startswith("P1  Solid Will")
    assert "quote" in result.output


def test_help_is_there_at_once_and_teaches_by_example():
    """Under 0.3 s of processor time: no language model, no pandas, for a help text; and the version."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "analysis", "--help"], capture_output=True, text=True, check=True
    )
    assert "sitrep tables report.txt" in done.stdout
    loaded = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}
    assert not loaded & {"spacy", "pandas", "numpy", "pyarrow", "matplotlib", "trafilatura", "tqdm"}
    begin = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", "analysis", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("sitrep 0.")
    assert time.perf_counter() - begin < 3  # 0.2 s on a machine at rest
