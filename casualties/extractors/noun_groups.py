"""The noun group after a number: where it ends, and whether it names people."""

from __future__ import annotations

from collections.abc import Callable

from casualties.extractors.nouns import (
    is_invariant,
    is_person_noun,
    is_plural,
    is_thing,
    lemma,
    person_of,
)
from casualties.extractors.tokens import Token, text_at
from casualties.lexicon import load
from casualties.model import PEOPLE, Outcome
from casualties.records import dataclass

__all__ = ["COUNTED_HARM", "GRADES", "HARMED", "NounGroup", "find_noun_group"]

_LONGEST = 7
_LONGEST_NAME = 3
_MODIFIERS = 3
_PAIR = 2
_BE = frozenset(load("grammar")["classes"]["be"])
COUNTED_HARM = {
    word: Outcome(entry["outcome"])
    for entry in load("outcomes")["word"]
    for word in entry.get("noun", ())
}
"""Nouns that count the harm itself, "deaths" and the like, with what they say."""

GRADES = {
    word: Outcome(entry["outcome"])
    for entry in load("outcomes")["word"]
    for word in entry.get("grade", ())
}
"""Adjectives that stand for the harm that they grade: "1 fatal", "2 serious"."""

HARMED = {
    word: Outcome(entry["outcome"])
    for entry in load("outcomes")["word"]
    for binding in ("past", "participle", "state")
    for word in entry.get(binding, ())
    if " " not in word and entry["outcome"] != "casualties"
}
HARMED |= dict.fromkeys(load("outcomes")["fallen"], Outcome.KILLED)
_FATAL = frozenset(load("parts")["fatal"])
_BODIES = frozenset([*load("parts")["remains"], *load("parts")["body"]])
_PEOPLES = frozenset(load("people")["peoples"])
_REPORTED = frozenset(load("people")["reported"])
_PASSABLE = frozenset("w#")
# A plural that stands before the head of its group: "security forces personnel".
_AGENTS = tuple(load("people")["agents"])
_NO_AGENTS = frozenset(load("people")["no_agents"])
_SHORTEST = 5
_THIS = frozenset({"last", "this"})
_SPANS = frozenset(
    [
        *load("times")["span"],
        *load("times")["daypart"],
        *load("things")["months"],
        *load("events")["days"],
    ]
)
_MASS = frozenset(load("people")["masses"])


@dataclass(frozen=True, slots=True)
class NounGroup:
    """A noun group up to token ``last`` (excluded).

    ``code`` is Q for people, F, Y and l for deaths or injuries, bodies and lives, X for things, U
    for a plural that is not known, N where no noun stands.

    ``harm`` is an outcome said within the group, as in "two wounded men".
    """

    last: int
    code: str
    population: str | None = None
    harm: Outcome | None = None


def find_noun_group(
    tokens: list[Token], start: int, is_one: bool, code_of: Callable[[Token], str]
) -> NounGroup:
    """The noun group that begins at ``start``; ``code_of`` gives the code of a single word."""
    stretch = _stretch(tokens, start, code_of)
    harm: Outcome | None = None
    population = PEOPLE
    position = start
    while position < stretch:
        text = tokens[position].text
        is_word = tokens[position].kind == "word"
        if is_word and _is_counted_harm(text, is_one):
            if not _is_person_at(tokens, position + 1, stretch):
                return NounGroup(position + 1, "F", population)
        elif is_word and text in HARMED and not is_person_noun(text):
            if not _noun_follows(tokens, position, stretch, code_of):
                return _before_harm(tokens, start, position, is_one, harm, code_of)
            is_fatal = position > 0 and tokens[position - 1].text in _FATAL
            harm = Outcome.KILLED if is_fatal else HARMED[text]
        elif is_word and _is_people(tokens, position, stretch, is_one, code_of):
            last = _head_end(tokens, position, stretch, is_one)
            words = [t.text for t in tokens[start:last] if t.kind == "word"]
            if last == stretch or not _is_counted_harm(tokens[last].text, is_one):
                return _people(tokens, words, last, stretch, is_one, harm)
            # "140 civilian deaths", but "four minor injuries"
            population = PEOPLE if GRADES.keys() >= set(words) else person_of(words)
            position = last - 1
        elif is_word and (code := _thing_code(text, is_one)):
            is_modifier = (
                _is_person_at(tokens, position + 1, stretch)
                or (not is_one and _heads_persons(tokens, position, stretch))
                or (
                    # "twenty gold washers"
                    not is_one and _is_agent_at(tokens, position + 1, stretch)
                )
                or (
                    # "one nursing home death"
                    position + 1 < stretch and _is_counted_harm(tokens[position + 1].text, is_one)
                )
            )
            is_group = is_plural(text) > is_one and not _is_end_of_name(tokens, position, start)
            if code != "X" or not is_modifier or is_group:
                return NounGroup(position + 1, code, PEOPLE if code != "X" else None, harm)
        position += 1
    return _unknown(tokens, start, stretch, is_one, harm)


