"""Sunlight in orbit: the year's eclipses of a circular orbit, by altitude, inclination and local time.

The shadow is a cylinder as wide as the Earth's equator unless a name or `shadow_cone_ratio` says otherwise. Geometry of orbits
stands in orbit_geometry.py, the shadow on one turn in shadow.py, the Sun's angle through the year in beta_of_year.py.
"""

import numpy as np

from earth_or_orbit.constants import (
    DAYS_PER_YEAR,
    DEG_PER_TURN,
    EARTH_EQUATORIAL_RADIUS_KM,
    EARTH_OBLIQUITY_DEG,
    HOURS_PER_DAY,
    SECONDS_PER_DAY,
    TROPICAL_YEAR_DAYS,
    Array,
)
from earth_or_orbit.quantities.beta_of_year import (
    YEAR_DAYS,
    ascending_node_of_day_deg,
    beta_of_year_deg,
    greatest_beta_of_year_deg,
    least_beta_of_year_deg,
)
from earth_or_orbit.quantities.orbit_geometry import (
    node_precession_deg_per_day,
    orbits_per_day,
    solar_longitude_deg,
    sun_synchronous_altitude_km,
)
from earth_or_orbit.quantities.shadow import (
    CYLINDER,
    PENUMBRA,
    UMBRA,
    eclipse_fraction_of_orbit_frac,
    eclipse_free_beta_deg,
    eclipse_time_min,
    oblate_eclipse_fraction_of_orbit_frac,
)

# Beyond 3,000 km the shadow returns to sun-synchronous orbits, so that no lowest altitude lies there.
_SEARCHED_ALTITUDES_KM = np.arange(100.0, 3000.0, 10.0)  # structure: grid of the search
_ALL_LOCAL_TIMES_H = np.arange(HOURS_PER_DAY)


def orbital_period_s(orbit_altitude_km: Array) -> Array:
    """Time of one turn of a circular orbit. [s]

    P = 2π √(a³/GM), a = R + h. Kepler's third law; J2 shortens a low orbit's nodal period by about 0.1 %.
    Source: [wgs84] table 3.1 for GM and R.
    Check: orbital_period_s(680) = 5904 (0.1%)
    """
    return SECONDS_PER_DAY / orbits_per_day(orbit_altitude_km)


def sun_synchronous_inclination_deg(orbit_altitude_km: Array) -> Array:
    """Inclination at which a circular orbit's node keeps pace with the mean Sun. [deg]

    cos i = −(one turn a year) / ((3/2) J2 n (R/a)²). Retrograde, 95° to 180°. None exists above 5,974 km: a scalar there
    is refused, in an array it becomes nan.
    Source: [egm96] for J2; [wikipedia-sso] for the relation.
    Check: sun_synchronous_inclination_deg(550) = 97.59 (0.02%)
    Check: sun_synchronous_inclination_deg(800) = 98.60 (0.02%)
    Check: sun_synchronous_inclination_deg([6500]) = nan (0%)
    """
    cosine = DEG_PER_TURN / TROPICAL_YEAR_DAYS / node_precession_deg_per_day(orbit_altitude_km, 0.0)
    if np.ndim(cosine) == 0 and cosine < -1:
        highest_km = sun_synchronous_altitude_km(DEG_PER_TURN / 2)
        raise ValueError(f"orbit_altitude_km is {orbit_altitude_km:g}; sun-synchronous orbits exist up to {highest_km:.0f} km")
    with np.errstate(invalid="ignore"):
        return np.rad2deg(np.arccos(cosine))


def sun_synchronous_least_beta_deg(orbit_altitude_km: Array, ascending_node_local_time_h: Array) -> Array:
    """Year's least angle between the Sun and the plane of a sun-synchronous orbit. [deg]

    β = min |β(day)| at the altitude's sun-synchronous inclination. Local times are the mean Sun's.
    Source: spherical trigonometry; [rmcdonald-eclipse] prints 59.16° and 51.67° for 6 h of the apparent Sun.
    Check: sun_synchronous_least_beta_deg(500, 6.0) = 59.16 (0.1%)
    Check: sun_synchronous_least_beta_deg(2000, 6.0) = 51.67 (0.1%)
    """
    inclination_deg = sun_synchronous_inclination_deg(orbit_altitude_km)
    return least_beta_of_year_deg(orbit_altitude_km, inclination_deg, ascending_node_local_time_h)


