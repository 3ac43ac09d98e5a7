"""What MXCuBE's routes take and refuse, besides what its own classes send (tests/client/test_mxcube.py)."""

import contextlib
import datetime
import json

import pytest

from tests.support import sites
from tests.support.instrument import Instrument, running_session

FILES = {"directory": "/data/mx415/odd", "prefix": "odd", "suffix": "cbf", "template": "odd_%04d.cbf"}
TURN = {"start": 0, "range": 0.5, "offset": -0.1, "number_of_images": 10, "exposure_time": "0.1"}


@pytest.fixture(scope="module")
def session(written):
    return running_session(written)["sessionId"]


@pytest.fixture
def post(written):
    """``post("/images/image", {...})``: MXCuBE's request, as somebody who takes part in the session."""

    def send(path, body, login="member"):
        return written.open("POST", path, login, json=body)

    return send


@pytest.fixture
def stored(written):
    """``stored(answer)``: the collection that an answer tells of."""
    return lambda answer: written.get(f"/datacollections/{answer.json['dataCollectionId']}").json


def start(session, number, **more):
    return {"sessionId": session, "fileinfo": {**FILES, "run_number": number}, **more}


def test_collection_without_a_group_gets_one_and_is_not_made_twice(written, post, session):
    body = start(str(session), 1, experiment_type="Mesh", comments="by hand", workflow_id=None)
    first, second = post("/datacollections/datacollection", body), post("/datacollections/datacollection", body)
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json == second.json
    group = written.get(f"/datacollectiongroups/{first.json['dataCollectionGroupId']}").json
    assert (group["experimentType"], group["sessionId"], group["comments"]) == ("Mesh", session, "by hand")
    assert group["_metadata"]["dataCollections"] == 1


def test_the_end_is_on_the_facilitys_clock(tmp_path):
    """Which is the database's; the server may well run in UTC."""
    with sites.open_site("mariadb", tmp_path, **{"database.time_zone": "-11:00"}) as site:
        made = site.open("POST", "/datacollections/datacollection", json={"sessionId": 3}).json["dataCollectionId"]
        body = {"collection_id": made, "status": "Data collection successful"}
        assert site.open("POST", "/datacollections/datacollection", json=body).status_code == 200
        end = datetime.datetime.fromisoformat(site.get(f"/datacollections/{made}").json["endTime"])
        there = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=-11))).replace(tzinfo=None)
        assert abs(end - there) < datetime.timedelta(minutes=2)
        begin = (there - datetime.timedelta(hours=30)).isoformat(timespec="seconds")
        opened = {"proposalId": 1, "beamLineName": "BL02-SSX", "startDate": begin, "endDate": there.isoformat()}
        assert site.open("POST", "/sessions", "pi", json=opened).status_code == 201


def test_update_answers_two_numbers(post, session):
    made = post("/datacollections/datacollection", start(session, 2)).json
    body = {"collection_id": made["dataCollectionId"], "group_id": made["dataCollectionGroupId"], "flux": 1e12}
    changed = post("/datacollections/datacollection", body)
    assert (changed.status_code, changed.json) == (200, [made["dataCollectionId"], made["dataCollectionGroupId"]])


def test_update_of_a_start_that_failed_makes_the_collection(post, session):
    answer = post("/datacollections/datacollection", start(session, 3, collection_id=None))
    assert (answer.status_code, len(answer.json)) == (201, 2)


@pytest.mark.parametrize("named", [lambda number: number, str, lambda number: {"dataCollectionGroupId": number}])
def test_group_is_named_in_any_way(post, session, named):
    group = post("/datacollections/group", {"sessionId": session, "experimentType": "OSC"}).json
    body = {"group_id": named(group["dataCollectionGroupId"]), "sessionId": session}
    made = post("/datacollections/datacollection", body)
    assert made.json["dataCollectionGroupId"] == group["dataCollectionGroupId"]
    assert post("/datacollections/group", {**body, "blSampleId": 1}).json["blSampleId"] == 1


def test_group_that_the_queue_made_gets_its_remarks_with_the_collection(written, post, session):
    group = post("/datacollections/group", {"sessionId": session, "experimentType": "OSC"}).json
    post("/datacollections/group", {"group_id": group["dataCollectionGroupId"], "comments": "from MXCuBE"})
    assert written.get(f"/datacollectiongroups/{group['dataCollectionGroupId']}").json["comments"] == "from MXCuBE"


