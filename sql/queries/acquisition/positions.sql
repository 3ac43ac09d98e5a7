-- name: positions_of_collection(dataCollectionId)
-- Where a data collection was made, and where the motors stood at its beginning and at its end.
SELECT d.dataCollectionId,
       po.positionId AS Position__positionId,
       po.posX AS Position__posX,
       po.posY AS Position__posY,
       po.posZ AS Position__posZ,
       po.scale AS Position__scale,
       ms.motorPositionId AS startPosition__motorPositionId,
       ms.phiX AS startPosition__phiX,
       ms.phiY AS startPosition__phiY,
       ms.phiZ AS startPosition__phiZ,
       ms.sampX AS startPosition__sampX,
       ms.sampY AS startPosition__sampY,
       ms.omega AS startPosition__omega,
       ms.kappa AS startPosition__kappa,
       ms.phi AS startPosition__phi,
       ms.chi AS startPosition__chi,
       ms.gridIndexY AS startPosition__gridIndexY,
       ms.gridIndexZ AS startPosition__gridIndexZ,
       me.motorPositionId AS endPosition__motorPositionId,
       me.phiX AS endPosition__phiX,
       me.phiY AS endPosition__phiY,
       me.phiZ AS endPosition__phiZ,
       me.sampX AS endPosition__sampX,
       me.sampY AS endPosition__sampY,
       me.omega AS endPosition__omega,
       me.kappa AS endPosition__kappa,
       me.phi AS endPosition__phi,
       me.chi AS endPosition__chi,
       me.gridIndexY AS endPosition__gridIndexY,
       me.gridIndexZ AS endPosition__gridIndexZ
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  LEFT JOIN Position po ON po.positionId = d.positionId
  LEFT JOIN MotorPosition ms ON ms.motorPositionId = d.startPositionId
  LEFT JOIN MotorPosition me ON me.motorPositionId = d.endPositionId
  /*visible*/
 WHERE d.dataCollectionId = :dataCollectionId;

-- name: add_position()
-- A position.
INSERT INTO Position (recordTimeStamp /*columns*/)
VALUES (NOW() /*values*/)
RETURNING positionId;

-- name: add_motor_position()
-- Where motors stood.
INSERT INTO MotorPosition (recordTimeStamp /*columns*/)
VALUES (NOW() /*values*/)
RETURNING motorPositionId;
