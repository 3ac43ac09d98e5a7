"""What serial beamlines' control software sends, as the branch of py-ISPyB for them took it."""

from marshmallow import fields, validate

from ispyb_api.acquisition.schemas_parts import SSXDataCollectionSchema
from ispyb_api.compat.mxcube.loose import Count, Id, Loose, Moment, Number, Words
from ispyb_api.http.fields import described

SERIAL = tuple(name for name in SSXDataCollectionSchema._declared_fields if name != "dataCollectionId")
_TEXTS = ("imageDirectory", "imagePrefix", "beamShape", *(f"xtalSnapshotFullPath{number}" for number in range(1, 5)))
_COUNTS = ("numberOfPasses", "numberOfImages")
_NUMBERS = {
    "exposureTime": ("Exposure of one image.", "s"),
    "transmission": ("Transmission of the attenuators.", "%"),
    "flux": ("Photon flux before the collection.", "photons/s"),
    "flux_end": ("Photon flux after the collection.", "photons/s"),
    "xBeam": ("Where the beam meets the detector, first direction.", "mm"),
    "yBeam": ("Where the beam meets the detector, second direction.", "mm"),
    "wavelength": ("Wavelength.", "Å"),
    "detectorDistance": ("Distance from sample to detector.", "mm"),
    "beamSizeAtSampleX": ("Width of the beam.", "mm"),
    "beamSizeAtSampleY": ("Height of the beam.", "mm"),
    "averageTemperature": ("Mean temperature at the sample.", "K"),
    "average_temperature": ("The same, as MXCuBE spells it.", "K"),
    "resolution": ("Resolution at the detector's edge.", "Å"),
    "resolutionAtCorner": ("Resolution at the detector's corner.", "Å"),
    "polarisation": ("Polarisation of the beam.", "fraction"),
    "undulatorGap1": ("Gap of the first undulator.", "mm"),
    "underlator_gap1": ("The same, as MXCuBE spells it.", "mm"),
}


def _is(kind, meaning, unit=None, **options):
    return kind(allow_none=True, metadata=described(meaning, unit=unit), **options)


def _part(schema, meaning, *, many=False):
    return fields.Nested(schema, many=many, allow_none=True, metadata=described(meaning), **_few(many))


def _few(many):
    return {"validate": validate.Length(max=100)} if many else {}


class SsxComponentSchema(Loose):
    """A component of a crystal or of a sample."""

    name = _is(Words, "Its name.")
    componentType = _is(Words, "Ligand, Buffer or JetMaterial.")
    composition = _is(Words, "What it consists of.")
    abundance = _is(Number, "How much of it there is.", "fraction")


class SsxProteinSchema(Loose):
    """A protein."""

    name = _is(Words, "Its name.")
    acronym = _is(Words, "Its acronym.")


class SsxCrystalSchema(Loose):
    """The crystals of a sample."""

    size_X = _is(Number, "Their size, first direction.", "mm")
    size_Y = _is(Number, "Their size, second direction.", "mm")
    size_Z = _is(Number, "Their size, third direction.", "mm")
    abundance = _is(Number, "Their share.", "fraction")
    protein = _part(SsxProteinSchema, "The protein in them.")
    components = _part(SsxComponentSchema, "What else is in them.", many=True)


class SsxSampleSchema(Loose):
    """A sample."""

    name = _is(Words, "Its name.")
    support = _is(Words, "What it is on, as chip or jet.")
    crystal = _part(SsxCrystalSchema, "Its crystals.")
    components = _part(SsxComponentSchema, "What it is mixed with.", many=True)


class SsxGroupSchema(Loose):
    """A group of data collections."""

    sessionId = _is(Id, "The session.", required=True)
    startTime = _is(Moment, "When it begins.")
    endTime = _is(Moment, "When it ended.")
    experimentType = _is(Words, "SSX-Chip or SSX-Jet, in any capitals.")
    experimentName = _is(Words, "Name of the experiment; becomes the comment if there is none.")
    comments = _is(Words, "Remarks.")
    sampleId = _is(Id, "The sample's row.")
    sample = _part(SsxSampleSchema, "Or the sample, which is found or made.")


class SsxEventSchema(Loose):
    """One event of a sequence."""

    type = _is(Words, "XrayDetection, XrayExposure, LaserExcitation or ReactionTrigger.")
    name = _is(Words, "Its name.")
    offset = _is(Number, "When it begins.", "s")
    duration = _is(Number, "How long it lasts.", "s")
    period = _is(Number, "After which time it comes again; 0 if it does not.", "s")
    repetition = _is(Number, "How often it comes; 0 if that is not known.", "times")


class SsxEventChainSchema(Loose):
    """A sequence of events."""

    name = _is(Words, "Its name.")
    events = _part(SsxEventSchema, "Its events.", many=True)


def _of_serial(name):
    about = SSXDataCollectionSchema._declared_fields[name]
    kind = Number if isinstance(about, fields.Float) else Words
    return _is(kind, about.metadata["meaning"], about.metadata["unit"])


SsxCollectionSchema = type(
    "SsxCollectionSchema",
    (Loose,),
    {
        "dataCollectionGroupId": _is(Id, "The group.", required=True),
        "startTime": _is(Moment, "When it began."),
        "endTime": _is(Moment, "When it ended."),
        "detectorId": _is(Id, "The detector."),
        "detector_id": _is(Id, "The same, as MXCuBE spells it."),
        **{name: _is(Words, f"As in POST /datacollections: {name}.") for name in _TEXTS},
        **{name: _is(Count, f"As in POST /datacollections: {name}.") for name in _COUNTS},
        **{name: _is(Number, meaning, unit) for name, (meaning, unit) in _NUMBERS.items()},
        **{name: _of_serial(name) for name in SERIAL},
        "event_chains": _part(SsxEventChainSchema, "Sequences of events.", many=True),
        "__doc__": "A data collection of serial crystallography, when it is over.",
        "__module__": __name__,
    },
)


class SsxProcessingSchema(Loose):
    """A run of a program that succeeded, and the files that it left."""

    processingCommandLine = _is(Words, "How it was called.")
    processingPrograms = _is(Words, "The program.")
    processingMessage = _is(Words, "What it had to say.")
    processingStartTime = _is(Moment, "When it began.")
    processingEndTime = _is(Moment, "When it ended.")
    processingEnvironment = _is(Words, "Where it ran.")
    results = fields.List(
        Words(metadata=described("A file.")),
        metadata=described("The paths of its files."),
        validate=validate.Length(max=2000),
    )
