"""``casualties config``: the settings that hold for a file, and where each comes from."""

from __future__ import annotations

import json
import sys
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

import click

from casualties.cli.options import settled
from casualties.cli.output import write
from casualties.paths import absolute

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
    settings = settled(config_path=config_path, isolated=isolated, overrides={})(folder)
    lines = []
    for each in fields(settings.config):
        value = getattr(settings.config, each.name)
        origin = settings.origin(each.name)
        lines += [f"{line}  # {origin}" for line in _toml(each.name.replace("_", "-"), value)]
    write("\n".join(lines) + "\n", sys.stdout)
    return 0


def _toml(key: str, value: object) -> Iterator[str]:
    """The lines that set a key, none for what has no value; tables are written with dots."""
    if value is None:
        return
    if is_dataclass(value):
        for each in fields(value):
            yield from _toml(f"{key}.{each.name.replace('_', '-')}", getattr(value, each.name))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _toml(f"{key}.{json.dumps(name)}", item)
    elif isinstance(value, tuple):
        yield f"{key} = {json.dumps(list(value), ensure_ascii=False)}"
    else:
        yield f"{key} = {json.dumps(value, ensure_ascii=False)}"
