"""GET /dictionary and GET /dictionary/{resource}"""

import pytest

from ispyb_api.app import PREFIX, routes


@pytest.fixture(scope="module")
def known(site):
    """{resource: {field's name: field}} of everything that is listed."""
    listed = site.get("/dictionary", "outsider").json["results"]
    return {
        each["resource"]: {field["name"]: field for field in told["fields"]}
        for each in listed
        for told in [site.get(f"/dictionary/{each['resource']}", "outsider").json]
    }


def fields(known):
    return [(f"{resource}: {name}", field) for resource, named in known.items() for name, field in named.items()]


def test_no_field_is_without_a_meaning(known):
    assert [where for where, field in fields(known) if not field["meaning"]] == []


def test_no_field_is_without_a_source(known):
    assert [where for where, field in fields(known) if not field["source"]] == []


def test_what_holds_others_says_the_tables_that_these_come_from(known):
    assert known["samples"]["Container"]["source"].startswith("Container")
    assert known["samples"]["Crystal.Protein"]["source"].startswith("Protein")


def test_no_measured_number_is_without_a_unit(known):
    numbers = [(where, field) for where, field in fields(known) if "number" in (field["type"], field["items"])]
    assert [where for where, field in numbers if not field["unit"]] == []
    assert len(numbers) > 300


def test_no_resource_is_without_a_meaning(site):
    page = site.get("/dictionary").json
    assert [each["resource"] for each in page["results"] if not each["meaning"]] == []
    assert (page["total"], page["limit"], page["skip"]) == (len(page["results"]), len(page["results"]), 0)


def test_every_route_that_answers_in_json_is_there(site):
    told = [route for each in site.get("/dictionary").json["results"] for route in each["routes"]]
    answering = [
        f"{method} {rule.rule.removeprefix(PREFIX)}"
        for rule, method, function in routes(site.app)
        if hasattr(function, "__returns__")
    ]
    assert len(told) == len(set(told)) == len(answering)
    assert {"GET /sessions/{sessionId}", "POST /sessions", "GET /dictionary/{resource}"} <= set(told)


@pytest.mark.parametrize(
    ("resource", "name", "expected"),
    [
        ("sessions", "startDate", {"type": "string", "format": "date-time-local", "nullable": True}),
        (
            "sessions",
            "sessionId",
            {"type": "integer", "nullable": False, "source": "BLSession.sessionId", "unit": None},
        ),
        ("sessions", "BeamLineSetup.CS", {"type": "number", "unit": "mm", "source": "BeamLineSetup.CS"}),
        ("sessions", "_metadata.sessionTypes", {"type": "array", "items": "string"}),
        ("events", "type", {"values": ["dc", "robot", "es", "xrf"]}),
        ("events", "Item<dc>.wavelength", {"type": "number", "unit": "Å", "source": "DataCollection.wavelength"}),
        ("events", "Item<robot>.actionType", {"type": "string"}),
        ("processings/status", "statuses{}.em.movie", {"type": "integer"}),
        ("eventchain", "events[].offset", {"type": "number", "unit": "s"}),
        ("datacollections/quality", "method2Res", {"type": "array", "items": "number", "unit": "Å"}),
        ("datacollections", "wavelength", {"plausible": [0.005, 50]}),
    ],
)
def test_a_field_is_told(known, resource, name, expected):
    assert known[resource][name] | expected == known[resource][name]


def test_swagger_says_the_same(site, known):
    properties = site.app.test_client().get(f"{PREFIX}/swagger.json").json["definitions"]["Session"]["properties"]
    for name, about in properties.items():
        assert about["description"].startswith(known["sessions"][name]["meaning"]), name


def test_rows_have_the_fields_that_are_told(site, known):
    (row,) = site.get("/sessions?limit=1").json["results"]
    assert row.keys() == {name for name in known["sessions"] if "." not in name and "[" not in name}


@pytest.mark.parametrize(
    "name", ["nonsense", "Sessions", "sessions/1", "sessions/", "%00", "../swagger.json", "x" * 500]
)
def test_what_there_is_not_is_404(site, name):
    answer = site.get(f"/dictionary/{name}")
    assert (answer.status_code, answer.json["code"]) == (404, "not_found")


def test_strangers_are_told_nothing(site):
    assert site.get("/dictionary", None).status_code == 401


def test_it_asks_the_database_nothing(site, statements):
    with statements() as counted:
        site.get("/dictionary/sessions")
    assert counted.number == 0
