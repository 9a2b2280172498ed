-- With which verbs is a person quoted?
-- :speaker Malo Guivarc’h
SELECT cue, count(*) AS times
FROM quotes
WHERE speaker = :speaker AND cue IS NOT NULL
GROUP BY cue
ORDER BY times DESC, cue
