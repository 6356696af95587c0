"""Shared by the tests: the answer is written into the example, between square brackets."""

from __future__ import annotations

import re

import pytest

from analysis import Document, Tables, read_text, tabulate


def unmark(example: str) -> tuple[str, list[tuple[int, int]]]:
    """The example without its `[` `]` marks, and the spans that they held. Raises on a mark without its partner."""
    text, spans, opened = "", [], None
    for part in re.split(r"([\[\]])", example):
        if part == "[":
            if opened is not None:
                raise ValueError(f"a mark opens twice: {example}")
            opened = len(text)
        elif part == "]":
            if opened is None:
                raise ValueError(f"a mark closes that was not opened: {example}")
            spans.append((opened, len(text)))
            opened = None
        else:
            text += part
    if opened is not None:
        raise ValueError(f"a mark does not close: {example}")
    return text, spans


@pytest.fixture(scope="session")
def read_example():
    """tables, spans = read_example("The army [destroyed] three tunnels.", published="2022-04-28")"""

    def read(example: str, **metadata: str) -> tuple[Tables, list[tuple[int, int]]]:
        text, spans = unmark(example)
        document: Document = read_text(text, doc_id="example", **metadata)
        return tabulate(document), spans

    return read
