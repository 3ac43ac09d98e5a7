"""Databases that are not ours: of either family, and our own with a real facility's rows."""

import re

import pytest
from click.testing import CliRunner

from ispyb_api import cli, paths
from ispyb_api import settings as configuration
from ispyb_api.app import PREFIX, engine_of, routes
from ispyb_api.db import adopt, migrate
from tests.contract.shapes import faults
from tests.support import dls_sample, families, mariadb

COLLECTION, SESSION = 993677, "cm14451-1"


@pytest.fixture(scope="module", params=families.FLAVOURS)
def adopted(request, tmp_path_factory):
    """A database of one family, adopted."""
    with families.database(request.param) as url:
        engine = engine_of(configuration.load(environ={}, overrides={"database.url": url, "token.secret": "s" * 32}))
        with engine.raw() as raw:
            raw.cursor().execute("INSERT INTO Permission (type, description) VALUES ('all_proposals', 'by the test')")
        adopt.baseline(engine, paths.MIGRATIONS)
        with dls_sample.open_site(url, tmp_path_factory.mktemp("adopted")) as site:
            yield site


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """Our own schema with the sample's rows."""
    with mariadb.database() as url:
        engine = engine_of(configuration.load(environ={}, overrides={"database.url": url, "token.secret": "s" * 32}))
        migrate.migrate(engine, paths.MIGRATIONS)
        dls_sample.load(engine)
        with dls_sample.open_site(url, tmp_path_factory.mktemp("sample")) as site:
            yield site


def check(site, *options):
    environ = {"ISPYB_DATABASE_URL": site.url, "ISPYB_TOKEN_SECRET": "s" * 32}
    return CliRunner().invoke(cli.main, ["check", *options], env=environ)


# What a family has no tables for at all.
LACKING = {
    "pydb": {
        *(
            "/ligands",
            "/samples/{}/ligands",
            "/processings/xray-centrings",
            "/processings/xray-centrings/{}/results",
            "/processings/jobs",
        ),
        *(f"/em/tomograms{end}" for end in ("", "/{}/tilts", "/{}/processed", "/{}/files", "/processed/{}/file")),
        *(f"/em/{kind}{end}" for kind in ("atlases", "grid-squares", "foil-holes") for end in ("", "/{}/image")),
        *("/em/atlases/{}/grid-squares", "/em/grid-squares/{}/foil-holes"),
    },
    "dls": {
        "/ssx/datacollection/processing/results",
        "/ssx/datacollection/processing/results/attachments",
        "/ssx/datacollection/processing/results/{}/cells",
        "/ssx/datacollection/processing/live",
        *("/datacollections/workflows", "/datacollections/workflows/steps", "/datacollections/workflows/meshes"),
    },
}


def lacking(site):
    return LACKING["dls" if "WorkflowStep" not in _tables(site) else "pydb"]


def _tables(site):
    return {
        row["t"]
        for row in site.ask("SELECT table_name AS t FROM information_schema.tables WHERE table_schema = DATABASE()")
    }


def test_check_passes_on_either_family(adopted):
    result = check(adopted)
    assert result.exit_code == 0, result.output
    paths = re.findall(rf"{PREFIX}(\S+) answers 501", result.output)
    refused = {re.sub(r"<[^>]*>", "{}", re.sub(r"/<[^>]*>$", "", path)) for path in paths}
    assert refused == lacking(adopted)
    assert "is not in this database and shown as null" in result.output
    assert re.search(r"^indexes     \d+ of \d+ are not there: ispyb-api check --indexes ", result.output, re.M)


