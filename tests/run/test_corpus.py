"""A corpus: every source is read, nothing is lost or done twice, whatever happens to the run."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from types import SimpleNamespace

import dask.config
import pandas as pd
import pytest

from analysis.read.errors import SitrepError
from analysis.run import corpus
from analysis.run.cluster import dashboard_of
from analysis.run.corpus import read_corpus
from analysis.run.corpus_sources import count_items, iterate_items
from analysis.run.dataset import read_dataset
from analysis.run.ledger import open_ledger, sole_run
from analysis.tables import COLUMNS

REPORT = "Gunmen killed {n} soldiers in Mosul on Monday, police said."


def _write_lines(path: Path, count: int) -> Path:
    rows = [{"id": f"r{n}", "text": REPORT.format(n=n + 2), "published": "2022-04-28"} for n in range(count)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def _frames(folder: Path) -> dict[str, pd.DataFrame]:
    dataset = read_dataset(folder)
    return {table: dataset.frame(table) for table in COLUMNS}


def test_every_kind_of_source_is_read(tmp_path):
    """Folders, JSON Lines, CSV, Parquet and zip archives give one item a document, each with an id of its own."""
    inner = tmp_path / "in"
    (inner / "deep").mkdir(parents=True)
    (inner / "deep" / "a.txt").write_text(REPORT.format(n=3), encoding="utf-8")
    _write_lines(inner / "b.jsonl", 2)
    pd.DataFrame({"id": ["c1"], "text": [REPORT.format(n=4)]}).to_csv(inner / "c.csv", index=False)
    pd.DataFrame({"id": ["d1"], "text": [REPORT.format(n=5)]}).to_parquet(inner / "d.parquet", index=False)
    with zipfile.ZipFile(inner / "e.zip", "w") as archive:
        archive.writestr("../../e.txt", REPORT.format(n=6))
    items = list(iterate_items([inner]))
    assert [i.doc_id for i in items] == ["r0", "r1", "c1", "d1", "deep-a", "e-..-..-e"]
    assert all("soldiers" in i.read().text for i in items)


def test_what_cannot_be_read_is_in_the_ledger_with_its_reason(tmp_path):
    """One broken line among others is named; the others are done."""
    lines = _write_lines(tmp_path / "in.jsonl", 2)
    with lines.open("a", encoding="utf-8") as file:
        file.write("{not json\n" + json.dumps({"id": "empty", "text": " "}) + "\n")
    result = read_corpus([lines], tmp_path / "out")
    assert (result.read, result.failed) == (2, 2)
    with open_ledger(tmp_path / "out") as ledger:
        problems = dict(ledger.failures())
    assert "is no JSON object" in problems[f"{lines}:3"]
    assert "has no text" in problems[f"{lines}:4"]


def test_a_source_that_is_not_there_is_said(tmp_path):
    """A wrong path is the user's to mend."""
    with pytest.raises(SitrepError, match="is not there"):
        read_corpus([tmp_path / "nothing"], tmp_path / "out")


def test_a_second_run_does_only_what_is_new(tmp_path):
    """What is done is skipped by its content; a changed text under the same id is a document of its own."""
    lines = _write_lines(tmp_path / "in.jsonl", 3)
    assert read_corpus([lines], tmp_path / "out").read == 3
    with lines.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"id": "r0", "text": "Rebels shelled Aleppo."}) + "\n")
    again = read_corpus([lines], tmp_path / "out")
    assert (again.read, again.skipped) == (1, 3)
    assert len(read_dataset(tmp_path / "out").documents) == 4
    third = read_corpus([lines], tmp_path / "out")
    assert (third.read, third.skipped) == (0, 4)


def test_killed_runs_end_where_an_unbroken_run_ends(tmp_path):
    """SIGKILL at random moments, then a run to the end: the tables of an unbroken run, nothing lost, nothing twice."""
    lines = _write_lines(tmp_path / "in.jsonl", 60)
    read_corpus([lines], tmp_path / "whole", chunk_documents=5)
    code = (
        "import sys; from analysis.run.corpus import read_corpus;"
        "read_corpus([sys.argv[1]], sys.argv[2], chunk_documents=5, progress=lambda *n: print(n, flush=True))"
    )
    chance = random.Random(7)
    killed = 0
    for _ in range(3):
        run = subprocess.Popen(
            [sys.executable, "-c", code, str(lines), str(tmp_path / "broken")],
            stdout=subprocess.PIPE, start_new_session=True,
        )  # fmt: skip
        assert run.stdout
        run.stdout.readline()
        time.sleep(chance.random() * 0.1)
        os.killpg(run.pid, signal.SIGKILL)
        killed += run.wait() == -signal.SIGKILL
    assert killed
    read_corpus([lines], tmp_path / "broken", chunk_documents=5)
    whole, broken = _frames(tmp_path / "whole"), _frames(tmp_path / "broken")
    for table in COLUMNS:
        pd.testing.assert_frame_equal(whole[table], broken[table])
    assert whole["documents"]["doc_id"].is_unique
    assert len(whole["documents"]) == 60


