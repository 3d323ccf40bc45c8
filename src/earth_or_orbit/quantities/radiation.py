"""Radiation in orbit: dose behind the shielding, what it leaves of a chip's life, and what the shielding weighs."""

import numpy as np
from hamilton.function_modifiers import config

from earth_or_orbit.constants import ALUMINIUM_DENSITY_KG_PER_M3, MM_PER_M, Array
from earth_or_orbit.grids import between, between_logs
from earth_or_orbit.quantities.trapped_dose import (
    altitude_of_trapped_dose_km,
    folded_inclination_deg,
    table_dose_rad_per_year,
)


def trapped_proton_dose_rad_per_year(
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    shielding_aluminium_mm: Array,
    solar_maximum_share_frac: Array,
    dose_solar_axis_frac: Array,
    dose_altitude_axis_km: Array,
    dose_inclination_axis_deg: Array,
    dose_aluminium_axis_mm: Array,
    trapped_proton_dose_grid_rad_per_year: Array,
) -> Array:
    """Dose of the belts' protons in a year. [rad/year]

    D = the table's dose at altitude, inclination, aluminium and solar activity: AP8-MIN at 0, AP8-MAX at 1, linear between.
    300 to 2,000 km, 1 to 20 mm: numbers outside raise ValueError, in an array they become nan.
    Source: [ap8] with [shieldose-2]; within 10 % of [pfandzelter-dose], which ran the same models.
    Check: trapped_proton_dose_rad_per_year(600,80,10,1,[1],[500,700],[80,90],[5,15],[[[[4,1],[4,1]],[[16,4],[16,4]]]]) = 4 (0.01%)
    """  # noqa: E501
    return table_dose_rad_per_year(
        orbit_altitude_km,
        orbit_inclination_deg,
        shielding_aluminium_mm,
        solar_maximum_share_frac,
        dose_solar_axis_frac,
        dose_altitude_axis_km,
        dose_inclination_axis_deg,
        dose_aluminium_axis_mm,
        trapped_proton_dose_grid_rad_per_year,
    )


def trapped_electron_dose_rad_per_year(
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    shielding_aluminium_mm: Array,
    solar_maximum_share_frac: Array,
    dose_solar_axis_frac: Array,
    dose_altitude_axis_km: Array,
    dose_inclination_axis_deg: Array,
    dose_aluminium_axis_mm: Array,
    trapped_electron_dose_grid_rad_per_year: Array,
) -> Array:
    """Dose of the belts' electrons and of their bremsstrahlung in a year. [rad/year]

    D = the table's dose at altitude, inclination and aluminium; AE8-MAX at either end of the solar axis.
    300 to 2,000 km, 1 to 20 mm: numbers outside raise ValueError, in an array they become nan.
    Source: [spenvis-belts] with [shieldose-2]; within 10 % of [pfandzelter-dose], which ran the same models.
    Check: trapped_electron_dose_rad_per_year(600,80,10,1,[1],[500,700],[80,90],[5,15],[[[[4,1],[4,1]],[[16,4],[16,4]]]]) = 4 (0.01%)
    """  # noqa: E501
    return table_dose_rad_per_year(
        orbit_altitude_km,
        orbit_inclination_deg,
        shielding_aluminium_mm,
        solar_maximum_share_frac,
        dose_solar_axis_frac,
        dose_altitude_axis_km,
        dose_inclination_axis_deg,
        dose_aluminium_axis_mm,
        trapped_electron_dose_grid_rad_per_year,
    )


def solar_proton_dose_rad_per_year(
    solar_proton_dose_reference_rad_per_year: Array,
    solar_proton_reference_aluminium_mm: Array,
    shielding_aluminium_mm: Array,
    solar_proton_aluminium_axis_mm: Array,
    solar_proton_dose_grid_rad_per_year: Array,
) -> Array:
    """Dose of protons from solar eruptions in a year, mean over the cycle. [rad/year]

    D = reference dose · table(shielding_aluminium_mm) / table(reference thickness), the table's logarithm linear in thickness
    For polar orbits, whose altitude changes it by a tenth in 500 km; at 30° none arrives. 1 to 20 mm: a number outside raises
    ValueError, in an array it becomes nan. One eruption can bring a year's mean in three days.
    Source: [loveless-spenvis] fluence through [shieldose-2]; altitude and 30° from [rmcdonald-dose].
    Check: solar_proton_dose_rad_per_year(20, 10, 5, [5, 10, 20], [40, 20, 10]) = 40 (0.01%)
    """
    axis = solar_proton_aluminium_axis_mm
    here, there = (
        between_logs(np.asarray(solar_proton_dose_grid_rad_per_year), ("shielding_aluminium_mm", thickness, axis))
        for thickness in (shielding_aluminium_mm, solar_proton_reference_aluminium_mm)
    )
    return solar_proton_dose_reference_rad_per_year * here / there


