"""One batch of tiny notebooks, good and bad, run from another folder; then its outputs, records and report are read."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from tiny_notebooks import CHOICES, CONCEPT, PAIRS, POWER, SITE, write_notebook

from earth_or_orbit.batch import build_report, execute_runs, exit_status, plan_runs, provenance, run, summary
from earth_or_orbit.batch.report import number_text, table

HEADLINE = [{"pair": "fairwater_wi × spacex_ai1", "campus_land_m2": 1315228.2, "launches_per_year": float("nan")}]
SOURCES = [{"id": "brief", "title": "A <title>", "publisher": "P", "url": "https://example.org/page"}]
DRAW = """import matplotlib.pyplot as plt
figure, axes = plt.subplots()
axes.plot([1, 2, 3], label=site)
axes.set_xlabel(concept);"""
OUTSIDE = """from IPython.display import HTML, SVG, display
dot = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>'
display(SVG(dot), metadata={"alt": "A dot"})
display(HTML('<script src="https://cdn.example.org/a.js"></script>'
             '<link rel="stylesheet" href="//cdn.example.org/a.css">'
             '<style>@import url(https://cdn.example.org/b.css);'
             'p {background: url("https://cdn.example.org/c.png")}</style>'
             '<p onclick="go()" style="background:url(http://cdn.example.org/d.png)">kept words</p>'
             '<img src="https://cdn.example.org/e.png"><table><tr><td>cell</td></tr></table>'))"""
ENVIRONMENT = """import os, sys, warnings
warnings.warn("careful")
print(sys.executable, os.environ["PYTHONHASHSEED"], os.environ["SOURCE_DATE_EPOCH"], os.getcwd(), sep="\\n")"""


class Page(HTMLParser):
    """The elements of a page, with their attributes."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.text = path.read_text(encoding="utf-8")
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(self.text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))


def write_collection(folder: Path) -> list[Path]:
    stop = 'if site == "hyperion_la_2030":\n    raise ValueError("no campus here")'
    return [
        write_notebook(folder, "01_facts", ENVIRONMENT, OUTSIDE),
        write_notebook(folder, "10_ground", "print(site)", stop, "print('after')", parameters=(SITE,)),
        write_notebook(folder, "11_dead", "print(1)", "import os\nos._exit(3)", "print(2)"),
        write_notebook(folder, "12_exit", "import sys\nsys.exit(0)", "print(2)"),
        write_notebook(
            folder, "30_pair", "## How large", DRAW, "it_power_average_mw * 2", parameters=(SITE, CONCEPT, POWER)
        ),
    ]


@pytest.fixture(scope="module")
def batch(tmp_path_factory):
    """The batch, run from an empty folder and without a home of one's own."""
    folder, away = tmp_path_factory.mktemp("braces {in} name"), tmp_path_factory.mktemp("away")
    out, stream, before = folder / "build", io.StringIO(), Path.cwd()
    (out / "10_ground").mkdir(parents=True)
    stale = out / "10_ground" / "hyperion_la_2030.ipynb"
    stale.write_text("an earlier good result")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(away)
        patch.setenv("HOME", str(away))
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        scratch = tempfile.mkdtemp()
        patch.setattr(tempfile, "tempdir", scratch)
        runs = plan_runs(write_collection(folder / "notebooks"), PAIRS[:2], choices=CHOICES)
        results = execute_runs(runs, out, stream=stream)
        index = build_report(results, out, HEADLINE, SOURCES, "Earth or Orbit", "One sentence.")
    assert Path.cwd() == before
    left = os.listdir(scratch)
    shutil.rmtree(scratch)
    by_name = {f"{result.run.name}/{result.run.output_name}": result for result in results}
    return SimpleNamespace(
        out=out,
        results=results,
        named=by_name,
        stream=stream.getvalue(),
        index=index,
        stale=stale,
        scratch_left=left,
    )


def texts(path: Path) -> list[str]:
    cells = nbformat.read(path, as_version=4).cells
    return [output.get("text", "") for cell in cells for output in cell.get("outputs", [])]


def test_each_run_ends_as_it_should_and_the_others_go_on(batch):
    assert {name: result.status for name, result in batch.named.items()} == {
        "01_facts/01_facts": "done",
        "10_ground/fairwater_wi": "done",
        "10_ground/hyperion_la_2030": "failed",
        "11_dead/11_dead": "failed",
        "12_exit/12_exit": "failed",
        "30_pair/fairwater_wi__spacex_ai1": "done",
        "30_pair/hyperion_la_2030__google_suncatcher": "done",
    }
    assert exit_status(batch.results) == 1
    assert summary(batch.results).startswith("3 of 7 runs failed:")


