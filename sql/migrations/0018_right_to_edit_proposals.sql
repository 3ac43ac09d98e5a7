-- The right to change what belongs to proposals that one is not a member of.
INSERT IGNORE INTO Permission (permissionId, type, description) VALUES
    (1016, 'edit_proposals', 'Change samples, shipments and remarks of proposals that one sees without belonging to them');
