"""Trapped particles and the dose they leave behind aluminium: AP8 and AE8 fluxes, SHIELDOSE-2 doses.

Both come from the IRBEM library that the spacepy 0.7.0 wheel carries. The flux routine is called directly, since
spacepy's own wrapper takes one place and one energy at a time and cannot ask for the interpolation below.
"""

import ctypes
import importlib.util
from pathlib import Path

import numpy as np

EARTH_RADIUS_KM = 6378.137
LIBRARY_RADIUS_KM = 6371.2  # the library counts distances in this radius
SECONDS_PER_YEAR = 365.25 * 86400
STEPS_OF_AN_ORBIT = 720  # from the southernmost point to the northernmost

# Negative: interpolation of flux at low altitude as ESA's SPENVIS does it. Positive would lose a fifth at 550 km.
MODELS = {"AE8-MAX": -2, "AP8-MIN": -3, "AP8-MAX": -4}
PROTON_MEV = np.geomspace(0.1, 300, 100)  # the ends are those of the models
ELECTRON_MEV = np.geomspace(0.05, 7, 75)
ENERGIES = {"AE8-MAX": ELECTRON_MEV, "AP8-MIN": PROTON_MEV, "AP8-MAX": PROTON_MEV}

DOSE_POINTS = 300  # SHIELDOSE-2 integrates on the grid that it is given, 301 energies at most
# The sphere is a derivative of the slab along these depths: even steps, not too close, or it turns to noise.
DEPTHS_MM = np.array([0.5, 0.75, 1, 1.25, 1.5, 1.75, *np.arange(2, 6, 0.5), *range(6, 13), 13.5, 15, 17, 20, 23])
SILICON = 3
NUCLEAR_LOSS_LOCAL = 2  # nuclear attenuation; charged secondaries leave their energy where they are made
RESULTS = {
    "e": ("dose_electron", "dose_bremsstrahlung"),
    "p_tr": ("dose_proton_trapped",),
    "p_un": ("dose_proton_untrapped",),
}
LEAST_RAD_PER_YEAR = 1e-3  # less is nothing: it hangs on fluxes under one particle, which the models do not have
NOTHING = 1e-30  # a flux of nothing: the routine takes logarithms

PLACES_AT_MOST = 100_000  # fixed when the library was built
ENERGIES_AT_MOST = 25
INTEGRAL = 3
CARTESIAN = 1


def integral_flux(model: str, latitude_deg: np.ndarray, longitude_deg: np.ndarray, altitude_km: float) -> np.ndarray:
    """Omnidirectional flux above each energy of the model, /cm2/s, as (place, energy).

    Latitude is geocentric and altitude is above a sphere of the equator's radius: the circle of a circular orbit.
    """
    latitude, longitude = np.broadcast_arrays(np.radians(latitude_deg), np.radians(longitude_deg))
    radius = (EARTH_RADIUS_KM + altitude_km) / LIBRARY_RADIUS_KM
    axes = (np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude))
    places = np.array([radius * axis.ravel() for axis in axes])
    energies = ENERGIES[model]
    parts = [_fly(MODELS[model], places, energies[i : i + ENERGIES_AT_MOST]) for i in range(0, len(energies), ENERGIES_AT_MOST)]
    flux = np.concatenate(parts).T
    return np.where(flux > 0, flux, 0).reshape(*latitude.shape, len(energies))  # negative: the library's "no value"


