"""What is sent of phasing, molecular replacement and refinement."""

from marshmallow import validate

from ispyb_api.http.fields import Choice, Float, Ident, Int, Items, Part, Text
from ispyb_api.http.shapes import new_of
from ispyb_api.processing import plausible
from ispyb_api.processing.schemas_phasing import (
    BlobSchema,
    PhasingFileSchema,
    PhasingRunSchema,
    PhasingStatisticSchema,
    PhasingStepSchema,
    RefinementSchema,
)

MOST_STEPS, MOST_PARTS = 200, 2000
_STEPS = ("PREPARE", "SUBSTRUCTUREDETERMINATION", "PHASING", "MODELBUILDING", "REFINEMENT", "LIGAND_FIT")
_IDS = ("phasingStatisticsId", "phasingStepId", "mxMRRunBlobId", "mxMRRunId", "autoProcScalingId", "autoProcProgramId")


def _names(schema, *without):
    return [name for name in schema._declared_fields if name not in (*_IDS, *without)]


def _parts(schema, meaning):
    return Items(schema, meaning, validate=validate.Length(max=MOST_PARTS), load_default=list)


def _scaling(source):
    return Ident("The scaling that it began with.", source, required=True)


NewPhasingFileSchema = new_of(
    PhasingFileSchema,
    *("fileType", "fileName"),
    name="NewPhasingFileSchema",
    required=("fileName",),
    filePath=Text(
        "The folder that the file is in.", "PhasingProgramAttachment.filePath", allow_none=False, required=True
    ),
)
NewPhasingRunSchema = new_of(
    PhasingRunSchema,
    *("phasingCommandLine", "phasingPrograms", "phasingMessage", "phasingStartTime", "phasingEndTime"),
    "phasingEnvironment",
    name="NewPhasingRunSchema",
    required=("phasingPrograms",),
    phasingStatus=Int(
        "1 if it succeeded, 0 if it failed, null while it runs.",
        "PhasingProgramRun.phasingStatus",
        strict=True,
        validate=validate.OneOf([0, 1]),
    ),
    PhasingProgramAttachment=_parts(NewPhasingFileSchema, "Its files."),
)
NewPhasingStatisticSchema = new_of(
    PhasingStatisticSchema,
    *_names(PhasingStatisticSchema),
    name="NewPhasingStatisticSchema",
    required=("metric", "statisticsValue"),
)
NewPhasingStepSchema = new_of(
    PhasingStepSchema,
    *("method", "enantiomorph", "groupName"),
    name="NewPhasingStepSchema",
    autoProcScalingId=_scaling("PhasingStep.autoProcScalingId"),
    phasingStepType=Choice(_STEPS, "Kind of step.", "PhasingStep.phasingStepType", required=True),
    previous=Int(
        "The step before it, if that is in the same list: its place there, the first being 0.",
        "computed: PhasingStep.previousPhasingStepId",
        strict=True,
        validate=validate.Range(0, MOST_STEPS - 1),
    ),
    previousPhasingStepId=Ident(
        "The step before it, if that was recorded before.", "PhasingStep.previousPhasingStepId", allow_none=True
    ),
    spaceGroup=Text("Space group it was done in, as P212121 or P 21 21 21.", "computed: SpaceGroup.spaceGroupName"),
    solventContent=Float(
        "Part of the cell that is solvent.", "PhasingStep.solventContent", "fraction", **plausible.FRACTION
    ),
    lowRes=Float("Low limit of resolution.", "PhasingStep.lowRes", "Å", **plausible.RESOLUTION),
    highRes=Float("High limit of resolution.", "PhasingStep.highRes", "Å", **plausible.RESOLUTION),
    PhasingProgramRun=Part(NewPhasingRunSchema, "The run of the program."),
    PhasingStatistics=_parts(NewPhasingStatisticSchema, "Its statistics."),
)

NewBlobSchema = new_of(BlobSchema, *_names(BlobSchema), name="NewBlobSchema")
NewRefinementSchema = new_of(
    RefinementSchema,
    *_names(RefinementSchema, "MXMRRunBlob"),
    name="NewRefinementSchema",
    autoProcScalingId=_scaling("MXMRRun.autoProcScalingId"),
    autoProcProgramId=Ident(
        "The run of the program, as POST /processings records it.", "MXMRRun.autoProcProgramId", allow_none=True
    ),
    MXMRRunBlob=_parts(NewBlobSchema, "What is unexplained in its maps."),
)
