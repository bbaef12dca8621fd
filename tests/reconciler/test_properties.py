"""What holds for any figures at all."""

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from casualties.model import Figure, Figures, Kind, Outcome, Qualifier, Scope
from casualties.reconciler import reconcile
from tests.reconciler.drafts import WORDINGS, claim, codes, placed, reconciled

NUMBERS = st.integers(1, 300)
WORDS = st.builds(
    lambda bound, number: f"{bound} {number}".strip(), st.sampled_from([*WORDINGS]), NUMBERS
)
CLAIMS = st.builds(
    claim,
    WORDS | st.sampled_from(["dozens", "hundreds", "several", "none"]),
    population=st.sampled_from(["people", "people", "miner", "child", "attacker"]),
    outcome=st.sampled_from(Outcome),
    scope=st.sampled_from([Scope.TOTAL, Scope.TOTAL, *Scope]),
    event=st.sampled_from(["main", "main", "2004 Orlo"]),
    source=st.sampled_from([None, None, "police", "the police chief", "the army"]),
    passage=st.sampled_from(Kind),
)
TEXTS = st.lists(CLAIMS, max_size=8)


@given(TEXTS)
def test_the_same_figures_give_the_same_report(claims: list[Figure]) -> None:
    assert reconciled(*claims) == reconciled(*claims)


@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_in_which_figures_are_given_changes_nothing(
    claims: list[Figure], order: random.Random
) -> None:
    document, figures = placed(*claims)
    shuffled = order.sample(figures, len(figures))
    again = reconcile(document, Figures(shuffled))
    once = reconcile(document, figures)
    assert (once.line_items, once.totals, once.findings) == (
        again.line_items,
        again.totals,
        again.findings,
    )


@given(st.lists(WORDS, min_size=2, max_size=2))
def test_a_rule_for_pairs_is_symmetric(words: list[str]) -> None:
    assert sorted(codes(*map(claim, words))) == sorted(codes(*map(claim, reversed(words))))


@given(CLAIMS, st.integers(1, 5))
def test_a_text_that_repeats_itself_is_never_flagged(figure: Figure, times: int) -> None:
    assert codes(*[figure] * times) == []


@given(st.integers(1, 400), st.integers(0, 4))
def test_vague_words_and_the_exact_number_that_they_allow_agree(number: int, times: int) -> None:
    vague = [words for words in ("dozens", "hundreds", "several") if number in claim(words).range]
    for words in vague:
        assert codes(claim(words), *[claim(str(number))] * times) == []


@given(TEXTS)
def test_every_event_and_outcome_with_figures_has_one_total(claims: list[Figure]) -> None:
    reconciliation = reconciled(*claims)
    keys = [(total.event, total.outcome) for total in reconciliation.totals]
    assert len(keys) == len(set(keys))
    assert set(keys) == {(figure.event, figure.outcome) for figure in reconciliation.figures}
    for total in reconciliation.totals:
        assert total.number >= 0


@given(TEXTS)
def test_every_total_figure_is_in_one_line_item_at_most(claims: list[Figure]) -> None:
    reconciliation = reconciled(*claims)
    held = [figure.id for item in reconciliation.line_items for figure in item.figures]
    totals = {f.id for f in reconciliation.figures if f.scope is Scope.TOTAL}
    assert len(held) == len(set(held))
    assert set(held) <= totals


@given(TEXTS)
def test_a_finding_names_two_figures_or_more_and_each_once(claims: list[Figure]) -> None:
    for finding in reconciled(*claims).findings:
        ids = [figure.id for figure in finding.figures]
        assert len(ids) == len(set(ids)) >= 2
        assert "{" not in finding.message
        assert finding.suggestion


@given(TEXTS)
def test_figures_of_another_event_change_no_finding(claims: list[Figure]) -> None:
    main = [replace(figure, event="main") for figure in claims]
    others = [replace(figure, event="2004 Orlo", number=None) for figure in claims]
    elsewhere = [f for f in others if f.qualifier is Qualifier.EXACT and f.scope is Scope.TOTAL]
    about_main = [
        (finding.code, [figure.text for figure in finding.figures])
        for finding in reconciled(*main, *elsewhere[:1]).findings
    ]
    assert about_main == [
        (finding.code, [figure.text for figure in finding.figures])
        for finding in reconciled(*main).findings
    ]


def test_thousands_of_figures_take_no_quadratic_time() -> None:
    many = [claim(str(100 + number % 900)) for number in range(3000)]
    reconciliation = reconciled(claim("99", passage=Kind.HEADLINE), *many)
    assert [finding.code for finding in reconciliation.findings] == ["CAS101"]
    parts = [claim("12", scope=Scope.PART, passage=Kind.TABLE) for _ in range(3000)]
    assert [f.code for f in reconciled(claim("100"), *parts).findings] == ["CAS202"]
