import pytest
from hypothesis import given
from hypothesis import strategies as st

from casualties.ranges import Range

NUMBERS = st.integers(min_value=0, max_value=10_000_000)


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    low = draw(NUMBERS)
    width = draw(st.none() | st.integers(min_value=0, max_value=1_000_000))
    return Range(low, None if width is None else low + width)


@given(ranges())
def test_parse_reads_what_str_writes(claimed: Range) -> None:
    assert Range.parse(str(claimed)) == claimed
    assert eval(repr(claimed), {"Range": Range}) == claimed


@pytest.mark.parametrize(
    ("notation", "low", "high"),
    [("12", 12, 12), ("12+", 12, None), ("3-5", 3, 5), ("0-9", 0, 9), ("0", 0, 0), (" 7 ", 7, 7)],
)
def test_notation(notation: str, low: int, high: int | None) -> None:
    assert Range.parse(notation) == Range(low, high)


@pytest.mark.parametrize(
    "notation", ["", "+", "-", "5-", "-5", "5-3", "3-5+", "12++", "1.5", "a-b"]
)
def test_what_is_no_notation(notation: str) -> None:
    with pytest.raises(ValueError, match="is no range: write 12, 12"):
        Range.parse(notation)


def test_impossible_ends() -> None:
    with pytest.raises(ValueError, match="starts at 0 or above, not at -1"):
        Range(-1, 3)
    with pytest.raises(ValueError, match="cannot end at 3, below its start 5"):
        Range(5, 3)


@pytest.mark.parametrize(
    ("number", "about", "nearly", "just_over"),
    [
        (1, "0-2", "0", "2"),
        (2, "1-3", "1", "3"),
        (6, "5-7", "5", "7"),
        (9, "8-10", "8", "10"),
        (10, "9-11", "9", "11"),
        (12, "10-14", "10-11", "13-14"),
        (20, "18-22", "18-19", "21-22"),
        (24, "21-27", "21-23", "25-27"),
        (30, "27-33", "27-29", "31-33"),
        (100, "90-110", "90-99", "101-110"),
        (145, "130-160", "130-144", "146-160"),
        (1000, "900-1100", "900-999", "1001-1100"),
    ],
)
def test_a_tenth_is_rounded_outwards(number: int, about: str, nearly: str, just_over: str) -> None:
    assert str(Range.about(number)) == about
    assert str(Range.nearly(number)) == nearly
    assert str(Range.just_over(number)) == just_over


@pytest.mark.parametrize("number", [0, 1])
def test_small_numbers_have_room_on_every_side(number: int) -> None:
    assert number in Range.about(number)
    assert str(Range.nearly(number)) == "0"
    assert str(Range.just_over(number)) == str(number + 1)


@given(NUMBERS.filter(bool))
def test_inexact_ranges_lie_on_their_side_of_the_number(number: int) -> None:
    assert number in Range.about(number)
    assert Range.about(number).low == number * 9 // 10
    assert Range.nearly(number).high == number - 1
    assert Range.just_over(number).low == number + 1
    assert Range.exactly(number).is_exact


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("40", "45", None),
        ("50+", "45", None),
        ("40+", "45", "45"),
        ("40+", "36-44", "40-44"),
        ("40+", "146+", "146+"),
        ("3-9", "9", "9"),
        ("3-9", "10-12", None),
    ],
)
def test_shared_numbers(one: str, other: str, shared: str | None) -> None:
    both = Range.parse(one) & Range.parse(other)
    assert both == (shared and Range.parse(shared))
    assert Range.parse(one).overlaps(Range.parse(other)) is (shared is not None)


@given(ranges(), ranges(), NUMBERS)
def test_a_number_is_shared_where_both_allow_it(one: Range, other: Range, number: int) -> None:
    both = one & other
    assert both == other & one
    assert (number in one and number in other) is (both is not None and number in both)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [("12", "9", "21"), ("12+", "9", "21+"), ("3-5", "10", "13-15"), ("0", "0-9", "0-9")],
)
def test_groups_of_different_people_add_up(one: str, other: str, together: str) -> None:
    assert str(Range.parse(one) + Range.parse(other)) == together


@given(ranges(), ranges(), ranges())
def test_addition_has_no_order(one: Range, other: Range, third: Range) -> None:
    assert one + other == other + one
    assert (one + other) + third == one + (other + third)


@pytest.mark.parametrize("stranger", [None, "12", 12.0])
def test_only_whole_numbers_lie_in_a_range(stranger: object) -> None:
    assert stranger not in Range(0, None)
