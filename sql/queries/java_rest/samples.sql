-- name: proteins(proposalId)
-- Proteins of a proposal.
SELECT pr.proteinId,
       pr.name,
       pr.acronym,
       pr.safetyLevel,
       pr.molecularMass,
       pr.proteinType,
       pr.sequence,
       pr.personId,
       pr.bltimeStamp AS timeStamp,
       pr.isCreatedBySampleSheet,
       NULLIF(HEX(pr.externalId), '') AS externalId
  FROM Protein pr
  JOIN Proposal p ON p.proposalId = pr.proposalId
  /*visible*/
 WHERE pr.proposalId = :proposalId
 ORDER BY pr.proteinId;

-- name: crystals(proposalId)
-- Crystal forms of a proposal's proteins, each with its protein and its plan.
SELECT cr.crystalId,
       cr.name,
       cr.spaceGroup,
       cr.morphology,
       cr.color,
       cr.size_X AS sizeX,
       cr.size_Y AS sizeY,
       cr.size_Z AS sizeZ,
       cr.cell_a AS cellA,
       cr.cell_b AS cellB,
       cr.cell_c AS cellC,
       cr.cell_alpha AS cellAlpha,
       cr.cell_beta AS cellBeta,
       cr.cell_gamma AS cellGamma,
       cr.comments,
       cr.pdbFileName,
       cr.pdbFilePath,
       pr.proteinId AS proteinVO__proteinId,
       pr.name AS proteinVO__name,
       pr.acronym AS proteinVO__acronym,
       pr.safetyLevel AS proteinVO__safetyLevel,
       pr.molecularMass AS proteinVO__molecularMass,
       pr.proteinType AS proteinVO__proteinType,
       pr.sequence AS proteinVO__sequence,
       pr.personId AS proteinVO__personId,
       pr.bltimeStamp AS proteinVO__timeStamp,
       pr.isCreatedBySampleSheet AS proteinVO__isCreatedBySampleSheet,
       NULLIF(HEX(pr.externalId), '') AS proteinVO__externalId,
       dp.diffractionPlanId AS diffractionPlanVO__diffractionPlanId,
       dp.experimentKind AS diffractionPlanVO__experimentKind,
       dp.observedResolution AS diffractionPlanVO__observedResolution,
       dp.radiationSensitivity AS diffractionPlanVO__radiationSensitivity,
       dp.preferredBeamDiameter AS diffractionPlanVO__preferredBeamDiameter,
       dp.comments AS diffractionPlanVO__comments,
       dp.aimedCompleteness AS diffractionPlanVO__aimedCompleteness,
       dp.aimedMultiplicity AS diffractionPlanVO__aimedMultiplicity,
       dp.aimedResolution AS diffractionPlanVO__aimedResolution,
       dp.forcedSpaceGroup AS diffractionPlanVO__forcedSpaceGroup,
       dp.requiredResolution AS diffractionPlanVO__requiredResolution,
       dp.numberOfPositions AS diffractionPlanVO__numberOfPositions,
       dp.minOscWidth AS diffractionPlanVO__minOscWidth,
       dp.axisRange AS diffractionPlanVO__axisRange,
       dp.minimalResolution AS diffractionPlanVO__minimalResolution,
       dp.exposureTime AS diffractionPlanVO__exposureTime,
       dp.oscillationRange AS diffractionPlanVO__oscillationRange,
       dp.maximalResolution AS diffractionPlanVO__maximalResolution,
       dp.screeningResolution AS diffractionPlanVO__screeningResolution,
       dp.anomalousScatterer AS diffractionPlanVO__anomalousScatterer,
       dp.preferredBeamSizeX AS diffractionPlanVO__preferredBeamSizeX,
       dp.preferredBeamSizeY AS diffractionPlanVO__preferredBeamSizeY,
       dp.aimedIOverSigmaAtHighestRes AS diffractionPlanVO__aimedIOverSigmaAtHighestRes,
       dp.anomalousData AS diffractionPlanVO__anomalousData,
       dp.complexity AS diffractionPlanVO__complexity,
       dp.estimateRadiationDamage AS diffractionPlanVO__estimateRadiationDamage,
       dp.requiredCompleteness AS diffractionPlanVO__requiredCompleteness,
       dp.requiredMultiplicity AS diffractionPlanVO__requiredMultiplicity,
       dp.strategyOption AS diffractionPlanVO__strategyOption,
       dp.kappaStrategyOption AS diffractionPlanVO__kappaStrategyOption,
       dp.minDimAccrossSpindleAxis AS diffractionPlanVO__minDimAccrossSpindleAxis,
       dp.maxDimAccrossSpindleAxis AS diffractionPlanVO__maxDimAccrossSpindleAxis,
       dp.radiationSensitivityBeta AS diffractionPlanVO__radiationSensitivityBeta,
       dp.radiationSensitivityGamma AS diffractionPlanVO__radiationSensitivityGamma
  FROM Protein pr
  JOIN Crystal cr ON cr.proteinId = pr.proteinId
  JOIN Proposal p ON p.proposalId = pr.proposalId
  LEFT JOIN DiffractionPlan dp ON dp.diffractionPlanId = cr.diffractionPlanId
  /*visible*/
 WHERE pr.proposalId = :proposalId
 ORDER BY cr.crystalId;

