"""Tidy tables of radiation: dose by shielding and by orbit, life to the dose limit, the South Atlantic Anomaly."""

import numpy as np
import pandas as pd

from earth_or_orbit import units
from earth_or_orbit.constants import DAYS_PER_YEAR
from earth_or_orbit.facts import Data
from earth_or_orbit.quantities import ground_track
from earth_or_orbit.study import Resolved, value_of, with_settings
from earth_or_orbit.tables import places

MATCHED_MW = 100.0  # nothing here depends on the fleet's size
PARTS = {"trapped_protons": "trapped_proton_dose_rad_per_year", "trapped_electrons": "trapped_electron_dose_rad_per_year",
         "solar_protons": "solar_proton_dose_rad_per_year", "cosmic_rays": "cosmic_ray_dose_rad_per_year"}  # fmt: skip
TRAPPED = ("trapped_protons", "trapped_electrons")
TOTAL = "dose_rad_per_year"
THINNEST_MM, THICKEST_MM, LOWEST_KM, HIGHEST_KM = 1.0, 20.0, 300.0, 2000.0  # ends of the dose table
PLOTTED_MM = np.geomspace(THINNEST_MM, THICKEST_MM, 49)
PLOTTED_KM = np.linspace(LOWEST_KM, HIGHEST_KM, 69)
SHOWN_KM = (400.0, 550.0, 650.0, 800.0, 1000.0, 1200.0, 1600.0, 2000.0)
SHOWN_DEG = (30.0, 53.0, 75.0)
SHOWN_MM = (1.0, 2.0, 3.0, 5.0, 8.0, 10.0, 15.0, 20.0)
LIFE_MM = (2.0, 5.0, 10.0, 20.0)
NEAR_RATIO = 1.15  # lines of thicknesses nearer than this to the fleet's own would lie on its line
RUN_KM, RUN_DEG, RUN_YEARS = 550.0, 100.0, 1825 / DAYS_PER_YEAR  # published runs: 1,825 days; nearest to sun-synchronous
LOWEST_TESTED_DEG, HIGHEST_TESTED_DEG = 20, 160  # nearer to the equator a run has a few rad, at the anomaly's edge
ANOMALY_EDGE_FRAC = 0.1  # of the altitude's highest dose rate; the definition behind the table of shares
SECONDS_A_STEP, STEPS = 60, 1441  # a day, minute by minute


def fleet_on(data: Data, concept: str, case: str, settings: dict[str, float | None], draws: int = 0,
             choices: dict[str, str] | None = None) -> Resolved:  # fmt: skip
    """One concept ready to compute on the orbit that is set; an inclination that is set leaves the sun-synchronous plane."""
    plane = {} if settings.get("orbit_inclination_deg") is None else {"orbit_plane": "inclined"}
    return places.fleet(data, concept, case, MATCHED_MW, draws, settings, plane | (choices or {}))


def _column(value: object, size: int) -> np.ndarray:
    return np.broadcast_to(np.asarray(value, dtype=float), (size,))


def dose_parts(fleet: Resolved) -> pd.DataFrame:
    """Dose in a year by source on the fleet's own orbit, and the total: source, rad_per_year, share_frac."""
    values = fleet.compute((*PARTS.values(), TOTAL))
    total = float(values[TOTAL])
    rows = [(source, float(values[name])) for source, name in PARTS.items()] + [("total", total)]
    return pd.DataFrame([(s, v, v / total) for s, v in rows], columns=["source", "rad_per_year", "share_frac"])


