"""Runs of programs in the database, with what they made.  The SQL is in sql/queries/processing/."""

from collections import defaultdict

from ispyb_api.db.listing import Listing
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound
from ispyb_api.processing import ways
from ispyb_api.processing.repository_files import AttachmentRepository
from ispyb_api.processing.statuses import status

PROGRAMS = Listing(
    filters={"processingPrograms": ("pg.processingPrograms", "eq")},
    sorts={"autoProcProgramId": "pg.autoProcProgramId"},
    default_sort="-autoProcProgramId",
    tie_breaker="pg.autoProcProgramId",
)

# Not EXISTS: the database shall walk the programs and look at each, not begin with all integrations.
_FIRST_INTEGRATION = "(SELECT 1 FROM AutoProcIntegration hi WHERE hi.autoProcProgramId = pg.autoProcProgramId LIMIT 1)"
_INTEGRATED, _OTHERS = Clause(f"{_FIRST_INTEGRATION} = 1"), Clause(f"{_FIRST_INTEGRATION} IS NULL")

_MORE_PARTS = (
    "processing.messages_of_programs",
    "processing.parameters_of_programs",
    "processing.sweeps_of_programs",
)


class ProgramRepository:
    def __init__(self, tx):
        self._tx = tx

    def integrations(self, arguments, access):
        """Return one page of the runs that integrated something, with what came of it."""
        page, parts = self._page(arguments, access, _INTEGRATED)
        for program in page["results"]:
            program["AutoProcIntegration"] = _integrations(program["autoProcProgramId"], parts)
        return page

    def others(self, arguments, access):
        """Return one page of the runs that integrated nothing."""
        return self._page(arguments, access, _OTHERS)[0]

    def get(self, program_id, access):
        """Return one run, with what came of it and the files that it left."""
        narrow = Clause("pg.autoProcProgramId = :n_program", {"n_program": program_id})
        page, parts = self._page({"skip": 0, "limit": 1}, access, narrow, narrow)
        if not page["results"]:
            raise NotFound(f"No run {program_id} of a program.")
        program = page["results"][0]
        program["AutoProcIntegration"] = _integrations(program_id, parts)
        program["AutoProcProgramAttachment"] = AttachmentRepository(self._tx).of_program(program_id)
        return program

    def _page(self, arguments, access, which, narrow=None):
        visible = ways.seen_programs(self._tx, access, "pg.autoProcProgramId", arguments, narrow)
        names = "processing.list_programs", "processing.count_programs"
        page = PROGRAMS.read(self._tx, *names, arguments, which, visible=visible)
        parts = self._parts([program["autoProcProgramId"] for program in page["results"]], access)
        for program in page["results"]:
            _complete(program, parts)
        return page, parts

    def _parts(self, programs, access):
        """Return what belongs to the runs: {kind: {id of what it belongs to: [part]}}."""
        found = defaultdict(lambda: defaultdict(list))
        if programs:
            more = [part.sql for name in _MORE_PARTS if (part := self._tx.part(name, programs=programs))]
            union = Clause("".join(f"\n UNION\n{sql}" for sql in more), {"programs": programs} if more else {})
            slots = {"union": union, "visible": ways.visible(access)}
            for row in self._tx.all("processing.parts_of_programs", slots, programs=programs):
                found[row["kind"]][row["parentId"]].append(row.get(row["kind"], row["id"]))
        return found


def _complete(program, parts):
    """Add what every run has: the meaning of its status, its job's parameters, its messages."""
    number = program["autoProcProgramId"]
    program["processingStatus"] = status(program["processingStatus"])
    if program["ProcessingJob"]:
        program["ProcessingJob"]["ProcessingJobParameters"] = parts["parameter"][number]
    program["_metadata"]["imageSweepCount"] = sum(parts["sweeps"][number])
    program["_metadata"]["autoProcProgramMessages"] = parts["message"][number]


def _integrations(program, parts):
    """Return a run's integrations, each with the scalings it went into; one scaling may join several integrations."""
    found, together = parts["integration"][program], defaultdict(list)
    for integration in found:
        number = integration["autoProcIntegrationId"]
        scalings = [scaling for scaling in parts["scaling"][number] if scaling]
        integration["AutoProcScalingHasInt"] = [{"AutoProcScaling": scaling} for scaling in scalings]
        for scaling in scalings:
            together[scaling["autoProcScalingId"]].append(number)
            scaling["AutoProcScalingStatistics"] = parts["shell"][scaling["autoProcScalingId"]]
            scaling["_metadata"] = {"autoProcIntegrationIds": together[scaling["autoProcScalingId"]]}
    return found
