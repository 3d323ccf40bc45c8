"""Money: one set of books for both sides, in constant dollars of the study's year.

Refresh, disposal and residual value are present values, so that `present_cost_usd` is the plain sum of lines shown.
"""

import numpy as np
from hamilton.function_modifiers import config

from earth_or_orbit.constants import Array
from earth_or_orbit.quantities.refresh_rule import refresh_ratio, residual_ratio, retirement_ratio


def annuity_years(horizon_years: Array, discount_rate_frac: Array) -> Array:
    """Present value of one dollar a year over the horizon, paid at mid-year. [years]

    annuity_years = (1 − (1 + r)^−H) / r · (1 + r)^½
    The limit at r = 0 is H. Fractional horizons are handled by the same formula.
    Source: annuity with the mid-year convention.
    Check: annuity_years(15, 0.07) = 9.4213 (0.01%)
    """
    rate = np.asarray(discount_rate_frac, dtype=float)
    flat = np.abs(rate) < 1e-9  # structure: below this the formula loses its digits and the limit is exact to nine
    safe = np.where(flat, 1.0, rate)
    return np.where(flat, horizon_years, (1 - (1 + safe) ** -horizon_years) / safe * (1 + safe) ** 0.5)[()]


def accelerator_refresh_ratio(
    horizon_years: Array, accelerator_service_years: Array, discount_rate_frac: Array
) -> Array:
    """Present value of later sets of accelerators, per dollar of the first set. [ratio]

    accelerator_refresh_ratio = Σₖ min(1, H/L − k) · (1 + r)^(−k·L), k = 1, 2, … < H/L
    The last set is charged by the share of its life that falls in the horizon.
    Source: the books' refresh rule, the same on both sides.
    Check: accelerator_refresh_ratio(15, 6, 0.0) = 1.5 (0.01%)
    """
    return refresh_ratio(horizon_years, accelerator_service_years, discount_rate_frac)


def plant_refresh_ratio(horizon_years: Array, plant_service_years: Array, discount_rate_frac: Array) -> Array:
    """Present value of later sets of plant (building, or satellite), per dollar of the first set. [ratio]

    plant_refresh_ratio = Σₖ min(1, H/L − k) · (1 + r)^(−k·L), k = 1, 2, … < H/L
    Source: the books' refresh rule, the same on both sides.
    Check: plant_refresh_ratio(15, 5, 0.0) = 2 (0.01%)
    """
    return refresh_ratio(horizon_years, plant_service_years, discount_rate_frac)


def plant_retirement_ratio(horizon_years: Array, plant_service_years: Array, discount_rate_frac: Array) -> Array:
    """Present value of taking down each set of plant at its end, per dollar of taking down one. [ratio]

    plant_retirement_ratio = Σₖ share · (1 + r)^(−min((k+1)·L, H)), k = 0, 1, … < H/L; whatever stands goes at the horizon's end
    Source: the books' refresh rule, the same on both sides.
    Check: plant_retirement_ratio(15, 5, 0.0) = 3 (0.01%)
    """
    return retirement_ratio(horizon_years, plant_service_years, discount_rate_frac)


@config.when(side="ground")
def opex_usd_per_year__ground(
    electricity_from_grid_mwh_per_year: Array,
    electricity_price_usd_per_mwh: Array,
    own_energy_usd_per_year: Array,
    site_water_consumption_m3_per_year: Array,
    water_price_usd_per_m3: Array,
    staff_usd_per_year: Array,
    capex_plant_usd: Array,
    plant_maintenance_frac_per_year: Array,
) -> Array:
    """Running cost of the campus in a year: energy, water, staff and maintenance. [USD/year]

    opex_usd_per_year = grid energy + own_energy_usd_per_year + water + staff_usd_per_year + maintenance
    Taxes and abatements are not counted yet, on either side.
    Source: the facts chosen by the scenario.
    Check: opex_usd_per_year__ground(1000, 80, 2500, 50, 2, 1000, 10000, 0.02) = 83800 (0.01%)
    """
    energy = electricity_from_grid_mwh_per_year * electricity_price_usd_per_mwh + own_energy_usd_per_year
    water = site_water_consumption_m3_per_year * water_price_usd_per_m3
    return energy + water + staff_usd_per_year + capex_plant_usd * plant_maintenance_frac_per_year


