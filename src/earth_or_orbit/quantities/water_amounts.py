"""Water by more of its definitions: withdrawn and consumed, on a peak day, per energy, per task, as a share of a supply."""

from earth_or_orbit.constants import HOURS_PER_YEAR, J_PER_MWH, L_PER_M3, WATER_DENSITY_KG_PER_L, Array


def stated_water_m3(stated_volume_m3: Array) -> Array:
    """An amount of water as it is stated or led to. [m3]

    V = V; what is asked for is the unit or the way to it.
    Source: definition.
    Check: stated_water_m3(5) = 5 (0%)
    """
    return stated_volume_m3


def stated_water_l_per_kwh(water_intensity_l_per_kwh: Array) -> Array:
    """A water intensity as it is stated. [L/kWh]

    w = w; what is asked for is the unit.
    Source: definition.
    Check: stated_water_l_per_kwh(5) = 5 (0%)
    """
    return water_intensity_l_per_kwh


def water_of_one_year_m3(water_m3_per_year: Array) -> Array:
    """Water of one year of a yearly flow. [m3]

    V = flow × 1 year.
    Source: definition.
    Check: water_of_one_year_m3(5) = 5 (0%)
    """
    return water_m3_per_year


def water_of_several_years_m3(water_m3_per_year: Array, supplied_years: Array) -> Array:
    """Water of several years of a flow. [m3]

    V = flow × years.
    Source: definition.
    Check: water_of_several_years_m3(5, 10) = 50 (0%)
    """
    return water_m3_per_year * supplied_years


def water_of_hours_m3(water_m3_per_year: Array, powered_h: Array) -> Array:
    """Water of a flow over some hours or days. [m3]

    V = flow × time.
    Source: definition.
    Check: water_of_hours_m3(8766, 24) = 24 (0.01%)
    """
    return water_m3_per_year / HOURS_PER_YEAR * powered_h


def withdrawn_m3(energy_mwh: Array, withdrawal_intensity_l_per_kwh: Array) -> Array:
    """Water taken from its source for an amount of energy; part of it flows back. [m3]

    V = E × withdrawal intensity.
    Source: definition.
    Check: withdrawn_m3(1000, 40) = 40000 (0%)
    """
    return energy_mwh * withdrawal_intensity_l_per_kwh


def consumed_of_withdrawn_m3(withdrawn_m3: Array, consumed_share_frac: Array) -> Array:
    """Water that does not flow back, of what was taken. [m3]

    V = withdrawn × share consumed.
    Source: definition.
    Check: consumed_of_withdrawn_m3(1000, 0.75) = 750 (0.01%)
    """
    return withdrawn_m3 * consumed_share_frac


def consumed_without_return_m3(withdrawn_m3: Array, returned_m3: Array) -> Array:
    """Water taken less water returned. [m3]

    V = withdrawn − returned.
    Source: definition.
    Check: consumed_without_return_m3(1000, 300) = 700 (0%)
    """
    return withdrawn_m3 - returned_m3


def returned_water_m3(withdrawn_m3: Array, consumed_m3: Array) -> Array:
    """Water that flows back, of what was taken. [m3]

    V = withdrawn − consumed.
    Source: definition.
    Check: returned_water_m3(1000, 700) = 300 (0%)
    """
    return withdrawn_m3 - consumed_m3


def returned_by_share_m3(withdrawn_m3: Array, consumed_share_frac: Array) -> Array:
    """Water that flows back, by the share that is consumed. [m3]

    V = withdrawn × (1 − share consumed).
    Source: definition.
    Check: returned_by_share_m3(1000, 0.75) = 250 (0.01%)
    """
    return withdrawn_m3 * (1 - consumed_share_frac)


def withdrawn_of_consumed_m3(consumed_m3: Array, consumed_share_frac: Array) -> Array:
    """Water taken, from what is consumed and its share. [m3]

    V = consumed / share consumed.
    Source: definition.
    Check: withdrawn_of_consumed_m3(750, 0.75) = 1000 (0.01%)
    """
    return consumed_m3 / consumed_share_frac


def consumed_to_withdrawn_frac(consumed_m3: Array, withdrawn_m3: Array) -> Array:
    """Share of the water taken that does not flow back. [frac]

    share = consumed / withdrawn.
    Source: definition.
    Check: consumed_to_withdrawn_frac(750, 1000) = 0.75 (0%)
    """
    return consumed_m3 / withdrawn_m3


def peak_water_m3(water_volume_m3: Array, peak_to_mean_ratio: Array) -> Array:
    """Water at the pace of the peak, such as the peak day's. [m3]

    V = mean × peak over mean.
    Source: definition.
    Check: peak_water_m3(1000, 1.8) = 1800 (0.01%)
    """
    return water_volume_m3 * peak_to_mean_ratio


