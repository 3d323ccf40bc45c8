"""Flight through thin air: drag, what keeps the orbit costs, natural decay, and atomic oxygen.

Density is the year's mean over the globe at one level of solar activity; a storm or a single day can be several times
it. The air stands still: turning with the Earth changes drag by 2 % on dawn-dusk orbits and −8 % at 53°.
"""

import numpy as np

from earth_or_orbit.constants import (
    EARTH_EQUATORIAL_RADIUS_KM,
    EARTH_GRAVITATIONAL_PARAMETER_KM3_PER_S2,
    G_PER_KG,
    M_PER_KM,
    MM_PER_M,
    SECONDS_PER_YEAR,
    STANDARD_GRAVITY_M_PER_S2,
    Array,
)
from earth_or_orbit.grids import between_logs
from earth_or_orbit.quantities.orbit_geometry import orbital_speed_km_per_s

_DECAY_STEPS = 200  # structure: steps of the descent, doubled with a change of 0.01 %


def air_density_kg_per_m3(
    orbit_altitude_km: Array,
    solar_radio_flux_sfu: Array,
    air_altitude_axis_km: np.ndarray,
    air_solar_flux_axis_sfu: np.ndarray,
    air_density_grid_kg_per_m3: np.ndarray,
) -> Array:
    """Density of the air, mean of the globe and of a year. [kg/m3]

    ρ = table's value, its logarithm linear in altitude and solar flux. Within the table (300 to 2,000 km, 70 to 230 sfu):
    a scalar outside is refused, a draw becomes nan.
    Source: data/series/air_density.csv, NRLMSISE-00.
    Check: air_density_kg_per_m3(550, 100, [500, 600], [70, 100], [[9e-14, 2e-13], [2e-14, 5e-14]]) = 1e-13 (0.01%)
    """
    return between_logs(
        air_density_grid_kg_per_m3,
        ("orbit_altitude_km", orbit_altitude_km, air_altitude_axis_km),
        ("solar_radio_flux_sfu", solar_radio_flux_sfu, air_solar_flux_axis_sfu),
    )


def atomic_oxygen_count_per_m3(
    orbit_altitude_km: Array,
    solar_radio_flux_sfu: Array,
    air_altitude_axis_km: np.ndarray,
    air_solar_flux_axis_sfu: np.ndarray,
    atomic_oxygen_grid_count_per_m3: np.ndarray,
) -> Array:
    """Atoms of oxygen in the air, mean of the globe and of a year. [count/m3]

    n = table's value, its logarithm linear in altitude and solar flux. Within the table (300 to 2,000 km, 70 to 230 sfu):
    a scalar outside is refused, a draw becomes nan.
    Source: data/series/air_density.csv, NRLMSISE-00.
    Check: atomic_oxygen_count_per_m3(550, 70, [500, 600], [70, 100], [[9e12, 2e13], [1e12, 5e12]]) = 3e12 (0.01%)
    """
    return between_logs(
        atomic_oxygen_grid_count_per_m3,
        ("orbit_altitude_km", orbit_altitude_km, air_altitude_axis_km),
        ("solar_radio_flux_sfu", solar_radio_flux_sfu, air_solar_flux_axis_sfu),
    )


def drag_acceleration_m_per_s2(
    air_density_kg_per_m3: Array,
    orbit_altitude_km: Array,
    drag_coefficient_ratio: Array,
    satellite_drag_area_m2: Array,
    satellite_dry_mass_kg: Array,
) -> Array:
    """Deceleration of one satellite by the air. [m/s2]

    a = ½ ρ v² C_D A / m, v the circular orbit's speed. The mass without propellant: a full satellite slows less.
    Source: [S165] section 6, the same product.
    Check: drag_acceleration_m_per_s2(2e-13, 550, 2.2, 84, 2000) = 5.32e-7 (0.2%)
    """
    speed_m_per_s = orbital_speed_km_per_s(orbit_altitude_km) * M_PER_KM
    force = 0.5 * air_density_kg_per_m3 * speed_m_per_s**2 * drag_coefficient_ratio * satellite_drag_area_m2
    return force / satellite_dry_mass_kg


