"""Tidy tables of an orbit's sunlight and of what it takes to stay there: eclipses, air, attitude, oxygen.

`at` is a concept's orbit as a notebook's parameters give it: altitude, local time and solar activity by name, where None
leaves the concept's own.
"""

import numpy as np
import pandas as pd

from earth_or_orbit import scenario, study, units
from earth_or_orbit.constants import DAYS_PER_YEAR, HOURS_PER_DAY
from earth_or_orbit.facts import Data, FactError
from earth_or_orbit.quantities import beta_of_year, shadow, sunlight
from earth_or_orbit.study import Resolved
from earth_or_orbit.tables.known import facts_of
from earth_or_orbit.tables.places import fleet

At = dict[str, float | None]
FACTS = ("orbit_altitude_km", "ascending_node_local_time_h", "orbit_inclination_stated_deg", "battery_depth_of_discharge_frac",
         "battery_tested_cycles_count", "battery_tested_depth_frac", "battery_specific_energy_wh_per_kg",
         "array_areal_mass_kg_per_m2", "leo_to_sso_frac", "solar_radio_flux_sfu", "drag_coefficient_ratio",
         "molecular_speed_ratio", "specific_impulse_s", "avoidance_manoeuvre_delta_v_m_per_s", "propellant_margin_frac",
         "disposal_rule_years", "disposal_altitude_km", "satellite_lifetime_years", "earth_infrared_w_per_m2",
         "polyimide_erosion_yield_m3_per_atom", "formation_delta_v_m_per_s_year")  # fmt: skip
BESIDE = {
    "solar_minimum": ("solar_radio_flux_sfu",), "solar_maximum": ("solar_radio_flux_sfu",),
    "spacedc_mdao_flagship": ("orbit_altitude_km", "sunlit_fraction_year_mean_frac", "eclipse_fraction_year_mean_frac"),
    "google_suncatcher_cluster": ("satellites_in_cluster_count", "cluster_radius_m", "least_distance_m", "ellipse_axis_ratio",
                                  "greatest_neighbour_distance_m", "formation_delta_v_m_per_s_year_km"),
    "penot_planar_cluster": ("satellites_in_cluster_count",),
    "penot_spatial_cluster": ("satellites_in_cluster_count", "spatial_packing_ratio"),
}  # fmt: skip
POWER_MW = 100.0  # average IT power of the fleets laid beside each other; nothing per satellite depends on it
NOON_H = HOURS_PER_DAY / 2
PLANES = ("own", "noon", "inclined")
DAY_STEP, ALTITUDE_STEP_KM, AIR_STEP_KM = 4, 50, 25
LOWEST_KM, HIGHEST_KM = 300, 2000  # reach of the tables of air and radiation
OXYGEN_ALTITUDES_KM = (300, 400, 500, 600, 800)
ACTIVITIES = ("minimum", "own", "maximum")
SUNLIGHT = ("orbit_altitude_km", "orbit_inclination_deg", "sunlit_fraction_year_mean_frac", "umbra_fraction_year_mean_frac",
            "eclipse_fraction_year_mean_frac", "penumbra_fraction_year_mean_frac", "oblate_eclipse_fraction_year_mean_frac",
            "longest_eclipse_min", "eclipse_season_days", "eclipsed_orbits_per_year")  # fmt: skip
POWER = ("satellite_battery_kwh", "battery_cycle_depth_frac", "satellite_battery_mass_kg", "satellite_array_power_kw",
         "satellite_array_area_m2", "satellite_array_mass_kg", "array_remaining_frac")  # fmt: skip
COST = ("satellite_mass_kg", "launches_per_year", "cost_per_accelerator_hour_usd")
AIR = ("air_density_kg_per_m3", "drag_delta_v_m_per_s_year", "avoidance_delta_v_m_per_s_year", "keeping_delta_v_m_per_s",
       "disposal_delta_v_m_per_s", "satellite_delta_v_m_per_s", "satellite_propellant_mass_kg", "satellite_dry_mass_kg",
       "natural_decay_years", "highest_self_cleaning_altitude_km")  # fmt: skip
ATTITUDES = ("edge_to_flight", "edge_to_earth")
ATTITUDE = ("radiator_nadir_share_frac", "sink_temperature_k", "radiator_area_m2", "radiator_flow_share_frac",
            "satellite_drag_area_m2", "drag_delta_v_m_per_s_year", "satellite_propellant_mass_kg", "natural_decay_years",
            "satellite_mass_kg", "cost_per_accelerator_hour_usd", "laser_steering_half_angle_deg")  # fmt: skip


