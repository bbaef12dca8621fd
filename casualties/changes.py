"""The lines that have changed since a revision, as git tells them.

A repository may come from anywhere, and its settings may name programs for git to run: filters,
converters, hooks, monitors, and what fetches an object that is not there. git is asked only for
what it stores, and compares it with the file where no repository is: then it runs none of them.
"""

from __future__ import annotations

import os
import re
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from casualties.paths import absolute
from casualties.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from casualties.model import Finding

__all__ = ["Changes", "ChangesError"]

_HUNK = rb"(?m)^@@ -\S+ \+(\d+)(?:,(\d+))? @@"
_SECONDS = 60
_VERIFY = ("rev-parse", "--verify", "--quiet", "--end-of-options")
_SAFELY = ("--no-pager", "-c", "core.fsmonitor=false")
_OFFLINE = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
_NOWHERE = {
    "GIT_DIR": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
}
_OPTIONS = (
    "--no-index",
    "--unified=0",
    "--text",
    "--ignore-cr-at-eol",  # git may be told to keep other line ends than those of the file
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
)
_OF_ONE_REPOSITORY = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
)
"""What git tells a hook of the repository that it runs in, which need not be the file's."""


class ChangesError(ValueError):
    """git cannot say what has changed; the message is one sentence that says why."""


@dataclass(slots=True)
class Changes:
    """What has changed since a revision, in the files as they lie in the folder.

    Where the revision has gone on by itself, as a main branch has, it is what has changed since
    the two parted. A file that git does not track is new in all its lines.

    Raises:
        ChangesError: if there is no git, no repository or no such revision.
    """

    revision: str
    _lines: dict[str, list[range] | None] = field(default_factory=dict)
    _bases: dict[Path, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Ask for the revision at once, so that a slip in it is told before anything is read."""
        _git(Path.cwd(), *_VERIFY, f"{self.revision}^{{commit}}")

    def touch(self, finding: Finding) -> bool:
        """Whether some place of a finding lies on a line that has changed."""
        if not finding.figures:
            return self._is_changed(finding.place.path, finding.line, 0)
        return any(
            self._is_changed(each.path, each.line, each.text.count("\n"))
            for each in finding.figures
        )

    def in_part(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that a change has touched."""
        return [finding for finding in findings if self.touch(finding)]

    def _is_changed(self, path: str | None, line: int | None, more: int) -> bool:
        """Whether a line, or one of as many ``more`` below it, has changed."""
        if path is None:
            return True
        if path not in self._lines:
            self._lines[path] = self._changed_lines(absolute(path))
        changed = self._lines[path]
        if line is None:  # a format without lines: any change may be the one
            return changed is None or bool(changed)
        return changed is None or any(
            hunk.start <= line + more and line < hunk.stop for hunk in changed
        )

    def _changed_lines(self, path: Path) -> list[range] | None:
        """The lines of a file that have changed, None where all of it is new."""
        folder, name = path.parent, path.name
        if not os.path.isdir(folder):  # noqa: PTH112 - a sheet's row; Path.is_dir() fails on long ids
            return None
        if not _git(folder, "ls-files", "-z", "--", f":(literal){name}"):
            return None
        if folder not in self._bases:
            self._bases[folder] = _base(folder, self.revision)
        try:
            blob = _git(folder, *_VERIFY, f"{self._bases[folder]}:./{name}").decode().strip()
        except ChangesError:  # it is new since then
            return None
        diff = _diff(_git(folder, "cat-file", "blob", blob), path)
        hunks = ((int(first), int(count or 1)) for first, count in re.findall(_HUNK, diff))
        return [range(first, first + count) for first, count in hunks]


def _diff(before: bytes, path: Path) -> bytes:
    """How a file, or where a link leads, differs from what it was before."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - for --diff alone

    try:
        now = os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes()
        with TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "before").write_bytes(before)
            (folder / "now").write_bytes(now)
            return _git(folder, "diff", *_OPTIONS, "before", "now", env=_NOWHERE, good=(0, 1))
    except OSError as error:
        raise ChangesError(f"--diff: {path} could not be compared: {error.strerror}.") from error


def _base(folder: Path, revision: str) -> str:
    """The commit at which the revision and what is checked out parted."""
    commit = _git(folder, *_VERIFY, f"{revision}^{{commit}}").decode().strip()
    try:
        return _git(folder, "merge-base", commit, "HEAD").decode().strip()
    except ChangesError:  # nothing in common, or no commit yet
        return commit


def _git(
    folder: Path, *arguments: str, env: Mapping[str, str] = _OFFLINE, good: tuple[int, ...] = (0,)
) -> bytes:
    """What git says, in an environment with more in it; a status that is not good is an error.

    Raises:
        ChangesError: if git fails, or there is none.
    """
    given = {key: value for key, value in os.environ.items() if key not in _OF_ONE_REPOSITORY}
    import subprocess  # noqa: PLC0415 - for --diff alone

    try:
        done = subprocess.run(
            ["git", *_SAFELY, *arguments],
            cwd=folder,
            env={**given, **env},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        )
    except FileNotFoundError as error:
        raise ChangesError("--diff needs git, which is not installed.") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ChangesError(f"git could not be run: {error}.") from error
    if done.returncode not in good:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = said[-1].removeprefix("fatal: ") if said else "there is no such revision"
        raise ChangesError(f"--diff: git cannot tell what has changed: {reason}.")
    return done.stdout
