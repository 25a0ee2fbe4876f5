CREATE TABLE hostile.seen (said text);
INSERT INTO hostile.seen VALUES ('nothing yet');