def orbit_of(data: Data, concept: str, case: str, at: At, choices: dict[str, str] | None = None) -> Resolved:
    """One concept in its orbit, made ready to compute."""
    return fleet(data, concept, case, POWER_MW, settings=at, choices=choices)


def facts_of_sunlight(data: Data, concept: str, case: str) -> pd.DataFrame:
    """Facts that the orbit's rooms read for this concept, those laid beside them, and the propagators: as facts_used."""
    year = scenario.study(data).dollar_year
    planes = [facts_of(plane_of(data, concept, case, {}, plane), data, year) for plane in ("own", "inclined")]
    used = pd.concat(planes).drop_duplicates(["quantity", "subject"], ignore_index=True)
    used = used[used["quantity"].isin(FACTS)]
    rows = [fact for subject, wanted in BESIDE.items() for q in wanted for fact in data.rows(subject, q)[:1]]
    beside = [{"quantity": f.quantity, "subject": f.subject, "kind": f.kind, "source_id": f.source_id, "locator": f.locator,
               "as_published": f"{f.central:,.10g} {f.unit}"} for f in rows]  # fmt: skip
    years = _propagated(data).groupby(["tool", "source_id"], sort=False).size()
    beside += [{"quantity": "eclipse_fraction_year_mean_frac", "subject": tool, "kind": "derived-by-source", "source_id": source,
                "locator": "run for this study", "as_published": f"{count} years of eclipses"}
               for (tool, source), count in years.items()]  # fmt: skip
    extra = pd.DataFrame(beside).assign(side="orbit", donor=False)
    return pd.concat([used, extra], ignore_index=True)


def plane_of(data: Data, concept: str, case: str, at: At, plane: str, choices: dict[str, str] | None = None) -> Resolved:
    """The concept in its own plane, in a sun-synchronous one over noon, or in the filed plane that turns away from the Sun."""
    if plane not in PLANES:
        raise FactError(f"plane is {plane!r}; allowed: {', '.join(PLANES)}")
    moved = {**at, "ascending_node_local_time_h": NOON_H} if plane == "noon" else at
    tilted = {"orbit_plane": "inclined"} if plane == "inclined" else {}
    return orbit_of(data, concept, case, moved, {**(choices or {}), **tilted})


def _wide(sides: dict[str, Resolved], quantities: tuple[str, ...], data: Data) -> pd.DataFrame:
    """One row per quantity (with its unit), one column per side."""
    found = {name: side.compute(quantities) for name, side in sides.items()}
    rows = [(q, data.quantity(q).unit, *(float(found[n][q]) for n in sides)) for q in quantities]
    return pd.DataFrame(rows, columns=["quantity", "unit", *sides])


def sunlight_of_planes(data: Data, concept: str, case: str, at: At) -> pd.DataFrame:
    """A year's sunlight in three planes at one altitude: quantity, unit, own, noon, inclined."""
    return _wide({p: plane_of(data, concept, case, at, p) for p in PLANES}, SUNLIGHT, data)


def power_of_planes(data: Data, concept: str, case: str, at: At) -> pd.DataFrame:
    """What the same eclipses ask of battery and array, and what a satellite then weighs and its computing costs.

    Columns: quantity, unit, basis (how the satellite's mass is counted; empty where it does not matter), own, noon, inclined.
    Mass and cost twice: as the study counts this concept, and by a budget that adds up subsystems. The flown bus of the
    first brings a battery for 36 % of eclipse along, and a stated mass does not move at all, so that only the second shows
    what a plane saves.
    """
    own = {p: plane_of(data, concept, case, at, p) for p in PLANES}
    frames = [_wide(own, POWER, data).assign(basis="")]
    bases = dict.fromkeys((own["own"].side.choices["satellite_mass_basis"], "budget"))
    for basis in bases:
        chosen = {p: plane_of(data, concept, case, at, p, {"satellite_mass_basis": basis}) for p in PLANES}
        frames.append(_wide(chosen, COST, data).assign(basis=basis))
    return pd.concat(frames, ignore_index=True)[["quantity", "unit", "basis", *PLANES]]


