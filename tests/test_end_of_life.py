"""End of life: published risks and clocks, hand calculations, limits and conserved numbers, words at extremes."""

import math

import numpy as np
import pytest
from matplotlib.figure import Figure

from earth_or_orbit import drawing, facts, scenario, study
from earth_or_orbit.quantities import crowding, disposal, end_of_life, manifest
from earth_or_orbit.sentences import end_of_life as say
from earth_or_orbit.tables import end_of_life as tables

CASES, CONCEPTS = scenario.CASES, scenario.names("orbit")
CONCEPT = scenario.study().pairs[0][1]
MILLION, AGE = 1e6, 15.0


@pytest.fixture(scope="module")
def data():
    return facts.load()


@pytest.fixture(scope="module")
def orbits(data):
    return tables.population(data)


def test_a_million_satellites_of_five_years_come_down_548_times_a_day() -> None:
    assert end_of_life.fleet_reentries_per_day(1e6, 5) == pytest.approx(547.6, abs=0.1)
    ledger = manifest.reentries_per_day(1e6, 3, 0, 15)
    assert end_of_life.fleet_reentries_per_day(1e6, 5) == pytest.approx(ledger), "the ledger's rule over three sets in 15 years"


def test_starlinks_steady_state_lies_at_the_end_of_what_was_seen(data) -> None:
    """10,116 satellites over five years are 5.5 a day; three to four were seen in 2025 of a fleet that grew, 2.6 earlier."""
    steady = end_of_life.fleet_reentries_per_day(10_116, 5)
    seen = tables.seen_reentries(data).set_index("subject")
    assert steady == pytest.approx(5.54, abs=0.01) and steady < 1.5 * seen.loc["starlink_fleet", "high"]
    assert seen.loc["starlink_half_year", "central"] == pytest.approx(472 / 182, abs=0.01)


def test_the_casualty_area_by_hand_and_for_a_point() -> None:
    assert end_of_life.fragment_casualty_area_m2(0.36, 0.04) == pytest.approx((0.6 + 0.2) ** 2)
    assert end_of_life.fragment_casualty_area_m2(0.36, 0.0) == pytest.approx(0.36)


def test_published_risks_of_reentry(data) -> None:
    """UARS tests the formula with its own people per km2; the FAA's number lies within a factor of four of its fragments."""
    checks = tables.casualty_checks(data).set_index("subject")
    assert checks.loc["uars", "ours"] == pytest.approx(1 / 3200, rel=0.01)
    assert 1 < checks.loc["faa_2035", "published"] / checks.loc["faa_2035", "ours"] < 4
    assert checks.loc["faa_2035", "ours"] == pytest.approx(28_000 * (0.6 + 0.1) ** 2 * 14.2e-6, rel=1e-3)


def test_people_beneath_uars_are_as_many_as_live_there(data) -> None:
    """6.9e9 people of 2011 in the band up to 57 degrees, 0.84 of 510 million km2: 16 per km2; by time over latitudes fewer."""
    implied = tables.fact_of(data, "uars", "population_count_per_km2")
    assert 0.75 < implied / (6.9e9 / (510.1e6 * math.sin(math.radians(57)))) < 1
    polar = tables.fact_of(data, "sun_synchronous_orbit", "population_count_per_km2")
    assert polar < 8.2e9 / 510.1e6


def test_claimed_central_and_upper_are_in_order_and_grow_with_mass(data) -> None:
    small, large = (tables.casualties_of_one(data, mass) for mass in (500.0, 5000.0))
    for own in (small, large):
        assert own["claimed"] < own["central"] < own["upper"]
    assert all(large[name] == pytest.approx(10 * small[name]) for name in small)
    assert tables.casualties_of_one(data, tables.weighed_mass_kg(data))["claimed"] == pytest.approx(1e-8)


def test_a_shell_has_the_volume_of_its_spheres() -> None:
    parts = sum(end_of_life.shell_volume_km3(low, low + 50) for low in range(300, 2000, 50))
    assert parts == pytest.approx(end_of_life.shell_volume_km3(300, 2000))
    thin = 4 * math.pi * (6378.137 + 550) ** 2
    assert end_of_life.shell_volume_km3(549.5, 550.5) == pytest.approx(thin, rel=1e-6)


