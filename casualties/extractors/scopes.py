"""Whether a figure is a total, a part, an increment, or superseded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from casualties.extractors.analysis import Analysis, Claim
from casualties.extractors.chunks import Chunk
from casualties.extractors.tokens import Token
from casualties.lexicon import load
from casualties.model import (
    ATTACKER,
    MAIN,
    PEOPLE,
    Figure,
    Kind,
    Outcome,
    Passage,
    Qualifier,
    Scope,
)

__all__ = ["Reading", "read_scope", "settle_scopes"]

_WORDS = load("scopes")
_OLD_ADJECTIVES = frozenset(_WORDS["old_adjectives"])
_OLD_NOUNS = frozenset(_WORDS["old_nouns"])
_OLD_ADVERBS = frozenset(_WORDS["old_adverbs"])
_OLD_PHRASES = tuple(_WORDS["old_phrases"])
_CONDITIONS = frozenset(_WORDS["conditions"])
_PLACES = frozenset(_WORDS["places"])
_IN = frozenset({"in", "at", "on", "near", "inside", "outside", "aboard"})
_DATES = frozenset(load("things")["months"]) | frozenset(load("events")["days"])
# Those who fight are not among the victims whom a generic total counts.
_COMBATANTS = frozenset({"fighter", "militant", "rebel", "insurgent", "guerrilla"})
_LEAD = 3
_NEAR = 4
_MOST = 200
_MORE = frozenset({"more", "further", "additional", "another"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure with what its sentence shows of its scope.

    ``place`` is where those counted were, if the words say so; ``group`` the sentence and the list
    that it stands in; ``is_condition`` whether it counts people by how they fare in hospital.
    """

    figure: Figure
    place: str | None
    group: tuple[int, int]
    is_condition: bool


def read_scope(
    analysis: Analysis, claim: Claim, figure: Figure, told: Sequence[Reading]
) -> Reading:
    """The figure with the scope that its sentence gives it, after the figures ``told`` before."""
    chunk = analysis.chunks[claim.index]
    harm = analysis.chunks[claim.harm] if claim.harm >= 0 else None
    before = [reading.figure for reading in told[-_MOST:]]
    scope = claim.scope
    if scope is Scope.PREVIOUS and before and before[-1].event != figure.event:
        scope = Scope.TOTAL  # "61 this year, down from 70 last year": another year's count
    scope = scope or _scope_in_sentence(analysis, chunk, figure, before)
    return Reading(
        replace(figure, scope=scope),
        _place_of(analysis.tokens, chunk.first, chunk.last),
        (figure.start - analysis.tokens[chunk.first].start, claim.group),
        is_condition=(
            harm is not None
            and claim.outcome is Outcome.INJURED
            and figure.passage is not Kind.HEADLINE
            and bool(
                _CONDITIONS & {t.text for t in analysis.tokens[max(0, harm.first - 1) : harm.last]}
            )
        ),
    )


def _scope_in_sentence(
    analysis: Analysis, chunk: Chunk, figure: Figure, told: Sequence[Figure]
) -> Scope:
    tokens, number = analysis.tokens, chunk.number
    if number is None or _is_superseded(tokens, chunk.first):
        return Scope.PREVIOUS if number is not None else Scope.TOTAL
    same = [f for f in told if f.event == figure.event and f.outcome is figure.outcome]
    opening = {token.text for token in tokens[number.first : number.last]}
    if not number.is_additional:
        recalls = "the" in opening and any(
            f.scope is Scope.ADDITIONAL and f.number == number.value for f in same
        )
        return Scope.ADDITIONAL if recalls else Scope.TOTAL
    if number.word == "no":
        return Scope.ADDITIONAL if any(f.range.high != 0 for f in same) else Scope.TOTAL
    if not told or "new" in {t.text for t in tokens[number.last : number.last + 2]}:
        return Scope.ADDITIONAL
    last = told[-1]
    adjoins = figure.start - tokens[chunk.first].start <= last.start
    if adjoins and last.outcome is not figure.outcome and last.event == figure.event:
        return Scope.TOTAL
    if same and _MORE & {t.text for t in tokens[number.first : chunk.last]}:
        return Scope.ADDITIONAL
    adds = any(
        f.scope is not Scope.PREVIOUS
        and (
            f.sentence == figure.sentence
            or (figure.paragraph - f.paragraph <= 2 and f.passage is not Kind.HEADLINE)
            or (f.scope is Scope.ADDITIONAL and f.number == figure.number)
        )
        for f in same
        if f in told[-_NEAR:]
    )
    return Scope.ADDITIONAL if adds else Scope.TOTAL


def _is_superseded(tokens: list[Token], at: int) -> bool:
    """Whether the words before token ``at`` say that the number is an older one."""
    start = max((i + 1 for i in range(at) if tokens[i].text in (";", "but", "now")), default=0)
    words = [token.text for token in tokens[start:at]]
    for position, word in enumerate(words):
        nearby = words[position + 1 : position + 4]
        if word in _OLD_ADJECTIVES and _OLD_NOUNS & set(nearby):
            # "raised the previous toll to six" gives the new one
            return not {"to", "by"} & set(words[-2:])
        if word == "previous" and position == len(words) - 1:
            return True
        if word in _OLD_ADVERBS and words[position + 1 : position + 2] != ["unknown"]:
            return True
    text = f" {' '.join(words)} "
    return any(f" {phrase} " in text for phrase in _OLD_PHRASES)


