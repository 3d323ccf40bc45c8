"""Water withdrawn at the power plants of a grid's mix, consumed or not. Ground and ground stations read the same."""

from earth_or_orbit.constants import Array


def grid_water_withdrawal_l_per_kwh(
    grid_coal_frac: Array,
    coal_water_withdrawal_l_per_kwh: Array,
    grid_gas_frac: Array,
    grid_other_frac: Array,
    gas_water_withdrawal_l_per_kwh: Array,
    grid_nuclear_frac: Array,
    nuclear_water_withdrawal_l_per_kwh: Array,
    grid_hydro_frac: Array,
    hydro_water_withdrawal_l_per_kwh: Array,
    grid_wind_frac: Array,
    wind_water_withdrawal_l_per_kwh: Array,
    grid_solar_frac: Array,
    solar_water_withdrawal_l_per_kwh: Array,
) -> Array:
    """Water withdrawn at power plants per kWh that the grid's mix generates. [L/kWh]

    grid_water_withdrawal_l_per_kwh = Σ share · withdrawal per kWh; plants of no named kind count as gas
    Most of what is withdrawn returns, warmer; what does not is consumption and is counted in it too.
    Source: [reeds-water] withdrawal by technology and cooling; shares from eGRID.
    Check: grid_water_withdrawal_l_per_kwh(0.5, 4, 0.5, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1) = 2.5 (0.01%)
    """
    return (
        grid_coal_frac * coal_water_withdrawal_l_per_kwh
        + (grid_gas_frac + grid_other_frac) * gas_water_withdrawal_l_per_kwh
        + grid_nuclear_frac * nuclear_water_withdrawal_l_per_kwh
        + grid_hydro_frac * hydro_water_withdrawal_l_per_kwh
        + grid_wind_frac * wind_water_withdrawal_l_per_kwh
        + grid_solar_frac * solar_water_withdrawal_l_per_kwh
    )
