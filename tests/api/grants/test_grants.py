"""/proposals/{proposal}/grants: sessions and samples shared with single persons, and what these see then."""

import pytest

from ispyb_api.grants.schemas import GrantPageSchema, GrantSchema
from tests.conftest import ENGINES
from tests.contract.shapes import faults
from tests.support import sites
from tests.support.rights import holding, last_activity

OUTSIDER, MEMBER = 6, 3


@pytest.fixture(scope="module", params=ENGINES)
def site(request, tmp_path_factory):
    """A site of the module's own, whose callers are looked at anew with each request."""
    with sites.open_site(request.param, tmp_path_factory.mktemp("sharing"), **{"auth.cache_seconds": 0.0}) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _nothing_is_shared(site):
    yield
    site.ask("DELETE FROM api_grant")


def share(site, caller="pi", proposal="MX415", **given):
    return site.open("POST", f"/proposals/{proposal}/grants", caller, json={"personId": OUTSIDER, **given})


def ids(site, path, key, login="outsider"):
    page = site.get(path, login).json
    assert page["total"] == len(page["results"])
    return {row[key] for row in page["results"]}


def sampled(site):
    """Return a sample of MX415 of which something was measured in some of its sessions, and its groups."""
    rows = site.ask(
        "SELECT g.blSampleId, g.dataCollectionGroupId, g.sessionId FROM DataCollectionGroup g"
        " JOIN BLSession s ON s.sessionId = g.sessionId WHERE s.proposalId = 1 AND g.blSampleId IS NOT NULL"
        " ORDER BY g.blSampleId"
    )
    sample = rows[0]["blSampleId"]
    return sample, {row["dataCollectionGroupId"] for row in rows if row["blSampleId"] == sample}


def test_the_principal_investigator_shares_a_session(site):
    made = share(site, sessionId=1)
    assert made.status_code == 201, made.json
    assert list(faults(GrantSchema, made.json)) == []
    assert made.headers["Location"].endswith(f"/proposals/MX415/grants/{made.json['grantId']}")
    assert {name: made.json[name] for name in ("login", "session", "blSampleId", "createdBy")} == {
        "login": "outsider", "session": "MX415-1", "blSampleId": None, "createdBy": "pi",
    }  # fmt: skip
    line = last_activity(site)
    assert (line["action"], line["target"]) == ("grant added", "proposal MX415")
    assert line["detail"] == "session 1 with person 6 outsider"


def test_a_shared_session_is_seen_everywhere_and_nothing_else(site):
    assert ids(site, "/sessions", "sessionId") == set()
    share(site, sessionId=1)
    assert ids(site, "/sessions", "sessionId") == {1}
    assert ids(site, "/proposals", "proposalId") == {1}
    proposal = site.get("/proposals/MX415", "outsider").json
    assert proposal["_metadata"]["sessions"] == 1
    whole = ids(site, "/datacollections?limit=500&sessionId=1", "dataCollectionId", "pi")
    assert ids(site, "/datacollections?limit=500", "dataCollectionId") == whole
    events = site.get("/events?limit=500", "outsider").json
    assert events["total"] == site.get("/events?limit=500&sessionId=1", "pi").json["total"] > 0
    assert site.get("/sessions/2", "outsider").status_code == 404
    assert site.get("/persons?proposal=MX415", "outsider").json["total"] == len(
        site.get("/persons?sessionId=1", "outsider").json["results"]
    )


def test_a_shared_sample_shows_what_was_measured_of_it_and_not_the_session(site):
    sample, groups = sampled(site)
    made = share(site, blSampleId=sample)
    assert (made.status_code, made.json["blSampleId"], made.json["session"]) == (201, sample, None)
    assert ids(site, "/datacollectiongroups?limit=500", "dataCollectionGroupId") == groups
    collections = ids(site, "/datacollections?limit=500", "dataCollectionId")
    assert collections
    assert {
        row["dataCollectionGroupId"] for row in site.get("/datacollections?limit=500", "outsider").json["results"]
    } == groups
    one = min(collections)
    assert site.get(f"/datacollections/{one}", "outsider").status_code == 200
    assert site.get(f"/datacollectiongroups/{min(groups)}", "outsider").status_code == 200
    assert ids(site, "/sessions", "sessionId") == set()
    assert ids(site, "/proposals", "proposalId") == {1}
    for row in site.get("/events?limit=500", "outsider").json["results"]:
        assert row["blSampleId"] == sample
    kinds = site.get("/events/types", "outsider").json["results"]
    assert kinds
    assert site.get("/persons?limit=500", "outsider").json["total"] == 0


