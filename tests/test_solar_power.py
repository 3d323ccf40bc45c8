"""Power in orbit: cells' heat balance and ageing, the worst orbit of the year, and the battery."""

import csv

import numpy as np
import pytest

from earth_or_orbit import facts
from earth_or_orbit.constants import APHELION_SUNLIGHT_RATIO
from earth_or_orbit.quantities import solar_power, sunlight

SIGMA = 5.670374419e-8
SILICON = {"efficiency": 0.22, "loss": 0.0034, "rated": 298.15}
# Equivalent fluence a year and cm2 at 80 degrees inclination, solar minimum: the spectra of fields/cell_damage.py put through
# the handbook's own program (EQGAFLUX, as translated in solarpy at commit 9e92284) behind 3 and 6 mil, mixed to 0.1 mm.
HANDBOOK_PROGRAM = {
    (550, "silicon"): 5.073e12,
    (550, "arsenide"): 1.727e12,
    (800, "silicon"): 1.837e13,
    (800, "arsenide"): 6.086e12,
}


def cell_temperature(altitude_km=550.0, efficiency=0.22, packing=0.9, infrared=237.0, albedo=0.3, back=0.9):
    return solar_power.cell_temperature_k(
        1361.0, efficiency, packing, SILICON["loss"], SILICON["rated"], 0.92, 0.85, back, altitude_km, infrared, albedo
    )


@pytest.fixture(scope="module")
def table():
    """The committed table of cell damage: axes, and the two grids by (solar share, altitude, inclination)."""
    path = facts.root_folder() / "data" / "series" / "cell_fluence.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = np.array([[float(cell) for cell in row] for row in list(csv.reader(file))[1:]])
    axes = [np.unique(rows[:, k]) for k in range(3)]
    order = np.lexsort(rows[:, :3].T[::-1])
    shape = tuple(map(len, axes))
    return axes[1], axes[2], rows[order, 3].reshape(shape), rows[order, 4].reshape(shape)


def fluence(table, altitude_km, inclination_deg, share=0.0, cell="silicon", solar=0.0):
    altitudes, inclinations, silicon, arsenide = table
    if cell == "silicon":
        return solar_power.cell_fluence_count_per_m2_year__silicon(
            altitude_km, inclination_deg, share, solar, altitudes, inclinations, silicon
        )
    return solar_power.cell_fluence_count_per_m2_year__arsenide(
        altitude_km, inclination_deg, share, solar, altitudes, inclinations, arsenide
    )


def test_heat_leaves_the_array_as_fast_as_it_comes():
    temperature = cell_temperature()
    electric = 1361 * 0.22 * 0.9 * (1 - 0.0034 * (temperature - 298.15))
    edge_on = 0.25775  # fraction of rays from one face that meet the Earth, four million rays from 550 km
    lit = 0.02643  # the same rays on the sunlit side, each weighted with the Sun's cosine at the ground
    absorbed = 0.92 * 1361 * (1 + 0.3 * lit) + 1.75 * edge_on * 237
    assert absorbed - electric == pytest.approx(1.75 * SIGMA * temperature**4, rel=2e-4)


def test_cells_without_load_or_earth_reach_the_plate_temperature():
    dark_back = cell_temperature(efficiency=0.0, infrared=0.0, albedo=0.0, back=0.0)
    assert dark_back == pytest.approx((0.92 * 1361 / (0.85 * SIGMA)) ** 0.25)
    assert cell_temperature(efficiency=0.0) > cell_temperature() + 10


def test_cells_in_low_orbit_are_as_warm_as_flown_ones():
    temperature = cell_temperature(np.array([400.0, 800.0, 1400.0]))
    assert np.all((temperature > 293) & (temperature < 358))  # 20 to 85 degrees C (Landis 1994)
    assert np.all(np.diff(temperature) < 0)  # less of the Earth from higher up


@pytest.mark.parametrize("altitude_km", [550.0, 700.0, 1000.0])
def test_the_worst_orbit_closes_its_energy_balance(altitude_km):
    inclination = sunlight.sun_synchronous_inclination_deg(altitude_km)
    eclipse_min = sunlight.longest_eclipse_min(altitude_km, inclination, 18.0)
    period_s = sunlight.orbital_period_s(altitude_km)
    share = solar_power.longest_eclipse_share_frac(eclipse_min, period_s)
    mean_kw, round_trip = 120.0, 0.9
    array_kw = solar_power.satellite_array_power_kw__battery(1.0, mean_kw, share, round_trip)
    steps = np.arange(20000) / 20000 * period_s
    shadow = steps < eclipse_min * 60
    into = np.where(shadow, 0.0, array_kw - mean_kw) * round_trip  # counted as what comes out again
    assert np.sum(into) == pytest.approx(np.sum(shadow) * mean_kw, rel=2e-3)


def test_the_peak_sizes_the_array_where_eclipses_are_short():
    assert solar_power.satellite_array_power_kw__battery(150, 120, 0.227, 0.9) == pytest.approx(159.2, rel=1e-3)
    assert solar_power.satellite_array_power_kw__battery(150, 120, 0.10, 0.9) == 150
    assert solar_power.satellite_array_power_kw__battery(150, 90, 0.227, 0.9) == 150


def test_the_table_agrees_with_the_handbooks_own_program(table):
    for (altitude_km, cell), expected in HANDBOOK_PROGRAM.items():
        assert fluence(table, altitude_km, 80.0, cell=cell) / 1e4 == pytest.approx(expected, rel=0.05)


