-- Which outlets rely on unnamed people?
SELECT outlet, count(*) AS quotations,
       round(100.0 * sum(speaker_kind = 'group') / count(*), 1) AS percent_unnamed
FROM quotes
WHERE outlet IS NOT NULL
GROUP BY outlet
HAVING count(*) >= 10
ORDER BY percent_unnamed DESC, outlet
LIMIT 200
