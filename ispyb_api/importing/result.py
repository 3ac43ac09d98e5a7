"""What a file of a processing program says, in ISPyB's names and in the units of this server."""

from dataclasses import dataclass, field

SHELLS = ("overall", "innerShell", "outerShell")
R_FACTORS = (
    "rMerge",
    "rMeasWithinIPlusIMinus",
    "rMeasAllIPlusIMinus",
    "rPimWithinIPlusIMinus",
    "rPimAllIPlusIMinus",
)
CORRELATIONS = ("ccHalf", "ccAnomalous")
COMPLETENESSES = (
    "completeness",
    "completenessSpherical",
    "completenessEllipsoidal",
    "anomalousCompleteness",
    "anomalousCompletenessSpherical",
    "anomalousCompletenessEllipsoidal",
)


class Unreadable(ValueError):
    """The file is not what it was taken for, or says too little; the message says what was missing."""


@dataclass
class Sweep:
    """One integration; ``image`` is the path of one of its images, where the file tells."""

    values: dict
    image: str | None = None


@dataclass
class Scaling:
    """Sweeps that were scaled together: cell and space group, the ellipsoid, and statistics by shell."""

    solution: dict = field(default_factory=dict)
    ellipsoid: dict = field(default_factory=dict)
    shells: list = field(default_factory=list)
    sweeps: list = field(default_factory=list)


@dataclass
class Result:
    """One run of a program.  ``notes`` tell the person who imports it what was converted or left out."""

    program: dict
    scalings: list = field(default_factory=list)
    files: list = field(default_factory=list)
    notes: list = field(default_factory=list)

    @property
    def sweeps(self):
        return [sweep for scaling in self.scalings for sweep in scaling.sweeps]


def normalise(result):
    """Bring the statistics of a result into fractions and per cent, its vectors to length 1; note what was in per cent or fractions.

    Programs differ, a file does not: the overall shell tells which of both it uses.  Half-set correlations never exceed 1 as
    fractions, and merging R factors of whole data sets hardly 2; a completeness of all data below 1 % is no data set.
    """
    shells = [shell for scaling in result.scalings for shell in scaling.shells]
    overall = [shell for shell in shells if shell["scalingStatisticsType"] == "overall"]
    if _largest(overall, R_FACTORS) > 2:
        _scale(shells, R_FACTORS, 0.01)
        result.notes.append("R factors were given in per cent; they are stored as fractions.")
    if _largest(shells, CORRELATIONS) > 1:
        _scale(shells, CORRELATIONS, 0.01)
        result.notes.append("Correlations were given in per cent; they are stored as fractions.")
    if 0 < _largest(overall, COMPLETENESSES) <= 1:
        _scale(shells, COMPLETENESSES, 100)
        result.notes.append("Completeness was given as a fraction; it is stored in per cent.")
    for sweep in result.sweeps:
        for name in ("rotationAxis", "beamVector"):
            _to_unit(sweep.values, [f"{name}{part}" for part in "XYZ"])
    return result


def _to_unit(values, names):
    """Give a vector length 1: a beam's may be as long as the wavelength is short."""
    length = sum(values.get(name, 0) ** 2 for name in names) ** 0.5
    if length:
        values.update({name: round(values[name] / length, 6) for name in names if name in values})


def _largest(shells, names):
    return max((abs(shell[name]) for shell in shells for name in names if shell.get(name) is not None), default=0)


def _scale(shells, names, factor):
    for shell in shells:
        for name in names:
            if shell.get(name) is not None:
                shell[name] = round(shell[name] * factor, 6)
