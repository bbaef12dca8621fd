"""Whose words a figure is: what one voice may not contradict, two sources may dispute.

The article's own words and a source's are one voice, so that a headline answers to the body.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations, product, starmap

from casualties.lexicon import load
from casualties.model import Figure
from casualties.patterns import either, pattern

__all__ = [
    "are_one_voice",
    "is_one_statement",
    "is_own_against_source",
    "is_same_source",
    "is_same_voice",
]

_LISTS = load("reconciliation")
_AUTHORITIES = frozenset({"authority", "authoritie"})
_MOST_SOURCES, _MOST_PAIRS = 1_000, 10_000
_OTHERS = frozenset(_LISTS["another"])
_LONG = 4
_OF_COUNTRIES = ("an", "ese", "ish", "i", "ch", "ic")
_WORD = pattern(r"[^\W\d_]+")
_NAME = pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OF_THE = pattern(r"(?:[\w.'’-]+ )*(?:[A-Z][\w'’-]+ ){2}of the ([^,]+)")
# "the ministry in Osk", "in the rebel-held province"
_IN_PLACE = pattern(
    rf" in (?:(?:the )?[A-Z]|the (?:[\w-]+ ){{0,2}}{either(load('scopes')['areas'])}).*"
)
_INITIALS = pattern(r"\b[A-Z]{3,}\b")


def are_one_voice(figures: Iterable[Figure]) -> bool:
    """Whether all the figures with a source have the same one."""
    sources = dict.fromkeys(figure.source for figure in figures if figure.source)
    return all(is_same_source(a, b) for a, b in combinations(sources, 2))


def is_same_voice(a: Figure, b: Figure) -> bool:
    """Whether the two are one source's, or at least one of them is the article's own.

    Who takes up a number, as in "two of the nine", tells of it as of one that somebody has given.
    """
    first, second = a.voice, b.voice
    return not (first and second) or is_same_source(first, second)


def is_one_statement(a: Figure, b: Figure) -> bool:
    """Whether one sentence gives both, in the same words' voice."""
    return (a.paragraph, a.sentence, a.source) == (b.paragraph, b.sentence, b.source)


def is_own_against_source(a: Figure, b: Figure) -> bool:
    """Whether one of the two is the article's own, and the other a source's."""
    return bool(a.voice) != bool(b.voice)


@lru_cache(_MOST_PAIRS)
def is_same_source(a: str, b: str) -> bool:
    """Whether one name's words for the body are among the other's: "police", "Tula police"."""
    if _is_another(a) != _is_another(b):
        return False  # "the mayor said", and then "other officials said"
    if (_IN_PLACE.search(a) is None) is not (_IN_PLACE.search(b) is None):
        # "Police in Velm", the police chief, but not "Marn police"
        whole, other = (a, b) if _IN_PLACE.search(a) else (b, a)
        if not other[:1].isupper() or " " not in other:
            a, b = _IN_PLACE.sub("", whole), other
    first, second = _body(a), _body(b)
    if _stands_for(a, b) or _stands_for(b, a):
        return True
    # "Police and the fire service said", and then "the fire service".
    parts = a.split(" and "), b.split(" and ")
    if max(map(len, parts)) > 1 and any(starmap(is_same_source, product(*parts))):
        return True
    # "Residents said 12 ... residents said 15": not the same residents.
    if not (first | second).isdisjoint(_LISTS["many"]):
        return False
    # The police are not the police union, nor a health minister the World Health Organization.
    if not (first ^ second).isdisjoint(_LISTS["bodies"]):
        return False
    if first <= second or second <= first:
        return True
    # "The regional president", and then "regional president Ana Rill".
    posts, others = set(_words(a)), set(_words(b))
    return bool(posts) and bool(others) and (posts <= others or others <= posts)


def _is_another(source: str) -> bool:
    """Whether it is told to be none of those who have spoken: "other officials".

    But "Second Army", which has a name.
    """
    first, _, rest = source.partition(" ")
    return first.lower() in _OTHERS and not (first[:1].isupper() and rest[:1].isupper())


def _stands_for(some: str, other: str) -> bool:
    """Whether one is a shorter, or a looser, name for the other."""
    return (
        _is_short_for(some, other)
        or _is_official(some, other)
        or _is_local_head(some, other)
        or _is_medic(some, other)
        or _is_in_post(some, other)
        or _is_named_post(some, other)
        or _is_person_of(some, other)
        or _is_firm(some, other)
        or _is_of_government(some, other)
        or _is_group_of(some, other)
        or _has_initials(some, other)
        or _is_somebody_of(some, other)
        or _is_of_state_media(some, other)
    )


