"""Tables and words of campus water: published figures done again, limits of one kind, both sides, words at extremes."""

import numpy as np
import pandas as pd
import pytest

from earth_or_orbit import drawing, facts, scenario, study, units
from earth_or_orbit.sentences import water as say
from earth_or_orbit.tables import places, water
from earth_or_orbit.tables import water_elsewhere as elsewhere

CASE = "demonstrated"
DATA = facts.load()


@pytest.fixture(scope="module")
def campuses() -> pd.DataFrame:
    return water.campuses(DATA, CASE, "fairwater_wi")


def test_fairwaters_water_is_consumed_or_returned() -> None:
    own = elsewhere.fairwater(DATA, CASE)
    assert units.convert(own["consumed"], "m3", "Mgal") == pytest.approx(0.783, abs=1e-3)
    assert own["consumed"] / own["supplied"] == pytest.approx(0.278, abs=0.001)
    assert own["peak_days"] == pytest.approx(12.03, abs=0.01)
    assert 0 < own["ours_year"] < own["consumed"] < 10 * own["ours_year"]
    assert own["year_limit_k"] < own["limit_k"] and own["year_wetted_hours"] > own["wetted_hours"]
    assert own["most_peak"] < own["peak_evaporated"] and own["least_share"] > own["share"]


def test_a_share_wetted_at_the_limit_found_evaporates_the_forecasts_year() -> None:
    own, table = elsewhere.fairwater(DATA, CASE), water.outside_air_fits(DATA, "fairwater_wi", CASE)
    assert (np.diff(table["evaporated_m3_per_year"]) <= 1e-9).all()
    found = table.iloc[(table["limit_k"] - own["year_limit_k"]).abs().argmin()]
    assert own["share"] * found["evaporated_m3_per_year"] == pytest.approx(own["consumed"], rel=0.02)


def test_millions_and_billions_are_a_thousandfold_apart() -> None:
    own = elsewhere.hyperion(DATA, CASE)
    registered = units.convert(own["registered"], "m3", "Mgal")
    assert registered == pytest.approx(23 * 365.25) and registered / 8.4 == pytest.approx(1000, rel=0.001)
    assert own["times"] == pytest.approx(15.3, abs=0.1)
    assert own["outside_air"] < own["implied"] < own["evaporative_tower"]
    assert "8.4 billion gallons, 15.3 times the 500 to 600 million" in say.hyperion_said(DATA, CASE)


def test_days_stand_against_days_and_years_against_years() -> None:
    table = water.limits(DATA, CASE).set_index(["site", "kind"])
    assert table.index.is_unique
    assert table.loc[("matador_tx", "day"), "ratio"] == pytest.approx(4)
    assert table.loc[("fairwater_wi_full", "year"), "ratio"] == pytest.approx(8.4 / 365.25 / 7, rel=1e-6)
    assert ("fairwater_wi_full", "day") not in table.index, "no limit on a day was found for Racine"
    assert table.loc[("rainier_in", "day"), "limit_m3_per_day"] == pytest.approx(24e6 * 3.785411784e-3)
    said = say.limits_said(DATA, water.limits(DATA, CASE), 2657.0)
    assert "Matador (TX) asks for 10,000,000 gallons on its hottest day, 4.00 times the 2,500,000" in said and "published" in said
    below = water.limits(DATA, CASE).assign(ratio=0.5)
    assert say.limits_said(DATA, below, 2657.0).startswith("No campus asks for more than its limit.")


def test_no_plant_consumes_more_than_it_withdraws(campuses: pd.DataFrame) -> None:
    consumed = campuses["power_plant_water_consumption_m3_per_year"]
    assert (campuses["power_plant_water_withdrawal_m3_per_year"] >= consumed).all()
    assert (campuses["plants_without_hydro_m3_per_year"] <= consumed).all()
    plants = elsewhere.plants(DATA).dropna()
    assert (plants["withdrawn_l_per_kwh"] >= plants["consumed_l_per_kwh"]).all()
    once, tower = (plants.set_index("plant").loc[f"plant_nuclear_{kind}"] for kind in ("once_through", "tower"))
    assert (
        once["withdrawn_l_per_kwh"] > 30 * tower["withdrawn_l_per_kwh"]
        and once["consumed_l_per_kwh"] < tower["consumed_l_per_kwh"]
    )


