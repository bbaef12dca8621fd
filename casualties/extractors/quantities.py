"""Quantities: a number with what it counts, and singulars that count one."""

from __future__ import annotations

from casualties.extractors.chunks import GROUP, THEM, VICTIMS, Chunk
from casualties.extractors.no_counts import is_age_in_passing, is_no_count
from casualties.extractors.noun_groups import COUNTED_HARM, NounGroup, find_noun_group
from casualties.extractors.nouns import is_person_noun, is_plural, lemma, person_of
from casualties.extractors.numbers import Number
from casualties.extractors.qualifiers import read_suffix
from casualties.extractors.tokens import Token, follows, text_at
from casualties.extractors.words import code_of, find_member, read_word
from casualties.lexicon import load
from casualties.model import PEOPLE, Qualifier
from casualties.ranges import Range

__all__ = ["read_article", "read_bare_singular", "read_quantity"]

_MONTHS = frozenset(load("things")["months"])
_WORDS = load("quantities")
_ORDINALS = frozenset(_WORDS["ordinals"])
_MORE = frozenset(_WORDS["more"])
_PRONOUNS = frozenset(_WORDS["pronouns"])
_DETERMINERS = frozenset(_WORDS["determiners"])
_COLLECTIVES = frozenset(_WORDS["collectives"])
_BARE_BEFORE = frozenset(_WORDS["before_a_bare_singular"])
_NEVER_BARE = frozenset(_WORDS["never_bare_singulars"])
_NOT_A_DEATH = frozenset(_WORDS["after_death"])
_NEGATED = frozenset(_WORDS["between_no_and_harm"])
_TOLD = frozenset({"reported", "confirmed", "recorded", "registered", "been", "attributed"})
_ONE = Range.exactly(1)
_LONGEST_BARE = 3
_LONGEST_NO = 7
_SHOUTED = 0.8
# Codes that may stand between an article and its noun, and those that may follow a bare singular.
_INSIDE = frozenset("wkKe#SaGT")
_AFTER_BARE = frozenset("kKZdegcPBbh,")


def read_quantity(tokens: list[Token], number: Number, numbers: dict[int, Number]) -> Chunk:
    """The quantity that begins at a number; ``numbers`` are those of the sentence, by place."""
    first = number.first
    if is_no_count(tokens, number):
        return Chunk("X", first, number.last, number=number)
    after = _skip_more(tokens, number)
    if text_at(tokens, after) == "of":
        return _partitive(tokens, number, after, numbers)
    if number.word == "nobody" or text_at(tokens, after - 1) == "others":
        return Chunk("Q", first, after, number=number, population=PEOPLE)
    is_one = number.word == "no" or number.range.low == 1
    group = find_noun_group(tokens, after, is_one, code_of)
    if number.word == "no":
        return _nobody(tokens, number, group)
    if group.code == "N":
        is_aside = number.word == "both" and _is_trait(tokens, after)
        code = "X" if is_aside or is_age_in_passing(tokens, number) else "N"
        return Chunk(code, first, after, number=number, harm=group.harm)
    if group.code == "Y" and follows(tokens, group.last, ("of", "water")):
        return Chunk("X", first, group.last, number=number)
    if group.code in "QU":
        last = read_suffix(tokens, number, group.last)
        return _counted(number, NounGroup(last, group.code, group.population, group.harm))
    return _counted(number, group, tokens)


def _is_trait(tokens: list[Token], position: int) -> bool:
    """Whether it is "both from Velm", "both 19", and counts nobody."""
    is_age = position < len(tokens) and tokens[position].kind == "numeral"
    return is_age or text_at(tokens, position) in ("in", "of", "from", "aged")


def _counted(number: Number, group: NounGroup, tokens: list[Token] | None = None) -> Chunk:
    outcome = None
    if group.code == "F" and tokens is not None:
        outcome = COUNTED_HARM[tokens[group.last - 1].text]
    return Chunk(
        group.code,
        number.first,
        group.last,
        outcome,
        number,
        group.population,
        harm=group.harm,
    )


def _skip_more(tokens: list[Token], number: Number) -> int:
    """Where the noun may begin behind "more", "others" and the like, noting that they add."""
    after = number.last
    while text_at(tokens, after) in _MORE:
        if tokens[after].text == "more" and text_at(tokens, after + 1) == "than":
            break
        number.is_additional = True
        after += 1
        if tokens[after - 1].text == "others":
            break
    return after


