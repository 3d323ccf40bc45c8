"""How long an answer takes: queues, reading the prompt, writing the tokens, and what a session keeps in memory.

The same functions on both sides. A prompt is read at one rate, tokens are written at one pace. No facility wires this module.
"""

import numpy as np

from earth_or_orbit.constants import DEG_PER_TURN, EARTH_MEAN_RADIUS_KM, HOURS_PER_DAY, MINUTES_PER_HOUR, MS_PER_S, Array
from earth_or_orbit.quantities.orbit_geometry import orbits_per_day
from earth_or_orbit.quantities.signal_delay import vacuum_round_trip_ms

BITS_PER_BYTE = 8  # structure: bits of a byte
BYTES_PER_GB = 1e9  # structure: the prefix giga
BITS_PER_GBIT = 1e9  # structure: the prefix giga


def packet_time_ms(packet_bytes_count: Array, queue_link_gbps: Array) -> Array:
    """Time to put one packet onto a link. [ms]

    t = 8 · bytes / rate.
    Source: definition of a rate.
    Check: packet_time_ms(1500, 0.1) = 0.12 (0.01%)
    """
    return packet_bytes_count * BITS_PER_BYTE / (queue_link_gbps * BITS_PER_GBIT) * MS_PER_S


def random_queue_wait_ms(service_time_ms: Array, queue_load_frac: Array) -> Array:
    """Mean wait in a queue of packets of random length that come at random (M/M/1), without the packet's own time. [ms]

    t = service · ρ / (1 − ρ). Loads from 0 to below 1; a scalar beyond raises, an array becomes nan.
    Source: queueing theory.
    Check: random_queue_wait_ms(0.12, 0.5) = 0.12 (0.01%)
    """
    return service_time_ms * _over_free(queue_load_frac)


def even_queue_wait_ms(service_time_ms: Array, queue_load_frac: Array) -> Array:
    """Mean wait in a queue of packets of one length that come at random (M/D/1), without the packet's own time. [ms]

    t = service · ρ / (2 (1 − ρ)). Loads from 0 to below 1; a scalar beyond raises, an array becomes nan.
    Source: Pollaczek and Khinchine.
    Check: even_queue_wait_ms(0.12, 0.8) = 0.24 (0.01%)
    """
    return service_time_ms * _over_free(queue_load_frac) / 2


def _over_free(load: Array) -> Array:
    if np.ndim(load) == 0 and not 0 <= load < 1:
        raise ValueError(f"queue_load_frac is {float(load):g}; allowed: from 0 to below 1")
    load = np.asarray(load, dtype=float)
    load = np.where((load >= 0) & (load < 1), load, np.nan)
    return (load / (1 - load))[()]


def prompt_reading_ms(prompt_tokens_count: Array, prefill_tokens_count_per_s: Array) -> Array:
    """Time to read a prompt before the first token of the answer. [ms]

    t = tokens / rate.
    Source: definition of a rate.
    Check: prompt_reading_ms(5000, 12292) = 406.77 (0.01%)
    """
    return prompt_tokens_count / prefill_tokens_count_per_s * MS_PER_S


def first_token_ms(stated_round_trip_ms: Array, server_queue_ms: Array, prompt_reading_ms: Array) -> Array:
    """Time from sending a prompt to seeing the first token of the answer, over an open connection. [ms]

    t = round trip + queue + reading of the prompt.
    Source: sum of the parts.
    Check: first_token_ms(50, 200, 100) = 350 (0%)
    """
    return stated_round_trip_ms + server_queue_ms + prompt_reading_ms


def first_token_of_prompt_ms(
    stated_round_trip_ms: Array, server_queue_ms: Array, prompt_tokens_count: Array, prefill_tokens_count_per_s: Array
) -> Array:
    """Time from sending a prompt of known length to seeing the first token of the answer. [ms]

    t = round trip + queue + tokens / rate.
    Source: sum of the parts.
    Check: first_token_of_prompt_ms(50, 0, 1000, 10000) = 150 (0%)
    """
    reading_ms = prompt_reading_ms(prompt_tokens_count, prefill_tokens_count_per_s)
    return first_token_ms(stated_round_trip_ms, server_queue_ms, reading_ms)


def whole_answer_s(first_token_ms: Array, answer_tokens_count: Array, time_per_token_ms: Array) -> Array:
    """Time from sending a prompt to seeing the last token of the answer. [s]

    t = first token + (tokens − 1) · time per token: the round trip is paid once, since tokens are streamed.
    Source: sum of the parts.
    Check: whole_answer_s(450, 501, 40) = 20.45 (0.01%)
    """
    return (first_token_ms + (answer_tokens_count - 1) * time_per_token_ms) / MS_PER_S


def session_bytes_per_token_count(
    model_layers_count: Array, key_value_heads_count: Array, head_dimension_count: Array, cache_number_bytes_count: Array
) -> Array:
    """Bytes that a transformer keeps of each token of a session: one key and one value per layer and head. [count]

    b = 2 · layers · heads · dimension · bytes of a number.
    Source: definition of grouped-query attention's cache.
    Check: session_bytes_per_token_count(80, 8, 128, 2) = 327680 (0%)
    """
    return 2 * model_layers_count * key_value_heads_count * head_dimension_count * cache_number_bytes_count


def session_gigabytes_count(session_bytes_per_token_count: Array, context_tokens_count: Array) -> Array:
    """Memory of one session, in gigabytes of 1e9 bytes. [count]

    m = bytes per token · tokens / 1e9.
    Source: definition.
    Check: session_gigabytes_count(327680, 8192) = 2.684 (0.1%)
    """
    return session_bytes_per_token_count * context_tokens_count / BYTES_PER_GB


def session_move_s(session_gigabytes_count: Array, session_link_gbps: Array) -> Array:
    """Time to send one session's memory over a link. [s]

    t = 8 · gigabytes / rate, the link being free.
    Source: definition of a rate.
    Check: session_move_s(2.684, 100) = 0.2147 (0.1%)
    """
    return session_gigabytes_count * BITS_PER_BYTE / session_link_gbps


def session_drift_ms(orbit_altitude_km: Array, session_age_min: Array) -> Array:
    """Round trip that a session gains while its satellite flies on and its user stays. [ms]

    t = 2 (R + h) θ / c, θ the arc flown in that time, at most half a turn: beyond, the mesh is shorter the other way.
    Source: Kepler's third law; the arc at the satellites' height.
    Check: session_drift_ms(550, 10) = 30.26 (0.5%)
    """
    period_min = HOURS_PER_DAY * MINUTES_PER_HOUR / orbits_per_day(orbit_altitude_km)
    turns = np.mod(session_age_min / period_min, 1)
    arc_deg = DEG_PER_TURN * np.minimum(turns, 1 - turns)
    return vacuum_round_trip_ms((EARTH_MEAN_RADIUS_KM + orbit_altitude_km) * np.deg2rad(arc_deg))
