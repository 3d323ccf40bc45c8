"""Flight of a cluster: free fall against two-body orbits, flattening against numerical orbits, lattices by brute force."""

import math

import numpy as np
import pytest
from matplotlib.collections import LineCollection

from earth_or_orbit import facts
from earth_or_orbit.constants import EARTH_EQUATORIAL_RADIUS_KM, EARTH_GRAVITATIONAL_PARAMETER_KM3_PER_S2, EARTH_J2
from earth_or_orbit.drawing import cluster as drawing
from earth_or_orbit.drawing.names import DrawingError
from earth_or_orbit.quantities import cluster_flight as cluster
from earth_or_orbit.quantities import relative_motion as motion
from earth_or_orbit.tables import cluster as tables

H, INCLINATION = 650.0, 97.99
GM, EARTH_M = EARTH_GRAVITATIONAL_PARAMETER_KM3_PER_S2 * 1e9, EARTH_EQUATORIAL_RADIUS_KM * 1e3
AXIS = EARTH_M + H * 1e3
N = math.sqrt(GM / AXIS**3)
PERIOD = 2 * math.pi / N
ORBITS_A_YEAR = 365.25 * 86400 / PERIOD

# Two-body positions of a deputy in the reference's turning frame, m: skyfield 1.55, keplerlib.propagate (after SPICE's prop2b),
# GM and radius as above. Start (x, y, z, u, v, w), then (radial, along, cross) after 600, 1,500, 3,000, 4,500 s and one period.
SKYFIELD = {
    (0, 1000, 0, N * 500, 0, 0): [
        (299.81, 800.337, 0), (499.85, -36.65, 0), (-36.198, -998.214, 0), (-496.841, 107.757, 0), (0, 998.324, 0),
    ],
    (300, -400, 200, -N * 200, -2 * N * 300, N * 500): [
        (120.202, -679.874, 459.844), (-210.758, -585.097, 492.384), (-284.516, 442.305, -235.991),
        (231.592, 552.117, -475.147), (300, -400.536, 200),
    ],
    (500, 0, 0, 0, -2 * N * 500, 0): [
        (400.153, -599.538, 0), (-18.325, -999.319, 0), (-498.739, 73.142, 0), (54.595, 994.332, 0), (500, 0.335, 0),
    ],
}  # fmt: skip
SKYFIELD_TIMES = np.array([600.0, 1500.0, 3000.0, 4500.0, PERIOD])


def free_fall(start, times):
    """(radial, along, cross) of one or many starts at the times, by the model."""
    x, y, z, u, v, w = (np.asarray(part, dtype=float) for part in start)
    return np.array(
        [
            motion.radial_offset_m(x, u, v, H, times),
            motion.along_offset_m(x, y, u, v, H, times),
            motion.cross_offset_m(z, w, H, times) + 0 * x,
        ]
    )


def pull(position, j2):
    """Acceleration by the Earth, with its flattening."""
    x, y, z = position
    r = np.sqrt((position**2).sum(axis=0))
    flat, polar = 1.5 * j2 * GM * EARTH_M**2 / r**5, 5 * z**2 / r**2
    return np.array([-GM * x / r**3 - flat * x * (1 - polar), -GM * y / r**3 - flat * y * (1 - polar),
                     -GM * z / r**3 - flat * z * (3 - polar)])  # fmt: skip


def fly(position, velocity, seconds, j2, step_s=10.0):
    """Fourth-order Runge-Kutta; positions and velocities (3, satellites) after the time."""
    steps = max(1, round(seconds / step_s))
    h, state = seconds / steps, np.array([position, velocity])

    def slope(s):
        return np.array([s[1], pull(s[0], j2)])

    for _ in range(steps):
        a = slope(state)
        b = slope(state + h / 2 * a)
        c = slope(state + h / 2 * b)
        state = state + h / 6 * (a + 2 * b + 2 * c + slope(state + h * c))
    return state


def axes_of(position, velocity):
    radial = position / np.linalg.norm(position)
    normal = np.cross(position, velocity) / np.linalg.norm(np.cross(position, velocity))
    return np.array([radial, np.cross(normal, radial), normal])


