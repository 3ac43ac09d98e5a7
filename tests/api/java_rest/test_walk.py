"""A beam time as the front ends of the Java server see it, over HTTP: every id comes from an answer before.

What a front end does with an answer is done here too: it splits, parses, indexes and compares without asking whether it may.
"""

import contextlib
import datetime
import io
import json
import re
import urllib.error
import urllib.parse
import urllib.request
import zipfile

import pytest

from ispyb_api.compat.java_rest.paths import PREFIX
from tests.support import processes

pytest.importorskip("reportlab", reason="the extra 'reports' is not installed")

MANAGER = "manager"


class FrontEnd:
    """A page in a browser: its login, and what it asks for."""

    def __init__(self, address, login):
        self._base = f"{address}{PREFIX}"
        form = {"login": login, "password": f"demo-{login}"}
        told = json.loads(self._sent(f"{self._base}/authenticate?site=ESRF", form)[1])
        self.login, self.roles = login, "".join(told["roles"]).lower()
        self._token = told["token"]

    def answer(self, path, form=None):
        """Return the type and the bytes of what must be an answer of 2xx."""
        status, body, kind = self._asked(path, form)
        assert 200 <= status < 300, f"{path}: {status} {body[:200]!r}"
        return kind, body

    def get(self, path):
        """Return the parsed answer; jQuery parses by the type."""
        kind, body = self.answer(path)
        assert kind == "application/json", path
        return json.loads(body)

    def post(self, path, form):
        return json.loads(self.answer(path, form)[1] or "null")

    def status(self, path):
        """Return how a request ends."""
        return self._asked(path)[0]

    def _asked(self, path, form=None):
        return self._sent(f"{self._base}/{self._token}{path}", form)

    @staticmethod
    def _sent(address, form=None):
        data = None if form is None else urllib.parse.urlencode(form).encode()
        with contextlib.ExitStack() as opened:
            try:
                answer = opened.enter_context(urllib.request.urlopen(address, data, timeout=60))
            except urllib.error.HTTPError as refused:
                answer = opened.enter_context(contextlib.closing(refused))
            assert answer.headers["Access-Control-Allow-Origin"] == "*", address
            return answer.status, answer.read(), answer.headers.get_content_type()


@pytest.fixture(scope="module")
def address(written, tmp_path_factory):
    settings = {"compat.java_rest": True, "compat.sites": ["ESRF=demo"]}
    folder = tmp_path_factory.mktemp("served")
    with processes.running(written, folder, **settings) as (address, _):
        yield f"http://{address.netloc}"
        log = (folder / "log").read_text(encoding="utf-8")
        assert "/<token>/proposal/" in log
        assert not re.search(r"\b[0-9a-f]{40}\b", log), "a token is in no line of the log"


@pytest.fixture(scope="module", params=["pi", "admin"])
def page(request, address):
    """EXI's first page: of a user, and of a manager."""
    page = FrontEnd(address, request.param)
    assert page.status("/proposal/null/info/get") in (200, 403), "asked before a proposal is chosen, read by nobody"
    return page


@pytest.fixture(scope="module")
def session(page):
    """The session with most data collections, of those on the first page."""
    if MANAGER in page.roles:
        today = datetime.date.today()
        days = [f"{today + datetime.timedelta(days=each):%Y%m%d}" for each in (-400, 400)]
        rows = page.get(f"/proposal/session/date/{days[0]}/{days[1]}/list")
        assert [row["Proposal_proposalId"] for row in page.get("/proposal/list")]
    else:
        rows = page.get("/session/list")
    for row in rows:
        at(row["BLSession_startDate"])
    wanted = [row for row in rows if row["xrfSpectrumCount"] and row["EMdataCollectionGroupCount"] == 0]
    return max(wanted, key=lambda row: row["dataCollectionGroupCount"])


