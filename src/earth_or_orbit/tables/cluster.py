"""Tidy tables of a planar free-fall cluster: where its members are through an orbit, and how far apart.

Every table is made from a cluster's size alone: altitude, radius, least distance of neighbours and axis ratio.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from earth_or_orbit import study, units
from earth_or_orbit.facts import Data, FactError
from earth_or_orbit.quantities import cluster_flight, relative_motion, sunlight
from earth_or_orbit.study import Resolved
from earth_or_orbit.tables.places import fleet

PUBLISHED, CONCEPT = "google_suncatcher_cluster", "google_suncatcher"
PHASES = (0.0, 1 / 12, 1 / 6, 0.25)  # twelfths of an orbit: after a quarter the pattern is as at the start
STEPS = 120  # places on the orbit at which distances are taken
BEST_TILT_DEG = 41.3  # of stacked planes: the tilt at which our own construction holds most at 1 km and 100 m
HEXAGONAL = 6
DRAG_DIFFERENCE_FRAC = 0.01  # a yardstick, not an estimate: Δv per hundredth of the drag by which two members differ
KINDS = {"one_side": (1, 0), "other_side": (0, 1), "rising": (1, 1), "falling": (1, -1)}  # steps upward and forward


@dataclass(frozen=True)
class Cluster:
    """A planar cluster's size."""

    orbit_altitude_km: float
    cluster_radius_m: float
    least_distance_m: float
    ellipse_axis_ratio: float


def published_value(data: Data, subject: str, quantity: str) -> float:
    """A fact's central value in its quantity's unit; the first row. Raises FactError if there is none."""
    rows = data.rows(subject, quantity)
    if not rows:
        raise FactError(f"data/facts/cluster.csv has no {quantity} of {subject}")
    return units.convert(rows[0].central, rows[0].unit, data.quantity(quantity).unit)


def published_cluster(data: Data, subject: str = PUBLISHED) -> Cluster:
    """The cluster that a proposal publishes."""
    return Cluster(*(published_value(data, subject, name) for name in Cluster.__dataclass_fields__))


