"""Every shape against the facts: the same keys, of the same types, null or left out as they say."""

import re

import pytest

from ispyb_api.compat.java_rest import gson
from ispyb_api.compat.java_rest.paths import PREFIX
from ispyb_api.compat.java_rest.shapes import (
    collections,
    em,
    people,
    phasing,
    processing,
    proposals,
    proteins,
    samples,
    scans,
    sessions,
    shipping,
    shipping_rows,
    summaries,
    workflows,
)
from ispyb_api.db import catalog
from tests.support.java import faults, table

PROPOSALS = ("mx415", "sx28", "em67", "mx533")
SHAPES = {
    "### GET /{token}/proposal/list": proposals.ROW,
    "## 3. Session": sessions.ROW,
    "Structure object:": samples.STRUCTURE,
    "### GET .../mx/protein/list": samples.PROTEIN,
    "DiffractionPlan object (nested": samples.PLAN,
    "Crystal object:": samples.CRYSTAL,
    "LabContact:": people.LABCONTACT,
    "Person (`personVO`)": people.PERSON,
    "Laboratory (`laboratoryVO`)": people.LABORATORY,
    "### 4.1 Group summary rows": summaries.ROW,
    "### 4.2 Data collections of a group": collections.ROW,
    "mx/energyscan/session/{sessionIds}/list": scans.ENERGY_SCAN,
    "mx/xrfscan/session/{sessionId}/list": scans.SPECTRUM,
    "mx/autoprocintegration/datacollection/{dataCollectionIds}/view": processing.ROW,
    "mx/sample/list": samples.ROW,
    "### GET .../mx/protein/stats": proteins.STATISTICS,
    "### 10.1": shipping_rows.ROW,
    "### 10.2": shipping.SHIPPING,
    "### 10.4": shipping_rows.HISTORY_ROW,
    "### 10.5": shipping_rows.DEWAR_ROW,
    "Dewar object:": shipping.DEWAR,
    "Container object:": shipping.CONTAINER,
    "BLSample object (in": shipping.SAMPLE,
    "Session object (in": shipping.SESSION,
    "mx/phasing/datacollectiongroupid/{ids}/list": phasing.ROW,
    "mx/phasing/phasingstepid/{ids}/files": phasing.FILE,
    "WorkflowStep object:": workflows.STEP,
    "### GET .../em/datacollection/{dataCollectionId}/movie/all": em.MOVIE,
    "### GET .../em/session/{sessionId}/stats": em.MOVIE_STATS,
    "### GET .../em/session/{sessionId}/classification": em.CLASSIFICATION,
}
SUMMARY, COLLECTION = "### 4.1 Group summary rows", "### 4.2 Data collections of a group"
RESULTS = "mx/autoprocintegration/datacollection/{dataCollectionIds}/view"
# Path, heading of the facts, whether keys without a value are left out.
ROWS = [
    ("/proposal/list", "### GET /{token}/proposal/list", False),
    ("/session/list", "## 3. Session", False),
    *((f"/proposal/{name}/session/list", "## 3. Session", True) for name in PROPOSALS),
    ("/proposal/mx415/mx/datacollection/session/1,2,3,4,5/list", SUMMARY, True),
    ("/proposal/sx28/mx/datacollection/session/6,7/list", SUMMARY, True),
    ("/proposal/em67/mx/datacollection/session/8,9/list", SUMMARY, True),
    ("/proposal/mx533/mx/datacollection/session/10,11,12,13/list", SUMMARY, True),
    ("/proposal/mx415/mx/datacollection/6,20,73/list", SUMMARY, True),
    ("/proposal/mx415/mx/datacollection/sample/1/list", SUMMARY, True),
    ("/proposal/mx415/mx/datacollection/protein_acronym/LYSO,THAU/list", SUMMARY, True),
    (
        f"/proposal/mx415/mx/datacollection/datacollectiongroupid/{','.join(map(str, range(1, 71)))}/list",
        COLLECTION,
        True,
    ),
    ("/proposal/mx533/mx/datacollection/datacollectiongroupid/71,72,401/list", COLLECTION, True),
    ("/proposal/mx415/mx/energyscan/session/1,2,3/list", "mx/energyscan/session/{sessionIds}/list", False),
    ("/proposal/mx415/mx/xrfscan/session/2,3/list", "mx/xrfscan/session/{sessionId}/list", False),
    *((f"/proposal/{name}/mx/sample/list", "mx/sample/list", False) for name in PROPOSALS),
    ("/proposal/mx415/mx/sample/containerid/1,2/list", "mx/sample/list", False),
    (
        "/proposal/em67/em/datacollection/301/movie/all",
        "### GET .../em/datacollection/{dataCollectionId}/movie/all",
        True,
    ),
    ("/proposal/em67/em/session/9/stats", "### GET .../em/session/{sessionId}/stats", False),
    ("/proposal/em67/em/session/9/classification", "### GET .../em/session/{sessionId}/classification", False),
    ("/proposal/session/beamlineoperator/besque/list", "## 3. Session", False),
    ("/proposal/mx415/mx/crystal/list", "Crystal object:", False),
    ("/proposal/mx415/mx/crystal/proteinid/4/list", "Crystal object:", False),
    ("/proposal/mx415/mx/protein/list", "### GET .../mx/protein/list", False),
    ("/proposal/mx415/mx/protein/stats", "### GET .../mx/protein/stats", False),
    *((f"/proposal/{name}/shipping/list", "### 10.1", False) for name in PROPOSALS),
    *((f"/proposal/{name}/dewar/list", "### 10.5", False) for name in PROPOSALS),
    *((f"/proposal/mx415/shipping/{number}/history", "### 10.4", False) for number in (1, 2)),
    ("/proposal/mx415/shipping/labcontact/list", "LabContact:", False),
]