def test_the_population_holds_what_is_known_of_low_orbit(orbits) -> None:
    """16,032 payloads and 10,583 Starlinks in the files, a few of them outside the shells; debris peaks near 800 km."""
    assert 15_000 < orbits["satellites_count"].sum() < 16_032
    assert 10_200 < orbits["starlink_count"].sum() < 10_583
    assert (orbits["starlink_count"] <= orbits["satellites_count"] + 0.05).all()
    assert orbits.loc[orbits["debris_count"].idxmax(), "shell_low_km"] == 800
    assert (orbits["shell_high_km"] - orbits["shell_low_km"] == 50).all()


def test_the_gas_gives_a_collision_every_few_days_as_published(data) -> None:
    """Thiele et al. for June 2025: 2.8 days at first, 5.5 when revised; our table is of June 2026 with debris of 2022."""
    assert 2.0 < tables.collision_wait_days(data) < 5.5


def test_collisions_among_and_between_agree() -> None:
    """N objects among themselves are half of N against the density of N; and twice as many meet four times as often."""
    volume, area, speed = 3e10, 300.0, 10.0
    among = end_of_life.shell_collisions_count_per_year(1000.0, volume, area, speed)
    assert among == pytest.approx(end_of_life.collisions_count_per_year(1000.0, 1000.0 / volume, area, speed) / 2)
    assert end_of_life.shell_collisions_count_per_year(2000.0, volume, area, speed) == pytest.approx(4 * among)


def test_the_mean_meeting_speed_is_that_of_drawn_directions() -> None:
    draw = np.random.default_rng(3).normal(size=(2, 200_000, 3))
    one, two = draw / np.linalg.norm(draw, axis=-1, keepdims=True)
    mean = np.linalg.norm(one - two, axis=-1).mean()
    assert end_of_life.encounter_speed_km_per_s(550.0) / 7.585 == pytest.approx(mean, rel=2e-3)


def test_manoeuvres_reproduce_the_flown_fleet_and_screen_a_kilometre(data) -> None:
    flown = 33.0
    assert end_of_life.manoeuvres_count_per_year(flown, 2e-8, 2e-8, 1.0) == flown
    density = tables.reference_density_count_per_km3(data, tables.population(data))
    radius = end_of_life.screening_radius_km(flown, density, end_of_life.encounter_speed_km_per_s(540.0))
    assert 0.5 < radius < 2, "about the kilometre within which operators look"
    back = math.pi * radius**2 * density * end_of_life.encounter_speed_km_per_s(540.0) * 31_557_600
    assert back == pytest.approx(flown)


def test_derelicts_add_up_until_the_air_takes_them() -> None:
    made = end_of_life.derelicts_made_count_per_year(1000, 5, 0.013)
    ages = np.array([1.0, 4.0, 15.0])
    assert end_of_life.derelicts_standing_count(made, 4.0, ages) == pytest.approx(made * np.array([1, 4, 4]))
    events = np.arange(0, 15, 0.001)  # dead ones fall each four years after: counted one by one
    assert ((events > 15 - 4).sum() * made * 0.001) == pytest.approx(made * 4, rel=1e-3)


def test_a_controlled_burn_takes_more_propellant_than_a_spiral(data) -> None:
    own = tables.ends(data, CONCEPT, "demonstrated", 1000.0, AGE)
    assert own["burn_propellant_frac"] > 3 * own["spiral_propellant_frac"]
    burn = disposal.disposal_delta_v_m_per_s__perigee_burn(own["orbit_altitude_km"], 50.0)
    assert own["burn_propellant_frac"] == pytest.approx(math.expm1(burn / 300 / 9.80665))


def test_everything_of_a_fleet_grows_with_its_number_and_nothing_of_one(data) -> None:
    one, ten = (tables.ends(data, CONCEPT, "promised", n, AGE) for n in (1000.0, 10_000.0))
    whole = ("reentries_per_day", "reentering_kg_per_year", "alumina_ratio", "casualties_year_central", "derelicts_count",
             "collisions_per_year")  # fmt: skip
    same = ("casualties_one_central", "decay_years", "manoeuvres", "density_ratio", "burn_propellant_frac")
    assert all(ten[name] == pytest.approx(10 * one[name]) for name in whole)
    assert all(ten[name] == pytest.approx(one[name]) for name in same)


