"""The figures of a campaign: incidents in time, tolls by month, and the map of both."""

from __future__ import annotations

from typing import Any

import matplotlib
import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from ..link import Campaign
from .basemap import Window, country_at
from .html import count_range, day_range
from .labels import Label, Placer
from .map import CREDIT
from .map_ground import draw_furniture, draw_ground, set_frame
from .picture import Picture, drawable, listing
from .style import FAINT, INK, PAPER, QUIET, new_figure, style
from .window import fit_window

_PLACES = 14  # rows of the timeline at most
# What the sources make of an incident, by colour and shape.
ACCOUNTS = {
    "several sources, one account": ("#0072b2", "o"),
    "sources differ": ("#d55e00", "D"),
    "one source": ("#5f6b76", "s"),
}


def account_of(incident: Any) -> str:
    """Which of the accounts an incident has."""
    if pd.notna(incident["contradictions"]):
        return "sources differ"
    return "several sources, one account" if incident["sources"] > 1 else "one source"


def _size(incident: Any) -> float:
    """The width of a mark in points: its area grows with the highest toll of dead."""
    toll = incident["killed_high"] if pd.notna(incident["killed_high"]) else incident["killed_low"]
    return 6.0 + 1.6 * float(toll if pd.notna(toll) else 0) ** 0.5


def _dated(campaign: Campaign) -> pd.DataFrame:
    rows = campaign.incidents[campaign.incidents["date_start"].notna()]
    return rows.sort_values(["date_start", "incident"], kind="stable").reset_index(drop=True)


def _day(iso: object) -> float:
    return float(date2num(pd.Timestamp(str(iso))))


def draw_incidents(campaign: Campaign) -> Picture | str:
    """The incidents in time, one line a place; the mark tells how its sources agree, its size the dead."""
    rows = _dated(campaign)
    if rows.empty:
        return "No timeline: no incident is dated."
    rows = rows.assign(line=rows["place"].fillna("place not said"), account=[account_of(r) for _, r in rows.iterrows()])
    places = rows["line"].value_counts().sort_index().sort_values(ascending=False, kind="stable").index[:_PLACES]
    rows = rows[rows["line"].isin(places)]
    order = rows.groupby("line")["date_start"].min().sort_values(kind="stable").index.tolist()
    height = 1.0 + 0.34 * len(order)
    with style():
        figure = new_figure(7.6, height)
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0.2, 0.36 / height, 0.78, (height - 0.78) / height))
        for row in rows.to_dict("records"):
            colour, shape = ACCOUNTS[row["account"]]
            at = -order.index(row["line"])
            first, last = _day(row["date_start"]), _day(row["date_end"])
            axes.plot([first, last], [at, at], color=colour, linewidth=2.4, solid_capstyle="round")
            axes.plot([(first + last) / 2], [at], shape, color=colour, markersize=_size(row), markeredgecolor=PAPER)
        axes.set_yticks([-n for n in range(len(order))], [drawable(name, 24) for name in order])
        axes.set_ylim(-len(order) + 0.4, 0.6)
        _time_axis(axes, min(map(_day, rows["date_start"])), max(map(_day, rows["date_end"])))
        _accounts_legend(figure, rows["account"])
    said = "; ".join(
        f"{r['line']}, {day_range(r['date_start'], r['date_end'])}: {r['outcomes']} ({r['account']})"
        for r in rows.to_dict("records")
    )
    data = rows[["incident", "date_start", "date_end", "place", "outcomes", "killed_low", "killed_high", "account"]]
    return Picture("incidents", figure, f"Incidents in time. {drawable(said, 1500)}.", data)


def _time_axis(axes: Any, first: float, last: float) -> None:
    room = max(2.0, (last - first) * 0.04)
    axes.set_xlim(first - room, last + room)
    axes.tick_params(length=0)
    axes.grid(axis="x", color=FAINT, linewidth=0.4)
    axes.set_axisbelow(True)
    axes.spines[["left", "bottom"]].set_visible(False)
    locator = AutoDateLocator(maxticks=8)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator))


def _accounts_legend(figure: Any, present: Any) -> None:
    marks = [(Line2D([], [], linestyle="", marker=shape, color=colour, markersize=7), name)
             for name, (colour, shape) in ACCOUNTS.items() if name in set(present)]  # fmt: skip
    figure.legend([m for m, _ in marks], [n for _, n in marks], loc="upper left", bbox_to_anchor=(0.19, 1.0), ncol=3,
                  frameon=False, fontsize=8, handletextpad=0.2, columnspacing=1.4)  # fmt: skip


def monthly_tolls(campaign: Campaign) -> pd.DataFrame:
    """Killed by month: the sum of the lowest and of the highest numbers, and incidents whose highest is open."""
    rows = _dated(campaign)
    rows = rows[rows["killed_low"].notna()]
    high = rows["killed_high"].fillna(rows["killed_low"])
    months = rows.assign(month=rows["date_start"].str[:7], high=high, open=rows["killed_high"].isna())
    return months.groupby("month").agg(
        incidents=("incident", "size"), low=("killed_low", "sum"), high=("high", "sum"), open=("open", "sum")
    ).reset_index()  # fmt: skip


