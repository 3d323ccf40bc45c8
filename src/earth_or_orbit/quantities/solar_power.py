"""Power in orbit: what the array must give at the end of life, what its cells still give then, and the battery.

The whole year is met: the array and the battery carry the mean load through the longest eclipse, and the array alone the
peak load in sunlight. Power is counted on the satellite's bus, conversion losses inside the load.
"""

import numpy as np
from hamilton.function_modifiers import config

from earth_or_orbit.constants import (
    APHELION_SUNLIGHT_RATIO,
    DEG_PER_TURN,
    EARTH_EQUATORIAL_RADIUS_KM,
    MINUTES_PER_HOUR,
    SECONDS_PER_MINUTE,
    STEFAN_BOLTZMANN_W_PER_M2_K4,
    W_PER_KW,
    Array,
)
from earth_or_orbit.grids import between_logs
from earth_or_orbit.quantities.view_factors import edge_on_earth_view_factor_frac

_BALANCE_STEPS = 6  # structure: repetitions of the heat balance, the last ones change nothing
_ALBEDO_NODES, _ALBEDO_WEIGHTS = np.polynomial.legendre.leggauss(24)  # structure: points of a quadrature, doubled without effect


def longest_eclipse_share_frac(longest_eclipse_min: Array, orbital_period_s: Array) -> Array:
    """Share of one turn in shadow, on the turn of the year with the longest eclipse. [frac]

    f_w = longest_eclipse_min · 60 / orbital_period_s. From 0 to below a half.
    Source: definition.
    Check: longest_eclipse_share_frac(21.7, 5739) = 0.2269 (0.1%)
    """
    return longest_eclipse_min * SECONDS_PER_MINUTE / orbital_period_s


def satellite_load_mean_kw(satellite_power_peak_kw: Array, it_load_factor_frac: Array) -> Array:
    """Mean power of one satellite's whole load, in sunlight and in shadow alike. [kW]

    satellite_load_mean_kw = satellite_power_peak_kw · it_load_factor_frac
    Pumps and conversion are taken to follow the computers.
    Source: definition of a load factor.
    Check: satellite_load_mean_kw(150, 0.8) = 120 (0.01%)
    """
    return satellite_power_peak_kw * it_load_factor_frac


@config.when(eclipse_operation="battery")
def satellite_array_power_kw__battery(
    satellite_power_peak_kw: Array,
    satellite_load_mean_kw: Array,
    longest_eclipse_share_frac: Array,
    battery_round_trip_frac: Array,
) -> Array:
    """Power that one satellite's array must give at the end of its life, in the worst eclipse season. [kW]

    P = max(peak, mean · (1 + f_w / ((1 − f_w) · η))), f_w the share of the longest eclipse and η the battery's round trip.
    In the eclipse season the load keeps to its mean; the peak is met from the array alone. f_w below 1.
    Source: energy balance over an orbit; Wertz, Space Mission Analysis and Design, 11.4, in form.
    Check: satellite_array_power_kw__battery(150, 120, 0.19, 0.9) = 151.28 (0.01%)
    Check: satellite_array_power_kw__battery(150, 120, 0, 0.9) = 150 (0.01%)
    """
    recharge = longest_eclipse_share_frac / ((1 - longest_eclipse_share_frac) * battery_round_trip_frac)
    return np.maximum(satellite_power_peak_kw, satellite_load_mean_kw * (1 + recharge))


@config.when(eclipse_operation="pause")
def satellite_array_power_kw__pause(satellite_power_peak_kw: Array) -> Array:
    """Power that one satellite's array must give at the end of its life when the computers pause in shadow. [kW]

    P = satellite_power_peak_kw. Recharging for what runs on in shadow is left to the hours below peak.
    Source: energy balance over an orbit.
    Check: satellite_array_power_kw__pause(150) = 150 (0.01%)
    """
    return satellite_power_peak_kw


