"""Share of the grid and flexible load: told shares reproduced, published totals, hand calculations, bad and odd input."""

import numpy as np
import pytest
from time_examples import EXAMPLES

from earth_or_orbit import drawing, facts, scenario
from earth_or_orbit.drawing.names import DrawingError
from earth_or_orbit.drawing.style import words_for
from earth_or_orbit.facts import FactError
from earth_or_orbit.quantities import flexible_load, grid_share
from earth_or_orbit.sentences import grid_share as say
from earth_or_orbit.tables import grid_share as tables

SITE, CASE = "fairwater_wi", "demonstrated"


@pytest.fixture(scope="module")
def data():
    return facts.load()


@pytest.fixture(scope="module")
def shares(data):
    return tables.shares(data, CASE, SITE)


@pytest.fixture(scope="module")
def gives_way(data):
    return tables.flexible(data, CASE, SITE)


def test_fairwaters_energy_is_4_8_percent_of_wisconsins_sales(data) -> None:
    """Told: 3.35 TWh of 70,180 GWh are 4.8 %."""
    told = tables.told_shares(data)
    assert told["fairwater_mwh"] == pytest.approx(3.35e6, rel=2e-3)
    assert told["fairwater_share"] == pytest.approx(0.048, abs=5e-4)


def test_hyperion_is_2_3_times_new_orleans(data) -> None:
    told = tables.told_shares(data)
    assert told["told_low"] <= round(told["hyperion_over_city"], 1) <= told["told_high"]


def test_entergy_louisianas_judged_peak_gives_back_what_is_told_of_it(data, shares) -> None:
    """A quarter more, says one; 30 % more, says another: the range of the judged peak holds both."""
    own = shares.set_index("site").loc["hyperion_la_2030"]
    told = [fact.central for fact in data.rows("entergy_louisiana", "utility_growth_by_site_frac")]
    assert own["share_low"] < min(told) and max(told) < own["share_high"]


def test_saline_adds_what_its_utility_said(shares) -> None:
    own = shares.set_index("site").loc["saline_mi"]
    assert own["peak_from"] == "contract" and own["share_of_peak"] == pytest.approx(1383 / 10200)


def test_shares_by_hand(shares) -> None:
    for row in shares.itertuples():
        assert row.share_of_state == pytest.approx(row.mwh_per_year / row.state_mwh_per_year)
        assert row.households == pytest.approx(row.mwh_per_year * 1000 / 10715)
        if np.isfinite(row.share_of_peak):
            assert row.share_low <= row.share_of_peak <= row.share_high
    assert shares["share_of_state"].is_monotonic_decreasing and shares["chosen"].sum() == 1


def test_energy_never_exceeds_the_peak_all_year(shares) -> None:
    """Energy over a year is below the peak at the meter times its hours, save where a contract covers a part alone."""
    whole = shares[(shares["peak_from"] != "contract") & (shares["site"] != "hyperion_la_manhattan")]
    assert (whole["mwh_per_year"] <= whole["peak_mw"] * 8766).all()


def test_every_campus_has_a_state_and_known_names(data, shares) -> None:
    assert set(shares["site"]) == set(scenario.names("ground"))
    own = {"colossus1_tn", "colossus2_tn", "frontier_tx", "homercity_pa", "jade_wy", "matador_tx", "stratos_ut"}
    assert set(shares.loc[shares["own_plant_frac"] > 0.5, "site"]) == own


def test_a_gigawatt_is_ten_times_its_cooperative(shares) -> None:
    """1,000 MW of nameplate beside the 97 MW that Boone's cooperative once carried."""
    row = shares.set_index("site").loc["lebanon_in"]
    assert row["share_of_peak"] == pytest.approx(row["peak_mw"] / 97) and 9 < row["share_of_peak"] < 12
    assert np.isnan(shares.set_index("site").loc["stratos_ut", "utility_peak_mw"])


# --- A campus that gives way


def test_the_country_holds_76_98_and_126_gigawatts(data) -> None:
    table = tables.curtailments(data)
    assert table["national_mw"].tolist() == [76000, 98000, 126000]
    assert table["frac"].to_numpy() == pytest.approx([0.0025, 0.005, 0.01])
    assert table["events_per_year"].to_numpy() == pytest.approx([85 / 1.7, 177 / 2.1, 366 / 2.5])


