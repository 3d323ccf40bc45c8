"""Sentences about radiation: dose, life, errors and what they cost, right for every concept, case and setting."""

import numpy as np
import pandas as pd

from earth_or_orbit.constants import DAYS_PER_YEAR, SECONDS_PER_YEAR
from earth_or_orbit.drawing.names import name_of
from earth_or_orbit.drawing.numbers import spoken, with_range
from earth_or_orbit.facts import Data
from earth_or_orbit.scenario import SIDES
from earth_or_orbit.study import Resolved, value_of
from earth_or_orbit.tables import ends
from earth_or_orbit.tables.radiation import HIGHEST_KM, LOWEST_KM, highest_altitude
from earth_or_orbit.tables.radiation_errors import MODELS_FACTOR, PAGES, SILENT, productive

LEAST_PERCENT = 0.01
WHERE = {"ground": "on the ground", "orbit": "in orbit"}
WHY = {
    ("pfandzelter-dose", "trapped"): "same models; theirs flies 7 km lower for the same printed altitude, and samples 30 days",
    ("S063", "trapped"): "particle model not stated; ours with AP8-MAX and with AP8-MIN",
    ("rmcdonald-dose", "trapped"): "30°; same model of protons",
    ("rmcdonald-dose", "trapped_protons"): "sun-synchronous; same model",
    ("rmcdonald-dose", "trapped_electrons"): "theirs AE8-MIN, ours AE8-MAX",
    ("rmcdonald-dose", "solar_protons"): "what one mission in twenty passes: SAPPHIRE, one year, and ESP-PSYCHIC, seven",
    ("rmcdonald-dose", "total"): "the three above together",
    ("arxiv-2512-09044", "trapped"): "20 mm of water with aluminium; ours is 20 mm of aluminium, which stops more",
    ("mdao-radiation", "trapped"): "no thickness printed: the thickness behind which ours is equal",
}
COUNTED = {"trapped": "protons and electrons of the belts", "trapped_protons": "protons of the belts",
           "trapped_electrons": "electrons of the belts", "solar_protons": "solar protons",
           "total": "belts and solar protons"}  # fmt: skip


def _range(middle: float, spread: np.ndarray, factor: float = 1.0) -> str:
    low, high = ends(spread)
    return with_range(factor * float(middle), factor * low, factor * high)


def _percent(share: float, low: float = np.nan, high: float = np.nan) -> str:
    """A share in per cent with its range; what is below a hundredth of a per cent is said so."""
    texts = [f"under {LEAST_PERCENT:g}" if 100 * v < LEAST_PERCENT else spoken(100 * v) for v in (share, low, high)]
    if not np.isfinite([low, high]).all() or len(set(texts)) == 1:
        return texts[0]
    return f"{texts[0]} ({texts[1]} to {texts[2]})" if "under" in "".join(texts) else f"{texts[0]} ({texts[1]}–{texts[2]})"


def _shares(middle: np.ndarray, spread: np.ndarray) -> str:
    return _percent(float(middle), *ends(spread))


def _said(fleet: Resolved, drawn: Resolved, name: str, factor: float = 1.0) -> str:
    return _range(fleet.compute((name,))[name], drawn.compute((name,))[name], factor)


def _place(fleet: Resolved) -> str:
    altitude, inclination, aluminium = (
        value_of(fleet, n) for n in ("orbit_altitude_km", "orbit_inclination_deg", "shielding_aluminium_mm")
    )
    return f"{altitude:.0f} km, {inclination:.1f}°, {aluminium:g} mm of aluminium"


