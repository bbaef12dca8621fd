"""Which figures of a text are held together; how a case is written is told in ``line_items.py``."""

from pathlib import Path

import pytest

import casualties
from tests.corpus.line_items import Case, read_cases

CASES = read_cases(Path(__file__).parent / "line-items.txt")


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=pytest.mark.xfail(reason=case.reason, strict=True))
        if case.reason
        else case
        for case in CASES
    ],
    ids=[case.name for case in CASES],
)
def test_line_items(case: Case) -> None:
    faults = case.faults(casualties.check(case.text).line_items)
    if faults:
        pytest.fail("\n".join([case.text, "", *faults]), pytrace=False)


def test_no_name_stands_twice() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
