"""A reader's own town: a latitude, a longitude and an area, checked, and what each campus would take of it."""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from earth_or_orbit import units
from earth_or_orbit.facts import Data
from earth_or_orbit.quantities import land_rings
from earth_or_orbit.scenario import ScenarioError

OUTSIDE = "outside the map of the adjoining states"
WEST_DEG, EAST_DEG, SOUTH_DEG, NORTH_DEG = -125.0, -66.0, 24.0, 50.0  # structure: the frame of that map


@dataclass(frozen=True)
class Town:
    """A place with an area; its outline is not known, so it is drawn as a circle of that area."""

    name: str
    latitude_deg: float
    longitude_deg: float
    land_m2: float

    @property
    def on_the_map(self) -> bool:
        """Whether the map of the adjoining states holds it."""
        return WEST_DEG <= self.longitude_deg <= EAST_DEG and SOUTH_DEG <= self.latitude_deg <= NORTH_DEG

    def row(self) -> pd.DataFrame:
        """The town as a last row of the table of places."""
        return pd.DataFrame({"site": ["town"], "label": [self.name], "latitude_deg": [self.latitude_deg],
                             "longitude_deg": [self.longitude_deg], "mw": [np.nan], "chosen": [False]})  # fmt: skip


def town(data: Data, name: str, latitude_deg: float | None, longitude_deg: float | None, land_acres: float | None) -> Town:
    """The town that a reader asks for. Raises ScenarioError with one line: what, where, what is allowed."""
    given = {"town_latitude_deg": latitude_deg, "town_longitude_deg": longitude_deg, "town_land_acres": land_acres}
    for key, value in given.items():
        if value is None or isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise ScenarioError(f"{key} is {value!r}; a town needs {', '.join(given)}, each a number")
    for key in ("town_latitude_deg", "town_longitude_deg"):
        quantity = data.quantity(key)
        if not quantity.allowed_low <= given[key] <= quantity.allowed_high:
            east = "east" if key == "town_longitude_deg" else "north"
            raise ScenarioError(
                f"{key} {given[key]:g} is not allowed; allowed: {quantity.allowed_low:g} to {quantity.allowed_high:g} degrees, "
                f"{east} positive"
            )
    if land_acres <= 0:
        raise ScenarioError(f"town_land_acres {land_acres:g} is not allowed; allowed: above 0")
    if not name.strip():
        raise ScenarioError("town_name is empty; any word will do")
    return Town(name.strip(), float(latitude_deg), float(longitude_deg), units.convert(float(land_acres), "acre", "m2"))


def share_of_town(table: pd.DataFrame, place: Town) -> pd.DataFrame:
    """Every ring of every campus as a share of the town: the rows of `land.rings` with town_ratio."""
    return table.assign(town_ratio=land_rings.land_share_ratio(table["m2"], place.land_m2))
