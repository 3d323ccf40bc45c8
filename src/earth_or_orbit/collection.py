"""The collection as a whole: which notebooks run for which pairs, the report, and what is rebuilt and compared."""

import itertools
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from earth_or_orbit import batch, facts, scenario
from earth_or_orbit.listing import notebook_folder, notebooks, rows
from earth_or_orbit.scenario import ScenarioError

SIGNIFICANT_DIGITS = 6


def pairs(site: str | None, concept: str | None) -> list[tuple[str, str]]:
    """The pair asked for, or the study's. One name alone goes with its partner in the study, else with the first one."""
    default = list(scenario.study().pairs)
    if site is None and concept is None:
        return default
    for name, side in ((site, "ground"), (concept, "orbit")):
        known = scenario.names(side)
        if name is not None and name not in known:
            kind = "site" if side == "ground" else "concept"
            raise ScenarioError(f"{kind} {name!r} is not known{facts.nearest(name, known)}; allowed: {', '.join(known)}")
    partner_concept = next((c for s, c in default if s == site), default[0][1])
    partner_site = next((s for s, c in default if c == concept), default[0][0])
    return [(site or partner_site, concept or partner_concept)]


def chosen(stems: Sequence[str]) -> list[Path]:
    """The notebooks with these stems, or all of them; raises ScenarioError with the nearest stem."""
    known = notebooks()
    for stem in stems:
        if stem not in known:
            raise ScenarioError(f"notebook {stem!r} is not known{facts.nearest(stem, known)}; allowed: {', '.join(known)}")
    return [known[stem] for stem in stems] if stems else list(known.values())


def plan(
    stems: Sequence[str],
    asked: Sequence[tuple[str, str]],
    case: str | None = None,
    parameters: Sequence[str] = (),
) -> list[batch.Run]:
    """Runs of the notebooks over the pairs, everything checked before a kernel starts."""
    choices = {
        "site": lambda: scenario.names("ground"),
        "concept": lambda: scenario.names("orbit"),
        "case": scenario.CASES,
        "vehicle": lambda: [row["vehicle"] for row in rows("vehicles")],
        "city": lambda: [row["city"] for row in rows("cities")],
    }
    ranges = {q.name: (q.allowed_low, q.allowed_high) for q in facts.load().quantities.values() if q.unit}
    return batch.plan_runs(chosen(stems), asked, case, parameters, choices, ranges)


def execute(
    stems: Sequence[str],
    asked: Sequence[tuple[str, str]],
    case: str | None,
    parameters: Sequence[str],
    out: Path,
    jobs: int,
) -> list[batch.RunResult]:
    """Plans and runs; a run that fails leaves the others going. Ctrl-C ends the command with its own status."""
    runs = plan(stems, asked, case, parameters)
    try:
        return batch.execute_runs(runs, out, jobs)
    except batch.RunsInterrupted as stop:
        print(stop, file=sys.stderr)
        sys.exit(stop.exit_status)


def told(results: Sequence[batch.RunResult]) -> int:
    """Prints what came of the runs; the command's exit status."""
    print(batch.summary(results), file=sys.stderr)
    return batch.exit_status(results)


def report(everything: bool, out: Path, jobs: int) -> int:
    """Runs the collection and writes the report; prints its path."""
    data = facts.load()
    asked = list(scenario.study(data).pairs)
    if everything:
        sites, concepts = (scenario.names(side, data.root) for side in scenario.SIDES)
        asked = [*asked, *(p for p in itertools.product(sites, concepts) if p not in asked)]
    results = execute((), asked, None, (), out, jobs)
    sources = [{k: getattr(s, k) for k in ("id", "title", "publisher", "url", "kind")} for s in data.sources.values()]
    page = batch.build_report(results, out, headline(), sources, "Earth or Orbit", _introduction(data))
    print(page)
    return told(results)


def _introduction(data: facts.Data) -> str:
    study = scenario.study(data)
    return (
        "The same AI compute on named campuses on the ground and in named proposals in orbit. "
        f"Both sides are matched on average IT power over the same years, in {study.dollar_year} dollars, and both are "
        f"shown in the {study.default_case} case unless a page says otherwise. Ranges in brackets are 5 to 95 % of draws from "
        "the published spreads. Every number leads to a source."
    )


def headline() -> "object":
    """The contents page's table: a row per headline line and case, a column per side of each default pair (a DataFrame)."""
    import pandas as pd

    from earth_or_orbit import sentences, tables

    draws = scenario.study().draws
    cases = [sentences.printed_headline(tables.default_pairs(case, draws)).assign(Case=case) for case in scenario.CASES]
    both = pd.concat(cases)
    order = [line for line in cases[0].index for _ in scenario.CASES]
    both = both.set_index("Case", append=True).reindex(zip(order, [*scenario.CASES] * len(cases[0]), strict=True))
    return both.rename_axis(index=["Line", "Case"]).reset_index("Case").rename_axis(columns=None)


