"""How many launches a fleet takes on every vehicle, by mass and by volume, and how many launches one claim stands on."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from earth_or_orbit.drawing.names import check_known, colour_of, name_of
from earth_or_orbit.drawing.numbers import spoken
from earth_or_orbit.drawing.style import FAINT, INK, described, in_house_style, need_columns, new_figure

VEHICLE_COLUMNS = (
    "concept", "case", "it_power_average_mw", "name", "binds", "launches", "launches_by_mass", "launches_by_volume",
    "years_at_record", "flown",
)  # fmt: skip
CLAIM_COLUMNS = ("claim", "part", "launches")
ROW_INCHES = 0.215
SIDE_INCHES = 0.13
WORDS_ROOM = 60  # room for words to the right of the last dot, on the logarithmic axis


@in_house_style
def launches_by_vehicle(table: pd.DataFrame) -> Figure:
    """Launches of one fleet on every vehicle, by mass and by volume alone; the limit that binds is filled.

    Columns: concept, case, it_power_average_mw (one fleet),
    name, binds, launches (whole), launches_by_mass, launches_by_volume, years_at_record, flown (bool).
    """
    need_columns(table, VEHICLE_COLUMNS, "launches_by_vehicle")
    check_known("manifest_limits", table["binds"])
    figure = new_figure(1.35 + ROW_INCHES * len(table))
    figure.get_layout_engine().set(w_pad=SIDE_INCHES)
    axes = figure.subplots()
    axes.set_xscale("log")
    ends = table[["launches_by_mass", "launches_by_volume", "launches"]].to_numpy(dtype=float)
    ends = ends[np.isfinite(ends) & (ends > 0)]
    for place, row in enumerate(table.itertuples()):
        _vehicle_row(axes, place, row)
    axes.set_xlim(ends.min() / 1.6, ends.max() * WORDS_ROOM)
    axes.set_yticks(range(len(table)), table["name"], fontsize=7.5)
    for label, flown in zip(axes.get_yticklabels(), table["flown"], strict=True):
        label.set_color(INK if flown else FAINT)
        label.set_fontstyle("normal" if flown else "italic")
    axes.set_ylim(len(table) - 0.4, -0.6)
    axes.grid(False, axis="y")
    axes.tick_params(axis="x", which="minor", length=0)
    fleet = table.iloc[0]
    whose = f"{name_of('concepts', fleet['concept'])}, {name_of('cases', fleet['case'])}"
    power = f"{spoken(fleet['it_power_average_mw'])} MW of average IT power"
    axes.set_xlabel(f"launches for the first fleet of {power} (logarithmic)\n{whose}")
    figure.legend(handles=_vehicle_handles(), loc="outside upper center", ncols=2, fontsize=8)
    words = "; ".join(f"{r.name} {_launches_in_words(r)}" for r in table.itertuples())
    return described(figure, f"Dots on a logarithmic axis, launches by mass and by volume for {power}, {whose}. {words}.")


def _vehicle_row(axes: Axes, place: float, row: object) -> None:
    pair = {"mass": row.launches_by_mass, "volume": row.launches_by_volume}
    known = [value for value in pair.values() if np.isfinite(value)]
    colours = {limit: colour_of("manifest_limits", limit) for limit in pair}
    axes.plot([min(known), max(known)], [place] * 2, color=FAINT, lw=0.8, zorder=1)
    for limit, value in pair.items():
        if np.isfinite(value):
            filled = value == max(known)
            axes.plot(value, place, "o" if limit == "mass" else "s", ms=5, color=colours[limit], zorder=3,
                      mfc=colours[limit] if filled else "white")  # fmt: skip
    axes.annotate(_launches_in_words(row), (max(known), place), (8, 0), textcoords="offset points", va="center", fontsize=7,
                  color=INK if row.flown else FAINT)  # fmt: skip


def _launches_in_words(row: object) -> str:
    if row.binds == "too_large":
        return "one satellite does not fit whole"
    at_record = f"{spoken(row.years_at_record)} years at its record" if np.isfinite(row.years_at_record) else "has not flown"
    return f"{row.launches:,.0f} launches; {at_record}"


def _vehicle_handles() -> list[Line2D]:
    made = []
    for limit, marker in (("mass", "o"), ("volume", "s")):
        colour, name = colour_of("manifest_limits", limit), name_of("manifest_limits", limit)
        made += [Line2D([], [], marker=marker, ls="", color=colour, label=f"by {name}, binds"),
                 Line2D([], [], marker=marker, ls="", color=colour, mfc="white", label=f"by {name}, does not bind")]  # fmt: skip
    return made


@in_house_style
def launches_of_a_claim(table: pd.DataFrame) -> Figure:
    """Launches for one power as several sources count them, by what fills them, from zero.

    Columns: claim, part (arrays, radiators, racks, whole), launches.
    """
    need_columns(table, CLAIM_COLUMNS, "launches_of_a_claim")
    check_known("manifest_parts", table["part"])
    claims = list(dict.fromkeys(table["claim"]))
    figure = new_figure(1.5 + 0.42 * len(claims))
    figure.get_layout_engine().set(w_pad=SIDE_INCHES)
    axes = figure.subplots()
    sums = table.groupby("claim", sort=False)["launches"].sum()
    for place, claim in enumerate(claims):
        left = 0.0
        for row in table[table["claim"] == claim].itertuples():
            colour = colour_of("manifest_parts", row.part)
            axes.barh(place, row.launches, 0.62, left=left, color=colour, edgecolor="white", lw=0.4)
            left += row.launches
        axes.text(left + 0.012 * sums.max(), place, spoken(left), va="center", fontsize=8, fontweight="bold", color=INK)
    axes.set_yticks(range(len(claims)), [name_of("manifest_claims", claim) for claim in claims], fontsize=8)
    axes.set_ylim(len(claims) - 0.45, -0.55)
    axes.set_xlim(0, 1.12 * sums.max())
    axes.grid(False, axis="y")
    axes.set_xlabel("launches of one large vehicle")
    parts = list(dict.fromkeys(table["part"]))
    handles = [Patch(facecolor=colour_of("manifest_parts", part), label=name_of("manifest_parts", part)) for part in parts]
    figure.legend(handles=handles, loc="outside upper center", ncols=3)
    told = {claim: name_of("manifest_claims", claim).replace("\n", " ") for claim in claims}
    words = "; ".join(f"{told[claim]} {spoken(value)}" for claim, value in sums.items())
    return described(figure, f"Stacked bars from zero, launches. {words}.")