def test_the_nations_intensity_is_told_apart_by_reservoirs() -> None:
    own = elsewhere.national_intensity(DATA)
    assert own["published"] == 4.52 and own["ours"] == pytest.approx(2.31, abs=0.02)
    thermal = own["ours_without_hydro"]
    back = thermal + own["hydro_share"] * own["implied_hydro"] * own["ours"] / (
        thermal * (1 - 0.042) + own["hydro_share"] * own["our_hydro"]
    )
    assert back == pytest.approx(4.52, rel=0.01)


def test_published_towers_and_ours_overlap_where_the_text_says_so() -> None:
    table = water.beside_published(DATA, "fairwater_wi", CASE, 100)
    towers = table[(table["cooling_design"] == "evaporative_tower") & table["place"].str.startswith("zone")]
    assert len(towers) == 12
    assert ((towers["pue_low"] <= towers["overhead_high"]) & (towers["pue_high"] >= towers["overhead_low"])).all()
    assert (towers["wue_low_l_per_kwh"] <= towers["water_high"]).all()
    order = towers["overhead"].corr((towers["pue_low"] + towers["pue_high"]) / 2, method="spearman")
    assert order > 0.8, "climates must rank as in the published study"
    air = table[(table["cooling_design"] == "outside_air") & table["wue_low_l_per_kwh"].notna()]
    assert (air["water"] < air["wue_high_l_per_kwh"]).all()


def test_towers_without_chillers_take_what_nrel_measured_within_a_half() -> None:
    measured = units.convert(2.5, "Mgal", "L") / (1000 * 8760)
    ours = study.value_of(water.by_design(DATA, "fairwater_wi", CASE, "evaporative_tower", 0, (39.83, -104.65)), water.WATER)
    assert measured == pytest.approx(1.08, abs=0.01) and measured < ours < 1.5 * measured


def test_dry_cooling_costs_more_power_where_it_is_hot() -> None:
    same = {site: elsewhere.dry_against_wet(DATA, site, CASE).set_index("design").loc["same_racks_dry"] for site in (
        "fairwater_wi", "abilene_tx")}  # fmt: skip
    assert same["abilene_tx"]["electricity_added_frac"] > 0 > same["fairwater_wi"]["electricity_added_frac"]
    assert all(row["net_saved_m3_per_year"] > 0 for row in same.values())
    for site, row in same.items():
        said = say.best_case_said(DATA, elsewhere.dry_against_wet(DATA, site, CASE), site)
        assert ("% more electricity" in said) == (row["electricity_added_frac"] > 0)


def test_both_sides_fill_the_same_waters() -> None:
    table = elsewhere.both_sides(DATA, "fairwater_wi", "spacex_ai1", CASE).set_index("quantity")
    assert table.loc["site_water_withdrawal_m3_per_year", "orbit"] == 0 == table.loc["launch_water_m3_per_year", "ground"]
    assert table.loc["power_plant_water_withdrawal_m3_per_year", "orbit"] > 0
    orbit = places.fleet(DATA, "spacex_ai1", CASE, 100.0)
    assert study.value_of(orbit, "power_plant_water_withdrawal_m3_per_year") > study.value_of(
        orbit, "power_plant_water_consumption_m3_per_year"
    )


@pytest.mark.parametrize("site", scenario.names("ground"))
@pytest.mark.parametrize("case", scenario.CASES)
def test_words_and_tables_stand_for_every_campus(site: str, case: str) -> None:
    table = water.campuses(DATA, case, site)
    words = [say.answer(DATA, table, site, case), say.climate_said(DATA, site, case)]
    designs = water.designs(DATA, site, case, 20)
    words += [say.designs_said(designs), say.balances_said(DATA, elsewhere.balances(DATA, site, case))]
    assert len(say.printed_designs(designs)) == len(water.DESIGNS)
    assert len(say.printed_supplies(elsewhere.supplies(DATA, site, case))) == 6
    for line in words:
        assert "nan" not in line and "–" not in line.replace("–", "", 1) and "inf" not in line


def test_figures_show_what_the_tables_say(campuses: pd.DataFrame) -> None:
    figure = drawing.water_of_campuses(campuses)
    assert figure.axes[0].get_xscale() == "log" and "Fairwater, whole (WI) 8.40 on site" in figure.alternative_text
    hours = water.hours_above(DATA, CASE, "fairwater_wi")
    for _, own in hours.groupby("station"):
        ordered = own.sort_values("wet_bulb_degc")["hours_above"]
        assert ordered.iloc[0] == 8760 and (np.diff(ordered) <= 0).all()
    shown = drawing.cooling_by_climate(water.designs_beside_published(DATA, CASE, "fairwater_wi"))
    assert shown.axes[0].get_ylim()[0] == 1.0