def _swept(fleet: Resolved, years: float, sources: tuple[str, ...]) -> pd.DataFrame:
    """Dose over some years by thickness: central, and for protons and total between solar minimum and maximum."""
    rows = {}
    for share in (None, 0.0, 1.0):
        given = {"shielding_aluminium_mm": PLOTTED_MM} | ({} if share is None else {"solar_maximum_share_frac": share})
        values = with_settings(fleet, given).compute(tuple(PARTS[s] for s in sources))
        parts = {s: years * _column(values[PARTS[s]], PLOTTED_MM.size) for s in sources}
        rows[share] = parts | {"total": sum(parts.values())}
    frames = []
    for source in (*sources, "total"):
        ends = np.array([rows[0.0][source], rows[1.0][source]])
        frame = {"source": source, "aluminium_mm": PLOTTED_MM, "low": ends.min(0), "central": rows[None][source],
                 "high": ends.max(0)}  # fmt: skip
        frames.append(pd.DataFrame(frame))
    return pd.concat(frames, ignore_index=True)


def spenvis_runs(data: Data) -> pd.DataFrame:
    """The published runs at 550 km: inclination_deg, aluminium_mm, and rad in 1,825 days by source."""
    table = pd.read_csv(data.root / "data" / "published" / "spenvis_dose_550_km.csv")
    electrons = table["electron_rad"] + table["bremsstrahlung_rad"]
    named = {"trapped_protons": table["proton_rad"], "trapped_electrons": electrons, "total": table["total_rad"]}
    return table[["inclination_deg", "aluminium_mm"]].astype(float).assign(**named)


def doses_elsewhere(data: Data) -> pd.DataFrame:
    """Doses that others print, each with its orbit, thickness, place in the solar cycle and what it counts."""
    return pd.read_csv(data.root / "data" / "published" / "doses_elsewhere.csv")


def limits(data: Data, fleet: Resolved) -> pd.DataFrame:
    """What a chip was seen to stand: limit (onset, without_failure), low, central, high [rad]; no range where none is."""
    rows = []
    for limit, quantity in (("onset", "dose_limit_rad"), ("without_failure", "dose_without_failure_rad")):
        fact = fleet.side.picks[quantity].fact
        low, high = (np.nan if v is None else units.convert(v, fact.unit, "rads") for v in (fact.low, fact.high))
        rows.append((limit, low, value_of(fleet, quantity), high))
    return pd.DataFrame(rows, columns=["limit", "low", "central", "high"])


def dose_by_shielding(data: Data, fleet: Resolved) -> pd.DataFrame:
    """Dose behind aluminium over the years of the verdict: the published runs' orbit with them on it, and the fleet's own.

    Columns: panel (published, own), role (model, published, limit), source, aluminium_mm, low, central, high [rad],
    altitude_km, inclination_deg, years. Protons and total lie between solar minimum and maximum; runs are of solar minimum.
    """
    own_years = value_of(fleet, "verdict_years")
    place = {"orbit_altitude_km": RUN_KM, "orbit_inclination_deg": RUN_DEG, "solar_maximum_share_frac": 0.0}
    ours = _swept(with_settings(fleet, place), RUN_YEARS, TRAPPED)
    ours = ours.assign(low=ours["central"], high=ours["central"])  # the runs are of solar minimum alone
    runs = spenvis_runs(data)
    runs = runs[runs["inclination_deg"] == RUN_DEG].melt("aluminium_mm", [*TRAPPED, "total"], "source", "central")
    runs = runs[runs["central"] >= 1]  # structure: below one rad electrons and their X-rays are nothing
    google = doses_elsewhere(data).query("source_id == 'S063'").iloc[:1]
    printed = pd.DataFrame({"source": "google", "aluminium_mm": google["aluminium_mm"],
                            "central": own_years * google["published_rad_per_year"]})  # fmt: skip
    stands = limits(data, fleet).rename(columns={"limit": "source"}).assign(aluminium_mm=np.nan)
    orbits = {"published": (RUN_KM, RUN_DEG, RUN_YEARS),
              "own": (*(value_of(fleet, n) for n in ("orbit_altitude_km", "orbit_inclination_deg")), own_years)}  # fmt: skip
    frames = [ours.assign(panel="published", role="model"), runs.assign(panel="published", role="published"),
              _swept(fleet, own_years, tuple(PARTS)).assign(panel="own", role="model"),
              printed.assign(panel="own", role="published"), stands.assign(panel="own", role="limit"),
              stands.assign(panel="published", role="limit")]  # fmt: skip
    table = pd.concat(frames, ignore_index=True)
    for place, column in enumerate(("altitude_km", "inclination_deg", "years")):
        table[column] = table["panel"].map({panel: where[place] for panel, where in orbits.items()})
    columns = ["panel", "role", "source", "aluminium_mm", "low", "central", "high", "altitude_km", "inclination_deg", "years"]
    return table[columns]