PATHS = [
    "/proposals",
    "/proposals/cm14451",
    "/sessions",
    "/sessions/55167",
    "/persons?sessionId=55167",
    "/sessions/55167/persons",
    "/sessions?since=2016-01-01T00:00:00&until=2017-01-01T00:00:00",
    f"/sessions/{SESSION}",
    "/sessions/current?beamLineName=i03",
    "/laboratories",
    f"/events?session={SESSION}",
    *(f"/events?status={status}" for status in ("success", "failed", "processing", "processed", "processerror")),
    "/events/types",
    "/datacollectiongroups",
    "/datacollectiongroups/988855",
    "/datacollections",
    f"/datacollections/{COLLECTION}",
    "/datacollections/attachments",
    "/datacollections/workflows/steps",
    "/datacollections/workflows/meshes",
    f"/datacollections/quality?dataCollectionId={COLLECTION}",
    f"/datacollections/{COLLECTION}/images",
    f"/eventchains?dataCollectionId={COLLECTION}",
    f"/eventchain?dataCollectionId={COLLECTION}",
    f"/ssx/datacollection/processing/stats?dataCollectionIds={COLLECTION}",
    f"/ssx/datacollection/processing/results?dataCollectionIds={COLLECTION}",
    f"/ssx/datacollection/processing/cells/histogram?dataCollectionIds={COLLECTION}",
    "/session/55167",
    "/options/ui",
    f"/processings/status?dataCollectionIds=[{COLLECTION}]",
    f"/processings/messages/status?dataCollectionIds=[{COLLECTION}]",
    "/processings",
    f"/processings/auto-integrations?dataCollectionId={COLLECTION}",
    "/processings/screenings",
    "/processings/messages",
    "/processings/attachments",
    "/proteins",
    "/crystals",
    "/spacegroups?limit=500",
    "/samples",
    "/samples/components",
    "/links",
    "/samples/groups",
    "/ligands",
    "/samples/sub",
    "/samples/images",
    "/containers",
    "/containers/queue",
    "/samples/queue?beamline=i03",
    "/containers/queue/samples",
    *(f"/containers/queue/samples?status={status}" for status in ("Queued", "Completed", "Failed")),
    "/containers/queue/samples?blSampleId=1&order_by=started",
    "/dewars",
    "/containers/types",
    "/stats/runs",
    *(
        f"/stats/{name}?session={SESSION}"
        for name in ("breakdown", "times", "errors", "hourlies", "parameters/histogram")
    ),
    "/mapping",
    "/mapping/rois",
    f"/processings/phasing?dataCollectionId={COLLECTION}",
    f"/processings/refinements?dataCollectionId={COLLECTION}",
    f"/processings/comparison?dataCollectionId={COLLECTION}",
    f"/processings/phasing/analyses?dataCollectionId={COLLECTION}",
    *(
        f"/em/{name}?sessionId=55167"
        for name in (
            *("movies", "motion-corrections", "ctfs", "datacollections", "statistics", "particle-pickers"),
            *("classifications", "classes", "tomograms", "atlases", "grid-squares", "foil-holes"),
        )
    ),
    "/processings/results?sessionId=55167",
    "/processings/results?blSampleGroupId=5",
    "/processings/best?sessionId=55167",
    "/processings/best?sessionId=55167&by=blSampleGroupId",
    "/processings/56425592",
    "/processings/xray-centrings?dataCollectionGroupId=988855",
    f"/processings/jobs?dataCollectionId={COLLECTION}",
    "/shippings",
    "/labcontacts",
    "/samples?status=Auto%20Integrated&order_by=datacollections",
]


@pytest.mark.parametrize("path", PATHS)
def test_adopted_database_answers_as_the_schema_says(adopted, path):
    answer = adopted.get(path)
    if path.partition("?")[0] in lacking(adopted):
        assert (answer.status_code, answer.json["code"]) == (501, "not_in_this_database")
        return
    assert answer.status_code == 200, answer.json
    rows = answer.json if isinstance(answer.json, list) else [answer.json]
    assert [fault for row in rows for fault in faults(_schema(adopted.app, path), row)] == []


@pytest.mark.parametrize("path", ["/proposals", "/proteins", "/samples", "/sessions", "/shippings", "/dewars"])
def test_letters_that_no_column_can_hold_are_refused(adopted, path):
    """Both families are older than utf8mb4: MariaDB does not compare their columns with everything."""
    answer = adopted.get(path, query_string={"search": "\U0001f600"})
    assert (answer.status_code, answer.json["message"]) == (422, "This database has no letters for what was sent.")


def test_images_that_were_analysed_twice_are_streamed_twice(adopted):
    """One family allows it, the other does not; and one of them names images by their rows only."""
    before = len(adopted.get(f"/datacollections/{COLLECTION}/quality").json["results"])
    twice = "imageQualityIndicatorsId" in _columns(adopted, "ImageQualityIndicators")
    for number in (900_001, 900_001, 900_002) if twice else (900_001, 900_002):
        sql = "INSERT INTO ImageQualityIndicators (dataCollectionId, imageNumber, spotTotal) VALUES (%s, %s, 1)"
        adopted.ask(sql, COLLECTION, number)
    rows = adopted.get(f"/datacollections/{COLLECTION}/quality").json["results"]
    assert [row["imageNumber"] for row in rows[before:]] == ([900_001] * 2 if twice else [900_001]) + [900_002]
    assert adopted.get(f"/datacollections/quality?dataCollectionId={COLLECTION}").json["total"] == len(rows)


def test_grid_has_its_scale_whatever_the_family_calls_it(adopted):
    scales = (
        {"pixelspermicronX": 2.0}
        if "pixelspermicronx" in _columns(adopted, "GridInfo", str.lower)
        else {"micronsPerPixelX": 0.5}
    )
    ((name, value),) = scales.items()
    adopted.ask(
        f"INSERT INTO GridInfo (dataCollectionGroupId, steps_x, {name}, snapshot_offsetXPixel) VALUES (988855, 5, %s, 7)",
        value,
    )
    (item,) = adopted.get(f"/events?dataCollectionId={COLLECTION}").json["results"]
    grids = adopted.get(f"/datacollections/{COLLECTION}").json["GridInfo"]
    assert item["Item"]["GridInfo"] == grids
    assert [
        (g["steps_x"], g["pixelsPerMicronX"], g["micronsPerPixelX"], g["snapshot_offsetXPixel"]) for g in grids
    ] == [(5.0, 2.0, 0.5, 7.0)]


