"""Work in several processes: in order, bounded, and with no process left behind."""

import multiprocessing
import os
import time
from collections.abc import Iterator
from itertools import count, islice

import pytest

import casualties.processes
from casualties.processes import LostProcessError, in_order


def slower_at_first(number: int) -> tuple[int, int]:
    time.sleep(0.02 if number % 16 == 0 else 0)
    return number, os.getpid()


def failing(number: int) -> int:
    if number == 13:
        raise ZeroDivisionError("thirteen")
    return number


def dying(number: int) -> int:
    if number == 13:
        os._exit(3)
    return number


def sleeping(number: int) -> int:
    time.sleep(0 if number < 8 else 60)
    return number


@pytest.fixture(autouse=True)
def no_process_left() -> Iterator[None]:
    before = set(multiprocessing.active_children())
    yield
    assert set(multiprocessing.active_children()) <= before


def test_results_are_in_the_order_of_the_items() -> None:
    done = list(in_order(slower_at_first, range(100), jobs=3))
    assert [item for item, _ in done] == list(range(100))
    assert [number for _, (number, _) in done] == list(range(100))
    processes = {process for _, (_, process) in done}
    assert 2 <= len(processes) <= 3
    assert os.getpid() not in processes


@pytest.mark.parametrize(("items", "jobs"), [(0, 3), (5, 3), (100, 1), (100, None)])
def test_little_work_and_one_job_are_done_here(items: int, jobs: int | None) -> None:
    done = list(in_order(slower_at_first, range(items), jobs))
    assert {process for _, (_, process) in done} <= {os.getpid()}
    assert len(done) == items


def test_heavy_items_are_given_one_by_one_and_few_of_them_are_done_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(casualties.processes, "cores", lambda: 2)

    def processes(jobs: int | None, weight: int) -> list[int]:
        done = in_order(slower_at_first, range(0, 160, 16), jobs, lambda _: weight)
        return [process for _, (_, process) in done]

    both = processes(2, 10**5)
    assert len(set(both)) == 2
    assert max(map(both.count, both)) < 8  # as many as there are light ones in a chunk
    alone = processes(None, 10**5)
    assert [process == os.getpid() for process in alone] == [True] * 3 + [False] * 7
    assert set(processes(None, 0)) == {os.getpid()}


@pytest.mark.parametrize("jobs", [1, 2])
def test_items_are_taken_as_they_are_needed(jobs: int) -> None:
    taken = count()
    done = in_order(slower_at_first, (next(taken) for _ in range(10_000)), jobs)
    assert len(list(islice(done, 20))) == 20
    assert next(taken) < (21 if jobs == 1 else 150)
    done.close()  # type: ignore[attr-defined] # a generator


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_is_raised_where_it_belongs(jobs: int) -> None:
    done = in_order(failing, range(100), jobs)
    assert [item for item, _ in islice(done, 13)] == list(range(13))
    with pytest.raises(ZeroDivisionError, match="thirteen"):
        next(done)


def test_a_process_that_is_lost_is_told() -> None:
    with pytest.raises(LostProcessError, match="ended with 3 before its time"):
        list(in_order(dying, range(100), jobs=2))


def test_who_stops_early_waits_for_nobody() -> None:
    begun = time.monotonic()
    done = in_order(sleeping, range(100), jobs=2)
    assert next(done) == (0, 0)
    done.close()  # type: ignore[attr-defined] # a generator
    assert time.monotonic() - begun < 30
