"""Writing: to the standard streams, and to files that are whole or not there."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, TextIO

import click

from casualties.cli.progress import hide
from casualties.interrupts import end_in_order, held
from casualties.reporters.printable import for_people, show_controls

if TYPE_CHECKING:
    from contextlib import ExitStack
    from types import TracebackType
    from typing import Self

__all__ = [
    "FileInTheMaking",
    "StandardOutput",
    "as_shown",
    "begun",
    "complain",
    "give_up",
    "say",
    "wants_color",
    "write",
]


class _Unwritable(click.ClickException):
    exit_code = 2


def write(text: str | bytes, stream: TextIO | None) -> None:
    """Write a text, or bytes; a reader that has gone away, as ``head`` does, is no error.

    Raises:
        click.ClickException: if the stream takes no more for another reason, as on a full disk.
    """
    if stream is None or not text:  # closed by the caller
        return
    hide()
    try:
        if isinstance(text, bytes):
            stream.buffer.write(text)
        else:
            stream.write(text)
        stream.flush()
    except OSError as error:
        _drop(stream)
        if not isinstance(error, BrokenPipeError):
            message = f"The report could not be written: {error.strerror}."
            raise _Unwritable(message) from error


def give_up(error: OSError) -> None:
    """Say, where that can be said, why nothing more can be done, as with no room for the output."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except OSError:
                _drop(stream)
    with suppress(click.ClickException):
        about = "" if error.filename is None else f" ({error.filename})"
        complain(f"This could not be done: {error.strerror}{about}.")


def _drop(stream: TextIO) -> None:
    """Let what is left go nowhere: Python flushes once more at exit, and would complain then."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


_LINE_ENDS = str.maketrans({"\n": r"\n", "\r": r"\r"})


def as_shown(line: str) -> str:
    """The line as a terminal and a log can have it, whatever a file is called or its words are."""
    return for_people(show_controls(line).translate(_LINE_ENDS))


def say(line: str) -> None:
    """Write a line to standard error."""
    write(f"{as_shown(line)}\n", sys.stderr)


def complain(sentence: str) -> None:
    """Say on standard error what went wrong."""
    say(f"Error: {sentence}")


def wants_color(asked: str, stream: TextIO | None) -> bool:
    """Whether to paint: as asked, else as NO_COLOR and FORCE_COLOR say, else on a terminal."""
    if asked != "auto":
        return asked == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


class StandardOutput:
    """The standard output, which is written to as a file is."""

    @staticmethod
    def write(text: str | bytes) -> None:
        """Add to it.

        Raises:
            click.ClickException: if it takes no more.
        """
        write(text, sys.stdout)


class FileInTheMaking:
    """A file that takes its name only when it is complete; what had the name stays until then.

    ``begun`` makes one that an interrupt at any time leaves nothing of.
    """

    def __init__(self, path: str) -> None:
        """Begin the file, in the folder that it will lie in.

        Raises:
            click.ClickException: if that folder is missing or closed to us.
        """
        self._path = Path(path)
        self._target = Path(os.path.realpath(path))  # a link stays one
        import tempfile  # noqa: PLC0415 - for reports in files

        try:
            if self._target.is_dir():
                raise IsADirectoryError(None, "it is a directory")
            if self._target.exists() and not self._target.is_file():
                raise OSError(None, "it is no file that could be replaced")
            self._file: IO[bytes] = tempfile.NamedTemporaryFile(  # noqa: SIM115 - closed when complete
                "wb",
                dir=self._target.parent,
                prefix=f".{self._target.name}.",
                delete=False,
            )
        except OSError as error:
            raise _Unwritable(f"{path} could not be written: {error.strerror}.") from error

    def write(self, text: str | bytes) -> None:
        """Add to it, text as UTF-8.

        Raises:
            click.ClickException: if there is no room; the file is gone then.
        """
        try:
            self._file.write(
                text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")
            )
        except OSError as error:
            self.discard()
            raise _Unwritable(f"{self._path} could not be written: {error.strerror}.") from error

    def close(self) -> None:
        """Write the last of it; of several files, all are closed before one takes its name.

        Raises:
            click.ClickException: if there is no room; the file is gone then.
        """
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
        except OSError as error:
            self.discard()
            raise _Unwritable(f"{self._path} could not be written: {error.strerror}.") from error

    def complete(self) -> None:
        """Give it its name.

        Raises:
            click.ClickException: if that fails; the file is gone then.
        """
        if not self._file.closed:
            self.close()
        try:
            _take_mode(Path(self._file.name), self._target)
            Path(self._file.name).replace(self._target)
        except OSError as error:
            self.discard()
            raise _Unwritable(f"{self._path} could not be written: {error.strerror}.") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Complete it, or leave nothing behind where something went wrong."""
        if kind is None:
            self.complete()
        else:
            self.discard()

    def discard(self) -> None:
        """Leave nothing behind of one that is not complete."""
        with held():
            self._file.close()
            Path(self._file.name).unlink(missing_ok=True)


def begun(path: str, stack: ExitStack) -> FileInTheMaking:
    """A file in the making that ends with the stack.

    Raises:
        click.ClickException: if its folder is missing or closed to us.
    """
    end_in_order()
    with held():  # or there might be a file that the stack does not know of
        return stack.enter_context(FileInTheMaking(path))


def _take_mode(new: Path, old: Path) -> None:
    """Give a new file the permissions of the one that it replaces, else those of any new file."""
    try:
        mode = old.stat().st_mode & 0o777
    except OSError:
        umask = os.umask(0)
        os.umask(umask)
        mode = 0o666 & ~umask
    new.chmod(mode)
