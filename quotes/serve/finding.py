"""What Datasette cannot ask for by itself: topics, of which a row has many, and parts of names."""

from __future__ import annotations

from typing import Any

from datasette.database import QueryInterrupted
from datasette.facets import Facet
from datasette.filters import FilterArguments
from datasette.utils import path_with_added_args, path_with_removed_args
from datasette.utils.asgi import Request

from quotes.folding import fold_name
from quotes.storage import sql_text

#: in addresses; Datasette leaves names alone that begin so
TOPIC = "_topic"
_SEARCH = "_search"
VIEW = "quotes"


class TopicFacet(Facet):
    """The commonest topics of the rows shown, each a link to the rows about it."""

    type = "topic"

    async def facet_results(self) -> tuple[list[dict[str, Any]], list[str]]:
        """The facet as Datasette's template takes it, and what took too long."""
        if self.table != VIEW or not self.get_configs():
            return [], []
        size = self.get_facet_size()
        try:
            found = await self.ds.execute(
                self.database,
                sql_text.topics_counted(self.sql),
                {**dict(self.params), "most": size + 1},
                truncate=False,
                custom_time_limit=self.ds.setting("facet_time_limit_ms"),
            )
        except QueryInterrupted:
            return [], ["topic"]
        facet = {
            "name": "topic",
            "type": "column",
            "hideable": False,
            "toggle_url": "",
            "results": [self._value(row["label"], row["found"]) for row in found.rows[:size]],
            "truncated": len(found.rows) > size,
        }
        return [facet], []

    def _value(self, label: str, count: int) -> dict[str, Any]:
        chosen = [one for one in self.request.args.getlist(TOPIC) if fold_name(one) == fold_name(label)]
        toggle = path_with_removed_args if chosen else path_with_added_args
        path = toggle(self.request, {TOPIC: chosen[0] if chosen else label})
        return {
            "value": label,
            "label": label,
            "count": count,
            "toggle_url": self.ds.absolute_url(self.request, self.ds.urls.path(path)),
            "selected": bool(chosen),
        }


def conditions(request: Request, table: str) -> FilterArguments | None:
    """The conditions in an address that are ours: topics of quotations, names of speakers."""
    if table == VIEW:
        return _about(request.args.getlist(TOPIC))
    if table == "speaker":
        return _named((request.args.get(_SEARCH) or "").strip())
    return None


def _about(labels: list[str]) -> FilterArguments:
    names = [f"topic_{number}" for number in range(len(labels))]
    return FilterArguments(
        [sql_text.about(name) for name in names],
        {name: fold_name(label) for name, label in zip(names, labels, strict=True)},
        [f"about {label}" for label in labels],
    )


def _named(words: str) -> FilterArguments:
    context = {"supports_search": True, "search": words}
    if not words:
        return FilterArguments([], extra_context=context)
    where, values = sql_text.named("name", fold_name(words))
    return FilterArguments([where], values, [f"called “{words}”"], context)
