"""Names of inputs as cases print them: which of their parts are a unit."""

from earth_or_orbit.units import TOKENS

PRINTED_TOKENS = {
    **TOKENS,
    **{f"{prefix}{unit}": f"{prefix}{unit}" for prefix in ("", "k", "M", "G", "T") for unit in ("W", "Wh", "L", "USD")},
    **{unit: unit for unit in ("K", "kt", "Mt", "Gt", "kJ", "MJ", "GJ")},
    **{"Gy": "Gy", "mil": "thou", "mils": "thou", "ft": "foot", "ft2": "foot**2", "lb": "pound"},
    **{"cm2": "cm**2", "F": "degF", "degF": "degF"},
    **{f"{prefix}{unit}": f"{prefix}{unit}" for prefix in ("", "k", "M", "G", "T") for unit in ("Hz", "bps")},
    **{unit: unit for unit in ("mW", "uW", "nW", "um", "nm", "nrad", "urad", "mrad", "dB", "dBi", "dBm", "dBW")},
    **{f"{prefix}{unit}": f"{prefix}{full}" for prefix in ("", "k", "M", "G", "T", "P", "E")
       for unit, full in {"FLOP": "FLOP", "FLOPs": "FLOP", "FLOPS": "FLOPS", "Bps": "Bps", "bit": "bit"}.items()},
    **{f"{prefix}{unit}": f"{prefix}{full}" for prefix in ("k", "M", "G", "T", "P", "E")
       for unit, full in {"B": "B", "b": "bit", "bits": "bit"}.items()},
    **{"bytes": "byte", "byte": "byte", "bits": "bit", "token": "token", "tokens": "token"},
    **{"C": "degC", "degC": "degC", "y": "year", "yr": "year", "d": "day", "pct": "%", "percent": "%"},
}  # fmt: skip


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
