-- name: list_chains()
-- Sequences of events (exposures, detections, laser pulses, triggers) of data collections that the caller may see.
SELECT ec.eventChainId,
       ec.dataCollectionId,
       ec.name
  FROM EventChain ec
  JOIN DataCollection d ON d.dataCollectionId = ec.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_chains()
-- How many sequences the same conditions leave.
SELECT COUNT(*) AS total
  FROM EventChain ec
  JOIN DataCollection d ON d.dataCollectionId = ec.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: events_of_chains(chains)
-- The events of some sequences, in their order in time.
SELECT ev.eventId,
       ev.eventChainId,
       ev.componentId,
       ev.eventTypeId,
       ev.name,
       ev.`offset` AS `offset`,
       ev.duration,
       ev.period,
       ev.repetition,
       et.eventTypeId AS EventType__eventTypeId,
       et.name AS EventType__name
  FROM Event ev
  LEFT JOIN EventType et ON et.eventTypeId = ev.eventTypeId
 WHERE ev.eventChainId IN (:chains)
 ORDER BY ev.eventChainId, ev.`offset`, ev.eventId;
