"""Sentences and printed tables about one satellite's heat, right for every concept, case and setting."""

import numpy as np
import pandas as pd

from earth_or_orbit import study
from earth_or_orbit.constants import W_PER_KW
from earth_or_orbit.drawing.names import name_of
from earth_or_orbit.drawing.numbers import spoken, with_range
from earth_or_orbit.study import Comparison, Resolved
from earth_or_orbit.tables import ends
from earth_or_orbit.tables import heat as tables

FREEZING_K = 273.15
LEAST_SHARE = 1e-4
MUCH_MORE = 0.05  # growth of a panel by ageing that is no longer called cheap
SPECTRUM_GROWTH = "40 %"  # [ieee-heat], of one face's area after five years


def celsius(kelvin: float) -> str:
    """`−40 °C`; a dash for nan."""
    return "–" if np.isnan(kelvin) else f"{kelvin - FREEZING_K:.0f} °C".replace("-", "−")


def kelvin(value: float) -> str:
    """`315 K (42 °C)`; words for nan."""
    return "no temperature" if np.isnan(value) else f"{value:.0f} K ({celsius(value)})"


def answer(fleet: Resolved, drawn: Resolved) -> str:
    """The radiator of one satellite, its temperature, what chips it asks for, and the range of the draws."""
    names = ("radiator_area_m2", "waste_heat_w", "radiator_temperature_k", "implied_junction_temperature_k")
    area, heat, hot, chip = (study.value_of(fleet, name) for name in names)
    draws = np.atleast_1d(drawn.compute(names[:1])[names[0]])
    areas = with_range(area, *ends(draws))
    invalid = np.mean(~np.isfinite(draws))
    lost = f" In {spoken(100 * invalid, 2)} % of the draws the radiator is no hotter than its surroundings." if invalid else ""
    altitude = study.value_of(fleet, "orbit_altitude_km")
    who = f"**{name_of('concepts', fleet.side.id)}, {altitude:,.0f} km:**"
    what = f"the {spoken(heat / W_PER_KW)} kW of one satellite"
    size = f"a radiator of {areas} m² at {kelvin(hot)}, {spoken(area / heat * W_PER_KW)} m² per kW"
    if _is_from_chips(fleet):
        return f"{who} with chips at {celsius(chip)}, {what} take {size}.{lost}"
    return f"{who} {what} take {size}; the chain from chip to panel then asks for chips at {celsius(chip)}.{lost}"


def _is_from_chips(fleet: Resolved) -> bool:
    """Whether the chips' limit sets the radiator's temperature."""
    return "radiator_temperature_k" not in fleet.settings and fleet.side.choices["radiator_temperature_basis"] == "chip_chain"


def budget(fleet: Resolved, table: pd.DataFrame) -> str:
    """What is on board and what comes from outside, and what a stated sink leaves out."""
    parts = table.set_index("part")["w"]
    emitted, board = table.loc[table["way"] == "out", "w"].sum(), parts["chips"] + parts["bus"]
    outside = 1 - board / emitted
    share = f"{spoken(100 * outside)} % came from outside" if outside > LEAST_SHARE else "next to nothing came from outside"
    made = f"{spoken(100 * board / emitted)} % of it was made on board"
    said = f"The panel emits {spoken(emitted / W_PER_KW)} kW: {made}, {share}."
    if not parts["bus"]:
        said += " Converters, pumps and avionics have no heat of their own here, since the maker states the power of its compute."
    if not tables.has_stated_sink(fleet):
        return said
    here = tables.in_these_surroundings(fleet)
    sheds = f"sheds {spoken(here['heat_w'] / W_PER_KW)} kW" if here["heat_w"] > 0 else "sheds nothing"
    area = f" or {spoken(here['area_m2'])} m²" if np.isfinite(here["area_m2"]) else ""
    return (
        f"{said} The surroundings are as a source states them, {study.value_of(fleet, 'sink_temperature_k'):.3g} "
        "K. What falls on the "
        f"panel in this orbit stands for {here['sink_k']:.0f} K: there the same panel {sheds} at the same "
        "temperature, and to shed "
        f"all of it needs {kelvin(here['needed_k'])}{area}."
    )