def test_remarks_on_a_collection_are_added(written, post, session):
    """MXCuBE sends its remarks with each update, and others in their place when it failed."""
    number = post("/datacollections/datacollection", start(session, 40, comments="first crystal")).json[
        "dataCollectionId"
    ]
    path = f"/datacollections/{number}"
    written.open("POST", f"{path}/comments", "member", json={"comments": "Ice rings"})
    for said in ("first crystal", "Stopped by the user", "Stopped by the user"):
        answer = post("/datacollections/datacollection", {"collection_id": number, "flux": 1e12, "comments": said})
        assert answer.status_code == 200, answer.json
    first, ice, stopped = written.get(path).json["comments"].splitlines()
    assert (first, stopped) == ("first crystal", "Stopped by the user")
    assert ice.endswith("] Ice rings")
    post("/datacollections/datacollection", {"collection_id": number, "comments": "x" * 5000})
    assert written.get(path).json["comments"].startswith("first crystal\n[")


def test_remarks_that_somebody_made_on_a_group_stay(written, post, session):
    group = post("/datacollections/group", {"sessionId": session, "comments": "from MXCuBE"}).json
    path = f"/datacollectiongroups/{group['dataCollectionGroupId']}"
    written.open("PATCH", path, "staff", json={"comments": "best crystal"})
    post("/datacollections/group", {"group_id": group["dataCollectionGroupId"], "comments": "from MXCuBE"})
    assert written.get(path).json["comments"] == "best crystal"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"energy": 12.398419843}, {"wavelength": pytest.approx(1.0)}),
        ({"energy": 12398.419843}, {"wavelength": pytest.approx(1.0)}),
        ({"energy": 12.7, "wavelength": "0.97"}, {"wavelength": 0.97}),
        ({"resolution": 1.9}, {"resolution": 1.9}),
        ({"resolution": {"upper": "1.9"}}, {"resolution": 1.9}),
        ({"detector_distance": 200, "detectorDistance": 201}, {"detectorDistance": 201}),
        ({"detector_distance": 200}, {"detectorDistance": 200}),
        ({"blSampleId": -1, "sample_reference": {"blSampleId": 1}}, {"blSampleId": 1}),
        ({"blSampleId": "", "sample_reference": {"blSampleId": -1}}, {"blSampleId": None}),
        (
            {"oscillation_sequence": [TURN]},
            {"axisEnd": 4.0, "overlap": 0.1, "exposureTime": 0.1, "rotationAxis": "Phi"},
        ),
        ({"oscillation_sequence": [{**TURN, "kappaStart": 0}]}, {"rotationAxis": "Phi", "omegaStart": None}),
        ({"oscillation_sequence": [{**TURN, "kappaStart": -9999}]}, {"rotationAxis": "Phi", "kappaStart": None}),
        ({"oscillation_sequence": [{**TURN, "kappaStart": 10}]}, {"rotationAxis": "Omega", "kappaStart": 10}),
        ({"oscillation_sequence": []}, {"axisStart": None}),
        ({"helical": 1, "experiment_type": "OSC"}, {"experimentType": "Helical"}),
        ({"helical": "0", "experiment_type": "native"}, {"experimentType": "OSC"}),
        ({"detector_id": "2"}, {"detectorId": 2}),
    ],
)
def test_words_of_control_software_are_understood(post, stored, session, given, expected):
    row = stored(post("/datacollections/datacollection", {"sessionId": session, **given}))
    row["experimentType"] = row["DataCollectionGroup"]["experimentType"]
    assert {name: row[name] for name in expected} == expected


def test_collection_names_the_strategy_that_it_follows(written, post, stored, session):
    number = written.ask("SELECT MIN(screeningStrategySubWedgeId) AS id FROM ScreeningStrategySubWedge")[0]["id"]
    answer = post("/datacollections/datacollection", {"sessionId": session, "screening_sub_wedge_id": str(number)})
    assert stored(answer)["strategySubWedgeOrigId"] == number


