"""Water that computing evaporates: from energy and intensity, on the site and at the power plants.

One litre per kWh is one cubic metre per MWh, so that energy in MWh times intensity in L/kWh is m3 without a factor.
"""

from earth_or_orbit.constants import HOURS_PER_CALENDAR_YEAR, L_PER_M3, WATER_DENSITY_KG_PER_L, Array


def water_volume_m3(energy_mwh: Array, water_intensity_l_per_kwh: Array) -> Array:
    """Water for an amount of energy at one intensity. [m3]

    V = E × w.
    Source: [lbnl-2024] page 57.
    Check: water_volume_m3(176e6, 4.52) = 795.5e6 (0.01%)
    """
    return energy_mwh * water_intensity_l_per_kwh


def implied_water_intensity_l_per_kwh(water_volume_m3: Array, energy_mwh: Array) -> Array:
    """Intensity that a reported volume and energy imply. [L/kWh]

    w = V / E.
    Source: [lbnl-2024].
    Check: implied_water_intensity_l_per_kwh(66e6, 176e6) = 0.375 (0%)
    """
    return water_volume_m3 / energy_mwh


def cooling_water_m3(
    supplied_power_mw: Array,
    supplied_years: Array,
    water_intensity_l_per_kwh: Array,
    capacity_factor_frac: Array,
    powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR,
) -> Array:
    """Water that a campus uses over some years. [m3]

    V = power × capacity factor × hours a year × years × w.
    Source: [hausfather-code]; [S090] table 1.
    Check: cooling_water_m3(1000, 10, 0.5, 0.95) = 41.61e6 (0.01%)
    """
    energy_mwh = supplied_power_mw * capacity_factor_frac * powered_hours_per_year * supplied_years
    return energy_mwh * water_intensity_l_per_kwh


def cooling_water_mass_kg(
    supplied_power_mw: Array,
    supplied_years: Array,
    water_intensity_l_per_kwh: Array,
    capacity_factor_frac: Array,
    powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR,
) -> Array:
    """The same water by weight, as some studies print it. [kg]

    m = V × 1 kg/L.
    Source: [hausfather-code]; [S090] table 1.
    Check: cooling_water_mass_kg(40, 10, 0.5, 1) = 1.752e9 (0.01%)
    """
    volume_m3 = cooling_water_m3(
        supplied_power_mw, supplied_years, water_intensity_l_per_kwh, capacity_factor_frac, powered_hours_per_year
    )
    return volume_m3 * L_PER_M3 * WATER_DENSITY_KG_PER_L


def onsite_water_m3(it_energy_mwh: Array, water_usage_effectiveness_l_per_kwh: Array) -> Array:
    """Water evaporated on the site for an amount of IT energy. [m3]

    V = E_IT × WUE.
    Source: [arxiv-2304-03271].
    Check: onsite_water_m3(1287, 0.55) = 707.85 (0.01%)
    """
    return it_energy_mwh * water_usage_effectiveness_l_per_kwh


def offsite_water_m3(
    it_energy_mwh: Array, power_usage_effectiveness_ratio: Array, generation_water_intensity_l_per_kwh: Array
) -> Array:
    """Water consumed at the power plants for an amount of IT energy. [m3]

    V = E_IT × PUE × EWIF.
    Source: [arxiv-2304-03271].
    Check: offsite_water_m3(1287, 1.17, 3.142) = 4731 (0.1%)
    """
    return it_energy_mwh * power_usage_effectiveness_ratio * generation_water_intensity_l_per_kwh


def onsite_and_offsite_water_m3(
    it_energy_mwh: Array,
    water_usage_effectiveness_l_per_kwh: Array,
    power_usage_effectiveness_ratio: Array,
    generation_water_intensity_l_per_kwh: Array,
) -> Array:
    """Water on the site and at the power plants for an amount of IT energy. [m3]

    V = E_IT × (WUE + PUE × EWIF).
    Source: [arxiv-2304-03271].
    Check: onsite_and_offsite_water_m3(1287, 0.55, 1.17, 3.142) = 5439 (0.1%)
    """
    offsite = offsite_water_m3(it_energy_mwh, power_usage_effectiveness_ratio, generation_water_intensity_l_per_kwh)
    return onsite_water_m3(it_energy_mwh, water_usage_effectiveness_l_per_kwh) + offsite
