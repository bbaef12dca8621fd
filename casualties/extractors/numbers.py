"""Tokens to numbers: digits, words, "two dozen", "several hundred", "no one"."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from casualties.extractors.denials import ANYBODY, counts_nobody, denies_harm, is_neither_of_two
from casualties.extractors.tokens import Token, follows, text_at
from casualties.extractors.vague import (
    LISTED,
    MULTIPLIERS,
    Phrases,
    VagueWords,
    phrase_at,
    read_phrases,
)
from casualties.lexicon import load
from casualties.model import Qualifier
from casualties.ranges import Range
from casualties.records import dataclass

__all__ = ["Number", "find_numbers", "number_words", "places_of_numbers", "value_of"]

_LISTS = load("numbers")
_CARDINALS: dict[str, int] = _LISTS["cardinals"]
_MOST_DIGITS = 12
_MAGNITUDES: dict[str, int] = _LISTS["magnitudes"]
_LOOSE: dict[str, int] = _LISTS["loose"]
_SCALES = frozenset(_MAGNITUDES) | frozenset(_LOOSE)
_MOST, _MOST_DIGITS = 10**11, 15
"""No count of people comes near: a number beyond is no number of them, and long ones cost time."""
_JOINTS = frozenset("'_\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Marks that part no two numbers: "1'000", and what nobody sees."""


_NOBODY = read_phrases(dict.fromkeys(_LISTS["none"]["pronouns"], "0"))
# "a score" is twenty only where no noun makes something else of it.
_AFTER_A_SCORE = frozenset({"", "of", "or", "and", "were", ".", ",", "more"})
_ADDING = frozenset({"other", "more", "further", "additional", "new", "else"})
_NOT_AFTER_NO = frozenset([*_LISTS["none"]["not_before"], "."])
_NO = read_phrases(dict.fromkeys(_LISTS["none"]["determiners"], "0"))
_ROUND = read_phrases({phrase: str(value) for phrase, value in _LISTS["round"].items()})
_SETS = read_phrases({phrase: str(value) for phrase, value in _LISTS["sets"].items()})


# Every word that a number can start with, so that others cost nothing.
_NONE_STARTS = _NOBODY.keys() | _NO.keys()
_STARTS = frozenset(_CARDINALS) | _NONE_STARTS | _ROUND.keys() | _SETS.keys()
_STARTS = (_STARTS | ANYBODY | {"both", "dozen"}) - {"a"}
# ... and those with which an "a" is more than an article.
_AFTER_A = _SCALES | {words[1] for table in (_ROUND, _SETS) for words, _ in table.get("a", ())}


def number_words(vague: VagueWords) -> frozenset[str]:
    """The words of which a number in words has one at least, but for compounds: "12-member"."""
    return _STARTS | _AFTER_A | vague.starts | vague.after_a


def places_of_numbers(words: Sequence[str], written: AbstractSet[str]) -> list[int]:
    """Where the words of a sentence may be parts of numbers: digits, compounds, or ``written``."""
    return [
        place
        for place, word in enumerate(words)
        if word in written or (not word.isalpha() and _may_be_number(word))
    ]


def _may_be_number(word: str) -> bool:
    """Whether a word that has more than letters in it begins with a number."""
    return word[0].isdigit() or ("-" in word and word.partition("-")[0] in _CARDINALS)


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


def value_of(word: str) -> int:
    """The number that one word is, in digits or letters; 0 where it is none.

    One of more digits than there can be people is cut off at as many.

    >>> value_of("1,204"), value_of("Twelve"), value_of("dozen")
    (1204, 12, 0)
    """
    plain = word.lower().replace(",", "")
    if plain.isdecimal():
        return int(plain) if len(plain) <= _MOST_DIGITS else 10**_MOST_DIGITS
    return _CARDINALS.get(plain, 0)


def find_numbers(tokens: list[Token], vague: VagueWords = LISTED) -> list[Number]:
    """The numbers of a sentence in their order, without the qualifiers around them.

    Left alone: decimals, ordinals, times of day, and numbers inside compounds ("a 62-seater").
    """
    numbers: list[Number] = []
    last = 0
    for position in _starts(tokens, vague):
        number = _number_at(tokens, position, vague) if position >= last else None
        if number is None:
            continue
        if number.word != "digits" and follows(tokens, number.last, ("(", str(number.value), ")")):
            number.last += 3  # "three (3)"
        numbers.append(number)
        last = number.last
    return numbers


def _starts(tokens: list[Token], vague: VagueWords) -> list[int]:
    """Where a number may start."""
    vague_starts = vague.starts
    return [
        position
        for position, token in enumerate(tokens)
        if (text := token.text) in _STARTS
        or text in vague_starts
        or token.kind == "numeral"
        or (text == "a" and _is_no_article(tokens, position, vague))
        or ("-" in text and _parts(text))
    ]


def _is_no_article(tokens: list[Token], position: int, vague: VagueWords) -> bool:
    """Whether an "a" begins a number: "a hundred", "a few"."""
    following = text_at(tokens, position + 1)
    return following in _AFTER_A or following in vague.after_a


