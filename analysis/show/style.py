"""One style for every figure: colours that colour-blind readers can tell apart, fonts that come with matplotlib."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import matplotlib
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

INK, QUIET, FAINT, PAPER = "#1f2933", "#5f6b76", "#c9cfd4", "#ffffff"
LAND, NEIGHBOUR, TOUCHED, WATER, RIVER = "#faf7f0", "#efefec", "#f3e7cd", "#dbe8f0", "#7fa8c4"
AREA_LINE, BORDER_LINE = "#cfc4ad", "#85765c"
AREA_NAME, RIVER_NAME = "#8a7a58", "#43728f"

# Okabe and Ito's colours, darkened where white paper asks for it; each role has a shape of its own besides.
ROLES: dict[str, tuple[str, str]] = {
    "incident location": ("#b5380b", "o"),
    "operation area": ("#0b5fa5", "s"),
    "planned area": ("#8f4a86", "^"),
    "route or border": ("#7d6400", "D"),
    "headquarters": ("#00785a", "P"),
    "background": ("#5f6b76", "v"),
    "mentioned": ("#5f6b76", "X"),
}
# How sure, from dark to light; hatches for those that did not happen (or not yet).
STATUSES: dict[str, tuple[str, str]] = {
    "confirmed": ("#00475f", ""),
    "reported": ("#0072b2", ""),
    "ongoing": ("#56b4e9", ""),
    "unconfirmed": ("#e69f00", "///"),
    "denied": ("#d55e00", "xxx"),
    "planned": ("#dcc3d6", "..."),
    "intended": ("#eadfe8", "..."),
    "background": ("#d5d8db", ""),
}

_SETTINGS = {
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "text.color": INK,
    "axes.edgecolor": QUIET,
    "axes.labelcolor": QUIET,
    "axes.linewidth": 0.6,
    "axes.titlelocation": "left",
    "axes.titlesize": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.color": QUIET,
    "ytick.color": QUIET,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "figure.dpi": 100,
    "savefig.dpi": 130,
    "hatch.linewidth": 0.5,
    "hatch.color": "#ffffff",
    "text.parse_math": False,  # a dollar sign in a report is a dollar sign
    "svg.hashsalt": "sitrep",
}


@contextmanager
def style() -> Iterator[None]:
    """The settings of every figure, and of nothing else."""
    with matplotlib.rc_context(_SETTINGS):  # type: ignore[arg-type]
        yield


def new_figure(width: float, height: float) -> Figure:
    """A figure that no global state knows: nothing to close, nothing shown twice."""
    return Figure(figsize=(width, height), facecolor=PAPER)


def png_bytes(figure: Figure) -> bytes:
    """The figure as PNG: the same bytes for the same figure. A quarter of a plain save, through a palette.

    The colours that mean something are in the palette as they are; what edges and letters blend to shares the rest.
    """
    import io

    from PIL import Image

    canvas, dpi = FigureCanvasAgg(figure), figure.dpi
    with style():
        try:
            figure.set_dpi(matplotlib.rcParams["savefig.dpi"])
            canvas.draw()  # what savefig does, without packing a PNG that would only be unpacked again
        finally:
            figure.set_dpi(dpi)
    pixels = canvas.buffer_rgba()
    size = (pixels.shape[1], pixels.shape[0])  # type: ignore[attr-defined]
    picture = Image.frombuffer("RGBA", size, pixels, "raw", "RGBA", 0, 1).convert("RGB")
    exact = np.array([[*bytes.fromhex(colour[1:])] for colour in _EXACT])
    blends = picture.quantize(_COLOURS - len(exact), dither=Image.Dither.NONE).getpalette() or []
    palette = np.concatenate([exact, np.array(blends[: 3 * (_COLOURS - len(exact))]).reshape(-1, 3)])
    packed = np.asarray(picture).astype(np.int32) @ np.array([65536, 256, 1], np.int32)
    there, where = np.unique(packed, return_inverse=True)
    colours = np.stack([there >> 16, there >> 8 & 255, there & 255], axis=1)
    nearest = ((colours[:, None] - palette) ** 2).sum(axis=2).argmin(axis=1)
    drawn = Image.fromarray(nearest[where].astype(np.uint8).reshape(picture.height, picture.width), "P")
    drawn.putpalette(palette.astype(np.uint8).tobytes())
    small = io.BytesIO()
    drawn.save(small, format="png", optimize=True)
    return small.getvalue()


_COLOURS = 64
_EXACT = tuple(
    dict.fromkeys(
        [PAPER, INK, QUIET, LAND, NEIGHBOUR, TOUCHED, WATER, RIVER, BORDER_LINE]
        + [colour for colour, _ in (*ROLES.values(), *STATUSES.values())]
    )
)
