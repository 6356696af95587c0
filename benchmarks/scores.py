"""`make scores`: the figures against the project's own gold and against outside data, and README's table of them.

    python benchmarks/scores.py [NAME...] [--bench DIR] [--page README.md] [--jobs N]

The scorers and the outside data lie beside the repository, in ../shared/bench (or --bench, or $SITREP_BENCH): their
scores may be published, their texts may not. What is not there, or fails, is named, and its rows in the page stay as
they are. With names, only those benchmarks are run (gold, seed, gtd, acled, muc4, india, geo_trnews, ..., quotes, case,
plover).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
BEGIN, END = "<!-- scores -->", "<!-- /scores -->"
HEAD = ("| data | figure | score | of |", "|---|---|--:|--:|")
GOLD_TABLES = ("forces", "locations", "outcomes", "outcomes strict", "statements", "provenance")
_GEO = {
    "toponyms, exact span": "toponyms, exact span (F1)",
    "within 161 km, all gold (missed = wrong)": "within 161 km, missed = wrong",
    "acc@161 km, found and resolved": "within 161 km, of those found",
}


@dataclass(frozen=True)
class Bench:
    """One benchmark: its name in the table, its script, the script's own options, and the figures to show."""

    title: str
    script: str
    figures: dict[str, str]  # the scorer's name of a figure -> its name in the table
    options: tuple[str, ...] = field(default=())


OUTSIDE = {
    "gtd": Bench(
        "GTD summaries",
        "gtd",
        {
            "killed: total exact, gold > 0": "killed, total exact",
            "wounded: total exact, gold > 0": "wounded, total exact",
            "perpetrator: named among the forces": "perpetrator among the forces",
            "city: named among the places": "city among the places",
            "main place within 25 km": "main place within 25 km",
            "main place within 161 km": "main place within 161 km",
        },
    ),
    "acled": Bench(
        "ACLED notes",
        "acled",
        {
            "fatalities: total exact, gold > 0": "fatalities exact",
            "fatalities: silent or 0 where gold is 0": "silent where there are none",
            "outcome type: one that fits the sub-event": "outcome fits the sub-event",
            "actor1: found (state forces also by country)": "first actor found",
            "actor_type: gold type among the forces": "actor type among the forces",
            "city: named among the places": "place named",
            "main place within 25 km": "main place within 25 km",
            "main place within 161 km": "main place within 161 km",
        },
    ),
    "muc4": Bench(
        "MUC-4",
        "muc4",
        {
            "message reports an incident": "message reports an incident (F1)",
            "count killed+wounded, two or more": "counts of two or more (F1)",
            "CEAF-REE exact: all five roles": "CEAF-REE, all five roles",
        },
    ),
    "india": Bench(
        "India police events",
        "india_police",
        {f"sentence {name}": f"sentences, {name} (F1)" for name in ("KILL", "ARREST", "FORCE")},
    ),
    "geo_trnews": Bench("TR-News", "geoparse", _GEO, ("--corpus", "trnews")),
    "geo_gwn": Bench("GeoWebNews", "geoparse", _GEO, ("--corpus", "gwn")),
    "geo_geovirus": Bench("GeoVirus", "geoparse", _GEO, ("--corpus", "geovirus")),
    "geo_lgl": Bench("LGL", "geoparse", _GEO, ("--corpus", "lgl")),
    "quotes": Bench(
        "PolNeAR",
        "quotes",
        {
            "recall: direct": "direct quotations found",
            "recall: mixed": "mixed quotations found",
            "recall: indirect with a verb of saying": "indirect, with a verb of saying",
            "quotation found and speaker right (all quoted)": "quotation found and speaker right",
            "precision: any overlap with an attribution": "precision, any overlap",
        },
    ),
    "case": Bench(
        "CASE snippets",
        "snippets",
        {"type: some outcome fits": "some outcome fits", "type: specific types only": "specific types only"},
        ("--set", "case"),
    ),
    "plover": Bench(
        "PLOVER records",
        "snippets",
        {
            "source: named among forces, places or speakers": "source named",
            "target: named among forces, places or speakers": "target named",
        },
        ("--set", "plover"),
    ),
}
OWN = {  # title, gold (in the project, in the bench), texts
    "gold": ("own gold", Path("tests/gold"), Path("tests/gold")),
    "seed": ("first seed", Path("gold"), Path("seeds")),
}
BENCH = Path(os.environ.get("SITREP_BENCH", ROOT.parent / "shared" / "bench"))


def score_gold(scorer: Path, gold: Path, texts: Path) -> dict[str, dict[str, float]]:
    """The scorer's figures, by table, for the texts that have gold."""
    names = [str(texts / f"{path.stem}.txt") for path in sorted(gold.glob("*.json"))]
    with tempfile.TemporaryDirectory() as out:
        _run(["-m", "analysis", "tables", *names, "--out", out, "--format", "csv", "--quiet"])
        return json.loads(_run([str(scorer), str(gold), out, str(texts), "--json"]))


