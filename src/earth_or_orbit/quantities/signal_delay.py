"""Time that light takes along a path: one way and round trip, in vacuum and in glass, and what a measured time says of a route.

Nothing here knows of queues or access networks. No facility wires this module.
"""

import numpy as np

from earth_or_orbit.constants import M_PER_KM, MS_PER_S, SPEED_OF_LIGHT_M_PER_S, Array
from earth_or_orbit.quantities.fibre import fibre_round_trip_ms, great_circle_distance_km

LIGHT_KM_PER_S = SPEED_OF_LIGHT_M_PER_S / M_PER_KM
LIGHT_KM_PER_MS = LIGHT_KM_PER_S / MS_PER_S


def vacuum_one_way_ms(propagation_path_km: Array) -> Array:
    """Time for light to run along a path in vacuum once. [ms]

    t = d / c.
    Source: definition of speed.
    Check: vacuum_one_way_ms(299.792458) = 1 (0%)
    """
    return propagation_path_km / LIGHT_KM_PER_MS


def vacuum_round_trip_ms(propagation_path_km: Array) -> Array:
    """Time for light to run along a path in vacuum and back. [ms]

    t = 2 d / c.
    Source: definition of speed.
    Check: vacuum_round_trip_ms(384400) = 2564.4 (0.01%)
    """
    return 2 * vacuum_one_way_ms(propagation_path_km)


def fibre_one_way_ms(
    great_circle_distance_km: Array, fibre_refractive_index_ratio: Array, fibre_path_stretch_ratio: Array
) -> Array:
    """Time for light to run through fibre from one place to another. [ms]

    t = d s n / c, s being the cable's length over the great circle's, at least 1.
    Source: definition of the refractive index.
    Check: fibre_one_way_ms(5570, 1.4675, 1) = 27.265 (0.01%)
    """
    return great_circle_distance_km * fibre_path_stretch_ratio * fibre_refractive_index_ratio / LIGHT_KM_PER_MS


def fibre_round_trip_between_ms(
    from_latitude_deg: Array,
    from_longitude_deg: Array,
    to_latitude_deg: Array,
    to_longitude_deg: Array,
    fibre_refractive_index_ratio: Array,
    fibre_path_stretch_ratio: Array,
) -> Array:
    """Time for light to go and return through fibre between two places given by their coordinates. [ms]

    t = 2 d s n / c, d the great circle's length over the mean sphere.
    Source: haversine formula; definition of the refractive index.
    Check: fibre_round_trip_between_ms(0, 0, 0, 90, 1.5, 1) = 100.139 (0.01%)
    """
    distance_km = great_circle_distance_km(from_latitude_deg, from_longitude_deg, to_latitude_deg, to_longitude_deg)
    return fibre_round_trip_ms(distance_km, fibre_refractive_index_ratio, fibre_path_stretch_ratio)


def fibre_access_round_trip_ms(
    great_circle_distance_km: Array,
    fibre_refractive_index_ratio: Array,
    fibre_path_stretch_ratio: Array,
    access_network_delay_ms: Array,
) -> Array:
    """Round trip of a user through the access network and fibre to a place. [ms]

    t = access delay + 2 d s n / c.
    Source: sum of the parts.
    Check: fibre_access_round_trip_ms(1000, 1.467, 1.6, 10) = 25.659 (0.01%)
    """
    return access_network_delay_ms + fibre_round_trip_ms(
        great_circle_distance_km, fibre_refractive_index_ratio, fibre_path_stretch_ratio
    )


def round_trip_of_one_way_ms(stated_one_way_ms: Array) -> Array:
    """Round trip whose two ways take the same time. [ms]

    t = 2 · one way.
    Source: definition.
    Check: round_trip_of_one_way_ms(27.3) = 54.6 (0%)
    """
    return 2 * stated_one_way_ms


def one_way_of_round_trip_ms(stated_round_trip_ms: Array) -> Array:
    """One way of a round trip whose two ways take the same time. [ms]

    t = round trip / 2.
    Source: definition.
    Check: one_way_of_round_trip_ms(54.6) = 27.3 (0%)
    """
    return stated_round_trip_ms / 2


def named_route_distance_km(great_circle_distance_km: Array) -> Array:
    """Shortest distance between the two cities that name a route. [km]

    d = great_circle_distance_km, which the list of cities gives.
    Source: haversine formula.
    Check: named_route_distance_km(5570) = 5570 (0%)
    """
    return great_circle_distance_km


def fibre_light_speed_km_per_s(fibre_refractive_index_ratio: Array) -> Array:
    """Speed of light in fibre. [km/s]

    v = c / n.
    Source: definition of the refractive index.
    Check: fibre_light_speed_km_per_s(1.4675) = 204288 (0.01%)
    """
    return LIGHT_KM_PER_S / fibre_refractive_index_ratio


def fibre_light_speed_share_frac(fibre_refractive_index_ratio: Array) -> Array:
    """Speed of light in fibre over that in vacuum. [frac]

    v / c = 1 / n.
    Source: definition of the refractive index.
    Check: fibre_light_speed_share_frac(1.5) = 0.66667 (0.01%)
    """
    return 1 / fibre_refractive_index_ratio


def fibre_delay_ms_per_km(fibre_refractive_index_ratio: Array) -> Array:
    """Delay of a kilometre of fibre, one way. [ms/km]

    t / d = n / c.
    Source: definition of the refractive index.
    Check: fibre_delay_ms_per_km(1.4675) = 0.0048951 (0.01%)
    """
    return fibre_refractive_index_ratio / LIGHT_KM_PER_MS


