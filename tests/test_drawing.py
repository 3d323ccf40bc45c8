"""Figures: from a tidy table alone, in fixed names and colours, from zero, the same to the byte."""

import math
import re

import matplotlib as mpl
import network_examples
import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle

from earth_or_orbit import drawing, facts, gallery, scenario, sentences, tables, units
from earth_or_orbit.drawing import names, numbers
from earth_or_orbit.drawing.collection import FIGURES, drawer
from earth_or_orbit.drawing.saving import MOST_BYTES_IN_A_NOTEBOOK, png_bytes, svg_bytes
from earth_or_orbit.facilities import LEDGER_NAMES

COST, CARBON = "cost_per_accelerator_hour_usd", "carbon_intensity_kgco2e_per_mwh"
PAIR = {"site": "fairwater_wi", "concept": "spacex_ai1"}
OTHER = {"site": "hyperion_la_2030", "concept": "google_suncatcher"}
OUTLINE = pd.DataFrame({"ring": [1] * 5, "x_m": [0, 4000, 4000, 0, 0], "y_m": [0, 0, 9000, 9000, 0]})


def frame(columns: str, *rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=columns.split())


def parts(*values: tuple[str, str, float]) -> pd.DataFrame:
    table = frame("bar part value", *values).assign(unit="$", total_low=1.0, total_high=9.0)
    return table.assign(donor_or_judgement=table["part"].isin(["launch", "bus"]))


