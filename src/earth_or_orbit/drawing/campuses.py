"""Campuses beside each other, and satellites beside each other."""

import textwrap

import numpy as np
import pandas as pd
import seaborn
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from earth_or_orbit.drawing.names import check_known, colour_of, label_with_unit, name_of, shown
from earth_or_orbit.drawing.numbers import spoken
from earth_or_orbit.drawing.style import FAINT, HATCH, INK, described, in_house_style, need_columns, new_figure

FIVE_KINDS = {
    "it_average": ("average IT", "o"), "it_peak": ("peak IT", "s"), "utility_average": ("average at the meter", "^"),
    "utility_peak": ("peak at the utility", "D"), "nameplate": ("announced, kind not stated", "P"),
}  # fmt: skip


def _wrapped(label: str, width: int) -> str:
    """A label over several lines, its unit on the last."""
    name, _, unit = label.partition(" [")
    return "\n".join([*textwrap.wrap(name, width), f"[{unit}"])


@in_house_style
def power_per_acre(table: pd.DataFrame) -> Figure:
    """Megawatts per acre of every campus, each kind of megawatt with its own mark.

    Columns: site, basis (it_average, it_peak, utility_average, utility_peak, nameplate), mw_per_acre, published (bool),
    chosen (bool). Open marks are computed, filled ones are published.
    """
    need_columns(table, ("site", "basis", "mw_per_acre", "published", "chosen"), "power_per_acre")
    order = table[table["basis"] == "it_peak"].sort_values("mw_per_acre", ascending=False, kind="stable")["site"]
    sites = list(dict.fromkeys([*order, *table["site"]]))
    figure = new_figure(1.2 + 0.3 * len(sites))
    axes = figure.subplots()
    for row in table.itertuples():
        mark = FIVE_KINDS[row.basis][1]
        colour = colour_of("sides", "ground") if row.chosen else FAINT
        axes.plot(row.mw_per_acre, sites.index(row.site), mark, ms=6, color=colour, mew=1.1,
                  markerfacecolor=colour if row.published else "white")  # fmt: skip
    axes.set_yticks(range(len(sites)), [name_of("sites", site) for site in sites])
    axes.set_ylim(len(sites) - 0.4, -0.6)
    axes.set_xscale("log")
    axes.set_xlabel("power on the campus's land [MW per acre], logarithmic")
    kinds = [kind for kind in FIVE_KINDS if (table["basis"] == kind).any()]
    handles = [Line2D([], [], marker=FIVE_KINDS[k][1], ls="", color=FAINT, label=FIVE_KINDS[k][0]) for k in kinds]
    handles.append(Line2D([], [], marker="o", ls="", color=FAINT, markerfacecolor="white", label="open: computed"))
    figure.legend(handles=handles, loc="outside upper center", ncols=3)
    peaks = table[table["basis"] == "it_peak"].set_index("site")["mw_per_acre"]
    words = "; ".join(f"{name_of('sites', site)} {spoken(peaks[site])}" for site in sites if site in peaks)
    return described(figure, f"Marks, power per acre by campus and kind of megawatt. Peak IT: {words}.")


