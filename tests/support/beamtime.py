"""Two proposals whose sessions hold every kind of event, ordinary rows and odd ones, for member to see one of them.

TL100 is member's: session TL100-1 has the rows that the tests are about, TL100-2 a little.  TL200 is nobody's whom the
tests log in as; what it holds must not show, nor be counted.
"""

import contextlib

from tests.support import sites

DAY = "2025-03-0{}T{}:00"
BEAMLINE, OTHER_BEAMLINE = "TL-ONE", "TL-TWO"

PROPOSALS = [
    ("Proposal", {"proposalId": 9000, "personId": 1, "proposalCode": "TL", "proposalNumber": "100", "title": "Tests"}),
    ("Proposal", {"proposalId": 9001, "personId": 1, "proposalCode": "TL", "proposalNumber": "200", "title": "Hidden"}),
    ("ProposalHasPerson", {"proposalHasPersonId": 9000, "proposalId": 9000, "personId": 3}),
    ("BLSession", {"sessionId": 9001, "proposalId": 9000, "visit_number": 1, "beamLineName": BEAMLINE}),
    ("BLSession", {"sessionId": 9002, "proposalId": 9000, "visit_number": 2, "beamLineName": OTHER_BEAMLINE}),
    ("BLSession", {"sessionId": 9011, "proposalId": 9001, "visit_number": 1, "beamLineName": BEAMLINE}),
    ("Protein", {"proteinId": 9300, "proposalId": 9000, "acronym": "TLP"}),
    ("Crystal", {"crystalId": 9300, "proteinId": 9300}),
    ("BLSample", {"blSampleId": 9301, "crystalId": 9300, "name": "one"}),
    ("BLSample", {"blSampleId": 9302, "name": "two"}),
    ("BLSubSample", {"blSubSampleId": 9351, "blSampleId": 9301}),
    ("Detector", {"detectorId": 9390, "detectorModel": "Tester 1M", "detectorSerialNumber": "TL-1"}),
    ("Workflow", {"workflowId": 9380, "workflowTitle": "Look around", "workflowType": "MeshScan", "status": "done"}),
]


def group(number, session=9001, **columns):
    return "DataCollectionGroup", {"dataCollectionGroupId": number, "sessionId": session, **columns}


def collection(number, group_id, start=None, end=None, **columns):
    times = {"startTime": start and DAY.format(1, start), "endTime": end and DAY.format(1, end)}
    return "DataCollection", {"dataCollectionId": number, "dataCollectionGroupId": group_id, **times, **columns}


COLLECTIONS = [
    # Two collections; the group names the sample.
    group(9101, experimentType="OSC", blSampleId=9301, comments="a pair", startTime=DAY.format(1, "10:00")),
    collection(9201, 9101, "10:00", "10:05", runStatus="DataCollection Successful", numberOfImages=100,
               xtalSnapshotFullPath1="/nowhere/1.jpg", imageQualityIndicatorsPlotPath="", blSubSampleId=9351),
    collection(9202, 9101, "10:10", "10:12", runStatus="DataCollection Unsuccessful", numberOfImages=50),
    # A scan of a grid under way; only the collection names the sample, and the group has no times.
    group(9102, experimentType="Mesh", workflowId=9380),
    collection(9203, 9102, "11:00", None, runStatus="Running", blSampleId=9302, detectorId=9390, magnification=105000.4),
    # The later made began earlier, and the earlier made has no time at all.
    group(9103, experimentType="OSC"),
    collection(9204, 9103),
    collection(9205, 9103, "09:00", "09:01", runStatus="Failed"),
    collection(9206, 9103, "08:30", "08:40", runStatus="Stopped by user"),
    # Nothing is known; its sample was deleted.
    group(9104),
    collection(9207, 9104, blSampleId=99_999),
    # A group without collections is no event.
    group(9105, experimentType="Helical"),
    # At the same time as a robot action, a scan and a spectrum, and twice.
    group(9106, experimentType="SSX-Jet"),
    collection(9208, 9106, "10:00", "10:20", runStatus="Data collection successful"),
    ("SSXDataCollection", {"dataCollectionId": 9208, "repetitionRate": 925.0, "jetSize": 75.0}),
    group(9107, session=9002, experimentType="OSC"),
    collection(9209, 9107, "10:00", "10:01", runStatus="Data collection successful"),
    group(9111, session=9011, experimentType="MAD", blSampleId=9301),
    collection(9211, 9111, "10:00", "10:01", runStatus="Data collection successful", blSubSampleId=9351),
    ("GridInfo", {"gridInfoId": 9901, "dataCollectionGroupId": 9102, "dataCollectionId": 9203, "steps_x": 10.0, "snaked": 1,
                  "micronsPerPixelX": 0.5, "pixelspermicronY": 4.0}),
    ("GridInfo", {"gridInfoId": 9902, "dataCollectionGroupId": 9101, "steps_x": 3.0}),
    ("GridInfo", {"gridInfoId": 9903, "dataCollectionId": 9202, "steps_x": 4.0, "snapshot_offsetxpixel": 12.0}),
    *(("DataCollectionFileAttachment", {"dataCollectionFileAttachmentId": 9800 + n, "dataCollectionId": of,
                                        "fileFullPath": "/nowhere/log", "fileType": "log"}) for n, of in enumerate((9201, 9201, 9202))),
]  # fmt: skip

