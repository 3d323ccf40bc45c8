"""Solar with storage: energy kept, the greedy rule against a linear programme, tables against reruns, and what is refused."""

import numpy as np
import pytest
import solar_examples
from scipy.optimize import linprog
from scipy.sparse import diags, eye, hstack, vstack

from earth_or_orbit import drawing, facts, series
from earth_or_orbit.quantities import solar_supply, solar_supply_cost
from earth_or_orbit.quantities import storage_dispatch as dispatch
from earth_or_orbit.sentences import solar_supply as sentences
from earth_or_orbit.tables import solar_supply as tables

DATA = facts.load()
ROUND_TRIP = tables.value(DATA, "storage_round_trip_frac")
SYSTEM_H = tables.value(DATA, "storage_system_h")
# AC capacity factors of NREL's own PVWatts 8 (PySAM 7.1.1) on the same weather, plant and losses.
PVWATTS_AC = {"Milwaukee airport": 0.2208, "Phoenix airport": 0.3182, "Las Vegas airport": 0.3184, "Newark airport": 0.2162,
              "Washington Dulles airport": 0.2236, "Chicago O'Hare airport": 0.2152, "Oklahoma City airport": 0.2714,
              "Seattle airport": 0.1887}  # fmt: skip


def number(place: str) -> int:
    return next(int(row["place_number"]) for row in series.solar_places() if place in (row["place"], *row["place"].split()))


def stored(output, solar, size, round_trip=ROUND_TRIP):
    return dispatch.stored_by_hour_h(dispatch.store_flow_by_hour_mw_per_mw(output, solar, size, round_trip, SYSTEM_H), size)


def unserved(output, solar, size):
    return dispatch.unserved_energy_frac(dispatch.unserved_by_hour_frac(output, solar, stored(output, solar, size)))


def gap(output, solar, charge, round_trip=ROUND_TRIP):
    short = dispatch.unserved_energy_frac(dispatch.unserved_by_hour_frac(output, solar, charge))
    lost = dispatch.curtailed_frac(output, solar, dispatch.charged_by_hour_mw_per_mw(charge, round_trip))
    return dispatch.energy_gap_frac(output, solar, charge, round_trip, lost, short)


@pytest.mark.parametrize(("solar", "size"), [(0.5, 4), (3, 12), (8, 48), (20, 0), (4.4, 300)])
def test_no_energy_is_made_or_lost_and_the_year_ends_as_it_began(solar, size):
    output = series.solar_output(number("fairwater_wi"))
    charge = stored(output, solar, size)
    assert charge[0] == pytest.approx(charge[-1], abs=1e-9)
    assert charge.min() >= 0 and charge.max() <= size
    assert gap(output, solar, charge) == pytest.approx(0, abs=1e-12)


def test_a_leak_is_found():
    output = series.solar_output(number("fairwater_wi"))
    charge = stored(output, 8, 48)
    leaking = charge.copy()
    for hour in range(1, len(leaking)):  # a thousandth of the charge goes every hour and nobody books it
        leaking[hour] = 0.999 * leaking[hour - 1] + charge[hour] - charge[hour - 1]
    books = dict(solar_output_frac=output, solar_mw_per_mw=8, storage_round_trip_frac=ROUND_TRIP)
    short = dispatch.unserved_energy_frac(dispatch.unserved_by_hour_frac(output, 8, charge))
    lost = dispatch.curtailed_frac(output, 8, dispatch.charged_by_hour_mw_per_mw(charge, ROUND_TRIP))
    found = dispatch.energy_gap_frac(stored_by_hour_h=leaking, curtailed_frac=lost, unserved_energy_frac=short, **books)
    assert abs(found) > 1e-3
    assert abs(gap(output, 8, charge, round_trip=0.9)) > 1e-3 or abs(gap(output, 8, charge)) < 1e-12


def least_unserved(output, solar, size):
    """What a linear programme leaves unserved: charge, discharge, curtailment and the start free, the year a ring."""
    hours, power = len(output), size / SYSTEM_H
    one, none = eye(hours), 0 * eye(hours)
    ring = diags([np.ones(hours - 1)], [-1], shape=(hours, hours)).tolil()
    ring[0, -1] = 1
    # columns: charge, discharge, curtailed, unserved, charge of the store at the hour's end
    balance = hstack([-one, one, -one, one, none])
    store = hstack([-ROUND_TRIP * one, one, none, none, one - ring.tocsr()])
    right = np.concatenate([1 - output * solar, np.zeros(hours)])
    bounds = [(0, power)] * (2 * hours) + [(0, None)] * (2 * hours) + [(0, size)] * hours
    cost = np.concatenate([np.zeros(3 * hours), np.ones(hours), np.zeros(hours)])
    return linprog(cost, A_eq=vstack([balance, store]).tocsr(), b_eq=right, bounds=bounds, method="highs").fun / hours


