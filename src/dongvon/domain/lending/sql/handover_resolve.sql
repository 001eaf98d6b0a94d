-- What the codes of a file mean: office, commune, rate series, group, borrower; into the temporary table `checked`.

DROP TABLE IF EXISTS checked, checked_series, checked_rule, checked_person, resolved, faulty, member, founded;

-- Whoever has no code of the bank is known by that of another line with the same number, else by the number itself.
CREATE TEMP TABLE checked ON COMMIT DROP AS
WITH coded AS (
    SELECT number_mark, min(customer_code) AS code, min(customer_code) <> max(customer_code) AS is_several
    FROM lending_handoverrow WHERE handover_id = %(handover)s AND number_mark IS NOT NULL AND customer_code IS NOT NULL
    GROUP BY number_mark
)
SELECT r.line, coalesce(r.customer_code, coded.code, encode(r.number_mark, 'hex')) AS person, coalesce(coded.is_several, false) AS is_several, r.contract_number, r.unit_code, r.organisation, r.group_code, r.leader, r.deputy, r.point, r.session_day,
       r.customer_code, r.full_name, r.name_search_key, r.birth_year, r.sex, r.number_mark, r.programme, lower(r.variant) AS variant,
       r.priority, r.fund, coalesce(r.approved, r.lent) AS approved, r.lent, r.signed_on, r.contractual_on, r.extended_on,
       r.session_on, r.first_principal_on, r.grace_until, r.term_months, r.rate, r.in_term, r.overdue, r.frozen,
       r.in_term + r.overdue + r.frozen AS balance, r.owed_in_term + r.owed_overdue + r.owed_grace AS owed, r.freeze_until,
       r.decision, r.fingerprint, r.place_name,
       coalesce((r.kept ->> 'written_off_principal')::bigint, 0) + coalesce((r.kept ->> 'written_off_interest')::bigint, 0) AS written_off,
       r.hamlet, u.id AS unit_id, coalesce(p.code, named.code) AS place, p.name AS known_name,
       CASE WHEN EXISTS (SELECT FROM programmes_rateseries s WHERE s.area = coalesce(p.code, named.code))
            THEN coalesce(p.code, named.code) ELSE '' END AS area,
       CASE WHEN r.organisation = '99' THEN 'direct' ELSE 'entrusted' END AS channel,
       l.id AS loan_id, l.in_term = r.in_term AND l.overdue = r.overdue AND l.frozen = r.frozen AS same_debt,
       o.fingerprint IS NOT DISTINCT FROM r.fingerprint AS same_line
FROM lending_handoverrow r
LEFT JOIN coded ON coded.number_mark = r.number_mark
LEFT JOIN units_unit u ON u.body IN ('nhcsxh-pgd', 'nhcsxh-chi-nhanh') AND u.valid @> %(on)s::date
    AND lpad(nullif(regexp_replace(u.code, '^\D*', ''), ''), 6, '0') = r.unit_code
LEFT JOIN units_place p ON p.code = r.place
LEFT JOIN (
    SELECT min(code) AS code, key FROM unnest(%(place_codes)s::text[], %(place_keys)s::text[]) AS each (code, key)
    GROUP BY key HAVING count(*) = 1
) AS named ON r.place IS NULL AND named.key = r.place_name
LEFT JOIN lending_loan l ON l.contract_number = r.contract_number
LEFT JOIN lending_origin o ON o.loan_id = l.id
WHERE r.handover_id = %(handover)s;
CREATE UNIQUE INDEX ON checked (line);
ANALYZE checked (programme, variant, fund, priority, area, channel, signed_on, rate, term_months, person);

