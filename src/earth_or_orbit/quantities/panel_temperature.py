"""How hot a panel gets whose front takes the Sun and whose two faces radiate: steady, and along one orbit.

Bare formulas: no facility wires them. A panel is one temperature through its thickness. What its cells turn into
electricity comes back as heat where the computers sit on the panel, or leaves it.
"""

import numpy as np

from earth_or_orbit.constants import EARTH_EQUATORIAL_RADIUS_KM, STEFAN_BOLTZMANN_W_PER_M2_K4, Array
from earth_or_orbit.quantities.view_factors import (
    calculator_earth_view_factor_frac,
    sun_facing_earth_view_factor_frac,
    tilted_earth_view_factor_frac,
)

_NEWTON_STEPS = 12  # structure: steps of the solution, which settles to rounding in six


def sunlit_face_temperature_k(
    solar_absorptivity_frac: Array, solar_irradiance_w_per_m2: Array, radiator_emissivity_frac: Array
) -> Array:
    """Temperature of a sheet square onto the Sun that radiates from its lit face alone. [K]

    T = (α S / (ε σ))^¼. Nothing from the Earth, nothing through the back.
    Source: Stefan–Boltzmann law.
    Check: sunlit_face_temperature_k(1, 1361, 1) = 393.6 (0.01%)
    """
    return _temperature_k(solar_absorptivity_frac * solar_irradiance_w_per_m2, radiator_emissivity_frac)


def sunlit_plate_temperature_k(
    solar_absorptivity_frac: Array,
    solar_irradiance_w_per_m2: Array,
    radiator_emissivity_frac: Array,
    radiating_faces_count: Array,
) -> Array:
    """Temperature of a plate square onto the Sun that radiates from one face or from both. [K]

    T = (α S / (n ε σ))^¼. Nothing from the Earth.
    Source: Stefan–Boltzmann law.
    Check: sunlit_plate_temperature_k(1, 1361, 1, 2) = 330.98 (0.02%)
    """
    absorbed = solar_absorptivity_frac * solar_irradiance_w_per_m2
    return _temperature_k(absorbed, radiating_faces_count * radiator_emissivity_frac)


def sunlit_sphere_temperature_k(
    solar_absorptivity_frac: Array, solar_irradiance_w_per_m2: Array, radiator_emissivity_frac: Array
) -> Array:
    """Temperature of a sphere of one temperature in sunlight. [K]

    T = (α S / (4 ε σ))^¼: it takes sunlight on its disc and radiates from four times that surface.
    Source: Stefan–Boltzmann law.
    Check: sunlit_sphere_temperature_k(1, 1361, 1) = 278.3 (0.01%)
    """
    return _temperature_k(solar_absorptivity_frac * solar_irradiance_w_per_m2, 2**2 * radiator_emissivity_frac)


def working_plate_temperature_k(
    solar_absorptivity_frac: Array,
    solar_cell_efficiency_frac: Array,
    electricity_returned_frac: Array,
    solar_irradiance_w_per_m2: Array,
    front_emissivity_frac: Array,
    back_emissivity_frac: Array,
) -> Array:
    """Temperature of an array square onto the Sun that makes electricity and radiates from both faces. [K]

    T = (S (α − η (1 − r)) / ((ε_f + ε_b) σ))^¼, r the share of the electricity that returns as heat. Nothing from the Earth.
    Source: energy balance.
    Check: working_plate_temperature_k(0.92, 0.22, 0, 1361, 0.85, 0.9) = 313.02 (0.01%)
    Check: working_plate_temperature_k(0.92, 0.22, 1, 1361, 0.85, 0.9) = 335.16 (0.02%)
    """
    kept = solar_absorptivity_frac - solar_cell_efficiency_frac * (1 - electricity_returned_frac)
    return _temperature_k(solar_irradiance_w_per_m2 * kept, front_emissivity_frac + back_emissivity_frac)


