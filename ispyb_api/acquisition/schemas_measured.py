"""What is sent of the parts of data collections: grids, positions, files."""

import marshmallow as ma
from marshmallow import validate

from ispyb_api.acquisition.schemas_files import CollectionFileSchema
from ispyb_api.acquisition.schemas_parts import GridInfoSchema
from ispyb_api.http.fields import Float, Ident, Int, Items, Part, Text
from ispyb_api.http.shapes import new_of, patch_of

DEGREE, MM = "°", "mm"
LONGEST = 255  # characters of a path

NewGridInfoSchema = new_of(
    GridInfoSchema,
    *(name for name in GridInfoSchema._declared_fields if name not in ("gridInfoId", "dataCollectionId", "recordTimeStamp", "workflowMeshId")),
    name="NewGridInfoSchema",
    workflowMeshId=Ident(
        "The result of a mesh workflow that the grid belongs to, of the same proposal.",
        "GridInfo.workflowMeshId",
        strict=True,
        allow_none=True,
    ),
)  # fmt: skip
GridInfoPatchSchema = patch_of(NewGridInfoSchema, name="GridInfoPatchSchema")


class GridsSchema(ma.Schema):
    """The grids of a data collection."""

    results = Items(GridInfoSchema, "Each grid, the first recorded first.", "computed: GridInfo.gridInfoId")


class CollectionPositionSchema(ma.Schema):
    """The position at which a data collection was made."""

    positionId = Ident("The position's row.", "Position.positionId")
    posX = Float("Along x.", "Position.posX", MM, plausible=(-1000, 1000))
    posY = Float("Along y.", "Position.posY", MM, plausible=(-1000, 1000))
    posZ = Float("Along z.", "Position.posZ", MM, plausible=(-1000, 1000))
    scale = Float("Scale of the picture on which it was marked.", "Position.scale", "of the program that wrote it")


def _angle(meaning, column):
    return Float(meaning, f"MotorPosition.{column}", DEGREE, plausible=(-3600, 3600))


class MotorPositionSchema(ma.Schema):
    """Where the motors stood."""

    motorPositionId = Ident("The row of these positions.", "MotorPosition.motorPositionId")
    phiX = Float("Goniometer along x.", "MotorPosition.phiX", MM, plausible=(-1000, 1000))
    phiY = Float("Goniometer along y.", "MotorPosition.phiY", MM, plausible=(-1000, 1000))
    phiZ = Float("Goniometer along z.", "MotorPosition.phiZ", MM, plausible=(-1000, 1000))
    sampX = Float("Sample along x.", "MotorPosition.sampX", MM, plausible=(-1000, 1000))
    sampY = Float("Sample along y.", "MotorPosition.sampY", MM, plausible=(-1000, 1000))
    omega = _angle("Omega.", "omega")
    kappa = _angle("Kappa.", "kappa")
    phi = _angle("Phi.", "phi")
    chi = _angle("Chi.", "chi")
    gridIndexY = Int("Line of the grid.", "MotorPosition.gridIndexY")
    gridIndexZ = Int("Column of the grid.", "MotorPosition.gridIndexZ")


class CollectionPositionsSchema(ma.Schema):
    """Where a data collection was made, and where the motors stood."""

    dataCollectionId = Ident("The data collection.", "DataCollection.dataCollectionId")
    Position = Part(CollectionPositionSchema, "The position; null if none is recorded.")
    startPosition = Part(MotorPositionSchema, "The motors at the beginning; null if that is not recorded.")
    endPosition = Part(MotorPositionSchema, "The motors at the end; null if that is not recorded.")


_KEEPS = "; what is absent stays, null forgets it."
_NewPositionSchema = new_of(
    CollectionPositionSchema, *("posX", "posY", "posZ", "scale"), name="NewCollectionPositionSchema"
)
_NewMotorPositionSchema = new_of(
    MotorPositionSchema,
    *(name for name in MotorPositionSchema._declared_fields if name != "motorPositionId"),
    name="NewMotorPositionSchema",
)


class NewCollectionPositionsSchema(ma.Schema):
    """Where a data collection was made: what is absent stays, null forgets it."""

    Position = Part(_NewPositionSchema, f"The position{_KEEPS}")
    startPosition = Part(_NewMotorPositionSchema, f"The motors at the beginning{_KEEPS}")
    endPosition = Part(_NewMotorPositionSchema, f"The motors at the end{_KEEPS}")


NewCollectionFileSchema = new_of(
    CollectionFileSchema,
    *("dataCollectionId", "fileType"),
    name="NewCollectionFileSchema",
    required=("dataCollectionId",),
    fileFullPath=Text(
        "Where the file is, below the folders that this server serves.",
        "DataCollectionFileAttachment.fileFullPath",
        allow_none=False,
        required=True,
        validate=validate.Length(1, LONGEST),
    ),
)

CollectionFilePatchSchema = patch_of(
    NewCollectionFileSchema, name="CollectionFilePatchSchema", without=("dataCollectionId",)
)


class NewSnapshotsSchema(ma.Schema):
    """Pictures of the crystal."""

    paths = Items(
        Text(
            "Where a picture is, below the folders that this server serves.",
            "DataCollection.xtalSnapshotFullPath1",
            allow_none=False,
            validate=validate.Length(1, LONGEST),
        ),
        "The files of up to four pictures, in this order.",
        "computed: DataCollection.xtalSnapshotFullPath1",
        required=True,
        validate=validate.Length(0, 4),
    )
