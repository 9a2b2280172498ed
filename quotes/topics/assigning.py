"""All topics of one article, and of its stories where these are about something else."""

from __future__ import annotations

from quotes.boilerplate import blank_boilerplate
from quotes.model import Article, Scheme, Topic, Topics
from quotes.topics.keywords import keywords
from quotes.topics.stories import Story, merged, stories
from quotes.topics.subjects import Hits, evidence, scored, vocabulary

#: how often the words of a title, or of a declared topic, count
_TITLE = 2


def assign(article: Article) -> Topics:
    """The topics of `article`, see `quotes.topics.topics_of`."""
    declared = tuple(Topic(label, Scheme.DECLARED) for label in article.topics)
    found = stories(article.text)
    # the links of a site tell subjects as well as its articles do, but the names in them are of others
    text = blank_boilerplate(article.text)
    heading = "\n".join(filter(None, (article.title, *article.topics)))
    of_article = _subjects(article, merged(found), heading)
    whole = (*declared, *of_article, *keywords(article.title, text))
    if len(found) < 2:
        return Topics(whole)
    return Topics(whole, tuple((story.span, (*declared, *_of_story(text, story))) for story in found))


def subjects_of(article: Article) -> tuple[Topic, ...]:
    """The subjects that title and text of `article` tell, whatever it declares."""
    return _subjects(article, vocabulary().hits(article.text), article.title or "")


def _subjects(article: Article, hits: Hits, heading: str) -> tuple[Topic, ...]:
    told = hits.copy()
    for term, times in vocabulary().hits(heading).items():
        told[term] += times * _TITLE
    return scored(evidence(told))


def _of_story(text: str, story: Story) -> tuple[Topic, ...]:
    return (*story.subjects, *keywords(None, story.span.of(text)))