def launch(latitude_deg, starts, inclination_deg=INCLINATION):
    """Inertial states, the reference first: a circular speed at an argument of latitude, members by their offsets."""
    u, i = np.deg2rad(latitude_deg), np.deg2rad(inclination_deg)
    r = AXIS * np.array([np.cos(u), np.sin(u) * np.cos(i), np.sin(u) * np.sin(i)])
    v = math.sqrt(GM / AXIS) * np.array([-np.sin(u), np.cos(u) * np.cos(i), np.cos(u) * np.sin(i)])
    axes, turn = axes_of(r, v), np.cross(r, v) / (r @ r)
    offsets = np.array(starts, dtype=float).T
    places = axes.T @ offsets[:3]
    speeds = axes.T @ offsets[3:] + np.cross(turn, places.T).T
    return np.column_stack([r, r[:, None] + places]), np.column_stack([v, v[:, None] + speeds])


def seen_from_reference(state):
    """(radial, along, cross) of all members, shape (3, members)."""
    return axes_of(state[0][:, 0], state[1][:, 0]) @ (state[0][:, 1:] - state[0][:, :1])


def drift_of(latitude_deg, starts, orbits=6):
    """Mean way gained along the track in each orbit, averaged over one turn at the start and at the end."""
    state, means = launch(latitude_deg, starts), []
    parts = 24
    for _ in range(orbits):
        seen = []
        for _ in range(parts):
            state = fly(*state, PERIOD / parts, EARTH_J2, 15.0)
            seen.append(seen_from_reference(state)[1])
        means.append(np.mean(seen, axis=0))
    return (means[-1] - means[0]) / (orbits - 1)


def member(phase_deg, trim=1.0, half_height_m=500.0):
    """A drift-free start on the 2 : trim ellipse; speeds as for 2 : 1 but for the trimmed upward one."""
    c, s = np.cos(np.deg2rad(phase_deg)), np.sin(np.deg2rad(phase_deg))
    x, y = trim * half_height_m * c, -2 * half_height_m * s
    return (x, y, 0, -N * trim * half_height_m * s, -2 * N * half_height_m * c, 0)


@pytest.mark.parametrize("start", list(SKYFIELD))
def test_free_fall_agrees_with_an_independent_two_body_propagator(start):
    difference = np.abs(free_fall(start, SKYFIELD_TIMES).T - np.array(SKYFIELD[start]))
    assert difference.max() < 2.0  # the linear solution's own error, about 12 offset²/a in an orbit
    assert difference[0].max() < 0.06


def test_its_error_grows_as_the_square_of_the_offset():
    def error(scale):
        start = tuple(scale * part for part in (0, 1000, 0, N * 500, 0, 0))
        return seen_from_reference(fly(*launch(0, [start]), PERIOD, 0.0))[1, 0] - free_fall(start, PERIOD)[1]

    assert error(1.0) == pytest.approx(-1.676, rel=0.01)
    assert error(1.0) / error(0.5) == pytest.approx(4, rel=0.02)


def test_free_fall_obeys_its_equations_and_keeps_its_integral():
    start, times, h = (120.0, -340.0, 80.0, 0.11, -0.21, 0.05), np.linspace(0, 2 * PERIOD, 37), 0.5
    x, y, z = free_fall(start, times)
    before, after = free_fall(start, times - h), free_fall(start, times + h)
    speeds = np.array([
        motion.radial_speed_m_per_s(120.0, 0.11, -0.21, H, times), motion.along_speed_m_per_s(120.0, 0.11, -0.21, H, times),
        motion.cross_speed_m_per_s(80.0, 0.05, H, times),
    ])  # fmt: skip
    assert np.allclose((after - before) / (2 * h), speeds, atol=1e-6)
    acceleration = (after - 2 * np.array([x, y, z]) + before) / h**2
    wanted = np.array([3 * N**2 * x + 2 * N * speeds[1], -2 * N * speeds[0], -(N**2) * z])
    assert np.allclose(acceleration, wanted, atol=1e-8)
    assert np.ptp(2 * x + speeds[1] / N) < 1e-9  # as long as periods are unequal by the same, this stands still
    drift = motion.along_drift_per_orbit_m(120.0, -0.21, H)
    assert free_fall(start, PERIOD)[1] - start[1] == pytest.approx(drift, rel=1e-9)


def test_a_drift_free_ellipse_is_twice_as_long_as_high_and_closes():
    v, u = motion.drift_free_along_speed_m_per_s(300.0, H), motion.centred_radial_speed_m_per_s(-800.0, H)
    x, y, _ = free_fall((300.0, -800.0, 0, u, v, 0), np.linspace(0, PERIOD, 241))
    assert np.allclose((x / 500) ** 2 + (y / 1000) ** 2, 1)
    assert (x[-1], y[-1]) == pytest.approx((300, -800))