@pytest.mark.parametrize(
    ("given", "left_out"),
    [
        ({"transmission": 3150}, ["transmission"]),
        ({"beamSizeAtSampleX": 50, "flux": -1}, ["beamSizeAtSampleX", "flux"]),
        ({"beamShape": "x" * 300, "detectorDistance": 0.2}, ["beamShape", "detectorDistance"]),
        ({"experiment_type": "knitting"}, ["experimentType"]),
        ({"workflow_parameters": {"workflow_uid": "x" * 101}}, ["SweepWorkflow.uid"]),
        ({"workflow_parameters": {"workflow_name": "without an identifier", "note": 1}}, []),
        ({"collection_start_time": "yesterday"}, ["startTime"]),
        ({"flux": "much", "comments": None, "unknown": {"a": [1]}}, []),
    ],
)
def test_what_cannot_be_stored_is_left_out_and_named(post, stored, session, given, left_out):
    answer = post("/datacollections/datacollection", {"sessionId": session, "wavelength": 1.1, **given})
    assert answer.status_code == 201, answer.json
    assert sorted({each["field"] for each in answer.json["leftOut"]}) == left_out
    assert all(each["reason"] for each in answer.json["leftOut"])
    assert stored(answer)["wavelength"] == 1.1


def test_long_remarks_are_cut(written, post, session):
    answer = post("/events/robot-action", {"sessionId": session, "message": "x" * 400, "actionType": "unload"})
    row = written.get(f"/robotactions/{answer.json['results']}").json
    assert (len(row["message"]), row["message"][-4:], row["actionType"]) == (255, "x...", "UNLOAD")
    assert answer.json["leftOut"] == []


@pytest.mark.parametrize(
    ("path", "body", "kept"),
    [
        ("/events/robot-action", {"status": "WHO KNOWS", "dewarLocation": "2:1"}, ("robotactions", {"status": None})),
        ("/events/energyscan", {"startEnergy": 12658, "element": "Se"}, ("energyscans", {"element": "Se"})),
        ("/events/xfe-fluorescence-spectrum", {"energy": "13.5", "exposureTime": -1}, ("spectra", {"energy": 13.5})),
    ],
)
def test_events_are_kept_without_what_cannot_be_right(written, post, session, path, body, kept):
    answer = post(path, {"sessionId": session, **body})
    assert (answer.status_code, len(answer.json["leftOut"])) == (201, 1), answer.json
    place, expected = kept
    row = written.get(f"/{place}/{answer.json['results']}").json
    assert {name: row[name] for name in expected} == expected


def test_image_is_kept_without_what_cannot_be_right(written, post, session):
    collection = post("/datacollections/datacollection", {"sessionId": session}).json["dataCollectionId"]
    body = {"dataCollectionId": collection, "imageNumber": 1, "temperature": -173, "fileName": "x" * 300}
    answer = post("/images/image", body)
    assert sorted(each["field"] for each in answer.json["leftOut"]) == ["fileName", "temperature"]
    assert written.get(f"/datacollections/{collection}/images").json["total"] == 1


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/datacollections/group", {}, "sessionId"),
        ("/datacollections/datacollection", {}, "sessionId"),
        ("/datacollections/datacollection", {"group_id": 2**31 - 1}, "group_id"),
        ("/datacollections/datacollection", {"oscillation_sequence": [{}, {}]}, "oscillation_sequence"),
        ("/datacollections/datacollection", {"fileinfo": [1]}, "fileinfo"),
        ("/images/image", {"imageNumber": 1}, "dataCollectionId"),
        ("/events/robot-action", {"sessionId": "x"}, "sessionId"),
        ("/events/energyscan", {}, "sessionId"),
        ("/events/xfe-fluorescence-spectrum", {"sessionId": -1}, "sessionId"),
    ],
)
def test_what_nothing_can_be_done_with_is_refused(post, path, body, field):
    answer = post(path, body)
    assert (answer.status_code, next(iter(answer.json["errors"])).startswith(field)) == (422, True), answer.json


def test_image_without_a_number_is_refused(post, session):
    collection = post("/datacollections/datacollection", {"sessionId": session}).json["dataCollectionId"]
    answer = post("/images/image", {"dataCollectionId": collection})
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["imageNumber"])


