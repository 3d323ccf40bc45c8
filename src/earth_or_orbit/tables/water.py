"""Tidy tables of a campus's water: climate, cooling designs, what every campus takes, and what its supplier may give."""

import numpy as np
import pandas as pd

from earth_or_orbit import climate, scenario, study, units
from earth_or_orbit.facts import Data, FactError
from earth_or_orbit.quantities.fibre import great_circle_distance_km
from earth_or_orbit.scenario import CHOICES, ScenarioError
from earth_or_orbit.study import MATCHED, Resolved
from earth_or_orbit.tables.mass_and_power import fact_of
from earth_or_orbit.tables.pairs import ends
from earth_or_orbit.tables.places import campus

DESIGNS = CHOICES["ground"]["cooling_design"]
BASES = ("overhead_basis", "water_basis", "water_peak_basis")
OVERHEAD, WATER = "power_usage_effectiveness_ratio", "water_usage_effectiveness_l_per_kwh"
DESIGN_VALUES = (OVERHEAD, WATER, "site_water_peak_ratio", "site_water_returned_share_frac", "site_water_consumption_m3_per_year",
                 "facility_electricity_mwh_per_year", "power_plant_water_consumption_m3_per_year")  # fmt: skip
SITE_VALUES = ("it_power_average_mw", WATER, OVERHEAD, "site_water_withdrawal_m3_per_year", "site_water_peak_m3_per_day",
               "power_plant_water_consumption_m3_per_year", "power_plant_water_withdrawal_m3_per_year")  # fmt: skip
LIMITS = {"day": ("water_daily_limit_m3_per_day", "site_water_peak_m3_per_day"),
          "year": ("water_yearly_mean_limit_m3_per_day", "site_water_withdrawal_m3_per_year")}  # fmt: skip
ASHRAE = {"phoenix_airport": ("Phoenix", "722780"), "chicago_airport": ("Chicago", "725300")}
FILES = ("cooling.csv", "water.csv")
FACTS = ("campus_site_water_m3_per_year", "campus_site_water_peak_m3_per_day", "campus_waste_water_m3_per_year",
         "water_usage_effectiveness_published_l_per_kwh", "site_water_peak_to_mean_day_ratio", "closed_loop_share_frac",
         "water_daily_limit_m3_per_day", "water_yearly_mean_limit_m3_per_day", "coal_water_l_per_kwh", "gas_water_l_per_kwh",
         "nuclear_water_l_per_kwh", "hydro_water_l_per_kwh", "outside_air_limit_k", "liquid_supply_temperature_k",
         "warm_water_supply_temperature_k", "liquid_heat_share_frac", "dry_cooler_approach_k", "tower_approach_k",
         "cycles_of_concentration_ratio", "drift_frac", "tower_latent_share_frac", "ups_efficiency_frac",
         "chiller_carnot_share_frac", "domestic_water_l_per_kwh")  # fmt: skip
BIN_DEGC = 2.0  # structure: the bins of data/series/climate_hours.csv
STEPS_K = np.linspace(270.0, 310.0, 801)  # structure: limits of outside air that are tried, a twentieth of a kelvin apart


def by_design(
    data: Data, site: str, case: str, design: str, draws: int = 0, where: tuple[float, float] | None = None
) -> Resolved:
    """One campus whose overhead, water and hottest day come from a cooling design; elsewhere, if a place is given.

    Its average IT power stays that of its own file, so that designs are compared at the same computing. Raises ScenarioError
    for an unknown design and for a site without coordinates.
    """
    side = scenario.read_side("ground", site, case, data)
    study.override_choices({"ground": side}, {**dict.fromkeys(BASES, "cooling_design"), "cooling_design": design})
    missing = "campus_latitude_deg" not in side.picks or "campus_longitude_deg" not in side.picks
    if missing and where is None:
        raise ScenarioError(f"site {site}: no file gives campus_latitude_deg and campus_longitude_deg, which a climate needs")
    place = dict(zip(("campus_latitude_deg", "campus_longitude_deg"), map(float, where or ()), strict=False))
    power = study.value_of(campus(data, site, case), MATCHED)
    return study.with_settings(study.resolve(side, data, scenario.study(data), place, draws), {MATCHED: power})


def nearest_station(data: Data, site: str, case: str) -> dict[str, object]:
    """The weather station of a site: station, station_id, distance_km, and its design values in degrees Celsius."""
    ready = by_design(data, site, case, DESIGNS[0])
    here = [float(ready.inputs[name]) for name in ("campus_latitude_deg", "campus_longitude_deg")]
    rows = climate.stations(data.root)
    far = [float(great_circle_distance_km(*here, float(r["latitude_deg"]), float(r["longitude_deg"]))) for r in rows]
    row = rows[int(np.argmin(far))]
    design = next(r for r in climate.design(data.root) if r["station_id"] == row["station_id"])
    return {**row, "distance_km": min(far), **{name: float(v) for name, v in design.items() if name.endswith(("degc", "hpa"))}}


