"""Which two figures of a line item are held against each other, and in whose voice.

Where it is doubtful whether two figures count the same people, the pair is left out: a false alarm
costs an editor's trust, and a slip in print is rarely so far off as to be doubtful.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import combinations, islice, product
from operator import ne

import regex

from casualties.lexicon import load
from casualties.model import Figure, Kind, Qualifier
from casualties.patterns import either, pattern
from casualties.ranges import Range, are_far_apart, is_misprint
from casualties.reconciler.disagreements import are_contradictory, claim, disagree
from casualties.reconciler.killers import Killers
from casualties.reconciler.others import count_others
from casualties.reconciler.outsiders import is_own_claim
from casualties.reconciler.voices import is_one_statement, is_own_against_source, is_same_voice
from casualties.reconciler.wording import is_definite, number_of

__all__ = ["disputed_pairs", "is_disputed", "is_mention", "is_taken_up", "pairs_in_one_voice"]

_MOST_COMPARED = 100
"""Different claims of one line item that are compared; no copy has come near it."""
_REMEMBERED = 64
"""Line items whose pairs are kept while they are asked for."""

_TEN, _HUNDRED = 10, 100
_FEWEST = 5
_LEAD, _LEAD_IS_WITHIN = 2, 5
_FLOORS = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})
_NAME = pattern(r"(?<=\s)[A-Z]\w+")
_ABOVE = (Kind.HEADLINE, Kind.CAPTION, Kind.CORRECTION)
_TOLL = pattern(
    rf"\b{either([toll for word in load('outcomes')['word'] for toll in word.get('toll', [])])}"
    r"[^.;,]{0,40}$",
    regex.IGNORECASE,
)
_IN_ALL = pattern(rf"\W*{either(load('scopes')['summing'])}", regex.IGNORECASE)  # "In all, 28 died"
# "In all, some 230,000 people died in 14 countries", below a lead with one of them
_IN_COUNTRIES = pattern(
    rf"[^.;,]*\b(?:in|across|over) (?:\d+|{'|'.join(load('numbers')['cardinals'])}|several) "
    rf"{either(load('scopes')['many_areas'])}",
    regex.IGNORECASE,
)
_ALL_OF_THEM = pattern(r"(?:all|both)\b.*\bof them", regex.IGNORECASE)
_APART = pattern(r";|, (?:while|whereas|but|although|though)\b", regex.IGNORECASE)
_CONTESTING, _VERIFYING = (
    pattern(either(load("reconciliation")[name]), regex.IGNORECASE)
    for name in ("contesting", "verifying")
)
# "The rebels claimed on Tuesday that they had killed 85"
_BOAST = pattern(r"\bclaim(?:ed|s)?\b[^.;]{0,40}\bkilled $", regex.IGNORECASE)
# "The governor later said 21": a headline without that is stale, and not short
_LATER = pattern(r"\b(?:later|now|since|rose|risen)\b", regex.IGNORECASE)
_COUNT = pattern(r"(?:the\s+)?(?:one\b|1\b)", regex.IGNORECASE)


def _differ_by_one(low: int, high: int) -> bool:
    """Whether one digit of two or more was mistyped: 23 and 53."""
    few, many = str(low), str(high)
    return len(few) == len(many) > 1 and sum(map(ne, few, many)) == 1


class _Told:
    """What the figures of a line item tell beside two of them that differ."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        """Put together the numbers of headlines, of bounds, and of the body by their paragraphs."""
        figures = tuple(figures)
        self._bounds: dict[int | None, Figure] = {}
        self._headlines: dict[str, set[int]] = defaultdict(set)
        self._paragraphs: dict[int, set[int]] = defaultdict(set)
        for figure in figures:
            if figure.passage is Kind.HEADLINE:
                self._headlines[figure.sentence].add(number_of(figure))
                continue
            self._paragraphs[number_of(figure)].add(figure.paragraph)
            if figure.qualifier in _FLOORS:
                self._bounds.setdefault(figure.number, figure)
        below = (
            figure
            for figure in figures
            if figure.passage is Kind.PARAGRAPH and figure.paragraph <= _LEAD_IS_WITHIN
        )
        lead = min(below, key=lambda figure: figure.start, default=None)
        self._of_all = {
            number_of(figure)
            for figure in figures
            if figure.passage in _ABOVE
            or (lead and figure.sentence == lead.sentence)
            or _TOLL.search(figure.head)
            or (_IN_ALL.match(figure.sentence) and not _IN_COUNTRIES.match(figure.tail))
        }

    def explain(self, a: Figure, b: Figure) -> bool:
        """Whether the others tell why two figures differ, so that neither is wrong."""
        return (
            self._cuts_short(a, b)
            or self._drops_a_bound(a, b)
            or self._are_side_by_side(a, b)
            or self._has_the_rest(a, b)
        )

    def are_far_apart(self, a: Figure, b: Figure) -> bool:
        """Whether two numbers are too far from each other to be of the same people.

        A stale or mistyped count is near the right one, or stands where articles tell the whole, or
        is the toll by its name; else 12 and 40 are of two things that happened, or those 12 were
        told of before ("the 12 dead"). Few are far apart from two and a half times on, more from a
        little more than twice on. Nor do "dozens" below the lead say of which.
        """
        low, high = sorted((number_of(a), number_of(b)))
        farthest = 2.2 if low >= _FEWEST else 2.5
        is_far = high > farthest * low and not (is_misprint(low, high) or _differ_by_one(low, high))
        vague = {number_of(f) for f in (a, b) if f.qualifier is Qualifier.VAGUE}
        return not (vague | ({low, high} if is_far else set())) <= self._of_all

    def _cuts_short(self, a: Figure, b: Figure) -> bool:
        """Whether a headline rounds as the lead does: "350 hurt", "more than 350", and then 374."""
        headline, told = sorted((a, b), key=lambda figure: figure.passage is not Kind.HEADLINE)
        number = headline.number or 0
        is_round = headline.passage is Kind.HEADLINE and number >= _HUNDRED and number % _TEN == 0
        return is_round and number in self._bounds and number < number_of(told) <= 1.1 * number

    def _drops_a_bound(self, a: Figure, b: Figure) -> bool:
        """Whether a headline is short for what one source says, of which another one knows more.

        As in "Bomb kills 18", "at least 18, the governor said", and then "the clinic spoke of 21".
        """
        headline, told = sorted((a, b), key=lambda figure: figure.passage is not Kind.HEADLINE)
        bound = self._bounds.get(headline.number)
        is_short = headline.passage is Kind.HEADLINE and headline.range.is_exact
        return (
            is_short
            and bound is not None
            and told.voice is not None
            and bound.voice is not None
            and bound.range.overlaps(told.range)
            and 2 * number_of(told) < 3 * number_of(headline)
            and _LATER.search(told.sentence) is None
            and not is_same_voice(bound, told)
        )

    def _are_side_by_side(self, a: Figure, b: Figure) -> bool:
        """Whether a headline tells both: "Bomb kills 18 in Osk; missiles kill eight in Velm"."""
        both = {number_of(a), number_of(b)}
        return len(both) > 1 and any(both <= told for told in self._headlines.values())

    def _has_the_rest(self, a: Figure, b: Figure) -> bool:
        """Whether a third count makes one up to the other: 27 in two countries, 15 and 12."""
        few, many = sorted((a, b), key=number_of)
        rest = number_of(many) - number_of(few)
        if min(rest, number_of(few)) < _FEWEST or rest == number_of(few):
            return False
        return not self._paragraphs.get(rest, set()) <= {few.paragraph}


@lru_cache(_REMEMBERED)
def pairs_in_one_voice(figures: tuple[Figure, ...]) -> tuple[tuple[Figure, Figure], ...]:
    """The pairs of claims in a line item that may not contradict each other, one figure each.

    Several rules ask for those of one line item after another.
    """
    if not _pairs(figures):  # as nearly always
        return ()
    told = _Told(figures)
    pairs = _without_many(tuple(_in_one_voice(figures, told)))
    return tuple((a, b) for a, b in pairs if not told.are_far_apart(a, b))


def _without_many(
    pairs: tuple[tuple[Figure, Figure], ...],
) -> tuple[tuple[Figure, Figure], ...]:
    """The pairs, without those below the headline where three or more numbers contradict another.

    No writer is wrong about one toll three times: these are the tolls of several events, places or
    years ("Services had 45 dead, industry 26, farms 32"), however alike they are told. A third one
    that may be of others anyway shows nothing of the kind about two that are not.
    """
    against: dict[Figure, set[Figure]] = defaultdict(set)
    for a, b in pairs:
        if Kind.HEADLINE not in (a.passage, b.passage) and are_contradictory(a, b):
            against[a].add(b)
            against[b].add(a)
    return tuple((a, b) for a, b in pairs if b not in against[a] or not _are_many(a, b, against))


def _are_many(a: Figure, b: Figure, against: Mapping[Figure, AbstractSet[Figure]]) -> bool:
    """Whether a third number contradicts both; a doubtful one where one of the two is doubtful."""
    is_doubtful = a.is_doubtful or b.is_doubtful
    return any(is_doubtful or not third.is_doubtful for third in against[a] & against[b])


def _in_one_voice(figures: tuple[Figure, ...], told: _Told) -> Iterator[tuple[Figure, Figure]]:
    disputed, passed_on = is_disputed(figures), _passed_on(figures)
    sentences: dict[Range, set[tuple[int, str]]] = defaultdict(set)
    for figure in figures:
        if not _is_both(figure):
            sentences[figure.range].add((figure.paragraph, figure.sentence))
    for a, b in _pairs(figures):
        is_apart = not is_same_voice(a, b) or (
            disputed
            and (is_own_against_source(a, b) or _tell_a_dispute(a, b, figures))
            and not _is_own_slip(a, b, figures)
        )
        if _is_denied(a, b) or (is_apart and passed_on.isdisjoint((a.id, b.id))):
            continue
        if disputed and _is_asked(a, b, figures):
            continue
        # "Two died at once and one in hospital": a sentence does not contradict itself.
        own, others = sentences[a.range], sentences[b.range]
        together = own & others in (own, others) or (
            a.range.is_exact and b.range.is_exact and not own.isdisjoint(others)
        )
        if (not together or _takes_up(a, b)) and not told.explain(a, b):
            yield a, b


def disputed_pairs(figures: tuple[Figure, ...]) -> Iterator[tuple[Figure, Figure]]:
    """The pairs of claims in a line item that disagree in different voices, one figure each."""
    if is_disputed(figures):
        passed_on = _passed_on(figures)
        for a, b in _pairs(figures):
            is_apart = not is_same_voice(a, b) or is_own_against_source(a, b)
            is_apart = is_apart or _tell_a_dispute(a, b, figures)
            if is_apart and passed_on.isdisjoint((a.id, b.id)) and disagree(a, b):
                yield a, b


@lru_cache(_REMEMBERED)
def is_disputed(figures: tuple[Figure, ...]) -> bool:
    """Whether two different sources disagree, or one openly contests what the article tells."""
    passed_on = _passed_on(figures)
    return any(
        disagree(a, b) and (not is_same_voice(a, b) or _is_contested(a, b, figures))
        for a, b in _pairs(figures)
        if passed_on.isdisjoint((a.id, b.id)) and not (_is_both(a) or _is_both(b))
    )


def _is_own_slip(a: Figure, b: Figure, told: tuple[Figure, ...]) -> bool:
    """Whether the article's own number is nobody's, and the other one that of all its sources.

    As in "35 people were killed", once, where the ministry and those who did it speak of 32.
    """
    if not is_own_against_source(a, b):
        return False
    own, quoted = (b, a) if a.voice else (a, b)
    is_once = sum(number_of(figure) == number_of(own) for figure in told) == 1
    voiced = [figure for figure in told if figure.voice]
    is_agreed = {number_of(figure) for figure in voiced} == {number_of(quoted)}
    are_many = len({figure.source for figure in voiced} - {None}) > 1
    is_plain = own.range.is_exact and not own.is_doubtful
    return is_once and is_agreed and are_many and is_plain and not _VERIFYING.search(_clause(own))


def _tell_a_dispute(a: Figure, b: Figure, told: tuple[Figure, ...]) -> bool:
    """Whether the article's own two numbers are those of two sources that disagree.

    As in "Tolls from 158 to 347 have been given", or a headline with the first one's number.
    """
    if a.voice or b.voice or number_of(a) == number_of(b):
        return False
    first, second = (
        [f for f in told if f.voice and number_of(f) == number_of(own)] for own in (a, b)
    )
    return any(not is_same_voice(one, other) for one, other in product(first, second))


@lru_cache(_REMEMBERED)
def _passed_on(figures: tuple[Figure, ...]) -> frozenset[str]:
    """The figures by which a source takes up a count, with a number that nobody else tells.

    Who speaks of "the 46 injured" has no number of his own in a dispute.
    """
    numbers = Counter(map(number_of, figures))
    return frozenset(
        figure.id for figure in figures if is_taken_up(figure) and numbers[number_of(figure)] == 1
    )


def is_taken_up(figure: Figure) -> bool:
    """Whether a source takes up a count by it: "Of the 46 injured, two died, the hospital said"."""
    return figure.source is not None and not figure.is_doubtful and is_definite(figure)


def _is_both(figure: Figure) -> bool:
    """Whether it only takes up two who were told of: whoever says "both of them" counts nobody."""
    return figure.text.lower().partition(" ")[0] == "both"


@lru_cache(_REMEMBERED)
def _pairs(figures: tuple[Figure, ...]) -> tuple[tuple[Figure, Figure], ...]:
    """Every two different claims of comparable size, by the first figure that makes each."""
    first_of = {claim(figure): figure for figure in reversed(figures) if not is_mention(figure)}
    if len(first_of) <= 1:  # as nearly always
        return ()
    claims = sorted(first_of.values(), key=lambda figure: figure.start)
    killers = Killers(figures)
    compared = [
        (figure, number_of(figure), _names(figure)) for figure in islice(claims, _MOST_COMPARED)
    ]
    return tuple(
        (a, b)
        for (a, number, names), (b, other, others) in combinations(compared, 2)
        if not are_far_apart(number, other)
        # "790 Velmish soldiers" and "2,300 Orlish soldiers" are not the same people.
        and not (names and others and names.isdisjoint(others))
        # Nor are those of one source in one sentence: "nine of the crew, and two on the quay".
        and (not (a.source and is_one_statement(a, b)) or _takes_up(a, b))
        and not killers.set_apart(a, b)
        and not count_others(a, b)
    )


def _takes_up(a: Figure, b: Figure) -> bool:
    """Whether one takes up the other in its sentence: "12 people died, all 12 of them miners"."""
    last = max(a, b, key=lambda figure: figure.start)
    return is_one_statement(a, b) and _ALL_OF_THEM.match(last.text) is not None


def _names(figure: Figure) -> frozenset[str]:
    """The names among a figure's words: of a place or a creed whose people it counts."""
    return frozenset() if figure.text.isupper() else frozenset(_NAME.findall(figure.text))


