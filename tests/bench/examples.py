"""Values to ask with, taken from what an ordinary member sees: so every caller of the bench sees it too."""

from ispyb_api.db import cursors
from ispyb_api.events import cursors as timeline

_SESSION = """
SELECT s.sessionId, s.proposalId, s.beamLineName, YEAR(s.startDate) AS year, MONTH(s.startDate) AS month,
       DAY(s.startDate) AS day, CONCAT(p.proposalCode, p.proposalNumber) AS proposal,
       CONCAT(p.proposalCode, p.proposalNumber, '-', s.visit_number) AS session, pe.personId,
       s.startDate AS since, s.endDate AS until
  FROM ProposalHasPerson php
  JOIN Person pe ON pe.personId = php.personId
  JOIN Proposal p ON p.proposalId = php.proposalId
  JOIN BLSession s ON s.proposalId = p.proposalId
 WHERE pe.login = %s
 ORDER BY (SELECT COUNT(*) FROM DataCollectionGroup g WHERE g.sessionId = s.sessionId) DESC, s.sessionId
 LIMIT 1
"""
_COLLECTION = """
SELECT dc.dataCollectionId, dc.blSubSampleId, g.dataCollectionGroupId, g.blSampleId, c.proteinId, c.crystalId, bls.containerId, co.dewarId, de.shippingId,
       a.autoProcProgramId, a.processingPrograms, g.experimentType, dc.imageDirectory, dc.fileTemplate
  FROM DataCollectionGroup g
  JOIN DataCollection dc ON dc.dataCollectionGroupId = g.dataCollectionGroupId AND dc.dataCollectionNumber = 2
  JOIN BLSample bls ON bls.blSampleId = g.blSampleId
  JOIN Crystal c ON c.crystalId = bls.crystalId
  JOIN Container co ON co.containerId = bls.containerId
  JOIN Dewar de ON de.dewarId = co.dewarId
  JOIN AutoProcProgram a ON a.dataCollectionId = dc.dataCollectionId
 WHERE g.sessionId = %s AND g.experimentType = 'OSC' AND dc.blSubSampleId IS NOT NULL
 ORDER BY g.dataCollectionGroupId, a.autoProcProgramId
 LIMIT 1
"""
_SERIAL = """
SELECT g.sessionId, g.dataCollectionGroupId, r.dataCollectionId, r.ssxProcessingResultId, f.ssxProcessingResultAttachmentId
  FROM ProposalHasPerson php
  JOIN Person pe ON pe.personId = php.personId
  JOIN BLSession s ON s.proposalId = php.proposalId
  JOIN DataCollectionGroup g ON g.sessionId = s.sessionId
  JOIN DataCollection dc ON dc.dataCollectionGroupId = g.dataCollectionGroupId
  JOIN SSXProcessingResult r ON r.dataCollectionId = dc.dataCollectionId
  JOIN SSXProcessingResultAttachment f ON f.ssxProcessingResultId = r.ssxProcessingResultId
 WHERE pe.login = %s
 ORDER BY r.ssxProcessingResultId
 LIMIT 1
"""
_MOVIE = """
SELECT CONCAT(p.proposalCode, p.proposalNumber) AS proposal, g.sessionId, g.dataCollectionGroupId, mo.dataCollectionId, mo.movieId, mc.motionCorrectionId, mc.autoProcProgramId,
       pp.particlePickerId, cg.particleClassificationGroupId, pc.particleClassificationId, ct.CTFid, fh.foilHoleId,
       gs.gridSquareId, gs.atlasId, tg.tomogramId, pt.processedTomogramId
  FROM ProposalHasPerson php
  JOIN Person pe ON pe.personId = php.personId
  JOIN Proposal p ON p.proposalId = php.proposalId
  JOIN BLSession s ON s.proposalId = php.proposalId
  JOIN DataCollectionGroup g ON g.sessionId = s.sessionId
  JOIN DataCollection dc ON dc.dataCollectionGroupId = g.dataCollectionGroupId
  JOIN Movie mo ON mo.dataCollectionId = dc.dataCollectionId
  JOIN MotionCorrection mc ON mc.movieId = mo.movieId
  JOIN ParticlePicker pp ON pp.firstMotionCorrectionId = mc.motionCorrectionId
  JOIN ParticleClassificationGroup cg ON cg.particlePickerId = pp.particlePickerId
  JOIN ParticleClassification pc ON pc.particleClassificationGroupId = cg.particleClassificationGroupId
  JOIN CTF ct ON ct.motionCorrectionId = mc.motionCorrectionId
  JOIN FoilHole fh ON fh.foilHoleId = mo.foilHoleId
  JOIN GridSquare gs ON gs.gridSquareId = fh.gridSquareId
  JOIN Tomogram tg ON tg.dataCollectionId = mo.dataCollectionId
  JOIN ProcessedTomogram pt ON pt.tomogramId = tg.tomogramId
 WHERE pe.login = %s
 ORDER BY mo.movieId, pc.particleClassificationId
 LIMIT 1
"""
_IN_SESSION = """
  JOIN DataCollection dc ON dc.dataCollectionId = one.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
 WHERE g.sessionId = %(sessionId)s
"""
_OF_MESH = """
  JOIN DataCollectionGroup g ON g.workflowId = one.workflowId
 WHERE g.sessionId = %(sessionId)s
"""
_OF_GROUP = """
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = one.dataCollectionGroupId
 WHERE g.sessionId = %(sessionId)s
"""
_PHASED = """
  JOIN PhasingStep ps ON ps.programRunId = one.phasingProgramRunId
  JOIN AutoProcScaling_has_Int h ON h.autoProcScalingId = ps.autoProcScalingId
  JOIN AutoProcIntegration ai ON ai.autoProcIntegrationId = h.autoProcIntegrationId
  JOIN DataCollection dc ON dc.dataCollectionId = ai.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
 WHERE s.proposalId = %(proposalId)s
"""
_SCANNED = " JOIN BLSession s ON s.sessionId = one.sessionId WHERE s.proposalId = %(proposalId)s"
_OF_PROPOSAL = " WHERE one.proposalId = %(proposalId)s"
# What else belongs to that session, its proposal, or the sample: the first of each, by where it stands.
_ROWS = {
    "blSampleGroupId": "BLSampleGroup one" + _OF_PROPOSAL,
    "blSampleImageId": "BLSampleImage one WHERE one.blSampleId = %(blSampleId)s",
    "componentId": "Component one" + _OF_PROPOSAL,
    "containerQueueId": "ContainerQueue one WHERE one.containerId = %(containerId)s",
    "containerQueueSampleId": "ContainerQueueSample one WHERE one.blSampleId = %(blSampleId)s",
    "dataCollectionFileAttachmentId": "DataCollectionFileAttachment one" + _IN_SESSION,
    "diffractionPlanId": "BLSample one WHERE one.blSampleId = %(blSampleId)s",
    "energyScanId": "EnergyScan one" + _SCANNED,
    "externalId": "api_link one" + _OF_PROPOSAL,
    "grantId": "api_grant one" + _OF_PROPOSAL,
    "gridInfoId": "GridInfo one" + _OF_GROUP,
    "labContactId": "LabContact one" + _OF_PROPOSAL,
    "ligandId": "Ligand one" + _OF_PROPOSAL,
    "linkId": "api_link one" + _OF_PROPOSAL,
    "pdbId": "Ligand_has_PDB one JOIN Ligand li ON li.ligandId = one.ligandId WHERE li.proposalId = %(proposalId)s",
    "phasingProgramAttachmentId": "PhasingProgramAttachment one" + _PHASED,
    "processingJobId": "ProcessingJob one" + _IN_SESSION,
    "robotActionId": "RobotAction one WHERE one.blsessionId = %(sessionId)s",
    "screeningId": "Screening one" + _OF_GROUP,
    "workflowId": "Workflow one" + _OF_MESH,
    "workflowMeshId": "WorkflowMesh one" + _OF_MESH,
    "workflowStepId": "WorkflowStep one" + _OF_MESH,
    "xfeFluorescenceSpectrumId": "XFEFluorescenceSpectrum one" + _SCANNED,
    "xrayCentringId": "XrayCentring one" + _OF_GROUP,
    # The regions are numbered like the maps' grids; only some maps have the grid in their row.
    "xrfFluorescenceMappingROIId": "XRFFluorescenceMapping one JOIN GridInfo gi ON gi.gridInfoId = one.gridInfoId"
    + _OF_GROUP.replace("one.", "gi."),
    "xrfFluorescenceMappingId": "XRFFluorescenceMapping one JOIN GridInfo gi ON gi.gridInfoId = one.gridInfoId"
    + _OF_GROUP.replace("one.", "gi."),
}
# The values of a grid's points are there for some of the collections that scanned one.
_GRID = """
SELECT gi.dataCollectionId
  FROM GridInfo gi
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = gi.dataCollectionGroupId
 WHERE g.sessionId = %s
 ORDER BY EXISTS (SELECT 1 FROM ImageQualityIndicators q WHERE q.dataCollectionId = gi.dataCollectionId) DESC,
       gi.dataCollectionId
 LIMIT 1
"""
_MODEL = "SELECT pdbid AS pdbId FROM Protein_has_PDB WHERE proteinid = %s LIMIT 1"
_BEAMLINE = """
SELECT co.beamlineLocation AS beamline
  FROM ProposalHasPerson php
  JOIN Person pe ON pe.personId = php.personId
  JOIN Shipping sh ON sh.proposalId = php.proposalId
  JOIN Dewar dw ON dw.shippingId = sh.shippingId
  JOIN Container co ON co.dewarId = dw.dewarId
 WHERE pe.login = %s AND co.containerStatus = 'processing'
 LIMIT 1
"""
# Tables whose rows are told from each other by one column.
_KEYS = """
SELECT TABLE_NAME AS name, MIN(COLUMN_NAME) AS row_key
  FROM information_schema.KEY_COLUMN_USAGE
 WHERE TABLE_SCHEMA = DATABASE() AND CONSTRAINT_NAME = 'PRIMARY'
 GROUP BY TABLE_NAME
HAVING COUNT(*) = 1
"""
_OTHERS = {
    "beamLineGroup": "MX",
    "sessionType": "mx",
    "eventType": "OSC",
    "runStatus": "DataCollection Successful",
    "search": "5",
    "country": "France",
    "spaceGroup": "P 21 21 21",
    "fileType": "Log",
    "imageId": 1,  # a snapshot by its place
    "after": timeline.of({"type": "es", "startTime": "2023-01-01T00:00:00", "rowId": 1}),
    "userGroupId": 2001,
    "permissionId": 2001,
    "resource": "sessions",
    "path": "/entry/data/data",  # in a file of images
}
# Which of a row's files.
_KINDS = {"/ctfs": "spectrum", "/motion-corrections": "micrograph", "/movies": "movie", "/tomograms": "volume"}


