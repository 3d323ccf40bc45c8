"""Laser links between satellites: the light that arrives, what a receiver needs, how far that reaches, how to point.

Far field by Friis, with telescope gains and losses in dB; near field by the confocal Gaussian beam. Light travels in
vacuum: no cloud, no turbulence. A loss may be printed as 3 dB or as -3 dB; it is a loss either way.
"""

import numpy as np

from earth_or_orbit.constants import (
    AIRY_FIRST_DARK_RING,
    DECIBELS_PER_BEL,
    URAD_PER_RADIAN,
    Array,
)

_FULL_SPHERE = 2 * 2 * np.pi  # solid angle of all directions


def telescope_gain_db(aperture_diameter_m: Array, wavelength_m: Array, aperture_efficiency_frac: Array) -> Array:
    """Gain of a telescope over a source that shines into all directions. [dB]

    G = 10 log10(η (π D/λ)²). Diffraction limited, η for what the optics lose. Sizes above zero.
    Source: [S063] section 4.2.
    Check: telescope_gain_db(0.1, 1.55e-6, 0.8) = 105.17 (0.01%)
    """
    widths = _above_zero("aperture_diameter_m", aperture_diameter_m) / _above_zero("wavelength_m", wavelength_m)
    return _decibels(_above_zero("aperture_efficiency_frac", aperture_efficiency_frac) * (np.pi * widths) ** 2)


def free_space_path_loss_db(link_distance_m: Array, wavelength_m: Array) -> Array:
    """Loss between two sources that shine into all directions. [dB]

    L = 20 log10(4π d/λ). Far field.
    Source: [S063] equation 1.
    Check: free_space_path_loss_db(5e6, 1.55e-6) = 272.16 (0.01%)
    """
    distance_m = _above_zero("link_distance_m", link_distance_m)
    return 2 * _decibels(_FULL_SPHERE * distance_m / _above_zero("wavelength_m", wavelength_m))


def received_power_w(
    transmit_power_w: Array,
    transmit_gain_db: Array,
    receive_gain_db: Array,
    wavelength_m: Array,
    link_distance_m: Array,
    other_losses_db: Array,
) -> Array:
    """Light that arrives at the far telescope's detector. [W]

    P_r = P_t G_t G_r (λ/4πd)² L, by Friis. Far field only: nearer than the confocal distance no more than P_t arrives,
    and this formula overstates it.
    Source: [S063] equation 1, 1.6 µW at 5,000 km.
    Check: received_power_w(5, 105.1, 105.1, 1.55e-6, 5e6, -3) = 1.5964e-6 (0.1%)
    Check: received_power_w(5, 105.1, 105.1, 1.55e-6, 5e6, 3) = 1.5964e-6 (0.1%)
    """
    gains_db = transmit_gain_db + receive_gain_db - np.abs(other_losses_db)
    return transmit_power_w * _factor(gains_db - free_space_path_loss_db(link_distance_m, wavelength_m))


def telescope_received_power_w(
    transmit_power_w: Array,
    transmit_aperture_diameter_m: Array,
    receive_aperture_diameter_m: Array,
    aperture_efficiency_frac: Array,
    wavelength_m: Array,
    link_distance_m: Array,
    other_losses_db: Array,
) -> Array:
    """Light that arrives, from the two telescopes' diameters. [W]

    P_r = P_t G_t G_r (λ/4πd)² L with G = η (π D/λ)² at both ends. Far field, as received_power_w.
    Source: [S063] section 4.2.
    Check: telescope_received_power_w(5, 0.1, 0.1, 0.8, 1.55e-6, 5e6, 3) = 1.646e-6 (0.1%)
    """
    sent_db = telescope_gain_db(transmit_aperture_diameter_m, wavelength_m, aperture_efficiency_frac)
    caught_db = telescope_gain_db(receive_aperture_diameter_m, wavelength_m, aperture_efficiency_frac)
    return received_power_w(transmit_power_w, sent_db, caught_db, wavelength_m, link_distance_m, other_losses_db)


def diffraction_half_angle_urad(aperture_diameter_m: Array, wavelength_m: Array) -> Array:
    """Half angle of a beam's central spot, out to the first dark ring. [urad]

    θ = 1.22 λ/D. A full round aperture, evenly lit.
    Source: [S063] section 4.2, 18.9 µrad.
    Check: diffraction_half_angle_urad(0.1, 1.55e-6) = 18.905 (0.01%)
    """
    widths = _above_zero("aperture_diameter_m", aperture_diameter_m) / _above_zero("wavelength_m", wavelength_m)
    return AIRY_FIRST_DARK_RING * URAD_PER_RADIAN / widths


