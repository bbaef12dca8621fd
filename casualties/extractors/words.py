"""Words and phrases of the lists: which code each has, and which outcome."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from casualties.extractors.chunks import Chunk
from casualties.extractors.entries import (
    FATES,
    MEMBERS,
    OBJECTS,
    PHRASES,
    TOLL_STARTS,
    WORD_CODES,
    Entry,
    Table,
)
from casualties.extractors.noun_groups import COUNTED_HARM, find_noun_group
from casualties.extractors.nouns import lemma
from casualties.extractors.times import EVENTS
from casualties.extractors.tokens import Token, follows, text_at, tokenize
from casualties.lexicon import load
from casualties.model import Outcome

__all__ = [
    "HAZARDS",
    "code_of",
    "find_death",
    "find_harm",
    "find_member",
    "find_topic",
    "may_harm",
    "read_word",
    "tells_of_death",
]

_ABOARD = frozenset({"aboard", "onboard", "inside"})
_VERBAL = frozenset("ekKdZBHM")
_MARKS = {"–": "-", "—": "-", "…": "."}
_COUNTS = frozenset({"clock", "numeral"})
_INJURED = next(e for e in load("outcomes")["word"] if e["outcome"] == Outcome.INJURED)
_CARRIED = frozenset(_INJURED["carried"])
_WOUNDS = frozenset(_INJURED["wound"])
_HOUSES = frozenset(_INJURED["houses"])
_DAMAGED = frozenset(_INJURED["damaged"])
_BROKEN = frozenset(_INJURED["broken"])
_BODY_PARTS = frozenset(_INJURED["body_parts"])
_DOOMED = frozenset(load("unreal")["doomed"])
_DETERMINERS = frozenset(load("grammar")["classes"]["determiner"])
_PAST_ENDINGS = ("ed", "en", "ung", "orn")
_REMAINS = frozenset([*load("parts")["remains"], "remains"])
_BODY = frozenset(load("parts")["body"])
_OF_ONE = frozenset({"a", "an", "one", "another"})
_HITS = {
    **dict.fromkeys(_INJURED["hits"], "k"),
    **dict.fromkeys(_INJURED["hitting"], "g"),
}
_SHOTS = frozenset(_INJURED["shots"])
_SWERVES = frozenset(_INJURED["swerves"])
_BITES = frozenset(_INJURED["bites"])
_BITING = frozenset(_INJURED["biting"])
_ILL = frozenset(_INJURED["ill"])
_LEAVING = frozenset(_INJURED["leaving"])
_POISONS = frozenset(_INJURED["poisons"])
_MISSING = next(e for e in load("outcomes")["word"] if e["outcome"] == Outcome.MISSING)
_UNKNOWN_FATES = frozenset(_MISSING["fates"])
_UNKNOWN = frozenset(_MISSING["unknown"])
_HELD = frozenset(_MISSING["held"])
_BITERS = frozenset(_INJURED["biters"])
_HARMING = _DAMAGED | _BROKEN
_BLOWS = frozenset(_HITS) | _BITES | _BITING
_MAY_HARM = _BLOWS | _ILL | _UNKNOWN_FATES | _CARRIED | _HARMING | _REMAINS | _BODY
_TO_DEATH = ("to", "death")
_PLACING = frozenset({"from", "in", "on", "at", "near", "with", "by", "for"})
_LINKS = frozenset({"to", *OBJECTS})
_NO_ENTRIES: tuple[Entry | None, dict[str, list[Entry]]] = (None, {})
_LONGEST_PART = 5
_NOT_ADVERBS = frozenset(load("grammar")["not_adverbs"])
_REACH = 8
_ALONE = {"victim", "victims", "lives", "life", "survivors", "fatal", "claims", *_HOUSES}
_ALONE |= {*load("outcomes")["souls"], *load("parts")["funerals"]}
_ALONE |= _MAY_HARM - _CARRIED
_FATES = FATES | {word: [] for word in _ALONE}
# "the flood claimed nine"
HAZARDS = EVENTS | frozenset([*load("outcomes")["hazards"], *load("events")["diseases"]])
"""What claims lives, by its name."""
for _claim in ("claim", "claimed"):
    _FATES[_claim] = [*_FATES.get(_claim, ()), *(frozenset({word}) for word in HAZARDS)]


def may_harm(vocabulary: AbstractSet[str]) -> bool:
    """Whether a sentence of these words may say what happened to anybody.

    Where it does not, a number is a figure only by what has been told before.

    >>> may_harm({"they", "passed", "the", "budget"}), may_harm({"three", "passed", "away"})
    (False, True)
    """
    if _FATES.keys().isdisjoint(vocabulary):
        return False
    needed = [_FATES[word] for word in _FATES.keys() & vocabulary]
    return any(not sets or any(others <= vocabulary for others in sets) for sets in needed)


def _entry_at(table: Table, tokens: list[Token], position: int, limit: int) -> Entry | None:
    """The longest entry whose words stand at ``position`` and end before token ``limit``."""
    alone, longer = table[text_at(tokens, position)]
    for entry in longer.get(text_at(tokens, position + 1), ()) if longer else ():
        if position + len(entry.words) <= limit and follows(tokens, position, entry.words):
            return entry
    return alone


def code_of(token: Token) -> str:
    """The code of a single word, ``w`` where the lists do not know it."""
    return WORD_CODES.get(token.text, "w")


def find_member(tokens: list[Token], position: int) -> Entry | None:
    """The set of people that is named at ``position``: "dead", "those who were killed"."""
    return _entry_at(MEMBERS, tokens, position, len(tokens))


def _is_carried_to_hospital(tokens: list[Token], verb: int) -> bool:
    verb += text_at(tokens, verb + 1) == "on"
    if text_at(tokens, verb + 1) not in ("to", "by", "in", "with", "into", "from"):
        return False
    for position in range(verb + 1, min(len(tokens), verb + _REACH)):
        if tokens[position].text in _HOUSES:
            return True
        if tokens[position].kind == "mark":
            return False
    return False


def _is_done_to_death(tokens: list[Token], verb: int) -> bool:
    """Whether it is "kicked to death", and not "sentenced to death"."""
    text = tokens[verb].text
    is_past = text.endswith(_PAST_ENDINGS) and text not in _DOOMED
    return is_past and follows(tokens, verb + 1, _TO_DEATH)


def _are_remains(tokens: list[Token], position: int) -> bool:
    """Whether it is "bodies of three men" or "the body of a man", and no body of officials."""
    if text_at(tokens, position + 1) != "of":
        return False
    text = tokens[position].text
    return text in _REMAINS or (text in _BODY and text_at(tokens, position + 2) in _OF_ONE)


def _body_part(tokens: list[Token], verb: int) -> int:
    """Where "lost an eye", "broke both his legs" ends; 0 where no part of the body is named."""
    if tokens[verb].text not in _HARMING:
        return 0
    for last in range(verb + 1, min(len(tokens), verb + _LONGEST_PART)):
        if lemma(tokens[last].text) in _BODY_PARTS:
            return last + 1
        if tokens[last].kind not in ("word", "numeral"):
            return 0
    return 0


def _is_shot_at(tokens: list[Token], position: int) -> bool:
    """Whether those who "shot at a trader" or "at police" are told of, and not those shot."""
    if text_at(tokens, position) != "at":
        return False
    start = position + 1 + (text_at(tokens, position + 1) in _DETERMINERS)
    if text_at(tokens, start) == "by":
        return True
    return find_noun_group(tokens, start, True, code_of).code == "Q"


def _ends_group(tokens: list[Token], position: int) -> bool:
    """Whether no object can begin at ``position``."""
    if position >= len(tokens) or tokens[position].kind == "mark":
        return True
    return WORD_CODES.get(tokens[position].text, "") in ("P", "h", "c", "f", "o", "p")


def find_death(tokens: list[Token], position: int) -> Entry | None:
    """The words at ``position`` by which a subject dies: "died", "pronounced dead"."""
    entry = _entry_at(PHRASES, tokens, position, len(tokens))
    is_death = entry is not None and entry.outcome is Outcome.KILLED and entry.code in "dKZ"
    return entry if is_death else None


def find_harm(text: str) -> Outcome | None:
    """The outcome that a heading names: "Deaths", "Injured people"; None for anything else."""
    tokens = tokenize(text)
    for position in range(len(tokens)):
        entry = _entry_at(PHRASES, tokens, position, len(tokens))
        if entry is not None and entry.code in "mektGkK":
            return entry.outcome
    return None


def find_topic(tokens: list[Token]) -> Outcome | None:
    """The outcome of which a sentence speaks as a count: "the number of those hurt"."""
    for position, token in enumerate(tokens):
        if token.text in TOLL_STARTS:
            entry = _entry_at(PHRASES, tokens, position, len(tokens))
            if entry is not None and entry.code == "t":
                return entry.outcome
    return None


def tells_of_death(vocabulary: frozenset[str]) -> bool:
    """Whether a sentence of these words has a verb of killing or dying."""
    return any(WORD_CODES.get(word, "w") in "kKdZ" for word in _FATES.keys() & vocabulary)


def _read_harm(tokens: list[Token], position: int) -> Chunk | None:
    """A harm that only the words behind it make one: "taken to hospital", "lost an eye"."""
    if tokens[position].text in _CARRIED and _is_carried_to_hospital(tokens, position):
        return Chunk("K", position, position + 1, Outcome.INJURED)
    if _is_done_to_death(tokens, position):
        return Chunk("k", position, position + 3, Outcome.KILLED)
    if killed := _read_killed_them(tokens, position):
        return killed
    if _are_remains(tokens, position):
        return Chunk("m", position, position + 1, Outcome.KILLED)
    if tokens[position].text in _BLOWS:
        code = _read_hit(tokens, position)
        return Chunk(code, position, position + 1, Outcome.INJURED) if code else None
    if tokens[position].text in _ILL:
        return (
            Chunk("e", position, position + 1, Outcome.INJURED)
            if _is_poisoned(tokens, position)
            else None
        )
    if tokens[position].text in _UNKNOWN_FATES:
        return (
            Chunk("m", position, position + 1, Outcome.MISSING)
            if _is_unknown(tokens, position)
            else None
        )
    if tokens[position].text in _BROKEN:
        last = _body_part(tokens, position)
        return Chunk("W", position, last, Outcome.INJURED) if last else None
    part = _body_part(tokens, position)
    return Chunk("d", position, part, Outcome.INJURED) if part else None


def _is_poisoned(tokens: list[Token], position: int) -> bool:
    """Whether poison has "left 28 guests ill"."""
    before = {token.text for token in tokens[max(0, position - _REACH) : position]}
    at = position - 1
    while at > 0 and code_of(tokens[at]) == "a":
        at -= 1
    are_ill = at >= 0 and (tokens[at].kind == "numeral" or code_of(tokens[at]) == "B")
    return (are_ill or not _LEAVING.isdisjoint(before)) and any(
        token.text in _POISONS for token in tokens
    )


def _is_unknown(tokens: list[Token], position: int) -> bool:
    """Whether "the fate of 14 sailors is unknown", and nobody holds them."""
    texts = {token.text for token in tokens}
    is_of = text_at(tokens, position + 1) == "of"
    is_unknown = not _UNKNOWN.isdisjoint(texts) or {"not", "known"} <= texts
    return is_of and is_unknown and _HELD.isdisjoint(texts)


def _read_hit(tokens: list[Token], position: int) -> str:
    """The code of a blow that the sentence's other words make one; empty where none does.

    As in "gunmen opened fire, hitting three", "a car ran off the road, striking two women", "a dog
    bit four children".
    """
    verb, texts = tokens[position].text, [token.text for token in tokens]
    if verb in _BITES | _BITING:
        is_noun = text_at(tokens, position - 1) in _DETERMINERS
        code = "b" if verb in _BITING else "k"
        return code if not is_noun and not _BITERS.isdisjoint(texts[:position]) else ""
    is_shot = not _SHOTS.isdisjoint(texts) or ("opened", "fire") in pairwise(texts)
    is_shot = is_shot or "fatally" in texts
    is_struck = _HITS[verb] == "g" and not _SWERVES.isdisjoint(texts[:position])
    return _HITS[verb] if is_shot or is_struck else ""


def _read_killed_them(tokens: list[Token], verb: int) -> Chunk | None:
    """As in "beat them to death", "shot her dead"."""
    if text_at(tokens, verb + 1) not in OBJECTS:
        return None
    if text_at(tokens, verb + 2) == "dead":
        return Chunk("q", verb, verb + 3, Outcome.KILLED)
    if follows(tokens, verb + 2, _TO_DEATH):
        return Chunk("q", verb, verb + 4, Outcome.KILLED)
    return None


def _code_in_place(tokens: list[Token], position: int, last: int, entry: Entry) -> str:
    """The code of a phrase of the lists, as the words around it have it."""
    code, word = entry.code, entry.words[-1]
    if code == "b" and word in COUNTED_HARM and text_at(tokens, last) == "of":
        return "m"  # "the murder of 19"
    if code == "b" and word in _WOUNDS and _ends_group(tokens, last):
        return "W"  # "a graze wound", but "Bomb wounds 12"
    if code == "E" and _DOOMED & {t.text for t in tokens[max(0, position - _REACH) : position]}:
        return "w"
    if entry.words == ("shot",) and _is_shot_at(tokens, last):
        return "z"
    return code


def read_word(tokens: list[Token], position: int, limit: int) -> Chunk:
    """The chunk of the word, phrase or mark at ``position``, which ends before token ``limit``."""
    token = tokens[position]
    text = token.text
    if text == "may" and token.is_capital and position:  # 12 May
        return Chunk("w", position, position + 1)
    if text == "that" and _is_this(tokens, position):
        return Chunk("D", position, position + 1)
    following = text_at(tokens, position + 1)
    if text == "near" and (following in _DETERMINERS or _is_name(tokens, position + 1)):
        return Chunk("P", position, position + 1)  # "near Osk", but "deaths near 100"
    entry, longer = PHRASES[text] if text in PHRASES.starts else _NO_ENTRIES
    if following in longer:
        entry = _entry_at(PHRASES, tokens, position, limit)
    may_harm = following in _LINKS or text in _MAY_HARM
    if may_harm and (entry is None or len(entry.words) == 1):
        harm = _read_harm(tokens, position)
        if harm is not None:
            return harm
    if entry is not None:
        last, code = position + len(entry.words), entry.code
        if text in _ABOARD and _ends_there(tokens, last):
            code = "a"  # "all 12 aboard dead"
        if entry.outcome is not None:
            code = _code_in_place(tokens, position, last, entry)
        return Chunk(code, position, last, entry.outcome)
    return Chunk(_code_by_form(token), position, position + 1)


def _is_name(tokens: list[Token], position: int) -> bool:
    return position < len(tokens) and tokens[position].is_capital


def _is_this(tokens: list[Token], position: int) -> bool:
    """Whether "that" points at something: "26 people from that boat died"."""
    before = text_at(tokens, position - 1)
    is_placed = before in _PLACING or (before == "of" and code_of(tokens[position - 1]) == "o")
    following = tokens[position + 1 : position + 2]
    return is_placed and any(token.kind == "word" and code_of(token) == "w" for token in following)


def _ends_there(tokens: list[Token], position: int) -> bool:
    """Whether a clause ends at ``position``, or what happened is told: no noun follows."""
    if position >= len(tokens) or tokens[position].kind == "mark":
        return True
    return code_of(tokens[position]) in _VERBAL


def _code_by_form(token: Token) -> str:
    """The code of a word or mark that no list knows."""
    text, kind = token.text, token.kind
    if kind == "mark":
        return _MARKS.get(text, text)
    if kind in _COUNTS:
        return "X"
    if text.endswith("ing") and len(text) > 5 and not token.is_capital:
        return "y"
    return "a" if text.endswith("ly") and text not in _NOT_ADVERBS else "w"
