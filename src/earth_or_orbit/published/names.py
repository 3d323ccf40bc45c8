"""Printed input names: the unit at their end, the things that they count, the year in them, and the rules they meet."""

import re

from earth_or_orbit.published.rules import Rule, RuleBook
from earth_or_orbit.units import TOKENS, compatible, known, unit_of_name

PRINTED_TOKENS = {
    **TOKENS,
    **{f"{prefix}{unit}": f"{prefix}{unit}" for prefix in ("", "k", "M", "G", "T") for unit in ("W", "Wh", "L", "USD")},
    **{unit: unit for unit in ("K", "kt", "Mt", "Gt", "kJ", "MJ", "GJ", "TJ", "FIT", "fit")},
    **{"Gy": "Gy", "mil": "thou", "mils": "thou", "ft": "foot", "ft2": "foot**2", "lb": "pound"},
    **{"cm2": "cm**2", "F": "degF", "degF": "degF"},
    **{f"{prefix}{unit}": f"{prefix}{unit}" for prefix in ("", "k", "M", "G", "T") for unit in ("Hz", "bps")},
    **{unit: unit for unit in ("mW", "uW", "nW", "um", "nm", "us", "ns", "nrad", "urad", "mrad", "dB", "dBi", "dBm", "dBW")},
    **{f"{prefix}{unit}": f"{prefix}{full}" for prefix in ("", "k", "M", "G", "T", "P", "E")
       for unit, full in {"FLOP": "FLOP", "FLOPs": "FLOP", "FLOPS": "FLOPS", "Bps": "Bps", "bit": "bit"}.items()},
    **{f"{prefix}{unit}": f"{prefix}{full}" for prefix in ("k", "M", "G", "T", "P", "E")
       for unit, full in {"B": "B", "b": "bit", "bits": "bit"}.items()},
    **{"bytes": "byte", "byte": "byte", "bits": "bit", "token": "token", "tokens": "token"},
    **{"C": "degC", "degC": "degC", "y": "year", "yr": "year", "d": "day", "pct": "%", "percent": "%"},
    **{"Musd": "MUSD", "musd": "MUSD", "kusd": "kUSD", "busd": "GUSD", "gusd": "GUSD", "BUSD": "GUSD", "yrs": "year"},
    **{"tonnes": "t", "tonne": "t", "tons": "t", "hr": "h", "hrs": "h", "minutes": "min", "minute": "min"},
    **{word: "acre" for word in ("acre", "acres")},
    **{word: "hectare" for word in ("ha", "hectare", "hectares")},
    **{"mi2": "mile**2", "sqmi": "mile**2", "sqft": "foot**2", "sqm": "m**2", "sqkm": "km**2", "mm2": "mm**2"},
    **{word: "gallon" for word in ("gal", "gals", "gallon", "gallons")},
    **{"kgal": "kgallon", "Mgal": "Mgal", "Ggal": "Bgal", "Bgal": "Bgal"},
    **{"MGD": "Mgal/day", "mgd": "Mgal/day", "mL": "mL", "ml": "mL"},
    **{word: "L" for word in ("litre", "litres", "liter", "liters")},
    **{"MMgal": "Mgal", "AF": "acre_foot", "acft": "acre_foot", "MLD": "ML/day", "gpd": "gallon/day", "gpm": "gallon/min"},
    **{f"{mass}CO2{end}": unit for end in ("", "e", "eq") for mass, unit in
       {"g": "g", "kg": "kg", "t": "t", "kt": "kt", "Mt": "Mt", "Gt": "Gt", "lb": "pound", "lbs": "pound"}.items()},
    **{"ton": "t", "MMT": "Mt", "kton": "kt", "Mton": "Mt", "mg": "mg", "million": "million", "billion": "billion"},
    **{"MMBtu": "MMBtu", "mmbtu": "MMBtu", "MMBTU": "MMBtu", "Btu": "Btu", "btu": "Btu", "BTU": "Btu"},
    **{f"{prefix}W{end}": f"{prefix}W" for prefix in ("", "k", "M", "G", "T")
       for end in ("ac", "dc", "p", "e", "th", "AC", "DC")},
    **{f"{prefix}F": f"{prefix}FLOP" for prefix in ("T", "P", "E")},
    **{"cents": "cent", "cent": "cent", "ct": "cent", "dollars": "USD", "dollar": "USD", "mo": "month", "kg": "kg"},
    **{"weeks": "week", "week": "week", "mins": "min", "sec": "s", "seconds": "s", "lbs": "pound", "%": "%"},
}  # fmt: skip
YEAR_IN_NAME = re.compile(r"(?:^|_)((?:19|20)\d\d)(?:_?([HhQq])([1-4]))?(?=_|$)")
PARTS_OF_YEAR = {"": 1, "H": 2, "Q": 4}
# How many of a thing: `n_sats`, `number_of_satellites`, `satellites_total`; and how many in a time: `annual_launches`.
COUNT_BEFORE = re.compile(r"^(?:(?:total_)?(?:n|num|nr|number|number_of|no|no_of|count)_|total_|all_)(?=.)", re.IGNORECASE)
COUNT_AFTER = re.compile(r"(?<=.)_(?:count|total|number|num|nr|n|in_total)$", re.IGNORECASE)
YEARLY = re.compile(r"_(annual|yearly|per_(year|yr|y))_")
TIME_UNITS = {"year", "month", "week", "day", "h"}
TIMES = {"annual": "year", "yearly": "year", "daily": "day", "monthly": "month", "weekly": "week", "annually": "year"}


