"""Tidy tables of a chat: time to the first token and to the last, queues on the way, and a session's memory on the move."""

import numpy as np
import pandas as pd

from earth_or_orbit.facts import Data
from earth_or_orbit.quantities import fibre, mesh_paths, serving, sky_geometry
from earth_or_orbit.tables import latency
from earth_or_orbit.tables.latency import fact_of
from earth_or_orbit.tables.mass_and_power import Settings

CHAT, SERVER, MODEL, LASERS = "chat", "llama_70b_two_h100", "llama_3_1_70b", "starlink_lasers"
BARS = ("ground", "orbit_median", "orbit_worst")
PARTS = ("network", "queue", "reading")
LOADS = (0.5, 0.8, 0.95, 0.99)
ALTITUDES_KM = (480.0, 550.0, 700.0, 1150.0, 1800.0)
CONTEXTS = (1000, 8192, 131072)
MEASURED = ("mlperf_interactive", "service_probe_fastest", "service_probe_median", "service_probe_slowest")
READ_TOKENS = {"first_token_of_5000_tokens_ms": 5000, "first_token_of_500_tokens_ms": 500}


def reading_rates(data: Data) -> pd.DataFrame:
    """Tokens of prompts read in a second, from measured times of two lengths: tokens, first_token_ms, tokens_per_s."""
    times = {tokens: fact_of(data, SERVER, name) for name, tokens in READ_TOKENS.items()}
    rows = [(tokens, ms, 1000 * tokens / ms) for tokens, ms in times.items()]
    return pd.DataFrame(rows, columns=["tokens", "first_token_ms", "tokens_per_s"])


def first_token(
    data: Data, site: str, name: str, concept: str, case: str, settings: Settings, prompt_tokens: float | None
) -> pd.DataFrame:
    """Time to the first token from one city, by part: bar (ground, orbit_median, orbit_worst), part, ms.

    The campus is the one in question; the fleet's times are the median and the worst of the hours. Server and queue are the
    same on both sides.
    """
    tokens = fact_of(data, CHAT, "prompt_tokens_count") if prompt_tokens is None else float(prompt_tokens)
    rate = float(reading_rates(data)["tokens_per_s"].min())
    same = {"queue": fact_of(data, SERVER, "server_queue_ms"), "reading": float(serving.prompt_reading_ms(tokens, rate))}
    rows = [(bar, part, value) for bar, network in networks(data, site, name, concept, case, settings).items()
            for part, value in {"network": network, **same}.items()]  # fmt: skip
    return pd.DataFrame(rows, columns=["bar", "part", "ms"])


def first_tokens(
    data: Data, site: str, name: str, concept: str, case: str, settings: Settings, prompt_tokens: float | None
) -> pd.DataFrame:
    """The table of the first token with what others measured or demand below it, whose parts are not told (part is empty)."""
    measured = first_tokens_measured(data)
    others = pd.DataFrame({"bar": measured["what"], "part": "", "ms": measured["ms"]})
    return pd.concat([first_token(data, site, name, concept, case, settings, prompt_tokens), others], ignore_index=True)


def networks(data: Data, site: str, name: str, concept: str, case: str, settings: Settings) -> dict[str, float]:
    """Round trip of one city to one campus, and to the fleet at the median and at the worst hour."""
    a, row = latency.assumed(data, concept, case, settings), latency.city(data, name)
    distance = latency.distance_to_campus_km(data, site, name, case)
    hours = latency.best_orbit_ms(a, latency.ring_deg(a, np.array([float(row["latitude_deg"])])))
    return {"ground": float(latency.ground_ms(a, distance)), "orbit_median": float(np.median(hours)),
            "orbit_worst": float(hours.max())}  # fmt: skip


def answers(data: Data, table: pd.DataFrame) -> pd.DataFrame:
    """First token and whole answer of each bar: network_ms, first_token_ms, network_frac, answer_s, network_of_answer_frac."""
    tokens, pace = fact_of(data, CHAT, "answer_tokens_count"), fact_of(data, SERVER, "time_per_token_ms")
    rows = []
    for bar, parts in table.groupby("bar", sort=False):
        values = parts.set_index("part")["ms"]
        first = float(serving.first_token_ms(values["network"], values["queue"], values["reading"]))
        whole = float(serving.whole_answer_s(first, tokens, pace))
        rows.append((bar, values["network"], first, values["network"] / first, whole, values["network"] / 1000 / whole))
    columns = ["bar", "network_ms", "first_token_ms", "network_frac", "answer_s", "network_of_answer_frac"]
    return pd.DataFrame(rows, columns=columns)


