"""Flight of one satellite beside another on a circular orbit: free fall by Hill, Clohessy and Wiltshire, then what the
Earth's flattening and the air do to it.

Offsets are radial (upward), along the track (forward) and across it (along the orbit's normal), seen from the reference
satellite. Positions and times broadcast: states of shape (satellites, 1) over times of shape (times,) give a table.
The solution is linear: its error grows as offset²/a, to 1.7 m in one orbit for a member 1 km ahead at 650 km.
"""

import numpy as np

from earth_or_orbit.constants import (
    EARTH_EQUATORIAL_RADIUS_KM,
    EARTH_GRAVITATIONAL_PARAMETER_KM3_PER_S2,
    EARTH_J2,
    SECONDS_PER_DAY,
    SECONDS_PER_YEAR,
    Array,
)


def radial_offset_m(
    initial_radial_m: Array,
    initial_radial_m_per_s: Array,
    initial_along_m_per_s: Array,
    orbit_altitude_km: Array,
    elapsed_s: Array,
) -> Array:
    """Height above the reference satellite after a time in free fall. [m]

    x = (4 − 3 cos nt) x₀ + (sin nt/n) u₀ + (2/n)(1 − cos nt) v₀, u and v the radial and the along-track speed.
    Source: Clohessy and Wiltshire (1960), J. Aerospace Sci. 27, 653.
    Check: radial_offset_m(500, 0, -1.07154, 650, 2931.9) = -500 (0.01%)
    """
    n, cosine, sine = _phase(orbit_altitude_km, elapsed_s)
    falls = (1 - cosine) * (3 * initial_radial_m + 2 * initial_along_m_per_s / n)  # structure: coefficients of Clohessy–Wiltshire
    return initial_radial_m + falls + sine / n * initial_radial_m_per_s


def along_offset_m(
    initial_radial_m: Array,
    initial_along_m: Array,
    initial_radial_m_per_s: Array,
    initial_along_m_per_s: Array,
    orbit_altitude_km: Array,
    elapsed_s: Array,
) -> Array:
    """Way ahead of the reference satellite after a time in free fall. [m]

    y = y₀ + 6 (sin nt − nt) x₀ − (2/n)(1 − cos nt) u₀ + (4 sin nt − 3nt) v₀/n.
    Source: Clohessy and Wiltshire (1960), J. Aerospace Sci. 27, 653.
    Check: along_offset_m(500, 0, 0, -1.07154, 650, 1465.9) = -1000 (0.01%)
    """
    n, cosine, sine = _phase(orbit_altitude_km, elapsed_s)
    turned = n * elapsed_s
    by_height = 6 * (sine - turned) * initial_radial_m  # structure: coefficients of Clohessy–Wiltshire
    by_speed = (4 * sine - 3 * turned) * initial_along_m_per_s  # structure: coefficients of Clohessy–Wiltshire
    return initial_along_m + by_height + (by_speed - 2 * (1 - cosine) * initial_radial_m_per_s) / n


def cross_offset_m(initial_cross_m: Array, initial_cross_m_per_s: Array, orbit_altitude_km: Array, elapsed_s: Array) -> Array:
    """Way to the side of the reference orbit's plane after a time in free fall. [m]

    z = z₀ cos nt + (w₀/n) sin nt: the two planes cross twice an orbit, whatever the motion within them.
    Source: Clohessy and Wiltshire (1960), J. Aerospace Sci. 27, 653.
    Check: cross_offset_m(100, 0, 650, 2931.9) = -100 (0.01%)
    """
    n, cosine, sine = _phase(orbit_altitude_km, elapsed_s)
    return initial_cross_m * cosine + initial_cross_m_per_s * sine / n


def radial_speed_m_per_s(
    initial_radial_m: Array,
    initial_radial_m_per_s: Array,
    initial_along_m_per_s: Array,
    orbit_altitude_km: Array,
    elapsed_s: Array,
) -> Array:
    """Upward speed in the turning frame after a time in free fall. [m/s]

    u = 3n x₀ sin nt + u₀ cos nt + 2 v₀ sin nt.
    Source: Clohessy and Wiltshire (1960), J. Aerospace Sci. 27, 653.
    Check: radial_speed_m_per_s(500, 0, -1.07154, 650, 1465.9) = -0.53577 (0.01%)
    """
    n, cosine, sine = _phase(orbit_altitude_km, elapsed_s)
    turning = 3 * n * initial_radial_m + 2 * initial_along_m_per_s  # structure: coefficients of Clohessy–Wiltshire
    return turning * sine + initial_radial_m_per_s * cosine


