"""Work on many things at once, in several processes; what comes of it keeps the order of things."""

from __future__ import annotations

import os
import sys
from collections import deque
from contextlib import contextmanager
from dataclasses import field
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from casualties.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from types import TracebackType
    from typing import Self

__all__ = ["LostProcessError", "cores", "in_order"]

Item = TypeVar("Item")
Result = TypeVar("Result")

_FEW = 300
"""As many things are done by one process where nobody says how many there are to be."""

_CHUNK = 8
"""How many things a process is given at once: some hundredths of a second of work."""

_MOST = 60 if sys.platform == "win32" else 1_000
"""How many processes can be waited for at once."""

_AHEAD = 4
"""How many chunks a process may be given before the first that is not done, for memory's sake."""


class LostProcessError(RuntimeError):
    """A process has ended before its work was done, as where the system is out of memory."""


def cores() -> int:
    """How many processes can run at once on this machine, for us."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(
    work: Callable[[Item], Result], items: Iterable[Item], jobs: int | None = None
) -> Iterator[tuple[Item, Result]]:
    """Each item, with what ``work`` makes of it in one of as many processes, in the given order.

    Without a number of ``jobs`` the first few hundred are done in this process, and what is left
    on all cores. Items are taken and results are held for a bounded number of them at a time.
    Work, items and results have to be such as can be pickled, unless there is one job.

    >>> list(in_order(len, ["ab", "c"], jobs=1))
    [('ab', 2), ('c', 1)]

    Raises:
        LostProcessError: if a process ends before its time.
    """
    items = iter(items)
    if jobs is None:
        yield from ((item, work(item)) for item in islice(items, _FEW))
        jobs = cores()
    chunks = iter(lambda: list(islice(items, _CHUNK)), [])
    first = list(islice(chunks, 1 if jobs == 1 else 2))
    if jobs == 1 or len(first) == 1:
        yield from ((item, work(item)) for item in chain(*first, items))
        return
    with _Crew(work, min(jobs, _MOST)) as crew:
        for chunk in crew.done(chain(first, chunks)):
            yield from chunk.results()


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


class _Crew(Generic[Item, Result]):
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
        from multiprocessing.connection import wait  # noqa: PLC0415 - not for a few articles

        for connection in wait(list(self._busy), None if is_patient else 0):
            worker, chunk = self._busy[connection]  # type: ignore[index] # it is one of those
            chunk.made, chunk.error = worker.made()
            chunk.is_done = True
            del self._busy[worker.connection]
            self._idle.append(worker)

    def __enter__(self) -> Self:
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
        import multiprocessing  # noqa: PLC0415 - not for a few articles

        from casualties.interrupts import held  # noqa: PLC0415 - likewise

        orders, self._orders = multiprocessing.Pipe(duplex=False)  # both ways would be a socket
        self.connection, results = multiprocessing.Pipe(duplex=False)
        arguments = (work, orders, results, (self._orders, self.connection))
        self._process = multiprocessing.Process(target=_serve, args=arguments, daemon=True)
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
    from casualties.interrupts import deaf  # noqa: PLC0415 - as where it is started

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
