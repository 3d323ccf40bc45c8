"""The longest, shortest and mean eclipse of a year, as a time and as a share of the turn, and the sunlight left beside it.

Bare formulas: no facility wires this module. The shadow is a cylinder as wide as the equator, as in sunlight.py.
"""

import numpy as np

from earth_or_orbit.constants import DEG_PER_TURN, HOURS_PER_DAY, MINUTES_PER_HOUR, TROPICAL_YEAR_DAYS, Array
from earth_or_orbit.quantities.beta_of_year import beta_of_year_deg, greatest_beta_of_year_deg, least_beta_of_year_deg
from earth_or_orbit.quantities.orbit_geometry import node_precession_deg_per_day, orbits_per_day
from earth_or_orbit.quantities.shadow import (
    eclipse_fraction_of_orbit_frac,
    eclipse_free_beta_deg,
    eclipse_time_min,
    sunlit_fraction_of_orbit_frac,
    sunlit_time_min,
)


def longest_eclipse_of_year_frac(
    orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_local_time_h: Array
) -> Array:
    """Share of the turn in shadow on the year's worst day. [frac]

    f = eclipse fraction at the year's least |β|.
    Source: geometry.
    Check: longest_eclipse_of_year_frac(550, 97.593, 18.0) = 0.2265 (0.3%)
    Check: longest_eclipse_of_year_frac(550, 53.0, 18.0) = 0.3727 (0.2%)
    """
    orbit = orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h
    return eclipse_fraction_of_orbit_frac(orbit_altitude_km, least_beta_of_year_deg(*orbit))


def least_sunlit_of_year_frac(
    orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_local_time_h: Array
) -> Array:
    """Share of the turn in sunlight on the year's worst day. [frac]

    s = 1 − longest_eclipse_of_year_frac
    Source: geometry.
    Check: least_sunlit_of_year_frac(550, 97.593, 18.0) = 0.7735 (0.1%)
    """
    return 1 - longest_eclipse_of_year_frac(orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h)


def least_sunlit_of_year_min(orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_local_time_h: Array) -> Array:
    """Time in sunlight on a turn of the year's worst day. [min]

    t = sunlit time at the year's least |β|.
    Source: geometry.
    Check: least_sunlit_of_year_min(550, 97.593, 18.0) = 73.98 (0.2%)
    """
    orbit = orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h
    return sunlit_time_min(orbit_altitude_km, least_beta_of_year_deg(*orbit))


def shortest_eclipse_min(orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_local_time_h: Array) -> Array:
    """Shortest eclipse of the year; zero for an orbit with days that have none. [min]

    t = eclipse time at the year's greatest |β|.
    Source: geometry.
    Check: shortest_eclipse_min(550, 97.593, 12.0) = 35.54 (0.1%)
    Check: shortest_eclipse_min(550, 97.593, 18.0) = 0 (0%)
    """
    orbit = orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h
    return eclipse_time_min(orbit_altitude_km, greatest_beta_of_year_deg(*orbit))


def mean_eclipse_min(orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_local_time_h: Array) -> Array:
    """Mean over a year of the time in shadow on a turn, turns without eclipse included. [min]

    t = P × mean of the eclipse fraction over the year's β.
    Source: geometry.
    Check: mean_eclipse_min(550, 97.593, 18.0) = 4.807 (0.4%)
    """
    altitude_km = np.asarray(orbit_altitude_km, dtype=float)[..., np.newaxis]
    beta_deg = beta_of_year_deg(orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h)
    mean_min = eclipse_time_min(altitude_km, beta_deg).mean(axis=-1)
    return mean_min if np.ndim(mean_min) else float(mean_min)


def mean_sunlit_min(orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_local_time_h: Array) -> Array:
    """Mean over a year of the time in sunlight on a turn. [min]

    t = P − mean_eclipse_min
    Source: geometry.
    Check: mean_sunlit_min(550, 97.593, 18.0) = 90.84 (0.1%)
    """
    turn_min = HOURS_PER_DAY * MINUTES_PER_HOUR / orbits_per_day(orbit_altitude_km)
    return turn_min - mean_eclipse_min(orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h)


def mean_eclipse_all_nodes_min(orbit_altitude_km: Array, orbit_inclination_deg: Array) -> Array:
    """Mean over a year and over all nodes of the time in shadow on a turn. [min]

    t = mean of mean_eclipse_min over the hours at which the node may start the year.
    Source: geometry.
    Check: mean_eclipse_all_nodes_min(550, 53) = 29.83 (0.5%)
    """
    altitude_km, inclination_deg = (
        np.asarray(x, dtype=float)[..., np.newaxis] for x in (orbit_altitude_km, orbit_inclination_deg)
    )
    mean_min = mean_eclipse_min(altitude_km, inclination_deg, np.arange(HOURS_PER_DAY)).mean(axis=-1)
    return mean_min if np.ndim(mean_min) else float(mean_min)


def sun_synchronous_longest_eclipse_frac(orbit_altitude_km: Array, ascending_node_local_time_h: Array) -> Array:
    """Share of the turn in shadow on a sun-synchronous orbit's worst day. [frac]

    f = longest_eclipse_of_year_frac at the altitude's sun-synchronous inclination.
    Source: geometry.
    Check: sun_synchronous_longest_eclipse_frac(550, 18.0) = 0.2265 (0.3%)
    """
    return longest_eclipse_of_year_frac(*_orbit(orbit_altitude_km, ascending_node_local_time_h))