def life_by_altitude(data: Data, fleet: Resolved) -> pd.DataFrame:
    """Years until memory first misbehaves, by altitude and shielding; the fleet's own thickness and place marked.

    Columns: role (line, own_line, own), altitude_km, aluminium_mm, years, low, high (the limit's published range, own line
    and own place only), verdict_years. Sun-synchronous at every altitude unless the fleet's inclination is set.
    """
    own_km, own_mm = (value_of(fleet, n) for n in ("orbit_altitude_km", "shielding_aluminium_mm"))
    stands = limits(data, fleet).set_index("limit").loc["onset"]
    frames = []
    others = {mm for mm in LIFE_MM if not 1 / NEAR_RATIO < mm / own_mm < NEAR_RATIO}
    for mm in sorted({*others, own_mm}):
        own = mm == own_mm
        for role, kms in (("own_line" if own else "line", PLOTTED_KM), *((("own", np.array([own_km])),) if own else ())):
            given = {"orbit_altitude_km": kms, "shielding_aluminium_mm": mm}
            dose = _column(with_settings(fleet, given).compute((TOTAL,))[TOTAL], kms.size)
            ends = {end: stands[end] / dose if own else np.nan for end in ("low", "high")}
            frames.append(pd.DataFrame({"role": role, "altitude_km": kms, "aluminium_mm": mm,
                                        "years": stands["central"] / dose, **ends}))  # fmt: skip
    return pd.concat(frames, ignore_index=True).assign(verdict_years=value_of(fleet, "verdict_years"))


def dose_by_orbit(fleet: Resolved) -> pd.DataFrame:
    """Dose of the belts in a year by altitude and inclination, behind the fleet's shielding: a column per inclination.

    Columns: altitude_km, then 30, 53, 75 degrees and sun_synchronous [rad/year].
    """
    kms = np.array(SHOWN_KM)
    here = with_settings(fleet, {"orbit_altitude_km": kms})
    planes = {f"{deg:g} deg": deg for deg in SHOWN_DEG}
    planes["sun_synchronous"] = here.compute(("sun_synchronous_inclination_deg",))["sun_synchronous_inclination_deg"]
    table = pd.DataFrame({"altitude_km": kms})
    for name, inclination in planes.items():
        values = with_settings(here, {"orbit_inclination_deg": inclination}).compute(tuple(PARTS[s] for s in TRAPPED))
        table[name] = sum(_column(v, kms.size) for v in values.values())
    return table


def shielding_steps(fleet: Resolved) -> pd.DataFrame:
    """What shielding weighs and saves: aluminium_mm, kg_per_kw, satellite_kg, satellite_mass_frac, verdict_dose_rad, years,
    saved_rad_per_kg_per_kw (against the step before), highest_km and too_much_everywhere (as in highest_altitude), verdict_years.
    """
    mm = np.array(SHOWN_MM)
    names = ("shielding_mass_kg_per_kw", "satellite_shielding_mass_kg", "satellite_mass_kg", "verdict_dose_rad",
             "years_to_dose_limit_years")  # fmt: skip
    values = with_settings(fleet, {"shielding_aluminium_mm": mm}).compute(names)
    kg, satellite_kg, mass_kg, dose, years = (_column(values[name], mm.size) for name in names)
    heights = [highest_altitude(fleet, thickness) for thickness in mm]
    return pd.DataFrame({
        "aluminium_mm": mm, "kg_per_kw": kg, "satellite_kg": satellite_kg, "satellite_mass_frac": satellite_kg / mass_kg,
        "verdict_dose_rad": dose, "years": years, "saved_rad_per_kg_per_kw": np.append(np.nan, -np.diff(dose) / np.diff(kg)),
        "highest_km": [height for height, _ in heights], "too_much_everywhere": [nowhere for _, nowhere in heights],
        "verdict_years": value_of(fleet, "verdict_years")})  # fmt: skip


