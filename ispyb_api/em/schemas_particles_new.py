"""What pipelines send of particles and their classes."""

from typing import Any

import marshmallow as ma

from ispyb_api.em.schemas_new import but, number
from ispyb_api.em.schemas_particles import (
    BFactorFitSchema,
    ClassificationSchema,
    InitialModelSchema,
    ParticleClassSchema,
    PickerSchema,
)
from ispyb_api.http.fields import Choice, Ident, Items
from ispyb_api.http.shapes import Plausible, new_of, patch_of

MOST_CLASSES = 1000
_RUN = "The run of the program, of the same proposal."


def _run(table):
    return Ident(_RUN, f"{table}.programId", allow_none=True, attribute="programId")


class _Owned(Plausible):
    """Refuses what would be nobody's."""

    parent: str

    @ma.validates_schema
    def _is_somebodys(self, data, **_):
        if data.get("programId") is None and data.get(self.parent) is None:
            raise ma.ValidationError(
                f"Give {self.parent}, autoProcProgramId, or both: they say whose it is.", self.parent
            )


_Picker: Any = new_of(
    PickerSchema,
    *("particlePickingTemplate", "particleDiameter", "numberOfParticles", "summaryImageFullPath"),
    name="_Picker",
)
PickerPatchSchema = patch_of(_Picker, name="PickerPatchSchema", doc="What is known of a run of picking to change.")


class NewPickerSchema(_Picker, _Owned):
    """What is known of a run of particle picking to record."""

    parent = "firstMotionCorrectionId"
    firstMotionCorrectionId = Ident(
        "The corrected movie it began with.", "ParticlePicker.firstMotionCorrectionId", allow_none=True
    )
    autoProcProgramId = _run("ParticlePicker")


class NewInitialModelSchema(new_of(InitialModelSchema, "resolution", "numberOfParticles", name="_Model")):
    """A model that a class began with: a new one, or one of the same proposal."""

    cryoemInitialModelId = Ident(
        "One that other classes began with; without it, a model is made.", "CryoemInitialModel.cryoemInitialModelId"
    )


NewBFactorFitSchema = new_of(
    BFactorFitSchema, "resolution", "numberOfParticles", "particleBatchSize", name="NewBFactorFitSchema"
)
_Class: Any = new_of(
    ParticleClassSchema,
    *but(
        ParticleClassSchema,
        *("particleClassificationId", "particleClassificationGroupId", "type", "classNumber"),
        *("CryoemInitialModel", "BFactorFit"),
    ),
    name="_Class",
)
ParticleClassPatchSchema = patch_of(
    _Class, name="ParticleClassPatchSchema", doc="What is known of a class of particles to change."
)


class NewParticleClassSchema(_Class):
    """What is known of a class of particles to record: the same number is the same class."""

    classNumber = number("Number of the class.", "ParticleClassification.classNumber", required=True, allow_none=False)
    CryoemInitialModel = Items(NewInitialModelSchema, "The models that it began with.")
    BFactorFit = Items(NewBFactorFitSchema, "How its resolution grew with the number of particles.")


_Classification: Any = new_of(
    ClassificationSchema,
    *("numberOfParticlesPerBatch", "numberOfClassesPerBatch", "symmetry", "binnedPixelSize"),
    name="_Classification",
    batchNumber=number("Number of the batch of particles.", "ParticleClassificationGroup.batchNumber"),
)
ClassificationPatchSchema = patch_of(
    _Classification, name="ClassificationPatchSchema", doc="What is known of a run of classification to change."
)


class NewClassificationSchema(_Classification, _Owned):
    """What is known of a run of classification to record."""

    parent = "particlePickerId"
    type = Choice(("2D", "3D"), "In two or in three dimensions.", "ParticleClassificationGroup.type", required=True)
    particlePickerId = Ident(
        "The run of picking that its particles are from.",
        "ParticleClassificationGroup.particlePickerId",
        allow_none=True,
    )
    autoProcProgramId = _run("ParticleClassificationGroup")
    classes = Items(NewParticleClassSchema, "Its classes, if they are known already.")
