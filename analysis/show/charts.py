"""Charts: outcomes by type and status, and what happened when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.dates import AutoDateLocator, date2num, num2date
from matplotlib.ticker import FuncFormatter, MaxNLocator

from .html import day_range
from .picture import Picture, drawable
from .style import FAINT, INK, PAPER, QUIET, STATUSES, new_figure, style


def draw_outcomes(outcomes: pd.DataFrame) -> Picture | str:
    """How many rows of each outcome, by status: rows, not victims, for counts of different rows may overlap."""
    if outcomes.empty:
        return "No chart: the report tells of no outcome."
    counts = outcomes.groupby(["outcome", "status"]).size().unstack(fill_value=0)
    counts = counts[[s for s in STATUSES if s in counts]]
    counts = counts.loc[sorted(counts.index, key=lambda o: (counts.loc[o].sum(), o))]
    height = 0.85 + 0.3 * len(counts)
    with style():
        figure = new_figure(7.6, height)
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0.22, 0.36 / height, 0.76, (height - 0.8) / height))
        left = pd.Series(0, index=counts.index)
        for status in counts:
            colour, hatch = STATUSES[str(status)]
            edge = INK if hatch == "..." else PAPER
            axes.barh(counts.index, counts[status], left=left, height=0.66, color=colour, hatch=hatch, edgecolor=edge,
                      linewidth=0.4, label=status)  # fmt: skip
            left += counts[status]
        for at, total in enumerate(left):
            axes.text(total + left.max() * 0.012, at, f"{total}", va="center", size=8, color=QUIET)
        axes.xaxis.set_major_locator(MaxNLocator(6, integer=True))
        axes.tick_params(length=0)
        axes.set_xlim(0, left.max() * 1.07)
        axes.grid(axis="x", color=FAINT, linewidth=0.4)
        axes.set_axisbelow(True)
        axes.spines[["left", "bottom"]].set_visible(False)
        figure.legend(*axes.get_legend_handles_labels(), loc="upper left", bbox_to_anchor=(0.21, 1.0), ncol=8,
                      frameon=False, fontsize=8, handlelength=1.3, columnspacing=1.1, handletextpad=0.5)  # fmt: skip
    said = "; ".join(
        f"{outcome}: {', '.join(f'{n} {s}' for s, n in row.items() if n)}"
        for outcome, row in counts.iloc[::-1].iterrows()
    )
    caption = "Outcomes by type and status: rows of the tables, not victims, whose numbers may overlap."
    return Picture(
        "outcomes", figure, f"Outcomes by type and status. {said}.", counts.iloc[::-1].reset_index(), caption
    )


def _or(cell: object, instead: str) -> str:
    return instead if pd.isna(cell) else str(cell)  # type: ignore[call-overload]


def _day(date: object) -> float:
    """The start of an ISO day on matplotlib's axis of time."""
    return float(date2num(pd.Timestamp(str(date))))