def along_speed_m_per_s(
    initial_radial_m: Array,
    initial_radial_m_per_s: Array,
    initial_along_m_per_s: Array,
    orbit_altitude_km: Array,
    elapsed_s: Array,
) -> Array:
    """Forward speed in the turning frame after a time in free fall. [m/s]

    v = v₀ − (1 − cos nt)(6n x₀ + 4 v₀) − 2 u₀ sin nt.
    Source: Clohessy and Wiltshire (1960), J. Aerospace Sci. 27, 653.
    Check: along_speed_m_per_s(500, 0, -1.07154, 650, 2931.9) = 1.07154 (0.01%)
    """
    n, cosine, sine = _phase(orbit_altitude_km, elapsed_s)
    turning = 6 * n * initial_radial_m + 4 * initial_along_m_per_s  # structure: coefficients of Clohessy–Wiltshire
    return initial_along_m_per_s - (1 - cosine) * turning - 2 * initial_radial_m_per_s * sine


def cross_speed_m_per_s(
    initial_cross_m: Array, initial_cross_m_per_s: Array, orbit_altitude_km: Array, elapsed_s: Array
) -> Array:
    """Sideward speed after a time in free fall. [m/s]

    w = w₀ cos nt − n z₀ sin nt.
    Source: Clohessy and Wiltshire (1960), J. Aerospace Sci. 27, 653.
    Check: cross_speed_m_per_s(100, 0, 650, 1465.9) = -0.10715 (0.01%)
    """
    n, cosine, sine = _phase(orbit_altitude_km, elapsed_s)
    return initial_cross_m_per_s * cosine - n * initial_cross_m * sine


def drift_free_along_speed_m_per_s(initial_radial_m: Array, orbit_altitude_km: Array) -> Array:
    """Forward speed at which a satellite keeps the reference's period and so does not drift. [m/s]

    v₀ = −2n x₀: equal semi-major axes. The path is then an ellipse twice as long as high.
    Source: Clohessy and Wiltshire (1960), J. Aerospace Sci. 27, 653.
    Check: drift_free_along_speed_m_per_s(500, 650) = -1.07154 (0.01%)
    """
    return -2 * _mean_motion(orbit_altitude_km) * initial_radial_m


def centred_radial_speed_m_per_s(initial_along_m: Array, orbit_altitude_km: Array) -> Array:
    """Upward speed at which a drift-free ellipse is centred on the reference satellite. [m/s]

    u₀ = n y₀/2.
    Source: Clohessy and Wiltshire (1960), J. Aerospace Sci. 27, 653.
    Check: centred_radial_speed_m_per_s(1000, 650) = 0.53577 (0.01%)
    """
    return _mean_motion(orbit_altitude_km) * initial_along_m / 2


def along_drift_per_orbit_m(initial_radial_m: Array, initial_along_m_per_s: Array, orbit_altitude_km: Array) -> Array:
    """Way that a satellite of unequal period gains on the reference in each orbit. [m]

    Δy = −6π (2 x₀ + v₀/n).
    Source: Clohessy and Wiltshire (1960), J. Aerospace Sci. 27, 653.
    Check: along_drift_per_orbit_m(10, 0, 650) = -377 (0.01%)
    """
    unequal_m = 2 * initial_radial_m + initial_along_m_per_s / _mean_motion(orbit_altitude_km)
    return -6 * np.pi * unequal_m  # structure: coefficient of Clohessy–Wiltshire