def execute_in_place() -> int:
    """Runs every notebook with its defaults and puts the outputs into the notebook itself."""
    import nbformat

    with tempfile.TemporaryDirectory() as folder:
        results = batch.execute_runs(batch.plan_runs(list(notebooks().values()), None), folder, 2)
        for result in results:
            if result.failure is None and result.output is not None:
                executed = nbformat.read(result.output, as_version=4)
                source = nbformat.read(result.run.notebook, as_version=4)
                ran = [c for c in executed.cells if "injected-parameters" not in c.metadata.get("tags", [])]
                for cell, done in zip(source.cells, ran, strict=True):
                    if cell.cell_type == "code":
                        cell.outputs, cell.execution_count = done.outputs, done.execution_count
                nbformat.write(source, result.run.notebook)
    return told(results)


def results(check: bool) -> int:
    """Rebuilds `results/*.csv` and the README's answer, or compares them: tables at six significant digits."""
    status = _rebuild(check, "results", _write_results, _same_table)
    readme = notebook_folder().parent / "README.md"
    written = readme.read_text(encoding="utf-8")
    made = with_answer(written)
    if not check:
        readme.write_text(made, encoding="utf-8")
    elif made != written:
        print("README.md: its answer is not what the model says; `make results` writes it", file=sys.stderr)
        status = 1
    return status


def with_answer(readme: str) -> str:
    """The README's text with the answer between its two marks made anew. Raises ScenarioError if a mark is missing."""
    from earth_or_orbit import sentences, tables

    opening, closing = "<!-- answer", "<!-- /answer -->"
    start, end = readme.find(opening), readme.find(closing)
    if start < 0 or end < start:
        raise ScenarioError(f"README.md: the marks {opening!r} and {closing!r} are needed, in this order")
    start = readme.index("-->", start) + len("-->")
    draws, (site, concept) = scenario.study().draws, scenario.study().pairs[0]
    cases = [tables.default_pairs(case, draws) for case in scenario.CASES]
    said = [sentences.answer_over_pairs(pairs) for pairs in cases]
    said += [sentences.answer(*tables.compared(site, concept, case, draws)) for case in scenario.CASES]
    return readme[:start] + "\n" + "\n\n".join(said) + "\n" + readme[end:]


def figures(check: bool) -> int:
    """Rebuilds `figures/`, or compares them byte for byte."""
    return _rebuild(check, "figures", _write_figures, lambda a, b: a.read_bytes() == b.read_bytes())


def _rebuild(check: bool, name: str, write: Callable, same: Callable[[Path, Path], bool]) -> int:
    committed = notebook_folder().parent / name
    if not check:
        write(committed)
        print(f"{name}: {len(_files(committed))} files written")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder) / name
        write(built)
        there, made = _files(committed), _files(built)
        faults = [f"{name}/{f}: committed but no longer made" for f in sorted(there - made)]
        faults += [f"{name}/{f}: made but not committed" for f in sorted(made - there)]
        faults += [f"{name}/{f}: differs" for f in sorted(there & made) if not same(committed / f, built / f)]
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{name}: {len(made)} files compared, {len(faults)} differ")
    return 1 if faults or not made else 0


def _files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file() and not p.name.startswith(".")}


def _write_results(folder: Path) -> None:
    from earth_or_orbit import gallery, study

    folder.mkdir(parents=True, exist_ok=True)
    _write_table(study.ledger(), folder / "ledger.csv")
    for notebook, name, table, _ in gallery.figures():
        (folder / notebook).mkdir(exist_ok=True)
        _write_table(table(), folder / notebook / f"{name}.csv")


def _write_table(table: "object", path: Path) -> None:
    table.to_csv(path, index=False, float_format=f"%.{SIGNIFICANT_DIGITS + 2}g", lineterminator="\n")


def _write_figures(folder: Path) -> None:
    from earth_or_orbit import gallery
    from earth_or_orbit.drawing.saving import save

    for notebook, name, table, draw in gallery.figures():
        save(draw(table()), folder / notebook, name)


def _same_table(committed: Path, built: Path) -> bool:
    """Whether two tables hold the same cells, numbers to six significant digits."""
    import csv

    rows = [list(csv.reader(p.open(encoding="utf-8", newline=""))) for p in (committed, built)]
    if len(rows[0]) != len(rows[1]):
        return False
    return all(len(a) == len(b) and all(map(_same_cell, a, b)) for a, b in zip(*rows, strict=True))


def _same_cell(a: str, b: str) -> bool:
    if a == b:
        return True
    try:
        first, second = float(a), float(b)
    except ValueError:
        return False
    return f"{first:.{SIGNIFICANT_DIGITS}g}" == f"{second:.{SIGNIFICANT_DIGITS}g}"
