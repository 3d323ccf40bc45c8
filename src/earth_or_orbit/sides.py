"""One side of a pair as its files choose it: a fact for each input, alternatives by name, and why."""

from dataclasses import dataclass, field

from earth_or_orbit.facts import Fact

Condition = tuple[str, str]  # a choice and the alternative under which a pick holds


class ScenarioError(ValueError):
    """A scenario file, a name or a setting that cannot be used."""


@dataclass(frozen=True)
class Pick:
    """One input of one side: a fact (or several that compete), with the file that chose it and why."""

    quantity: str
    rows: tuple[Fact, ...]
    why: str
    donor: bool
    file: str

    @property
    def fact(self) -> Fact:
        """The fact chosen; raises ScenarioError if several rows compete and no file says which."""
        if len(self.rows) == 1:
            return self.rows[0]
        rivals = "; ".join(f"{f.place} ({f.subject}, source {f.source_id})" for f in self.rows)
        raise ScenarioError(f"{self.file}: {self.quantity} has several facts: {rivals}; choose one under `facts` with why")


@dataclass
class Side:
    """What one side's files choose: facts by quantity, and alternatives by name.

    `laid` keeps every pick in the order in which the files lay them over each other, with the condition it holds under.
    """

    side: str
    id: str
    title: str
    operator: str
    status: str
    note: str
    picks: dict[str, Pick] = field(default_factory=dict)
    texts: dict[str, Fact] = field(default_factory=dict)
    choices: dict[str, str] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    laid: list[tuple[Condition | None, Pick]] = field(default_factory=list)

    def settle(self) -> None:
        """Lays the picks over each other as the choices now stand; to be called after a choice changes."""
        holding = (pick for when, pick in self.laid if when is None or self.choices.get(when[0]) == when[1])
        self.picks = {pick.quantity: pick for pick in holding}
