"""The command line: what it prints, what it refuses and with which status. Every call is a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from earth_or_orbit import facts, scenario
from earth_or_orbit.facilities import LEDGER_NAMES

PAIR = ("--site", "fairwater_wi", "--concept", "spacex_ai1")


def command(*arguments: str, root: Path | None = None, cwd: Path | None = None) -> subprocess.CompletedProcess:
    environment = dict(os.environ, **({"EARTH_OR_ORBIT_ROOT": str(root)} if root else {}))
    call = [sys.executable, "-m", "earth_or_orbit", *arguments]
    return subprocess.run(call, capture_output=True, text=True, env=environment, cwd=cwd, timeout=300, check=False)


def refused(*arguments: str, root: Path | None = None) -> str:
    """The one line on standard error of a command that must end with status 2."""
    done = command(*arguments, root=root)
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("error: ") and done.stderr.count("\n") == 1, done.stderr
    return done.stderr


def test_compare_gives_numbers_and_units_as_json(tmp_path: Path) -> None:
    record = json.loads(command("compare", *PAIR, "--json", cwd=tmp_path).stdout)
    assert list(record["ground"]) == list(record["orbit"]) == list(record["units"]) == list(LEDGER_NAMES)
    limited = record["orbit"]["months_to_full_power"]
    assert isinstance(limited, float) or (limited["central"] is None and limited["limit"])


def test_a_setting_moves_the_answer() -> None:
    ratios = []
    for price in ("100", "10000"):
        record = json.loads(command("compare", *PAIR, "--set", f"launch_price_usd_per_kg={price}", "--json").stdout)
        ratios.append(record["orbit"]["present_cost_usd"] / record["ground"]["present_cost_usd"])
    assert ratios[1] > 2 * ratios[0]


def test_a_setting_may_carry_its_unit() -> None:
    answers = [
        json.loads(command("compare", *PAIR, "--set", f"it_power_average_mw={text}", "--json").stdout)
        for text in ("100", "100000 kW")
    ]
    assert answers[0] == answers[1]


def test_explain_as_text_and_as_json_says_where_acres_come_from() -> None:
    text = command("explain", "campus_land_m2", *PAIR).stdout
    assert "325 acre" in text and "beside it" in text and "https://" in text
    tree = json.loads(command("explain", "campus_land_m2", *PAIR, "--json").stdout)
    assert tree["kind"] == "computed" and tree["unit"] == "m2" and " = " in tree["formula"]
    assert "zero by definition" in command("explain", "campus_land_m2", *PAIR, "--side", "orbit").stdout


@pytest.mark.parametrize("what", ["sites", "concepts", "quantities", "notebooks", "scenarios"])
def test_list_prints_a_table_and_json(what: str) -> None:
    rows = json.loads(command("list", what, "--json").stdout)
    assert len(rows) >= 5
    first = next(iter(rows[0].values()))
    assert first in command("list", what).stdout


def test_facts_check_is_clean_and_counts() -> None:
    done = command("facts", "check", "--json")
    assert done.returncode == 0, done.stdout
    record = json.loads(done.stdout)
    assert record["faults"] == [] and record["facts"] > 250


def test_help_shows_an_example_of_every_command() -> None:
    for name in ("list", "compare", "explain", "run", "verify", "report"):
        assert f"Example: earth-or-orbit {name}" in command(name, "--help").stdout
    assert command("--help").returncode == 0


def test_verify_reproduces_the_published_cases() -> None:
    done = command("verify", "--json")
    assert done.returncode == 0
    records = json.loads(done.stdout)
    covered = [r for r in records if r["status"] != "not covered"]
    assert len(covered) >= 65 and all(r["status"] in ("met", "explained") for r in covered)
    assert {"id", "topic", "status", "computed", "expected", "unit"} <= set(records[0])


def test_verify_ends_with_one_when_a_value_is_off(tmp_path: Path) -> None:
    path = facts.root_folder() / "data" / "published" / "reference_cases.csv"
    spoilt = tmp_path / "cases.csv"
    spoilt.write_text(path.read_text(encoding="utf-8").replace(",14700,", ",24700,"), encoding="utf-8")
    done = command("verify", str(spoilt), "--json")
    assert done.returncode == 1
    missed = [r for r in json.loads(done.stdout) if r["status"] == "missed"]
    assert [r["expected"] for r in missed] == [24700]


REFUSED = {
    "unknown site": (("compare", "--site", "fairwater", "--concept", "spacex_ai1"), "did you mean 'fairwater_"),
    "unknown concept": (("compare", "--site", "fairwater_wi", "--concept", "spacex"), "did you mean 'spacex_ai1'"),
    "missing concept": (("compare", "--site", "fairwater_wi"), "--concept is missing"),
    "unknown case": (("compare", *PAIR, "--case", "promise"), "promised"),
    "misspelt quantity": (("compare", *PAIR, "--set", "orbit_altitud_km=650"), "did you mean 'orbit_altitude_km'"),
    "text for a number": (("compare", *PAIR, "--set", "orbit_altitude_km=high"), "is not a number in km"),
    "negative power": (("compare", *PAIR, "--set", "it_power_average_mw=-5"), "allowed: 0.001 to"),
    "out of range": (("compare", *PAIR, "--set", "orbit_altitude_km=36000"), "allowed: 300 to 2000 km"),
    "nan": (("compare", *PAIR, "--set", "orbit_altitude_km=nan"), "is not allowed"),
    "wrong unit": (("compare", *PAIR, "--set", "orbit_altitude_km=650 kg"), "is not a number in km"),
    "no equals sign": (("compare", *PAIR, "--set", "orbit_altitude_km"), "write name=value"),
    "unknown choice": (("compare", *PAIR, "--choose", "eclipse_operation=sleep"), "allowed: battery, pause"),
    "unknown quantity": (("explain", "present_cost", *PAIR), "did you mean 'present_cost_usd'"),
    "unknown notebook": (("run", "00_the_anser"), "did you mean '00_the_answer'"),
    "misspelt parameter": (("run", "00_the_answer", "-p", "drws=5"), "nearest: 'draws'"),
    "text for a parameter": (("run", "00_the_answer", "-p", "draws=many"), "draws"),
    "a divisor of 0": (("compare", *PAIR, "--set", "satellite_mass_kg=0"), "divided by one that is 0"),
    "too few draws": (("compare", *PAIR, "--draws", "3"), "at least 50"),
    "a choice to explain": (("explain", "water_basis", *PAIR), "is a choice, not a quantity: published"),
    "the other side's": (("explain", "satellite_mass_kg", *PAIR, "--side", "ground"), "the orbit side has it"),
    "no such file": (("verify", "nothing.csv"), "no such file"),
    "unknown option": (("compare", "--sites", "x"), "--site"),
    "geostationary orbit": (
        ("compare", *PAIR, "--set", "orbit_altitude_km=35786"),
        "geostationary orbit at 35786 km is out of scope",
    ),
    "lowest orbit": (("compare", *PAIR, "--set", "orbit_altitude_km=299"), "allowed: 300 to 2000 km"),
    "a plane that does not follow the Sun": (
        ("compare", *PAIR, "--set", "orbit_inclination_deg=53"),
        "53 is not sun-synchronous; at 700 km 98.19 deg is",
    ),
    "no shielding": (("compare", *PAIR, "--set", "shielding_aluminium_mm=0.5"), "allowed: 1 to 20 mm"),
    "thick shielding": (("compare", *PAIR, "--set", "shielding_aluminium_mm=25"), "the dose table reaches from 1 to 20 mm"),
    "unknown quantity to break even": (("break-even", "launch_cost", *PAIR), "quantity 'launch_cost' is not known"),
    "unknown line to break even": (("break-even", "horizon_years", *PAIR, "--line", "cost"), "line 'cost' is not known"),
    "radiator colder than its sink": (
        ("compare", *PAIR, "--set", "radiator_temperature_k=200"),
        "radiator_temperature_k",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_bad_input_is_one_line_and_status_2(name: str) -> None:
    arguments, said = REFUSED[name]
    assert said in refused(*arguments)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    import shutil

    for name in ("data", "scenarios"):
        shutil.copytree(facts.root_folder() / name, tmp_path / name)
    return tmp_path


SPOILT = {
    "a Python tag": ("title: Fairwater", "title: !!python/object/apply:os.getcwd []\nxtitle: Fairwater", "tag"),
    "an unknown key": ("operator: ", "operater: ", "did you mean 'operator'"),
    "a number that should be a fact": (
        "choices:\n",
        "  campus_it_peak_mw: 369\nchoices:\n",
        "a number that should be a fact",
    ),
    "an unknown subject": ("egrid_rfcw", "egrid_rcfw", "did you mean 'egrid_rfcw'"),
    "an unknown choice": ("value: it_peak", "value: it_peek", "did you mean 'it_peak'"),
    "a missing why": (', why: "the city forecasts the hottest day"}', "}", "lacks the key 'why'"),
    "a wrong type": ("operator: Microsoft", "operator: [Microsoft]", "text is needed"),
    "a key twice": ("operator: Microsoft", "operator: Microsoft\noperator: Meta", "stands twice"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_scenario_is_refused_with_file_and_key(copy: Path, name: str) -> None:
    old, new, said = SPOILT[name]
    path = copy / "scenarios" / "sites" / "fairwater_wi.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    line = refused("compare", *PAIR, root=copy)
    assert "scenarios/sites/fairwater_wi.yml" in line and said in line, line


def test_a_data_row_with_a_wrong_unit_is_refused_with_its_place(copy: Path) -> None:
    path = copy / "data" / "facts" / "sites.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[1] = lines[1].replace(",acre,", ",kWh,")
    path.write_text("".join(lines), encoding="utf-8")
    line = refused("compare", *PAIR, root=copy)
    assert "data/facts/sites.csv row 2, column unit: 'kWh' is not allowed" in line


def test_a_missing_scenario_file_is_named(copy: Path) -> None:
    (copy / "scenarios" / "orbit.yml").unlink()
    assert "scenarios/orbit.yml: file is missing" in refused("compare", *PAIR, root=copy)


def test_an_output_folder_that_cannot_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    done = command("run", "01_what_we_know", "--out", str(tmp_path / "file" / "below"))
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert "choose a place that can be read and written" in done.stderr


def test_an_override_is_told_where_it_breaks_a_sum_or_does_nothing() -> None:
    asked = ("--set", "total_kgco2e=5", "--set", "gas_life_cycle_kgco2e_per_mwh=1", "--json")
    remarks = json.loads(command("compare", *PAIR, *asked).stdout)["remarks"]
    assert any("total_kgco2e is set by hand" in r for r in remarks)
    assert any("gas_life_cycle_kgco2e_per_mwh is set and no line" in r for r in remarks)


def test_a_command_without_arguments_helps() -> None:
    done = command()
    assert done.returncode == 0 and done.stdout.startswith("Usage:") and not done.stderr


def test_every_site_and_concept_named_in_the_study_exists() -> None:
    for site, concept in scenario.study().pairs:
        assert site in scenario.names("ground") and concept in scenario.names("orbit")