def _columns(site, table, spelt=str):
    sql = "SELECT column_name AS c FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = %s"
    return {spelt(row["c"]) for row in site.ask(sql, table)}


def _schema(app, path):
    """Return the schema of the route that a path leads to."""
    rule, _ = app.url_map.bind("localhost").match(f"{PREFIX}{path.split('?')[0]}", return_rule=True)
    return next(f.__returns__ for each, method, f in routes(app) if each.rule == rule.rule and method == "GET")


def test_maps_of_either_family_are_drawn(adopted):
    names = {row["Field"].lower() for row in adopted.ask("SHOW COLUMNS FROM XRFFluorescenceMapping")}
    group = adopted.ask(
        "SELECT MAX(dataCollectionGroupId) AS id FROM DataCollection WHERE dataCollectionId = %s", COLLECTION
    )
    adopted.ask(
        "INSERT INTO XRFFluorescenceMappingROI (xrfFluorescenceMappingROIId, startEnergy, endEnergy) VALUES (1, 6300, 6500)"
    )
    of, key = ("dataCollectionId", COLLECTION) if "gridinfoid" in names else ("dataCollectionGroupId", group[0]["id"])
    adopted.ask(f"INSERT INTO GridInfo (gridInfoId, {of}, steps_x, steps_y) VALUES (900001, %s, 2, 1)", key)
    if "gridinfoid" in names:
        adopted.ask(
            "INSERT INTO XRFFluorescenceMapping (xrfFluorescenceMappingId, xrfFluorescenceMappingROIId, gridInfoId, dataFormat, data)"
            " VALUES (1, 1, 900001, 'json', '[5, 7]')"
        )
    else:
        for number in (1, 2):
            adopted.ask(
                "INSERT INTO XRFFluorescenceMapping (xrfFluorescenceMappingId, xrfFluorescenceMappingROIId, dataCollectionId,"
                " imageNumber, counts) VALUES (%s, 1, %s, %s, %s)",
                number, COLLECTION, number, 3 + 2 * number,
            )  # fmt: skip
    (found,) = adopted.get("/mapping").json["results"]
    assert (found["GridInfo"]["gridInfoId"], found["_metadata"]["dataCollectionId"]) == (900001, COLLECTION)
    assert adopted.get("/mapping/1").data.startswith(b"\x89PNG")
    assert adopted.get("/mapping/pixel/1?x=1&y=0").json["value"] == 7
    assert adopted.get(f"/datacollections/{COLLECTION}/gridmap/picture").data.startswith(b"\x89PNG")
    assert adopted.get("/mapping/rois").json["total"] == 1


def test_timeline_shows_the_real_collections(sample):
    rows = sample.get(f"/events?session={SESSION}&limit=100").json["results"]
    collections = {row["id"] for row in rows if row["type"] == "dc"}
    expected = sample.ask(
        "SELECT MAX(d.dataCollectionId) AS id FROM DataCollection d JOIN DataCollectionGroup g "
        "ON g.dataCollectionGroupId = d.dataCollectionGroupId WHERE g.sessionId = 55167 GROUP BY g.dataCollectionGroupId"
    )
    assert collections == {row["id"] for row in expected} != set()
    second = sample.get("/events?session=cm14451-2&limit=100").json["results"]
    assert {row["session"] for row in second} == {"cm14451-2"}
    assert {"dc"} <= {row["type"] for row in second}


@pytest.mark.parametrize(
    ("kind", "table", "key"),
    [("es", "EnergyScan", "energyScanId"), ("xrf", "XFEFluorescenceSpectrum", "xfeFluorescenceSpectrumId")],
)
def test_scans_and_spectra_of_the_sample_appear(sample, kind, table, key):
    expected = {
        (row["id"], row["session"]) for row in sample.ask(f"SELECT {key} AS id, sessionId AS session FROM {table}")
    }
    found = sample.get(f"/events?eventType={kind}&limit=500").json
    assert {(row["id"], row["sessionId"]) for row in found["results"]} == expected
    assert found["total"] == len(expected) > 0
    assert all(row["Item"][key] == row["id"] for row in found["results"])


def test_member_of_the_sample_sees_his_proposal_only(sample):
    assert [row["proposal"] for row in sample.get("/proposals", login="boaty").json["results"]] == ["cm14451"]
    assert sample.get("/sessions/339525", login="boaty").status_code == 404


def test_collection_has_its_real_values(sample):
    found = sample.get(f"/datacollections/{COLLECTION}", login="boaty").json
    assert (found["wavelength"], found["numberOfImages"], found["imagePrefix"]) == (1.28255, 3600, "tlys_jan_4")
    assert found["startTime"] == "2016-01-14T12:40:34"
