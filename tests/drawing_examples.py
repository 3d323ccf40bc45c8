"""One small table for each figure, made by hand, that the tests of the figures draw."""

import math

import air_examples
import community_examples
import land_examples
import network_examples
import numpy as np
import pandas as pd
import solar_examples
import time_examples
from latency_pictures import LATENCY
from race_examples import CADENCE, GOAL, RACE
from water_examples import EXAMPLES as WATER

from earth_or_orbit import scenario

COST, CARBON = "cost_per_accelerator_hour_usd", "carbon_intensity_kgco2e_per_mwh"
PAIR = {"site": "fairwater_wi", "concept": "spacex_ai1"}
OTHER = {"site": "hyperion_la_2030", "concept": "google_suncatcher"}
OUTLINE = pd.DataFrame({"ring": [1] * 5, "x_m": [0, 4000, 4000, 0, 0], "y_m": [0, 0, 9000, 9000, 0]})


def frame(columns: str, *rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=columns.split())


def parts(*values: tuple[str, str, float]) -> pd.DataFrame:
    table = frame("bar part value", *values).assign(unit="$", total_low=1.0, total_high=9.0)
    return table.assign(donor_or_judgement=table["part"].isin(["launch", "bus"]))


COST_PARTS = parts(
    ("ground", "accelerators", 2.0), ("ground", "residual", -0.5), ("orbit", "launch", 6.0), ("orbit", "plant", 1.0),
)  # fmt: skip
RATIOS = frame("line ratio low high", (COST, 8.0, 5.0, 12.0), ("nox_kg_per_year", 0.5, np.nan, np.nan))
LINES = frame("side central low median high", ("ground", 2.0, 1.5, 2.1, 2.5), ("orbit", 20.0, 15.0, 22.0, 30.0)).assign(line=COST)
SWINGS = frame(
    "quantity unit at_low at_high central donor_or_judgement line",
    ("bus_specific_power_w_per_kg", "W/kg", 14.0, 9.0, 10.0, True, COST),
    ("launch_price_usd", "USD", 9.5, 10.0, 10.0, False, COST),
)
AREAS = frame(
    "item group shape km2 low_km2 high_km2",
    ("campus", "ground", "square", 4.0, np.nan, np.nan), ("fuel_chain", "ground", "square", 9.0, 6.25, 16.0),
    ("orbital_array", "orbit", "square", 1.0, 0.81, 1.21), ("suncatcher_cluster", "orbit", "circle", math.pi, np.nan, np.nan),
    ("launch_and_ground_station", "orbit", "square", 0.0, np.nan, np.nan),
    ("manhattan", "yardstick", "outline", 36.0, np.nan, np.nan), ("central_park", "yardstick", "square", 3.4, np.nan, np.nan),
)  # fmt: skip
POWERS = frame(
    "site basis mw_per_acre published chosen",
    ("fairwater_wi", "it_peak", 1.1, True, True), ("hyperion_la_2030", "it_average", 0.7, False, False),
)  # fmt: skip
CAMPUSES = frame(
    "site line central low high chosen",
    ("fairwater_wi", "campus_land_m2", 1.3e6, 1.2e6, 1.4e6, True), ("fairwater_wi", COST, 2.0, 1.5, 2.5, True),
    ("saline_mi", "campus_land_m2", 1e6, np.nan, np.nan, False), ("saline_mi", COST, 2.0, 1.5, 2.5, False),
)  # fmt: skip
KINDS = frame("side kind", ("ground", "published"), ("orbit", "judgement"), ("orbit", "judgement"))
RIVALS = frame("ratio used", (1.0, True), (2.0, False)).assign(subject="falcon_9", quantity="propellant_mass_kg")
WEIGHTS = frame(
    "side kind donor weight_frac", ("ground", "published", False, 0.75), ("ground", "judgement", False, 0.25),
    ("orbit", "vendor", True, 1.0),
).assign(line=COST, **PAIR)
PER_KW = frame(
    "concept what m2_per_kw low high published_m2_per_kw donor_or_judgement chosen",
    ("spacex_ai1", "orbital_array", 4.6, 4.0, 5.0, np.nan, True, True),
    ("spacex_ai1", "orbital_radiator", 1.5, 0.9, 1.9, 0.73, False, True),
)  # fmt: skip
HEAT = frame(
    "part way w temperature_k w_per_m2 area_m2", ("chips", "in", 9e3, 358.0, 750.0, 12.0), ("bus", "in", 0.0, np.nan, 0.0, 12.0),
    ("earth_infrared", "in", 3e3, 255.0, 250.0, 12.0), ("face_1", "out", 6e3, 315.0, 500.0, 12.0),
    ("face_2", "out", 6e3, 315.0, 500.0, 12.0),
)  # fmt: skip
AREA_POINTS = frame(
    "what item temperature_k low_k high_k m2_per_kw chip_k faces sink_k is_stated",
    ("curve", "this_orbit", 280.0, np.nan, np.nan, 2.0, 315.0, np.nan, 215.0, False),
    ("curve", "this_orbit", 360.0, np.nan, np.nan, 0.7, 410.0, np.nan, 215.0, False),
    ("published", "ai1", 357.0, 345.0, 367.0, 0.73, 408.0, 2.0, 215.0, False),
    ("ours", "ours", 315.0, np.nan, np.nan, 1.3, 358.0, 2.0, 215.0, False),
)  # fmt: skip
TURN = frame(
    "panel mass kg_per_m2 minute temperature_k is_lit eclipse_min", ("radiator", "light", 2.0, 0.0, 316.0, True, 20.0),
    ("radiator", "light", 2.0, 50.0, 307.0, False, 20.0), ("array_and_radiator", "heavy", 10.0, 0.0, 342.0, True, 20.0),
    ("array_and_radiator", "heavy", 10.0, 50.0, 275.0, False, 20.0),
)  # fmt: skip
SEASONS = frame(
    "plane altitude_km year_day eclipse_min spare_deg",
    *(("own", h, d, m, s)
      for h, m, s in ((300.0, 20.0, -8.0), (700.0, 12.0, -3.0), (2000.0, 0.0, 7.0)) for d in (0.0, 180.0, 365.0)),
    *(("inclined", 700.0, d, 35.0, -60.0) for d in (0.0, 180.0, 365.0)),
).assign(own_altitude_km=700.0, eclipse_free_altitude_km=1391.6, local_time_h=18.5, inclination_deg=30.0)  # fmt: skip
AIR = frame(
    "altitude_km activity natural_decay_years propellant_kg_per_t disposal_kg_per_t",
    *((h, a, y, 9.0, 4.0) for h, y in ((300.0, 0.02), (700.0, 11.0)) for a in ("minimum", "own", "maximum")),
).assign(solar_radio_flux_sfu=128.0, highest_self_cleaning_altitude_km=640.0, disposal_rule_years=5.0, own_altitude_km=700.0,
         service_years=5.0)  # fmt: skip
