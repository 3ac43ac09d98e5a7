-- Maps of fluorescence over two grids.  Iron and zinc are kept in one row each, in the order of a snaked scan; that of zinc
-- is not finished.  Copper is kept image by image.
INSERT INTO XRFFluorescenceMappingROI
    (xrfFluorescenceMappingROIId, startEnergy, endEnergy, element, edge, r, g, b, blSampleId)
VALUES
    (1, 6300, 6500, 'Fe', 'Ka', 220, 80, 40, NULL),
    (2, 8550, 8720, 'Zn', 'Ka', 40, 90, 220, NULL),
    (3, 7960, 8130, 'Cu', 'Ka', 40, 180, 60, NULL),
    (4, 11100, 11300, 'Se', 'Ka', 200, 40, 200, 31);

-- The values as compressed JSON.
INSERT INTO XRFFluorescenceMapping
    (xrfFluorescenceMappingId, xrfFluorescenceMappingROIId, gridInfoId, dataFormat, points, opacity, colourMap, min, max,
     data)
VALUES
    (1, 1, 101, 'json+gzip', 240, 1, 'inferno', 0, 181,
     X'1F8B08000000000002033D525972C5200CBB903EB0F10267E9F4FED7A864DEEB0C092136DAE027706117DB900B75D08E6AA4616F58B218E04FEC792757C52F5B30E37C356934FC20D9EA5CEA172BEBE22C044B3530050BA156B2CEBE600F092D059622DE053738D7254D9683EDA24BB13EA225404F317A4878501AABDEDC17B0636F66631762D07224F7D03F698F5E24F4697BA41EECA30D1A0C80ED0EA1127CC220EFBECAA628E8A298D946A436163DFAF3E5FE005D89FA95016E1DF529441237A5359AFB8FE008412042D0067574E89BC1D19BF22849A9717397C6C9E919E74F6BB894D1DD84C0ACA88B4FE24538DE051583C6628111F5C565508BA0A945515C08827DC4CDB90D8F92A3537FC8E4FFA7B3E76073B8E2F3263EFC13B8EBB4285E572BC6F2918B9A1074DA2124493AEAC956AC59DF6ACE5DA0045E3D76123604FDFB073497B634B5020000');

INSERT INTO XRFFluorescenceMapping
    (xrfFluorescenceMappingId, xrfFluorescenceMappingROIId, gridInfoId, dataFormat, points, opacity, colourMap, data)
VALUES
    (2, 2, 101, 'json', 240, 1, NULL,
     '[6, 3, 0, 0, 5, 0, 5, 4, 4, 9, 8, 13, 18, 17, 20, 14, 9, 5, 6, 4, 6, 6, 13, 18, 24, 31, 31, 29, 22, 19, 11, 4, 3, 3, 1, 4, 6, 5, 4, 4, 5, 1, 6, 4, 1, 3, 5, 8, 8, 16, 26, 36, 46, 46, 44, 33, 26, 17, 10, 7, 4, 12, 16, 32, 40, 54, 60, 54, 43, 27, 17, 13, 9, 3, 5, 3, 6, 6, 5, 1, 2, 5, 1, 1, 3, 5, 6, 8, 14, 20, 35, 44, 57, 63, 57, 48, 33, 20, 13, 7, 6, 11, 20, 29, 43, 57, 56, 55, 43, 30, 17, 11, 6, 7, 5, 1, 5, 5, 2, 2, 4, 0, 3, 2, 6, 6, 2, 5, 7, 15, 26, 37, 43, 45, 41, 35, 27, 13, 11, 3, 5, 5, 9, 17, 24, 29, 32, 30, 22, 16, 11, 5, 6, 1, 4, 2, 2, 4, 1, 1, 4, 3, 5, 4, 5, 1, 5, 6, 8, 7, 10, 18, 17, 23, 21, 13, 10, 9, 4, 2, 1, 2, 3, 5, 10, 11, 13, 11, 7, 10, 8, 5, 2, 0, 4, 2, 1, 5, 3, 5, 3, 3, 3, 1, 1, 1, 5, 6, 6, 2, 2, 8, 6, 8, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1]');

INSERT INTO XRFFluorescenceMapping
    (xrfFluorescenceMappingId, xrfFluorescenceMappingROIId, dataCollectionId, imageNumber, counts)
SELECT 1000 + q.imageNumber, 3, q.dataCollectionId, q.imageNumber, 10 * q.spotTotal
  FROM ImageQualityIndicators q
 WHERE q.dataCollectionId = 39;
