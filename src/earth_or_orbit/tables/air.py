"""Tidy tables of air and climate: every campus beside every concept, permits beside factors, carbon by basis, leaks, heat."""

import numpy as np
import pandas as pd

from earth_or_orbit import scenario, study, units
from earth_or_orbit.constants import HOURS_PER_YEAR
from earth_or_orbit.facts import Data, Fact, FactError
from earth_or_orbit.quantities import air_permits, reused_heat
from earth_or_orbit.study import Resolved
from earth_or_orbit.tables.mass_and_power import fact_of
from earth_or_orbit.tables.pairs import ends
from earth_or_orbit.tables.places import campus, fleet

FILES = ("data/facts/air.csv", "data/facts/health_cost.csv", "data/facts/reused_heat.csv")
FACTS = ("grid_nox_kg_per_mwh", "grid_pm25_kg_per_mwh", "grid_so2_kg_per_mwh", "grid_kgco2e_per_mwh", "gas_plant_nox_kg_per_mwh",
         "gas_plant_pm25_kg_per_mwh", "gas_plant_so2_kg_per_mwh", "gas_plant_kgco2e_per_mwh", "backup_generator_capacity_ratio",
         "backup_generator_time_h_per_year", "backup_generator_nox_kg_per_mwh", "backup_generator_pm25_kg_per_mwh",
         "propellant_nox_frac", "propellant_pm25_frac", "propellant_so2_frac", "launch_near_ground_frac",
         "pm25_health_cost_usd_per_kg", "so2_health_cost_usd_per_kg", "nox_health_cost_usd_per_kg",
         "ozone_health_cost_usd_per_kg", "ozone_season_frac")  # fmt: skip
HOME_SITE = "fairwater_wi"  # the campus that is often put into the region next door
POLLUTANTS = {"nox": "nox_kg_per_year", "pm25": "pm25_kg_per_year", "so2": "so2_kg_per_year"}
CARBON = ("energy_kgco2e", "launch_kgco2e")  # what leaves stacks and engines; making things is in 30_earth_or_orbit
APART = ("stratospheric_black_carbon_kg_per_year", "alumina_kg_per_year", "reentry_kgco2e")
BASES = ("location_average", "marginal", "life_cycle", "market_based")
HOURS = "backup_generator_time_h_per_year"
TIERS = ("tier_2_generator", "tier_4_generator")
ENGINES = ("engines_fairwater_first", "engines_fairwater_second", "engines_fairwater_third", "engines_lighthouse",
           "engines_fort_wayne", "engines_cheyenne", "engines_quincy")  # fmt: skip
# Permit, pollutant, what the turbine burns by, and how efficient it is: subjects of facts.
TURBINES = (
    ("permit_colossus1", "nox", "two_ppm_catalyst", "simple_cycle_turbines"),
    ("permit_colossus1", "nox", "ap42_turbine_lean_premix", "simple_cycle_turbines"),
    ("permit_colossus1", "nox", "ap42_turbine_uncontrolled", "simple_cycle_turbines"),
    ("permit_colossus1", "pm", "ap42_turbine", "simple_cycle_turbines"),
    ("permit_colossus2", "nox", "two_ppm_catalyst", "simple_cycle_turbines"),
    ("permit_colossus2", "nox", "ap42_turbine_lean_premix", "simple_cycle_turbines"),
)  # fmt: skip
VIRGINIA = (("nox", "backup_generator_nox_kg_per_mwh"), ("pm", "backup_generator_pm25_kg_per_mwh"),
            ("so2", "backup_generator_so2_kg_per_mwh"))  # fmt: skip
# Gas plants: permit, kind of plant.
PLANTS = (("permit_hyperion", "combined_cycle"), ("permit_hyperion_ten", "combined_cycle"),
          ("permit_homer_city", "combined_cycle"), ("permit_oak_creek", "simple_cycle_turbines"),
          ("permit_abilene", "simple_cycle_turbines"), ("permit_colossus2", "simple_cycle_turbines"))  # fmt: skip
