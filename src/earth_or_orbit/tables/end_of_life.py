"""Tidy tables of the end of life: re-entries, people beneath them, derelicts, objects to avoid, and the night sky."""

import csv

import numpy as np
import pandas as pd

from earth_or_orbit import scenario, series, study, units
from earth_or_orbit.facts import Data
from earth_or_orbit.quantities import disposal, end_of_life, flight, launch
from earth_or_orbit.study import Resolved
from earth_or_orbit.tables.assembly import values_of
from earth_or_orbit.tables.mass_and_power import fact_of, number, weighed_mass_kg
from earth_or_orbit.tables.places import fleet

POPULATION = "orbit_population.csv"
FLEET_MW = 100.0  # average IT power of the fleet from which one satellite is taken; nothing per satellite depends on it
ENDS = ("satellites_count", "satellite_mass_kg", "satellite_service_years", "orbit_altitude_km", "satellite_tumbling_area_m2",
        "satellite_array_area_m2", "radiator_built_area_m2", "reference_satellite_area_m2", "satellite_alumina_frac",
        "reference_satellite_manoeuvres_count_per_year", "disposal_spiral_days", "disposal_delta_v_m_per_s",
        "specific_impulse_s")  # fmt: skip
AIR = ("air_altitude_axis_km", "air_solar_flux_axis_sfu", "air_density_grid_kg_per_m3")
OWN = "data_centre_satellite"
SKIES = ("million_satellites_no_mitigation", "half_a_million_unmitigated", "half_a_million_mitigated")


def population(data: Data) -> pd.DataFrame:
    """Objects of low orbit by altitude: shell_low_km, shell_high_km, satellites_count (Starlinks included), starlink_count,
    debris_count (with rocket stages), objects_count, objects_count_per_km3, and others_count_per_km3 (without Starlinks).
    """
    with (data.root / "data" / "series" / POPULATION).open(encoding="utf-8", newline="") as file:
        table = pd.DataFrame([{name: float(value) for name, value in row.items()} for row in csv.DictReader(file)])
    volume = end_of_life.shell_volume_km3(table["shell_low_km"].to_numpy(), table["shell_high_km"].to_numpy())
    objects = table["satellites_count"] + table["debris_count"]
    return table.assign(objects_count=objects, objects_count_per_km3=objects / volume, volume_km3=volume,
                        others_count_per_km3=(objects - table["starlink_count"]) / volume)  # fmt: skip


def _shell(table: pd.DataFrame, altitude_km: float) -> pd.Series:
    """The shell that holds an altitude; the nearest one where it lies just at the table's end, nan beyond."""
    found = table[(table["shell_low_km"] <= altitude_km) & (altitude_km < table["shell_high_km"])]
    last = table["shell_high_km"].iloc[-1]
    if altitude_km == last:
        return table.iloc[-1]
    return found.iloc[0] if len(found) else table.iloc[0] * np.nan


def reference_density_count_per_km3(data: Data, table: pd.DataFrame) -> float:
    """Objects per volume that the flown fleet dodges: all but its own where it counted its manoeuvres. [1/km3]"""
    return float(_shell(table, fact_of(data, "starlink_fleet", "reference_shell_altitude_km"))["others_count_per_km3"])


def collision_wait_days(data: Data) -> float:
    """Mean time to a collision in low orbit if nobody dodges, by this study's table as a gas, the [crash-clock] areas. [days]"""
    table = population(data)
    middle = (table["shell_low_km"] + table["shell_high_km"]).to_numpy() / 2
    speed, volume = end_of_life.encounter_speed_km_per_s(middle), table["volume_km3"].to_numpy()
    satellites, debris = (table[name].to_numpy() for name in ("satellites_count", "debris_count"))
    areas = [fact_of(data, name, "collision_area_m2") for name in ("catalogued_satellites", "catalogued_debris")]
    among = end_of_life.shell_collisions_count_per_year(satellites, volume, areas[0], speed)
    with_debris = end_of_life.collisions_count_per_year(satellites, debris / volume, areas[1], speed)
    return units.convert(1.0, "year", "day") / float(np.sum(among + with_debris))