def oblateness_drift_per_orbit_m(
    initial_radial_m: Array,
    initial_along_m: Array,
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    argument_of_latitude_deg: Array,
) -> Array:
    """Way that a drift-free start without regard to the Earth's flattening loses or gains in each orbit. [m]

    Δy = −6π (γ x₀ + δ y₀/2), γ = (3/2) J2 (R/a)² (1 − 3 sin² i sin² u), δ = 3 J2 (R/a)² sin² i sin 2u: the start's
    energy differs by that of the flattened field. u is the reference's argument of latitude at the start. First order
    in J2 and in the offsets: within 4 % of numerical two-body orbits with J2 for members of 1 km.
    Source: energy integral of the J2 field; [egm96] for J2.
    Check: oblateness_drift_per_orbit_m(500, 0, 650, 97.99, 0) = -12.605 (0.1%)
    Check: oblateness_drift_per_orbit_m(500, 0, 650, 97.99, 90) = 24.48 (0.1%)
    """
    latitude = np.deg2rad(argument_of_latitude_deg)
    slope = 2 * _oblateness(orbit_altitude_km) * np.sin(np.deg2rad(orbit_inclination_deg)) ** 2 * np.sin(2 * latitude)
    excess = _field_excess(orbit_altitude_km, orbit_inclination_deg, argument_of_latitude_deg)
    unequal_m = excess * initial_radial_m + slope * initial_along_m / 2
    return -6 * np.pi * unequal_m  # structure: coefficient of Clohessy–Wiltshire


def radial_trim_ratio(orbit_altitude_km: Array, orbit_inclination_deg: Array, argument_of_latitude_deg: Array) -> Array:
    """Height of the drift-free ellipse in units of half its length, once the Earth's flattening is trimmed away. [ratio]

    k = 2/(2 + γ), γ as in oblateness_drift_per_orbit_m: the satellites start at 2 : k instead of 2 : 1, speeds unchanged.
    Between 0.9993 over the equator and 1.0013 over the poles for 650 km dawn-dusk. [S063] prints 2 : 1.0037 without
    saying where it starts, which period it compares after, or which speeds it keeps. Keeping inertial speeds instead
    doubles the trim over the pole (1.0026), and comparing after the unperturbed period makes it 1.0033 to 1.0043.
    Source: energy integral of the J2 field; [egm96] for J2.
    Check: radial_trim_ratio(650, 97.99, 0) = 0.99933 (0.001%)
    Check: radial_trim_ratio(650, 97.99, 90) = 1.0013 (0.001%)
    """
    return 2 / (2 + _field_excess(orbit_altitude_km, orbit_inclination_deg, argument_of_latitude_deg))


def drift_return_delta_v_m_per_s_year(drift_per_orbit_m: Array, orbit_altitude_km: Array) -> Array:
    """Speed change a year if each orbit's drift along the track is flown back within the next orbit. [m/s/year]

    Δv = (2|Δy|/3P) (year/P): a burn that starts the way back and one that ends it.
    Source: Clohessy and Wiltshire (1960), J. Aerospace Sci. 27, 653.
    Check: drift_return_delta_v_m_per_s_year(24.2, 650) = 14.82 (0.1%)
    """
    period_s = 2 * np.pi / _mean_motion(orbit_altitude_km)
    return 2 * np.abs(drift_per_orbit_m) / (3 * period_s) * SECONDS_PER_YEAR / period_s  # structure: 3P of way per burn


def shape_turn_deg_per_day(orbit_altitude_km: Array, orbit_inclination_deg: Array) -> Array:
    """Turn of all free-fall ellipses of a cluster together, by the Earth's flattening. [deg/day]

    dω/dt = (3/4) n J2 (R/a)² (4 − 5 sin² i). Alike for all members, so their distances stay; the whole pattern is
    shifted against the latitude. Near-circular orbits.
    Source: [egm96] for J2.
    Check: shape_turn_deg_per_day(650, 97.99) = -3.205 (0.1%)
    """
    inclined = 5 * np.sin(np.deg2rad(orbit_inclination_deg)) ** 2  # structure: law of the turning perigee
    half_turn = 2 - inclined / 2
    return np.rad2deg(_mean_motion(orbit_altitude_km) * _oblateness(orbit_altitude_km) * half_turn) * SECONDS_PER_DAY


