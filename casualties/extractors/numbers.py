"""Tokens to numbers: digits, words, "two dozen", "several hundred", "no one"."""

from __future__ import annotations

from dataclasses import dataclass

from casualties.extractors.tokens import Token
from casualties.lexicon import load
from casualties.model import Qualifier
from casualties.ranges import Range

__all__ = ["Number", "find_numbers"]

_LISTS = load("numbers")
_CARDINALS: dict[str, int] = _LISTS["cardinals"]
_MAGNITUDES: dict[str, int] = _LISTS["magnitudes"]
_LOOSE: dict[str, int] = _LISTS["loose"]


def _phrases(table: dict[str, str]) -> dict[str, list[tuple[tuple[str, ...], Range]]]:
    """Phrases by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Range]]] = {}
    for phrase, claims in table.items():
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, Range.parse(claims)))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


_VAGUE = _phrases(_LISTS["vague"])
_MULTIPLIERS = _phrases(_LISTS["multipliers"])
_NOBODY = _phrases(dict.fromkeys(_LISTS["none"]["pronouns"], "0"))
_NOT_AFTER_NO = {"more", "fewer", "less", "later", "longer", "doubt", "matter", "."}
_NO = _phrases(dict.fromkeys(_LISTS["none"]["determiners"], "0"))


@dataclass(slots=True)
class Number:
    """A number in a sentence: tokens ``first`` to ``last`` (excluded) and the range it claims.

    ``value`` is the number as read, None for vague words. ``word`` says how it was written where
    that matters: "article" (a, an, another), "no" (a determiner of none), "nobody" (a pronoun of
    none), "one", "both", "digits" or "words".
    """

    first: int
    last: int
    range: Range
    qualifier: Qualifier
    value: int | None
    word: str
    is_additional: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it is a bare numeral that no word qualifies."""
        return self.qualifier is Qualifier.EXACT and self.value is not None


def find_numbers(tokens: list[Token]) -> list[Number]:
    """The numbers of a sentence in their order, without the qualifiers around them.

    Left alone: decimals, ordinals, times of day, and numbers inside compounds ("a 62-seater").
    """
    numbers: list[Number] = []
    position = 0
    while position < len(tokens):
        number = _number_at(tokens, position)
        if number is None:
            position += 1
        else:
            numbers.append(number)
            position = number.last
    return numbers


def _number_at(tokens: list[Token], position: int) -> Number | None:
    for read in (_none_at, _vague_at, _cardinal_at):
        number = read(tokens, position)
        if number is not None:
            return number
    return None


def _phrase_at(
    tokens: list[Token], position: int, phrases: dict[str, list[tuple[tuple[str, ...], Range]]]
) -> tuple[int, Range] | None:
    for words, claims in phrases.get(tokens[position].text, ()):
        last = position + len(words)
        if last <= len(tokens) and all(
            tokens[position + i].text == word for i, word in enumerate(words)
        ):
            return last, claims
    return None


def _none_at(tokens: list[Token], position: int) -> Number | None:
    nobody = _phrase_at(tokens, position, _NOBODY)
    if nobody:
        return Number(position, nobody[0], nobody[1], Qualifier.NONE, 0, "nobody")
    no = _phrase_at(tokens, position, _NO)
    following = tokens[no[0]].text if no and no[0] < len(tokens) else ""
    if no and tokens[no[0] - 1].text == "no" and following in _NOT_AFTER_NO:
        return None
    if no and following != "than":
        return Number(position, no[0], no[1], Qualifier.NONE, 0, "no")
    return None


def _multiple(tokens: list[Token], position: int) -> tuple[int, int] | None:
    """The product of magnitude words from ``position`` on, and where they end."""
    product, last = 1, position
    while last < len(tokens):
        word = tokens[last].text
        factor = _MAGNITUDES.get(word) or _LOOSE.get(word)
        if factor is None:
            break
        product *= factor
        last += 1
    return (product, last) if last > position else None


def _vague_at(tokens: list[Token], position: int) -> Number | None:
    times = _phrase_at(tokens, position, _MULTIPLIERS)
    if times:
        multiple = _multiple(tokens, times[0])
        if multiple and multiple[0] >= 12:
            product, last = multiple
            low, high = times[1].low * product, (times[1].high or 0) * product
            last += last < len(tokens) and tokens[last].text == "of" and product == 1
            return Number(position, last, Range(low, high), Qualifier.VAGUE, None, "words")
        if times[0] < len(tokens) and tokens[times[0]].text in ("hundreds", "thousands"):
            plural = _phrase_at(tokens, times[0], _VAGUE)
            if plural:
                return Number(position, plural[0], plural[1], Qualifier.VAGUE, None, "words")
    vague = _phrase_at(tokens, position, _VAGUE)
    if vague is None:
        return None
    last, claims = vague
    # "several" as in "several of the injured" keeps its "of"; "a number of" and the like lose it.
    return Number(position, last, claims, Qualifier.VAGUE, None, "words")


