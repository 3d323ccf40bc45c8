"""Tidy tables of what a training job needs of its network and what share of its arithmetic each side can feed."""

import numpy as np
import pandas as pd

from earth_or_orbit import scenario
from earth_or_orbit.facts import Data
from earth_or_orbit.quantities import training_traffic as traffic
from earth_or_orbit.tables.mass_and_power import fact_of
from earth_or_orbit.tables.networks import MODEL, Job, ground_job, orbit_job

ACCELERATOR = "gb200_nvl72_gpu"
WAYS = ("every_step", "seldom")


def published_step(data: Data) -> dict[str, float]:
    """The published job on 16,384 H100: one step's times in seconds and the share of peak that a roofline of the network allows.

    ideal_s (at peak), published_s (at the printed rate), data_s (all replicas' gradients), split_s (sums within a layer over
    NVLink), idle_frac (pipeline that fills and drains, one layer a chunk), roof_frac (share of peak if none of these is hidden),
    kernel_frac (share of peak at which the arithmetic itself then ran), printed_frac.
    """
    own = {n: fact_of(data, MODEL, n) for n in ("model_parameters_count", "training_tokens_count", "accelerators_count",
           "ranks_count", "split_ranks_count", "pipeline_stages_count", "achieved_accelerator_flop_per_s", "model_layers_count",
           "model_width_count", "stored_bytes_per_parameter", "flop_utilisation_frac")}  # fmt: skip
    work = traffic.training_flop(own["model_parameters_count"], own["training_tokens_count"])
    peak, many = fact_of(data, "h100", "accelerator_peak_flop_per_s"), own["accelerators_count"]
    ideal = traffic.compute_time_s(work, many, peak, 1.0)
    shard = own["split_ranks_count"] * own["pipeline_stages_count"]
    message = traffic.model_bytes(own["model_parameters_count"] / shard, own["stored_bytes_per_parameter"])
    meeting = traffic.all_reduce_s(message, own["ranks_count"], fact_of(data, "llama3_fabric", "node_rate_gbps"))
    two_bytes = fact_of(data, "weights_16_bit", "stored_bytes_per_parameter")
    layers = own["model_layers_count"] / own["pipeline_stages_count"]
    per_token = traffic.tensor_split_bytes_per_token(layers, own["model_width_count"], two_bytes, own["split_ranks_count"])
    tokens = own["training_tokens_count"] / own["ranks_count"]
    within = traffic.transfer_time_s(per_token * tokens, fact_of(data, "nvlink4_port", "node_rate_gbps"))
    in_a_row = tokens / fact_of(data, MODEL, "sequence_tokens_count")
    idle = traffic.pipeline_idle_frac(own["pipeline_stages_count"], in_a_row, layers)
    exposed = float(meeting + within + ideal * idle)
    published = traffic.compute_time_s(work, many, own["achieved_accelerator_flop_per_s"], 1.0)
    return {
        "ideal_s": ideal,
        "published_s": published,
        "data_s": float(meeting),
        "split_s": float(within),
        "idle_frac": float(idle),
        "kernel_frac": float(ideal * (1 + idle) / (published - meeting - within)),
        "roof_frac": float(traffic.computing_share_frac(ideal, exposed)),
        "printed_frac": own["flop_utilisation_frac"],
    }


def needs(data: Data, job: Job) -> dict[str, float]:
    """What one step of the published model asks of a job: computing_s, replicas, nodes_per_replica, message_bytes of one node,
    exchange_s and needed_gbps of one node for every_step and seldom, and bytes_per_flop of both.
    """
    parameters, tokens = (fact_of(data, MODEL, n) for n in ("model_parameters_count", "training_tokens_count"))
    work = traffic.training_flop(parameters, tokens)
    peak, used = fact_of(data, ACCELERATOR, "accelerator_peak_flop_per_s"), fact_of(data, MODEL, "flop_utilisation_frac")
    computing = traffic.compute_time_s(work, job.accelerators_of_job, peak, used)
    state = traffic.model_bytes(parameters, fact_of(data, "mixed_precision_state", "stored_bytes_per_parameter"))
    spread = max(state / (job.accelerators * fact_of(data, ACCELERATOR, "accelerator_memory_bytes")), 1.0)
    replicas = max(job.nodes / spread, 1.0)
    found = {"computing_s": float(computing), "replicas": replicas, "nodes_per_replica": spread}
    steps = {"every_step": 1.0, "seldom": fact_of(data, "diloco", "inner_steps_count")}
    each = {"every_step": MODEL, "seldom": "diloco"}
    stage = _border_bytes(data, tokens / replicas) if spread > 1 else 0.0
    for way in WAYS:
        size = traffic.model_bytes(parameters / spread, fact_of(data, each[way], "stored_bytes_per_parameter"))
        sent = float(traffic.all_reduce_sent_bytes(size, replicas)) / steps[way] + stage
        found |= {f"{way}_bytes": sent, f"{way}_exchange_s": float(traffic.transfer_time_s(sent, job.node_rate_gbps)),
                  f"{way}_needed_gbps": float(traffic.needed_rate_gbps(sent, computing)),
                  f"{way}_bytes_per_flop": traffic.traffic_bytes_per_flop(sent, work / job.nodes)}  # fmt: skip
    return found


def _border_bytes(data: Data, tokens: float) -> float:
    """What one node of a replica that spans several sends to the next in a step. [byte]"""
    number = fact_of(data, "weights_16_bit", "stored_bytes_per_parameter")
    return traffic.pipeline_bytes_per_token(fact_of(data, MODEL, "model_width_count"), number) * tokens


def fed(data: Data, job: Job, case: str) -> dict[str, object]:
    """One job's row: what it needs and the share of its arithmetic that its links feed, hidden behind it and waiting for it."""
    own = needs(data, job)
    row = {"name": job.name, "side": job.side, "case": case, "nodes": job.nodes, "accelerators": job.accelerators,
           "node_rate_gbps": job.node_rate_gbps, "donor": job.donor, **own}  # fmt: skip
    for way in WAYS:
        times = own["computing_s"], own[f"{way}_exchange_s"]
        row[f"{way}_hidden_frac"] = float(traffic.overlapped_share_frac(*times))
        row[f"{way}_waiting_frac"] = float(traffic.computing_share_frac(*times))
    return row


def training_by_concept(data: Data, site: str, it_power_average_mw: float, job_accelerators: float) -> pd.DataFrame:
    """Every concept in both cases and the campus: what share of a training job's arithmetic the network can feed.

    Columns: name, side, case, nodes (satellites or racks), accelerators (in one), node_rate_gbps, donor, computing_s, and for
    every_step and seldom: needed_gbps, exchange_s, bytes_per_flop, hidden_frac, waiting_frac.
    """
    size = (it_power_average_mw, job_accelerators)
    rows = []
    for case in scenario.CASES:
        rows.append(fed(data, ground_job(data, site, case, *size), case))
        rows += [fed(data, orbit_job(data, c, case, *size), case) for c in scenario.names("orbit", data.root)]
    return pd.DataFrame(rows)


def cluster_share_frac(data: Data, job: Job, in_unit: float) -> float:
    """Share of a job that fits into one published unit of satellites."""
    return float(np.minimum(in_unit / job.nodes, 1.0))
