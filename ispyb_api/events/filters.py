"""Which events are asked for: conditions on all of them, and on each of the timeline's four sources.

A source that cannot satisfy a condition is left out: a spectrum has no status, a robot action no collection.
Conditions that most rows meet are written so that they do not make the database begin with them: it shall walk the
time, or begin at the session.
"""

from ispyb_api import names
from ispyb_api.db.listing import Listing, conjunction
from ispyb_api.db.queries import Clause

COLLECTIONS = "dc"
SAMPLE_COLUMNS = {"robot": "ra.blsampleId", "es": "es.blSampleId", "xrf": "xs.blSampleId"}
SUB_SAMPLE_COLUMNS = {"es": "es.blSubSampleId", "xrf": "xs.blSubSampleId"}

# Conditions on the session, the same for every source.
EVERYWHERE = Listing(
    filters={
        "session": lambda name: names.session(name, prefix="v"),
        "sessionId": ("s.sessionId", "eq"),
        "proposal": names.proposal,
        "proposalId": ("s.proposalId", "eq"),
        "beamLineName": ("s.beamLineName", "eq"),
    },
    sorts={},
    default_sort="",
    tie_breaker="",
)

_WAYS = ("events.programs_by_integration", "events.programs_by_collection", "events.programs_by_job")
_PROCESSED = "pr.status IN ('SUCCESS', '1')"
_NOT_PROCESSED = "pr.status IN ('FAILED', '0')"
_SUCCESS = "{0} LIKE '%success%' AND {0} NOT LIKE '%unsuccess%'"
_FAILURE = "{0} <> '' AND {0} NOT LIKE '%running%' AND ({0} NOT LIKE '%success%' OR {0} LIKE '%unsuccess%')"
_ROBOT = {"success": "ra.status = 'SUCCESS'", "failed": "ra.status <> 'SUCCESS'"}


def one_by_one(arguments):
    """Tell whether collections are asked for one by one, not as groups."""
    return any(arguments.get(name) is not None for name in ("dataCollectionId", "dataCollectionGroupId"))


def slots(tx, arguments):
    """Return the clauses of the conditions by slot."""
    wanted = EVERYWHERE.where(arguments)
    single = one_by_one(arguments)
    found = {
        "where": wanted,
        "where_dc": conjunction(*_of_collections(tx, arguments, single)),
        **{f"where_{kind}": conjunction(*_of_others(kind, arguments, single)) for kind in SAMPLE_COLUMNS},
    }
    if single:
        found["where_earlier"] = Clause("AND 1 = 0")
        found["where_member"] = Clause("AND m.dataCollectionId = u.rowId")
    else:
        found["join_dc"] = _groups_of_sample(arguments)
    return found


def _of_collections(tx, arguments, single):
    kind, status = arguments.get("eventType"), arguments.get("status")
    if kind in SAMPLE_COLUMNS:
        yield names.NOTHING
    elif kind not in (None, COLLECTIONS):
        yield Clause("COALESCE(g.experimentType, '') = :f_kind", {"f_kind": kind})
    for name in ("dataCollectionId", "dataCollectionGroupId"):
        if arguments.get(name) is not None:
            yield Clause(f"d.{name} = :f_{name}", {f"f_{name}": arguments[name]})
    if arguments.get("blSubSampleId") is not None:
        of_sub_sample = f"EXISTS (SELECT 1 FROM DataCollection o WHERE {_member('o', single)} AND o.blSubSampleId = :f_sub)"
        yield Clause(of_sub_sample, {"f_sub": arguments["blSubSampleId"]})
    if single and (sample := _sample(arguments, "COALESCE(g.blSampleId, d.blSampleId)")):
        yield sample
    if status in ("success", "failed"):
        ended = (_SUCCESS if status == "success" else _FAILURE).format("o.runStatus")
        yield Clause(_some("DataCollection o", f"{_member('o', single)} AND {ended}"))
    elif status:
        yield _processing(tx, status, single)


def _of_others(kind, arguments, single):
    status, sub_sample = arguments.get("status"), arguments.get("blSubSampleId")
    if single or arguments.get("eventType") not in (None, kind):
        yield names.NOTHING
    if sub_sample is not None:
        column = SUB_SAMPLE_COLUMNS.get(kind)
        yield Clause(f"{column} = :f_sub", {"f_sub": sub_sample}) if column else names.NOTHING
    if status:
        yield Clause(_ROBOT[status]) if kind == "robot" and status in _ROBOT else names.NOTHING
    yield _sample(arguments, SAMPLE_COLUMNS[kind])


def _sample(arguments, column):
    """Return the condition on a sample, and on the protein in it; None if neither is asked for."""
    sql, params = [], {}
    if arguments.get("blSampleId") is not None:
        sql.append(f"{column} = :f_sample")
        params["f_sample"] = arguments["blSampleId"]
    if arguments.get("proteinId") is not None:
        samples = "SELECT fs.blSampleId FROM Crystal fc JOIN BLSample fs ON fs.crystalId = fc.crystalId WHERE fc.proteinId = :f_protein"
        sql.append(f"{column} IN ({samples})")
        params["f_protein"] = arguments["proteinId"]
    return Clause(" AND ".join(sql), params) if sql else None


def _groups_of_sample(arguments):
    """Return the join with the groups of a sample.  Some programs write it to the group, some to the collections."""
    in_group, in_collection = _sample(arguments, "fg.blSampleId"), _sample(arguments, "fd.blSampleId")
    if in_group is None:
        return Clause()
    sql = (
        f"JOIN (SELECT fg.dataCollectionGroupId FROM DataCollectionGroup fg WHERE {in_group.sql}"
        f" UNION SELECT fd.dataCollectionGroupId FROM DataCollection fd WHERE {in_collection.sql}) sampled"
        " ON sampled.dataCollectionGroupId = g.dataCollectionGroupId"
    )
    return Clause(sql, in_group.params)


def _some(source, condition):
    """Return that there is such a row, as EXISTS does; but MariaDB would first collect all rows for an EXISTS."""
    return f"(SELECT 1 FROM {source} WHERE {condition} LIMIT 1) = 1"


def _member(alias, single):
    return (
        f"{alias}.dataCollectionId = d.dataCollectionId"
        if single
        else f"{alias}.dataCollectionGroupId = g.dataCollectionGroupId"
    )


def _processing(tx, status, single):
    """Return that a program of the collection, or of one of the group, ended so; by whichever way they are linked."""
    ended = _PROCESSED if status == "processed" else _NOT_PROCESSED
    messages = tx.part("events.error_messages")
    if status == "processerror" and messages:
        ended += " OR " + _some(f"({messages.sql}) em", "em.autoProcProgramId = pr.autoProcProgramId")
    ways = (_some(f"({way.sql}) pr", f"{_member('pr', single)} AND ({ended})") for way in map(tx.part, _WAYS) if way)
    return Clause(" OR ".join(ways))
