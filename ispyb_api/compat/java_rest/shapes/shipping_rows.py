"""Lists of shipments and dewars: one row for each container."""

from ispyb_api.compat.java_rest.gson import Shape

_AGENT = """
    Shipping_deliveryAgent_agentName    text  Shipping.deliveryAgent_agentName
    Shipping_deliveryAgent_shippingDate day   Shipping.deliveryAgent_shippingDate
    Shipping_deliveryAgent_deliveryDate day   Shipping.deliveryAgent_deliveryDate
    Shipping_deliveryAgent_agentCode    text  Shipping.deliveryAgent_agentCode
    Shipping_deliveryAgent_flightCode   text  Shipping.deliveryAgent_flightCode
"""

ROW = Shape(
    "ShippingRow",
    f"""
    Shipping_shippingId                 int   Shipping.shippingId
    Shipping_proposalId                 int   Shipping.proposalId
    Shipping_shippingName               text  Shipping.shippingName
    {_AGENT.strip()}
    Shipping_shippingStatus             text  Shipping.shippingStatus
    Shipping_bltimeStamp                stamp Shipping.bltimeStamp
    Shipping_laboratoryId               int   Shipping.laboratoryId
    Shipping_isStorageShipping          flag  Shipping.isStorageShipping
    Shipping_creationDate               stamp Shipping.creationDate
    Shipping_comments                   text  Shipping.comments
    Shipping_sendingLabContactId        int   Shipping.sendingLabContactId
    Shipping_returnLabContactId         int   Shipping.returnLabContactId
    Shipping_returnCourier              text  Shipping.returnCourier
    Shipping_dateOfShippingToUser       stamp Shipping.dateOfShippingToUser
    Shipping_shippingType               text  Shipping.shippingType
    Dewar_dewarId                       int   Dewar.dewarId
    Dewar_shippingId                    int   Dewar.shippingId
    Dewar_code                          text  Dewar.code
    Dewar_comments                      text  Dewar.comments
    Dewar_storageLocation               text  Dewar.storageLocation
    Dewar_dewarStatus                   text  Dewar.dewarStatus
    Dewar_bltimeStamp                   stamp Dewar.bltimeStamp
    Dewar_isStorageDewar                flag  Dewar.isStorageDewar
    Dewar_barCode                       text  Dewar.barCode
    Dewar_firstExperimentId             int   Dewar.firstExperimentId
    Dewar_customsValue                  int   Dewar.customsValue
    Dewar_transportValue                int   Dewar.transportValue
    Dewar_trackingNumberToSynchrotron   text  Dewar.trackingNumberToSynchrotron
    Dewar_trackingNumberFromSynchrotron text  Dewar.trackingNumberFromSynchrotron
    Dewar_isReimbursed                  flag  Dewar.isReimbursed
    Dewar_type                          text  Dewar.type
    Container_containerId               int   Container.containerId
    Container_dewarId                   int   Container.dewarId
    Container_code                      text  Container.code
    Container_containerType             text  Container.containerType
    Container_capacity                  int   Container.capacity
    Container_beamlineLocation          text  Container.beamlineLocation
    Container_sampleChangerLocation     text  Container.sampleChangerLocation
    Container_containerStatus           text  Container.containerStatus
    Container_bltimeStamp               stamp Container.bltimeStamp
    sampleCount                         int!  BLSample.containerId, counted
    stockSolutionCount                  int!  StockSolution.boxId, never counted
    """,
)

