"""Tidy tables in, figures out. Ground and orbit have two fixed colours; what has no name here is not drawn."""

from earth_or_orbit.drawing.campuses import array_and_radiator_area, campuses_by_line, power_per_acre, spread_of_cost
from earth_or_orbit.drawing.evidence import facts_by_kind, weight_by_kind, where_sources_disagree
from earth_or_orbit.drawing.maps import campuses_to_one_scale, map_to_one_scale
from earth_or_orbit.drawing.names import DrawingError
from earth_or_orbit.drawing.ranges import ledger_ratios, one_line_by_pair, what_moves_the_ratio
from earth_or_orbit.drawing.saving import picture, save
from earth_or_orbit.drawing.stacks import carbon_parts, cost_parts, satellite_mass_parts

__all__ = [
    "DrawingError",
    "array_and_radiator_area",
    "campuses_by_line",
    "campuses_to_one_scale",
    "carbon_parts",
    "cost_parts",
    "facts_by_kind",
    "ledger_ratios",
    "map_to_one_scale",
    "one_line_by_pair",
    "picture",
    "power_per_acre",
    "satellite_mass_parts",
    "save",
    "spread_of_cost",
    "weight_by_kind",
    "what_moves_the_ratio",
    "where_sources_disagree",
]
