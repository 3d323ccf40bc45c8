"""The tables that fields/ computes: their shape, what physics asks of them, and what others computed or measured."""

import csv
from itertools import product

import numpy as np
import pytest

from earth_or_orbit import facts
from earth_or_orbit.constants import Array
from earth_or_orbit.grids import between_logs

DATA = facts.root_folder() / "data"

DOSE_AXES = {
    "solar_maximum_share_frac": (0, 1),
    "altitude_km": (*range(300, 1000, 50), *range(1000, 2001, 100)),
    "inclination_deg": range(0, 91, 5),
    "aluminium_mm": (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 12, 15, 20),
}
AIR_AXES = {"altitude_km": DOSE_AXES["altitude_km"], "solar_radio_flux_sfu": (70, 100, 140, 180, 230)}
MAP_ALTITUDES_KM = (300, 450, 550, 650, 800, 1000, 1400, 2000)
MAP_AXES = {
    "altitude_km": MAP_ALTITUDES_KM,
    "latitude_deg": range(-90, 91, 5),
    "longitude_deg": range(-180, 180, 5),
}
SHARE_AXES = {
    "altitude_km": (300, 400, 450, 500, 550, 600, 650, 700, 800, 900, 1000, 1200, 1400, 1600, 1800, 2000),
    "inclination_deg": range(0, 91, 5),
}
TABLES = {
    "trapped_dose": (DOSE_AXES, ("proton_rad_per_year", "electron_rad_per_year")),
    "air_density": (AIR_AXES, ("air_density_kg_per_m3", "atomic_oxygen_count_per_m3")),
    "anomaly_map": (MAP_AXES, ("proton_rad_per_year",)),
    "anomaly_share": (SHARE_AXES, ("dose_share_frac", "time_share_frac")),
}


def rows(path: str) -> list[dict[str, str]]:
    with (DATA / path).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def grid(table: str, column: str) -> np.ndarray:
    axes = TABLES[table][0]
    values = [float(row[column]) for row in rows(f"series/{table}.csv")]
    return np.array(values).reshape([len(axis) for axis in axes.values()])


def axis(axes: dict, name: str) -> np.ndarray:
    return np.array(axes[name], dtype=float)


def dose_rad_per_year(altitude: float, inclination: Array, depth: Array, share: int = 0) -> Array:
    """Protons and electrons, each read by its logarithm, which is taken as linear along every axis."""
    folded = np.minimum(inclination, 180 - inclination)
    where = (
        ("altitude", altitude, axis(DOSE_AXES, "altitude_km")),
        ("inclination", folded, axis(DOSE_AXES, "inclination_deg")),
        ("aluminium", depth, axis(DOSE_AXES, "aluminium_mm")),
    )
    return sum(between_logs(grid("trapped_dose", column)[share], *where) for column in TABLES["trapped_dose"][1])


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_a_full_grid_in_the_order_of_its_axes(table: str) -> None:
    axes, columns = TABLES[table]
    found = rows(f"series/{table}.csv")
    assert list(found[0]) == [*axes, *columns]
    assert [tuple(float(row[name]) for name in axes) for row in found] == list(product(*axes.values()))
    for column in columns:
        values = grid(table, column)
        assert np.isfinite(values).all()
        assert (values >= 0).all()


def test_the_tables_stay_small() -> None:
    for table in TABLES:
        assert (DATA / "series" / f"{table}.csv").stat().st_size < 400_000
    assert (DATA / "series" / "outlines" / "coastlines.csv").stat().st_size < 60_000


@pytest.mark.parametrize("column", TABLES["trapped_dose"][1])
def test_more_aluminium_never_gives_more_dose(column: str) -> None:
    """Of the few particles at the anomaly's edge the dose routine makes ripples; they are far under a rad a year."""
    doses = grid("trapped_dose", column)
    assert (np.diff(doses, axis=3) <= 0)[doses[..., :-1] > 0.1].all()


def test_dose_rises_with_altitude_on_sun_synchronous_orbits() -> None:
    total = sum(grid("trapped_dose", column) for column in TABLES["trapped_dose"][1])
    above_500_km = axis(DOSE_AXES, "altitude_km") >= 500
    near_polar = np.isin(axis(DOSE_AXES, "inclination_deg"), (75, 80, 85))  # 97 to 104 degrees
    assert (np.diff(total[:, above_500_km][:, :, near_polar], axis=1) > 0).all()


def test_protons_are_fewer_at_solar_maximum_where_the_air_takes_them() -> None:
    minimum, maximum = grid("trapped_dose", "proton_rad_per_year")
    low = axis(DOSE_AXES, "altitude_km") <= 1000
    tilted = axis(DOSE_AXES, "inclination_deg") >= 20
    assert (maximum[low][:, tilted] < minimum[low][:, tilted]).all()


