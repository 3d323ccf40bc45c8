"""Speed and propellant of a satellite's life: drag made up, objects avoided, and the way down at its end.

`disposal_method` chooses the way down: a spiral of the satellite's own thrusters to where the air does the rest, one burn
into the air by chemical thrusters (a controlled re-entry), or none.
"""

import numpy as np
from hamilton.function_modifiers import config

from earth_or_orbit.constants import (
    EARTH_EQUATORIAL_RADIUS_KM,
    M_PER_KM,
    SECONDS_PER_DAY,
    STANDARD_GRAVITY_M_PER_S2,
    W_PER_KW,
    Array,
)
from earth_or_orbit.quantities.orbit_geometry import orbital_speed_km_per_s


@config.when(disposal_method="spiral")
def disposal_delta_v_m_per_s__spiral(orbit_altitude_km: Array, disposal_altitude_km: Array) -> Array:
    """Speed that a spiral down to the disposal altitude takes with weak, steady thrust. [m/s]

    Δv = v(h_end) − v(h), circular speeds; nothing is left to do for an orbit at or below the disposal altitude.
    Source: Edelbaum's low-thrust transfer between circular orbits of one plane.
    Check: disposal_delta_v_m_per_s__spiral(550, 300) = 140.7 (0.2%)
    Check: disposal_delta_v_m_per_s__spiral(300, 350) = 0 (0%)
    """
    faster = orbital_speed_km_per_s(disposal_altitude_km) - orbital_speed_km_per_s(orbit_altitude_km)
    return np.maximum(faster, 0.0) * M_PER_KM


@config.when(disposal_method="perigee_burn")
def disposal_delta_v_m_per_s__perigee_burn(orbit_altitude_km: Array, disposal_perigee_km: Array) -> Array:
    """Speed of one burn that drops the perigee into the air, half a turn before re-entry. [m/s]

    Δv = v(h) (1 − √(2 r_p / (r_p + a))), the first half of a Hohmann transfer. Perigee below the orbit.
    Source: two-body mechanics.
    Check: disposal_delta_v_m_per_s__perigee_burn(550, 50) = 143.3 (0.1%)
    """
    perigee_km, axis_km = (EARTH_EQUATORIAL_RADIUS_KM + h for h in (disposal_perigee_km, orbit_altitude_km))
    if np.ndim(perigee_km) == 0 and np.ndim(axis_km) == 0 and perigee_km > axis_km:
        raise ValueError(
            f"disposal_perigee_km is {disposal_perigee_km:g}; it must lie below orbit_altitude_km, {orbit_altitude_km:g}"
        )
    slowed = np.sqrt(2 * perigee_km / (perigee_km + axis_km))
    burn = orbital_speed_km_per_s(orbit_altitude_km) * (1 - slowed) * M_PER_KM
    return np.where(perigee_km > axis_km, np.nan, burn)[()]


@config.when(disposal_method="natural")
def disposal_delta_v_m_per_s__natural() -> float:
    """Zero by definition: the satellite waits for the air to bring it down. [m/s]

    natural_decay_rule_ratio says whether that meets the rule.
    """
    return 0.0


@config.when(disposal_method="spiral")
def disposal_specific_impulse_s__spiral(specific_impulse_s: Array) -> Array:
    """Specific impulse of the thrusters that bring the satellite down: those that keep its orbit. [s]

    disposal_specific_impulse_s = specific_impulse_s
    Source: the method's definition.
    Check: disposal_specific_impulse_s__spiral(2500) = 2500 (0%)
    """
    return specific_impulse_s


@config.when(disposal_method="perigee_burn")
def disposal_specific_impulse_s__perigee_burn(chemical_specific_impulse_s: Array) -> Array:
    """Specific impulse of the thrusters that bring the satellite down: chemical, since one burn must do it. [s]

    disposal_specific_impulse_s = chemical_specific_impulse_s
    Source: the method's definition.
    Check: disposal_specific_impulse_s__perigee_burn(220) = 220 (0%)
    """
    return chemical_specific_impulse_s


@config.when(disposal_method="natural")
def disposal_specific_impulse_s__natural(specific_impulse_s: Array) -> Array:
    """Specific impulse where nothing is burnt for disposal. [s]

    disposal_specific_impulse_s = specific_impulse_s
    Source: the method's definition.
    Check: disposal_specific_impulse_s__natural(2500) = 2500 (0%)
    """
    return specific_impulse_s


