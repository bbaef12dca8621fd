"""Singulars that count one: "a man", "a fourth person", "the other", the "Man" of headlines."""

from __future__ import annotations

from casualties.extractors.chunks import Chunk
from casualties.extractors.names import is_apposition, leads_to_name
from casualties.extractors.noun_groups import NounGroup, find_noun_group
from casualties.extractors.nouns import is_listed_person, is_person_noun, is_plural, person_of
from casualties.extractors.numbers import Number
from casualties.extractors.quantities import counted
from casualties.extractors.tokens import Token, text_at
from casualties.extractors.words import code_of, read_word
from casualties.lexicon import load
from casualties.model import PEOPLE, Qualifier
from casualties.ranges import Range

__all__ = ["STARTS", "openers", "read_singular"]

_WORDS = load("quantities")
_ARTICLES = frozenset({"a", "an", "another"})
_DETERMINERS = _ARTICLES | {"the"}
_ORDINALS = frozenset(_WORDS["ordinals"])
_RANKS = {"other": 2} | {word: rank for rank, word in enumerate(_WORDS["ordinals"], 2)}
_HOUSEHOLDS = frozenset(load("parts")["families"])
_COLLECTIVES = frozenset(_WORDS["collectives"])
STARTS = _DETERMINERS | _COLLECTIVES
"""Words at which a singular may begin wherever it stands; one without comes behind an opener."""
_BARE_BEFORE = frozenset(_WORDS["before_a_bare_singular"])
_OPENERS = frozenset({"", ";", ":"})
_TERSE_OPENERS = _OPENERS | {",", "and"}
_FULL = frozenset(_WORDS["full_sentence"])
_COMPOUND_PEOPLE = frozenset(_WORDS["compound_people"])
_CARDINALS: dict[str, int] = load("numbers")["cardinals"]
_SURNAMES = frozenset(_WORDS["surnames"])
_NEVER_BARE = frozenset(_WORDS["never_bare_singulars"])
_TOLD = frozenset(_WORDS["told"])
_ONE = Range.exactly(1)
_LONGEST_BARE = 3
# Codes that may stand between an article and its noun, and those that may follow a bare singular.
_INSIDE = frozenset("wkKe#SaGT")
_AFTER_BARE = frozenset("kKZdegcPBbh,aS")
# ... in prose, where an article is left out at the head of a sentence alone
_AFTER_OPENING = frozenset("kKZdeaSBh,")
_AFTER_THE_OTHER = frozenset("kKZdeBHacP")


def openers(words: set[str], *, is_headline: bool) -> frozenset[str]:
    """After which words a sentence may leave out an article: "Driver killed; passenger hurt."."""
    if is_headline:
        return _BARE_BEFORE
    return _OPENERS if words & _FULL else _TERSE_OPENERS


def read_singular(
    tokens: list[Token],
    position: int,
    numbers: dict[int, Number],
    told: list[Chunk],
    opens: frozenset[str],
) -> Chunk | None:
    """The singular at ``position``, after the chunks ``told``; None where none counts anybody.

    ``opens`` are the words after which it may have no article.
    """
    text = tokens[position].text
    if collective := _collective(tokens, position, numbers):
        return collective
    if text in _ARTICLES:
        return _article(tokens, position, numbers)
    if text == "the":
        return _the_other(tokens, position, told)
    if text_at(tokens, position - 1) in opens:
        return _bare(tokens, position, is_prose=opens is not _BARE_BEFORE)
    return None


def _collective(tokens: list[Token], position: int, numbers: dict[int, Number]) -> Chunk | None:
    """A body of people with its number: "a crew of six", or "Family of five" in a headline."""
    noun = position + (tokens[position].text in _DETERMINERS)
    first, second = text_at(tokens, noun), text_at(tokens, noun + 1)
    if second in _COLLECTIVES:
        return _compound(tokens, position, noun)
    if first not in _COLLECTIVES or second != "of":
        return None
    inner = numbers.get(noun + 2)
    if inner is None or not inner.is_plain:
        return None
    people, last = person_of([tokens[noun].text]), inner.last
    group = find_noun_group(tokens, last, False, code_of)
    if group.code == "Q":  # "a group of five hikers"
        people, last = group.population or people, group.last
    return Chunk("Q", position, last, number=inner, population=people)


