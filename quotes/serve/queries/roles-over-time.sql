-- What has a person been, over time?
-- :speaker Jeanne Le Floc’h
SELECT role, min(date) AS since, max(date) AS until, count(*) AS quotations
FROM quotes
WHERE speaker = :speaker AND role IS NOT NULL
GROUP BY role
ORDER BY since
