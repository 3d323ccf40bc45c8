"""Tidy tables of what is known: the facts that a pair uses, their kinds, where sources disagree, what moves an answer."""

from dataclasses import replace

import numpy as np
import pandas as pd

from earth_or_orbit.facts import Data, Fact
from earth_or_orbit.scenario import SIDES
from earth_or_orbit.study import MATCHED, Comparison, Resolved

STEP_FRAC = 0.01  # step of the sensitivity: each fact is moved by one part in a hundred
KIND_OF_DONOR_OR_JUDGEMENT = "judgement"


def facts_used(pair: Comparison) -> pd.DataFrame:
    """Every fact that a ledger line of the pair reaches, per side, in its quantity's unit and the study's dollars.

    Columns: side, quantity, subject, low, central, high, unit, kind, donor, source_id, source, url, locator, why,
    as_published (number, range and unit as the source prints them).
    """
    year = pair.study.dollar_year
    return pd.concat([facts_of(pair.sides[side], pair.data, year) for side in SIDES], ignore_index=True)


def facts_of(resolved: Resolved, data: Data, dollar_year: int) -> pd.DataFrame:
    """Every fact that one side uses; the columns of facts_used."""
    rows = []
    for quantity in sorted(set(resolved.inputs) & set(resolved.side.picks)):
        pick = resolved.side.picks[quantity]
        fact, source = pick.fact, data.sources[pick.fact.source_id]
        published = (fact.low, fact.central, fact.high)
        values = [np.nan if v is None else data.in_quantity_unit(fact, v, dollar_year) for v in published]
        rows.append((resolved.side.side, quantity, fact.subject, *values, data.quantity(quantity).unit, fact.kind,
                     pick.donor, source.id, source.title, source.url, fact.locator, pick.why, as_published(fact)))  # fmt: skip
    columns = ["side", "quantity", "subject", "low", "central", "high", "unit", "kind", "donor", "source_id", "source",
               "url", "locator", "why", "as_published"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def as_published(fact: Fact) -> str:
    """`325 acre`, `2300 (2000–2500) USD/kW in 2024 dollars`: the row's own number, range and unit."""
    between = "" if fact.low is None else f" ({fact.low:,.10g}–{fact.high:,.10g})"
    money = "" if fact.dollar_year is None else f" in {fact.dollar_year} dollars"
    return f"{fact.central:,.10g}{between} {fact.unit}{money}"


def _converted(pair: Comparison, fact: Fact, value: float | None) -> float:
    return np.nan if value is None else pair.data.in_quantity_unit(fact, value, pair.study.dollar_year)


def all_facts(data: Data) -> pd.DataFrame:
    """Every row of data/facts/: table, subject, quantity, kind, has_url, has_range, is_text, source_id, valid_year."""
    rows = [
        (f.file.rpartition("/")[2].removesuffix(".csv"), f.subject, f.quantity, f.kind, bool(data.sources[f.source_id].url),
         f.low is not None, f.is_text, f.source_id, f.valid_year)
        for f in data.facts
    ]  # fmt: skip
    columns = ["table", "subject", "quantity", "kind", "has_url", "has_range", "is_text", "source_id", "valid_year"]
    return pd.DataFrame(rows, columns=columns)


def disagreements(pair: Comparison, smallest_gap_frac: float) -> pd.DataFrame:
    """Facts of the pair for which several sources speak of one subject, in the quantity's unit, the widest first.

    Columns: side, subject, quantity, unit, value, ratio (to the one used), used, source_id, kind, spread (largest over
    smallest). Those whose values differ by less than smallest_gap_frac are left out.
    """
    rows, seen = [], set()
    for side in SIDES:
        resolved = pair.sides[side]
        for quantity in sorted(set(resolved.inputs) & set(resolved.side.picks)):
            used = resolved.side.picks[quantity].fact
            rivals = [f for f in pair.data.rows(used.subject, quantity) if not f.is_text]
            if len({f.source_id for f in rivals}) < 2 or (used.subject, quantity) in seen:
                continue
            seen.add((used.subject, quantity))
            values = {f: _converted(pair, f, f.central) for f in rivals}
            smallest, largest = min(values.values()), max(values.values())
            if smallest <= 0 or largest / smallest < 1 + smallest_gap_frac:
                continue
            unit = pair.data.quantity(quantity).unit
            rows += [(side, used.subject, quantity, unit, v, v / values[used], f is used, f.source_id, f.kind,
                      largest / smallest) for f, v in values.items()]  # fmt: skip
    columns = ["side", "subject", "quantity", "unit", "value", "ratio", "used", "source_id", "kind", "spread"]
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values("spread", ascending=False, kind="stable", ignore_index=True)


def _facts_of(resolved: Resolved) -> dict[str, float]:
    """Inputs that are facts and can be moved: numbers other than zero."""
    picks = resolved.side.picks
    return {n: float(v) for n, v in resolved.inputs.items() if n in picks and np.ndim(v) == 0 and v != 0}


def _moved(resolved: Resolved, moves: list[dict[str, float]], line: str, given: np.ndarray | None = None) -> np.ndarray:
    """The line's value under each set of moved inputs, all in one run of the model. Shape (moves,)."""
    names = sorted({name for move in moves for name in move})
    base = {n: resolved.inputs[n] for n in names}
    axis = {n: np.array([move.get(n, base[n]) for move in moves], dtype=float) for n in names}
    matched = {} if given is None else {MATCHED: given}
    inputs = {**resolved.inputs, **axis, **matched}
    if line in inputs:
        return np.broadcast_to(np.asarray(inputs[line], dtype=float), (len(moves),))
    value = replace(resolved, inputs=inputs).compute((line,))[line]
    return np.broadcast_to(np.asarray(value, dtype=float), (len(moves),))


def sensitivity(resolved: Resolved, quantity: str) -> pd.DataFrame:
    """How much each fact of one side weighs in a quantity: quantity, kind, donor, elasticity, weight_frac (1 in all).

    Elasticity is the relative change of the quantity per relative change of the fact, at the central values; the weight
    is its size over the sum of sizes. The matched IT power is held.
    """
    facts = _facts_of(resolved)
    moves = [{}, *({n: v * (1 + STEP_FRAC)} for n, v in facts.items())]
    values = _moved(resolved, moves, quantity)
    with np.errstate(divide="ignore", invalid="ignore"):
        elasticity = (values[1:] / values[0] - 1) / STEP_FRAC
    elasticity = np.where(np.isfinite(elasticity), elasticity, 0.0)
    picks = [resolved.side.picks[n] for n in facts]
    frame = pd.DataFrame({"quantity": list(facts), "kind": [p.fact.kind for p in picks],
                          "donor": [p.donor for p in picks], "elasticity": elasticity})  # fmt: skip
    total = frame["elasticity"].abs().sum()
    return frame.assign(weight_frac=frame["elasticity"].abs() / total if total else 0.0)


def weights(pair: Comparison, line: str) -> pd.DataFrame:
    """How much each fact weighs in a ledger line: the columns of sensitivity, and site, concept, side, line."""
    frames = [sensitivity(pair.sides[side], line).assign(side=side) for side in SIDES]
    frames = [frame.assign(site=pair.site, concept=pair.concept, line=line) for frame in frames]
    return pd.concat(frames, ignore_index=True)


def is_donor_or_judgement(table: pd.DataFrame) -> pd.Series:
    """Rows whose fact is a donor's or a judgement of ours."""
    return table["donor"] | (table["kind"] == KIND_OF_DONOR_OR_JUDGEMENT)


def donor_or_judgement_share(pair: Comparison, line: str, side: str) -> float:
    """Share of a line's sensitivity that rests on donors and judgements. [frac]"""
    table = weights(pair, line)
    own = table[table["side"] == side]
    return float(own.loc[is_donor_or_judgement(own), "weight_frac"].sum())


def swings(pair: Comparison, line: str, rows_shown: int) -> pd.DataFrame:
    """How far each fact with a published range moves the ratio orbit over ground, widest first.

    A fact that both sides share moves both. Columns: quantity, subject, at_low, at_high, central, kind, donor,
    donor_or_judgement, line, width.
    """
    sides = {side: pair.sides[side] for side in SIDES}
    picks = {n: (side, p) for side, r in sides.items() for n, p in r.side.picks.items() if n in r.inputs}
    ranged = {n: p.fact for n, (_, p) in picks.items() if p.fact.low is not None and p.fact.high > p.fact.low}
    moves: dict[str, list[dict[str, float]]] = {side: [{}] for side in SIDES}
    for name, fact in ranged.items():
        for end in (fact.low, fact.high):
            for side, resolved in sides.items():
                own = resolved.side.picks.get(name)
                shares = own is not None and name in resolved.inputs and own.fact is fact
                moves[side].append({name: _converted(pair, fact, end)} if shares else {})
    power = _moved(sides["ground"], moves["ground"], MATCHED)
    ground = _moved(sides["ground"], moves["ground"], line)
    orbit = _moved(sides["orbit"], moves["orbit"], line, given=power)
    ratio = orbit / ground
    rows = []
    for place, (name, fact) in enumerate(ranged.items()):
        at_low, at_high = ratio[1 + 2 * place], ratio[2 + 2 * place]
        unit = pair.data.quantity(name).unit
        rows.append((name, unit, fact.subject, at_low, at_high, ratio[0], fact.kind, picks[name][1].donor, line))
    columns = ["quantity", "unit", "subject", "at_low", "at_high", "central", "kind", "donor", "line"]
    table = pd.DataFrame(rows, columns=columns)
    width = (table["at_high"] - table["at_low"]).abs()
    table = table.assign(donor_or_judgement=is_donor_or_judgement(table))
    return table.assign(width=width).sort_values("width", ascending=False, kind="stable").head(rows_shown).reset_index(drop=True)
