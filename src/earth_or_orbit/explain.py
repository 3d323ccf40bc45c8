"""Where a number comes from: the tree from a ledger line down to facts with their sources, or to zero by definition."""

import inspect
from typing import Any

import numpy as np

from earth_or_orbit import facts, scenario, series
from earth_or_orbit.facilities import SERIES_INPUTS, graph, is_zero_by_definition, needs
from earth_or_orbit.scenario import ScenarioError
from earth_or_orbit.study import MATCHED, Comparison, compare, has, names


def explain(
    quantity: str,
    site: str,
    concept: str,
    side: str | None = None,
    case: str | None = None,
    settings: dict[str, float] | None = None,
    choices: dict[str, str] | None = None,
) -> dict[str, Any]:
    """The tree under a quantity on one side: value, unit, formula, inputs, and facts with source and locator at its leaves.

    Without a side, the ground's if it has the quantity, else the orbit's. Raises ScenarioError for an unknown quantity.
    """
    comparison = compare(site, concept, case, settings, choices=choices)
    chosen = side or next((s for s in scenario.SIDES if has(comparison.sides[s], quantity)), None)
    chosen = chosen or next((s for s in scenario.SIDES if quantity in comparison.sides[s].side.choices), None)
    if chosen not in scenario.SIDES:
        known = {n for s in scenario.SIDES for n in names(comparison.sides[s])}
        raise ScenarioError(f"quantity {quantity!r} is not known{facts.nearest(quantity, known)}")
    if quantity in comparison.sides[chosen].side.choices:
        made = comparison.sides[chosen].side
        raise ScenarioError(f"{quantity!r} is a choice, not a quantity: {made.choices[quantity]}; {made.reasons[quantity]}")
    if not has(comparison.sides[chosen], quantity):
        other = next(s for s in scenario.SIDES if s != chosen)
        if has(comparison.sides[other], quantity):
            raise ScenarioError(f"the {chosen} side has no {quantity!r}; the {other} side has it")
        known = names(comparison.sides[chosen])
        raise ScenarioError(f"the {chosen} side has no {quantity!r}{facts.nearest(quantity, known)}")
    tree = _Tree(comparison, chosen).branch(quantity)
    return {"site": site, "concept": concept, "case": comparison.case, "side": chosen, **tree}


def _switches(function: Any) -> list[str]:
    """Names of the choices that decide whether this function is the one that computes its quantity."""
    return [name for resolver in getattr(function, "resolve", ()) for name in getattr(resolver, "_config_used", None) or ()]


class _Tree:
    """Branches of one side's tree, each made once."""

    def __init__(self, comparison: Comparison, side: str) -> None:
        self.comparison, self.side = comparison, side
        self.resolved = comparison.sides[side]
        self.nodes = graph(side, self.resolved.side.choices)
        self.made: dict[str, dict[str, Any]] = {}
        self.matched: _Tree | None = _Tree(comparison, "ground") if side == "orbit" else None

    def branch(self, name: str) -> dict[str, Any]:
        if name not in self.made:
            self.made[name] = self._branch(name)
        return self.made[name]

    def _branch(self, name: str) -> dict[str, Any]:
        quantities = self.comparison.data.quantities
        row = quantities.get(name)
        head = {"quantity": name, "unit": row.unit if row else "", "meaning": row.meaning if row else ""}
        if name in self.resolved.settings:
            return {**head, "value": self.resolved.settings[name], "kind": "setting", "why": "set by the user"}
        if name == MATCHED and self.matched:
            ground = self.matched.branch(name)
            why = "both sides are matched on the campus's average IT power"
            same = {"value": ground["value"], "formula": f"{name} = the ground's {name}", "inputs": [ground]}
            return {**head, **same, "kind": "matched", "why": why}
        if name in SERIES_INPUTS:
            place, count = f"data/series/{series.FILES[name]}", series.rows(name, self.comparison.data.root)
            return {**head, "value": None, "kind": "series", "series": place, "rows": count}
        if name in self.nodes and not self.nodes[name].user_defined:
            return self._computed(name, head)
        return self._leaf(name, head)

    def _computed(self, name: str, head: dict[str, Any]) -> dict[str, Any]:
        node = self.nodes[name]
        value = self.resolved.compute((name,))[name]
        lines = inspect.getdoc(node.callable).splitlines()
        branch = {**head, "meaning": lines[0], "value": _number(value)}
        if is_zero_by_definition(self.side, name):
            return {**branch, "kind": "zero by definition", "why": lines[0].removeprefix("Zero by definition: ")}
        formula = next((line.strip() for line in lines[1:] if " = " in line and not line.startswith("Check:")), "")
        choice = self._choice(node)
        given = {**self.resolved.inputs, **self.resolved.settings}
        inputs = [self.branch(n) for n, needed in needs(node).items() if needed or n in given]
        return {**branch, "kind": "computed", "formula": formula, **choice, "inputs": inputs}

    def _choice(self, node: object) -> dict[str, Any]:
        """The alternative that was chosen to compute a node, if it has alternatives."""
        side = self.resolved.side
        for choice in _switches(node.callable):
            if choice in side.choices:
                value = side.choices[choice]
                return {"choice": f"{choice}: {value}", "why": side.reasons[choice]}
        return {}

    def _leaf(self, name: str, head: dict[str, Any]) -> dict[str, Any]:
        pick = self.resolved.side.picks.get(name)
        if pick is None:
            raise ScenarioError(f"{self.resolved.side.id}: no file chooses a fact for {name!r}")
        data, fact, year = self.comparison.data, pick.fact, self.comparison.study.dollar_year
        others = [f for f in data.rows(fact.subject, name) if f is not fact]
        return {
            **head,
            "value": data.in_quantity_unit(fact, fact.central, year),
            "kind": "fact",
            "fact": self._fact(fact),
            "why": f"{pick.why} ({pick.file})",
            "donor": pick.donor,
            "beside": [self._fact(f) for f in others],
        }

    def _fact(self, fact: facts.Fact) -> dict[str, Any]:
        source = self.comparison.data.sources[fact.source_id]
        keys = ("subject", "low", "central", "high", "unit", "dollar_year", "valid_year", "kind", "locator", "note")
        published = {key: getattr(fact, key) for key in keys}
        place = {"file": fact.file, "row": fact.row}
        return {**published, **place, "source": {"id": source.id, "title": source.title, "url": source.url or None}}


