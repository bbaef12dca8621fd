"""The processes that share out work; ``casualties.processes`` says what for."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import deque
from contextlib import contextmanager
from dataclasses import field
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from casualties.interrupts import deaf, end_in_order, held
from casualties.processes import LostProcessError
from casualties.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from types import TracebackType
    from typing import Self

__all__ = ["Crew"]

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 4
"""How many chunks a process may be given before the first that is not done, for memory's sake."""


@dataclass(slots=True)
class _Chunk(Generic[Item, Result]):
    """Some of the items, and what was made of them, up to an error."""

    items: list[Item]
    made: list[Result] = field(default_factory=list)
    error: Exception | None = None
    is_done: bool = False

    def results(self) -> Iterator[tuple[Item, Result]]:
        yield from zip(self.items, self.made, strict=False)
        if self.error is not None:
            raise self.error


class Crew(Generic[Item, Result]):
    """The processes: each is given a chunk when it has none, so that none waits to be heard."""

    def __init__(self, work: Callable[[Item], Result], most: int) -> None:
        self._work, self._most = work, most
        self._idle: list[_Worker] = []
        self._busy: dict[Connection[Any, Any], tuple[_Worker, _Chunk[Item, Result]]] = {}

    def done(self, chunks: Iterator[list[Item]]) -> Iterator[_Chunk[Item, Result]]:
        """The chunks when they are done, in order."""
        waiting: deque[_Chunk[Item, Result]] = deque()
        while True:
            while len(self._busy) < self._most and len(waiting) < self._most * _AHEAD:
                items = next(chunks, None)
                if items is None:
                    break
                waiting.append(self._given(items))
            if not waiting:
                return
            self._hear(is_patient=not waiting[0].is_done)
            if waiting[0].is_done:
                yield waiting.popleft()

    def _given(self, items: list[Item]) -> _Chunk[Item, Result]:
        worker = self._idle.pop() if self._idle else _Worker(self._work)
        chunk = _Chunk[Item, Result](items)
        self._busy[worker.connection] = worker, chunk
        worker.give(items)
        return chunk

    def _hear(self, *, is_patient: bool) -> None:
        """Take what is done; wait until something is, if patient."""
        for connection in wait(list(self._busy), None if is_patient else 0):
            worker, chunk = self._busy[connection]  # type: ignore[index] # it is one of those
            chunk.made, chunk.error = worker.made()
            chunk.is_done = True
            del self._busy[worker.connection]
            self._idle.append(worker)

    def __enter__(self) -> Self:
        end_in_order()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Leave no process behind; one that is at work is not waited for."""
        workers = [*self._idle, *(worker for worker, _ in self._busy.values())]
        for worker in workers:
            worker.dismiss(is_urgent=kind is not None)
        for worker in workers:
            worker.join()


class _Worker:
    """A process that does what it is given, one chunk after another."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        orders, self._orders = multiprocessing.Pipe(duplex=False)  # both ways would be a socket
        self.connection, results = multiprocessing.Pipe(duplex=False)
        arguments = (work, orders, results, (self._orders, self.connection))
        self._process = multiprocessing.Process(target=_serve, args=arguments, daemon=True)
        _start_tracker()
        with held(), _safe_path():
            self._process.start()
        orders.close()
        results.close()

    def give(self, items: list[Any]) -> None:
        try:
            self._orders.send(items)
        except OSError as error:
            raise self._lost() from error

    def made(self) -> tuple[list[Any], Exception | None]:
        """What it has made of what it was given last, and the error that it came to, if any."""
        try:
            made: tuple[list[Any], Exception | None] = self.connection.recv()
        except (EOFError, OSError) as error:
            raise self._lost() from error
        return made

    def dismiss(self, *, is_urgent: bool) -> None:
        if is_urgent:
            self._process.kill()
        self._orders.close()
        self.connection.close()

    def join(self) -> None:
        self._process.join()

    def _lost(self) -> LostProcessError:
        self._process.join()
        return LostProcessError(f"a process ended with {self._process.exitcode} before its time")


def _start_tracker() -> None:
    """Start what Python itself starts beside processes that begin anew.

    Were it started with the first of them, it would end the time in which interrupts wait.
    """
    if sys.platform != "win32" and multiprocessing.get_start_method() != "fork":
        from multiprocessing import resource_tracker  # noqa: PLC0415 - for these alone

        with _safe_path():
            resource_tracker.ensure_running()


@contextmanager
def _safe_path() -> Iterator[None]:
    """Let a new interpreter look for no module in the folder that it is started in."""
    name = "PYTHONSAFEPATH"
    before = os.environ.get(name)
    os.environ[name] = "1"
    try:
        yield
    finally:
        del os.environ[name]
        if before is not None:
            os.environ[name] = before


def _serve(
    work: Callable[[Item], Result],
    orders: Connection[Any, Any],
    results: Connection[Any, Any],
    copies: tuple[Connection[Any, Any], ...],
) -> None:
    """Do what comes, until the process that it is for has no more, or is gone."""
    deaf()
    for each in copies:  # of the other ends: as long as they are open, orders have no end
        each.close()
    try:
        while True:
            results.send(_made(work, orders.recv()))
    except (EOFError, OSError):
        return


def _made(work: Callable[[Item], Result], items: list[Item]) -> tuple[list[Result], object]:
    made: list[Result] = []
    try:
        for item in items:
            made.append(work(item))  # noqa: PERF401 - what is made before an error counts
    except Exception as error:  # noqa: BLE001 - it is raised where it would be with one process
        return made, error
    return made, None
