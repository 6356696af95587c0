"""What papermill needs of its engine of forked kernels. papermill is loaded before this module: see engine.py."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning import LocalProvisioner
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import NBClientEngine

from .forks import SERVER, is_available, local_sockets


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


class ForkEngine(NBClientEngine):
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
