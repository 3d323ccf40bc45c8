"""A year's eclipses against an independent propagator: SGP4 for the satellite, the IAU's ERFA for the Sun.

SGP4's elements are mean ones and its field has more than J2. To compare the same orbit, the mean motion is chosen so
that the first day's mean radius is the circular orbit's, and for sun-synchronous orbits the inclination so that SGP4's
node keeps pace with the Sun. What is left is that J3 lets a "circular" SGP4 orbit fly 7 km higher over the south pole,
where a dawn-dusk orbit's eclipses of June lie: 0.06 points. Drawn onto the circle, the same positions agree to 0.02.
"""

import erfa
import numpy as np
import pytest
from sgp4.api import WGS84, Satrec

from earth_or_orbit import constants
from earth_or_orbit.quantities import orbit_geometry, sunlight

RADIUS_KM = constants.EARTH_EQUATORIAL_RADIUS_KM
START = 2461406.5  # 2027-01-01, Julian day
J2000, SGP4_EPOCH = 2451545.0, 2433281.5
MINUTES = np.arange(0.0, constants.TROPICAL_YEAR_DAYS * 1440)
SUN_SYNCHRONOUS = [(550, 97.593), (650, 97.986), (800, 98.603)]
OTHERS = [(550, 53.0), (550, 30.0)]


@pytest.fixture(scope="module")
def sun_directions():
    """The Sun's direction each minute, in the frame that SGP4 speaks: true equator of date."""
    days = np.arange(0, constants.TROPICAL_YEAR_DAYS + 1, 0.25)
    earth, _ = erfa.epv00(START, days)
    vectors = np.einsum("tij,tj->it", erfa.pnm06a(START, days), -earth["p"])
    directions = np.stack([np.interp(MINUTES / 1440, days, axis) for axis in vectors], axis=1)
    return directions / np.linalg.norm(directions, axis=1, keepdims=True)


def satellite(mean_motion, inclination_deg, node_deg):
    made = Satrec()
    angles = np.deg2rad([inclination_deg, node_deg])
    made.sgp4init(WGS84, "i", 1, START - SGP4_EPOCH, 0.0, 0.0, 0.0, 1e-9, 0.0, angles[0], 0.0, mean_motion, angles[1])
    return made


def positions_km(made, minutes):
    errors, places, _ = made.sgp4_array(np.full(len(minutes), START), minutes / 1440)
    assert not errors.any()
    return places


def matched_satellite(altitude_km, inclination_deg, keeps_local_time):
    """The SGP4 satellite whose first day has the mean radius, and whose node the drift, of the circular orbit."""
    axis_km = RADIUS_KM + altitude_km
    mean_motion = 60 * np.sqrt(constants.EARTH_GRAVITATIONAL_PARAMETER_KM3_PER_S2 / axis_km**3)
    node_deg = orbit_geometry.mean_solar_longitude_deg(START - J2000) + 90  # an evening node
    sun_rate = 2 * np.pi / constants.TROPICAL_YEAR_DAYS / 1440
    for _ in range(6):
        made = satellite(mean_motion, inclination_deg, node_deg)
        mean_motion *= (np.linalg.norm(positions_km(made, MINUTES[:1440]), axis=1).mean() / axis_km) ** 1.5
        if keeps_local_time:
            step = (sun_rate - made.nodedot) / (-made.nodedot * np.tan(np.deg2rad(inclination_deg)))
            inclination_deg += np.rad2deg(step)
    return made


def in_shadow(places_km, sun):
    along = (places_km * sun).sum(axis=1)
    return (along < 0) & ((places_km**2).sum(axis=1) - along**2 < RADIUS_KM**2)


@pytest.mark.parametrize(("altitude_km", "inclination_deg"), SUN_SYNCHRONOUS + OTHERS)
def test_a_year_of_eclipses_agrees_with_sgp4_and_erfa(sun_directions, altitude_km, inclination_deg):
    made = matched_satellite(altitude_km, inclination_deg, inclination_deg > 90)
    places = positions_km(made, MINUTES)
    radius = np.linalg.norm(places, axis=1, keepdims=True)
    ours = sunlight.eclipse_fraction_year_mean_frac(altitude_km, inclination_deg, 18.0)
    flown = in_shadow(places, sun_directions).mean()
    assert ours == pytest.approx(flown, abs=0.001)
    on_the_circle = in_shadow(places / radius * (RADIUS_KM + altitude_km), sun_directions).mean()
    assert ours == pytest.approx(on_the_circle, abs=0.0003)


@pytest.mark.parametrize(("altitude_km", "inclination_deg"), [SUN_SYNCHRONOUS[0], *OTHERS])
def test_the_longest_eclipse_agrees_with_the_propagator(sun_directions, altitude_km, inclination_deg):
    made = matched_satellite(altitude_km, inclination_deg, inclination_deg > 90)
    dark = in_shadow(positions_km(made, MINUTES), sun_directions).astype(int)
    edges = np.flatnonzero(np.diff(dark, prepend=0, append=0))
    longest_min = (edges[1::2] - edges[::2]).max()
    ours = sunlight.longest_eclipse_min(altitude_km, inclination_deg, 18.0)
    assert ours == pytest.approx(longest_min, abs=1.0)  # the propagator was asked each minute


# Orekit 13.1, Eckstein-Hechler orbits, events found by its shadow detector, one year from 2027-01-01, in % of the year:
# umbra and any shadow over a spherical Earth, then over the oblate one. An evening node at the start.
OREKIT = {
    (550, 97.593): (4.862, 5.227, 4.656, 5.023),
    (650, 97.986): (3.847, 4.198, 3.655, 4.008),
    (800, 98.603): (2.601, 2.933, 2.429, 2.763),
    (550, 53.0): (30.757, 31.194, 30.588, 31.023),
}


@pytest.mark.parametrize(("orbit", "percent"), OREKIT.items())
def test_cones_and_flattening_agree_with_orekit(orbit, percent):
    umbra, any_shadow, oblate_umbra, oblate_any = np.array(percent) / 100
    assert sunlight.umbra_fraction_year_mean_frac(*orbit, 18.0) == pytest.approx(umbra, abs=0.001)
    assert sunlight.penumbra_fraction_year_mean_frac(*orbit, 18.0) == pytest.approx(any_shadow, abs=0.001)
    oblate = sunlight.oblate_eclipse_fraction_year_mean_frac(*orbit, 18.0)
    assert oblate == pytest.approx((oblate_umbra + oblate_any) / 2, abs=0.001)
    # The stated band: the sphere's mean less the band holds what Orekit finds over the oblate Earth.
    band = constants.ECLIPSE_OBLATENESS_FRAC
    sphere = sunlight.eclipse_fraction_year_mean_frac(*orbit, 18.0)
    assert sphere - band - 0.0005 <= (oblate_umbra + oblate_any) / 2 <= sphere
    assert sunlight.eclipse_oblateness_frac(*orbit, 18.0) == pytest.approx(umbra - oblate_umbra, abs=0.0001)
