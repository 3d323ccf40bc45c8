"""Tidy tables of health cost: every campus beside every concept, prices beside each other, published totals done again."""

import numpy as np
import pandas as pd

from earth_or_orbit import scenario
from earth_or_orbit.facts import Data
from earth_or_orbit.quantities import air_permits, grid_mix, health_cost
from earth_or_orbit.study import Resolved
from earth_or_orbit.tables.air import in_study_dollars, spread_of
from earth_or_orbit.tables.mass_and_power import fact_of
from earth_or_orbit.tables.pairs import ends
from earth_or_orbit.tables.places import campus, fleet

PRICES = ("pm25_health_cost_usd_per_kg", "so2_health_cost_usd_per_kg", "nox_health_cost_usd_per_kg",
          "ozone_health_cost_usd_per_kg")  # fmt: skip
PRICED = ("nox", "so2", "pm25")
MODELS = ("ap2", "easiur", "inmap")
AGENCY = ("epa_power_plants", "epa_industrial_points", "epa_area_sources", "epa_cement_kilns", "epa_brick_kilns",
          "epa_coke_ovens")  # fmt: skip
PARTS = ("particle_health_cost_usd_per_year", "ozone_health_cost_usd_per_year", "engine_health_cost_usd_per_year")
WHOLE, EACH = "health_cost_usd_per_year", "health_cost_usd_per_mwh"
ENDS = ("low", "central", "high")


def by_place(data: Data, site: str, concept: str, case: str, draws: int) -> pd.DataFrame:
    """Health cost of every campus and of every concept at the power of the campus asked about.

    Columns: place, side, usd_per_mwh, low, high (per delivered MWh of IT energy), usd_per_year, year_low, year_high, chosen.
    """
    power = float(campus(data, site, case).compute(("it_power_average_mw",))["it_power_average_mw"])
    made = [("ground", name, *(campus(data, name, case, n) for n in (0, draws))) for name in scenario.names("ground", data.root)]
    made += [("orbit", name, *(fleet(data, name, case, power, n) for n in (0, draws)))
             for name in scenario.names("orbit", data.root)]  # fmt: skip
    rows = []
    for side, name, middle, drawn in made:
        values, spread = middle.compute((EACH, WHOLE)), drawn.compute((EACH, WHOLE))
        told = [v for line in (EACH, WHOLE) for v in (float(np.median(values[line])), *ends(spread[line]))]
        rows.append((name, side, *told, name == (site if side == "ground" else concept)))
    columns = ["place", "side", "usd_per_mwh", "low", "high", "usd_per_year", "year_low", "year_high", "chosen"]
    return pd.DataFrame(rows, columns=columns)


def parts(resolved: Resolved) -> dict[str, float]:
    """Health cost of one campus by part. [USD/year]"""
    return {name: float(value) for name, value in resolved.compute(PARTS).items()}


def state_of(data: Data, site: str, case: str) -> str:
    """The state whose models price a campus; empty where the national prices do."""
    subject = scenario.read_side("ground", site, case, data).picks[PRICES[0]].fact.subject
    prefix = "health_damage_"
    return subject.removeprefix(prefix) if subject.startswith(prefix) else ""


def prices(data: Data, site: str, case: str) -> pd.DataFrame:
    """Published prices of a kilogram in the study's dollars: the state's three models, EPA by kind of source, and what is used.

    Columns: subject, price, central, low, high.
    """
    state = state_of(data, site, case)
    used = f"health_damage_{state}" if state else "us_health_damage"
    subjects = [*(f"{model}_{state}" for model in MODELS if state), *AGENCY, used, "ozone_health"]
    rows = [(subject, price, *(in_study_dollars(data, fact)[i] for i in (1, 0, 2)))
            for subject in subjects for price in PRICES for fact in data.rows(subject, price)[:1]]  # fmt: skip
    return pd.DataFrame(rows, columns=["subject", "price", "central", "low", "high"])


def price_of(data: Data, kilograms: dict[str, float], subject: str, near_people: bool = False) -> dict[str, float]:
    """Health cost of some kilograms at the low, central and high end of a subject's prices, ozone with its own. [USD/year]

    Near people, as engines emit, particulates and NOx cost more than from a tall stack by the low-release ratios.
    """
    given = {name: dict(zip(ENDS, spread_of(data, subject, f"{name}_health_cost_usd_per_kg"), strict=True)) for name in PRICED}
    ozone = dict(zip(ENDS, spread_of(data, "ozone_health", PRICES[-1]), strict=True))
    season = dict(zip(ENDS, spread_of(data, "ozone_health", "ozone_season_frac"), strict=True))
    plain = dict.fromkeys(ENDS, 1.0)
    nearer = {name: dict(zip(ENDS, spread_of(data, "engines_near_people", f"low_release_{name}_ratio"), strict=True))
              for name in ("nox", "pm25")} if near_people else {}  # fmt: skip
    made = {}
    for end in ENDS:
        pairs = [v for name in PRICED for v in (kilograms[name], given[name][end] * nearer.get(name, plain)[end])]
        made[end] = health_cost.particle_health_cost_usd_per_year(*pairs)
        made[end] += health_cost.ozone_health_cost_usd_per_year(kilograms["nox"], season[end], ozone[end])
    return made


