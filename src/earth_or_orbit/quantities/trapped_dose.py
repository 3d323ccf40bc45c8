"""Dose from the radiation belts, read from a table over solar activity, altitude, inclination and aluminium.

The table holds what NASA's AP8 and AE8 models and SHIELDOSE-2 give at the centre of an aluminium sphere, seen from all
sides, in silicon: AP8-MIN at solar minimum (0 on the solar axis), AP8-MAX at solar maximum (1), AE8-MAX at both. These
models are usually quoted to a factor of two; no solar or cosmic particles are in them.
"""

import numpy as np

from earth_or_orbit.constants import ALUMINIUM_DENSITY_KG_PER_M3, DEG_PER_TURN, MM_PER_M, Array
from earth_or_orbit.grids import between_logs

_SEARCH_STEPS = 341  # structure: points of the search along an axis, 5 km apart in altitude; read between by logarithms


def folded_inclination_deg(orbit_inclination_deg: Array) -> Array:
    """Prograde inclination whose circular orbit passes the same latitudes for as long. [deg]

    i' = min(i, 180° − i). From 0° to 180°: a number outside raises ValueError, in an array it becomes nan.
    Source: symmetry of a long-term mean, in which the direction of flight does not count.
    Check: folded_inclination_deg(97.6) = 82.4 (0.001%)
    """
    folded = np.minimum(orbit_inclination_deg, DEG_PER_TURN / 2 - orbit_inclination_deg)
    if np.ndim(folded) == 0 and folded < 0:
        raise ValueError(f"orbit_inclination_deg is {orbit_inclination_deg:g}; allowed: 0 to {DEG_PER_TURN / 2:g} deg")
    return np.where(folded >= 0, folded, np.nan)[()]


def table_dose_rad_per_year(
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    shielding_aluminium_mm: Array,
    solar_maximum_share_frac: Array,
    dose_solar_axis_frac: Array,
    dose_altitude_axis_km: Array,
    dose_inclination_axis_deg: Array,
    dose_aluminium_axis_mm: Array,
    trapped_dose_grid_rad_per_year: Array,
) -> Array:
    """Dose in a year on a circular orbit, read from one table of trapped particles. [rad/year]

    D = (1 − s)·D_min + s·D_max, s the share of solar maximum; ln D is linear in altitude, inclination (folded below 90°) and
    aluminium between the table's points. Outside the table a number raises ValueError and
    an array becomes nan; orbits above its highest altitude, the geostationary one among them, are out of scope.
    Source: [ap8], [spenvis-belts] and [shieldose-2] behind the table.
    Check: table_dose_rad_per_year(600,100,10,1,[1],[500,700],[80,90],[5,15],[[[[4,1],[4,1]],[[16,4],[16,4]]]]) = 4 (0.01%)
    """
    _refuse_beyond("orbit_altitude_km", orbit_altitude_km, dose_altitude_axis_km, "km", "; geostationary orbit is out of scope")
    _refuse_beyond("shielding_aluminium_mm", shielding_aluminium_mm, dose_aluminium_axis_mm, "mm")
    _refuse_beyond("solar_maximum_share_frac", solar_maximum_share_frac, dose_solar_axis_frac, "")
    where = (
        ("orbit_altitude_km", orbit_altitude_km, dose_altitude_axis_km),
        ("orbit_inclination_deg", folded_inclination_deg(orbit_inclination_deg), dose_inclination_axis_deg),
        ("shielding_aluminium_mm", shielding_aluminium_mm, dose_aluminium_axis_mm),
    )
    minimum, maximum = (between_logs(trapped_dose_grid_rad_per_year[end], *where) for end in (0, -1))
    share = _inside(solar_maximum_share_frac, dose_solar_axis_frac)
    return (1 - share) * minimum + share * maximum


