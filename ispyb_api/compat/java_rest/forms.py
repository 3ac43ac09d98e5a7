"""The crystal form that a sample of a front end means: the one of its protein with this space group and cell."""

from ispyb_api.auth.writing import proposal_to_write
from ispyb_api.compat.java_rest import sent
from ispyb_api.errors import Invalid
from ispyb_api.proteins.repository import ProteinRepository
from ispyb_api.proteins.repository_crystals import CrystalRepository
from ispyb_api.proteins.service_crystals import Crystals

CELL = {f"cell{name.capitalize()}": f"cell_{name}" for name in ("a", "b", "c", "alpha", "beta", "gamma")}


class CrystalForms:
    """Those of the proteins of the proposal in the path; what is missing is made, once for all samples that are alike."""

    def __init__(self, call, samples):
        self._proposal = proposal_to_write(call.tx, call.access, call.proposal_id)
        self._service, self._crystals = Crystals(call.tx, call.access), CrystalRepository(call.tx)
        proteins = [sent.part(sent.part(each, "crystalVO"), "proteinVO") for each in samples]
        ids = {sent.whole(each, "proteinId") for each in proteins} - {None}
        acronyms = {sent.text(each, "acronym") for each in proteins} - {None}
        found = ProteinRepository(call.tx).among(call.proposal_id, ids, acronyms) if ids or acronyms else []
        self._proteins = {row["proteinId"] for row in found}
        self._called = {(row["acronym"] or "").casefold(): row["proteinId"] for row in found}
        self._forms = self._crystals.forms_of(self._proteins) if self._proteins else []

    def of(self, sample):
        """Return the id of a sample's crystal form; None for a sample that names no protein."""
        crystal = sent.part(sample, "crystalVO")
        protein = self._protein(sent.part(crystal, "proteinVO"))
        if protein is None:
            return None
        values = self._service.fitted({"spaceGroup": sent.text(crystal, "spaceGroup")})
        values |= {column: sent.real(crystal, key) for key, column in CELL.items()}
        alike = [form for form in self._forms if form["proteinId"] == protein and _is(form, values)]
        named = sent.whole(crystal, "crystalId")
        for form in sorted(alike, key=lambda form: form["crystalId"] != named):
            return form["crystalId"]
        if comments := sent.text(crystal, "comments"):
            values["comments"] = comments
        made = self._service.make(self._proposal, {"proteinId": protein, **values})
        self._forms.append({"proteinId": protein, "crystalId": made, **values})
        return made

    def _protein(self, told):
        number, acronym = sent.whole(told, "proteinId"), sent.text(told, "acronym")
        if number is None and acronym is None:
            return None
        found = number if number in self._proteins else self._called.get((acronym or "").casefold())
        if found is None:
            what = f"acronym {acronym}" if acronym else f"id {number}"
            raise Invalid(errors={"proteinVO": [f"{self._proposal['proposal']} has no protein of the {what}."]})
        return found


def _is(form, values):
    """Tell whether a stored form has this space group and cell; nothing is as good as nothing."""
    same_group = (form["spaceGroup"] or "").casefold() == (values["spaceGroup"] or "").casefold()
    return same_group and all(_near(form[column], values[column]) for column in CELL.values())


def _near(stored, given):
    if not stored or not given:
        return not stored and not given
    return abs(float(stored) - given) < 1e-3