-- name: structures_of_crystals(proposalId)
-- Structures that were sent in for the crystal forms of a proposal.
SELECT st.structureId,
       st.macromoleculeId,
       st.crystalId,
       st.blSampleId,
       st.filePath,
       st.name,
       st.structureType,
       st.fromResiduesBases,
       st.toResiduesBases,
       st.sequence,
       st.symmetry,
       st.multiplicity,
       st.groupName,
       st.creationDate,
       st.proposalId,
       st.uniprotId
  FROM Protein pr
  JOIN Crystal cr ON cr.proteinId = pr.proteinId
  JOIN Structure st ON st.crystalId = cr.crystalId
  JOIN Proposal p ON p.proposalId = pr.proposalId
  /*visible*/
 WHERE pr.proposalId = :proposalId
 ORDER BY st.structureId;

-- name: ligands(proposalId)
-- Structures that were sent in for a proposal as such.
SELECT st.structureId,
       st.macromoleculeId,
       st.crystalId,
       st.blSampleId,
       st.filePath,
       st.name,
       st.structureType,
       st.fromResiduesBases,
       st.toResiduesBases,
       st.sequence,
       st.symmetry,
       st.multiplicity,
       st.groupName,
       st.creationDate,
       st.proposalId,
       st.uniprotId
  FROM Structure st
  JOIN Proposal p ON p.proposalId = st.proposalId
  /*visible*/
 WHERE st.proposalId = :proposalId
 ORDER BY st.structureId;

-- name: add_structure(filePath)
-- A structure that was sent in.
INSERT INTO Structure (filePath, creationDate /*columns*/)
VALUES (:filePath, NOW() /*values*/)
RETURNING structureId;

-- name: remove_structure(structureId)
-- A structure that its people take back.
DELETE FROM Structure WHERE structureId = :structureId;

-- name: space_groups(name)
-- Space groups by their short name, in small letters, with their crystal families.
SELECT sg.spaceGroupId,
       sg.spaceGroupNumber,
       sg.spaceGroupShortName,
       sg.spaceGroupName,
       sg.bravaisLattice,
       sg.bravaisLatticeName,
       sg.pointGroup,
       sg.MX_used AS mxUsed,
       gc.geometryClassnameId AS geometryClassnameVO__geometryClassnameId,
       gc.geometryClassname AS geometryClassnameVO__geometryClassname,
       gc.geometryOrder AS geometryClassnameVO__geometryOrder
  FROM SpaceGroup sg
  LEFT JOIN GeometryClassname gc ON gc.geometryClassnameId = sg.geometryClassnameId
 WHERE LOWER(sg.spaceGroupShortName) = :name
 ORDER BY sg.spaceGroupId;

