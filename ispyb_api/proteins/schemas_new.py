"""What one sends of a protein."""

import re

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.http.fields import Float, Ident, described
from ispyb_api.http.shapes import new_of, patch_of
from ispyb_api.proteins.schemas import ProteinSchema
from ispyb_api.proteins.words import named

_UUID = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", re.IGNORECASE)
_SEQUENCE = validate.Regexp(
    r"^(?:>[^\n]*\n)?[A-Za-z*\-\s]+$",
    error="Must be one-letter codes, after one line of FASTA's header if there is one.",
)


class Level(fields.Integer):
    """A class of danger, 1 to 4; also as text, for that is how it is shown."""

    def _deserialize(self, value, attr, data, **kwargs):
        if isinstance(value, str) and value.isdecimal() and len(value) == 1:
            value = int(value)
        return super()._deserialize(value, attr, data, **kwargs)


class Key(fields.String):
    """Sixteen bytes, written as a UUID with or without hyphens."""

    def _deserialize(self, value, attr, data, **kwargs):
        text = super()._deserialize(value, attr, data, **kwargs)
        if not _UUID.fullmatch(text):
            raise ma.ValidationError("Must be 32 hexadecimal digits, as a UUID has them.")
        return bytes.fromhex(text.replace("-", ""))


def _level(meaning, source):
    return Level(strict=True, validate=validate.Range(1, 4), metadata=described(meaning, source))


def _sequence():
    shown = ProteinSchema._declared_fields["sequence"].metadata
    return fields.String(allow_none=True, validate=_SEQUENCE, metadata=described(shown["meaning"], shown["source"]))


NewProteinSchema = new_of(
    ProteinSchema,
    *("name", "description", "proteinType", "density", "abundance", "safetyLevel", "isotropy"),
    name="NewProteinSchema",
    proposalId=Ident("The proposal that it belongs to.", "Protein.proposalId", required=True),
    acronym=named("Short name, with which its samples are labelled; a proposal has it once.", "Protein.acronym", 45),
    sequence=_sequence(),
    molecularMass=Float("Mass of one chain.", "Protein.molecularMass", "Da", plausible=(200, 1e8)),
    hazardGroup=_level("Risk group.", "Protein.hazardGroup"),
    containmentLevel=_level("Biosafety level.", "Protein.containmentLevel"),
    componentTypeId=Ident("What kind of thing it is.", "Protein.componentTypeId", allow_none=True),
    externalId=Key(allow_none=True, metadata=described("The user office's key of it, a UUID.", "Protein.externalId")),
)
ProteinPatchSchema = patch_of(NewProteinSchema, name="ProteinPatchSchema", without=("proposalId",))
