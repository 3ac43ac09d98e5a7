"""What images that are recorded one by one look like from outside."""

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import MAX_ID, Bool, Float, Ident, Int, Part, Stamp, Text
from ispyb_api.http.paging import CursorArguments, page_of
from ispyb_api.http.shapes import new_of


class ImageMetadataSchema(ma.Schema):
    """Which pictures of an image are recorded; whether one can be read shows when it is asked for."""

    picture = Bool("A picture to look at.", "computed: Image.jpegFileFullPath", allow_none=False)
    thumbnail = Bool("A small picture.", "computed: Image.jpegThumbnailFileFullPath", allow_none=False)


class ImageSchema(ma.Schema):
    """An image that is recorded by itself; of most collections these are the first and the last."""

    imageId = Ident("The image's row.", "Image.imageId")
    dataCollectionId = Ident("The data collection.", "Image.dataCollectionId")
    imageNumber = Int("Number of the image in the collection.", "Image.imageNumber")
    fileLocation = Text("Folder of the image's file.", "Image.fileLocation")
    fileName = Text("Name of the image's file.", "Image.fileName")
    measuredIntensity = Float("Photon flux at the image.", "Image.measuredIntensity", "photons/s", plausible=(0, 1e20))
    cumulativeIntensity = Float(
        "Photons that the sample had got by then.", "Image.cumulativeIntensity", "photons", plausible=(0, 1e25)
    )
    synchrotronCurrent = Float("Current of the storage ring.", "Image.synchrotronCurrent", "mA", plausible=(0, 2000))
    temperature = Float("Temperature at the sample.", "Image.temperature", "K", plausible=(0, 1000))
    machineMessage = Text("What the machine's operators let everybody know.", "Image.machineMessage")
    comments = Text("Remarks.", "Image.comments")
    motorPositionId = Int("Where the motors stood.", "Image.motorPositionId")
    recordTimeStamp = Stamp("When it was recorded, on the facility's clock.", "Image.recordTimeStamp")
    _metadata = Part(ImageMetadataSchema, "Which pictures of it are recorded.", allow_none=False)


NewImageSchema = new_of(
    ImageSchema,
    *("fileLocation", "fileName", "measuredIntensity", "cumulativeIntensity", "synchrotronCurrent", "temperature"),
    *("machineMessage", "comments", "motorPositionId"),
    name="NewImageSchema",
    doc="An image to record, or to change: what is absent stays.",
    imageNumber=Int(
        "Number of the image in the collection: one that is recorded is changed.",
        "Image.imageNumber",
        strict=True,
        required=True,
        allow_none=False,
        validate=validate.Range(0, MAX_ID),
    ),
    jpegFileFullPath=Text("File of a picture to look at.", "Image.jpegFileFullPath"),
    jpegThumbnailFileFullPath=Text("File of a small picture.", "Image.jpegThumbnailFileFullPath"),
)


class RecordedImagesSchema(ma.Schema):
    """How many images were recorded from lines."""

    dataCollectionId = Ident("The data collection.", "Image.dataCollectionId")
    images = Int("How many images.", "computed: the request", allow_none=False)
    first = Int("The lowest of their numbers.", "computed: the request", allow_none=False)
    last = Int("The highest of their numbers.", "computed: the request", allow_none=False)


class ImageListArguments(CursorArguments):
    imageNumber = Int("The image with this number.", allow_none=False, validate=validate.Range(0, MAX_ID))


class ImagePageSchema(page_of(ImageSchema)):
    """A page of images."""

    next = Text("Send it as after to get what follows; null if the page is not full.", "computed: Image.imageNumber")
