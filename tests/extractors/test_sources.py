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
        ("The mayor, Ana Rill, said twelve people had died.", "mayor Ana Rill"),
        ("Mayor Ana Rill confirmed twelve deaths.", "Mayor Ana Rill"),
        ("“Twelve people died,” Ms Rill said.", "Ms Rill"),
        ("“Twelve people died,” said Ana Rill, the mayor.", "mayor Ana Rill"),
        ("The army put the death toll at twelve.", "army"),
        ("The Rill Commission—which works abroad—said twelve people died.", "Rill Commission"),
        ("The mayor - a doctor by trade - said twelve people had died.", "mayor"),
        ("Twelve people died, the group – a charity – said on Sunday.", "group"),
        ("Gunmen — police said there were four — killed twelve people.", "police"),
        ("It is the count of the flood agency, which said that twelve died.", "flood agency"),
        ("He spoke to Ana Rill, the mayor, who on Sunday said twelve died.", "mayor"),
        ("Twelve people died in a raid by the army, which said it was sorry.", None),
        ("An hour later the mayor said twelve people had died.", "mayor"),
        ("The Flood Agency (FLA) put the death toll at twelve.", "Flood Agency"),
        ("The relief office (RO) on Friday said twelve people had died.", "relief office"),
        ("Ana Rill (41) said twelve people had died.", "Ana Rill"),
        (
            "The mayor, Ana Rill, faulted the count. “Twelve people died,” she said.",
            "mayor Ana Rill",
        ),
        ("Twelve people die in fall; 'he tried to the last', says survivor", None),
        ("Rebels claimed to have killed twelve soldiers.", "Rebels"),
        ("The governor's office reported twelve dead.", "governor's office"),
        ("Local media report that twelve people died.", "Local media"),
        ("Twelve people died, the agency added later.", "agency"),
        ("THE MINISTRY, IN A NOTE ISSUED AT 1830, CONFIRMED TWELVE DEATHS.", "MINISTRY"),
        ("COL ANA RILL, THE BASE COMMANDER, SAID TWELVE GUARDS DIED.", "COL ANA RILL"),
        ("Twelve people died, Fauzi, an official, told AFP.", "official Fauzi"),
        ("Twelve people were confirmed dead by the rescue service.", "rescue service"),
        ("A count of twelve dead was given by the mayor, Ana Rill.", "mayor Ana Rill"),
        ("With officials reporting twelve dead, the search was called off.", "officials"),
        ("On Monday police said twelve people had died.", "police"),
        ("In a statement the mayor said twelve people had died.", "mayor"),
        ("A tailor whose shop faces the gate said he saw twelve bodies.", "tailor"),
        ("State radio showed the square and said that twelve people died.", "State radio"),
        ("According to reports by the Orlo Courier, twelve people died.", "Orlo Courier"),
        (
            "A parliamentary inquiry later put the number of dead at twelve.",
            "parliamentary inquiry",
        ),
        ("The village register has twelve dead.", "village register"),
        (
            "The ministry and foreign doctors said twelve people died.",
            "ministry and foreign doctors",
        ),
        ("The hospital said it had admitted twelve wounded people.", "hospital"),
        ("Families of miners said twelve people died.", "Families of miners"),
        ("The mayor said twelve of the dead were from one family.", "mayor"),
        ("An inquiry found that twelve people died.", "inquiry"),
        ("Yesterday the mayor said twelve people had died.", "mayor"),
        ("Twelve people died, Dr. Ana Rill said.", "Dr. Ana Rill"),
        ("Gov. Ana Rill confirmed twelve deaths.", "Gov. Ana Rill"),
        ("Twelve died, said Ana Rill, the head of the clinic.", "head of the clinic Ana Rill"),
        ("Twelve died, said Ana Rill, spokesman for the mine.", "spokesman for the mine Ana Rill"),
        ("Twelve people died, said Ana Rill, who saw the wall fall.", "Ana Rill"),
        (
            "The ministry and the teachers' union each told ZPA that by their count twelve died.",
            "ministry and the teachers' union",
        ),
        (
            "The bar association and the dockers' union both said that twelve people had died.",
            "bar association and the dockers' union",
        ),
        (
            "The governor's office and the rights committee of the bar each said that twelve died.",
            "governor's office and the rights committee of the bar",
        ),
        ("Twelve people died, according to both the army and the police.", "army"),
        ("By the count of the teachers' union, twelve people died.", "teachers' union"),
        ("Twelve people were killed, by the union's own reckoning.", "union"),
        ("Twelve people were killed, in the words of the mayor.", "mayor"),
        ("In the rebels' version, twelve people were killed.", "rebels"),
        ("The army's version is that twelve people were killed.", "army"),
        ("Figures from the health ministry show twelve people were killed.", "health ministry"),
        ("Data released by the harbour office show that twelve died.", "harbour office"),
        ("A count kept by the Velm Monitor shows that twelve died.", "Velm Monitor"),
        ("A tally compiled by the clinic stood at twelve dead.", "clinic"),
        ("An estimate by the university puts the number of dead at twelve.", "university"),
        ("Twelve people died, according to figures compiled by the union.", "union"),
        ("The army for its part said twelve people had been killed.", "army"),
        ("Ana Rill, 54, deputy head of the clinic, told the court that twelve died.", "Ana Rill"),
        ("The union that represents the miners says twelve people died.", "union"),
        ("The union called it a lie, saying twelve people had died.", "union"),
        ("The opposition blamed the army, insisting that twelve people had died.", "opposition"),
        ("Researchers at the clinic estimate that twelve died.", "Researchers at the clinic"),
        ("The union alleges that twelve people died.", "union"),
        ("The union alleged 12 people had died.", "union"),
        ("We were told twelve dead by the fire department.", "fire department"),
        ("The doctor told Radio Osk by telephone that twelve people had died.", "doctor"),
        ("The union, saying twelve people had died, called a strike.", "union"),
        ("The union put out a note in which it said twelve people had died.", "union"),
        ("The claim by the opposition that twelve people died was not checked.", "opposition"),
        ("A communique from the junta said twelve people had died.", "junta"),
        ("Witnesses' accounts suggest twelve people died.", "Witnesses' accounts"),
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
        "Accidents on the road claimed twelve lives.",
        "Twelve people died in Osk, United States, when a bridge fell.",
        "Reporters of this newspaper counted twelve dead.",
        "Twelve deaths were registered by the evening of 9 May.",
        "Twelve people died, and the coroner said that the doors had been locked.",
        "The mayor declared a day of mourning for the twelve people killed.",
        "The mine said it would pay the funerals of the twelve dead.",
        "The ministry announced compensation for the families of each of the twelve dead.",
        "The company said that it would support the families of all twelve dead.",
        "Divers found the bodies of twelve people.",
        "The number of confirmed dead stood at twelve.",
        "Police hunted the alleged gunmen who killed twelve people.",
        "The army killed alleged rebels, leaving twelve people dead.",
        "Gunmen stormed the bank and shot twelve people dead, adding to fears in Osk.",
        "The show in Osk went on after twelve people died.",
        "The mine's bank account was frozen after twelve people died.",
        "The count from the flood stood at twelve dead.",
    ],
)
def test_the_text_speaks_itself(text: str) -> None:
    assert sources(text) == [None]