def cell_temperature_k(
    solar_irradiance_w_per_m2: Array,
    solar_cell_efficiency_frac: Array,
    array_packing_frac: Array,
    cell_power_loss_frac_per_k: Array,
    cell_rating_temperature_k: Array,
    array_absorptivity_frac: Array,
    array_front_emissivity_frac: Array,
    array_back_emissivity_frac: Array,
    orbit_altitude_km: Array,
    earth_infrared_w_per_m2: Array,
    earth_albedo_frac: Array,
) -> Array:
    """Temperature of an array that faces the Sun and gives all the power that it can. [K]

    (ε_front + ε_back) σ T⁴ = α S (1 + a F_lit) − S η(T) packing + (ε_front + ε_back) F q_earth: what is absorbed and not
    made into electricity leaves by both faces. For an array square onto the Sun over the terminator (dawn-dusk): both
    faces see the Earth edge-on, the front alone its lit half. Other orbits: within about 10 K; 20 K hotter without load.
    Source: heat balance; [landis-cells] gives 20 to 85 °C for cells in Earth orbit.
    Check: cell_temperature_k(1361, 0.22, 0.9, 0.0034, 298.15, 0.92, 0.85, 0.9, 550, 237, 0.3) = 326.33 (0.01%)
    """
    emissivity = array_front_emissivity_frac + array_back_emissivity_frac
    reflected = 1 + earth_albedo_frac * _lit_earth_factor(orbit_altitude_km)
    absorbed = array_absorptivity_frac * solar_irradiance_w_per_m2 * reflected
    absorbed = absorbed + emissivity * edge_on_earth_view_factor_frac(orbit_altitude_km) * earth_infrared_w_per_m2
    rated = solar_irradiance_w_per_m2 * solar_cell_efficiency_frac * array_packing_frac
    temperature = cell_rating_temperature_k
    for _ in range(_BALANCE_STEPS):
        electric = rated * (1 - cell_power_loss_frac_per_k * (temperature - cell_rating_temperature_k))
        temperature = ((absorbed - electric) / (emissivity * STEFAN_BOLTZMANN_W_PER_M2_K4)) ** 0.25
    return temperature


def array_temperature_frac(
    cell_temperature_k: Array, cell_rating_temperature_k: Array, cell_power_loss_frac_per_k: Array
) -> Array:
    """Power that cells give at their temperature, over their rated power. [frac]

    f = 1 − loss · (T − T_rated). Linear from about −100 to 200 °C.
    Source: [landis-cells] linear in this range.
    Check: array_temperature_frac(326.9, 298.15, 0.0034) = 0.90225 (0.01%)
    """
    return 1 - cell_power_loss_frac_per_k * (cell_temperature_k - cell_rating_temperature_k)


@config.when(array_yield_basis="computed")
def array_yield_w_per_m2__computed(
    solar_irradiance_w_per_m2: Array,
    solar_cell_efficiency_frac: Array,
    array_packing_frac: Array,
    array_pointing_frac: Array,
    array_temperature_frac: Array,
) -> Array:
    """Power per m2 of array in the year's weakest sunlight, cells new and warm. [W/m2]

    y = 0.967 S · efficiency · packing · pointing · temperature, 0.967 the sunlight when the Earth is farthest from the Sun
    Pointing holds what the Sun's angle, wiring and mismatch take; heat is its own factor.
    Source: [S063] section 4.4 without the last two.
    Check: array_yield_w_per_m2__computed(1361, 0.22, 0.9, 0.95, 0.9) = 222.8 (0.1%)
    """
    sunlight = APHELION_SUNLIGHT_RATIO * solar_irradiance_w_per_m2 * array_pointing_frac
    return sunlight * solar_cell_efficiency_frac * array_packing_frac * array_temperature_frac


@config.when(array_yield_basis="stated")
def array_yield_w_per_m2__stated(array_yield_stated_w_per_m2: Array) -> Array:
    """Power per m2 of array in sunlight, as the maker states it. [W/m2]

    y = array_yield_stated_w_per_m2
    Source: the fact chosen by the scenario; read as new cells at their working temperature.
    Check: array_yield_w_per_m2__stated(250) = 250 (0.01%)
    """
    return array_yield_stated_w_per_m2