def peak_to_mean_water_ratio(peak_water_m3_per_year: Array, water_m3_per_year: Array) -> Array:
    """Pace of the peak over the mean. [ratio]

    ratio = peak / mean.
    Source: definition.
    Check: peak_to_mean_water_ratio(18, 10) = 1.8 (0.01%)
    """
    return peak_water_m3_per_year / water_m3_per_year


def water_per_it_energy_l_per_kwh(
    water_usage_effectiveness_l_per_kwh: Array,
    power_usage_effectiveness_ratio: Array,
    generation_water_intensity_l_per_kwh: Array,
) -> Array:
    """Water on the site and at the power plants per unit of IT energy, the source-based WUE. [L/kWh]

    w = WUE + PUE × EWIF.
    Source: [arxiv-2304-03271].
    Check: water_per_it_energy_l_per_kwh(0.55, 1.17, 3.142) = 4.226 (0.1%)
    """
    return water_usage_effectiveness_l_per_kwh + power_usage_effectiveness_ratio * generation_water_intensity_l_per_kwh


def plant_water_per_it_energy_l_per_kwh(
    power_usage_effectiveness_ratio: Array, generation_water_intensity_l_per_kwh: Array
) -> Array:
    """Water at the power plants per unit of IT energy. [L/kWh]

    w = PUE × EWIF.
    Source: [arxiv-2304-03271].
    Check: plant_water_per_it_energy_l_per_kwh(1.17, 3.142) = 3.676 (0.1%)
    """
    return power_usage_effectiveness_ratio * generation_water_intensity_l_per_kwh


def site_water_per_facility_energy_l_per_kwh(
    water_usage_effectiveness_l_per_kwh: Array, power_usage_effectiveness_ratio: Array
) -> Array:
    """Water on the site per unit of facility energy. [L/kWh]

    w = WUE / PUE.
    Source: definition.
    Check: site_water_per_facility_energy_l_per_kwh(1.2, 1.2) = 1 (0.01%)
    """
    return water_usage_effectiveness_l_per_kwh / power_usage_effectiveness_ratio


def mixed_water_l_per_kwh(water_intensity_l_per_kwh: Array, other_share_frac: Array, other_water_l_per_kwh: Array) -> Array:
    """Water intensity of two supplies, of which the other gives a share. [L/kWh]

    w = (1 − share) × one + share × other.
    Source: definition.
    Check: mixed_water_l_per_kwh(2, 0.25, 0) = 1.5 (0.01%)
    """
    return (1 - other_share_frac) * water_intensity_l_per_kwh + other_share_frac * other_water_l_per_kwh


def evaporated_l_per_kwh(latent_heat_j_per_kg: Array, evaporative_share_frac: Array) -> Array:
    """Water that must evaporate to carry off a unit of heat. [L/kWh]

    w = 3.6 MJ per kWh × share by evaporation / latent heat, a litre weighing 1 kg.
    Source: definition.
    Check: evaporated_l_per_kwh(2.45e6, 1) = 1.469 (0.1%)
    """
    return J_PER_MWH / L_PER_M3 / WATER_DENSITY_KG_PER_L * evaporative_share_frac / latent_heat_j_per_kg


def makeup_water_m3(evaporated_m3: Array, concentration_cycles_ratio: Array) -> Array:
    """Water that a cooling tower takes for what it evaporates. [m3]

    make-up = evaporated × cycles / (cycles − 1); drift left out.
    Source: definition.
    Check: makeup_water_m3(100, 5) = 125 (0%)
    """
    return evaporated_m3 * concentration_cycles_ratio / (concentration_cycles_ratio - 1)


def blowdown_m3(evaporated_m3: Array, concentration_cycles_ratio: Array) -> Array:
    """Water that a cooling tower lets go to keep its salts down. [m3]

    blowdown = evaporated / (cycles − 1).
    Source: definition.
    Check: blowdown_m3(100, 5) = 25 (0%)
    """
    return evaporated_m3 / (concentration_cycles_ratio - 1)


def makeup_l_per_kwh(evaporated_l_per_kwh: Array, concentration_cycles_ratio: Array) -> Array:
    """Water that a cooling tower takes per unit of heat. [L/kWh]

    make-up = evaporated × cycles / (cycles − 1).
    Source: definition.
    Check: makeup_l_per_kwh(1.5, 5) = 1.875 (0.01%)
    """
    return evaporated_l_per_kwh * concentration_cycles_ratio / (concentration_cycles_ratio - 1)


def evaporated_m3(heat_energy_mwh: Array, evaporated_l_per_kwh: Array) -> Array:
    """Water evaporated to carry off an amount of heat. [m3]

    V = heat × water per heat.
    Source: definition.
    Check: evaporated_m3(1000, 1.469) = 1469 (0.01%)
    """
    return heat_energy_mwh * evaporated_l_per_kwh