def _place_of(tokens: list[Token], first: int, last: int) -> str | None:
    """The place or house that a figure is told of: "In Velm, 21 ...", "nine died at the clinic".

    Only a phrase at the head of the sentence or close behind the figure counts.
    """
    for token in tokens[last : last + 7]:
        if token.kind in ("mark", "numeral"):
            break
        if token.text == "alone":
            return "alone"
    for position, token in enumerate(tokens[:-1]):
        is_head = position < 2 and position < first
        is_tail = last <= position <= last + 5 and not any(
            t.text in (",", ";", "and", "when", "after", "as") for t in tokens[last:position]
        )
        if token.text in _IN and (is_head or is_tail):
            place = _place_at(tokens, position + 1)
            if place is not None:
                return place
    return None


def _place_at(tokens: list[Token], start: int) -> str | None:
    """The last word of the name, or the noun for a place, at ``start`` or soon after."""
    for position in range(start, min(len(tokens), start + 5)):
        word = tokens[position]
        is_end = word.kind == "mark" or word.text in ("and", "when", "that", "which")
        if is_end or word.text in _DATES or word.kind in ("numeral", "clock", "ordinal"):
            return None
        is_name = word.is_capital and word.text not in ("the", "a", "an")
        if is_name and position + 1 < len(tokens) and tokens[position + 1].is_capital:
            continue
        if is_name or word.text in _PLACES:
            return word.text
    return None


_ARCHIVE = regex.compile(
    r"(?:earlier|previous|older) (?:updates?|reports?|versions?|entries)\W*$", regex.IGNORECASE
)
_LATE = regex.compile(
    r"\b(?:die[ds]? overnight|succumb\w*|(?:have|has) (?:since |now )?died,|later died|died later)",
    regex.IGNORECASE,
)
_LEAST_STAMPS = 3
_BY_A_DAY = regex.compile(
    r"\bby (?:\w+ )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|noon|midnight|dusk|evening)\b",
    regex.IGNORECASE,
)
_STAMP = regex.compile(r"(\d{1,2})[.:](\d{2})\b(?!\s*(?:per|%|m\b))")


def _stamps(passages: Sequence[Passage]) -> dict[int, int]:
    """The minute of the day under which each passage of a live blog stands, by its number.

    Three passages or more must open with a time; others have none. What stands under a heading such
    as "Earlier updates" is older than all above it.
    """
    for position, passage in enumerate(passages):
        if _ARCHIVE.match(passage.text):
            return {p.number: -(i > position) for i, p in enumerate(passages)}
    opened = {p.number: m for p in passages if (m := _STAMP.match(p.text))}
    if len(opened) < _LEAST_STAMPS:
        return {}
    stamps: dict[int, int] = {}
    minute = None
    for passage in passages:
        match = opened.get(passage.number)
        minute = int(match[1]) * 60 + int(match[2]) if match else minute
        if minute is not None:
            stamps[passage.number] = minute
    return stamps


def _words(figure: Figure) -> set[str]:
    """The words of a figure's sentence, in lower case."""
    return set(figure.sentence.lower().replace(",", " ").split())


def _settle_history(
    settled: list[Figure], readings: Sequence[Reading], stamps: dict[int, int]
) -> None:
    """Make superseded what the text dates before another count of the same people."""
    for i, figure in enumerate(settled):
        if figure.scope is not Scope.TOTAL:
            continue
        same = settled
        minute = stamps.get(figure.paragraph)
        place = readings[i].place
        is_local = readings[i].is_condition or (place is not None and place not in _PLACES)
        newer = (
            minute is not None
            and not is_local
            and any(
                f.scope is Scope.TOTAL
                and stamps.get(f.paragraph, minute) > minute
                and not f.range.overlaps(figure.range)
                for f in same
            )
        )
        offset = max(0, figure.sentence.find(figure.text))
        by_then = _BY_A_DAY.search(figure.sentence[:offset])
        overtaken = by_then is not None and any(
            f.start > figure.start and f.range.low > (figure.range.high or figure.range.low)
            for f in same
            if f.scope is Scope.TOTAL and f.paragraph - figure.paragraph <= 1
        )
        replaced = figure.passage is Kind.PARAGRAPH and any(
            f.scope is Scope.PREVIOUS and f.number == figure.number and f.range == figure.range
            for f in same
        )
        dated = replaced and _DATES & _words(figure)
        # "on Wednesday the toll rose from 14 to 31", where the lead has 39
        risen = _DATES & _words(figure) and any(
            f.scope is Scope.PREVIOUS and f.sentence == figure.sentence for f in same
        )
        surpassed = risen and any(
            f.scope is Scope.TOTAL and f.paragraph <= _LEAD and f.range.low > figure.range.low
            for f in same
        )
        if newer or dated or overtaken or surpassed:
            settled[i] = replace(figure, scope=Scope.PREVIOUS)


