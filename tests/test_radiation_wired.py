"""Radiation where both sides are wired: the ground keeps its measured rates, the orbit's errors follow its dose."""

import pytest

from earth_or_orbit import study
from earth_or_orbit.quantities import reliability

ERRORS = "silent_errors_per_accelerator_year"


def orbit_value(name, concept="google_suncatcher", settings=None, choices=None):
    compared = study.compare("fairwater_wi", concept, settings=settings, choices=choices)
    return float(compared.values["orbit"][name])


def test_the_ground_keeps_its_measured_rates():
    host = reliability.host_interruptions_per_year(0.0, 450, 400)
    stops = reliability.interruptions_per_accelerator_year(0.173, 0.0, 44, 5000, host, 4)
    assert host == 0 and stops == 0.173
    assert reliability.stops_per_accelerator_year(stops, host, 4) == 0.173
    ground = study.compare("fairwater_wi", "google_suncatcher").values["ground"]
    assert ground[ERRORS] == pytest.approx(0.00248)
    assert ground["delivered_frac"] == pytest.approx(0.99825, abs=1e-4)


def test_a_host_that_stops_counts_once_for_a_job_and_for_each_of_its_accelerators():
    host, sharing = 0.708, 4
    chip = reliability.interruptions_per_accelerator_year(0.0, 150, 44, 5000, 0.0, sharing)
    job = reliability.interruptions_per_accelerator_year(0.0, 150, 44, 5000, host, sharing)
    assert job == pytest.approx(chip + host / sharing)
    assert reliability.stops_per_accelerator_year(job, host, sharing) == pytest.approx(chip + host)


def test_a_stated_dose_gives_what_its_source_says():
    """150 rad a year over 17 rad for each silent error."""
    errors = orbit_value(ERRORS, choices={"dose_basis": "stated"}) - 0.00248
    assert errors == pytest.approx(150 / 17, rel=1e-6)


def test_errors_follow_altitude_and_shielding():
    here = orbit_value(ERRORS)
    assert orbit_value(ERRORS, settings={"orbit_altitude_km": 1000}) > 3 * here
    assert orbit_value(ERRORS, settings={"shielding_aluminium_mm": 20}) < here < orbit_value(
        ERRORS, settings={"shielding_aluminium_mm": 5}
    )
    assert orbit_value(ERRORS, choices={"dose_basis": "stated"}, settings={"orbit_altitude_km": 1000}) == pytest.approx(
        orbit_value(ERRORS, choices={"dose_basis": "stated"})
    )


def test_computed_and_stated_dose_of_google_agree_within_the_models_factor_of_two():
    assert 0.5 < orbit_value(ERRORS) / orbit_value(ERRORS, choices={"dose_basis": "stated"}) < 2
