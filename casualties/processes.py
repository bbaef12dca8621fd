"""Work on many things at once, in several processes; what comes of it keeps the order of things."""

from __future__ import annotations

import os
import sys
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["LostProcessError", "cores", "in_order"]

Item = TypeVar("Item")
Result = TypeVar("Result")

_FEW, _LIGHT = 300, 250_000
"""As many things, and as much weight, are for one process where nobody says how many there are."""

_CHUNK, _HEAVY = 8, 16_000
"""How many things a process is given at once, or how much weight: some hundredths of a second."""

_MOST = 60 if sys.platform == "win32" else 1_000
"""How many processes can be waited for at once."""


class LostProcessError(RuntimeError):
    """A process has ended before its work was done, as where the system is out of memory."""


def cores() -> int:
    """How many processes can run at once on this machine, for us."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _nothing(_: object) -> int:
    return 0


def in_order(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    jobs: int | None = None,
    weight_of: Callable[[Item], int] = _nothing,
) -> Iterator[tuple[Item, Result]]:
    """Each item, with what ``work`` makes of it in one of as many processes, in the given order.

    Without a number of ``jobs`` the first few hundred are done in this process, or the first few
    heavy ones, and what is left on all cores; the weight of an item is about the bytes of text that
    are worked on. Items are taken and results are held for a bounded number of them at a time.
    Work, items and results have to be such as can be pickled, unless there is one job.

    >>> list(in_order(len, ["ab", "c"], jobs=1))
    [('ab', 2), ('c', 1)]

    Raises:
        LostProcessError: if a process ends before its time.
    """
    items = iter(items)
    if jobs is None:
        few = _together(items, weight_of, _FEW, _LIGHT)
        yield from ((item, work(item)) for item in few)
        jobs = cores()
    chunks = iter(lambda: list(_together(items, weight_of, _CHUNK, _HEAVY)), [])
    first = list(islice(chunks, 0 if jobs == 1 else 2))
    if len(first) < 2:  # noqa: PLR2004 - one chunk is for one process
        yield from ((item, work(item)) for item in chain(*first, items))
        return
    from casualties.crew import Crew  # noqa: PLC0415 - not for a few articles

    with Crew(work, min(jobs, _MOST)) as crew:
        for chunk in crew.done(chain(first, chunks)):
            yield from chunk.results()


def _together(
    items: Iterator[Item], weight_of: Callable[[Item], int], most: int, heaviest: int
) -> Iterator[Item]:
    """The next of the items, at most so many, up to the one with which they are too heavy."""
    weight = 0
    for item in islice(items, most):
        yield item
        weight += weight_of(item)
        if weight >= heaviest:
            return
