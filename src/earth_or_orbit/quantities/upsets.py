"""Errors that protons cause in a chip, from what a beam test prints: rad per event, cross-sections, fleets and answers.

The formulas are those behind Google's test of a tensor processing unit under 67 MeV protons [S063], where 1 rad is
7.9 million protons per cm2.
"""

import numpy as np

from earth_or_orbit.constants import ANSWERS_PER_MILLION, SECONDS_PER_YEAR, Array


def dose_over_years_rad(dose_rad_per_year: Array, exposure_years: Array) -> Array:
    """Dose that a yearly dose comes to. [rad]

    D = dose_rad_per_year · exposure_years
    Source: definition.
    Check: dose_over_years_rad(150, 5) = 750 (0.01%)
    """
    return dose_rad_per_year * exposure_years


def mean_dose_rad_per_year(mission_dose_rad: Array, exposure_years: Array) -> Array:
    """Yearly dose behind the dose of a mission. [rad/year]

    D' = mission_dose_rad / exposure_years
    Source: definition.
    Check: mean_dose_rad_per_year(750, 5) = 150 (0.01%)
    """
    return mission_dose_rad / exposure_years


def years_to_dose_years(dose_limit_rad: Array, dose_rad_per_year: Array) -> Array:
    """Time until a dose is reached. [years]

    t = dose_limit_rad / dose_rad_per_year
    Source: definition.
    Check: years_to_dose_years(2000, 150) = 13.333 (0.01%)
    """
    return dose_limit_rad / dose_rad_per_year


def limit_over_dose_ratio(dose_limit_rad: Array, mission_dose_rad: Array) -> Array:
    """A dose limit over the dose of a mission. [ratio]

    margin = dose_limit_rad / mission_dose_rad
    Source: [S063] calls 2,000 over 750 rad almost three.
    Check: limit_over_dose_ratio(2000, 750) = 2.667 (0.02%)
    """
    return dose_limit_rad / mission_dose_rad


def limit_over_yearly_dose_ratio(dose_limit_rad: Array, dose_rad_per_year: Array, exposure_years: Array) -> Array:
    """A dose limit over what a yearly dose comes to. [ratio]

    margin = dose_limit_rad / (dose_rad_per_year · exposure_years)
    Source: definition.
    Check: limit_over_yearly_dose_ratio(2000, 150, 5) = 2.667 (0.02%)
    """
    return dose_limit_rad / (dose_rad_per_year * exposure_years)


def upsets_per_chip_year(dose_rad_per_year: Array, dose_per_event_rad: Array) -> Array:
    """Events of one kind in one chip in a year. [1/year]

    N = dose_rad_per_year / dose_per_event_rad
    Holds while events are rare enough to come one by one.
    Source: [S063] the characteristic dose of an event is the mean dose between two.
    Check: upsets_per_chip_year(150, 17) = 8.8235 (0.01%)
    """
    return dose_rad_per_year / dose_per_event_rad


def upsets_in_dose_count(mission_dose_rad: Array, dose_per_event_rad: Array) -> Array:
    """Events of one kind in one chip while it takes a dose. [count]

    N = mission_dose_rad / dose_per_event_rad
    Source: [S063] the characteristic dose of an event is the mean dose between two.
    Check: upsets_in_dose_count(750, 17) = 44.12 (0.01%)
    """
    return mission_dose_rad / dose_per_event_rad


def upsets_over_years_count(dose_rad_per_year: Array, dose_per_event_rad: Array, exposure_years: Array) -> Array:
    """Events of one kind in one chip over some years. [count]

    N = dose_rad_per_year / dose_per_event_rad · exposure_years
    Source: [S063] the characteristic dose of an event is the mean dose between two.
    Check: upsets_over_years_count(150, 17, 5) = 44.12 (0.01%)
    """
    return upsets_per_chip_year(dose_rad_per_year, dose_per_event_rad) * exposure_years


def fleet_upsets_count(
    chips_count: Array, exposure_years: Array, dose_rad_per_year: Array, dose_per_event_rad: Array
) -> Array:
    """Events of one kind in a fleet of chips over some time. [count]

    N = chips_count · exposure_years · dose_rad_per_year / dose_per_event_rad
    Source: [S063] the characteristic dose of an event is the mean dose between two.
    Check: fleet_upsets_count(4096, 0.25, 150, 17) = 9035 (0.01%)
    """
    return chips_count * upsets_over_years_count(dose_rad_per_year, dose_per_event_rad, exposure_years)


def fleet_upsets_per_year(chips_count: Array, dose_rad_per_year: Array, dose_per_event_rad: Array) -> Array:
    """Events of one kind in a fleet of chips in a year. [1/year]

    N = chips_count · dose_rad_per_year / dose_per_event_rad
    Source: [S063] the characteristic dose of an event is the mean dose between two.
    Check: fleet_upsets_per_year(4096, 150, 17) = 36141 (0.01%)
    """
    return chips_count * upsets_per_chip_year(dose_rad_per_year, dose_per_event_rad)


