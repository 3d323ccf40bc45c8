"""Units at the boundary: one pint registry, and the unit that a quantity's name states.

The model itself is plain arithmetic in the units that its names end in. Facts, published cases and
the command line cross this boundary; a factor of 1000 lives nowhere else.
"""

import re
from functools import lru_cache

import numpy as np
import pint

from earth_or_orbit.constants import Array

# What pint does not know. Carbon dioxide equivalents are counted as mass, since the air's own books do.
DEFINITIONS = """
USD = [currency] = usd = dollar
kgCO2e = kilogram = kgco2e
sfu = 1e-22 W / m**2 / Hz
FIT = 1e-9 / hour = fit
gCO2e = gram = gco2e
tCO2e = 1000 kilogram = tco2e
lbCO2e = pound = lbco2e
frac = []
ratio = []
MMBtu = 1e6 * Btu = mmbtu
MGD = 1e6 * gallon / day
job = []
bps = bit / second
cent = 0.01 * USD = cents
thousand = 1e3
million = 1e6
billion = 1e9
trillion = 1e12
million_USD = 1e6 * USD
billion_USD = 1e9 * USD
Mgal = 1e6 * gallon
Bgal = 1e9 * gallon
gpm = gallon / minute
gpd = gallon / day
sqft = foot ** 2
Manhattan = []
FLOP = [arithmetic] = FLOP = flop
FLOPS = FLOP / second
Bps = byte / second
"""

# Things that are only counted: they carry no dimension, singular or plural, alone or below a stroke.
COUNTED = (
    "accelerator|chip|event|gpu|GPU|hop|inference|interruption|launch|launche|leg|node|panel|people|person"
    "|photon|PPB|channel|rack|radiator|satellite|site|FTE|fraction|time|x"
    "|token|step|pass|passe|contact|parameter|param|link|station|gateway|terminal|switch|switche"
    "|answer|device|error|fault|host|neutron|particle|proton|SDC|SEFI|SEU|TPU|upset"
    "|sat|spacecraft|flight|failure|failed|manoeuvre|maneuver|spare|module|robot|reentry|reentrie|re-entry|re-entrie|server|drive|disk"
    "|component|unit|pad|doubling|visit|docking|booster|vehicle|operation|op|replacement|survivor|casualty|casualtie|worker|ship|rocket"
    "|home|household|car|query|querie|prompt|request|image|board|baseboard|core|die"
)
NO_THINGS = {"fraction", "fractions", "time", "times", "x"}

# Units on a logarithmic scale: between them and others no factor and offset leads, only their own law.
LOGARITHMIC = {"dB", "dBm", "dBW"}
PLAIN_FACTORS = {"dimensionless", "ratio", "frac"}

# Token at the end of a name -> unit as pint reads it. `rad` is a dose here; angles are `deg` or `urad`.
TOKENS = {
    "m": "m", "m2": "m**2", "m3": "m**3", "cm": "cm", "mm": "mm", "km": "km", "km2": "km**2", "km3": "km**3",
    "kg": "kg", "g": "g", "t": "t",
    "w": "W", "kw": "kW", "mw": "MW", "gw": "GW",
    "wh": "Wh", "kwh": "kWh", "mwh": "MWh", "gwh": "GWh", "twh": "TWh", "j": "J",
    "k": "K", "k4": "K**4",
    "pa": "Pa",
    "s": "s", "s2": "s**2", "min": "min", "ms": "ms", "h": "h", "hour": "h", "hours": "h", "day": "day",
    "days": "day", "month": "month", "months": "month", "year": "year", "years": "year",
    "rad": "rads", "krad": "kilorads", "deg": "deg", "urad": "urad", "db": "dB", "dbm": "dBm", "hz": "Hz",
    "bps": "bps", "gbps": "Gbps", "bytes": "byte", "tb": "TB", "flop": "FLOP", "flops": "FLOPS",
    "sfu": "sfu", "usd": "USD", "kgco2e": "kgCO2e", "gco2e": "gCO2e", "l": "L",
    "count": "count", "frac": "frac", "ratio": "ratio",
}  # fmt: skip


class UnitError(ValueError):
    """A unit that is unknown, or that does not fit the quantity."""


@lru_cache(maxsize=1)
def registry() -> pint.UnitRegistry:
    """The project's one registry, made when first asked for (making it takes about a second)."""
    units = pint.UnitRegistry(cache_folder=None, autoconvert_offset_to_baseunit=True)
    units.load_definitions(DEFINITIONS.strip().splitlines())
    return units


