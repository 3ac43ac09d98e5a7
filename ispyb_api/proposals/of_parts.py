"""Whose something is: which proposal a session, a collection, a sample or a parcel belongs to, for who may see that."""

from ispyb_api.db.queries import Clause

# Where the proposal is found by the key of what is asked for, its column, and the key's.
_OF_SAMPLE = (
    "BLSample ws LEFT JOIN Container wc ON wc.containerId = ws.containerId LEFT JOIN Dewar wd ON wd.dewarId = wc.dewarId"
    " LEFT JOIN Shipping wh ON wh.shippingId = wd.shippingId LEFT JOIN Crystal wk ON wk.crystalId = ws.crystalId"
    " LEFT JOIN Protein wp ON wp.proteinId = wk.proteinId"
)
_SENT = {
    "shippingId": ("Shipping wh", "wh.proposalId", "wh.shippingId"),
    "dewarId": ("Dewar wd JOIN Shipping wh ON wh.shippingId = wd.shippingId", "wh.proposalId", "wd.dewarId"),
    "containerId": (
        "Container wc JOIN Dewar wd ON wd.dewarId = wc.dewarId JOIN Shipping wh ON wh.shippingId = wd.shippingId",
        "wh.proposalId",
        "wc.containerId",
    ),
    "proteinId": ("Protein wp", "wp.proposalId", "wp.proteinId"),
    "blSampleId": (_OF_SAMPLE, "COALESCE(wh.proposalId, wp.proposalId)", "ws.blSampleId"),
}
_GROUP = "DataCollectionGroup wg JOIN BLSession wb ON wb.sessionId = wg.sessionId"
_MEASURED = {
    "dataCollectionGroupId": (_GROUP, "wg.dataCollectionGroupId"),
    "dataCollectionId": (
        f"{_GROUP} JOIN DataCollection wm ON wm.dataCollectionGroupId = wg.dataCollectionGroupId",
        "wm.dataCollectionId",
    ),
}
PARTS = ("sessionId", *_MEASURED, *_SENT)


def conditions(arguments, access):
    """Return the conditions that a proposal is the one of what the arguments name, each a thing that the caller may see."""
    return [_condition(name, arguments[name], access) for name in PARTS if name in arguments]


def _condition(name, number, access):
    if name in _SENT:
        tables, owner, key = _SENT[name]
        visible = access.contents(owner)
    elif name in _MEASURED:
        (tables, key), owner = _MEASURED[name], "wb.proposalId"
        visible = access.measured("dc", "wg.dataCollectionGroupId", "wg.sessionId")
    else:
        tables, owner, key = "BLSession wb", "wb.proposalId", "wb.sessionId"
        visible = access.sessions(key)
    sql = f"p.proposalId = (SELECT DISTINCT {owner} FROM {tables} {visible.sql} WHERE {key} = :of_{name})"
    return Clause(sql, {**visible.params, f"of_{name}": number})
