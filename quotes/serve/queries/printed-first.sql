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
WHERE place = 1 AND others > 0
