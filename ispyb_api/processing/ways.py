"""Which programs and characterisations belong to which data collections, and which of them the caller may see.

A program is found by what it integrated, by the collection that it names, or by its job's collection; which of these
ways there are differs between databases.  Whoever may see one of the collections may see the program.
"""

from ispyb_api.db.listing import conjunction
from ispyb_api.db.queries import Clause
from ispyb_api.processing import scopes

_PROGRAMS = (
    "processing.programs_by_integration",
    "processing.programs_by_collection",
    "processing.programs_by_job",
)
_JOBS = ("processing.jobs_by_collection", "processing.jobs_by_sweep")
_SCREENINGS = ("processing.screenings_by_collection", "processing.screenings_by_group")


def programs_of(tx, collections):
    """Return the rows (autoProcProgramId, dataCollectionId, processingPrograms, processingStatus) of some collections."""
    where = conjunction(Clause("d.dataCollectionId IN (:collections)", {"collections": collections}))
    return _union(tx, _PROGRAMS, where=where)


def collections_of_program(tx, program_id):
    """Return the data collections that a run worked on."""
    narrow = conjunction(Clause("pg.autoProcProgramId = :n_program", {"n_program": program_id}))
    rows = tx.all("processing.collections_of_program", {"union": also(_union(tx, _PROGRAMS, where=narrow))})
    return [row["dataCollectionId"] for row in rows]


def programs_within(tx, **slots):
    """Return the same of all collections that the slots leave."""
    return _union(tx, _PROGRAMS, **slots)


def seen_programs(tx, access, column, arguments, narrow=None):
    """Return the join that leaves the programs of the collections that are asked for, and that the caller may see.

    ``narrow`` is a condition on ``pg.autoProcProgramId`` that the caller knows to hold for what is looked for.
    """
    return _seen(tx, _PROGRAMS, "autoProcProgramId", access, column, arguments, narrow)


def seen_screenings(tx, access, column, arguments, narrow=None):
    """Return the same for characterisations; ``narrow`` is a condition on ``sn.screeningId``."""
    return _seen(tx, _SCREENINGS, "screeningId", access, column, arguments, narrow)


def seen_jobs(tx, access, column, arguments, narrow=None):
    """Return the same for jobs; ``narrow`` is a condition on ``pj.processingJobId``."""
    return _seen(tx, _JOBS, "processingJobId", access, column, arguments, narrow)


def seen_collections(tx, access, collections):
    """Return those of some data collections that the caller may see."""
    slots = {"visible": visible(access)}
    return [row["dataCollectionId"] for row in tx.all("processing.collections", slots, collections=collections)]


def visible(access):
    """Return the join that leaves the collections the caller may see."""
    return access.measured("dc", "g.dataCollectionGroupId", "g.sessionId")


def also(clause):
    """Return the clause for a slot that takes further rows."""
    return Clause(f"UNION\n{clause.sql}", clause.params)


def filled(part, **slots):
    """Return a part with its slots filled."""
    sql, params = part.sql, dict(part.params)
    for name, clause in slots.items():
        sql = sql.replace(f"/*{name}*/", clause.sql)
        params |= clause.params
    return Clause(sql, params)


def _seen(tx, ways, key, access, column, arguments, narrow=None):
    mine, conditions = scopes.visible(tx, access, arguments), scopes.conditions(arguments)
    if not mine.sql and not conditions:
        return Clause()
    rows = _union(tx, ways, visible=mine, where=conjunction(*conditions, narrow))
    sql = f"JOIN (SELECT DISTINCT way.{key} FROM ({rows.sql}) way) seen ON seen.{key} = {column}"
    return Clause(sql, rows.params)


def _union(tx, ways, **slots):
    found = [filled(part, **slots) for part in map(tx.part, ways) if part]
    return Clause(
        "\n UNION\n".join(each.sql for each in found), {k: v for each in found for k, v in each.params.items()}
    )