def bifacial_panel_temperature_k(
    solar_absorptivity_frac: Array,
    front_emissivity_frac: Array,
    back_emissivity_frac: Array,
    solar_cell_efficiency_frac: Array,
    electricity_returned_frac: Array,
    solar_irradiance_w_per_m2: Array,
    earth_infrared_w_per_m2: Array,
    earth_albedo_frac: Array,
    beta_angle_deg: Array,
    orbit_altitude_km: Array,
    front_earth_view_factor_frac: Array,
    back_earth_view_factor_frac: Array,
    view_factors_stated_frac: Array,
    space_temperature_k: Array,
) -> Array:
    """Steady temperature of a panel that is array in front and radiator on both faces, by stated view factors. [K]

    (ε_f + ε_b) σ (T⁴ − T_space⁴) = S (α − η (1 − r)) + E (F_f ε_f + F_b ε_b) + a S α F_f cos β, r the share of the
    electricity that returns as heat. The view factors are the stated ones to the stated share (1) and for the rest the
    exact orbit means of a panel that follows the Sun. The albedo term is the calculator's; exact_panel_temperature_k has none.
    Source: [mccalip-math] equilibrium of a bifacial panel, whose view factors edge-on are 12 times too small.
    Check: bifacial_panel_temperature_k(0.92, 0.85, 0.9, 0.2, 1, 1361, 237, 0.3, 90, 550, 0.02118, 0.02118, 1, 3) = 335.74 (0.01%)
    Check: bifacial_panel_temperature_k(0.92, 0.85, 0.9, 0.2, 1, 1361, 237, 0.3, 90, 550, 0.02118, 0.02118, 0, 3) = 342.10 (0.01%)
    """
    exact = sun_facing_earth_view_factor_frac(orbit_altitude_km, beta_angle_deg)
    share = view_factors_stated_frac
    front = share * front_earth_view_factor_frac + (1 - share) * exact
    back = share * back_earth_view_factor_frac + (1 - share) * exact
    kept = solar_absorptivity_frac - solar_cell_efficiency_frac * (1 - electricity_returned_frac)
    infrared = earth_infrared_w_per_m2 * (front * front_emissivity_frac + back * back_emissivity_frac)
    lit = earth_albedo_frac * solar_absorptivity_frac * front * np.cos(np.deg2rad(beta_angle_deg))
    emissivity = front_emissivity_frac + back_emissivity_frac
    from_space = emissivity * STEFAN_BOLTZMANN_W_PER_M2_K4 * space_temperature_k**4
    return _temperature_k(solar_irradiance_w_per_m2 * (kept + lit) + infrared + from_space, emissivity)


def calculator_panel_temperature_k(
    solar_absorptivity_frac: Array,
    front_emissivity_frac: Array,
    back_emissivity_frac: Array,
    solar_cell_efficiency_frac: Array,
    electricity_returned_frac: Array,
    solar_irradiance_w_per_m2: Array,
    earth_infrared_w_per_m2: Array,
    earth_albedo_frac: Array,
    beta_angle_deg: Array,
    orbit_altitude_km: Array,
    earth_radius_km: Array,
    view_factors_stated_frac: Array,
    space_temperature_k: Array,
) -> Array:
    """Steady temperature of the bifacial panel with the view factors that McCalip's calculator makes itself. [K]

    T = bifacial_panel_temperature_k with F_f = F_b = the calculator's 72-point mean with its floor of 5 %; the stated
    share of 1 is his, 0 the exact geometry.
    Source: [mccalip-math] thermal calculation; all 16 of its published cases are met to 1e-9 with his σ of 5.67e-8.
    Check: calculator_panel_temperature_k(0.92, 0.85, 0.9, 0.22, 1, 1361, 237, 0.3, 90, 550, 6371, 1, 3) = 335.744 (0.001%)
    """
    seen = calculator_earth_view_factor_frac(orbit_altitude_km, beta_angle_deg, earth_radius_km)
    return bifacial_panel_temperature_k(
        solar_absorptivity_frac, front_emissivity_frac, back_emissivity_frac, solar_cell_efficiency_frac,
        electricity_returned_frac, solar_irradiance_w_per_m2, earth_infrared_w_per_m2, earth_albedo_frac, beta_angle_deg,
        orbit_altitude_km, seen, seen, view_factors_stated_frac, space_temperature_k,
    )  # fmt: skip


