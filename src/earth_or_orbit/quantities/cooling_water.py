"""Water of a campus's cooling design, hour by hour: evaporated, let off, carried away, and what the people on site use.

Hours stand on the last axis (site_climate): bins of the year, then the 24 hours of its two hottest days.
"""

import numpy as np
from hamilton.function_modifiers import config

from earth_or_orbit.constants import HOURS_PER_DAY, Array
from earth_or_orbit.quantities import cooling_parts as parts

HOTTEST_DAYS = 2  # structure: the day hottest by dry bulb and the one hottest by wet bulb


def _by_hour(value: Array) -> np.ndarray:
    """A value per draw, ready to stand beside hours on the last axis."""
    return np.asarray(value, dtype=float)[..., None]


@config.when(cooling_design="evaporative_tower")
def latent_heat_by_hour_ratio__tower(chiller_power_by_hour_ratio: Array, tower_latent_share_frac: Array) -> Array:
    """Heat carried away by evaporation per cooling load. [ratio]

    latent_heat_by_hour_ratio = (1 + chiller) · tower_latent_share_frac
    One share for the whole year: nearly all on a hot day, less in the cold.
    Source: conservation of energy in a tower.
    Check: latent_heat_by_hour_ratio__tower([0, 0.1], 0.8) = [0.8, 0.88] (0.01%)
    """
    return (1 + chiller_power_by_hour_ratio) * _by_hour(tower_latent_share_frac)


@config.when(cooling_design="outside_air")
def latent_heat_by_hour_ratio__outside_air(air_loop_precooling_by_hour_k: Array, room_air_rise_k: Array) -> Array:
    """Heat carried away by evaporation per cooling load. [ratio]

    latent_heat_by_hour_ratio = air_loop_precooling_by_hour_k / room_air_rise_k
    The same air takes up the load and was wetted before.
    Source: conservation of energy in a wetted pad.
    Check: latent_heat_by_hour_ratio__outside_air([0, 4], 16) = [0, 0.25] (0.01%)
    """
    return air_loop_precooling_by_hour_k / _by_hour(room_air_rise_k)


@config.when_in(cooling_design=["closed_loop", "warm_water", "adiabatic"])
def latent_heat_by_hour_ratio__dry(
    air_heat_share_frac: Array,
    air_loop_precooling_by_hour_k: Array,
    liquid_loop_precooling_by_hour_k: Array,
    chiller_power_by_hour_ratio: Array,
    dry_cooler_air_rise_k: Array,
) -> Array:
    """Heat carried away by evaporation per cooling load. [ratio]

    latent_heat_by_hour_ratio = (1 + chiller) · Σ share · precooling / dry_cooler_air_rise_k
    Zero where nothing is wetted.
    Source: conservation of energy in a wetted pad.
    Check: latent_heat_by_hour_ratio__dry(0.5, [2, 0], [4, 0], [0, 0], 10) = [0.3, 0] (0.01%)
    """
    share = _by_hour(air_heat_share_frac)
    wetted = share * air_loop_precooling_by_hour_k + (1 - share) * liquid_loop_precooling_by_hour_k
    return (1 + chiller_power_by_hour_ratio) * wetted / _by_hour(dry_cooler_air_rise_k)


@config.when(cooling_design="evaporative_tower")
def drift_by_hour_l_per_kwh__tower(
    cooling_load_ratio: Array, chiller_power_by_hour_ratio: Array, tower_water_range_k: Array, drift_frac: Array
) -> Array:
    """Droplets that towers lose, per IT energy. [L/kWh]

    drift_by_hour_l_per_kwh = cooling_load_ratio · (1 + chiller) · drift_l_per_kwh
    Source: definition of drift.
    Check: drift_by_hour_l_per_kwh__tower(1.1, [0, 0.1], 5, 0.0002) = [0.03786, 0.04165] (0.1%)
    """
    heat = _by_hour(cooling_load_ratio) * (1 + chiller_power_by_hour_ratio)
    return parts.drift_l_per_kwh(heat, _by_hour(tower_water_range_k), _by_hour(drift_frac))


@config.when_in(cooling_design=["outside_air", "closed_loop", "warm_water", "adiabatic"])
def drift_by_hour_l_per_kwh__none() -> float:
    """Droplets that pads lose. [L/kWh]

    drift_by_hour_l_per_kwh = 0
    Source: definition: a pad sprays nothing into the air.
    Check: drift_by_hour_l_per_kwh__none() = 0 (0.01%)
    """
    return 0.0


def evaporated_by_hour_l_per_kwh(cooling_load_ratio: Array, latent_heat_by_hour_ratio: Array) -> Array:
    """Water that evaporates on site, per IT energy. [L/kWh]

    evaporated_by_hour_l_per_kwh = cooling_load_ratio · latent_heat_by_hour_ratio · 3.6 MJ / latent heat
    Source: latent heat of water (constants).
    Check: evaporated_by_hour_l_per_kwh(1.1, [0, 0.8]) = [0, 1.2973] (0.1%)
    """
    return parts.evaporated_l_per_kwh(_by_hour(cooling_load_ratio) * latent_heat_by_hour_ratio)


