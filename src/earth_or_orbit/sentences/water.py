"""Words and printed tables about a campus's climate, cooling and water."""

import numpy as np
import pandas as pd

from earth_or_orbit import units
from earth_or_orbit.constants import HOURS_PER_CALENDAR_YEAR
from earth_or_orbit.drawing.names import name_of, words_of
from earth_or_orbit.drawing.numbers import spoken, spoken_range, with_range
from earth_or_orbit.facts import Data
from earth_or_orbit.scenario import ScenarioError
from earth_or_orbit.tables import water as tables
from earth_or_orbit.tables import water_elsewhere as elsewhere
from earth_or_orbit.tables.mass_and_power import fact_of

OVERHEAD, WATER = tables.OVERHEAD, tables.WATER
BLANK = "–"


def _by(rows: list[tuple], columns: list[str]) -> pd.DataFrame:
    """Rows printed under a single row of headings, the first column as their names."""
    return pd.DataFrame(rows, columns=columns).set_index(columns[0]).rename_axis(index=None, columns=columns[0])


def _mgal(m3: float) -> str:
    return spoken(units.convert(float(m3), "m3", "Mgal"))


def _gallons(m3: float) -> str:
    return spoken(units.convert(float(m3), "m3", "gallon"))


def _gwh(mwh: float) -> str:
    return spoken(units.convert(float(mwh), "MWh", "GWh"))


def _celsius(kelvin: float) -> str:
    return spoken(units.convert(kelvin, "K", "degC"))


def answer(data: Data, table: pd.DataFrame, site: str, case: str) -> str:
    """What the campus takes on site and at power plants, and what a cooling design can move."""
    row = table.set_index("site").loc[site]
    plants, dry = row["power_plant_water_consumption_m3_per_year"], row["plants_without_hydro_m3_per_year"]
    whose = "published for the campus" if row["basis"] == "published" else "at the mean of US fleets, since none is published"
    taken = row["site_water_withdrawal_m3_per_year"]
    return (
        f"**{name_of('sites', site)}** takes {_mgal(taken)} million gallons a year on site ({whose}), and the power plants "
        f"behind its electricity consume {_mgal(dry)} million, {spoken(dry / taken)} times as much, or {_mgal(plants)} million "
        "with the evaporation of reservoirs."
    )


def climate_said(data: Data, site: str, case: str) -> str:
    """Which station stands for a site, how far it is, and what its typical year asks of a cooling plant; or why there is none."""
    try:
        own = tables.nearest_station(data, site, case)
    except ScenarioError as error:
        return f"{error}."
    return (
        f"The climate is that of {own['station']}, {spoken(own['distance_km'])} km away: a typical year, 1991 to 2005. Its wet "
        f"bulb passes {own['wet_bulb_exceeded_35_hours_degc']:.1f} °C in 35 hours and "
        f"{own['wet_bulb_exceeded_175_hours_degc']:.1f} °C in 175; its dry bulb passes "
        f"{own['dry_bulb_exceeded_35_hours_degc']:.1f} °C in 35 hours and reaches {own['dry_bulb_highest_degc']:.1f} °C. A "
        "typical year leaves out the hottest ones, and the climate has warmed since."
    )


def design_values_said(data: Data) -> str:
    """Our design values beside ASHRAE's where those were found."""
    said = [f"{r.place} {r.ours_degc:.1f} °C against {r.ashrae_degc:.1f} °C" for r in tables.design_values(data).itertuples()]
    return (
        f"Wet bulbs exceeded in 35 hours, ours against ASHRAE's printed design values: {'; '.join(said)}. ASHRAE takes the "
        "hours of all years, and a typical year leaves out the extremes."
    )


