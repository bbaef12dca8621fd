"""CAS903: what a limit keeps from being read is told, and everything else is read on."""

from typing import Any

import pytest

import casualties
from casualties import check
from casualties.extractors import figures
from casualties.extractors.analysis import Analysis
from casualties.readers import read_bytes, read_text
from casualties.unread import UNREAD_PASSAGE

HOUSES = "a house and " * 100
OVERLONG = f"Twelve people were killed and {HOUSES}30 were injured on Monday."
CUT = "a sentence does not end within 1,000 characters: a count in it may be missed"


def told(text: str) -> list[tuple[str, int | None, int | None]]:
    return [(found.code, found.line, found.column) for found in check(text).findings]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (OVERLONG, [(1, 1)]),
        (f"Storm in Osk\n\n{OVERLONG}\n\nNobody else was hurt.", [(3, 1)]),
        (f"It rained. {OVERLONG} {OVERLONG}", [(1, 12)]),  # one a passage
        (f"{OVERLONG}\n\n{OVERLONG}", [(1, 1), (3, 1)]),
        (HOUSES + OVERLONG, [(1, 999)]),  # its first piece tells of nobody
        (f"Deaths: {'12, ' * 400}", [(1, 1)]),
    ],
)
def test_a_sentence_that_does_not_end_is_told(text: str, places: list[tuple[int, int]]) -> None:
    assert told(text) == [("CAS903", *place) for place in places]
    assert {found.message for found in check(text).findings} == {CUT}


@pytest.mark.parametrize(
    "text",
    [
        HOUSES * 3,  # nobody is counted in it
        "a" * 5_000,
        OVERLONG.replace("house and a house", "house. A house"),
        OVERLONG.replace("a house and ", "", 30),
        "\n\n".join(["Twelve people were killed and 30 injured."] * 100),
        "Osk | 12 | killed\n" * 100,
    ],
)
def test_what_is_read_as_it_stands_is_not(text: str) -> None:
    assert "CAS903" not in [code for code, *_ in told(text)]


def test_its_pieces_are_read_all_the_same() -> None:
    found = casualties.extract(OVERLONG)
    assert [(str(f.range), OVERLONG[f.start : f.end]) for f in found] == [
        ("12", "Twelve people"),
        ("30", "30"),
    ]


def test_a_comment_silences_it() -> None:
    assert told(f"# casualties: ignore[unread-passage] no copy\n{OVERLONG}") == []


def test_it_stands_among_the_other_findings_in_their_order() -> None:
    text = f"Nine killed in Osk\n\n{OVERLONG}\n\n# casualties: ignore[CAS102]\nThe dead are nine."
    assert [found.code for found in check(text).findings] == ["CAS101", "CAS903", "CAS901"]
    documents = [read_text("Nine killed.", "a.txt"), read_text(OVERLONG, "b.txt")]
    found = casualties.check_as_one(documents).findings
    assert [(each.code, each.place.path) for each in found] == [
        ("CAS101", "a.txt"),
        ("CAS903", "b.txt"),
    ]


def test_a_sentence_that_takes_too_long_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    cascade: Any = figures
    add_claims = cascade.add_claims

    def slow(analysis: Analysis) -> None:
        add_claims(analysis)
        if "osk" in analysis.vocabulary:
            raise TimeoutError

    monkeypatch.setattr(cascade, "add_claims", slow)
    checked = check("Nine people were killed in Osk. In Lund, four people were killed.")
    assert [str(figure) for figure in checked.figures] == ['1:42 killed 4 people "four people"']
    (finding,) = checked.findings
    assert str(finding) == (
        "1:1 warning CAS903 unread-passage: a sentence takes too long to read: "
        "a count in it may be missed"
    )


def test_what_is_nested_too_deeply_is_told_once_a_document() -> None:
    deep = f"It rained.\n\n{'>' * 200} Nine died.\n\n{'>' * 200} Ten died.\n"
    (finding,) = check(read_bytes(deep.encode(), "live.md")).findings
    assert str(finding) == (
        "3:1 warning CAS903 unread-passage: this is nested too deeply to be read: "
        "a count in it may be missed"
    )


def test_its_page_tells_of_the_limit() -> None:
    assert "1,000 characters" in UNREAD_PASSAGE.why
