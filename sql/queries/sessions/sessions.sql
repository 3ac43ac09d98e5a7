-- name: list_sessions()
-- Sessions that the caller may see; which ones is settled first, so that only this page's rows are counted through.
SELECT s.sessionId,
       s.proposalId,
       CONCAT(p.proposalCode, p.proposalNumber, '-', s.visit_number) AS session,
       CONCAT(p.proposalCode, p.proposalNumber) AS proposal,
       s.visit_number,
       s.startDate,
       s.endDate,
       s.beamLineName,
       s.beamLineOperator,
       s.operatorSiteNumber,
       s.scheduled,
       s.nbShifts,
       s.nbReimbDewars,
       s.sessionTitle,
       s.comments,
       s.usedFlag,
       s.archived,
       s.bltimeStamp,
       s.lastUpdate,
       bls.beamLineSetupId AS BeamLineSetup__beamLineSetupId,
       bls.synchrotronName AS BeamLineSetup__synchrotronName,
       bls.synchrotronMode AS BeamLineSetup__synchrotronMode,
       bls.undulatorType1 AS BeamLineSetup__undulatorType1,
       bls.undulatorType2 AS BeamLineSetup__undulatorType2,
       bls.undulatorType3 AS BeamLineSetup__undulatorType3,
       bls.focalSpotSizeAtSample AS BeamLineSetup__focalSpotSizeAtSample,
       bls.focusingOptic AS BeamLineSetup__focusingOptic,
       bls.beamDivergenceHorizontal AS BeamLineSetup__beamDivergenceHorizontal,
       bls.beamDivergenceVertical AS BeamLineSetup__beamDivergenceVertical,
       bls.polarisation AS BeamLineSetup__polarisation,
       bls.monochromatorType AS BeamLineSetup__monochromatorType,
       bls.recordTimeStamp AS BeamLineSetup__recordTimeStamp,
       bls.setupDate AS BeamLineSetup__setupDate,
       bls.maxExpTimePerDataCollection AS BeamLineSetup__maxExpTimePerDataCollection,
       bls.minExposureTimePerImage AS BeamLineSetup__minExposureTimePerImage,
       bls.goniostatMaxOscillationSpeed AS BeamLineSetup__goniostatMaxOscillationSpeed,
       bls.goniostatMinOscillationWidth AS BeamLineSetup__goniostatMinOscillationWidth,
       bls.minTransmission AS BeamLineSetup__minTransmission,
       bls.CS AS BeamLineSetup__CS,
       (SELECT COUNT(*)
          FROM DataCollectionGroup g
          JOIN DataCollection dc ON dc.dataCollectionGroupId = g.dataCollectionGroupId
         WHERE g.sessionId = s.sessionId) AS _metadata__datacollections,
       (SELECT COUNT(DISTINCT shp.personId)
          FROM Session_has_Person shp
         WHERE shp.sessionId = s.sessionId) AS _metadata__persons,
       COALESCE(s.startDate > '1000-01-01' AND s.startDate <= NOW() AND s.endDate >= NOW(), 0) AS _metadata__active,
       -- 1200 s are 20 min; a date beyond 2038 has no UNIX_TIMESTAMP, so it is compared as a date first.
       COALESCE(s.startDate > '1000-01-01'
                AND (s.startDate <= NOW()
                     OR UNIX_TIMESTAMP(s.startDate) BETWEEN UNIX_TIMESTAMP(NOW()) AND UNIX_TIMESTAMP(NOW()) + 1200)
                AND (s.endDate >= NOW() OR UNIX_TIMESTAMP(s.endDate) > UNIX_TIMESTAMP(NOW()) - 1200),
                0) AS _metadata__active_soon
  FROM (SELECT s.sessionId
          FROM BLSession s
          /*visible*/
         WHERE 1 = 1 /*where*/
         /*order*/
         /*page*/) chosen
  JOIN BLSession s ON s.sessionId = chosen.sessionId  -- noqa: AL04
  LEFT JOIN Proposal p ON p.proposalId = s.proposalId
  LEFT JOIN BeamLineSetup bls ON bls.beamLineSetupId = s.beamLineSetupId
 /*order*/;

-- name: rest_of_session(sessionId)
-- What lists do not show of a session.
SELECT s.expSessionPk,
       s.beamLineSetupId,
       s.projectCode,
       s.structureDeterminations,
       s.dewarTransport,
       s.databackupFrance,
       s.databackupEurope,
       s.protectedData,
       NULLIF(HEX(s.externalId), '') AS externalId
  FROM BLSession s
 WHERE s.sessionId = :sessionId;

-- name: count_sessions()
-- How many sessions the same conditions leave.
SELECT COUNT(*) AS total
  FROM BLSession s
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: session_types(sessions)
-- All types of some sessions.
SELECT DISTINCT st.sessionId,
       st.typeName
  FROM SessionType st
 WHERE st.sessionId IN (:sessions)
 ORDER BY st.sessionId, st.typeName;

-- name: first_sessions(beamlines)
-- For each of some beamlines the session that comes first in the given order.
SELECT (SELECT s.sessionId
          FROM BLSession s
          /*visible*/
         WHERE s.beamLineName = b.beamLineName /*where*/
         /*order*/
         LIMIT 1) AS sessionId
  FROM (SELECT DISTINCT bs.beamLineName
          FROM BLSession bs
         WHERE bs.beamLineName IN (:beamlines)) b;
