"""Who is said to say something: "police said", "according to the ministry", "put at 40 by us"."""

from __future__ import annotations

from collections.abc import Iterator

from casualties.extractors.glossary import Glossary
from casualties.extractors.labels import find_labels
from casualties.extractors.nouns import is_person_noun, lemma
from casualties.extractors.other_events import DISEASES
from casualties.extractors.subjects import (
    AFTER_NAME,
    ARTICLES,
    BODIES,
    LISTENED,
    NOT_FIRST,
    PRONOUNS,
    VERBS,
    is_paper,
    name_at,
    name_of,
    owner_in,
    post_behind,
    start_of,
    subject_of,
)
from casualties.extractors.times import EVENTS
from casualties.extractors.tokens import Token, follows, text_at
from casualties.extractors.words import HAZARDS, code_of
from casualties.lexicon import load

__all__ = ["find_attributions", "is_speaker"]

_WORDS = load("sources")
_SAY = frozenset(_WORDS["say"])
_OBJECTING = frozenset(_WORDS["objecting"])
_STATE = frozenset(_WORDS["state"])
_STATED = frozenset(_WORDS["stated"])
_WITH_THAT = frozenset(_WORDS["say_that"])
_CONVINCED = frozenset(_WORDS["convinced"])
_PARTICIPLES = frozenset(_WORDS["state_having"])
_REGISTERS = frozenset(_WORDS["registers"])
_REGISTER = frozenset(_WORDS["register"])
_SHOWING = frozenset(_WORDS["showing"])
_ADJECTIVAL = frozenset(_WORDS["adjectival"])
_CLAIMS = frozenset(_WORDS["claims"])
_TELLINGS = frozenset(_WORDS["tellings"])
_PUT = frozenset(_WORDS["put"])
_TIMES = frozenset([*_WORDS["times"], *load("events")["days"]])
_NO_SPEAKERS = PRONOUNS | frozenset(_WORDS["nobody"])
_NO_CLAUSE = AFTER_NAME | NOT_FIRST | _TIMES
_COORDINATORS = frozenset({"and", "but", "though", "although", "while"})
_COUNTS = frozenset(_WORDS["counts"])
_LIVES = frozenset(_WORDS["lives"])
_DECLARED = frozenset(_WORDS["declared"])
_COUNTED = frozenset(_WORDS["counted"])
_OWN = frozenset(_WORDS["counted_things"])
_FOUND = frozenset(_WORDS["found"])
_GUILTY = frozenset(_WORDS["guilty"])
_KILLERS = EVENTS | DISEASES
_SPOKEN_OF = frozenset(_WORDS["spoken_of"])
_BEING = frozenset({"be", "have", "belong"})
_US = frozenset({"we", "you"})
_HEARING = frozenset(_WORDS["hearing"])
_PUTTING = frozenset(_WORDS["putting"])
_CLAIMED = frozenset(_WORDS["claimed"])
_GIVING = frozenset(_WORDS["giving"])
_ACCOUNTS = frozenset(_WORDS["accounts"])
_QUOTING = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "citing"})
_WHOSE = {"his": "he", "her": "she", "their": "they", "its": "it"}
_BE = frozenset(load("grammar")["classes"]["be"])
_STAYING = _BE | {"remain", "remains", "remained"}
_HAVE = frozenset(load("grammar")["classes"]["have"])
_CLAUSAL = "BHMdbZ"
_LONGEST = 9
_NEAR = 4


def find_attributions(
    text: str, tokens: list[Token], at: int | None, glossary: Glossary
) -> list[tuple[int, str]]:
    """Who is said to say something: the place of the verb and the words for the speaker.

    Only speakers whose words hold the token ``at`` count, or all where it is None.
    """
    found = find_labels(text, tokens, at) if glossary.has_sources else []
    verbs = [verb for verb, token in enumerate(tokens) if token.text in VERBS]
    for verb in verbs:
        span = None if _says_nothing(tokens, verb) else _speaker_beside(tokens, verb, at)
        if span is not None and span[0] < span[1]:
            span = owner_in(tokens, *span)
            names = post_behind(tokens, *span), span
            found.append((verb, " ".join(name_of(text, tokens, *each) for each in names if each)))
    if at is not None:
        found += _owners(text, tokens, at)
        found += _accounts(tokens)
        found += _tellings(text, tokens)
    return [(verb, name) for verb, name in found if name]


