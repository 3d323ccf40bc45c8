"""Words about an orbit's sunlight and about staying there, right for every concept, altitude, local time and activity."""

import numpy as np
import pandas as pd

from earth_or_orbit import units
from earth_or_orbit.drawing.names import name_of
from earth_or_orbit.drawing.numbers import spoken
from earth_or_orbit.drawing.sunlight import clock
from earth_or_orbit.facts import Data
from earth_or_orbit.tables import cluster, sunlight
from earth_or_orbit.tables.sunlight import At

# Words, shown unit, and the same unit as conversion reads it.
SHOWN = {
    "orbit_altitude_km": ("altitude", "km", "km"),
    "orbit_inclination_deg": ("inclination", "°", "deg"),
    "sunlit_fraction_year_mean_frac": ("in sunlight", "% of the year", "percent"),
    "umbra_fraction_year_mean_frac": ("in the umbra, the Sun all hidden", "% of the year", "percent"),
    "eclipse_fraction_year_mean_frac": ("in the cylinder of shadow, as counted", "% of the year", "percent"),
    "penumbra_fraction_year_mean_frac": ("in any shadow, penumbra included", "% of the year", "percent"),
    "oblate_eclipse_fraction_year_mean_frac": ("in the cylinder behind the flattened Earth", "% of the year", "percent"),
    "longest_eclipse_min": ("longest eclipse", "min", "min"),
    "eclipse_season_days": ("days with eclipses", "a year", "day"),
    "eclipsed_orbits_per_year": ("eclipses", "a year", "1/year"),
    "satellite_battery_kwh": ("battery for the longest eclipse", "kWh", "kWh"),
    "battery_cycle_depth_frac": ("discharge that the battery's cycle life allows", "%", "percent"),
    "satellite_battery_mass_kg": ("mass of this battery", "kg", "kg"),
    "satellite_array_power_kw": ("array power at the end of life", "kW", "kW"),
    "satellite_array_area_m2": ("array", "m²", "m**2"),
    "satellite_array_mass_kg": ("mass of this array", "kg", "kg"),
    "array_remaining_frac": ("array power left at the end of life", "%", "percent"),
    "satellite_mass_kg": ("satellite", "t", "tonne"),
    "launches_per_year": (f"launches for {sunlight.POWER_MW:g} MW", "a year", "1/year"),
    "cost_per_accelerator_hour_usd": ("cost per delivered accelerator-hour", "USD/h", "USD/h"),
    "solar_radio_flux_sfu": ("solar radio flux", "sfu", "sfu"),
    "air_density_kg_per_m3": ("density of the air", "kg/m³", "kg/m**3"),
    "drag_delta_v_m_per_s_year": ("drag to make up for", "m/s a year", "m/s/year"),
    "avoidance_delta_v_m_per_s_year": ("avoiding other objects", "m/s a year", "m/s/year"),
    "keeping_delta_v_m_per_s": ("keeping the orbit, over the service", "m/s", "m/s"),
    "disposal_delta_v_m_per_s": ("the way down at the end", "m/s", "m/s"),
    "satellite_delta_v_m_per_s": ("all, with margin", "m/s", "m/s"),
    "satellite_propellant_mass_kg": ("propellant", "kg", "kg"),
    "satellite_dry_mass_kg": ("satellite without propellant", "t", "tonne"),
    "natural_decay_years": ("natural decay once dead", "years", "year"),
    "highest_self_cleaning_altitude_km": ("highest altitude that meets the rule by itself", "km", "km"),
    "radiator_nadir_share_frac": ("share of one radiator face that looks straight down", "%", "percent"),
    "sink_temperature_k": ("temperature that the radiator sees", "K", "K"),
    "radiator_area_m2": ("radiator", "m²", "m**2"),
    "radiator_flow_share_frac": ("share of the radiator that meets the air", "%", "percent"),
    "satellite_drag_area_m2": ("area that drags", "m²", "m**2"),
    "laser_steering_half_angle_deg": ("lasers to neighbours turn through, each way", "°", "deg"),
}  # fmt: skip
BASES = {"": "", "budget": ", by subsystem", "parts": ", from a flown bus", "stated": ", as its maker states"}
ATTITUDES = {"edge_to_flight": "edge to the Sun and the flight", "edge_to_earth": "edge to the Sun and the Earth"}
DESIGNS = {
    "free_fall": ("square lattice in the orbit's plane", "free fall on 2:1 ellipses; distances swing between one and two times"),
    "rigid": ("hexagonal lattice in a tilted plane", "circles that turn as one body; some members' inclination is held"),
    "stacked": ("tilted planes behind each other", "nobody stands in another's sun; ours is a construction of our own"),
}
HOLDING = {
    "free_fall": "let the trimmed pattern turn",
    "unequal_drag": "undo each hundredth by which members' drag differs",
    "published": "bound that the proposal prints",
    "pattern": "undo the turn, so that the pattern keeps its place",
    "equator": "fly back each orbit's drift, untrimmed start over the equator",
    "pole": "fly back each orbit's drift, untrimmed start over the pole",
    "tilted": "hold the plane tilted across the track",
    "whole_drag": "for scale: all of one satellite's drag",
}
WHEN = {"minimum": "at solar minimum", "own": "at the activity that this study counts", "maximum": "at solar maximum"}
BUS_NOTE = {
    "parts": "The flown bus has the battery of its own, inclined orbit on board whatever the plane, so that its rows move less. ",
    "stated": "A stated mass does not move with the plane. ",
    "budget": "",
}


