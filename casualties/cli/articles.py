"""The articles of a run: found, read and worked on, in as many processes as wanted."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import field
from functools import partial
from typing import TypeAlias, TypeVar

import click

from casualties.cli.options import Settled
from casualties.cli.output import as_shown, complain, say, write
from casualties.cli.progress import shown
from casualties.config import Settings
from casualties.inputs import STANDARD_INPUT, Input, Skipped, find_inputs
from casualties.model import Document
from casualties.processes import LostProcessError, in_order
from casualties.readers import ReadError, ReadOptions, holds_many, read_documents
from casualties.records import dataclass, replace

__all__ = ["Articles", "list_files", "mistaken"]

Made = TypeVar("Made")

Work: TypeAlias = Callable[[Document, Settings], Made]
"""What is made of a document for which these settings hold; works in any process."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """A document that had to be read here, or why it could not be."""

    document: Document | ReadError
    settings: Settings


_Item: TypeAlias = Input | _Opened | Skipped | ReadError


@dataclass(slots=True)
class Articles:
    """The documents that paths stand for; says on standard error what is wrong with the others.

    ``outputs`` are the files that the run writes, which are no input of it.
    """

    paths: Sequence[str]
    settings_of: Settled
    stdin_filename: str | None = None
    options: ReadOptions = field(default_factory=ReadOptions)
    jobs: int | None = None
    all_read: bool = True
    also_told: Callable[[str, str | None], None] | None = None
    outputs: Iterable[str] = ()

    def __post_init__(self) -> None:
        """See that there is something to read.

        Raises:
            click.UsageError: if there is no path and nothing piped in, or a path is an output.
        """
        if not self.paths:
            if sys.stdin is None or sys.stdin.isatty():
                raise click.UsageError("Name a file or a folder, or pipe an article in.")
            self.paths = [STANDARD_INPUT]
        self.outputs = frozenset(map(os.path.realpath, self.outputs))
        for path in self.paths if self.outputs else ():
            if os.path.realpath(path) in self.outputs:
                raise click.UsageError(f"{path} is to be read: name another file to write.")
        if STANDARD_INPUT in self.paths and self.jobs is None:
            self.jobs = 1  # what is piped in may be slow to come, and is not kept waiting

    def made(self, work: Work[Made], *, is_quiet: bool = False) -> Generator[tuple[Made, Settings]]:
        """What ``work`` makes of each document, with what holds for it.

        Raises:
            click.ClickException: if a process that works on some of them is lost.
        """
        worked = partial(_worked, work, self.options)
        done = in_order(worked, self._items(), self.jobs, _weight_of)
        try:
            for item, results in done if is_quiet else shown(done, self._count):
                for result in results:
                    if isinstance(result, ReadError):
                        self.tell(result, result.path)
                    elif isinstance(item, Input | _Opened):
                        yield result, item.settings
                if isinstance(item, Skipped):
                    _tell_of_skipped(item)
        except LostProcessError as error:
            raise _Lost(f"{str(error).capitalize()}: try --jobs 1.") from error

    def inputs(self) -> Iterator[Input]:
        """What is to be read; says what is left out, and what is not there."""
        for found in self._found():
            if isinstance(found, ReadError):
                self.tell(found, found.path)
            elif isinstance(found, Skipped):
                _tell_of_skipped(found)
            else:
                yield found

    def tell(self, error: ValueError, path: str | None) -> None:
        """Say what was not read or could not be checked; the run will have failed."""
        complain(str(error))
        self.all_read = False
        if self.also_told is not None:
            self.also_told(str(error), path)

    def _found(self) -> Iterator[Input | Skipped | ReadError]:
        found = find_inputs(self.paths, self.settings_of, self.stdin_filename)
        if not self.outputs:
            return found
        return (each for each in found if not self._is_output(each))

    def _is_output(self, found: Input | Skipped | ReadError) -> bool:
        """Whether it is what an earlier run like this one has written."""
        return isinstance(found, Input) and os.path.realpath(found.path) in self.outputs

    def _items(self) -> Iterator[_Item]:
        """What is found; what other processes cannot read, or is too much for one, is opened."""
        for found in self._found():
            if isinstance(found, Input) and self._is_opened_here(found):
                yield from self._opened(found)
            else:
                yield found

    def _is_opened_here(self, input_: Input) -> bool:
        return input_.is_piped or holds_many(input_.path, self.options)

    def _opened(self, input_: Input) -> Iterator[_Opened]:
        for document in _documents(input_, self.options):
            yield _Opened(document, input_.settings)

    def _count(self) -> Iterator[bool]:
        """For each that is found whether it is one item."""
        for found in self._found():
            yield not (isinstance(found, Input) and self._is_opened_here(found))


class _Lost(click.ClickException):
    exit_code = 2


def list_files(articles: Articles) -> int:
    """Print the files that would be read, and return the exit status."""
    for input_ in articles.inputs():
        write(f"{as_shown(input_.path)}\n", sys.stdout)
    return 0 if articles.all_read else 2


def _weight_of(item: _Item) -> int:
    """About how many bytes of text there are to work on."""
    if isinstance(item, _Opened):
        return 0 if isinstance(item.document, ReadError) else len(item.document.input)
    try:
        return os.stat(item.path).st_size if isinstance(item, Input) else 0  # noqa: PTH116 - of thousands
    except (OSError, ValueError):  # which is told when it is read
        return 0


def _worked(work: Work[Made], options: ReadOptions, item: _Item) -> list[Made | ReadError]:
    """What is made of the documents of an item, or why one of them could not be read."""
    if isinstance(item, ReadError):
        return [item]
    if isinstance(item, Skipped):
        return []
    documents = [item.document] if isinstance(item, _Opened) else _documents(item, options)
    return [
        each if isinstance(each, ReadError) else _worked_on(work, each, item.settings)
        for each in documents
    ]


def _worked_on(work: Work[Made], document: Document, settings: Settings) -> Made | ReadError:
    """What is made of a document; a mistake of ours with one of them may not cost the others."""
    try:
        return work(document, settings)
    except Exception as error:  # noqa: BLE001 - as said above
        path = document.path or STANDARD_INPUT
        return mistaken(error, path).of(path)


def mistaken(error: Exception, path: str) -> ReadError:
    """That an input leads to a mistake in the program, in a sentence that says where."""
    import traceback  # noqa: PLC0415 - nobody should see it

    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} in line {place.lineno} of {os.path.basename(place.filename)}"  # noqa: PTH119 - a text
    return ReadError(f"{path} was not checked: it leads to a mistake in casualties ({where}).")


def _documents(input_: Input, options: ReadOptions) -> Iterator[Document | ReadError]:
    """The documents of an input, and why what else there is could not be read."""
    try:
        for each in _read(input_, options):
            yield each.of(input_.path) if isinstance(each, ReadError) else each
    except ReadError as error:
        yield error.of(input_.path)
    except Exception as error:  # noqa: BLE001 - a mistake of ours with one may not cost the others
        yield mistaken(error, input_.path).of(input_.path)


def _read(input_: Input, options: ReadOptions) -> Iterable[Document | ReadError]:
    config = input_.settings.config
    options = replace(options, encoding=config.encoding, limits=config.limits)
    if not input_.is_piped:
        return read_documents(input_.path, options)
    if sys.stdin is None:  # closed by the caller
        raise ReadError("The standard input could not be read.")
    return read_documents(input_.path, options, sys.stdin.buffer)


def _tell_of_skipped(skipped: Skipped) -> None:
    say(f"{skipped.path} is excluded: it was not read.")
