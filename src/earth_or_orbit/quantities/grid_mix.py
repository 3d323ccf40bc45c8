"""What a grid's mix of plants means for land, water and life-cycle carbon. Ground and ground stations read the same."""

import numpy as np

from earth_or_orbit.constants import Array

ROUNDING_FRAC = 0.005  # structure: shares are printed to a tenth of a per cent, so their sum may pass one by this


def grid_generated_mwh_per_year(electricity_from_grid_mwh_per_year: Array, grid_loss_frac: Array) -> Array:
    """Electricity generated at grid plants for what is bought in a year, losses included. [MWh/year]

    grid_generated_mwh_per_year = electricity_from_grid_mwh_per_year / (1 − grid_loss_frac)
    Loss below 1.
    Source: [epa-pp] grid gross loss.
    Check: grid_generated_mwh_per_year(958, 0.042) = 1000 (0.01%)
    """
    return electricity_from_grid_mwh_per_year / (1 - grid_loss_frac)


def grid_other_frac(
    grid_coal_frac: Array,
    grid_gas_frac: Array,
    grid_nuclear_frac: Array,
    grid_hydro_frac: Array,
    grid_wind_frac: Array,
    grid_solar_frac: Array,
) -> Array:
    """Share of generation that is none of the six plants named (oil, biomass, geothermal, unknown). [frac]

    grid_other_frac = 1 − (coal + gas + nuclear + hydro + wind + solar shares)
    It is counted with gas below; in the two default regions it is under 3 %.
    Shares that sum to more than one are refused: a scalar raises ValueError, a draw becomes nan.
    Source: shares sum to one.
    Check: grid_other_frac(0.25, 0.378, 0.284, 0.01, 0.055, 0.008) = 0.015 (0.01%)
    """
    named = grid_coal_frac + grid_gas_frac + grid_nuclear_frac + grid_hydro_frac + grid_wind_frac + grid_solar_frac
    over = np.asarray(named) > 1 + ROUNDING_FRAC
    if over.ndim == 0 and over:
        raise ValueError(f"the grid's shares sum to {float(named):.4g}; they must not exceed 1")
    return np.where(over, np.nan, 1 - named)[()]


def grid_life_cycle_land_m2_per_mw(
    grid_coal_frac: Array,
    coal_life_cycle_land_m2_per_mw: Array,
    grid_gas_frac: Array,
    grid_other_frac: Array,
    gas_life_cycle_land_m2_per_mw: Array,
    grid_nuclear_frac: Array,
    nuclear_life_cycle_land_m2_per_mw: Array,
    grid_hydro_frac: Array,
    hydro_life_cycle_land_m2_per_mw: Array,
    grid_wind_frac: Array,
    wind_life_cycle_land_m2_per_mw: Array,
    grid_solar_frac: Array,
    solar_life_cycle_land_m2_per_mw: Array,
) -> Array:
    """Land occupied per average MW that the grid's mix generates: mines, wells, reservoirs and plants. [m2/MW]

    grid_life_cycle_land_m2_per_mw = Σ share · land per average MW; plants of no named kind count as gas
    Source: [owid-unece] life-cycle land by technology; shares from eGRID.
    Check: grid_life_cycle_land_m2_per_mw(0.5, 100, 0.5, 0, 10, 0, 1, 0, 1, 0, 1, 0, 1) = 55 (0.01%)
    """
    return (
        grid_coal_frac * coal_life_cycle_land_m2_per_mw
        + (grid_gas_frac + grid_other_frac) * gas_life_cycle_land_m2_per_mw
        + grid_nuclear_frac * nuclear_life_cycle_land_m2_per_mw
        + grid_hydro_frac * hydro_life_cycle_land_m2_per_mw
        + grid_wind_frac * wind_life_cycle_land_m2_per_mw
        + grid_solar_frac * solar_life_cycle_land_m2_per_mw
    )


def grid_water_l_per_kwh(
    grid_coal_frac: Array,
    coal_water_l_per_kwh: Array,
    grid_gas_frac: Array,
    grid_other_frac: Array,
    gas_water_l_per_kwh: Array,
    grid_nuclear_frac: Array,
    nuclear_water_l_per_kwh: Array,
    grid_hydro_frac: Array,
    hydro_water_l_per_kwh: Array,
    grid_wind_frac: Array,
    wind_water_l_per_kwh: Array,
    grid_solar_frac: Array,
    solar_water_l_per_kwh: Array,
) -> Array:
    """Water consumed at power plants per kWh that the grid's mix generates. [L/kWh]

    grid_water_l_per_kwh = Σ share · water per kWh; plants of no named kind count as gas
    Hydropower's figure is reservoir evaporation, which other uses of the reservoir share.
    Source: [lucas-int] operational consumption medians; shares from eGRID.
    Check: grid_water_l_per_kwh(0.5, 2, 0.5, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1) = 1.5 (0.01%)
    """
    return (
        grid_coal_frac * coal_water_l_per_kwh
        + (grid_gas_frac + grid_other_frac) * gas_water_l_per_kwh
        + grid_nuclear_frac * nuclear_water_l_per_kwh
        + grid_hydro_frac * hydro_water_l_per_kwh
        + grid_wind_frac * wind_water_l_per_kwh
        + grid_solar_frac * solar_water_l_per_kwh
    )


def grid_life_cycle_kgco2e_per_mwh(
    grid_coal_frac: Array,
    coal_life_cycle_kgco2e_per_mwh: Array,
    grid_gas_frac: Array,
    grid_other_frac: Array,
    gas_life_cycle_kgco2e_per_mwh: Array,
    grid_nuclear_frac: Array,
    nuclear_life_cycle_kgco2e_per_mwh: Array,
    grid_hydro_frac: Array,
    hydro_life_cycle_kgco2e_per_mwh: Array,
    grid_wind_frac: Array,
    wind_life_cycle_kgco2e_per_mwh: Array,
    grid_solar_frac: Array,
    solar_life_cycle_kgco2e_per_mwh: Array,
) -> Array:
    """Life-cycle carbon per MWh that the grid's mix generates: fuel chain and plants included. [kgCO2e/MWh]

    grid_life_cycle_kgco2e_per_mwh = Σ share · life-cycle carbon per MWh; plants of no named kind count as gas
    Source: [owid-unece] life-cycle carbon by technology; shares from eGRID.
    Check: grid_life_cycle_kgco2e_per_mwh(0.5, 900, 0.5, 0, 400, 0, 1, 0, 1, 0, 1, 0, 1) = 650 (0.01%)
    """
    return (
        grid_coal_frac * coal_life_cycle_kgco2e_per_mwh
        + (grid_gas_frac + grid_other_frac) * gas_life_cycle_kgco2e_per_mwh
        + grid_nuclear_frac * nuclear_life_cycle_kgco2e_per_mwh
        + grid_hydro_frac * hydro_life_cycle_kgco2e_per_mwh
        + grid_wind_frac * wind_life_cycle_kgco2e_per_mwh
        + grid_solar_frac * solar_life_cycle_kgco2e_per_mwh
    )
