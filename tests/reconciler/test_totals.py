"""The count that a coder would enter: which figure, or which sum."""

from casualties.model import Basis, Figure, Kind, Outcome, Scope
from tests.reconciler.drafts import claim, reconciled, totals

INJURED = Outcome.INJURED
PART, ADDITIONAL, PREVIOUS = Scope.PART, Scope.ADDITIONAL, Scope.PREVIOUS


def bases(*claims: Figure) -> list[Basis]:
    return [total.basis for total in reconciled(*claims).totals]


def test_one_total_for_each_event_and_outcome() -> None:
    reconciliation = reconciled(
        claim("12"),
        claim("12"),
        claim("30", outcome=INJURED),
        claim("40", event="2004 Orlo"),
        claim("3", scope=PART),
    )
    assert [(t.event, t.outcome, t.number) for t in reconciliation.totals] == [
        ("main", "killed", 12),
        ("main", "injured", 30),
        ("2004 Orlo", "killed", 40),
    ]


def test_the_number_is_the_one_in_the_words() -> None:
    assert totals(claim("more than 145")) == [("146+", 145)]
    assert totals(claim("up to 300")) == [("0-300", 300)]
    assert totals(claim("nearly 50")) == [("45-49", 50)]
    assert totals(claim("dozens")) == [("24+", 24)]


def test_exact_before_bounds_before_vague() -> None:
    assert totals(claim("dozens"), claim("at least 40"), claim("45")) == [("45", 45)]
    assert totals(claim("dozens"), claim("at least 40")) == [("40+", 40)]
    assert totals(claim("none"), claim("dozens")) == [("24+", 24)]


def test_the_most_stated_then_the_last() -> None:
    assert totals(claim("45"), claim("45"), claim("54")) == [("45", 45)]
    assert totals(claim("45"), claim("54")) == [("54", 54)]


def test_a_caption_counts_less_than_the_body() -> None:
    assert totals(claim("more than 210"), claim("at least 180", passage=Kind.CAPTION)) == [
        ("211+", 210)
    ]


def in_one_sentence(*words: str) -> list[Figure]:
    return [claim(each, sentence=", and ".join(words)) for each in words]


def test_counts_side_by_side_in_one_sentence_are_added() -> None:
    assert totals(*in_one_sentence("2", "1")) == [("3", 3)]
    assert bases(*in_one_sentence("2", "1")) == [Basis.SUM_OF_PARTS]
    assert bases(claim("3"), *in_one_sentence("2", "1")) == [Basis.STATED]


def test_a_number_put_twice_in_one_sentence_is_not_added() -> None:
    assert totals(*in_one_sentence("2", "2")) == [("2", 2)]
    assert totals(*in_one_sentence("40", "at least 38")) == [("40", 40)]


def test_the_articles_own_words_before_a_source() -> None:
    assert totals(claim("12"), claim("15", source="police")) == [("12", 12)]
    assert totals(
        claim("at least 12"), claim("15", source="police"), claim("30", source="army")
    ) == [("12+", 12)]


def test_a_source_may_know_more_than_the_article_says() -> None:
    assert totals(claim("more than 20"), claim("22", source="police")) == [("22", 22)]


def test_populations_are_added_where_no_total_is_stated() -> None:
    claims = (
        claim("1", population="police officer"),
        claim("4", population="soldier"),
        claim("6", population="attacker"),
    )
    assert totals(*claims) == [("5", 5)]
    assert bases(*claims) == [Basis.SUM_OF_PARTS]


def test_numbers_are_added_as_numbers_and_ranges_as_ranges() -> None:
    assert totals(claim("4", population="guard"), claim("more than 30", population="prisoner")) == [
        ("35+", 34)
    ]


def test_populations_beside_a_total_are_not_added() -> None:
    assert totals(claim("12"), claim("4", population="soldier")) == [("12", 12)]
    assert bases(claim("12"), claim("4", population="soldier")) == [Basis.STATED]


def test_others_add_to_whom_they_are_told_apart_from() -> None:
    others = claim("5", scope=ADDITIONAL)
    assert totals(claim("1", population="reporter"), others) == [("1", 1)]
    told_apart = claim("5", scope=ADDITIONAL, sentence="a reporter and 5 others died")
    assert totals(claim("12"), told_apart) == [("12", 12)]


def test_an_increment_right_behind_a_count_is_added() -> None:
    more = claim("2", scope=ADDITIONAL, paragraph=1)
    assert totals(claim("8", paragraph=1), more) == [("10", 10)]
    assert totals(claim("8", population="guard", paragraph=1), more) == [("10", 10)]


def test_an_increment_that_the_count_may_hold_is_not_added() -> None:
    count, more = claim("8", paragraph=1), claim("2", scope=ADDITIONAL, paragraph=1)
    assert totals(count, claim("2", scope=ADDITIONAL, paragraph=2)) == [("8", 8)]
    assert totals(count, claim("1", scope=PART, paragraph=1), more) == [("8", 8)]
    assert totals(count, claim("6", scope=PREVIOUS, paragraph=1), more) == [("8", 8)]
    rise = "the toll rose to 8 after 2 died"
    assert totals(claim("8", sentence=rise), claim("2", scope=ADDITIONAL, sentence=rise)) == [
        ("8", 8)
    ]


def test_where_sources_dispute_one_of_them_is_added_up() -> None:
    assert totals(
        claim("18", population="civilian", source="rescuers"),
        claim("none", population="civilian", source="the army"),
        claim("3", population="fighter", source="the army"),
    ) == [("18", 18)]


def test_the_largest_part_where_nothing_else_is_stated() -> None:
    assert totals(claim("3", scope=PART), claim("8", scope=PART), claim("5", scope=PART)) == [
        ("8", 8)
    ]


def test_parts_that_make_more_than_dozens() -> None:
    assert totals(claim("dozens"), claim("90", scope=PART)) == [("90", 90)]
    assert totals(claim("dozens"), claim("9", scope=PART)) == [("24+", 24)]


def test_an_old_toll_or_the_attackers_where_nothing_else_is_stated() -> None:
    assert totals(claim("14", scope=PREVIOUS)) == [("14", 14)]
    assert totals(claim("2", population="attacker")) == [("2", 2)]


def test_a_headline_with_other_nouns_is_not_added_to_the_body() -> None:
    headline = [
        claim("1", population="mother", passage=Kind.HEADLINE, sentence="1 mother, 2 children die"),
        claim("2", population="child", passage=Kind.HEADLINE, sentence="1 mother, 2 children die"),
    ]
    body = [claim("1", population="woman"), claim("2", population="child")]
    assert totals(*headline, *body) == [("3", 3)]


def test_one_victim_told_by_two_nouns_is_one() -> None:
    assert totals(claim("1", population="driver"), claim("1", population="woman")) == [("1", 1)]
    assert totals(claim("3", population="skier"), claim("2", population="man")) == [("3", 3)]


def test_a_man_and_a_woman_are_two() -> None:
    assert totals(claim("1", population="man"), claim("1", population="woman")) == [("2", 2)]
    assert totals(claim("1", population="woman"), claim("2", population="child")) == [("3", 3)]
    assert totals(claim("4", population="soldier"), claim("1", population="nurse")) == [("5", 5)]
