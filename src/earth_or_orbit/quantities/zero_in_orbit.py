"""Lines of the ledger that are zero for a fleet in orbit by what it is. Each says why."""


def campus_land_m2() -> float:
    """Zero by definition: the compute stands on no land; ground stations have their own line. [m2]"""
    return 0.0


def energy_supply_land_m2() -> float:
    """Zero by definition: the arrays are in orbit; plants behind the ground segment are in the fuel chain's line. [m2]"""
    return 0.0


def site_water_consumption_m3_per_year() -> float:
    """Zero by definition: a radiator in vacuum uses no water; launch pads have their own line. [m3/year]"""
    return 0.0


def site_water_withdrawal_m3_per_year() -> float:
    """Zero by definition: a radiator in vacuum uses no water; launch pads have their own line. [m3/year]"""
    return 0.0


def site_water_peak_m3_per_day() -> float:
    """Zero by definition: a radiator in vacuum uses no water. [m3/day]"""
    return 0.0


def capex_land_usd() -> float:
    """Zero by definition: the compute stands on no land; launch sites are inside the price of a launch. [USD]"""
    return 0.0


def residual_value_usd() -> float:
    """Zero by definition: nothing that comes down is sold. [USD]"""
    return 0.0