def _nobody(tokens: list[Token], number: Number, group: NounGroup) -> Chunk:
    """What "no" negates: people, deaths, reports of deaths, "damage or injuries"."""
    if group.code in "QFl":
        return _counted(number, group, tokens)
    for position in range(number.last, min(len(tokens), number.last + _LONGEST_NO)):
        token = tokens[position]
        if token.text in COUNTED_HARM and text_at(tokens, position + 1) not in _NOT_A_DEATH:
            between = {t.text for t in tokens[number.last : position]}
            if between & _NEGATED or len(between) <= 1:
                harm = NounGroup(position + 1, "F", PEOPLE)
                return _counted(number, harm, tokens)
        if (token.kind == "mark" and token.text != ",") or code_of(token) in "BHMrkz":
            break
    return Chunk("X", number.first, max(group.last, number.last), number=number)


def read_also_none(tokens: list[Token], chunk: Chunk) -> list[Chunk]:
    """The "or" and the second harm of "no deaths or injuries", each a chunk; often none."""
    number = chunk.number
    if number is None or number.word != "no":
        return []
    noun = chunk.last + 1
    is_joined = text_at(tokens, chunk.last) in ("or", "nor", "and")
    if not is_joined or text_at(tokens, noun) not in COUNTED_HARM:
        return []
    none = Number(noun, noun + 1, number.range, number.qualifier, 0, "no")
    return [
        Chunk("c", chunk.last, noun),
        Chunk("F", noun, noun + 1, COUNTED_HARM[tokens[noun].text], none, PEOPLE),
    ]


def _partitive(tokens: list[Token], number: Number, of: int, numbers: dict[int, Number]) -> Chunk:
    """As in "Two of the dead", "three of them", "one of the 40 dead", "hundreds of civilians"."""
    first = number.first
    if number.word == "one" and _is_apposition(tokens, first):
        return Chunk("X", first, of, number=number)  # "Ann Lee, one of the victims, ..."
    position = of + 1
    text = text_at(tokens, position)
    if text == "whose" or (text in _PRONOUNS and not find_member(tokens, position)):
        return _pronoun(tokens, number, position)
    if any(n in numbers and numbers[n].word != "article" for n in (position, position + 1)):
        return Chunk("j", first, position, number=number, of=GROUP)
    start = position
    while text_at(tokens, position) in _DETERMINERS or text_at(tokens, position).endswith("'s"):
        position += 1
    has_determiner = position > start
    for at in (position, position - 1) if has_determiner else (position,):
        member = find_member(tokens, at)
        if member and (has_determiner or len(member.words) > 1):
            return _member(tokens, number, at + len(member.words), str(member.outcome))
    return _some_of(tokens, number, of, position)


def _some_of(tokens: list[Token], number: Number, of: int, position: int) -> Chunk:
    """As in "hundreds of civilians", "two of its own": the noun group begins at ``position``."""
    has_determiner = position > of + 1
    group = find_noun_group(tokens, position, False, code_of)
    if group.code == "N" and has_determiner and text_at(tokens, position) == "own":
        return Chunk("Q", number.first, position + 1, number=number, population=PEOPLE)
    if group.code == "N":
        return Chunk("N", number.first, of, number=number)
    chunk = _counted(number, group, tokens)
    words = {lemma(token.text) for token in tokens[position : group.last]}
    if group.code == "F" and has_determiner:
        chunk.of = str(chunk.outcome)
    elif "survivor" in words:
        chunk.of = GROUP
    elif has_determiner:
        chunk.of = VICTIMS if "victim" in words else GROUP
    return chunk


def _pronoun(tokens: list[Token], number: Number, position: int) -> Chunk:
    """As in "three of them", "15 of those rescued"."""
    verb = position + 1
    is_those = text_at(tokens, position) == "those"
    if is_those and verb < len(tokens) and code_of(tokens[verb]) == "z":
        return Chunk("Q", number.first, verb + 1, number=number, population=PEOPLE, of=GROUP)
    return Chunk("N", number.first, verb, number=number, of=THEM)


def _member(tokens: list[Token], number: Number, last: int, outcome: str) -> Chunk:
    """As in "Two of the injured prisoners": a part of those of the outcome."""
    population: str = PEOPLE
    following = text_at(tokens, last)
    if is_person_noun(following) and tokens[last].kind == "word":
        population = person_of([following])
        last += 1
    return Chunk("Q", number.first, last, number=number, population=population, of=outcome)


