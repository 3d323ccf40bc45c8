"""Tidy tables of one satellite's heat: its budget, the chain from chip to radiator, areas by temperature, ageing, an orbit.

Each takes a concept made ready to compute (`tables.fleet`); a setting such as a radiator's temperature is in it.
"""

from typing import Any

import numpy as np
import pandas as pd

from earth_or_orbit import scenario, study, units
from earth_or_orbit.constants import DEG_PER_TURN, KW_PER_MW, SECONDS_PER_MINUTE, STEFAN_BOLTZMANN_W_PER_M2_K4, W_PER_KW
from earth_or_orbit.facilities import upstream
from earth_or_orbit.facts import Data, FactError
from earth_or_orbit.quantities import heat, panel_temperature, view_factors
from earth_or_orbit.quantities.beta_of_year import least_beta_of_year_deg
from earth_or_orbit.study import Comparison, Resolved
from earth_or_orbit.tables.known import facts_of
from earth_or_orbit.tables.places import fleet

ABSORBED = {"earth_infrared": "absorbed_infrared_w_per_m2", "albedo": "absorbed_albedo_w_per_m2",
            "direct_sun": "absorbed_direct_sun_w_per_m2", "array_infrared": "absorbed_from_array_w_per_m2"}  # fmt: skip
PANEL = ("waste_heat_w", "radiator_area_m2", "radiator_temperature_k", "sink_temperature_k", "radiator_emissivity_frac",
         "radiating_faces_count", "satellite_it_power_peak_kw", "implied_junction_temperature_k", "cell_temperature_k",
         "earth_infrared_w_per_m2", *ABSORBED.values())  # fmt: skip
HEAT_SIZES = ("pump_power_w", "satellite_radiator_mass_kg", "area_saved_by_chip_degree_m2_per_k", "longest_eclipse_min",
              "coolant_flow_kg_per_s")  # fmt: skip
STEPS = {"junction": "accelerator_junction_temperature_k", "coolant_inlet": "coolant_inlet_temperature_k",
         "loop": "radiator_loop_temperature_k", "root": "radiator_root_temperature_k"}  # fmt: skip
STATED_SINK = ("radiator_conventional", "sink_temperature_stated_k")  # a passive panel's sink, 250 K as published
CHIPS = ("chip_temperature_limit", "chip_made_for_heat")
COLDEST_K, HOTTEST_K, STEP_K = 230.0, 400.0, 2.0  # the curves reach as far, or to the satellite's own radiator
TILTS_DEG = (30.0, 60.0, 120.0)
PANEL_MASSES = {"light": "radiator_jpl_light", "heavy": "radiator_jpl_heavy"}
PLACES = 720  # steps along one orbit; twice as many move no temperature by 1 K
SIDEWAYS_DEG = 90.0
YEARS = (0.0, 5.0, 10.0)
ROUNDING = 1e-9


def fact(data: Data, subject: str, quantity: str, source: str = "", end: str = "central") -> float:
    """An end of one fact in its quantity's unit. Raises FactError where there is none."""
    rows = [row for row in data.rows(subject, quantity) if source in ("", row.source_id)]
    if not rows or getattr(rows[0], end) is None:
        raise FactError(f"data/facts has no {quantity} of {subject}")
    return float(units.convert(getattr(rows[0], end), rows[0].unit, data.quantity(quantity).unit))


def _values(resolved: Resolved, names: tuple[str, ...]) -> dict[str, Any]:
    """Values by name, whether they are computed, chosen or set by hand."""
    given = {**resolved.inputs, **resolved.settings}
    asked = tuple(name for name in names if name not in given)
    computed = resolved.compute(asked) if asked else {}
    return {name: np.asarray(given[name] if name in given else computed[name], dtype=float)[()] for name in names}


def has_stated_sink(resolved: Resolved) -> bool:
    """Whether the surroundings are a source's own temperature and not what falls on the panel."""
    return resolved.side.choices["sink_basis"] == "stated"


def facts_of_heat(resolved: Resolved, data: Data) -> pd.DataFrame:
    """The facts that one satellite's heat rests on; the columns of facts_used."""
    side = resolved.side
    reached = upstream(side.side, side.choices, (*PANEL, *HEAT_SIZES), frozenset(resolved.settings))
    table = facts_of(resolved, data, scenario.study(data).dollar_year)
    return table[table["quantity"].isin(reached)].reset_index(drop=True)