def cost_lifted_in_full_usd(data: Data, concept: str, case: str, at: At, basis: str) -> tuple[float, float]:
    """Cost per accelerator-hour in the inclined plane, as lifted to a sun-synchronous orbit, and with the vehicle's whole
    payload to a low orbit: what an eastward launch comes nearer to. [USD/h]
    """
    resolved = plane_of(data, concept, case, at, "inclined", {"satellite_mass_basis": basis})
    whole = study.with_settings(resolved, {"leo_to_sso_frac": 1.0})
    return tuple(float(r.compute((COST[-1],))[COST[-1]]) for r in (resolved, whole))


def eclipse_by_altitude_and_season(data: Data, concept: str, case: str, at: At) -> pd.DataFrame:
    """Time in shadow on one turn by day of the year: of the concept's plane at all altitudes, of the others at the concept's.

    Columns: plane (own, noon, inclined), altitude_km, year_day, eclipse_min, spare_deg (the Sun's angle to the plane less the
    one from which on no turn meets the shadow: eclipses where negative), and the same in all rows of a plane:
    own_altitude_km (the concept's), eclipse_free_altitude_km (nan where there is none), local_time_h (of the node, at new
    year), inclination_deg (at the concept's altitude; a sun-synchronous plane has its own at each).
    """
    days = np.arange(0, DAYS_PER_YEAR + DAY_STEP, DAY_STEP)
    frames = []
    for plane in PLANES:
        resolved = plane_of(data, concept, case, at, plane)
        own_km, inclination, time_h = (study.value_of(resolved, n) for n in (
            "orbit_altitude_km", "orbit_inclination_deg", "ascending_node_local_time_h"))  # fmt: skip
        steps = np.arange(LOWEST_KM, HIGHEST_KM + 1, ALTITUDE_STEP_KM) if plane == "own" else []
        height = np.union1d(steps, own_km)[:, np.newaxis]
        tilt = inclination if plane == "inclined" else sunlight.sun_synchronous_inclination_deg(height)
        beta = beta_of_year.beta_of_day_deg(height, tilt, time_h, days)
        spare = np.abs(beta) - shadow.eclipse_free_beta_deg(height)
        free_km = np.nan if plane == "inclined" else sunlight.lowest_eclipse_free_altitude_km(time_h)
        rows = {"plane": plane, "altitude_km": np.broadcast_to(height, beta.shape).ravel(),
                "year_day": np.broadcast_to(days, beta.shape).ravel(),
                "eclipse_min": np.round(shadow.eclipse_time_min(height, beta), 2).ravel(),
                "spare_deg": np.round(spare, 2).ravel(), "own_altitude_km": own_km,
                "eclipse_free_altitude_km": np.round(free_km, 1), "local_time_h": time_h,
                "inclination_deg": round(inclination, 2)}  # fmt: skip
        frames.append(pd.DataFrame(rows))
    return pd.concat(frames, ignore_index=True)


def _propagated(data: Data) -> pd.DataFrame:
    return pd.read_csv(data.root / "data" / "published" / "eclipses_by_propagators.csv")


def beside_propagators(data: Data) -> pd.DataFrame:
    """A year's shadow by independent programs, beside ours: tool, orbit_altitude_km, orbit_inclination_deg, shadow, earth,
    theirs_frac, ours_frac, difference_frac.

    Our shadow of the flattened Earth is a cylinder; it is laid beside the middle of their umbra and penumbra.
    """
    table = _propagated(data)
    flattened = table["earth"] == "flattened"
    table.loc[flattened, "shadow"] = "middle of umbra and penumbra"
    orbit = ["orbit_altitude_km", "orbit_inclination_deg", "ascending_node_local_time_h"]
    table = table.groupby(["tool", *orbit, "shadow", "earth"], sort=False)["share_of_year_percent"].mean().reset_index()
    ours = {"cylinder": sunlight.eclipse_fraction_year_mean_frac, "umbra": sunlight.umbra_fraction_year_mean_frac,
            "penumbra": sunlight.penumbra_fraction_year_mean_frac,
            "middle of umbra and penumbra": sunlight.oblate_eclipse_fraction_year_mean_frac}  # fmt: skip
    own = [ours[r.shadow](*(float(getattr(r, name)) for name in orbit)) for r in table.itertuples()]
    theirs = units.convert(table.pop("share_of_year_percent").to_numpy(), "percent", "frac")
    return table.assign(theirs_frac=theirs, ours_frac=own, difference_frac=np.array(own) - theirs)


