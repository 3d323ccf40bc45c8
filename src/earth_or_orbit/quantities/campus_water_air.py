"""Water and air of a campus on the ground."""

from hamilton.function_modifiers import config

from earth_or_orbit.constants import DAYS_PER_YEAR, HOURS_PER_YEAR, KWH_PER_MWH, L_PER_M3, Array


@config.when(water_basis="published")
def water_usage_effectiveness_l_per_kwh__published(
    campus_site_water_m3_per_year: Array, campus_it_power_average_mw: Array
) -> Array:
    """Site water per kWh of IT energy, from the campus's own published water. [L/kWh]

    water_usage_effectiveness_l_per_kwh = campus_site_water_m3_per_year / (campus_it_power_average_mw · 8766 h)
    m3 per MWh and L per kWh are the same number.
    Source: definition of water usage effectiveness (ISO/IEC 30134-9).
    Check: water_usage_effectiveness_l_per_kwh__published(87660, 100) = 0.1 (0.01%)
    """
    return campus_site_water_m3_per_year / (campus_it_power_average_mw * HOURS_PER_YEAR) * L_PER_M3 / KWH_PER_MWH


@config.when(water_basis="usage_effectiveness")
def water_usage_effectiveness_l_per_kwh__usage_effectiveness(
    water_usage_effectiveness_published_l_per_kwh: Array,
) -> Array:
    """Site water per kWh of IT energy, from a fleet's published figure. [L/kWh]

    water_usage_effectiveness_l_per_kwh = water_usage_effectiveness_published_l_per_kwh
    Source: the fact chosen by the scenario.
    Check: water_usage_effectiveness_l_per_kwh__usage_effectiveness(0.3) = 0.3 (0.01%)
    """
    return water_usage_effectiveness_published_l_per_kwh


def site_water_consumption_m3_per_year(
    it_power_average_mw: Array, water_usage_effectiveness_l_per_kwh: Array
) -> Array:
    """Water consumed on site in a year. [m3/year]

    site_water_consumption_m3_per_year = it_power_average_mw · 8766 h · water_usage_effectiveness_l_per_kwh
    Supply is taken as consumption; a campus that returns waste water consumes less.
    Source: definition of water usage effectiveness (ISO/IEC 30134-9).
    Check: site_water_consumption_m3_per_year(100, 0.1) = 87660 (0.01%)
    """
    return it_power_average_mw * HOURS_PER_YEAR * water_usage_effectiveness_l_per_kwh * KWH_PER_MWH / L_PER_M3


@config.when(water_peak_basis="published")
def site_water_peak_ratio__published(
    campus_site_water_peak_m3_per_day: Array, campus_site_water_m3_per_year: Array
) -> Array:
    """Water on the hottest day divided by the mean day, from the campus's own figures. [ratio]

    site_water_peak_ratio = campus_site_water_peak_m3_per_day · 365.25 / campus_site_water_m3_per_year
    Source: definition.
    Check: site_water_peak_ratio__published(20, 730.5) = 10 (0.01%)
    """
    return campus_site_water_peak_m3_per_day * DAYS_PER_YEAR / campus_site_water_m3_per_year


@config.when(water_peak_basis="donor_ratio")
def site_water_peak_ratio__donor_ratio(site_water_peak_to_mean_day_ratio: Array) -> Array:
    """Water on the hottest day divided by the mean day, from another campus. [ratio]

    site_water_peak_ratio = site_water_peak_to_mean_day_ratio
    Source: the fact chosen by the scenario.
    Check: site_water_peak_ratio__donor_ratio(15) = 15 (0.01%)
    """
    return site_water_peak_to_mean_day_ratio


def site_water_peak_m3_per_day(site_water_consumption_m3_per_year: Array, site_water_peak_ratio: Array) -> Array:
    """Water on site on the hottest day. [m3/day]

    site_water_peak_m3_per_day = site_water_consumption_m3_per_year / 365.25 · site_water_peak_ratio
    Source: definition.
    Check: site_water_peak_m3_per_day(730.5, 10) = 20 (0.01%)
    """
    return site_water_consumption_m3_per_year / DAYS_PER_YEAR * site_water_peak_ratio