def heat_budget(resolved: Resolved) -> pd.DataFrame:
    """What reaches one satellite's radiator and what leaves it: part, way (in, out), w, w_per_m2, temperature_k of its source.

    The parts in add up to the parts out. Where the sink is stated, the surroundings are one part, as the source has it.
    """
    v = _values(resolved, PANEL)
    area, faces, emissivity = v["radiator_area_m2"], v["radiating_faces_count"], v["radiator_emissivity_frac"]
    chips_w = np.minimum(v["satellite_it_power_peak_kw"] * W_PER_KW, v["waste_heat_w"])
    rows = [("chips", "in", chips_w, v["implied_junction_temperature_k"]),
            ("bus", "in", v["waste_heat_w"] - chips_w, np.nan)]  # fmt: skip
    if has_stated_sink(resolved):
        absorbed = heat.gross_emission_w_per_m2(v["sink_temperature_k"], emissivity, faces)
        rows.append(("stated_surroundings", "in", absorbed * area, v["sink_temperature_k"]))
    else:
        earth_k = (v["earth_infrared_w_per_m2"] / STEFAN_BOLTZMANN_W_PER_M2_K4) ** 0.25
        sources = {"earth_infrared": earth_k, "array_infrared": v["cell_temperature_k"]}
        rows += [(part, "in", v[name] * area, sources.get(part, np.nan)) for part, name in ABSORBED.items()]
    face = heat.one_side_emission_w_per_m2(v["radiator_temperature_k"], emissivity) * area
    rows += [(f"face_{k + 1}", "out", face, v["radiator_temperature_k"]) for k in range(int(faces))]
    table = pd.DataFrame(rows, columns=["part", "way", "w", "temperature_k"])
    return table.assign(w_per_m2=table["w"] / area, area_m2=area)


def budget_gap_frac(table: pd.DataFrame) -> float:
    """What the budget leaves over, as a share of what leaves the radiator. [frac]"""
    into, out = (table.loc[table["way"] == way, "w"].sum() for way in ("in", "out"))
    return float(abs(into - out) / out)


def sink_of_flux_k(resolved: Resolved, absorbed_w_per_m2: float) -> float:
    """Temperature of the surroundings that would give this panel a flux, per planform area. [K]"""
    v = _values(resolved, ("radiator_emissivity_frac", "radiating_faces_count"))
    return float(heat.equilibrium_temperature_k(absorbed_w_per_m2, v["radiator_emissivity_frac"], v["radiating_faces_count"]))


def sink_in_force_k(resolved: Resolved) -> float:
    """Temperature of the surroundings that the model takes, computed or stated. [K]"""
    return float(_values(resolved, ("sink_temperature_k",))["sink_temperature_k"])


def chips_in_force(resolved: Resolved) -> Resolved:
    """The same side with chips as hot as its radiator asks for, all along the chain: their limit where the chain sets it."""
    asked = resolved.compute(("implied_junction_temperature_k",))["implied_junction_temperature_k"]
    return study.with_settings(resolved, {"accelerator_junction_temperature_k": asked})


def chain_steps(resolved: Resolved) -> pd.DataFrame:
    """Temperatures from chip to sink: step, limit_k (chips at their limit), in_force_k (what this radiator asks for)."""
    sink, columns = sink_in_force_k(resolved), {}
    for name, side in (("limit_k", resolved), ("in_force_k", chips_in_force(resolved))):
        v = _values(side, (*STEPS.values(), "fin_efficiency_frac", "radiator_emissivity_frac", "radiating_faces_count"))
        excess = v["fin_efficiency_frac"] * (v["radiator_root_temperature_k"] ** 4 - sink**4)
        columns[name] = [*(float(v[quantity]) for quantity in STEPS.values()), float((sink**4 + excess) ** 0.25), sink]
    return pd.DataFrame({"step": [*STEPS, "radiating", "sink"], **columns})


def one_kelvin(resolved: Resolved) -> dict[str, float]:
    """What a kelvin at the chips saves where they stand, and what pumps and the rest of the bus take, by quantity."""
    names = ("area_saved_by_chip_degree_m2_per_k", "mass_saved_by_chip_degree_kg_per_k", "pump_power_w", "pump_power_share_frac",
             "coolant_flow_kg_per_s", "radiator_area_m2", "satellite_radiator_mass_kg", "implied_junction_temperature_k",
             "satellite_power_peak_kw", "satellite_it_power_peak_kw")  # fmt: skip
    return {name: float(value) for name, value in _values(chips_in_force(resolved), names).items()}


def surroundings_of_this_orbit(resolved: Resolved) -> float:
    """Sink temperature that what falls on this radiator stands for, also where a source states another. [K]"""
    return sink_of_flux_k(resolved, float(sum(_values(resolved, tuple(ABSORBED.values())).values())))


