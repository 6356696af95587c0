"""`make bench`: `sitrep report` on one document, beside papermill running the same notebook bare.

Both start fresh processes, in turns, and end with the executed notebook; ours has read, tabulated, and written the
page, the tables and the figures besides. Seconds of the processor, children included: a busy machine does not count.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "seeds" / "solid_will.txt"
ROUNDS = 3
MOST = 3.0  # times what papermill takes


def seconds(words: list[str]) -> tuple[float, float]:
    """Processor and wall seconds of a command; a failure ends the benchmark with its words."""
    before, begin = os.times(), time.perf_counter()
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    after, end = os.times(), time.perf_counter()
    if done.returncode:
        raise SystemExit(done.stderr)
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return used, end - begin


def main() -> None:
    """Prints both and their ratio; exit code 1 where it is above the bar."""
    with tempfile.TemporaryDirectory() as folder:
        ours = [sys.executable, "-m", "analysis", "report", str(SOURCE), "--out", folder, "--quiet"]
        bare = [
            *(sys.executable, "-m", "papermill", str(ROOT / "notebooks" / "report.ipynb"), f"{folder}/bare.ipynb"),
            *("-p", "source", str(SOURCE), "--no-progress-bar", "--log-level", "ERROR"),
        ]
        seconds(bare)  # once for the disk
        times = [(seconds(ours), seconds(bare)) for _ in range(ROUNDS)]
    (a, wall_a), (b, wall_b) = (min(pair[side] for pair in times) for side in (0, 1))
    print(f"one report; best of {ROUNDS} rounds, fresh processes")
    print(f"sitrep report   {a:5.1f} s of the processor   {wall_a:5.1f} s on the clock")
    print(f"papermill bare  {b:5.1f} s of the processor   {wall_b:5.1f} s on the clock")
    print(f"ratio           {a / b:5.2f}   (the bar: {MOST:g})")
    if a > MOST * b:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