def sun_synchronous_greatest_beta_deg(orbit_altitude_km: Array, ascending_node_local_time_h: Array) -> Array:
    """Year's greatest angle between the Sun and the plane of a sun-synchronous orbit. [deg]

    β = max |β(day)| at the sun-synchronous inclination. By the mean Sun's time a dawn-dusk orbit just misses 90°.
    Source: spherical trigonometry.
    Check: sun_synchronous_greatest_beta_deg(550, 18.0) = 86.9 (0.2%)
    """
    inclination_deg = sun_synchronous_inclination_deg(orbit_altitude_km)
    return greatest_beta_of_year_deg(orbit_altitude_km, inclination_deg, ascending_node_local_time_h)


def longest_eclipse_min(
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    ascending_node_local_time_h: Array,
    earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM,
    earth_obliquity_deg: Array = EARTH_OBLIQUITY_DEG,
    shadow_cone_ratio: Array = CYLINDER,
) -> Array:
    """Longest eclipse of the year, at any inclination. [min]

    t = eclipse time at the year's least |β|. The node drifts with J2: dawn-dusk sun-synchronous orbits meet it at one
    solstice, orbits that keep no local time meet β = 0 and with it the longest eclipse that their height has.
    Source: geometry; [hinode-eis] observes about 20 min at 680 km.
    Check: longest_eclipse_min(680, 98.1, 18.0) = 19.2 (0.5%)
    Check: longest_eclipse_min(550, 53.0, 18.0) = 35.6 (0.3%)
    """
    least_beta_deg = least_beta_of_year_deg(
        orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h, earth_obliquity_deg
    )
    return eclipse_time_min(orbit_altitude_km, least_beta_deg, earth_radius_km, shadow_cone_ratio)


def sun_synchronous_longest_eclipse_min(
    orbit_altitude_km: Array,
    ascending_node_local_time_h: Array,
    earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM,
    earth_obliquity_deg: Array = EARTH_OBLIQUITY_DEG,
    shadow_cone_ratio: Array = CYLINDER,
) -> Array:
    """Longest eclipse of the year on a sun-synchronous orbit; for a dawn-dusk one, at its worse solstice. [min]

    t = longest eclipse at the altitude's sun-synchronous inclination; none above 5,974 km.
    Source: geometry.
    Check: sun_synchronous_longest_eclipse_min(550, 18.0) = 21.7 (0.5%)
    Check: sun_synchronous_longest_eclipse_min(1000, 18.0) = 13.0 (0.5%)
    """
    return longest_eclipse_min(
        orbit_altitude_km,
        sun_synchronous_inclination_deg(orbit_altitude_km),
        ascending_node_local_time_h,
        earth_radius_km,
        earth_obliquity_deg,
        shadow_cone_ratio,
    )


def lowest_eclipse_free_altitude_km(
    ascending_node_local_time_h: Array,
    shadow_cone_ratio: Array = CYLINDER,
) -> Array:
    """Lowest sun-synchronous altitude that meets no eclipse in the year. [km]

    h = first altitude between 100 and 3,000 km where the year's least |β| reaches arcsin(R/(R + h)), interpolated in
    10 km steps; nan where there is none, as for every local time more than about an hour from 6 or 18.
    Source: geometry.
    Check: lowest_eclipse_free_altitude_km(18.0) = 1391 (0.5%)
    """
    altitudes = _SEARCHED_ALTITUDES_KM
    local_time_h = np.asarray(ascending_node_local_time_h, dtype=float)[..., np.newaxis]
    least_beta_deg = least_beta_of_year_deg(altitudes, sun_synchronous_inclination_deg(altitudes), local_time_h)
    cone = np.asarray(shadow_cone_ratio, dtype=float)[..., np.newaxis]
    spare_deg = least_beta_deg - eclipse_free_beta_deg(altitudes, shadow_cone_ratio=cone)
    above = np.argmax(spare_deg >= 0, axis=-1)
    after, before = (np.take_along_axis(spare_deg, np.maximum(above - k, 0)[..., None], -1)[..., 0] for k in (0, 1))
    with np.errstate(invalid="ignore", divide="ignore"):
        crossing = altitudes[above] - (altitudes[1] - altitudes[0]) * after / (after - before)
    return _plain(np.where(above > 0, crossing, np.nan))


