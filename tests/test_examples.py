"""Every format over every article in ``examples/``, held to the outputs beside them.

Where a change is meant, ``python -m tests.snapshots`` writes them anew.
"""

import pytest

from tests.snapshots import EXPECTED, SNAPSHOTS, printed, stale


@pytest.mark.parametrize("name", SNAPSHOTS)
def test_output_is_as_kept(name: str) -> None:
    assert printed(SNAPSHOTS[name]) == (EXPECTED / name).read_text("utf-8")


def test_nothing_is_kept_that_nothing_prints() -> None:
    assert stale() == []