def printed_designs(table: pd.DataFrame) -> pd.DataFrame:
    """Five designs at one site: overhead, water, hottest day, returned, electricity and water at power plants."""
    rows = [(name_of("cooling_designs", r.design), with_range(getattr(r, OVERHEAD), r.overhead_low, r.overhead_high),
             with_range(getattr(r, WATER), r.water_low, r.water_high), _mgal(r.site_water_consumption_m3_per_year),
             spoken(r.site_water_peak_ratio), spoken(100 * r.site_water_returned_share_frac),
             _gwh(r.facility_electricity_mwh_per_year), _mgal(r.power_plant_water_consumption_m3_per_year))
            for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["Design", "PUE", "WUE [L/kWh]", "On site [Mgal/year]", "Hottest day over mean", "Returned [%]",
                      "Electricity [GWh/year]", "At power plants [Mgal/year]"])  # fmt: skip


def designs_said(table: pd.DataFrame) -> str:
    """What separates the designs at this site."""
    by = table.set_index("design")
    wet, loop = by.loc["evaporative_tower"], by.loc["closed_loop"]
    warm, adiabatic = by.loc["warm_water"], by.loc["adiabatic"]
    return (
        f"Towers evaporate all year: {spoken(wet[WATER])} L/kWh, and {spoken(wet['site_water_peak_ratio'])} times the mean on "
        f"the hottest day. A closed loop leaves the taps, {spoken(loop[WATER])} L/kWh, and at 45 °C of water needs chillers "
        f"for its air alone: overhead {warm[OVERHEAD]:.3f} against {loop[OVERHEAD]:.3f}. Pads that are wetted on hot hours "
        f"take {spoken(adiabatic[WATER])} L/kWh a year and {spoken(adiabatic['site_water_peak_ratio'])} times their mean on "
        "the hottest day: little water, all of it when a town needs its own."
    )


def printed_published(table: pd.DataFrame) -> pd.DataFrame:
    """Published overhead and water beside ours at the same climate."""
    rows = [(r.place, name_of("cooling_designs", r.cooling_design), spoken_range(r.pue_low, r.pue_high) or BLANK,
             with_range(r.overhead, r.overhead_low, r.overhead_high),
             spoken_range(r.wue_low_l_per_kwh, r.wue_high_l_per_kwh) or BLANK,
             with_range(r.water, r.water_low, r.water_high)) for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["Place", "Design", "PUE published", "PUE here", "WUE published", "WUE here"])


def published_said(table: pd.DataFrame) -> str:
    """How many published figures ours meets, and why the rest differ."""
    pue, wue = table.dropna(subset=["pue_low"]), table.dropna(subset=["wue_low_l_per_kwh"])
    met = [int(((t[low] <= t[high_own]) & (t[high] >= t[low_own])).sum()) for t, low, high, low_own, high_own in (
        (pue, "pue_low", "pue_high", "overhead_low", "overhead_high"),
        (wue, "wue_low_l_per_kwh", "wue_high_l_per_kwh", "water_low", "water_high"))]  # fmt: skip
    air, wet = (wue[wue["cooling_design"] == d] for d in ("outside_air", "evaporative_tower"))
    air_ratio = (air["wue_low_l_per_kwh"] + air["wue_high_l_per_kwh"]).median() / (2 * air["water"].median())
    wet_ratio = (wet["wue_low_l_per_kwh"] + wet["wue_high_l_per_kwh"]).median() / (2 * wet["water"].median())
    return (
        f"Ranges meet for {met[0]} of {len(pue)} published overheads and {met[1]} of {len(wue)} published waters. Outside air "
        f"takes {spoken(air_ratio)} times our water where it is published: operators and the study of Lei and Masanet also "
        "keep humidity within limits, which wets dry winter air and sends humid summer air to chillers with towers; ours wets "
        f"hot air alone, and its overhead is the same in every climate for the same reason. Towers take {spoken(wet_ratio)} "
        "times ours in the study, which lets all heat leave by evaporation and up to half a percent of the water drift away; "
        "NREL's metered towers and NVIDIA's rule take less than ours. Google's overheads are lower than ours by supplies that "
        "lose less than the study's range."
    )


