"""POST /processings with all that a pipeline made."""

import threading

import pytest

from ispyb_api.errors import DatabaseUnavailable
from ispyb_api.processing.repository_writing import ProcessingWrites
from ispyb_api.processing.schemas import WholeProcessingSchema
from ispyb_api.processing.schemas_made import MadeProcessingSchema
from tests.contract.shapes import faults
from tests.support import pipelines
from tests.support.instrument import Instrument


@pytest.fixture
def sweeps(rows):
    """Six data collections of one group."""
    group = rows.group()
    return [rows.new("/datacollections", "dataCollectionId", dataCollectionGroupId=group) for _ in range(6)]


def counts(site):
    """Return how many rows there are of everything that a result consists of."""
    tables = ("AutoProcProgram", "AutoProcProgramAttachment", "AutoProcIntegration", "AutoProc", "AutoProcScaling")
    tables += ("AutoProcScalingStatistics", "AutoProcScaling_has_Int", "ProcessingJob", "api_integration_workflow")
    return {table: site.ask(f"SELECT COUNT(*) AS n FROM {table}")[0]["n"] for table in tables}


def without_ids(shown):
    """Return the parts of a row that a client sends."""
    dropped = ("recordTimeStamp", "DataCollection", "AutoProcScalingHasInt", "_metadata")
    return {name: value for name, value in shown.items() if value is not None and name not in dropped}


def test_six_sweeps_are_read_back_as_they_were_sent(written, instrument, sweeps):
    sent = pipelines.six_sweeps(sweeps)
    answer = instrument.send("POST", "/processings", sent)
    made = answer.json
    assert answer.status_code == 201, made
    assert list(faults(MadeProcessingSchema, made)) == []
    assert answer.headers["Location"].endswith(f"/processings/{made['autoProcProgramId']}")
    shown = written.get(f"/processings/{made['autoProcProgramId']}", "pi").json
    assert list(faults(WholeProcessingSchema, shown)) == []
    lists = ("AutoProcProgramAttachment", "AutoProcIntegration", "AutoProcScaling")
    for name, value in sent.items():
        assert name in lists or shown[name] == value
    for place, (each, stored) in enumerate(zip(sent["AutoProcIntegration"], shown["AutoProcIntegration"], strict=True)):
        assert stored["DataCollection"]["dataCollectionId"] == sweeps[place]
        assert stored["autoProcIntegrationId"] == made["autoProcIntegrationIds"][place]
        parts = {**without_ids(stored), "dataCollectionId": sweeps[place]}
        assert parts == {**each, "autoProcIntegrationId": stored["autoProcIntegrationId"]}
    files = [(file["fileName"], file["fileType"]) for file in shown["AutoProcProgramAttachment"]]
    assert files == [(file["fileName"], "Log") for file in sent["AutoProcProgramAttachment"]]


def test_scalings_of_six_sweeps_are_read_back_as_they_were_sent(written, instrument, sweeps):
    sent = pipelines.six_sweeps(sweeps)
    made = instrument.make("/processings", **sent)
    shown = written.get(f"/processings/{made['autoProcProgramId']}", "pi").json
    scalings = {
        link["AutoProcScaling"]["autoProcScalingId"]: link["AutoProcScaling"]
        for each in shown["AutoProcIntegration"]
        for link in each["AutoProcScalingHasInt"]
    }
    assert list(scalings) == [each["autoProcScalingId"] for each in made["AutoProcScaling"]]
    for each, ids, stored in zip(sent["AutoProcScaling"], made["AutoProcScaling"], scalings.values(), strict=True):
        joined = [made["autoProcIntegrationIds"][place] for place in each["integrations"]]
        assert stored["_metadata"]["autoProcIntegrationIds"] == joined
        assert stored["AutoProc"] == {**each["AutoProc"], "autoProcId": ids["autoProcId"]}
        assert {name: stored[name] for name in pipelines.ELLIPSOID} == {
            name: each.get(name) for name in pipelines.ELLIPSOID
        }
        shells = [without_ids(shell) for shell in stored["AutoProcScalingStatistics"]]
        numbers = ids["autoProcScalingStatisticsIds"]
        assert shells == [
            {**shell, "autoProcScalingStatisticsId": number}
            for shell, number in zip(each["AutoProcScalingStatistics"], numbers, strict=True)
        ]


def test_it_takes_ten_statements(written, instrument, sweeps):
    sent = pipelines.six_sweeps(sweeps)
    for each in sent["AutoProcIntegration"]:
        del each["Workflow"]

    def statements():
        with written.statements() as counted:
            assert instrument.send("POST", "/processings", sent).status_code == 201
        return counted.number

    # What is done now and then, as noting when a token was used, does not count.
    assert min(statements() for _ in range(3)) <= 10