def settle_scopes(readings: Sequence[Reading], passages: Sequence[Passage]) -> list[Figure]:
    """The figures with the scopes that only the whole document shows.

    What is told of one place, of one person or of a specific population beside a wider total is a
    part of that; the places that the first passages name are the event's own. Where more figures
    of one event and outcome are told than any article has, they are left as they are.
    """
    places = {
        passage.number: frozenset(passage.text.lower().split()) - _PLACES
        for passage in passages[:_LEAD]
    }
    stamps = _stamps(passages)
    opening = readings[0].figure.sentence if readings else ""
    alike: dict[tuple[str, Outcome], list[int]] = {}
    for i, reading in enumerate(readings):
        alike.setdefault((reading.figure.event, reading.figure.outcome), []).append(i)
    settled = [reading.figure for reading in readings]
    for indexes in alike.values():
        if len(indexes) <= _MOST:
            group = [readings[i] for i in indexes]
            for i, figure in zip(indexes, _settle(group, stamps, places, opening), strict=True):
                settled[i] = figure
    _settle_lists(readings, settled)
    return settled


def _settle(
    readings: Sequence[Reading],
    stamps: dict[int, int],
    places: dict[int, frozenset[str]],
    opening: str,
) -> list[Figure]:
    """The figures of one event and outcome with their scopes settled."""
    settled = [reading.figure for reading in readings]
    _settle_history(settled, readings, stamps)
    for i, reading in enumerate(readings):
        figure = settled[i]
        if figure.scope is not Scope.TOTAL or figure.population == ATTACKER:
            continue
        totals = [
            (other, readings[j].is_condition)
            for j, other in enumerate(settled)
            if j != i and other.scope is Scope.TOTAL and other.population != ATTACKER
        ]
        if reading.is_condition and any(
            not is_condition and _leaves_room(other, figure) for other, is_condition in totals
        ):
            settled[i] = replace(figure, scope=Scope.PART)
            continue
        wider = [
            other
            for other, _ in totals
            if other.qualifier is not Qualifier.NONE and _is_wider(other, figure)
        ]
        is_lead = figure.paragraph < _LEAD and (len(places) >= _LEAD or figure.sentence == opening)
        if wider and _is_late_death(figure) and figure.range.high != 0:
            settled[i] = replace(figure, scope=Scope.ADDITIONAL)
        elif wider and _is_part(reading, figure, settled, wider, places, is_lead=is_lead):
            settled[i] = replace(figure, scope=Scope.PART)
    return settled


def _leaves_room(other: Figure, figure: Figure) -> bool:
    """Whether a figure allows more than another one does."""
    return other.range.high is None or other.range.high > (figure.range.high or figure.range.low)


def _is_wider(other: Figure, figure: Figure) -> bool:
    """Whether a figure counts more than another one can."""
    high = figure.range.high or figure.range.low
    ceiling = other.range.high if other.qualifier is Qualifier.AT_MOST else other.range.low
    return ceiling is not None and ceiling > high


def _is_late_death(figure: Figure) -> bool:
    """Whether it tells of people who died after the others: "two more passengers succumbed"."""
    if figure.outcome is not Outcome.KILLED or not figure.range.is_exact:
        return False
    return _LATE.search(figure.sentence) is not None


def _settle_lists(readings: Sequence[Reading], settled: list[Figure]) -> None:
    """Where one item of a list of places is a part, so are the others."""
    parts = {
        reading.group
        for reading, figure in zip(readings, settled, strict=True)
        if figure.scope is Scope.PART and reading.place is not None
    }
    for i, reading in enumerate(readings):
        if reading.group in parts and reading.place and settled[i].scope is Scope.TOTAL:
            settled[i] = replace(settled[i], scope=Scope.PART)


def _is_part(  # noqa: PLR0913 - what tells a part from a total stands in several places
    reading: Reading,
    figure: Figure,
    figures: Sequence[Figure],
    wider: Sequence[Figure],
    places: dict[int, frozenset[str]],
    *,
    is_lead: bool,
) -> bool:
    """Whether a figure counts some of those whom one of the ``wider`` ones counts."""
    is_specific = figure.population != PEOPLE and figure.population not in _COMBATANTS
    if is_specific and any(other.population == PEOPLE for other in wider):
        return not any(
            other.population == PEOPLE
            and other.scope is Scope.TOTAL
            and other.range.overlaps(figure.range)
            and other.qualifier not in (Qualifier.AT_MOST, Qualifier.FEWER_THAN)
            for other in figures
        )
    if figure.text.endswith(("bodies", "corpses")) and figure.passage is not Kind.HEADLINE:
        return True
    if reading.place == "alone":
        return True
    if is_lead or figure.passage in (Kind.HEADLINE, Kind.CAPTION, Kind.CORRECTION):
        return False
    is_nobody = figure.range.high == 0 and figure.paragraph >= _LEAD
    if (is_nobody or figure.range.high == 1) and figure.population == PEOPLE:
        return True
    if reading.place is None or figure.event != MAIN:
        return False
    return not any(
        reading.place in names for number, names in places.items() if number < figure.paragraph
    )