def drag_delta_v_m_per_s_year(drag_acceleration_m_per_s2: Array) -> Array:
    """Speed that drag takes in a year, and thrusters give back. [m/s/year]

    Δv = a × seconds of a year.
    Source: definition.
    Check: drag_delta_v_m_per_s_year(5.32e-7) = 16.79 (0.1%)
    """
    return drag_acceleration_m_per_s2 * SECONDS_PER_YEAR


def drag_propellant_g_per_m2_year(
    air_density_kg_per_m3: Array,
    orbit_altitude_km: Array,
    drag_coefficient_ratio: Array,
    specific_impulse_s: Array,
) -> Array:
    """Propellant that makes up for drag in a year, per area that meets the flow. [g/m2/year]

    m/A = ½ ρ v² C_D × year / (I_sp g₀).
    Source: [S165] section 6: 0.8 at solar minimum to about 20 at maximum, 600 to 800 km, I_sp 2,000 s.
    Check: drag_propellant_g_per_m2_year(9.4e-15, 650, 2.2, 2000) = 0.94 (1%)
    """
    speed_m_per_s = orbital_speed_km_per_s(orbit_altitude_km) * M_PER_KM
    pressure = 0.5 * air_density_kg_per_m3 * speed_m_per_s**2 * drag_coefficient_ratio
    return pressure * SECONDS_PER_YEAR / (specific_impulse_s * STANDARD_GRAVITY_M_PER_S2) * G_PER_KG


def drag_propellant_kg_per_year(
    drag_delta_v_m_per_s_year: Array, satellite_dry_mass_kg: Array, specific_impulse_s: Array
) -> Array:
    """Propellant that makes up for one satellite's drag in a year. [kg/year]

    m = m_satellite Δv / (I_sp g₀): so little that the satellite's mass stays the same.
    Source: momentum.
    Check: drag_propellant_kg_per_year(16.79, 2000, 2500) = 1.37 (0.1%)
    """
    return satellite_dry_mass_kg * drag_delta_v_m_per_s_year / (specific_impulse_s * STANDARD_GRAVITY_M_PER_S2)


def station_keeping_power_w(
    drag_acceleration_m_per_s2: Array,
    satellite_dry_mass_kg: Array,
    specific_impulse_s: Array,
    thruster_efficiency_frac: Array,
) -> Array:
    """Electric power that holds one satellite against drag, mean of the year. [W]

    P = F I_sp g₀ / (2 η), F the drag. Thrusters fire a part of the time at so much more.
    Source: jet power over efficiency.
    Check: station_keeping_power_w(5.32e-7, 2000, 2500, 0.5) = 26.1 (0.1%)
    """
    force = drag_acceleration_m_per_s2 * satellite_dry_mass_kg
    return force * specific_impulse_s * STANDARD_GRAVITY_M_PER_S2 / (2 * thruster_efficiency_frac)


def ballistic_area_m2_per_kg(
    drag_coefficient_ratio: Array, satellite_tumbling_area_m2: Array, satellite_dry_mass_kg: Array
) -> Array:
    """Drag area of a dead satellite for its mass, the reciprocal of a ballistic coefficient. [m2/kg]

    B = C_D A / m, with the area of a tumbling satellite.
    Source: definition.
    Check: ballistic_area_m2_per_kg(2.2, 255, 2000) = 0.2805 (0.01%)
    """
    return drag_coefficient_ratio * satellite_tumbling_area_m2 / satellite_dry_mass_kg


