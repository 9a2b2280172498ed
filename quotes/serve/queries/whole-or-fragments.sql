-- Does an outlet give whole sentences, or fragments?
SELECT outlet, sum(kind = 'direct') AS direct, sum(kind = 'partial') AS partial,
       round(1.0 * sum(kind = 'direct') / count(*), 2) AS share_direct
FROM quotes
WHERE outlet IS NOT NULL
GROUP BY outlet
HAVING count(*) >= 10
ORDER BY share_direct DESC, outlet
LIMIT 200
