"""The long run: ``python -m tests.fuzz --inputs 100000``.

Each input is made of a number, so that ``--first NUMBER --inputs 1`` makes one of them again. One
that fails is printed; keep it, as small as it can be made, as a case of ``test_fuzz.py``.
"""

import argparse
import sys
import time
import traceback

from tests.fuzz.inputs import make_copy, make_input
from tests.fuzz.properties import hold, hold_of_copy

_SHEETS_OF = 10
"""Of as many inputs one goes into a workbook and a Parquet file, which takes long."""

_COPY_OF = 5
"""Of as many inputs one comes with an article into which unrelated paragraphs are put."""

_SLOW = 5.0
"""Seconds of processor time for one small input, which takes a hundredth."""


def main() -> int:
    """Try inputs, and print those of which something does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0)
    given = parser.parse_args()
    failed = 0
    for seed in range(given.first, given.first + given.inputs):
        content, format_ = make_input(seed)
        start = time.process_time()
        try:
            hold(content, format_, with_sheets=seed % _SHEETS_OF == 0)
            if seed % _COPY_OF == 0:
                hold_of_copy(*make_copy(seed))
            spent = time.process_time() - start
            assert spent < _SLOW, f"it takes {spent:.1f} seconds"
        except Exception:  # noqa: BLE001 - that nothing is raised is what is tried
            failed += 1
            print(f"--- input {seed}, {format_}:\n{content!r}")  # noqa: T201 - a command
            traceback.print_exc(file=sys.stdout)
        if seed % 1_000 == 0:
            print(f"{seed - given.first} tried, {failed} failed", flush=True)  # noqa: T201
    print(f"{given.inputs} inputs, {failed} failures")  # noqa: T201 - a command
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
