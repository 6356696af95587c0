"""Any input becomes a Document: the text exactly as decoded, and what is known about it."""

from __future__ import annotations

import hashlib
import warnings
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .decode import decode
from .errors import SourceError
from .metadata import Metadata, read_day, read_front_matter, read_head

SUFFIXES = (".txt", ".md", ".html", ".htm")


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
    title: str | None = None,
    outlet: str | None = None,
    published: date | str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Document:
    """A Document from a string. What is given goes before what a header line or front matter says.

    A `published` that is no date is left out with a warning. The text is taken as it is, even an empty one.

    >>> document = read_text(" date 2022-04-28 Shafaq News/ Last week, the army moved.")
    >>> document.outlet, str(document.published), document.text[document.body :]
    ('Shafaq News', '2022-04-28', 'Last week, the army moved.')
    """
    given = _given(doc_id, title, outlet, published, url, language)
    return _document(doc_id, text, given, Metadata(), hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


def read_document(
    path: str | Path,
    *,
    doc_id: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    published: date | str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Document:
    """A Document from a file: plain text, Markdown or HTML in any usual encoding.

    What is given goes before what the file says of itself. For a UTF-8 text file, `Document.text` is what
    `Path.read_text(encoding="utf-8")` gives, less a byte order mark. Raises SourceError for what cannot be read:
    no such file, nothing in it, not text, not English.
    """
    path = _found(Path(path))
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(str(path), f"cannot be read ({error.strerror or error})", "check the path") from None
    given = _given(str(path), title, outlet, published, url, language)
    return _read(data, str(path), doc_id or path.stem, path.suffix.lower() in (".html", ".htm"), given)


def _found(path: Path) -> Path:
    """The path; one from the project's root also where a notebook runs elsewhere, as JupyterLab's do in notebooks/."""
    root = Path(__file__).parents[2]
    return path if path.exists() or not (root / path).is_file() else root / path


def read_bytes(
    data: bytes,
    name: str,
    *,
    doc_id: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    published: date | str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Document:
    """A Document from bytes that come from no file, such as standard input; `name` is what an error calls them."""
    page = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html"))
    return _read(data, name, doc_id or name, page, _given(name, title, outlet, published, url, language))


def _read(data: bytes, name: str, doc_id: str, page: bool, given: Metadata) -> Document:
    if not data.strip():
        raise SourceError(name, "is empty", "remove it, or put the report's text into it")
    text = decode(data, name)
    found = Metadata()
    if page:
        from .html import read_page  # half a second, and most documents are plain text

        text, found = read_page(text, name)
    document = _document(doc_id, text, given, found, hashlib.sha256(data).hexdigest(), name)
    if not text[document.body :].strip():
        raise SourceError(name, "has no text under its header", "put the report's text into it")
    if not given.language and document.language == "en":
        from .languages import check_english

        check_english(document.text[document.body :], name)
    return document


def _given(
    name: str,
    title: str | None,
    outlet: str | None,
    published: date | str | None,
    url: str | None,
    language: str | None,
) -> Metadata:
    day = read_day(published) if isinstance(published, str) else published
    if published and day is None:
        warnings.warn(f"{name}: published={published!r} is no date and is left out; use YYYY-MM-DD", stacklevel=3)
    return Metadata(title, outlet, day, url, language)


def _document(doc_id: str, text: str, given: Metadata, page: Metadata, sha256: str, name: str = "") -> Document:
    """The document, with each fact from the first that knows it: the caller, the front matter, the page, the header."""
    front, start = read_front_matter(text, name or doc_id)
    head, body = read_head(text, start)
    known = given.over(front).over(page).over(head)
    language = (known.language or "en").lower().replace("_", "-")
    if language.split("-")[0] not in ("en", "eng", "english"):
        advice = "only English is read: translate it first, or correct `language`"
        raise SourceError(name or doc_id, f"is said to be in {known.language!r}", advice)
    return Document(doc_id, text, body, known.title, known.outlet, known.published, "en", known.url, sha256)
