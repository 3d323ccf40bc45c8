"""Published cases of networks: the committed row, and made-up ones as others would print them, each value by hand."""

import csv
import json

import pytest

from earth_or_orbit.published import verify
from earth_or_orbit.published.verdicts import REFERENCE_CASES

# Inputs, label, value by hand, unit, tolerance.
MET = [
    ({"link_GBps": 12.5, "torus_dimensions": [89, 90]}, "2D torus bisection", 2.25, "TB/s", "1%"),
    ({"link_GBps": 12.5, "torus_dimensions": [20, 20, 20]}, "3D torus bisection", 10.0, "TB/s", "1%"),
    ({"link_Gbps": 100, "dims": [64, 64]}, "bisection bandwidth of a 2-D torus", 12800.0, "Gbps", "0.5%"),
    ({"link_Gbps": 200, "torus": "16x16x16"}, "bisection bandwidth", 102.4, "Tbps", "0.5%"),
    ({"isl_rate_Gbps": 200, "dimensions": [30, 40]}, "torus bisection bandwidth, one way", 12000.0, "Gb/s", "0.5%"),
    ({"link_GBps": 12.5, "torus_dimensions": [20, 20, 20]}, "bidirectional bisection bandwidth", 20.0, "TB/s", "1%"),
    ({"nodes": 8000, "dimensions": 3, "link_GBps": 12.5}, "torus bisection bandwidth", 10.0, "TB/s", "0.5%"),
    ({"satellites": 8100, "link_Gbps": 100}, "2D torus bisection bandwidth", 18000.0, "Gbps", "0.5%"),
    ({"topology": "3D torus", "nodes": 8000, "link_GBps": 12.5}, "bisection bandwidth", 10.0, "TB/s", "0.5%"),
    ({"topology": "ring", "nodes": 81, "link_Gbps": 400}, "bisection bandwidth", 800.0, "Gbps", "0.5%"),
    ({"satellites": 100, "link_Tbps": 1}, "ring bisection", 2.0, "Tbps", "0.5%"),
    ({"topology": "full mesh", "satellites": 81, "link_Gbps": 10}, "bisection bandwidth", 16400.0, "Gbps", "0.5%"),
    ({"gpus": 576000, "Gbps_per_gpu": 400}, "fat-tree bisection bandwidth", 14400.0, "TB/s", "0.5%"),
    ({"gpus": 576000, "nic_Gbps": 800}, "Clos bisection", 28800.0, "TB/s", "0.5%"),
    ({"topology": "Clos", "endpoints": 16384, "port_Gbps": 400, "oversubscription": 7},
     "bisection bandwidth", 468.114, "Tbps", "0.5%"),
    ({"gpus": 24576, "per_gpu_Gbps": 400, "oversubscription": "7:1"},
     "oversubscribed fat tree bisection bandwidth", 702.171, "Tbps", "0.5%"),
    ({"k": 20, "n": 3, "link_GBps": 12.5}, "k-ary n-cube bisection bandwidth", 10.0, "TB/s", "0.5%"),
    ({"dims": [20, 20, 20]}, "number of links in the torus", 24000.0, "links", "0.1%"),
    ({"torus_dimensions": [89, 90]}, "links", 16020.0, "-", "0.1%"),
    ({"satellites": 8000}, "number of links, 3D torus", 24000.0, "-", "0.1%"),
    ({"satellites": 81}, "full mesh number of links", 3240.0, "-", "0.1%"),
    ({"dims": [20, 20, 20], "link_GBps": 12.5}, "total link bandwidth", 300.0, "TB/s", "0.5%"),
    ({"links": 24000, "link_Gbps": 100}, "aggregate bandwidth", 2400.0, "Tbps", "0.5%"),
    ({"clos_TB_s": 28800, "torus_TB_s": 2.25}, "ratio of Clos to 2D torus bisection", 12800.0, "x", "0.5%"),
    ({"ground_TB_s": 28800, "orbit_TB_s": 10}, "ground over orbit", 2880.0, "-", "0.5%"),
    ({"bisection_TB_s": 2.25, "satellites": 8010}, "bisection bandwidth per satellite", 280.899, "MB/s", "0.5%"),
    ({"link_GBps": 12.5, "dims": [20, 20, 20]}, "bisection bandwidth per satellite", 1.25, "GB/s", "0.5%"),
    ({"dims": [20, 20, 20]}, "network diameter", 30.0, "hops", "0.1%"),
    ({"dims": [20, 20, 20]}, "average hop count", 15.0, "hops", "0.1%"),
    ({"k": 10, "L": 3}, "share of satellites that compute", 0.625, "-", "0.5%"),
    ({"ports": 64, "layers": 2}, "compute satellite fraction with switches", 96.9697, "%", "0.5%"),
    ({"k": 10, "L": 3}, "fraction of switching satellites", 0.375, "-", "0.5%"),
    ({"satellites": 264, "k": 10, "L": 3}, "number of compute satellites", 165.0, "-", "0.5%"),
    ({"lasers_per_satellite": 3, "link_Gbps": 200}, "bandwidth per satellite", 600.0, "Gbps", "0.5%"),
    ({"gradient_GB": 810, "gpus": 128, "link_Gbps": 400}, "ring all-reduce time", 32.1469, "s", "0.5%"),
    ({"message_GB": 100, "ranks": 8, "GBps_per_gpu": 50}, "all-reduce time", 3.5, "s", "0.5%"),
    ({"params_B": 405, "bytes_per_param": 2, "satellites": 210, "Tbps_per_satellite": 1},
     "gradient all-reduce time per step", 12.8983, "s", "0.5%"),
    ({"params_B": 70, "bytes_per_param": 2, "link_Gbps": 100}, "ring all-reduce time", 22.4, "s", "0.5%"),
    ({"gradient_GB": 810, "ranks": 128, "step_s": 5.85}, "required bandwidth per replica", 2198.08, "Gbps", "0.5%"),
    ({"params_B": 405, "bytes_per_param": 2, "replicas": 128, "step_time_s": 5.85},
     "required bandwidth", 274.76, "GB/s", "0.5%"),
    ({"params_B": 405, "tokens_T": 15.6}, "training FLOPs", 3.7908e+25, "FLOP", "0.5%"),
    ({"params_B": 405, "batch_tokens_M": 16}, "FLOPs per training step", 3.888e+19, "FLOPs", "0.5%"),
    ({"params_B": 405}, "inference FLOPs per token", 810.0, "GFLOP", "0.5%"),
    ({"params_B": 70, "tokens": 1000}, "forward FLOPs", 140000000000000.0, "FLOP", "0.5%"),
    ({"params_B": 405, "tokens_M": 16, "gpus": 16384, "peak_TFLOPS": 989, "MFU": 0.41},
     "training step time", 5.85229, "s", "0.5%"),
    ({"params_B": 405, "tokens_T": 15.6, "gpus": 16384, "TFLOPS_per_gpu": 989, "MFU_pct": 41},
     "training time", 66.0415, "days", "0.5%"),
    ({"achieved_TFLOPS": 400, "peak_TFLOPS": 989}, "MFU", 40.44, "%", "0.5%"),
    ({"params_B": 405, "bytes_per_param": 2}, "gradient size", 810.0, "GB", "0.5%"),
    ({"params_B": 405, "bytes_per_param": 16}, "checkpoint size", 6.48, "TB", "0.5%"),
    ({"params_B": 70, "precision": "bf16"}, "weights", 140.0, "GB", "0.5%"),
    ({"checkpoint_TB": 6.48, "link_Gbps": 200}, "checkpoint transfer time", 4.32, "min", "0.5%"),
    ({"params_B": 405, "bytes_per_param": 2, "downlink_Gbps": 200}, "checkpoint transfer time", 32.4, "s", "0.5%"),
    ({"data_TB": 62.4, "link_Tbps": 0.2}, "upload time", 0.693333, "h", "0.5%"),
    ({"layers": 126, "kv_heads": 8, "head_dim": 128, "bytes": 2}, "KV cache per token", 516096.0, "bytes", "0.1%"),
    ({"layers": 126, "kv_heads": 8, "head_dim": 128, "bytes": 2, "context": 131072}, "KV cache", 67.6457, "GB", "0.1%"),
    ({"gradient_GB": 810, "FLOPs": 3.888e+19}, "bytes per FLOP", 2.08333e-08, "B/FLOP", "0.5%"),
    ({"link_Gbps": 400, "peak_TFLOPS": 989}, "bytes per FLOP", 5.05561e-05, "bytes/FLOP", "0.5%"),
    ({"FLOPs": 3.888e+19, "data_GB": 810}, "arithmetic intensity", 48000000.0, "FLOP/byte", "0.5%"),
    ({"compute_s": 2.3, "comm_s": 19.4}, "share of time computing", 0.105991, "-", "0.5%"),
    ({"compute_s": 2.3, "comm_s": 19.4}, "utilisation with full overlap", 11.8557, "%", "0.5%"),
    ({"alt_km": 550, "min_elevation_deg": 25}, "maximum pass duration", 4.49156, "min", "0.5%"),
    ({"altitude_km": 700, "elevation_deg": 20}, "slant range at the edge of the pass", 1583.93, "km", "0.5%"),
    ({"alt_km": 550, "incl_deg": 97.593, "lat_deg": 45, "min_el_deg": 10}, "passes per day", 3.69, "passes/day", "3%"),
    ({"alt_km": 700, "orbit": "SSO", "lat_deg": 78.2, "min_el_deg": 10}, "passes per day", 11.49, "1/day", "3%"),
    ({"alt_km": 700, "orbit": "dawn-dusk SSO", "station_latitude_deg": 45, "min_el_deg": 10},
     "mean pass duration", 7.39421, "min", "4%"),
    ({"alt_km": 550, "incl_deg": 53, "lat_deg": 45, "elevation_deg": 10}, "contact time per day", 41.7, "min/day", "3%"),
    ({"rate_Gbps": 120, "pass_s": 108}, "data per pass", 1.62, "TB", "0.5%"),
    ({"downlink_Gbps": 200, "pass_min": 5}, "data volume per pass", 7.5, "TB", "0.5%"),
    ({"rate_Gbps": 200, "pass_min": 5, "passes_per_day": 4}, "data per day", 30.0, "TB/day", "0.5%"),
    ({"rate_Gbps": 200, "pass_min": 5, "passes_per_day": 4, "availability": 0.7}, "data per day", 21.0, "TB/d", "0.5%"),
    ({"link_Gbps": 200}, "data per day", 2160.0, "TB/day", "0.5%"),
    ({"demand_TB_day": 100, "per_station_TB_day": 30}, "ground stations needed", 4.0, "-", "0.1%"),
    ({"traffic_Gbps": 8500, "gateway_Gbps": 4000}, "number of gateways", 3.0, "gateways", "0.1%"),
    ({"site_availability": 0.69, "sites": 8}, "network availability", 99.9915, "%", "0.01%"),
    ({"availability_pct": 69, "n_sites": 4}, "availability with site diversity", 0.990765, "-", "0.1%"),
    ({"site_availabilities": [0.6, 0.7, 0.75]}, "network availability", 0.97, "-", "0.1%"),
    ({"cloud_probability": 0.31, "stations": 3}, "availability of the network", 97.0209, "%", "0.1%"),
    ({"site_availability": 0.69, "target": 0.9997}, "sites needed", 7.0, "-", "0.1%"),
    ({"site_availability_pct": 69, "target_pct": 99.9}, "number of sites for the availability", 6.0, "sites", "0.1%"),
    ({"site_availability": 0.69, "network_availability": 0.9997}, "equivalent number of independent sites", 6.926, "-", "0.1%"),
    ({"availability_pct": 99.67}, "weather outage", 28.9278, "h/year", "0.5%"),
    ({"site_availability": 0.69, "sites": 4}, "outage hours per year", 80.9559, "h/y", "0.5%"),
    ({"gradient_GB": 810, "workers": 8, "step_s": 5, "H": 500}, "mean bandwidth with DiLoCo", 4.536, "Gbps", "0.5%"),
    ({"alt_km": 700, "satellites": 1000}, "spacing between neighbours in one plane", 44.47, "km", "0.5%"),
    ({"down_Gbps": 2800, "up_Gbps": 400}, "oversubscription ratio", 7.0, "-", "0.1%"),
    ({"site_availability": 0.69, "sites": 8}, "outage probability", 0.00852891, "%", "0.5%"),
    ({"tokens_per_s": 5000, "bytes_per_token": 4}, "traffic", 160.0, "kbps", "0.5%"),
    ({"volume_TB_day": 3}, "mean rate", 0.277778, "Gbps", "0.5%"),
    ({"ISL_Gbps": 100, "grid_dimensions": [40, 25]}, "2D mesh bisection bandwidth", 2500.0, "Gbps", "0.5%"),
    ({"nodes": 4096, "dims": 3, "link_Gbps": 400}, "3D torus bisection bandwidth", 204.8, "Tbps", "0.5%"),
    ({"n_sats": 1000, "isl_Tbps": 1, "topology": "3-D torus"}, "bisection", 200.0, "Tbps", "0.5%"),
    ({"side": 9, "dims": 2, "laser_Gbps": 800}, "torus bisection bandwidth", 14400.0, "Gbps", "0.5%"),
    ({"nodes": 16, "link_Gbps": 100}, "hypercube bisection bandwidth", 800.0, "Gbps", "0.5%"),
    ({"racks": 1024, "rack_Tbps": 28.8}, "fat tree full bisection bandwidth", 14745.6, "Tbps", "0.5%"),
    ({"switch_radix": 64, "tiers": 3}, "computing share of satellites", 91.4286, "%", "0.5%"),
    ({"satellites": 1000, "lasers_per_satellite": 4, "laser_Gbps": 200}, "total network capacity", 400.0, "Tbps", "0.5%"),
    ({"satellites": 8000, "links_per_satellite": 6}, "total number of links", 24000.0, "-", "0.1%"),
    ({"torus_dimensions": [16, 16]}, "number of satellites", 256.0, "-", "0.1%"),
    ({"torus_dimensions": [32, 32], "link_GBps": 12.5}, "links crossing the bisection", 64.0, "links", "0.1%"),
    ({"gradient_GB": 140, "n_gpus": 64, "nvlink_GB_s": 900}, "time to all-gather", 0.153125, "s", "0.5%"),
    ({"bytes": 1000000000000.0, "link_Gbps": 100}, "transfer time", 80.0, "s", "0.5%"),
    ({"dataset_PB": 1, "uplink_Gbps": 100}, "time to upload", 0.925926, "days", "0.5%"),
    ({"archive_PB": 240, "rate_Tbps": 4}, "transfer time", 5.55556, "d", "0.5%"),
    ({"model_params_B": 405, "bits": 16}, "size of weights", 810.0, "GB", "0.5%"),
    ({"params": 7000000000.0, "bytes_per_param": 4}, "gradient bytes", 28000000000.0, "bytes", "0.5%"),
    ({"params_T": 1, "tokens_T": 20}, "pretraining compute", 1.2e+26, "FLOP", "0.5%"),
    ({"total_FLOPs": 3.8e+25, "gpus": 16384, "achieved_TFLOPS_per_gpu": 400}, "training time", 67.1104, "days", "0.5%"),
    ({"gpus": 72, "PFLOPS_per_gpu": 2.5}, "aggregate compute", 180.0, "PFLOPS", "0.5%"),
    ({"alt_km": 600, "min_el_deg": 10}, "longest pass", 8.5, "min", "0.2%"),
    ({"alt_km": 550, "min_el_deg": 25}, "earth central angle", 8.4525, "deg", "0.5%"),
    ({"alt_km": 500, "incl_deg": 97.4, "lat_deg": 78, "mask_deg": 5}, "contacts per day", 12.2, "1/day", "5%"),
    ({"alt_km": 700, "incl_deg": 98.19, "lat_deg": 45, "min_el_deg": 10}, "fraction of time in view", 2.14792, "%", "3%"),
    ({"archive_TB": 100, "rate_Gbps": 200, "pass_min": 5}, "passes needed", 14.0, "passes", "0.1%"),
    ({"demand_Tbps": 2.3, "station_Gbps": 200}, "optical ground stations needed", 12.0, "-", "0.1%"),
    ({"p_cloud": 0.4, "n": 5}, "availability", 0.98976, "-", "0.1%"),
    ({"clear_pct": 60, "target_pct": 99}, "required number of stations", 6.0, "-", "0.1%"),
    ({"network_availability": 0.999}, "downtime per year", 525.96, "min/year", "0.5%"),
    ({"site_availability": 0.69, "sites": 8, "correlation": 0.0247}, "network availability", 0.9997, "-", "0.01%"),
    ({"FLOPS_per_gpu": 1000000000000000.0, "link_GB_s": 50, "MFU": 0.5}, "network bytes per FLOP", 0.0001, "byte/FLOP", "0.5%"),
    ({"stages": 16, "microbatches": 16}, "pipeline bubble", 93.75, "%", "0.5%"),
    ({"layers": 126, "hidden": 16384, "bytes": 2, "tp": 8}, "tensor parallel traffic per token", 28.9014, "MB", "0.5%"),
]  # fmt: skip
# Questions that the inputs alone would answer with something else, or that nothing answers.
NOT_COVERED = [
    ({"link_GBps": 12.5, "torus_dimensions": [89, 90]}, "latency across the torus", "us"),
    ({"link_GBps": 12.5, "torus_dimensions": [89, 90]}, "bandwidth", "TB/s"),
    ({"satellites": 100, "link_Gbps": 100}, "bisection bandwidth", "Gbps"),
    ({"params_B": 405, "tokens": 1000}, "FLOPs", "FLOP"),
    ({"alt_km": 550, "min_elevation_deg": 25}, "mean pass duration", "min"),
    ({"alt_km": 550, "min_elevation_deg": 25}, "coverage area", "km2"),
    ({"dims": [20, 20, 20]}, "ports per satellite", "-"),
    ({"gradient_GB": 810, "gpus": 128, "link_Gbps": 400}, "transfer time", "s"),
    ({"link_GBps": 12.5, "torus_dimensions": [20, 20, 20]}, "2D mesh total bandwidth", "TB/s"),
    ({"rate_Gbps": 200, "pass_min": 5}, "data per day", "TB/day"),
    ({"compute_s": 2, "comm_s": 3}, "share of time lost to communication", "-"),
]  # fmt: skip