COST_PARTS = parts(
    ("ground", "accelerators", 2.0), ("ground", "residual", -0.5), ("orbit", "launch", 6.0), ("orbit", "plant", 1.0),
)  # fmt: skip
RATIOS = frame("line ratio low high", (COST, 8.0, 5.0, 12.0), ("nox_kg_per_year", 0.5, np.nan, np.nan))
LINES = frame("side central low median high", ("ground", 2.0, 1.5, 2.1, 2.5), ("orbit", 20.0, 15.0, 22.0, 30.0)).assign(line=COST)
SWINGS = frame(
    "quantity unit at_low at_high central donor_or_judgement line",
    ("bus_specific_power_w_per_kg", "W/kg", 14.0, 9.0, 10.0, True, COST),
    ("launch_price_usd", "USD", 9.5, 10.0, 10.0, False, COST),
)
AREAS = frame(
    "item group shape km2 low_km2 high_km2",
    ("campus", "ground", "square", 4.0, np.nan, np.nan), ("fuel_chain", "ground", "square", 9.0, 6.25, 16.0),
    ("orbital_array", "orbit", "square", 1.0, 0.81, 1.21), ("suncatcher_cluster", "orbit", "circle", math.pi, np.nan, np.nan),
    ("launch_and_ground_station", "orbit", "square", 0.0, np.nan, np.nan),
    ("manhattan", "yardstick", "outline", 36.0, np.nan, np.nan), ("central_park", "yardstick", "square", 3.4, np.nan, np.nan),
)  # fmt: skip
LANDS = frame("site km2 chosen manhattan_km2", ("fairwater_wi", 1.3, True, 59.1), ("hyperion_la_2030", 9.1, False, 59.1))
POWERS = frame(
    "site basis mw_per_acre published chosen",
    ("fairwater_wi", "it_peak", 1.1, True, True), ("hyperion_la_2030", "it_average", 0.7, False, False),
)  # fmt: skip
CAMPUSES = frame(
    "site line central low high chosen",
    ("fairwater_wi", "campus_land_m2", 1.3e6, 1.2e6, 1.4e6, True), ("fairwater_wi", COST, 2.0, 1.5, 2.5, True),
    ("saline_mi", "campus_land_m2", 1e6, np.nan, np.nan, False), ("saline_mi", COST, 2.0, 1.5, 2.5, False),
)  # fmt: skip
KINDS = frame("side kind", ("ground", "published"), ("orbit", "judgement"), ("orbit", "judgement"))
RIVALS = frame("ratio used", (1.0, True), (2.0, False)).assign(subject="falcon_9", quantity="propellant_mass_kg")
WEIGHTS = frame(
    "side kind donor weight_frac", ("ground", "published", False, 0.75), ("ground", "judgement", False, 0.25),
    ("orbit", "vendor", True, 1.0),
).assign(line=COST, **PAIR)
PER_KW = frame(
    "concept what m2_per_kw low high published_m2_per_kw donor_or_judgement chosen",
    ("spacex_ai1", "orbital_array", 4.6, 4.0, 5.0, np.nan, True, True),
    ("spacex_ai1", "orbital_radiator", 1.5, 0.9, 1.9, 0.73, False, True),
)  # fmt: skip
HEAT = frame(
    "part way w temperature_k w_per_m2 area_m2", ("chips", "in", 9e3, 358.0, 750.0, 12.0), ("bus", "in", 0.0, np.nan, 0.0, 12.0),
    ("earth_infrared", "in", 3e3, 255.0, 250.0, 12.0), ("face_1", "out", 6e3, 315.0, 500.0, 12.0),
    ("face_2", "out", 6e3, 315.0, 500.0, 12.0),
)  # fmt: skip
AREA_POINTS = frame(
    "what item temperature_k low_k high_k m2_per_kw chip_k faces sink_k is_stated",
    ("curve", "this_orbit", 280.0, np.nan, np.nan, 2.0, 315.0, np.nan, 215.0, False),
    ("curve", "this_orbit", 360.0, np.nan, np.nan, 0.7, 410.0, np.nan, 215.0, False),
    ("published", "ai1", 357.0, 345.0, 367.0, 0.73, 408.0, 2.0, 215.0, False),
    ("ours", "ours", 315.0, np.nan, np.nan, 1.3, 358.0, 2.0, 215.0, False),
)  # fmt: skip
TURN = frame(
    "panel mass kg_per_m2 minute temperature_k is_lit eclipse_min", ("radiator", "light", 2.0, 0.0, 316.0, True, 20.0),
    ("radiator", "light", 2.0, 50.0, 307.0, False, 20.0), ("array_and_radiator", "heavy", 10.0, 0.0, 342.0, True, 20.0),
    ("array_and_radiator", "heavy", 10.0, 50.0, 275.0, False, 20.0),
)  # fmt: skip
SEASONS = frame(
    "plane altitude_km year_day eclipse_min spare_deg",
    *(("own", h, d, m, s)
      for h, m, s in ((300.0, 20.0, -8.0), (700.0, 12.0, -3.0), (2000.0, 0.0, 7.0)) for d in (0.0, 180.0, 365.0)),
    *(("inclined", 700.0, d, 35.0, -60.0) for d in (0.0, 180.0, 365.0)),
).assign(own_altitude_km=700.0, eclipse_free_altitude_km=1391.6, local_time_h=18.5, inclination_deg=30.0)  # fmt: skip
AIR = frame(
    "altitude_km activity natural_decay_years propellant_kg_per_t disposal_kg_per_t",
    *((h, a, y, 9.0, 4.0) for h, y in ((300.0, 0.02), (700.0, 11.0)) for a in ("minimum", "own", "maximum")),
).assign(solar_radio_flux_sfu=128.0, highest_self_cleaning_altitude_km=640.0, disposal_rule_years=5.0, own_altitude_km=700.0,
         service_years=5.0)  # fmt: skip
PLACES = frame(
    "phase_frac satellite row column along_m radial_m",
    *((p, n, 0, n - 1, 200.0 * (n - 1), 0.0) for p in (0.0, 0.25) for n in (0, 1, 2)),
).assign(cluster_radius_m=200.0, ellipse_axis_ratio=2.0)  # fmt: skip
DISTANCES = frame(
    "phase_frac pair least_m greatest_m", *((p, pair, 100.0, 200.0) for pair in ("one_side", "any") for p in (0.0, 1.0)),
).assign(published_least_m=100.0, published_greatest_m=200.0)  # fmt: skip
BUDGET = pd.DataFrame({"bar": "spacex_ai1/flown_parts", "part": ["accelerators_mass", "radiator"], "value": [11.0, 20.0],
                       "unit": "kg/kW", "total_low": 29.0, "total_high": 50.0, "donor_or_judgement": [False, True]})  # fmt: skip
