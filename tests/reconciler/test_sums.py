"""Parts, increments and casualties held against totals: what adds up, and what is never added."""

import pytest

from casualties.model import Figure, Kind, Outcome, Scope
from tests.reconciler.drafts import claim, codes, reconciled

PART, ADDITIONAL, PREVIOUS = Scope.PART, Scope.ADDITIONAL, Scope.PREVIOUS
INJURED, CASUALTIES = Outcome.INJURED, Outcome.CASUALTIES


def parts(sentence: str, *claims: tuple[str, str], scope: Scope = PART) -> list[Figure]:
    """The parts of a sentence, each as its words and its population."""
    return [
        claim(words, population=population, scope=scope, sentence=sentence)
        for words, population in claims
    ]


def people(sentence: str, *numbers: str) -> list[Figure]:
    return parts(sentence, *((number, "people") for number in numbers))


MEN_AND_WOMEN = "The dead were 23 men and 15 women."


@pytest.mark.parametrize(
    "listed",
    [
        people(
            "17 died in camp, most of them early; 9 in hospital, and 6 outside.", "17", "9", "6"
        ),
        parts("14 men, 11 women and 8 boys", ("14", "man"), ("11", "woman"), ("8", "boy")),
        parts("16 soldiers and 15 policemen", ("16", "soldier"), ("15", "policeman")),
        people("4 were on board. The other 27 were not.", "4", "27"),
    ],
)
def test_one_list_adds_up(listed: list[Figure]) -> None:
    assert codes(claim("30"), *listed) == ["CAS202"]
    assert codes(claim("33"), *listed) in ([], ["CAS203"])
    assert codes(claim("at least 30"), *listed) in ([], ["CAS203"])


@pytest.mark.parametrize(
    "apart",
    [
        people("20 of the dead were women; 15 of them were farmers.", "20", "15"),
        people("20 died in Orlo, 15 of them in one street.", "20", "15"),
        parts("20 men, including 15 farmers", ("20", "man"), ("15", "farmer")),
        parts("20 bodies, 15 women", ("20", "people"), ("15", "woman")),
        [*people("20 died in Orlo.", "20"), *people("15 were from Carrow.", "15")],
        people("20 died in Orlo, 15 when a wall fell", "20", "15"),
        people("20 bodies, 11 in the hull and 9 in the water", "20", "11", "9"),
    ],
)
def test_two_views_of_the_same_people_are_not_added(apart: list[Figure]) -> None:
    assert codes(claim("30"), *apart) == []


def test_rows_of_a_table_add_up() -> None:
    rows = [claim(n, scope=PART, passage=Kind.TABLE) for n in ("611", "402", "233")]
    (finding,) = reconciled(claim("1,204"), *rows).findings
    assert finding.code == "CAS202"
    assert finding.message == (
        'the parts make 611 + 402 + 233 = 1,246, but the number killed is only "1,204" in the body'
    )
    assert codes(claim("1,246"), *rows) == []


def test_as_many_counts_as_the_text_says_there_are_places_add_up() -> None:
    total = claim("34", sentence="Storm kills 34 across three states")
    counts = [claim(n, scope=PART) for n in ("21", "11", "5")]
    assert codes(total, *counts) == ["CAS202"]
    assert codes(total, *counts[:2]) == []
    assert codes(claim("34"), *counts) == []


def test_a_list_of_an_earlier_higher_toll() -> None:
    listed = people("20 died here and 15 there", "20", "15")
    assert codes(claim("30"), claim("35", scope=PREVIOUS), *listed) == []


def test_a_list_that_claims_to_be_all() -> None:
    listed = parts(MEN_AND_WOMEN, ("23", "man"), ("15", "woman"))
    assert codes(claim("40"), *listed) == ["CAS203"]
    assert codes(claim("38"), *listed) == []
    assert codes(claim("about 40"), *listed) == []
    assert codes(claim("40"), *parts("Among " + MEN_AND_WOMEN.lower(), *LISTED)) == []


LISTED = (("23", "man"), ("15", "woman"))


def test_a_list_beside_its_total() -> None:
    sentence = "40 people were hurt, 23 men and 15 women."
    total = claim("40", sentence=sentence)
    assert codes(total, *parts(sentence, *LISTED)) == ["CAS203"]
    # The nouns tell a part, even where nothing else does.
    assert codes(total, *parts(sentence, *LISTED, scope=Scope.TOTAL)) == ["CAS203"]
    sentence = "40 people were hurt, including 23 men and 15 women."
    assert codes(claim("40", sentence=sentence), *parts(sentence, *LISTED)) == []


def test_a_list_that_is_all_of_the_new_deaths() -> None:
    listed = parts("The dead were 4 men and 1 woman.", ("4", "man"), ("1", "woman"))
    assert codes(claim("17"), claim("5", scope=ADDITIONAL), *listed) == []


def test_the_rest_closes_a_list() -> None:
    sentence = "13 died, 5 of them in a cellar and the other 7 on the roof"
    assert codes(claim("13", sentence=sentence), *people(sentence, "5", "7")) == ["CAS203"]
    sentence = sentence.replace("7", "8")
    assert codes(claim("13", sentence=sentence), *people(sentence, "5", "8")) == []