def casualty_checks(data: Data) -> pd.DataFrame:
    """Published risks of single re-entries and of fleets beside this study's formula: subject, what, published, ours.

    `what` is count (people hit by one re-entry) or count_per_year.
    """
    person, people = fact_of(data, "reentry_hazard", "human_area_m2"), fact_of(data, "uars", "population_count_per_km2")

    def ours(fragments: float, area: float) -> float:
        hit = end_of_life.fragment_casualty_area_m2(person, area)
        return float(end_of_life.reentry_casualties_count(fragments, hit, people))

    uars = ours(fact_of(data, "uars", "surviving_fragments_count"), fact_of(data, "uars", "fragment_area_m2"))
    small = fact_of(data, "aerospace_starlink", "fragment_area_m2")
    rows = [
        ("uars", "count", fact_of(data, "uars", "reentry_casualties_count"), uars),
        ("faa_2035", "count_per_year", fact_of(data, "faa_2035", "reentry_casualties_count_per_year"),
         ours(fact_of(data, "faa_2035", "hazardous_fragments_count_per_year"), small)),
        ("spacex_first_design", "count", fact_of(data, "spacex_first_design", "reentry_casualties_count"), np.nan),
        ("spacex_v2_mini", "count", fact_of(data, "spacex_v2_mini", "reentry_casualties_count"), np.nan),
        ("casualty_rule", "count", fact_of(data, "casualty_rule", "reentry_casualties_count"), np.nan),
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["subject", "what", "published", "ours"])


def casualties_of_one(data: Data, satellite_mass_kg: float) -> dict[str, float]:
    """People hit by one uncontrolled re-entry of a satellite of this mass: claimed, central and upper.

    Claimed: SpaceX's figure for its newest satellites, by mass. Upper: as much hazardous mass as UARS had, in the central pieces.
    """
    person = fact_of(data, "reentry_hazard", "human_area_m2")
    people = fact_of(data, "sun_synchronous_orbit", "population_count_per_km2")
    piece, area = fact_of(data, OWN, "fragment_mass_kg"), fact_of(data, OWN, "fragment_area_m2")
    hit = end_of_life.fragment_casualty_area_m2(person, area)

    def one(hazard_frac: float) -> float:
        pieces = end_of_life.surviving_fragments_count(satellite_mass_kg, hazard_frac, piece)
        return float(end_of_life.reentry_casualties_count(pieces, hit, people))

    claim = fact_of(data, "spacex_v2_mini", "reentry_casualties_count") * satellite_mass_kg / weighed_mass_kg(data)
    return {"claimed": claim, "central": one(fact_of(data, OWN, "reentry_hazard_mass_frac")),
            "upper": one(fact_of(data, "uars", "reentry_hazard_mass_frac"))}  # fmt: skip


def _decay_years(data: Data, ready: Resolved, mass_kg: float, altitudes_km: np.ndarray) -> np.ndarray:
    """Natural decay of a dead satellite of this mass from some altitudes; nan outside the table of air. [years]"""
    drag, area, flux = (number(study.value_of(ready, n)) for n in (
        "drag_coefficient_ratio", "satellite_tumbling_area_m2", "solar_radio_flux_sfu"))  # fmt: skip
    per_kg = flight.ballistic_area_m2_per_kg(drag, area, mass_kg)
    return np.asarray(flight.natural_decay_years(altitudes_km, flux, per_kg, *(series.array(name) for name in AIR)))


