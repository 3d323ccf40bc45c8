"""What falls on a radiator in orbit, and the sink temperature that stands for it.

The radiator is a flat panel kept edge-on to the Sun. Each flux is per m2 of planform, all radiating faces together, and
what is infrared is absorbed as it is emitted. The sink is the temperature at which n ε σ T_sink⁴ equals what is absorbed,
so that n ε σ (T⁴ − T_sink⁴) is what is emitted less what is absorbed.
"""

import numpy as np
from hamilton.function_modifiers import config

from earth_or_orbit.constants import STEFAN_BOLTZMANN_W_PER_M2_K4, Array
from earth_or_orbit.quantities.beta_of_year import beta_cosine_year_mean_frac
from earth_or_orbit.quantities.view_factors import edge_on_earth_view_factor_frac, nadir_earth_view_factor_frac


@config.when(radiator_attitude="edge_to_earth")
def earth_view_factor_sum_frac__edge_to_earth(orbit_altitude_km: Array, radiating_faces_count: Array) -> Array:
    """View factors to the Earth of all radiating faces, of a panel in the plane of Sun and nadir. [frac]

    ΣF = n F_edge: each face sees half of the Earth's disc at a slant. The satellite turns once an orbit about the Sun's
    direction to keep the panel so. May exceed 1, being a sum over faces.
    Source: closed form for a plate and a sphere.
    Check: earth_view_factor_sum_frac__edge_to_earth(550, 2) = 0.5158 (0.1%)
    """
    return radiating_faces_count * edge_on_earth_view_factor_frac(orbit_altitude_km)


@config.when(radiator_attitude="edge_to_flight")
def earth_view_factor_sum_frac__edge_to_flight(
    orbit_altitude_km: Array, radiating_faces_count: Array, radiator_nadir_share_frac: Array
) -> Array:
    """View factors to the Earth of all radiating faces, of a panel that lies along Sun and flight. [frac]

    ΣF = (n − 1) F_nadir cos b: of two faces one looks down and one to deep space, a single face looks up. cos b is the
    year's mean share by which keeping the Sun edge-on lets it look down. This attitude has the least drag.
    Source: closed form for a plate and a sphere.
    Check: earth_view_factor_sum_frac__edge_to_flight(550, 2, 1) = 0.8475 (0.1%)
    """
    return (radiating_faces_count - 1) * nadir_earth_view_factor_frac(orbit_altitude_km) * radiator_nadir_share_frac


def earth_sunlit_share_frac(orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_local_time_h: Array) -> Array:
    """Sunlight on the ground below the satellite over full sunlight, mean over the orbit and the year. [frac]

    s = mean of max(0, cos ζ) = mean of cos β / π, ζ the Sun's zenith angle at the point below. A dawn-dusk orbit follows the
    terminator and keeps a quarter of what a noon orbit has. Approximation: the disc is lit as the point below it. Integrated
    over the disc, dawn-dusk orbits have 7 to 13 % more between 550 and 1,000 km, under 1 W/m2 absorbed; noon 1 % less.
    Source: geometry; over all orbits alike the mean is 1/4.
    Check: earth_sunlit_share_frac(550, 97.593, 18) = 0.0875 (0.5%)
    Check: earth_sunlit_share_frac(550, 97.593, 12) = 0.3179 (0.5%)
    """
    orbit = (orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h)
    return beta_cosine_year_mean_frac(*orbit) / np.pi


def radiator_solar_absorptivity_frac(
    solar_absorptivity_new_frac: Array, solar_absorptivity_growth_frac_per_year: Array, satellite_service_years: Array
) -> Array:
    """Solar absorptivity of the radiator's coating at the end of life. [frac]

    α = α_new + growth × years, up to 1. Ultraviolet light and contamination darken white paint; flight data scatter by more
    than the line's fit.
    Source: the facts chosen by the scenario.
    Check: radiator_solar_absorptivity_frac(0.15, 0.02, 5) = 0.25 (0%)
    """
    aged = solar_absorptivity_new_frac + solar_absorptivity_growth_frac_per_year * satellite_service_years
    return _share("radiator_solar_absorptivity_frac", aged)


def radiator_emissivity_frac(
    radiator_emissivity_new_frac: Array, radiator_emissivity_loss_frac_per_year: Array, satellite_service_years: Array
) -> Array:
    """Infrared emissivity of the radiator at the end of life. [frac]

    ε = ε_new (1 − loss)^years. Coatings flown for years lose almost none; the loss stands for erosion and contamination.
    Source: the facts chosen by the scenario; [ntrs-misse7-coatings] found little change.
    Check: radiator_emissivity_frac(0.9, 0.002, 5) = 0.891 (0.1%)
    """
    aged = radiator_emissivity_new_frac * (1 - radiator_emissivity_loss_frac_per_year) ** satellite_service_years
    return _share("radiator_emissivity_frac", aged)


def absorbed_infrared_w_per_m2(
    earth_infrared_w_per_m2: Array, radiator_emissivity_frac: Array, earth_view_factor_sum_frac: Array
) -> Array:
    """Earth's infrared that the radiator absorbs per planform area. [W/m2]

    q = ε E ΣF. E is the mean of the globe and year; over one orbit it is 10 % more or less by season and place.
    Source: Kirchhoff's law.
    Check: absorbed_infrared_w_per_m2(238, 0.85, 0.5158) = 104.3 (0.1%)
    """
    return radiator_emissivity_frac * earth_infrared_w_per_m2 * earth_view_factor_sum_frac


