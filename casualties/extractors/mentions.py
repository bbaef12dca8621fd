"""Whether a text has told a number, in digits or in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

import regex

from casualties.extractors.nouns import is_person_noun, lemma
from casualties.lexicon import load
from casualties.model import PEOPLE, Figure, Outcome, Scope
from casualties.patterns import either, pattern

__all__ = [
    "VICTIMS",
    "are_listed",
    "count_mentions",
    "has_any",
    "has_cases",
    "has_companions",
    "has_grown_to",
    "has_kind",
    "has_number",
    "has_ordinal",
    "has_people",
    "has_rest",
    "has_somebody_beside",
    "has_subject",
    "is_made_of",
    "is_told_alone",
    "kinds_of",
]

_CARDINALS: dict[str, int] = load("numbers")["cardinals"]
_NAMES = {count: word for word, count in _CARDINALS.items()}
_ORDINALS: list[str] = load("quantities")["ordinals"]
_SECOND = 2
_TENS = 10
_CLOSE = 4
_SHORT = 3
_NEAR = 20
_LONGEST_WORD = 100
_UNITS = "|".join(word for word, count in _CARDINALS.items() if count < _TENS)
_AND_SOMEBODY = pattern(rf"\s+{either(load('reconciliation')['and_another'])}", regex.IGNORECASE)
# "three hikers who had been walking with him", "three people he was riding with"
_WITH_HIM = pattern(
    r"(?: (?:who|whom|that))?(?: [\w'’-]+){0,4}? with (?:him|her)\b"
    r"|(?: (?:whom|that))? (?:he|she) (?:was|had been) [\w-]+ with\b"
)
_MEASURES = "|".join(map(regex.escape, load("things")["units"]))


def has_number(text: str, value: int) -> bool:
    """Whether a text has the number, as no part of a longer one, of an amount or of a measure."""
    return not all(map(_is_thing, _nouns_behind(text, value)))


def has_any(text: str, value: int) -> bool:
    """Whether a text has the number, of people or of things."""
    return any(True for _ in _nouns_behind(text, value))


def count_mentions(text: str, value: int) -> int:
    """How often a text has the number."""
    return sum(not _is_thing(noun) for noun in _nouns_behind(text, value))


def has_people(text: str, value: int) -> bool:
    """Whether a text counts so many people: "with eight people on board"."""
    return bool(kinds_of(text, value))


def kinds_of(text: str, value: int) -> frozenset[str]:
    """The kinds of people of whom a text counts so many, by their nouns in the singular."""
    nouns = (noun for noun in _nouns_behind(text, value) if noun and is_person_noun(noun))
    return frozenset(map(lemma, nouns))


def has_kind(text: str, value: int, kind: str) -> bool:
    """Whether a text may count so many of a kind: "four guards", "four others", "four were found".

    "Four women" and "four cars" are no guards.
    """
    kinds = VICTIMS | {kind}
    return any(
        noun is None or not is_person_noun(noun) or lemma(noun) in kinds
        for noun in _nouns_behind(text, value)
        if not _is_thing(noun)
    )


def has_ordinal(text: str, value: int) -> bool:
    """Whether a text tells of the last of so many: "found a ninth body"."""
    last = value - _SECOND
    return 0 <= last < len(_ORDINALS) and f" {_ORDINALS[last]} " in text.lower()


def has_companions(text: str, value: int) -> bool:
    """Whether somebody was with so many: "The driver was travelling with three friends"."""
    return any(
        noun is not None
        and (is_person_noun(noun) or noun in _KIN)
        and _WITH.search(lowered[max(0, start - _NEAR) : start])
        for lowered, start, noun in _found(text, value)
    )


def has_rest(text: str, value: int) -> bool:
    """Whether so many are told of as the others: "The other 12 victims were guests"."""
    return any(lowered[:start].endswith(_REST) for lowered, start, _ in _found(text, value))


def has_subject(text: str, value: int) -> bool:
    """Whether the number alone is told of: "Seventeen were found", "18 in Velm and nine in Osk"."""
    return any(noun in _TOLD_OF for noun in _nouns_behind(text, value))


def has_cases(text: str, value: int) -> bool:
    """Whether a text tells of so many cases: "drowning was the cause of death in 35 cases"."""
    return any(noun in _FOR_PEOPLE for noun in _nouns_behind(text, value))


def is_told_alone(text: str, value: int) -> bool:
    """Whether a text tells the number as a count whose noun was named before: "it was 71"."""
    return any(
        noun is None and _ALONE.search(lowered[max(0, start - _NEAR) : start])
        for lowered, start, noun in _found(text, value)
    )


def has_somebody_beside(figure: Figure) -> bool:
    """Whether one more is told of beside those counted: "three skiers and their guide"."""
    return bool(_AND_SOMEBODY.match(figure.tail) or _WITH_HIM.match(figure.tail))


def is_made_of(value: int, told: Sequence[Figure], since: int) -> bool:
    """Whether two or three of the numbers, told close to each other, make the value.

    As "three men" and "two women" make five, or the others of 14, when nine of them are told of; a
    whole and a part of it make nothing together. Of those before passage ``since`` only what was
    told in one breath comes up again: "19 children and two teachers died", "13, among them a nun",
    "three skiers and their guide", who are four.
    """
    if any(f.number == value - 1 and has_somebody_beside(f) for f in told):
        return True
    far = [figure for figure in told if figure.paragraph < since]
    if any(_make_at_once(value, *two) for two in pairwise(far)):
        return True
    counts = [(f, f.number) for f in told if f.number and f.paragraph >= since]
    for i, (first, number) in enumerate(counts):
        near = [count for count in counts[i + 1 : i + _CLOSE] if _is_beside(first, count[0])]
        if any(
            value == abs(number - further)
            for other, further in near
            if (other.outcome, other.event) == (first.outcome, first.event)
        ):
            return True
        alike = [further for other, further in near if _is_part(other) is _is_part(first)]
        if any(value == number + sum(s) for n in (1, 2) for s in combinations(alike, n)):
            return True
    return False


def are_listed(value: int, told: Sequence[Figure]) -> bool:
    """Whether the parts of one sentence make it: "16 guests, an officer and three guards"."""
    listed: dict[tuple[str, Outcome], int] = {}
    for part in told:
        if part.scope is Scope.PART:
            key = part.sentence, part.outcome
            listed[key] = listed.get(key, 0) + (part.number or 0)
    return value in listed.values()


def has_grown_to(value: int, recent: Sequence[Figure]) -> bool:
    """Whether a part has: "Of them 38 were dead on arrival. Nine have died since", and "the 47"."""
    return any(
        part.scope is Scope.PART
        and step.scope is Scope.ADDITIONAL
        and part.outcome is step.outcome
        and (part.number or 0) + (step.number or 0) == value
        for part, step in pairwise(recent)
    )


def _make_at_once(value: int, figure: Figure, other: Figure) -> bool:
    """Whether two counts of one sentence and harm make the value: together, or without the part."""
    if figure.outcome is not other.outcome or figure.sentence != other.sentence:
        return False
    number, further = figure.number or 0, other.number or 0
    if _is_part(figure) is _is_part(other):
        return value == number + further
    return value == abs(number - further)


def _is_beside(figure: Figure, other: Figure) -> bool:
    """Whether another one told later is near enough to be added to it or taken from it.

    That is in one paragraph; a part, or what befell others, may be told in the next one.
    """
    is_other = figure.outcome is not other.outcome or figure.event != other.event
    is_other = is_other or _is_part(figure) is not _is_part(other)
    return other.paragraph - figure.paragraph <= is_other


def _is_part(figure: Figure) -> bool:
    return figure.scope is Scope.PART


def _nouns_behind(text: str, value: int) -> Iterator[str | None]:
    """The word behind each mention of the number, None where there is none."""
    return (noun for _, _, noun in _found(text, value))


def _found(text: str, value: int) -> Iterator[tuple[str, int, str | None]]:
    """The mentions of the number: the text in lower case, where each starts, the word behind it."""
    lowered = text.lower()
    for word in dict.fromkeys(_written(value)):
        start = lowered.find(word)
        while start >= 0:
            end = start + len(word)
            behind = _BEHIND.match(lowered, end) if _AT.match(lowered, start) else None
            is_label = word.isdigit() and _is_label(lowered, start, end)
            if behind is not None and not is_label:
                yield lowered, start, behind[1]
                end = behind.end()
            start = lowered.find(word, end)


def _is_label(lowered: str, start: int, end: int) -> bool:
    """Whether digits are a name's or a date's: "Route 9", "4 March"."""
    return bool(_LABELLED.match(lowered, start) or _DATED.match(lowered, end))


_CLASSES = load("grammar")["classes"]
_FOR_PEOPLE = frozenset(load("references")["for_people"])
VICTIMS = frozenset(map(lemma, (PEOPLE, *load("parts")["victim_nouns"])))
"""The nouns for anybody who was harmed, in the singular."""
_REMAINS = frozenset(load("parts")["remains"])
_TOLD_OF = frozenset([*_CLASSES["be"], *_CLASSES["have"], "in", "at", "to", "from", "of"])
_REST = tuple(f"{word} " for word in load("scopes")["rest"])
_ALONE = pattern(r"\b(?:it|that|toll|number|figure|count) (?:was|were|is|stood at) $")
_KIN = frozenset(load("parts")["kin"])
_WITH = pattern(r"\bwith (?:his |her |the )?$")
_AT = pattern(r"(?<![\w$£€.:,-])")
_MONTHS = load("things")["months"]
# "Route 9", "March 4", "Rs 3 lakh", "aged 6": digits that count nobody
_NAMING = [*load("things")["labels"], *load("things")["currencies"], *_MONTHS, "aged"]
_LABELLED = pattern(rf"(?<=\b(?:{'|'.join(map(regex.escape, _NAMING))})\.? )")
_DATED = pattern(rf" (?:{'|'.join(month for month in _MONTHS if month != 'may')})\b")
_BEHIND = pattern(rf"(?!\w|-(?:{_UNITS})\b|[.:,]\d|[ -](?:{_MEASURES})s?\b)(?: ([a-z]+))?")


def _is_thing(noun: str | None) -> bool:
    """Whether a number counts no people: "six cars", and not "six passengers" or "six"."""
    is_plural = noun is not None and len(noun) > _SHORT and noun[-1] == "s"
    is_people = noun in _FOR_PEOPLE or noun in _REMAINS
    return noun is not None and is_plural and not is_people and not is_person_noun(noun)


def _written(value: int) -> Iterator[str]:
    """The number in digits and, below a hundred, in words."""
    yield f"{value:,}"
    yield str(value)
    if value in _NAMES:
        yield _NAMES[value]
    elif value < _LONGEST_WORD:
        tens, unit = value // _TENS * _TENS, value % _TENS
        yield f"{_NAMES[tens]}-{_NAMES[unit]}"