@lru_cache(maxsize=4096)
def printed_unit(text: str) -> str:
    """A unit as people print it, rewritten as pint reads it. [text]

    Knows `-`, `x` and counted things (launches, racks: dimensionless), `y` and `yr`, `kW_IT`, `rad(Si)`, `$`, `°C`, `per 5 y`.
    A dollar's year (`$2013`, `USD2013`) is dropped: the year is its own column.
    """
    unit = text.strip().replace("·", "*").replace("²", "2").replace("³", "3").replace("µ", "u").replace("$", "USD")
    if unit in ("", "-", "–", "1"):
        return "dimensionless"
    unit = re.sub(r"\bUSD ?([kMB])\b|\b([B])USD\b", lambda m: {"k": "kUSD", "M": "MUSD", "B": "GUSD"}[m[1] or m[2]], unit)
    unit = re.sub(r"USD_?(19|20)\d\d\b", "USD", unit)
    unit = re.sub(r"\b([kM]?)rad(\(Si\))?(?![\w(])", lambda m: {"k": "kilo", "M": "mega", "": ""}[m[1]] + "rads", unit)
    unit = re.sub(r"(?<=[A-Za-z])_IT\b", "", unit)
    unit = re.sub(r"°\s*C|\bdegrees? C\b", "degC", unit)
    unit = re.sub(r"\bdBi\b", "dB", unit)
    unit = re.sub(r"\b([kMGTPE]?)b/s\b", r"\1bit/s", unit)
    unit = re.sub(r"\b([kMGTPE])b\b", r"\1bit", unit)
    unit = re.sub(r"\bmetric tons?\b", "t", unit)
    unit = re.sub(r"\bMMT(?=CO2|\b)", "Mt", unit)
    unit = re.sub(r"\b([kMGu]?g|[kMG]?t|lbs?)[ _-]?(?:of )?CO2(?:[- ]?eq?)?(?![A-Za-z0-9])", r"\1", unit)
    unit = re.sub(r"\b(sq|square) (ft|mi|km|m)\b", r"\2**2", unit)
    unit = re.sub(r"¢|\bc(?=/kWh)", "cent", unit)
    unit = re.sub(r"\b([kMGT]?W)(ac|dc|p|e|th|AC|DC)\b", r"\1", unit)
    unit = re.sub(r"(?<=W)-(yr|y|year|month|mo)\b", r"/\1", unit)
    unit = re.sub(r"\bmo\b", "month", unit)
    unit = re.sub(r"\b(yr|y)s?\b", "year", unit)
    unit = re.sub(rf"\b({COUNTED})s?-(?=[A-Za-z])", "", unit)
    unit = re.sub(rf"\b({COUNTED})s?\b", "dimensionless", unit)
    unit = re.sub(r"(?<=[A-Za-z])-(?=[A-Za-z])", "*", unit)
    unit = re.sub(r"(?<![\w*])([A-Za-z]+)([234])\b", r"\1**\2", unit)
    unit = re.sub(r"\bgallons?\b|\bgals?\b", "gallon", unit)
    unit = re.sub(r"\bkt\b", "kilotonne", unit)  # a knot to pint, and never a ship's here
    unit = re.sub(r"\b(per|over(?= *\d)|in(?= *\d))\b", "/", unit)
    return re.sub(r"^\s*/", "1 /", unit)


def _multiple(text: str) -> tuple[str, float]:
    """A unit that is per so many, such as `rad per 5 y`, as the unit per one and how many; 1 for any other."""
    unit = printed_unit(text)
    many = re.search(r"/ *(\d+(?:\.\d+)?) *(?=[A-Za-z])", unit)
    return (unit.replace(many[0], "/ ", 1), float(many[1])) if many else (unit, 1.0)


@lru_cache(maxsize=4096)
def _unit(text: str) -> pint.Unit:
    try:
        return registry().parse_units(_multiple(text)[0])
    except Exception as error:  # pint raises tokenizer, attribute and assertion errors alike
        raise UnitError(f"unit {text!r} is not known; write it like kW, USD/kg, L/kWh, m2; - if it has none") from error


def known(unit: str) -> bool:
    """Whether the text is a unit that can be converted."""
    try:
        _unit(unit)
    except UnitError:
        return False
    return True


@lru_cache(maxsize=4096)
def compatible(from_unit: str, to_unit: str) -> bool:
    """Whether a value in one unit can be stated in the other. Raises UnitError for an unknown unit.

    A level in dB is stated as a plain factor, not as an angle or a number of things.
    """
    printed = {printed_unit(from_unit), printed_unit(to_unit)}
    if "dB" in printed and not printed <= {"dB", *PLAIN_FACTORS}:
        return False
    return _unit(from_unit).dimensionality == _unit(to_unit).dimensionality


@lru_cache(maxsize=4096)
def counts_things(unit: str) -> bool:
    """Whether a unit is a counted thing alone (`launches`, `satellites`), as a share or a factor is not."""
    return unit not in NO_THINGS and bool(re.fullmatch(rf"({COUNTED})s?", unit.strip()))


