"""What a solar plant makes in every hour of a typical year, at a place to which the weather of a station is moved.

One-axis trackers in rows from north to south, on pvlib's models: the chain of NREL's PVWatts. Every parameter is a fact of
`data/facts/solar_supply.csv`, subject `solar_plant_model`. Hours are those of the station's file, each ending at the full
hour of the station's standard time. Output is AC power per rated AC power.
"""

import csv
import gzip
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd
import pvlib

from earth_or_orbit import facts, units

SERIES = Path(__file__).parents[1] / "data" / "series"
MODEL = "solar_plant_model"
YEAR = 2001  # a year of 365 days, for the Sun's place; the weather's months come from several years
PARTS_OF_AN_HOUR = 12  # the Sun's mean place over the lit part of each hour, from steps of five minutes
GLASS_INDEX, GLASS_EXTINCTION_PER_M, GLASS_M = 1.526, 4.0, 0.002  # bare glass, pvlib's own; a coating would gain 1 %


@lru_cache(maxsize=1)
def parameters() -> dict[str, float]:
    """The plant's parameters by name, in the units of their names."""
    data = facts.load()
    rows = data.rows(MODEL)
    return {row.quantity: units.convert(row.central, row.unit, data.quantity(row.quantity).unit) for row in rows}


def weather_of(station_id: str) -> pd.DataFrame:
    """The committed typical year of a station."""
    with gzip.open(SERIES / "weather" / f"{station_id}.csv.gz", "rt", encoding="utf-8", newline="") as handle:
        return pd.read_csv(handle)