def shape_space(points, times):
    """Members whose ellipses are lattice points (radial, forward half) in m, at the times: (3, members, times)."""
    x, half = (column[:, None] for column in np.asarray(points, dtype=float).T)
    return free_fall((x, 2 * half, 0 * x, N * half, -2 * N * x, 0 * x), times)


def test_the_published_cluster_has_81_members_100_to_200_m_apart():
    size = tables.published_cluster(facts.load())
    x, y = tables._flight(size, np.arange(240) / 240)
    assert x.shape == (240, 81) == (240, int(cluster.free_fall_satellites_count(1000, 100, 2)))
    assert np.all((x / 500) ** 2 + (y / 1000) ** 2 < 1 + 1e-9)
    far = cluster.pair_distances_m(x, y, np.zeros(1))
    row, column = tables._steps(size)
    direct = np.abs(row[:, None] - row) + np.abs(column[:, None] - column) == 1
    assert far[:, direct].min() == pytest.approx(100) and far[:, direct].max() == pytest.approx(200)
    assert far[:, ~np.eye(81, dtype=bool)].min() == pytest.approx(100)
    assert np.allclose(far[:120], far[120:])  # two cycles of its shape in an orbit
    assert not np.allclose(far[:60], far[60:120])


def test_its_central_neighbours_swing_so_in_a_flattened_field_too():
    around = [(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1) if (i, j) != (0, 0)]
    starts = [(100 * i, 200 * j, 0, N * 100 * j, -2 * N * 100 * i, 0) for i, j in around]
    state, seen = launch(0, starts), []
    for _ in range(48):
        state = fly(*state, PERIOD / 48, EARTH_J2)
        seen.append(np.linalg.norm(seen_from_reference(state), axis=0))
    seen = np.array(seen)
    direct = np.array([abs(i) + abs(j) == 1 for i, j in around])
    assert 98 < seen[:, direct].min() < 101 and 199 < seen[:, direct].max() < 203
    assert 139 < seen[:, ~direct].min() < 143 and 275 < seen[:, ~direct].max() < 286


def hexagon(reach):
    steps = np.arange(-math.ceil(2 * reach), math.ceil(2 * reach) + 1)
    i, j = (axis.ravel() for axis in np.meshgrid(steps, steps))
    points = np.column_stack([i + j / 2, j * math.sqrt(3) / 2])
    return points[(points**2).sum(axis=1) <= reach**2 * (1 + 1e-9)]


def test_in_the_plane_tilted_by_60_degrees_the_367_turn_rigidly():
    points = 50 * hexagon(10)  # ellipse half heights, m: circles of twice that radius
    x, half = (column[:, None] for column in points.T)
    times = np.arange(0, PERIOD, PERIOD / 24)
    flight = free_fall((x, 2 * half, math.sqrt(3) * x, N * half, -2 * N * x, math.sqrt(3) * N * half), times)
    assert flight.shape[1] == cluster.rigid_satellites_count(1000, 100) == 367
    far = cluster.pair_distances_m(*np.moveaxis(flight, 2, 1))
    assert np.allclose(far, far[0]) and far[0][np.triu_indices(367, 1)].min() == pytest.approx(100)
    assert np.linalg.norm(flight, axis=0).max() == pytest.approx(1000)


def stacked(slope, step, reach=10.0):
    """Tilted planes along the track, all moments of half an orbit, in least distances: (moments, members, 3)."""
    members = []
    for place in range(-int(reach / step), int(reach / step) + 1):
        along = place * step
        widest = (math.sqrt(reach**2 + slope**2 * (reach**2 - along**2)) - abs(along)) / (2 * (1 + slope**2))
        members += [(x, forward, along) for x, forward in hexagon(widest)]
    x, forward, along = np.array(members).T
    flight = []
    for angle in np.arange(0, math.pi, math.pi / 60):
        turned = x * math.cos(angle) + forward * math.sin(angle), forward * math.cos(angle) - x * math.sin(angle)
        flight.append(np.column_stack([turned[0], along + 2 * turned[1], 2 * slope * turned[1]]))
    return np.array(flight)