@pytest.mark.parametrize("heading", SHAPES)
def test_a_shape_has_the_keys_of_the_facts(heading):
    assert {key.name for key in SHAPES[heading].keys} == table(heading).keys()


@pytest.mark.parametrize(("path", "heading", "omits"), ROWS)
def test_rows_are_as_the_facts_have_them(java, path, heading, omits):
    keys, found = table(heading), java.rows(path)
    assert found
    assert [faults(row, keys, omits=omits) for row in found if faults(row, keys, omits=omits)] == []


def test_results_are_as_the_facts_have_them(java):
    keys = table(RESULTS)
    found = java.rows(f"/proposal/mx415/mx/autoprocintegration/datacollection/{','.join(map(str, range(1, 96)))}/view")
    assert len(found) == 95
    rows = [row for of_collection in found for row in of_collection]
    assert len(rows) > 50
    assert [faults(row, keys, omits=False) for row in rows if faults(row, keys, omits=False)] == []


@pytest.mark.parametrize("name", PROPOSALS)
def test_all_of_a_proposal_is_as_the_facts_have_it(java, name):
    (info,) = java.rows(f"/proposal/{name}/info/get")
    assert len(info["proposal"]) == 1
    for part, heading in (
        ("proteins", "### GET .../mx/protein/list"),
        ("crystals", "Crystal object:"),
        ("labcontacts", "LabContact:"),
    ):
        keys = table(heading)
        assert [faults(row, keys, omits=False) for row in info[part] if faults(row, keys, omits=False)] == []


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_shipment_is_as_the_facts_have_it_down_to_the_samples(java, number):
    shipment = java.get(f"/proposal/mx415/shipping/{number}/get").json
    assert faults(shipment, table("### 10.2"), omits=False) == []
    assert shipment["dewarVOs"]
    for dewar in shipment["dewarVOs"]:
        assert faults(dewar, table("Dewar object:"), omits=False) == []
        for container in dewar["containerVOs"]:
            assert faults(container, table("Container object:"), omits=False) == []
            for sample in container["sampleVOs"]:
                assert faults(sample, table("BLSample object (in"), omits=False) == []
                assert faults(sample["crystalVO"], table("Crystal object:"), omits=False) == []
        if dewar["sessionVO"]:
            assert faults(dewar["sessionVO"], table("Session object (in"), omits=False) == []


def test_every_key_says_where_it_comes_from(site):
    with site.database.engine.connection() as raw:
        tables = {name.lower(): {each.lower() for each in columns} for name, columns in catalog.columns(raw).items()}
    wrong = []
    for shape in _shapes():
        for key in shape.keys:
            found = re.findall(r"\b([A-Z]\w+)\.(\w+)", key.source)
            there = [column.lower() in tables.get(name.lower(), ()) for name, column in found]
            known = key.source.startswith("nothing") or (there and all(there))
            wrong += [] if known else [f"{shape.name}.{key.name}: {key.source}"]
    assert wrong == []


def _shapes():
    waiting, found = [*SHAPES.values(), proposals.INFO], []
    while waiting:
        shape = waiting.pop()
        found.append(shape)
        waiting += shape.parts.values()
    return found


def test_the_swagger_page_knows_every_route(site):
    document = site.app.test_client().get(f"{PREFIX}/swagger.json").json
    assert "/{token}/proposal/{proposal}/info/get" in document["paths"]
    assert {"SessionRow", "ProposalInfo", "LabContact"} <= document["definitions"].keys()


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        ("2016-07-28 09:00:00", "Jul 28, 2016 9:00:00 AM"),
        ("2016-07-08 00:05:09", "Jul 8, 2016 12:05:09 AM"),
        ("2016-12-31 12:00:00", "Dec 31, 2016 12:00:00 PM"),
        ("2016-01-01 23:59:59", "Jan 1, 2016 11:59:59 PM"),
        ("0000-00-00 00:00:00", None),
    ],
)
def test_times_are_written_as_the_java_server_writes_them(moment, written):
    assert gson.stamp(moment) == written
    assert gson.day(moment) == (written and written.rpartition(" ")[0].rpartition(" ")[0])