def exact_panel_temperature_k(
    solar_absorptivity_frac: Array,
    front_emissivity_frac: Array,
    back_emissivity_frac: Array,
    solar_cell_efficiency_frac: Array,
    electricity_returned_frac: Array,
    solar_irradiance_w_per_m2: Array,
    earth_infrared_w_per_m2: Array,
    orbit_altitude_km: Array,
) -> Array:
    """Steady temperature of a panel that is array and radiator, square onto the Sun and edge-on to the Earth. [K]

    (ε_f + ε_b) σ T⁴ = S (α − η (1 − r)) + E F (ε_f + ε_b), F exact. That is a dawn-dusk orbit with the Sun on its pole;
    sunlight from the Earth's lit limb would add less than 1 K and is left out.
    Source: energy balance with the closed form of the view factor.
    Check: exact_panel_temperature_k(0.92, 0.85, 0.9, 0.22, 1, 1361, 237, 550) = 342.10 (0.01%)
    Check: exact_panel_temperature_k(0.92, 0.85, 0.9, 0.22, 0, 1361, 237, 550) = 321.46 (0.01%)
    """
    seen = tilted_earth_view_factor_frac(orbit_altitude_km, 180 / 2)  # structure: a right angle, edge-on to the Earth
    kept = solar_absorptivity_frac - solar_cell_efficiency_frac * (1 - electricity_returned_frac)
    emissivity = front_emissivity_frac + back_emissivity_frac
    return _temperature_k(solar_irradiance_w_per_m2 * kept + earth_infrared_w_per_m2 * seen * emissivity, emissivity)


def chip_to_panel_temperature_k(accelerator_junction_temperature_k: Array, chip_to_panel_drop_k: Array) -> Array:
    """Panel temperature that leaves a chip at its limit. [K]

    T = T_chip − ΔT. What lies between the panel's own temperature and this is the margin.
    Source: [mccalip-math] radiator temperature, limit of the die less a fixed drop.
    Check: chip_to_panel_temperature_k(358.15, 10) = 348.15 (0%)
    """
    return accelerator_junction_temperature_k - chip_to_panel_drop_k


def orbit_absorbed_w_per_m2(
    orbit_position_deg: Array,
    beta_angle_deg: Array,
    orbit_altitude_km: Array,
    solar_absorptivity_frac: Array,
    back_solar_absorptivity_frac: Array,
    front_emissivity_frac: Array,
    back_emissivity_frac: Array,
    solar_irradiance_w_per_m2: Array,
    earth_infrared_w_per_m2: Array,
    earth_albedo_frac: Array,
) -> Array:
    """Flux that a panel which follows the Sun absorbs on both faces, at places along its orbit. [W/m2]

    q = S α lit + E (F_f ε_f + F_b ε_b) + a S max(0, cos ζ) (F_f α_f + F_b α_b), cos ζ = cos β cos φ with φ from the place
    nearest the Sun; lit is 0 in the Earth's cylinder of shadow, 1 elsewhere. The albedo takes the sunlight at the point
    below; over the terminator it misses the lit limb, 3 % of the albedo over the noon point.
    Arguments broadcast; places are the last axis. |β| up to 90°.
    Source: energy balance with the closed form of the view factor.
    Check: orbit_absorbed_w_per_m2([0, 180], 0, 550, 0.9, 0.2, 0.85, 0.9, 1361, 240, 0.3) = [1477.2, 172.9] (0.01%)
    """
    cosine = _sun_height(orbit_position_deg, beta_angle_deg)
    tilt_deg = np.rad2deg(np.arccos(np.clip(-cosine, -1, 1)))
    front = tilted_earth_view_factor_frac(orbit_altitude_km, tilt_deg)
    back = tilted_earth_view_factor_frac(orbit_altitude_km, np.rad2deg(np.pi) - tilt_deg)
    sun = solar_absorptivity_frac * _lit_share(cosine, orbit_altitude_km)
    reflected = front * solar_absorptivity_frac + back * back_solar_absorptivity_frac
    albedo = earth_albedo_frac * np.maximum(cosine, 0) * reflected
    infrared = earth_infrared_w_per_m2 * (front * front_emissivity_frac + back * back_emissivity_frac)
    return solar_irradiance_w_per_m2 * (sun + albedo) + infrared


def panel_heat_capacity_j_per_m2_k(panel_areal_mass_kg_per_m2: Array, panel_specific_heat_j_per_kg_k: Array) -> Array:
    """Heat that a panel takes up per kelvin and m2. [J/m2/K]

    C = m'' c, one temperature through the panel; liquid in its tubes would add to it.
    Source: definition.
    Check: panel_heat_capacity_j_per_m2_k(2, 896) = 1792 (0%)
    """
    return panel_areal_mass_kg_per_m2 * panel_specific_heat_j_per_kg_k