def index_of_light_speed_ratio(fibre_light_speed_km_per_s: Array) -> Array:
    """Refractive index of a glass in which light has this speed. [ratio]

    n = c / v.
    Source: definition of the refractive index.
    Check: index_of_light_speed_ratio(200000) = 1.49896 (0.001%)
    """
    return LIGHT_KM_PER_S / fibre_light_speed_km_per_s


def index_of_light_speed_share_ratio(fibre_light_speed_share_frac: Array) -> Array:
    """Refractive index of a glass in which light has this share of its speed in vacuum. [ratio]

    n = 1 / share.
    Source: definition of the refractive index.
    Check: index_of_light_speed_share_ratio(0.667) = 1.49925 (0.001%)
    """
    return 1 / fibre_light_speed_share_frac


def index_of_delay_per_km_ratio(fibre_delay_ms_per_km: Array) -> Array:
    """Refractive index of a fibre with this delay per kilometre. [ratio]

    n = c · t / d.
    Source: definition of the refractive index.
    Check: index_of_delay_per_km_ratio(0.0049) = 1.46898 (0.001%)
    """
    return fibre_delay_ms_per_km * LIGHT_KM_PER_MS


def index_of_one_way_ratio(great_circle_distance_km: Array, stated_one_way_ms: Array) -> Array:
    """Refractive index that a one-way time over a length of fibre amounts to. [ratio]

    n = c t / d, all detours counted into it.
    Source: definition of the refractive index.
    Check: index_of_one_way_ratio(1000, 4.9) = 1.46898 (0.001%)
    """
    return stated_one_way_ms * LIGHT_KM_PER_MS / great_circle_distance_km


def index_of_round_trip_ratio(great_circle_distance_km: Array, stated_round_trip_ms: Array) -> Array:
    """Refractive index that a round trip over a length of fibre amounts to. [ratio]

    n = c t / (2 d), all detours counted into it.
    Source: definition of the refractive index.
    Check: index_of_round_trip_ratio(1000, 9.8) = 1.46898 (0.001%)
    """
    return stated_round_trip_ms * LIGHT_KM_PER_MS / (2 * great_circle_distance_km)


def route_stretch_ratio(
    great_circle_distance_km: Array, stated_round_trip_ms: Array, fibre_refractive_index_ratio: Array
) -> Array:
    """How many times longer than light in fibre on the great circle a round trip takes. [ratio]

    s = t c / (2 d n): detours of the cable, and routers and queues as if they were cable.
    Source: the round trip of light in fibre, turned round.
    Check: route_stretch_ratio(5570, 75, 1.467) = 1.3758 (0.01%)
    """
    return stated_round_trip_ms * LIGHT_KM_PER_MS / (2 * great_circle_distance_km * fibre_refractive_index_ratio)


def fibre_reach_km(
    stated_round_trip_ms: Array, fibre_refractive_index_ratio: Array, fibre_path_stretch_ratio: Array
) -> Array:
    """Great-circle distance that a round trip through fibre of this length of time reaches. [km]

    d = t c / (2 n s).
    Source: the round trip of light in fibre, turned round.
    Check: fibre_reach_km(10, 1.467, 1.5) = 681.2 (0.01%)
    """
    return stated_round_trip_ms * LIGHT_KM_PER_MS / (2 * fibre_refractive_index_ratio * fibre_path_stretch_ratio)


def index_speed_gain_frac(fibre_refractive_index_ratio: Array) -> Array:
    """How much faster light is in vacuum than in fibre, over its speed in fibre. [frac]

    gain = n − 1.
    Source: definition of the refractive index.
    Check: index_speed_gain_frac(1.47) = 0.47 (0.01%)
    """
    return np.subtract(fibre_refractive_index_ratio, 1)


def zenith_path_ms(orbit_altitude_km: Array, path_legs_count: Array) -> Array:
    """Time along legs between the ground and a satellite straight overhead. [ms]

    t = N h / c: one leg up; two up and down; four through a satellite to a gateway and back.
    Source: geometry.
    Check: zenith_path_ms(35786, 4) = 477.48 (0.01%)
    Check: zenith_path_ms(35786, 2) = 238.74 (0.01%)
    """
    return path_legs_count * vacuum_one_way_ms(orbit_altitude_km)


def slant_path_ms(stated_slant_range_km: Array, path_legs_count: Array) -> Array:
    """Time along legs of one slant range between the ground and a satellite. [ms]

    t = N d / c.
    Source: definition of speed.
    Check: slant_path_ms(1000, 4) = 13.343 (0.01%)
    """
    return path_legs_count * vacuum_one_way_ms(stated_slant_range_km)


def vacuum_saving_one_way_ms(great_circle_distance_km: Array, fibre_refractive_index_ratio: Array) -> Array:
    """How much sooner light in vacuum is at the end of a distance than light in fibre of the same length. [ms]

    t = d (n − 1) / c.
    Source: definition of the refractive index.
    Check: vacuum_saving_one_way_ms(5570, 1.47) = 8.7324 (0.01%)
    """
    return vacuum_one_way_ms(great_circle_distance_km) * index_speed_gain_frac(fibre_refractive_index_ratio)


def vacuum_saving_round_trip_ms(great_circle_distance_km: Array, fibre_refractive_index_ratio: Array) -> Array:
    """How much sooner light in vacuum is back over a distance than light in fibre of the same length. [ms]

    t = 2 d (n − 1) / c.
    Source: definition of the refractive index.
    Check: vacuum_saving_round_trip_ms(5570, 1.47) = 17.465 (0.01%)
    """
    return 2 * vacuum_saving_one_way_ms(great_circle_distance_km, fibre_refractive_index_ratio)
