"""The YAML block between two `---` lines that may open a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from quotes.dates import parse_date
from quotes.reading.errors import ReadError

_BLOCK = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
#: `title: Budget : le ministre répond`, which is French but, without quotes, not YAML
_UNQUOTED_COLON = re.compile(r"""^(\w+):[ \t]+(?!["'\[{|>&*!%@`])(.*:[ \t].*)$""", re.MULTILINE)
_TEXT_FIELDS = ("title", "date", "outlet", "url", "author")
_NOTHING = frozenset({"", "~", "null"})


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What an article says of itself; None or empty where it says nothing."""

    title: str | None = None
    #: ISO 8601 at the precision given
    date: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    topics: tuple[str, ...] = ()


def split_front_matter(name: str, content: str) -> tuple[FrontMatter, str]:
    """The front matter and the text after it; raises ReadError when there is one and it is wrong.

    Nodes are composed, not loaded: every value stays the string that was typed (`1984` is a
    title, `2024-10` a date) and every error knows its line.
    """
    block = _BLOCK.match(content)
    if block is None:
        return FrontMatter(), content
    try:
        root = yaml.compose(_UNQUOTED_COLON.sub(_quote_value, block["yaml"]), Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = _line(error.problem_mark) if error.problem_mark else None
        problem = f"front matter is not YAML ({error.problem}); put the value in quotes"
        raise ReadError(name, problem, line) from None
    except yaml.YAMLError as error:
        raise ReadError(name, f"front matter is not YAML ({str(error).splitlines()[0]})") from None
    except RecursionError:
        raise ReadError(name, "front matter is nested too deeply") from None
    if root is None:
        return FrontMatter(), content[block.end() :]
    if not isinstance(root, yaml.MappingNode):
        # Two rules around a line of text are decoration, not metadata.
        return FrontMatter(), content
    return _front_matter(name, root), content[block.end() :]


def _quote_value(field: re.Match[str]) -> str:
    value = field[2].strip().replace("'", "''")
    return f"{field[1]}: '{value}'"


def _line(mark: yaml.Mark) -> int:
    """The line of the file, counted from 1; the mark's is counted from 0, after the first `---`."""
    return mark.line + 2


def _front_matter(name: str, root: yaml.MappingNode) -> FrontMatter:
    nodes = {key.value.lower(): node for key, node in root.value if isinstance(key, yaml.ScalarNode)}
    fields = {field: _text(name, field, nodes[field]) for field in _TEXT_FIELDS if field in nodes}
    if date := fields.get("date"):
        fields["date"] = parse_date(date)
        if fields["date"] is None:
            problem = f"date {date!r} is not understood; write YYYY, YYYY-MM or YYYY-MM-DD"
            raise ReadError(name, problem, _line(nodes["date"].start_mark))
    topics = _topics(name, nodes["topics"]) if "topics" in nodes else ()
    return FrontMatter(**fields, topics=topics)


def _text(name: str, field: str, node: yaml.Node) -> str | None:
    if not isinstance(node, yaml.ScalarNode):
        raise ReadError(name, f"{field} must be a text", _line(node.start_mark))
    value = " ".join(node.value.split())
    return None if value in _NOTHING else value


def _topics(name: str, node: yaml.Node) -> tuple[str, ...]:
    """`[eau, école]`, a list of `- ` lines, or `eau, école`."""
    if isinstance(node, yaml.SequenceNode):
        topics = [_text(name, "a topic", item) for item in node.value]
    else:
        topics = [topic.strip() for topic in (_text(name, "topics", node) or "").split(",")]
    return tuple(topic for topic in topics if topic)