BESIDE = frame(
    "name counts low central high own", ("tether_design", "computing power", 2.0, 5.0, 5.0, False),
    ("spacex_ai1/flown_bus", "peak IT power", 55.0, 60.0, 85.0, True),
)  # fmt: skip
GOALS = [f"{goal}_{column}" for goal in ("cost", "mass") for column in ("value", "best", "ratio", "now_ratio", "moves")]
NEEDED = frame(
    " ".join(["term unit now", *GOALS]),
    ("radiator_temperature_k", "K", 315.0, np.nan, 700.0, 7.6, 12.0, True, np.nan, 700.0, 2.6, 4.2, True),
    ("launch_price_usd_per_kg", "USD/kg", 5800.0, 20.0, 20.0, 1.0, 12.0, True, np.nan, 0.0, 4.2, 4.2, False),
)  # fmt: skip
DOSES = frame(
    "panel role source aluminium_mm low central high",
    *(("own", "model", "total", mm, 0.8 * d, d, 1.2 * d) for mm, d in ((1.0, 5e4), (20.0, 900.0))),
    ("own", "published", "google", 10.0, np.nan, 750.0, np.nan), ("own", "limit", "onset", np.nan, 1e3, 2e3, 4e3),
).assign(altitude_km=700.0, inclination_deg=98.2, years=5.0)  # fmt: skip
LIVES = frame(
    "role altitude_km aluminium_mm years low high", ("line", 300.0, 2.0, 2.0, np.nan, np.nan),
    ("line", 2000.0, 2.0, 0.02, np.nan, np.nan), ("own_line", 300.0, 10.0, 66.0, 33.0, 132.0),
    ("own_line", 2000.0, 10.0, 0.15, 0.08, 0.3), ("own", 700.0, 10.0, 7.0, 3.5, 14.0),
).assign(verdict_years=5.0)  # fmt: skip
TRACK = frame(
    "layer latitude_deg longitude_deg rad_per_year inside",
    *(("rate", y, x, 9e3 if (x, y) == (0, 0) else 50.0, (x, y) == (0, 0)) for y in (-90, 0, 90) for x in (-180, 0, 180)),
    ("track", -60.0, -170.0, 50.0, False), ("track", 0.0, 179.0, 50.0, False), ("track", 1.0, 5.0, 9e3, True),
).assign(altitude_km=700.0, inclination_deg=98.2, revolutions_a_day=14.6, dose_share_frac=0.9, time_share_frac=0.04)  # fmt: skip
COAST = frame("ring longitude_deg latitude_deg", (1, 0.0, 0.0), (1, 30.0, 0.0), (1, 30.0, 30.0), (1, 0.0, 0.0))
LOST = frame(
    "side way recovery accelerators_count productive_frac",
    *((side, "through", r, n, f) for side in ("ground", "orbit") for r in ("low", "high") for n, f in ((100, 0.9), (1e5, 0.2))),
).assign(checkpoint_s=30.0, restart_s=300.0, study_count=16384.0)  # fmt: skip
DRAWS = pd.DataFrame({"side": ["ground"] * 4 + ["orbit"] * 4, "line": COST, "value": [1.0, 2, 3, 4, 5, 6, 7, 8]})
EXAMPLES = {
    "one_line_by_pair": (pd.concat([LINES.assign(case=case, **PAIR) for case in scenario.CASES]),),
    "ledger_ratios": (pd.concat([RATIOS.assign(**PAIR), RATIOS.assign(**OTHER)]),),
    "facts_by_kind": (KINDS,), "where_sources_disagree": (RIVALS,), "weight_by_kind": (WEIGHTS,),
    "campuses_by_line": (CAMPUSES,), "power_per_acre": (POWERS,), "campuses_to_one_scale": (LANDS, OUTLINE),
    "satellite_mass_parts": (parts(("spacex_ai1/promised", "bus", -1.0), ("spacex_ai1/promised", "radiator", 4.0)),),
    "array_and_radiator_area": (PER_KW,), "map_to_one_scale": (AREAS, OUTLINE), "cost_parts": (COST_PARTS,),
    "carbon_parts": (parts(("ground", "energy", 5.0), ("orbit", "reentry", 1.0)),), "spread_of_cost": (DRAWS,),
    "mass_budget": (BUDGET,), "specific_mass_beside_published": (BESIDE,), "closing_the_gap": (NEEDED,),
    "what_moves_the_ratio": (SWINGS,), "heat_budget": (HEAT,), "radiator_area_by_temperature": (AREA_POINTS,),
    "one_orbit_of_temperature": (TURN,),
    "sunlit_by_altitude_and_season": (SEASONS,), "decay_and_propellant_by_altitude": (AIR,),
    "cluster_motion": (PLACES,), "neighbour_distances": (DISTANCES,),
    "dose_by_shielding": (DOSES,), "life_by_altitude": (LIVES,), "anomaly_ground_track": (TRACK, COAST),
    "training_lost": (LOST,),
    **network_examples.EXAMPLES,
}  # fmt: skip