def sun_synchronous_least_sunlit_frac(orbit_altitude_km: Array, ascending_node_local_time_h: Array) -> Array:
    """Share of the turn in sunlight on a sun-synchronous orbit's worst day. [frac]

    s = 1 − sun_synchronous_longest_eclipse_frac
    Source: geometry.
    Check: sun_synchronous_least_sunlit_frac(550, 18.0) = 0.7735 (0.1%)
    """
    return least_sunlit_of_year_frac(*_orbit(orbit_altitude_km, ascending_node_local_time_h))


def sun_synchronous_least_sunlit_min(orbit_altitude_km: Array, ascending_node_local_time_h: Array) -> Array:
    """Time in sunlight on a turn of a sun-synchronous orbit's worst day. [min]

    t = least_sunlit_of_year_min at the altitude's sun-synchronous inclination.
    Source: geometry.
    Check: sun_synchronous_least_sunlit_min(550, 18.0) = 73.98 (0.2%)
    """
    return least_sunlit_of_year_min(*_orbit(orbit_altitude_km, ascending_node_local_time_h))


def sun_synchronous_shortest_eclipse_min(orbit_altitude_km: Array, ascending_node_local_time_h: Array) -> Array:
    """Shortest eclipse of the year on a sun-synchronous orbit; zero for one with days that have none. [min]

    t = shortest_eclipse_min at the altitude's sun-synchronous inclination.
    Source: geometry.
    Check: sun_synchronous_shortest_eclipse_min(550, 18.0) = 0 (0%)
    """
    return shortest_eclipse_min(*_orbit(orbit_altitude_km, ascending_node_local_time_h))


def sun_synchronous_mean_eclipse_min(orbit_altitude_km: Array, ascending_node_local_time_h: Array) -> Array:
    """Mean over a year of the time in shadow on a turn of a sun-synchronous orbit. [min]

    t = mean_eclipse_min at the altitude's sun-synchronous inclination.
    Source: geometry.
    Check: sun_synchronous_mean_eclipse_min(550, 18.0) = 4.807 (0.4%)
    """
    return mean_eclipse_min(*_orbit(orbit_altitude_km, ascending_node_local_time_h))


def sun_synchronous_mean_sunlit_min(orbit_altitude_km: Array, ascending_node_local_time_h: Array) -> Array:
    """Mean over a year of the time in sunlight on a turn of a sun-synchronous orbit. [min]

    t = mean_sunlit_min at the altitude's sun-synchronous inclination.
    Source: geometry.
    Check: sun_synchronous_mean_sunlit_min(550, 18.0) = 90.84 (0.1%)
    """
    return mean_sunlit_min(*_orbit(orbit_altitude_km, ascending_node_local_time_h))


def longest_possible_eclipse_frac(orbit_altitude_km: Array) -> Array:
    """Share of the turn in shadow with the Sun in the orbit's plane. [frac]

    f = eclipse fraction at β = 0.
    Source: geometry.
    Check: longest_possible_eclipse_frac(550) = 0.3727 (0.2%)
    """
    return eclipse_fraction_of_orbit_frac(orbit_altitude_km, 0.0)


def least_possible_sunlit_frac(orbit_altitude_km: Array) -> Array:
    """Share of the turn in sunlight with the Sun in the orbit's plane. [frac]

    s = 1 − longest_possible_eclipse_frac
    Source: geometry.
    Check: least_possible_sunlit_frac(550) = 0.6273 (0.2%)
    """
    return sunlit_fraction_of_orbit_frac(orbit_altitude_km, 0.0)


def least_possible_sunlit_min(orbit_altitude_km: Array) -> Array:
    """Time in sunlight on a turn with the Sun in the orbit's plane. [min]

    t = sunlit time at β = 0.
    Source: geometry.
    Check: least_possible_sunlit_min(550) = 60.0 (0.1%)
    """
    return sunlit_time_min(orbit_altitude_km, 0.0)


def eclipse_free_days(orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_local_time_h: Array) -> Array:
    """Days of a year on which no turn meets the shadow. [day]

    d = year × share of its half days with |β| at or above arcsin(R/(R + h)).
    Source: geometry.
    Check: eclipse_free_days(550, 97.593, 18.0) = 262 (2%)
    """
    beta_deg = beta_of_year_deg(orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h)
    edge_deg = np.asarray(eclipse_free_beta_deg(orbit_altitude_km))[..., np.newaxis]
    days = TROPICAL_YEAR_DAYS * (np.abs(beta_deg) >= edge_deg).mean(axis=-1)
    return days if np.ndim(days) else float(days)


def sun_synchronous_eclipse_free_days(orbit_altitude_km: Array, ascending_node_local_time_h: Array) -> Array:
    """Days of a year on which no turn of a sun-synchronous orbit meets the shadow. [day]

    d = eclipse_free_days at the altitude's sun-synchronous inclination.
    Source: geometry.
    Check: sun_synchronous_eclipse_free_days(500, 18.0) = 259 (2%)
    """
    return eclipse_free_days(*_orbit(orbit_altitude_km, ascending_node_local_time_h))


def _orbit(orbit_altitude_km: Array, ascending_node_local_time_h: Array) -> tuple[Array, Array, Array]:
    """The same orbit with the inclination at which its node keeps pace with the mean Sun; none is nan, and refused later."""
    cosine = DEG_PER_TURN / TROPICAL_YEAR_DAYS / node_precession_deg_per_day(orbit_altitude_km, 0.0)
    with np.errstate(invalid="ignore"):
        return orbit_altitude_km, np.rad2deg(np.arccos(cosine)), ascending_node_local_time_h
