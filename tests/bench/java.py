"""What front ends of the Java server ask every day: the lists and pages of its REST API that must be there."""

from ispyb_api.compat.java_rest.paths import PREFIX
from tests.bench.cases import Case

TOKEN = "TOKEN"  # in the path, in place of the caller's
RATIO = 3.0  # of p50 to that of the same SQL bare

_PROPOSAL = "proposal/{proposal}"
_MX = f"{_PROPOSAL}/mx"
_PATHS = (
    "proposal/list",
    "session/list",
    f"{_PROPOSAL}/session/list",
    f"{_PROPOSAL}/session/sessionId/{{sessionid}}/list",
    f"{_PROPOSAL}/session/date/20200101/20260101/list",
    "proposal/session/date/20220101/20220301/list",
    f"{_PROPOSAL}/info/get",
    f"{_MX}/datacollection/session/{{sessionid}}/list",
    f"{_MX}/datacollection/{{datacollectionid}}/list",
    f"{_MX}/datacollection/{{collections}}/list",
    f"{_MX}/datacollection/datacollectiongroupid/{{datacollectiongroupid}}/list",
    f"{_MX}/datacollection/datacollectiongroupid/{{groups}}/list",
    f"{_MX}/energyscan/session/{{sessionid}}/list",
    f"{_MX}/xrfscan/session/{{sessionid}}/list",
    f"{_MX}/autoprocintegration/datacollection/{{datacollectionid}}/view",
    f"{_MX}/autoprocintegration/datacollection/{{some}}/view",
    f"{_MX}/autoprocintegration/attachment/autoprocprogramid/{{autoprocprogramid}}/list",
    f"{_MX}/sample/list",
    f"{_MX}/sample/containerid/{{containerid}}/list",
    f"{_MX}/protein/list",
    f"{_PROPOSAL}/shipping/list",
    f"{_PROPOSAL}/shipping/{{shippingid}}/get",
    f"{_PROPOSAL}/shipping/{{shippingid}}/history",
    f"{_PROPOSAL}/shipping/{{shippingid}}/dewar/{{dewarid}}/puck/{{containerid}}/get",
    f"{_PROPOSAL}/shipping/labcontact/list",
    f"{_PROPOSAL}/dewar/list",
)
_PATHS_EM = (
    "proposal/session/{sessionid}/list",
    f"{_PROPOSAL}/em/datacollection/session/{{sessionid}}/list",
    f"{_PROPOSAL}/em/datacollection/{{datacollectionid}}/movie/all",
    f"{_PROPOSAL}/em/session/{{sessionid}}/stats",
)
_COLLECTIONS = """
SELECT dc.dataCollectionId, dc.dataCollectionGroupId
  FROM DataCollection dc
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
 WHERE g.sessionId = %s
 ORDER BY dc.dataCollectionId
 LIMIT 200
"""


def to_measure(cursor, examples):
    """Return the cases of a bench; besides single ones, 200 collections and the groups of 25 are asked for."""
    cursor.execute(_COLLECTIONS, (examples["sessionid"],))
    rows = cursor.fetchall()
    collections = [row["dataCollectionId"] for row in rows]
    groups = dict.fromkeys(row["dataCollectionGroupId"] for row in rows[:25])
    lists = {"collections": collections, "some": collections[:25], "groups": groups}
    known = examples | {name: ",".join(map(str, ids)) for name, ids in lists.items()}
    return [*_cases(_PATHS, known), *_cases(_PATHS_EM, known | examples["/em"])]


def _cases(paths, known):
    for path in paths:
        yield Case(path, f"{PREFIX}/{TOKEN}/{path.format(**known)}", name=f"/{path}", most=RATIO)
