-- Who is quoted most?
SELECT speaker, count(*) AS quotations, count(DISTINCT outlet) AS outlets
FROM quotes
WHERE speaker_kind = 'person'
GROUP BY speaker
ORDER BY quotations DESC, speaker
LIMIT 200
