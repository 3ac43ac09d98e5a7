-- name: add_activity(happenedAt, login, action, target, detail, address, requestId)
-- Write one line of the record of who did what.
INSERT INTO api_activity (happenedAt, login, action, target, detail, address, requestId)
VALUES (:happenedAt, :login, :action, :target, :detail, :address, :requestId);

-- name: known_login(login)
-- A login as Person writes it; nothing if nobody has it.
SELECT MIN(p.login)
  FROM Person p
 WHERE p.login = :login;

-- name: old_activities(long_ago, most)
-- Lines of the record that are older than it is kept, some of them.
SELECT a.activityId
  FROM api_activity a
 WHERE a.happenedAt < :long_ago
 ORDER BY a.happenedAt
 LIMIT :most;

-- name: forget_activities(ids)
-- Drop lines of the record.
DELETE FROM api_activity
 WHERE activityId IN (:ids);
