"""A route between two named cities, as published cases print it: one text, or the two ends apart."""

import re
import unicodedata

from earth_or_orbit.facts import cities
from earth_or_orbit.quantities.fibre import great_circle_distance_km

ENDS = (("from", "to"), ("origin", "destination"), ("source", "destination"), ("src", "dst"), ("city_a", "city_b"),
        ("city1", "city2"), ("city_1", "city_2"), ("from_city", "to_city"), ("start", "end"), ("a", "b"))  # fmt: skip


class RouteUnknown(ValueError):
    """A route whose ends are not two cities of the list."""


def joined_ends(inputs: dict) -> dict:
    """Inputs with two named ends of a route, such as from and to, joined to one input `route`."""
    for start, finish in ENDS:
        if isinstance(inputs.get(start), str) and isinstance(inputs.get(finish), str) and "route" not in inputs:
            rest = {name: value for name, value in inputs.items() if name not in (start, finish)}
            return {"route": f"{inputs[start]} to {inputs[finish]}", **rest}
    return inputs


def route_distance_km(route: str) -> float:
    """Great-circle distance of a route named by two cities, such as `Seattle-New York`. [km]

    Raises RouteUnknown unless both ends are in data/series/cities.csv.
    """
    places = {_plain(row["city"]): (row["latitude_deg"], row["longitude_deg"]) for row in cities()}
    for stroke in re.finditer(r"\s*(?:[-–—→>/]+|\bto\b|,)\s*", route):
        ends = [_plain(route[: stroke.start()]), _plain(route[stroke.end() :])]
        ends = [end if end in places else end.removesuffix(" city") for end in ends]
        if all(end in places for end in ends):
            return float(great_circle_distance_km(*places[ends[0]], *places[ends[1]]))
    raise RouteUnknown(f"the route {route!r} is not between two cities of data/series/cities.csv")


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).strip().casefold()
