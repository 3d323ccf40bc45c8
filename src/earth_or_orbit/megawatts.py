"""Keeps the kinds of megawatt apart: a power is read only as what its source says it is.

Nameplate, peak at the utility and peak IT are three facts of a campus; averages are computed from them. A campus draws its
IT power and its cooling, so a load at the utility that is not above the IT power of the same phase is a mixed definition.
"""

from earth_or_orbit import units
from earth_or_orbit.facts import Data
from earth_or_orbit.scenario import ScenarioError, Side

BASES = {"it_peak": "campus_it_peak_mw", "utility_peak": "campus_utility_peak_mw", "nameplate": "campus_nameplate_mw"}
WORDS = {"it_peak": "peak IT power", "utility_peak": "a load at the utility", "nameplate": "an announced power of no stated kind"}
SET_ABOVE = ("campus_it_power_peak_mw", "campus_it_power_average_mw")  # whoever sets these needs no basis


def bases_of(side: Side, settings: dict[str, float]) -> list[str]:
    """Kinds of power that a site's files or the user give."""
    return [basis for basis, quantity in BASES.items() if quantity in side.picks or quantity in settings]


def check_power(side: Side, settings: dict[str, float], data: Data) -> None:
    """Refuses a power basis that the site has no fact for, and one kind of megawatt given as another."""
    if side.side != "ground" or any(name in settings for name in SET_ABOVE):
        return
    basis = side.choices["power_basis"]
    had = bases_of(side, settings)
    if basis not in had:
        raise ScenarioError(
            f"{side.id}: no file chooses a fact for {BASES[basis]!r}, which power_basis {basis!r} needs: no source gives this "
            f"site {WORDS[basis]}; it has {', '.join(had) or 'no power at all'}"
        )
    for other, quantity in BASES.items():
        if other != basis and quantity in settings and BASES[basis] not in settings:
            raise ScenarioError(
                f"{side.id}: --set {quantity} gives {WORDS[other]}, but power_basis is {basis!r}; "
                f"set {BASES[basis]}, or choose power_basis={other}"
            )
    _check_order(side, settings, data)


def _check_order(side: Side, settings: dict[str, float], data: Data) -> None:
    """Refuses a load at the utility that is no more than the peak IT power of the same phase."""
    powers = {basis: _power_mw(side, settings, BASES[basis], data) for basis in ("it_peak", "utility_peak")}
    if None in powers.values() or powers["utility_peak"] > powers["it_peak"]:
        return
    given = " and ".join(f"--set {BASES[basis]}" for basis in powers if BASES[basis] in settings)
    raise ScenarioError(
        f"{side.id}: two definitions of MW are mixed by {given or 'its files'}: {powers['utility_peak']:g} MW at the "
        f"utility cannot carry {powers['it_peak']:g} MW of IT with its cooling; a campus draws more than its IT power"
    )


def _power_mw(side: Side, settings: dict[str, float], quantity: str, data: Data) -> float | None:
    """A power that is set, or the one fact that the files choose; None where there is none, or several compete."""
    if quantity in settings:
        return settings[quantity]
    pick = side.picks.get(quantity)
    if not pick or len(pick.rows) > 1:
        return None
    return units.convert(pick.fact.central, pick.fact.unit, data.quantity(quantity).unit)
