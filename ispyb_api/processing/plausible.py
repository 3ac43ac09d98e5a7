"""Between what values can be right in their units: what lies beyond was almost surely written in another one."""

RESOLUTION = {"plausible": (0.1, 1000)}
R_FACTOR = {"plausible": (0, 2)}  # greater ones are percentages
CORRELATION = {"plausible": (-1, 1)}
FRACTION = {"plausible": (0, 1)}
COMPLETENESS = {"plausible": (1.001, 100)}  # smaller ones are fractions
OF_PAIRS = {"plausible": (0, 100)}  # completeness of what there may be nothing of
LENGTH = {"plausible": (2, 10_000)}
ANGLE = {"plausible": (10, 175)}  # smaller ones are in radians
DIRECTION = {"plausible": (-1.001, 1.001)}
ON_DETECTOR = {"plausible": (-500, 500)}  # greater ones are numbers of pixels
TRANSMISSION = {"plausible": (0, 100)}
EXPOSURE = {"plausible": (0, 100_000)}
DOSE = {"plausible": (0, 1000)}  # greater ones are in Gy or kGy
WAVELENGTH = {"plausible": (0.005, 50)}  # greater ones are energies in eV