def test_a_part_above_its_total() -> None:
    (finding,) = reconciled(
        claim("22", population="miner"), claim("24", scope=PART), claim("3", scope=PART)
    ).findings
    assert (finding.code, [figure.text for figure in finding.figures]) == ("CAS201", ["24", "22"])
    assert finding.message == (
        '"24" in line 3 is part of the number killed, yet more than the whole, "22" in line 1'
    )


@pytest.mark.parametrize(
    "claims",
    [
        (claim("at least 22"), claim("24", scope=PART)),
        (claim("dozens"), claim("40", scope=PART)),
        (claim("22"), claim("22", scope=PART)),
        (claim("22"), claim("at least 12", scope=PART)),
        (claim("22"), claim("24", scope=PART, outcome=INJURED)),
        (claim("22"), claim("24", scope=PART, population="attacker")),
        (claim("22"), claim("24", scope=PART, event="2004 Orlo")),
        (
            claim("22", population="soldier"),
            claim("9", population="civilian"),
            claim("24", scope=PART),
        ),
    ],
)
def test_parts_that_are_no_larger(claims: tuple[Figure, ...]) -> None:
    assert codes(*claims) == []


def test_a_part_has_the_total_of_its_own_people() -> None:
    assert codes(
        claim("11", population="guard"),
        claim("52", population="prisoner"),
        claim("60", population="prisoner", scope=PART),
    ) == ["CAS201"]


def test_two_sources_that_agree_dispute_nothing() -> None:
    told = [
        claim("130", outcome=CASUALTIES),
        claim("19", source="police"),
        claim("104", outcome=INJURED, source="police"),
        claim("19", source="the railway"),
        claim("104", outcome=INJURED, source="the railway"),
    ]
    assert codes(*told) == ["CAS205"]
    assert codes(*told[:2], *told[4:]) == ["CAS104"]


def test_a_sum_of_two_sources_is_a_dispute() -> None:
    assert codes(
        claim("up to 30", source="the army"), claim("83", scope=PART, source="a doctor")
    ) == ["CAS104"]


def test_an_increment_that_does_not_lead_to_the_new_toll() -> None:
    (finding,) = reconciled(
        claim("28", scope=PREVIOUS), claim("31"), claim("2", scope=ADDITIONAL)
    ).findings
    assert finding.code == "CAS204"
    assert finding.message == (
        "the old toll and the increase make 28 + 2 = 30, "
        'but the number killed is now "31" in line 3'
    )


@pytest.mark.parametrize(
    ("new", "old", "more"),
    [
        ("30", ["28"], ["2"]),
        ("30", ["28"], ["2", "2"]),  # one increment, told twice
        ("33", ["28"], ["2", "3"]),
        ("31", ["26", "28"], ["3"]),
        ("31", ["28"], []),
        ("31", [], ["2"]),
        ("about 31", ["28"], ["2"]),
        ("20", ["28"], ["2"]),  # revised down
    ],
)
def test_increments_that_lead_there(new: str, old: list[str], more: list[str]) -> None:
    assert (
        codes(
            *(claim(words, scope=PREVIOUS) for words in old),
            claim(new),
            *(claim(words, scope=ADDITIONAL) for words in more),
        )
        == []
    )


def test_a_smaller_increment_far_from_the_toll_may_be_one_of_several() -> None:
    far = [claim("9", outcome=INJURED), claim("9", outcome=INJURED)]
    old = claim("28", scope=PREVIOUS)
    assert codes(claim("40"), old, *far, claim("2", scope=ADDITIONAL)) == []
    assert codes(claim("40"), old, *far, claim("15", scope=ADDITIONAL)) == ["CAS204"]


def test_killed_and_injured_that_are_not_the_casualties() -> None:
    (finding,) = reconciled(
        claim("47", outcome=CASUALTIES), claim("18"), claim("33", outcome=INJURED)
    ).findings
    assert (finding.code, finding.message) == (
        "CAS205",
        'killed and injured make 18 + 33 = 51, but the number of casualties is "47" in line 1',
    )


@pytest.mark.parametrize(
    "claims",
    [
        (claim("18"), claim("29", outcome=INJURED)),
        (claim("at least 18"), claim("20", outcome=INJURED)),
        (claim("18"),),
        (claim("18", population="soldier"), claim("60", outcome=INJURED, event="2004 Orlo")),
    ],
)
def test_killed_and_injured_that_may_be_the_casualties(claims: tuple[Figure, ...]) -> None:
    assert codes(claim("47", outcome=CASUALTIES), *claims) == []


def test_casualties_are_held_to_the_same_source() -> None:
    assert codes(
        claim("47", outcome=CASUALTIES, source="rescuers"),
        claim("18", source="rescuers"),
        claim("14", source="the army"),
        claim("33", outcome=INJURED, source="rescuers"),
    ) == ["CAS205", "CAS104"]
