"""Record a run of a program as it goes along: its status, and parts of what it makes.

What arrives late does not undo what is final, and what is sent twice is there once.
"""

from ispyb_api.auth.writing import record
from ispyb_api.errors import Conflict, Invalid, NotFound
from ispyb_api.http.fields import moment
from ispyb_api.processing.recording import Recording
from ispyb_api.processing.repository import ProgramRepository
from ispyb_api.processing.repository_files import AttachmentRepository, with_urls
from ispyb_api.processing.repository_writing import ProcessingWrites, no_place
from ispyb_api.processing.statuses import RUNNING, status
from ispyb_api.processing.targets import Targets

_ONE = {"skip": 0, "limit": 2}


class Programs:
    """Runs, as one caller records them; their files are to be had below ``address``."""

    def __init__(self, tx, access, address=None):
        self._tx, self._access, self._address = tx, access, address
        self._targets, self._writes = Targets(tx, access), ProcessingWrites(tx)

    def change(self, program_id, given, unchanged=None):
        """Change what is known of a run, if it is ``unchanged`` since the caller read it; return it."""
        self._targets.of_program(program_id)
        if unchanged:
            unchanged(self._shown(program_id))
        state = self._writes.state(program_id)
        values, _ = self._writes.shortened(_forward(state, given))
        if values.keys() & {"processingStatus", "processingStartTime"}:
            meant = values.get("processingStatus", status(state["processingStatus"]))
            begun = {**state, **values}["processingStartTime"] is not None
            values["processingStatus"] = self._writes.status(meant, begun)
        self._writes.change_program(program_id, values)
        self._note("changed", program_id, given)
        return self._shown(program_id)

    def attach(self, program_id, rows):
        """Record files of a run; those that it has already stay as they are.  Return the ids of all."""
        self._targets.of_program(program_id)
        known = self._writes.files(program_id)
        new = {_file(row): row for row in rows if _file(row) not in known}
        made = self._recording(program_id).attachments(list(new.values()))
        self._note("attachments added", program_id, {"attachments": len(made)})
        known |= dict(zip(new, made, strict=True))
        return [{"autoProcProgramAttachmentId": known[_file(row)]} for row in rows]

    def change_file(self, file_id, given, unchanged):
        """Change what is known of a file of a run, if it is ``unchanged`` since the caller read it; return it."""
        absent = f"No attachment {file_id} of a processing."
        file = self._writes.file(file_id)
        if file is None:
            raise NotFound(absent)
        program_id = file.pop("autoProcProgramId")
        self._targets.of_program(program_id, absent)
        unchanged(self._file(file_id))
        known = self._writes.files(program_id)
        if known.get(_file({**file, **given}), file_id) != file_id:
            raise Conflict("The run has another file of this name in this folder.")
        self._writes.change_file(file_id, given)
        self._note("attachment changed", program_id, {"autoProcProgramAttachmentId": file_id, **given})
        return self._file(file_id)

    def say(self, program_id, rows):
        """Record messages of a run; return their ids."""
        self._targets.of_program(program_id)
        if not self._writes.has("AutoProcProgramMessage"):
            raise no_place("body")
        made = self._recording(program_id).messages(rows)
        self._note("messages added", program_id, {"messages": len(made)})
        return [{"autoProcProgramMessageId": number} for number in made]

    def integrate(self, program_id, rows):
        """Record sweeps that a run integrated; one that it has already, of the same images, is changed.  Return the ids."""
        mine = self._targets.of_program(program_id)
        named = {f"[{number}].dataCollectionId": [row["dataCollectionId"]] for number, row in enumerate(rows)}
        self._targets.check({"autoProcProgramId": list(mine), **named})
        made = self._merged(program_id, rows)
        self._note("integrations added", program_id, {"integrations": len(made)})
        return [{"autoProcIntegrationId": number} for number in made]

    def scale(self, program_id, rows):
        """Record scalings of what a run integrated; return the ids of each with those of its parts."""
        self._targets.of_program(program_id)
        known = [row["autoProcIntegrationId"] for row in self._writes.integrations(program_id)]
        members = [list(dict.fromkeys(row.get("autoProcIntegrationIds", known))) for row in rows]
        wrong = {
            f"[{number}].autoProcIntegrationIds": ["Must be integrations of this run, one at least."]
            for number, each in enumerate(members)
            if not each or set(each) - set(known)
        }
        if wrong:
            raise Invalid(errors=wrong)
        made = self._recording(program_id).scalings(rows, members)
        self._note("scalings added", program_id, {"scalings": len(made)})
        return made

    def _shown(self, program_id):
        """Return a run as GET shows it."""
        program = ProgramRepository(self._tx).get(program_id, self._access)
        with_urls(program["AutoProcProgramAttachment"], self._address)
        return program

    def _file(self, file_id):
        found = AttachmentRepository(self._tx).page({"autoProcProgramAttachmentId": file_id, **_ONE}, self._access)
        (file,) = with_urls(found["results"], self._address)
        return file

    def _merged(self, program_id, rows):
        """Change the integrations that are there, add the others; return the ids of all, in order."""
        known = _by_sweep(self._writes.integrations(program_id))
        keys = [_taken(known, row) for row in rows]
        recording = self._recording(program_id)
        new = [row for key, row in zip(keys, rows, strict=True) if key is None]
        made = iter(recording.integrations(new))
        old = [(number, key, row) for number, (key, row) in enumerate(zip(keys, rows, strict=True)) if key is not None]
        recording.replace(old)
        return [next(made) if key is None else key for key in keys]

    def _recording(self, program_id):
        return Recording(self._tx, program_id, whole=False)

    def _note(self, what, program_id, given):
        record(self._tx, self._access, f"processing {what}", f"processing {program_id}", given)


def _forward(state, given):
    """Return what of a change goes forward: begun once, ended once, and never running again."""
    values, before = dict(given), status(state["processingStatus"])
    if before is not RUNNING:
        late = values.pop("processingStatus", before) is RUNNING
        if late:
            values.pop("processingMessage", None)
    if state["processingStartTime"] is not None:
        values.pop("processingStartTime", None)
    ended, now = state["processingEndTime"], values.get("processingEndTime")
    if ended is not None and (now is None or moment(now) <= moment(ended)):
        values.pop("processingEndTime", None)
    return values


def _file(row):
    return row["filePath"], row["fileName"]


def _by_sweep(rows):
    """Return {(collection, first image, last image): [integration]}."""
    found = {}
    for row in rows:
        key = row["dataCollectionId"], row["startImageNumber"], row["endImageNumber"]
        found.setdefault(key, []).append(row["autoProcIntegrationId"])
    return found


def _taken(known, row):
    """Return the integration that is meant: of the same images, else one that was recorded before these were known."""
    sweep = row["dataCollectionId"]
    images = row.get("startImageNumber"), row.get("endImageNumber")
    for key in ((sweep, *images), (sweep, None, None)):
        if known.get(key):
            return known[key].pop(0)
    return None
