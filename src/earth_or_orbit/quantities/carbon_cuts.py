"""Carbon of a later thing beside an earlier one: cuts, rises and ratios, for things counted in several ways."""

from earth_or_orbit.constants import Array


def carbon_per_item_cut_frac(earlier_kgco2e: Array, later_kgco2e: Array) -> Array:
    """How much less carbon per item a later thing has than an earlier. [frac]

    cut = 1 − later / earlier.
    Source: definition.
    Check: carbon_per_item_cut_frac(0.66, 0.5) = 0.2424 (0.1%)
    """
    return 1 - later_kgco2e / earlier_kgco2e


def carbon_per_item_ratio(earlier_kgco2e: Array, later_kgco2e: Array) -> Array:
    """How many times the carbon per item of a later thing an earlier one has. [ratio]

    ratio = earlier / later.
    Source: definition.
    Check: carbon_per_item_ratio(0.66, 0.5) = 1.32 (0.1%)
    """
    return earlier_kgco2e / later_kgco2e


def carbon_per_item_rise_frac(earlier_kgco2e: Array, later_kgco2e: Array) -> Array:
    """How much more carbon per item a later thing has than an earlier. [frac]

    rise = later / earlier − 1.
    Source: definition.
    Check: carbon_per_item_rise_frac(0.5, 0.66) = 0.32 (0.1%)
    """
    return later_kgco2e / earlier_kgco2e - 1


def carbon_per_operation_cut_frac(earlier_kgco2e_per_flop: Array, later_kgco2e_per_flop: Array) -> Array:
    """How much less carbon per operation a later thing has than an earlier. [frac]

    cut = 1 − later / earlier.
    Source: definition.
    Check: carbon_per_operation_cut_frac(0.66, 0.5) = 0.2424 (0.1%)
    """
    return 1 - later_kgco2e_per_flop / earlier_kgco2e_per_flop


def carbon_per_operation_ratio(earlier_kgco2e_per_flop: Array, later_kgco2e_per_flop: Array) -> Array:
    """How many times the carbon per operation of a later thing an earlier one has. [ratio]

    ratio = earlier / later.
    Source: definition.
    Check: carbon_per_operation_ratio(0.66, 0.5) = 1.32 (0.1%)
    """
    return earlier_kgco2e_per_flop / later_kgco2e_per_flop


def carbon_per_operation_rise_frac(earlier_kgco2e_per_flop: Array, later_kgco2e_per_flop: Array) -> Array:
    """How much more carbon per operation a later thing has than an earlier. [frac]

    rise = later / earlier − 1.
    Source: definition.
    Check: carbon_per_operation_rise_frac(0.5, 0.66) = 0.32 (0.1%)
    """
    return later_kgco2e_per_flop / earlier_kgco2e_per_flop - 1


def carbon_per_speed_cut_frac(earlier_kgco2e_per_flops: Array, later_kgco2e_per_flops: Array) -> Array:
    """How much less carbon per peak speed a later thing has than an earlier. [frac]

    cut = 1 − later / earlier.
    Source: definition.
    Check: carbon_per_speed_cut_frac(0.66, 0.5) = 0.2424 (0.1%)
    """
    return 1 - later_kgco2e_per_flops / earlier_kgco2e_per_flops


def carbon_per_speed_ratio(earlier_kgco2e_per_flops: Array, later_kgco2e_per_flops: Array) -> Array:
    """How many times the carbon per peak speed of a later thing an earlier one has. [ratio]

    ratio = earlier / later.
    Source: definition.
    Check: carbon_per_speed_ratio(0.66, 0.5) = 1.32 (0.1%)
    """
    return earlier_kgco2e_per_flops / later_kgco2e_per_flops


def carbon_per_speed_rise_frac(earlier_kgco2e_per_flops: Array, later_kgco2e_per_flops: Array) -> Array:
    """How much more carbon per peak speed a later thing has than an earlier. [frac]

    rise = later / earlier − 1.
    Source: definition.
    Check: carbon_per_speed_rise_frac(0.5, 0.66) = 0.32 (0.1%)
    """
    return later_kgco2e_per_flops / earlier_kgco2e_per_flops - 1


def carbon_per_power_cut_frac(earlier_kgco2e_per_mw: Array, later_kgco2e_per_mw: Array) -> Array:
    """How much less carbon per power a later thing has than an earlier. [frac]

    cut = 1 − later / earlier.
    Source: definition.
    Check: carbon_per_power_cut_frac(0.66, 0.5) = 0.2424 (0.1%)
    """
    return 1 - later_kgco2e_per_mw / earlier_kgco2e_per_mw


def carbon_per_power_ratio(earlier_kgco2e_per_mw: Array, later_kgco2e_per_mw: Array) -> Array:
    """How many times the carbon per power of a later thing an earlier one has. [ratio]

    ratio = earlier / later.
    Source: definition.
    Check: carbon_per_power_ratio(0.66, 0.5) = 1.32 (0.1%)
    """
    return earlier_kgco2e_per_mw / later_kgco2e_per_mw


def carbon_per_power_rise_frac(earlier_kgco2e_per_mw: Array, later_kgco2e_per_mw: Array) -> Array:
    """How much more carbon per power a later thing has than an earlier. [frac]

    rise = later / earlier − 1.
    Source: definition.
    Check: carbon_per_power_rise_frac(0.5, 0.66) = 0.32 (0.1%)
    """
    return later_kgco2e_per_mw / earlier_kgco2e_per_mw - 1


def carbon_per_energy_cut_frac(earlier_kgco2e_per_mwh: Array, later_kgco2e_per_mwh: Array) -> Array:
    """How much less carbon per energy a later thing has than an earlier. [frac]

    cut = 1 − later / earlier.
    Source: definition.
    Check: carbon_per_energy_cut_frac(0.66, 0.5) = 0.2424 (0.1%)
    """
    return 1 - later_kgco2e_per_mwh / earlier_kgco2e_per_mwh


def carbon_per_energy_ratio(earlier_kgco2e_per_mwh: Array, later_kgco2e_per_mwh: Array) -> Array:
    """How many times the carbon per energy of a later thing an earlier one has. [ratio]

    ratio = earlier / later.
    Source: definition.
    Check: carbon_per_energy_ratio(0.66, 0.5) = 1.32 (0.1%)
    """
    return earlier_kgco2e_per_mwh / later_kgco2e_per_mwh


def carbon_per_energy_rise_frac(earlier_kgco2e_per_mwh: Array, later_kgco2e_per_mwh: Array) -> Array:
    """How much more carbon per energy a later thing has than an earlier. [frac]

    rise = later / earlier − 1.
    Source: definition.
    Check: carbon_per_energy_rise_frac(0.5, 0.66) = 0.32 (0.1%)
    """
    return later_kgco2e_per_mwh / earlier_kgco2e_per_mwh - 1
