"""How much of the Earth, or of a neighbouring plate, one face of a plate sees. Bare geometry: no facility wires it.

The Earth is a sphere that radiates evenly. A view factor is the share of what a face emits that would land there, and by
reciprocity the share of the Earth's flux per m2 that lands on the face.
"""

import numpy as np

from earth_or_orbit.constants import EARTH_EQUATORIAL_RADIUS_KM, Array

_FLAT_DEG, _STRAIGHT_DEG = 90.0, 180.0  # structure: a right angle and a half turn
# Midpoints of half an orbit; the other half mirrors it. Twice as many change no view factor by 1e-5.
_HALF_ORBIT_POINTS = 90  # structure: points of the orbit's quadrature
_HALF_ORBIT = np.pi * (np.arange(_HALF_ORBIT_POINTS) + 0.5) / _HALF_ORBIT_POINTS
# McCalip's calculator, as it is published: points of its average, and the floor of its factor for faces turned away.
_CALCULATOR_ORBIT = 2 * np.pi * np.arange(72) / 72  # structure: the points that the calculator's average has
_CALCULATOR_FLOOR = 0.05  # structure: the floor that makes up the calculator's heuristic


def nadir_earth_view_factor_frac(orbit_altitude_km: Array, earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM) -> Array:
    """View factor to the Earth of a plate that faces straight down. [frac]

    F = (R / (R + h))². Heights from 0.
    Source: closed form for a plate and a sphere.
    Check: nadir_earth_view_factor_frac(550) = 0.8475 (0.1%)
    Check: nadir_earth_view_factor_frac(550, 6371) = 0.847379 (0.0002%)
    """
    altitude_km = _within("orbit_altitude_km", orbit_altitude_km, 0, np.inf)
    return (earth_radius_km / (earth_radius_km + altitude_km)) ** 2


def edge_on_earth_view_factor_frac(orbit_altitude_km: Array, earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM) -> Array:
    """View factor to the Earth of a plate whose plane holds the nadir, one face. [frac]

    F = (atan(1/√(H²−1)) − √(H²−1)/H²) / π, H = (R + h)/R, between 0 and 0.5. Heights from 0.
    A radiator kept edge-on to Sun and Earth sees this much of the Earth with each of its faces.
    Source: closed form for a tilted plate and a sphere; agrees with ray tracing to 4e-4.
    Check: edge_on_earth_view_factor_frac(550) = 0.2578 (0.1%)
    Check: edge_on_earth_view_factor_frac(650) = 0.2407 (0.1%)
    """
    return tilted_earth_view_factor_frac(orbit_altitude_km, _FLAT_DEG, earth_radius_km)


def tilted_earth_view_factor_frac(
    orbit_altitude_km: Array, plate_tilt_deg: Array, earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM
) -> Array:
    """View factor to the Earth of one face whose normal stands at an angle to the nadir: 0° looks down, 180° up. [frac]

    F = cos b / H² while the whole disc is in front of the plate, 0 while all of it is behind, and between, with
    x = √(H²−1), y = −x cot b, s = √(1−y²): F = (cos b acos y − x s sin b) / (πH²) + atan(s sin b / x) / π.
    Heights from 0, tilts of 0 to 180°.
    Source: closed form for a tilted plate and a sphere (Naraghi 1988); agrees with ray tracing to 4e-4.
    Check: tilted_earth_view_factor_frac(550, [0, 60, 90], 6371) = [0.847379, 0.500147, 0.257773] (0.0002%)
    Check: tilted_earth_view_factor_frac(550, [120, 150], 6371) = [0.076457, 0.001702] (0.02%)
    """
    altitude_km = _within("orbit_altitude_km", orbit_altitude_km, 0, np.inf)
    tilt_deg = _within("plate_tilt_deg", plate_tilt_deg, 0, _STRAIGHT_DEG)
    return _seen_by_face(1 + altitude_km / earth_radius_km, np.deg2rad(tilt_deg))


def sun_facing_earth_view_factor_frac(
    orbit_altitude_km: Array, beta_angle_deg: Array, earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM
) -> Array:
    """View factor to the Earth of one face of a plate that follows the Sun, mean over an orbit. [frac]

    F = mean of the tilted plate's factor over the orbit, cos b = −cos β cos φ with φ from the point below the Sun. Front
    and back have the same mean. At β = 90° the plate stands edge-on all the way round. Heights from 0, |β| up to 90°.
    Source: mean of the closed form; what a calculator's floor of 5 % of the nadir factor stands in for.
    Check: sun_facing_earth_view_factor_frac(550, 90, 6371) = 0.257773 (0.001%)
    Check: sun_facing_earth_view_factor_frac(550, 0, 6371) = 0.33276 (0.01%)
    """
    altitude_km = _within("orbit_altitude_km", orbit_altitude_km, 0, np.inf)
    beta_deg = _within("beta_angle_deg", beta_angle_deg, -_FLAT_DEG, _FLAT_DEG)
    distance_ratio = np.asarray(1 + altitude_km / earth_radius_km)[..., np.newaxis]
    cosine = -np.cos(np.deg2rad(np.asarray(beta_deg)))[..., np.newaxis] * np.cos(_HALF_ORBIT)
    return _seen_by_face(distance_ratio, np.arccos(cosine)).mean(axis=-1)[()]


