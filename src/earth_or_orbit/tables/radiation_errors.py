"""Tidy tables of what radiation costs: errors, training, inference, a verdict per concept, and what others print."""

from functools import partial

import numpy as np
import pandas as pd

from earth_or_orbit import scenario, study, units
from earth_or_orbit.facilities import upstream
from earth_or_orbit.facts import Data
from earth_or_orbit.quantities.ground_track import running_outside_anomaly_frac
from earth_or_orbit.study import Resolved, value_of, with_settings
from earth_or_orbit.tables.known import facts_of
from earth_or_orbit.tables.pairs import ends
from earth_or_orbit.tables.radiation import (
    HIGHEST_TESTED_DEG,
    LOWEST_TESTED_DEG,
    PARTS,
    RUN_KM,
    RUN_YEARS,
    TRAPPED,
    anomaly_day,
    anomaly_ground_track,
    doses_elsewhere,
    fleet_on,
    spenvis_runs,
)

CAUSES = {"memory": "memory_interruption_count_per_year", "chip": "chip_interruption_count_per_year",
          "host": "host_interruption_count_per_year"}  # fmt: skip
DOSES = {"memory": "dose_per_interruption_rad", "chip": "dose_per_chip_interruption_rad"}
SILENT, STOPS = "silent_errors_per_accelerator_year", "interruptions_per_accelerator_year"
JOBS = np.geomspace(64, 131_072, 45)
RECOVERIES = ("low", "central", "high")  # ends of the published range of both times, taken together
RECOVERY_FACTS = ("checkpoint_write_s", "training_restart_s")
WAYS = {"ground": ("through",), "orbit": ("through", "pausing")}
MODELS_FACTOR = 2.0  # what models of the belts are usually quoted to be good to
PAGES = {"rmcdonald-dose": "rMcDonald17", "S063": "Google Suncatcher", "arxiv-2512-09044": "Univ. of Pennsylvania",
         "mdao-radiation": "spacedc-mdao", "pfandzelter-dose": "SPENVIS at 550 km"}  # fmt: skip


RESTS_ON = ("dose_rad_per_year", "verdict_margin_ratio", "verdict_survival_margin_ratio", "shielding_mass_kg_per_kw",
            "training_productive_frac", "silent_errors_per_million_answers_count")  # fmt: skip


def facts_behind(data: Data, fleet: Resolved) -> pd.DataFrame:
    """The facts that dose, errors, training and shielding rest on, without what is set by hand; columns of facts_used."""
    reached = upstream("orbit", fleet.side.choices, RESTS_ON, frozenset(fleet.settings)) - set(fleet.settings)
    table = facts_of(fleet, data, scenario.study(data).dollar_year)
    return table[table["quantity"].isin(reached)].reset_index(drop=True)


def ground_rates(data: Data, case: str, draws: int = 0, choices: dict[str, str] | None = None) -> Resolved:
    """The ground made ready to compute: the study's first site, whose errors and interruptions are those of every site."""
    chosen = scenario.study(data)
    side = scenario.read_side("ground", chosen.pairs[0][0], case, data)
    study.override_choices({"ground": side}, choices or {})
    return study.resolve(side, data, chosen, {}, draws)


def _causes(data: Data, side: Resolved) -> dict[str, np.ndarray]:
    """What stops an accelerator in a year, by cause: those of the ground, and radiation's on top of them."""
    names = ("upset_dose_rad_per_year", "host_interruptions_per_year", SILENT, STOPS)
    got = side.compute(names)
    dose, shared = got[names[0]], got[names[1]] / side.inputs["accelerators_per_host_count"]
    beam = {cause: dose / side.inputs[quantity] for cause, quantity in DOSES.items()} | {"host": shared}
    found = {cause: _fact(data, "llama3_cluster_causes", quantity) + beam[cause] for cause, quantity in CAUSES.items()}
    return {"silent": got[SILENT], **found, "others": got[STOPS] - sum(found.values()), "stops": got[STOPS]}


