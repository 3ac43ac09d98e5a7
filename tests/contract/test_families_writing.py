"""Databases of either family are written to, as far as they have a place for what is sent."""

import pytest

from tests.contract.test_families import adopted  # noqa: F401 - a fixture


@pytest.fixture(scope="module")
def proposal(adopted):  # noqa: F811
    """A proposal of an adopted database, which the administrator may change."""
    adopted.ask("INSERT INTO Person (personId, familyName) VALUES (900003, 'Lead')")
    adopted.ask(
        "INSERT INTO Proposal (proposalId, personId, proposalCode, proposalNumber) VALUES (900001, 900003, 'FM', '1')"
    )
    for number, name in enumerate(("edit_proposals", "ingest_data", "ingest_proc")):
        if not adopted.ask("SELECT 1 AS n FROM Permission WHERE type = %s", name):
            adopted.ask(
                "INSERT INTO Permission (permissionId, type, description) VALUES (%s, %s, 'by the test')",
                910 + number,
                name,
            )
    adopted.ask(
        "INSERT INTO UserGroup_has_Permission (userGroupId, permissionId) SELECT 900001, p.permissionId FROM Permission p"
        " WHERE p.type IN ('edit_proposals', 'ingest_data', 'ingest_proc')"
    )
    adopted.app.extensions["ispyb_api"].callers.forget_everybody()
    return 900001


@pytest.fixture(scope="module")
def is_dls(adopted):  # noqa: F811
    return "BLSample_has_Ligand" in {
        row["t"]
        for row in adopted.ask("SELECT table_name AS t FROM information_schema.tables WHERE table_schema = DATABASE()")
    }


@pytest.fixture(scope="module")
def make(adopted):  # noqa: F811
    def send(path, method="POST", **body):
        answer = adopted.open(method, path, json=body)
        assert answer.status_code in (200, 201), answer.json
        return answer.json

    return send


@pytest.fixture(scope="module")
def container(proposal, make):
    """A container in a dewar of a shipment from an address, each made by the API."""
    person = {
        "givenName": "A",
        "familyName": "B",
        "Laboratory": {"name": "L", "address": "x", "city": "y", "country": "z"},
    }
    contact = make("/labcontacts", proposalId=proposal, cardName="Card", Person=person)["labContactId"]
    addresses = {"sendingLabContactId": contact, "returnLabContactId": contact}
    shipment = make("/shippings", proposalId=proposal, shippingName="S", **addresses)["shippingId"]
    dewar = make("/dewars", shippingId=shipment, code="D")["dewarId"]
    return make("/containers", dewarId=dewar, code="C", containerType="Unipuck", capacity=16)["containerId"]


def test_containers_are_assigned(adopted, container):  # noqa: F811
    place = {"beamlineLocation": "X01", "sampleChangerLocation": "1"}
    assert adopted.open("PUT", f"/containers/{container}/assignment", json=place).status_code == 200
    assert adopted.get(f"/containers/{container}/history").json["results"][0]["location"] == "1"


def test_what_is_measured_is_recorded(proposal, make):
    opened = make("/sessions", proposalId=proposal, beamLineName="X01", startDate="2026-05-01T09:00:00")
    group = make("/datacollectiongroups", sessionId=opened["sessionId"], experimentType="OSC")["dataCollectionGroupId"]
    made = make("/datacollections", dataCollectionGroupId=group, wavelength=1.0, imagePrefix="x")
    assert (made["wavelength"], made["DataCollectionGroup"]["experimentType"]) == (1.0, "OSC")
    said = make(f"/datacollections/{made['dataCollectionId']}/comments", comments="good")
    assert said["comments"].endswith("] good")


def test_what_instruments_do_is_recorded(proposal, make):
    session = make("/sessions", proposalId=proposal, beamLineName="X03", startDate="2026-05-03T09:00:00")["sessionId"]
    action = {"blsessionId": session, "actionType": "load", "startTimestamp": "2026-05-03T10:00:00"}
    number = make("/robotactions", **action)["robotActionId"]
    ended = make(f"/robotactions/{number}", "PATCH", status="SUCCESS")
    assert (ended["status"], ended["startTimestamp"]) == ("SUCCESS", "2026-05-03T10:00:00")
    assert make("/energyscans", sessionId=session, element="Se", startEnergy=12.6)["startEnergy"] == 12.6
    assert make("/spectra", sessionId=session, energy=13.5)["energy"] == 13.5
    setups = [make("/instruments/setups", focusingOptic="KB")["beamLineSetupId"] for _ in range(2)]
    assert setups[0] == setups[1]
    detectors = [make("/instruments/detectors", detectorSerialNumber="F-1")["detectorId"] for _ in range(2)]
    assert detectors[0] == detectors[1]


