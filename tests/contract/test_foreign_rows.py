"""No body that a caller may send leads to rows that the caller does not see.

Each id in the body of each route that writes is tried twice: with a row of the caller's own, which is taken, and with
one of another proposal, which is not.
"""

import json
import re

import pytest

from tests.contract.test_fuzz import COMMITTED
from tests.contract.writes import GOOD, table
from tests.support import microscopy, pipelines
from tests.support.rows import Rows

CALLERS = ("pi", "token")
HIDDEN = 4  # a proposal that both of them do not see

# Where the rows are listed that an id leads to, and how one of the caller's own is made.
LISTED = {
    "proposalId": ("/proposals", lambda rows: rows.proposal_id),
    "sessionId": ("/sessions", Rows.session),
    "shippingId": ("/shippings", lambda rows: rows.shipment),
    "dewarId": ("/dewars", Rows.dewar),
    "containerId": ("/containers", Rows.container),
    "labContactId": ("/labcontacts", lambda rows: 1),
    "proteinId": ("/proteins", Rows.protein),
    "crystalId": ("/crystals", Rows.crystal),
    "componentId": ("/samples/components", Rows.component),
    "ligandId": ("/ligands", Rows.ligand),
    "blSampleId": ("/samples", Rows.sample),
    "blSubSampleId": ("/samples/sub", Rows.position),
    "blSampleImageId": ("/samples/images", Rows.picture),
    "dataCollectionGroupId": ("/datacollectiongroups", Rows.group),
    "dataCollectionId": ("/datacollections", Rows.collection),
    "autoProcProgramId": ("/processings", Rows.program),
    "processingJobId": ("/processings/jobs", Rows.job),
    "autoProcIntegrationId": (None, None),
    "energyScanId": (None, Rows.energy_scan),
    "screeningId": ("/processings/screenings", Rows.screening),
    "autoProcScalingId": (None, Rows.scaling),
    "phasingStepId": (None, Rows.phasing_step),
    "diffractionPlanId": (None, Rows.plan),
    "workflowId": ("/datacollections/workflows/steps", Rows.workflow),
    "workflowMeshId": (None, Rows.mesh),
    "imageId": (None, Rows.recorded_image),
    "xrfFluorescenceMappingROIId": ("/mapping/rois", Rows.region),
    **{key: (None, made) for key, made in microscopy.OWN.items()},
    "positionId": (None, None),
}
CALLED = {
    "sendingLabContactId": "labContactId",
    "returnLabContactId": "labContactId",
    "firstExperimentId": "sessionId",
    "blsessionId": "sessionId",
    "blsampleId": "blSampleId",
    "ligandIds": "ligandId",
    "sampleId": "blSampleId",
    "bestImageId": "imageId",
    "parentAutoProcProgramId": "autoProcProgramId",
    "previousPhasingStepId": "phasingStepId",
    "autoProcIntegrationIds": "autoProcIntegrationId",
}

# Of everybody: lists of words, machines, people.
SHARED = {"detectorId", "apertureId", "componentTypeId", "concentrationTypeId", "personId", "permissionId"}
SHARED |= {"scanParametersServiceId"}
# Numbers that a collection keeps; nothing of the rows that they lead to is shown by them.
KEPT = {
    "dataCollectionPlanId",
    "screeningOrigId",
    "strategySubWedgeOrigId",
    "startPositionId",
    "endPositionId",
    "bestPositionId",
}
KEPT |= {"motorPositionId"}
# Which fields of the usual body stand in the way of another one.
INSTEAD = {
    "POST /links": ("blSampleId",),
    "POST /proposals/{}/grants": ("sessionId", "blSampleId"),
    "POST /containers/{}/samples": ("acronym",),
    "POST /datacollectiongroups": ("sample",),
    "PATCH /datacollectiongroups/{}": ("sample",),
}
# Where a row of the caller's own is refused as well, unless it belongs to another one that the body or the path names.
DEPENDENT = {
    ("POST /samples/sub", "blSampleImageId"),
    ("PATCH /samples/sub/{}", "blSampleImageId"),
    ("POST /samples/sub", "positionId"),
    ("PATCH /samples/sub/{}", "positionId"),
    ("POST /samples/simple", "proposalId"),
    ("PATCH /datacollections/{}", "dataCollectionGroupId"),
    ("POST /containers/queue", "blSampleId"),
    ("POST /containers/queue", "blSubSampleId"),
    ("POST /processings/xray-centrings", "gridInfoId"),
    ("POST /datacollections/{}/maps", "gridInfoId"),
    ("POST /processings/xray-centrings/{}/results", "gridInfoId"),
    ("POST /processings/{}/scalings", "autoProcIntegrationId"),
    ("POST /datacollections/datacollection", "sessionId"),
    ("POST /processings/screenings", "dataCollectionGroupId"),
}
DEPENDENT |= microscopy.DEPENDENT
CALLED |= microscopy.CALLED


