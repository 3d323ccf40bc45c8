"""Figures: from a tidy table alone, in fixed names and colours, from zero, the same to the byte."""

import math
import re

import matplotlib as mpl
import numpy as np
import pytest
from drawing_examples import CARBON, COST, EXAMPLES
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle

from earth_or_orbit import drawing, facts, gallery, scenario, sentences, tables, units
from earth_or_orbit.drawing import names, numbers
from earth_or_orbit.drawing.collection import FIGURES, drawer
from earth_or_orbit.drawing.saving import MOST_BYTES_IN_A_NOTEBOOK, png_bytes, svg_bytes
from earth_or_orbit.facilities import LEDGER_NAMES


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
    limit = pair[0].limit_text("orbit", "months_to_full_power")
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
    for key in (("11_land_to_scale", "rings_over_a_place"), ("20_orbital_concepts", "array_and_radiator_area")):
        table, draw_it = entries[key]
        assert isinstance(draw_it(table()), Figure)
