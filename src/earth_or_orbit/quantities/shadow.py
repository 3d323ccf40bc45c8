"""The Earth's shadow on one turn of a circular orbit: as a cylinder, and as the cones of umbra and penumbra.

No facility wires this module; the rooms that need a formula call it. The Earth is a sphere as wide as its equator,
without air, unless a name says oblate. `shadow_cone_ratio` chooses the shape: −1 the umbra's cone, which narrows, 0 the
cylinder, 1 the penumbra's cone, which widens and holds the umbra.
"""

import numpy as np

from earth_or_orbit.constants import (
    ASTRONOMICAL_UNIT_KM,
    EARTH_EQUATORIAL_RADIUS_KM,
    EARTH_FLATTENING,
    EARTH_OBLIQUITY_DEG,
    HOURS_PER_DAY,
    MINUTES_PER_HOUR,
    SUN_RADIUS_KM,
    Array,
)
from earth_or_orbit.quantities.orbit_geometry import orbits_per_day

UMBRA, CYLINDER, PENUMBRA = -1.0, 0.0, 1.0


def eclipse_free_beta_deg(
    orbit_altitude_km: Array,
    earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM,
    shadow_cone_ratio: Array = CYLINDER,
) -> Array:
    """Angle between the Sun and the orbit's plane from which on no turn meets the shadow. [deg]

    sin β = R/(R + h): the Earth's angular radius as the satellite sees it; ±0.27° for the cones. Altitudes from 0: a
    scalar below is refused, in an array it becomes nan.
    Source: geometry; [rmcdonald-eclipse] prints 68.02° at 500 km and 49.58° at 2,000 km.
    Check: eclipse_free_beta_deg(500) = 68.02 (0.02%)
    Check: eclipse_free_beta_deg(2000) = 49.58 (0.02%)
    """
    return np.rad2deg(_shadow_half_angle(orbit_altitude_km, earth_radius_km, shadow_cone_ratio))


def eclipse_fraction_of_orbit_frac(
    orbit_altitude_km: Array,
    beta_angle_deg: Array,
    earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM,
    shadow_cone_ratio: Array = CYLINDER,
) -> Array:
    """Share of a circular orbit spent in the Earth's cylinder of shadow. [frac]

    f = (1/π) arccos(√(h² + 2Rh) / ((R + h) cos β)), zero where |β| exceeds arcsin(R/(R + h)), at most 1/2.
    Source: geometry; checked against [hausfather-code], which takes 35 min of a 90 min orbit.
    Check: eclipse_fraction_of_orbit_frac(550, 0) = 0.3727 (0.2%)
    Check: eclipse_fraction_of_orbit_frac(550, 80) = 0 (0%)
    """
    edge = np.cos(_shadow_half_angle(orbit_altitude_km, earth_radius_km, shadow_cone_ratio))
    # A β of exactly 90° would divide by zero; the bound says "never behind the Earth" for it too.
    in_plane = np.maximum(np.abs(np.cos(np.deg2rad(beta_angle_deg))), edge)
    return np.arccos(edge / in_plane) / np.pi


def umbra_fraction_of_orbit_frac(
    orbit_altitude_km: Array, beta_angle_deg: Array, earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM
) -> Array:
    """Share of a circular orbit spent where the Earth hides the whole Sun. [frac]

    f = (1/π) arccos(cos θ / cos β), θ = arcsin(R/(R + h)) − arcsin((R_sun − R)/AU): the cone that narrows behind the
    Earth. At the mean distance of the Sun; the year's change of it moves θ by 0.005°.
    Source: geometry; IAU 2015 resolution B3 for the Sun's radius.
    Check: umbra_fraction_of_orbit_frac(550, 0) = 0.3708 (0.02%)
    Check: umbra_fraction_of_orbit_frac(550, 66.8) = 0 (0%)
    """
    return eclipse_fraction_of_orbit_frac(orbit_altitude_km, beta_angle_deg, earth_radius_km, UMBRA)