def draw(name: str) -> Figure:
    return getattr(drawing, name)(*EXAMPLES[name])


def rectangles(figure: Figure, colour: str) -> list[Rectangle]:
    wanted = mpl.colors.to_rgb(colour)
    found = [p for axes in figure.axes for p in axes.patches if isinstance(p, Rectangle)]
    return [p for p in found if p.get_fill() and tuple(p.get_facecolor()[:3]) == wanted and p.get_width()]


def test_every_figure_of_the_collection_has_an_example() -> None:
    assert {function.__name__ for _, _, function in FIGURES} == set(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_same_table_gives_the_same_bytes_and_nothing_stays_set(name: str) -> None:
    before = dict(mpl.rcParams)
    first, second = draw(name), draw(name)
    svg = svg_bytes(first)
    assert svg == svg_bytes(second) and png_bytes(first) == png_bytes(second)
    assert b"<dc:date>" not in svg and b"Software" not in png_bytes(first)
    assert svg_bytes(first) == svg, "saving a figure changes it"
    assert dict(mpl.rcParams) == before


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_missing_column_an_empty_table_and_a_stranger_are_refused(name: str) -> None:
    function, (table, *others) = getattr(drawing, name), EXAMPLES[name]
    optional = {"total_low", "total_high"} | ({"donor_or_judgement"} if "part" in table else set())
    for column in set(table.columns) - optional:
        with pytest.raises(drawing.DrawingError, match=column):
            function(table.drop(columns=column), *others)
    with pytest.raises(drawing.DrawingError, match="no rows"):
        function(table.iloc[:0], *others)
    told = [c for c in ("part", "line", "site", "concept", "kind", "item") if c in table.columns]
    for column in told:
        with pytest.raises(drawing.DrawingError, match="no entry 'nobody'"):
            function(table.assign(**{column: "nobody"}), *others)


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    with pytest.raises(drawing.DrawingError, match=r"sites has no entry 'fairwater'; did you mean 'fairwater_wi'"):
        names.name_of("sites", "fairwater")
    with pytest.raises(drawing.DrawingError, match="no figure 'nothing' of 00_the_answer"):
        drawer("00_the_answer", "nothing")


def test_every_line_site_and_concept_has_a_name_and_a_unit_that_fits() -> None:
    assert set(names.keys_of("lines")) == set(LEDGER_NAMES)
    assert set(names.keys_of("sites")) == set(scenario.names("ground"))
    assert set(names.keys_of("concepts")) == set(scenario.names("orbit"))
    assert set(names.keys_of("kinds")) == set(facts.KINDS)
    for line in LEDGER_NAMES:
        assert np.isfinite(names.shown(line, 1.0)) and names.better(line) in ("lower", "higher", "neither")
    assert names.shown("campus_land_m2", 1e6) == pytest.approx(1.0)
    assert names.shown("total_kgco2e", 2e9) == pytest.approx(2.0)
    assert names.shown("present_cost_usd", 3e9) == pytest.approx(3.0)


def test_nothing_else_wears_the_colour_of_a_side() -> None:
    ours = {names.colour_of("sides", side).upper() for side in scenario.SIDES}
    assert len(ours) == 2
    for section in ("parts", "kinds"):
        assert not ours & {names.colour_of(section, key).upper() for key in names.keys_of(section)}


def test_bars_start_at_zero_and_show_their_values_and_ranges() -> None:
    figure = draw("one_line_by_pair")
    for side, value in (("ground", 2.0), ("orbit", 20.0)):
        bars = rectangles(figure, names.colour_of("sides", side))
        assert [(bar.get_x(), bar.get_width()) for bar in bars] == [(0.0, value)] * 2
    assert figure.axes[0].get_xlim()[0] == 0
    ranges = [tuple(line.get_xdata()) for line in figure.axes[0].lines]
    assert ranges.count((15.0, 30.0)) == 2


def test_stacks_add_up_and_donors_are_hatched() -> None:
    figure = draw("cost_parts")
    (launch,) = rectangles(figure, names.colour_of("parts", "launch"))
    (plant,) = rectangles(figure, names.colour_of("parts", "plant"))
    (residual,) = rectangles(figure, names.colour_of("parts", "residual"))
    assert launch.get_hatch() and not plant.get_hatch()
    assert plant.get_x() == launch.get_x() + launch.get_width() == 6.0
    assert residual.get_x() == 0 and residual.get_width() == -0.5
    assert "1.50 (1.00–9.00)" in [text.get_text() for text in figure.axes[0].texts]
    assert figure.axes[0].get_xlabel().startswith("$")


def test_facing_panels_share_their_limits() -> None:
    first, second = draw("ledger_ratios").axes
    assert first.get_xlim() == second.get_xlim() and first.get_ylim() == second.get_ylim()


def test_the_map_is_to_scale() -> None:
    axes = draw("map_to_one_scale").axes[0]
    assert axes.get_aspect() == 1
    (campus,) = rectangles(axes.figure, names.colour_of("areas", "campus"))
    assert campus.get_width() * campus.get_height() == pytest.approx(4.0)
    ends = sorted(p.get_width() for p in axes.patches if isinstance(p, Rectangle) and not p.get_fill())
    assert ends == pytest.approx([0.9, 1.1, 2.5, 4.0])
    (outline,) = [p for p in axes.patches if isinstance(p, PathPatch)]
    assert np.ptp(outline.get_path().vertices, axis=0) == pytest.approx([4.0, 9.0])
    (bar,) = axes.lines
    (length,) = [float(t.get_text().removesuffix(" km")) for t in axes.texts if re.fullmatch(r"[\d.]+ km", t.get_text())]
    assert np.ptp(bar.get_xdata()) == pytest.approx(length)
    assert max(p.get_x() + p.get_width() for p in axes.patches if isinstance(p, Rectangle)) <= axes.get_xlim()[1]
    assert "not land" in " ".join(t.get_text().replace("\n", " ") for t in axes.texts)


def test_the_outline_is_manhattan() -> None:
    data = facts.load()
    rings = tables.outline(data, "manhattan")
    assert tables.outline_area_m2(rings) / 1e6 == pytest.approx(59.1, abs=0.05)
    assert tables.outline_area_m2(rings) == pytest.approx(tables.yardstick(data, "manhattan", "land_m2"), rel=0.005)
    for _, ring in rings.groupby("ring"):
        assert tuple(ring.iloc[0]) == tuple(ring.iloc[-1])
    with pytest.raises(facts.FactError, match="no outline 'bronx'"):
        tables.outline(data, "bronx")


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "0"), (325.04, "325"), (14611, "14,600"), (0.012345, "0.0123"), (9.999, "10.0"), (-0.5, "−0.500"),
     (1.234e-7, "1.23 × 10⁻⁷"), (math.nan, "–"), (math.inf, "∞"), (999.9, "1,000")],
)  # fmt: skip
def test_numbers_are_spoken_in_three_digits(value: float, said: str) -> None:
    assert numbers.spoken(value) == said


