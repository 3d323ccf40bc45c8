"""The command `earth-or-orbit`. Exit status 0 done, 1 a check or a run failed, 2 bad input; a mistake is one line.

Imports of the model stand inside the commands, so that `--help` starts at once.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any, NoReturn

import click

OK, FAILED, BAD_INPUT = 0, 1, 2
FEWEST_DRAWS = 50  # fewer say nothing about 5 and 95 %; the notebooks ask for as many
CASES = click.Choice(["demonstrated", "promised"])
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
SITE = click.option("--site", help="A campus; `earth-or-orbit list sites` names them.")
CONCEPT = click.option("--concept", help="A proposal; `earth-or-orbit list concepts` names them.")
CASE = click.option("--case", type=CASES, help="Both sides as flown and built, or as announced. Default: study.yml's.")
SET = click.option("--set", "settings", multiple=True, metavar="NAME=VALUE", help="Override a quantity by name.")
CHOOSE = click.option("--choose", "chosen", multiple=True, metavar="NAME=VALUE", help="Choose an alternative by name.")


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: earth-or-orbit compare --site fairwater_wi --concept spacex_ai1",
)
@click.version_option(package_name="earth-or-orbit")
def app() -> None:
    """What the same AI compute costs the world on the ground, and what it would cost in orbit."""


def main() -> NoReturn:
    """Runs the command; bad input becomes one line on standard error and exit status 2."""
    from earth_or_orbit.facts import FactError
    from earth_or_orbit.scenario import ScenarioError

    expected = (FactError, ScenarioError)
    try:
        sys.exit(app(standalone_mode=False) or OK)
    except click.exceptions.NoArgsIsHelpError as asked:
        print(asked.ctx.get_help())
        sys.exit(OK)
    except click.exceptions.Exit as leaving:
        sys.exit(leaving.exit_code)
    except click.ClickException as error:
        _complain(error.format_message())
    except click.Abort:
        print("interrupted", file=sys.stderr)
        sys.exit(130)
    except expected as error:
        _complain(error)
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(OK)
    except OSError as error:
        _complain(f"{error.filename or 'a file'}: {error.strerror}; choose a place that can be read and written")
    except ValueError as error:
        if not _is_ours(error):
            raise
        _complain(error)


def _is_ours(error: ValueError) -> bool:
    """Whether the error is one of the package's own, whose text is one line for the user."""
    return type(error).__module__.startswith("earth_or_orbit")


def _complain(message: object) -> NoReturn:
    print(f"error: {' '.join(str(message).split())}", file=sys.stderr)
    sys.exit(BAD_INPUT)


def _print_json(value: Any) -> None:
    print(json.dumps(value, indent=1, ensure_ascii=False, allow_nan=False))


def _rounded(value: Any) -> str:
    from math import isfinite

    if isinstance(value, float):
        return f"{value:,.4g}" if isfinite(value) and abs(value) < 1e4 else f"{value:.4g}" if isfinite(value) else "-"
    return "" if value is None else str(value)


def _print_table(rows: list[dict[str, Any]], columns: list[str]) -> None:
    cells = [[_rounded(row.get(c)) for c in columns] for row in rows]
    widths = [max(len(c), *(len(r[i]) for r in cells)) if cells else len(c) for i, c in enumerate(columns)]
    numbers = [rows and all(isinstance(r.get(c), int | float) or r.get(c) is None for r in rows) for c in columns]
    for line in [columns, *cells]:
        aligned = [t.rjust(w) if n else t.ljust(w) for t, w, n in zip(line, widths, numbers, strict=True)]
        print("  ".join(aligned).rstrip())


def _settings(settings: tuple[str, ...], data: Any) -> dict[str, float]:
    from earth_or_orbit.scenario import parse_setting

    return dict(parse_setting(text, data) for text in settings)


def _choices(chosen: tuple[str, ...]) -> dict[str, str]:
    from earth_or_orbit.scenario import ScenarioError

    pairs = [text.partition("=") for text in chosen]
    for name, equals, value in pairs:
        if not (name and equals and value):
            raise ScenarioError(f"--choose {name!r} is not understood; write name=value, such as eclipse_operation=pause")
    return {name: value for name, _, value in pairs}