def undated(name: str) -> tuple[str, float | None, float]:
    """A printed name without its year, where the year begins and how much of it: `maneuvers_2025H1` counts half of 2025."""
    match = YEAR_IN_NAME.search(name)
    if match is None:
        return name, None, 0.0
    parts = PARTS_OF_YEAR[(match[2] or "").upper()]
    begins = int(match[1]) + (int(match[3] or 1) - 1) / parts
    return (name[: match.start()] + name[match.end() :]).strip("_"), begins, 1 / parts


def splits(name: str) -> list[tuple[str, str]]:
    """Ways to read a printed name as a stem and a unit, shortest unit first: `p0_usd_kg` as p0 and USD/kg.

    Between unit tokens `per` may stand or be left out; a name that is all unit has an empty stem.
    """
    parts = name.split("_")
    found = []
    for start in range(len(parts) - 1, -1, -1):
        tail = parts[start:]
        if not all(part == "per" or part in PRINTED_TOKENS for part in tail):
            break
        if tail[0] != "per" and tail[-1] != "per" and (start == 0 or parts[start - 1] != "per"):
            unit = "/".join(PRINTED_TOKENS[part] for part in tail if part != "per")
            found.append(("_".join(parts[:start]), unit))
    return found


def counted(name: str, nouns: dict[str, str]) -> list[tuple[str, str]]:
    """Ways to read a printed name as a count of things, each with its unit: `n_sats` as `#satellite`, a pure number.

    Things are in the singular and by their common noun; a count in a time ends in `_per_*`: `flights_per_y` is
    `#launch_per_*` in 1/year, and so are `annual_flights` and `flights_y`. A star may stand for the first or last noun.
    """
    parts = COUNT_AFTER.sub("", COUNT_BEFORE.sub("", name)).split("_")
    if PRINTED_TOKENS.get(parts[-1], "h") not in TIME_UNITS:
        return []
    if (time := TIMES.get(parts[0].lower()) or TIMES.get(parts[-1].lower())) and len(parts) > 1:
        return _things([part for part in parts if part.lower() not in TIMES], f"1/{time}", nouns)
    tail = len(parts)
    while tail > 1 and PRINTED_TOKENS.get(parts[tail - 1]) in TIME_UNITS:
        tail -= 1
    below = [PRINTED_TOKENS[part] for part in parts[tail:]]
    if not below:
        return _things(parts, "-", nouns)
    rate = "/".join(["1", *below])
    if parts[tail - 1] == "per":
        return _things(parts[: tail - 1], rate, nouns)
    return _things(parts[:tail], rate, nouns) + _things(parts, "-", nouns)


def _things(parts: list[str], unit: str, nouns: dict[str, str]) -> list[tuple[str, str]]:
    things = [noun for noun in (_noun(part, nouns) for part in parts) if noun not in ("of", "the")]
    if not things:
        return []
    end = "_per_*" if unit != "-" else ""
    ways = ["_".join(things)]
    if len(things) in (2, 3) and "per" not in things:  # structure: a thing with one or two words to it
        ways += [f"*_{things[-1]}", f"{things[0]}_*"]
    return [(f"#{way}{end}", unit) for way in ways]


def _noun(part: str, nouns: dict[str, str]) -> str:
    word = part.lower()
    if word in nouns:
        return nouns[word]
    for ending, instead in (("ies", "y"), ("ches", "ch"), ("sses", "ss"), ("s", "")):
        if word.endswith(ending) and not word.endswith("ss"):
            word = word.removesuffix(ending) + instead
            break
    return nouns.get(word, word)


def rules_for(name: str, topic: str, book: RuleBook, row_unit: str) -> list[tuple[Rule, str]]:
    """The rules that a printed name meets in a topic, each with the unit of the printed number.

    First the name as a whole, then what it counts (`#satellite`), then stem and unit (`alt_*`), then a bare unit
    (`[kW]` is any power); and if there is none, the same without a year in the name.
    """
    key = (name, topic, row_unit)
    if key not in book.found:
        book.found[key] = next(filter(None, (_rules_of(way, topic, book, row_unit) for way in _spellings(name))), [])
    return book.found[key]


