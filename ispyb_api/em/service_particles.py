"""Record runs of particle picking and of classification, as they go on.

They belong to the session of what they began with, else to that of the run of their program.  A run of picking is the same one again
if it began with the same corrected movie and is of the same run; one of classification by its picker, run, kind and batch.
"""

from ispyb_api.auth.permissions import Permission
from ispyb_api.auth.writing import record
from ispyb_api.em.classes import Classes
from ispyb_api.em.recording import Recorder, single
from ispyb_api.em.repository_particles import ParticleRepository
from ispyb_api.em.repository_particles_writing import CLASS, CLASSIFICATION, PICKER, ParticleRecordingRepository
from ispyb_api.em.upserting import refuse, store

_KEY = ("programId", "particlePickerId", "type", "batchNumber")


class _OfRuns(Recorder):
    def __init__(self, tx, access):
        super().__init__(tx, access)
        self._particles, self._shown = ParticleRecordingRepository(tx), ParticleRepository(tx)

    def _session(self, field, session_id, given, what):
        """Return the session that the parent named by ``field`` belongs to, or without one the run's; the run has to fit."""
        run = given.get("programId")
        if given.get(field) is None:
            return self.session(self._particles.session_of_run(run), Permission.INGEST_PROC, "programId", what)
        session = self.session(session_id, Permission.INGEST_PROC, field, what)
        refuse(self.run_faults(session, {"programId": run}))
        return session

    def _session_of_picker(self, picker_id):
        parents = self._particles.parents_of_picker(picker_id) or {}
        if parents.get("movieId") is not None:
            return self._found.session_of_movie(parents["movieId"])
        return self._particles.session_of_run(parents.get("programId"))

    def _session_of_group(self, group_id):
        parents = self._particles.parents_of_classification(group_id) or {}
        if parents.get("particlePickerId") is not None:
            return self._session_of_picker(parents["particlePickerId"])
        return self._particles.session_of_run(parents.get("programId"))

    def _changed(self, kind, row_id, given, what):
        self._tx.change(kind.change, given, changed=[row_id])
        record(self._tx, self._access, f"{what} changed", f"{what} {row_id}", given)


class Pickers(_OfRuns):
    def add(self, given):
        """Record a run of picking; return it, and whether it is new."""
        correction_id = given.get("firstMotionCorrectionId")
        of_movie = self._found.session_of_movie(self._found.movie_of_correction(correction_id))
        self._session("firstMotionCorrectionId", of_movie, given, "motion correction")
        there = self._particles.picker(given.get("programId"), correction_id)
        with single():
            (number,) = store(self._tx, PICKER, [given], [there])
        record(self._tx, self._access, "particle picker recorded", f"particle picker {number}", given)
        return self._shown.picker(number, self._access), there is None

    def change(self, picker_id, given, unchanged=None):
        """Change a run of picking, if it is ``unchanged`` since the caller read it; return it."""
        self.session(self._session_of_picker(picker_id), Permission.INGEST_PROC, what="particle picker")
        if unchanged:
            unchanged(self._shown.picker(picker_id, self._access))
        self._changed(PICKER, picker_id, given, "particle picker")
        return self._shown.picker(picker_id, self._access)


class Classifications(_OfRuns):
    def add(self, given):
        """Record a run of classification, with the classes that are known; return it, and whether it is new."""
        values = dict(given)
        classes = values.pop("classes", None)
        session_id = self._session_of_picker(values.get("particlePickerId"))
        session = self._session("particlePickerId", session_id, values, "particle picker")
        there = self._particles.classification({name: values.get(name) for name in _KEY})
        with single():
            (number,) = store(self._tx, CLASSIFICATION, [values], [there])
        if classes:
            self._classes(session, number, "classes").store(classes)
        record(self._tx, self._access, "classification recorded", f"classification {number}", given)
        return self._shown.classification(number, self._access), there is None

    def change(self, group_id, given, unchanged=None):
        """Change a run of classification, if it is ``unchanged`` since the caller read it; return it."""
        self.session(self._session_of_group(group_id), Permission.INGEST_PROC, what="classification")
        if unchanged:
            unchanged(self._shown.classification(group_id, self._access))
        self._changed(CLASSIFICATION, group_id, given, "classification")
        return self._shown.classification(group_id, self._access)

    def add_classes(self, group_id, rows):
        """Record classes of a run; return them in the order of their rows."""
        session = self.session(self._session_of_group(group_id), Permission.INGEST_PROC, what="classification")
        ids = self._classes(session, group_id, "").store(rows)
        made = {"particleClassificationIds": ids}
        record(self._tx, self._access, "classes recorded", f"classification {group_id}", made)
        return self._shown.some_classes(group_id, ids, self._access)

    def change_class(self, class_id, given, unchanged=None):
        """Change a class, if it is ``unchanged`` since the caller read it; return it."""
        group_id = self._particles.group_of_class(class_id)
        self.session(self._session_of_group(group_id), Permission.INGEST_PROC, what="class")
        if unchanged:
            unchanged(self._shown.particle_class(class_id, self._access))
        self._changed(CLASS, class_id, given, "class")
        return self._shown.particle_class(class_id, self._access)

    def _classes(self, session, group_id, where):
        def is_ours(other):
            return other == group_id or self._found.is_of(self._session_of_group(other), session["proposalId"])

        return Classes(self._tx, group_id, where, is_ours)
