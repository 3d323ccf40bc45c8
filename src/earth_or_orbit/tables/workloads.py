"""Tidy tables of links to the ground, and of which workloads the links of either side can serve."""

import numpy as np
import pandas as pd
from numpy import log1p

from earth_or_orbit import study, units
from earth_or_orbit.facts import Data
from earth_or_orbit.quantities import passes
from earth_or_orbit.quantities import training_traffic as traffic
from earth_or_orbit.tables.mass_and_power import fact_of
from earth_or_orbit.tables.networks import MODEL, Job, ground_job, orbit_job, satellites
from earth_or_orbit.tables.places import fleet
from earth_or_orbit.tables.training_network import ACCELERATOR, needs

WORKLOADS = ("training", "seldom_training", "batch_inference", "chat", "earth_observation", "backup")
LATITUDES_DEG = (0.0, 30.0, 45.0, 60.0, 78.0)  # structure: latitudes shown, from the equator to Svalbard
MOST_SITES = 12  # structure: end of the axis
STEPS = 60  # structure: halvings of a search
FITS, ROOM, NOT = "fits", "fits_with_room", "does_not_fit"


def station_kinds(data: Data) -> dict[str, tuple[float, float, float]]:
    """Stations that have worked: rate [Gbps], share of time in which the sky lets them, least elevation [deg]."""
    optical = fact_of(data, "optical_station", "least_elevation_deg")
    clear = fact_of(data, "australian_sites", "site_availability_frac")
    gateway = fact_of(data, "starlink_gateway", "ground_station_capacity_gbps")
    radio = float(data.rows("starlink_gateway", "user_elevation_deg")[0].low)
    return {"optical": (fact_of(data, "tbird", "downlink_rate_gbps"), clear, optical),
            "radio": (gateway, fact_of(data, "radio_station", "site_availability_frac"), radio)}  # fmt: skip


def passes_by_latitude(data: Data, concept: str, case: str) -> pd.DataFrame:
    """Passes of one of a concept's satellites over an optical station: latitude_deg, per_day, longest_min, mean_min,
    contact_min_per_day, plane_frac (share of time in which a fleet that fills the orbit is in view), data_tb_per_day (one
    satellite at the flown rate through the mean cloud).
    """
    own = satellites(data, concept, case, 1.0)
    orbit = (own["altitude_km"], own["inclination_deg"])
    rate, clear, elevation = station_kinds(data)["optical"]
    rows = []
    for latitude in LATITUDES_DEG:
        at = (*orbit, latitude, elevation)
        minutes = float(passes.contact_time_min_per_day(*at))
        tb = float(passes.pass_data_tb(rate, units.convert(minutes, "min", "s"))) * clear
        each = float(passes.mean_pass_min(*at)) if minutes else np.nan
        rows.append((latitude, float(passes.passes_per_day(*at)), float(passes.longest_pass_min(orbit[0], elevation, orbit[1])),
                     each, minutes, float(passes.plane_view_share_frac(*at)), tb))  # fmt: skip
    return pd.DataFrame(rows, columns=["latitude_deg", "per_day", "longest_min", "mean_min", "contact_min_per_day",
                                       "plane_frac", "data_tb_per_day"])  # fmt: skip


def flown_passes(data: Data) -> pd.DataFrame:
    """Measured laser downlinks beside rate times time: name, rate_gbps, pass_s, ours_tb, measured_tb, kept_frac."""
    rows = []
    for name in ("tbird", "airsat_02"):
        rate, seconds, told = (fact_of(data, name, q) for q in ("downlink_rate_gbps", "pass_time_s", "pass_data_tb"))
        ours = float(passes.pass_data_tb(rate, seconds))
        rows.append((name, rate, seconds, ours, told, told / ours))
    return pd.DataFrame(rows, columns=["name", "rate_gbps", "pass_s", "ours_tb", "measured_tb", "kept_frac"])


def weather_correlation_frac(data: Data) -> float:
    """Correlation of any two sites that the published network of eight implies; between 0 and 1 by halving."""
    site, network = (fact_of(data, "australian_sites", n) for n in ("site_availability_frac", "network_availability_frac"))
    sites = fact_of(data, "australian_sites", "ground_sites_count")
    low, high = 0.0, 1.0
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if passes.correlated_sites_frac(site, sites, middle) > network else (low, middle)
    return (low + high) / 2


