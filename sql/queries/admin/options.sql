-- name: set_option(name, value)
-- Set an option where every ISPyB program reads it.
UPDATE AdminVar
   SET value = :value
 WHERE name = :name;

-- name: add_option(name, value)
-- Set an option for the first time.
INSERT INTO AdminVar (name, value)
VALUES (:name, :value);

-- name: forget_long_option(name)
-- Drop the long value of an option.
DELETE FROM api_option
 WHERE name = :name;

-- name: add_long_option(name, value, standsFor)
-- Keep an option's value that is too long for AdminVar, with the text that stands there for it.
INSERT INTO api_option (name, value, standsFor)
VALUES (:name, :value, :standsFor);