def test_half_a_percent_gives_the_published_region(gives_way) -> None:
    own = gives_way[gives_way["share"] == "half"].set_index("site")
    published = {"fairwater_wi": 14.8, "rainier_in": 17.8, "abilene_tx": 10.0, "colossus1_tn": 4.5, "fairwater_ga": 7.7,
                 "lake_mariner_ny": 4.0, "matador_tx": 9.7, "stratos_ut": 1.5}  # fmt: skip
    for site, gigawatts in published.items():
        assert own.loc[site, "headroom_mw"] == pytest.approx(1000 * gigawatts)
    assert np.isnan(own.loc["jade_wy", "headroom_mw"])


def test_more_given_up_holds_more_and_loses_more(gives_way) -> None:
    for _, own in gives_way.dropna(subset=["headroom_mw"]).groupby("site"):
        assert own["headroom_mw"].is_monotonic_increasing and own["lost_frac"].is_monotonic_increasing
        assert (own["lost_frac"] > own["frac"]).all() and own["repaid_years"].is_monotonic_decreasing


def test_what_is_lost_by_hand(gives_way) -> None:
    row = gives_way[(gives_way["site"] == SITE) & (gives_way["share"] == "half")].iloc[0]
    assert row["lost_frac"] == pytest.approx(0.005 + 177 / 2.1 * 0.31 / 8766)
    assert row["repaid_years"] == pytest.approx(row["gain_months"] / 12 / row["lost_frac"])
    assert row["gain_low"] <= row["gain_months"] <= row["gain_high"]


def test_limits_of_giving_way() -> None:
    assert flexible_load.flexibility_gain_months(48.0, 60.0, 14.0) == 0
    assert flexible_load.flexibility_gain_months(10.0, 5.0, 14.0) == 0
    assert flexible_load.curtailed_compute_frac(1.0, 100.0, 10.0) == 1
    assert flexible_load.curtailed_compute_frac(0.01, 0.0, 5.0) == 0.01
    assert flexible_load.flexibility_repaid_years(24.0, 0.0) == np.inf
    assert grid_share.share_of_state_sales_frac(np.array([0.0, 5.0]), 10.0).tolist() == [0, 0.5]


# --- Bad and odd input


def with_grids(data, folder, text: str):
    series = folder / "data" / "series"
    series.mkdir(parents=True)
    (series / "site_grids.csv").write_text(text)
    (folder / "scenarios").symlink_to(data.root / "scenarios")
    return type(data)(**{**{f: getattr(data, f) for f in data.__dataclass_fields__}, "root": folder})


def test_a_campus_without_a_grid_is_told(data, tmp_path) -> None:
    text = "site,state,utility,region,source_id,what\nfairwater_wi,state_wisconsin,we_energies,miso,epa-pp,x\n"
    with pytest.raises(FactError, match="abilene_tx has no row"):
        tables.site_grids(with_grids(data, tmp_path, text))


def test_a_state_without_sales_is_told(data, tmp_path) -> None:
    text = (data.root / "data" / "series" / "site_grids.csv").read_text().replace("state_ohio", "state_atlantis")
    with pytest.raises(FactError, match="state_atlantis"):
        tables.site_grids(with_grids(data, tmp_path, text))


# --- Words and figures


@pytest.mark.parametrize("site", scenario.names("ground"))
def test_every_campus_is_told(data, shares, gives_way, site) -> None:
    words = say.shares_said(shares, site) + say.flexible_said(data, gives_way, site)
    assert "nan" not in words and "–" not in words.replace("–", "", words.count("(")), words


def test_words_carry_the_campus_numbers(data, shares, gives_way) -> None:
    assert "4.35 % of what Wisconsin buys" in say.shares_said(shares, SITE)
    assert "own plant" in say.shares_said(shares, "jade_wy")
    assert "4.78 %" in say.told_said(data) and "is 2.30" in say.told_said(data)
    assert "its region is not in the study" in say.flexible_said(data, gives_way, "jade_wy")
    assert len(say.printed_shares(shares)) == len(shares) and len(say.printed_flexible(gives_way, SITE)) == 3


def test_the_figure_draws_from_zero_hatches_own_plants_and_refuses() -> None:
    (table,) = EXAMPLES["share_of_grid"]
    figure = drawing.share_of_grid(table)
    left, right = figure.axes
    assert words_for(figure) and left.get_xlim()[0] == right.get_xlim()[0] == 0
    assert sum(bool(bar.get_hatch()) for bar in left.patches) == 1
    assert [bar.get_width() for bar in left.patches] == pytest.approx([4, 18, 20])
    with pytest.raises(DrawingError, match="lacks"):
        drawing.share_of_grid(table.drop(columns="state"))
    with pytest.raises(DrawingError, match="did you mean"):
        drawing.share_of_grid(table.assign(site="fairwater_xx"))