def _speaker_beside(tokens: list[Token], verb: int, at: int | None) -> tuple[int, int] | None:
    """The tokens of who says what a verb tells, or an "according to"."""
    word = tokens[verb].text
    if word == "by":
        return name_at(tokens, verb + 1) if _is_put_by(tokens, verb, at) else None
    if word == "according" and text_at(tokens, verb + 1) == "to":
        return name_at(tokens, verb + 2)
    if word == "saying" and (quoted := _quoted_as(tokens, verb)) is not None:
        return quoted
    if word in _STATED and (by := _by(tokens, verb)) is not None:
        return name_at(tokens, by)
    if (
        (word in _SAY and not _is_said_of_it(tokens, verb))
        or (word in _HAVE and follows(tokens, verb + 1, ("it", "that")))
        or ((at is None or verb < at) and _puts_a_count(tokens, verb))
        or (at is not None and verb < at and _states(tokens, verb, at))
    ):
        span = subject_of(tokens, _finite(tokens, verb), at)
        tells = span is None or at is None or _tells(tokens, span, verb, at)
        return span if tells else None
    return None


def _says_nothing(tokens: list[Token], verb: int) -> bool:
    """Whether it is "storms struck three states, Orlo, Velm and Tarn", "Nine died, court told".

    Or "All told, nine people died", or "gas holds back rescuers", and not "the army holds that 25
    died".
    """
    word, is_end = tokens[verb].text, verb + 1 == len(tokens) or tokens[verb + 1].kind == "mark"
    if word == "states":
        return text_at(tokens, verb + 1) == ","
    if word == "told" and text_at(tokens, verb - 1) == "all":
        return is_end or tokens[verb + 1].kind == "numeral"
    if word in _WITH_THAT:
        return text_at(tokens, verb + 1) != "that"
    if word in _ADJECTIVAL and text_at(tokens, verb + 1) != "that":
        is_count = verb + 1 < len(tokens) and tokens[verb + 1].kind == "numeral"
        return not is_count or text_at(tokens, verb - 1) in ARTICLES
    return word == "told" and is_end and text_at(tokens, verb - 1) in _HEARING


def _quoted_as(tokens: list[Token], verb: int) -> tuple[int, int] | None:
    """Who is quoted by others: "Radio Velm quoted a nurse as saying", "a nurse was quoted as"."""
    if text_at(tokens, verb - 1) != "as":
        return None
    nearest = range(verb - 2, max(0, verb - 2 * _LONGEST), -1)
    quote = next((at for at in nearest if tokens[at].text in _QUOTING), None)
    if quote is None:
        return None
    if text_at(tokens, quote - 1) in _BE:
        return subject_of(tokens, quote - 1, None)
    return quote + 1, min(verb - 1, name_at(tokens, quote + 1)[1])


def _is_said_of_it(tokens: list[Token], verb: int) -> bool:
    """Whether a subject is spoken of: "gunmen believed to be rebels", "said to have died"."""
    is_passive = tokens[verb].text in _SPOKEN_OF and text_at(tokens, verb + 1) == "to"
    return is_passive and text_at(tokens, verb + 2) in _BEING


def is_speaker(name: str, glossary: Glossary) -> bool:
    """Whether words name somebody who can speak: a name, a post, a body."""
    if glossary.has(name):
        return True
    words = name.split()
    if name.lower() in _NO_SPEAKERS | HAZARDS or words[0].lower() in NOT_FIRST:
        return False
    if "this" in words:  # "this newspaper" is the text itself
        return False
    if not _US.isdisjoint(name.lower().split()):  # "As of June 9 we have registered"
        return False
    plain = [word.lower().strip("',.") for word in words]
    return any(
        word[:1].isupper() or lemma(lower) in BODIES or lower in BODIES or is_person_noun(lower)
        for word, lower in zip(words, plain, strict=True)
    )


