"""Total, part, increment, or superseded."""

import pytest

import casualties


def scopes(text: str) -> list[tuple[str, str]]:
    """The range and scope of each figure."""
    return [(str(figure.range), str(figure.scope)) for figure in casualties.extract(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ten died, including two nuns.", [("10", "total"), ("2", "part")]),
        ("Ten died, among them two nuns.", [("10", "total"), ("2", "part")]),
        ("Ten died, of whom two were nuns.", [("10", "total"), ("2", "part")]),
        ("Ten died, two of them nuns.", [("10", "total"), ("2", "part")]),
        ("Ten people died. Two of the dead were nuns.", [("10", "total"), ("2", "part")]),
        (
            "Ten people died: eight men and two nuns.",
            [("10", "total"), ("8", "part"), ("2", "part")],
        ),
        ("Ten were hurt, two seriously.", [("10", "total"), ("2", "part")]),
        ("Ten people died. The fire killed two nuns.", [("10", "total"), ("2", "part")]),
        ("One of the 40 dead was a nun.", [("1", "part"), ("40", "total")]),
        (
            "Forty people were injured. Nine of them are in a critical condition.",
            [("40", "total"), ("9", "part")],
        ),
        (
            "Forty people were injured; nine people are in intensive care.",
            [("40", "total"), ("9", "part")],
        ),
    ],
)
def test_part(text: str, found: list[tuple[str, str]]) -> None:
    assert scopes(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nine civilians and four soldiers were killed.", [("9", "total"), ("4", "total")]),
        ("Ten people died. Ten people died in the fire.", [("10", "total"), ("10", "total")]),
        ("All 22 miners died. 22 people were killed.", [("22", "total"), ("22", "total")]),
        ("Nine people died in critical condition.", [("9", "total")]),
        ("Nine people are in a critical condition.", [("9", "total")]),
        ("Ten people died and the two gunmen were also killed.", [("10", "total"), ("2", "total")]),
    ],
)
def test_total(text: str, found: list[tuple[str, str]]) -> None:
    assert scopes(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Twelve died in the blast; another 8 died in hospital.",
            [("12", "total"), ("8", "additional")],
        ),
        ("Twelve people died. Two more died on Sunday.", [("12", "total"), ("2", "additional")]),
        ("Killing 40 people and injuring another 130.", [("40", "total"), ("130", "total")]),
        ("The blast killed 40 and injured 130 others.", [("40", "total"), ("130", "total")]),
        (
            "Twelve people died. A 13th person died on Sunday.",
            [("12", "total"), ("1", "additional")],
        ),
        (
            "The crash killed 14. Two of the injured died on Sunday, bringing the toll to 16.",
            [("14", "total"), ("2", "additional"), ("16", "total")],
        ),
        (
            "Two more people died, bringing the death toll to 45.",
            [("2", "additional"), ("45", "total")],
        ),
    ],
)
def test_additional(text: str, found: list[tuple[str, str]]) -> None:
    assert scopes(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The death toll rose from 37 to 40.", [("37", "previous"), ("40", "total")]),
        ("The death toll rose to 40 from 37.", [("40", "total"), ("37", "previous")]),
        ("The death toll is 40, up from 37.", [("40", "total"), ("37", "previous")]),
        ("The toll was revised down from 359 to 253.", [("359", "previous"), ("253", "total")]),
        ("Forty died, up from an earlier count of 37.", [("40", "total"), ("37", "previous")]),
        (
            "Forty people died. Earlier reports put the toll at 37.",
            [("40", "total"), ("37", "previous")],
        ),
        ("Officials had previously said 37 people were killed.", [("37", "previous")]),
    ],
)
def test_previous(text: str, found: list[tuple[str, str]]) -> None:
    assert scopes(text) == found


def test_older_entries_of_a_live_blog() -> None:
    text = (
        "14.40 Police now say that nine people have died.\n\n"
        "13.15 The number of dead has risen to seven.\n\n"
        "12.05 Four people are confirmed dead."
    )
    assert scopes(text) == [("9", "total"), ("7", "previous"), ("4", "previous")]


