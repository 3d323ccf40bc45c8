"""How many of the world's people are how near: to one campus, to all of them, to regional sites, and to a fleet in orbit."""

import numpy as np
import pandas as pd

from earth_or_orbit.facts import Data
from earth_or_orbit.quantities import fibre
from earth_or_orbit.tables import latency
from earth_or_orbit.tables.latency import Assumed
from earth_or_orbit.tables.mass_and_power import Settings

STEPS_MS = np.arange(10.0, 301.0, 5.0)
MOST_DRAWS = 60  # enough for 5 and 95 % of a share; more change them by less than their last digit shown
WHOS = ("one_campus", "all_campuses", "regional", "fleet_direct", "fleet_mesh")
REGIONAL_SITES = 8


def _distances(people: pd.DataFrame, sites: pd.DataFrame) -> np.ndarray:
    """Great circles from every cell to every site, cells by sites."""
    own = [people[c].to_numpy()[:, None] for c in ("latitude_deg", "longitude_deg")]
    others = [sites[c].to_numpy() for c in ("latitude_deg", "longitude_deg")]
    return fibre.great_circle_distance_km(*own, *others)


def _shares(times_ms: np.ndarray, weights: np.ndarray, limits: np.ndarray) -> np.ndarray:
    """Share of the weight whose time is within each limit; times and weights have one shape."""
    order = np.argsort(times_ms, axis=None)
    sums = np.cumsum(weights.ravel()[order])
    places = np.searchsorted(times_ms.ravel()[order], limits, side="right")
    return np.where(places > 0, sums[np.maximum(places - 1, 0)], 0.0) / sums[-1]


def regional_sites(data: Data, count: int = REGIONAL_SITES) -> list[str]:
    """Cities of the list at which so many campuses would leave the world's people nearest to one, chosen one by one.

    Each next one brings the mean distance of a person down the most. Nobody proposes these; they are the ground's best case.
    """
    people, places = latency.population(data), latency.cities(data)
    distances, weight = _distances(people, places), people["people_count"].to_numpy()
    chosen: list[int] = []
    nearest = np.full(len(people), np.inf)
    for _ in range(count):
        means = weight @ np.minimum(np.where(np.isfinite(nearest), nearest, np.inf)[:, None], distances)
        best = int(np.argmin(means))
        chosen.append(best)
        nearest = np.minimum(nearest, distances[:, best])
    return list(places["city"].iloc[chosen])


def nearest_km(data: Data, site: str, case: str, who: str, regional: int = REGIONAL_SITES) -> np.ndarray:
    """Great circle from every cell to the nearest campus of one kind: one_campus, all_campuses, regional."""
    if who == "regional":
        places = latency.cities(data)
        sites = places[places["city"].isin(regional_sites(data, regional))]
    else:
        sites = latency.campuses(data, case, (site,) if who == "one_campus" else ())
    return _distances(latency.population(data), sites).min(axis=1)


def _fleet(a: Assumed, people: pd.DataFrame, who: str) -> np.ndarray:
    theta = latency.ring_deg(a, people["latitude_deg"].to_numpy())
    times = latency.best_orbit_ms(a, theta)
    if who == "fleet_direct":
        return np.where(latency.seen_directly(a, theta), times, np.inf)
    return times


def _within(data: Data, a: Assumed, km: dict[str, np.ndarray], limits: np.ndarray) -> dict[str, np.ndarray]:
    """Shares within each limit of time for everyone that can be asked; the fleet's are of people and hours."""
    people = latency.population(data)
    weight = people["people_count"].to_numpy(dtype=float)
    shares = {who: _shares(np.ravel(latency.ground_ms(a, own)), weight, limits) for who, own in km.items()}
    hours = np.repeat(weight[:, None], latency.HOURS, axis=1)
    for who in ("fleet_direct", "fleet_mesh"):
        shares[who] = _shares(np.reshape(_fleet(a, people, who), hours.shape), hours, limits)
    return shares


