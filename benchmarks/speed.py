"""`make bench`: the speed of `sitrep tables` beside bare spaCy, and what it needs of memory.

The documents are the project's own texts, varied: other order of paragraphs, other numbers. Both sides run in this
one process, in turns; what is loaded once is loaded before. Times are of the processor: a busy machine does not count.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import argparse
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import spacy

from analysis.read.language import MODELS
from analysis.run.sources import list_sources, read_sources
from analysis.run.tables import write_tables

ROOT = Path(__file__).parents[1]
ROUNDS = 3


def vary(count: int, folder: Path) -> list[str]:
    """Writes `count` documents into the folder and returns their texts."""
    paths = [*sorted((ROOT / "seeds").glob("*.txt")), *sorted((ROOT / "tests" / "gold").glob("*.txt"))]
    own = [path.read_text(encoding="utf-8") for path in paths]
    chance, texts = random.Random(1), []
    for number in range(count):
        first, *rest = re.split(r"\n\s*\n", own[number % len(own)])  # the first holds the header: its date stays
        chance.shuffle(rest)
        body = re.sub(r"\b\d\d?\b", lambda m: str(chance.randint(2, 30)), "\n\n".join(rest))
        text = f"{first}\n\n{body}"
        texts.append(text)
        (folder / f"report_{number:05}.txt").write_text(text, encoding="utf-8")
    return texts


def tabulate_folder(folder: Path) -> float:
    """Processor seconds of `sitrep tables` on a folder, its language pipeline loaded."""
    with tempfile.TemporaryDirectory() as out:
        begin = time.process_time()
        sources, problems = list_sources([str(folder)])
        write_tables(read_sources(sources, problems), Path(out), "csv", problems)
        seconds = time.process_time() - begin
    if problems:
        raise SystemExit(f"{len(problems)} documents failed, the first: {problems[0]}")
    return seconds


def parse_bare(nlp: spacy.language.Language, texts: list[str]) -> float:
    """Processor seconds of bare spaCy, all its components on."""
    begin = time.process_time()
    for _ in nlp.pipe(texts):
        pass
    return time.process_time() - begin


def peak(count: int) -> float:
    """Peak memory, in MB, of a process that tabulates `count` documents."""
    done = subprocess.run(
        [sys.executable, __file__, "--memory", str(count)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return float(done.stdout)


def main() -> None:
    """Prints both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--memory", type=int, metavar="N", help="only tabulate N documents and print the peak in MB")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        texts = vary(options.memory or options.documents, folder)
        if options.memory:
            tabulate_folder(folder)
            print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
            return
        (warm := folder / "warm").mkdir()
        (warm / "warm.txt").write_text(texts[0], encoding="utf-8")
        tabulate_folder(warm)
        (warm / "warm.txt").unlink()
        nlp = spacy.load(next(name for name in MODELS if spacy.util.is_package(name)))
        parse_bare(nlp, texts[:8])
        ours, theirs = [], []
        for _ in range(ROUNDS):
            ours.append(tabulate_folder(folder))
            theirs.append(parse_bare(nlp, texts))
    a, b = min(ours), min(theirs)
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} documents, {words} words; best of {ROUNDS} rounds, one process")
    print(f"bare spaCy     {len(texts) / b:7.1f} documents a second   {words / b:8.0f} words a second")
    print(f"sitrep tables  {len(texts) / a:7.1f} documents a second   {words / a:8.0f} words a second")
    print(f"ratio          {b / a:7.2f}")
    small, large = peak(options.documents), peak(4 * options.documents)
    print(
        f"peak memory    {small:7.0f} MB for {options.documents}, {large:.0f} MB for {4 * options.documents} documents"
    )


if __name__ == "__main__":
    main()