def gaussian_half_angle_urad(beam_radius_m: Array, wavelength_m: Array) -> Array:
    """Half angle of a Gaussian beam far away, out to 1/e² of the brightness on its axis. [urad]

    θ = λ/(π a), a the 1/e² radius at the waist.
    Source: Gaussian optics.
    Check: gaussian_half_angle_urad(0.05, 1.55e-6) = 9.868 (0.01%)
    """
    return URAD_PER_RADIAN * wavelength_m / (np.pi * _above_zero("beam_radius_m", beam_radius_m))


def spot_radius_m(beam_half_angle_urad: Array, link_distance_m: Array) -> Array:
    """Radius of the beam's spot at the far end, in the far field. [m]

    r = θ d. Small angles; the telescope's own radius is not added.
    Source: [S063] section 4.2, 95 m at 5,000 km.
    Check: spot_radius_m(18.9, 5e6) = 94.5 (0.01%)
    """
    return beam_half_angle_urad / URAD_PER_RADIAN * link_distance_m


def diffraction_spot_radius_m(aperture_diameter_m: Array, wavelength_m: Array, link_distance_m: Array) -> Array:
    """Radius of a diffraction-limited telescope's spot at the far end. [m]

    r = 1.22 λ d/D.
    Source: [S063] section 4.2.
    Check: diffraction_spot_radius_m(0.1, 1.55e-6, 5e6) = 94.52 (0.01%)
    """
    return spot_radius_m(diffraction_half_angle_urad(aperture_diameter_m, wavelength_m), link_distance_m)


def gaussian_spot_radius_m(beam_radius_m: Array, wavelength_m: Array, link_distance_m: Array) -> Array:
    """Radius of a Gaussian beam at some distance from its waist, out to 1/e² of the brightness on its axis. [m]

    r = a √(1 + (λ d/(π a²))²), a the 1/e² radius at the waist.
    Source: Gaussian optics.
    Check: gaussian_spot_radius_m(0.04, 1.55e-6, 5e5) = 6.1674 (0.01%)
    """
    spread = wavelength_m * link_distance_m / (np.pi * _above_zero("beam_radius_m", beam_radius_m) ** 2)
    return beam_radius_m * np.sqrt(1 + spread**2)


def half_of_full_angle_urad(beam_full_angle_urad: Array) -> Array:
    """Half angle of a beam whose full angle is stated. [urad]

    θ = full angle / 2
    Source: definition.
    Check: half_of_full_angle_urad(20) = 10 (0%)
    """
    return beam_full_angle_urad / 2


def diffraction_full_angle_urad(aperture_diameter_m: Array, wavelength_m: Array) -> Array:
    """Full angle of a beam's central spot, from dark ring to dark ring. [urad]

    θ = 2 × 1.22 λ/D.
    Source: twice the half angle of [S063] section 4.2.
    Check: diffraction_full_angle_urad(0.1, 1.55e-6) = 37.81 (0.01%)
    """
    return 2 * diffraction_half_angle_urad(aperture_diameter_m, wavelength_m)


def gaussian_full_angle_urad(beam_radius_m: Array, wavelength_m: Array) -> Array:
    """Full angle of a Gaussian beam far away, between 1/e² of the brightness on its axis. [urad]

    θ = 2 λ/(π a), a the 1/e² radius at the waist.
    Source: Gaussian optics.
    Check: gaussian_full_angle_urad(0.05, 1.55e-6) = 19.735 (0.01%)
    """
    return 2 * gaussian_half_angle_urad(beam_radius_m, wavelength_m)


def spot_diameter_m(beam_half_angle_urad: Array, link_distance_m: Array) -> Array:
    """Diameter of the beam's spot at the far end, in the far field. [m]

    D = 2 θ d. Small angles; the telescope's own diameter is not added.
    Source: twice the radius of [S063] section 4.2.
    Check: spot_diameter_m(18.9, 5e6) = 189 (0.01%)
    """
    return 2 * spot_radius_m(beam_half_angle_urad, link_distance_m)


def diffraction_spot_diameter_m(aperture_diameter_m: Array, wavelength_m: Array, link_distance_m: Array) -> Array:
    """Diameter of a diffraction-limited telescope's spot at the far end. [m]

    D = 2 × 1.22 λ d/D₀.
    Source: twice the radius of [S063] section 4.2.
    Check: diffraction_spot_diameter_m(0.1, 1.55e-6, 5e6) = 189.05 (0.01%)
    """
    return 2 * diffraction_spot_radius_m(aperture_diameter_m, wavelength_m, link_distance_m)


