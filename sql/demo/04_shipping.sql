-- What was sent: lab contacts, shipments, dewars and where they have been, containers.

INSERT INTO LabContact
    (labContactId, personId, proposalId, cardName, defaultCourrierCompany, courierAccount, billingReference,
     dewarAvgCustomsValue, dewarAvgTransportValue)
VALUES
    (1, 14, 1, 'Aamodtlunde, Porto Velhinho', 'Seabird Express', '000-415', 'PV-2030-11', 120, 2400),
    (2, 2, 1, 'Costaforte, Porto Velhinho', 'Seabird Express', '000-415', 'PV-2030-11', 120, 2400),
    (3, 8, 2, 'Solbakkvik, Skarvholm', 'Nordbud', '000-028', NULL, 50, 900),
    (4, 17, 3, 'Garancier, Saint-Orvain', 'Nordbud', '000-067', 'SO-77', 200, 3100),
    (5, 10, 4, 'Velimirko, Skarvholm', 'Nordbud', '000-533', NULL, 0, 0);

-- 7 was begun and forgotten: no status, no contacts, no dewars.
INSERT INTO Shipping
    (shippingId, proposalId, shippingName, shippingStatus, shippingType, safetyLevel, sendingLabContactId,
     returnLabContactId,
     laboratoryId, creationDate, bltimeStamp, deliveryAgent_agentName, deliveryAgent_agentCode,
     deliveryAgent_shippingDate, deliveryAgent_deliveryDate, returnCourier, dateOfShippingToUser, comments)
VALUES
    (1, 1, 'April natives', 'sent to User', 'DewarTracking', 'GREEN', 1, 1,
     2, '2030-04-02 10:00:00', '2030-04-16 10:00:00', 'Seabird Express', '000-415',
     '2030-04-08', '2030-04-10', 'Seabird Express', '2030-04-16 15:00:00',
     'The plate stays until May, at 20 degrees C.'),
    (2, 1, 'June derivatives', 'processing', 'DewarTracking', 'GREEN', 1, 2,
     2, '2030-05-27 10:00:00', '2030-06-11 09:45:00', 'Seabird Express', '000-415',
     '2030-06-05', '2030-06-07', 'Seabird Express', NULL, NULL),
    (3, 1, 'July ligands', 'opened', 'DewarTracking', 'YELLOW', 2, 2,
     2, '2030-06-10 16:30:00', '2030-06-10 16:30:00', NULL, NULL,
     NULL, NULL, NULL, NULL, NULL),
    (4, 2, 'Chips and microcrystals', 'at LLS', 'DewarTracking', 'GREEN', 3, 3,
     3, '2030-05-13 10:00:00', '2030-05-24 11:00:00', 'Nordbud', '000-028',
     '2030-05-22', '2030-05-24', NULL, NULL, NULL),
    (5, 3, 'Ferritin grids', 'processing', 'DewarTracking', 'GREEN', 4, 4,
     4, '2030-04-09 10:00:00', '2030-06-10 09:30:00', 'Nordbud', '000-067',
     '2030-04-22', '2030-04-24', 'Nordbud', NULL, NULL),
    (6, 4, 'Proteases', 'ready to go', 'DewarTracking', 'GREEN', 5, 5,
     3, '2030-05-20 10:00:00', '2030-06-07 10:00:00', 'Nordbud', '000-533',
     '2030-05-30', '2030-05-31', 'Nordbud', NULL, NULL),
    (7, 4, NULL, NULL, NULL, NULL, NULL, NULL,
     NULL, NULL, NULL, NULL, NULL,
     NULL, NULL, NULL, NULL, NULL);

INSERT INTO ShippingHasSession (shippingId, sessionId) VALUES
    (1, 2),
    (2, 3),
    (3, 4),
    (4, 6),
    (4, 7),
    (5, 8),
    (5, 9),
    (6, 10);

-- 8 stays at the facility and belongs to no shipment.
INSERT INTO Dewar
    (dewarId, shippingId, code, type, dewarStatus, barCode, storageLocation, firstExperimentId, isStorageDewar,
     facilityCode,
     customsValue, transportValue, weight, trackingNumberToSynchrotron, trackingNumberFromSynchrotron, bltimeStamp,
     comments)
