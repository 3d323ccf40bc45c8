"""Tables on axes, read between their points: multilinear, refused beyond their ends.

A heavy field (dose, air density) is computed once into a small table; a quantity reads it here. Arrays broadcast over
draws. Outside an axis a number raises ValueError and an array becomes nan, as everywhere in the model.
"""

import numpy as np

from earth_or_orbit.constants import Array

Axis = tuple[str, Array, np.ndarray]  # the name of what is looked up, where, and the points that the table has


def between(table: np.ndarray, *axes: Axis) -> Array:
    """The table's value between its points, linear along every axis. [as the table]

    `axes` are in the order of the table's dimensions. Raises ValueError naming the axis and its ends.
    """
    lower, share = zip(*(_place(*axis) for axis in axes), strict=True)
    total = 0.0
    for corner in np.ndindex(*(2,) * len(axes)):
        weight = 1.0
        for side, part in zip(corner, share, strict=True):
            weight = weight * (part if side else 1 - part)
        total = total + weight * table[tuple(i + side for i, side in zip(lower, corner, strict=True))]
    return total


def between_logs(table: np.ndarray, *axes: Axis) -> Array:
    """As `between`, with the table's logarithm linear along every axis: for what falls by orders of magnitude.

    Zeros of the table are read as its smallest positive value.
    """
    floor = np.min(table, where=table > 0, initial=np.inf)
    return np.exp(between(np.log(np.maximum(table, floor)), *axes))


def _place(name: str, value: Array, points: np.ndarray) -> tuple[np.ndarray, Array]:
    """The point below a value, and the share of the way to the next one; nan beyond the ends."""
    points = np.asarray(points, dtype=float)
    inside = (value >= points[0]) & (value <= points[-1])
    if np.ndim(value) == 0 and not inside:
        raise ValueError(f"{name} is {value:g}; the table reaches from {points[0]:g} to {points[-1]:g}")
    below = np.clip(np.searchsorted(points, value, side="right") - 1, 0, len(points) - 2)
    share = (value - points[below]) / (points[below + 1] - points[below])
    return below, share if np.ndim(value) == 0 else np.where(inside, share, np.nan)
