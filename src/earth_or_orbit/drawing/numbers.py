"""Numbers as a reader sees them: three significant digits, thousands set apart, a range in brackets."""

import math

DIGITS = 3
SMALLEST_PLAIN = -4
SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def spoken(value: float, digits: int = DIGITS) -> str:
    """`12,300`, `0.0123`, `1.23 × 10⁻⁷`; a dash for nan, `0` for zero."""
    value = float(value)
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if value == 0:
        return "0"
    size = math.floor(math.log10(abs(float(f"{value:.{digits - 1}e}"))))
    if size < SMALLEST_PLAIN:
        number, power = f"{value:.{digits - 1}e}".split("e")
        return f"{number} × 10{str(int(power)).translate(SUPERSCRIPT)}".replace("-", "−")
    decimals = digits - 1 - size
    text = f"{round(value, decimals):,.{max(0, decimals)}f}"
    return text.replace("-", "−")


def spoken_range(low: float, high: float) -> str:
    """`1.2–3.4`; empty where there is no range."""
    if math.isnan(low) or math.isnan(high):
        return ""
    first, last = spoken(low), spoken(high)
    return first if first == last else f"{first}–{last}"


def with_range(central: float, low: float, high: float) -> str:
    """`2.1 (1.2–3.4)`; the number alone where there is no range."""
    between = spoken_range(low, high)
    return f"{spoken(central)} ({between})" if between and between != spoken(central) else spoken(central)
