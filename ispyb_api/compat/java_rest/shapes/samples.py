"""Proteins, crystal forms, plans and what was sent in for them."""

from ispyb_api.compat.java_rest.gson import Shape

STRUCTURE = Shape(
    "Structure",
    """
    structureId       int   Structure.structureId
    macromoleculeId   int   Structure.macromoleculeId
    crystalId         int   Structure.crystalId
    blSampleId        int   Structure.blSampleId
    filePath          text  Structure.filePath
    name              text  Structure.name
    structureType     text  Structure.structureType
    fromResiduesBases text  Structure.fromResiduesBases
    toResiduesBases   text  Structure.toResiduesBases
    sequence          text  Structure.sequence
    symmetry          text  Structure.symmetry
    multiplicity      text  Structure.multiplicity
    groupName         text  Structure.groupName
    creationDate      stamp Structure.creationDate
    proposalId        int   Structure.proposalId
    uniprotId         text  Structure.uniprotId
    """,
)

PROTEIN = Shape(
    "Protein",
    """
    proteinId              int     Protein.proteinId
    name                   text    Protein.name
    acronym                text    Protein.acronym
    safetyLevel            text    Protein.safetyLevel
    molecularMass          float   Protein.molecularMass
    proteinType            text    Protein.proteinType
    sequence               text    Protein.sequence
    personId               int     Protein.personId
    timeStamp              stamp   Protein.bltimeStamp
    isCreatedBySampleSheet bit     Protein.isCreatedBySampleSheet
    externalId             outside Protein.externalId
    """,
)

PLAN = Shape(
    "DiffractionPlan",
    """
    experimentKind              text  DiffractionPlan.experimentKind
    observedResolution          float DiffractionPlan.observedResolution
    radiationSensitivity        float DiffractionPlan.radiationSensitivity
    preferredBeamDiameter       float DiffractionPlan.preferredBeamDiameter
    comments                    text  DiffractionPlan.comments
    aimedCompleteness           float DiffractionPlan.aimedCompleteness
    aimedMultiplicity           float DiffractionPlan.aimedMultiplicity
    aimedResolution             float DiffractionPlan.aimedResolution
    forcedSpaceGroup            text  DiffractionPlan.forcedSpaceGroup
    requiredResolution          float DiffractionPlan.requiredResolution
    numberOfPositions           int   DiffractionPlan.numberOfPositions
    minOscWidth                 float DiffractionPlan.minOscWidth
    axisRange                   float DiffractionPlan.axisRange
    diffractionPlanId           int   DiffractionPlan.diffractionPlanId
    minimalResolution           float DiffractionPlan.minimalResolution
    exposureTime                float DiffractionPlan.exposureTime
    oscillationRange            float DiffractionPlan.oscillationRange
    maximalResolution           float DiffractionPlan.maximalResolution
    screeningResolution         float DiffractionPlan.screeningResolution
    anomalousScatterer          text  DiffractionPlan.anomalousScatterer
    preferredBeamSizeX          float DiffractionPlan.preferredBeamSizeX
    preferredBeamSizeY          float DiffractionPlan.preferredBeamSizeY
    aimedIOverSigmaAtHighestRes float DiffractionPlan.aimedIOverSigmaAtHighestRes
    anomalousData               flag  DiffractionPlan.anomalousData
    complexity                  text  DiffractionPlan.complexity
    estimateRadiationDamage     flag  DiffractionPlan.estimateRadiationDamage
    requiredCompleteness        float DiffractionPlan.requiredCompleteness
    requiredMultiplicity        float DiffractionPlan.requiredMultiplicity
    strategyOption              text  DiffractionPlan.strategyOption
    kappaStrategyOption         text  DiffractionPlan.kappaStrategyOption
    minDimAccrossSpindleAxis    float DiffractionPlan.minDimAccrossSpindleAxis
    maxDimAccrossSpindleAxis    float DiffractionPlan.maxDimAccrossSpindleAxis
    radiationSensitivityBeta    float DiffractionPlan.radiationSensitivityBeta
    radiationSensitivityGamma   float DiffractionPlan.radiationSensitivityGamma
    """,
)

