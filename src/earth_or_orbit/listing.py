"""What there is: sites, concepts, quantities, notebooks and scenarios as rows; and a check of all that is read."""

from pathlib import Path
from typing import Any

from earth_or_orbit import facts, scenario
from earth_or_orbit.facilities import LEDGER_NAMES

VEHICLE_NAME = "vehicle_name_text"  # what a subject has that is a launch vehicle


def notebook_folder(root: Path | None = None) -> Path:
    """Where the collection's notebooks stand: beside the package, whatever data they read."""
    return (root or Path(__file__).resolve().parents[2]) / "notebooks"


def notebooks() -> dict[str, Path]:
    """Every notebook of the collection by its file's stem, in order."""
    return {path.stem: path for path in sorted(notebook_folder().glob("*.ipynb"))}


def rows(what: str) -> list[dict[str, Any]]:
    """Rows for `list`: one per site, concept, launch vehicle, city, quantity, notebook or scenario file."""
    if what == "notebooks":
        return [{"notebook": stem} for stem in notebooks()]
    data = facts.load()
    if what == "vehicles":
        return [{"vehicle": f.subject, "name": f.text_value} for f in data.facts if f.quantity == VEHICLE_NAME]
    if what == "cities":
        return [{key: row[key] for key in ("city", "country", "population")} for row in facts.cities(data.root)]
    if what == "quantities":
        return [
            {"quantity": q.name, "unit": q.unit, "room": q.room, "ledger": q.name in LEDGER_NAMES, "meaning": q.meaning}
            for q in data.quantities.values()
        ]
    if what == "scenarios":
        return [{"scenario": i, "kind": kind} for side, kind in _KINDS for i in scenario.names(side, data.root)]
    side, kind = _KINDS[0] if what == "sites" else _KINDS[1]
    case = scenario.study(data).default_case
    sides = [scenario.read_side(side, i, case, data) for i in scenario.names(side, data.root)]
    return [{kind: s.id, "title": s.title, "operator": s.operator} for s in sides]


_KINDS = (("ground", "site"), ("orbit", "concept"))


def check() -> tuple[list[str], dict[str, int]]:
    """Every fault found in facts and scenarios, one line each, and counts of what was read."""
    from earth_or_orbit.study import compare

    data = facts.load()
    faults = scenario.check_all(data)
    for read in (facts.cities, lambda root: scenario.study(data)):
        try:
            read(data.root)
        except (scenario.ScenarioError, facts.FactError) as error:
            faults.append(str(error))
    sites, concepts = (scenario.names(side, data.root) for side in scenario.SIDES)
    if not faults:
        first_concept, first_site = concepts[0], sites[0]
        pairs = [*((s, first_concept) for s in sites), *((first_site, c) for c in concepts)]
        for site, concept in dict.fromkeys(pairs):
            for case in scenario.CASES:
                try:
                    compare(site, concept, case, data=data)
                except (scenario.ScenarioError, facts.FactError) as error:
                    faults.append(f"{site} beside {concept}, {case}: {error}")
    faults += sources_unused(data)
    counts = {"facts": len(data.facts), "sources": len(data.sources), "quantities": len(data.quantities)}
    return list(dict.fromkeys(faults)), {**counts, "sites": len(sites), "concepts": len(concepts)}


def sources_unused(data: facts.Data) -> list[str]:
    """Sources that no fact, series, published case or quantity's docstring names."""
    named = {f.source_id for f in data.facts}
    rooms = Path(__file__).parent / "quantities"
    for path in sorted([*(data.root / "data").glob("*/*.csv"), *rooms.glob("*.py")]):
        text = path.read_text(encoding="utf-8")
        named |= {s for s in data.sources if s in text}
    return [f"data/sources.csv: source {s!r} is named by no row" for s in data.sources if s not in named]
