"""Conditions and counts as SQL text, to stand inside queries that another program makes."""

from __future__ import annotations

from quotes.storage import parts

_OWN = "SELECT quotation_id FROM quotation_topic"


def about(parameter: str) -> str:
    """The condition that a row of `quotes` is about the topic whose folded label is `:parameter`.

    A quotation's own topics count, where it has some; else its article's.
    """
    called = f"IN (SELECT id FROM topic WHERE label_folded = :{parameter})"  # noqa: S608 - a name of ours
    articles = f"SELECT article_id FROM article_topic WHERE topic_id {called}"  # noqa: S608
    return f"(id IN ({_OWN} WHERE topic_id {called}) OR article_id IN ({articles}) AND id NOT IN ({_OWN}))"


def named(parameter: str, words: str) -> tuple[str, dict[str, str]]:
    """The condition that a row of `speaker` has `words`, folded, in one of its names; its parameters.

    Their names begin with `parameter`. Where the indexes of parts tell, what they find is looked at alone.
    """
    values = {parameter: words}
    asked = parts.match(words)
    if asked is not None:
        values[f"{parameter}_parts"] = asked

    def has(column: str, key: str, index: parts.Parts) -> str:
        holds = f"instr({column}, :{parameter}) > 0"
        looked_up = f"SELECT rowid FROM {index.name} WHERE {index.name} MATCH :{parameter}_parts"  # noqa: S608
        return holds if asked is None else f"{key} IN ({looked_up}) AND {holds}"

    by_name = has("name_folded", "id", parts.OF_SPEAKERS)
    by_alias = has("alias_folded", "id", parts.OF_ALIASES)
    return f"({by_name} OR id IN (SELECT speaker_id FROM speaker_alias WHERE {by_alias}))", values  # noqa: S608


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
