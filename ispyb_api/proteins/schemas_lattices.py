"""What a lattice that is expected of a protein looks like from outside."""

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import Float, Items, Text
from ispyb_api.http.shapes import new_of
from ispyb_api.proteins.schemas_crystals import ANGSTROM, DEGREE

MOST = 50  # lattices of one protein


class ExpectedLatticeSchema(ma.Schema):
    """A lattice that crystals of a protein are expected to have."""

    spaceGroup = Text("Space group, without blanks.", "ComponentLattice.spaceGroup")
    cell_a = Float("Length a of the cell.", "ComponentLattice.cell_a", ANGSTROM, plausible=(2, 3000))
    cell_b = Float("Length b of the cell.", "ComponentLattice.cell_b", ANGSTROM, plausible=(2, 3000))
    cell_c = Float("Length c of the cell.", "ComponentLattice.cell_c", ANGSTROM, plausible=(2, 3000))
    cell_alpha = Float("Angle α of the cell.", "ComponentLattice.cell_alpha", DEGREE, plausible=(20, 160))
    cell_beta = Float("Angle β of the cell.", "ComponentLattice.cell_beta", DEGREE, plausible=(20, 160))
    cell_gamma = Float("Angle γ of the cell.", "ComponentLattice.cell_gamma", DEGREE, plausible=(20, 160))


class LatticesSchema(ma.Schema):
    """The lattices that crystals of a protein are expected to have."""

    results = Items(ExpectedLatticeSchema, "The lattices.", "computed: ComponentLattice.componentLatticeId")


NewExpectedLatticeSchema = new_of(
    ExpectedLatticeSchema, *ExpectedLatticeSchema._declared_fields, name="NewExpectedLatticeSchema"
)


class NewLatticesSchema(ma.Schema):
    """All lattices that crystals of a protein are expected to have."""

    results = Items(
        NewExpectedLatticeSchema,
        "The lattices; they replace what is there.",
        required=True,
        validate=validate.Length(max=MOST),
    )
