"""What has to be launched: how many satellites one launch carries, by mass and by volume, how many launches that makes,
and how fast a fleet can grow.
"""

import numpy as np

from earth_or_orbit.constants import DAYS_PER_YEAR, Array


def payload_to_orbit_kg(payload_leo_kg: Array, leo_to_sso_frac: Array) -> Array:
    """Payload of one launch to the fleet's sun-synchronous orbit. [kg]

    payload_to_orbit_kg = payload_leo_kg · leo_to_sso_frac
    What the vehicle can lift; the fairing may hold less.
    Source: the facts chosen by the scenario.
    Check: payload_to_orbit_kg(17400, 0.8) = 13920 (0.01%)
    """
    return payload_leo_kg * leo_to_sso_frac


def satellite_stowed_volume_m3(
    satellite_array_area_m2: Array,
    array_stowed_density_m2_per_m3: Array,
    radiator_built_area_m2: Array,
    radiator_stowed_density_m2_per_m3: Array,
    satellite_accelerators_mass_kg: Array,
    electronics_stowed_density_kg_per_m3: Array,
    stowed_rest_share_frac: Array,
) -> Array:
    """Volume of one satellite folded for launch. [m3]

    V = (array / its stowed density + radiator / its stowed density + accelerators / theirs) · (1 + stowed_rest_share_frac)
    Densities above 0. The rest is structure, battery, tanks and the gaps between them.
    Source: stowed densities of flown arrays, radiators and of racks, as the facts say.
    Check: satellite_stowed_volume_m3(600, 100, 110, 20, 1900, 950, 0.2) = 16.2 (0.01%)
    """
    folded_m3 = satellite_array_area_m2 / array_stowed_density_m2_per_m3
    folded_m3 = folded_m3 + radiator_built_area_m2 / radiator_stowed_density_m2_per_m3
    folded_m3 = folded_m3 + satellite_accelerators_mass_kg / electronics_stowed_density_kg_per_m3
    return folded_m3 * (1 + stowed_rest_share_frac)


def satellites_per_launch_by_mass_count(payload_to_orbit_kg: Array, satellite_mass_kg: Array) -> Array:
    """Satellites that one launch can lift. [count]

    satellites_per_launch_by_mass_count = payload_to_orbit_kg / satellite_mass_kg
    Fractional; only a manifest rounds down. Below 1 a satellite would fly in parts. The dispenser is not counted.
    Source: division.
    Check: satellites_per_launch_by_mass_count(70000, 7000) = 10 (0.01%)
    """
    return payload_to_orbit_kg / satellite_mass_kg


def satellites_per_launch_by_volume_count(
    fairing_volume_m3: Array, fairing_usable_frac: Array, satellite_stowed_volume_m3: Array
) -> Array:
    """Satellites that the fairing of one launch can hold. [count]

    satellites_per_launch_by_volume_count = fairing_volume_m3 · fairing_usable_frac / satellite_stowed_volume_m3
    Fractional, as by mass.
    Source: division.
    Check: satellites_per_launch_by_volume_count(684, 0.6, 20) = 20.52 (0.01%)
    """
    return fairing_volume_m3 * fairing_usable_frac / satellite_stowed_volume_m3


def satellites_per_launch_count(
    satellites_per_launch_by_mass_count: Array, satellites_per_launch_by_volume_count: Array
) -> Array:
    """Satellites that one launch carries. [count]

    satellites_per_launch_count = min(by mass, by volume)
    Source: the smaller of two limits binds.
    Check: satellites_per_launch_count(10, 20) = 10 (0.01%)
    """
    return np.minimum(satellites_per_launch_by_mass_count, satellites_per_launch_by_volume_count)


def launch_load_kg(satellites_per_launch_count: Array, satellite_mass_kg: Array) -> Array:
    """Mass that one launch carries: its payload, or less where the fairing is full before. [kg]

    launch_load_kg = satellites_per_launch_count · satellite_mass_kg
    Source: sum over satellites.
    Check: launch_load_kg(10, 2000) = 20000 (0.01%)
    """
    return satellites_per_launch_count * satellite_mass_kg


def fleet_mass_kg(satellites_count: Array, satellite_mass_kg: Array) -> Array:
    """Mass of the fleet in steady state. [kg]

    fleet_mass_kg = satellites_count · satellite_mass_kg
    Source: sum over satellites.
    Check: fleet_mass_kg(10, 2000) = 20000 (0.01%)
    """
    return satellites_count * satellite_mass_kg


