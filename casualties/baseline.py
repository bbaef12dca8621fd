"""Findings that are known, so that an archive can be checked for new ones alone.

A baseline is a JSON file with a line a finding: its file, its rule, its words and how often they
are found. Lines are not numbers in it: copy may move.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from casualties.fingerprints import fingerprint, words_of
from casualties.paths import absolute, read_small

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from casualties.model import Finding

__all__ = ["Baseline", "BaselineError", "Entry", "read_baseline"]

_VERSION = 1


class BaselineError(ValueError):
    """A baseline that cannot be used; the message is one sentence that says why."""


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """Findings of one rule with the same words in one file; ``path`` is as in ``Baseline``."""

    path: str
    code: str
    words: str
    hash: str
    count: int = 1


@dataclass(slots=True)
class Baseline:
    """The findings that are known, and which of them a run has met.

    Paths are relative to the ``folder`` of the baseline, with "/" between names.
    """

    folder: Path
    entries: tuple[Entry, ...] = ()
    _left: Counter[tuple[str, str]] = field(default_factory=Counter)
    _found: dict[tuple[str, str], Entry] = field(default_factory=dict)
    _checked: set[str] = field(default_factory=set)
    _not_run: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Begin with nothing met."""
        self._left = Counter({(each.path, each.hash): each.count for each in self.entries})

    def new(
        self,
        findings: Iterable[Finding],
        paths: Iterable[str | None],
        not_run: Collection[str] = (),
    ) -> list[Finding]:
        """The findings that are not known, of documents read from these paths.

        ``not_run`` are the codes of rules that were not to report anything.
        """
        checked = {self.relative(path) for path in paths if path is not None}
        self._checked |= checked
        self._not_run |= {(path, code) for path in checked for code in not_run}
        new = []
        for finding in findings:
            entry = self._entry(finding)
            key = entry.path, entry.hash
            met = self._found.get(key)
            self._found[key] = entry if met is None else replace(met, count=met.count + 1)
            if self._left[key] > 0:
                self._left[key] -= 1
            else:
                new.append(finding)
        return new

    def mended(self) -> list[Entry]:
        """What is known and was not found, of files that were checked or are no longer there."""
        return [
            replace(entry, count=self._left[entry.path, entry.hash])
            for entry in self.entries
            if self._left[entry.path, entry.hash] > 0 and self._is_told(entry)
        ]

    def size(self) -> int:
        """How many findings ``text`` has."""
        return sum(entry.count for entry in self._anew())

    def text(self) -> str:
        """The baseline anew: what was found, and what is known of files that were not checked."""
        lines = [
            json.dumps(
                {
                    "path": entry.path,
                    "code": entry.code,
                    "words": entry.words,
                    "hash": entry.hash,
                    "count": entry.count,
                }
            )
            for entry in self._anew()
        ]
        findings = "".join(f"\n    {line}," for line in lines).removesuffix(",")
        closing = "\n  ]" if lines else "]"
        return f'{{\n  "version": {_VERSION},\n  "findings": [{findings}{closing}\n}}\n'

    def relative(self, path: str) -> str:
        """The path as the baseline has it."""
        return Path(os.path.relpath(absolute(path), self.folder)).as_posix()

    def _anew(self) -> list[Entry]:
        kept = (entry for entry in self.entries if not self._is_told(entry))
        return sorted([*kept, *self._found.values()])

    def _is_told(self, entry: Entry) -> bool:
        """Whether its file was checked or is no longer there, or its row is not in its sheet."""
        if (entry.path, entry.code) in self._not_run:
            return False
        if entry.path in self._checked:
            return True
        file = self._file(entry.path)
        is_row = file != entry.path
        return file is None or (
            is_row and any(path.startswith(f"{file}#") for path in self._checked)
        )

    def _file(self, path: str) -> str | None:
        """The file that a path leads to: of ``articles.csv#7`` it is ``articles.csv``."""
        parts = path.split("#")
        paths = ("#".join(parts[:end]) for end in range(len(parts), 0, -1))
        return next((each for each in paths if os.path.exists(self.folder / each)), None)  # noqa: PTH110 - Path.exists() fails on a name that is too long

    def _entry(self, finding: Finding) -> Entry:
        path = finding.place.path
        shown = "" if path is None else self.relative(path)
        return Entry(shown, finding.code, " | ".join(words_of(finding)), fingerprint(finding))


@dataclass(frozen=True, slots=True)
class _File:
    """What a baseline file holds, for pydantic to check."""

    __pydantic_config__: ClassVar[Any] = {"extra": "forbid"}

    version: Literal[1]
    findings: list[Entry]


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file.

    Raises:
        BaselineError: if it is missing or is no baseline.
    """
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415 - slow to import

    try:
        file = TypeAdapter(_File).validate_json(read_small(path))
    except FileNotFoundError as error:
        message = f"{path}: there is no such baseline; --write-baseline {path} makes one."
        raise BaselineError(message) from error
    except OSError as error:
        raise BaselineError(f"{path} could not be read: {error.strerror}.") from error
    except ValidationError as error:
        found = error.errors()[0]
        where = ".".join(map(str, found["loc"]))
        message = f"{path} is no baseline: {where + ': ' if where else ''}{found['msg']}."
        raise BaselineError(message) from error
    return Baseline(absolute(path).parent, tuple(file.findings))
