"""The Dask clusters that a corpus runs on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ..read.errors import SitrepError


@contextmanager
def local_cluster(workers: int) -> Iterator[Any]:
    """A client of a cluster of processes on this machine, one thread each (the language pipeline holds the lock)."""
    from distributed import Client, LocalCluster

    with (
        LocalCluster(
            n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=40
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client


@contextmanager
def connect(address: str) -> Iterator[Any]:
    """A client of a cluster that is there. Raises SitrepError where it does not answer."""
    from distributed import Client

    try:
        client = Client(address, timeout=10)
    except (OSError, ValueError, TimeoutError) as error:
        raise SitrepError(
            address, f"no Dask scheduler answers ({error})", "give its address as tcp://host:port"
        ) from None
    with client:
        yield client
