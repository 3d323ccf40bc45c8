"""Punctures: fluxes against published tables and counts, walls against another equation, spare loops against drawn lives."""

import math

import numpy as np
import pytest

from earth_or_orbit.quantities import punctures

WALL = {"puncture_depth_ratio": 1.8, "meteoroid_density_kg_per_m3": 2500.0, "meteoroid_speed_km_per_s": 20.0}
DEBRIS = {"debris_density_kg_per_m3": 2800.0, "debris_object_growth_frac_per_year": 0.05,
          "debris_fragment_growth_frac_per_year": 0.02}  # fmt: skip


def flux(altitude_km, wall_mm=3.0, inclination=1.6, year=2030, ratio=1.0, speed=13.0, activity=125.0):
    return punctures.puncture_flux_count_per_m2_year(
        altitude_km, wall_mm, **WALL, debris_speed_km_per_s=speed, debris_inclination_ratio=inclination,
        solar_radio_flux_sfu=activity, flight_calendar_year=year, debris_model_ratio=ratio, **DEBRIS,
    )  # fmt: skip


def test_meteoroids_follow_gruen_in_a_hand_calculation():
    """A microgram: 2200 · 1e-6^0.306 = 32.1, plus 15 is 47.1, to the -4.38 is 4.71e-8 a second; the rest adds 1.2e-10."""
    expected = (4.71e-8 + 1.2e-10) * 3.1557e7
    assert punctures.meteoroid_far_flux_count_per_m2_year(1e-9) == pytest.approx(expected, rel=0.01)


def test_meteoroids_of_a_gram_follow_the_power_law_of_large_ones():
    """Above a milligram the first term alone is left, with the slope 0.306 · 4.38 = 1.34 of the visual meteors."""
    heavy, heavier = punctures.meteoroid_far_flux_count_per_m2_year(np.array([1e-4, 1e-3]))
    assert np.log10(heavy / heavier) == pytest.approx(0.306 * 4.38, rel=0.015)
    assert heavier / 3.1557e7 == pytest.approx(2200**-4.38, rel=0.05)


def test_meteoroids_fall_with_mass_and_arrays_broadcast():
    masses = np.geomspace(1e-15, 1e-3, 50)
    found = punctures.meteoroid_far_flux_count_per_m2_year(masses)
    assert np.all(np.diff(found) < 0) and found.shape == masses.shape


def test_the_earth_hides_half_the_sky_at_its_air_and_nothing_far_away():
    assert punctures.earth_shielding_frac(100.0) == pytest.approx(0.5)
    assert punctures.earth_shielding_frac(1e9) == pytest.approx(1.0)
    assert punctures.meteoroid_focusing_ratio(1e9, 20.0) == pytest.approx(1.0, abs=1e-4)


def test_debris_of_a_millimetre_agrees_with_esas_count():
    """140 million pieces of 1 mm to 1 cm are quoted with MASTER-8; a tenth to a half of them between 700 and 1,000 km."""
    model = punctures.debris_flux_count_per_m2_year(850.0, 1.6, 1.0, 125.0, 2024, 0.05, 0.02, 1.0)
    low, high = (punctures.shell_flux_count_per_m2_year(140e6 * part, 700, 1000, 12) for part in (0.1, 0.5))
    assert low < model < high


def test_debris_of_a_centimetre_agrees_with_esas_count():
    """1.2 million pieces of 1 to 10 cm (MASTER-8), a quarter of them between 700 and 1,000 km: within a factor of three."""
    model = punctures.debris_flux_count_per_m2_year(850.0, 1.6, 10.0, 125.0, 2024, 0.05, 0.02, 1.0)
    counted = punctures.shell_flux_count_per_m2_year(1.2e6 * 0.25, 700, 1000, 12)
    assert counted / 3 < model < counted * 3


def test_the_sun_clears_low_orbits():
    quiet, active = (punctures.debris_flux_count_per_m2_year(400.0, 1.0, 1.0, s, 2026, 0.05, 0.02, 1.0) for s in (75, 200))
    assert active < quiet / 3