def chain(fleet: Resolved) -> str:
    """What lies between chip and radiator, what a kelvin is worth, and what the pumps take."""
    steps, v = tables.chain_steps(fleet).set_index("step"), tables.one_kelvin(fleet)
    drop = steps.loc["junction", "in_force_k"] - steps.loc["radiating", "in_force_k"]
    area, mass = v["area_saved_by_chip_degree_m2_per_k"], v["mass_saved_by_chip_degree_kg_per_k"]
    bus = v["satellite_power_peak_kw"] - v["satellite_it_power_peak_kw"]
    beside = (f"of the {spoken(bus)} kW that the bus takes beside the computers" if bus > 0
              else "beside computers whose maker counts no other power")  # fmt: skip
    return (
        f"Between the chips and the mean radiating surface lie {spoken(drop)} K. One kelvin more at the chips saves "
        f"{spoken(area)} m² and {spoken(mass)} kg of this satellite's {spoken(v['radiator_area_m2'])} m² and "
        f"{spoken(v['satellite_radiator_mass_kg'])} kg, {spoken(100 * area / v['radiator_area_m2'])} %. The pumps move "
        f"{spoken(v['coolant_flow_kg_per_s'])} kg/s and take {spoken(v['pump_power_w'] / W_PER_KW)} kW, {beside}."
    )


def attitudes(table: pd.DataFrame) -> str:
    """What the colder attitude saves and what it costs in drag."""
    cold, flat = (table.set_index("attitude").loc[name] for name in ("edge_to_earth", "edge_to_flight"))
    chosen = name_of("heat", table.loc[table["chosen"], "attitude"].iloc[0])
    if not np.isfinite([cold.area_m2, flat.area_m2]).all():
        return f"In at least one attitude this radiator is no hotter than its surroundings; the scenario flies with {chosen}."
    return (
        f"With its edge to the Earth the panel sees surroundings {spoken(flat.sink_k - cold.sink_k)} K colder and can be "
        f"{spoken(100 * (1 - cold.area_m2 / flat.area_m2))} % smaller; it then meets the air with "
        f"{spoken(cold.drag_m2)} m² in place "
        f"of {spoken(flat.drag_m2)} m². The scenario flies with {chosen}."
    )


def put_right(table: pd.DataFrame, counted: dict[str, int], plates: pd.DataFrame) -> str:
    """What the published errors do: the view factor that is too small, and the infrared met with the wrong absorptivity."""
    said = [f"Of the {counted['rows']} published values of these topics {counted['met']} are reproduced within their tolerance; "
            f"{len(table)} of them rest on an error of their source, which the reproduction repeats."]  # fmt: skip
    factors = plates.set_index("plate")["factor"]
    panel = table[table["unit"] == "degC"]
    if len(panel):
        row = panel.iloc[0]
        said.append(
            "For a plate edge-on to the Earth at this altitude McCalip's calculator has a view factor of "
            f"{spoken(factors['calculator'])}, the "
            f"closed form {spoken(factors['edge_on'])}; its own panel is then not at {row.published:.1f} but at "
            f"{row.corrected:.1f} °C."
        )
    flows = table[table["unit"] == "W/m2"].set_index("output")
    earth, net = (flows.loc[flows.index.str.contains(word)] for word in ("Earth", "net"))
    if len(earth) and len(net):
        one, both = net["corrected"].iloc[0], net["corrected"].iloc[0] - earth["corrected"].iloc[0]
        said.append(
            f"Starcloud's panel keeps {one:.0f} W/m² of the printed {net['published'].iloc[0]:.0f} when the "
            "Earth's infrared is absorbed "
            f"as it is emitted by the one face that sees it, and {both:.0f} when both faces do."
        )
    return " ".join(said)


