"""Two proposals with shipments, samples and what was measured of them, for member to see one of them.

SH100 is member's, and outsider takes part in its second session.  SH200 is nobody's whom the tests log in as; what it
holds must not show, nor be counted.
"""

import contextlib

from tests.support import sites
from tests.support.beamtime import add

SHIPPED = [
    ("Proposal", {"proposalId": 9000, "personId": 1, "proposalCode": "SH", "proposalNumber": "100", "title": "Tests"}),
    ("Proposal", {"proposalId": 9001, "personId": 1, "proposalCode": "SH", "proposalNumber": "200", "title": "Hidden"}),
    ("ProposalHasPerson", {"proposalHasPersonId": 9000, "proposalId": 9000, "personId": 3}),
    ("BLSession", {"sessionId": 9001, "proposalId": 9000, "visit_number": 1, "beamLineName": "SH-ONE"}),
    ("BLSession", {"sessionId": 9002, "proposalId": 9000, "visit_number": 2, "beamLineName": "SH-ONE"}),
    ("BLSession", {"sessionId": 9011, "proposalId": 9001, "visit_number": 1, "beamLineName": "SH-ONE"}),
    ("Laboratory", {"laboratoryId": 9000, "name": "Lab of tests", "address": "Street 1", "city": "Town", "country": "Land"}),
    ("Person", {"personId": 9000, "givenName": "Ann", "familyName": "Sender", "laboratoryId": 9000, "emailAddress": "a@x.org"}),
    ("Person", {"personId": 9001, "familyName": "Alone"}),
    ("LabContact", {"labContactId": 9000, "personId": 9000, "proposalId": 9000, "cardName": "Ann's", "courierAccount": "77",
                    "dewarAvgCustomsValue": 5}),
    ("LabContact", {"labContactId": 9001, "personId": 9001, "proposalId": 9000, "cardName": "Alone"}),
    ("LabContact", {"labContactId": 9011, "personId": 9000, "proposalId": 9001, "cardName": "Hidden"}),
    ("Shipping", {"shippingId": 9000, "proposalId": 9000, "shippingName": "full", "sendingLabContactId": 9000,
                  "returnLabContactId": 9001, "safetyLevel": "GREEN", "shippingStatus": "processing",
                  "bltimeStamp": "2025-03-01T10:00:00", "deliveryAgent_shippingDate": "2025-02-27"}),
    ("Shipping", {"shippingId": 9001, "proposalId": 9000, "safetyLevel": "odd"}),
    ("Shipping", {"shippingId": 9011, "proposalId": 9001, "shippingName": "hidden", "sendingLabContactId": 9011}),
    ("Dewar", {"dewarId": 9000, "shippingId": 9000, "code": "D-1", "dewarStatus": "processing", "type": "Dewar"}),
    ("Dewar", {"dewarId": 9001, "shippingId": 9000, "code": "D-2", "type": "Toolbox"}),
    ("Dewar", {"dewarId": 9002, "code": "nobody's", "type": "Dewar"}),
    ("Dewar", {"dewarId": 9011, "shippingId": 9011, "code": "D-hidden", "dewarStatus": "processing", "type": "Dewar"}),
    ("Container", {"containerId": 9000, "dewarId": 9000, "code": "C-1", "containerType": "Unipuck", "capacity": 16,
                   "beamlineLocation": "SH-ONE", "sampleChangerLocation": "3", "containerStatus": "processing"}),
    ("Container", {"containerId": 9001, "dewarId": 9000, "code": "C-empty", "containerType": "Unipuck"}),
    ("Container", {"containerId": 9002, "code": "nowhere"}),
    ("Container", {"containerId": 9011, "dewarId": 9011, "code": "C-hidden", "beamlineLocation": "SH-ONE",
                   "sampleChangerLocation": "4"}),
]  # fmt: skip

