"""What a campus has of plants that its supply does not include: nothing. Each says why."""

from hamilton.function_modifiers import config

SOLAR = ["solar_storage", "solar_storage_gas"]
OWN_GAS = ["dedicated_gas", "onsite_turbines"]
BURNING = [*OWN_GAS, "solar_storage_gas"]
STANDBY = ["solar_storage_gas"]


@config.when_in(electricity_supply=SOLAR)
def grid_supply_share_frac__off_grid() -> float:
    """Zero by definition: sun and storage on the campus have no grid beside them. [frac]"""
    return 0.0


@config.when_not_in(electricity_supply=BURNING)
def gas_generated_mwh_per_year__none() -> float:
    """Zero by definition: the supply burns no gas on the campus. [MWh/year]"""
    return 0.0


@config.when_not_in(electricity_supply=BURNING)
def gas_capacity_mw__none() -> float:
    """Zero by definition: the supply has no gas plant of the campus's own. [MW]"""
    return 0.0


@config.when_not_in(electricity_supply=STANDBY)
def gas_standing_usd_per_year__none() -> float:
    """Zero by definition: a gas plant that runs all year has its standing cost inside its cost per MWh. [USD/year]"""
    return 0.0


@config.when_not_in(electricity_supply=BURNING)
def gas_plant_refresh_usd__none() -> float:
    """Zero by definition: the supply has no gas plant of the campus's own. [USD]"""
    return 0.0


@config.when_not_in(electricity_supply=BURNING)
def gas_plant_residual_usd__none() -> float:
    """Zero by definition: the supply has no gas plant of the campus's own. [USD]"""
    return 0.0


@config.when_not_in(electricity_supply=SOLAR)
def solar_delivered_mwh_per_year__none() -> float:
    """Zero by definition: the supply has no array of the campus's own. [MWh/year]"""
    return 0.0


@config.when_not_in(electricity_supply=SOLAR)
def storage_loss_mwh_per_year__none() -> float:
    """Zero by definition: the supply has no storage of the campus's own. [MWh/year]"""
    return 0.0


@config.when_not_in(electricity_supply=SOLAR)
def solar_curtailed_mwh_per_year__none() -> float:
    """Zero by definition: the supply has no array of the campus's own. [MWh/year]"""
    return 0.0


@config.when_not_in(electricity_supply=SOLAR)
def solar_capacity_mw__none() -> float:
    """Zero by definition: the supply has no array of the campus's own. [MW]"""
    return 0.0


@config.when_not_in(electricity_supply=SOLAR)
def storage_capacity_mwh__none() -> float:
    """Zero by definition: the supply has no storage of the campus's own. [MWh]"""
    return 0.0


@config.when_not_in(electricity_supply=SOLAR)
def solar_storage_land_m2__none() -> float:
    """Zero by definition: the supply has no array of the campus's own. [m2]"""
    return 0.0


@config.when_not_in(electricity_supply=SOLAR)
def solar_storage_kgco2e_per_year__none() -> float:
    """Zero by definition: the supply has no array of the campus's own. [kgCO2e/year]"""
    return 0.0


@config.when_not_in(electricity_supply=SOLAR)
def solar_capex_usd__none() -> float:
    """Zero by definition: the supply has no array of the campus's own. [USD]"""
    return 0.0


@config.when_not_in(electricity_supply=SOLAR)
def storage_capex_usd__none() -> float:
    """Zero by definition: the supply has no storage of the campus's own. [USD]"""
    return 0.0


@config.when_not_in(electricity_supply=SOLAR)
def solar_storage_operation_usd_per_year__none() -> float:
    """Zero by definition: the supply has no array of the campus's own. [USD/year]"""
    return 0.0


@config.when_not_in(electricity_supply=SOLAR)
def solar_storage_refresh_usd__none() -> float:
    """Zero by definition: the supply has no array of the campus's own. [USD]"""
    return 0.0


@config.when_not_in(electricity_supply=SOLAR)
def solar_storage_residual_usd__none() -> float:
    """Zero by definition: the supply has no array of the campus's own. [USD]"""
    return 0.0


@config.when_not_in(electricity_supply=SOLAR)
def solar_storage_disposal_usd__none() -> float:
    """Zero by definition: the supply has no array of the campus's own. [USD]"""
    return 0.0


@config.when_not(electricity_supply="nuclear")
def nuclear_generated_mwh_per_year__none() -> float:
    """Zero by definition: the supply has no reactor of the campus's own. [MWh/year]"""
    return 0.0


@config.when_not(electricity_supply="nuclear")
def nuclear_capacity_mw__none() -> float:
    """Zero by definition: the supply has no reactor of the campus's own. [MW]"""
    return 0.0


@config.when_not(electricity_supply="nuclear")
def nuclear_land_m2__none() -> float:
    """Zero by definition: the supply has no reactor of the campus's own. [m2]"""
    return 0.0


@config.when_not(electricity_supply="nuclear")
def nuclear_fuel_chain_land_m2__none() -> float:
    """Zero by definition: the supply has no reactor of the campus's own. [m2]"""
    return 0.0


@config.when_not(electricity_supply="nuclear")
def nuclear_kgco2e_per_year__none() -> float:
    """Zero by definition: the supply has no reactor of the campus's own. [kgCO2e/year]"""
    return 0.0


@config.when_not(electricity_supply="nuclear")
def nuclear_capex_usd__none() -> float:
    """Zero by definition: the supply has no reactor of the campus's own. [USD]"""
    return 0.0


@config.when_not(electricity_supply="nuclear")
def nuclear_operation_usd_per_year__none() -> float:
    """Zero by definition: the supply has no reactor of the campus's own. [USD/year]"""
    return 0.0


@config.when_not(electricity_supply="nuclear")
def nuclear_refresh_usd__none() -> float:
    """Zero by definition: the supply has no reactor of the campus's own. [USD]"""
    return 0.0


@config.when_not(electricity_supply="nuclear")
def nuclear_residual_usd__none() -> float:
    """Zero by definition: the supply has no reactor of the campus's own. [USD]"""
    return 0.0


@config.when_not(electricity_supply="nuclear")
def nuclear_disposal_usd__none() -> float:
    """Zero by definition: the supply has no reactor of the campus's own. [USD]"""
    return 0.0
