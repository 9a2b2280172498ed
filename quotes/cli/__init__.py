"""The command line: options in, one call, rendering out; one module a command."""

from quotes.cli.app import cli, main

__all__ = ["cli", "main"]
