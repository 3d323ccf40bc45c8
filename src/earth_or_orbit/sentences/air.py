"""Sentences and printed tables about air, climate and reused heat, right for whatever campus and concept are asked for."""

import numpy as np
import pandas as pd

from earth_or_orbit import units
from earth_or_orbit.drawing.names import line_unit, name_of, shown
from earth_or_orbit.drawing.numbers import spoken, with_range
from earth_or_orbit.facts import Data
from earth_or_orbit.tables import air
from earth_or_orbit.tables.mass_and_power import fact_of

KINDS = ("nox", "pm25", "so2", "co2")
WHERE = {"ground": "campuses", "orbit": "concepts"}
TIER_NAMES = {"tier_2_generator": "Tier 2", "tier_4_generator": "Tier 4"}


def _by(rows: list[tuple], columns: list[str]) -> pd.DataFrame:
    """Rows as a printed table, its first column as the names of the rows."""
    table = pd.DataFrame(rows, columns=columns)
    return table.set_index(columns[0]).rename_axis(index=None, columns=columns[0])


def _t(kilograms: float) -> str:
    return spoken(units.convert(kilograms, "kg", "t"))


def _mt(kilograms: float) -> str:
    return spoken(units.convert(kilograms, "kg", "megatonne"))


def _g(kilograms_per_mwh: float) -> str:
    return spoken(units.convert(kilograms_per_mwh, "kg/MWh", "g/MWh"))


def place_name(side: str, place: str) -> str:
    """Display name of a campus or a concept."""
    return name_of("sites" if side == "ground" else "concepts", place)


def air_answer(table: pd.DataFrame, health: pd.DataFrame, case: str) -> str:
    """Air of the pair asked about for each delivered MWh, in the same words for both sides."""
    told = []
    for side in ("ground", "orbit"):
        own = table[(table["side"] == side) & table["chosen"]].set_index("what")
        cost = health[(health["side"] == side) & health["chosen"]].iloc[0]
        columns = ("central", "low", "high")
        ranges = {w: with_range(*(units.convert(own.loc[w, c], "kg/MWh", "g/MWh") for c in columns)) for w in KINDS[:3]}
        grams = ", ".join(f"{said} g of {name_of('air_pollutants', w)}" for w, said in ranges.items())
        told.append(
            f"**{place_name(side, own['place'].iloc[0])}**, {name_of('cases', case)} case: for each delivered MWh {grams} and "
            f"{with_range(*own.loc['co2', list(columns)])} kg of {name_of('air_pollutants', 'co2')}; health cost "
            f"{with_range(cost['usd_per_mwh'], cost['low'], cost['high'])} dollars."
        )
    return "\n\n".join(told)


def best_cases(table: pd.DataFrame, health: pd.DataFrame) -> str:
    """Each side's best case in the same words: the least of each line among its places, at the low end of the range."""
    return "\n\n".join(_best_case(table, health, side) for side in ("ground", "orbit"))


def _best_case(table: pd.DataFrame, health: pd.DataFrame, side: str) -> str:
    least = []
    for what in KINDS:
        own = table[(table["side"] == side) & (table["what"] == what)]
        row = own.loc[own["central"].idxmin()]
        amount = f"{_g(row['central'])} g" if what != "co2" else f"{spoken(row['central'])} kg"
        least.append(f"{name_of('air_pollutants', what)} {amount} ({place_name(side, row['place'])})")
    own = health[health["side"] == side]
    row = own.loc[own["usd_per_mwh"].idxmin()]
    return (
        f"**{name_of('sides', side)}, at its best.** Least of {len(own)} {WHERE[side]} for each delivered MWh: "
        f"{'; '.join(least)}. Least health cost: {with_range(row['usd_per_mwh'], row['low'], row['high'])} dollars "
        f"({place_name(side, row['place'])})."
    )


def printed_permits(turbines: pd.DataFrame, virginia: pd.DataFrame) -> pd.DataFrame:
    """What permits allow beside what factors and hours give, in tonnes a year, and the ratio."""
    rows = [
        (name_of("permits", r.permit), name_of("air_pollutants", r.pollutant), _t(r.permitted_kg),
         name_of("emission_factors", r.factor), _t(r.factor_kg), spoken(r.ratio))
        for r in turbines.itertuples()
    ]  # fmt: skip
    rows += [
        (name_of("permits", "permit_virginia_engines"), name_of("air_pollutants", r.pollutant), _t(r.permitted_kg),
         name_of("emission_factors", "tier_2_hours"),
         with_range(*(units.convert(v, "kg", "t") for v in (r.factor_kg, r.low_kg, r.high_kg))), spoken(r.ratio))
        for r in virginia.itertuples()
    ]  # fmt: skip
    return _by(rows, ["Permit", "Pollutant", "permitted, t a year", "Factor", "by factor, t a year", "factor ÷ permit"])


