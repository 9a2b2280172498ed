"""Topics of the view `quotes` as SQL text, to stand inside queries that another program makes of it."""

from __future__ import annotations

_OWN = "SELECT quotation_id FROM quotation_topic"


def about(parameter: str) -> str:
    """The condition that a row of `quotes` is about the topic whose folded label is `:parameter`.

    A quotation's own topics count, where it has some; else its article's.
    """
    called = f"IN (SELECT id FROM topic WHERE label_folded = :{parameter})"  # noqa: S608 - a name of ours
    return (
        f"(id IN ({_OWN} WHERE topic_id {called}) OR "  # noqa: S608
        f"article_id IN (SELECT article_id FROM article_topic WHERE topic_id {called}) AND id NOT IN ({_OWN}))"
    )


def counted(rows: str) -> str:
    """The query for the labels and the folded labels of what `rows` are about, with how many of them are.

    `rows` is a query for rows of `quotes`. Keywords are left out: there are too many to choose from.
    At most `:most` are given, the commonest first.
    """
    return f"""
        WITH chosen AS (SELECT id, article_id FROM ({rows})),
        per_article AS (
          SELECT article_id, count(*) AS found FROM chosen WHERE id NOT IN ({_OWN}) GROUP BY article_id
        ),
        counts AS (
          SELECT topic_id, sum(found) AS found
          FROM per_article JOIN article_topic USING (article_id) GROUP BY topic_id
          UNION ALL
          SELECT topic_id, count(*) FROM chosen JOIN quotation_topic ON quotation_id = id GROUP BY topic_id
        )
        SELECT min(label) AS label, label_folded, sum(found) AS found
        FROM counts JOIN topic ON topic.id = topic_id
        WHERE scheme <> 'keyword'
        GROUP BY label_folded ORDER BY found DESC, label_folded LIMIT :most
    """  # noqa: S608 - Datasette's own query, with its parameters
