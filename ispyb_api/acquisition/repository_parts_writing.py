"""Write the parts of data collections.  The SQL is in sql/queries/acquisition/: grids.sql, positions.sql, files.sql."""


class PartWrites:
    """The statements of one transaction; who may, its callers have asked."""

    def __init__(self, tx):
        self._tx = tx

    # --- grids

    @property
    def grids_name_collections(self):
        """Tell whether this database keeps which collection scanned a grid, not only of which group."""
        return "datacollectionid" in self._tx.columns("GridInfo")

    def group_of_collection(self, collection_id):
        return self._tx.value("acquisition.group_of_collection", dataCollectionId=collection_id)

    def group_of_grid(self, grid_id):
        """Return {dataCollectionGroupId, sessionId} of a grid, or None."""
        return self._tx.one("acquisition.group_of_grid", gridInfoId=grid_id)

    def add_grid(self, group_id, collection_id, values):
        of = {"dataCollectionId": collection_id} if self.grids_name_collections else {}
        return self._tx.add("acquisition.add_grid", {**values, **of}, dataCollectionGroupId=group_id)

    def change_grid(self, grid_id, values):
        self._tx.change("acquisition.change_grid", values, gridInfoId=grid_id)

    def columns_of_scale(self, pixels, microns, sent):
        """Return the columns for a picture's scale, of which one family has pixels for a micrometre, the other the reverse.

        Raise ValueError if the two that were ``sent`` contradict one another.
        """
        one, other = sent.get(pixels), sent.get(microns)
        if one and other and abs(one * other - 1) > 0.01:
            raise ValueError(f"Contradicts {microns}: one is the reverse of the other.")
        per_micron = one or (1 / other if other else None)
        values = {pixels: per_micron, microns: 1 / per_micron if per_micron else None}
        return {name: value for name, value in values.items() if name.lower() in self._tx.columns("GridInfo")}

    def workflow_of_mesh(self, mesh_id):
        """Return the workflow that a mesh is a result of; None if there is no such mesh, or this database has none."""
        if not self._tx.part("acquisition.workflow_of_mesh"):
            return None
        return self._tx.value("acquisition.workflow_of_mesh", workflowMeshId=mesh_id)

    # --- positions

    def positions(self, collection_id, visible):
        """Return where a collection that is visible was made, or None."""
        return self._tx.one("acquisition.positions_of_collection", {"visible": visible}, dataCollectionId=collection_id)

    def add_position(self, values):
        return self._tx.add("acquisition.add_position", values)

    def add_motor_position(self, values):
        return self._tx.add("acquisition.add_motor_position", values)

    # --- files

    def file(self, collection_id, path):
        """Return the row of a file that is recorded with a collection, or None."""
        return self._tx.value("acquisition.file_of_collection", dataCollectionId=collection_id, fileFullPath=path)

    def owner_of_file(self, file_id):
        """Return {dataCollectionId} of a file, or None."""
        return self._tx.one("acquisition.owner_of_file", dataCollectionFileAttachmentId=file_id)

    def change_file(self, file_id, values):
        """Change columns of a file."""
        self._tx.change("acquisition.change_collection_file", values, dataCollectionFileAttachmentId=file_id)

    def add_file(self, collection_id, path, values):
        return self._tx.add(
            "acquisition.add_collection_file", values, dataCollectionId=collection_id, fileFullPath=path
        )
