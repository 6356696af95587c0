"""The process that kernels are forked from: imports done, language pipeline loaded, one report rehearsed.

It answers requests over a socket that it is born with. Each request carries the kernel's arguments, its environment,
its folder and one end of a socket pair; the fork writes its process id there and holds that end for as long as it
lives, so that whoever holds the other end sees it die. The server ends when the socket of its maker closes.
"""

from __future__ import annotations

import gc
import json
import os
import random
import signal
import socket
import sys
import time
from pathlib import Path
from typing import Any

REQUEST = 1 << 20  # bytes: more than an environment may have
_SAMPLE = (
    "The army said on Monday that its troops killed five gunmen and destroyed two vehicles near Mosul, Iraq, last "
    'week. "Operation Northern Shield will go on," said Col. Ali Hassan, who did not confirm the air strike.'
)
_PR_SET_PDEATHSIG = 1
KERNELS: set[int] = set()


def warm_up() -> None:
    """Loads what a report needs and rehearses one, so that every cache is filled before the first fork."""
    import ipykernel.debugger
    import ipykernel.kernelapp  # noqa: F401
    import matplotlib.pyplot as plt

    from .. import read_text, show, tabulate
    from ..find.gazetteer import lookups
    from ..tables import COLUMNS

    document = read_text(_SAMPLE, "sample", published="2022-04-28")
    tables = tabulate(document)
    for table in COLUMNS:
        tables.frame(table)
    for make in (show.show_heading, show.show_evidence):
        make(document, tables)._repr_html_()
    for picture in (show.draw_locations(tables.locations), show.draw_outcomes(tables.outcomes)):
        if not isinstance(picture, str):
            picture._repr_mimebundle_()
    figure, _ = plt.subplots()
    figure.canvas.draw()  # type: ignore[attr-defined]
    plt.close(figure)
    lookups.reload()  # a database connection must not be used on both sides of a fork


def serve(fd: int) -> None:
    """Forks a kernel for each request until the other side goes."""
    control = socket.socket(fileno=fd)
    signal.signal(signal.SIGCHLD, lambda *_: bury(os.WNOHANG))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a key pressed in a terminal is for the maker
    warm_up()
    gc.collect()
    gc.freeze()  # the forks share these pages
    control.send(b"ready")
    while True:
        message, fds, _, _ = socket.recv_fds(control, REQUEST, 1)
        if not message:
            break
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})  # until the kernel is in the list
        if (kernel := os.fork()) == 0:
            control.close()
            become_kernel(json.loads(message), fds[0])
        KERNELS.add(kernel)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
        for given in fds:
            os.close(given)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for kernel in KERNELS:
        os.kill(kernel, signal.SIGKILL)
    bury(0)


def bury(options: int) -> None:
    """Takes leave of the kernels that have ended."""
    while KERNELS:
        kernel, _ = os.waitpid(-1, options)
        if not kernel:
            return
        KERNELS.discard(kernel)


def become_kernel(request: dict[str, Any], held: int) -> None:
    """Turns this fork into an ordinary kernel, as `python -m ipykernel_launcher` would be; does not return."""
    code = 1
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
        os.setsid()
        die_with_parent()
        for number in (signal.SIGCHLD, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL if number == signal.SIGCHLD else signal.default_int_handler)
        os.environ.clear()
        os.environ.update(request["env"])
        time.tzset()
        os.chdir(request["cwd"])
        sys.argv = request["argv"]
        if sys.path and Path(sys.path[0] or ".").resolve() == Path(request["home"]):
            del sys.path[0]  # the kernel puts its own folder there
        _reseed()
        os.write(held, f"{os.getpid()}\n".encode())
        _run_kernel()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        os._exit(code)  # nothing of the server's own is run at the end of a fork


def _run_kernel() -> None:
    from ipykernel.kernelapp import IPKernelApp

    app = IPKernelApp.instance(parent_handle=os.getppid())
    app.initialize()
    _inline_figures()
    app.start()


def _inline_figures() -> None:
    """The inline backend as a fresh kernel has it: it sets itself up when pyplot is imported, which lies behind."""
    import matplotlib

    backend = os.environ.get("MPLBACKEND", "")
    if backend.startswith("module://matplotlib_inline"):
        import matplotlib.pyplot as plt
        from matplotlib_inline import backend_inline

        matplotlib.rcParams["backend"] = backend
        plt.switch_backend(backend)
        backend_inline._enable_matplotlib_integration()


def _reseed() -> None:
    """Every kernel its own chance, as in processes that start afresh."""
    import numpy as np

    random.seed()
    np.random.seed()


def die_with_parent() -> None:
    """Asks the system (Linux) to end this process when its parent ends, however that comes about."""
    import ctypes

    parent = os.getppid()
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it went in between
        os._exit(1)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
