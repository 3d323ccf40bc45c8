"""Dose, life, errors and shielding, against published runs, a simulation, limits and hand calculations."""

import numpy as np
import pytest

from earth_or_orbit import facts, series
from earth_or_orbit.quantities import radiation, trapped_dose, upsets, workloads
from earth_or_orbit.quantities.sunlight import sun_synchronous_inclination_deg

AXES = ("dose_solar_axis_frac", "dose_altitude_axis_km", "dose_inclination_axis_deg", "dose_aluminium_axis_mm")
GRIDS = ("trapped_proton_dose_grid_rad_per_year", "trapped_electron_dose_grid_rad_per_year")
# Total dose, rad(Si) in 1825 days at 550 km behind 1, 2, 3, 5, 8, 10, 16 and 20 mm, centre of an aluminium sphere: SPENVIS
# 4.6.11 with AP8-MIN, AE8-MAX and SHIELDOSE-2, from the files of github.com/pfandzelter/leo-edge-failure-models (MIT).
DEPTHS_MM = (1, 2, 3, 5, 8, 10, 16, 20)
SPENVIS = {
    30: (4708.6, 2315.5, 1824.7, 1461.3, 1274.9, 1195.5, 1007.1, 909.31),
    55: (26242, 9545.7, 4607.2, 1598.7, 861.94, 764.84, 623.87, 551.93),
    75: (38988, 13705, 6056.2, 1663.9, 701.19, 607.3, 494.71, 438.34),
    95: (30554, 10714, 4804.9, 1400.8, 640.49, 560.28, 457.47, 405.33),
    100: (33331, 11605, 5153.7, 1467, 652.88, 569.37, 464.7, 411.73),
}
# Trapped dose behind 5 mm, krad(Si) a year at 30 degrees, where no solar proton arrives: SPENVIS runs with AP8-MIN and AE8-MIN
# of github.com/rMcDonald17/Orbital-Datacenters, docs/radiation_altitude_trade.md (MIT).
AT_30_DEG = {500: 0.18, 700: 0.76, 1000: 3.02, 1200: 6.57, 1500: 17.49, 2000: 47.81}
# Trapped protons alone on the sun-synchronous orbits of the same runs, rad(Si) a year.
SUN_SYNCHRONOUS_PROTONS = {500: 97.4, 2000: 18802.0}
EQUATORIAL_RAD_IN_FIVE_YEARS = {0: 0.88, 5: 18.4}  # behind 1 mm, same runs as SPENVIS


@pytest.fixture(scope="module")
def axes():
    return [series.array(name) for name in AXES]


@pytest.fixture(scope="module")
def grids():
    return [series.array(name) for name in GRIDS]


@pytest.fixture(scope="module")
def dose(axes, grids):
    """Dose in a year by altitude, inclination, aluminium and solar share; protons and electrons unless told."""

    def at(altitude, inclination, aluminium, solar, protons=1, electrons=1):
        return trapped_dose.trapped_dose_rad_per_year(
            altitude, inclination, aluminium, solar, protons, electrons, *axes, *grids
        )

    return at


@pytest.mark.parametrize("inclination", SPENVIS)
def test_published_spenvis_runs_are_met_within_ten_per_cent(dose, inclination):
    ours = dose(550, inclination, np.array(DEPTHS_MM, float), 0) * 1825 / 365.25
    assert ours == pytest.approx(SPENVIS[inclination], rel=0.10)


@pytest.mark.parametrize("inclination", EQUATORIAL_RAD_IN_FIVE_YEARS)
def test_near_the_equator_the_dose_is_nothing_either_way(dose, inclination):
    assert 5 * dose(550, inclination, 1, 0) == pytest.approx(EQUATORIAL_RAD_IN_FIVE_YEARS[inclination], abs=10)


@pytest.mark.parametrize("altitude", AT_30_DEG)
def test_other_runs_up_to_2000_km_are_met_within_ten_per_cent(dose, altitude):
    assert dose(altitude, 30, 5, 0) / 1e3 == pytest.approx(AT_30_DEG[altitude], rel=0.10)