def _number_at(tokens: list[Token], position: int, vague: VagueWords) -> Number | None:
    text = tokens[position].text
    if text in ANYBODY:
        return _anybody(tokens, position)
    number = _none_at(tokens, position) if text in _NONE_STARTS else None
    if number is None and (text == "a" or text in vague.starts):
        number = _vague_at(tokens, position, vague.phrases)
    return number or _cardinal_at(tokens, position)


def _anybody(tokens: list[Token], position: int) -> Number | None:
    """The nobody of a denied "anyone", "any": "did not hurt anyone", "did not cause any deaths"."""
    word = "no" if denies_harm(tokens, position) else "nobody"
    if word == "nobody" and not counts_nobody(tokens, position):
        return None
    return Number(position, position + 1, Range.exactly(0), Qualifier.NONE, 0, word)


def _none_at(tokens: list[Token], position: int) -> Number | None:
    nobody = phrase_at(tokens, position, _NOBODY)
    is_neither = text_at(tokens, position) == "neither" and text_at(tokens, position + 1) != "of"
    if nobody and not is_neither:
        adds = tokens[nobody[0] - 1].text in _ADDING  # "no one else"
        return Number(position, nobody[0], nobody[1], Qualifier.NONE, 0, "nobody", adds)
    if is_neither and is_neither_of_two(tokens, position):
        return Number(position, position + 1, Range.exactly(0), Qualifier.NONE, 0, "no")
    no = phrase_at(tokens, position, _NO)
    following = tokens[no[0]].text if no and no[0] < len(tokens) else ""
    if no and tokens[no[0] - 1].text == "no" and following in _NOT_AFTER_NO:
        return None
    if no and following != "than":
        adds = tokens[no[0] - 1].text in _ADDING  # "no further injuries"
        return Number(position, no[0], no[1], Qualifier.NONE, 0, "no", adds)
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


def _vague_at(tokens: list[Token], position: int, phrases: Phrases) -> Number | None:
    times = phrase_at(tokens, position, MULTIPLIERS)
    if times:
        multiple = _multiple(tokens, times[0])
        if multiple and multiple[0] >= 12 and tokens[position].text != "some":
            product, last = multiple
            low, high = times[1].low * product, (times[1].high or 0) * product
            last += last < len(tokens) and tokens[last].text == "of" and product == 1
            return Number(position, last, Range(low, high), Qualifier.VAGUE, None, "words")
        if times[0] < len(tokens) and tokens[times[0]].text in ("hundreds", "thousands"):
            plural = phrase_at(tokens, times[0], phrases)
            if plural:
                return Number(position, plural[0], plural[1], Qualifier.VAGUE, None, "words")
    vague = phrase_at(tokens, position, phrases)
    if vague is None:
        return None
    last, claims = vague
    # "several" as in "several of the injured" keeps its "of"; "a number of" and the like lose it.
    return Number(position, last, claims, Qualifier.VAGUE, None, "words")


def _digits(token: Token) -> tuple[int, int, str] | None:
    """A numeral as a fraction, and its suffix ("k", "-odd", "-plus", "+" or none).

    None for digits of other scripts, and for more of them than there can be people.
    """
    text = token.text
    if text.isdecimal() and text.isascii() and len(text) <= _MOST_DIGITS and text[:2] != "00":
        return int(text), 1, ""  # as nearly always
    suffix = ""
    for ending in ("-odd", "-plus", "k", "+"):
        if text.endswith(ending):
            text, suffix = text[: -len(ending)], ending
            break
    text = text.replace(",", "").replace(" ", "")
    if text.count(".") > 1:
        text = text.replace(".", "")
    if not text.isascii() or len(text) > _MOST_DIGITS or text.startswith("00"):
        return None
    whole, _, decimals = text.partition(".")
    number = int(whole + decimals) * (1000 if suffix == "k" else 1)
    return number, 10 ** len(decimals), suffix


def _is_torn(tokens: list[Token], position: int) -> bool:
    """Whether a numeral is a piece of something else: "LK17", "11.03.2025", "1_000"."""
    token = tokens[position]
    before = tokens[position - 1] if position else None
    if before is None or before.end < token.start:
        return _is_joined(tokens, position)
    if before.kind == "word":
        return True
    first = tokens[position - 2] if position > 1 else None
    if first is None or first.kind != "numeral" or first.end < before.start:
        return _is_joined(tokens, position)
    is_more = before.text in ",." and ("," in first.text or "." in first.text)
    return is_more or before.text in _JOINTS


def _is_joined(tokens: list[Token], position: int) -> bool:
    """Whether a mark that parts no numbers joins a numeral to the next one."""
    pieces = tokens[position : position + 3]
    if len(pieces) < 3 or pieces[1].text not in _JOINTS or pieces[2].kind != "numeral":
        return False
    return pieces[0].end == pieces[1].start and pieces[1].end == pieces[2].start


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
            elif total and not current:
                return None  # "million billion"
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
        return None if _is_torn(tokens, position) else _digits_at(tokens, position)
    return _words_at(tokens, position)


