"""What an article is about, from what the article itself declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.folding import fold_name
from quotes.topics.hashtags import closing_hashtags

if TYPE_CHECKING:
    from quotes.model import Article

__all__ = ["declared_topics"]


def declared_topics(article: Article) -> tuple[str, ...]:
    """The topics of the front matter, then those of the closing hashtags, each once.

    *Défense* and *defense* are one topic; the first spelling is kept.
    """
    topics: dict[str, str] = {}
    for topic in (*article.topics, *closing_hashtags(article.text)):
        if folded := fold_name(topic):
            topics.setdefault(folded, topic)
    return tuple(topics.values())