@pytest.mark.parametrize("path", ["/datacollections/group", "/datacollections/datacollection"])
def test_groups_and_collections_of_others_are_not_there(written, post, path):
    """Of a proposal that the caller does not see: as if they were not there, however they are named."""
    row = written.ask(
        "SELECT MIN(d.dataCollectionId) AS collection, MIN(d.dataCollectionGroupId) AS grp FROM DataCollection d"
        " JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId"
        " JOIN BLSession s ON s.sessionId = g.sessionId WHERE s.proposalId = 4"
    )[0]
    absent = 2**31 - 1
    for hidden, other in (
        ({"group_id": row["grp"]}, {"group_id": absent}),
        ({"group_id": row["grp"], "sessionId": 3}, {"group_id": absent, "sessionId": 3}),
        ({"collection_id": row["collection"], "flux": 1}, {"collection_id": absent, "flux": 1}),
    ):
        answers = [post(path, {"comments": "x", **body}) for body in (hidden, other)]
        numbers = {str(value) for value in (*row.values(), absent)}
        assert {each.status_code for each in answers} <= {404, 422}
        texts = [each.get_data(as_text=True) for each in answers]
        for number in numbers:
            texts = [text.replace(number, "N") for text in texts]
        assert texts[0] == texts[1]


def test_collection_stays_in_its_session(rows, post, session):
    other = rows.group_of_session()
    answer = post("/datacollections/datacollection", {**other, "sessionId": session}, "pi")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["sessionId"])


@pytest.mark.parametrize("hours", [(-48, -24), (24, 48)])
def test_people_record_nothing_before_or_after_their_session(written, rows, post, hours):
    number = rows.session()
    group = rows.new("/datacollectiongroups", "dataCollectionGroupId", sessionId=number)
    collection = rows.new("/datacollections", "dataCollectionId", dataCollectionGroupId=group)
    now = datetime.datetime.now()
    begin, end = (now + datetime.timedelta(hours=each) for each in hours)
    written.ask("UPDATE BLSession SET startDate = %s, endDate = %s WHERE sessionId = %s", str(begin), str(end), number)
    for path, body in {
        "/datacollections/group": {"sessionId": number},
        "/datacollections/datacollection": {"collection_id": collection, "flux": 1e10},
        "/images/image": {"dataCollectionId": collection, "imageNumber": 1},
        "/events/robot-action": {"sessionId": number},
    }.items():
        assert post(path, body, "pi").status_code == 403, path
        assert post(path, body, "staff").status_code in (200, 201), path


FILES_OF = {
    "/datacollections/datacollection": ("xtalSnapshotFullPath1", "xtalSnapshotFullPath4"),
    "/images/image": ("jpegFileFullPath", "jpegThumbnailFileFullPath", "fileLocation"),
    "/events/robot-action": ("xtalSnapshotBefore", "xtalSnapshotAfter"),
    "/events/energyscan": ("scanFileFullPath", "choochFileFullPath", "jpegChoochFileFullPath"),
    "/events/xfe-fluorescence-spectrum": (
        *("scanFileFullPath", "jpegScanFileFullPath", "annotatedPymcaXfeSpectrum", "fittedDataFileFullPath"),
    ),
}


@pytest.mark.parametrize("path", FILES_OF)
def test_people_record_no_paths_of_others(written, post, session, path):
    """Whoever says where a file is can read it then."""
    root = written.settings.files.roots[0]
    collection = post("/datacollections/datacollection", {"sessionId": session}).json["dataCollectionId"]
    for folder, stored in (
        (f"{root}/mx533", False),
        (f"{root}/mx415/../mx533", False),
        (f"{root}/mx4151", False),
        (root, False),
        (f"{root}/MX415/a", True),
        (f"{root}/2026/mx415-3/a", True),
        ("/somewhere/that/nobody/serves", True),
    ):
        body = {"sessionId": session, "dataCollectionId": collection, "imageNumber": 1}
        answer = post(path, {**body, **dict.fromkeys(FILES_OF[path], f"{folder}/x.jpg")})
        assert answer.status_code in (200, 201), answer.json
        assert {each["field"] for each in answer.json["leftOut"]} == (set() if stored else set(FILES_OF[path])), folder


