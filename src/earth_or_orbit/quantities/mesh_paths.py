"""Paths through satellites: along a mesh of laser links, through a satellite to a gateway, and how far a link may reach.

Light alone, unless a delay per link is given. Paths follow the arc at the satellites' height; links are chords and a little
shorter. No facility wires this module.
"""

import numpy as np

from earth_or_orbit.constants import EARTH_MEAN_RADIUS_KM, Array
from earth_or_orbit.quantities.fibre import bent_pipe_round_trip_ms, fibre_round_trip_ms
from earth_or_orbit.quantities.signal_delay import vacuum_one_way_ms
from earth_or_orbit.quantities.sky_geometry import coverage_half_angle_deg, slant_range_at_elevation_km


def mesh_path_km(
    great_circle_distance_km: Array,
    orbit_altitude_km: Array,
    user_elevation_deg: Array,
    mesh_stretch_ratio: Array,
    earth_radius_km: Array = EARTH_MEAN_RADIUS_KM,
) -> Array:
    """Length of a way up to a satellite, along the mesh at its height, and down again. [km]

    L = 2 d(ε) + s (R + h) (D/R − 2 λ(ε)), not below two slant ranges: both ends see their satellite at ε towards each other.
    The zenith, ε = 90°, is straight up, along, and straight down. s is the zigzag of the links over the arc, at least 1.
    Source: spherical geometry.
    Check: mesh_path_km(5570, 550, 90, 1) = 7150.9 (0.01%)
    Check: mesh_path_km(0, 550, 90, 1) = 1100 (0.01%)
    """
    slant_km = slant_range_at_elevation_km(orbit_altitude_km, user_elevation_deg, earth_radius_km)
    ends = 2 * np.deg2rad(coverage_half_angle_deg(orbit_altitude_km, user_elevation_deg, earth_radius_km))
    arc = np.maximum(great_circle_distance_km / earth_radius_km - ends, 0.0)
    return 2 * slant_km + mesh_stretch_ratio * (earth_radius_km + orbit_altitude_km) * arc


def mesh_one_way_ms(
    great_circle_distance_km: Array,
    orbit_altitude_km: Array,
    user_elevation_deg: Array,
    mesh_stretch_ratio: Array,
    earth_radius_km: Array = EARTH_MEAN_RADIUS_KM,
) -> Array:
    """Time for light along a mesh of satellites from one place to another. [ms]

    t = L / c, L up, along and down.
    Source: spherical geometry.
    Check: mesh_one_way_ms(5570, 550, 90, 1) = 23.853 (0.01%)
    """
    path_km = mesh_path_km(
        great_circle_distance_km, orbit_altitude_km, user_elevation_deg, mesh_stretch_ratio, earth_radius_km
    )
    return vacuum_one_way_ms(path_km)


def mesh_round_trip_ms(
    great_circle_distance_km: Array,
    orbit_altitude_km: Array,
    user_elevation_deg: Array,
    mesh_stretch_ratio: Array,
    earth_radius_km: Array = EARTH_MEAN_RADIUS_KM,
) -> Array:
    """Time for light along a mesh of satellites from one place to another and back. [ms]

    t = 2 L / c, L up, along and down.
    Source: spherical geometry.
    Check: mesh_round_trip_ms(5570, 550, 90, 1) = 47.705 (0.01%)
    """
    return 2 * mesh_one_way_ms(
        great_circle_distance_km, orbit_altitude_km, user_elevation_deg, mesh_stretch_ratio, earth_radius_km
    )


def mesh_switched_one_way_ms(
    great_circle_distance_km: Array,
    orbit_altitude_km: Array,
    user_elevation_deg: Array,
    mesh_stretch_ratio: Array,
    links_passed_count: Array,
    delay_per_link_ms: Array,
    earth_radius_km: Array = EARTH_MEAN_RADIUS_KM,
) -> Array:
    """Time along a mesh of satellites from one place to another, with a delay at each link. [ms]

    t = L / c + N t_link, L up, along and down.
    Source: sum of the parts.
    Check: mesh_switched_one_way_ms(5570, 550, 90, 1, 5, 0.2) = 24.853 (0.01%)
    """
    light_ms = mesh_one_way_ms(
        great_circle_distance_km, orbit_altitude_km, user_elevation_deg, mesh_stretch_ratio, earth_radius_km
    )
    return light_ms + links_passed_count * delay_per_link_ms


