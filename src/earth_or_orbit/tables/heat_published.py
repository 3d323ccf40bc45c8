"""Tidy tables of published radiators beside one concept's chain and surroundings, and of published values put right."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from earth_or_orbit.constants import W_PER_KW
from earth_or_orbit.facts import Data
from earth_or_orbit.quantities import heat, radiator_environment, radiator_yardsticks
from earth_or_orbit.quantities.view_factors import edge_on_earth_view_factor_frac
from earth_or_orbit.study import Resolved
from earth_or_orbit.tables.heat import (
    STATED_SINK,
    _values,
    area_curves,
    chips_of_flux_k,
    fact,
    surroundings_of_this_orbit,
)

COLUMNS = ["what", "item", "temperature_k", "low_k", "high_k", "m2_per_kw", "chip_k", "faces", "sink_k", "is_stated"]
TOPICS = ("thermal", "radiator", "starcloud_radiator")


def read_radiators(data: Data) -> pd.DataFrame:
    """Radiators as their sources print them: data/published/radiators.csv."""
    return pd.read_csv(data.root / "data" / "published" / "radiators.csv")


def sources_of_radiators(data: Data) -> pd.DataFrame:
    """One row per published radiator and source: source_id."""
    return read_radiators(data)[["source_id"]]


def published_radiators(resolved: Resolved, data: Data) -> pd.DataFrame:
    """What each published radiator implies, in three surroundings.

    Columns of the file, and: w_per_m2, m2_per_kw, mean_k (its own mean radiating temperature, from a loop where one is
    printed; nan where none is), cold_sky_k, this_orbit_k, warm_sink_k (what its flux needs), chip_k (what the concept's
    chain asks of the chips, at own_sink_k: this orbit's sink or the radiator's own), ours_m2_per_kw (our area at its
    temperature), implied_sink_k (the sink at which its temperature sheds its flux).
    """
    table = read_radiators(data)
    flux = heat.mean_radiator_flux_w_per_m2(table["heat_kw"] * W_PER_KW, table["area_m2"]).to_numpy()
    sinks = {"cold_sky_k": 0.0, "this_orbit_k": surroundings_of_this_orbit(resolved), "warm_sink_k": fact(data, *STATED_SINK)}
    panel = tuple(table[c].to_numpy(dtype=float) for c in ("radiator_emissivity_frac", "radiating_faces_count"))
    needed = {name: heat.implied_radiator_temperature_k(flux, sink, *panel) for name, sink in sinks.items()}
    own_sink = table["sink_k"].fillna(sinks["this_orbit_k"])
    own_sink = own_sink.mask(table["layout"] == "back_of_array", under_the_earth_k(resolved)).to_numpy()
    loop = heat.loop_radiating_temperature_k(*(table[c].to_numpy() for c in ("loop_inlet_k", "loop_outlet_k")), own_sink)
    mean = table["temperature_k"].fillna(pd.Series(loop)).to_numpy()
    made = dict(zip(("radiator_emissivity_frac", "radiating_faces_count"), panel, strict=True))
    implied = [_implied_sink_k(*row) for row in zip(flux, mean, *panel, strict=True)]
    chips = chips_of_flux_k(resolved, flux, own_sink, **made)
    ours = W_PER_KW / heat.radiator_flux_w_per_m2(mean, own_sink, *panel)
    return table.assign(w_per_m2=flux, m2_per_kw=W_PER_KW / flux, mean_k=mean, **needed, own_sink_k=own_sink, chip_k=chips,
                        ours_m2_per_kw=ours, implied_sink_k=implied)  # fmt: skip


def _implied_sink_k(flux: float, mean: float, emissivity: float, faces: float) -> float:
    """The sink behind a printed flux and temperature; nan where one is lacking or no sink is cold enough."""
    return float(radiator_yardsticks.implied_sink_temperature_k(*(np.array([x]) for x in (flux, mean, emissivity, faces)))[0])


def under_the_earth_k(resolved: Resolved) -> float:
    """Sink of a face that sees the Earth edge-on and nothing else. [K]"""
    v = _values(resolved, ("orbit_altitude_km", "earth_infrared_w_per_m2"))
    seen = edge_on_earth_view_factor_frac(float(v["orbit_altitude_km"]))
    return float(heat.equilibrium_temperature_k(seen * v["earth_infrared_w_per_m2"], 1, 1))


def areas_and_published(resolved: Resolved, data: Data) -> pd.DataFrame:
    """Curves of area by temperature and the published points: what (curve, published, ours), item, temperature_k, low_k, high_k,
    m2_per_kw, chip_k, faces, sink_k, is_stated. A point without a temperature of its own stands where this orbit's surroundings
    put it, its ends where the cold sky and the warm sink do.
    """
    curves = area_curves(resolved, data)
    lines = curves[["curve", "temperature_k", "m2_per_kw", "chip_k", "sink_k"]].rename(columns={"curve": "item"})
    lines = lines.assign(what="curve", low_k=np.nan, high_k=np.nan, faces=np.nan, is_stated=False)
    found = published_radiators(resolved, data).dropna(subset=["m2_per_kw"], ignore_index=True)
    has_own = found["mean_k"].notna()
    loop = found["loop_outlet_k"].notna()
    low = found["temperature_low_k"].where(has_own, found["cold_sky_k"]).where(~loop, found["loop_outlet_k"])
    high = found["temperature_high_k"].where(has_own, found["warm_sink_k"]).where(~loop, found["loop_inlet_k"])
    points = pd.DataFrame({"what": "published", "item": found["radiator"], "low_k": low, "high_k": high,
                           "temperature_k": found["mean_k"].where(has_own, found["this_orbit_k"]),
                           "m2_per_kw": found["m2_per_kw"], "chip_k": found["chip_k"],
                           "faces": found["radiating_faces_count"], "sink_k": found["own_sink_k"],
                           "is_stated": has_own})  # fmt: skip
    v = _values(resolved, ("radiator_temperature_k", "radiator_area_m2", "waste_heat_w", "implied_junction_temperature_k",
                           "radiating_faces_count", "sink_temperature_k"))  # fmt: skip
    own = pd.DataFrame([{"what": "ours", "item": "ours", "temperature_k": v["radiator_temperature_k"], "low_k": np.nan,
                         "high_k": np.nan, "m2_per_kw": v["radiator_area_m2"] / v["waste_heat_w"] * W_PER_KW,
                         "chip_k": v["implied_junction_temperature_k"], "faces": v["radiating_faces_count"],
                         "sink_k": v["sink_temperature_k"], "is_stated": False}])  # fmt: skip
    frames = [frame[COLUMNS].astype({c: float for c in COLUMNS[2:-1]}) for frame in (lines, points, own)]
    return pd.concat(frames, ignore_index=True)


def space_station(data: Data) -> dict[str, float]:
    """Why the space station sheds so little: W/m2 of its loop at one temperature, cooling to its goal, beside its warm sink, and
    turned to where its natural surroundings would let it; with the printed flux.
    """
    row = read_radiators(data).set_index("radiator").loc["iss_loop"]
    panel = (float(row["radiator_emissivity_frac"]), float(row["radiating_faces_count"]))
    loop = (float(row["loop_inlet_k"]), float(row["loop_outlet_k"]))
    seen = radiator_environment.earth_view_factor_sum_frac__edge_to_earth(float(row["altitude_km"]), panel[1])
    infrared = fact(data, "earth_radiation", "earth_infrared_w_per_m2", "judgement")
    absorbed = radiator_environment.absorbed_infrared_w_per_m2(infrared, panel[0], seen)
    natural = heat.equilibrium_temperature_k(absorbed, *panel)
    out = {"printed": float(row["heat_kw"]) * W_PER_KW / float(row["area_m2"])}
    out["at_inlet"] = heat.gross_emission_w_per_m2(loop[0], *panel)
    for name, sink in (("cooling", 1.0), ("kept_warm", float(row["sink_k"])), ("natural", natural)):
        out[name] = heat.radiator_flux_w_per_m2(heat.loop_radiating_temperature_k(*loop, sink), sink, *panel)
    return {name: float(value) for name, value in out.items()}


def put_right(records: Iterable[dict[str, Any]], topics: tuple[str, ...] = TOPICS) -> pd.DataFrame:
    """Published values of these topics that rest on an error: id, output, unit, published, reproduced, corrected, why.

    From the records of `published.verify`; a row without a known error is left out.
    """
    rows = [
        (r["id"], r["output"], r["unit"], r["expected"], r["computed"], r["corrected"], r["known_error"])
        for r in records
        if r["topic"] in topics and r["known_error"] and r["corrected"] is not None
    ]
    return pd.DataFrame(rows, columns=["id", "output", "unit", "published", "reproduced", "corrected", "why"])


def counts(records: Iterable[dict[str, Any]], topics: tuple[str, ...] = TOPICS) -> dict[str, int]:
    """How many published values of these topics there are, and how many are met."""
    own = [r for r in records if r["topic"] in topics]
    return {"rows": len(own), "met": sum(r["status"] == "met" for r in own)}