def blowdown_by_hour_l_per_kwh(
    evaporated_by_hour_l_per_kwh: Array, drift_by_hour_l_per_kwh: Array, cycles_of_concentration_ratio: Array
) -> Array:
    """Water let off to the sewer so that salts do not gather, per IT energy. [L/kWh]

    blowdown_by_hour_l_per_kwh = max(0, evaporated / (cycles − 1) − drift)
    Source: balance of salts.
    Check: blowdown_by_hour_l_per_kwh([0, 1.4], [0, 0.05], 5) = [0, 0.3] (0.01%)
    """
    return parts.blowdown_l_per_kwh(
        evaporated_by_hour_l_per_kwh, drift_by_hour_l_per_kwh, _by_hour(cycles_of_concentration_ratio)
    )


def site_water_by_hour_l_per_kwh(
    evaporated_by_hour_l_per_kwh: Array,
    drift_by_hour_l_per_kwh: Array,
    blowdown_by_hour_l_per_kwh: Array,
    domestic_water_l_per_kwh: Array,
) -> Array:
    """Water supplied to the site, per IT energy, hour by hour. [L/kWh]

    site_water_by_hour_l_per_kwh = evaporated + drift + blowdown + domestic_water_l_per_kwh
    Source: conservation of water.
    Check: site_water_by_hour_l_per_kwh([0, 1.4], [0, 0.05], [0, 0.3], 0.002) = [0.002, 1.752] (0.01%)
    """
    cooling = evaporated_by_hour_l_per_kwh + drift_by_hour_l_per_kwh + blowdown_by_hour_l_per_kwh
    return cooling + _by_hour(domestic_water_l_per_kwh)


def site_water_returned_share_frac(
    blowdown_by_hour_l_per_kwh: Array,
    site_water_by_hour_l_per_kwh: Array,
    domestic_water_l_per_kwh: Array,
    climate_time_h: Array,
) -> Array:
    """Share of the water supplied in a year that goes back as waste water. [frac]

    site_water_returned_share_frac = Σ hours · (blowdown + domestic) / Σ hours · supplied
    What people use is taken to return whole.
    Source: conservation of water.
    Check: site_water_returned_share_frac([0, 0.3], [0.1, 1.5], 0.1, [4000, 4000]) = 0.3125 (0.01%)
    """
    weight = np.asarray(climate_time_h, dtype=float)
    returned = (blowdown_by_hour_l_per_kwh + _by_hour(domestic_water_l_per_kwh)) * weight
    return (returned.sum(axis=-1) / (site_water_by_hour_l_per_kwh * weight).sum(axis=-1))[()]


@config.when(water_basis="cooling_design")
def water_usage_effectiveness_l_per_kwh__cooling_design(site_water_by_hour_l_per_kwh: Array, climate_time_h: Array) -> Array:
    """Site water per kWh of IT energy, from the cooling design at the site's climate. [L/kWh]

    water_usage_effectiveness_l_per_kwh = Σ hours · site_water_by_hour_l_per_kwh / Σ hours
    Source: definition of water usage effectiveness (ISO/IEC 30134-9).
    Check: water_usage_effectiveness_l_per_kwh__cooling_design([0.1, 1.5], [6000, 2000]) = 0.45 (0.01%)
    """
    weight = np.asarray(climate_time_h, dtype=float)
    return ((site_water_by_hour_l_per_kwh * weight).sum(axis=-1) / weight.sum(axis=-1))[()]


@config.when(water_peak_basis="cooling_design")
def site_water_peak_ratio__cooling_design(site_water_by_hour_l_per_kwh: Array, climate_time_h: Array) -> Array:
    """Water on the hottest day divided by the mean day, from the cooling design at the site's climate. [ratio]

    site_water_peak_ratio = max over the two hottest days of their mean / mean of the year
    IT power is taken to be the year's mean on that day; a typical year has no record heat.
    Source: definition.
    Check: site_water_peak_ratio__cooling_design([0.5, 0.5], [8000, 760]) = nan (0.01%)
    """
    weight = np.asarray(climate_time_h, dtype=float)
    water = np.asarray(site_water_by_hour_l_per_kwh, dtype=float)
    hours = int(HOURS_PER_DAY) * HOTTEST_DAYS
    if water.shape[-1] < hours:
        return np.nan
    days = water[..., -hours:].reshape(*water.shape[:-1], HOTTEST_DAYS, -1).mean(axis=-1)
    mean = (water * weight).sum(axis=-1) / weight.sum(axis=-1)
    return (days.max(axis=-1) / mean)[()]
