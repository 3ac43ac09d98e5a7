"""What is sent of the analysis of images."""

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import Float, Ident, Int
from ispyb_api.http.shapes import Plausible, insisting

_COUNT = {"strict": True, "plausible": (0, 10_000_000)}
_RESOLUTION = {"plausible": (0, 1000)}


def _column(name):
    return f"ImageQualityIndicators.{name}"


class NewAnalysedImageSchema(Plausible):
    """What the analysis of an image found: what is absent stays, null clears."""

    imageNumber = Int(
        "Number of the image in the collection: one that was analysed already is changed.",
        _column("imageNumber"),
        allow_none=False,
        required=True,
        strict=True,
        validate=validate.Range(0, 2**24 - 1),
    )
    autoProcProgramId = Ident(
        "The run of a program that analysed it, of the same proposal.",
        _column("autoProcProgramId"),
        strict=True,
        allow_none=True,
    )
    spotTotal = Int("Spots in all.", _column("spotTotal"), "spots", **_COUNT)
    inResTotal = Int("Spots within the resolution.", _column("inResTotal"), "spots", **_COUNT)
    goodBraggCandidates = Int("Spots that look like diffraction.", _column("goodBraggCandidates"), "spots", **_COUNT)
    iceRings = Int("Rings of ice.", _column("iceRings"), "rings", strict=True, plausible=(0, 1000))
    method1Res = Float("Resolution, by the first method.", _column("method1Res"), "Å", **_RESOLUTION)
    method2Res = Float("Resolution, by the second method.", _column("method2Res"), "Å", **_RESOLUTION)
    maxUnitCell = Float(
        "Longest axis of a unit cell that the spots allow.", _column("maxUnitCell"), "Å", plausible=(0, 10_000)
    )
    pctSaturationTop50Peaks = Float(
        "Saturation of the 50 strongest spots.", _column("pctSaturationTop50Peaks"), "%", plausible=(0, 100)
    )
    inResolutionOvrlSpots = Int(
        "Overloaded spots within the resolution.", _column("inResolutionOvrlSpots"), "spots", **_COUNT
    )
    binPopCutOffMethod2Res = Float("Where the second method cut off.", _column("binPopCutOffMethod2Res"), "%")
    totalIntegratedSignal = Float("Sum of all spots' intensities.", _column("totalIntegratedSignal"), "counts")
    dozor_score = Float("Score of diffraction by the program DOZOR; more is better.", _column("dozor_score"), "1")
    driftFactor = Float("By how much the sample drifted (electron microscopes).", _column("driftFactor"), "1")
    accept_implausible = insisting()


class RecordedQualitySchema(ma.Schema):
    """How much of the analysis of images was recorded."""

    dataCollectionId = Ident("The data collection.", _column("dataCollectionId"))
    images = Int("How many images.", "computed: the request", allow_none=False)
    first = Int("The lowest of their numbers.", "computed: the request", allow_none=False)
    last = Int("The highest of their numbers.", "computed: the request", allow_none=False)
