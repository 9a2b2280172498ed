-- What kinds of sources are there, and how much does each speak?
SELECT coalesce(speaker_kind, 'unknown') AS kind, count(*) AS quotations,
       round(100.0 * count(*) / sum(count(*)) OVER (), 1) AS percent
FROM quotes
GROUP BY 1
ORDER BY quotations DESC
