"""Flight attitude: what the Sun, the cold side and the lasers each ask for, and the area that meets the thin air.

The array faces the Sun. The radiator keeps its edge to the Sun, and can then keep its edge to the Earth or to the
flight, but on a dawn-dusk orbit not to both: `radiator_attitude` chooses.
"""

import numpy as np
from hamilton.function_modifiers import config

from earth_or_orbit.constants import DEG_PER_TURN, Array
from earth_or_orbit.quantities.beta_of_year import (
    beta_cosine_year_mean_frac,
    beta_of_year_deg,
    beta_sine_year_mean_frac,
    least_beta_of_year_deg,
)

_AGM_STEPS = 8  # structure: steps of the arithmetic-geometric mean, whose digits double with each
_SMALLEST_SINE = 1e-12  # structure: keeps 0/0 from the limit 0 when the Sun lies in the orbit's plane


def array_flow_share_frac(orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_local_time_h: Array) -> Array:
    """Year's mean of the share of a Sun-facing array that meets the flow of the air. [frac]

    s = (2/π) × mean of cos β: around a turn the array's normal makes |cos β sin u| with the flight. The air stands still;
    its turning with the Earth adds up to 0.07 at single points of a polar orbit.
    Source: geometry.
    Check: array_flow_share_frac(550, 97.593, 18.0) = 0.1749 (0.2%)
    Check: array_flow_share_frac(550, 30.0, 18.0) = 0.573 (0.1%)
    """
    cosine = beta_cosine_year_mean_frac(orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h)
    return 2 / np.pi * cosine


def edge_flow_share_frac(molecular_speed_ratio: Array, drag_coefficient_ratio: Array) -> Array:
    """Share of a panel's area that drags although the panel keeps its edge to the flow. [frac]

    s = 2 / (√π S C_D). Molecules move on their own: at speed ratio S, of flight to their likeliest speed, they brush both
    faces and leave at random. Diffuse reflection; S above 1.
    Source: [stalder-zurick] for a plate in free molecular flow.
    Check: edge_flow_share_frac(7.0, 2.2) = 0.0733 (0.1%)
    """
    return 2 / (np.sqrt(np.pi) * molecular_speed_ratio * drag_coefficient_ratio)


@config.when(radiator_attitude="edge_to_earth")
def radiator_flow_share_frac__edge_to_earth(
    orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_local_time_h: Array
) -> Array:
    """Year's mean of the radiator's share that meets the flow while its edge points to Sun and Earth. [frac]

    s = mean of |sin β| / M(1, |sin β|), M the arithmetic-geometric mean: the normal lies along Sun × nadir and makes
    |sin β| / √(1 − cos² β cos² u) with the flight. Nearly 1 on dawn-dusk orbits: the cold attitude is the braking one.
    Source: geometry; a complete elliptic integral.
    Check: radiator_flow_share_frac__edge_to_earth(550, 97.593, 18.0) = 0.9737 (0.1%)
    """
    return _cross_share_frac(orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h)


@config.when(radiator_attitude="edge_to_flight")
def radiator_flow_share_frac__edge_to_flight() -> float:
    """Zero by definition: the radiator's edge lies along the flight, so that neither face meets the flow. [frac]

    What still drags is edge_flow_share_frac.
    """
    return 0.0


@config.when(radiator_attitude="edge_to_earth")
def radiator_nadir_share_frac__edge_to_earth() -> float:
    """Zero by definition: the radiator's edge points to the Earth, so that neither face looks straight down. [frac]

    Each face still sees the Earth edge-on: a view factor of 0.258 at 550 km.
    """
    return 0.0


@config.when(radiator_attitude="edge_to_flight")
def radiator_nadir_share_frac__edge_to_flight(
    orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_local_time_h: Array
) -> Array:
    """Year's mean cosine between one face of the radiator and the nadir, its edge along Sun and flight. [frac]

    s = mean of |sin β| / M(1, |sin β|): the same share with which the other attitude meets the flow. Near 1 one face looks
    straight down, with a view factor of 0.85 at 550 km.
    Source: geometry; a complete elliptic integral.
    Check: radiator_nadir_share_frac__edge_to_flight(550, 97.593, 18.0) = 0.9737 (0.1%)
    """
    return _cross_share_frac(orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h)


def array_drag_area_m2(satellite_array_area_m2: Array, array_flow_share_frac: Array, edge_flow_share_frac: Array) -> Array:
    """Area with which one satellite's array drags, mean of a year. [m2]

    A = array area × √(share in the flow² + share edge-on²): within 5 % of free molecular flow averaged over the year.
    Source: [stalder-zurick], whose plate the root approximates.
    Check: array_drag_area_m2(400, 0.1749, 0.0733) = 75.9 (0.2%)
    """
    return satellite_array_area_m2 * np.hypot(array_flow_share_frac, edge_flow_share_frac)


