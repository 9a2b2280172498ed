"""The examples under a command's help."""

from __future__ import annotations


def examples(*lines: str) -> str:
    """An epilog for a command's help: the command lines, each as one would type it."""
    # \b keeps click from filling the lines into a paragraph
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
