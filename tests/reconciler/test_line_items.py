"""Which figures are held together, as the populations and ranges of the line items."""

from dataclasses import replace

from casualties.model import Figure, Kind, Outcome, Scope
from casualties.reconciler.line_items import find_line_items
from tests.reconciler.drafts import claim, placed


def counted(
    words: str, noun: str, *, scope: Scope = Scope.TOTAL, passage: Kind = Kind.PARAGRAPH
) -> Figure:
    """A claim whose words have their noun."""
    told = claim(words, population=noun, scope=scope, passage=passage)
    return replace(told, text=f"{words} {noun}s")


def items(*claims: Figure) -> list[tuple[str, str, int]]:
    """The population, range and number of figures of each line item."""
    _, figures = placed(*claims)
    return [
        (item.population, str(item.range), len(item.figures)) for item in find_line_items(figures)
    ]


def test_a_number_without_its_noun_is_of_the_people_near_to_it() -> None:
    hurt = claim("8", population="soldier", outcome=Outcome.INJURED)
    assert items(counted("15", "civilian"), hurt, claim("9", outcome=Outcome.INJURED)) == [
        ("civilian", "15", 1),
        ("people", "None", 2),
    ]
    assert len(items(hurt, claim("12", outcome=Outcome.INJURED))) == 2


def test_a_line_item_has_one_event_and_one_outcome() -> None:
    assert items(
        claim("12"),
        claim("at least 10"),
        claim("30", outcome=Outcome.INJURED),
        claim("40", event="2004 Orlo"),
    ) == [("people", "12", 2), ("people", "30", 1), ("people", "40", 1)]


def test_parts_increments_and_old_tolls_are_in_none() -> None:
    assert items(
        claim("12"),
        claim("3", scope=Scope.PART),
        claim("2", scope=Scope.ADDITIONAL),
        claim("10", scope=Scope.PREVIOUS),
    ) == [("people", "12", 1)]


def test_the_sole_noun_is_the_people() -> None:
    assert items(counted("22", "miner"), claim("19")) == [("people", "None", 2)]


def test_a_noun_with_the_same_number_is_the_people() -> None:
    assert items(claim("at least 22"), counted("22", "miner"), counted("30", "pilgrim")) == [
        ("people", "22", 2),
        ("pilgrim", "30", 1),
    ]


def test_of_two_nouns_neither_is_the_people() -> None:
    assert items(claim("22"), counted("19", "miner"), counted("3", "engineer")) == [
        ("people", "22", 1),
        ("miner", "19", 1),
        ("engineer", "3", 1),
    ]


def test_two_nouns_for_the_same_people_are_one() -> None:
    assert items(counted("29", "fan"), counted("31", "supporter"), claim("29")) == [
        ("people", "None", 3)
    ]
    assert items(counted("29", "fan"), counted("31", "supporter")) == [("fan", "None", 2)]


def test_headline_and_lead_count_the_same_by_any_noun_or_none() -> None:
    headline, soldiers = claim("8", passage=Kind.HEADLINE), counted("7", "soldier")
    assert items(headline, soldiers) == [("people", "None", 2)]
    assert items(headline, soldiers, counted("1", "guide"))[0] == ("people", "8", 1)
    assert items(headline, counted("7", "girl"))[0] == ("people", "8", 1)
    siblings = counted("4", "sibling", passage=Kind.HEADLINE)
    assert items(siblings, counted("3", "child")) == [("sibling", "None", 2)]
    assert len(items(siblings, counted("3", "child"), counted("1", "man"))) == 3


def test_a_noun_is_the_one_with_a_word_before_it() -> None:
    members, kin = counted("6", "member"), counted("7", "family member")
    assert items(members, kin) == [("member", "None", 2)]
    assert len(items(members, kin, counted("3", "board member"))) == 3