@config.when(side="orbit")
def opex_usd_per_year__orbit(
    electricity_from_grid_mwh_per_year: Array,
    launch_electricity_mwh_per_year: Array,
    electricity_price_usd_per_mwh: Array,
    ground_stations_count: Array,
    ground_station_cost_usd_per_year: Array,
    staff_usd_per_year: Array,
) -> Array:
    """Running cost of the fleet in a year: ground stations, their energy and staff. [USD/year]

    opex_usd_per_year = (grid MWh − launch MWh) · price + stations · cost + staff_usd_per_year
    Electricity that makes propellant is inside the price of a launch.
    Source: the facts chosen by the scenario.
    Check: opex_usd_per_year__orbit(1000, 400, 80, 2, 100000, 1000) = 249000 (0.01%)
    """
    station_energy_mwh = electricity_from_grid_mwh_per_year - launch_electricity_mwh_per_year
    stations = ground_stations_count * ground_station_cost_usd_per_year
    return station_energy_mwh * electricity_price_usd_per_mwh + stations + staff_usd_per_year


def staff_usd_per_year(operations_jobs_count: Array, job_cost_usd_per_year: Array) -> Array:
    """Pay of the people who run the fleet. [USD/year]

    staff_usd_per_year = operations_jobs_count · job_cost_usd_per_year
    The same cost of a job on both sides.
    Source: the facts chosen by the scenario.
    Check: staff_usd_per_year(500, 150000) = 75000000 (0.01%)
    """
    return operations_jobs_count * job_cost_usd_per_year


def accelerator_refresh_usd(
    capex_accelerators_usd: Array,
    accelerator_refresh_ratio: Array,
    accelerators_replaced_frac_per_year: Array,
    annuity_years: Array,
) -> Array:
    """Present value of later sets of accelerators and of replaced failures. [USD]

    accelerator_refresh_usd = capex_accelerators_usd · (accelerator_refresh_ratio + replaced share a year · annuity_years)
    Source: the books' refresh rule, the same on both sides.
    Check: accelerator_refresh_usd(1000, 1.5, 0.09, 10) = 2400 (0.01%)
    """
    return capex_accelerators_usd * (accelerator_refresh_ratio + accelerators_replaced_frac_per_year * annuity_years)


def plant_bought_again_ratio(plant_refresh_ratio: Array, plant_loss_frac_per_year: Array, annuity_years: Array) -> Array:
    """Present value of later sets of plant and of what replaces the lost, per dollar of the first set. [ratio]

    plant_bought_again_ratio = plant_refresh_ratio + plant_loss_frac_per_year · annuity_years
    Source: the books' refresh rule, the same on both sides.
    Check: plant_bought_again_ratio(2, 0.01, 10) = 2.1 (0.01%)
    """
    return plant_refresh_ratio + plant_loss_frac_per_year * annuity_years


@config.when(side="ground")
def plant_refresh_usd__ground(
    capex_plant_usd: Array,
    grid_connection_capex_usd: Array,
    plant_bought_again_ratio: Array,
    own_plants_refresh_usd: Array,
) -> Array:
    """Present value of later sets of building, grid connection and own power plants. [USD]

    plant_refresh_usd = (capex_plant_usd + grid_connection_capex_usd) · plant_bought_again_ratio + own_plants_refresh_usd
    The connection lives as long as the building; power plants have lives of their own. Today's prices for ever.
    Source: the books' refresh rule, the same on both sides.
    Check: plant_refresh_usd__ground(100, 50, 2, 60) = 360 (0.01%)
    """
    return (capex_plant_usd + grid_connection_capex_usd) * plant_bought_again_ratio + own_plants_refresh_usd


@config.when(side="orbit")
def plant_refresh_usd__orbit(
    capex_plant_usd: Array, capex_power_usd: Array, capex_launch_usd: Array, plant_bought_again_ratio: Array
) -> Array:
    """Present value of later sets of plant and of what replaces the lost, with their launches. [USD]

    plant_refresh_usd = (capex_plant_usd + capex_power_usd + capex_launch_usd) · plant_bought_again_ratio
    Today's prices for ever, on both sides: learning is a later room.
    Source: the books' refresh rule, the same on both sides.
    Check: plant_refresh_usd__orbit(100, 50, 50, 2) = 400 (0.01%)
    """
    return (capex_plant_usd + capex_power_usd + capex_launch_usd) * plant_bought_again_ratio


def refresh_usd(accelerator_refresh_usd: Array, plant_refresh_usd: Array) -> Array:
    """Present value of everything bought again over the horizon. [USD]

    refresh_usd = accelerator_refresh_usd + plant_refresh_usd
    Source: sum of parts.
    Check: refresh_usd(2400, 400) = 2800 (0.01%)
    """
    return accelerator_refresh_usd + plant_refresh_usd


@config.when(side="ground")
def disposal_usd__ground(
    capex_plant_usd: Array,
    facility_disposal_frac: Array,
    plant_retirement_ratio: Array,
    solar_storage_disposal_usd: Array,
    nuclear_disposal_usd: Array,
) -> Array:
    """Present value of taking the facility and its own power plants down. [USD]

    disposal_usd = capex_plant_usd · facility_disposal_frac · plant_retirement_ratio + own plants'
    Charged at the horizon's end although the building could serve on. A gas plant's scrap is taken to pay for its removal.
    Source: the facts chosen by the scenario.
    Check: disposal_usd__ground(1000, 0.05, 0.5, 2, 3) = 30 (0.01%)
    """
    building = capex_plant_usd * facility_disposal_frac * plant_retirement_ratio
    return building + solar_storage_disposal_usd + nuclear_disposal_usd