def radiation_answer(
    concept: str, case: str, sides: dict[str, Resolved], drawn: dict[str, Resolved], crossings_per_day: float
) -> str:
    """Dose, life, errors and productive share of one concept beside the ground, with ranges."""
    orbit, spread = sides["orbit"], drawn["orbit"]
    years, limit = value_of(orbit, "verdict_years"), value_of(orbit, "dose_limit_rad")
    silent = [f"{_said(sides[s], drawn[s], SILENT)} a year {WHERE[s]}" for s in SIDES]
    share = {s: _shares(productive(sides[s], "through", {}), productive(drawn[s], "through", {})) for s in SIDES}
    pausing = _shares(*(productive(one, "pausing", {}, crossings_per_day) for one in (orbit, spread)))
    job = value_of(orbit, "training_job_accelerators_count")
    return (
        f"**{name_of('concepts', concept)}, {name_of('cases', case)} case, {_place(orbit)}:** a chip takes "
        f"{_said(orbit, spread, 'verdict_dose_rad')} rad in {years:g} years. The {spoken(limit)} rad at which memory was first "
        f"seen to err come after {_said(orbit, spread, 'years_to_dose_limit_years')} years; the highest dose that a chip was "
        f"tested to is {_said(orbit, spread, 'verdict_survival_margin_ratio')} times that of {years:g} years. Silent errors "
        f"of one accelerator: {silent[0]}, {silent[1]}. A training job of {job:,.0f} accelerators moves forward in "
        f"{share['ground']} % of its time on the ground and in {share['orbit']} % in orbit, or in {pausing} % if it pauses over "
        "the South Atlantic Anomaly. Brackets: 5 to 95 % of the draws."
    )


def dose_reading(fleet: Resolved, parts: pd.DataFrame) -> str:
    """Where the dose comes from on the fleet's own orbit; a remark where the solar protons do not fit the inclination."""
    rows = parts[parts["source"] != "total"].sort_values("rad_per_year", ascending=False)
    said = ", ".join(f"{name_of('dose', r.source)} {spoken(r.rad_per_year)}" for r in rows.itertuples())
    total = parts.loc[parts["source"] == "total", "rad_per_year"].iloc[0]
    words = f"At {_place(fleet)} a year brings {spoken(total)} rad: {said}."
    if "orbit_inclination_deg" not in fleet.settings:
        return words
    return (
        f"{words} Solar protons and cosmic rays are those of a polar orbit; at the inclination set here the Earth's field keeps "
        "a part of them out, all solar protons at 30°."
    )


def spenvis_reading(table: pd.DataFrame) -> str:
    """How the model meets the published runs."""
    own = table[table["source_id"] == "pfandzelter-dose"]["ratio"]
    return (
        f"Over {len(own)} published doses at 550 km (20° to 160°, 1 to 20 mm) ours is {spoken(own.mean())} of theirs on average, "
        f"from {spoken(own.min())} to {spoken(own.max())}."
    )


def google_reading(table: pd.DataFrame, fleet: Resolved) -> str:
    """Google's stated dose beside ours at either end of the solar cycle."""
    own = table[table["source_id"] == "S063"].set_index("solar_maximum_share_frac")
    said = [f"{spoken(own.loc[end, 'ours'])} with {model} ({spoken(own.loc[end, 'ratio'])} of it)"
            for end, model in ((1.0, "AP8-MAX"), (0.0, "AP8-MIN"))]  # fmt: skip
    more = sum(value_of(fleet, n) for n in ("solar_proton_dose_reference_rad_per_year", "cosmic_ray_dose_rad_per_year"))
    return (
        f"Google states {spoken(own['published_rad_per_year'].iloc[0])} rad a year at 650 km behind 10 mm without naming its "
        f"model of the belts. Ours for that orbit is {said[0]} and {said[1]}. Solar protons and cosmic rays add {spoken(more)} a "
        "year to both."
    )


def _height(height_km: float, too_much: bool) -> str:
    if np.isfinite(height_km):
        return f"up to {height_km:,.0f} km"
    return f"at no altitude from {LOWEST_KM:.0f} km" if too_much else f"up to {HIGHEST_KM:,.0f} km and more"


def life_reading(fleet: Resolved, drawn: Resolved) -> str:
    """How long the fleet's orbit leaves, and how high it could fly."""
    years, aluminium = (value_of(fleet, n) for n in ("verdict_years", "shielding_aluminium_mm"))
    life = _said(fleet, drawn, "years_to_dose_limit_years")
    added = _said(fleet, drawn, "satellite_shielding_kg_per_mm")
    return (
        f"On the orbit in question the dose reaches the onset of memory errors after {life} years. "
        f"Behind {aluminium:g} mm, {years:g} years are kept "
        f"{_height(*highest_altitude(fleet, aluminium))}. Each further millimetre of aluminium adds {added} kg to a satellite."
    )


