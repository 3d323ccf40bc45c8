"""Tables, words and figures of the price of launch: dollar years, Google's numbers, kinds kept apart, words at extremes."""

import shutil

import numpy as np
import pytest

from earth_or_orbit import drawing, facts, scenario, series, units
from earth_or_orbit.sentences import launch_price as say
from earth_or_orbit.tables import launch_price as tables

UNWANTED = ("nan", "None", "∞", "$")
NONE = {"orbit_altitude_km": None, "radiator_temperature_k": None, "shielding_aluminium_mm": None}


@pytest.fixture(scope="module")
def data():
    return facts.load()


@pytest.fixture(scope="module")
def prices(data):
    return tables.prices(data)


@pytest.fixture(scope="module")
def fits(data):
    return tables.fits(data)


@pytest.fixture
def copy(tmp_path, data):
    shutil.copytree(data.root / "data", tmp_path / "data")
    return tmp_path


def test_prices_cross_years_by_the_index_alone(data, prices) -> None:
    falcon = prices[(prices["vehicle"] == "falcon_9") & (prices["kind"] == "list")].set_index("year")
    by_hand = 56.5e6 / 13150 * data.price_index[2025] / data.price_index[2013]
    assert falcon.loc[2013, "central"] == pytest.approx(by_hand)
    assert falcon.loc[2026, "nominal"] == pytest.approx(4253, abs=1) and falcon.loc[2026, "central"] < 4253
    own = tables.prices(data, 2010).set_index(["vehicle", "year", "kind"]).loc[("falcon_9", 2010, "list"), "central"]
    assert float(own) == pytest.approx(5400)
    with pytest.raises(facts.FactError, match="no index for 1990"):
        tables.prices(data, 1990)


def test_kinds_are_kept_apart(prices) -> None:
    assert set(prices["kind"]) == set(series.PRICE_KINDS) and set(prices["group"]) == set(tables.GROUPS)
    starship = prices[prices["vehicle"].str.startswith("starship")]
    assert not starship["kind"].isin(["list", "rideshare"]).any(), "Starship has no price list"
    assert (prices.loc[prices["year"] > 2026, "group"] == "aspirational").all()
    paid = prices[prices["kind"] == "customer_actual"]["nominal"]
    assert paid.iloc[0] == pytest.approx(20_770, abs=5), "as Payload prints it"


def test_flown_masses_agree_with_another_count(data) -> None:
    table = tables.masses(data).set_index("year")
    bryce = units.convert(tables.fact(data, "spacex_falcon", "published_upmass_kg")["central"], "kg", "t")
    assert table.loc[2023, "payload_t"] == pytest.approx(bryce, rel=0.02), "BryceTech's 1.2 million kg"
    assert table["cumulative_t"].iloc[-1] == pytest.approx(6695.5 + 0.345, abs=0.5)
    assert table["launches"].sum() == 2 + 569 + 11 and table["cumulative_t"].is_monotonic_increasing


def test_google_is_reproduced(data) -> None:
    made = tables.google_reproduced(data)
    assert made["mass_t"] == pytest.approx(370_000, rel=0.01) and made["price"] < 200
    assert made["flights"] == pytest.approx(1800, rel=0.03) and made["flights_per_year"] == pytest.approx(180, rel=0.03)
    table = tables.sensitivity_of_google(data).set_index(["start", "rate"])
    assert table.loc[("google", 0.2), "mass_to_target_t"] == pytest.approx(made["mass_t"])
    by_rate = table["mass_to_target_t"].unstack()
    assert (np.diff(by_rate.to_numpy(), axis=1) < 0).all(), "a faster rate needs less mass"
    already = tables.sensitivity_of_google(data, 5000.0)
    cheaper = already[already["price"] < 5000]
    assert (cheaper["mass_to_target_t"] == 0).all() and not cheaper.empty


def test_the_price_that_google_starts_from_mixes_two_modes(data, prices) -> None:
    """90 million dollars of 2018 with boosters recovered, over 63.8 t with boosters spent, is what CSIS prints for 2021."""
    mixed = 90e6 / 63_800 * data.price_ratio(2018, 2021)
    assert mixed == pytest.approx(1500, rel=0.02)
    one = prices[(prices["vehicle"] == "falcon_heavy") & (prices["kind"] == "list")]["central"]
    assert (one > 1.7 * mixed).all()


def test_list_prices_have_fallen_slowly_and_most_of_it_by_inflation(fits) -> None:
    own = fits.set_index(["curve", "dollars"])
    real, nominal = own.loc[("falcon_list", "constant")], own.loc[("falcon_list", "nominal")]
    assert 0 < nominal["learning"] < real["learning"] < 0.1 and real["learning_high"] < 0.18
    assert np.log(nominal["last"] / nominal["first"]) / np.log(real["last"] / real["first"]) < 0.5
    ride = own.loc[("rideshare", "constant")]
    assert ride["learning_low"] < 0 < ride["learning_high"]
    few = own.loc[("internal", "constant")]
    assert few["learning"] > 0.2 and few["learning_low"] < 0 < few["learning_high"], "three estimates settle nothing"
    assert (fits["at_google_low"] <= fits["at_google"]).all() and (fits["at_google"] <= fits["at_google_high"]).all()


def test_the_fit_passes_its_points_and_the_lines_say_the_same(data, fits) -> None:
    lines = tables.curve_lines(data)
    end = lines[(lines["curve"] == "falcon_list") & (lines["what"] == "fit")].iloc[-1]
    own = fits.set_index(["curve", "dollars"]).loc[("falcon_list", "constant")]
    assert end["price"] == pytest.approx(own["at_google"], rel=1e-6)
    inside = lines[lines["curve"] == "google"].iloc[0]
    assert (inside["price"], inside["mass_t"]) == (pytest.approx(1800), pytest.approx(400))