@lru_cache(maxsize=4096)
def is_angle(unit: str) -> bool:
    """Whether a unit is one of angles, which have no dimension and yet are neither a share nor a count."""
    return "radian" in str(registry().get_root_units(_unit(unit))[1])


@lru_cache(maxsize=4096)
def _scale_and_offset(from_unit: str, to_unit: str) -> tuple[float, float]:
    if not compatible(from_unit, to_unit):
        raise UnitError(f"unit {from_unit!r} does not fit; a unit of the kind of {to_unit!r} is needed")
    quantity = registry().Quantity
    zero, one = (float(quantity(x, _unit(from_unit)).to(_unit(to_unit)).magnitude) for x in (0.0, 1.0))
    return (one - zero) * _multiple(to_unit)[1] / _multiple(from_unit)[1], zero


@lru_cache(maxsize=4096)
def is_data(unit: str) -> bool:
    """Whether a unit is one of amounts or rates of data: bits have no dimension and yet are no share and no count."""
    return dict(registry().Quantity(1, _unit(unit)).to_root_units().unit_items()).get("bit", 0) > 0


def convert(value: Array, from_unit: str, to_unit: str) -> Array:
    """The same value in another unit. [to_unit]

    Scalars give a float, arrays an array of the same shape. Temperatures convert as points on the scale (20 degC is
    293.15 K), and decibels by their logarithm (-20 dBm is 0.01 mW). Raises UnitError if a unit is unknown or the
    dimensions differ.
    """
    printed = {printed_unit(from_unit), printed_unit(to_unit)}
    if len(printed) == 1:
        return value
    if printed & LOGARITHMIC:
        return _through_logarithm(value, from_unit, to_unit)
    scale, offset = _scale_and_offset(from_unit, to_unit)
    return np.asarray(value) * scale + offset if isinstance(value, np.ndarray) else float(value) * scale + offset


def _through_logarithm(value: Array, from_unit: str, to_unit: str) -> Array:
    if not compatible(from_unit, to_unit):
        raise UnitError(f"unit {from_unit!r} does not fit; a unit of the kind of {to_unit!r} is needed")
    with np.errstate(divide="ignore", invalid="ignore"):
        found = registry().Quantity(value, _unit(from_unit)).to(_unit(to_unit)).magnitude
    return found if isinstance(value, np.ndarray) else float(found)


def convert_difference(value: float, from_unit: str, to_unit: str) -> float:
    """A step between two values, such as a tolerance, in another unit: 0.3 K is 0.3 degC, 1 dB is 1 dBm. [to_unit]"""
    if {printed_unit(from_unit), printed_unit(to_unit)} & LOGARITHMIC:
        if printed_unit(to_unit) in LOGARITHMIC and printed_unit(from_unit) == "dB":
            return float(value)
        raise UnitError(f"a step in {from_unit!r} is none in {to_unit!r}; between decibels a step is in dB")
    return float(value) * _scale_and_offset(from_unit, to_unit)[0]


@lru_cache(maxsize=4096)
def unit_of_name(name: str) -> str:
    """The unit that a quantity's name ends in, as text that `convert` reads: `..._usd_per_kw_year` is `USD/kW/year`.

    Read around the last `per`. Before it stands a unit, or a plural that is counted (`launches_per_year` is 1/year,
    `errors_per_accelerator_year` too). After another noun the unit comes last: `cost_per_it_mwh_usd` is USD/MWh,
    `dose_per_event_rad` is rads. `months_to_first_power` is a month. What follows a double underscore names an
    alternative and is not read. Raises UnitError if the name states no unit: no unit, no name.
    """
    words = name.partition("__")[0].lower().split("_")
    if words[0] in TOKENS and words[1:2] == ["to"]:
        return TOKENS[words[0]]
    if words[-1] in ("count", "frac", "ratio"):
        return words[-1]
    if "per" not in words[1:-1]:
        if words[-1] in TOKENS:
            return TOKENS[words[-1]]
        raise _no_unit(name)
    place = len(words) - 1 - words[::-1].index("per")
    head, below = words[place - 1], [TOKENS[word] for word in words[place + 1 :] if word in TOKENS]
    if "billion" in words[place + 1 :]:
        below = [f"giga{unit}" for unit in below]
    if head in TOKENS or head.endswith("s"):
        return "/".join([TOKENS.get(head, "1"), *below])
    if words[-1] not in TOKENS or (len(below) == 1 and words[place + 1] in TOKENS):
        raise _no_unit(name)
    return "/".join([below[-1], *below[:-1]])


def _no_unit(name: str) -> UnitError:
    return UnitError(f"{name!r} states no unit; it must end in one of: {', '.join(sorted(TOKENS))}, joined by _per_")
