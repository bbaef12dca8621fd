"""Figures as their sentences tell of them: where, in whose words, in what condition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from casualties.extractors.analysis import Analysis, Claim
from casualties.extractors.apposed import APPOSED
from casualties.extractors.chunks import Chunk
from casualties.extractors.novelty import find_content
from casualties.extractors.tokens import Token, follows, text_at
from casualties.lexicon import load
from casualties.model import ATTACKER, Figure, Kind, Outcome, Scope
from casualties.patterns import either, pattern
from casualties.records import dataclass, replace

__all__ = ["PLACES", "Reading", "read_figure"]

_WORDS = load("scopes")
PLACES = frozenset(_WORDS["places"])
"""Nouns for places, as "village" or "ward"."""

_HARMED = frozenset(_WORDS["conditions"])
_GRAVE = frozenset(_WORDS["grave_conditions"])
_LASTING = frozenset(_WORDS["lasting"])
_LYING = frozenset(_WORDS["lying"])
_HOUSES = frozenset(_WORDS["houses"])
_RECEIVED = frozenset(_WORDS["received"])
_MANY_HOUSES = frozenset(_WORDS["many_houses"])
_REGISTERED = frozenset(_WORDS["registered"])
_GRAVEST = rf"the (?:{'|'.join(_WORDS['gravest'])})(?: of| {'| '.join(_WORDS['counts'])})+"
_NO_RECORD = rf"\b(?! (?:\S+ ){{0,6}}{either(_WORDS['records'])})"
_HIT_MOST = pattern(
    rf"{either(_WORDS['having'])} (?:by far |[a-z ]{{1,40}} and )?{_GRAVEST}{_NO_RECORD}"
    rf"|{either(_WORDS['hit_most'])}"
    rf"|^{_GRAVEST}{_NO_RECORD}[^.;]*\b(?:was|were|is|are|came) (?:\w+ )?(?:in|from|at|by)\b"
)
# "The number of dead in that country is 78", of several; but not "police in that country"
_IN_THAT_AREA = pattern(
    rf"\b(?:dead|deaths|killed|died|toll|injured|wounded|hurt|missing|people|victims) in that"
    rf" {either(_WORDS['areas'])}"
)
_MOST = frozenset([*_WORDS["gravest"], *" ".join(_WORDS["hit_most"]).split()])
_WHEN = frozenset({"late", "early", "on", "yesterday", "today"})
_HARDEST = frozenset(_WORDS["hardest"])
_IN = frozenset({"in", "at", "on", "near", "inside", "outside", "aboard"})
_DATES = frozenset(load("things")["months"]) | frozenset(load("events")["days"])
_NO_NAMES = _DATES | PLACES | _WHEN
_EVENTS = frozenset(load("events")["nouns"])
# "The toll of 18 makes it the worst fire in the region"
_BREAKS = frozenset({",", ";", "and", "when", "after", "as", *load("times")["gravest"]})
_DEFINITE = frozenset(load("grammar")["definite"])
_VICTIMS = frozenset(load("parts")["victim_nouns"])
_OPENERS = frozenset({",", ";", "and", "while", "but"})
_CARDINALS = frozenset(load("numbers")["cardinals"]) - {"one"}
_AMONG = frozenset(load("grammar")["among"])
_HERE = frozenset(_WORDS["here"])
_AMOUNTS = frozenset({"is", "was"})
# As in "Osk had most of them. There 59 people died"
_TOLD_OF = "there, in the place told of"
_TAIL = 5
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure with what its sentence shows of its scope.

    ``place`` is where those counted were, if the words say so, and ``scene`` where something of its
    own befell them ("when a bridge gave way in Velm"); ``group`` the sentence and the list
    that it stands in; ``is_condition`` whether it counts people by how they fare; ``is_own_count``
    whether it is what one hospital or morgue took in; ``is_added`` whether it comes on top of
    others ("in addition to the deaths in Velm, ..."); ``is_elided`` whether it is a number alone at
    the head of a sentence that leans on a wider count before it ("Seven were admitted");
    ``is_reference`` whether it takes up all of those told of before ("the 40 injured"), and
    ``is_bare`` whether its noun is one that stands before it ("12 miners died and 30 were hurt"),
    ``is_definite`` whether it is "the" or "all" so many, ``is_toll`` whether it is called a toll;
    ``content`` is what the clause of a plain count tells, and ``teller`` the name of what has or
    reports them, as in "Velmia has reported nine deaths".
    """

    figure: Figure
    place: str | None
    scene: str | None
    group: tuple[int, int]
    is_condition: bool
    is_own_count: bool
    is_added: bool
    is_elided: bool
    is_reference: bool
    is_bare: bool
    is_definite: bool
    is_toll: bool
    teller: str | None
    content: frozenset[str]

    @property
    def is_open(self) -> bool:
        """Whether it counts victims and nothing has shown that it is no total."""
        return self.figure.scope is Scope.TOTAL and self.figure.population != ATTACKER

    def rescoped(self, scope: Scope) -> Reading:
        """The same with another scope."""
        return replace(self, figure=replace(self.figure, scope=scope))

    def of_all(self) -> Self:
        """The same where the text goes on that there were no others."""
        return replace(
            self,
            place=None,
            is_condition=False,
            is_own_count=False,
            is_elided=False,
            content=frozenset(),
        )

    def moved(self, event: str) -> Reading:
        """The same in another event."""
        return replace(self, figure=replace(self.figure, event=event))


