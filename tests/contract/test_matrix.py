"""Route x caller: what each caller gets from each route, and that no list, count or total shows more.

A new GET route must be added here, or its test does not pass.
"""

import re
import time

import pytest

from ispyb_api.app import PREFIX, routes
from tests.support import forging
from tests.support.model import Model

LOGINS = ("outsider", "member", "pi", "contact", "staff", "service", "admin")

SESSION_OF_COLLECTION = (
    "FROM DataCollection d JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId"
)

# Each program and each session of a collection that it worked on, by whichever way they are linked.
PROGRAMS = " UNION ".join(
    f"SELECT pg.autoProcProgramId AS program, g.sessionId AS session {SESSION_OF_COLLECTION} {way}"
    for way in (
        "JOIN AutoProcIntegration ai ON ai.dataCollectionId = d.dataCollectionId JOIN AutoProcProgram pg ON pg.autoProcProgramId = ai.autoProcProgramId",
        "JOIN AutoProcProgram pg ON pg.dataCollectionId = d.dataCollectionId",
        "JOIN ProcessingJob pj ON pj.dataCollectionId = d.dataCollectionId JOIN AutoProcProgram pg ON pg.processingJobId = pj.processingJobId",
    )
)
INTEGRATED = "(SELECT autoProcProgramId FROM AutoProcIntegration WHERE autoProcProgramId IS NOT NULL)"
ATTACHMENTS = f"SELECT a.autoProcProgramAttachmentId AS id, w.session FROM AutoProcProgramAttachment a JOIN ({PROGRAMS}) w ON w.program = a.autoProcProgramId"

# A route of one row: its path and the SQL that says which session or proposal each row belongs to.
ITEMS = {
    "/proposals/{}": "SELECT proposalId AS id, proposalId AS proposal FROM Proposal",
    "/sessions/{}": "SELECT sessionId AS id, sessionId AS session FROM BLSession",
    "/datacollectiongroups/{}": "SELECT dataCollectionGroupId AS id, sessionId AS session FROM DataCollectionGroup",
    "/datacollections/{}": f"SELECT d.dataCollectionId AS id, g.sessionId AS session {SESSION_OF_COLLECTION}",
    "/datacollections/{}/snapshots/1": f"SELECT d.dataCollectionId AS id, g.sessionId AS session {SESSION_OF_COLLECTION} WHERE d.xtalSnapshotFullPath1 IS NOT NULL",
    "/processings/attachments/{}": ATTACHMENTS,
}
ITEMS["/datacollections/{}/images"] = ITEMS["/datacollections/{}"]
ITEMS["/processings/{}"] = f"SELECT w.program AS id, w.session FROM ({PROGRAMS}) w"
JOBS = " UNION ".join(
    f"SELECT pj.processingJobId AS id, g.sessionId AS session {SESSION_OF_COLLECTION} JOIN {table} pj ON pj.dataCollectionId = d.dataCollectionId"
    for table in ("ProcessingJob", "ProcessingJobImageSweep")
)
ITEMS["/processings/jobs/{}"] = JOBS
ITEMS["/robotactions/{}"] = "SELECT robotActionId AS id, blsessionId AS session FROM RobotAction"
ITEMS["/energyscans/{}"] = "SELECT energyScanId AS id, sessionId AS session FROM EnergyScan"
ITEMS["/spectra/{}"] = "SELECT xfeFluorescenceSpectrumId AS id, sessionId AS session FROM XFEFluorescenceSpectrum"
ITEMS["/ssx/datacollection/processing/results/{}"] = (
    "SELECT r.ssxProcessingResultId AS id, g.sessionId AS session FROM SSXProcessingResult r"
    " JOIN DataCollection d ON d.dataCollectionId = r.dataCollectionId"
    " JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId"
)
ITEMS["/session/{}"] = ITEMS["/sessions/{}"]
ITEMS["/proteins/{}"] = "SELECT proteinId AS id, proposalId AS proposal FROM Protein"
ITEMS["/samples/components/{}"] = "SELECT componentId AS id, proposalId AS proposal FROM Component"
ITEMS["/ligands/{}"] = "SELECT ligandId AS id, proposalId AS proposal FROM Ligand"
ITEMS["/proteins/{}/lattices"] = ITEMS["/proteins/{}"]
ITEMS["/proteins/{}/pdbs"] = ITEMS["/proteins/{}"]
ITEMS["/crystals/{}"] = (
    "SELECT c.crystalId AS id, p.proposalId AS proposal FROM Crystal c LEFT JOIN Protein p ON p.proteinId = c.proteinId"
)