def satellites_arriving_frac(launch_success_frac: Array, satellite_early_loss_frac: Array) -> Array:
    """Share of the satellites built that begin their service: not lost with the launch, nor dead soon after. [frac]

    satellites_arriving_frac = launch_success_frac · (1 − satellite_early_loss_frac)
    Both in [0, 1]; what is lost is built and launched again.
    Source: product of independent chances.
    Check: satellites_arriving_frac(0.99, 0.01) = 0.9801 (0.01%)
    """
    return launch_success_frac * (1 - satellite_early_loss_frac)


def mass_to_orbit_kg(fleet_mass_kg: Array, plant_sets_ratio: Array, satellites_arriving_frac: Array) -> Array:
    """Mass launched over the horizon: first fleet, its renewal, replacements, and what is lost on the way. [kg]

    mass_to_orbit_kg = fleet_mass_kg · plant_sets_ratio / satellites_arriving_frac
    Share above 0.
    Source: the books' refresh rule.
    Check: mass_to_orbit_kg(1000, 3, 0.99) = 3030.3 (0.01%)
    """
    return fleet_mass_kg * plant_sets_ratio / satellites_arriving_frac


def launches_per_year(mass_to_orbit_kg: Array, launch_load_kg: Array, horizon_years: Array) -> Array:
    """Launches in a year, the mean over the horizon. [1/year]

    launches_per_year = mass_to_orbit_kg / launch_load_kg / horizon_years
    Fractional, every launch full by mass or by volume.
    Source: division; the manifest view rounds up.
    Check: launches_per_year(3000000, 10000, 15) = 20 (0.01%)
    """
    return mass_to_orbit_kg / launch_load_kg / horizon_years


def reentries_per_day(
    satellites_count: Array, plant_sets_ratio: Array, satellite_early_loss_frac: Array, horizon_years: Array
) -> Array:
    """Satellites that come down in a day, the mean over the horizon with the fleet taken down at its end. [1/day]

    reentries_per_day = satellites_count · plant_sets_ratio / (1 − satellite_early_loss_frac) / horizon_years / 365.25
    What reaches orbit comes down, the dead as well, in time; upper stages are counted by mass, not here.
    Source: steady state.
    Check: reentries_per_day(36525, 3, 0, 15) = 20 (0.01%)
    """
    reaching_orbit = satellites_count * plant_sets_ratio / (1 - satellite_early_loss_frac)
    return reaching_orbit / horizon_years / DAYS_PER_YEAR


def launch_limited_mw_per_year(
    vehicle_launches_count_per_year: Array,
    launch_allocation_frac: Array,
    satellites_per_launch_count: Array,
    satellites_arriving_frac: Array,
    it_power_peak_mw: Array,
    satellites_count: Array,
) -> Array:
    """Peak IT power that a year of launches can add. [MW/year]

    launch_limited_mw_per_year = launches · allocation · satellites per launch · arriving · it_power_peak_mw / satellites
    Source: launches times satellites times the power of one.
    Check: launch_limited_mw_per_year(100, 1, 10, 1, 50, 2000) = 25 (0.01%)
    """
    satellites_per_year = vehicle_launches_count_per_year * launch_allocation_frac * satellites_per_launch_count
    return satellites_per_year * satellites_arriving_frac * it_power_peak_mw / satellites_count


def factory_limited_mw_per_year(
    satellite_factory_count_per_year: Array, satellites_arriving_frac: Array, it_power_peak_mw: Array, satellites_count: Array
) -> Array:
    """Peak IT power that a year of satellite production can add. [MW/year]

    factory_limited_mw_per_year = satellite_factory_count_per_year · arriving · it_power_peak_mw / satellites_count
    Source: satellites a year times IT power of one.
    Check: factory_limited_mw_per_year(100, 1, 50, 1000) = 5 (0.01%)
    """
    return satellite_factory_count_per_year * satellites_arriving_frac * it_power_peak_mw / satellites_count


def ramp_mw_per_year(launch_limited_mw_per_year: Array, factory_limited_mw_per_year: Array) -> Array:
    """Peak IT power that comes on line in a year while the fleet is built. [MW/year]

    ramp_mw_per_year = min(launch_limited_mw_per_year, factory_limited_mw_per_year)
    Source: the slower of the two binds.
    Check: ramp_mw_per_year(25, 5) = 5 (0.01%)
    """
    return np.minimum(launch_limited_mw_per_year, factory_limited_mw_per_year)
