"""Tidy tables of the manifest: what one launch of every vehicle carries, by mass and by volume, and how many it takes."""

import numpy as np
import pandas as pd

from earth_or_orbit import study
from earth_or_orbit.facts import Data, Fact, FactError, nearest
from earth_or_orbit.quantities import manifest
from earth_or_orbit.study import Resolved
from earth_or_orbit.tables.mass_and_power import number
from earth_or_orbit.tables.places import campus, fleet

Settings = dict[str, float | None]
ORBITS = ("sun_synchronous", "low")
NAMED_BY = "vehicle_name_text"  # a subject with a name is a vehicle of the manifest
TEXTS = {"name": NAMED_BY, "operator": "vehicle_operator_text", "status": "vehicle_status_text"}
RECORDS = ("record_launches_count_per_year", "vehicle_launches_count_per_year")  # the first that a vehicle has
SATELLITE = ("satellite_mass_kg", "satellite_stowed_volume_m3", "satellites_count", "satellites_arriving_frac",
             "plant_sets_ratio", "fairing_usable_frac", "satellite_early_loss_frac", "horizon_years")  # fmt: skip

FILES = tuple(
    f"data/facts/{name}.csv" for name in ("launch_market", "stowage", "manifest", "launch_price", "assembly", "end_of_life")
)
FACTS = ("payload_leo_kg", "leo_to_sso_frac", "fairing_volume_m3", "fairing_usable_frac", "array_stowed_density_m2_per_m3",
         "radiator_stowed_density_m2_per_m3", "electronics_stowed_density_kg_per_m3", "stowed_rest_share_frac",
         "launch_success_frac", "satellite_early_loss_frac", "satellite_loss_frac_per_year", "satellite_replacement_wait_days",
         "vehicle_launches_count_per_year")  # fmt: skip


def campus_power_mw(data: Data, site: str, case: str) -> float:
    """Average IT power of one campus, which the fleet is to carry. [MW]"""
    return number(campus(data, site, case).compute((study.MATCHED,))[study.MATCHED])


def horizon_years(data: Data, concept: str, case: str) -> float:
    """Years over which the study compares both sides. [years]"""
    return number(fleet(data, concept, case, 1.0).inputs["horizon_years"])


def vehicles(data: Data) -> list[str]:
    """Every launch vehicle that the manifest knows, in file order."""
    return list(dict.fromkeys(f.subject for f in data.facts if f.quantity == NAMED_BY))


def vehicle_text(data: Data, vehicle: str, quantity: str) -> str:
    """What a vehicle's text fact says, or nothing."""
    rows = data.rows(vehicle, quantity)
    return rows[0].text_value if rows else ""


def vehicle_number(data: Data, vehicle: str, quantity: str) -> float:
    """The first published central value of a vehicle's quantity, in its unit (money in its own year); nan where there is none."""
    fact = vehicle_fact(data, vehicle, quantity)
    return np.nan if fact is None else data.in_quantity_unit(fact, fact.central, fact.dollar_year or 0)


def vehicle_fact(data: Data, vehicle: str, quantity: str) -> Fact | None:
    """The first fact of a vehicle's quantity, or None."""
    return next(iter(data.rows(vehicle, quantity)), None)


def payload_kg(data: Data, vehicle: str, orbit: str) -> tuple[float, str]:
    """Payload of one launch to an orbit, and whether it is published or a judged factor is in it. [kg]

    Raises FactError in one line for a vehicle or orbit that is not known, or a vehicle without a payload to that orbit.
    """
    if vehicle not in vehicles(data):
        known = vehicles(data)
        raise FactError(f"vehicle {vehicle!r} is not known{nearest(vehicle, known)}; allowed: {', '.join(known)}")
    if orbit not in ORBITS:
        raise FactError(f"orbit {orbit!r} is not known{nearest(orbit, ORBITS)}; allowed: {', '.join(ORBITS)}")
    found, basis = vehicle_number(data, vehicle, "payload_leo_kg"), "published"
    if orbit == "sun_synchronous":
        factor = vehicle_fact(data, vehicle, "leo_to_sso_frac")
        share = np.nan if factor is None else factor.central
        found = float(manifest.payload_to_orbit_kg(found, share))
        basis = "judged_factor" if factor is not None and factor.kind == "judgement" else "published"
    if not np.isfinite(found):
        have = [name for name in vehicles(data) if _has_payload(data, name, orbit)]
        raise FactError(
            f"vehicle {vehicle!r} has no payload to a {orbit.replace('_', '-')} orbit in data/facts; "
            f"these have one: {', '.join(have)}"
        )
    return found, basis


def _has_payload(data: Data, vehicle: str, orbit: str) -> bool:
    names = {"low": ("payload_leo_kg",), "sun_synchronous": ("payload_leo_kg", "leo_to_sso_frac")}[orbit]
    return all(vehicle_fact(data, vehicle, name) is not None for name in names)


def sized(data: Data, concept: str, case: str, it_power_average_mw: float, settings: Settings, draws: int = 0) -> Resolved:
    """One concept's fleet made ready at a given average IT power, with settings laid over its own values."""
    return fleet(data, concept, case, it_power_average_mw, draws, settings)