CRYSTAL = Shape(
    "Crystal",
    """
    crystalId         int    Crystal.crystalId
    diffractionPlanVO object Crystal.diffractionPlanId
    proteinVO         object Crystal.proteinId
    name              text   Crystal.name
    spaceGroup        text   Crystal.spaceGroup
    morphology        text   Crystal.morphology
    color             text   Crystal.color
    sizeX             float  Crystal.size_X
    sizeY             float  Crystal.size_Y
    sizeZ             float  Crystal.size_Z
    cellA             float  Crystal.cell_a
    cellB             float  Crystal.cell_b
    cellC             float  Crystal.cell_c
    cellAlpha         float  Crystal.cell_alpha
    cellBeta          float  Crystal.cell_beta
    cellGamma         float  Crystal.cell_gamma
    comments          text   Crystal.comments
    pdbFileName       text   Crystal.pdbFileName
    pdbFilePath       text   Crystal.pdbFilePath
    structure3VOs     list   Structure.crystalId
    """,
    diffractionPlanVO=PLAN,
    proteinVO=PROTEIN,
    structure3VOs=STRUCTURE,
)

GEOMETRY = Shape(
    "GeometryClassname",
    """
    geometryClassnameId int  GeometryClassname.geometryClassnameId
    geometryClassname   text GeometryClassname.geometryClassname
    geometryOrder       int  GeometryClassname.geometryOrder
    """,
)

SPACE_GROUP = Shape(
    "SpaceGroup",
    """
    spaceGroupId        int    SpaceGroup.spaceGroupId
    geometryClassnameVO object SpaceGroup.geometryClassnameId
    spaceGroupNumber    int    SpaceGroup.spaceGroupNumber
    spaceGroupShortName text   SpaceGroup.spaceGroupShortName
    spaceGroupName      text   SpaceGroup.spaceGroupName
    bravaisLattice      text   SpaceGroup.bravaisLattice
    bravaisLatticeName  text   SpaceGroup.bravaisLatticeName
    pointGroup          text   SpaceGroup.pointGroup
    mxUsed              flag   SpaceGroup.MX_used
    """,
    geometryClassnameVO=GEOMETRY,
)

ROW = Shape(
    "SampleRow",
    """
    BLSample_blSampleId                       int   BLSample.blSampleId
    BLSample_containerId                      int   BLSample.containerId
    BLSample_name                             text  BLSample.name
    BLSample_location                         text  BLSample.location
    Protein_proteinId                         int   Protein.proteinId
    Protein_name                              text  Protein.name
    Protein_acronym                           text  Protein.acronym
    Container_containerId                     int   Container.containerId
    Container_code                            text  Container.code
    Container_containerType                   text  Container.containerType
    Container_beamlineLocation                text  Container.beamlineLocation
    Container_sampleChangerLocation           text  Container.sampleChangerLocation
    Dewar_code                                text  Dewar.code
    Dewar_dewarId                             int   Dewar.dewarId
    Dewar_barCode                             text  Dewar.barCode
    Shipping_shippingId                       int   Shipping.shippingId
    sessionId                                 int   BLSession.sessionId
    BLSession_startDate                       stamp BLSession.startDate
    BLSession_beamLineName                    text  BLSession.beamLineName
    DataCollectionGroup_dataCollectionGroupId int   DataCollectionGroup.dataCollectionGroupId, the greatest
    BLSample_diffractionPlanId                int   BLSample.diffractionPlanId
    BLSample_crystalId                        int   BLSample.crystalId
    BLSample_code                             text  BLSample.code
    BLSample_holderLength                     float BLSample.holderLength
    BLSample_loopLength                       float BLSample.loopLength
    BLSample_loopType                         text  BLSample.loopType
    BLSample_wireWidth                        float BLSample.wireWidth
    BLSample_comments                         text  BLSample.comments
    BLSample_completionStage                  text  BLSample.completionStage
    BLSample_structureStage                   text  BLSample.structureStage
    BLSample_publicationStage                 text  BLSample.publicationStage
    BLSample_publicationComments              text  BLSample.publicationComments
    BLSample_blSampleStatus                   text  BLSample.blSampleStatus
    BLSample_isInSampleChanger                flag  BLSample.isInSampleChanger
    BLSample_lastKnownCenteringPosition       text  BLSample.lastKnownCenteringPosition
    BLSample_recordTimeStamp                  stamp BLSample.recordTimeStamp
    BLSample_SMILES                           text  BLSample.SMILES
    Protein_proteinType                       text  Protein.proteinType
    Protein_proposalId                        int   Protein.proposalId
    Person_personId                           int   Person.personId
    Person_familyName                         text  Person.familyName
    Person_givenName                          text  Person.givenName
    Person_emailAddress                       text  Person.emailAddress
    Container_containerStatus                 text  Container.containerStatus
    Dewar_storageLocation                     text  Dewar.storageLocation
    Dewar_dewarStatus                         text  Dewar.dewarStatus
    """,
)
