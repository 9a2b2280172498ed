-- How many different sources does an article have?
SELECT title, count(*) AS quotations, count(DISTINCT speaker) AS speakers
FROM quotes
GROUP BY article_id
ORDER BY speakers DESC, title
LIMIT 200