# Whose a sample is says the shipment that its container came with, else its protein.
PROPOSAL_OF_SAMPLE = (
    "COALESCE(h.proposalId, p.proposalId) AS proposal FROM BLSample s"
    " LEFT JOIN Container c ON c.containerId = s.containerId LEFT JOIN Dewar w ON w.dewarId = c.dewarId"
    " LEFT JOIN Shipping h ON h.shippingId = w.shippingId LEFT JOIN Crystal x ON x.crystalId = s.crystalId"
    " LEFT JOIN Protein p ON p.proteinId = x.proteinId"
)
ITEMS["/samples/{}"] = f"SELECT s.blSampleId AS id, {PROPOSAL_OF_SAMPLE}"
ITEMS["/diffractionplans/{}"] = (
    f"SELECT o.id, o.proposal FROM (SELECT s.diffractionPlanId AS id, {PROPOSAL_OF_SAMPLE} WHERE s.diffractionPlanId > 0"
    " UNION SELECT c.diffractionPlanId, p.proposalId FROM Crystal c LEFT JOIN Protein p ON p.proteinId = c.proteinId"
    " WHERE c.diffractionPlanId > 0) o ORDER BY o.id"
)
ITEMS["/samples/{}/diffractionplans"] = ITEMS["/samples/{}"]
ITEMS["/crystals/{}/diffractionplans"] = ITEMS["/crystals/{}"]
ITEMS["/proposals/{}/diffractionplans"] = ITEMS["/proposals/{}"]
ITEMS["/samples/sub/{}"] = (
    "SELECT b.blSubSampleId AS id, o.proposal FROM BLSubSample b"
    f" LEFT JOIN (SELECT s.blSampleId, {PROPOSAL_OF_SAMPLE}) o ON o.blSampleId = b.blSampleId"
)
ITEMS["/samples/images/{}"] = (
    "SELECT b.blSampleImageId AS id, o.proposal FROM BLSampleImage b"
    f" LEFT JOIN (SELECT s.blSampleId, {PROPOSAL_OF_SAMPLE}) o ON o.blSampleId = b.blSampleId"
)
ITEMS["/links/{}"] = "SELECT linkId AS id, proposalId AS proposal FROM api_link"
ITEMS["/samples/groups/{}"] = "SELECT blSampleGroupId AS id, proposalId AS proposal FROM BLSampleGroup"
ITEMS["/samples/sub/{}/diffractionplans"] = ITEMS["/samples/sub/{}"]
ITEMS["/containers/{}"] = (
    "SELECT c.containerId AS id, h.proposalId AS proposal FROM Container c"
    " LEFT JOIN Dewar w ON w.dewarId = c.dewarId LEFT JOIN Shipping h ON h.shippingId = w.shippingId"
)
ITEMS["/dewars/{}"] = (
    "SELECT w.dewarId AS id, h.proposalId AS proposal FROM Dewar w LEFT JOIN Shipping h ON h.shippingId = w.shippingId"
)
ITEMS["/shippings/{}"] = "SELECT shippingId AS id, proposalId AS proposal FROM Shipping"
ITEMS["/labcontacts/{}"] = "SELECT labContactId AS id, proposalId AS proposal FROM LabContact"

COLLECTION_FILES = f"SELECT fa.dataCollectionFileAttachmentId AS id, g.sessionId AS session {SESSION_OF_COLLECTION} JOIN DataCollectionFileAttachment fa ON fa.dataCollectionId = d.dataCollectionId"
ITEMS["/datacollections/attachments/{}"] = COLLECTION_FILES

MAPS = (
    f"SELECT xm.xrfFluorescenceMappingId AS id, g.sessionId AS session {SESSION_OF_COLLECTION}"
    " JOIN GridInfo gi ON gi.dataCollectionId = d.dataCollectionId JOIN XRFFluorescenceMapping xm ON xm.gridInfoId = gi.gridInfoId"
    f" UNION SELECT MIN(xm.xrfFluorescenceMappingId) AS id, g.sessionId AS session {SESSION_OF_COLLECTION}"
    " JOIN XRFFluorescenceMapping xm ON xm.dataCollectionId = d.dataCollectionId GROUP BY g.sessionId, xm.xrfFluorescenceMappingROIId"
)
ITEMS["/mapping/{}"] = MAPS
ITEMS["/mapping/maps/{}"] = MAPS