def test_men_who_are_as_many_as_the_workers_are_the_workers() -> None:
    assert items(counted("9", "worker"), counted("9", "man"), claim("8")) == [("people", "None", 3)]
    assert items(claim("8"), counted("9", "worker"), counted("4", "man")) == [
        ("people", "8", 1),
        ("worker", "9", 1),
        ("man", "4", 1),
    ]


def test_the_noun_of_the_lead_is_the_people() -> None:
    headline = claim("5", passage=Kind.HEADLINE)
    assert items(headline, counted("7", "worker"), counted("6", "neighbour")) == [
        ("people", "None", 2),
        ("neighbour", "6", 1),
    ]
    assert items(headline, counted("7", "child"), counted("6", "worker")) == [
        ("people", "5", 1),
        ("child", "7", 1),
        ("worker", "6", 1),
    ]


def test_the_noun_of_all_is_the_people() -> None:
    eight = replace(counted("8", "occupant"), text="all eight occupants")
    assert items(claim("9"), counted("2", "pilot"), eight) == [
        ("people", "None", 2),
        ("pilot", "2", 1),
    ]


def test_children_beside_people_are_apart() -> None:
    assert items(claim("10"), counted("5", "child")) == [
        ("people", "10", 1),
        ("child", "5", 1),
    ]


def test_children_who_are_everybody_are_the_people() -> None:
    assert items(counted("5", "girl"), claim("5")) == [("people", "5", 2)]


def test_all_the_victims_are_whoever_was_counted() -> None:
    assert items(counted("5", "girl"), claim("6")) == [
        ("girl", "5", 1),
        ("people", "6", 1),
    ]
    all_six = replace(claim("6"), text="all 6", sentence="For all 6 it was too late.")
    assert items(counted("5", "girl"), all_six) == [("people", "None", 2)]


def test_attackers_are_apart_even_with_the_same_number() -> None:
    assert items(claim("3"), counted("3", "attacker")) == [
        ("people", "3", 1),
        ("attacker", "3", 1),
    ]


def test_none_of_the_guards_is_not_none_of_the_people() -> None:
    assert items(claim("13"), counted("none", "guard")) == [
        ("people", "13", 1),
        ("guard", "0", 1),
    ]


def test_a_noun_without_people_is_its_own_line_item() -> None:
    assert items(counted("9", "soldier"), counted("2", "boy")) == [
        ("soldier", "9", 1),
        ("boy", "2", 1),
    ]


def test_the_toll_before_an_increment_is_superseded() -> None:
    assert items(claim("40"), claim("2", scope=Scope.ADDITIONAL), claim("42")) == [
        ("people", "42", 1)
    ]
    assert items(
        claim("40", source="police"),
        claim("2", scope=Scope.ADDITIONAL),
        claim("42", source="the union"),
    ) == [("people", "None", 2)]


def test_a_count_beside_the_toll_may_be_what_led_to_it() -> None:
    today = "Today it is 61, after 8 people died of their wounds."
    assert items(claim("53"), claim("61", sentence=today), claim("8", sentence=today)) == [
        ("people", "None", 2)
    ]


def test_an_increment_supersedes_no_toll_that_it_makes() -> None:
    bringing = "Two more died, bringing the toll to 23."
    assert items(
        claim("25", source="the union"),
        replace(claim("2", scope=Scope.ADDITIONAL), text="Two", sentence=bringing),
        replace(claim("23"), sentence=bringing),
    ) == [("people", "None", 2)]


def test_a_headline_is_held_to_the_toll_after_an_increment() -> None:
    assert items(
        claim("40", passage=Kind.HEADLINE), claim("2", scope=Scope.ADDITIONAL), claim("42")
    ) == [("people", "None", 2)]


def test_those_who_are_told_to_be_some_are_not_all() -> None:
    all_seven = replace(claim("7"), text="all seven people")
    nurses = counted("5", "nurse", passage=Kind.HEADLINE)
    some = counted("5", "nurse", scope=Scope.PART)
    assert items(nurses, all_seven, some) == [("nurse", "5", 1), ("people", "7", 1)]
