"""What is sent to ask for processing."""

from marshmallow import validate

from ispyb_api.http.fields import Ident, Items
from ispyb_api.http.shapes import new_of, patch_of
from ispyb_api.processing.schemas import ParameterSchema
from ispyb_api.processing.schemas_jobs import JobSweepSchema, WholeJobSchema

MOST_PARAMETERS, MOST_SWEEPS = 1000, 5000

NewParameterSchema = new_of(
    ParameterSchema, "parameterKey", "parameterValue", name="NewParameterSchema", required=("parameterKey",)
)
NewJobSweepSchema = new_of(
    JobSweepSchema,
    *("startImage", "endImage"),
    name="NewJobSweepSchema",
    dataCollectionId=Ident("The data collection.", "ProcessingJobImageSweep.dataCollectionId", required=True),
)
NewJobSchema = new_of(
    WholeJobSchema,
    *("displayName", "comments", "recipe", "automatic"),
    name="NewJobSchema",
    doc="Processing that is asked for.",
    dataCollectionId=Ident(
        "The data collection it is asked for; that of its first sweep if absent.",
        "ProcessingJob.dataCollectionId",
        allow_none=True,
    ),
    ProcessingJobParameters=Items(
        NewParameterSchema, "Its parameters.", validate=validate.Length(max=MOST_PARAMETERS), load_default=list
    ),
    ProcessingJobImageSweeps=Items(
        NewJobSweepSchema, "The sweeps it works on.", validate=validate.Length(max=MOST_SWEEPS), load_default=list
    ),
)
JobPatchSchema = patch_of(
    NewJobSchema,
    name="JobPatchSchema",
    without=("dataCollectionId", "ProcessingJobParameters", "ProcessingJobImageSweeps"),
)