VALUES
    (1, 1, 'PV-D1', 'Dewar', 'sent to User', 'MX415-BL01-0001', 'STORES-OUT', 2, 0, 'LLS-D-0101',
     120, 2400, 14.5, 'SE0000000401', 'SE0000000402', '2030-04-16 15:00:00', NULL),
    (2, 2, 'PV-D2', 'Dewar', 'processing', 'MX415-BL01-0002', 'BL01-MX', 3, 0, 'LLS-D-0102',
     120, 2400, 14.8, 'SE0000000601', NULL, '2030-06-11 09:45:00', NULL),
    (3, 1, 'PV-T1', 'Toolbox', 'at LLS', 'MX415-BL02-0001', 'STORES-IN', 5, 0, NULL,
     60, 300, 3.2, 'SE0000000403', NULL, '2030-04-10 10:30:00', 'Plate at room temperature.'),
    (4, 3, 'PV-D3', 'Dewar', 'opened', NULL, NULL, 4, 0, NULL,
     NULL, NULL, NULL, NULL, NULL, '2030-06-10 16:30:00', NULL),
    (5, 4, 'SK-T1', 'Toolbox', 'at LLS', 'SX28-BL02-0001', 'BL02-SSX', 6, 0, NULL,
     50, 900, 4.0, 'NB0000000551', NULL, '2030-05-24 11:00:00', NULL),
    (6, 5, 'SO-D1', 'Dewar', 'processing', 'EM67-BL03-0001', 'BL03-EM', 8, 0, 'LLS-D-0103',
     200, 3100, 13.9, 'NB0000000441', NULL, '2030-06-10 09:30:00', NULL),
    (7, 6, 'SK-D1', 'Dewar', 'ready to go', 'MX533-BL01-0001', 'STORES-OUT', 10, 0, NULL,
     0, 0, NULL, 'NB0000000561', NULL, '2030-06-07 10:00:00', NULL),
    (8, NULL, 'LLS-STORE', 'Dewar', 'at LLS', 'LLS-STORE-01', 'STORES-IN', NULL, 1, NULL,
     NULL, NULL, NULL, NULL, NULL, '2029-01-10 10:00:00', NULL);

INSERT INTO DewarTransportHistory (DewarTransportHistoryId, dewarId, dewarStatus, storageLocation, arrivalDate) VALUES
    (1, 1, 'ready to go', NULL, '2030-04-05 16:00:00'),
    (2, 1, 'sent to LLS', NULL, '2030-04-08 09:00:00'),
    (3, 1, 'at LLS', 'STORES-IN', '2030-04-10 10:20:00'),
    (4, 1, 'processing', 'BL01-MX', '2030-04-13 09:00:00'),
    (5, 1, 'at LLS', 'STORES-OUT', '2030-04-14 09:00:00'),
    (6, 1, 'sent to User', NULL, '2030-04-16 15:00:00'),
    (7, 2, 'ready to go', NULL, '2030-06-03 17:00:00'),
    (8, 2, 'sent to LLS', NULL, '2030-06-05 09:00:00'),
    (9, 2, 'at LLS', 'STORES-IN', '2030-06-07 11:00:00'),
    (10, 2, 'processing', 'BL01-MX', '2030-06-11 09:45:00'),
    (11, 3, 'sent to LLS', NULL, '2030-04-08 09:00:00'),
    (12, 3, 'at LLS', 'STORES-IN', '2030-04-10 10:30:00'),
    (13, 5, 'at LLS', 'STORES-IN', '2030-05-24 11:00:00'),
    (14, 5, 'at LLS', 'BL02-SSX', '2030-05-28 09:00:00'),
    (15, 6, 'at LLS', 'STORES-IN', '2030-04-24 10:00:00'),
    (16, 6, 'processing', 'BL03-EM', '2030-06-10 09:30:00'),
    (17, 7, 'at LLS', 'STORES-IN', '2030-05-31 12:00:00'),
    (18, 7, 'ready to go', 'STORES-OUT', '2030-06-07 10:00:00');

-- 5 is empty so far, 11 came loose: in no dewar, of no known type.
INSERT INTO Container
    (containerId, dewarId, code, barcode, containerType, capacity, containerStatus, beamlineLocation,
     sampleChangerLocation,
     sessionId, ownerId, storageTemperature, priorityPipelineId, bltimeStamp, comments)