def read_figure(
    analysis: Analysis, claim: Claim, figure: Figure, told: Sequence[Reading]
) -> Reading:
    """The figure with what its sentence tells of it, after those ``told`` before."""
    tokens, chunk = analysis.tokens, analysis.chunks[claim.index]
    start = figure.start - tokens[chunk.first].start
    is_upper = figure.sentence.isupper()
    is_sum = claim.name in ("makes", APPOSED)
    is_definite, is_toll = _is_definite(analysis, claim), is_sum or _is_toll(analysis, claim)
    # Only of a plain count in the body it is asked whether its clause tells anything new.
    is_plain = figure.passage is Kind.PARAGRAPH and not (is_definite or is_toll)
    return Reading(
        figure,
        place=None if is_sum else _place_of(analysis, chunk.first, chunk.last, names=not is_upper),
        scene=None if is_upper else _scene_of(analysis, chunk.last),
        group=(start, claim.group),
        is_condition=_is_condition(analysis, claim, figure, told, start),
        is_own_count=figure.passage is not Kind.HEADLINE
        and _is_own_count(analysis, chunk, figure.source),
        is_added=_is_added(analysis, claim),
        is_elided=claim.index == 0 and _leans(chunk, figure, told),
        is_reference=_is_reference(analysis, claim),
        is_bare=chunk.code == "N",
        is_definite=is_definite,
        is_toll=is_toll,
        teller=None if is_upper else _teller_of(tokens, chunk.first),
        content=find_content(analysis, claim, figure.source) if is_plain else frozenset(),
    )


def _is_definite(analysis: Analysis, claim: Claim) -> bool:
    """Whether its words open with "the" or "all"."""
    number = analysis.chunks[claim.index].number
    return number is not None and not _DEFINITE.isdisjoint(analysis.words_of(number))


def _is_toll(analysis: Analysis, claim: Claim) -> bool:
    """Whether it is called a toll or a number: "the number of dead was put at 81".

    Or told as an amount, or as those whom somebody was one of.
    """
    chunk, tokens = analysis.chunks[claim.index], analysis.tokens
    if chunk.number is not None and (chunk.number.value or 0) > 1 and chunk.code in "QFYl":
        # "Nine deaths is a high price", "A cook was among nine people hurt"
        is_amount = text_at(tokens, chunk.last) in _AMOUNTS
        if is_amount or text_at(tokens, chunk.first - 1) in _AMONG:
            return True
    # "the toll of two days of storms"
    counts = (i + 1 for i, each in analysis.quantities if i < claim.index and each.code != "X")
    first = max(counts, default=0)
    return not {"t", "#"}.isdisjoint(analysis.codes[first : claim.index])


