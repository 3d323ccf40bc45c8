"""Tidy tables of campuses, of concepts, and of areas to one scale."""

import csv

import numpy as np
import pandas as pd

from earth_or_orbit import scenario, study, units
from earth_or_orbit.facilities import LEDGER_NAMES
from earth_or_orbit.facts import Data, FactError
from earth_or_orbit.study import MATCHED, Comparison, Resolved
from earth_or_orbit.tables.known import facts_of, is_donor_or_judgement, sensitivity
from earth_or_orbit.tables.pairs import central, ends

MEGAWATT_FACTS = {"it_peak": "campus_it_peak_mw", "utility_peak": "campus_utility_peak_mw",
                  "nameplate": "campus_nameplate_mw"}  # fmt: skip
MEGAWATT_COMPUTED = {"it_peak": "campus_it_power_peak_mw", "it_average": "it_power_average_mw"}
MASS_PARTS = {"bus": "satellite_mass_left_for_bus_kg", "radiator": "satellite_radiator_mass_kg",
              "accelerators_mass": "satellite_accelerators_mass_kg"}  # fmt: skip
HALF = 0.5 - 1e-6  # a part is hatched if half of its sensitivity, to rounding, rests on donors and judgements
RADIATOR_TERMS = ("waste_heat_w", "radiating_faces_count", "radiator_emissivity_frac", "radiator_temperature_k",
                  "sink_temperature_k")  # fmt: skip
AREAS = {"orbital_array": "satellite_array_area_m2", "orbital_radiator": "radiator_area_m2"}


def yardstick(data: Data, subject: str, quantity: str) -> float:
    """A yardstick's central value in its quantity's unit; the first row in the file. Raises FactError if there is none."""
    rows = data.rows(subject, quantity)
    if not rows:
        raise FactError(f"data/facts/yardsticks.csv has no {quantity} of {subject}")
    return units.convert(rows[0].central, rows[0].unit, data.quantity(quantity).unit)


def campus(data: Data, site: str, case: str, draws: int = 0) -> Resolved:
    """One campus made ready to compute, without a concept beside it."""
    chosen = scenario.study(data)
    return study.resolve(scenario.read_side("ground", site, case, data), data, chosen, {}, draws)


def fleet(
    data: Data,
    concept: str,
    case: str,
    it_power_average_mw: float,
    draws: int = 0,
    settings: dict[str, float | None] | None = None,
    choices: dict[str, str] | None = None,
) -> Resolved:
    """One concept made ready to compute at a given average IT power, without a campus beside it.

    Settings are checked as `--set` checks them; None leaves the concept's own value. Any quantity that the orbit's rooms
    compute can then be asked for.
    """
    chosen = scenario.study(data)
    side = scenario.read_side("orbit", concept, case, data)
    study.override_choices({"orbit": side}, choices or {})
    given = {n: scenario.check_setting(n, v, data) for n, v in (settings or {}).items() if v is not None}
    wanted = (*(line for line in LEDGER_NAMES if line != MATCHED), "unit_copies_count", *MASS_PARTS.values())
    return study.resolve(side, data, chosen, given, draws, wanted, extra={MATCHED: float(it_power_average_mw)})


def facts_of_campus(data: Data, site: str, case: str) -> pd.DataFrame:
    """Every fact that one campus uses; the columns of facts_used."""
    return facts_of(campus(data, site, case), data, scenario.study(data).dollar_year)


def facts_of_fleet(data: Data, concept: str, case: str) -> pd.DataFrame:
    """Every fact that one concept uses, whatever its size; the columns of facts_used."""
    return facts_of(fleet(data, concept, case, 1.0), data, scenario.study(data).dollar_year)


def campus_powers(data: Data, case: str, site: str) -> pd.DataFrame:
    """Megawatts of every campus by kind, and per acre: site, basis, mw, mw_per_acre, published, chosen.

    A kind that a campus does not publish is computed for peak and average IT only, and left out otherwise.
    """
    rows = []
    for name in scenario.names("ground", data.root):
        resolved = campus(data, name, case)
        acres = units.convert(resolved.compute(("campus_land_m2",))["campus_land_m2"], "m2", "acre")
        found = {basis: (float(v), False) for basis, v in _computed_powers(resolved).items()}
        for basis, quantity in MEGAWATT_FACTS.items():
            pick = resolved.side.picks.get(quantity)
            if pick and len(pick.rows) == 1:
                found[basis] = (units.convert(pick.fact.central, pick.fact.unit, "MW"), True)
        rows += [(name, basis, mw, mw / acres, known, name == site) for basis, (mw, known) in found.items()]
    return pd.DataFrame(rows, columns=["site", "basis", "mw", "mw_per_acre", "published", "chosen"])