SAMPLES = [
    ("Protein", {"proteinId": 9300, "proposalId": 9000, "name": "Alpha 100%", "acronym": "ALPHA", "safetyLevel": "GREEN",
                 "componentTypeId": 1, "density": 1.35, "molecularMass": 14300.5, "hazardGroup": 2}),
    ("Protein", {"proteinId": 9301, "proposalId": 9000}),
    ("Protein", {"proteinId": 9311, "proposalId": 9001, "name": "Hidden", "acronym": "HID"}),
    ("PDB", {"pdbId": 9300, "name": "one"}),
    ("PDB", {"pdbId": 9301, "name": "two"}),
    ("Protein_has_PDB", {"proteinhaspdbid": 9300, "proteinid": 9300, "pdbid": 9300}),
    ("Protein_has_PDB", {"proteinhaspdbid": 9301, "proteinid": 9300, "pdbid": 9301}),
    ("DiffractionPlan", {"diffractionPlanId": 9300, "experimentKind": "OSC", "requiredResolution": 1.5}),
    ("DiffractionPlan", {"diffractionPlanId": 9301, "experimentKind": "SAD"}),
    ("Crystal", {"crystalId": 9300, "proteinId": 9300, "spaceGroup": "P21", "cell_a": 10.5, "diffractionPlanId": 9301}),
    ("Crystal", {"crystalId": 9301, "proteinId": 9300}),
    ("Crystal", {"crystalId": 9311, "proteinId": 9311}),
    ("BLSample", {"blSampleId": 9300, "crystalId": 9300, "containerId": 9000, "location": "2", "name": "two", "code": "PIN2",
                  "diffractionPlanId": 9300}),
    ("BLSample", {"blSampleId": 9301, "crystalId": 9300, "containerId": 9000, "location": "10", "name": "ten"}),
    # In no container; of which nothing but the container is known; of nobody.
    ("BLSample", {"blSampleId": 9302, "crystalId": 9301, "name": "loose"}),
    ("BLSample", {"blSampleId": 9303, "containerId": 9000, "location": "A1", "name": "100%"}),
    ("BLSample", {"blSampleId": 9304}),
    # Where container and protein are of two proposals, the container says whose the sample is.
    ("BLSample", {"blSampleId": 9310, "crystalId": 9300, "containerId": 9011, "location": "1", "name": "away"}),
    ("BLSample", {"blSampleId": 9311, "crystalId": 9311, "containerId": 9000, "location": "4", "name": "guest"}),
    ("BLSampleImage", {"blSampleImageId": 9370, "blSampleId": 9300, "micronsPerPixelX": 1.5, "micronsPerPixelY": 1.25,
                       "offsetX": 7, "imageFullPath": "/nowhere/drop.jpg", "blTimeStamp": "2025-03-01T10:00:00"}),
    ("BLSampleImage", {"blSampleImageId": 9371, "blSampleId": 9302}),
    ("BLSampleImage", {"blSampleImageId": 9372}),
    ("BLSampleImage", {"blSampleImageId": 9380, "blSampleId": 9310, "imageFullPath": "/nowhere/hidden.jpg"}),
    ("Position", {"positionId": 9350, "posX": 1.5, "posY": 2.0}),
    ("Position", {"positionId": 9351, "posX": 3.0, "posY": 4.0}),
    ("BLSubSample", {"blSubSampleId": 9350, "blSampleId": 9300, "positionId": 9350, "position2Id": 9351, "type": "roi"}),
    ("BLSubSample", {"blSubSampleId": 9351, "blSampleId": 9300}),
    ("BLSubSample", {"blSubSampleId": 9352, "blSampleId": 9302, "positionId": 9351}),
    ("BLSubSample", {"blSubSampleId": 9353}),
    ("BLSubSample", {"blSubSampleId": 9360, "blSampleId": 9310}),
    ("ContainerQueue", {"containerQueueId": 9300, "containerId": 9000}),
    ("ContainerQueue", {"containerQueueId": 9301, "containerId": 9000, "completedTimeStamp": "2025-03-02T10:00:00"}),
    ("ContainerQueueSample", {"containerQueueSampleId": 9300, "containerQueueId": 9300, "blSampleId": 9301}),
    ("ContainerQueueSample", {"containerQueueSampleId": 9301, "containerQueueId": 9300, "blSubSampleId": 9352}),
    ("ContainerQueueSample", {"containerQueueSampleId": 9302, "containerQueueId": 9301, "blSampleId": 9300}),
]  # fmt: skip

