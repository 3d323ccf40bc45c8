"""Greenhouse gas over the horizon: one sum for both sides, with each side's own parts."""

from hamilton.function_modifiers import config

from earth_or_orbit.constants import KW_PER_MW, Array


def embodied_it_kgco2e(accelerators_bought_count: Array, accelerator_embodied_kgco2e: Array) -> Array:
    """Carbon of making every accelerator bought over the horizon, with its share of server. [kgCO2e]

    embodied_it_kgco2e = accelerators_bought_count · accelerator_embodied_kgco2e
    Source: cradle-to-gate product carbon footprint of the reference accelerator.
    Check: embodied_it_kgco2e(385, 500) = 192500 (0.01%)
    """
    return accelerators_bought_count * accelerator_embodied_kgco2e


@config.when(electricity_carbon_basis="location_average")
def grid_carbon_kgco2e_per_mwh__location_average(grid_kgco2e_per_mwh: Array) -> Array:
    """Carbon charged per MWh that grid plants generate: the region's average stack. [kgCO2e/MWh]

    grid_carbon_kgco2e_per_mwh = grid_kgco2e_per_mwh
    Leaves out mines, wells and leaks; `life_cycle` counts them.
    Source: [epa-pp] location-based average, the books' default.
    Check: grid_carbon_kgco2e_per_mwh__location_average(415.5) = 415.5 (0.01%)
    """
    return grid_kgco2e_per_mwh


@config.when(electricity_carbon_basis="life_cycle")
def grid_carbon_kgco2e_per_mwh__life_cycle(grid_life_cycle_kgco2e_per_mwh: Array) -> Array:
    """Carbon charged per MWh that grid plants generate: the mix over its life cycle. [kgCO2e/MWh]

    grid_carbon_kgco2e_per_mwh = grid_life_cycle_kgco2e_per_mwh
    Source: [owid-unece] life-cycle carbon by technology.
    Check: grid_carbon_kgco2e_per_mwh__life_cycle(430) = 430 (0.01%)
    """
    return grid_life_cycle_kgco2e_per_mwh


@config.when(electricity_carbon_basis="market_based")
def grid_carbon_kgco2e_per_mwh__market_based(
    grid_kgco2e_per_mwh: Array, contracted_clean_frac: Array, solar_life_cycle_kgco2e_per_mwh: Array
) -> Array:
    """Carbon charged per MWh that grid plants generate: contracts for clean power counted as the owner counts them. [kgCO2e/MWh]

    grid_carbon_kgco2e_per_mwh = (1 − contracted_clean_frac) · grid_kgco2e_per_mwh + contracted_clean_frac · solar life cycle
    Contracted power is charged as solar over its life cycle. It flows elsewhere and at other hours.
    Source: the operator's announcement; GHG Protocol Scope 2 in form.
    Check: grid_carbon_kgco2e_per_mwh__market_based(400, 0.5, 50) = 225 (0.01%)
    """
    return (1 - contracted_clean_frac) * grid_kgco2e_per_mwh + contracted_clean_frac * solar_life_cycle_kgco2e_per_mwh


@config.when(electricity_carbon_basis="marginal")
def grid_carbon_kgco2e_per_mwh__marginal(grid_kgco2e_per_mwh: Array, grid_marginal_to_average_ratio: Array) -> Array:
    """Carbon charged per MWh that grid plants generate: plants that follow the load. [kgCO2e/MWh]

    grid_carbon_kgco2e_per_mwh = grid_kgco2e_per_mwh · grid_marginal_to_average_ratio
    A proxy: non-baseload over average of 2019, since newer non-baseload rates were not found.
    Source: [epa-hub21] non-baseload and total rates.
    Check: grid_carbon_kgco2e_per_mwh__marginal(400, 1.7) = 680 (0.01%)
    """
    return grid_kgco2e_per_mwh * grid_marginal_to_average_ratio


@config.when_in(side=["ground"], electricity_carbon_basis=["location_average", "market_based", "marginal"])
def onsite_carbon_kgco2e_per_mwh__stack(gas_plant_kgco2e_per_mwh: Array) -> Array:
    """Carbon charged per MWh of the campus's own gas plant: the stack. [kgCO2e/MWh]

    onsite_carbon_kgco2e_per_mwh = gas_plant_kgco2e_per_mwh
    Source: heat rate of the plant with the carbon of natural gas, as the fact says.
    Check: onsite_carbon_kgco2e_per_mwh__stack(328.5) = 328.5 (0.01%)
    """
    return gas_plant_kgco2e_per_mwh


@config.when(side="ground", electricity_carbon_basis="life_cycle")
def onsite_carbon_kgco2e_per_mwh__life_cycle(gas_life_cycle_kgco2e_per_mwh: Array, gas_burnt_ratio: Array) -> Array:
    """Carbon charged per MWh of the campus's own gas plant: over its life cycle. [kgCO2e/MWh]

    onsite_carbon_kgco2e_per_mwh = gas_life_cycle_kgco2e_per_mwh · gas_burnt_ratio
    The study's plant is a combined cycle; one that burns more gas emits and leaks more in proportion.
    Source: [owid-unece] life-cycle carbon of gas.
    Check: onsite_carbon_kgco2e_per_mwh__life_cycle(439, 1) = 439 (0.01%)
    """
    return gas_life_cycle_kgco2e_per_mwh * gas_burnt_ratio


