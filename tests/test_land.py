"""Land and kinds of megawatt: published shares, areas on the ellipsoid, figures to scale, and one clear line for bad input."""

import math

import land_examples
import numpy as np
import pandas as pd
import pytest
from matplotlib.path import Path as Line

from earth_or_orbit import drawing, facts, scenario, study, tables, units
from earth_or_orbit.facts import Data
from earth_or_orbit.quantities import land_rings
from earth_or_orbit.scenario import ScenarioError
from earth_or_orbit.sentences import land as say
from earth_or_orbit.tables import land, megawatts, own_town

EVIDENCE = ("abilene_tx", "colossus1_tn", "colossus2_tn", "fairwater_ga", "fairwater_wi", "frontier_tx", "google_fw_in",
            "homercity_pa", "hyperion_la_2030", "jade_wy", "lake_mariner_ny", "lebanon_in", "lighthouse_wi", "matador_tx",
            "prometheus_oh", "rainier_in", "saline_mi", "stratos_ut")  # fmt: skip
CASE = "demonstrated"


@pytest.fixture(scope="module")
def data() -> Data:
    return facts.load()


@pytest.fixture(scope="module")
def rings(data: Data) -> pd.DataFrame:
    return land.rings(data, CASE, site="fairwater_wi")


@pytest.fixture(scope="module")
def powers(data: Data) -> pd.DataFrame:
    return megawatts.every_megawatt(data, CASE, "fairwater_wi")


def test_every_campus_of_the_evidence_has_a_site_file_or_says_why_not(data: Data) -> None:
    assert set(EVIDENCE) <= set(scenario.names("ground", data.root))
    (why,) = data.rows("anthropic_fluidstack", "programme_text")
    assert "cannot be a site" in why.text_value


def test_hyperions_two_lands_are_fifteen_and_twenty_five_percent_of_manhattan(rings: pd.DataFrame) -> None:
    campus = rings[rings["ring"] == "campus"].set_index("site")
    assert campus.loc["hyperion_la_2030", "manhattan_ratio"] == pytest.approx(0.15, abs=0.005)
    assert campus.loc["hyperion_la_full", "manhattan_ratio"] == pytest.approx(0.25, abs=0.005)
    assert campus.loc["hyperion_la_manhattan", "manhattan_ratio"] == pytest.approx(1, rel=1e-9)
    assert campus.loc["fairwater_wi", "acres"] == pytest.approx(325, rel=1e-9)


def test_manhattan_has_its_published_land_on_the_ellipsoid(data: Data) -> None:
    """The outline is taken back to degrees with the ellipsoid's own radii at its middle, and its area is computed anew."""
    outline = tables.outline(data, "manhattan")
    middle_deg, flattening, radius_m = (40.78, -73.97), 1 / 298.257223563, 6378137.0
    squared = flattening * (2 - flattening)
    bend = 1 - squared * math.sin(math.radians(middle_deg[0])) ** 2
    north_m, east_m = radius_m * (1 - squared) / bend**1.5, radius_m / math.sqrt(bend) * math.cos(math.radians(middle_deg[0]))
    area = 0.0
    for _, ring in outline.groupby("ring"):
        latitude = middle_deg[0] + np.degrees(ring["y_m"].to_numpy() / north_m)
        longitude = middle_deg[1] + np.degrees(ring["x_m"].to_numpy() / east_m)
        area += land.area_on_the_ellipsoid_m2(latitude, longitude)
    assert area / 1e6 == pytest.approx(59.1, rel=0.02)


def test_a_degree_square_at_the_equator_has_the_ellipsoids_area() -> None:
    around = np.array([[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]], dtype=float)
    assert land.area_on_the_ellipsoid_m2(*around.T) / 1e6 == pytest.approx(12_308.8, rel=1e-4)  # 111.320 by 110.574 km


