"""Every answer is what its schema says, and no list costs more statements for more rows."""

import pytest

from ispyb_api.app import PREFIX, routes
from tests.contract.shapes import faults
from tests.contract.test_matrix import ELSEWHERE, ITEMS, LISTS, plain

MOST_STATEMENTS = 3
ARGUMENTS = {
    "/sessions/group": "beamLineGroup=MX",
    "/persons": "showAll=true&limit=500",
    "/datacollections/quality": "dataCollectionId=1&limit=500",
    "/eventchains": "dataCollectionId=212&limit=500",
    **{
        f"/stats/{name}": "sessionId=3" for name in ("breakdown", "times", "errors", "hourlies", "parameters/histogram")
    },
    "/processings/phasing": "blSampleId=21&limit=500",
    "/processings/refinements": "blSampleId=21&limit=500",
    "/processings/comparison": "blSampleId=21",
    "/processings/xray-centrings": "dataCollectionGroupId=1",
    "/processings/phasing/analyses": "blSampleId=21&limit=500",
    "/processings/results": "sessionId=3&limit=500",
    "/processings/best": "sessionId=3&limit=500",
    "/eventchain": "dataCollectionId=212",
    **{
        f"/em/{name}": "sessionId=8&limit=500"
        for name in (
            *("movies", "motion-corrections", "ctfs", "datacollections", "particle-pickers", "tomograms"),
            *("atlases", "grid-squares", "foil-holes"),
        )
    },
    "/em/classifications": "sessionId=9&limit=500",
    "/em/classes": "sessionId=9&limit=500",
    "/em/statistics": "sessionId=8",
    "/ssx/datacollection/processing/stats": "dataCollectionIds=201,202,6",
    "/ssx/datacollection/processing/cells": "dataCollectionId=201",
    "/ssx/datacollection/processing/results": "dataCollectionIds=201,202",
    "/ssx/datacollection/processing/live": "dataCollectionIds=201,202",
    "/ssx/datacollection/processing/cells/histogram": "dataCollectionIds=201,202",
    # The files of the demo's images are not there: what is in files is tested in tests/api/imagery.
    "/data/images/header": "dataCollectionId=1&imageNumber=1",
    "/data/images/histogram": "dataCollectionId=1&imageNumber=1",
    "/sessions/current": "beamLineName=BL01-MX",
    "/samples/queue": "beamline=BL01-MX&limit=500",
    "/processings/status": "dataCollectionIds=[1,2,6,10]",
    "/processings/messages/status": "dataCollectionIds=[1,2,6,10]",
}
WITHOUT_A_PAGE = {
    "/sessions/current",
    "/em/statistics",
    "/data/images/header",
    "/data/images/histogram",
    "/processings/comparison",
    "/processings/xray-centrings",
    "/containers/types",
    "/detectors",
    "/auth/config",
    "/user/current",
    "/options",
    "/options/ui",
    "/sessions/group",
    "/events/types",
}
WITHOUT_A_PAGE |= {"/dictionary"}
WITHOUT_A_PAGE |= {"/samples/components/types", "/samples/concentration/types"}
# What the member does not see all of.
HIDING = ("/queue", "/laboratories", "/persons", "/grants", "/history", "/mapping", "/gridmap", "/data/")
# Routes of one row that are for those who hold a permission: the SQL that finds the rows.
ADMINISTERED = {
    "/containers/queue/{}": "SELECT containerQueueId AS id FROM ContainerQueue",
    "/containers/queue/samples/{}": "SELECT containerQueueSampleId AS id FROM ContainerQueueSample",
    "/mapping/rois/{}": "SELECT xrfFluorescenceMappingROIId AS id FROM XRFFluorescenceMappingROI",
    "/instruments/setups/{}": "SELECT beamLineSetupId AS id FROM BeamLineSetup",
    "/instruments/detectors/{}": "SELECT detectorId AS id FROM Detector",
    "/mapping/pixel/{}": "SELECT CONCAT(xrfFluorescenceMappingId, '?x=0&y=0') AS id FROM XRFFluorescenceMapping WHERE xrfFluorescenceMappingId < 1002",
    "/mapping/histogram/{}": "SELECT xrfFluorescenceMappingId AS id FROM XRFFluorescenceMapping WHERE xrfFluorescenceMappingId < 1002",
    "/datacollections/{}/gridmap": "SELECT dataCollectionId AS id FROM GridInfo WHERE dataCollectionId IS NOT NULL",
    "/sessions/{}/persons": "SELECT sessionId AS id FROM BLSession",
    "/laboratories/{}": "SELECT laboratoryId AS id FROM Laboratory",
    "/containers/{}/history": "SELECT containerId AS id FROM Container",
    "/dewars/{}/history": "SELECT dewarId AS id FROM Dewar",
    "/admin/groups/{}": "SELECT userGroupId AS id FROM UserGroup",
    "/admin/groups/{}/person": "SELECT userGroupId AS id FROM UserGroup",
    "/admin/permissions/{}": "SELECT permissionId AS id FROM Permission",
    "/admin/persons/{}": "SELECT personId AS id FROM Person",
    "/admin/persons/{}/access": "SELECT personId AS id FROM Person",
    "/auth/service-tokens/{}": "SELECT serviceTokenId AS id FROM api_service_token",
    "/proposals/{}/grants": "SELECT proposalId AS id FROM Proposal",
    "/proposals/{}/grants/{}": "SELECT CONCAT(gr.proposalId, '/grants/', gr.grantId) AS id FROM api_grant gr",
}


