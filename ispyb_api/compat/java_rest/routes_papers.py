"""Papers that go with shipments: labels, and lists of samples."""

from ispyb_api.compat.java_rest import items
from ispyb_api.compat.java_rest.answers import Made
from ispyb_api.compat.java_rest.papers import Papers
from ispyb_api.compat.java_rest.rest import changes, reads

_PROPOSAL = "/<token>/proposal/<proposal>"
_PDF = Made("application/pdf")


@changes("GET", f"{_PROPOSAL}/shipping/<anyShipping>/dewar/<dewar>/labels", _PDF)
def labels(call, dewar, **_):
    """Get the labels of a dewar, which is ready to go then

    Only the dewar's id counts: front ends send it in place of the shipment's, too.
    """
    return Papers(call).labels(items.one(dewar))


@reads(f"{_PROPOSAL}/mx/sample/dewar/<dewars>/sortView/<order>/list/pdf", _PDF)
def sample_list(call, dewars, order):
    """Get a list of the samples in some dewars, by name (1) or by container (2)"""
    return Papers(call).samples(items.ids(dewars), by_container=order == "2")
