-- Characterisations: from the reference images to lattice and strategy, and the sweeps that followed it.
--
-- Screening, output, lattice and strategy of one characterisation have the same id.  Every ninth could not be
-- indexed, of every seventh other a strategy was not found.

INSERT INTO Screening
    (screeningId, dataCollectionGroupId, dataCollectionId, diffractionPlanId, programVersion, shortComments, comments,
     bltimeStamp)
SELECT d.dataCollectionId, g.dataCollectionGroupId, d.dataCollectionId, b.diffractionPlanId, 'EDNA_characterisation',
       'EDNA',
       CASE WHEN g.experimentType = 'Screening' THEN 'Ranking' END, d.endTime
  FROM DataCollectionGroup g
  JOIN DataCollection d ON d.dataCollectionGroupId = g.dataCollectionGroupId
  JOIN BLSample b ON b.blSampleId = g.blSampleId
 WHERE g.experimentType IN ('Characterization', 'Screening');

INSERT INTO ScreeningInput
    (screeningInputId, screeningId, diffractionPlanId, beamX, beamY, rmsErrorLimits, minimumFractionIndexed,
     maximumFractionRejected, minimumSignalToNoise)
SELECT s.screeningId, s.screeningId, s.diffractionPlanId, d.xBeam, d.yBeam, 0.25, 0.5, 0.2, 3
  FROM Screening s
  JOIN DataCollection d ON d.dataCollectionId = s.dataCollectionId;

INSERT INTO ScreeningOutput
    (screeningOutputId, screeningId, program, statusDescription, indexingSuccess, strategySuccess, screeningSuccess,
     mosaicityEstimated,
     mosaicity, iOverSigma, spotDeviationR, spotDeviationTheta, beamShiftX, beamShiftY, numSpotsFound, numSpotsUsed,
     numSpotsRejected, rejectedReflections,
     resolutionObtained, rankingResolution, diffractionRings, doseTotal, totalExposureTime, totalRotationRange,
     totalNumberOfImages, rFriedel)
SELECT s.screeningId, s.screeningId, 'MOSFLM, BEST',
       CASE WHEN s.screeningId % 9 = 4 THEN 'Indexing failed: no lattice found'
            WHEN s.screeningId % 7 = 3 THEN 'Indexed, but no strategy within the dose limit'
            ELSE 'Indexing successful, strategy calculated' END,
       CASE WHEN s.screeningId % 9 = 4 THEN 0 ELSE 1 END,
       CASE WHEN s.screeningId % 9 = 4 OR s.screeningId % 7 = 3 THEN 0 ELSE 1 END,
       CASE WHEN s.screeningId % 9 = 4 OR s.screeningId % 7 = 3 THEN 0 ELSE 1 END,
       CASE WHEN s.screeningId % 9 = 4 THEN 0 ELSE 1 END,
       CASE WHEN s.screeningId % 9 = 4 THEN NULL ELSE 0.08 + s.screeningId % 8 / 50.0 END, 8 + s.screeningId % 13,
       0.11, 0.04, 0.01, -0.02, 400 + s.screeningId * 37 % 300,
       CASE WHEN s.screeningId % 9 = 4 THEN 0 ELSE 380 + s.screeningId * 37 % 300 END, 12, 3,
       1.5 + s.screeningId % 10 / 10.0, 1.6 + s.screeningId % 10 / 10.0,
       CASE WHEN s.screeningId % 5 = 0 THEN 1 ELSE 0 END,
       CASE WHEN s.screeningId % 9 = 4 OR s.screeningId % 7 = 3 THEN NULL ELSE 9.6 END,
       CASE WHEN s.screeningId % 9 = 4 OR s.screeningId % 7 = 3 THEN NULL ELSE 9.6 END,
       CASE WHEN s.screeningId % 9 = 4 OR s.screeningId % 7 = 3 THEN NULL ELSE 96 END,
       CASE WHEN s.screeningId % 9 = 4 OR s.screeningId % 7 = 3 THEN NULL ELSE 480 END, 0.03
  FROM Screening s;

INSERT INTO ScreeningOutputLattice
    (screeningOutputLatticeId, screeningOutputId, spaceGroup, pointGroup, bravaisLattice,
     rawOrientationMatrix_a_x, rawOrientationMatrix_a_y, rawOrientationMatrix_a_z,
     rawOrientationMatrix_b_x, rawOrientationMatrix_b_y, rawOrientationMatrix_b_z,
     rawOrientationMatrix_c_x, rawOrientationMatrix_c_y, rawOrientationMatrix_c_z,
     unitCell_a, unitCell_b, unitCell_c, unitCell_alpha, unitCell_beta, unitCell_gamma, labelitIndexing, bltimeStamp)