def trapped_dose_rad_per_year(
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    shielding_aluminium_mm: Array,
    solar_maximum_share_frac: Array,
    protons_counted_frac: Array,
    electrons_counted_frac: Array,
    dose_solar_axis_frac: Array,
    dose_altitude_axis_km: Array,
    dose_inclination_axis_deg: Array,
    dose_aluminium_axis_mm: Array,
    trapped_proton_dose_grid_rad_per_year: Array,
    trapped_electron_dose_grid_rad_per_year: Array,
) -> Array:
    """Dose of the trapped particles in a year on a circular orbit. [rad/year]

    D = p·D_protons + e·D_electrons, p and e 1 with the particle and 0 without; electrons include their bremsstrahlung.
    Range and errors as of the table.
    Source: [ap8], [spenvis-belts] and [shieldose-2] behind the table; [pfandzelter-dose] for the runs that it is held against.
    Check: trapped_dose_rad_per_year(600,80,10,1,1,1,[1],[500,700],[80,90],[5,15],[[[[4,1],[4,1]],[[16,4],[16,4]]]],[[[[2,2],[2,2]],[[2,2],[2,2]]]]) = 6 (0.01%)
    """  # noqa: E501
    where = (orbit_altitude_km, orbit_inclination_deg, shielding_aluminium_mm, solar_maximum_share_frac)
    axes = (dose_solar_axis_frac, dose_altitude_axis_km, dose_inclination_axis_deg, dose_aluminium_axis_mm)
    protons = table_dose_rad_per_year(*where, *axes, trapped_proton_dose_grid_rad_per_year)
    electrons = table_dose_rad_per_year(*where, *axes, trapped_electron_dose_grid_rad_per_year)
    return protons_counted_frac * protons + electrons_counted_frac * electrons


def trapped_dose_over_years_rad(
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    shielding_aluminium_mm: Array,
    exposure_years: Array,
    solar_maximum_share_frac: Array,
    protons_counted_frac: Array,
    electrons_counted_frac: Array,
    dose_solar_axis_frac: Array,
    dose_altitude_axis_km: Array,
    dose_inclination_axis_deg: Array,
    dose_aluminium_axis_mm: Array,
    trapped_proton_dose_grid_rad_per_year: Array,
    trapped_electron_dose_grid_rad_per_year: Array,
) -> Array:
    """Dose of the trapped particles over some years on a circular orbit. [rad]

    D = exposure_years · the dose in a year. Range and errors as of the table.
    Source: definition.
    Check: trapped_dose_over_years_rad(600,80,10,5,1,1,0,[1],[500,700],[80,90],[5,15],[[[[4,1],[4,1]],[[16,4],[16,4]]]],[[[[2,2],[2,2]],[[2,2],[2,2]]]]) = 20 (0.01%)
    """  # noqa: E501
    where = (orbit_altitude_km, orbit_inclination_deg, shielding_aluminium_mm, solar_maximum_share_frac)
    counted = (protons_counted_frac, electrons_counted_frac)
    axes = (dose_solar_axis_frac, dose_altitude_axis_km, dose_inclination_axis_deg, dose_aluminium_axis_mm)
    grids = (trapped_proton_dose_grid_rad_per_year, trapped_electron_dose_grid_rad_per_year)
    return exposure_years * trapped_dose_rad_per_year(*where, *counted, *axes, *grids)


def years_to_trapped_dose_years(
    dose_limit_rad: Array,
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    shielding_aluminium_mm: Array,
    solar_maximum_share_frac: Array,
    protons_counted_frac: Array,
    electrons_counted_frac: Array,
    dose_solar_axis_frac: Array,
    dose_altitude_axis_km: Array,
    dose_inclination_axis_deg: Array,
    dose_aluminium_axis_mm: Array,
    trapped_proton_dose_grid_rad_per_year: Array,
    trapped_electron_dose_grid_rad_per_year: Array,
) -> Array:
    """Years until trapped particles alone have given a dose. [years]

    t = dose_limit_rad / the dose in a year. Range and errors as of the table; solar protons and cosmic rays shorten it.
    Source: definition.
    Check: years_to_trapped_dose_years(20,600,80,10,1,1,0,[1],[500,700],[80,90],[5,15],[[[[4,1],[4,1]],[[16,4],[16,4]]]],[[[[2,2],[2,2]],[[2,2],[2,2]]]]) = 5 (0.01%)
    """  # noqa: E501
    where = (orbit_altitude_km, orbit_inclination_deg, shielding_aluminium_mm, solar_maximum_share_frac)
    counted = (protons_counted_frac, electrons_counted_frac)
    axes = (dose_solar_axis_frac, dose_altitude_axis_km, dose_inclination_axis_deg, dose_aluminium_axis_mm)
    grids = (trapped_proton_dose_grid_rad_per_year, trapped_electron_dose_grid_rad_per_year)
    return dose_limit_rad / trapped_dose_rad_per_year(*where, *counted, *axes, *grids)