def _time(years: float) -> str:
    """A time in words: years, or days where it is less than a tenth of one."""
    short = units.convert(years, "year", "day")
    return f"{spoken(years)} years" if years >= 0.1 else f"{spoken(short, 2)} days"  # structure: where days read better


def _shown(quantity: str, unit: str, value: float) -> str:
    return spoken(units.convert(value, unit, SHOWN[quantity][2]))


def _printed(table: pd.DataFrame, columns: dict[str, str]) -> pd.DataFrame:
    """A wide table in words: a row per quantity, its unit as shown, a column per case."""
    rows = []
    for row in table.to_dict("records"):
        words, unit, _ = SHOWN[row["quantity"]]
        values = [_shown(row["quantity"], row["unit"], float(row[c])) for c in columns]
        rows.append((words + BASES[row.get("basis", "")], unit, *values))
    return pd.DataFrame(rows, columns=["Of one satellite", "Unit", *columns.values()]).set_index("Of one satellite").rename_axis(
        index=None, columns="Of one satellite")  # fmt: skip


def _value(table: pd.DataFrame, quantity: str, column: str, basis: str = "") -> float:
    own = table[(table["quantity"] == quantity) & (table.get("basis", "") == basis)]
    return float(own[column].iloc[0])


def _own_plane(data: Data, concept: str, case: str, at: At) -> tuple[float, float]:
    """Altitude and local time of the concept's own plane. [km, h]"""
    inputs = sunlight.orbit_of(data, concept, case, at)
    values = {**inputs.inputs, **inputs.settings}
    return float(values["orbit_altitude_km"]), float(values["ascending_node_local_time_h"])


def _plane_names(data: Data, concept: str, case: str, at: At) -> dict[str, str]:
    tilt = _value(sunlight.sunlight_of_planes(data, concept, case, at), "orbit_inclination_deg", "inclined")
    turning = {"own": _own_plane(data, concept, case, at)[1], "noon": sunlight.NOON_H}
    return {**{p: f"sun-synchronous, node at {clock(h)}" for p, h in turning.items()}, "inclined": f"filed {tilt:g}° plane"}


