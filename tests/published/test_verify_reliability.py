"""Failures, their rates and what they leave: rows as other people print them."""

import pytest
from made_rows import answered, records, unmet

from earth_or_orbit.published import verify

# topic, inputs, label, value, unit, tolerance. Values from closed forms, worked out apart from the model.
HEARD = [
    ("reliability", {"hazard_per_y": 0.05, "life_y": 5}, "lifetime penalty", 1.130203, "x", "1%"),
    ("reliability", {"lambda_per_year": 0.2, "T_years": 5}, "lifetime penalty factor", 1.581977, "-", "1%"),
    ("reliability", {"lambda_per_y": 0.1, "years": 5}, "survival probability", 0.6065307, "-", "1%"),
    ("reliability", {"failure_rate_per_year": 0.09, "lifetime_y": 5},
     "fraction surviving at end of life", 0.6376282, "-", "1%"),
    ("reliability", {"annual_failure_rate": 0.09, "years": 5}, "surviving fraction (exponential)", 0.6376282, "-", "3%"),
    ("reliability", {"failure_rate_per_y": 0.09, "years": 5}, "fraction failed", 36.23718, "%", "1%"),
    ("reliability", {"hazard_per_y": 0.1, "life_y": 5}, "mean surviving fraction over life", 0.7869387, "-", "1%"),
    ("reliability", {"failure_rate_pct_per_year": 9, "life_y": 6},
     "average fraction working over life", 0.7726884, "-", "1%"),
    ("reliability", {"mtbf_h": 50000}, "failure rate", 0.17532, "1/y", "1%"),
    ("reliability", {"MTBF_hours": 1200000.0}, "annualised failure rate", 0.7305, "%/y", "1%"),
    ("reliability", {"MTBF_hours": 1200000.0}, "annualised failure rate", 0.7278383, "%", "1%"),
    ("reliability", {"afr_pct": 9}, "MTBF", 97400, "h", "1%"),
    ("reliability", {"failure_rate_per_y": 0.09}, "MTTF", 11.11111, "years", "1%"),
    ("reliability", {"gpus": 100000, "afr_pct": 9}, "failures per year", 9000, "failures/yr", "1%"),
    ("reliability", {"num_gpus": 100000, "failure_rate_per_year": 0.09}, "GPU failures per day", 24.64066, "1/day", "1%"),
    ("reliability", {"n_gpus": 16384, "mtbf_h": 50677}, "mean time between failures of the cluster", 3.093079, "h", "1%"),
    ("reliability", {"gpus": 100000, "gpu_mtbf_h": 50677}, "mean time between interruptions", 0.50677, "h", "1%"),
    ("reliability", {"nodes": 1000, "node_mtbf_years": 5}, "cluster MTBF", 43.83, "h", "1%"),
    ("reliability", {"drives": 40, "failed": 3}, "fraction of drives failed", 0.075, "-", "1%"),
    ("reliability", {"ssd_total": 20, "ssd_failed": 9}, "surviving SSD fraction", 0.55, "-", "1%"),
    ("reliability", {"disks_failed": 5, "disks": 100}, "failed disks", 5, "%", "1%"),
    ("reliability", {"failures": 120, "units": 10000, "days": 365.25}, "annualised failure rate", 1.2, "%/y", "1%"),
    ("reliability", {"failures": 120, "devices": 10000, "months": 6}, "AFR", 2.4, "%", "1%"),
    ("reliability", {"gpu_failures": 268, "gpus": 24576, "days": 54}, "annualised GPU failure rate", 0.07375986, "1/y", "1%"),
    ("reliability", {"faults": 148, "gpus": 16384, "days": 54}, "GPU failure rate", 0.06109958, "1/y", "1%"),
    ("reliability", {"interruptions": 419, "days": 54}, "interruptions per day", 7.759259, "1/day", "1%"),
    ("reliability", {"hours": 1296, "failures": 419}, "mean time between failures", 3.093079, "h", "1%"),
    ("reliability", {"gpus": 16384, "days": 54, "failures": 148}, "GPU-hours per failure", 143470.7, "GPU-h", "1%"),
    ("reliability", {"gpus": 16384, "days": 54, "interruptions": 419},
     "mean time between interruptions of the job", 3.093079, "h", "1%"),
    ("reliability", {"gpu_faults": 148, "interruptions": 419}, "share of interruptions caused by GPUs", 35.3222, "%", "1%"),
    ("reliability", {"shape": 0.5, "scale_y": 10, "years": 5}, "Weibull reliability", 0.4930687, "-", "1%"),
    ("reliability", {"beta": 1.6, "eta_years": 8, "t_years": 5}, "reliability", 0.6241154, "-", "1%"),
    ("reliability", {"weibull_shape": 2, "weibull_life_scale_years": 10}, "mean life", 8.862269, "years", "1%"),
    ("reliability", {"mtbf_h": 1000, "mttr_h": 10}, "availability", 0.990099, "-", "0.1%"),
    ("reliability", {"MTBF_h": 8760, "MTTR_h": 24}, "availability", 99.72678, "%", "1%"),
    ("reliability", {"availability": 0.999}, "downtime per year", 8.766, "h/y", "1%"),
    ("reliability", {"availability_pct": 99.9}, "annual downtime", 8.766, "h", "1%"),
    ("reliability", {"unit_reliability": 0.9, "units": 4, "required": 3}, "system reliability (3 of 4)", 0.9477, "-", "0.1%"),
    ("reliability", {"n": 3, "reliability": 0.9}, "reliability of parallel redundant units", 0.999, "-", "1%"),
    ("reliability", {"n": 10, "reliability": 0.99}, "series reliability", 0.9043821, "-", "1%"),
    ("reliability", {"units": 100, "failure_rate_per_year": 0.02, "years": 5, "confidence": 0.95},
     "spares needed", 15, "spares", "1%"),
    ("reliability", {"expected_failures": 5, "confidence": 0.95}, "spares for 95 % confidence", 9, "-", "1%"),
    ("reliability", {"survival": 0.8}, "over-provisioning factor", 1.25, "x", "1%"),
    ("reliability", {"hazard_per_y": 0.05, "life_y": 5}, "overprovisioning needed at end of life", 1.284025, "x", "1%"),
    ("reliability", {"FIT": 1000}, "failure rate", 0.008766, "1/y", "1%"),
    ("reliability", {"failure_rate_per_h": 2e-06}, "failures in time", 2000, "FIT", "1%"),
    ("reliability", {"fit": 500, "gpus": 10000}, "failures per year", 43.83, "1/y", "1%"),
    ("reliability", {"infant_mortality": 0.05, "failure_rate_per_y": 0.02, "years": 5},
     "surviving fraction", 0.8595955, "-", "1%"),
    ("reliability", {"failed_fraction": 0.3935, "years": 5}, "constant hazard rate", 0.1000101, "1/y", "1%"),
    ("reliability", {"lifetime_failure_fraction": 0.45, "life_y": 5}, "mean annual failure rate", 9, "%/y", "1%"),
    ("reliability", {"checkpoint_s": 30, "mtbi_h": 3.09}, "optimal checkpoint interval", 13.61617, "min", "1%"),
    ("reliability", {"checkpoint_write_min": 1, "mtbf_h": 3}, "Young checkpoint interval", 1138.42, "s", "1%"),
    ("reliability", {"checkpoint_s": 30, "mtbi_h": 3.09, "restart_min": 5}, "goodput", 0.8995892, "-", "1%"),
    ("reliability", {"units": 1000, "failure_rate_per_y": 0.1, "years": 5}, "units surviving", 606.5307, "units", "1%"),
    ("reliability", {"units": 1000, "failure_rate_per_y": 0.1, "years": 5}, "failed units", 393.4693, "units", "1%"),
    ("reliability", {"gpus": 100000, "afr": 0.09, "years": 5}, "GPU replacements over life", 45000, "-", "1%"),
    ("reliability", {"units_needed": 1000, "survival": 0.8}, "units to launch", 1250, "units", "1%"),
    ("reliability", {"satellites": 10000, "life_y": 5}, "satellites replaced a year", 2000, "1/y", "1%"),
    ("reliability", {"interruptions": 419, "days": 54}, "MTBI", 3.093079, "h", "1%"),
    ("reliability", {"failures": 220, "gpu_hours": 21233664}, "annualised failure rate", 0.0908237, "1/y", "1%"),
    ("reliability", {"failures": 37, "drive_days": 1000000.0}, "AFR", 1.351425, "%", "1%"),
    ("reliability", {"mtbf_h": 3.09, "gpus": 16384, "target_gpus": 100000},
     "mean time between interruptions", 0.5062656, "h", "1%"),
    ("reliability", {"replenishment_t_per_MW_yr": 9, "deployed_t_per_MW": 61.25},
     "annual mass replenishment fraction", 0.1469388, "1/y", "1%"),
    ("reliability", {"annual_failure_probability": 0.1, "years": 5}, "probability of survival", 0.59049, "-", "1%"),
    ("reliability", {"n_units": 10, "mtbf_years": 20}, "failures per year", 0.5, "per year", "1%"),
    ("reliability", {"expected_failures": 2}, "probability of no failure", 0.1353353, "-", "1%"),
    ("reliability", {"hazard_rate_per_year": 0.1, "mission_years": 7}, "lifetime penalty", 1.390504, "x", "1%"),
    ("reliability", {"lambda": 0.1, "T": 5}, "penalty", 1.270747, "x", "1%"),
    ("reliability", {"annual_hazard": 0.05, "design_life_y": 10}, "survival to end of life", 0.6065307, "-", "1%"),
    ("reliability", {"lambda_per_h": 1e-05, "t_h": 8766}, "reliability", 0.9160723, "-", "1%"),
    ("reliability", {"lambda_per_h": 1e-05, "hours": 8766}, "probability of failure", 0.08392771, "-", "1%"),
    ("reliability", {"mtbf_years": 10, "years": 5}, "probability of surviving", 0.6065307, "-", "1%"),
    ("reliability", {"MTTF_h": 50000, "mission_h": 43830}, "reliability at end of mission", 0.4161956, "-", "1%"),
    ("reliability", {"n_gpus": 100000, "annual_failure_rate_pct": 9},
     "expected GPU failures per year", 9000, "GPUs/yr", "1%"),
    ("reliability", {"gpus": 100000, "failure_rate_per_gpu_year": 0.09}, "time between GPU failures", 0.974, "h", "1%"),
    ("reliability", {"servers": 2000, "afr": 0.05}, "server failures per month", 8.333333, "1/month", "1%"),
    ("reliability", {"node_count": 2048, "node_mttf_h": 42000}, "job MTTF", 20.50781, "h", "1%"),
    ("reliability", {"total_drives": 240000, "failures": 3500, "drive_days": 20000000.0},
     "annualised failure rate", 6.391875, "%", "1%"),
    ("reliability", {"failed_gpus": 30, "total_gpus": 1000}, "share of GPUs failed", 3, "%", "1%"),
    ("reliability", {"failed": 9, "total": 20}, "failure fraction", 0.45, "-", "1%"),
    ("reliability", {"n_failed": 2, "n_tested": 18}, "fraction failed", 0.1111111, "-", "1%"),
    ("reliability", {"ssds": 20, "failed_ssds": 9}, "SSD failure rate", 45, "%", "1%"),
    ("reliability", {"failures": 9, "ssds": 20, "years": 1.65}, "annualised SSD failure rate", 0.2727273, "1/y", "1%"),
    ("reliability", {"interruptions": 466, "days": 54}, "interruptions per day", 8.62963, "per day", "1%"),
    ("reliability", {"unexpected_interruptions": 419, "days": 54},
     "mean time between unexpected interruptions", 3.093079, "hours", "1%"),
    ("reliability", {"interruptions": 419, "gpus": 16384, "days": 54},
     "annualised interruption rate per GPU", 0.1729779, "1/y", "1%"),
    ("reliability", {"gpus": 16384, "interruptions": 419, "days": 54},
     "mean GPU-hours between interruptions", 50677, "GPU-hours", "1%"),
    ("reliability", {"gpu_faults": 148, "hbm_faults": 72, "total_interruptions": 419},
     "share of GPU and HBM faults", 0.5250597, "-", "1%"),
    ("reliability", {"shape_parameter": 0.4521, "scale_years": 2607, "years": 5}, "Weibull survival", 0.9426151, "-", "1%"),
    ("reliability", {"beta": 0.5, "eta_y": 50, "t_y": 10}, "cumulative failure probability", 0.3605927, "-", "1%"),
    ("reliability", {"mtbf_days": 30, "mttr_h": 12}, "steady-state availability", 0.9836066, "-", "1%"),
    ("reliability", {"failure_rate_per_y": 0.09, "mttr_days": 30}, "availability", 0.992662, "-", "1%"),
    ("reliability", {"availability_pct": 99.995}, "downtime", 26.298, "min/y", "1%"),
    ("reliability", {"k": 3, "n": 4, "r": 0.95}, "3-out-of-4 reliability", 0.9859812, "-", "0.1%"),
    ("reliability", {"units": 2, "unit_reliability": 0.95}, "probability that at least one works", 0.9975, "-", "1%"),
    ("reliability", {"expected_failures": 10, "confidence_pct": 99}, "spares required", 18, "spares", "1%"),
    ("reliability", {"fleet": 100, "mtbf_years": 10, "years": 1, "confidence": 0.9}, "number of spares", 14, "-", "1%"),
    ("reliability", {"surviving_fraction": 0.85}, "overbuild factor", 1.176471, "x", "1%"),
    ("reliability", {"survival_fraction": 0.85, "required_gpus": 1000}, "GPUs to install", 1176.471, "GPUs", "1%"),
    ("reliability", {"fits": 1000}, "MTBF", 1000000, "h", "1%"),
    ("reliability", {"FIT_per_device": 1000, "devices": 1000}, "system failure rate", 0.001, "1/h", "1%"),
    ("reliability", {"mtbf_h": 1000000.0}, "failures in time", 1000, "FIT", "1%"),
    ("reliability", {"cumulative_failure_fraction": 0.36, "years": 5}, "annual hazard rate", 0.08925742, "1/y", "1%"),
    ("reliability", {"checkpoint_time_s": 60, "mtbf_min": 180}, "optimum checkpoint interval", 18.97367, "min", "1%"),
    ("reliability", {"delta_s": 30, "M_h": 3}, "Young's interval", 804.9845, "s", "1%"),
    ("reliability", {"checkpoint_s": 30, "mtbf_h": 3.09}, "checkpoint overhead", 0.07344211, "-", "1%"),
    ("reliability", {"interruptions": 419, "days": 54, "downtime_min_per_interruption": 18},
     "effective training time", 90.30093, "%", "1%"),
    ("reliability", {"initial_gpus": 1000, "failure_rate_per_y": 0.09, "years": 5},
     "GPUs working after 5 years", 637.6282, "GPUs", "1%"),
    ("reliability", {"gpus": 1000, "annual_failure_rate": 0.09, "years": 5},
     "mean number of GPUs working", 805.2708, "GPUs", "1%"),
    ("reliability", {"afr": 0.02, "years": 5}, "fraction surviving", 0.9039208, "-", "0.5%"),
    ("reliability", {"infant_pct": 3, "annual_failure_rate_pct": 2, "years": 5},
     "working fraction at end of life", 0.8776923, "-", "1%"),
    ("reliability", {"mean_time_between_failures_h": 3.1, "gpus": 16384}, "MTBF per GPU", 50790.4, "h", "1%"),
    ("reliability", {"hazard_per_y": 0.02, "life_y": 5}, "lifetime penalty", 1.050833, "x", "0.5%"),
    ("reliability", {"hazard_per_y": 0.1, "life_y": 5}, "average availability over life", 0.7869387, "-", "1%"),
    ("reliability", {"gpus": 16384, "days": 54, "gpu_faults": 148}, "annualised GPU fault rate", 0.06109958, "1/y", "1%"),
    ("reliability", {"gpus": 16384, "days": 54, "gpu_faults": 148}, "annualized failure rate", 6.109958, "%/y", "1%"),
    ("reliability", {"interruptions": 419, "days": 54, "gpus": 16384},
     "annualised interruption rate, all causes", 0.1729779, "1/y", "1%"),
    ("reliability", {"interruptions": 419, "days": 54, "gpus": 16384}, "GPU-days per interruption", 2111.542, "GPU-d", "1%"),
    ("reliability", {"gpu_hours": 21233664, "interruptions": 419}, "GPU-hours per interruption", 50677, "GPU-h", "1%"),
    ("reliability", {"mtbi_h": 3.09, "from_gpus": 16384, "to_gpus": 100000},
     "mean time between interruptions", 0.5062656, "h", "1%"),
    ("reliability", {"gpu_hours_per_failure": 50677, "gpus": 100000}, "mean time between interruptions", 0.50677, "h", "1%"),
    ("reliability", {"drives_total": 20, "drives_failed": 9}, "fraction failed", 0.45, "-", "1%"),
    ("reliability", {"total": 20, "working": 11}, "failure fraction", 0.45, "-", "1%"),
    ("reliability", {"failures": 3, "satellites": 60, "years": 2}, "annual failure rate", 0.025, "1/y", "1%"),
    ("reliability", {"n_sats": 60, "n_failed": 3}, "percent failed", 5, "%", "1%"),
    ("reliability", {"mtbf_h": 100000.0, "units": 1000}, "expected failures per year", 87.66, "1/y", "1%"),
    ("reliability", {"mtbf_h": 100000.0, "mission_years": 5}, "reliability", 0.6451322, "-", "1%"),
    ("reliability", {"mtbf_hours": 200000, "repair_hours": 48}, "availability", 0.9997601, "-", "1%"),
    ("reliability", {"uptime_pct": 99.9}, "downtime per year", 8.766, "hours", "1%"),
    ("reliability", {"R_unit": 0.95, "n": 2}, "reliability of redundant pair", 0.9975, "-", "1%"),
    ("reliability", {"n_total": 10, "n_required": 8, "p_working": 0.95},
     "probability that at least 8 work", 0.9884964, "-", "1%"),
    ("reliability", {"gpus": 72, "spare_gpus": 8}, "spare fraction", 0.1111111, "-", "1%"),
    ("reliability", {"afr_pct": 9, "years": 5}, "GPUs failed after 5 years", 36.23718, "%", "5%"),
]  # fmt: skip
# What the inputs alone would answer with something else, or do not state at all.
NOT_COVERED = [
    ("reliability", {"hazard_per_y": 0.1, "life_y": 5}, "figure", "-"),
    ("reliability", {"ssd_total": 20, "ssd_failed": 9}, "annual failure rate", "1/y"),
    ("reliability", {"hazard_per_y": 0.1, "life_y": 5}, "availability with repair", "h"),
    ("reliability", {"mtbf_h": 1000}, "availability", "-"),
    ("reliability", {"gpu_faults": 148, "network_faults": 35, "gpus": 16384, "days": 54}, "GPU failure rate", "1/y"),
    ("reliability", {"gpus": 100, "failures": 3}, "mean time between failures", "h"),
    ("reliability", {"shape": 0.5, "scale_y": 10}, "reliability", "-"),
    ("reliability", {"n": 3, "reliability": 0.9}, "reliability", "-"),
    ("reliability", {"units": 1000, "failure_rate_per_y": 0.1, "years": 5}, "figure", "units"),
    ("reliability", {"checkpoint_s": 30}, "optimal checkpoint interval", "min"),
    ("reliability", {"hazard_kg": 0.1, "life_y": 5}, "survival", "-"),
    ("reliability", {"mtbf_h": 1000, "mttr_kg": 10}, "availability", "-"),
    ("reliability", {"destructive": True}, "survival", "-"),
    ("reliability", {"hazard_per_y": 0.1, "hazard_per_year": 0.2, "life_y": 5}, "survival probability", "-"),
    ("reliability", {"hazard_per_y": 0.1, "life_y": 5}, "mean time to failure", "y"),
    ("reliability", {"hazard_per_y": 0.1, "life_y": 5}, "cost penalty in USD", "USD"),
    ("reliability", {"hazard_per_y": 0.1, "life_y": 5}, "discount factor", "-"),
    ("reliability", {"hazard_per_y": 0.1, "life_y": 5}, "number of spares", "-"),
    ("reliability", {"ssd_total": 20, "ssd_failed": 9}, "probability of data loss", "-"),
    ("reliability", {"ssd_total": 20, "ssd_failed": 9}, "share of failures caused by radiation", "-"),
    ("reliability", {"days": 54, "interruptions": 419}, "mean time to repair", "h"),
    ("reliability", {"days": 54, "interruptions": 419}, "mean restart time", "h"),
    ("reliability", {"days": 54, "interruptions": 419}, "lost training hours", "h"),
    ("reliability", {"gpus": 16384, "days": 54, "interruptions": 419}, "lost GPU-hours", "GPU-h"),
    ("reliability", {"gpus": 16384, "days": 54, "interruptions": 419}, "total GPU-hours", "GPU-h"),
    ("reliability", {"gpus": 100000, "afr_pct": 9}, "survival", "-"),
    ("reliability", {"gpus": 100000, "afr_pct": 9}, "checkpoint interval", "h"),
    ("reliability", {"mtbf_h": 1000, "mttr_h": 10}, "reliability over a year", "-"),
    ("reliability", {"shape": 0.5, "scale_y": 10, "years": 5}, "conditional reliability for one more year", "-"),
    ("reliability", {"shape": 2, "scale_y": 10}, "median life", "years"),
    ("reliability", {"unit_reliability": 0.9, "units": 4, "required": 3}, "probability of failure of the system", "-"),
    ("reliability", {"replen_t_per_MW_y": 6.6, "deployed_t_per_MW": 61.25}, "failure rate", "1/y"),
    ("reliability", {"replen_t_per_MW_y": 6.6, "deployed_t_per_MW": 61.25}, "mean life", "1/y"),
]  # fmt: skip