LEAKS = ("lowest_leaks", "inventory_leaks", "measured_leaks", "highest_leaks")


def spread_of(data: Data, subject: str, quantity: str) -> tuple[float, float, float]:
    """A fact's low, central and high in its quantity's unit and the study's dollars; the ends are nan if none are given."""
    rows = data.rows(subject, quantity)
    if not rows:
        raise FactError(f"data/facts/ has no {quantity} of {subject}")
    return in_study_dollars(data, rows[0])


def in_study_dollars(data: Data, fact: Fact) -> tuple[float, float, float]:
    """A fact's low, central and high in its quantity's unit and the study's dollars."""
    year = scenario.study(data).dollar_year
    given = (fact.low, fact.central, fact.high)
    return tuple(np.nan if v is None else data.in_quantity_unit(fact, v, year) for v in given)


def air_per_mwh(data: Data, site: str, concept: str, case: str, draws: int) -> pd.DataFrame:
    """Air of every campus and of every concept for each delivered MWh of IT energy.

    Columns: place, side, what (nox, pm25, so2: kg/MWh; co2: kg of electricity and launches per MWh), central, low, high,
    chosen. Concepts carry the average IT power of the campus asked about; nothing per MWh depends on it but fractions.
    """
    power = float(campus(data, site, case).compute(("it_power_average_mw",))["it_power_average_mw"])
    made = [("ground", name, *(campus(data, name, case, n) for n in (0, draws))) for name in scenario.names("ground", data.root)]
    made += [("orbit", name, *(fleet(data, name, case, power, n) for n in (0, draws)))
             for name in scenario.names("orbit", data.root)]  # fmt: skip
    rows = []
    for side, name, middle, drawn in made:
        central, spread = per_mwh(middle), per_mwh(drawn)
        chosen = name == (site if side == "ground" else concept)
        rows += [(name, side, what, float(np.median(central[what])), *ends(spread[what]), chosen) for what in central]
    return pd.DataFrame(rows, columns=["place", "side", "what", "central", "low", "high", "chosen"])


def per_mwh(resolved: Resolved) -> dict[str, np.ndarray]:
    """Pollutants and carbon of one side for each delivered MWh of IT energy. [kg/MWh]"""
    values = resolved.compute((*POLLUTANTS.values(), *CARBON, "delivered_it_mwh_per_year"))
    delivered = np.asarray(values["delivered_it_mwh_per_year"], dtype=float)
    made = {what: np.asarray(values[line]) / delivered for what, line in POLLUTANTS.items()}
    return made | {"co2": sum(values[line] for line in CARBON) / (delivered * resolved.inputs["horizon_years"])}


def apart(data: Data, site: str, case: str, draws: int) -> pd.DataFrame:
    """What every concept leaves above the weather, for the power of a campus: concept, line, unit, central, low, high."""
    power = float(campus(data, site, case).compute(("it_power_average_mw",))["it_power_average_mw"])
    rows = []
    for name in scenario.names("orbit", data.root):
        values, spread = (fleet(data, name, case, power, n).compute(APART) for n in (0, draws))
        rows += [(name, line, data.quantity(line).unit, float(values[line]), *ends(spread[line])) for line in APART]
    return pd.DataFrame(rows, columns=["concept", "line", "unit", "central", "low", "high"])