def sunlight_answer(data: Data, concept: str, case: str, at: At) -> str:
    """Sunlight of one concept's orbit, and what it takes to stay there and to leave."""
    height, time_h = _own_plane(data, concept, case, at)
    planes, air = sunlight.sunlight_of_planes(data, concept, case, at), sunlight.thin_air_here(data, concept, case, at)
    share, longest = (_value(planes, q, "own") for q in ("sunlit_fraction_year_mean_frac", "longest_eclipse_min"))
    propellant, dry, decay = (_value(air, q, "own") for q in (
        "satellite_propellant_mass_kg", "satellite_dry_mass_kg", "natural_decay_years"))  # fmt: skip
    table = sunlight.decay_and_propellant(data, concept, case, at)
    years, rule = float(table["service_years"].iloc[0]), float(table["disposal_rule_years"].iloc[0])
    dark = f"the longest eclipse takes {spoken(longest)} minutes" if longest > 0 else "it meets no eclipse"
    return (
        f"**{name_of('concepts', concept)}, {name_of('cases', case)} case:** at {height:,.0f} km, with its node at "
        f"{clock(time_h)}, the orbit is in sunlight for {spoken(100 * share)} % of the year, and {dark}. To stay there for "
        f"{years:g} years and to come down takes {spoken(1000 * propellant / dry)} kg of propellant per tonne; a satellite that "
        f"dies there comes down by itself in {_time(decay)}, where the rule allows {rule:g} years."
    )


def printed_sunlight(data: Data, concept: str, case: str, at: At) -> pd.DataFrame:
    """A year's sunlight in the concept's plane, over noon, and in the filed inclined plane."""
    table = sunlight.sunlight_of_planes(data, concept, case, at)
    return _printed(table, _plane_names(data, concept, case, at)).rename_axis(columns="One orbit")


def sunlight_reading(data: Data, concept: str, case: str, at: At) -> str:
    """What the plane is worth in sunlight, and how sure the figure is."""
    table, names = sunlight.sunlight_of_planes(data, concept, case, at), _plane_names(data, concept, case, at)
    dark, flat, umbra, any_shadow = ({p: 100 * _value(table, f"{q}_fraction_year_mean_frac", p) for p in sunlight.PLANES}
                                     for q in ("eclipse", "oblate_eclipse", "umbra", "penumbra"))  # fmt: skip
    free = sunlight.eclipse_by_altitude_and_season(data, concept, case, at)["eclipse_free_altitude_km"].iloc[0]
    above = (f"Its plane meets no eclipse at all from {free:,.0f} km on." if np.isfinite(free)
             else "At its local time no altitude up to 3,000 km is free of eclipses.")  # fmt: skip
    return (
        f"The orbit is in shadow for {spoken(dark['own'])} % of the year ({names['own']}), against {spoken(dark['noon'])} % "
        f"({names['noon']}) and {spoken(dark['inclined'])} % ({names['inclined']}). {above} The flattened Earth takes "
        f"{spoken(dark['own'] - flat['own'], 2)} points off the first figure, and the Sun's width spreads it over "
        f"{spoken(any_shadow['own'] - umbra['own'], 2)} points between umbra and penumbra."
    )


def printed_power(data: Data, concept: str, case: str, at: At) -> pd.DataFrame:
    """What the same eclipses ask of battery and array, and what the satellite then weighs and costs."""
    return _printed(sunlight.power_of_planes(data, concept, case, at), _plane_names(data, concept, case, at))