def array_orbit_heat_w_per_m2(
    orbit_absorbed_w_per_m2: Array,
    orbit_position_deg: Array,
    beta_angle_deg: Array,
    orbit_altitude_km: Array,
    solar_irradiance_w_per_m2: Array,
    solar_cell_efficiency_frac: Array,
    electricity_returned_frac: Array,
) -> Array:
    """Heat in an array that follows the Sun, once its cells have had their electricity, at places along its orbit. [W/m2]

    q = q_absorbed − η S lit + r · mean(η S lit), η with packing and temperature in it, r the share of the electricity that
    comes back as heat at an even rate: 1 where the computers sit on the panel and a battery carries them, 0 for an array
    alone. Places are the last axis, a whole turn in equal steps.
    Source: conservation of energy.
    Check: array_orbit_heat_w_per_m2([1477.2, 172.9], [0, 180], 0, 550, 1361, 0.2, 0) = [1205.0, 172.9] (0.01%)
    Check: array_orbit_heat_w_per_m2([1477.2, 172.9], [0, 180], 0, 550, 1361, 0.2, 1) = [1341.1, 309.0] (0.01%)
    """
    lit = _lit_share(_sun_height(orbit_position_deg, beta_angle_deg), orbit_altitude_km)
    electric = solar_cell_efficiency_frac * solar_irradiance_w_per_m2 * lit
    return orbit_absorbed_w_per_m2 - electric + electricity_returned_frac * electric.mean(axis=-1, keepdims=True)


def radiator_orbit_heat_w_per_m2(
    orbit_position_deg: Array,
    beta_angle_deg: Array,
    orbit_altitude_km: Array,
    mean_radiator_flux_w_per_m2: Array,
    array_orbit_temperature_k: Array,
    earth_view_factor_sum_frac: Array,
    array_view_factor_frac: Array,
    radiating_faces_count: Array,
    radiator_emissivity_frac: Array,
    array_back_emissivity_frac: Array,
    radiator_solar_absorptivity_frac: Array,
    radiator_pointing_error_deg: Array,
    solar_irradiance_w_per_m2: Array,
    earth_infrared_w_per_m2: Array,
    earth_albedo_frac: Array,
) -> Array:
    """Heat that reaches a radiator kept edge-on to the Sun, from on board and from outside, along its orbit. [W/m2]

    q = Q/A + ε E ΣF + n F ε ε_array σ T_array⁴ + α S (a ΣF max(0, cos ζ) + lit sin δ): the load Q/A is even, since a battery
    carries the computers through the shadow; ΣF is the year's mean; the array is as hot as it is at that place.
    Source: the parts of the radiator's surroundings, place by place.
    Check: radiator_orbit_heat_w_per_m2([0], 90, 550, 700, [325], 0.8, 0.1, 2, 0.9, 0.9, 0.25, 1, 1361, 238, 0.3) = [979.8] (0.1%)
    """
    height = _sun_height(orbit_position_deg, beta_angle_deg)
    infrared = radiator_emissivity_frac * earth_infrared_w_per_m2 * earth_view_factor_sum_frac
    emitted = array_back_emissivity_frac * STEFAN_BOLTZMANN_W_PER_M2_K4 * array_orbit_temperature_k**4
    from_array = radiating_faces_count * array_view_factor_frac * radiator_emissivity_frac * emitted
    askew = np.sin(np.deg2rad(radiator_pointing_error_deg)) * _lit_share(height, orbit_altitude_km)
    lit = earth_albedo_frac * earth_view_factor_sum_frac * np.maximum(height, 0) + askew
    sunlight = radiator_solar_absorptivity_frac * solar_irradiance_w_per_m2 * lit
    return mean_radiator_flux_w_per_m2 + infrared + from_array + sunlight