def disposal_spiral_days(
    disposal_delta_v_m_per_s: Array,
    satellite_dry_mass_kg: Array,
    specific_impulse_s: Array,
    thruster_efficiency_frac: Array,
    thruster_power_kw: Array,
) -> Array:
    """Time that the thrusters take to bring the satellite down, firing without pause. [days]

    t = m Δv I_sp g₀ / (2 η P).
    Source: jet power over efficiency; [spacewatch-starlink-lowering] gives six months for early Starlinks.
    Check: disposal_spiral_days(140.7, 2000, 2500, 0.5, 4.2) = 19.0 (0.2%)
    """
    thrust_n = 2 * thruster_efficiency_frac * thruster_power_kw * W_PER_KW
    thrust_n = thrust_n / (specific_impulse_s * STANDARD_GRAVITY_M_PER_S2)
    return satellite_dry_mass_kg * disposal_delta_v_m_per_s / thrust_n / SECONDS_PER_DAY


def avoidance_delta_v_m_per_s_year(
    avoidance_manoeuvres_per_year: Array, satellites_count: Array, avoidance_manoeuvre_delta_v_m_per_s: Array
) -> Array:
    """Speed that one satellite spends in a year on avoiding others. [m/s/year]

    Δv = manoeuvres of the fleet / satellites × Δv of one, there and back.
    Source: definition.
    Check: avoidance_delta_v_m_per_s_year(4000, 100, 0.04) = 1.6 (0%)
    """
    return avoidance_manoeuvres_per_year / satellites_count * avoidance_manoeuvre_delta_v_m_per_s


@config.when(formation_flight="alone")
def keeping_delta_v_m_per_s__alone(
    drag_delta_v_m_per_s_year: Array, avoidance_delta_v_m_per_s_year: Array, satellite_service_years: Array
) -> Array:
    """Speed that one satellite spends in its service on keeping its orbit, far from its neighbours. [m/s]

    Δv = (drag + avoidance) × years. Raising from a lower drop-off orbit is not in it.
    Source: sum of parts.
    Check: keeping_delta_v_m_per_s__alone(16.8, 1.6, 5) = 92 (0%)
    """
    return (drag_delta_v_m_per_s_year + avoidance_delta_v_m_per_s_year) * satellite_service_years


@config.when(formation_flight="cluster")
def keeping_delta_v_m_per_s__cluster(
    drag_delta_v_m_per_s_year: Array,
    avoidance_delta_v_m_per_s_year: Array,
    formation_delta_v_m_per_s_year: Array,
    satellite_service_years: Array,
) -> Array:
    """Speed that one satellite spends in its service on keeping its orbit and its place in a cluster. [m/s]

    Δv = (drag + avoidance + formation) × years. Raising from a lower drop-off orbit is not in it.
    Source: sum of parts.
    Check: keeping_delta_v_m_per_s__cluster(16.8, 1.6, 2, 5) = 102 (0%)
    """
    yearly = drag_delta_v_m_per_s_year + avoidance_delta_v_m_per_s_year + formation_delta_v_m_per_s_year
    return yearly * satellite_service_years


def satellite_delta_v_m_per_s(
    keeping_delta_v_m_per_s: Array, disposal_delta_v_m_per_s: Array, propellant_margin_frac: Array
) -> Array:
    """Speed that one satellite carries propellant for, margin included. [m/s]

    Δv = (keeping + disposal) × (1 + margin).
    Source: sum of parts.
    Check: satellite_delta_v_m_per_s(92, 140.7, 0.2) = 279.24 (0.01%)
    """
    return (keeping_delta_v_m_per_s + disposal_delta_v_m_per_s) * (1 + propellant_margin_frac)


def satellite_propellant_mass_kg(
    satellite_dry_mass_kg: Array,
    keeping_delta_v_m_per_s: Array,
    disposal_delta_v_m_per_s: Array,
    specific_impulse_s: Array,
    disposal_specific_impulse_s: Array,
    propellant_margin_frac: Array,
) -> Array:
    """Propellant that one satellite takes along for its life and its disposal. [kg]

    m = m_dry (exp((1 + margin) (Δv_keep / I_keep + Δv_disposal / I_disposal) / g₀) − 1). Tanks and thrusters are not in it.
    Source: Tsiolkovsky's equation, one after the other.
    Check: satellite_propellant_mass_kg(2000, 92, 140.7, 2500, 2500, 0.2) = 22.9 (0.3%)
    """
    spent = keeping_delta_v_m_per_s / specific_impulse_s + disposal_delta_v_m_per_s / disposal_specific_impulse_s
    return satellite_dry_mass_kg * np.expm1((1 + propellant_margin_frac) * spent / STANDARD_GRAVITY_M_PER_S2)
