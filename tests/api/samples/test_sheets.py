"""POST /containers/{containerId}/samples and /samples/simple: samples in flat rows."""

import threading

import pytest

from ispyb_api.samples.schemas import SamplePageSchema, SampleSchema
from tests.contract.shapes import faults

TABLES = "SELECT " + ", ".join(f"(SELECT COUNT(*) FROM {each}) AS {each}" for each in ("BLSample", "Crystal", "DiffractionPlan", "api_activity"))  # fmt: skip


@pytest.fixture
def container(rows):
    return rows.container()


@pytest.fixture
def fill(written, container):
    """``fill([{...}])`` sends rows, ``fill("name,...")`` a table."""

    def send(body, login="pi", query="", to=None, **options):
        path = f"/containers/{to or container}/samples{query}"
        if isinstance(body, list):
            return written.open("POST", path, login, json=body, **options)
        return written.open("POST", path, login, data=body, content_type="text/csv", **options)

    return send


def puck(number=16, **more):
    return [{"name": f"S{n}", "location": n, "acronym": "LYSO", **more} for n in range(1, number + 1)]


def test_a_whole_puck_in_one_call(written, container, fill):
    sent = puck(experimentKind="osc", requiredResolution=1.9, spaceGroup="P43212", cell_a=77.7)
    made = fill(sent)
    assert made.status_code == 201, made.json
    assert list(faults(SamplePageSchema, made.json)) == []
    assert [row["name"] for row in made.json["results"]] == [f"S{n}" for n in range(1, 17)]
    assert made.json["total"] == written.get(f"/containers/{container}").json["_metadata"]["samples"] == 16
    forms = {row["crystalId"] for row in made.json["results"]}
    plans = {row["diffractionPlanId"] for row in made.json["results"]}
    assert (len(forms), len(plans)) == (1, 16)  # forms that are alike are one, plans are each sample's own
    assert {row["DiffractionPlan"]["experimentKind"] for row in made.json["results"]} == {"OSC"}
    assert made.json["results"][0] == written.get(f"/samples/{made.json['results'][0]['blSampleId']}", "pi").json


def test_forms_that_are_there_are_taken(rows, fill):
    first = fill(puck(2, spaceGroup="P1", crystalName="once")).json["results"]
    again = fill(puck(2, spaceGroup="P1", crystalName="once"), to=rows.container()).json["results"]
    other = fill(puck(1, spaceGroup="P1", crystalName="twice"), to=rows.container()).json["results"]
    assert {row["crystalId"] for row in first} == {row["crystalId"] for row in again} != {other[0]["crystalId"]}


def test_statements_do_not_grow_with_the_rows(written, rows, fill):
    counts = []
    for number in (1, 2, 16):  # the first makes the form
        target = rows.container()
        with written.statements() as counted:
            assert fill(puck(number, spaceGroup="P43212", energy=12000.0), to=target).status_code == 201
        counts.append(counted.number)
    assert counts[1] == counts[2] < 25


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        ({"name": ""}, {"name"}),
        ({"name": "a/b"}, {"name"}),
        ({"location": 17}, {"location"}),
        ({"location": "01"}, {"location"}),  # as the first row
        ({"acronym": "NONE"}, {"acronym"}),
        ({"proteinId": 1}, {"proteinId"}),  # and an acronym
        ({"acronym": None, "proteinId": 10}, {"proteinId"}),  # of MX533
        ({"acronym": None, "crystalId": 11}, {"crystalId"}),
        ({"acronym": None, "crystalId": 1, "cell_a": 70.0}, {"cell_a"}),
        ({"acronym": None, "cell_a": 70.0}, {"acronym"}),
        ({"spaceGroup": "cubic"}, {"spaceGroup"}),
        ({"crystalName": "x" * 256}, {"crystalName"}),
        ({"comments": "x" * 1025, "code": "x" * 46}, {"comments", "code"}),
        ({"experimentKind": "Magic"}, {"experimentKind"}),
        ({"energy": 12.7, "transmission": 30.0}, {"energy", "transmission"}),
        ({"containerId": 1, "blSampleId": 1, "proposalId": 1}, {"containerId", "blSampleId", "proposalId"}),
    ],
)
def test_the_row_that_is_wrong_is_named_and_nothing_is_saved(written, fill, row, fields):
    sent = [*puck(2), {"name": "odd", "location": 3, "acronym": "LYSO", **row}]
    before = written.ask(TABLES)
    answer = fill(sent)
    assert (answer.status_code, set(answer.json["errors"])) == (422, {f"[2].{each}" for each in fields})
    assert written.ask(TABLES) == before