def confocal_distance_m(beam_radius_m: Array, wavelength_m: Array) -> Array:
    """Length of the symmetric link on which a beam of this radius at both optics just stays within them. [m]

    L = π a²/λ: the waist, a/√2, lies midway. A perfect Gaussian beam, aperture not cut, no jitter.
    Source: [S063] section 4.2, about 5 km for 5 cm.
    Check: confocal_distance_m(0.05, 1.55e-6) = 5067 (0.01%)
    Check: confocal_distance_m(0.0125, 1.55e-6) = 316.7 (0.01%)
    """
    return np.pi * beam_radius_m**2 / _above_zero("wavelength_m", wavelength_m)


def multiplexed_confocal_distance_m(aperture_diameter_m: Array, apertures_per_side_count: Array, wavelength_m: Array) -> Array:
    """Longest link on which n × n small telescopes in one aperture keep their beams apart. [m]

    L = π (D/2n)²/λ. As confocal_distance_m; squares of a side D/n, each filled by its beam.
    Source: [S063] figure 1: 1.25 km for 2 × 2 and 0.32 km for 4 × 4 in 10 cm.
    Check: multiplexed_confocal_distance_m(0.1, 2, 1.55e-6) = 1266.8 (0.01%)
    Check: multiplexed_confocal_distance_m(0.1, 4, 1.55e-6) = 316.7 (0.01%)
    """
    parts = 2 * _above_zero("apertures_per_side_count", apertures_per_side_count)
    return confocal_distance_m(aperture_diameter_m / parts, wavelength_m)


def aperture_radius_m(aperture_diameter_m: Array) -> Array:
    """Radius of a telescope, where its diameter is known. [m]

    a = D/2.
    Source: definition.
    Check: aperture_radius_m(0.1) = 0.05 (0%)
    """
    return aperture_diameter_m / 2


def confocal_beam_radius_m(link_distance_m: Array, wavelength_m: Array) -> Array:
    """Smallest beam radius at the optics that still fits both ends of a symmetric link. [m]

    a = √(λ d/π).
    Source: [S063] section 4.2.
    Check: confocal_beam_radius_m(5067, 1.55e-6) = 0.05 (0.01%)
    """
    return np.sqrt(wavelength_m * _above_zero("link_distance_m", link_distance_m) / np.pi)


def confocal_aperture_diameter_m(link_distance_m: Array, wavelength_m: Array) -> Array:
    """Smallest telescope for a symmetric link of this length. [m]

    D = 2 √(λ d/π).
    Source: [S063] section 4.2.
    Check: confocal_aperture_diameter_m(5067, 1.55e-6) = 0.1 (0.01%)
    """
    return 2 * confocal_beam_radius_m(link_distance_m, wavelength_m)


def required_receive_power_w(channels_count: Array, channel_receive_power_dbm: Array) -> Array:
    """Light that all colours of a multi-channel receiver need together. [W]

    P = n · 1 mW · 10^(p/10), p in dBm per channel.
    Source: [S063] section 4.2: 24 channels at -20 dBm need 0.24 mW.
    Check: required_receive_power_w(24, -20) = 0.24e-3 (0.01%)
    """
    return channels_count * _watts(channel_receive_power_dbm)


def link_range_m(
    transmit_power_w: Array,
    transmit_gain_db: Array,
    receive_gain_db: Array,
    wavelength_m: Array,
    other_losses_db: Array,
    required_light_w: Array,
    kept_margin_db: Array,
) -> Array:
    """Distance at which the light that arrives is just what the receiver needs, with a margin kept. [m]

    d = (λ/4π) √(P_t G_t G_r L/(P_r M)). Far field. With [S063]'s own terms and no margin 408 km, where it prints about
    300 km: that leaves 2.7 dB in hand.
    Source: [S063] equation 1 and figure 1.
    Check: link_range_m(5, 105.1, 105.1, 1.55e-6, -3, 0.24e-3, 0) = 407.85e3 (0.1%)
    Check: link_range_m(5, 105.1, 105.1, 1.55e-6, -3, 0.24e-3, 3) = 288.74e3 (0.1%)
    """
    spare_db = _decibels(transmit_power_w / _above_zero("required_light_w", required_light_w))
    gains_db = transmit_gain_db + receive_gain_db - np.abs(other_losses_db) - kept_margin_db
    return wavelength_m / _FULL_SPHERE * _factor((spare_db + gains_db) / 2)


