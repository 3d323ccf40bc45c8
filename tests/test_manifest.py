"""Launches by mass and by volume, what is lost on the way, and the year in which a limit could be met."""

from dataclasses import replace

import numpy as np
import pytest

from earth_or_orbit import facts, scenario, study, tables
from earth_or_orbit.quantities import manifest, schedule
from earth_or_orbit.sentences import manifest as told
from earth_or_orbit.tables import manifest as made

CONCEPT, CASE, MW = "spacex_ai1", "demonstrated", 100.0
LOADS = ("satellite_mass_kg", "satellites_per_launch_by_mass_count", "satellites_per_launch_by_volume_count",
         "satellites_per_launch_count", "launch_load_kg", "payload_to_orbit_kg", "mass_to_orbit_kg", "launches_per_year",
         "horizon_years", "launch_price_usd_per_kg")  # fmt: skip


@pytest.fixture(scope="module")
def data() -> facts.Data:
    return facts.load()


@pytest.mark.parametrize("concept", scenario.names("orbit"))
@pytest.mark.parametrize("case", scenario.CASES)
def test_the_smaller_limit_fills_the_launch_and_sets_the_price(data: facts.Data, concept: str, case: str) -> None:
    v = tables.fleet(data, concept, case, MW).compute(LOADS)
    limits = [v["satellites_per_launch_by_mass_count"], v["satellites_per_launch_by_volume_count"]]
    assert v["satellites_per_launch_count"] == min(limits)
    assert v["launch_load_kg"] <= v["payload_to_orbit_kg"] * (1 + 1e-12)
    lifted = v["launches_per_year"] * v["horizon_years"] * v["satellites_per_launch_count"] * v["satellite_mass_kg"]
    assert lifted == pytest.approx(v["mass_to_orbit_kg"])


def test_a_roomier_fairing_lowers_the_price_until_mass_binds(data: facts.Data) -> None:
    prices = []
    for fairing in (50.0, 100.0, 2000.0, 4000.0):
        ready = tables.fleet(data, CONCEPT, CASE, MW, settings={"fairing_volume_m3": fairing})
        prices.append(ready.compute(("launch_price_usd_per_kg",))["launch_price_usd_per_kg"])
    assert prices[0] == pytest.approx(2 * prices[1]) and prices[1] > prices[2] == pytest.approx(prices[3])


def test_what_is_launched_stands_is_renewed_replaced_or_lost(data: facts.Data) -> None:
    table = made.losses(data, CONCEPT, CASE, MW, {}, 50).set_index("step")
    v = tables.fleet(data, CONCEPT, CASE, MW).compute(("mass_to_orbit_kg", "satellite_mass_kg", "satellites_count"))
    assert table["satellites"].sum() == pytest.approx(v["mass_to_orbit_kg"] / v["satellite_mass_kg"])
    assert table.loc["fleet", "satellites"] == pytest.approx(v["satellites_count"])
    assert (table["low"] <= table["high"]).all() and (table["satellites"] >= 0).all()


def test_lost_satellites_are_paid_for_with_their_chips(data: facts.Data) -> None:
    names = ("refresh_usd", "capex_plant_usd", "capex_power_usd", "capex_launch_usd", "capex_accelerators_usd", "annuity_years")
    without, with_losses = (
        tables.fleet(data, CONCEPT, CASE, MW, settings={"satellite_loss_frac_per_year": loss}).compute(names)
        for loss in (0.0, 0.02)
    )
    first_set = sum(without[name] for name in names[1:5])
    assert with_losses["refresh_usd"] - without["refresh_usd"] == pytest.approx(0.02 * without["annuity_years"] * first_set)


def test_ground_and_orbit_replace_by_the_same_rule(data: facts.Data) -> None:
    pair = study.compare("fairwater_wi", CONCEPT)
    ground, orbit = (pair.sides[side].compute(("plant_sets_ratio", "plant_generations_ratio", "plant_loss_frac_per_year"))
                     for side in scenario.SIDES)  # fmt: skip
    for v in (ground, orbit):
        assert v["plant_sets_ratio"] == pytest.approx(v["plant_generations_ratio"] + 15 * v["plant_loss_frac_per_year"])
    assert ground["plant_loss_frac_per_year"] == 0 < orbit["plant_loss_frac_per_year"]


def test_a_ramp_with_losses_meets_its_own_differential_equation() -> None:
    lead, power, ramp, loss = 24.0, 300.0, 100.0, 0.1
    years = (float(schedule.months_to_full_power(lead, power, ramp, loss)) - lead) / 12
    steps = np.linspace(0, years, 20001)
    stood = 0.0
    for width in np.diff(steps):
        stood += width * (ramp - loss * stood)
    assert stood == pytest.approx(power, rel=1e-3)
    assert np.isinf(schedule.months_to_full_power(lead, power, 25.0, loss))
    assert schedule.months_to_full_power(lead, power, ramp, 1e-12) == pytest.approx(lead + 36)


