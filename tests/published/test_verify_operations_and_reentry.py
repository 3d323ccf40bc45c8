"""Manoeuvres, upkeep, assembly and re-entry: rows as other people print them."""

import pytest
from made_rows import answered, records, unmet

from earth_or_orbit.published import verify

# topic, inputs, label, value, unit, tolerance. Values from closed forms, worked out apart from the model.
HEARD = [
    ("operations", {"maneuvers_2024": 100000, "maneuvers_2025": 300000}, "growth factor of manoeuvres", 3, "x", "1%"),
    ("operations", {"maneuvers_2023": 50000, "maneuvers_2025": 300000},
     "annual growth rate of avoidance manoeuvres", 144.949, "%", "1%"),
    ("operations", {"manoeuvres_2024": 100000, "manoeuvres_2025": 144404}, "increase in manoeuvres", 44.404, "%", "1%"),
    ("operations", {"maneuvers": 300000, "satellites": 7500}, "manoeuvres per satellite", 40, "-", "1%"),
    ("operations", {"maneuvers_2025": 300000, "active_satellites": 9000},
     "manoeuvres per satellite per year", 33.33333, "1/y", "1%"),
    ("operations", {"maneuvers": 144404, "months": 6}, "manoeuvres per day", 790.7132, "1/day", "1%"),
    ("operations", {"maneuvers_2025": 300000}, "manoeuvres per day", 821.3552, "per day", "1%"),
    ("operations", {"maneuvers_per_year": 300000}, "collision avoidance manoeuvres a day", 821.3552, "1/d", "1%"),
    ("operations", {"avoidance_maneuvers": 50000, "per_satellite": 12.5}, "active satellites", 4000, "satellites", "1%"),
    ("operations", {"n_sats": 10000, "maneuvers_per_sat": 40}, "manoeuvres in the constellation", 400000, "maneuvers", "1%"),
    ("operations", {"sats": 10000, "maneuvers_per_sat_per_year": 40}, "fleet manoeuvres per year", 400000, "1/y", "1%"),
    ("operations", {"maneuvers_per_year": 300000, "satellites": 7500},
     "days between manoeuvres of a satellite", 9.13125, "days", "1%"),
    ("operations", {"maneuvers_before": 25299, "maneuvers_after": 144404}, "growth", 5.707894, "x", "1%"),
    ("operations", {"modules": 2000, "minutes_per_module": 90}, "total docking time", 3000, "h", "1%"),
    ("operations", {"modules": 500, "docking_min": 45, "robots": 5}, "assembly time", 75, "h", "1%"),
    ("operations", {"n_modules": 1000, "h_per_module": 2, "robots": 4}, "assembly duration", 20.83333, "days", "1%"),
    ("operations", {"modules": 2000, "min_per_docking": 90, "available_days": 25}, "robots needed", 5, "robots", "1%"),
    ("operations", {"satellites": 1000000, "life_y": 5}, "replacement satellites per year", 200000, "satellites/yr", "1%"),
    ("operations", {"n_satellites": 40000, "lifetime_years": 5}, "satellites replaced per day", 21.90281, "1/day", "1%"),
    ("operations", {"fleet_size": 7000, "design_life_yr": 5}, "satellites to be replaced each year", 1400, "1/y", "1%"),
    ("operations", {"fleet_mass_t": 14285, "life_y": 5}, "annual replacement mass", 2857, "t/y", "1%"),
    ("operations", {"satellites": 1000000, "sat_mass_t": 1, "life_y": 5, "payload_t": 100},
     "launches per year for upkeep", 2000, "1/y", "1%"),
    ("operations", {"satellites": 10000, "satellite_mass_kg": 1250, "lifetime_y": 5},
     "mass replaced per year", 2500, "t/yr", "1%"),
    ("operations", {"sats": 30000, "life_years": 5, "sats_per_launch": 60},
     "upkeep launches per year", 100, "launches/yr", "1%"),
    ("operations", {"operations": 406000, "power_GW": 1, "years": 1}, "operations per MW-year", 406, "1/MW/y", "1%"),
    ("operations", {"ops_per_MW_year": 400, "MW": 100}, "operations per year", 40000, "1/y", "1%"),
    ("operations", {"satellites": 7500, "satellites_per_operator": 50}, "operators", 150, "people", "1%"),
    ("operations", {"satellites": 7500, "staff": 150}, "satellites per person", 50, "-", "1%"),
    ("operations", {"satellites": 1000, "propellant_kg_per_sat_per_year": 4.5}, "propellant per year", 4.5, "t/y", "1%"),
    ("operations", {"replen_t_per_MW_y": 6.6, "MW": 1000}, "annual replenishment mass", 6600, "t/y", "1%"),
    ("operations", {"annual_mass_t": 660, "deployed_t": 6125}, "annual mass replenishment", 10.776, "%/y", "1%"),
    ("operations", {"power_GW": 1, "sat_power_kW": 120}, "satellites needed", 8334, "satellites", "0.1%"),
    ("operations", {"power_MW": 100, "kW_per_sat": 100}, "number of satellites", 1000, "satellites", "1%"),
    ("operations", {"satellites": 81, "satellite_power_kW": 28}, "cluster power", 2.268, "MW", "1%"),
    ("operations", {"satellites": 1000, "spare_fraction": 0.05}, "spares", 50, "satellites", "1%"),
    ("operations", {"satellites": 1000, "spare_pct": 5}, "satellites including spares", 1050, "satellites", "1%"),
    ("operations", {"alerts_per_day": 1000, "maneuver_fraction": 0.1}, "manoeuvres per day", 100, "1/day", "1%"),
    ("operations", {"failures_per_year": 250, "repairs_per_visit": 10}, "servicing visits per year", 25, "1/y", "1%"),
    ("operations", {"satellites_2024": 6000, "satellites_2025": 9000}, "fleet growth", 50, "%", "1%"),
    ("operations", {"satellites_2020": 1000, "satellites_2025": 9000}, "compound annual growth", 55.18456, "%/y", "1%"),
    ("reentry", {"sat_mass_kg": 800}, "alumina per satellite", 96, "kg", "1%"),
    ("reentry", {"satellite_kg": 1250}, "aluminium oxide produced", 150, "kg", "1%"),
    ("reentry", {"mass_kg": 250, "alumina_fraction": 0.12}, "Al2O3 mass", 30, "kg", "1%"),
    ("reentry", {"satellites": 40000, "sat_mass_kg": 250, "life_y": 5}, "alumina per year", 240, "t/y", "1%"),
    ("reentry", {"satellites_per_year": 8000, "satellite_mass_kg": 1250}, "alumina released per year", 1200, "t/yr", "1%"),
    ("reentry", {"annual_mass_t": 3022}, "alumina per year", 362.6, "t/y", "1%"),
    ("reentry", {"reusable": True}, "re-entry NOx per kg", 0.175, "kg/kg", "1%"),
    ("reentry", {"destructive": False}, "NOx emission index", 175, "g/kg", "1%"),
    ("reentry", {"ablating": True}, "NOx per kg re-entering", 0.4, "kg/kg", "1%"),
    ("reentry", {"mass_t": 5.7, "destructive": True}, "NOx produced", 2.28, "t", "1%"),
    ("reentry", {"satellites": 1000000, "life_y": 5}, "re-entries per day", 547.6, "1/day", "1%"),
    ("reentry", {"n_sats": 40000, "lifetime_years": 5}, "reentries per day", 21.90281, "re-entries/day", "1%"),
    ("reentry", {"fleet": 42000, "lifetime_yr": 5}, "satellites deorbited per year", 8400, "satellites/yr", "1%"),
    ("reentry", {"satellites": 1000000, "sat_mass_kg": 1000, "life_y": 5}, "mass re-entering per year", 200, "kt/y", "1%"),
    ("reentry", {"reentering_kt_per_year": 80, "meteoritic_kt_per_year": 12.3},
     "ratio to the natural meteoritic flux", 6.504065, "x", "1%"),
    ("reentry", {"satellites_t_per_yr": 2000, "natural_t_per_yr": 12300}, "relative to meteoroids", 16.26016, "%", "1%"),
    ("reentry", {"sat_mass_kg": 800, "ablated_fraction": 0.9}, "ablated mass", 720, "kg", "1%"),
    ("reentry", {"sat_mass_kg": 800, "ablation_pct": 90}, "mass surviving to the ground", 80, "kg", "1%"),
    ("reentry", {"surviving_kg": 150, "stage_mass_kg": 5000}, "surviving fraction", 3, "%", "1%"),
    ("reentry", {"casualty_area_m2": 8, "population_density_per_km2": 14}, "casualty expectation", 0.000112, "-", "1%"),
    ("reentry", {"casualty_risk": 0.0001, "reentries": 8000}, "expected casualties", 0.8, "-", "1%"),
    ("reentry", {"risk_per_reentry": 0.0001, "reentries_per_year": 8000}, "expected casualties per year", 0.8, "1/y", "1%"),
    ("reentry", {"one_in": 10000, "satellites": 40000}, "expected number of casualties", 4, "-", "1%"),
    ("reentry", {"sat_mass_kg": 260, "al_fraction": 0.3}, "aluminium released", 78, "kg", "1%"),
    ("reentry", {"aluminium_kg": 78}, "alumina formed by complete oxidation", 147.3753, "kg", "1%"),
    ("reentry", {"aluminum_kg": 75, "sat_mass_kg": 250}, "aluminium mass fraction", 0.3, "-", "1%"),
    ("reentry", {"alumina_kg": 30, "satellite_mass_kg": 250}, "alumina yield", 0.12, "kg/kg", "1%"),
    ("reentry", {"mass_kg": 250, "nox_kg_per_kg": 0.4}, "NOx per satellite", 100, "kg", "1%"),
    ("reentry", {"satellites": 40000, "disposal_success": 0.95}, "satellites not deorbited", 2000, "satellites", "1%"),
    ("reentry", {"alt_km": 550, "perigee_km": 50}, "deorbit burn", 143.3, "m/s", "1%"),
    ("reentry", {"satellites": 30000, "life_years": 5}, "satellites re-entering per day", 16.4271, "per day", "1%"),
    ("reentry", {"mass_per_year_t": 912, "natural_t_per_year": 141}, "ratio to natural", 6.468085, "x", "1%"),
    ("operations", {"period": "Dec 2024-May 2025", "maneuvers": 144404, "months": 6, "satellites": 6800},
     "manoeuvres per satellite per year", 42.47176, "1/y", "1%"),
    ("operations", {"collision_avoidance_maneuvers": 144404, "satellites": 6764},
     "average manoeuvres per satellite", 21.34891, "-", "1%"),
    ("operations", {"maneuvers_h1": 50000, "maneuvers_h2": 144404}, "increase factor", 2.888, "x", "1%"),
    ("operations", {"maneuvers_prev": 50000, "maneuvers_now": 144404}, "ratio", 2.888, "x", "1%"),
    ("operations", {"maneuvers_per_sat": 40, "satellites": 10000}, "annual manoeuvres of the fleet", 400000, "1/y", "1%"),
    ("operations", {"annual_maneuvers": 300000, "per_sat_per_year": 40}, "number of satellites", 7500, "sats", "1%"),
    ("operations", {"days": 182.5, "maneuvers": 144404}, "manoeuvres per day", 791.2548, "1/d", "1%"),
    ("operations", {"panels": 600, "minutes_per_panel": 30}, "installation time", 300, "h", "1%"),
    ("operations", {"modules": 100, "assembly_h_each": 6, "robots": 3}, "assembly time", 200, "h", "1%"),
    ("operations", {"units": 5000, "minutes_each": 20, "hours_available": 500}, "robots required", 4, "robots", "1%"),
    ("operations", {"constellation": 100000, "satellite_lifetime_y": 5}, "annual replacements", 20000, "1/y", "1%"),
    ("operations", {"n_sats": 1000000.0, "life": 5}, "satellites to replace daily", 547.6, "1/day", "1%"),
    ("operations", {"sats_million": 1, "life_y": 5}, "satellites replaced per year", 200000, "1/y", "1%"),
    ("operations", {"satellites_in_orbit": 42000, "life_y": 5, "sats_per_launch": 50},
     "replenishment launches per year", 168, "1/y", "1%"),
    ("operations", {"replenishment_t_per_MW_yr": 6.6, "power_MW": 1000, "payload_t": 100},
     "resupply launches per year", 66, "1/y", "1%"),
    ("operations", {"replen_t_per_MW_y": 5.3, "deployed_t_per_MW": 61.25},
     "fraction of mass replaced annually", 8.653061, "%", "1%"),
    ("operations", {"ops_per_MW_yr": 406, "GW": 1}, "robotic operations per day", 1111.567, "1/day", "1%"),
    ("operations", {"staff": 100, "power_MW": 1000}, "staff per MW", 0.1, "1/MW", "1%"),
    ("operations", {"satellites": 10000, "kg_per_sat_per_year": 4.5, "life_y": 5},
     "propellant over life of fleet", 225, "t", "1%"),
    ("operations", {"xenon_kg_per_year": 4.5, "life_y": 5}, "propellant load", 22.5, "kg", "1%"),
    ("operations", {"power_MW": 1, "sat_power_kW": 28}, "satellites needed", 36, "satellites", "0.1%"),
    ("operations", {"conjunctions_per_day": 5000, "maneuver_fraction": 0.01}, "manoeuvres per year", 18262.5, "1/y", "1%"),
    ("operations", {"launches_2023": 98, "launches_2025": 165}, "annual growth", 29.75644, "%/yr", "1%"),
    ("operations", {"satellites_2023": 5000, "satellites_2025": 9000}, "doubling time", 2.358499, "years", "1%"),
    ("operations", {"spares": 50, "satellites": 1000}, "spare fraction", 5, "%", "1%"),
    ("reentry", {"sat_kg": 575}, "Al2O3 per re-entering satellite", 69, "kg", "1%"),
    ("reentry", {"satellite_mass_kg": 2000}, "alumina", 240, "kg", "1%"),
    ("reentry", {"n_sats": 1000000.0, "sat_t": 1, "lifetime_y": 5}, "alumina per year", 24, "kt/y", "1%"),
    ("reentry", {"reentering_t_per_year": 3000}, "annual alumina", 360, "t/yr", "1%"),
    ("reentry", {"reusable": False}, "NOx per kg", 0.4, "-", "1%"),
    ("reentry", {"object": "reusable stage"}, "re-entry NOx emission index", 0.175, "kg/kg", "1%"),
    ("reentry", {"type": "destructive"}, "re-entry NOx emission index", 400, "g/kg", "1%"),
    ("reentry", {"destructive": True, "mass_kg": 260}, "NOx formed", 104, "kg", "1%"),
    ("reentry", {"satellites": 1000000.0, "mass_kg": 1000, "life_y": 5, "natural_kt_per_y": 15},
     "ratio to meteoritic influx", 13.33333, "x", "1%"),
    ("reentry", {"satellites": 1000000.0, "lifetime_years": 5}, "re-entries per hour", 22.81542, "1/h", "1%"),
    ("reentry", {"constellation_size": 12000, "life_yr": 5}, "satellites burned per day", 6.570842, "1/day", "1%"),
    ("reentry", {"satellites": 40000, "life_y": 5}, "time between re-entries", 1.09575, "h", "1%"),
    ("reentry", {"reentries_per_year": 8000, "mass_kg": 250}, "re-entering mass per year", 2000, "t/y", "1%"),
    ("reentry", {"anthropogenic_t_y": 912, "natural_t_y": 141}, "ratio of aluminium to natural", 6.468085, "-", "1%"),
    ("reentry", {"stage_t": 5.7, "ablated_pct": 65}, "mass ablated", 3.705, "t", "1%"),
    ("reentry", {"mass_kg": 1000, "surviving_pct": 30}, "mass reaching the ground", 300, "kg", "1%"),
    ("reentry", {"mass_kg": 250, "aluminum_fraction": 0.32, "ablation_fraction": 0.9},
     "alumina produced", 136.0387, "kg", "1%"),
    ("reentry", {"dca_m2": 8, "people_per_km2": 15}, "expected casualties per re-entry", 0.00012, "-", "1%"),
    ("reentry", {"casualty_expectation": 0.0001, "n_reentries": 10000},
     "probability of at least one casualty", 0.632139, "-", "1%"),
    ("reentry", {"one_in": 10000, "n_sats": 42000, "life_y": 5}, "expected casualties per year", 0.84, "1/y", "1%"),
    ("reentry", {"pmd_success": 0.99, "satellites": 1000000.0}, "derelict satellites", 10000, "satellites", "1%"),
    ("reentry", {"mass_kg": 1000, "speed_km_s": 7.8}, "kinetic energy at entry", 30.42, "GJ", "1%"),
    ("reentry", {"altitude_km": 550, "final_altitude_km": 300}, "delta-v to spiral down", 140.7, "m/s", "1%"),
    ("operations", {"maneuvers_2025": 300000, "satellites": 9000}, "maneuvers per satellite", 33.33333, "-", "1%"),
    ("operations", {"maneuvers_per_sat_y": 40, "sats": 9500}, "maneuvers per year", 380000, "1/y", "1%"),
    ("operations", {"maneuvers_per_day": 821, "satellites": 7500}, "manoeuvres per satellite per year", 39.9827, "1/y", "1%"),
    ("operations", {"maneuvers_2024H2": 50000, "maneuvers_2025H1": 144404}, "growth factor", 2.888, "x", "1%"),
    ("operations", {"dockings": 2000, "minutes_per_docking": 90, "hours_per_day": 20}, "days needed", 150, "days", "1%"),
    ("operations", {"modules": 1000, "minutes_per_module": 60, "robots": 2, "hours_per_day": 12},
     "assembly days", 41.66667, "days", "1%"),
    ("operations", {"sats": 40000, "life_y": 5, "mass_kg": 1250}, "replacement mass per year", 10000, "t/y", "1%"),
    ("operations", {"fleet_t": 61250, "replacement_t_per_y": 6600}, "annual replenishment share", 0.1077551, "1/y", "1%"),
    ("operations", {"n_operators": 20, "sats": 7000}, "satellites per operator", 350, "satellites", "1%"),
    ("operations", {"failures_per_sat_per_year": 0.02, "satellites": 10000}, "failures per day", 0.5475702, "1/day", "1%"),
    ("operations", {"satellites": 10000, "failure_rate_per_y": 0.02, "life_y": 5},
     "satellites still working at end of life", 9048.374, "satellites", "1%"),
    ("reentry", {"sat_kg": 250, "sats": 42000}, "total alumina", 1260, "t", "1%"),
    ("reentry", {"satellites": 42000, "sat_kg": 250, "lifetime_y": 5}, "alumina", 252, "t/y", "1%"),
    ("reentry", {"satellite_mass_t": 1.25}, "alumina nanoparticles", 150, "kg", "1%"),
    ("reentry", {"destructive": False}, "re-entry NOx per kg re-entering", 0.175, "kg/kg", "1%"),
    ("reentry", {"ablative": True}, "NOx", 0.4, "kg/kg", "1%"),
    ("reentry", {"reusable": True, "mass_t": 100}, "re-entry NOx of a ship", 17.5, "t", "1%"),
    ("reentry", {"satellites": 100000, "life_y": 5}, "re-entries a day", 54.76, "1/day", "1%"),
    ("reentry", {"sats": 1000000.0, "years": 5}, "reentries per day", 547.6, "1/d", "1%"),
    ("reentry", {"reentering_t_y": 80000, "meteoritic_t_y": 15000}, "ratio to meteoroids", 5.333333, "x", "1%"),
    ("reentry", {"reentering_mass_t_per_year": 3000, "natural_t_per_day": 40},
     "ratio to natural influx", 0.2053388, "x", "1%"),
    ("reentry", {"reentries_per_year": 8000, "casualty_risk": 0.0001}, "casualties per year", 0.8, "1/y", "1%"),
    ("reentry", {"upper_stage_t": 4.5, "launches_per_year": 165}, "stage mass re-entering per year", 742.5, "t/y", "1%"),
]  # fmt: skip
# What the inputs alone would answer with something else, or do not state at all.
NOT_COVERED = [
    ("operations", {"maneuvers": 300000}, "manoeuvres per day", "1/day"),
    ("operations", {"maneuvers_2025": 300000}, "implied active satellites", "satellites"),
    ("operations", {"maneuvers_2024": 100000, "maneuvers_2025": 300000}, "manoeuvres per satellite", "-"),
    ("operations", {"satellites": 1000, "life_y": 5}, "failed satellites per year", "1/y"),
    ("operations", {"modules": 2000, "minutes_per_module": 90}, "robots needed", "robots"),
    ("operations", {"satellites": 7500, "staff": 150}, "annual cost", "USD/y"),
    ("operations", {"crew": 5, "satellites": 100}, "satellites per crew", "-"),
    ("reentry", {"sat_mass_kg": 250}, "black carbon", "kg"),
    ("reentry", {"sat_mass_kg": 250}, "mass", "kg"),
    ("reentry", {"destructive": 1.5}, "re-entry NOx per kg", "kg/kg"),
    ("reentry", {"destructive": True}, "alumina per kg", "kg/kg"),
    ("reentry", {"destructive": "maybe"}, "re-entry NOx per kg", "kg/kg"),
    ("reentry", {"satellites": 1000, "life_y": 5}, "expected casualties", "1/y"),
    ("reentry", {"casualty_risk": 0.0001, "satellites": 40000}, "figure", "-"),
    ("reentry", {"sat_mass_kg": 800, "ablated_fraction": 0.9}, "alumina mass fraction", "-"),
    ("reentry", {"sat_mass_kg": 800, "ablated_fraction": 0.9}, "NOx", "kg"),
    ("reentry", {"satellites": True}, "re-entries per day", "1/day"),
    ("reentry", {"sat_mass_kg": True}, "alumina", "kg"),
    ("operations", {"satellites": 1000, "life_y": 5}, "manoeuvres per year", "1/y"),
    ("operations", {"maneuvers": 300000, "satellites": 7500}, "probability of collision", "-"),
    ("operations", {"maneuvers_2025": 300000}, "conjunctions per day", "1/day"),
    ("operations", {"modules": 2000, "minutes_per_module": 90}, "crew time cost", "USD"),
    ("operations", {"satellites": 7500, "satellites_per_operator": 50}, "satellites lost", "satellites"),
    ("operations", {"satellites": 1000, "spare_fraction": 0.05}, "failed satellites", "satellites"),
    ("reentry", {"sat_kg": 250}, "aluminium mass", "kg"),
    ("reentry", {"sat_kg": 250}, "soot", "kg"),
    ("reentry", {"sat_kg": 250}, "ozone loss", "kg"),
    ("reentry", {"sat_kg": 250}, "CO2", "kg"),
    ("reentry", {"destructive": True}, "NOx GWP", "kgCO2e/kg"),
    ("reentry", {"satellites": 1000000.0, "life_y": 5}, "launches per day", "1/day"),
    ("reentry", {"satellites": 1000000.0, "life_y": 5}, "collisions per day", "1/day"),
    ("reentry", {"satellites": 1000000.0, "sat_mass_kg": 1000, "life_y": 5}, "black carbon per year", "t/y"),
    ("reentry", {"satellites": 1000000.0, "sat_mass_kg": 1000, "life_y": 5}, "propellant per year", "t/y"),
    ("reentry", {"reentering_t_per_year": 3000}, "ozone loss", "t/y"),
    ("reentry", {"reentering_kt_per_year": 80, "meteoritic_kt_per_year": 12.3}, "ozone depletion", "%"),
    ("reentry", {"sat_mass_kg": 800, "ablated_fraction": 0.9}, "casualty area", "m2"),
    ("reentry", {"alt_km": 550, "perigee_km": 50}, "time to decay", "days"),
    ("reentry", {"alt_km": 550, "perigee_km": 50}, "velocity at perigee", "m/s"),
]  # fmt: skip