@in_house_style
def campuses_by_line(table: pd.DataFrame) -> Figure:
    """Some ledger lines for every campus, a panel each, bars from zero; the site in question in the ground's colour.

    Columns: site, line, central, low, high (in the quantity's unit), chosen (bool).
    """
    need_columns(table, ("site", "line", "central", "low", "high", "chosen"), "campuses_by_line")
    check_known("sites", table["site"])
    check_known("lines", table["line"])
    lines, sites = list(dict.fromkeys(table["line"])), list(dict.fromkeys(table["site"]))
    figure = new_figure(0.9 + 0.27 * len(sites))
    panels = figure.subplots(1, len(lines), sharey=True, squeeze=False)[0]
    for axes, line in zip(panels, lines, strict=True):
        rows = table[table["line"] == line].set_index("site").loc[sites].reset_index()
        values = rows.assign(**{c: [shown(line, v) for v in rows[c]] for c in ("central", "low", "high")})
        colours = {s: colour_of("sides", "ground") if c else "#A9A9A9" for s, c in zip(sites, rows["chosen"], strict=True)}
        seaborn.barplot(values, y="site", x="central", hue="site", order=sites, palette=colours, saturation=1,
                        errorbar=None, legend=False, ax=axes)  # fmt: skip
        for place, row in enumerate(values.itertuples()):
            if np.isfinite([row.low, row.high]).all():
                axes.plot([row.low, row.high], [place] * 2, color=INK, lw=1.1)
        axes.set_xlim(0, 1.05 * np.nanmax(values[["central", "high"]].to_numpy(dtype=float)))
        axes.set(ylabel="", xlabel=_wrapped(label_with_unit(line), 52 // len(lines)))
        axes.xaxis.label.set_size(8)
        axes.grid(False, axis="y")
        axes.locator_params(axis="x", nbins=3)
    panels[0].set_yticks(range(len(sites)), [name_of("sites", site) for site in sites], fontsize=8)
    chosen = table[table["chosen"]]
    words = "; ".join(f"{label_with_unit(r.line)} {spoken(shown(r.line, r.central))}" for r in chosen.itertuples())
    who = name_of("sites", chosen["site"].iloc[0])
    return described(figure, f"Bars from zero with ranges of 5 to 95 % of draws, all campuses. {who}: {words}.")


@in_house_style
def array_and_radiator_area(table: pd.DataFrame) -> Figure:
    """Array and radiator area per kW of peak power for every concept, with the published figure where there is one.

    Columns: concept, what (orbital_array or orbital_radiator), m2_per_kw, low, high, published_m2_per_kw,
    donor_or_judgement, chosen.
    """
    columns = ("concept", "what", "m2_per_kw", "low", "high", "published_m2_per_kw", "donor_or_judgement", "chosen")
    need_columns(table, columns, "array_and_radiator_area")
    concepts = list(dict.fromkeys(table["concept"]))
    figure = new_figure(1.3 + 0.5 * len(concepts))
    axes = figure.subplots()
    span = np.nanmax(table[["m2_per_kw", "high", "published_m2_per_kw"]].to_numpy(dtype=float))
    for row in table.itertuples():
        place = concepts.index(row.concept) + (-0.2 if row.what == "orbital_array" else 0.2)
        hatch = HATCH if row.donor_or_judgement else None
        axes.barh(place, row.m2_per_kw, 0.36, color=colour_of("areas", row.what), hatch=hatch, edgecolor="white")
        edge = row.m2_per_kw
        if np.isfinite([row.low, row.high]).all():
            axes.plot([row.low, row.high], [place] * 2, color=INK, lw=1.2)
            edge = max(edge, row.high)
        if np.isfinite(row.published_m2_per_kw):
            axes.plot(row.published_m2_per_kw, place, "D", ms=6, color=INK, markerfacecolor="white")
            edge = max(edge, row.published_m2_per_kw)
        axes.text(edge + 0.015 * span, place, spoken(row.m2_per_kw), va="center", fontsize=8)
    axes.set_yticks(range(len(concepts)), [name_of("concepts", concept) for concept in concepts])
    axes.set_ylim(len(concepts) - 0.5, -0.5)
    axes.set_xlim(0, 1.1 * span)
    axes.grid(False, axis="y")
    axes.set_xlabel("area per peak power [m²/kW]")
    handles = [Patch(facecolor=colour_of("areas", a), label=w) for a, w in
               (("orbital_array", "array"), ("orbital_radiator", "radiator, one side of the panel"))]  # fmt: skip
    handles.append(Line2D([], [], marker="D", ls="", color=INK, markerfacecolor="white", label="published"))
    handles.append(Line2D([], [], color=INK, lw=1.2, label="5 to 95 % of draws"))
    handles.append(Patch(facecolor=FAINT, hatch=HATCH, edgecolor="white", label="half or more donor or judgement"))
    figure.legend(handles=handles, loc="outside upper center", ncols=3)
    words = "; ".join(f"{name_of('concepts', r.concept)}, {r.what.removeprefix('orbital_')} {spoken(r.m2_per_kw)}"
                      for r in table.itertuples())  # fmt: skip
    return described(figure, f"Bars from zero, square metres per kW of peak power. {words}.")


@in_house_style
def spread_of_cost(table: pd.DataFrame) -> Figure:
    """Spread of one ledger line over the draws, both sides on one axis.

    Columns: side, line (one only), value (one row per draw, in the quantity's unit). Shares of draws below a value.
    """
    need_columns(table, ("side", "line", "value"), "spread_of_cost")
    line = table["line"].iloc[0]
    values = table.assign(shown=[shown(line, v) for v in table["value"]])
    figure = new_figure(3.1)
    axes = figure.subplots()
    palette = {side: colour_of("sides", side) for side in ("ground", "orbit")}
    seaborn.ecdfplot(values, x="shown", hue="side", hue_order=list(palette), palette=palette, legend=False, ax=axes)
    for side, colour in palette.items():
        middle = values.loc[values["side"] == side, "shown"].median()
        axes.annotate(f"{name_of('sides', side)}\nmedian {spoken(middle)}", (middle, 0.5), (8, -4),
                      textcoords="offset points", color=colour, va="top", fontsize=8.5)  # fmt: skip
    axes.set(xlabel=label_with_unit(line), ylabel="share of draws below [frac]", ylim=(0, 1))
    axes.set_xlim(0, 1.05 * values["shown"].max())
    middles = values.groupby("side")["shown"].median()
    words = "; ".join(f"{name_of('sides', s)} median {spoken(m)}" for s, m in middles.items())
    return described(figure, f"Two rising curves, share of draws below each {label_with_unit(line)}. {words}.")