UNITS_IN_WORDS = [
    (re.compile(rf"(?<![^_]){words}(?![^_])", re.IGNORECASE), unit)
    for words, unit in (
        ("acre_(?:feet|foot|ft)", "AF"), ("(?:square|sq)_(?:feet|foot|ft)", "ft2"), ("(?:square|sq)_(?:miles|mile|mi)", "mi2"),
        ("(?:square|sq)_(?:km|kilometres|kilometers)", "km2"), ("(?:square|sq)_(?:m|metres|meters)", "m2"),
        ("million_(?:gallons|gal)", "Mgal"), ("billion_(?:gallons|gal)", "Bgal"), ("million_(?:litres|liters|l)", "ML"),
        ("(?:million|m)_usd", "MUSD"), ("billion_usd", "GUSD"), ("kw_(?:yr|y)", "kW_year"),
        ("metric_(?:tons|tonnes|ton)", "t"), ("million_(?:tons|tonnes|t)", "Mt"),
    )
]  # fmt: skip
CARBON_WORD = re.compile(r"_CO2(?:e|eq)?(?=_|$)", re.IGNORECASE)


def unit_first(name: str) -> list[tuple[str, str]]:
    """A printed name that begins with its unit, as `MW_IT` or `L_per_kWh_site`: the rest as a stem, and the unit."""
    parts, tail = name.split("_"), 0
    while tail < len(parts) and (parts[tail] in PRINTED_TOKENS or (tail and parts[tail] == "per" and tail + 1 < len(parts))):
        tail += 1
    if tail and parts[tail - 1] == "per":
        tail -= 1
    if not 0 < tail < len(parts):
        return []
    return [("_".join(parts[tail:]), "/".join(PRINTED_TOKENS[part] for part in parts[:tail] if part != "per"))]


def _spellings(name: str) -> list[str]:
    """A printed name as it stands, without its year, and without the word of a gas beside a mass: `kg_CO2_per_kWh`."""
    for words, unit in UNITS_IN_WORDS:
        name = words.sub(unit, name)
    without, year, _ = undated(name)
    ways = [name] + ([without] if year is not None else [])
    return ways + [CARBON_WORD.sub("", way) for way in ways if CARBON_WORD.search(way)]


def _rules_of(name: str, topic: str, book: RuleBook, row_unit: str) -> list[tuple[Rule, str]]:
    ways = splits(name)
    if whole := book.named(topic, name):
        in_name = ways[-1][1] if ways else "-"
        return [(rule, row_unit if rule.unit == "row" else _stated(rule, in_name) or in_name) for rule in whole]
    for things, unit in counted(name, book.nouns):
        if found := book.named(topic, things):
            return [(rule, rule.unit or unit) for rule in found]
    unfit: list[tuple[Rule, str]] = []
    for stem, unit, bare in _stems(name, ways, book.neutral(topic)):
        found = book.named(topic, f"{bare}_*") if bare else book.bare_of(topic, unit)
        if not found and unit in ("%", "frac", "ratio"):
            found = [rule for rule in book.named(topic, bare) if rule.unit == "-"]
        read = _in_units(found, stem, unit)
        if any(_may_be(rule, unit) for rule, unit in read):
            return read
        unfit = unfit or read
    plain = "_".join(part for part in name.split("_") if part.casefold() not in book.neutral(topic))
    return unfit or [(rule, rule.unit) for rule in (book.named(topic, plain) if plain != name else []) if rule.unit == "-"]


def _stems(name: str, ways: list[tuple[str, str]], neutral: set[str]) -> list[tuple[str, str, str]]:
    """Each way to read a name as stem, unit and the stem without its neutral words: first the stems as they stand."""
    without = [
        (stem, unit, "_".join(part for part in stem.split("_") if part.casefold() not in neutral))
        for stem, unit in ways + unit_first(name)
    ]
    return [(stem, unit, stem) for stem, unit in ways] + [way for way in without if way[0]]


def _may_be(rule: Rule, unit: str) -> bool:
    """Whether a printed unit fits what a rule's parameter is, as far as its name says."""
    if rule.role not in ("number", "adds") or rule.through:
        return True
    return compatible(unit, unit_of_name(rule.parameter))


def _in_units(found: list[Rule], stem: str, unit: str) -> list[tuple[Rule, str]]:
    """Rules with the printed unit, first per year where the stem says that it is of a year."""
    yearly = [(rule, f"{unit}/year") for rule in found if not rule.unit] if YEARLY.search(f"_{stem}_") else []
    stated = yearly + [(rule, _stated(rule, unit) if rule.unit.startswith("*") else unit) for rule in found]
    return [(rule, in_unit) for rule, in_unit in stated if known(in_unit)]


def _stated(rule: Rule, printed: str) -> str:
    """A rule's unit, in which a star is the printed one: `*/kWh` reads `pv_g` as g/kWh, `**year` reads TWh/year as TWh."""
    return rule.unit.replace("*", printed, 1) if rule.unit.startswith("*") else rule.unit
