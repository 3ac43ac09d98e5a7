"""What one sends of a sample."""

import re

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.components.schemas import mixture
from ispyb_api.http.fields import Ident, Int, Part, Text, described
from ispyb_api.http.shapes import new_of, patch_of
from ispyb_api.proteins.schemas_crystals import SENT as OF_CRYSTALS
from ispyb_api.proteins.schemas_crystals import NewCrystalSchema
from ispyb_api.proteins.words import named
from ispyb_api.samples.schemas import SampleSchema

OF_HOLDERS = ("holderLength", "loopLength", "loopType", "wireWidth", "support")
_OF_SAMPLES = (
    *("code", "subLocation", "blSampleStatus", "isInSampleChanger", "comments", "staffComments", *OF_HOLDERS),
    *("volume", "dimension1", "dimension2", "dimension3", "shape", "packingFraction", "preparationHumidity"),
    *("blottingForce", "SMILES", "completionStage", "structureStage", "publicationStage", "publicationComments"),
    *("lastKnownCenteringPosition", "lastImageURL"),
)
_WHOLE_NUMBERS = {"preparationTemeprature": "K", "blottingTime": "s", "blottingDrainTime": "s"}

# What control software sends along as it read it, by names of its own; it changes nothing.
IGNORED = {
    *("blSampleId", "sampleId", "sampleName", "sampleLocation", "containerCode", "containerSampleChangerLocation"),
    *("proteinAcronym", "crystalSpaceGroup", "cellA", "cellB", "cellC", "cellAlpha", "cellBeta", "cellGamma"),
    *("diffractionPlan", "experimentType", "minimalResolution", "smiles"),
}
_OTHER_NAMES = {
    "lastKnownCentringPosition": "lastKnownCenteringPosition",
    "barcode": "code",
    "status": "blSampleStatus",
}


_OTHER_NUMBER = re.compile(r"[-+]?\d*[.,]?\d+[.,]?")


class Location(fields.String):
    """A position in a container: a number, or text as A1."""

    def _deserialize(self, value, attr, data, **kwargs):
        text = super()._deserialize(str(value) if type(value) is int else value, attr, data, **kwargs).strip()
        if text.isdecimal():
            return str(int(text))
        if _OTHER_NUMBER.fullmatch(text):
            raise ma.ValidationError("Must be a whole number from 0 on, or text as A1.")
        return text


def location(**options):
    """Return the field of a position in a container."""
    about = described("Its position in the container: a number, or text as A1.", "BLSample.location")
    return Location(validate=validate.Length(1, 45), metadata=about, **{"allow_none": True, **options})


class MeantProteinSchema(ma.Schema):
    """A protein, by its row or by its acronym."""

    proteinId = Ident("The protein's row.", "Protein.proteinId")
    acronym = Text("Or its acronym.", "Protein.acronym", allow_none=False, validate=validate.Length(1, 45))
    name = Text("Its name; may be sent as it was read, and changes nothing.", "Protein.name")
    proposalId = Text("Its proposal; may be sent as it was read, and changes nothing.", "Protein.proposalId")
    safetyLevel = Text("Its class; may be sent as it was read, and changes nothing.", "Protein.safetyLevel")


MeantCrystalSchema = new_of(
    NewCrystalSchema,
    *OF_CRYSTALS,
    "crystal_compositions",
    name="MeantCrystalSchema",
    doc="A crystal form: by its row, and then what else is sent changes it; or of a protein, and then it is made.",
    crystalId=Ident("The crystal form's row.", "Crystal.crystalId"),
    proteinId=Ident("The protein in it.", "Crystal.proteinId"),
    Protein=Part(MeantProteinSchema, "The protein in it, by its row or by its acronym.", allow_none=False),
)


def _whole(name, unit):
    shown = SampleSchema._declared_fields[name].metadata
    return Int(shown["meaning"], shown["source"], unit, strict=True)


class NewSampleSchema(
    new_of(
        SampleSchema,
        *_OF_SAMPLES,
        name="SentSampleSchema",
        containerId=Ident("The container it is put into.", "BLSample.containerId", allow_none=True),
        location=location(),
        crystalId=Ident("The crystal form.", "BLSample.crystalId", allow_none=True),
        sample_compositions=mixture("What it is mixed with"),
        Crystal=Part(
            MeantCrystalSchema, "Or the crystal form, to make or to change with the sample.", allow_none=False
        ),
        **{name: _whole(name, unit) for name, unit in _WHOLE_NUMBERS.items()},
    )
):
    """A sample to make.  Its container, or its crystal form, says whose it is."""

    name = named("Name of the sample.", "BLSample.name", 100)
    proposalId = Ident("The proposal it is for; to find a protein by its acronym without a container.")


class SamplePatchSchema(patch_of(NewSampleSchema, name="_SamplePatchSchema", without=("proposalId",))):
    """A sample to change: what is absent stays, null clears."""

    @ma.pre_load
    def _as_control_software_says(self, data, **_):
        if not isinstance(data, dict):
            return data
        kept = {name: value for name, value in data.items() if name not in IGNORED}
        return {_OTHER_NAMES.get(name, name): value for name, value in kept.items()}
