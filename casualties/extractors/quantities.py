"""Quantities: a number with what it counts."""

from __future__ import annotations

from casualties.extractors.chunks import GROUP, THEM, VICTIMS, Chunk
from casualties.extractors.names import is_apposition
from casualties.extractors.no_counts import is_age_in_passing, is_no_count
from casualties.extractors.noun_groups import COUNTED_HARM, GRADES, NounGroup, find_noun_group
from casualties.extractors.nouns import (
    is_person_noun,
    is_plural,
    lemma,
    person_of,
)
from casualties.extractors.numbers import Number
from casualties.extractors.qualifiers import read_suffix
from casualties.extractors.tokens import Token, follows, text_at
from casualties.extractors.words import code_of, find_member
from casualties.lexicon import load
from casualties.model import PEOPLE, Outcome

__all__ = ["counted", "read_also_none", "read_quantity"]

_FINITE = "zvBH"
_WORDS = load("quantities")
_MORE = frozenset(_WORDS["more"])
_PRONOUNS = frozenset(_WORDS["pronouns"])
_DETERMINERS = frozenset(_WORDS["determiners"])
_NOT_A_DEATH = frozenset(_WORDS["after_death"])
_OWN = frozenset(_WORDS["own"])
_FAMILIES = frozenset(load("parts")["families"])
_OF_ONE = frozenset({"one", "a"})
_UNHURT = frozenset(_WORDS["unhurt"])
_GRADED = frozenset(_WORDS["graded"])
_DEGREES = frozenset(load("parts")["degrees"])
_GROUPS = frozenset(_WORDS["collectives"])
_LABELLED = frozenset({":", "=", "("})
_JOINTS = frozenset({"and", "or"})
_NEGATED = frozenset(_WORDS["between_no_and_harm"])
_NO_NEWS = frozenset(_WORDS["no_news"])
_LOSS_OF_LIFE = ("loss", "of", "life")
_LONGEST_NO = 7


def read_quantity(tokens: list[Token], number: Number, numbers: dict[int, Number]) -> Chunk:
    """The quantity that begins at a number; ``numbers`` are those of the sentence, by place."""
    first = number.first
    if is_no_count(tokens, number):
        return Chunk("X", first, number.last, number=number)
    after = _skip_more(tokens, number)
    if graded := _graded(tokens, number, after):
        return graded
    after += follows(tokens, after, ("out", "of"))
    if text_at(tokens, after) == "of":
        return _partitive(tokens, number, after, numbers)
    if number.word == "nobody" or text_at(tokens, after - 1) == "others":
        return Chunk("Q", first, after, number=number, population=PEOPLE)
    is_one = number.word == "no" or number.range.low == 1
    group = _group_behind(tokens, after, is_one)
    if number.word == "no":
        return _nobody(tokens, number, group)
    if group.code == "N" and number.word == "both" and text_at(tokens, after) in _DETERMINERS:
        group = _both(tokens, after, group)
    if group.code == "N":
        return _unnamed(tokens, number, after, group)
    if group.code == "Y" and follows(tokens, group.last, ("of", "water")):
        return Chunk("X", first, group.last, number=number)
    if group.code in "QU":
        return _counted_people(tokens, number, group)
    return counted(number, group, tokens)


def _group_behind(tokens: list[Token], after: int, is_one: bool) -> NounGroup:
    """The noun group at ``after``; none in "a wall with 53 names", which are those of people."""
    if text_at(tokens, after) == "names":
        return NounGroup(after, "N")
    return find_noun_group(tokens, after, is_one, code_of)


def _unnamed(tokens: list[Token], number: Number, after: int, group: NounGroup) -> Chunk:
    """A number alone, up to token ``after``; "a couple" is one that names whom it counts."""
    if text_at(tokens, after - 1) == "couple":
        return Chunk("Q", number.first, after, number=number, population="couple")
    is_aside = number.word == "both" and _is_trait(tokens, after)
    code = "X" if is_aside or is_age_in_passing(tokens, number) else "N"
    return Chunk(code, number.first, after, number=number, harm=group.harm)


