-- name: list_options(names)
-- The values that some options have in the database; of several rows with one name the last counts.
SELECT v.name, v.value
  FROM AdminVar v
 WHERE v.name IN (:names)
 ORDER BY v.varId;
