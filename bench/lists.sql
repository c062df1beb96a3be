-- Units of a big committee below the roots of the demo: 1 in 50 an organ's committee, the rest branches of them, on the Party side.
WITH top AS (SELECT tenant_id, id, path FROM unit WHERE parent_id IS NULL AND track = 1),
grp AS (SELECT array_agg(id ORDER BY name) AS ids FROM peer_group),
made AS (
  SELECT n, (n - 1) / 50 AS organ, (n - 1) % 50 = 0 AS is_organ, md5('unit' || n)::uuid AS id, substr(md5('label' || n), 1, 10) || '.' AS label
  FROM generate_series(1, :rows) AS n),
organs AS (SELECT m.*, t.tenant_id, t.id AS parent_id, t.path || m.label AS path FROM made m CROSS JOIN top t WHERE m.is_organ)
INSERT INTO unit (tenant_id, id, code, name, short_name, kind, track, parent_id, path, depth, sort_order, is_assessed, peer_group_id, note, row_version, initials, sort_key)
SELECT tenant_id, id, 'L' || lpad(n::text, 7, '0'), '第' || n || '机关党委', '第' || n || '机关', '机关党委', 1, parent_id, path, 2, n, n % 2 = 1, (SELECT ids[1 + n % cardinality(ids)] FROM grp), '', 0, 'djg', 'di' || lpad(n::text, 7, '0')
FROM organs
UNION ALL
SELECT o.tenant_id, m.id, 'L' || lpad(m.n::text, 7, '0'), '第' || m.n || '党支部', '第' || m.n || '支部', CASE WHEN m.n % 5000 = 7 THEN '临时党支部' ELSE '党支部' END, 1, o.id, o.path || m.label, 3, m.n % 50, m.n % 3 = 0,
  (SELECT ids[1 + m.n % cardinality(ids)] FROM grp), '', 0, 'dzb', 'di' || lpad(m.n::text, 7, '0')
FROM made m JOIN organs o ON o.organ = m.organ WHERE NOT m.is_organ;

-- Terms of their names and codes, as saving them would write: pairs of characters, the last alone, numbers, initials (places 1 code, 2 start, 3 initials, 5 within).
INSERT INTO search_term (tenant_id, subject_id, term, kind, place, list_key)
SELECT u.tenant_id, u.id, t.term, 1, t.place, u.track || lpad(u.depth::text, 2, '0') || lpad(u.sort_order::text, 7, '0') || u.code
FROM unit u CROSS JOIN LATERAL (
  SELECT DISTINCT ON (term) term, place FROM (VALUES
    (lower(u.code), 1), ('第', 2), (substring(u.name from '\d+'), 5),
    (CASE WHEN u.kind = '机关党委' THEN '机关' ELSE '支部' END, 5), (CASE WHEN u.kind = '机关党委' THEN '党委' ELSE '党支' END, 5), (CASE WHEN u.kind = '机关党委' THEN '关党' ELSE '部' END, 5),
    (CASE WHEN u.kind = '机关党委' THEN '委' ELSE 'dzb' END, 3)) AS v (term, place) ORDER BY term, place) t
WHERE u.code LIKE 'L_______' AND t.term IS NOT NULL;

-- As many people as units, each in a branch; surnames and names of two characters in turn.
WITH named AS (
  SELECT u.tenant_id, u.id AS branch_id, n, md5('person' || n)::uuid AS id,
    substr('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗', 1 + n % 20, 1) || substr('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平', 1 + (n / 20) % 20, 1) || substr('国建文志海春华玉金红东永立新江云生光山波', 1 + (n / 400) % 20, 1) AS name
  FROM (SELECT u.*, (row_number() OVER (ORDER BY u.code))::int AS n FROM unit u WHERE u.code LIKE 'L_______') u),
