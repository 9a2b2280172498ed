"""All topics of one article, and of its stories where these are about something else."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.boilerplate import is_boilerplate
from quotes.model import Article, Scheme, Topic, Topics
from quotes.topics.keywords import keywords_of
from quotes.topics.lines import Line, read_lines
from quotes.topics.stories import merged, stories
from quotes.topics.subjects import Hits, evidence, scored, vocabulary
from quotes.topics.words import Form

#: how often the words of a title, or of a declared topic, count
_TITLE = 2


def assign(article: Article) -> Topics:
    """The topics of `article`, see `quotes.topics.topics_of`."""
    declared = tuple(Topic(label, Scheme.DECLARED) for label in article.topics)
    title = read_lines(article.title or "")
    found = stories(read_lines(article.text))
    lines = [line for story in found for line in story.lines]
    heading = "\n".join(filter(None, (article.title, *article.topics)))
    of_article = _subjects(article, merged(found), heading)
    whole = (*declared, *of_article, *keywords_of([*_tokens(title), *_of_article(lines)]))
    if len(found) < 2:
        return Topics(whole)
    of_stories = ((story, (*story.subjects, *keywords_of(_of_article(story.lines)))) for story in found)
    return Topics(whole, tuple((story.span, (*declared, *own)) for story, own in of_stories))


def subjects_of(article: Article) -> tuple[Topic, ...]:
    """The subjects that title and text of `article` tell, whatever it declares."""
    return _subjects(article, vocabulary().hits(article.text), article.title or "")


def _subjects(article: Article, hits: Hits, heading: str) -> tuple[Topic, ...]:
    told = hits.copy()
    for term, times in vocabulary().hits(heading).items():
        told[term] += times * _TITLE
    return scored(evidence(told))


def _tokens(lines: Sequence[Line]) -> list[list[Form]]:
    return [line.tokens for line in lines]


def _of_article(lines: Sequence[Line]) -> list[list[Form]]:
    # the links of a site tell subjects as well as its articles do, but the names in them are of others
    return _tokens([line for line in lines if not is_boilerplate(line.text)])
