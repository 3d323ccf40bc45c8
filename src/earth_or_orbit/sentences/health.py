"""Sentences and printed tables about the health cost of air pollution."""

import pandas as pd

from earth_or_orbit import units
from earth_or_orbit.drawing.names import name_of
from earth_or_orbit.drawing.numbers import spoken, with_range
from earth_or_orbit.facts import Data
from earth_or_orbit.tables import health
from earth_or_orbit.tables.mass_and_power import fact_of

SOURCES_BY_STATE = (*health.MODELS, "health_damage")


def _millions(dollars: float) -> float:
    return units.convert(dollars, "USD", "million_USD")


def _range(central: float, low: float, high: float) -> str:
    return with_range(*(_millions(v) for v in (central, low, high)))


def _subject(name: str) -> str:
    """Display name of a source of prices; a state's models carry the state."""
    head, _, state = name.rpartition("_")
    if head in SOURCES_BY_STATE:
        return f"{name_of('health_sources', head)}, {state.upper()}"
    return name_of("health_sources", name)


def printed_prices(table: pd.DataFrame) -> pd.DataFrame:
    """Dollars of harm per kilogram by source and pollutant, in the study's dollars."""
    said = table.assign(cell=[with_range(r.central, r.low, r.high) for r in table.itertuples()],
                        source=[_subject(s) for s in table["subject"]])  # fmt: skip
    wide = said.pivot_table(index="source", columns="price", values="cell", aggfunc="first", sort=False)
    wide = wide.reindex(columns=list(health.PRICES)).fillna("–")
    return wide.rename(columns={p: f"{name_of('health_prices', p)} [$/kg]" for p in health.PRICES}).rename_axis(
        index=None, columns=""
    )


def prices_said(table: pd.DataFrame) -> str:
    """How far sources disagree on a kilogram."""
    single = table[~table["subject"].str.startswith(("health_damage", "us_health", "ozone"))]
    said = []
    for price, own in single.groupby("price", sort=False):
        said.append(f"{name_of('health_prices', price)} {spoken(own['central'].min())} to {spoken(own['central'].max())}")
    return (
        f"Published dollars for a kilogram run from and to: {'; '.join(said)}. Models of one state differ by how far "
        "particles travel and who is counted; EPA's rows by sector, study of deaths and discount rate. Ozone is in EPA's "
        "newest table only: whether it counts decides what a kilogram of NOx costs. The range used takes the least and "
        "the greatest."
    )


def health_said(table: pd.DataFrame, parts: dict[str, float]) -> str:
    """Health cost of the campus asked about by the year, its parts, and the spread over campuses."""
    own = table[(table["side"] == "ground") & table["chosen"]].iloc[0]
    ground = table[table["side"] == "ground"]
    names = {"particle_health_cost_usd_per_year": "particulates", "ozone_health_cost_usd_per_year": "ozone",
             "engine_health_cost_usd_per_year": "engines being near people"}  # fmt: skip
    said = ", ".join(f"{names[name]} {spoken(_millions(value))}" for name, value in parts.items())
    return (
        f"{name_of('sites', own['place'])}: {_range(own['usd_per_year'], own['year_low'], own['year_high'])} million "
        f"dollars a year, of which {said}. Campuses run from {spoken(ground['usd_per_mwh'].min())} to "
        f"{spoken(ground['usd_per_mwh'].max())} dollars a delivered MWh, with the plants behind the plug and with who "
        "lives downwind. The published national mean is "
        f"{with_range(own['published'], own['published_low'], own['published_high'])} a MWh bought. Nobody is billed: the "
        "figure is in no cost line of the ledger."
    )


def printed_reproduced(table: pd.DataFrame) -> pd.DataFrame:
    """Published health costs beside the same kilograms at the prices used here."""
    rows = []
    for r in table.itertuples():
        published, ours = _range(r.published, r.published_low, r.published_high), _range(r.ours, r.low, r.high)
        rows.append((name_of("health_cases", r.case), published, ours, spoken(r.ours / r.published)))
    made = pd.DataFrame(rows, columns=["Case", "published, million $ a year", "ours", "ours ÷ published"])
    return made.set_index("Case").rename_axis(index=None, columns="Case")


def reproduced_said(data: Data, table: pd.DataFrame) -> str:
    """Why published totals and ours differ."""
    own = table.set_index("case")
    nation, virginia, part, full = (own.loc[c] for c in ("national", "virginia", "oak_creek", "oak_creek_full"))
    deaths, later_deaths = (fact_of(data, f"unpaid_toll_{c}", "premature_deaths_per_year") for c in ("average", "2030"))
    later = health.spread_of(data, "unpaid_toll_2030", "published_health_cost_usd_per_year")
    billions = with_range(*(units.convert(later[i], "USD", "billion_USD") for i in (1, 0, 2)))
    other = fact_of(data, "clean_wisconsin_both", "published_health_cost_usd_per_year") * _to_study(data, "clean_wisconsin_both")
    paris = fact_of(data, "pse_paris", "published_health_cost_usd_per_year") * _to_study(data, "pse_paris")
    return (
        f"- **United States.** National mean rates and prices give {spoken(nation['ours'] / nation['published'])} of the "
        "published cost, and the ranges overlap. The study follows each balancing area, and its tool counts ozone and "
        f"newer studies of deaths; it prints {spoken(deaths)} deaths for 2023, "
        f"and for 2030 {billions} billion dollars and {spoken(later_deaths)} deaths. "
        "The 5.4 billion over 2019 to 2023 that the "
        "press repeats is less than this one year, so its scope is another.\n"
        f"- **Virginia.** {spoken(virginia['ours'] / virginia['published'])} of the published cost: a mean of the state "
        "is too low for engines in its densest county. Place decides.\n"
        f"- **Oak Creek.** At the use that its assessment expects ours is {spoken(part['ours'] / part['published'])} of "
        f"the published cost, at full load all year {spoken(full['ours'] / full['published'])}: the published figure is "
        "near what a plant at full load, the higher study of deaths and ozone all year give. With the plant at Paris it "
        f"prints {spoken(_millions(pse_total(own, paris)))} million; another group prints {spoken(_millions(other))} for "
        "both."
    )


def _to_study(data: Data, subject: str) -> float:
    """Dollars of a published total in the study's dollars, per dollar."""
    fact = data.rows(subject, "published_health_cost_usd_per_year")[0]
    return health.in_study_dollars(data, fact)[1] / fact_of(data, subject, "published_health_cost_usd_per_year")


def pse_total(own: pd.DataFrame, paris_usd: float) -> float:
    """Both Wisconsin plants as one group prints them. [USD/year]"""
    return float(own.loc["oak_creek", "published"]) + paris_usd
