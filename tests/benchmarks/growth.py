"""What a longer article costs, and what more articles do, by whole processes."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.benchmarks.__main__ import ARTICLES, ROOT, Cost, filled


class Used(NamedTuple):
    """Seconds of the processor, and kilobytes of memory at most."""

    seconds: float
    memory: int


def growth(*, size: int = 10_000_000, number: int = 10_000) -> Iterator[Cost]:
    """The costs of one article of that many characters, and of as many in small articles."""
    text = filled(ARTICLES, size)
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "long.txt").write_text(text)
        (folder / "quarter.txt").write_text(text[: size // 4])
        each = size // number
        for part, most in (("many", number), ("few", number // 10)):
            (folder / part).mkdir()
            for place in range(most):
                piece = text[place * each : (place + 1) * each]
                (folder / part / f"{place:06}.txt").write_text(piece)
        long, quarter = used(folder, "long.txt"), used(folder, "quarter.txt")
        many, few = used(folder, "many"), used(folder, "few")
    megabytes = f"{size / 1_000_000:g} MB"
    yield Cost(
        f"check of {megabytes}", long.seconds / quarter.seconds, "check of a quarter of it", 5
    )
    yield Cost("memory of it", long.memory / quarter.memory, "memory of a quarter of it", 5)
    yield Cost("check of it", long.seconds / many.seconds, f"check of {number:,} articles", 2)
    yield Cost("memory of these", many.memory / few.memory, "memory of a tenth of them", 1.2)


def used(folder: Path, path: str) -> Used:
    """What a check takes in one process."""
    command = [sys.executable, "-m", "casualties", "check", "--quiet", "--jobs", "1", path]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return Used(usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
