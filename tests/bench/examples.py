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
_MAP = """
SELECT MIN(xm.xrfFluorescenceMappingId) AS xrfFluorescenceMappingId
  FROM Person pe
  JOIN ProposalHasPerson php ON php.personId = pe.personId
  JOIN BLSession s ON s.proposalId = php.proposalId
  JOIN DataCollectionGroup g ON g.sessionId = s.sessionId
  JOIN GridInfo gi ON gi.dataCollectionGroupId = g.dataCollectionGroupId
  JOIN XRFFluorescenceMapping xm ON xm.gridInfoId = gi.gridInfoId
 WHERE pe.login = %s
"""
_MOVIE = """
SELECT g.sessionId, g.dataCollectionGroupId, mo.dataCollectionId, mo.movieId, mc.motionCorrectionId, mc.autoProcProgramId,
       pp.particlePickerId, cg.particleClassificationGroupId
  FROM ProposalHasPerson php
  JOIN Person pe ON pe.personId = php.personId
  JOIN BLSession s ON s.proposalId = php.proposalId
  JOIN DataCollectionGroup g ON g.sessionId = s.sessionId
  JOIN DataCollection dc ON dc.dataCollectionGroupId = g.dataCollectionGroupId
  JOIN Movie mo ON mo.dataCollectionId = dc.dataCollectionId
  JOIN MotionCorrection mc ON mc.movieId = mo.movieId
  JOIN ParticlePicker pp ON pp.firstMotionCorrectionId = mc.motionCorrectionId
  JOIN ParticleClassificationGroup cg ON cg.particlePickerId = pp.particlePickerId
 WHERE pe.login = %s
 ORDER BY mo.movieId
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
_OF_MOVIES = (
    *("movies", "series", "motion-corrections", "ctfs", "statistics"),
    *("particle-pickers", "classifications", "classes", "tomograms", "foil-holes"),
)
_OTHERS = {
    "beamLineGroup": "MX",
    "sessionType": "mx",
    "eventType": "OSC",
    "runStatus": "DataCollection Successful",
    "search": "5",
    "country": "France",
    "spaceGroup": "P 21 21 21",
    "fileType": "Log",
    "after": timeline.of({"type": "es", "startTime": "2023-01-01T00:00:00", "rowId": 1}),
    "userGroupId": 2001,
    "permissionId": 2001,
}


def find(cursor, login):
    """Return ``{argument name in lower case without underscores: value}`` for a member's busiest session.

    What differs for a route stands under the last part of its path.
    """
    cursor.execute(_SESSION, (login,))
    found = dict(cursor.fetchone())
    cursor.execute(_COLLECTION, (found["sessionId"],))
    found |= cursor.fetchone() | {"login": login, "owner": login}
    cursor.execute(_MAP, (login,))
    found |= cursor.fetchone()
    found["beamline"] = found["beamLineName"]
    found["dataCollectionIds"] = f"[{found['dataCollectionId']}]"
    found |= _of_program(cursor, found["autoProcProgramId"])
    for name in ("since", "until"):
        found[name] = found[name].isoformat()
    of_routes = {"images": {"after": cursors.written(1, 1)}} | _of_microscopes(cursor, login)
    of_member = {plain(name): value for name, value in (found | _OTHERS).items()}
    return _of_tables(cursor) | of_routes["movies"] | of_member | of_routes


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


def _of_microscopes(cursor, login):
    """Return what to ask of the routes of electron microscopy: a member's session there has no crystals."""
    cursor.execute(_MOVIE, (login,))
    row = cursor.fetchone()
    found = {plain(name): value for name, value in row.items()} | {"after": cursors.written(row["movieId"])}
    return dict.fromkeys(_OF_MOVIES, found)


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
