"""From what stands on the command line to the files that are read: walks, globs, exclusions."""

from __future__ import annotations

import glob
import os
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from casualties.paths import absolute
from casualties.readers import ReadError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pathspec import GitIgnoreSpec

    from casualties.config import Settings

__all__ = ["STANDARD_INPUT", "Found", "Input", "Skipped", "find_inputs"]

STANDARD_INPUT = "-"

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
        self._ignore_files: dict[Path, GitIgnoreSpec | None] = {}

    def under(self, path: str) -> Iterator[Found]:
        """What a path of the command line stands for."""
        try:
            if Path(path).is_dir():
                yield from self._named_folder(path)
            elif os.path.lexists(path) or not glob.has_magic(path):
                yield self._named_file(path)
            else:
                yield from self._matching(path)
        except ValueError as error:  # a NUL inside the path
            yield ReadError(f"{path!r} is no path: {error}.")

    def piped(self, name: str | None) -> Iterator[Found]:
        """What the standard input stands for."""
        if name is None:
            yield Input(STANDARD_INPUT, self._settings_of(Path.cwd()), is_piped=True)
            return
        found = self._named_file(name)
        yield replace(found, is_piped=True) if isinstance(found, Input) else found

    def excludes_named(self, path: Path, settings: Settings) -> bool:
        """Whether a file is left out though it is named."""
        is_forced = settings.config.force_exclude
        names = [_OUR_IGNORE, _GIT_IGNORE] if is_forced else [_OUR_IGNORE]
        walked = Path(path.anchor) if is_forced else None
        return _is_set_aside(path, settings, walked, is_folder=False) or any(
            self._is_ignored(path, name, is_folder=False) for name in names
        )

    def _matching(self, pattern: str) -> Iterator[Found]:
        matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - keeps its prefix
        files = [match for match in matches if not Path(match).is_dir()]
        if not files:
            yield ReadError(f"{pattern} matches no file.")
        yield from map(self._named_file, files)

    def _named_file(self, path: str) -> Found:
        place = absolute(path)
        settings = self._settings_of(place.parent)
        if self.excludes_named(place, settings):
            return Skipped(path)
        return Input(path, settings)

    def _named_folder(self, path: str) -> Iterator[Found]:
        folder = absolute(path)
        if _is_set_aside(folder, self._settings_of(folder), None):
            yield Skipped(path)
            return
        # Who names a folder that is ignored wants what is in it.
        is_ignored = any(self._is_ignored(folder, name) for name in (_GIT_IGNORE, _OUR_IGNORE))
        tree = _Tree(folder, folder.resolve(), folder if is_ignored else None)
        yield from self._files("" if os.path.normpath(path) == "." else path, folder, tree)

    def _files(self, prefix: str, folder: Path, tree: _Tree) -> Iterator[Found]:
        """The files of a folder and those below it, by name."""
        settings = self._settings_of(folder)
        wanted = _spec(settings.config.include)
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield ReadError(f"{prefix or '.'} could not be read: {error.strerror}.")
            return
        for entry in entries:
            path, shown = Path(entry.path), str(Path(prefix, entry.name))
            is_folder = entry.is_dir()
            if entry.is_symlink() and (is_folder or not tree.holds(entry.path)):
                continue
            if _is_set_aside(path, settings, tree.root, is_folder=is_folder) or any(
                self._is_ignored(path, name, tree.top, is_folder=is_folder)
                for name in (_GIT_IGNORE, _OUR_IGNORE)
            ):
                continue
            if is_folder:
                yield from self._files(shown, path, tree)
            elif entry.is_file() and wanted.match_file(entry.name):
                yield Input(shown, settings)

    def _is_ignored(
        self, path: Path, name: str, top: Path | None = None, *, is_folder: bool = True
    ) -> bool:
        """Whether the ignore files of this name around a path leave it out; the nearest decides.

        Those above the folder ``top``, and above a repository, are not asked.
        """
        for folder in path.parents:
            spec = self._ignore_file(folder / name)
            if spec is not None:
                verdict = spec.check_file(_relative(path, folder, is_folder=is_folder)).include
                if verdict is not None:
                    return verdict
            if folder == top or (folder / ".git").exists():
                return False
        return False

    def _ignore_file(self, path: Path) -> GitIgnoreSpec | None:
        if path not in self._ignore_files:
            try:
                lines = path.read_text("utf-8", "replace").splitlines()
            except OSError:
                self._ignore_files[path] = None
            else:
                self._ignore_files[path] = _spec(tuple(lines))
        return self._ignore_files[path]


@dataclass(frozen=True, slots=True)
class _Tree:
    """A folder that is walked: ``real`` is where it lies without symbolic links.

    Ignore files above ``top`` do not hold.
    """

    root: Path
    real: Path
    top: Path | None

    def holds(self, path: str) -> bool:
        return Path(path).resolve().is_relative_to(self.real)


def _is_set_aside(
    path: Path, settings: Settings, walked: Path | None, *, is_folder: bool = True
) -> bool:
    """Whether the patterns of the settings leave out a file or a folder."""
    return any(
        path.is_relative_to(base)
        and path != base
        and _spec(patterns).match_file(_relative(path, base, is_folder=is_folder))
        for base, patterns in settings.excludes(walked)
        if patterns
    )


def _relative(path: Path, base: Path, *, is_folder: bool) -> str:
    return path.relative_to(base).as_posix() + ("/" if is_folder else "")


@cache
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - most runs name a file and have no patterns

    return GitIgnoreSpec.from_lines(patterns)
