"""Latency in words and printed tables: round trips, people within reach, first tokens, handovers."""

import numpy as np
import pandas as pd

from earth_or_orbit.drawing.names import name_of
from earth_or_orbit.drawing.numbers import spoken, with_range
from earth_or_orbit.facts import Data
from earth_or_orbit.tables import answering, reach
from earth_or_orbit.tables import latency as tables
from earth_or_orbit.tables.mass_and_power import Settings

GEOMETRY_WORDS = {"zenith": "straight overhead", "typical": "typical", "least": "least allowed"}
FARTHEST = (5, 3)  # measured pairs shown, the farthest above and below the line


def _by(rows: list[tuple], columns: list[str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=columns).set_index(columns[0])


def _percent(share: float, digits: int = 2) -> str:
    return f"{spoken(100 * share, digits)} %"


def _share(table: pd.DataFrame, who: str, ms: float) -> pd.Series:
    return table[(table["who"] == who) & (table["ms"] == ms)].iloc[0]


def answer(
    cities: pd.DataFrame, people: pd.DataFrame, answers: pd.DataFrame, site: str, concept: str, case: str, city: str
) -> str:
    """Both sides' round trip from one city, how many people are within 50 ms, and what the network is of a first token."""
    row = cities.set_index("city").loc[city]
    sooner = int((cities["orbit_ms"] < cities["ground_ms"]).sum())
    alike = int((cities["orbit_ms"] < cities[["ground_ms", "mesh_ms"]].min(axis=1)).sum())
    within = {who: _percent(_share(people, who, 50.0)["share_frac"]) for who in reach.WHOS}
    network = answers.set_index("bar")["network_frac"]
    return (
        f"**From {city}, {name_of('cases', case)} case:** a round trip takes "
        f"{with_range(row['ground_ms'], row['ground_low'], row['ground_high'])} ms to {name_of('sites', site)} by fibre, and "
        f"{with_range(row['orbit_ms'], row['orbit_low'], row['orbit_high'])} ms to the ring of {name_of('concepts', concept)} at "
        f"the median hour, {spoken(row['orbit_best'])} to {spoken(row['orbit_worst'])} over the day. At that hour the fleet is "
        f"sooner for {sooner} of {len(cities)} cities, for {alike} if the same laser mesh may lead to the campus. Within 50 ms "
        f"are {within['one_campus']} of the world's people for this campus, "
        f"{within['all_campuses']} for the nearest of all campuses, {within['fleet_mesh']} of people and hours for the "
        f"fleet; eight regional sites, which nobody proposes, would reach {within['regional']}. The network is "
        f"{_percent(network['ground'])} of the time to a chat's first token on the ground and "
        f"{_percent(network['orbit_median'])} in orbit: {_for_chat(answers)}."
    )


def _for_chat(answers: pd.DataFrame) -> str:
    """How much sooner or later an answer starts from orbit, as one clause."""
    first = answers.set_index("bar")["first_token_ms"]
    over = first["orbit_median"] - first["ground"]
    way = "later" if over >= 0 else "sooner"
    return f"from orbit an answer starts {spoken(abs(over))} ms {way}, beside {spoken(first['ground'])} ms from the ground"


def line_said(data: Data, table: pd.DataFrame) -> str:
    """The line through the measured round trips, and how far measurements stand from it."""
    fixed, stretch = tables.line_of_least_deviations(table["light_ms"].to_numpy(), table["measured_round_trip_ms"].to_numpy())
    low, high = np.percentile(table["ratio"], (10, 90))
    raw = np.percentile(table["stretch_ratio"], (10, 50, 90))
    own = data.rows("measured_routes", "fibre_path_stretch_ratio")[0]
    return (
        f"The line with the least deviations through {len(table)} measured round trips is {spoken(fixed)} ms for routers at both "
        f"ends plus {spoken(stretch)} times light in fibre on the great circle. Eight in ten measurements lie between "
        f"{spoken(low)} and {spoken(high)} times the line. Without the fixed part the ratio to light is {spoken(raw[1])} "
        f"({spoken(raw[0])}–{spoken(raw[2])}); the ledger takes {with_range(own.central, own.low, own.high)}, without it."
    )


def printed_measured(table: pd.DataFrame) -> pd.DataFrame:
    """Measured round trips beside the line, source by source."""
    rows = []
    for source, own in table.groupby("source_id", sort=False):
        low, middle, high = np.percentile(own["ratio"], (10, 50, 90))
        stretch = np.percentile(own["stretch_ratio"], (10, 50, 90))
        rows.append((name_of("measured_by", source), f"{len(own)}", with_range(stretch[1], stretch[0], stretch[2]),
                     with_range(middle, low, high), source))  # fmt: skip
    return _by(rows, ["Measured", "Pairs", "÷ light in fibre (10–90 %)", "÷ our line (10–90 %)", "Source"])


def printed_farthest(table: pd.DataFrame) -> pd.DataFrame:
    """The measured pairs that stand farthest above the line, and farthest below it."""
    order = table["ratio"].sort_values(ascending=False, kind="stable").index
    off = [*order[: FARTHEST[0]], *order[-FARTHEST[1] :]]
    rows = [(f"{r.from_place}–{r.to_place}", f"{r.year}", spoken(r.distance_km), spoken(r.measured_round_trip_ms),
             spoken(r.computed_ms), spoken(r.ratio)) for r in table.loc[off].itertuples()]  # fmt: skip
    return _by(rows, ["Pair", "Year", "Great circle [km]", "Measured [ms]", "Line [ms]", "Measured ÷ line"])


def printed_campuses(table: pd.DataFrame) -> pd.DataFrame:
    """One city's round trip to every campus."""
    rows = [(name_of("sites", r.site), spoken(r.distance_km), with_range(r.ground_ms, r.low, r.high)) for r in table.itertuples()]
    return _by(rows, ["Campus", "Great circle [km]", "Round trip [ms]"])


def printed_geometry(table: pd.DataFrame) -> pd.DataFrame:
    """The ring from the ground at three elevations."""
    rows = [(GEOMETRY_WORDS[r.elevation], spoken(r.elevation_deg), spoken(r.slant_km), spoken(r.light_ms), spoken(r.reach_km),
             _percent(r.seen_frac)) for r in table.itertuples()]  # fmt: skip
    columns = ["Elevation", "Degrees", "Distance [km]", "Light there and back [ms]", "Reach over the ground [km]",
               "Of the day the ring stands as high"]  # fmt: skip
    return _by(rows, columns)


def printed_routes(table: pd.DataFrame) -> pd.DataFrame:
    """One city's round trip by each route."""
    rows = [(name_of("orbit_routes", r.route), with_range(r.median, r.low, r.high), spoken(r.best), spoken(r.worst))
            for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["Route", "Median hour [ms] (5–95 % of draws)", "Best hour [ms]", "Worst hour [ms]"])


def printed_checks(table: pd.DataFrame) -> pd.DataFrame:
    """Measured or simulated satellite round trips beside light alone."""
    rows = [(name_of("service_checks", r.what), spoken(r.measured_ms), spoken(r.light_ms), spoken(r.measured_ms - r.light_ms),
             r.source_id) for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["Round trip", "Published [ms]", "Light alone [ms]", "Beyond light [ms]", "Source"])


def checks_said(table: pd.DataFrame) -> str:
    """What part of the measured satellite round trip is light, and what the mesh's one measurement says of ours."""
    rows = table.set_index("what")
    own, lasers = rows.loc["starlink_service"], rows.loc["tarawa_by_lasers"]
    light = own["light_ms"] / own["measured_ms"]
    ours = lasers["light_ms"] + own["measured_ms"] - own["light_ms"]
    return (
        f"Light is {_percent(light)} of the service's own median; the rest is slots and scheduling of the radio link, gateways, "
        f"routers and fibre behind them. Users far from any gateway go by lasers: the least time from Tarawa was "
        f"{spoken(lasers['measured_ms'])} ms, where light and the same rest make {spoken(ours)} ms; 100 to 200 ms were the most "
        "common. Our mesh is therefore a mesh as promised, without its traffic jams, and the ground's fibre is as measured."
    )


def printed_queues(table: pd.DataFrame) -> pd.DataFrame:
    """Mean wait of a packet by load, the same rule on both sides."""
    rows = [(f"{name_of('queue_links', r.link)}, load {r.load_frac:g}", spoken(r.packet_ms), spoken(r.wait_ms),
             spoken(r.even_wait_ms)) for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["Queue", "One packet [ms]", "Wait, packets of random length [ms]", "Wait, packets of one length [ms]"])


def printed_cities(table: pd.DataFrame) -> pd.DataFrame:
    """Every city: distance, campus, fleet, and the share of the day in which the ring is in view."""
    rows = [(r.city, spoken(r.distance_km), with_range(r.ground_ms, r.ground_low, r.ground_high),
             with_range(r.orbit_ms, r.orbit_low, r.orbit_high), spoken(r.orbit_best), spoken(r.orbit_worst),
             _percent(r.seen_frac)) for r in table.itertuples()]  # fmt: skip
    columns = ["City", "To the campus [km]", "Campus [ms]", "Fleet, median hour [ms]", "Best hour [ms]", "Worst hour [ms]",
               "Ring in view"]  # fmt: skip
    return _by(rows, columns)


def printed_people(table: pd.DataFrame) -> pd.DataFrame:
    """Share of the world's people within each limit."""
    rows = []
    for who in dict.fromkeys(table["who"]):
        found = [_share(table, who, ms) for ms in tables.WITHIN_MS]
        cells = [with_range(*(100 * row[c] for c in ("share_frac", "low", "high"))) for row in found]
        rows.append((name_of("reached_from", who), *cells))
    return _by(rows, ["Reached from", *(f"Within {ms:g} ms [%]" for ms in tables.WITHIN_MS)])


def circles_said(table: pd.DataFrame) -> str:
    """The table of people beside two published circles."""
    said = [f"{spoken(r.radius_km, 2)} km hold {_percent(r.share_frac, 3)} (published: {_percent(r.published_frac, 2)})"
            for r in table.itertuples()]  # fmt: skip
    return (
        "Two published circles test the table of people: around Mong Khet "
        f"{said[0]}, and around Yuxi {said[1]}."
    )


def both_best(sooner: pd.DataFrame, needed: pd.DataFrame, cities: pd.DataFrame, names: list[str]) -> str:
    """Each side's best case in the same words and at the same length."""
    rows = sooner.set_index("against")
    far = (cities["ground_ms"] - cities["orbit_ms"]).idxmax()
    near = (cities["orbit_ms"] - cities["ground_ms"]).idxmax()
    one, regional = rows.loc["one_campus"], rows.loc["regional"]
    enough = needed[needed["ground_ms"] <= needed["orbit_ms"]]["count"]
    count = f"not even {needed['count'].iloc[-1]} regional sites are"
    if len(enough):
        count = f"{enough.iloc[0]} regional sites are" if enough.iloc[0] > 1 else "one regional site is"
    return (
        f"**What orbit has best:** nobody is far from it at any hour. {_percent(one['sooner_frac'])} of people and hours reach "
        f"the fleet sooner than this campus, on average in {spoken(one['orbit_mean_ms'])} ms against "
        f"{spoken(one['ground_mean_ms'])}; {cities.loc[far, 'city']} gains most, {spoken(cities.loc[far, 'ground_ms'])} ms down "
        f"to {spoken(cities.loc[far, 'orbit_ms'])}, where the same laser mesh would lead to the campus in "
        f"{spoken(cities.loc[far, 'mesh_ms'])}.\n\n"
        f"**What the ground has best:** it can be built near people. {_percent(1 - regional['sooner_frac'])} of people and hours "
        f"reach eight regional sites sooner than the fleet, on average in {spoken(regional['ground_mean_ms'])} ms against "
        f"{spoken(regional['orbit_mean_ms'])}; {cities.loc[near, 'city']} gains most from this campus, "
        f"{spoken(cities.loc[near, 'orbit_ms'])} ms down to {spoken(cities.loc[near, 'ground_ms'])}.\n\n"
        f"On the mean over the world's people {count} enough to be as near as the fleet; the first eight, chosen one after "
        f"another, would stand at {', '.join(names)}."
    )


def printed_answers(table: pd.DataFrame) -> pd.DataFrame:
    """First token and whole answer, and what the network is of each."""
    rows = [(name_of("answer_bars", r.bar), spoken(r.network_ms), spoken(r.first_token_ms), _percent(r.network_frac),
             spoken(r.answer_s), _percent(r.network_of_answer_frac)) for r in table.itertuples()]  # fmt: skip
    columns = ["From", "Network [ms]", "First token [ms]", "Network of it", "Whole answer [s]", "Network of it all"]
    return _by(rows, columns)


def tokens_said(answers: pd.DataFrame, measured: pd.DataFrame, city: str) -> str:
    """What the fleet's milliseconds are beside what services differ by."""
    rows, others = answers.set_index("bar"), measured.set_index("what")["ms"]
    extra = rows.loc["orbit_median", "network_ms"] - rows.loc["ground", "network_ms"]
    way = "more" if extra >= 0 else "less"
    spread = others["service_probe_slowest"] - others["service_probe_fastest"]
    return (
        f"From {city} the fleet's network takes {spoken(abs(extra))} ms {way} than the campus's at the median hour. Measured "
        f"services differ from each other by {spoken(spread)} ms, for their models and servers. Of the benchmark's limit for "
        f"interactive chat, {spoken(others['mlperf_interactive'])} ms in all, the difference between the two networks is "
        f"{_percent(abs(extra) / others['mlperf_interactive'])}."
    )


def printed_passes(table: pd.DataFrame) -> pd.DataFrame:
    """How long one satellite stays in view by height, and what a session that stays on it gains."""
    rows = [(f"{spoken(r.orbit_altitude_km)}{', this concept' if r.own else ''}", spoken(r.longest_min), spoken(r.mean_min),
             spoken(r.handovers_count), spoken(r.drift_ms)) for r in table.itertuples()]  # fmt: skip
    columns = ["Height [km]", "Longest pass [min]", "Mean pass [min]", "Handovers of a session", "Or added round trip [ms]"]
    return _by(rows, columns)


def printed_memory(table: pd.DataFrame) -> pd.DataFrame:
    """A session's memory by its length, and the time to move it."""
    rows = [(f"{r.context_tokens:,}", spoken(r.gigabytes), spoken(r.move_s)) for r in table.itertuples()]
    return _by(rows, ["Tokens of the session", "Memory [GB]", "Over one laser link [s]"])


def handover_said(data: Data, passes: pd.DataFrame, memory: pd.DataFrame) -> str:
    """A session's choice: move its memory at each handover, or stay and be reached by the mesh."""
    own, usual = passes[passes["own"]].iloc[0], memory.iloc[1]
    minutes = tables.fact_of(data, answering.CHAT, "session_age_min")
    spike = tables.fact_of(data, "starlink_service", "handover_spike_ms")
    period = tables.fact_of(data, "starlink_service", "handover_period_s")
    moves = own["handovers_count"]
    times = f"{spoken(moves)} times in {minutes:g} minutes" if np.isfinite(moves) else "all the time"
    return (
        f"To stay with a satellite near its user, a session's {spoken(usual['gigabytes'])} GB would move {times}, "
        f"{spoken(usual['move_s'])} s on a free link each. If it stays where it began, its satellite flies on and the round trip "
        f"grows by {spoken(own['drift_ms'])} ms after {minutes:g} minutes; this moves nothing, and lasts as long as the "
        f"session. Apart from it, today's radio link is assigned anew every {period:g} s, with spells of long delay of "
        f"{spoken(spike)} ms. A campus has neither."
    )


def settings_of(orbit_altitude_km: float | None, user_elevation_deg: float | None) -> Settings:
    """The notebook's two settings of the orbit."""
    return {"orbit_altitude_km": orbit_altitude_km, "user_elevation_deg": user_elevation_deg}
