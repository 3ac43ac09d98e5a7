"""Record the parts of data collections: grids, positions, files."""

from ispyb_api.acquisition import grids
from ispyb_api.acquisition.repository import CollectionRepository, GroupRepository
from ispyb_api.acquisition.repository_images import visible
from ispyb_api.acquisition.repository_parts_writing import PartWrites
from ispyb_api.acquisition.service import Recorder
from ispyb_api.auth.writing import record
from ispyb_api.errors import Conflict, Invalid, NotFound

_SNAPSHOTS = [f"xtalSnapshotFullPath{number}" for number in (1, 2, 3, 4)]
_MOTORS = {"startPosition": "startPositionId", "endPosition": "endPositionId"}


class _Parts(Recorder):
    def __init__(self, tx, access):
        super().__init__(tx, access)
        self._parts = PartWrites(tx)

    def _recorded(self, what, collection_id, given):
        record(self._tx, self._access, what, f"collection {collection_id}", given)

    def _collection(self, collection_id, name=None):
        """Return the session of a data collection to record about; one that is not there may be a field's fault."""
        return self.session(self._writes.session_of_collection(collection_id), name)


class Grids(_Parts):
    def put(self, collection_id, given):
        """Record the grid that a collection scans, or change it where there is one; return it, and whether it is new."""
        session = self.session_of_collection(collection_id)
        values = self._scaled(self._of_proposal(session, given))
        group_id = self._parts.group_of_collection(collection_id)
        there = [row for row in self._of(group_id) if self._is_its(row, collection_id)]
        if there:
            grid_id = there[0]["gridInfoId"]
            self._parts.change_grid(grid_id, values)
        else:
            grid_id = self._parts.add_grid(group_id, collection_id, values)
        self._recorded("grid changed" if there else "grid added", collection_id, given)
        return self._get(group_id, grid_id), not there

    def change(self, grid_id, given, unchanged):
        """Change a grid, if it is ``unchanged`` since the caller read it; return it."""
        owner = self._parts.group_of_grid(grid_id)
        session = self.session(owner and owner["sessionId"], what=f"grid {grid_id}")
        unchanged(self._get(owner["dataCollectionGroupId"], grid_id))
        self._parts.change_grid(grid_id, self._scaled(self._of_proposal(session, given)))
        record(self._tx, self._access, "grid changed", f"grid {grid_id}", given)
        return self._get(owner["dataCollectionGroupId"], grid_id)

    def get(self, grid_id):
        """Return a grid, if the caller sees its group."""
        try:
            if owner := self._parts.group_of_grid(grid_id):
                GroupRepository(self._tx).get(owner["dataCollectionGroupId"], self._access)
                return self._get(owner["dataCollectionGroupId"], grid_id)
        except NotFound:
            pass
        raise NotFound(f"No grid {grid_id}.")

    def _is_its(self, row, collection_id):
        """Tell whether a grid of a group is a collection's; one family knows the group only."""
        return row["dataCollectionId"] == (collection_id if self._parts.grids_name_collections else None)

    def _of(self, group_id):
        return grids.of_groups(self._tx, [group_id])[group_id]

    def _get(self, group_id, grid_id):
        return next(row for row in self._of(group_id) if row["gridInfoId"] == grid_id)

    def _of_proposal(self, session, given):
        """Refuse a mesh of another proposal's workflow."""
        mesh = given.get("workflowMeshId")
        if mesh is not None:
            workflow = self._parts.workflow_of_mesh(mesh)
            if workflow is None or self._writes.is_workflow_of_others(workflow, session["proposalId"]):
                raise Invalid(errors={"workflowMeshId": [f"No mesh of a workflow of {session['proposal']}."]})
        return given

    def _scaled(self, given):
        """Return the values with the picture's scale in all columns that this database has for it."""
        values, errors = dict(given), {}
        for axis in "XY":
            names = f"pixelsPerMicron{axis}", f"micronsPerPixel{axis}"
            sent = {name: values.pop(name) for name in names if name in values}
            if sent:
                try:
                    values |= self._parts.columns_of_scale(*names, sent)
                except ValueError as exc:
                    errors[names[0]] = [str(exc)]
        if errors:
            raise Invalid(errors=errors)
        return values


class Positions(_Parts):
    def put(self, collection_id, given, unchanged):
        """Record where a collection was made, if that is ``unchanged`` since the caller read it; return it."""
        self.session_of_collection(collection_id)
        before = self._parts.positions(collection_id, visible(self._access))
        unchanged(before)
        columns = {name: self._row(part, before[part], given[part]) for part, name in self._columns(given)}
        if columns:
            self._writes.change_collection(collection_id, columns)
        self._recorded("positions recorded", collection_id, given)
        return self._parts.positions(collection_id, visible(self._access))

    def get(self, collection_id):
        """Return where a collection was made."""
        found = self._parts.positions(collection_id, visible(self._access))
        if found is None:
            raise NotFound(f"No data collection {collection_id}.")
        return found

    @staticmethod
    def _columns(given):
        columns = {"Position": "positionId", **_MOTORS}
        return [(part, columns[part]) for part in columns if part in given]

    def _row(self, part, before, given):
        """Return the row that holds a position: a new one if it differs, since the old one may be another's as well."""
        if given is None:
            return None
        key = "motorPositionId" if part in _MOTORS else "positionId"
        known = {name: value for name, value in (before or {}).items() if name != key}
        if before and {**known, **given} == known:
            return before[key]
        add = self._parts.add_motor_position if part in _MOTORS else self._parts.add_position
        return add({**known, **given})


class Files(_Parts):
    def add(self, given):
        """Record a file of a collection, unless it is recorded already; return its row's id, and whether it is new."""
        values = dict(given)
        collection_id, path = values.pop("dataCollectionId"), values.pop("fileFullPath")
        self._collection(collection_id, "dataCollectionId")
        there = self._parts.file(collection_id, path)
        if there is not None:
            return there, False
        file_id = self._parts.add_file(collection_id, path, values)
        self._recorded("file recorded", collection_id, given)
        return file_id, True

    def change(self, file_id, given, unchanged):
        """Change what is known of a file of a collection, if it is ``unchanged`` since the caller read it."""
        owner = self._parts.owner_of_file(file_id)
        collection_id = owner and owner["dataCollectionId"]
        session = collection_id and self._writes.session_of_collection(collection_id)
        self.session(session, what=f"attachment {file_id} of a data collection")
        unchanged()
        path = given.get("fileFullPath")
        if path and self._parts.file(collection_id, path) not in (None, file_id):
            raise Conflict("The data collection has another row for this file.")
        self._parts.change_file(file_id, given)
        self._recorded("file changed", collection_id, {"dataCollectionFileAttachmentId": file_id, **given})

    def put_snapshots(self, collection_id, paths, unchanged):
        """Replace the pictures of a collection's crystal, if it is ``unchanged`` since the caller read it."""
        self.session_of_collection(collection_id)
        unchanged(CollectionRepository(self._tx).get(collection_id, self._access))
        self._writes.change_collection(
            collection_id, dict(zip(_SNAPSHOTS, [*paths, *[None] * (4 - len(paths))], strict=True))
        )
        self._recorded("snapshots recorded", collection_id, {"paths": paths})
