"""Record maps of grids: atlases of groups, the squares of an atlas, the holes of a square."""

from ispyb_api.auth.permissions import Permission
from ispyb_api.auth.writing import record
from ispyb_api.em.recording import Recorder, single
from ispyb_api.em.repository_grids import GridRepository
from ispyb_api.em.repository_grids_writing import ATLAS, HOLE, SQUARE, GridRecordingRepository
from ispyb_api.em.upserting import faults, once, refuse, store


class Maps(Recorder):
    def __init__(self, tx, access):
        super().__init__(tx, access)
        self._maps, self._shown = GridRecordingRepository(tx), GridRepository(tx)

    def add_atlas(self, given):
        """Record an atlas; return it, and whether it is new."""
        values = dict(given)
        group_id = values.pop("dataCollectionGroupId")
        self.session(self._maps.session_of_group(group_id), Permission.INGEST_DATA, "dataCollectionGroupId")
        with single():
            (number,), (new,) = self._put(ATLAS, group_id, [values])
        record(self._tx, self._access, "atlas recorded", f"atlas {number}", given)
        return self._shown.one(ATLAS, number, self._access), new

    def add_squares(self, atlas_id, rows):
        """Record grid squares of an atlas; return them in the order of their rows."""
        self.session(self._maps.session_of(ATLAS, atlas_id), Permission.INGEST_DATA, what="atlas")
        return self._add(SQUARE, atlas_id, rows, f"atlas {atlas_id}")

    def add_holes(self, square_id, rows):
        """Record foil holes of a grid square; return them in the order of their rows."""
        self.session(self._maps.session_of(SQUARE, square_id), Permission.INGEST_DATA, what="grid square")
        return self._add(HOLE, square_id, rows, f"grid square {square_id}")

    def change(self, level, row_id, given, unchanged=None):
        """Change an atlas, a square or a hole, if it is ``unchanged`` since the caller read it; return it."""
        self.session(self._maps.session_of(level, row_id), Permission.INGEST_DATA, what=level.what)
        if unchanged:
            unchanged(self._shown.one(level, row_id, self._access))
        self._tx.change(level.kind.change, given, changed=[row_id])
        record(self._tx, self._access, f"{level.what} changed", f"{level.what} {row_id}", given)
        return self._shown.one(level, row_id, self._access)

    def _add(self, level, parent_id, rows, target):
        ids, _ = self._put(level, parent_id, rows)
        record(self._tx, self._access, f"{level.what}s recorded", target, {f"{level.kind.key}s": ids})
        return self._shown.some(level, ids, self._access)

    def _put(self, level, parent_id, rows):
        """Make or change rows of a parent, which their labels tell apart; return their ids, and which are new."""
        there, labels = self._maps.labels(level, parent_id), [row[level.label] for row in rows]
        wrong = {f"[{n}].{name}": each for (n, name), each in faults(self._tx, level.kind, rows).items()}
        wrong |= {f"[{n}].{level.label}": [f"Is also that of [{first}]."] for n, first in once(labels).items()}
        refuse(wrong)
        known = [there.get(label) for label in labels]
        ids = store(self._tx, level.kind, rows, known, **{level.parent: parent_id})
        return ids, [key is None for key in known]