def test_natural_rows_are_met(tmp_path):
    assert not unmet(records(tmp_path, HEARD))


def test_another_question_is_not_answered(tmp_path):
    rows = [(topic, inputs, label, 1, unit, "1%") for topic, inputs, label, unit in NOT_COVERED]
    assert not answered(records(tmp_path, rows))


def test_a_wrong_value_misses(tmp_path):
    wrong = [(*row[:3], row[3] * 1.5, *row[4:]) for row in HEARD]
    assert {row["status"] for row in records(tmp_path, wrong)} == {"missed"}


def test_the_shipped_rows_are_met():
    shipped = [row for row in verify() if row["topic"] == "reliability"]
    assert len(shipped) == 6 and not unmet(shipped)


@pytest.mark.parametrize(
    ("label", "value"),
    [("annualised GPU+HBM failure rate", 0.0908), ("annualised failure rate", 0.0908), ("annualised GPU failure rate", None)],
)
def test_a_sum_of_causes_is_not_given_for_one_of_them(tmp_path, label, value):
    inputs = {"gpu_faults": 148, "hbm_faults": 72, "gpus": 16384, "days": 54}
    (row,) = records(tmp_path, [("reliability", inputs, label, 0.0908, "1/y", "1%")])
    assert row["computed"] == (value if value is None else pytest.approx(value, rel=0.01))


def test_survival_by_hand_a_year_at_a_time(tmp_path):
    left = 1.0
    for _ in range(5):
        left *= 1 - 0.09
    rows = [("reliability", {"annual_failure_probability": 0.09, "years": 5}, "surviving fraction", left, "-", "0.01%")]
    assert not unmet(records(tmp_path, rows))
