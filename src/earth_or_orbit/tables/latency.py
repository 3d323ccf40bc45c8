"""Tidy tables of round trips: every city to every campus by fibre, and to a fleet in orbit by laser mesh, hour by hour."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from earth_or_orbit import facts, scenario, study
from earth_or_orbit.facts import Data, FactError, nearest
from earth_or_orbit.quantities import fibre, mesh_paths, signal_delay, sky_geometry
from earth_or_orbit.sampling import draw, is_drawn
from earth_or_orbit.tables.known import as_published
from earth_or_orbit.tables.mass_and_power import Settings, fact_of, number, sized

HOURS = 48  # half hours of solar time at which a place is looked at
SPREAD = (5, 95)
# Each assumption's fact: subject and quantity.
SHARED = {
    "access_ms": ("access_network", "access_network_delay_ms"),
    "index": ("single_mode_fibre", "fibre_refractive_index_ratio"),
    "measured_access_ms": ("starlink_service", "satellite_access_round_trip_ms"),
    "radio_share": ("starlink_service", "radio_share_of_excess_frac"),
    "mesh_stretch": ("laser_mesh", "mesh_stretch_ratio"),
    "link_km": ("laser_mesh", "mesh_link_length_km"),
    "per_link_ms": ("laser_mesh", "delay_per_link_ms"),
    "elevation_deg": ("starlink_gateway", "user_elevation_deg"),
    "service_elevation_deg": ("starlink_gateway", "user_elevation_deg"),
    "relay_km": ("starlink_shell", "orbit_altitude_km"),
    "gateway_km": ("starlink_gateway", "gateway_distance_km"),
}
ROUTES = ("own_dish", "wire_and_gateway", "fibre_to_the_ring")
WITHIN_MS = (20.0, 50.0, 100.0)


@dataclass(frozen=True)
class Assumed:
    """What both sides' round trips rest on: numbers, or columns of draws in front of places and hours."""

    access_ms: np.ndarray
    index: np.ndarray
    measured_access_ms: np.ndarray
    radio_share: np.ndarray
    mesh_stretch: np.ndarray
    link_km: np.ndarray
    per_link_ms: np.ndarray
    elevation_deg: np.ndarray
    service_elevation_deg: np.ndarray
    relay_km: np.ndarray
    gateway_km: np.ndarray
    fixed_ms: np.ndarray
    stretch: np.ndarray
    route_ratio: np.ndarray
    orbit_km: np.ndarray
    inclination_deg: np.ndarray
    node_h: np.ndarray


def city(data: Data, name: str) -> dict[str, str | float]:
    """A city's row. Raises FactError with one clear line if the list has none of this name."""
    rows = facts.cities(data.root)
    names = [str(row["city"]) for row in rows]
    for row in rows:
        if str(row["city"]).casefold() == str(name).strip().casefold():
            return row
    raise FactError(f"city: {name!r} is not in data/series/cities.csv; allowed: {', '.join(names)}{nearest(name, names)}")


def cities(data: Data) -> pd.DataFrame:
    """The cities of the list: city, country, latitude_deg, longitude_deg, population."""
    table = pd.DataFrame(facts.cities(data.root))
    return table.assign(population=table["population"].astype(float)).drop(columns="source_id")


def population(data: Data) -> pd.DataFrame:
    """The world's people on cells of two degrees: latitude_deg, longitude_deg, people_count. Raises FactError without it."""
    path = data.root / "data" / "series" / "population.csv"
    if not path.is_file():
        raise FactError("data/series/population.csv: file is missing")
    return pd.read_csv(path)


def campuses(data: Data, case: str, sites: tuple[str, ...] = ()) -> pd.DataFrame:
    """Campuses, all of them unless some are named: site, latitude_deg, longitude_deg."""
    rows = []
    for site in sites or scenario.names("ground", data.root):
        picks = scenario.read_side("ground", site, case, data).picks
        rows.append((site, *(float(picks[name].fact.central) for name in ("campus_latitude_deg", "campus_longitude_deg"))))
    return pd.DataFrame(rows, columns=["site", "latitude_deg", "longitude_deg"])


