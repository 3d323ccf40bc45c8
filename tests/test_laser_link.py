"""Laser links: the published figures of Google's link, optics by integration, levels in decibels."""

import math

import numpy as np
import pytest

from earth_or_orbit import facts
from earth_or_orbit.constants import AIRY_FIRST_DARK_RING, PLANCK_CONSTANT_J_S, SPEED_OF_LIGHT_M_PER_S
from earth_or_orbit.quantities import laser_link as link
from earth_or_orbit.quantities import laser_rate as rate
from earth_or_orbit.tables.cluster import published_value
from earth_or_orbit.units import UnitError, compatible, convert, convert_difference, unit_of_name

GOOGLE = "google_suncatcher_link"


@pytest.fixture(scope="module")
def printed():
    data = facts.load()
    return lambda quantity: published_value(data, GOOGLE, quantity)


def test_the_published_link_from_its_own_figures(printed):
    wavelength, diameter = printed("wavelength_m"), printed("aperture_diameter_m")
    gain = link.telescope_gain_db(diameter, wavelength, printed("aperture_efficiency_frac"))
    assert gain == pytest.approx(printed("transmit_gain_db"), abs=0.1)
    terms = printed("transmit_power_w"), printed("transmit_gain_db"), printed("transmit_gain_db"), wavelength
    losses = printed("other_losses_db")
    assert link.received_power_w(*terms, 5e6, losses) == pytest.approx(1.6e-6, rel=0.01)
    needed = link.required_receive_power_w(printed("channels_count"), printed("channel_receive_power_dbm"))
    assert needed == pytest.approx(0.24e-3)
    reach = link.link_range_m(*terms, losses, needed, 0.0)
    assert reach == pytest.approx(407.85e3, rel=1e-3)  # printed as about 300 km, which keeps 2.7 dB
    assert link.friis_link_margin_db(*terms, printed("link_range_m"), losses, needed) == pytest.approx(2.67, abs=0.01)
    assert link.confocal_distance_m(diameter / 2, wavelength) == pytest.approx(printed("confocal_distance_m"), rel=0.02)
    for side, distance in ((2, 1250), (4, 320)):
        assert link.multiplexed_confocal_distance_m(diameter, side, wavelength) == pytest.approx(distance, rel=0.02)
    pointing = link.pointing_accuracy_urad(diameter / 2, printed("beam_wander_frac"), printed("confocal_distance_m"))
    assert pointing == pytest.approx(printed("pointing_accuracy_urad"))


def test_the_published_rates_from_its_own_figures(printed):
    channels, each = printed("channels_count"), printed("channel_rate_bps")
    assert rate.aperture_data_rate_bps(channels, each) == printed("aperture_data_rate_bps") == 9.6e12
    band = channels * printed("channel_spacing_hz")
    assert rate.grid_data_rate_bps(band, 75e9, each) == 12.8e12
    photons = rate.photons_per_bit_count(1e-5, each, printed("wavelength_m"))
    assert photons == pytest.approx(printed("photons_needed_count"), rel=0.005)
    assert rate.shannon_photons_per_bit_count(0.0, 2) == pytest.approx(printed("shannon_photons_per_bit_count"), rel=0.003)


def test_the_airy_ring_is_the_first_zero_of_the_bessel_function():
    def bessel_one(x):
        return sum((-1) ** k * (x / 2) ** (2 * k + 1) / (math.factorial(k) * math.factorial(k + 1)) for k in range(25))

    low, high = 3.0, 4.5
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if bessel_one(middle) > 0 else (low, middle)
    assert pytest.approx(low / math.pi, rel=1e-5) == AIRY_FIRST_DARK_RING


def test_a_gaussian_beam_of_the_confocal_link_fits_both_ends_and_no_longer_one_does():
    wavelength, radius = 1.55e-6, 0.05
    length = link.confocal_distance_m(radius, wavelength)

    def at_the_optics(distance, waist):
        return waist * math.sqrt(1 + (wavelength * distance / 2 / (math.pi * waist**2)) ** 2)

    assert at_the_optics(length, radius / math.sqrt(2)) == pytest.approx(radius)
    waists = np.linspace(0.01, radius, 400)
    assert min(at_the_optics(1.01 * length, w) for w in waists) > radius
    assert link.confocal_beam_radius_m(length, wavelength) == pytest.approx(radius)
    assert link.confocal_aperture_diameter_m(length, wavelength) == pytest.approx(2 * radius)


def test_friis_gain_is_the_share_of_an_even_spot_that_the_aperture_catches():
    # A beam that is even over a solid angle 4π/G lights the aperture's effective area G λ²/4π at the far end.
    wavelength, distance, gain_db = 1.55e-6, 1e6, 100.0
    gain = 10 ** (gain_db / 10)
    lit_m2, area_m2 = 4 * math.pi / gain * distance**2, gain * wavelength**2 / (4 * math.pi)
    assert link.received_power_w(1.0, gain_db, gain_db, wavelength, distance, 0.0) == pytest.approx(area_m2 / lit_m2)
    both = link.free_space_path_loss_db(distance, wavelength)
    assert link.received_power_w(1.0, both / 2, both / 2, wavelength, distance, 0.0) == pytest.approx(1.0)


