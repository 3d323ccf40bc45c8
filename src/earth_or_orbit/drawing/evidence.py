"""How good the facts are: their kinds, where sources disagree, and how much of an answer rests on which kind."""

import numpy as np
import pandas as pd
import seaborn
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from earth_or_orbit.drawing.names import check_known, colour_of, keys_of, name_of, words_of
from earth_or_orbit.drawing.numbers import spoken
from earth_or_orbit.drawing.style import FAINT, HATCH, INK, described, in_house_style, need_columns, new_figure


@in_house_style
def facts_by_kind(table: pd.DataFrame) -> Figure:
    """How many facts of each kind the two sides rest on. Columns: side, kind; one row per fact."""
    need_columns(table, ("side", "kind"), "facts_by_kind")
    check_known("kinds", table["kind"])
    kinds = [kind for kind in keys_of("kinds") if (table["kind"] == kind).any()]
    counts = table.groupby(["kind", "side"], sort=False).size().rename("facts").reset_index()
    figure = new_figure(0.9 + 0.42 * len(kinds))
    axes = figure.subplots()
    palette = {side: colour_of("sides", side) for side in ("ground", "orbit")}
    seaborn.barplot(counts, y="kind", x="facts", hue="side", order=kinds, hue_order=list(palette), palette=palette,
                    saturation=1, errorbar=None, legend=False, ax=axes)  # fmt: skip
    for bars in axes.containers:
        axes.bar_label(bars, padding=2, fontsize=8)
    axes.set_yticks(range(len(kinds)), [name_of("kinds", kind) for kind in kinds])
    axes.set(xlabel="facts used [count]", ylabel="")
    axes.grid(False, axis="y")
    handles = [Patch(facecolor=palette[side], label=name_of("sides", side)) for side in palette]
    figure.legend(handles=handles, loc="outside upper center", ncols=2)
    words = "; ".join(f"{name_of('sides', r.side)}, {name_of('kinds', r.kind)}: {r.facts}" for r in counts.itertuples())
    return described(figure, f"Bars, facts used by kind and side. {words}.")


@in_house_style
def where_sources_disagree(table: pd.DataFrame) -> Figure:
    """Each source's value divided by the one that is used, on a logarithmic scale, one line per fact.

    Columns: subject, quantity, ratio, used (bool); the widest disagreement first.
    """
    need_columns(table, ("subject", "quantity", "ratio", "used"), "where_sources_disagree")
    what = [f"{words_of(q)}, {s.replace('_', ' ')}" for q, s in zip(table["quantity"], table["subject"], strict=True)]
    table = table.assign(what=what)
    names = list(dict.fromkeys(table["what"]))
    figure = new_figure(0.9 + 0.27 * len(names))
    axes = figure.subplots()
    places = table["what"].map({name: place for place, name in enumerate(names)})
    for name, rows in table.groupby("what", sort=False):
        place = names.index(name)
        axes.plot([rows["ratio"].min(), rows["ratio"].max()], [place] * 2, color="#C9C9C9", lw=2, zorder=1)
    for used, colour, label in ((False, FAINT, "another source"), (True, INK, "the one that is used")):
        at = table["used"] == used
        axes.plot(table.loc[at, "ratio"], places[at], "o", ms=5 if used else 4.5, color=colour, label=label,
                  markerfacecolor=colour if used else "white", zorder=3 if used else 2)  # fmt: skip
    axes.set_xscale("log")
    axes.set_yticks(range(len(names)), names, fontsize=7.5)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.set_xlabel("value ÷ the value used (logarithmic)")
    figure.legend(loc="outside upper center", ncols=2)
    first = table[table["what"] == names[0]]["ratio"]
    words = f"The widest is {names[0]}, from {spoken(first.min())} to {spoken(first.max())} times the value used"
    return described(figure, f"Dots, what other sources say divided by the value used, {len(names)} facts. {words}.")


@in_house_style
def weight_by_kind(table: pd.DataFrame) -> Figure:
    """What share of an answer rests on which kind of fact, a stacked bar per pair and side from 0 to 100 %.

    Columns: site, concept, side, kind, donor (bool), weight_frac (adds up to 1 per pair and side), line.
    """
    need_columns(table, ("site", "concept", "side", "kind", "donor", "weight_frac", "line"), "weight_by_kind")
    owner = {"ground": ("sites", "site"), "orbit": ("concepts", "concept")}
    table = table.assign(bar=[name_of(owner[r.side][0], getattr(r, owner[r.side][1])) for r in table.itertuples()])
    bars = list(dict.fromkeys(table["bar"]))
    check_known("kinds", table["kind"])
    kinds = [kind for kind in keys_of("kinds") if (table["kind"] == kind).any()]
    figure = new_figure(1.5 + 0.42 * len(bars))
    axes = figure.subplots()
    for place, bar in enumerate(bars):
        left = 0.0
        rows = table[table["bar"] == bar].groupby(["kind", "donor"])["weight_frac"].sum()
        for kind in kinds:
            for donor in (False, True):
                share = 100 * rows.get((kind, donor), 0.0)
                hatch = HATCH if donor or kind == "judgement" else None
                axes.barh(place, share, 0.62, left=left, color=colour_of("kinds", kind), hatch=hatch, edgecolor="white")
                left += share
        hatched = 100 * sum(v for (kind, donor), v in rows.items() if donor or kind == "judgement")
        axes.text(101, place, f"{spoken(hatched, 2)} % hatched", va="center", fontsize=8, color=INK)
    axes.set_yticks(range(len(bars)), bars)
    axes.set_ylim(len(bars) - 0.45, -0.55)
    axes.set_xlim(0, 121)
    axes.set_xticks(np.arange(0, 101, 20))
    axes.set_xlabel(f"share of sensitivity [%], {name_of('lines', table['line'].iloc[0])}")
    axes.grid(False, axis="y")
    handles = [
        Patch(facecolor=colour_of("kinds", k), hatch=HATCH if k == "judgement" else None, edgecolor="white",
              label=name_of("kinds", k)) for k in kinds
    ]  # fmt: skip
    handles.append(Patch(facecolor=FAINT, hatch=HATCH, edgecolor="white", label="hatched: a donor, or our judgement"))
    figure.legend(handles=handles, loc="outside lower center", ncols=3, columnspacing=1.2)
    words = []
    for bar in bars:
        rows = table[table["bar"] == bar]
        share = rows.loc[rows["donor"] | (rows["kind"] == "judgement"), "weight_frac"].sum()
        words.append(f"{bar}: {spoken(100 * share, 2)} %")
    return described(figure, f"Stacked bars, share of the answer that rests on donors and judgements. {'; '.join(words)}.")