def test_pictures_of_a_shared_sample_are_served(site):
    rows = site.ask(
        "SELECT d.dataCollectionId AS id, g.blSampleId AS sample FROM DataCollection d"
        " JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId"
        " JOIN BLSession s ON s.sessionId = g.sessionId"
        " WHERE s.proposalId = 1 AND d.xtalSnapshotFullPath1 IS NOT NULL AND g.blSampleId IS NOT NULL"
    )
    path = f"/datacollections/{rows[0]['id']}/snapshots/1"
    before = site.get(path, "pi").status_code
    assert site.get(path, "outsider").status_code == 404
    share(site, blSampleId=rows[0]["sample"])
    assert site.get(path, "outsider").status_code == before


def test_what_is_taken_back_is_gone(site):
    made = share(site, sessionId=1).json
    path = f"/proposals/MX415/grants/{made['grantId']}"
    assert site.get(path, "pi").json == made
    removed = site.open("DELETE", path, "pi")
    assert (removed.status_code, removed.data) == (204, b"")
    assert last_activity(site)["action"] == "grant removed"
    assert ids(site, "/sessions", "sessionId") == set()
    assert site.open("DELETE", path, "pi").status_code == 404


def test_grants_are_listed_and_looked_for(site):
    sample, _ = sampled(site)
    for given in ({"sessionId": 1}, {"blSampleId": sample}, {"sessionId": 1, "personId": MEMBER}):
        assert share(site, **given).status_code == 201
    page = site.get("/proposals/MX415/grants", "pi").json
    assert list(faults(GrantPageSchema, page)) == []
    assert [(row["login"], row["sessionId"], row["blSampleId"]) for row in page["results"]] == [
        ("outsider", 1, None), ("outsider", None, sample), ("member", 1, None),
    ]  # fmt: skip
    for query, count in (("personId=6", 2), ("sessionId=1", 2), (f"blSampleId={sample}", 1), ("personId=1", 0)):
        found = site.get(f"/proposals/MX415/grants?limit=1&{query}", "pi").json
        assert found["total"] == count
    assert site.get("/proposals/SX28/grants").json["total"] == 0


def test_a_person_can_be_named_by_login(site):
    path = "/proposals/1/grants"
    made = site.open("POST", path, "pi", json={"login": "OUTSIDER", "sessionId": 1})
    assert (made.status_code, made.json["personId"]) == (201, OUTSIDER)


def test_it_is_shared_once(site):
    assert share(site, sessionId=1).status_code == 201
    again = share(site, sessionId=1)
    assert (again.status_code, again.json["code"]) == (409, "conflict")


@pytest.mark.parametrize("login", ["member", "contact", "staff", "service"])
def test_others_who_see_the_proposal_share_nothing(site, login):
    assert site.get("/proposals/MX415", login).status_code == 200
    assert share(site, login, sessionId=2).status_code == 403
    assert site.get("/proposals/MX415/grants", login).status_code == 403


def test_to_whom_something_is_shared_the_proposal_hides_its_grants(site):
    share(site, sessionId=1)
    assert site.get("/proposals/MX415", "outsider").status_code == 200
    for method, path in (("GET", ""), ("POST", ""), ("DELETE", "/1"), ("GET", "/1")):
        body = {"personId": 2, "sessionId": 1} if method == "POST" else None
        assert site.open(method, f"/proposals/MX415/grants{path}", "outsider", json=body).status_code == 404
    assert share(site, "outsider", proposal="SX28", sessionId=6).status_code == 404


def test_who_manages_grants_shares_what_he_or_she_sees(site):
    sample, _ = sampled(site)
    with holding(site, "member", "manage_grants"):
        assert share(site, "member", sessionId=2).status_code == 201
        hidden = share(site, "member", sessionId=1)
        assert (hidden.status_code, list(hidden.json["errors"])) == (422, ["sessionId"])
        assert share(site, "member", blSampleId=sample).status_code == 403
    with holding(site, "outsider", "manage_grants"):
        assert share(site, "outsider", sessionId=1).status_code == 404
    with holding(site, "service", "manage_grants"):
        assert share(site, "service", blSampleId=sample).status_code == 201


@pytest.mark.parametrize("state", ["Closed", "Cancelled"])
def test_a_closed_proposal_shares_nothing_more(site, state):
    made = share(site, sessionId=1).json
    site.ask("UPDATE Proposal SET state = %s WHERE proposalId = 1", state)
    try:
        refused = share(site, sessionId=2)
        assert (refused.status_code, refused.json["code"]) == (403, "forbidden")
        assert state.lower() in refused.json["message"]
        assert share(site, "admin", sessionId=2).status_code == 201
        assert ids(site, "/sessions", "sessionId") == {1, 2}
        assert site.open("DELETE", f"/proposals/MX415/grants/{made['grantId']}", "pi").status_code == 204
        with holding(site, "staff", "manage_grants"):  # sees the session because of its beamline
            assert share(site, "staff", personId=MEMBER, sessionId=1).status_code == 201
    finally:
        site.ask("UPDATE Proposal SET state = 'Open' WHERE proposalId = 1")