def _computed_powers(resolved: Resolved) -> dict[str, float]:
    values = resolved.compute(tuple(MEGAWATT_COMPUTED.values()))
    return {basis: values[quantity] for basis, quantity in MEGAWATT_COMPUTED.items()}


def campuses(data: Data, case: str, site: str, draws: int, lines: tuple[str, ...]) -> pd.DataFrame:
    """Some ledger lines of every campus: site, line, unit, central, low, high, chosen; the largest campus first."""
    rows = []
    for name in scenario.names("ground", data.root):
        middle = campus(data, name, case).compute((MATCHED, *lines))
        drawn = campus(data, name, case, draws).compute(lines)
        rows += [(name, line, data.quantity(line).unit, float(middle[line]), *ends(drawn[line]), name == site,
                  float(middle[MATCHED])) for line in lines]  # fmt: skip
    columns = ["site", "line", "unit", "central", "low", "high", "chosen", "it_power_average_mw"]
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values("it_power_average_mw", ascending=False, kind="stable", ignore_index=True)


def campus_lands(data: Data, case: str, site: str) -> pd.DataFrame:
    """Land of every campus beside Manhattan's and Central Park's: site, km2, manhattan_km2, manhattan_frac, central_parks."""
    manhattan, park = (yardstick(data, s, "land_m2") for s in ("manhattan", "central_park"))
    rows = []
    for name in scenario.names("ground", data.root):
        land = float(campus(data, name, case).compute(("campus_land_m2",))["campus_land_m2"])
        km2, whole = (units.convert(v, "m2", "km2") for v in (land, manhattan))
        rows.append((name, km2, whole, land / manhattan, land / park, name == site))
    columns = ["site", "km2", "manhattan_km2", "manhattan_frac", "central_parks", "chosen"]
    return pd.DataFrame(rows, columns=columns).sort_values("km2", ascending=False, kind="stable", ignore_index=True)


def fleets(data: Data, case: str, it_power_average_mw: float, concept: str) -> pd.DataFrame:
    """Every concept at the same average IT power: satellites, their power and mass, the fleet's mass, launches, vehicle."""
    wanted = ("satellites_count", "unit_copies_count", "satellite_power_peak_kw", "satellite_it_power_average_kw",
              "satellite_mass_kg", "fleet_mass_kg", "launches_per_year",
              "delivered_share_at_horizon_frac")  # fmt: skip
    rows = []
    for name in scenario.names("orbit", data.root):
        resolved = fleet(data, name, case, it_power_average_mw)
        values = resolved.compute(wanted)
        rows.append({"concept": name, "chosen": name == concept, **{w: float(values[w]) for w in wanted}})
    return pd.DataFrame(rows)


def satellite_mass_parts(data: Data, it_power_average_mw: float, draws: int) -> pd.DataFrame:
    """Mass of a satellite per kW of peak power by part, every concept in both cases; the parts add up to its mass.

    Columns: bar (concept/case), part, value, unit, total_low, total_high, donor_or_judgement (half or more of the part's
    sensitivity rests on donors and judgements).
    """
    rows = []
    for name in scenario.names("orbit", data.root):
        for case in scenario.CASES:
            resolved, drawn = (fleet(data, name, case, it_power_average_mw, n) for n in (0, draws))
            peak_kw = float(resolved.compute(("satellite_power_peak_kw",))["satellite_power_peak_kw"])
            spread = drawn.compute(("satellite_mass_kg", "satellite_power_peak_kw"))
            low, high = ends(spread["satellite_mass_kg"] / spread["satellite_power_peak_kw"])
            values = resolved.compute(tuple(MASS_PARTS.values()))
            for part, quantity in MASS_PARTS.items():
                own = donor_or_judgement_share_of(resolved, quantity) >= HALF
                rows.append((f"{name}/{case}", part, float(values[quantity]) / peak_kw, "kg per kW", low, high, own))
    return pd.DataFrame(rows, columns=["bar", "part", "value", "unit", "total_low", "total_high", "donor_or_judgement"])


def donor_or_judgement_share_of(resolved: Resolved, quantity: str) -> float:
    """Share of a quantity's sensitivity, on one side, that rests on donors and judgements. [frac]"""
    table = sensitivity(resolved, quantity)
    return float(table.loc[is_donor_or_judgement(table), "weight_frac"].sum())


def published_shapes(data: Data) -> pd.DataFrame:
    """Areas and radii that proposals publish and that no ledger line uses: subject, shape, quantity, value, unit, source."""
    return pd.read_csv(data.root / "data" / "series" / "outlines" / "published_shapes.csv")


def published_shape(data: Data, subject: str, quantity: str) -> float:
    """One published area or radius; nan if the proposal gives none."""
    table = published_shapes(data)
    found = table[(table["subject"] == subject) & (table["quantity"] == quantity)]["value"]
    return float(found.iloc[0]) if len(found) else np.nan


