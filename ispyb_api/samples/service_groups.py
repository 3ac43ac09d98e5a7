"""Make, change and remove groups of samples."""

from ispyb_api.auth.editing import Editor
from ispyb_api.auth.permissions import Permission
from ispyb_api.errors import Forbidden, Invalid, NotFound
from ispyb_api.samples.repository_groups import SampleGroupRepository


class SampleGroups(Editor):
    noun, rows = "sample group", SampleGroupRepository

    def add(self, given):
        """Make a group of samples of a proposal; return it."""
        proposal = self.parent(given["proposalId"], "proposalId", f"proposal {given['proposalId']}")
        members = given.get("samples", [])
        self._fits(members, proposal)
        group_id = self._rows.add(given["name"], self._whose(proposal))
        self._rows.put(group_id, members)
        return self.added(group_id, given)

    def change(self, group_id, given, unchanged):
        """Change a group, if it is ``unchanged`` since the caller read it; return it."""
        group, values = self.mine(group_id, unchanged), dict(given)
        self._all_mine(group_id)
        if "samples" in values:
            members = values.pop("samples")
            self._fits(members, group)
            self._rows.put(group_id, members)
        self._rows.change(group_id, values)
        return self.changed(group_id, given)

    def remove(self, group_id, unchanged):
        """Remove a group; its samples stay."""
        self.mine(group_id, unchanged)
        self._all_mine(group_id)
        self._rows.remove(group_id)
        self.removed(group_id)

    def _all_mine(self, group_id):
        """Refuse to change what holds samples of a proposal that the caller may not change."""
        for proposal_id in sorted(self._rows.proposals(group_id), key=str):
            try:
                self._writable(proposal_id, Permission.EDIT_PROPOSALS)
            except NotFound:
                raise Forbidden("Samples of another proposal are in this group too.") from None

    def _fits(self, members, proposal):
        """Refuse samples that are of another proposal, or named twice; and no samples where these alone say whose a group is."""
        if not members and not self._rows.says_whose:
            raise Invalid(errors={"samples": ["In this database its samples say whose a group is: give one at least."]})
        numbers = [each["blSampleId"] for each in members]
        mine, errors = self._rows.among(proposal["proposalId"], numbers) if numbers else set(), {}
        for place, number in enumerate(numbers):
            if number not in mine:
                errors[f"samples[{place}].blSampleId"] = [f"No sample of {proposal['proposal']}."]
            elif number in numbers[:place]:
                errors[f"samples[{place}].blSampleId"] = ["Is named above already."]
        if errors:
            raise Invalid(errors=errors)

    def _whose(self, proposal):
        if not self._rows.says_whose:
            return {}
        person = None if self._access.identity.service_token else self._access.identity.person_id
        return {"proposalId": proposal["proposalId"], "ownerId": person}
