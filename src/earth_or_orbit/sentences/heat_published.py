"""A sentence for each published radiator: what it implies, and why it differs from ours."""

import numpy as np
import pandas as pd

from earth_or_orbit import study
from earth_or_orbit.constants import W_PER_KW
from earth_or_orbit.drawing.numbers import spoken
from earth_or_orbit.facts import Data
from earth_or_orbit.sentences.heat import celsius, kelvin
from earth_or_orbit.study import Resolved
from earth_or_orbit.tables import heat_published as published


def published_reasons(fleet: Resolved, data: Data) -> str:
    """A sentence for each published radiator: what it implies, and why it differs from ours. A Markdown list."""
    table = published.published_radiators(fleet, data).set_index("radiator")
    makers = (_ai1, _suncatcher, _starcloud, _jpl, _station, _power_loop, _iscr, _spectrum)
    ours = study.value_of(fleet, "radiator_area_m2") / study.value_of(fleet, "waste_heat_w") * W_PER_KW
    return "\n".join(f"- {make(table, ours, data)}" for make in makers)


def _ai1(table: pd.DataFrame, ours: float, data: Data) -> str:
    row = table.loc["ai1"]
    return (
        f"**SpaceX AI1** prints {row.area_m2:g} m² for {row.heat_kw:g} kW, {spoken(row.m2_per_kw)} m²/kW where "
        f"this page has {spoken(ours)}. "
        f"Under an empty sky its two faces shed that at {row.cold_sky_k:.0f} K; in this orbit's surroundings they need "
        f"{kelvin(row.this_orbit_k)} and chips at {celsius(row.chip_k)}. The maker prints "
        "neither surroundings nor chain: its panel may see less of Earth and array than ours, its chain may lose less, or its "
        "chips may bear more."
    )


def _suncatcher(table: pd.DataFrame, ours: float, data: Data) -> str:
    heat = table.loc["suncatcher", "heat_kw"]
    return (
        f"**Google Suncatcher** prints no radiator; at this page's {spoken(ours)} m²/kW the {heat:g} kW of its "
        "satellite would need "
        f"{spoken(ours * heat)} m²."
    )


def _starcloud(table: pd.DataFrame, ours: float, data: Data) -> str:
    row = table.loc["starcloud"]
    needs = f"{spoken(row.ours_m2_per_kw)} m²/kW" if np.isfinite(row.ours_m2_per_kw) else "no finite area"
    return (
        f"**Starcloud** prints {spoken(row.w_per_m2)} W/m² at {kelvin(row.mean_k)}, {spoken(row.m2_per_kw)} "
        "m²/kW; in this orbit's "
        f"surroundings that temperature needs {needs}. Its print implies surroundings of "
        f"{row.implied_sink_k:.0f} K, for it lets the "
        "coating absorb the Earth's infrared as weakly as it absorbs sunlight, and has no array beside the panel."
    )


def _jpl(table: pd.DataFrame, ours: float, data: Data) -> str:
    two, one = table.loc["jpl_two_faces"], table.loc["jpl_one_face"]
    inside = [words for words, row in (("two faces", two), ("one face", one))
              if row.temperature_low_k <= row.this_orbit_k <= row.temperature_high_k]  # fmt: skip
    which = f"only the reading over {inside[0]} lies" if len(inside) == 1 else "both lie" if inside else "neither lies"
    return (
        f"**JPL** prints {two.area_m2:,g} m² for 1 MW of computers, {two.heat_kw:,g} kW of heat, and does not "
        "say how many faces radiate: "
        f"over two faces that is a panel of {kelvin(two.this_orbit_k)} in this orbit's surroundings, over one "
        f"face {kelvin(one.this_orbit_k)}; "
        f"{which} within its stated {two.temperature_low_k:g} to {two.temperature_high_k:g} K."
    )


def _station(table: pd.DataFrame, ours: float, data: Data) -> str:
    v, row = published.space_station(data), table.loc["iss_loop"]
    return (
        f"**The space station** sheds {row.heat_kw:g} kW from six radiators, {spoken(v['printed'])} W/m². Two "
        "faces as hot as the ammonia that "
        f"enters would emit {spoken(v['at_inlet'])}; its cooling from {celsius(row.loop_inlet_k)} to "
        f"{celsius(row.loop_outlet_k)} leaves "
        f"{spoken(v['cooling'])}, and surroundings that the joints keep at {celsius(row.sink_k)} on purpose "
        f"leave {spoken(v['kept_warm'])}, "
        f"within {spoken(100 * abs(v['kept_warm'] / v['printed'] - 1), 1)} % of what is printed. Its ammonia "
        "must not freeze; edge-on to Sun "
        f"and Earth the same loop would shed {spoken(v['natural'])}."
    )


def _power_loop(table: pd.DataFrame, ours: float, data: Data) -> str:
    row = table.loc["iss_photovoltaic"]
    return (
        f"**The station's power loop** sheds {row.heat_kw:g} kW at {spoken(row.w_per_m2)} W/m²: in this orbit's "
        "surroundings a panel of "
        f"{kelvin(row.this_orbit_k)}, near the cold at which its ammonia runs; chips behind it would stand at "
        f"{celsius(row.chip_k)}."
    )


def _iscr(table: pd.DataFrame, ours: float, data: Data) -> str:
    row = table.loc["iscr"]
    return (
        f"**The ISCR panel** gives its one dark face {spoken(row.m2_per_kw)} m²/kW at {row.temperature_low_k:.0f} to "
        f"{row.temperature_high_k:.0f} K; the back of an array that sees the Earth edge-on needs {spoken(row.ours_m2_per_kw)} at "
        f"{row.mean_k:.0f} K, so the print has room for losses along the sheet. It is large because it is cool."
    )


def _spectrum(table: pd.DataFrame, ours: float, data: Data) -> str:
    rows = table.loc[["spectrum_20", "spectrum_60", "spectrum_85"]]
    printed = ", ".join(f"{value:g}" for value in rows["area_m2"])
    model = ", ".join(spoken(a * h) for a, h in zip(rows["ours_m2_per_kw"], rows["heat_kw"], strict=True))
    hot = ", ".join(celsius(value) for value in rows["mean_k"])
    return (
        f"**IEEE Spectrum** prints {printed} m² of one face for an accelerator of "
        f"{1000 * rows['heat_kw'].iloc[0]:g} W at {hot}; one face "
        f"beside the surroundings that these three fit gives {model}. Two faces halve it."
    )
