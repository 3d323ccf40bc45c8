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

# --- Orbit and flight. IAU 2015 resolution B3 (Sun), IAU 2012 resolution B2 (unit), 3rd CGPM 1901 (gravity).
SUN_RADIUS_KM = 695_700.0
ASTRONOMICAL_UNIT_KM = 149_597_870.7
EARTH_FLATTENING = 1 / 298.257_223_563  # WGS 84 (NGA.STND.0036)
STANDARD_GRAVITY_M_PER_S2 = 9.806_65
SECONDS_PER_YEAR = DAYS_PER_YEAR * SECONDS_PER_DAY
MM_PER_M = 1e3
G_PER_KG = 1e3
# Flattening takes 0.17 to 0.21 points off a year's eclipse fraction, measured with Orekit's event-found shadows over
# spherical and oblate Earths (550, 650 and 800 km dawn-dusk, 550 km at 53°): a band beside every mean, not a correction.
ECLIPSE_OBLATENESS_FRAC = 0.002

# --- Shielding and errors by radiation.
ALUMINIUM_DENSITY_KG_PER_M3 = 2700.0  # CRC Handbook, 2.70 g/cm3 for the pure metal; alloys 2.66 to 2.84
ANSWERS_PER_MILLION = 1e6

# --- Small particles. Grün et al. 1985 as ECSS-E-ST-10-04C 10.2.4 prints it: impacts a second of a mass in grams or more
# on one face of a plate that turns every way, far from the Earth: the sum of (Σ c m^e)^p terms, scaled.
METEOROID_TERMS = (
    (1.0, ((2.2e3, 0.306), (15.0, 0.0)), -4.38),
    (1.3e-9, ((1.0, 1.0), (1e11, 2.0), (1e27, 4.0)), -0.36),
    (1.3e-16, ((1.0, 1.0), (1e6, 2.0)), -0.85),
)
ATMOSPHERE_STOPS_PARTICLES_KM = 100.0  # the shielding Earth ends at this height (ECSS-E-ST-10-04C annex C)
# Orbital debris after NASA TM-100471 (1990 form): impacts a year and m2 of a diameter in cm or more, in 1988.
DEBRIS_FRAGMENTS = (1.22e-5, -2.5)
DEBRIS_OBJECTS = (8.1e10, 700.0, -6.0)
DEBRIS_WIDENING_LOGS = (0.78, 0.637)
DEBRIS_ALTITUDE_EXPONENTS = (200.0, 140.0, -1.5)  # km, solar flux units
DEBRIS_FIRST_YEAR = 1988.0
# Depth of a crater in thick metal, cm and km/s (Cour-Palais; NASA TP-2003-210788), for aluminium 6061-T6.
CRATER_DEPTH = 5.24
CRATER_DIAMETER_EXPONENT = 19 / 18
CRATER_HARDNESS_EXPONENT = 0.25
CRATER_SPEED_EXPONENT = 2 / 3
ALUMINIUM_BRINELL = 95.0
ALUMINIUM_SOUND_SPEED_KM_PER_S = 5.1
MM_PER_CM = 10.0
WH_PER_KWH = 1e3

# --- Light. CODATA 2018 (NIST SP 961); exact by the definition of the SI. The Airy disc from the first zero of J1.
PLANCK_CONSTANT_J_S = 6.626_070_15e-34
AIRY_FIRST_DARK_RING = 1.219_67  # 3.831706/π: half angle of the first dark ring in λ/D, usually printed 1.22
DECIBELS_PER_BEL = 10.0  # a bel is a factor of ten, and ten decibels
URAD_PER_RADIAN = 1e6

# --- The Sun's distance. Eccentricity of the Earth's orbit, 0.0167 in this century (Astronomical Almanac): (1 + e)⁻².
APHELION_SUNLIGHT_RATIO = 0.9674

# --- Methane at 15 °C and one atmosphere (NIST Chemistry WebBook, SRD 69): 16.043 g/mol, compressibility 0.998.
METHANE_DENSITY_KG_PER_M3 = 0.680

# --- What burns. Standard atomic masses (IUPAC 2021): Al2O3 of 101.961 over two atoms of aluminium of 26.982.
ALUMINA_PER_ALUMINIUM = 101.961 / (2 * 26.982)
J_PER_MWH = 3.6e9
KWH_PER_GWH = 1e6
# --- Data. Prefixes are decimal, as networks and shops count: 1 TB is 1e12 bytes.
BITS_PER_BYTE = 8.0
BPS_PER_GBPS = 1e9
BYTES_PER_TB = 1e12
SECONDS_PER_HOUR = SECONDS_PER_MINUTE * MINUTES_PER_HOUR

# --- Air and water of cooling plants. Air at 20 °C and one atmosphere, water at 25 °C (ASHRAE Handbook Fundamentals, NIST
# SRD 69): density and heat of air, heat and latent heat of water; ten degrees move none of them by more than 4 %.
AIR_DENSITY_KG_PER_M3 = 1.204
AIR_HEAT_CAPACITY_J_PER_KG_K = 1006.0
WATER_HEAT_CAPACITY_J_PER_KG_K = 4184.0
WATER_LATENT_HEAT_J_PER_KG = 2.442e6
WATER_DENSITY_KG_PER_M3 = 1e3
J_PER_KWH = 3.6e6