def reproduced(data: Data) -> pd.DataFrame:
    """Published totals done again with the prices used here: case, published, published_low, published_high, ours, low, high.

    All in the study's dollars a year. What each case takes: `national` electricity of 2023 at the national mean rates;
    `virginia` engines at the study's tenth of their permits; `oak_creek` its expected use and `oak_creek_full` full time.
    """
    rows = []
    for name, kilograms, subject, published in (
        ("national", _national(data), "us_health_damage", "unpaid_toll_average"),
        ("virginia", _virginia(data), "health_damage_va", "unpaid_toll_virginia"),
        ("oak_creek", _oak_creek(data, False), "health_damage_wi", "pse_oak_creek"),
        ("oak_creek_full", _oak_creek(data, True), "health_damage_wi", "pse_oak_creek"),
    ):
        low, said, high = spread_of(data, published, "published_health_cost_usd_per_year")
        ours = price_of(data, kilograms, subject, near_people=name == "virginia")
        rows.append((name, said, low, high, ours["central"], ours["low"], ours["high"]))
    columns = ["case", "published", "published_low", "published_high", "ours", "low", "high"]
    return pd.DataFrame(rows, columns=columns)


def _national(data: Data) -> dict[str, float]:
    """What US data centers' electricity of 2023 emits at the national mean rates, losses included. [kg/year]"""
    bought = fact_of(data, "unpaid_toll_average", "published_electricity_mwh_per_year")
    generated = grid_mix.grid_generated_mwh_per_year(bought, fact_of(data, "us_average", "grid_loss_frac"))
    return {name: generated * fact_of(data, "us_average", f"grid_{name}_kg_per_mwh") for name in PRICED}


def _virginia(data: Data) -> dict[str, float]:
    """What the study takes the engines of northern Virginia to emit: a tenth of their permits. [kg/year]"""
    share = fact_of(data, "unpaid_toll_virginia", "emitted_of_permit_frac")
    permitted = {"nox": "nox", "so2": "so2", "pm25": "pm"}
    return {name: share * fact_of(data, "permit_virginia_engines", f"permitted_{own}_kg_per_year")
            for name, own in permitted.items()}  # fmt: skip


def _oak_creek(data: Data, full_time: bool) -> dict[str, float]:
    """What the Oak Creek plant emits: at the use that its assessment expects, or at full load all year. [kg/year]"""
    plant = "simple_cycle_turbines"
    carbon = fact_of(data, plant, "gas_plant_kgco2e_per_mwh")
    megawatts = fact_of(data, "permit_oak_creek", "permitted_plant_mw")
    full_kg = air_permits.stack_kgco2e_per_year(megawatts, 1.0, carbon)
    share = 1.0 if full_time else fact_of(data, "permit_oak_creek", "permitted_kgco2e_per_year") / full_kg
    generated = share * full_kg / carbon
    efficiency = fact_of(data, plant, "gas_plant_efficiency_frac")
    fuel = {"nox": "two_ppm_catalyst", "pm25": "ap42_turbine", "so2": "ap42_turbine"}
    return {name: generated * air_permits.emission_of_fuel_kg_per_mwh(fact_of(data, s, f"fuel_{name}_kg_per_mwh"), efficiency)
            for name, s in fuel.items()}  # fmt: skip


def published_rates(data: Data) -> pd.DataFrame:
    """Published health cost for each MWh bought, in the study's dollars: study, central, low, high."""
    rows = []
    for name in ("unpaid_toll_average", "unpaid_toll_marginal", "unpaid_toll_2030"):
        bought = fact_of(data, name, "published_electricity_mwh_per_year")
        low, said, high = spread_of(data, name, "published_health_cost_usd_per_year")
        rows.append((name, said / bought, low / bought, high / bought))
    return pd.DataFrame(rows, columns=["study", "central", "low", "high"])


def beside_the_nation(data: Data, site: str, concept: str, case: str, draws: int) -> pd.DataFrame:
    """by_place with the published national mean for each MWh bought: published, published_low, published_high."""
    mean = published_rates(data).iloc[0]
    told = {"published": mean["central"], "published_low": mean["low"], "published_high": mean["high"]}
    return by_place(data, site, concept, case, draws).assign(**told)