def _number(value: Any) -> float | None:
    number = float(np.nanmedian(np.asarray(value, dtype=float)))
    return number if np.isfinite(number) else None


def leaves(tree: dict[str, Any]) -> list[dict[str, Any]]:
    """Every leaf under a tree, once each, in the order met."""
    found: dict[str, dict[str, Any]] = {}
    seen: set[int] = set()
    waiting = [tree]
    while waiting:
        branch = waiting.pop()
        if id(branch) in seen:
            continue
        seen.add(id(branch))
        if branch.get("inputs"):
            waiting += reversed(branch["inputs"])
        elif branch["kind"] != "computed":
            found.setdefault(branch["quantity"], branch)
    return list(found.values())


def lines(tree: dict[str, Any], depth: int = 0, seen: set[str] | None = None) -> list[str]:
    """The tree as indented text; a branch that stood before is named and not drawn again."""
    seen = set() if seen is None else seen
    indent = "  " * depth
    value = "" if tree.get("value") is None else f" = {tree['value']:.6g} {tree['unit']}"
    out = [f"{indent}{tree['quantity']}{value}"]
    if tree["quantity"] in seen and tree.get("inputs"):
        out[0] += "  (above)"
        return out
    seen.add(tree["quantity"])
    pad = f"{indent}    "
    if tree["kind"] == "zero by definition":
        out.append(f"{pad}zero by definition: {tree['why']}")
    elif tree["kind"] == "fact":
        out += [pad + text for text in _fact_lines(tree)]
    elif tree["kind"] == "series":
        out.append(f"{pad}{tree['series']}, {tree['rows']} rows with their sources")
    elif tree["kind"] in ("setting", "matched"):
        out.append(f"{pad}{tree['kind']}: {tree['why']}")
    else:
        out += [f"{pad}{tree['formula']}"] if tree["formula"] else []
        out += [f"{pad}chosen: {tree['choice']}; {tree['why']}"] if tree.get("choice") else []
    for branch in tree.get("inputs", ()):
        out += lines(branch, depth + 1, seen)
    return out


def _fact_lines(tree: dict[str, Any]) -> list[str]:
    out = [_fact_line(tree["fact"]), f"chosen because {tree['why']}" + ("; a donor" if tree["donor"] else "")]
    out += [f"beside it: {_fact_line(other)}" for other in tree["beside"]]
    return out


def _fact_line(fact: dict[str, Any]) -> str:
    spread = f" ({fact['low']:g} to {fact['high']:g})" if fact["low"] is not None else " (no published spread)"
    money = f" in {fact['dollar_year']} dollars" if fact["dollar_year"] else ""
    source = fact["source"]
    link = source["url"] or f"no page: {fact['kind']}"
    return f"{fact['kind']}: {fact['central']:g} {fact['unit']}{spread}{money}; {source['title']}; {fact['locator']}; {link}"