def natural_decay_years(
    orbit_altitude_km: Array,
    solar_radio_flux_sfu: Array,
    ballistic_area_m2_per_kg: Array,
    air_altitude_axis_km: np.ndarray,
    air_solar_flux_axis_sfu: np.ndarray,
    air_density_grid_kg_per_m3: np.ndarray,
) -> Array:
    """Time in which a dead satellite comes down by drag alone, at one level of solar activity. [years]

    t = ∫ dh / (ρ B √(GM a)) down to the table's lowest altitude, then one scale height at the rate there: some days. A
    decay longer than half a cycle meets other activity than it began with. Within the air table, as its density.
    Source: decay of a circular orbit, King-Hele, Satellite Orbits in an Atmosphere, in form. [register-starlink-480]: 4
    years and more from 550 km at solar minimum; here 4.2 for 0.2 m2/kg and 70 sfu, and 1.0 from 480 km.
    Check: natural_decay_years(400, 70, 0.05, [300, 400], [70, 100], [[1e-11, 1], [1.353e-12, 1]]) = 0.452 (1%)
    """
    lowest_km = air_altitude_axis_km[0]
    tables = air_altitude_axis_km, air_solar_flux_axis_sfu, air_density_grid_kg_per_m3
    # Asked only so that a scalar outside the table is refused; below, altitudes are an axis.
    air_density_kg_per_m3(orbit_altitude_km, solar_radio_flux_sfu, *tables)
    altitude_km, flux_sfu, area = (
        np.asarray(x, dtype=float)[..., np.newaxis] for x in (orbit_altitude_km, solar_radio_flux_sfu, ballistic_area_m2_per_kg)
    )
    share = (np.arange(_DECAY_STEPS) + 0.5) / _DECAY_STEPS
    height_km = lowest_km + (altitude_km - lowest_km) * share
    fall_s_per_km = 1 / _decay_km_per_s(height_km, air_density_kg_per_m3(height_km, flux_sfu, *tables), area)
    descent_s = (fall_s_per_km * (altitude_km - lowest_km) / _DECAY_STEPS).sum(axis=-1)
    bottom, above = (air_density_kg_per_m3(h, flux_sfu[..., 0], *tables) for h in air_altitude_axis_km[:2])
    scale_km = (air_altitude_axis_km[1] - lowest_km) / np.log(bottom / above)
    total = (descent_s + scale_km / _decay_km_per_s(lowest_km, bottom, area[..., 0])) / SECONDS_PER_YEAR
    return total if np.ndim(total) else float(total)


def natural_decay_rule_ratio(natural_decay_years: Array, disposal_rule_years: Array) -> Array:
    """Time of natural decay over what the rule allows: up to 1 a dead satellite meets the rule by itself. [ratio]

    r = t / t_rule.
    Source: [S226]: within five years of the end of the mission.
    Check: natural_decay_rule_ratio(4.0, 5.0) = 0.8 (0%)
    """
    return natural_decay_years / disposal_rule_years


def highest_self_cleaning_altitude_km(
    solar_radio_flux_sfu: Array,
    ballistic_area_m2_per_kg: Array,
    disposal_rule_years: Array,
    air_altitude_axis_km: np.ndarray,
    air_solar_flux_axis_sfu: np.ndarray,
    air_density_grid_kg_per_m3: np.ndarray,
) -> Array:
    """Highest altitude from which a dead satellite decays within the rule's time, at one level of solar activity. [km]

    h = altitude where the decay takes the rule's years, its logarithm linear between the table's altitudes; nan where the
    table's lowest is already too slow or its highest still fast enough.
    Source: [S226]; decay as in natural_decay_years.
    Check: highest_self_cleaning_altitude_km(70, 0.05, 0.1, [300, 400], [70, 100], [[1e-11, 1], [1.353e-12, 1]]) = 324 (1%)
    """
    given = (solar_radio_flux_sfu, ballistic_area_m2_per_kg, disposal_rule_years)
    flux_sfu, area, rule_years = (np.asarray(x, dtype=float)[..., np.newaxis] for x in given)
    tables = air_altitude_axis_km, air_solar_flux_axis_sfu, air_density_grid_kg_per_m3
    spare = np.log(natural_decay_years(air_altitude_axis_km, flux_sfu, area, *tables)) - np.log(rule_years)
    above = np.argmax(spare > 0, axis=-1)[..., np.newaxis]
    after, before = (np.take_along_axis(spare, np.maximum(above - k, 0), -1) for k in (0, 1))
    upper, lower = air_altitude_axis_km[above], air_altitude_axis_km[np.maximum(above - 1, 0)]
    with np.errstate(invalid="ignore", divide="ignore"):
        crossing = np.where(above > 0, upper - (upper - lower) * after / (after - before), np.nan)[..., 0]
    return crossing if crossing.ndim else float(crossing)