def test_two_runs_do_not_write_to_one_folder(tmp_path):
    """The second is turned away while the first is alive, in this process or another, and not after it was killed."""
    lines = _write_lines(tmp_path / "in.jsonl", 2)
    code = f"""
import sys, time
from pathlib import Path
from analysis.run.ledger import sole_run
with sole_run(Path({str(tmp_path / "out")!r})):
    print("held", flush=True)
    time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        with pytest.raises(SitrepError, match="another run is writing"):
            read_corpus([lines], tmp_path / "out")
        other.kill()
    assert read_corpus([lines], tmp_path / "out").read == 2
    with sole_run(tmp_path / "out"), pytest.raises(SitrepError, match="another run"):
        read_corpus([lines], tmp_path / "out")


def test_a_document_that_breaks_the_finders_costs_itself(tmp_path, monkeypatch):
    """The others of its chunk are done; the ledger has the reason."""
    whole = corpus.tabulate_any

    def breaks(documents):
        for document in documents:
            if document.doc_id == "r1":
                raise IndexError("no such token")
            yield from whole([document])

    monkeypatch.setattr(corpus, "tabulate_any", breaks)
    result = read_corpus([_write_lines(tmp_path / "in.jsonl", 3)], tmp_path / "out")
    assert (result.read, result.failed) == (2, 1)
    with open_ledger(tmp_path / "out") as ledger:
        assert next(problem for _, problem in ledger.failures()).startswith("r1: broke the finders (IndexError")


def test_a_document_that_kills_its_workers_costs_itself(tmp_path):
    """Halved until it stands alone, then written down; those that stood beside it are done."""
    from distributed import LocalCluster

    preload = tmp_path / "preload.py"
    preload.write_text(
        "import os, time\nfrom analysis.run import corpus, pieces\n"
        "def kills(documents):\n    documents = list(documents)\n"
        "    if any(d.doc_id == 'r2' for d in documents):\n        time.sleep(0.5)\n        os._exit(9)\n"
        "    return pieces.tabulate_any(documents)\n"
        "corpus.tabulate_any = kills\n"
    )
    lines = _write_lines(tmp_path / "in.jsonl", 4)
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50,
            preload=str(preload),
        ) as cluster,
    ):  # fmt: skip
        result = read_corpus([lines], tmp_path / "out", scheduler=cluster.scheduler_address, chunk_documents=2)
    assert (result.read, result.failed) == (3, 1)
    with open_ledger(tmp_path / "out") as ledger:
        assert "killed every worker that read it" in next(ledger.failures())[1]
    assert sorted(read_dataset(tmp_path / "out").documents["doc_id"]) == [f"r{n}" for n in range(4) if n != 2]


def test_the_number_of_documents_is_known_beforehand(tmp_path):
    """For the time left: lines, rows, files and members are counted without being read."""
    inner = tmp_path / "in"
    inner.mkdir()
    _write_lines(inner / "b.jsonl", 4)
    pd.DataFrame({"text": ["a\nb", "c"]}).to_csv(inner / "c.csv", index=False)
    pd.DataFrame({"text": ["a", "b", "c"]}).to_parquet(inner / "d.parquet", index=False)
    (inner / "f.txt").write_text("x")
    with zipfile.ZipFile(inner / "e.zip", "w") as archive:
        archive.writestr("e.txt", "x")
    assert count_items([inner]) == 11
    assert count_items([f"{inner}/*.csv", inner / "nothing"]) == 2


def test_two_workers_of_our_own_do_what_one_process_does(tmp_path):
    """The tables are the same, whoever made them."""
    lines = _write_lines(tmp_path / "in.jsonl", 30)
    for workers in (1, 2):
        result = read_corpus([lines], tmp_path / str(workers), workers=workers, chunk_documents=5)
        assert result.read == 30
    one, two = _frames(tmp_path / "1"), _frames(tmp_path / "2")
    for table in COLUMNS:
        pd.testing.assert_frame_equal(one[table], two[table])


def test_the_dashboard_is_announced_where_there_is_one():
    """Its link, from a scheduler that serves one; nothing from one that does not."""
    link = "http://127.0.0.1:8787/status"
    for services, expected in (({"dashboard": 8787}, link), ({}, None)):
        client = SimpleNamespace(
            dashboard_link=link, scheduler_info=lambda services=services, **_: {"services": services}
        )
        assert dashboard_of(client) == expected


def test_a_part_that_the_ledger_does_not_know_is_no_part(tmp_path):
    """What a worker wrote whose driver was gone is not read, and the next run removes it."""
    lines = _write_lines(tmp_path / "in.jsonl", 2)
    read_corpus([lines], tmp_path / "out")
    (part,) = (tmp_path / "out" / "outcomes").glob("*.parquet")
    stray = part.with_name("f00.parquet")
    stray.write_bytes(part.read_bytes())
    assert len(read_dataset(tmp_path / "out").outcomes) == len(pd.read_parquet(part))
    read_corpus([lines], tmp_path / "out")
    assert not stray.exists()


def test_a_scheduler_that_does_not_answer_is_said(tmp_path, monkeypatch):
    """One line with the address, not a traceback."""
    monkeypatch.setattr("analysis.run.cluster.PATIENCE", 0.5)
    with pytest.raises(SitrepError, match="no Dask scheduler answers"):
        read_corpus([_write_lines(tmp_path / "in.jsonl", 1)], tmp_path / "out", scheduler="tcp://127.0.0.1:9")


def test_a_worker_that_dies_costs_its_chunk_which_is_done_again(tmp_path):
    """On a cluster of two worker processes, one is killed in mid-run; the data set is that of one process."""
    from distributed import Client, LocalCluster

    lines = _write_lines(tmp_path / "in.jsonl", 60)
    read_corpus([lines], tmp_path / "one", chunk_documents=5)
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        with Client(cluster) as client:
            pids = list(client.run(os.getpid).values())
        done: list[int] = []

        def kill_once(read: int, skipped: int, failed: int) -> None:
            if not done:
                os.kill(pids[0], signal.SIGKILL)
            done.append(read)

        result = read_corpus(
            [lines], tmp_path / "two", scheduler=cluster.scheduler_address, chunk_documents=5, progress=kill_once
        )
    assert result.read == 60
    one, two = _frames(tmp_path / "one"), _frames(tmp_path / "two")
    for table in COLUMNS:
        pd.testing.assert_frame_equal(one[table], two[table])