def anomaly_reading(table: pd.DataFrame, day: dict[str, float]) -> str:
    """What the anomaly does to an orbit: shares of dose and time, and the drawn day's crossings."""
    first = table[table["layer"] == "track"].iloc[0]
    dose, time = (spoken(100 * share) for share in (first["dose_share_frac"], first["time_share_frac"]))
    if not day["crossings"]:
        return "The orbit does not meet the South Atlantic Anomaly: it stays north of it or passes below its edge."
    belt = " At this altitude the region reaches around the Earth: it is the inner belt itself."
    around = belt if day["around_the_earth"] else ""
    crossings = f"{day['crossings']:.0f} crossings in {first['revolutions_a_day']:.1f} revolutions"
    return (
        f"Averaged over years the orbit takes {dose} % of the belts' proton dose inside the anomaly, in {time} % of its time. On "
        f"the day that is drawn: {crossings}, {day['minutes_inside']:.0f} minutes, "
        f"{spoken(100 * day['dose_share_inside_frac'])} % of the day's protons. The highest rate on the map is "
        f"{spoken(day['greatest_rate'] / DAYS_PER_YEAR)} rad a day.{around}"
    )


def errors_reading(table: pd.DataFrame) -> str:
    """How many times the ground's rates the orbit's are."""
    values = table.pivot(index="event", columns="side", values="central")
    times = {event: spoken(values.loc[event, "orbit"] / values.loc[event, "ground"]) for event in ("silent", "memory", "stops")}
    return (
        f"In orbit silent errors are {times['silent']} times those found on the ground, memory errors {times['memory']} times, "
        f"and all that stops a job {times['stops']} times. Errors on the ground are those that were found; silent ones that "
        "nobody found are in neither column."
    )


def training_reading(table: pd.DataFrame, job: float) -> str:
    """What recovery and pauses make of the same job, and the interval between two stops on each side."""
    hours = {side: own["interval_h"].iloc[0] for side, own in table.groupby("side")}
    rows = table.set_index(["side", "way", "recovery"])["central"]
    said = []
    for side in SIDES:
        low, middle, high = (_percent(rows[side, "through", r]) for r in ("high", "central", "low"))
        said.append(f"{middle} % of its time {WHERE[side]} ({low} % with the slow recovery, {high} % with the quick one)")
    return (
        f"A job of {job:,.0f} accelerators is stopped every {_time(hours['ground'])} on the ground and every "
        f"{_time(hours['orbit'])} in orbit. It moves forward in {said[0]} and in {said[1]}. The recovery is a judgement of ours, "
        "since no operator prints it."
    )


def _time(hours: float) -> str:
    return f"{spoken(hours)} h" if hours >= 1 else f"{spoken(60 * hours)} min" if hours >= 1 / 60 else f"{spoken(3600 * hours)} s"


def training_best(table: pd.DataFrame) -> str:
    """Each side's best case, in the same words."""
    lines = []
    for side in SIDES:
        row = table[table["side"] == side].sort_values("central", ascending=False, kind="stable").iloc[0]
        lines.append(
            f"- **{name_of('sides', side)} at its best:** quick recovery ({row['checkpoint_s']:g} s and {row['restart_s']:g} s), "
            f"{name_of('ways', row['way'])}: {_percent(*row[['central', 'low', 'high']])} % of the time moves the job forward."
        )
    return "\n".join(lines)


def inference_reading(table: pd.DataFrame, fleet: Resolved) -> str:
    """What a silent error does to answers, what checking costs, and the one figure that a source prints."""
    rows = table.set_index(["side", "check"])
    errors = {s: with_range(*rows.loc[(s, "none"), ["errors", "errors_low", "errors_high"]]) for s in SIDES}
    kept = {s: spoken(100 * rows.loc[(s, "duplicate"), "delivered"]) for s in SIDES}
    once = SECONDS_PER_YEAR / value_of(fleet, SILENT)
    seconds, chips = (value_of(fleet, n) for n in ("answer_time_s", "accelerators_per_answer_count"))
    return (
        f"Of a million answers that hold {chips:g} accelerators for {seconds:g} s, a silent error touches {errors['ground']} on "
        f"the ground and {errors['orbit']} in orbit when nothing checks them. Computing each answer twice and comparing halves "
        f"the compute: {kept['ground']} % of the installed time reaches users on the ground and {kept['orbit']} % in orbit. "
        "Google counts inferences of one second on one chip, about 3 million for each silent error; by the same count this orbit "
        f"has {spoken(once)}."
    )