def _digits_at(tokens: list[Token], position: int) -> Number | None:
    """A cardinal that begins with digits: "12", "1.2 million"."""
    read = _digits(tokens[position])
    if read is None:
        return None
    value, parts, suffix = read
    last = position + 1
    is_scaled = last < len(tokens) and tokens[last].text in _SCALES
    factor, after = (is_scaled and _multiple(tokens, last)) or (1, last)
    if suffix not in ("", "k"):
        factor, after = 1, last
    total, rest = divmod(value * factor, parts)
    if rest or total > _MOST:
        return None
    if factor in _LOOSE.values() and factor != 1 and after - last == 1:
        return _loose(position, after, total)
    number = Number(position, after, Range.exactly(total), Qualifier.EXACT, total, "digits")
    return _suffixed(_and_a_half(tokens, number), suffix)


def _and_a_half(tokens: list[Token], number: Number) -> Number:
    """The number with the half behind it: "two and a half thousand", "a million and a half"."""
    if number.value is None or text_at(tokens, number.last) != "and":
        return number
    if not follows(tokens, number.last, ("and", "a", "half")):
        return number
    behind = _multiple(tokens, number.last + 3)
    within = _MAGNITUDES.get(tokens[number.last - 1].text, 0)
    if behind is not None:
        number.value, number.last = number.value * behind[0] + behind[0] // 2, behind[1]
    elif within:
        number.value, number.last = number.value + within // 2, number.last + 3
    number.range = Range.exactly(number.value)
    return number


def _suffixed(number: Number, suffix: str) -> Number:
    value = number.value or 0
    if suffix == "-odd":
        number.range, number.qualifier = Range.about(value), Qualifier.ABOUT
    elif suffix in ("-plus", "+"):
        number.range, number.qualifier = Range(value, None), Qualifier.AT_LEAST
    return number


def _loose(first: int, last: int, value: int) -> Number:
    return Number(first, last, Range.about(value), Qualifier.ABOUT, value, "words")


def _named_at(tokens: list[Token], position: int) -> Number | None:
    """A number that has a name of its own: "half a dozen", "a trio of"."""
    if text_at(tokens, position) == "dozen":
        return _loose(position, position + 1, 12)
    if round_number := phrase_at(tokens, position, _ROUND):
        return _loose(position, round_number[0], round_number[1].low)
    if people := phrase_at(tokens, position, _SETS):
        return Number(position, people[0], people[1], Qualifier.EXACT, people[1].low, "words")
    return None


def _words_at(tokens: list[Token], position: int) -> Number | None:
    """A cardinal in words: "one hundred and forty-five", "two dozen", "a hundred", "a score"."""
    if named := _named_at(tokens, position):
        return named
    words = _opening(tokens, position)
    if words is None:
        return None
    last = position + len(words)
    suffix = ""
    while not suffix and last < len(tokens) and (tokens[last].kind == "word" or words):
        word = tokens[last].text
        if word in _LOOSE and words:
            return _loose(position, last + 1, (_compose(words) or 1) * _LOOSE[word])
        parts = _parts(word)
        if parts and _compose([*words, *parts]) is not None:
            words += parts
            suffix = _suffix(word)
        elif word in _MAGNITUDES and words:
            words.append(word)
        elif not (word in ("and", ",") and words and _continues(tokens, last, words)):
            break
        last += 1
    value = _compose(words)
    if value is None or value > _MOST:
        return None
    written = "one" if words == ["one"] else "words"
    number = Number(position, last, Range.exactly(value), Qualifier.EXACT, value, written)
    return _suffixed(_and_a_half(tokens, number), suffix)


def _opening(tokens: list[Token], position: int) -> list[str] | None:
    """How a cardinal in words begins: "a" stands for one before a magnitude."""
    text, following = text_at(tokens, position), text_at(tokens, position + 1)
    if text != "a":
        return []
    if following == "score" and text_at(tokens, position + 2) not in _AFTER_A_SCORE:
        return None  # "a score draw"
    return ["one"] if following in _MAGNITUDES or following in _LOOSE else None


def _continues(tokens: list[Token], position: int, words: list[str]) -> bool:
    """Whether the "and" or comma at ``position`` is inside a number: "a hundred and five"."""
    parts = _parts(text_at(tokens, position + 1))
    is_comma = text_at(tokens, position) == ","
    if is_comma and (words[-1] == "hundred" or text_at(tokens, position + 2) != "hundred"):
        return False  # "one thousand, two hundred", but not "a hundred, five of them"
    if not is_comma and text_at(tokens, position + 2) == "hundred":
        return False  # "one hundred and two hundred"
    return bool(parts) and words[-1] in _MAGNITUDES and _compose([*words, *parts]) is not None


def _parts(word: str) -> list[str]:
    """The number words of a word: two of "forty-five", none of "well-known"."""
    parts = [part for part in word.split("-") if part not in ("and", "odd", "plus")]
    is_number = parts and parts[0] in _CARDINALS
    return parts if is_number and all(p in _CARDINALS or p in _MAGNITUDES for p in parts) else []


def _suffix(word: str) -> str:
    ending = word.rpartition("-")[2]
    return f"-{ending}" if ending in ("odd", "plus") and "-" in word else ""
