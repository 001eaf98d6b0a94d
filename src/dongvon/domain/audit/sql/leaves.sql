-- One leaf per event of the days asked for (Vietnam's dates), in the order of their identifiers.
SELECT
    id,
    sha256(convert_to(concat_ws(
        E'\n', id, key, verb, person, unit,
        extract(epoch FROM at), extract(epoch FROM recorded_at),
        encode(digest, 'hex'), contents::text, coalesce(result::text, '-'), about::text
    ), 'UTF8')) AS leaf
FROM audit_event
WHERE (%(since)s::date IS NULL OR recorded_at >= %(since)s::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')
  AND recorded_at < (%(until)s::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
ORDER BY id;