def _needed(name: str, value: str | None, side: str) -> str:
    if value:
        return value
    from earth_or_orbit import scenario

    raise scenario.ScenarioError(f"--{name} is missing; allowed: {', '.join(scenario.names(side))}")


@app.command("list", epilog="Example: earth-or-orbit list sites --json")
@click.argument("what", type=click.Choice(["sites", "concepts", "vehicles", "cities", "quantities", "notebooks", "scenarios"]))
@AS_JSON
def list_(what: str, as_json: bool) -> None:
    """List sites, concepts, launch vehicles, cities, quantities, notebooks or scenarios."""
    from earth_or_orbit import listing

    rows = listing.rows(what)
    if as_json:
        _print_json(rows)
    else:
        _print_table(rows, list(rows[0]) if rows else [])


@app.command(epilog="Example: earth-or-orbit compare --site fairwater_wi --concept spacex_ai1 --set orbit_altitude_km=800")
@SITE
@CONCEPT
@CASE
@SET
@CHOOSE
@click.option("--draws", default=0, type=click.IntRange(0, 1_000_000), help="Draw the facts' spreads so many times.")
@AS_JSON
def compare(
    site: str, concept: str, case: str, settings: tuple[str, ...], chosen: tuple[str, ...], draws: int, as_json: bool
) -> None:
    """Put a campus beside a proposal: every line of the ledger on both sides, with the ratio."""
    from earth_or_orbit import facts, study

    if 0 < draws < FEWEST_DRAWS:
        raise click.BadParameter(f"{draws} is too few for a range; 0, or at least {FEWEST_DRAWS}", param_hint="--draws")

    data = facts.load()
    site, concept = _needed("site", site, "ground"), _needed("concept", concept, "orbit")
    asked = {"settings": _settings(settings, data), "choices": _choices(chosen), "data": data}
    central = study.compare(site, concept, case, **asked)
    spread = study.compare(site, concept, case, draws=draws, **asked).spread() if draws else None
    if as_json:
        extra = {} if spread is None else {"spread": spread.astype(object).where(spread.notna(), None).to_dict("records")}
        _print_json({**central.as_json(), **extra})
        return
    print(f"{site} beside {concept}, {central.case} case, {central.study.dollar_year} dollars")
    table = central.table()
    if spread is not None:
        for side in ("ground", "orbit"):
            ends = spread[spread["side"] == side].set_index("line")
            table[f"{side} 5-95 %"] = [f"{_rounded(ends.low[n])} to {_rounded(ends.high[n])}" for n in table["line"]]
    table = table.astype(object).where(table.notna(), None)
    _print_table(table.to_dict("records"), list(table.columns))
    print("\n".join(["", *central.remarks()]))


@app.command(epilog="Example: earth-or-orbit explain campus_land_m2 --site fairwater_wi --concept spacex_ai1")
@click.argument("quantity")
@SITE
@CONCEPT
@CASE
@SET
@CHOOSE
@click.option("--side", type=click.Choice(["ground", "orbit"]), help="Default: the ground's if it has the quantity.")
@AS_JSON
def explain(
    quantity: str,
    site: str,
    concept: str,
    case: str,
    settings: tuple[str, ...],
    chosen: tuple[str, ...],
    side: str,
    as_json: bool,
) -> None:
    """Show where a quantity comes from: formulas down to facts with value, range, source, page and place."""
    from earth_or_orbit import explain as explaining
    from earth_or_orbit import facts

    data = facts.load()
    site, concept = _needed("site", site, "ground"), _needed("concept", concept, "orbit")
    values = _settings(settings, data)
    tree = explaining.explain(quantity, site, concept, side, case, values, _choices(chosen))
    if as_json:
        _print_json(tree)
        return
    print(f"{tree['side']} side, {site} beside {concept}, {tree['case']} case")
    print("\n".join(explaining.lines(tree)))


