"""What a network of many computers carries from one half of them to the other: rings, tori, meshes, switched trees.

A bisection is the rate through the narrowest cut that parts the network into two halves. Rates are one way: a link that
carries 100 Gbps each way counts 100. Twice as much crosses when both ways are added, which some sources print.
"""

import numpy as np

from earth_or_orbit.constants import EARTH_EQUATORIAL_RADIUS_KM, Array

_CUTS = 2  # structure: a ring has to be cut twice
_NEARLY_EQUAL = 0.02  # structure: sides that differ by less are read as equal
_SMALLEST_RING = 3  # structure: two nodes share one link, not two


def torus_bisection_gbps(torus_sides_count: Array, link_rate_gbps: Array) -> Array:
    """Rate between the halves of a torus with these sides, one way. [Gbps]

    B = 2 N/k · r, N the product of the sides, k the longest side: the cut goes across it, and each ring is cut twice. A side
    of 2 is cut once and counts as 4. The last axis holds the sides. If all are odd the halves differ by one part in k.
    Sides within 2 % of each other are read as equal, k = N^(1/n): for 89 × 90 this lies between the cut across 90 (178
    links), which is the least, and the one across 89 (180), which [arxiv-2607-14172] prints as 2.25 TB/s.
    Source: graph theory; a torus of even sides k has 2 k^(n−1) links across its middle.
    Check: torus_bisection_gbps([20, 20, 20], 100) = 80000 (0%)
    Check: torus_bisection_gbps([10, 20], 100) = 2000 (0%)
    Check: torus_bisection_gbps([2, 3], 100) = 300 (0%)
    Check: torus_bisection_gbps([89, 90], 100) = 17900 (0.01%)
    """
    sides = _sides(torus_sides_count)
    nodes, longest = sides.prod(axis=-1), sides.max(axis=-1)
    nearly = longest <= (1 + _NEARLY_EQUAL) * sides.min(axis=-1)
    # A pair of nodes shares one link, so a side of two is cut as cheaply as one of four.
    widest = np.where(sides == _CUTS, _CUTS * sides, sides).max(axis=-1)
    side = np.where(nearly & (longest >= _SMALLEST_RING), nodes ** (1 / sides.shape[-1]), widest)
    return (_CUTS * nodes / side * link_rate_gbps)[()]


def even_torus_bisection_gbps(network_nodes_count: Array, torus_axes_count: Array, link_rate_gbps: Array) -> Array:
    """Rate between the halves of a torus of equal sides, from its number of nodes, one way. [Gbps]

    B = 2 N^(1 − 1/n) · r, n the number of axes: 1 is a ring, 2 and 3 the usual tori. Sides need not come out whole.
    Source: torus_bisection_gbps with k = N^(1/n).
    Check: even_torus_bisection_gbps(8000, 3, 100) = 80000 (0.01%)
    Check: even_torus_bisection_gbps(8000, 1, 100) = 200 (0.01%)
    """
    nodes, axes = _at_least("network_nodes_count", network_nodes_count, 1), _at_least("torus_axes_count", torus_axes_count, 1)
    return _CUTS * nodes ** (1 - 1 / axes) * link_rate_gbps


def cube_bisection_gbps(torus_side_count: Array, torus_axes_count: Array, link_rate_gbps: Array) -> Array:
    """Rate between the halves of a k-ary n-cube, one way. [Gbps]

    B = 2 k^(n−1) · r, k nodes along each of n axes, k above 2.
    Source: torus_bisection_gbps with equal sides.
    Check: cube_bisection_gbps(20, 3, 100) = 80000 (0%)
    """
    side = _at_least("torus_side_count", torus_side_count, _SMALLEST_RING)
    return _CUTS * side ** (torus_axes_count - 1) * link_rate_gbps


def grid_bisection_gbps(torus_sides_count: Array, link_rate_gbps: Array) -> Array:
    """Rate between the halves of a grid whose edges are not joined, one way. [Gbps]

    B = N/k · r: half of the torus with the same sides.
    Source: each line is cut once.
    Check: grid_bisection_gbps([10, 20], 100) = 1000 (0%)
    """
    sides = _sides(torus_sides_count)
    return (sides.prod(axis=-1) / sides.max(axis=-1) * link_rate_gbps)[()]


def ring_bisection_gbps(link_rate_gbps: Array) -> Array:
    """Rate between the halves of a ring, one way. [Gbps]

    B = 2 r, whatever the number of nodes from three on.
    Source: a ring is cut in two places.
    Check: ring_bisection_gbps(100) = 200 (0%)
    """
    return _CUTS * link_rate_gbps


