"""Whether a figure is a total, a part, an increment, or superseded."""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Mapping, Sequence

import regex

from casualties.extractors.analysis import Analysis, Claim
from casualties.extractors.antecedents import names_another_event
from casualties.extractors.attackers import set_killers_apart, settle_attackers
from casualties.extractors.chunks import Chunk
from casualties.extractors.doubts import mark_doubtful
from casualties.extractors.history import History
from casualties.extractors.mixtures import settle_mixtures
from casualties.extractors.numbers import value_of
from casualties.extractors.portions import find_alike, is_portion
from casualties.extractors.readings import Reading, read_figure
from casualties.extractors.references import link_references
from casualties.extractors.restated import find_told_over, without_doubts
from casualties.extractors.runs import settle_runs
from casualties.extractors.stages import settle_stages
from casualties.extractors.strays import is_slip_for_one
from casualties.extractors.subsets import settle_repeated_parts
from casualties.extractors.sums import (
    settle_causes,
    settle_grand_totals,
    settle_members,
    settle_neighbours,
    settle_steps,
    settle_sums,
    settle_targets,
)
from casualties.extractors.superseded import is_superseded
from casualties.extractors.surroundings import Surroundings, find_sole
from casualties.extractors.survivors import mark_survivors
from casualties.extractors.times import EVENT_NOUNS
from casualties.extractors.tokens import text_at
from casualties.extractors.wholes import (
    settle_casualties,
    settle_lists,
    settle_nested,
    settle_parts,
    settle_shares,
    settle_strays,
)
from casualties.lexicon import load
from casualties.model import MAIN, PEOPLE, Doubt, Figure, Kind, Outcome, Passage, Scope
from casualties.patterns import either, pattern
from casualties.ranges import is_slip
from casualties.records import replace

__all__ = ["read_scope", "settle_scopes"]

_NEAR = 4
_INDIRECT = frozenset({"indirect", "indirectly"})
_SEVERAL = 10
_SAME_PLACE = 3
_BESIDE = 2
_FEW = 3
_MOST = 200
_DEFINITE = pattern(either(load("grammar")["definite"]), regex.IGNORECASE)
_AS = frozenset({"as", "after", "when"})
_REST = frozenset(load("scopes")["rest"])
_MORE = frozenset({"more", "further", "additional", "another"})
_REMAINS = frozenset(load("parts")["remains"])

# "In this attack 14 people were killed", one of two
_IN_THIS = pattern(rf"\bin (?:this|that) {either(sorted(EVENT_NOUNS))}\b[^.;]*$", regex.IGNORECASE)
_AND_THE = pattern(rf",? and {either(load('grammar')['definite'])} ", regex.IGNORECASE)


def read_scope(
    analysis: Analysis, claim: Claim, figure: Figure, told: Sequence[Reading]
) -> Reading:
    """The figure with the scope that its sentence gives it, after the figures ``told`` before."""
    chunk = analysis.chunks[claim.index]
    scope = claim.scope
    last = told[-1].figure if told else figure
    is_of_another = last.sentence == figure.sentence and last.event != figure.event
    if scope is Scope.PREVIOUS and is_of_another:
        scope = Scope.TOTAL  # "61 this year, down from 70 last year": another year's count
    if scope is Scope.PART and claim.harm >= 0 and analysis.is_first(claim.index):
        # "It was first reported that two of the three victims had died"
        scope = Scope.PREVIOUS if is_superseded(analysis.tokens, chunk.first) else scope
    if (
        scope is Scope.PART
        and claim.outcome is Outcome.KILLED
        and chunk.of == Outcome.INJURED.value
    ):
        # "Two of the injured died later, bringing the toll to 16"
        scope = Scope.ADDITIONAL if "v" in analysis.codes[claim.index :] else scope
    if scope is None and is_portion(analysis, claim, figure, told):
        scope = Scope.PART
    scope = scope or _scope_in_sentence(analysis, chunk, figure, told)
    if scope is not figure.scope:
        figure = replace(figure, scope=scope)
    return read_figure(analysis, claim, figure, told)