@config.when(side="orbit")
def disposal_usd__orbit(
    fleet_mass_kg: Array, satellite_disposal_price_usd_per_kg: Array, plant_retirement_ratio: Array
) -> Array:
    """Present value of taking satellites down. [USD]

    disposal_usd = fleet_mass_kg · satellite_disposal_price_usd_per_kg · plant_retirement_ratio
    Source: the facts chosen by the scenario.
    Check: disposal_usd__orbit(1000, 50, 2) = 100000 (0.01%)
    """
    return fleet_mass_kg * satellite_disposal_price_usd_per_kg * plant_retirement_ratio


@config.when(side="ground")
def residual_value_usd__ground(
    capex_land_usd: Array,
    capex_plant_usd: Array,
    grid_connection_capex_usd: Array,
    own_plants_residual_usd: Array,
    horizon_years: Array,
    plant_service_years: Array,
    discount_rate_frac: Array,
) -> Array:
    """Present value of land, building, connection and own power plants that outlive the horizon. [USD]

    residual_value_usd = land · (1 + r)^−H + (plant + connection) · residual_ratio + own_plants_residual_usd
    Land keeps its price; building, connection and power plants lose theirs in a straight line over their own lives.
    Source: the books: residual value is credited at the end, on its own line.
    Check: residual_value_usd__ground(100, 900, 100, 50, 15, 30, 0.0) = 650 (0.01%)
    """
    left = residual_ratio(horizon_years, plant_service_years, discount_rate_frac)
    land = capex_land_usd * (1 + discount_rate_frac) ** -horizon_years
    return land + (capex_plant_usd + grid_connection_capex_usd) * left + own_plants_residual_usd


def present_cost_usd(
    capex_accelerators_usd: Array,
    capex_plant_usd: Array,
    capex_power_usd: Array,
    capex_land_usd: Array,
    capex_launch_usd: Array,
    opex_usd_per_year: Array,
    annuity_years: Array,
    refresh_usd: Array,
    disposal_usd: Array,
    residual_value_usd: Array,
) -> Array:
    """Present value of everything paid over the horizon. [USD]

    present_cost_usd = Σ capex + opex_usd_per_year · annuity_years + refresh_usd + disposal_usd − residual_value_usd
    Source: sum of the ledger's lines.
    Check: present_cost_usd(1, 2, 3, 4, 5, 10, 2, 6, 7, 8) = 40 (0.01%)
    """
    capex = capex_accelerators_usd + capex_plant_usd + capex_power_usd + capex_land_usd + capex_launch_usd
    return capex + opex_usd_per_year * annuity_years + refresh_usd + disposal_usd - residual_value_usd


def present_cost_without_accelerators_usd(
    present_cost_usd: Array, capex_accelerators_usd: Array, accelerator_refresh_usd: Array
) -> Array:
    """Present value of everything paid over the horizon but accelerators. [USD]

    present_cost_without_accelerators_usd = present_cost_usd − capex_accelerators_usd − accelerator_refresh_usd
    Source: difference of the ledger's lines.
    Check: present_cost_without_accelerators_usd(100, 30, 20) = 50 (0.01%)
    """
    return present_cost_usd - capex_accelerators_usd - accelerator_refresh_usd


def cost_per_accelerator_hour_usd(
    present_cost_usd: Array, delivered_accelerator_hours_per_year: Array, annuity_years: Array
) -> Array:
    """Levelised cost of one delivered accelerator-hour. [USD/h]

    cost_per_accelerator_hour_usd = present_cost_usd / (delivered_accelerator_hours_per_year · annuity_years)
    Hours are discounted as dollars are.
    Source: definition of a levelised cost.
    Check: cost_per_accelerator_hour_usd(200, 10, 10) = 2 (0.01%)
    """
    return present_cost_usd / (delivered_accelerator_hours_per_year * annuity_years)


def cost_per_it_mwh_usd(present_cost_usd: Array, delivered_it_mwh_per_year: Array, annuity_years: Array) -> Array:
    """Levelised cost of one delivered MWh of IT energy. [USD/MWh]

    cost_per_it_mwh_usd = present_cost_usd / (delivered_it_mwh_per_year · annuity_years)
    Energy is discounted as dollars are.
    Source: definition of a levelised cost.
    Check: cost_per_it_mwh_usd(200, 10, 10) = 2 (0.01%)
    """
    return present_cost_usd / (delivered_it_mwh_per_year * annuity_years)