def _counted_people(tokens: list[Token], number: Number, group: NounGroup) -> Chunk:
    """The people of a noun group, up to the "or more" behind it: "claimed 30 victims" is lives."""
    verb, noun = text_at(tokens, number.first - 1), tokens[group.last - 1]
    are_lives = verb.startswith("claim") and lemma(noun.text) == "victim"
    last = read_suffix(tokens, number, group.last)
    code = "l" if are_lives else group.code
    return counted(number, NounGroup(last, code, group.population, group.harm))


def _both(tokens: list[Token], determiner: int, unnamed: NounGroup) -> NounGroup:
    """The noun group of "both their guards"; ``unnamed`` for "both the guard and his wife"."""
    group = find_noun_group(tokens, determiner + 1, False, code_of)
    is_pair = text_at(tokens, group.last) == "and" or not is_plural(tokens[group.last - 1].text)
    return unnamed if group.code != "Q" or is_pair else group


def _is_trait(tokens: list[Token], position: int) -> bool:
    """Whether it is "both from Velm", "both 19", and counts nobody."""
    is_age = position < len(tokens) and tokens[position].kind == "numeral"
    return is_age or text_at(tokens, position) in ("in", "of", "from", "aged")


def counted(number: Number, group: NounGroup, tokens: list[Token] | None = None) -> Chunk:
    """The chunk of a number and its noun group; ``tokens`` tell which harm a group counts."""
    outcome = None
    if group.code == "F" and tokens is not None:
        outcome = COUNTED_HARM[tokens[group.last - 1].text]
        if GRADES.get(tokens[group.last - 2].text) is Outcome.KILLED:
            outcome = Outcome.KILLED  # "1 fatal injury"
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
    if number.word == "digits" and text_at(tokens, after) == "x":  # "2 x wounded"
        after += 1
    while text_at(tokens, after) in _MORE:
        if tokens[after].text == "more" and text_at(tokens, after + 1) == "than":
            break
        number.is_additional = True
        after += 1
        if tokens[after - 1].text == "others":
            break
    return after


def _graded(tokens: list[Token], number: Number, after: int) -> Chunk | None:
    """A count whose noun is elided at its grade: "Injuries: 1 fatal, 2 serious", "Fatal: 1"."""
    label = GRADES.get(text_at(tokens, number.first - 2))
    if label is not None and text_at(tokens, number.first - 1) in _LABELLED:
        return Chunk("F", number.first, after, label, number, PEOPLE)
    grade = text_at(tokens, after)
    if grade not in GRADES and grade not in _UNHURT:  # as nearly always
        return None
    following = text_at(tokens, after + 1)
    ends = after + 1 >= len(tokens) or tokens[after + 1].kind == "mark" or following in _JOINTS
    outcome = GRADES.get(grade)
    if not ends or number.word == "article":
        return None
    if grade in _UNHURT and text_at(tokens, 0) in COUNTED_HARM:
        return Chunk("X", number.first, after + 1, number=number)
    is_listed = outcome is Outcome.KILLED or any(t.text in _GRADED for t in tokens)
    if outcome is None or not is_listed:
        return None
    return Chunk("F", number.first, after + 1, outcome, number, PEOPLE)


def _nobody(tokens: list[Token], number: Number, group: NounGroup) -> Chunk:
    """What "no" negates: people, deaths, reports of deaths, "damage or injuries"."""
    if group.code in "QFl":
        return counted(number, group, tokens)
    if follows(tokens, number.last, _LOSS_OF_LIFE):
        last = number.last + len(_LOSS_OF_LIFE)
        return Chunk("F", number.first, last, Outcome.KILLED, number, PEOPLE)
    if not _NO_NEWS.isdisjoint(t.text for t in tokens[number.last : number.last + 2]):
        return Chunk("X", number.first, number.last, number=number)
    for position in range(number.last, min(len(tokens), number.last + _LONGEST_NO)):
        token = tokens[position]
        if token.text in COUNTED_HARM and text_at(tokens, position + 1) not in _NOT_A_DEATH:
            between = {t.text for t in tokens[number.last : position]}
            if between & _NEGATED or len(between) <= 1:
                harm = NounGroup(position + 1, "F", PEOPLE)
                return counted(number, harm, tokens)
        if (token.kind == "mark" and token.text != ",") or code_of(token) in "BHMrkz":
            break
    return Chunk("X", number.first, max(group.last, number.last), number=number)


