"""The manifest in words and printed tables: what one launch carries, which limit binds, and what is lost on the way."""

import numpy as np
import pandas as pd

from earth_or_orbit.drawing.names import name_of
from earth_or_orbit.drawing.numbers import spoken, with_range
from earth_or_orbit.facts import Data
from earth_or_orbit.tables import launch_claim, manifest

T = 1000.0  # structure: kilograms in a tonne, for reading


def _by(rows: list[tuple], columns: list[str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=columns).set_index(columns[0]).rename_axis(index=None, columns=columns[0])


def own_row(data: Data, table: pd.DataFrame, vehicle: str, orbit: str) -> pd.Series:
    """A vehicle's row of the manifest; raises FactError in one line for one that is not known or lacks a payload to the orbit."""
    manifest.payload_kg(data, vehicle, orbit)
    return table.set_index("vehicle").loc[vehicle]


def manifest_answer(
    data: Data, table: pd.DataFrame, concept: str, case: str, it_power_average_mw: float, vehicle: str, orbit: str
) -> str:
    """The manifest's answer for one vehicle: launches for the first fleet and for its upkeep, and which limit binds."""
    row = own_row(data, table, vehicle, orbit)
    head = (
        f"**{name_of('concepts', concept)}, {name_of('cases', case)} case, for {spoken(it_power_average_mw)} MW of average IT "
        f"power on {row['name']}:** "
    )
    if row["binds"] == "too_large":
        return (
            f"{head}one satellite does not fit whole into one launch, which lifts {spoken(row['by_mass'])} of it by mass and "
            f"holds {spoken(row['by_volume'])} by volume."
        )
    limit = {"mass": "mass binds", "volume": "volume binds", "unknown": "mass binds, its fairing is not published"}[row["binds"]]
    record = (
        f"at its record of {spoken(row['record_per_year'])} a year ({row['record_year']}) the first fleet takes "
        f"{spoken(row['years_at_record'])} years"
        if row["flown"]
        else "it has not flown"
    )
    fits = min(row["by_mass"], row["by_volume"]) if np.isfinite(row["by_volume"]) else row["by_mass"]
    many = "one whole satellite" if row["per_launch"] == 1 else f"{row['per_launch']:,} whole satellites"
    return (
        f"{head}{many} a launch ({limit}; the ledger's books take {spoken(fits)}), {row['launches']:,.0f} launches for the "
        f"first fleet, and {spoken(row['launches_per_year'])} a year over the horizon, renewal and replacements included; "
        f"{record}."
    )


def printed_manifest(table: pd.DataFrame) -> pd.DataFrame:
    """Every vehicle with its payload, fairing, satellites a launch, launches and record."""
    rows = []
    for r in table.itertuples():
        basis = name_of("payload_bases", r.payload_basis)
        rows.append((
            r.name, r.operator, f"{spoken(r.payload_kg / T)} ({basis})",
            "–" if np.isnan(r.fairing_m3) else spoken(r.fairing_m3) + (" (judged)" if r.fairing_judged else ""),
            spoken(r.by_mass), spoken(r.by_volume), name_of("manifest_limits", r.binds),
            "–" if np.isnan(r.launches) else f"{r.launches:,.0f}", spoken(r.launches_per_year),
            "–" if np.isnan(r.record_per_year) else f"{spoken(r.record_per_year)} ({r.record_year})", r.status,
        ))  # fmt: skip
    columns = ["Vehicle", "Operator", "t to this orbit", "Fairing [m³]", "Satellites by mass", "by volume", "Binds",
               "Launches, first fleet", "a year over the horizon", "Record a year", "Status, October 2026"]  # fmt: skip
    return _by(rows, columns)


def limits_read(table: pd.DataFrame, concept: str) -> str:
    """How many vehicles are bound by mass, how many by volume, and how many cannot carry one satellite."""
    counts = table["binds"].value_counts()
    said = [f"{counts.get(key, 0)} {words}" for key, words in (
        ("mass", "are full by mass first"), ("volume", "by volume first"), ("too_large", "cannot carry one satellite whole"),
        ("unknown", "publish no fairing")) if counts.get(key, 0)]  # fmt: skip
    fits = table[np.isfinite(table["launches"])]
    if fits.empty:
        return f"Of {len(table)} vehicles none can carry one satellite of {name_of('concepts', concept)} whole."
    best = fits.iloc[0]
    flown = fits[fits["flown"]]
    now = f"; of those that have flown, {flown.iloc[0]['name']} with {flown.iloc[0]['launches']:,.0f}" if len(flown) else ""
    return (
        f"Of {len(table)} vehicles with a payload to this orbit, {'; '.join(said)}. The fewest launches are those of "
        f"{best['name']}, {best['launches']:,.0f}{now}."
    )


def printed_losses(table: pd.DataFrame) -> pd.DataFrame:
    """Satellites built over the horizon, by what becomes of them."""
    whole = float(table["satellites"].sum())
    rows = [(name_of("manifest_steps", r.step), with_range(r.satellites, r.low, r.high), spoken(100 * r.satellites / whole))
            for r in table.itertuples()]  # fmt: skip
    rows.append(("all that is built", spoken(whole), "100"))
    return _by(rows, ["Satellites", "Number", "% of all built"])


def claim_read(data: Data) -> str:
    """What one launch for the claimed power comes to, as counted by others and here, and what the difference is made of."""
    again, printed = launch_claim.counted_again(data), int(launch_claim.printed_launches(data))
    flown, announced = (launch_claim.ours(data, reading, launch_claim.claimed_mw(data)) for reading in launch_claim.READINGS)
    counts = ", ".join(f"{row.launches:,.0f} for {name_of('manifest_parts', row.part)}" for row in again.itertuples())
    limits = [
        f"{spoken(table['launches'].sum())} with {words} ({launch_claim.binding(table)} binds)"
        for table, words in ((flown, "flown parts"), (announced, "announced parts"))
    ]
    rest = float(flown.set_index("part").loc["rest", "launches"])
    return (
        f"The engineer's own inputs give {counts}: {again['launches'].sum():,.0f} launches to low orbit, "
        f"as printed ({printed}). Here, {spoken(launch_claim.claimed_mw(data))} MW of peak IT power on the same vehicle to a "
        f"sun-synchronous orbit take {limits[0]} and {limits[1]}. Structure, battery, converters, cables and margin, which the "
        f"count leaves out, are {spoken(rest)} of the first number. The racks alone, at their weight on the ground, take "
        f"{spoken(again.set_index('part').loc['racks', 'by_mass'])} launches by mass."
    )
