"""Shell completion: names from the database behind options, and what bash has to be told of them."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable

import click
from click.shell_completion import BashComplete, CompletionItem, add_completion_class, get_completion_class

from quotes.storage.completing import Names, names_beginning

#: the variable by which a shell asks click for completions
VARIABLE = "_QUOTES_COMPLETE"
SHELLS = ("bash", "zsh", "fish")
_SPECIAL = re.compile(r"""([\s'"\\$`&|;<>()*?\[\]{}!#~])""")

# in quotes: not every click that will do knows the brackets when it runs
Completer = Callable[[click.Context, click.Parameter, str], "list[CompletionItem[str]]"]


def _completer(names: Names) -> Completer:
    def complete(ctx: click.Context, _param: click.Parameter, words: str) -> list[CompletionItem[str]]:
        path = ctx.params.get("db") or ctx.find_root().params["db"]
        return [CompletionItem(name) for name in names_beginning(path, names, words)]

    return complete


speakers = _completer(Names.SPEAKERS)
outlets = _completer(Names.OUTLETS)
topics = _completer(Names.TOPICS)


class Bash(BashComplete):
    """Bash takes a completion as typed: a name of several words must come escaped."""

    def format_completion(self, item: CompletionItem[str]) -> str:
        """The line of an item; its backslashes are doubled, since the script's `read` takes one away."""
        if item.type != "plain" or _inside_quotes(os.environ.get("COMP_WORDS", "")):
            return super().format_completion(item)
        return super().format_completion(CompletionItem(_SPECIAL.sub(r"\\\\\1", item.value), type=item.type))


def prepare() -> None:
    """Have completions written as this module does; to be called before click answers a shell."""
    add_completion_class(Bash)


def script(cli: click.Command, shell: str) -> str:
    """What `shell` has to run to complete the words after `quotes`."""
    prepare()
    completion = get_completion_class(shell)
    if completion is None:
        raise ValueError(f"{shell}: no shell that can be completed for")
    return completion(cli, {}, "quotes", VARIABLE).source()


def _inside_quotes(line: str) -> bool:
    try:
        shlex.split(line)
    except ValueError:
        return True
    return False