def absorbed_albedo_w_per_m2(
    solar_irradiance_w_per_m2: Array,
    earth_albedo_frac: Array,
    radiator_solar_absorptivity_frac: Array,
    earth_view_factor_sum_frac: Array,
    earth_sunlit_share_frac: Array,
) -> Array:
    """Sunlight from the Earth that the radiator absorbs per planform area, mean over orbit and year. [W/m2]

    q = α a S ΣF s, s the sunlit share of the Earth below.
    Source: Lambert's law for the ground; the share's approximation is told where it is computed.
    Check: absorbed_albedo_w_per_m2(1361, 0.3, 0.25, 0.5158, 0.0875) = 4.607 (0.1%)
    """
    lit = earth_albedo_frac * solar_irradiance_w_per_m2 * earth_sunlit_share_frac
    return radiator_solar_absorptivity_frac * lit * earth_view_factor_sum_frac


def absorbed_direct_sun_w_per_m2(
    solar_irradiance_w_per_m2: Array, radiator_solar_absorptivity_frac: Array, radiator_pointing_error_deg: Array
) -> Array:
    """Direct sunlight that a panel edge-on to the Sun absorbs because it stands a little askew. [W/m2]

    q = α S sin δ on the one face that is lit, all the time: no eclipse is taken off. 0 to 90°.
    Source: geometry.
    Check: absorbed_direct_sun_w_per_m2(1361, 0.25, 1) = 5.938 (0.1%)
    """
    return radiator_solar_absorptivity_frac * solar_irradiance_w_per_m2 * np.sin(np.deg2rad(radiator_pointing_error_deg))


def absorbed_from_array_w_per_m2(
    cell_temperature_k: Array,
    array_back_emissivity_frac: Array,
    radiator_emissivity_frac: Array,
    array_view_factor_frac: Array,
    radiating_faces_count: Array,
) -> Array:
    """Infrared from the back of the array that the radiator absorbs per planform area. [W/m2]

    q = n F ε ε_array σ T_cell⁴, the array as hot behind as in front. A panel edge-on to the Sun stands square on an array
    that faces the Sun; F is what each face sees of it. Infrared that bounces between the two is neglected.
    Source: Stefan–Boltzmann law; perpendicular plates as in view_factors.
    Check: absorbed_from_array_w_per_m2(323.7, 0.85, 0.85, 0.1, 2) = 89.96 (0.1%)
    """
    emitted = array_back_emissivity_frac * STEFAN_BOLTZMANN_W_PER_M2_K4 * cell_temperature_k**4
    return radiating_faces_count * array_view_factor_frac * radiator_emissivity_frac * emitted


def absorbed_environment_w_per_m2(
    absorbed_infrared_w_per_m2: Array,
    absorbed_albedo_w_per_m2: Array,
    absorbed_direct_sun_w_per_m2: Array,
    absorbed_from_array_w_per_m2: Array,
) -> Array:
    """All that the radiator absorbs from outside per planform area. [W/m2]

    q = infrared + albedo + direct Sun + array. The sky's own 2.7 K is neglected.
    Source: sum of parts.
    Check: absorbed_environment_w_per_m2(104.3, 4.6, 5.9, 90) = 204.8 (0.01%)
    """
    return absorbed_infrared_w_per_m2 + absorbed_albedo_w_per_m2 + absorbed_direct_sun_w_per_m2 + absorbed_from_array_w_per_m2


@config.when(sink_basis="geometry")
def sink_temperature_k__geometry(
    absorbed_environment_w_per_m2: Array, radiator_emissivity_frac: Array, radiating_faces_count: Array
) -> Array:
    """Temperature of the surroundings that would give the radiator what it absorbs. [K]

    T_sink = (q / (n ε σ))^¼, so that n ε σ (T⁴ − T_sink⁴) is what is emitted less what is absorbed. Any flux from 0.
    Source: definition of an effective sink.
    Check: sink_temperature_k__geometry(204.8, 0.85, 2) = 214.7 (0.1%)
    """
    emission = radiating_faces_count * radiator_emissivity_frac * STEFAN_BOLTZMANN_W_PER_M2_K4
    return (absorbed_environment_w_per_m2 / emission) ** 0.25


@config.when(sink_basis="stated")
def sink_temperature_k__stated(sink_temperature_stated_k: Array) -> Array:
    """Temperature of the surroundings as a source states it. [K]

    T_sink = the stated one, whatever the orbit.
    Source: the fact chosen by the scenario.
    Check: sink_temperature_k__stated(250) = 250 (0%)
    """
    return sink_temperature_stated_k


def _share(name: str, value: Array) -> Array:
    """A share of 0 to 1; beyond it a scalar is refused and an array becomes nan."""
    inside = (value >= 0) & (value <= 1)
    if np.ndim(value) == 0:
        if not inside:
            raise ValueError(f"{name} comes to {value:g} at the end of life; it must lie between 0 and 1")
        return value
    return np.where(inside, value, np.nan)
