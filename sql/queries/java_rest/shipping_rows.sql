-- name: shipping_rows(proposalId)
-- A proposal's shipments: a row for each container, the latest shipment first; one without dewars has a row as well.
SELECT sh.shippingId AS Shipping_shippingId,
       sh.proposalId AS Shipping_proposalId,
       sh.shippingName AS Shipping_shippingName,
       sh.deliveryAgent_agentName AS Shipping_deliveryAgent_agentName,
       sh.deliveryAgent_shippingDate AS Shipping_deliveryAgent_shippingDate,
       sh.deliveryAgent_deliveryDate AS Shipping_deliveryAgent_deliveryDate,
       sh.deliveryAgent_agentCode AS Shipping_deliveryAgent_agentCode,
       sh.deliveryAgent_flightCode AS Shipping_deliveryAgent_flightCode,
       sh.shippingStatus AS Shipping_shippingStatus,
       sh.bltimeStamp AS Shipping_bltimeStamp,
       sh.laboratoryId AS Shipping_laboratoryId,
       sh.isStorageShipping AS Shipping_isStorageShipping,
       sh.creationDate AS Shipping_creationDate,
       sh.comments AS Shipping_comments,
       sh.sendingLabContactId AS Shipping_sendingLabContactId,
       sh.returnLabContactId AS Shipping_returnLabContactId,
       sh.returnCourier AS Shipping_returnCourier,
       sh.dateOfShippingToUser AS Shipping_dateOfShippingToUser,
       sh.shippingType AS Shipping_shippingType,
       dw.dewarId AS Dewar_dewarId,
       dw.shippingId AS Dewar_shippingId,
       dw.code AS Dewar_code,
       dw.comments AS Dewar_comments,
       dw.storageLocation AS Dewar_storageLocation,
       dw.dewarStatus AS Dewar_dewarStatus,
       dw.bltimeStamp AS Dewar_bltimeStamp,
       dw.isStorageDewar AS Dewar_isStorageDewar,
       dw.barCode AS Dewar_barCode,
       dw.firstExperimentId AS Dewar_firstExperimentId,
       dw.customsValue AS Dewar_customsValue,
       dw.transportValue AS Dewar_transportValue,
       dw.trackingNumberToSynchrotron AS Dewar_trackingNumberToSynchrotron,
       dw.trackingNumberFromSynchrotron AS Dewar_trackingNumberFromSynchrotron,
       dw.isReimbursed AS Dewar_isReimbursed,
       dw.type AS Dewar_type,
       co.containerId AS Container_containerId,
       co.dewarId AS Container_dewarId,
       co.code AS Container_code,
       co.containerType AS Container_containerType,
       co.capacity AS Container_capacity,
       co.beamlineLocation AS Container_beamlineLocation,
       co.sampleChangerLocation AS Container_sampleChangerLocation,
       co.containerStatus AS Container_containerStatus,
       co.bltimeStamp AS Container_bltimeStamp,
       (SELECT COUNT(*) FROM BLSample sa WHERE sa.containerId = co.containerId) AS sampleCount
  FROM Shipping sh
  JOIN Proposal p ON p.proposalId = sh.proposalId
  LEFT JOIN Dewar dw ON dw.shippingId = sh.shippingId
  LEFT JOIN Container co ON co.dewarId = dw.dewarId
  /*visible*/
 WHERE sh.proposalId = :proposalId /*where*/
 ORDER BY sh.shippingId DESC, dw.dewarId, co.containerId;

-- name: dewar_rows(proposalId)
-- A proposal's dewars: a row for each container, the latest dewar first; one without containers has a row as well.
SELECT sh.shippingName,
       sh.deliveryAgent_agentName,
       sh.deliveryAgent_shippingDate,
       sh.deliveryAgent_deliveryDate,
       sh.deliveryAgent_agentCode,
       sh.deliveryAgent_flightCode,
       sh.shippingStatus,
       sh.bltimeStamp,
       sh.laboratoryId,
       sh.isStorageShipping,
       sh.creationDate,
       sh.comments AS Shipping_comments,
       sh.sendingLabContactId,
       sh.returnLabContactId,
       sh.returnCourier,
       sh.dateOfShippingToUser,
       sh.shippingType,
       dw.dewarId,
       dw.shippingId,
       dw.code AS dewarCode,
       dw.comments,
       dw.storageLocation,
       dw.dewarStatus,
       dw.isStorageDewar,
       dw.barCode,
       dw.firstExperimentId,
       dw.customsValue,
       dw.transportValue,
       dw.trackingNumberToSynchrotron,
       dw.trackingNumberFromSynchrotron,
       dw.type,
       dw.isReimbursed,
       se.sessionId,
       se.beamLineName AS beamlineName,
       se.startDate AS sessionStartDate,
       se.endDate AS sessionEndDate,
       se.beamLineOperator,
       se.nbReimbDewars,
       sh.proposalId,
       co.containerId,
       co.containerType,
       co.capacity,
       co.beamlineLocation,
       co.sampleChangerLocation,
       co.containerStatus,
       co.code AS containerCode,
       (SELECT COUNT(*) FROM BLSample sa WHERE sa.containerId = co.containerId) AS sampleCount
  FROM Shipping sh
  JOIN Proposal p ON p.proposalId = sh.proposalId
  JOIN Dewar dw ON dw.shippingId = sh.shippingId
  LEFT JOIN BLSession se ON se.sessionId = dw.firstExperimentId
  LEFT JOIN Container co ON co.dewarId = dw.dewarId
  /*visible*/
 WHERE sh.proposalId = :proposalId
 ORDER BY dw.dewarId DESC, co.containerId;

-- name: shipping_history(proposalId, shippingId)
-- Where the dewars of a shipment have been, the latest first.
SELECT dw.dewarId AS Dewar_dewarId,
       dw.code AS Dewar_code,
       dw.barCode AS Dewar_barCode,
       dw.comments AS Dewar_comments,
       dw.dewarStatus AS Dewar_dewarStatus,
       dw.firstExperimentId AS Dewar_firstExperimentId,
       dw.type AS Dewar_type,
       dw.trackingNumberToSynchrotron AS Dewar_trackingNumberToSynchrotron,
       dw.trackingNumberFromSynchrotron AS Dewar_trackingNumberFromSynchrotron,
       sh.shippingId AS Shipping_shippingId,
       sh.proposalId AS Shipping_proposalId,
       sh.shippingName AS Shipping_shippingName,
       sh.deliveryAgent_agentName,
       sh.deliveryAgent_shippingDate AS Shipping_deliveryAgent_shippingDate,
       sh.deliveryAgent_deliveryDate AS Shipping_deliveryAgent_deliveryDate,
       sh.shippingStatus AS Shipping_shippingStatus,
       sh.returnCourier AS Shipping_returnCourier,
       sh.dateOfShippingToUser AS Shipping_dateOfShippingToUser,
       th.DewarTransportHistoryId AS DewarTransportHistory_DewarTransportHistoryId,
       th.dewarStatus AS DewarTransportHistory_dewarStatus,
       th.storageLocation AS DewarTransportHistory_storageLocation,
       th.arrivalDate AS DewarTransportHistory_arrivalDate
  FROM Shipping sh
  JOIN Proposal p ON p.proposalId = sh.proposalId
  JOIN Dewar dw ON dw.shippingId = sh.shippingId
  JOIN DewarTransportHistory th ON th.dewarId = dw.dewarId
  /*visible*/
 WHERE sh.proposalId = :proposalId
   AND sh.shippingId = :shippingId
 ORDER BY th.arrivalDate DESC, th.DewarTransportHistoryId DESC;
