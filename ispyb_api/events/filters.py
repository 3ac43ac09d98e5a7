"""Which events are asked for: conditions on all of them, and on each of the timeline's four sources.

A source that cannot satisfy a condition is left out: a spectrum has no status, a robot action no collection.
Conditions that most rows meet are written so that they do not make the database begin with them: it shall walk the
time, or begin at the session.
"""

from ispyb_api import names
from ispyb_api.db.listing import Listing, conjunction, like
from ispyb_api.db.queries import Clause
from ispyb_api.events import cursors

COLLECTIONS = "dc"
SAMPLE_COLUMNS = {"robot": "ra.blsampleId", "es": "es.blSampleId", "xrf": "xs.blSampleId"}
REMARK_COLUMNS = {"robot": "ra.message", "es": "es.comments", "xrf": "xs.comments"}
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
# The column is compared as it is, for its index, and as text, for one family has numbers there.
_AT_WORK = "pr.recorded IS NULL OR (pr.recorded IN ('RUNNING', 'PENDING') AND pr.status IN ('RUNNING', 'PENDING'))"
_PROCESSING = {
    "processing": _AT_WORK,
    "processed": "pr.status IN ('SUCCESS', '1')",
    "processerror": "pr.status IN ('FAILED', '0')",
}
_ROBOT = {"success": "ra.status = 'SUCCESS'", "failed": "ra.status <> 'SUCCESS'"}
_RUN = {
    "success": "o.runStatus LIKE '%success%' AND o.runStatus NOT LIKE '%unsuccess%'",
    "failed": "o.runStatus <> '' AND o.runStatus NOT LIKE '%running%'"
    " AND (o.runStatus NOT LIKE '%success%' OR o.runStatus LIKE '%unsuccess%')",
}
_SAMPLES_OF_PROTEIN = "SELECT fs.blSampleId FROM Crystal fc JOIN BLSample fs ON fs.crystalId = fc.crystalId WHERE fc.proteinId = :f_protein"


def one_by_one(arguments):
    """Tell whether collections are asked for one by one, not as groups."""
    return "dataCollectionId" in arguments or "dataCollectionGroupId" in arguments


def slots(tx, arguments, *, counting=False):
    """Return the clauses of the conditions by slot; ``counting`` all rows is done best otherwise than finding the first."""
    wanted = Wanted(tx, arguments, counting)
    behind = cursors.after(arguments["after"]) if "after" in arguments and not counting else {}
    found = {
        "where": EVERYWHERE.where(arguments),
        "where_dc": conjunction(*wanted.of_collections(), behind.get(COLLECTIONS)),
        **{f"where_{kind}": conjunction(*wanted.of_others(kind), behind.get(kind)) for kind in SAMPLE_COLUMNS},
    }
    if wanted.single:
        found["where_earlier"] = Clause("AND 1 = 0")
        found["where_member"] = Clause("AND m.dataCollectionId = u.rowId")
    else:
        found["join_dc"] = wanted.only_groups()
    return found