def water_share_frac(water_volume_m3: Array, whole_water_m3: Array) -> Array:
    """One amount of water as a share of another over the same time. [frac]

    share = part / whole.
    Source: definition.
    Check: water_share_frac(8.4, 840) = 0.01 (0.01%)
    """
    return water_volume_m3 / whole_water_m3


def water_flow_share_frac(water_m3_per_year: Array, whole_water_m3_per_year: Array) -> Array:
    """One flow of water as a share of another. [frac]

    share = part / whole.
    Source: definition.
    Check: water_flow_share_frac(8.4, 840) = 0.01 (0.01%)
    """
    return water_m3_per_year / whole_water_m3_per_year


def fresh_water_m3(water_volume_m3: Array, recycled_share_frac: Array) -> Array:
    """Fresh water, where a share is recycled. [m3]

    V = all × (1 − recycled share).
    Source: definition.
    Check: fresh_water_m3(100, 0.3) = 70 (0.01%)
    """
    return water_volume_m3 * (1 - recycled_share_frac)


def recycled_water_m3(water_volume_m3: Array, recycled_share_frac: Array) -> Array:
    """Recycled part of an amount of water. [m3]

    V = all × recycled share.
    Source: definition.
    Check: recycled_water_m3(100, 0.3) = 30 (0.01%)
    """
    return water_volume_m3 * recycled_share_frac


def water_per_item_m3(water_volume_m3: Array, items_count: Array) -> Array:
    """Water per item, such as an answer or an accelerator. [m3]

    water = V / n.
    Source: definition.
    Check: water_per_item_m3(1000, 1e6) = 0.001 (0%)
    """
    return water_volume_m3 / items_count


def water_of_items_m3(items_count: Array, item_water_m3: Array) -> Array:
    """Water of so many items, such as answers or homes. [m3]

    V = n × water of one.
    Source: definition.
    Check: water_of_items_m3(5e8, 0.26e-6) = 130 (0.01%)
    """
    return items_count * item_water_m3


def item_water_of_one_year_m3(item_water_m3_per_year: Array) -> Array:
    """Water of one item, such as a home, in one year. [m3]

    V = flow × 1 year.
    Source: definition.
    Check: item_water_of_one_year_m3(5) = 5 (0%)
    """
    return item_water_m3_per_year


def items_of_water_count(water_volume_m3: Array, item_water_m3: Array) -> Array:
    """Homes or people that use as much water in the same time. [count]

    n = V / water of one.
    Source: definition.
    Check: items_of_water_count(1000, 2) = 500 (0%)
    """
    return water_volume_m3 / item_water_m3


def water_saved_m3(energy_mwh: Array, higher_water_l_per_kwh: Array, lower_water_l_per_kwh: Array) -> Array:
    """Water that a lower intensity saves for the same energy. [m3]

    V = E × (higher − lower).
    Source: definition.
    Check: water_saved_m3(1000, 1.8, 0.2) = 1600 (0.01%)
    """
    return energy_mwh * (higher_water_l_per_kwh - lower_water_l_per_kwh)


def task_water_m3(task_energy_mwh: Array, task_water_l_per_kwh: Array) -> Array:
    """Water of one task, such as an answer. [m3]

    V = E of one × water per energy.
    Source: definition.
    Check: task_water_m3(0.24e-6, 1.15) = 0.276e-6 (0.01%)
    """
    return task_energy_mwh * task_water_l_per_kwh


def water_sum_m3(parts_m3: Array) -> Array:
    """Sum of several parts of water. [m3]

    V = Σ parts.
    Source: definition.
    Check: water_sum_m3(5) = 5 (0%)
    """
    return parts_m3


def energy_of_water_mwh(water_volume_m3: Array, water_intensity_l_per_kwh: Array) -> Array:
    """Energy that an amount of water and an intensity imply. [MWh]

    E = V / w.
    Source: definition.
    Check: energy_of_water_mwh(375, 0.375) = 1000 (0.01%)
    """
    return water_volume_m3 / water_intensity_l_per_kwh


def onsite_share_frac(onsite_part_m3: Array, offsite_part_m3: Array) -> Array:
    """Share of the water that is used on the site. [frac]

    share = on-site / (on-site + off-site).
    Source: definition.
    Check: onsite_share_frac(66, 800) = 0.07621 (0.1%)
    """
    return onsite_part_m3 / (onsite_part_m3 + offsite_part_m3)


def offsite_share_frac(onsite_part_m3: Array, offsite_part_m3: Array) -> Array:
    """Share of the water that is used at the power plants. [frac]

    share = off-site / (on-site + off-site).
    Source: definition.
    Check: offsite_share_frac(66, 800) = 0.9238 (0.1%)
    """
    return offsite_part_m3 / (onsite_part_m3 + offsite_part_m3)