ITEMS["/em/movies/{}"] = (
    f"SELECT mo.movieId AS id, g.sessionId AS session {SESSION_OF_COLLECTION} JOIN Movie mo ON mo.dataCollectionId = d.dataCollectionId"
)
ITEMS["/em/tomograms/{}"] = ITEMS["/em/tomograms/{}/tilts"] = (
    f"SELECT tg.tomogramId AS id, g.sessionId AS session {SESSION_OF_COLLECTION} JOIN Tomogram tg ON tg.dataCollectionId = d.dataCollectionId"
)
OF_GRIDS = "FROM Atlas a JOIN DataCollectionGroup g ON g.dataCollectionGroupId = a.dataCollectionGroupId"
OF_SQUARES = f"{OF_GRIDS} JOIN GridSquare q ON q.atlasId = a.atlasId"
ITEMS["/em/atlases/{}"] = f"SELECT a.atlasId AS id, g.sessionId AS session {OF_GRIDS}"
ITEMS["/em/grid-squares/{}"] = f"SELECT q.gridSquareId AS id, g.sessionId AS session {OF_SQUARES}"
ITEMS["/em/foil-holes/{}"] = (
    f"SELECT h.foilHoleId AS id, g.sessionId AS session {OF_SQUARES} JOIN FoilHole h ON h.gridSquareId = q.gridSquareId"
)
OF_MOVIES = (
    f"{SESSION_OF_COLLECTION} JOIN Movie mo ON mo.dataCollectionId = d.dataCollectionId"
    " JOIN MotionCorrection mc ON mc.movieId = mo.movieId"
)
ITEMS["/em/motion-corrections/{}"] = f"SELECT mc.motionCorrectionId AS id, g.sessionId AS session {OF_MOVIES}"
ITEMS["/em/ctfs/{}"] = (
    f"SELECT ctf.CTFid AS id, g.sessionId AS session {OF_MOVIES} JOIN CTF ctf ON ctf.motionCorrectionId = mc.motionCorrectionId"
)
PICKERS = (
    f"SELECT pp.particlePickerId AS id, g.sessionId AS session {OF_MOVIES}"
    " JOIN ParticlePicker pp ON pp.firstMotionCorrectionId = mc.motionCorrectionId"
    f" UNION SELECT pp.particlePickerId, w.session FROM ({PROGRAMS}) w JOIN ParticlePicker pp ON pp.programId = w.program"
)
CLASSIFICATIONS = (
    f"SELECT cg.particleClassificationGroupId AS id, k.session FROM ({PICKERS}) k"
    " JOIN ParticleClassificationGroup cg ON cg.particlePickerId = k.id"
    " UNION SELECT cg.particleClassificationGroupId, w.session"
    f" FROM ({PROGRAMS}) w JOIN ParticleClassificationGroup cg ON cg.programId = w.program"
)
ITEMS["/em/particle-pickers/{}"] = PICKERS
ITEMS["/em/classifications/{}"] = CLASSIFICATIONS
ITEMS["/em/classes/{}"] = (
    f"SELECT pc.particleClassificationId AS id, r.session FROM ({CLASSIFICATIONS}) r"
    " JOIN ParticleClassification pc ON pc.particleClassificationGroupId = r.id"
)

