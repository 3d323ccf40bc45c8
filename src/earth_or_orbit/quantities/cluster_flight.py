"""A cluster of satellites in free fall: its lattice, how many fit, how near they come, and who of them computes.

Every member's ellipse has the reference's period, so the cluster is a lattice of points in the space of ellipses: a
point's distance from the centre is the ellipse's size, its direction the place on it. In the orbit's plane the lattice
appears stretched along the track by the ellipse's axis ratio, 2, and two members s apart in that space swing between s
and 2s twice an orbit. In a plane tilted by 60° across the track the ellipses are circles, and the lattice turns rigidly.
"""

import numpy as np

from earth_or_orbit.constants import (
    EARTH_EQUATORIAL_RADIUS_KM,
    EARTH_GRAVITATIONAL_PARAMETER_KM3_PER_S2,
    M_PER_KM,
    Array,
)

# A point just on the rim belongs to the lattice, whatever the last digits of a double say.
_ROUNDING = 1e-9  # structure: rounding of a squared ratio
# Neighbours of a point -> step and multiplier of the series that counts a lattice's points within a circle.
_SQUARE, _HEXAGONAL = 4, 6  # structure: the two regular lattices
_STEP = {_SQUARE: 4, _HEXAGONAL: 3}  # structure: sums of two squares, and Loeschian numbers


def lattice_radial_m(cluster_radius_m: float, least_distance_m: float, ellipse_axis_ratio: float) -> np.ndarray:
    """Heights above the centre of all members of a planar free-fall cluster, at the moment that its lattice stands upright. [m]

    x = i s for whole i, j with (i² + j²) s² ≤ (R/ρ)²: a square lattice of the least distance s among ellipses of at most
    R along the track. In rows from the front; for one cluster, not for draws.
    Source: [S063] figure 2.
    Check: lattice_radial_m(200, 100, 2) = [0, -100, 0, 100, 0] (0%)
    """
    return _square_lattice(cluster_radius_m, least_distance_m, ellipse_axis_ratio)[0] * least_distance_m


def lattice_along_m(cluster_radius_m: float, least_distance_m: float, ellipse_axis_ratio: float) -> np.ndarray:
    """Ways ahead of the centre of the same members at the same moment. [m]

    y = ρ j s, as in lattice_radial_m.
    Source: [S063] figure 2.
    Check: lattice_along_m(200, 100, 2) = [-200, 0, 0, 0, 200] (0%)
    """
    steps = _square_lattice(cluster_radius_m, least_distance_m, ellipse_axis_ratio)[1]
    return steps * least_distance_m * ellipse_axis_ratio


def free_fall_satellites_count(cluster_radius_m: Array, least_distance_m: Array, ellipse_axis_ratio: Array) -> Array:
    """Members of a square lattice in the orbit's plane, counted. [count]

    N = points with i² + j² ≤ (R/(ρ s))². With 1 km, 100 m and 2 it gives the 81 of Google's cluster.
    Source: [S063] section 2.2.
    Check: free_fall_satellites_count(1000, 100, 2) = 81 (0%)
    """
    return lattice_points_count(cluster_radius_m / ellipse_axis_ratio, least_distance_m, _SQUARE)


def rigid_satellites_count(cluster_radius_m: Array, least_distance_m: Array) -> Array:
    """Members of a hexagonal lattice in the plane tilted by 60°, where it turns rigidly, counted. [count]

    N = points with i² + ij + j² ≤ (R/s)². With 1 km and 100 m it gives the published 367.
    Source: [penot-cluster] planar design.
    Check: rigid_satellites_count(1000, 100) = 367 (0%)
    """
    return lattice_points_count(cluster_radius_m, least_distance_m, _HEXAGONAL)


