"""Tidy tables of the networks between accelerators: laser links, bisections of designs, and what training needs of them."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from earth_or_orbit import study, units
from earth_or_orbit.facts import Data
from earth_or_orbit.quantities import cluster_flight, interconnect, laser_link, laser_rate, training_traffic
from earth_or_orbit.tables.mass_and_power import fact_of
from earth_or_orbit.tables.places import fleet

MODEL = "llama31_405b"
SUNCATCHER = "google_suncatcher_link"
# Whose lasers a concept's satellites carry; what a proposal does not state comes from the Starlink satellites that fly, in the
# promised case from the announced ones. A spine is wired: every accelerator has the port of the ground's fabric.
FLOWN_LASERS, ANNOUNCED_LASERS, SPINE = "starlink_lasers", "starlink_v3_lasers", "starcloud_spine"
LASERS = {
    "demonstrated": {"google_suncatcher": "google_suncatcher_bench_lasers"},
    "promised": {"spacex_ai1": "spacex_ai1_lasers", "google_suncatcher": "google_suncatcher_lasers",
                 "blue_origin_sunrise": "terawave_lasers", "starcloud_5gw": SPINE},
}  # fmt: skip
DONORS = {"demonstrated": FLOWN_LASERS, "promised": ANNOUNCED_LASERS}
PORTS = {"demonstrated": "connectx7_port", "promised": "connectx8_port"}
OVERSUBSCRIBED = {"demonstrated": "llama3_fabric", "promised": "fairwater_fabric"}
OWN_FABRIC = {"fairwater_wi": "fairwater_fabric", "fairwater_wi_full": "fairwater_fabric"}
DESIGNS = {"ring": 1, "torus_2d": 2, "torus_3d": 3}  # structure: axes of each
DISTANCES_M = np.geomspace(1e2, 1e7, 251)  # structure: the plot's axis, from a cluster to the far side of a shell
ROOM = "networks_and_workloads.csv"


@dataclass(frozen=True)
class Job:
    """One training job spread over satellites or racks of one side: what one of them holds and sends."""

    name: str
    side: str
    nodes: float  # satellites or racks of the job
    accelerators: float  # in one of them
    node_rate_gbps: float  # of all links of one of them, one way
    donor: bool  # the rate is another's

    @property
    def accelerators_of_job(self) -> float:
        return self.nodes * self.accelerators


def facts_of_room(data: Data) -> pd.DataFrame:
    """Every fact of networks and workloads as published: subject, quantity, low, central, high, unit, kind, source_id."""
    rows = [(f.subject, f.quantity, f.low, f.central, f.high, f.unit, f.kind, f.source_id)
            for f in data.facts if f.file.endswith(ROOM)]  # fmt: skip
    columns = ["subject", "quantity", "low", "central", "high", "unit", "kind", "source_id"]
    return pd.DataFrame(rows, columns=columns).astype({"low": float, "high": float})


def laser_subject(concept: str, case: str) -> tuple[str, bool]:
    """Whose lasers a concept's satellites carry in a case, and whether they are another's."""
    own = LASERS[case].get(concept, DONORS[case])
    return own, own == DONORS[case] and (concept, case) != ("spacex_ai1", "demonstrated")


def satellite_rate_gbps(data: Data, concept: str, case: str, accelerators: float) -> tuple[float, bool]:
    """Rate of all lasers of one satellite, one way, and whether it is a donor's. [Gbps]"""
    subject, donor = laser_subject(concept, case)
    if subject == SPINE:
        return interconnect.injection_rate_gbps(accelerators, fact_of(data, PORTS[case], "node_rate_gbps")), True
    links, rate = (fact_of(data, subject, n) for n in ("links_per_node_count", "link_rate_gbps"))
    return interconnect.injection_rate_gbps(links, rate), donor


def port_rate_gbps(data: Data, site: str, case: str) -> float:
    """Rate of one accelerator's port to the network between racks: the campus's own if published. [Gbps]"""
    return fact_of(data, OWN_FABRIC.get(site, PORTS[case]), "node_rate_gbps")


def oversubscription_ratio(data: Data, site: str, case: str) -> float:
    """How many times the ports outdo the links above them: the campus's own if published."""
    return fact_of(data, OWN_FABRIC.get(site, OVERSUBSCRIBED[case]), "oversubscription_ratio")