def test_a_range_is_said_once() -> None:
    assert numbers.with_range(2.0, 1.5, 2.5) == "2.00 (1.50–2.50)"
    assert numbers.with_range(2.0, math.nan, math.nan) == "2.00"


def test_a_quantity_is_said_without_its_unit() -> None:
    assert names.words_of("bus_specific_power_w_per_kg") == "bus specific power"
    assert names.words_of("leo_to_sso_frac") == "LEO to SSO"


def test_a_picture_is_small_and_tells_its_words() -> None:
    shown = drawing.picture(draw("ledger_ratios"))
    data, metadata = shown._repr_png_()
    assert data.startswith(b"\x89PNG") and len(data) <= MOST_BYTES_IN_A_NOTEBOOK
    assert metadata["alt"] == repr(shown) and "orbit is lower on 1 of 2" in repr(shown)
    with pytest.raises(drawing.DrawingError, match="no alternative text"):
        drawing.picture(Figure())


@pytest.fixture(scope="module")
def pair() -> tuple:
    return tables.compared("fairwater_wi", "spacex_ai1", "demonstrated", 60)


@pytest.fixture(scope="module")
def other() -> tuple:
    return tables.compared("hyperion_la_2030", "google_suncatcher", "promised", 60)


def test_parts_add_up_to_their_lines(pair: tuple, other: tuple) -> None:
    for both in (pair, other):
        for table, line in ((tables.cost_parts(*both), COST), (tables.carbon_parts(*both), CARBON)):
            for side in scenario.SIDES:
                assert table.loc[table["bar"] == side, "value"].sum() == pytest.approx(tables.central(both[0], side, line))


