"""Delivered compute: the same reference accelerator, the same rules, on the ground and in orbit."""

from earth_or_orbit.constants import HOURS_PER_YEAR, W_PER_MW, Array


def it_power_peak_mw(it_power_average_mw: Array, it_load_factor_frac: Array) -> Array:
    """Peak IT power that goes with the average IT power. [MW]

    it_power_peak_mw = it_power_average_mw / it_load_factor_frac
    Average above 0, load factor in (0, 1]; broadcasts over draws.
    Source: definition of a load factor; one factor serves both sides.
    Check: it_power_peak_mw(120, 0.8) = 150 (0.01%)
    """
    return it_power_average_mw / it_load_factor_frac


def accelerators_installed_count(it_power_peak_mw: Array, accelerator_power_w: Array) -> Array:
    """Reference accelerators that the peak IT power can feed. [count]

    accelerators_installed_count = it_power_peak_mw · 10⁶ / accelerator_power_w
    Fractional: books are fractional, only the manifest rounds up. Power above 0.
    Source: definition; the accelerator's power includes its share of server, switch and rack.
    Check: accelerators_installed_count(150, 1500) = 100000 (0.01%)
    """
    return it_power_peak_mw * W_PER_MW / accelerator_power_w


def delivered_frac(powered_frac: Array, available_frac: Array, error_free_frac: Array) -> Array:
    """Share of installed accelerator time that reaches the user. [frac]

    delivered_frac = powered_frac · available_frac · error_free_frac
    Each share in [0, 1]; the three causes are taken as independent.
    Source: the books' definition of a delivered accelerator-hour: powered, available, not lost to errors.
    Check: delivered_frac(0.99, 0.9, 1.0) = 0.891 (0.01%)
    """
    return powered_frac * available_frac * error_free_frac


def delivered_accelerator_hours_per_year(accelerators_installed_count: Array, delivered_frac: Array) -> Array:
    """Accelerator-hours that reach users in a year of steady state. [h/year]

    delivered_accelerator_hours_per_year = accelerators_installed_count · 8766 h · delivered_frac
    Count above 0, share in [0, 1].
    Source: the books' functional unit, on the Julian year of 8766 hours.
    Check: delivered_accelerator_hours_per_year(1000, 0.9) = 7889400 (0.01%)
    """
    return accelerators_installed_count * HOURS_PER_YEAR * delivered_frac


def delivered_it_mwh_per_year(it_power_average_mw: Array, delivered_frac: Array) -> Array:
    """IT energy that did delivered work in a year. [MWh/year]

    delivered_it_mwh_per_year = it_power_average_mw · 8766 h · delivered_frac
    Power above 0, share in [0, 1].
    Source: the books' functional unit, on the Julian year of 8766 hours.
    Check: delivered_it_mwh_per_year(100, 0.9) = 788940 (0.01%)
    """
    return it_power_average_mw * HOURS_PER_YEAR * delivered_frac