def test_attackers_are_no_part_of_the_victims() -> None:
    text = "The attack killed 20 people. Three attackers were also killed."
    attackers = casualties.extract(text)[1]
    assert (attackers.population, attackers.scope) == ("attacker", "total")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            'About 90 people were hurt. "We have received 31 people with burns," a doctor said.',
            [("81-99", "total"), ("31", "part")],
        ),
        (
            "About 90 people were hurt. The Abbey clinic said it had treated 22 people.",
            [("81-99", "total"), ("22", "part")],
        ),
        (
            "About 90 people were hurt. Hospitals in Velm treated 90 people.",
            [("81-99", "total"), ("90", "total")],
        ),
        (
            "The raid killed 20 people. The morgue had taken in 20 bodies by dusk.",
            [("20", "total"), ("20", "part")],
        ),
        (
            "Forty people died. Eight deaths, all in Velm, are known.",
            [("40", "total"), ("8", "part")],
        ),
        (
            "Forty people died. The northern district recorded five deaths.",
            [("40", "total"), ("5", "part")],
        ),
        (
            "Forty people died. It was felt in the capital, where a wall killed six people.",
            [("40", "total"), ("6", "part")],
        ),
        (
            "SIXTY PEOPLE DIED IN VELM. ELEVEN REBELS WERE KILLED IN THE FIGHTING.",
            [("60", "total"), ("11", "total")],
        ),
    ],
)
def test_count_of_one_place_or_house(text: str, found: list[tuple[str, str]]) -> None:
    assert scopes(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Riot leaves 16 dead\n\nSixteen inmates were killed. Two guards were also killed.",
            [("16", "total"), ("16", "total"), ("2", "total")],
        ),
        (
            "Riot leaves 16 dead\n\nSixteen pupils were killed. Two girls died in hospital.",
            [("16", "total"), ("16", "total"), ("2", "part")],
        ),
        (
            "The flu killed 1,076 people. At least eight nurses died.",
            [("1076", "total"), ("8+", "part")],
        ),
        (
            "The crush killed 22 people. At least 20 pilgrims died.",
            [("22", "total"), ("20+", "total")],
        ),
        (
            "Nine miners died in the pit. The dead were seven Poles and two Czechs.",
            [("9", "total"), ("7", "part"), ("2", "part")],
        ),
        (
            "Two people died and three others were seriously injured. Four people were injured.",
            [("2", "total"), ("3", "total"), ("4", "total")],
        ),
        ("Six divers were hurt, none of them fatally.", [("6", "total"), ("0", "total")]),
    ],
)
def test_whole_of_a_population(text: str, found: list[tuple[str, str]]) -> None:
    assert scopes(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Fifty people died, the ministry said. On Saturday it had given a toll of 41.",
            [("50", "total"), ("41", "previous")],
        ),
        (
            "Fifty people died. On Saturday police said that they had found 41 dead.",
            [("50", "total"), ("41", "total")],
        ),
        (
            "Fifty people died. By noon only four deaths had been known.",
            [("50", "total"), ("4", "previous")],
        ),
        (
            "Fifty people died. Update #3 gave the number as 41.",
            [("50", "total"), ("41", "previous")],
        ),
        (
            "Sixteen people were dead at lunch. Since then the toll has risen to 23.",
            [("16", "previous"), ("23", "total")],
        ),
        (
            "Fifty people died.\n\nEarlier this week, officials said 41 people had died.",
            [("50", "total"), ("41", "previous")],
        ),
        (
            "Officials had confirmed 12 deaths on Tuesday. The toll now stands at 19.",
            [("12", "previous"), ("19", "total")],
        ),
        (
            "Police on Monday reported 12 deaths. On Tuesday the toll was 19.",
            [("12", "previous"), ("19", "total")],
        ),
        (
            "Eight people died on Friday. Two more died on Sunday, raising the toll to ten.",
            [("8", "total"), ("2", "additional"), ("10", "total")],
        ),
        (
            "Earlier on Friday, police said 12 people had died. The toll has since reached 19.",
            [("12", "previous"), ("19", "total")],
        ),
    ],
)
def test_dated_back(text: str, found: list[tuple[str, str]]) -> None:
    assert scopes(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "At least 30 people were hurt. Seven were admitted to hospital.",
            [("30+", "total"), ("7", "part")],
        ),
        (
            "Twelve people died. Four were killed in the market and eight on a bridge.",
            [("12", "total"), ("4", "part"), ("8", "part")],
        ),
        (
            "The army said 12 people died. Four were killed, the rebels said.",
            [("12", "total"), ("4", "total")],
        ),
        (
            "Nine people died. Twelve were killed, the army said.",
            [("9", "total"), ("12", "total")],
        ),
    ],
)
def test_number_alone_leans_on_a_wider_count(text: str, found: list[tuple[str, str]]) -> None:
    assert scopes(text) == found


def test_nobody_late_in_a_story_is_told_of_something_else() -> None:
    text = (
        "A fire in Velm killed nine people.\n\nIt began at night.\n\nNobody knows why.\n\n"
        "A tremor was felt there on Friday. No deaths were reported."
    )
    fire, tremor = casualties.extract(text)
    assert (fire.event, tremor.event) == ("main", "elsewhere")


def test_in_addition_to_the_dead_elsewhere() -> None:
    text = (
        "The flu killed 90 people in Velm.\n\nIn addition to the deaths in Velm, two people in "
        "Osk have died."
    )
    assert [figure.event for figure in casualties.extract(text)] == ["main", "elsewhere"]


def test_the_headline_of_a_live_blog_is_that_of_its_latest_entry() -> None:
    text = "Toll rises to six\n\n15:30 The blast killed five people.\n\n12:10 The blast killed two."
    assert scopes(text) == [("6", "total"), ("5", "total"), ("2", "previous")]


def test_a_kind_by_nature_is_a_part_however_near_it_is_to_all() -> None:
    text = (
        "Fires have hurt 77 people.\n\n“Forty-five of the 77 are our own people,” he said.\n\n"
        "Roads are closed.\n\nAmong the 45 injured firefighters, most are well again."
    )
    assert scopes(text)[-1] == ("45", "part")


def test_nearly_as_many_bodies_as_the_headline_has_dead_are_all_where_no_other_count_is() -> None:
    text = "{} killed as dam bursts\n\nMud lies on the village.\n\nMen search it.\n\n{}"
    bodies = "By last evening, 34 bodies had been found. He lost five members of his family."
    assert scopes(text.format("Thirty-six", bodies))[:2] == [("36", "total"), ("34", "total")]
    assert scopes(text.format("Sixty-eight", bodies))[:2] == [("68", "total"), ("34", "part")]
    feared = text.format("Thirty-six feared", bodies)
    assert scopes(feared)[:2] == [("36", "total"), ("34", "part")]