def _is_official(some: str, other: str) -> bool:
    """Whether one is officials at large, and the other one of them: "local officials", a mayor."""
    words = _body(some)
    of_other = set(_words(other))
    if other.startswith("its "):
        return False  # whoever that is
    if words and words <= _AUTHORITIES and not of_other.isdisjoint(_LISTS["services"]):
        return of_other.isdisjoint(_LISTS["bodies"])
    if not of_other.isdisjoint(_LISTS["news"]):
        return False  # a news agency is none of the state's
    return (
        words <= set(_LISTS["authorities"])
        and not of_other.isdisjoint(_LISTS["authorities"] + _LISTS["public"] + _LISTS["agencies"])
        and of_other.isdisjoint(_LISTS["bodies"])
    )


def _is_local_head(some: str, other: str) -> bool:
    """Whether one is a town's or a region's officials, and the other heads the place.

    As in "Orlo officials said", and then "mayor Ana Rill"; but those of a country ("Velmish
    officials") may be at war with who heads the town.
    """
    of_place = some.split()
    is_placed = len(of_place) > 1 and all(word[0].isupper() for word in of_place[:-1])
    is_office = is_placed and _singular(of_place[-1].lower()) in _LISTS["authorities"]
    if not is_office or of_place[-2].endswith(_OF_COUNTRIES):
        return False
    words = [word.lower() for word in other.split()]
    head = next((at for at, word in enumerate(words) if word in _LISTS["local_heads"]), None)
    return head is not None and set(words[:head]) <= set(_LISTS["roles"])


def _is_medic(some: str, other: str) -> bool:
    """Whether one is doctors at large, and the other a hospital, doctors of one, or of health."""
    is_at_large = set(_words(some)) <= set(_LISTS["medics"])
    return is_at_large and not {*_LISTS["clinics"], "health"}.isdisjoint(_words(other))


def _is_in_post(person: str, other: str) -> bool:
    """Whether one is in the other's post, by a name alone: "director Ann Lee", the mine's director.

    Without a body of its own, the post is one that the text has told of.
    """
    if person.isupper():
        return False
    plain = " ".join(word for word in person.split() if word[:1].islower())
    posts = set(_words(plain))
    is_named = plain != person and bool(posts & set(_LISTS["heads"]))
    is_bare = posts <= set(_LISTS["roles"])
    return is_named and is_bare and posts < set(_words(other))


def _is_named_post(person: str, post: str) -> bool:
    """Whether one names who is in the other's post: "Governor Rill", "the regional governor"."""
    words = _without_name(person)
    of_post = [word for word in _words(post) if word not in _LISTS["areas"]]
    is_post = len(of_post) < len(_words(post)) and _without_name(post) == list(_words(post))
    return is_post and words == of_post and not set(words).isdisjoint(_LISTS["local_heads"])


def _is_person_of(person: str, other: str) -> bool:
    """Whether one is somebody of the other: "fire chief Ana Rill", the fire brigade.

    By a post alone one may be of any body that has it: "Captain Ana Rill", the coastguard.
    """
    if person.isupper():
        return False
    words, others = _without_name(person), set(_words(other))
    if _is_paper(words):
        return not others.isdisjoint(_LISTS["offices"])
    of_body = set(words).difference(_LISTS["posts"], _LISTS["filling"])
    if of_body:
        is_person = not set(words).isdisjoint(_LISTS["posts"])
        return is_person and of_body <= others and (of_body ^ others).isdisjoint(_LISTS["bodies"])
    posts = ["rank" if word in _LISTS["ranks"] else word for word in words]
    bodies = {body for post in posts for body in _LISTS["bodies_of"].get(post, ())}
    if _without_name(other)[-1:] != list(_words(other)[-1:]):
        return False  # nor of the body for which somebody else is named: "rebel army spokesman Toa"
    has_initials = "rank" in posts and _INITIALS.search(other) is not None
    return has_initials or not bodies.isdisjoint(others)


def _without_name(source: str) -> list[str]:
    """The words of a source without the name of a person at its end, in the singular."""
    known = {*_LISTS["posts"], *_LISTS["offices"], *_LISTS["firms"]}
    words = [word for word in _NAME.findall(source) if word.lower() != "s"]
    last = len(words)
    while last and _is_of_name(words[last - 1], known):
        last -= 1
    is_one = len(words) == 1  # "Army", "Police"
    is_name = last < len(words) and not is_one and not _INITIALS.fullmatch(words[-1])
    kept = words[:last] if is_name else words
    return [_singular(word) for name in kept for word in name.casefold().split("-")]


