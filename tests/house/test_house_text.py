"""The project speaks of itself only: no path of somebody's machine, no package host, no address that only one has."""

import re
from pathlib import Path

import pytest
from house_tree import ROOT, tracked_files

# Written in pieces, so that the rule does not find itself.
START = r"(?<![\w.\-/])"
FORBIDDEN = {
    "a machine's path": re.compile(
        START + "(?:/wor" + r"k/|/hom" + r"e/\w+/|/roo" + r"t/|/tm" + r"p/|/Use" + r"rs/\w+/)"
    ),
    "a Windows path": re.compile(r"\b[A-Z]:\\Use" + "rs"),
    "a folder beside the project": re.compile(r"\.\./shar" + "ed"),
    "a file address": re.compile("file:" + "//"),
    "a package host": re.compile(
        "py" + r"pi\.org/simple|files\.python" + r"hosted\.org|registry\.np" + r"mjs\.org|conda\.ana" + r"conda\.org"
    ),
}
EXCEPTED = {"uv.lock"}
READ_AS_TEXT = {
    "", ".py", ".md", ".csv", ".json", ".ipynb", ".yml", ".yaml", ".toml", ".cfg", ".cff", ".svg", ".html", ".css",
    ".js", ".j2", ".jinja", ".txt", ".mplstyle", ".geojson",
}  # fmt: skip


def text_faults(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8", errors="replace")
    found = []
    for what, pattern in FORBIDDEN.items():
        for match in pattern.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            found.append(f"{path.name}:{line}: {what}: {match[0]}")
    return found


def test_nothing_tracked_names_a_machine_or_a_package_host() -> None:
    paths = [path for path in tracked_files() if path.name not in EXCEPTED and path.suffix in READ_AS_TEXT]
    assert ROOT / "Makefile" in paths
    found = [line for path in paths for line in text_faults(path)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "text",
    [
        "see /wor" + "k/main/data",
        "open('/hom" + "e/ann/x')",
        "/roo" + "t/.cache",
        "Warning in /tm" + "p/ipykernel_12/1.py:3",
        "C:\\Use" + "rs\\ann",
        "../shar" + "ed/notes.md",
        "file:" + "///x.html",
        "https://py" + "pi.org/simple",
    ],
)
def test_a_slip_is_found(tmp_path: Path, text: str) -> None:
    (tmp_path / "page.md").write_text(f"words\n{text}\n")
    assert [line.split(":")[1] for line in text_faults(tmp_path / "page.md")] == ["2"]


def test_addresses_with_such_words_are_let_through(tmp_path: Path) -> None:
    (tmp_path / "page.csv").write_text("https://www.example.org/wor" + "k/home/about,https://example.org/tm" + "p/a")
    assert text_faults(tmp_path / "page.csv") == []
