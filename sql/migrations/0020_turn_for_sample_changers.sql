-- Whoever puts a container into a sample changer updates this row first: two of them never take one position.
INSERT IGNORE INTO api_turn (name) VALUES ('sample changers');
