"""Every count up to 3,000 against the definition, read out slowly."""

import pytest

from casualties.reconciler.rounding import (
    leading_digit_down,
    leading_digit_up,
    rounded_down,
    rounded_up,
)

MULTIPLES = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000]
COUNTS = range(1, 3001)


def test_rounding_down_is_to_a_multiple() -> None:
    for count in COUNTS:
        expected = {multiple * (count // multiple) for multiple in MULTIPLES} - {0}
        assert rounded_down(count) == expected, count


def test_rounding_up_is_to_a_multiple_of_no_more_places() -> None:
    for count in COUNTS:
        expected = {
            count + -count % multiple
            for multiple in MULTIPLES
            if multiple < 50 * 10 ** (len(str(count)) - 1)
        }
        assert rounded_up(count) == expected, count


def test_a_rounding_lies_on_its_side() -> None:
    for count in COUNTS:
        assert max(rounded_down(count), default=0) <= count <= min(rounded_up(count))
        assert leading_digit_down(count) <= count <= leading_digit_up(count)


def test_a_leading_digit_is_followed_by_zeros_from_100_up() -> None:
    for count in COUNTS:
        for rounding in (leading_digit_down(count), leading_digit_up(count)):
            if count < 100:
                assert rounding == count
            else:
                assert set(str(rounding)[1:]) == {"0"}
                assert abs(rounding - count) < 10 ** (len(str(count)) - 1)


@pytest.mark.parametrize(
    ("count", "roundings"),
    [
        (3, []),
        (5, [5]),
        (44, [25, 40]),
        (45, [25, 40, 45]),
        (137, [100, 125, 130, 135]),
        (145, [100, 125, 140, 145]),
        (2310, [2000, 2250, 2300, 2310]),
    ],
)
def test_counts_that_people_round(count: int, roundings: list[int]) -> None:
    assert sorted(rounded_down(count)) == roundings


@pytest.mark.parametrize(
    ("count", "down", "up"),
    [(99, 99, 99), (100, 100, 100), (137, 100, 200), (900, 900, 900), (950, 900, 1000)],
)
def test_leading_digits(count: int, down: int, up: int) -> None:
    assert (leading_digit_down(count), leading_digit_up(count)) == (down, up)
