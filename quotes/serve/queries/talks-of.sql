-- What does somebody talk of?
-- By the subjects of the articles; pages that hold several stories are left out.
-- :speaker Mirjam Aebischer
SELECT topic.label, count(*) AS quotations
FROM quotes
JOIN article_topic ON article_topic.article_id = quotes.article_id
JOIN topic ON topic.id = article_topic.topic_id
WHERE quotes.speaker = :speaker AND topic.scheme = 'subject'
  AND NOT EXISTS (SELECT 1 FROM quotation_topic WHERE quotation_id = quotes.id)
GROUP BY topic.id
ORDER BY quotations DESC, topic.label
