"""What is slow to make of the word lists, kept in a file from one run to the next.

It lies in the user's folder for caches, as the package's own may be closed to them, and can be
removed at any time. What is kept is plain data, good for one state of the package's files; where
it cannot be read or written all is made anew, only slower.
"""

from __future__ import annotations

import atexit
import marshal
import os
import stat
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

__all__ = ["Store", "keep"]

Plain = TypeVar("Plain")

_CHECKSUM = 4
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_LEFT = 60.0
"""Seconds after which a file in the making has no maker any more."""

_MADE_OF = (".py", ".toml")


class Store:
    """Values by name in one file, good for one ``state`` of what they are made of.

    A file that is of another state, broken or not there counts as empty. Values are plain data,
    numbers, strings, and tuples, lists, sets and dictionaries of them, or compiled code. Without a
    path none is kept.
    """

    def __init__(self, path: Path | None, state: str) -> None:
        """Read what is kept, without making anything of it yet."""
        self._path, self._state = path, state.encode()
        self._kept = self._read()
        self._new: dict[str, bytes] = {}

    def keep(self, name: str, make: Callable[[], Plain]) -> Plain:
        """The value of that name: as it was kept, else as it is made now."""
        if name in self._kept:
            kept: Plain = marshal.loads(self._kept[name])
            return kept
        made = make()
        self._new[name] = marshal.dumps(cast("Any", made))
        return made

    def save(self) -> None:
        """Write what is new beside what others have written meanwhile, as a whole or not at all."""
        if self._path is None or not self._new:
            return
        from casualties.interrupts import held  # noqa: PLC0415 - most runs have nothing new

        content = marshal.dumps((self._state, self._read() | self._new))
        checksum = zlib.crc32(content).to_bytes(_CHECKSUM, "big")
        in_the_making = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        with held(), suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._sweep()
            descriptor = os.open(in_the_making, _NEW, 0o600)
            try:
                with os.fdopen(descriptor, "wb") as file:
                    file.write(checksum + content)
                in_the_making.replace(self._path)
            except OSError:  # a full disk, say
                in_the_making.unlink()

    def _sweep(self) -> None:
        """Remove what processes left that were ended while they wrote."""
        if self._path is None:
            return
        for left in self._path.parent.glob(f"{self._path.name}.*"):
            with suppress(OSError):  # another one has swept it
                if time.time() - left.lstat().st_mtime > _LEFT:
                    left.unlink()

    def _read(self) -> dict[str, bytes]:
        if self._path is None:
            return {}
        try:
            read = _read_own(self._path)
        except OSError:
            return {}
        checksum, content = read[:_CHECKSUM], memoryview(read)[_CHECKSUM:]  # not copied
        if not content or zlib.crc32(content).to_bytes(_CHECKSUM, "big") != checksum:
            return {}
        state, kept = marshal.loads(content)
        return kept if state == self._state else {}


def keep(name: str, make: Callable[[], Plain]) -> Plain:
    """The value of that name, made of nothing but files of this package, and kept."""
    return _store().keep(name, make)


@cache
def _store() -> Store:
    """The store of this package, which is written when the process ends.

    Each place that it is installed in has its own.
    """
    package = Path(__file__).parent
    try:
        state = "\n".join([sys.version, *sorted(_files(package))])
        folder = _folder() / "casualties"
    except (OSError, RuntimeError):  # in a zip file, or without a home
        return Store(None, "")
    name = f"{sys.implementation.cache_tag}-{zlib.crc32(str(package).encode()):08x}"
    store = Store(folder / name, state)
    atexit.register(_save, store)
    return store


def _save(store: Store) -> None:
    """Save it at the end of a process, which an interrupt can only make end."""
    with suppress(KeyboardInterrupt):
        store.save()


def _read_own(path: Path) -> bytes:
    """A file of ours; in a folder that others can write to it may be theirs, and it holds code.

    Raises:
        OSError: if it cannot be read or is not ours.
    """
    with open(path, "rb", opener=_at_once) as file:
        found = os.fstat(file.fileno())
        is_ours = not hasattr(os, "geteuid") or found.st_uid == os.geteuid()
        if not (is_ours and stat.S_ISREG(found.st_mode)):
            raise PermissionError(f"{path} is not ours")
        return file.read()


def _at_once(path: str, flags: int) -> int:
    """Open it without waiting for one who writes to it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _folder() -> Path:
    """Where the user's programs keep what they can make anew."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def _files(folder: str | Path) -> Iterator[str]:
    """The files with the code and the lists, and what tells that one of them has changed."""
    for entry in os.scandir(folder):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry.path)
        elif entry.name.endswith(_MADE_OF):
            found = entry.stat()
            yield f"{entry.path} {found.st_size} {found.st_mtime_ns}"