OTHERS = [
    ("RobotAction", {"robotActionId": 9401, "blsessionId": 9001, "blsampleId": 9301, "actionType": "LOAD", "status": "SUCCESS",
                     "startTimestamp": DAY.format(1, "10:00"), "endTimestamp": DAY.format(1, "10:01")}),
    ("RobotAction", {"robotActionId": 9402, "blsessionId": 9001, "actionType": "UNLOAD", "status": "ERROR",
                     "startTimestamp": DAY.format(1, "10:30"), "endTimestamp": DAY.format(1, "10:31")}),
    ("RobotAction", {"robotActionId": 9403, "blsessionId": 9001, "startTimestamp": DAY.format(1, "10:40")}),
    ("RobotAction", {"robotActionId": 9411, "blsessionId": 9011, "blsampleId": 9301, "startTimestamp": DAY.format(2, "10:40")}),
    ("EnergyScan", {"energyScanId": 9501, "sessionId": 9001, "blSampleId": 9301, "blSubSampleId": 9351, "element": "Se",
                    "startTime": DAY.format(1, "10:00"), "endTime": DAY.format(1, "10:20"), "peakEnergy": 12.66}),
    ("EnergyScan", {"energyScanId": 9502, "sessionId": 9001, "comments": "no edge 100% sure"}),
    ("EnergyScan", {"energyScanId": 9511, "sessionId": 9011, "blSampleId": 9301}),
    ("XFEFluorescenceSpectrum", {"xfeFluorescenceSpectrumId": 9601, "sessionId": 9001, "blSampleId": 9302,
                                 "startTime": DAY.format(1, "10:00"), "endTime": DAY.format(1, "10:00")}),
    ("XFEFluorescenceSpectrum", {"xfeFluorescenceSpectrumId": 9611, "sessionId": 9011}),
    # A success by integration (words), one by the program's own column (numbers), a failure by its job, an error of one that runs.
    ("AutoProcProgram", {"autoProcProgramId": 9701, "processingStatus": "SUCCESS"}),
    ("AutoProcIntegration", {"autoProcIntegrationId": 9701, "dataCollectionId": 9201, "autoProcProgramId": 9701}),
    ("AutoProcProgram", {"autoProcProgramId": 9702, "processingStatus": "1", "dataCollectionId": 9203}),
    ("ProcessingJob", {"processingJobId": 9703, "dataCollectionId": 9205}),
    ("AutoProcProgram", {"autoProcProgramId": 9703, "processingStatus": "FAILED", "processingJobId": 9703}),
    ("AutoProcProgram", {"autoProcProgramId": 9704, "dataCollectionId": 9208}),
    ("AutoProcProgramMessage", {"autoProcProgramMessageId": 9704, "autoProcProgramId": 9704, "severity": "ERROR"}),
    ("AutoProcProgram", {"autoProcProgramId": 9705, "processingStatus": "RUNNING", "dataCollectionId": 9202}),
    ("AutoProcProgramMessage", {"autoProcProgramMessageId": 9705, "autoProcProgramId": 9705, "severity": "WARNING"}),
    ("AutoProcProgram", {"autoProcProgramId": 9711, "processingStatus": "0", "dataCollectionId": 9211}),
]  # fmt: skip


def add(site, rows):
    """Write rows, given as (table, {column: value}), into a site's database."""
    for table, columns in rows:
        names, marks = ", ".join(columns), ", ".join("%s" for _ in columns)
        values = [
            value.replace("T", " ") if value and str(value).startswith("2025-") else value for value in columns.values()
        ]
        site.ask(f"INSERT INTO {table} ({names}) VALUES ({marks})", *values)


@contextlib.contextmanager
def open_beamtime(engine, folder, **overrides):
    """Make a site with the demo facility and these rows; ``overrides`` are settings."""
    with sites.open_site(engine, folder, **overrides) as site:
        add(site, [*PROPOSALS, *COLLECTIONS, *OTHERS])
        yield site
