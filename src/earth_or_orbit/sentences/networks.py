"""Words and printed tables about networks, links to the ground, and the workloads that they serve."""

import numpy as np
import pandas as pd

from earth_or_orbit import units
from earth_or_orbit.drawing.names import name_of, words_of
from earth_or_orbit.drawing.numbers import spoken
from earth_or_orbit.facts import Data
from earth_or_orbit.tables import networks, training_network, workloads
from earth_or_orbit.tables.networks import Job

GBPS_PER_TBPS, PERCENT = 1e3, 100
LINK_DIGITS = 4  # gains in dB differ in the fourth


def _by(rows: list[tuple], columns: list[str]) -> pd.DataFrame:
    """Rows printed under a single row of headings, the first column as their names."""
    return pd.DataFrame(rows, columns=columns).set_index(columns[0]).rename_axis(index=None, columns=columns[0])


def _percent(share: float, digits: int = 3) -> str:
    return f"{spoken(PERCENT * share, digits)} %"


def _name(side: str, name: str) -> str:
    return name_of("sites" if side == "ground" else "concepts", name)


def answer(data: Data, table: pd.DataFrame, orbit: Job, ground: Job) -> str:
    """What both sides' links feed of a training job, and which workloads fit, in the same words."""
    said = []
    for side, job in (("orbit", orbit), ("ground", ground)):
        own = training_network.needs(data, job)
        hidden = training_network.fed(data, job, "")
        fits = [r.workload for r in fitting(table, side).itertuples() if r.verdict != workloads.NOT]
        words = "; ".join(name_of("workloads", w) for w in fits) if fits else "no workload"
        said.append(
            f"**{_name(side, job.name)}:** its links feed up to {_percent(hidden['every_step_hidden_frac'])} of a "
            f"training job on "
            f"{job.accelerators_of_job:,.0f} accelerators that meets at every step, and "
            f"{_percent(hidden['seldom_hidden_frac'])} of one that meets every {spoken(_inner(data))} steps; one of its "
            f"{'satellites' if side == 'orbit' else 'racks'} has {spoken(job.node_rate_gbps)} Gbps where "
            f"{spoken(own['every_step_needed_gbps'])} are needed. It serves: {words}."
        )
    return "\n\n".join(said)


def _inner(data: Data) -> float:
    return networks.fact_of(data, "diloco", "inner_steps_count")


def fitting(table: pd.DataFrame, side: str) -> pd.DataFrame:
    """One side's workloads by the worse of their two links: workload, margin, verdict."""
    own = table[table["side"] == side]
    worst = own.loc[own.groupby("workload", sort=False)["margin"].idxmin()]
    return worst[["workload", "link", "margin", "verdict"]].reset_index(drop=True)


def printed_links(table: pd.DataFrame) -> pd.DataFrame:
    """Suncatcher's figures, printed and ours."""
    rows = [(name_of("link_figures", r.figure), spoken(r.printed, LINK_DIGITS), spoken(r.ours, LINK_DIGITS),
             r.unit.replace("uW", "µW")) for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["Figure", "Printed", "Ours", "Unit"])


def printed_room(table: pd.DataFrame, subjects: tuple[str, ...]) -> pd.DataFrame:
    """The facts of some subjects as published, with kind and source."""
    rows = [(r.subject.replace("_", " "), words_of(r.quantity), _as_published(r.central, r.low, r.high), r.unit,
             name_of("kinds", r.kind), r.source_id) for r in table.itertuples() if r.subject in subjects]  # fmt: skip
    return _by(rows, ["Of", "Fact", "As published", "Unit", "Kind", "Source"])


def _as_published(central: float, low: float, high: float) -> str:
    """A published value in full, with its range."""
    between = f" ({low:,.6g}–{high:,.6g})" if np.isfinite([low, high]).all() else ""
    return f"{central:,.6g}{between}"


def far_link_said(found: dict[str, float]) -> str:
    """Why the flown long link carries more than the same distance allows by Suncatcher's terms."""
    return (
        f"Over {spoken(found['distance_km'])} km Suncatcher's own terms leave light for {spoken(found['budget_gbps'])} Gbps at "
        f"{spoken(found['photons_usual'])} photons a bit. Starlink states up to {spoken(found['flown_gbps'])} Gbps and up "
        "to that range, and not whether both hold at once; together they would take "
        f"{spoken(found['photons'])} photons a bit with these telescopes, or more light and larger ones."
    )


def spacing_said(table: pd.DataFrame) -> str:
    """How near neighbours of a fleet along one orbit are, and what physics would allow there."""
    row, light = table[table["name"] == "fleet"].iloc[0], table[table["role"] == "budget"]
    allowed = float(np.interp(row["distance_m"], light["distance_m"], light["rate_gbps"]))
    announced = table[(table["role"] == "link") & (table["distance_m"] == row["distance_m"])]["rate_gbps"].max()
    read = (
        "At such distances the light is not what limits the link: telescopes and amplifiers like Suncatcher's would carry more "
        "than any fleet announces."
        if allowed >= announced
        else f"So far apart the light limits the link: telescopes and amplifiers like Suncatcher's would carry {spoken(allowed)} "
        f"Gbps, less than the {spoken(announced)} that are announced."
    )
    return (
        f"A fleet of AI1 satellites of this power that shares one orbit evenly has a neighbour every "
        f"{spoken(row['distance_m'] / units.convert(1.0, 'km', 'm'))} km. {read} Only what is stated counts below."
    )