def altitude_of_trapped_dose_km(
    dose_rate_limit_rad_per_year: Array,
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
    """Lowest altitude at which trapped particles give this dose in a year; every altitude below it gives less. [km]

    h = first altitude with D(h) = dose_rate_limit_rad_per_year, the logarithm read between 5 km steps, at one inclination. nan
    where the lowest altitude of the table already gives more, or the highest still gives less.
    Source: inverse of the table's dose.
    Check: altitude_of_trapped_dose_km(6,80,10,1,[1],[500,700],[80,90],[5,15],[[[[4,1],[4,1]],[[16,4],[16,4]]]],[[[[2,2],[2,2]],[[2,2],[2,2]]]]) = 600 (0.01%)
    """  # noqa: E501
    axes = (dose_solar_axis_frac, dose_altitude_axis_km, dose_inclination_axis_deg, dose_aluminium_axis_mm)
    grids = (trapped_proton_dose_grid_rad_per_year, trapped_electron_dose_grid_rad_per_year)
    searched_km = np.linspace(dose_altitude_axis_km[0], dose_altitude_axis_km[-1], _SEARCH_STEPS)
    limit, *there = _spread(
        dose_rate_limit_rad_per_year, orbit_inclination_deg, shielding_aluminium_mm, solar_maximum_share_frac
    )
    return _first_crossing(searched_km, trapped_dose_rad_per_year(searched_km, *there, 1, 1, *axes, *grids), limit)


def shielding_for_trapped_dose_mm(
    dose_rate_limit_rad_per_year: Array,
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    solar_maximum_share_frac: Array,
    dose_solar_axis_frac: Array,
    dose_altitude_axis_km: Array,
    dose_inclination_axis_deg: Array,
    dose_aluminium_axis_mm: Array,
    trapped_proton_dose_grid_rad_per_year: Array,
    trapped_electron_dose_grid_rad_per_year: Array,
) -> Array:
    """Aluminium behind which trapped particles give no more than this dose in a year. [mm]

    d = first thickness with D(d) = dose_rate_limit_rad_per_year, the logarithm read between steps of 0.06 mm. nan where the
    thinnest aluminium of the table already gives less, or the thickest still gives more.
    Source: inverse of the table's dose.
    Check: shielding_for_trapped_dose_mm(6,600,80,1,[1],[500,700],[80,90],[5,15],[[[[4,1],[4,1]],[[16,4],[16,4]]]],[[[[2,2],[2,2]],[[2,2],[2,2]]]]) = 10 (0.01%)
    """  # noqa: E501
    axes = (dose_solar_axis_frac, dose_altitude_axis_km, dose_inclination_axis_deg, dose_aluminium_axis_mm)
    grids = (trapped_proton_dose_grid_rad_per_year, trapped_electron_dose_grid_rad_per_year)
    searched_mm = np.linspace(dose_aluminium_axis_mm[0], dose_aluminium_axis_mm[-1], _SEARCH_STEPS)
    limit, altitude_km, inclination_deg, share = _spread(
        dose_rate_limit_rad_per_year, orbit_altitude_km, orbit_inclination_deg, solar_maximum_share_frac
    )
    dose = trapped_dose_rad_per_year(altitude_km, inclination_deg, searched_mm, share, 1, 1, *axes, *grids)
    return _first_crossing(searched_mm, 1 / dose, 1 / limit)


def altitude_of_dose_over_years_km(
    dose_limit_rad: Array,
    exposure_years: Array,
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
    """Altitude at which trapped particles alone give this dose over some years. [km]

    h = altitude where the dose in a year = dose_limit_rad / exposure_years. Range and nan as of that altitude.
    Source: definition.
    Check: altitude_of_dose_over_years_km(30,5,80,10,1,[1],[500,700],[80,90],[5,15],[[[[4,1],[4,1]],[[16,4],[16,4]]]],[[[[2,2],[2,2]],[[2,2],[2,2]]]]) = 600 (0.01%)
    """  # noqa: E501
    where = (orbit_inclination_deg, shielding_aluminium_mm, solar_maximum_share_frac)
    axes = (dose_solar_axis_frac, dose_altitude_axis_km, dose_inclination_axis_deg, dose_aluminium_axis_mm)
    grids = (trapped_proton_dose_grid_rad_per_year, trapped_electron_dose_grid_rad_per_year)
    return altitude_of_trapped_dose_km(dose_limit_rad / exposure_years, *where, *axes, *grids)


def shielding_for_dose_over_years_mm(
    dose_limit_rad: Array,
    exposure_years: Array,
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    solar_maximum_share_frac: Array,
    dose_solar_axis_frac: Array,
    dose_altitude_axis_km: Array,
    dose_inclination_axis_deg: Array,
    dose_aluminium_axis_mm: Array,
    trapped_proton_dose_grid_rad_per_year: Array,
    trapped_electron_dose_grid_rad_per_year: Array,
) -> Array:
    """Aluminium behind which trapped particles alone give no more than this dose over some years. [mm]

    d = thickness where the dose in a year = dose_limit_rad / exposure_years. Range and nan as of that thickness.
    Source: definition.
    Check: shielding_for_dose_over_years_mm(30,5,600,80,1,[1],[500,700],[80,90],[5,15],[[[[4,1],[4,1]],[[16,4],[16,4]]]],[[[[2,2],[2,2]],[[2,2],[2,2]]]]) = 10 (0.01%)
    """  # noqa: E501
    where = (orbit_altitude_km, orbit_inclination_deg, solar_maximum_share_frac)
    axes = (dose_solar_axis_frac, dose_altitude_axis_km, dose_inclination_axis_deg, dose_aluminium_axis_mm)
    grids = (trapped_proton_dose_grid_rad_per_year, trapped_electron_dose_grid_rad_per_year)
    return shielding_for_trapped_dose_mm(dose_limit_rad / exposure_years, *where, *axes, *grids)


def aluminium_of_areal_mass_mm(shielding_areal_mass_kg_per_m2: Array) -> Array:
    """Thickness of aluminium that has this mass per area. [mm]

    d = m'' / 2700 kg/m3 · 1000
    Source: CRC Handbook for the density.
    Check: aluminium_of_areal_mass_mm(27) = 10 (0.01%)
    """
    return shielding_areal_mass_kg_per_m2 / ALUMINIUM_DENSITY_KG_PER_M3 * MM_PER_M


def _refuse_beyond(name: str, value: Array, axis: Array, unit: str, why: str = "") -> None:
    """Raises ValueError for one number outside the table's axis, and says what is allowed."""
    if np.ndim(value) == 0 and not axis[0] <= value <= axis[-1]:
        allowed = f"{axis[0]:g} to {axis[-1]:g} {unit}".strip()
        raise ValueError(f"{name} is {value:g}; allowed: {allowed}{why if value > axis[-1] else ''}")


def _inside(value: Array, axis: Array) -> Array:
    """The value, nan where an array's leaves the axis."""
    return value if np.ndim(value) == 0 else np.where((value >= axis[0]) & (value <= axis[-1]), value, np.nan)


def _spread(*values: Array) -> list[np.ndarray]:
    """Each value with one more axis at its end, along which a search runs; a plain number stays one."""
    return [value if np.ndim(value) == 0 else np.asarray(value, dtype=float)[..., np.newaxis] for value in values]


def _first_crossing(searched: np.ndarray, rising: np.ndarray, limit: Array) -> Array:
    """Where a rising positive row first reaches its limit, its logarithm read between points; nan where it does not."""
    rising, limit = np.broadcast_arrays(rising, limit)
    after = np.argmax(rising >= limit, axis=-1)[..., np.newaxis]
    before = np.maximum(after - 1, 0)
    low, high = (np.log(np.take_along_axis(rising, place, -1)) for place in (before, after))
    with np.errstate(invalid="ignore", divide="ignore"):
        share = (np.log(limit[..., :1]) - low) / (high - low)
        found = np.where(after > 0, searched[before] + share * (searched[after] - searched[before]), np.nan)[..., 0]
    return found if found.ndim else float(found)
