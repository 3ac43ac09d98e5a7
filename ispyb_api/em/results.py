"""Record what was made of movies: motion corrections with the thickness of the ice, and CTFs.

A motion correction is the same one again if it is of the same movie and of the same run; without a run, if it wrote the same
micrograph.  A CTF is, likewise, by its motion correction and its picture of the spectrum.
"""

from typing import NamedTuple

from ispyb_api.db.changing import NO_PLACE
from ispyb_api.em import families
from ispyb_api.em.recording import Recorder
from ispyb_api.em.repository_writing import CORRECTION, CTF, ICE
from ispyb_api.em.upserting import once, refuse, store

_ICE = "RelativeIceThickness"


class Result(NamedTuple):
    """Values that came with a row: ``where`` begins the names of their fields, as ``[3].CTF``."""

    where: str
    values: dict

    def field(self, name):
        return f"{self.where}.{name}"

    @property
    def run(self):
        return self.values.get("autoProcProgramId")


def of_row(number, row):
    """Return (motion correction, CTF) that a movie's row holds; None for what is absent."""
    return tuple(
        Result(f"[{number}].{name}", row[name]) if row.get(name) is not None else None
        for name in ("MotionCorrection", "CTF")
    )


class Results(Recorder):
    def faults(self, session, corrections, ctfs):
        """Return what is wrong with results, by the names of their fields, before anything is written."""
        found = self.run_faults(session, {r.field("autoProcProgramId"): r.run for r in [*corrections, *ctfs]})
        for result in corrections:
            found |= self._table_faults(result, "MotionCorrection", self._correction(result))
            found |= self._ice_faults(result)
        for result in ctfs:
            found |= self._table_faults(result, "CTF", self._ctf(result))
        return found

    def store_corrections(self, collection_id, movies, results):
        """Record motion corrections of movies, which are in the same order; return their ids, and which are new."""
        files = [each.values.get("micrographFullPath") for each in results]
        keys = [_key(movie, each.run, file) for movie, each, file in zip(movies, results, files, strict=True)]
        _refuse_twice(results, keys)
        there = {
            _key(row["movieId"], row["autoProcProgramId"], row["micrographFullPath"]): row["motionCorrectionId"]
            for row in self._found.corrections(set(movies))
        }
        more = {"dataCollectionId": collection_id} if "datacollectionid" in self._columns("MotionCorrection") else {}
        rows = [
            {"movieId": movie, **more, **self._correction(each)} for movie, each in zip(movies, results, strict=True)
        ]
        ids = store(self._tx, CORRECTION, rows, [there.get(key) for key in keys])
        self._store_ice(ids, results)
        return ids, [key not in there for key in keys]

    def store_ctfs(self, corrections, results):
        """Record CTFs of motion corrections, which are in the same order; return their ids, and which are new."""
        keys = [
            _key(correction, each.run, _spectrum(each.values))
            for correction, each in zip(corrections, results, strict=True)
        ]
        _refuse_twice(results, keys)
        there = {
            _key(row["motionCorrectionId"], row["autoProcProgramId"], _spectrum(row)): row["ctfId"]
            for row in self._found.ctfs(set(corrections))
        }
        rows = [
            {"motionCorrectionId": correction, **self._ctf(each)}
            for correction, each in zip(corrections, results, strict=True)
        ]
        return store(self._tx, CTF, rows, [there.get(key) for key in keys]), [key not in there for key in keys]

    def latest_corrections(self, movies):
        """Return {movie: its latest motion correction} of those that have one."""
        return {row["movieId"]: row["motionCorrectionId"] for row in self._found.corrections(set(movies))}

    def _store_ice(self, corrections, results):
        given = [
            (correction, {**each.values[_ICE], "autoProcProgramId": each.run})
            for correction, each in zip(corrections, results, strict=True)
            if each.values.get(_ICE)
        ]
        if given:
            there = self._found.ice({correction for correction, _ in given})
            rows = [{"motionCorrectionId": correction, **values} for correction, values in given]
            store(self._tx, ICE, rows, [there.get(correction) for correction, _ in given])

    def _table_faults(self, result, table, row):
        return {result.field(name): messages for name, messages in self._tx.faults(table, row).items()}

    def _ice_faults(self, result):
        values = result.values.get(_ICE)
        if not values:
            return {}
        if not self._columns(_ICE):
            return {result.field(_ICE): [NO_PLACE]}
        wrong = self._tx.faults(_ICE, values)
        return {result.field(f"{_ICE}.{name}"): messages for name, messages in wrong.items()}

    def _correction(self, result):
        values = {name: value for name, value in result.values.items() if name != _ICE}
        return families.correction(values, self._columns("MotionCorrection"))

    def _ctf(self, result):
        return families.ctf(result.values, self._columns("CTF"))

    def _columns(self, table):
        return self._tx.columns(table)


def _key(parent, run, file):
    return parent, run, file if run is None else None


def _spectrum(values):
    return values.get("spectraImageFullPath") or values.get("fftTheoreticalFullPath")


def _refuse_twice(results, keys):
    again = once(keys)
    refuse({results[n].where: [f"Is the same as {results[first].where}."] for n, first in again.items()})