def _is_end_of_name(tokens: list[Token], position: int, start: int) -> bool:
    """Whether a plural ends a name before those it describes: "four United Nations envoys"."""
    return position > start and all(t.is_capital for t in tokens[position - 1 : position + 1])


def _is_people(
    tokens: list[Token],
    position: int,
    stretch: int,
    is_one: bool,
    code_of: Callable[[Token], str],
) -> bool:
    """Whether the word heads a group of people, or may: "Swiss" does not in "two Swiss hikers"."""
    text = tokens[position].text
    is_adjective = text in _PEOPLES or is_invariant(text)
    if not is_adjective or text in _MASS or position + 1 == stretch:
        return is_person_noun(text) or (text in _PEOPLES and not is_one)
    following = tokens[position + 1]
    is_modifier = following.kind == "word" and code_of(following) == "w"
    return is_person_noun(text) and not is_modifier


def _before_harm(  # noqa: PLR0913, PLR0917 - the parts of one noun group
    tokens: list[Token],
    start: int,
    harmed: int,
    is_one: bool,
    harm: Outcome | None,
    code_of: Callable[[Token], str],
) -> NounGroup:
    """What no list knows before token ``harmed``: a force by name, as in "10 Mai-Mai killed"."""
    name = tokens[start:harmed]
    is_force = all(t.is_capital and t.kind == "word" and code_of(t) == "w" for t in name)
    if is_force and 0 < len(name) <= _LONGEST_NAME:
        return NounGroup(harmed, "U", lemma(name[-1].text), harm)
    return _unknown(tokens, start, harmed, is_one, harm)


def _people(  # noqa: PLR0913, PLR0917 - the parts of one noun group
    tokens: list[Token],
    words: list[str],
    last: int,
    stretch: int,
    is_one: bool,
    harm: Outcome | None,
) -> NounGroup:
    following = tokens[last].text if last < stretch else ""
    if is_thing(following) and following not in HARMED and _is_compound(tokens, last, is_one):
        return NounGroup(last + 1, "X")
    code = _thing_code(following, is_one)
    if code in ("Y", "l") and (is_one or not is_plural(words[-1])):  # "12 civilian lives"
        return NounGroup(last + 1, code, person_of(words))
    return NounGroup(last, "Q", person_of(words), harm)


def _thing_code(text: str, is_one: bool) -> str:
    """The code of a noun that names no people by itself, empty where the lists do not have it."""
    if text in _BODIES:
        return "Y"
    if text == "lives" or (is_one and text == "life"):
        return "l"
    return "X" if is_thing(text) else ""


def _stretch(tokens: list[Token], start: int, code_of: Callable[[Token], str]) -> int:
    """Where the words that can belong to a noun group end."""
    position = start
    limit = min(len(tokens), start + _LONGEST)
    while position < limit:
        token = tokens[position]
        if token.kind in ("age", "compound") or token.text in ("'", '"'):
            position += 1
            continue
        if token.text == "/" and position > start and _is_slashed(tokens, position, code_of):
            position += 1
            continue
        if token.kind != "word" or _is_time(tokens, position):
            break
        code = code_of(token)
        known = (
            code in _PASSABLE
            or (code == "a" and token.text.endswith("ly"))
            or token.text in HARMED
            or token.text in COUNTED_HARM
            or token.text in _REPORTED
            or is_person_noun(token.text)
            or token.text == "lives"
            or (code in "zT" and _is_seized(tokens, position))
            or (code == "s" and is_thing(token.text) and is_plural(token.text))
        )
        joined = token.text == "and" and position > start and _is_joined(tokens, position, code_of)
        if not known and not joined:
            break
        position += 1
    return position


def _is_slashed(tokens: list[Token], position: int, code_of: Callable[[Token], str]) -> bool:
    """Whether a slash joins two words that say of what kind: "12 mine/IED casualties"."""
    sides = tokens[position - 1 : position + 2]
    return (
        len(sides) > _PAIR
        and sides[0].end == sides[1].start
        and sides[1].end == sides[2].start
        and all(s.kind == "word" and code_of(s) == "w" for s in (sides[0], sides[2]))
        and not any(is_person_noun(side.text) for side in sides)
    )


def _is_time(tokens: list[Token], position: int) -> bool:
    """Whether it says when: "killed 58 last year"."""
    return tokens[position].text in _THIS and text_at(tokens, position + 1) in _SPANS


def _is_seized(tokens: list[Token], position: int) -> bool:
    """Whether it is a participle before those it describes: "four trapped miners"."""
    noun = text_at(tokens, position + 1)
    return tokens[position].text.endswith("ed") and is_person_noun(noun) and is_plural(noun)


def _is_joined(tokens: list[Token], position: int, code_of: Callable[[Token], str]) -> bool:
    """Whether "and" joins two adjectives: "American and coalition service members"."""
    following = tokens[position + 1 : position + 4]
    return (
        len(following) >= 2
        and not is_person_noun(tokens[position - 1].text)
        and not tokens[position - 1].text.endswith("s")
        and code_of(tokens[position - 1]) == "w"
        and code_of(following[0]) == "w"
        and any(is_person_noun(t.text) and is_plural(t.text) for t in following[1:])
    )


