"""Rows that another program left half empty, or filled with what nobody expects, break no route that reads."""

import itertools
import sqlite3

import pymysql
import pytest

from ispyb_api.app import routes
from tests.contract.test_matrix import ITEMS, plain
from tests.contract.test_output import ADMINISTERED, ARGUMENTS, urls
from tests.support import sites

# Who calls is found out by these; without them everything is 401.
ONES_OWN = {"Person", "Permission", "UserGroup", "UserGroup_has_Permission", "UserGroup_has_Person"}
ODD = "?é <'\"%s"  # no word that any program knows; an enumeration of MariaDB holds '' in place of it
NUMBERS = (1, 2)
REFUSED = (sqlite3.IntegrityError, pymysql.err.IntegrityError)
REFUSED_BY_CHECK = 4025

# What routes without a page of JSON are asked, of rows that the demo facility has.
MORE = {
    "/em/movies/series": "sessionId=8",
    "/processings/results.csv": "sessionId=3",
    "/processings/comparison.csv": "blSampleId=21",
    "/data/images": "dataCollectionId=1&imageNumber=1",
    "/datacollections/workflows/steps/{}": "attachmentType=imageResultFilePath",
    "/events/energyscan/{}/attachments": "attachmentType=scanFileFullPath",
    "/events/robot-action/{}/attachments": "attachmentType=xtalSnapshotBefore",
    "/events/xfe-fluorescence-spectrum/{}/attachments": "attachmentType=scanFileFullPath",
    **{
        f"/data/h5grove/{name}{slash}": "dataCollectionId=1&path=/"
        for name in ("attr", "data", "meta", "stats")
        for slash in ("", "/")
    },
}
NUMBERS_OF = {
    "/em/atlases/{}/image": "atlasId FROM Atlas",
    "/em/grid-squares/{}/image": "gridSquareId FROM GridSquare",
    "/em/foil-holes/{}/image": "foilHoleId FROM FoilHole",
    "/em/classes/{}/image": "particleClassificationId FROM ParticleClassification",
    "/em/classifications/{}/archive": "particleClassificationGroupId FROM ParticleClassification",
    "/em/particle-pickers/{}/image": "particlePickerId FROM ParticlePicker",
    "/em/movies/{}/files/{}": "CONCAT(movieId, '/files/micrograph') FROM Movie",
    "/em/motion-corrections/{}/files/{}": "CONCAT(motionCorrectionId, '/files/micrograph') FROM MotionCorrection",
    "/em/ctfs/{}/files/{}": "CONCAT(CTFid, '/files/spectra') FROM CTF",
    "/em/tomograms/{}/files/{}": "CONCAT(tomogramId, '/files/volume') FROM Tomogram",
    "/processings/{}/archive": "autoProcProgramId FROM AutoProcProgramAttachment",
    "/datacollections/{}/gridmap/picture": "dataCollectionId FROM GridInfo WHERE dataCollectionId IS NOT NULL",
    "/ssx/datacollection/processing/results/attachments/{}": "ssxProcessingResultAttachmentId FROM SSXProcessingResultAttachment",
}
# Routes that have nothing to answer with, why: the path of the file is among what was spoilt,
FILES = {
    *(f"/data/h5grove/{name}{slash}" for name in ("attr", "data", "meta", "stats") for slash in ("", "/")),
    *("/data/images", "/data/images/header", "/data/images/histogram"),
    *(f"/datacollections/images/{name}{{}}" for name in ("", "diffraction/", "quality/")),
    *("/datacollections/workflows/steps/{}", "/datacollections/{}/snapshots/1", "/samples/images/{}"),
    *(f"/em/{name}/{{}}/image" for name in ("classes", "foil-holes", "grid-squares", "particle-pickers")),
    *(f"/em/{name}/{{}}/files/{{}}" for name in ("ctfs", "motion-corrections", "movies", "tomograms")),
    *(f"/events/{name}/{{}}/attachments" for name in ("energyscan", "robot-action", "xfe-fluorescence-spectrum")),
    *("/processings/attachments/{}", "/processings/phasing/attachments/{}"),
}
# the demo facility has no such rows,
NO_ROWS = {"/ligands/{}/pdbs/{}", "/em/tomograms/processed/{}/file"}
# or what the answer consists of was emptied: the steps of a grid, the values of a map, the text of a model.
UNKNOWN = {"/datacollections/{}/gridmap", "/datacollections/{}/gridmap/picture", "/proteins/{}/pdbs/{}"}
UNKNOWN |= {"/mapping/{}", "/mapping/histogram/{}", "/mapping/maps/{}", "/mapping/pixel/{}"}

