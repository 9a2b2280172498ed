"""What the fields of a record mean, by their names: *texte*, `content:encoded`, `publishedAt`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from quotes.folding import fold_name
from quotes.lexicon import rows

Record = Mapping[str, Any]

#: the fields of an article that `--map` can name
FIELDS = ("text", "title", "date", "outlet", "url", "author", "topics", "id")
#: some of the names under which a text is looked for, for messages
TEXT_NAMES = "text, content, body, texte, contenu, corps"
#: keys under which an object holds the one value it stands for: `{"rendered": "…"}`, `{"name": "…"}`
_INNER = ("rendered", "name", "value", "label", "text", "#text", "term", "url", "$oid", "$date")


def values(record: Record, field: str, names: Mapping[str, str]) -> Iterator[Any]:
    """The values of `field` in `record` that are not empty, the best name first.

    `names` says by which one name a field is to be found, where the user knows.
    """
    keys: dict[str, str] = {}
    for key in record:
        keys.setdefault(folded_key(key), key)
    wanted = [folded_key(names[field])] if field in names else _known_names()[field]
    for name in wanted:
        if name in keys and (value := record[keys[name]]) not in (None, "", [], {}):
            yield value


def has_text(record: Record, names: Mapping[str, str]) -> bool:
    """Whether some field of `record` is an article's text."""
    return any(as_text(value, "\n") for value in values(record, "text", names))


def surely_has_text(record: Any, names: Mapping[str, str]) -> bool:
    """Whether `record` is an object with a text under one of its best names: not a mere description."""
    if not isinstance(record, Mapping):
        return False
    best = {folded_key(names["text"])} if "text" in names else _best_text_names()
    return any(folded_key(key) in best and as_text(value, "\n") for key, value in record.items())


@lru_cache(maxsize=4096)
def folded_key(key: str) -> str:
    """The name of a field as the list of names has it: *Date de publication* → *datedepublication*."""
    return fold_name(key.replace(":", " ")).replace(" ", "")


def as_text(value: Any, between: str = ", ") -> str:
    """A value as one text: numbers as they are written, the parts of a list with `between` them."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Mapping):
        return next((as_text(value[key]) for key in _INNER if isinstance(value.get(key), str | int)), "")
    if isinstance(value, list):
        return between.join(part for part in (as_text(one) for one in value if _is_flat(one)) if part)
    return "" if value is None or isinstance(value, bool) else str(value)


def as_texts(value: Any) -> list[str]:
    """A value as several texts: the parts of a list, or of a text with commas, semicolons or bars."""
    if isinstance(value, list):
        return [text for text in (as_text(one) for one in value if _is_flat(one)) if text]
    text = as_text(value).replace(";", ",").replace("|", ",")
    return [part.strip() for part in text.split(",") if part.strip()]


def _is_flat(value: Any) -> bool:
    return not isinstance(value, list)


@cache
def _best_text_names() -> frozenset[str]:
    return frozenset(name for field, name, rank in rows("field_names.tsv") if field == "text" and rank == "1")


@cache
def _known_names() -> Mapping[str, list[str]]:
    known: dict[str, list[tuple[str, str]]] = {field: [] for field in FIELDS}
    for field, name, rank in rows("field_names.tsv"):
        known[field].append((rank, name))
    # a field's own name comes first
    return {
        field: [field, *(name for _, name in sorted(names) if name != field)]
        for field, names in known.items()
    }
