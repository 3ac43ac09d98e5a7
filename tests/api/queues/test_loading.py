"""GET of /samples/queue: what control software loads at a beamline."""

import pytest

from ispyb_api.queues.schemas_loading import LoadedSamplePageSchema
from tests.contract.shapes import faults


def at(site, rows, beamline, place):
    """Return a container that is at a place of a beamline."""
    container = rows.container()
    body = {"beamlineLocation": beamline, "sampleChangerLocation": place}
    assert site.open("PUT", f"/containers/{container}/assignment", json=body).status_code == 200
    return container


def loaded(site, beamline, login="admin", more=""):
    answer = site.get(f"/samples/queue?beamline={beamline}{more}", login)
    assert answer.status_code == 200, answer.json
    assert list(faults(LoadedSamplePageSchema, answer.json)) == []
    return answer.json["results"]


def test_the_demos_samples_are_those_that_are_processing_there(site):
    beamline = site.ask("SELECT MAX(beamlineLocation) AS b FROM Container WHERE containerStatus = 'processing'")[0]["b"]
    expected = site.ask(
        "SELECT COUNT(*) AS n FROM BLSample s JOIN Container c ON c.containerId = s.containerId"
        " LEFT JOIN Dewar d ON d.dewarId = c.dewarId WHERE c.beamlineLocation = %s"
        " AND (c.containerStatus = 'processing' OR d.dewarStatus = 'processing')",
        beamline,
    )[0]["n"]
    assert len(loaded(site, beamline, more="&limit=500")) == expected > 0


def test_samples_come_in_the_order_of_their_places(written, rows):
    late, early = at(written, rows, "BL-ORDER", "10"), at(written, rows, "BL-ORDER", "9")
    samples = {
        (container, place): rows.sample(containerId=container, location=place)
        for container in (late, early)
        for place in (10, 9)
    }
    found = [row["blSampleId"] for row in loaded(written, "BL-ORDER")]
    assert found == [samples[container, place] for container in (early, late) for place in (9, 10)]


def test_a_sample_has_what_is_needed_to_measure_it(written, rows):
    container = at(written, rows, "BL-ONE", "3")
    crystal = rows.new("/crystals", "crystalId", proteinId=1, spaceGroup="P212121", cell_a=61.4)
    sample = rows.sample(containerId=container, location=7, crystalId=crystal)
    (row,) = loaded(written, "BL-ONE", "member")
    assert (row["blSampleId"], row["location"], row["Container"]["sampleChangerLocation"]) == (sample, "7", "3")
    assert (row["Crystal"]["cell_a"], row["Crystal"]["spaceGroup"]) == (61.4, "P212121")
    assert row["Crystal"]["Protein"]["acronym"] == written.get("/proteins/1").json["acronym"]
    assert (row["_metadata"]["proposal"], row["DiffractionPlans"]) == ("MX415", [])


def test_plans_come_in_their_order_and_may_be_the_crystal_forms(written, rows):
    container, crystal = at(written, rows, "BL-PLANS", "1"), rows.crystal()
    rows.new(f"/crystals/{crystal}/diffractionplans", "diffractionPlanId", experimentKind="OSC")
    own, other = (rows.sample(containerId=container, crystalId=crystal, location=place) for place in (1, 2))
    for energy in (12000.0, 13000.0):
        rows.new(f"/samples/{own}/diffractionplans", "diffractionPlanId", experimentKind="SAD", energy=energy)
    first, second = loaded(written, "BL-PLANS")
    assert [plan["energy"] for plan in first["DiffractionPlans"]] == [12000.0, 13000.0]
    assert [plan["_metadata"]["inherited"] for plan in first["DiffractionPlans"]] == [False, False]
    assert [(p["experimentKind"], p["_metadata"]["inherited"]) for p in second["DiffractionPlans"]] == [("OSC", True)]
    whole = written.get(f"/samples/{own}/diffractionplans").json["results"]
    assert [plan["diffractionPlanId"] for plan in whole] == [p["diffractionPlanId"] for p in first["DiffractionPlans"]]
    assert other == second["blSampleId"]


def test_what_was_taken_off_is_gone(written, rows):
    container = at(written, rows, "BL-OFF", "1")
    rows.sample(containerId=container)
    assert len(loaded(written, "BL-OFF", more="&proposal=mx415")) == 1
    assert loaded(written, "BL-OFF", more="&proposal=mx533") == loaded(written, "BL-OFF", "outsider") == []
    written.open("DELETE", f"/containers/{container}/assignment")
    assert loaded(written, "BL-OFF") == []


@pytest.mark.parametrize("more", ["", "&limit=2"], ids=["whole", "cut"])
def test_a_page_takes_three_statements(written, rows, more):
    container = at(written, rows, "BL-COUNT", "1")
    for place in (1, 2, 3):
        sample = rows.sample(containerId=container, location=place)
        rows.new(f"/samples/{sample}/diffractionplans", "diffractionPlanId", experimentKind="OSC")
    with written.statements() as counted:
        found = loaded(written, "BL-COUNT", more=more)
    assert all(row["DiffractionPlans"] for row in found)
    assert counted.number <= 3


def test_the_beamline_is_needed(get):
    answer = get("/samples/queue")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["beamline"])
