"""Groups of samples in the database.  The SQL is in sql/queries/samples/groups.sql."""

from ispyb_api import names
from ispyb_api.db.listing import Listing, like
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound

GROUPS = Listing(
    filters={
        "blSampleGroupId": ("gr.blSampleGroupId", "eq"),
        "proposal": names.proposal,
        "blSampleId": lambda number: Clause(
            "gr.blSampleGroupId IN (SELECT fm.blSampleGroupId FROM BLSampleGroup_has_BLSample fm WHERE fm.blSampleId = :f_sample)",
            {"f_sample": number},
        ),
        "search": lambda text: Clause("gr.name LIKE :s_text ESCAPE '!'", {"s_text": like(text)}),
    },
    sorts={"blSampleGroupId": "gr.blSampleGroupId"},
    default_sort="-blSampleGroupId",
    tie_breaker="gr.blSampleGroupId",
)


class SampleGroupRepository:
    def __init__(self, tx):
        self._tx = tx

    @property
    def says_whose(self):
        """Tell whether this database says of a group whose it is; else its samples do."""
        return "proposalid" in self._tx.columns("BLSampleGroup")

    def page(self, arguments, access):
        """Return one page of the groups that match and that the caller may see, with those of their samples that may be seen."""
        visible = access.contents("p.proposalId")
        queries = "samples.list_groups_by_samples", "samples.count_groups_by_samples"
        if self.says_whose:
            queries = "samples.list_groups_of_proposals", "samples.count_groups_of_proposals"
        page = GROUPS.read(self._tx, *queries, arguments, visible=visible)
        by_id = {row["blSampleGroupId"]: row for row in page["results"]}
        for row in by_id.values():
            row["samples"] = []
        slots = {"visible": access.contents("COALESCE(sh.proposalId, pr.proposalId)")}
        for member in self._tx.all("samples.members_of_groups", slots, blSampleGroupIds=list(by_id)) if by_id else ():
            member["order"] = member.pop("place")
            by_id[member.pop("blSampleGroupId")]["samples"].append(member)
        for row in by_id.values():
            row["samples"].sort(key=lambda each: (each["order"] is None, each["order"] or 0, each["blSampleId"]))
        return page

    def get(self, group_id, access):
        """Return one group by its id."""
        found = self.page({"blSampleGroupId": group_id, "skip": 0, "limit": 2}, access)["results"]
        if not found:
            raise NotFound(f"No group {group_id} of samples.")
        return found[0]

    def lock(self, group_id):
        """Keep others from changing a group until the transaction ends."""
        self._tx.lock("samples.lock_group", blSampleGroupId=group_id)

    def proposals(self, group_id):
        """Return the ids of the proposals whose samples are in a group, whoever may see them."""
        return {row["proposalId"] for row in self._tx.all("samples.proposals_in_group", blSampleGroupId=group_id)}

    def among(self, proposal_id, sample_ids):
        """Return those of these ids that are samples of the proposal."""
        rows = self._tx.all("samples.samples_among", proposalId=proposal_id, blSampleIds=list(sample_ids))
        return {row["blSampleId"] for row in rows}

    def add(self, name, values):
        """Make a group; return its id."""
        return self._tx.add("samples.add_group", values, name=name)

    def change(self, group_id, values):
        """Change columns of a group."""
        self._tx.change("samples.change_group", values, blSampleGroupId=group_id)

    def remove(self, group_id):
        """Drop a group."""
        self._tx.run("samples.remove_group", blSampleGroupId=group_id)

    def put(self, group_id, members):
        """Replace the samples of a group; ``members`` are {blSampleId, order, type}."""
        columns = self._tx.columns("BLSampleGroup_has_BLSample")
        place = "groupOrder" if "grouporder" in columns else "order"
        rows = [{"blSampleId": each["blSampleId"], place: each.get("order"), "type": each.get("type")} for each in members]  # fmt: skip
        self._tx.run("samples.empty_group", blSampleGroupId=group_id)
        if rows:
            self._tx.add_all("samples.fill_group", rows, blSampleGroupId=group_id)