def time_between_upsets_years(dose_rad_per_year: Array, dose_per_event_rad: Array) -> Array:
    """Mean time between two events of one kind in one chip. [years]

    t = dose_per_event_rad / dose_rad_per_year
    Source: [S063] the characteristic dose of an event is the mean dose between two.
    Check: time_between_upsets_years(150, 17) = 0.11333 (0.01%)
    """
    return dose_per_event_rad / dose_rad_per_year


def fleet_time_between_upsets_years(chips_count: Array, dose_rad_per_year: Array, dose_per_event_rad: Array) -> Array:
    """Mean time between two events of one kind anywhere in a fleet of chips. [years]

    t = dose_per_event_rad / (dose_rad_per_year · chips_count)
    Source: [S063] the characteristic dose of an event is the mean dose between two.
    Check: fleet_time_between_upsets_years(4096, 150, 17) = 2.7669e-5 (0.01%)
    """
    return time_between_upsets_years(dose_rad_per_year, dose_per_event_rad) / chips_count


def upset_cross_section_m2(dose_per_event_rad: Array, protons_per_m2_rad: Array) -> Array:
    """Cross-section of one kind of event: events per proton and area. [m2]

    σ = 1 / (dose_per_event_rad · protons_per_m2_rad)
    At the beam's energy; softer protons have a smaller one, hard ones about the same.
    Source: [S063] 14.4 rad and 7.9e6 protons/cm2 per rad go with 9e-9 cm2.
    Check: upset_cross_section_m2(14.4, 7.9e10) = 8.790e-13 (0.01%)
    """
    return 1 / (dose_per_event_rad * protons_per_m2_rad)


def dose_per_event_rad(upset_cross_section_m2: Array, protons_per_m2_rad: Array) -> Array:
    """Mean dose between two events of the kind that has this cross-section. [rad]

    D = 1 / (σ · protons_per_m2_rad)
    Source: inverse of the cross-section.
    Check: dose_per_event_rad(3e-13, 7.9e10) = 42.19 (0.01%)
    """
    return 1 / (upset_cross_section_m2 * protons_per_m2_rad)


def protons_per_m2(mission_dose_rad: Array, protons_per_m2_rad: Array) -> Array:
    """Protons per area that give a dose. [1/m2]

    Φ = mission_dose_rad · protons_per_m2_rad
    Source: [S063] 7.9e6 protons/cm2 per rad at 67 MeV.
    Check: protons_per_m2(15000, 7.9e10) = 1.185e15 (0.01%)
    """
    return mission_dose_rad * protons_per_m2_rad


def dose_of_protons_rad(protons_per_m2: Array, protons_per_m2_rad: Array) -> Array:
    """Dose that protons per area give. [rad]

    D = Φ / protons_per_m2_rad
    Source: inverse of the fluence.
    Check: dose_of_protons_rad(1.185e15, 7.9e10) = 15000 (0.01%)
    """
    return protons_per_m2 / protons_per_m2_rad


def upsets_of_protons_count(protons_per_m2: Array, upset_cross_section_m2: Array) -> Array:
    """Events in one chip under protons per area. [count]

    N = Φ · σ
    Source: definition of a cross-section.
    Check: upsets_of_protons_count(1.185e15, 2e-15) = 2.37 (0.01%)
    """
    return protons_per_m2 * upset_cross_section_m2


def cross_section_of_events_m2(events_count: Array, protons_per_m2: Array) -> Array:
    """Cross-section from events counted under protons per area. [m2]

    σ = N / Φ
    Source: definition of a cross-section.
    Check: cross_section_of_events_m2(203, 7.05e14) = 2.879e-13 (0.02%)
    """
    return events_count / protons_per_m2


def cross_section_upsets_per_chip_year(
    dose_rad_per_year: Array, upset_cross_section_m2: Array, protons_per_m2_rad: Array
) -> Array:
    """Events in one chip in a year, from their cross-section. [1/year]

    N = dose_rad_per_year · protons_per_m2_rad · σ
    Source: [S063] takes the year's dose as one of the beam's protons.
    Check: cross_section_upsets_per_chip_year(150, 3e-13, 7.9e10) = 3.555 (0.01%)
    """
    return dose_rad_per_year * protons_per_m2_rad * upset_cross_section_m2


def host_interruptions_per_host_year(
    dose_rad_per_year: Array,
    dose_per_host_processor_interruption_rad: Array,
    dose_per_host_memory_interruption_rad: Array,
) -> Array:
    """Functional interrupts of one host computer in a year, by its processor and by its memory. [1/year]

    N = D' / dose_per_host_processor_interruption_rad + D' / dose_per_host_memory_interruption_rad
    Source: [S063] 450 and 400 rad per interrupt.
    Check: host_interruptions_per_host_year(150, 450, 400) = 0.7083 (0.01%)
    """
    processor = dose_rad_per_year / dose_per_host_processor_interruption_rad
    return processor + dose_rad_per_year / dose_per_host_memory_interruption_rad