def ids(shape, document, path=()):
    """Yield the path of each id in a body's shape."""
    while "$ref" in shape:
        shape = document["definitions"][shape["$ref"].rpartition("/")[2]]
    if shape.get("type") == "array":
        yield from ids(shape["items"], document, (*path, 0))
    for part in shape.get("allOf", ()):
        yield from ids(part, document, path)
    for name, inner in shape.get("properties", {}).items():
        found = list(ids(inner, document, (*path, name)))
        if re.search(r"Ids?$", name) and _is_a_number(inner):
            yield (*path, name, 0) if name.endswith("s") else (*path, name)
        yield from found


def _is_a_number(shape):
    return "integer" in (shape.get("type"), shape.get("items", {}).get("type"), *shape.get("x-types", ()))


def cases():
    """Yield (line, path of an id in its body)."""
    document = json.loads(COMMITTED.read_text(encoding="utf-8"))
    for path, methods in document["paths"].items():
        for method in sorted(methods.keys() & {"post", "put", "patch"}):
            rule = f"{method.upper()} {re.sub(r'{[^}]*}', '{}', path)}"
            line = next((line for line in table() if line.rule == rule and line.body), None)
            shapes = [each["schema"] for each in methods[method].get("parameters", ()) if each["in"] == "body"]
            for shape in shapes if line else ():
                yield from ((line, each) for each in ids(shape, document))


def meant(path):
    """Return what an id is called where its rows are listed."""
    name = next(part for part in reversed(path) if part != 0)
    return CALLED.get(name, name)


def placed(body, path, value):
    """Return a copy of ``body`` with the value at ``path``."""
    if not path:
        return value
    first, *rest = path
    if first == 0:
        return [placed(body[0] if body else {}, rest, value)]
    return {**(body or {}), first: placed((body or {}).get(first), rest, value)}


@pytest.fixture(scope="module")
def callers(written):
    """Return the headers of a caller: a principal investigator, or a token that may write everything within one proposal."""
    held = ["all_proposals", "edit_proposals", "ingest_data", "ingest_proc", "manage_grants"]
    body = {"name": "within", "owner": "admin", "permissions": held, "proposals": [Rows.proposal]}
    token = written.open("POST", "/auth/service-tokens", json=body).json["token"]
    return lambda caller: {"Authorization": f"Bearer {token}"} if caller == "token" else written.headers(caller)