@config.when(dose_basis="computed")
def dose_rad_per_year__computed(
    trapped_proton_dose_rad_per_year: Array,
    trapped_electron_dose_rad_per_year: Array,
    solar_proton_dose_rad_per_year: Array,
    cosmic_ray_dose_rad_per_year: Array,
) -> Array:
    """Ionising dose at the chip behind its shielding in a year, from the orbit. [rad/year]

    D = trapped protons + trapped electrons + solar protons + cosmic rays
    The first two follow altitude and shielding, the third shielding alone; cosmic rays are a fact of polar orbits.
    Source: sum of the sources of dose.
    Check: dose_rad_per_year__computed(196, 3, 60, 10) = 269 (0.01%)
    """
    hadrons = trapped_proton_dose_rad_per_year + solar_proton_dose_rad_per_year + cosmic_ray_dose_rad_per_year
    return hadrons + trapped_electron_dose_rad_per_year


@config.when(dose_basis="stated")
def dose_rad_per_year__stated(dose_stated_rad_per_year: Array) -> Array:
    """Ionising dose at the chip behind its shielding in a year, as somebody states it. [rad/year]

    D = dose_stated_rad_per_year
    It does not follow the altitude that a user sets.
    Source: the fact chosen by the scenario.
    Check: dose_rad_per_year__stated(150) = 150 (0.01%)
    """
    return dose_stated_rad_per_year


@config.when(dose_basis="computed")
def upset_dose_rad_per_year__computed(
    trapped_proton_dose_rad_per_year: Array, solar_proton_dose_rad_per_year: Array, cosmic_ray_dose_rad_per_year: Array
) -> Array:
    """Dose in a year of the particles that upset a chip: protons and nuclei, not electrons. [rad/year]

    D = trapped protons + solar protons + cosmic rays
    Errors counted per rad of 67 MeV protons are carried to softer and harder protons, and to nuclei that upset more per rad.
    Source: [S063] counts errors per rad of protons; electrons deposit dose without nuclear reactions.
    Check: upset_dose_rad_per_year__computed(196, 60, 10) = 266 (0.01%)
    """
    return trapped_proton_dose_rad_per_year + solar_proton_dose_rad_per_year + cosmic_ray_dose_rad_per_year


@config.when(dose_basis="stated")
def upset_dose_rad_per_year__stated(dose_stated_rad_per_year: Array) -> Array:
    """Dose in a year of the particles that upset a chip, when only a total is stated. [rad/year]

    D = dose_stated_rad_per_year
    Behind 10 mm electrons are 2 % of a total; behind 2 mm they are most of it, and this counts too many errors.
    Source: [S063] divides its whole dose by the dose per error.
    Check: upset_dose_rad_per_year__stated(150) = 150 (0.01%)
    """
    return dose_stated_rad_per_year


def mission_dose_rad(dose_rad_per_year: Array, satellite_service_years: Array) -> Array:
    """Dose at the chip over the satellite's service. [rad]

    D = dose_rad_per_year · satellite_service_years
    Source: definition; [S063] 750 rad in five years.
    Check: mission_dose_rad(150, 5) = 750 (0.01%)
    """
    return dose_rad_per_year * satellite_service_years


def years_to_dose_limit_years(dose_limit_rad: Array, dose_rad_per_year: Array) -> Array:
    """Years in orbit until the dose limit is reached. [years]

    t = dose_limit_rad / dose_rad_per_year
    The limit is where memory first misbehaves, not where a chip dies.
    Source: definition; limit and dose of [S063] in the check.
    Check: years_to_dose_limit_years(2000, 150) = 13.333 (0.01%)
    """
    return dose_limit_rad / dose_rad_per_year


def dose_margin_ratio(dose_limit_rad: Array, mission_dose_rad: Array) -> Array:
    """Dose limit over the dose of the mission. [ratio]

    margin = dose_limit_rad / mission_dose_rad
    Below 1 the limit is passed in service; designers ask for 2 (models of the belts are good to a factor of two).
    Source: [S063] calls 2,000 over 750 rad almost three.
    Check: dose_margin_ratio(2000, 750) = 2.667 (0.02%)
    """
    return dose_limit_rad / mission_dose_rad


def verdict_dose_rad(dose_rad_per_year: Array, verdict_years: Array) -> Array:
    """Dose at the chip over the years of the verdict, the same for every concept. [rad]

    D = dose_rad_per_year · verdict_years
    Source: definition.
    Check: verdict_dose_rad(150, 5) = 750 (0.01%)
    """
    return dose_rad_per_year * verdict_years


