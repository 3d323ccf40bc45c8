"""Tables, sentences and figures of an orbit's sunlight: sums, limits, independent programs, and words at the extremes."""

import numpy as np
import pandas as pd
import pytest

from earth_or_orbit import drawing, facts, scenario, study, tables
from earth_or_orbit.drawing.sunlight import clock
from earth_or_orbit.quantities import cluster_flight, disposal, sunlight
from earth_or_orbit.sentences import sunlight as told
from earth_or_orbit.tables import cluster
from earth_or_orbit.tables import sunlight as made

CONCEPT, CASE = "spacex_ai1", "demonstrated"
EXTREMES = (
    {},
    {"orbit_altitude_km": 300.0, "solar_radio_flux_sfu": 230.0},
    {"orbit_altitude_km": 2000.0, "ascending_node_local_time_h": 0.0, "solar_radio_flux_sfu": 70.0},
)
SENTENCES = ("sunlight_answer", "sunlight_reading", "power_reading", "thin_air_reading", "attitude_reading", "oxygen_reading",
             "formation_reading")  # fmt: skip
PRINTED = ("printed_sunlight", "printed_power", "printed_thin_air", "printed_attitudes", "printed_oxygen", "printed_formation")


@pytest.fixture(scope="module")
def data() -> facts.Data:
    return facts.load()


@pytest.fixture(scope="module")
def seasons(data: facts.Data) -> pd.DataFrame:
    return made.eclipse_by_altitude_and_season(data, CONCEPT, CASE, {})


def by_quantity(table: pd.DataFrame) -> pd.DataFrame:
    return table.set_index("quantity")


@pytest.mark.parametrize("concept", scenario.names("orbit"))
@pytest.mark.parametrize(("case", "at"), [("demonstrated", EXTREMES[1]), ("promised", EXTREMES[2])])
def test_words_and_tables_hold_for_every_concept_at_an_extreme(data: facts.Data, concept: str, case: str, at: made.At) -> None:
    for name in SENTENCES:
        said = getattr(told, name)(data, concept, case, at)
        assert not any(bad in said for bad in ("nan", "–", "∞", "None")) and said.endswith("."), (name, said)
    for name in PRINTED:
        printed = getattr(told, name)(data, concept, case, at)
        assert not printed.isin(["–", "nan"]).any(axis=None), name


@pytest.mark.parametrize("at", EXTREMES)
def test_sunlight_and_shadow_fill_the_year(data: facts.Data, at: made.At) -> None:
    table = by_quantity(made.sunlight_of_planes(data, CONCEPT, CASE, at))[list(made.PLANES)]
    dark, umbra, shade, flat = (table.loc[f"{q}_fraction_year_mean_frac"] for q in (
        "eclipse", "umbra", "penumbra", "oblate_eclipse"))  # fmt: skip
    assert (table.loc["sunlit_fraction_year_mean_frac"] + dark).to_numpy(float) == pytest.approx(1)
    assert (umbra <= dark).all() and (dark <= shade).all() and (flat <= dark).all()
    assert (table.loc["eclipse_season_days"] <= 365.25).all()


def test_the_planes_are_the_ones_asked_for(data: facts.Data) -> None:
    table = by_quantity(made.sunlight_of_planes(data, CONCEPT, CASE, {"orbit_altitude_km": 650.0}))
    assert table.loc["eclipse_fraction_year_mean_frac", "own"] == pytest.approx(0.04006, rel=1e-3)
    noon = sunlight.sun_synchronous_eclipse_fraction_year_mean_frac(650.0, 12.0)
    assert table.loc["eclipse_fraction_year_mean_frac", "noon"] == pytest.approx(noon)
    inclined = sunlight.eclipse_fraction_year_mean_frac(650.0, 30.0, 18.0)
    assert table.loc["eclipse_fraction_year_mean_frac", "inclined"] == pytest.approx(inclined)
    with pytest.raises(facts.FactError, match="plane is 'polar'; allowed: own, noon, inclined"):
        made.plane_of(data, CONCEPT, CASE, {}, "polar")


