"""Nature and the calendar: numbers that no scenario may choose. Each names its source."""

import numpy as np

# One value, or one value per draw: every quantity takes either and returns the same.
Array = float | np.ndarray

# --- Physics. CODATA 2018 (NIST SP 961); both are exact by the definition of the SI.
SPEED_OF_LIGHT_M_PER_S = 299_792_458.0
STEFAN_BOLTZMANN_W_PER_M2_K4 = 5.670_374_419e-8
WATER_DENSITY_KG_PER_L = 1.0  # the trade's round figure; 0.998 at 20 °C (CRC Handbook), 0.2 % less

# --- The Earth. Shape from WGS 84 (NGA.STND.0036), field from EGM96, mean radius from IUGG (GRS 80).
EARTH_EQUATORIAL_RADIUS_KM = 6378.137
EARTH_MEAN_RADIUS_KM = 6371.0088
EARTH_GRAVITATIONAL_PARAMETER_KM3_PER_S2 = 398_600.4418
EARTH_J2 = 1.082_626_68e-3
EARTH_OBLIQUITY_DEG = 23.44  # mean obliquity of date in the 2020s, 23.436° (IAU 2006), as usually printed

# --- The Sun.
TROPICAL_YEAR_DAYS = 365.242_19  # Astronomical Almanac; one turn of the mean Sun

# --- The calendar. Conversions use the Julian year; yearly bills and water use the 365-day year, as printed bills do.
SECONDS_PER_DAY = 86_400.0
HOURS_PER_DAY = 24.0
HOURS_PER_JULIAN_YEAR = 8766.0
HOURS_PER_CALENDAR_YEAR = 8760.0
MONTHS_PER_YEAR = 12.0

# --- Factors between units of one dimension: the only place where a factor of 1000 lives.
W_PER_KW = 1e3
W_PER_MW = 1e6
KW_PER_MW = 1e3
KWH_PER_MWH = 1e3
L_PER_M3 = 1e3
USD_PER_BILLION_USD = 1e9
HOURS_PER_YEAR = HOURS_PER_JULIAN_YEAR  # the one hours basis of the books, for both sides
DAYS_PER_YEAR = HOURS_PER_YEAR / HOURS_PER_DAY
MS_PER_S = 1e3
SECONDS_PER_MINUTE = 60.0
MINUTES_PER_HOUR = 60.0
M_PER_KM = 1e3
DEG_PER_TURN = 360.0

# --- Low-precision Sun, Astronomical Almanac (page C5): within 0.01 degree between 1950 and 2050.
SUN_MEAN_LONGITUDE_DEG = 280.460
SUN_MEAN_ANOMALY_DEG = 357.528
SUN_CENTRE_FIRST_DEG = 1.915
SUN_CENTRE_SECOND_DEG = 0.020
