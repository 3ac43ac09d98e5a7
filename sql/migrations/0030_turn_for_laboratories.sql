-- Whoever records a laboratory updates this row first: of several at once with one number of the user office, one makes it.
INSERT IGNORE INTO api_turn (name) VALUES ('laboratories');
