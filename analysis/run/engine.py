"""A papermill engine whose kernels are forked from a process that has everything loaded.

Registered under the name `warm` (entry point `papermill.engine`). A fork takes milliseconds where a fresh kernel takes
seconds; what the notebook computes is the same, byte for byte. Linux only: elsewhere papermill's own engine serves.
"""

from __future__ import annotations

import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning import LocalProvisioner
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import NBClientEngine

from .notebooks import local_sockets


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


class ForkProvisioner(LocalProvisioner):
    """Starts a kernel by a fork; everything after that is the local provisioner's."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
        env = kwargs.get("env") or dict(os.environ)
        self.cwd = Path(kwargs.get("cwd") or Path.cwd())
        argv = ["ipykernel_launcher.py", *cmd[cmd.index("-f") :]] if "-f" in cmd else cmd
        kernel = SERVER.fork(argv, env, str(self.cwd))
        self.process, self.pid, self.pgid = kernel, kernel.pid, kernel.pid  # type: ignore[assignment]
        return self.connection_info


class ForkKernelManager(AsyncKernelManager):
    """An ordinary kernel manager with the provisioner above."""

    async def _async_pre_start_kernel(self, **kw: Any) -> Any:
        if self.provisioner is None:
            self.kernel_id = self.kernel_id or kw.get("kernel_id", "warm")
            self.provisioner = ForkProvisioner(kernel_id=self.kernel_id, kernel_spec=self.kernel_spec, parent=self)
        return await super()._async_pre_start_kernel(**kw)


class WarmEngine(NBClientEngine):
    """papermill's engine with forked kernels. `env`: variables that this notebook's kernel has besides."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: Any,
        kernel_name: str,
        log_output: bool = False,
        start_timeout: int = 60,
        execution_timeout: int | None = None,
        env: dict[str, str] | None = None,
        **kwargs: Any,
    ) -> Any:
        if not is_available():
            return super().execute_managed_notebook(
                nb_man, kernel_name, log_output, start_timeout=start_timeout, execution_timeout=execution_timeout,
                **kwargs,
            )  # fmt: skip
        with local_sockets() as config:
            client = PapermillNotebookClient(
                nb_man, kernel_manager_class=ForkKernelManager, kernel_name=kernel_name, config=config,
                timeout=execution_timeout, startup_timeout=start_timeout, log_output=log_output,
                shutdown_kernel="immediate",
            )  # fmt: skip
            return client.execute(env={**os.environ, **(env or {})})