@pytest.mark.parametrize("wall_mm", [1.0, 3.0, 6.0])
@pytest.mark.parametrize(("density", "speed"), [(2800.0, 13.0), (2500.0, 20.0), (2800.0, 9.5)])
def test_the_wall_agrees_with_mcdonnell_and_sullivan(wall_mm, density, speed):
    """F = 1.272 d^1.056 (rho_p/rho_iron)^0.476 v_n^0.806 in cm and km/s for aluminium, the other usual single-wall law."""
    d_cm = punctures.puncturing_diameter_mm(wall_mm, density, speed, 1.8) / 10
    limit_cm = 1.272 * d_cm**1.056 * (density / 7870) ** 0.476 * (speed * 2 / 3) ** 0.806
    assert limit_cm * 10 == pytest.approx(wall_mm, rel=0.33)


def test_the_soyuz_hole_was_made_by_a_particle_that_the_wall_could_not_stop():
    """A hole of 0.8 mm in 2022: a meteoroid of a third to all of that, which punctures any bare tube wall of 1 to 1.5 mm."""
    assert 0.2 < punctures.puncturing_diameter_mm(1.25, 2500.0, 20.0, 1.8) < 0.8


def test_the_space_stations_radiators_would_meet_a_few_punctures():
    """475 m2 with two faces, 5 % tubes, 2007 to 2025 at 410 km. Seen: strikes on faces, no tube proven to be punctured by a
    particle, one slow leak of unknown cause. The model with its central facts expects about four: it is on the safe side."""
    exposed = punctures.loop_exposed_area_m2(475.3, 2, 0.05)
    expected = punctures.satellite_punctures_count(flux(410.0, inclination=1.0, year=2016, speed=9.5), exposed, 18.0)
    assert 1.5 < expected < 6
    armoured = punctures.satellite_punctures_count(flux(410.0, wall_mm=5.0, inclination=1.0, year=2016, speed=9.5), exposed, 18.0)
    assert armoured < expected / 2.5


def test_chance_is_poisson():
    assert punctures.puncture_chance_frac(1e-9) == pytest.approx(1e-9)
    assert punctures.puncture_chance_frac(np.array([0.0, 1.0, 50.0])) == pytest.approx([0.0, 1 - 1 / math.e, 1.0])


@pytest.mark.parametrize("punctured", [0.3, 1.78, 2.9])
def test_spare_loops_carry_the_heat_in_drawn_lives(punctured):
    """Punctures thrown at random over the radiator with its spare loops: the share of lives that end with enough loops."""
    loops = 32
    spare = int(punctures.spare_loops_count(punctured, loops, 0.95))
    draws = np.random.default_rng(7)

    def kept(k):
        hits = draws.poisson(punctured / loops, size=(20000, loops + k))
        return np.mean(np.sum(hits > 0, axis=1) <= k)

    assert kept(spare) >= 0.95 - 0.004
    assert spare == 0 or kept(spare - 1) < 0.95 + 0.004


def test_more_loops_need_less_spare_radiator():
    spare = [punctures.spare_loops_count(1.0, loops, 0.95) / loops for loops in (8, 16, 32, 64)]
    assert np.all(np.diff(spare) < 0)


def test_one_loop_needs_whole_spares_and_none_is_refused():
    assert punctures.spare_loops_count(1.0, 1, 0.95) == pytest.approx(np.ceil(np.log(0.05) / np.log(1 - np.exp(-1.0))) - 1)
    assert punctures.spare_loops_count(0.01, 1, 0.95) == 0
    with pytest.raises(ValueError, match="cooling_loops_count is 0; allowed: 1 and more"):
        punctures.spare_loops_count(1.0, 0, 0.95)


def test_redundancy_beats_armour_for_a_satellite_of_150_kw():
    """Both bring the chance of losing heat rejection to 5 %: six spare loops of 32, or about 9 mm over every tube."""
    exposed = punctures.loop_exposed_area_m2(220.0, 2, 0.05)
    single = punctures.satellite_punctures_count(flux(700.0), exposed, 5.0)
    spare = punctures.spare_loops_count(single, 32, 0.95)
    loops_kg = punctures.satellite_puncture_protection_mass_kg__isolated_loops(3100.0, spare, 32)
    walls = np.arange(3.0, 40.0, 0.5)
    chance = punctures.puncture_chance_frac(punctures.satellite_punctures_count(flux(700.0, walls), exposed, 5.0))
    needed_mm = walls[np.argmax(chance < 0.05)] - 3.0
    assert 5 < needed_mm < 20
    assert punctures.loop_armour_mass_kg(exposed, needed_mm) == pytest.approx(exposed * needed_mm * 2.7)
    assert loops_kg < 1000