def _is_reference(analysis: Analysis, claim: Claim) -> bool:
    """Whether its words are "the 40 injured", "all 14 victims", "all nine of those who died"."""
    chunk = analysis.chunks[claim.index]
    if claim.name in ("misstated", APPOSED):
        return True
    if chunk.number is None or chunk.number.is_additional:
        return False
    opening = analysis.words_of(chunk.number)
    words = analysis.words_in(claim.index)
    following = analysis.codes[claim.index + 1 : claim.index + 2]
    is_harm = chunk.harm is not None or (chunk.code == "N" and following in ("e", "k", "K", "G"))
    is_subject = chunk.code == "N" and "all" in opening and following in ("B", "H")
    # "The five who were hurt are in hospital"
    is_harm = is_harm or (
        claim.harm > claim.index and text_at(analysis.tokens, chunk.last) in ("who", "that")
    )
    is_all = "all" in opening and chunk.of is not None
    return bool(opening & _DEFINITE) and (is_harm or is_all or is_subject or bool(words & _VICTIMS))


def _leans(chunk: Chunk, figure: Figure, told: Sequence[Reading]) -> bool:
    """Whether a number alone counts some of those of a sentence before: "Seven were admitted"."""
    number = chunk.number
    if chunk.code != "N" or number is None or not number.is_plain or number.is_additional:
        return False
    return any(
        other.outcome is figure.outcome
        and other.paragraph == figure.paragraph
        and other.sentence != figure.sentence
        and other.range.low > figure.range.low
        and (other.source == figure.source or figure.source is None)
        for other in [reading.figure for reading in told[-_NEAR:]]
    )


def _is_added(analysis: Analysis, claim: Claim) -> bool:
    """Whether it adds to a count of its own outcome: "In addition to the dead in Velm, two ..."."""
    if not follows(analysis.tokens, 0, ("in", "addition", "to")):
        return False
    opening = analysis.chunks[: analysis.codes.find(",")]
    return any(chunk.outcome is claim.outcome for chunk in opening)


def _is_condition(
    analysis: Analysis, claim: Claim, figure: Figure, told: Sequence[Reading], start: int
) -> bool:
    """Whether it counts some of the injured by how they fare: "nine are in a critical condition".

    In "two died and three others were seriously injured" the three are all the injured; "three
    others were in a critical condition" leaves open how many more were hurt.
    """
    if claim.harm < 0 or claim.outcome is not Outcome.INJURED:
        return False
    chunk, harm = analysis.chunks[claim.index], analysis.chunks[claim.harm]
    is_other = chunk.number is not None and chunk.number.is_additional
    if is_other and told:
        last = told[-1].figure
        if last.start >= start and last.outcome is not figure.outcome:
            return "critical" in analysis.words_in(claim.harm)
    tokens = analysis.tokens
    if text_at(tokens, chunk.first - 1) == "where" and figure.passage is not Kind.HEADLINE:
        # "Eight were taken to hospital, where two were being treated"
        wholes = [each.figure for each in told if each.group[0] == start]
        if any(w.outcome is figure.outcome and w.range.low > figure.range.low for w in wholes):
            return True
    near = {token.text for token in tokens[max(0, harm.first - 1) : harm.last]}
    if figure.passage is Kind.HEADLINE:
        return bool(_GRAVE & near or (_HARMED & near and _LASTING & near))  # "16 still critical"
    return bool(_HARMED & near or _LYING & _clause_after(tokens, chunk.last))


def _clause_after(tokens: list[Token], start: int) -> set[str]:
    """The words from token ``start`` up to the next mark or conjunction."""
    words = set()
    for token in tokens[start:]:
        if token.kind == "mark" or token.text in ("and", "but", "while"):
            break
        words.add(token.text)
    return words


