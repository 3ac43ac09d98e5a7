-- name: list_pdbs()
-- Models of the structure of a protein of a visible proposal, without their coordinates.
SELECT pd.pdbId,
       pr.proteinId,
       pd.name,
       pd.code,
       pd.source,
       COALESCE(CHAR_LENGTH(pd.contents), 0) AS _metadata__characters
  FROM Protein pr
  JOIN Protein_has_PDB hp ON hp.proteinid = pr.proteinId
  JOIN PDB pd ON pd.pdbId = hp.pdbid
  /*visible*/
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_pdbs()
-- How many models the same conditions leave.
SELECT COUNT(*) AS total
  FROM Protein pr
  JOIN Protein_has_PDB hp ON hp.proteinid = pr.proteinId
  JOIN PDB pd ON pd.pdbId = hp.pdbid
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: contents_of_pdb(proteinId, pdbId)
-- The coordinates of a model of a protein.
SELECT pd.name,
       pd.contents
  FROM Protein_has_PDB hp
  JOIN PDB pd ON pd.pdbId = hp.pdbid
 WHERE hp.proteinid = :proteinId
   AND hp.pdbid = :pdbId
 ORDER BY hp.proteinhaspdbid
 LIMIT 1;

-- name: add_pdb(name)
-- A model.
INSERT INTO PDB (name /*columns*/)
VALUES (:name /*values*/)
RETURNING pdbId;

-- name: link_pdb(proteinId, pdbId)
-- Make a model a protein's.
INSERT INTO Protein_has_PDB (proteinid, pdbid)
VALUES (:proteinId, :pdbId);

-- name: unlink_pdb(proteinId, pdbId)
-- Take a model from a protein.
DELETE FROM Protein_has_PDB
 WHERE proteinid = :proteinId
   AND pdbid = :pdbId;

-- part: pdbs_of_protein(proteinId)
-- The models of a protein.
SELECT hp.pdbid AS pdbId
  FROM Protein_has_PDB hp
 WHERE hp.proteinid = :proteinId;

-- name: proteins_with_pdb(pdbId)
-- How many proteins have a model.
SELECT COUNT(*) AS proteins
  FROM Protein_has_PDB hp
 WHERE hp.pdbid = :pdbId;

-- part: ligands_with_pdb()
-- Ligands that have a model.
SELECT hl.pdbId
  FROM Ligand_has_PDB hl;

-- name: remove_pdb(pdbId)
-- Drop a model that nothing has.
DELETE FROM PDB
 WHERE pdbId = :pdbId /*where*/;

-- name: pdb_of_proposal(pdbId, proposalId)
-- A model, if a protein or a ligand of the proposal has it.
SELECT hp.pdbid AS pdbId
  FROM Protein_has_PDB hp
  JOIN Protein pr ON pr.proteinId = hp.proteinid
 WHERE hp.pdbid = :pdbId
   AND pr.proposalId = :proposalId
 /*union*/
 LIMIT 1;

-- part: ligands_pdbs_of_proposal(pdbId, proposalId)
-- The same of ligands.
SELECT hl.pdbId
  FROM Ligand_has_PDB hl
  JOIN Ligand li ON li.ligandId = hl.ligandId
 WHERE hl.pdbId = :pdbId
   AND li.proposalId = :proposalId;

-- name: list_pdbs_of_ligands()
-- Models of the structure of a ligand of a visible proposal, without their coordinates.
SELECT pd.pdbId,
       li.ligandId,
       pd.name,
       pd.code,
       pd.source,
       COALESCE(CHAR_LENGTH(pd.contents), 0) AS _metadata__characters
  FROM Ligand li
  JOIN Ligand_has_PDB hl ON hl.ligandId = li.ligandId
  JOIN PDB pd ON pd.pdbId = hl.pdbId
  /*visible*/
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_pdbs_of_ligands()
-- How many models of ligands the same conditions leave.
SELECT COUNT(*) AS total
  FROM Ligand li
  JOIN Ligand_has_PDB hl ON hl.ligandId = li.ligandId
  JOIN PDB pd ON pd.pdbId = hl.pdbId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: contents_of_ligands_pdb(ligandId, pdbId)
-- The coordinates of a model of a ligand.
SELECT pd.name,
       pd.contents
  FROM Ligand_has_PDB hl
  JOIN PDB pd ON pd.pdbId = hl.pdbId
 WHERE hl.ligandId = :ligandId
   AND hl.pdbId = :pdbId;

-- name: link_pdb_to_ligand(ligandId, pdbId)
-- Make a model a ligand's.
INSERT INTO Ligand_has_PDB (ligandId, pdbId)
VALUES (:ligandId, :pdbId);

-- name: unlink_pdb_from_ligand(ligandId, pdbId)
-- Take a model from a ligand.
DELETE FROM Ligand_has_PDB
 WHERE ligandId = :ligandId
   AND pdbId = :pdbId;

-- part: pdbs_of_ligand(ligandId)
-- The models of a ligand.
SELECT hl.pdbId
  FROM Ligand_has_PDB hl
 WHERE hl.ligandId = :ligandId;
