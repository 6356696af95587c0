"""Charts: outcomes by type and status, and what happened when."""

from __future__ import annotations

import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num
from matplotlib.ticker import MaxNLocator

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
    return Picture("outcomes", figure, f"Outcomes by type and status. {said}.", counts.iloc[::-1].reset_index())


def _or(cell: object, instead: str) -> str:
    return instead if pd.isna(cell) else str(cell)  # type: ignore[call-overload]


def _day(date: object) -> float:
    """The start of an ISO day on matplotlib's axis of time."""
    return float(date2num(pd.Timestamp(str(date))))


def draw_timeline(outcomes: pd.DataFrame, operations: pd.DataFrame, published: object = None) -> Picture | str:
    """The dated outcomes and operations as windows of days, with the day of publication."""
    columns = ["id", "label", "first", "last", "status"]
    rows = [(o["id"], f"{o['outcome']} {_or(o['target'], '')}", o["date_start"], o["date_end"], o["status"])
            for o in outcomes.to_dict("records")]  # fmt: skip
    rows += [(o["id"], f"{_or(o['operation'], 'operation')} began", o["started_low"], o["started_high"], o["status"])
             for o in operations.to_dict("records")]  # fmt: skip
    dated = pd.DataFrame(rows, columns=columns)
    dated = dated[dated["first"].notna() | dated["last"].notna()].copy()
    if dated.empty:
        return "No timeline: nothing in this report is dated."
    dated["first"] = dated["first"].fillna(dated["last"])
    dated["last"] = dated["last"].fillna(dated["first"])
    dated = dated.sort_values(["first", "last", "id"]).head(40).reset_index(drop=True)
    height = 0.75 + 0.27 * len(dated)
    with style():
        figure = new_figure(7.6, height)
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0.3, 0.34 / height, 0.68, (height - 0.6) / height))
        for at, row in enumerate(dated.to_dict("records")):
            begin, end = _day(row["first"]), _day(row["last"]) + 1
            colour, hatch = STATUSES.get(row["status"], STATUSES["reported"])
            axes.barh(
                -at, end - begin, left=begin, height=0.5, color=colour, hatch=hatch, edgecolor=PAPER, linewidth=0.4
            )
        axes.set_yticks([-n for n in dated.index], [f"{drawable(r.label, 30)}  {r.id}" for r in dated.itertuples()])
        if published is not None and pd.notna(published):  # type: ignore[call-overload]
            day = _day(published)
            axes.axvline(day, color=INK, linewidth=0.8)
            axes.text(day, 0.75, "published ", ha="right", va="bottom", size=7.5, color=QUIET)
        axes.tick_params(length=0)
        axes.grid(axis="x", color=FAINT, linewidth=0.4)
        axes.set_axisbelow(True)
        axes.spines[["left", "bottom"]].set_visible(False)
        locator = AutoDateLocator(maxticks=8)
        axes.xaxis.set_major_locator(locator)
        axes.xaxis.set_major_formatter(ConciseDateFormatter(locator))
    said = "; ".join(f"{r.label}, {r.first} to {r.last} ({r.status})" for r in dated.itertuples())
    return Picture("timeline", figure, f"Timeline. {drawable(said, 1200)}.", dated)
