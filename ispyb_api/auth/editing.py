"""What every service does alike that changes rows of proposals: lock, look, ask, change, record."""

from ispyb_api.auth.permissions import Permission
from ispyb_api.auth.writing import parent_to_write, proposal_to_write, record
from ispyb_api.errors import Forbidden, Invalid


class Editor:
    """Rows of one kind, as one caller changes them in one transaction.

    A subclass says what a row is called (``noun``), which repository has ``get``, ``lock``, ``change`` and ``remove`` for it
    (``rows``), and by ``proposal_of`` whose a row is.
    """

    noun: str
    rows: type

    def __init__(self, tx, access):
        self._tx, self._access = tx, access
        self._rows = self.rows(tx)

    def proposal_of(self, row):
        """Return the id of the proposal that a row belongs to."""
        return row["proposalId"]

    def get(self, row_id):
        """Return a row as the caller sees it."""
        return self._rows.get(row_id, self._access)

    def mine(self, row_id, unchanged=None, permission=Permission.EDIT_PROPOSALS):
        """Return a row that the caller may change, once nobody else can; and if it is ``unchanged`` since it was read."""
        self._rows.lock(row_id)
        row = self.get(row_id)
        self._writable(self.proposal_of(row), permission)
        if unchanged:
            unchanged(row)
        return row

    def parent(self, proposal_id, field, what):
        """Return the proposal of a parent that a field of the body names, as ``protein 12``."""
        return parent_to_write(self._tx, self._access, proposal_id, field, what)

    def stays(self, row, proposal_id, field, what):
        """Refuse a parent that is not there, or of another proposal than the row's."""
        if self.parent(proposal_id, field, what)["proposalId"] != self.proposal_of(row):
            raise Invalid(errors={field: [f"Is another proposal's: a {self.noun} moves only within its own."]})

    def added(self, row_id, given):
        """Note that a row was made; return it."""
        self._note("added", row_id, given)
        return self.get(row_id)

    def changed(self, row_id, given):
        """Note that a row was changed; return it."""
        self._note("changed", row_id, given)
        return self.get(row_id)

    def removed(self, row_id):
        """Note that a row was removed."""
        self._note("removed", row_id)

    def _note(self, what, row_id, given=None):
        record(self._tx, self._access, f"{self.noun} {what}", f"{self.noun} {row_id}", given)

    def _writable(self, proposal_id, permission):
        if proposal_id is not None:
            proposal_to_write(self._tx, self._access, proposal_id, permission)
        elif not (self._access.everything and permission in self._access.identity.permissions):
            raise Forbidden(f"This {self.noun} is no proposal's: it takes all_proposals and {permission} to change it.")
