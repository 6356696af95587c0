"""Any input becomes a Document: the text exactly as decoded, and what is known about it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Document:
    """One report.

    `text` is never altered after decoding; every offset in every table is a code point index into it.
    `body` is the offset where the report's own words begin, after a header line or front matter;
    nothing before it is read for content. `sha256` is that of the source's bytes.
    """

    doc_id: str
    text: str
    body: int = 0
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    language: str = "en"
    url: str | None = None
    sha256: str = ""


def read_text(
    text: str,
    doc_id: str = "text",
    *,
    published: date | str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str = "en",
) -> Document:
    """A Document from a string."""
    if isinstance(published, str):
        try:
            published = date.fromisoformat(published[:10])
        except ValueError:
            published = None
    sha = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(doc_id, text, 0, title, outlet, published, language, url, sha)


def read_document(path: str | Path) -> Document:
    """A Document from a file."""
    path = Path(path)
    return read_text(path.read_text(encoding="utf-8"), path.stem)