def _is_own_count(analysis: Analysis, chunk: Chunk, source: str | None) -> bool:
    """Whether one house or its doctor tells whom it took in: "the clinic had treated 22 people".

    "Two were injured and treated at a clinic" counts all of them.
    """
    tokens, words = analysis.tokens, analysis.texts
    is_body = chunk.code == "Y"
    if not (is_body or not _RECEIVED.isdisjoint(words)) or not _MANY_HOUSES.isdisjoint(words):
        return False
    if source is not None and _HOUSES & set(source.lower().split()):
        return True
    if follows(tokens, chunk.first - 3, ("we", "have", "received")):
        return True
    return any(
        token.text in _HOUSES and text_at(tokens, position - 1) not in ("to", "in", "at", "from")
        for position, token in enumerate(tokens if is_body else tokens[: chunk.first])
    )


def _place_of(analysis: Analysis, first: int, last: int, *, names: bool) -> str | None:
    """The place or house that a figure is told of: "In Velm, 21 ...", "nine died at the clinic".

    Only a phrase at the head of the sentence, before "where" or close behind the figure counts.
    In a text all in capitals no word is known as a name.
    """
    tokens, texts = analysis.tokens, analysis.texts
    if _is_there_alone(tokens, texts, last):
        return "alone"
    if texts[0] == "there" and _opens_with_place(analysis):
        return _TOLD_OF
    if first > 1 and _tells_again(tokens, first):
        return None
    subject = _subject_place(tokens, first) or (
        _place_before_where(tokens, first) if names else None
    )
    if subject is not None:
        return subject
    for position, text in enumerate(texts[: min(len(tokens) - 1, last + _TAIL + 1)]):
        if text not in _IN or _is_here(tokens, position + 1):
            continue
        is_there = position < first and _is_before_where(tokens, position, first)
        is_head = is_there or position < min(first, 2) or _opens_clause(tokens, position, first)
        if is_head or _is_behind(tokens, position, last):
            place = _place_at(tokens, position + 1, names=names or is_there)
            if place is not None:
                return place
    return None


def _opens_with_place(analysis: Analysis) -> bool:
    """Whether its first word is a place, as in "There 59 people died", and not "There were 59"."""
    counted = [chunk.first for _, chunk in analysis.quantities[:1]]
    return analysis.texts[1] in (",", "alone") or counted == [1]


def _opens_clause(tokens: list[Token], position: int, first: int) -> bool:
    """As in "At least 620 died in Velmia, and in Orlo the toll has reached 190"."""
    opener = tokens[position - 1].text if 0 < position < first else ""
    is_opener = opener == ";" or (opener in _OPENERS - {","} and tokens[position - 2].text == ",")
    return is_opener and all(token.kind != "numeral" for token in tokens[position:first])


def _is_here(tokens: list[Token], position: int) -> bool:
    """Whether it is "this town", or "the three villages", which were all of them."""
    text = text_at(tokens, position)
    is_counted = text == "the" and tokens[min(position + 1, len(tokens) - 1)].kind == "numeral"
    return (
        text in _HERE
        or is_counted
        or (text == "the" and text_at(tokens, position + 1) in _CARDINALS)
    )


def _tells_again(tokens: list[Token], first: int) -> bool:
    """Whether a relative clause recalls the event: "The fire in which eight died was the worst"."""
    return text_at(tokens, first - 1) == "which" and text_at(tokens, first - 3) in _EVENTS


def _scene_of(analysis: Analysis, last: int) -> str | None:
    """The place of what is newly told: "12 died when a bridge gave way under a crowd in Velm"."""
    tokens, texts = analysis.tokens, analysis.texts
    if "when" not in texts[last : last + _NEAR]:  # as nearly always
        return None
    opening = texts.index("when", last)
    if text_at(tokens, opening + 1) not in ("a", "an"):
        return None
    for position in range(opening, len(tokens)):
        if tokens[position].kind == "mark":
            return None
        if tokens[position].text in _IN:
            place = _place_at(tokens, position + 1, names=True)
            if place is not None and place not in PLACES:
                return place
    return None