def atomic_oxygen_fluence_count_per_m2(
    atomic_oxygen_count_per_m3: Array, orbit_altitude_km: Array, satellite_service_years: Array
) -> Array:
    """Atoms of oxygen that a face straight into the flow meets in the satellite's service. [count/m2]

    Φ = n v t.
    Source: definition; MISSE 2 met 8.43e25 per m2 on the ISS in 3.95 years from 2001 on.
    Check: atomic_oxygen_fluence_count_per_m2(7.4e12, 550, 5) = 8.86e24 (0.1%)
    """
    speed_m_per_s = orbital_speed_km_per_s(orbit_altitude_km) * M_PER_KM
    return atomic_oxygen_count_per_m3 * speed_m_per_s * satellite_service_years * SECONDS_PER_YEAR


def array_oxygen_fluence_count_per_m2(atomic_oxygen_fluence_count_per_m2: Array, array_flow_share_frac: Array) -> Array:
    """Atoms of oxygen that each face of a Sun-facing array meets in the satellite's service. [count/m2]

    Φ = ram fluence × share in the flow / 2: on one half of a turn the front meets the flow, on the other the back.
    Source: geometry.
    Check: array_oxygen_fluence_count_per_m2(8.86e24, 0.1749) = 7.75e23 (0.1%)
    """
    return atomic_oxygen_fluence_count_per_m2 * array_flow_share_frac / 2


def polyimide_erosion_mm(atomic_oxygen_fluence_count_per_m2: Array, polyimide_erosion_yield_m3_per_atom: Array) -> Array:
    """Depth of bare polyimide that atomic oxygen takes from a face straight into the flow. [mm]

    d = Φ × volume lost per atom. Bare film only: arrays for low orbits are coated.
    Source: [nasa-misse-erosion] for the yield.
    Check: polyimide_erosion_mm(8.86e24, 3.0e-30) = 0.0266 (0.1%)
    """
    return atomic_oxygen_fluence_count_per_m2 * polyimide_erosion_yield_m3_per_atom * MM_PER_M


def array_polyimide_erosion_mm(array_oxygen_fluence_count_per_m2: Array, polyimide_erosion_yield_m3_per_atom: Array) -> Array:
    """Depth of bare polyimide that atomic oxygen takes from each face of a Sun-facing array. [mm]

    d = Φ × volume lost per atom. Bare film only: arrays for low orbits are coated.
    Source: [nasa-misse-erosion] for the yield.
    Check: array_polyimide_erosion_mm(7.75e23, 3.0e-30) = 0.00233 (0.3%)
    """
    return array_oxygen_fluence_count_per_m2 * polyimide_erosion_yield_m3_per_atom * MM_PER_M


def _decay_km_per_s(altitude_km: Array, density_kg_per_m3: Array, area_m2_per_kg: Array) -> Array:
    """Rate at which a circular orbit shrinks: ρ B √(GM a)."""
    momentum_km2_per_s = np.sqrt(EARTH_GRAVITATIONAL_PARAMETER_KM3_PER_S2 * (EARTH_EQUATORIAL_RADIUS_KM + altitude_km))
    return density_kg_per_m3 * area_m2_per_kg * momentum_km2_per_s * M_PER_KM
