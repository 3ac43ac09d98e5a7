"""Look for particles and classes that were recorded before, and for whose they are.  The SQL is in writing_particles.sql."""

from ispyb_api.db.listing import conjunction
from ispyb_api.db.queries import Clause
from ispyb_api.em.upserting import Kind
from ispyb_api.processing import ways

PICKER = Kind("ParticlePicker", "particlePickerId", "em.add_picker", "em.change_pickers")
CLASSIFICATION = Kind(
    *("ParticleClassificationGroup", "particleClassificationGroupId"),
    *("em.add_classification", "em.change_classifications"),
)
CLASS = Kind("ParticleClassification", "particleClassificationId", "em.add_class", "em.change_classes")
FIT = Kind("BFactorFit", "bFactorFitId", "em.add_fit", "em.change_fits")


class ParticleRecordingRepository:
    def __init__(self, tx):
        self._tx = tx

    def session_of_run(self, program_id):
        """Return the session of the latest collection that a run worked on, None if there is none."""
        narrow = Clause("pg.autoProcProgramId = :n_program", {"n_program": program_id})
        found = ways.programs_within(self._tx, where=conjunction(narrow))
        return self._tx.value("em.session_of_run", {"union": ways.also(found)})

    def parents_of_picker(self, picker_id):
        """Return {programId, movieId} of a run of picking, None if there is none."""
        return self._tx.one("em.parents_of_picker", particlePickerId=picker_id)

    def parents_of_classification(self, group_id):
        """Return {programId, particlePickerId} of a run of classification, None if there is none."""
        return self._tx.one("em.parents_of_classification", particleClassificationGroupId=group_id)

    def group_of_class(self, class_id):
        return self._tx.value("em.group_of_class", particleClassificationId=class_id)

    def picker(self, program_id, correction_id):
        """Return the latest run of picking by a run of a program (or by none) from a corrected movie (or from none)."""
        rows = self._tx.all("em.known_pickers", programId=program_id, motionCorrectionId=correction_id)
        wanted = {"programId": program_id, "firstMotionCorrectionId": correction_id}
        return _latest(rows, wanted, "particlePickerId")

    def classification(self, wanted):
        """Return the latest run of classification that is ``wanted``: {programId, particlePickerId, type, batchNumber}."""
        sought = {name: wanted[name] for name in ("programId", "particlePickerId")}
        rows = self._tx.all("em.known_classifications", **sought)
        return _latest(rows, wanted, "particleClassificationGroupId")

    def classes(self, group_id, numbers):
        """Return {number: the latest class of a run that has it}."""
        rows = self._tx.all("em.known_classes", particleClassificationGroupId=group_id, numbers=sorted(numbers))
        return {row["classNumber"]: row["particleClassificationId"] for row in rows}

    def models(self, classes):
        """Return the models that classes began with."""
        return self._tx.all("em.known_models", classes=sorted(classes))

    def groups_of_models(self, models):
        """Return {model: runs of classification that began with it}."""
        found = {}
        for row in self._tx.all("em.groups_of_models", models=sorted(models)) if models else ():
            found.setdefault(row["cryoemInitialModelId"], set()).add(row["particleClassificationGroupId"])
        return found

    def add_models(self, models):
        """Make models; return their ids."""
        return self._tx.add_all("em.add_model", models)

    def begin(self, pairs):
        """Say that classes began with models: [(class, model)]."""
        if pairs:
            self._tx.add_many("em.begin_with_model", ("particleClassificationId", "cryoemInitialModelId"), pairs)

    def fits(self, classes):
        """Return how the resolution of classes grew, the latest last."""
        return self._tx.all("em.known_fits", classes=sorted(classes))


def _latest(rows, wanted, key):
    same = [row[key] for row in rows if all(row[name] == value for name, value in wanted.items())]
    return same[-1] if same else None
