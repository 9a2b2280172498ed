-- Which rules found the speakers?
-- Each is explained on the page of a quotation that it found.
SELECT rule, count(*) AS quotations, round(avg(confidence), 2) AS confidence
FROM quotes
GROUP BY rule
ORDER BY quotations DESC, rule
LIMIT 200
