"""Structures that people send for a crystal form or a proposal: a file, and a row that says where it is."""

import flask

from ispyb_api.auth.writing import proposal_to_write, record
from ispyb_api.compat.java_rest import sent
from ispyb_api.compat.java_rest.repository_proposals import Proposals
from ispyb_api.compat.java_rest.service_crystals import crystal
from ispyb_api.errors import Invalid
from ispyb_api.files import uploads

_COLUMNS = {"structureType": "type", **{name: name for name in ("groupName", "multiplicity", "uniprotId")}}


def of_proposal(call, form):
    """Keep a structure of the proposal; return its row."""
    number = _kept(call, form, {"proposalId": call.proposal_id})
    return next(row for row in Proposals(call).ligands() if row["structureId"] == number)


def of_crystal(call, number, form):
    """Keep a structure of a crystal form of the proposal."""
    crystal(call, number)
    _kept(call, form, {"crystalId": number})


def remove(call, number, structure):
    """Remove a structure of a crystal form; one that is gone stays so.  The file is kept."""
    _may_write(call)
    if structure in [each["structureId"] for each in crystal(call, number)["structure3VOs"]]:
        call.tx.run("java_rest.remove_structure", structureId=structure)
        record(call.tx, call.access, "structure removed", f"structure {structure}")


def _kept(call, form, whose):
    proposal, file = _may_write(call), flask.request.files.get("file")
    if file is None:
        raise Invalid(errors={"file": ["Missing: the structure's file is to be sent."]})
    name = sent.text(form, "fileName") or file.filename or "structure"
    values = {column: sent.text(form, key) for column, key in _COLUMNS.items()}
    file.stream.seek(0)  # a transaction that gave way to another is tried again
    path = uploads.save(file.stream, name, proposal["proposal"].lower())
    try:
        row = {**values, **whose, "name": uploads.plain(name)}
        number = call.tx.add("java_rest.add_structure", row, filePath=path)
        record(call.tx, call.access, "structure added", f"structure {number}", row)
    except BaseException:
        uploads.forget(path)
        raise
    return number


def _may_write(call):
    return proposal_to_write(call.tx, call.access, call.proposal_id)