def test_a_session_that_moved_away_is_shared_no_longer(site):
    share(site, sessionId=1)
    site.ask("UPDATE BLSession SET proposalId = 2 WHERE sessionId = 1")
    try:
        assert ids(site, "/sessions", "sessionId") == ids(site, "/proposals", "proposalId") == set()
        assert site.get("/proposals/MX415/grants", "pi").json["results"][0]["session"] is None
        assert share(site, "admin", proposal="SX28", sessionId=1).status_code == 201
        assert ids(site, "/sessions", "sessionId") == {1}
        assert site.get("/proposals/MX415/grants", "pi").json["total"] == 0
    finally:
        site.ask("UPDATE BLSession SET proposalId = 1 WHERE sessionId = 1")


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({}, ["sessionId"]),
        ({"sessionId": 1, "blSampleId": 1}, ["sessionId"]),
        ({"login": "pi", "sessionId": 1}, ["personId"]),
        ({"login": "pi"}, ["personId", "sessionId"]),
        ({"personId": 999999, "sessionId": 999999}, ["personId", "sessionId"]),
        ({"personId": 14, "sessionId": 1}, ["personId"]),  # has no login
        ({"sessionId": 6}, ["sessionId"]),  # of another proposal
        ({"blSampleId": 999999}, ["blSampleId"]),
        ({"sessionId": 0, "grantId": 1, "createdBy": "me"}, ["createdBy", "grantId", "sessionId"]),
        ({"proposalId": 2, "sessionId": 1}, ["proposalId"]),
    ],
)
def test_every_wrong_field_is_named(site, given, wrong):
    answer = share(site, **given)
    assert (answer.status_code, sorted(answer.json.get("errors", {}))) == (422, wrong)


@pytest.mark.parametrize("proposal", ["NO1", "999", "0", "99999999999", "MX415-1", "%00", "x" * 100])
def test_a_proposal_that_is_not_there_is_404(site, proposal):
    assert share(site, "admin", proposal=proposal, sessionId=1).status_code == 404
    assert site.get(f"/proposals/{proposal}/grants").status_code == 404


def test_an_administrator_is_told_of_it(site):
    sample, _ = sampled(site)
    share(site, sessionId=1)
    share(site, blSampleId=sample)
    told = site.get("/admin/persons/6/access?sessionId=1").json
    assert (told["sessions"], told["proposals"], told["samples"], told["visible"]) == (1, 1, 1, True)
    assert [rule["rule"] for rule in told["rules"] if rule["opens"]] == ["grant"]


def test_shared_sample_is_among_ones_samples_and_nothing_else_of_its_proposal(written):
    sample = written.ask(
        "SELECT MIN(s.blSampleId) AS id FROM BLSample s JOIN Container c ON c.containerId = s.containerId"
        " JOIN Dewar d ON d.dewarId = c.dewarId JOIN Shipping h ON h.shippingId = d.shippingId WHERE h.proposalId = 1"
    )[0]["id"]
    before = written.get("/samples?limit=500", "outsider").json
    body = {"login": "outsider", "blSampleId": sample}
    grant = written.open("POST", "/proposals/MX415/grants", "pi", json=body).json["grantId"]
    page = written.get("/samples?limit=500", "outsider").json
    assert page["total"] == before["total"] + 1
    assert sample in {row["blSampleId"] for row in page["results"]}
    assert written.get(f"/samples/{sample}", "outsider").status_code == 200
    assert written.get("/samples?proposal=MX415", "outsider").json["total"] == 1
    assert written.get("/samples?proposal=EM67", "outsider").json["total"] == 0
    assert written.get("/containers", "outsider").json["total"] == 0
    assert written.open("PATCH", f"/samples/{sample}", "outsider", json={"comments": "mine"}).status_code == 404
    written.open("DELETE", f"/proposals/MX415/grants/{grant}", "pi")
    assert written.get(f"/samples/{sample}", "outsider").status_code == 404


def test_what_was_done_with_a_shared_sample_is_counted(written):
    """The counts said 0, beside a list of the very collections that they count."""
    rows = written.get("/samples?proposal=MX415&limit=500", "pi").json["results"]
    done = max(rows, key=lambda row: (row["_metadata"]["autoIntegrations"], row["_metadata"]["datacollections"]))
    sample = done["blSampleId"]
    body = {"login": "outsider", "blSampleId": sample}
    grant = written.open("POST", "/proposals/MX415/grants", "pi", json=body).json["grantId"]
    try:
        assert written.get(f"/samples/{sample}", "outsider").json["_metadata"] == done["_metadata"]
        listed = written.get(f"/datacollections?blSampleId={sample}", "outsider").json["total"]
        assert listed == done["_metadata"]["datacollections"] > 0
        for status in ("Data Collected", "Auto Integrated"):
            page = written.get(f"/samples?status={status}", "outsider").json
            assert [row["blSampleId"] for row in page["results"]] == [sample]
            assert page["total"] == 1
    finally:
        written.open("DELETE", f"/proposals/MX415/grants/{grant}", "pi")
