"""What one sends of a sample in one flat row, as sample sheets have it: with its protein, its crystal form and its plan."""

import copy

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import Bool, Ident, Text
from ispyb_api.http.shapes import new_of
from ispyb_api.plans.schemas_whole import NewPlanSchema
from ispyb_api.proteins.schemas_crystals import NewCrystalSchema
from ispyb_api.proteins.words import named
from ispyb_api.samples.schemas import SampleSchema
from ispyb_api.samples.schemas_new import location
from ispyb_api.samples.words import OF_CRYSTAL_ROWS, OF_PLAN_ROWS, OF_SAMPLE_ROWS

MOST = 500


def _of(schema, names):
    return {name: copy.deepcopy(schema._declared_fields[name]) for name in names}


class SampleRowSchema(
    new_of(
        SampleSchema,
        *(each for each in OF_SAMPLE_ROWS if each not in ("name", "location")),
        name="SentSampleRowSchema",
        location=location(),
        acronym=Text("Acronym of the protein, of the container's proposal.", "Protein.acronym", validate=validate.Length(1, 45)),
        proteinId=Ident("Or the protein's row.", "Protein.proteinId", allow_none=True),
        crystalId=Ident("Or the row of a crystal form.", "BLSample.crystalId", allow_none=True),
        crystalName=Text("Name of the crystal form.", "Crystal.name", validate=validate.Length(1, 255)),
        **_of(NewCrystalSchema, OF_CRYSTAL_ROWS),
        **_of(NewPlanSchema, OF_PLAN_ROWS),
    )
):  # fmt: skip
    """A sample in one row: with its protein, by acronym; its crystal form, found or made; and its plan."""

    name = named("Name of the sample.", "BLSample.name", 100)

    @ma.validates_schema
    def _one_protein(self, data, **_):
        given = [name for name in ("acronym", "proteinId", "crystalId") if data.get(name) is not None]
        if len(given) > 1:
            raise ma.ValidationError(f"Give one of {', '.join(given)}.", given[-1])
        form = [name for name in ("crystalName", *OF_CRYSTAL_ROWS) if data.get(name) is not None]
        if form and given == ["crystalId"]:
            raise ma.ValidationError(f"The crystal form has its own {form[0]}: leave it out.", form[0])
        if form and not given:
            raise ma.ValidationError("Give acronym or proteinId: of which protein is the crystal form?", "acronym")


class SimpleSampleSchema(SampleRowSchema):
    """The same of a single sample, in a container or in none."""

    containerId = Ident("The container it is put into; it says whose the sample is.", "BLSample.containerId")
    proposalId = Ident("The proposal it is for, if it is in no container.")

    @ma.validates_schema
    def _whose(self, data, **_):
        if ("containerId" in data) == ("proposalId" in data):
            raise ma.ValidationError("Give either containerId or proposalId.", "containerId")
        if "proposalId" in data and not any(data.get(name) for name in ("acronym", "proteinId", "crystalId")):
            raise ma.ValidationError("Without a container the protein says whose the sample is.", "acronym")


class RehearsalArguments(ma.Schema):
    dry_run = Bool(
        "Only say what would become of it: everything is checked, and nothing saved.", allow_none=False, load_default=False
    )  # fmt: skip
