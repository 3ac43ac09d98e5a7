"""What results of serial crystallography look like from outside."""

import re

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.http.fields import MAX_ID, Float, Ident, Int, Items, Part, Stamp, Text, described
from ispyb_api.processing.schemas import outcome
from ispyb_api.processing.schemas_results import FRACTION

MOST_COLLECTIONS = 100
_IDS = r"[0-9]{1,10}(?: *, *[0-9]{1,10})*"


class SerialStatsSchema(ma.Schema):
    """What was found in the images of a data collection of serial crystallography."""

    dataCollectionId = Ident("The data collection.", "DataCollection.dataCollectionId")
    nbHits = Int(
        "How many images show diffraction.",
        "computed: api_serial_count.nbHits, nbHits of the file ssx_stats.json, SSXProcessingResult.hitRate",
    )
    nbIndexed = Int(
        "How many of them could be indexed.",
        "computed: api_serial_count.nbIndexed, nbIndexed of the file ssx_stats.json, SSXProcessingResult.indexingRate",
    )
    laticeType = Text(
        "Type of the lattice, as tP.", "computed: api_serial_count.laticeType, laticeType of the file ssx_stats.json"
    )
    estimatedResolution = Float(
        "Resolution that the data reach, as estimated.",
        "computed: api_serial_count.estimatedResolution, estimatedResolution of the file ssx_stats.json",
        "Å",
    )


class SerialCellsSchema(ma.Schema):
    """The cells of all crystals that were indexed."""

    unit_cells = Items(
        fields.List(fields.Float(metadata={"unit": "Å, then °"})),
        "Each cell's a, b and c in Å, then its alpha, beta and gamma in °.",
        "computed: api_serial_cell.a, unit_cells of the file ssx_cells.json",
    )


def _histogram(unit):
    source = "computed: api_serial_cell.a, unit_cells of the files ssx_cells.json"
    edges = fields.List(fields.Float(), metadata=described("Edges of the bins, one more than bins.", source, unit))
    counts = fields.List(
        fields.Integer(), metadata=described("How many cells are in each bin, outliers left out.", source)
    )
    made = {"x": edges, "y": counts, "median": Float("Median of all values.", source, unit, allow_none=False)}
    return ma.Schema.from_dict(made, name=f"SerialHistogramIn{ {'Å': 'Angstrom', '°': 'Degrees'}[unit] }Schema")


_LENGTH, _ANGLE = _histogram("Å"), _histogram("°")


class SerialHistogramsSchema(ma.Schema):
    """How the cells of some data collections spread."""

    dataCollectionIds = Items(
        fields.Integer(), "The data collections whose cells were counted.", "DataCollection.dataCollectionId"
    )
    a = Part(_LENGTH, "The edge a; null if there are no cells.")
    b = Part(_LENGTH, "The edge b.")
    c = Part(_LENGTH, "The edge c.")
    alpha = Part(_ANGLE, "The angle alpha.")
    beta = Part(_ANGLE, "The angle beta.")
    gamma = Part(_ANGLE, "The angle gamma.")


class SerialFileSchema(ma.Schema):
    """A file of a result."""

    ssxProcessingResultAttachmentId = Ident(
        "The file's row.", "SSXProcessingResultAttachment.ssxProcessingResultAttachmentId"
    )
    fileName = Text("Its name.", "SSXProcessingResultAttachment.fileName")
    fileType = Text("Processing results, or Real-time processing results.", "SSXProcessingResultAttachment.fileType")
    lastUpdate = Stamp(
        "When it was recorded last, on the facility's clock.", "SSXProcessingResultAttachment.lastUpdate"
    )


class SerialResultSchema(ma.Schema):
    """What a program found in the images of a data collection."""

    ssxProcessingResultId = Ident("The result's row.", "SSXProcessingResult.ssxProcessingResultId")
    dataCollectionId = Ident("The data collection.", "SSXProcessingResult.dataCollectionId")
    hitRate = Float(
        "Which part of the images show diffraction.", "SSXProcessingResult.hitRate", FRACTION, plausible=(0, 1)
    )
    indexingRate = Float(
        "Which part of the hits could be indexed.", "SSXProcessingResult.indexingRate", FRACTION, plausible=(0, 1)
    )
    nbCrystals = Int("How many crystals were indexed.", "SSXProcessingResult.nbCrystals")
    nbImages = Int("How many images were looked at so far.", "api_serial_count.nbImages")
    nbHits = Int("How many of them show diffraction.", "api_serial_count.nbHits")
    nbIndexed = Int("How many of these could be indexed.", "api_serial_count.nbIndexed")
    nbCells = Int("How many cells are recorded.", "api_serial_count.nbCells", allow_none=False)
    laticeType = Text("Type of the lattice, as tP.", "api_serial_count.laticeType")
    estimatedResolution = Float(
        "Resolution that the data reach, as estimated.",
        "api_serial_count.estimatedResolution",
        "Å",
        plausible=(0.1, 1000),
    )
    indexingType = Text("Preliminary or Final.", "SSXProcessingResult.indexingType")
    status = outcome("How the program ended", "computed: SSXProcessingResult.status")
    comments = Text("Remarks.", "SSXProcessingResult.comments")
    createdTimeStamp = Stamp("When it was recorded, on the facility's clock.", "SSXProcessingResult.createdTimeStamp")
    lastUpdate = Stamp("When it was changed last, on the facility's clock.", "SSXProcessingResult.lastUpdate")
    SSXProcessingResultAttachment = Items(SerialFileSchema, "Its files.")


class SerialCellsArguments(ma.Schema):
    dataCollectionId = Ident("The data collection.", required=True)


class SerialCollectionsArguments(ma.Schema):
    dataCollectionIds = fields.String(
        required=True,
        validate=validate.Regexp(rf"^(?:\[ *{_IDS} *\]|{_IDS})$", error="Give ids as 1,2."),
        metadata=described(f"Rows of data collections, as 1,2 or as [1,2]; at most {MOST_COLLECTIONS}."),
    )

    @ma.post_load
    def _parse(self, data, **_):
        found = sorted({int(each) for each in re.findall("[0-9]+", data["dataCollectionIds"])})
        if len(found) > MOST_COLLECTIONS or found[-1] > MAX_ID:
            raise ma.ValidationError(f"Ask for {MOST_COLLECTIONS} rows at most.", "dataCollectionIds")
        return {"dataCollectionIds": found}