# A list: the key of its rows, and the same.
ITEMS["/datacollections/{}/grids"] = ITEMS["/datacollections/{}/positions"] = ITEMS["/datacollections/{}"]
ITEMS["/datacollections/grids/{}"] = (
    f"SELECT gi.gridInfoId AS id, g.sessionId AS session {SESSION_OF_COLLECTION} JOIN GridInfo gi ON gi.dataCollectionId = d.dataCollectionId"
)
ITEMS["/processings/screenings/{}"] = (
    f"SELECT sc.screeningId AS id, g.sessionId AS session {SESSION_OF_COLLECTION} JOIN Screening sc ON sc.dataCollectionId = d.dataCollectionId"
)
ITEMS["/processings/xray-centrings/{}"] = (
    "SELECT xc.xrayCentringId AS id, g.sessionId AS session FROM XrayCentring xc"
    " JOIN DataCollectionGroup g ON g.dataCollectionGroupId = xc.dataCollectionGroupId"
)
ITEMS["/datacollections/workflows/{}"] = (
    "SELECT DISTINCT w.workflowId AS id, g.sessionId AS session FROM Workflow w JOIN DataCollectionGroup g ON g.workflowId = w.workflowId"
)
ITEMS["/datacollections/workflows/meshes/{}"] = (
    "SELECT DISTINCT wm.workflowMeshId AS id, g.sessionId AS session FROM WorkflowMesh wm"
    " JOIN DataCollectionGroup g ON g.workflowId = wm.workflowId"
)
ITEMS["/ligands/{}/pdbs"] = ITEMS["/ligands/{}"]

LISTS = {
    "/mapping": ("xrfFluorescenceMappingId", MAPS),
    "/datacollections/attachments": ("dataCollectionFileAttachmentId", COLLECTION_FILES),
    "/datacollections/workflows/steps": (
        "workflowStepId",
        "SELECT ws.workflowStepId AS id, g.sessionId AS session FROM WorkflowStep ws JOIN DataCollectionGroup g ON g.workflowId = ws.workflowId",
    ),
    "/proposals": ("proposalId", ITEMS["/proposals/{}"]),
    "/sessions": ("sessionId", ITEMS["/sessions/{}"]),
    "/datacollectiongroups": ("dataCollectionGroupId", ITEMS["/datacollectiongroups/{}"]),
    "/datacollections": ("dataCollectionId", ITEMS["/datacollections/{}"]),
    "/processings": (
        "autoProcProgramId",
        f"SELECT w.program AS id, w.session FROM ({PROGRAMS}) w WHERE w.program NOT IN {INTEGRATED}",
    ),
    "/processings/auto-integrations": (
        "autoProcProgramId",
        f"SELECT w.program AS id, w.session FROM ({PROGRAMS}) w WHERE w.program IN {INTEGRATED}",
    ),
    "/processings/screenings": (
        "screeningId",
        f"SELECT sc.screeningId AS id, g.sessionId AS session {SESSION_OF_COLLECTION} JOIN Screening sc ON sc.dataCollectionId = d.dataCollectionId",
    ),
    "/processings/messages": (
        "autoProcProgramMessageId",
        f"SELECT m.autoProcProgramMessageId AS id, w.session FROM AutoProcProgramMessage m JOIN ({PROGRAMS}) w ON w.program = m.autoProcProgramId",
    ),
    "/processings/jobs": ("processingJobId", JOBS),
    "/processings/attachments": ("autoProcProgramAttachmentId", ATTACHMENTS),
    "/proteins": ("proteinId", ITEMS["/proteins/{}"]),
    "/crystals": ("crystalId", ITEMS["/crystals/{}"]),
    "/samples/components": ("componentId", ITEMS["/samples/components/{}"]),
    "/samples/groups": ("blSampleGroupId", ITEMS["/samples/groups/{}"]),
    "/links": ("linkId", ITEMS["/links/{}"]),
    "/ligands": ("ligandId", ITEMS["/ligands/{}"]),
    "/samples": ("blSampleId", ITEMS["/samples/{}"]),
    "/samples/sub": ("blSubSampleId", ITEMS["/samples/sub/{}"]),
    "/samples/images": ("blSampleImageId", ITEMS["/samples/images/{}"]),
    "/containers": ("containerId", ITEMS["/containers/{}"]),
    "/dewars": ("dewarId", ITEMS["/dewars/{}"]),
    "/shippings": ("shippingId", ITEMS["/shippings/{}"]),
    "/labcontacts": ("labContactId", ITEMS["/labcontacts/{}"]),
}