def eclipse_fraction_year_mean_frac(
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    ascending_node_local_time_h: Array,
    shadow_cone_ratio: Array = CYLINDER,
) -> Array:
    """Share of a year that a circular orbit spends in the Earth's shadow. [frac]

    f = mean of the cylinder's eclipse fraction over the year's β. The node starts the year at the given mean local time
    and drifts with J2: a sun-synchronous orbit keeps it, any other turns through all of them, and one year's mean then
    depends on where it began (30.7 to 31.9 % at 550 km and 53°, 31.3 % over all planes).
    Source: geometry; an oblate Earth takes off about ECLIPSE_OBLATENESS_FRAC, which eclipse_oblateness_frac computes.
    Check: eclipse_fraction_year_mean_frac(550, 97.593, 18.0) = 0.05026 (0.4%)
    Check: eclipse_fraction_year_mean_frac(800, 98.603, 18.0) = 0.02778 (0.4%)
    Check: eclipse_fraction_year_mean_frac(550, 53.0, 18.0) = 0.3093 (0.4%)
    """
    orbit = orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h
    return _year_mean(shadow_cone_ratio, *orbit)


def umbra_fraction_year_mean_frac(
    orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_local_time_h: Array
) -> Array:
    """Share of a year for which the Earth hides the whole Sun. [frac]

    f = mean of the umbra's fraction over the year's β; otherwise as the cylinder's.
    Source: geometry; Orekit's event-found umbra gives 4.862 and 30.757 % for these two orbits.
    Check: umbra_fraction_year_mean_frac(550, 97.593, 18.0) = 0.04862 (0.5%)
    Check: umbra_fraction_year_mean_frac(550, 53.0, 18.0) = 0.30757 (0.3%)
    """
    orbit = orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h
    return _year_mean(UMBRA, *orbit)


def penumbra_fraction_year_mean_frac(
    orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_local_time_h: Array
) -> Array:
    """Share of a year for which the Earth hides any part of the Sun: penumbra, and the umbra in it. [frac]

    f = mean of the penumbra's fraction over the year's β; otherwise as the cylinder's.
    Source: geometry; Orekit's event-found shadow of any depth gives 5.227 and 31.194 % for these two orbits.
    Check: penumbra_fraction_year_mean_frac(550, 97.593, 18.0) = 0.05227 (0.5%)
    Check: penumbra_fraction_year_mean_frac(550, 53.0, 18.0) = 0.31194 (0.3%)
    """
    orbit = orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h
    return _year_mean(PENUMBRA, *orbit)


def eclipse_fraction_all_nodes_frac(
    orbit_altitude_km: Array, orbit_inclination_deg: Array, shadow_cone_ratio: Array = CYLINDER
) -> Array:
    """Share of time in the Earth's shadow, mean over all nodes of this inclination: a shell, or many years of one. [frac]

    f = mean of the eclipse fraction over local times of the node and a year.
    Source: geometry.
    Check: eclipse_fraction_all_nodes_frac(550, 53.0) = 0.3126 (0.2%)
    """
    altitude_km, inclination_deg, cone = (
        np.asarray(x, dtype=float)[..., np.newaxis] for x in (orbit_altitude_km, orbit_inclination_deg, shadow_cone_ratio)
    )
    return _plain(_year_mean(cone, altitude_km, inclination_deg, _ALL_LOCAL_TIMES_H).mean(axis=-1))


def sunlit_fraction_all_nodes_frac(
    orbit_altitude_km: Array, orbit_inclination_deg: Array, shadow_cone_ratio: Array = CYLINDER
) -> Array:
    """Share of time in sunlight, mean over all nodes of this inclination. [frac]

    f_sun = 1 − mean eclipse fraction over all nodes.
    Source: geometry.
    Check: sunlit_fraction_all_nodes_frac(550, 53.0) = 0.6874 (0.1%)
    """
    return 1 - eclipse_fraction_all_nodes_frac(orbit_altitude_km, orbit_inclination_deg, shadow_cone_ratio)


