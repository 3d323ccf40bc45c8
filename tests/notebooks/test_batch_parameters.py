"""A wrong parameter is refused before a kernel starts, in one line that says what would be right."""

import math

import pytest
from tiny_notebooks import CASE, CHOICES, CONCEPT, LOAD, PAIRS, POWER, SITE, write_notebook

from earth_or_orbit.batch import ParameterError, plan_runs
from earth_or_orbit.batch.declarations import parse_declarations, parse_range
from earth_or_orbit.batch.parameters import Range
from earth_or_orbit.batch.values import parse_text

YEARS = "horizon_years: int = 15  # Operating years [years] (1..50)"
NAMES = 'sites: list[str] = ["a", "b # c"]  # Names (of campuses)'
SHOWN = "shown: bool = True  # Whether to draw"
ALTITUDE = "orbit_altitude_km: float | None = None  # Altitude, none for the concept's own [km] (300..2000)"
DECLARED = parse_declarations("\n".join([SITE, CASE, POWER, LOAD, YEARS, NAMES, SHOWN, ALTITUDE]), "a.ipynb")


def test_a_declaration_is_read_whole():
    load = DECLARED["load_frac"]
    assert (load.type, load.default, load.unit) == ("float", 0.9, "frac")
    assert load.meaning == "Share of hours under load"
    assert load.ranges == (Range(0, 1),)
    assert DECLARED["case"].choices == ("demonstrated", "promised")
    assert DECLARED["sites"].default == ["a", "b # c"]
    assert DECLARED["sites"].meaning == "Names (of campuses)"


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("it_power_average_mw", "250", 250.0),
        ("it_power_average_mw", "250 MW", 250.0),
        ("it_power_average_mw", "2 GW", 2000.0),
        ("it_power_average_mw", "1.5e5kW", 150.0),
        ("load_frac", "45%", 0.45),
        ("horizon_years", "20", 20),
        ("horizon_years", "120 months", 10),
        ("case", "promised", "promised"),
        ("site", "0812", "0812"),
        ("sites", "x, y", ["x", "y"]),
        ("sites", '["x", "y"]', ["x", "y"]),
        ("shown", "false", False),
        ("orbit_altitude_km", "650000 m", 650.0),
        ("orbit_altitude_km", "650", 650.0),
    ],
)
def test_a_text_becomes_a_value_of_the_declared_type_and_unit(name, text, value):
    parsed = parse_text(DECLARED[name], text, name)
    assert type(parsed) is type(value)
    assert parsed == pytest.approx(value)


def test_none_leaves_to_the_concept_what_it_has() -> None:
    assert DECLARED["orbit_altitude_km"].default is None
    assert parse_text(DECLARED["orbit_altitude_km"], "none", "a") is None


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("it_power_average_mw", "lots", "'lots' is not a number [mw]; allowed: above 0"),
        ("it_power_average_mw", "-5", "-5 [mw] is out of range; allowed: above 0"),
        ("it_power_average_mw", "0", "0 [mw] is out of range; allowed: above 0"),
        ("it_power_average_mw", "nan", "'nan' is not a finite number"),
        ("it_power_average_mw", "-inf", "'-inf' is not a finite number"),
        ("it_power_average_mw", "1e999", "inf is not a finite number"),
        ("it_power_average_mw", "1,000", "'1,000' is not a number"),
        ("it_power_average_mw", "100 kg", "'100 kg' does not fit [mw]"),
        ("it_power_average_mw", "100 foo", "'100 foo' does not fit [mw]"),
        ("load_frac", "1.01", "1.01 [frac] is out of range; allowed: 0 to 1"),
        ("horizon_years", "15.5", "'15.5' is not a whole number [years]; allowed: 1 to 50"),
        ("horizon_years", "true", "'true' is not a whole number"),
        ("case", "promise", "'promise' is not one of: demonstrated, promised; nearest: 'promised'"),
        ("sites", '["x", 3]', "3 is not text"),
        ("shown", "maybe", "'maybe' is not true or false"),
        ("orbit_altitude_km", "35786", "35786 [km] is out of range; allowed: 300 to 2000"),
        ("orbit_altitude_km", "geo", "'geo' is not a number [km]; allowed: 300 to 2000 and none"),
        ("load_frac", "none", "'none' is not a number [frac]"),
    ],
)
def test_a_text_that_does_not_fit_is_one_line(name, text, said):
    with pytest.raises(ParameterError) as caught:
        parse_text(DECLARED[name], text, f"30_pair: {name}")
    line = str(caught.value)
    assert line.startswith(f"30_pair: {name}: ")
    assert said in line
    assert "\n" not in line


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("x = 3", "not a declaration"),
        ("import os", "not a declaration"),
        ("x: float = 3", "no readable comment"),
        ("x: float = 3  # how much", "without a unit"),
        ("x_mw: float = 3  # how much [kw]", "x_mw ends in MW but its comment says [kw]"),
        ("x: flaot = 3  # how much [kw]", "nearest: 'float'"),
        ("x: int = 3.5  # how many [count]", "3.5 is not a whole number"),
        ("x: int = True  # how many [count]", "True is not a whole number"),
        ("x: float = 3  # how much [kw] (4..5)", "default of x: 3 [kw] is out of range; allowed: 4 to 5"),
        ("x: float = 3  # how much [kw] (some)", "has the rule (some)"),
        ("x: float = 1 / 3  # how much [kw]", "not a literal"),
        ("x: float = 1e999  # how much [kw]", "not a finite number"),
        ("x: list = [1,\n 2]  # how much", "runs over lines"),
        ('x: str = "a"; y: str = "b"  # two', "two declarations on one line"),
        ('x: str = "a"  # which (one of: b, c)', "'a' is not one of: b, c"),
        ('x: str = "a"  # which\nx: str = "b"  # which', "declared twice"),
        ("x: float = (  # how much [kw]", "not Python"),
    ],
)
def test_a_bad_declaration_names_notebook_and_reason(line, said):
    with pytest.raises(ParameterError) as caught:
        parse_declarations(line, "30_pair.ipynb")
    assert str(caught.value).startswith("30_pair.ipynb")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("rule", "span"),
    [
        ("0..1", Range(0, 1)),
        ("-1 .. 1", Range(-1, 1)),
        ("0..", Range(0, math.inf)),
        ("..0.5", Range(-math.inf, 0.5)),
        ("> 0, <= 1", Range(0, 1, low_open=True)),
        ("low..high", None),
        ("..", None),
    ],
)
def test_ranges_are_read(rule, span):
    assert parse_range(rule) == span


