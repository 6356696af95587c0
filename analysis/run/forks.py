"""Kernels as forks of one process that has everything loaded, and the sockets that any kernel talks over."""

from __future__ import annotations

import atexit
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class Forked:
    """A kernel that is nobody's child here, with the parts of `subprocess.Popen` that its provisioner uses."""

    stdin = stdout = stderr = None

    def __init__(self, end: socket.socket) -> None:
        self._end = end
        self.pid = int(end.makefile().readline() or 0)
        self.returncode: int | None = None if self.pid else 1

    def poll(self) -> int | None:
        """None while it lives: it holds the other end of a socket that nothing is ever written to."""
        if self.returncode is None and select.select([self._end], [], [], 0)[0]:
            self._end.close()
            self.returncode = 0
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Until it is gone. Raises subprocess.TimeoutExpired."""
        if self.returncode is None and not select.select([self._end], [], [], timeout)[0]:
            raise subprocess.TimeoutExpired("kernel", timeout or 0)
        return self.poll() or 0

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


class ForkServer:
    """The process that kernels are forked from, started when first asked for a kernel."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._ready = False

    def start(self) -> None:
        """Starts the process, and does not wait until it is ready."""
        with self._lock:
            if self._process is None or self._process.poll() is not None:
                self._start()

    def _start(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        env = {**os.environ, "PYTHONHASHSEED": "0", "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
        for library in ("OMP", "OPENBLAS", "MKL"):  # a fork takes over one thread, so there shall be no others
            env[f"{library}_NUM_THREADS"] = "1"
        env["MPLBACKEND"] = "agg"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "analysis.run.forkserver", str(theirs.fileno())],
            pass_fds=[theirs.fileno()], env=env, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        theirs.close()
        self._control, self._ready, self._home = ours, False, str(Path.cwd())

    def fork(self, argv: list[str], env: dict[str, str], cwd: str) -> Forked:
        """A new kernel. Raises RuntimeError where the server has died."""
        self.start()
        with self._lock:
            assert self._control is not None
            if not self._ready and self._control.recv(16) != b"ready":
                raise RuntimeError("the process that kernels are forked from did not start")
            self._ready = True
            ours, theirs = socket.socketpair()
            request = {"argv": argv, "env": env, "cwd": cwd, "home": self._home}
            with theirs:
                socket.send_fds(self._control, [json.dumps(request).encode()], [theirs.fileno()])
        return Forked(ours)

    def stop(self) -> None:
        """Ends the process, and with it every kernel that still runs."""
        with self._lock:
            if self._process is not None and self._control is not None:
                self._control.close()
                try:
                    self._process.wait(10)
                except subprocess.TimeoutExpired:  # still at its imports
                    self._process.kill()
                    self._process.wait()
            self._process = self._control = None


SERVER = ForkServer()
atexit.register(SERVER.stop)


def is_available() -> bool:
    """Kernels are forked on Linux: other systems cannot end them with their parent, or bear no fork at all."""
    return sys.platform == "linux"


@contextmanager
def local_sockets() -> Iterator[Any]:
    """The configuration of a kernel manager that talks over sockets in a passing folder: no port to race for."""
    from traitlets.config import Config

    folder = tempfile.mkdtemp(prefix="sitrep-")  # short: the path of a socket has no more than 107 characters
    config = Config()
    if os.name == "posix":
        config.KernelManager.transport = "ipc"
        config.KernelManager.connection_file = f"{folder}/kernel.json"
    try:
        yield config
    finally:
        shutil.rmtree(folder, ignore_errors=True)