def test_alumina_by_hand(data) -> None:
    own = tables.ends(data, CONCEPT, "promised", MILLION, AGE)
    assert own["alumina_ratio"] == pytest.approx(own["reentering_kg_per_year"] * 0.12 / 56.3e3, rel=1e-6)


def test_higher_orbits_keep_their_dead(data) -> None:
    table = tables.by_altitude(data, CONCEPT, "demonstrated", 1000.0, AGE)
    assert table["decay_years"].is_monotonic_increasing and table["derelicts_count"].is_monotonic_increasing
    assert table["derelicts_count"].max() == pytest.approx(table["derelicts_count"].iloc[-1])
    low = table[table["decay_years"] < AGE]
    share = (low["derelicts_count"] / table["derelicts_count"].max()).to_numpy()
    assert share == pytest.approx((low["decay_years"] / AGE).to_numpy())


def test_a_height_outside_the_tables_has_no_shell(orbits) -> None:
    assert np.isnan(tables._shell(orbits, 250.0)["objects_count"]) and np.isnan(tables._shell(orbits, 2100.0)["objects_count"])
    assert tables._shell(orbits, 2000.0)["shell_low_km"] == 1950 and tables._shell(orbits, 300.0)["shell_low_km"] == 300


def test_the_sky_is_the_published_count_at_its_own_number(data) -> None:
    sky = tables.sky(data, MILLION).set_index("study")
    assert sky.loc["million_satellites_no_mitigation", "visible_count"] == pytest.approx(133_335)
    assert tables.sky(data, 500_000).set_index("study").loc["half_a_million_unmitigated", "visible_count"] == pytest.approx(
        37_798, rel=1e-3
    )


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("concept", CONCEPTS)
@pytest.mark.parametrize("count", [1.0, MILLION])
def test_words_hold_everywhere(data, concept, case, count) -> None:
    own = say.with_rates(data, say.ends_of(data, concept, case, count, AGE))
    told = [say.ends_said(own, concept), say.left_behind_said(own), say.clock_said(data), say.sky_said(tables.sky(data, count)),
            say.checks_said(tables.casualty_checks(data), tables.seen_reentries(data))]  # fmt: skip
    printed = [say.printed_checks(tables.casualty_checks(data))]
    for words in (*told, *(p.to_string() for p in printed)):
        assert not any(bad in words for bad in ("nan", "None", "∞", "$"))


@pytest.mark.parametrize("case", CASES)
def test_every_fleet_is_printed_beside_a_campus(data, case) -> None:
    printed = say.printed_ends(tables.every_end(data, case, 1000.0, AGE))
    assert list(printed["A campus"].unique()) == ["0 by definition"] and printed.shape[1] == len(CONCEPTS) + 1
    assert not printed.isin(["–", "nan"]).any(axis=None)


@pytest.mark.parametrize("concept", CONCEPTS)
def test_the_figure_by_altitude_is_drawn(data, concept) -> None:
    figure = drawing.orbit_by_altitude(tables.by_altitude(data, concept, "promised", 100.0, AGE))
    assert isinstance(figure, Figure) and "nan" not in figure.alternative_text


@pytest.mark.parametrize("concept", CONCEPTS)
def test_the_ledger_dodges_as_the_table_says(data, concept) -> None:
    values = study.compare("fairwater_wi", concept).values["orbit"]
    ready = study.compare("fairwater_wi", concept).sides["orbit"]
    each = values["avoidance_manoeuvres_per_year"] / ready.compute(("satellites_count",))["satellites_count"]
    assert tables.ends(data, concept, "demonstrated", 1000.0, AGE)["manoeuvres"] == pytest.approx(each)


def test_a_height_where_nothing_is_counted_is_refused() -> None:
    shells = ([300.0, 350.0], [350.0, 400.0], [200.0, 800.0], [60.0, 140.0])
    with pytest.raises(ValueError, match="altitude is 450 km; objects are counted from 300 to 400 km"):
        crowding.objects_count_per_km3(450.0, *shells)
    assert np.isnan(crowding.objects_count_per_km3(np.array([450.0, 400.0]), *shells)[0])
