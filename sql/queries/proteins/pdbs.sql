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

-- name: link_pdb(proteinid, pdbid)
-- Make a model a protein's.
INSERT INTO Protein_has_PDB (proteinid, pdbid)
VALUES (:proteinid, :pdbid);

-- name: unlink_pdb(proteinId, pdbId)
-- Take a model from a protein.
DELETE FROM Protein_has_PDB
 WHERE proteinid = :proteinId
   AND pdbid = :pdbId;

-- name: pdbs_of_protein(proteinId)
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
