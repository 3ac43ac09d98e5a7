"""py-ISPyB's spellings of the Java server's routes: each is there, with its keys, for who may see what it shows."""

import io
import logging
import re

import pytest

from ispyb_api.app import PREFIX
from ispyb_api.auth import opaque
from ispyb_api.compat.legacy import blueprint, paths, shapes
from ispyb_api.http import logs
from tests.api.java_rest.walking import FOREIGN, ODD, WORDS
from tests.support import facts

# One row of each kind: MX415 has the sessions 1 to 4, EM67 the microscope's.
SESSION = "SELECT sessionId FROM BLSession WHERE proposalId = 1 AND visit_number = 3"
EM = (
    "SELECT p.proposalId, s.sessionId, g.dataCollectionGroupId, MIN(mo.dataCollectionId) AS collection, MIN(mo.movieId) AS movie"
    " FROM Movie mo JOIN DataCollection dc ON dc.dataCollectionId = mo.dataCollectionId"
    " JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId"
    " JOIN BLSession s ON s.sessionId = g.sessionId JOIN Proposal p ON p.proposalId = s.proposalId"
    " WHERE mo.micrographSnapshotFullPath IS NOT NULL GROUP BY p.proposalId, s.sessionId, g.dataCollectionGroupId"
)


@pytest.fixture
def em(site):
    return site.ask(EM)[0]


def by_path(site, path, login="admin"):
    """Ask with the token in the path; ``path`` stands behind it."""
    return site.app.test_client().get(f"{paths.PREFIX}/{site.token(login)}{path}")


def plain(path):
    return re.sub(r"<.*?>|\{.*?\}", "{}", path)


def spelt(app):
    return {plain(rule.rule.removeprefix(PREFIX)) for rule, _ in blueprint.routes_of(app)}


def old():
    """The rows of the facts' table."""
    return [row for row in facts.rows("pyispyb-routes") if row["branch"] == "master" and "/legacy/" in row["path"]]


def test_every_one_is_there(site):
    assert {plain(row["path"].removeprefix(PREFIX)) for row in old()} == spelt(site.app)


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("/legacy/sessions", shapes.SESSION),
        ("/legacy/proposals", shapes.PROPOSAL_ROW),
        ("/legacy/em/session/{session_id}/stats", shapes.MOVIE_STATS),
        ("/legacy/em/session/{session_id}/classification", shapes.CLASSIFICATION),
        ("/legacy/em/proposal/{proposal_id}/datacollection/{datacollection_id}/movies", shapes.MOVIE),
    ],
)
def test_every_key_is_sent(path, shape):
    told = next(row for row in old() if row["path"].endswith(path))
    text = next(value for name, value in told.items() if name.startswith("response_fields"))
    text = text.partition(": " if ": " in text else "[].")[2] if "[]. " in text else text
    names = {name.strip().removeprefix("[].") for name in re.split(r"[;,]", text)}
    assert names - {key.name for key in shape.keys} == set()


def test_both_spellings_answer_alike(site, em):
    session = site.ask(SESSION)[0]["sessionId"]
    p, s, g = em["proposalId"], em["sessionId"], em["dataCollectionGroupId"]
    c, m = em["collection"], em["movie"]
    sessions = (row["sessionId"] for row in site.ask("SELECT sessionId FROM BLSession WHERE proposalId = %s", p))
    sorted_into = next(each for each in sessions if site.get(f"/legacy/em/session/{each}/classification").json)
    pairs = {
        "/sessions": "/session/list",
        "/sessions/date/20200101/20991231": "/proposal/session/date/20200101/20991231/list",
        "/sessions/proposal/mx415": "/proposal/MX415/session/list",
        "/proposals": "/proposal/list",
        "/proposals/mx415": "/proposal/1/info/get",
        f"/data_collections/groups/session/{session}": f"/proposal/session/{session}/list",
        f"/em/proposal/{p}/session/{s}/data_collections/groups": f"/proposal/{p}/em/datacollection/session/{s}/list",
        f"/em/proposal/{p}/datacollection/{c}/movies": f"/proposal/{p}/em/datacollection/{c}/movie/all",
        f"/em/session/{s}/stats": f"/proposal/{p}/em/session/{s}/stats",
        f"/em/session/{sorted_into}/classification": f"/proposal/{p}/em/session/{sorted_into}/classification",
        f"/em/proposal/{p}/movie/{m}/thumbnail": f"/proposal/{p}/em/datacollection/{c}/movie/{m}/thumbnail",
        f"/em/proposal/{p}/movie/{m}/thumbnail/ctf": f"/proposal/{p}/em/datacollection/{c}/movie/{m}/ctf/thumbnail",
    }
    for header, path in pairs.items():
        one, other = site.get(f"/legacy{header}"), by_path(site, path)
        assert (one.status_code, other.status_code) == (200, 200), (header, one.text, other.text)
        assert one.data == other.data, header
        assert one.data != b"[]", header
    for path in (f"/data_collections/{c},{c},x/stats", f"/data_collections_group/{g}/stats"):
        one, other = (site.get(f"/legacy{each}/proposal/{p}{path}") for each in ("/em", ""))
        assert one.json == other.json
        assert c in [row["dataCollectionId"] for row in one.json]


