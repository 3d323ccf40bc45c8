"""Tidy tables of land: four rings around every campus, shares of Manhattan, what the land was, and the orbit beside it."""

import numpy as np
import pandas as pd

from earth_or_orbit import scenario, study, units
from earth_or_orbit.facts import Data
from earth_or_orbit.quantities import equal_area_map, fibre, land_rings
from earth_or_orbit.study import Resolved
from earth_or_orbit.tables.mass_and_power import number
from earth_or_orbit.tables.pairs import ends
from earth_or_orbit.tables.places import fleet, yardstick

LINES = {"campus": "campus_land_m2", "energy_supply": "energy_supply_land_m2", "fuel_chain": "fuel_chain_land_m2"}
RINGS = ("buildings", *LINES)
ORBIT_LINES = {"launch_and_ground_station": "launch_and_ground_station_land_m2", "fuel_chain_orbit": "fuel_chain_land_m2"}
ORBIT_AREAS = {"orbital_array": "orbital_array_area_m2", "orbital_radiator": "orbital_radiator_area_m2"}
FLOOR, STOREYS, HALL = "building_floor_area_m2", "building_storeys_count", "one_storey_hall"
NOT_KNOWN, WHAT_IF = "not in our sources", "manhattan"
COMPARED = ("hyundai_ga", "foxconn_wi", "portage_solar_wi")
PARALLELS_DEG, MIDDLE_DEG = (29.5, 45.5), (23.0, -96.0)  # structure: the usual cone for the adjoining states
IT_PEAK, MATCHED = "campus_it_power_peak_mw", "it_power_average_mw"


def ready(data: Data, site: str, case: str, supply: str = "", draws: int = 0) -> Resolved:
    """A campus made ready under one supply of electricity; its own supply if none is named."""
    side = scenario.read_side("ground", site, case, data)
    if supply:
        study.override_choices({"ground": side}, {"electricity_supply": supply})
    return study.resolve(side, data, scenario.study(data), {}, draws)


def _in_unit(data: Data, resolved: Resolved, quantity: str) -> tuple[float, float, float]:
    """Low, central and high of a fact that the site's files choose; nan where there is none."""
    pick = resolved.side.picks.get(quantity)
    if pick is None:
        return (np.nan,) * 3
    unit = data.quantity(quantity).unit
    low, middle, high = (np.nan if v is None else units.convert(v, pick.fact.unit, unit) for v in (
        pick.fact.low, pick.fact.central, pick.fact.high))  # fmt: skip
    return low, middle, high


def _hall_storeys(data: Data) -> float:
    return float(data.rows(HALL, STOREYS)[0].central)


def buildings_m2(data: Data, resolved: Resolved) -> tuple[float, float, float]:
    """Ground under a campus's buildings, central, low, high; nan where no floor area is in our sources. [m2]"""
    low, floor, high = _in_unit(data, resolved, FLOOR)
    stated = _in_unit(data, resolved, STOREYS)[1]
    storeys = stated if np.isfinite(stated) else _hall_storeys(data)
    return tuple(float(land_rings.building_footprint_m2(v, storeys)) for v in (floor, low, high))


def rings(data: Data, case: str, supply: str = "", site: str = "", draws: int = 0) -> pd.DataFrame:
    """Land of every campus in four rings under one supply (its own if none is named).

    Columns: site, ring (buildings, campus, energy_supply, fuel_chain), m2, low, high, acres, km2, manhattan_ratio,
    mw_per_acre (peak IT), supply, chosen. Low and high are 5 and 95 % of draws where draws are asked for.
    """
    manhattan = yardstick(data, "manhattan", "land_m2")
    rows = []
    for name in scenario.names("ground", data.root):
        made = ready(data, name, case, supply)
        values = made.compute((*LINES.values(), IT_PEAK))
        drawn = ready(data, name, case, supply, draws).compute(tuple(LINES.values())) if draws else {}
        areas = {"buildings": buildings_m2(data, made)}
        for ring, line in LINES.items():
            areas[ring] = (number(values[line]), *(ends(drawn[line]) if draws else (np.nan, np.nan)))
        own = (made.side.choices["electricity_supply"], name == site)
        rows += [(name, ring, *three, *_told(three[0], manhattan, number(values[IT_PEAK])), *own)
                 for ring, three in areas.items()]  # fmt: skip
    columns = ["site", "ring", "m2", "low", "high", "acres", "km2", "manhattan_ratio", "mw_per_acre", "supply", "chosen"]
    return pd.DataFrame(rows, columns=columns)