def verdict_reading(table: pd.DataFrame) -> str:
    """What the verdict of the concept in question rests on."""
    own = table[table["chosen"]].iloc[0]
    margin = with_range(own["margin"], own["margin_low"], own["margin_high"])
    name, words = name_of("concepts", own["concept"]), name_of("radiation_verdicts", own["verdict"])
    return (
        f"**{name}:** {words}. The onset is {margin} times the dose of {own['years']:g} years; in "
        f"{spoken(100 * own['below_onset_frac'])} % of the draws the dose stays below it. Training moves forward "
        f"{_percent(own['productive_frac'] / own['ground_productive_frac'])} % as fast as on the ground, "
        f"{_percent(own['productive_pausing_frac'] / own['ground_productive_frac'])} % if it pauses over the anomaly."
    )


def verdict_rules(table: pd.DataFrame, fleet: Resolved) -> str:
    """The thresholds behind the words of the verdict."""
    limit, tested = (spoken(value_of(fleet, n)) for n in ("dose_limit_rad", "dose_without_failure_rad"))
    return (
        f"Two doses decide, that of {table['years'].iloc[0]:g} years and what one chip was seen to stand: memory began to err at "
        f"{limit} rad, and the chip still worked at {tested} rad, the end of the test. Models of the belts are usually quoted to "
        f"a factor of {MODELS_FACTOR:g}, so a margin below {MODELS_FACTOR:g} may be none."
    )


def radiation_sources(data: Data) -> str:
    """Sources behind the tables of dose and behind the figures that ours are compared with, as a Markdown list."""
    behind = {"ap8": "protons of the belts", "spenvis-belts": "how they are run", "shieldose-2": "dose behind aluminium",
              "pfandzelter-dose": "published runs", "loveless-spenvis": "solar protons", "rmcdonald-dose": "published doses",
              "arxiv-2512-09044": "a published dose", "mdao-radiation": "published doses",
              "dmsp-f7-dose": "an eruption", "llama-3": "stops by cause"}  # fmt: skip
    lines = [f"- `{i}`: [{data.sources[i].title}]({data.sources[i].url}) ({words})" for i, words in behind.items()]
    return "\n".join(lines).replace("$", "USD ")


def printed_orbit_doses(table: pd.DataFrame) -> pd.DataFrame:
    """Dose of the belts by altitude and inclination [rad a year]."""
    words = {c: "sun-synchronous" if c == "sun_synchronous" else c.replace(" deg", "°") for c in table.columns[1:]}
    rows = {"Altitude [km]": [f"{v:,.0f}" for v in table["altitude_km"]],
            **{words[c]: [spoken(v) for v in table[c]] for c in words}}  # fmt: skip
    return _by(pd.DataFrame(rows), "Altitude [km]")


def printed_shielding(table: pd.DataFrame) -> pd.DataFrame:
    """What shielding weighs and saves."""
    years = f"{table['verdict_years'].iloc[0]:g}"
    rows = [
        (f"{r.aluminium_mm:g}", spoken(r.kg_per_kw), spoken(r.satellite_kg), spoken(100 * r.satellite_mass_frac),
         spoken(r.verdict_dose_rad), spoken(r.years), spoken(r.saved_rad_per_kg_per_kw),
         _height(r.highest_km, r.too_much_everywhere))
        for r in table.itertuples()
    ]  # fmt: skip
    columns = ["Aluminium [mm]", "kg per kW", "kg per satellite", "% of its mass", f"rad in {years} years",
               "Years until memory errs", "rad saved by the last kg per kW", f"{years} years are kept"]  # fmt: skip
    return _by(pd.DataFrame(rows, columns=columns), columns[0])


def printed_errors(table: pd.DataFrame) -> pd.DataFrame:
    """Errors of one accelerator in a year, ground and orbit on the same lines."""
    rows = []
    for event, own in table.groupby("event", sort=False):
        by = own.set_index("side")
        said = [with_range(*by.loc[side, ["central", "low", "high"]]) for side in SIDES]
        rows.append((name_of("errors", event), *said, spoken(by.loc["orbit", "central"] / by.loc["ground", "central"])))
    columns = ["Per accelerator and year", *(name_of("sides", side) for side in SIDES), "Orbit ÷ ground"]
    return _by(pd.DataFrame(rows, columns=columns), columns[0])