def read_article(tokens: list[Token], position: int, numbers: dict[int, Number]) -> Chunk | None:
    """A singular by its article, "a man", "another passenger", or a body of people counted."""
    is_additional = tokens[position].text == "another"
    after = position + 1
    if text_at(tokens, after) in _COLLECTIVES and text_at(tokens, after + 1) == "of":
        inner = numbers.get(after + 2)
        if inner is not None and inner.is_plain:  # "a crew of six"
            people = person_of([tokens[after].text])
            return Chunk("Q", position, inner.last, number=inner, population=people)
    ordinal = text_at(tokens, after)
    is_ordinal = ordinal in _ORDINALS or (after < len(tokens) and tokens[after].kind == "ordinal")
    if is_ordinal and text_at(tokens, after + 1) != "of":
        return _ordinal(tokens, position, numbers)
    if after in numbers or (not is_additional and _is_apposition(tokens, position)):
        return None
    number = Number(position, after, _ONE, Qualifier.EXACT, 1, "article", is_additional)
    group = find_noun_group(tokens, after, True, code_of)
    last, code, population = group.last, group.code, group.population
    if code == "N" and after < len(tokens) and tokens[after].kind == "age":
        return Chunk("Q", position, after + 1, number=number, population=PEOPLE)
    if code == "N" and is_additional:
        return Chunk("N", position, after, number=number)
    if code == "F" and not is_plural(tokens[last - 1].text):
        is_event = is_additional or _is_reported(tokens, position, last)
        return _counted(number, group, tokens) if is_event else None
    if code != "Q" or population is None or is_plural(tokens[last - 1].text):
        return None
    return _single(tokens, number, group)


def _single(tokens: list[Token], number: Number, group: NounGroup) -> Chunk | None:
    """A person by the article, if nothing but what describes people stands in between."""
    inside = tokens[number.last : group.last]
    if any(code_of(t) not in _INSIDE and not is_person_noun(t.text) for t in inside):
        return None
    if inside[-1].text == "couple":
        number.range, number.value = Range.exactly(2), 2  # "an elderly couple"
    return _counted(number, group)


def _ordinal(tokens: list[Token], position: int, numbers: dict[int, Number]) -> Chunk | None:
    """One more victim: "a fourth person", "killing a third"."""
    after = position + 2
    if after in numbers:
        return None
    number = Number(position, after, _ONE, Qualifier.EXACT, 1, "article", True)
    group = find_noun_group(tokens, after, True, code_of)
    if group.code == "N":
        return Chunk("N", position, after, number=number)
    return _counted(number, group) if group.code in "Ql" else None


def _is_reported(tokens: list[Token], position: int, last: int) -> bool:
    """Whether a single death or injury is told as such: "an injury was reported"."""
    is_caused = text_at(tokens, position - 1) in ("causing", "caused", "with")
    is_end = last >= len(tokens) or tokens[last].kind == "mark"
    is_told = text_at(tokens, last) in ("was", "has") and text_at(tokens, last + 1) in _TOLD
    return is_told or (is_caused and is_end)


def _is_apposition(tokens: list[Token], position: int) -> bool:
    """Whether "a ..." says who a name is: "Ann Lee, a teacher, ...", "Ann Lee, 40, a nurse"."""
    name = position - 2
    if text_at(tokens, position - 1) not in (",", "(", "–", "—"):
        return False
    if name >= 2 and tokens[name].kind == "numeral" and tokens[name - 1].text == ",":
        name -= 2
    if name <= 0 or not tokens[name].is_capital or tokens[name].kind != "word":
        return False
    if _is_title(tokens):
        return False
    following = next((t.text for t in tokens[position:] if t.text in (",", "and", ".", ";")), "")
    return tokens[name].text not in _MONTHS and following != "and"


def _is_title(tokens: list[Token]) -> bool:
    """Whether most words have capitals, as headlines in title case and old wires do."""
    words = [token for token in tokens if token.kind == "word"]
    return sum(token.is_capital for token in words) > _SHOUTED * len(words)


def read_bare_singular(tokens: list[Token], position: int) -> Chunk | None:
    """A singular without an article, as headlines have it: "Man killed in crash"."""
    if tokens[position].kind not in ("word", "age"):
        return None
    if text_at(tokens, position - 1) not in _BARE_BEFORE:
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
    if _leads_to_name(tokens, position + 1, last):
        return None
    if noun.text in _NEVER_BARE or is_plural(noun.text) or following not in _AFTER_BARE:
        return None
    number = Number(position, position, _ONE, Qualifier.EXACT, 1, "bare")
    return _counted(number, group)


def _leads_to_name(tokens: list[Token], start: int, last: int) -> bool:
    """Whether it says who a name is: "Singer Robert Hunter", "Poet, diver and cook Ann Lee"."""
    while text_at(tokens, last) in (",", "and") or is_person_noun(text_at(tokens, last)):
        last += 1
    is_named = any(token.is_capital and token.kind == "word" for token in tokens[start : last + 1])
    return is_named and not _is_title(tokens)
