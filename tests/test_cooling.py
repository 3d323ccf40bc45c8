"""Cooling plants and their water: Carnot's limit, balances with a leak, climates, draws, and the choices that wire them."""

import csv
import gzip

import numpy as np
import pytest

from earth_or_orbit import climate, facts, scenario, study
from earth_or_orbit.facts import FactError
from earth_or_orbit.quantities import cooling_parts as parts
from earth_or_orbit.scenario import ScenarioError
from earth_or_orbit.tables import water, water_elsewhere

CASE = "demonstrated"
DATA = facts.load()
SERIES = facts.root_folder() / "data" / "series"


def value(site: str, design: str, name: str) -> float:
    return study.value_of(water.by_design(DATA, site, CASE, design), name)


def test_every_station_has_a_whole_year_and_two_hottest_days() -> None:
    ids = [row["station_id"] for row in climate.stations(DATA.root)]
    for station in ids:
        dry, wet, hours = climate.hours(DATA.root, station).T
        assert hours.sum() == 8760 and (wet <= dry + 0.01).all()
    grid = climate.array("climate_time_grid_h", DATA.root)
    assert grid.shape[0] == len(ids) == 37
    assert (grid.sum(axis=1) == 8760).all() and not grid[:, -climate.HOURS_OF_TWO_DAYS :].any()


def wet_bulb_by_hand(dry: float, dew: float, pressure_hpa: float) -> float:
    """The psychrometer's equation with Magnus's vapour pressure, by bisection: another way than the library's."""

    def vapour(t: float) -> float:
        return 6.112 * np.exp(17.62 * t / (243.12 + t))

    low, high = dew, dry
    for _ in range(60):
        middle = (low + high) / 2
        too_wet = vapour(middle) - 0.000662 * pressure_hpa * (dry - middle) > vapour(dew)
        low, high = (low, middle) if too_wet else (middle, high)
    return (low + high) / 2


@pytest.mark.parametrize("station", ["722780", "726400", "725640"])
def test_wet_bulbs_agree_with_the_psychrometers_equation(station: str) -> None:
    with gzip.open(SERIES / "weather" / f"{station}.csv.gz", "rt") as handle:
        year = [[float(row[n]) for n in ("dry_bulb_degc", "dew_point_degc", "pressure_hpa")] for row in csv.DictReader(handle)]
    with (SERIES / "climate_hottest_days.csv").open() as handle:
        day = [r for r in csv.DictReader(handle) if r["station_id"] == station and r["hottest_by"] == "dry_bulb"]
    dry = [float(r["dry_bulb_degc"]) for r in day]
    start = next(k for k in range(0, 8760, 24) if [hour[0] for hour in year[k : k + 24]] == dry)
    for row, hour in zip(day, year[start : start + 24], strict=True):
        assert float(row["wet_bulb_degc"]) == pytest.approx(wet_bulb_by_hand(*hour), abs=0.3)


def test_design_wet_bulbs_are_within_a_kelvin_of_ashrae() -> None:
    table = water.design_values(DATA)
    assert len(table) == 2 and ((table["ours_degc"] - table["ashrae_degc"]).abs() < 1).all()


def test_no_chiller_beats_carnot_and_none_runs_downhill() -> None:
    assert parts.chiller_power_ratio(290.0, 310.0, 1.0) == pytest.approx(20 / 290)
    assert parts.chiller_power_ratio(290.0, 310.0, 0.55) > 20 / 290
    assert parts.chiller_power_ratio(310.0, 290.0, 0.55) == 0


def test_a_tower_by_hand() -> None:
    """1 kWh of IT, 7 % of losses and fans, no chiller, 85 % of the heat by evaporation, nine cycles, a little drift."""
    evaporated = 1.1041 * 0.85 * 3.6 / 2.442
    assert value("jade_wy", "evaporative_tower", water.WATER) == pytest.approx(evaporated * 9 / 8 + 0.0015, rel=0.002)


def test_designs_stand_in_the_order_that_physics_asks() -> None:
    for site in ("fairwater_wi", "abilene_tx", "jade_wy"):
        by = {d: value(site, d, water.WATER) for d in water.DESIGNS}
        assert by["closed_loop"] == by["warm_water"] < by["outside_air"] < by["adiabatic"] < by["evaporative_tower"]
        assert 1 < value(site, "warm_water", water.OVERHEAD) <= value(site, "closed_loop", water.OVERHEAD)
    assert value("abilene_tx", "adiabatic", water.WATER) > 3 * value("fairwater_wi", "adiabatic", water.WATER)
    assert value("abilene_tx", "closed_loop", water.OVERHEAD) > value("jade_wy", "closed_loop", water.OVERHEAD)


def test_warmer_water_never_takes_more_power_and_colder_weather_never_more_water() -> None:
    ready = water.by_design(DATA, "abilene_tx", CASE, "adiabatic")
    moved = study.with_settings(ready, {"liquid_supply_temperature_k": np.linspace(295, 318, 12)})
    got = moved.compute((water.OVERHEAD, water.WATER))
    assert (np.diff(got[water.OVERHEAD]) <= 1e-12).all() and (np.diff(got[water.WATER]) <= 1e-12).all()
    cold = study.with_inputs(ready, {"climate_dry_bulb_grid_k": ready.inputs["climate_dry_bulb_grid_k"] - 5,
                                     "climate_wet_bulb_grid_k": ready.inputs["climate_wet_bulb_grid_k"] - 5})  # fmt: skip
    assert study.value_of(cold, water.WATER) < study.value_of(ready, water.WATER)