def draw_tolls(campaign: Campaign) -> Picture | str:
    """The dead by month: solid up to what all sources give at least, hatched up to the highest that one gives."""
    months = monthly_tolls(campaign)
    if months.empty:
        return "No chart: no dated incident has a number of dead."
    height = 0.95 + 0.36 * len(months)
    with style():
        figure = new_figure(7.6, height)
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0.12, 0.36 / height, 0.86, (height - 0.8) / height))
        names = [pd.Period(m).strftime("%b %Y") for m in months["month"]]
        low, high = months["low"].astype(float), months["high"].astype(float)
        positions = [-n for n in range(len(months))]
        axes.barh(positions, low, height=0.6, color="#0072b2", label="at least (lowest of the sources)")
        axes.barh(positions, high - low, left=low, height=0.6, color="#e69f00", hatch="///", edgecolor=PAPER,
                  linewidth=0.4, label="up to (highest of the sources)")  # fmt: skip
        for at, row in zip(positions, months.to_dict("records"), strict=True):
            text = count_range(row["low"], row["high"]) + ("+" if row["open"] else "")
            axes.text(row["high"] + high.max() * 0.012, at, text, va="center", size=8, color=INK)
        axes.set_yticks(positions, names)
        axes.set_xlim(0, high.max() * 1.12 + 0.5)
        axes.xaxis.set_major_locator(MaxNLocator(6, integer=True))
        axes.tick_params(length=0)
        axes.grid(axis="x", color=FAINT, linewidth=0.4)
        axes.set_axisbelow(True)
        axes.spines[["left", "bottom"]].set_visible(False)
        figure.legend(*axes.get_legend_handles_labels(), loc="upper left", bbox_to_anchor=(0.11, 1.0), ncol=2,
                      frameon=False, fontsize=8, handlelength=1.3, columnspacing=1.4)  # fmt: skip
    said = "; ".join(
        f"{name}: {count_range(row['low'], row['high'])}{' or more' if row['open'] else ''}"
        for name, row in zip(names, months.to_dict("records"), strict=True)
    )
    return Picture("tolls", figure, f"Killed by month, lowest to highest of the sources. {said}.", months)


def draw_incident_map(campaign: Campaign, width: float = 7.6) -> Picture | str:
    """The incidents on a map, coloured from the first to the last day; several at one place stand around it."""
    rows = _dated(campaign)
    rows = rows[rows["lat"].notna() & rows["lon"].notna()].reset_index(drop=True)
    if rows.empty:
        return "No map: no dated incident has coordinates."
    places = rows.assign(role="incident location", feature="town", geo_precision=1, mentions=1)
    window = fit_window(places, places.iloc[:0])
    height = width * window.height_km / window.width_km
    first, last = min(map(_day, rows["date_start"])), max(map(_day, rows["date_start"]))
    colours = matplotlib.colormaps["viridis_r"]
    with style():
        figure = new_figure(width, height + 0.62)
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0.004, 0.62 / (height + 0.62), 0.992, height / (height + 0.62) - 0.004))
        set_frame(axes, window)
        draw_ground(axes, window, {country_at(lon, lat) for lon, lat in zip(rows["lon"], rows["lat"], strict=True)},
                    places)  # fmt: skip
        shares = [0.12 + 0.88 * (_day(d) - first) / max(last - first, 1) for d in rows["date_start"]]
        points = _draw_around(axes, window, rows, [colours(share) for share in shares])
        corners = draw_furniture(axes, window, points)
        placer = Placer(axes, [*corners, *((x - 9, y - 9, x + 9, y + 9) for x, y in points)])
        for place, (x, y) in {r["place"]: p for r, p in zip(rows.to_dict("records"), points, strict=True)}.items():
            placer.place(Label(drawable(place), x, y, 9, INK, 12, True, "bold"))
        _days_scale(figure, colours, rows, height + 0.62)
        figure.text(0.006, 0.012, CREDIT, size=7, color=QUIET, va="bottom")
    said = listing([f"{r['place']} {day_range(r['date_start'], r['date_end'])}" for r in rows.to_dict("records")], 30)
    data = rows[["incident", "place", "lat", "lon", "date_start", "date_end", "killed_low", "killed_high"]]
    return Picture("incident_map", figure, f"Map of the incidents, coloured by day: {said}.", data)


def _draw_around(axes: Any, window: Window, rows: pd.DataFrame, colours: list[Any]) -> list[tuple[float, float]]:
    """Draws the marks; those of one place in a row beside each other. Where they are, in pixels."""
    step = (window.east - window.west) / 42
    seen: dict[tuple[float, float], int] = {}
    points = []
    for row, colour in zip(rows.to_dict("records"), colours, strict=True):
        key = (row["lat"], row["lon"])
        number = seen[key] = seen.get(key, -1) + 1
        x = row["lon"] + step * number
        axes.plot([x], [row["lat"]], ACCOUNTS[account_of(row)][1], color=colour,
                  markersize=_size(row), markeredgecolor=INK, markeredgewidth=0.7, zorder=6)  # fmt: skip
        points.append(tuple(axes.transData.transform((x, row["lat"]))))
    return points


def _days_scale(figure: Any, colours: Any, rows: pd.DataFrame, height: float) -> None:
    axes = figure.add_axes((0.16, 0.4 / height, 0.3, 0.09 / height))
    axes.imshow([[0.12 + 0.88 * n / 99 for n in range(100)]], cmap=colours, vmin=0, vmax=1, aspect="auto")
    axes.set_axis_off()
    days = (day_range(d, d) for d in (rows["date_start"].min(), rows["date_start"].max()))
    for day, x, side in zip(days, (0.155, 0.465), ("right", "left"), strict=True):
        figure.text(x, 0.445 / height, day, size=8, color=QUIET, ha=side, va="center")
    shapes = [(Line2D([], [], linestyle="", marker=shape, color=QUIET, markersize=6), name)
              for name, (_, shape) in ACCOUNTS.items()]  # fmt: skip
    figure.legend([m for m, _ in shapes], [n for _, n in shapes], loc="lower left", frameon=False, fontsize=7.5, ncol=3,
                  bbox_to_anchor=(0.0, 0.1 / height), handletextpad=0.2, columnspacing=1.2)  # fmt: skip