def highest_altitude(fleet: Resolved, aluminium_mm: float) -> tuple[float, bool]:
    """Altitude at which the years of the verdict bring the dose limit; nan and True where the lowest orbit already passes it,
    nan and False where the highest still keeps it. At the fleet's own inclination.
    """
    years = value_of(fleet, "verdict_years")
    given = {"shielding_aluminium_mm": aluminium_mm, "satellite_service_years": years}
    height = with_settings(fleet, given).compute(("highest_altitude_for_life_km",))["highest_altitude_for_life_km"]
    inclination = value_of(fleet, "orbit_inclination_deg")
    lowest = with_settings(fleet, {**given, "orbit_altitude_km": LOWEST_KM, "orbit_inclination_deg": inclination})
    return float(height), value_of(lowest, "years_to_dose_limit_years") < years


def anomaly_rates(data: Data, altitude_km: float) -> pd.DataFrame:
    """Dose rate of protons behind 10 mm around the Earth at one altitude: latitude_deg, longitude_deg, rad_per_year.

    Read between the altitudes of data/series/anomaly_map.csv, linear in the logarithm; 0 stays 0. The first meridian is
    repeated at 180 degrees.
    """
    table = pd.read_csv(data.root / "data" / "series" / "anomaly_map.csv")
    rates = table.pivot(index=["latitude_deg", "longitude_deg"], columns="altitude_km", values="proton_rad_per_year")
    heights = rates.columns.to_numpy(dtype=float)
    above = int(np.clip(np.searchsorted(heights, altitude_km), 1, heights.size - 1))
    share = (altitude_km - heights[above - 1]) / (heights[above] - heights[above - 1])
    low, high = (rates[heights[place]].to_numpy(dtype=float) for place in (above - 1, above))
    between = np.where((low > 0) & (high > 0), np.exp((1 - share) * _log(low) + share * _log(high)),
                       (1 - share) * low + share * high)  # fmt: skip
    found = rates.index.to_frame(index=False).astype(float).assign(rad_per_year=between)
    seam = found[found["longitude_deg"] == -180].assign(longitude_deg=180.0)
    return pd.concat([found, seam]).sort_values(["latitude_deg", "longitude_deg"], ignore_index=True)


def _log(values: np.ndarray) -> np.ndarray:
    return np.log(np.maximum(values, np.finfo(float).tiny))