def calculator_earth_view_factor_frac(
    orbit_altitude_km: Array, beta_angle_deg: Array, earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM
) -> Array:
    """View factor that McCalip's calculator gives each face of a plate that follows the Sun; a heuristic. [frac]

    F = F_nadir × mean over 72 points of the orbit of cos γ, or of 0.05 where cos γ is not positive, cos γ = cos β cos ν.
    Kept to reproduce his numbers: at β = 90° and 550 km it is 12 times below the exact 0.258. |β| up to 90°.
    Source: [mccalip-math] view factors of a sun-tracking panel; his Earth has a radius of 6,371 km.
    Check: calculator_earth_view_factor_frac(550, 90, 6371) = 0.021184465961 (0.0000001%)
    Check: calculator_earth_view_factor_frac(800, 75, 6371) = 0.084720105757 (0.0000001%)
    """
    beta_deg = _within("beta_angle_deg", beta_angle_deg, -_FLAT_DEG, _FLAT_DEG)
    cosine = np.cos(np.deg2rad(np.asarray(beta_deg)))[..., np.newaxis] * np.cos(_CALCULATOR_ORBIT)
    share = np.where(cosine <= 0, _CALCULATOR_FLOOR, cosine).mean(axis=-1)[()]
    return nadir_earth_view_factor_frac(orbit_altitude_km, earth_radius_km) * share


def earth_angular_radius_deg(orbit_altitude_km: Array, earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM) -> Array:
    """Angle from the Earth's middle to its limb, seen from orbit. [deg]

    ρ = asin(R / (R + h)). Heights from 0.
    Source: geometry.
    Check: earth_angular_radius_deg(550, 6371) = 67.00394 (0.00001%)
    """
    altitude_km = _within("orbit_altitude_km", orbit_altitude_km, 0, np.inf)
    return np.rad2deg(np.arcsin(earth_radius_km / (earth_radius_km + altitude_km)))


def perpendicular_plate_view_factor_frac(plate_depth_m: Array, other_depth_m: Array, shared_edge_m: Array) -> Array:
    """View factor from a plate to another that stands square on its edge, like a radiator behind an array. [frac]

    F = [w atan(1/w) + h atan(1/h) − √(h²+w²) atan(1/√(h²+w²)) + ¼ ln(u v)] / (π w), w and h the depths of the plate and
    of the other over their shared edge; u, v the products of the closed form. Lengths above 0; rises to 0.5.
    Source: Hamilton and Morgan, NACA TN 2836 (1952), adjacent rectangles at a right angle.
    Check: perpendicular_plate_view_factor_frac(1, 1, 1) = 0.20004 (0.01%)
    """
    own, other = plate_depth_m / shared_edge_m, other_depth_m / shared_edge_m
    own2, other2 = own**2, other**2
    both2 = own2 + other2
    arcs = own * np.arctan(1 / own) + other * np.arctan(1 / other) - np.sqrt(both2) * np.arctan(1 / np.sqrt(both2))
    log = np.log((1 + own2) * (1 + other2) / (1 + both2))
    log = log + own2 * np.log(own2 * (1 + both2) / ((1 + own2) * both2))
    log = log + other2 * np.log(other2 * (1 + both2) / ((1 + other2) * both2))
    return (arcs + log / 2**2) / (np.pi * own)


def _seen_by_face(distance_ratio: Array, tilt: Array) -> Array:
    """The closed form, for the distance in Earth radii and the tilt from the nadir in radians."""
    limb = np.sqrt(distance_ratio**2 - 1)
    sine, cosine = np.sin(tilt), np.cos(tilt)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        cut = np.clip(-limb * cosine / sine, -1.0, 1.0)
        rest = np.sqrt(1 - cut**2)
        part = (cosine * np.arccos(cut) - limb * sine * rest) / (np.pi * distance_ratio**2)
        part = part + np.arctan(sine * rest / limb) / np.pi
    edge = np.arccos(1 / distance_ratio)  # the limb's distance from a level plate's own plane
    seen = np.where(tilt <= edge, cosine / distance_ratio**2, np.where(tilt >= np.pi - edge, 0.0, part))
    return np.where(np.isnan(distance_ratio * tilt), np.nan, seen)[()]


def _within(name: str, value: Array, low: float, high: float) -> Array:
    """The value; outside its range a scalar is refused and an array becomes nan."""
    inside = (value >= low) & (value <= high)
    if np.ndim(value) == 0:
        if not inside:
            raise ValueError(f"{name} is {value:g}; it must lie between {low:g} and {high:g}")
        return value
    return np.where(inside, value, np.nan)