def test_an_open_end_excludes_itself():
    assert not Range(0, 1, low_open=True).contains(0)
    assert Range(0, 1, low_open=True).contains(1)


def test_two_parameters_cells_are_refused(tmp_path):
    import nbformat

    path = write_notebook(tmp_path, "30_pair", parameters=(SITE,))
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell(CASE, metadata={"tags": ["parameters"]}))
    nbformat.write(notebook, path)
    with pytest.raises(ParameterError, match="2 cells are tagged 'parameters'; one is allowed"):
        plan_runs([path])


def test_pairs_go_to_the_notebooks_that_declare_them(tmp_path):
    both = write_notebook(tmp_path, "30_pair", parameters=(SITE, CONCEPT, CASE))
    site = write_notebook(tmp_path, "10_ground", parameters=(SITE,))
    concept = write_notebook(tmp_path, "20_orbit", parameters=(CONCEPT,))
    neither = write_notebook(tmp_path, "01_facts", "1 + 1")
    runs = plan_runs([both, site, concept, neither], PAIRS, choices=CHOICES)
    assert [(run.name, run.output_name) for run in runs] == [
        ("30_pair", "fairwater_wi__spacex_ai1"),
        ("30_pair", "hyperion_la_2030__google_suncatcher"),
        ("30_pair", "hyperion_la_2030__starcloud_5gw"),
        ("10_ground", "fairwater_wi"),
        ("10_ground", "hyperion_la_2030"),
        ("20_orbit", "spacex_ai1"),
        ("20_orbit", "google_suncatcher"),
        ("20_orbit", "starcloud_5gw"),
        ("01_facts", "01_facts"),
    ]
    assert dict(runs[0].given) == {"site": "fairwater_wi", "concept": "spacex_ai1"}
    assert runs[0].resolved["case"] == "demonstrated"
    assert dict(runs[-1].given) == {}


def test_a_case_other_than_the_default_has_its_own_output(tmp_path):
    path = write_notebook(tmp_path, "30_pair", parameters=(SITE, CONCEPT, CASE))
    names = [plan_runs([path], PAIRS[:1], case)[0].output_name for case in ("demonstrated", "promised")]
    assert names == ["fairwater_wi__spacex_ai1", "fairwater_wi__spacex_ai1__promised"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            {"parameters": ["it_power_avrage_mw=3"]},
            "has no parameter 'it_power_avrage_mw'; nearest: 'it_power_average_mw'",
        ),
        ({"parameters": ["it_power_average_mw=many"]}, "'many' is not a number"),
        ({"parameters": ["it_power_average_mw=-100"]}, "-100 [mw] is out of range"),
        ({"parameters": {"it_power_average_mw": "many"}}, "'many' is not a number"),
        ({"parameters": {"it_power_average_mw": float("nan")}}, "nan is not a finite number"),
        ({"parameters": {"load_frac": True}}, "True is not a number"),
        ({"parameters": ["load_frac"]}, "write name=value"),
        ({"parameters": ["load_frac=0.5", "load_frac=0.6"]}, "load_frac is set twice"),
        ({"pairs": [("fairwater", "spacex_ai1")]}, "site: 'fairwater' is not one of: fairwater_wi"),
        ({"pairs": [("fairwater_wi", "spacex_ai2")]}, "nearest: 'spacex_ai1'"),
        ({"case": "promise"}, "nearest: 'promised'"),
        ({"parameters": ["load_frac=0.2"], "ranges": {"load_frac": (0.5, None)}}, "allowed: at least 0.5"),
    ],
)
def test_a_wrong_choice_stops_the_plan(tmp_path, arguments, said):
    path = write_notebook(tmp_path, "30_pair", parameters=(SITE, CONCEPT, CASE, POWER, LOAD))
    with pytest.raises(ParameterError) as caught:
        plan_runs([path], **({"choices": CHOICES} | arguments))
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_unknown_site_is_refused_even_if_no_notebook_asks_for_one(tmp_path):
    path = write_notebook(tmp_path, "01_facts", "1 + 1")
    with pytest.raises(ParameterError, match="nearest: 'fairwater_wi'"):
        plan_runs([path], [("fairwater_wy", "spacex_ai1")], choices=CHOICES)


def test_what_is_no_notebook_is_named(tmp_path):
    (tmp_path / "broken.ipynb").write_text("{")
    with pytest.raises(ParameterError, match=r"broken\.ipynb: not a readable notebook"):
        plan_runs([tmp_path / "broken.ipynb"])
    with pytest.raises(ParameterError, match=r"absent\.ipynb: there is no such notebook"):
        plan_runs([tmp_path / "absent.ipynb"])