def penumbra_fraction_of_orbit_frac(
    orbit_altitude_km: Array, beta_angle_deg: Array, earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM
) -> Array:
    """Share of a circular orbit spent where the Earth hides any part of the Sun: penumbra, and the umbra in it. [frac]

    f = (1/π) arccos(cos θ / cos β), θ = arcsin(R/(R + h)) + arcsin((R_sun + R)/AU): the cone that widens behind the
    Earth. At the mean distance of the Sun; the year's change of it moves θ by 0.005°.
    Source: geometry; IAU 2015 resolution B3 for the Sun's radius.
    Check: penumbra_fraction_of_orbit_frac(550, 0) = 0.3738 (0.02%)
    """
    return eclipse_fraction_of_orbit_frac(orbit_altitude_km, beta_angle_deg, earth_radius_km, PENUMBRA)


def oblate_eclipse_fraction_of_orbit_frac(
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    ascending_node_deg: Array,
    solar_longitude_deg: Array,
    earth_obliquity_deg: Array = EARTH_OBLIQUITY_DEG,
) -> Array:
    """Share of a circular orbit spent in the cylinder of shadow behind the flattened Earth. [frac]

    f = arccos((A − R²/a²)/B)/2π. Stretching the polar axis by 1/(1 − flattening) makes the Earth a sphere; around the
    orbit the squared distance from the shadow's axis is then a² (A + B cos 2(u − u₀)), below R² twice a turn, once of it
    behind the Earth. The node is a right ascension.
    Source: geometry; WGS 84 for the flattening.
    Check: oblate_eclipse_fraction_of_orbit_frac(550, 0.0, 0.0, 0.0) = 0.3723 (0.01%)
    Check: oblate_eclipse_fraction_of_orbit_frac(550, 90.0, 0.0, 0.0) = 0.36982 (0.01%)
    """
    inclination, node, longitude, obliquity = (
        np.deg2rad(x) for x in (orbit_inclination_deg, ascending_node_deg, solar_longitude_deg, earth_obliquity_deg)
    )
    stretch = 1 / (1 - EARTH_FLATTENING)
    sun = np.cos(longitude), np.cos(obliquity) * np.sin(longitude), stretch * np.sin(obliquity) * np.sin(longitude)
    length = np.sqrt(sun[0] ** 2 + sun[1] ** 2 + sun[2] ** 2)
    along_node = (sun[0] * np.cos(node) + sun[1] * np.sin(node)) / length
    across_in_plane = (sun[1] * np.cos(node) - sun[0] * np.sin(node)) * np.cos(inclination)
    across = (across_in_plane + sun[2] * stretch * np.sin(inclination)) / length
    # Squared distances from the axis at the node and a quarter turn on, and their product term.
    at_node = 1 - along_node**2
    quarter_on = np.cos(inclination) ** 2 + (stretch * np.sin(inclination)) ** 2 - across**2
    swing = np.hypot((at_node - quarter_on) / 2, along_node * across)
    spare = (at_node + quarter_on) / 2 - np.sin(_earth_half_angle(orbit_altitude_km, EARTH_EQUATORIAL_RADIUS_KM)) ** 2
    return np.arccos(spare / np.maximum(swing, spare)) / (2 * np.pi)


def sunlit_fraction_of_orbit_frac(
    orbit_altitude_km: Array,
    beta_angle_deg: Array,
    earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM,
    shadow_cone_ratio: Array = CYLINDER,
) -> Array:
    """Share of a circular orbit spent in sunlight. [frac]

    f_sun = 1 − f_eclipse: the cylinder's shadow, at least a half.
    Source: geometry.
    Check: sunlit_fraction_of_orbit_frac(550, 0) = 0.6273 (0.2%)
    """
    return 1 - eclipse_fraction_of_orbit_frac(orbit_altitude_km, beta_angle_deg, earth_radius_km, shadow_cone_ratio)


def eclipse_time_min(
    orbit_altitude_km: Array,
    beta_angle_deg: Array,
    earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM,
    shadow_cone_ratio: Array = CYLINDER,
) -> Array:
    """Time in shadow on one turn, at one angle between the Sun and the orbit. [min]

    t = f P, with the cylinder's eclipse fraction and Kepler's period.
    Source: geometry.
    Check: eclipse_time_min(550, 0) = 35.6 (0.3%)
    """
    fraction = eclipse_fraction_of_orbit_frac(orbit_altitude_km, beta_angle_deg, earth_radius_km, shadow_cone_ratio)
    return fraction * _turn_min(orbit_altitude_km)