def power_reading(data: Data, concept: str, case: str, at: At) -> str:
    """What the plane is worth in battery, array and cost, with the launch's share told apart."""
    table, names = sunlight.power_of_planes(data, concept, case, at), _plane_names(data, concept, case, at)
    battery, array = ({p: _value(table, q, p) for p in sunlight.PLANES} for q in (
        "satellite_battery_kwh", "satellite_array_area_m2"))  # fmt: skip
    cost = {p: _value(table, sunlight.COST[-1], p, "budget") for p in sunlight.PLANES}
    basis = next(b for b in table["basis"] if b)
    said = []
    for counted in dict.fromkeys(("budget", basis)):
        lifted, whole = sunlight.cost_lifted_in_full_usd(data, concept, case, at, counted)
        as_it_is = _value(table, sunlight.COST[-1], "own", counted)
        against = "less than" if whole < as_it_is else "still more than"
        said.append(f"USD {spoken(whole)}{BASES[counted]}, {against} the USD {spoken(as_it_is)} of the orbit as it is")
    launch = "The launch is priced by the kilogram here, whatever the plane."
    if not np.isclose(lifted, whole, rtol=1e-6):  # structure: rounding
        launch = (
            "All columns are lifted with the payload to a sun-synchronous orbit. An eastward launch lifts more: with the "
            "vehicle's whole payload to a low orbit, which is the most that it can gain, an accelerator-hour in the "
            f"{names['inclined']} would cost {'; and '.join(said)}."
        )
    return (
        f"From the orbit as it is to the {names['inclined']} the battery goes from {spoken(battery['own'])} to "
        f"{spoken(battery['inclined'])} kWh and the array from {spoken(array['own'])} to {spoken(array['inclined'])} m². By "
        f"subsystem an accelerator-hour goes from USD {spoken(cost['own'])} to {spoken(cost['inclined'])}. "
        f"{BUS_NOTE[basis]}{launch}"
    )


def printed_propagators(data: Data) -> pd.DataFrame:
    """A year's shadow by independent programs beside ours, in per cent of the year."""
    table = sunlight.beside_propagators(data)
    rows = [(r.tool, f"{r.orbit_altitude_km:,g} km, {r.orbit_inclination_deg:g}°", r.shadow, r.earth,
             f"{100 * r.theirs_frac:.3f}", f"{100 * r.ours_frac:.3f}", f"{100 * r.difference_frac:+.3f}".replace("-", "−"))
            for r in table.itertuples()]  # fmt: skip
    columns = ["Program", "Orbit", "Shadow", "Earth", "% of the year", "Ours", "Points apart"]
    return pd.DataFrame(rows, columns=columns).set_index("Program").rename_axis(index=None, columns="Program")


def propagators_reading(data: Data) -> str:
    """How far the independent programs are from ours at most."""
    table = sunlight.beside_propagators(data)
    worst = 100 * table.groupby("tool")["difference_frac"].agg(lambda d: d.abs().max())
    said = "; ".join(f"{tool}: {spoken(points, 2)} points at most" for tool, points in worst.items())
    return f"Ours against theirs over a year, for the same Earth: {said}."


def peer_reading(data: Data) -> str:
    """An open model's error with its orbit, in one sentence, with our own number beside."""
    peer = sunlight.peer_model(data)
    said, run, plane, year = (spoken(100 * peer[f"{n}_frac"], d) for n, d in (
        ("said", 1), ("run", 3), ("sun_in_plane", 3), ("dawn_dusk", 3)))  # fmt: skip
    return (
        f"The open model spacedc-mdao says that its flagship's dawn-dusk orbit at {peer['altitude_km']:,.0f} km is in shadow for "
        f"{said} % of the time and runs it at {run} %, because it leaves the Sun in the orbit's plane; ours are "
        f"{plane} % with the Sun in the plane, and {year} % for the dawn-dusk year at that altitude."
    )


def printed_thin_air(data: Data, concept: str, case: str, at: At) -> pd.DataFrame:
    """What the air costs at the concept's altitude, at three levels of solar activity."""
    names = {activity: name_of("activity", activity) for activity in sunlight.ACTIVITIES}
    return _printed(sunlight.thin_air_here(data, concept, case, at), names)