def _flight(cluster: Cluster, phases_frac: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Radial and along-track offsets of all members, shape (phases, members), in free fall from the upright lattice."""
    size = (cluster.cluster_radius_m, cluster.least_distance_m, cluster.ellipse_axis_ratio)
    altitude = cluster.orbit_altitude_km
    radial, along = cluster_flight.lattice_radial_m(*size), cluster_flight.lattice_along_m(*size)
    upward = relative_motion.centred_radial_speed_m_per_s(along, altitude)
    forward = relative_motion.drift_free_along_speed_m_per_s(radial, altitude)
    elapsed = np.asarray(phases_frac)[:, np.newaxis] * sunlight.orbital_period_s(altitude)
    return (
        relative_motion.radial_offset_m(radial, upward, forward, altitude, elapsed),
        relative_motion.along_offset_m(radial, along, upward, forward, altitude, elapsed),
    )


def _steps(cluster: Cluster) -> tuple[np.ndarray, np.ndarray]:
    """Row (upward) and column (forward) of every member in the lattice, counted from its centre."""
    size = (cluster.cluster_radius_m, cluster.least_distance_m, cluster.ellipse_axis_ratio)
    row = cluster_flight.lattice_radial_m(*size) / cluster.least_distance_m
    column = cluster_flight.lattice_along_m(*size) / (cluster.least_distance_m * cluster.ellipse_axis_ratio)
    return np.rint(row).astype(int), np.rint(column).astype(int)


def cluster_positions(cluster: Cluster, phases_frac: tuple[float, ...] = PHASES) -> pd.DataFrame:
    """Where every member is at some moments of an orbit, seen from the central one in the frame that turns with it.

    Columns: phase_frac (share of an orbit since the lattice stood upright), satellite (number), row and column (its place in
    the lattice, counted from the centre: neighbours differ by one), along_m and radial_m (offsets from the centre),
    cluster_radius_m and ellipse_axis_ratio (of the bounding ellipse, the same in all rows).
    """
    radial, along = _flight(cluster, np.array(phases_frac))
    row, column = _steps(cluster)
    frames = [
        pd.DataFrame({"phase_frac": phase, "satellite": np.arange(row.size), "row": row, "column": column,
                      "along_m": along[i], "radial_m": radial[i]})
        for i, phase in enumerate(phases_frac)
    ]  # fmt: skip
    bounds = {"cluster_radius_m": cluster.cluster_radius_m, "ellipse_axis_ratio": cluster.ellipse_axis_ratio}
    return pd.concat(frames, ignore_index=True).assign(**bounds)


def neighbour_distances(cluster: Cluster, data: Data, subject: str = PUBLISHED) -> pd.DataFrame:
    """Least and greatest distance of neighbours through one orbit, beside what a source prints.

    Columns: phase_frac, pair (one_side and other_side: one step in the lattice upward or forward; rising and falling: one
    step each way, in one sense or the other; any: all pairs), least_m and greatest_m over all pairs of that kind (in free
    fall alike, but for any), published_least_m and published_greatest_m (of direct neighbours).
    """
    phases = np.arange(STEPS + 1) / STEPS
    radial, along = _flight(cluster, phases)
    row, column = _steps(cluster)
    step = row[:, np.newaxis] - row, column[:, np.newaxis] - column
    kinds = {name: (step[0] == up) & (step[1] == ahead) for name, (up, ahead) in KINDS.items()}
    kinds["any"] = np.triu(np.ones((row.size, row.size), dtype=bool), 1)
    distances = cluster_flight.pair_distances_m(radial, along, np.zeros(1))
    frames = []
    for pair, chosen in kinds.items():
        here = distances[:, chosen]
        frame = {"phase_frac": phases, "pair": pair, "least_m": here.min(axis=1), "greatest_m": here.max(axis=1)}
        frames.append(pd.DataFrame(frame))
    band = {"published_least_m": "least_distance_m", "published_greatest_m": "greatest_neighbour_distance_m"}
    printed = {column: published_value(data, subject, quantity) for column, quantity in band.items()}
    return pd.concat(frames, ignore_index=True).assign(**printed)


def packing_limits(data: Data) -> pd.DataFrame:
    """How many members three designs hold at one size: design, radius_m, least_distance_m, published, counted (ours, point by
    point), by_law (ours, by area or by the published law).

    Designs: free_fall (a square lattice in the orbit's plane), rigid (a hexagonal one in a plane tilted across the track),
    stacked (tilted planes behind each other; ours is a construction of our own).
    """
    subjects = {"free_fall": PUBLISHED, "rigid": "penot_planar_cluster", "stacked": "penot_spatial_cluster"}
    told = {d: published_value(data, s, "satellites_in_cluster_count") for d, s in subjects.items()}
    own = published_cluster(data)
    size = (own.cluster_radius_m, own.least_distance_m)
    filled = published_value(data, subjects["stacked"], "spatial_packing_ratio")
    counted = {"free_fall": cluster_flight.free_fall_satellites_count(*size, own.ellipse_axis_ratio),
               "rigid": cluster_flight.rigid_satellites_count(*size),
               "stacked": cluster_flight.stacked_satellites_count(*size, BEST_TILT_DEG)}  # fmt: skip
    by_law = {"free_fall": cluster_flight.free_fall_packing_count(*size, own.ellipse_axis_ratio),
              "rigid": cluster_flight.planar_packing_count(*size, HEXAGONAL),
              "stacked": cluster_flight.spatial_packing_count(*size, filled)}  # fmt: skip
    rows = [(d, *size, told[d], counted[d], by_law[d]) for d in subjects]
    return pd.DataFrame(rows, columns=["design", "radius_m", "least_distance_m", "published", "counted", "by_law"])


def formation_costs(data: Data, resolved: Resolved) -> pd.DataFrame:
    """Speed change a year to hold a cluster of the published size in a concept's orbit: what, delta_v_m_per_s_year.

    free_fall (the trimmed pattern may turn), published (the printed bound),
    unequal_drag (per hundredth by which members differ), pattern (its turn is undone), equator and pole (each orbit's drift of
    an untrimmed start there is flown back), tilted (the plane tilted across the track is held), whole_drag (all of the drag).
    Members are as far from the centre as the cluster reaches.
    """
    own = published_cluster(data)
    altitude, tilt, drag = (study.value_of(resolved, n) for n in (
        "orbit_altitude_km", "orbit_inclination_deg", "drag_delta_v_m_per_s_year"))  # fmt: skip
    height = cluster_flight.ellipse_semi_minor_m(own.cluster_radius_m, own.ellipse_axis_ratio)
    drifts = drifts_per_orbit(data, resolved)
    equator, pole = (relative_motion.drift_return_delta_v_m_per_s_year(drifts[f"{u}_m"], altitude) for u in ("equator", "pole"))
    # Circles of radius R seen from the centre: half a height of R/ρ, and across the track what is left of R.
    across = own.cluster_radius_m * np.sqrt(1 - 1 / own.ellipse_axis_ratio**2)
    rate = published_value(data, PUBLISHED, "formation_delta_v_m_per_s_year_km")
    rows = {
        "free_fall": 0.0,
        "unequal_drag": relative_motion.unequal_drag_delta_v_m_per_s_year(drag, DRAG_DIFFERENCE_FRAC),
        "published": cluster_flight.formation_delta_v_m_per_s_year(rate, own.cluster_radius_m),
        "pattern": relative_motion.shape_hold_delta_v_m_per_s_year(height, altitude, tilt),
        "equator": equator, "pole": pole,
        "tilted": relative_motion.inclination_hold_delta_v_m_per_s_year(across, altitude, tilt),
        "whole_drag": drag,
    }  # fmt: skip
    return pd.DataFrame([(what, float(v)) for what, v in rows.items()], columns=["what", "delta_v_m_per_s_year"])


def drifts_per_orbit(data: Data, resolved: Resolved) -> dict[str, float]:
    """What the Earth's flattening does to an untrimmed cluster of the published size in a concept's orbit: drift of a member
    in each orbit after a start at its greatest height over the equator and over the pole, and the turn of the whole pattern.
    [m, m, m, deg/day]
    """
    own = published_cluster(data)
    altitude, tilt = (study.value_of(resolved, n) for n in ("orbit_altitude_km", "orbit_inclination_deg"))
    height = cluster_flight.ellipse_semi_minor_m(own.cluster_radius_m, own.ellipse_axis_ratio)
    equator, pole = (relative_motion.oblateness_drift_per_orbit_m(height, 0.0, altitude, tilt, u) for u in (0.0, 90.0))
    turn = relative_motion.shape_turn_deg_per_day(altitude, tilt)
    drifts = {"equator_m": float(equator), "pole_m": float(pole), "turn_deg_per_day": float(turn)}
    return {"height_m": float(height), **drifts}


def propellant_of_formation(data: Data, case: str, settings: dict[str, float | None]) -> dict[str, float]:
    """Propellant of one satellite of the published cluster's proposal, flying alone and in its cluster: alone, cluster [kg];
    and its altitude_km.
    """
    flown = {
        f: fleet(data, CONCEPT, case, 1.0, settings=settings, choices={"formation_flight": f}) for f in ("alone", "cluster")
    }
    kg = {name: study.value_of(side, "satellite_propellant_mass_kg") for name, side in flown.items()}
    return {**kg, "altitude_km": study.value_of(flown["alone"], "orbit_altitude_km")}
