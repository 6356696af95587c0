"""The Dask clusters that a corpus runs on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

from ..read.errors import SitrepError

PATIENCE = 10  # seconds that a scheduler has to answer
# Dask keeps the last thousand messages for debugging, each with its chunk of documents: memory that grows with the run.
_NO_LOG = {"distributed.admin.low-level-log-length": 0}
_QUIET = {"distributed.worker.profile.enabled": False, "distributed.admin.system-monitor.interval": "10s"}


@contextmanager
def local_cluster(workers: int) -> Iterator[Any]:
    """A client of a cluster of processes on this machine, one thread each (the language pipeline holds the lock)."""
    import dask.config
    from distributed import Client, LocalCluster

    with (
        dask.config.set(_NO_LOG | _QUIET),
        _warm_forks(),
        LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            silence_logs=40,
            dashboard_address="127.0.0.1:0" if find_spec("bokeh") else None,
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client


@contextmanager
def _warm_forks() -> Iterator[None]:
    """Workers are forked from a process that has all of `worker` loaded, where the system bears it."""
    if sys.platform != "linux":
        yield
        return
    import dask.config
    from distributed.utils import get_mp_context

    # Any threshold that is set, as Dask sets this one, stops glibc from adapting them all: each larger array of the
    # language pipeline is then mapped and unmapped anew, which is a sixth of a worker's time.
    spawn = dict(dask.config.get("distributed.nanny.pre-spawn-environ"))
    spawn.pop("MALLOC_TRIM_THRESHOLD_", None)
    forks = {
        "distributed.worker.multiprocessing-method": "forkserver",
        "distributed.nanny.pre-spawn-environ": spawn,
    }
    with dask.config.set(forks):
        get_mp_context().set_forkserver_preload(["distributed", f"{__package__}.worker"])
        yield


@contextmanager
def connect(address: str) -> Iterator[Any]:
    """A client of a cluster that is there. Raises SitrepError where it does not answer."""
    import dask.config
    from distributed import Client

    with dask.config.set(_NO_LOG):
        try:
            client = Client(address, timeout=PATIENCE)
        except (OSError, ValueError, TimeoutError) as error:
            raise SitrepError(
                address, f"no Dask scheduler answers ({error})", "give its address as tcp://host:port"
            ) from None
        with client:
            yield client


def dashboard_of(client: Any) -> str | None:
    """The address of the cluster's dashboard, where it has one (it needs bokeh where the scheduler runs)."""
    try:
        return client.dashboard_link if client.scheduler_info(n_workers=0)["services"].get("dashboard") else None
    except (KeyError, AttributeError):
        return None
