"""Samples in their containers, and proteins."""

from ispyb_api.compat.java_rest import items
from ispyb_api.compat.java_rest.answers import Rows
from ispyb_api.compat.java_rest.repository_proposals import Proposals
from ispyb_api.compat.java_rest.repository_samples import Samples
from ispyb_api.compat.java_rest.rest import reads
from ispyb_api.compat.java_rest.shapes.samples import PROTEIN, ROW

_MX = "/<token>/proposal/<proposal>/mx"


@reads(f"{_MX}/sample/list", Rows(ROW))
def samples(call):
    """List the samples in a proposal's shipments"""
    return Samples(call).all()


@reads(f"{_MX}/sample/containerid/<containers>/list", Rows(ROW))
def samples_in_containers(call, containers):
    """List the samples in some containers"""
    return Samples(call).in_containers(items.ids(containers))


@reads(f"{_MX}/protein/list", Rows(PROTEIN))
def proteins(call):
    """List a proposal's proteins"""
    return Proposals(call).proteins()
