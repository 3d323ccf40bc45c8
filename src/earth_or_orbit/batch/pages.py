"""An executed notebook as a piece of HTML that needs nothing from outside: no script, no style, no image, no font."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

HEADING = re.compile(r"^#{1,6}\s+(?P<text>.+?)\s*#*\s*$", re.MULTILINE)
FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
EMPHASIS = re.compile(r"(?<!\w)_+([^_]+)_+(?!\w)")
NO_TEXT = "No description has been provided for this image"  # nbconvert's own filling, which tells nobody anything
IMAGES = ("image/png", "image/jpeg", "image/svg+xml")
# Elements that load or run something, and attributes that load. What is embedded (data:) or on the page (#) may stay.
LOADERS = ("script", "link", "iframe", "object", "embed", "base", "meta", "audio", "video", "source", "track", "frame")
LOADING = ("src", "srcset", "data", "poster", "background", "xlink:href")
OUTSIDE_STYLE = re.compile(r"@import[^;]*;?|url\(\s*['\"]?\s*(?!['\"]?\s*(data:|#))[^)]*\)", re.IGNORECASE)


NUMBER = re.compile(r"[-−+$<>≈]?\d|[–-]$|nan$|by definition|infeasible")


@lru_cache(maxsize=1)
def _exporter() -> Any:
    from nbconvert.exporters import HTMLExporter

    exporter = HTMLExporter(template_name="basic", embed_images=True, anchor_link_text="")
    exporter.exclude_input_prompt = exporter.exclude_output_prompt = True
    return exporter


@lru_cache(maxsize=1)
def code_style() -> str:
    """Colours of code for a light and a dark page."""
    from pygments.formatters import HtmlFormatter

    light = HtmlFormatter(style="friendly").get_style_defs(".highlight")
    dark = HtmlFormatter(style="github-dark").get_style_defs(".highlight")
    return f"{light}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}\n"


def notebook_heading(notebook: Any) -> str | None:
    """The text of the first heading of a notebook, without markup; None if it has none."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and (found := list(_headings(cell.source))):
            return found[0]
    return None


def _headings(markdown: str) -> Iterator[str]:
    for match in HEADING.finditer(FENCED.sub("", markdown)):
        text = LINK.sub(r"\1", match["text"])
        yield EMPHASIS.sub(r"\1", re.sub(r"[*`]", "", text))


def notebook_html(notebook: Any, folder: Path) -> str:
    """The body of a notebook's page. [HTML]

    Code is in collapsed <details>; every image is embedded and has an alternative text; tables scroll within
    themselves; whatever would run or load from outside is taken out, an outside image becomes a link.
    folder: where the notebook's own relative images are.
    """
    from bs4 import BeautifulSoup

    notebook = notebook.copy()
    notebook.cells = [
        cell for cell in notebook.cells if "papermill-error-cell-tag" not in cell.metadata.get("tags", [])
    ]
    texts = list(_alternative_texts(notebook))
    html, _ = _exporter().from_notebook_node(notebook, {"metadata": {"path": str(folder)}})
    page = BeautifulSoup(html, "html.parser")
    _close_off(page)
    _describe_images(page, texts)
    _fold_code(page)
    for table in page.find_all("table"):
        _align(table)
        if table.find_parent("table") is None:
            table.wrap(page.new_tag("div", attrs={"class": "scroll", "tabindex": "0"}))
    return str(page)


def _align(table: Any) -> None:
    """Set columns of words to the left and columns of numbers to the right; a column is what most of its cells are."""
    rows = [row.find_all("td") for row in table.find_all("tr") if row.find("td")]
    if not rows or len({len(row) for row in rows}) > 1:
        return
    top = table.find("thead")
    headings = top.find_all("tr")[-1].find_all("th") if top and top.find("tr") else []
    for column in range(len(rows[0])):
        texts = [row[column].get_text(strip=True) for row in rows]
        words = [text for text in texts if text and not NUMBER.match(text)]
        if 2 * len(words) > len([text for text in texts if text]):
            for row in [*rows, headings[-len(rows[0]) :]] if len(headings) >= len(rows[0]) else rows:
                row[column]["class"] = [*row[column].get("class", []), "words"]


def _alternative_texts(notebook: Any) -> Iterator[str]:
    """One text for each image that a code cell puts out, in the order of the page.

    From the output's metadata, else the cell's, else the last heading above it.
    """
    heading = "the notebook"
    shown_form = _exporter().environment.filters["filter_data_type"]  # the exporter's choice among an output's forms
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            heading = (list(_headings(cell.source)) or [heading])[-1]
        for output in cell.get("outputs", []):
            kind = next(iter(shown_form(output["data"])), None) if output.get("data") else None
            if kind in IMAGES:
                metadata = output.get("metadata", {})
                stated = metadata.get("alt") or metadata.get(kind, {}).get("alt") or cell.metadata.get("alt")
                yield stated or f"Figure for “{heading}”"


def _describe_images(page: Any, texts: list[str]) -> None:
    """Give every image an alternative text; those of code cells in turn, others keep or get one."""
    waiting = iter(texts)
    for image in page.find_all(["img", "svg"]):
        if image.find_parent("svg") is not None:
            continue
        own = image.find_parent("div", class_=["output_png", "output_jpeg", "output_svg"])
        stated = "" if image.get("alt") == NO_TEXT else image.get("alt") or image.get("aria-label")
        text = next(waiting, "Figure") if own else stated or "Picture"
        if image.name == "svg":
            image["role"], image["aria-label"] = "img", text
        else:
            image["alt"] = text


def _close_off(page: Any) -> None:
    """Take out all that runs or loads from outside."""
    for element in page.find_all(LOADERS):
        element.decompose()
    for image in page.find_all("img"):
        source = image.get("src", "")
        if not source.startswith("data:"):
            name = "picture" if image.get("alt") in (None, "", NO_TEXT) else image["alt"]
            if source.startswith(("http:", "https:")):
                link = page.new_tag("a", href=source)
                link.string = f"[{name}: outside the report]"
                image.replace_with(link)
            else:
                image.replace_with(f"[{name}: not found]")
    for element in page.find_all(True):
        if element.name == "style":
            element.string = OUTSIDE_STYLE.sub("", element.get_text())
        loading = (*LOADING, "href") if element.name in ("image", "use", "feimage") else LOADING
        for name in [name for name in element.attrs if name in loading or name.startswith("on")]:
            if name.startswith("on") or not str(element[name]).strip().startswith(("data:", "#")):
                del element[name]
        if "style" in element.attrs:
            element["style"] = OUTSIDE_STYLE.sub("", element["style"])


def _fold_code(page: Any) -> None:
    """Put the code of each cell under a line that opens it."""
    for code in page.find_all("div", class_="input"):
        if not code.get_text(strip=True):
            code.decompose()
            continue
        fold = code.wrap(page.new_tag("details", attrs={"class": "code"}))
        line = page.new_tag("summary")
        line.string = "Code"
        fold.insert(0, line)