def test_a_run_has_its_job_its_parent_and_its_messages(written, instrument, rows):
    first, second = rows.collection(), rows.collection()
    parent = instrument.make("/processings", processingPrograms="xia2 dials", dataCollectionId=first)
    job = {
        "displayName": "again",
        "recipe": "xia2",
        "automatic": False,
        "ProcessingJobParameters": [{"parameterKey": "d_min", "parameterValue": "1.8"}],
        "ProcessingJobImageSweeps": [{"dataCollectionId": second, "startImage": 1, "endImage": 100}],
    }
    long = "no strong reflections " * 20
    made = instrument.make(
        "/processings",
        processingPrograms="xia2 multiplex",
        processingCommandLine="x" * 300,
        parentAutoProcProgramId=parent["autoProcProgramId"],
        ProcessingJob=job,
        AutoProcProgramMessage=[{"severity": "WARNING", "message": "ice"}, {"severity": "ERROR", "message": long}],
    )
    assert made["shortened"] == ["processingCommandLine", "AutoProcProgramMessage[1].message"]
    shown = written.get(f"/processings/{made['autoProcProgramId']}", "pi").json
    assert shown["parentAutoProcProgramId"] == parent["autoProcProgramId"]
    assert (len(shown["processingCommandLine"]), shown["processingStatus"]) == (255, None)
    assert shown["_metadata"]["imageSweepCount"] == 1
    messages = shown["_metadata"]["autoProcProgramMessages"]
    assert [(each["message"][:3], each["description"]) for each in messages] == [("ice", None), ("no ", long)]
    asked = written.get(f"/processings/jobs/{made['processingJobId']}", "pi").json
    assert (asked["dataCollectionId"], asked["displayName"], asked["automatic"]) == (second, "again", False)
    assert asked["ProcessingJobParameters"][0]["parameterValue"] == "1.8"
    assert asked["ProcessingJobImageSweeps"][0]["endImage"] == 100
    assert [each["autoProcProgramId"] for each in asked["AutoProcProgram"]] == [made["autoProcProgramId"]]


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("AutoProcScaling[0].AutoProcScalingStatistics[0].rMerge", {"rMerge": 7.1}),
        ("AutoProcScaling[0].AutoProcScalingStatistics[0].ccHalf", {"ccHalf": 99.8}),
        ("AutoProcScaling[0].AutoProcScalingStatistics[0].completeness", {"completeness": 0.992}),
        ("AutoProcScaling[0].AutoProcScalingStatistics[0].nTotalObservations", {"nTotalObservations": 2**31}),
        ("AutoProcScaling[0].AutoProcScalingStatistics[0].sigAno", {"sigAno": "1" * 46}),
    ],
)
def test_values_that_cannot_be_right_are_refused_and_nothing_is_left(written, instrument, sweeps, field, change):
    sent = pipelines.six_sweeps(sweeps)
    sent["AutoProcScaling"][0]["AutoProcScalingStatistics"][0].update(change)
    before = counts(written)
    answer = instrument.send("POST", "/processings", sent)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])
    assert counts(written) == before


def test_who_insists_may_send_what_looks_wrong(written, instrument, sweeps):
    sent = pipelines.six_sweeps(sweeps)
    sent["AutoProcScaling"][0]["AutoProcScalingStatistics"][2]["rMerge"] = 3.2
    made = instrument.make("/processings", **sent, accept_implausible=True)
    page = written.get(f"/processings/results?dataCollectionId={sweeps[0]}", "pi").json["results"]
    merged = next(row for row in page if row["autoProcScalingId"] == made["AutoProcScaling"][0]["autoProcScalingId"])
    assert merged["outerShell"]["rMerge"] == 3.2


def test_what_the_database_refuses_late_leaves_nothing(written, instrument, sweeps):
    """The last part that is written is one that cannot be held."""
    sent = pipelines.six_sweeps(sweeps)
    sent["AutoProcScaling"][2]["AutoProc"]["spaceGroup"] = "P" * 46
    before = counts(written)
    answer = instrument.send("POST", "/processings", sent)
    assert list(answer.json["errors"]) == ["AutoProcScaling[2].AutoProc.spaceGroup"]
    assert counts(written) == before


def test_sweeps_of_two_sessions_of_a_proposal_are_one_result(written, instrument, rows):
    both = [rows.collection(), rows.collection()]
    sent = {"processingPrograms": "xia2 multiplex", "AutoProcIntegration": [{"dataCollectionId": n} for n in both]}
    made = instrument.make("/processings", **sent, AutoProcScaling=[{}])
    sweeps = written.get(f"/processings/results?dataCollectionId={both[1]}", "pi").json["results"][0]["DataCollections"]
    assert [each["dataCollectionId"] for each in sweeps] == both
    assert len({each["sessionId"] for each in sweeps}) == 2
    assert made["AutoProcScaling"][0]["autoProcScalingStatisticsIds"] == []


