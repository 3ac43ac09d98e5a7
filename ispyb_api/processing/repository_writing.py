"""Write runs of programs and what they made.  The SQL is in sql/queries/processing/writing.sql.

Whatever there is of one kind goes into the database by one statement, so that a whole result takes a few.
"""

import contextlib
import re

from ispyb_api.db.changing import NO_PLACE
from ispyb_api.errors import Invalid
from ispyb_api.processing import statuses

_CUT = ("processingCommandLine", "processingMessage", "processingEnvironment")
_ROW = re.compile(r"\[(\d+)\]\.(.+)", re.S)


class ProcessingWrites:
    """The statements of one transaction; who may, its callers have asked."""

    def __init__(self, tx):
        self._tx = tx

    def has(self, table, column=None):
        """Tell whether the database has a table, or a column of it."""
        columns = self._tx.columns(table)
        return bool(columns) if column is None else column.lower() in columns

    def status(self, meaning, begun):
        """Return a status as this database writes it down."""
        return statuses.recorded(meaning, self._tx.columns("AutoProcProgram")["processingstatus"], begun)

    def longest(self, table, column):
        """Return how many characters a column takes, None if any number."""
        held = self._tx.columns(table).get(column.lower())
        return held.longest if held else None

    def shortened(self, values):
        """Return what is known of a run with the texts cut that are too long for their columns, and the names of these."""
        longest = {name: self.longest("AutoProcProgram", name) for name in _CUT if values.get(name)}
        cut = {name: shorter(values[name], most) for name, most in longest.items() if most and len(values[name]) > most}
        return {**values, **cut}, list(cut)

    def add_program(self, values):
        """Record a run; return its id."""
        return self._tx.add("processing.add_program", values)

    def state(self, program_id):
        """Return how far a run is: {processingStatus, processingStartTime, processingEndTime}."""
        return self._tx.one("processing.state_of_program", autoProcProgramId=program_id)

    def change_program(self, program_id, values):
        """Change columns of a run."""
        self._tx.change("processing.change_program", values, autoProcProgramId=program_id)

    def files(self, program_id):
        """Return the files that are recorded of a run, {(folder, name): id}."""
        rows = self._tx.all("processing.files_by_name", autoProcProgramId=program_id)
        return {(row["filePath"], row["fileName"]): row["autoProcProgramAttachmentId"] for row in rows}

    def file(self, file_id):
        """Return {autoProcProgramId, filePath, fileName} of a file, or None."""
        return self._tx.one("processing.file_of_program", autoProcProgramAttachmentId=file_id)

    def change_file(self, file_id, values):
        """Change columns of a file."""
        self._tx.change("processing.change_attachment", values, autoProcProgramAttachmentId=file_id)

    def integrations(self, program_id):
        """Return the sweeps that a run integrated."""
        return self._tx.all("processing.integrations_of_program", autoProcProgramId=program_id)

    def change_integration(self, integration_id, values, where):
        """Change columns of an integration."""
        with named(prefix=where):
            self._tx.change("processing.change_integration", values, autoProcIntegrationId=integration_id)

    def drop_workflows(self, integrations):
        """Forget which workflows integrations belong to."""
        self._tx.run("processing.drop_workflows", integrations=integrations)

    def add_attachments(self, program_id, rows, where):
        """Record files of a run; return their ids."""
        return self._add("processing.add_attachments", rows, where, autoProcProgramId=program_id)

    def add_messages(self, program_id, rows, where):
        """Record what a run had to say; return the messages' ids."""
        return self._add("processing.add_messages", rows, where, autoProcProgramId=program_id)

    def add_integrations(self, program_id, rows, where):
        """Record sweeps that a run integrated; return the integrations' ids."""
        return self._add("processing.add_integrations", rows, where, autoProcProgramId=program_id)

    def add_workflows(self, rows, where):
        """Note which workflows integrations belong to."""
        self._add("processing.add_workflows", rows, where)

    def add_solutions(self, program_id, rows, where):
        """Record the cells and space groups of scalings; return the rows' ids."""
        return self._add("processing.add_solutions", rows, where, autoProcProgramId=program_id)

    def add_scalings(self, rows, where):
        """Record data that were scaled together; return the scalings' ids."""
        return self._add("processing.add_scalings", rows, where)

    def add_shells(self, rows, where):
        """Record shells of scalings; return their ids."""
        return self._add("processing.add_shells", [self._spelt(row) for row in rows], where)

    def link(self, pairs):
        """Note which integrations went into which scalings, given as (scaling, integration)."""
        rows = [{"autoProcScalingId": scaling, "autoProcIntegrationId": each} for scaling, each in pairs]
        self._add("processing.add_scaled_integrations", rows, "[{}]".format)

    def add_job(self, values, parameters, sweeps, where):
        """Record a job; return its id.  ``where`` is what its fields' names begin with in the request."""
        with named(prefix=where):
            job_id = self._tx.add("processing.add_job", values)
        parts = {"ProcessingJobParameters": parameters, "ProcessingJobImageSweeps": sweeps}
        add_parts = ("processing.add_job_parameters", "processing.add_job_sweeps")
        for query, (name, rows) in zip(add_parts, parts.items(), strict=True):
            self._add(query, rows, f"{where}{name}[{{}}]".format, processingJobId=job_id)
        return job_id

    def _add(self, query, rows, where, **values):
        with named(where):
            return self._tx.add_all(query, alike(rows), **values) if rows else []

    def _spelt(self, shell):
        """Return a shell with the name that this database has for its anomalous correlation."""
        if "ccAnomalous" not in shell or self.has("AutoProcScalingStatistics", "ccAnomalous"):
            return shell
        return {("ccAno" if name == "ccAnomalous" else name): value for name, value in shell.items()}


def shorter(text, longest):
    """Return a text cut to fit, with dots where something is missing."""
    return text if len(text) <= longest else text[: longest - 3] + "..."


def alike(rows):
    """Return rows with the same columns, so that one statement takes them all; what one lacks is null."""
    names = dict.fromkeys(name for row in rows for name in row)
    return [{name: row.get(name) for name in names} for row in rows]


@contextlib.contextmanager
def named(where=None, prefix=""):
    """Name what cannot be held by its place in the request: rows by ``where(row)``, other fields behind ``prefix``."""
    try:
        yield
    except Invalid as exc:
        found = {_placed(where, prefix, name): each for name, each in exc.errors.items()}
        raise Invalid(str(exc), errors=found) from None


def no_place(*names):
    """Return what to raise where the database has no place for fields."""
    return Invalid("Not everything can be stored; each such field is named.", errors={name: [NO_PLACE] for name in names})  # fmt: skip


def _placed(where, prefix, name):
    match = _ROW.fullmatch(name) if where else None
    return f"{where(int(match[1]))}.{match[2]}" if match else f"{prefix}{name}"
