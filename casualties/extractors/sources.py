"""Whose words a figure is: "police said", "according to the ministry"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from casualties.extractors.analysis import Analysis
from casualties.extractors.glossary import Glossary, is_own_source
from casualties.extractors.labels import find_labels
from casualties.extractors.nouns import is_person_noun, lemma
from casualties.extractors.times import EVENTS
from casualties.extractors.tokens import Token, text_at, tokenize
from casualties.extractors.words import code_of
from casualties.lexicon import load
from casualties.model import Sentence
from casualties.records import dataclass

__all__ = ["Speakers", "find_source", "listen"]

_WORDS = load("sources")
_SAY = frozenset(_WORDS["say"])
# Verbs that state a count when it follows: "the ministry lists 276 dead".
_STATE = frozenset(_WORDS["state"])
_STATED = frozenset(_WORDS["stated"])
# What is behind these is what somebody objects to: "Ann Lee, the mayor, faulted the claim".
_OBJECTING = frozenset(_WORDS["objecting"])
_REGISTERS = frozenset(_WORDS["registers"])
_REGISTER = frozenset(_WORDS["register"])
_VERBS = _SAY | _STATE | _STATED | _REGISTER | {"according", "by"}
_HEARD = _SAY | _STATED | {"according"}
"""The verbs that name a speaker wherever a figure stands."""
_HE, _IT = frozenset({"he", "she"}), frozenset({"it", "they"})
_PRONOUNS = _HE | _IT
_NOBODY = frozenset(_WORDS["nobody"])
_EDGES = frozenset(_WORDS["edges"])
_ADVERBS = frozenset(_WORDS["adverbs"])
_ORDERS = frozenset(_WORDS["orders"])
_PUT = frozenset(_WORDS["put"])
_BODIES = frozenset(_WORDS["bodies"])
_NOT_FIRST = frozenset(_WORDS["not_first"])
_REPORTS = frozenset(_WORDS["reports"])
_TIMES = frozenset(_WORDS["times"]) | frozenset(load("events")["days"])
_DAYS = frozenset(load("events")["days"])
_ARTICLES = frozenset({"the", "a", "an"})
_BEFORE_NAME = _ARTICLES | {"'", "-", "–", "—"}
_RELATIVES = frozenset({"who", "whose", "which", "that"})
_COORDINATORS = frozenset({"and", "but", "though", "although", "while"})
_COUNTS = frozenset({"figure", "count", "tally", "toll", "number", "total", "estimate", "claim"})
_LIVES = frozenset({"life", "lives", "victims"})
_FIND = frozenset({"found", "finds"})
_OF = frozenset({"of", "for", "at", "from"})
_DEFINITE = frozenset({"the", "all", "those", "these", "each"})
_STOPS = frozenset(".!?")
_FOR_THEM = frozenset(_WORDS["for_them"])
_STUDIES = frozenset(_WORDS["studies"])
_TITLES = frozenset(_WORDS["titles"])
_LEADING = frozenset(_WORDS["leading"])
_BRANCHES = frozenset(_WORDS["branches"])
_LISTENED = frozenset({"told", "tells"})
_QUOTATION_MARKS = '"“”«»'
_ANY_MARK = tuple(_QUOTATION_MARKS)
_QUOTES = frozenset({'"', "'"})
_BREAKS = frozenset(',;:."()–—')
_BEFORE_CLAUSE = _BREAKS | _EDGES
_BEFORE_SUBJECT = _BEFORE_CLAUSE | _SAY
_AFTER_NAME = _BEFORE_CLAUSE | _ADVERBS
_IT_IS = frozenset({"it's", "that's", "there's", "he's", "she's", "i'm", "we're", "they're"})
_STATES = frozenset({"free", "safe", "open", "closed", "over", "a", "an", "war", "victory"})
_BE = frozenset({"is", "was", "are", "were", "be", "been", "being"})
_PUTS = frozenset({"put", "puts"})
_NO_CLAUSE = _AFTER_NAME | _NOT_FIRST | _TIMES
_NEVER_INVERTED = _LISTENED | _OBJECTING
_BEFORE_VERB = _ADVERBS | _ORDERS
_LINKS = _OF | _ARTICLES
_NO_NAMES = _ARTICLES | _NOT_FIRST | _EDGES
_WHEN = _ADVERBS - _NOT_FIRST
_NO_SPEAKERS = _PRONOUNS | _NOBODY
_VERBAL = "BHLCOSvzs"
_FINITE = "BHkdbZ"
_MODAL = "Mx"
_CLAUSAL = "BHMdbZ"
_LONGEST = 9
_NEAR = 4
_FAR, _WORDS_BEHIND = 2_000, 60
"""In how many characters behind a sentence a quotation that opens in it has to end, and in how many
words behind that its speaker is named."""


@dataclass(slots=True)
class Speakers:
    """Who spoke last, for "he said" and for a quotation that runs on.

    ``names`` are the full names by their last word, for "Lund said". ``is_quoting`` says whether a
    quotation is open behind the sentence, ``is_quoted`` whether one was open in it. ``unheard`` are
    the sentences that have not been looked at, as none is before a figure asks for its source;
    ``topics`` those behind ``named_body`` that may speak of a body: hardly any source asks for it.
    ``firm`` is who has spoken in the passage by one name that is nobody's: "Delphin said".
    ``glossary`` has the names that the conventions add.
    """

    glossary: Glossary
    last: str | None = None
    named_body: str | None = None
    topics: list[Sentence] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    is_quoting: bool = False
    is_quoted: bool = False
    passage: int = 0
    firm: str | None = None
    unheard: list[Analysis] = field(default_factory=list)

    def body(self) -> str | None:
        """The last of them that is no person, for "it said"."""
        topics = (_topic(sentence.text, self.glossary) for sentence in reversed(self.topics))
        self.named_body = next((topic for topic in topics if topic), self.named_body)
        self.topics.clear()
        return self.named_body


def find_source(analysis: Analysis, at: int, speakers: Speakers) -> str | None:
    """Who is quoted for the figure at token ``at``, None where the text speaks itself.

    ``speakers`` have been listened to up to this sentence; pronouns stand for the last speaker.
    """
    for heard in speakers.unheard:
        _hear(heard, speakers)
    speakers.unheard.clear()
    sentence, tokens = analysis.sentence, analysis.tokens
    found = sorted(
        (_is_across(tokens, verb, at), abs(verb - at), name)
        for verb, name in _attributions(sentence.text, tokens, at, speakers.glossary)
        if (name.lower() in _PRONOUNS or _is_speaker(name, speakers.glossary))
        and not (
            _is_aside(tokens, verb, at)
            or _says_other(tokens, verb, at)
            or (verb < at and _is_for_them(tokens, at))
        )
    )
    for _, _, name in found:
        if name.lower() not in _PRONOUNS:
            return _known(name, speakers)
        known = speakers.last
        if name.lower() == "it":
            known = speakers.firm or speakers.body()
        if known:
            return known
    if found or not (speakers.is_quoted or _is_within_quotes(tokens, at)):
        return None
    return _speaker_behind(sentence, tokens, speakers.glossary) or speakers.last


def _known(name: str, speakers: Speakers) -> str:
    """The full name of who has been named, and whose "its director" is."""
    whose, _, post = name.partition(" ")
    is_post = whose.lower() == "its" and is_person_noun(post.split(" ")[0])
    if is_post and (body := speakers.body()):
        return f"{body}'s {post}"
    known = speakers.names.get(name.lower()) or _named_before(name, speakers) or name
    return f"{body}'s {known}" if _leads_branch(known) and (body := speakers.body()) else known


def _named_before(name: str, speakers: Speakers) -> str | None:
    """The full name of "Captain Rill", where a captain of that name has been told of."""
    *titles, last = name.lower().split()
    known = speakers.names.get(last)
    is_same = known is not None and set(titles) <= {*known.lower().split(), *_TITLES}
    return known if is_same else None


def _leads_branch(name: str) -> bool:
    """Whether a post needs a body to be understood: "head of operations", "heads the project"."""
    words = name.split()
    branch = next((at for at, word in enumerate(words) if word in _BRANCHES), None)
    return branch is not None and _LEADING.issuperset(words[:branch])


def _is_for_them(tokens: list[Token], at: int) -> bool:
    """Whether a count only says for whom something is done: "mourning for the 12 dead".

    The count is the article's own, whoever promises to support "the families of the 12 victims".
    """
    for position in range(at, max(-1, at - _LONGEST), -1):
        word = tokens[position].text
        if word in _FOR_THEM and text_at(tokens, position + 1) in ("of", "for", "to"):
            return not _DEFINITE.isdisjoint(t.text for t in tokens[position : at + 1])
        if word in _BREAKS or word in _VERBS:
            return False
    return False


def _speaker_behind(sentence: Sentence, tokens: list[Token], glossary: Glossary) -> str | None:
    """Who is named behind a quotation that opens in a sentence and ends in a later one."""
    if sum(token.text == '"' for token in tokens) % 2 == 0:
        return None
    passage = sentence.passage
    end = sentence.start - passage.start + len(sentence.text)
    rest = passage.text[end : end + _FAR]
    behind = tokenize(rest)
    ends = [position for position, token in enumerate(behind) if token.text == '"']
    if not ends:
        return None
    last = ends[0] + 1
    end = min(len(behind), last + _WORDS_BEHIND)
    while last < end and behind[last].text not in _STOPS:
        last += 1
    for _, name in _attributions(rest, behind[ends[0] : last], None, glossary):
        if _is_speaker(name, glossary):
            return name
    return None


def _is_across(tokens: list[Token], verb: int, at: int) -> bool:
    """Whether a semicolon parts the verb from the figure."""
    first, last = sorted((verb, at))
    return any(token.text == ";" for token in tokens[first:last])


def _says_other(tokens: list[Token], verb: int, at: int) -> bool:
    """Whether what is said is a quotation of its own: "Nine die; 'he tried', says a man"."""
    semicolon = next((i for i in range(verb, at, -1) if tokens[i].text == ";"), verb)
    return any(token.text in _QUOTES for token in tokens[semicolon:verb])


def _is_aside(tokens: list[Token], verb: int, at: int) -> bool:
    """Whether brackets with a count of their own part them: "12 (some reports say 15) died"."""
    first = _bracket(tokens, verb)
    if first is None or first == _bracket(tokens, at):
        return False
    following = (token for token in tokens[first:] if token.text == ")" or token.kind == "numeral")
    return next((token.kind == "numeral" for token in following), False)


def _bracket(tokens: list[Token], at: int) -> int | None:
    """The bracket that is open at a token."""
    for position in range(at, -1, -1):
        if tokens[position].text in ("(", ")"):
            return position if tokens[position].text == "(" else None
    return None


def _is_within_quotes(tokens: list[Token], at: int) -> bool:
    """Whether the figure stands in a quotation of a sentence that opens with one."""
    marks = [position for position, token in enumerate(tokens) if token.text == '"']
    return bool(marks) and marks[0] == 0 and sum(mark < at for mark in marks) % 2 == 1


def listen(analysis: Analysis, speakers: Speakers) -> None:
    """Keep a sentence for when a figure in it or behind it asks who spoke."""
    speakers.unheard.append(analysis)


def _hear(analysis: Analysis, speakers: Speakers) -> None:
    """Note who speaks in a sentence and whether its quotation runs on."""
    text, words, glossary = analysis.sentence.text, analysis.vocabulary, speakers.glossary
    if analysis.sentence.passage.number != speakers.passage:
        # A quotation that goes on in the next paragraph opens with a mark again.
        speakers.is_quoting = speakers.is_quoting and text[0] in _QUOTATION_MARKS
        speakers.passage = analysis.sentence.passage.number
        speakers.firm = None
    named: list[str] = []
    if glossary.has_sources or not _HEARD.isdisjoint(words):
        named = [name for _, name in _attributions(text, analysis.tokens, None, glossary)]
    named = [name for name in named if _is_speaker(name, glossary)]
    if not named and (_leads_to_quote(analysis.sentence) or _has_quote(text)):
        subject = _subject(text, analysis.tokens)
        named = [subject] if subject and _is_speaker(subject, glossary) else []
    for name in named:
        _note(_known(name, speakers), speakers)
    opening = analysis.words[:_LONGEST]
    if glossary.has_sources or not (
        _ARTICLES.isdisjoint(opening[:1]) or _BODIES.isdisjoint(opening)
    ):
        speakers.topics.append(analysis.sentence)
    opened = speakers.is_quoting
    if sum(map(text.count, _QUOTATION_MARKS)) % 2:
        speakers.is_quoting = not speakers.is_quoting
    speakers.is_quoted = opened or speakers.is_quoting


def _leads_to_quote(sentence: Sentence) -> bool:
    """Whether a quotation opens right behind a sentence that has none itself."""
    passage = sentence.passage
    rest = passage.text[sentence.start - passage.start + len(sentence.text) :].lstrip()
    is_opened = rest.startswith(_ANY_MARK)
    return is_opened and not any(mark in sentence.text for mark in _ANY_MARK)


def _has_quote(text: str) -> bool:
    """Whether a sentence quotes somebody: "The mayor, Ann Lee, called it “a disgrace”"."""
    marks = sum(map(text.count, _QUOTATION_MARKS))
    return marks > 0 and marks % 2 == 0 and not text.startswith(_ANY_MARK)


def _subject(text: str, tokens: list[Token]) -> str:
    """Who a sentence is about: "But the mayor, Ann Lee, faulted the claim. “We counted ...”"."""
    for verb in range(1, min(len(tokens), 2 * _LONGEST)):
        token = tokens[verb]
        is_verb = code_of(token) in _VERBAL or token.text.endswith("ed")
        if is_verb and token.kind == "word" and not token.is_capital:
            if tokens[verb - 1].text == ",":
                span = _parted(tokens, verb)
            else:
                span = _opening(tokens, _start(tokens, verb), verb), verb
            is_name = span is not None and tokens[span[1] - 1].is_capital
            return _name(text, tokens, *span) if span is not None and is_name else ""
    return ""


def _note(name: str, speakers: Speakers) -> None:
    """Remember a speaker, by the full name where it has been told."""
    last = name.rsplit(maxsplit=1)[-1]
    if last == name and name[0].isupper() and not is_person_noun(name.lower()):
        speakers.firm = name
    if " " in name and last[:1].isupper():
        speakers.names.setdefault(last.lower(), name)
    speakers.last = name
    if last.lower() in _BODIES or speakers.glossary.is_source(name):
        speakers.named_body = name
        speakers.topics.clear()


def _topic(text: str, glossary: Glossary) -> str | None:
    """The body of which a sentence speaks first: "A monitoring group based abroad was ..."."""
    tokens = glossary.mark(tokenize(text), text)
    if text_at(tokens, 0) not in _ARTICLES and not is_own_source(text_at(tokens, 0)):
        return None
    for last in range(1, min(len(tokens), _LONGEST)):
        token = tokens[last]
        if token.kind == "mark" or code_of(token) in _VERBAL or token.text.endswith("ed"):
            ends = [last, *(at for at in range(2, last) if tokens[at].text == "of")]
            bodies = [tokens[end - 1].text for end in ends]
            is_body = any(body in _BODIES or is_own_source(body) for body in bodies)
            return _name(text, tokens, 0, last) if is_body else None
    return None


def _attributions(
    text: str, tokens: list[Token], at: int | None, glossary: Glossary
) -> list[tuple[int, str]]:
    """Who is said to say something: the place of the verb and the words for the speaker.

    Only speakers whose words hold the token ``at`` count, or all where it is None.
    """
    found = find_labels(text, tokens, at) if glossary.has_sources else []
    verbs = [(verb, token.text) for verb, token in enumerate(tokens) if token.text in _VERBS]
    for verb, word in verbs:
        span: tuple[int, int] | None = None
        if word == "by":
            span = _named(tokens, verb + 1) if _is_put_by(tokens, verb, at) else None
        elif word == "according" and text_at(tokens, verb + 1) == "to":
            span = _named(tokens, verb + 2)
        elif word in _STATED and (by := _by(tokens, verb)) is not None:
            span = _named(tokens, by)
        elif word in _SAY or (at is not None and verb < at and _states(tokens, verb, at)):
            span = _speaker(tokens, verb, at)
            if span is not None and at is not None and not _tells(tokens, span, verb, at):
                span = None
        if span is not None and span[0] < span[1]:
            names = _post_behind(tokens, *span), span
            found.append((verb, " ".join(_name(text, tokens, *each) for each in names if each)))
    if at is not None:
        found += _owners(text, tokens, at)
    return [(verb, name) for verb, name in found if name]


def _owners(text: str, tokens: list[Token], at: int) -> Iterator[tuple[int, str]]:
    """Whose count the one at ``at`` is said to be: "The ministry's last figure was 190"."""
    for place in range(max(0, at - 2 * _LONGEST), at):
        body = tokens[place].text.removesuffix("'s")
        following = {token.text for token in tokens[place + 1 : place + _NEAR]}
        is_body = body in _BODIES or text[tokens[place].start : tokens[place].end - 2].isupper()
        is_owner = body != tokens[place].text and is_body
        if is_owner and not _COUNTS.isdisjoint(following):
            first = _opening(tokens, _start(tokens, place), place)
            yield place, _name(text, tokens, first, place + 1)[: -len("'s")]


def _post_behind(tokens: list[Token], first: int, last: int) -> tuple[int, int] | None:
    """The post that follows a name: "Ann Lee, the head of the clinic"."""
    name = tokens[first:last]
    is_name = name[0].is_capital and name[0].text not in _ARTICLES and name[-1].text not in _BODIES
    if not is_name or is_person_noun(name[-1].text) or text_at(tokens, last) != ",":
        return None
    end = _end(tokens, last + 1)
    post = tokens[last + 1 : end]
    is_verb = text_at(tokens, last + 1) in _VERBS  # "Ann Lee, said 12 people had died"
    is_post = not is_verb and _is_post(post)
    is_post = is_post and not any(code_of(token) in _FINITE for token in post)
    if is_post:
        return last + 1, end
    # "Ann Lee, who heads the project"
    is_leader = text_at(tokens, last + 1) == "who" and text_at(tokens, last + 2) in _LEADING
    branch = _end(tokens, last + 2)
    return (last + 2, branch) if is_leader and tokens[branch - 1].text in _BRANCHES else None


def _is_put_by(tokens: list[Token], by: int, at: int | None) -> bool:
    """Whether "by" names who gives the count at ``at``: "put at 40 by police and 60 by rebels"."""
    if at is None or not at < by <= at + _NEAR or tokens[by - 1].kind != "numeral":
        return False
    return any(
        token.text in _PUT and text_at(tokens, position + 1) == "at"
        for position, token in enumerate(tokens[:at])
    )


def _by(tokens: list[Token], verb: int) -> int | None:
    """Where the speaker of a passive starts: "given by the mayor", "confirmed dead by police"."""
    for position in range(verb + 1, min(len(tokens), verb + _NEAR)):
        if tokens[position].text == "by":
            following = {token.text for token in tokens[position + 1 : position + 4]}
            return position + 1 if following.isdisjoint(_TIMES) else None
    return None


def _named(tokens: list[Token], first: int) -> tuple[int, int]:
    """The name from ``first`` on: "the reports by the union", "the fire chief, Colonel Ann Lee"."""
    last = _end(tokens, first)
    if text_at(tokens, last) in ("by", "from") and tokens[last - 1].text in _REPORTS:
        first, last = last + 1, _end(tokens, last + 1)
    is_apposed = text_at(tokens, last) == "," and last > first and _is_post(tokens[first:last])
    names = tokens[last + 1 : last + 3]
    if is_apposed and len(names) > 1 and all(name.is_capital for name in names):
        last = _end(tokens, last + 1)
    return first, last


def _states(tokens: list[Token], verb: int, at: int) -> bool:
    """Whether a verb states the count behind it: "lists 26 dead", "the list stops at 26"."""
    word = tokens[verb].text
    if word in _PUTS and all(token.text != "at" for token in tokens[verb:at]):
        return False  # "A gas leak puts 30 in hospital"
    if word in _STATE:
        return text_at(tokens, verb - 1) not in _ARTICLES
    return word in _REGISTER and text_at(tokens, verb - 1) in _REGISTERS


def _tells(tokens: list[Token], span: tuple[int, int], verb: int, at: int) -> bool:
    """Whether what the subject at ``span`` says holds the figure."""
    first, last = span
    # "The pilot of the plane, which crashed and killed all five aboard, told a controller ..."
    if first <= at < max(last, verb if last < verb else 0):
        return False
    if tokens[verb].text == "declared" and text_at(tokens, verb + 1) in _STATES:
        return False  # "Velm declared free of the fever that killed 12"
    if verb > at:
        # "Two died, and the coroner said that ...", "As two were buried, the mayor said she was
        # shocked" tell of something else.
        is_other = (
            text_at(tokens, verb + 1) == "that"
            or text_at(tokens, first - 1) in _COORDINATORS
            or (text_at(tokens, first - 1) in (",", ";") and _goes_on(tokens, verb))
        )
        return not is_other or first > verb
    is_toll = tokens[verb].text in ("claimed", "claims")
    return not (is_toll and any(token.text in _LIVES for token in tokens[verb : at + _NEAR + 1]))


def _goes_on(tokens: list[Token], verb: int) -> bool:
    """Whether a clause of its own is said behind a verb: "the mayor said she was shocked".

    Not where it is told when or how it was said: "the mayor said on Friday, when they were buried".
    """
    following = text_at(tokens, verb + 1)
    if tokens[verb].text in _LISTENED or following in _NO_CLAUSE:
        return False
    for token in tokens[verb + 1 : verb + 1 + _LONGEST]:
        if token.kind == "mark":
            return False
        if code_of(token) in _CLAUSAL:
            return True
    return False


def _speaker(tokens: list[Token], verb: int, at: int | None) -> tuple[int, int] | None:
    """The tokens of the subject of a verb of saying."""
    before = text_at(tokens, verb - 1)
    if before in _PRONOUNS:
        return verb - 1, verb
    is_behind = at is None or verb > at
    is_inverted = tokens[verb].text not in _NEVER_INVERTED
    if before in (",", '"', "'") and is_behind and is_inverted:
        first, last = _named(tokens, verb + 1)  # ... , said Ann Lee
        if _is_group(tokens, first, last):
            return first, last
    if before in (",", ")"):
        return _parted(tokens, verb) if before == "," else _before_bracket(tokens, verb)
    if before in _BE or before == "united":  # "it is said that", "the United States"
        return None
    if before == "and":
        return _shared(tokens, verb - 1)
    first, last = _before_initials(tokens, _start(tokens, verb), verb)
    while last > first + 1 and tokens[last - 1].text in _BEFORE_VERB:
        last -= 1
    if first > 1 and tokens[first - 1].text in _RELATIVES and tokens[first - 2].kind == "word":
        first, last = _start(tokens, first - 1), first - 1  # a tailor whose shop burned said
    first = _joined(tokens, _opening(tokens, first, last))
    if not _can_say(tokens[first:last], tokens[verb].text):
        return None
    # "It was first reported", "There were no immediate reports"
    is_clause = any(
        token.kind == "numeral" or token.text in _BE | _IT_IS for token in tokens[first:last]
    )
    return None if first == last or last - first > _LONGEST or is_clause else (first, last)


def _before_initials(tokens: list[Token], first: int, last: int) -> tuple[int, int]:
    """The name in front of its initials: "The National Agency (NEMA) on Friday put ..."."""
    bracket = first - 3
    is_bracketed = text_at(tokens, first - 1) == ")" and text_at(tokens, bracket) == "("
    if not is_bracketed or not all(
        _is_when(token) or token.text in _NOT_FIRST | _ADVERBS for token in tokens[first:last]
    ):
        return first, last
    return _start(tokens, bracket), bracket


def _can_say(subject: list[Token], verb: str) -> bool:
    """Whether such words can be who says it: divers find bodies, and inquiries that something is.

    Nor does "the number of confirmed dead" end at a verb.
    """
    if not subject or subject[-1].text in _LINKS | {"to"} or code_of(subject[-1]) in _MODAL:
        return False  # "You cannot say", "They phoned me to say"
    if subject[-1].text in EVENTS:
        return False  # "Blaze claims two"
    return verb not in _FIND or not _STUDIES.isdisjoint(token.text for token in subject)


def _parted(tokens: list[Token], verb: int) -> tuple[int, int] | None:
    """The subject before an aside: "the fire chief, Ann Lee, said"; "Ann Lee, in Osk, said"."""
    comma = _comma_before(tokens, verb - 1)
    if comma is None:
        return None
    first = _opening(tokens, _start(tokens, comma), comma)
    aside = tokens[comma + 1]
    is_name = aside.is_capital and aside.text not in _NO_NAMES
    if not is_name:
        return first, comma
    is_post = first < comma and comma - first < _LONGEST and _is_post(tokens[first:comma])
    return (first if is_post else comma + 1), verb - 1


def _before_bracket(tokens: list[Token], verb: int) -> tuple[int, int] | None:
    """The subject before a bracket: "The Mine Rescue Agency (MRA) put the dead at 15"."""
    bracket = _bracket(tokens, verb - 2)
    if bracket is None:
        return None
    first = _opening(tokens, _start(tokens, bracket), bracket)
    subject = tokens[first:bracket]
    is_plain = _can_say(subject, tokens[verb].text) and len(subject) <= _LONGEST
    return (first, bracket) if is_plain else None


def _is_group(tokens: list[Token], first: int, last: int) -> bool:
    """Whether words behind a verb can be its subject: not "two men died", "soldiers had shot"."""
    group = tokens[first:last]
    is_noun = any(token.is_capital for token in group) or _is_post(group[-1:])
    is_article = bool(group) and group[0].text in _ARTICLES
    return (is_noun or is_article) and not any(
        code_of(token) in _FINITE for token in tokens[first : last + 1]
    )


def _is_post(tokens: list[Token]) -> bool:
    """Whether words name the post of whoever is named next: "the mayor", "the head of ARKO"."""
    head = next((at for at, token in enumerate(tokens) if token.text in _OF), len(tokens))
    if not tokens[:head]:
        return False
    last = tokens[head - 1]
    is_body = last.text in _BODIES or is_own_source(last.text)
    return not last.is_capital and (is_body or is_person_noun(last.text))


def _shared(tokens: list[Token], conjunction: int) -> tuple[int, int] | None:
    """The subject of the verb before "and said": "State radio showed the market and said".

    Or "The front, which holds Osk, called it “murder” and gave a toll of 50".
    """
    first = conjunction
    while first > 0 and tokens[first - 1].text not in _BEFORE_CLAUSE - _QUOTES:
        first -= 1
    if text_at(tokens, first - 1) == "," and tokens[first].text.endswith("ed"):
        return _parted(tokens, first)
    for last in range(first + 1, min(conjunction, first + _LONGEST)):
        if code_of(tokens[last]) in _VERBAL or tokens[last].text.endswith("ed"):
            return first, last
    return None


def _opening(tokens: list[Token], first: int, last: int) -> int:
    """Where the noun group starts behind a time or a place: "On Monday the police"."""
    while first < last - 1 and _is_when(tokens[first]) and tokens[last - 1].text not in _REPORTS:
        first += 1
    if tokens[first].text == "with":
        return first + 1
    if tokens[first].text not in _NOT_FIRST:
        return first
    for position in range(last - 1, first, -1):
        if tokens[position].text in _ARTICLES:
            return position
        if tokens[position].text in _DAYS and position + 1 < last:
            return position + 1
    return first


def _is_when(token: Token) -> bool:
    """Whether a word before a subject says when it spoke: "13:25 officials", "later the mayor"."""
    return token.kind == "clock" or token.text in _WHEN


def _joined(tokens: list[Token], first: int) -> int:
    """Where a subject of two starts: "the ministry and foreign doctors said"."""
    if first < 2 or tokens[first - 1].text != "and":
        return first
    left = _start(tokens, first - 1)
    is_apart = left == 0 or tokens[left - 1].kind == "mark"
    is_group = 0 < first - 1 - left <= _NEAR and _is_post(tokens[left : first - 1])
    return left if is_apart and is_group else first


def _start(tokens: list[Token], last: int) -> int:
    """Where the noun group that ends before ``last`` starts."""
    first = last
    while first > 0 and (
        tokens[first - 1].text not in _BEFORE_SUBJECT or _is_title(tokens, first - 1)
    ):
        first -= 1
    return first


def _is_title(tokens: list[Token], stop: int) -> bool:
    """Whether a full stop belongs to a title: "Dr. Ann Lee"."""
    return tokens[stop].text == "." and text_at(tokens, stop - 1) in _TITLES


def _end(tokens: list[Token], first: int) -> int:
    """Where the name that starts at ``first`` ends."""
    last = first
    while (
        last < len(tokens)
        and last - first < _LONGEST
        and (tokens[last].text not in _AFTER_NAME or _is_title(tokens, last))
    ):
        last += 1
    return last


def _comma_before(tokens: list[Token], position: int) -> int | None:
    """The comma that opens the aside closed at ``position``."""
    for at in range(position - 1, 0, -1):
        if tokens[at].text == ",":
            return at
        if tokens[at].text in (";", ".", '"'):
            return None
    return None


def _name(text: str, tokens: list[Token], first: int, last: int) -> str:
    while first < last and tokens[first].text in _BEFORE_NAME:
        first += 1
    return text[tokens[first].start : tokens[last - 1].end].replace(",", "") if first < last else ""


def _is_speaker(name: str, glossary: Glossary) -> bool:
    """Whether words name somebody who can speak: a name, a post, a body."""
    if glossary.has(name):
        return True
    words = name.split()
    if name.lower() in _NO_SPEAKERS or words[0].lower() in _NOT_FIRST:
        return False
    if "this" in words:  # "this newspaper" is the text itself
        return False
    plain = [word.lower().strip("',.") for word in words]
    return any(
        word[:1].isupper() or lemma(lower) in _BODIES or lower in _BODIES or is_person_noun(lower)
        for word, lower in zip(words, plain, strict=True)
    )
