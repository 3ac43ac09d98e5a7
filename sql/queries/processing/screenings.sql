-- name: list_screenings()
-- Characterisations that the caller may see.
SELECT sc.screeningId,
       sc.dataCollectionId,
       sc.dataCollectionGroupId,
       sc.diffractionPlanId,
       sc.autoProcProgramId,
       sc.programVersion,
       sc.comments,
       sc.shortComments,
       sc.bltimeStamp
  FROM Screening sc
  /*visible*/
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_screenings()
-- How many characterisations the same conditions leave.
SELECT COUNT(*) AS total
  FROM Screening sc
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- part: screenings_by_collection()
-- Characterisations that name their collection.
SELECT sn.screeningId
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN Screening sn ON sn.dataCollectionId = d.dataCollectionId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- part: screenings_by_group()
-- Characterisations that name their group of collections only.
SELECT sn.screeningId
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN Screening sn ON sn.dataCollectionGroupId = g.dataCollectionGroupId AND sn.dataCollectionId IS NULL
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: parts_of_screenings(screenings)
-- What belongs to some characterisations, one row a part: outputs, their lattices and strategies, wedges, sub-wedges.
SELECT k.kind,
       k.parentId,
       o.screeningOutputId AS output__screeningOutputId,
       o.statusDescription AS output__statusDescription,
       o.rejectedReflections AS output__rejectedReflections,
       o.resolutionObtained AS output__resolutionObtained,
       o.spotDeviationR AS output__spotDeviationR,
       o.spotDeviationTheta AS output__spotDeviationTheta,
       o.beamShiftX AS output__beamShiftX,
       o.beamShiftY AS output__beamShiftY,
       o.numSpotsFound AS output__numSpotsFound,
       o.numSpotsUsed AS output__numSpotsUsed,
       o.numSpotsRejected AS output__numSpotsRejected,
       o.mosaicity AS output__mosaicity,
       o.iOverSigma AS output__iOverSigma,
       o.diffractionRings AS output__diffractionRings,
       o.mosaicityEstimated AS output__mosaicityEstimated,
       o.rankingResolution AS output__rankingResolution,
       o.program AS output__program,
       o.doseTotal AS output__doseTotal,
       o.totalExposureTime AS output__totalExposureTime,
       o.totalRotationRange AS output__totalRotationRange,
       o.totalNumberOfImages AS output__totalNumberOfImages,
       o.rFriedel AS output__rFriedel,
       o.indexingSuccess AS output__indexingSuccess,
       o.strategySuccess AS output__strategySuccess,
       o.screeningSuccess AS output__screeningSuccess,
       o.alignmentSuccess AS output__alignmentSuccess,
       l.screeningOutputLatticeId AS lattice__screeningOutputLatticeId,
       l.spaceGroup AS lattice__spaceGroup,
       l.pointGroup AS lattice__pointGroup,
       l.bravaisLattice AS lattice__bravaisLattice,
       l.unitCell_a AS lattice__unitCell_a,
       l.unitCell_b AS lattice__unitCell_b,
       l.unitCell_c AS lattice__unitCell_c,
       l.unitCell_alpha AS lattice__unitCell_alpha,
       l.unitCell_beta AS lattice__unitCell_beta,
       l.unitCell_gamma AS lattice__unitCell_gamma,
       l.labelitIndexing AS lattice__labelitIndexing,
       l.rawOrientationMatrix_a_x AS lattice__rawOrientationMatrix_a_x,
       l.rawOrientationMatrix_a_y AS lattice__rawOrientationMatrix_a_y,
       l.rawOrientationMatrix_a_z AS lattice__rawOrientationMatrix_a_z,
       l.rawOrientationMatrix_b_x AS lattice__rawOrientationMatrix_b_x,
       l.rawOrientationMatrix_b_y AS lattice__rawOrientationMatrix_b_y,
       l.rawOrientationMatrix_b_z AS lattice__rawOrientationMatrix_b_z,
       l.rawOrientationMatrix_c_x AS lattice__rawOrientationMatrix_c_x,
       l.rawOrientationMatrix_c_y AS lattice__rawOrientationMatrix_c_y,
       l.rawOrientationMatrix_c_z AS lattice__rawOrientationMatrix_c_z,
       t.screeningStrategyId AS strategy__screeningStrategyId,
       t.phiStart AS strategy__phiStart,
       t.phiEnd AS strategy__phiEnd,
       t.rotation AS strategy__rotation,
       t.exposureTime AS strategy__exposureTime,
       t.resolution AS strategy__resolution,
       t.completeness AS strategy__completeness,
       t.multiplicity AS strategy__multiplicity,
       t.anomalous AS strategy__anomalous,
       t.program AS strategy__program,
       t.rankingResolution AS strategy__rankingResolution,
       t.transmission AS strategy__transmission,
       w.screeningStrategyWedgeId AS wedge__screeningStrategyWedgeId,
       w.wedgeNumber AS wedge__wedgeNumber,
       w.resolution AS wedge__resolution,
       w.completeness AS wedge__completeness,
       w.multiplicity AS wedge__multiplicity,
       w.doseTotal AS wedge__doseTotal,
       w.numberOfImages AS wedge__numberOfImages,
       w.phi AS wedge__phi,
       w.kappa AS wedge__kappa,
       w.chi AS wedge__chi,
       w.comments AS wedge__comments,
       w.wavelength AS wedge__wavelength,
       u.screeningStrategySubWedgeId AS subWedge__screeningStrategySubWedgeId,
       u.subWedgeNumber AS subWedge__subWedgeNumber,
       u.rotationAxis AS subWedge__rotationAxis,
       u.axisStart AS subWedge__axisStart,
       u.axisEnd AS subWedge__axisEnd,
       u.exposureTime AS subWedge__exposureTime,
       u.transmission AS subWedge__transmission,
       u.oscillationRange AS subWedge__oscillationRange,
       u.completeness AS subWedge__completeness,
       u.multiplicity AS subWedge__multiplicity,
       u.resolution AS subWedge__RESOLUTION,
       u.doseTotal AS subWedge__doseTotal,
       u.numberOfImages AS subWedge__numberOfImages,
       u.comments AS subWedge__comments,
       rk.screeningRankId AS rank__screeningRankId,
       rk.screeningRankSetId AS rank__screeningRankSetId,
       rs.rankEngine AS rank__rankEngine,
       rk.rankValue AS rank__rankValue,
       rk.rankInformation AS rank__rankInformation,
       n.screeningInputId AS input__screeningInputId,
       n.diffractionPlanId AS input__diffractionPlanId,
       n.beamX AS input__beamX,
       n.beamY AS input__beamY,
       n.rmsErrorLimits AS input__rmsErrorLimits,
       n.minimumFractionIndexed AS input__minimumFractionIndexed,
       n.maximumFractionRejected AS input__maximumFractionRejected,
       n.minimumSignalToNoise AS input__minimumSignalToNoise,
       CAST(n.xmlSampleInformation AS CHAR) AS input__xmlSampleInformation
  FROM (SELECT 'output' AS kind,
               o.screeningId AS parentId,
               o.screeningOutputId AS id
          FROM ScreeningOutput o
         WHERE o.screeningId IN (:screenings)
         UNION ALL
        SELECT 'lattice' AS kind,
               l.screeningOutputId AS parentId,
               l.screeningOutputLatticeId AS id
          FROM ScreeningOutput o
          JOIN ScreeningOutputLattice l ON l.screeningOutputId = o.screeningOutputId
         WHERE o.screeningId IN (:screenings)
         UNION ALL
        SELECT 'strategy' AS kind,
               t.screeningOutputId AS parentId,
               t.screeningStrategyId AS id
          FROM ScreeningOutput o
          JOIN ScreeningStrategy t ON t.screeningOutputId = o.screeningOutputId
         WHERE o.screeningId IN (:screenings)
         UNION ALL
        SELECT 'wedge' AS kind,
               w.screeningStrategyId AS parentId,
               w.screeningStrategyWedgeId AS id
          FROM ScreeningOutput o
          JOIN ScreeningStrategy t ON t.screeningOutputId = o.screeningOutputId
          JOIN ScreeningStrategyWedge w ON w.screeningStrategyId = t.screeningStrategyId
         WHERE o.screeningId IN (:screenings)
         UNION ALL
        SELECT 'subWedge' AS kind,
               u.screeningStrategyWedgeId AS parentId,
               u.screeningStrategySubWedgeId AS id
          FROM ScreeningOutput o
          JOIN ScreeningStrategy t ON t.screeningOutputId = o.screeningOutputId
          JOIN ScreeningStrategyWedge w ON w.screeningStrategyId = t.screeningStrategyId
          JOIN ScreeningStrategySubWedge u ON u.screeningStrategyWedgeId = w.screeningStrategyWedgeId
         WHERE o.screeningId IN (:screenings)
         UNION ALL
        SELECT 'rank' AS kind,
               rk.screeningId AS parentId,
               rk.screeningRankId AS id
          FROM ScreeningRank rk
         WHERE rk.screeningId IN (:screenings)
         UNION ALL
        SELECT 'input' AS kind,
               n.screeningId AS parentId,
               n.screeningInputId AS id
          FROM ScreeningInput n
         WHERE n.screeningId IN (:screenings)) k
  LEFT JOIN ScreeningOutput o ON k.kind = 'output' AND o.screeningOutputId = k.id
  LEFT JOIN ScreeningOutputLattice l ON k.kind = 'lattice' AND l.screeningOutputLatticeId = k.id
  LEFT JOIN ScreeningStrategy t ON k.kind = 'strategy' AND t.screeningStrategyId = k.id
  LEFT JOIN ScreeningStrategyWedge w ON k.kind = 'wedge' AND w.screeningStrategyWedgeId = k.id
  LEFT JOIN ScreeningStrategySubWedge u ON k.kind = 'subWedge' AND u.screeningStrategySubWedgeId = k.id
  LEFT JOIN ScreeningRank rk ON k.kind = 'rank' AND rk.screeningRankId = k.id
  LEFT JOIN ScreeningInput n ON k.kind = 'input' AND n.screeningInputId = k.id
  LEFT JOIN ScreeningRankSet rs ON rs.screeningRankSetId = rk.screeningRankSetId
 ORDER BY k.kind,
          k.parentId,
          COALESCE(w.wedgeNumber, u.subWedgeNumber),
          k.id;