# Routes whose answer is not a row or a page of rows of one table; what they show is tested where they are.
ELSEWHERE = {"/auth/config", "/user/current", "/options/ui", "/persons", "/sessions/group", "/events", "/events/types"}
ELSEWHERE |= {f"/stats/{name}" for name in ("breakdown", "times", "errors", "hourlies", "parameters/histogram", "runs")}
ELSEWHERE |= {
    f"/processings/{name}"
    for name in ("phasing", "phasing/analyses", "refinements", "xray-centrings", "comparison", "comparison.csv")
}
ELSEWHERE |= {
    f"/em/{name}"
    for name in (
        *("movies", "movies/series", "movies/{}/files/{}", "motion-corrections", "motion-corrections/{}/files/{}"),
        *("ctfs", "ctfs/{}/files/{}", "statistics", "datacollections", "particle-pickers", "particle-pickers/{}/image"),
        *("classifications", "classifications/{}/archive", "classes", "classes/{}/image"),
        *("tomograms", "tomograms/{}/files/{}", "tomograms/processed/{}/file"),
        *("atlases", "atlases/{}/image", "grid-squares", "grid-squares/{}/image"),
        *("foil-holes", "foil-holes/{}/image"),
    )
}
ELSEWHERE |= {f"/processings/{name}" for name in ("results", "results.csv", "best", "{}/archive")}
ELSEWHERE |= {"/processings/phasing/attachments/{}"}
ELSEWHERE |= {"/data/images", "/data/images/header", "/data/images/histogram"}
ELSEWHERE |= {f"/data/h5grove/{name}{end}" for name in ("attr", "data", "meta", "stats") for end in ("", "/")}
ELSEWHERE |= {"/sessions/{}/stream", "/sessions/current", "/sessions/{}/persons", "/laboratories", "/laboratories/{}"}
ELSEWHERE |= {"/mapping/rois", "/mapping/histogram/{}", "/mapping/pixel/{}", "/datacollections/{}/gridmap"}
ELSEWHERE |= {"/mapping/rois", "/mapping/histogram/{}", "/mapping/pixel/{}"}
ELSEWHERE |= {"/datacollections/{}/gridmap", "/datacollections/{}/gridmap/picture"}
ELSEWHERE |= {"/containers/types", "/containers/{}/history", "/dewars/{}/history"}
ELSEWHERE |= {
    "/datacollections/images/{}",
    "/datacollections/quality",
    "/datacollections/{}/quality",
    "/datacollections/workflows/steps/{}",
    "/eventchains",
    "/eventchain",
    "/ssx/datacollection/processing/stats",
    "/ssx/datacollection/processing/cells",
    "/ssx/datacollection/processing/results",
    "/ssx/datacollection/processing/results/attachments/{}",
    "/ssx/datacollection/processing/live",
    "/ssx/datacollection/processing/cells/histogram",
    "/datacollections/images/diffraction/{}",
    "/datacollections/images/quality/{}",
    "/processings/status",
    "/processings/messages/status",
}


# For those who hold a permission, and for nobody else (tests/api/admin/).
ELSEWHERE |= {"/proposals/{}/grants", "/proposals/{}/grants/{}"}
ELSEWHERE |= {"/options", "/admin/activity", "/admin/persons", "/admin/persons/{}", "/admin/persons/{}/access"}
ELSEWHERE |= {"/auth/service-tokens", "/auth/service-tokens/{}"}
ELSEWHERE |= {
    "/admin/groups",
    "/admin/groups/{}",
    "/admin/groups/{}/person",
    "/admin/permissions",
    "/admin/permissions/{}",
}

ELSEWHERE |= {"/containers/queue", "/containers/queue/{}", "/containers/queue/samples", "/containers/queue/samples/{}"}
ELSEWHERE |= {"/samples/queue", "/mapping/rois/{}", "/datacollections/workflows/meshes", "/ligands/{}/pdbs/{}"}

# Files of rows that are tested where they are.
ELSEWHERE |= {"/proteins/{}/pdbs/{}"}
ELSEWHERE |= {
    f"/events/{name}/{{}}/attachments" for name in ("robot-action", "energyscan", "xfe-fluorescence-spectrum")
}

# For everybody who can log in.
ELSEWHERE |= {"/instruments/setups", "/instruments/setups/{}", "/instruments/detectors", "/instruments/detectors/{}"}
ELSEWHERE |= {"/detectors"}
ELSEWHERE |= {
    "/spacegroups",
    "/dictionary",
    "/dictionary/{}",
    "/samples/components/types",
    "/samples/concentration/types",
}