def telescope_link_range_m(
    transmit_power_w: Array,
    transmit_aperture_diameter_m: Array,
    receive_aperture_diameter_m: Array,
    aperture_efficiency_frac: Array,
    wavelength_m: Array,
    other_losses_db: Array,
    channels_count: Array,
    channel_receive_power_dbm: Array,
    kept_margin_db: Array,
) -> Array:
    """Distance to which a link of many colours reaches, from its telescopes' diameters. [m]

    d = (λ/4π) √(P_t G_t G_r L/(n p M)), G = η (π D/λ)². Far field, as link_range_m.
    Source: [S063] section 4.2.
    Check: telescope_link_range_m(5, 0.1, 0.1, 0.8, 1.55e-6, 3, 24, -20, 0) = 414.1e3 (0.1%)
    """
    sent_db = telescope_gain_db(transmit_aperture_diameter_m, wavelength_m, aperture_efficiency_frac)
    caught_db = telescope_gain_db(receive_aperture_diameter_m, wavelength_m, aperture_efficiency_frac)
    needed_w = required_receive_power_w(channels_count, channel_receive_power_dbm)
    return link_range_m(transmit_power_w, sent_db, caught_db, wavelength_m, other_losses_db, needed_w, kept_margin_db)


def link_margin_db(received_light_w: Array, required_light_w: Array) -> Array:
    """Light that arrives over light that is needed. [dB]

    M = 10 log10(P_r/P_needed). Negative where the link does not close.
    Source: definition.
    Check: link_margin_db(0.48e-3, 0.24e-3) = 3.0103 (0.01%)
    """
    return _decibels(received_light_w / _above_zero("required_light_w", required_light_w))


def friis_link_margin_db(
    transmit_power_w: Array,
    transmit_gain_db: Array,
    receive_gain_db: Array,
    wavelength_m: Array,
    link_distance_m: Array,
    other_losses_db: Array,
    required_light_w: Array,
) -> Array:
    """Margin of a link at a distance, from its gains. [dB]

    M = 10 log10(P_t G_t G_r (λ/4πd)² L/P_needed).
    Source: [S063] equation 1.
    Check: friis_link_margin_db(5, 105.1, 105.1, 1.55e-6, 300e3, -3, 0.24e-3) = 2.6676 (0.1%)
    """
    arrives_w = received_power_w(
        transmit_power_w, transmit_gain_db, receive_gain_db, wavelength_m, link_distance_m, other_losses_db
    )
    return link_margin_db(arrives_w, required_light_w)


def pointing_accuracy_urad(aperture_radius_m: Array, beam_wander_frac: Array, link_distance_m: Array) -> Array:
    """Pointing that keeps the beam's wander at the far aperture within a share of its radius. [urad]

    α = w a/d.
    Source: [S063] section 4.2: 10 % of 5 cm over 5 km is 1.0 µrad.
    Check: pointing_accuracy_urad(0.05, 0.1, 5000) = 1 (0.01%)
    """
    return URAD_PER_RADIAN * beam_wander_frac * aperture_radius_m / _above_zero("link_distance_m", link_distance_m)


def pointing_loss_db(pointing_error_urad: Array, beam_half_angle_urad: Array) -> Array:
    """Light lost to a beam that points beside its mark, in the far field. [dB]

    L = 10 log10(e) · 2 (α/θ)², θ the half angle to 1/e² of a Gaussian beam; positive is a loss. Use half the width to
    the first dark ring with care: an Airy spot falls a little faster.
    Source: Gaussian optics.
    Check: pointing_loss_db(9.868, 9.868) = 8.686 (0.01%)
    """
    shares = pointing_error_urad / _above_zero("beam_half_angle_urad", beam_half_angle_urad)
    return 2 * shares**2 * _decibels(np.e)


def _decibels(ratio: Array) -> Array:
    return DECIBELS_PER_BEL * np.log10(ratio)


def _factor(level_db: Array) -> Array:
    return DECIBELS_PER_BEL ** (level_db / DECIBELS_PER_BEL)


def _watts(level_dbm: Array) -> Array:
    """1 mW is the dBm's zero: three bels below a watt. [W]"""
    return _factor(level_dbm) / DECIBELS_PER_BEL**3


def _above_zero(name: str, value: Array) -> Array:
    """The value; a scalar that is not above zero raises ValueError, in an array it becomes nan."""
    if np.ndim(value) == 0:
        if not value > 0:
            raise ValueError(f"{name} is {value:g}; it must be above 0")
        return value
    return np.where(np.asarray(value) > 0, value, np.nan)