-- The rate series of each kind of loan: by the rate of the day, then by channel, by the day of its conditions, then the plain one.
CREATE TEMP TABLE checked_series ON COMMIT DROP AS
WITH key AS (
    SELECT DISTINCT programme, variant, fund, priority, area, channel, signed_on, rate FROM checked
    WHERE programme IS NOT NULL AND fund IS NOT NULL AND signed_on IS NOT NULL AND loan_id IS NULL
), candidate AS (
    SELECT key.*, s.id AS series_id, p.id AS programme_id, p.variant AS kind, cohort.id AS cohort_id,
           cohort.signed_from > key.signed_on AS is_older, now.percent,
           ARRAY[
               (now.percent IS NOT DISTINCT FROM key.rate)::int, (s.area = key.area)::int,
               EXISTS (SELECT FROM programmes_term t WHERE t.programme_id = p.id AND t.fund = s.fund AND t.channel = key.channel)::int,
               EXISTS (SELECT FROM programmes_term t WHERE t.programme_id = p.id AND t.fund = s.fund AND t.valid @> key.signed_on)::int,
               (s.priority_class = 'ordinary')::int, (p.variant = '')::int
           ] AS fit
    FROM key
    JOIN programmes_programme p ON p.code = key.programme AND (key.variant IS NULL OR p.variant = key.variant)
    JOIN programmes_rateseries s ON s.programme_id = p.id AND s.fund = key.fund AND s.area IN ('', key.area)
        AND (key.priority IS NULL OR s.priority_class = key.priority)
    CROSS JOIN LATERAL (
        SELECT c.id, c.signed_from FROM programmes_ratecohort c WHERE c.series_id = s.id
        ORDER BY c.signed_from > key.signed_on, abs(c.signed_from - key.signed_on) LIMIT 1
    ) AS cohort
    JOIN LATERAL (
        SELECT seg.percent FROM programmes_ratesegment seg
        WHERE seg.cohort_id = cohort.id AND seg.starts_on < %(on)s AND (seg.ends_on IS NULL OR seg.ends_on >= %(on)s)
    ) AS now ON true
), ranked AS (
    SELECT *, row_number() OVER best AS place_of, lead(fit) OVER best IS NOT DISTINCT FROM fit AS is_unclear,
           string_agg(kind, ', ') OVER (PARTITION BY programme, variant, fund, priority, area, channel, signed_on, rate) AS kinds
    FROM candidate
    WINDOW best AS (PARTITION BY programme, variant, fund, priority, area, channel, signed_on, rate ORDER BY fit DESC, series_id)
)
SELECT r.*, term.overdue_percent,
       CASE WHEN term.overdue_percent IS NULL THEN programmes_poor_rate(r.fund, r.signed_on) END AS overdue_rate
FROM ranked r
LEFT JOIN LATERAL (
    SELECT t.overdue_percent FROM programmes_term t
    WHERE t.programme_id = r.programme_id AND t.fund = r.fund AND t.granted
    ORDER BY t.valid @> r.signed_on DESC, t.valid LIMIT 1
) AS term ON true
WHERE r.place_of = 1;

CREATE TEMP TABLE checked_rule ON COMMIT DROP AS
SELECT key.*, rule.months, rule.floor_to
FROM (
    SELECT DISTINCT s.programme_id, c.signed_on, c.term_months
    FROM checked c JOIN checked_series s USING (programme, fund, area, channel, signed_on)
    WHERE s.variant IS NOT DISTINCT FROM c.variant AND s.priority IS NOT DISTINCT FROM c.priority AND s.rate IS NOT DISTINCT FROM c.rate
) AS key
CROSS JOIN LATERAL (
    SELECT i.months, i.floor_to FROM lending_instalmentperiod i
    WHERE (i.programme_id = key.programme_id OR i.programme_id IS NULL) AND i.granted AND i.from_on <= key.signed_on
      AND (i.up_to_months >= key.term_months OR i.up_to_months IS NULL)
    ORDER BY i.programme_id NULLS LAST, i.up_to_months NULLS LAST, i.from_on DESC LIMIT 1
) AS rule;
ANALYZE checked_series, checked_rule;