def printed_campuses(table: pd.DataFrame, stress: dict[str, str], supplier: dict[str, str]) -> pd.DataFrame:
    """Water of every campus a year, and what is said of its supplier and of water stress."""
    volumes = ("site_water_withdrawal_m3_per_year", "plants_without_hydro_m3_per_year",
               "power_plant_water_consumption_m3_per_year", "power_plant_water_withdrawal_m3_per_year")  # fmt: skip
    rows = []
    for r in table.itertuples():
        whose = "published" if r.basis == "published" else "fleet mean"
        said = (_mgal(getattr(r, name)) for name in volumes)
        rows.append((name_of("sites", r.site), whose, spoken(getattr(r, WATER)), *said, supplier[r.site], stress[r.site]))
    return _by(rows, ["Campus", "Site water is", "L/kWh", "On site [Mgal/year]", "Plants, no reservoirs",
                      "Plants, with reservoirs", "Plants, withdrawn", "Supplier", "Water stress (WRI Aqueduct)"])  # fmt: skip


def printed_limits(table: pd.DataFrame) -> pd.DataFrame:
    """What campuses ask for beside what their suppliers may give."""
    how = {"day": "hottest day against a day's limit", "year": "mean day against a limit on the year's mean"}
    rows = [(name_of("sites", r.site), how[r.kind], _gallons(r.asked_m3_per_day), _whose(r.asked_published),
             _gallons(r.limit_m3_per_day), spoken(100 * r.ratio)) for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["Campus", "What is compared", "Asked [gal/day]", "Which is", "Limit [gal/day]", "Asked over limit [%]"])


def _whose(published: bool) -> str:
    return "published" if published else "estimated here"


def limits_said(data: Data, table: pd.DataFrame, full_peak_m3: float) -> str:
    """Who asks for more than the limit, and what is not to be compared."""
    over = table[table["ratio"] > 1]
    said = [f"{name_of('sites', r.site)} asks for {_gallons(r.asked_m3_per_day)} gallons on its hottest day, {spoken(r.ratio)} "
            f"times the {_gallons(r.limit_m3_per_day)} that its supplier may give ({_whose(r.asked_published)})"
            for r in over.itertuples()]  # fmt: skip
    memphis = elsewhere.reclaimed(data)
    racine = table[(table["site"] == "fairwater_wi_full") & (table["kind"] == "year")].iloc[0]
    return (
        f"{'; '.join(said) or 'No campus asks for more than its limit'}. Nothing is cut: such a campus needs another source, "
        "storage, or another design. Racine's diversion is limited as a mean of the year: Fairwater's mean day is "
        f"{spoken(100 * racine['ratio'])} % of it. The {spoken(100 * full_peak_m3 / racine['limit_m3_per_day'])} % often read "
        "for its hottest day sets a day against a year's mean; no limit on a day was found. For Colossus no limit was found at "
        f"all: it asks for {spoken(100 * memphis['campus'] / memphis['pumped'])} % of what Memphis pumps. Rainier shares its "
        "limit with a battery plant, and Lighthouse's is what the city's plant can treat for everybody."
    )