def test_battery_array_and_cost_read_the_same_eclipse(data: facts.Data) -> None:
    power = by_quantity(made.power_of_planes(data, CONCEPT, CASE, {}))
    names = ("satellite_load_mean_kw", "longest_eclipse_min", "battery_depth_of_discharge_frac", "battery_round_trip_frac")
    for plane in made.PLANES:
        load, dark_min, depth, round_trip = (study.value_of(made.plane_of(data, CONCEPT, CASE, {}, plane), n) for n in names)
        depth = min(depth, power.loc["battery_cycle_depth_frac", plane])
        assert power.loc["satellite_battery_kwh", plane] == pytest.approx(load * dark_min / 60 / depth / np.sqrt(round_trip))
    assert power.loc["satellite_array_area_m2", "own"] < power.loc["satellite_array_area_m2", "inclined"]
    cost = power.loc["cost_per_accelerator_hour_usd"].set_index("basis")
    whole = tables.fleet(data, CONCEPT, CASE, 100.0).compute(("cost_per_accelerator_hour_usd",))
    basis = scenario.read_side("orbit", CONCEPT, CASE, data).choices["satellite_mass_basis"]
    assert cost.loc[basis, "own"] == pytest.approx(whole["cost_per_accelerator_hour_usd"])
    # The whole payload of a low orbit makes a launch cheaper, and never dearer.
    lifted, full = made.cost_lifted_in_full_usd(data, CONCEPT, CASE, {}, basis)
    assert lifted == pytest.approx(cost.loc[basis, "inclined"]) and full < lifted


def test_the_map_and_the_year_agree(data: facts.Data, seasons: pd.DataFrame) -> None:
    assert ((seasons["eclipse_min"] > 0) == (seasons["spare_deg"] < 0)).mean() > 0.999  # but for rounding at the edge
    year = by_quantity(made.sunlight_of_planes(data, CONCEPT, CASE, {}))
    here = seasons[seasons["altitude_km"] == seasons["own_altitude_km"]]
    period_min = study.value_of(made.orbit_of(data, CONCEPT, CASE, {}), "orbital_period_s") / 60
    for plane, own in here.groupby("plane"):
        mean = own[own["year_day"] < 365]["eclipse_min"].mean() / period_min
        assert mean == pytest.approx(year.loc["eclipse_fraction_year_mean_frac", plane], abs=0.002)
        assert own["eclipse_min"].max() <= year.loc["longest_eclipse_min", plane] + 0.05
    above = seasons[(seasons["plane"] == "own") & (seasons["altitude_km"] > seasons["eclipse_free_altitude_km"])]
    assert len(above) and (above["eclipse_min"] == 0).all()


def test_independent_programs_agree_within_a_tenth_of_a_point(data: facts.Data) -> None:
    table = made.beside_propagators(data)
    assert len(table) == 17 and set(table["tool"]) == {"SGP4 and ERFA", "Orekit"}
    assert table["difference_frac"].abs().max() < 0.001
    assert (table[table["earth"] == "flattened"]["shadow"] == "middle of umbra and penumbra").all()


def test_the_peer_models_error_is_reproduced(data: facts.Data) -> None:
    peer = made.peer_model(data)
    assert peer["sun_in_plane_frac"] == pytest.approx(peer["run_frac"], abs=0.0005)
    assert peer["dawn_dusk_frac"] == pytest.approx(0.0401, abs=0.0002) and peer["said_frac"] == pytest.approx(0.02)