def full_mesh_bisection_gbps(network_nodes_count: Array, link_rate_gbps: Array) -> Array:
    """Rate between the halves of a network in which every node has a link to every other, one way. [Gbps]

    B = ⌊N²/4⌋ · r.
    Source: N/2 nodes each reach N/2 others.
    Check: full_mesh_bisection_gbps(8, 100) = 1600 (0%)
    Check: full_mesh_bisection_gbps(9, 100) = 2000 (0%)
    """
    nodes = _at_least("network_nodes_count", network_nodes_count, 1)
    return np.floor(nodes**2 / 2**2) * link_rate_gbps


def hypercube_bisection_gbps(network_nodes_count: Array, link_rate_gbps: Array) -> Array:
    """Rate between the halves of a hypercube, one way. [Gbps]

    B = N/2 · r.
    Source: one link per pair of opposite nodes.
    Check: hypercube_bisection_gbps(16, 100) = 800 (0%)
    """
    return network_nodes_count / 2 * link_rate_gbps


def switched_bisection_gbps(network_nodes_count: Array, node_rate_gbps: Array, oversubscription_ratio: Array) -> Array:
    """Rate between the halves of a switched network (fat tree, folded Clos), one way. [Gbps]

    B = N/2 · r/o, r the rate of one node's port and o how many times the ports outdo the links above them; 1 is full bisection.
    Source: definition of oversubscription; [arxiv-2607-14172] 28,800 TB/s is 576,000 ports of 800 Gbps.
    Check: switched_bisection_gbps(576000, 800, 1) = 230400000 (0%)
    """
    ratio = _at_least("oversubscription_ratio", oversubscription_ratio, 1)
    return network_nodes_count / 2 * node_rate_gbps / ratio


def torus_links_count(torus_sides_count: Array) -> Array:
    """Links of a torus with these sides. [count]

    L = Σ over axes of N, and of N/2 along an axis of 2, of none along an axis of 1. Each link carries both ways.
    Source: every node begins one link along every axis.
    Check: torus_links_count([20, 20, 20]) = 24000 (0%)
    Check: torus_links_count([89, 90]) = 16020 (0%)
    """
    sides = _sides(torus_sides_count)
    per_node = np.minimum((sides - 1) / 2, 1)
    return (sides.prod(axis=-1) * per_node.sum(axis=-1))[()]


def even_torus_links_count(network_nodes_count: Array, torus_axes_count: Array) -> Array:
    """Links of a torus from its number of nodes and axes. [count]

    L = n N; a ring is one axis.
    Source: every node begins one link along every axis.
    Check: even_torus_links_count(8000, 3) = 24000 (0%)
    """
    return network_nodes_count * torus_axes_count


def full_mesh_links_count(network_nodes_count: Array) -> Array:
    """Links of a network in which every node has one to every other. [count]

    L = N (N − 1)/2.
    Source: pairs of N.
    Check: full_mesh_links_count(81) = 3240 (0%)
    """
    return network_nodes_count * (network_nodes_count - 1) / 2


def hypercube_links_count(network_nodes_count: Array) -> Array:
    """Links of a hypercube. [count]

    L = N/2 · log2 N.
    Source: every node has log2 N links.
    Check: hypercube_links_count(16) = 32 (0%)
    """
    return network_nodes_count / 2 * np.log2(_at_least("network_nodes_count", network_nodes_count, 1))


def links_of_nodes_count(network_nodes_count: Array, links_per_node_count: Array) -> Array:
    """Links of a network in which every node ends so many. [count]

    L = N l/2: each link has two ends.
    Source: hand-shaking lemma.
    Check: links_of_nodes_count(8000, 6) = 24000 (0%)
    """
    return network_nodes_count * links_per_node_count / 2


def torus_nodes_count(torus_sides_count: Array) -> Array:
    """Nodes of a torus or grid with these sides. [count]

    N = product of the sides.
    Source: definition.
    Check: torus_nodes_count([89, 90]) = 8010 (0%)
    """
    return _sides(torus_sides_count).prod(axis=-1)[()]


def torus_links_per_node_count(torus_axes_count: Array) -> Array:
    """Links that end at one node of a torus. [count]

    l = 2 n: two along every axis.
    Source: definition.
    Check: torus_links_per_node_count(3) = 6 (0%)
    """
    return 2 * torus_axes_count


def torus_diameter_count(torus_sides_count: Array) -> Array:
    """Hops between the two nodes of a torus that are farthest apart. [count]

    D = Σ ⌊k/2⌋.
    Source: half way round every axis.
    Check: torus_diameter_count([20, 20, 20]) = 30 (0%)
    Check: torus_diameter_count([89, 90]) = 89 (0%)
    """
    return np.floor(_sides(torus_sides_count) / 2).sum(axis=-1)[()]