def test_sweeps_of_two_proposals_are_none(written, instrument, rows):
    other = written.ask(
        "SELECT MIN(d.dataCollectionId) AS id FROM DataCollection d JOIN DataCollectionGroup g"
        " ON g.dataCollectionGroupId = d.dataCollectionGroupId JOIN BLSession s ON s.sessionId = g.sessionId"
        " WHERE s.proposalId <> %s",
        rows.proposal_id,
    )[0]["id"]
    both = [{"dataCollectionId": rows.collection()}, {"dataCollectionId": other}]
    answer = instrument.send("POST", "/processings", {"processingPrograms": "x", "AutoProcIntegration": both})
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["AutoProcIntegration[1].dataCollectionId"])


def test_a_beamlines_pipeline_records_nothing_of_another(written, rows):
    limited = Instrument(written, beamlines=("BL02-SSX",))
    answer = limited.send("POST", "/processings", {"processingPrograms": "x", "dataCollectionId": rows.collection()})
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["dataCollectionId"])


@pytest.mark.parametrize(
    ("field", "more"),
    [
        ("dataCollectionId", {}),
        ("AutoProcScaling[0].integrations", {"AutoProcIntegration": [{}], "AutoProcScaling": [{"integrations": [1]}]}),
        ("AutoProcScaling[0].integrations", {"dataCollectionId": 0, "AutoProcScaling": [{}]}),
        ("processingJobId", {"dataCollectionId": 0, "processingJobId": 2**31 - 1}),
        ("parentAutoProcProgramId", {"dataCollectionId": 0, "parentAutoProcProgramId": 2**31 - 1}),
    ],
)
def test_what_leads_nowhere_is_named(instrument, rows, field, more):
    sent, collection = {"processingPrograms": "x", **more}, rows.collection()
    for row in [sent, *sent.get("AutoProcIntegration", [])]:
        if row is not sent or "dataCollectionId" in row:
            row["dataCollectionId"] = collection
    answer = instrument.send("POST", "/processings", sent)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


def test_two_shells_of_a_type_are_refused(instrument, sweeps):
    sent = pipelines.six_sweeps(sweeps)
    shells = sent["AutoProcScaling"][1]["AutoProcScalingStatistics"]
    shells[2]["scalingStatisticsType"] = "overall"
    answer = instrument.send("POST", "/processings", sent)
    assert list(answer.json["errors"]) == ["AutoProcScaling[1].AutoProcScalingStatistics"]


def test_the_same_key_is_one_result_however_many_send_it_at_once(written, instrument, sweeps):
    sent, found = pipelines.six_sweeps(sweeps), []

    def post():
        found.append(instrument.send("POST", "/processings", sent, headers={"Idempotency-Key": f"six-{sweeps[0]}"}))

    threads = [threading.Thread(target=post) for _ in range(6)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert [answer.status_code for answer in found] == [201] * 6
    assert len({answer.get_data() for answer in found}) == 1
    assert written.get(f"/processings/results?dataCollectionId={sweeps[0]}", "pi").json["total"] == 2


def test_writers_of_the_same_sessions_make_way_for_one_another(written, instrument, rows):
    """Each wants both sessions, in another order: none fails, none is lost."""
    both, found = [rows.collection(), rows.collection()], []

    def post(sweeps):
        integrations = [{"dataCollectionId": number} for number in sweeps]
        body = {"processingPrograms": "race", "AutoProcIntegration": integrations, "AutoProcScaling": [{}]}
        found.append(instrument.send("POST", "/processings", body).status_code)

    threads = [threading.Thread(target=post, args=(both[:: 1 if n % 2 else -1],)) for n in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert found == [201] * 8
    assert written.get(f"/processings/results?dataCollectionId={both[0]}", "pi").json["total"] == 8


def test_a_transaction_that_has_to_make_way_is_tried_again(written, instrument, sweeps, monkeypatch):
    sent, before, failed = pipelines.six_sweeps(sweeps), counts(written), []
    link = ProcessingWrites.link

    def once_in_vain(writes, pairs):
        link(writes, pairs)
        if not failed:
            failed.append(True)
            raise DatabaseUnavailable(again=True)

    monkeypatch.setattr(ProcessingWrites, "link", once_in_vain)
    assert instrument.send("POST", "/processings", sent).status_code == 201
    added = {table: number - before[table] for table, number in counts(written).items()}
    assert (added["AutoProcProgram"], added["AutoProcScaling"], added["AutoProcScaling_has_Int"]) == (1, 3, 12)
