"""Many notebooks run side by side: by forked kernels where there are several of them, else one after another."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from nbformat import NotebookNode

from .forks import SERVER, is_available
from .notebooks import load_papermill, run_notebook

ENGINES = ("auto", "warm", "plain")
Run = Callable[[Path, Mapping[str, Any], Path | None], Callable[[], NotebookNode]]
Begun = TypeVar("Begun")


@contextmanager
def notebook_runner(count: int, engine: str = "auto", jobs: int | None = None) -> Iterator[tuple[Run, int]]:
    """A function that begins a notebook and gives back one that waits for it; and how many run at once.

    auto: forked kernels for more than one notebook on Linux, else papermill's own engine, one notebook at a time.
    """
    load_papermill()
    if engine == "plain" or not is_available() or (engine == "auto" and count < 2):
        yield (lambda path, parameters, tables: lambda: run_notebook(path, parameters, tables)), 1
        return
    SERVER.start()  # its imports run while the first document is read
    jobs = jobs or processors()
    with ThreadPoolExecutor(jobs, "notebook") as pool:

        def begin(path: Path, parameters: Mapping[str, Any], tables: Path | None) -> Callable[[], NotebookNode]:
            future: Future[NotebookNode] = pool.submit(run_notebook, path, parameters, tables, True)
            return future.result

        try:
            yield begin, jobs
        except BaseException:
            SERVER.stop()  # a run that is broken off leaves no kernel behind
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def ahead(begun: Iterable[Begun], most: int) -> Iterator[Begun]:
    """The same things in the same order, `most` of them taken before the first is handed on: they run meanwhile.

    >>> list(ahead("abc", 2))
    ['a', 'b', 'c']
    """
    waiting: deque[Begun] = deque()
    for one in begun:
        waiting.append(one)
        if len(waiting) > most:
            yield waiting.popleft()
    yield from waiting