DEWAR_ROW = Shape(
    "DewarRow",
    """
    shippingName                  text  Shipping.shippingName
    deliveryAgent_agentName       text  Shipping.deliveryAgent_agentName
    deliveryAgent_shippingDate    day   Shipping.deliveryAgent_shippingDate
    deliveryAgent_deliveryDate    day   Shipping.deliveryAgent_deliveryDate
    deliveryAgent_agentCode       text  Shipping.deliveryAgent_agentCode
    deliveryAgent_flightCode      text  Shipping.deliveryAgent_flightCode
    shippingStatus                text  Shipping.shippingStatus
    bltimeStamp                   stamp Shipping.bltimeStamp
    laboratoryId                  int   Shipping.laboratoryId
    isStorageShipping             flag  Shipping.isStorageShipping
    creationDate                  stamp Shipping.creationDate
    Shipping_comments             text  Shipping.comments
    sendingLabContactId           int   Shipping.sendingLabContactId
    returnLabContactId            int   Shipping.returnLabContactId
    returnCourier                 text  Shipping.returnCourier
    dateOfShippingToUser          stamp Shipping.dateOfShippingToUser
    shippingType                  text  Shipping.shippingType
    dewarId                       int   Dewar.dewarId
    shippingId                    int   Dewar.shippingId
    dewarCode                     text  Dewar.code
    comments                      text  Dewar.comments
    storageLocation               text  Dewar.storageLocation
    dewarStatus                   text  Dewar.dewarStatus
    isStorageDewar                flag  Dewar.isStorageDewar
    barCode                       text  Dewar.barCode
    firstExperimentId             int   Dewar.firstExperimentId
    customsValue                  int   Dewar.customsValue
    transportValue                int   Dewar.transportValue
    trackingNumberToSynchrotron   text  Dewar.trackingNumberToSynchrotron
    trackingNumberFromSynchrotron text  Dewar.trackingNumberFromSynchrotron
    type                          text  Dewar.type
    isReimbursed                  flag  Dewar.isReimbursed
    sessionId                     int   BLSession.sessionId
    beamlineName                  text  BLSession.beamLineName
    sessionStartDate              stamp BLSession.startDate
    sessionEndDate                stamp BLSession.endDate
    beamLineOperator              text  BLSession.beamLineOperator
    nbReimbDewars                 int   BLSession.nbReimbDewars
    proposalId                    int   Shipping.proposalId
    containerId                   int   Container.containerId
    containerType                 text  Container.containerType
    capacity                      int   Container.capacity
    beamlineLocation              text  Container.beamlineLocation
    sampleChangerLocation         text  Container.sampleChangerLocation
    containerStatus               text  Container.containerStatus
    containerCode                 text  Container.code
    sampleCount                   int!  BLSample.containerId, counted
    """,
)

HISTORY_ROW = Shape(
    "HistoryRow",
    """
    Dewar_dewarId                                 int!  Dewar.dewarId
    Dewar_code                                    text  Dewar.code
    Dewar_barCode                                 text  Dewar.barCode
    Dewar_comments                                text  Dewar.comments
    Dewar_dewarStatus                             text  Dewar.dewarStatus
    Dewar_firstExperimentId                       int   Dewar.firstExperimentId
    Dewar_type                                    text  Dewar.type
    Dewar_trackingNumberToSynchrotron             text  Dewar.trackingNumberToSynchrotron
    Dewar_trackingNumberFromSynchrotron           text  Dewar.trackingNumberFromSynchrotron
    Shipping_shippingId                           int   Shipping.shippingId
    Shipping_proposalId                           int   Shipping.proposalId
    Shipping_shippingName                         text  Shipping.shippingName
    deliveryAgent_agentName                       text  Shipping.deliveryAgent_agentName
    Shipping_deliveryAgent_shippingDate           day   Shipping.deliveryAgent_shippingDate
    Shipping_deliveryAgent_deliveryDate           day   Shipping.deliveryAgent_deliveryDate
    Shipping_shippingStatus                       text  Shipping.shippingStatus
    Shipping_returnCourier                        text  Shipping.returnCourier
    Shipping_dateOfShippingToUser                 stamp Shipping.dateOfShippingToUser
    DewarTransportHistory_DewarTransportHistoryId int   DewarTransportHistory.DewarTransportHistoryId
    DewarTransportHistory_dewarStatus             text  DewarTransportHistory.dewarStatus
    DewarTransportHistory_storageLocation         text  DewarTransportHistory.storageLocation
    DewarTransportHistory_arrivalDate             stamp DewarTransportHistory.arrivalDate
    """,
)
