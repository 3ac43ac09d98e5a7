-- part: change_serial(dataCollectionId)
-- Change what is known of a data collection of serial crystallography.
UPDATE SSXDataCollection
   SET dataCollectionId = dataCollectionId /*set*/
 WHERE dataCollectionId = :dataCollectionId;

-- part: add_serial(dataCollectionId)
-- What serial crystallography adds to a data collection.
INSERT INTO SSXDataCollection (dataCollectionId /*columns*/)
VALUES (:dataCollectionId /*values*/);

-- part: remove_serial(dataCollectionId)
-- A data collection is not of serial crystallography.
DELETE FROM SSXDataCollection
 WHERE dataCollectionId = :dataCollectionId;

-- part: list_event_types()
-- Kinds of events.
SELECT et.eventTypeId,
       et.name
  FROM EventType et
 ORDER BY et.eventTypeId;

-- part: add_event_type(name)
-- A kind of events.
INSERT INTO EventType (name /*columns*/)
VALUES (:name /*values*/)
RETURNING eventTypeId;

-- part: remove_events(dataCollectionId)
-- Drop the events of a data collection's sequences.
DELETE FROM Event
 WHERE eventChainId IN (SELECT ec.eventChainId
                          FROM EventChain ec
                         WHERE ec.dataCollectionId = :dataCollectionId);

-- part: remove_chains(dataCollectionId)
-- Drop the sequences of a data collection.
DELETE FROM EventChain
 WHERE dataCollectionId = :dataCollectionId;

-- part: add_chains(dataCollectionId)
-- Sequences of events of a data collection.
INSERT INTO EventChain (dataCollectionId /*columns*/)
VALUES (:dataCollectionId /*values*/) /*rows*/
RETURNING eventChainId;

-- part: add_events()
-- Events of sequences.
INSERT INTO Event (eventId /*columns*/)
VALUES (NULL /*values*/) /*rows*/
RETURNING eventId;

-- part: chains_of_collection(dataCollectionId)
-- The sequences of events of one data collection, in their order in time.
SELECT ec.eventChainId,
       ec.dataCollectionId,
       ec.name,
       ev.eventId AS event__eventId,
       ev.eventChainId AS event__eventChainId,
       ev.componentId AS event__componentId,
       ev.eventTypeId AS event__eventTypeId,
       ev.name AS event__name,
       ev.`offset` AS `event__offset`,
       ev.duration AS event__duration,
       ev.period AS event__period,
       ev.repetition AS event__repetition,
       et.eventTypeId AS event__EventType__eventTypeId,
       et.name AS event__EventType__name
  FROM EventChain ec
  LEFT JOIN Event ev ON ev.eventChainId = ec.eventChainId
  LEFT JOIN EventType et ON et.eventTypeId = ev.eventTypeId
 WHERE ec.dataCollectionId = :dataCollectionId
 ORDER BY ec.eventChainId, ev.`offset`, ev.eventId;