@pytest.fixture(autouse=True, scope="module")
def service_token(site):
    """A token of a service, for the demo facility has none."""
    site.open("POST", "/auth/service-tokens", json={"name": "looked at", "permissions": [], "proposals": ["MX415"]})


@pytest.fixture(autouse=True, scope="module")
def grant(site):
    """Something shared, for the demo facility shares nothing; with a person who cannot log in to the demo."""
    made = site.open("POST", "/proposals/1/grants", json={"login": "zofie", "sessionId": 1}).json
    yield
    site.open("DELETE", f"/proposals/1/grants/{made['grantId']}")


def answers(site):
    """Return {path: function} for every GET route that sends JSON."""
    found = {plain(rule.rule): function for rule, method, function in routes(site.app) if method == "GET"}
    return {path: function for path, function in found.items() if hasattr(function, "__returns__")}


def urls(site, path):
    """Yield addresses of a route: every row of it, or one long page."""
    rows = ITEMS.get(path) or ADMINISTERED.get(path)
    if path == "/auth/service-tokens/{}":
        body = {"name": "for its shape", "owner": "admin", "permissions": ["all_proposals"]}
        yield path.format(site.open("POST", "/auth/service-tokens", json=body).json["serviceTokenId"])
    elif path == "/dictionary/{}":
        yield from (path.format(each["resource"]) for each in site.get("/dictionary").json["results"])
    elif rows:
        path = path.replace("{}/grants/{}", "{}")
        yield from (path.format(row["id"]) for row in site.ask(rows))
    elif "{}" not in path:
        yield f"{path}?{ARGUMENTS.get(path, '' if path in WITHOUT_A_PAGE else 'limit=500')}"


@pytest.mark.parametrize("login", ["admin", "member"])
def test_answers_are_what_the_schema_says(site, login):
    wrong = []
    for path, function in answers(site).items():
        for url in urls(site, path):
            answer = site.get(url, login=login)
            hidden = path in ITEMS or any(part in path for part in HIDING)
            if (answer.status_code == 404 and hidden) or _is_not_for(login, function, answer):
                continue
            assert answer.status_code == 200, (url, answer.json)
            rows = answer.json if isinstance(answer.json, list) else [answer.json]
            wrong += [f"{url}{fault}" for row in rows for fault in faults(function.__returns__, row)]
    assert wrong[:20] == []


def _is_not_for(login, function, answer):
    asks = function.__requires__ or function.__module__.endswith(".grants.routes")
    return login == "member" and bool(asks) and answer.status_code == 403


def test_every_route_was_looked_at(site):
    looked_at = {path for path in answers(site) if list(urls(site, path))}
    assert looked_at == answers(site).keys()
    assert LISTS.keys() | (ELSEWHERE & answers(site).keys()) <= looked_at


@pytest.mark.parametrize("login", ["admin", "member"])
@pytest.mark.parametrize("limit", [1, 100])
def test_lists_take_few_statements_whatever_the_rows(site, login, limit):
    costly = {}
    for path, function in answers(site).items():
        schema = function.__returns__().fields
        if "results" not in schema:
            continue
        if "{}" in path:
            whole = list(urls(site, path))
        else:
            whole = [f"{path}?{ARGUMENTS[path].split('&')[0]}" if path in ARGUMENTS else path]
        for url in whole:
            paged = path not in WITHOUT_A_PAGE and "limit" in schema
            separator = "&" if "?" in url else "?"
            with site.statements() as counted:
                answer = site.get(f"{url}{separator}limit={limit}" if paged else url, login=login)
            there = answer.status_code == 200 or ("{}" in path and answer.status_code == 404)
            assert there or _is_not_for(login, function, answer), (url, answer.json)
            if counted.number > MOST_STATEMENTS:
                costly[path] = max(counted.number, costly.get(path, 0))
    assert costly == {}


@pytest.mark.parametrize("login", ["admin", "member"])
def test_who_polls_is_told_that_nothing_changed_for_no_more_statements(site, login):
    odd = {}
    for path, function in answers(site).items():
        if "{}" in path or path == "/admin/activity":  # which changes while others log in
            continue
        (url,) = urls(site, path)
        with site.statements() as first:
            answer = site.get(url, login=login)
        if answer.is_streamed:  # sent while it is read: nothing knows it before
            answer.close()
            continue
        if _is_not_for(login, function, answer) or answer.status_code == 404:
            continue
        with site.statements() as second:
            again = site.get(url, login=login, headers={"If-None-Match": answer.headers["ETag"]})
        if (again.status_code, again.data, second.number > first.number) != (304, b"", False):
            odd[path] = again.status_code, first.number, second.number
    assert odd == {}


def test_pages_do_not_overlap_and_lose_nothing(site):
    for path, (key, _) in LISTS.items():
        whole = [row[key] for row in site.get(f"{path}?limit=500").json["results"]]
        pieces = []
        for skip in range(0, len(whole), 7):
            pieces += [row[key] for row in site.get(f"{path}?skip={skip}&limit=7").json["results"]]
        assert pieces == whole
        assert len(set(whole)) == len(whole)


def test_documented_path_parameters_are_the_contracts(site):
    document = site.app.test_client().get(f"{PREFIX}/swagger.json").json
    names = {part for path in document["paths"] for part in path.split("/") if part.startswith("{")}
    assert [name for name in names if "_" in name] == []
