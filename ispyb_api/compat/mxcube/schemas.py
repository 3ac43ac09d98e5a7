"""What MXCuBE sends, and what it reads of the answers."""

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.acquisition.schemas_images import NewImageSchema
from ispyb_api.acquisition.schemas_scans_new import NewEnergyScanSchema, NewRobotActionSchema, NewSpectrumSchema
from ispyb_api.compat.mxcube.loose import Count, Id, Loose, Moment, Number, Resolution, Words, loosened
from ispyb_api.http.fields import Ident, Int, Items, Text, described
from ispyb_api.instruments.schemas import NewBeamLineSetupSchema


def _is(kind, meaning, unit=None, **options):
    return kind(allow_none=True, metadata=described(meaning, unit=unit), **options)


def _part(schema, meaning):
    return fields.Nested(schema, allow_none=True, metadata=described(meaning))


class FilesSchema(Loose):
    """Where the images of a collection are."""

    directory = _is(Words, "Their folder.")
    prefix = _is(Words, "What their names begin with.")
    suffix = _is(Words, "What their names end with.")
    template = _is(Words, "Pattern of their names.")
    run_number = _is(Count, "The collection's number in its folder.")


class SampleReferenceSchema(Loose):
    """The sample as MXCuBE knows it; all but its id concerns the software only."""

    blSampleId = _is(Id, "The sample's row; -1 if it has none.")


OscillationSchema = type(
    "OscillationSchema",
    (Loose,),
    {
        "start": _is(Number, "Angle of the turning axis at the start.", "°"),
        "range": _is(Number, "Rotation during one image.", "°"),
        "offset": _is(Number, "Rotation between two images; negative if they overlap.", "°"),
        "number_of_images": _is(Count, "How many images."),
        "start_image_number": _is(Count, "Number of the first image."),
        "number_of_passes": _is(Count, "How often each image is exposed."),
        "exposure_time": _is(Number, "Exposure of one image.", "s"),
        "kappaStart": _is(Number, "Kappa; -9999 if there is no such axis.", "°"),
        "phiStart": _is(Number, "Phi of the kappa goniometer; -9999 if there is no such axis.", "°"),
        "__doc__": "How the crystal turns.",
        "__module__": __name__,
    },
)

WorkflowParametersSchema = Loose.from_dict(
    {
        "workflow_uid": _is(Words, "The workflow's own identifier."),
        "workflow_name": _is(Words, "Name of the workflow."),
        "workflow_type": _is(Words, "Kind of the workflow."),
        "workflow_characterisation_id": _is(Words, "The characterisation."),
        "workflow_position_id": _is(Words, "The position on the sample."),
        "workflow_kappa_settings_id": _is(Words, "The crystal's orientation."),
        "characterisation_id": _is(Words, "The characterisation, by a shorter name."),
        "position_id": _is(Words, "The position, by a shorter name."),
        "orientation_id": _is(Words, "The orientation, by another name."),
    },
    name="WorkflowParametersSchema",
)

_NUMBERS = {
    "wavelength": ("Wavelength.", "Å"),
    "energy": ("Energy, to find the wavelength from if that is absent.", "keV"),
    "resolutionAtCorner": ("Resolution at the detector's corner.", "Å"),
    "detectorDistance": ("Distance from sample to detector, as measured.", "mm"),
    "detector_distance": ("The same, as asked for.", "mm"),
    "transmission": ("Transmission of the attenuators.", "%"),
    "flux": ("Photon flux before the collection.", "photons/s"),
    "flux_end": ("Photon flux after the collection.", "photons/s"),
    "totalAbsorbedDose": ("Dose that the sample absorbed.", "MGy"),
    "xBeam": ("Where the beam meets the detector, first direction.", "mm"),
    "yBeam": ("Where the beam meets the detector, second direction.", "mm"),
    "beamSizeAtSampleX": ("Width of the beam.", "mm"),
    "beamSizeAtSampleY": ("Height of the beam.", "mm"),
    "slitGapHorizontal": ("Width of the slits.", "mm"),
    "slitGapVertical": ("Height of the slits.", "mm"),
    "undulatorGap1": ("Gap of the first insertion device.", "mm"),
    "undulatorGap2": ("Gap of the second insertion device.", "mm"),
    "undulatorGap3": ("Gap of the third insertion device.", "mm"),
}
_TEXTS = {
    "experiment_type": "Kind of experiment, in any spelling that is known.",
    "experimentType": "The same, as the queue sends it.",
    "status": "How far the collection is, or how it ended.",
    "comments": "Remarks.",
    "synchrotronMode": "Filling mode of the storage ring.",
    "beamShape": "Shape of the beam.",
    "centringMethod": "How the crystal was centred.",
    "actualCentringPosition": "Positions of the motors after centring.",
    "actualSampleBarcode": "Barcode that was read on the sample's holder.",
    "actualContainerBarcode": "Barcode that was read on the container.",
    **{f"xtalSnapshotFullPath{number}": f"File of picture {number} of the crystal." for number in range(1, 5)},
}
_IDS = {
    "sessionId": "The session's row.",
    "blSampleId": "The sample's row.",
    "detectorId": "The detector's row.",
    "detector_id": "The same, once it is known.",
    "collection_id": "The row of the collection that is changed.",
}