@pytest.mark.parametrize("altitude", SUN_SYNCHRONOUS_PROTONS)
def test_protons_of_the_same_runs_on_sun_synchronous_orbits(dose, altitude):
    inclination = sun_synchronous_inclination_deg(altitude)
    assert dose(altitude, inclination, 5, 0, electrons=0) == pytest.approx(SUN_SYNCHRONOUS_PROTONS[altitude], rel=0.10)


def test_google_lies_near_solar_maximum_and_below_solar_minimum(dose):
    inclination = sun_synchronous_inclination_deg(650)
    assert dose(650, inclination, 10, 1) == pytest.approx(150, rel=0.15)
    assert dose(650, inclination, 10, 0) == pytest.approx(224, rel=0.03)


def test_a_krad_a_year_at_650_km_goes_with_three_to_four_millimetres(axes, grids):
    inclination = sun_synchronous_inclination_deg(650)
    thickness = trapped_dose.shielding_for_trapped_dose_mm(1000, 650, inclination, 0, *axes, *grids)
    assert 3 < thickness < 4


def test_a_krad_a_year_at_1600_km_is_too_low_behind_twenty_millimetres_of_aluminium(dose):
    assert dose(1600, 102.5, 20, 1) > 3000


def test_dose_falls_with_aluminium_and_rises_with_altitude(dose):
    thickness = np.linspace(1, 20, 77)
    altitude = np.linspace(300, 2000, 86)
    for inclination in (30, 53, 75, 82.4, 90):
        assert (np.diff(dose(650, inclination, thickness, 0.5)) < 0).all()
        assert (np.diff(dose(altitude, inclination, 10, 0.5)) > 0).all()


def test_solar_activity_is_linear_and_a_retrograde_orbit_reads_as_its_mirror(dose):
    low, middle, high = (dose(650, 98, 10, share) for share in (0, 0.5, 1))
    assert middle == pytest.approx((low + high) / 2)
    assert low > high  # the expanded air of solar maximum eats protons
    assert dose(650, 98, 10, 0.3) == pytest.approx(dose(650, 82, 10, 0.3))


def test_at_a_point_of_the_table_the_table_itself_is_read(dose, axes, grids):
    for place in ((0, 7, 16, 7), (1, 12, 6, 2), (0, 24, 18, 10)):
        where = [axis[at] for axis, at in zip(axes, place, strict=True)]
        expected = sum(grid[place] for grid in grids)
        assert dose(where[1], where[2], where[3], where[0]) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ((35786, 0, 10, 0), "35786; allowed: 300 to 2000 km; geostationary orbit is out of scope"),
        ((250, 98, 10, 0), "250; allowed: 300 to 2000 km"),
        ((650, 98, 0.5, 0), "0.5; allowed: 1 to 20 mm"),
        ((650, 98, 30, 0), "30; allowed: 1 to 20 mm"),
        ((650, 200, 10, 0), "200; allowed: 0 to 180 deg"),
        ((650, 98, 10, 1.5), "1.5; allowed: 0 to 1"),
    ],
)
def test_a_number_outside_the_table_is_refused_in_one_line(dose, where, said):
    with pytest.raises(ValueError) as refusal:
        dose(*where)
    assert said in str(refusal.value) and "\n" not in str(refusal.value)
    assert ("geostationary" in str(refusal.value)) == (where[0] > 2000)


def test_an_array_outside_the_table_becomes_nan_and_never_the_edge(dose):
    for place in range(4):
        where = [650, 98, 10, 0.5]
        where[place] = np.array([where[place], 1e5])
        assert np.isnan(dose(*where)).tolist() == [False, True]


def test_draws_are_read_one_by_one(dose):
    rng = np.random.default_rng(5)
    draws = [rng.uniform(*ends, 50) for ends in ((300, 2000), (0, 180), (1, 20), (0, 1))]
    together = dose(*draws)
    alone = [dose(*map(float, one)) for one in zip(*draws, strict=True)]
    assert together.shape == (50,) and together == pytest.approx(alone)