def printed_designs(table: pd.DataFrame) -> pd.DataFrame:
    """Designs of one fleet and of the campus."""
    tb_s = units.convert(table["bisection_gbps"].to_numpy(), "Gbps", "TB/s")
    rows = [(name_of("designs", r.design), name_of("sides", r.side), spoken(tb_s[place]),
             spoken(r.per_accelerator_gbps), _percent(r.computing_frac), spoken(r.all_to_all_s),
             "donor's" if r.donor else "own") for place, r in enumerate(table.itertuples())]  # fmt: skip
    return _by(rows, ["Design", "Side", "Between the halves, one way [TB/s]", "Per accelerator [Gbps]", "Of it computes",
                      "1 GB from each to all [s]", "Links"])  # fmt: skip


def designs_said(table: pd.DataFrame) -> str:
    """The best of the orbit's designs against the campus."""
    orbit = table[table["side"] == "orbit"]
    best = orbit.loc[orbit["bisection_gbps"].idxmax()]
    torus = orbit.set_index("design")["bisection_gbps"]["torus_2d"]
    campus = table.set_index("design").loc["campus_fabric", "bisection_gbps"]
    return (
        f"Between its halves the campus carries {spoken(campus / torus)} times as much as a two-dimensional torus of the same "
        f"accelerators in orbit, and {spoken(campus / best['bisection_gbps'])} times as much as the orbit's widest design "
        f"({name_of('designs', best['design'])}). Every satellite has the same lasers in all designs, shared among its "
        f"links; a link "
        "from each to each would need as many laser heads as there are other satellites, and is drawn as a bound."
    )


def printed_bisections(table: pd.DataFrame) -> pd.DataFrame:
    """A published study's bisections and ours."""
    rows = [(name_of("published_networks", r.network), spoken(r.printed_tb_per_s), spoken(r.ours_tb_per_s))
            for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["Network of the study", "Printed [TB/s]", "Ours [TB/s]"])


def published_step_said(found: dict[str, float]) -> str:
    """The published training job by our formulas, beside its printed share of peak."""
    return (
        f"The published job takes {spoken(found['published_s'])} s a step. At the accelerators' peak it would take "
        f"{spoken(found['ideal_s'])} s. Our formulas give {spoken(found['data_s'])} s for the gradients of all replicas over 400 "
        f"Gbps ports, {spoken(found['split_s'])} s for sums within layers over NVLink, and {_percent(found['idle_frac'])} "
        f"of idle "
        f"pipeline. If none of that is hidden, the network allows {_percent(found['roof_frac'])} of peak; printed are "
        f"{_percent(found['printed_frac'])}. The rest is arithmetic below its peak: it then ran at "
        f"{_percent(found['kernel_frac'])} "
        "while it ran. So the ground's network is not what sets the printed share, and we take that share as what both sides' "
        "accelerators do between exchanges, which counts the ground's own exchange twice, against the ground."
    )


def printed_training(table: pd.DataFrame) -> pd.DataFrame:
    """What share of a training job's arithmetic each network feeds."""
    rows = []
    for r in table.itertuples():
        rate = spoken(r.node_rate_gbps / GBPS_PER_TBPS) + (" (donor)" if r.donor else "")
        rows.append((_name(r.side, r.name), r.case, spoken(r.nodes), spoken(r.accelerators), rate,
                     spoken(r.every_step_needed_gbps / GBPS_PER_TBPS), _percent(r.every_step_hidden_frac),
                     _percent(r.every_step_waiting_frac), _percent(r.seldom_hidden_frac),
                     _percent(r.seldom_waiting_frac)))  # fmt: skip
    columns = ["Who", "Case", "Satellites or racks", "Accelerators in one", "Has [Tbps]", "Needs [Tbps]",
               "Every step: hidden", "Every step: waiting", "Seldom: hidden", "Seldom: waiting"]  # fmt: skip
    return _by(rows, columns)


def cluster_said(data: Data, job: Job, in_unit: float) -> str:
    """How much of the job fits into one published unit, and how far seldom meetings go beyond what has been shown."""
    replicas, shown = training_network.needs(data, job)["replicas"], networks.fact_of(data, "diloco", "ranks_count")
    has = f"{_whole(replicas)} {'replica' if round(replicas) == 1 else 'replicas'}"
    apart = f" Met seldom, the job has {has}; {shown:g} have been shown."
    if in_unit <= 1:
        return apart.strip() + (
            " The proposal names no cluster: its satellites stand alone or form one structure, and the job runs over as many "
            "as it "
            "needs."
        )
    share = training_network.cluster_share_frac(data, job, in_unit)
    rest = "Links between units are not described; what the table gives holds within one." if share < 1 else "It fits into one."
    return (
        f"One published unit of {spoken(in_unit)} satellites holds {_percent(share)} of the job. "
        + rest
        + apart
    )