VALUES
    (1, 1, 'PUCK-501', 'LLS-P-0501', 'Unipuck', 16, 'sent to User', NULL, NULL, 2, 14, 77, 6, '2030-04-05 16:00:00', NULL),
    (2, 2, 'PUCK-502', 'LLS-P-0502', 'Unipuck', 16, 'processing', 'BL01-MX', '1', 3, 14, 77, 6, '2030-06-11 09:45:00', NULL),
    (3, 2, 'PUCK-503', 'LLS-P-0503', 'Unipuck', 16, 'processing', 'BL01-MX', '2', 3, 14, 77, 6, '2030-06-11 09:45:00', NULL),
    (4, 3, 'PLATE-107', 'LLS-X-0107', 'PLATE', 96, 'at LLS', NULL, NULL, 5, 2, 293, 6, '2030-05-12 10:00:00', 'Hanging drops, 96 wells'),
    (5, 4, 'PUCK-504', NULL, 'Unipuck', 16, 'opened', NULL, NULL, 4, 2, 77, 6, '2030-06-10 16:30:00', NULL),
    (6, 5, 'CHIP-1', 'LLS-C-0001', 'Chip', 4, 'at LLS', 'BL02-SSX', NULL, 6, 8, 293, 6, '2030-05-28 09:00:00', NULL),
    (7, 5, 'TUBES-1', NULL, 'OTHER', 8, 'at LLS', 'BL02-SSX', NULL, 6, 8, 277, 6, '2030-05-28 09:00:00', 'Microcrystals for the jet'),
    (8, 6, 'GRIDS-11', 'LLS-G-0011', 'GridBox-4', 4, 'processing', 'BL03-EM', '3', 8, 17, 77, 6, '2030-04-28 09:00:00', NULL),
    (9, 6, 'GRIDS-12', 'LLS-G-0012', 'GridBox-4', 4, 'processing', 'BL03-EM', '4', 9, 17, 77, 6, '2030-06-10 09:30:00', NULL),
    (10, 7, 'PUCK-601', 'LLS-P-0601', 'Unipuck', 16, 'ready to go', NULL, NULL, 10, 10, 77, 6, '2030-06-07 10:00:00', NULL),
    (11, NULL, 'LOOSE', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);

UPDATE Container
   SET containerTypeId = (SELECT MIN(t.containerTypeId) FROM ContainerType t WHERE t.name = Container.containerType),
       currentDewarId = dewarId,
       experimentType = CASE WHEN containerId IN (6, 7) THEN 'SSX' WHEN containerId IN (8, 9) THEN 'EM' ELSE 'MX' END
 WHERE containerId <= 10;

INSERT INTO ContainerHistory
    (containerHistoryId, containerId, status, location, beamlineName, currentDewarId, blTimeStamp)
VALUES
    (1, 1, 'at LLS', NULL, NULL, 1, '2030-04-10 10:20:00'),
    (2, 1, 'processing', '1', 'BL01-MX', 1, '2030-04-13 09:40:00'),
    (3, 1, 'unprocessing', NULL, NULL, 1, '2030-04-14 08:00:00'),
    (4, 1, 'sent to User', NULL, NULL, 1, '2030-04-16 15:00:00'),
    (5, 2, 'at LLS', NULL, NULL, 2, '2030-06-07 11:00:00'),
    (6, 2, 'processing', '1', 'BL01-MX', 2, '2030-06-11 09:45:00'),
    (7, 3, 'at LLS', NULL, NULL, 2, '2030-06-07 11:00:00'),
    (8, 3, 'processing', '2', 'BL01-MX', 2, '2030-06-11 09:45:00'),
    (9, 4, 'at LLS', NULL, NULL, 3, '2030-05-12 10:00:00'),
    (10, 6, 'at LLS', NULL, 'BL02-SSX', 5, '2030-05-28 09:00:00'),
    (11, 8, 'processing', '3', 'BL03-EM', 6, '2030-04-28 09:40:00'),
    (12, 9, 'processing', '4', 'BL03-EM', 6, '2030-06-10 09:40:00'),
    (13, 10, 'processing', '1', 'BL01-MX', 7, '2030-06-05 09:40:00'),
    (14, 10, 'ready to go', NULL, NULL, 7, '2030-06-07 10:00:00');
