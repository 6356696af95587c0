"""A corpus's data set as frames, and the incidents that are written beside it."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path

import pandas as pd

from ..link import Incidents, find_copies, link_incidents
from ..read.errors import SitrepError
from ..tables import COLUMNS, SixTables, column_type
from .ledger import open_ledger


class Dataset(SixTables):
    """The tables of a corpus, each read when first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def frame(self, table: str) -> pd.DataFrame:
        """One table of all parts, in the order of documents and of rows."""
        parts = self._parts(table)
        if not parts:
            return pd.DataFrame({c: pd.Series([], dtype=column_type(c)) for c in COLUMNS[table]})
        frame = pd.concat([pd.read_parquet(part) for part in parts], ignore_index=True)
        frame = frame.astype({c: column_type(c) for c in COLUMNS[table]})
        keys = ["doc_id"] if table == "documents" else ["doc_id", "start", "end", "id"]
        return frame.sort_values(keys, kind="stable", ignore_index=True)

    def _parts(self, table: str) -> list[Path]:
        """The files that the ledger knows: another may be left over from a run that was broken off."""
        with open_ledger(self.folder) as ledger:
            known = ledger.parts()
        return [path for path in sorted((self.folder / table).glob("*.parquet")) if path.stem in known]

    @cached_property
    def texts(self) -> dict[str, str]:
        """The text of every document, as read: what the offsets of all tables point into."""
        parts = self._parts("texts")
        return {d: t for part in parts for d, t in pd.read_parquet(part).itertuples(index=False)}

    def copies(self) -> dict[str, str]:
        """Near-duplicate documents: copy -> original (the first by id)."""
        with open_ledger(self.folder) as ledger:
            return find_copies(dict(ledger.signatures()))


def read_dataset(folder: str | Path) -> Dataset:
    """The data set in a folder. Raises SitrepError where there is none."""
    folder = Path(folder)
    if not (folder / "ledger.sqlite").is_file():
        raise SitrepError(str(folder), "holds no data set", "make one with `sitrep corpus`")
    return Dataset(folder)


def write_incidents(dataset: Dataset, folder: Path) -> Incidents:
    """Links the data set's outcomes and writes incidents.parquet, incidents.csv and members.parquet."""
    linked = link_incidents(dataset, dataset.copies())
    for name, frame in (("incidents", linked.incidents), ("members", linked.members)):
        temporary = folder / f".{name}.{os.getpid()}.tmp"
        frame.to_parquet(temporary, index=False)
        temporary.replace(folder / f"{name}.parquet")
    temporary = folder / f".incidents.{os.getpid()}.tmp"
    linked.incidents.to_csv(temporary, index=False)
    temporary.replace(folder / "incidents.csv")
    return linked