@pytest.fixture(scope="module")
def proposal(page, session):
    """The path of the session's proposal, which the page knows all of."""
    name = f"{session['Proposal_proposalCode']}{session['Proposal_ProposalNumber']}"
    (info,) = page.get(f"/proposal/{name}/info/get")
    assert info["proposal"][0]["code"] + info["proposal"][0]["number"] == name
    if MANAGER not in page.roles:
        assert page.get(f"/proposal/{page.login}/info/get")[0]["proposal"] == info["proposal"]
    listed = {row["sessionId"] for row in page.get(f"/proposal/{name}/session/list")}
    assert session["sessionId"] in listed
    return f"/proposal/{name}"


@pytest.fixture(scope="module")
def groups(page, proposal, session):
    rows = page.get(f"{proposal}/mx/datacollection/session/{session['sessionId']}/list")
    assert rows
    starts = [at(row["DataCollection_startTime"]) for row in rows]
    assert starts == sorted(starts, reverse=True)
    return rows


def at(text):
    """Return the time that a text means, as both front ends read it."""
    return datetime.datetime.strptime(text, "%b %d, %Y %I:%M:%S %p")


def test_a_session_has_what_its_row_counts(page, proposal, session):
    number = session["sessionId"]
    (again,) = page.get(f"{proposal}/session/sessionId/{number}/list")
    assert {name: again[name] for name in session} == session
    scans = page.get(f"{proposal}/mx/energyscan/session/{number}/list")
    spectra = page.get(f"{proposal}/mx/xrfscan/session/{number}/list")
    assert (len(scans), len(spectra)) == (session["energyScanCount"], session["xrfSpectrumCount"])
    for scan in scans:
        at(scan["startTime"])
        page.status(f"{proposal}/mx/energyscan/energyscanId/{scan['energyScanId']}/jpegchooch")
    for spectrum in spectra:
        path = f"{proposal}/mx/xrfscan/xrfscanId/{spectrum['xfeFluorescenceSpectrumId']}"
        assert page.status(f"{path}/image/jpegScanFileFullPath/get") in (200, 404)
        assert page.status(f"{path}/csv") in (200, 204)


def test_groups_have_pictures(page, proposal, groups):
    seen = set()
    for row in groups[:12]:
        collection = row["DataCollection_dataCollectionId"]
        paths = [f"image/{row.get('lastImageId', 'undefined')}/{what}" for what in ("thumbnail", "get")]
        paths += [f"datacollection/{collection}/crystalsnaphot/{number}/get" for number in range(1, 5)]
        paths.append(f"datacollection/{collection}/qualityindicatorplot")
        for path in paths:
            status, body, kind = page._asked(f"{proposal}/mx/{path}")
            assert status in (200, 204, 404), path
            assert (kind.startswith("image/") and body) if status == 200 else not body, path
            seen.add(status)
    assert 200 in seen


def test_a_group_opens_into_its_collections(page, proposal, groups):
    for row in groups[:12]:
        number = row["DataCollectionGroup_dataCollectionGroupId"]
        rows = page.get(f"{proposal}/mx/datacollection/datacollectiongroupid/{number}/list")
        assert {str(each["dataCollectionId"]) for each in rows} == set(row["dataCollectionIdList"].split(","))
        for each in rows:
            assert not each["fileTemplate"].endswith("no such template")
            alone = page.get(f"{proposal}/mx/datacollection/{each['dataCollectionId']}/list")
            assert [of["DataCollectionGroup_dataCollectionGroupId"] for of in alone] == [number]
        phased = page.get(f"{proposal}/mx/phasing/datacollectiongroupid/{number}/list")
        for step in (step for steps in phased for step in steps):
            assert "PhasingStep_previousPhasingStepId" in step