def test_the_states_have_the_countrys_area_and_hold_every_campus(data: Data) -> None:
    states = tables.outline(data, "states")
    assert 7.66e6 < tables.outline_area_m2(states) / 1e6 < 8.08e6  # Census: land, and land with all water, of 48 states and DC
    inland = [Line(ring[["x_m", "y_m"]].to_numpy()) for _, ring in states.groupby("ring")]
    for row in land.places(data, CASE, "fairwater_wi").itertuples():
        near = [(row.east_m + dx, row.north_m + dy) for dx in (-9e3, 0, 9e3) for dy in (-9e3, 0, 9e3)]
        assert any(ring.contains_points(near).any() for ring in inland), row.site


def test_buildings_stand_inside_their_campus_and_the_other_rings_are_the_ledgers(data: Data, rings: pd.DataFrame) -> None:
    wide = rings.pivot(index="site", columns="ring", values="m2")
    known = wide[wide["buildings"].notna()]
    assert len(known) >= 11
    assert (known["buildings"] <= known["campus"] * (1 + 1e-9)).all()
    pair = study.compare("rainier_in", "spacex_ai1", CASE)
    for ring, line in land.LINES.items():
        assert wide.loc["rainier_in", ring] == pytest.approx(float(pair.values["ground"][line]), rel=1e-12)


def test_a_supply_moves_the_fuel_chain_and_never_the_campus(data: Data) -> None:
    table = land.supplies(data, "fairwater_wi", CASE)
    assert set(table["supply"]) == set(scenario.CHOICES["ground"]["electricity_supply"])
    fits = table[table["refused"] == ""]
    assert fits[fits["ring"] == "campus"]["m2"].nunique() == 1
    assert fits[fits["ring"] == "fuel_chain"]["m2"].nunique() > 1


def test_density_over_manhattan_gives_the_hand_calculation(data: Data, rings: pd.DataFrame) -> None:
    held = land.manhattan_would_hold(data, rings).set_index("site")
    assert held.loc["fairwater_wi", "mw"] == pytest.approx(369 * 14611 / 325, rel=1e-6)
    assert "hyperion_la_manhattan" not in held.index


def test_fairwaters_six_powers_keep_their_kinds(powers: pd.DataFrame) -> None:
    own = powers[powers["published"]]
    kinds = {(r.site, round(r.mw)): r.kind for r in own[own["site"].str.startswith("fairwater_wi")].itertuples()}
    assert kinds == {
        ("fairwater_wi", 369): "it_peak", ("fairwater_wi", 450): "utility_peak", ("fairwater_wi", 555): "utility_peak",
        ("fairwater_wi_full", 2000): "nameplate", ("fairwater_wi_full", 2263): "it_peak",
        ("fairwater_wi_full", 3328): "utility_peak",
    }  # fmt: skip
    assert own.groupby("site")["used"].sum().eq(1).all()
    assert not own["kind"].str.endswith("average").any(), "no campus publishes a metered average"


def test_each_kind_of_megawatt_follows_from_the_one_given(data: Data) -> None:
    table = megawatts.conversions(data, CASE, "fairwater_wi")
    assert np.allclose(table["it_average"], table["it_peak"] * table["load_frac"])
    assert np.allclose(table["utility_peak"], table["it_peak"] * table["overhead"])
    assert np.allclose(table["utility_average"], table["it_average"] * table["overhead"] * table["powered_frac"])
    start = table["it_peak"].where(table["basis"] == "it_peak", table["utility_peak"])
    assert np.allclose(table["given_mw"], start)


