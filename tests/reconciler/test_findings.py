"""One finding for a line item and a rule: who leads it, and what it says."""

from dataclasses import replace

import pytest

import casualties
from casualties.model import Figure, Kind, Outcome, Scope, Severity, Verdict
from casualties.readers import read_text
from tests.reconciler.drafts import claim, codes, reconciled

INJURED = Outcome.INJURED


def told(*claims: Figure) -> list[str]:
    return [finding.message for finding in reconciled(*claims).findings]


def leads(*claims: Figure) -> list[tuple[str, str]]:
    """The code of each finding, and the words that lead it."""
    return [(f.code, f.figures[0].text) for f in reconciled(*claims).findings]


def test_pairs_of_one_rule_make_one_finding_led_by_the_odd_one() -> None:
    (finding,) = reconciled(
        claim("more than 145", outcome=INJURED),
        claim("more than 145", outcome=INJURED),
        claim("at least 130", outcome=INJURED, passage=Kind.CAPTION),
    ).findings
    assert (finding.code, finding.severity) == ("CAS102", Severity.ERROR)
    assert [figure.id for figure in finding.figures] == ["f3", "f1", "f2"]
    assert finding.message == (
        'the number injured is "at least 130" in a caption, but "more than 145" in the body '
        "(stated twice): one of them is out of date"
    )
    assert finding.suggestion == (
        'Look first at "at least 130": a caption disagrees with the body, and it is stated once '
        'against twice. Make it agree with "more than 145", or say which place or moment it counts.'
    )


def test_a_headline_leads_against_the_body() -> None:
    assert leads(claim("62"), claim("26", passage=Kind.HEADLINE)) == [("CAS101", "26")]


def test_the_body_leads_against_a_correction() -> None:
    (finding,) = reconciled(claim("54"), claim("45", passage=Kind.CORRECTION)).findings
    assert finding.figures[0].text == "54"
    assert finding.suggestion.startswith('Look first at "54": the correction says otherwise. ')


def test_the_earlier_of_two_in_the_body_leads() -> None:
    (finding,) = reconciled(claim("17"), claim("19")).findings
    assert finding.figures[0].text == "17"
    assert finding.message == 'the number killed is "17" in line 1, but "19" in line 3'
    assert finding.suggestion == (
        'Look first at "17": it comes first, and the copy may have been brought up to date further '
        'down. Make it agree with "19", or say what sets the two apart.'
    )


def test_a_number_that_disagrees_with_all_others_leads() -> None:
    assert leads(claim("40"), claim("40"), claim("45"), claim("40")) == [("CAS101", "45")]


def test_the_leader_of_an_error_leads_no_warning() -> None:
    # "At least 30" would also be a bound left behind by the exact 38.
    assert leads(claim("38"), claim("at least 38"), claim("at least 30")) == [
        ("CAS103", "38"),
        ("CAS102", "at least 30"),
    ]


def test_all_bounds_left_behind_lead_together() -> None:
    (finding,) = reconciled(claim("at least 40"), claim("at least 40"), claim("45")).findings
    assert finding.code == "CAS105"
    assert [figure.text for figure in finding.figures] == ["at least 40", "at least 40", "45"]
    assert finding.message == (
        'the number killed is "at least 40" in lines 1 and 3, but "45" in line 5: '
        "the bound looks left behind"
    )


def test_figures_that_agree_are_not_said_to_disagree() -> None:
    heading, told = claim("11", passage=Kind.HEADLINE), claim("11", source="the fire brigade")
    (finding,) = reconciled(heading, told, claim("9"), claim("9"), claim("9")).findings
    assert finding.message == (
        'the number killed is "11" in the headline and the body (stated twice), '
        'but "9" in the body (stated 3 times)'
    )
    assert finding.suggestion.startswith('Look first at "11": it is stated twice against 3 times.')


def test_what_disagrees_with_the_rest_stands_on_one_side() -> None:
    (finding,) = reconciled(claim("40"), claim("60"), claim("about 41"), claim("60")).findings
    assert [figure.text for figure in finding.figures] == ["40", "about 41", "60", "60"]


def test_a_number_that_is_stale_in_two_places_makes_one_finding() -> None:
    assert leads(
        claim("145", passage=Kind.HEADLINE),
        claim("more than 145"),
        claim("more than 145"),
        claim("at least 130", source="a medic"),
        claim("at least 130", passage=Kind.CAPTION),
    ) == [("CAS103", "145"), ("CAS102", "at least 130")]