PLACES = frame(
    "phase_frac satellite row column along_m radial_m",
    *((p, n, 0, n - 1, 200.0 * (n - 1), 0.0) for p in (0.0, 0.25) for n in (0, 1, 2)),
).assign(cluster_radius_m=200.0, ellipse_axis_ratio=2.0)  # fmt: skip
DISTANCES = frame(
    "phase_frac pair least_m greatest_m", *((p, pair, 100.0, 200.0) for pair in ("one_side", "any") for p in (0.0, 1.0)),
).assign(published_least_m=100.0, published_greatest_m=200.0)  # fmt: skip
BUDGET = pd.DataFrame({"bar": "spacex_ai1/flown_parts", "part": ["accelerators_mass", "radiator"], "value": [11.0, 20.0],
                       "unit": "kg/kW", "total_low": 29.0, "total_high": 50.0, "donor_or_judgement": [False, True]})  # fmt: skip
BESIDE = frame(
    "name counts low central high own", ("tether_design", "computing power", 2.0, 5.0, 5.0, False),
    ("spacex_ai1/flown_bus", "peak IT power", 55.0, 60.0, 85.0, True),
)  # fmt: skip
GOALS = [f"{goal}_{column}" for goal in ("cost", "mass") for column in ("value", "best", "ratio", "now_ratio", "moves")]
NEEDED = frame(
    " ".join(["term unit now", *GOALS]),
    ("radiator_temperature_k", "K", 315.0, np.nan, 700.0, 7.6, 12.0, True, np.nan, 700.0, 2.6, 4.2, True),
    ("launch_price_usd_per_kg", "USD/kg", 5800.0, 20.0, 20.0, 1.0, 12.0, True, np.nan, 0.0, 4.2, 4.2, False),
)  # fmt: skip
DOSES = frame(
    "panel role source aluminium_mm low central high",
    *(("own", "model", "total", mm, 0.8 * d, d, 1.2 * d) for mm, d in ((1.0, 5e4), (20.0, 900.0))),
    ("own", "published", "google", 10.0, np.nan, 750.0, np.nan), ("own", "limit", "onset", np.nan, 1e3, 2e3, 4e3),
).assign(altitude_km=700.0, inclination_deg=98.2, years=5.0)  # fmt: skip
LIVES = frame(
    "role altitude_km aluminium_mm years low high", ("line", 300.0, 2.0, 2.0, np.nan, np.nan),
    ("line", 2000.0, 2.0, 0.02, np.nan, np.nan), ("own_line", 300.0, 10.0, 66.0, 33.0, 132.0),
    ("own_line", 2000.0, 10.0, 0.15, 0.08, 0.3), ("own", 700.0, 10.0, 7.0, 3.5, 14.0),
).assign(verdict_years=5.0)  # fmt: skip
TRACK = frame(
    "layer latitude_deg longitude_deg rad_per_year inside",
    *(("rate", y, x, 9e3 if (x, y) == (0, 0) else 50.0, (x, y) == (0, 0)) for y in (-90, 0, 90) for x in (-180, 0, 180)),
    ("track", -60.0, -170.0, 50.0, False), ("track", 0.0, 179.0, 50.0, False), ("track", 1.0, 5.0, 9e3, True),
).assign(altitude_km=700.0, inclination_deg=98.2, revolutions_a_day=14.6, dose_share_frac=0.9, time_share_frac=0.04)  # fmt: skip
COAST = frame("ring longitude_deg latitude_deg", (1, 0.0, 0.0), (1, 30.0, 0.0), (1, 30.0, 30.0), (1, 0.0, 0.0))
LOST = frame(
    "side way recovery accelerators_count productive_frac",
    *((side, "through", r, n, f) for side in ("ground", "orbit") for r in ("low", "high") for n, f in ((100, 0.9), (1e5, 0.2))),
).assign(checkpoint_s=30.0, restart_s=300.0, study_count=16384.0)  # fmt: skip
DRAWS = pd.DataFrame({"side": ["ground"] * 4 + ["orbit"] * 4, "line": COST, "value": [1.0, 2, 3, 4, 5, 6, 7, 8]})
PRICES = pd.DataFrame({
    "year": [2010, 2026, 2035], "vehicle": ["falcon_9", "falcon_9", "starship"], "kind": ["list", "internal", "aspirational"],
    "low": [np.nan, 604.0, 100.0], "central": [7970.0, 721.0, 200.0], "high": [np.nan, 865.0, 300.0],
})  # fmt: skip
CURVES = pd.DataFrame(
    [(curve, what, mass, price, 0.8 * price, 1.2 * price)
     for curve in ("falcon_list", "rideshare", "internal", "first_flights", "google", "floor")
     for what, mass, price in (("point", 10.0, 5e3), ("fit", 10.0, 5e3), ("fit", 1e5, 1e3))],
    columns=["curve", "what", "mass_t", "price", "low", "high"],
)  # fmt: skip
WORK = frame(
    "name hours_per_t robots_count own campaign_years",
    ("iss", 2.4, np.nan, False, 5.0), ("docked_modules/judged", 0.7, 4.4, True, 5.0),
    ("one_structure/seen", 340.0, 2300.0, True, 5.0),
)  # fmt: skip
AGES = frame(
    "panel name age_years share_frac",
    ("survivors", "chance_alone", 0.0, 1.0), ("survivors", "chance_alone", 15.0, 0.3),
    ("repair", "swapped_on_the_ground", 0.0, 0.99), ("repair", "swapped_on_the_ground", 15.0, 0.99),
)  # fmt: skip
SHELLS = frame(
    "shell_low_km shell_high_km satellites_count starlink_count debris_count manoeuvres derelicts_count",
    (450, 500, 7200.0, 6700.0, 300.0, 325.0, 7.0), (500, 550, 2100.0, 1600.0, 270.0, 103.0, 17.0),
    (550, 600, 1300.0, 900.0, 460.0, 74.0, 40.0),
).assign(own_altitude_km=575.0, reference_altitude_km=540.0, reference_manoeuvres=33.0)  # fmt: skip
LOADS = frame(
    "name binds launches launches_by_mass launches_by_volume years_at_record flown",
    ("Falcon 9", "mass", 101.0, 100.0, 60.0, 0.6, True), ("Nova", "too_large", np.nan, 900.0, 700.0, np.nan, False),
    ("Starship", "volume", 11.0, 8.0, 10.0, np.nan, False),
).assign(concept="spacex_ai1", case="demonstrated", it_power_average_mw=100.0)  # fmt: skip
CLAIMS = frame(
    "claim part launches", ("white_paper", "whole", 1.0), ("counted", "arrays", 4.0), ("counted", "radiators", 13.0),
)  # fmt: skip
OF_ROOMS = (WATER, LATENCY, network_examples.EXAMPLES, air_examples.EXAMPLES, land_examples.EXAMPLES, community_examples.EXAMPLES,
            solar_examples.EXAMPLES, time_examples.EXAMPLES)  # fmt: skip