@config.when(cell_technology="silicon")
def cell_fluence_count_per_m2_year__silicon(
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    solar_maximum_share_frac: Array,
    solar_proton_fluence_count_per_m2_year: Array,
    fluence_altitude_axis_km: np.ndarray,
    fluence_inclination_axis_deg: np.ndarray,
    silicon_fluence_grid_count_per_m2_year: np.ndarray,
) -> Array:
    """Electrons of 1 MeV a year that do silicon cells as much damage as belts and Sun, behind 0.1 mm of glass. [count/m2/year]

    Φ = table(altitude, inclination, share of solar maximum) + solar protons. Table from 300 to 2,000 km, AP8 and AE8 with the
    damage coefficients of [jpl-cells]; a factor of two is usual. Outside the table a scalar is refused, a draw becomes nan.
    Source: [jpl-cells] tables of damage coefficients.
    Check: cell_fluence_count_per_m2_year__silicon(600, 100, 0.5, 1, [500, 700], [80, 90], [[[4, 4], [16, 16]]]) = 9 (0.01%)
    """
    orbit = orbit_altitude_km, orbit_inclination_deg, solar_maximum_share_frac
    axes = fluence_altitude_axis_km, fluence_inclination_axis_deg
    return _belts(silicon_fluence_grid_count_per_m2_year, *orbit, *axes) + solar_proton_fluence_count_per_m2_year


@config.when(cell_technology="triple_junction")
def cell_fluence_count_per_m2_year__arsenide(
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    solar_maximum_share_frac: Array,
    solar_proton_fluence_count_per_m2_year: Array,
    fluence_altitude_axis_km: np.ndarray,
    fluence_inclination_axis_deg: np.ndarray,
    arsenide_fluence_grid_count_per_m2_year: np.ndarray,
) -> Array:
    """The same for triple-junction cells, whose gallium arsenide junction sets the end of life. [count/m2/year]

    Φ = table(altitude, inclination, share of solar maximum) + solar protons, the table with the coefficients of gallium arsenide.
    Same range and errors as for silicon.
    Source: [jpl-cells] tables of damage coefficients.
    Check: cell_fluence_count_per_m2_year__arsenide(600, 85, 0, 0, [500, 700], [80, 90], [[[4, 4], [16, 16]]]) = 8 (0.01%)
    """
    orbit = orbit_altitude_km, orbit_inclination_deg, solar_maximum_share_frac
    axes = fluence_altitude_axis_km, fluence_inclination_axis_deg
    return _belts(arsenide_fluence_grid_count_per_m2_year, *orbit, *axes) + solar_proton_fluence_count_per_m2_year


@config.when(array_ageing_basis="rate")
def array_remaining_frac__rate(array_degradation_frac_per_year: Array, satellite_service_years: Array) -> Array:
    """Array power at the end of life over its power when new, from a stated yearly loss. [frac]

    r = (1 − d)^L. Loss from 0 to below 1.
    Source: definition of a yearly loss.
    Check: array_remaining_frac__rate(0.025, 5) = 0.8811 (0.01%)
    """
    return (1 - array_degradation_frac_per_year) ** satellite_service_years


@config.when(array_ageing_basis="dose")
def array_remaining_frac__dose(
    cell_fluence_count_per_m2_year: Array,
    satellite_service_years: Array,
    cell_remaining_reference_frac: Array,
    cell_reference_fluence_count_per_m2: Array,
    cell_damage_onset_count_per_m2: Array,
    array_other_loss_frac_per_year: Array,
) -> Array:
    """Array power at the end of life over its power when new, from particles, with a rate for all other ageing. [frac]

    r = (1 − (1 − r_ref) ln(1 + Φ L/Φ_x) / ln(1 + Φ_ref/Φ_x)) · (1 − d_other)^L: the logarithmic law of power against
    fluence, through the published point r_ref at Φ_ref. Other ageing: ultraviolet light, cracked joints, small craters.
    A scalar of no power left is refused, in an array it becomes nan.
    Source: [fetzer-xtj] for the points of a triple-junction cell; the law is the usual one of [jpl-cells].
    Check: array_remaining_frac__dose(2e18, 5, 0.84, 1e19, 2.34e18, 0) = 0.84 (0.01%)
    Check: array_remaining_frac__dose(1e18, 5, 0.84, 1e19, 2.34e18, 0) = 0.89 (0.1%)
    """
    onset = cell_damage_onset_count_per_m2
    share = np.log1p(cell_fluence_count_per_m2_year * satellite_service_years / onset)
    share = share / np.log1p(cell_reference_fluence_count_per_m2 / onset)
    by_particles = 1 - (1 - cell_remaining_reference_frac) * share
    if np.ndim(by_particles) == 0 and by_particles <= 0:
        raise ValueError(f"satellite_service_years is {satellite_service_years:g}; the cells give no power any more by then")
    by_particles = np.where(by_particles > 0, by_particles, np.nan)[()]
    return by_particles * (1 - array_other_loss_frac_per_year) ** satellite_service_years


