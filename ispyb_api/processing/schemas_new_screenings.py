"""What is sent of a characterisation: the whole tree, from its outputs to the parts of wedges."""

from marshmallow import validate

from ispyb_api.http.fields import Bool, Ident, Items, Text
from ispyb_api.http.shapes import new_of
from ispyb_api.processing.schemas_screenings import (
    LatticeSchema,
    RankSchema,
    ScreeningInputSchema,
    ScreeningOutputSchema,
    ScreeningSchema,
    StrategySchema,
    SubWedgeSchema,
    WedgeSchema,
)

_MOST = 1000
_LONGEST = 65_535  # characters of a text that its column would take without end


def _parts(schema, meaning):
    return Items(schema, meaning, validate=validate.Length(max=_MOST), load_default=list)


def _said(meaning, source):
    """Return the field of what is false unless it is said, for its column holds no null."""
    return Bool(meaning, source, allow_none=False, load_default=False)


def _names(schema, *without):
    return [name for name in schema._declared_fields if name not in without]


NewSubWedgeSchema = new_of(
    SubWedgeSchema, *_names(SubWedgeSchema, "screeningStrategySubWedgeId"), name="NewSubWedgeSchema"
)
NewWedgeSchema = new_of(
    WedgeSchema,
    *_names(WedgeSchema, "screeningStrategyWedgeId", "ScreeningStrategySubWedge"),
    name="NewWedgeSchema",
    ScreeningStrategySubWedge=_parts(NewSubWedgeSchema, "The parts of the wedge, numbered in their order."),
)
NewStrategySchema = new_of(
    StrategySchema,
    *_names(StrategySchema, "screeningStrategyId", "anomalous", "ScreeningStrategyWedge"),
    name="NewStrategySchema",
    anomalous=_said("Whether the strategy keeps Bijvoet mates apart.", "ScreeningStrategy.anomalous"),
    ScreeningStrategyWedge=_parts(NewWedgeSchema, "The strategy's wedges, numbered in their order."),
)
NewLatticeSchema = new_of(LatticeSchema, *_names(LatticeSchema, "screeningOutputLatticeId"), name="NewLatticeSchema")

_NOT_NULL = ("indexingSuccess", "strategySuccess", "mosaicityEstimated", "alignmentSuccess")
NewScreeningOutputSchema = new_of(
    ScreeningOutputSchema,
    *_names(ScreeningOutputSchema, "screeningOutputId", *_NOT_NULL, "ScreeningOutputLattice", "ScreeningStrategy"),
    name="NewScreeningOutputSchema",
    indexingSuccess=_said("Whether a lattice was found.", "ScreeningOutput.indexingSuccess"),
    strategySuccess=_said("Whether a strategy was found.", "ScreeningOutput.strategySuccess"),
    mosaicityEstimated=_said("Whether the mosaicity was estimated.", "ScreeningOutput.mosaicityEstimated"),
    alignmentSuccess=Bool("Whether a way to align the crystal was found.", "ScreeningOutput.alignmentSuccess"),
    ScreeningOutputLattice=_parts(NewLatticeSchema, "The lattices that were found."),
    ScreeningStrategy=_parts(NewStrategySchema, "The strategies that were found."),
)
NewScreeningInputSchema = new_of(
    ScreeningInputSchema,
    *_names(ScreeningInputSchema, "screeningInputId", "diffractionPlanId", "xmlSampleInformation"),
    name="NewScreeningInputSchema",
    xmlSampleInformation=Text(
        "What is known of the sample, as the program's XML.",
        "ScreeningInput.xmlSampleInformation",
        validate=validate.Length(max=_LONGEST),
    ),
)
NewScreeningSchema = new_of(
    ScreeningSchema,
    *("programVersion", "comments", "shortComments"),
    name="NewScreeningSchema",
    doc="A characterisation to record, with all that belongs to it.",
    dataCollectionId=Ident("The collection of its images.", "Screening.dataCollectionId", allow_none=True),
    dataCollectionGroupId=Ident(
        "The group of that collection; without a collection the characterisation is of the whole group.",
        "Screening.dataCollectionGroupId",
        allow_none=True,
    ),
    diffractionPlanId=Ident("The plan that it was made by.", "Screening.diffractionPlanId", allow_none=True),
    autoProcProgramId=Ident("The run of the program.", "Screening.autoProcProgramId", allow_none=True),
    ScreeningInput=_parts(NewScreeningInputSchema, "What the programs were told to begin with."),
    ScreeningOutput=_parts(NewScreeningOutputSchema, "What programs made of the images; several where they disagree."),
)

NewRankSchema = new_of(
    RankSchema,
    *("rankValue", "rankInformation"),
    name="NewRankSchema",
    required=("rankValue",),
    screeningId=Ident("The characterisation.", "ScreeningRank.screeningId", required=True),
)
NewRankSetSchema = new_of(
    RankSchema,
    "rankEngine",
    name="NewRankSetSchema",
    doc="Characterisations of several crystals, ranked.",
    rankingProjectFileName=Text("The file that was ranked from.", "ScreeningRankSet.rankingProjectFileName"),
    rankingSummaryFileName=Text("The file that tells of it.", "ScreeningRankSet.rankingSummaryFileName"),
    ScreeningRank=Items(NewRankSchema, "The ranks.", required=True, validate=validate.Length(1, _MOST)),
)
