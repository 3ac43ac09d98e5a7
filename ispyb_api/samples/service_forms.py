"""The crystal forms of many samples: each is found, or made once for all samples that are alike."""

from ispyb_api.errors import Invalid
from ispyb_api.proteins.repository import ProteinRepository
from ispyb_api.proteins.repository_crystals import CrystalRepository
from ispyb_api.proteins.service_crystals import Crystals
from ispyb_api.samples.words import OF_CRYSTAL_ROWS


class Forms:
    """The forms that ``rows`` mean, within one proposal that the caller may change."""

    def __init__(self, tx, access, proposal, rows):
        self._tx, self._proposal, self._rows = tx, proposal, rows
        self._service, self._crystals = Crystals(tx, access), CrystalRepository(tx)
        self._spelt = {}
        ids = {row["proteinId"] for row in rows if row.get("proteinId")}
        acronyms = {row["acronym"] for row in rows if row.get("acronym")}
        found = ProteinRepository(tx).among(proposal["proposalId"], ids, acronyms) if ids or acronyms else []
        self._proteins, self._called = {row["proteinId"] for row in found}, {}
        for row in found:
            self._called.setdefault((row["acronym"] or "").casefold(), []).append(row["proteinId"])
        crystals = {row["crystalId"] for row in rows if row.get("crystalId")}
        self._mine = self._crystals.among(proposal["proposalId"], crystals) if crystals else set()

    def faults(self, row):
        """Return what is wrong with the protein and the crystal form of a row, by field."""
        name, whose = self._proposal["proposal"], {}
        if row.get("crystalId") and row["crystalId"] not in self._mine:
            whose = {"crystalId": [f"No crystal of {name}."]}
        elif row.get("proteinId") and row["proteinId"] not in self._proteins:
            whose = {"proteinId": [f"No protein of {name}."]}
        elif row.get("acronym"):
            found = self._called.get(row["acronym"].casefold(), [])
            if len(found) != 1:
                why = f"several such proteins: {', '.join(map(str, found))}" if found else "no such protein"
                whose = {"acronym": [f"{name} has {why}."]}
        try:
            values = self._fitted(row)
        except Invalid as exc:
            return {**whose, **exc.errors}
        wrong = self._tx.faults("Crystal", values)
        return {**whose, **{"crystalName" if field == "name" else field: each for field, each in wrong.items()}}

    def make(self):
        """Return the crystal form's id for each row, None for a row without a protein; those that are missing are made."""
        proteins = [self._protein(row) for row in self._rows]
        known = {}
        for form in self._crystals.forms_of({each for each in proteins if each}) if any(proteins) else ():
            known.setdefault(_signature(form["proteinId"], form), form["crystalId"])
        return [
            row.get("crystalId") or (protein and self._form(protein, row, known))
            for row, protein in zip(self._rows, proteins, strict=True)
        ]

    def _form(self, protein_id, row, known):
        values = self._fitted(row)
        key = _signature(protein_id, values)
        if key not in known:
            known[key] = self._service.make(self._proposal, {"proteinId": protein_id, **values})
        return known[key]

    def _protein(self, row):
        if row.get("acronym"):
            return self._called[row["acronym"].casefold()][0]
        return row.get("proteinId")

    def _fitted(self, row):
        """Return the values of a row's form, its space group as the database spells it; each is asked for once."""
        values = {name: row[name] for name in OF_CRYSTAL_ROWS if row.get(name) is not None}
        if name := values.get("spaceGroup"):
            if name not in self._spelt:
                self._spelt[name] = self._service.fitted({"spaceGroup": name})
            values |= self._spelt[name]
        return {**values, "name": row["crystalName"]} if row.get("crystalName") is not None else values


def _signature(protein_id, values):
    """Return what makes two forms of a protein the same."""
    return protein_id, *(values.get(name) for name in ("name", *OF_CRYSTAL_ROWS))
