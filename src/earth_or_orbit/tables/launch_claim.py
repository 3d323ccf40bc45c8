"""One launch for forty megawatts: a company's claim, a count from flown hardware, and this study's, by what fills them."""

import numpy as np
import pandas as pd

from earth_or_orbit.constants import KW_PER_MW
from earth_or_orbit.facts import Data
from earth_or_orbit.tables.manifest import vehicle_number
from earth_or_orbit.tables.mass_and_power import fact_of, number
from earth_or_orbit.tables.places import fleet

CLAIMANT, COUNTER, CONCEPT, VEHICLE = "starcloud_white_paper", "angadh_40_mw", "starcloud_5gw", "starship_v3"
READINGS = {"flown_parts": "demonstrated", "announced_parts": "promised"}
OURS = (
    "satellite_array_mass_kg", "satellite_array_area_m2", "satellite_radiator_mass_kg", "satellite_puncture_protection_mass_kg",
    "radiator_built_area_m2", "satellite_accelerators_mass_kg", "satellite_mass_kg", "satellites_count",
    "array_stowed_density_m2_per_m3", "radiator_stowed_density_m2_per_m3", "electronics_stowed_density_kg_per_m3",
    "stowed_rest_share_frac", "fairing_usable_frac", "satellite_stowed_volume_m3",
)  # fmt: skip


def claimed_mw(data: Data) -> float:
    """The power of the claim: what the paper says that one launch carries. [MW]"""
    return fact_of(data, CLAIMANT, "launched_compute_kw") / KW_PER_MW


def counted_again(data: Data) -> pd.DataFrame:
    """The other author's count from his own inputs: part, by_mass, by_volume, launches (whole), printed."""
    bay_m3, lifted_kg = (fact_of(data, COUNTER, name) for name in ("fairing_volume_m3", "payload_leo_kg"))
    rows = []
    for part in ("array", "radiator"):
        area = fact_of(data, COUNTER, f"{part}_area_m2")
        by_mass = area * fact_of(data, COUNTER, f"{part}_areal_mass_kg_per_m2") / lifted_kg
        by_volume = area / fact_of(data, COUNTER, f"{part}_stowed_density_m2_per_m3") / bay_m3
        rows.append((f"{part}s", by_mass, by_volume))
    racks = fact_of(data, COUNTER, "racks_launched_count") * fact_of(data, COUNTER, "rack_mass_kg") / lifted_kg
    rows.append(("racks", racks, np.nan))
    table = pd.DataFrame(rows, columns=["part", "by_mass", "by_volume"])
    table["launches"] = np.ceil(table[["by_mass", "by_volume"]].max(axis=1))
    table["printed"] = [fact_of(data, COUNTER, f"launches_for_{part}_count") for part in table["part"]]
    return table


def ours(data: Data, reading: str, peak_mw: float) -> pd.DataFrame:
    """This study's launches for a peak IT power on the claim's vehicle: part, by_mass, by_volume, launches.

    To a sun-synchronous orbit, with the satellite's budget of parts. Fractional loads that mix all parts: the limit that binds
    the whole shares the launches out.
    """
    case = READINGS[reading]
    chosen = {"satellite_mass_basis": "budget", "satellite_power_basis": "bus_power"}
    peak_per_average = number(fleet(data, CONCEPT, case, 1.0, choices=chosen).compute(("it_power_peak_mw",))["it_power_peak_mw"])
    ready = fleet(data, CONCEPT, case, peak_mw / peak_per_average, choices=chosen)
    v = {name: number(value) for name, value in ready.compute(OURS).items()}
    lifted_kg = vehicle_number(data, VEHICLE, "payload_leo_kg") * vehicle_number(data, VEHICLE, "leo_to_sso_frac")
    room_m3 = vehicle_number(data, VEHICLE, "fairing_volume_m3") * v["fairing_usable_frac"]
    radiator_kg = v["satellite_radiator_mass_kg"] + v["satellite_puncture_protection_mass_kg"]
    parts = {
        "arrays": (v["satellite_array_mass_kg"], v["satellite_array_area_m2"] / v["array_stowed_density_m2_per_m3"]),
        "radiators": (radiator_kg, v["radiator_built_area_m2"] / v["radiator_stowed_density_m2_per_m3"]),
        "racks": (v["satellite_accelerators_mass_kg"],
                  v["satellite_accelerators_mass_kg"] / v["electronics_stowed_density_kg_per_m3"]),
    }  # fmt: skip
    parts["rest"] = tuple(
        whole - sum(part[place] for part in parts.values())
        for place, whole in enumerate((v["satellite_mass_kg"], v["satellite_stowed_volume_m3"]))
    )
    many = v["satellites_count"]
    rows = [(part, kg * many / lifted_kg, m3 * many / room_m3) for part, (kg, m3) in parts.items()]
    table = pd.DataFrame(rows, columns=["part", "by_mass", "by_volume"])
    binding = "by_mass" if table["by_mass"].sum() >= table["by_volume"].sum() else "by_volume"
    return table.assign(launches=table[binding])


def launches_of_the_claim(data: Data) -> pd.DataFrame:
    """Launches for the claim's power as each source counts them: claim, part, launches."""
    peak_mw = claimed_mw(data)
    one = pd.DataFrame({"part": ["whole"], "launches": [fact_of(data, CLAIMANT, "launches_in_all_count")]})
    frames = [("white_paper", one), ("counted", counted_again(data)), *((r, ours(data, r, peak_mw)) for r in READINGS)]
    return pd.concat([table[["part", "launches"]].assign(claim=name) for name, table in frames], ignore_index=True)[
        ["claim", "part", "launches"]
    ]
