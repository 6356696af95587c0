"""Reports: forked warm kernels beside papermill's command line, one run a report, over the same notebook and sources.

    python benchmarks/reports.py [--reports 20]

Half of the command lines run before ours and half after, so that a busy machine weighs on both; the pages must be the
same to the byte. The baseline is what
a shell loop over `papermill report.ipynb out.ipynb -p source ...` takes; making its pages is not counted.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
NOTEBOOK = ROOT / "notebooks" / "report.ipynb"


def write_sources(count: int, folder: Path) -> list[Path]:
    """The first seed, `count` times with other numbers and another name: reports that differ."""
    text = (ROOT / "seeds" / "solid_will.txt").read_text(encoding="utf-8")
    paths = []
    for number in range(count):
        path = folder / f"report_{number:02}.txt"
        path.write_text(re.sub("Solid Will", f"Solid Will {number + 2}", text), encoding="utf-8")
        paths.append(path)
    return paths


def spent() -> tuple[float, float]:
    """Seconds on the clock, and of the processor by the children that have ended."""
    use = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter(), use.ru_utime + use.ru_stime


def run(*words: str) -> tuple[float, float]:
    """Runs a command to its end: seconds on the clock and of the processor."""
    wall, cpu = spent()
    subprocess.run([sys.executable, *words], check=True, cwd=ROOT, env=ENVIRONMENT, stderr=subprocess.DEVNULL)
    after = spent()
    return after[0] - wall, after[1] - cpu


def command_line(sources: list[Path], folder: Path) -> tuple[float, float]:
    """papermill once a source: seconds on the clock and of the processor."""
    wall = cpu = 0.0
    for source in sources:
        more = run(
            "-m", "papermill", str(NOTEBOOK), str(folder / f"{source.stem}.ipynb"), "-p", "source", str(source),
            "--no-progress-bar",
        )  # fmt: skip
        wall, cpu = wall + more[0], cpu + more[1]
    return wall, cpu


ENVIRONMENT = {
    **os.environ, "PYTHONHASHSEED": "0", "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
}  # fmt: skip


def pages_of(folder: Path, sources: list[Path]) -> list[str]:
    """The pages that the executed notebooks of the command line make."""
    import json

    import nbformat

    from analysis import read_document, tabulate
    from analysis.run.notebooks import normalise
    from analysis.run.page import make_page
    from analysis.show.manifest import make_manifest, show_manifest
    from analysis.show.report import title_of

    pages = []
    for source in sources:
        document = read_document(source)
        notebook = normalise(nbformat.read(folder / f"{source.stem}.ipynb", 4))
        for cell in notebook.cells:
            cell.source = cell.source.replace(json.dumps(str(source)), json.dumps(source.name))
        notebook.metadata["title"] = title_of(document)
        about = make_manifest(document, tabulate(document), {"source": source.name, "notebook": "report"})
        pages.append(make_page(notebook, show_manifest(about)))
    return pages


def main() -> None:
    """Prints the rates, their ratio, and whether the pages are the same."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        sources = write_sources(options.reports, folder)
        middle = len(sources) // 2
        theirs = command_line(sources[:middle], folder)
        ours = run("-m", "analysis", "report", *map(str, sources), "--out", str(folder / "reports"), "--quiet")
        rest = command_line(sources[middle:], folder)
        theirs = (theirs[0] + rest[0], theirs[1] + rest[1])
        made = [(folder / "reports" / s.stem / "index.html").read_text(encoding="utf-8") for s in sources]
        same = made == pages_of(folder, sources)
    count = len(sources)
    print(f"{count} reports of notebooks/report.ipynb")
    print(f"papermill command line  {theirs[0]:7.1f} s {theirs[1]:7.1f} s of the processor")
    print(f"sitrep report           {ours[0]:7.1f} s {ours[1]:7.1f} s of the processor")
    print(f"ratio                   {theirs[0] / ours[0]:7.2f} {theirs[1] / ours[1]:9.2f}")
    print(f"the pages are {'the same to the byte' if same else 'DIFFERENT'}")
    sys.exit(0 if same else 1)


if __name__ == "__main__":
    main()
