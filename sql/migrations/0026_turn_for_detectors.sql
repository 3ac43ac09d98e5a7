-- Whoever records a detector updates this row first: of several at once, one makes it.
INSERT IGNORE INTO api_turn (name) VALUES ('detectors');