class Wanted:
    """What the arguments ask of each source."""

    def __init__(self, tx, arguments, counting):
        self._tx, self._arguments, self._counting = tx, arguments, counting
        self._kind, self._status = arguments.get("eventType"), arguments.get("status")
        self.single = one_by_one(arguments)

    def of_collections(self):
        """Yield the conditions on groups of collections, or on collections one by one."""
        if self._kind in SAMPLE_COLUMNS:
            yield names.NOTHING
        elif self._kind not in (None, COLLECTIONS):
            column = "g.experimentType" if self._counting else "COALESCE(g.experimentType, '')"
            yield Clause(f"{column} = :f_kind", {"f_kind": self._kind})
        for name in ("dataCollectionId", "dataCollectionGroupId"):
            if name in self._arguments:
                yield Clause(f"d.{name} = :f_{name}", {f"f_{name}": self._arguments[name]})
        if "blSubSampleId" in self._arguments:
            condition = f"{self._member('o')} AND o.blSubSampleId = :f_sub"
            yield Clause(_exists("DataCollection o", condition), {"f_sub": self._arguments["blSubSampleId"]})
        if "search" in self._arguments:
            of_member = self._text("o.imagePrefix", "o.comments", sample="o.blSampleId")
            there = self._some("DataCollection o", f"{self._member('o')} AND ({of_member})")
            yield self._found(f"{self._text('g.comments', sample='g.blSampleId')} OR {there}")
        if self.single:
            yield self._sample("COALESCE(g.blSampleId, d.blSampleId)")
        if self._status in _RUN:
            yield Clause(self._some("DataCollection o", f"{self._member('o')} AND {_RUN[self._status]}"))
        elif self._status and (self.single or self._status != "processing"):
            yield self._processing()

    def of_others(self, kind):
        """Yield the conditions on robot actions, energy scans or spectra."""
        if self.single or self._kind not in (None, kind):
            yield names.NOTHING
        if "blSubSampleId" in self._arguments:
            column = SUB_SAMPLE_COLUMNS.get(kind)
            yield Clause(f"{column} = :f_sub", {"f_sub": self._arguments["blSubSampleId"]}) if column else names.NOTHING
        if self._status:
            yield Clause(_ROBOT[self._status]) if kind == "robot" and self._status in _ROBOT else names.NOTHING
        if "search" in self._arguments:
            yield self._found(self._text(REMARK_COLUMNS[kind], sample=SAMPLE_COLUMNS[kind]))
        yield self._sample(SAMPLE_COLUMNS[kind])

    def only_groups(self):
        """Return the joins with groups that are few, so that the database may begin with them."""
        joins = self._groups_of_sample(), self._groups_at_work()
        return Clause(" ".join(each.sql for each in joins), {**joins[0].params, **joins[1].params})

    def _groups_at_work(self):
        """Return the join with the groups that a program is at work on, by whichever way it is linked."""
        if self._status != "processing":
            return Clause()
        ways = (way for way in map(self._tx.part, _WAYS) if way)
        rows = " UNION ".join(f"SELECT pr.dataCollectionGroupId FROM ({way.sql}) pr WHERE {_AT_WORK}" for way in ways)
        return Clause(f"JOIN ({rows}) worked ON worked.dataCollectionGroupId = g.dataCollectionGroupId")

    def _groups_of_sample(self):
        """Return the join with the groups of a sample.  Some programs write it to the group, some to the collections."""
        in_group, in_collection = self._sample("fg.blSampleId"), self._sample("fd.blSampleId")
        if in_group is None:
            return Clause()
        sql = (
            f"JOIN (SELECT fg.dataCollectionGroupId FROM DataCollectionGroup fg WHERE {in_group.sql}"
            f" UNION SELECT fd.dataCollectionGroupId FROM DataCollection fd WHERE {in_collection.sql}) sampled"
            " ON sampled.dataCollectionGroupId = g.dataCollectionGroupId"
        )
        return Clause(sql, in_group.params)

    def _sample(self, column):
        """Return the condition on a sample, and on the protein in it; None if neither is asked for."""
        sql, params = [], {}
        if "blSampleId" in self._arguments:
            sql.append(f"{column} = :f_sample")
            params["f_sample"] = self._arguments["blSampleId"]
        if "proteinId" in self._arguments:
            sql.append(f"{column} IN ({_SAMPLES_OF_PROTEIN})")
            params["f_protein"] = self._arguments["proteinId"]
        return Clause(" AND ".join(sql), params) if sql else None

    def _text(self, *columns, sample):
        """Return that a text is part of one of these columns, or of the name of the sample behind ``sample``."""
        there = [f"{column} LIKE :f_search ESCAPE '!'" for column in columns]
        named = f"fn.blSampleId = {sample} AND fn.name LIKE :f_search ESCAPE '!'"
        return " OR ".join([*there, self._some("BLSample fn", named)])

    def _found(self, sql):
        return Clause(sql, {"f_search": like(self._arguments["search"])})

    def _processing(self):
        """Return that a program of the collection, or of one of the group, is that far; by whichever way they are linked."""
        ended = _PROCESSING[self._status]
        messages = self._tx.part("events.error_messages")
        if self._status == "processerror" and messages:
            ended += " OR " + _first(f"({messages.sql}) em", "em.autoProcProgramId = pr.autoProcProgramId")
        ways = (way for way in map(self._tx.part, _WAYS) if way)
        return Clause(" OR ".join(self._some(f"({way.sql}) pr", f"{self._member('pr')} AND ({ended})") for way in ways))

    def _member(self, alias):
        """Return that ``alias`` is this collection, or one of the group."""
        if self.single:
            return f"{alias}.dataCollectionId = d.dataCollectionId"
        return f"{alias}.dataCollectionGroupId = g.dataCollectionGroupId"

    def _some(self, source, condition):
        """Return that there is such a row: to find the first it is looked for row by row, to count all at once."""
        return (_exists if self._counting else _first)(source, condition)


def _exists(source, condition):
    """Return that there is such a row; MariaDB may begin with all those rows."""
    return f"EXISTS (SELECT 1 FROM {source} WHERE {condition})"


def _first(source, condition):
    """Return that there is such a row; MariaDB looks for one at a time."""
    return f"(SELECT 1 FROM {source} WHERE {condition} LIMIT 1) = 1"