def test_thin_air_falls_with_altitude_and_rises_with_activity(data: facts.Data) -> None:
    table = made.decay_and_propellant(data, CONCEPT, CASE, {})
    for _, own in table.groupby("activity"):
        assert (np.diff(own["natural_decay_years"]) > 0).all() and (np.diff(own["disposal_kg_per_t"]) >= 0).all()
        # The limit printed is where the decay takes the rule's years; the satellite itself changes a little with altitude.
        limit = np.exp(np.interp(np.log(5.0), np.log(own["natural_decay_years"]), np.log(own["altitude_km"])))
        assert own["highest_self_cleaning_altitude_km"].iloc[0] == pytest.approx(limit, rel=0.02)
    assert (table["propellant_kg_per_t"] > table["disposal_kg_per_t"]).all()
    decay = table.pivot(index="altitude_km", columns="activity", values="natural_decay_years")
    assert (decay["minimum"] > decay["own"]).all() and (decay["own"] > decay["maximum"]).all()
    here = by_quantity(made.thin_air_here(data, CONCEPT, CASE, {}))
    assert here.loc["disposal_delta_v_m_per_s", "own"] == pytest.approx(disposal.disposal_delta_v_m_per_s__spiral(700.0, 300.0))
    assert list(here.loc["solar_radio_flux_sfu", list(made.ACTIVITIES)]) == [72, 128, 187]


def test_a_stated_mass_decays_sooner_than_the_sum_of_parts(data: facts.Data) -> None:
    stated = made.decay_with_stated_mass(data, "spacex_ai1", "promised", {})
    assert stated["stated_decay_years"] / stated["decay_years"] == pytest.approx(stated["mass_kg"] / stated["dry_mass_kg"])
    assert "that the maker states" in told.thin_air_reading(data, "spacex_ai1", "promised", {})
    assert "that the maker states" not in told.thin_air_reading(data, CONCEPT, CASE, {})


def test_either_attitude_keeps_what_it_promises(data: facts.Data) -> None:
    table = by_quantity(made.attitudes(data, CONCEPT, CASE, {}))
    warm, cold = (table[a] for a in made.ATTITUDES)
    assert warm["radiator_flow_share_frac"] == 0 and cold["radiator_nadir_share_frac"] == 0
    assert warm["radiator_nadir_share_frac"] == pytest.approx(cold["radiator_flow_share_frac"])
    assert cold["sink_temperature_k"] < warm["sink_temperature_k"] and cold["radiator_area_m2"] < warm["radiator_area_m2"]
    assert warm["laser_steering_half_angle_deg"] == cold["laser_steering_half_angle_deg"]
    meet = made.attitudes_meet_km(data, CONCEPT, CASE, {})
    masses = by_quantity(made.attitudes(data, CONCEPT, CASE, {"orbit_altitude_km": meet})).loc["satellite_mass_kg"]
    assert masses[made.ATTITUDES[0]] == pytest.approx(masses[made.ATTITUDES[1]], rel=0.002)
    laser = made.laser_first(data, CONCEPT, CASE, {})
    assert laser["fixed_array_pointing_worst_frac"] < laser["fixed_array_pointing_year_mean_frac"] < 1
    worst = np.cos(np.deg2rad(laser["laser_steering_half_angle_deg"]))
    assert laser["fixed_array_pointing_worst_frac"] == pytest.approx(worst)


def test_oxygen_takes_half_the_arrays_share_from_each_face(data: facts.Data) -> None:
    table = made.oxygen_erosion(data, CONCEPT, CASE, {})
    own = table[table["own"]]
    share = study.value_of(made.orbit_of(data, CONCEPT, CASE, {}), "array_flow_share_frac")
    assert (own["array_um"] / own["flow_um"]).to_numpy() == pytest.approx(share / 2)
    assert (np.diff(table[table["activity"] == "own"]["flow_um"]) < 0).all()


