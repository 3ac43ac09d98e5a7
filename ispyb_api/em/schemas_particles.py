"""What particles and their classes look like from outside."""

import marshmallow as ma

from ispyb_api.http.fields import Bool, Choice, Float, Ident, Int, Items, Part, Text
from ispyb_api.http.paging import PageArguments, order_by, page_of
from ispyb_api.processing.schemas_jobs import JobProgramSchema
from ispyb_api.processing.schemas_scopes import SCOPES, ScopeArguments, SomeDataArguments

RESOLUTION = (0.5, 200)  # in Å


class PickerMetadataSchema(ma.Schema):
    classifications = Int(
        "How many classifications began with it.",
        "computed: ParticleClassificationGroup.particlePickerId",
        allow_none=False,
    )


class PickerSchema(ma.Schema):
    """Particles that a program picked."""

    particlePickerId = Ident("The row.", "ParticlePicker.particlePickerId")
    firstMotionCorrectionId = Int("The corrected movie it began with.", "ParticlePicker.firstMotionCorrectionId")
    particlePickingTemplate = Text("Template or model.", "ParticlePicker.particlePickingTemplate")
    particleDiameter = Float("Diameter of a particle.", "ParticlePicker.particleDiameter", "nm", plausible=(0.5, 5000))
    numberOfParticles = Int("How many particles were picked.", "ParticlePicker.numberOfParticles")
    summaryImageFullPath = Text(
        "A picture of what was picked, as it was recorded.", "ParticlePicker.summaryImageFullPath"
    )
    AutoProcProgram = Part(JobProgramSchema, "The run of the program; null if none is recorded.")
    _metadata = Part(PickerMetadataSchema, "What there is besides.", allow_none=False)


class ClassificationMetadataSchema(ma.Schema):
    classes = Int(
        "How many classes were recorded.", "computed: ParticleClassification.particleClassificationId", allow_none=False
    )
    bestResolution = Float("Best resolution of a class.", "computed: ParticleClassification.estimatedResolution", "Å")


class ClassificationSchema(ma.Schema):
    """A run of classification."""

    particleClassificationGroupId = Ident("The row.", "ParticleClassificationGroup.particleClassificationGroupId")
    particlePickerId = Int("Where its particles are from.", "ParticleClassificationGroup.particlePickerId")
    type = Text("2D or 3D.", "ParticleClassificationGroup.type")
    batchNumber = Int("Number of the batch of particles.", "ParticleClassificationGroup.batchNumber")
    numberOfParticlesPerBatch = Int(
        "How many particles it has.", "ParticleClassificationGroup.numberOfParticlesPerBatch"
    )
    numberOfClassesPerBatch = Int(
        "Into how many classes they were to fall.", "ParticleClassificationGroup.numberOfClassesPerBatch"
    )
    symmetry = Text("Point group, as C1.", "ParticleClassificationGroup.symmetry")
    binnedPixelSize = Float(
        "Size of a pixel, as binned.", "ParticleClassificationGroup.binnedPixelSize", "Å", plausible=(0.05, 500)
    )
    AutoProcProgram = Part(JobProgramSchema, "The run of the program; null if none is recorded.")
    _metadata = Part(ClassificationMetadataSchema, "What there is besides.", allow_none=False)


class InitialModelSchema(ma.Schema):
    """A model that classes began with."""

    cryoemInitialModelId = Ident("The model's row.", "CryoemInitialModel.cryoemInitialModelId")
    resolution = Float("Its resolution.", "CryoemInitialModel.resolution", "Å", plausible=RESOLUTION)
    numberOfParticles = Int("How many particles it was made of.", "CryoemInitialModel.numberOfParticles")


class BFactorFitSchema(ma.Schema):
    """The resolution that some of the particles reach."""

    bFactorFitId = Ident("The row.", "BFactorFit.bFactorFitId")
    resolution = Float("The resolution.", "BFactorFit.resolution", "Å", plausible=RESOLUTION)
    numberOfParticles = Int("How many particles were taken.", "BFactorFit.numberOfParticles")
    particleBatchSize = Int("How many particles are in a batch.", "BFactorFit.particleBatchSize")


