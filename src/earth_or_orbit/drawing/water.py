"""Water of campuses: what every campus takes, hours above each wet bulb, and cooling designs in every climate."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from earth_or_orbit import units
from earth_or_orbit.drawing.names import check_known, colour_of, name_of
from earth_or_orbit.drawing.numbers import spoken
from earth_or_orbit.drawing.style import FAINT, INK, described, in_house_style, need_columns, new_figure

CAMPUS_COLUMNS = ("site", "basis", "site_water_withdrawal_m3_per_year", "power_plant_water_consumption_m3_per_year",
                  "plants_without_hydro_m3_per_year", "power_plant_water_withdrawal_m3_per_year", "chosen")  # fmt: skip
HOURS_COLUMNS = ("station", "sites", "wet_bulb_degc", "hours_above", "exceeded_degc", "chosen")
DESIGN_COLUMNS = ("site", "design", "overhead_ratio", "water_l_per_kwh", "chosen", "published")
SHOWN_HOURS = (1.0, 8760.0)
LEAST_WATER = 1e-3  # L/kWh: below it a design's water is drawn at the edge
EXCEEDED_HOURS = 35  # 0.4 % of a year, the usual design value


@in_house_style
def water_of_campuses(table: pd.DataFrame) -> Figure:
    """Water of every campus a year on one logarithmic axis: on site, and at the power plants behind its electricity.

    Columns: site, basis (published, usage_effectiveness), site_water_withdrawal_m3_per_year,
    power_plant_water_consumption_m3_per_year, plants_without_hydro_m3_per_year, power_plant_water_withdrawal_m3_per_year, chosen.
    """
    need_columns(table, CAMPUS_COLUMNS, "water_of_campuses")
    check_known("sites", table["site"])
    check_known("campus_waters", table["basis"])
    figure = new_figure(1.5 + 0.27 * len(table))
    axes = figure.subplots()
    for place, row in enumerate(table.itertuples()):
        mgal = [units.convert(v, "m3", "Mgal") for v in (
            row.site_water_withdrawal_m3_per_year, row.plants_without_hydro_m3_per_year,
            row.power_plant_water_consumption_m3_per_year, row.power_plant_water_withdrawal_m3_per_year)]  # fmt: skip
        axes.plot(mgal[1:3], [place] * 2, color=colour_of("campus_waters", "reservoirs"), lw=3, solid_capstyle="butt", zorder=2)
        axes.plot(mgal[1], place, "s", ms=5, color=colour_of("campus_waters", "plants"), zorder=3)
        axes.plot(mgal[3], place, "|", ms=9, mew=1.6, color=colour_of("campus_waters", "withdrawn"), zorder=2)
        axes.plot(mgal[0], place, "o", ms=6, color=colour_of("campus_waters", row.basis), zorder=4)
        axes.annotate(
            spoken(mgal[0]), (mgal[0], place), (-7, 0), textcoords="offset points", ha="right", va="center", fontsize=7.5
        )
    axes.set_xscale("log")
    shown = units.convert(table[list(CAMPUS_COLUMNS[2:6])].to_numpy(dtype=float), "m3", "Mgal")
    axes.set_xlim(shown.min() / 5, shown.max() * 2)
    axes.xaxis.set_major_formatter(lambda value, _: spoken(value, 1))
    axes.set_yticks(range(len(table)), [name_of("sites", site) for site in table["site"]], fontsize=8)
    for label, chosen in zip(axes.get_yticklabels(), table["chosen"], strict=True):
        label.set_fontweight("bold" if chosen else "normal")
    axes.set_ylim(len(table) - 0.4, -0.6)
    axes.grid(False, axis="y")
    axes.set_xlabel("million gallons a year, logarithmic")
    kinds = [("o", b) for b in ("published", "usage_effectiveness")] + [("s", "plants"), ("_", "reservoirs"), ("|", "withdrawn")]
    handles = [Line2D([], [], marker=m, ls="", ms=7, mew=2 if m in "_|" else 0.5, color=colour_of("campus_waters", k),
                      label=name_of("campus_waters", k)) for m, k in kinds]  # fmt: skip
    figure.legend(handles=handles, loc="outside upper center", ncols=2)
    volumes = units.convert(table[list(CAMPUS_COLUMNS[2:4])].to_numpy(dtype=float), "m3", "Mgal")
    told = "; ".join(f"{name_of('sites', site)} {spoken(own)} on site, {spoken(plants)} at plants"
                     for site, (own, plants) in zip(table["site"], volumes, strict=True))  # fmt: skip
    return described(figure, f"Dots on a logarithmic axis, million gallons a year. {told}.")


@in_house_style
def hours_above_wet_bulb(table: pd.DataFrame) -> Figure:
    """Hours of a typical year above each wet bulb, one line a weather station, the chosen campus's in front.

    Columns: station, sites (their names, apart by spaces), wet_bulb_degc, hours_above, exceeded_degc (in 35 hours), chosen.
    """
    need_columns(table, HOURS_COLUMNS, "hours_above_wet_bulb")
    figure = new_figure(4.2)
    axes = figure.subplots()
    for _, own in table.groupby("station", sort=False):
        chosen = bool(own["chosen"].iloc[0])
        check_known("sites", own["sites"].iloc[0].split())
        colour = colour_of("sides", "ground") if chosen else FAINT
        axes.plot(own["wet_bulb_degc"], own["hours_above"], color=colour, lw=2.2 if chosen else 0.9, zorder=3 if chosen else 2)
    ends = table.drop_duplicates("station").sort_values("exceeded_degc", ascending=False, kind="stable")
    axes.text(1.02, 1.0, f"exceeded in {EXCEEDED_HOURS} hours:", transform=axes.transAxes, fontsize=8, va="top", color=INK)
    for place, row in enumerate(ends.itertuples(), start=1):
        colour = colour_of("sides", "ground") if row.chosen else INK
        axes.text(1.02, 1.0 - 0.075 * place, f"{row.exceeded_degc:.1f} °C  {row.station}", transform=axes.transAxes, fontsize=8,
                  va="top", color=colour, fontweight="bold" if row.chosen else "normal")  # fmt: skip
    axes.axhline(EXCEEDED_HOURS, color=FAINT, lw=0.8, ls=(0, (1, 1.5)))
    for row, side, away in ((ends.iloc[0], "left", 5), (ends.iloc[-1], "right", -5)):
        axes.annotate(row["station"], (row["exceeded_degc"], EXCEEDED_HOURS), (away, 4), textcoords="offset points", ha=side,
                      fontsize=7.5, color=FAINT)  # fmt: skip
    axes.set_yscale("log")
    axes.set_ylim(*SHOWN_HOURS)
    axes.set_xlim(-5, table["wet_bulb_degc"].max() + 7)
    axes.yaxis.set_major_formatter(lambda value, _: spoken(value, 1))
    axes.set_xlabel("wet bulb [°C]")
    axes.set_ylabel("hours a year above it, logarithmic")
    told = "; ".join(f"{r.station} {r.exceeded_degc:.1f} °C" for r in ends.itertuples())
    return described(figure, f"Lines falling with wet bulb, logarithmic hours. Exceeded in {EXCEEDED_HOURS} hours: {told}.")


def _design_dot(axes: Axes, across: float, up: float, row: object) -> None:
    colour = colour_of("cooling_designs", row.design)
    own = {"marker": "o", "ms": 8 if row.chosen else 4}
    style = {"marker": "D", "ms": 4, "mfc": "none", "alpha": 0.85} if row.published else own
    axes.plot(across, up, ls="", color=colour, zorder=4 if row.chosen else 3, mec=INK if row.chosen else colour, mew=1.0, **style)


def _frame_and_strips(figure: Figure, table: pd.DataFrame) -> Axes:
    """The frame, with strips above and beside it for rows that print one of the two numbers only; equal ones stand in a row."""
    grid = figure.add_gridspec(2, 2, width_ratios=(12, 1.8), height_ratios=(1, 11))
    axes = figure.add_subplot(grid[1, 0])
    beside, above = figure.add_subplot(grid[1, 1], sharey=axes), figure.add_subplot(grid[0, 0], sharex=axes)
    dry, lone = table[table["water_l_per_kwh"].isna()], table[table["overhead_ratio"].isna()]
    for place, row in zip(dry.groupby("overhead_ratio").cumcount(), dry.itertuples(), strict=True):
        _design_dot(beside, place, row.overhead_ratio, row)
    for row in lone.itertuples():
        _design_dot(above, max(row.water_l_per_kwh, LEAST_WATER), 0, row)
    beside.set_xlim(-1, 4)
    beside.set_xlabel("water not\npublished", fontsize=8, color=FAINT)
    beside.tick_params(bottom=False, labelbottom=False, left=False, labelleft=False)
    above.set_ylim(-1, 1)
    above.tick_params(which="both", bottom=False, labelbottom=False, left=False, labelleft=False)
    above.text(0.01, 0.5, "overhead not published", transform=above.transAxes, va="center", fontsize=8, color=FAINT)
    for strip in (beside, above):
        strip.set_facecolor("#F5F5F5")
        strip.spines[:].set_visible(False)
        strip.grid(False)
    return axes


@in_house_style
def cooling_by_climate(table: pd.DataFrame) -> Figure:
    """Overhead against site water of every cooling design at every campus, with what studies and operators print.

    Columns: site (a place for published rows), design, overhead_ratio, water_l_per_kwh, chosen, published. Published rows that
    print one of the two stand in a strip of their own, outside the frame.
    """
    need_columns(table, DESIGN_COLUMNS, "cooling_by_climate")
    check_known("cooling_designs", table["design"])
    check_known("sites", table.loc[~table["published"], "site"])
    figure = new_figure(4.8)
    axes = _frame_and_strips(figure, table)
    whole = table.dropna(subset=["overhead_ratio", "water_l_per_kwh"])
    for row in whole.itertuples():
        _design_dot(axes, max(row.water_l_per_kwh, LEAST_WATER), row.overhead_ratio, row)
    axes.set_xscale("log")
    axes.set_xlim(LEAST_WATER, 4)
    axes.set_ylim(1.0, float(table["overhead_ratio"].max()) + 0.02)
    axes.xaxis.set_major_formatter(lambda value, _: spoken(value, 1))
    axes.set_xlabel("site water [L per kWh of IT], logarithmic")
    axes.set_ylabel("power usage effectiveness [ratio]")
    designs = list(dict.fromkeys(table["design"]))
    handles = [Line2D([], [], marker="o", ls="", color=colour_of("cooling_designs", d), label=name_of("cooling_designs", d))
               for d in designs]  # fmt: skip
    last = (("o", 8, FAINT, "the chosen campus"), ("D", 5, "none", "published by a study or an operator"))
    handles += [Line2D([], [], marker=m, ls="", ms=size, color=FAINT, mfc=fill, label=said) for m, size, fill, said in last]
    figure.legend(handles=handles, loc="outside upper center", ncols=2)
    told = []
    for design, own in table[~table["published"]].groupby("design"):
        least, most = own.min(numeric_only=True), own.max(numeric_only=True)
        told.append(
            f"{name_of('cooling_designs', str(design))}: overhead {least['overhead_ratio']:.2f} to {most['overhead_ratio']:.2f}, "
            f"water {spoken(least['water_l_per_kwh'])} to {spoken(most['water_l_per_kwh'])} L/kWh"
        )
    return described(figure, f"Dots of overhead against water. {'; '.join(told)}. Diamonds are published.")