def thin_air_reading(data: Data, concept: str, case: str, at: At) -> str:
    """Which part of the propellant is the air's, which altitude takes least, and whether the rule is met without thrust."""
    here = sunlight.thin_air_here(data, concept, case, at)
    table = sunlight.decay_and_propellant(data, concept, case, at)
    years, rule = float(table["service_years"].iloc[0]), float(table["disposal_rule_years"].iloc[0])
    drag = years * _value(here, "drag_delta_v_m_per_s_year", "own")
    avoided = years * _value(here, "avoidance_delta_v_m_per_s_year", "own")
    down = _value(here, "disposal_delta_v_m_per_s", "own")
    own = table[table["activity"] == "own"]
    least = own.loc[own["propellant_kg_per_t"].idxmin()]
    decay = {a: _value(here, "natural_decay_years", a) for a in sunlight.ACTIVITIES}
    meets = [WHEN[a] for a in sunlight.ACTIVITIES if decay[a] <= rule]
    verdict = f"comes down within the rule's {rule:g} years by itself {' and '.join(meets) or 'at none of the three activities'}"
    mass = sunlight.decay_with_stated_mass(data, concept, case, at)
    stated = ""
    if mass["mass_kg"] < mass["dry_mass_kg"]:
        stated = (
            f" Drag is counted on the sum of subsystems, {spoken(mass['dry_mass_kg'] / 1000)} t without propellant; with the "
            f"{spoken(mass['mass_kg'] / 1000)} t that the maker states, decay takes {_time(mass['stated_decay_years'])}."
        )
    return (
        f"Over {years:g} years drag takes {spoken(drag)} m/s, avoiding others {spoken(avoided)} m/s, and the way down "
        f"{spoken(down)} m/s. Least propellant, {spoken(least['propellant_kg_per_t'])} kg per tonne, is needed near "
        f"{least['altitude_km']:,.0f} km. A dead satellite at this altitude {verdict}.{stated}"
    )


def printed_attitudes(data: Data, concept: str, case: str, at: At) -> pd.DataFrame:
    """The radiator's two attitudes in the same words."""
    return _printed(sunlight.attitudes(data, concept, case, at), ATTITUDES)


def attitude_reading(data: Data, concept: str, case: str, at: At) -> str:
    """What either attitude wins, where the balance turns, and what the lasers' wish would cost in sunlight."""
    table = sunlight.attitudes(data, concept, case, at)
    warm, cold = sunlight.ATTITUDES
    area, drag, mass = ({a: _value(table, q, a) for a in sunlight.ATTITUDES} for q in (
        "radiator_area_m2", "drag_delta_v_m_per_s_year", "satellite_mass_kg"))  # fmt: skip
    meet = sunlight.attitudes_meet_km(data, concept, case, at)
    if np.isinf(meet):
        turn = "At no altitude from 300 to 2,000 km does that attitude make the lighter satellite."
    elif meet <= sunlight.LOWEST_KM:
        turn = "That attitude makes the lighter satellite at every altitude from 300 to 2,000 km."
    else:
        turn = f"That attitude makes the lighter satellite from {meet:,.0f} km on; below, its propellant outweighs what it saves."
    gain = (mass[warm] - mass[cold]) / mass[warm]
    laser = sunlight.laser_first(data, concept, case, at)
    mean, worst = (100 * (1 - laser[f"fixed_array_pointing_{q}_frac"]) for q in ("year_mean", "worst"))
    choice = ATTITUDES[sunlight.orbit_of(data, concept, case, at).side.choices["radiator_attitude"]]
    smaller = 1 - area[cold] / area[warm]
    return (
        f"With its edge to the Earth the radiator is {spoken(100 * abs(smaller))} % {'smaller' if smaller >= 0 else 'larger'} "
        f"and drag is {spoken(drag[cold] / drag[warm])} times as strong; the satellite weighs {spoken(100 * abs(gain))} % "
        f"{'less' if gain >= 0 else 'more'}. {turn} The study flies the radiator with its {choice}. The lasers' wish is for a "
        "body that stands still between its neighbours: then the array, square onto the orbit's plane, would lose "
        f"{spoken(mean)} % of its sunlight in a year's mean and {spoken(worst)} % in the worst season, or else lasers turn "
        f"through {spoken(laser['laser_steering_half_angle_deg'])}° each way on every turn."
    )


