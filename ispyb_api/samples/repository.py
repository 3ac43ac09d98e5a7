"""Samples in the database.  The SQL is in sql/queries/samples/samples.sql."""

from dataclasses import replace

from ispyb_api.components import parts
from ispyb_api.db.listing import Listing, envelope, like
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound
from ispyb_api.samples.visible import collections, put, samples

# What may have happened to a sample, as the contract calls it, and the part that finds such samples.  As a union the
# database asks it for each sample; of a plain one it would rather read all rows first, so that one is asked row by row.
STATUS = {
    "Data Collected": "samples.samples_collected",
    "Strategy": "samples.samples_with_strategy",
    "Auto Integrated": "samples.samples_integrated",
}
_HANDLED = "(SELECT 1 FROM RobotAction ra /*visible_handled*/ WHERE ra.blsampleId = sm.blSampleId LIMIT 1) = 1"
_COLLECTIONS = (
    "(SELECT COUNT(*) FROM DataCollectionGroup mg"
    " JOIN DataCollection m ON m.dataCollectionGroupId = mg.dataCollectionGroupId /*visible_sessions*/"
    " WHERE mg.blSampleId = sm.blSampleId)"
    " + (SELECT COUNT(*) FROM DataCollection m"
    " LEFT JOIN DataCollectionGroup mg ON mg.dataCollectionGroupId = m.dataCollectionGroupId /*visible_sessions*/"
    " WHERE m.blSampleId = sm.blSampleId AND (mg.blSampleId IS NULL OR mg.blSampleId <> m.blSampleId))"
)

SAMPLES = Listing(
    filters={
        "blSampleId": ("sm.blSampleId", "eq"),
        "blSampleIds": lambda numbers: Clause("sm.blSampleId IN (:f_samples)", {"f_samples": numbers}),
        "containerId": ("sm.containerId", "eq"),
        "proteinId": ("cr.proteinId", "eq"),
        "beamLineName": lambda name: Clause(
            "co.beamlineLocation = :f_beamline AND co.sampleChangerLocation <> ''"
            " AND (co.containerStatus = 'processing' OR dw.dewarStatus = 'processing')",
            {"f_beamline": name},
        ),
        "search": lambda text: Clause(
            "sm.name LIKE :s_text ESCAPE '!' OR sm.code LIKE :s_text ESCAPE '!'", {"s_text": like(text)}
        ),
    },
    sorts={
        "blSampleId": "sm.blSampleId",
        "name": "sm.name",
        # Numbers in a text column, so that 10 comes after 9; words come first.
        "location": ("sm.location + 0 ASC, sm.location ASC", "sm.location + 0 DESC, sm.location DESC"),
        "datacollections": _COLLECTIONS,
    },
    default_sort="-blSampleId",
    tie_breaker="sm.blSampleId",
)


class SampleRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the samples that match and that the caller may see."""
        visible, named = samples(self._tx, arguments, access)
        where = SAMPLES.where(arguments, named, self._status(arguments.get("status"), access))
        sessions = collections(access)
        slots = {
            "visible": visible,
            "visible_sessions": sessions,
            "where": where,
            "union_queued": _also(self._tx.part("samples.queued_samples")),
            **_ordered(arguments, sessions),
        }
        rows = [_finished(row) for row in self._tx.all("samples.list_samples", slots)]
        count = {"visible": visible, "where": where}
        return envelope(rows, arguments, lambda: self._tx.total("samples.count_samples", count))

    def get(self, sample_id, access):
        """Return one sample by its id."""
        found = self.page({"blSampleId": sample_id, "skip": 0, "limit": 2}, access)["results"]
        if not found:
            raise NotFound(f"No sample {sample_id}.")
        return found[0]

    def _status(self, name, access):
        if name is None:
            return None
        if name == "Sample Action":
            return put(_HANDLED, visible_handled=access.measured("robot", "ra.robotActionId", "ra.blsessionId"))
        part = put(self._tx.part(STATUS[name]).sql, visible_sessions=collections(access))
        return replace(part, sql=f"sm.blSampleId IN ({part.sql})")


def _also(part):
    return Clause(f"UNION ALL {part.sql}") if part else Clause()


def _ordered(arguments, sessions):
    """Return the slots of order and page; the order may be by a count of what the caller may see."""
    slots = SAMPLES.slots(arguments)
    by_count = {"visible_sessions": sessions} if arguments.get("order_by") == "datacollections" else {}
    return {"order": put(slots["order"].sql, **by_count), "page": slots["page"]}


def _finished(row):
    """Name the parts as the contract has them (a part whose name begins with an underscore is never null)."""
    for name in ("Crystal", "Container", "DiffractionPlan"):
        row[name] = row.pop(f"_{name}")
    row["Crystal"]["Protein"] = row["Crystal"].pop("_Protein")
    row["Crystal"]["crystal_compositions"] = parts.read(row["Crystal"]["crystal_compositions"])
    row["sample_compositions"] = parts.read(row["sample_compositions"])
    row["location"] = _number(row["location"])
    known = row["_metadata"]
    known["types"] = sorted(set(filter(None, (known["types"] or "").split(","))))
    limits = (known["integratedResolution"], known.pop("otherResolution"))
    known["integratedResolution"] = min((each for each in limits if each is not None), default=None)
    return row


def _number(text):
    return int(text) if text is not None and text.isdecimal() and len(text) < 10 else None
