"""Proposals."""

from ispyb_api.compat.java_rest import items
from ispyb_api.compat.java_rest.answers import Rows, Told
from ispyb_api.compat.java_rest.repository_proposals import Proposals
from ispyb_api.compat.java_rest.rest import reads
from ispyb_api.compat.java_rest.shapes.proposals import INFO, ROW


@reads("/<token>/proposal/list", Rows(ROW))
def proposals(call):
    """List the proposals that the caller sees"""
    return Proposals(call).all()


@reads("/<token>/proposal/session/<session>/list", Rows(ROW))
def proposal_of_session(call, session):
    """List the one proposal to which a session belongs"""
    return Proposals(call).of_session(items.one(session))


@reads("/<token>/proposal/<proposal>/info/get", Told(INFO))
def proposal_info(call):
    """Get a proposal with its proteins, crystal forms, addresses and ligands, in a list of one

    The proposal may also be called by the login of one of its people.
    """
    return [Proposals(call).info()]