def ends(data: Data, concept: str, case: str, satellites_count: float, fleet_age_years: float) -> dict[str, float]:
    """The end of life of a standing fleet of one concept's satellites, whatever its size. Every value per fleet unless named.

    satellites_count, satellite_mass_kg, service_years, reentries_per_day, reentering_kg_per_year, alumina_ratio (over what
    meteoroids bring); casualties_one_ and casualties_year_ claimed, central, upper (uncontrolled); burn_propellant_frac and
    spiral_propellant_frac (of the mass), spiral_days; derelicts_per_year, decay_years, derelicts_count at the fleet's age,
    shell_objects_count and derelicts_over_objects_ratio; manoeuvres_by_area and manoeuvres (by area and density) of one
    satellite in a year, collisions_per_year (with what is catalogued, nobody dodging), density_ratio, radius_km.
    """
    ready = fleet(data, concept, case, FLEET_MW)
    own = values_of(ready, ENDS) | {"satellites_count": satellites_count}
    mass, years, height = own["satellite_mass_kg"], own["satellite_service_years"], own["orbit_altitude_km"]
    daily = end_of_life.fleet_reentries_per_day(satellites_count, years)
    falling = satellites_count * mass / years
    alumina = launch.alumina_kg_per_year(falling, own["satellite_alumina_frac"])
    uncontrolled = fact_of(data, "disposal_uncontrolled", "uncontrolled_reentry_frac")
    one = casualties_of_one(data, mass)
    yearly = {name: float(end_of_life.reentry_casualties_count_per_year(daily, v, uncontrolled)) for name, v in one.items()}
    return {
        "satellites_count": satellites_count, "satellite_mass_kg": mass, "service_years": years, "orbit_altitude_km": height,
        "reentries_per_day": daily, "reentering_kg_per_year": falling,
        "alumina_ratio": end_of_life.alumina_over_natural_ratio(
            alumina, fact_of(data, "natural_infall", "natural_alumina_kg_per_year")),
        **{f"casualties_one_{name}": value for name, value in one.items()},
        **{f"casualties_year_{name}": value for name, value in yearly.items()},
        **_ways_down(data, own), **_left_behind(data, ready, own, fleet_age_years), **_traffic(data, own),
    }  # fmt: skip


def _ways_down(data: Data, own: dict[str, float]) -> dict[str, float]:
    mass, perigee = own["satellite_mass_kg"], fact_of(data, "disposal_by_burn", "disposal_perigee_km")
    burn = disposal.disposal_delta_v_m_per_s__perigee_burn(own["orbit_altitude_km"], perigee)
    impulse = fact_of(data, "bipropellant_thruster", "chemical_specific_impulse_s")
    spiral = end_of_life.disposal_propellant_kg(mass, own["disposal_delta_v_m_per_s"], own["specific_impulse_s"])
    return {"burn_propellant_frac": float(end_of_life.disposal_propellant_kg(mass, burn, impulse) / mass),
            "spiral_propellant_frac": float(spiral / mass), "spiral_days": own["disposal_spiral_days"]}  # fmt: skip


def _left_behind(data: Data, ready: Resolved, own: dict[str, float], fleet_age_years: float) -> dict[str, float]:
    dead = fact_of(data, "starlink_fleet", "undisposed_satellite_frac")
    made = end_of_life.derelicts_made_count_per_year(own["satellites_count"], own["satellite_service_years"], dead)
    decay = float(_decay_years(data, ready, own["satellite_mass_kg"], np.array([own["orbit_altitude_km"]]))[0])
    standing = float(end_of_life.derelicts_standing_count(made, decay, fleet_age_years))
    objects = float(_shell(population(data), own["orbit_altitude_km"])["objects_count"])
    return {"derelicts_per_year": made, "decay_years": decay, "derelicts_count": standing, "shell_objects_count": objects,
            "derelicts_over_objects_ratio": standing / objects}  # fmt: skip


def _traffic(data: Data, own: dict[str, float]) -> dict[str, float]:
    table = population(data)
    density = float(_shell(table, own["orbit_altitude_km"])["objects_count_per_km3"])
    reference = reference_density_count_per_km3(data, table)
    area = (own["satellite_array_area_m2"] + own["radiator_built_area_m2"]) / own["reference_satellite_area_m2"]
    flown = own["reference_satellite_manoeuvres_count_per_year"]
    speed = float(end_of_life.encounter_speed_km_per_s(own["orbit_altitude_km"]))
    met = end_of_life.collisions_count_per_year(own["satellites_count"], density, own["satellite_tumbling_area_m2"], speed)
    return {"manoeuvres_by_area": flown * area, "density_ratio": density / reference, "area_ratio": area,
            "manoeuvres": float(end_of_life.manoeuvres_count_per_year(flown, density, reference, area)),
            "collisions_per_year": met,
            "radius_km": float(end_of_life.screening_radius_km(flown, reference, end_of_life.encounter_speed_km_per_s(
                fact_of(data, "starlink_fleet", "reference_shell_altitude_km"))))}  # fmt: skip


