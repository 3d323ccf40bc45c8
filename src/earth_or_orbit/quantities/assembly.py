"""Assembly in orbit: pieces and joints, robots and their hours, flights, propellant of rendezvous, staff and spares.

One set of functions serves three ways to build: satellites that fly free, modules that are berthed one by one, and one
structure joined from small pieces. Free flyers have no joints, so what is counted per joint is zero for them.
"""

import numpy as np

from earth_or_orbit.constants import HOURS_PER_YEAR, STANDARD_GRAVITY_M_PER_S2, Array


def assembly_piece_area_m2(assembled_area_m2: Array, assembly_pieces_count: Array) -> Array:
    """Area of one piece of a structure that is joined in orbit. [m2]

    assembly_piece_area_m2 = assembled_area_m2 / assembly_pieces_count
    Source: [S201] 19 km2 from two million modules.
    Check: assembly_piece_area_m2(19e6, 2e6) = 9.5 (0.01%)
    """
    return assembled_area_m2 / assembly_pieces_count


def pieces_for_area_count(assembled_area_m2: Array, assembly_piece_area_m2: Array) -> Array:
    """Pieces that make up a structure's area. [count]

    pieces_for_area_count = assembled_area_m2 / assembly_piece_area_m2
    Fractional. Each piece is joined once: a structure without a second joint per piece, its best case.
    Source: division.
    Check: pieces_for_area_count(16e6, 9.5) = 1684211 (0.01%)
    """
    return assembled_area_m2 / assembly_piece_area_m2


def assembly_robot_hours(assembly_pieces_count: Array, robot_task_time_h: Array) -> Array:
    """Hours that robots work to join the pieces, one piece after the other. [h]

    assembly_robot_hours = assembly_pieces_count · robot_task_time_h
    Inspection, repair of joints that fail and idle time are not in it.
    Source: [S201] assembly time per module.
    Check: assembly_robot_hours(2000000, 0.63333) = 1266660 (0.01%)
    """
    return assembly_pieces_count * robot_task_time_h


def assembly_robots_count(
    assembly_robot_hours: Array, robot_utilisation_frac: Array, assembly_campaign_years: Array
) -> Array:
    """Robots that finish the joints in a campaign of given length. [count]

    assembly_robots_count = assembly_robot_hours / (8766 h · robot_utilisation_frac · assembly_campaign_years)
    Campaign and share of the hours in work above 0. Robots that wear out within the campaign are not replaced here.
    Source: division; [S201] works every hour.
    Check: assembly_robots_count(975333, 1, 6.545) = 17.0 (0.1%)
    """
    return assembly_robot_hours / (HOURS_PER_YEAR * robot_utilisation_frac * assembly_campaign_years)


def robots_worn_out_count(assembly_robots_count: Array, assembly_campaign_years: Array, robot_lifetime_years: Array) -> Array:
    """Robots launched over a campaign when each is replaced at the end of its life. [count]

    robots_worn_out_count = assembly_robots_count · max(1, assembly_campaign_years / robot_lifetime_years)
    At least one set is launched, however long it would last.
    Source: [S201] a design life of one year; the books' refresh rule.
    Check: robots_worn_out_count(10, 5, 2) = 25 (0.01%)
    """
    return assembly_robots_count * np.maximum(1, assembly_campaign_years / robot_lifetime_years)


def assembly_flights_count(
    assembled_mass_kg: Array, robots_worn_out_count: Array, servicer_mass_kg: Array, payload_to_orbit_kg: Array
) -> Array:
    """Flights that bring the pieces and their robots up. [count]

    assembly_flights_count = (assembled_mass_kg + robots · servicer_mass_kg) / payload_to_orbit_kg
    Every flight full by mass; what the fairing holds by volume is the manifest's question.
    Source: division.
    Check: assembly_flights_count(419455, 0, 2800, 10000) = 41.9455 (0.01%)
    """
    return (assembled_mass_kg + robots_worn_out_count * servicer_mass_kg) / payload_to_orbit_kg


def rendezvous_propellant_kg(
    rendezvous_count: Array, arriving_mass_kg: Array, rendezvous_delta_v_m_per_s: Array, chemical_specific_impulse_s: Array
) -> Array:
    """Propellant that brings arriving loads alongside. [kg]

    rendezvous_propellant_kg = rendezvous_count · arriving_mass_kg · (exp(Δv / (I_sp g₀)) − 1)
    From a nearby orbit; the way from the drop-off orbit is in the satellites' own budget. Chemical, since it needs thrust.
    Source: Tsiolkovsky's equation.
    Check: rendezvous_propellant_kg(10, 3000, 100, 300) = 1037 (0.1%)
    """
    spent = rendezvous_delta_v_m_per_s / (chemical_specific_impulse_s * STANDARD_GRAVITY_M_PER_S2)
    return rendezvous_count * arriving_mass_kg * np.expm1(spent)


def assembly_staff_hours(assembly_robot_hours: Array, controllers_per_robot_ratio: Array) -> Array:
    """Hours of people on the ground who direct the robots. [h]

    assembly_staff_hours = assembly_robot_hours · controllers_per_robot_ratio
    Source: definition of the ratio; 0 for a robot that nobody watches.
    Check: assembly_staff_hours(1000, 15) = 15000 (0.01%)
    """
    return assembly_robot_hours * controllers_per_robot_ratio


def assembled_spares_kg_per_year(assembled_mass_kg: Array, spares_frac_per_year: Array) -> Array:
    """Spare pieces that keep what was assembled whole. [kg/year]

    assembled_spares_kg_per_year = assembled_mass_kg · spares_frac_per_year
    Source: [turyshev-operations] 6.6 of 61.25 t/MW a year; [S201] a hardware life of ten years.
    Check: assembled_spares_kg_per_year(61250, 0.10776) = 6600 (0.01%)
    """
    return assembled_mass_kg * spares_frac_per_year


def assembly_hours_per_kg(assembly_work_hours: Array, assembled_mass_kg: Array) -> Array:
    """Hours of work at the structure per kg of it. [h/kg]

    assembly_hours_per_kg = assembly_work_hours / assembled_mass_kg
    Source: [flametrench-iss] about 1,000 h of spacewalks for 419 t.
    Check: assembly_hours_per_kg(1000, 419455) = 0.002384 (0.1%)
    """
    return assembly_work_hours / assembled_mass_kg


def assembly_at_rate_years(assembled_mass_kg: Array, reference_mass_kg: Array, reference_years: Array) -> Array:
    """Years that a structure takes at the mean rate at which another one was assembled. [years]

    assembly_at_rate_years = assembled_mass_kg / (reference_mass_kg / reference_years)
    Rates in tonnes a year; with other flights, robots and crews the rate is another.
    Source: proportion.
    Check: assembly_at_rate_years(30e6, 419455, 12.5) = 894 (0.1%)
    """
    return assembled_mass_kg * reference_years / reference_mass_kg
