"""Bytes that training and inference send for their arithmetic, how long they take, and what share of time is left.

A step of synchronous training computes on its own share of a batch, then all replicas add up their gradients. A model
of dense layers; mixtures of experts send more. Rates are one way.
"""

import numpy as np

from earth_or_orbit.constants import BITS_PER_BYTE, BPS_PER_GBPS, BYTES_PER_TB, SECONDS_PER_DAY, Array

_TRAINING_FLOP = 6  # structure: two forward, four backward for each parameter and token
_INFERENCE_FLOP = 2  # structure: a multiplication and an addition
_LAYER_REDUCES = 4  # structure: two sums a layer forward and two backward when its matrices are split
_PASSES = 2  # structure: forward and backward


def model_bytes(model_parameters_count: Array, stored_bytes_per_parameter: Array) -> Array:
    """Size of a model's weights, gradients or whole training state. [byte]

    M = parameters · bytes each: 2 for weights in 16 bits, 16 for weights, gradients and Adam's state in mixed precision.
    Source: definition.
    Check: model_bytes(405e9, 2) = 810e9 (0%)
    """
    return model_parameters_count * stored_bytes_per_parameter


def training_flop(model_parameters_count: Array, training_tokens_count: Array) -> Array:
    """Arithmetic of training a dense model on so many tokens. [FLOP]

    C = 6 N D; attention adds some per cent at long contexts.
    Source: [llama-3] 3.8e25 for 405e9 parameters and 15.6e12 tokens.
    Check: training_flop(405e9, 15.6e12) = 3.791e25 (0.01%)
    """
    return _TRAINING_FLOP * model_parameters_count * training_tokens_count


def inference_flop(model_parameters_count: Array, inference_tokens_count: Array) -> Array:
    """Arithmetic of reading or writing so many tokens with a dense model. [FLOP]

    C = 2 N D.
    Source: a multiplication and an addition per parameter.
    Check: inference_flop(405e9, 1) = 810e9 (0%)
    """
    return _INFERENCE_FLOP * model_parameters_count * inference_tokens_count


def compute_time_s(
    work_flop: Array, accelerators_count: Array, accelerator_peak_flop_per_s: Array, flop_utilisation_frac: Array
) -> Array:
    """Time of arithmetic on many accelerators, at the share of their peak that they reach. [s]

    t = C/(n F u).
    Source: definition; [llama-3] 400 TFLOP/s each on 16,384.
    Check: compute_time_s(3.888e19, 16384, 989e12, 0.41) = 5.852 (0.1%)
    """
    return work_flop / (accelerators_count * accelerator_peak_flop_per_s * flop_utilisation_frac)


def flop_utilisation_of_run_frac(
    work_flop: Array, accelerators_count: Array, accelerator_peak_flop_per_s: Array, run_time_s: Array
) -> Array:
    """Share of the accelerators' peak that a run of known length reached. [frac]

    u = C/(n F t).
    Source: definition.
    Check: flop_utilisation_of_run_frac(3.888e19, 16384, 989e12, 5.852) = 0.41 (0.1%)
    """
    return work_flop / (accelerators_count * accelerator_peak_flop_per_s * run_time_s)


def achieved_flop_per_s(accelerators_count: Array, accelerator_peak_flop_per_s: Array, flop_utilisation_frac: Array) -> Array:
    """Arithmetic that a fleet of accelerators does. [FLOP/s]

    F = n F_peak u.
    Source: definition.
    Check: achieved_flop_per_s(16384, 989e12, 0.41) = 6.643e18 (0.1%)
    """
    return accelerators_count * accelerator_peak_flop_per_s * flop_utilisation_frac


def transfer_time_s(message_bytes: Array, link_rate_gbps: Array) -> Array:
    """Time of sending an amount of data over a link. [s]

    t = 8 M/r; no protocol, no light's way.
    Source: definition.
    Check: transfer_time_s(1e12, 200) = 40 (0%)
    """
    return message_bytes * BITS_PER_BYTE / (_above_zero("link_rate_gbps", link_rate_gbps) * BPS_PER_GBPS)


def all_reduce_sent_bytes(message_bytes: Array, ranks_count: Array) -> Array:
    """Data that every rank sends when all add up a message and all get the sum. [byte]

    S = 2 (N − 1)/N · M: the ring's way, which no other undercuts.
    Source: Patarasuk and Yuan 2009, bandwidth-optimal all-reduce.
    Check: all_reduce_sent_bytes(100e9, 8) = 175e9 (0%)
    """
    ranks = _at_least_one("ranks_count", ranks_count)
    return 2 * (ranks - 1) / ranks * message_bytes


