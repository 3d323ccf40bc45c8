"""Tidy tables of water beyond the campus: power plants by technology, dry against wet cooling, waste water, yardsticks, orbit."""

import numpy as np
import pandas as pd

from earth_or_orbit import study, units
from earth_or_orbit.facts import Data
from earth_or_orbit.quantities import campus_water_limits, cooling_parts
from earth_or_orbit.tables.mass_and_power import fact_of
from earth_or_orbit.tables.places import campus, fleet
from earth_or_orbit.tables.water import WATER, by_design, outside_air_fits

# Subject of the plant: the names of its consumption and its withdrawal.
PLANTS = {
    "plant_gas_combined_tower": "gas", "plant_gas_combined_once_through": "gas", "plant_gas_combined_dry": "gas",
    "plant_gas_turbine": "gas", "plant_coal_tower": "coal", "plant_coal_once_through": "coal", "plant_nuclear_tower": "nuclear",
    "plant_nuclear_once_through": "nuclear", "plant_solar": "solar", "plant_wind": "wind", "plant_hydro": "hydro",
}  # fmt: skip
# Supplies of a campus: the plants that they may be made of, from the least water to the most.
SUPPLIES = {"dedicated_gas": ("plant_gas_combined_dry", "plant_gas_combined_tower"),
            "onsite_turbines": ("plant_gas_turbine", "plant_gas_turbine"),
            "solar_storage": ("plant_wind", "plant_solar"), "solar_storage_gas": ("plant_wind", "plant_gas_combined_tower"),
            "nuclear": ("plant_nuclear_once_through", "plant_nuclear_tower")}  # fmt: skip
PLANT_WATER = "power_plant_water_consumption_m3_per_year"
WET, DRY = "evaporative_tower", ("closed_loop", "warm_water")
GALLONS = ("m3", "gallon")


def plants(data: Data) -> pd.DataFrame:
    """Water of power plants by technology and cooling: plant, consumed_l_per_kwh, withdrawn_l_per_kwh (or nan)."""
    rows = []
    for plant, kind in PLANTS.items():
        consumed = fact_of(data, plant, f"{kind}_water_l_per_kwh")
        name = f"{kind}_water_withdrawal_l_per_kwh"
        withdrawn = fact_of(data, plant, name) if data.rows(plant, name) else consumed
        rows.append((plant, consumed, np.nan if kind == "hydro" else withdrawn))
    return pd.DataFrame(rows, columns=["plant", "consumed_l_per_kwh", "withdrawn_l_per_kwh"])


def supplies(data: Data, site: str, case: str) -> pd.DataFrame:
    """Water at plants for a campus's electricity: supply, low_m3_per_year, high_m3_per_year, withdrawn_m3_per_year.

    Ends are the driest and the wettest plants of the supply; the grid's ends are without and with evaporation of reservoirs.
    """
    ready = campus(data, site, case)
    mwh = study.value_of(ready, "electricity_generated_mwh_per_year")
    grid = study.value_of(ready, "grid_water_l_per_kwh")
    dry = float(
        study.with_inputs(ready, {"hydro_water_l_per_kwh": 0.0}).compute(("grid_water_l_per_kwh",))["grid_water_l_per_kwh"]
    )
    withdrawn = study.value_of(ready, "grid_water_withdrawal_l_per_kwh")
    rows = [("grid", dry * mwh, grid * mwh, withdrawn * mwh)]
    by_plant = plants(data).set_index("plant")
    for supply, (least, most) in SUPPLIES.items():
        ends = [by_plant.loc[name, "consumed_l_per_kwh"] * mwh for name in (least, most)]
        rows.append((supply, min(ends), max(ends), by_plant.loc[most, "withdrawn_l_per_kwh"] * mwh))
    return pd.DataFrame(rows, columns=["supply", "low_m3_per_year", "high_m3_per_year", "withdrawn_m3_per_year"])


def national_intensity(data: Data) -> dict[str, float]:
    """Berkeley Lab's indirect water per kWh beside the country's mix with our factors, and what it implies of reservoirs.

    published, ours, ours_without_hydro, hydro_share, implied_hydro, our_hydro [L/kWh].
    """
    kinds = ("coal", "gas", "nuclear", "hydro", "wind", "solar")
    share = {k: fact_of(data, "us_average", f"grid_{k}_frac") for k in kinds}
    water = {k: fact_of(data, "macknick_2012_water", f"{k}_water_l_per_kwh") for k in kinds}
    other = 1 - sum(share.values())
    dry = sum(share[k] * water[k] for k in kinds if k != "hydro") + other * water["gas"]
    published = fact_of(data, "us_indirect_water", "implied_water_intensity_l_per_kwh")
    delivered = 1 / (1 - fact_of(data, "us_average", "grid_loss_frac"))
    ours = (dry + share["hydro"] * water["hydro"]) * delivered
    return {"published": published, "ours": ours, "ours_without_hydro": dry * delivered, "hydro_share": share["hydro"],
            "implied_hydro": (published / delivered - dry) / share["hydro"], "our_hydro": water["hydro"]}  # fmt: skip