def test_mxcube_is_understood_whatever_the_database_lacks(proposal, make, is_dls):
    session = make("/sessions", proposalId=proposal, beamLineName="X04", startDate="2026-05-04T09:00:00")["sessionId"]
    body = {"sessionId": session, "experiment_type": "OSC", "workflow_id": None, "comments": "x" * 2000}
    files = {"directory": "/data/fm1", "prefix": "a", "run_number": 1, "template": "a_%04d.h5"}
    first = make("/datacollections/datacollection", **body, fileinfo=files)
    assert first["leftOut"] == []
    make("/datacollections/datacollection", collection_id=first["dataCollectionId"], flux=1e12, status="Failed")
    number = first["dataCollectionId"]
    images = [make("/images/image", dataCollectionId=number, imageNumber=1)["imageId"] for _ in range(2)]
    assert images[0] == images[1]
    scan = make("/events/energyscan", sessionId=session, remoteEnergy=12.7, element="Se")
    assert [each["field"] for each in scan["leftOut"]] == (["remoteEnergy"] if is_dls else [])


def test_sequences_of_events_are_recorded(proposal, make):
    opened = make("/sessions", proposalId=proposal, beamLineName="X02", startDate="2026-05-02T09:00:00")
    mixture = [{"Component": {"name": "Salt", "ComponentType": {"name": "Protein"}}, "abundance": 0.5}]
    sample = {"name": "jet", "Crystal": {"Protein": {"acronym": "JET"}}, "sample_compositions": mixture}
    group, same = (make("/datacollectiongroups", sessionId=opened["sessionId"], sample=sample) for _ in range(2))
    assert group["blSampleId"] == same["blSampleId"]
    group = group["dataCollectionGroupId"]
    events = [{"type": "LaserExcitation", "offset": 0}, {"type": "XrayExposure", "offset": 0.5}]
    serial = {"SSXDataCollection": {"jetSize": 75}, "event_chains": [{"events": events}]}
    made = make("/datacollections", dataCollectionGroupId=group, **serial)
    assert made["SSXDataCollection"]["jetSize"] == 75
    assert [event["offset"] for event in made["event_chains"][0]["events"]] == [0, 0.5]


def test_samples_are_made_with_all_that_belongs_to_them(adopted, proposal, container, make):  # noqa: F811
    protein = make("/proteins", proposalId=proposal, acronym="FAM", externalId="ab" * 16, safetyLevel="GREEN")
    assert (protein["externalId"], protein["hazardGroup"]) == ("ab" * 16, "1")
    mixture = [{"Component": {"name": "Salt", "ComponentType": {"name": "Protein"}}, "ph": 7.5}]
    crystal = {"Protein": {"acronym": "FAM"}, "spaceGroup": "P212121", "crystal_compositions": mixture}
    sample = make("/samples", name="S", containerId=container, location=1, Crystal=crystal, sample_compositions=mixture)
    assert sample["sample_compositions"][0]["ph"] == sample["Crystal"]["crystal_compositions"][0]["ph"] == 7.5
    path = f"/samples/{sample['blSampleId']}"
    assert make(path, "PATCH", location=2, loopType="mesh")["location"] == 2
    assert (
        adopted.open("POST", "/samples", json={"name": "T", "containerId": container, "location": 2}).status_code == 409
    )
    make(f"/proteins/{protein['proteinId']}/pdbs", name="m", code="1RQW")
    lattices = make(f"/proteins/{protein['proteinId']}/lattices", "PUT", results=[{"cell_a": 61.4}])
    assert lattices["results"][0]["cell_a"] == 61.4
    point = make("/samples/sub", blSampleId=sample["blSampleId"], Position1={"posX": 1, "posY": 2})
    assert point["Position1"]["posY"] == 2
    members = [{"blSampleId": sample["blSampleId"], "order": 4, "type": "sample"}]
    group = make("/samples/groups", proposalId=proposal, name="G", samples=members)
    assert [(row["order"], row["type"]) for row in group["samples"]] == [(4, "sample")]
    make("/links", blSampleId=sample["blSampleId"], url="https://example.org/")
    assert adopted.open("DELETE", f"/samples/sub/{point['blSubSampleId']}").status_code == 204
    assert adopted.open("DELETE", path).status_code == 204