def test_natural_rows_are_met(tmp_path):
    assert not unmet(records(tmp_path, HEARD))


def test_another_question_is_not_answered(tmp_path):
    rows = [(topic, inputs, label, 1, unit, "1%") for topic, inputs, label, unit in NOT_COVERED]
    assert not answered(records(tmp_path, rows))


def test_a_wrong_value_misses(tmp_path):
    wrong = [(*row[:3], row[3] * 1.5, *row[4:]) for row in HEARD]
    assert {row["status"] for row in records(tmp_path, wrong)} == {"missed"}


def test_the_shipped_rows_are_met():
    shipped = [row for row in verify() if row["topic"] in ("operations", "reentry")]
    assert len(shipped) == 3 and not unmet(shipped)


@pytest.mark.parametrize(
    ("name", "raw", "yield_kg_per_kg"),
    [("destructive", True, 0.4), ("destructive", False, 0.175), ("reusable", True, 0.175), ("reusable", False, 0.4),
     ("object", "reusable", 0.175), ("destructive", 1, None), ("destructive", "perhaps", None), ("sat_kg", True, None)],
)  # fmt: skip
def test_a_yes_or_no_is_no_number(tmp_path, name, raw, yield_kg_per_kg):
    (row,) = records(tmp_path, [("reentry", {name: raw}, "re-entry NOx per kg", 0.4, "kg/kg", "0%")])
    assert row["computed"] == yield_kg_per_kg


@pytest.mark.parametrize(
    ("inputs", "per_day"),
    [({"maneuvers_2025": 300000}, 300000 / 365.25), ({"maneuvers_2025H1": 150000}, 300000 / 365.25),
     ({"maneuvers": 150000, "months": 6}, 300000 / 365.25), ({"maneuvers": 150000}, None)],
)  # fmt: skip
def test_a_year_in_a_name_says_what_time_a_count_covers(tmp_path, inputs, per_day):
    (row,) = records(tmp_path, [("operations", inputs, "manoeuvres per day", 821.4, "1/day", "1%")])
    assert row["computed"] == (per_day if per_day is None else pytest.approx(per_day))


def test_a_fact_fills_what_a_study_leaves_out(tmp_path):
    rows = [("reentry", {"sat_kg": 250, **given}, "alumina", kg, "kg", "0.1%")
            for given, kg in (({}, 30), ({"alumina_fraction": 0.1}, 25))]  # fmt: skip
    assert not unmet(records(tmp_path, rows))