def _owners(text: str, tokens: list[Token], at: int) -> Iterator[tuple[int, str]]:
    """Whose count the one at ``at`` is said to be: "The ministry's last figure was 190"."""
    for place in range(max(0, at - 2 * _LONGEST), at):
        owner = tokens[place].text
        is_plural = owner == "'" and place > 0 and tokens[place - 1].end == tokens[place].start
        if not (is_plural or owner.endswith("'s")):  # as nearly always
            continue
        body = tokens[place - 1].text if is_plural else owner.removesuffix("'s")
        following = [token.text for token in tokens[place + 1 : place + _NEAR]]
        is_body = body in BODIES or (
            owner != "'" and text[tokens[place].start : tokens[place].end - 2].isupper()
        )
        is_told = not _TELLINGS.isdisjoint(following)
        if text_at(tokens, start_of(tokens, place)) in _WHOSE:
            continue  # "Two envoys said their embassies' estimates lay between 30 and 40"
        if (is_body and not _COUNTS.isdisjoint(following)) or (
            (is_body or is_person_noun(body)) and is_told
        ):
            yield place, _owner(text, tokens, start_of(tokens, place), place)


def _is_put_by(tokens: list[Token], by: int, at: int | None) -> bool:
    """Whether "by" names who gives the count at ``at``: "put at 40 by police and 60 by rebels"."""
    if at is None or not at < by <= at + _NEAR or tokens[by - 1].kind != "numeral":
        return False
    return any(
        token.text in _PUT and text_at(tokens, position + 1) == "at"
        for position, token in enumerate(tokens[:at])
    )


def _accounts(tokens: list[Token]) -> Iterator[tuple[int, str]]:
    """Whose account a sentence gives: "By his account six died" is what he said."""
    for at, token in enumerate(tokens[:-2]):
        if token.text == "by" and tokens[at + 2].text in _ACCOUNTS:
            whose = _WHOSE.get(tokens[at + 1].text)
            if whose is not None:
                yield at, whose


def _tellings(text: str, tokens: list[Token]) -> Iterator[tuple[int, str]]:
    """Whose words they are: "by the union's count", "in the rebels' version", "by the count of"."""
    for at, token in enumerate(tokens[:-2]):
        if text_at(tokens, at - 1) in _CLAIMS and token.text in ("by", "from"):
            yield at, name_of(text, tokens, *name_at(tokens, at + 1)).removesuffix(" of")
        if token.text not in ("by", "in"):
            continue
        near = range(at + 2, min(len(tokens), at + 2 + _NEAR))
        told = next((i for i in near if tokens[i].text in _TELLINGS), None)
        if told is None:
            continue
        if text_at(tokens, told + 1) == "of":
            yield at, name_of(text, tokens, *name_at(tokens, told + 2))
        owners = (i for i in range(told, at, -1) if tokens[i].text.endswith(("'s", "'")))
        owner = next(owners, None)
        if owner is not None:
            yield at, _owner(text, tokens, at + 1, owner)


def _owner(text: str, tokens: list[Token], first: int, last: int) -> str:
    """Who is named before "'s" or "'" in the token ``last``: "the union" of "the union's"."""
    ending = len("'s") if tokens[last].text.endswith("'s") else len("'")
    return name_of(text, tokens, first, last + 1)[:-ending]


def _finite(tokens: list[Token], verb: int) -> int:
    """The verb that has the subject of one of saying: "were" in "were quick to say".

    Or in "were certain that".
    """
    if tokens[verb].text in _CONVINCED and text_at(tokens, verb - 1) in _STAYING:
        return verb - 1
    if text_at(tokens, verb - 1) == "to" and text_at(tokens, verb - 3) in _BE and verb > 3:
        return verb - 3
    return verb


def _by(tokens: list[Token], verb: int) -> int | None:
    """Where the speaker of a passive starts: "given by the mayor", "confirmed dead by police"."""
    for position in range(verb + 1, min(len(tokens), verb + _NEAR)):
        is_active = tokens[verb].text in LISTENED and position > verb + 1
        if (is_active and text_at(tokens, verb - 1) not in _BE) or tokens[position].text == "that":
            return None  # "told us by telephone", "announced that by its count six had died"
        if tokens[position].text == "by":
            following = {token.text for token in tokens[position + 1 : position + 4]}
            return position + 1 if following.isdisjoint(_TIMES) else None
    return None