def verdict_margin_ratio(dose_limit_rad: Array, verdict_dose_rad: Array) -> Array:
    """Dose at which memory first misbehaves over the dose of the verdict's years. [ratio]

    margin = dose_limit_rad / verdict_dose_rad
    Source: definition.
    Check: verdict_margin_ratio(2000, 750) = 2.667 (0.02%)
    """
    return dose_limit_rad / verdict_dose_rad


def verdict_survival_margin_ratio(dose_without_failure_rad: Array, verdict_dose_rad: Array) -> Array:
    """Highest dose after which a tested chip still worked over the dose of the verdict's years. [ratio]

    margin = dose_without_failure_rad / verdict_dose_rad
    Above 1 the test covers the years; below 1 nobody has tested that far.
    Source: [S063] one chip, 15,000 rad without a hard failure.
    Check: verdict_survival_margin_ratio(15000, 750) = 20 (0.01%)
    """
    return dose_without_failure_rad / verdict_dose_rad


def highest_altitude_for_life_km(
    dose_limit_rad: Array,
    satellite_service_years: Array,
    solar_proton_dose_rad_per_year: Array,
    cosmic_ray_dose_rad_per_year: Array,
    orbit_inclination_deg: Array,
    shielding_aluminium_mm: Array,
    solar_maximum_share_frac: Array,
    dose_solar_axis_frac: Array,
    dose_altitude_axis_km: Array,
    dose_inclination_axis_deg: Array,
    dose_aluminium_axis_mm: Array,
    trapped_proton_dose_grid_rad_per_year: Array,
    trapped_electron_dose_grid_rad_per_year: Array,
) -> Array:
    """Altitude at which the dose over the satellite's service reaches the limit, at the inclination that it has. [km]

    h = altitude where trapped dose = dose_limit_rad / satellite_service_years − solar protons − cosmic rays
    nan where the lowest altitude of the table already passes the limit, or the highest still keeps it.
    Source: inverse of the table's dose.
    Check: highest_altitude_for_life_km(40,5,1,1,80,10,1,[1],[500,700],[80,90],[5,15],[[[[4,1],[4,1]],[[16,4],[16,4]]]],[[[[2,2],[2,2]],[[2,2],[2,2]]]]) = 600 (0.01%)
    """  # noqa: E501
    left = dose_limit_rad / satellite_service_years - solar_proton_dose_rad_per_year - cosmic_ray_dose_rad_per_year
    where = (orbit_inclination_deg, shielding_aluminium_mm, solar_maximum_share_frac)
    axes = (dose_solar_axis_frac, dose_altitude_axis_km, dose_inclination_axis_deg, dose_aluminium_axis_mm)
    grids = (trapped_proton_dose_grid_rad_per_year, trapped_electron_dose_grid_rad_per_year)
    return altitude_of_trapped_dose_km(left, *where, *axes, *grids)


def anomaly_dose_share_frac(
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    anomaly_altitude_axis_km: Array,
    anomaly_inclination_axis_deg: Array,
    anomaly_dose_share_grid_frac: Array,
) -> Array:
    """Share of the trapped protons' dose that falls inside the South Atlantic Anomaly. [frac]

    share = the table's value, linear in altitude and inclination (folded below 90°)
    Numbers outside the table raise ValueError, in an array they become nan.
    Source: [ap8] on a map of the Earth, behind the table.
    Check: anomaly_dose_share_frac(600, 80, [500, 700], [60, 90], [[0.9, 0.9], [0.7, 0.7]]) = 0.8 (0.01%)
    """
    return _anomaly(
        orbit_altitude_km,
        orbit_inclination_deg,
        anomaly_altitude_axis_km,
        anomaly_inclination_axis_deg,
        anomaly_dose_share_grid_frac,
    )


def anomaly_time_share_frac(
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    anomaly_altitude_axis_km: Array,
    anomaly_inclination_axis_deg: Array,
    anomaly_time_share_grid_frac: Array,
) -> Array:
    """Share of time that an orbit spends inside the South Atlantic Anomaly. [frac]

    share = the table's value, linear in altitude and inclination (folded below 90°)
    Numbers outside the table raise ValueError, in an array they become nan.
    Source: [ap8] on a map of the Earth, behind the table.
    Check: anomaly_time_share_frac(600, 80, [500, 700], [60, 90], [[0.1, 0.1], [0.2, 0.2]]) = 0.15 (0.01%)
    """
    return _anomaly(
        orbit_altitude_km,
        orbit_inclination_deg,
        anomaly_altitude_axis_km,
        anomaly_inclination_axis_deg,
        anomaly_time_share_grid_frac,
    )


