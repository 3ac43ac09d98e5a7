"""What came of processing data collections, and its files."""

import re

import flask

from ispyb_api.compat.java_rest import items
from ispyb_api.compat.java_rest.answers import Archive, File, Lists
from ispyb_api.compat.java_rest.repository_results import Results, path
from ispyb_api.compat.java_rest.rest import reads
from ispyb_api.compat.java_rest.shapes.processing import ATTACHMENT, ROW

_PROCESSING = "/<token>/proposal/<proposal>/mx/autoprocintegration"
_CLOSED = "You don't have access to this resource"
_FILE = "file of a run"


@reads(f"{_PROCESSING}/datacollection/<collections>/view", Lists(ROW))
def results(call, collections):
    """List what came of processing each of some data collections"""
    return Results(call).of_collections(items.ids(collections))


@reads(f"{_PROCESSING}/attachment/autoprocprogramid/<programs>/list", Lists(ATTACHMENT))
def attachments(call, programs):
    """List the files of each of some runs"""
    wanted = items.ids(programs)
    found = Results(call).files(wanted)
    return [found.get(each, []) for each in wanted]


@reads(f"{_PROCESSING}/attachment/autoprocprogramid/<programs>/download", Archive(_FILE, closed=_CLOSED))
def archive(call, programs):
    """Download the files of some runs as one archive

    It is called as the argument forceFilename says, or else after the run.
    """
    found = Results(call).files(items.ids(programs))
    folders = {each: _called(each, files[0]["processingPrograms"]) for each, files in found.items()}
    several = len(found) > 1
    files = [(row["fileName"], path(row), folders[each] if several else "") for each, of in found.items() for row in of]
    name = flask.request.args.get("forceFilename") or ("download" if several else next(iter(folders.values()), ""))
    return re.sub(r"\.zip$", "", name), files


def _called(program, words):
    return f"{words or 'run'}_{program}"


@reads(f"{_PROCESSING}/autoprocattachmentid/<attachment>/get", File(_FILE, closed=_CLOSED, shown="text/plain"))
def attachment_as_text(call, attachment):
    """Get a file of a run as text"""
    return Results(call).file(items.one(attachment))


@reads(f"{_PROCESSING}/autoprocattachmentid/<attachment>/getPdf", File(_FILE, closed=_CLOSED, shown="application/pdf"))
def attachment_as_pdf(call, attachment):
    """Get a file of a run that is PDF"""
    return Results(call).file(items.one(attachment))


@reads(f"{_PROCESSING}/autoprocattachmentid/<attachment>/getHtml", File(_FILE, closed=_CLOSED, shown="text/html"))
def attachment_as_page(call, attachment):
    """Get a file of a run that is a page"""
    return Results(call).file(items.one(attachment))


@reads(f"{_PROCESSING}/autoprocattachmentid/<attachment>/download", File(_FILE, closed=_CLOSED, saved=True))
def attachment_to_keep(call, attachment):
    """Download a file of a run"""
    return Results(call).file(items.one(attachment))
