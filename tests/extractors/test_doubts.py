"""Figures that stand far below the lead, and what sets them apart from it or does not."""

from __future__ import annotations

import pytest

import casualties
from casualties.model import Figure, Scope, Severity

STORY = """Ferry capsizes off Halvik; 27 dead

HALVIK, Norrland (AP) - A ferry capsized in a storm off Halvik on Monday, killing 27 people.

The ship was on its way to the island of Orsa when waves broke over its deck.

{}
"""


def told(sentence: str) -> Figure:
    return casualties.extract(STORY.format(sentence))[-1]


@pytest.mark.parametrize(
    "sentence",
    [
        "In neighbouring Westmark, where the same storm hit the coast, the toll stood at 60.",
        "More than 600 people have drowned off the coast since the turn of the century.",
        "Another blast at the harbour killed five people.",
        "Before the last boats came back, nine people had been found dead.",
        "The other 41 dead of the storm were found on land.",
        "Seven people died instantly.",
        "Eight of the crew were picked up by a trawler. The eight died of cold.",
        "A tanker sank off Tarsk last year. All 12 died.",
        "The cyclone, two weeks earlier, had killed 18 people on the island.",
        "Eleven people of another crew were drowned there.",
        "In the first hours after the disaster only nine deaths had been confirmed.",
        "A record of such losses is kept in Lund by the Seamen's Guild. It lists 5,200 dead.",
    ],
)
def test_what_the_lead_does_not_name_sets_a_figure_apart(sentence: str) -> None:
    figure = told(sentence)
    assert figure.is_doubtful or (figure.event, figure.scope) != ("main", Scope.TOTAL)
    assert not casualties.check(STORY.format(sentence)).findings


@pytest.mark.parametrize(
    "sentence",
    [
        "The disaster at Halvik killed 25 people.",
        "“Seventeen people died in the storm,” said the mayor.",
        "All 72 people who died were passengers.",
        "The 14 dead were laid out in the hall of Tarsk School.",
        "The number of dead is 72.",
        "Nineteen people had so far been confirmed dead.",
        "The storm, with its 14 deaths, is the worst since 1998.",
        "Seventy-two people died in the disaster, a pilot on Tarsk said.",
        "“We have 14 dead,” said the mayor of Tarsk, where the bodies lay.",
    ],
)
def test_what_the_lead_names_or_nothing_does_not(sentence: str) -> None:
    assert not told(sentence).is_doubtful
    (finding,) = casualties.check(STORY.format(sentence)).findings
    assert finding.severity is Severity.ERROR


def test_those_of_whom_some_are_told_are_all_of_them() -> None:
    article = STORY.format("Of the 72 dead, 12 had burns.")
    assert not casualties.extract(article)[-2].is_doubtful
    (finding,) = casualties.check(article).findings
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("sentence", "is_error"),
    [
        ("From Friday to Sunday, 60 people were shot in Tarsk, 31 of them fatally.", False),
        ("Thirty-one of the dead were sailors.", True),
    ],
)
def test_a_part_exceeds_only_the_whole_that_it_is_told_of(sentence: str, is_error: bool) -> None:
    codes = [finding.code for finding in casualties.check(STORY.format(sentence)).findings]
    assert codes == (["CAS201"] if is_error else [])


def test_a_doubtful_figure_is_held_against_one_near_to_it() -> None:
    near = "The storm, the worst in a decade, killed 26 people."
    (finding,) = casualties.check(STORY.format(near)).findings
    assert finding.code == "CAS101"


@pytest.mark.parametrize(
    ("sentence", "is_error"),
    [
        ("Seven people died instantly.", False),
        ("Fifty-four people died instantly.", True),
        ("By nightfall 13 people had died.", False),
        ("By nightfall 54 people had died.", True),
        ("In neighbouring Westmark the same storm killed 54 people.", False),
    ],
)
def test_what_may_be_some_cannot_exceed_the_whole(sentence: str, is_error: bool) -> None:
    codes = [finding.code for finding in casualties.check(STORY.format(sentence)).findings]
    assert codes == (["CAS101"] if is_error else [])


def test_headline_and_lead_are_beyond_doubt() -> None:
    figures = casualties.extract(STORY.format("It was a Monday."))
    assert [figure.is_doubtful for figure in figures] == [False, False]


@pytest.mark.parametrize(
    "top",
    [
        "Nine killed in Orlo depot fire\n\nOwner flees; gate was shut\n\nStaff Reporter",
        "Nine killed in Orlo depot fire\n\nOrlo News Service\n\nPort Orlo, 2 May",
    ],
)
def test_the_lead_stands_below_the_bylines(top: str) -> None:
    lead = "Nine people were killed and 16 hurt as flames engulfed a warehouse of paint in Orlo."
    assert not any(each.is_doubtful for each in casualties.extract(f"{top}\n\n{lead}"))


HEADED = """Two dead, 32 hurt in pile-up near Orlo

A wall of dust set off a chain of crashes on the coast road on Monday, killing two people.

Police closed the road for 17 hours. {}
"""


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("Sixty-four people, ages two to 80, were taken to hospitals.", ["CAS101"]),
        ("Sixty-four, ages two to 80, were hurt. Ten of the 32 injured are home.", ["CAS101"]),
        ("Twenty people were taken to Velm hospital, and 12 were treated on a bus.", []),
        ("Twenty people were cut by glass. Twelve people had burns to the face.", []),
    ],
)
def test_what_alone_can_be_the_headlines_count_is_it(sentence: str, codes: list[str]) -> None:
    findings = casualties.check(HEADED.format(sentence)).findings
    assert [finding.code for finding in findings] == codes


def test_an_earlier_event_has_no_asides() -> None:
    filler = "The coast guard went out.\n\nThe port was closed.\n\nFlags were lowered.\n\n"
    story = STORY.format(
        f"{filler}In January 2015, a ferry fire ended with 42 dead according to rights groups and "
        "twenty-seven according to officials."
    )
    codes = [finding.code for finding in casualties.check(story).findings]
    assert codes == ["CAS104"]
