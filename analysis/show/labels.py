"""Places labels so that none covers another, a mark or a reserved corner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Any

import matplotlib.patheffects as effects

Box = tuple[float, float, float, float]  # left, bottom, right, top in pixels

# Where a label may stand around its mark, the best first: angle in eighths of a turn.
_AROUND = (0, 1, 7, 4, 3, 5, 2, 6)


@dataclass(frozen=True)
class Label:
    """Text that wants to stand by a point (in pixels). What is not `needed` gives way."""

    text: str
    x: float
    y: float
    size: float
    colour: str
    gap: float = 6.0
    needed: bool = False
    weight: str = "normal"
    italic: bool = False
    centred: bool = False


def overlap(a: Box, b: Box) -> float:
    """The area that two boxes share."""
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    return width * height if width > 0 and height > 0 else 0.0


class Placer:
    """Greedy: labels in order of importance, each in the first free position; a needed one in the least bad."""

    def __init__(self, axes: Any, taken: Iterable[Box] = ()) -> None:
        self.axes, self.taken = axes, list(taken)
        self.renderer = axes.figure.canvas.get_renderer()
        box = axes.get_window_extent(self.renderer)
        self.frame: Box = (box.x0 + 3, box.y0 + 3, box.x1 - 3, box.y1 - 3)

    def size_of(self, label: Label) -> tuple[float, float]:
        text = self.axes.text(
            0, 0, label.text, size=label.size, weight=label.weight, style="italic" if label.italic else "normal"
        )
        box = text.get_window_extent(self.renderer)
        text.remove()
        return box.width, box.height

    def positions(self, label: Label, width: float, height: float) -> Iterable[Box]:
        if label.centred:
            for dx, dy in ((0, 0), (0, 1.2), (0, -1.2), (0.4, 0), (-0.4, 0), (0.4, 1.5), (-0.4, -1.5), (0, 3), (0, -3)):
                x, y = label.x + dx * width - width / 2, label.y + dy * height - height / 2
                yield x, y, x + width, y + height
            return
        rings = (
            (label.gap, label.gap * 1.8, label.gap * 3, label.gap * 5, label.gap * 8) if label.needed else (label.gap,)
        )
        for ring in rings:
            for eighth in _AROUND:
                c, s = cos(eighth * pi / 4), sin(eighth * pi / 4)
                x = label.x + ring * c + (0 if c > 0.1 else -width if c < -0.1 else -width / 2)
                y = label.y + ring * s - height / 2 + s * height / 2
                yield x, y, x + width, y + height

    def cost(self, box: Box) -> float:
        left, bottom, right, top = self.frame
        outside = max(0, left - box[0]) + max(0, bottom - box[1]) + max(0, box[2] - right) + max(0, box[3] - top)
        return outside * 1000 + sum(overlap(box, other) for other in self.taken)

    def place(self, label: Label) -> bool:
        """Draws the label where it fits; False where it does not and is not needed."""
        width, height = self.size_of(label)
        best: tuple[float, Box] | None = None
        for box in self.positions(label, width, height):
            cost = self.cost(box)
            if best is None or cost < best[0]:
                best = cost, box
            if cost == 0:
                break
        assert best is not None
        if best[0] > 0 and not label.needed:
            return False
        self._draw(label, best[1])
        self.taken.append((best[1][0] - 2, best[1][1] - 1, best[1][2] + 2, best[1][3] + 1))
        return True

    def _draw(self, label: Label, box: Box) -> None:
        to_data = self.axes.transData.inverted().transform
        x, y = to_data(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2))
        nearest = (min(max(label.x, box[0]), box[2]), min(max(label.y, box[1]), box[3]))
        away = ((nearest[0] - label.x) ** 2 + (nearest[1] - label.y) ** 2) ** 0.5
        if not label.centred and away > label.gap * 2.2:  # so far off that a line must say whose label it is
            (x0, y0), (x1, y1) = to_data((label.x, label.y)), to_data(nearest)
            self.axes.plot([x0, x1], [y0, y1], color=label.colour, linewidth=0.6, zorder=7)
        text = self.axes.text(
            x, y, label.text, size=label.size, color=label.colour, ha="center", va="center", zorder=9,
            weight=label.weight, style="italic" if label.italic else "normal", clip_on=True,
        )  # fmt: skip
        text.set_path_effects([effects.withStroke(linewidth=2.4, foreground="#ffffffdd")])