def gold_rows(title: str, figures: dict[str, dict[str, float]]) -> Iterator[str]:
    """A line of F1 for every table of the scorer."""
    for table in GOLD_TABLES:
        if table in figures:
            yield f"| {title} | {table} (F1) | {_percent(figures[table]['f1'])} | {figures[table]['gold']} |"


def score_outside(folder: Path, name: str) -> list[str]:
    """The lines of one outside benchmark, made by its own script."""
    bench = OUTSIDE[name]
    with tempfile.TemporaryDirectory() as place:
        out = Path(place) / "scores.json"
        data, adapter = folder / "data" / f"{name}.jsonl.gz", folder / "adapters" / "sitrep.py"
        options = ["--data", str(data), "--split", "dev", "--adapter", str(adapter), "--out", str(out)]
        _run([str(folder / f"{bench.script}.py"), *bench.options, *options])
        scores = json.loads(out.read_text(encoding="utf-8"))["scores"]
    shown = [(label, scores[figure]) for figure, label in bench.figures.items() if figure in scores]
    return [f"| {bench.title} | {label} | {_percent(s['score'])} | {s['n']} |" for label, s in shown]


def fill(page: str, rows: dict[str, list[str]]) -> str:
    """The page with these rows, by title, in its block; rows of other titles stay. Raises ValueError without a block.

    >>> page = "\\n".join((BEGIN, *HEAD, "| LGL | places | 40.0 | 9 |", END))
    >>> fill(page, {"LGL": ["| LGL | places | 50.0 | 9 |"]}).splitlines()[4]
    '| LGL | places | 50.0 | 9 |'
    """
    before, begin, rest = page.partition(BEGIN)
    block, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the page has no {BEGIN} ... {END}")
    kept: dict[str, list[str]] = {}
    for line in block.splitlines():
        if line.startswith("| ") and line not in HEAD:
            kept.setdefault(line.split("|")[1].strip(), []).append(line)
    titles = [title for title, *_ in OWN.values()] + [bench.title for bench in OUTSIDE.values()]
    lines = [line for title in titles for line in rows.get(title) or kept.get(title, [])]
    return f"{before}{BEGIN}\n\n" + "\n".join((*HEAD, *lines)) + f"\n\n{END}{after}"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"


def _run(command: list[str]) -> str:
    paths = os.pathsep.join(p for p in (str(ROOT), os.environ.get("PYTHONPATH", "")) if p)
    environment = os.environ | {"PYTHONPATH": paths, "PYTHONHASHSEED": "0", "OMP_NUM_THREADS": "1"}
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, cwd=ROOT, env=environment)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stderr}")
    return done.stdout


def _wanted(names: list[str], bench: Path) -> Iterator[str]:
    """The benchmarks that were asked for and are there; says which are not."""
    for name in names or [*OWN, *OUTSIDE]:
        needed = bench / "score.py" if name in OWN else bench / "external" / "data" / f"{name}.jsonl.gz"
        if needed.exists():
            yield name
        else:
            print(f"{name}: {needed} is not there; its rows stay as they are", file=sys.stderr)


def _rows(bench: Path, name: str) -> tuple[str, list[str] | RuntimeError]:
    """A benchmark's title and its lines, or what went wrong."""
    title = OWN[name][0] if name in OWN else OUTSIDE[name].title
    try:
        if name in OUTSIDE:
            return title, score_outside(bench / "external", name)
        _, gold, texts = OWN[name]
        folder = (ROOT if name == "gold" else bench) / gold
        return title, list(gold_rows(title, score_gold(bench / "score.py", folder, ROOT / texts)))
    except RuntimeError as error:
        return title, error


def main() -> None:
    """Runs, prints, and writes the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these benchmarks")
    parser.add_argument("--bench", type=Path, default=BENCH, help="where the scorers are")
    parser.add_argument("--page", type=Path, default=ROOT / "README.md", help="the page that holds the table")
    parser.add_argument("--jobs", type=int, default=1, help="benchmarks run at a time")
    options = parser.parse_args()
    if unknown := set(options.names) - {*OWN, *OUTSIDE}:
        parser.error(f"no benchmark {', '.join(sorted(unknown))}")
    bench, rows, failed = options.bench.resolve(), {}, False
    with ThreadPoolExecutor(options.jobs) as pool:
        for title, lines in pool.map(lambda name: _rows(bench, name), list(_wanted(options.names, bench))):
            if isinstance(lines, RuntimeError):
                failed = True
                print(lines, file=sys.stderr)
            else:
                rows[title] = lines
                print("\n".join(lines), flush=True)
    page = options.page.read_text(encoding="utf-8")
    if BEGIN in page:
        options.page.write_text(fill(page, rows), encoding="utf-8")
    else:
        print(f"{options.page.name} has no {BEGIN} ... {END}: nothing written", file=sys.stderr)
    sys.exit(failed)


if __name__ == "__main__":
    main()
