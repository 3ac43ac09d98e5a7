"""What a sample or a crystal form is mixed with, as queries of these bring it along: JSON objects, one after the other."""

import json


def read(text):
    """Return the compositions that a query wrote, the earliest made first."""
    rows = json.loads(f"[{text}]") if text else []
    return [_nested(row) for row in sorted(rows, key=lambda row: row["id"])]


def _nested(row):
    kind = None
    if row["concentrationTypeId"] is not None:
        kind = {
            "concentrationTypeId": row["concentrationTypeId"],
            "name": row["concentration"],
            "symbol": row["symbol"],
        }
    return {
        "Component": {
            "componentId": row["componentId"],
            "name": row["name"],
            "composition": row["composition"],
            "ComponentType": {"componentTypeId": row["componentTypeId"], "name": row["type"]},
        },
        "abundance": row["abundance"],
        "ratio": row["ratio"],
        "ph": row["ph"],
        "ConcentrationType": kind,
    }