def manifest_of_vehicles(
    data: Data, concept: str, case: str, it_power_average_mw: float, orbit: str, settings: Settings
) -> pd.DataFrame:
    """Launches of one concept's fleet on every vehicle, whole satellites in whole launches; the fewest launches first.

    Columns: concept, case, it_power_average_mw,
    vehicle, name, operator, status, payload_kg, payload_basis, fairing_m3, fairing_judged, by_mass, by_volume
    (satellites a launch, fractional), per_launch (whole), binds (mass, volume, too_large, unknown), launches_by_mass,
    launches_by_volume (fractional, each limit alone), launches (whole, for the first fleet), launches_per_year (mean over the
    horizon, losses included), record_per_year, record_year, years_at_record, flown. A vehicle without a payload to the orbit is
    left out.
    """
    values = sized(data, concept, case, it_power_average_mw, settings).compute(SATELLITE)
    one = {name: number(value) for name, value in values.items()}
    rows = []
    for vehicle in vehicles(data):
        if _has_payload(data, vehicle, orbit):
            rows.append(_row(data, vehicle, orbit, one))
    table = pd.DataFrame(rows)
    for place, (name, value) in enumerate(
        {"concept": concept, "case": case, "it_power_average_mw": it_power_average_mw}.items()
    ):
        table.insert(place, name, value)
    return table.sort_values(["launches", "launches_by_mass"], kind="stable", na_position="last", ignore_index=True)


def _row(data: Data, vehicle: str, orbit: str, one: dict[str, float]) -> dict[str, object]:
    payload, basis = payload_kg(data, vehicle, orbit)
    fairing = vehicle_fact(data, vehicle, "fairing_volume_m3")
    fairing_m3 = vehicle_number(data, vehicle, "fairing_volume_m3")
    by_mass = float(manifest.satellites_per_launch_by_mass_count(payload, one["satellite_mass_kg"]))
    by_volume = float(manifest.satellites_per_launch_by_volume_count(
        fairing_m3, one["fairing_usable_frac"], one["satellite_stowed_volume_m3"]))  # fmt: skip
    record = next(filter(None, (vehicle_fact(data, vehicle, name) for name in RECORDS)), None)
    per_year = np.nan if record is None else record.central
    binding, per_launch = _binding(by_mass, by_volume)
    arriving = one["satellites_arriving_frac"]
    first = np.ceil(one["satellites_count"] / arriving / per_launch) if per_launch else np.nan
    upkeep = one["satellites_count"] * one["plant_sets_ratio"] / arriving / one["horizon_years"]
    return {
        "vehicle": vehicle, **{key: vehicle_text(data, vehicle, quantity) for key, quantity in TEXTS.items()},
        "payload_kg": payload, "payload_basis": basis, "fairing_m3": fairing_m3,
        "fairing_judged": fairing is not None and fairing.kind == "judgement", "by_mass": by_mass, "by_volume": by_volume,
        "per_launch": per_launch, "binds": binding, "launches_by_mass": one["satellites_count"] / arriving / by_mass,
        "launches_by_volume": one["satellites_count"] / arriving / by_volume, "launches": first,
        "launches_per_year": upkeep / per_launch if per_launch else np.nan, "record_per_year": per_year,
        "record_year": None if record is None else record.valid_year,
        "years_at_record": first / per_year if per_year > 0 else np.nan, "flown": bool(per_year > 0),
    }  # fmt: skip


def _binding(by_mass: float, by_volume: float) -> tuple[str, int]:
    """Which limit binds, and the whole satellites that one launch carries; a fairing that is not known binds nothing."""
    fits = by_mass if np.isnan(by_volume) else min(by_mass, by_volume)
    per_launch = int(fits)
    if not per_launch:
        return "too_large", 0
    if np.isnan(by_volume):
        return "unknown", per_launch
    return ("mass" if by_mass <= by_volume else "volume"), per_launch


def losses(data: Data, concept: str, case: str, it_power_average_mw: float, settings: Settings, draws: int) -> pd.DataFrame:
    """From the fleet that stands to all that is launched over the horizon: step, satellites (central, low, high).

    Steps: fleet, renewal (later generations), replaced (lost in service), early (dead on arrival), launch (lost with a launch).
    """
    names = ("satellites_count", "plant_generations_ratio", "plant_sets_ratio", "satellite_early_loss_frac",
             "launch_success_frac")  # fmt: skip
    made = {}
    for key, drawn in (("central", 0), ("drawn", draws)):
        got = sized(data, concept, case, it_power_average_mw, settings, drawn).compute(names)
        count, generations, sets, early, success = (np.asarray(got[name], dtype=float) for name in names)
        through = count * sets / (1 - early)
        made[key] = {"fleet": count, "renewal": count * (generations - 1), "replaced": count * (sets - generations),
                     "early": through - count * sets, "launch": through / success - through}  # fmt: skip
    rows = []
    for step, value in made["central"].items():
        low, high = np.nanpercentile(made["drawn"][step] + np.zeros(max(draws, 1)), study.PERCENTILES[::2])
        rows.append((step, float(value), float(low), float(high)))
    return pd.DataFrame(rows, columns=["step", "satellites", "low", "high"])
