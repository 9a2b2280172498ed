-- Which quotations have no source?
SELECT id, title, text
FROM quotes
WHERE speaker IS NULL
ORDER BY id
LIMIT 200