people AS (INSERT INTO person (tenant_id, id, name, row_version, initials, sort_key) SELECT tenant_id, id, name, 0, '', name FROM named),
details AS (
  INSERT INTO person_detail (tenant_id, person_id, staff_code, gender, status, joined_day, joined_order, is_key_post, branch_id, phone_sealed, phone_masked, phone_hash, identity_sealed, identity_masked, row_version)
  SELECT tenant_id, id, 'S' || lpad(n::text, 7, '0'), 1 + n % 2, 1 + n % 2, DATE '1990-01-01' + (n * 37 % 12000)::int, DATE '1990-01-01' + (n * 37 % 12000)::int, n % 10 = 0, branch_id, '', '', '', '', '', 0 FROM named),
members AS (
  INSERT INTO membership (tenant_id, id, person_id, unit_id, from_day, began_by, note)
  SELECT tenant_id, md5('member' || n)::uuid, id, branch_id, DATE '2020-01-01', 1, '' FROM named)
INSERT INTO search_term (tenant_id, subject_id, term, kind, place, list_key)
SELECT tenant_id, id, term, 2, min(place), '' FROM named CROSS JOIN LATERAL (VALUES (substr(name, 1, 2), 2), (substr(name, 2, 2), 5), (substr(name, 3, 1), 5)) AS v (term, place) GROUP BY 1, 2, 3;

-- And as many entries of the journal, one a minute.
INSERT INTO journal_entry (tenant_id, id, actor_id, at_utc, action, subject_type, subject_id, reason, detail)
SELECT u.tenant_id, md5('entry' || n)::uuid, p.id, TIMESTAMPTZ '2026-01-01' + n * interval '1 minute', CASE WHEN n % 50 = 0 THEN 'unit.edited' ELSE 'figure.entered' END, 'Unit', u.id, '', ''
FROM (SELECT u.*, (row_number() OVER (ORDER BY u.code))::int AS n FROM unit u WHERE u.code LIKE 'L_______') u
JOIN LATERAL (SELECT md5('person' || (1 + n % 50))::uuid AS id) p ON true;

-- As many key tasks, four milestones each, written like the demo's, each led by one of these units.
WITH led AS (SELECT u.tenant_id, u.id AS lead_id, (row_number() OVER (ORDER BY u.code))::int AS n FROM unit u WHERE u.code LIKE 'L_______'),
known AS (SELECT b.*, (row_number() OVER (ORDER BY b.code) - 1)::int AS n, count(*) OVER ()::int AS known FROM business_task b),
made AS (SELECT l.n AS number, l.lead_id, md5('task' || l.n)::uuid AS new_id, k.* FROM led l JOIN known k ON k.n = l.n % k.known),
tasks AS (
  INSERT INTO business_task (tenant_id, id, code, plan_year, title, content, lead_unit_id, lead_text, partner_text, importance, source_document, start_day, due_day, is_due_derived, done_day, state, cancel_reason, note, row_version)
  SELECT tenant_id, new_id, 'LT' || lpad(made.number::text, 7, '0'), plan_year, title, content, lead_id, '', partner_text, importance, source_document, start_day, due_day, is_due_derived, done_day, state, cancel_reason, note, 0 FROM made),
stones AS (
  INSERT INTO milestone (tenant_id, id, task_id, number, title, planned_from, due_day, done_day, row_version)
  SELECT m.tenant_id, md5('stone' || made.new_id || m.number)::uuid, made.new_id, m.number, m.title, m.planned_from, m.due_day, m.done_day, 0 FROM made JOIN milestone m ON m.tenant_id = made.tenant_id AND m.task_id = made.id)
INSERT INTO search_term (tenant_id, subject_id, term, kind, place, list_key)
SELECT made.tenant_id, made.new_id, t.term, t.kind, t.place, made.state || to_char(made.due_day, 'YYYYMMDD') || 'LT' || lpad(made.number::text, 7, '0') FROM made JOIN search_term t ON t.tenant_id = made.tenant_id AND t.subject_id = made.id AND t.place <> 1
UNION ALL SELECT tenant_id, new_id, 'lt' || lpad(made.number::text, 7, '0'), 6, 1, made.state || to_char(made.due_day, 'YYYYMMDD') || 'LT' || lpad(made.number::text, 7, '0') FROM made;