@pytest.mark.parametrize(
    ("tilt_deg", "step", "members", "clearance"), [(41.3, None, 271, 0.059), (45, None, 261, 0.140), (26.5651, 1.0, 525, 0.0)]
)
def test_stacked_planes_by_brute_force(tilt_deg, step, members, clearance):
    slope = math.tan(math.radians(tilt_deg))
    flight = stacked(slope, step or math.sqrt(1 + slope**2) / slope)
    assert flight.shape[1] == members
    if step is None:
        assert cluster.stacked_satellites_count(1000, 100, tilt_deg) == members
    assert np.linalg.norm(flight, axis=2).max() <= 10 + 1e-9
    pairs = np.triu_indices(members, 1)
    nearest = min(cluster.pair_distances_m(*moment.T)[pairs].min() for moment in flight)
    in_the_sun = min(cluster.pair_distances_m(*moment.T[:2], 0.0)[pairs].min() for moment in flight)  # Sun along the normal
    assert nearest == pytest.approx(1, abs=1e-6)
    assert in_the_sun == pytest.approx(clearance, abs=0.004)


def test_the_best_stack_comes_near_the_published_264_and_its_law():
    best = max(cluster.stacked_satellites_count(1000, 100, tilt) for tilt in np.arange(20, 70, 0.1))
    assert best == pytest.approx(264, rel=0.03)
    large = max(cluster.stacked_satellites_count(6000, 100, tilt) for tilt in np.arange(35, 45, 0.5)) / 60**3
    assert large == pytest.approx(0.27, rel=0.06)


@pytest.mark.parametrize("neighbours", [4, 6])
def test_lattice_points_by_brute_force(neighbours):
    reach = np.array([0.5, 1.0, 1.7, math.sqrt(3), 2.0, 5.0, 6.4, 10.0, 17.3])
    steps = np.arange(-40, 41)
    i, j = (axis.ravel() for axis in np.meshgrid(steps, steps))
    squares = i**2 + j**2 if neighbours == 4 else i**2 + i * j + j**2
    wanted = [(squares <= limit**2 + 1e-9).sum() for limit in reach]
    assert list(cluster.lattice_points_count(reach, 1.0, neighbours)) == wanted
    assert [cluster.lattice_points_count(float(limit), 1.0, neighbours) for limit in reach] == wanted


def test_lattices_tend_to_their_area():
    assert cluster.rigid_satellites_count(1e5, 100) == pytest.approx(cluster.planar_packing_count(1e5, 100, 6), rel=1e-3)
    assert cluster.free_fall_satellites_count(1e5, 100, 2) == pytest.approx(
        cluster.free_fall_packing_count(1e5, 100, 2), rel=1e-3
    )


@pytest.mark.parametrize("latitude", [0.0, 30.0, 45.0, 90.0, 200.0])
def test_the_flattening_makes_an_untrimmed_start_drift_as_stated(latitude):
    phases = np.array([0, 60, 90, 150])
    # The mean of opposite members cancels what is of second order in the offset.
    there, back = (drift_of(latitude, [member(p + turn) for p in phases]) for turn in (0, 180))
    x, y = np.array([member(p)[:2] for p in phases]).T
    stated = motion.oblateness_drift_per_orbit_m(x, y, H, INCLINATION, latitude)
    assert np.allclose((there - back) / 2, stated, atol=0.04 * np.abs(stated).max())


@pytest.mark.parametrize("latitude", [0.0, 90.0])
def test_the_trim_stops_the_drift_to_less_than_the_published_3_m_per_s_a_year(latitude):
    phases = np.array([0, 45, 90, 135])
    trim = motion.radial_trim_ratio(H, INCLINATION, latitude)

    def yearly(ratio):
        there, back = (drift_of(latitude, [member(p + turn, ratio) for p in phases]) for turn in (0, 180))
        return motion.drift_return_delta_v_m_per_s_year(np.abs(there - back).max() / 2, H)

    untrimmed, trimmed = yearly(1.0), yearly(trim)
    assert untrimmed == pytest.approx({0.0: 7.7, 90.0: 15.0}[latitude], rel=0.05)
    assert trimmed < 0.3 < 3 < untrimmed


def one_turn(state):
    """Fit of a member's height and way across the track to the latitude through one orbit, and the state after it."""
    x, z, u = [], [], []
    for _ in range(72):
        state = fly(*state, PERIOD / 72, EARTH_J2, 20.0)
        radial, _, across = seen_from_reference(state)[:, 0]
        x, z, u = [*x, radial], [*z, across], [*u, latitude_of(state)]
    waves = np.column_stack([f(k * np.array(u)) for k in (1, 3) for f in (np.cos, np.sin)] + [np.ones(72)])
    return *(np.linalg.lstsq(waves, np.array(part), rcond=None)[0] for part in (x, z)), state


