"""What a check costs: ``python -m tests.benchmarks`` prints it, as ratios taken in one run.

Machines differ, and are busy with other things: each time is the least of several, of the processor
alone, and is held against something else that is timed beside it. ``proselint`` is one of these
where the extra "benchmarks" has brought it.
"""

import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import casualties
from tests.planted.planting import read_article

ROOT = Path(__file__).parents[2]

ARTICLES = [
    read_article(path).text
    for path in sorted((ROOT / "tests" / "planted" / "articles").glob("*.txt"))
]
PLAIN = """\
The council met on Monday to discuss a new bridge, and work on it is to start in 2031.
"We have waited for this for twenty years," said the mayor, Ana Rill, after the vote.
Shares in the shipyard rose by 4.2 percent, its best day since March.
Rain is expected in the north by Thursday, with winds of up to 70 kilometres an hour.
The visitors scored twice in the last ten minutes and go top of the table.
A museum of clocks opens in the old town hall next week; entry is free for pupils.
Farmers in the valley say that the price of milk no longer covers what it costs them.
The court will hear the appeal of three former directors of the bank in the autumn.
Parliament passed the budget by 61 votes to 54, with two members absent.
The train between Osk and Brav will run every half hour from the new timetable on.
"""
WORDS = (
    "killed dead died deaths wounded injured hurt missing victims casualties toll bodies people "
    "men women children soldiers police officers blast bomb attack crash fire flood storm quake "
    "gunmen hospital rescue officials least dozens hundreds thousands trapped"
).split()


class Cost(NamedTuple):
    """How many times as much as ``unit`` something takes, and how many times it may at most."""

    what: str
    ratio: float
    unit: str
    most: float


def measure(*, passes: int = 8, size: int = 200_000) -> Iterator[Cost]:
    """The costs of a start, of a character and of a longer text."""
    with TemporaryDirectory() as folder:
        article = Path(folder, "article.txt")
        article.write_text(ARTICLES[0], encoding="utf-8")
        check = process([sys.executable, "-m", "casualties", "check", str(article)], passes, folder)
        bare = process([sys.executable, "-c", "import regex, click"], passes, folder)
        yield Cost("check of an article", check / bare, 'python -c "import regex, click"', 2)
        if find_spec("proselint") is not None:
            command = [sys.executable, "-m", "proselint", "check", str(article)]
            unit = f"proselint {version('proselint')} of it"
            yield Cost("check of an article", check / process(command, passes, folder), unit, 1)
    dense = filled(ARTICLES, size)
    news = filled([PLAIN] * 15 + ARTICLES[:1], size)
    for what, text, most in (("news", news, 8), ("copy full of figures", dense, 30)):
        ratio = least(casualties.check, text, passes) / least(scan, text, passes)
        yield Cost(f"check of {what}", ratio, "scan of it for 36 words", most)
    short = filled(ARTICLES, size // 4)
    ratio = least(casualties.check, dense, passes) / least(casualties.check, short, passes)
    yield Cost("check of a text", ratio, "check of a quarter of it", 5)
    yield Cost("memory of it", peak(dense) / peak(short), "memory of a quarter of it", 5)


def filled(texts: list[str], size: int) -> str:
    """One text of as many characters, of the texts by turns."""
    joined = "\n\n".join(texts) + "\n\n"
    return (joined * (size // len(joined) + 1))[:size]


def scan(text: str) -> int:
    """What the least that reads a text for words would do."""
    pattern = re.compile(rf"\b(?:{'|'.join(WORDS)})\b")
    return sum(1 for _ in pattern.finditer(text))


def least(act: Callable[[str], object], text: str, passes: int) -> float:
    """The seconds that it takes in the fastest pass."""
    times = []
    for _ in range(passes):
        start = time.process_time()
        act(text)
        times.append(time.process_time() - start)
    return min(times)


def process(command: list[str], passes: int, folder: str) -> float:
    """The seconds of the processor that a process takes in a folder, in the fastest of the passes.

    One before them leaves the byte code and what is kept of the word lists behind.
    """
    times = []
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(passes + 1):
        start = children()
        subprocess.run(command, cwd=folder, env=env, stdout=subprocess.DEVNULL, check=False)
        times.append(children() - start)
    return min(times[1:])


def children() -> float:
    """The seconds of the processor that the processes started so far have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def peak(text: str) -> int:
    """The bytes that a check holds at most."""
    import tracemalloc  # noqa: PLC0415 - slows down what is timed

    tracemalloc.start()
    casualties.check(text)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def table(costs: Iterator[Cost]) -> Iterator[str]:
    """A line a cost, under the names of the columns."""
    yield f"{'':29}{'times':>7}  {'of':34}{'at most':>8}\n"
    for cost in costs:
        yield f"{cost.what:29}{cost.ratio:7.1f}  {cost.unit:34}{cost.most:8g}\n"


if __name__ == "__main__":
    from tests.benchmarks.growth import growth

    for line in table(chain(measure(), growth())):
        sys.stdout.write(line)
        sys.stdout.flush()
    if find_spec("proselint") is None:
        sys.stdout.write(
            "Nothing is held against proselint: pip install '.[benchmarks]' brings it.\n"
        )
