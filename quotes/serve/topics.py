"""Topics as a facet of the view `quotes`: one row has many, which Datasette's own facets cannot count."""

from __future__ import annotations

from typing import Any

from datasette.database import QueryInterrupted
from datasette.facets import Facet
from datasette.filters import FilterArguments
from datasette.utils import path_with_added_args, path_with_removed_args
from datasette.utils.asgi import Request

from quotes.folding import fold_name
from quotes.storage import topic_sql

#: in addresses; Datasette leaves names alone that begin so
ARGUMENT = "_topic"
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
                topic_sql.counted(self.sql),
                {**dict(self.params), "most": size + 1},
                truncate=False,
                custom_time_limit=self.ds.setting("facet_time_limit_ms"),
            )
        except QueryInterrupted:
            return [], ["topic"]
        values = [self._value(row["label"], row["found"]) for row in found.rows[:size]]
        return [
            {
                "name": "topic",
                "type": "column",
                "hideable": False,
                "toggle_url": "",
                "results": values,
                "truncated": len(found.rows) > size,
            }
        ], []

    def _value(self, label: str, count: int) -> dict[str, Any]:
        chosen = [one for one in self.request.args.getlist(ARGUMENT) if fold_name(one) == fold_name(label)]
        toggle = path_with_removed_args if chosen else path_with_added_args
        path = toggle(self.request, {ARGUMENT: chosen[0] if chosen else label})
        return {
            "value": label,
            "label": label,
            "count": count,
            "toggle_url": self.ds.absolute_url(self.request, self.ds.urls.path(path)),
            "selected": bool(chosen),
        }


def topic_filter(request: Request, table: str) -> FilterArguments | None:
    """The conditions on topics in an address."""
    asked = request.args.getlist(ARGUMENT)
    if table != VIEW or not asked:
        return None
    names = [f"topic_{number}" for number in range(len(asked))]
    return FilterArguments(
        [topic_sql.about(name) for name in names],
        {name: fold_name(label) for name, label in zip(names, asked, strict=True)},
        [f"about {label}" for label in asked],
    )