def satellites(data: Data, concept: str, case: str, it_power_average_mw: float) -> dict[str, float]:
    """A concept's fleet at a matched power: satellites, accelerators (in one), altitude_km, inclination_deg, in_unit."""
    made = fleet(data, concept, case, it_power_average_mw)
    names = ("satellites_count", "accelerators_installed_count", "orbit_altitude_km", "orbit_inclination_deg",
             "unit_satellites_count", "ground_link_gbps")  # fmt: skip
    value = {name: float(study.value_of(made, name)) for name in names}
    return {
        "satellites": value["satellites_count"],
        "accelerators": value["accelerators_installed_count"] / value["satellites_count"],
        "altitude_km": value["orbit_altitude_km"],
        "inclination_deg": value["orbit_inclination_deg"],
        "in_unit": value["unit_satellites_count"],
        "user_gbps": value["ground_link_gbps"],
    }


def orbit_job(data: Data, concept: str, case: str, it_power_average_mw: float, job_accelerators: float) -> Job:
    """A training job over a concept's satellites, at most the whole fleet."""
    own = satellites(data, concept, case, it_power_average_mw)
    rate, donor = satellite_rate_gbps(data, concept, case, own["accelerators"])
    nodes = max(min(job_accelerators / own["accelerators"], own["satellites"]), 1.0)
    return Job(concept, "orbit", nodes, own["accelerators"], rate, donor)


def ground_job(data: Data, site: str, case: str, it_power_average_mw: float, job_accelerators: float) -> Job:
    """The same job over a campus's racks at the same matched power."""
    rack = fact_of(data, "nvl72_rack", "accelerators_count")
    own = satellites(data, next(iter(LASERS["promised"])), case, it_power_average_mw)
    most = own["satellites"] * own["accelerators"]  # the same power holds the same accelerators on both sides
    rate = interconnect.injection_rate_gbps(rack, port_rate_gbps(data, site, case))
    return Job(site, "ground", max(min(job_accelerators, most) / rack, 1.0), rack, rate, site not in OWN_FABRIC)


# --- Laser links


def link_budget(data: Data) -> pd.DataFrame:
    """Suncatcher's printed link figures beside ours from its own terms: figure, printed, ours, unit."""
    own = {n: fact_of(data, SUNCATCHER, n) for n in ("transmit_power_w", "transmit_gain_db", "wavelength_m", "other_losses_db",
           "channels_count", "channel_receive_power_dbm", "aperture_diameter_m", "aperture_efficiency_frac", "link_range_m",
           "channel_rate_bps", "confocal_distance_m", "aperture_data_rate_bps")}  # fmt: skip
    far_m = fact_of(data, FLOWN_LASERS, "link_distance_m")
    gain = own["transmit_gain_db"]
    needed = laser_link.required_receive_power_w(own["channels_count"], own["channel_receive_power_dbm"])
    light = laser_link.received_power_w(own["transmit_power_w"], gain, gain, own["wavelength_m"], far_m, own["other_losses_db"])
    reach = laser_link.link_range_m(own["transmit_power_w"], gain, gain, own["wavelength_m"], own["other_losses_db"], needed, 0.0)
    printed = data.rows(SUNCATCHER, "multiplexed_confocal_distance_m")
    aperture, wave = own["aperture_diameter_m"], own["wavelength_m"]
    beams = [laser_link.multiplexed_confocal_distance_m(aperture, n, wave) for n in (1, 2, 2 * 2)]
    km = [units.convert(f.central, f.unit, "km") for f in printed]
    rate = laser_rate.aperture_data_rate_bps(own["channels_count"], own["channel_rate_bps"])
    shown = {"received_power_w": "uW", "required_receive_power_w": "mW"}
    told = {n: units.convert(fact_of(data, SUNCATCHER, n), "W", unit) for n, unit in shown.items()}
    telescope = (own["aperture_diameter_m"], own["wavelength_m"], own["aperture_efficiency_frac"])
    rows = [
        ("gain", gain, laser_link.telescope_gain_db(*telescope), "dB"),
        ("light_far", told["received_power_w"], units.convert(light, "W", "uW"), "uW"),
        ("light_needed", told["required_receive_power_w"], units.convert(needed, "W", "mW"), "mW"),
        ("reach", units.convert(own["link_range_m"], "m", "km"), units.convert(reach, "m", "km"), "km"),
        ("one_beam", units.convert(own["confocal_distance_m"], "m", "km"), units.convert(beams[0], "m", "km"), "km"),
        ("four_beams", km[0], units.convert(beams[1], "m", "km"), "km"),
        ("sixteen_beams", km[1], units.convert(beams[2], "m", "km"), "km"),
        ("one_aperture", units.convert(own["aperture_data_rate_bps"], "bps", "Tbps"), units.convert(rate, "bps", "Tbps"), "Tbps"),
    ]
    return pd.DataFrame(rows, columns=["figure", "printed", "ours", "unit"])