def _at_their_events(readings: Sequence[Reading]) -> list[Reading]:
    """The readings, each definite count in the one event of which its number was told.

    As "the 286" of an older disaster, which are no wider count beside the 41 of this one, or those
    killed "in this attack"; parts of them ("Of the 286, nine were ...") are moved along.
    """
    events: dict[tuple[int | None, Outcome], set[str]] = {}
    moved: dict[str, str] = {}
    for figure in [reading.figure for reading in readings]:
        told = events.setdefault((figure.number, figure.outcome), set())
        is_known = _is_known(figure) or _IN_THIS.search(figure.head) is not None
        if is_known and len(told) == 1 and not told & {MAIN, figure.event}:
            moved[figure.id] = next(iter(told))
        told.add(figure.event)
    return _moved_with_parts(readings, moved)


def _slips_at_their_events(readings: Sequence[Reading]) -> list[Reading]:
    """The readings, each definite count that is a slip for those told of last in their event."""
    figures = [reading.figure for reading in readings]
    own: dict[Outcome, list[int]] = {outcome: [] for outcome in Outcome}
    told: set[tuple[int | None, Outcome]] = set()
    for figure in figures:
        if figure.event != MAIN:
            told.add((figure.number, figure.outcome))
        elif figure.number is not None and not _is_known(figure):
            insort(own[figure.outcome], figure.number)
    moved: dict[str, str] = {}
    last: dict[Outcome, Figure] = {}
    for figure in figures:
        before = last.get(figure.outcome)
        last[figure.outcome] = figure
        is_new = figure.event == MAIN and (figure.number, figure.outcome) not in told
        if before is not None and before.event != MAIN and is_new and _is_slip_for(figure, before):
            at = bisect(own[figure.outcome], figure.number or 0)
            near = own[figure.outcome][max(0, at - 1) : at + 1]
            # "Two crashes kill nine": "killing all five", "All four of the crew died"
            both = (figure.number or 0) + (before.number or 0)
            if before.paragraph != figure.paragraph and both in own[figure.outcome]:
                continue
            if not any(_is_slip(figure.number, number, least=0) for number in near):
                moved[figure.id] = before.event
    return _moved_with_parts(readings, moved)


def _moved_with_parts(readings: Sequence[Reading], moved: Mapping[str, str]) -> list[Reading]:
    """The readings, those of some ids moved, with the parts that their sentences tell of them."""
    sentences = {
        (reading.figure.paragraph, reading.figure.sentence): moved[reading.figure.id]
        for reading in readings
        if reading.figure.id in moved
    }
    return [
        reading.moved(sentences[key])
        if (key := (reading.figure.paragraph, reading.figure.sentence)) in sentences
        and (
            reading.figure.id in moved
            or (reading.figure.scope is Scope.PART and reading.figure.event == MAIN)
        )
        else reading
        for reading in readings
    ]


def _parts_that_follow(readings: Sequence[Reading]) -> list[Reading]:
    """The readings, each part by a bare number in the event of the parts told just before it.

    As in "Of the 141 who died this year, 58 were drivers. Eleven were cyclists".
    """
    followed = list(readings)
    for i in range(1, len(followed)):
        last, figure = followed[i - 1].figure, followed[i].figure
        is_next = last.paragraph == figure.paragraph and last.outcome is figure.outcome
        are_parts = last.scope is Scope.PART and figure.scope is Scope.PART
        is_bare = " " not in figure.text and not figure.head.strip()
        if is_next and are_parts and is_bare and figure.event == MAIN != last.event:
            followed[i] = followed[i].moved(last.event)
    return followed


def _is_known(figure: Figure) -> bool:
    """Whether it takes up people who were told of: "the 286"."""
    return figure.range.is_exact and _DEFINITE.match(figure.text) is not None