def turn_and_growth(start, orbits=12):
    """Turn of a member's ellipse against the latitude, and growth of its way across at the node, in each orbit."""
    x0, z0, state = one_turn(launch(0.0, [start]))
    x1, z1, _ = one_turn(fly(*state, (orbits - 1) * PERIOD, EARTH_J2, 20.0))
    turned = math.atan2(x1[1], x1[0]) - math.atan2(x0[1], x0[0])
    return turned / orbits, (z1[0] - z0[0]) / orbits


def latitude_of(state):
    r, v = state[0][:, 0], state[1][:, 0]
    normal = np.cross(r, v)
    node = np.array([-normal[1], normal[0], 0.0]) / np.hypot(normal[0], normal[1])
    return math.atan2(np.cross(node, r) @ normal / np.linalg.norm(normal), node @ r)


def test_ellipses_turn_and_tilts_drift_as_stated():
    trim = motion.radial_trim_ratio(H, INCLINATION, 0.0)
    turned, _ = turn_and_growth(member(0, trim))
    stated = np.deg2rad(motion.shape_turn_deg_per_day(H, INCLINATION)) * PERIOD / 86400
    assert turned == pytest.approx(stated, rel=0.05)
    tilted = (0, 0, 0, 0, 0, N * 866)  # an inclination greater by 866 m / a
    _, growth = turn_and_growth(tilted)
    yearly = N * abs(growth) * ORBITS_A_YEAR
    assert yearly == pytest.approx(motion.inclination_hold_delta_v_m_per_s_year(866.0, H, INCLINATION), rel=0.05)


def test_shares_of_switches_and_what_is_refused():
    k, layers = np.array([4, 10, 12]), np.array([2, 3, 4])
    assert np.allclose(cluster.computing_satellites_frac(k, layers), k / (k + 4 * layers - 6))
    assert cluster.computing_satellites_count(264, 10, 3) + cluster.switching_satellites_count(264, 10, 3) == 264
    with pytest.raises(ValueError, match="clos_layers_count"):
        cluster.computing_satellites_frac(10, 1)
    with pytest.raises(ValueError, match="least_distance_m is 0; it must be above 0"):
        cluster.planar_packing_count(1000, 0, 6)
    with pytest.raises(ValueError, match="allowed: 4"):
        cluster.lattice_points_count(5, 1, 3)
    with pytest.raises(ValueError, match="plane_tilt_deg is 90"):
        cluster.stacked_satellites_count(1000, 100, 90)
    with pytest.raises(ValueError, match="orbit_altitude_km is -1"):
        motion.cross_offset_m(1.0, 0.0, -1.0, 10.0)
    assert np.isnan(cluster.planar_packing_count(1000, np.array([0.0, 100.0]), 6)).tolist() == [True, False]
    assert np.isnan(motion.shape_turn_deg_per_day(np.array([-1.0, 650.0]), 98.0)).tolist() == [True, False]


def test_tables_and_pictures_of_the_cluster():
    data = facts.load()
    size = tables.published_cluster(data)
    positions, distances = tables.cluster_positions(size), tables.neighbour_distances(size, data)
    assert positions.groupby("phase_frac")["satellite"].nunique().tolist() == [81] * 4
    by_pair = distances.groupby("pair")
    near = by_pair[["least_m", "greatest_m"]].agg({"least_m": "min", "greatest_m": "max"})
    assert np.allclose(near.loc[["one_side", "other_side"]], [[100, 200]] * 2)
    assert np.allclose(near.loc[["rising", "falling"]], [[100 * math.sqrt(2), 200 * math.sqrt(2)]] * 2)
    same = distances[distances["pair"] != "any"]
    assert np.allclose(same["least_m"], same["greatest_m"])  # in free fall all pairs of a kind are alike
    figure = drawing.cluster_motion(positions)
    panels = [axes for axes in figure.axes if axes.lines]
    assert len(panels) == 4 and all(axes.get_aspect() == 1 for axes in panels)
    links = [len(c.get_segments()) for c in panels[0].collections if isinstance(c, LineCollection)]
    assert links == [81 - 11] * 2  # no row or column of the 81 has a gap: one link less than members in each of 11
    assert "81 satellites" in figure.alternative_text
    assert "100 to 200 m" in drawing.neighbour_distances(distances).alternative_text
    with pytest.raises(DrawingError, match="lacks row"):
        drawing.cluster_motion(positions.drop(columns="row"))
    with pytest.raises(DrawingError, match="no entry 'cousins'"):
        drawing.neighbour_distances(distances.assign(pair="cousins"))
