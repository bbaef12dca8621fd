"""The benchmarks run. What they print is for people: only what is far off fails here."""

import time
from importlib.util import find_spec

import pytest

import casualties
from casualties.readers import read_bytes
from tests.benchmarks.__main__ import measure, table
from tests.benchmarks.growth import growth

GENEROUS = {
    "python -c": 3.0,
    "proselint": 6.0,
    "scan of it": 800.0,
    "check of a quarter": 8.0,
    "memory of a quarter": 8.0,
}
"""What a busy machine may make of each ratio, by what it is held against."""


def test_benchmarks_print_a_table_whose_ratios_are_of_the_right_size() -> None:
    costs = list(measure(passes=2, size=20_000))
    header, *lines = table(iter(costs))
    assert header.split() == ["times", "of", "at", "most"]
    assert len(lines) == len(costs) == 5 + (find_spec("proselint") is not None)
    for cost in costs:
        (most,) = [most for unit, most in GENEROUS.items() if cost.unit.startswith(unit)]
        assert 0 < cost.ratio < most, cost


def test_memory_does_not_grow_with_the_articles() -> None:
    costs = list(growth(size=200_000, number=200))
    assert len(list(table(iter(costs)))) == 1 + len(costs)
    assert costs[-1].what == "memory of these"
    assert costs[-1].ratio < costs[-1].most
    assert all(0 < cost.ratio < 2 * cost.most for cost in costs)


@pytest.mark.parametrize(
    "words",
    [
        "{} people were killed in Osk. ",
        "{} killed, ",
        "In 19{}, a fire in Osk killed {} people.\n\n",
        "{} people died, Governor Ann{} Lee said.\n\n",
        "The dead included {} children, two women and six men. ",
        "The death toll rose to {} from two. ",
        "Another {} people died. ",
        "In Osk{}, {} people were killed on {} May.\n\n",
        "Flood in Velm{}\n\n{} people died there.\n\n",
        "Ann{} Lee said {} people died; Bob{} Lund spoke of {}.\n\n",
        "Of the {} dead, {} were pupils: {} boys and {} girls. ",
        '" {} killed "',
        '{} killed; "{} people died," said Ann{} Lee ',
        "((( killed {} ",
        "Osk\t{}\t{}\n",
    ],
)
def test_time_grows_with_the_length_of_a_text_alone(words: str) -> None:
    def text(count: int) -> str:
        # All numbers differ: more figures than any bound lets through are held against each other.
        return "".join(words.replace("{}", str(10 + place)) for place in range(count))

    seconds(text(50))
    assert seconds(text(1_600)) < 12 * seconds(text(400))  # four times as much, four times as long


@pytest.mark.parametrize(
    "words",
    ["Nine die\n\n", "Dead: 12\n", "12 died\r", "- 12 dead in Osk\n", "A fourth person died. "],
)
def test_what_is_told_over_and_over_takes_no_longer(words: str) -> None:
    seconds(words)
    assert seconds(words * 6_400) < 6 * seconds(words * 1_600)


@pytest.mark.parametrize(
    ("head", "words"), [("| a | b |\n|---|---|\n", "| Osk | 12 dead |\n"), ("", "![[")]
)
def test_time_to_read_markdown_grows_with_its_length_alone(head: str, words: str) -> None:
    def spent(count: int) -> float:
        content = f"{head}{words * count}".encode()
        start = time.process_time()
        read_bytes(content, "a.md")
        return time.process_time() - start

    spent(50)
    assert spent(12_000) < 6 * spent(3_000)


def seconds(text: str) -> float:
    start = time.process_time()
    casualties.check(text)
    return time.process_time() - start