def _is_counted_harm(text: str, is_one: bool) -> bool:
    return text in COUNTED_HARM and (is_one or text.endswith("s") or text == "fatality")


def _is_person_at(tokens: list[Token], position: int, stretch: int) -> bool:
    return position < stretch and is_person_noun(tokens[position].text)


def _heads_persons(tokens: list[Token], position: int, stretch: int) -> bool:
    """Whether the thing at ``position`` says of what kind they are: "nine road repair workers".

    Or of what kind the harm is: "40 mine/IED casualties".
    """
    for at in range(position + 1, min(stretch, position + 1 + _MODIFIERS)):
        text = tokens[at].text
        if text == "/":
            continue
        if tokens[at].kind != "word" or text in HARMED or is_plural(text):
            is_head = is_person_noun(text) or _is_counted_harm(text, False)
            return is_head and text not in HARMED
    return False


def _is_agent_at(tokens: list[Token], position: int, stretch: int) -> bool:
    """Whether a plural by its ending names who does something, and is listed as no thing."""
    if position >= stretch or tokens[position].kind != "word":
        return False
    text = tokens[position].text
    is_agent = len(text) > _SHORTEST and text.endswith(_AGENTS)
    return is_agent and not is_thing(text) and lemma(text) not in _NO_AGENTS


def _noun_follows(
    tokens: list[Token], position: int, stretch: int, code_of: Callable[[Token], str]
) -> bool:
    """Whether a word such as "wounded" at ``position`` is an adjective: "12 wounded civilians"."""
    following = position + 1
    while following < stretch and following - position < 4:
        token = tokens[following]
        if token.kind == "word" and token.text in _BODIES:
            return True
        if token.kind == "word" and is_person_noun(token.text):
            return following == position + 1 or tokens[position].text not in ("killed", "shot")
        if token.kind == "word" and code_of(token) not in "wakKe":
            return False
        following += 1
    return False


def _is_compound(tokens: list[Token], position: int, is_one: bool) -> bool:
    """Whether the thing at ``position`` heads the group: "a police car", "12 police vehicles"."""
    return (
        is_one
        or (is_plural(tokens[position].text) and not is_plural(tokens[position - 1].text))
        or tokens[position - 1].text in _MASS
    )


def _head_end(tokens: list[Token], position: int, stretch: int, is_one: bool) -> int:
    """Where the head that starts with the person noun at ``position`` ends."""
    last = position + 1
    while (
        last < stretch
        and tokens[last].kind == "word"
        and is_person_noun(tokens[last].text)
        and tokens[last].text not in HARMED
        and not tokens[last].text.endswith("'s")
        and (not is_plural(tokens[last - 1].text) or tokens[last - 1].text in _MASS)
    ):
        last += 1
    if is_one and _goes_on(tokens, last, stretch):
        return last + 2
    if is_one or (is_plural(tokens[last - 1].text) and tokens[last - 1].text not in _MASS):
        return last
    # "12 police patrol officers": a singular before the plural head
    for further in range(last, min(stretch, last + 2)):
        if is_person_noun(tokens[further].text) and is_plural(tokens[further].text):
            return further + 1
    return last


def _goes_on(tokens: list[Token], position: int, stretch: int) -> bool:
    """Whether a word and a noun for a person end the group: "an assistant loco pilot"."""
    if position + 1 >= stretch or tokens[position].kind != "word":
        return False
    word, noun = tokens[position].text, tokens[position + 1].text
    is_known = word in HARMED or word in COUNTED_HARM or word.endswith(("'s", "ly", "ing", "ed"))
    is_head = is_person_noun(noun) and not is_plural(noun) and noun not in HARMED
    return is_head and not is_known and not tokens[position].is_capital


def _unknown(
    tokens: list[Token], start: int, stretch: int, is_one: bool, harm: Outcome | None
) -> NounGroup:
    """A group whose noun no list knows: a plural close to the number may name people.

    Or a force by its name, before a verb or what it is short for: "120 RUF (United Front) were".
    """
    if not is_one:
        for position in range(start, min(stretch, start + 3)):
            text = tokens[position].text
            if tokens[position].kind == "age" and text.endswith("s"):
                return NounGroup(position + 1, "Q", PEOPLE, harm)  # "four 17-year-olds"
            if (
                tokens[position].kind == "word"
                and text.endswith("s")
                and len(text) > 3
                and not text.endswith(("ss", "'s", "us"))
            ):
                code = "X" if lemma(text) in _NO_AGENTS else "U"
                return NounGroup(position + 1, code, lemma(text), harm)
        if _is_force(tokens, start, stretch):
            return NounGroup(stretch, "U", lemma(tokens[stretch - 1].text), harm)
    return NounGroup(start, "N", None, harm)


def _is_force(tokens: list[Token], start: int, stretch: int) -> bool:
    """Whether a name of one word ends before its verb, or before what it is short for."""
    if stretch - start != 1 or stretch >= len(tokens):
        return False
    name, following = tokens[start], tokens[stretch].text
    is_name = name.is_capital and name.kind == "word" and not is_thing(name.text)
    return is_name and (following in _BE or following in ("(", "["))
