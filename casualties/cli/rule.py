"""``casualties rule``: what a rule finds, and how to mend the copy."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

import click

from casualties.cli.output import write
from casualties.explanations import UnknownRuleError, find_rule
from casualties.pipeline import explain

if TYPE_CHECKING:
    from casualties.model import Explanation

__all__ = ["rule_command"]

_EXAMPLES = """\b
Examples:
  casualties rule CAS102
  casualties rule conflicting-bounds
  casualties rule --all --format json > rules.json

\b
Exit status:
  0    done
  2    wrong usage, or there is no such rule
"""


@click.command(
    name="rule",
    short_help="Explain a rule: what it finds, and how to mend the copy.",
    epilog=_EXAMPLES,
)
@click.argument("rules", metavar="[CODE|NAME]...", nargs=-1)
@click.option("--all", "all_", is_flag=True, help="Explain all rules, by code.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print the explanation.",
)
def rule_command(rules: tuple[str, ...], format_: str, *, all_: bool) -> int:
    """Explain a rule.

    It says what the rule finds and why that matters, with examples that it flags and near misses
    that it passes, how to mend the copy, and how to silence it.
    """
    if all_ == bool(rules):
        raise click.UsageError("Name a rule, as in casualties rule CAS101, or ask for --all.")
    explanations = explain() if all_ else list(dict.fromkeys(map(_find_rule, rules)))
    render = importlib.import_module(f"casualties.reporters.rule_{format_}").render
    write(render(explanations), sys.stdout)
    return 0


def _find_rule(named: str) -> Explanation:
    """The rule of this code or name.

    Raises:
        click.UsageError: if there is none.
    """
    try:
        return find_rule(named, explain())
    except UnknownRuleError as error:
        sentence = str(error)
        raise click.UsageError(sentence[0].upper() + sentence[1:]) from error