def test_inverses_lead_back(dose, axes, grids):
    for limit in (100.0, 1000.0, 9000.0):
        altitude = trapped_dose.altitude_of_trapped_dose_km(limit, 98, 10, 0.5, *axes, *grids)
        assert dose(altitude, 98, 10, 0.5) == pytest.approx(limit, rel=1e-3)
    for limit in (400.0, 1000.0, 9000.0):
        thickness = trapped_dose.shielding_for_trapped_dose_mm(limit, 800, 98, 0.5, *axes, *grids)
        assert dose(800, 98, thickness, 0.5) == pytest.approx(limit, rel=1e-3)
    assert np.isnan(trapped_dose.shielding_for_trapped_dose_mm(1.0, 800, 98, 0.5, *axes, *grids))


def test_the_altitude_for_a_life_leaves_room_for_the_sun_and_cosmic_rays(dose, axes, grids):
    limits, years = np.array([500.0, 2000.0, 1.0, 1e9]), 5
    found = radiation.highest_altitude_for_life_km(limits, years, 20, 4, 98, 10, 0.5, *axes, *grids)
    for limit, altitude in zip(limits[:2], found[:2], strict=True):
        assert years * (dose(altitude, 98, 10, 0.5) + 24) == pytest.approx(limit, rel=1e-3)
    assert np.isnan(found[2:]).all()  # passed at 300 km already; kept even at 2,000 km
    assert np.isnan(radiation.highest_altitude_for_life_km(50.0, 5, 20, 4, 98, 10, 0.5, *axes, *grids))


def test_anomaly_shares_are_folded_and_refused_outside():
    table = np.array([[0.9, 0.7], [0.8, 0.6]])
    read = radiation.anomaly_dose_share_frac
    assert read(550, 97, [500, 600], [60, 90], table) == pytest.approx(read(550, 83, [500, 600], [60, 90], table))
    with pytest.raises(ValueError, match="orbit_altitude_km is 2500"):
        read(2500, 97, [500, 600], [60, 90], table)


def test_solar_protons_keep_their_reference_and_fall_with_aluminium():
    table = [300.6, 147.5, 49.82, 20.38, 7.555]
    axis = [1, 2, 5, 10, 20]
    there = [radiation.solar_proton_dose_rad_per_year(20, 10, float(mm), axis, table) for mm in axis]
    assert there[3] == pytest.approx(20) and there[1] == pytest.approx(20 * 147.5 / 20.38)
    assert (np.diff(there) < 0).all()


def test_printed_cross_sections_and_doses_agree():
    """Google rounds to one digit; the formula holds for every pair it prints."""
    for rad, printed_cm2 in ((14.4, 9e-9), (20, 6e-9), (44, 3e-9), (5000, 2e-11)):
        ours_cm2 = 1e4 * upsets.upset_cross_section_m2(rad, 7.9e10)
        assert ours_cm2 == pytest.approx(printed_cm2, rel=0.3)
        assert upsets.dose_per_event_rad(ours_cm2 / 1e4, 7.9e10) == pytest.approx(rad)


def test_a_training_fleet_meets_nine_thousand_silent_errors_in_three_months():
    assert upsets.fleet_upsets_count(4096, 0.25, 150, 17) == pytest.approx(9000, rel=0.01)
    gap = upsets.fleet_time_between_upsets_years(4096, 150, 17)
    assert gap * upsets.fleet_upsets_per_year(4096, 150, 17) == pytest.approx(1)


def simulated_productive_frac(checkpoint_s, restart_s, computed_s, mean_s, segments=40_000):
    """One job, interruptions drawn one by one: each strikes computing, a checkpoint or a restart, and the segment starts anew."""
    rng, clock = np.random.default_rng(11), 0.0
    for _ in range(segments):
        needed = computed_s + checkpoint_s
        while (spell := rng.exponential(mean_s)) < needed:
            clock += spell
            needed = restart_s + computed_s + checkpoint_s
        clock += needed
    return segments * computed_s / clock


