-- Units of a big committee below the roots of the demo: 1 in 50 an organ's committee, the rest branches of them, on the Party side.
WITH top AS (SELECT tenant_id, id, path FROM unit WHERE parent_id IS NULL AND track = 1),
grp AS (SELECT array_agg(id ORDER BY name) AS ids FROM peer_group),
made AS (
  SELECT n, (n - 1) / 50 AS organ, (n - 1) % 50 = 0 AS is_organ, md5('unit' || n)::uuid AS id, substr(md5('label' || n), 1, 10) || '.' AS label
  FROM generate_series(1, :rows) AS n),
organs AS (SELECT m.*, t.tenant_id, t.id AS parent_id, t.path || m.label AS path FROM made m CROSS JOIN top t WHERE m.is_organ)
INSERT INTO unit (tenant_id, id, code, name, short_name, kind, track, parent_id, path, depth, sort_order, is_assessed, peer_group_id, note, row_version)
SELECT tenant_id, id, 'L' || lpad(n::text, 7, '0'), '第' || n || '机关党委', '第' || n || '机关', '机关党委', 1, parent_id, path, 2, n, n % 2 = 1, (SELECT ids[1 + n % cardinality(ids)] FROM grp), '', 0
FROM organs
UNION ALL
SELECT o.tenant_id, m.id, 'L' || lpad(m.n::text, 7, '0'), '第' || m.n || '党支部', '第' || m.n || '支部', CASE WHEN m.n % 5000 = 7 THEN '临时党支部' ELSE '党支部' END, 1, o.id, o.path || m.label, 3, m.n % 50, m.n % 3 = 0,
  (SELECT ids[1 + m.n % cardinality(ids)] FROM grp), '', 0
FROM made m JOIN organs o ON o.organ = m.organ WHERE NOT m.is_organ;
