"""``casualties config``: the settings that hold for a file, and where each comes from."""

from __future__ import annotations

import sys
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

import click

from casualties.cli.options import settled
from casualties.cli.output import write
from casualties.config import ConfigError
from casualties.paths import absolute
from casualties.reporters.records import json_text

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["config_command"]

_EXAMPLES = """\b
Examples:
  casualties config
  casualties config articles/blast.md
"""


@click.command(name="config", short_help="Print the settings that hold.", epilog=_EXAMPLES)
@click.argument("path", metavar="[PATH]", required=False)
@click.option("--config", "config_path", metavar="FILE", help="Take the settings from this file.")
@click.option("--isolated", is_flag=True, help="Take no settings from files.")
def config_command(path: str | None, config_path: str | None, *, isolated: bool) -> int:
    """Print the settings that hold for a file or a folder, and where each comes from.

    Without a PATH it is for the folder you are in. What is printed is TOML.
    """
    place = absolute(path or ".")
    folder = place if place.is_dir() else place.parent
    try:
        settings = settled(config_path=config_path, isolated=isolated, overrides={})(folder)
    except ConfigError as error:
        raise click.UsageError(str(error)) from error
    config = settings.config
    added = [pattern for _, patterns in settings.added_excludes for pattern in patterns]
    lines = [
        f"{line}  # {settings.origin(key)}"
        for each in fields(config)
        for key, line in _toml(each.name, each.name.replace("_", "-"), getattr(config, each.name))
        if each.name != "extend_exclude"
    ]
    lines.append(f"extend-exclude = {_written(added)}  # {settings.origin('extend_exclude')}")
    write("\n".join(lines) + "\n", sys.stdout)
    return 0


def _toml(key: str, name: str, value: object) -> Iterator[tuple[str, str]]:
    """The keys of what has a value, each with the line that sets it; tables have dots."""
    if is_dataclass(value):
        for each in fields(value):
            dotted = f"{name}.{each.name.replace('_', '-')}"
            yield from _toml(f"{key}.{each.name}", dotted, getattr(value, each.name))
    elif isinstance(value, dict):
        for word, item in value.items():
            yield f"{key}.{word}", f"{name}.{_written(word)} = {_written(item)}"
    elif value is not None:
        yield key, f"{name} = {_written(value)}"


def _written(value: object) -> str:
    return json_text(value).rstrip("\n")