-- name: samples_of_proposal(proposalId)
-- Samples in the shipments of a proposal.
SELECT sm.blSampleId
  FROM Shipping sh
  JOIN Dewar dw ON dw.shippingId = sh.shippingId
  JOIN Container ct ON ct.dewarId = dw.dewarId
  JOIN BLSample sm ON sm.containerId = ct.containerId
  /*visible*/
 WHERE sh.proposalId = :proposalId;

-- name: samples_in_containers(proposalId, containers)
-- Samples in some containers, if these are in shipments of a proposal.
SELECT sm.blSampleId
  FROM Shipping sh
  JOIN Dewar dw ON dw.shippingId = sh.shippingId
  JOIN Container ct ON ct.dewarId = dw.dewarId
  JOIN BLSample sm ON sm.containerId = ct.containerId
  /*visible*/
 WHERE sh.proposalId = :proposalId
   AND ct.containerId IN (:containers);

-- name: samples(samples)
-- Samples that were found to be visible, with where they are and whether something was measured of them.
SELECT sm.blSampleId AS BLSample_blSampleId,
       sm.containerId AS BLSample_containerId,
       sm.name AS BLSample_name,
       sm.location AS BLSample_location,
       pr.proteinId AS Protein_proteinId,
       pr.name AS Protein_name,
       pr.acronym AS Protein_acronym,
       ct.containerId AS Container_containerId,
       ct.code AS Container_code,
       ct.containerType AS Container_containerType,
       ct.beamlineLocation AS Container_beamlineLocation,
       ct.sampleChangerLocation AS Container_sampleChangerLocation,
       dw.code AS Dewar_code,
       dw.dewarId AS Dewar_dewarId,
       dw.barCode AS Dewar_barCode,
       sh.shippingId AS Shipping_shippingId,
       s.sessionId,
       s.startDate AS BLSession_startDate,
       s.beamLineName AS BLSession_beamLineName,
       sm.diffractionPlanId AS BLSample_diffractionPlanId,
       sm.crystalId AS BLSample_crystalId,
       sm.code AS BLSample_code,
       sm.holderLength AS BLSample_holderLength,
       sm.loopLength AS BLSample_loopLength,
       sm.loopType AS BLSample_loopType,
       sm.wireWidth AS BLSample_wireWidth,
       sm.comments AS BLSample_comments,
       sm.completionStage AS BLSample_completionStage,
       sm.structureStage AS BLSample_structureStage,
       sm.publicationStage AS BLSample_publicationStage,
       sm.publicationComments AS BLSample_publicationComments,
       sm.blSampleStatus AS BLSample_blSampleStatus,
       sm.isInSampleChanger AS BLSample_isInSampleChanger,
       sm.lastKnownCenteringPosition AS BLSample_lastKnownCenteringPosition,
       sm.recordTimeStamp AS BLSample_recordTimeStamp,
       sm.SMILES AS BLSample_SMILES,
       pr.proteinType AS Protein_proteinType,
       pr.proposalId AS Protein_proposalId,
       pe.personId AS Person_personId,
       pe.familyName AS Person_familyName,
       pe.givenName AS Person_givenName,
       pe.emailAddress AS Person_emailAddress,
       ct.containerStatus AS Container_containerStatus,
       dw.storageLocation AS Dewar_storageLocation,
       dw.dewarStatus AS Dewar_dewarStatus,
       (SELECT MAX(mg.dataCollectionGroupId)
          FROM DataCollectionGroup mg
          /*visible_groups*/
         WHERE mg.blSampleId = sm.blSampleId) AS DataCollectionGroup_dataCollectionGroupId
  FROM BLSample sm
  JOIN Container ct ON ct.containerId = sm.containerId
  JOIN Dewar dw ON dw.dewarId = ct.dewarId
  JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
  LEFT JOIN Person pe ON pe.personId = pr.personId
  LEFT JOIN BLSession s ON s.sessionId = dw.firstExperimentId
 WHERE sm.blSampleId IN (:samples)
 ORDER BY sm.blSampleId;