def test_a_pronoun_is_who_spoke_before() -> None:
    text = "Police chief Ora Lund spoke to reporters. “We found ten bodies,” she said."
    assert sources(f"Ora Lund said the road was closed. {text.partition('. ')[2]}") == ["Ora Lund"]


def test_it_is_the_body_of_the_sentence_before() -> None:
    text = (
        "A nurse said so. A monitoring group based in Osk was cautious. Twelve had died, it said."
    )
    assert sources(text) == ["monitoring group"]


def test_he_is_who_denied_it_before() -> None:
    text = "A doctor said 83 people were hurt. Lund disputed that. “Thirty were hurt,” he said."
    assert sources(text) == ["doctor", "Lund"]


def test_who_are_spoken_of_are_no_speakers() -> None:
    text = "Ora Lund, a guard, said soldiers had fled. “I saw twelve dead,” she said."
    assert sources(text) == ["guard Ora Lund"]


def test_a_surname_is_the_person_named_before() -> None:
    text = "A police spokesman, Ora Lund, said two men died. Lund said six people were hurt."
    assert sources(text) == ["police spokesman Ora Lund"] * 2


def test_a_quotation_of_its_own_is_the_last_speakers() -> None:
    text = "“They lie,” said Ora Lund. “My son carried out twenty bodies.”"
    assert sources(text) == ["Ora Lund"]


def test_a_quotation_that_runs_on() -> None:
    text = "“It was dark,” said Ora Lund, a guard. “Then the wall fell. It killed two men.”"
    assert sources(text) == ["guard Ora Lund"]


def test_a_quotation_whose_speaker_is_named_behind_it() -> None:
    text = "The gate was shut, Osk Coal said. “{} The rest are safe,” said a guard, Ora Lund."
    assert sources(text.format("Twelve people are dead.")) == ["guard Ora Lund"]
    assert sources(text.format("Twelve died,” police said. “")) == ["police"]


