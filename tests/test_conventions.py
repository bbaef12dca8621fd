"""A newsroom's or a dataset's own reading of what copy leaves open."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from casualties import Conventions, Figure, Range, check, check_as_one, extract
from casualties.lexicon import load, preset
from casualties.readers import read_text

ACLED = Conventions(vague=preset("acled"))
OWN_WORDS = Conventions(
    vague=(
        ("several", Range(5, 15)),
        ("tens of thousands", Range(10_000, None)),
        ("oodles", Range(30, None)),
        ("A  clutch of", Range(4, 8)),
    )
)
OWN_PEOPLE = Conventions(
    people=frozenset({"strandee", "Kayak guide", "foster child", "hull", "deckman", "miner"})
)
OWN_SOURCES = Conventions(
    sources=frozenset(
        {"Hengaw", "the Desk", "flood desk", "WHO", "Search and Rescue Hub", "police"}
    )
)


def stated(text: str, conventions: Conventions) -> list[tuple[str, str, str]]:
    """Range, population and words of each figure, the words as they stand in the text."""
    figures = extract(text, conventions=conventions)
    assert [text[figure.start : figure.end] for figure in figures] == [f.text for f in figures]
    return [(str(figure.range), figure.population, figure.text) for figure in figures]


def only(text: str, conventions: Conventions) -> Figure:
    (figure,) = extract(text, conventions=conventions)
    assert text[figure.start : figure.end] == figure.text
    return figure


@pytest.mark.parametrize(
    ("text", "range_", "words"),
    [
        ("Tens of people died.", "10+", "Tens of people"),
        ("Dozens of people died.", "12+", "Dozens of people"),
        ("Hundreds were killed.", "100+", "Hundreds"),
        ("Some hundreds were killed.", "100+", "Some hundreds"),
        ("Dozens, possibly hundreds, were killed.", "12+", "Dozens, possibly hundreds"),
        ("Several dozen people died.", "36-108", "Several dozen people"),
        ("Tens of thousands died.", "20000+", "Tens of thousands"),
        ("Tens of millions died.", "20000000+", "Tens of millions"),
        ("Thousands died.", "2000+", "Thousands"),
        ("Tens of metres away, 12 people died.", "12", "12 people"),
    ],
)
def test_acled_takes_the_lowest_count(text: str, range_: str, words: str) -> None:
    figure = only(text, ACLED)
    assert (str(figure.range), figure.text) == (range_, words)


def test_acled_names_three_words() -> None:
    assert [f"{phrase} {claims}" for phrase, claims in preset("acled")] == [
        "tens 10+",
        "dozens 12+",
        "hundreds 100+",
    ]


def test_presets_that_are_none_are_told_from_those_that_are() -> None:
    assert list(load("presets")["vague"]) == ["acled"]
    with pytest.raises(ValueError, match="no preset 'ucdp'; there is acled"):
        preset("ucdp")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Several people died.", ("5-15", "people", "Several people")),
        ("Several hundred people died.", ("300-900", "people", "Several hundred people")),
        ("Tens of thousands died.", ("10000+", "people", "Tens of thousands")),
        ("Oodles of villagers died.", ("30+", "villager", "Oodles of villagers")),
        ("The blast killed a clutch of pupils.", ("4-8", "pupil", "a clutch of pupils")),
        ("A clutch of pupils were hurt.", ("4-8", "pupil", "A clutch of pupils")),
        ("Dozens of people died.", ("24+", "people", "Dozens of people")),
    ],
)
def test_vague_words_of_ones_own(text: str, expected: tuple[str, str, str]) -> None:
    assert stated(text, OWN_WORDS) == [expected]


def test_words_that_are_in_no_list_count_nobody_otherwise() -> None:
    assert extract("Oodles of villagers died.") == ()


def test_rules_and_totals_hold_vague_words_to_their_convention() -> None:
    text = "Dozens of people were killed.\n\nThe blast killed 15 people."
    assert [finding.name for finding in check(text).findings] == ["contradictory-figures"]
    assert check(text, conventions=ACLED).findings == ()
    (total,) = check("Dozens of people were killed.", conventions=ACLED).totals
    assert (total.number, str(total.range)) == (12, "12+")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three strandees were killed.", ("3", "strandee", "Three strandees")),
        ("A strandee died.", ("1", "strandee", "A strandee")),
        ("Strandee killed by rockfall", ("1", "strandee", "Strandee")),
        ("THREE STRANDEES KILLED BY ROCKFALL", ("3", "strandee", "THREE STRANDEES")),
        ("Two of the strandees were killed.", ("2", "strandee", "Two of the strandees")),
        ("Eight trapped strandees died.", ("8", "strandee", "Eight trapped strandees")),
        ("No strandees were hurt.", ("0", "strandee", "No strandees")),
        ("12 strandee deaths were reported.", ("12", "strandee", "12 strandee deaths")),
        ("Two local kayak guides drowned.", ("2", "kayak guide", "Two local kayak guides")),
        ("Four foster children died.", ("4", "foster child", "Four foster children")),
        ("Two hulls were killed.", ("2", "hull", "Two hulls")),
        ("Six deckmen drowned.", ("6", "deckman", "Six deckmen")),
        ("Six miners drowned.", ("6", "miner", "Six miners")),
        ("Two guides drowned.", ("2", "guide", "Two guides")),
    ],
)
def test_people_of_ones_own(text: str, expected: tuple[str, str, str]) -> None:
    assert stated(text, OWN_PEOPLE) == [expected]


def test_people_of_ones_own_are_a_population() -> None:
    text = "Nine people died, including three strandees and a kayak guide."
    figures = extract(text, conventions=OWN_PEOPLE)
    assert [(f.population, f.scope.value) for f in figures] == [
        ("people", "total"),
        ("strandee", "part"),
        ("kayak guide", "part"),
    ]


def test_people_of_ones_own_can_be_quoted() -> None:
    assert only("A strandee said nine people died.", OWN_PEOPLE).source == "strandee"
    assert only("A strandee said nine people died.", Conventions()).source is None


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("Twelve people were killed, Hengaw counted.", "Hengaw", "Twelve people"),
        ("12 dead, Hengaw has counted.", "Hengaw", "12"),
        ("According to Hengaw, 12 people were killed.", "Hengaw", "12 people"),
        ("Hengaw: 12 killed", "Hengaw", "12"),
        ("HENGAW: 12 KILLED", "HENGAW", "12"),
        ("12 killed in raid: Hengaw", "Hengaw", "12"),
        ("12 killed in raid – the Desk", "Desk", "12"),
        ("Twelve people were killed (Hengaw).", "Hengaw", "Twelve people"),
        ("WHO: 12 died in floods", "WHO", "12"),
        ("The flood desk said 12 people died.", "flood desk", "12 people"),
        ("Twelve people died, the flood desk said.", "flood desk", "Twelve people"),
        ("Hengaw is based abroad. It said 12 people died.", "Hengaw", "12 people"),
        ("12 people died, said the Search and Rescue Hub.", "Search and Rescue Hub", "12 people"),
        ("Twelve people died, Hengaw counted on.", None, "Twelve people"),
        ("Twelve people died, Oslo counted.", None, "Twelve people"),
        ("Twelve people died near Hengaw.", None, "Twelve people"),
        ("Oslo: 12 killed", None, "12"),
        ("The desk said 12 people died.", None, "12 people"),
        ("A desk which held said 12 people died.", None, "12 people"),
        ("Twelve people died, police said.", "police", "Twelve people"),
    ],
)
def test_sources_of_ones_own(text: str, source: str | None, words: str) -> None:
    figure = only(text, OWN_SOURCES)
    assert (figure.source, figure.text) == (source, words)


def test_sources_of_ones_own_are_voices_of_a_dispute() -> None:
    text = "Hengaw: 12 people were killed.\n\nThe raid killed eight people, police said."
    assert [finding.code for finding in check(text).findings] == ["CAS101"]
    assert [f.code for f in check(text, conventions=OWN_SOURCES).findings] == ["CAS104"]


@pytest.mark.parametrize(
    ("text", "without", "with_attackers", "basis"),
    [
        ("Twelve people were killed. Two gunmen were killed.", 12, 14, "sum of parts"),
        ("Nine civilians and a nurse died. Two gunmen were killed.", 10, 12, "sum of parts"),
        ("No civilians were killed. Two gunmen were shot dead.", 0, 2, "sum of parts"),
        ("Two gunmen were killed.", 2, 2, "stated"),
        ("Twelve people died, including two gunmen. Two gunmen were killed.", 12, 12, "stated"),
        ("Twelve people were killed.", 12, 12, "stated"),
    ],
)
def test_attackers_in_totals(text: str, without: int, with_attackers: int, basis: str) -> None:
    (total,) = check(text).totals
    (whole,) = check(text, conventions=Conventions(attackers_in_totals=True)).totals
    assert (total.number, whole.number, whole.basis) == (without, with_attackers, basis)
    assert str(whole.range) == str(with_attackers)


def test_documents_as_one_follow_the_conventions() -> None:
    conventions = Conventions(vague=preset("acled"), attackers_in_totals=True)
    documents = [
        read_text("Dozens of people were killed.", "a"),
        read_text("Two gunmen were killed.", "b"),
    ]
    (total,) = check_as_one(documents, conventions=conventions).totals
    assert (total.number, str(total.range)) == (14, "14+")


EVERYTHING = Conventions(
    vague=(*preset("acled"), *OWN_WORDS.vague),
    people=OWN_PEOPLE.people,
    sources=OWN_SOURCES.sources,
    attackers_in_totals=True,
)
COPY = """Hengaw: 12 killed

Dozens of people were hurt and oodles of strandees died. Two gunmen were killed.

A strandee and three kayak guides drowned, the flood desk said."""


def test_nothing_is_left_of_conventions_that_another_text_had() -> None:
    plain, own = check(COPY), check(COPY, conventions=EVERYTHING)
    assert plain.figures != own.figures
    for _ in range(2):
        assert check(COPY, conventions=EVERYTHING) == own
        assert check(COPY) == plain


def test_threads_keep_their_conventions_apart() -> None:
    conventions = [EVERYTHING, Conventions(), ACLED] * 10
    alone = [check(COPY, conventions=each) for each in conventions[:3]] * 10
    with ThreadPoolExecutor(3) as pool:
        together = list(pool.map(lambda each: check(COPY, conventions=each), conventions))
    assert together == alone
