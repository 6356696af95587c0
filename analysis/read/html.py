"""The report of a web page: its main text, without menus, adverts and comments, and what the page says of itself."""

from __future__ import annotations

from typing import Any

from .errors import SourceError
from .metadata import Metadata, read_day


def read_page(page: str, name: str) -> tuple[str, Metadata]:
    """The main text of a page, paragraphs parted by blank lines, and its metadata.

    The day is taken from the page's own metadata, never guessed from its words or its address.
    """
    from trafilatura import bare_extraction

    found: Any = bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        include_formatting=False,
        deduplicate=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = (found.text or "") if found else ""
    if not found or not text.strip():
        raise SourceError(name, "is a page without a report in it", "save the article itself, as text or HTML")
    text = "\n\n".join(line.strip() for line in text.splitlines() if line.strip())
    outlet = found.sitename or None
    return text, Metadata(found.title or None, outlet, read_day(found.date or ""), found.url or None)
