"""Options that several commands have, and what they make of their paths."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any, TypeVar

import click

from casualties.config import ConfigError, Settings, find_settings, read_settings
from casualties.paths import absolute
from casualties.readers import INPUT_FORMATS
from casualties.readers.limits import DEFAULT_LIMITS
from casualties.records import dataclass

__all__ = ["LIMITS", "Settled", "input_options", "left_out_options", "settled"]

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(allow_dash=True)),
    click.option(
        "--encoding", metavar="NAME", help="How the inputs are encoded.  [default: utf-8]"
    ),
    click.option(
        "--input-format",
        type=click.Choice(INPUT_FORMATS),
        help="Their format, whatever their suffixes say.",
    ),
    click.option(
        "--text-column",
        metavar="NAME",
        default="text",
        show_default=True,
        help="Of a sheet or of JSON Lines, the column with the articles, one a row.",
    ),
    click.option(
        "--id-column",
        metavar="NAME",
        help="The column with what they go by; without one they are numbered.  [default: id]",
    ),
    click.option(
        "--stdin-filename",
        metavar="PATH",
        help="The file that the standard input stands for: its name in reports, its settings.",
    ),
    click.option(
        "--exclude",
        metavar="PATTERN",
        multiple=True,
        help="Leave out what matches, as in a .gitignore, in place of what the settings exclude.",
    ),
    click.option(
        "--extend-exclude",
        metavar="PATTERN",
        multiple=True,
        help="Leave out what matches, beside what is excluded anyway.",
    ),
    click.option(
        "--force-exclude/--no-force-exclude",
        default=None,
        help="Leave out files that are ignored by git also where they are named.",
    ),
    click.option(
        "--jobs",
        "-j",
        metavar="N",
        type=click.IntRange(min=1),
        help="How many processes to work with; what is printed is the same.  [default: as many as "
        "there are cores, after the first few hundred articles]",
    ),
    click.option(
        "--limit",
        "limits",
        metavar="NAME=N",
        multiple=True,
        callback=lambda _, __, given: _limits(given),
        help="Refuse an input that has more, as in --limit rows=5000000; as often as wanted. Below "
        "are the limits.",
    ),
    click.option("--show-files", is_flag=True, help="List the files that would be read, and end."),
    click.option(
        "--config", "config_path", metavar="FILE", help="Take the settings from this file."
    ),
    click.option("--isolated", is_flag=True, help="Take no settings from files."),
)

_LEFT_OUT = (
    click.option(
        "--show-unread",
        is_flag=True,
        help="List the sentences with a casualty word and a number that no figure was made of; "
        "with a format for data, on standard error.",
    ),
    click.option(
        "--show-skipped",
        is_flag=True,
        help="List the text that was left out of the articles, such as code or navigation; with a "
        "format for data, on standard error.",
    ),
)


_LIMITED = {
    "file-size": "bytes of a file, but for sheets and JSON Lines",
    "depth": "objects, lists or elements in one another",
    "parts": "files in a Word file",
    "unpacked-size": "bytes that they make together",
    "unpack-ratio": "times its packed size, of one of them",
    "field-length": "characters of a cell of a sheet",
    "line-length": "characters of a line of a sheet or of JSON Lines",
    "rows": "rows of a file",
}
_DIGITS = 18
LIMITS = "\b\nLimits, unless other ones are set:\n" + "".join(
    f"  {name:<13} {getattr(DEFAULT_LIMITS, name.replace('-', '_')):>10}  {what}\n"
    for name, what in _LIMITED.items()
)
"""What the help says of ``--limit``."""


def input_options(command: Command) -> Command:
    """The paths, and the options that say how they are read."""
    return _with(_OPTIONS, command)


def left_out_options(command: Command) -> Command:
    """The options that list what no figure was made of."""
    return _with(_LEFT_OUT, command)


def _limits(given: Sequence[str]) -> dict[str, int]:
    """The limits of ``--limit``, by name.

    Raises:
        click.UsageError: if there is no such limit, or what it is to be is no number.
    """
    limits = {}
    for each in given:
        name, _, most = each.partition("=")
        if name not in _LIMITED:
            raise click.UsageError(
                f"--limit {each}: there is no limit {name!r} but {', '.join(_LIMITED)}."
            )
        if not most.isdecimal() or len(most) > _DIGITS or int(most) < 1:
            raise click.UsageError(
                f"--limit {each}: name a number from 1, as in --limit {name}=1000."
            )
        limits[name.replace("-", "_")] = int(most)
    return limits


def _with(options: Sequence[Callable[[Command], Command]], command: Command) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


@dataclass(slots=True)
class Settled:
    """The settings of folders: of the nearest file, or of one file for all; read once."""

    overrides: Mapping[str, object]
    config_path: str | None = None
    isolated: bool = False
    _known: dict[Path, Settings] = field(default_factory=dict)

    def __call__(self, folder: Path) -> Settings:
        """What holds in a folder.

        Raises:
            ConfigError: if the file that says so cannot be used.
            click.UsageError: if it is one that was named.
        """
        if folder not in self._known:
            try:
                self._known[folder] = self._read(folder).overridden(self.overrides)
            except ConfigError as error:
                if self.config_path is None:
                    raise
                raise click.UsageError(str(error)) from error
        return self._known[folder]

    def _read(self, folder: Path) -> Settings:
        if self.isolated:
            return Settings()
        if self.config_path is not None:
            return read_settings(absolute(self.config_path))
        return find_settings(folder)


def settled(*, config_path: str | None, isolated: bool, overrides: Mapping[str, object]) -> Settled:
    """The settings of a run; of ``overrides`` those that were given hold for all files.

    Raises:
        click.UsageError: if settings are to come from a file and from none.
    """
    if isolated and config_path is not None:
        raise click.UsageError("--isolated takes no settings from files: leave out --config.")
    given = {key: value for key, value in overrides.items() if value not in (None, (), {})}
    return Settled(given, config_path, isolated)