def test_a_part_told_once_is_looked_at_before_a_whole_told_twice() -> None:
    (finding,) = reconciled(claim("10"), claim("10"), claim("12", scope=Scope.PART)).findings
    assert finding.code == "CAS201"
    assert finding.suggestion.startswith('Look first at "12": it is stated once against twice.')


def test_a_superseded_toll_belongs_to_no_dispute() -> None:
    assert codes(
        claim("18", scope=Scope.PREVIOUS, source="the mayor"),
        claim("2", scope=Scope.ADDITIONAL),
        claim("23", source="police"),
        claim("25", source="the union"),
    ) == ["CAS104"]


def test_two_sources_are_named() -> None:
    (finding,) = reconciled(claim("12", source="the army"), claim("30", source="rebels")).findings
    assert (finding.code, finding.severity) == ("CAS104", Severity.WARNING)
    assert finding.message == (
        'sources disagree on the number killed: "12" (the army) against "30" (rebels)'
    )


def test_the_articles_own_words_belong_to_a_dispute() -> None:
    (finding,) = reconciled(
        claim("14"), claim("12", source="the army"), claim("30", source="rebels")
    ).findings
    assert finding.code == "CAS104"
    assert {figure.id for figure in finding.figures} == {"f1", "f2", "f3"}


def test_the_articles_own_words_contradict_themselves_in_a_dispute_too() -> None:
    assert codes(
        claim("17"),
        claim("19"),
        claim("12", source="the army"),
        claim("30", source="rebels"),
    ) == ["CAS101", "CAS104"]


def test_who_takes_up_a_count_disputes_nothing() -> None:
    told = "The mayor said that 48 people were injured in the fire.\n\n"
    taken_up = "Of the 46 injured, 11 were still in hospital, the health director said."
    assert [f.code for f in casualties.check(told + taken_up).findings] == ["CAS101"]
    counted = "The health director said that 46 people were injured."
    assert [f.code for f in casualties.check(told + counted).findings] == ["CAS104"]


def test_a_source_may_contest_the_article_openly() -> None:
    contests = "The army, for its part, spoke of 12 dead."
    assert codes(claim("30"), claim("12", source="the army", sentence=contests)) == ["CAS104"]
    assert codes(
        claim("30", passage=Kind.HEADLINE), claim("12", source="the army", sentence=contests)
    ) == ["CAS101"]


def test_the_article_against_its_one_source_is_an_error() -> None:
    assert codes(claim("65", passage=Kind.HEADLINE), claim("72", source="police")) == ["CAS101"]


@pytest.mark.parametrize(
    "claims",
    [
        # Orders of magnitude apart: another event that was not told apart.
        (claim("7"), claim("750")),
        # Below the lead, a number that is far off is no slip.
        (claim("12"), claim("40")),
        # One sentence does not contradict itself.
        (claim("12", sentence="12 died, 15 others"), claim("15", sentence="12 died, 15 others")),
        # "No one was hurt" in the body is of one place or one moment.
        (claim("none", outcome=INJURED), claim("14", outcome=INJURED)),
        (claim("12"), claim("15", scope=Scope.PREVIOUS)),
        (claim("12"), claim("15", event="2004 Orlo")),
        (claim("12"), claim("15", population="attacker")),
        (claim("12"), claim("15", outcome=INJURED)),
        (claim("12", population="child"), claim("15", population="woman"), claim("40")),
        (claim("at least 12", source="police"), claim("15", source="the army")),
        (claim("12"), replace(claim("40"), text="the 40 dead")),
    ],
)
def test_silence_where_it_is_doubtful(claims: tuple[Figure, ...]) -> None:
    assert codes(*claims) == []


@pytest.mark.parametrize(
    ("told", "other"),
    [
        (claim("12", passage=Kind.HEADLINE), claim("40")),
        # A digit was left out, or two changed places.
        (claim("14"), claim("147")),
        (claim("26"), claim("62")),
        (claim("182"), claim("812")),
        (claim("12"), claim("24")),
    ],
)
def test_numbers_far_from_each_other_that_are_of_the_same_people(
    told: Figure, other: Figure
) -> None:
    assert codes(told, other) == ["CAS101"]


def test_a_headline_that_denies_what_the_body_counts() -> None:
    assert codes(claim("none", passage=Kind.HEADLINE), claim("14")) == ["CAS101"]


