-- part: lattices_of_protein(proteinId)
-- Lattices that are expected of a protein.
SELECT cl.spaceGroup,
       cl.cell_a,
       cl.cell_b,
       cl.cell_c,
       cl.cell_alpha,
       cl.cell_beta,
       cl.cell_gamma
  FROM ComponentLattice cl
 WHERE cl.componentId = :proteinId
 ORDER BY cl.componentLatticeId;

-- part: lattice_of_protein(proteinId)
-- The same, in the family that keeps one, without a space group.
SELECT NULL AS spaceGroup,
       la.cell_a,
       la.cell_b,
       la.cell_c,
       la.cell_alpha,
       la.cell_beta,
       la.cell_gamma
  FROM Protein_has_Lattice la
 WHERE la.proteinId = :proteinId;

-- part: remove_lattices(proteinId)
-- Forget the lattices that are expected of a protein.
DELETE FROM ComponentLattice
 WHERE componentId = :proteinId;

-- part: add_lattices(componentId)
-- Lattices that are expected of a protein.
INSERT INTO ComponentLattice (componentId /*columns*/)
VALUES (:componentId /*values*/) /*rows*/;

-- part: remove_lattice(proteinId)
-- Forget the lattice that is expected of a protein, in the other family.
DELETE FROM Protein_has_Lattice
 WHERE proteinId = :proteinId;

-- part: add_lattice(proteinId)
-- The lattice that is expected of a protein, in the other family.
INSERT INTO Protein_has_Lattice (proteinId /*columns*/)
VALUES (:proteinId /*values*/) /*rows*/;