def radiator_drag_area_m2(
    radiator_built_area_m2: Array, radiator_flow_share_frac: Array, edge_flow_share_frac: Array
) -> Array:
    """Area with which one satellite's radiator drags, mean of a year. [m2]

    A = radiator area × √(share in the flow² + share edge-on²).
    Source: [stalder-zurick], whose plate the root approximates.
    Check: radiator_drag_area_m2(110, 0.0, 0.0733) = 8.06 (0.1%)
    """
    return radiator_built_area_m2 * np.hypot(radiator_flow_share_frac, edge_flow_share_frac)


def satellite_drag_area_m2(array_drag_area_m2: Array, radiator_drag_area_m2: Array) -> Array:
    """Area with which one satellite drags while it works. [m2]

    A = array + radiator. The body between them, a few m2 that no proposal states, is left out.
    Source: sum of parts.
    Check: satellite_drag_area_m2(75.9, 8.1) = 84 (0.1%)
    """
    return array_drag_area_m2 + radiator_drag_area_m2


def satellite_tumbling_area_m2(satellite_array_area_m2: Array, radiator_built_area_m2: Array) -> Array:
    """Mean area in the flow of a dead satellite that tumbles. [m2]

    A = (array + radiator) / 2: a flat plate seen from all sides alike shows half its area. No part shades another.
    Source: Cauchy's theorem on convex bodies, a quarter of the surface.
    Check: satellite_tumbling_area_m2(400, 110) = 255 (0%)
    """
    return (satellite_array_area_m2 + radiator_built_area_m2) / 2


def pointing_cosine_frac(pointing_error_deg: Array) -> Array:
    """Share of full sunlight that an array takes when it points beside the Sun. [frac]

    c = cos of the angle between the array's normal and the Sun, zero beyond 90°.
    Source: geometry.
    Check: pointing_cosine_frac(31.0) = 0.857 (0.1%)
    Check: pointing_cosine_frac(120.0) = 0 (0%)
    """
    return np.maximum(np.cos(np.deg2rad(pointing_error_deg)), 0.0)


def fixed_array_pointing_year_mean_frac(
    orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_local_time_h: Array
) -> Array:
    """Year's mean share of full sunlight on an array that stays square onto the orbit's normal. [frac]

    c = mean of |sin β|: what is left when the body keeps the attitude that lasers to neighbours like best.
    Source: geometry.
    Check: fixed_array_pointing_year_mean_frac(550, 97.593, 18.0) = 0.949 (0.1%)
    """
    return beta_sine_year_mean_frac(orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h)


def fixed_array_pointing_worst_frac(
    orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_local_time_h: Array
) -> Array:
    """Share of full sunlight on an array square onto the orbit's normal, in the worst season. [frac]

    c = sin of the year's least |β|, which dawn-dusk orbits meet at the solstice with the eclipses.
    Source: geometry.
    Check: fixed_array_pointing_worst_frac(550, 97.593, 18.0) = 0.857 (0.1%)
    """
    least_deg = least_beta_of_year_deg(orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h)
    return np.sin(np.deg2rad(least_deg))


def laser_steering_half_angle_deg(
    orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_local_time_h: Array
) -> Array:
    """Half angle through which lasers to neighbours must turn while the array keeps facing the Sun. [deg]

    θ = 90° − the year's least |β|: a body that turns about the Sun's direction once an orbit nods by this much against the
    orbit's own frame, in which neighbours stand still. 90° where the Sun passes through the plane.
    Source: geometry.
    Check: laser_steering_half_angle_deg(550, 97.593, 18.0) = 31.04 (0.1%)
    """
    least_deg = least_beta_of_year_deg(orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h)
    return DEG_PER_TURN / 2 / 2 - least_deg


def _cross_share_frac(altitude_km: Array, inclination_deg: Array, local_time_h: Array) -> Array:
    """Year's mean over turns of |sin β| / √(1 − cos² β cos² u)."""
    beta_deg = beta_of_year_deg(altitude_km, inclination_deg, local_time_h)
    sine = np.maximum(np.abs(np.sin(np.deg2rad(beta_deg))), _SMALLEST_SINE)
    arithmetic, geometric = np.ones_like(sine), sine
    for _ in range(_AGM_STEPS):
        arithmetic, geometric = (arithmetic + geometric) / 2, np.sqrt(arithmetic * geometric)
    share = (sine / arithmetic).mean(axis=-1)
    return share if share.ndim else float(share)
