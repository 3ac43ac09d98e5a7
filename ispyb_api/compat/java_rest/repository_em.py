"""Electron microscopy.  The SQL is in sql/queries/java_rest/em.sql."""

from ispyb_api.compat.java_rest.joining import by
from ispyb_api.compat.java_rest.repository_groups import Groups


class Microscopy:
    """What microscopes recorded for the proposal and the caller may see."""

    def __init__(self, call):
        self._call = call
        self._slots = {"visible": call.access.measured("dc", "g.dataCollectionGroupId", "s.sessionId")}

    def of_sessions(self, sessions):
        """Return the groups of some sessions, each with how far its grid squares are."""
        rows = Groups(self._call).of_sessions(sessions)
        members = {
            id(row): [int(each) for each in (row["dataCollectionIdList"] or "").split(",") if each] for row in rows
        }
        everyone = [each for ids in members.values() for each in ids]
        counted = self._counted(everyone)
        for row in rows:
            row["stats"] = [counted[each] for each in members[id(row)]]
        return rows

    def grid_squares(self, collections):
        """Return how far some collections are."""
        return self._far("java_rest.collections_among", collections=collections)

    def grid_squares_of_group(self, group):
        """Return how far the collections of a group are."""
        return self._far("java_rest.collections_of_group", dataCollectionGroupId=group)

    def movies(self, collection):
        """Return the movies of a collection."""
        return self._all("java_rest.movies", dataCollectionId=collection)

    def movies_of_session(self, session):
        """Return the movies of a session."""
        return self._all("java_rest.movies_of_session", sessionId=session)

    def classifications(self, session):
        """Return the classes of particles of a session."""
        return self._all("java_rest.classifications_of_session", sessionId=session)

    def collection_of(self, movie):
        """Return the collection that a movie is of, 0 if there is no such movie."""
        return self._call.tx.value("java_rest.collection_of_movie", movieId=movie) or 0

    def file(self, collection, movie, column):
        """Return the path of a movie's file: empty where none is recorded, None where there is no such movie."""
        found = self._all("java_rest.files_of_movie", dataCollectionId=collection, movieId=movie)
        return (found[0][column] or "") if found else None

    def picture_of_class(self, classification):
        """Return the path of the picture of a class of particles, likewise."""
        found = self._all("java_rest.file_of_classification", particleClassificationId=classification)
        return (found[0]["classImageFullPath"] or "") if found else None

    def _far(self, query, **values):
        return list(self._counted([row["dataCollectionId"] for row in self._all(query, **values)]).values())

    def _counted(self, collections):
        """Return how many movies there are of each of these collections, and how many were corrected."""
        found = by(self._call.tx.all("java_rest.grid_squares", collections=collections), "dataCollectionId")
        return {each: found.get(each, [{"dataCollectionId": each}])[0] for each in collections}

    def _all(self, query, **values):
        return self._call.tx.all(query, self._slots, proposalId=self._call.proposal_id, **values)
