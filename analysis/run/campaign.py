"""A campaign from a folder: a data set that `sitrep corpus` made, or a folder of reports."""

from __future__ import annotations

from pathlib import Path

from ..link import Campaign, make_campaign, signature
from ..read.document import Document
from ..read.errors import SitrepError
from ..tables import Tables, join_tables
from .corpus_sources import iterate_items
from .dataset import read_dataset
from .ledger import open_ledger
from .pieces import tabulate_any

_ROOT = Path(__file__).parents[2]


def read_campaign(folder: str | Path, *, place: str = "", force: str = "", first: str = "", last: str = "") -> Campaign:
    """The campaign that a corpus tells of; place, force and days (YYYY-MM-DD) narrow it where they are given.

    A folder of reports is tabulated here and now: for more than a few hundred, make a data set with `sitrep corpus`.
    Raises SitrepError where the folder is not there or holds nothing to read.
    """
    folder = find_folder(Path(folder))
    if (folder / "ledger.sqlite").is_file():
        with open_ledger(folder) as ledger:
            signatures = dict(ledger.signatures())
        return make_campaign(read_dataset(folder), signatures, place=place, force=force, first=first, last=last)
    documents = _documents(folder)
    tables = join_tables(Tables(t.rows) for t in tabulate_any(documents))
    signatures = {d.doc_id: _signature(d) for d in documents}
    return make_campaign(tables, signatures, place=place, force=force, first=first, last=last)


def _signature(document: Document) -> bytes:
    return signature(document.text[document.body :])


def read_sources(folder: Path) -> dict[str, str]:
    """The SHA-256 of every document of a corpus, by its id. Raises SitrepError where there is none."""
    if (folder / "ledger.sqlite").is_file():
        documents = read_dataset(folder).documents
        return dict(zip(documents["doc_id"], documents["sha256"], strict=True))
    return {d.doc_id: d.sha256 for d in _documents(folder)}


def _documents(folder: Path) -> list[Document]:
    documents = [item.read() for item in iterate_items([folder])]
    if not documents:
        raise SitrepError(str(folder), "holds no report", "give a folder of reports, or a data set of `sitrep corpus`")
    return documents


def find_folder(folder: Path) -> Path:
    """The folder; one from the project's root also where a notebook runs elsewhere."""
    return folder if folder.exists() or not (_ROOT / folder).is_dir() else _ROOT / folder
