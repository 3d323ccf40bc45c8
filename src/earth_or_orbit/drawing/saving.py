"""A figure as files that are the same byte for byte from run to run, and as a picture in a notebook."""

import io
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure
from PIL import Image

from earth_or_orbit.drawing.names import DrawingError
from earth_or_orbit.drawing.style import STYLE, words_for

MOST_BYTES_IN_A_NOTEBOOK = 80_000
DOTS_PER_INCH_IN_A_NOTEBOOK = (100, 88, 76, 64)  # the first whose PNG is small enough
COLOURS_IN_A_NOTEBOOK = 128  # a palette makes a picture three times smaller, and no eye tells the two apart


def png_bytes(figure: Figure, dots_per_inch: float | str = "figure") -> bytes:
    """The figure as a PNG without date and without the name of the program that made it."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.style.use(STYLE)
        out = io.BytesIO()
        figure.savefig(out, format="png", dpi=dots_per_inch, metadata={"Software": None}, pil_kwargs={"optimize": True})
        return out.getvalue()


def svg_bytes(figure: Figure) -> bytes:
    """The figure as an SVG without date, its alternative text in its description."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.style.use(STYLE)
        out = io.BytesIO()
        words = {"Date": None, "Creator": None, "Description": words_for(figure)}
        figure.savefig(out, format="svg", metadata=words)
        return out.getvalue()


def save(figure: Figure, folder: Path, name: str) -> tuple[Path, Path]:
    """Writes folder/name.svg and folder/name.png; the same figure always gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    svg, png = folder / f"{name}.svg", folder / f"{name}.png"
    svg.write_bytes(svg_bytes(figure))
    png.write_bytes(png_bytes(figure))
    return svg, png


def palette_png_bytes(figure: Figure, dots_per_inch: float) -> bytes:
    """The figure as a PNG of few colours, for a notebook, where pictures are text and every byte is committed."""
    full = Image.open(io.BytesIO(png_bytes(figure, dots_per_inch))).convert("RGB")
    out = io.BytesIO()
    full.quantize(COLOURS_IN_A_NOTEBOOK, dither=Image.Dither.NONE).save(out, format="png", optimize=True)
    return out.getvalue()


class Picture:
    """A figure as a notebook shows it: a PNG with its alternative text."""

    def __init__(self, figure: Figure) -> None:
        self.words = words_for(figure)
        sizes = (palette_png_bytes(figure, dots) for dots in DOTS_PER_INCH_IN_A_NOTEBOOK)
        self.png = next((png for png in sizes if len(png) <= MOST_BYTES_IN_A_NOTEBOOK), None)
        if self.png is None:
            raise DrawingError(f"a figure in a notebook has {MOST_BYTES_IN_A_NOTEBOOK} bytes at most: {self.words[:60]}")

    def __repr__(self) -> str:
        return self.words

    def _repr_png_(self) -> tuple[bytes, dict[str, Any]]:
        return self.png, {"alt": self.words}


def picture(figure: Figure) -> Picture:
    """The figure, ready to be the last line of a notebook's cell."""
    return Picture(figure)
