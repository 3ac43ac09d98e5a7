"""Paths and forms that mean nothing, on every route: no failure, nothing of others shown or changed, the token nowhere."""

import json
import logging

import pytest

from ispyb_api.compat.java_rest import routes_empty
from ispyb_api.db import catalog
from tests.api.java_rest.walking import FOREIGN, OWN, WORDS, filled, parts, routes

ODD = (
    *("null", "undefined", "NaN", "0", "-1", "+1", "%201", "1.5", "1e3", "0x1", "99999999999999999999", "9" * 400),
    *(
        ",",
        "1,,2",
        "1,x,2",
        "1,-1,null",
        "x",
        "%00",
        "1%00",
        "1,%00",
        "é",
        "%F0%9F%98%80",
        "%ff",
        "%EF%BC%91",
        "%C2%B2",
    ),
    *("%2e%2e", "..%2f..%2fetc", "1;2", "1%20or%201=1", "'%22%60", "%25", "[]", "{}", "true", "a%0Ab"),
    *(",".join(map(str, range(1, 1500))), ",".join(["1"] * 3000)),
)
FIELDS = (
    *("comments", "name", "acronym", "proteinId", "crystalId", "spaceGroup", "cellA", "cellAlpha", "shippingId", "status"),
    *("sessionId", "sendingLabContactId", "returnLabContactId", "returnCourier", "courierAccount", "billingReference"),
    *("dewarAvgCustomsValue", "dewarAvgTransportValue", "dewarId", "code", "storageLocation", "transportValue"),
    *("customValue", "customsValue", "isReimbursed", "trackingNumberToSynchrotron", "sampleChangerLocation"),
    *("puck", "dewars", "labcontact", "fileName", "type", "groupName", "file"),
)  # fmt: skip
DEEP = "[" * 5000
VALUES = (
    *("", "null", "undefined", "0", "-1", "9" * 30, "1e400", "nan", "-inf", "1.5", "\x00", "a\x00b", "\U0001f600", "\ud800"),
    *("é" * 50, "x" * 70000, "[]", "{}", "[[]]", "[null]", "[1]", '"x"', "{", DEEP, '{"sampleVOs": 1}', '{"sampleVOs": [1, null]}'),
)  # fmt: skip
SAMPLES = (
    {},
    {"name": None},
    {"name": "s", "location": {"a": 1}},
    {"name": ["s"], "location": [1]},
    {"name": "s", "location": "9" * 40},
    {"name": "s", "location": 1e300},
    {"name": "s", "location": "1", "blSampleId": "x"},
    {"name": "s", "location": "1", "blSampleId": 2**63},
    {"name": "s", "location": "1", "crystalVO": []},
    {"name": "s", "location": "1", "crystalVO": {"proteinVO": {"proteinId": 2**40}}},
    {"name": "s", "location": "1", "crystalVO": {"proteinVO": {"acronym": "LYSO"}, "cellA": "1e300"}},
    {"name": "s", "location": "1", "crystalVO": {"proteinVO": {"proteinId": 1}, "spaceGroup": "x" * 500}},
    {"name": "s", "location": "1", "crystalVO": {"proteinVO": {"proteinId": 10, "acronym": "INSU"}}},
    {"name": "s", "location": "1", "diffractionPlanVO": {"experimentKind": "no such kind", "aimedResolution": "x"}},
    {"name": "s", "location": "1", "diffractionPlanVO": {"aimedResolution": 1e308, "numberOfPositions": 1e12}},
    {"name": "s\U0001f600", "location": "1", "comments": "x" * 5000, "smiles": "x" * 5000},
)
# What of a proposal front ends change.
ROWS_OF_OTHERS = (
    "SELECT * FROM BLSession WHERE proposalId = 4",
    "SELECT * FROM Shipping WHERE proposalId = 4",
    "SELECT d.* FROM Dewar d JOIN Shipping s ON s.shippingId = d.shippingId WHERE s.proposalId = 4",
    "SELECT c.* FROM Container c JOIN Dewar d ON d.dewarId = c.dewarId JOIN Shipping s ON s.shippingId = d.shippingId WHERE s.proposalId = 4",
    "SELECT * FROM Protein WHERE proposalId = 4",
    "SELECT c.* FROM Crystal c JOIN Protein p ON p.proteinId = c.proteinId WHERE p.proposalId = 4",
    "SELECT b.* FROM BLSample b JOIN Crystal c ON c.crystalId = b.crystalId JOIN Protein p ON p.proteinId = c.proteinId WHERE p.proposalId = 4",
    "SELECT * FROM LabContact WHERE proposalId = 4",
    "SELECT g.* FROM DataCollectionGroup g JOIN BLSession s ON s.sessionId = g.sessionId WHERE s.proposalId = 4",
    "SELECT h.* FROM ShippingHasSession h JOIN Shipping s ON s.shippingId = h.shippingId WHERE s.proposalId = 4",
)  # fmt: skip