@config.when(side="ground")
def energy_kgco2e__ground(
    grid_generated_mwh_per_year: Array,
    grid_carbon_kgco2e_per_mwh: Array,
    gas_generated_mwh_per_year: Array,
    onsite_carbon_kgco2e_per_mwh: Array,
    solar_storage_kgco2e_per_year: Array,
    nuclear_kgco2e_per_year: Array,
    horizon_years: Array,
) -> Array:
    """Carbon of the electricity over the horizon. [kgCO2e]

    energy_kgco2e = (grid MWh · grid carbon + gas MWh · onsite_carbon_kgco2e_per_mwh + solar's + nuclear's) · horizon_years
    Today's grid for the whole horizon: it will change, and nobody knows by how much.
    Source: sum over supplies.
    Check: energy_kgco2e__ground(1000, 400, 100, 330, 7, 3, 10) = 4330100 (0.01%)
    """
    yearly_kgco2e = (
        grid_generated_mwh_per_year * grid_carbon_kgco2e_per_mwh
        + gas_generated_mwh_per_year * onsite_carbon_kgco2e_per_mwh
        + solar_storage_kgco2e_per_year
        + nuclear_kgco2e_per_year
    )
    return yearly_kgco2e * horizon_years


@config.when(side="orbit")
def energy_kgco2e__orbit(
    grid_generated_mwh_per_year: Array, grid_carbon_kgco2e_per_mwh: Array, horizon_years: Array
) -> Array:
    """Carbon of the ground segment's electricity over the horizon. [kgCO2e]

    energy_kgco2e = grid MWh · grid_carbon_kgco2e_per_mwh · horizon_years
    Sunlight in orbit emits nothing; the array's making is in embodied_plant_kgco2e.
    Source: sum over supplies.
    Check: energy_kgco2e__orbit(1000, 400, 10) = 4000000 (0.01%)
    """
    return grid_generated_mwh_per_year * grid_carbon_kgco2e_per_mwh * horizon_years


@config.when(side="ground")
def embodied_plant_kgco2e__ground(
    it_power_peak_mw: Array, facility_embodied_kgco2e_per_kw: Array, plant_sets_ratio: Array
) -> Array:
    """Carbon of building the campus over the horizon. [kgCO2e]

    embodied_plant_kgco2e = it_power_peak_mw · 1000 · facility_embodied_kgco2e_per_kw · plant_sets_ratio
    Charged whole to the horizon although the building outlives it.
    Source: the fact chosen by the scenario.
    Check: embodied_plant_kgco2e__ground(100, 500, 1) = 50000000 (0.01%)
    """
    return it_power_peak_mw * KW_PER_MW * facility_embodied_kgco2e_per_kw * plant_sets_ratio


@config.when(side="orbit")
def embodied_plant_kgco2e__orbit(
    mass_to_orbit_kg: Array, satellite_plant_share_frac: Array, satellite_embodied_kgco2e_per_kg: Array
) -> Array:
    """Carbon of building every satellite launched over the horizon, without its accelerators. [kgCO2e]

    embodied_plant_kgco2e = mass_to_orbit_kg · satellite_plant_share_frac · satellite_embodied_kgco2e_per_kg
    Source: the fact chosen by the scenario.
    Check: embodied_plant_kgco2e__orbit(3000, 0.8, 50) = 120000 (0.01%)
    """
    return mass_to_orbit_kg * satellite_plant_share_frac * satellite_embodied_kgco2e_per_kg


def total_kgco2e(
    embodied_it_kgco2e: Array,
    embodied_plant_kgco2e: Array,
    energy_kgco2e: Array,
    launch_kgco2e: Array,
    reentry_kgco2e: Array,
) -> Array:
    """Greenhouse gas over the horizon, GWP100. [kgCO2e]

    total_kgco2e = embodied_it_kgco2e + embodied_plant_kgco2e + energy_kgco2e + launch_kgco2e + reentry_kgco2e
    Source: sum of the ledger's lines.
    Check: total_kgco2e(1, 2, 3, 4, 5) = 15 (0.01%)
    """
    return embodied_it_kgco2e + embodied_plant_kgco2e + energy_kgco2e + launch_kgco2e + reentry_kgco2e


def carbon_intensity_kgco2e_per_mwh(
    total_kgco2e: Array, delivered_it_mwh_per_year: Array, horizon_years: Array
) -> Array:
    """Greenhouse gas per delivered MWh of IT energy. [kgCO2e/MWh]

    carbon_intensity_kgco2e_per_mwh = total_kgco2e / (delivered_it_mwh_per_year · horizon_years)
    kg per MWh and g per kWh are the same number.
    Source: division.
    Check: carbon_intensity_kgco2e_per_mwh(1000, 10, 10) = 10 (0.01%)
    """
    return total_kgco2e / (delivered_it_mwh_per_year * horizon_years)