def turbines_said(table: pd.DataFrame) -> str:
    """How permits of turbines stand to factors, which tons they are in, and why factors differ."""
    own = table.set_index(["permit", "factor"])
    first, second = (own.loc[(p, "two_ppm_catalyst")] for p in ("permit_colossus1", "permit_colossus2"))
    lean = own.loc[("permit_colossus1", "ap42_turbine_lean_premix")]
    dust = own.loc[("permit_colossus1", "ap42_turbine")]
    return (
        f"A permit is the potential to emit, not use. Colossus 1 may emit {_t(first['permitted_kg'])} t of NOx a year; 2 "
        f"ppm behind a catalyst at full load all year gives {spoken(100 * first['ratio'])} % of that. In metric tons the "
        f"same figure would be {spoken(100 * first['ratio'] * units.convert(1, 'short_ton', 't'))} %: read as short tons, "
        "as US permits are written, the factor fits better, with the rest for starts. Colossus 2's modelled figure comes "
        f"to {_g(second['permitted_kg_per_mwh'])} g/MWh, Colossus 1's to {_g(first['permitted_kg_per_mwh'])}: the same "
        f"rate. Without the catalyst the EPA factor is {spoken(lean['ratio'])} times the permit. Particulates have no "
        f"catalyst: EPA's factor gives {spoken(100 * dust['ratio'])} % of the permit."
    )


def engines_said(data: Data, table: pd.DataFrame, fleets: pd.DataFrame) -> str:
    """How permits of backup engines stand to factors and hours."""
    own = table.set_index("pollutant")
    nox = own.loc["nox"]
    fort_wayne = fleets.set_index(["fleet", "tier"]).loc[("engines_fort_wayne", "tier_2_generator"), "nox_kg"]
    drafted = fact_of(data, "permit_fort_wayne", "permitted_total_kg_per_year")
    return (
        f"Engines are permitted for hours that they seldom run. Tier 2 engines at usual hours give "
        f"{spoken(100 * nox['ratio'])} % ({spoken(100 * nox['low_kg'] / nox['permitted_kg'])} to "
        f"{spoken(100 * nox['high_kg'] / nox['permitted_kg'])} %) of the NOx permitted to northern Virginia, "
        f"{spoken(100 * own.loc['pm', 'ratio'])} % of the particulates and {spoken(100 * own.loc['so2', 'ratio'])} % of the SO₂; "
        f"the NOx limit is reached after {spoken(nox['hours_allowed'])} hours. The published health cost takes a tenth. "
        f"Google's draft permit at Fort Wayne names more than {_t(drafted)} t of all pollutants together, for what is "
        f"{_t(fort_wayne)} t of NOx at usual hours. No tonnage was found for the other fleets below."
    )


def printed_engines(table: pd.DataFrame) -> pd.DataFrame:
    """Backup engines of named campuses by factor and usual hours."""
    rows = [
        (f"{name_of('engine_fleets', r.fleet)}, {TIER_NAMES[r.tier]}", spoken(r.engines), spoken(r.megawatts),
         with_range(*(units.convert(v, "kg", "t") for v in (r.nox_kg, r.nox_low_kg, r.nox_high_kg))), _t(r.pm25_kg))
        for r in table.itertuples()
    ]  # fmt: skip
    return _by(rows, ["Engines", "Number", "MW", "NOx, t a year", "Particulates, t a year"])


def printed_plants(table: pd.DataFrame) -> pd.DataFrame:
    """Gas plants built for campuses: carbon at the stack, as printed, and over the life cycle."""
    rows = [
        (name_of("permits", r.permit), spoken(r.megawatts),
         with_range(*(units.convert(v, "kg", "megatonne") for v in (r.central_kg, r.low_kg, r.high_kg))), _mt(r.full_time_kg),
         _mt(r.printed_kg), "–" if np.isnan(r.printed_share) else spoken(100 * r.printed_share), _mt(r.life_cycle_kg))
        for r in table.itertuples()
    ]  # fmt: skip
    return _by(rows, ["Plant", "MW", "Mt CO₂ a year at 0.85 (0.6–0.9) of full time", "at full time", "as printed",
                      "printed, % of full time", "life cycle, Mt CO₂e"])  # fmt: skip


def plants_said(table: pd.DataFrame) -> str:
    """What the printed tonnages mean beside heat rate and full time."""
    own = table.set_index("permit")
    three, ten = own.loc["permit_hyperion"], own.loc["permit_hyperion_ten"]
    homer, oak = own.loc["permit_homer_city"], own.loc["permit_oak_creek"]
    return (
        f"Hyperion's three plants come to {_mt(three['central_kg'])} Mt of CO₂ a year ({_mt(three['low_kg'])} to "
        f"{_mt(three['high_kg'])}), its ten to {_mt(ten['central_kg'])}, or {_mt(ten['life_cycle_kg'])} over the life "
        f"cycle. Homer City's printed tonnage is {spoken(homer['printed_share'])} times what 4.4 GW emit at full time; "
        f"further turbines in the same approval may be the rest. Oak Creek's is {spoken(100 * oak['printed_share'])} %: "
        "its assessment expects part-time use. No tonnage was found for Hyperion and Abilene."
    )


