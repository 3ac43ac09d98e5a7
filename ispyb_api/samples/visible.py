"""Which samples the caller may see, as clauses for the queries of samples and of what belongs to them."""

from ispyb_api import names
from ispyb_api.db.listing import conjunction
from ispyb_api.db.queries import Clause

# With one of these given there are so few rows that it is quicker to look at the proposal of each.
FEW = ("blSampleId", "blSampleIds", "blSubSampleId", "blSampleImageId", "containerId", "proteinId")
PROPOSAL = "COALESCE(sh.proposalId, pr.proposalId)"


def samples(tx, arguments, access):
    """Return the join with the samples that the caller may see, and the condition on the proposal.

    For queries with the sample as ``sm``, the shipment as ``sh``, the protein as ``pr`` and the proposal as ``p``.
    """
    name = arguments.get("proposal")
    named = names.proposal(name) if name else None
    shared = _shared(tx, named, access)
    if any(arguments.get(each) for each in FEW) and not shared.sql:
        return access.contents(PROPOSAL), named
    visible = access.contents("p.proposalId")
    if not visible.sql and not named:
        return visible, None
    return _of_proposals(tx, visible, named, shared), None


def _of_proposals(tx, visible, named, shared):
    """Return the join that begins with the proposals: the database then reads their samples alone."""
    part, where = tx.part("samples.samples_of_proposals").sql, conjunction(named)
    sql = part.replace("/*visible*/", visible.sql).replace("/*where*/", where.sql) + shared.sql
    values = {**visible.params, **where.params, **shared.params}
    return Clause(f"JOIN ({sql}) mine ON mine.blSampleId = sm.blSampleId", values)


def _shared(tx, named, access):
    """Return the further samples that were shared with the caller one by one; a service token's are none."""
    identity = access.identity
    if not identity.shared_samples or identity.limits is not None or not access.contents("p.proposalId").sql:
        return Clause()
    part, where = tx.part("samples.samples_granted", g_person=identity.person_id), conjunction(named)
    return Clause("\n UNION\n" + part.sql.replace("/*where*/", where.sql), {**part.params, **where.params})


def collections(access):
    """Return the join that leaves the collections the caller may see, of a shared sample those of other sessions too."""
    return access.measured("dc", "mg.dataCollectionGroupId", "mg.sessionId")


def put(sql, **clauses):
    """Return ``sql`` as a clause, with others in its slots."""
    params = {}
    for slot, clause in clauses.items():
        sql = sql.replace(f"/*{slot}*/", clause.sql)
        params |= clause.params
    return Clause(sql, params)