def test_results_open_into_their_files(page, proposal, groups):
    ids = [row["DataCollection_dataCollectionId"] for row in groups]
    lists = page.get(f"{proposal}/mx/autoprocintegration/datacollection/{','.join(map(str, ids))}/view")
    assert len(lists) == len(ids)
    results = [row for rows in lists for row in rows]
    ranked = [row for row in results if row["scalingStatisticsType"]]
    for row in ranked:
        shells = row["scalingStatisticsType"].split(",")
        assert {len(row[key].split(",")) for key in ("completeness", "rMerge", "resolutionLimitHigh")} == {len(shells)}
        row["v_datacollection_summary_phasing_autoproc_space_group"].replace(" ", "")
    assert ranked
    program = next(row["v_datacollection_summary_phasing_autoProcProgramId"] for row in ranked)
    files_of(page, f"{proposal}/mx/autoprocintegration", program)


def files_of(page, path, program):
    """Open each file of a run as its name has it, and all of them together."""
    (files,) = page.get(f"{path}/attachment/autoprocprogramid/{program}/list")
    assert files
    for file in sorted(files, key=lambda each: each["fileName"]):
        how = {"pdf": "getPdf", "html": "getHtml"}.get(file["fileName"].rpartition(".")[2], "get")
        for way in (how, "download"):
            status = page.status(f"{path}/autoprocattachmentid/{file['autoProcProgramAttachmentId']}/{way}")
            assert status in (200, 404), file
    kind, body = page.answer(f"{path}/attachment/autoprocprogramid/{program}/download?forceFilename=all.zip")
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        assert archive.testzip() is None
        inside = {name.rpartition("/")[2] for name in archive.namelist()} - {"manifest.json"}
        assert inside
        assert inside <= {each["fileName"] for each in files}
    assert kind == "application/zip"


def test_samples_stand_where_their_containers_are(page, proposal):
    samples = page.get(f"{proposal}/mx/sample/list")
    containers = {row["Container_containerId"] for row in samples}
    inside = page.get(f"{proposal}/mx/sample/containerid/{','.join(map(str, containers))}/list")
    assert {row["BLSample_blSampleId"] for row in inside} == {row["BLSample_blSampleId"] for row in samples}
    assert {int(row["BLSample_location"]) for row in samples if row["BLSample_location"].isdecimal()}
    assert page.get(f"{proposal}/mx/sample/containerid/null/list") == []
    prepared = page.get(f"{proposal}/dewar/list")
    assert containers <= {row["containerId"] for row in prepared}


def test_a_shipment_is_sent(page, proposal):
    (info,) = page.get(f"{proposal}/info/get")
    sender, protein = info["labcontacts"][0], info["proteins"][0]
    assert page.get(f"{proposal}/shipping/0/get") is None, "asked while none is chosen"
    made = page.post(f"{proposal}/shipping/save", _shipment(sender, page.get(f"{proposal}/session/list")[0]))
    shipping = f"{proposal}/shipping/{made['shippingId']}"
    dewar = page.post(f"{shipping}/dewar/save", {"code": "WALK-D1", "dewarId": "", "isReimbursed": "false"})["dewarVOs"]
    (dewar,) = dewar
    here = f"{shipping}/dewar/{dewar['dewarId']}"
    added = page.get(f"{here}/containerType/Unipuck/capacity/16/container/add")["containerId"]
    puck = page.get(f"{here}/puck/{added}/get")
    filled = page.post(f"{here}/puck/{added}/save", {"puck": json.dumps(_filled(puck, protein))})
    assert [(each["name"], each["location"]) for each in filled["sampleVOs"]] == [("walk1", "1"), ("walk2", "2")]
    again = page.post(f"{here}/puck/{added}/save", {"puck": json.dumps(filled)})
    assert again == filled, "saving what was read changes nothing"
    on_the_way(page, proposal, made["shippingId"], dewar["dewarId"], added)


def _shipment(sender, session):
    return {
        "shippingId": "",
        "name": "Walked",
        "comments": "",
        "sessionId": session["sessionId"],
        "sendingLabContactId": sender["labContactId"],
        "returnLabContactId": -1,
        "returnCourier": sender["labContactId"],
        "courierAccount": sender["courierAccount"] or "",
        "billingReference": sender["billingReference"] or "",
        "dewarAvgCustomsValue": 0,
        "dewarAvgTransportValue": 0,
    }


