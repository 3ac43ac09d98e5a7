"""Lattices that are expected of proteins.  The SQL is in sql/queries/proteins/lattices.sql."""

from ispyb_api.errors import NotInThisDatabase


class LatticeRepository:
    def __init__(self, tx):
        self._tx = tx

    @property
    def keeps_several(self):
        """Tell whether this database has a place for several of a protein, with their space groups."""
        return self._tx.part("proteins.lattices_of_protein") is not None

    def of_protein(self, protein_id):
        """Return the lattices of a protein."""
        query = "proteins.lattices_of_protein" if self.keeps_several else "proteins.lattice_of_protein"
        return self._tx.all(query, proteinId=protein_id) if self._tx.part(query) else []

    def put(self, protein_id, rows):
        """Replace the lattices of a protein."""
        if self.keeps_several:
            self._tx.run("proteins.remove_lattices", proteinId=protein_id)
            if rows:
                self._tx.add_all("proteins.add_lattices", rows, componentId=protein_id)
        elif self._tx.part("proteins.remove_lattice"):
            self._tx.run("proteins.remove_lattice", proteinId=protein_id)
            if rows:
                self._tx.add_all("proteins.add_lattice", rows, proteinId=protein_id)
        elif rows:
            raise NotInThisDatabase("This database has no place for lattices of proteins.")