def printed_oxygen(data: Data, concept: str, case: str, at: At) -> pd.DataFrame:
    """Bare polyimide taken by atomic oxygen over the service: a face into the flow, and each face of the array."""
    table = sunlight.oxygen_erosion(data, concept, case, at)
    rows = []
    for height, own in table.groupby("altitude_km"):
        faces = own.set_index("activity")
        cells = [spoken(faces.loc[a, c]) for c in ("flow_um", "array_um") for a in sunlight.ACTIVITIES]
        rows.append((f"{height:,.0f} km" + (", this orbit" if own["own"].any() else ""), *cells))
    names = [name_of("activity", a) for a in sunlight.ACTIVITIES]
    columns = ["Altitude", *(f"{face} [µm], {n}" for face in ("into the flow", "array face") for n in names)]
    return pd.DataFrame(rows, columns=columns).set_index("Altitude").rename_axis(index=None, columns="Altitude")


def oxygen_reading(data: Data, concept: str, case: str, at: At) -> str:
    """What oxygen takes from bare film at the concept's altitude and at the lowest one shown."""
    table = sunlight.oxygen_erosion(data, concept, case, at)
    years, own = float(table["service_years"].iloc[0]), table[table["activity"] == "own"]
    here, low = own[own["own"]].iloc[0], own.iloc[0]
    said = (f"In {years:g} years bare film would lose {spoken(here['flow_um'])} µm on a face into the flow and "
            f"{spoken(here['array_um'])} µm on each face of the array")  # fmt: skip
    if here["altitude_km"] == low["altitude_km"]:
        return f"{said}."
    return f"{said}; at {low['altitude_km']:,.0f} km it would be {spoken(low['flow_um'])} and {spoken(low['array_um'])} µm."


def printed_packing(data: Data) -> pd.DataFrame:
    """How many members three designs hold at one size, published and ours, and what each rests on."""
    rows = [(DESIGNS[r.design][0], f"{r.published:g}", f"{r.counted:g}", spoken(r.by_law), DESIGNS[r.design][1])
            for r in cluster.packing_limits(data).itertuples()]  # fmt: skip
    columns = ["Design", "Published", "Ours, counted", "By area or law", "What it rests on"]
    return pd.DataFrame(rows, columns=columns).set_index("Design").rename_axis(index=None, columns="Design")


def printed_formation(data: Data, concept: str, case: str, at: At) -> pd.DataFrame:
    """Speed change a year to hold a cluster of the published size in the concept's orbit."""
    table = cluster.formation_costs(data, sunlight.orbit_of(data, concept, case, at))
    rows = [(HOLDING[r.what], spoken(r.delta_v_m_per_s_year)) for r in table.itertuples()]
    columns = ["What is held", "Δv [m/s a year]"]
    return pd.DataFrame(rows, columns=columns).set_index("What is held").rename_axis(index=None, columns="What is held")


def formation_reading(data: Data, concept: str, case: str, at: At) -> str:
    """What the Earth's flattening does to a cluster in the concept's orbit, and what holding it weighs at Google's."""
    drift = cluster.drifts_per_orbit(data, sunlight.orbit_of(data, concept, case, at))
    kg = cluster.propellant_of_formation(data, case, at)
    ways = {u: f"{spoken(abs(drift[f'{u}_m']))} m {'ahead' if drift[f'{u}_m'] > 0 else 'back'}" for u in ("equator", "pole")}
    return (
        f"Left untrimmed, a member started {drift['height_m']:g} m above the centre drifts {ways['equator']} along the track in "
        f"each orbit if it starts over the equator and {ways['pole']} if over the pole; the whole pattern turns by "
        f"{spoken(abs(drift['turn_deg_per_day']))}° a day, which leaves all distances as they are. A satellite of Google's "
        f"cluster at {kg['altitude_km']:,.0f} km carries {spoken(kg['cluster'])} kg of propellant in formation and would carry "
        f"{spoken(kg['alone'])} kg alone."
    )