def _is_there_alone(tokens: list[Token], texts: list[str], last: int) -> bool:
    """As in "35 drowned in the capital alone", "eight deaths, all in Velm", "worst-hit Velm"."""
    words = texts[: last + _TAIL]
    if not _HARDEST.isdisjoint(words) or _IN_THAT_AREA.search(" ".join(words)):
        return True
    if not _MOST.isdisjoint(words) and _HIT_MOST.search(" ".join(words)):
        return True
    if text_at(tokens, last) == "," and text_at(tokens, last + 1) in ("all", "both"):
        return text_at(tokens, last + 2) in _IN
    if "alone" not in texts[last : last + 7]:  # as nearly always
        return False
    following = tokens[last : last + 7]
    kinds = [token.kind for token in following[: texts.index("alone", last) - last]]
    return "mark" not in kinds and "numeral" not in kinds


def _place_before_where(tokens: list[Token], first: int) -> str | None:
    """As in "in Bohal province, where 108 died", "the valley of Oru where 12 people drowned"."""
    if "where" not in (text_at(tokens, first - 1), text_at(tokens, first - 2)):
        return None
    where = first - 1 if tokens[first - 1].text == "where" else first - 2
    last = where - 1 - (text_at(tokens, where - 1) == ",")
    for position in range(last, max(last - 4, 0), -1):
        token = tokens[position]
        if token.text in _NO_NAMES:
            continue
        is_name = token.kind == "word" and token.is_capital
        return token.text if is_name else None
    return None


def _subject_place(tokens: list[Token], first: int) -> str | None:
    """As in "The northern region recorded five deaths": the place that is said to have them."""
    for position in range(1, min(first, 5)):
        if tokens[position].text in _REGISTERED:
            noun = tokens[position - 1].text
            return noun if noun in PLACES else None
    return None


def _teller_of(tokens: list[Token], first: int) -> str | None:
    """As in "Velmia has reported 185 deaths": the name right before the verb, and what opens it."""
    verb = first - 1
    if text_at(tokens, verb) not in _REGISTERED:
        return None
    name = verb - 1 - (text_at(tokens, verb - 1) in ("has", "have", "had"))
    is_opening = name == 0 or text_at(tokens, name - 1) in _OPENERS
    is_name = name >= 0 and tokens[name].is_capital and tokens[name].kind == "word"
    return tokens[name].text if is_name and is_opening else None


def _is_before_where(tokens: list[Token], position: int, first: int) -> bool:
    """As in "felt in the capital, where nobody was hurt"."""
    following = [token.text for token in tokens[position + 1 : min(first, position + 6)]]
    return "where" in following


def _is_behind(tokens: list[Token], position: int, last: int) -> bool:
    """Whether the phrase at ``position`` stands close behind the figure: "nine at the harbour"."""
    between = {token.text for token in tokens[last:position]}
    return last <= position <= last + _TAIL and not between & _BREAKS


def _place_at(tokens: list[Token], start: int, *, names: bool) -> str | None:
    """The last word of the name, or the noun for a place, at ``start`` or soon after."""
    for position in range(start, min(len(tokens), start + 5)):
        word = tokens[position]
        is_end = word.kind == "mark" or word.text in ("and", "when", "that", "which")
        is_date = word.text.removesuffix("'s") in _DATES
        if position == start and word.text in ("one", "single"):
            continue  # "in one room"
        if is_end or is_date or word.kind in ("numeral", "clock", "ordinal"):
            return None
        is_name = names and word.is_capital and word.text not in ("the", "a", "an")
        if is_name and position + 1 < len(tokens) and tokens[position + 1].is_capital:
            continue
        if word.text in PLACES and text_at(tokens, position - 1) in ("a", "an"):
            # "at a market in Velm" was anywhere in Velm
            is_within = text_at(tokens, position + 1) == "in" and names
            return (_place_at(tokens, position + 2, names=True) if is_within else None) or word.text
        if is_name or word.text in PLACES:
            return word.text
    return None
