"""Phasing and what follows it.  The SQL is in sql/queries/java_rest/phasing.sql."""

from ispyb_api.compat.java_rest.joining import by, joined
from ispyb_api.compat.java_rest.repository_results import path

_KEY, _RUN = "phasingProgramAttachmentId", "PhasingStep_programRunId"


class Phasing:
    """Steps of phasing from collections of the proposal that the caller may see."""

    def __init__(self, call):
        self._tx, self._proposal = call.tx, call.proposal_id
        self._slots = {"visible": call.access.measured("dc", "g.dataCollectionGroupId", "s.sessionId")}

    def of_groups(self, groups):
        """Return the steps from each of some groups."""
        return self._shown(groups, self._found("java_rest.phasing_of_groups", groups=groups))

    def of_integrations(self, integrations):
        """Return the steps from each of some integrations."""
        found = self._found("java_rest.phasing_of_integrations", integrations=integrations)
        return self._shown(integrations, found)

    def files(self, steps):
        """Return the files of each of some steps."""
        found = self._found("java_rest.phasing_of_steps", steps=steps)
        files = by(self._tx.all("java_rest.phasing_files", **_keys(found)), "phasingStepId") if found else {}
        return [files.get(step, []) for step in steps]

    def file(self, attachment):
        """Return a file's path, None where there is no such file."""
        row = self._tx.one(
            "java_rest.phasing_file", self._slots, proposalId=self._proposal, phasingProgramAttachmentId=attachment
        )
        return row and path_of(row)

    def _found(self, query, **values):
        return self._tx.all(query, self._slots, proposalId=self._proposal, **values)

    def _shown(self, parents, found):
        rows = self._rows(found) if found else {}
        of_parent = by(found, "parentId")
        keys = ([(r["phasingStepId"], r["autoProcIntegrationId"]) for r in of_parent.get(each, ())] for each in parents)
        return [[rows[key] for key in of_one] for of_one in keys]

    def _rows(self, found):
        """Return {(step, integration): row}, with the statistics and the files of each step."""
        keys = _keys(found)
        rows = self._tx.all("java_rest.phasing_steps", **keys)
        statistics = by(self._tx.all("java_rest.statistics_of_phasing", steps=keys["steps"]), "phasingStepId")
        runs = list({row[_RUN] for row in rows} - {None})
        files = by(self._tx.all("java_rest.attachments_of_phasing", runs=runs), "phasingProgramRunId")
        for row in rows:
            row.update(_measured(statistics.get(row["PhasingStep_phasingStepId"], [])))
            row.update(_files(files.get(row[_RUN], [])))
        return {(r["PhasingStep_phasingStepId"], r["AutoProcIntegration_autoProcIntegrationId"]): r for r in rows}


def path_of(row):
    """Return a file's path: the Java server has its name in it, others keep the two apart."""
    whole = row["filePath"] or ""
    return whole if row["fileName"] and whole.endswith(f"/{row['fileName']}") else path(row)


def _keys(found):
    return {
        "steps": list({row["phasingStepId"] for row in found}),
        "integrations": list({row["autoProcIntegrationId"] for row in found}),
    }


def _measured(statistics):
    first = statistics[0] if statistics else dict.fromkeys(("phasingStatisticsId", "metric", "statisticsValue"))
    return {
        "metric": joined((each["metric"] for each in statistics), ", "),
        "statisticsValue": joined((each["statisticsValue"] for each in statistics), ", "),
        "PhasingStatistics_phasingStatisticsIds": joined(each["phasingStatisticsId"] for each in statistics),
        **{f"PhasingStatistics_{name}": first[name] for name in ("phasingStatisticsId", "metric", "statisticsValue")},
    }


def _files(files):
    """Return the files by their kind, which their names tell."""
    kinds = {kind: [f for f in files if f".{kind}" in (f["fileName"] or "")] for kind in ("csv", "map", "pdb", "png")}
    shown = {kind: joined(each[_KEY] for each in found) for kind, found in kinds.items()}
    named = {f"{k}FileName": joined(each["fileName"] for each in kinds[k]) for k in ("csv", "map", "pdb")}
    return {**shown, **named, _KEY: shown["png"], "fileType": joined(each["fileType"] for each in kinds["png"])}
