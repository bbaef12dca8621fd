"""Which words name who speaks: "the mayor, Ann Lee", "a tailor whose shop burned"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from casualties.extractors.glossary import Glossary, is_own_source
from casualties.extractors.nouns import is_listed_person, is_person_noun
from casualties.extractors.times import EVENTS
from casualties.extractors.tokens import Token, follows, text_at, tokenize
from casualties.extractors.words import code_of
from casualties.lexicon import load

__all__ = [
    "AFTER_NAME",
    "ARTICLES",
    "BODIES",
    "BREAKS",
    "LISTENED",
    "NOT_FIRST",
    "PRONOUNS",
    "VERBS",
    "actor_of",
    "body_of",
    "bracket_around",
    "is_paper",
    "name_at",
    "name_of",
    "owner_in",
    "post_behind",
    "start_of",
    "subject_of",
]

_WORDS = load("sources")
_SAY = frozenset(_WORDS["say"])
VERBS = frozenset([*_SAY, *_WORDS["state"], *_WORDS["stated"], *_WORDS["register"]])
VERBS |= {"according", "by"}
"""The words beside which a speaker is named."""
LISTENED = frozenset(_WORDS["listened"])
"""Verbs of saying with whom it is said to behind them."""
PRONOUNS = frozenset({"he", "she", "it", "they"})
ARTICLES = frozenset(load("grammar")["articles"])
BODIES = frozenset(_WORDS["bodies"])
"""Nouns for those who speak and are no persons."""
NOT_FIRST = frozenset(_WORDS["not_first"])
"""Words that no name of a speaker begins with."""
BREAKS = frozenset(',;:."()–—')
_ADVERBS = frozenset(_WORDS["adverbs"])
_EDGES = frozenset(_WORDS["edges"])
_BEFORE_CLAUSE = BREAKS | _EDGES
AFTER_NAME = _BEFORE_CLAUSE | _ADVERBS
"""Words and marks at which a name ends."""
_BEFORE_SUBJECT = _BEFORE_CLAUSE | _SAY
_BEFORE_VERB = _ADVERBS | frozenset(_WORDS["orders"])
_BEFORE_NAME = ARTICLES | {"'", "-", "–", "—"}
_NO_NAMES = ARTICLES | NOT_FIRST | _EDGES
_WHEN = _ADVERBS - NOT_FIRST
_DAYS = frozenset(load("events")["days"])
# What is behind these is what somebody objects to: "Ann Lee, the mayor, faulted the claim".
_NEVER_INVERTED = LISTENED.union(_WORDS["objecting"], _WORDS["giving"])
_REPORTS = frozenset(_WORDS["reports"])
_KEPT = frozenset(_WORDS["kept"])
_STUDIES = frozenset(_WORDS["studies"])
_TITLES = frozenset(_WORDS["titles"])
_LEADING = frozenset(_WORDS["leading"])
_BRANCHES = frozenset(_WORDS["branches"])
_RELATIVES = frozenset({"who", "whose", "which", "that"})
_FINDING = frozenset(_WORDS["finding"])
_OF = frozenset({"of", "for", "at", "from"})
_NO_ENDS = _OF | ARTICLES | {"to"}
_IT_IS = frozenset(_WORDS["it_is"])
_BE = frozenset({"is", "was", "are", "were", "be", "been", "being"})
_QUOTES = frozenset("\"'")
_AGO = frozenset({"later", "earlier", "before"})
_SPANS = frozenset(load("events")["spans"])
_CLOSING = frozenset(")-–—")
_ENDS = frozenset('.;"')
_VERBAL = "BHLCOSvzs"
_FINITE = "BHkdbZ"
_MODAL = "Mx"
_LONGEST = 9
_NEAR = 4
_PART = 3


def subject_of(tokens: list[Token], verb: int, at: int | None) -> tuple[int, int] | None:
    """The tokens of the subject of a verb of saying."""
    before = text_at(tokens, verb - 1)
    if before in PRONOUNS:
        return _writer(tokens, verb) or (verb - 1, verb)
    is_behind = at is None or verb > at
    is_inverted = tokens[verb].text not in _NEVER_INVERTED
    if before in (",", '"', "'") and is_behind and is_inverted:
        first, last = name_at(tokens, verb + 1)  # ... , said Ann Lee
        if _is_group(tokens, first, last):
            return first, last
    end = _before_adverbs(tokens, verb)
    if text_at(tokens, end - 1) in _RELATIVES and text_at(tokens, end - 2) == ",":
        return None if is_behind and at is not None else _antecedent(tokens, end - 2)
    if text_at(tokens, end - 1) == "," or before in _CLOSING:
        return _before_mark(tokens, verb, end, is_behind=is_behind)
    if before in _BE or before == "united":  # "it is said that", "the United States"
        return None
    if before == "and":
        return _shared(tokens, verb - 1)
    first, last = _before_initials(tokens, _start(tokens, verb), verb)
    last = _before_adverbs(tokens, last, first + 1, _BEFORE_VERB)
    first, last = _before_relative(tokens, first, last)
    last_group = _opening(tokens, first, last)
    first = _joined(tokens, last_group)
    subject = tokens[first:last]
    if not _can_say(subject, tokens[verb].text):
        return None
    # "It was first reported", "There were no immediate reports"
    is_clause = any(
        token.text in _BE | _IT_IS
        or (token.kind == "numeral" and not (at and subject[at - 1].is_capital))  # "Rescue 1122"
        for at, token in enumerate(subject)
    )
    is_long = last - last_group > _LONGEST
    return None if first == last or is_long or is_clause else (first, last)


def _before_adverbs(
    tokens: list[Token], last: int, first: int = 0, adverbs: AbstractSet[str] = _ADVERBS
) -> int:
    """Where the adverbs that end before ``last`` start: "also", "on Monday", "for its part"."""
    while last > first:
        is_part = text_at(tokens, last - 1) == "part" and text_at(tokens, last - _PART) == "for"
        if is_part and last - _PART >= first:
            last -= _PART
        elif tokens[last - 1].text in adverbs:
            last -= 1
        else:
            break
    return last


def _before_relative(tokens: list[Token], first: int, last: int) -> tuple[int, int]:
    """The subject of "a tailor whose shop burned said".

    None in "Leaders told reporters that they had counted": the leaders say so.
    """
    if first < 2 or tokens[first - 1].text not in _RELATIVES or tokens[first - 2].kind != "word":
        return first, last
    is_one = all(
        token.text not in ARTICLES or tokens[at - 1].text in _OF
        for at, token in enumerate(tokens[first + 1 : last], start=first + 1)
    )  # but not "the union that represents the miners"
    is_subject = is_one and not any(map(_is_verbal, tokens[first:last]))
    if is_subject and _is_post(tokens[first:last]):
        return first, last  # "a strike that local officials say killed 12"
    is_clause = tokens[first].text in PRONOUNS
    return (first, first) if is_clause else (_start(tokens, first - 1), first - 1)


def name_at(tokens: list[Token], first: int) -> tuple[int, int]:
    """The name from ``first`` on: "the reports by the union", "the fire chief, Colonel Ann Lee"."""
    first += text_at(tokens, first) == "both"  # "according to both the army and the police"
    last = _end(tokens, first)
    last = next((at for at in range(first + 1, last) if _opens_clause(tokens, at)), last)
    if text_at(tokens, last) in ("by", "from") and is_paper(tokens, first, last):
        first, last = last + 1, _end(tokens, last + 1)
    is_apposed = text_at(tokens, last) == "," and last > first and _is_post(tokens[first:last])
    names = tokens[last + 1 : last + 3]
    if is_apposed and len(names) > 1 and all(name.is_capital for name in names):
        last = _end(tokens, last + 1)
    return first, last


def is_paper(tokens: list[Token], first: int, last: int) -> bool:
    """Whether words name what is given out: "figures released", "a tally", "data from the mine"."""
    first = max(first, last - _LONGEST)
    end = next((at for at in range(first + 1, last) if tokens[at].text in ("by", "from")), last)
    end -= end - 1 > first and tokens[end - 1].text in _KEPT
    return end > first and tokens[end - 1].text in _REPORTS


def owner_in(tokens: list[Token], first: int, last: int) -> tuple[int, int]:
    """Whose they are, where a speaker is "a tally kept by the union", "figures from the army"."""
    for at in range(first + 1, last - 1):
        if tokens[at].text in ("by", "from") and is_paper(tokens, first, at):
            return at + 1, last
    return first, last


def post_behind(tokens: list[Token], first: int, last: int) -> tuple[int, int] | None:
    """The post that follows a name: "Ann Lee, the head of the clinic"."""
    name = tokens[first:last]
    is_name = name[0].is_capital and name[0].text not in ARTICLES and name[-1].text not in BODIES
    if not is_name or is_listed_person(name[-1].text) or text_at(tokens, last) != ",":
        return None
    end = _end(tokens, last + 1)
    post = tokens[last + 1 : end]
    is_verb = text_at(tokens, last + 1) in VERBS  # "Ann Lee, said 12 people had died"
    is_post = not is_verb and _is_post(post)
    is_post = is_post and not any(code_of(token) in _FINITE for token in post)
    if is_post:
        return last + 1, end
    # "Ann Lee, who heads the project"
    is_leader = text_at(tokens, last + 1) == "who" and text_at(tokens, last + 2) in _LEADING
    branch = _end(tokens, last + 2)
    if is_leader and text_at(tokens, last + 3) == "for":
        body = _end(tokens, last + 4)  # "Ann Lee, who speaks for the agency"
        return (last + 4, body) if tokens[body - 1].text in BODIES else None
    return (last + 2, branch) if is_leader and tokens[branch - 1].text in _BRANCHES else None


def actor_of(text: str, tokens: list[Token]) -> str:
    """Who a sentence is about: "But the mayor, Ann Lee, faulted the claim. “We counted ...”"."""
    for verb in range(1, min(len(tokens), 2 * _LONGEST)):
        token = tokens[verb]
        if _is_verbal(token) and token.kind == "word" and not token.is_capital:
            is_parted = tokens[verb - 1].text == ","
            span = _parted(tokens, verb) if is_parted else (start_of(tokens, verb), verb)
            is_name = span is not None and tokens[span[1] - 1].is_capital
            return name_of(text, tokens, *span) if span is not None and is_name else ""
    return ""


def body_of(text: str, glossary: Glossary) -> str | None:
    """The body of which a sentence speaks first: "A monitoring group based abroad was ..."."""
    tokens = glossary.mark(tokenize(text), text)
    if text_at(tokens, 0) not in ARTICLES and not is_own_source(text_at(tokens, 0)):
        return None
    for last in range(1, min(len(tokens), _LONGEST)):
        if tokens[last].kind == "mark" or _is_verbal(tokens[last]):
            ends = [last, *(at for at in range(2, last) if _links(tokens, at))]
            bodies = [tokens[end - 1].text for end in ends]
            is_body = any(body in BODIES or is_own_source(body) for body in bodies)
            return name_of(text, tokens, 0, last) if is_body else None
    return None


def _links(tokens: list[Token], at: int) -> bool:
    """Whether a word links a body to what it is of: "league of nurses", "Front for Victory"."""
    return tokens[at].text == "of" or (tokens[at].text == "for" and tokens[at - 1].is_capital)


def start_of(tokens: list[Token], last: int) -> int:
    """Where the noun group that ends before ``last`` starts, behind a time or a place."""
    return _opening(tokens, _start(tokens, last), last)


def name_of(text: str, tokens: list[Token], first: int, last: int) -> str:
    """The words of a name, without an article in front of it."""
    while first < last and tokens[first].text in _BEFORE_NAME:
        first += 1
    return text[tokens[first].start : tokens[last - 1].end].replace(",", "") if first < last else ""


def bracket_around(tokens: list[Token], at: int) -> int | None:
    """The bracket that is open at a token."""
    for position in range(at, -1, -1):
        if tokens[position].text in ("(", ")"):
            return position if tokens[position].text == "(" else None
    return None


def _parted(tokens: list[Token], verb: int) -> tuple[int, int] | None:
    """The subject before an aside: "the fire chief, Ann Lee, said"; "Ann Lee, in Osk, said"."""
    comma = _comma_before(tokens, verb - 1)
    if comma is None:
        return None
    if tokens[comma - 1].kind == "numeral" and text_at(tokens, comma - 2) == ",":
        comma -= 2  # "Ann Lee, 54, head of the clinic, said"
    first = start_of(tokens, comma)
    aside = tokens[comma + 1]
    is_name = aside.is_capital and aside.text not in _NO_NAMES
    if not is_name:
        return first, max(first + 1, _before_adverbs(tokens, comma))  # "Police have, however, said"
    is_post = first < comma and comma - first < _LONGEST and _is_post(tokens[first:comma])
    return (first if is_post else comma + 1), verb - 1


def _before_bracket(tokens: list[Token], verb: int) -> tuple[int, int] | None:
    """The subject before a bracket: "The Mine Rescue Agency (MRA) put the dead at 15"."""
    bracket = bracket_around(tokens, verb - 2)
    if bracket is None:
        return None
    first = start_of(tokens, bracket)
    subject = tokens[first:bracket]
    is_plain = _can_say(subject, tokens[verb].text) and len(subject) <= _LONGEST
    return (first, bracket) if is_plain else None


def _before_mark(
    tokens: list[Token], verb: int, end: int, *, is_behind: bool
) -> tuple[int, int] | None:
    """The subject of a verb that a mark stands before, or before its adverbs at ``end``."""
    mark = text_at(tokens, end - 1)
    if mark == "," and tokens[verb].text.endswith("ing") and not is_behind:
        return _main_subject(tokens, end - 1) or _parted(tokens, end)
    if mark == ",":
        return _parted(tokens, end)  # "The mayor, Ann Lee, on Monday said"
    return _before_bracket(tokens, verb) if mark == ")" else _before_aside(tokens, verb - 1)


def _before_aside(tokens: list[Token], closing: int) -> tuple[int, int] | None:
    """The subject before dashes: "The commission – which works under parliament – said"."""
    nearest = range(closing - 1, max(0, closing - 2 * _LONGEST), -1)
    opening = next((at for at in nearest if tokens[at].text == tokens[closing].text), None)
    if opening is None or any(tokens[at].text in _ENDS for at in range(opening, closing)):
        return None
    first = start_of(tokens, opening)
    is_plain = 0 < opening - first <= _LONGEST and _can_say(tokens[first:opening], "said")
    return (first, opening) if is_plain else None


def _antecedent(tokens: list[Token], comma: int) -> tuple[int, int] | None:
    """Whom a relative clause is about: "unlike that of the national agency, which said"."""
    first = comma
    while first > 0 and tokens[first - 1].text not in _BEFORE_SUBJECT | NOT_FIRST:
        first -= 1
        if tokens[first].text in ARTICLES:
            break
    is_group = 0 < comma - first <= _LONGEST and not any(map(_is_verbal, tokens[first:comma]))
    return (first, comma) if is_group else None


def _writer(tokens: list[Token], verb: int) -> tuple[int, int] | None:
    """Who wrote what a pronoun says something in: "The union put out a note in which it said"."""
    is_within = follows(tokens, verb - _PART, ("in", "which"))
    span = _main_subject(tokens, verb - _PART) if is_within else None
    return span if span is not None and tokens[span[0]].text not in PRONOUNS else None


def _main_subject(tokens: list[Token], comma: int) -> tuple[int, int] | None:
    """Who says what a participle tells: "The union called it a lie, saying that 12 had died"."""
    opening = next((at for at in range(comma, 0, -1) if tokens[at - 1].text in _ENDS), 0)
    for verb in range(opening + 1, min(comma, opening + 2 * _LONGEST)):
        if _is_verbal(tokens[verb]) and not tokens[verb].is_capital:
            is_parted = tokens[verb - 1].text == ","
            span = _parted(tokens, verb) if is_parted else (start_of(tokens, verb), verb)
            is_plain = span is not None and _can_say(tokens[slice(*span)], "said")
            return span if is_plain else None
    is_group = 0 < comma - opening < _LONGEST and _can_say(tokens[opening:comma], "said")
    return (start_of(tokens, comma), comma) if is_group else None  # "The union, saying that ..."


def _before_initials(tokens: list[Token], first: int, last: int) -> tuple[int, int]:
    """The name in front of its initials: "The National Agency (NEMA) on Friday put ..."."""
    bracket = first - 3
    is_bracketed = text_at(tokens, first - 1) == ")" and text_at(tokens, bracket) == "("
    if not is_bracketed or not all(
        _is_when(token) or token.text in NOT_FIRST | _ADVERBS for token in tokens[first:last]
    ):
        return first, last
    return _start(tokens, bracket), bracket


def _shared(tokens: list[Token], conjunction: int) -> tuple[int, int] | None:
    """The subject of the verb before "and said": "State radio showed the market and said".

    Or "The front, which holds Osk, called it “murder” and gave a toll of 50".
    """
    first = conjunction
    while first > 0 and tokens[first - 1].text not in _BEFORE_CLAUSE - _QUOTES:
        first -= 1
    is_verb = tokens[first].text.endswith("ed") or _is_verbal(tokens[first])
    if text_at(tokens, first - 1) == "," and is_verb:
        return _parted(tokens, first)
    for last in range(first + 1, min(conjunction, first + _LONGEST)):
        if _is_verbal(tokens[last]):
            return first, last
    return None


def _joined(tokens: list[Token], first: int) -> int:
    """Where a subject of two starts: "the ministry and foreign doctors said"."""
    if first < 2 or tokens[first - 1].text != "and":
        return first
    left = _start(tokens, first - 1)
    is_apart = left == 0 or tokens[left - 1].kind == "mark"
    group = tokens[left : first - 1]
    is_body = bool(group) and group[-1].text in BODIES
    is_group = 0 < len(group) <= _NEAR and (is_body or _is_post(group))
    return left if is_apart and is_group else first


def _can_say(subject: list[Token], verb: str) -> bool:
    """Whether such words can be who says it: divers find bodies, and inquiries that something is.

    Nor does "the number of confirmed dead" end at a verb.
    """
    if not subject or subject[-1].text in _NO_ENDS or code_of(subject[-1]) in _MODAL:
        return False  # "You cannot say", "They phoned me to say"
    if subject[-1].text in EVENTS or subject[-1].text.endswith(("'", "'s")):
        return False  # "Blaze claims two", "the union's estimates"
    return verb not in _FINDING or not _STUDIES.isdisjoint(token.text for token in subject)


def _is_group(tokens: list[Token], first: int, last: int) -> bool:
    """Whether words behind a verb can be its subject: not "two men died", "soldiers had shot"."""
    group = tokens[first:last]
    is_noun = any(token.is_capital for token in group) or _is_post(group[-1:])
    is_article = bool(group) and group[0].text in ARTICLES
    return (is_noun or is_article) and not any(
        code_of(token) in _FINITE for token in tokens[first : last + 1]
    )


def _is_post(tokens: list[Token]) -> bool:
    """Whether words name the post of whoever is named next: "the mayor", "the head of ARKO"."""
    head = next((at for at, token in enumerate(tokens) if token.text in _OF), len(tokens))
    if not tokens[:head]:
        return False
    last = tokens[head - 1]
    is_body = last.text in BODIES or is_own_source(last.text)
    return not last.is_capital and (is_body or is_person_noun(last.text))


def _opening(tokens: list[Token], first: int, last: int) -> int:
    """Where the noun group starts behind a time or a place: "On Monday the police"."""
    for at in range(first + 1, min(first + _NEAR, last - 1)):
        if tokens[at].text in _AGO and tokens[at - 1].text in _SPANS:
            first = at + 1  # "An hour later the mayor"
            break
    while first < last - 1 and _is_when(tokens[first]) and tokens[last - 1].text not in _REPORTS:
        first += 1
    if tokens[first].text == "with":
        return first + 1
    if tokens[first].text not in NOT_FIRST:
        return first
    for position in range(last - 1, first, -1):
        if tokens[position].text in ARTICLES:
            return position
        if tokens[position].text in _DAYS and position + 1 < last:
            return position + 1
    return first


def _is_when(token: Token) -> bool:
    """Whether a word before a subject says when it spoke: "13:25 officials", "later the mayor"."""
    return token.kind == "clock" or token.text in _WHEN


def _start(tokens: list[Token], last: int) -> int:
    """Where the noun group that ends before ``last`` starts."""
    first = last
    while first > 0 and (
        tokens[first - 1].text not in _BEFORE_SUBJECT or _is_title(tokens, first - 1)
    ):
        if first < last and _is_dash(tokens, first - 1):  # "OSK - Gunmen"
            break
        first -= 1
    return first


def _end(tokens: list[Token], first: int) -> int:
    """Where the name that starts at ``first`` ends."""
    last = first
    while (
        last < len(tokens)
        and last - first < _LONGEST
        and (tokens[last].text not in AFTER_NAME or _is_title(tokens, last))
    ):
        last += 1
    return last


def _opens_clause(tokens: list[Token], at: int) -> bool:
    """Whether what somebody says begins here: "according to the army 12 had died", "it was"."""
    token = tokens[at]
    # But "Rescue 1122", "the 2016 report"
    is_count = token.kind == "numeral" and not tokens[at - 1].is_capital
    is_count = is_count and tokens[at - 1].text not in ARTICLES
    return is_count or token.text in PRONOUNS or token.text in _BE


def _is_dash(tokens: list[Token], at: int) -> bool:
    """Whether a hyphen stands alone, as a dash does."""
    if tokens[at].text != "-" or not 0 < at < len(tokens) - 1:
        return False
    return tokens[at - 1].end < tokens[at].start and tokens[at].end < tokens[at + 1].start


def _is_verbal(token: Token) -> bool:
    """Whether a word may be the verb of a subject."""
    return code_of(token) in _VERBAL or token.text.endswith("ed")


def _is_title(tokens: list[Token], stop: int) -> bool:
    """Whether a full stop belongs to a title: "Dr. Ann Lee"."""
    return tokens[stop].text == "." and text_at(tokens, stop - 1) in _TITLES


def _comma_before(tokens: list[Token], position: int) -> int | None:
    """The comma that opens the aside closed at ``position``."""
    for at in range(position - 1, 0, -1):
        if tokens[at].text == ",":
            return at
        if tokens[at].text in (";", ".", '"') and not _is_title(tokens, at):
            return None
    return None