def test_plans_have_their_detectors_scans_and_order(adopted, proposal, container, make):  # noqa: F811
    make("/proteins", proposalId=proposal, acronym="PLAN")
    sample = make("/samples/simple", name="P", containerId=container, location=5, acronym="PLAN", energy=12000.0)
    assert sample["DiffractionPlan"]["energy"] == 12000.0
    detector = adopted.ask("SELECT MIN(detectorId) AS id FROM Detector")[0]["id"]
    path = f"/samples/{sample['blSampleId']}/diffractionplans"
    plan = make(path, experimentKind="mxpresse", detectors=[{"detectorId": detector, "exposureTime": 0.1, "roll": 5.0}])
    assert (plan["experimentKind"], plan["detectors"][0]["roll"]) == ("MXPressE", 5.0)
    plans = adopted.get(path).json["results"]
    assert {row["diffractionPlanId"] for row in plans} == {sample["diffractionPlanId"], plan["diffractionPlanId"]}
    assert adopted.open("DELETE", f"/diffractionplans/{plan['diffractionPlanId']}").status_code == 204
    assert adopted.open("DELETE", f"/samples/{sample['blSampleId']}").status_code == 204
    assert (
        adopted.ask("SELECT 1 AS n FROM DiffractionPlan WHERE diffractionPlanId = %s", sample["diffractionPlanId"])
        == []
    )


def test_a_container_is_filled_from_a_table(adopted, proposal, container, make):  # noqa: F811
    make("/proteins", proposalId=proposal, acronym="CSV")
    table = "name,location,acronym,cell_a,experimentKind\nA,7,CSV,61.4,OSC\nB,8,CSV,61.4,OSC\n"
    answer = adopted.open("POST", f"/containers/{container}/samples", data=table, content_type="text/csv")
    assert answer.status_code == 201, answer.json
    assert len({row["crystalId"] for row in answer.json["results"]}) == 1


def test_what_a_family_has_no_place_for_is_refused_by_name(adopted, proposal, is_dls, make):  # noqa: F811
    body = {"proposalId": proposal, "acronym": "ISO", "isotropy": "isotropic"}
    answer = adopted.open("POST", "/proteins", json=body)
    if is_dls:
        assert answer.json["isotropy"] == "isotropic"
        ligand = make("/ligands", proposalId=proposal, name="L")["ligandId"]
        assert adopted.open("DELETE", f"/ligands/{ligand}").status_code == 204
    else:
        assert (answer.status_code, set(answer.json["errors"])) == (422, {"isotropy"})
        assert adopted.open("POST", "/ligands", json={"proposalId": proposal, "name": "L"}).status_code == 501
        assert adopted.open("POST", "/samples/groups", json={"proposalId": proposal, "name": "G"}).status_code == 422


def test_containers_are_queued_and_done(adopted, proposal, container, make, is_dls):  # noqa: F811
    """One family can queue positions only."""
    make("/proteins", proposalId=proposal, acronym="QUE")
    sample = make("/samples/simple", name="Q", containerId=container, location=9, acronym="QUE")["blSampleId"]
    point = make("/samples/sub", blSampleId=sample, Position1={"posX": 1, "posY": 2})["blSubSampleId"]
    queue = make("/containers/queue", containerId=container)
    rows = adopted.get(f"/containers/queue/samples?blSampleId={sample}").json["results"]
    assert [(row["blSampleId"], row["blSubSampleId"]) for row in rows] == [(sample, None) if is_dls else (None, point)]
    session = make("/sessions", proposalId=proposal, beamLineName="X09", startDate="2099-05-01T09:00:00")["sessionId"]
    group = make("/datacollectiongroups", sessionId=session, experimentType="OSC")["dataCollectionGroupId"]
    of = {"blSampleId": sample, "blSubSampleId": point, "startTime": "2099-05-01T09:00:00"}
    made = make("/datacollections", dataCollectionGroupId=group, runStatus="Failed", **of)["dataCollectionId"]
    (row,) = adopted.get(f"/containers/queue/samples?blSampleId={sample}&status=Failed").json["results"]
    assert [each["dataCollectionId"] for each in row["_metadata"]["datacollections"]] == [made]
    path = f"/containers/queue/{queue['containerQueueId']}"
    assert make(path, "PATCH", completed=True)["completedTimeStamp"] is not None
    assert adopted.open("DELETE", path).status_code == 204
    assert adopted.get(path).json["_metadata"]["samples"] == 1


