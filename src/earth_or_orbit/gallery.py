"""The committed figures: each one's table, and the function that draws it from that table alone."""

from collections.abc import Callable, Iterator
from functools import partial

import pandas as pd
from matplotlib.figure import Figure

from earth_or_orbit.drawing.collection import drawer
from earth_or_orbit.facts import load
from earth_or_orbit.tables import outline
from earth_or_orbit.tables.figures import figure_tables

# Figures that also need an outline of data/series/outlines/.
ON_A_MAP = {
    "map_to_one_scale": "manhattan", "campuses_beside_manhattan": "manhattan", "rings_over_a_place": "manhattan",
    "campuses_on_the_map": "states", "anomaly_ground_track": "coastlines",
}  # fmt: skip
Entry = tuple[str, str, Callable[[], pd.DataFrame], Callable[[pd.DataFrame], Figure]]


def figures() -> Iterator[Entry]:
    """Notebook, name, what makes the table, what draws it; in the order of the notebooks."""
    for (notebook, name), table in figure_tables().items():
        draw = drawer(notebook, name)
        if name.partition("__")[0] in ON_A_MAP:
            draw = partial(draw, outline=outline(load(), ON_A_MAP[name.partition("__")[0]]))
        yield notebook, name, table, draw