def lattice_points_count(disc_radius_m: Array, lattice_spacing_m: Array, lattice_neighbours_count: int) -> Array:
    """Points of a square (4 neighbours) or hexagonal (6) lattice within a disc around one of them. [count]

    N = 1 + m Σ (⌊q/(mk + 1)⌋ − ⌊q/(mk + 3)⌋) with m = 4, and 1 + 6 Σ (⌊q/(3k + 1)⌋ − ⌊q/(3k + 2)⌋); q = (R/s)².
    Source: Jacobi's and Lorenz's theorems on sums i² + j² and i² + ij + j².
    Check: lattice_points_count(5, 1, 4) = 81 (0%)
    Check: lattice_points_count([2, 3, 10], 1, 6) = [19, 37, 367] (0%)
    """
    if lattice_neighbours_count not in _STEP:
        raise ValueError(f"lattice_neighbours_count is {lattice_neighbours_count}; allowed: 4 (square), 6 (hexagonal)")
    step = _STEP[lattice_neighbours_count]
    ratio = disc_radius_m / _above_zero("lattice_spacing_m", lattice_spacing_m)
    rim = np.floor(np.asarray(ratio, dtype=float)[..., np.newaxis] ** 2 * (1 + _ROUNDING))
    terms = step * np.arange(np.nanmax(rim, initial=0) // step + 1)
    # The second residue is the first one's negative: 3 of 4, 2 of 3.
    pairs = np.floor(rim / (terms + 1)) - np.floor(rim / (terms + step - 1))
    found = 1 + lattice_neighbours_count * pairs.sum(axis=-1)
    return found if found.ndim else float(found)


def free_fall_packing_count(cluster_radius_m: Array, least_distance_m: Array, ellipse_axis_ratio: Array) -> Array:
    """Members that a square lattice in the orbit's plane holds by area, without the rim's unevenness. [count]

    N = π (R/(ρ s))². The lattice itself has a few per cent more or less (81 where this gives 78.5).
    Source: area; [S063] for N growing as R².
    Check: free_fall_packing_count(1000, 100, 2) = 78.54 (0.01%)
    """
    spans = cluster_radius_m / (ellipse_axis_ratio * _above_zero("least_distance_m", least_distance_m))
    return np.pi * spans**2


def ellipse_cells_count(
    ellipse_semi_major_m: Array, ellipse_semi_minor_m: Array, cell_length_m: Array, cell_width_m: Array
) -> Array:
    """Rectangular cells that an ellipse holds by area. [count]

    N = π a b/(l w).
    Source: area.
    Check: ellipse_cells_count(1000, 500, 200, 100) = 78.54 (0.01%)
    """
    cell_m2 = _above_zero("cell_length_m", cell_length_m) * _above_zero("cell_width_m", cell_width_m)
    return np.pi * ellipse_semi_major_m * ellipse_semi_minor_m / cell_m2


def free_fall_cells_count(cluster_radius_m: Array, ellipse_axis_ratio: Array, cell_length_m: Array, cell_width_m: Array) -> Array:
    """Rectangular cells that the bounding ellipse of a planar free-fall cluster holds by area. [count]

    N = π R²/(ρ l w).
    Source: area; [S063] for the ellipse.
    Check: free_fall_cells_count(1000, 2, 200, 100) = 78.54 (0.01%)
    """
    semi_minor_m = ellipse_semi_minor_m(cluster_radius_m, ellipse_axis_ratio)
    return ellipse_cells_count(cluster_radius_m, semi_minor_m, cell_length_m, cell_width_m)


def planar_packing_count(cluster_radius_m: Array, least_distance_m: Array, lattice_neighbours_count: Array) -> Array:
    """Members that a disc of circular relative orbits holds by area. [count]

    N = π (R/s)²/sin(2π/m): 3.63 (R/s)² for the hexagonal lattice (m = 6), π (R/s)² for the square one (m = 4).
    Source: [penot-cluster], 3.63; the lattice itself gives 367 where this gives 362.8.
    Check: planar_packing_count(1000, 100, 6) = 362.76 (0.01%)
    """
    spans = cluster_radius_m / _above_zero("least_distance_m", least_distance_m)
    return np.pi * spans**2 / np.sin(2 * np.pi / lattice_neighbours_count)


def spatial_packing_count(cluster_radius_m: Array, least_distance_m: Array, spatial_packing_ratio: Array) -> Array:
    """Members of a cluster that fills a sphere, by the published law. [count]

    N = c (R/s)³. c is 0.27 for the published design, which lets nobody stand in another's sun.
    Source: [penot-cluster], 264 at 1 km and 100 m.
    Check: spatial_packing_count(1000, 100, 0.27) = 270 (0.01%)
    """
    return packed_satellites_count(cluster_radius_m, least_distance_m, spatial_packing_ratio, 3)  # structure: power of a volume


def packed_satellites_count(
    cluster_radius_m: Array, least_distance_m: Array, packing_coefficient_ratio: Array, packing_power_ratio: Array
) -> Array:
    """Members of a cluster by any law of its size. [count]

    N = c (R/s)^p.
    Source: [penot-cluster].
    Check: packed_satellites_count(1000, 100, 3.63, 2) = 363 (0.01%)
    """
    spans = cluster_radius_m / _above_zero("least_distance_m", least_distance_m)
    return packing_coefficient_ratio * spans**packing_power_ratio


def stacked_satellites_count(cluster_radius_m: float, least_distance_m: float, plane_tilt_deg: float) -> float:
    """Members of parallel planes, tilted about the radial axis and stacked along the track, counted. [count]

    N = Σ hexagonal points with (R/s)² ≥ (e/s)², e the ellipse whose far end touches the sphere: (y + 2e)² + (2k e)² = R²,
    k the tilt's tangent, y the plane's place on the track in steps of s √(1 + k²)/k, so that the planes are s apart. Our
    own construction: at best 271 at 41.3° for 1 km and 100 m, with 5.9 m of clearance to the line of sight to the Sun,
    where [penot-cluster] has 264 and a clearance of twice 3 m. Planes nearer than that hold more (525 at 26.6°, planes s
    apart on the track) but cross each other's sun. For one cluster, not for draws; tilts above 0° and below 90°.
    Source: geometry of relative orbits.
    Check: stacked_satellites_count(1000, 100, 41.3) = 271 (0%)
    Check: stacked_satellites_count(1000, 100, 45) = 261 (0%)
    """
    if not 0 < plane_tilt_deg < 90:  # structure: a tilt between flat and upright
        raise ValueError(f"plane_tilt_deg is {plane_tilt_deg:g}; allowed: above 0 and below 90")
    slope, reach = np.tan(np.deg2rad(plane_tilt_deg)), cluster_radius_m / _above_zero("least_distance_m", least_distance_m)
    step = np.sqrt(1 + slope**2) / slope
    last = np.floor(reach / step * (1 + _ROUNDING))
    along = np.abs(np.arange(-last, last + 1)) * step
    widest = (np.sqrt(np.maximum(reach**2 + slope**2 * (reach**2 - along**2), 0)) - along) / (2 * (1 + slope**2))
    return float(lattice_points_count(np.maximum(widest, 0), 1.0, _HEXAGONAL).sum())


def packing_break_even_ratio(planar_packing_ratio: Array, spatial_packing_ratio: Array) -> Array:
    """Radius in least distances beyond which a filled sphere holds more than a plane. [ratio]

    R/s = c₂/c₃.
    Source: [penot-cluster], 13.5.
    Check: packing_break_even_ratio(3.63, 0.27) = 13.44 (0.1%)
    """
    return planar_packing_ratio / spatial_packing_ratio


def planar_cluster_radius_m(
    satellites_in_cluster_count: Array, least_distance_m: Array, lattice_neighbours_count: Array
) -> Array:
    """Radius of the disc of circular relative orbits that holds so many members by area. [m]

    R = s √(N sin(2π/m)/π).
    Source: inverse of planar_packing_count.
    Check: planar_cluster_radius_m(362.76, 100, 6) = 1000 (0.01%)
    """
    return least_distance_m * np.sqrt(satellites_in_cluster_count * np.sin(2 * np.pi / lattice_neighbours_count) / np.pi)


def spatial_cluster_radius_m(satellites_in_cluster_count: Array, least_distance_m: Array, spatial_packing_ratio: Array) -> Array:
    """Radius of the sphere that holds so many members by the published law. [m]

    R = s (N/c)^(1/3).
    Source: inverse of spatial_packing_count.
    Check: spatial_cluster_radius_m(270, 100, 0.27) = 1000 (0.01%)
    """
    return least_distance_m * np.cbrt(satellites_in_cluster_count / spatial_packing_ratio)


def free_fall_least_distance_m(cluster_radius_m: Array, satellites_in_cluster_count: Array, ellipse_axis_ratio: Array) -> Array:
    """Least distance of neighbours in a planar free-fall cluster of so many members, by area. [m]

    s = (R/ρ) √(π/N).
    Source: inverse of free_fall_packing_count.
    Check: free_fall_least_distance_m(1000, 78.54, 2) = 100 (0.01%)
    """
    return cluster_radius_m / ellipse_axis_ratio * np.sqrt(np.pi / satellites_in_cluster_count)


def greatest_neighbour_distance_m(least_distance_m: Array, ellipse_axis_ratio: Array) -> Array:
    """Greatest distance in an orbit of two members that come as near as this. [m]

    d = ρ s, reached a quarter of an orbit after the least.
    Source: [S063] figure 3, about 200 m.
    Check: greatest_neighbour_distance_m(100, 2) = 200 (0%)
    """
    return ellipse_axis_ratio * least_distance_m


def greatest_diagonal_distance_m(least_distance_m: Array, ellipse_axis_ratio: Array) -> Array:
    """Greatest distance in an orbit of two diagonal neighbours of a square lattice. [m]

    d = √2 ρ s; their least distance is √2 s.
    Source: [S063] figure 3, whose axis is labelled to 275 m.
    Check: greatest_diagonal_distance_m(100, 2) = 282.84 (0.01%)
    """
    return np.sqrt(2) * greatest_neighbour_distance_m(least_distance_m, ellipse_axis_ratio)


def ellipse_semi_minor_m(ellipse_semi_major_m: Array, ellipse_axis_ratio: Array) -> Array:
    """Half height of the ellipse that bounds a planar free-fall cluster. [m]

    b = R/ρ, ρ = 2 in free fall.
    Source: [S063] section 2.2.
    Check: ellipse_semi_minor_m(1000, 2) = 500 (0%)
    """
    return ellipse_semi_major_m / ellipse_axis_ratio


def pair_distances_m(radial_offset_m: np.ndarray, along_offset_m: np.ndarray, cross_offset_m: np.ndarray) -> np.ndarray:
    """Distances of all pairs of members; members along the last axis, which becomes two. [m]

    d_ij = √(Δx² + Δy² + Δz²).
    Source: definition.
    Check: pair_distances_m([0, 3], [0, 4], [0, 0]) = [[0, 5], [5, 0]] (0%)
    """
    axes = np.broadcast_arrays(radial_offset_m, along_offset_m, cross_offset_m)
    return np.sqrt(sum((axis[..., :, np.newaxis] - axis[..., np.newaxis, :]) ** 2 for axis in axes))


def greatest_relative_speed_m_per_s(cluster_radius_m: Array, orbit_altitude_km: Array) -> Array:
    """Greatest speed of a member against the cluster's centre. [m/s]

    v = n R, along the track where the outermost ellipse is highest or lowest.
    Source: Clohessy and Wiltshire (1960), J. Aerospace Sci. 27, 653.
    Check: greatest_relative_speed_m_per_s(1000, 650) = 1.07154 (0.01%)
    """
    axis_km = EARTH_EQUATORIAL_RADIUS_KM + orbit_altitude_km
    return np.sqrt(EARTH_GRAVITATIONAL_PARAMETER_KM3_PER_S2 / axis_km**3) * cluster_radius_m


def formation_delta_v_m_per_s_year(formation_delta_v_m_per_s_year_km: Array, cluster_radius_m: Array) -> Array:
    """Speed change a year of the outermost member, from a rate per kilometre from the reference. [m/s/year]

    Δv = r R.
    Source: [S063] section 2.2, less than 3 m/s a year per km.
    Check: formation_delta_v_m_per_s_year(3, 1000) = 3 (0%)
    """
    return formation_delta_v_m_per_s_year_km * cluster_radius_m / M_PER_KM


def formation_delta_v_m_per_s(
    formation_delta_v_m_per_s_year_km: Array, cluster_radius_m: Array, satellite_service_years: Array
) -> Array:
    """Speed change over a satellite's life of the outermost member. [m/s]

    Δv = r R t.
    Source: [S063] section 2.2.
    Check: formation_delta_v_m_per_s(3, 1000, 5) = 15 (0%)
    """
    return formation_delta_v_m_per_s_year(formation_delta_v_m_per_s_year_km, cluster_radius_m) * satellite_service_years


def computing_satellites_frac(links_per_switch_count: Array, clos_layers_count: Array) -> Array:
    """Share of a cluster's satellites that compute, where the others are switches of a Clos network. [frac]

    r = k/(k + 4L − 6), k links per switch, L layers. From two layers on.
    Source: [penot-cluster].
    Check: computing_satellites_frac(10, 3) = 0.625 (0%)
    """
    links = _above_zero("links_per_switch_count", links_per_switch_count)
    # A fabric of fewer than two layers has no switches above the racks, and the law does not hold.
    extra = _above_zero("clos_layers_count less 1", clos_layers_count - 1)
    return links / (links + 2 * (2 * extra - 1))


def switching_satellites_frac(links_per_switch_count: Array, clos_layers_count: Array) -> Array:
    """Share of a cluster's satellites that only switch. [frac]

    1 − r = (4L − 6)/(k + 4L − 6).
    Source: [penot-cluster].
    Check: switching_satellites_frac(10, 3) = 0.375 (0%)
    """
    return 1 - computing_satellites_frac(links_per_switch_count, clos_layers_count)


def computing_satellites_count(
    satellites_in_cluster_count: Array, links_per_switch_count: Array, clos_layers_count: Array
) -> Array:
    """Satellites of a cluster that compute. [count]

    N_c = N k/(k + 4L − 6).
    Source: [penot-cluster].
    Check: computing_satellites_count(264, 10, 3) = 165 (0%)
    """
    return satellites_in_cluster_count * computing_satellites_frac(links_per_switch_count, clos_layers_count)


def switching_satellites_count(
    satellites_in_cluster_count: Array, links_per_switch_count: Array, clos_layers_count: Array
) -> Array:
    """Satellites of a cluster that only switch. [count]

    N_s = N (4L − 6)/(k + 4L − 6).
    Source: [penot-cluster].
    Check: switching_satellites_count(264, 10, 3) = 99 (0%)
    """
    return satellites_in_cluster_count * switching_satellites_frac(links_per_switch_count, clos_layers_count)


def _square_lattice(radius_m: float, spacing_m: float, axis_ratio: float) -> tuple[np.ndarray, np.ndarray]:
    """Whole steps (i, j) of the square lattice within the disc of ellipses; one cluster only."""
    reach = radius_m / (axis_ratio * _above_zero("least_distance_m", spacing_m))
    last = np.floor(reach * (1 + _ROUNDING))
    j, i = (axis.ravel() for axis in np.meshgrid(*[np.arange(-last, last + 1)] * 2, indexing="ij"))
    inside = i**2 + j**2 <= reach**2 * (1 + _ROUNDING)
    return i[inside], j[inside]


def _above_zero(name: str, value: Array) -> Array:
    """The value; a scalar that is not above zero raises ValueError, in an array it becomes nan."""
    if np.ndim(value) == 0:
        if not value > 0:
            raise ValueError(f"{name} is {value:g}; it must be above 0")
        return value
    return np.where(np.asarray(value) > 0, value, np.nan)
