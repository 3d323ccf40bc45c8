"""Notebooks of a few cells, written where a test wants them."""

import re
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

SITE = 'site: str = "fairwater_wi"  # Campus on the ground'
CONCEPT = 'concept: str = "spacex_ai1"  # Proposal in orbit'
CASE = 'case: str = "demonstrated"  # Which claims count (one of: demonstrated, promised)'
POWER = "it_power_average_mw: float = 100.0  # Average power of the computers [mw] (> 0)"
LOAD = "load_frac: float = 0.9  # Share of hours under load [frac] (0..1)"
PAIRS = [
    ("fairwater_wi", "spacex_ai1"),
    ("hyperion_la_2030", "google_suncatcher"),
    ("hyperion_la_2030", "starcloud_5gw"),
]
CHOICES = {
    "site": lambda: ["fairwater_wi", "hyperion_la_2030"],
    "concept": lambda: ["spacex_ai1", "google_suncatcher", "starcloud_5gw"],
    "case": lambda: ["demonstrated", "promised"],
}


def write_notebook(folder: Path, name: str, *sources: str, parameters: tuple[str, ...] = ()) -> Path:
    """A notebook: sources that begin with `#` and a space are prose, others code; parameters come first."""
    cells = [new_markdown_cell(f"# Question {name}?", id="question")]
    if parameters:
        cells.append(new_code_cell("\n".join(parameters), id="choices", metadata={"tags": ["parameters"]}))
    for number, source in enumerate(sources):
        new_cell = new_markdown_cell if re.match(r"#+ ", source) else new_code_cell
        cells.append(new_cell(source, id=f"cell-{number}"))
    # A kernel of this name exists nowhere: the batch must bring its own.
    kernel = {"name": "no-such-kernel", "display_name": "None", "language": "python"}
    path = folder / f"{name}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)
    return path
