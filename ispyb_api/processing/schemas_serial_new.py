"""What pipelines send of what serial crystallography found, and how it goes meanwhile."""

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import Choice, Float, Ident, Int, Items, Text
from ispyb_api.http.shapes import Plausible, insisting, new_of, patch_of
from ispyb_api.processing.schemas_results import FRACTION
from ispyb_api.processing.schemas_serial import SerialFileSchema, SerialResultSchema
from ispyb_api.processing.statuses import FAILED, SUCCESS

MOST_FILES = 100  # of one request
KINDS = ("Preliminary", "Final")
FILE_KINDS = ("Real-time processing results", "Processing results")
_COUNTS = ("nbImages", "nbHits", "nbIndexed", "nbCrystals")


def _count(name):
    shown = SerialResultSchema._declared_fields[name].metadata
    return Int(shown["meaning"], shown["source"], strict=True, validate=validate.Range(0, 2**31 - 1))


class NewSerialFileSchema(ma.Schema):
    """A file of a result; one that is known by its folder and name is not recorded twice."""

    fileName = Text(
        "Its name.",
        "SSXProcessingResultAttachment.fileName",
        allow_none=False,
        required=True,
        validate=validate.Length(1, 255),
    )
    filePath = Text(
        "The folder that it is in.",
        "SSXProcessingResultAttachment.filePath",
        allow_none=False,
        required=True,
        validate=validate.Length(1, 255),
    )
    fileType = Choice(
        FILE_KINDS,
        SerialFileSchema._declared_fields["fileType"].metadata["meaning"],
        "SSXProcessingResultAttachment.fileType",
        required=True,
    )


NewSerialResultSchema = new_of(
    SerialResultSchema,
    *("hitRate", "indexingRate", "estimatedResolution", "comments"),
    name="NewSerialResultSchema",
    dataCollectionId=Ident("The data collection.", "SSXProcessingResult.dataCollectionId", required=True),
    indexingType=Choice(KINDS, "Preliminary or Final.", "SSXProcessingResult.indexingType", required=True),
    status=Int(
        "How the program ended: 1 success, 0 failure, null while it runs.",
        "SSXProcessingResult.status",
        strict=True,
        validate=validate.OneOf([FAILED, SUCCESS]),
    ),
    laticeType=Text("Type of the lattice, as tP.", "api_serial_count.laticeType", validate=validate.Length(max=45)),
    **{name: _count(name) for name in _COUNTS},
    SSXProcessingResultAttachment=Items(
        NewSerialFileSchema, "Files to record with it.", validate=validate.Length(max=MOST_FILES)
    ),
)
SerialResultPatchSchema = patch_of(
    NewSerialResultSchema, name="SerialResultPatchSchema", without=("dataCollectionId", "indexingType")
)


def _edge(name):
    return Float(
        f"The edge {name}.", f"api_serial_cell.{name}", "Å", allow_none=False, required=True, plausible=(1, 5000)
    )


def _angle(name):
    return Float(
        f"The angle {name}.", f"api_serial_cell.{name}", "°", allow_none=False, required=True, plausible=(1, 179)
    )


class NewSerialCellSchema(Plausible):
    """The cell of one crystal."""

    a, b, c = _edge("a"), _edge("b"), _edge("c")
    alpha, beta, gamma = _angle("alpha"), _angle("beta"), _angle("gamma")
    imageNumber = Int(
        "The image that shows it.", "api_serial_cell.imageNumber", strict=True, validate=validate.Range(0, 2**31 - 1)
    )
    accept_implausible = insisting()


class RecordedCellsSchema(ma.Schema):
    """How many cells were recorded."""

    ssxProcessingResultId = Ident("The result's row.", "SSXProcessingResult.ssxProcessingResultId")
    cells = Int("How many were sent.", "computed: the request", allow_none=False)
    nbCells = Int("How many the result has now.", "api_serial_count.nbCells", allow_none=False)


def _speed(name):
    return Float(
        f"How many {name} in a second, over the last ten or so; null at the very beginning.",
        "computed: api_serial_count.countedAt",
        "1/s",
    )


class LiveSerialSchema(ma.Schema):
    """How a data collection goes: what its latest result has counted so far, and how fast."""

    dataCollectionId = Ident("The data collection.", "DataCollection.dataCollectionId")
    ssxProcessingResultId = Ident("The result's row.", "SSXProcessingResult.ssxProcessingResultId")
    indexingType = Text("Preliminary or Final.", "SSXProcessingResult.indexingType")
    status = SerialResultSchema._declared_fields["status"]
    numberOfImages = Int("How many images were asked for.", "DataCollection.numberOfImages")
    nbImages = Int("How many images were looked at so far.", "api_serial_count.nbImages")
    nbHits = Int("How many of them show diffraction.", "api_serial_count.nbHits")
    nbIndexed = Int("How many of these could be indexed.", "api_serial_count.nbIndexed")
    nbCrystals = Int("How many crystals were indexed.", "SSXProcessingResult.nbCrystals")
    hitRate = Float("Which part of the images show diffraction.", "SSXProcessingResult.hitRate", FRACTION)
    indexingRate = Float("Which part of the hits could be indexed.", "SSXProcessingResult.indexingRate", FRACTION)
    imagesPerSecond = _speed("images are looked at")
    hitsPerSecond = _speed("hits are found")
    indexedPerSecond = _speed("hits are indexed")
    secondsSinceCounted = Float(
        "How long ago something was counted last.", "computed: api_serial_count.countedAt", "s", allow_none=False
    )
