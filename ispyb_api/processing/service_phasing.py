"""Record what followed scaling: steps of phasing, molecular replacement and refinement."""

from ispyb_api.auth.writing import record
from ispyb_api.errors import Invalid
from ispyb_api.processing.repository_writing_phasing import PhasingWrites, plain
from ispyb_api.processing.targets import Targets

_RUN, _FILES, _STATISTICS, _BLOBS = "PhasingProgramRun", "PhasingProgramAttachment", "PhasingStatistics", "MXMRRunBlob"
_AS_TEXT = ("solventContent", "lowRes", "highRes")
_ELSEWHERE = (_RUN, _STATISTICS, "previous", "spaceGroup")


class Phasing:
    def __init__(self, tx, access):
        self._tx, self._access = tx, access
        self._targets, self._writes = Targets(tx, access), PhasingWrites(tx)

    def add(self, rows):
        """Record steps of phasing; return the ids of each with those of its parts."""
        _check_order(rows)
        self._targets.check({**self._scalings(rows), **self._previous(rows)})
        groups = self._space_groups(rows)
        runs, files = self._runs(rows)
        steps = self._steps(rows, runs, groups)
        statistics = self._parts(rows, _STATISTICS, "phasingStepId", steps, self._writes.add_statistics)
        record(self._tx, self._access, "phasing added", f"phasing step {steps[0]}", {"steps": len(steps)})
        return [
            {
                "phasingStepId": step,
                "phasingProgramRunId": runs.get(place),
                "phasingProgramAttachmentIds": files[place],
                "phasingStatisticsIds": statistics[place],
            }
            for place, step in enumerate(steps)
        ]

    def refine(self, rows):
        """Record runs of molecular replacement and refinement; return the ids of each with those of its blobs."""
        programs = {
            f"[{place}].autoProcProgramId": self._targets.collections_of_program(row["autoProcProgramId"])
            for place, row in enumerate(rows)
            if row.get("autoProcProgramId")
        }
        self._targets.check({**self._scalings(rows), **programs})
        made = self._writes.add_refinements([_without(row, _BLOBS) for row in rows], "[{}]".format)
        blobs = self._parts(rows, _BLOBS, "mxMRRunId", made, self._writes.add_blobs)
        record(self._tx, self._access, "refinement added", f"refinement {made[0]}", {"refinements": len(made)})
        return [
            {"mxMRRunId": number, "mxMRRunBlobIds": each} for number, each in zip(made, blobs.values(), strict=True)
        ]

    def _scalings(self, rows):
        found = self._writes.collections_of_scalings([row["autoProcScalingId"] for row in rows])
        return {f"[{place}].autoProcScalingId": found[row["autoProcScalingId"]] for place, row in enumerate(rows)}

    def _previous(self, rows):
        wanted = {place: row["previousPhasingStepId"] for place, row in enumerate(rows) if row.get("previousPhasingStepId")}  # fmt: skip
        found = self._writes.collections_of_steps(list(wanted.values()))
        return {f"[{place}].previousPhasingStepId": found[step] for place, step in wanted.items()}

    def _space_groups(self, rows):
        """Return the rows of the steps' space groups, {place: id}."""
        wanted = {place: row["spaceGroup"] for place, row in enumerate(rows) if row.get("spaceGroup")}
        known = self._writes.space_groups() if wanted else {}
        wrong = [place for place, name in wanted.items() if plain(name) not in known]
        if wrong:
            raise Invalid(errors={f"[{place}].spaceGroup": ["The database knows no such space group."] for place in wrong})  # fmt: skip
        return {place: known[plain(name)] for place, name in wanted.items()}

    def _runs(self, rows):
        """Record the runs of the steps' programs, with their files; return the ids of both, {place: id}, {place: [id]}."""
        given = {place: row[_RUN] for place, row in enumerate(rows) if row.get(_RUN)}
        places = [f"[{place}].{_RUN}" for place in given]
        made = self._writes.add_runs([_without(row, _FILES) for row in given.values()], places.__getitem__)
        files = self._parts(given.values(), _FILES, "phasingProgramRunId", made, self._writes.add_files, places)
        found = dict(zip(given, files.values(), strict=True))
        return dict(zip(given, made, strict=True)), {place: found.get(place, []) for place in range(len(rows))}

    def _steps(self, rows, runs, groups):
        """Record the steps, each after the one that it follows; return their ids."""
        made, waiting = {}, range(len(rows))
        while waiting:
            ready = [place for place in waiting if rows[place].get("previous") in (None, *made)]
            columns = [_step(rows[place], runs.get(place), groups.get(place), made) for place in ready]
            found = self._writes.add_steps(columns, [f"[{place}]" for place in ready].__getitem__)
            made |= dict(zip(ready, found, strict=True))
            waiting = [place for place in waiting if place not in made]
        return [made[place] for place in range(len(rows))]

    @staticmethod
    def _parts(rows, name, key, wholes, add, wheres=None):
        """Record the parts of rows; return their ids, {place of the row: [id]}."""
        flat, places, owners = [], [], []
        for number, (row, whole) in enumerate(zip(rows, wholes, strict=True)):
            where = wheres[number] if wheres else f"[{number}]"
            for place, part in enumerate(row[name]):
                flat.append({key: whole, **part})
                places.append(f"{where}.{name}[{place}]")
                owners.append(number)
        found = {number: [] for number in range(len(wholes))}
        for owner, made in zip(owners, add(flat, places.__getitem__), strict=True):
            found[owner].append(made)
        return found


def _check_order(rows):
    """Refuse a step before another that does not come before it."""
    wrong = {}
    for place, row in enumerate(rows):
        previous = row.get("previous")
        if previous is not None and (previous >= place or row.get("previousPhasingStepId")):
            wrong[f"[{place}].previous"] = [
                "Must be the place of an earlier step, and the only one that is before this."
            ]
    if wrong:
        raise Invalid(errors=wrong)


def _step(row, run, group, made):
    """Return the columns of a step; some numbers are kept as text."""
    values = {name: value for name, value in row.items() if name not in _ELSEWHERE}
    values |= {name: str(row[name]) for name in _AS_TEXT if row.get(name) is not None}
    before = made.get(row.get("previous"), row.get("previousPhasingStepId"))
    return {**values, "previousPhasingStepId": before, "programRunId": run, "spaceGroupId": group}


def _without(row, name):
    return {key: value for key, value in row.items() if key != name}