def design_values(data: Data) -> pd.DataFrame:
    """Wet bulbs exceeded in 35 hours beside ASHRAE's printed ones: place, ours_degc, ashrae_degc."""
    own = {row["station_id"]: float(row["wet_bulb_exceeded_35_hours_degc"]) for row in climate.design(data.root)}
    rows = [(place, own[station], units.convert(fact_of(data, subject, "wet_bulb_exceeded_35_hours_k"), "K", "degC"))
            for subject, (place, station) in ASHRAE.items()]  # fmt: skip
    return pd.DataFrame(rows, columns=["place", "ours_degc", "ashrae_degc"])


def hours_above(data: Data, case: str, site: str) -> pd.DataFrame:
    """Hours a year above each wet bulb, every site that has a place, sites of one station once.

    Columns: station_id, station, sites (joined), wet_bulb_degc, hours_above, exceeded_degc (in 35 hours), chosen.
    """
    found: dict[str, list[str]] = {}
    stations: dict[str, dict[str, object]] = {}
    for name in scenario.names("ground", data.root):
        try:
            own = nearest_station(data, name, case)
        except ScenarioError:
            continue
        found.setdefault(str(own["station_id"]), []).append(name)
        stations[str(own["station_id"])] = own
    rows = []
    for station, names in found.items():
        bins, own = climate.hours(data.root, station), stations[station]
        edges = BIN_DEGC * np.floor(bins[:, 1] / BIN_DEGC)
        exceeded, joined = own["wet_bulb_exceeded_35_hours_degc"], " ".join(names)
        rows += [(station, own["station"], joined, edge, float(bins[edges >= edge, 2].sum()), exceeded, site in names)
                 for edge in np.unique(edges)]  # fmt: skip
    return pd.DataFrame(
        rows, columns=["station_id", "station", "sites", "wet_bulb_degc", "hours_above", "exceeded_degc", "chosen"]
    )


def hours_by_bin(data: Data, case: str, site: str) -> pd.DataFrame:
    """Hours of a site's typical year by dry and wet bulb: dry_bulb_degc, wet_bulb_degc, hours."""
    station = str(nearest_station(data, site, case)["station_id"])
    return pd.DataFrame(climate.hours(data.root, station), columns=["dry_bulb_degc", "wet_bulb_degc", "hours"])


def designs(data: Data, site: str, case: str, draws: int) -> pd.DataFrame:
    """Every cooling design at one site: overhead, water, hottest day, what returns, and electricity and plants' water.

    Columns: design, then each of DESIGN_VALUES, overhead_low, overhead_high, water_low, water_high (5 and 95 % of draws).
    """
    rows = []
    for design in DESIGNS:
        values = by_design(data, site, case, design).compute(DESIGN_VALUES)
        drawn = by_design(data, site, case, design, draws).compute((OVERHEAD, WATER))
        spread = (*ends(drawn[OVERHEAD]), *ends(drawn[WATER]))
        rows.append((design, *(float(values[name]) for name in DESIGN_VALUES), *spread))
    columns = ["design", *DESIGN_VALUES, "overhead_low", "overhead_high", "water_low", "water_high"]
    return pd.DataFrame(rows, columns=columns)


def designs_of_sites(data: Data, case: str, site: str) -> pd.DataFrame:
    """Every design at every site that has a place: site, design, overhead_ratio, water_l_per_kwh, chosen."""
    rows = []
    for name in scenario.names("ground", data.root):
        for design in DESIGNS:
            try:
                ready = by_design(data, name, case, design)
            except ScenarioError:
                continue
            values = ready.compute((OVERHEAD, WATER))
            rows.append((name, design, float(values[OVERHEAD]), float(values[WATER]), name == site))
    return pd.DataFrame(rows, columns=["site", "design", "overhead_ratio", "water_l_per_kwh", "chosen"])


def published_climates(data: Data) -> pd.DataFrame:
    """PUE and WUE as studies and operators print them: data/published/cooling_by_climate.csv."""
    table = pd.read_csv(data.root / "data" / "published" / "cooling_by_climate.csv", dtype={"station_id": str})
    return table.assign(note=table["note"].fillna(""))


def beside_published(data: Data, site: str, case: str, draws: int) -> pd.DataFrame:
    """Published overhead and water beside the same design at the station that stands for the place.

    Columns of the file, and overhead, overhead_low, overhead_high, water, water_low, water_high of ours. Rows without a
    station are left out.
    """
    places = {r["station_id"]: (float(r["latitude_deg"]), float(r["longitude_deg"])) for r in climate.stations(data.root)}
    rows = []
    for row in published_climates(data).dropna(subset=["station_id"]).itertuples():
        if row.station_id not in places:
            raise FactError(f"data/published/cooling_by_climate.csv: station {row.station_id} is not in weather_stations.csv")
        middle, drawn = (by_design(data, site, case, row.cooling_design, n, places[row.station_id]).compute((OVERHEAD, WATER))
                         for n in (0, draws))  # fmt: skip
        own = [(float(middle[n]), *ends(drawn[n])) for n in (OVERHEAD, WATER)]
        rows.append((*row[1:], *own[0], *own[1]))
    columns = [*published_climates(data).columns, "overhead", "overhead_low", "overhead_high", "water", "water_low", "water_high"]
    return pd.DataFrame(rows, columns=columns)