def first_tokens_measured(data: Data) -> pd.DataFrame:
    """Published times to the first token: what, ms, kind, source_id."""
    rows = []
    for subject in MEASURED:
        fact = data.rows(subject, "first_token_ms")[0]
        rows.append((subject, fact_of(data, subject, "first_token_ms"), fact.kind, fact.source_id))
    return pd.DataFrame(rows, columns=["what", "ms", "kind", "source_id"])


def queues(data: Data) -> pd.DataFrame:
    """Mean wait of a packet by load, the same rule on both sides: link (user_line, laser_link), load_frac, packet_ms, wait_ms."""
    size = fact_of(data, "packets", "packet_bytes_count")
    rates = {"user_line": fact_of(data, "user_line", "queue_link_gbps"), "laser_link": fact_of(data, LASERS, "session_link_gbps")}
    rows = []
    for link, rate in rates.items():
        packet = float(serving.packet_time_ms(size, rate))
        rows += [(link, load, packet, float(serving.random_queue_wait_ms(packet, load)),
                  float(serving.even_queue_wait_ms(packet, load))) for load in LOADS]  # fmt: skip
    return pd.DataFrame(rows, columns=["link", "load_frac", "packet_ms", "wait_ms", "even_wait_ms"])


def passes(data: Data, concept: str, case: str, settings: Settings) -> pd.DataFrame:
    """How long one satellite stays in view, by height: orbit_altitude_km, own, longest_min, mean_min, handovers_count, drift_ms.

    handovers_count are those of a session of the usual length; drift_ms is the round trip that the session gains by then if
    it stays on its satellite.
    """
    a = latency.assumed(data, concept, case, settings)
    minutes = fact_of(data, CHAT, "session_age_min")
    heights = sorted({*ALTITUDES_KM, float(a.orbit_km)})
    rows = []
    for height in heights:
        longest = float(sky_geometry.still_earth_longest_pass_min(height, float(a.elevation_deg)))
        mean = float(sky_geometry.still_earth_mean_pass_min(height, float(a.elevation_deg)))
        drift = float(serving.session_drift_ms(height, minutes))
        rows.append((height, height == float(a.orbit_km), longest, mean, minutes / mean if mean else np.nan, drift))
    return pd.DataFrame(rows, columns=["orbit_altitude_km", "own", "longest_min", "mean_min", "handovers_count", "drift_ms"])


def session_memory(data: Data) -> pd.DataFrame:
    """A session's memory by its length: context_tokens, gigabytes, move_s over one laser link."""
    per_token = serving.session_bytes_per_token_count(*(fact_of(data, MODEL, name) for name in (
        "model_layers_count", "key_value_heads_count", "head_dimension_count", "cache_number_bytes_count")))  # fmt: skip
    rate = fact_of(data, LASERS, "session_link_gbps")
    rows = []
    for tokens in CONTEXTS:
        gigabytes = float(serving.session_gigabytes_count(per_token, tokens))
        rows.append((tokens, gigabytes, float(serving.session_move_s(gigabytes, rate))))
    return pd.DataFrame(rows, columns=["context_tokens", "gigabytes", "move_s"])


def service_check(data: Data, concept: str, case: str, settings: Settings) -> pd.DataFrame:
    """Measured satellite service beside light alone: what, measured_ms, light_ms, source_id."""
    a, rows = latency.assumed(data, concept, case, settings), []
    light = float(sky_geometry.path_at_elevation_ms(a.relay_km, a.service_elevation_deg, 4))
    for subject in ("starlink_service", "starlink_service_by_speed_tests"):
        fact = data.rows(subject, "satellite_access_round_trip_ms")[0]
        rows.append((subject, fact.central, light, fact.source_id))
    ends = [latency.city(data, name)[f"{axis}_deg"] for name in ("London", "New York") for axis in ("latitude", "longitude")]
    far = fact_of(data, "tarawa_by_lasers", "great_circle_distance_km")
    for subject, distance in (
        ("london_new_york_by_lasers", float(fibre.great_circle_distance_km(*ends))), ("tarawa_by_lasers", far),
    ):  # fmt: skip
        fact = data.rows(subject, "stated_round_trip_ms")[0]
        own = fact_of(data, subject, "orbit_altitude_km") if data.rows(subject, "orbit_altitude_km") else float(a.relay_km)
        by_mesh = float(mesh_paths.mesh_round_trip_ms(distance, own, a.service_elevation_deg, 1))
        rows.append((subject, fact.low or fact.central, by_mesh, fact.source_id))
    return pd.DataFrame(rows, columns=["what", "measured_ms", "light_ms", "source_id"])