def power_plant_water_consumption_m3_per_year(
    grid_generated_mwh_per_year: Array,
    grid_water_l_per_kwh: Array,
    gas_generated_mwh_per_year: Array,
    own_gas_water_l_per_kwh: Array,
    solar_generated_mwh_per_year: Array,
    solar_curtailed_mwh_per_year: Array,
    solar_water_l_per_kwh: Array,
    nuclear_generated_mwh_per_year: Array,
    nuclear_water_l_per_kwh: Array,
) -> Array:
    """Water consumed at power plants for the campus in a year, its own among them. [m3/year]

    power_plant_water_consumption_m3_per_year = Σ MWh · L/kWh over grid, own gas, own sun and own reactors
    Panels are washed whether or not their power is taken.
    Source: [lucas-int] operational consumption medians.
    Check: power_plant_water_consumption_m3_per_year(1000, 1.5, 100, 0.8, 90, 10, 0.1, 10, 2) = 1610 (0.01%)
    """
    litres_per_kwh_as_m3_per_mwh = KWH_PER_MWH / L_PER_M3
    return (
        grid_generated_mwh_per_year * grid_water_l_per_kwh
        + gas_generated_mwh_per_year * own_gas_water_l_per_kwh
        + (solar_generated_mwh_per_year + solar_curtailed_mwh_per_year) * solar_water_l_per_kwh
        + nuclear_generated_mwh_per_year * nuclear_water_l_per_kwh
    ) * litres_per_kwh_as_m3_per_mwh


def backup_generated_mwh_per_year(
    facility_peak_mw: Array, backup_generator_capacity_ratio: Array, backup_generator_time_h_per_year: Array
) -> Array:
    """Electricity from backup engines in a year, tests and outages. [MWh/year]

    backup_generated_mwh_per_year = facility_peak_mw · backup_generator_capacity_ratio · backup_generator_time_h_per_year
    Source: definition.
    Check: backup_generated_mwh_per_year(100, 1, 20) = 2000 (0.01%)
    """
    return facility_peak_mw * backup_generator_capacity_ratio * backup_generator_time_h_per_year


def nox_kg_per_year(
    grid_generated_mwh_per_year: Array,
    grid_nox_kg_per_mwh: Array,
    gas_generated_mwh_per_year: Array,
    gas_plant_nox_kg_per_mwh: Array,
    backup_generated_mwh_per_year: Array,
    backup_generator_nox_kg_per_mwh: Array,
) -> Array:
    """Nitrogen oxides from power plants and backup engines in a year. [kg/year]

    nox_kg_per_year = grid MWh · grid rate + own gas MWh · plant rate + backup MWh · engine rate
    Source: [epa-pp] location-based average rate; engine and plant rates as the facts say.
    Check: nox_kg_per_year(1000, 0.2, 100, 0.05, 10, 5) = 255 (0.01%)
    """
    return (
        grid_generated_mwh_per_year * grid_nox_kg_per_mwh
        + gas_generated_mwh_per_year * gas_plant_nox_kg_per_mwh
        + backup_generated_mwh_per_year * backup_generator_nox_kg_per_mwh
    )


def pm25_kg_per_year(
    grid_generated_mwh_per_year: Array,
    grid_pm25_kg_per_mwh: Array,
    gas_generated_mwh_per_year: Array,
    gas_plant_pm25_kg_per_mwh: Array,
    backup_generated_mwh_per_year: Array,
    backup_generator_pm25_kg_per_mwh: Array,
) -> Array:
    """Fine particulates from power plants and backup engines in a year. [kg/year]

    pm25_kg_per_year = grid MWh · grid rate + own gas MWh · plant rate + backup MWh · engine rate
    Source: grid, plant and engine rates as the facts say.
    Check: pm25_kg_per_year(1000, 0.02, 100, 0.02, 10, 0.3) = 25 (0.01%)
    """
    return (
        grid_generated_mwh_per_year * grid_pm25_kg_per_mwh
        + gas_generated_mwh_per_year * gas_plant_pm25_kg_per_mwh
        + backup_generated_mwh_per_year * backup_generator_pm25_kg_per_mwh
    )