@pytest.fixture
def java(java_written):
    return java_written


def of_others(java):
    return [java.site.ask(f"{sql} ORDER BY 1") for sql in ROWS_OF_OTHERS]


def changing(app, method=None):
    return [each for each in routes(app, method) if getattr(each[2], "__changes__", False) and not _absent(each[2])]


def _absent(function):
    return function.__wrapped__.__module__ == routes_empty.__name__


def sound(answer, where):
    """Tell that an answer is no failure, and tells nothing of the program."""
    assert answer.status_code < 500, f"{where}: {answer.status_code} {answer.text[:200]}"
    for word in (b"Traceback", b"SELECT ", b"sqlite3", b"pymysql", b"site-packages"):
        assert word not in answer.data, where


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_no_part_of_a_path_is_too_odd(java, method, caplog):
    caplog.set_level(logging.DEBUG)
    app, token, before = java.site.app, java.token("pi"), of_others(java)
    for path, _, function in routes(app, method):
        if _absent(function):
            continue
        for name in parts(path):
            for odd in ODD:
                asked = filled(path, "mx415", OWN | WORDS | {name: odd})
                form = dict.fromkeys(FIELDS, "1") if method == "POST" else None
                sound(java.open(method, asked, "pi", data=form), asked[:300])
    assert of_others(java) == before
    assert token not in caplog.text
    errors = [
        each.getMessage() for each in caplog.records if each.levelno >= logging.ERROR and "ispyb_api" in each.name
    ]
    assert errors == []


def test_a_row_of_another_proposal_is_never_changed(java):
    before = of_others(java)
    for login in ("pi", "admin"):  # who sees both may not reach one through the other
        for path, method, _ in changing(java.site.app):
            for name in set(parts(path)) & FOREIGN.keys():
                for values in (f"{FOREIGN[name]}", f"{OWN[name]},{FOREIGN[name]}", f"{FOREIGN[name]},{OWN[name]}"):
                    asked = filled(path, "mx415", OWN | WORDS | {name: values})
                    form = {
                        "comments": "x",
                        "sampleChangerLocation": "1,2",
                        "puck": '{"sampleVOs": []}',
                        "dewars": '[{"code": "x"}]',
                    }
                    answer = java.open(method, asked, login, data=form if method == "POST" else None)
                    assert 400 <= answer.status_code < 500 or asked.endswith("/empty"), f"{asked}: {answer.text[:200]}"
    assert of_others(java) == before


@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
def test_no_field_of_a_form_is_too_odd(java, value, caplog):
    caplog.set_level(logging.DEBUG)
    for path, _, _ in changing(java.site.app, "POST"):
        asked = filled(path, "mx415", OWN | WORDS)
        form = {name: value.encode("utf-8", "surrogatepass") for name in FIELDS}
        sound(java.open("POST", asked, "pi", data=form), asked)
        for name in FIELDS[:4]:  # one alone, the others as they should be
            sound(java.open("POST", asked, "pi", data={**dict.fromkeys(FIELDS, "1"), name: form[name]}), asked)
    assert java.token("pi") not in caplog.text


@pytest.mark.parametrize("sample", SAMPLES, ids=range(len(SAMPLES)))
def test_no_sample_is_too_odd(java, sample):
    before = of_others(java)
    puck = json.dumps({"code": "P", "capacity": 16, "sampleVOs": [sample]})
    sound(java.open("POST", "/proposal/mx415/shipping/3/dewar/3/puck/4/save", "pi", data={"puck": puck}), sample)
    dewars = json.dumps(
        [{"code": "D", "containerVOs": [{"code": "P", "containerType": "Unipuck", "sampleVOs": [sample]}]}]
    )
    sound(java.open("POST", "/proposal/mx415/shipping/1/dewars/add", "pi", data={"dewars": dewars}), sample)
    assert of_others(java) == before


def test_a_token_is_in_no_table(java):
    for path, method, _ in changing(java.site.app):
        java.open(
            method, filled(path, "mx415", OWN | WORDS), "pi", data={"comments": "x"} if method == "POST" else None
        )
    with java.site.database.engine.connection() as raw:
        tables = list(catalog.columns(raw))
    token = java.token("pi")
    assert [name for name in tables if any(token in map(str, row.values()) for row in java.site.ask(f"SELECT * FROM {name}"))] == []  # fmt: skip
