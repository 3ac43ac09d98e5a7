"""Sessions."""

from ispyb_api.compat.java_rest.gson import Shape

ROW = Shape(
    "SessionRow",
    """
    sessionId                         int    BLSession.sessionId
    expSessionPk                      int    BLSession.expSessionPk
    proposalId                        int    BLSession.proposalId
    BLSession_startDate               stamp  BLSession.startDate
    BLSession_endDate                 stamp  BLSession.endDate
    beamLineName                      text   BLSession.beamLineName
    scheduled                         flag   BLSession.scheduled
    nbShifts                          int    BLSession.nbShifts
    comments                          text   BLSession.comments
    beamLineOperator                  text   BLSession.beamLineOperator
    BLSession_protectedData           text   BLSession.protectedData
    Proposal_title                    text   Proposal.title
    Proposal_proposalCode             text   Proposal.proposalCode
    Proposal_ProposalNumber           text   Proposal.proposalNumber
    energyScanCount                   int!   EnergyScan.sessionId, counted
    sampleCount                       int!   DataCollectionGroup.blSampleId, counted once each
    imagesCount                       number DataCollection.numberOfImages, summed
    testDataCollectionGroupCount      int!   DataCollection.numberOfImages, of fewer than five, counted
    dataCollectionGroupCount          int!   DataCollection.numberOfImages, of five and more, counted
    EMdataCollectionGroupCount        int!   DataCollectionGroup.experimentType, the collections of EM, counted
    xrfSpectrumCount                  int!   XFEFluorescenceSpectrum.sessionId, counted
    hplcCount                         int!   Experiment.experimentType, HPLC, counted
    sampleChangerCount                int!   Experiment.experimentType, STATIC, counted
    calibrationCount                  int!   Experiment.experimentType, CALIBRATION, counted
    beamLineSetupId                   int    BLSession.beamLineSetupId
    projectCode                       text   BLSession.projectCode
    visit_number                      int    BLSession.visit_number
    bltimeStamp                       stamp  BLSession.bltimeStamp
    usedFlag                          flag   BLSession.usedFlag
    sessionTitle                      text   BLSession.sessionTitle
    structureDeterminations           float  BLSession.structureDeterminations
    dewarTransport                    float  BLSession.dewarTransport
    databackupFrance                  float  BLSession.databackupFrance
    databackupEurope                  float  BLSession.databackupEurope
    operatorSiteNumber                text   BLSession.operatorSiteNumber
    BLSession_lastUpdate              stamp  BLSession.lastUpdate
    Proposal_ProposalType             text   Proposal.proposalType
    Person_personId                   int    Person.personId
    Person_familyName                 text   Person.familyName
    Person_givenName                  text   Person.givenName
    Person_emailAddress               text   Person.emailAddress
    lastExperimentDataCollectionGroup text   DataCollectionGroup.experimentType, of the last
    lastEndTimeDataCollectionGroup    stamp  DataCollectionGroup.endTime, the latest
    """,
)