def mesh_switched_round_trip_ms(
    great_circle_distance_km: Array,
    orbit_altitude_km: Array,
    user_elevation_deg: Array,
    mesh_stretch_ratio: Array,
    links_passed_count: Array,
    delay_per_link_ms: Array,
    earth_radius_km: Array = EARTH_MEAN_RADIUS_KM,
) -> Array:
    """Time along a mesh of satellites to another place and back, with a delay at each link both ways. [ms]

    t = 2 (L / c + N t_link), L up, along and down.
    Source: sum of the parts.
    Check: mesh_switched_round_trip_ms(5570, 550, 90, 1, 5, 0.2) = 49.705 (0.01%)
    """
    return 2 * mesh_switched_one_way_ms(
        great_circle_distance_km,
        orbit_altitude_km,
        user_elevation_deg,
        mesh_stretch_ratio,
        links_passed_count,
        delay_per_link_ms,
        earth_radius_km,
    )


def mesh_saving_round_trip_ms(
    great_circle_distance_km: Array,
    orbit_altitude_km: Array,
    fibre_refractive_index_ratio: Array,
    fibre_path_stretch_ratio: Array,
    user_elevation_deg: Array,
    mesh_stretch_ratio: Array,
    earth_radius_km: Array = EARTH_MEAN_RADIUS_KM,
) -> Array:
    """How much sooner light is back along a mesh of satellites than through fibre; negative where fibre is sooner. [ms]

    t = 2 d s n / c − 2 L / c, L up, along and down.
    Source: difference of the two round trips.
    Check: mesh_saving_round_trip_ms(5570, 550, 1.47, 1, 90, 1) = 6.9187 (0.1%)
    """
    by_mesh_ms = mesh_round_trip_ms(
        great_circle_distance_km, orbit_altitude_km, user_elevation_deg, mesh_stretch_ratio, earth_radius_km
    )
    return fibre_round_trip_ms(great_circle_distance_km, fibre_refractive_index_ratio, fibre_path_stretch_ratio) - by_mesh_ms


def gateway_round_trip_ms(
    orbit_altitude_km: Array,
    user_elevation_deg: Array,
    gateway_elevation_deg: Array,
    earth_radius_km: Array = EARTH_MEAN_RADIUS_KM,
) -> Array:
    """Round trip of light through one satellite to a gateway that sees it at its own elevation. [ms]

    t = 2 (d(ε_user) + d(ε_gateway)) / c.
    Source: law of cosines.
    Check: gateway_round_trip_ms(550, 40, 25) = 12.909 (0.1%)
    """
    legs = (user_elevation_deg, gateway_elevation_deg)
    return 2 * vacuum_one_way_ms(sum(slant_range_at_elevation_km(orbit_altitude_km, leg, earth_radius_km) for leg in legs))


def mesh_break_even_distance_km(
    orbit_altitude_km: Array,
    fibre_refractive_index_ratio: Array,
    fibre_path_stretch_ratio: Array,
    user_elevation_deg: Array,
    mesh_stretch_ratio: Array,
    earth_radius_km: Array = EARTH_MEAN_RADIUS_KM,
) -> Array:
    """Distance over the ground beyond which light is sooner there by a mesh of satellites than by fibre. [km]

    D = R (2 d(ε) − 2 λ(ε) s (R + h)) / (R n s_f − s (R + h)); nan where fibre stays ahead at every distance.
    Source: the two one-way times set equal; [handley-hotnets] prints about 3,000 km.
    Check: mesh_break_even_distance_km(550, 1.47, 1, 90, 1) = 2867 (0.1%)
    """
    radius_km, orbit_radius_km = earth_radius_km, mesh_stretch_ratio * (earth_radius_km + orbit_altitude_km)
    ends = 2 * np.deg2rad(coverage_half_angle_deg(orbit_altitude_km, user_elevation_deg, radius_km))
    up_and_down_km = 2 * slant_range_at_elevation_km(orbit_altitude_km, user_elevation_deg, radius_km)
    gain_km = radius_km * fibre_refractive_index_ratio * fibre_path_stretch_ratio - orbit_radius_km
    with np.errstate(divide="ignore", invalid="ignore"):
        found_km = radius_km * (up_and_down_km - ends * orbit_radius_km) / gain_km
    return np.where(gain_km > 0, found_km, np.nan)[()]


def longest_link_km(
    orbit_altitude_km: Array, link_grazing_altitude_km: Array, earth_radius_km: Array = EARTH_MEAN_RADIUS_KM
) -> Array:
    """Longest straight link between two satellites at one height that stays above a grazing height. [km]

    L = 2 √((R + h)² − (R + h_g)²).
    Source: Pythagoras.
    Check: longest_link_km(550, 80) = 5014 (0.1%)
    """
    orbit_radius_km, grazing_radius_km = earth_radius_km + orbit_altitude_km, earth_radius_km + link_grazing_altitude_km
    squared = orbit_radius_km**2 - grazing_radius_km**2
    if np.ndim(squared) == 0 and squared < 0:
        raise ValueError(
            f"link_grazing_altitude_km is {link_grazing_altitude_km:g}; allowed: up to the orbit's {orbit_altitude_km:g}"
        )
    return 2 * np.sqrt(np.where(squared >= 0, squared, np.nan))[()]