def upset_dose_outside_anomaly_rad_per_year(
    upset_dose_rad_per_year: Array,
    trapped_proton_dose_rad_per_year: Array,
    solar_proton_dose_rad_per_year: Array,
    cosmic_ray_dose_rad_per_year: Array,
    anomaly_dose_share_frac: Array,
    anomaly_time_share_frac: Array,
) -> Array:
    """Dose that upsets a chip while it is outside the South Atlantic Anomaly, as if it stayed there a year. [rad/year]

    D = upset dose · (1 − s·p) / (1 − t), with p the trapped protons' part of it and s, t the anomaly's share of them and of time
    Solar protons and cosmic rays count as outside: they come over the poles.
    Source: definition of the shares.
    Check: upset_dose_outside_anomaly_rad_per_year(270, 250, 16, 4, 0.92, 0.04) = 41.667 (0.01%)
    """
    every = trapped_proton_dose_rad_per_year + solar_proton_dose_rad_per_year + cosmic_ray_dose_rad_per_year
    inside = anomaly_dose_share_frac * trapped_proton_dose_rad_per_year / every
    return upset_dose_rad_per_year * (1 - inside) / (1 - anomaly_time_share_frac)


def enclosure_area_of_box_m2_per_kw(box_width_m: Array, box_depth_m: Array, box_height_m: Array, box_power_kw: Array) -> Array:
    """Surface of a closed box of computers per kW inside. [m2/kW]

    a = 2 (w·d + w·h + d·h) / P
    Source: geometry; an NVL72 rack of [supermicro-nvl72] with its 120 kW in the check.
    Check: enclosure_area_of_box_m2_per_kw(0.6, 1.068, 2.236, 120) = 0.07284 (0.02%)
    """
    half = box_width_m * box_depth_m + box_width_m * box_height_m + box_depth_m * box_height_m
    return 2 * half / box_power_kw


def shielding_mass_kg_per_kw(enclosure_area_m2_per_kw: Array, shielding_aluminium_mm: Array) -> Array:
    """Aluminium around the computers per kW of IT power. [kg/kW]

    m = enclosure_area_m2_per_kw · shielding_aluminium_mm / 1000 · 2700 kg/m3
    Counts the whole thickness; walls and structure that are there anyway are not taken off.
    Source: CRC Handbook for the density; [S090] plans 1 kg/kW, 5.1 mm of this enclosure.
    Check: shielding_mass_kg_per_kw(0.07284, 10) = 1.9667 (0.01%)
    """
    return enclosure_area_m2_per_kw * shielding_aluminium_mm / MM_PER_M * ALUMINIUM_DENSITY_KG_PER_M3


def shielding_of_mass_mm(shielding_mass_kg_per_kw: Array, enclosure_area_m2_per_kw: Array) -> Array:
    """Thickness of aluminium that a mass of shielding per kW comes to. [mm]

    d = shielding_mass_kg_per_kw / (enclosure_area_m2_per_kw · 2700 kg/m3) · 1000
    Source: inverse of the mass.
    Check: shielding_of_mass_mm(1, 0.07284) = 5.085 (0.02%)
    """
    return shielding_mass_kg_per_kw / (enclosure_area_m2_per_kw * ALUMINIUM_DENSITY_KG_PER_M3) * MM_PER_M


def satellite_shielding_mass_kg(satellite_it_power_peak_kw: Array, shielding_mass_kg_per_kw: Array) -> Array:
    """Aluminium around one satellite's computers. [kg]

    m = satellite_it_power_peak_kw · shielding_mass_kg_per_kw
    Source: definition.
    Check: satellite_shielding_mass_kg(150, 1.9667) = 295 (0.01%)
    """
    return satellite_it_power_peak_kw * shielding_mass_kg_per_kw


def satellite_shielding_kg_per_mm(satellite_it_power_peak_kw: Array, enclosure_area_m2_per_kw: Array) -> Array:
    """What each further millimetre of shielding adds to a satellite. [kg/mm]

    m = satellite_it_power_peak_kw · enclosure_area_m2_per_kw · 2700 kg/m3 / 1000
    Source: definition; the price of lifting it stands in the ledger's launch lines.
    Check: satellite_shielding_kg_per_mm(150, 0.07284) = 29.5 (0.01%)
    """
    return satellite_it_power_peak_kw * enclosure_area_m2_per_kw * ALUMINIUM_DENSITY_KG_PER_M3 / MM_PER_M


def _anomaly(altitude_km: Array, inclination_deg: Array, altitudes_km: Array, inclinations_deg: Array, table: Array) -> Array:
    where = ("orbit_altitude_km", altitude_km, altitudes_km)
    return between(np.asarray(table), where, ("orbit_inclination_deg", folded_inclination_deg(inclination_deg), inclinations_deg))
