"""Heat of a campus given to a town: what a heat pump makes of it, and what it saves beside gas boilers."""

from earth_or_orbit.constants import Array


def recovered_heat_mwh_per_year(facility_electricity_mwh_per_year: Array, recovered_heat_frac: Array) -> Array:
    """Heat of a campus that a network takes in a year. [MWh/year]

    recovered_heat_mwh_per_year = facility_electricity_mwh_per_year · recovered_heat_frac
    Nearly all electricity of a data center ends as heat. Needs a network near by that wants it.
    Source: [fortum-microsoft] three quarters of a year's heat.
    Check: recovered_heat_mwh_per_year(1000, 0.75) = 750 (0.01%)
    """
    return facility_electricity_mwh_per_year * recovered_heat_frac


def pump_electricity_mwh_per_year(recovered_heat_mwh_per_year: Array, heat_pump_performance_ratio: Array) -> Array:
    """Electricity of the heat pumps that lift the heat to the network's temperature. [MWh/year]

    pump_electricity_mwh_per_year = recovered_heat_mwh_per_year / (heat_pump_performance_ratio − 1)
    Ratio of delivered heat to electricity, above 1.
    Source: energy balance of a heat pump.
    Check: pump_electricity_mwh_per_year(900, 4) = 300 (0.01%)
    """
    return recovered_heat_mwh_per_year / (heat_pump_performance_ratio - 1)


def delivered_heat_mwh_per_year(recovered_heat_mwh_per_year: Array, pump_electricity_mwh_per_year: Array) -> Array:
    """Heat that reaches the network in a year. [MWh/year]

    delivered_heat_mwh_per_year = recovered_heat_mwh_per_year + pump_electricity_mwh_per_year
    Source: energy balance of a heat pump.
    Check: delivered_heat_mwh_per_year(900, 300) = 1200 (0.01%)
    """
    return recovered_heat_mwh_per_year + pump_electricity_mwh_per_year


def boiler_kgco2e_per_mwh(gas_fuel_kgco2e_per_mwh: Array, boiler_efficiency_frac: Array) -> Array:
    """Carbon of a MWh of heat from a gas boiler. [kgCO2e/MWh]

    boiler_kgco2e_per_mwh = gas_fuel_kgco2e_per_mwh / boiler_efficiency_frac
    Source: [epa-egrid-gh] carbon of natural gas.
    Check: boiler_kgco2e_per_mwh(181, 0.9) = 201.1 (0.1%)
    """
    return gas_fuel_kgco2e_per_mwh / boiler_efficiency_frac


def avoided_kgco2e_per_year(
    delivered_heat_mwh_per_year: Array,
    boiler_kgco2e_per_mwh: Array,
    pump_electricity_mwh_per_year: Array,
    grid_carbon_kgco2e_per_mwh: Array,
) -> Array:
    """Carbon that reused heat saves beside gas boilers, its own heat pumps counted. [kgCO2e/year]

    avoided_kgco2e_per_year = delivered · boiler_kgco2e_per_mwh − pump_electricity · grid_carbon_kgco2e_per_mwh
    Below 0 where the grid burns more than the boilers would.
    Source: difference of two ways to heat.
    Check: avoided_kgco2e_per_year(1200, 200, 300, 400) = 120000 (0.01%)
    """
    boilers_kgco2e = delivered_heat_mwh_per_year * boiler_kgco2e_per_mwh
    return boilers_kgco2e - pump_electricity_mwh_per_year * grid_carbon_kgco2e_per_mwh


def heat_of_avoided_mwh_per_year(avoided_kgco2e_per_year: Array, boiler_kgco2e_per_mwh: Array) -> Array:
    """Boiler heat that a published saving of carbon stands for. [MWh/year]

    heat_of_avoided_mwh_per_year = avoided_kgco2e_per_year / boiler_kgco2e_per_mwh
    Source: division.
    Check: heat_of_avoided_mwh_per_year(400e6, 200) = 2e6 (0.01%)
    """
    return avoided_kgco2e_per_year / boiler_kgco2e_per_mwh
