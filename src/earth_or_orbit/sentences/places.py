"""Sentences about campuses, concepts and facts, right for every one of them."""

import numpy as np
import pandas as pd

from earth_or_orbit import units
from earth_or_orbit.drawing.names import name_of, words_of
from earth_or_orbit.drawing.numbers import spoken, with_range
from earth_or_orbit.facts import Data
from earth_or_orbit.tables import (
    campus_lands,
    campus_powers,
    donor_or_judgement_share_of,
    ends,
    fleet,
    is_donor_or_judgement,
    published_shape,
    radiator_steps,
)


def campus_answer(data: Data, site: str, case: str) -> str:
    """Land, power and density of one campus and where it stands among all campuses."""
    lands, powers = campus_lands(data, case, site), campus_powers(data, case, site)
    own = lands[lands["chosen"]].iloc[0]
    peaks = powers[powers["basis"] == "it_peak"]
    density = float(peaks.loc[peaks["chosen"], "mw_per_acre"].iloc[0])
    acres = units.convert(own["km2"], "km2", "acre")
    return (
        f"**{name_of('sites', site)}** covers {spoken(acres, 4)} acres ({spoken(own['km2'])} km²), "
        f"{spoken(100 * own['manhattan_frac'])} % of Manhattan, and carries {spoken(density)} MW of peak IT power per acre; "
        f"the {len(peaks)} campuses carry {spoken(peaks['mw_per_acre'].min())} to {spoken(peaks['mw_per_acre'].max())}, with "
        f"the middle one at {spoken(peaks['mw_per_acre'].median())}."
    )


def concept_answer(data: Data, concept: str, case: str, it_power_average_mw: float, draws: int) -> str:
    """Satellites, mass and launches of one concept at a given average IT power."""
    wanted = ("satellites_count", "satellite_mass_kg", "launches_per_year", "mass_to_orbit_kg")
    resolved, drawn = (fleet(data, concept, case, it_power_average_mw, n) for n in (0, draws))
    values, spread = resolved.compute(wanted), drawn.compute(wanted)
    said = {w: with_range(float(values[w]), *ends(spread[w])) for w in wanted[:1] + wanted[2:3]}
    tonnes = with_range(*(v / 1000 for v in (float(values["satellite_mass_kg"]), *ends(spread["satellite_mass_kg"]))))
    years = f"{resolved.inputs['horizon_years']:g}"
    return (
        f"**{name_of('concepts', concept)}, {name_of('cases', case)} case:** {spoken(it_power_average_mw)} MW of average IT "
        f"power take {said['satellites_count']} satellites of {tonnes} t each, and {said['launches_per_year']} launches a "
        f"year for {years} years."
    )


def radiator_beside_published(data: Data, concept: str, it_power_average_mw: float) -> str:
    """The radiator of one satellite beside the published area, and which facts make the difference."""
    steps = radiator_steps(data, concept, it_power_average_mw)
    name = name_of("concepts", concept)
    stated = published_shape(data, concept, "radiator_area_m2")
    first, last = steps["radiator_area_m2"].iloc[0], steps["radiator_area_m2"].iloc[-1]
    own = f"With demonstrated facts one satellite of {name} needs a radiator of {spoken(first)} m²"
    if not np.isfinite(stated):
        return f"{own}; no radiator area is published for it."
    moves = "; ".join(
        f"{words_of(r.changed)} from {spoken(r.from_value)} to {spoken(r.to_value)} {r.unit.replace('frac', '')}".rstrip()
        + f", {spoken(r.radiator_area_m2)} m²"
        for r in steps.iloc[1:].itertuples()
    )
    return (
        f"{own}; its maker states {spoken(stated)} m², {spoken(stated / first)} of it. The promised facts, taken one after "
        f"another, give: {moves}. With all of them the model gives {spoken(last)} m², {spoken(last / stated)} of what is stated."
    )


def mass_left_for_bus(data: Data, concept: str, it_power_average_mw: float) -> str:
    """Whether a satellite's mass leaves room for all but radiators and reference accelerators, in each case."""
    said = []
    for case in ("demonstrated", "promised"):
        resolved = fleet(data, concept, case, it_power_average_mw)
        values = resolved.compute(("satellite_mass_kg", "satellite_mass_left_for_bus_kg"))
        mass, left = (float(v) / 1000 for v in values.values())
        room = "leaves" if left >= 0 else "falls short by"
        said.append(f"In the {case} case a satellite of {spoken(mass)} t {room} {spoken(abs(left))} t for array, battery, "
                    "structure, shielding, spare loops and propellant after radiators and reference accelerators.")  # fmt: skip
    return " ".join(said)


def concept_rests_on(data: Data, concept: str, case: str, it_power_average_mw: float) -> str:
    """Share of a satellite's mass and of its cost per accelerator-hour that rests on donors and judgements."""
    resolved = fleet(data, concept, case, it_power_average_mw)
    shares = [spoken(100 * donor_or_judgement_share_of(resolved, q), 2) for q in (
        "satellite_mass_kg", "cost_per_accelerator_hour_usd", "carbon_intensity_kgco2e_per_mwh")]  # fmt: skip
    donors = sum(p.donor for n, p in resolved.side.picks.items() if n in resolved.inputs)
    return (
        f"Donors and judgements hold {shares[0]} % of the sensitivity of a satellite's mass, {shares[1]} % of that of the cost "
        f"of an accelerator-hour and {shares[2]} % of that of the carbon of a MWh; {donors} of the facts used come from a "
        "donor."
    )


def facts_answer(used: pd.DataFrame) -> str:
    """How many facts the tables use, how many are a page, a judgement, a donor's, and how many carry a range."""
    facts = used.drop_duplicates(["quantity", "subject", "source_id", "locator", "central"])
    share = {
        "a source's own page": facts["url"].ne("").mean(), "a judgement of ours": (facts["kind"] == "judgement").mean(),
        "a donor": facts["donor"].mean(), "a range": facts[["low", "high"]].notna().all(axis=1).mean(),
    }  # fmt: skip
    said = [f"{spoken(100 * value)} %" for value in share.values()]
    return (
        f"The {len(facts)} facts that the default pairs use come to {said[0]} from a page that can be opened and to {said[1]} "
        f"from a judgement of ours; {said[2]} stand in for what a proposal does not state, and {said[3]} carry a range of "
        "low and high, without which a fact is held still in the draws."
    )


def heaviest(weights: pd.DataFrame, side: str) -> str:
    """The three facts that weigh most in a line on one side."""
    own = weights[weights["side"] == side].sort_values("weight_frac", ascending=False, kind="stable").head(3)
    said = "; ".join(
        f"{words_of(r.quantity)}, {spoken(100 * r.weight_frac)} % ({'a donor' if r.donor else name_of('kinds', r.kind)})"
        for r in own.itertuples()
    )
    own_all = weights[weights["side"] == side]
    share = spoken(100 * own_all.loc[is_donor_or_judgement(own_all), "weight_frac"].sum(), 2)
    return f"**{name_of('sides', side)}:** {said}. Donors and judgements together: {share} %."