def oblate_eclipse_fraction_year_mean_frac(
    orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_local_time_h: Array
) -> Array:
    """Share of a year that a circular orbit spends in the shadow of the flattened Earth. [frac]

    f = mean of the flattened Earth's eclipse fraction over the year; otherwise as the cylinder's.
    Source: geometry; Orekit's umbra and any shadow over an oblate Earth have their middles at 4.840 and 30.806 %.
    Check: oblate_eclipse_fraction_year_mean_frac(550, 97.593, 18.0) = 0.04840 (0.5%)
    Check: oblate_eclipse_fraction_year_mean_frac(550, 53.0, 18.0) = 0.30806 (0.3%)
    """
    orbit = orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h
    altitude_km, inclination_deg, local_time_h = (np.asarray(x, dtype=float)[..., np.newaxis] for x in orbit)
    node_deg = ascending_node_of_day_deg(altitude_km, inclination_deg, local_time_h, YEAR_DAYS)
    fraction = oblate_eclipse_fraction_of_orbit_frac(altitude_km, inclination_deg, node_deg, solar_longitude_deg(YEAR_DAYS))
    return _plain(fraction.mean(axis=-1))


def eclipse_oblateness_frac(orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_local_time_h: Array) -> Array:
    """Share of a year by which a spherical Earth's shadow is too long: the band beside every year's mean. [frac]

    Δ = eclipse fraction over a sphere − over the flattened Earth. About ECLIPSE_OBLATENESS_FRAC for low orbits.
    Source: geometry; Orekit gives 0.205 and 0.170 points for these two orbits.
    Check: eclipse_oblateness_frac(550, 97.593, 18.0) = 0.00204 (5%)
    Check: eclipse_oblateness_frac(550, 53.0, 18.0) = 0.00170 (5%)
    """
    orbit = orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h
    return eclipse_fraction_year_mean_frac(*orbit) - oblate_eclipse_fraction_year_mean_frac(*orbit)


def sunlit_fraction_year_mean_frac(
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    ascending_node_local_time_h: Array,
    shadow_cone_ratio: Array = CYLINDER,
) -> Array:
    """Share of a year that a circular orbit spends in sunlight. [frac]

    f_sun = 1 − f_eclipse, with the cylinder's shadow and a node that drifts with J2.
    Source: geometry; [rmcdonald-eclipse] prints 94.7 % at 500 km and 98.6 % at 1,000 km for 6 h.
    Check: sunlit_fraction_year_mean_frac(500, 97.40, 6.0) = 0.947 (0.2%)
    """
    orbit = orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h
    return 1 - eclipse_fraction_year_mean_frac(*orbit, shadow_cone_ratio)


def sun_synchronous_eclipse_fraction_year_mean_frac(
    orbit_altitude_km: Array,
    ascending_node_local_time_h: Array,
    shadow_cone_ratio: Array = CYLINDER,
) -> Array:
    """Share of a year that a sun-synchronous orbit spends in the Earth's shadow. [frac]

    f = year's mean eclipse fraction at the altitude's sun-synchronous inclination.
    Source: geometry.
    Check: sun_synchronous_eclipse_fraction_year_mean_frac(550, 18.0) = 0.05026 (0.4%)
    """
    orbit = orbit_altitude_km, sun_synchronous_inclination_deg(orbit_altitude_km), ascending_node_local_time_h
    return eclipse_fraction_year_mean_frac(*orbit, shadow_cone_ratio)


def sun_synchronous_sunlit_fraction_year_mean_frac(
    orbit_altitude_km: Array,
    ascending_node_local_time_h: Array,
    shadow_cone_ratio: Array = CYLINDER,
) -> Array:
    """Share of a year that a sun-synchronous orbit spends in sunlight. [frac]

    f_sun = 1 − year's mean eclipse fraction at the altitude's sun-synchronous inclination.
    Source: geometry; [rmcdonald-eclipse] section 6.
    Check: sun_synchronous_sunlit_fraction_year_mean_frac(700, 6.0) = 0.967 (0.2%)
    Check: sun_synchronous_sunlit_fraction_year_mean_frac(1500, 6.0) = 1 (0%)
    """
    orbit = orbit_altitude_km, ascending_node_local_time_h
    return 1 - sun_synchronous_eclipse_fraction_year_mean_frac(*orbit, shadow_cone_ratio)


