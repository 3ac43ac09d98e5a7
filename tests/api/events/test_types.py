"""GET /events/types"""

import pytest


@pytest.fixture
def types(site):
    def ask(query="", login="member"):
        page = site.get(f"/events/types?{query}", login=login).json
        assert (page["total"], page["skip"], page["limit"]) == (len(page["results"]), 0, len(page["results"]))
        return {row["eventType"]: row["eventTypeName"] for row in page["results"]}

    return ask


OTHERS = {"robot": "Sample Actions", "es": "Energy Scan", "xrf": "XRF Spectrum"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # A group without collections and one without a type are no types.
        ("sessionId=9001", {"Mesh": "Mesh", "OSC": "OSC", "SSX-Jet": "SSX-Jet", **OTHERS}),
        ("session=TL100-2", {"OSC": "OSC"}),
        ("blSampleId=9301", {"OSC": "OSC", "robot": "Sample Actions", "es": "Energy Scan"}),
        ("blSampleId=9302", {"Mesh": "Mesh", "xrf": "XRF Spectrum"}),
        ("proteinId=9300", {"OSC": "OSC", "robot": "Sample Actions", "es": "Energy Scan"}),
        ("proposal=TL100&sessionId=9002", {"OSC": "OSC"}),
        ("proposalId=9001", {}),
        ("session=TL100-77", {}),
        ("proposal=XX1", {}),
    ],
)
def test_types_that_there_are(types, query, expected):
    assert types(query) == expected


def test_hidden_types_do_not_show(types):
    assert "MAD" in types("proposal=TL200", "admin")
    assert types("proposal=TL200") == {}


@pytest.mark.parametrize("login", ["admin", "member"])
def test_types_are_those_of_the_timeline(site, types, login):
    rows = site.get("/events?limit=500", login=login).json["results"]
    kinds = {
        row["Item"]["DataCollectionGroup"]["experimentType"] if row["type"] == "dc" else row["type"] for row in rows
    }
    assert types("", login).keys() == kinds - {None}


@pytest.mark.parametrize("query", ["", "sessionId=9001"])
@pytest.mark.parametrize("login", ["admin", "member"])
def test_one_statement(site, query, login):
    site.get("/events/types", login=login)
    with site.statements() as counted:
        site.get(f"/events/types?{query}", login=login)
    assert counted.number == 1


def test_bad_input_is_refused_by_name(site):
    answer = site.get("/events/types?session=x&sessionId=a&limit=1&proteinId=0")
    assert (answer.status_code, answer.json["errors"].keys()) == (422, {"session", "sessionId", "limit", "proteinId"})
