"""Sentences that carry a pair's numbers: the same words for every pair, and for each side the same words as for the other."""

import numpy as np
import pandas as pd

from earth_or_orbit import units
from earth_or_orbit.drawing.names import better, line_unit, name_of, pair_name, shown
from earth_or_orbit.drawing.numbers import spoken, with_range
from earth_or_orbit.scenario import SIDES
from earth_or_orbit.study import Comparison
from earth_or_orbit.tables import central, donor_or_judgement_share, gaps, ledger, ratios, yardstick

COST, CARBON, FULL = "cost_per_accelerator_hour_usd", "carbon_intensity_kgco2e_per_mwh", "months_to_full_power"
WHERE = {"ground": "on the ground", "orbit": "in orbit"}




def title(pair: Comparison) -> str:
    """Site, concept and case by their display names."""
    return f"{pair_name(pair.site, pair.concept)}, {name_of('cases', pair.case)} case"


def _figure(table: pd.DataFrame, line: str, side: str) -> str:
    """A line's value with its range, in the unit shown; money with its sign in front."""
    row = table[(table["line"] == line) & (table["side"] == side)].iloc[0]
    if row["limit"]:
        return "no finite figure"
    words = with_range(*(float(shown(line, row[column])) for column in ("central", "low", "high")))
    return _with_unit(words, line)


def _with_unit(words: str, line: str) -> str:
    """Words with the line's unit; USD stands in front, and what a MWh or an hour carries is not said twice.

    No dollar sign: JupyterLab reads two in one paragraph as mathematics, escaped or not.
    """
    unit = line_unit(line).partition("/")[0]
    if unit == "$":
        return f"USD {words}"
    if unit.endswith(" $"):
        return f"USD {words} {unit.removesuffix(' $')}"
    return f"{words} {unit}"


def _ratio(table: pd.DataFrame, line: str) -> str:
    row = table[table["line"] == line].iloc[0]
    return with_range(row["ratio"], row["low"], row["high"])


def answer(pair: Comparison, drawn: Comparison) -> str:
    """The answer for one pair: cost and carbon of delivered compute on both sides, with ranges."""
    table, compared = ledger(pair, drawn), ratios(pair, drawn)
    power = spoken(central(pair, "ground", "it_power_average_mw"))
    cost = [f"{_figure(table, COST, side)} {WHERE[side]}" for side in SIDES]
    carbon = [f"{_figure(table, CARBON, side)} {WHERE[side]}" for side in SIDES]
    return (
        f"**{title(pair)}, {power} MW of average IT power on each side:** a delivered accelerator-hour costs {cost[0]} and "
        f"{cost[1]} ({pair.study.dollar_year} dollars), orbit over ground {_ratio(compared, COST)}; a delivered MWh of IT "
        f"energy carries {carbon[0]} and {carbon[1]}, orbit over ground {_ratio(compared, CARBON)}."
    )


def answer_over_pairs(pairs: list[tuple[Comparison, Comparison]]) -> str:
    """One sentence over several pairs of one case: the span of the cost and carbon ratios, with the ranges of the draws."""
    said = []
    for line in (COST, CARBON):
        rows = pd.concat([ratios(pair, drawn).set_index("line").loc[[line]] for pair, drawn in pairs])
        said.append(f"{_span(rows['ratio'])} ({spoken(rows['low'].min())}–{spoken(rows['high'].max())} over the draws)")
    first = pairs[0][0]
    count = f"{len(pairs)} pairs" if len(pairs) > 1 else "1 pair"
    return (
        f"**{name_of('cases', first.case).capitalize()} case, {count}:** orbit over ground is {said[0]} for the cost of a "
        f"delivered accelerator-hour and {said[1]} for the carbon of a delivered MWh."
    )


def _span(values: pd.Series) -> str:
    low, high = spoken(values.min()), spoken(values.max())
    return low if low == high else f"{low} to {high}"


def time_to_power(pair: Comparison, drawn: Comparison) -> str:
    """When power starts and is full on both sides, or what keeps it from being full."""
    table = ledger(pair, drawn)
    said = []
    for side in SIDES:
        first = _figure(table, "months_to_first_power", side)
        limit = pair.limit_text(side, FULL)
        share = 100 * central(pair, side, "delivered_share_at_horizon_frac")
        full = f"full power comes after {_figure(table, FULL, side)}"
        full = f"the fleet is not whole within the horizon ({limit})" if limit else full
        said.append(f"**{name_of('sides', side)}:** first power comes after {first}; {full}; {spoken(share)} % of the fleet "
                    "stands when the horizon ends.")  # fmt: skip
    return "  \n".join(said)


def best_cases(pair: Comparison, drawn: Comparison) -> str:
    """Each side's best case, in the same words: how many lines it leads, its three widest leads, its favourable end."""
    return "\n\n".join(_best_case(pair, drawn, side) for side in SIDES)


