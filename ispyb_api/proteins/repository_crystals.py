"""Crystal forms and space groups in the database.  The SQL is in sql/queries/proteins/."""

from ispyb_api import names
from ispyb_api.components import parts
from ispyb_api.db.listing import Listing, envelope, like
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound

CRYSTALS = Listing(
    filters={
        "crystalId": ("cr.crystalId", "eq"),
        "proteinId": ("cr.proteinId", "eq"),
        "proposal": names.proposal,
        "search": lambda text: Clause("cr.name LIKE :s_text ESCAPE '!'", {"s_text": like(text)}),
    },
    sorts={"crystalId": "cr.crystalId"},
    default_sort="-crystalId",
    tie_breaker="cr.crystalId",
)

SPACE_GROUPS = Listing(
    filters={"MX_used": ("sg.MX_used", "eq"), "spaceGroupNumber": ("sg.spaceGroupNumber", "eq")},
    sorts={"spaceGroupNumber": "sg.spaceGroupNumber", "spaceGroupShortName": "sg.spaceGroupShortName"},
    default_sort="spaceGroupNumber",
    tie_breaker="sg.spaceGroupId",
)


class CrystalRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the crystal forms that match and that the caller may see."""
        visible = access.contents("pr.proposalId")
        slots = {
            **CRYSTALS.slots(arguments, visible=visible),
            "visible_samples": access.contents("COALESCE(mh.proposalId, pr.proposalId)"),
        }
        rows = self._tx.all("proteins.list_crystals", slots)
        for row in rows:
            row["Protein"] = row.pop("_Protein")
            row["crystal_compositions"] = parts.read(row["crystal_compositions"])
        count = {"where": slots["where"], "visible": visible}
        return envelope(rows, arguments, lambda: self._tx.total("proteins.count_crystals", count))

    def get(self, crystal_id, access):
        """Return one crystal form by its id."""
        found = self.page({"crystalId": crystal_id, "skip": 0, "limit": 2}, access)["results"]
        if not found:
            raise NotFound(f"No crystal {crystal_id}.")
        return found[0]

    def lock(self, crystal_id):
        """Keep others from changing a crystal form until the transaction ends."""
        self._tx.lock("proteins.lock_crystal", crystalId=crystal_id)

    def proposal_of(self, crystal_id):
        """Return the id of a crystal form's proposal, None if there is no such crystal form."""
        return self._tx.value("proteins.proposal_of_crystal", crystalId=crystal_id)

    def among(self, proposal_id, crystal_ids):
        """Return those of these ids that are crystal forms of the proposal's proteins."""
        found = self._tx.all("proteins.crystals_among", proposalId=proposal_id, crystalIds=list(crystal_ids))
        return {row["crystalId"] for row in found}

    def protein_of(self, crystal_id):
        """Return the id of a crystal form's protein."""
        return self._tx.value("proteins.protein_of_crystal", crystalId=crystal_id)

    def forms_of(self, protein_ids):
        """Return the crystal forms of these proteins, in short; those that are mixed with something left out."""
        return self._tx.all("proteins.forms_of_proteins", proteinIds=list(protein_ids))

    def samples(self, crystal_id):
        """Return how many samples there are of it, whoever may see them."""
        return self._tx.value("proteins.samples_of_crystal", crystalId=crystal_id)

    def add(self, protein_id, values):
        """Make a crystal form; return its id."""
        return self._tx.add("proteins.add_crystal", values, proteinId=protein_id)

    def change(self, crystal_id, values):
        """Change columns of a crystal form."""
        self._tx.change("proteins.change_crystal", values, crystalId=crystal_id)

    def remove(self, crystal_id):
        self._tx.run("proteins.remove_crystal", crystalId=crystal_id)


class SpaceGroupRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments):
        """Return one page of the space groups that match; everybody may see them."""
        return SPACE_GROUPS.read(
            self._tx, "proteins.list_spacegroups", "proteins.count_spacegroups", arguments, visible=Clause()
        )

    def spelt(self, name):
        """Return a space group's name as this database writes it; None if it does not have it."""
        return self._tx.value("proteins.spacegroup_called", name=name.replace(" ", "").lower())
