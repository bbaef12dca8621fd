"""Whole figures in one-line texts; how a case is written is told in ``cases.py``."""

from pathlib import Path

import pytest

import casualties
from tests.corpus.cases import Case, read_cases

FOLDER = Path(__file__).parent
CASES = [*read_cases(FOLDER / "in-the-wild.txt"), *read_cases(FOLDER / "negative.txt")]
KNOWN_FAILURES = read_cases(FOLDER / "known-failures.txt")


def first_words(case: Case) -> str:
    """What a case is called: its number would change with every line put in above it."""
    return f"{case.place.partition(':')[0]}: {case.text[:70]}"


def check(case: Case) -> None:
    figures = casualties.extract(case.text)
    faults = case.faults(figures)
    if faults:
        pytest.fail("\n".join([case.place, case.text, *faults]), pytrace=False)
    for figure in figures:
        assert case.text[figure.start : figure.end] == figure.text


@pytest.mark.parametrize("case", CASES, ids=first_words)
def test_case(case: Case) -> None:
    check(case)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=pytest.mark.xfail(reason=case.reason, strict=True))
        for case in KNOWN_FAILURES
    ],
    ids=first_words,
)
def test_known_failure(case: Case) -> None:
    check(case)


def test_no_text_stands_twice() -> None:
    places: dict[str, str] = {}
    for case in [*CASES, *KNOWN_FAILURES]:
        key = " ".join(case.text.lower().split())
        assert key not in places, f"{case.place} is {places[key]} again"
        places[key] = case.place


def test_every_known_failure_has_a_reason() -> None:
    assert all(case.reason for case in KNOWN_FAILURES)