def find(cursor, login):
    """Return ``{argument name in lower case without underscores: value}`` for a member's busiest session.

    What differs for some routes stands under the first or the last part of their paths.
    """
    cursor.execute(_SESSION, (login,))
    found = dict(cursor.fetchone())
    cursor.execute(_COLLECTION, (found["sessionId"],))
    found |= cursor.fetchone() | {"login": login, "owner": login}
    for name, rows in _ROWS.items():
        cursor.execute(f"SELECT MIN(one.{name}) AS {name} FROM {rows}", found)
        found |= {name: key for name, key in cursor.fetchone().items() if key is not None}
    found["beamline"] = found["beamLineName"]
    found["dataCollectionIds"] = f"[{found['dataCollectionId']}]"
    found |= _of_program(cursor, found["autoProcProgramId"])
    for name in ("since", "until"):
        found[name] = found[name].isoformat()
    of_routes = {"/images": {"after": cursors.written(1, 1)}} | _elsewhere(cursor, login)
    of_routes |= {route: {"kind": kind} for route, kind in _KINDS.items()}
    of_routes["/gridmap"] = _first(cursor, _GRID, found["sessionId"])
    of_routes["/proteins"] = _first(cursor, _MODEL, found["proteinId"])
    return _of_tables(cursor) | {plain(name): value for name, value in (found | _OTHERS).items()} | of_routes