def test_a_failing_cell_stops_its_notebook_and_is_named(batch):
    result = batch.named["10_ground/hyperion_la_2030"]
    assert (result.failure.cell_number, result.failure.cell_id) == (3, "cell-1")
    assert (result.failure.error, result.failure.message) == ("ValueError", "no campus here")
    assert "ValueError: no campus here" in result.failure.lines[-1]
    assert result.output.name == "hyperion_la_2030.failed.ipynb"
    assert "hyperion_la_2030\n" in texts(result.output)
    assert "after\n" not in texts(result.output)
    assert "10_ground, hyperion_la_2030, code cell 3 (id cell-1): ValueError: no campus here" in batch.stream


def test_an_earlier_result_does_not_outlive_a_failure(batch):
    assert not batch.stale.exists()


def test_a_dead_kernel_is_a_failure(batch):
    failure = batch.named["11_dead/11_dead"].failure
    assert (failure.cell_number, failure.error) == (2, "DeadKernelError")
    assert "exit status 3" in failure.message


def test_a_notebook_that_leaves_early_is_a_failure(batch):
    failure = batch.named["12_exit/12_exit"].failure
    assert (failure.cell_number, failure.error) == (2, "NotExecuted")


def test_the_kernel_is_this_python_with_a_fixed_environment(batch):
    result = batch.named["01_facts/01_facts"]
    printed = next(text for text in texts(result.output) if sys.executable in text).splitlines()
    assert printed == [sys.executable, "0", "1767225600", str(result.run.notebook.parent)]


def test_given_parameters_are_injected_and_the_rest_keep_their_defaults(batch):
    result = batch.named["30_pair/hyperion_la_2030__google_suncatcher"]
    injected = [cell for cell in nbformat.read(result.output, as_version=4).cells if cell.id == "injected-parameters"]
    assert 'site = "hyperion_la_2030"' in injected[0].source
    assert "it_power_average_mw" not in injected[0].source
    assert result.record["parameters"]["it_power_average_mw"] == 100.0


def test_every_output_has_its_record(batch):
    for result in batch.results:
        path = batch.out / result.run.name / f"{result.run.output_name}.run.json"
        record = json.loads(path.read_text(encoding="utf-8"))
        assert record == result.record
        assert record["status"] == result.status
        assert record["output_digest"] == provenance.file_digest(result.output)
        assert record["parameters"] == dict(result.run.resolved)
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", record["started_utc"])
        assert {"package", "git", "data_digest", "python", "libraries", "seconds"} <= record.keys()
        assert (record["failure"] is None) == (result.status == "done")


def test_a_second_run_gives_the_same_bytes(batch, tmp_path):
    wanted = ["01_facts/01_facts", "30_pair/fairwater_wi__spacex_ai1"]
    again = execute_runs([batch.named[name].run for name in wanted], tmp_path, stream=io.StringIO())
    for name, result in zip(wanted, again, strict=True):
        assert result.output.read_bytes() == batch.named[name].output.read_bytes()


def test_lines_are_plain_where_there_is_no_terminal(batch):
    assert "\r" not in batch.stream and "\x1b" not in batch.stream
    assert "run     30_pair  fairwater_wi × spacex_ai1\n" in batch.stream
    assert re.search(r"^\[7/7\] ", batch.stream, re.MULTILINE)


def test_a_terminal_gets_bars_with_notebook_and_pair(tmp_path):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    terminal = Terminal()
    path = write_notebook(tmp_path, "10_ground", "1 + 1", parameters=(SITE,))
    status = run([path], PAIRS[:1], out=tmp_path / "build", stream=terminal)
    assert status == 0
    assert re.search(r"\r10_ground  fairwater_wi .*\d/3 cells", terminal.getvalue())
    assert terminal.getvalue().endswith("1 run done\n")


def test_bad_input_is_one_line_and_status_2(tmp_path):
    stream = io.StringIO()
    path = write_notebook(tmp_path, "10_ground", parameters=(SITE,))
    assert run([path], parameters=["sight=x"], out=tmp_path / "build", stream=stream) == 2
    assert stream.getvalue() == "error: 10_ground has no parameter 'sight'; nearest: 'site'; it declares: site\n"
    assert not (tmp_path / "build").exists()


def test_the_report_loads_nothing_from_outside(batch):
    for path in batch.index.parent.glob("*.html"):
        page = Page(path)
        for tag, attributes in page.elements:
            assert tag not in ("script", "link", "iframe", "object", "embed"), path.name
            for name in ("src", "srcset", "data", "poster", "xlink:href", "background"):
                assert str(attributes.get(name, "data:")).startswith("data:"), (path.name, tag, name)
            assert not any(name.startswith("on") for name in attributes), (path.name, tag)
        assert "https://cdn.example.org" not in "".join(re.findall(r"<style.*?</style>", page.text, re.DOTALL))
        assert "url(http" not in "".join(attributes.get("style") or "" for _, attributes in page.elements)
        assert "default-src 'none'" in page.text


