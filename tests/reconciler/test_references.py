"""Definite counts of a number that is told nowhere: whom they take up, and when they are known."""

from __future__ import annotations

import pytest

import casualties
from casualties.model import Severity

STORY = """Ferry sinks off Halvik; 27 dead

HALVIK, Norrland (AP) - A ferry sank off Halvik on Monday, killing 27 people and injuring 40.

{}
"""


def errors(sentences: str) -> list[list[str]]:
    """The words of the figures in each error."""
    findings = casualties.check(STORY.format(sentences)).findings
    return [[f.text for f in each.figures] for each in findings if each.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("sentences", "right", "wrong"),
    [
        (
            "In 1998 a ferry sank there, killing 38 people. After those {} deaths, rules changed.",
            38,
            36,
        ),
        (
            "A bus sank there in 2009 and killed nine people. A stone to the {} stands there.",
            "nine",
            "eight",
        ),
        ("A song will not bring back {} lives, the mayor of Halvik said.", 27, 28),
        ('A widow said, "About a third of the {} were nurses on their way to work."', 27, 21),
        ("The {} did not perish by bad luck, one of the widows told the inquiry.", 27, 14),
        ("The {} comprise 19 islanders and eight visitors.", 27, 16),
        (
            "In 2009, 97 people died in a crush; an inquest found that the {} had been killed.",
            97,
            95,
        ),
        (
            "Nine of the injured are in Osk. The {} are in intensive care, a doctor said.",
            "nine",
            "eight",
        ),
        ("A book lies in the church for the {} dead.", 27, 40),
        ("A fund is to help the {} injured.", 40, 27),
        ("Twenty of the injured are burned. The condition of all {} is stable.", 20, 21),
        (
            "Last year a fire killed 12 people there. In five of the {} deaths no alarm rang.",
            12,
            14,
        ),
        (
            "Three of the injured are children. The {} deceased were pilots, the owner said.",
            27,
            25,
        ),
        (
            "In 1999 a mine at Osk fell in and nine miners died, all {} of them of one village.",
            "nine",
            "eight",
        ),
        (
            "Five men came in a van. Nine of the injured are in Osk. The {} wounded are sedated.",
            "nine",
            "five",
        ),
        (
            "A ferry sank in 1998, leaving 61 injured. A list of the {} who were hurt hangs there.",
            61,
            63,
        ),
        (
            "Eleven of the dead were children. Of the {} children, five came from one street.",
            11,
            12,
        ),
    ],
)
def test_a_number_that_is_taken_up_must_have_been_told(
    sentences: str, right: object, wrong: object
) -> None:
    assert not errors(sentences.format(right))
    (words,) = errors(sentences.format(wrong))
    assert any(str(wrong) in each for each in words)


@pytest.mark.parametrize(
    "sentences",
    [
        # They were told of, though not as victims, or of several together.
        "A choir of 36 was on board. Last year a bus crash killed 38 people. The 36 were asleep.",
        "Three men and two women were hurt on the quay. The five were flown to Osk.",
        "Nine of the injured are in Osk. Four were discharged. The five are in intensive care.",
        # Of others, or of fewer.
        "Nine of the injured are in Osk. The other eight are in Tarn.",
        "Nine of the injured are in Osk. The first eight arrived by noon.",
        "Last year a storm killed 12 people there. All but one of the 11 men found were sailors.",
        # Accused, not hurt.
        "Nine of the injured are in Osk. All seven were released on bail.",
        "Nine of the injured are in Osk. Power is back in the eight districts.",
    ],
)
def test_who_is_known_otherwise_is_taken_up_by_nobody(sentences: str) -> None:
    assert not errors(sentences)


def test_documents_together_keep_who_is_taken_up() -> None:
    story = STORY.format(
        "In 1998 a ferry sank there, killing 38 people.\n\nThose 36 deaths led to rules."
    )
    documents = [
        casualties.readers.read_text(text, str(i))
        for i, text in enumerate(("Nobody was hurt.", story))
    ]
    found = casualties.check_as_one(documents).findings
    assert [sorted(f.text for f in each.figures) for each in found] == [
        ["38 people", "Those 36 deaths"]
    ]


@pytest.mark.parametrize(
    ("headline", "lead", "is_error"),
    [
        (
            "Measles kills two more children",
            "Three more children have died of measles, bringing the toll to 39.",
            True,
        ),
        (
            "Measles kills two more children",
            "Two more children have died of measles, bringing the toll to 39.",
            False,
        ),
        (
            "Bomb kills judge, at least six others",
            "A bomb killed a judge in Osk on Monday. At least five other men also died there.",
            True,
        ),
        ("Four more die of fever", "Since May 40 have died; seven more died since Monday.", False),
    ],
)
def test_the_increase_of_a_headline_is_told_again(headline: str, lead: str, is_error: bool) -> None:
    findings = casualties.check(f"{headline}\n\n{lead} The province counts every day.\n").findings
    assert any(finding.severity is Severity.ERROR for finding in findings) is is_error


@pytest.mark.parametrize(
    ("sentences", "words"),
    [
        (
            "Three of the dead were cooks.\n\nSix men died in a well in 2019. The four lie there.",
            ["Six men", "The four"],
        ),
        (
            (
                "After the crash of 2016, which killed 34, the minister promised a law. After the "
                "ferry of 2018, in which 18 pupils died, he promised two.\n\nThe 27 dead cost "
                "money. So did the 16 pupils, although their parents have not been paid."
            ),
            ["18 pupils", "the 16 pupils"],
        ),
        (
            "Thirty men died in a well of Sund last year. The 28 had no masks.",
            ["Thirty men", "The 28"],
        ),
        (
            (
                "In March 2009, 21 people were killed and 199 injured when two boats collided in "
                "Sund, a month before a collision in Lund killed 23. Seven men were later jailed "
                "over the 20 deaths in Sund."
            ),
            ["21 people", "the 20 deaths"],
        ),
    ],
)
def test_those_of_another_event_are_told_of_by_its_own_count(
    sentences: str, words: list[str]
) -> None:
    """They are held to what was just told of it, and not to a nearer number of the main one."""
    assert errors(sentences) == [words]