def every_end(data: Data, case: str, it_power_average_mw: float, fleet_age_years: float) -> pd.DataFrame:
    """The same for every concept at one IT power: concept and the columns of `ends`."""
    rows = []
    for concept in scenario.names("orbit", data.root):
        count = values_of(fleet(data, concept, case, it_power_average_mw), ("satellites_count",))["satellites_count"]
        rows.append({"concept": concept, **ends(data, concept, case, count, fleet_age_years)})
    return pd.DataFrame(rows)


def by_altitude(data: Data, concept: str, case: str, it_power_average_mw: float, fleet_age_years: float) -> pd.DataFrame:
    """By altitude: objects in each shell, manoeuvres of a satellite as large as the flown one, decay of the concept's dead
    satellites and how many of them stand.

    Columns: those of `population`; altitude_km (middle), manoeuvres, decay_years, derelicts_count, own_altitude_km,
    reference_altitude_km, reference_manoeuvres.
    """
    ready = fleet(data, concept, case, it_power_average_mw)
    own, table = values_of(ready, ENDS), population(data)
    middle = ((table["shell_low_km"] + table["shell_high_km"]) / 2).to_numpy()
    decay = _decay_years(data, ready, own["satellite_mass_kg"], middle)
    dead = fact_of(data, "starlink_fleet", "undisposed_satellite_frac")
    made = end_of_life.derelicts_made_count_per_year(own["satellites_count"], own["satellite_service_years"], dead)
    flown = own["reference_satellite_manoeuvres_count_per_year"]
    moved = end_of_life.manoeuvres_count_per_year(
        flown, table["objects_count_per_km3"].to_numpy(), reference_density_count_per_km3(data, table), 1.0
    )
    return table.assign(altitude_km=middle, manoeuvres=moved, decay_years=decay,
                        derelicts_count=end_of_life.derelicts_standing_count(made, decay, fleet_age_years),
                        own_altitude_km=own["orbit_altitude_km"],
                        reference_altitude_km=fact_of(data, "starlink_fleet", "reference_shell_altitude_km"),
                        reference_manoeuvres=flown)  # fmt: skip


def sky(data: Data, satellites_count: float) -> pd.DataFrame:
    """Satellites that the eye would see at once, by proportion from published counts: study, visible_frac, stars_count,
    visible_count, source_id.
    """
    rows = []
    for subject in SKIES:
        share, stars = (fact_of(data, subject, n) for n in ("visible_satellite_frac", "visible_stars_count"))
        source = data.rows(subject, "visible_satellite_frac")[0].source_id
        rows.append((subject, share, stars, end_of_life.visible_satellites_count(satellites_count, share), source))
    return pd.DataFrame(rows, columns=["study", "visible_frac", "stars_count", "visible_count", "source_id"])


def sky_texts(data: Data) -> pd.DataFrame:
    """What published studies say of the night sky in words: text, source_id."""
    rows = [(f.text_value, f.source_id) for f in data.facts if f.quantity == "night_sky_text"]
    return pd.DataFrame(rows, columns=["text", "source_id"])


def seen_reentries(data: Data) -> pd.DataFrame:
    """Re-entries of one flown fleet that were seen: subject, low, central, high, source_id. [1/day]"""
    found = [f for f in data.facts if f.quantity == "seen_reentries_per_day"]
    rows = [(f.subject, f.low, f.central, f.high, f.source_id) for f in found]
    return pd.DataFrame(rows, columns=["subject", "low", "central", "high", "source_id"]).astype(
        {"low": float, "central": float, "high": float}
    )


def asked_for(data: Data) -> float:
    """Satellites of the largest fleet that a regulator has been asked for. [count]"""
    return fact_of(data, "spacex_odc_filing", "satellites_asked_for_count")
