"""Links by distance, bisections of designs, sites of a ground network, and workloads by supply over need."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter

from earth_or_orbit.drawing.names import check_known, colour_of, keys_of, name_of
from earth_or_orbit.drawing.numbers import spoken
from earth_or_orbit.drawing.style import FAINT, INK, described, in_house_style, need_columns, new_figure

GBPS_PER_TBPS, GBPS_PER_TB_S, M_PER_KM = 1e3, 8e3, 1e3
NARROWEST_MARGIN, WIDEST_MARGIN = 1e-4, 1e6  # margins beyond stand at the ends of the axis
BOX = {"facecolor": "white", "edgecolor": "none", "pad": 0.6, "alpha": 0.85}
NUDGE = {"google_suncatcher_lasers": (6, -11), "google_suncatcher_bench_lasers": (6, -3), "spacex_ai1_lasers": (6, -10),
         "terawave_lasers": (6, -11), "starlink_lasers": (-26, 8)}  # fmt: skip


def _plain(axis: object) -> None:
    axis.set_major_formatter(FuncFormatter(lambda v, _: spoken(v, 1)))


@in_house_style
def link_rate_by_distance(table: pd.DataFrame) -> Figure:
    """Rate of one laser link over its length: what one pair of telescopes allows, and links that are flown or announced.

    Columns: role (budget, link, span), name, distance_m, far_m, rate_gbps.
    """
    need_columns(table, ("role", "name", "distance_m", "far_m", "rate_gbps"), "link_rate_by_distance")
    check_known("links", table["name"])
    figure = new_figure(3.9)
    axes = figure.subplots()
    orbit = colour_of("sides", "orbit")
    for row, place in zip(table[table["role"] == "span"].itertuples(), ("left", "right"), strict=False):
        axes.axvspan(row.distance_m / M_PER_KM, row.far_m / M_PER_KM, color=FAINT, alpha=0.12, lw=0)
        at = (row.distance_m if place == "left" else row.far_m) / M_PER_KM
        text = name_of("links", row.name).replace(" in a cluster", "\nin a cluster").replace(", and", ",\nand")
        axes.text(at, 0.02, text, transform=axes.get_xaxis_transform(), fontsize=7.5, va="bottom", ha=place, color=FAINT)
    budget = table[table["role"] == "budget"]
    axes.plot(budget["distance_m"] / M_PER_KM, budget["rate_gbps"] / GBPS_PER_TBPS, color=orbit, lw=1.8,
              label=name_of("links", budget["name"].iloc[0]))  # fmt: skip
    said = []
    for row in table[table["role"] == "link"].itertuples():
        at = (row.distance_m / M_PER_KM, row.rate_gbps / GBPS_PER_TBPS)
        axes.plot(*at, "o", ms=6, color=INK)
        shift, text = NUDGE.get(row.name, (6, 4)), f"{name_of('links', row.name)}: {spoken(at[1])} Tbps"
        shown = text if shift[0] > 0 else text.replace(": ", ":\n")
        axes.annotate(shown, at, shift, textcoords="offset points", fontsize=8, bbox=BOX, ha="left")
        said.append(f"{text} at {spoken(at[0])} km")
    axes.set_xscale("log")
    axes.set_yscale("log")
    _plain(axes.xaxis)
    _plain(axes.yaxis)
    axes.set_xlabel("length of the link [km]")
    axes.set_ylabel("rate, one way [Tbps]")
    figure.legend(loc="outside upper center")
    return described(figure, f"Line and dots on logarithmic axes, rate over length of a link. {'; '.join(said)}.")


@in_house_style
def bisection_by_design(table: pd.DataFrame) -> Figure:
    """Rate between the halves of one fleet in several designs and of the campus, on a logarithmic axis.

    Columns: design, side, bisection_gbps, computing_frac, donor.
    """
    need_columns(table, ("design", "side", "bisection_gbps", "computing_frac", "donor"), "bisection_by_design")
    check_known("designs", table["design"])
    figure = new_figure(0.9 + 0.36 * len(table))
    axes = figure.subplots()
    said = []
    for place, row in enumerate(table.itertuples()):
        value, colour = row.bisection_gbps / GBPS_PER_TB_S, colour_of("sides", row.side)
        axes.plot(value, place, "o", ms=7, color=colour, mfc="white" if row.donor else colour, mew=1.6)
        share = f", {spoken(100 * row.computing_frac, 2)} % compute" if row.computing_frac < 1 else ""
        axes.annotate(f"{spoken(value)} TB/s{share}", (value, place), (8, 0), textcoords="offset points", va="center", fontsize=8)
        said.append(f"{name_of('designs', row.design)}, {name_of('sides', row.side)}: {spoken(value)} TB/s")
    axes.set_xscale("log")
    low, high = table["bisection_gbps"].min() / GBPS_PER_TB_S, table["bisection_gbps"].max() / GBPS_PER_TB_S
    axes.set_xlim(low / 2, high * (high / low) ** 0.4 * 2)
    _plain(axes.xaxis)
    axes.set_yticks(range(len(table)), [name_of("designs", d) for d in table["design"]], fontsize=8)
    axes.set_ylim(len(table) - 0.5, -0.6)
    axes.grid(False, axis="y")
    axes.set_xlabel("rate between the two halves, one way [TB/s], logarithmic")
    handles = _side_handles()
    handles.append(Line2D([], [], marker="o", ls="", mfc="white", mew=1.6, color=FAINT, label="a donor's links"))
    figure.legend(handles=handles, loc="outside upper center", ncols=3)
    return described(figure, f"Dots on a logarithmic axis, rate between the halves of a network. {'; '.join(said)}.")


@in_house_style
def availability_by_sites(table: pd.DataFrame) -> Figure:
    """Hours in a year without a clear laser station, by number of sites, on a logarithmic axis.

    Columns: kind, sites, available_frac, out_h_per_year.
    """
    need_columns(table, ("kind", "sites", "available_frac", "out_h_per_year"), "availability_by_sites")
    check_known("site_networks", table["kind"])
    figure = new_figure(3.5)
    axes = figure.subplots()
    said = []
    for kind in keys_of("site_networks"):
        own = table[table["kind"] == kind]
        if own.empty:
            continue
        one = len(own) == 1
        label = name_of("site_networks", kind) + (", published" if one else "")
        mark, size = ("D", 7) if one else ("o-", 4)
        axes.plot(own["sites"], own["out_h_per_year"], mark, ms=size, color=colour_of("site_networks", kind), label=label)
        last = own.iloc[-1]
        if one:
            text = f"{spoken(100 * last['available_frac'], 4)} %"
            axes.annotate(text, (last["sites"], last["out_h_per_year"]), (7, 5), textcoords="offset points", fontsize=8)
        said.append(f"{name_of('site_networks', kind)}: {spoken(last['out_h_per_year'])} h a year with {last['sites']:g} sites")
    axes.set_yscale("log")
    _plain(axes.yaxis)
    axes.set_xlabel("sites of laser stations")
    axes.set_ylabel("hours a year with none clear")
    figure.legend(loc="outside upper center", ncols=2)
    return described(figure, f"Lines and dots, hours a year without a clear site by number of sites. {'; '.join(said)}.")


@in_house_style
def workload_fit(table: pd.DataFrame) -> Figure:
    """Supply over need of every workload on both links of both sides; left of the line it does not fit.

    Columns: side, workload, link, margin (inf where nothing is needed), verdict.
    """
    need_columns(table, ("side", "workload", "link", "margin", "verdict"), "workload_fit")
    check_known("workloads", table["workload"])
    names = [w for w in keys_of("workloads") if (table["workload"] == w).any()]
    figure = new_figure(1.3 + 0.42 * len(names))
    panels = figure.subplots(1, 2, sharey=True, sharex=True)
    said = []
    for axes, link in zip(panels, ("fabric", "ground"), strict=True):
        for side, shift in (("orbit", -0.14), ("ground", 0.14)):
            said += _margins(axes, table[(table["link"] == link) & (table["side"] == side)], names, side, shift)
        axes.axvline(1, color=INK, lw=1)
        axes.set_xscale("log")
        axes.set_title(name_of("link_uses", link), fontsize=9)
        axes.grid(False, axis="y")
        _plain(axes.xaxis)
    least = max(min(float(table["margin"].min()) / 3, 0.1), NARROWEST_MARGIN / 3)
    panels[0].set_xlim(least, WIDEST_MARGIN * 3)
    panels[0].set_xticks([t for t in (1e-3, 1e-2, 0.1, 1, 10, 100, 1e3, 1e4, 1e5, 1e6) if t >= least])
    for axes in panels:
        axes.tick_params(axis="x", labelsize=7, labelrotation=35)
    panels[0].set_yticks(range(len(names)), [name_of("workloads", w) for w in names], fontsize=8)
    panels[0].set_ylim(len(names) - 0.5, -0.5)
    figure.supxlabel("supply over need (logarithmic); left of the line it does not fit", fontsize=9)
    handles = _side_handles()
    handles.append(Line2D([], [], marker=">", ls="", mfc="white", color=FAINT, label="none needed, or beyond the axis"))
    figure.legend(handles=handles, loc="outside upper center", ncols=3)
    return described(figure, f"Two panels of dots on a logarithmic axis, supply over need. {'; '.join(said)}.")


def _side_handles() -> list[Line2D]:
    sides = ("orbit", "ground")
    return [Line2D([], [], marker="o", ls="", color=colour_of("sides", s), label=name_of("sides", s)) for s in sides]


def _margins(axes: Axes, table: pd.DataFrame, names: list[str], side: str, shift: float) -> list[str]:
    said = []
    colour = colour_of("sides", side)
    for row in table.itertuples():
        shown = float(np.clip(row.margin, NARROWEST_MARGIN, WIDEST_MARGIN))
        beyond = row.margin > WIDEST_MARGIN
        mark, face = (">", "white") if beyond else ("o", colour)
        axes.plot(shown, names.index(row.workload) + shift, mark, ms=6, color=colour, mfc=face)
        told = "none needed" if np.isinf(row.margin) else f"{spoken(row.margin)} times"
        where = f"{name_of('workloads', row.workload)}, {name_of('link_uses', row.link)}, {name_of('sides', side)}"
        said.append(f"{where}: {told}, {name_of('fit_verdicts', row.verdict)}")
    return said