def _fact(data: Data, subject: str, quantity: str) -> float:
    row = data.rows(subject, quantity)[0]
    return units.convert(row.central, row.unit, data.quantity(quantity).unit)


def errors(data: Data, sides: dict[str, Resolved], drawn: dict[str, Resolved]) -> pd.DataFrame:
    """Errors of one accelerator in a year, both sides on the same lines: event, side, central, low, high.

    Events: silent, memory, chip, host and others (which stop a job), stops (their sum). Ends are 5 and 95 % of the draws.
    """
    rows = []
    for side, resolved in sides.items():
        middle, spread = _causes(data, resolved), _causes(data, drawn[side])
        rows += [(event, side, float(middle[event]), *ends(spread[event])) for event in middle]
    return pd.DataFrame(rows, columns=["event", "side", "central", "low", "high"])


def recovery_s(side: Resolved, recovery: str) -> dict[str, float]:
    """Checkpoint and restart at one end of their published ranges, or in the middle. [s]"""
    facts = {name: side.side.picks[name].fact for name in RECOVERY_FACTS}
    return {name: units.convert(getattr(fact, recovery), fact.unit, "s") for name, fact in facts.items()}


def productive(side: Resolved, way: str, settings: dict[str, object], crossings_per_day: float = 0.0) -> np.ndarray:
    """Share of a training job's time that moves it forward, computing through or pausing over the anomaly. [frac]

    Pausing: errors of the dose outside the anomaly, over the time that the pauses leave of a day with that many crossings; 0
    where they leave none.
    """
    here = with_settings(side, settings)
    if way == "through":
        return np.asarray(here.compute(("training_productive_frac",))["training_productive_frac"])
    outside, share = here.compute(("upset_dose_outside_anomaly_rad_per_year", "anomaly_time_share_frac")).values()
    left = running_outside_anomaly_frac(share, crossings_per_day, *(here.inputs[name] for name in RECOVERY_FACTS))
    calmer = with_settings(here, {"upset_dose_rad_per_year": outside})
    found = np.asarray(left * calmer.compute(("training_productive_frac",))["training_productive_frac"])
    return np.where(np.isnan(left) & ~np.isnan(share), 0.0, found)


def crossings_per_day(data: Data, fleet: Resolved) -> float:
    """How often a day of the fleet's ground track enters the anomaly. [1/day]"""
    return anomaly_day(anomaly_ground_track(data, fleet))["crossings"]


def training_lost(sides: dict[str, Resolved], crossings_per_day: float) -> pd.DataFrame:
    """Productive share of a training job by its size, for both sides, three recoveries, and pauses over the anomaly.

    Columns: side, way (through, pausing), recovery (low, central, high), checkpoint_s, restart_s, accelerators_count,
    productive_frac, study_count (the job that the study takes).
    """
    frames = []
    for side, resolved in sides.items():
        for way in WAYS[side]:
            for recovery in RECOVERIES:
                times = recovery_s(resolved, recovery)
                share = productive(resolved, way, {**times, "training_job_accelerators_count": JOBS}, crossings_per_day)
                frames.append(pd.DataFrame({
                    "side": side, "way": way, "recovery": recovery, "checkpoint_s": times["checkpoint_write_s"],
                    "restart_s": times["training_restart_s"], "accelerators_count": JOBS, "productive_frac": share,
                    "study_count": value_of(resolved, "training_job_accelerators_count")}))  # fmt: skip
    return pd.concat(frames, ignore_index=True)