def _compound(tokens: list[Token], position: int, noun: int) -> Chunk | None:
    """A collective with its number in a compound: "the 12-member crew", "a five-strong team"."""
    count, _, people = text_at(tokens, noun).partition("-")
    value = int(count) if count.isdecimal() else _CARDINALS.get(count)
    if not value or people not in _COMPOUND_PEOPLE:
        return None
    number = Number(position, noun + 1, Range.exactly(value), Qualifier.EXACT, value, "words")
    population = person_of([tokens[noun + 1].text])
    return Chunk("Q", position, noun + 2, number=number, population=population)


def _article(tokens: list[Token], position: int, numbers: dict[int, Number]) -> Chunk | None:
    """A singular by its article: "a man", "another passenger"."""
    is_additional = tokens[position].text == "another"
    after = position + 1
    ordinal = text_at(tokens, after)
    is_ordinal = ordinal in _ORDINALS or (after < len(tokens) and tokens[after].kind == "ordinal")
    if is_ordinal and text_at(tokens, after + 1) != "of":
        return _ordinal(tokens, position, numbers)
    if after in numbers or (not is_additional and is_apposition(tokens, position)):
        return None
    number = Number(position, after, _ONE, Qualifier.EXACT, 1, "article", is_additional)
    group = find_noun_group(tokens, after, True, code_of)
    last, code, population = group.last, group.code, group.population
    if code == "N" and after < len(tokens) and tokens[after].kind == "age":
        return Chunk("Q", position, after + 1, number=number, population=PEOPLE)
    if code == "N" and is_additional:
        return Chunk("N", position, after, number=number)
    if code == "Y" and text_at(tokens, last) != "of":  # "a man's body"
        return counted(number, group)
    if code == "F" and not is_plural(tokens[last - 1].text):
        is_event = is_additional or _is_reported(tokens, position, last)
        return counted(number, group, tokens) if is_event else None
    if code != "Q" or population is None or is_plural(tokens[last - 1].text):
        return None
    if population in _HOUSEHOLDS:
        return None  # "another family": nobody says how many they were
    if _speaks(tokens, position, last):
        return None
    return _single(tokens, number, group)


def _speaks(tokens: list[Token], position: int, last: int) -> bool:
    """Whether somebody is quoted between marks: "in Osk, says a nurse, 12 people died"."""
    link = text_at(tokens, position - 1)
    is_said = link in _SAY or (link == "to" and text_at(tokens, position - 2) == "according")
    start = position - 2 - (link == "to")
    is_aside = is_said and (start < 0 or tokens[start].kind == "mark")
    return is_aside and last < len(tokens) and tokens[last].text == ","


_SAY = frozenset(load("sources")["say"])
_WHEN = frozenset({"last", "this", "next", "early", "late", "earlier", "later"})


def _is_thing(tokens: list[Token], at: int) -> bool:
    """Whether a word goes on from the name of a people, and not "a Russian last week"."""
    if at >= len(tokens) or tokens[at].kind != "word":
        return False
    return tokens[at].text not in _WHEN and code_of(tokens[at]) == "w"


def _single(tokens: list[Token], number: Number, group: NounGroup) -> Chunk | None:
    """A person by the article, if nothing but what describes people stands in between."""
    inside = tokens[number.last : group.last]
    if any(code_of(t) not in _INSIDE and not is_person_noun(t.text) for t in inside):
        return None
    if inside[-1].is_capital and _is_thing(tokens, group.last):
        return None  # "in a Russian aerial attack"
    if inside[-1].text == "couple":
        number.range, number.value = Range.exactly(2), 2  # "an elderly couple"
    return counted(number, group)