def satellite_array_area_m2(satellite_array_power_kw: Array, array_yield_w_per_m2: Array, array_remaining_frac: Array) -> Array:
    """Array area of one satellite, which still feeds it at the end of life. [m2]

    A = satellite_array_power_kw · 1000 / (array_yield_w_per_m2 · array_remaining_frac)
    Source: definition; [S063] gets Starlink's 28 kW from 105 m2 of new cells, cold and square onto the Sun.
    Check: satellite_array_area_m2(28.3, 269.48, 1) = 105.02 (0.1%)
    """
    return satellite_array_power_kw * W_PER_KW / (array_yield_w_per_m2 * array_remaining_frac)


def battery_cycles_count(eclipsed_orbits_per_year: Array, satellite_service_years: Array) -> Array:
    """Times that the battery is emptied and filled in a satellite's life. [count]

    N = eclipsed_orbits_per_year · satellite_service_years
    Every eclipse counts as one of the longest.
    Source: one cycle per eclipse.
    Check: battery_cycles_count(1520, 5) = 7600 (0.01%)
    """
    return eclipsed_orbits_per_year * satellite_service_years


def battery_cycle_depth_frac(
    battery_cycles_count: Array,
    battery_tested_cycles_count: Array,
    battery_tested_depth_frac: Array,
    battery_cycle_life_exponent_ratio: Array,
    battery_depth_limit_frac: Array,
) -> Array:
    """Depth of discharge that the battery's cycle life allows. [frac]

    d = min(limit, d_test · (N_test / N)^(1/k)): cycle life falls as depth^−k through a tested point. The limit holds where
    there are few cycles or none.
    Source: [jaxa-cells] 30,000 cycles in a low orbit and 1,800 in a geostationary one.
    Check: battery_cycle_depth_frac(7600, 30000, 0.25, 2.9, 0.8) = 0.4014 (0.1%)
    Check: battery_cycle_depth_frac(0, 30000, 0.25, 2.9, 0.8) = 0.8 (0%)
    """
    with np.errstate(divide="ignore"):
        lives = np.divide(battery_tested_cycles_count, battery_cycles_count)
    return np.minimum(battery_depth_limit_frac, battery_tested_depth_frac * lives ** (1 / battery_cycle_life_exponent_ratio))


@config.when(eclipse_operation="battery")
def satellite_battery_kwh__battery(
    satellite_load_mean_kw: Array,
    longest_eclipse_min: Array,
    battery_depth_of_discharge_frac: Array,
    battery_cycle_depth_frac: Array,
    battery_round_trip_frac: Array,
) -> Array:
    """Battery that carries the mean load through the longest eclipse of the year. [kWh]

    E = mean · longest_eclipse_min / 60 / (min(design depth, cycle-life depth) · √η), half of the round trip's loss on the
    way out.
    Source: definition of depth of discharge.
    Check: satellite_battery_kwh__battery(120, 18.8, 0.4, 0.5, 0.9) = 99.08 (0.01%)
    """
    return _battery_kwh(
        satellite_load_mean_kw,
        longest_eclipse_min,
        np.minimum(battery_depth_of_discharge_frac, battery_cycle_depth_frac),
        battery_round_trip_frac,
    )