_ABSENT, _THERE = 2147483000, (1, 2, 3, 94, 95, 200)  # keys of no table, and of most or some


@pytest.fixture(scope="module")
def model(site):
    return Model(site)


def visible(model, login, rows):
    """Return the ids of the rows that the caller may see, as the model says."""
    sessions, proposals = model.sessions(login), model.proposals(login)
    if "all_proposals" in model.permissions(login):
        proposals = proposals | {None}  # what belongs to no proposal
    return {row["id"] for row in rows if row.get("session") in sessions or row.get("proposal", 0) in proposals}


def plain(rule):
    """Return a rule with its ids as {}, but for the number of a snapshot."""
    path = "/".join("{}" if part.startswith("<") else part for part in rule.removeprefix(PREFIX).split("/"))
    return path.replace("/snapshots/{}", "/snapshots/1")


def test_every_route_is_in_the_matrix(app):
    gets = {plain(rule.rule) for rule, method, _ in routes(app) if method == "GET"}
    assert gets == ITEMS.keys() | LISTS.keys() | ELSEWHERE


def test_strangers_get_nothing(app, site):
    expired = forging.forged(site, "admin", claims={"exp": int(time.time()) - 1})
    revoked = (
        site.app.test_client()
        .post(f"{PREFIX}/auth/login", json={"login": "admin", "password": "demo-admin"})
        .json["token"]
    )
    site.open("POST", "/auth/logout", None, headers={"Authorization": f"Bearer {revoked}"})
    for rule, method, function in routes(app):
        if function.__requires__ is None:
            continue
        path = rule.build(dict.fromkeys(rule.arguments, 1), append_unknown=False)[1]
        for token in (None, "x", expired, revoked):
            headers = {"Authorization": f"Bearer {token}"} if token else {}
            # With nonsense in the query: whoever is not known learns nothing about what is valid.
            answer = site.app.test_client().open(f"{path}?nonsense=1", method=method, headers=headers)
            assert (answer.status_code, answer.json["code"]) == (401, "unauthenticated"), (method, path, token)


def test_what_is_hidden_looks_like_what_is_not_there(app, site):
    told = set()
    for rule, method, _ in routes(app):
        if method != "GET" or not rule.arguments or (path := plain(rule.rule)).endswith("/stream"):
            continue
        of_absent = site.get(path.replace("{}", str(_ABSENT)), login="outsider")
        for number in _THERE:
            answer = site.get(path.replace("{}", str(number)), login="outsider")
            if 404 in (answer.status_code, of_absent.status_code) and answer.status_code >= 400:
                message = re.sub(rf"\b{number}\b", str(_ABSENT), answer.json["message"])
                if (answer.status_code, message) != (of_absent.status_code, of_absent.json["message"]):
                    told.add((path, answer.json["message"], of_absent.json["message"]))
            answer.close()
        of_absent.close()
    assert told == set()


@pytest.mark.parametrize("login", LOGINS)
@pytest.mark.parametrize("path", LISTS)
def test_lists_show_what_the_model_says(site, model, path, login):
    key, sql = LISTS[path]
    expected = visible(model, login, site.ask(sql))
    found, total, skip = [], None, 0
    while total is None or skip < total:
        page = site.get(f"{path}?limit=500&skip={skip}", login=login).json
        total, skip = page["total"], skip + 500
        found += [row[key] for row in page["results"]]
    assert (sorted(found), total) == (sorted(expected), len(expected))


@pytest.mark.parametrize("login", LOGINS)
@pytest.mark.parametrize("path", ITEMS)
def test_rows_are_found_or_look_missing(site, model, path, login):
    rows = site.ask(ITEMS[path])
    sample = rows[:: max(1, len(rows) // 12)]
    expected = visible(model, login, sample)
    statuses = {row["id"]: site.get(path.format(row["id"]), login=login).status_code for row in sample}
    assert statuses == {row["id"]: 200 if row["id"] in expected else 404 for row in sample}


@pytest.mark.parametrize("path", ITEMS)
@pytest.mark.parametrize(
    "number",
    ["0", "-1", "99999999", "2147483647", "2147483648", "9" * 40, "x", "1.5", "1%00", "%FF", "null", "1 OR 1=1"],
)
def test_ids_that_cannot_be_are_404(site, path, number):
    assert site.get(path.format(number)).status_code == 404