def turbines_beside_permits(data: Data) -> pd.DataFrame:
    """Permits of turbines beside factors at full load all year.

    Columns: permit, pollutant, factor (subject), permitted_kg, factor_kg, ratio (factor over permit), permitted_kg_per_mwh.
    """
    rows = []
    for permit, pollutant, burner, plant in TURBINES:
        allowed = fact_of(data, permit, f"permitted_{pollutant}_kg_per_year")
        megawatts = fact_of(data, permit, "permitted_plant_mw")
        fuel = fact_of(data, burner, "fuel_nox_kg_per_mwh" if pollutant == "nox" else "fuel_pm25_kg_per_mwh")
        rate = air_permits.emission_of_fuel_kg_per_mwh(fuel, fact_of(data, plant, "gas_plant_efficiency_frac"))
        emitted = air_permits.factor_kg_per_year(megawatts, HOURS_PER_YEAR, rate)
        spread = air_permits.permitted_kg_per_mwh(allowed, megawatts)
        rows.append((permit, pollutant, burner, allowed, emitted, emitted / allowed, spread))
    columns = ["permit", "pollutant", "factor", "permitted_kg", "factor_kg", "ratio", "permitted_kg_per_mwh"]
    return pd.DataFrame(rows, columns=columns)


def virginia_engines(data: Data) -> pd.DataFrame:
    """Permits of the engines of northern Virginia beside factors at a campus's usual hours, and the hours they allow.

    Columns: pollutant, permitted_kg, factor_kg, low_kg, high_kg (at the ends of the hours), ratio, hours_allowed.
    """
    name = "permit_virginia_engines"
    megawatts = fact_of(data, name, "permitted_engines_count") * fact_of(data, "engine_of_a_campus", "engine_capacity_mw")
    low, hours, high = spread_of(data, "backup_generation", HOURS)
    rows = []
    for pollutant, factor in VIRGINIA:
        allowed, rate = fact_of(data, name, f"permitted_{pollutant}_kg_per_year"), fact_of(data, TIERS[0], factor)
        made = [air_permits.factor_kg_per_year(megawatts, h, rate) for h in (hours, low, high)]
        until = air_permits.limit_reached_after_h_per_year(allowed, megawatts, rate)
        rows.append((pollutant, allowed, *made, made[0] / allowed, until))
    return pd.DataFrame(rows, columns=["pollutant", "permitted_kg", "factor_kg", "low_kg", "high_kg", "ratio", "hours_allowed"])


def permit_marks(data: Data) -> pd.DataFrame:
    """Permits and factors as marks for a figure: permit, pollutant, mark, central, low, high. [t/year]"""
    rows = []
    for r in turbines_beside_permits(data).itertuples():
        rows += [(r.permit, r.pollutant, "permit", r.permitted_kg, np.nan, np.nan),
                 (r.permit, r.pollutant, r.factor, r.factor_kg, np.nan, np.nan)]  # fmt: skip
    for r in virginia_engines(data).itertuples():
        rows += [("permit_virginia_engines", r.pollutant, "permit", r.permitted_kg, np.nan, np.nan),
                 ("permit_virginia_engines", r.pollutant, "tier_2_hours", r.factor_kg, r.low_kg, r.high_kg)]  # fmt: skip
    table = pd.DataFrame(rows, columns=["permit", "pollutant", "mark", "central", "low", "high"]).drop_duplicates(
        ignore_index=True
    )
    tonnes = {c: units.convert(table[c].to_numpy(dtype=float), "kg", "t") for c in ("central", "low", "high")}
    return table.assign(**tonnes)


def engines(data: Data) -> pd.DataFrame:
    """Backup engines of named campuses by factor: NOx and particulates in a year of usual hours, two classes of engine.

    Columns: fleet, engines, megawatts, tier, nox_kg, nox_low_kg, nox_high_kg (at the ends of the hours), pm25_kg.
    """
    low, hours, high = spread_of(data, "backup_generation", HOURS)
    rows = []
    for name in ENGINES:
        count = fact_of(data, name, "permitted_engines_count")
        own = name if data.rows(name, "engine_capacity_mw") else "engine_of_a_campus"
        megawatts = count * fact_of(data, own, "engine_capacity_mw")
        for tier in TIERS:
            nox, pm25 = (fact_of(data, tier, f"backup_generator_{p}_kg_per_mwh") for p in ("nox", "pm25"))
            made = [air_permits.factor_kg_per_year(megawatts, h, nox) for h in (hours, low, high)]
            rows.append((name, count, megawatts, tier, *made, air_permits.factor_kg_per_year(megawatts, hours, pm25)))
    columns = ["fleet", "engines", "megawatts", "tier", "nox_kg", "nox_low_kg", "nox_high_kg", "pm25_kg"]
    return pd.DataFrame(rows, columns=columns)


