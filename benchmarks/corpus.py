"""A corpus: two workers beside one process and beside bare spaCy, the driver's memory, a second run over what is done.

    python benchmarks/corpus.py [--texts FILE] [--documents 2000] [--large 20000] [--rounds 1]

FILE is JSON Lines with a `text` (or SITREP_TEXTS names it); without it our own texts are varied. Bare spaCy is
`spacy.load(model).pipe(texts)` in one process, its load included, as ours is. All runs are processes of their own, in
turns, so that a busy machine weighs on all. `processor` is the sum over the driver and its workers.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from speed import vary

ROOT = Path(__file__).parents[1]
ENVIRONMENT = {
    **os.environ, "PYTHONHASHSEED": "0", "OMP_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore",
    "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
}  # fmt: skip


def texts_of(path: Path) -> list[str]:
    """The texts of a file of JSON Lines."""
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


def write_texts(count: int, path: Path, source: Path | None) -> None:
    """`count` documents as JSON Lines: those of the source, from the start again where they are too few, or our own."""
    if source:
        lines = source.read_text(encoding="utf-8").splitlines()
        rows = [json.loads(lines[n % len(lines)]) | {"id": f"d{n}"} for n in range(count)]
    else:
        with tempfile.TemporaryDirectory() as folder:
            rows = [{"id": f"d{n}", "text": text} for n, text in enumerate(vary(count, Path(folder)))]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def write_small(count: int, path: Path) -> None:
    """`count` documents of one sentence each."""
    with path.open("w", encoding="utf-8") as file:
        for n in range(count):
            text = f"Gunmen killed {n % 30 + 2} soldiers in town {n} near Mosul on Monday, police said."
            file.write(json.dumps({"id": f"s{n}", "text": text, "published": "2022-04-28"}) + "\n")


def run(*words: str) -> tuple[float, float, float]:
    """Runs a command to its end: seconds on the clock, of the processor with all children, peak MB of its own."""
    begin = time.perf_counter()
    process = subprocess.Popen([sys.executable, *words], env=ENVIRONMENT, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, use = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"failed: {' '.join(words)}")
    return time.perf_counter() - begin, use.ru_utime + use.ru_stime, use.ru_maxrss / 1024


def bare(path: Path) -> None:
    """What a user of spaCy would write."""
    import spacy

    from analysis.read.language import MODELS

    nlp = spacy.load(next(name for name in MODELS if spacy.util.is_package(name)))
    for _ in nlp.pipe(texts_of(path)):
        pass


def corpus(path: Path, out: Path, workers: int) -> tuple[float, float, float]:
    """`sitrep corpus` in a process of its own, which says what it and its workers used, and the driver's own peak."""
    words = ("--corpus", str(path), "--out", str(out), "--workers", str(workers))
    wall, _, _ = run(__file__, *words)
    processor, peak = map(float, (out / "used").read_text().split())
    return wall, processor, peak


def used() -> tuple[float, float]:
    """Seconds of the processor of this process and of all below it, gone or alive; the peak of this one in MB."""
    import psutil

    processes = [psutil.Process(), *psutil.Process().children(recursive=True)]
    return sum(sum(p.cpu_times()[:4]) for p in processes), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Prints the rates, the ratios, the memory and the second run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, default=os.environ.get("SITREP_TEXTS"))
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--large", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--bare", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--corpus", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--workers", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.bare:
        return bare(options.bare)
    if options.corpus:
        from analysis.run.corpus import read_corpus

        read_corpus([options.corpus], options.out, workers=options.workers)
        (options.out / "used").write_text(" ".join(map(str, used())))
        return None
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        speeds(folder, options)
        sizes(folder, options.documents, options.large)
    return None


def speeds(folder: Path, options: argparse.Namespace) -> None:
    """Bare spaCy, one process and two workers over the same texts, in turns."""
    path = folder / "texts.jsonl"
    write_texts(options.documents, path, options.texts and Path(options.texts))
    print(f"{options.documents} documents, {path.stat().st_size / 1e6:.1f} MB; {options.rounds} round(s), in turns")
    sums = {name: [0.0, 0.0] for name in ("bare spaCy, one process", "sitrep, one process", "sitrep, two workers")}
    for number in range(options.rounds):
        times = (
            run(__file__, "--bare", str(path)),
            corpus(path, folder / f"one{number}", 1),
            corpus(path, folder / f"two{number}", 2),
        )
        for (name, total), (wall, processor, _) in zip(sums.items(), times, strict=True):
            sums[name] = [total[0] + wall, total[1] + processor]
    for name, (wall, processor) in sums.items():
        rate = options.documents * options.rounds / wall
        print(f"{name:24} {wall:8.1f} s {processor:8.1f} s of the processor {rate:8.1f} documents a second")
    (bare_wall, bare_cpu), (one, one_cpu), (two, two_cpu) = sums.values()
    print(f"two workers / one process     {one / two:5.2f}   (by the processor {2 * one_cpu / two_cpu:5.2f})")
    print(f"two workers / bare spaCy      {bare_wall / two:5.2f}   (by the processor {2 * bare_cpu / two_cpu:5.2f})")


def sizes(folder: Path, small: int, large: int) -> None:
    """The driver's memory for few and many short documents, and a second run over the many."""
    peaks = {}
    for count in (small, large):
        write_small(count, folder / f"{count}.jsonl")
        wall, _, peaks[count] = corpus(folder / f"{count}.jsonl", folder / f"small{count}", 2)
    print(f"driver's peak  {peaks[small]:.0f} MB for {small}, {peaks[large]:.0f} MB for {large} ({wall:.0f} s)")
    again, processor, _ = corpus(folder / f"{large}.jsonl", folder / f"small{large}", 2)
    print(f"a second run over the {large}: {again:.1f} s, {processor:.1f} s of the processor")


if __name__ == "__main__":
    main()