SELECT o.screeningOutputId, o.screeningOutputId, c.spaceGroup, t.pointGroup, t.bravaisLattice,
       0.0118, 0.0032, -0.0021, -0.0035, 0.0121, 0.0012, 0.0041, -0.0008, 0.0257,
       c.cell_a, c.cell_b, c.cell_c, c.cell_alpha, c.cell_beta, c.cell_gamma, 1, s.bltimeStamp
  FROM ScreeningOutput o
  JOIN Screening s ON s.screeningId = o.screeningId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = s.dataCollectionGroupId
  JOIN BLSample b ON b.blSampleId = g.blSampleId
  JOIN Crystal c ON c.crystalId = b.crystalId
  LEFT JOIN SpaceGroup t ON t.spaceGroupShortName = c.spaceGroup
 WHERE o.indexingSuccess = 1;

INSERT INTO ScreeningStrategy
    (screeningStrategyId, screeningOutputId, program, phiStart, phiEnd, rotation, exposureTime, resolution,
     rankingResolution,
     completeness, multiplicity, transmission, anomalous)
SELECT o.screeningOutputId, o.screeningOutputId, 'BEST', 10 * (o.screeningOutputId % 9),
       10 * (o.screeningOutputId % 9) + 96, 96, 0.02,
       o.rankingResolution, o.rankingResolution, 99.2, 3.8, 18, COALESCE(p.anomalousData, 0)
  FROM ScreeningOutput o
  JOIN Screening s ON s.screeningId = o.screeningId
  LEFT JOIN DiffractionPlan p ON p.diffractionPlanId = s.diffractionPlanId
 WHERE o.strategySuccess = 1;

-- One wedge, and where the signal is anomalous a second one for the other side.
INSERT INTO ScreeningStrategyWedge
    (screeningStrategyWedgeId, screeningStrategyId, wedgeNumber, resolution, completeness, multiplicity, doseTotal,
     numberOfImages,
     phi, kappa, chi, wavelength, comments)
WITH wedge(number) AS (SELECT 1 UNION ALL SELECT 2)
SELECT 10 * t.screeningStrategyId + w.number, t.screeningStrategyId, w.number, t.resolution, t.completeness,
       t.multiplicity, 4.8 * (3 - w.number), 480,
       0, 0, 0, d.wavelength, CASE WHEN w.number = 2 THEN 'inverse beam' END
  FROM ScreeningStrategy t
  JOIN DataCollection d ON d.dataCollectionId = t.screeningStrategyId
  JOIN wedge w ON w.number = 1 OR t.anomalous = 1;

INSERT INTO ScreeningStrategySubWedge
    (screeningStrategySubWedgeId, screeningStrategyWedgeId, subWedgeNumber, rotationAxis, axisStart, axisEnd,
     oscillationRange, exposureTime,
     transmission, resolution, completeness, multiplicity, doseTotal, numberOfImages, comments)
SELECT 10 * w.screeningStrategyWedgeId + 1, w.screeningStrategyWedgeId, 1, 'Omega',
       t.phiStart + 180 * (w.wedgeNumber - 1), t.phiEnd + 180 * (w.wedgeNumber - 1), 0.2, t.exposureTime,
       t.transmission, w.resolution, w.completeness, w.multiplicity, w.doseTotal, w.numberOfImages, NULL
  FROM ScreeningStrategyWedge w
  JOIN ScreeningStrategy t ON t.screeningStrategyId = w.screeningStrategyId;

-- The sweep of a sample that was characterised in the same session followed that strategy.
UPDATE DataCollection
   SET strategySubWedgeOrigId = (SELECT MIN(u.screeningStrategySubWedgeId)
                                   FROM DataCollectionGroup g
                                   JOIN DataCollectionGroup r ON r.blSampleId = g.blSampleId AND r.sessionId = g.sessionId
                                   JOIN Screening s ON s.dataCollectionGroupId = r.dataCollectionGroupId
                                   JOIN ScreeningStrategyWedge w ON w.screeningStrategyId = s.screeningId
                                   JOIN ScreeningStrategySubWedge u ON u.screeningStrategyWedgeId = w.screeningStrategyWedgeId
                                  WHERE g.dataCollectionGroupId = DataCollection.dataCollectionGroupId)
 WHERE dataCollectionGroupId IN (SELECT g.dataCollectionGroupId
                                   FROM DataCollectionGroup g
                                  WHERE g.experimentType IN ('OSC', 'SAD', 'MAD'));

-- Two crystals of the same kind were compared.
INSERT INTO ScreeningRankSet (screeningRankSetId, rankEngine, rankingProjectFileName, rankingSummaryFileName) VALUES
    (1, 'BEST', 'ranking.xml', 'ranking.html');

INSERT INTO ScreeningRank (screeningRankId, screeningRankSetId, screeningId, rankValue, rankInformation)
SELECT ROW_NUMBER() OVER (ORDER BY s.screeningId), 1, s.screeningId, 100 - s.screeningId % 10,
       'by resolution and mosaicity'
  FROM Screening s
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = s.dataCollectionGroupId
 WHERE g.blSampleId IN (25, 26);