def test_a_link_at_its_range_receives_just_what_it_needs_with_the_margin_kept():
    terms = 5.0, 104.0, 106.0, 1.06e-6
    reach = link.link_range_m(*terms, 4.0, 1e-4, 3.0)
    assert link.friis_link_margin_db(*terms, reach, 4.0, 1e-4) == pytest.approx(3.0)
    reach = link.telescope_link_range_m(5, 0.1, 0.2, 0.7, 1.55e-6, 3, 24, -20, 0)
    assert link.telescope_received_power_w(5, 0.1, 0.2, 0.7, 1.55e-6, reach, 3) == pytest.approx(0.24e-3)
    assert link.telescope_link_range_m(5, 0.1, 0.4, 0.7, 1.55e-6, 3, 24, -20, 0) == pytest.approx(2 * reach)


def test_pointing_loss_is_the_gaussian_beams_own():
    angles = np.linspace(-60, 60, 4001)
    x, y = np.meshgrid(angles, angles, sparse=True)
    brightness = np.exp(-2 * (x**2 + y**2) / 9.868**2)
    aside = brightness[2000, 2000 + round(5 / 0.03)] / brightness.max()
    assert -10 * math.log10(aside) == pytest.approx(link.pointing_loss_db(round(5 / 0.03) * 0.03, 9.868), rel=1e-6)
    inside = brightness[np.broadcast_to(x**2 + y**2 <= 9.868**2, brightness.shape)].sum() / brightness.sum()
    assert inside == pytest.approx(1 - math.exp(-2), rel=2e-3)  # what its 1/e² radius holds
    assert link.gaussian_half_angle_urad(0.05, 1.55e-6) == pytest.approx(9.868, rel=1e-3)


def test_photons_are_energy():
    photons = rate.photons_per_bit_count(2.0, 3e9, 1e-6)
    assert photons * 3e9 * PLANCK_CONSTANT_J_S * SPEED_OF_LIGHT_M_PER_S / 1e-6 == pytest.approx(2.0)
    assert rate.photon_limited_data_rate_bps(2.0, photons, 1e-6) == pytest.approx(3e9)


def test_shannons_limit_is_the_capacity_law():
    for efficiency in (1e-6, 0.5, 2.0, 8.0):
        photons = rate.shannon_photons_per_bit_count(efficiency, 2.0)
        assert math.log2(1 + photons * efficiency / 2.0) == pytest.approx(efficiency)  # bits per symbol at that signal to noise
    assert rate.shannon_photons_per_bit_count(np.array([0.0, 1e-9]), 2.0) == pytest.approx(2 * math.log(2))


def test_whole_channels_only_and_beams_by_distance():
    assert rate.grid_channels_count(np.array([2.39e12, 2.4e12, 2.4e12]), np.array([100e9, 100e9, 75e9])).tolist() == [23, 24, 32]
    assert rate.grid_channels_count(0.3, 0.1) == 3  # 2.9999999999999996 in a double
    assert rate.parallel_beams_limit_count(0.1, 600.0, 1.55e-6) == pytest.approx(
        2 * rate.parallel_beams_limit_count(0.1, 1200.0, 1.55e-6)
    )
    assert rate.multiplexed_data_rate_bps(24, 400e9, rate.apertures_per_side_count(4)) == 4 * 9.6e12


def test_draws_broadcast_and_what_makes_no_sense_is_refused():
    distance = np.array([1e5, 2e5, -1.0])
    power = link.received_power_w(5, 105.1, 105.1, 1.55e-6, distance, -3)
    assert power[0] == pytest.approx(4 * power[1]) and np.isnan(power[2])
    for call, said in (
        (lambda: link.received_power_w(5, 105.1, 105.1, 1.55e-6, 0, -3), "link_distance_m is 0; it must be above 0"),
        (lambda: link.telescope_gain_db(-0.1, 1.55e-6, 0.8), "aperture_diameter_m is -0.1"),
        (lambda: link.confocal_distance_m(0.05, 0), "wavelength_m is 0"),
        (lambda: rate.photons_per_bit_count(1e-5, 0, 1.55e-6), "data_rate_bps is 0"),
        (lambda: rate.grid_channels_count(2.4e12, 0), "channel_spacing_hz is 0"),
    ):
        with pytest.raises(ValueError, match=said):
            call()


def test_levels_in_decibels_convert_by_their_logarithm():
    assert convert(-20, "dBm", "mW") == pytest.approx(0.01)
    assert convert(0.24, "mW", "dBm") == pytest.approx(-6.198, abs=1e-3)
    assert convert(5, "W", "dBW") == pytest.approx(6.990, abs=1e-3)
    assert convert(37, "dBm", "dBW") == pytest.approx(7)
    assert convert(3, "dB", "-") == pytest.approx(1.995, abs=1e-3)
    assert convert(105.1, "dBi", "dB") == 105.1
    assert np.allclose(convert(np.array([-20.0, 0.0]), "dBm", "W"), [1e-5, 1e-3])
    assert convert_difference(0.5, "dB", "dBm") == 0.5
    with pytest.raises(UnitError, match="between decibels a step is in dB"):
        convert_difference(0.5, "dB", "-")
    with pytest.raises(UnitError, match="does not fit"):
        convert(3, "dB", "kg")
    assert not compatible("dB", "urad") and compatible("dB", "ratio") and compatible("dBm", "uW")


@pytest.mark.parametrize(
    ("name", "unit"), [("telescope_gain_db", "dB"), ("level_dbm", "dBm"), ("beam_half_angle_urad", "urad"), ("grid_hz", "Hz")]
)
def test_names_state_these_units(name, unit):
    assert unit_of_name(name) == unit
