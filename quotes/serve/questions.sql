-- name: most-quoted
-- Who is quoted most?
SELECT speaker, count(*) AS quotations, count(DISTINCT outlet) AS outlets
FROM quotes
WHERE speaker_kind = 'person'
GROUP BY speaker
ORDER BY quotations DESC, speaker
LIMIT 200;

-- name: kinds-of-sources
-- What kinds of sources are there, and how much does each speak?
SELECT coalesce(speaker_kind, 'unknown') AS kind, count(*) AS quotations,
       round(100.0 * count(*) / sum(count(*)) OVER (), 1) AS percent
FROM quotes
GROUP BY 1
ORDER BY quotations DESC;

-- name: unnamed-sources
-- Which outlets rely on unnamed people?
SELECT outlet, count(*) AS quotations,
       round(100.0 * sum(speaker_kind IN ('person', 'group') AND speaker GLOB '[a-zà-ÿ]*')
             / count(*), 1) AS percent_unnamed
FROM quotes
WHERE outlet IS NOT NULL
GROUP BY outlet
HAVING count(*) >= 10
ORDER BY percent_unnamed DESC, outlet
LIMIT 200;

-- name: in-several-outlets
-- Who is quoted by more than one outlet?
SELECT speaker, group_concat(DISTINCT outlet) AS outlets
FROM quotes
WHERE speaker_kind = 'person'
GROUP BY speaker
HAVING count(DISTINCT outlet) > 1
ORDER BY speaker;

-- name: roles-over-time
-- What has a person been, over time?
-- :speaker Jeanne Le Floc’h
SELECT role, min(date) AS since, max(date) AS until, count(*) AS quotations
FROM quotes
WHERE speaker = :speaker AND role IS NOT NULL
GROUP BY role
ORDER BY since;

-- name: answers
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
LIMIT 200;

-- name: sources-an-article
-- How many different sources does an article have?
SELECT title, count(*) AS quotations, count(DISTINCT speaker) AS speakers
FROM quotes
GROUP BY article_id
ORDER BY speakers DESC, title
LIMIT 200;

-- name: printed-first
-- Who printed a sentence first?
-- By date of publication; others counts the outlets that have it later.
SELECT text, outlet AS first, published, others
FROM (
  SELECT *, row_number() OVER (PARTITION BY words ORDER BY published) AS place,
         count(*) OVER (PARTITION BY words) - 1 AS others
  FROM (
    SELECT rtrim(q.text_folded, ' .!?…') AS words, q.text, article.outlet, min(article.date) AS published
    FROM quotation AS q JOIN article ON article.id = q.article_id
    WHERE q.kind <> 'term' AND article.outlet IS NOT NULL AND article.date IS NOT NULL
    GROUP BY 1, 3
  )
)
WHERE place = 1 AND others > 0;

-- name: talks-of
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
ORDER BY quotations DESC, topic.label;

-- name: whole-or-fragments
-- Does an outlet give whole sentences, or fragments?
SELECT outlet, sum(kind = 'direct') AS direct, sum(kind = 'partial') AS partial,
       round(1.0 * sum(kind = 'direct') / count(*), 2) AS share_direct
FROM quotes
WHERE outlet IS NOT NULL
GROUP BY outlet
HAVING count(*) >= 10
ORDER BY share_direct DESC, outlet
LIMIT 200;

-- name: verbs
-- With which verbs is a person quoted?
-- :speaker Malo Guivarc’h
SELECT cue, count(*) AS times
FROM quotes
WHERE speaker = :speaker AND cue IS NOT NULL
GROUP BY cue
ORDER BY times DESC, cue;

-- name: years
-- How many quotations are there each year?
SELECT substr(date, 1, 4) AS year, count(*) AS quotations, count(DISTINCT article_id) AS articles
FROM quotes
GROUP BY 1
ORDER BY 1 DESC;

-- name: least-certain
-- Which attributions are least certain?
SELECT id, speaker, rule, confidence, text
FROM quotes
WHERE speaker IS NOT NULL AND status = 'auto'
ORDER BY confidence, id
LIMIT 200;

-- name: no-source
-- Which quotations have no source?
SELECT id, title, text
FROM quotes
WHERE speaker IS NULL
ORDER BY id
LIMIT 200;

-- name: rules
-- Which rules found the speakers?
-- Each is explained on the page of a quotation that it found.
SELECT rule, count(*) AS quotations, round(avg(confidence), 2) AS confidence
FROM quotes
GROUP BY rule
ORDER BY quotations DESC, rule
LIMIT 200;