def leaks_said(table: pd.DataFrame, life_cycle_kg: float) -> str:
    """What leaks add to a stack, beside the life-cycle figure that the ledger can use."""
    own = table.set_index("leak")
    said = "; ".join(f"{spoken(100 * r.leak_frac)} % ({name_of('gas_leaks', r.leak)}) {spoken(r.leaked_kg)} kg"
                     for r in table.itertuples())  # fmt: skip
    return (
        f"A combined-cycle plant's stack emits {spoken(table['stack_kg'].iloc[0])} kg of CO₂ a MWh. Methane lost on the way "
        f"adds, over 100 years: {said}. With the measured leak that is {spoken(own.loc['measured_leaks', 'total_kg'])} kg; the "
        f"life-cycle figure used here is {spoken(life_cycle_kg)}, which also has the plant's making."
    )


def carbon_said(table: pd.DataFrame) -> str:
    """What the basis of counting does to a campus's carbon."""
    own = table[table["chosen"]].set_index("basis")["kg_per_mwh"]
    least, most = own.idxmin(), own.idxmax()
    return (
        f"At {name_of('sites', table.loc[table['chosen'], 'site'].iloc[0])} a delivered MWh carries {spoken(own[least])} kg by "
        f"“{name_of('carbon_bases', least)}” and {spoken(own[most])} by “{name_of('carbon_bases', most)}”, a factor of "
        f"{spoken(own[most] / own[least])}. Rates of following plants are of 2019."
    )


def region_said(table: pd.DataFrame, site: str) -> str:
    """What the region next door would do to a campus's carbon, NOx and SO2."""
    names = {"co2": "carbon dioxide"}
    said = [
        f"{names.get(r.what) or name_of('air_pollutants', r.what)} {_t(r.own_kg)} t against {_t(r.other_kg)}"
        for r in table.itertuples()
    ]
    carbon = table.set_index("what").loc["co2"]
    return (
        f"{name_of('sites', site)} with its own grid region against MRO East, a common mistake for Mount Pleasant: "
        f"{'; '.join(said)} a year. Carbon changes by {spoken(100 * (carbon['other_kg'] / carbon['own_kg'] - 1))} %."
    )


def printed_apart(table: pd.DataFrame) -> pd.DataFrame:
    """What concepts leave above the weather; not priced."""
    lines = list(dict.fromkeys(table["line"]))
    rows = []
    for concept, own in table.groupby("concept", sort=False):
        cells = [with_range(*(float(shown(r.line, v)) for v in (r.central, r.low, r.high))) for r in own.itertuples()]
        rows.append((name_of("concepts", concept), *cells))
    return _by(rows, ["Concept", *(f"{name_of('lines', line)} [{line_unit(line)}]" for line in lines)])


def heat_said(data: Data, table: pd.DataFrame, site: str, espoo_mwh: float) -> str:
    """What the heat of a campus could do for a town, with the condition named."""
    low, middle, high = (row for row in table.itertuples())
    distance = air.spread_of(data, "heat_network", "heat_network_distance_km")
    ends = [spoken(units.convert(v, "MWh", "TWh")) for v in (middle.delivered_mwh, low.delivered_mwh, high.delivered_mwh)]
    saved = f"{_mt(middle.avoided_kg)} ({_mt(low.avoided_kg)}–{_mt(high.avoided_kg)})"
    return (
        f"With a network that wants it, {name_of('sites', site)} could give {ends[0]} ({ends[1]}–{ends[2]}) TWh of heat a "
        f"year and save {saved} Mt of CO₂ beside gas boilers, heat pumps on this grid counted: "
        f"{spoken(100 * middle.avoided_kg / middle.emitted_kg)} % "
        f"({spoken(100 * low.avoided_kg / low.emitted_kg)}–{spoken(100 * high.avoided_kg / high.emitted_kg)} %) of what "
        f"its own electricity emits. That is {spoken(middle.odense)} times the heat that Odense's operator designed for, "
        f"where servers give water of {air.celsius(data, 'odense_heat', 'source_temperature_k'):.0f} °C and the network "
        f"takes {air.celsius(data, 'odense_heat', 'network_temperature_k'):.0f}. Espoo's claim of "
        f"{_t(fact_of(data, 'espoo_heat', 'published_avoided_kgco2e_per_year'))} t stands for "
        f"{spoken(units.convert(espoo_mwh, 'MWh', 'TWh'))} TWh of gas heat. Pipes reach {spoken(distance[1])} km "
        f"({spoken(distance[0])}–{spoken(distance[2])}); no campus of this study names a network. In orbit heat leaves as "
        "light: zero by definition."
    )
