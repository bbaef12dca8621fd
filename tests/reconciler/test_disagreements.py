"""How two wordings of one count can disagree, as a table of wordings."""

import pytest

from casualties.reconciler.disagreements import (
    are_contradictory,
    are_inconsistent_qualifiers,
    bounds_conflict,
    is_weaker_bound,
)
from tests.reconciler.drafts import claim

CONTRADICTORY = [
    ("40", "45"),
    ("at least 50", "45"),
    ("up to 30", "45"),
    ("about 40", "60"),
    ("more than 100", "fewer than 100"),
    ("nearly 100", "more than 100"),
    ("just over 100", "fewer than 100"),
    ("dozens", "12"),
    ("none", "3"),
    ("several", "45"),
    ("nearly 50", "52"),
]
INCONSISTENT = [
    ("at least 40", "40"),
    ("more than 145", "at least 145"),
    ("more than 40", "40"),
    ("about 40", "40"),
    ("nearly 40", "40"),
    ("up to 40", "40"),
    ("at least 40", "up to 40"),
    ("about 40", "more than 40"),
]
CONFLICTING = [
    ("more than 145", "at least 130"),
    ("more than 145", "more than 130"),
    ("at least 145", "at least 140"),
    ("at least 57", "at least 50"),
    ("up to 400", "up to 260"),
    ("fewer than 30", "fewer than 12"),
    ("at least 2,310", "at least 2,300"),
    ("more than a dozen", "at least 30"),
]
ROUNDED = [
    ("more than 100", "at least 145"),
    ("more than 140", "more than 145"),
    ("more than 125", "at least 145"),
    ("at least 100", "more than 137"),
    ("at least 2,000", "at least 2,310"),
    ("up to 300", "up to 260"),
    ("fewer than 50", "fewer than 47"),
    ("at least a dozen", "at least 18"),
    ("more than two dozen", "at least 35"),
    ("more than a hundred", "at least 145"),
    ("dozens", "at least 60"),
    ("hundreds", "more than 350"),
    ("at least 40", "up to 60"),
    ("at least 40", "nearly 60"),
]
WEAKER = [
    ("at least 40", "45"),
    ("at least 130", "145"),
    ("more than 130", "145"),
    ("up to 32", "24"),
    ("fewer than 60", "31"),
    ("at least 2,300", "2,310"),
]
STRONG_ENOUGH = [
    ("more than 100", "137"),
    ("at least 100", "137"),
    ("more than 40", "44"),
    ("at least a dozen", "18"),
    ("at least 40", "40"),
    ("at least 50", "45"),
    ("dozens", "45"),
    ("about 40", "42"),
    ("at least 40", "about 45"),
    ("up to 200", "137"),
    ("fewer than 150", "137"),
]


@pytest.mark.parametrize(("a", "b"), CONTRADICTORY)
def test_no_number_fits_both(a: str, b: str) -> None:
    assert are_contradictory(claim(a), claim(b))
    assert are_contradictory(claim(b), claim(a))
    assert not are_inconsistent_qualifiers(claim(a), claim(b))


@pytest.mark.parametrize(("a", "b"), INCONSISTENT)
def test_one_number_in_two_wordings_is_no_contradiction(a: str, b: str) -> None:
    assert are_inconsistent_qualifiers(claim(a), claim(b))
    assert are_inconsistent_qualifiers(claim(b), claim(a))
    assert not are_contradictory(claim(a), claim(b))
    assert not bounds_conflict(claim(a), claim(b))


@pytest.mark.parametrize(("a", "b"), CONFLICTING)
def test_two_bounds_of_different_counts(a: str, b: str) -> None:
    assert bounds_conflict(claim(a), claim(b))
    assert bounds_conflict(claim(b), claim(a))


@pytest.mark.parametrize(("a", "b"), ROUNDED)
def test_a_bound_may_be_the_other_rounded(a: str, b: str) -> None:
    assert not bounds_conflict(claim(a), claim(b))
    assert not bounds_conflict(claim(b), claim(a))
    assert not are_contradictory(claim(a), claim(b))


@pytest.mark.parametrize(("bound", "exact"), WEAKER)
def test_a_bound_that_lags_behind(bound: str, exact: str) -> None:
    assert is_weaker_bound(claim(bound), claim(exact))
    assert not is_weaker_bound(claim(exact), claim(bound))


@pytest.mark.parametrize(("bound", "exact"), STRONG_ENOUGH)
def test_a_bound_that_does_not_lag(bound: str, exact: str) -> None:
    assert not is_weaker_bound(claim(bound), claim(exact))


@pytest.mark.parametrize("words", ["40", "at least 40", "about 40", "dozens", "up to 9", "none"])
def test_nothing_disagrees_with_itself(words: str) -> None:
    a, b = claim(words), claim(words)
    assert not are_contradictory(a, b)
    assert not are_inconsistent_qualifiers(a, b)
    assert not bounds_conflict(a, b)
    assert not is_weaker_bound(a, b)
