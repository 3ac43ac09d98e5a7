"""What pipelines send of tomograms, of their tilts, and of what was made of them."""

from typing import Any

from ispyb_api.em.schemas_new import MOST, OfOneMovie, but, run
from ispyb_api.em.schemas_tomograms import ProcessedTomogramSchema, TiltSchema, TomogramSchema
from ispyb_api.http.fields import Ident, Items, Text
from ispyb_api.http.shapes import new_of, patch_of

MOST_TILTS = MOST

_Tilt: Any = new_of(TiltSchema, *but(TiltSchema, "movieId", "tomogramId", "movieNumber", "angle"), name="_Tilt")
_Tomogram: Any = new_of(
    TomogramSchema,
    *but(
        TomogramSchema,
        *("tomogramId", "dataCollectionId", "gridSquareId", "AutoProcProgram", "ProcessedTomogram", "_metadata"),
    ),
    name="_Tomogram",
    gridSquareId=Ident("The grid square, of the same session.", "Tomogram.gridSquareId", allow_none=True),
    autoProcProgramId=run("Tomogram"),
)
TomogramPatchSchema = patch_of(_Tomogram, name="TomogramPatchSchema", doc="What is known of a tomogram to change.")


class NewTiltSchema(_Tilt, OfOneMovie):
    """How a tilt was aligned, to record; its movie is of the tomogram's data collection."""


class NewProcessedTomogramSchema(
    new_of(ProcessedTomogramSchema, "processingType", "feature", name="_ProcessedTomogram")
):
    """What was made of a tomogram, to record: the same file is the same thing."""

    filePath = Text("Its file.", "ProcessedTomogram.filePath", required=True, allow_none=False)


class NewTomogramSchema(_Tomogram):
    """What is known of a tomogram to record: of the same run with the same volume it is the same one."""

    dataCollectionId = Ident("The data collection.", "Tomogram.dataCollectionId", required=True)
    tilts = Items(NewTiltSchema, "How its tilts were aligned, if that is known already.")
    ProcessedTomogram = Items(NewProcessedTomogramSchema, "What was made of it, if there is something already.")
