"""GET /processings/status and /processings/messages/status"""

import pytest

NOTHING = {
    "screening": {},
    "xrc": {},
    "autoIntegration": {},
    "processing": {},
    "em": {"movie": 0, "motionCorrection": 0, "ctf": 0},
}


@pytest.fixture
def statuses(ask):
    return lambda ids, login="member": ask(f"/status?dataCollectionIds={ids}", login)["statuses"]


def test_everything_that_was_made_of_a_collection(statuses):
    found = statuses("[9201]")["9201"]
    assert found["autoIntegration"] == {"joiner": [{"status": 1, "autoProcProgramId": 9301}]}
    assert found["processing"] == {
        "mapper": [{"status": 0, "autoProcProgramId": 9303}, {"status": None, "autoProcProgramId": 9305}],
        "unknown": [{"status": 0, "autoProcProgramId": 9304}],
    }
    assert found["xrc"] == {"2d": [{"status": 1}, {"status": 0}, {"status": None}]}


def test_characterisations_of_the_collection_and_of_its_group(statuses):
    found = statuses("[9201,9202]")
    outputs = [{"status": 0, "indexingSuccess": 1}, {"status": 1, "indexingSuccess": 1}]
    of_the_group = {"status": None, "indexingSuccess": None}
    assert found["9201"]["screening"]["EDNA"] == [*outputs, of_the_group]
    assert found["9202"]["screening"] == {"EDNA": [of_the_group]}


def test_movies_are_counted(statuses):
    assert statuses("[9202]")["9202"]["em"] == {"movie": 3, "motionCorrection": 2, "ctf": 1}


def test_programs_by_a_job(statuses):
    found = statuses("[9203]")["9203"]
    assert found["autoIntegration"]["joiner"] == [{"status": 1, "autoProcProgramId": 9302}]
    assert found["processing"]["mapper"] == [{"status": 1, "autoProcProgramId": 9307}]


def test_hidden_and_unknown_collections_are_absent(statuses, ask):
    assert statuses("[9211, 9203, 9999999999]").keys() == {"9203"}
    assert statuses("[9211]") == {}
    assert statuses("[9211]", login="admin")["9211"]["processing"]["hidden"]
    assert ask("/messages/status?dataCollectionIds=[9211]") == {"statuses": {}}


def test_a_collection_of_which_nothing_was_made(statuses, site):
    empty = site.ask(
        "SELECT d.dataCollectionId AS id FROM DataCollection d JOIN DataCollectionGroup g"
        " ON g.dataCollectionGroupId = d.dataCollectionGroupId WHERE g.experimentType = 'Mesh'"
        " AND d.dataCollectionId NOT IN (SELECT dataCollectionId FROM AutoProcProgram WHERE dataCollectionId IS NOT NULL)"
        " AND d.dataCollectionGroupId NOT IN (SELECT dataCollectionGroupId FROM XrayCentring)"
    )
    assert empty
    assert statuses(f"[{empty[0]['id']}]", login="admin") == {str(empty[0]["id"]): NOTHING}


def test_messages_are_counted_by_severity(ask):
    found = ask("/messages/status?dataCollectionIds=[9201,9202,9203]")["statuses"]
    assert found == {
        "9201": {"errors": 2, "warnings": 1, "info": 0},
        "9202": {"errors": 0, "warnings": 1, "info": 0},
        "9203": {"errors": 0, "warnings": 0, "info": 1},
    }


@pytest.mark.parametrize("path", ["/status", "/messages/status"])
def test_two_statements_whatever_the_collections(site, path):
    ids = ",".join(str(row["id"]) for row in site.ask("SELECT dataCollectionId AS id FROM DataCollection LIMIT 150"))
    for given in ("9201", ids):
        with site.statements() as counted:
            assert site.get(f"/processings{path}?dataCollectionIds=[{given}]").status_code == 200
        assert counted.number <= 2


@pytest.mark.parametrize("path", ["/status", "/messages/status"])
@pytest.mark.parametrize(
    "given",
    ["", "[]", "1", "null", "{}", "[1", "[0]", "[-1]", "[1.5]", '["1"]', "[1,]", "[[1]]", "[true]", "[01]", "x"],
)
def test_what_is_no_list_of_ids_is_refused(site, path, given):
    answer = site.get(f"/processings{path}?dataCollectionIds={given}")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["dataCollectionIds"])


@pytest.mark.parametrize("path", ["/status", "/messages/status"])
def test_the_list_is_needed_and_not_endless(site, path):
    assert site.get(f"/processings{path}").status_code == 422
    ids = ",".join(map(str, range(1, 502)))
    answer = site.get(f"/processings{path}?dataCollectionIds=[{ids}]")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["dataCollectionIds"])