def torus_mean_hops_count(torus_sides_count: Array) -> Array:
    """Hops between two nodes of a torus on average, a node and itself included. [count]

    H = Σ ⌊k²/4⌋/k: k/4 for an even side.
    Source: mean distance on a ring.
    Check: torus_mean_hops_count([20, 20, 20]) = 15 (0%)
    """
    sides = _sides(torus_sides_count)
    return (np.floor(sides**2 / 2**2) / sides).sum(axis=-1)[()]


def total_link_rate_gbps(links_count: Array, link_rate_gbps: Array) -> Array:
    """Rate of all links of a network together, one way. [Gbps]

    R = L r.
    Source: definition.
    Check: total_link_rate_gbps(24000, 100) = 2400000 (0%)
    """
    return links_count * link_rate_gbps


def both_ways_gbps(link_rate_gbps: Array) -> Array:
    """Rate of a link with both ways added. [Gbps]

    R = 2 r.
    Source: definition.
    Check: both_ways_gbps(800) = 1600 (0%)
    """
    return 2 * link_rate_gbps


def bisection_both_ways_gbps(bisection_rate_gbps: Array) -> Array:
    """Rate between the halves of a network with both ways added. [Gbps]

    B = 2 B of one way.
    Source: definition.
    Check: bisection_both_ways_gbps(18000) = 36000 (0%)
    """
    return 2 * bisection_rate_gbps


def injection_rate_gbps(links_per_node_count: Array, link_rate_gbps: Array) -> Array:
    """Rate at which one node can send over all its links. [Gbps]

    r = l · link rate.
    Source: definition.
    Check: injection_rate_gbps(4, 200) = 800 (0%)
    """
    return links_per_node_count * link_rate_gbps


def bisection_per_node_gbps(bisection_rate_gbps: Array, network_nodes_count: Array) -> Array:
    """Share of the bisection for one node of the network. [Gbps]

    b = B/N.
    Source: division.
    Check: bisection_per_node_gbps(18000, 8000) = 2.25 (0%)
    """
    return bisection_rate_gbps / network_nodes_count


def bisection_ratio(reference_bisection_gbps: Array, bisection_rate_gbps: Array) -> Array:
    """How many times one network's bisection is another's. [ratio]

    x = B_reference/B.
    Source: division.
    Check: bisection_ratio(230.4e6, 18000) = 12800 (0%)
    """
    return reference_bisection_gbps / bisection_rate_gbps


def oversubscription_of_ports_ratio(ports_down_gbps: Array, ports_up_gbps: Array) -> Array:
    """How many times the ports below a switch outdo those above it. [ratio]

    o = down/up.
    Source: definition.
    Check: oversubscription_of_ports_ratio(2800, 400) = 7 (0%)
    """
    return ports_down_gbps / ports_up_gbps


def clos_layers_needed_count(network_nodes_count: Array, links_per_switch_count: Array) -> Array:
    """Layers of switches that a full folded Clos of so many nodes needs. [count]

    L = ⌈ln(N/2)/ln(k/2)⌉, two at least: L layers of switches with k links join 2 (k/2)^L nodes. k above 2.
    Source: fat tree of k-port switches.
    Check: clos_layers_needed_count(965, 16) = 3 (0%)
    Check: clos_layers_needed_count(81, 64) = 2 (0%)
    """
    links = _at_least("links_per_switch_count", links_per_switch_count, _SMALLEST_RING)
    layers = np.log(network_nodes_count / 2) / np.log(links / 2)
    return np.maximum(np.ceil(np.round(layers, 9)), 2)  # structure: rounding of a logarithm


def plane_spacing_km(orbit_altitude_km: Array, plane_satellites_count: Array) -> Array:
    """Distance between neighbours that share one orbit evenly. [km]

    d = 2 (R + h) sin(π/N), two or more.
    Source: chord of a circle.
    Check: plane_spacing_km(700, 1000) = 44.47 (0.1%)
    """
    radius_km = EARTH_EQUATORIAL_RADIUS_KM + orbit_altitude_km
    return 2 * radius_km * np.sin(np.pi / _at_least("plane_satellites_count", plane_satellites_count, 2))


def _sides(torus_sides_count: Array) -> np.ndarray:
    """The sides as an array; a list with a side below one raises ValueError."""
    sides = np.atleast_1d(np.asarray(torus_sides_count, dtype=float))
    if sides.ndim == 1 and not (sides >= 1).all():
        raise ValueError(f"torus_sides_count is {sides.tolist()}; every side must be 1 or more")
    return np.where(sides >= 1, sides, np.nan)


def _at_least(name: str, value: Array, least: float) -> Array:
    """The value; a scalar below the least raises ValueError, in an array it becomes nan."""
    if np.ndim(value) == 0:
        if not value >= least:
            raise ValueError(f"{name} is {value:g}; allowed: {least:g} and more")
        return value
    return np.where(np.asarray(value) >= least, value, np.nan)