@pytest.mark.parametrize("life", [5.0, 30.0])
def test_a_growing_ramp_is_whole_when_its_vintages_add_up(life: float) -> None:
    power, ramp, growth = 2000.0, 100.0, 0.3
    years = float(schedule.growing_ramp_whole_years(power, ramp, growth, life))
    built = np.linspace(max(0.0, years - life), years, 200001)
    assert np.trapezoid(ramp * (1 + growth) ** built, built) == pytest.approx(power, rel=1e-6)


def test_an_infeasible_fleet_names_its_limit_and_its_year() -> None:
    pair = study.compare("fairwater_wi", CONCEPT)
    limit = pair.infeasible["orbit"]["months_to_full_power"]
    assert "launches of the vehicle, full by" in limit.text and str(limit.year) in limit.text and limit.year > 2026
    assert 0 < pair.values["orbit"]["delivered_share_at_horizon_frac"] < 1
    told_json = pair.as_json()["orbit"]["months_to_full_power"]
    assert told_json == {"central": None, "status": "infeasible", "limit": limit.text, "year": limit.year}
    by_factory = study.compare("fairwater_wi", CONCEPT, settings={"satellite_factory_count_per_year": 5.0})
    assert "satellite factories" in by_factory.infeasible["orbit"]["months_to_full_power"].text
    soon = study.compare("fairwater_wi", CONCEPT, "promised", settings={"horizon_years": 2.5})
    assert "at this rate it is whole in" in soon.infeasible["orbit"]["months_to_full_power"].text
    never = study.compare("fairwater_wi", "openai_stoke_nova").infeasible["orbit"]["months_to_full_power"]
    assert never.year is None and "a rate of 0 never makes it whole" in never.text


@pytest.mark.parametrize("orbit", made.ORBITS)
@pytest.mark.parametrize("concept", scenario.names("orbit"))
def test_every_vehicle_is_manifested_for_every_concept(data: facts.Data, concept: str, orbit: str) -> None:
    for case in scenario.CASES:
        table = made.manifest_of_vehicles(data, concept, case, MW, orbit, {})
        fits = table[table["binds"] != "too_large"]
        assert len(table) >= 25 and (fits["per_launch"] <= fits["by_mass"]).all()
        whole = np.ceil(fits["launches_by_mass"] * fits["by_mass"] / fits["per_launch"])
        assert (fits["launches"] == whole).all()
        printed = told.printed_manifest(table)
        assert len(printed) == len(table) and not printed.isin(["nan"]).any(axis=None)
        assert told.limits_read(table, concept).endswith(".")


@pytest.mark.parametrize(
    ("vehicle", "orbit", "said"),
    [
        ("vulcan_vc7", "low", r"vehicle 'vulcan_vc7' is not known; did you mean 'vulcan_vc\d'\?; allowed: "),
        ("falcon_9", "polar", "orbit 'polar' is not known; allowed: sun_synchronous, low"),
    ],
)
def test_an_unknown_vehicle_or_orbit_is_one_line(data: facts.Data, vehicle: str, orbit: str, said: str) -> None:
    with pytest.raises(facts.FactError, match=said) as caught:
        made.payload_kg(data, vehicle, orbit)
    assert "\n" not in str(caught.value)


def test_a_vehicle_without_a_payload_to_the_orbit_is_one_line(data: facts.Data) -> None:
    kept = tuple(f for f in data.facts if (f.subject, f.quantity) != ("falcon_heavy", "leo_to_sso_frac"))
    lacking = replace(data, facts=kept)
    table = made.manifest_of_vehicles(lacking, CONCEPT, CASE, MW, "sun_synchronous", {})
    assert "falcon_heavy" not in set(table["vehicle"]) and "falcon_9" in set(table["vehicle"])
    with pytest.raises(facts.FactError, match="vehicle 'falcon_heavy' has no payload to a sun-synchronous orbit") as caught:
        told.own_row(lacking, table, "falcon_heavy", "sun_synchronous")
    assert "these have one: " in str(caught.value) and "\n" not in str(caught.value)
    assert made.payload_kg(lacking, "falcon_heavy", "low") == (30000.0, "published")


def test_the_smaller_limit_binds_and_a_satellite_that_does_not_fit_is_said() -> None:
    assert made._binding(3.7, 2.2) == ("volume", 2) and made._binding(1.2, 5.0) == ("mass", 1)
    assert made._binding(0.9, 5.0) == ("too_large", 0) and made._binding(4.4, np.nan) == ("unknown", 4)
    assert manifest.satellite_stowed_volume_m3(0.0, 50.0, 0.0, 9.0, 950.0, 950.0, 0.0) == pytest.approx(1.0)
