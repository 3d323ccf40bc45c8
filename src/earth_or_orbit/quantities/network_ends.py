"""From what sources print to what they ask, in one step: networks by their sides, exchanges by a model's size.

Each puts together formulas of interconnect, training_traffic and passes.
"""

import numpy as np

from earth_or_orbit.constants import Array
from earth_or_orbit.quantities import interconnect, passes, training_traffic


def torus_bisection_both_ways_gbps(torus_sides_count: Array, link_rate_gbps: Array) -> Array:
    """Rate between the halves of a torus with both ways added. [Gbps]

    B = 2 · 2 N/k · r.
    Source: torus_bisection_gbps, each link carrying as much either way.
    Check: torus_bisection_both_ways_gbps([20, 20, 20], 100) = 160000 (0%)
    """
    return interconnect.bisection_both_ways_gbps(interconnect.torus_bisection_gbps(torus_sides_count, link_rate_gbps))


def torus_bisection_links_count(torus_sides_count: Array) -> Array:
    """Links that the least cut through the middle of a torus parts. [count]

    L = 2 N/k, k the longest side, one of 2 counting as 4.
    Source: torus_bisection_gbps; here sides count as they are.
    Check: torus_bisection_links_count([20, 20, 20]) = 800 (0%)
    Check: torus_bisection_links_count([2, 3]) = 3 (0%)
    Check: torus_bisection_links_count([89, 90]) = 178 (0%)
    """
    sides = np.atleast_1d(torus_sides_count)
    widest = np.max(np.where(np.equal(sides, 2), 2 * 2, sides), axis=-1)  # structure: a pair of nodes shares one link
    return 2 * interconnect.torus_nodes_count(torus_sides_count) / widest


def torus_total_rate_gbps(torus_sides_count: Array, link_rate_gbps: Array) -> Array:
    """Rate of all links of a torus together, one way. [Gbps]

    R = n N r.
    Source: torus_links_count.
    Check: torus_total_rate_gbps([20, 20, 20], 100) = 2400000 (0%)
    """
    return interconnect.total_link_rate_gbps(interconnect.torus_links_count(torus_sides_count), link_rate_gbps)


def torus_bisection_per_node_gbps(torus_sides_count: Array, link_rate_gbps: Array) -> Array:
    """Share of a torus's bisection for one of its nodes. [Gbps]

    b = 2 r/k.
    Source: torus_bisection_gbps over the number of nodes.
    Check: torus_bisection_per_node_gbps([20, 20, 20], 100) = 10 (0%)
    """
    whole = interconnect.torus_bisection_gbps(torus_sides_count, link_rate_gbps)
    return interconnect.bisection_per_node_gbps(whole, interconnect.torus_nodes_count(torus_sides_count))


def torus_bisection_ratio(torus_sides_count: Array, link_rate_gbps: Array, reference_bisection_gbps: Array) -> Array:
    """How many times another network's bisection is that of a torus. [ratio]

    x = B_reference/B.
    Source: torus_bisection_gbps.
    Check: torus_bisection_ratio([20, 20, 20], 100, 230.4e6) = 2880 (0%)
    """
    return interconnect.bisection_ratio(
        reference_bisection_gbps, interconnect.torus_bisection_gbps(torus_sides_count, link_rate_gbps)
    )


def fleet_link_rate_gbps(network_nodes_count: Array, links_per_node_count: Array, link_rate_gbps: Array) -> Array:
    """Rate of all links of a network in which every node ends so many, each link counted once, one way. [Gbps]

    R = N l/2 · r.
    Source: links_of_nodes_count.
    Check: fleet_link_rate_gbps(8000, 6, 100) = 2400000 (0%)
    """
    links = interconnect.links_of_nodes_count(network_nodes_count, links_per_node_count)
    return interconnect.total_link_rate_gbps(links, link_rate_gbps)


def gradient_all_reduce_s(
    model_parameters_count: Array, stored_bytes_per_parameter: Array, ranks_count: Array, node_rate_gbps: Array
) -> Array:
    """Time in which replicas of a model add up their gradients. [s]

    t = 2 (N − 1)/N · 8 P b/r.
    Source: all_reduce_s of a message of P b bytes.
    Check: gradient_all_reduce_s(70e9, 2, 16, 400) = 5.25 (0%)
    """
    message = training_traffic.model_bytes(model_parameters_count, stored_bytes_per_parameter)
    return training_traffic.all_reduce_s(message, ranks_count, node_rate_gbps)