def printed_passes(table: pd.DataFrame) -> pd.DataFrame:
    """Passes over a laser station by latitude."""
    rows = [(f"{r.latitude_deg:g}°", spoken(r.per_day), spoken(r.longest_min), spoken(r.mean_min), spoken(r.contact_min_per_day),
             _percent(r.plane_frac), spoken(r.data_tb_per_day)) for r in table.itertuples()]  # fmt: skip
    columns = ["Latitude", "Passes a day", "Longest [min]", "Mean [min]", "Contact [min a day]", "A full orbit in view",
               "One satellite through cloud [TB a day]"]  # fmt: skip
    return _by(rows, columns)


def printed_flown(table: pd.DataFrame) -> pd.DataFrame:
    """Measured laser downlinks beside rate times time."""
    rows = [(name_of("flown_downlinks", r.name), spoken(r.rate_gbps), spoken(r.pass_s), spoken(r.ours_tb), spoken(r.measured_tb),
             _percent(r.kept_frac)) for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["Flown", "Peak [Gbps]", "Time [s]", "Rate × time [TB]", "Came down [TB]", "Share"])


def sites_said(data: Data) -> str:
    """What the published networks of sites are worth in independent ones."""
    worth = workloads.worth_of_networks(data)
    return (
        f"One Australian site is clear {_percent(networks.fact_of(data, 'australian_sites', 'site_availability_frac'))} of "
        f"the time. "
        f"The eight together are worth {spoken(worth['australian_sites'])} independent sites, a correlation of "
        f"{spoken(workloads.weather_correlation_frac(data))} between any two. If the European sites were as clear, their "
        f"eleven would "
        f"be worth {spoken(worth['european_sites'])}: nearer to each other, they share their weather."
    )


def printed_stations(table: pd.DataFrame) -> pd.DataFrame:
    """What the stations carry."""
    rows = [(name_of("station_kinds", r.kind), spoken(r.rate_gbps), _percent(r.in_view_frac), _percent(r.clear_frac, 4),
             spoken(r.mean_gbps), _whole(r.needed_count), spoken(r.none_h_per_year)) for r in table.itertuples()]  # fmt: skip
    columns = ["Stations", "One carries [Gbps]", "Fleet in view", "Sky allows", "All, on average [Gbps]", "Needed for the users",
               "No station usable [h a year]"]  # fmt: skip
    return _by(rows, columns)


def stations_said(table: pd.DataFrame, user_gbps: float, ground_stations: float) -> str:
    """What the users' traffic asks of the stations."""
    own = table.set_index("kind")
    laser, radio = own.loc["optical"], own.loc["radio"]
    carry = "One station carries" if ground_stations == 1 else f"{ground_stations:,.0f} stations carry"
    return (
        f"The fleet's users need {spoken(user_gbps)} Gbps. {carry} "
        f"{spoken(laser['mean_gbps'])} Gbps "
        f"by laser or {spoken(radio['mean_gbps'])} by radio, on average over a day. A fleet in one dawn-dusk orbit passes a "
        f"station "
        "twice a day; without other satellites that relay, stations at many longitudes or near a pole are needed, whatever their "
        "rate. Radio is not the weaker way here: a gateway of today's largest fleet carries more than a laser station has shown."
    )


def printed_fit(table: pd.DataFrame) -> pd.DataFrame:
    """Every workload on both links of both sides, with margins."""
    rows = []
    for workload in dict.fromkeys(table["workload"]):
        for link in dict.fromkeys(table["link"]):
            own = table[(table["workload"] == workload) & (table["link"] == link)].set_index("side")
            cells = []
            for side in ("orbit", "ground"):
                r = own.loc[side]
                told = "needs none" if np.isinf(r["margin"]) else f"{_verdict(r['verdict'])}, {_times(r['margin'])}"
                cells += [spoken(r["need_gbps"]), told]
            per_flop = " / ".join(spoken(own.loc[s, "bytes_per_flop"]) for s in ("orbit", "ground"))
            rows.append((name_of("workloads", workload), name_of("link_uses", link), per_flop, *cells))
    columns = ["Workload", "Link", "Bytes per FLOP, orbit / ground", "Orbit needs [Gbps]", "Orbit", "Ground needs [Gbps]",
               "Ground"]  # fmt: skip
    return _by(rows, columns)


def _verdict(verdict: str) -> str:
    return name_of("fit_verdicts", verdict)


def _whole(value: float) -> str:
    return f"{value:,.0f}" if np.isfinite(value) else "–"


def _times(margin: float) -> str:
    return f"{spoken(margin, 2)} ×"


def observation_said(data: Data) -> str:
    """How many accelerators the images of two named fleets keep busy."""
    busy = workloads.observation_busy_count(data)
    return (
        f"The images of Planet's Doves and of both Sentinel-2 satellites come to {spoken(workloads.observed_gbps(data))} "
        f"Gbps; at "
        f"the arithmetic assumed per byte they keep {spoken(busy)} accelerators busy. Earth observation suits orbit, and it "
        f"is small."
    )
