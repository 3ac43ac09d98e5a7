"""Papers: labels and lists of samples that go with shipments, and reports on sessions."""

import flask

from ispyb_api.compat.java_rest import items
from ispyb_api.compat.java_rest.answers import Made
from ispyb_api.compat.java_rest.papers import Papers
from ispyb_api.compat.java_rest.reports import Reports
from ispyb_api.compat.java_rest.rest import changes, reads

_PROPOSAL = "/<token>/proposal/<proposal>"
_PDF = Made("application/pdf")
_WORD = Made("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
_SESSION = f"{_PROPOSAL}/mx/datacollection/session/<session>"


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


@reads(f"{_SESSION}/report/pdf", _PDF)
def report(call, session):
    """Get a report on what was collected in a session, of the latest ?nbRows= groups at most"""
    return Reports(call).collected(items.one(session), "pdf", _most())


@reads(f"{_SESSION}/report/rtf", _WORD)
def report_to_edit(call, session):
    """Get the same as a document for a word processor"""
    return Reports(call).collected(items.one(session), "docx", _most())


@reads(f"{_SESSION}/analysisreport/pdf", _PDF)
def analysis_report(call, session):
    """Get a report on what came of what was collected in a session, likewise"""
    return Reports(call).processed(items.one(session), "pdf", _most())


@reads(f"{_SESSION}/analysisreport/rtf", _WORD)
def analysis_report_to_edit(call, session):
    """Get the same as a document for a word processor"""
    return Reports(call).processed(items.one(session), "docx", _most())


def _most():
    return items.one(flask.request.args.get("nbRows", ""))
