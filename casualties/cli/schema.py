"""``casualties schema``: the JSON Schema of what the JSON formats print."""

from __future__ import annotations

import importlib
import json
import sys

import click

from casualties.cli.output import write

__all__ = ["schema_command"]

_OF = ("check", "finding", "extract", "figure", "summary", "total", "rules", "config")
_EXAMPLES = """\b
Examples:
  casualties schema > casualties-check.schema.json
  casualties schema figure
"""


@click.command(name="schema", short_help="Print the JSON Schema of an output.", epilog=_EXAMPLES)
@click.argument("of", type=click.Choice(_OF), default="check")
def schema_command(of: str) -> int:
    """Print the JSON Schema of what a command prints as JSON.

    Of "check" and "extract" it is the object that --format json prints, of "finding" and "figure"
    a line that they print with --format jsonl, of "summary" and "total" the same for extract
    --summary, of "rules" what rule --format json prints, of
    "config" what a settings file may hold.
    """
    schema = getattr(importlib.import_module("casualties.reporters.schema"), f"{of}_schema")
    write(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n", sys.stdout)
    return 0
