"""What a model of a protein's structure looks like from outside, and what one sends of it."""

import re

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import Ident, Int, Part, Text
from ispyb_api.http.paging import PageArguments, order_by, page_of
from ispyb_api.proteins.words import named

LARGEST = 10_000_000
_ATOMS = re.compile(r"^(?:ATOM|HETATM)\s", re.MULTILINE)


class PdbMetadataSchema(ma.Schema):
    """How large a model is."""

    characters = Int(
        "How many characters its file has; 0 if only a code is recorded.", "computed: PDB.contents", allow_none=False
    )


class ModelSchema(ma.Schema):
    """A model of a structure: a file, or a code of the Protein Data Bank."""

    pdbId = Ident("The model's row.", "PDB.pdbId")
    name = Text("Name of the model, or of its file.", "PDB.name")
    code = Text("Its code in the Protein Data Bank.", "PDB.code")
    source = Text("Where it comes from, as AlphaFold.", "PDB.source")
    _metadata = Part(PdbMetadataSchema, "How large it is.", allow_none=False)


class PdbSchema(ModelSchema):
    """A model of a protein's structure."""

    proteinId = Ident("The protein it is a model of.", "Protein_has_PDB.proteinid")


class NewPdbSchema(ma.Schema):
    """A model to add: the text of a PDB or mmCIF file, or a code of the Protein Data Bank."""

    name = named("Name of the model, or of its file.", "PDB.name", 255)
    code = Text(
        "Its code in the Protein Data Bank.",
        "PDB.code",
        allow_none=False,
        validate=validate.Regexp(r"^[0-9][A-Za-z0-9]{3}$(?!\n)", error="Must be a digit and three letters or digits."),
    )
    contents = Text(
        f"The file, PDB or mmCIF, at most {LARGEST:,} characters.",
        "PDB.contents",
        allow_none=False,
        validate=validate.Length(max=LARGEST),
    )
    source = Text("Where it comes from, as AlphaFold.", "PDB.source")

    @ma.validates("contents")
    def _has_atoms(self, text, data_key):
        if not _ATOMS.search(text):
            raise ma.ValidationError("Is neither a PDB nor an mmCIF file: no line of it is an atom.")

    @ma.validates_schema
    def _file_or_code(self, data, **_):
        if ("contents" in data) == ("code" in data):
            raise ma.ValidationError("Give either contents or code.", "contents")


class PdbArguments(PageArguments):
    order_by = order_by("pdbId")


PdbPageSchema = page_of(PdbSchema)
