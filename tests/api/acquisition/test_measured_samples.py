"""Groups of data collections that bring their sample along, as serial beamlines send them."""

import threading

import pytest

from tests.support.instrument import Instrument, running_session


@pytest.fixture(scope="module")
def instrument(written):
    """A beamline's token: it may record, and change no proposals by hand."""
    return Instrument(written, permissions=("ingest_data", "all_proposals"), beamlines=("BL01-MX",))


@pytest.fixture(scope="module")
def session(written):
    return running_session(written)


def sample(name, acronym="SSXP", **crystal):
    buffer = {"name": "HEPES", "composition": "50 mM", "ComponentType": {"name": "Buffer"}}
    ligand = {"name": "ATP", "ComponentType": {"name": "Ligand"}}
    return {
        "name": name,
        "support": "jet",
        "sample_compositions": [{"Component": buffer, "abundance": 0.5}],
        "Crystal": {
            "Protein": {"acronym": acronym, "name": "A pump"},
            "size_X": 5,
            "crystal_compositions": [{"Component": ligand, "ratio": 0.1}],
            **crystal,
        },
    }


@pytest.fixture
def make(instrument, session):
    def made(described, status=201):
        body = {"sessionId": session["sessionId"], "experimentType": "SSX-Jet", "sample": described}
        answer = instrument.send("POST", "/datacollectiongroups", body)
        assert answer.status_code == status, answer.json
        return answer.json

    return made


def rows(site, table, **where):
    names, values = zip(*where.items(), strict=True)
    text = " AND ".join(f"{name} = %s" for name in names)
    return site.ask(f"SELECT COUNT(*) AS n FROM {table} WHERE {text}", *values)[0]["n"]


def test_one_call_makes_a_group_with_its_sample_and_all_that_it_consists_of(written, session, make):
    group = make(sample("all at once"))
    found = written.get(f"/samples/{group['blSampleId']}").json
    assert (group["blSample"], found["name"], found["support"]) == ("all at once", "all at once", "jet")
    assert (found["Crystal"]["Protein"]["acronym"], found["Crystal"]["size_X"]) == ("SSXP", 5)
    assert found["sample_compositions"][0]["Component"]["name"] == "HEPES"
    assert found["Crystal"]["crystal_compositions"][0]["Component"]["ComponentType"]["name"] == "Ligand"
    assert found["_metadata"]["proposalId"] == session["proposalId"]


def test_the_same_sample_again_is_the_same_row(written, make):
    first, second = make(sample("again")), make(sample("AGAIN", acronym="ssxp", size_X=9))
    assert first["blSampleId"] == second["blSampleId"]
    assert first["dataCollectionGroupId"] != second["dataCollectionGroupId"]
    assert written.get(f"/samples/{first['blSampleId']}").json["Crystal"]["size_X"] == 5


def test_the_same_name_of_another_protein_is_another_sample(make):
    assert make(sample("twins"))["blSampleId"] != make(sample("twins", acronym="SSXQ"))["blSampleId"]


def test_proteins_and_components_are_not_made_twice(written, session, make):
    make(sample("one of two", acronym="ONCE"))
    make(sample("two of two", acronym="ONCE"))
    assert rows(written, "Protein", acronym="ONCE", proposalId=session["proposalId"]) == 1
    assert rows(written, "Component", name="HEPES", proposalId=session["proposalId"]) == 1


def test_at_once_from_many_the_sample_is_one(make):
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(make(sample("race", acronym="RACE"))["blSampleId"]))
        for _ in range(6)
    ]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert len(found) == 6
    assert len(set(found)) == 1


def test_a_sample_may_come_later(instrument, session):
    group = instrument.make("/datacollectiongroups", sessionId=session["sessionId"])
    path = f"/datacollectiongroups/{group['dataCollectionGroupId']}"
    changed = instrument.send("PATCH", path, {"sample": sample("later")}).json
    assert changed["blSample"] == "later"


def test_a_crystal_form_that_is_there_is_taken(written, instrument, session, make):
    group = make(sample("of a form"))
    form = written.get(f"/samples/{group['blSampleId']}").json["crystalId"]
    other = make({"name": "another of the form", "crystalId": form})
    assert written.get(f"/samples/{other['blSampleId']}").json["crystalId"] == form
    assert make({"name": "of a form", "crystalId": form})["blSampleId"] == group["blSampleId"]


@pytest.mark.parametrize(
    ("described", "fields"),
    [
        ({"name": "nobody's"}, {"sample.containerId"}),
        ({"name": "nobody's", "proposalId": 1}, {"sample.containerId"}),
        ({"Crystal": {"Protein": {"acronym": "SSXP"}}}, {"sample.name"}),
        (sample("x", size_X="big"), {"sample.Crystal.size_X"}),
        (sample("x", spaceGroup="what"), {"sample.Crystal.spaceGroup"}),
        ({"name": "x", "Crystal": {"proteinId": 2**31 - 1}}, {"sample.Crystal.proteinId"}),
        (
            {**sample("x"), "sample_compositions": [{"Component": {"name": "y", "ComponentType": {"name": "z"}}}]},
            {"sample.sample_compositions[0].Component.ComponentType"},
        ),
        ({"name": "x", "Crystal": {"Protein": {"acronym": "A" * 46}}}, {"sample.Crystal.Protein.acronym"}),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_kept(written, make, described, fields):
    before = written.ask("SELECT COUNT(*) AS n FROM Protein")
    assert set(make(described, 422)["errors"]) == fields
    assert written.ask("SELECT COUNT(*) AS n FROM Protein") == before


def test_a_refused_sample_leaves_no_protein(written, session, make):
    make(sample("x", acronym="NEVER", spaceGroup="what"), 422)
    assert rows(written, "Protein", acronym="NEVER", proposalId=session["proposalId"]) == 0


def test_a_sample_is_named_once(instrument, session):
    body = {"sessionId": session["sessionId"], "blSampleId": 1, "sample": sample("twice")}
    answer = instrument.send("POST", "/datacollectiongroups", body)
    assert (answer.status_code, set(answer.json["errors"])) == (422, {"sample"})


def test_the_sample_goes_on_record(written, make):
    group = make(sample("recorded", acronym="RECO"))
    target = f"sample {group['blSampleId']}"
    assert written.ask("SELECT action FROM api_activity WHERE target = %s", target) == [{"action": "sample added"}]
