-- name: list_activity()
-- The record of who did what, in the order of its indexes.
SELECT a.activityId,
       a.happenedAt AS dateTime,
       COALESCE(a.login, '') AS username,
       a.action,
       a.target,
       COALESCE(a.detail, '') AS comments,
       a.address,
       a.requestId
  FROM api_activity a
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_activity()
-- How many lines the same conditions leave.
SELECT COUNT(*) AS total
  FROM api_activity a
 WHERE 1 = 1 /*where*/;
