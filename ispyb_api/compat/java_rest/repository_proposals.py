"""Proposals, and what belongs to one.  The SQL is in sql/queries/java_rest/."""

from ispyb_api.compat.java_rest import optional

MOST = 5000


class Proposals:
    """Proposals that the caller may see."""

    def __init__(self, call):
        self._tx, self._access, self._call = call.tx, call.access, call

    def all(self):
        """Return every one, the newest first."""
        return self._tx.all("java_rest.proposals", {"visible": self._access.proposals("p.proposalId")}, most=MOST)

    def of_session(self, session):
        """Return the one to which a session belongs."""
        visible = {"visible": self._access.sessions("s.sessionId")}
        return self._tx.all("java_rest.proposal_of_session", visible, sessionId=session)

    def alone(self):
        """Return the proposal's row."""
        visible = {"visible": self._access.proposals("p.proposalId")}
        return self._tx.one("java_rest.proposal_row", visible, proposalId=self._call.proposal_id)

    def info(self):
        """Return the proposal with everything by which samples are described and sent."""
        return {
            "proposal": self._tx.all(
                "java_rest.proposal",
                {"visible": self._access.proposals("p.proposalId")},
                proposalId=self._call.proposal_id,
            ),
            "proteins": self._contents("java_rest.proteins"),
            "crystals": self.crystals(),
            "labcontacts": self._contents("java_rest.labcontacts"),
            "ligands": self.ligands(),
            "plateTypes": optional.every(self._tx, "java_rest.plate_types"),
        }

    def proteins(self):
        """Return its proteins."""
        return self._contents("java_rest.proteins")

    def labcontacts(self):
        """Return its addresses."""
        return self._contents("java_rest.labcontacts")

    def ligands(self):
        """Return what was sent in for the proposal itself."""
        return self._contents("java_rest.ligands")

    def space_groups(self, name):
        """Return the space group of a name, whose letters may be of any size."""
        return self._tx.all("java_rest.space_groups", name=name.replace(" ", "").lower())

    def crystals(self):
        """Return its crystal forms, each with what was sent in for it."""
        structures = {}
        for row in self._contents("java_rest.structures_of_crystals"):
            structures.setdefault(row["crystalId"], []).append(row)
        found = self._contents("java_rest.crystals")
        return [{**row, "structure3VOs": structures.get(row["crystalId"], [])} for row in found]

    def _contents(self, query):
        visible = {"visible": self._access.contents("p.proposalId")}
        return optional.every(self._tx, query, visible, proposalId=self._call.proposal_id)