def test_clusters_are_counted_and_held(data: facts.Data) -> None:
    counts = cluster.packing_limits(data).set_index("design")
    assert list(counts["published"]) == [81, 367, 264] and list(counts["counted"]) == [81, 367, 271]
    costs = cluster.formation_costs(data, made.orbit_of(data, "google_suncatcher", CASE, {})).set_index("what")
    told_ms = costs["delta_v_m_per_s_year"]
    # 650 km, 97.99 degrees, half a kilometre high: the values of the quantities' own checks.
    assert told_ms[["pattern", "equator", "pole"]].to_list() == pytest.approx([5.473, 7.713, 14.98], rel=1e-3)
    assert told_ms["tilted"] == pytest.approx(41.1, rel=0.003) and told_ms["published"] == 3 and told_ms["free_fall"] == 0
    assert told_ms["unequal_drag"] == pytest.approx(0.01 * told_ms["whole_drag"])
    flown = cluster.published_cluster(data)
    distances = cluster.neighbour_distances(flown, data)
    assert distances["least_m"].min() == pytest.approx(flown.least_distance_m)
    rows = cluster_flight.lattice_radial_m(flown.cluster_radius_m, flown.least_distance_m, flown.ellipse_axis_ratio)
    assert cluster.cluster_positions(flown)["satellite"].nunique() == rows.size == 81
    kg = cluster.propellant_of_formation(data, CASE, {})
    assert 0 < kg["cluster"] - kg["alone"] < 0.2 * kg["alone"]


def test_facts_and_their_sources_are_all_there(data: facts.Data) -> None:
    used = made.facts_of_sunlight(data, "google_suncatcher", CASE)
    assert set(used["source_id"]) <= set(data.sources)
    read = {"orbit_altitude_km", "solar_radio_flux_sfu", "orbit_inclination_stated_deg", "disposal_rule_years"}
    assert read <= set(used["quantity"])
    assert {"orekit-eclipse", "sgp4-package", "mdao-orbit", "penot-cluster"} <= set(used["source_id"])


def test_hours_and_short_times_read_as_words(data: facts.Data) -> None:
    assert (clock(18.0), clock(6.5), clock(10.25)) == ("18:00", "06:30", "10:15")
    low = told.sunlight_answer(data, CONCEPT, CASE, {"orbit_altitude_km": 300.0})
    assert " days, where the rule allows" in low and "years and to come down" in low


def test_where_no_altitude_is_free_of_eclipses_words_say_so(data: facts.Data) -> None:
    at = {"ascending_node_local_time_h": 12.0}
    assert "no altitude up to 3,000 km is free of eclipses" in told.sunlight_reading(data, CONCEPT, CASE, at)
    table = made.eclipse_by_altitude_and_season(data, CONCEPT, CASE, at)
    assert table["eclipse_free_altitude_km"].isna().all()
    figure = drawing.sunlit_by_altitude_and_season(table)
    assert not any("no eclipse" in text.get_text() for text in figure.axes[0].texts)


def test_figures_say_what_they_show(data: facts.Data, seasons: pd.DataFrame) -> None:
    figure = drawing.sunlit_by_altitude_and_season(seasons)
    left, right = figure.axes[:2]
    assert left.get_ylim() == (300, 2000) and right.get_ylim()[0] == 0
    assert next(line.get_label() for line in right.lines) == "turns with the Sun, node at 18:00"
    assert any("no eclipse from 1,392 km on" in text.get_text() for text in left.texts)
    air = made.decay_and_propellant(data, CONCEPT, CASE, {})
    figure = drawing.decay_and_propellant_by_altitude(air)
    marks = [tuple(line.get_xdata()) for line in figure.axes[0].lines if line.get_marker() == "o"]
    assert [x for (x,) in marks] == pytest.approx(list(air["highest_self_cleaning_altitude_km"].drop_duplicates()))
    assert "down within 5 years" in figure.alternative_text


def test_settings_outside_the_tables_are_refused(data: facts.Data) -> None:
    for at, said in (({"orbit_altitude_km": 36000.0}, "300 to 2000"), ({"solar_radio_flux_sfu": 300.0}, "70 to 230")):
        with pytest.raises(scenario.ScenarioError, match=said):
            made.orbit_of(data, CONCEPT, CASE, at)