def people_within(
    data: Data, site: str, concept: str, case: str, settings: Settings, draws: int, limits: np.ndarray = STEPS_MS
) -> pd.DataFrame:
    """Share of the world's people within so many milliseconds: who, ms, share_frac, low, high (5 and 95 % of draws).

    A fleet's share is of people and hours, for the ring moves past them once in half a day.
    """
    limits = np.asarray(limits, dtype=float)
    km = {who: nearest_km(data, site, case, who) for who in ("one_campus", "all_campuses", "regional")}
    central = _within(data, latency.assumed(data, concept, case, settings), km, limits)
    drawn = latency.assumed(data, concept, case, settings, min(draws, MOST_DRAWS))
    spread = [_within(data, latency.one_draw(drawn, number), km, limits) for number in range(min(draws, MOST_DRAWS))]
    rows = []
    for who in WHOS:
        low, high = np.percentile([shares[who] for shares in spread], latency.SPREAD, axis=0)
        rows += list(zip([who] * len(limits), limits, central[who], low, high, strict=True))
    return pd.DataFrame(rows, columns=["who", "ms", "share_frac", "low", "high"])


def circles(data: Data) -> pd.DataFrame:
    """The table of people against published circles: circle, radius_km, published_frac, share_frac."""
    people, rows = latency.population(data), []
    for subject in CIRCLES:
        latitude, longitude, radius = (latency.fact_of(data, subject, f"circle_{n}") for n in CENTRE)
        away = fibre.great_circle_distance_km(latitude, longitude, *(people[c] for c in ("latitude_deg", "longitude_deg")))
        inside = people.loc[np.asarray(away) <= radius, "people_count"].sum() / people["people_count"].sum()
        rows.append((subject, radius, latency.fact_of(data, subject, "people_share_frac"), inside))
    return pd.DataFrame(rows, columns=["circle", "radius_km", "published_frac", "share_frac"])


CIRCLES, CENTRE = ("tightest_circle", "yuxi_circle"), ("latitude_deg", "longitude_deg", "radius_km")


def sooner_by(data: Data, site: str, concept: str, case: str, settings: Settings) -> pd.DataFrame:
    """Share of people and hours that reach the fleet sooner than the ground: against (one_campus, …), sooner_frac."""
    a, people = latency.assumed(data, concept, case, settings), latency.population(data)
    weight = people["people_count"].to_numpy(dtype=float)
    orbit = _fleet(a, people, "fleet_mesh")
    rows = []
    for who in ("one_campus", "all_campuses", "regional"):
        ground = np.ravel(latency.ground_ms(a, nearest_km(data, site, case, who)))
        rows.append((who, float(weight @ (orbit < ground[:, None]).mean(axis=1) / weight.sum()),
                     float(weight @ ground / weight.sum()), float(weight @ orbit.mean(axis=1) / weight.sum())))  # fmt: skip
    return pd.DataFrame(rows, columns=["against", "sooner_frac", "ground_mean_ms", "orbit_mean_ms"])


def regional_needed(data: Data, concept: str, case: str, settings: Settings, most: int = 24) -> pd.DataFrame:
    """Mean round trip of the world's people by the number of regional sites, beside the fleet's: count, ground_ms, orbit_ms."""
    a, people = latency.assumed(data, concept, case, settings), latency.population(data)
    weight = people["people_count"].to_numpy(dtype=float)
    orbit = float(weight @ _fleet(a, people, "fleet_mesh").mean(axis=1) / weight.sum())
    order, places = regional_sites(data, most), latency.cities(data).set_index("city")
    distances = _distances(people, places.loc[order].reset_index())
    rows = [(n, float(weight @ np.ravel(latency.ground_ms(a, distances[:, :n].min(axis=1))) / weight.sum()), orbit)
            for n in range(1, most + 1)]  # fmt: skip
    return pd.DataFrame(rows, columns=["count", "ground_ms", "orbit_ms"])
