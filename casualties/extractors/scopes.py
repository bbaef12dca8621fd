"""Whether a figure is a total, a part, an increment, or superseded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casualties.extractors.chunks import Chunk
from casualties.extractors.claims import Claim
from casualties.extractors.tokens import Token
from casualties.lexicon import load
from casualties.model import ATTACKER, MAIN, PEOPLE, Figure, Kind, Outcome, Qualifier, Scope

__all__ = ["Reading", "is_condition", "place_of", "scope_of", "settle_scopes"]

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
_MORE = frozenset({"more", "further", "additional", "another"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure with what its sentence shows of its scope: the place that it is told of, if any."""

    figure: Figure
    place: str | None
    group: int = 0
    is_condition: bool = False


def scope_of(
    tokens: list[Token], chunk: Chunk, claim: Claim, event: str, told: Sequence[Figure], sentence_start: int, paragraph: int
) -> Scope:
    """The scope that the words of a sentence give a figure, after the figures ``told`` before it."""
    if claim.scope is not None:
        return claim.scope
    if _is_superseded(tokens, chunk.first):
        return Scope.PREVIOUS
    number = chunk.number
    if number is None:
        return Scope.TOTAL
    if not number.is_additional:
        is_definite = any(token.text == "the" for token in tokens[number.first : number.last])
        recalls = is_definite and any(
            f.scope is Scope.ADDITIONAL and f.outcome is claim.outcome and f.number == number.value
            for f in told
        )
        return Scope.ADDITIONAL if recalls else Scope.TOTAL
    if any(token.text == "new" for token in tokens[number.last : number.last + 2]) or not told:
        return Scope.ADDITIONAL
    before = told[-1]
    adjoins = sentence_start <= before.start
    if adjoins and before.outcome is not claim.outcome and before.event == event:
        return Scope.TOTAL
    near = [f for f in told[-4:] if f.event == event and f.outcome is claim.outcome]
    is_more = any(t.text in _MORE for t in tokens[number.first : chunk.last])
    if is_more and any(f.event == event and f.outcome is claim.outcome for f in told):
        return Scope.ADDITIONAL
    adds = any(f.scope is not Scope.PREVIOUS and paragraph - f.paragraph <= 1 and f.passage is not Kind.HEADLINE for f in near)
    return Scope.ADDITIONAL if adds else Scope.TOTAL


def _is_superseded(tokens: list[Token], at: int) -> bool:
    """Whether the words before token ``at`` say that the number is an older one."""
    start = max((i + 1 for i in range(at) if tokens[i].text == ";"), default=0)
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
    text = " ".join(words)
    return any(phrase in text for phrase in _OLD_PHRASES)


def is_condition(tokens: list[Token], harm: Chunk) -> bool:
    """Whether the harm word says how the injured fare: "in critical condition", "admitted"."""
    return bool(_CONDITIONS & {token.text for token in tokens[harm.first : harm.last]})


def place_of(tokens: list[Token], first: int, last: int) -> str | None:
    """The place or house that a figure is told of: "In Harlan, 21 ...", "nine died at the clinic".

    Only a phrase at the head of the sentence or close behind the figure counts.
    """
    for position, token in enumerate(tokens[:-1]):
        is_head = position < 2 and position < first
        is_tail = last <= position <= last + 5 and not any(
            t.text in (",", ";", "and", "when", "after", "as") for t in tokens[last:position]
        )
        if token.text not in _IN or not (is_head or is_tail):
            continue
        for further in range(position + 1, min(len(tokens), position + 6)):
            word = tokens[further]
            if word.kind == "mark" or word.text in ("and", "when", "that", "which"):
                break
            if word.text in _DATES or word.kind in ("numeral", "clock", "ordinal"):
                break
            is_name = word.is_capital and word.text not in ("the", "a", "an")
            if is_name and further + 1 < len(tokens) and tokens[further + 1].is_capital:
                continue
            if is_name or word.text in _PLACES:
                return word.text
    if any(token.text == "alone" for token in tokens[last : last + 7]):
        return "alone"
    return None


def settle_scopes(readings: Sequence[Reading], lead: str) -> list[Figure]:
    """The figures with the scopes that only the whole document shows.

    What is told of one place, of one person or of a specific population beside a wider total is a
    part of that. ``lead`` is the text of the first passages, whose places are the event's own.
    """
    settled = [reading.figure for reading in readings]
    known = frozenset(lead.split()) - _PLACES
    for i, reading in enumerate(readings):
        figure = settled[i]
        if figure.scope is not Scope.TOTAL or figure.population == ATTACKER:
            continue
        wider = [
            other
            for other in settled
            if other is not figure
            and other.event == figure.event
            and other.outcome is figure.outcome
            and other.scope is Scope.TOTAL
            and other.population != ATTACKER
            and other.qualifier is not Qualifier.NONE
            and other.range.low > (figure.range.high or figure.range.low)
        ]
        if reading.is_condition and any(
            other.event == figure.event
            and other.outcome is figure.outcome
            and other.scope is Scope.TOTAL
            and not readings[j].is_condition
            and (other.range.high is None or other.range.high > (figure.range.high or figure.range.low))
            for j, other in enumerate(settled)
        ):
            settled[i] = replace(figure, scope=Scope.PART)
            continue
        if not wider:
            continue
        generic = [other for other in wider if other.population == PEOPLE]
        if _is_part(figure, reading.place, wider, generic, settled, known):
            settled[i] = replace(figure, scope=Scope.PART)
    _settle_lists(readings, settled)
    return settled


def _settle_lists(readings: Sequence[Reading], settled: list[Figure]) -> None:
    """Where one item of a list of places is a part, so are the others."""
    parts = {
        reading.group
        for reading, figure in zip(readings, settled, strict=True)
        if figure.scope is Scope.PART and reading.place is not None and reading.group
    }
    for i, reading in enumerate(readings):
        if reading.group in parts and reading.place and settled[i].scope is Scope.TOTAL:
            settled[i] = replace(settled[i], scope=Scope.PART)


def _is_part(
    figure: Figure,
    place: str | None,
    wider: Sequence[Figure],
    generic: Sequence[Figure],
    figures: Sequence[Figure],
    known: frozenset[str],
) -> bool:
    if figure.population != PEOPLE and figure.population not in _COMBATANTS and generic:
        same = [
            other
            for other in figures
            if other.population == PEOPLE
            and other.event == figure.event
            and other.outcome is figure.outcome
            and other.scope is Scope.TOTAL
            and other.range.overlaps(figure.range)
            and other.qualifier not in (Qualifier.AT_MOST, Qualifier.FEWER_THAN)
        ]
        return not same
    if figure.text.endswith(("bodies", "corpses")) and figure.passage is Kind.PARAGRAPH:
        return True
    if figure.passage in (Kind.HEADLINE, Kind.CAPTION, Kind.CORRECTION) or figure.paragraph <= _LEAD:
        return False
    if figure.range.high is not None and figure.range.high <= 1 and figure.population == PEOPLE:
        return bool(generic)
    if place is None or figure.event != MAIN:
        return False
    return bool(generic) and place not in known