def peer_model(data: Data) -> dict[str, float]:
    """An open model's flagship orbit as it says and as it runs, with our own year at its altitude: altitude_km, said_frac,
    run_frac (shadow of its run), sun_in_plane_frac and dawn_dusk_frac (ours). [km, frac]
    """
    told = {q: data.rows("spacedc_mdao_flagship", q)[0] for q in (
        "orbit_altitude_km", "sunlit_fraction_year_mean_frac", "eclipse_fraction_year_mean_frac")}  # fmt: skip
    altitude, said, run = (units.convert(f.central, f.unit, data.quantity(q).unit) for q, f in told.items())
    evening = units.convert(data.rows("dawn_dusk_orbit", "ascending_node_local_time_h")[0].central, "hour", "hour")
    return {"altitude_km": altitude, "said_frac": 1 - said, "run_frac": run,
            "sun_in_plane_frac": float(shadow.eclipse_fraction_of_orbit_frac(altitude, 0.0)),
            "dawn_dusk_frac": sunlight.sun_synchronous_eclipse_fraction_year_mean_frac(altitude, evening)}  # fmt: skip


def activities(data: Data, resolved: Resolved) -> dict[str, float]:
    """Solar radio flux at the minimum, as this orbit is counted, and at the maximum. [sfu]"""
    ends = {name: data.rows(f"solar_{name}", "solar_radio_flux_sfu")[0].central for name in ("minimum", "maximum")}
    return {"minimum": ends["minimum"], "own": study.value_of(resolved, "solar_radio_flux_sfu"), "maximum": ends["maximum"]}


def _swept(data: Data, resolved: Resolved, altitudes: np.ndarray, quantities: tuple[str, ...]) -> pd.DataFrame:
    """Quantities at every altitude and activity, in one run of the model: altitude_km, activity, solar_radio_flux_sfu, …"""
    fluxes = activities(data, resolved)
    height, flux = (a.ravel() for a in np.meshgrid(altitudes, list(fluxes.values()), indexing="ij"))
    found = study.with_settings(resolved, {"orbit_altitude_km": height, "solar_radio_flux_sfu": flux}).compute(quantities)
    values = {q: np.broadcast_to(np.asarray(found[q], dtype=float), height.shape) for q in quantities}
    names = np.tile(list(fluxes), len(altitudes))
    return pd.DataFrame({"altitude_km": height, "activity": names, "solar_radio_flux_sfu": flux, **values})


def decay_and_propellant(data: Data, concept: str, case: str, at: At) -> pd.DataFrame:
    """What thin air costs by altitude and solar activity, and how soon it clears a dead satellite away.

    Columns: altitude_km, activity (minimum, own, maximum), solar_radio_flux_sfu, natural_decay_years,
    highest_self_cleaning_altitude_km (of the concept's own satellite), propellant_kg_per_t and disposal_kg_per_t (of the dry
    mass, over the service, with margin; the second without what keeping the orbit takes), disposal_rule_years,
    own_altitude_km, service_years.
    """
    resolved = orbit_of(data, concept, case, at)
    altitudes = np.arange(LOWEST_KM, HIGHEST_KM + 1, AIR_STEP_KM, dtype=float)
    mass = ("satellite_propellant_mass_kg", "satellite_dry_mass_kg")
    table = _swept(data, resolved, altitudes, (*mass, "natural_decay_years"))
    idle = _swept(data, study.with_settings(resolved, {"keeping_delta_v_m_per_s": 0.0}), altitudes, mass)
    clean = _swept(data, resolved, np.array([study.value_of(resolved, "orbit_altitude_km")]), (AIR[-1],))
    per_t = [1000 * t.pop(mass[0]) / t.pop(mass[1]) for t in (table, idle)]
    limits = table["activity"].map(clean.set_index("activity")[AIR[-1]])
    rule, own_km, years = (study.value_of(resolved, n) for n in (
        "disposal_rule_years", "orbit_altitude_km", "satellite_service_years"))  # fmt: skip
    return table.assign(highest_self_cleaning_altitude_km=limits, propellant_kg_per_t=per_t[0], disposal_kg_per_t=per_t[1],
                        disposal_rule_years=rule, own_altitude_km=own_km, service_years=years)  # fmt: skip