def test_a_session_as_py_ispyb_wrote_it(site):
    session = site.ask(SESSION)[0]["sessionId"]
    row = next(each for each in site.get("/legacy/sessions/proposal/MX415").json if each["sessionId"] == session)
    stored = site.ask("SELECT startDate, scheduled FROM BLSession WHERE sessionId = %s", session)[0]
    assert row["BLSession_startDate"] == str(stored["startDate"]).replace(" ", "T")
    assert row["scheduled"] == stored["scheduled"]
    assert (row["Proposal_proposalCode"], row["Proposal_ProposalNumber"]) == ("MX", "415")
    assert row.keys() == {key.name for key in shapes.SESSION.keys}  # nothing is left out for being null


def test_a_proposal(site):
    found = site.get("/legacy/proposals/mx415").json["proposal"]
    assert (found["proposalId"], found["proposalCode"], found["proposalNumber"]) == (1, "MX", "415")
    assert found["bltimeStamp"][10:11] == "T"
    assert found.keys() == {
        "proposalId",
        "proposalCode",
        "proposalNumber",
        "proposalType",
        "externalId",
        "personId",
        "title",
        "bltimeStamp",
        "state",
    }


def test_several_collections_are_all_counted(site, em):
    rows = site.ask("SELECT dataCollectionId, COUNT(*) AS n FROM Movie GROUP BY dataCollectionId ORDER BY 1 LIMIT 3")
    ids = ",".join(str(row["dataCollectionId"]) for row in rows)
    found = site.get(f"/legacy/em/proposal/{em['proposalId']}/data_collections/{ids}/stats").json
    counted = {each["dataCollectionId"]: each["movieCount"] for each in found}
    assert counted == {row["dataCollectionId"]: row["n"] for row in rows}


def test_who_sees_nothing_gets_nothing(site, em):
    session = site.ask(SESSION)[0]["sessionId"]
    for path in ("/sessions", "/proposals"):
        assert site.get(f"/legacy{path}", "outsider").json == []
    p, s, c, m = em["proposalId"], em["sessionId"], em["collection"], em["movie"]
    hidden = (
        "/proposals/mx415",
        "/sessions/proposal/1",
        f"/data_collections/groups/session/{session}",
        f"/em/session/{s}/stats",
        f"/em/session/{s}/classification",
        f"/em/proposal/{p}/movie/{m}/thumbnail",
        f"/em/proposal/{p}/datacollection/{c}/movies",
        f"/em/proposal/{p}/data_collections/{c}/stats",
    )
    for path in hidden:
        assert site.get(f"/legacy{path}", "outsider").status_code == 404, path
    # In one's own proposal, what is another's is not there.
    for path in (f"/movie/{m}/thumbnail", f"/movie/{m}/plot/motioncorrectiondrift"):
        assert site.get(f"/legacy/em/proposal/MX415{path}", "pi").status_code == 404
    assert site.get(f"/legacy/em/proposal/MX415/data_collections/{c}/stats", "pi").json == []
    assert site.get(f"/legacy/em/proposal/MX415/datacollection/{c}/movies", "pi").json == []


@pytest.fixture
def every_path(site):
    values = FOREIGN | WORDS | {"proposal": "mx415", "collection": 101, "token": "x"}

    def paths_with(**given):
        for rule, _ in blueprint.routes_of(site.app):
            yield re.sub(r"<(\w+)>", lambda part: str((values | given)[part[1]]), rule.rule)

    return paths_with


def test_strangers_get_nothing(site, every_path):
    for path in every_path():
        answer = site.app.test_client().get(path)
        assert (answer.status_code, answer.json["code"]) == (401, "unauthenticated"), path
    for path in every_path(token="x" * 40):
        assert site.app.test_client().get(f"{path}?token={site.token('admin')}").status_code == 401


@pytest.mark.parametrize("odd", ODD)
def test_nothing_is_too_odd(site, every_path, odd):
    names = dict.fromkeys(("session", "collection", "collections", "group", "movie", "proposal", "start", "end"), odd)
    for path in every_path(token=site.token("admin"), **names):
        answer = site.app.test_client().get(path, headers=site.headers("admin"))
        assert answer.status_code in (200, 404), (path, answer.text)


def test_the_token_of_a_path_is_written_nowhere(site, every_path):
    root, stream = logging.getLogger(), io.StringIO()
    handlers, level = root.handlers[:], root.level
    logs.configure("json", "debug", prefixes=opaque.PREFIXES, stream=stream)
    try:
        token = site.token("admin")
        for path in every_path(token=token):
            answer = site.app.test_client().get(
                path, headers={"Referer": f"http://ui{paths.PREFIX}/{token}/session/list"}
            )
            assert token not in str(answer.headers) + answer.get_data().decode("utf-8", "replace")
        assert f"{paths.PREFIX}/<token>/session/list" in stream.getvalue()
        assert token not in stream.getvalue()
    finally:
        logging.captureWarnings(False)
        root.handlers[:], root.level = handlers, level


def test_it_has_a_page_of_its_own(site):
    client = site.app.test_client()
    assert client.get(blueprint.DOCS).status_code == 200
    assert len(client.get(f"{paths.PREFIX}/swagger.json").json["paths"]) == len(spelt(site.app))