def test_all_rows_that_are_wrong_are_named_at_once(fill):
    answer = fill(
        [{"name": "a", "location": 99}, {"name": "b", "acronym": "NONE"}, {"name": "c", "comments": "x" * 1025}]
    )
    assert set(answer.json["errors"]) == {"[0].location", "[1].acronym", "[2].comments"}


def test_a_place_that_is_taken_is_named_with_who_is_there(rows, container, fill):
    rows.sample(containerId=container, location=2)
    answer = fill(puck(3))
    assert (answer.status_code, set(answer.json["errors"])) == (422, {"[1].location"})
    assert "holds the sample" in answer.json["errors"]["[1].location"][0]


@pytest.mark.parametrize("body", [[], {}, puck(501), "x", 7])
def test_what_is_no_list_of_rows_is_refused(written, container, body):
    answer = written.open("POST", f"/containers/{container}/samples", "pi", json=body)
    assert (answer.status_code, set(answer.json["errors"])) == (422, {"body"})


def test_limits_of_the_beamline_hold_for_rows(written, container, fill):
    written.ask("UPDATE Container SET beamlineLocation = 'BL01-MX' WHERE containerId = %s", container)
    answer = fill(puck(2, energy=25000.0))
    assert set(answer.json["errors"]) == {"[0].energy", "[1].energy"}


def test_a_dry_run_says_what_would_be_and_saves_nothing(written, container, fill):
    before = written.ask(TABLES)
    answer = fill(puck(3), query="?dry_run=true", headers={"Idempotency-Key": f"dry-{container}"})
    assert (answer.status_code, answer.json["total"]) == (200, 3)
    assert list(faults(SamplePageSchema, answer.json)) == []
    assert written.ask(TABLES) == before
    assert fill([{"name": "x", "location": 99}], query="?dry_run=true").status_code == 422
    made = fill(puck(3), headers={"Idempotency-Key": f"dry-{container}"})  # the dry run did not use it up
    assert made.status_code == 201, made.json


def test_repetition_with_a_key_fills_once(written, container, fill):
    first, again = (fill(puck(3), headers={"Idempotency-Key": f"fill-{container}"}) for _ in range(2))
    assert (first.status_code, again.status_code, first.json) == (201, 201, again.json)


def test_of_two_who_fill_a_container_one_does(written, container, fill):
    written.token("pi")
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(fill(puck(8)).status_code)) for _ in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert sorted(answers) == [201, 422, 422, 422]
    assert written.get(f"/containers/{container}").json["_metadata"]["samples"] == 8


@pytest.mark.parametrize(("login", "to"), [("outsider", None), ("pi", 10), ("admin", 11), ("pi", 10**6)])
def test_containers_that_one_may_not_see_look_missing(fill, login, to):
    assert fill(puck(1), login, to=to).status_code == 404


# --- CSV


def test_a_table_is_the_same_as_rows(written, fill):
    table = (
        "name,location,acronym,cell_a,subLocation,comments,energy\r\n"
        'S1,1,LYSO,77.5,,"two\r\nlines, with a comma",12700\r\n'
        "\r\n"
        "S2,A2,lyso, 77.5 ,3,é,\r\n"
    )
    made = fill("\ufeff" + table)
    assert made.status_code == 201, made.json
    first, second = made.json["results"]
    assert (first["comments"], first["location"], first["DiffractionPlan"]["energy"]) == (
        "two\r\nlines, with a comma",
        1,
        12700.0,
    )
    assert (second["subLocation"], second["comments"], second["diffractionPlanId"]) == (3, "é", None)
    assert (first["crystalId"], first["Crystal"]["cell_a"]) == (second["crystalId"], 77.5)
    stored = written.ask("SELECT location FROM BLSample WHERE blSampleId = %s", second["blSampleId"])
    assert stored[0]["location"] == "A2"


def test_empty_cells_at_the_ends_of_lines_are_absent(fill):
    made = fill("name,location,acronym,, \nE1,1,LYSO,,\nE2,2,LYSO\n,,,,\n").json
    assert [(row["name"], row["location"]) for row in made["results"]] == [("E1", 1), ("E2", 2)]


def test_semicolons_do_as_well(fill):
    assert fill("name;location\nS1;1\n").status_code == 201


