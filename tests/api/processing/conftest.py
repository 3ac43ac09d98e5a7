"""A site with what programs made of two proposals' collections, for member to see one of them.

PR100 is member's, with sessions 9001 and 9002; PR200 is nobody's whom the tests log in as.
"""

import pytest

from tests.conftest import ENGINES
from tests.support import sites


def program(number, collection=None, **columns):
    return "AutoProcProgram", {"autoProcProgramId": number, "dataCollectionId": collection, **columns}


def integration(number, of, collection, **columns):
    return "AutoProcIntegration", {
        "autoProcIntegrationId": number,
        "autoProcProgramId": of,
        "dataCollectionId": collection,
        **columns,
    }


def scaled(scaling, *integrations):
    yield "AutoProc", {"autoProcId": scaling, "spaceGroup": "P 21 21 21", "refinedCell_a": 61.4}
    yield "AutoProcScaling", {"autoProcScalingId": scaling, "autoProcId": scaling}
    for number in integrations:
        yield "AutoProcScaling_has_Int", {"autoProcScalingId": scaling, "autoProcIntegrationId": number}
    for shell in ("outerShell", "innerShell", "overall"):
        yield (
            "AutoProcScalingStatistics",
            {
                "autoProcScalingId": scaling,
                "scalingStatisticsType": shell,
                "rMerge": 0.05,
                "anomalous": 1,
                "ccAno": 0.4,
            },
        )


def message(number, of, severity):
    return "AutoProcProgramMessage", {
        "autoProcProgramMessageId": number,
        "autoProcProgramId": of,
        "severity": severity,
        "message": "ice",
        "recordTimeStamp": "2025-03-01 10:00:00",
    }


def attachment(number, of, name, folder):
    return "AutoProcProgramAttachment", {
        "autoProcProgramAttachmentId": number,
        "autoProcProgramId": of,
        "fileType": "Log",
        "fileName": name,
        "filePath": folder,
    }


BEAMTIME = [
    ("Proposal", {"proposalId": 9000, "personId": 1, "proposalCode": "PR", "proposalNumber": "100"}),
    ("Proposal", {"proposalId": 9001, "personId": 1, "proposalCode": "PR", "proposalNumber": "200"}),
    ("ProposalHasPerson", {"proposalHasPersonId": 9000, "proposalId": 9000, "personId": 3}),
    ("BLSession", {"sessionId": 9001, "proposalId": 9000, "visit_number": 1, "beamLineName": "PR-ONE"}),
    ("BLSession", {"sessionId": 9002, "proposalId": 9000, "visit_number": 2, "beamLineName": "PR-ONE"}),
    ("BLSession", {"sessionId": 9011, "proposalId": 9001, "visit_number": 1, "beamLineName": "PR-ONE"}),
    *(
        ("DataCollectionGroup", {"dataCollectionGroupId": group, "sessionId": session})
        for group, session in ((9101, 9001), (9102, 9002), (9111, 9011))
    ),
    *(
        ("DataCollection", {"dataCollectionId": number, "dataCollectionGroupId": group, "xBeam": 12.5})
        for number, group in ((9201, 9101), (9202, 9101), (9203, 9102), (9211, 9111))
    ),
]

PROGRAMS = [
    # Two sweeps of one session in one scaling, and one of them again; the words of one family.
    program(9301, processingStatus="SUCCESS", processingPrograms="joiner"),
    integration(9401, 9301, 9201, refinedXBeam=12.6),
    integration(9402, 9301, 9202),
    *scaled(9501, 9401, 9402),
    *scaled(9502, 9401),
    # Sweeps of a session that member sees and of one that he does not, by a job of the former.
    ("ProcessingJob", {"processingJobId": 9601, "dataCollectionId": 9203, "displayName": "mixed", "automatic": 0}),
    *(
        (
            "ProcessingJobImageSweep",
            {"processingJobImageSweepId": 9600 + c, "processingJobId": 9601, "dataCollectionId": c},
        )
        for c in (9203, 9211)
    ),
    ("ProcessingJobParameter", {"processingJobParameterId": 9601, "processingJobId": 9601, "parameterKey": "d_min", "parameterValue": "1.6"}),
    program(9302, processingStatus="1", processingPrograms="joiner", processingJobId=9601),
    integration(9403, 9302, 9203),
    integration(9404, 9302, 9211),
    *scaled(9503, 9403, 9404),
    # The other ways: the collection's own, and a job's; the statuses that there are.
    program(9303, 9201, processingStatus="FAILED", processingPrograms="mapper"),
    program(9304, 9201, processingStatus="0"),
    program(9305, 9201, processingStatus="RUNNING", processingPrograms="mapper"),
    program(9306, 9202, processingPrograms="mapper"),
    program(9307, processingStatus="SUCCESS", processingPrograms="mapper", processingJobId=9601),
    # Hidden.
    program(9311, 9211, processingStatus="SUCCESS", processingPrograms="hidden"),
    integration(9411, 9311, 9211),
    program(9312, 9211, processingPrograms="hidden"),
    message(9701, 9301, "WARNING"),
    message(9702, 9303, "ERROR"),
    message(9703, 9303, "ERROR"),
    message(9704, 9307, "INFO"),
    message(9711, 9311, "ERROR"),
]  # fmt: skip