def test_the_floor_lies_below_every_price_and_rises_with_the_orbit(data, prices) -> None:
    table = tables.floor(data)
    for end in ("", "_low", "_high"):
        assert (table[f"sso{end}"] > table[f"leo{end}"]).all()
    assert (table["leo_low"] < table["leo"]).all() and (table["leo"] < table["leo_high"]).all()
    asked = prices[~prices["group"].eq("aspirational")]["central"].min()
    assert table["leo"].max() < asked / 10
    by_hand = 5e6 * (0.22 * 0.4 + 0.78 * 0.15) / 100e3
    assert table.set_index("vehicle").loc["starship_v3", "leo"] == pytest.approx(by_hand)


def test_the_floor_is_held_against_what_others_print(data) -> None:
    check = tables.floor_checks(data)
    assert check["heat_v1_gwh"] == pytest.approx(check["stated_gwh"], rel=0.01), "14 GWh are the methane's heat"
    assert 0.3 < check["falcon_stated_ratio"] < 1 < check["starship_stated_ratio"] < 1.5
    assert 100 < check["payload_at_google_t"] < 200
    assert check["gas_usd_per_kg"] == pytest.approx(3.52 / 293.07 * 55.5 / 3.6, rel=0.01), "by hand from dollars per MMBtu"


def test_records_and_premiums(data) -> None:
    table = tables.records(data).set_index("vehicle")
    assert (table["expected_low"] < table["expected"]).all() and (table["expected"] < table["expected_high"]).all()
    assert table.loc["falcon_9", "expected_high"] < table.loc["new_glenn_7x2", "expected_low"]
    assert table.loc["falcon_9", "rate"] == pytest.approx(0.045) and np.isnan(table.loc["new_glenn_7x2", "loading"])
    assert table.loc["falcon_9", "loading"] > 1


def test_insurance_of_a_satellite_by_hand(data) -> None:
    v = tables.insurance(data, "spacex_ai1", "demonstrated", {})
    assert v["insured"] == pytest.approx(v["value"] + v["launch"])
    assert v["premium"] == pytest.approx(0.045 * v["insured"]) and v["own_rate"] == 1
    assert v["self"] == pytest.approx(v["insured"] * v["lost"] / (1 - v["lost"]))
    assert v["premium"] > v["self"], "an insurer of a proven vehicle asks for more than it expects to pay"


@pytest.mark.parametrize("case", scenario.CASES)
def test_words_hold_for_every_proposal(data, case) -> None:
    for concept in scenario.names("orbit", data.root):
        words = say.insurance_said(data, concept, case, NONE)
        assert not any(bad in words for bad in UNWANTED), words
    cold = say.insurance_said(data, "spacex_ai1", "demonstrated", {**NONE, "radiator_temperature_k": 200.0})
    assert "no satellite can be built" in cold


def test_words_and_printed_tables_hold(data, prices, fits) -> None:
    every = tables.sensitivity_of_google(data)
    texts = [say.prices_said(data), say.fits_said(data, fits), say.google_said(data), say.sensitivity_said(every),
             say.floor_said(data)]  # fmt: skip
    printed = [say.printed_prices(prices), say.printed_fits(fits), say.printed_floor(tables.floor(data))]
    texts += [table.to_string() for table in printed]
    for text in texts:
        assert not any(bad in text.replace("financ", "") for bad in UNWANTED), text
    assert "outside the interval" in texts[1] and "says nothing" in printed[1].to_string()
    for target in (1.0, 50.0, 1e6):
        odd = say.sensitivity_said(tables.sensitivity_of_google(data, target))
        assert not any(bad in odd.replace("financ", "") for bad in UNWANTED)


def test_figures_say_what_they_show(data) -> None:
    figures = (drawing.launch_price_by_year(tables.by_year(data)), drawing.launch_price_of_vehicles(tables.market(data)),
               drawing.experience_curves(tables.curve_lines(data)))  # fmt: skip
    for figure in figures:
        assert len(drawing.style.words_for(figure)) > 200 and "nan" not in drawing.style.words_for(figure)
    with pytest.raises(drawing.DrawingError, match="lacks"):
        drawing.launch_price_by_year(tables.by_year(data).drop(columns="kind"))
    with pytest.raises(drawing.DrawingError, match="no entry"):
        drawing.launch_price_by_year(tables.by_year(data).assign(kind="guessed"))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (",list,falcon_list,", ",listed,falcon_list,", "column kind: 'listed' is not allowed"),
        (",USD,13150,2013,", ",USD,,2013,", "column unit: 'USD' is not allowed"),
        (",USD,13150,2013,", ",USD,13150,1913,", "dollar_year: 1913 has no index"),
        ("56500000", "-5", "column central: '-5' is not allowed"),
        (",wikipedia-falcon-9-v1-1,", ",wiki,", "source_id: 'wiki' is not in data/sources.csv"),
        ("year,vehicle", "when,vehicle", "the columns are when"),
    ],
)
def test_a_bad_price_is_refused_in_one_line(copy, old, new, said) -> None:
    path = copy / "data" / "series" / series.PRICES
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(facts.FactError, match=said) as refused:
        series.launch_prices(facts.load(copy))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [("\n2015,", "\n2016,", "column year: 2016 is not allowed; 2015"), (",26600,", ",-1,", "'-1' is not allowed"),
     (",26600,", ",many,", "'many' is not allowed")],
)  # fmt: skip
def test_a_bad_year_of_masses_is_refused(copy, old, new, said) -> None:
    path = copy / "data" / "series" / series.MASSES
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(facts.FactError, match=said):
        series.flown_masses(copy)