@pytest.fixture
def ask(tmp_path):
    with REFERENCE_CASES.open(encoding="utf-8", newline="") as file:
        columns = csv.DictReader(file).fieldnames

    def several(rows):
        path = tmp_path / "cases.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="-")
            writer.writeheader()
            for number, (inputs, label, value, unit, tolerance) in enumerate(rows):
                writer.writerow(
                    {"id": f"made-{number}", "topic": "network", "inputs": json.dumps(inputs), "output_quantity": label,
                     "expected_value": repr(float(value)), "unit": unit, "tolerance_suggested": tolerance,
                     "basis": "derived", "known_error": "", "explanation": ""}
                )  # fmt: skip
        return verify(path)

    return several


def test_made_up_rows_are_met(ask):
    faults = [(r["output"], r["expected"], r["computed"], r["function"], r["reason"]) for r in ask(MET) if r["status"] != "met"]
    assert not faults, "\n".join(map(str, faults))


def test_another_question_is_not_answered(ask):
    records = ask([(inputs, label, 1, unit, "1%") for inputs, label, unit in NOT_COVERED])
    assert [(r["output"], r["computed"]) for r in records if r["status"] != "not covered"] == []


def test_the_committed_row_is_met():
    (record,) = (record for record in verify() if record["topic"] == "network")
    assert record["status"] == "met" and record["function"] == "torus_bisection_gbps"


@pytest.mark.parametrize(
    ("sides", "said"),
    [
        ([20, "x"], "no list of numbers"),
        ([], "no list of numbers"),
        ("cube", "must be a number"),
        ([0, 20], "every side must be 1 or more"),
    ],
)
def test_a_bad_list_is_one_clear_line(ask, sides, said):
    (record,) = ask([({"link_GBps": 12.5, "torus_dimensions": sides}, "torus bisection", 1, "TB/s", "1%")])
    assert said in record["reason"] and "\n" not in record["reason"] and record["computed"] is None