def _fly(model: int, places: np.ndarray, energies: np.ndarray) -> np.ndarray:
    """One call of IRBEM's fly_in_nasa_aeap1: (energy, place). Its arrays have a fixed length."""
    count = places.shape[1]
    if count > PLACES_AT_MOST:
        raise ValueError(f"{count} places at once; the library takes {PLACES_AT_MOST}")
    position = np.zeros((3, PLACES_AT_MOST))
    position[:, :count] = places
    bounds = np.zeros((ENERGIES_AT_MOST, 2))
    bounds[: len(energies)] = energies[:, None]
    flux = np.zeros((ENERGIES_AT_MOST, PLACES_AT_MOST))
    # The date is unused in Earth-fixed coordinates: each model keeps the field of its own epoch, 1960 or 1970.
    year, day = (np.full(PLACES_AT_MOST, value, dtype=np.int32) for value in (2000, 1))
    numbers = [ctypes.byref(ctypes.c_int(value)) for value in (count, CARTESIAN, model, INTEGRAL, len(energies))]
    arrays = (bounds, year, day, np.zeros(PLACES_AT_MOST), *position, flux)
    _irbem().fly_in_nasa_aeap1_(*numbers, *(array.ctypes.data_as(ctypes.c_void_p) for array in arrays))
    return flux[: len(energies), :count].copy()


def _irbem() -> ctypes.CDLL:
    folder = Path(importlib.util.find_spec("spacepy").origin).parent / "irbempy"
    return ctypes.CDLL(str(next(folder.glob("libirbem*"))))


def orbit_mean(by_latitude: np.ndarray, latitudes_deg: np.ndarray, inclination_deg: float) -> np.ndarray:
    """Mean over many days of a circular orbit, from what is found at each latitude: (latitude, anything).

    Equal steps along the orbit are equal times; the Earth turns below, so the means over longitude are enough.
    """
    along_orbit = (np.arange(STEPS_OF_AN_ORBIT) + 0.5) * np.pi / STEPS_OF_AN_ORBIT - np.pi / 2
    latitude = np.degrees(np.arcsin(np.sin(np.radians(inclination_deg)) * np.sin(along_orbit)))
    return np.mean([np.interp(latitude, latitudes_deg, column) for column in by_latitude.T], axis=1)


def dose(model: str, flux: np.ndarray, aluminium_mm: tuple) -> np.ndarray:
    """Dose in silicon at the centre of aluminium spheres, rad/year, from an integral spectrum of `model`.

    Electrons include their bremsstrahlung.
    """
    energies = ENERGIES[model]
    if not flux.any():
        return np.zeros(len(aluminium_mm))
    slope = np.maximum(-np.gradient(flux, energies), NOTHING)  # per MeV; a power law between points would err by a fifth
    species = "e" if model.startswith("AE8") else "p_tr"
    doses = SECONDS_PER_YEAR * sphere_dose(species, energies, slope, aluminium_mm)
    return np.where(doses < LEAST_RAD_PER_YEAR, 0, doses)


def sphere_dose(species: str, energies: np.ndarray, spectrum: np.ndarray, aluminium_mm: tuple) -> np.ndarray:
    """Dose in silicon, rad, from particles per cm2 and MeV that come from all sides; log-log between the points.

    `species` is e, p_tr for trapped protons or p_un for solar ones.
    """
    from spacepy.irbempy import Shieldose2  # slow to import, and of no use to who only wants fluxes

    grid = np.geomspace(energies[0], energies[-1], DOSE_POINTS)
    given = np.exp(np.interp(np.log(grid), np.log(energies), np.log(spectrum)))
    routine = Shieldose2()
    routine.set_shielding(depths=DEPTHS_MM, units="mm")
    for name in ("e", "p_tr", "p_un"):  # of equal length, or the trapped protons are lost without a word
        routine.set_flux(given if name == species else np.full(DOSE_POINTS, NOTHING), grid, name)
    routine.get_dose(detector=SILICON, nucmeth=NUCLEAR_LOSS_LOCAL)
    # The routine's third column is the sphere lit from one side: the full sphere is twice that.
    sphere = 2 * sum(np.asarray(routine.results[name])[:, 2] for name in RESULTS[species])
    sphere = np.maximum(sphere, 0)  # at the fringe, where hardly a particle is, its splines swing below nothing
    return np.array([sphere[np.flatnonzero(depth == DEPTHS_MM)[0]] for depth in aluminium_mm])
