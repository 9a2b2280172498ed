"""The flat view `quotes`: what a person at an SQL prompt expects, with no join to write.

It shows what somebody said: quotations of kind direct and partial. Left out, and found in the table
`quotation` only: terms, what a person rejected, and decisions whose words have left their article.
"""

from __future__ import annotations

_OWN = "SELECT topic_id, position FROM quotation_topic WHERE quotation_id = quotation.id"
_HAS_OWN = "EXISTS (SELECT 1 FROM quotation_topic WHERE quotation_id = quotation.id)"
_OF_ARTICLE = "SELECT topic_id, position FROM article_topic WHERE article_id = "


def _labels(its: str) -> str:
    """Labels of topics in their order, a label of several schemes once."""
    return f"""(
    SELECT group_concat(label, '; ') FROM (
      SELECT min(topic.label) AS label
      FROM (
        {its}
      ) AS its JOIN topic ON topic.id = its.topic_id
      GROUP BY topic.label_folded ORDER BY min(its.position), min(topic.id)
    )
  )"""  # noqa: S608


#: a quotation's own topics, where it has some, and those of its article
OWN_TOPICS = f"CASE WHEN {_HAS_OWN} THEN {_labels(_OWN)} END"
TOPICS_OF_ARTICLE = _labels(f"{_OF_ARTICLE}article.id")
#: the one or the other
_TOPICS = _labels(f"""{_OWN}
        UNION ALL
        {_OF_ARTICLE}quotation.article_id
        AND NOT {_HAS_OWN}""")

#: the view as the latest migration leaves it
QUOTES = f"""CREATE VIEW quotes AS
SELECT
  quotation.id AS id,
  quotation.date AS date,
  speaker.name AS speaker,
  speaker.kind AS speaker_kind,
  quotation.role AS role,
  quotation.text AS text,
  quotation.kind AS kind,
  quotation.cue AS cue,
  quotation.mention AS mention,
  quotation.rule AS rule,
  quotation.confidence AS confidence,
  quotation.status AS status,
  {_TOPICS} AS topics,
  article.outlet AS outlet,
  article.title AS title,
  article.url AS url,
  quotation.article_id AS article_id,
  quotation.start AS start,
  quotation."end" AS "end"
FROM quotation
JOIN article ON article.id = quotation.article_id
LEFT JOIN speaker ON speaker.id = quotation.speaker_id
WHERE quotation.kind <> 'term' AND quotation.status <> 'rejected' AND quotation.start IS NOT NULL"""  # noqa: S608

#: what each column of the view means, in its order
COLUMNS = {
    "id": "Number of the quotation",
    "date": "When it was said if the text tells, else when it was published: ISO 8601 at the precision known",
    "speaker": "Who said it; null when it cannot be told",
    "speaker_kind": "person, group, organisation or document",
    "role": "What the article says the speaker is",
    "text": "The words between the marks, as printed",
    "kind": "direct (a full utterance) or partial (a fragment)",
    "cue": "The reporting expression",
    "mention": "The expression that names the source on the spot",
    "rule": "The rule that made the attribution; null when a person named the speaker",
    "confidence": "How sure the attribution is, from 0 to 1; 1 for what a person decided",
    "status": "auto (the parser alone), or a person's decision: confirmed, corrected",
    "topics": "What it is about: declared topics, subjects, keywords, joined by a semicolon and a space",
    "outlet": "Who published the article",
    "title": "The article's headline",
    "url": "The article's address",
    "article_id": "Number of the article",
    "start": "Offset of the first character in article.text",
    "end": "Offset after the last character",
}
