CREATE TABLE every.seen (database text, role text);
GRANT USAGE ON SCHEMA every TO visitor;
GRANT INSERT ON every.seen TO visitor;
