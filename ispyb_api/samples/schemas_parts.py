"""What a position on a sample, and a picture of one, look like from outside."""

import marshmallow as ma
from marshmallow import fields

from ispyb_api.http.fields import Float, Ident, Int, Items, Part, Stamp, Text
from ispyb_api.http.paging import PageArguments, order_by, page_of
from ispyb_api.samples.schemas import OfSampleArguments

PLACE = "mm; pixels of the sample's picture at some facilities"


class SampleNameSchema(ma.Schema):
    """The sample, by name."""

    name = Text("Name of the sample.", "BLSample.name")


class SamplePositionSchema(ma.Schema):
    """A point on a sample."""

    positionId = Ident("The position's row.", "Position.positionId")
    posX = Float("Where it is from left to right.", "Position.posX", PLACE)
    posY = Float("Where it is from top to bottom.", "Position.posY", PLACE)
    posZ = Float("Where it is along the line of sight.", "Position.posZ", PLACE)


class SubSampleMetadataSchema(ma.Schema):
    """What was collected at a position, as far as the caller may see."""

    datacollections = Int(
        "How many data collections name it.", "computed: DataCollection.blSubSampleId", allow_none=False
    )
    types = Items(fields.String(), "Kinds of experiment of these.", "computed: DataCollectionGroup.experimentType")


class SubSampleSchema(ma.Schema):
    """A sub-sample: a point, a line or a region of a sample.  All times are the facility's clock."""

    blSubSampleId = Ident("The sub-sample's row.", "BLSubSample.blSubSampleId")
    blSampleId = Int("The sample it is on.", "BLSubSample.blSampleId")
    diffractionPlanId = Int("A plan for it.", "BLSubSample.diffractionPlanId")
    blSampleImageId = Int("The picture on which it was marked.", "BLSubSample.blSampleImageId")
    motorPositionId = Int("Where the motors stand for it.", "BLSubSample.motorPositionId")
    type = Text("poi, a point; loi, a line; roi, a region; as facilities write it.", "BLSubSample.type")
    source = Text("manual if people marked it, auto if a program did.", "BLSubSample.source")
    imgFileName = Text("File of a picture of it.", "BLSubSample.imgFileName")
    imgFilePath = Text("Where that file is.", "BLSubSample.imgFilePath")
    comments = Text("Remarks.", "BLSubSample.comments")
    recordTimeStamp = Stamp("When its row was made, on the facility's clock.", "BLSubSample.recordTimeStamp")
    BLSample = Part(SampleNameSchema, "The sample it is on; always there.", allow_none=False)
    Position1 = Part(SamplePositionSchema, "The point, or where the line or region begins; null if none is recorded.")
    Position2 = Part(SamplePositionSchema, "Where the line or region ends; null of a point.")
    _metadata = Part(SubSampleMetadataSchema, "What was collected there.", allow_none=False)


class SubSampleArguments(OfSampleArguments):
    order_by = order_by("blSubSampleId", "datacollections")
    blSampleId = Ident("The sample's row.")


class SampleImageMetadataSchema(ma.Schema):
    """Where a picture is to be had."""

    url = Text("Address of the picture on this server.", "computed: BLSampleImage.blSampleImageId", allow_none=False)


class SampleImageSchema(ma.Schema):
    """A picture of a sample."""

    blSampleImageId = Ident("The picture's row.", "BLSampleImage.blSampleImageId")
    blSampleId = Int("The sample.", "BLSampleImage.blSampleId")
    micronsPerPixelX = Float("Width of a pixel.", "BLSampleImage.micronsPerPixelX", "µm/pixel")
    micronsPerPixelY = Float("Height of a pixel.", "BLSampleImage.micronsPerPixelY", "µm/pixel")
    offsetX = Int(
        "How far the picture is shifted from left to right; 0 where no shift can be recorded.",
        "BLSampleImage.offsetX",
        "pixels",
        allow_none=False,
    )
    offsetY = Int(
        "How far it is shifted from top to bottom; 0 where no shift can be recorded.",
        "BLSampleImage.offsetY",
        "pixels",
        allow_none=False,
    )
    imageFullPath = Text("The picture's file.", "BLSampleImage.imageFullPath")
    containerInspectionId = Int("The inspection of the plate that took it.", "BLSampleImage.containerInspectionId")
    comments = Text("Remarks.", "BLSampleImage.comments")
    blTimeStamp = Stamp("When it was taken, on the facility's clock.", "BLSampleImage.blTimeStamp")
    _metadata = Part(SampleImageMetadataSchema, "Where it is to be had.", allow_none=False)


class SampleImageArguments(PageArguments):
    order_by = order_by("blSampleImageId")
    blSampleId = Ident("The sample's row.")


SubSamplePageSchema = page_of(SubSampleSchema)
SampleImagePageSchema = page_of(SampleImageSchema)
