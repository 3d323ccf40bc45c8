"""The static report: a contents page and a page per notebook and pair, in one folder that opens from disk."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from itertools import groupby
from numbers import Integral, Real
from pathlib import Path
from typing import TYPE_CHECKING, Any

from earth_or_orbit.batch.aside import folder_aside
from earth_or_orbit.batch.runner import DONE, RunResult

if TYPE_CHECKING:
    import pandas as pd

SOURCE_COLUMNS = ("id", "title", "publisher", "url")
FOLDER = "report"
SIGNIFICANT_DIGITS = 4


def build_report(
    results: Sequence[RunResult],
    out_dir: Path | str,
    headline: "pd.DataFrame | Iterable[Mapping[str, Any]] | None" = None,
    sources: "pd.DataFrame | Iterable[Mapping[str, Any]] | None" = None,
    title: str = "Earth or Orbit",
    introduction: str = "",
) -> Path:
    """Write `out_dir/report/` and return its index.html. The folder takes the place of an earlier one when it is whole.

    results: what `execute_runs` returned; failed runs are shown with notebook, cell and error.
    headline: the table of the contents page, pairs × ledger lines; its index, if named, is the first column.
    sources: rows with id, title, publisher, url; other columns are shown behind these.
    introduction: a plain sentence or two below the title.
    """
    folder = Path(out_dir).resolve() / FOLDER
    pages = [{"result": result, "file": page_file(result)} for result in results]
    templates = _templates()
    shared = {"title": title, "style": _style(), "has_sources": sources is not None}
    with folder_aside(folder) as partial:
        for number, page in enumerate(pages):
            page["heading"], page["body"] = _rendered(page["result"])
            neighbours = {
                "earlier": pages[number - 1] if number else None,
                "later": pages[number + 1] if number + 1 < len(pages) else None,
            }
            text = templates.get_template("notebook.html.j2").render(**shared, **neighbours, page=page)
            (partial / page["file"]).write_text(text, encoding="utf-8")
            del page["body"]  # megabytes of figures, not needed again
        for name, content in {
            "index.html": {
                "introduction": introduction,
                "headline": table(headline),
                "groups": _by_notebook(pages),
                "failures": [page for page in pages if page["result"].status != DONE],
                "count": len(pages),
            },
            "sources.html": {"sources": table(sources, first=SOURCE_COLUMNS)},
            "provenance.html": {"shared_record": _shared_record(results), "pages": pages},
        }.items():
            if name == "sources.html" and sources is None:
                continue
            text = templates.get_template(f"{name}.j2").render(**shared, **content)
            (partial / name).write_text(text, encoding="utf-8")
    return folder / "index.html"


def page_file(result: RunResult) -> str:
    """Name of a run's page: `30_earth_or_orbit__fairwater_wi__spacex_ai1.html`."""
    run = result.run
    return f"{run.name}.html" if run.output_name == run.name else f"{run.name}__{run.output_name}.html"


def table(
    rows: "pd.DataFrame | Iterable[Mapping[str, Any]] | None", first: Sequence[str] = ()
) -> dict[str, Any] | None:
    """Column names and rows of cells for the templates: text, whether it is a number, and a link for an address."""
    if rows is None:
        return None
    if hasattr(rows, "to_dict"):
        named = any(name is not None for name in rows.index.names)
        rows = (rows.reset_index() if named else rows).to_dict("records")
    records = [dict(row) for row in rows]
    columns = list(dict.fromkeys(name for record in records for name in record))
    columns = [name for name in first if name in columns] + [name for name in columns if name not in first]
    return {
        "columns": [_column_name(name) for name in columns],
        "numeric": [_all_numbers(record.get(name) for record in records) for name in columns],
        "rows": [[_cell(record.get(name)) for name in columns] for record in records],
    }


def _column_name(name: Any) -> str:
    return " · ".join(str(part) for part in name if str(part)) if isinstance(name, tuple) else str(name)


def _is_number(value: Any) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool)


def _is_missing(value: Any) -> bool:
    return value is None or (_is_number(value) and math.isnan(value)) or type(value).__name__ in ("NAType", "NaTType")


def _all_numbers(values: Iterable[Any]) -> bool:
    present = [value for value in values if not _is_missing(value)]
    return bool(present) and all(_is_number(value) for value in present)


def _cell(value: Any) -> dict[str, Any]:
    text = number_text(value) if _is_number(value) else "–" if _is_missing(value) else str(value)
    return {"text": text, "number": _is_number(value), "link": bool(re.match(r"https?://\S+$", text))}


def number_text(value: float) -> str:
    """Four significant digits, thousands set apart: 12,340; 0.01234; 1.234 × 10⁻⁷. A dash for nan."""
    if math.isnan(value):
        return "–"
    if math.isinf(value) or value == 0:
        return f"{value:g}"
    if isinstance(value, Integral) and abs(value) < 10**15:
        return f"{value:,}"
    size = math.floor(math.log10(abs(value)))
    if size < -4 or size > 14:
        number, power = f"{value:.{SIGNIFICANT_DIGITS - 1}e}".split("e")
        return f"{number} × 10{str(int(power)).translate(str.maketrans('-0123456789', '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'))}"
    decimals = SIGNIFICANT_DIGITS - 1 - size
    text = f"{round(value, decimals):,.{max(0, decimals)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _rendered(result: RunResult) -> tuple[str, str]:
    """Heading and body of a run's page; an empty body if nothing was executed."""
    from earth_or_orbit.batch import pages

    if result.output is None:
        return result.run.name, ""
    import nbformat

    notebook = nbformat.read(result.output, as_version=4)
    heading = pages.notebook_heading(notebook)
    return heading or result.run.name, pages.notebook_html(notebook, result.run.notebook.parent)


def _by_notebook(pages: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The pages under their notebooks, in the order of the runs."""
    groups = groupby(pages, key=lambda page: page["result"].run.name)
    listed = [(name, list(members)) for name, members in groups]
    return [{"name": name, "heading": members[0]["heading"], "pages": members} for name, members in listed]


def _shared_record(results: Sequence[RunResult]) -> Mapping[str, Any]:
    """What the records of all runs have in common: one batch has one package, commit, digest and Python."""
    return results[0].record if results else {}


def _templates() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("earth_or_orbit.batch", "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _style() -> str:
    from earth_or_orbit.batch.pages import code_style

    own = resources.files("earth_or_orbit.batch").joinpath("templates/report.css").read_text(encoding="utf-8")
    return f"{own}\n{code_style()}"
