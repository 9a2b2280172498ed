-- Who is quoted by more than one outlet?
SELECT speaker, group_concat(DISTINCT outlet) AS outlets
FROM quotes
WHERE speaker_kind = 'person'
GROUP BY speaker
HAVING count(DISTINCT outlet) > 1
ORDER BY speaker