def anomaly_ground_track(data: Data, fleet: Resolved) -> pd.DataFrame:
    """A day of the fleet's ground track over the map of dose rate at its altitude.

    Columns: layer (rate, track), latitude_deg, longitude_deg, rad_per_year (behind 10 mm, as if one stayed there a year; along
    the track read between the map's points), minute, inside (the anomaly: connected, more than a tenth of the highest rate),
    altitude_km, inclination_deg, revolutions_a_day, dose_share_frac and time_share_frac of the anomaly (long-term means), in
    the track's rows alone.
    """
    names = ("orbit_altitude_km", "orbit_inclination_deg", "ascending_node_local_time_h", "orbital_period_s",
             "anomaly_dose_share_frac", "anomaly_time_share_frac")  # fmt: skip
    altitude, inclination, node_h, period, dose_share, time_share = (value_of(fleet, n) for n in names)
    rates = anomaly_rates(data, altitude)
    seconds = np.arange(STEPS) * float(SECONDS_A_STEP)
    node_deg = 15 * node_h - 360  # structure: the Earth turns 15 degrees an hour; the day starts at midnight in Greenwich
    latitude = ground_track.ground_track_latitude_deg(seconds, altitude, inclination)
    longitude = ground_track.ground_track_longitude_deg(seconds, altitude, inclination, node_deg)
    edge = ANOMALY_EDGE_FRAC * rates["rad_per_year"].max()
    region = _connected(rates, edge)
    along, near = (_read(table, latitude, longitude) for table in (rates, rates.assign(rad_per_year=region.astype(float))))
    orbit = {"altitude_km": altitude, "inclination_deg": inclination, "revolutions_a_day": 86_400 / period,
             "dose_share_frac": dose_share, "time_share_frac": time_share}  # fmt: skip
    track = pd.DataFrame({"layer": "track", "latitude_deg": latitude.round(2), "longitude_deg": longitude.round(2),
                          "rad_per_year": along, "inside": (along > edge) & (near > 0), "minute": seconds / 60,
                          **orbit})  # fmt: skip
    return pd.concat([rates.assign(layer="rate", inside=region), track], ignore_index=True)


def _connected(rates: pd.DataFrame, edge: float) -> np.ndarray:
    """Which rows of a map belong to the connected region around its highest rate that lies above an edge."""
    grid = rates.pivot(index="latitude_deg", columns="longitude_deg", values="rad_per_year").to_numpy()[:, :-1]
    above, region = grid > edge, np.zeros(grid.shape, dtype=bool)
    region[np.unravel_index(grid.argmax(), grid.shape)] = True
    for _ in range(grid.size):
        grown = region | np.roll(region, 1, 1) | np.roll(region, -1, 1)  # the map closes at 180 degrees
        grown[1:] |= region[:-1]
        grown[:-1] |= region[1:]
        grown &= above
        if (grown == region).all():
            break
        region = grown
    return np.column_stack([region, region[:, :1]]).ravel()


def _read(rates: pd.DataFrame, latitude: np.ndarray, longitude: np.ndarray) -> np.ndarray:
    """The map's value at places, linear between its points."""
    grid = rates.pivot(index="latitude_deg", columns="longitude_deg", values="rad_per_year")
    rows, columns = grid.index.to_numpy(), grid.columns.to_numpy()
    i = np.clip(np.searchsorted(rows, latitude, side="right") - 1, 0, rows.size - 2)
    j = np.clip(np.searchsorted(columns, longitude, side="right") - 1, 0, columns.size - 2)
    up, ahead = (latitude - rows[i]) / np.diff(rows)[i], (longitude - columns[j]) / np.diff(columns)[j]
    table = grid.to_numpy()
    near = (1 - ahead) * table[i, j] + ahead * table[i, j + 1]
    far = (1 - ahead) * table[i + 1, j] + ahead * table[i + 1, j + 1]
    return (1 - up) * near + up * far


def anomaly_day(table: pd.DataFrame) -> dict[str, float]:
    """What a day's track in an anomaly_ground_track meets: minutes_inside, crossings, dose_share_inside_frac, the map's
    greatest_rate [rad/year], and around_the_earth (1 where the region has no end in longitude)."""
    track, rates = (table[table["layer"] == layer] for layer in ("track", "rate"))
    inside = track["inside"].to_numpy()
    entries = int(inside[0]) + int((inside[1:] & ~inside[:-1]).sum())
    dose = track["rad_per_year"]
    share = dose[inside].sum() / dose.sum() if dose.sum() > 0 else np.nan
    around = float(rates.groupby("longitude_deg")["inside"].any().all())
    return {"minutes_inside": float(inside[:-1].sum()), "crossings": float(entries), "dose_share_inside_frac": float(share),
            "greatest_rate": float(rates["rad_per_year"].max()), "around_the_earth": around}  # fmt: skip