def all_reduce_s(message_bytes: Array, ranks_count: Array, node_rate_gbps: Array) -> Array:
    """Time in which all ranks add up a message and get the sum. [s]

    t = 2 (N − 1)/N · 8 M/r, r what one rank sends over all its links at once: a ring's link, or all four or six of a torus
    (several rings laid side by side). No latency, no protocol.
    Source: Patarasuk and Yuan 2009.
    Check: all_reduce_s(100e9, 8, 400) = 3.5 (0%)
    """
    return transfer_time_s(all_reduce_sent_bytes(message_bytes, ranks_count), node_rate_gbps)


def all_gather_s(message_bytes: Array, ranks_count: Array, node_rate_gbps: Array) -> Array:
    """Time in which all ranks collect a message of which each holds a part; the same for a scattered sum. [s]

    t = (N − 1)/N · 8 M/r, M the whole message: half of an all-reduce.
    Source: Patarasuk and Yuan 2009.
    Check: all_gather_s(100e9, 8, 400) = 1.75 (0%)
    """
    return all_reduce_s(message_bytes, ranks_count, node_rate_gbps) / 2


def all_to_all_s(message_bytes: Array, ranks_count: Array, bisection_rate_gbps: Array) -> Array:
    """Least time in which every rank sends a message in equal parts to all others, limited by the bisection. [s]

    t = N/4 · 8 M/B, M what one rank sends in all: half of the ranks send half of it across. Large N.
    Source: definition of a bisection.
    Check: all_to_all_s(1e9, 1000, 100000) = 0.02 (0%)
    """
    return ranks_count / 2**2 * transfer_time_s(message_bytes, bisection_rate_gbps)


def needed_rate_gbps(message_bytes: Array, available_s: Array) -> Array:
    """Rate that sends an amount of data within a time. [Gbps]

    r = 8 M/t.
    Source: definition.
    Check: needed_rate_gbps(1e12, 40) = 200 (0%)
    """
    return message_bytes * BITS_PER_BYTE / (_above_zero("available_s", available_s) * BPS_PER_GBPS)


def all_reduce_needed_rate_gbps(message_bytes: Array, ranks_count: Array, available_s: Array) -> Array:
    """Rate of one rank that adds up a message among all within a time, such as a step's arithmetic. [Gbps]

    r = 2 (N − 1)/N · 8 M/t.
    Source: all_reduce_s turned round.
    Check: all_reduce_needed_rate_gbps(100e9, 8, 3.5) = 400 (0%)
    """
    return needed_rate_gbps(all_reduce_sent_bytes(message_bytes, ranks_count), available_s)


def computing_share_frac(computing_s: Array, exchange_s: Array) -> Array:
    """Share of a step spent on arithmetic when the exchange waits for it to end. [frac]

    f = t_c/(t_c + t_x).
    Source: definition.
    Check: computing_share_frac(2, 6) = 0.25 (0%)
    """
    return computing_s / (computing_s + exchange_s)


def overlapped_share_frac(computing_s: Array, exchange_s: Array) -> Array:
    """Share of a step spent on arithmetic when the exchange runs beside it, the network's best case. [frac]

    f = t_c/max(t_c, t_x).
    Source: roofline.
    Check: overlapped_share_frac(2, 8) = 0.25 (0%)
    Check: overlapped_share_frac(8, 2) = 1 (0%)
    """
    return computing_s / np.maximum(computing_s, exchange_s)


def exchange_per_step_s(exchange_s: Array, inner_steps_count: Array) -> Array:
    """Time of exchange that falls on one step when replicas meet only every so many. [s]

    t = t_x/H.
    Source: [diloco] H = 500.
    Check: exchange_per_step_s(20, 500) = 0.04 (0%)
    """
    return exchange_s / _at_least_one("inner_steps_count", inner_steps_count)


def pipeline_idle_frac(pipeline_stages_count: Array, microbatches_count: Array, chunks_per_stage_count: Array) -> Array:
    """Time lost while a pipeline fills and drains over the time it works. [frac]

    b = (p − 1)/(m v), p stages, m microbatches, v chunks of layers on each stage that take turns.
    Source: Narayanan et al. 2021 (Megatron-LM), interleaved schedule.
    Check: pipeline_idle_frac(16, 16, 1) = 0.9375 (0%)
    """
    return (pipeline_stages_count - 1) / (microbatches_count * chunks_per_stage_count)