def test_weights_are_elasticities(pair: tuple) -> None:
    table = tables.weights(pair[0], "capex_accelerators_usd")
    ground = table[table["side"] == "ground"].set_index("quantity")
    assert ground["weight_frac"].sum() == pytest.approx(1)
    assert ground.loc["accelerator_price_usd", "elasticity"] == pytest.approx(1)
    assert ground.loc["accelerator_power_w", "elasticity"] == pytest.approx(-1, abs=0.02)
    assert ground.loc["building_lifetime_years", "weight_frac"] == 0


def test_swings_start_from_the_ratio_and_move_shared_facts_on_both_sides(pair: tuple) -> None:
    table = tables.swings(pair[0], COST, 500).set_index("quantity")
    ratio = tables.ratios(*pair).set_index("line").loc[COST, "ratio"]
    assert table["central"].unique() == pytest.approx([ratio])
    price = table.loc["accelerator_price_usd"]
    assert (price["at_high"] < ratio < price["at_low"]) == (ratio > 1), "a shared price pulls the ratio towards one"


def test_sentences_carry_the_numbers_of_their_pair(pair: tuple, other: tuple) -> None:
    for both in (pair, other):
        cost = tables.central(both[0], "orbit", COST)
        assert f"USD {numbers.spoken(cost)} (" in sentences.answer(*both)
    assert "Fairwater" in sentences.answer(*pair) and "Fairwater" not in sentences.answer(*other)
    limit = pair[0].infeasible["orbit"]["months_to_full_power"]
    assert limit in sentences.time_to_power(*pair)


def test_each_side_gets_the_same_words(pair: tuple, other: tuple) -> None:
    for both in (pair, other):
        said = [re.split(r"Its three widest leads: .*?\. At", text) for text in sentences.best_cases(*both).split("\n\n")]
        bare = [[re.sub(r"[\d.,–]+|Ground|Orbit", "#", part) for part in parts_] for parts_ in said]
        assert bare[0] == bare[1] and len(bare[0]) == 2


def test_the_ledger_is_printed_with_definitions_and_limits(pair: tuple) -> None:
    table = sentences.printed_ledger(*pair)
    assert len(table) == len(LEDGER_NAMES)
    assert table.loc["land of the campus", "Orbit"] == "0 by definition"
    assert table.loc["time to full power", "Orbit"] == "infeasible"
    land = units.convert(tables.central(pair[0], "ground", "campus_land_m2"), "m2", "km2")
    assert table.loc["land of the campus", "Ground"] == numbers.spoken(land)


def test_the_radiator_steps_end_at_the_promised_case() -> None:
    data = facts.load()
    steps = tables.radiator_steps(data, "spacex_ai1", 100.0)
    for row, case in ((0, "demonstrated"), (-1, "promised")):
        area = tables.fleet(data, "spacex_ai1", case, 100.0).compute(("radiator_area_m2",))["radiator_area_m2"]
        assert steps["radiator_area_m2"].iloc[row] == pytest.approx(area)
    stated = tables.published_shape(data, "spacex_ai1", "radiator_area_m2")
    assert f"its maker states {numbers.spoken(stated)} m²" in sentences.radiator_beside_published(data, "spacex_ai1", 100.0)


def test_the_gallery_makes_and_draws_every_figure_by_name() -> None:
    entries = {(notebook, name): (table, draw) for notebook, name, table, draw in gallery.figures()}
    pairs_of_study = len(scenario.study().pairs)
    assert {(n, f.partition("__")[0]) for n, f in entries} == {(n, f) for n, f, _ in FIGURES}
    assert sum(n == "30_earth_or_orbit" for n, _ in entries) == 6 * pairs_of_study
    for key in (("10_ground_sites", "campuses_to_one_scale"), ("20_orbital_concepts", "array_and_radiator_area")):
        table, draw_it = entries[key]
        assert isinstance(draw_it(table()), Figure)
