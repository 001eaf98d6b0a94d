-- Waits until every transaction that has already written an event is over, so that the day is complete.
SELECT pg_advisory_xact_lock(hashtext('audit.seal'));
LOCK TABLE audit_event IN SHARE ROW EXCLUSIVE MODE;
