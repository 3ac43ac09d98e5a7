"""Files that runs left, in the database.  The SQL is in sql/queries/processing/."""

import os

from ispyb_api.db.listing import Listing
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound
from ispyb_api.processing import ways

MOST = 500  # files of a run that are shown with it

ATTACHMENTS = Listing(
    filters={
        "autoProcProgramId": ("a.autoProcProgramId", "eq"),
        "autoProcProgramAttachmentId": ("a.autoProcProgramAttachmentId", "eq"),
        "processingPrograms": ("pg.processingPrograms", "eq"),
        "fileType": ("a.fileType", "eq"),
    },
    sorts={"autoProcProgramAttachmentId": "a.autoProcProgramAttachmentId"},
    default_sort="autoProcProgramAttachmentId",
    tie_breaker="a.autoProcProgramAttachmentId",
)

# A file that is looked for by its own id has one run: there is no need to find all that the caller may see.
_OF_FILE = "pg.autoProcProgramId IN (SELECT na.autoProcProgramId FROM AutoProcProgramAttachment na WHERE na.autoProcProgramAttachmentId = :n_attachment)"


class AttachmentRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the files that runs left."""
        names = "processing.list_attachments", "processing.count_attachments"
        return ATTACHMENTS.read(self._tx, *names, arguments, visible=self._seen(arguments, access))

    def path(self, attachment_id, access):
        """Return where a file is, None if that is not recorded."""
        visible = {"visible": self._seen({"autoProcProgramAttachmentId": attachment_id}, access)}
        name = "processing.path_of_attachment"
        found = self._tx.one(name, visible, autoProcProgramAttachmentId=attachment_id)
        if found is None:
            raise NotFound(f"No attachment {attachment_id} of a processing.")
        folder, file = found["filePath"], found["fileName"]
        return os.path.join(folder, file) if folder and file else None

    def files(self, program_id, access):
        """Return where the files of a run are, and which were deleted."""
        narrow = Clause("pg.autoProcProgramId = :n_program", {"n_program": program_id})
        visible = ways.seen_programs(self._tx, access, "a.autoProcProgramId", {}, narrow)
        return self._tx.all("processing.files_of_program", {"visible": visible}, autoProcProgramId=program_id)

    def of_program(self, program_id):
        """Return the files of a run that the caller is known to see."""
        asked = {"autoProcProgramId": program_id, "skip": 0, "limit": MOST}
        return self._tx.all("processing.list_attachments", ATTACHMENTS.slots(asked))

    def _seen(self, arguments, access):
        narrow = Clause()
        if "autoProcProgramAttachmentId" in arguments:
            narrow = Clause(_OF_FILE, {"n_attachment": arguments["autoProcProgramAttachmentId"]})
        elif "autoProcProgramId" in arguments:
            narrow = Clause("pg.autoProcProgramId = :n_program", {"n_program": arguments["autoProcProgramId"]})
        return ways.seen_programs(self._tx, access, "a.autoProcProgramId", arguments, narrow)


def with_urls(files, folder):
    """Return files that say where they are fetched: below ``folder``."""
    for file in files:
        file["_metadata"] = {"url": f"{folder}/{file['autoProcProgramAttachmentId']}"}
    return files