def _leads(pair: Comparison, drawn: Comparison, side: str) -> pd.DataFrame:
    """Lines that can be read as lower or higher is better and on which the side is ahead, by the factor of its lead."""
    compared = ratios(pair, drawn)
    compared = compared[[better(line) != "neither" for line in compared["line"]]]
    lead = np.where([better(line) == "lower" for line in compared["line"]], 1 / compared["ratio"], compared["ratio"])
    lead = lead if side == "orbit" else 1 / lead
    return compared.assign(lead=lead).query("lead > 1").sort_values("lead", ascending=False, kind="stable")


def _best_case(pair: Comparison, drawn: Comparison, side: str) -> str:
    table, ahead = ledger(pair, drawn), _leads(pair, drawn, side)
    read = [line for line in ratios(pair, drawn)["line"] if better(line) != "neither"]
    zeros = table[(table["side"] == side) & table["zero"]]
    widest = "; ".join(f"{name_of('lines', r.line)}, by a factor of {spoken(r.lead)}" for r in ahead.head(3).itertuples())
    ends = []
    for line in (COST, CARBON):
        row = table[(table["line"] == line) & (table["side"] == side)].iloc[0]
        best = min(float(v) for v in (row["low"], row["central"]) if np.isfinite(v))
        ends.append(f"{'USD ' if line == COST else ''}{spoken(float(shown(line, best)))}")
    return (
        f"**{name_of('sides', side)}, at its best.** It is ahead on {len(ahead)} of the {len(read)} lines that both sides "
        f"fill and that can be read as better or worse, and {len(zeros)} further lines are zero for it by definition. Its "
        f"three widest leads: {widest or 'none'}. At the lowest end of its figures an accelerator-hour costs {ends[0]} and a "
        f"delivered MWh carries {ends[1]} kg CO₂e."
    )


def what_decides(pair: Comparison) -> str:
    """Which part makes most of the difference, within one unit at a time."""
    table = gaps(pair)
    said = []
    for line, rows in table.groupby("unit_of", sort=False):
        row = rows.loc[rows["share_frac"].idxmax()]
        part = name_of("lines" if row["part"] in pair.units else "parts", row["part"])
        amount = _with_unit(spoken(float(shown(line, abs(row["gap"])))), line)
        where = WHERE["orbit" if row["gap"] > 0 else "ground"]
        what = {"present_cost_usd": "Present cost", "total_kgco2e": "Carbon", "campus_land_m2": "Land"}.get(line, "Water")
        said.append(f"- **{what}:** the part that decides is {part}, {amount} more {where}; that is "
                    f"{spoken(100 * row['share_frac'])} % of all differences in this unit.")  # fmt: skip
    return "\n".join(said)


def what_it_rests_on(pair: Comparison) -> str:
    """Share of the two headline figures, on each side, that rests on donors and on judgements of ours."""
    said = []
    for side in SIDES:
        cost, carbon = (spoken(100 * donor_or_judgement_share(pair, line, side), 2) for line in (COST, CARBON))
        said.append(f"**{name_of('sides', side)}:** {cost} % of the sensitivity of the cost of an accelerator-hour and "
                    f"{carbon} % of that of the carbon of a MWh rest on donors and judgements.")  # fmt: skip
    return "  \n".join(said)


def central_and_draws(pair: Comparison, drawn: Comparison) -> str:
    """How many central values lie outside the range of the draws, and why that may be."""
    table = ledger(pair, drawn).dropna(subset=["low", "high"])
    outside = table[(table["central"] < table["low"]) | (table["central"] > table["high"])]
    said = f"The figure lies inside its range on {len(table) - len(outside)} of the {len(table)} figures that have one"
    if len(outside):
        names = "; ".join(f"{name_of('lines', r.line)} ({name_of('sides', r.side).lower()})" for r in outside.itertuples())
        said += f"; elsewhere published ranges run further to one side than to the other: {names}"
    return (
        "A figure is the result with every fact at the value that its source prints; the range is 5 to 95 % of the draws. "
        f"{said}."
    )


def everyday(pair: Comparison) -> str:
    """Electricity, water and land of the pair in everyday units."""
    said = []
    pool = yardstick(pair.data, "olympic_pool", "volume_m3")
    home = yardstick(pair.data, "us_household", "electricity_kwh_per_year")
    manhattan = yardstick(pair.data, "manhattan", "land_m2")
    for side in SIDES:
        water = sum(central(pair, side, line) for line in (
            "site_water_consumption_m3_per_year", "power_plant_water_consumption_m3_per_year", "launch_water_m3_per_year"))
        land = sum(central(pair, side, line) for line in (
            "campus_land_m2", "energy_supply_land_m2", "fuel_chain_land_m2", "launch_and_ground_station_land_m2"))
        homes = units.convert(central(pair, side, "electricity_from_grid_mwh_per_year"), "MWh", "kWh") / home
        said.append(f"**{name_of('sides', side)}:** grid electricity of {spoken(homes)} US homes; water of "
                    f"{spoken(water / pool)} Olympic pools a year; land of {spoken(100 * land / manhattan)} % of "
                    "Manhattan.")  # fmt: skip
    return "  \n".join(said)
