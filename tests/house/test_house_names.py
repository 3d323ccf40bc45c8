"""No unit, no name: functions and parameters of quantities/ end in their unit, and data/quantities.csv agrees."""

import ast
import csv
import re
from pathlib import Path

import pytest
from house_tree import PACKAGE, ROOT, Function, modules, parameter_names, public_functions, quantity_name

from earth_or_orbit.units import UnitError, compatible, convert, known, unit_of_name

QUANTITIES = PACKAGE / "quantities"
# Money appears only here; the other rooms return physical quantities.
MONEY_ROOM = re.compile(r"(^|_)(finance|price|prices|cost|costs|bill|bills|tax|taxes)(_|$)")
# What states no unit because it is no number.
UNITLESS_PARAMETERS = re.compile(r"_(text|id|name)$")


def same_unit(one: str, other: str) -> bool:
    return compatible(one, other) and convert(1.0, one, other) == pytest.approx(1.0)


def listed_units(table: Path = ROOT / "data" / "quantities.csv") -> dict[str, str]:
    with table.open(encoding="utf-8", newline="") as file:
        return {row["quantity"]: row["unit"] for row in csv.DictReader(file)}


def unit_fault(name: str, listed: dict[str, str]) -> str | None:
    """What is wrong with a quantity's name, or None."""
    try:
        named = unit_of_name(name)
    except UnitError as error:
        return str(error)
    if name not in listed:
        return f"{name} has no row in data/quantities.csv"
    agrees = known(listed[name]) and same_unit(named, listed[name])
    return None if agrees else f"{name} ends in {named}, but data/quantities.csv says {listed[name]}"


def name_faults(path: Path, listed: dict[str, str]) -> list[str]:
    faults = []
    for function in public_functions(path):
        names = [quantity_name(function.name), *parameter_names(function)]
        for name in dict.fromkeys(names):
            fault = None if UNITLESS_PARAMETERS.search(name) else unit_fault(name, listed)
            if fault:
                faults.append(f"{path.name}:{function.lineno}: {fault}")
    return faults


def money_faults(path: Path) -> list[str]:
    if MONEY_ROOM.search(path.stem):
        return []
    return [
        f"{path.name}:{function.lineno}: {function.name} is money; it belongs in a room named price, cost or finance"
        for function in public_functions(path)
        if "usd" in function.name.split("_") and not is_structural_zero(function)
    ]


def is_structural_zero(function: Function) -> bool:
    """Whether it takes nothing, returns 0 and says why that is so by definition: no equation or source can say more."""
    text = ast.get_docstring(function) or ""
    ends = [ast.unparse(node) for node in function.body[1:]]
    says_why = re.match(r"Zero by definition:( \S+){4}", text)
    return bool(says_why) and not parameter_names(function) and ends == ["return 0.0"]


def docstring_faults(function: Function) -> list[str]:
    text = ast.get_docstring(function) or ""
    first, *rest = text.splitlines() or [""]
    stated = re.search(r"\[([^\]]+)\]$", first)
    faults = []
    if not stated:
        faults.append("its first line does not end in [unit]")
    else:
        try:
            named = unit_of_name(quantity_name(function.name))
            if not same_unit(stated[1], named):
                faults.append(f"its docstring says [{stated[1]}], its name {named}")
        except UnitError as error:
            faults.append(str(error))
    if is_structural_zero(function):
        return faults
    lines = [line.strip() for line in rest]
    if not any(re.search(r"\S = \S", line) for line in lines if not line.startswith(("Check:", "Source:"))):
        faults.append("no line of its docstring is an equation")
    if not any(re.match(r"Source: \S", line) for line in lines):
        faults.append("no line of its docstring starts with Source:")
    return faults


def test_every_name_in_the_model_states_its_unit_and_is_listed() -> None:
    listed = listed_units()
    faults = [line for path in modules(QUANTITIES) for line in name_faults(path, listed)]
    assert not faults, "\n".join(faults)


def test_money_stays_in_the_money_rooms() -> None:
    faults = [line for path in modules(QUANTITIES) for line in money_faults(path)]
    assert not faults, "\n".join(faults)


def test_every_quantity_says_what_it_is() -> None:
    faults = [
        f"{path.name}:{function.lineno}: {function.name}: {fault}"
        for path in modules(QUANTITIES)
        for function in public_functions(path)
        for fault in docstring_faults(function)
    ]
    assert not faults, "\n".join(faults)


LISTED = {"area_m2": "m2", "heat_w": "W", "energy_mwh_per_year": "MWh/year", "mass_kg": "tonne", "width_m": "wide"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("def area(heat_w): ...", "'area' states no unit"),
        ("def area_m2(heat): ...", "'heat' states no unit"),
        ("def length_m(heat_w): ...", "length_m has no row"),
        ("def area_m2(length_m): ...", "length_m has no row"),
        ("def area_m2(width_m): ...", "width_m ends in m, but data/quantities.csv says wide"),
        ("def mass_kg(heat_w): ...", "mass_kg ends in kg, but data/quantities.csv says tonne"),
    ],
)
def test_a_bad_name_is_found(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "heat.py").write_text(text)
    assert said in "\n".join(name_faults(tmp_path / "heat.py", LISTED))


def test_a_good_name_is_let_through(tmp_path: Path) -> None:
    (tmp_path / "heat.py").write_text("def area_m2__cold(heat_w, *, energy_mwh_per_year): ...\ndef _own(x): ...")
    assert name_faults(tmp_path / "heat.py", LISTED) == []


def test_money_elsewhere_is_found(tmp_path: Path) -> None:
    for name in ("heat.py", "launch_price.py"):
        (tmp_path / name).write_text("def fuel_usd_per_kg(fuel_kg): ...")
    assert "is money" in money_faults(tmp_path / "heat.py")[0]
    assert money_faults(tmp_path / "launch_price.py") == []


@pytest.mark.parametrize(
    ("parameters", "why", "end", "is_one"),
    [
        ("", "Zero by definition: a radiator in vacuum drinks nothing.", "0.0", True),
        ("", "Zero by definition.", "0.0", False),
        ("", "Nothing.", "0.0", False),
        ("", "Zero by definition: a radiator in vacuum drinks nothing.", "0.1", False),
        ("heat_w", "Zero by definition: a radiator in vacuum drinks nothing.", "0.0", False),
    ],
)
def test_a_zero_says_why(parameters: str, why: str, end: str, is_one: bool) -> None:
    text = f'def water_m3({parameters}):\n    """{why} [m3]"""\n    return {end}'
    function = ast.parse(text).body[0]
    assert is_structural_zero(function) is is_one
    assert (docstring_faults(function) == []) is is_one


GOOD = '''def area_m2(heat_w):
    """Area of a plate. [m2]

    A = Q / q
    Source: definition.
    """
'''


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (" [m2]", "", "does not end in [unit]"),
        ("[m2]", "[kg]", "docstring says [kg]"),
        ("[m2]", "[km2]", "docstring says [km2]"),
        ("A = Q / q", "Check: area_m2(1) = 1", "no line of its docstring is an equation"),
        ("Source: definition.", "From a book.", "starts with Source:"),
    ],
)
def test_a_poor_docstring_is_found(old: str, new: str, said: str) -> None:
    good, poor = (ast.parse(text).body[0] for text in (GOOD, GOOD.replace(old, new)))
    assert docstring_faults(good) == []
    assert said in "\n".join(docstring_faults(poor))
