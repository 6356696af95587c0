"""The text as the parser reads it: paragraphs, and the same text character for character in plain characters.

Line breaks inside a paragraph, typographic quotation marks and invisible marks are replaced by the plain character of
the same length, headlines lose the capitals that name nothing, and lines that are no part of the report are blank. So
offsets are the document's own, and the document is never altered.
"""

from __future__ import annotations

import re

from .casing import is_title_case, sentence_case
from .furniture import content_lines

_PLAIN = str.maketrans(
    {
        "‘": "'", "’": "'", "ʼ": "'", "`": "'", "´": "'", "ʿ": "'", "ʾ": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"',
        "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-",
        "\t": " ", "\r": " ", "\x0b": " ", "\x0c": " ", "\x85": " ", "\u2028": " ", "\u2029": " ",
        "\xa0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ", "\u3000": " ",
        "\u200b": " ", "\u200c": " ", "\u200d": " ", "\u200e": " ", "\u200f": " ", "\ufeff": " ", "\xad": " ",
        "\u202a": " ", "\u202b": " ", "\u202c": " ", "\u202d": " ", "\u202e": " ", "\u2066": " ", "\u2067": " ",
        "\u2068": " ", "\u2069": " ",
    }
)  # fmt: skip


def find_paragraphs(text: str, body: int = 0) -> list[tuple[int, int]]:
    """The (start, end) of the paragraphs from offset `body` on.

    A blank line ends a paragraph. A single line break ends one too, unless the text is wrapped at a fixed width
    (most lines of a block nearly fill it) or the next line goes on in lower case. Lines that are no part of the report
    (links, forms, bylines) belong to no paragraph.

    >>> find_paragraphs("One.\\n\\nTwo\\nthree.")
    [(0, 4), (6, 16)]
    """
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text[body:])]
    lines = [(s + body, e + body) for s, e in lines if text[body + s : body + e].strip()]
    lines = content_lines(text, lines)
    lengths = sorted(e - s for s, e in lines)
    wrapped = len(lines) > 2 and lengths[len(lengths) // 2] <= 90 and lengths[-1] <= 100
    out: list[tuple[int, int]] = []
    for line, (s, e) in enumerate(lines):
        previous = lines[line - 1] if line else None
        if previous and text.count("\n", previous[1], s) == 1:
            full = previous[1] - previous[0] >= 45 and wrapped
            if full or (text[s:e].lstrip()[:1].islower() and text[previous[1] - 1] not in '.!?:"”'):
                out[-1] = (out[-1][0], e)
                continue
        out.append((s, e))
    return out


def plain_reading(text: str, paragraphs: list[tuple[int, int]]) -> str:
    """The text for the parser: same length, same offsets; what lies outside paragraphs is blank."""
    parts, at = [], 0
    for s, e in paragraphs:
        said = text[s:e].replace("\n", " ")
        parts += [" " * (s - at), sentence_case(said, text[e:]) if is_title_case(said) else said]
        at = e
    parts.append(" " * (len(text) - at))
    return "".join(parts).translate(_PLAIN)