def _is_slip_for(figure: Figure, told: Figure) -> bool:
    """Whether a definite count is nearly that of another event's people, told just before.

    As in "In 1960 four people died there. A plaque recalls the six"; and not in "the five locals
    and the 12 tourists who were killed", which counts those of one event.
    """
    if _AND_THE.match(figure.tail) or names_another_event(figure, told):
        return False
    is_alone = value_of(figure.text.rpartition(" ")[2]) > 0  # "the six"
    is_kind = is_alone or PEOPLE in (figure.population, told.population)
    is_kind = is_kind or figure.population == told.population
    is_close = figure.paragraph - told.paragraph <= _SAME_PLACE and told.scope is Scope.TOTAL
    is_close = is_close and is_kind and _is_known(figure)
    return is_close and _is_slip(figure.number, told.number)


def _is_slip(a: int | None, b: int | None, least: int = _FEW) -> bool:
    """Whether two counts, no fewer than some, are so near that one is mistyped or stale."""
    return min(a or 0, b or 0) >= least and is_slip(a or 0, b or 0)


def _alike_or_all(figure: Figure, told: Sequence[Reading]) -> list[Figure]:
    """Those of its event and outcome, or of all harmed: "18 were shot. Five others were hurt"."""
    return [
        other
        for other in (reading.figure for reading in told)
        if other.event == figure.event and other.outcome in (figure.outcome, Outcome.CASUALTIES)
    ]


def _scope_in_sentence(
    analysis: Analysis, chunk: Chunk, figure: Figure, told: Sequence[Reading]
) -> Scope:
    tokens, number = analysis.tokens, chunk.number
    if number is None or is_superseded(tokens, chunk.first):
        return Scope.PREVIOUS if number is not None else Scope.TOTAL
    opening = analysis.words_of(number)
    is_rest = "the" in opening and not _REST.isdisjoint(opening)
    if is_rest and any(_counts_more(f, figure) for f in find_alike(figure, told)):
        return Scope.PART  # "Nine were critical. The remaining 54 were slightly hurt"
    if not number.is_additional:
        recalls = "the" in opening and any(
            f.scope is Scope.ADDITIONAL and f.number == number.value
            for f in find_alike(figure, told)
        )
        adds = recalls or (chunk.of is None and _adds_indirect(analysis, figure, told))
        return Scope.ADDITIONAL if adds else Scope.TOTAL
    same = find_alike(figure, told)
    if number.word == "no":
        return Scope.ADDITIONAL if any(f.range.high != 0 for f in same) else Scope.TOTAL
    if not told or "new" in {t.text for t in tokens[number.last : number.last + 2]}:
        return Scope.ADDITIONAL
    last = told[-1].figure
    adjoins = figure.start - tokens[chunk.first].start <= last.start
    # "as one more victim dies", "thirteen were missing; four more deaths were announced"
    adjoins = adjoins and text_at(tokens, chunk.first - 1) not in {*_AS, ";"}
    words = {token.text for token in tokens[number.first : chunk.last]}
    # "31 are missing after a day that saw five more bodies found", which bodies were before
    if same and _MORE & words and _REMAINS & words:
        return Scope.ADDITIONAL
    if adjoins and last.outcome is not figure.outcome and last.event == figure.event:
        return Scope.TOTAL
    if _is_beside(analysis, chunk, figure, last) or any(_tells_again(f, figure) for f in same):
        return Scope.TOTAL
    is_told = any(f.passage is not Kind.HEADLINE for f in same)
    if is_told and _MORE & words:
        return Scope.ADDITIONAL
    adds = any(
        f.scope is not Scope.PREVIOUS
        and (
            f.sentence == figure.sentence
            or (figure.paragraph - f.paragraph <= _SAME_PLACE and f.passage is not Kind.HEADLINE)
            or f.scope is Scope.ADDITIONAL
        )
        for f in _alike_or_all(figure, told[-_NEAR:])
    )
    return Scope.ADDITIONAL if adds else Scope.TOTAL