COLUMNS = """SELECT c.table_name AS t, c.column_name AS c, c.data_type AS k
               FROM information_schema.columns c
               JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
              WHERE c.table_schema = DATABASE() AND c.is_nullable = 'YES' AND t.table_type = 'BASE TABLE'"""
COLUMNS_OF_SQLITE = """SELECT t.name AS t, c.name AS c, LOWER(c.type) AS k
                         FROM sqlite_master t JOIN pragma_table_info(t.name) c
                        WHERE t.type = 'table' AND NOT c."notnull" AND NOT c.pk"""


@pytest.fixture(scope="module", params=["sqlite", "mariadb"])
def own(request, tmp_path_factory):
    """A site of its own, for its rows are spoilt."""
    with sites.open_site(request.param, tmp_path_factory.mktemp("coexisting")) as site:
        yield site


def columns(site):
    """Yield (table, column, whether it holds text) of what may be NULL and links no rows."""
    for row in site.ask(COLUMNS if site.name == "mariadb" else COLUMNS_OF_SQLITE):
        ours = row["t"].startswith(("api_", "sqlite_")) or row["t"] in ONES_OWN
        if not ours and not row["c"].lower().endswith("id"):
            yield row["t"], row["c"], any(kind in row["k"] for kind in ("char", "text", "enum"))


def spoil(site, value):
    """Give all that may be NULL this value, as far as it fits; return how many columns took it."""
    careless = "SET STATEMENT sql_mode = '' FOR " if site.name == "mariadb" else ""
    taken = 0
    for table, column, text in columns(site):
        if value is None or text:
            try:
                site.ask(f"{careless}UPDATE `{table}` SET `{column}` = %s", value)
                taken += 1
            except REFUSED:  # unique, or checked
                continue
            except pymysql.err.OperationalError as error:
                if error.args[0] != REFUSED_BY_CHECK:
                    raise
    return taken


def paths(site):
    """Return {path: addresses} of all routes that read, of rows that are there."""
    site.open("POST", "/proposals/1/grants", json={"login": "zofie", "sessionId": 1})
    found = {}
    for rule, method, _ in routes(site.app):
        path = plain(rule.rule)
        if method != "GET" or path.endswith("/stream"):
            continue
        if path in NUMBERS_OF:
            rows = site.ask(f"SELECT DISTINCT {NUMBERS_OF[path].replace(' FROM', ' AS id FROM', 1)} LIMIT 2")
            whole = path.replace("{}/files/{}", "{}")
            asked = [whole.format(row["id"]) for row in rows]
        elif path in ITEMS | ADMINISTERED | ARGUMENTS or path == "/dictionary/{}":
            asked = list(itertools.islice(urls(site, path), 2))
        else:
            asked = [path.replace("{}", str(number)) for number in NUMBERS] if rule.arguments else [path]
        found[path] = [f"{each}?{MORE[path]}" if path in MORE else each for each in asked]
    return found


@pytest.mark.parametrize("value", [ODD, None], ids=["odd text", "nothing"])
def test_no_row_of_others_is_too_odd(own, value):
    asked = paths(own)
    assert spoil(own, value) > 300
    assert [row["title"] for row in own.ask("SELECT DISTINCT title FROM Proposal")] == [value]
    failed, silent = {}, set()
    for path, addresses in asked.items():
        statuses = set()
        for address in addresses:
            answer = own.get(address)
            statuses.add(answer.status_code)
            if answer.status_code >= 500 or answer.status_code == 422:
                failed[address] = (answer.status_code, answer.get_data(as_text=True)[:200])
            answer.close()
        if 200 not in statuses:
            silent.add(path)
    assert failed == {}
    assert silent == FILES | NO_ROWS | (UNKNOWN if value is None else set())
