"""How long a check takes: ``pytest -s tests/benchmarks`` tells. Machines differ: only ages fail."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import casualties

TEXTS = [path.read_text() for path in (Path(__file__).parents[2] / "examples").glob("*.txt")]
# Most of what a newsroom puts through has no figure at all.
PLAIN = "The council met on Monday to discuss a new bridge, the mayor said. Work starts in 2031. "
PASSES = 5
AGES = 250


def milliseconds(check: Callable[[str], object], texts: list[str]) -> float:
    """The time for 4,000 characters, in the fastest of some passes."""
    times = []
    for _ in range(PASSES):
        start = time.perf_counter()
        for text in texts:
            check(text)
        times.append(time.perf_counter() - start)
    return min(times) * 1000 * 4000 / sum(map(len, texts))


@pytest.mark.parametrize("texts", [TEXTS, [PLAIN * 40]], ids=["casualties", "plain"])
def test_speed_of_a_check(texts: list[str], request: pytest.FixtureRequest) -> None:
    took = milliseconds(casualties.check, texts)
    sys.stdout.write(f"\n{request.node.name}: {took:.2f} ms per 4,000 characters\n")
    assert took < AGES
