-- Whoever makes a person at a first login updates this row first: of several at once, one makes the person.
INSERT IGNORE INTO api_turn (name) VALUES ('new persons');