def fairwater_said(data: Data, case: str) -> str:
    """Fairwater's published water taken apart, and the outside air that would evaporate it."""
    own = elsewhere.fairwater(data, case)
    return (
        f"**Fairwater, phase 1.** Of {_mgal(own['supplied'])} million gallons supplied, {_mgal(own['returned'])} return as "
        f"waste water and {_mgal(own['consumed'])}, {spoken(100 * own['consumed'] / own['supplied'])} %, do not; the ledger "
        f"counts the supply. What returns is {spoken(elsewhere.people(data))} litres a day for each person at work there. The "
        f"supply is {spoken(own['peak_days'])} of its own hottest days. {spoken(100 * own['share'])} % of the campus on "
        f"outside air, wetted above {_celsius(own['limit_k'])} °C as in Microsoft's Arizona sites, would be wetted in "
        f"{spoken(own['wetted_hours'])} hours of Milwaukee's typical year, evaporate {_mgal(own['ours_year'])} million "
        f"gallons, and its year would be {spoken(own['ours_peak_days'])} of its hottest days. Wetted above "
        f"{_celsius(own['year_limit_k'])} °C, in {spoken(own['year_wetted_hours'])} hours "
        f"({spoken(100 * own['year_wetted_hours'] / HOURS_PER_CALENDAR_YEAR)} % of the year), it would evaporate the "
        f"forecast's year. No limit gives the forecast's hottest day, {_gallons(own['peak_evaporated'])} gallons after what "
        f"returns: that share can evaporate {_gallons(own['most_peak'])} at most, so either {spoken(100 * own['least_share'])} "
        "% of the campus or more is on outside air, or the day is what the connection is built for."
    )


def hyperion_said(data: Data, case: str) -> str:
    """Hyperion's expected against its registered water, and the thousandfold trap of one pair of digits."""
    own = elsewhere.hyperion(data, case)
    slip = next(f for f in data.facts if f.quantity == "water_slip_text")
    billion, day = (units.convert(own["registered"], "m3", unit) / per for unit, per in (("Mgal", 1e3), ("Mgal", 365.25)))
    whole = fact_of(data, "fairwater_wi_full", "campus_site_water_m3_per_year")
    fits = min(("adiabatic", "evaporative_tower", "outside_air"), key=lambda design: abs(np.log(own[design] / own["implied"])))
    return (
        f"**Hyperion** is registered for {spoken(day)} million gallons a day; a year of such days is {billion:.1f} billion "
        f"gallons, {spoken(own['times'])} times the {_mgal(own['expected_low'])} to {_mgal(own['expected_high'])} million that "
        f"the operator expects: a ceiling, not a forecast. Expected over IT energy are {spoken(own['implied'])} L/kWh; at "
        f"Monroe's climate coolers wetted on hot hours take {spoken(own['adiabatic'])}, towers "
        f"{spoken(own['evaporative_tower'])} and wetted outside air {spoken(own['outside_air'])}; nearest is "
        f"{name_of('cooling_designs', fits)}. Fairwater's whole campus is forecast at {_mgal(whole)} *million*: the same "
        f"digits, a thousand times less. The slip has been made in print ({slip.text_value}, {slip.source_id})."
    )


def printed_plants(table: pd.DataFrame) -> pd.DataFrame:
    """Water of power plants by technology and cooling."""
    rows = [
        (name_of("power_plants", r.plant), spoken(r.consumed_l_per_kwh), spoken(r.withdrawn_l_per_kwh))
        for r in table.itertuples()
    ]
    return _by(rows, ["Power plant", "Consumed [L/kWh]", "Withdrawn [L/kWh]"])


def printed_supplies(table: pd.DataFrame) -> pd.DataFrame:
    """Water at the plants behind one campus's electricity, by supply."""
    rows = [(name_of("campus_supplies", r.supply), spoken_range(*(units.convert(v, "m3", "Mgal") for v in (
        r.low_m3_per_year, r.high_m3_per_year))), _mgal(r.withdrawn_m3_per_year)) for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["Supply", "Consumed [Mgal/year]", "Withdrawn [Mgal/year]"])


def national_said(data: Data) -> str:
    """Why Berkeley Lab's intensity is above ours."""
    own = elsewhere.national_intensity(data)
    return (
        f"Berkeley Lab charges US data centers {spoken(own['published'])} L/kWh at power plants. The country's mix with the "
        f"factors used here gives {spoken(own['ours'])}, of which {spoken(own['ours_without_hydro'])} without reservoirs. The "
        f"difference is hydropower: at {spoken(100 * own['hydro_share'])} % of generation their figure implies "
        f"{spoken(own['implied_hydro'])} L/kWh of it, ours is {spoken(own['our_hydro'])}. How much of a reservoir's "
        "evaporation belongs to power, and how much to farms, towns and boats, is a choice and no measurement; the tables of "
        "campuses and of supplies show both ends."
    )


