"""Every `Check:` line in the docstrings of the model is run.

One line, one check, anywhere in the docstring of a public function of earth_or_orbit.quantities:

    Check: radiator_area_m2(1e6, 320, 250, 0.90, 2) = 1489 (0.1%)

on the left the function itself with literal arguments, by position or name (numbers, or lists, which become arrays);
then what it must give (a number, a list, or nan), and in brackets the relative tolerance in per cent (of 1 where the
value is 0). Every public function has at least one, unless it is a zero by definition that takes nothing.
"""

import ast
import importlib
import inspect
import pkgutil
import re

import numpy as np
import pytest

from earth_or_orbit import quantities

CHECK = re.compile(r"^\s*Check: (?P<call>\w+\(.*\)) = (?P<value>\S.*?) \((?P<percent>\d+(?:\.\d+)?)%\)$")


def public_functions():
    for room in pkgutil.iter_modules(quantities.__path__):
        module = importlib.import_module(f"{quantities.__name__}.{room.name}")
        for name, function in vars(module).items():
            if inspect.isfunction(function) and function.__module__ == module.__name__ and not name.startswith("_"):
                yield pytest.param(function, id=f"{room.name}.{name}")


def check_lines():
    for case in public_functions():
        for line in (case.values[0].__doc__ or "").splitlines():
            if line.strip().startswith("Check:"):
                yield pytest.param(case.values[0], line.strip(), id=f"{case.id}: {line.strip()}")


def literal(text):
    value = float("nan") if text == "nan" else ast.literal_eval(text)
    return np.array(value, dtype=float) if isinstance(value, list) else value


def run_check(function, line):
    """What the line's call gives, what it should give, and the relative tolerance."""
    match = CHECK.match(line)
    assert match, f"not in the form `Check: name(arguments) = value (percent%)`: {line}"
    call = ast.parse(match["call"], mode="eval").body
    assert call.func.id == function.__qualname__, f"checks {call.func.id}, but stands under {function.__qualname__}"
    arguments = [literal(ast.unparse(argument)) for argument in call.args]
    named = {keyword.arg: literal(ast.unparse(keyword.value)) for keyword in call.keywords}
    return function(*arguments, **named), literal(match["value"]), float(match["percent"]) / 100


def agrees(computed, expected, tolerance):
    scale = np.where(np.asarray(expected) == 0, 1.0, np.abs(expected))
    # The last digits of a double are no difference, whatever the tolerance.
    close = np.abs(np.asarray(computed) - expected) <= (tolerance + 1e-12) * scale
    return bool(np.all(close | (np.isnan(computed) & np.isnan(expected))))


@pytest.mark.parametrize(("function", "line"), list(check_lines()))
def test_the_check_line_holds(function, line):
    computed, expected, tolerance = run_check(function, line)
    assert agrees(computed, expected, tolerance), f"gives {computed}, not {expected} within {tolerance:.3%}"


@pytest.mark.parametrize("function", list(public_functions()))
def test_every_public_function_has_a_check_line(function):
    if inspect.signature(function).parameters:
        assert "Check:" in (function.__doc__ or "")


def doubled_m(length_m):
    return 2 * length_m


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        ("Check: doubled_m(2) = 4 (0%)", True),
        ("Check: doubled_m(length_m=2) = 4.03 (1%)", True),
        ("Check: doubled_m([1, 2]) = [2, 4] (0%)", True),
        ("Check: doubled_m([1, 2]) = [2, 5] (1%)", False),
        ("Check: doubled_m(2) = 4.1 (1%)", False),
        ("Check: doubled_m(2) = nan (1%)", False),
    ],
)
def test_a_check_line_can_fail(line, holds):
    assert agrees(*run_check(doubled_m, line)) is holds


@pytest.mark.parametrize("line", ["Check: 2 m → 4 m", "Check: doubled_m(2) = 4", "Check: other_m(2) = 4 (1%)"])
def test_a_check_line_in_another_form_is_refused(line):
    with pytest.raises(AssertionError):
        run_check(doubled_m, line)