def _is_of_name(word: str, known: set[str]) -> bool:
    """Whether a word may be one of a person's name: "Hsu Wen-liang", "Anees al-Asbahi"."""
    is_name = word[0].isupper() or word.partition("-")[0] in _LISTS["particles"]
    return is_name and _singular(word.lower()) not in known


def _is_somebody_of(person: str, other: str) -> bool:
    """Whether one is somebody named, and then the other's: "Captain Ana Rill of the navy"."""
    match = _OF_THE.fullmatch(person)
    return match is not None and is_same_source(match[1], other)


def _is_of_state_media(some: str, other: str) -> bool:
    """Whether one is the media of the state, and the other one of them: "state media", a paper."""
    words = set(_words(other))
    is_of_state = not words.isdisjoint(_LISTS["of_state"])
    return (
        _words(some) == ("state", "media") and is_of_state and not words.isdisjoint(_LISTS["press"])
    )


def _is_paper(words: Iterable[str]) -> bool:
    """Whether a source is what a body gave out: "a statement"."""
    told = set(words).difference(_LISTS["filling"])
    return bool(told) and told <= set(_LISTS["papers"])


def _is_firm(some: str, other: str) -> bool:
    """Whether both are the firm: "the operator", "the head of the Southern Ore Company"."""
    firms, of_some, of_other = set(_LISTS["firms"]), set(_words(some)), set(_words(other))
    is_plain = of_some <= firms | set(_LISTS["filling"])
    return is_plain and not (firms.isdisjoint(of_some) or firms.isdisjoint(of_other))


def _is_of_government(some: str, other: str) -> bool:
    """Whether one is the government at large, and the other one of its ministers.

    Not one of somebody: "the rebels' minister", "Velmia's minister".
    """
    is_whole = set(_words(some)).difference(_LISTS["filling"]) == {"government"}
    is_owned = "'" in other or "’" in other
    return is_whole and not is_owned and not set(_LISTS["governing"]).isdisjoint(_words(other))


def _is_group_of(some: str, other: str) -> bool:
    """Whether one names by what it does whom the other names with their group.

    As in "the Velm Monitor", and then "the monitoring group"; "rescuers", "rescue workers".
    """
    doer, words = "".join(_words(some)[-1:]), _words(other)
    if not doer.endswith(("or", "er")):
        return False
    stem = doer[:-2]
    kept = [word for word in words if not word.startswith(stem)]
    is_of_them = len(stem) >= _LONG and len(kept) < len(words)
    return is_of_them and set(kept) <= {*_LISTS["groups"], *_LISTS["filling"]}


def _has_initials(short: str, full: str) -> bool:
    """Whether one has the initials of the other's name: "UN spokesman", "the United Nations"."""
    initials = "".join(word[0] for word in _NAME.findall(full) if word[0].isupper())
    return len(initials) > 1 and initials in short.split()


def _is_short_for(short: str, full: str) -> bool:
    """Whether one is the other's last word: "the agency" behind "the disaster agency"."""
    words = tuple(word for word in _words(short) if word not in _LISTS["areas"])
    if "s" in words:  # "the agency's spokesman Ana Rill"
        words = words[: words.index("s")]
    is_body = len(words) == 1 and words[0] in _LISTS["offices"]
    return is_body and words == _words(full)[-1:]


@lru_cache(_MOST_SOURCES)
def _words(source: str) -> tuple[str, ...]:
    """The words of a source, in the singular, without an article."""
    words = tuple(_singular(word) for word in _WORD.findall(source.casefold()))
    return words[1:] if words[:1] in (("the",), ("a",), ("an",)) else words


@lru_cache(_MOST_SOURCES)
def _body(source: str) -> frozenset[str]:
    """The words that name the body: "police" of "the police chief"."""
    words = [_singular(word) for word in _WORD.findall(source.casefold())]
    names = frozenset(words).difference(_LISTS["roles"])
    return names or frozenset(words[-1:])  # "the ministry" is told by that word alone


def _singular(word: str) -> str:
    if word in _LISTS["news"]:
        return word
    return word[:-1] if len(word) > 1 and word.endswith("s") and not word.endswith("ss") else word
