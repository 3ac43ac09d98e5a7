"""Keys of answers of py-ISPyB that the table of its routes tells in words: those of its branches."""


def under(prefix, names):
    """Return dotted names below a prefix."""
    return [f"{prefix}.{each}" for each in (names.split() if isinstance(names, str) else names)]


_CONTAINER = """
    code dewarId containerType sampleChangerLocation beamlineLocation containerId
    Dewar.code Dewar.Shipping.proposalId Dewar.Shipping.shippingName
"""
_QUEUED = [
    *["containerQueueId", "createdTimeStamp", "completedTimeStamp", "_metadata.samples"],
    *under("Container", _CONTAINER),
]
_QUEUED_SAMPLE = """
    containerQueueSampleId dataCollectionPlanId blSubSampleId BLSample.blSampleId BLSample.name BLSubSample.type
    BLSubSample.BLSample.blSampleId BLSubSample.BLSample.name DiffractionPlan.diffractionPlanId
    DiffractionPlan.recordTimeStamp DiffractionPlan.scanParameters DiffractionPlan.monoBandwidth
    _metadata.datacollections.dataCollectionId _metadata.datacollections.runStatus _metadata.dataCollectionGroupId
    _metadata.sessionId _metadata.proposal _metadata.started _metadata.finished _metadata.types
"""
_EVENT = """
    eventId eventChainId componentId eventTypeId name offset duration period repetition
    EventType.eventTypeId EventType.name
"""
_CHAIN = ["eventChainId", "dataCollectionId", "name", *under("events", _EVENT)]
_COMPOSITION = """
    Component.componentId Component.name Component.composition Component.ComponentType.componentTypeId
    Component.ComponentType.name abundance ratio ph ConcentrationType
"""
_CRYSTAL = """
    crystalId cell_a cell_b cell_c cell_alpha cell_beta cell_gamma size_X size_Y size_Z
    Protein.proteinId Protein.proposalId Protein.name Protein.acronym
"""
_SAMPLE = [
    *["blSampleId", "name", "comments", "location", "containerId", "loopType"],
    *under("Container", "code sampleChangerLocation beamlineLocation"),
    *under("Crystal", [*_CRYSTAL.split(), *under("crystal_compositions", _COMPOSITION)]),
    *under("sample_compositions", _COMPOSITION),
]
_SSX = """
    dataCollectionId repetitionRate energyBandwidth monoStripe jetSpeed jetSize chipPattern chipModel reactionDuration
    laserEnergy experimentName
"""
_ITEM = [
    *[
        "DataCollectionGroup.blSampleId",
        "undulatorGap1",
        "undulatorGap2",
        "undulatorGap3",
        "beamShape",
        "polarisation",
        "imagePrefix",
    ],
    *under("Detector", "detectorId detectorType detectorManufacturer detectorModel detectorPixelSizeHorizontal"),
    *under("SSXDataCollection", _SSX),
]
_SESSION = """
    sessionId proposalId bltimeStamp expSessionPk beamLineSetupId projectCode startDate endDate beamLineName scheduled
    nbShifts comments beamLineOperator visit_number usedFlag sessionTitle structureDeterminations dewarTransport
    databackupFrance databackupEurope operatorSiteNumber lastUpdate protectedData externalId nbReimbDewars
    BeamLineSetup.beamLineSetupId
"""
_HISTOGRAMS = [each for axis in ["a", "b", "c", "alpha", "beta", "gamma"] for each in under(axis, "x y median")]

KEYS = {
    ("GET", "/containers/queue"): under("results", _QUEUED),
    ("PATCH", "/containers/queue/{}"): _QUEUED,
    ("GET", "/containers/queue/samples"): under("results", _QUEUED_SAMPLE),
    ("GET", "/eventchains"): under("results", _CHAIN),
    ("GET", "/eventchain"): _CHAIN,
    ("GET", "/session/{}"): _SESSION.split(),
    ("GET", "/events"): under("results.Item", _ITEM),
    ("POST", "/samples"): _SAMPLE,
    ("PATCH", "/samples/{}"): _SAMPLE,
    ("GET", "/samples/components"): under(
        "results", "componentId name composition ComponentType.componentTypeId ComponentType.name"
    ),
    ("GET", "/samples/components/types"): ["componentTypeId", "name"],
    ("GET", "/samples/concentration/types"): ["concentrationTypeId", "name", "symbol"],
    ("GET", "/ssx/datacollection/processing/stats"): (
        ["dataCollectionId", "nbHits", "nbIndexed", "laticeType", "estimatedResolution"]
    ),
    ("GET", "/ssx/datacollection/processing/cells"): ["unit_cells"],
    ("GET", "/ssx/datacollection/processing/cells/histogram"): ["dataCollectionIds", *_HISTOGRAMS],
}
