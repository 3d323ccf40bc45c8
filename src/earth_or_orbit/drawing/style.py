"""The house's look for a figure: one style sheet, two widths, and the words that stand for a picture."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pandas as pd
from matplotlib.figure import Figure

from earth_or_orbit.drawing.names import DrawingError

STYLE = Path(__file__).with_name("house.mplstyle")
WIDTH_INCHES = 7.2
INK = "#222222"
FAINT = "#6B6B6B"
HATCH = "////"
SETTLING_DRAWS = 2  # the second draw fits the panels to what the first one has measured


def in_house_style(draw: Callable[..., Figure]) -> Callable[..., Figure]:
    """The figure function with the house's style around it; nothing stays set afterwards."""

    @wraps(draw)
    def styled(*tables: Any, **named: Any) -> Figure:
        with mpl.rc_context():
            mpl.rcdefaults()
            mpl.style.use(STYLE)
            return draw(*tables, **named)

    return styled


def new_figure(height_inches: float) -> Figure:
    """An empty figure of the page's width."""
    return Figure(figsize=(WIDTH_INCHES, height_inches))


def described(figure: Figure, words: str) -> Figure:
    """The finished figure: its layout settled once, and the words that stand for it where it cannot be seen.

    The layout is settled here because it would move a little with every saving.
    """
    for _ in range(SETTLING_DRAWS):
        figure.draw_without_rendering()
    figure.set_layout_engine("none")
    figure.alternative_text = words
    return figure


def words_for(figure: Figure) -> str:
    """The words that stand for a figure. Raises DrawingError if it has none."""
    words = getattr(figure, "alternative_text", "")
    if not words:
        raise DrawingError("the figure has no alternative text; its function must call described()")
    return words


def need_columns(table: pd.DataFrame, columns: tuple[str, ...], figure: str) -> pd.DataFrame:
    """The table, if it has rows and these columns. Raises DrawingError naming what is missing."""
    missing = [column for column in columns if column not in table.columns]
    if missing:
        raise DrawingError(f"{figure}: the table lacks {', '.join(missing)}; it has {', '.join(map(str, table.columns))}")
    if table.empty:
        raise DrawingError(f"{figure}: the table has no rows")
    return table