def test_a_draw_equal_to_the_central_value_gives_the_central_answer() -> None:
    for design in water.DESIGNS:
        ready = water.by_design(DATA, "fairwater_wi", CASE, design)
        names = ("tower_approach_k", "dry_cooler_approach_k", "ups_efficiency_frac", "outside_air_limit_k")
        tiled = study.with_settings(ready, {n: np.full(3, ready.inputs[n]) for n in names if n in ready.inputs})
        for quantity in (water.OVERHEAD, water.WATER, "site_water_peak_ratio"):
            own = np.broadcast_to(tiled.compute((quantity,))[quantity], 3)
            assert own == pytest.approx(np.full(3, study.value_of(ready, quantity)))


def test_water_and_salts_balance_and_a_leak_is_found() -> None:
    table = water_elsewhere.balances(DATA, "hyperion_la_2030", CASE)
    assert (table["residual_ratio"].abs() < 1e-12).all()
    assert table["salts_ratio"].dropna().to_numpy() == pytest.approx(np.ones(3))
    evaporated, drift, cycles = 1.38, 0.04, 9.0
    blowdown = parts.blowdown_l_per_kwh(evaporated, drift, cycles)
    tight, leak = evaporated + drift + blowdown, 0.05
    assert parts.water_balance_residual_ratio(tight, evaporated, drift, blowdown) == pytest.approx(0, abs=1e-12)
    assert parts.water_balance_residual_ratio(tight + leak, evaporated, drift, blowdown) == pytest.approx(leak / (tight + leak))
    assert parts.salts_left_behind_ratio(tight, drift, blowdown, cycles) == pytest.approx(1)
    assert parts.salts_left_behind_ratio(tight + leak, drift, blowdown, cycles) < 0.98


def test_the_default_is_what_operators_publish() -> None:
    side = scenario.read_side("ground", "fairwater_wi", CASE, DATA)
    assert (side.choices["overhead_basis"], side.choices["water_basis"]) == ("published", "published")
    ready = water.campus(DATA, "fairwater_wi", CASE)
    assert study.value_of(ready, water.OVERHEAD) == 1.18
    assert study.value_of(ready, "site_water_consumption_m3_per_year") == pytest.approx(2.814e6 * 3.785411784e-3)


def compared(site: str, **choices: str) -> study.Comparison:
    return study.compare(site, "spacex_ai1", CASE, choices=choices)


def test_a_design_moves_overhead_and_water_and_half_a_design_is_remarked() -> None:
    whole = dict.fromkeys(water.BASES, "cooling_design")
    both = compared("fairwater_wi", cooling_design="evaporative_tower", **whole)
    assert study.value_of(both.sides["ground"], water.OVERHEAD) == pytest.approx(1.13, abs=0.01)
    assert both.values["ground"]["site_water_consumption_m3_per_year"] > 4e6
    assert not any("not one plant" in line for line in both.remarks())
    half = compared("fairwater_wi", water_basis="cooling_design", cooling_design="evaporative_tower")
    (line,) = [line for line in half.remarks() if "not one plant" in line]
    assert line.startswith("ground: water by the design evaporative tower, but overhead published and")


def test_more_than_the_supplier_may_give_is_told_in_one_line_and_not_cut() -> None:
    whole = dict.fromkeys(water.BASES, "cooling_design")
    day = compared("hyperion_la_full", cooling_design="evaporative_tower", **whole)
    (line,) = [line for line in day.remarks() if "on the hottest day the site asks" in line]
    assert "87,064 m3 that its supplier may give on a day; nothing is cut" in line and "\n" not in line
    assert day.values["ground"]["site_water_peak_m3_per_day"] > 87064
    year = compared("fairwater_wi_full", cooling_design="evaporative_tower", **whole)
    assert any("as a mean of the year" in line for line in year.remarks())
    assert not any("supplier may give" in line for line in compared("fairwater_wi").remarks())


def test_bad_input_is_one_clear_line(tmp_path) -> None:
    with pytest.raises(ScenarioError, match=r"choice cooling_design='towers' is not allowed; allowed: closed_loop, warm_water"):
        water.by_design(DATA, "fairwater_wi", CASE, "towers")
    with pytest.raises(FactError, match=r"data/series/climate_hours.csv: file is missing"):
        climate.array("climate_time_grid_h", tmp_path)
    folder = tmp_path / "data" / "series"
    folder.mkdir(parents=True)
    for name in (climate.FILE, climate.DAYS, climate.STATIONS):
        (folder / name).write_text((SERIES / name).read_text().replace("wet_bulb_mean_degc", "wet"))
    with pytest.raises(FactError, match="lacks the column wet_bulb_mean_degc"):
        climate.array("climate_time_grid_h", tmp_path)


def test_a_site_without_a_place_is_refused_a_climate(monkeypatch) -> None:
    read = scenario.read_side

    def without(*arguments):
        side = read(*arguments)
        side.picks = {n: p for n, p in side.picks.items() if n != "campus_latitude_deg"}
        return side

    monkeypatch.setattr(scenario, "read_side", without)
    with pytest.raises(ScenarioError, match=r"site fairwater_wi: no file .*campus_latitude_deg"):
        water.by_design(DATA, "fairwater_wi", CASE, "closed_loop")