def suncatcher_rate_gbps(data: Data, distance_m: np.ndarray) -> np.ndarray:
    """Rate of one pair of the published 10 cm telescopes over a distance: beams side by side near by, all colours farther out,
    then fewer colours, then fewer bits from the light that is left. [Gbps]
    """
    own = {n: fact_of(data, SUNCATCHER, n) for n in ("transmit_power_w", "transmit_gain_db", "wavelength_m", "other_losses_db",
           "channels_count", "channel_receive_power_dbm", "aperture_diameter_m", "channel_rate_bps",
           "photons_needed_count")}  # fmt: skip
    limit = laser_rate.parallel_beams_limit_count(own["aperture_diameter_m"], distance_m, own["wavelength_m"])
    side = np.maximum(np.floor(np.sqrt(limit)), 1)
    near = laser_rate.multiplexed_data_rate_bps(own["channels_count"], own["channel_rate_bps"], side)
    gain = own["transmit_gain_db"]
    light = laser_link.received_power_w(own["transmit_power_w"], gain, gain, own["wavelength_m"], distance_m,
                                        own["other_losses_db"])  # fmt: skip
    one = laser_link.required_receive_power_w(1, own["channel_receive_power_dbm"])
    colours = np.minimum(np.floor(light / one), own["channels_count"])
    faint = laser_rate.photon_limited_data_rate_bps(light, own["photons_needed_count"], own["wavelength_m"])
    far = np.where(colours >= 1, colours * own["channel_rate_bps"], np.minimum(faint, own["channel_rate_bps"]))
    return units.convert(np.where(side > 1, near, far), "bps", "Gbps")


def rate_by_distance(data: Data, it_power_average_mw: float, case: str) -> pd.DataFrame:
    """Rates of laser links over their distance: role (budget, link, span), name, distance_m, far_m, rate_gbps.

    budget: one pair of telescopes by Suncatcher's own terms; link: what is flown, built or claimed, at its distance; span: how
    far neighbours are apart in the published cluster and in a fleet that shares one orbit evenly.
    """
    rows = [("budget", "suncatcher", d, d, r) for d, r in zip(DISTANCES_M, suncatcher_rate_gbps(data, DISTANCES_M), strict=True)]
    near, wide = (fact_of(data, "google_suncatcher_cluster", n) for n in ("least_distance_m", "greatest_neighbour_distance_m"))
    own = satellites(data, "spacex_ai1", case, it_power_average_mw)
    spaced = units.convert(interconnect.plane_spacing_km(own["altitude_km"], max(own["satellites"], 2)), "km", "m")
    far = fact_of(data, FLOWN_LASERS, "link_distance_m")
    links = {"starlink_lasers": far, "google_suncatcher_lasers": near, "google_suncatcher_bench_lasers": near,
             "spacex_ai1_lasers": spaced, "terawave_lasers": spaced}  # fmt: skip
    rows += [("link", s, d, d, fact_of(data, s, "link_rate_gbps")) for s, d in links.items()]
    rows += [("span", "cluster", near, wide, np.nan), ("span", "fleet", spaced, far, np.nan)]
    return pd.DataFrame(rows, columns=["role", "name", "distance_m", "far_m", "rate_gbps"])


