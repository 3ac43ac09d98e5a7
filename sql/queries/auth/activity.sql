-- name: add_activity(happenedAt, login, action, target, detail, address, requestId)
-- Write one line of the record of who did what.
INSERT INTO api_activity (happenedAt, login, action, target, detail, address, requestId)
VALUES (:happenedAt, :login, :action, :target, :detail, :address, :requestId);