def areas_per_kw(data: Data, case: str, it_power_average_mw: float, draws: int, concept: str) -> pd.DataFrame:
    """Array and radiator per kW of peak power, every concept, with the published figure: columns as the figure needs."""
    rows = []
    for name in scenario.names("orbit", data.root):
        resolved, drawn = (fleet(data, name, case, it_power_average_mw, n) for n in (0, draws))
        wanted = ("satellite_power_peak_kw", *AREAS.values())
        values, spread = resolved.compute(wanted), drawn.compute(wanted)
        for what, quantity in AREAS.items():
            kw = float(values["satellite_power_peak_kw"])
            stated = published_shape(data, name, "radiator_area_m2") / kw if what == "orbital_radiator" else np.nan
            low, high = ends(spread[quantity] / spread["satellite_power_peak_kw"])
            own = donor_or_judgement_share_of(resolved, quantity) >= HALF
            rows.append((name, what, float(values[quantity]) / kw, low, high, stated, own, name == concept))
    columns = ["concept", "what", "m2_per_kw", "low", "high", "published_m2_per_kw", "donor_or_judgement", "chosen"]
    return pd.DataFrame(rows, columns=columns)


def radiator_steps(data: Data, concept: str, it_power_average_mw: float) -> pd.DataFrame:
    """Radiator of one satellite, from the demonstrated case to the promised one, one term of its equation at a time.

    Columns: changed (quantity; empty in the first row), from_value, to_value, unit, radiator_area_m2.
    """
    first, last = (fleet(data, concept, case, it_power_average_mw) for case in scenario.CASES)
    rows = [("", np.nan, np.nan, "", study.value_of(first, "radiator_area_m2"))]
    changed: dict[str, float] = {}
    for name in RADIATOR_TERMS:
        before, after = (study.value_of(side, name) for side in (first, last))
        if not np.isclose(before, after, rtol=1e-9, atol=0):  # structure: a change smaller than rounding is none
            changed[name] = after
            area = study.with_settings(first, changed).compute(("radiator_area_m2",))["radiator_area_m2"]
            rows.append((name, before, after, data.quantity(name).unit, float(area)))
    return pd.DataFrame(rows, columns=["changed", "from_value", "to_value", "unit", "radiator_area_m2"])


def outline(data: Data, name: str) -> pd.DataFrame:
    """The rings of a real outline in metres of an equal-area projection: ring, x_m, y_m. Raises FactError if unknown."""
    folder = data.root / "data" / "series" / "outlines"
    with (folder / "outlines.csv").open(encoding="utf-8", newline="") as file:
        known = {row["outline"]: row["file"] for row in csv.DictReader(file)}
    if name not in known:
        raise FactError(f"data/series/outlines/outlines.csv has no outline {name!r}; it has {', '.join(known)}")
    return pd.read_csv(folder / known[name])


def outline_area_m2(rings: pd.DataFrame) -> float:
    """Area inside an outline's rings, by the shoelace formula. [m2]"""
    total = 0.0
    for _, ring in rings.groupby("ring"):
        x, y = ring["x_m"].to_numpy(dtype=float), ring["y_m"].to_numpy(dtype=float)
        total += abs(float(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1]))) / 2
    return total


def areas_to_one_scale(pair: Comparison, drawn: Comparison) -> pd.DataFrame:
    """Areas for the map: item, group, shape, km2, low_km2, high_km2. Zero by definition stays zero and is not drawn."""
    items = [("campus", "ground", "campus_land_m2", "ground"), ("energy_supply", "ground", "energy_supply_land_m2", "ground"),
             ("fuel_chain", "ground", "fuel_chain_land_m2", "ground"),
             ("orbital_array", "orbit", "orbital_array_area_m2", "orbit"),
             ("orbital_radiator", "orbit", "orbital_radiator_area_m2", "orbit"),
             ("launch_and_ground_station", "orbit", "launch_and_ground_station_land_m2", "orbit"),
             ("fuel_chain_orbit", "orbit", "fuel_chain_land_m2", "orbit")]  # fmt: skip
    rows = []
    for item, group, line, side in items:
        low, high = ends(drawn.values[side][line])
        areas = (central(pair, side, line), low, high)
        rows.append((item, group, "square", *(units.convert(a, "m2", "km2") for a in areas)))
    radius_km = published_shape(pair.data, "google_suncatcher", "cluster_radius_km")
    rows.append(("suncatcher_cluster", "orbit", "circle", float(np.pi * radius_km**2), np.nan, np.nan))
    for item, shape in (("manhattan", "outline"), ("central_park", "square")):
        km2 = units.convert(yardstick(pair.data, item, "land_m2"), "m2", "km2")
        rows.append((item, "yardstick", shape, km2, np.nan, np.nan))
    return pd.DataFrame(rows, columns=["item", "group", "shape", "km2", "low_km2", "high_km2"])