@pytest.mark.parametrize(
    ("table", "errors"),
    [
        ("name,location\nS1,1\n\nS2,99\n", {"[1].location": "Line 4: The container"}),
        ('name,comments,cell_a\nS1,"a\nb",\nS2,,tall\n', {"[1].cell_a": "Line 4: Not a valid number"}),
        ("name,subLocation\nS1,1.5\n", {"[0].subLocation": "Line 2: Not a valid integer"}),
        ("name,acronym\nS1,NONE\nS2,NOR\n", {"[0].acronym": "Line 2: MX415 has no", "[1].acronym": "Line 3: MX415 has no"}),
        ("location\n1\n", {"[0].name": "Line 2: Missing data"}),
        ("name,energy\nS1,nan\n", {"[0].energy": "Line 2: Special numeric"}),
        ("", {"body": "A line of field names is required"}),
        ("name,location\n", {"body": "Must be 1 to 500 rows"}),
        ("name,colour,Crystal\nS1,red,\n", {"body": "Line 1 names what is no field: colour, Crystal."}),
        ("name,name\nS1,S2\n", {"body": "Line 1 names twice: name"}),
        ("name\nS1,1\n", {"body": "Line 2 has 2 cells"}),
        ('name\n"S1\n', {"body": "Not CSV from line 2"}),
        ("name\n" + "S\n" * 501, {"body": "Must be 1 to 500 rows"}),
        ("name\n" + "S\n" * 2_000_000, {"body": "Must be 1 to 500 rows"}),
        ("name\n" + "S" * 200_000 + "\n", {"body": "Not CSV from line 2"}),
        ("name\nS\x00\n", {"body": "It holds NUL"}),
        (b"name\n\xff\n", {"body": "Not valid UTF-8"}),
    ],
)  # fmt: skip
def test_a_table_that_is_wrong_names_its_line(written, fill, table, errors):
    before = written.ask(TABLES)
    answer = fill(table)
    assert (answer.status_code, answer.json["errors"].keys()) == (422, errors.keys())
    for name, begin in errors.items():
        assert answer.json["errors"][name][0].startswith(begin)
    assert written.ask(TABLES) == before


def test_other_types_are_refused(written, container):
    answer = written.open("POST", f"/containers/{container}/samples", "pi", data="name\nx", content_type="text/plain")
    assert answer.status_code == 415


# --- a single one


def test_a_simple_sample_has_all_in_one(written, container):
    body = {
        "name": "simple",
        "containerId": container,
        "location": 4,
        "acronym": "THAU",
        "spaceGroup": "P41212",
        "energy": 12000.0,
    }
    made = written.open("POST", "/samples/simple", "pi", json=body)
    assert made.status_code == 201, made.json
    assert list(faults(SampleSchema, made.json)) == []
    assert made.json["Crystal"]["Protein"]["acronym"] == "THAU"
    path = made.headers["Location"].removeprefix("/ispyb/api/v1")
    assert written.get(path, "member").json == made.json


def test_a_simple_sample_without_a_container(written):
    made = written.open("POST", "/samples/simple", "pi", json={"name": "loose", "proposalId": 1, "acronym": "LYSO"})
    assert (made.status_code, made.json["containerId"], made.json["_metadata"]["proposal"]) == (201, None, "MX415")


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({"name": "x"}, {"containerId"}),
        ({"name": "x", "containerId": 1, "proposalId": 1}, {"containerId"}),
        ({"name": "x", "proposalId": 1}, {"acronym"}),
        ({"name": "x", "proposalId": 4, "acronym": "PROK"}, {"proposalId"}),
        ({"name": "x", "containerId": 10, "acronym": "PROK"}, {"containerId"}),
        ({"name": "x", "proposalId": 1, "acronym": "PROK"}, {"acronym"}),
        ({"name": "x", "containerId": 1, "location": 1}, {"location"}),
    ],
)
def test_what_a_simple_sample_cannot_be_is_named(written, body, fields):
    answer = written.open("POST", "/samples/simple", "pi", json=body)
    assert (answer.status_code, set(answer.json["errors"])) == (422, fields)


def test_an_acronym_that_several_proteins_have_is_refused(written, fill):
    written.ask("INSERT INTO Protein (proteinId, proposalId, acronym) VALUES (7001, 1, 'TWIN')")
    written.ask("INSERT INTO Protein (proteinId, proposalId, acronym) VALUES (7002, 1, 'twin')")
    answer = fill([{"name": "x", "acronym": "Twin"}])
    assert answer.json["errors"]["[0].acronym"] == ["MX415 has several such proteins: 7001, 7002."]
