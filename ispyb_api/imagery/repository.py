"""Where images and other data files are, as the database records it.  The SQL is in sql/queries/imagery/."""

import os

from ispyb_api.db.listing import conjunction
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound

_WAYS = {
    "imagery.programs_by_integration": ("where", "ai.autoProcProgramId"),
    "imagery.programs_by_collection": ("where_program", "pg.autoProcProgramId"),
    "imagery.programs_by_job": ("where_program", "pg.autoProcProgramId"),
}
_OF_FILE = "{} IN (SELECT na.autoProcProgramId FROM AutoProcProgramAttachment na WHERE na.autoProcProgramAttachmentId = :n_file)"


class DataFileRepository:
    def __init__(self, tx, access):
        self._tx, self._access = tx, access

    def images(self, collection_id):
        """Return where the images of a data collection are, and how they were taken."""
        visible = {"visible": self._access.measured("dc", "g.dataCollectionGroupId", "g.sessionId")}
        found = self._tx.one("imagery.images_of_collection", visible, dataCollectionId=collection_id)
        if found is None:
            raise NotFound(f"No data collection {collection_id}.")
        return found

    def of_robot_action(self, action_id):
        """Return the path of the file that is recorded with an action of the sample changer."""
        visible = {"visible": self._access.measured("robot", "ra.robotActionId", "ra.blsessionId")}
        found = self._tx.one("imagery.file_of_robot_action", visible, robotActionId=action_id)
        if found is None:
            raise NotFound(f"No robot action {action_id}.")
        return found["path"]

    def of_program(self, file_id):
        """Return the path of a file that a run left, None if it is not recorded."""
        key = {"autoProcProgramAttachmentId": file_id}
        found = self._tx.one("imagery.file_of_program", {"union": self._programs(file_id)}, **key)
        if found is None:
            raise NotFound(f"No attachment {file_id} of a processing.")
        folder, name = found["filePath"], found["fileName"]
        return os.path.join(folder, name) if folder and name else None

    def _programs(self, file_id):
        visible = self._access.measured("dc", "g.dataCollectionGroupId", "g.sessionId")
        rows, values = [], {"n_file": file_id, **visible.params}
        for name, (slot, column) in _WAYS.items():
            if part := self._tx.part(name):
                where = conjunction(Clause(_OF_FILE.format(column), {}))
                rows.append(part.sql.replace("/*visible*/", visible.sql).replace(f"/*{slot}*/", where.sql))
        return Clause("".join(f"UNION\n{each}\n" for each in rows), values)