MEASURED = [
    # The group names one sample, its second collection another.
    ("DataCollectionGroup", {"dataCollectionGroupId": 9101, "sessionId": 9001, "blSampleId": 9300, "experimentType": "OSC"}),
    ("DataCollection", {"dataCollectionId": 9201, "dataCollectionGroupId": 9101, "blSubSampleId": 9350}),
    ("DataCollection", {"dataCollectionId": 9202, "dataCollectionGroupId": 9101, "blSampleId": 9301}),
    # Only the collection names the sample.
    ("DataCollectionGroup", {"dataCollectionGroupId": 9102, "sessionId": 9002, "experimentType": "Mesh"}),
    ("DataCollection", {"dataCollectionId": 9203, "dataCollectionGroupId": 9102, "blSampleId": 9300, "blSubSampleId": 9350}),
    ("DataCollectionGroup", {"dataCollectionGroupId": 9111, "sessionId": 9011, "blSampleId": 9300, "experimentType": "MAD"}),
    ("DataCollection", {"dataCollectionId": 9211, "dataCollectionGroupId": 9111, "blSubSampleId": 9350}),
    ("Screening", {"screeningId": 9400, "dataCollectionGroupId": 9101}),
    ("ScreeningOutput", {"screeningOutputId": 9400, "screeningId": 9400, "strategySuccess": 1}),
    ("ScreeningOutput", {"screeningOutputId": 9401, "screeningId": 9400, "strategySuccess": 1}),
    ("ScreeningOutput", {"screeningOutputId": 9402, "screeningId": 9400, "strategySuccess": 0}),
    ("Screening", {"screeningId": 9401, "dataCollectionGroupId": 9111}),
    ("ScreeningOutput", {"screeningOutputId": 9411, "screeningId": 9401, "strategySuccess": 1}),
    ("AutoProc", {"autoProcId": 9500}),
    ("AutoProcScaling", {"autoProcScalingId": 9500, "autoProcId": 9500}),
    ("AutoProcScalingStatistics", {"autoProcScalingStatisticsId": 9500, "autoProcScalingId": 9500, "resolutionLimitHigh": 1.5,
                                   "scalingStatisticsType": "overall"}),
    ("AutoProcScalingStatistics", {"autoProcScalingStatisticsId": 9501, "autoProcScalingId": 9500, "resolutionLimitHigh": 3.5,
                                   "scalingStatisticsType": "innerShell"}),
    ("AutoProcIntegration", {"autoProcIntegrationId": 9500, "dataCollectionId": 9201}),
    ("AutoProcIntegration", {"autoProcIntegrationId": 9501, "dataCollectionId": 9201}),
    ("AutoProcIntegration", {"autoProcIntegrationId": 9502, "dataCollectionId": 9203}),
    ("AutoProcScaling_has_Int", {"autoProcScaling_has_IntId": 9500, "autoProcScalingId": 9500, "autoProcIntegrationId": 9500}),
    ("RobotAction", {"robotActionId": 9600, "blsessionId": 9001, "blsampleId": 9301}),
    ("RobotAction", {"robotActionId": 9611, "blsessionId": 9011, "blsampleId": 9302}),
]  # fmt: skip


@contextlib.contextmanager
def open_shipment(engine, folder):
    """Make a site with the demo facility and these rows."""
    with sites.open_site(engine, folder) as site:
        add(site, [*SHIPPED, *SAMPLES, *MEASURED])
        person = site.ask("SELECT personId FROM Person WHERE login = 'outsider'")[0]["personId"]
        add(site, [("Session_has_Person", {"sessionId": 9002, "personId": person, "role": "Team Member"})])
        yield site
