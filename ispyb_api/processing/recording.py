"""Record the parts of a run: files, messages, integrations, scalings.  Who may, its callers have asked.

Each takes a list of rows and returns what became of them, in the same order.  Fields at fault are named as in the request that
holds the list: ``AutoProcIntegration[0].cell_a``, or ``[0].cell_a`` where the list is the request.
"""

from ispyb_api.processing.repository_writing import ProcessingWrites, shorter

_SHELLS, _SOLUTION = "AutoProcScalingStatistics", "AutoProc"
_OF_SCALING = (_SHELLS, _SOLUTION, "integrations", "autoProcIntegrationIds")


class Recording:
    """The parts of one run; ``shortened`` lists the texts that were cut."""

    def __init__(self, tx, program_id, shortened=(), *, whole=True):
        self._writes, self._program_id, self._whole = ProcessingWrites(tx), program_id, whole
        self.shortened = list(shortened)

    def attachments(self, rows):
        """Record files; return their ids."""
        return self._writes.add_attachments(self._program_id, rows, self._at("AutoProcProgramAttachment"))

    def messages(self, rows):
        """Record messages; return their ids.  One that is too long is cut, and kept whole as its description."""
        longest, where = self._writes.longest("AutoProcProgramMessage", "message"), self._at("AutoProcProgramMessage")
        long = {number for number, row in enumerate(rows) if longest and len(row["message"]) > longest}
        self.shortened += [f"{where(number)}.message" for number in sorted(long)]
        fitting = [_in_short(row, longest) if number in long else row for number, row in enumerate(rows)]
        return self._writes.add_messages(self._program_id, fitting, where)

    def integrations(self, rows):
        """Record sweeps that were integrated; return their ids."""
        where = self._at("AutoProcIntegration")
        made = self._writes.add_integrations(self._program_id, [_plain(row) for row in rows], where)
        self._workflows([(where(number), key, row) for number, (key, row) in enumerate(zip(made, rows, strict=True))])
        return made

    def replace(self, integrations):
        """Change integrations, given as (place in the request, id, row)."""
        found = [(self._at("AutoProcIntegration")(number), key, row) for number, key, row in integrations]
        for where, key, row in found:
            self._writes.change_integration(key, _plain(row), f"{where}.")
        replaced = [each for each in found if "Workflow" in each[2]]
        if replaced:
            self._writes.drop_workflows([key for _, key, _ in replaced])
            self._workflows(replaced)

    def _workflows(self, integrations):
        """Note the workflows of integrations, given as (place, id, row), where there are any."""
        found = [each for each in integrations if each[2].get("Workflow")]
        rows = [{"autoProcIntegrationId": key, **row["Workflow"]} for _, key, row in found]
        self._writes.add_workflows(rows, lambda row: f"{found[row][0]}.Workflow")

    def scalings(self, rows, integrations):
        """Record scalings, each of the ``integrations`` at its place; return the ids of each with those of its parts."""
        where = self._at("AutoProcScaling")
        solutions = [row.get(_SOLUTION) or {} for row in rows]
        found = self._writes.add_solutions(self._program_id, solutions, lambda row: f"{where(row)}.{_SOLUTION}")
        plain = [
            {"autoProcId": key, **{name: value for name, value in row.items() if name not in _OF_SCALING}}
            for key, row in zip(found, rows, strict=True)
        ]
        made = self._writes.add_scalings(plain, where)
        shells = self._shells(made, rows, where)
        self._writes.link([(key, each) for key, members in zip(made, integrations, strict=True) for each in members])
        return [
            {"autoProcScalingId": key, "autoProcId": solution, "autoProcScalingStatisticsIds": shells[key]}
            for key, solution in zip(made, found, strict=True)
        ]

    def _shells(self, scalings, rows, where):
        """Record the shells of all scalings; return their ids, {scaling: [shell]}."""
        places, flat = [], []
        for number, (key, row) in enumerate(zip(scalings, rows, strict=True)):
            for place, shell in enumerate(row[_SHELLS]):
                places.append(f"{where(number)}.{_SHELLS}[{place}]")
                flat.append({"autoProcScalingId": key, **shell, "anomalous": shell.get("anomalous")})
        made = self._writes.add_shells(flat, places.__getitem__)
        found = {key: [] for key in scalings}
        for shell, row in zip(made, flat, strict=True):
            found[row["autoProcScalingId"]].append(shell)
        return found

    def _at(self, name):
        return lambda row: f"{name if self._whole else ''}[{row}]"


def _in_short(row, longest):
    whole = row["message"]
    return {**row, "message": shorter(whole, longest), "description": row.get("description") or whole}


def _plain(integration):
    return {name: value for name, value in integration.items() if name != "Workflow"}
