-- Who answers whom?
-- Quotations that follow one another in an article, of two different people.
SELECT before AS first, speaker AS answers, count(*) AS times
FROM (
  SELECT speaker, lag(speaker) OVER (PARTITION BY article_id ORDER BY start) AS before
  FROM quotes
  WHERE speaker_kind = 'person'
)
WHERE before <> speaker
GROUP BY 1, 2
ORDER BY times DESC, first, answers
LIMIT 200