# Phasing as it was recorded before there were steps: of member's scaling and of a hidden one.
ANALYSES = [
    ("AutoProc", {"autoProcId": 9511}),
    ("AutoProcScaling", {"autoProcScalingId": 9511, "autoProcId": 9511}),
    ("AutoProcScaling_has_Int", {"autoProcScalingId": 9511, "autoProcIntegrationId": 9411}),
    *(("PhasingAnalysis", {"phasingAnalysisId": number}) for number in (9501, 9511)),
    *(("Phasing_has_Scaling", {"phasingHasScalingId": number, "phasingAnalysisId": number, "autoProcScalingId": number, "datasetNumber": 1}) for number in (9501, 9511)),
    *(("PhasingProgramRun", {"phasingProgramRunId": number, "phasingPrograms": "SHELX", "phasingStatus": 1}) for number in (9501, 9502, 9511)),
    ("PreparePhasingData", {"preparePhasingDataId": 9501, "phasingAnalysisId": 9501, "phasingProgramRunId": 9501, "spaceGroupId": 1, "lowRes": 50}),
    ("SubstructureDetermination", {"substructureDeterminationId": 9501, "phasingAnalysisId": 9501, "phasingProgramRunId": 9502, "spaceGroupId": 1, "method": "SAD"}),
    ("Phasing", {"phasingId": 9501, "phasingAnalysisId": 9501, "phasingProgramRunId": 9502, "spaceGroupId": 1, "method": "shelxe", "solventContent": 0.5, "enantiomorph": 1}),
    ("ModelBuilding", {"modelBuildingId": 9511, "phasingAnalysisId": 9511, "phasingProgramRunId": 9511, "spaceGroupId": 1}),
    ("PhasingStatistics", {"phasingStatisticsId": 9501, "phasingHasScalingId1": 9501, "metric": "FOM", "statisticsValue": 0.7, "binNumber": 999}),
]  # fmt: skip

SCREENINGS = [
    ("Screening", {"screeningId": 9801, "dataCollectionId": 9201, "dataCollectionGroupId": 9101, "programVersion": "EDNA"}),
    *(("ScreeningOutput", {"screeningOutputId": 9800 + n, "screeningId": 9801, "indexingSuccess": 1, "strategySuccess": n - 1}) for n in (1, 2)),
    ("ScreeningOutputLattice", {"screeningOutputLatticeId": 9801, "screeningOutputId": 9802, "spaceGroup": "P212121"}),
    ("ScreeningStrategy", {"screeningStrategyId": 9801, "screeningOutputId": 9802, "anomalous": 1}),
    *(("ScreeningStrategyWedge", {"screeningStrategyWedgeId": 9800 + n, "screeningStrategyId": 9801, "wedgeNumber": 3 - n}) for n in (1, 2)),
    ("ScreeningStrategySubWedge", {"screeningStrategySubWedgeId": 9801, "screeningStrategyWedgeId": 9802, "resolution": 1.8}),
    # Without an output, and of a group only.
    ("Screening", {"screeningId": 9802, "dataCollectionGroupId": 9101, "programVersion": "EDNA"}),
    ("Screening", {"screeningId": 9811, "dataCollectionId": 9211}),
    ("Screening", {"screeningId": 9812, "dataCollectionGroupId": 9111}),
    *(("XrayCentring", {"xrayCentringId": 9900 + n, "dataCollectionGroupId": 9101, "status": status, "xrayCentringType": "2d"})
      for n, status in enumerate(("success", "failed", "pending"))),
    *(("Movie", {"movieId": 9900 + n, "dataCollectionId": 9202}) for n in range(3)),
    *(("MotionCorrection", {"motionCorrectionId": 9900 + n, "movieId": 9900 + n}) for n in range(2)),
    ("CTF", {"CTFid": 9900, "motionCorrectionId": 9900}),
]  # fmt: skip


def files(folder):
    """Yield files of programs, some that cannot be had."""
    for number, of, name in ((9701, 9301, "run.log"), (9702, 9301, "gone.log"), (9704, 9307, "run.log"), (9711, 9311, "run.log")):  # fmt: skip
        yield attachment(number, of, name, str(folder))
    yield attachment(9703, 9303, "passwd", "/etc")
    yield attachment(9705, 9305, None, str(folder))
    for number, run in ((9501, 9502), (9511, 9511)):
        columns = {"phasingProgramRunId": run, "fileType": "Logfile", "fileName": "run.log", "filePath": str(folder)}
        yield "PhasingProgramAttachment", {"phasingProgramAttachmentId": number, **columns}


def put(site, rows):
    """Write rows, given as (table, {column: value}), into a site's database."""
    for table, columns in rows:
        marks = ", ".join("%s" for _ in columns)
        site.ask(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", *columns.values())


@pytest.fixture(scope="session", params=ENGINES)
def site(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("processing")
    with sites.open_site(request.param, folder) as opened:
        served = folder / "files" / "processed"
        served.mkdir()
        (served / "run.log").write_text("all went well\n")
        put(opened, [*BEAMTIME, *PROGRAMS, *ANALYSES, *SCREENINGS, *files(served)])
        yield opened


@pytest.fixture
def ask(site):
    """``ask("/messages?limit=1")``: the answer below /processings, as member."""

    def ask(path, login="member"):
        answer = site.get(f"/processings{path}", login=login)
        assert answer.status_code == 200, answer.json
        return answer.json

    return ask