def test_verdicts() -> None:
    verdicts = [
        item.verdict
        for item in reconciled(
            claim("12"),
            claim("15"),
            claim("at least 30", outcome=INJURED),
            claim("30", outcome=INJURED),
            claim("4", outcome=Outcome.MISSING),
        ).line_items
    ]
    assert verdicts == [Verdict.CONTRADICTION, Verdict.WARNING, Verdict.CONSISTENT]


@pytest.mark.parametrize(
    ("claims", "message"),
    [
        (
            (claim("6"), claim("9", passage=Kind.LIST), claim("9")),
            'the number killed is "6" in the body, but "9" in a list and the body (stated twice)',
        ),
        (
            (claim("62"), *[claim("26")] * 4),
            'the number killed is "62" in line 1, but "26" (stated 4 times)',
        ),
        (
            (claim("2", source="A", passage=Kind.LIST), claim("3", source="B")),
            'sources disagree on the number killed: "2" in a list (A) against "3" in the body (B)',
        ),
        (
            (claim("40"), claim("52", scope=Scope.PART)),
            '"52" in line 3 is part of the number killed, yet more than the whole, "40" in line 1',
        ),
    ],
)
def test_messages_say_where_the_words_stand(claims: tuple[Figure, ...], message: str) -> None:
    assert told(*claims) == [message]


def test_messages_on_several_inputs_name_them() -> None:
    story = read_text("Ferry sinks off Orlo\n\nThe ferry killed 12 people.", "story.txt")
    post = read_text("The ferry killed nine people.", "post.txt")
    live = read_text("Nine killed off Orlo\n\nThe search goes on.", "live.txt")
    (finding,) = casualties.check_as_one([story, post]).findings
    assert finding.message == (
        'the number killed is "12 people" in line 3 of story.txt, but "nine people" in line 1 of '
        "post.txt"
    )
    (finding,) = casualties.check_as_one([story, live]).findings
    assert finding.message == (
        'the number killed is "Nine" in the headline of live.txt, but "12 people" in the body of '
        "story.txt"
    )


def test_many_numbers_are_not_all_named() -> None:
    headline = claim("20", passage=Kind.HEADLINE)
    (message,) = told(headline, *(claim(str(number)) for number in range(21, 30)))
    assert message == (
        'the number killed is "20" in the headline, but "21" in the body, "22" in the body, '
        '"23" in the body and 6 other numbers'
    )


def test_three_numbers_in_the_body_are_of_three_events() -> None:
    assert codes(claim("20"), claim("26"), claim("45")) == []
    assert codes(claim("20"), claim("26"), claim("26")) == ["CAS101"]


STALE = [
    """Eight die in Kol shooting\n\nA man killed seven people in Kol, police said.

    Six of the people killed died at the mill. A seventh, a boy, was pronounced dead in Osk.""",
    "Toll now six\n\nThe toll rose to four on Monday after divers pulled out two more bodies.",
    "Toll of volcano stays at two\n\nThe eruption has killed four people, both of them cooks.",
    "A bus crash killed eight people.\n\nDivers recovered the last of the six bodies on Sunday.",
    "Car hits crowd; six killed\n\nFour people, two of them children, died on Monday.",
]
"""What tells of parts, of bodies or of both of them, and explains no other number."""


@pytest.mark.parametrize("text", STALE)
def test_what_is_counted_in_explains_no_other_number(text: str) -> None:
    assert [f.code for f in casualties.check(text).findings] == ["CAS101"]


def test_people_of_two_names_are_not_held_against_each_other() -> None:
    velmish, orlish = "790 Velmish soldiers were killed.", "90 Orlish soldiers were killed."
    assert [f.code for f in casualties.check(f"{velmish}\n\n{orlish}").findings] == []
    again = velmish.replace("790", "640")
    assert [f.code for f in casualties.check(f"{velmish}\n\n{again}").findings] == ["CAS101"]


def test_one_statement_of_a_source_disputes_nothing() -> None:
    told = "Local media said nine people on board had died and two people on the quay had died."
    assert casualties.check(told).findings == ()


def test_a_text_that_is_checked_again_has_the_same_findings() -> None:
    text = "The flood killed 45 people.\n\nThe toll is at least 40, police said."
    findings = [f.figures for f in casualties.check(text).findings]
    assert findings
    assert [f.figures for f in casualties.check(text).findings] == findings
