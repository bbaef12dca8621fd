"""Numbers to the same numbers with the range that the words around them claim."""

from __future__ import annotations

from collections.abc import Callable

from casualties.extractors.numbers import Number
from casualties.extractors.tokens import Token, follows, text_at, tokenize
from casualties.kept import keep
from casualties.lexicon import load
from casualties.model import Qualifier
from casualties.ranges import Range

__all__ = ["claimed", "find_qualified_numbers", "read_suffix"]

_Phrases = dict[str, list[tuple[tuple[str, ...], Qualifier]]]


def _index(position: str, key: int) -> _Phrases:
    """The phrases before or after a number by their last or first word, the longest first."""
    table: _Phrases = {}
    for words, name in keep(f"qualifiers {position}", lambda: _read_phrases(position)):
        table.setdefault(words[key], []).append((words, Qualifier(name)))
    return table


def _read_phrases(position: str) -> list[tuple[tuple[str, ...], str]]:
    """The phrases of the list with the names of their qualifiers, the longest first."""
    phrases = [
        (tuple(token.text for token in tokenize(phrase)), entry["name"])
        for entry in load("qualifiers")["qualifier"]
        for phrase in entry.get(position, ())
    ]
    return sorted(phrases, key=lambda item: -len(item[0]))


_BEFORE = _index("before", -1)
_AFTER = _index("after", 0)
_ADDITIONAL_BEFORE = {tuple(p.split()) for p in load("qualifiers")["additional"]["before"]}
_CHANGE = frozenset([*load("grammar")["classes"]["change"], *load("qualifiers")["change"]])
_MOVED = frozenset(load("qualifiers")["moved"])
_BLAMED_OVER = frozenset(load("qualifiers")["blamed_over"])
_SPOKEN_ABOUT = frozenset(load("qualifiers")["spoken_about"])
_HEDGES = frozenset(load("qualifiers")["hedges"])
_MAGNITUDES: dict[str, int] = load("numbers")["magnitudes"]
_DASHES = {"-", "–", "—"}

_CLAIMS: dict[Qualifier, Callable[[int], Range]] = {
    Qualifier.EXACT: Range.exactly,
    Qualifier.AT_LEAST: lambda n: Range(n, None),
    Qualifier.MORE_THAN: lambda n: Range(n + 1, None),
    Qualifier.AT_MOST: lambda n: Range(0, n),
    Qualifier.FEWER_THAN: lambda n: Range(0, max(n - 1, 0)),
    Qualifier.ABOUT: Range.about,
    Qualifier.NEARLY: Range.nearly,
    Qualifier.JUST_OVER: Range.just_over,
}


def claimed(qualifier: Qualifier, number: int) -> Range:
    """The range of a number under a qualifier, after the table of wordings.

    >>> claimed(Qualifier.MORE_THAN, 145)
    Range.parse('146+')
    """
    return _CLAIMS[qualifier](number)


def find_qualified_numbers(tokens: list[Token], numbers: list[Number]) -> list[Number]:
    """The numbers with "at least", "or more" and the like taken in, and "8 to 12" made one."""
    found: list[Number] = []
    floor = 0
    for number in numbers:
        _read_prefixes(tokens, number, floor)
        floor = number.last
        _read_suffixes(tokens, number)
        if found and _joined(tokens, found[-1], number):
            continue
        found.append(number)
        floor = number.last
    return found


def _joined(tokens: list[Token], left: Number, right: Number) -> bool:
    """Make two numbers one, in ``left``: "eight, if not nine", "8 to 12", "all but two of 14"."""
    between = [token.text for token in tokens[left.last : right.first]]
    if between in (["if", "not"], [",", "if", "not"]):
        left.last, left.range = right.last, Range(min(left.range.low, right.range.low), None)
        return True
    if _is_hedged(tokens, left, right):
        low, high = left.range.low, right.value
        left.last, left.qualifier = right.last, Qualifier.BETWEEN if high else Qualifier.VAGUE
        left.range = Range(low, None if left.value is None else high)
        return True
    return _spanned(tokens, left, right, between)


def _spanned(tokens: list[Token], left: Number, right: Number, between: list[str]) -> bool:
    """Make "between 8 and 12", "8 to 12", "three or four" one number, in ``left``."""
    if left.value is None or right.value is None:
        return False
    if between == ["of"] and follows(tokens, left.first - 2, ("all", "but")):
        return _all_but(left, right)
    opening = text_at(tokens, left.first - 1)
    if between in (["or"], ["to"]) or (between == ["and"] and opening == "between"):
        _share_magnitude(tokens, left, right.value, right.last)
    words = {left.word, right.word}
    if not left.value < right.value or words & {"article", "no"}:
        return False
    is_loose = right.qualifier is Qualifier.ABOUT and right.word == "words"  # "a dozen"
    are_plain = (left.is_plain or left.qualifier is Qualifier.ABOUT) and (
        right.is_plain or is_loose
    )
    if opening == "between" and between == ["and"]:
        left.first -= 1 + (text_at(tokens, left.first - 2) == "anywhere")
    elif between == ["to"] and are_plain:
        if text_at(tokens, left.first - 1) == "no.":
            return False  # "from 59 in Report No. 3 to 73"
        context = {token.text for token in tokens[max(0, left.first - 14) : left.first]}
        if opening in ("from", "by") and context & _CHANGE:
            return False
        left.first -= opening == "from"
    elif not (
        _is_dashed(tokens, left, right, between)
        or (between == ["or"] and are_plain and right.value <= 2 * left.value + 1)
    ):
        return False
    left.last = right.last
    low = left.value if left.qualifier is Qualifier.ABOUT else left.range.low
    left.range = Range(low, right.value if is_loose else right.range.high)
    left.qualifier = Qualifier.BETWEEN if right.range.high is not None else Qualifier.AT_LEAST
    return True


