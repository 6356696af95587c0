"""Reports: the two engines give the same bytes, one bad source costs one report, and no kernel is left behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import tomllib
import uuid
from importlib import import_module
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from analysis.run.forks import is_available
from analysis.run.notebooks import run_notebook
from analysis.run.report import write_reports

ROOT = Path(__file__).parents[2]
TEXT = "The army said on Tuesday that its troops killed {n} gunmen in Mosul. It denied that a bridge was destroyed."
linux = pytest.mark.skipif(not is_available(), reason="kernels are forked on Linux only")


def _write_notebook(path: Path, *cells: str) -> Path:
    first, *rest = cells
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = new_notebook(
        cells=[new_code_cell(first, metadata={"tags": ["parameters"]})], metadata={"kernelspec": kernel}
    )
    notebook.cells += [new_code_cell(cell) for cell in rest]
    nbformat.write(notebook, path)
    return path


def _files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@linux
def test_both_engines_write_the_same_bytes(tmp_path):
    """Pages, notebooks, figures, tables, manifests: a forked kernel changes nothing but the time."""
    sources = []
    for n in (3, 4):
        sources.append(tmp_path / f"r{n}.txt")
        sources[-1].write_text(TEXT.format(n=n), encoding="utf-8")
    for engine in ("warm", "plain"):
        assert write_reports(sources, tmp_path / engine, engine=engine, quiet=True) == []
    warm = _files(tmp_path / "warm")
    assert warm == _files(tmp_path / "plain")
    assert "r3/index.html" in warm


@linux
def test_a_figure_of_pyplot_is_the_same(tmp_path):
    """Settings, inline figures and their PNG are those of a fresh kernel; chance is each kernel's own."""
    path = _write_notebook(
        tmp_path / "n.ipynb",
        "x = 1",
        "import matplotlib, matplotlib.pyplot as plt\nplt.plot([x, 2, 3]);",
        "{k: str(v) for k, v in sorted(matplotlib.rcParams.items())}",
        "import sys, os\nsys.path[0], os.getcwd() == os.environ.get('PWD', os.getcwd()), os.path.basename(sys.argv[0])",
    )
    warm, plain = (run_notebook(path, {"x": 5}, warm=w).cells for w in (True, False))
    assert [c.get("outputs") for c in warm] == [c.get("outputs") for c in plain]
    assert "image/png" in json.dumps(warm)
    dice = _write_notebook(tmp_path / "d.ipynb", "x = 1", "import random, numpy\nrandom.random(), numpy.random.rand()")
    one, other = (run_notebook(dice, {}, warm=True).cells[-1].outputs for _ in range(2))
    assert one != other


@linux
def test_one_bad_source_or_notebook_costs_one_report(tmp_path):
    """Each failure is named with its reason; the others are written."""
    for name, text in (("a", TEXT.format(n=2)), ("b", ""), ("c", TEXT.format(n=5))):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    path = _write_notebook(
        tmp_path / "n.ipynb", 'source = ""', "if 'a.txt' in source:\n    raise ValueError('not this one')\nsource[-5:]"
    )
    sources = [tmp_path / f"{name}.txt" for name in "abc"]
    failed = write_reports(sources, tmp_path / "out", str(path), quiet=True)
    assert [(Path(source).name, reason.split(";")[0]) for source, reason in failed] == [
        ("a.txt", "n stopped: ValueError: not this one"),
        ("b.txt", "is empty"),
    ]
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["c"]
    with pytest.raises(ValueError, match="has no parameter colour"):
        write_reports(sources, tmp_path / "out", parameters={"colour": "red"})


def _alive(mark: str) -> list[int]:
    """The processes that have the mark in their environment."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (folder / "environ").read_bytes():
                found.append(int(folder.name))
        except OSError:
            continue
    return found


@linux
def test_a_killed_run_leaves_no_kernel_behind(tmp_path):
    """SIGKILL to `sitrep report`: the server that forks and all its kernels end too."""
    path = _write_notebook(tmp_path / "n.ipynb", 'source = ""', f"open({str(tmp_path)!r} + '/begun', 'w')")
    notebook = nbformat.read(path, 4)
    notebook.cells.append(new_code_cell("import time\ntime.sleep(60)"))
    nbformat.write(notebook, path)
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(TEXT.format(n=2), encoding="utf-8")
    mark = f"SITREP_TEST_{uuid.uuid4().hex}"
    words = ["-m", "analysis", "report", f"{tmp_path}/a.txt", f"{tmp_path}/b.txt", "--notebook", str(path)]
    driver = subprocess.Popen([sys.executable, *words, "--out", f"{tmp_path}/out"], env={**os.environ, mark: "1"})
    _until((tmp_path / "begun").exists)
    assert len(_alive(mark)) >= 3
    driver.send_signal(signal.SIGKILL)
    driver.wait()
    _until(lambda: not _alive(mark))


def _until(true, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)


@linux
def test_papermill_finds_the_engine_by_its_entry_point(tmp_path):
    """`papermill --engine warm`, as any user of papermill would have it once the package is installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (name, target), *_ = project["entry-points"]["papermill.engine"].items()
    module, _, engine = target.partition(":")
    assert name == "warm"
    assert hasattr(getattr(import_module(module), engine), "execute_notebook")
    facts = tmp_path / "sitrep_test-0.dist-info"
    facts.mkdir()
    (facts / "entry_points.txt").write_text(f"[papermill.engine]\n{name} = {target}\n")
    path = _write_notebook(tmp_path / "n.ipynb", "x = 1", "import sys\nx, 'analysis.show' in sys.modules")
    folders = [str(tmp_path), str(ROOT), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    subprocess.run(
        [sys.executable, "-m", "papermill", str(path), str(tmp_path / "o.ipynb"), "--engine", "warm", "-p", "x", "7"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(folders)}, check=True, capture_output=True,
    )  # fmt: skip
    assert nbformat.read(tmp_path / "o.ipynb", 4).cells[-1].outputs[0].data["text/plain"] == "(7, True)"


def test_elsewhere_the_plain_engine_serves(tmp_path, monkeypatch):
    """Where no kernel can be forked, more than one report is made all the same."""
    monkeypatch.setattr("analysis.run.batch.is_available", lambda: False)
    monkeypatch.setattr("analysis.run.forks.SERVER.start", lambda: 1 / 0)
    path = _write_notebook(tmp_path / "n.ipynb", 'source = ""', "1 + 1")
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(TEXT.format(n=2), encoding="utf-8")
    assert write_reports([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "out", str(path), quiet=True) == []
    assert len(list((tmp_path / "out").glob("*/index.html"))) == 2