SUPPLY_MEASURES = ("cost", "capex", "land", "water", "carbon", "nox", "carbon_average", "carbon_marginal")
SUPPLIES = pd.DataFrame([(s, m, 1.0 + i, 0.8 + i, 1.3 + i, s == "grid") for i, s in enumerate(scenario.SUPPLIES)
                         for m in SUPPLY_MEASURES],
                        columns=["supply", "measure", "central", "low", "high", "own"])  # fmt: skip
BY_SITE = pd.DataFrame([(s, s == "fairwater_wi", m, 1.0, 0.8, 1.3, "solar_storage")
                        for s in ("fairwater_wi", "abilene_tx") for m in ("cost", "land_per_mw", "water_per_mwh", "carbon")],
                       columns=["site", "chosen", "measure", "central", "low", "high", "supply"])  # fmt: skip
EXAMPLES = {name: tables for room in OF_ROOMS for name, tables in room.items()} | {
    "power_supplies": (SUPPLIES,), "supply_by_site": (BY_SITE,),
    "the_race": (RACE,), "cadence_and_ramp": (CADENCE,), "goal_beside_limits": (GOAL,),
    "launches_by_vehicle": (LOADS,), "launches_of_a_claim": (CLAIMS,),
    "one_line_by_pair": (pd.concat([LINES.assign(case=case, **PAIR) for case in scenario.CASES]),),
    "ledger_ratios": (pd.concat([RATIOS.assign(**PAIR), RATIOS.assign(**OTHER)]),),
    "facts_by_kind": (KINDS,), "where_sources_disagree": (RIVALS,), "weight_by_kind": (WEIGHTS,),
    "campuses_by_line": (CAMPUSES,), "power_per_acre": (POWERS,),
    "satellite_mass_parts": (parts(("spacex_ai1/promised", "bus", -1.0), ("spacex_ai1/promised", "radiator", 4.0)),),
    "array_and_radiator_area": (PER_KW,), "map_to_one_scale": (AREAS, OUTLINE), "cost_parts": (COST_PARTS,),
    "carbon_parts": (parts(("ground", "energy", 5.0), ("orbit", "reentry", 1.0)),), "spread_of_cost": (DRAWS,),
    "mass_budget": (BUDGET,), "specific_mass_beside_published": (BESIDE,), "closing_the_gap": (NEEDED,),
    "assembly_work": (WORK,), "capacity_over_life": (AGES,), "orbit_by_altitude": (SHELLS,),
    "what_moves_the_ratio": (SWINGS,), "heat_budget": (HEAT,), "radiator_area_by_temperature": (AREA_POINTS,),
    "one_orbit_of_temperature": (TURN,),
    "sunlit_by_altitude_and_season": (SEASONS,), "decay_and_propellant_by_altitude": (AIR,),
    "cluster_motion": (PLACES,), "neighbour_distances": (DISTANCES,),
    "dose_by_shielding": (DOSES,), "life_by_altitude": (LIVES,), "anomaly_ground_track": (TRACK, COAST),
    "training_lost": (LOST,), "launch_price_by_year": (PRICES,), "launch_price_of_vehicles": (PRICES,),
    "experience_curves": (CURVES,),
}  # fmt: skip
