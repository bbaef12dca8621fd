"""What ``.gitignore`` and ``.casualtiesignore`` leave out, decided as git decides it.

A file or a folder is looked at by itself, folder by folder from the top: what lies in a folder
that is left out cannot be brought back. Of several patterns the last one holds, and of several
files the nearest.
"""

from __future__ import annotations

import os
import re
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING

from casualties.paths import read_small
from casualties.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pathspec import GitIgnoreSpec

__all__ = ["IgnoreFiles", "matches"]

_MOST_FILES = 256
"""Of how many files the patterns are held ready; most folders have none of their own."""


class IgnoreFiles:
    """The ignore files around paths; each is read once."""

    def __init__(self, names: tuple[str, ...]) -> None:
        """Of these names, such as ``.gitignore``; each decides for itself."""
        self._names = names
        self._read: dict[Path, tuple[str, ...]] = {}

    def leave_out(self, path: Path, *, is_folder: bool, top: Path | None = None) -> bool:
        """Whether they leave out a file or a folder itself.

        Those above the folder ``top``, and above a repository, are not asked.
        """
        return any(self._verdict(path, name, top, is_folder=is_folder) for name in self._names)

    def leave_out_within(self, path: Path) -> bool:
        """Whether they leave out a file, or a folder of its repository that it lies in."""
        for folder in path.parents:
            if os.path.lexists(folder / ".git"):
                break
            if self.leave_out(folder, is_folder=True):
                return True
        return self.leave_out(path, is_folder=False)

    def _verdict(self, path: Path, name: str, top: Path | None, *, is_folder: bool) -> bool:
        for folder in path.parents:
            for file in self._files(folder, name):
                found = _matched(self._lines(file), _relative(path, folder, is_folder=is_folder))
                if found is not None:
                    return found
            if folder == top or os.path.lexists(folder / ".git"):
                return False
        return False

    def _files(self, folder: Path, name: str) -> Iterator[Path]:
        yield folder / name
        if name == ".gitignore":
            yield folder / ".git" / "info" / "exclude"

    def _lines(self, file: Path) -> tuple[str, ...]:
        if file not in self._read:
            try:
                # No pipe, which one might wait at for ever.
                content = read_small(file) if os.path.isfile(file) else b""  # noqa: PTH113 - Path.is_file() fails where we may not look
            except OSError:
                content = b""
            self._read[file] = tuple(content.decode("utf-8-sig", "replace").splitlines())
        return self._read[file]


def matches(lines: tuple[str, ...], path: Path, base: Path, *, is_folder: bool) -> bool:
    """Whether lines as of an ignore file in the folder ``base`` leave out what lies below it."""
    if path == base or not path.is_relative_to(base):
        return False
    return bool(_matched(lines, _relative(path, base, is_folder=is_folder)))


def _relative(path: Path, base: Path, *, is_folder: bool) -> str:
    return path.relative_to(base).as_posix() + ("/" if is_folder else "")


def _matched(lines: tuple[str, ...], path: str) -> bool | None:
    """What the last pattern that is about a path says of it; a folder's path ends with "/"."""
    for pattern in _patterns(lines):
        if _is_about(pattern.regex, path):
            return pattern.include
    return None


def _is_about(regex: re.Pattern[str], path: str) -> bool:
    """Whether a pattern matches the path itself, and not a folder that it lies in."""
    for match in regex.finditer(path):
        folder_end = match.end("ps_d") if "ps_d" in regex.groupindex else -1
        if folder_end in {-1, len(path)}:
            return True
    return False


@lru_cache(_MOST_FILES)
def _patterns(lines: tuple[str, ...]) -> tuple[_Pattern, ...]:
    """The patterns of an ignore file, the last one first; git passes over what is none."""
    if not lines:
        return ()
    patterns: list[_Pattern] = []
    for line in lines:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", FutureWarning)  # of brackets in brackets
                (pattern,) = _spec(line).patterns
                if pattern.regex is not None and pattern.include is not None:
                    patterns.append(_Pattern(_steady(pattern.regex.pattern), pattern.include))
        except ValueError:
            continue
    return tuple(reversed(patterns))


def _spec(line: str) -> GitIgnoreSpec:
    """A line as pathspec has it, by no other engine, which may be installed and fail of its own."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - most runs have no patterns

    try:
        return GitIgnoreSpec.from_lines([line], backend="simple")
    except TypeError:  # before 1.0 there was none other
        return GitIgnoreSpec.from_lines([line])


@dataclass(frozen=True, slots=True)
class _Pattern:
    """What a line of an ignore file matches, and whether that is left out or brought back."""

    regex: re.Pattern[str]
    include: bool


def _steady(source: str) -> re.Pattern[str]:
    """The regex of a pattern, made to take time that grows with the length of the path.

    What a star, or two, stands for is as short as can be, and is not tried anew, but before the
    last of what has to follow: "*a*a*a*b" would else take hours for a name of 200 letters.
    A name may have line ends in it.
    """
    source = re.sub(_STARS, _STAR, source)
    source = re.sub(_STAR_BEFORE_STAR, r"(?>[^/]*?\1)", source)
    source = re.sub(_FOLDERS_BEFORE_FOLDERS, r"(?>(?:/.+?)??\1(?=/))", source)
    return re.compile(re.sub(_END, r"|\\Z)", source), re.DOTALL)


_STAR = "[^/]*"
_STARS = r"(?:\[\^/\]\*){2,}"
_ONE = r"(?:\\.|\[\^?\]?(?:[^\\\]]|\\.)*\]|[^\\\[\](){}|/+*?^$.])"
_STAR_BEFORE_STAR = rf"(?s)\[\^/\]\*({_ONE}+)(?=\[\^/\]\*)"
_FOLDERS_BEFORE_FOLDERS = r"(?s)\(\?:/\.\+\)\?(/(?:(?!\(\?:/\.\+\)\?).)+)(?=\(\?:/\.\+\)\?)"
_END = r"\|\$\)\Z"