@app.command("break-even", epilog="Example: earth-or-orbit break-even horizon_years --site fairwater_wi --concept spacex_ai1")
@click.argument("quantity")
@SITE
@CONCEPT
@CASE
@SET
@CHOOSE
@click.option("--line", default="cost_per_accelerator_hour_usd", help="The ledger line that is to be equal on both sides.")
@AS_JSON
def break_even(
    quantity: str,
    site: str,
    concept: str,
    case: str,
    settings: tuple[str, ...],
    chosen: tuple[str, ...],
    line: str,
    as_json: bool,
) -> None:
    """Find the value of a quantity at which a ledger line is the same on both sides."""
    from dataclasses import asdict

    from earth_or_orbit import break_even as seeking
    from earth_or_orbit import facts

    data = facts.load()
    site, concept = _needed("site", site, "ground"), _needed("concept", concept, "orbit")
    asked = (_settings(settings, data), _choices(chosen), data)
    found = seeking.break_even(quantity, site, concept, case, line, *asked)
    if as_json:
        _print_json({**asdict(found), "line": line, "is_met": found.is_met})
        return
    print(found.in_words(line))


@app.command(epilog="Example: earth-or-orbit run 30_earth_or_orbit --site fairwater_wi --concept spacex_ai1 -p draws=200")
@click.argument("notebooks", nargs=-1, metavar="[NOTEBOOK …]")
@SITE
@CONCEPT
@CASE
@click.option("-p", "parameters", multiple=True, metavar="NAME=VALUE", help="Set a parameter that the notebooks declare.")
@click.option("--out", default="build", type=click.Path(path_type=Path), help="Folder for outputs. Default: build.")
@click.option("--jobs", default=2, type=click.IntRange(1, 64), help="Notebooks at a time. Default: 2.")
def run(
    notebooks: tuple[str, ...],
    site: str,
    concept: str,
    case: str,
    parameters: tuple[str, ...],
    out: Path,
    jobs: int,
) -> int:
    """Run notebooks through papermill, all of them by default, for a pair or for the study's default pairs."""
    from earth_or_orbit import collection

    results = collection.execute(notebooks, collection.pairs(site, concept), case, parameters, out, jobs)
    return collection.told(results)


@app.command(epilog="Example: earth-or-orbit report --all")
@click.option("--all", "everything", is_flag=True, help="Every notebook and every pair of a site and a concept.")
@click.option("--out", default="build", type=click.Path(path_type=Path), help="Folder for the report. Default: build.")
@click.option("--jobs", default=2, type=click.IntRange(1, 64), help="Notebooks at a time. Default: 2.")
def report(everything: bool, out: Path, jobs: int) -> int:
    """Run the core notebooks for the default pairs and write the report; print its path."""
    from earth_or_orbit import collection

    return collection.report(everything, out, jobs)


@app.command()
def notebooks() -> int:
    """Run every notebook in place with its default parameters, ready to commit."""
    from earth_or_orbit import collection

    return collection.execute_in_place()


@app.command()
@click.option("--check", is_flag=True, help="Write nothing; fail if a table differs at six significant digits.")
def results(check: bool) -> int:
    """Compute the tables under results/ again."""
    from earth_or_orbit import collection

    return collection.results(check)


@app.command()
@click.option("--check", is_flag=True, help="Write nothing; fail if a figure differs by a byte.")
def figures(check: bool) -> int:
    """Draw the figures under figures/ again."""
    from earth_or_orbit import collection

    return collection.figures(check)


@app.group()
def facts() -> None:
    """Work with the facts under data/."""


@facts.command("check", epilog="Example: earth-or-orbit facts check")
@AS_JSON
def facts_check(as_json: bool) -> int:
    """Read every fact and every scenario, resolve every pair, and say what is wrong."""
    from earth_or_orbit import listing

    faults, counts = listing.check()
    if as_json:
        _print_json({"faults": faults, **counts})
    else:
        for fault in faults:
            print(fault, file=sys.stderr)
        print(", ".join(f"{value} {name}" for name, value in counts.items()) + f", {len(faults)} faults")
    return FAILED if faults else OK


@app.command(epilog="Example: earth-or-orbit verify data/published/reference_cases.csv --json")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@AS_JSON
def verify(file: Path, as_json: bool) -> int:
    """Compute other studies' published results with the model's own functions and report the misses."""
    from earth_or_orbit import published

    records = published.verify(file or published.REFERENCE_CASES)
    if as_json:
        _print_json(records)
    else:
        print("\n".join(published.report_lines(records)))
    return FAILED if published.verify_summary(records)["failed"] else OK
