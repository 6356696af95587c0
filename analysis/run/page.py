"""The executed notebook as one page: no code, no script, nothing that leaves the file."""

from __future__ import annotations

import io
import logging
import re
from base64 import b64decode, b64encode
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from ..show.html import Html


def make_page(notebook: NotebookNode, manifest: Html) -> str:
    """The HTML of an executed notebook, with its manifest at the foot; `metadata.title` is its title."""
    style = (_folder() / "report.css").read_text(encoding="utf-8").strip()
    resources = {"style": style, "manifest": manifest.html, "sections": find_sections(notebook)}
    html, _ = _exporter().from_notebook_node(notebook, resources)
    return "\n".join(line.rstrip() for line in html.split("\n") if line.strip()) + "\n"


def _folder() -> Path:
    return Path(str(files("analysis") / "run" / "template"))


@cache
def _exporter() -> Any:
    """One exporter for all pages: to compile its templates takes longer than to fill them."""
    from nbconvert import HTMLExporter

    made = HTMLExporter(extra_template_basedirs=[str(_folder())], template_name="sitrep", exclude_anchor_links=True)
    made.register_filter("webp", as_webp)
    return made


def as_webp(png: str) -> str:
    """A figure, in base64, as WebP: the same pixels in three quarters of the space."""
    from PIL import Image

    webp = io.BytesIO()
    Image.open(io.BytesIO(b64decode(png))).convert("RGB").save(webp, "webp", lossless=True, quality=40, method=2)
    return b64encode(webp.getvalue()).decode()


def find_sections(notebook: NotebookNode) -> dict[str, tuple[str, str]]:
    """The sections of a notebook, by the cell that each begins with: its anchor and its title."""
    found = {}
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and (match := re.match(r"## (.+)", cell.source)):
            title = match[1].strip()
            found[cell.id] = (re.sub(r"\W+", "-", title.lower()).strip("-"), title)
    return found


def make_pdf(html: str, path: Path) -> None:
    """The page on paper, by WeasyPrint. Raises RuntimeError, with what to do, where it or Pango is missing."""
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:
        raise RuntimeError(
            f"--pdf needs WeasyPrint and the Pango library ({error}); pip install 'sitrep[pdf]', and Pango from the "
            "system (Debian: libpango-1.0-0 libpangoft2-1.0-0; conda: pango)"
        ) from error
    logging.getLogger("weasyprint").setLevel(logging.ERROR)  # what it leaves out of the style is for screens
    part = path.with_name(f".{path.name}.part")
    HTML(string=html).write_pdf(part, pdf_variant="pdf/ua-1")
    part.replace(path)