def in_these_surroundings(resolved: Resolved) -> dict[str, float]:
    """What the radiator of a stated sink would shed, or need, under what falls on it: sink_k, heat_w, needed_k, area_m2."""
    v, sink = _values(resolved, PANEL), surroundings_of_this_orbit(resolved)
    panel = (v["radiator_emissivity_frac"], v["radiating_faces_count"])
    hot = np.atleast_1d(v["radiator_temperature_k"])  # an array, so that a radiator colder than the sink gives nan
    shed = heat.radiator_heat_w(v["radiator_area_m2"], hot, sink, *panel)[0]
    area = heat.radiator_area_m2(v["waste_heat_w"], hot, sink, *panel)[0]
    needed = heat.required_radiator_temperature_k(v["waste_heat_w"], v["radiator_area_m2"], sink, *panel)
    return {"sink_k": sink, "heat_w": float(shed), "needed_k": float(needed), "area_m2": float(area)}


def area_curves(resolved: Resolved, data: Data) -> pd.DataFrame:
    """Panel per kW of heat against its mean radiating temperature, for three surroundings.

    Columns: curve (cold_sky, this_orbit, warm_sink), sink_k, temperature_k, m2_per_kw, chip_k (what the chain adds up to).
    """
    v = _values(resolved, ("radiator_emissivity_frac", "radiating_faces_count", "radiator_temperature_k"))
    low, high = (end(own, float(v["radiator_temperature_k"])) for end, own in ((min, COLDEST_K), (max, HOTTEST_K)))
    hot = np.arange(low, high + 2 * STEP_K, STEP_K)
    sinks = {"cold_sky": 0.0, "this_orbit": surroundings_of_this_orbit(resolved), "warm_sink": fact(data, *STATED_SINK)}
    frames = []
    for curve, sink in sinks.items():
        flux = heat.radiator_flux_w_per_m2(hot, sink, v["radiator_emissivity_frac"], v["radiating_faces_count"])
        with np.errstate(invalid="ignore"):
            chip = chips_of_flux_k(resolved, flux, sink)
        frame = {"temperature_k": hot, "m2_per_kw": W_PER_KW / flux, "chip_k": chip}
        frames.append(pd.DataFrame(frame).assign(curve=curve, sink_k=sink))
    return pd.concat(frames, ignore_index=True).dropna(subset=["m2_per_kw"], ignore_index=True)


def chips_of_flux_k(resolved: Resolved, flux_w_per_m2: Any, sink_k: Any, **panel: Any) -> Any:
    """Chip temperature that the chain of a concept adds up to for a flux, over a panel of other emissivity or faces. [K]"""
    given = {"radiator_area_m2": W_PER_KW / np.asarray(flux_w_per_m2), "waste_heat_w": W_PER_KW, "sink_temperature_k": sink_k}
    asked = study.with_settings(resolved, {**given, **panel}).compute(("implied_junction_temperature_k",))
    return asked["implied_junction_temperature_k"]


def chip_choices(resolved: Resolved, data: Data) -> pd.DataFrame:
    """Radiator of one satellite by the temperature that its chips may have: subject, junction_k, radiator_k, area_m2, mass_kg."""
    rows = []
    for subject in CHIPS:
        for end in ("low", "central", "high"):
            rows.append((subject, fact(data, subject, STEPS["junction"], "judgement", end)))
    table = pd.DataFrame(rows, columns=["subject", "junction_k"]).drop_duplicates("junction_k", ignore_index=True)
    junction = table["junction_k"].to_numpy()
    side = study.with_settings(resolved, {STEPS["junction"]: junction})
    area = np.broadcast_to(side.compute(("chip_limited_radiator_area_m2",))["chip_limited_radiator_area_m2"], junction.shape)
    v = _values(resolved, ("radiator_areal_mass_kg_per_m2", "loop_equipment_share_frac", "waste_heat_w", "sink_temperature_k",
                           "radiator_emissivity_frac", "radiating_faces_count"))  # fmt: skip
    panel = (v["sink_temperature_k"], v["radiator_emissivity_frac"], v["radiating_faces_count"])
    needed = heat.required_radiator_temperature_k(v["waste_heat_w"], area, *panel)
    with_loop = v["radiator_areal_mass_kg_per_m2"] * (1 + v["loop_equipment_share_frac"])
    return table.assign(radiator_k=needed, area_m2=area, mass_kg=area * with_loop)


