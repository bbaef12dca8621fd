"""Who is quoted for a figure."""

import pytest

import casualties


def sources(text: str) -> list[str | None]:
    return [figure.source for figure in casualties.extract(text)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Twelve people died, police said.", "police"),
        ("Police said that twelve people had died.", "Police"),
        ("Twelve people died, said the police.", "police"),
        ("Twelve people died, according to police.", "police"),
        ("According to police, twelve people died.", "police"),
        ("Twelve people died, the health ministry said on Monday.", "health ministry"),
        ("Twelve people died, a nurse told the Orlo Courier.", "nurse"),
        ("The mayor, Ana Rill, said twelve people had died.", "Ana Rill"),
        ("Mayor Ana Rill confirmed twelve deaths.", "Mayor Ana Rill"),
        ("“Twelve people died,” Ms Rill said.", "Ms Rill"),
        ("“Twelve people died,” said Ana Rill, the mayor.", "Ana Rill"),
        ("The army put the death toll at twelve.", "army"),
        ("Rebels claimed to have killed twelve soldiers.", "Rebels"),
        ("The governor's office reported twelve dead.", "governor's office"),
        ("Local media report that twelve people died.", "Local media"),
        ("Twelve people died, the agency added later.", "agency"),
        ("The hospital said it had admitted twelve wounded people.", "hospital"),
    ],
)
def test_named_in_the_sentence(text: str, source: str) -> None:
    assert sources(text) == [source]


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people died.",
        "It is said that twelve people died.",
        "The blast killed twelve people and led to a police inquiry.",
        "Police shot twelve people dead.",
        "Twelve people died, which says much about the road.",
        "The fire claimed twelve lives.",
        "Twelve police officers died.",
        "Twelve people are said to have died.",
    ],
)
def test_the_text_speaks_itself(text: str) -> None:
    assert sources(text) == [None]


def test_a_pronoun_is_who_spoke_before() -> None:
    text = "Police chief Ora Lund spoke to reporters. “We found ten bodies,” she said."
    assert sources(f"Ora Lund said the road was closed. {text.partition('. ')[2]}") == ["Ora Lund"]


def test_a_quotation_that_runs_on() -> None:
    text = "“It was dark,” said Ora Lund, a guard. “Then the wall fell. It killed two men.”"
    assert sources(text) == ["Ora Lund"]


def test_a_quotation_that_has_ended() -> None:
    text = "“It was dark,” said Ora Lund. The wall killed two men."
    assert sources(text) == [None]


def test_two_who_disagree() -> None:
    text = "Police said 12 people died, but the union said 15 people were killed."
    assert sources(text) == ["Police", "union"]


def test_each_half_has_its_own_source() -> None:
    text = "Nine people died, police said. The fire service said 40 people were injured."
    assert sources(text) == ["police", "fire service"]


def test_a_new_paragraph_speaks_for_itself() -> None:
    text = "Police said the road was closed.\n\nTwo people were killed."
    assert sources(text) == [None]