@pytest.mark.parametrize("mean_s", [11134, 1800, 363])
def test_productive_time_is_that_of_a_simulated_job(mean_s):
    computed_s = np.sqrt(2 * 30 * mean_s)
    ours = workloads.training_productive_frac(30, 300, computed_s / 3600, mean_s / 3600)
    assert ours == pytest.approx(simulated_productive_frac(30, 300, computed_s, mean_s), rel=0.02)


def test_llama_3_is_effective_for_nine_tenths_of_its_time():
    mean_h = workloads.training_interruption_interval_h(16384, 0.173)
    interval_h = workloads.training_checkpoint_interval_h(30, mean_h)
    assert mean_h == pytest.approx(54 * 24 / 419, rel=0.01)
    assert workloads.training_productive_frac(30, 300, interval_h, mean_h) == pytest.approx(0.90, abs=0.01)


def test_the_interval_is_near_the_best_and_first_order_is_near_exact_while_interruptions_are_rare():
    mean_h = 3.09
    interval_h = workloads.training_checkpoint_interval_h(30, mean_h)
    tried_h = interval_h * np.geomspace(0.2, 5, 401)
    exact = workloads.training_productive_frac(30, 300, interval_h, mean_h)
    assert exact >= 0.999 * workloads.training_productive_frac(30, 300, tried_h, mean_h).max()
    assert 1 - exact == pytest.approx(workloads.training_lost_first_order_frac(30, 300, mean_h), rel=0.06)
    with pytest.raises(ValueError, match="more than the whole time"):
        workloads.training_lost_first_order_frac(30, 300, 0.05)


def test_productive_time_stays_a_share_at_both_ends():
    assert workloads.training_productive_frac(30, 300, 0.2, 1e-4) == 0
    assert workloads.training_productive_frac(30, 300, 100.0, 1e9) == pytest.approx(1, abs=1e-3)


def test_answers_and_inferences_say_the_same():
    per_error = upsets.inferences_per_silent_error_count(17, 150, 1)
    rate = upsets.upsets_per_chip_year(150, 17)
    assert workloads.silent_errors_per_million_answers_count__none(rate, 1, 1) == pytest.approx(1e6 / per_error)
    assert 2.9e6 < per_error < 4.3e6  # the source says of the order of 3 million
    once, twice = (
        f(rate, 10, 8)
        for f in (
            workloads.silent_errors_per_million_answers_count__none,
            workloads.silent_errors_per_million_answers_count__duplicate,
        )
    )
    assert twice == pytest.approx(once**2 / 1e6)
    assert workloads.inference_delivered_frac__duplicate(0.8) == workloads.inference_delivered_frac__none(0.8) / 2


def test_starclouds_kilogram_is_five_millimetres_around_a_rack():
    rack = radiation.enclosure_area_of_box_m2_per_kw(0.6, 1.068, 2.236, 120)
    assert radiation.shielding_of_mass_mm(1, rack) == pytest.approx(5.1, rel=0.01)
    data = facts.load()
    (area,) = data.rows("nvl72_enclosure", "enclosure_area_m2_per_kw")
    (stated,) = data.rows("starcloud_5gw", "shielding_aluminium_mm")
    assert area.central == pytest.approx(rack, rel=0.002)
    assert radiation.shielding_mass_kg_per_kw(area.central, stated.central) == pytest.approx(1, rel=0.01)


def test_a_further_millimetre_adds_what_the_mass_says():
    thinner, thicker = (
        radiation.satellite_shielding_mass_kg(150, radiation.shielding_mass_kg_per_kw(0.0728, mm)) for mm in (5, 6)
    )
    assert thicker - thinner == pytest.approx(radiation.satellite_shielding_kg_per_mm(150, 0.0728))