def _of_class(meaning, column, unit, plausible=None):
    return Float(meaning, f"ParticleClassification.{column}", unit, plausible)


class ParticleClassSchema(ma.Schema):
    """A class of particles."""

    particleClassificationId = Ident("The class's row.", "ParticleClassification.particleClassificationId")
    particleClassificationGroupId = Ident(
        "The run of classification.", "ParticleClassification.particleClassificationGroupId"
    )
    type = Text("2D or 3D.", "ParticleClassificationGroup.type")
    classNumber = Int("Number of the class.", "ParticleClassification.classNumber")
    particlesPerClass = Int("How many particles are in it.", "ParticleClassification.particlesPerClass")
    classDistribution = _of_class("Which part of the particles are in it.", "classDistribution", "fraction", (0, 1))
    rotationAccuracy = _of_class("How well their directions are known.", "rotationAccuracy", "°", (0, 360))
    translationAccuracy = _of_class("How well their places are known.", "translationAccuracy", "Å", (0, 1000))
    estimatedResolution = _of_class("Its resolution.", "estimatedResolution", "Å", RESOLUTION)
    overallFourierCompleteness = _of_class(
        "How much of all directions was seen.", "overallFourierCompleteness", "fraction", (0, 1)
    )
    angularEfficiency = _of_class("How evenly directions are spread.", "angularEfficiency", "1", (0, 1))
    suggestedTilt = _of_class("By how much the stage should be tilted.", "suggestedTilt", "°", (-90, 90))
    selected = Bool("Whether the class was chosen to go on with.", "ParticleClassification.selected")
    bFactorFitIntercept = _of_class("Fit of resolution to particles: constant part.", "bFactorFitIntercept", "1/Å²")
    bFactorFitLinear = _of_class("The same: linear part.", "bFactorFitLinear", "1/Å²")
    bFactorFitQuadratic = _of_class("The same: quadratic part.", "bFactorFitQuadratic", "1/Å²")
    classImageFullPath = Text(
        "Its picture, or its map, as it was recorded.", "ParticleClassification.classImageFullPath"
    )
    CryoemInitialModel = Items(InitialModelSchema, "The models that it began with.")
    BFactorFit = Items(BFactorFitSchema, "How its resolution grew with the number of particles; one family has it.")


class PickerArguments(SomeDataArguments, PageArguments):
    autoProcProgramId = Ident("Of one run.")
    order_by = order_by("particlePickerId", "numberOfParticles")


class ClassificationArguments(SomeDataArguments, PageArguments):
    type = Choice(("2D", "3D"), "In two or in three dimensions.")
    particlePickerId = Ident("Of what one run of picking found.")
    autoProcProgramId = Ident("Of one run.")
    order_by = order_by("particleClassificationGroupId")


class ParticleClassArguments(ScopeArguments, PageArguments):
    particleClassificationGroupId = Ident("Of one run of classification.")
    type = Choice(("2D", "3D"), "In two or in three dimensions.")
    selected = Bool("Those that were chosen, or those that were not.", allow_none=False)
    order_by = order_by("particleClassificationId", "classNumber", "particlesPerClass", "estimatedResolution")

    @ma.validates_schema(skip_on_field_errors=False)
    def _of_something(self, data, **_):
        if not data.keys() & {*SCOPES, "particleClassificationGroupId"}:
            names = ", ".join(("particleClassificationGroupId", *SCOPES))
            raise ma.ValidationError({"dataCollectionId": [f"Give one of {names}."]})


PickerPageSchema = page_of(PickerSchema)
ClassificationPageSchema = page_of(ClassificationSchema)
ParticleClassPageSchema = page_of(ParticleClassSchema)
