"""What one may ask of data files, and what headers and histograms look like."""

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.http.fields import Bool, Choice, Float, Ident, Int, Items, Part, Text, described

_IMAGE = "computed: DataCollection.fileTemplate"


class ImageArguments(ma.Schema):
    dataCollectionId = Ident("The data collection's row.", required=True)
    imageNumber = Int("Number of the image.", required=True, allow_none=False, validate=validate.Range(0, 10**7))


class FileArguments(ma.Schema):
    """Which file, and where in it."""

    dataCollectionId = Ident("The file of a data collection's images.")
    autoProcProgramAttachmentId = Ident("A file that a run of a program left.")
    robotActionId = Ident("The file of an action of the sample changer.")
    path = Text("Path inside the file; / if absent.", allow_none=False, validate=validate.Length(1, 1000))

    @ma.validates_schema(skip_on_field_errors=False)
    def _one_file(self, data, **_):
        if len({"dataCollectionId", "autoProcProgramAttachmentId", "robotActionId"} & data.keys()) != 1:
            message = "Give one of dataCollectionId, autoProcProgramAttachmentId and robotActionId."
            raise ma.ValidationError({"dataCollectionId": [message]})


class AttributeArguments(FileArguments):
    attr_keys = fields.List(
        fields.String(validate=validate.Length(1, 255)), metadata=described("Names of the attributes; all if absent.")
    )


class ContentArguments(FileArguments):
    selection = Text("Which part, as numpy writes it: 0, 10:20, :.", allow_none=False, validate=validate.Length(1, 200))


class DatasetArguments(ContentArguments):
    dtype = Choice(("origin", "safe"), "origin, as it is stored, or safe, as JavaScript can read it.")
    format = Choice(("json", "bin", "csv", "npy", "tiff"), "How to send it; json if absent.")
    flatten = Bool("Whether to send one list.", allow_none=False)


class MetaArguments(FileArguments):
    resolve_links = Choice(("none", "only_valid", "all"), "Which links to follow; only_valid if absent.")


class ImageGeometrySchema(ma.Schema):
    """Where the image was taken, and its pixels' statistics."""

    wavelength = Float("Wavelength.", "DataCollection.wavelength", "Å")
    detector_distance = Float("Distance from sample to detector.", "DataCollection.detectorDistance", "mm")
    beam_cx = Float(
        "Where the beam meets the detector, across.",
        "computed: DataCollection.xBeam, Detector.detectorPixelSizeHorizontal",
        "pixel",
    )
    beam_cy = Float(
        "Where the beam meets the detector, down.",
        "computed: DataCollection.yBeam, Detector.detectorPixelSizeVertical",
        "pixel",
    )
    beam_ocx = Float("How far that is from the image's centre, across.", "computed: DataCollection.xBeam", "mm")
    beam_ocy = Float("How far that is from the image's centre, down.", "computed: DataCollection.yBeam", "mm")
    detector_radius = Float("Half the width of the image.", "computed: Detector.detectorPixelSizeHorizontal", "mm")
    pixel_size_x = Float("Width of a pixel.", "Detector.detectorPixelSizeHorizontal", "mm")
    pixel_size_y = Float("Height of a pixel.", "Detector.detectorPixelSizeVertical", "mm")
    img_width = Int("Pixels across.", _IMAGE)
    img_height = Int("Pixels down.", _IMAGE)
    pxxpm = Float("Pixels to a millimetre, across.", "computed: Detector.detectorPixelSizeHorizontal", "1/mm")
    pxypm = Float("Pixels to a millimetre, down.", "computed: Detector.detectorPixelSizeVertical", "1/mm")
    min = Float("Least pixel.", _IMAGE, "counts")
    max = Float("Greatest pixel.", _IMAGE, "counts")
    mean = Float("Mean of the pixels.", _IMAGE, "counts")
    std = Float("How far they spread.", _IMAGE, "counts")
    positive_min = Float("Least pixel that is not negative.", _IMAGE, "counts")
    strict_positive_min = Float("Least pixel above zero.", _IMAGE, "counts")


class ImageHeaderSchema(ma.Schema):
    """What a viewer wants to know of an image."""

    braggy_hdr = Part(ImageGeometrySchema, "Its geometry.", allow_none=False)
    parsed_ext_hdr = fields.Dict(
        fields.String(),
        fields.String(metadata=described("What the file says.", _IMAGE)),
        metadata=described("What the file itself says, where it says something.", _IMAGE),
    )


class ImageHistogramSchema(ma.Schema):
    """How pixels are distributed."""

    values = Items(Int("Pixels in a bin.", _IMAGE), "Pixels in each bin.", _IMAGE)
    bins = Items(Float("Edge of a bin.", _IMAGE, "counts"), "Edges of the bins, one more than these.", _IMAGE)
    shape = Items(Int("Number of bins.", _IMAGE), "Number of bins.", _IMAGE)
    max = Float("Greatest pixel that was counted.", _IMAGE, "counts")
