"""Conditions and counts as SQL text, to stand inside queries that another program makes."""

from __future__ import annotations

_OWN = "SELECT quotation_id FROM quotation_topic"


def about(parameter: str) -> str:
    """The condition that a row of `quotes` is about the topic whose folded label is `:parameter`.

    A quotation's own topics count, where it has some; else its article's.
    """
    called = f"IN (SELECT id FROM topic WHERE label_folded = :{parameter})"  # noqa: S608 - a name of ours
    articles = f"SELECT article_id FROM article_topic WHERE topic_id {called}"  # noqa: S608
    return f"(id IN ({_OWN} WHERE topic_id {called}) OR article_id IN ({articles}) AND id NOT IN ({_OWN}))"


def named(parameter: str) -> str:
    """The condition that a row of `speaker` has `:parameter`, folded, in one of its names."""
    aliases = f"SELECT speaker_id FROM speaker_alias WHERE instr(alias_folded, :{parameter}) > 0"  # noqa: S608
    return f"(instr(name_folded, :{parameter}) > 0 OR id IN ({aliases}))"


def topics_counted(rows: str) -> str:
    """The query for the labels of the topics of `rows`, with how many of them are about each.

    `rows` is a query for rows of `quotes`. A label of several schemes counts once; keywords are left out:
    there are too many to choose from. At most `:most` are given, the commonest first.
    """
    return f"""
        WITH chosen AS (SELECT id, article_id FROM ({rows})),
        per_article AS (
          SELECT article_id, count(*) AS found FROM chosen WHERE id NOT IN ({_OWN}) GROUP BY article_id
        ),
        listed AS (SELECT id, label, label_folded FROM topic WHERE scheme <> 'keyword'),
        counts AS (
          SELECT min(label) AS label, label_folded, found
          FROM per_article JOIN article_topic USING (article_id) JOIN listed ON listed.id = topic_id
          GROUP BY article_id, label_folded
          UNION ALL
          SELECT min(label), label_folded, 1
          FROM chosen JOIN quotation_topic ON quotation_id = chosen.id JOIN listed ON listed.id = topic_id
          GROUP BY quotation_id, label_folded
        )
        SELECT min(label) AS label, sum(found) AS found
        FROM counts GROUP BY label_folded ORDER BY found DESC, label_folded LIMIT :most
    """  # noqa: S608 - Datasette's own query, with its parameters
