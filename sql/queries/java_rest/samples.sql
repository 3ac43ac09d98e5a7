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