@pytest.mark.parametrize(
    "text",
    [
        "The pilot of a plane that came down, killing all six aboard, told a court of smoke.",
        "Driver in Velm crash that killed six reported a burst tyre.",
        "The owner of the boat, on which six people drowned, told a court he was asleep.",
        "In the clinic, where the six injured lay, a nurse reached by radio said it was cold.",
        "As the six dead were buried, the mayor said she was shocked.",
        "After six people drowned, the council said the pier would be closed.",
        "Nobody claimed the six killings.",
        "Six people died in the flood; police say some roads were cut.",
        "Velm is safe: the town was declared free of the fever that killed six people.",
        "Their boss rang to say it was over, and six people had died.",
    ],
)
def test_what_a_speaker_is_told_by_is_not_what_is_said(text: str) -> None:
    assert sources(text) == [None]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Six people died, police said Monday.", "police"),
        ("In Velm, six people died, police said as the search went on.", "police"),
        ("Six people died, the mayor said in a note that was read out.", "mayor"),
        ("Its commander, Ana Rill, said six people had been hurt.", "Its commander Ana Rill"),
        ("A pilot, Ana Rill, told our reporters at the pier that six had died.", "pilot Ana Rill"),
        ("“The toll is six,” the head of NPS, Ana Rill, told Radio Orlo.", "head of NPS Ana Rill"),
        ("The Mine Rescue Agency (MRA) put the dead at six.", "Mine Rescue Agency"),
        ("The mayor (who was abroad) said six people had died.", "mayor"),
        ("The army lied, Ana Rill said. “You cannot say that. Six people died.”", "Ana Rill"),
    ],
)
def test_where_a_speakers_name_begins_and_ends(text: str, source: str) -> None:
    assert sources(text) == [source]


def test_a_rank_and_a_surname_are_the_person_named_before() -> None:
    text = "Police captain Ora Lund said six died. “We lost six,” Captain Lund said."
    assert sources(text) == ["Police captain Ora Lund"] * 2
    other = "Police captain Ora Lund said six died. Major Lund said six people died."
    assert sources(other) == ["Police captain Ora Lund", "Major Lund"]


def test_whom_a_sentence_is_about_says_the_quotation_behind_it() -> None:
    claim = "Ora Lund said ten people died. "
    answer = "But the mayor, Dr Ana Rill, faulted the claim. “The figure is nine,” she said."
    assert sources(claim + answer) == ["Ora Lund", "mayor Dr Ana Rill"]
    denial = "The rebels' leader, Ana Rill, dismissed the count. “The figure is nine,” she said."
    assert sources(claim + denial) == ["Ora Lund", "rebels' leader Ana Rill"]
    aside = "The rain had stopped. “The figure is nine,” she said."
    assert sources(claim + aside) == ["Ora Lund", "Ora Lund"]


def test_its_director_is_the_bodys() -> None:
    text = "The health institute said so. “Twelve people died,” said its director, Ora Lund."
    assert sources(text) == ["health institute's director Ora Lund"]


@pytest.mark.parametrize(
    "post", ["Ora Lund, who heads the project", "Ora Lund, the head of operations"]
)
def test_who_leads_a_branch_speaks_for_the_body_before(post: str) -> None:
    text = f"The contractor said so. “Twelve people died,” said {post}."
    (source,) = sources(text)
    assert source is not None
    assert source.startswith("contractor's head")


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


def test_they_are_not_one_person_where_many_have_spoken() -> None:
    text = (
        "Twelve people died, officials said.\n\n"
        "Mayor Ana Rill said the bridge would be painted.\n\n{} said nine of them were children."
    )
    assert sources(text.format("They"))[-1] == "officials"
    assert sources(text.format("She"))[-1] == "Mayor Ana Rill"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The union said it had confirmed twelve deaths.", "union"),
        ("Doctors said they had counted twelve bodies.", "Doctors"),
        ("The coroner told the court that he had confirmed twelve deaths.", "coroner"),
        ("Doctors told Radio Osk that by their count twelve people died.", "Doctors"),
        (
            "The mayor and the clerk of the court each said that by their count twelve died.",
            "mayor and the clerk of the court",
        ),
        ("The mayor said they had counted twelve bodies.", "Police"),
    ],
)
def test_a_pronoun_is_who_speaks_in_its_own_sentence(text: str, source: str) -> None:
    assert sources(f"Police said the road was closed. {text}") == [source]