def stations() -> list[dict[str, str]]:
    """The committed stations, as their table has them."""
    with (SERIES / "weather_stations.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def hours_of(utc_offset_h: float) -> pd.DatetimeIndex:
    """Starts of the hours of a year, in universal time."""
    begin = pd.Timestamp(f"{YEAR}-01-01", tz="UTC") - pd.Timedelta(hours=utc_offset_h)
    return pd.date_range(begin, periods=8760, freq="h")


def sun_over(latitude_deg: float, longitude_deg: float, elevation_m: float, hours: pd.DatetimeIndex) -> pd.DataFrame:
    """The Sun's mean place over the lit part of every hour, and the clear sky's direct and diffuse light. [deg, W/m2]

    The clear sky is Ineichen's with the turbidity that pvlib carries (SoDa, by month). It is averaged over the hour as the
    weather is, so that both speak of the same minutes.
    """
    step = pd.Timedelta(hours=1) / PARTS_OF_AN_HOUR
    fine = pd.date_range(hours[0] + step / 2, periods=len(hours) * PARTS_OF_AN_HOUR, freq=step)
    where = pvlib.solarposition.ephemeris(fine, latitude_deg, longitude_deg)
    place = pvlib.location.Location(latitude_deg, longitude_deg, "UTC", elevation_m)
    sky = place.get_clearsky(fine, model="ineichen", solar_position=where)
    lit = (where["apparent_zenith"].to_numpy() < 90).reshape(-1, PARTS_OF_AN_HOUR)
    count = np.maximum(lit.sum(axis=1), 1)

    def lit_mean(column: pd.Series) -> np.ndarray:
        parts = np.where(lit, column.to_numpy().reshape(lit.shape), 0)
        return np.where(lit.any(axis=1), parts.sum(axis=1) / count, np.nan)

    dark = ~lit.any(axis=1)
    return pd.DataFrame(
        {
            "zenith_deg": np.where(dark, 120.0, lit_mean(where["apparent_zenith"])),
            "azimuth_deg": np.where(dark, 0.0, lit_mean(where["azimuth"])),
            "clear_direct": np.where(dark, 0.0, lit_mean(sky["dni"]) * lit.mean(axis=1)),
            "clear_diffuse": np.where(dark, 0.0, lit_mean(sky["dhi"]) * lit.mean(axis=1)),
            "lit": lit.mean(axis=1),
        },
        index=hours,
    )


def moved(weather: pd.DataFrame, there: pd.DataFrame, here: pd.DataFrame, later_h: float) -> tuple[np.ndarray, np.ndarray]:
    """Direct and diffuse light at a place, from a station's weather: the same share of what its clear sky gives. [W/m2]

    The share is taken at the same hour of solar time: by whole hours, since a mean of two hours would thin out clouds
    that fill one. Where the station's clear sky is too dark to divide by, the station's own light is kept.
    """
    least = parameters()["clear_sky_least_w_per_m2"]
    limit = parameters()["clear_sky_ratio_limit_ratio"]
    shift = round(later_h)
    out = []
    for column, sky in (("direct_normal_w_per_m2", "clear_direct"), ("diffuse_horizontal_w_per_m2", "clear_diffuse")):
        from_there, to_here = np.roll(there[sky].to_numpy(), -shift), here[sky].to_numpy()
        light = np.roll(weather[column].to_numpy(dtype=float), -shift)
        both = (from_there > least) & (to_here > least)
        ratio = np.where(both, to_here / np.where(both, from_there, 1), 1)
        moved_light = light * np.clip(ratio, 1 / limit, limit)
        out.append(np.where(to_here > 0, moved_light, 0))
    return out[0], out[1]


def ac_output(sun: pd.DataFrame, direct: np.ndarray, diffuse: np.ndarray, air_degc: np.ndarray, wind: np.ndarray) -> np.ndarray:
    """AC power per rated AC power in every hour, of trackers that backtrack, with losses and the inverter's limit."""
    known = parameters()
    zenith, azimuth = sun["zenith_deg"], sun["azimuth_deg"]
    track = pvlib.tracking.singleaxis(
        zenith, azimuth, axis_azimuth=180, max_angle=known["tracker_limit_deg"], backtrack=True,
        gcr=known["ground_coverage_ratio"],
    ).fillna({"surface_tilt": 0, "surface_azimuth": 180, "aoi": 90})  # fmt: skip
    beam, scattered = pd.Series(direct, sun.index), pd.Series(diffuse, sun.index)
    level = scattered + beam * np.cos(np.radians(zenith)).clip(lower=0)
    plane = pvlib.irradiance.get_total_irradiance(
        track["surface_tilt"], track["surface_azimuth"], zenith, azimuth, beam, level, scattered,
        dni_extra=pvlib.irradiance.get_extra_radiation(sun.index),
        airmass=pvlib.atmosphere.get_relative_airmass(zenith), albedo=known["ground_albedo_frac"], model="perez",
    ).fillna(0)  # fmt: skip
    through = pvlib.iam.physical(track["aoi"], GLASS_INDEX, GLASS_EXTINCTION_PER_M, GLASS_M).fillna(0)
    used = (plane["poa_direct"] * through + plane["poa_diffuse"]).where(sun["lit"] > 0, 0)
    rated_degc = known["nominal_cell_temperature_k"] - 273.15
    cell = pvlib.temperature.fuentes(plane["poa_global"], pd.Series(air_degc, sun.index), pd.Series(wind, sun.index), rated_degc)
    ratio = known["dc_to_ac_ratio"]
    dc = pvlib.pvsystem.pvwatts_dc(used, cell, ratio, known["cell_temperature_coefficient_per_k"])
    kept = dc * (1 - known["solar_plant_losses_frac"])
    efficiency = known["inverter_efficiency_frac"]
    ac = pvlib.inverter.pvwatts(kept, 1 / efficiency, eta_inv_nom=efficiency)
    return np.clip(ac.fillna(0).to_numpy(), 0, 1)


def output_at(
    latitude_deg: float, longitude_deg: float, elevation_m: float, station: dict[str, str], weather: pd.DataFrame
) -> np.ndarray:
    """AC output of every hour at a place under a station's weather moved there."""
    hours = hours_of(float(station["utc_offset_h"]))
    at_station = float(station["latitude_deg"]), float(station["longitude_deg"]), float(station["elevation_m"])
    there = sun_over(*at_station, hours)
    here = there if at_station == (latitude_deg, longitude_deg, elevation_m) else sun_over(
        latitude_deg, longitude_deg, elevation_m, hours
    )  # fmt: skip
    later_h = (longitude_deg - at_station[1]) / 15  # the Sun turns by 15 degrees an hour
    direct, diffuse = moved(weather, there, here, later_h)
    return ac_output(
        here, direct, diffuse, weather["dry_bulb_degc"].to_numpy(dtype=float), weather["wind_speed_m_per_s"].to_numpy(dtype=float)
    )