def _the_other(tokens: list[Token], position: int, told: list[Chunk]) -> Chunk | None:
    """The last one of a few, without its noun: "One was killed and the other wounded".

    "The third" is one more where two have been counted.
    """
    after = position + 2
    rank = _RANKS.get(text_at(tokens, position + 1))
    if rank is None or not any(c.code in "QNj" and _count(c) == rank - 1 for c in told):
        return None
    if find_noun_group(tokens, after, True, code_of).code != "N":
        return None
    is_end = after >= len(tokens) or tokens[after].kind == "mark"
    if not is_end and code_of(tokens[after]) not in _AFTER_THE_OTHER:
        return None
    number = Number(position, after, _ONE, Qualifier.EXACT, 1, "article", True)
    return Chunk("N", position, after, number=number)


def _count(chunk: Chunk) -> int | None:
    return chunk.number.value if chunk.number is not None else None


def _ordinal(tokens: list[Token], position: int, numbers: dict[int, Number]) -> Chunk | None:
    """One more victim: "a fourth person", "killing a third"."""
    after = position + 2
    if after in numbers:
        return None
    number = Number(position, after, _ONE, Qualifier.EXACT, 1, "article", True)
    group = find_noun_group(tokens, after, True, code_of)
    if group.code == "N":
        return Chunk("N", position, after, number=number)
    return counted(number, group) if group.code in "Ql" else None


def _is_reported(tokens: list[Token], position: int, last: int) -> bool:
    """Whether a single death or injury is told as such: "an injury was reported"."""
    is_caused = text_at(tokens, position - 1) in ("causing", "caused", "with")
    is_end = last >= len(tokens) or tokens[last].kind == "mark"
    is_told = text_at(tokens, last) in ("was", "has") and text_at(tokens, last + 1) in _TOLD
    return is_told or (is_caused and is_end)


def _bare(tokens: list[Token], position: int, *, is_prose: bool) -> Chunk | None:
    """A singular without an article, as headlines have it: "Man killed in crash"."""
    if tokens[position].kind not in ("word", "age"):
        return None
    group = find_noun_group(tokens, position, True, code_of)
    last = group.last
    if tokens[position].kind == "age" and group.code == "N":
        group = NounGroup(position + 1, "Q", PEOPLE)
        last = position + 1
    elif group.code != "Q" or last - position > _LONGEST_BARE:
        return None
    noun = tokens[last - 1]
    is_word = last < len(tokens) and tokens[last].kind == "word"
    following = read_word(tokens, last, len(tokens)).code if is_word else ","
    if leads_to_name(tokens, position + 1, last):
        return None
    if noun.text in _NEVER_BARE or is_plural(noun.text) or following not in _AFTER_BARE:
        return None
    if is_prose and not _is_terse(tokens, last, following):
        return None
    is_next = tokens[position].text in _ORDINALS  # "Third victim dies"
    number = Number(position, position, _ONE, Qualifier.EXACT, 1, "bare", is_next)
    if noun.text == "couple":
        number.range, number.value = Range.exactly(2), 2
    return counted(number, group)


def _is_terse(tokens: list[Token], last: int, following: str) -> bool:
    """Whether what comes after a bare singular in prose says that it is a victim.

    An age in commas, one more victim, or a harm word; "Cook was hurt" may well tell of a Mr Cook.
    """
    noun = tokens[last - 1]
    if noun.kind == "word" and not is_listed_person(noun.text):
        return False
    if following == ",":
        item = tokens[last + 1] if last + 1 < len(tokens) else noun
        return item.kind in ("numeral", "age") or is_listed_person(item.text)
    is_name = following == "B" and noun.text in _SURNAMES
    return following in _AFTER_OPENING and not is_name