def _filled(puck, protein):
    samples = [
        {
            "name": f"walk{number}",
            "code": f"W{number}",
            "location": str(number),
            "comments": "",
            "crystalVO": {"proteinVO": protein, "spaceGroup": "P212121", "cellA": "", "comments": None},
            "diffractionPlanVO": {"experimentKind": "MXPressE", "aimedResolution": "1.8", "radiationSensivity": ""},
        }
        for number in (1, 2)
    ]
    return {**puck, "code": "WALK-P1", "sampleVOs": puck["sampleVOs"] + samples}


def on_the_way(page, proposal, shipping, dewar, container):
    """Print the labels, put the container on a sample changer, send the dewar, and look where it was."""
    path = f"{proposal}/shipping/{shipping}"
    kind, body = page.answer(f"{path}/dewar/{dewar}/labels")
    assert (kind, body[:5]) == ("application/pdf", b"%PDF-")
    kind, body = page.answer(f"{proposal}/mx/sample/dewar/{dewar}/sortView/1/list/pdf")
    assert (kind, body[:5]) == ("application/pdf", b"%PDF-")
    changer = f"{proposal}/container/{container}/beamline/BL01-MX/samplechangerlocation/update"
    assert page.post(changer, {"sampleChangerLocation": "7"}) == {"updateSampleLocation": "ok"}
    assert page.get(f"{path}/status/at_ESRF/update") == {"setShippingStatus": "ok"}
    history = page.get(f"{path}/history")
    assert {"ready to go", "at_ESRF"} <= {row["DewarTransportHistory_dewarStatus"] for row in history}
    (row,) = [row for row in page.get(f"{proposal}/shipping/list") if row["Shipping_shippingId"] == shipping]
    assert (row["Container_containerId"], row["sampleCount"]) == (container, 2)
    (ready,) = [row for row in page.get(f"{proposal}/dewar/list") if row["containerId"] == container]
    assert (ready["sampleChangerLocation"], ready["dewarStatus"]) == ("7", "at_ESRF")
    assert len(page.get(f"{proposal}/mx/sample/containerid/{container}/list")) == 2
    if MANAGER in page.roles:
        assert page.get(f"{path}/remove") is True
        assert page.get(f"{path}/get") is None
    else:
        assert page.status(f"{path}/remove") == 403


def test_a_session_at_the_microscope(address):
    page = FrontEnd(address, "admin")
    rows = [row for row in page.get("/session/list") if row["EMdataCollectionGroupCount"]]
    for session in rows:
        (owner,) = page.get(f"/proposal/session/{session['sessionId']}/list")
        proposal = f"/proposal/{owner['Proposal_proposalCode']}{owner['Proposal_proposalNumber']}"
        groups = page.get(f"{proposal}/em/datacollection/session/{session['sessionId']}/list")
        movies = {row["movieId"] for row in page.get(f"{proposal}/em/session/{session['sessionId']}/stats")}
        assert movies == {number for group in groups for number in movies_of(page, f"{proposal}/em", group)}
    assert rows


def movies_of(page, path, group):
    """Return the ids of the movies of a group's grid squares; look at the pictures of the first one."""
    squares = group["dataCollectionIdList"].split(",")
    assert len(group["imageDirectoryList"].split(",")) == len(group["startTimeList"].split(",")) == len(squares)
    counts = {each["dataCollectionId"]: each["movieCount"] for each in group["stats"]}
    found = []
    for square in squares:
        rows = page.get(f"{path}/datacollection/{square}/movie/all")
        assert counts[int(square)] == len(rows)
        assert all(row["Movie_movieFullPath"].rpartition("/")[2] for row in rows)
        found += [row["Movie_movieId"] for row in rows]
    for what in ("thumbnail", "motioncorrection/thumbnail", "motioncorrection/drift", "ctf/thumbnail") if found else ():
        assert page.status(f"{path}/datacollection/{squares[0]}/movie/{found[0]}/{what}") in (200, 204), what
    return found