def inferences_per_silent_error_count(
    dose_per_silent_error_rad: Array, dose_rad_per_year: Array, inferences_per_s: Array
) -> Array:
    """Inferences of one chip for each of its silent errors. [count]

    n = inferences_per_s · dose_per_silent_error_rad / dose_rad_per_year
    Source: [S063] one inference a second, of the order of 3 million.
    Check: inferences_per_silent_error_count(17, 150, 1) = 3576528 (0.01%)
    """
    return inferences_per_s * SECONDS_PER_YEAR * dose_per_silent_error_rad / dose_rad_per_year


def inferences_per_s(answer_time_s: Array) -> Array:
    """Inferences a second of a chip that does one after the other. [1/s]

    r = 1 / answer_time_s
    Source: definition.
    Check: inferences_per_s(0.5) = 2 (0.01%)
    """
    return 1 / answer_time_s


def silent_errors_per_million_count(inferences_per_silent_error_count: Array) -> Array:
    """Silent errors in a million inferences. [count]

    N = 10⁶ / inferences_per_silent_error_count
    Source: definition.
    Check: silent_errors_per_million_count(3e6) = 0.33333 (0.01%)
    """
    return ANSWERS_PER_MILLION / inferences_per_silent_error_count


def fleet_host_interruptions_per_year(
    dose_rad_per_year: Array,
    dose_per_host_processor_interruption_rad: Array,
    dose_per_host_memory_interruption_rad: Array,
    hosts_count: Array,
) -> Array:
    """Functional interrupts of all host computers in a year. [1/year]

    N = hosts × (D' / dose per interrupt of the processor + D' / dose per interrupt of the memory)
    Source: [S063] 450 and 400 rad per interrupt.
    Check: fleet_host_interruptions_per_year(150, 450, 400, 4096) = 2901.3 (0.01%)
    """
    doses_rad = dose_per_host_processor_interruption_rad, dose_per_host_memory_interruption_rad
    return hosts_count * host_interruptions_per_host_year(dose_rad_per_year, *doses_rad)


def host_interruptions_over_years_count(
    dose_rad_per_year: Array,
    dose_per_host_processor_interruption_rad: Array,
    dose_per_host_memory_interruption_rad: Array,
    hosts_count: Array,
    exposure_years: Array,
) -> Array:
    """Functional interrupts of all host computers in some years. [count]

    N = t × fleet_host_interruptions_per_year
    Source: [S063] 450 and 400 rad per interrupt.
    Check: host_interruptions_over_years_count(150, 450, 400, 1, 5) = 3.5417 (0.01%)
    """
    doses_rad = dose_per_host_processor_interruption_rad, dose_per_host_memory_interruption_rad
    return fleet_host_interruptions_per_year(dose_rad_per_year, *doses_rad, hosts_count) * exposure_years


def fleet_time_between_host_interruptions_years(
    dose_rad_per_year: Array,
    dose_per_host_processor_interruption_rad: Array,
    dose_per_host_memory_interruption_rad: Array,
    hosts_count: Array,
) -> Array:
    """Mean time between functional interrupts anywhere in a fleet of host computers. [year]

    t = 1 / fleet_host_interruptions_per_year
    Source: [S063] 450 and 400 rad per interrupt.
    Check: fleet_time_between_host_interruptions_years(150, 450, 400, 1) = 1.4118 (0.01%)
    """
    doses_rad = dose_per_host_processor_interruption_rad, dose_per_host_memory_interruption_rad
    return 1 / fleet_host_interruptions_per_year(dose_rad_per_year, *doses_rad, hosts_count)


def dose_share_of_limit_frac(dose_limit_rad: Array, mission_dose_rad: Array) -> Array:
    """Share of a dose limit that a mission uses up. [frac]

    s = D / limit.
    Source: definition.
    Check: dose_share_of_limit_frac(2000, 750) = 0.375 (0.01%)
    """
    return mission_dose_rad / dose_limit_rad


def chance_of_upset_frac(
    dose_rad_per_year: Array, dose_per_event_rad: Array, exposure_years: Array, chips_count: Array
) -> Array:
    """Probability of at least one event of a kind in some time. [frac]

    p = 1 − exp(−N t D' / dose per event): events are independent, at a steady rate.
    Source: Poisson statistics.
    Check: chance_of_upset_frac(150, 5000, 5, 1) = 0.1393 (0.1%)
    """
    return -np.expm1(-chips_count * exposure_years * dose_rad_per_year / dose_per_event_rad)