def gradient_needed_rate_gbps(
    model_parameters_count: Array, stored_bytes_per_parameter: Array, ranks_count: Array, available_s: Array
) -> Array:
    """Rate of one replica that adds up its gradients with the others within a step. [Gbps]

    r = 2 (N − 1)/N · 8 P b/t.
    Source: all_reduce_needed_rate_gbps.
    Check: gradient_needed_rate_gbps(70e9, 2, 16, 5.25) = 400 (0%)
    """
    message = training_traffic.model_bytes(model_parameters_count, stored_bytes_per_parameter)
    return training_traffic.all_reduce_needed_rate_gbps(message, ranks_count, available_s)


def seldom_needed_rate_gbps(
    message_bytes: Array, ranks_count: Array, available_s: Array, inner_steps_count: Array
) -> Array:
    """Mean rate of one replica that meets the others every so many steps. [Gbps]

    r = 2 (N − 1)/N · 8 M/(H t), t the time of one step.
    Source: [diloco].
    Check: seldom_needed_rate_gbps(100e9, 8, 3.5, 500) = 0.8 (0%)
    """
    return training_traffic.all_reduce_needed_rate_gbps(message_bytes, ranks_count, available_s * inner_steps_count)


def model_transfer_s(model_parameters_count: Array, stored_bytes_per_parameter: Array, link_rate_gbps: Array) -> Array:
    """Time of sending a model or its checkpoint over a link. [s]

    t = 8 P b/r.
    Source: transfer_time_s of P b bytes.
    Check: model_transfer_s(405e9, 2, 200) = 32.4 (0%)
    """
    return training_traffic.transfer_time_s(
        training_traffic.model_bytes(model_parameters_count, stored_bytes_per_parameter), link_rate_gbps
    )


def training_time_s(
    model_parameters_count: Array,
    training_tokens_count: Array,
    accelerators_count: Array,
    accelerator_peak_flop_per_s: Array,
    flop_utilisation_frac: Array,
) -> Array:
    """Time of training a dense model, or of one step of it. [s]

    t = 6 N D/(n F u).
    Source: training_flop, compute_time_s.
    Check: training_time_s(405e9, 16e6, 16384, 989e12, 0.41) = 5.852 (0.1%)
    """
    work = training_traffic.training_flop(model_parameters_count, training_tokens_count)
    return training_traffic.compute_time_s(work, accelerators_count, accelerator_peak_flop_per_s, flop_utilisation_frac)


def training_utilisation_frac(
    model_parameters_count: Array,
    training_tokens_count: Array,
    accelerators_count: Array,
    accelerator_peak_flop_per_s: Array,
    run_time_s: Array,
) -> Array:
    """Share of the accelerators' peak that a training run, or a step of it, reached. [frac]

    u = 6 N D/(n F t).
    Source: training_flop, flop_utilisation_of_run_frac.
    Check: training_utilisation_frac(405e9, 16e6, 16384, 989e12, 5.852) = 0.41 (0.1%)
    """
    work = training_traffic.training_flop(model_parameters_count, training_tokens_count)
    return training_traffic.flop_utilisation_of_run_frac(work, accelerators_count, accelerator_peak_flop_per_s, run_time_s)


def achieved_share_frac(achieved_accelerator_flop_per_s: Array, accelerator_peak_flop_per_s: Array) -> Array:
    """Share of its peak that an accelerator reached. [frac]

    u = F/F_peak.
    Source: definition; [llama-3] 400 of 989 TFLOP/s.
    Check: achieved_share_frac(400e12, 989e12) = 0.4044 (0.1%)
    """
    return achieved_accelerator_flop_per_s / accelerator_peak_flop_per_s


def kept_context_bytes(
    model_layers_count: Array,
    key_value_heads_count: Array,
    head_width_count: Array,
    number_bytes: Array,
    context_tokens_count: Array,
) -> Array:
    """Keys and values that an answering model keeps for a context, or for several of them together. [byte]

    K = 2 L n d b · tokens.
    Source: kept_context_bytes_per_token.
    Check: kept_context_bytes(126, 8, 128, 2, 131072) = 6.764573e10 (0.001%)
    """
    each = training_traffic.kept_context_bytes_per_token(
        model_layers_count, key_value_heads_count, head_width_count, number_bytes
    )
    return each * context_tokens_count


def sites_outage_h_per_year(site_availability_frac: Array, ground_sites_count: Array) -> Array:
    """Hours in a year in which none of several alike, independent sites is clear. [h/year]

    t = (1 − a)^n · 8766 h.
    Source: independent_sites_frac.
    Check: sites_outage_h_per_year(0.69, 8) = 0.74765 (0.01%)
    """
    return passes.weather_outage_h_per_year(passes.independent_sites_frac(site_availability_frac, ground_sites_count))