@pytest.mark.parametrize(
    ("site", "settings", "choices", "said"),
    [
        ("fairwater_wi", {}, {"power_basis": "nameplate"}, "it has it_peak, utility_peak"),
        ("jade_wy", {}, {"power_basis": "it_peak"}, "it has nameplate"),
        ("fairwater_wi", {"campus_utility_peak_mw": 450}, {}, "set campus_it_peak_mw, or choose power_basis=utility_peak"),
        ("fairwater_wi", {"campus_utility_peak_mw": 369}, {"power_basis": "utility_peak"}, "two definitions of MW are mixed"),
        ("fairwater_wi", {"campus_it_peak_mw": 450}, {}, "two definitions of MW are mixed by --set campus_it_peak_mw"),
    ],
)
def test_a_mixed_definition_of_megawatts_is_refused_in_one_line(site: str, settings: dict, choices: dict, said: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        study.compare(site, "spacex_ai1", CASE, settings=settings, choices=choices)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_disputed_power_can_be_chosen_and_another_size_set() -> None:
    by_utility = study.compare("fairwater_wi", "spacex_ai1", CASE, choices={"power_basis": "utility_peak"})
    assert float(by_utility.values["ground"]["grid_peak_mw"]) == pytest.approx(450)
    larger = study.compare("fairwater_wi", "spacex_ai1", CASE, settings={"it_power_average_mw": 1000})
    assert float(larger.values["ground"]["it_power_average_mw"]) == pytest.approx(1000)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((95.0, -89.0, 5000.0), "town_latitude_deg 95 is not allowed; allowed: -90 to 90 degrees, north positive"),
        ((43.0, 190.0, 5000.0), "town_longitude_deg 190 is not allowed; allowed: -180 to 180 degrees, east positive"),
        ((43.0, None, 5000.0), "town_longitude_deg is None; a town needs town_latitude_deg, town_longitude_deg"),
        ((43.0, -89.0, 0.0), "town_land_acres 0 is not allowed; allowed: above 0"),
        ((43.0, -89.0, -3.0), "town_land_acres -3 is not allowed"),
        ((float("nan"), -89.0, 10.0), "town_latitude_deg is nan"),
    ],
)
def test_a_town_that_cannot_be_says_what_is_allowed(data: Data, given: tuple, said: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        own_town.town(data, "A town", *given)
    assert said in str(caught.value)


def test_a_town_of_the_campuss_size_is_filled_by_it(data: Data, rings: pd.DataFrame) -> None:
    place = own_town.town(data, "A town", 43.0, -89.4, 325.0)
    own = own_town.share_of_town(rings, place)
    filled = own[(own["site"] == "fairwater_wi") & (own["ring"] == "campus")]["town_ratio"].iloc[0]
    assert filled == pytest.approx(1, rel=1e-9)
    where = land.places(data, CASE, "fairwater_wi", place.row())
    assert where["label"].iloc[-1] == "A town"
    assert land.nearest_campus(where.iloc[:-1], 42.7209, -87.9023) == ("fairwater_wi", pytest.approx(0, abs=1e-6))
    assert "100 % of it" in say.town_said(rings, place, where.iloc[:-1], "fairwater_wi")


def test_squares_and_discs_are_drawn_to_scale() -> None:
    axes = drawing.campuses_beside_manhattan(land_examples.SQUARES, land_examples.OUTLINE).axes[0]
    sides = sorted(p.get_width() * p.get_height() for p in axes.patches if hasattr(p, "get_width") and p.get_width() > 0)
    assert sides == pytest.approx(sorted(land_examples.SQUARES["km2"]))
    axes = drawing.rings_over_a_place(land_examples.OVER).axes[0]
    areas = [math.pi * p.radius**2 for p in axes.patches]
    for expected in (36.0, 0.05, 1.3, 1.5, 16.5, 1.4, 2.4, 2.3, 0.6):  # rings lie around what they enclose
        assert any(area == pytest.approx(expected) for area in areas), expected


def test_what_no_source_says_of_the_land_stays_unsaid(data: Data) -> None:
    table = land.former_use(data, CASE)
    assert set(table["kind"]) == {"brownfield", "taken before", "greenfield", "not in our sources"}
    assert table.loc[table["kind"] != "not in our sources", "source_id"].ne("").all()
    largest = table[table["largest_phase"]].set_index("site")
    assert "hyperion_la_full" in largest.index
    assert not {"hyperion_la_2030", "fairwater_wi", "hyperion_la_manhattan"} & set(largest.index)


def test_land_of_the_comparison_plants_is_known(data: Data) -> None:
    acres = {s: units.convert(tables.yardstick(data, s, "land_m2"), "m2", "acre") for s in ("hyundai_ga", "foxconn_wi")}
    assert acres == pytest.approx({"hyundai_ga": 2906, "foxconn_wi": 2900})
    solar = tables.yardstick(data, "portage_solar_wi", "land_m2")
    assert land_rings.power_density_w_per_m2(250, solar) == pytest.approx(30.9, rel=0.01)  # alternating current, nameplate