def eclipse_season_frac(
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    ascending_node_local_time_h: Array,
    shadow_cone_ratio: Array = CYLINDER,
) -> Array:
    """Share of a year in which every turn meets the shadow: the eclipse seasons. [frac]

    s = share of the year's half days with |β| below arcsin(R/(R + h)).
    Source: geometry.
    Check: eclipse_season_frac(550, 97.593, 18.0) = 0.28 (2%)
    """
    beta_deg = beta_of_year_deg(orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h)
    altitude_km, cone = (np.asarray(x, dtype=float)[..., np.newaxis] for x in (orbit_altitude_km, shadow_cone_ratio))
    limit_deg = eclipse_free_beta_deg(altitude_km, shadow_cone_ratio=cone)
    return _plain((np.abs(beta_deg) < limit_deg).mean(axis=-1))


def eclipse_season_days(
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    ascending_node_local_time_h: Array,
    shadow_cone_ratio: Array = CYLINDER,
) -> Array:
    """Days of a year in which every turn meets the shadow. [days]

    d = share of the year in eclipse seasons × 365.25 days; to half a day.
    Source: geometry; [rmcdonald-eclipse] prints 100 days at 500 km for 6 h.
    Check: eclipse_season_days(500, 97.40, 6.0) = 100 (3%)
    """
    orbit = orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h
    return DAYS_PER_YEAR * eclipse_season_frac(*orbit, shadow_cone_ratio)


def sun_synchronous_eclipse_season_days(
    orbit_altitude_km: Array,
    ascending_node_local_time_h: Array,
    shadow_cone_ratio: Array = CYLINDER,
) -> Array:
    """Days of a year in which every turn of a sun-synchronous orbit meets the shadow. [days]

    d = eclipse season at the altitude's sun-synchronous inclination; to half a day.
    Source: geometry; [rmcdonald-eclipse] section 6.
    Check: sun_synchronous_eclipse_season_days(1000, 6.0) = 54 (4%)
    """
    orbit = orbit_altitude_km, sun_synchronous_inclination_deg(orbit_altitude_km), ascending_node_local_time_h
    return eclipse_season_days(*orbit, shadow_cone_ratio)


def eclipsed_orbits_per_year(orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_local_time_h: Array) -> Array:
    """Turns of a year that meet the shadow: what a battery cycles. [1/year]

    N = days of the eclipse seasons × turns per day.
    Source: geometry; [rmcdonald-eclipse] prints about 1,520 at 500 km for 6 h.
    Check: eclipsed_orbits_per_year(500, 97.40, 6.0) = 1520 (4%)
    """
    orbit = orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h
    return eclipse_season_days(*orbit) * orbits_per_day(orbit_altitude_km)


def sun_synchronous_eclipsed_orbits_per_year(orbit_altitude_km: Array, ascending_node_local_time_h: Array) -> Array:
    """Turns of a year that meet the shadow on a sun-synchronous orbit. [1/year]

    N = days of the eclipse seasons × turns per day, at the altitude's sun-synchronous inclination.
    Source: geometry; [rmcdonald-eclipse] prints about 1,170 at 700 km for 6 h.
    Check: sun_synchronous_eclipsed_orbits_per_year(700, 6.0) = 1170 (4%)
    """
    return eclipsed_orbits_per_year(
        orbit_altitude_km, sun_synchronous_inclination_deg(orbit_altitude_km), ascending_node_local_time_h
    )


def _year_mean(cone: Array, altitude_km: Array, inclination_deg: Array, local_time_h: Array) -> Array:
    """Mean over a year's β of the shadow's fraction of the turn."""
    beta_deg = beta_of_year_deg(altitude_km, inclination_deg, local_time_h)
    altitude_km, cone = (np.asarray(x, dtype=float)[..., np.newaxis] for x in (altitude_km, cone))
    fraction = eclipse_fraction_of_orbit_frac(altitude_km, beta_deg, shadow_cone_ratio=cone)
    return _plain(fraction.mean(axis=-1))


def _plain(value: np.ndarray) -> Array:
    return value if np.ndim(value) else float(value)
