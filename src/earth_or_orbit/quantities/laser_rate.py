"""How much a laser link carries: photons per bit, colours of a wavelength grid, beams side by side.

A link is limited by the light that arrives (photons per bit), by the band that its colours fill and, near by, where light
abounds, by how many beams fit into one aperture.
"""

import numpy as np

from earth_or_orbit.constants import PLANCK_CONSTANT_J_S, SPEED_OF_LIGHT_M_PER_S, Array
from earth_or_orbit.quantities.laser_link import confocal_beam_radius_m

# A grid that divides its band to within this share of a channel is not cut short by rounding.
_WHOLE_CHANNEL = 1e-9  # structure: rounding of a division


def photons_per_bit_count(received_light_w: Array, data_rate_bps: Array, wavelength_m: Array) -> Array:
    """Photons that arrive for each bit. [count]

    N = P λ/(h c R).
    Source: [S063] section 4.2, 196 for -20 dBm at 400 Gbps; the printed 195.6 of its figure 1 is 0.3 % above this.
    Check: photons_per_bit_count(1e-5, 400e9, 1.55e-6) = 195.07 (0.01%)
    """
    photon_j = PLANCK_CONSTANT_J_S * SPEED_OF_LIGHT_M_PER_S / _above_zero("wavelength_m", wavelength_m)
    return received_light_w / (photon_j * _above_zero("data_rate_bps", data_rate_bps))


def photon_limited_data_rate_bps(received_light_w: Array, photons_needed_count: Array, wavelength_m: Array) -> Array:
    """Data rate that the light which arrives can carry, at so many photons per bit. [bps]

    R = P λ/(h c N).
    Source: [S063] figure 1.
    Check: photon_limited_data_rate_bps(1e-5, 195.07, 1.55e-6) = 400e9 (0.01%)
    """
    return photons_per_bit_count(received_light_w, photons_needed_count, wavelength_m)


def shannon_photons_per_bit_count(spectral_efficiency_ratio: Array, noise_photons_count: Array) -> Array:
    """Fewest photons per bit that any code can do with, at so many bits per second and hertz. [count]

    N = n (2^s − 1)/s, with n photons of noise per mode; n ln 2 where the band has no end (s = 0). n is 2 in [S063],
    1 for a heterodyne receiver that only its own shot noise disturbs.
    Source: [S063] section 4.2, 2 ln 2 = 1.39.
    Check: shannon_photons_per_bit_count(0, 2) = 1.3863 (0.01%)
    Check: shannon_photons_per_bit_count(4, 2) = 7.5 (0.01%)
    """
    exponent = np.log(2) * np.asarray(spectral_efficiency_ratio, dtype=float)
    with np.errstate(invalid="ignore", divide="ignore"):
        stretch = np.where(exponent == 0, 1.0, np.expm1(exponent) / exponent)
    found = noise_photons_count * np.log(2) * stretch
    return found if np.ndim(found) else float(found)


def grid_channels_count(band_width_hz: Array, channel_spacing_hz: Array) -> Array:
    """Colours of a wavelength grid that fit a band. [count]

    n = ⌊B/Δf⌋, whole channels.
    Source: [S063] section 4.2: half of the C band holds 24 at 100 GHz and 32 at 75 GHz, so B is 2.4 THz.
    Check: grid_channels_count(2.4e12, 100e9) = 24 (0%)
    Check: grid_channels_count(2.4e12, 75e9) = 32 (0%)
    """
    return np.floor(band_width_hz / _above_zero("channel_spacing_hz", channel_spacing_hz) + _WHOLE_CHANNEL)


def aperture_data_rate_bps(channels_count: Array, channel_rate_bps: Array) -> Array:
    """Data rate of one aperture, all colours together. [bps]

    R = n r.
    Source: [S063] section 4.2: 24 of 400 Gbps are 9.6 Tbps.
    Check: aperture_data_rate_bps(24, 400e9) = 9.6e12 (0%)
    """
    return channels_count * channel_rate_bps


def grid_data_rate_bps(band_width_hz: Array, channel_spacing_hz: Array, channel_rate_bps: Array) -> Array:
    """Data rate of one aperture that fills a band with a wavelength grid. [bps]

    R = ⌊B/Δf⌋ r.
    Source: [S063] section 4.2, 12.8 Tbps at 75 GHz.
    Check: grid_data_rate_bps(2.4e12, 75e9, 400e9) = 12.8e12 (0%)
    """
    return grid_channels_count(band_width_hz, channel_spacing_hz) * channel_rate_bps


def multiplexed_data_rate_bps(channels_count: Array, channel_rate_bps: Array, apertures_per_side_count: Array) -> Array:
    """Data rate of n × n small telescopes side by side. [bps]

    R = n² · channels · r. Only nearer than multiplexed_confocal_distance_m.
    Source: [S063] figure 1.
    Check: multiplexed_data_rate_bps(24, 400e9, 4) = 153.6e12 (0%)
    """
    return apertures_per_side_count**2 * aperture_data_rate_bps(channels_count, channel_rate_bps)


def apertures_per_side_count(parallel_beams_count: Array) -> Array:
    """Small telescopes along one side of a square array of so many beams. [count]

    n = √N.
    Source: definition.
    Check: apertures_per_side_count(16) = 4 (0%)
    """
    return np.sqrt(parallel_beams_count)


def parallel_beams_limit_count(aperture_diameter_m: Array, link_distance_m: Array, wavelength_m: Array) -> Array:
    """Beams that fit side by side between two apertures, before rounding down to a square number. [count]

    N = π D²/(4 λ d): halving the distance doubles it.
    Source: [S063] section 4.2.
    Check: parallel_beams_limit_count(0.1, 1266.8, 1.55e-6) = 4 (0.01%)
    """
    return (aperture_diameter_m / (2 * confocal_beam_radius_m(link_distance_m, wavelength_m))) ** 2


def _above_zero(name: str, value: Array) -> Array:
    """The value; a scalar that is not above zero raises ValueError, in an array it becomes nan."""
    if np.ndim(value) == 0:
        if not value > 0:
            raise ValueError(f"{name} is {value:g}; it must be above 0")
        return value
    return np.where(np.asarray(value) > 0, value, np.nan)
