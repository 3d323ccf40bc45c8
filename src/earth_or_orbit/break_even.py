"""The value of one quantity at which something equals something else: orbit and ground, or a claim and the model.

The whole range is looked at first, so that a quantity with two answers, or none, says so; then the root is refined until
the two agree. Put the value back in, and they do.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from earth_or_orbit import facts, scenario, study
from earth_or_orbit.constants import Array
from earth_or_orbit.scenario import ScenarioError
from earth_or_orbit.study import MATCHED, Resolved

POINTS = 401  # how finely the range is looked at before a root is refined
LOG_FROM_RATIO = 20.0  # a range that spans more than this is looked at on a log scale
WIDEST_RATIO = 1e4  # how far from the value in force an open range is searched, as a factor
BEARS_FROM = 1e-9  # a ratio that moves by less over the whole range does not move
RELATIVE_TOLERANCE = 1e-12  # of the value; the two totals then agree to much better than 1e-6


@dataclass(frozen=True)
class BreakEven:
    """What one quantity would have to be: `values` (none, one or more), and the closest approach where there is none."""

    quantity: str
    unit: str
    now: float
    low: float
    high: float
    values: tuple[float, ...]
    closest: float
    closest_ratio: float
    bears: bool

    @property
    def is_met(self) -> bool:
        """Whether some value in the range does it."""
        return bool(self.values)

    @property
    def nearest(self) -> float:
        """The answer nearest to the value in force, as a factor; nan if there is none."""
        if not self.values:
            return np.nan
        return min(self.values, key=lambda value: abs(np.log(value / self.now)) if value * self.now > 0 else np.inf)

    def in_words(self, line: str) -> str:
        """The answer in one sentence: the values, or that there is none and how near it comes."""
        now, reach = f"now {self.now:.6g} {self.unit}", f"{self.low:.4g} to {self.high:.4g} {self.unit}"
        if self.values:
            values = " and ".join(f"{value:.10g}" for value in self.values)
            return f"{line} is the same on both sides at {self.quantity} = {values} {self.unit} ({now}; looked at {reach})"
        if not self.bears:
            said = "does not bear on" if np.isfinite(self.closest_ratio) else "leaves no valid value of"
            return f"{self.quantity} {said} {line} under these choices ({now}; looked at {reach})"
        nearest = f"closest at {self.closest:.6g} {self.unit}, where orbit over ground is {self.closest_ratio:.4g}"
        return f"no {self.quantity} from {reach} makes {line} the same on both sides; {nearest} ({now})"


def break_even(
    quantity: str,
    site: str,
    concept: str,
    case: str | None = None,
    line: str = "cost_per_accelerator_hour_usd",
    settings: dict[str, float] | None = None,
    choices: dict[str, str] | None = None,
    data: facts.Data | None = None,
) -> BreakEven:
    """The value of a quantity at which a ledger line is the same on both sides. Raises ScenarioError for unknown names."""
    pair = study.compare(site, concept, case, settings, choices=choices, data=data)
    if line not in pair.units:
        raise ScenarioError(f"line {line!r} is not known{facts.nearest(line, pair.units)}")
    holders = [side for side in scenario.SIDES if study.reads(pair.sides[side], quantity)]
    if not holders and any(study.has(pair.sides[side], quantity) for side in scenario.SIDES):
        raise ScenarioError(f"{quantity} is chosen by a file, and nothing reads it under these choices; see --choose")
    if not holders:
        known = {name for side in scenario.SIDES for name in study.names(pair.sides[side])}
        raise ScenarioError(f"quantity {quantity!r} is not known{facts.nearest(quantity, known)}")

    def ratio(values: Array) -> Array:
        sides = {s: study.with_settings(pair.sides[s], {quantity: values} if s in holders else {}) for s in scenario.SIDES}
        ground = sides["ground"].compute((line, MATCHED))
        orbit = study.with_inputs(sides["orbit"], {MATCHED: ground[MATCHED]}).compute((line,))
        return orbit[line] / ground[line]

    return _sought(quantity, study.value_of(pair.sides[holders[-1]], quantity), ratio, pair.data)


def needed(quantity: str, resolved: Resolved, output: str, goal: float, data: facts.Data) -> BreakEven:
    """The value of one side's quantity at which another of its quantities reaches a goal, all else as it is."""
    if not study.has(resolved, quantity):
        raise ScenarioError(f"the {resolved.side.side} side has no {quantity!r}{facts.nearest(quantity, study.names(resolved))}")

    def ratio(values: Array) -> Array:
        return study.with_settings(resolved, {quantity: values}).compute((output,))[output] / goal

    return _sought(quantity, study.value_of(resolved, quantity), ratio, data)


def _sought(quantity: str, now: float, ratio: Callable[[Array], Array], data: facts.Data) -> BreakEven:
    from scipy.optimize import brentq

    row = data.quantity(quantity)
    points = _points(now, row.allowed_low, row.allowed_high)
    gaps = np.broadcast_to(np.asarray(ratio(points), dtype=float), points.shape) - 1
    crossed = np.flatnonzero(np.sign(gaps[:-1]) * np.sign(gaps[1:]) < 0)
    roots = [float(x) for x in points[gaps == 0]]
    for k in crossed:
        roots.append(brentq(lambda x: float(ratio(float(x))) - 1, points[k], points[k + 1], rtol=RELATIVE_TOLERANCE))
    best = int(np.nanargmin(np.abs(gaps))) if np.isfinite(gaps).any() else 0
    bears = bool(np.isfinite(gaps).any() and np.nanmax(gaps) - np.nanmin(gaps) > BEARS_FROM)
    ends = (float(points[0]), float(points[-1]))
    return BreakEven(quantity, row.unit, now, *ends, tuple(sorted(roots)), float(points[best]), float(gaps[best] + 1), bears)


def _points(now: float, low: float, high: float) -> np.ndarray:
    """Where to look: the allowed range, cut to a wide factor around the value in force where it is open."""
    reach = max(abs(now), np.finfo(float).tiny) * WIDEST_RATIO
    low, high = (max(low, -reach), min(high, reach))
    smallest = low if low > 0 else min(abs(now), high) / WIDEST_RATIO
    if low >= 0 and smallest > 0 and high / smallest > LOG_FROM_RATIO:
        return np.unique([low, *np.geomspace(smallest, high, POINTS)])
    return np.linspace(low, high, POINTS)
