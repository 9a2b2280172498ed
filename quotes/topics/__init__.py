"""What an article is about: what it declares, the subjects its words tell, its keywords."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.folding import fold_name
from quotes.topics.hashtags import closing_hashtags
from quotes.topics.sections import sections

if TYPE_CHECKING:
    from quotes.model import Article, Topics

__all__ = ["declared_topics", "topics_of"]


def declared_topics(article: Article) -> tuple[str, ...]:
    """The topics of the front matter, of the closing hashtags and of the sections in the address, each once.

    *Défense* and *defense* are one topic; the first spelling is kept.
    """
    named = (section.label for section in sections(article.url))
    topics: dict[str, str] = {}
    for topic in (*article.topics, *closing_hashtags(article.text), *named):
        if folded := fold_name(topic):
            topics.setdefault(folded, topic)
    return tuple(topics.values())


def topics_of(article: Article) -> Topics:
    """The topics of an article: `article.topics` as declared, then subjects and keywords, best first.

    A long page that holds several stories has topics for each. Pure: no file, no database, no clock.
    """
    # imported here: what an article declares is asked for without the lexicon
    from quotes.topics.assigning import assign

    return assign(article)
