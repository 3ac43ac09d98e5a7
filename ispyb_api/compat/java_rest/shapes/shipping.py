"""Shipments with their dewars, containers and samples: one tree, and rows of lists."""

from ispyb_api.compat.java_rest.gson import Shape
from ispyb_api.compat.java_rest.shapes.people import LABCONTACT
from ispyb_api.compat.java_rest.shapes.proposals import PROPOSAL
from ispyb_api.compat.java_rest.shapes.samples import CRYSTAL, PLAN

# Asked for by nobody: they are there because their lists are.
_POSITION = Shape("BLSubSample", "blSubSampleId int BLSubSample.blSubSampleId")
_PICTURE = Shape("BLSampleImage", "blSampleImageId int BLSampleImage.blSampleImageId")
_SETUP = Shape("BeamLineSetup", "beamLineSetupId int BLSession.beamLineSetupId")

SAMPLE = Shape(
    "BLSample",
    """
    blSampleId                 int    BLSample.blSampleId
    diffractionPlanVO          object BLSample.diffractionPlanId
    crystalVO                  object BLSample.crystalId
    name                       text   BLSample.name
    code                       text   BLSample.code
    location                   text   BLSample.location
    holderLength               float  BLSample.holderLength
    loopLength                 float  BLSample.loopLength
    loopType                   text   BLSample.loopType
    wireWidth                  float  BLSample.wireWidth
    comments                   text   BLSample.comments
    completionStage            text   BLSample.completionStage
    structureStage             text   BLSample.structureStage
    publicationStage           text   BLSample.publicationStage
    publicationComments        text   BLSample.publicationComments
    blSampleStatus             text   BLSample.blSampleStatus
    isInSampleChanger          flag   BLSample.isInSampleChanger
    lastKnownCenteringPosition text   BLSample.lastKnownCenteringPosition
    lastImageURL               text   BLSample.lastImageURL
    smiles                     text   BLSample.SMILES
    blSubSampleVOs             list   BLSubSample.blSampleId, never sent
    blsampleImageVOs           list   BLSampleImage.blSampleId, never sent
    """,
    diffractionPlanVO=PLAN,
    crystalVO=CRYSTAL,
    blSubSampleVOs=_POSITION,
    blsampleImageVOs=_PICTURE,
)

CONTAINER = Shape(
    "Container",
    """
    containerId           int  Container.containerId
    code                  text Container.code
    containerType         text Container.containerType
    capacity              int! Container.capacity
    beamlineLocation      text Container.beamlineLocation
    sampleChangerLocation text Container.sampleChangerLocation
    containerStatus       text Container.containerStatus
    barcode               text Container.barcode
    sampleVOs             list BLSample.containerId
    """,
    sampleVOs=SAMPLE,
)

SESSION = Shape(
    "Session",
    """
    sessionId               int    BLSession.sessionId
    expSessionPk            int    BLSession.expSessionPk
    beamLineSetupVO         object BLSession.beamLineSetupId, never sent
    proposalVO              object BLSession.proposalId
    projectCode             text   BLSession.projectCode
    startDate               stamp  BLSession.startDate
    endDate                 stamp  BLSession.endDate
    beamlineName            text   BLSession.beamLineName
    scheduled               bit    BLSession.scheduled
    nbShifts                int    BLSession.nbShifts
    comments                text   BLSession.comments
    beamlineOperator        text   BLSession.beamLineOperator
    usedFlag                bit    BLSession.usedFlag
    sessionTitle            text   BLSession.sessionTitle
    structureDeterminations float  BLSession.structureDeterminations
    dewarTransport          float  BLSession.dewarTransport
    databackupFrance        float  BLSession.databackupFrance
    databackupEurope        float  BLSession.databackupEurope
    visit_number            int    BLSession.visit_number
    operatorSiteNumber      text   BLSession.operatorSiteNumber
    timeStamp               stamp  BLSession.bltimeStamp
    lastUpdate              stamp  BLSession.lastUpdate
    protectedData           text   BLSession.protectedData
    externalId              outside BLSession.externalId
    nbReimbDewars           int    BLSession.nbReimbDewars
    """,
    beamLineSetupVO=_SETUP,
    proposalVO=PROPOSAL,
)

DEWAR = Shape(
    "Dewar",
    """
    dewarId                       int    Dewar.dewarId
    code                          text   Dewar.code
    comments                      text   Dewar.comments
    storageLocation               text   Dewar.storageLocation
    dewarStatus                   text   Dewar.dewarStatus
    timeStamp                     stamp  Dewar.bltimeStamp
    isStorageDewar                flag   Dewar.isStorageDewar
    barCode                       text   Dewar.barCode
    customsValue                  int    Dewar.customsValue
    transportValue                int    Dewar.transportValue
    trackingNumberToSynchrotron   text   Dewar.trackingNumberToSynchrotron
    trackingNumberFromSynchrotron text   Dewar.trackingNumberFromSynchrotron
    facilityCode                  text   Dewar.facilityCode
    type                          text   Dewar.type
    isReimbursed                  flag   Dewar.isReimbursed
    containerVOs                  list   Container.dewarId
    sessionVO                     object Dewar.firstExperimentId
    """,
    containerVOs=CONTAINER,
    sessionVO=SESSION,
)

SHIPPING = Shape(
    "Shipping",
    """
    shippingId                int    Shipping.shippingId
    shippingName              text   Shipping.shippingName
    deliveryAgentAgentName    text   Shipping.deliveryAgent_agentName
    deliveryAgentShippingDate day    Shipping.deliveryAgent_shippingDate
    deliveryAgentDeliveryDate day    Shipping.deliveryAgent_deliveryDate
    deliveryAgentAgentCode    text   Shipping.deliveryAgent_agentCode
    deliveryAgentFlightCode   text   Shipping.deliveryAgent_flightCode
    shippingStatus            text   Shipping.shippingStatus
    timeStamp                 stamp  Shipping.bltimeStamp
    laboratoryId              int    Shipping.laboratoryId
    isStorageShipping         flag   Shipping.isStorageShipping
    creationDate              stamp  Shipping.creationDate
    comments                  text   Shipping.comments
    sendingLabContactVO       object Shipping.sendingLabContactId
    returnLabContactVO        object Shipping.returnLabContactId
    returnCourier             text   Shipping.returnCourier
    dateOfShippingToUser      stamp  Shipping.dateOfShippingToUser
    shippingType              text   Shipping.shippingType
    dewarVOs                  list   Dewar.shippingId
    sessions                  list   ShippingHasSession.shippingId
    """,
    sendingLabContactVO=LABCONTACT,
    returnLabContactVO=LABCONTACT,
    dewarVOs=DEWAR,
    sessions=SESSION,
)