def mesh_arc_to_ring_km(
    ring_distance_deg: Array, relay_altitude_km: Array, user_elevation_deg: Array, mesh_stretch_ratio: Array
) -> Array:
    """Way along a relay mesh from a user's first satellite to the nearest point below a ring of satellites. [km]

    a = s (R + h_r) max(θ − λ(ε), 0): the first satellite stands towards the ring at the elevation ε.
    Source: spherical geometry.
    Check: mesh_arc_to_ring_km(90, 550, 90, 1) = 10871.5 (0.01%)
    """
    reach_deg = coverage_half_angle_deg(relay_altitude_km, user_elevation_deg)
    arc = np.deg2rad(np.maximum(ring_distance_deg - reach_deg, 0.0))
    return mesh_stretch_ratio * (EARTH_MEAN_RADIUS_KM + relay_altitude_km) * arc


def way_to_ring_km(
    ring_distance_deg: Array,
    relay_altitude_km: Array,
    orbit_altitude_km: Array,
    user_elevation_deg: Array,
    mesh_stretch_ratio: Array,
) -> Array:
    """Length of a user's way up to a relay mesh, along it, and across to a computer in a ring of satellites. [km]

    L = d(ε) + a + |h − h_r|, d the slant range to the relay, a the way along the mesh, h the ring's height.
    Source: spherical geometry.
    Check: way_to_ring_km(0, 550, 700, 90, 1) = 700 (0.01%)
    Check: way_to_ring_km(90, 550, 550, 90, 1) = 11421.5 (0.01%)
    """
    slant_km = slant_range_at_elevation_km(relay_altitude_km, user_elevation_deg)
    arc_km = mesh_arc_to_ring_km(ring_distance_deg, relay_altitude_km, user_elevation_deg, mesh_stretch_ratio)
    return slant_km + arc_km + np.abs(np.subtract(orbit_altitude_km, relay_altitude_km))


def links_needed_count(link_path_km: Array, mesh_link_length_km: Array) -> Array:
    """Laser links one after another along a path. [count]

    N = path over link, rounded up; the satellites on the way are one more. Paths and links above 0.
    Source: definition.
    Check: links_needed_count(10000, 2500) = 4 (0%)
    Check: links_needed_count(10001, 2500) = 5 (0%)
    """
    return np.ceil(link_path_km / mesh_link_length_km - 1e-9)  # structure: rounding must not add a link


def links_above_ground_count(
    great_circle_distance_km: Array,
    orbit_altitude_km: Array,
    mesh_link_length_km: Array,
    earth_radius_km: Array = EARTH_MEAN_RADIUS_KM,
) -> Array:
    """Laser links one after another above a distance over the ground. [count]

    N = D (R + h) / R over the link's length, rounded up.
    Source: similar arcs.
    Check: links_above_ground_count(5570, 550, 1500) = 5 (0%)
    """
    return links_needed_count(great_circle_distance_km * (1 + orbit_altitude_km / earth_radius_km), mesh_link_length_km)


def links_one_way_ms(link_path_km: Array, links_passed_count: Array, delay_per_link_ms: Array) -> Array:
    """Time along a path in vacuum with a delay at each link. [ms]

    t = d / c + N t_link.
    Source: sum of the parts.
    Check: links_one_way_ms(6000, 6, 0.1) = 20.614 (0.01%)
    """
    return vacuum_one_way_ms(link_path_km) + links_passed_count * delay_per_link_ms


def links_round_trip_ms(link_path_km: Array, links_passed_count: Array, delay_per_link_ms: Array) -> Array:
    """Time along a path in vacuum and back, with a delay at each link both ways. [ms]

    t = 2 (d / c + N t_link).
    Source: sum of the parts.
    Check: links_round_trip_ms(6000, 6, 0.1) = 41.228 (0.01%)
    """
    return 2 * links_one_way_ms(link_path_km, links_passed_count, delay_per_link_ms)


def bent_pipe_one_way_ms(
    great_circle_distance_km: Array, orbit_altitude_km: Array, one_way_legs_count: Array
) -> Array:
    """Time one way along a route that hops between ground stations and satellites, without laser links. [ms]

    t = N slant(h, d/N) / c: the round trip's half.
    Source: geometry.
    Check: bent_pipe_one_way_ms(3876, 550, 6) = 17.4 (0.2%)
    """
    return bent_pipe_round_trip_ms(great_circle_distance_km, orbit_altitude_km, one_way_legs_count) / 2
