"""Proteins and crystal forms: golden answers, how they are saved, and what is refused."""

import pytest

PATH = "/proposal/mx415"
CELL = {"cellA": "78", "cellB": "78", "cellC": "37.5", "cellAlpha": "90", "cellBeta": "90", "cellGamma": "90"}
FORM = {"proteinId": "1", "crystalId": "undefined", "name": "form B", "spaceGroup": "P43212", "comments": "", **CELL}


@pytest.fixture
def save(java_written):
    """``save("/mx/protein/save", {...})``: the parsed answer of a change by the principal investigator."""

    def save(path, form, login="pi", status=200):
        answer = java_written.open("POST", f"{PATH}{path}", login, data=form)
        assert answer.status_code == status, answer.text
        return answer.json if status == 200 else answer.text

    return save


def test_a_crystal_form_is_the_one_of_the_list(java):
    found = java.get(f"{PATH}/mx/crystal/4/get", "pi").json
    assert (found["name"], found["spaceGroup"], found["cellA"]) == ("BIFA form A", "P212121", 61.4)
    assert (found["proteinVO"]["proteinId"], found["proteinVO"]["acronym"]) == (4, "BIFA")
    assert found in java.rows(f"{PATH}/mx/crystal/list", "pi")
    assert found in java.rows(f"{PATH}/info/get", "pi")[0]["crystals"]


def test_crystal_forms_are_those_of_a_protein(java):
    assert java.ids("crystalId", f"{PATH}/mx/crystal/proteinid/4/list", "pi") == [4, 5]
    assert java.get(f"{PATH}/mx/crystal/11/get").text == "null", "of another proposal"
    assert java.rows(f"{PATH}/mx/crystal/proteinid/10/list") == []


def test_ligands_are_those_of_the_proposal(java):
    assert java.rows(f"{PATH}/ligands/list", "pi") == java.rows(f"{PATH}/info/get", "pi")[0]["ligands"]


@pytest.mark.parametrize("name", ["P43212", "p43212", "P%2043%2021%202"])
def test_a_space_group_says_its_crystal_family(java, name):
    (group,) = java.rows(f"{PATH}/mx/crystal/geometryclass/{name}/list", "pi")
    assert group["geometryClassnameVO"]["geometryClassname"] == "Tetragonal"
    assert (group["spaceGroupNumber"], group["spaceGroupShortName"], group["mxUsed"]) == (96, "P43212", True)


def test_sessions_are_found_by_their_operator(java):
    assert java.ids("sessionId", "/proposal/session/beamlineoperator/kvist/list") == [9, 8, 7, 6, 5]
    assert java.ids("sessionId", "/proposal/session/beamlineoperator/Kvistdal%20R/list", "pi") == [5]
    assert java.rows("/proposal/session/beamlineoperator/%25/list") == [], "a wildcard is a letter like any other"


def test_a_protein_is_made_and_changed(save, java_written):
    made = save("/mx/protein/save", {"proteinId": "0", "name": "Legumain", "acronym": "LEGU"})
    assert (made["name"], made["acronym"], made["safetyLevel"]) == ("Legumain", "LEGU", None)
    changed = save("/mx/protein/save", {"proteinId": made["proteinId"], "name": "Legumain, human", "acronym": "LEGU"})
    assert changed == {**made, "name": "Legumain, human", "timeStamp": changed["timeStamp"]}
    assert changed in java_written.rows(f"{PATH}/mx/protein/list", "pi")


@pytest.mark.parametrize(
    ("form", "status", "said"),
    [
        ({"proteinId": "0", "name": "Again", "acronym": "LYSO"}, 409, "LYSO"),
        ({"proteinId": "2", "name": "Thaumatin", "acronym": "lyso"}, 409, "lyso"),
        ({"proteinId": "0", "name": "No acronym"}, 422, "acronym"),
        ({"proteinId": "0", "name": "Empty", "acronym": ""}, 422, "acronym"),
        ({"proteinId": "0", "name": "Path", "acronym": "../x"}, 422, "acronym"),
        ({"proteinId": "0", "name": "Long", "acronym": "x" * 46}, 422, "acronym"),
        ({"proteinId": "10", "name": "Mine", "acronym": "MINE"}, 404, "protein"),
    ],
)
@pytest.mark.parametrize("login", ["pi", "admin"])
def test_a_protein_is_refused_in_words(save, java_written, form, status, said, login):
    before = java_written.rows(f"{PATH}/mx/protein/list"), java_written.rows("/proposal/mx533/mx/protein/list")
    assert said in save("/mx/protein/save", form, login, status=status)
    assert before == (
        java_written.rows(f"{PATH}/mx/protein/list"),
        java_written.rows("/proposal/mx533/mx/protein/list"),
    )


def test_a_crystal_form_is_made_and_changed(save, java_written):
    made = save("/mx/crystal/proteinid/1/save", FORM)
    assert (made["name"], made["spaceGroup"], made["cellC"], made["comments"]) == ("form B", "P43212", 37.5, None)
    assert made["proteinVO"]["proteinId"] == 1
    form = {**FORM, "crystalId": made["crystalId"], "comments": "grows slowly", "cellC": ""}
    changed = save("/mx/crystal/proteinid/1/save", form)
    assert changed == {**made, "comments": "grows slowly", "cellC": None}
    assert java_written.get(f"{PATH}/mx/crystal/{made['crystalId']}/get", "pi").json == changed


@pytest.mark.parametrize(
    ("protein", "more", "status", "said"),
    [
        (1, {"spaceGroup": "Q99"}, 422, "spaceGroup"),
        (1, {"cellA": "long"}, 422, "cellA"),
        (1, {"cellA": "-3"}, 422, "cellA"),
        (1, {"cellGamma": "inf"}, 422, "cellGamma"),
        (1, {"crystalId": "11"}, 404, "crystal form"),
        (10, {}, 404, "protein"),
        (999999, {}, 404, "protein"),
        ("null", {}, 404, "protein"),
    ],
)
@pytest.mark.parametrize("login", ["pi", "admin"])
def test_a_crystal_form_is_refused_in_words(save, java_written, protein, more, status, said, login):
    lists = [f"/proposal/{name}/mx/crystal/list" for name in ("mx415", "mx533")]
    before = [java_written.rows(each) for each in lists]
    assert said in save(f"/mx/crystal/proteinid/{protein}/save", {**FORM, **more}, login, status=status)
    assert [java_written.rows(each) for each in lists] == before