@config.when(eclipse_operation="pause")
def satellite_battery_kwh__pause(
    satellite_load_mean_kw: Array,
    satellite_power_peak_kw: Array,
    satellite_it_power_peak_kw: Array,
    longest_eclipse_min: Array,
    battery_depth_of_discharge_frac: Array,
    battery_cycle_depth_frac: Array,
    battery_round_trip_frac: Array,
) -> Array:
    """Battery that carries all but the computers through the longest eclipse of the year. [kWh]

    E = mean · (1 − IT/bus) · longest_eclipse_min / 60 / (min(design depth, cycle-life depth) · √η), IT and bus at their peak
    Source: definition of depth of discharge.
    Check: satellite_battery_kwh__pause(120, 150, 120, 18.8, 0.4, 0.5, 0.9) = 19.82 (0.1%)
    """
    return _battery_kwh(
        satellite_load_mean_kw * (1 - satellite_it_power_peak_kw / satellite_power_peak_kw),
        longest_eclipse_min,
        np.minimum(battery_depth_of_discharge_frac, battery_cycle_depth_frac),
        battery_round_trip_frac,
    )


@config.when(orbital_overhead_basis="parts")
def power_usage_effectiveness_ratio__parts(
    power_conversion_efficiency_frac: Array, pump_power_share_frac: Array, avionics_power_share_frac: Array
) -> Array:
    """Power of the satellite's bus over the power that reaches the computers, from its parts. [ratio]

    PUE = (1 + avionics) / (η (1 − pumps)): avionics a share of IT power, η from the array's terminals to the board, pumps a
    share of the heat, which is all the bus power. It stands in place of a stated ratio, never beside one, so each loss is
    counted once; all of it is heat that the radiator rejects. Shares below 1.
    Source: definition of power usage effectiveness (ISO/IEC 30134-2).
    Check: power_usage_effectiveness_ratio__parts(0.9, 0.02, 0.05) = 1.1905 (0.01%)
    """
    return (1 + avionics_power_share_frac) / (power_conversion_efficiency_frac * (1 - pump_power_share_frac))


def _battery_kwh(load_kw: Array, eclipse_min: Array, depth_frac: Array, round_trip_frac: Array) -> Array:
    """Nameplate energy for a load through an eclipse, at a depth of discharge."""
    return load_kw * eclipse_min / MINUTES_PER_HOUR / (depth_frac * np.sqrt(round_trip_frac))


def _belts(
    grid: np.ndarray,
    altitude_km: Array,
    inclination_deg: Array,
    solar_share_frac: Array,
    altitude_axis: np.ndarray,
    inclination_axis: np.ndarray,
) -> Array:
    """The table of equivalent fluence between its points: logarithms along altitude and inclination, a straight mix of cycles."""
    folded_deg = np.minimum(inclination_deg, DEG_PER_TURN / 2 - inclination_deg)
    where = (
        ("orbit_altitude_km", altitude_km, altitude_axis),
        ("orbit_inclination_deg", folded_deg, inclination_axis),
    )
    inside = (solar_share_frac >= 0) & (solar_share_frac <= 1)
    if np.ndim(solar_share_frac) == 0 and not inside:
        raise ValueError(f"solar_maximum_share_frac is {solar_share_frac:g}; allowed: 0 to 1")
    share = np.where(inside, solar_share_frac, np.nan)[()]
    quiet, active = (between_logs(np.asarray(grid)[place], *where) for place in (0, -1))
    return (1 - share) * quiet + share * active


def _lit_earth_factor(altitude_km: Array) -> Array:
    """Sunlight that the Earth's lit half throws on a plate over the terminator that faces the Sun, over albedo and sunlight.

    Integral over the visible cap of cosines at the ground (Sun and sight) and at the plate, over π and distance squared.
    """
    ratio = 1 + np.asarray(altitude_km, dtype=float)[..., np.newaxis] / EARTH_EQUATORIAL_RADIUS_KM
    limb = 1 / ratio
    cosine = (1 - limb) / 2 * _ALBEDO_NODES + (1 + limb) / 2
    distance = ratio**2 + 1 - 2 * ratio * cosine
    seen = (1 - cosine**2) * (ratio * cosine - 1) / distance**2
    return 0.5 * np.sum(_ALBEDO_WEIGHTS * seen * (1 - limb) / 2, axis=-1)[()]
