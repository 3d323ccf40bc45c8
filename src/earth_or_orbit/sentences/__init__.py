"""Words with numbers in them, made for whatever pair, campus or concept is asked for."""

from earth_or_orbit.sentences.pair import (
    answer,
    answer_over_pairs,
    best_cases,
    central_and_draws,
    everyday,
    time_to_power,
    title,
    what_decides,
    what_it_rests_on,
)
from earth_or_orbit.sentences.places import (
    campus_answer,
    concept_answer,
    concept_rests_on,
    facts_answer,
    heaviest,
    mass_left_for_bus,
    radiator_beside_published,
)
from earth_or_orbit.sentences.printed import (
    HEADLINE,
    printed_campuses,
    printed_disagreements,
    printed_facts,
    printed_fleets,
    printed_headline,
    printed_ledger,
    printed_parts,
    printed_powers,
    printed_sources,
    printed_steps,
    printed_swings,
    printed_weights,
    rounded,
)

__all__ = [
    "HEADLINE", "answer", "answer_over_pairs", "best_cases", "campus_answer", "central_and_draws", "concept_answer",
    "concept_rests_on", "everyday", "facts_answer", "heaviest", "mass_left_for_bus",
    "printed_campuses", "printed_disagreements", "printed_facts", "printed_fleets", "printed_headline",
    "printed_ledger", "printed_parts", "printed_powers", "printed_sources", "printed_steps",
    "printed_swings", "printed_weights", "radiator_beside_published", "rounded", "time_to_power", "title",
    "what_decides", "what_it_rests_on",
]  # fmt: skip