def plates(resolved: Resolved) -> pd.DataFrame:
    """View factors to the Earth at this altitude: plate (nadir, tilted, edge_on, calculator), tilt_deg, factor, w_per_m2.

    The last column is the Earth's infrared on the face. `calculator` is a heuristic of a published one for a plate edge-on.
    """
    v = _values(resolved, ("orbit_altitude_km", "earth_infrared_w_per_m2"))
    altitude = float(v["orbit_altitude_km"])
    rows = [("nadir", 0.0, view_factors.nadir_earth_view_factor_frac(altitude)),
            *(("tilted", tilt, view_factors.tilted_earth_view_factor_frac(altitude, tilt)) for tilt in TILTS_DEG),
            ("edge_on", SIDEWAYS_DEG, view_factors.edge_on_earth_view_factor_frac(altitude)),
            ("calculator", SIDEWAYS_DEG, view_factors.calculator_earth_view_factor_frac(altitude, SIDEWAYS_DEG))]  # fmt: skip
    table = pd.DataFrame(rows, columns=["plate", "tilt_deg", "factor"]).sort_values("tilt_deg", kind="stable", ignore_index=True)
    return table.assign(w_per_m2=table["factor"] * float(v["earth_infrared_w_per_m2"]))


def attitudes(data: Data, concept: str, case: str, settings: dict[str, float | None]) -> pd.DataFrame:
    """The radiator's two attitudes, all else alike, with the surroundings computed: attitude, factor_sum, sink_k, area_m2,
    drag_m2 (what the air meets), chosen. Area is nan where the radiator would not be hotter than its surroundings.
    """
    rows = []
    own = fleet(data, concept, case, 1.0).side.choices["radiator_attitude"]
    names = ("earth_view_factor_sum_frac", "sink_temperature_k", "radiator_area_m2", "radiator_drag_area_m2")
    for attitude in ("edge_to_earth", "edge_to_flight"):
        chosen = {"radiator_attitude": attitude, "sink_basis": "geometry"}
        side = fleet(data, concept, case, 1.0, settings=settings, choices=chosen)
        hot = _values(side, ("radiator_temperature_k",))["radiator_temperature_k"]
        side = study.with_settings(side, {"radiator_temperature_k": np.atleast_1d(hot)})  # an array is nan where it is too cold
        values = (float(np.ravel(value)[0]) for value in _values(side, names).values())
        rows.append((attitude, *values, attitude == own))
    return pd.DataFrame(rows, columns=["attitude", "factor_sum", "sink_k", "area_m2", "drag_m2", "chosen"])


def ageing(resolved: Resolved) -> pd.DataFrame:
    """The coating by years in orbit: years, emissivity, absorptivity, sink_k, area_m2; new, at the end of service, and later."""
    service = float(_values(resolved, ("satellite_service_years",))["satellite_service_years"])
    years = np.unique([*YEARS, service])
    aged = study.with_settings(resolved, {"satellite_service_years": years})
    names = ("radiator_emissivity_frac", "radiator_solar_absorptivity_frac", "sink_temperature_k", "radiator_area_m2")
    values = {name: np.broadcast_to(value, years.shape) for name, value in _values(aged, names).items()}
    columns = dict(zip(("emissivity", "absorptivity", "sink_k", "area_m2"), values.values(), strict=True))
    return pd.DataFrame({"years": years, **columns, "is_service": years == service})


def one_orbit(resolved: Resolved, data: Data) -> pd.DataFrame:
    """Temperatures along the turn of the year with the longest eclipse, from noon's side round to it again.

    Columns: panel (array_and_radiator, radiator), mass (light, heavy), kg_per_m2, minute, temperature_k, is_lit, eclipse_min.
    """
    v = _values(resolved, ("orbit_altitude_km", "orbit_inclination_deg", "ascending_node_local_time_h", "orbital_period_s",
                           "longest_eclipse_min"))  # fmt: skip
    beta = least_beta_of_year_deg(*(float(v[n]) for n in list(v)[:3]))
    places = DEG_PER_TURN * np.arange(PLACES) / PLACES
    minute = places / DEG_PER_TURN * float(v["orbital_period_s"]) / SECONDS_PER_MINUTE
    lit = _lit(places, beta, float(v["orbit_altitude_km"]))
    specific_heat = fact(data, "aluminium_6061", "panel_specific_heat_j_per_kg_k")
    frames = []
    for mass, subject in PANEL_MASSES.items():
        kg = fact(data, subject, "panel_areal_mass_kg_per_m2")
        capacity = panel_temperature.panel_heat_capacity_j_per_m2_k(kg, specific_heat)
        for panel, temperature in _temperatures(resolved, places, beta, capacity, specific_heat).items():
            frame = {"panel": panel, "mass": mass, "kg_per_m2": kg, "minute": minute, "temperature_k": temperature, "is_lit": lit}
            frames.append(pd.DataFrame(frame))
    return pd.concat(frames, ignore_index=True).assign(eclipse_min=float(v["longest_eclipse_min"]))