def measured(data: Data) -> pd.DataFrame:
    """Published round trips between two places, with the great circle, light in fibre along it, our formula and the ratio.

    Adds to the table: distance_km, light_ms, stretch_ratio (measured over light), computed_ms, ratio (measured over computed).
    """
    table = pd.read_csv(data.root / "data" / "published" / "measured_round_trips.csv")
    ends = [table[f"{end}_{axis}_deg"].to_numpy() for end in ("from", "to") for axis in ("latitude", "longitude")]
    distance = fibre.great_circle_distance_km(*ends)
    light = fibre.fibre_round_trip_ms(distance, fact_of(data, *SHARED["index"]), 1)
    rtt = table["measured_round_trip_ms"].to_numpy()
    fixed, stretch = line_of_least_deviations(light, rtt)
    computed = fixed + stretch * light
    return table.assign(distance_km=distance, light_ms=light, stretch_ratio=rtt / light, computed_ms=computed,
                        ratio=rtt / computed)  # fmt: skip


def line_of_least_deviations(x: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    """Intercept and slope of the line with the least sum of deviations; it runs through two of the points."""
    first, second = np.triu_indices(len(x), 1)
    apart = np.abs(x[second] - x[first]) > 0
    first, second = first[apart], second[apart]
    slopes = (y[second] - y[first]) / (x[second] - x[first])
    starts = y[first] - slopes * x[first]
    sums = np.abs(y - starts[:, None] - slopes[:, None] * x).sum(axis=1)
    best = int(np.argmin(sums))
    return float(starts[best]), float(slopes[best])


def assumed(data: Data, concept: str, case: str, settings: Settings, draws: int = 0) -> Assumed:
    """The assumptions at their central values, or as draws; the concept's orbit from its own facts or the settings."""
    seed = scenario.study(data).seed
    values = {name: _value(data, *fact, draws, seed) for name, fact in SHARED.items()}
    if settings.get("user_elevation_deg") is not None:
        values["elevation_deg"] = np.asarray(float(settings["user_elevation_deg"]))
    table = measured(data)
    fixed, stretch = line_of_least_deviations(table["light_ms"].to_numpy(), table["measured_round_trip_ms"].to_numpy())
    route = np.ones(())
    if draws:
        picks = np.random.default_rng([seed, len(table)]).integers(0, len(table), draws)
        route = table["ratio"].to_numpy()[picks][:, None, None]
    orbit = orbit_of(data, concept, case, settings)
    return Assumed(**values, fixed_ms=np.asarray(fixed), stretch=np.asarray(stretch), route_ratio=route,
                   **{name: np.asarray(value) for name, value in orbit.items()})  # fmt: skip


def one_draw(a: Assumed, place: int) -> Assumed:
    """One draw of the assumptions, as numbers."""
    return Assumed(*(np.asarray(np.ravel(value)[place] if np.size(value) > 1 else np.ravel(value)[0])
                     for value in (getattr(a, field) for field in Assumed.__dataclass_fields__)))  # fmt: skip


def _value(data: Data, subject: str, quantity: str, draws: int, seed: int) -> np.ndarray:
    rows = data.rows(subject, quantity)
    if not rows:
        raise FactError(f"data/facts/ has no {quantity} of {subject}")
    if not draws or not is_drawn(rows[0]):
        return np.asarray(fact_of(data, subject, quantity))
    drawn = draw(rows[0], draws, seed)
    return data.in_quantity_unit(rows[0], 1.0, scenario.study(data).dollar_year) * drawn[:, None, None]


def orbit_of(data: Data, concept: str, case: str, settings: Settings) -> dict[str, float]:
    """A concept's orbit: orbit_km, inclination_deg, node_h."""
    given = {name: value for name, value in settings.items() if name != "user_elevation_deg"}
    ready = sized(data, concept, case, given)
    names = {"orbit_km": "orbit_altitude_km", "inclination_deg": "orbit_inclination_deg", "node_h": "ascending_node_local_time_h"}
    return {short: number(study.value_of(ready, name)) for short, name in names.items()}


def ground_ms(a: Assumed, distance_km: np.ndarray) -> np.ndarray:
    """Round trip of a user by fibre over a distance: access, routers, and light on measured detours. Draws come first."""
    light = fibre.fibre_round_trip_ms(distance_km, a.index, a.stretch)
    return a.access_ms + (a.fixed_ms + light) * a.route_ratio


def ring_deg(a: Assumed, latitude_deg: np.ndarray) -> np.ndarray:
    """Angle from places to the ring, each half hour of solar time; places by hours."""
    hours = np.arange(HOURS) * 24 / HOURS
    return sky_geometry.ring_distance_deg(np.asarray(latitude_deg)[:, None], hours, a.inclination_deg, a.node_h)


def light_to_ring_ms(a: Assumed, theta_deg: np.ndarray) -> np.ndarray:
    """Round trip of light to the nearest computer: direct where it stands high enough, else along the mesh with its links."""
    way = mesh_paths.way_to_ring_km(theta_deg, a.relay_km, a.orbit_km, a.elevation_deg, a.mesh_stretch)
    arc = mesh_paths.mesh_arc_to_ring_km(theta_deg, a.relay_km, a.elevation_deg, a.mesh_stretch)
    links = mesh_paths.links_needed_count(arc, a.link_km) + 1
    by_mesh = mesh_paths.links_round_trip_ms(way, links, a.per_link_ms)
    ground_km = np.deg2rad(theta_deg) * fibre.EARTH_MEAN_RADIUS_KM
    direct = signal_delay.vacuum_round_trip_ms(fibre.slant_range_km(a.orbit_km, ground_km))
    return np.where(seen_directly(a, theta_deg), np.minimum(direct, by_mesh), by_mesh)


def seen_directly(a: Assumed, theta_deg: np.ndarray) -> np.ndarray:
    """Whether the ring stands above the least elevation at a place."""
    return theta_deg <= sky_geometry.coverage_half_angle_deg(a.orbit_km, a.elevation_deg)


def seen_frac(a: Assumed, latitude_deg: np.ndarray) -> np.ndarray:
    """Share of the day in which the ring stands above the least elevation at each place."""
    return sky_geometry.ring_seen_share_frac(latitude_deg, a.orbit_km, a.inclination_deg, a.node_h, a.elevation_deg)


def radio_ms(a: Assumed) -> np.ndarray:
    """What the radio link to a user takes beyond light: the measured service less the light of its four legs, by its share."""
    return excess_ms(a) * a.radio_share


def excess_ms(a: Assumed) -> np.ndarray:
    """What the measured service takes beyond the light of its four legs, at the elevation at which it works."""
    return a.measured_access_ms - sky_geometry.path_at_elevation_ms(a.relay_km, a.service_elevation_deg, 4)


def orbit_ms(a: Assumed, theta_deg: np.ndarray, route: str) -> np.ndarray:
    """Round trip of a user to the ring by one of three routes: own dish, wire and gateway, or fibre to a gateway below it."""
    if route == "own_dish":
        return radio_ms(a) + light_to_ring_ms(a, theta_deg)
    if route == "wire_and_gateway":
        return ground_ms(a, a.gateway_km) + light_to_ring_ms(a, theta_deg)
    reach_deg = sky_geometry.coverage_half_angle_deg(a.orbit_km, a.elevation_deg)
    along_km = np.deg2rad(np.maximum(theta_deg - reach_deg, 0.0)) * fibre.EARTH_MEAN_RADIUS_KM
    up = signal_delay.vacuum_round_trip_ms(sky_geometry.slant_range_at_elevation_km(a.orbit_km, a.elevation_deg))
    return ground_ms(a, np.maximum(along_km, a.gateway_km)) + up


def best_orbit_ms(a: Assumed, theta_deg: np.ndarray) -> np.ndarray:
    """Round trip of a user to the ring by whichever route is soonest."""
    return np.minimum.reduce(np.broadcast_arrays(*(orbit_ms(a, theta_deg, route) for route in ROUTES)))


def round_trips(data: Data, site: str, concept: str, case: str, settings: Settings, draws: int) -> pd.DataFrame:
    """Every city's round trip to one campus and to the fleet, soonest to the campus first.

    Columns: city, country, distance_km, ground_ms, ground_low, ground_high (5 and 95 % of draws), orbit_ms (median of the
    hours), orbit_best, orbit_worst (of the hours), orbit_low, orbit_high (5 and 95 % of draws of the median), seen_frac,
    mesh_ms (to the campus by the laser mesh).
    """
    places, own = cities(data), campuses(data, case, (site,)).set_index("site").loc[site]
    central, drawn = (assumed(data, concept, case, settings, n) for n in (0, draws))
    latitude, longitude = (places[c].to_numpy() for c in ("latitude_deg", "longitude_deg"))
    distance = fibre.great_circle_distance_km(latitude, longitude, *own[["latitude_deg", "longitude_deg"]])
    ground = ground_ms(central, distance)
    spread = np.percentile(np.squeeze(ground_ms(drawn, distance[:, None]), axis=-1), SPREAD, axis=0)
    theta = ring_deg(central, latitude)
    orbit = best_orbit_ms(central, theta)
    over = np.percentile(np.median(best_orbit_ms(drawn, theta), axis=-1), SPREAD, axis=0)
    table = places[["city", "country"]].assign(
        distance_km=distance, ground_ms=ground, ground_low=spread[0], ground_high=spread[1],
        orbit_ms=np.median(orbit, axis=-1), orbit_best=orbit.min(axis=-1), orbit_worst=orbit.max(axis=-1),
        orbit_low=over[0], orbit_high=over[1], seen_frac=seen_frac(central, latitude),
        mesh_ms=mesh_to_ground_ms(central, distance))  # fmt: skip
    return table.sort_values("ground_ms", kind="stable", ignore_index=True)


def routes_of(
    data: Data, site: str, name: str, concept: str, case: str, settings: Settings, draws: int
) -> pd.DataFrame:
    """One city's round trip by each route: route, best, median, worst of the hours, low, high (of draws of the median).

    Three routes to the fleet, then the campus by fibre and by the same laser mesh, which do not change with the hour.
    """
    place = np.array([float(city(data, name)["latitude_deg"])])
    central, drawn = (assumed(data, concept, case, settings, n) for n in (0, draws))
    theta, rows = ring_deg(central, place), []
    for route in ROUTES:
        hours = np.broadcast_to(orbit_ms(central, theta, route), theta.shape)[0]
        spread = orbit_ms(drawn, theta, route)
        low, high = np.percentile(np.median(np.broadcast_to(spread, (spread.shape[0], *theta.shape)), axis=-1), SPREAD)
        rows.append((route, hours.min(), np.median(hours), hours.max(), low, high))
    km = distance_to_campus_km(data, site, name, case)
    for route, to_campus in (("campus_by_fibre", ground_ms), ("campus_by_mesh", mesh_to_ground_ms)):
        middle = float(to_campus(central, km))
        rows.append((route, middle, middle, middle, *np.percentile(to_campus(drawn, km), SPREAD)))
    return pd.DataFrame(rows, columns=["route", "best", "median", "worst", "low", "high"])


def distance_to_campus_km(data: Data, site: str, name: str, case: str) -> float:
    """Great circle from a city to a campus. [km]"""
    row, own = city(data, name), campuses(data, case, (site,)).set_index("site").loc[site]
    return float(fibre.great_circle_distance_km(float(row["latitude_deg"]), float(row["longitude_deg"]), *own))


def mesh_to_ground_ms(a: Assumed, distance_km: float) -> np.ndarray:
    """Round trip of a user with a dish along the laser mesh to a gateway at a place on the ground."""
    path = mesh_paths.mesh_path_km(distance_km, a.relay_km, a.elevation_deg, a.mesh_stretch)
    ends = 2 * sky_geometry.slant_range_at_elevation_km(a.relay_km, a.elevation_deg)
    links = mesh_paths.links_needed_count(np.maximum(path - ends, 0.0), a.link_km) + 1
    return excess_ms(a) + mesh_paths.links_round_trip_ms(path, links, a.per_link_ms)


def geometry(data: Data, name: str, concept: str, case: str, settings: Settings) -> pd.DataFrame:
    """The concept's ring from the ground at three elevations: elevation, elevation_deg, slant_km, light_ms, reach_km, seen_frac.

    light_ms is there and back, light alone; seen_frac the share of the day in which the city sees the ring as high or higher.
    """
    a, row = assumed(data, concept, case, settings), city(data, name)
    own = data.rows(*SHARED["elevation_deg"])[0]
    angles = {"zenith": 90.0, "typical": float(a.elevation_deg), "least": min(float(own.low), float(a.elevation_deg))}
    rows = []
    for word, angle in angles.items():
        slant = float(sky_geometry.slant_range_at_elevation_km(a.orbit_km, angle))
        reach = float(sky_geometry.footprint_radius_km(a.orbit_km, angle))
        place = (float(row["latitude_deg"]), a.orbit_km, a.inclination_deg, a.node_h)
        seen = float(sky_geometry.ring_seen_share_frac(*place, angle))
        rows.append((word, angle, slant, float(signal_delay.vacuum_round_trip_ms(slant)), reach, seen))
    return pd.DataFrame(rows, columns=["elevation", "elevation_deg", "slant_km", "light_ms", "reach_km", "seen_frac"])


def facts_used(data: Data, concept: str, case: str, settings: Settings) -> pd.DataFrame:
    """The facts under the round trips of both sides; the columns that printed_facts needs."""
    rows = []
    for name, (subject, quantity) in SHARED.items():
        if name != "service_elevation_deg":
            sides = ("ground", "orbit") if name in ("access_ms", "index") else ("orbit",)
            rows += [(side, data.rows(subject, quantity)[0], False) for side in sides]
    given = {key: value for key, value in settings.items() if key != "user_elevation_deg"}
    pick = sized(data, concept, case, given).side.picks["orbit_altitude_km"]
    rows.append(("orbit", pick.fact, pick.donor))
    made = [(side, f.quantity, f.subject, as_published(f), f.kind, donor, f.source_id, f.locator) for side, f, donor in rows]
    columns = ["side", "quantity", "subject", "as_published", "kind", "donor", "source_id", "locator"]
    return pd.DataFrame(made, columns=columns)


def campuses_of(data: Data, name: str, concept: str, case: str, settings: Settings, draws: int) -> pd.DataFrame:
    """One city's round trip to every campus: site, distance_km, ground_ms, low, high; the nearest first."""
    row, sites = city(data, name), campuses(data, case)
    central, drawn = (assumed(data, concept, case, settings, n) for n in (0, draws))
    distance = fibre.great_circle_distance_km(float(row["latitude_deg"]), float(row["longitude_deg"]),
                                              sites["latitude_deg"].to_numpy(), sites["longitude_deg"].to_numpy())  # fmt: skip
    low, high = np.percentile(np.squeeze(ground_ms(drawn, distance[:, None]), axis=-1), SPREAD, axis=0)
    table = sites[["site"]].assign(distance_km=distance, ground_ms=ground_ms(central, distance), low=low, high=high)
    return table.sort_values("ground_ms", kind="stable", ignore_index=True)


def other_sources(data: Data) -> pd.DataFrame:
    """Sources of the people, the cities, the servers and the sessions: source_id, a row per fact."""
    people, served = ("world_by_towns", "tightest_circle", "yuxi_circle"), ("llama_70b_two_h100", "llama_3_1_70b", "chat")
    subjects = (*people, *served, "starlink_lasers")
    ids = [fact.source_id for subject in subjects for fact in data.rows(subject)]
    return pd.DataFrame({"source_id": [*ids, "geonames"]})