def test_damage_grows_with_altitude_and_is_worst_at_solar_minimum(table):
    altitudes = np.arange(400.0, 1401.0, 100.0)
    quiet, active = (fluence(table, altitudes, 98.0, share) for share in (0.0, 1.0))
    assert np.all(np.diff(quiet) > 0) and np.all(np.diff(active) > 0)
    assert np.all(active < quiet)
    assert np.all(fluence(table, altitudes, 98.0, cell="arsenide") < quiet)
    # The trade's end of life in low orbit, 1e15 electrons per cm2, is that of the high constellations.
    assert fluence(table, 1400.0, 98.0) * 7 / 1e4 == pytest.approx(1e15, rel=0.6)


def test_outside_the_table_a_number_is_refused_and_a_draw_becomes_nan(table):
    with pytest.raises(ValueError, match="orbit_altitude_km is 2500; the table reaches from 300 to 2000"):
        fluence(table, 2500.0, 98.0)
    with pytest.raises(ValueError, match=r"solar_maximum_share_frac is 1\.5; allowed: 0 to 1"):
        fluence(table, 700.0, 98.0, 1.5)
    found = fluence(table, np.array([700.0, 2500.0]), 98.0, np.array([0.5, 0.5]))
    assert np.isfinite(found).tolist() == [True, False]


def test_the_logarithmic_law_goes_through_the_published_points():
    def remaining(fluence_per_cm2):
        return solar_power.array_remaining_frac__dose(fluence_per_cm2 * 1e4, 1.0, 0.84, 1e19, 2.34e18, 0.0)

    assert remaining(5e14) == pytest.approx(0.89, abs=0.001)
    assert remaining(1e15) == pytest.approx(0.84, abs=0.001)
    assert remaining(0.0) == 1


def test_cells_age_as_fast_as_surveys_of_flown_ones_say(table):
    """Silicon about 3.75 % a year in low orbit, or 15 % in five years; triple junctions below 2 % (two published rules)."""
    for altitude_km in (550.0, 650.0, 800.0):
        silicon = solar_power.array_remaining_frac__dose(
            fluence(table, altitude_km, 98.0, solar=2e17), 5.0, 0.74, 1e19, 2.8e17, 0.005
        )
        triple = solar_power.array_remaining_frac__dose(
            fluence(table, altitude_km, 98.0, cell="arsenide", solar=5e16), 5.0, 0.84, 1e19, 2.34e18, 0.005
        )
        assert 0.82 < silicon < 0.87
        assert 1 - triple**0.2 < 0.02


def test_cells_that_are_spent_are_refused():
    with pytest.raises(ValueError, match="satellite_service_years is 1e\\+09; the cells give no power"):
        solar_power.array_remaining_frac__dose(1e19, 1e9, 0.74, 1e19, 2.8e17, 0.0)


def test_the_flown_array_gives_its_power_again():
    """Starlink V2 mini: 105 m2 of 22 % cells, cold and square onto the Sun, for 28.3 kW (Google's estimate)."""
    weakest = solar_power.array_yield_w_per_m2__computed(1361, 0.22, 0.9, 1.0, 1.0)
    cold = weakest / APHELION_SUNLIGHT_RATIO  # Google takes the Sun's mean distance
    assert APHELION_SUNLIGHT_RATIO == pytest.approx(1.0167**-2, rel=1e-4)
    assert solar_power.satellite_array_area_m2(28.3, cold, 1.0) == pytest.approx(105, rel=1e-3)
    warm = solar_power.array_temperature_frac(cell_temperature(), 298.15, 0.0034)
    assert 0.88 < warm < 0.93


def test_jpls_array_for_a_megawatt_lies_between_silicon_and_triple_junction_cells():
    """Turyshev: 5,640 m2 when new for 1 MW of IT at an overhead of 1.25, sunlit nearly always."""
    silicon, triple = 232.0 * 0.842, 334.4 * 0.959  # computed yield times what is left after five years, 700 km
    areas = [solar_power.satellite_array_area_m2(1250.0, y, 1.0) for y in (silicon, triple)]
    assert areas[0] == pytest.approx(6400, rel=0.01) and areas[1] == pytest.approx(3900, rel=0.01)
    assert areas[1] < 5640 < areas[0]


def test_cycle_life_goes_through_both_tests():
    def depth(cycles):
        return solar_power.battery_cycle_depth_frac(cycles, 27500, 0.3, 2.8, 0.8)

    assert depth(27500) == pytest.approx(0.3)
    assert depth(1800) == pytest.approx(0.79, abs=0.02)  # geostationary, about 0.8 deep
    assert depth(60000) == pytest.approx(0.227, abs=0.002)  # VES16: more than 60,000 at 0.2 to 0.4
    assert depth(38000) == pytest.approx(0.27, abs=0.01)  # the space station's old batteries kept to 0.35 for as many
    assert depth(0) == 0.8


def test_the_battery_carries_the_mean_load_through_the_longest_eclipse():
    whole = solar_power.satellite_battery_kwh__battery(120, 21.7, 0.4, 0.5, 0.9)
    assert whole * 0.4 * np.sqrt(0.9) == pytest.approx(120 * 21.7 / 60)
    assert solar_power.satellite_battery_kwh__battery(120, 21.7, 0.4, 0.2, 0.9) == pytest.approx(2 * whole)
    paused = solar_power.satellite_battery_kwh__pause(120, 150, 120, 21.7, 0.4, 0.5, 0.9)
    assert paused == pytest.approx(whole / 5)


def test_losses_are_counted_once():
    ratio = solar_power.power_usage_effectiveness_ratio__parts(0.9, 0.02, 0.05)
    bus, it = 150.0, 150.0 / ratio
    at_boards = (bus - 0.02 * bus) * 0.9  # what pumps leave, after conversion
    assert at_boards == pytest.approx(it * 1.05)