def printed_dry(table: pd.DataFrame) -> pd.DataFrame:
    """Dry against wet cooling at one site."""
    rows = [(name_of("cooling_designs", r.design), _mgal(r.site_saved_m3_per_year),
             _gwh(r.electricity_added_mwh_per_year),
             spoken(100 * r.electricity_added_frac), _mgal(r.plants_added_m3_per_year), _mgal(r.net_saved_m3_per_year))
            for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["In place of evaporative towers", "Saved on site [Mgal/year]", "Electricity added [GWh/year]", "Added [%]",
                      "Added at plants [Mgal/year]", "Saved in all [Mgal/year]"])  # fmt: skip


def best_case_said(data: Data, dry: pd.DataFrame, site: str) -> str:
    """The ground's best case in water: dry cooling with its price in electricity, and waste water used again."""
    same, own = dry.set_index("design").loc["same_racks_dry"], elsewhere.reclaimed(data)
    more = same["electricity_added_frac"]
    price = (
        f"{spoken(100 * more)} % more electricity"
        if more > 0
        else f"{spoken(-100 * more)} % less, since towers' pumps outweigh its fans"
    )
    return (
        f"With the same air-cooled racks, dry coolers in place of towers at {name_of('sites', site)} take {price}; Google says "
        f"that its water-cooled sites take about {spoken(100 * own['google_saved'])} % less than its air-cooled ones, colder "
        f"than the water here. Water that nobody drinks is the other way: Colossus's plant was to clean {_mgal(own['plant'])} "
        f"million gallons a day, {spoken(own['plant'] / own['campus'])} times what the campus asks for and "
        f"{spoken(100 * own['plant'] / own['pumped'])} % of what the city pumps; work was reported as paused in 2026. AWS "
        f"names {own['aws_sites']:.0f} sites cooled with reclaimed water."
    )


def yardsticks_said(data: Data, m3_per_year: float, what: str) -> str:
    """A volume a year as families and golf courses."""
    own = elsewhere.yardsticks(data, m3_per_year)
    return (
        f"{what}, {_mgal(m3_per_year)} million gallons a year, is the use of {spoken(own['family'])} American families, or of "
        f"{spoken(own['golf_course_southwest'])} golf courses in the Southwest ({spoken(own['golf_course_northeast'])} in the "
        "Northeast)."
    )


def balances_said(data: Data, table: pd.DataFrame) -> str:
    """Whether water and salts balance, and what published returns mean for towers."""
    shares = elsewhere.returned_shares(data)
    worst = float(np.nanmax(np.abs([*table["residual_ratio"], *(table["salts_ratio"].dropna() - 1)])))
    cycles = spoken_range(shares["cycles"].min(), shares["cycles"].max())
    said = "less than a billionth" if worst < 1e-9 else spoken(worst)
    return (
        f"Water supplied equals what evaporates, drifts and returns, and salts in equal salts out, to {said} of the supply, "
        f"for every design. Two of Google's sites consume {spoken(100 * shares['consumed_frac'].min())} % and "
        f"{spoken(100 * shares['consumed_frac'].max())} % of what they withdraw: {cycles} cycles of concentration, within the "
        "study's range and below its middle."
    )


def printed_both_sides(table: pd.DataFrame, concept: str) -> pd.DataFrame:
    """Water of a campus and of a fleet of its power."""
    rows = [
        (words_of(r.quantity), *("0 by definition" if v == 0 else _mgal(v) for v in (r.ground, r.orbit)))
        for r in table.itertuples()
    ]
    return _by(rows, ["Water [Mgal/year]", "Ground", f"Orbit: {name_of('concepts', concept)}"])