def availability_by_sites(data: Data) -> pd.DataFrame:
    """Share of time with a clear site and hours without one, by number of sites: kind, sites, available_frac, out_h_per_year.

    Kinds: independent, correlated (as the published network of eight implies), and the published networks by name.
    """
    site = fact_of(data, "australian_sites", "site_availability_frac")
    shared = weather_correlation_frac(data)
    rows = []
    for n in range(1, MOST_SITES + 1):
        rows.append(("independent", n, float(passes.independent_sites_frac(site, n))))
        rows.append(("correlated", n, float(passes.correlated_sites_frac(site, n, shared))))
    for name in ("australian_sites", "european_sites"):
        rows.append((name, fact_of(data, name, "ground_sites_count"), fact_of(data, name, "network_availability_frac")))
    table = pd.DataFrame(rows, columns=["kind", "sites", "available_frac"])
    return table.assign(out_h_per_year=passes.weather_outage_h_per_year(table["available_frac"].to_numpy()))


def worth_of_networks(data: Data) -> dict[str, float]:
    """How many independent sites of the Australian mean each published network is worth."""
    site = fact_of(data, "australian_sites", "site_availability_frac")
    names = ("australian_sites", "european_sites")
    told = {n: fact_of(data, n, "network_availability_frac") for n in names}
    return {n: float(passes.independent_sites_worth_count(site, a)) for n, a in told.items()}


def stations(data: Data, concept: str, case: str, mw: float, ground_stations: float, latitude_deg: float) -> pd.DataFrame:
    """What a number of ground stations carries of one concept's fleet, by kind: kind, rate_gbps, in_view_frac, clear_frac,
    mean_gbps (of all together), needed_count (for the users' traffic, by the mean), none_h_per_year (no station in view and
    clear, weather and longitudes independent).
    """
    own = satellites(data, concept, case, mw)
    rows = []
    for kind, (rate, clear, elevation) in station_kinds(data).items():
        view = float(passes.plane_view_share_frac(own["altitude_km"], own["inclination_deg"], latitude_deg, elevation))
        usable = view * clear
        mean = ground_stations * rate * usable
        needed = float(passes.stations_for_rate_count(own["user_gbps"], rate * usable)) if usable else np.nan
        none = float(passes.weather_outage_h_per_year(-np.expm1(ground_stations * log1p(-usable)))) if usable < 1 else 0.0
        rows.append((kind, rate, view, clear, mean, needed, none))
    return pd.DataFrame(rows, columns=["kind", "rate_gbps", "in_view_frac", "clear_frac", "mean_gbps", "needed_count",
                                       "none_h_per_year"])  # fmt: skip


def fit(
    data: Data, concept: str, case: str, site: str, mw: float, job_accelerators: float, ground_stations: float, latitude: float
) -> pd.DataFrame:
    """Which workloads the links of either side serve, by supply over need.

    Columns: side, workload, link (fabric or ground), bytes_per_flop, need_gbps, supply_gbps, margin (inf where nothing is
    needed), verdict. Fabric: one satellite or rack. Ground: the whole fleet or campus; only what it needs on average.
    """
    room = fact_of(data, "fit", "room_margin_ratio")
    table = stations(data, concept, case, mw, ground_stations, latitude)
    made = fleet(data, concept, case, mw)
    many = float(study.value_of(made, "accelerators_installed_count"))
    chat = float(study.value_of(made, "ground_link_gbps"))
    jobs = {"orbit": orbit_job(data, concept, case, mw, job_accelerators),
            "ground": ground_job(data, site, case, mw, job_accelerators)}  # fmt: skip
    down = float(table["mean_gbps"].max())
    supply = {"orbit": down, "ground": fact_of(data, "campus_fibre", "campus_wan_gbps")}
    rows = []
    for side, job in jobs.items():
        for (workload, link), (need, per_flop) in _needs_of(data, side, job, many, chat).items():
            has = job.node_rate_gbps if link == "fabric" else supply[side]
            has = down if (side, workload, link) == ("ground", "earth_observation", "ground") else has
            margin = has / need if need > 0 else np.inf
            verdict = NOT if margin < 1 else ROOM if margin >= room else FITS
            rows.append((side, workload, link, per_flop, need, has, margin, verdict))
    columns = ["side", "workload", "link", "bytes_per_flop", "need_gbps", "supply_gbps", "margin", "verdict"]
    return pd.DataFrame(rows, columns=columns)