def _is_asked(a: Figure, b: Figure, told: tuple[Figure, ...]) -> bool:
    """Whether a source that has a number of its own asks about another source's.

    As in "Only four died, the general said. "Eighty dead; are they flies?" he asked".
    """
    last = max(a, b, key=lambda figure: figure.start)
    return "?" in last.tail and any(
        number_of(other) == number_of(last) and not is_same_voice(other, last) for other in told
    )


def _is_contested(a: Figure, b: Figure, told: tuple[Figure, ...]) -> bool:
    """Whether a source's sentence contests the body: "the army, for its part, spoke of 12".

    So does the number of anybody who is no authority: "stallholders put the dead at 12".

    A headline or a caption is not part of a dispute that the text goes on to tell, unless the text
    has its number.
    """
    own, quoted = (b, a) if a.voice else (a, b)
    return (
        is_own_against_source(a, b)
        and any(
            figure.passage not in (Kind.HEADLINE, Kind.CAPTION)
            and number_of(figure) == number_of(own)
            for figure in told
        )
        and bool(
            _CONTESTING.search(_clause(quoted))
            or _BOAST.search(quoted.head)
            or _VERIFYING.search(_clause(own))
            or _is_claimed(quoted, told)
        )
    )


def _is_claimed(quoted: Figure, told: tuple[Figure, ...]) -> bool:
    """Whether it is a claim beside the lead's number, of which its source gave nothing.

    The lead's own number is no claim, whoever is quoted for it: "killed 19 people, residents said".
    """
    leads = quoted.paragraph <= _LEAD or any(
        other.paragraph <= _LEAD_IS_WITHIN and other.voice is not None
        for other in told
        if is_same_voice(quoted, other)
    )
    return not leads and is_own_claim(quoted.voice or "", _clause(quoted))


def _clause(figure: Figure) -> str:
    """What its sentence says of a figure, without "..., while kin maintained that 24 died"."""
    return f"{_APART.split(figure.head)[-1]}{figure.text}{_APART.split(figure.tail)[0]}"


def is_mention(figure: Figure) -> bool:
    """Whether the words tell of somebody, "a woman" or "sixteen-year-old", rather than count."""
    return figure.number == 1 and _COUNT.match(figure.text) is None


def _is_denied(a: Figure, b: Figure) -> bool:
    """Whether one says "no one", and neither in a headline or caption, which speak of everybody.

    In the body "no one was hurt" is mostly said of one place, or one moment.
    """
    return Qualifier.NONE in (a.qualifier, b.qualifier) and not (
        {a.passage, b.passage} & {Kind.HEADLINE, Kind.CAPTION}
    )