def _lit(places: np.ndarray, beta: float, altitude: float) -> np.ndarray:
    """Where an array of no absorptivity but in the direct Sun gets any: outside the Earth's shadow."""
    absorbed = panel_temperature.orbit_absorbed_w_per_m2(places, beta, altitude, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return absorbed > 0


def _temperatures(
    resolved: Resolved, places: np.ndarray, beta: float, capacity: float, specific_heat: float
) -> dict[str, np.ndarray]:
    """The panel that is both, and the radiator beside an array whose own swing it sees."""
    names = ("orbit_altitude_km", "solar_irradiance_w_per_m2", "earth_infrared_w_per_m2", "earth_albedo_frac", "orbital_period_s",
             "array_absorptivity_frac", "array_front_emissivity_frac", "array_back_emissivity_frac", "array_areal_mass_kg_per_m2",
             "solar_cell_efficiency_frac", "array_packing_frac", "array_temperature_frac", "radiator_emissivity_frac",
             "radiator_solar_absorptivity_frac", "radiating_faces_count", "earth_view_factor_sum_frac", "array_view_factor_frac",
             "radiator_pointing_error_deg", "waste_heat_w", "radiator_area_m2")  # fmt: skip
    v = {name: float(value) for name, value in _values(resolved, names).items()}
    orbit = (places, beta, v["orbit_altitude_km"])
    light = (v["solar_irradiance_w_per_m2"], v["earth_infrared_w_per_m2"], v["earth_albedo_frac"])
    yielded = v["solar_cell_efficiency_frac"] * v["array_packing_frac"] * v["array_temperature_frac"]
    front = (v["array_absorptivity_frac"], v["radiator_solar_absorptivity_frac"], v["array_front_emissivity_frac"])

    def swing(back_emissivity: float, returned: float, own_capacity: float) -> np.ndarray:
        absorbed = panel_temperature.orbit_absorbed_w_per_m2(*orbit, *front, back_emissivity, *light)
        kept = panel_temperature.array_orbit_heat_w_per_m2(absorbed, *orbit, light[0], yielded, returned)
        return panel_temperature.orbit_temperature_k(kept, front[2] + back_emissivity, own_capacity, v["orbital_period_s"])

    array = swing(v["array_back_emissivity_frac"], 0.0, v["array_areal_mass_kg_per_m2"] * specific_heat)
    reached = panel_temperature.radiator_orbit_heat_w_per_m2(
        *orbit, v["waste_heat_w"] / v["radiator_area_m2"], array, v["earth_view_factor_sum_frac"], v["array_view_factor_frac"],
        v["radiating_faces_count"], v["radiator_emissivity_frac"], v["array_back_emissivity_frac"],
        v["radiator_solar_absorptivity_frac"], v["radiator_pointing_error_deg"], *light,
    )  # fmt: skip
    emissivity = v["radiating_faces_count"] * v["radiator_emissivity_frac"]
    alone = panel_temperature.orbit_temperature_k(reached, emissivity, capacity, v["orbital_period_s"])
    return {"array_and_radiator": swing(v["radiator_emissivity_frac"], 1.0, capacity), "radiator": alone}


def cooling_of_both(pair: Comparison) -> dict[str, float]:
    """What keeps 1 MW of average IT power cool on both sides: water and power on the ground, panel, mass and pumps in orbit,
    spare loops with them."""
    ground, orbit = pair.sides["ground"], pair.sides["orbit"]
    megawatts = float(pair.values["ground"]["it_power_average_mw"])
    water = float(pair.values["ground"]["site_water_consumption_m3_per_year"]) / megawatts
    ratio = study.value_of(ground, "power_usage_effectiveness_ratio")
    names = ("radiator_built_area_m2", "satellite_radiator_mass_kg", "satellite_puncture_protection_mass_kg", "pump_power_w",
             "satellite_it_power_average_kw")  # fmt: skip
    v = {name: study.value_of(orbit, name) for name in names}
    satellites = KW_PER_MW / v["satellite_it_power_average_kw"]
    mass = v["satellite_radiator_mass_kg"] + v["satellite_puncture_protection_mass_kg"]
    return {"water_m3_per_year": water, "overhead_kw": KW_PER_MW * (ratio - 1),
            "area_m2": v["radiator_built_area_m2"] * satellites,
            "mass_t": units.convert(mass * satellites, "kg", "t"),
            "pump_kw": v["pump_power_w"] / W_PER_KW * satellites}  # fmt: skip