def _digits(token: Token) -> tuple[float, str] | None:
    """The value of a numeral and its suffix ("k", "-odd", "-plus", "+" or none)."""
    text = token.text
    suffix = ""
    for ending in ("-odd", "-plus", "k", "+"):
        if text.endswith(ending):
            text, suffix = text[: -len(ending)], ending
            break
    text = text.replace(",", "").replace(" ", "")
    if text.count(".") > 1:
        text = text.replace(".", "")
    if not text.isascii() or len(text) > 15:
        return None
    return float(text) * (1000 if suffix == "k" else 1), suffix


def _word_value(text: str) -> tuple[int, str] | None:
    """The value of one number word, hyphenated ones included, and its suffix."""
    if text in _CARDINALS:
        return _CARDINALS[text], ""
    if "-" not in text:
        return None
    suffix = ""
    parts = text.split("-")
    if parts[-1] in ("odd", "plus"):
        suffix = "-" + parts.pop()
    value = _compose([part for part in parts if part != "and"])
    return None if value is None else (value, suffix)


def _compose(words: list[str]) -> int | None:
    """The value of number words: hundred and forty-five of one, ..."""
    total, current = 0, 0
    if not words:
        return None
    for word in words:
        if word in _CARDINALS:
            value = _CARDINALS[word]
            # "twenty five" and "hundred five" add, "five six" does not.
            if current % 10 != 0 or (current % 100 != 0 and value >= 10):
                return None
            current += value
        elif word in _MAGNITUDES:
            magnitude = _MAGNITUDES[word]
            if magnitude == 100:
                current = (current or 1) * 100
            else:
                total += (current or 1) * magnitude
                current = 0
        else:
            return None
    return total + current


def _cardinal_at(tokens: list[Token], position: int) -> Number | None:
    token = tokens[position]
    if token.text == "both":
        return Number(position, position + 1, Range.exactly(2), Qualifier.EXACT, 2, "both")
    if token.kind == "numeral":
        read = _digits(token)
        if read is None:
            return None
        value, suffix = read
        last = position + 1
        factor, after = _multiple(tokens, last) or (1, last)
        if suffix not in ("", "k"):
            factor, after = 1, last
        total = value * factor
        if total != int(total):
            return None
        if factor in _LOOSE.values() and factor != 1 and after - last == 1:
            return _loose(position, after, int(total))
        return _suffixed(
            Number(
                position, after, Range.exactly(int(total)), Qualifier.EXACT, int(total), "digits"
            ),
            suffix,
        )
    return _words_at(tokens, position)


def _suffixed(number: Number, suffix: str) -> Number:
    value = number.value or 0
    if suffix == "-odd":
        number.range, number.qualifier = Range.about(value), Qualifier.ABOUT
    elif suffix in ("-plus", "+"):
        number.range, number.qualifier = Range(value, None), Qualifier.AT_LEAST
    return number


def _loose(first: int, last: int, value: int) -> Number:
    return Number(first, last, Range.about(value), Qualifier.ABOUT, value, "words")


def _words_at(tokens: list[Token], position: int) -> Number | None:
    """A cardinal in words: "one hundred and forty-five", "two dozen", "a hundred", "a score"."""
    text = tokens[position].text
    first = position
    if text in ("a", "half"):  # a hundred, a dozen, half a dozen
        if text == "half" and [t.text for t in tokens[position + 1 : position + 3]] == [
            "a",
            "dozen",
        ]:
            return _loose(position, position + 3, 6)
        following = tokens[position + 1].text if position + 1 < len(tokens) else ""
        if following == "half-dozen":
            return _loose(position, position + 2, 6)
        if text == "half" or (following not in _MAGNITUDES and following not in _LOOSE):
            return None
        if following == "score" and (
            position + 2 == len(tokens) or tokens[position + 2].kind == "word"
        ):
            following_two = tokens[position + 2].text if position + 2 < len(tokens) else ""
            if following_two not in ("of", "or", "and", "were", ""):
                return None
        words, last = ["one"], position + 1
    else:
        if text in _LOOSE and text == "dozen":
            return _loose(position, position + 1, 12)
        words, last = [], position
    suffix = ""
    while last < len(tokens) and not suffix:
        word = tokens[last].text
        if tokens[last].kind != "word":
            break
        read = _word_value(word)
        if read is not None:
            parts = [p for p in word.split("-") if p not in ("and", "odd", "plus")]
            if _compose([*words, *parts]) is None:
                break
            words += parts
            suffix = read[1]
            last += 1
        elif word in _MAGNITUDES and words:
            words.append(word)
            last += 1
        elif word in _LOOSE and words:
            value = (_compose(words) or 1) * _LOOSE[word]
            return _loose(first, last + 1, value)
        elif (
            word == "and"
            and words
            and words[-1] in _MAGNITUDES
            and last + 1 < len(tokens)
            and _word_value(tokens[last + 1].text)
            and not (last + 2 < len(tokens) and tokens[last + 2].text in _MAGNITUDES)
        ):
            last += 1
        else:
            break
    value = _compose(words)
    if value is None:
        return None
    written = "one" if words == ["one"] else "words"
    number = Number(first, last, Range.exactly(value), Qualifier.EXACT, value, written)
    return _suffixed(number, suffix)
