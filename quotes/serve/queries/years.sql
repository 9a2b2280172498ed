-- How many quotations are there each year?
SELECT substr(date, 1, 4) AS year, count(*) AS quotations, count(DISTINCT article_id) AS articles
FROM quotes
GROUP BY 1
ORDER BY 1 DESC