def _needs_of(data: Data, side: str, job: Job, many: float, chat_gbps: float) -> dict[tuple[str, str], tuple[float, float]]:
    """Need in Gbps and in bytes per FLOP by workload and link; of one satellite or rack, or of the whole side to the ground."""
    own = needs(data, job)
    work = traffic.achieved_flop_per_s(many, fact_of(data, ACCELERATOR, "accelerator_peak_flop_per_s"),
                                       fact_of(data, MODEL, "flop_utilisation_frac"))  # fmt: skip
    checkpoint = traffic.model_bytes(fact_of(data, MODEL, "model_parameters_count"),
                                     fact_of(data, "weights_16_bit", "stored_bytes_per_parameter"))  # fmt: skip
    day_s = units.convert(1.0, "day", "s")
    text = fact_of(data, "text", "bytes_per_token")
    read = traffic.token_rate_gbps(fact_of(data, MODEL, "training_tokens_count") / own["computing_s"], text)
    left = fact_of(data, "observation", "results_share_frac") if side == "orbit" else 1.0
    to_ground = {
        "training": read + float(traffic.needed_rate_gbps(checkpoint, day_s)),
        "batch_inference": traffic.token_rate_gbps(many * fact_of(data, "deepseek_v3_serving", "tokens_count_per_s"), text),
        "chat": chat_gbps,
        "earth_observation": observed_gbps(data) * left,
        "backup": backup_gbps(data, many),
    }
    to_ground["seldom_training"] = to_ground["training"]
    held = checkpoint / fact_of(data, ACCELERATOR, "accelerator_memory_bytes")  # accelerators that hold the weights
    crossing = 0.0 if held <= job.accelerators else _answers_crossing_gbps(data, job)
    busy = job.accelerators * work / many
    fabric = {"training": own["every_step_needed_gbps"], "seldom_training": own["seldom_needed_gbps"],
              "batch_inference": crossing, "chat": crossing, "earth_observation": 0.0, "backup": 0.0}  # fmt: skip
    found = {}
    for workload in WORKLOADS:
        found[workload, "fabric"] = fabric[workload], _bytes_per_flop(fabric[workload], busy)
        found[workload, "ground"] = to_ground[workload], _bytes_per_flop(to_ground[workload], work)
    found["earth_observation", "ground"] = to_ground["earth_observation"], _observed_bytes_per_flop(data, side)
    found["backup", "ground"] = to_ground["backup"], np.nan
    return found


def _bytes_per_flop(rate_gbps: float, flop_per_s: float) -> float:
    return float(traffic.rate_bytes_per_flop(rate_gbps, flop_per_s, 1.0))


def _observed_bytes_per_flop(data: Data, side: str) -> float:
    each = 1 / fact_of(data, "observation", "observation_flop_per_bytes")
    return each * (fact_of(data, "observation", "results_share_frac") if side == "orbit" else 1.0)


def _answers_crossing_gbps(data: Data, job: Job) -> float:
    """Activations that leave one node for the next where a model's weights do not fit into it. [Gbps]"""
    number = fact_of(data, "weights_16_bit", "stored_bytes_per_parameter")
    forward = traffic.pipeline_bytes_per_token(fact_of(data, MODEL, "model_width_count"), number) / 2
    return traffic.token_rate_gbps(job.accelerators * fact_of(data, "deepseek_v3_serving", "tokens_count_per_s"), forward)


def observed_gbps(data: Data) -> float:
    """Mean rate of the images of two named fleets. [Gbps]"""
    return float(sum(traffic.mean_rate_gbps(fact_of(data, n, "data_tb_per_day")) for n in ("planet_doves", "sentinel_2")))


def observation_busy_count(data: Data) -> float:
    """Accelerators that the images of the two fleets keep busy."""
    flop = fact_of(data, "observation", "observation_flop_per_bytes")
    per_s = units.convert(observed_gbps(data), "Gbps", "byte/s") * flop
    return per_s / (fact_of(data, ACCELERATOR, "accelerator_peak_flop_per_s") * fact_of(data, MODEL, "flop_utilisation_frac"))


def backup_gbps(data: Data, accelerators: float) -> float:
    """Mean rate of a full copy in the stated time of the data kept beside so many accelerators. [Gbps]"""
    kept, beside = (fact_of(data, "llama3_storage", n) for n in ("stored_tb", "accelerators_count"))
    return float(traffic.mean_rate_gbps(kept / beside * accelerators / fact_of(data, "backup", "backup_interval_days")))
