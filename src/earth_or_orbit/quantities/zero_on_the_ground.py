"""Lines of the ledger that are zero on the ground by what a campus is. Each says why."""


def launch_and_ground_station_land_m2() -> float:
    """Zero by definition: a campus has no launch site and no ground station. [m2]"""
    return 0.0


def orbital_array_area_m2() -> float:
    """Zero by definition: a campus has nothing in orbit. [m2]"""
    return 0.0


def orbital_radiator_area_m2() -> float:
    """Zero by definition: a campus has nothing in orbit. [m2]"""
    return 0.0


def launch_water_m3_per_year() -> float:
    """Zero by definition: a campus launches nothing. [m3/year]"""
    return 0.0


def launch_kgco2e() -> float:
    """Zero by definition: a campus launches nothing. [kgCO2e]"""
    return 0.0


def reentry_kgco2e() -> float:
    """Zero by definition: nothing of a campus comes down from orbit. [kgCO2e]"""
    return 0.0


def stratospheric_black_carbon_kg_per_year() -> float:
    """Zero by definition: a campus burns nothing in the stratosphere. [kg/year]"""
    return 0.0


def alumina_kg_per_year() -> float:
    """Zero by definition: nothing of a campus burns up on re-entry. [kg/year]"""
    return 0.0


def mass_to_orbit_kg() -> float:
    """Zero by definition: a campus puts no mass in orbit. [kg]"""
    return 0.0


def launches_per_year() -> float:
    """Zero by definition: a campus launches nothing. [1/year]"""
    return 0.0


def reentries_per_day() -> float:
    """Zero by definition: nothing of a campus comes down from orbit. [1/day]"""
    return 0.0


def avoidance_manoeuvres_per_year() -> float:
    """Zero by definition: a campus has nothing in orbit to steer. [1/year]"""
    return 0.0


def capex_launch_usd() -> float:
    """Zero by definition: a campus launches nothing. [USD]"""
    return 0.0


def dose_rad_per_year() -> float:
    """Zero by definition: what reaches the ground is already in the error counts measured there. [rad/year]"""
    return 0.0


def upset_dose_rad_per_year() -> float:
    """Zero by definition: what reaches the ground is already in the error counts measured there. [rad/year]"""
    return 0.0


def plant_loss_frac_per_year() -> float:
    """Zero by definition: a building is repaired where it stands, and its repairs are in the maintenance. [1/year]"""
    return 0.0