class CollectionSchema(
    Loose.from_dict(
        {name: _is(Number, meaning, unit) for name, (meaning, unit) in _NUMBERS.items()}
        | {name: _is(Words, meaning) for name, meaning in _TEXTS.items()}
        | {name: _is(Id, meaning) for name, meaning in _IDS.items()}
    )
):
    """What MXCuBE calls a collection: of one, or of a group of them.  Keys that concern the software only are passed over."""

    group_id = _is(
        Id, "The row of the group: it is changed, or the collection belongs to it.", attribute="dataCollectionGroupId"
    )
    workflow_id = _is(Id, "The row of the workflow that made it.", attribute="workflowId")
    screening_sub_wedge_id = _is(Id, "The part of a strategy that was carried out.", attribute="strategySubWedgeOrigId")
    collection_start_time = _is(Moment, "When it began, on the beamline's clock.")
    resolution = _is(Resolution, "Resolution at the detector's edge, also as an object with upper.", "Å")
    helical = fields.Raw(allow_none=True, metadata=described("Whether it is helical."))
    actualSampleSlotInContainer = _is(Count, "Slot of the container from which the sample came.")
    actualContainerSlotInSC = _is(Count, "Slot of the sample changer in which the container stood.")
    workflow_parameters = _part(WorkflowParametersSchema, "The workflow of several sweeps that made it.")
    fileinfo = _part(FilesSchema, "Where its images are.")
    sample_reference = _part(SampleReferenceSchema, "Its sample, if blSampleId is absent.")
    oscillation_sequence = fields.List(
        fields.Nested(OscillationSchema),
        allow_none=True,
        validate=validate.Length(max=1),
        metadata=described("How the crystal turns; one only."),
    )


MxImageSchema = loosened(
    NewImageSchema,
    "MxImageSchema",
    "An image that MXCuBE took.",
    dataCollectionId=_is(Id, "The data collection's row."),
)
MxRobotActionSchema = loosened(
    NewRobotActionSchema,
    "MxRobotActionSchema",
    "What the robot did, as MXCuBE says it.",
    without=("blsessionId", "blsampleId"),
    sessionId=_is(Id, "The session's row.", attribute="blsessionId"),
    blSampleId=_is(Id, "The sample's row.", attribute="blsampleId"),
)
MxEnergyScanSchema = loosened(NewEnergyScanSchema, "MxEnergyScanSchema", "An energy scan of MXCuBE.")
MxSpectrumSchema = loosened(NewSpectrumSchema, "MxSpectrumSchema", "A fluorescence spectrum of MXCuBE.")


class MxSampleOfScanSchema(Loose):
    """The sample on which an energy scan was made."""

    energyScanId = _is(Id, "The scan's row.", required=True)
    blSampleId = _is(Id, "The sample's row.", required=True)


MxSetupSchema = loosened(
    NewBeamLineSetupSchema,
    "MxSetupSchema",
    "How a beamline is set up, as MXCuBE has it configured; other keys are passed over.",
    synchrotron_name=_is(Words, "Name of the facility."),
    undulators=fields.List(
        fields.Raw(metadata=described("One of them, an object with type, or its type.")),
        allow_none=True,
        metadata=described("The insertion devices, up to three."),
    ),
    monochromator_type=_is(Words, "Crystal or multilayer of the monochromator."),
    focusing_optic=_is(Words, "Kind of focusing element."),
    beam_divergence_horizontal=_is(Number, "Horizontal divergence of the beam.", "mrad"),
    beam_divergence_vertical=_is(Number, "Vertical divergence of the beam.", "mrad"),
    minimum_exposure_time=_is(Number, "Shortest exposure of one image.", "s"),
    maximum_phi_speed=_is(Number, "Fastest rotation of the goniostat.", "°/s"),
    minimum_phi_oscillation=_is(Number, "Smallest rotation for an image.", "°"),
)


class SetupOfSessionArguments(ma.Schema):
    beamLineSetupId = Ident("The set-up's row.", required=True)


def _any(meaning):
    return Text(meaning, allow_none=False, validate=validate.Length(max=255))


class MxDetectorArguments(ma.Schema):
    """What tells a detector; an empty value means any."""

    manufacturer = _any("Who made it, in any case of letters.")
    model = _any("Its model, in any case of letters.")
    mode = _any("Its read-out mode.")
    type = _any("Kind of detector.")


class LeftOutSchema(ma.Schema):
    """A value that was not stored."""

    field = Text("Its name.", "computed: the request", allow_none=False)
    reason = Text("Why it cannot be right, or has no place.", "computed: the request", allow_none=False)


_LEFT_OUT = Items(LeftOutSchema, "What was not stored, and why.", "computed: the request")


class MxNumberSchema(ma.Schema):
    """A row's id, where MXCuBE's client finds it."""

    results = Int(
        "The row that was made or changed: all that the client sees of the answer.",
        "computed: RobotAction.robotActionId, EnergyScan.energyScanId, XFEFluorescenceSpectrum.xfeFluorescenceSpectrumId, BeamLineSetup.beamLineSetupId",
        allow_none=False,
    )
    leftOut = _LEFT_OUT


class MxImageAnswerSchema(ma.Schema):
    """An image that was recorded."""

    imageId = Ident("The image's row.", "Image.imageId")
    leftOut = _LEFT_OUT


class MxGroupAnswerSchema(ma.Schema):
    """A group that was recorded."""

    dataCollectionGroupId = Ident("The group's row.", "DataCollectionGroup.dataCollectionGroupId")
    sessionId = Ident("The session.", "DataCollectionGroup.sessionId")
    experimentType = Text("Kind of experiment.", "DataCollectionGroup.experimentType")
    blSampleId = Int("The sample.", "DataCollectionGroup.blSampleId")
    workflowId = Int("The workflow that made it.", "DataCollectionGroup.workflowId")
    leftOut = _LEFT_OUT


class MxCollectionAnswerSchema(ma.Schema):
    """A collection that was recorded; of one that was changed the client gets a list of both numbers."""

    dataCollectionId = Ident("The collection's row.", "DataCollection.dataCollectionId")
    dataCollectionGroupId = Ident("The row of its group.", "DataCollection.dataCollectionGroupId")
    leftOut = _LEFT_OUT