def dry_against_wet(data: Data, site: str, case: str) -> pd.DataFrame:
    """What dry cooling saves on site and adds in electricity and at power plants, against evaporative towers at one site.

    Columns: design, site_saved_m3_per_year, electricity_added_mwh_per_year, electricity_added_frac, plants_added_m3_per_year,
    net_saved_m3_per_year. The first row, `same_racks_dry`, keeps the air-cooled racks and changes the cooling alone; the others
    change the racks too. A negative addition is a saving.
    """
    names = ("site_water_consumption_m3_per_year", "facility_electricity_mwh_per_year", PLANT_WATER)
    ready = {design: by_design(data, site, case, design) for design in (WET, *DRY)}
    ready["same_racks_dry"] = study.with_settings(ready["closed_loop"], {"liquid_heat_share_frac": 0.0})
    wet = {n: float(v) for n, v in ready[WET].compute(names).items()}
    rows = []
    for design in ("same_racks_dry", *DRY):
        own = {n: float(v) for n, v in ready[design].compute(names).items()}
        saved, more, plant = (own[n] - wet[n] for n in names)
        rows.append((design, -saved, more, more / wet[names[1]], plant, -saved - plant))
    columns = ["design", "site_saved_m3_per_year", "electricity_added_mwh_per_year", "electricity_added_frac",
               "plants_added_m3_per_year", "net_saved_m3_per_year"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def fairwater(data: Data, case: str) -> dict[str, float]:
    """Fairwater's published water taken apart: supplied, returned and consumed, and the outside air that would evaporate it.

    Yearly values in m3, days in m3/day; limits in K at the published share of outside air (1 − closed_loop_share_frac).
    least_share: of the campus on outside air that could evaporate the hottest day's forecast at all.
    """
    site, subject = "fairwater_wi", "fairwater_wi_phase1"
    supplied, returned, peak, peak_returned = (fact_of(data, subject, n) for n in (
        "campus_site_water_m3_per_year", "campus_waste_water_m3_per_year", "campus_site_water_peak_m3_per_day",
        "campus_waste_water_peak_m3_per_day"))  # fmt: skip
    share = 1 - fact_of(data, subject, "closed_loop_share_frac")
    consumed = campus_water_limits.site_water_consumed_m3_per_year(supplied, returned)
    table = outside_air_fits(data, site, case)
    limit = fact_of(data, "cooling_plant", "outside_air_limit_k")
    here = table.iloc[(table["limit_k"] - limit).abs().argmin()]
    fit = table.iloc[(table["evaporated_m3_per_year"] - consumed / share).abs().argmin()]
    most = float(table["evaporated_peak_m3_per_day"].max())
    out = {
        "supplied": supplied, "returned": returned, "consumed": consumed, "peak": peak, "peak_evaporated": peak - peak_returned,
        "share": share, "limit_k": limit, "wetted_hours": here["wetted_hours"], "peak_days": supplied / peak,
        "ours_year": share * here["evaporated_m3_per_year"], "ours_peak": share * here["evaporated_peak_m3_per_day"],
        "ours_peak_days": here["evaporated_m3_per_year"] / here["evaporated_peak_m3_per_day"],
        "year_limit_k": fit["limit_k"], "year_wetted_hours": fit["wetted_hours"], "most_peak": share * most,
        "least_share": (peak - peak_returned) / most,
    }  # fmt: skip
    return {name: float(value) for name, value in out.items()}


def people(data: Data) -> float:
    """Litres of returned water a day for each person at work on Fairwater's first phase. [L/day]"""
    subject = "fairwater_wi_phase1"
    returned, jobs = (fact_of(data, subject, n) for n in ("campus_waste_water_m3_per_year", "campus_permanent_jobs_count"))
    return units.convert(returned, "m3/year", "L/day") / jobs


def hyperion(data: Data, case: str) -> dict[str, float]:
    """Hyperion's expected and registered water, and what each design would take: gallons a year and L/kWh."""
    site = "hyperion_la_2030"
    ready = campus(data, site, case)
    day = fact_of(data, site, "water_daily_limit_m3_per_day")
    low, middle, high = (units.convert(v, "Mgal/year", "m3/year") for v in _spread(data, site, "campus_site_water_m3_per_year"))
    registered = units.convert(day, "m3/day", "m3/year")
    out = {"expected_low": low, "expected": middle, "expected_high": high, "registered": registered,
           "times": registered / middle, "implied": study.value_of(ready, WATER)}  # fmt: skip
    return out | {
        design: study.value_of(by_design(data, site, case, design), WATER) for design in (WET, "adiabatic", "outside_air")
    }


def _spread(data: Data, subject: str, quantity: str) -> tuple[float, float, float]:
    fact = data.rows(subject, quantity)[0]
    return fact.low, fact.central, fact.high


def yardsticks(data: Data, m3_per_year: float) -> dict[str, float]:
    """A volume a year as families and golf courses: family, golf_course_southwest, golf_course_northeast."""
    subjects = {"family": "us_family_epa", "golf_course_southwest": "golf_course_southwest",
                "golf_course_northeast": "golf_course_northeast"}  # fmt: skip
    return {name: m3_per_year / fact_of(data, subject, "water_m3_per_year") for name, subject in subjects.items()}


def balances(data: Data, site: str, case: str) -> pd.DataFrame:
    """Water supplied against what evaporates, drifts and returns, and salts in against salts out, every design at one site.

    Columns: design, residual_ratio (water), salts_ratio (out over in, nan where nothing evaporates).
    """
    names = ("evaporated_by_hour_l_per_kwh", "drift_by_hour_l_per_kwh", "blowdown_by_hour_l_per_kwh", "climate_time_h",
             "cycles_of_concentration_ratio", "domestic_water_l_per_kwh", WATER)  # fmt: skip
    rows = []
    for design in (WET, "adiabatic", "outside_air", *DRY):
        ready = by_design(data, site, case, design)
        got = {n: np.asarray(v, dtype=float) for n, v in (*ready.compute(names[:4]).items(), *ready.compute((WATER,)).items())}
        hours = got["climate_time_h"]
        evaporated, drift, blowdown = (
            float((np.broadcast_to(got[n], hours.shape) * hours).sum() / hours.sum()) for n in names[:3]
        )
        domestic, cycles = (float(ready.inputs[n]) for n in ("domestic_water_l_per_kwh", "cycles_of_concentration_ratio"))
        supplied = float(got[WATER])
        residual = cooling_parts.water_balance_residual_ratio(supplied, evaporated, drift, blowdown + domestic)
        salts = cooling_parts.salts_left_behind_ratio(supplied - domestic, drift, blowdown, cycles) if evaporated else np.nan
        rows.append((design, residual, salts))
    return pd.DataFrame(rows, columns=["design", "residual_ratio", "salts_ratio"])


def returned_shares(data: Data) -> pd.DataFrame:
    """Sites that publish both: place, withdrawn_m3, consumed_m3, consumed_frac, cycles (that such a share means in a tower)."""
    table = pd.read_csv(data.root / "data" / "published" / "water_by_site.csv")
    share = table["consumed_mgal"] / table["withdrawn_mgal"]
    volumes = {f"{n}_m3": units.convert(table[f"{n}_mgal"].to_numpy(), "Mgal", "m3") for n in ("withdrawn", "consumed")}
    return table.assign(**volumes, consumed_frac=share, cycles=1 / (1 - share))


def both_sides(data: Data, site: str, concept: str, case: str) -> pd.DataFrame:
    """Water of a campus and of a fleet of its power: quantity, ground, orbit [m3/year]."""
    ground = campus(data, site, case)
    orbit = fleet(data, concept, case, study.value_of(ground, "it_power_average_mw"))
    names = (
        "site_water_withdrawal_m3_per_year",
        PLANT_WATER,
        "power_plant_water_withdrawal_m3_per_year",
        "launch_water_m3_per_year",
    )
    rows = [(name, study.value_of(ground, name), study.value_of(orbit, name)) for name in names]
    return pd.DataFrame(rows, columns=["quantity", "ground", "orbit"])


def reclaimed(data: Data) -> dict[str, float]:
    """Reclaimed waste water: what Colossus's plant was to give, what the campus asks for, and what the utility pumps. [m3/day]"""
    site = "colossus1_tn"
    return {
        "plant": fact_of(data, site, "reclaimed_water_m3_per_day"),
        "campus": units.convert(fact_of(data, site, "campus_site_water_m3_per_year"), "m3/year", "m3/day"),
        "pumped": fact_of(data, site, "supplier_pumped_m3_per_day"),
        "aws_sites": fact_of(data, "aws_reclaimed", "reclaimed_sites_count"),
        "google_saved": fact_of(data, "google_water_cooled", "cooling_electricity_saved_frac"),
    }