def draw_timeline(outcomes: pd.DataFrame, operations: pd.DataFrame, published: object = None) -> Picture | str:
    """The dated outcomes and operations as windows of days, with the day of publication.

    The axis spans the weeks around the report; what lies long before stands at its left edge, with its date.
    """
    dated = _dated_rows(outcomes, operations)
    if dated.empty:
        return "No timeline: nothing in this report is dated."
    total, dated = len(dated), dated.head(_MOST)
    days = [(_day(first), _day(last) + 1) for first, last in zip(dated["first"], dated["last"], strict=True)]
    shown = _day(published) if published is not None and pd.notna(published) else None  # type: ignore[call-overload]
    low, high = _span_of(days, shown)
    height = 0.95 + 0.27 * len(dated)
    with style():
        figure = new_figure(7.6, height)
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0.37, 0.3 / height, 0.4, (height - 0.8) / height))
        axes.set_xlim(low, high)
        axes.set_ylim(-len(dated) + 0.5, 0.5)
        axes.set_yticks([])
        present: dict[str, Any] = {}
        for at, (row, (begin, end)) in enumerate(zip(dated.to_dict("records"), days, strict=True)):
            colour, hatch = STATUSES.get(row["status"], STATUSES["reported"])
            edge = INK if hatch == "..." else PAPER
            left, right = max(begin, low), min(end, high)
            if right > left:
                present[row["status"]] = axes.barh(-at, right - left, left=left, height=0.52, color=colour, hatch=hatch,
                                                   edgecolor=edge, linewidth=0.4)  # fmt: skip
            if begin < low:
                axes.plot([low], [-at], "<", color=QUIET, markersize=5, clip_on=False, zorder=5)
            _write_beside(axes, -at, row)
        if shown is not None:
            axes.axvline(shown + 0.5, color=INK, linewidth=0.8, linestyle=(0, (2, 2)))
            axes.text(shown + 0.5, 0.6, "published", ha="center", va="bottom", size=7.5, color=QUIET)
        axes.tick_params(length=0)
        axes.grid(axis="x", color=FAINT, linewidth=0.4)
        axes.set_axisbelow(True)
        axes.spines[["left", "bottom"]].set_visible(False)
        axes.xaxis.set_major_locator(AutoDateLocator(minticks=2, maxticks=5))
        axes.xaxis.set_major_formatter(FuncFormatter(lambda day, _: _tick(num2date(day), high - low)))
        figure.legend(list(present.values()), list(present), loc="upper left", bbox_to_anchor=(0.0, 1.0), frameon=False,
                      ncol=4, fontsize=8, handlelength=1.3, columnspacing=1.1, handletextpad=0.5)  # fmt: skip
    said = "; ".join(f"{r.label}, {day_range(r.first, r.last)} ({r.status})" for r in dated.itertuples())
    more = f" The first {_MOST} of {total} are drawn." if total > _MOST else ""
    return Picture("timeline", figure, f"Timeline. {drawable(said, 1200)}.{more}", dated, f"{_WHEN}{more}")


_MOST = 40  # rows that a timeline bears
_WHEN = "What the report dates, as windows of days. A mark at the left edge stands for what began before."


def _dated_rows(outcomes: pd.DataFrame, operations: pd.DataFrame) -> pd.DataFrame:
    columns = ["id", "label", "first", "last", "status"]
    rows = [(o["id"], f"{o['outcome']}: {_or(o['target'], 'target not said')}", o["date_start"], o["date_end"],
             o["status"]) for o in outcomes.to_dict("records")]  # fmt: skip
    rows += [(o["id"], f"{_or(o['operation'], 'operation')} began", o["started_low"], o["started_high"], o["status"])
             for o in operations.to_dict("records")]  # fmt: skip
    dated = pd.DataFrame(rows, columns=columns)
    dated = dated[dated["first"].notna() | dated["last"].notna()].copy()
    dated["first"] = dated["first"].fillna(dated["last"])
    dated["last"] = dated["last"].fillna(dated["first"])
    return dated.sort_values(["first", "last", "id"]).reset_index(drop=True)


def _span_of(days: list[tuple[float, float]], published: float | None) -> tuple[float, float]:
    """The axis: from the earliest of what is recent, to the latest or the day of publication; a week at least."""
    now = published + 1 if published is not None else max(end for _, end in days)
    recent = [(begin, end) for begin, end in days if begin > now - _RECENT] or days
    low, high = min(begin for begin, _ in recent), max(now, *(end for _, end in recent))
    room = max(7 - (high - low), 0.08 * (high - low), 1)
    return low - room, high + 0.25 * room


_RECENT = 120  # days before the report that its timeline shows to scale


def _tick(day: datetime, span: float) -> str:
    return f"{day.day} {day:%b}" if span < 300 else f"{day:%b %Y}" if span < 1500 else f"{day:%Y}"


def _write_beside(axes: Any, at: int, row: Mapping[Any, Any]) -> None:
    """What it is to the left of a bar, and when to the right."""
    beside = axes.get_yaxis_transform()
    axes.text(-0.92, at, row["id"], transform=beside, size=7.5, va="center", color=QUIET)
    axes.text(-0.81, at, drawable(row["label"], 36), transform=beside, size=8, va="center")
    when = re.sub(r"([A-Z][a-z]{2})[a-z]+", r"\1", day_range(row["first"], row["last"]))
    axes.text(1.03, at, when, transform=beside, size=8, va="center", color=QUIET)