def _told(m2: float, manhattan_m2: float, mw: float) -> tuple[float, float, float, float]:
    acre_m2 = units.convert(1.0, "acre", "m2")
    density = land_rings.power_density_w_per_m2(mw, m2) if m2 > 0 else np.nan
    return (m2 / acre_m2, units.convert(m2, "m2", "km2"), land_rings.land_share_ratio(m2, manhattan_m2),
            units.convert(density, "W", "MW") * acre_m2)  # fmt: skip


def supplies(data: Data, site: str, case: str) -> pd.DataFrame:
    """Land of one campus under every supply that the model has: supply, ring, m2, km2, manhattan_ratio, chosen, refused.

    A supply that this site cannot have keeps a row that says why.
    """
    manhattan = yardstick(data, "manhattan", "land_m2")
    own = scenario.read_side("ground", site, case, data).choices["electricity_supply"]
    rows = []
    for supply in scenario.CHOICES["ground"]["electricity_supply"]:
        try:
            values = ready(data, site, case, supply).compute(tuple(LINES.values()))
        except scenario.ScenarioError as error:
            rows.append((supply, "", np.nan, np.nan, np.nan, supply == own, str(error)))
            continue
        for ring, line in LINES.items():
            m2 = number(values[line])
            rows.append((supply, ring, m2, units.convert(m2, "m2", "km2"), m2 / manhattan, supply == own, ""))
    return pd.DataFrame(rows, columns=["supply", "ring", "m2", "km2", "manhattan_ratio", "chosen", "refused"])


def over_a_place(data: Data, site: str, concept: str, case: str, name: str, place_m2: float, supply: str = "") -> pd.DataFrame:
    """One campus's rings, the same average IT power in orbit, and a place to lay them over: group, item, km2, place_ratio.

    Groups: ground, orbit_land, orbit_area (no land), place.
    """
    made = ready(data, site, case, supply)
    values = {ring: number(value) for ring, value in zip(LINES, made.compute(tuple(LINES.values())).values(), strict=True)}
    mw = number(made.compute((MATCHED,))[MATCHED])
    aloft = fleet(data, concept, case, mw).compute((*ORBIT_LINES.values(), *ORBIT_AREAS.values()))
    rows = [("ground", "buildings", buildings_m2(data, made)[0]), *(("ground", ring, m2) for ring, m2 in values.items())]
    rows += [("orbit_land", item, number(aloft[line])) for item, line in ORBIT_LINES.items()]
    rows += [("orbit_area", item, number(aloft[line])) for item, line in ORBIT_AREAS.items()]
    rows.append(("place", name, place_m2))
    return pd.DataFrame([(group, item, units.convert(m2, "m2", "km2"), m2 / place_m2) for group, item, m2 in rows],
                        columns=["group", "item", "km2", "place_ratio"])  # fmt: skip


def over_manhattan(data: Data, site: str, concept: str, case: str, supply: str = "") -> pd.DataFrame:
    """`over_a_place` with Manhattan's land as the place."""
    return over_a_place(data, site, concept, case, "Manhattan", yardstick(data, "manhattan", "land_m2"), supply)


def former_use(data: Data, case: str) -> pd.DataFrame:
    """What the land of every campus was: site, kind, before, source_id, m2, largest_phase (one file per campus).

    What no source says stays unsaid. A what-if is no campus.
    """
    rows = []
    for name in scenario.names("ground", data.root):
        made = ready(data, name, case)
        kind, before = (made.side.texts.get(q) for q in ("land_kind_text", "land_before_text"))
        m2 = number(made.compute(("campus_land_m2",))["campus_land_m2"])
        where = tuple(_in_unit(data, made, f"campus_{axis}_deg")[1] for axis in ("latitude", "longitude"))
        rows.append((name, kind.text_value if kind else NOT_KNOWN, before.text_value if before else NOT_KNOWN,
                     kind.source_id if kind else "", m2, where))  # fmt: skip
    table = pd.DataFrame(rows, columns=["site", "kind", "before", "source_id", "m2", "where"])
    real = table[~table["site"].str.endswith(WHAT_IF)]
    largest = real.groupby("where")["m2"].idxmax()
    return table.assign(largest_phase=table.index.isin(largest)).drop(columns="where")