def training_of_job(sides: dict[str, Resolved], drawn: dict[str, Resolved], crossings_per_day: float) -> pd.DataFrame:
    """Productive share of the study's job: side, way, recovery, checkpoint_s, restart_s, interval_h, central, low, high.

    Low and high are 5 and 95 % of draws of everything but the recovery, which is held.
    """
    rows = []
    for side, resolved in sides.items():
        hours = value_of(resolved, "training_interruption_interval_h")
        for way in WAYS[side]:
            for recovery in RECOVERIES:
                times = recovery_s(resolved, recovery)
                middle, spread = (productive(one, way, times, crossings_per_day) for one in (resolved, drawn[side]))
                rows.append((side, way, recovery, *times.values(), hours, float(middle), *ends(spread)))
    columns = ["side", "way", "recovery", "checkpoint_s", "restart_s", "interval_h", "central", "low", "high"]
    return pd.DataFrame(rows, columns=columns)


def inference(data: Data, concept: str, case: str, settings: dict[str, float | None], draws: int) -> pd.DataFrame:
    """Silent errors in a million answers and the compute that reaches users, unchecked and computed twice, on both sides.

    Columns: side, check (none, duplicate), errors, errors_low, errors_high, delivered, delivered_low, delivered_high.
    """
    make = {"ground": partial(ground_rates, data, case),
            "orbit": partial(fleet_on, data, concept, case, settings)}  # fmt: skip
    names = ("silent_errors_per_million_answers_count", "inference_delivered_frac")
    rows = []
    for check in scenario.CHOICES["orbit"]["answer_check"]:
        for side in scenario.SIDES:
            middle, spread = (make[side](draws=n, choices={"answer_check": check}).compute(names) for n in (0, draws))
            row = [value for name in names for value in (float(middle[name]), *ends(spread[name]))]
            rows.append((side, check, *row))
    columns = ["side", "check", "errors", "errors_low", "errors_high", "delivered", "delivered_low", "delivered_high"]
    return pd.DataFrame(rows, columns=columns)


def verdicts(data: Data, concept: str, case: str, settings: dict[str, float | None], draws: int) -> pd.DataFrame:
    """Every concept over the years of the verdict, each on its own orbit, the one in question as it is set.

    Columns: concept, chosen, altitude_km, aluminium_mm, dose_rad, margin and survival_margin (onset and tested dose over it;
    margin_low, margin_high), below_onset_frac (of the draws), silent_errors, stops (per accelerator-year), productive_frac,
    productive_pausing_frac, ground_productive_frac, verdict (one of VERDICTS).
    """
    names = ("orbit_altitude_km", "shielding_aluminium_mm", "verdict_dose_rad", "verdict_margin_ratio",
             "verdict_survival_margin_ratio", SILENT, STOPS, "verdict_years")  # fmt: skip
    ground = float(productive(ground_rates(data, case), "through", {}))
    rows = []
    for name in scenario.names("orbit", data.root):
        given = settings if name == concept else {}
        resolved, drawn = (fleet_on(data, name, case, given, n) for n in (0, draws))
        own = {n: value_of(resolved, n) for n in names}
        pausing = float(productive(resolved, "pausing", {}, crossings_per_day(data, resolved)))
        margins = drawn.compute(("verdict_margin_ratio",))["verdict_margin_ratio"]
        low, high = ends(margins)
        valid = margins[np.isfinite(margins)]
        rows.append({
            "concept": name, "chosen": name == concept, "altitude_km": own[names[0]], "aluminium_mm": own[names[1]],
            "years": own["verdict_years"], "dose_rad": own[names[2]], "margin": own[names[3]], "margin_low": low,
            "margin_high": high, "below_onset_frac": float((valid > 1).mean()) if valid.size else np.nan,
            "survival_margin": own[names[4]], "silent_errors": own[SILENT], "stops": own[STOPS],
            "productive_frac": float(productive(resolved, "through", {})),
            "productive_pausing_frac": pausing, "ground_productive_frac": ground,
            "verdict": verdict(own[names[3]], own[names[4]])})  # fmt: skip
    return pd.DataFrame(rows)


VERDICTS = ("kept_with_room", "kept", "memory_errs", "beyond_tests", "unknown")