def _is_beside(analysis: Analysis, chunk: Chunk, figure: Figure, last: Figure) -> bool:
    """Whether others were hurt beside the dead of whom the same voice has just told."""
    words = {token.text for token in analysis.tokens[chunk.first : chunk.last]}
    is_next = figure.paragraph - last.paragraph <= _BESIDE and last.source == figure.source
    is_of_dead = (last.outcome, figure.outcome) == (Outcome.KILLED, Outcome.INJURED)
    is_others = not words.isdisjoint(("other", "others")) and words.isdisjoint(_MORE)
    return is_others and is_next and is_of_dead and last.scope is Scope.TOTAL


def _tells_again(told: Figure, figure: Figure) -> bool:
    """Whether those hurt beside the dead are told again, or nearly: "74 others", "a further 75"."""
    is_again = told.sentence != figure.sentence and told.scope is Scope.TOTAL
    is_again = is_again and "other" in told.text and " when " not in figure.sentence
    is_again = is_again and figure.outcome is told.outcome is Outcome.INJURED
    counts = sorted((told.number or 0, figure.number or 0))
    return is_again and counts[0] >= _SEVERAL and 10 * counts[0] >= 9 * counts[1]


def _counts_more(told: Figure, figure: Figure) -> bool:
    """Whether a total told before, in another sentence, leaves room for a figure."""
    high = figure.range.high
    is_total = told.scope is Scope.TOTAL and told.sentence != figure.sentence
    return is_total and high is not None and told.range.low > high


def _adds_indirect(analysis: Analysis, figure: Figure, told: Sequence[Reading]) -> bool:
    """Whether a sentence tells of indirect deaths after one on the others: they come on top."""
    if _INDIRECT.isdisjoint(analysis.vocabulary):
        return False
    same = find_alike(figure, told)
    before = [other.sentence.lower() for other in same if other.sentence != figure.sentence]
    return bool(before) and not any("indirect" in sentence for sentence in before)


def settle_scopes(
    readings: Sequence[Reading], passages: Sequence[Passage], *, is_sum: bool
) -> list[Figure]:
    """The figures with the scopes that only the whole document shows.

    What is told of one place, of one house or of a specific population beside a wider total is a
    part of that. Where more figures of one event and outcome are told than any article has, they
    are left as they are.
    """
    if not readings:
        return []
    surroundings = Surroundings(readings, passages, is_sum=is_sum)
    history = History(passages, surroundings.lead)
    by_number = {passage.number: passage for passage in passages}
    settled = _at_their_events(readings)
    settled = _parts_that_follow(settled)
    settle_shares(settled)
    settled = _slips_at_their_events(settled)
    settle_grand_totals(settled)
    settle_causes(settled)
    settle_targets(settled)
    set_killers_apart(settled, passages)
    alike: dict[tuple[str, Outcome], list[int]] = {}
    for i, reading in enumerate(settled):
        alike.setdefault((reading.figure.event, reading.figure.outcome), []).append(i)
    for indexes in alike.values():
        if len(indexes) <= _MOST:
            group = [settled[i] for i in indexes]
            settle_sums(group)
            settle_neighbours(group)
            settle_stages(group, by_number)
            settle_runs(group)
            history.settle(group)
            settle_attackers(group)
            settle_steps(group)
            settle_members(group)
            settle_nested(group)
            settle_repeated_parts(group)
            settle_parts(group, surroundings)
            for i, reading in zip(indexes, group, strict=True):
                settled[i] = reading
    history.settle_beside(settled)
    settle_casualties(settled, surroundings)
    settle_lists(settled)
    settle_strays(settled)
    sole = find_sole(settled)
    figures = [
        replace(reading.figure, doubt=Doubt.SOME)
        if reading.figure.id not in sole
        and surroundings.tells_anew(reading)
        and not is_slip_for_one(reading, settled, surroundings)
        else reading.figure
        for reading in settled
    ]
    figures = mark_survivors(mark_doubtful(figures, passages, surroundings))
    figures = without_doubts(figures, find_told_over(settled, surroundings))
    return settle_mixtures(link_references(figures, passages), passages)