def _is_hedged(tokens: list[Token], left: Number, right: Number) -> bool:
    """Whether it is "eight, possibly nine" or "hundreds, perhaps thousands"."""
    between = [
        token.text for token in tokens[left.last : right.last] if token.text not in (",", "or")
    ]
    is_alike = (left.value is None) is (right.value is None)
    return (
        is_alike
        and between[:1] != []
        and between[0] in _HEDGES
        and (left.value or left.range.low) < (right.value or right.range.low)
    )


def _all_but(left: Number, right: Number) -> bool:
    """Read "all but two of the 14" as 12, in ``left``."""
    value = (right.value or 0) - (left.value or 0)
    if not (left.is_plain and right.is_plain) or value < 1:
        return False
    left.first, left.last, left.word = left.first - 2, right.last, right.word
    left.value, left.range = value, Range.exactly(value)
    return True


def _share_magnitude(tokens: list[Token], left: Number, right: int, last: int) -> None:
    """Read the two of "two or three hundred" as 200."""
    magnitude = _MAGNITUDES.get(tokens[last - 1].text, 1)
    is_short = left.is_plain and left.last - left.first == 1
    if is_short and left.value is not None and left.value < min(magnitude, right // magnitude):
        left.value *= magnitude
        left.range = Range.exactly(left.value)


def _is_dashed(tokens: list[Token], left: Number, right: Number, between: list[str]) -> bool:
    is_dash = len(between) == 1 and between[0] in _DASHES
    gap = tokens[right.first].start - tokens[left.last - 1].end
    return is_dash and gap in (1, 3) and left.word == right.word == "digits"


def _read_prefixes(tokens: list[Token], number: Number, floor: int) -> None:
    while number.first > floor:
        entry = _ending_at(tokens, number.first, floor)
        if entry is None:
            return
        words, qualifier = entry
        is_definite = tokens[number.first].text == "the"
        if is_definite and number.first - len(words) == floor > 0 and words[-1] == "than":
            return  # "seven more than the 39 of midnight"
        before = text_at(tokens, number.first - len(words) - 1)
        if words == ("up", "to") and before in _MOVED:
            return  # "the toll has gone up to seven"
        if words in (("over",), ("about",)) and is_definite:
            return  # "anger over the six deaths", "a report about the 64"
        if words == ("over",) and before in _BLAMED_OVER:
            return  # "jailed over 24 deaths"
        if words == ("about",) and before in _SPOKEN_ABOUT:
            return  # "we are talking about three dead"
        number.first -= len(words)
        if words in _ADDITIONAL_BEFORE:
            number.is_additional = True
        _apply(number, qualifier)


def _ending_at(
    tokens: list[Token], last: int, floor: int
) -> tuple[tuple[str, ...], Qualifier] | None:
    for words, qualifier in _BEFORE.get(tokens[last - 1].text, ()):
        first = last - len(words)
        if first >= floor and follows(tokens, first, words):
            return words, qualifier
    return None


def read_suffix(tokens: list[Token], number: Number, position: int) -> int:
    """Apply "or more", "or so" and the like at ``position``; where it ends, or ``position``."""
    if position >= len(tokens):
        return position
    for words, qualifier in _AFTER.get(tokens[position].text, ()):
        last = position + len(words)
        if follows(tokens, position, words):
            if (
                words in (("plus",), ("approximately",), ("at", "least"))
                and number.word != "digits"
            ):
                continue
            if words == ("at", "least") and last < len(tokens) and tokens[last].kind != "mark":
                continue  # "12 dead, at least 3 of them ...": it belongs to the next number
            _apply(number, qualifier)
            return last
    return position


def _read_suffixes(tokens: list[Token], number: Number) -> None:
    number.last = read_suffix(tokens, number, number.last)


def _apply(number: Number, qualifier: Qualifier) -> None:
    """Put a qualifier around what the number claims already; the inner one of two bounds holds."""
    if qualifier is Qualifier.EXACT or number.qualifier is Qualifier.NONE:
        return
    if number.value is None:  # "up to several hundred", "at least several dozen"
        low, high = number.range.low, number.range.high
        if qualifier is Qualifier.AT_MOST and high is not None:
            number.range, number.qualifier = Range(0, high), qualifier
        elif qualifier is Qualifier.FEWER_THAN and high is not None:
            number.range, number.qualifier = Range(0, max(high - 1, 0)), qualifier
        elif qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN) and high is not None:
            number.range, number.qualifier = Range(low, None), qualifier
        return
    loose = number.qualifier is Qualifier.ABOUT and number.word == "words"
    if number.qualifier is Qualifier.EXACT or loose:
        number.range, number.qualifier = claimed(qualifier, number.value), qualifier
        number.word = "words" if not loose else "loose"