def longest_possible_eclipse_min(
    orbit_altitude_km: Array,
    earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM,
    shadow_cone_ratio: Array = CYLINDER,
) -> Array:
    """Longest time in shadow on one turn that an altitude can have: the Sun in the orbit's plane. [min]

    t = f(β = 0) P.
    Source: geometry; checked against [hausfather-code], which takes 35 min.
    Check: longest_possible_eclipse_min(550) = 35.6 (0.3%)
    """
    return eclipse_time_min(orbit_altitude_km, 0.0, earth_radius_km, shadow_cone_ratio)


def sunlit_time_min(
    orbit_altitude_km: Array,
    beta_angle_deg: Array,
    earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM,
    shadow_cone_ratio: Array = CYLINDER,
) -> Array:
    """Time in sunlight on one turn, at one angle between the Sun and the orbit. [min]

    t = (1 − f) P, with the cylinder's eclipse fraction and Kepler's period.
    Source: geometry.
    Check: sunlit_time_min(550, 0) = 60.0 (0.1%)
    """
    fraction = sunlit_fraction_of_orbit_frac(orbit_altitude_km, beta_angle_deg, earth_radius_km, shadow_cone_ratio)
    return fraction * _turn_min(orbit_altitude_km)


def umbra_time_min(orbit_altitude_km: Array, beta_angle_deg: Array, earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM) -> Array:
    """Time on one turn in which the Earth hides the whole Sun. [min]

    t = f P, with the fraction in the cone of the umbra.
    Source: geometry.
    Check: umbra_time_min(550, 0) = 35.5 (0.2%)
    """
    return eclipse_time_min(orbit_altitude_km, beta_angle_deg, earth_radius_km, UMBRA)


def penumbra_time_min(
    orbit_altitude_km: Array, beta_angle_deg: Array, earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM
) -> Array:
    """Time on one turn from the first to the last shade: penumbra, umbra, penumbra. [min]

    t = f P, with the fraction in the cone of the penumbra.
    Source: geometry.
    Check: penumbra_time_min(550, 0) = 35.8 (0.2%)
    """
    return eclipse_time_min(orbit_altitude_km, beta_angle_deg, earth_radius_km, PENUMBRA)


def penumbra_crossing_s(orbit_altitude_km: Array, beta_angle_deg: Array) -> Array:
    """Time in which sunlight fades at one end of an eclipse: half of what penumbra has and umbra has not. [s]

    t = (t_penumbra − t_umbra) / 2. Where no umbra is met, half of the whole graze.
    Source: geometry.
    Check: penumbra_crossing_s(550, 0) = 8.5 (1%)
    """
    fades_min = penumbra_time_min(orbit_altitude_km, beta_angle_deg) - umbra_time_min(orbit_altitude_km, beta_angle_deg)
    return fades_min / 2 * MINUTES_PER_HOUR  # as many seconds in a minute as minutes in an hour


def _turn_min(orbit_altitude_km: Array) -> Array:
    return HOURS_PER_DAY * MINUTES_PER_HOUR / orbits_per_day(orbit_altitude_km)


def _earth_half_angle(orbit_altitude_km: Array, earth_radius_km: Array) -> Array:
    """Half the angle that the Earth's disc fills, in radians."""
    if np.ndim(orbit_altitude_km) == 0 and orbit_altitude_km < 0:
        raise ValueError(f"orbit_altitude_km is {orbit_altitude_km:g}; an orbit's height must be at least 0")
    with np.errstate(invalid="ignore"):
        return np.arcsin(earth_radius_km / (earth_radius_km + orbit_altitude_km))


def _shadow_half_angle(orbit_altitude_km: Array, earth_radius_km: Array, cone: Array) -> Array:
    """Angle from the point opposite the Sun at which a satellite enters the shadow, in radians."""
    taper = cone * np.arcsin((SUN_RADIUS_KM + cone * earth_radius_km) / ASTRONOMICAL_UNIT_KM)
    return _earth_half_angle(orbit_altitude_km, earth_radius_km) + taper