@pytest.mark.parametrize(("solar", "size"), [(4, 12), (6, 30), (12, 20), (2, 8)])
def test_foresight_serves_no_more_than_the_greedy_rule(solar, size):
    output = series.solar_output(number("El Paso airport"))[: 45 * 24]
    assert unserved(output, solar, size) == pytest.approx(least_unserved(output, solar, size), abs=1e-7)


def test_outages_are_counted_in_runs():
    short = np.array([0, 0.2, 0.1, 0, 1, 1, 1, 0])
    assert dispatch.longest_outage_h(short) == 3
    assert dispatch.unserved_hours_frac(short) == 5 / 8


@pytest.mark.parametrize("station", PVWATTS_AC)
def test_a_plant_makes_what_pvwatts_says(station):
    output = series.solar_output(number(station))
    assert output.mean() == pytest.approx(PVWATTS_AC[station], rel=0.025)
    assert output.max() <= 1 and len(output) == 8760


def test_a_site_has_nearly_the_sun_of_its_station():
    for row in series.solar_places():
        station = next(r for r in series.solar_places() if r["place"] == row["station"])
        assert float(row["capacity_factor_frac"]) == pytest.approx(float(station["capacity_factor_frac"]), rel=0.02)


@pytest.mark.parametrize("place", ["hyperion_la_2030", "Seattle airport"])
def test_the_table_is_what_a_rerun_gives(place):
    grid, at = tables.grids(DATA), number(place)
    output = series.solar_output(at)
    for i, j in ((3, 6), (9, 14), (20, 30)):
        solar, size = grid["solar_axis_mw_per_mw"][i], grid["storage_axis_h"][j]
        assert grid["unserved_energy_grid_frac"][at, i, j] == pytest.approx(unserved(output, solar, size), abs=1e-6)


@pytest.mark.parametrize("reliability", [0.95, 0.999, 0.9999])
def test_the_storage_said_to_be_needed_is_just_enough(reliability):
    at = number("abilene_tx")
    solar, size = tables.least_cost_design(DATA, at, reliability)
    output = series.solar_output(at)
    assert unserved(output, solar, size + 0.3) <= 1 - reliability
    assert unserved(output, solar, size - 0.5) > 1 - reliability


def test_the_least_cost_is_that_of_a_brute_search():
    at, asked = number("fairwater_wi"), 0.999
    costs, output = tables.yearly_costs(DATA), series.solar_output(at)
    each = costs["solar_yearly_cost_usd_per_kw_year"], costs["storage_yearly_cost_usd_per_kwh_year"]
    solar, size = tables.least_cost_design(DATA, at, asked)
    ours = solar * each[0] + size * each[1]
    tried = np.array([(s, h) for s in np.arange(solar - 3, solar + 3.01, 0.5) for h in np.arange(size - 12, size + 12.01, 1)])
    left = unserved(output[:, None], *tried.T)
    best = np.min(np.where(left <= 1 - asked, tried @ each, np.inf))
    assert ours == pytest.approx(best, rel=0.01)


def test_cheaper_storage_buys_more_of_it_in_every_draw():
    given = tables.grids(DATA) | {"solar_place_count": number("abilene_tx"), "supply_reliability_frac": 0.999}
    contour = tables._called(given, solar_supply.storage_contour_h)
    axis = given["contour_solar_axis_mw_per_mw"]
    solar = solar_supply.solar_mw_per_mw__solar_storage(contour, axis, np.full(50, 130.0), np.linspace(60, 5, 50))
    size = solar_supply.storage_h__solar_storage(solar, contour, axis)
    assert solar.shape == size.shape == (50,)
    assert (np.diff(size) >= 0).all() and size[-1] > size[0]
    assert (np.diff(solar) <= 0).all()


def test_gas_takes_what_the_sun_leaves_and_no_more_than_allowed():
    grid = tables.grids(DATA)
    given = (number("abilene_tx"), grid["unserved_energy_grid_frac"], grid["solar_axis_mw_per_mw"], grid["storage_axis_h"])
    prices = np.full(300, 130.0), np.full(300, 30.0), np.linspace(0, 400, 300)
    solar = solar_supply.solar_mw_per_mw__solar_storage_gas(*given, *prices, 1.0)
    size = solar_supply.storage_h__solar_storage_gas(*given, *prices, 1.0)
    assert solar[0] == size[0] == 0
    left = solar_supply.solar_unserved_energy_frac__solar_storage_gas(given[0], solar, size, given[2], given[3], given[1])
    assert left[0] == 1 and (np.diff(left) <= 1e-12).all() and left[-1] < 0.2
    bound = solar_supply.solar_mw_per_mw__solar_storage_gas(*given, 130.0, 30.0, 25.0, 0.1)
    held = solar_supply.storage_h__solar_storage_gas(*given, 130.0, 30.0, 25.0, 0.1)
    assert 0 < unserved(series.solar_output(given[0]), bound, held) <= 0.1