@pytest.fixture(scope="module")
def theirs(written):
    """Rows of another proposal, of kinds that the demo facility has too few of: {what an id is called: it}."""
    sample = written.ask(
        "SELECT MIN(s.blSampleId) AS id FROM BLSample s JOIN Crystal c ON c.crystalId = s.crystalId"
        " JOIN Protein p ON p.proteinId = c.proteinId WHERE p.proposalId = %s",
        HIDDEN,
    )[0]["id"]
    position = {"blSampleId": sample, "Position1": {"posX": 1.0, "posY": 1.0}}
    number = written.open("POST", "/samples/sub", json=position).json["blSubSampleId"]
    of_it = written.ask("SELECT positionId AS id FROM BLSubSample WHERE blSubSampleId = %s", number)[0]["id"]
    ligand = written.open("POST", "/ligands", json={"proposalId": HIDDEN, "name": "theirs"}).json["ligandId"]
    picture = {"blSampleId": sample, "imageFullPath": f"{written.settings.files.roots[0]}/theirs.jpg"}
    of_them = written.open("POST", "/samples/images", json=picture).json["blSampleImageId"]
    session = written.ask("SELECT MIN(sessionId) AS id FROM BLSession WHERE proposalId = %s", HIDDEN)[0]["id"]
    region = {"blSampleId": sample, "startEnergy": 6300.0, "endEnergy": 6500.0}
    of_theirs = written.open("POST", "/mapping/rois", json=region).json["xrfFluorescenceMappingROIId"]
    scan = written.open("POST", "/energyscans", json={"sessionId": session}).json["energyScanId"]
    samples = {"blSubSampleId": number, "positionId": of_it, "blSampleImageId": of_them}
    samples |= {"energyScanId": scan, "xrfFluorescenceMappingROIId": of_theirs}
    their = {"sessionId": session}
    workflow = written.open("POST", "/datacollections/workflows", json=their).json["workflowId"]
    mesh = written.open("POST", "/datacollections/workflows/meshes", json={"workflowId": workflow}).json
    samples["workflowMeshId"] = mesh["workflowMeshId"]
    group = written.open("POST", "/datacollectiongroups", json=their).json["dataCollectionGroupId"]
    path = "/datacollections/{}".format(
        written.open("POST", "/datacollections", json={"dataCollectionGroupId": group}).json["dataCollectionId"]
    )
    samples["imageId"] = written.open("POST", f"{path}/images", json=[{"imageNumber": 1}]).json[0]["imageId"]
    samples["gridInfoId"] = written.open("POST", f"{path}/grids", json={"steps_x": 3}).json["gridInfoId"]
    return {**samples, "ligandId": ligand, **microscopy.rows_of(written, HIDDEN), **pipelines.rows_of(written, HIDDEN)}


@pytest.fixture(scope="module")
def foreign(written, callers, theirs):
    """``foreign("pi", "containerId")``: a row that is there, and that the caller does not see."""
    known = {(caller, key): number for caller in CALLERS for key, number in theirs.items()}

    def listed(path, key, headers):
        page = written.open("GET", f"{path}?limit=500", None, headers=headers).json
        assert page["total"] <= 500
        return {row[key] for row in page["results"]} - {None}

    def find(caller, key):
        if (caller, key) not in known:
            path = LISTED[key][0]
            there = listed(path, key, written.headers("admin")) - listed(path, key, callers(caller))
            known[caller, key] = min(there)
        return known[caller, key]

    return find


def body_of(line, path, options, rows):
    """Return the usual body of a line without what stands in the way of the id at ``path``."""
    in_the_way = INSTEAD.get(line.rule, ())
    given = options["json"]
    many = isinstance(given, list)
    kept = [
        {name: each for name, each in row.items() if name not in in_the_way or name == path[0]}
        for row in (given if many else [given])
    ]
    if path[:2] == ("Crystal", "crystal_compositions"):
        kept[0]["Crystal"] = {"proteinId": rows.protein()}
    return kept if many else kept[0]


@pytest.mark.parametrize("caller", CALLERS)
@pytest.mark.parametrize(
    ("line", "path"), list(cases()), ids=lambda each: each.rule if hasattr(each, "rule") else ".".join(map(str, each))
)
def test_no_id_leads_to_what_is_hidden(written, rows, callers, foreign, line, path, caller):
    key = meant(path)
    if key in SHARED | KEPT:
        pytest.skip("leads to nothing that anybody's is")
    if caller == "pi" and line.answers.member != GOOD:
        pytest.skip("no such caller")

    def sent(value):
        method, address, options = line.request(rows)
        body = placed(body_of(line, path, options, rows), path, value)
        return written.open(method, address, None, headers=callers(caller), json=body)

    if (line.rule, key) not in DEPENDENT:
        own = sent(LISTED[key][1](rows))
        assert own.status_code < 300, own.json
    assert sent(foreign(caller, key)).status_code in (403, 404, 409, 422)
