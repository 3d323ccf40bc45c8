"""The tables of one satellite's heat as a reader sees them."""

import numpy as np
import pandas as pd

from earth_or_orbit.drawing.names import name_of
from earth_or_orbit.drawing.numbers import spoken
from earth_or_orbit.sentences.heat import FREEZING_K, celsius
from earth_or_orbit.sentences.printed import _by


def printed_chain(table: pd.DataFrame) -> pd.DataFrame:
    """From the chip to the surroundings, in kelvin and degrees: with chips at their limit, and as this radiator asks."""
    columns = {"Step": [name_of("heat", step) for step in table["step"]]}
    chosen = {"in_force_k": ""}
    if not np.allclose(table["limit_k"], table["in_force_k"], atol=0.05):
        chosen = {"limit_k": ", chips at their limit", "in_force_k": ", as this radiator asks"}
    for name, words in chosen.items():
        lost = np.round(-np.diff(table[name], prepend=np.nan), 1) + 0.0  # no minus before a zero
        columns[f"[K]{words}"] = [f"{value:.1f}" for value in table[name]]
        columns[f"lost [K]{words}"] = ["" if np.isnan(d) else f"{d:.1f}".replace("-", "−") for d in lost]
        columns[f"[°C]{words}"] = [f"{value - FREEZING_K:.1f}".replace("-", "−") for value in table[name]]
    return _by(pd.DataFrame(columns), "Step")


def printed_plates(table: pd.DataFrame) -> pd.DataFrame:
    """View factors of plates, and the Earth's infrared on them."""
    rows = [(name_of("heat", r.plate), f"{r.tilt_deg:g}", spoken(r.factor), spoken(r.w_per_m2)) for r in table.itertuples()]
    columns = ["Plate", "Angle to straight down [°]", "View factor", "Earth's infrared on it [W/m²]"]
    return _by(pd.DataFrame(rows, columns=columns), "Plate")


def printed_attitudes(table: pd.DataFrame) -> pd.DataFrame:
    """Both attitudes of the radiator, all else alike."""
    rows = [(name_of("heat", r.attitude), spoken(r.factor_sum), f"{r.sink_k:.0f}",
             spoken(r.area_m2) if np.isfinite(r.area_m2) else "none, too cold", spoken(r.drag_m2), "yes" if r.chosen else "")
            for r in table.itertuples()]  # fmt: skip
    columns = ["Radiator's attitude", "View factors, all faces", "Surroundings [K]", "Radiator [m²]", "Meets the air with [m²]",
               "In the scenario"]  # fmt: skip
    return _by(pd.DataFrame(rows, columns=columns), "Radiator's attitude")


def printed_put_right(table: pd.DataFrame) -> pd.DataFrame:
    """Published, reproduced and corrected values, and why they differ."""
    rows = [(r.output, r.unit, *(f"{value:.4g}" for value in (r.published, r.reproduced, r.corrected)), r.why)
            for r in table.itertuples()]  # fmt: skip
    return _by(pd.DataFrame(rows, columns=["Value", "Unit", "Published", "Reproduced", "Corrected", "Why"]), "Value")


def printed_published(table: pd.DataFrame) -> pd.DataFrame:
    """Published radiators beside this model: what their flux needs and what our chain would ask of the chips."""
    rows = [
        (name_of("radiators", r.radiator), spoken(r.w_per_m2), spoken(r.m2_per_kw), f"{r.radiating_faces_count:g}", _own(r),
         *("–" if np.isnan(v) else f"{v:.0f}" for v in (r.cold_sky_k, r.this_orbit_k, r.warm_sink_k)), celsius(r.chip_k),
         r.source_id)
        for r in table.itertuples()
    ]  # fmt: skip
    columns = ["Radiator", "W/m²", "m²/kW", "Faces", "Own temperature [K]", "Needs [K]: empty sky", "this orbit",
               "as often assumed", "Chips by our chain", "Source"]  # fmt: skip
    return _by(pd.DataFrame(rows, columns=columns), "Radiator")


def _own(row: object) -> str:
    if np.isfinite(row.loop_inlet_k):
        return f"{row.mean_k:.0f} ({row.loop_outlet_k:.0f}–{row.loop_inlet_k:.0f})"
    if np.isfinite(row.mean_k):
        return f"{row.mean_k:.0f}"
    return f"{row.temperature_low_k:.0f}–{row.temperature_high_k:.0f}" if np.isfinite(row.temperature_low_k) else "not printed"


def printed_ageing(table: pd.DataFrame) -> pd.DataFrame:
    """The coating new and aged, and the panel that the same heat then needs."""
    rows = [(f"{r.years:g}" + (" (end of service)" if r.is_service else ""), f"{r.emissivity:.3f}", f"{r.absorptivity:.3f}",
             f"{r.sink_k:.1f}", spoken(r.area_m2)) for r in table.itertuples()]  # fmt: skip
    columns = ["Years in orbit", "Emissivity", "Absorptivity for sunlight", "Surroundings [K]", "Radiator [m²]"]
    return _by(pd.DataFrame(rows, columns=columns), "Years in orbit")


def printed_chips(table: pd.DataFrame) -> pd.DataFrame:
    """The radiator by the temperature that the chips may have."""
    rows = [(f"{celsius(r.junction_k)}, {name_of('heat', r.subject)}",
             "–" if np.isnan(r.radiator_k) else f"{r.radiator_k:.0f}", spoken(r.area_m2), spoken(r.mass_kg))
            for r in table.itertuples()]  # fmt: skip
    return _by(pd.DataFrame(rows, columns=["Chips at", "Radiator [K]", "Radiator [m²]", "Radiator [kg]"]), "Chips at")
