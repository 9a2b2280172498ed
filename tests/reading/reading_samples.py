"""What reading a file gave, for tests."""

from collections.abc import Callable
from dataclasses import dataclass

from quotes.model import Article
from quotes.reading import Log


@dataclass(frozen=True)
class Outcome:
    articles: list[Article]
    failures: list[str]
    log: Log

    @property
    def texts(self) -> list[str]:
        return [article.text for article in self.articles]

    @property
    def article(self) -> Article:
        """The only one."""
        assert self.failures == []
        (only,) = self.articles
        return only

    @property
    def failure(self) -> str:
        """The only one."""
        (only,) = self.failures
        assert "\n" not in only
        return only


ReadFile = Callable[..., Outcome]