def read_also_none(tokens: list[Token], chunk: Chunk) -> list[Chunk]:
    """The "or" and the second harm of "no deaths or injuries", each a chunk; often none."""
    number = chunk.number
    if chunk.code != "F" or number is None or number.word != "no":
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
    if number.word == "one" and is_apposition(tokens, first):
        return Chunk("X", first, of, number=number)  # "Ann Lee, one of the victims, ..."
    position = of + 1
    text = text_at(tokens, position)
    is_same = follows(tokens, position, ("the", "same"))
    family = position + 1 + is_same
    if (is_same or text in _OF_ONE) and lemma(text_at(tokens, family)) in _FAMILIES:
        return Chunk("Q", first, family + 1, number=number, population=PEOPLE)  # "six of a family"
    # "two of the 14", "two of those 14 deaths"
    if any(n in numbers and numbers[n].word != "article" for n in (position, position + 1)):
        return Chunk("j", first, position, number=number, of=GROUP)
    if text == "whose":
        return _of_whose(tokens, number, position)
    if text in _PRONOUNS and not find_member(tokens, position):
        return _pronoun(tokens, number, position)
    start = position
    while text_at(tokens, position) in _DETERMINERS or text_at(tokens, position).endswith("'s"):
        position += 1
    has_determiner = position > start
    if has_determiner and text_at(tokens, position) in _DEGREES:
        position += find_member(tokens, position + 1) is not None  # "of the seriously injured"
    for at in (position, position - 1) if has_determiner else (position,):
        member = find_member(tokens, at)
        is_set = has_determiner or len(member.words if member else ()) > 1
        if member and (is_set or _is_headed_by(tokens, number, at + 1)):
            return _member(tokens, number, at + len(member.words), str(member.outcome))
    return _some_of(tokens, number, of, position)


def _is_headed_by(tokens: list[Token], number: Number, after: int) -> bool:
    """Whether a headline leaves out an article: "14 of injured in a serious state"."""
    is_count = number.word in ("digits", "words") and number.is_plain
    return is_count and after < len(tokens) and code_of(tokens[after]) in "PBa"


def _is_gravest(word: str) -> bool:
    """Whether it is a superlative: "worst", "deadliest"."""
    return word in ("worst", "most") or word.endswith("iest")


def _some_of(tokens: list[Token], number: Number, of: int, position: int) -> Chunk:
    """As in "hundreds of civilians", "eight of their number": the group begins at ``position``."""
    has_determiner = position > of + 1
    group = find_noun_group(tokens, position, False, code_of)
    if number.word == "one" and group.code == "U" and _is_gravest(text_at(tokens, position)):
        return Chunk("X", number.first, group.last, number=number)  # "one of the worst floods"
    if group.code == "N" and has_determiner and text_at(tokens, position) in _OWN:
        return Chunk("Q", number.first, position + 1, number=number, population=PEOPLE)
    if group.code == "N":
        return Chunk("N", number.first, of, number=number)
    is_group = group.code == "X" and text_at(tokens, position) in _GROUPS
    if has_determiner and is_group and group.last == position + 1:
        return Chunk(
            "Q", number.first, group.last, number=number, population=PEOPLE, of=GROUP
        )  # "27 of the group"
    chunk = counted(number, group, tokens)
    harmed = find_member(tokens, group.last) if has_determiner and group.code == "Q" else None
    behind = group.last + len(harmed.words) if harmed else len(tokens)
    if harmed and behind < len(tokens) and code_of(tokens[behind]) in _FINITE:
        # "Ten of the inmates killed belonged to a gang"
        chunk.last, chunk.of = behind, str(harmed.outcome)
        return chunk
    words = {lemma(token.text) for token in tokens[position : group.last]}
    if group.code == "F" and has_determiner:
        chunk.of = str(chunk.outcome)
    elif "survivor" in words:
        chunk.of = GROUP
    elif has_determiner:
        chunk.of = VICTIMS if "victim" in words else GROUP
    return chunk


def _of_whose(tokens: list[Token], number: Number, position: int) -> Chunk:
    """As in "a mill, 12 of whose weavers died", or "eight of whose looms burned"."""
    group = find_noun_group(tokens, position + 1, False, code_of)
    if group.code in ("Q", "X"):
        return counted(number, group, tokens)
    return _pronoun(tokens, number, position)


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
