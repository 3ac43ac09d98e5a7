"""Paths of files that the database records.  The SQL is in sql/queries/files/."""

from ispyb_api.errors import NotFound


class PictureRepository:
    def __init__(self, tx):
        self._tx = tx

    def of_collection(self, collection_id, access, image_number=None):
        """Return the paths of the pictures of a data collection and of one of its images, by column."""
        visible = {"visible": access.measured("dc", "g.dataCollectionGroupId", "g.sessionId")}
        found = self._tx.one("files.pictures", visible, dataCollectionId=collection_id, number=image_number)
        if found is None:
            raise NotFound(f"No data collection {collection_id}.")
        return found