def printed_training(table: pd.DataFrame) -> pd.DataFrame:
    """Productive share of the study's job: a row per recovery, a column per side and way."""
    rows = []
    for recovery, own in table.groupby("recovery", sort=False):
        first, by = own.iloc[0], own.set_index(["side", "way"])
        said = [_percent(*by.loc[key, ["central", "low", "high"]]) for key in by.index]
        rows.append((name_of("recoveries", recovery), f"{first['checkpoint_s']:g}", f"{first['restart_s']:g}", *said))
    ways = [f"{name_of('sides', side)}, {name_of('ways', way)} [%]" for side, way in by.index]
    return _by(pd.DataFrame(rows, columns=["Recovery", "Checkpoint [s]", "Restart [s]", *ways]), "Recovery")


def printed_inference(table: pd.DataFrame) -> pd.DataFrame:
    """Silent errors in a million answers and compute that reaches users, unchecked and computed twice."""
    checks = {"none": "nothing checks them", "duplicate": "computed twice and compared"}
    rows = [
        (checks[r.check], name_of("sides", r.side), with_range(r.errors, r.errors_low, r.errors_high),
         with_range(100 * r.delivered, 100 * r.delivered_low, 100 * r.delivered_high))
        for r in table.itertuples()
    ]  # fmt: skip
    columns = ["Answers", "Side", "Silently wrong in a million", "Installed time that reaches users [%]"]
    return _by(pd.DataFrame(rows, columns=columns), "Answers")


def printed_verdicts(table: pd.DataFrame) -> pd.DataFrame:
    """Every concept's verdict, the one in question marked."""
    rows = [
        (name_of("concepts", r.concept) + (" (in question)" if r.chosen else ""), f"{r.altitude_km:,.0f}", f"{r.aluminium_mm:g}",
         spoken(r.dose_rad), with_range(r.margin, r.margin_low, r.margin_high), spoken(r.survival_margin),
         spoken(100 * r.below_onset_frac), spoken(r.silent_errors), spoken(r.stops), _percent(r.productive_frac),
         _percent(r.productive_pausing_frac), name_of("radiation_verdicts", r.verdict))
        for r in table.itertuples()
    ]  # fmt: skip
    columns = ["Concept", "km", "Al [mm]", f"rad in {table['years'].iloc[0]:g} years", "Onset ÷ dose", "Tested ÷ dose",
               "% of draws below the onset", "Silent errors a year", "Stops a year", "Training [%]",
               "Training with pauses [%]", "Verdict on the dose"]  # fmt: skip
    return _by(pd.DataFrame(rows, columns=columns), "Concept")


def printed_doses_elsewhere(table: pd.DataFrame) -> pd.DataFrame:
    """Where published doses stand: ours over theirs, by source and by what is counted, and why they differ."""
    rows = []
    for key, own in table.groupby(["source_id", "counted"], sort=False):
        altitudes = _span(own["altitude_km"], "km")
        thickness = _span(own["aluminium_mm"], "mm") if own["aluminium_mm"].notna().any() else "not printed"
        ratio = _span(own["ratio"], "") if own["ratio"].notna().any() else f"equal behind {_span(own['alike_mm'], 'mm')}"
        theirs = _span(own["published_rad_per_year"], "")
        rows.append((PAGES[key[0]], COUNTED[key[1]], altitudes, thickness, str(len(own)), theirs, ratio, WHY[key]))
    columns = ["Who", "Counts", "Altitude", "Aluminium", "Figures", "Theirs [rad a year]", "Ours ÷ theirs", "Why"]
    return _by(pd.DataFrame(rows, columns=columns), "Who")


def _span(values: pd.Series, unit: str) -> str:
    low, high = spoken(values.min()), spoken(values.max())
    return f"{low if low == high else f'{low}–{high}'} {unit}".strip()


def _by(table: pd.DataFrame, first: str) -> pd.DataFrame:
    """The table with one column as its row names, printed under a single row of headings."""
    return table.set_index(first).rename_axis(index=None, columns=first)
