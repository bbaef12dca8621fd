"""The benchmarks run. What they print is for people: only growth is so plain that it can fail."""

import time

import pytest

import casualties
from casualties.readers import read_bytes
from tests.benchmarks.__main__ import measure, table
from tests.benchmarks.growth import growth


def test_benchmarks_print_a_table() -> None:
    header, *lines = table(measure(passes=1, size=4_000))
    assert header.split() == ["times", "of", "at", "most"]
    assert [line.split()[:2] for line in lines] == [
        ["check", "of"],
        ["check", "of"],
        ["check", "of"],
        ["check", "of"],
        ["memory", "of"],
    ]


def test_memory_does_not_grow_with_the_articles() -> None:
    costs = list(growth(size=200_000, number=200))
    assert len(list(table(iter(costs)))) == 1 + len(costs)
    assert costs[-1].what == "memory of these"
    assert costs[-1].ratio < costs[-1].most


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