def test_people_record_no_folders_of_others(written, post, stored, session):
    root = written.settings.files.roots[0]
    for files, kept in (
        ({"directory": root}, {"imageDirectory": None}),
        ({"directory": f"{root}/mx533", "template": "x.cbf"}, {"imageDirectory": None, "fileTemplate": "x.cbf"}),
        ({"directory": f"{root}/mx415", "template": "../mx533/x.cbf"}, {"imageDirectory": f"{root}/mx415"}),
        ({"directory": f"{root}/mx415", "prefix": "/etc/x"}, {"imagePrefix": None}),
    ):
        row = stored(post("/datacollections/datacollection", {"sessionId": session, "fileinfo": files}))
        assert {name: row[name] for name in kept} == kept
        assert "/" not in (row["fileTemplate"] or "")


def test_staff_and_instruments_record_any_path(written, post, stored, session):
    path = f"{written.settings.files.roots[0]}/elsewhere/x.jpg"
    body = {"sessionId": session, "xtalSnapshotFullPath1": path}
    assert stored(post("/datacollections/datacollection", body, "staff"))["xtalSnapshotFullPath1"] == path
    answer = Instrument(written).send("POST", "/datacollections/datacollection", body)
    assert stored(answer)["xtalSnapshotFullPath1"] == path


def test_set_ups_are_for_those_whose_session_runs(post):
    body = {"focusing_optic": "of the outsider", "undulators": ["U1", {"type": "U2"}, {}, 3]}
    assert post("/beamline-setups/beamline-setup", body, "outsider").status_code == 403
    first, again = (post("/beamline-setups/beamline-setup", body) for _ in range(2))
    assert (first.status_code, again.status_code, first.json["results"]) == (201, 200, again.json["results"])


def test_people_of_a_session_have_no_use_for_the_general_routes(written, session):
    assert written.open("POST", "/robotactions", "member", json={"blsessionId": session}).status_code == 403
    assert written.open("POST", "/instruments/setups", "member", json={"CS": 2.7}).status_code == 403


def test_instruments_may_use_these_routes_too(written, session):
    instrument = Instrument(written, beamlines=("BL01-MX",))
    assert instrument.send("POST", "/events/robot-action", {"sessionId": session}).status_code == 201
    elsewhere = Instrument(written, beamlines=("BL03-EM",))
    assert elsewhere.send("POST", "/events/robot-action", {"sessionId": session}).status_code == 422


def test_same_request_with_a_key_is_answered_once(written, session):
    headers = {"Idempotency-Key": "scan-1"}
    answers = [
        written.open("POST", "/events/energyscan", "member", headers=headers, json={"sessionId": session})
        for _ in range(2)
    ]
    assert answers[0].json == answers[1].json


def test_sample_and_set_up_are_noted_if_nobody_changed_the_row(written, post, session):
    scan = post("/events/energyscan", {"sessionId": session}).json["results"]
    setup = post("/beamline-setups/beamline-setup", {"focusing_optic": "if unchanged"}).json["results"]
    for path, body, read in (
        ("/events/energyscan/associate-bl-sample", {"energyScanId": scan, "blSampleId": 1}, f"/energyscans/{scan}"),
        (f"/sessions/{session}/associate-beamline-setup?beamLineSetupId={setup}", None, f"/sessions/{session}"),
    ):
        etag = written.get(read, "member").headers["ETag"]
        for known, status in (('"of another time"', 412), (etag, 200)):
            answer = written.open("PATCH", path, "member", headers={"If-Match": known}, json=body)
            assert answer.status_code == status, (path, answer.json)


def test_detector_is_one_object(written):
    found = written.get("/detectors?manufacturer=polarlys&model=&mode=&type=", "member")
    assert (found.status_code, found.json["detectorId"]) == (200, 1)
    assert written.get("/detectors?manufacturer=nobody&model=&mode=&type=", "member").status_code == 404
    assert written.get("/detectors", None).status_code == 401


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"proposalId": "1", "startDate": "{day}T00:00:00.000000Z", "endDate": "{day}T23:59:59.000000Z"}, 201),
        ({"proposalId": 1, "startDate": "{day}T00:00:00.000000Z"}, 422),  # nobody knows what other clients mean
        ({"proposalId": "MX415", "startDate": "{day}T00:00:00"}, 422),
        ({"proposalId": "99999999999", "startDate": "{day}T00:00:00"}, 422),
    ],
)
def test_sessions_are_opened_in_mxcubes_words(written, body, status):
    day = datetime.date.today().isoformat()
    filled = {name: value.format(day=day) if isinstance(value, str) else value for name, value in body.items()}
    answer = written.open("POST", "/sessions", "member", json={**filled, "beamLineName": "BL02-SSX"})
    assert answer.status_code == status, answer.json
    if status == 201:
        assert answer.json["startDate"] == f"{day}T00:00:00"


