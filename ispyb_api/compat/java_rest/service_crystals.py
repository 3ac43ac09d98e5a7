"""Save proteins and crystal forms as front ends do, by the rules of /ispyb/api/v1."""

import marshmallow as ma

from ispyb_api.compat.java_rest import sent
from ispyb_api.compat.java_rest.forms import CELL
from ispyb_api.compat.java_rest.repository_proposals import Proposals
from ispyb_api.compat.java_rest.service_shipping import anyhow
from ispyb_api.errors import Invalid, NotFound
from ispyb_api.http.shapes import flat
from ispyb_api.proteins.schemas_crystals import CrystalPatchSchema, NewCrystalSchema
from ispyb_api.proteins.schemas_new import NewProteinSchema, ProteinPatchSchema
from ispyb_api.proteins.service import Proteins
from ispyb_api.proteins.service_crystals import Crystals

_PROTEIN = {name: (name, sent.text) for name in ("name", "acronym")}
# Numbers are read by the schema, which says what of them is wrong.
_CRYSTAL = {
    **{name: (name, sent.text) for name in ("name", "spaceGroup", "comments")},
    **{key: (column, sent.text) for key, column in CELL.items()},
}
_KEYS = {column: key for key, column in CELL.items()}


def save_protein(call, form):
    """Make a protein, or change the one that the form names; return it."""
    values, number = sent.read(form, _PROTEIN), sent.whole(form, "proteinId")
    service = Proteins(call.tx, call.access)
    if number is None or number <= 0:
        made = service.add(_checked(NewProteinSchema, {"proposalId": call.proposal_id, **values}))
        return protein(call, made["proteinId"])
    protein(call, number)
    service.change(number, _checked(ProteinPatchSchema, values), anyhow)
    return protein(call, number)


def save_crystal(call, protein_id, form):
    """Make a crystal form of a protein, or change the one that the form names; return it."""
    protein(call, protein_id)
    values, number = {"proteinId": protein_id, **sent.read(form, _CRYSTAL)}, sent.whole(form, "crystalId")
    service = Crystals(call.tx, call.access)
    if number is None or number <= 0:
        return crystal(call, service.add(_checked(NewCrystalSchema, values))["crystalId"])
    crystal(call, number)
    service.change(number, _checked(CrystalPatchSchema, values), anyhow)
    return crystal(call, number)


def protein(call, number):
    """Return a protein of the proposal in the path; raise NotFound if it is none."""
    return _one(Proposals(call).proteins(), "proteinId", number, "protein")


def crystal(call, number):
    """Return a crystal form of the proposal in the path; raise NotFound if it is none."""
    return _one(Proposals(call).crystals(), "crystalId", number, "crystal form")


def _one(rows, key, number, noun):
    found = next((row for row in rows if row[key] == number), None)
    if found is None:
        raise NotFound(f"The {noun} is not one of this proposal.")
    return found


def _checked(schema, values):
    try:
        return schema().load(values)
    except ma.ValidationError as exc:
        wrong = flat(exc.normalized_messages())
        raise Invalid(errors={_KEYS.get(name, name): told for name, told in wrong.items()}) from None