def orbit_temperature_k(
    orbit_heat_w_per_m2: Array, emissivity_sum_frac: Array, panel_heat_capacity_j_per_m2_k: Array, orbital_period_s: Array
) -> Array:
    """Temperature of a panel at equal steps along an orbit that repeats itself. [K]

    C dT/dt = q(t) − Σε σ T⁴, periodic: q absorbed and made on board, at equal steps of one period on the last axis. Trapezium
    rule, solved for the whole period at once by Newton's method, so that the mean of q − Σε σ T⁴ is zero to rounding.
    Steps longer than the panel's own response, 2 C / (4 Σε σ T³), would ring: a scalar case raises ValueError, a draw
    becomes nan. Everything but q broadcasts over draws, without the last axis. Heat above 0 in the mean.
    Source: lumped heat balance.
    Check: orbit_temperature_k([1000, 1000, 1000, 1000], 1.75, 1e6, 5700) = [316.84, 316.84, 316.84, 316.84] (0.01%)
    """
    heat = np.asarray(orbit_heat_w_per_m2, dtype=float)
    emission = np.asarray(emissivity_sum_frac * STEFAN_BOLTZMANN_W_PER_M2_K4)[..., np.newaxis]
    inertia = np.asarray(panel_heat_capacity_j_per_m2_k * heat.shape[-1] / orbital_period_s)[..., np.newaxis]
    heat, emission, inertia = np.broadcast_arrays(heat, emission, inertia)
    mean = heat.mean(axis=-1, keepdims=True)
    temperature = np.broadcast_to((mean / emission) ** 0.25, heat.shape)
    for _ in range(_NEWTON_STEPS):
        temperature = temperature + _newton_step_k(temperature, heat, emission, inertia)
    rings = (2 * emission * temperature**3 > inertia).any(axis=-1)
    if rings.ndim == 0 and rings:
        raise ValueError(
            f"{heat.shape[-1]} steps of an orbit are too few for a heat capacity of {panel_heat_capacity_j_per_m2_k:g} J/m2/K; "
            f"take more steps"
        )
    return np.where(rings[..., np.newaxis], np.nan, temperature)


def orbit_temperature_high_k(orbit_temperature_k: Array) -> Array:
    """Highest temperature along an orbit; places are the last axis. [K]

    T_high = max T.
    Source: definition.
    Check: orbit_temperature_high_k([300, 250, 310]) = 310 (0%)
    """
    return np.max(orbit_temperature_k, axis=-1)


def orbit_temperature_low_k(orbit_temperature_k: Array) -> Array:
    """Lowest temperature along an orbit; places are the last axis. [K]

    T_low = min T.
    Source: definition.
    Check: orbit_temperature_low_k([300, 250, 310]) = 250 (0%)
    """
    return np.min(orbit_temperature_k, axis=-1)


def _sun_height(orbit_position_deg: Array, beta_angle_deg: Array) -> Array:
    """Cosine of the Sun's angle from the zenith of the point below."""
    return np.cos(np.deg2rad(beta_angle_deg)) * np.cos(np.deg2rad(orbit_position_deg))


def _lit_share(sun_height: Array, orbit_altitude_km: Array) -> Array:
    """0 in the Earth's cylinder of shadow, 1 elsewhere."""
    limb = np.sqrt(1 - (EARTH_EQUATORIAL_RADIUS_KM / (EARTH_EQUATORIAL_RADIUS_KM + orbit_altitude_km)) ** 2)
    return np.where(sun_height < -limb, 0.0, 1.0)


def _temperature_k(absorbed_w_per_m2: Array, emissivity: Array) -> Array:
    return (absorbed_w_per_m2 / (emissivity * STEFAN_BOLTZMANN_W_PER_M2_K4)) ** 0.25


def _newton_step_k(temperature: np.ndarray, heat: np.ndarray, emission: np.ndarray, inertia: np.ndarray) -> np.ndarray:
    """The change of all temperatures that meets the linearised balance of every step, closed on itself.

    Step k reads a_k δ_k+1 + b_k δ_k = −r_k; carried once round, the last δ is P + Q δ_0, which has to be δ_0 again.
    """
    net = heat - emission * temperature**4
    residual = inertia * (np.roll(temperature, -1, -1) - temperature) - (net + np.roll(net, -1, -1)) / 2
    slope = 2 * emission * temperature**3
    ahead, here = inertia + np.roll(slope, -1, -1), slope - inertia
    constant, factor = -residual / ahead, -here / ahead
    carried, gain = np.zeros(heat.shape[:-1]), np.ones(heat.shape[:-1])
    for k in range(heat.shape[-1]):
        carried, gain = constant[..., k] + factor[..., k] * carried, factor[..., k] * gain
    change = np.empty(heat.shape)
    change[..., 0] = carried / (1 - gain)
    for k in range(heat.shape[-1] - 1):
        change[..., k + 1] = constant[..., k] + factor[..., k] * change[..., k]
    return change