def verdict(margin: float, survival_margin: float) -> str:
    """What the two margins say: the onset of memory errors, and the highest dose that a chip was tested to."""
    if not np.isfinite([margin, survival_margin]).all():
        return "unknown"
    if margin >= MODELS_FACTOR:
        return "kept_with_room"
    if margin >= 1:
        return "kept"
    return "memory_errs" if survival_margin >= 1 else "beyond_tests"


def dose_here(fleet: Resolved, counted: str, altitude_km: np.ndarray, inclination_deg: np.ndarray, aluminium_mm: np.ndarray,
              solar_maximum_share_frac: np.ndarray) -> np.ndarray:  # fmt: skip
    """Our dose for orbits that others print, of the particles that they count. [rad/year]

    Solar protons are the high end of their fact, which one mission in twenty passes: the one source that prints them does so.
    """
    strong = fleet.side.picks["solar_proton_dose_reference_rad_per_year"].fact.high
    place = {"orbit_altitude_km": altitude_km, "orbit_inclination_deg": inclination_deg,
             "shielding_aluminium_mm": aluminium_mm, "solar_maximum_share_frac": solar_maximum_share_frac,
             "solar_proton_dose_reference_rad_per_year": strong}  # fmt: skip
    sources = {"trapped": TRAPPED, "total": tuple(PARTS)}.get(counted, (counted,))
    values = with_settings(fleet, place).compute(tuple(PARTS[s] for s in sources))
    return np.asarray(sum(np.broadcast_to(v, altitude_km.shape) for v in values.values()))


def published_doses(data: Data, fleet: Resolved) -> pd.DataFrame:
    """Every published dose beside ours: source_id, counted, altitude_km, inclination_deg, aluminium_mm, share, published,
    ours [rad/year], ratio (ours over theirs; nan where no thickness is printed), alike_mm (the thickness behind which our belts
    give their figure, only where none is printed).
    """
    runs = spenvis_runs(data)
    runs = runs[runs["inclination_deg"].between(LOWEST_TESTED_DEG, HIGHEST_TESTED_DEG)]
    spenvis = pd.DataFrame({
        "source_id": "pfandzelter-dose", "counted": "trapped", "altitude_km": RUN_KM, "inclination_deg": runs["inclination_deg"],
        "aluminium_mm": runs["aluminium_mm"], "solar_maximum_share_frac": 0.0,
        "published_rad_per_year": runs["total"] / RUN_YEARS})  # fmt: skip
    table = pd.concat([spenvis, doses_elsewhere(data).drop(columns="note")], ignore_index=True)
    table = table.astype({c: float for c in table.columns if c not in ("source_id", "counted")})
    ours, alike = np.full(len(table), np.nan), np.full(len(table), np.nan)
    axes = ("altitude_km", "inclination_deg", "aluminium_mm", "solar_maximum_share_frac")
    for counted, own in table[table["aluminium_mm"].notna()].groupby("counted"):
        ours[own.index] = dose_here(fleet, counted, *(own[axis].to_numpy() for axis in axes))
    for row in table[table["aluminium_mm"].isna()].itertuples():
        alike[row.Index] = _thickness_of(fleet, row)
    return table.assign(ours=ours, ratio=ours / table["published_rad_per_year"], alike_mm=alike)


def _thickness_of(fleet: Resolved, row: object) -> float:
    """Aluminium behind which our belts give what a source prints without one, read between the logarithms. [mm]"""
    mm = np.geomspace(1, 20, 400)  # structure: steps of the search, finer ones change nothing
    here = (np.full(mm.size, value) for value in (row.altitude_km, row.inclination_deg))
    dose = dose_here(fleet, "trapped", *here, mm, np.full(mm.size, row.solar_maximum_share_frac))
    return float(np.interp(-np.log(row.published_rad_per_year), -np.log(dose), mm, left=np.nan, right=np.nan))