def far_link(data: Data) -> dict[str, float]:
    """The flown link at its longest range against Suncatcher's optics: rate and photons per bit that its light allows."""
    far, rate = (fact_of(data, FLOWN_LASERS, n) for n in ("link_distance_m", "link_rate_gbps"))
    own = {n: fact_of(data, SUNCATCHER, n) for n in ("transmit_power_w", "transmit_gain_db", "wavelength_m", "other_losses_db",
                                                     "photons_needed_count")}  # fmt: skip
    gain = own["transmit_gain_db"]
    light = laser_link.received_power_w(own["transmit_power_w"], gain, gain, own["wavelength_m"], far, own["other_losses_db"])
    photons = laser_rate.photons_per_bit_count(light, units.convert(rate, "Gbps", "bps"), own["wavelength_m"])
    return {"distance_km": units.convert(far, "m", "km"), "flown_gbps": rate,
            "budget_gbps": float(suncatcher_rate_gbps(data, np.array([far]))[0]), "photons": float(photons),
            "photons_usual": own["photons_needed_count"]}  # fmt: skip


# --- Bisections


def designs(data: Data, concept: str, case: str, site: str, it_power_average_mw: float) -> pd.DataFrame:
    """Bisection of designs of a concept's fleet and of the campus, each satellite's rate the same in all.

    Columns: design, side, bisection_gbps (one way), per_accelerator_gbps, computing_frac (share of satellites that compute),
    all_to_all_s (least time in which every accelerator sends 1 GB to all others), donor.
    """
    own = satellites(data, concept, case, it_power_average_mw)
    rate, donor = satellite_rate_gbps(data, concept, case, own["accelerators"])
    nodes = max(own["satellites"], 2.0)
    found = {}
    for name, axes in DESIGNS.items():
        link = rate / interconnect.torus_links_per_node_count(axes)
        found[name] = (interconnect.even_torus_bisection_gbps(nodes, axes, link), 1.0)
    found["full_mesh"] = (interconnect.full_mesh_bisection_gbps(nodes, rate / (nodes - 1)), 1.0)
    ports = fact_of(data, "switch_satellite", "links_per_switch_count")
    layers = interconnect.clos_layers_needed_count(nodes, ports)
    share = float(cluster_flight.computing_satellites_frac(ports, layers))
    found["switched"] = (interconnect.switched_bisection_gbps(nodes * share, rate, 1.0), share)
    rows = [_design(name, "orbit", gbps, nodes, own["accelerators"], frac, donor) for name, (gbps, frac) in found.items()]
    racks = ground_job(data, site, case, it_power_average_mw, np.inf)
    for name, ratio in (("full_fabric", 1.0), ("campus_fabric", oversubscription_ratio(data, site, case))):
        gbps = interconnect.switched_bisection_gbps(racks.nodes, racks.node_rate_gbps, ratio)
        rows.append(_design(name, "ground", gbps, racks.nodes, racks.accelerators, 1.0, racks.donor))
    return pd.DataFrame(rows, columns=["design", "side", "bisection_gbps", "per_accelerator_gbps", "computing_frac",
                                       "all_to_all_s", "donor"])  # fmt: skip


def _design(name: str, side: str, gbps: float, nodes: float, each: float, computing: float, donor: bool) -> tuple:
    accelerators = nodes * each * computing
    message = units.convert(1.0, "GB", "byte")
    seconds = training_traffic.all_to_all_s(message, accelerators, gbps)
    return name, side, float(gbps), float(gbps) / accelerators, computing, float(seconds), donor


def printed_bisections(data: Data) -> pd.DataFrame:
    """A published study's bisections beside ours from its own sizes: network, printed_tb_per_s, ours_tb_per_s."""
    link = fact_of(data, "vanberkel_links", "link_rate_gbps")
    ports, port = fact_of(data, "vanberkel_ground", "network_nodes_count"), fact_of(data, "connectx8_port", "node_rate_gbps")
    sides = {"vanberkel_2d": [89, 90], "vanberkel_3d": [20, 20, 20]}  # structure: sides as the study prints them
    ours = {name: interconnect.torus_bisection_gbps(np.array(s), link) for name, s in sides.items()}
    ours["vanberkel_ground"] = interconnect.switched_bisection_gbps(ports, port, 1.0)
    names = {"vanberkel_ground": "reference_bisection_gbps"}
    rows = [(n, fact_of(data, n, names.get(n, "bisection_rate_gbps")), float(v)) for n, v in ours.items()]
    return pd.DataFrame([(n, *(units.convert(x, "Gbps", "TB/s") for x in (a, b))) for n, a, b in rows],
                        columns=["network", "printed_tb_per_s", "ours_tb_per_s"])  # fmt: skip
