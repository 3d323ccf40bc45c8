"""What keeps a fleet from standing whole within the horizon, and a supply from serving it: the limit that binds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from earth_or_orbit.constants import MONTHS_PER_YEAR

if TYPE_CHECKING:
    from earth_or_orbit.study import Resolved, Side

RATES = ("ramp_mw_per_year", "it_power_peak_mw", "plant_service_years", "ramp_growth_frac_per_year", "growing_ramp_whole_years")
WATER_BASES = {"overhead_basis": "overhead", "water_basis": "water", "water_peak_basis": "the hottest day's water"}
BY_DESIGN = "cooling_design"
WATER_LIMITS = {
    "water_daily_limit_m3_per_day": ("site_water_peak_m3_per_day", "site_water_peak_to_limit_ratio",
                                     "on the hottest day", "on a day"),
    "water_yearly_mean_limit_m3_per_day": ("site_water_consumption_m3_per_year", "site_water_mean_to_limit_ratio",
                                           "on the mean day", "as a mean of the year"),
}  # fmt: skip
IN_ORBIT = ("launch_limited_mw_per_year", "factory_limited_mw_per_year", "satellites_per_launch_by_mass_count",
            "satellites_per_launch_by_volume_count")  # fmt: skip

PLACE = ("campus_latitude_deg", "campus_longitude_deg")
ARRAY, ASKED = "solar_mw_per_mw", "supply_reliability_frac"


@dataclass(frozen=True)
class Limit:
    """Why a fleet is not whole by the horizon, in words with its numbers, and the year it could be whole if any."""

    text: str
    year: int | None


def limit_of(resolved: Resolved, values: dict[str, Any], decision_year: int) -> Limit:
    """The limit of one side whose fleet does not stand whole when the horizon ends."""
    share, lead_months, months = (
        _middle(values[name]) for name in ("delivered_share_at_horizon_frac", "months_to_first_power", "months_to_full_power")
    )
    in_orbit = resolved.side.side == "orbit"
    got = {name: _middle(v) for name, v in resolved.compute((*RATES, *(IN_ORBIT if in_orbit else ()))).items()}
    lead_years, horizon = lead_months / MONTHS_PER_YEAR, _middle(resolved.inputs["horizon_years"])
    retires = got["plant_service_years"] < horizon - lead_years
    held = f"retirement after {got['plant_service_years']:.3g} years" if retires else "the horizon's end"
    rate = f"{got['ramp_mw_per_year']:.4g} MW of peak IT power a year"
    what = f"{_binding(got) if in_orbit else 'building works on the campus'} at {rate}"
    text = f"{what} until {held} leave {share:.3g} of {got['it_power_peak_mw']:.4g} MW"
    steady_years = months / MONTHS_PER_YEAR
    if np.isfinite(steady_years) and steady_years - lead_years <= got["plant_service_years"]:
        year = int(np.ceil(decision_year + steady_years))
        return Limit(f"{text}; at this rate it is whole in {year}", year)
    growing = lead_years + got["growing_ramp_whole_years"]
    if not np.isfinite(growing):
        return Limit(f"{text}; a rate of 0 never makes it whole", None)
    year, growth = int(np.ceil(decision_year + growing)), 100 * got["ramp_growth_frac_per_year"]
    grown = f"were it to grow by {growth:.0f} % a year from first power on, as such works have grown, in {year}"
    return Limit(f"{text}; at this rate it is never whole; {grown}", year)


def water_remarks(ground: Resolved) -> list[str]:
    """What a reader must know of a campus's water: bases that do not go together, and more water than a supplier may give."""
    return [*_mixed_bases(ground), *_over_limits(ground)]


def _mixed_bases(ground: Resolved) -> list[str]:
    chosen = ground.side.choices
    design = [words for name, words in WATER_BASES.items() if chosen.get(name) == BY_DESIGN]
    if not design or len(design) == len(WATER_BASES):
        return []
    other = [f"{words} {chosen[name].replace('_', ' ')}" for name, words in WATER_BASES.items() if chosen[name] != BY_DESIGN]
    named = chosen[BY_DESIGN].replace("_", " ")
    return [f"ground: {' and '.join(design)} by the design {named}, but {' and '.join(other)}: not one plant"]


def _over_limits(ground: Resolved) -> list[str]:
    out = []
    for limit, (use, ratio, when, how) in WATER_LIMITS.items():
        if limit not in ground.inputs:
            continue
        got = {name: _middle(value) for name, value in ground.compute((use, ratio)).items()}
        if got[ratio] > 1:
            most = _middle(ground.inputs[limit])
            out.append(f"ground: {when} the site asks for {got[ratio] * most:,.0f} m3 of water, {got[ratio]:.3g} times the "
                       f"{most:,.0f} m3 that its supplier may give {how}; nothing is cut")  # fmt: skip
    return out


def _middle(value: Any) -> float:
    return float(np.nanmedian(np.asarray(value, dtype=float)))


def _binding(got: dict[str, float]) -> str:
    """Which of launches and factories is the slower, and what fills a launch."""
    if got["launch_limited_mw_per_year"] > got["factory_limited_mw_per_year"]:
        return "the satellite factories"
    by_mass = got["satellites_per_launch_by_mass_count"] <= got["satellites_per_launch_by_volume_count"]
    return f"launches of the vehicle, full by {'mass' if by_mass else 'volume'},"


def lacking(side: Side, name: str) -> str:
    """Why a side cannot be computed for want of one fact, and what to do about it."""
    kind = "site" if side.side == "ground" else "concept"
    text = f"{kind} {side.id}: no file chooses a fact for {name!r}, which the model needs"
    supply = side.choices.get("electricity_supply", "")
    if name in PLACE and supply.startswith("solar"):
        return f"{text}: electricity_supply {supply} asks for the sun at the campus's place; name its place, or another supply"
    return text


def supply_limits(ground: Resolved, values: dict[str, Any]) -> dict[str, Limit]:
    """The lines that a solar supply leaves without a value because nothing on its table is reliable enough."""
    supply = ground.side.choices["electricity_supply"]
    if not supply.startswith("solar") or np.isfinite(_any(ground.compute((ARRAY,))[ARRAY])):
        return {}
    given = {**ground.inputs, **ground.settings}.get(ASKED)
    asked = f"{_middle(given):.6g} of the load's energy" if given is not None else "the reliability asked"
    text = f"{supply}: no array and storage of the table of solar supply serve {asked} at this place"
    return {name: Limit(text, None) for name, value in values.items() if not np.isfinite(_any(value))}


def _any(value: Any) -> float:
    """A finite value if there is one among the draws, else nan."""
    every = np.atleast_1d(np.asarray(value, dtype=float))
    finite = every[np.isfinite(every)]
    return float(finite[0]) if finite.size else np.nan
