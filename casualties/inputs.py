"""From what stands on the command line to the files that are read: walks, globs, exclusions."""

from __future__ import annotations

import glob
import os
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from casualties.config import ConfigError
from casualties.ignore_files import IgnoreFiles, matches
from casualties.paths import absolute
from casualties.readers import ReadError
from casualties.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from casualties.config import Settings

__all__ = ["STANDARD_INPUT", "Found", "Input", "Skipped", "find_inputs"]

STANDARD_INPUT = "-"

_DEEPEST = 100
"""How many folders may stand in one another below one that is named; nobody has so many."""

_GIT_IGNORE, _OUR_IGNORE = ".gitignore", ".casualtiesignore"


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read, under the name that the reports give it, and what holds for it."""

    path: str
    settings: Settings
    is_piped: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """A path that was named but is excluded."""

    path: str


Found: TypeAlias = Input | Skipped | ReadError


def find_inputs(
    paths: Sequence[str], settings_of: Callable[[Path], Settings], piped_as: str | None = None
) -> Iterator[Found]:
    """The files under paths, in the order of the paths, those of a folder by name; each once.

    ``settings_of`` gives what holds in a folder. A file that is named is left out where a setting
    or a ``.casualtiesignore`` excludes it, and with ``force-exclude`` also where a ``.gitignore``
    does; in a folder all of them hold. Symbolic links that lead out of the folder are not
    followed. A dash is the standard input, which may stand for the file ``piped_as``. A path that
    is nothing gives a ``ReadError``.
    """
    walk = _Walk(settings_of)
    seen: set[str] = set()
    for path in paths:
        under = walk.piped(piped_as) if path == STANDARD_INPUT else walk.under(path)
        under = (each.of(path) if isinstance(each, ReadError) else each for each in under)
        if len(paths) == 1:  # each is there once, and an archive has too many to keep
            yield from under
            return
        for found in under:
            key = found.path if isinstance(found, Input) else ""
            key = key if path == STANDARD_INPUT else str(absolute(key))
            if isinstance(found, Input) and key in seen:
                continue
            seen.add(key)
            yield found


class _Walk:
    """One run over the paths; ignore files are read once."""

    def __init__(self, settings_of: Callable[[Path], Settings]) -> None:
        self._settings_of = settings_of
        self._ours = IgnoreFiles((_OUR_IGNORE,))
        self._all = IgnoreFiles((_GIT_IGNORE, _OUR_IGNORE))

    def under(self, path: str) -> Iterator[Found]:
        """What a path of the command line stands for."""
        try:
            if not path:
                yield ReadError("'' is no path: name a file or a folder.")
            elif "\0" in path:
                yield ReadError(f"{path!r} is no path: embedded null byte.")
            elif _is_folder(path):
                yield from self._named_folder(path)
            elif os.path.lexists(path) or not glob.has_magic(path):
                yield self._named_file(path)
            else:
                yield from self._matching(path)
        except ConfigError as error:
            yield ReadError(str(error))

    def piped(self, name: str | None) -> Iterator[Found]:
        """What the standard input stands for."""
        try:
            if name is None:
                yield Input(STANDARD_INPUT, self._settings_of(Path.cwd()), is_piped=True)
                return
            found = self._named_file(name)
        except ConfigError as error:
            yield ReadError(str(error))
            return
        yield replace(found, is_piped=True) if isinstance(found, Input) else found

    def _matching(self, pattern: str) -> Iterator[Found]:
        """The files that a pattern matches, but for those that a walk would leave out."""
        try:
            found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - keeps its prefix
        except (OSError, RecursionError):
            yield ReadError(f"{pattern} leads to folders nested too deep: name one of them.")
            return
        files = [
            path
            for path in found
            if _is_file(path) and not (_is_behind_link(path) or _leads_out(path, pattern))
        ]
        if not files:
            yield ReadError(f"{pattern} matches no file.")
        for path in files:
            each = self._named_file(path, is_forced=True)
            if isinstance(each, Input):
                yield each

    def _named_file(self, path: str, *, is_forced: bool = False) -> Found:
        """A file that is named; what git ignores is left out only where that is forced."""
        place = absolute(path)
        settings = self._settings_of(place.parent)
        is_forced = is_forced or settings.config.force_exclude
        root = Path.cwd() if is_forced else None
        ignored = self._all if is_forced else self._ours
        folders = (folder for folder in place.parents if folder != folder.parent)
        is_set_aside = _is_set_aside(place, settings, root, is_folder=False) or any(
            _is_set_aside(folder, settings, root) for folder in folders
        )
        if is_set_aside or ignored.leave_out_within(place):
            return Skipped(path)
        return Input(path, settings)

    def _named_folder(self, path: str) -> Iterator[Found]:
        folder = absolute(path)
        if _is_set_aside(folder, self._settings_of(folder), None):
            yield Skipped(path)
            return
        # Who names a folder that is ignored wants what is in it.
        top = folder if self._all.leave_out_within(folder / "x") else None
        tree = _Tree(folder, folder.resolve(), top)
        yield from self._files("" if os.path.normpath(path) == "." else path, folder, tree)

    def _files(self, prefix: str, folder: Path, tree: _Tree, level: int = 0) -> Iterator[Found]:
        """The files of a folder and those below it, by name."""
        if level > _DEEPEST:
            where = f"{os.path.join(*Path(prefix).parts[:3])}{os.sep}..."  # noqa: PTH118 - a text
            yield ReadError(f"{where} has folders more than {_DEEPEST} deep: name one of them.")
            return
        try:
            settings = self._settings_of(folder)
            names = sorted(os.listdir(folder))  # noqa: PTH208 - paths of a million take much more
        except ConfigError as error:
            yield ReadError(str(error))
            return
        except OSError as error:
            yield ReadError(f"{prefix or '.'} could not be read: {error.strerror}.")
            return
        for name in names:
            path, shown = folder / name, str(Path(prefix, name))
            place = str(path)
            is_folder = _is_folder(place)
            if path.is_symlink() and (is_folder or not tree.holds(path)):
                continue
            if _is_set_aside(path, settings, tree.root, is_folder=is_folder):
                continue
            if self._all.leave_out(path, is_folder=is_folder, top=tree.top):
                continue
            if is_folder:
                yield from self._files(shown, path, tree, level + 1)
            elif _is_wanted(path, settings) and _is_file(place):
                yield Input(shown, settings)


@dataclass(frozen=True, slots=True)
class _Tree:
    """A folder that is walked: ``real`` is where it lies without symbolic links.

    Ignore files above ``top`` do not hold.
    """

    root: Path
    real: Path
    top: Path | None

    def holds(self, path: Path) -> bool:
        try:
            return path.resolve().is_relative_to(self.real)
        except (OSError, RuntimeError):  # a link to itself
            return False


def _is_folder(path: str) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir() fails in a folder closed to us


def _is_file(path: str) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - as above


def _is_behind_link(path: str) -> bool:
    """Whether a folder on the way to it is a symbolic link, which a pattern does not follow."""
    return any(folder.is_symlink() for folder in Path(path).parents)


def _leads_out(path: str, pattern: str) -> bool:
    """Whether a file is a link to what lies outside the folder that a pattern starts in."""
    if not Path(path).is_symlink():
        return False
    fixed = takewhile(lambda part: not glob.has_magic(part), Path(pattern).parts)
    return not Path(path).resolve().is_relative_to(Path(*fixed).resolve())


def _is_wanted(path: Path, settings: Settings) -> bool:
    return matches(settings.config.include, path, path.parent, is_folder=False)


def _is_set_aside(
    path: Path, settings: Settings, walked: Path | None, *, is_folder: bool = True
) -> bool:
    """Whether the patterns of the settings leave out a file or a folder itself."""
    return any(
        matches(patterns, path, base, is_folder=is_folder)
        for base, patterns in settings.excludes(walked)
    )
