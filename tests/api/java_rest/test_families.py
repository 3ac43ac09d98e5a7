"""Databases of either family, which have no tables for some of it: answered with what there is, never with a failure."""

import json
import logging

import pytest

from ispyb_api import paths
from ispyb_api import settings as configuration
from ispyb_api.app import engine_of
from ispyb_api.compat.java_rest import routes_empty
from ispyb_api.db import adopt
from tests.api.java_rest.checking import Checker
from tests.api.java_rest.test_fuzz import FIELDS
from tests.api.java_rest.walking import OWN, WORDS, filled, parts, routes
from tests.support import dls_sample, families
from tests.support.java import Java

COLLECTION, PROPOSAL, SESSION = 993677, "cm14451", 55167


@pytest.fixture(scope="module", params=families.FLAVOURS)
def java(request, tmp_path_factory):
    """A database of one family with rows of a real facility, adopted."""
    with families.database(request.param) as url:
        engine = engine_of(configuration.load(environ={}, overrides={"database.url": url, "token.secret": "s" * 32}))
        with engine.raw() as raw:
            for name in ("all_proposals", "edit_proposals"):
                raw.cursor().execute("INSERT INTO Permission (type, description) VALUES (%s, 'by the test')", (name,))
        adopt.baseline(engine, paths.MIGRATIONS)
        with dls_sample.open_site(url, tmp_path_factory.mktemp("adopted")) as site:
            site.ask(
                "INSERT INTO UserGroup_has_Permission (userGroupId, permissionId)"
                " SELECT 900001, MIN(permissionId) FROM Permission WHERE type = 'edit_proposals'"
            )
            yield Java(site)


def test_no_route_fails_for_want_of_a_table(java, caplog):
    caplog.set_level(logging.WARNING)
    for path, _, function in routes(java.site.app, "GET"):
        if not getattr(function, "__changes__", False):
            values = {name: SESSION if name.startswith("session") else COLLECTION for name in parts(path)}
            answer = java.get(filled(path, PROPOSAL, OWN | values | WORDS))
            assert answer.status_code in (200, 204, 404), f"{path}: {answer.text}"
    ours = ("ispyb_api.compat", "ispyb_api.db")  # what servers of other tests still say is theirs
    assert [record.getMessage() for record in caplog.records if record.name.startswith(ours)] == []


def test_every_answer_is_as_the_facts_have_it(java):
    wrong, seen = {}, {}
    for row in java.site.ask("SELECT proposalId FROM Proposal WHERE proposalCode IS NOT NULL"):
        found, rows = Checker(java, row["proposalId"]).look()
        wrong.update(found)
        seen = {path: seen.get(path, 0) + rows[path] for path in rows}
    assert wrong == {}
    assert sum(1 for rows in seen.values() if rows) > 20


@pytest.mark.parametrize("words", ["%F0%9F%98%80", "LYSO,%F0%9F%98%80", "LYSO,%F0%9F%98%80,THAU,INSU"])
def test_words_in_letters_that_no_column_can_hold_find_nothing(java, caplog, words):
    caplog.set_level(logging.ERROR)
    assert java.rows(f"/proposal/{PROPOSAL}/mx/datacollection/protein_acronym/{words}/list") == []
    assert java.rows(f"/proposal/session/beamlineoperator/{words}/list") == []
    assert [each.getMessage() for each in caplog.records if each.name.startswith("ispyb_api.compat")] == []


def posted(java, path, form):
    answer = java.open("POST", f"/proposal/{PROPOSAL}{path}", data=form)
    assert answer.status_code == 200, f"{path}: {answer.text}"
    return answer.json if answer.text else None


def test_a_shipment_is_saved_and_sent(java):
    java.site.ask("INSERT INTO LabContact (labContactId, personId, cardName, proposalId) SELECT 900001, 900001, 'Home', proposalId FROM Proposal WHERE CONCAT(proposalCode, proposalNumber) = %s", PROPOSAL)  # fmt: skip
    (info,) = java.rows(f"/proposal/{PROPOSAL}/info/get")
    form = {
        "name": "From a family",
        "sendingLabContactId": info["labcontacts"][0]["labContactId"],
        "returnLabContactId": "-1",
    }
    shipping = posted(java, "/shipping/save", {**form, "courierAccount": "1-2", "dewarAvgCustomsValue": "7"})[
        "shippingId"
    ]
    path = f"/shipping/{shipping}"
    (dewar,) = posted(java, f"{path}/dewar/save", {"code": "D1"})["dewarVOs"]
    here = f"{path}/dewar/{dewar['dewarId']}"
    puck = java.get(f"/proposal/{PROPOSAL}{here}/containerType/Unipuck/capacity/16/container/add").json
    crystal = {"proteinVO": info["proteins"][0], "spaceGroup": "P212121", "cellA": "50.5"}
    plan = {"experimentKind": "OSC", "aimedResolution": "1.8", "numberOfPositions": 1}
    sample = {
        "name": "one",
        "location": "1",
        "comments": "\U0001f600",
        "smiles": "C",
        "crystalVO": crystal,
        "diffractionPlanVO": plan,
    }
    saving = f"{here}/puck/{puck['containerId']}/save"
    answer = java.open(
        "POST", f"/proposal/{PROPOSAL}{saving}", data={"puck": json.dumps({**puck, "sampleVOs": [sample]})}
    )
    assert (answer.status_code, "comments" in answer.text) == (422, True), "latin1 has no smileys"
    saved = posted(java, saving, {"puck": json.dumps({**puck, "sampleVOs": [{**sample, "comments": "é"}]})})
    (kept,) = saved["sampleVOs"]
    assert (kept["comments"], kept["crystalVO"]["cellA"], kept["diffractionPlanVO"]["aimedResolution"]) == (
        "é",
        50.5,
        1.8,
    )
    assert posted(java, saving, {"puck": json.dumps(saved)}) == saved
    sent_off(java, here, shipping, puck["containerId"])


def sent_off(java, dewar, shipping, container):
    """Print its labels, put it on a sample changer, give it a status, and remove it all."""
    start = f"/proposal/{PROPOSAL}"
    assert java.get(f"{start}{dewar}/labels").mimetype in ("application/pdf", "text/plain")
    changer = f"/container/{container}/beamline/i99/samplechangerlocation/update"
    assert posted(java, changer, {"sampleChangerLocation": "3"}) == {"updateSampleLocation": "ok"}
    assert java.get(f"{start}/shipping/{shipping}/status/at_DLS/update").json == {"setShippingStatus": "ok"}
    (row,) = [row for row in java.rows(f"{start}/dewar/list") if row["containerId"] == container]
    assert (row["dewarStatus"], row["sampleChangerLocation"], row["sampleCount"]) == ("at_DLS", "3", 1)
    assert java.rows(f"{start}/shipping/{shipping}/history")
    assert java.get(f"{start}/shipping/{shipping}/remove").json is True
    assert java.get(f"{start}/shipping/{shipping}/get").json is None


def test_no_form_is_too_odd(java):
    for path, method, function in routes(java.site.app, "POST"):
        if function.__wrapped__.__module__ != routes_empty.__name__:
            for value in ("", "null", "\U0001f600", "é" * 50, "x" * 70000, "9" * 30, "[]", "{}"):
                values = {name: SESSION if name.startswith("session") else COLLECTION for name in parts(path)}
                answer = java.open(
                    method, filled(path, PROPOSAL, OWN | WORDS | values), data=dict.fromkeys(FIELDS, value)
                )
                assert answer.status_code < 500, f"{path} {value[:20]}: {answer.text[:200]}"