def ageing(table: pd.DataFrame, fleet: Resolved) -> str:
    """What the coating loses over the service, and why a panel square onto the Sun would lose more."""
    new, old = table.iloc[0], table[table["is_service"]].iloc[0]
    sun, askew = (study.value_of(fleet, name) for name in ("solar_irradiance_w_per_m2", "radiator_pointing_error_deg"))
    gained, more = (old.absorptivity - new.absorptivity) * sun, old.area_m2 / new.area_m2 - 1
    if not np.isfinite(more):
        return "New or aged, this radiator is no hotter than its surroundings."
    own = "cheap for this one" if more < MUCH_MORE else "dear for this one too, which is hardly hotter than its surroundings"
    return (
        f"After {old.years:g} years the same heat needs {spoken(100 * more, 2)} % more panel than a new one. The "
        "coating then absorbs "
        f"{spoken(gained)} W/m² more sunlight on a face square onto the Sun, and "
        f"{spoken(gained * np.sin(np.deg2rad(askew)), 2)} W/m² "
        f"more on one kept edge-on to it within {askew:g}°. Ageing is dear for panels that the Sun strikes, as in the "
        f"{SPECTRUM_GROWTH} more area that IEEE Spectrum prints, and {own}."
    )


def orbit(table: pd.DataFrame) -> str:
    """The swing of both panels through the turn with the longest eclipse."""
    ends_k = table.groupby(["panel", "mass"])["temperature_k"].agg(["min", "max"])
    minutes = table["eclipse_min"].iloc[0]
    dark = f"Through {minutes:.1f} minutes of shadow" if minutes > 0 else "On an orbit that meets no shadow in this year"
    both, alone = (ends_k.loc[panel] for panel in ("array_and_radiator", "radiator"))
    return (
        f"{dark} a panel that is both array and radiator goes from {both.loc['light', 'max']:.0f} to "
        f"{both.loc['light', 'min']:.0f} K if "
        f"it is light and to {both.loc['heavy', 'min']:.0f} K if it is heavy. A radiator beside an array goes from "
        f"{alone.loc['light', 'max']:.0f} to {alone.loc['light', 'min']:.0f} K: its computers run on, and it "
        "loses only the array's "
        "heat and the Earth's sunlight."
    )


def hotter_chips(table: pd.DataFrame) -> str:
    """What the hottest chips of the table would save against those of today."""
    sold, hot = table[table["subject"] == tables.CHIPS[0]].iloc[1], table.iloc[-1]
    if not np.isfinite([sold.area_m2, hot.area_m2]).all():
        return "At one of these temperatures the radiator would be no hotter than its surroundings."
    return (
        f"Chips at {celsius(hot.junction_k)} in place of {celsius(sold.junction_k)} would take the radiator from "
        f"{spoken(sold.area_m2)} to "
        f"{spoken(hot.area_m2)} m² and from {spoken(sold.mass_kg)} to {spoken(hot.mass_kg)} kg; no accelerator "
        "of that kind is sold."
    )


def cooling_of_both(pair: Comparison) -> str:
    """What keeps the same compute cool on both sides, in the same words."""
    v = tables.cooling_of_both(pair)
    site, concept = name_of("sites", pair.site), name_of("concepts", pair.concept)
    return (
        f"**Ground, {site}:** 1 MW of average IT power is kept cool with {spoken(v['water_m3_per_year'])} m³ of "
        "water a year and a part of "
        f"the {spoken(v['overhead_kw'])} kW that the campus takes beside the computers; chips that bear hotter "
        "coolant lower both.  \n"
        f"**Orbit, {concept}:** 1 MW of average IT power is kept cool with {spoken(v['area_m2'])} m² of radiator "
        f"of {spoken(v['mass_t'])} t "
        f"and the {spoken(v['pump_kw'])} kW of its pumps; chips that bear hotter coolant lower all three."
    )