def squares(data: Data, case: str, site: str) -> pd.DataFrame:
    """Campuses as areas beside Manhattan: site, km2, manhattan_km2, manhattan_ratio, kind, chosen; the largest first."""
    whole = yardstick(data, "manhattan", "land_m2")
    used = former_use(data, case)
    table = used.assign(km2=units.convert(used["m2"].to_numpy(), "m2", "km2"), manhattan_km2=units.convert(whole, "m2", "km2"),
                        manhattan_ratio=used["m2"] / whole, chosen=used["site"] == site)  # fmt: skip
    columns = ["site", "km2", "manhattan_km2", "manhattan_ratio", "kind", "chosen"]
    return table.sort_values("km2", ascending=False, kind="stable", ignore_index=True)[columns]


def manhattan_would_hold(data: Data, table: pd.DataFrame) -> pd.DataFrame:
    """Peak IT power that Manhattan's land would carry at each campus's density: site, w_per_m2, mw. What-ifs are left out."""
    whole = yardstick(data, "manhattan", "land_m2")
    campuses = table[(table["ring"] == "campus") & ~table["site"].str.endswith(WHAT_IF)]
    density = units.convert(campuses["mw_per_acre"].to_numpy(), "MW", "W") / units.convert(1.0, "acre", "m2")
    mw = land_rings.power_on_reference_land_mw(density, whole)
    return pd.DataFrame({"site": campuses["site"].to_numpy(), "w_per_m2": density, "mw": mw})


def comparisons(data: Data) -> pd.DataFrame:
    """Land of plants that campuses are compared with: subject, acres, mw (peak output; nan where it makes no power)."""
    rows = []
    for subject in COMPARED:
        power = data.rows(subject, "campus_nameplate_mw")
        acres = units.convert(yardstick(data, subject, "land_m2"), "m2", "acre")
        rows.append((subject, acres, float(power[0].central) if power else np.nan))
    return pd.DataFrame(rows, columns=["subject", "acres", "mw"])


def places(data: Data, case: str, site: str, town: pd.DataFrame | None = None) -> pd.DataFrame:
    """Where the campuses are: site, label, latitude_deg, longitude_deg, east_m, north_m, mw (peak IT), chosen.

    A town, if one is given, is the last row. One point for the phases of one campus: the first file of each pair of coordinates.
    """
    rows = []
    for name in scenario.names("ground", data.root):
        made = ready(data, name, case)
        latitude, longitude = (_in_unit(data, made, f"campus_{axis}_deg")[1] for axis in ("latitude", "longitude"))
        rows.append((name, "", latitude, longitude, number(made.compute((IT_PEAK,))[IT_PEAK]), name == site))
    table = pd.DataFrame(rows, columns=["site", "label", "latitude_deg", "longitude_deg", "mw", "chosen"])
    table = table[~table["site"].str.endswith(WHAT_IF)].sort_values("chosen", ascending=False, kind="stable")
    table = table.drop_duplicates(["latitude_deg", "longitude_deg"]).sort_index()
    if town is not None:
        table = pd.concat([table, town], ignore_index=True)
    where = (table["latitude_deg"], table["longitude_deg"], *PARALLELS_DEG)
    return table.assign(east_m=equal_area_map.map_east_m(*where, MIDDLE_DEG[1]),
                        north_m=equal_area_map.map_north_m(*where, *MIDDLE_DEG)).reset_index(drop=True)  # fmt: skip


def nearest_campus(table: pd.DataFrame, latitude_deg: float, longitude_deg: float) -> tuple[str, float]:
    """The campus nearest to a place, and its distance over the ground. [km]"""
    away = fibre.great_circle_distance_km(latitude_deg, longitude_deg, table["latitude_deg"], table["longitude_deg"])
    first = int(np.argmin(np.asarray(away)))
    return str(table["site"].iloc[first]), float(np.asarray(away)[first])


def area_on_the_ellipsoid_m2(latitude_deg: np.ndarray, longitude_deg: np.ndarray) -> float:
    """Area inside a closed ring of places, on the cylinder that keeps areas. [m2]"""
    height = equal_area_map.equal_area_height_m(latitude_deg)
    strip = np.diff(np.radians(longitude_deg)) * (height[1:] + height[:-1]) / 2
    return abs(float(np.sum(strip))) * equal_area_map.RADIUS_M