def campuses(data: Data, case: str, site: str) -> pd.DataFrame:
    """Water of every campus: on site and at power plants, consumed and withdrawn, with and without reservoirs.

    Columns: site, basis (published or usage_effectiveness), each of SITE_VALUES, plants_without_hydro_m3_per_year, chosen;
    power_plant_water_consumption_m3_per_year charges evaporation of reservoirs to power.
    """
    rows = []
    for name in scenario.names("ground", data.root):
        ready = campus(data, name, case)
        values = ready.compute(SITE_VALUES)
        dry = study.with_inputs(ready, {"hydro_water_l_per_kwh": 0.0}).compute(("power_plant_water_consumption_m3_per_year",))
        rows.append((name, ready.side.choices["water_basis"], *(float(values[n]) for n in SITE_VALUES),
                     float(dry["power_plant_water_consumption_m3_per_year"]), name == site))  # fmt: skip
    columns = ["site", "basis", *SITE_VALUES, "plants_without_hydro_m3_per_year", "chosen"]
    return pd.DataFrame(rows, columns=columns).sort_values(
        "it_power_average_mw", ascending=False, kind="stable", ignore_index=True
    )


def limits(data: Data, case: str) -> pd.DataFrame:
    """Water asked for beside what the supplier may give, a day against a day and a year's mean against a year's mean.

    Columns: site, kind (day, year), asked_m3_per_day, limit_m3_per_day, ratio, asked_published (bool), source_id.
    """
    rows = []
    for name in scenario.names("ground", data.root):
        ready = campus(data, name, case)
        for kind, (limit, use) in LIMITS.items():
            if limit not in ready.side.picks or limit not in ready.inputs:
                continue
            asked, most = study.value_of(ready, use), float(ready.inputs[limit])
            asked = asked if kind == "day" else asked / units.convert(1.0, "year", "day")
            published = ready.side.choices["water_peak_basis" if kind == "day" else "water_basis"] == "published"
            rows.append((name, kind, asked, most, asked / most, published, ready.side.picks[limit].fact.source_id))
    columns = ["site", "kind", "asked_m3_per_day", "limit_m3_per_day", "ratio", "asked_published", "source_id"]
    return pd.DataFrame(rows, columns=columns)


def texts(data: Data, case: str, quantity: str) -> dict[str, str]:
    """What every site's facts say in words; `not found` where they say nothing."""
    named = {}
    for name in scenario.names("ground", data.root):
        side = scenario.read_side("ground", name, case, data)
        named[name] = side.texts[quantity].text_value if quantity in side.texts else "not found"
    return named


def outside_air_fits(data: Data, site: str, case: str) -> pd.DataFrame:
    """How much a share of a campus on wetted outside air evaporates, by the limit above which it is wetted.

    Columns: limit_k, evaporated_m3_per_year, evaporated_peak_m3_per_day (both for the whole campus on outside air), wetted_hours.
    """
    ready = by_design(data, site, case, "outside_air")
    moved = study.with_settings(ready, {"outside_air_limit_k": STEPS_K})
    names = ("evaporated_by_hour_l_per_kwh", "climate_time_h", "it_power_average_mw")
    water, hours, power = (np.asarray(v, dtype=float) for v in moved.compute(names).values())
    litres_per_m3 = units.convert(1.0, "m3", "L")
    energy_kwh = units.convert(float(power), "MW", "kW")
    year = (water * hours).sum(axis=-1) * energy_kwh / litres_per_m3 * units.convert(1.0, "year", "h") / hours.sum()
    two_days = water[:, -climate.HOURS_OF_TWO_DAYS :].reshape(len(STEPS_K), 2, -1)
    day = two_days.sum(axis=-1).max(axis=-1) * energy_kwh / litres_per_m3
    wetted = ((water > 0) * hours).sum(axis=-1)
    columns = {"limit_k": STEPS_K, "evaporated_m3_per_year": year, "evaporated_peak_m3_per_day": day, "wetted_hours": wetted}
    return pd.DataFrame(columns)


def designs_beside_published(data: Data, case: str, site: str) -> pd.DataFrame:
    """Designs at every campus and published places in one table: the columns of designs_of_sites, and published (bool).

    A published range stands by its middle; what is not printed is nan.
    """
    own = designs_of_sites(data, case, site).assign(published=False)
    rows = [
        (r.place, r.cooling_design, (r.pue_low + r.pue_high) / 2, (r.wue_low_l_per_kwh + r.wue_high_l_per_kwh) / 2, False, True)
        for r in published_climates(data).itertuples()
    ]
    return pd.concat([own, pd.DataFrame(rows, columns=own.columns)], ignore_index=True)