def decay_with_stated_mass(data: Data, concept: str, case: str, at: At) -> dict[str, float]:
    """The dry mass that drag is counted with, the satellite's mass as the study counts it, and natural decay with either:
    dry_mass_kg, mass_kg, decay_years, stated_decay_years. They differ where a proposal states its mass. [kg, years]
    """
    resolved = orbit_of(data, concept, case, at)
    names = ("satellite_dry_mass_kg", "satellite_mass_kg", "natural_decay_years")
    dry, mass, decay = (study.value_of(resolved, n) for n in names)
    stated = study.with_settings(resolved, {"satellite_dry_mass_kg": mass})
    return {"dry_mass_kg": dry, "mass_kg": mass, "decay_years": decay,
            "stated_decay_years": study.value_of(stated, "natural_decay_years")}  # fmt: skip


def thin_air_here(data: Data, concept: str, case: str, at: At) -> pd.DataFrame:
    """The same at the concept's own altitude: quantity, unit, minimum, own, maximum; the flux first."""
    resolved = orbit_of(data, concept, case, at)
    table = _swept(data, resolved, np.array([study.value_of(resolved, "orbit_altitude_km")]), AIR)
    wide = table.drop(columns="altitude_km").set_index("activity").T
    wide.insert(0, "unit", [data.quantity(q).unit for q in wide.index])
    return wide.rename_axis(index="quantity", columns=None).reset_index()


def _in_both_attitudes(data: Data, concept: str, case: str, at: At) -> dict[str, Resolved]:
    """The concept with the radiator's edge to the flight and to the Earth.

    The sink is the geometry's and a stated mass gives way to the sum of subsystems, since neither would move with the attitude.
    """
    basis = orbit_of(data, concept, case, at).side.choices["satellite_mass_basis"]
    alike = {"sink_basis": "geometry", "satellite_mass_basis": "budget" if basis == "stated" else basis}
    return {a: orbit_of(data, concept, case, at, {**alike, "radiator_attitude": a}) for a in ATTITUDES}


def attitudes(data: Data, concept: str, case: str, at: At) -> pd.DataFrame:
    """The radiator's two attitudes in the same words: quantity, unit, edge_to_flight, edge_to_earth."""
    return _wide(_in_both_attitudes(data, concept, case, at), ATTITUDE, data)


def attitudes_meet_km(data: Data, concept: str, case: str, at: At) -> float:
    """Altitude above which the cold attitude, edge to the Earth, makes the lighter satellite: the lowest altitude if it does at
    all, infinite if at none. [km]
    """
    altitudes = np.arange(LOWEST_KM, HIGHEST_KM + 1, AIR_STEP_KM, dtype=float)
    masses = [study.with_settings(r, {"orbit_altitude_km": altitudes}).compute(("satellite_mass_kg",))["satellite_mass_kg"]
              for r in _in_both_attitudes(data, concept, case, at).values()]  # fmt: skip
    gain = masses[0] - masses[1]
    lighter = np.flatnonzero(gain > 0)
    if not lighter.size:
        return np.inf
    first = lighter[0]
    if first == 0:
        return float(LOWEST_KM)
    share = -gain[first - 1] / (gain[first] - gain[first - 1])
    return float(altitudes[first - 1] + share * AIR_STEP_KM)


def laser_first(data: Data, concept: str, case: str, at: At) -> dict[str, float]:
    """Share of sunlight on an array that keeps square onto the orbit's normal, so that lasers need not turn: mean and worst,
    and the half angle through which they turn otherwise. [frac, deg]
    """
    names = ("fixed_array_pointing_year_mean_frac", "fixed_array_pointing_worst_frac", "laser_steering_half_angle_deg")
    return {n: float(v) for n, v in orbit_of(data, concept, case, at).compute(names).items()}


def oxygen_erosion(data: Data, concept: str, case: str, at: At) -> pd.DataFrame:
    """Bare polyimide that atomic oxygen takes in the service, on a face into the flow and on each face of the array.

    Columns: altitude_km, activity, solar_radio_flux_sfu, flow_um, array_um, own (the concept's altitude), service_years.
    """
    resolved = orbit_of(data, concept, case, at)
    own_km = study.value_of(resolved, "orbit_altitude_km")
    altitudes = np.array(sorted({*map(float, OXYGEN_ALTITUDES_KM), own_km}))
    depths = ("polyimide_erosion_mm", "array_polyimide_erosion_mm")
    table = _swept(data, resolved, altitudes, depths)
    flow, array = (units.convert(table.pop(q).to_numpy(), "mm", "um") for q in depths)
    years = study.value_of(resolved, "satellite_service_years")
    return table.assign(flow_um=flow, array_um=array, own=table["altitude_km"] == own_km, service_years=years)