# SPENVIS 4.6.11, five years at 550 km, AP8-MIN and AE8-MAX, SHIELDOSE-2. Its altitudes count from 6,371 km, ours from the
# equator's radius, 7 km farther out: that alone is 4 %. Below 20 degrees only the anomaly's edge is met, and doses are tiny.
SPENVIS = [row for row in rows("published/spenvis_dose_550_km.csv") if 20 <= float(row["inclination_deg"]) <= 160]


def test_all_published_spenvis_doses_are_met_within_a_tenth() -> None:
    places, depths, published = (
        np.array([float(row[column]) for row in SPENVIS]) for column in ("inclination_deg", "aluminium_mm", "total_rad")
    )
    found = 5 * dose_rad_per_year(550, places, depths) / published
    ratios = dict(zip(zip(places, depths, strict=True), found, strict=True))
    assert len(ratios) == 29 * 17
    worst = {place: ratio for place, ratio in ratios.items() if abs(ratio - 1) > 0.1}
    assert not worst
    assert abs(np.mean(list(ratios.values())) - 1) < 0.04


@pytest.mark.parametrize("depth, published", [(1, 31998), (2, 11177), (5, 1435), (10, 565)])
def test_dose_on_the_sun_synchronous_orbit_of_550_km(depth: float, published: float) -> None:
    assert 5 * dose_rad_per_year(550, 97.6, depth) == pytest.approx(published, rel=0.1)


def test_googles_150_rad_a_year_is_met_by_the_proton_model_of_solar_maximum() -> None:
    """650 km, 10 mm; the paper names no particle model."""
    assert dose_rad_per_year(650, 98, 10, share=1) == pytest.approx(150, rel=0.2)
    assert 1.3 < dose_rad_per_year(650, 98, 10, share=0) / 150 < 1.6


# Orbits flown through the same models, 15 days in steps of 120 s: five years' dose, protons (min, max) and electrons.
FLOWN = {
    (650, 97.986): {1: (2607.9, 1868.1, 39473.9), 5: (1410.1, 1031.3, 957.6), 10: (1087, 803.1, 24.6), 20: (775.3, 590.6, 12)},
    (550, 53): {1: (2140.2, 1293.8, 20358.4), 5: (1076.6, 729.4, 561.7), 10: (830.6, 571.8, 15.7), 20: (589.8, 420.2, 7.3)},
}


@pytest.mark.parametrize("orbit", FLOWN)
def test_latitude_weights_give_what_flying_the_orbit_gives(orbit: tuple[float, float]) -> None:
    for depth, (least, most, electrons) in FLOWN[orbit].items():
        assert 5 * dose_rad_per_year(*orbit, depth, share=0) == pytest.approx(least + electrons, rel=0.03)
        assert 5 * dose_rad_per_year(*orbit, depth, share=1) == pytest.approx(most + electrons, rel=0.03)


# The models run at places between the table's points, AP8-MIN and AE8-MAX: (km, deg): {mm: rad/year}
BETWEEN_POINTS = {
    (575, 82.4): {1.5: 3719.3, 3.5: 768.75, 7: 185.04, 10: 142.22, 13.5: 123.55},
    (625, 82.4): {1.5: 4331.6, 3.5: 922.86, 7: 246.36, 10: 192.4, 13.5: 166.96},
    (725, 82.4): {1.5: 5734.3, 3.5: 1296.6, 7: 408.47, 10: 327.72, 13.5: 285.24},
    (975, 82.4): {1.5: 10801, 3.5: 2786.7, 7: 1132.9, 10: 943.64, 13.5: 827.05},
    (1550, 82.4): {1.5: 46774, 3.5: 14221, 7: 7159.1, 10: 5992.7, 13.5: 5176.6},
    (575, 52.5): {1.5: 2734.5, 3.5: 706.59, 7: 251.97, 10: 204.29, 13.5: 177.36},
    (1050, 67.5): {1.5: 16401, 3.5: 4181.6, 7: 1646.1, 10: 1362.1, 13.5: 1191.1},
}


@pytest.mark.parametrize("orbit", BETWEEN_POINTS)
def test_reading_between_points_errs_by_less_than_three_percent(orbit: tuple[float, float]) -> None:
    for depth, direct in BETWEEN_POINTS[orbit].items():
        assert dose_rad_per_year(*orbit, depth) == pytest.approx(direct, rel=0.03)


# NRLMSISE-00 on a coarser sample of places and days, global mean: (km, F10.7, Ap): kg/m3, two digits.
PUBLISHED_DENSITY = {
    (550, 70): 3.8e-14, (550, 140): 3.43e-13, (550, 230): 1.4e-12, (650, 70): 9.4e-15, (650, 140): 8.6e-14,
    (650, 230): 4.3e-13, (800, 70): 2.8e-15, (800, 140): 1.5e-14, (800, 230): 8.7e-14,
}  # fmt: skip


@pytest.mark.parametrize("place", PUBLISHED_DENSITY)
def test_air_density_agrees_with_another_sample_of_the_same_atmosphere(place: tuple[float, float]) -> None:
    altitude, flux = place
    i, j = AIR_AXES["altitude_km"].index(altitude), AIR_AXES["solar_radio_flux_sfu"].index(flux)
    assert grid("air_density", "air_density_kg_per_m3")[i, j] == pytest.approx(PUBLISHED_DENSITY[place], rel=0.08)


