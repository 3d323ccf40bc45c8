"""Tidy tables for notebooks and figures: what a pair, a campus, a concept or the facts themselves say."""

from earth_or_orbit.tables.figures import (
    HEADLINE_RATIOS,
    compared,
    default_pairs,
    disagreements_of_pairs,
    facts_of_pairs,
    weights_of_pairs,
)
from earth_or_orbit.tables.known import (
    all_facts,
    disagreements,
    donor_or_judgement_share,
    facts_used,
    is_donor_or_judgement,
    sensitivity,
    swings,
    weights,
)
from earth_or_orbit.tables.pairs import (
    carbon_parts,
    central,
    cost_parts,
    draws_of,
    ends,
    gaps,
    ledger,
    line_of_pairs,
    ratios,
    ratios_of_pairs,
)
from earth_or_orbit.tables.places import (
    areas_per_kw,
    areas_to_one_scale,
    campus,
    campus_lands,
    campus_powers,
    campuses,
    donor_or_judgement_share_of,
    facts_of_campus,
    facts_of_fleet,
    fleet,
    fleets,
    outline,
    outline_area_m2,
    published_shape,
    published_shapes,
    radiator_steps,
    satellite_mass_parts,
    yardstick,
)

__all__ = [
    "HEADLINE_RATIOS", "all_facts", "areas_per_kw", "areas_to_one_scale", "campus", "campus_lands", "campus_powers",
    "campuses", "carbon_parts", "central", "compared", "cost_parts", "default_pairs", "disagreements",
    "disagreements_of_pairs", "donor_or_judgement_share", "donor_or_judgement_share_of", "draws_of", "ends",
    "facts_of_campus", "facts_of_fleet", "facts_of_pairs", "facts_used", "fleet", "fleets", "gaps",
    "is_donor_or_judgement", "ledger", "line_of_pairs", "outline", "outline_area_m2", "published_shape",
    "published_shapes", "radiator_steps", "ratios", "ratios_of_pairs", "satellite_mass_parts", "sensitivity",
    "swings", "weights", "weights_of_pairs", "yardstick",
]  # fmt: skip