@contextlib.contextmanager
def closed(site):
    site.ask("UPDATE Proposal SET state = 'Closed' WHERE proposalId = 1")
    try:
        yield
    finally:
        site.ask("UPDATE Proposal SET state = 'Open' WHERE proposalId = 1")


def test_user_with_a_closed_proposal_logs_in_all_the_same(written):
    """The client asks for a session of each proposal, and does not survive that one is refused."""
    day = datetime.date.today().isoformat()
    body = {"startDate": f"{day}T00:00:00", "endDate": f"{day}T23:59:59", "beamLineName": "BL09-MX"}
    before = written.ask("SELECT COUNT(*) AS n FROM BLSession")[0]["n"]
    with closed(written):
        answer = written.open("POST", "/sessions", "member", json={**body, "proposalId": "1"})
        refused = written.open("POST", "/sessions", "member", json={**body, "proposalId": 1})
    assert (answer.status_code, refused.status_code) == (200, 403)
    assert answer.json["proposalId"] == 1
    assert None not in (answer.json["startDate"], answer.json["endDate"])
    assert written.ask("SELECT COUNT(*) AS n FROM BLSession")[0]["n"] == before


def test_user_who_does_not_take_part_in_the_session_of_the_day_logs_in_all_the_same(written):
    """Somebody who took part in another session of the proposal sees the proposal, and not this session."""
    body = {"startDate": "2031-03-01T00:00:00", "endDate": "2031-03-02T00:00:00", "beamLineName": "BL02-SSX"}
    made = written.open("POST", "/sessions", "admin", json={**body, "proposalId": 1}).json["sessionId"]
    assert written.get(f"/sessions/{made}", "member").status_code == 404
    answer = written.open("POST", "/sessions", "member", json={**body, "proposalId": "1"})
    assert (answer.status_code, answer.json["proposalId"]) == (200, 1)
    assert answer.json["sessionId"] != made
    refused = written.open("POST", "/sessions", "member", json={**body, "proposalId": 1})
    assert (refused.status_code, str(made) in refused.json["message"]) == (403, False)


def test_first_session_of_a_beamline_is_opened_where_the_facility_names_it(written):
    day = datetime.date.today().isoformat()
    body = {"proposalId": "1", "startDate": f"{day}T00:00:00", "endDate": f"{day}T23:59:59"}
    groups = json.loads(written.ask("SELECT value FROM AdminVar WHERE name = 'beamLineGroups'")[0]["value"])
    groups[0]["beamLines"].append({"beamLineName": "BL77-NEW"})
    changed = written.open("PATCH", "/options", "admin", json={"beamLineGroups": groups})
    assert changed.status_code == 200, changed.json
    assert written.open("POST", "/sessions", "member", json={**body, "beamLineName": "BL77-NEW"}).status_code == 201
    assert written.open("POST", "/sessions", "member", json={**body, "beamLineName": "BL78-NEW"}).status_code == 422


def test_lists_that_control_software_does_not_page_are_whole(get):
    assert get("/proposals").json["limit"] == 500
    assert get("/proposals?state=Open").json["limit"] == 25
    assert get("/sessions?proposal=MX415&beamLineName=BL01-MX").json["limit"] == 500
    assert get("/sessions?proposal=MX415").json["limit"] == 25


def test_proposal_that_is_called_so_is_found_first(written):
    for number, name in ((901, "4150"), (902, "41"), (903, "1415")):
        written.ask(
            "INSERT INTO Proposal (proposalId, personId, proposalCode, proposalNumber) VALUES (%s, 1, 'MX', %s)",
            number,
            name,
        )
    for name in ("MX415", "mx41", "MX4150"):
        assert written.get(f"/proposals?search={name}").json["results"][0]["proposal"].lower() == name.lower()
    found = written.get("/proposals/MX41").json
    assert (found["title"], found["type"]) == ("", "")