def tensor_split_bytes_per_token(
    model_layers_count: Array, model_width_count: Array, number_bytes: Array, split_ranks_count: Array
) -> Array:
    """Data that each rank sends per token in a training step when layers are split over ranks. [byte]

    S = 4 · L h b · 2 (t − 1)/t: two sums a layer forward and two backward.
    Source: Shoeybi et al. 2019 (Megatron-LM).
    Check: tensor_split_bytes_per_token(126, 16384, 2, 8) = 28901376 (0%)
    """
    one_layer = all_reduce_sent_bytes(model_width_count * number_bytes, split_ranks_count)
    return _LAYER_REDUCES * model_layers_count * one_layer


def pipeline_bytes_per_token(model_width_count: Array, number_bytes: Array) -> Array:
    """Data that crosses each border between stages of a pipeline per token in a training step. [byte]

    S = 2 h b: activations forward, their gradients backward. Inference sends half.
    Source: Narayanan et al. 2021 (Megatron-LM).
    Check: pipeline_bytes_per_token(16384, 2) = 65536 (0%)
    """
    return _PASSES * model_width_count * number_bytes


def kept_context_bytes_per_token(
    model_layers_count: Array, key_value_heads_count: Array, head_width_count: Array, number_bytes: Array
) -> Array:
    """Keys and values that an answering model keeps for each token of its context. [byte]

    K = 2 L n d b.
    Source: definition of attention; [llama-3] table 3 for the sizes.
    Check: kept_context_bytes_per_token(126, 8, 128, 2) = 516096 (0%)
    """
    return 2 * model_layers_count * key_value_heads_count * head_width_count * number_bytes


def traffic_bytes_per_flop(message_bytes: Array, work_flop: Array) -> Array:
    """Data moved for each floating-point operation. [byte/FLOP]

    x = M/C; its inverse is the arithmetic intensity.
    Source: definition.
    Check: traffic_bytes_per_flop(810e9, 3.888e19) = 2.0833e-8 (0.01%)
    """
    return message_bytes / work_flop


def arithmetic_intensity_flop_per_bytes(work_flop: Array, message_bytes: Array) -> Array:
    """Floating-point operations for each byte moved. [FLOP/byte]

    I = C/M.
    Source: definition.
    Check: arithmetic_intensity_flop_per_bytes(3.888e19, 810e9) = 4.8e7 (0.01%)
    """
    return work_flop / message_bytes


def rate_bytes_per_flop(link_rate_gbps: Array, accelerator_peak_flop_per_s: Array, flop_utilisation_frac: Array) -> Array:
    """Data that a link carries for each floating-point operation of the accelerators behind it. [byte/FLOP]

    x = r/(8 F u).
    Source: definition; a machine's balance.
    Check: rate_bytes_per_flop(400, 989e12, 0.4) = 1.2639e-4 (0.01%)
    """
    return link_rate_gbps * BPS_PER_GBPS / BITS_PER_BYTE / (accelerator_peak_flop_per_s * flop_utilisation_frac)


def token_rate_gbps(tokens_count_per_s: Array, bytes_per_token: Array) -> Array:
    """Rate of a stream of tokens. [Gbps]

    r = 8 n b.
    Source: definition.
    Check: token_rate_gbps(5000, 4) = 1.6e-4 (0%)
    """
    return tokens_count_per_s * bytes_per_token * BITS_PER_BYTE / BPS_PER_GBPS


def mean_rate_gbps(data_tb_per_day: Array) -> Array:
    """Mean rate of so much data a day. [Gbps]

    r = 8 M/day.
    Source: definition.
    Check: mean_rate_gbps(1) = 0.092593 (0.01%)
    """
    return data_tb_per_day * BYTES_PER_TB * BITS_PER_BYTE / (SECONDS_PER_DAY * BPS_PER_GBPS)


def day_of_rate_tb_per_day(link_rate_gbps: Array, used_share_frac: Array) -> Array:
    """Data that a link carries in a day, used for a share of it. [TB/day]

    M = r f · day/8.
    Source: definition.
    Check: day_of_rate_tb_per_day(200, 1) = 2160 (0%)
    """
    return link_rate_gbps * used_share_frac * BPS_PER_GBPS * SECONDS_PER_DAY / BITS_PER_BYTE / BYTES_PER_TB


def _above_zero(name: str, value: Array) -> Array:
    """The value; a scalar that is not above zero raises ValueError, in an array it becomes nan."""
    if np.ndim(value) == 0:
        if not value > 0:
            raise ValueError(f"{name} is {value:g}; it must be above 0")
        return value
    return np.where(np.asarray(value) > 0, value, np.nan)


def _at_least_one(name: str, value: Array) -> Array:
    """The value; a scalar below one raises ValueError, in an array it becomes nan."""
    if np.ndim(value) == 0:
        if not value >= 1:
            raise ValueError(f"{name} is {value:g}; allowed: 1 and more")
        return value
    return np.where(np.asarray(value) >= 1, value, np.nan)
