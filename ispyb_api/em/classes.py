"""Record the classes of a run of classification, with the models that they began with and how their resolution grew."""

from ispyb_api.db.changing import NO_PLACE
from ispyb_api.em.repository_particles_writing import CLASS, FIT, ParticleRecordingRepository
from ispyb_api.em.upserting import once, refuse, store

_MODELS, _FITS = "CryoemInitialModel", "BFactorFit"
_OWN_MODEL = ("resolution", "numberOfParticles")


class Classes:
    """The classes of one run in one transaction; ``where`` begins the names of fields, as ``classes``.

    ``is_ours`` tells whether another run of classification is of the same proposal.
    """

    def __init__(self, tx, group_id, where, is_ours):
        self._tx, self._group_id, self._where, self._is_ours = tx, group_id, where, is_ours
        self._found = ParticleRecordingRepository(tx)

    def store(self, rows):
        """Make or change classes by their numbers; return their ids."""
        refuse(self._faults(rows))
        there = self._found.classes(self._group_id, {row["classNumber"] for row in rows})
        known = [there.get(row["classNumber"]) for row in rows]
        own = [_bare(row) for row in rows]
        ids = store(self._tx, CLASS, own, known, particleClassificationGroupId=self._group_id)
        self._store_models(ids, rows)
        self._store_fits(ids, rows)
        return ids

    def _faults(self, rows):
        found = {}
        for number, row in enumerate(rows):
            where = f"{self._where}[{number}]"
            found |= {f"{where}.{name}": each for name, each in self._tx.faults(CLASS.table, _bare(row)).items()}
            found |= self._faults_of_parts(where, row)
        again = once([row["classNumber"] for row in rows])
        found |= {f"{self._where}[{n}].classNumber": [f"Is also that of [{first}]."] for n, first in again.items()}
        return found | self._strange_models(rows)

    def _faults_of_parts(self, where, row):
        found = {}
        if row.get(_FITS) and not self._tx.columns(FIT.table):
            return {f"{where}.{_FITS}": [NO_PLACE]}
        for table in (_MODELS, _FITS):
            for number, part in enumerate(row.get(table) or ()):
                wrong = self._tx.faults(table, part)
                found |= {f"{where}.{table}[{number}].{name}": each for name, each in wrong.items()}
        return found

    def _strange_models(self, rows):
        """Return messages for models that are named by their rows, and are of no run of the same proposal."""
        named = {
            f"{self._where}[{n}].{_MODELS}[{k}].cryoemInitialModelId": model["cryoemInitialModelId"]
            for n, row in enumerate(rows)
            for k, model in enumerate(row.get(_MODELS) or ())
            if "cryoemInitialModelId" in model
        }
        groups = self._found.groups_of_models(set(named.values()))
        own = {model for model, runs in groups.items() if any(self._is_ours(run) for run in runs)}
        return {field: ["No model of the same proposal."] for field, model in named.items() if model not in own}

    def _store_models(self, ids, rows):
        """Say which models the classes began with; a model with the same numbers as one that is said already is that."""
        if not any(row.get(_MODELS) for row in rows):
            return
        said = self._found.models(ids)
        linked = {(row["particleClassificationId"], row["cryoemInitialModelId"]) for row in said}
        alike = {(row["particleClassificationId"], *_numbers(row)) for row in said}
        given = [(class_id, model) for class_id, row in zip(ids, rows, strict=True) for model in row.get(_MODELS) or ()]
        named = {
            (class_id, model["cryoemInitialModelId"]) for class_id, model in given if "cryoemInitialModelId" in model
        }
        new = {
            (c, *_numbers(m)): (c, m)
            for c, m in given
            if "cryoemInitialModelId" not in m and (c, *_numbers(m)) not in alike
        }
        made = self._found.add_models(
            [dict(zip(_OWN_MODEL, _numbers(model), strict=True)) for _, model in new.values()]
        )
        pairs = [(class_id, model) for (class_id, _), model in zip(new.values(), made, strict=True)]
        self._found.begin(sorted(named - linked) + pairs)

    def _store_fits(self, ids, rows):
        given = [
            {"particleClassificationId": class_id, **fit}
            for class_id, row in zip(ids, rows, strict=True)
            for fit in row.get(_FITS) or ()
        ]
        if given:
            there = {_fit(row): row["bFactorFitId"] for row in self._found.fits(ids)}
            rows_ = {_fit(row): row for row in given}
            store(self._tx, FIT, list(rows_.values()), [there.get(key) for key in rows_])


def _bare(row):
    return {name: value for name, value in row.items() if name not in (_MODELS, _FITS)}


def _numbers(model):
    return tuple(model.get(name) for name in _OWN_MODEL)


def _fit(row):
    return tuple(row.get(name) for name in ("particleClassificationId", "numberOfParticles", "particleBatchSize"))
