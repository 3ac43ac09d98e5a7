-- A database of the other family has no messages; its lists of them are empty.

-- name: list_messages()
-- One page of messages.
SELECT k.id AS autoProcProgramMessageId,
       pm.autoProcProgramId,
       pm.recordTimeStamp,
       pm.severity,
       pm.message,
       pm.description
  FROM (SELECT pg.autoProcProgramId AS id
          FROM AutoProcProgram pg
         WHERE 1 = 0 /*union*/) k
  LEFT JOIN AutoProcProgramMessage pm ON pm.autoProcProgramMessageId = k.id
 ORDER BY k.id DESC;

-- name: count_messages()
-- How many messages the same conditions leave.
SELECT COUNT(*) AS total
  FROM (SELECT pg.autoProcProgramId AS id
          FROM AutoProcProgram pg
         WHERE 1 = 0 /*union*/) k;

-- name: counts_of_messages()
-- How many messages of each severity the programs of some collections left.
SELECT k.dataCollectionId,
       k.severity,
       k.messages
  FROM (SELECT 0 AS dataCollectionId,
               pg.processingPrograms AS severity,
               0 AS messages
          FROM AutoProcProgram pg
         WHERE 1 = 0 /*union*/) k;

-- part: messages()
-- Messages that the caller may see.
SELECT pm.autoProcProgramMessageId AS id
  FROM AutoProcProgramMessage pm
  /*visible*/
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- part: counted_messages()
-- How many messages of each severity the programs of collections left.
SELECT w.dataCollectionId,
       pm.severity,
       COUNT(DISTINCT pm.autoProcProgramMessageId) AS messages
  FROM (SELECT pg.autoProcProgramId,
               0 AS dataCollectionId,
               pg.processingPrograms,
               CAST(pg.processingStatus AS CHAR) AS processingStatus
          FROM AutoProcProgram pg
         WHERE 1 = 0 /*union*/) w
  JOIN AutoProcProgramMessage pm ON pm.autoProcProgramId = w.autoProcProgramId
 GROUP BY w.dataCollectionId, pm.severity;