def test_a_published_design_serves_about_the_hours_that_it_is_said_to():
    table = tables.published_designs(DATA).set_index("subject")
    ember = table.loc["ember_las_vegas"]
    assert ember["hours_served_frac"] == pytest.approx(ember["published_hours_served_frac"], abs=0.03)
    assert (table["energy_served_frac"] > 0.97).all()


def test_other_years_are_no_better_than_the_year_that_was_sized_on():
    table = tables.other_years(DATA, reliability_frac=0.999)
    assert len(table) and set(table["years"]) == {"put together", "neighbours"}
    drawn = table[table["years"] == "put together"]
    ends = ["reliability_worst_frac", "reliability_low_frac", "reliability_median_frac", "reliability_high_frac"]
    assert (np.diff(drawn[ends].to_numpy(), axis=1) >= 0).all()
    assert (drawn["reliability_worst_frac"] < 0.999).all()
    assert (drawn["enlarged_ratio"].dropna() > 1).all()


def test_where_no_design_is_good_enough_there_is_no_number():
    contour = np.full(3, np.inf)
    assert np.isnan(solar_supply.solar_mw_per_mw__solar_storage(contour, [2, 4, 8], 130, 30))
    assert np.isnan(solar_supply.solar_mw_per_mw__solar_storage(contour, [2, 4, 8], np.full(4, 130), 30)).all()
    assert solar_supply.solar_reliability_best_frac(0, [[[1, 1], [0.4, 0.01]]]) == 0.99
    read = solar_supply.solar_curtailed_frac(0, np.nan, np.nan, [0, 2], [0, 10], [[[0, 0], [0.6, 0.2]]])
    assert np.isnan(read)


def test_a_reliability_beyond_the_table_is_refused_in_one_line():
    given = tables.grids(DATA) | {"solar_place_count": 0, "supply_reliability_frac": 0.99999}
    with pytest.raises(ValueError, match=r"supply_reliability_frac is 0\.99999; the table reaches from 0\.9 to 0\.9999"):
        tables._called(given, solar_supply.storage_contour_h)


def test_a_campus_without_weather_near_it_is_refused_in_one_line():
    given = tables.grids(DATA) | {"campus_latitude_deg": 48.9, "campus_longitude_deg": 2.35, "solar_place_reach_km": 300}
    with pytest.raises(ValueError, match=r"campus_latitude_deg 48\.9.*the nearest place with weather is \d+ km away; allowed"):
        tables._called(given, solar_supply.solar_place_count)


def test_a_site_without_coordinates_is_refused_in_one_line(monkeypatch):
    read = tables.scenario.read_side("ground", "abilene_tx", "demonstrated", DATA)
    del read.picks["campus_latitude_deg"]
    monkeypatch.setattr(tables.scenario, "read_side", lambda *_: read)
    with pytest.raises(facts.FactError, match="site abilene_tx: no fact for campus_latitude_deg; solar supply needs both"):
        tables.place_of(DATA, "abilene_tx")


def test_the_payment_repays_the_capital():
    payment = solar_supply_cost.capital_recovery_frac_per_year(20, 0.07)
    assert sum(payment / 1.07**year for year in range(1, 21)) == pytest.approx(1)


@pytest.mark.parametrize("name", solar_examples.EXAMPLES)
def test_every_figure_is_drawn_and_told_in_words(name):
    (table,) = solar_examples.EXAMPLES[name]
    figure = getattr(drawing, name)(table)
    assert figure.axes and "nan" not in figure.alternative_text
    with pytest.raises(drawing.DrawingError, match="lacks"):
        getattr(drawing, name)(table.iloc[:, :1])


def test_sentences_carry_the_numbers_of_the_place():
    place = tables.place_of(DATA, "fairwater_wi")
    told = sentences.place_said(place)
    assert "Milwaukee airport" in told and f"{float(place['distance_km']):.0f} km" in told
    table = tables.designs(DATA, int(place["place_number"]))
    assert "99.9 %" in sentences.designs_said(table, 0.999)
    none = table.assign(solar_mw_per_mw=table["solar_mw_per_mw"].where(table["supply"] == "solar_storage_gas"))
    assert sentences.designs_said(none, 0.999).startswith("No plant up to 40 MW")
    assert "No design" in sentences.other_years_said(tables.other_years(DATA, "fairwater_wi").iloc[:0], 0.999)