def gas_plants(data: Data) -> pd.DataFrame:
    """Carbon dioxide of gas plants built for campuses: at the stack by heat rate and use, at full time, and as printed.

    Columns: permit, megawatts, central_kg, low_kg, high_kg (use and heat rate at their ends), full_time_kg, printed_kg (nan
    if none), printed_share (of full time), life_cycle_kg.
    """
    use = spread_of(data, "dedicated_gas_use", "capacity_factor_frac")
    life_cycle = fact_of(data, "unece_life_cycle", "gas_life_cycle_kgco2e_per_mwh")
    rows = []
    for permit, kind in PLANTS:
        megawatts, rates = fact_of(data, permit, "permitted_plant_mw"), spread_of(data, kind, "gas_plant_kgco2e_per_mwh")
        low, middle, high = (air_permits.stack_kgco2e_per_year(megawatts, u, r) for u, r in zip(use, rates, strict=True))
        full = air_permits.stack_kgco2e_per_year(megawatts, 1.0, rates[1])
        printed = data.rows(permit, "permitted_kgco2e_per_year")
        said = fact_of(data, permit, "permitted_kgco2e_per_year") if printed else np.nan
        whole = air_permits.stack_kgco2e_per_year(megawatts, use[1], life_cycle) if kind == "combined_cycle" else np.nan
        rows.append((permit, megawatts, middle, low, high, full, said, said / full, whole))
    columns = ["permit", "megawatts", "central_kg", "low_kg", "high_kg", "full_time_kg", "printed_kg", "printed_share",
               "life_cycle_kg"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def leaks(data: Data) -> pd.DataFrame:
    """What gas leaks add to a combined-cycle plant's stack: leak (subject), leak_frac, leaked_kg, stack_kg, total_kg per MWh."""
    efficiency = fact_of(data, "combined_cycle", "gas_plant_efficiency_frac")
    stack = fact_of(data, "combined_cycle", "gas_plant_kgco2e_per_mwh")
    heating = fact_of(data, "liquid_methane", "gas_heating_value_kwh_per_kg")
    warming = fact_of(data, "methane", "methane_warming_ratio")
    rows = []
    for name in LEAKS:
        share = fact_of(data, name, "methane_leak_frac")
        leaked = air_permits.leaked_gas_kgco2e_per_mwh(share, efficiency, heating, warming)
        rows.append((name, share, leaked, stack, stack + leaked))
    return pd.DataFrame(rows, columns=["leak", "leak_frac", "leaked_kg", "stack_kg", "total_kg"])


def with_choices(data: Data, site: str, case: str, choices: dict[str, str]) -> Resolved:
    """One campus under alternatives laid over what its files choose. Raises ScenarioError if a fact is missing."""
    side = scenario.read_side("ground", site, case, data)
    study.override_choices({"ground": side}, choices)
    return study.resolve(side, data, scenario.study(data), {})


def carbon_by_basis(data: Data, case: str, site: str) -> pd.DataFrame:
    """Carbon of a campus's electricity for each delivered MWh of IT energy, four ways to count: site, basis, kg_per_mwh, chosen.

    A basis whose facts a campus lacks (contracts for clean power) is left out.
    """
    rows = []
    for name in scenario.names("ground", data.root):
        for basis in BASES:
            try:
                made = with_choices(data, name, case, {"electricity_carbon_basis": basis})
            except scenario.ScenarioError:
                continue
            values = made.compute(("energy_kgco2e", "delivered_it_mwh_per_year"))
            each = values["energy_kgco2e"] / (values["delivered_it_mwh_per_year"] * made.inputs["horizon_years"])
            rows.append((name, basis, float(each), name == site))
    return pd.DataFrame(rows, columns=["site", "basis", "kg_per_mwh", "chosen"])


def wrong_region(data: Data, site: str, case: str) -> pd.DataFrame:
    """A campus's yearly carbon, NOx and SO2 with its own grid region and with the region next door: what, own_kg, other_kg."""
    own = campus(data, site, case)
    pairs = {"co2": "grid_kgco2e_per_mwh", "nox": "grid_nox_kg_per_mwh", "so2": "grid_so2_kg_per_mwh"}
    generated = float(own.compute(("grid_generated_mwh_per_year",))["grid_generated_mwh_per_year"])
    rows = [(what, generated * study.value_of(own, name), generated * fact_of(data, "region_next_door", name))
            for what, name in pairs.items()]  # fmt: skip
    return pd.DataFrame(rows, columns=["what", "own_kg", "other_kg"])


def heat(data: Data, site: str, case: str) -> pd.DataFrame:
    """Heat of a campus given to a network, at the least, middle and largest share a network may take.

    Columns: share_frac, recovered_mwh, delivered_mwh, pump_mwh, avoided_kg, odense (times what Odense's operator designed
    for), emitted_kg (of the campus's own electricity). Only where a network wants it.
    """
    own = campus(data, site, case)
    values = own.compute(("facility_electricity_mwh_per_year", "grid_carbon_kgco2e_per_mwh", "energy_kgco2e"))
    ratio = fact_of(data, "district_heat_pump", "heat_pump_performance_ratio")
    boiler = reused_heat.boiler_kgco2e_per_mwh(
        fact_of(data, "natural_gas", "gas_fuel_kgco2e_per_mwh"), fact_of(data, "gas_boiler", "boiler_efficiency_frac")
    )
    odense = fact_of(data, "odense_heat", "reused_heat_mwh_per_year")
    emitted = float(values["energy_kgco2e"] / own.inputs["horizon_years"])
    rows = []
    for share in spread_of(data, "heat_with_a_network", "recovered_heat_frac"):
        taken = reused_heat.recovered_heat_mwh_per_year(float(values["facility_electricity_mwh_per_year"]), share)
        pump = reused_heat.pump_electricity_mwh_per_year(taken, ratio)
        given = reused_heat.delivered_heat_mwh_per_year(taken, pump)
        saved = reused_heat.avoided_kgco2e_per_year(given, boiler, pump, float(values["grid_carbon_kgco2e_per_mwh"]))
        rows.append((share, taken, given, pump, saved, taken / odense, emitted))
    columns = ["share_frac", "recovered_mwh", "delivered_mwh", "pump_mwh", "avoided_kg", "odense", "emitted_kg"]
    return pd.DataFrame(rows, columns=columns)


def espoo_claim_mwh(data: Data) -> float:
    """Heat from gas boilers that the saving claimed at Espoo stands for. [MWh/year]"""
    boiler = reused_heat.boiler_kgco2e_per_mwh(
        fact_of(data, "natural_gas", "gas_fuel_kgco2e_per_mwh"), fact_of(data, "gas_boiler", "boiler_efficiency_frac")
    )
    saved = fact_of(data, "espoo_heat", "published_avoided_kgco2e_per_year")
    return reused_heat.heat_of_avoided_mwh_per_year(saved, boiler)


def celsius(data: Data, subject: str, quantity: str) -> float:
    """A temperature fact as degrees Celsius."""
    return units.convert(fact_of(data, subject, quantity), "K", "degC")


def life_cycle_kg(data: Data) -> float:
    """Life-cycle carbon of gas power as the ledger can use it. [kg/MWh]"""
    return fact_of(data, "unece_life_cycle", "gas_life_cycle_kgco2e_per_mwh")
