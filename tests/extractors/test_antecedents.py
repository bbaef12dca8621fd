"""Which count told before may be meant by another number."""

from dataclasses import replace

import pytest

from casualties.extractors.antecedents import is_misstated, is_slip, nearest, times_apart
from casualties.model import Figure, Scope
from tests.records import FIGURE


def told(number: int | None, scope: Scope = Scope.TOTAL) -> Figure:
    return replace(FIGURE, number=number, scope=scope)


@pytest.mark.parametrize("number", [5, 11, 13, 25])
def test_a_number_may_be_twice_or_half_of_one_told(number: int) -> None:
    assert is_misstated(number, told(11 if number == 5 else 12))


@pytest.mark.parametrize("number", [1, 5, 12, 26])
def test_the_same_number_and_one_far_off_are_not_misstated(number: int) -> None:
    assert not is_misstated(number, told(12))


def test_an_increase_and_a_vague_count_are_taken_up_by_no_other_number() -> None:
    assert not is_misstated(11, told(12, Scope.ADDITIONAL))
    assert not is_misstated(11, told(None))


def test_a_slip_is_by_two_or_by_a_fifth() -> None:
    assert [number for number in range(1, 20) if is_slip(number, told(6))] == [4, 5, 6, 7, 8]
    assert is_slip(120, told(100))
    assert not is_slip(121, told(100))


def test_the_nearest_is_the_first_of_those_that_are_as_near() -> None:
    counts = [told(6), told(12), told(11), told(11)]
    assert nearest(10, counts) is counts[2]
    assert nearest(10, []) is None
    assert times_apart(3, told(12)) == 4
