"""Water that a campus withdraws, at home and at power plants, and how it stands to what its supplier may give."""

from earth_or_orbit.constants import DAYS_PER_YEAR, KWH_PER_MWH, L_PER_M3, Array


def site_water_withdrawal_m3_per_year(site_water_consumption_m3_per_year: Array) -> Array:
    """Water supplied to the site in a year, returned or not. [m3/year]

    site_water_withdrawal_m3_per_year = site_water_consumption_m3_per_year
    The ledger takes supply as consumption; what returns as waste water is shown beside it.
    Source: the books: supply is what suppliers publish.
    Check: site_water_withdrawal_m3_per_year(1000) = 1000 (0.01%)
    """
    return site_water_consumption_m3_per_year


def power_plant_water_withdrawal_m3_per_year(
    grid_generated_mwh_per_year: Array,
    grid_water_withdrawal_l_per_kwh: Array,
    gas_generated_mwh_per_year: Array,
    own_gas_water_withdrawal_l_per_kwh: Array,
    solar_generated_mwh_per_year: Array,
    solar_curtailed_mwh_per_year: Array,
    solar_water_withdrawal_l_per_kwh: Array,
    nuclear_generated_mwh_per_year: Array,
    nuclear_water_withdrawal_l_per_kwh: Array,
) -> Array:
    """Water withdrawn at power plants for the campus in a year, its own among them. [m3/year]

    power_plant_water_withdrawal_m3_per_year = Σ MWh · L/kWh over grid, own gas, own sun and own reactors
    With cooling towers; once-through plants withdraw some forty times as much and consume half.
    Source: [reeds-water] withdrawal by technology and cooling.
    Check: power_plant_water_withdrawal_m3_per_year(1000, 2.5, 100, 1, 90, 10, 0.1, 10, 4) = 2650 (0.01%)
    """
    litres_per_kwh_as_m3_per_mwh = KWH_PER_MWH / L_PER_M3
    return (
        grid_generated_mwh_per_year * grid_water_withdrawal_l_per_kwh
        + gas_generated_mwh_per_year * own_gas_water_withdrawal_l_per_kwh
        + (solar_generated_mwh_per_year + solar_curtailed_mwh_per_year) * solar_water_withdrawal_l_per_kwh
        + nuclear_generated_mwh_per_year * nuclear_water_withdrawal_l_per_kwh
    ) * litres_per_kwh_as_m3_per_mwh


def site_water_peak_to_limit_ratio(site_water_peak_m3_per_day: Array, water_daily_limit_m3_per_day: Array) -> Array:
    """Water of the hottest day over the most that the supplier may give on a day. [ratio]

    site_water_peak_to_limit_ratio = site_water_peak_m3_per_day / water_daily_limit_m3_per_day
    Above one it is reported and not cut: the campus would need another source, storage or another design.
    Source: definition; a day's limit only.
    Check: site_water_peak_to_limit_ratio(2657, 26498) = 0.1003 (0.1%)
    """
    return site_water_peak_m3_per_day / water_daily_limit_m3_per_day


def site_water_mean_to_limit_ratio(site_water_consumption_m3_per_year: Array, water_yearly_mean_limit_m3_per_day: Array) -> Array:
    """Water of the mean day over the most that the supplier may give as a mean of the year. [ratio]

    site_water_mean_to_limit_ratio = site_water_consumption_m3_per_year / 365.25 / water_yearly_mean_limit_m3_per_day
    Source: definition; a limit on the year's mean only.
    Check: site_water_mean_to_limit_ratio(365250, 10000) = 0.1 (0.01%)
    """
    return site_water_consumption_m3_per_year / DAYS_PER_YEAR / water_yearly_mean_limit_m3_per_day


def site_water_consumed_m3_per_year(campus_site_water_m3_per_year: Array, campus_waste_water_m3_per_year: Array) -> Array:
    """Water of the published campus that does not return. [m3/year]

    site_water_consumed_m3_per_year = campus_site_water_m3_per_year − campus_waste_water_m3_per_year
    Rain and what is stored in loops are left out.
    Source: conservation of water.
    Check: site_water_consumed_m3_per_year(2.814, 2.031) = 0.783 (0.01%)
    """
    return campus_site_water_m3_per_year - campus_waste_water_m3_per_year