def shape_hold_delta_v_m_per_s_year(
    ellipse_semi_minor_m: Array, orbit_altitude_km: Array, orbit_inclination_deg: Array
) -> Array:
    """Speed change a year if that turn is not let go but held, so that the pattern keeps its place in the orbit. [m/s/year]

    Δv = (n/2) A |dω/dt| · year, A the ellipse's half height: two tangential burns move an eccentricity at half its size.
    Source: relative eccentricity vectors, as in D'Amico (2010), thesis, Delft.
    Check: shape_hold_delta_v_m_per_s_year(500, 650, 97.99) = 5.473 (0.1%)
    """
    turn_per_year = np.deg2rad(np.abs(shape_turn_deg_per_day(orbit_altitude_km, orbit_inclination_deg)))
    years_turn = turn_per_year * SECONDS_PER_YEAR / SECONDS_PER_DAY
    return _mean_motion(orbit_altitude_km) * ellipse_semi_minor_m * years_turn / 2


def inclination_hold_delta_v_m_per_s_year(
    inclination_offset_m: Array, orbit_altitude_km: Array, orbit_inclination_deg: Array
) -> Array:
    """Speed change a year to hold a member whose orbit is tilted against the reference by its inclination. [m/s/year]

    Δv = (3/2) J2 (R/a)² sin² i · n² C · year, C = a Δi the greatest offset across the track: an unequal inclination turns
    the node at another rate. A tilt by the node alone costs nothing; a cluster in a tilted plane has members of both kinds.
    Source: [egm96] for J2; relative inclination vectors, as in D'Amico (2010), thesis, Delft.
    Check: inclination_hold_delta_v_m_per_s_year(866, 650, 97.99) = 41.1 (0.3%)
    """
    growth = _oblateness(orbit_altitude_km) * np.sin(np.deg2rad(orbit_inclination_deg)) ** 2
    return growth * _mean_motion(orbit_altitude_km) ** 2 * np.abs(inclination_offset_m) * SECONDS_PER_YEAR


def unequal_drag_delta_v_m_per_s_year(drag_delta_v_m_per_s_year: Array, drag_difference_frac: Array) -> Array:
    """Speed change a year to undo what two members' drag differs by. [m/s/year]

    Δv = ε Δv_drag, ε the share by which area, attitude or mass differ. Members fly through the same air.
    Source: definition.
    Check: unequal_drag_delta_v_m_per_s_year(30, 0.05) = 1.5 (0%)
    """
    return drag_difference_frac * drag_delta_v_m_per_s_year


def _mean_motion(orbit_altitude_km: Array) -> Array:
    """n = √(GM/a³), in radians per second; refused (scalars) or nan (arrays) below the ground."""
    if np.ndim(orbit_altitude_km) == 0 and not orbit_altitude_km > 0:
        raise ValueError(f"orbit_altitude_km is {orbit_altitude_km:g}; it must be above 0")
    axis_km = EARTH_EQUATORIAL_RADIUS_KM + np.where(np.asarray(orbit_altitude_km) > 0, orbit_altitude_km, np.nan)
    motion = np.sqrt(EARTH_GRAVITATIONAL_PARAMETER_KM3_PER_S2 / axis_km**3)
    return motion if np.ndim(orbit_altitude_km) else float(motion)


def _phase(orbit_altitude_km: Array, elapsed_s: Array) -> tuple[Array, Array, Array]:
    """n, cos nt and sin nt."""
    n = _mean_motion(orbit_altitude_km)
    return n, np.cos(n * elapsed_s), np.sin(n * elapsed_s)


def _oblateness(orbit_altitude_km: Array) -> Array:
    """(3/2) J2 (R/a)²."""
    ratio = EARTH_EQUATORIAL_RADIUS_KM / (EARTH_EQUATORIAL_RADIUS_KM + orbit_altitude_km)
    return 3 / 2 * EARTH_J2 * ratio**2  # structure: factor of the J2 law


def _field_excess(orbit_altitude_km: Array, orbit_inclination_deg: Array, argument_of_latitude_deg: Array) -> Array:
    """γ, by which the pull towards the Earth exceeds that of a point mass there."""
    sine = np.sin(np.deg2rad(orbit_inclination_deg)) * np.sin(np.deg2rad(argument_of_latitude_deg))
    return _oblateness(orbit_altitude_km) * (1 - 3 * sine**2)  # structure: shape of the J2 field