@pytest.mark.parametrize("column", TABLES["air_density"][1])
def test_air_thins_with_altitude_and_swells_with_the_sun(column: str) -> None:
    values = grid("air_density", column)
    assert (np.diff(values, axis=0) < 0).all()
    assert (np.diff(values, axis=1) > 0).all()


def test_air_at_600_km_is_mostly_atomic_oxygen() -> None:
    """16 atomic mass units each; helium and nitrogen make the rest, more of it when the Sun is quiet."""
    i = AIR_AXES["altitude_km"].index(600)
    density, oxygen = (grid("air_density", column)[i] for column in TABLES["air_density"][1])
    share = 16 * 1.6605e-27 * oxygen / density
    assert (share > 0.5).all()
    assert (share < 1).all()


def test_the_strongest_protons_stand_over_the_south_atlantic() -> None:
    rates = grid("anomaly_map", "proton_rad_per_year")
    for altitude, field in zip(MAP_ALTITUDES_KM, rates, strict=True):
        latitude, longitude = (axis(MAP_AXES, name) for name in ("latitude_deg", "longitude_deg"))
        i, j = np.unravel_index(field.argmax(), field.shape)
        assert -40 <= latitude[i] <= -10, altitude
        assert -60 <= longitude[j] <= -20, altitude


def orbit_mean(by_latitude: np.ndarray, inclination: float) -> float:
    along = np.linspace(-np.pi / 2, np.pi / 2, 721)
    latitude = np.degrees(np.arcsin(np.sin(np.radians(inclination)) * np.sin(along)))
    return float(np.interp(latitude, axis(MAP_AXES, "latitude_deg"), by_latitude).mean())


@pytest.mark.parametrize("altitude", MAP_ALTITUDES_KM[1:])
def test_the_map_averaged_along_an_orbit_is_the_orbits_dose(altitude: float) -> None:
    """Places and mean spectra went through the dose routine apart, on different grids; 300 km is coarse on this one."""
    field = grid("anomaly_map", "proton_rad_per_year")[MAP_ALTITUDES_KM.index(altitude)]
    table = grid("trapped_dose", "proton_rad_per_year")[0, DOSE_AXES["altitude_km"].index(altitude)]
    for i, inclination in enumerate(DOSE_AXES["inclination_deg"]):
        if inclination >= 30:
            direct = table[i, DOSE_AXES["aluminium_mm"].index(10)]
            assert orbit_mean(field.mean(axis=1), inclination) == pytest.approx(direct, rel=0.04)


def test_most_proton_dose_comes_in_little_time() -> None:
    dose, time = (grid("anomaly_share", column) for column in TABLES["anomaly_share"][1])
    assert dose.max() <= 1
    assert time.max() <= 1
    tilted = axis(SHARE_AXES, "inclination_deg") >= 30
    low = axis(SHARE_AXES, "altitude_km") <= 1000
    assert (dose[:, tilted] > 0.85).all()
    assert (time[low][:, tilted] < 0.18).all()
    sun_synchronous = time[:, SHARE_AXES["inclination_deg"].index(80)]
    assert (np.diff(sun_synchronous) > 0).all()


def test_solar_protons_fall_with_aluminium_and_the_fact_is_the_tables() -> None:
    table = rows("series/solar_proton_dose.csv")
    doses = {key: [float(row[key]) for row in table] for key in table[0]}
    for key in ("median_rad_per_year", "mean_rad_per_year", "ninety_five_percent_rad_per_year"):
        assert (np.diff(doses[key]) < 0).all()
    facts_of_it = [row for row in rows("facts/radiation.csv") if row["subject"] == "solar_protons_leo_polar"]
    (fact,) = [row for row in facts_of_it if row["unit"] == "rad/year"]
    at_10_mm = next(row for row in table if float(row["aluminium_mm"]) == 10)
    for end, key in (("low", "median"), ("central", "mean"), ("high", "ninety_five_percent")):
        assert float(fact[end]) == pytest.approx(float(at_10_mm[f"{key}_rad_per_year"]), rel=0.02)


def test_coastlines_are_closed_and_enclose_the_worlds_land() -> None:
    rings: dict[str, list] = {}
    for row in rows("series/outlines/coastlines.csv"):
        rings.setdefault(row["ring"], []).append((float(row["longitude_deg"]), float(row["latitude_deg"])))
    area = 0.0
    for ring in rings.values():
        assert ring[0] == ring[-1]
        longitude, height = np.radians(np.array(ring)[:, 0]), np.sin(np.radians(np.array(ring)[:, 1]))
        assert np.abs(np.diff(longitude)).max() <= 2 * np.pi
        area += np.sum(np.diff(longitude) * (height[1:] + height[:-1]) / 2) * 6371.0**2
    assert abs(area) == pytest.approx(148.9e6, rel=0.03)  # km2, with Antarctica
