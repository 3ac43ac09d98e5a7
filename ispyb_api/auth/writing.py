"""May the caller change what belongs to a proposal?  Asked in the transaction that changes it."""

from ispyb_api.auth.access import BEAMLINE, UNPROTECTED
from ispyb_api.errors import Forbidden, NotFound

READ_ONLY = ("Closed", "Cancelled")


def proposal_to_write(tx, access, proposal_id):
    """Return a proposal's id, name, state and principal investigator, if the caller may write what belongs to it.

    Not found is one that the caller does not see, or of which only something was shared.  One that is closed or
    cancelled is read only to those who see it for their part in it: staff of its beamlines may still correct it.
    """
    found = _seen(tx, access.contents("p.proposalId"), proposal_id)
    if found is None:
        raise NotFound(f"No proposal {proposal_id}.")
    if found["state"] in READ_ONLY and not _as_staff(tx, access, proposal_id):
        raise Forbidden(
            f"The proposal {found['proposal']} is {found['state'].lower()}: what belongs to it is read only."
        )
    return found


def _as_staff(tx, access, proposal_id):
    if access.everything:
        return True
    of_beamlines = [rule for rule in access.rules if rule in (BEAMLINE, UNPROTECTED)]
    return bool(of_beamlines) and _seen(tx, access.proposals("p.proposalId", *of_beamlines), proposal_id) is not None


def _seen(tx, visible, proposal_id):
    return tx.one("auth.proposal_to_write", {"visible": visible}, proposalId=proposal_id)