-- Who the borrowers are, and who of them the books know by either.
CREATE TEMP TABLE checked_person ON COMMIT DROP AS
WITH known AS (
    SELECT DISTINCT ON (o.customer_code) o.customer_code, l.borrower_id
    FROM lending_origin o JOIN lending_loan l ON l.id = o.loan_id WHERE o.customer_code <> '' ORDER BY o.customer_code, o.line
), gathered AS (
    SELECT person, min(line) AS line, min(line) FILTER (WHERE loan_id IS NULL) AS first_new_line,
           min(coalesce(name_search_key, '')) <> max(coalesce(name_search_key, ''))
               OR min(coalesce(birth_year, 0)) <> max(coalesce(birth_year, 0)) OR bool_or(is_several)
               OR coalesce(min(encode(number_mark, 'hex')) <> max(encode(number_mark, 'hex')), false) AS is_unclear,
           min(encode(number_mark, 'hex')) AS mark, min(name_search_key) AS name, min(birth_year) AS born, min(customer_code) AS customer_code
    FROM checked WHERE person IS NOT NULL GROUP BY person
)
SELECT g.*, coalesce(known.borrower_id, numbered.id, lending_id(%(at)s, g.line)) AS borrower_id,
       known.borrower_id IS NULL AND numbered.id IS NULL AS is_new,
       coalesce(known.borrower_id <> numbered.id, false)
           OR coalesce((SELECT (b.name_search_key, b.birth_year) <> (g.name, g.born) FROM people_person b
                        WHERE b.id = coalesce(known.borrower_id, numbered.id)), false) AS is_other
FROM gathered g
LEFT JOIN known ON known.customer_code = g.customer_code
LEFT JOIN people_person numbered ON g.mark IS NOT NULL AND numbered.number_mark = decode(g.mark, 'hex');
CREATE UNIQUE INDEX ON checked_person (person);
ANALYZE checked_person;

-- All of it, line by line.
CREATE TEMP TABLE resolved ON COMMIT DROP AS
SELECT c.*, s.series_id, s.cohort_id, s.overdue_percent, s.overdue_rate, s.percent, s.kinds, s.is_older,
       coalesce(s.is_unclear, false) AS is_unclear, rule.months, rule.floor_to, g.id AS group_id,
       g.place_id <> c.place OR g.organisation <> c.organisation AS group_is_elsewhere,
       person.borrower_id, person.is_new AS is_new_person, person.first_new_line, person.is_unclear AS person_is_unclear,
       person.is_other AS is_other_person, due.by_rule, coalesce(c.session_on, due.by_rule) AS final_on,
       count(*) OVER (PARTITION BY c.contract_number) > 1 AND c.contract_number IS NOT NULL AS is_twice
FROM checked c
LEFT JOIN checked_series s ON s.programme = c.programme AND s.fund = c.fund AND s.area = c.area AND s.channel = c.channel
    AND s.signed_on = c.signed_on AND s.variant IS NOT DISTINCT FROM c.variant AND s.priority IS NOT DISTINCT FROM c.priority
    AND s.rate IS NOT DISTINCT FROM c.rate
LEFT JOIN checked_rule rule ON rule.programme_id = s.programme_id AND rule.signed_on = c.signed_on AND rule.term_months = c.term_months
LEFT JOIN groups_group g ON g.code = c.group_code
LEFT JOIN checked_person person USING (person)
CROSS JOIN LATERAL (
    SELECT CASE WHEN c.session_day BETWEEN 1 AND 31
        THEN lending_session_before(coalesce(c.extended_on, c.contractual_on), c.session_day::smallint)
        ELSE coalesce(c.extended_on, c.contractual_on) END AS by_rule
) AS due;
CREATE UNIQUE INDEX ON resolved (line);
CREATE INDEX ON resolved (group_code);
ANALYZE resolved (line, group_code, loan_id, group_id);