def test_the_analysis_of_images_is_recorded_and_changed(adopted, proposal, make):  # noqa: F811
    """One family can have an image twice, and no key to tell; then both are changed."""
    session = make("/sessions", proposalId=proposal, beamLineName="X01", startDate="2026-05-03T09:00:00")["sessionId"]
    group = make("/datacollectiongroups", sessionId=session, experimentType="OSC")["dataCollectionGroupId"]
    number = make("/datacollections", dataCollectionGroupId=group)["dataCollectionId"]
    path = f"/datacollections/{number}/quality"
    for row in ({"imageNumber": 1, "spotTotal": 3}, {"imageNumber": 1, "dozor_score": 2.5}, {"imageNumber": 2}):
        assert adopted.open("POST", path, json=[row]).status_code == 200
    (first, _) = adopted.get(path).json["results"]
    assert (first["spotTotal"], first["dozor_score"]) == (3, 2.5)
    columns = {row["Field"].lower() for row in adopted.ask("SHOW COLUMNS FROM ImageQualityIndicators")}
    if "imagequalityindicatorsid" in columns:
        adopted.ask("INSERT INTO ImageQualityIndicators (dataCollectionId, imageNumber) VALUES (%s, 1)", number)
        assert adopted.open("POST", path, json=[{"imageNumber": 1, "iceRings": 4}]).status_code == 200
        assert [row["iceRings"] for row in adopted.get(path).json["results"]] == [4, 4, None]


def test_grids_and_positions_are_recorded(adopted, proposal, make):  # noqa: F811
    """One family knows a grid's group only, and writes the picture's scale the other way round."""
    session = make("/sessions", proposalId=proposal, beamLineName="X01", startDate="2026-05-04T09:00:00")["sessionId"]
    group = make("/datacollectiongroups", sessionId=session, experimentType="Mesh")["dataCollectionGroupId"]
    number = make("/datacollections", dataCollectionGroupId=group)["dataCollectionId"]
    grid = make(f"/datacollections/{number}/grids", steps_x=5, pixelsPerMicronX=2.0)
    assert (grid["pixelsPerMicronX"], grid["micronsPerPixelX"]) == (2.0, 0.5)
    again = make(f"/datacollections/{number}/grids", steps_y=4)
    assert (again["gridInfoId"], again["steps_x"], again["steps_y"]) == (grid["gridInfoId"], 5, 4)
    changed = make(f"/datacollections/grids/{grid['gridInfoId']}", "PATCH", meshAngle=30)
    assert adopted.get(f"/datacollections/{number}").json["GridInfo"] == [changed]
    places = make(f"/datacollections/{number}/positions", "PUT", Position={"posX": 1}, endPosition={"omega": 2.5})
    assert (places["Position"]["posX"], places["endPosition"]["omega"]) == (1, 2.5)


def test_workflows_are_recorded_where_there_are_any(adopted, proposal, make, is_dls):  # noqa: F811
    session = make("/sessions", proposalId=proposal, beamLineName="X01", startDate="2026-05-05T09:00:00")["sessionId"]
    answer = adopted.open("POST", "/datacollections/workflows", json={"sessionId": session})
    if is_dls:
        assert (answer.status_code, answer.json["code"]) == (501, "not_in_this_database")
        return
    workflow = answer.json["workflowId"]
    make("/datacollections/workflows/steps", workflowId=workflow, status="Success")
    mesh = make("/datacollections/workflows/meshes", workflowId=workflow, value1=3)["workflowMeshId"]
    group = make("/datacollectiongroups", sessionId=session, experimentType="Mesh")["dataCollectionGroupId"]
    number = make("/datacollections", dataCollectionGroupId=group)["dataCollectionId"]
    assert make(f"/datacollections/{number}/grids", workflowMeshId=mesh)["workflowMeshId"] == mesh
    assert make(f"/datacollections/workflows/{workflow}", "PATCH", status="Success")["status"] == "Success"


def test_centrings_are_recorded_where_there_are_any(adopted, proposal, make, is_dls):  # noqa: F811
    session = make("/sessions", proposalId=proposal, beamLineName="X01", startDate="2026-05-06T09:00:00")["sessionId"]
    group = make("/datacollectiongroups", sessionId=session, experimentType="Mesh")["dataCollectionGroupId"]
    answer = adopted.open("POST", "/processings/xray-centrings", json={"dataCollectionGroupId": group})
    if not is_dls:
        assert (answer.status_code, answer.json["code"]) == (501, "not_in_this_database")
        return
    number = answer.json["xrayCentringId"]
    found = adopted.open("POST", f"/processings/xray-centrings/{number}/results", json=[{"numberOfVoxels": 5}])
    assert (found.status_code, found.json["XrayCentringResult"][0]["numberOfVoxels"]) == (201, 5)
