"""Settings from the nearest ``.casualties.toml``, ``casualties.toml`` or ``pyproject.toml``.

What a file does not say has a default; what the command line says goes before both. pydantic
checks the files, and is imported only where there is one.
"""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Mapping
from dataclasses import field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias

from casualties.lexicon import preset
from casualties.model import DEFAULT_CONVENTIONS, Conventions, Severity
from casualties.paths import read_small
from casualties.ranges import Range
from casualties.readers.limits import DEFAULT_LIMITS, Limits
from casualties.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

__all__ = ["Config", "ConfigError", "FailOn", "Settings", "find_settings", "read_settings"]

_NAMES = (".casualties.toml", "casualties.toml", "pyproject.toml")
_DEFAULT, _COMMAND_LINE = "default", "command line"
FailOn: TypeAlias = Literal["error", "warning", "info", "never"]

_KEBAB: dict[str, Any] = {
    "extra": "forbid",
    "alias_generator": lambda name: name.replace("_", "-"),
}


_WORDS_FOR = {
    "a valid array": "a list",
    "a valid boolean": "true or false",
    "a valid string": "a text",
    "a valid dictionary": "a table",
    "a valid object": "a table",
    "an object": "a table",
}


class ConfigError(ValueError):
    """A setting that cannot be used; the message is one sentence that says where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConventionsTable:
    """The table ``[conventions]``: how copy is read where that is a matter of convention.

    ``vague`` gives words such as "dozens" a range in the notation of the reports: ``"12+"``,
    ``"3-9"``; a ``preset`` gives several of them theirs.
    """

    __pydantic_config__: ClassVar[Any] = _KEBAB

    preset: Literal["acled"] | None = None
    vague: dict[str, str] = field(default_factory=dict)
    attackers_in_totals: bool = False
    people: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


_DEFAULT_TABLE = ConventionsTable()


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What can be set; in a file the names have hyphens. Patterns are those of ``.gitignore``."""

    __pydantic_config__: ClassVar[Any] = _KEBAB

    extend: str | None = None
    include: tuple[str, ...] = (
        "*.txt",
        "*.text",
        "*.md",
        "*.markdown",
        "*.html",
        "*.htm",
        "*.xhtml",
        "*.docx",
        "*.nitf",
    )
    exclude: tuple[str, ...] = (
        ".git",
        ".hg",
        ".svn",
        ".venv",
        ".tox",
        ".nox",
        ".mypy_cache",
        ".pytest_cache",
        ".ruff_cache",
        "__pycache__",
        "node_modules",
        "site-packages",
        "venv",
        "build",
        "dist",
    )
    extend_exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    encoding: str = "utf-8"
    fail_on: FailOn = "error"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = field(default_factory=dict)
    baseline: str | None = None
    conventions: ConventionsTable = field(default_factory=ConventionsTable)
    limits: Limits = DEFAULT_LIMITS


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for an input, and where it comes from.

    ``origins`` has the file that sets a key, by the key's name in ``Config``; a key that is not
    in it has its default, or stands on the command line where the file is None.
    """

    config: Config = Config()
    origins: Mapping[str, Path | None] = field(default_factory=dict)
    added_excludes: tuple[tuple[Path, tuple[str, ...]], ...] = ()

    def excludes(self, walked: Path | None) -> list[tuple[Path, tuple[str, ...]]]:
        """Patterns of what is left out, each with the folder that it is relative to.

        What is left out if nobody says otherwise is so only in a folder that is ``walked``.
        """
        is_said = "exclude" in self.origins
        base = self.folder("exclude") if is_said else walked
        own = [] if base is None else [(base, self.config.exclude)]
        return [*own, *self.added_excludes]

    def folder(self, key: str) -> Path:
        """The folder that the paths under a key are relative to."""
        origin = self.origins.get(key)
        return Path.cwd() if origin is None else origin.parent

    @property
    def baseline(self) -> Path | None:
        """The file of known findings that is set."""
        configured = self.config.baseline
        return None if configured is None else self.folder("baseline") / configured

    def origin(self, key: str) -> str:
        """Where a value comes from, in words."""
        if key not in self.origins:
            return _DEFAULT
        origin = self.origins[key]
        return _COMMAND_LINE if origin is None else str(origin)

    @property
    def conventions(self) -> Conventions:
        """The conventions, with those of the preset; what is set apart goes before these."""
        table = self.config.conventions
        if table == _DEFAULT_TABLE:
            return DEFAULT_CONVENTIONS
        vague = {} if table.preset is None else dict(preset(table.preset))
        vague |= {word.lower(): Range.parse(claims) for word, claims in table.vague.items()}
        return Conventions(
            vague=tuple(vague.items()),
            people=frozenset(word.lower() for word in table.people),
            sources=frozenset(table.sources),
            attackers_in_totals=table.attackers_in_totals,
        )

    def overridden(self, values: Mapping[str, object]) -> Settings:
        """The settings with what the command line says, by the names in ``Config``.

        What it ignores is ignored beside what the files ignore, but for what it selects. Of the
        limits it says some, by name.
        """
        if not values:
            return self
        if "ignore" in values and "select" not in values:
            values = {**values, "ignore": (*self.config.ignore, *values["ignore"])}  # type: ignore[misc]
        elif "select" in values:
            values = {"ignore": (), **values}
        said = dict.fromkeys(values)
        if "limits" in values:
            given: Mapping[str, int] = values["limits"]  # type: ignore[assignment]
            values = {**values, "limits": replace(self.config.limits, **given)}
            said |= dict.fromkeys(f"limits.{name}" for name in given)
        added = self.added_excludes
        if "extend_exclude" in values:
            added = (*added, (Path.cwd(), tuple(values["extend_exclude"])))  # type: ignore[arg-type]
        return replace(
            self,
            config=replace(self.config, **values),  # type: ignore[arg-type]
            origins={**self.origins, **said},
            added_excludes=added,
        )


def find_settings(folder: Path) -> Settings:
    """The settings of the nearest file, from an absolute folder upwards; the defaults if none.

    In one folder the first of ``.casualties.toml``, ``casualties.toml`` and a ``pyproject.toml``
    with a table ``[tool.casualties]`` holds.

    Raises:
        ConfigError: if that file, or one that it extends, cannot be used.
    """
    for parent in (folder, *folder.parents):
        for name in _NAMES:
            path = parent / name
            is_there = os.path.isfile(path)  # noqa: PTH113 - Path.is_file() fails where we may not look
            if is_there and (name != "pyproject.toml" or _table(path) is not None):
                return read_settings(path)
    return Settings()


def read_settings(path: Path) -> Settings:
    """The settings of a file, and of those that it extends.

    Raises:
        ConfigError: if one of them is missing, is no TOML, or has a wrong key or value.
    """
    settings = Settings()
    for file, keys, config in reversed(list(_extended(path))):
        added = settings.added_excludes
        if "extend_exclude" in keys:
            added = (*added, (file.parent, config.extend_exclude))
        settings = Settings(
            _merged(settings.config, config, keys),
            {**settings.origins, **dict.fromkeys(keys, file)},
            added,
        )
    return settings


def _extended(path: Path) -> Iterator[tuple[Path, list[str], Config]]:
    """A file and those that it extends, each with the names of what it sets.

    The names of what a table sets begin with the table's: ``severity.CAS103``.
    """
    read: list[Path] = []
    while True:
        table = _table(path)
        if table is None:
            raise ConfigError(f"{path} has no table [tool.casualties].")
        config = _config(path, table)
        yield path, list(_keys(table)), config
        if config.extend is None:
            return
        read.append(path)
        try:
            path = (path.parent / Path(config.extend).expanduser()).resolve()
        except (OSError, RuntimeError) as error:  # no such user, links in a circle
            raise ConfigError(f"{_place(path, 'extend')}: {config.extend} is no path.") from error
        if path in read:
            raise ConfigError(f"{_place(read[-1], 'extend')}: {path} extends itself in the end.")


def _keys(table: dict[str, Any], prefix: str = "") -> Iterator[str]:
    """The names of what a table sets, and what the tables in it set."""
    for name, value in table.items():
        # The names in [severity] and in [conventions.vague] are rules and words.
        key = prefix + (name if prefix in {"severity.", "conventions.vague."} else _field(name))
        yield key
        if isinstance(value, dict):
            yield from _keys(value, f"{key}.")


def _field(name: str) -> str:
    return name.replace("-", "_")


def _merged(base: Config, config: Config, keys: list[str]) -> Config:
    """The base with what a file sets; tables are joined, all else is replaced."""
    values: dict[str, Any] = {key: getattr(config, key) for key in keys if "." not in key}
    if "severity" in values:
        values["severity"] = {**base.severity, **config.severity}
    if "conventions" in values:
        values["conventions"] = _joined(base.conventions, config.conventions, keys)
    if "limits" in values:
        names = [key.removeprefix("limits.") for key in keys if key.startswith("limits.")]
        said = {name: getattr(config.limits, name) for name in names}
        values["limits"] = replace(base.limits, **said)
    return replace(base, **values)


def _joined(base: ConventionsTable, table: ConventionsTable, keys: list[str]) -> ConventionsTable:
    """The conventions of the base with what a file sets; words are added to those of the base."""
    is_set = "conventions.attackers_in_totals" in keys
    return ConventionsTable(
        preset=table.preset or base.preset,
        vague={**base.vague, **table.vague},
        attackers_in_totals=(table if is_set else base).attackers_in_totals,
        people=(*base.people, *table.people),
        sources=(*base.sources, *table.sources),
    )


def _table(path: Path) -> dict[str, Any] | None:
    """The table with our settings, None for a pyproject.toml without one.

    Raises:
        ConfigError: if the file cannot be read, or is no TOML.
    """
    try:
        text = read_small(path).decode()
        if path.name == "pyproject.toml" and "casualties" not in text:
            return None
        import tomllib  # noqa: PLC0415 - where there are settings

        content = tomllib.loads(text)
    except FileNotFoundError as error:
        raise ConfigError(f"{path}: there is no such file.") from error
    except OSError as error:
        raise ConfigError(f"{path} could not be read: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:  # not UTF-8, no TOML, or a number without end
        raise ConfigError(f"{path} is no valid TOML: {error}.") from error
    if path.name != "pyproject.toml":
        return content
    tool = content.get("tool")
    table = tool.get("casualties") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def _config(path: Path, table: dict[str, Any]) -> Config:
    """The settings in a table.

    Raises:
        ConfigError: if a key or a value is wrong.
    """
    import json  # noqa: PLC0415 - for a file with settings alone

    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415 - slow to import

    try:
        # As JSON, in which a list can be nothing else: 1 is no truth value, "yes" is none either.
        content = json.dumps(table, default=str)
        config = TypeAdapter(Config).validate_json(content, strict=True)
    except ValidationError as error:
        raise ConfigError(_explained(path, error.errors()[0])) from error
    for word, claims in config.conventions.vague.items():
        try:
            Range.parse(claims)
        except ValueError as error:
            message = f'{_place(path, word)}: "{claims}" is no range for "{word}", as "24+" is.'
            raise ConfigError(message) from error
    try:
        codecs.lookup(config.encoding)
    except (LookupError, ValueError) as error:
        message = f"{_place(path, 'encoding')}: there is no encoding {config.encoding!r}."
        raise ConfigError(message) from error
    for name in ("extend", "baseline"):
        if "\0" in (getattr(config, name) or ""):
            raise ConfigError(f"{_place(path, name)}: {name} is no path: it has a NUL in it.")
    for each in fields(config.limits):
        most, name = getattr(config.limits, each.name), each.name.replace("_", "-")
        if most < 1:
            message = f"{_place(path, name)}: limits.{name} = {most} cannot be: it is 1 or more."
            raise ConfigError(message)
    _check_rules(path, config)
    return config


def _check_rules(path: Path, config: Config) -> None:
    named = (*config.select, *config.ignore, *config.severity)
    if not named:
        return
    from casualties.explanations import UnknownRuleError, find_rules  # noqa: PLC0415 - as above
    from casualties.pipeline import explain  # noqa: PLC0415 - as above

    for name in named:
        try:
            find_rules(name, explain())
        except UnknownRuleError as error:
            raise ConfigError(f"{_place(path, name)}: {error}") from error


def _explained(path: Path, error: ErrorDetails) -> str:
    """One sentence on what pydantic found wrong."""
    *tables, key = [str(step) for step in error["loc"] if isinstance(step, str)] or [""]
    place = _place(path, key)
    import difflib  # noqa: PLC0415 - for a slip alone

    if error["type"] in {"unexpected_keyword_argument", "extra_forbidden"}:
        record = _TABLES[tables[0]] if tables else Config
        known = [each.name.replace("_", "-") for each in fields(record)]
        near = difflib.get_close_matches(key, known, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}."
        return f"{place}: there is no key {'.'.join([*tables, key])!r}: {hint}"
    said = error["msg"].replace("Input should be", "it should be")
    for jargon, word in _WORDS_FOR.items():
        said = said.replace(jargon, word)
    import json  # noqa: PLC0415 - for a slip alone

    given = json.dumps(error["input"], ensure_ascii=False)
    return f"{place}: {'.'.join([*tables, key])} = {given} cannot be: {said}."


_TABLES: dict[str, Any] = {"conventions": ConventionsTable, "limits": Limits}


def _place(path: Path, key: str) -> str:
    """The file, and the line of a key or a word in our part of it where it can be found."""
    if not key:
        return str(path)
    word = re.compile(rf"(?:^|[\s.\[{{,\"'])({re.escape(key)})(?:[\"'\]\s.=,]|$)")
    is_ours = path.name != "pyproject.toml"
    for number, line in enumerate(read_small(path).decode().splitlines(), 1):
        if path.name == "pyproject.toml" and line.lstrip().startswith("["):
            is_ours = bool(re.match(r"\s*\[+\s*tool\s*\.\s*casualties\b", line))
        if is_ours and not line.lstrip().startswith("#") and word.search(line):
            return f"{path}:{number}"
    return str(path)
