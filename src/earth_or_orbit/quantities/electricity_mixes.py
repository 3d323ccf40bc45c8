"""Intensity of a mix of power plants, each technology with its share of the energy."""

from earth_or_orbit.constants import Array


def mixed_kgco2e_per_mwh(
    solar_share_frac: Array,
    solar_kgco2e_per_mwh: Array,
    wind_share_frac: Array,
    wind_kgco2e_per_mwh: Array,
    hydro_share_frac: Array,
    hydro_kgco2e_per_mwh: Array,
    nuclear_share_frac: Array,
    nuclear_kgco2e_per_mwh: Array,
    gas_share_frac: Array,
    gas_kgco2e_per_mwh: Array,
    coal_share_frac: Array,
    coal_kgco2e_per_mwh: Array,
    grid_share_frac: Array,
    grid_kgco2e_per_mwh: Array,
    oil_share_frac: Array,
    oil_kgco2e_per_mwh: Array,
    battery_share_frac: Array,
    battery_kgco2e_per_mwh: Array,
) -> Array:
    """Greenhouse gas of a mix, each technology by its share of the energy. [kgCO2e/MWh]

    g = Σ share × intensity; shares should add up to 1.
    Source: definition.
    Check: mixed_kgco2e_per_mwh(0.5, 40, 0, 0, 0, 0, 0, 0, 0.5, 486, 0, 0, 0, 0, 0, 0, 0, 0) = 263 (0.01%)
    """
    return (
        solar_share_frac * solar_kgco2e_per_mwh
        + wind_share_frac * wind_kgco2e_per_mwh
        + hydro_share_frac * hydro_kgco2e_per_mwh
        + nuclear_share_frac * nuclear_kgco2e_per_mwh
        + gas_share_frac * gas_kgco2e_per_mwh
        + coal_share_frac * coal_kgco2e_per_mwh
        + grid_share_frac * grid_kgco2e_per_mwh
        + oil_share_frac * oil_kgco2e_per_mwh
        + battery_share_frac * battery_kgco2e_per_mwh
    )


def two_supplies_kgco2e_per_mwh(main_kgco2e_per_mwh: Array, other_share_frac: Array, other_kgco2e_per_mwh: Array) -> Array:
    """Greenhouse gas of two supplies, of which the other gives a share. [kgCO2e/MWh]

    g = (1 − share) × main + share × other.
    Source: definition.
    Check: two_supplies_kgco2e_per_mwh(400, 0.25, 0) = 300 (0%)
    """
    return (1 - other_share_frac) * main_kgco2e_per_mwh + other_share_frac * other_kgco2e_per_mwh
