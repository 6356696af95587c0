"""A figure with all that belongs to it: its alt text, its caption and the rows that it was drawn from."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from .style import png_bytes


@dataclass(frozen=True)
class Picture:
    """What the `draw_` functions return. A notebook shows it as PNG with its alt text.

    The rows that it was drawn from ride along as CSV in the same output, so a report can store both side by side.
    """

    name: str
    figure: Figure
    alt: str
    data: pd.DataFrame
    caption: str = ""

    @property
    def png(self) -> bytes:
        return png_bytes(self.figure)

    @property
    def csv(self) -> str:
        return self.data.to_csv(index=False, lineterminator="\n")

    def __repr__(self) -> str:
        return self.alt

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, str], dict[str, Any]]:
        width, height = (round(float(v) * 100) for v in self.figure.get_size_inches())
        bundle = {"text/plain": self.alt, "image/png": b64encode(self.png).decode(), "text/csv": self.csv}
        about = {"alt": self.alt, "name": self.name, "caption": self.caption, "width": width, "height": height}
        return bundle, {"image/png": about}


@cache
def _glyphs() -> frozenset[int]:
    from matplotlib.font_manager import FontProperties, findfont, get_font

    return frozenset(get_font(findfont(FontProperties(family="DejaVu Sans"))).get_charmap())


def drawable(text: object, longest: int = 42) -> str:
    """The text as a figure can show it: one line, no invisible marks, no letter that the font lacks, not too long.

    >>> drawable("Tal \\u202eSafuk\\n")
    'Tal Safuk'
    >>> drawable("x" * 50)[-3:]
    'xx…'
    """
    plain = re.sub(r"\s+", " ", re.sub("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\xad]", "", str(text))).strip()
    shown = "".join(c if ord(c) in _glyphs() else "□" for c in plain if c.isprintable())
    return shown if len(shown) <= longest else shown[: longest - 1].rstrip() + "…"


def listing(names: list[str], most: int = 12) -> str:
    """Names in a sentence: all of a few, the first of many.

    >>> listing(["Heet", "Rawa"]), listing(["a", "b", "c"], most=2)
    ('Heet, Rawa', 'a, b and 1 more')
    """
    names = list(dict.fromkeys(names))
    if len(names) <= most:
        return ", ".join(names)
    return f"{', '.join(names[:most])} and {len(names) - most} more"