def test_every_link_within_the_report_leads_somewhere(batch):
    for path in batch.index.parent.glob("*.html"):
        page = Page(path)
        targets = [attributes["href"] for tag, attributes in page.elements if tag == "a"]
        names = {attributes.get("id") for _, attributes in page.elements}
        for target in targets:
            if target.startswith("#"):
                assert target[1:] in names, (path.name, target)
            elif not target.startswith("https://"):
                assert (path.parent / target).is_file(), (path.name, target)


def test_every_picture_has_a_text_and_every_table_can_scroll(batch):
    pair = Page(batch.index.parent / "30_pair__fairwater_wi__spacex_ai1.html")
    assert [a["alt"] for tag, a in pair.elements if tag == "img"] == ["Figure for “How large”"]
    facts = Page(batch.index.parent / "01_facts.html")
    assert [a["alt"] for tag, a in facts.elements if tag == "img"] == ["A dot"]
    assert re.search(r'<div class="scroll" tabindex="0"><table', facts.text)
    assert "kept words" in facts.text
    assert '<a href="https://cdn.example.org/e.png">[picture: outside the report]</a>' in facts.text


def test_code_is_folded_not_hidden(batch):
    page = Page(batch.index.parent / "30_pair__fairwater_wi__spacex_ai1.html")
    assert sum(tag == "details" and a.get("class") == "code" and "open" not in a for tag, a in page.elements) == 4


def test_the_contents_page_shows_headline_pages_and_failures(batch):
    text = batch.index.read_text(encoding="utf-8")
    assert "3 of 7 runs failed" in text
    assert "code cell 3 (id cell-1)" in text and "no campus here" in text
    assert "1,315,000" in text
    assert "Question 30_pair?" in text
    for result in batch.results:
        assert f"{result.run.name}" in text and result.run.pair in text
    failed = (batch.index.parent / "10_ground__hyperion_la_2030.html").read_text(encoding="utf-8")
    assert "stopped at code cell 3" in failed
    assert "A &lt;title&gt;" in (batch.index.parent / "sources.html").read_text(encoding="utf-8")
    assert batch.results[0].record["output_digest"] in (batch.index.parent / "provenance.html").read_text()


def test_a_report_that_cannot_be_finished_leaves_the_earlier_one(batch, tmp_path):
    results = [batch.named["01_facts/01_facts"]]
    first = build_report(results, tmp_path, title="First")
    with pytest.raises(ZeroDivisionError):
        build_report(results, tmp_path, title="Second", headline=({"a": 1 / number} for number in (1, 0)))
    assert "First" in first.read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["report"]
    assert "Third" in build_report(results, tmp_path, title="Third").read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["report"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(1315228.2, "1,315,000"), (0.0123456, "0.01235"), (1.2e-7, "1.200 × 10⁻⁷"), (12.5, "12.5"), (0, "0"), (15, "15")],
)
def test_numbers_are_printed_with_four_digits(value, text):
    assert number_text(value) == text


def test_a_data_frame_keeps_its_named_index():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"ground": [1.0, None]}, index=pandas.Index(["a", "b"], name="line"))
    made = table(frame)
    assert made["columns"] == ["line", "ground"]
    assert [[cell["text"] for cell in row] for row in made["rows"]] == [["a", "1"], ["b", "–"]]


def test_the_digest_follows_the_data_and_git_is_null_outside_it(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "data" / "facts.csv").write_text("a,1\n")
    first = provenance.describe(tmp_path)
    assert first["git"] is None
    (tmp_path / "data" / "facts.csv").write_text("a,2\n")
    second = provenance.describe(tmp_path)
    assert first["data_digest"] != second["data_digest"]
    (tmp_path / "data" / ".hidden").write_text("x")
    assert provenance.describe(tmp_path)["data_digest"] == second["data_digest"]
    assert provenance.project_folder(tmp_path / "data") == tmp_path


def test_git_tells_commit_and_changes(tmp_path):
    def git(*arguments):
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", "-C", str(tmp_path), *identity, *arguments], check=True, capture_output=True)

    git("init")
    assert provenance.git_state(tmp_path) == {"commit": None, "dirty": False}
    (tmp_path / "a").write_text("1")
    git("add", "a")
    git("commit", "--no-verify", "-m", "first")
    state = provenance.git_state(tmp_path)
    assert re.fullmatch(r"[0-9a-f]{40,64}", state["commit"]) and state["dirty"] is False
    (tmp_path / "a").write_text("2")
    assert provenance.git_state(tmp_path)["dirty"] is True


def test_sockets_and_logs_of_the_kernels_are_gone(batch):
    assert batch.scratch_left == []
