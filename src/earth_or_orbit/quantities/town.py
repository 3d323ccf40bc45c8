"""What a town notices: its share of water and sewers, hours of closed road, and jobs by land and power."""

from earth_or_orbit.constants import Array


def town_share_frac(site_flow_m3_per_day: Array, town_flow_m3_per_day: Array) -> Array:
    """A site's flow as a share of the town's: of water pumped, of a safe yield or of a sewer's capacity. [frac]

    town_share_frac = site_flow_m3_per_day / town_flow_m3_per_day
    What the town's flow is, mean, record day or capacity, is said beside every share.
    Source: division.
    Check: town_share_frac(885.8, 63973) = 0.013846 (0.01%)
    """
    return site_flow_m3_per_day / town_flow_m3_per_day


def town_draw_m3_per_day(town_people_count: Array, water_per_person_m3_per_day: Array) -> Array:
    """Water that a town's people draw where no utility's figure was found. [m3/day]

    town_draw_m3_per_day = town_people_count · water_per_person_m3_per_day
    Source: product.
    Check: town_draw_m3_per_day(20000, 0.3785) = 7570 (0.01%)
    """
    return town_people_count * water_per_person_m3_per_day


def closure_h_per_launch(road_closure_h_per_year: Array, allowed_launches_per_year: Array) -> Array:
    """Hours of closed road that go with one launch. [h]

    closure_h_per_launch = road_closure_h_per_year / allowed_launches_per_year
    From what is allowed: tests between launches are in the hours.
    Source: division.
    Check: closure_h_per_launch(500, 25) = 20 (0.01%)
    """
    return road_closure_h_per_year / allowed_launches_per_year


def closed_road_h_per_year(launches_per_year: Array, closure_h_per_launch: Array) -> Array:
    """Hours a year in which a fleet's launches close a road like that at Boca Chica, over all pads together. [h/year]

    closed_road_h_per_year = launches_per_year · closure_h_per_launch
    More than the 8,766 hours of a year means more pads than one, or pads without a public road.
    Source: product.
    Check: closed_road_h_per_year(50, 20) = 1000 (0.01%)
    """
    return launches_per_year * closure_h_per_launch


def jobs_per_km2(place_jobs_count: Array, place_land_km2: Array) -> Array:
    """Permanent jobs on a square kilometre. [1/km2]

    jobs_per_km2 = place_jobs_count / place_land_km2
    Source: division.
    Check: jobs_per_km2(8100, 11.76) = 688.776 (0.01%)
    """
    return place_jobs_count / place_land_km2


def jobs_per_mw(place_jobs_count: Array, place_power_mw: Array) -> Array:
    """Permanent jobs per MW of a place. [1/MW]

    jobs_per_mw = place_jobs_count / place_power_mw
    Which megawatt it is must be said beside it.
    Source: division.
    Check: jobs_per_mw(500, 2000) = 0.25 (0.01%)
    """
    return place_jobs_count / place_power_mw


def jobs_of_spending_count(spending_usd_per_year: Array, output_per_job_usd_per_year: Array) -> Array:
    """Jobs that a yearly spending keeps among those who are paid by it. [count]

    jobs_of_spending_count = spending_usd_per_year / output_per_job_usd_per_year
    Source: the rule by which the ledger counts factories and pads of a fleet.
    Check: jobs_of_spending_count(1e9, 300000) = 3333.33 (0.01%)
    """
    return spending_usd_per_year / output_per_job_usd_per_year


def jobs_per_satellite_count(place_jobs_count: Array, place_satellites_per_year: Array) -> Array:
    """Jobs in a factory for each satellite that it makes in a year. [count]

    jobs_per_satellite_count = place_jobs_count / place_satellites_per_year
    Source: division.
    Check: jobs_per_satellite_count(200, 1000) = 0.2 (0.01%)
    """
    return place_jobs_count / place_satellites_per_year


def satellite_jobs_by_rule_count(satellite_price_usd: Array, output_per_job_usd_per_year: Array) -> Array:
    """Jobs for each satellite a year by the ledger's rule, suppliers included. [count]

    satellite_jobs_by_rule_count = satellite_price_usd / output_per_job_usd_per_year
    Source: the ledger's rule.
    Check: satellite_jobs_by_rule_count(1.2e6, 6e5) = 2 (0.01%)
    """
    return satellite_price_usd / output_per_job_usd_per_year
