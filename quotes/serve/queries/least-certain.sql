-- Which attributions are least certain?
SELECT id, speaker, rule, confidence, text
FROM quotes
WHERE speaker IS NOT NULL AND status = 'auto'
ORDER BY confidence, id
LIMIT 200
