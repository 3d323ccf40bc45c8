"""Networks and workloads as tables and words: published figures, hand calculations, every concept, campus and case."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from earth_or_orbit import drawing, facts, scenario
from earth_or_orbit.quantities import interconnect, training_traffic
from earth_or_orbit.sentences import networks as say
from earth_or_orbit.tables import networks, training_network, workloads

SITE, CONCEPT, MW, JOB = "fairwater_wi", "spacex_ai1", 100.0, 16384.0
PAIRS = [(s, c) for s, c in zip(scenario.names("ground"), scenario.names("orbit") * 3, strict=False)]


@pytest.fixture(scope="module")
def data():
    return facts.load()


@pytest.fixture(scope="module")
def training(data):
    return training_network.training_by_concept(data, SITE, MW, JOB)


def test_suncatchers_link_figures_come_out(data) -> None:
    table = networks.link_budget(data).set_index("figure")
    assert table["ours"]["gain"] == pytest.approx(105.1, abs=0.1)
    assert table["ours"]["light_far"] == pytest.approx(1.6, rel=0.005)
    assert table["ours"]["light_needed"] == pytest.approx(0.24, rel=1e-6)
    near = table.loc[["one_beam", "four_beams", "sixteen_beams"]]
    assert near["ours"].to_numpy() == pytest.approx(near["printed"].to_numpy(), rel=0.02)
    assert 10 * np.log10((table["ours"]["reach"] / table["printed"]["reach"]) ** 2) == pytest.approx(2.67, abs=0.01)


def test_the_rate_falls_with_distance_and_meets_the_paper(data) -> None:
    at = np.array([100.0, 200.0, 310.0, 1250.0, 5000.0, 300e3, 407e3, 420e3, 5e6])
    rate = networks.suncatcher_rate_gbps(data, at)
    assert (np.diff(rate) <= 0).all()
    assert rate[2] == pytest.approx(16 * 9600) and rate[3] == pytest.approx(4 * 9600)
    assert rate[4] == rate[5] == rate[6] == pytest.approx(9600) and rate[7] < 9600
    assert rate[8] == pytest.approx(1.5969e-6 * 1.55e-6 / (6.62607e-34 * 299792458 * 196) / 1e9, rel=1e-3)


def test_published_bisections_come_out(data) -> None:
    table = networks.printed_bisections(data)
    assert table["ours_tb_per_s"].to_numpy() == pytest.approx(table["printed_tb_per_s"].to_numpy(), rel=0.01)


@pytest.mark.parametrize("sides", [(4, 4), (6, 4), (4, 4, 4), (2, 6), (3, 5), (5, 5)])
def test_no_halving_of_a_small_torus_is_narrower(sides) -> None:
    """All cuts along an axis into two blocks as equal as can be, counted link by link; blocks are the least cuts of even tori."""
    nodes = list(np.ndindex(*sides))
    links = set()
    for node in nodes:
        for axis, side in enumerate(sides):
            other = tuple((c + 1) % side if a == axis else c for a, c in enumerate(node))
            if other != node:
                links.add(frozenset((node, other)))
    assert len(links) == interconnect.torus_links_count(np.array(sides))
    cuts = []
    for axis, side in enumerate(sides):
        half = {node for node in nodes if node[axis] < side // 2}
        cuts.append(sum(len(half & link) == 1 for link in links))
    assert interconnect.torus_bisection_gbps(np.array(sides), 1.0) == pytest.approx(min(cuts), rel=0.02)


def test_a_torus_of_two_axes_lies_between_ring_and_mesh(data) -> None:
    table = networks.designs(data, CONCEPT, "demonstrated", SITE, MW).set_index("design")
    gbps = table["bisection_gbps"]
    assert gbps["ring"] < gbps["torus_2d"] < gbps["torus_3d"] < gbps["full_mesh"] < gbps["full_fabric"]
    assert gbps["ring"] == pytest.approx(600.0), "both links of a ring are cut twice and share the satellite's rate"
    own = networks.satellites(data, CONCEPT, "demonstrated", MW)
    assert gbps["torus_2d"] == pytest.approx(2 * np.sqrt(own["satellites"]) * 150.0)
    assert gbps["full_fabric"] == pytest.approx(own["satellites"] * own["accelerators"] / 2 * 800.0, rel=1e-3)


def test_all_to_all_of_the_yardstick_by_hand(data) -> None:
    row = networks.designs(data, CONCEPT, "demonstrated", SITE, MW).set_index("design").loc["torus_3d"]
    own = networks.satellites(data, CONCEPT, "demonstrated", MW)
    many = own["satellites"] * own["accelerators"]
    assert row["all_to_all_s"] == pytest.approx(many / 4 * 8 / row["bisection_gbps"])


def test_the_published_job_by_hand(data) -> None:
    """16,384 H100 at 400 TFLOP/s: 6 · 405e9 · 16e6 in 5.93 s; gradients of 405e9/128 parameters, 6 bytes, over 50 GB/s."""
    found = training_network.published_step(data)
    assert found["published_s"] == pytest.approx(6 * 405e9 * 16e6 / (16384 * 400e12))
    assert found["data_s"] == pytest.approx(405e9 / 128 * 6 * 127 / 128 / 50e9)
    assert found["idle_frac"] == pytest.approx(15 / (16e6 / 128 / 8192 * 126 / 16))
    assert found["printed_frac"] < found["roof_frac"] < 1, "the network's roof must lie above what was reached"
    assert 0.41 < found["kernel_frac"] < 0.8


def test_the_ledger_of_one_step_for_ai1_by_hand(data, training) -> None:
    row = training[(training["name"] == CONCEPT) & (training["case"] == "demonstrated")].iloc[0]
    sent = 2 * (row["replicas"] - 1) / row["replicas"] * 405e9 * 3
    assert row["every_step_exchange_s"] == pytest.approx(sent * 8 / 600e9)
    assert row["computing_s"] == pytest.approx(6 * 405e9 * 16e6 / (16384 * 2500e12 * 0.41), rel=1e-6)
    assert row["every_step_hidden_frac"] == pytest.approx(row["computing_s"] / row["every_step_exchange_s"])
    assert row["seldom_needed_gbps"] == pytest.approx(row["every_step_needed_gbps"] * 4 / 3 / 500)


def test_a_faster_link_never_feeds_less(data) -> None:
    job = networks.orbit_job(data, CONCEPT, "demonstrated", MW, JOB)
    shares = []
    for rate in (100.0, 1e3, 1e4, 1e6):
        faster = networks.Job(job.name, job.side, job.nodes, job.accelerators, rate, job.donor)
        shares.append(training_network.fed(data, faster, "")["every_step_hidden_frac"])
    assert (np.diff(shares) >= 0).all() and shares[-1] == 1


def test_a_job_in_one_satellite_needs_no_link(data) -> None:
    needs = training_network.needs(data, networks.orbit_job(data, CONCEPT, "demonstrated", MW, 2.0))
    assert needs["every_step_needed_gbps"] == 0 and needs["replicas"] == 1


def test_answers_stay_inside_a_satellite_that_holds_the_weights(data) -> None:
    """405 billion parameters of two bytes fill five accelerators of 186 GB."""
    job = networks.Job("x", "orbit", 100.0, 4.0, 600.0, False)
    assert 405e9 * 2 / 186e9 > 4
    assert workloads._answers_crossing_gbps(data, job) == pytest.approx(4 * 4951 * 16384 * 2 * 8 / 1e9)


def test_the_correlation_reproduces_the_published_network(data) -> None:
    table = workloads.availability_by_sites(data)
    eight = table[(table["kind"] == "correlated") & (table["sites"] == 8)].iloc[0]
    assert eight["available_frac"] == pytest.approx(0.9997, abs=1e-9)
    assert workloads.weather_correlation_frac(data) == pytest.approx(0.0247, abs=1e-4)
    assert workloads.worth_of_networks(data)["european_sites"] < 11


def test_stations_out_of_view_carry_nothing(data) -> None:
    table = workloads.stations(data, CONCEPT, "demonstrated", MW, 8.0, 45.0).set_index("kind")
    row = table.loc["optical"]
    assert row["mean_gbps"] == pytest.approx(8 * 200 * row["in_view_frac"] * 0.69)
    assert row["none_h_per_year"] == pytest.approx(8766 * (1 - row["in_view_frac"] * 0.69) ** 8)


def test_the_orbit_saves_the_downlink_of_pictures(data) -> None:
    table = workloads.fit(data, CONCEPT, "demonstrated", SITE, MW, JOB, 8.0, 45.0)
    rows = table[(table["workload"] == "earth_observation") & (table["link"] == "ground")].set_index("side")
    assert rows.loc["orbit", "need_gbps"] == pytest.approx(0.01 * rows.loc["ground", "need_gbps"])
    assert rows.loc["orbit", "supply_gbps"] == rows.loc["ground", "supply_gbps"]
    volume = (3 + 390 / 30.4375) * 8e12 / 86400 / 1e9
    assert rows.loc["ground", "need_gbps"] == pytest.approx(volume, rel=1e-3)


def test_bytes_per_flop_times_work_is_the_need(data) -> None:
    table = workloads.fit(data, CONCEPT, "promised", SITE, MW, JOB, 8.0, 45.0)
    row = table[(table["side"] == "orbit") & (table["workload"] == "chat") & (table["link"] == "ground")].iloc[0]
    many = networks.satellites(data, CONCEPT, "promised", MW)
    work = many["satellites"] * many["accelerators"] * 2500e12 * 0.41
    assert row["bytes_per_flop"] * work * 8 / 1e9 == pytest.approx(row["need_gbps"])
    assert training_traffic.rate_bytes_per_flop(row["need_gbps"], work, 1.0) == pytest.approx(row["bytes_per_flop"])


@pytest.mark.parametrize("case", scenario.CASES)
@pytest.mark.parametrize(("site", "concept"), PAIRS)
def test_every_pair_has_words_and_figures(data, site, concept, case) -> None:
    _told(data, site, concept, case, MW, JOB, 8.0, 45.0)


@pytest.mark.parametrize(
    ("mw", "job", "stations", "latitude"),
    [(1.0, 1e6, 1.0, 0.0), (10000.0, 2.0, 1000.0, 85.0), (1.0, 2.0, 1.0, -85.0), (369.0, 100000.0, 3.0, 52.0)],
)
def test_words_hold_at_odd_values(data, mw, job, stations, latitude) -> None:
    for concept in scenario.names("orbit", data.root):
        _told(data, "hyperion_la_manhattan", concept, "promised", mw, job, stations, latitude)


def _told(data, site, concept, case, mw, job, stations, latitude) -> None:
    orbit, ground = networks.orbit_job(data, concept, case, mw, job), networks.ground_job(data, site, case, mw, job)
    fit = workloads.fit(data, concept, case, site, mw, job, stations, latitude)
    designs = networks.designs(data, concept, case, site, mw)
    carried = workloads.stations(data, concept, case, mw, stations, latitude)
    own = networks.satellites(data, concept, case, mw)
    said = [
        say.answer(data, fit, orbit, ground), say.designs_said(designs), say.cluster_said(data, orbit, own["in_unit"]),
        say.stations_said(carried, own["user_gbps"], stations), say.spacing_said(networks.rate_by_distance(data, mw, case)),
        say.printed_fit(fit).to_string(), say.printed_designs(designs).to_string(), say.printed_stations(carried).to_string(),
        say.printed_passes(workloads.passes_by_latitude(data, concept, case)).to_string(),
    ]  # fmt: skip
    for words in said:
        assert not any(bad in words for bad in ("nan", "None", "∞", "inf ")), words
    for figure in (drawing.bisection_by_design(designs), drawing.workload_fit(fit)):
        assert isinstance(figure, Figure) and "nan" not in figure.alternative_text


def test_both_sides_are_told_in_the_same_words(data) -> None:
    orbit, ground = networks.orbit_job(data, CONCEPT, "promised", MW, JOB), networks.ground_job(data, SITE, "promised", MW, JOB)
    fit = workloads.fit(data, CONCEPT, "promised", SITE, MW, JOB, 8.0, 45.0)
    first, second = say.answer(data, fit, orbit, ground).split("\n\n")
    for words in (first, second):
        assert " its links feed up to " in words and " Gbps where " in words and " It serves: " in words
