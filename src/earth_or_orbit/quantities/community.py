"""Jobs: direct full-time equivalents on both sides, factory and launch jobs by share of a year's spending."""

from hamilton.function_modifiers import config

from earth_or_orbit.constants import MONTHS_PER_YEAR, Array


@config.when(side="ground", jobs_basis="published")
def operations_jobs_count__published(campus_permanent_jobs_count: Array, campus_copies_count: Array) -> Array:
    """People who run the campus, from what was published for it. [count]

    operations_jobs_count = campus_permanent_jobs_count · campus_copies_count
    Source: the fact chosen by the scenario.
    Check: operations_jobs_count__published(500, 2) = 1000 (0.01%)
    """
    return campus_permanent_jobs_count * campus_copies_count


@config.when(side="ground", jobs_basis="staffing_rule")
def operations_jobs_count__staffing_rule(staffing_count_per_mw: Array, it_power_peak_mw: Array) -> Array:
    """People who run the campus, from the trade's staffing rule. [count]

    operations_jobs_count = staffing_count_per_mw · it_power_peak_mw
    Source: the fact chosen by the scenario.
    Check: operations_jobs_count__staffing_rule(0.25, 1000) = 250 (0.01%)
    """
    return staffing_count_per_mw * it_power_peak_mw


@config.when(side="orbit")
def operations_jobs_count__orbit(satellites_count: Array, satellite_operations_jobs_ratio: Array) -> Array:
    """People who run the fleet from the ground. [count]

    operations_jobs_count = satellites_count · satellite_operations_jobs_ratio
    Source: the fact chosen by the scenario.
    Check: operations_jobs_count__orbit(10000, 0.05) = 500 (0.01%)
    """
    return satellites_count * satellite_operations_jobs_ratio


def permanent_jobs_count(
    operations_jobs_count: Array,
    plant_renewal_usd_per_year: Array,
    plant_upkeep_usd_per_year: Array,
    output_per_job_usd_per_year: Array,
) -> Array:
    """Permanent jobs: people who run it, and those who keep its plant up and renew it. [count]

    permanent_jobs_count = operations_jobs_count + (renewal + upkeep) / output_per_job_usd_per_year
    Renewal never stops, so its jobs are permanent; they are where builders, factories and pads are. Jobs that make
    accelerators and energy are left out. The same rule on both sides.
    Source: the books: direct full-time equivalents, factory jobs by share.
    Check: permanent_jobs_count(500, 0.9e9, 0.1e9, 1e6) = 1500 (0.01%)
    """
    return operations_jobs_count + (plant_renewal_usd_per_year + plant_upkeep_usd_per_year) / output_per_job_usd_per_year


@config.when(side="ground", construction_basis="published")
def construction_job_years__published(
    campus_construction_jobs_peak_count: Array,
    construction_jobs_mean_to_peak_ratio: Array,
    campus_construction_time_months: Array,
    campus_copies_count: Array,
) -> Array:
    """Job-years of building the campus, from its published peak workforce. [years]

    construction_job_years = peak workforce · mean-to-peak · months / 12 · campus_copies_count
    Source: the facts chosen by the scenario.
    Check: construction_job_years__published(3000, 0.5, 30, 1) = 3750 (0.01%)
    """
    campus_job_years = (
        campus_construction_jobs_peak_count
        * construction_jobs_mean_to_peak_ratio
        * campus_construction_time_months
        / MONTHS_PER_YEAR
    )
    return campus_job_years * campus_copies_count


@config.when(side="ground", construction_basis="per_megawatt")
def construction_job_years__per_megawatt(construction_job_years_per_mw: Array, it_power_peak_mw: Array) -> Array:
    """Job-years of building the campus, from other campuses' job-years per MW. [years]

    construction_job_years = construction_job_years_per_mw · it_power_peak_mw
    Source: the fact chosen by the scenario.
    Check: construction_job_years__per_megawatt(10, 100) = 1000 (0.01%)
    """
    return construction_job_years_per_mw * it_power_peak_mw


@config.when(side="orbit")
def construction_job_years__orbit(first_plant_usd: Array, output_per_job_usd_per_year: Array) -> Array:
    """Job-years of building and launching the first fleet. [years]

    construction_job_years = first_plant_usd / output_per_job_usd_per_year
    Source: spending over output per job.
    Check: construction_job_years__orbit(3e9, 1e6) = 3000 (0.01%)
    """
    return first_plant_usd / output_per_job_usd_per_year


def permanent_jobs_per_mw(permanent_jobs_count: Array, it_power_average_mw: Array) -> Array:
    """Permanent jobs per MW of average IT power. [1/MW]

    permanent_jobs_per_mw = permanent_jobs_count / it_power_average_mw
    Source: division.
    Check: permanent_jobs_per_mw(500, 2000) = 0.25 (0.01%)
    """
    return permanent_jobs_count / it_power_average_mw
