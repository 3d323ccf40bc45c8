"""Time to first power under a supply that the campus has not chosen: the later of its halls and of its power."""

import numpy as np
from hamilton.function_modifiers import config

from earth_or_orbit.constants import Array


@config.when(supply_timing="other_supply")
def first_power_lead_time_months__other_supply(shell_lead_time_months: Array, supply_lead_time_months: Array) -> Array:
    """Months from the decision to the first delivered IT power when another supply is put in place of the campus's own. [month]

    first_power_lead_time_months = max(shell_lead_time_months, supply_lead_time_months)
    Halls and power are begun on the same day and the later one decides. For the campus's own supply its published date
    stands, and this is not called.
    Source: two works that run side by side; definition of the choice `supply_timing: other_supply`.
    Check: first_power_lead_time_months__other_supply(14, 60) = 60 (0.01%)
    Check: first_power_lead_time_months__other_supply(14, 4) = 14 (0.01%)
    """
    return np.maximum(shell_lead_time_months, supply_lead_time_months)