def _puts_a_count(tokens: list[Token], verb: int) -> bool:
    """As in "A survivor put the figure higher", "A nurse gave a different account"."""
    word = tokens[verb].text
    following = {token.text for token in tokens[verb + 1 : verb + _NEAR]}
    if word in _GIVING:
        return not _ACCOUNTS.isdisjoint(following)
    return word in _PUTTING and "the" in following and not _COUNTS.isdisjoint(following)


def _states(tokens: list[Token], verb: int, at: int) -> bool:
    """Whether a verb states the count behind it: "lists 26 dead", "the list stops at 26"."""
    word = tokens[verb].text
    if word in _PUTTING and all(token.text != "at" for token in tokens[verb:at]):
        return False  # "A gas leak puts 30 in hospital"
    before = [token.text for token in tokens[max(0, verb - 2) : verb]]
    if word in _PARTICIPLES and (_HAVE.isdisjoint(before) or not _BE.isdisjoint(before)):
        return False  # "Eleven of the dead have been found and given a name"
    if word in _STATE:
        return text_at(tokens, verb - 1) not in ARTICLES
    if word in _SHOWING and is_paper(tokens, start_of(tokens, verb), verb):
        return True  # "figures from the ministry show 26 dead"
    first = start_of(tokens, verb) if word in _REGISTER else verb
    if owner_in(tokens, first, verb)[0] > first:
        return True  # "a tally kept by the union stood at 26"
    return word in _REGISTER and text_at(tokens, verb - 1) in _REGISTERS


def _tells(tokens: list[Token], span: tuple[int, int], verb: int, at: int) -> bool:
    """Whether what the subject at ``span`` says holds the figure."""
    first, last = span
    # "The pilot of the plane, which crashed and killed all five aboard, told a controller ..."
    if first <= at < max(last, verb if last < verb else 0):
        return False
    if _is_no_word_of_theirs(tokens, span, verb, at):
        return False
    if verb > at and tokens[verb].text in _OBJECTING:
        return False  # "a list of 40 dead, which the ministry dismissed"
    if verb > at:
        # "Two died, and the coroner said that ...", "As two were buried, the mayor said she was
        # shocked" tell of something else.
        is_other = (
            text_at(tokens, verb + 1) == "that"
            or text_at(tokens, first - 1) in _COORDINATORS
            or (text_at(tokens, first - 1) in (",", ";") and _goes_on(tokens, verb))
        )
        return not is_other or first > verb
    is_toll = tokens[verb].text in _CLAIMED
    return not (is_toll and any(token.text in _LIVES for token in tokens[verb : at + _NEAR + 1]))


def _is_no_word_of_theirs(tokens: list[Token], span: tuple[int, int], verb: int, at: int) -> bool:
    """Whether a verb that may tell a count does not.

    As in "Velm declared free of the fever that killed 12", "Mourning declared as toll hits 12",
    "Jury finds man guilty of murdering four", "Velm counted its losses", "Dengue claims 11",
    "The Front claimed responsibility for the blast that killed 12".
    """
    word, following = tokens[verb].text, text_at(tokens, verb + 1)
    if word == "declared" and following in _DECLARED:
        return True
    if word in _COUNTED and following in _OWN:
        return True
    between = {token.text for token in tokens[verb:at]}
    if word in _FOUND and not _GUILTY.isdisjoint(between):
        return True
    if word in _CLAIMED and following == "responsibility":
        return True
    subject = {token.text for token in tokens[slice(*span)]}
    return word in _CLAIMED and not subject.isdisjoint(_KILLERS)


def _goes_on(tokens: list[Token], verb: int) -> bool:
    """Whether a clause of its own is said behind a verb: "the mayor said she was shocked".

    Not where it is told when or how it was said: "the mayor said on Friday, when they were buried".
    """
    following = text_at(tokens, verb + 1)
    if tokens[verb].text in LISTENED or following in _NO_CLAUSE:
        return False
    for token in tokens[verb + 1 : verb + 1 + _LONGEST]:
        if token.kind == "mark":
            return False
        if code_of(token) in _CLAUSAL:
            return True
    return False