def _first(cursor, query, value):
    """Return the first row of a query as examples."""
    cursor.execute(query, (value,))
    return {plain(name): each for name, each in cursor.fetchone().items()}


def _of_tables(cursor):
    """Return the key in the middle of each table, for what nothing else is known of."""
    cursor.execute(_KEYS)
    found = {}
    for table, key in [(row["name"], row["row_key"]) for row in cursor.fetchall()]:
        cursor.execute(f"SELECT COUNT(*) AS rows_there FROM `{table}`")
        middle = cursor.fetchone()["rows_there"] // 2
        cursor.execute(f"SELECT `{key}` AS middle FROM `{table}` ORDER BY `{key}` LIMIT %s, 1", (middle,))
        found |= {plain(key): row["middle"] for row in cursor.fetchall()}
    return found


def _elsewhere(cursor, login):
    """Return what to ask where the member's busiest session has nothing: microscopes, serial crystallography, queues."""
    found = {}
    for part, query in (("/em", _MOVIE), ("/ssx", _SERIAL), ("/queue", _BEAMLINE)):
        found[part] = _first(cursor, query, login)
    found["/em"]["after"] = cursors.written(found["/em"]["movieid"])
    found["/ssx"]["datacollectionids"] = str(found["/ssx"]["datacollectionid"])
    found["/eventchains"] = found["/eventchain"] = found["/ssx"]
    return found


def _of_program(cursor, program):
    """Return a file of a run, and any message: only runs that failed have some."""
    cursor.execute(
        "SELECT MIN(autoProcProgramAttachmentId) AS autoProcProgramAttachmentId FROM AutoProcProgramAttachment WHERE autoProcProgramId = %s",
        (program,),
    )
    found = dict(cursor.fetchone())
    cursor.execute("SELECT MIN(autoProcProgramMessageId) AS autoProcProgramMessageId FROM AutoProcProgramMessage")
    return found | cursor.fetchone()


def plain(name):
    """Return an argument's name without the differences that do not matter: session_id is sessionId."""
    return name.replace("_", "").lower()
