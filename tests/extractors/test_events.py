"""Which event a figure is about: the document's own, or one that the words tell apart."""

import pytest

import casualties

LEAD = (
    "A bomb killed 12 people at a market in Marun on Monday.\n\n"
    "The blast tore through the crowd at noon.\n\nShops were closed.\n\n"
)


def events(text: str) -> list[str]:
    return [figure.event for figure in casualties.extract(text)]


def is_other(text: str) -> list[bool]:
    """Of each figure after the lead, whether it is about another event."""
    first, *rest = events(LEAD + text)
    assert first == "main"
    return [event != "main" for event in rest]


@pytest.mark.parametrize(
    "text",
    [
        "An explosion there in 2005 killed 15 people.",
        "In 2005, 15 people were killed there.",
        "It was the deadliest attack since 2004, when 334 people died.",
        "In a separate attack in Tula, two soldiers were killed.",
        "An unrelated shooting in Velm left two people dead.",
        "Two years ago a bomb at the same market killed nine.",
        "Last month 30 people died in a similar blast.",
        "So far this year 112 people have been killed in the city.",
        "More than 9,000 people have been killed since the war began.",
        "The attack brings to 630 the number of people killed this year.",
        "In the past decade 40,000 people have been killed in the region.",
        "In November, 630 people were killed in the province.",
        "Earlier this month a suicide bomber killed six worshippers in Lindal.",
        "A 1998 bombing of the market killed 31 people.",
        "That was followed by a raid in Osk in which five people died in 2011.",
    ],
)
def test_told_apart(text: str) -> None:
    assert is_other(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The blast also injured 40 people.",
        "At least 12 people were killed, the ministry said on Tuesday.",
        "Five of the dead were children.",
        "The market, which opened in 2005, is the largest in the city; 12 people died there.",
        "Forty people were wounded in the attack, which came after a quiet year.",
        "It killed 12 people.",
    ],
)
def test_the_same_event(text: str) -> None:
    assert is_other(text) == [False]


def test_a_sentence_leans_on_the_one_before() -> None:
    text = "In 2005 a bomb went off at the same gate. It killed 15 people and injured 40."
    assert is_other(text) == [True, True]


def test_a_new_paragraph_returns_to_the_main_event() -> None:
    text = "A bomb there in 2005 killed 15 people.\n\nPolice said that 40 people had been injured."
    assert is_other(text) == [True, False]


def test_the_year_of_the_main_event_is_no_other() -> None:
    text = "On 4 March 2011 a ferry sank off Dace. The sinking of 2011 killed 61 people."
    assert events(text) == ["main"]


def test_two_other_events_have_two_names() -> None:
    figures = events(
        LEAD + "A bomb in 2005 killed 15 people.\n\nA raid in 2011 killed nine people."
    )
    assert len(set(figures)) == 3


ROUND_UP = (
    "Velm: Gunmen stopped a bus on the road and shot four men.\n\n"
    "Tel Dace: Two soldiers were killed when a mine went off.\n\n"
    "Lindal: A shell hit a school and killed a teacher and a pupil."
)


def test_places_that_head_paragraphs_are_incidents() -> None:
    first, soldiers, *school = events(ROUND_UP)
    assert first == "main"
    assert len({first, soldiers, *school}) == 3


def test_under_a_sum_each_incident_is_its_own() -> None:
    total, *rest = events("Violence killed 40 people this week.\n\n" + ROUND_UP)
    assert total == "main"
    assert "main" not in rest


def test_under_the_sum_of_a_disaster_places_are_its_parts() -> None:
    text = (
        "The earthquake killed 90 people in three provinces.\n\n"
        "Velm: Rescuers have found the bodies of 50 people in the ruins.\n\n"
        "Tel Dace: A hillside came down and killed 30 people.\n\n"
        "Lindal: Ten people died when the roof of a school fell in."
    )
    assert set(events(text)) == {"main"}


def test_headings_of_a_note_are_no_places() -> None:
    text = (
        "A bomb killed 12 people in Velm.\n\n"
        "Casualties: Doctors say that 12 people died and 40 were injured.\n\n"
        "Cause: Investigators say that the 12 died in a second explosion.\n\n"
        "Response: Six of the injured people were flown to the capital."
    )
    assert set(events(text)) == {"main"}


def test_the_nearer_time_dates_a_figure() -> None:
    text = "So far this year 212 people have been killed, compared with 188 at this point last year"
    this_year, last_year = events(LEAD + text)[1:]
    assert this_year != last_year


def test_a_round_up_has_one_event_a_section() -> None:
    text = (
        "VELM. A lorry hit a bus, killing four.\n\n"
        "LINDAL. Two men drowned in the canal.\n\n"
        "PORT DACE. A fire killed a woman."
    )
    labels = events(text)
    assert labels[0] == "main"
    assert len(set(labels)) == 3


def test_what_is_remembered_is_of_the_first_year() -> None:
    text = (
        "Fifty years on, Orlo remembers the 27 who never came home\n\nBy Ana Rill\n\n"
        "On 11 November 1975 a spark set light to a mill. Within an hour 27 people were dead.\n\n"
        "The mill, where two stokers died in 1969, was pulled down in 1981."
    )
    assert events(text) == ["background", "background", "1969"]


def test_a_sum_whose_increase_the_headline_has_is_the_headlines() -> None:
    text = (
        "Flood: four more die; toll mounts to 21\n\n"
        "The flood was grim on Friday with four more people losing their lives, taking the death "
        "toll this season to 23."
    )
    assert events(text) == ["main"] * 4


def test_since_when_somebody_fights_dates_no_other_event() -> None:
    lead = "A bomb killed eight people in Velm on Monday.\n\n"
    text = "The Front, which has fought Orlo since 2007, said so. It said ten soldiers had died."
    assert events(lead + text) == ["main", "main"]


@pytest.mark.parametrize(
    "aside",
    [
        "In 1998 the town built a library.",
        "Two years ago the two towns agreed to share a theatre.",
        "The company was founded in 1952.",
    ],
)
def test_a_year_of_something_else_dates_nothing_in_the_next_paragraph(aside: str) -> None:
    assert is_other(f"{aside}\n\nAt least 12 people died in the blast.") == [False]


def test_those_who_act_and_were_never_told_of_are_no_victims() -> None:
    text = f"{LEAD}Five were hurt.\n\nThree of the four judges voted for the design."
    assert [figure.text for figure in casualties.extract(text)] == ["12 people", "Five"]
