"""Whom a definite count takes up: "those 36 deaths" are the 38 that the sentence before told of.

Who writes "the five" has told of five. Where the text has no such number before, and has told of
nearly as many, one of the two numbers was changed and the other left behind. It matters not whether
they are a part, or of another event: the one is told of by the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

import regex

from casualties.extractors.anchors import dates_what_is_said, is_done_by_event
from casualties.extractors.antecedents import (
    is_misstated,
    is_slip,
    names_another_event,
    nearest,
    of_kind,
    times_apart,
)
from casualties.extractors.definites import ANYBODY
from casualties.extractors.mentions import (
    VICTIMS,
    are_listed,
    count_mentions,
    has_cases,
    has_grown_to,
    has_number,
    has_ordinal,
    has_people,
    has_rest,
    has_subject,
    is_made_of,
    is_told_alone,
    kinds_of,
)
from casualties.extractors.novelty import find_stems
from casualties.extractors.other_events import ELSEWHERE
from casualties.extractors.portions import is_in_a_house
from casualties.extractors.segment import sentence_before
from casualties.extractors.sums import TOGETHER
from casualties.extractors.times import EVENT_NOUNS
from casualties.kept import keep
from casualties.lexicon import load
from casualties.model import (
    ATTACKER,
    MAIN,
    PEOPLE,
    Doubt,
    Figure,
    Kind,
    Outcome,
    Passage,
    Qualifier,
    Scope,
)
from casualties.patterns import either, pattern
from casualties.records import replace

__all__ = ["link_references"]

_THE = either(load("grammar")["definite"])
_DEFINITE = pattern(
    rf"{_THE}\s+(?!.*{either([*load('scopes')['rest'], 'others', 'but', 'more', 'least'])})",
    regex.IGNORECASE,
)
_WITHOUT_NOUN = pattern(rf"(?:{_THE}\s+)+[\w,-]+", regex.IGNORECASE)
_ARTICLE = pattern(rf"{_THE}\s+$", regex.IGNORECASE)
# "Nine pupils died, all eight of them girls"
_ALL_OF_THEM = pattern(r"^all\b.* of (?:them|whom)$", regex.IGNORECASE)
_IN_ALL = pattern(r"\bin all,? [^,;.]*$", regex.IGNORECASE)
# "with its 52 dead", "the army's claim of 121": known, or told there for the first time
_KNOWN = pattern(
    r"(?:\b(?:its|their)|(?:\b(?:the|its|their|his|her|that|this)|['’]s?)\s+"
    rf"{either(load('sources')['counts'])} of)\s+$"
    r"|^(?:its|their)\b",
    regex.IGNORECASE,
)
# ... and not "the five, who were cousins", which are all five
_RESTRICTED = pattern(
    r"[^\w,]*(?:who|that|found|recovered|in|at|from|of|on|aboard|inside|near|with|by)\s+([^,;.]*)"
)
# "All 13 people in the van and two in the lorry died"
_AND_THOSE = pattern(
    r" (?P<at>(?:in|aboard|on|inside|from)) the (?:[\w-]+ ){1,2}?and (?:the )?[\w-]+ (?P=at) the\b",
    regex.IGNORECASE,
)
# "Of the eight still in hospital": no longer all of them
_LEFT = pattern(
    r"\W{0,3}(?:(?:who|that) )?(?:(?:are|were|is|have|had) )?"
    rf"{either(load('scopes')['lasting'])}"
)
# "The four drivers and eight passengers": each count is of its own kind
_LISTED = pattern(rf" and (?:the )?(?:\d|(?:{'|'.join(load('numbers')['cardinals'])})\b)")
# "The two of them, their three friends and a guide": of those told of, they are some
_WITH_THEIRS = pattern(
    rf"(?:,| and|, and) (?:his|her|their) (?:\d|(?:{'|'.join(load('numbers')['cardinals'])})\b)"
)
# "The eight deaths from the Wandel fire", "the 31 who died in the 2004 Osk bombing"
_OF_NAMED_EVENT = pattern(
    r" (?:(?:who |that )?(?:(?:were |had )?[a-z]+ed |died ))?(?:from|in|by|of) the (?:\d+ )?"
    rf"((?:\p{{Lu}}[\w'’-]+ ){{1,3}})(?:\p{{Ll}}+ )?{either(sorted(EVENT_NOUNS))}"
)
_JOINT = pattern(r",\s|\band\b")
_OVER_TIME = pattern(
    r"(?:in the past|in the last|over the|this|so far|since|last (?:week|month|year))\b"
    r"|\w+ (?:years?|months?) ago\b"
)
_HARMED = frozenset(load("references")["harmed"])
_CLASSES = load("grammar")["classes"]
_THESE = pattern(r"these [\w,-]+", regex.IGNORECASE)
# "The four who died | were named on Tuesday"
_MAIN_VERB = pattern(rf"(?<=\w) (?:{'|'.join(_CLASSES['be'] + _CLASSES['have'])})\b")
# Words that say nothing of which ones are meant: "the 34 who were injured".
_PLAIN = keep(
    "plain stems",
    lambda: find_stems(
        [
            *_HARMED,
            *_CLASSES["be"],
            *_CLASSES["have"],
            *_CLASSES["preposition"],
            *load("scopes")["neutral"],
        ]
    ),
)
_NEXT = pattern(r"^\s+(?:who (?:had |were |have )?)?([a-z]+)")
_MOST, _RECENT = 100, 24
_PARAGRAPHS = 100
_WITHIN = 20_000
"""Characters of a text before a figure in which its number is looked for."""
_TIMES = 2
# "the 31 dead.", "the 31 injured were" or "the 31 who died will", not "the 31 deaths on this road"
_PLAINLY = pattern(
    r"(?: (?:dead|injured|wounded|killed|hurt|who (?:died|perished|were (?:killed|injured|hurt))))?"
    r"(?:\W*$|[.,;:]|\W{1,2}(?:and|will|would|were|are|have|had|is|was|has|before|until)\b)"
)
_A_DAY = pattern(either(load("events")["days"]), regex.IGNORECASE)
# "Prayers for the 31 dead will be said on Monday", "The 31 victims are to be buried"
_TO_COME = pattern(r"^(?![^.;]*\bothers?\b)[^.;]*?\b(?:will|(?:is|are) to) be\b")
# A sentence that tells of how many there were, and not of them.
_OF_COUNTS = frozenset(
    [
        "had",
        *load("scopes")["old_nouns"],
        *load("scopes")["old_adjectives"],
        *load("scopes")["old_adverbs"],
        *load("scopes")["counting"],
    ]
)
_WORD = pattern(r"[^\W\d_]+")
_NEAR, _SMALL, _MANY = 2, 4, 10
_SEXES = frozenset(load("reconciliation")["male"] + load("reconciliation")["female"])


def link_references(figures: Sequence[Figure], passages: Sequence[Passage]) -> list[Figure]:
    """The figures, each definite count with the one whose people it takes up.

    That is the first of its number; without one it is a count that is near to it, of whose event
    and scope it is. What stands before it is looked through as far back as any copy goes.
    """
    numbered = {passage.number: passage for passage in passages}
    linked = list(figures)
    first: dict[tuple[Outcome, int | None], int] = {}
    for i, figure in enumerate(figures):
        is_definite = _is_definite(figure)
        same = first.setdefault((figure.outcome, figure.number), i)
        is_known = is_definite or _is_as_known(figure)
        told = figures[max(0, i - _MOST) : i] if is_definite else ()
        meant = _meant(figure, linked[same], told) if same < i else None
        if same < i and _is_stale_caption(figure, linked[same]):
            continue
        if meant is not None:
            linked[i] = _taking_up(figure, meant)
        elif same < i and (is_known or _tells_again(figure, linked[same])):
            linked[i] = _taking_up(figure, linked[same])
        elif is_definite and figure.doubt is not Doubt.MIXED and figure.event != TOGETHER:
            linked[i] = _linked(figure, told, numbered)
    _move_parts(linked, figures)
    _link_increments(linked)
    _move_headlines(linked)
    return linked


def _linked(figure: Figure, told: Sequence[Figure], passages: dict[int, Passage]) -> Figure:
    """A definite count of a number that was told as no count before."""
    if (just_told := _just_told(figure, told)) is not None:
        return _taking_up(figure, just_told)
    if figure.scope is Scope.TOTAL and any(
        other.sentence == figure.sentence
        and other.scope is Scope.PREVIOUS
        and other.outcome is not figure.outcome
        for other in told[-_NEAR:]
    ):
        # "Six were missing on Monday night besides the eight who were dead"
        return replace(figure, scope=Scope.PREVIOUS)
    if (mixed_up := _mixed_up(figure, told)) is not None:
        return _taking_up(figure, mixed_up)
    passage, before = passages[figure.paragraph], _text_before(figure, passages)
    named = _OF_NAMED_EVENT.match(figure.tail)
    is_near = any(is_slip(figure.number or 0, other) for other in told)
    if named is not None and named[1].strip() not in before and not is_near:
        return figure if figure.doubt is not None else replace(figure, doubt=Doubt.OTHERS)
    kinds = kinds_of(before, figure.number or 0)
    is_of_others = bool(kinds) and kinds.isdisjoint(VICTIMS | {figure.population})
    if is_of_others and _is_named_by_outcome(figure):
        before = _told_of_them(figure, told, passage)
    if (same := _same_kind(figure, told, before)) is not None:
        return _taking_up(figure, same)
    if _WITH_THEIRS.match(figure.tail):
        return figure
    antecedent = _antecedent(figure, told)
    if antecedent is not None and (
        _is_new_kind(figure, antecedent, told) or _make_a_sum(figure, antecedent, told)
    ):
        return figure
    if antecedent is None or _is_known(figure, antecedent, told, before, passage):
        return _apart(figure, told, before)
    return _taking_up(figure, antecedent)


def _same_kind(figure: Figure, told: Sequence[Figure], before: str) -> Figure | None:
    """The count of its very kind, if the text has told no other: "seven women", "the six women"."""
    others = [other for other in told if other.sentence != figure.sentence]
    same = of_kind(figure.number or 0, figure.population, others, before)
    return _antecedent(figure, [same]) if same is not None else None


def _is_new_kind(figure: Figure, antecedent: Figure, told: Sequence[Figure]) -> bool:
    """Whether it is some of them by a noun of its own: "the 21 students injured", of 22 people.

    "The nine officers" may be all of a part: "Of the 14 dead, 11 were policemen".
    """
    number = figure.number or 0
    is_some = figure.scope is Scope.PART and number < (antecedent.number or 0)
    is_slip_for = antecedent.scope is Scope.PART and number > _SMALL and is_slip(number, antecedent)
    if is_slip_for and not _RESTRICTED.match(figure.tail):
        return False
    kinds = {other.population for other in told}
    return is_some and figure.population not in kinds | {PEOPLE}


def _make_a_sum(figure: Figure, other: Figure, told: Sequence[Figure]) -> bool:
    """Whether it is of one more incident, which makes with another the number told of both.

    As in "Two crashes kill nine", and then "killing all five" and "All four of the crew died", each
    in a paragraph of its own.
    """
    if other.event == MAIN or other.scope is not Scope.TOTAL or other.paragraph == figure.paragraph:
        return False
    both = (figure.number or 0) + (other.number or 0)
    wholes = (f for f in told if f.passage is Kind.HEADLINE or f.paragraph < other.paragraph)
    return any(
        (f.number, f.outcome, f.scope) == (both, figure.outcome, Scope.TOTAL)
        and f.event in (MAIN, TOGETHER)
        for f in wholes
    )


def _apart(figure: Figure, told: Sequence[Figure], before: str) -> Figure:
    """The figure as of some, or of others, where its number was told as no count of the same harm.

    As in "A house with eight people in it was swept away; all eight have been found dead", of those
    by whom a toll rose, or of a few: "The two bodies recovered on Monday"; and in "In 2019 it was
    71. Of the 71 who died ...".
    """
    number = figure.number or 0
    counted = [other for other in told if other.outcome is figure.outcome and other.number]
    if not counted or figure.doubt is not None:
        return figure
    if is_told_alone(before, number):
        return replace(figure, event=ELSEWHERE)
    is_part = has_cases(before, number) or has_rest(before, number)
    if is_part and figure.scope is Scope.TOTAL:
        return replace(figure, scope=Scope.PART)
    is_risen = any(_has_risen_by(number, *tolls) for tolls in pairwise(counted[-_RECENT:]))
    is_few = _TIMES * number < min(other.number or 0 for other in counted)
    is_few = is_few and _RESTRICTED.match(figure.tail) is not None
    is_counted = all(other.number != number for other in told) and has_subject(before, number)
    is_counted = is_counted or has_ordinal(before, number)
    is_some = is_risen or is_few or is_counted or has_people(before, number)
    return replace(figure, doubt=Doubt.SOME) if is_some else figure


def _has_risen_by(number: int, toll: Figure, old: Figure) -> bool:
    """Whether so many were added to an old toll: "31, up from 26", and then "the five deaths"."""
    is_old = Scope.PREVIOUS in (toll.scope, old.scope)
    return is_old and number == abs((toll.number or 0) - (old.number or 0))


def _tells_again(figure: Figure, told: Figure) -> bool:
    """Whether a number that was first told of others is still theirs: "62 deaths", and no trial.

    A small one may come up of any.
    """
    is_count = figure.scope is Scope.TOTAL and figure.qualifier is Qualifier.EXACT
    is_count = is_count and not is_done_by_event(figure)
    is_near = figure.paragraph - told.paragraph <= _NEAR
    is_like = is_count and (is_near or (figure.number or 0) > _SMALL) and _is_kind(figure, told)
    is_of_others = (told.event, told.scope, told.doubt) != (MAIN, Scope.TOTAL, None)
    return is_like and figure.event == MAIN and is_of_others


def _is_stale_caption(figure: Figure, told: Figure) -> bool:
    """Whether a caption gives an older toll for that of now: "Osk, where 29 people died", of 34.

    "The 29 who died on Saturday" are those of that day.
    """
    is_older = told.scope is Scope.PREVIOUS and told.event == figure.event
    if _is_definite(figure) and _A_DAY.search(figure.tail):
        return False
    return is_older and (figure.passage, figure.scope) == (Kind.CAPTION, Scope.TOTAL)


def _move_parts(linked: list[Figure], figures: Sequence[Figure]) -> None:
    """Move the parts of those taken up to their event: "Of the 382 dead, 91 were children"."""
    moved = {
        (figure.paragraph, figure.sentence): (old.event, figure.event)
        for figure, old in zip(linked, figures, strict=True)
        if figure.event != old.event
    }
    for i, figure in enumerate(linked):
        old, event = moved.get((figure.paragraph, figure.sentence), (None, None))
        if event is not None and figure.scope is Scope.PART and figure.event == old:
            linked[i] = replace(figure, event=event)


def _link_increments(figures: list[Figure]) -> None:
    """Link the first increase that the body tells to the headline's: "Five more die of fever"."""
    told: dict[Outcome, Figure] = {}
    for i, figure in enumerate(figures):
        if figure.scope is not Scope.ADDITIONAL or (i and _adds_to_part(figure, figures[i - 1])):
            continue
        if figure.passage is Kind.HEADLINE:
            told.setdefault(figure.outcome, figure)
            continue
        headline = told.pop(figure.outcome, None)
        # "seven more deaths since Monday" are not those of the day
        is_same = headline is not None and " since " not in figure.sentence
        if headline is not None and is_same and times_apart(figure.number or 0, headline) <= _TIMES:
            figures[i] = replace(figure, takes_up=headline.id, taken_from=headline.voice)


def _adds_to_part(figure: Figure, last: Figure) -> bool:
    """As in "Six of them died at once and two others on Friday", which tell of no new toll."""
    return last.scope is Scope.PART and (last.sentence, last.outcome) == (
        figure.sentence,
        figure.outcome,
    )


def _move_headlines(figures: list[Figure]) -> None:
    """Move a headline's count to the stretch of time over which the lead counts the same.

    As in "Measles kills 12 children", and then "has killed 12 children in the past five weeks", or
    "toll now 17", and then "killed three, which brings to 17 the number of dead since May".
    """
    for outcome in dict.fromkeys(figure.outcome for figure in figures):
        counts = [f for f in figures if f.outcome is outcome and f.scope is Scope.TOTAL]
        headed = [f for f in counts if f.passage is Kind.HEADLINE and f.event == MAIN]
        below = [f for f in counts if f.passage is not Kind.HEADLINE]
        alike = [f for f in below if headed and f.number == headed[0].number]
        if alike and all(_OVER_TIME.match(f.event) for f in alike):
            below = alike
        if len(headed) != 1 or not below or not _OVER_TIME.match(below[0].event):
            continue
        is_other = any(
            f.event == MAIN and f.doubt is None and f.takes_up != headed[0].id for f in below
        )
        # "It was eight last year": what the headline's four are compared with
        is_year = below[0].event.startswith("last ")
        if is_other or times_apart(headed[0].number or 0, below[0]) > (1 if is_year else _TIMES):
            continue
        for i, figure in enumerate(figures):
            if figure is headed[0] or figure.takes_up == headed[0].id:
                figures[i] = replace(figure, event=below[0].event)


def _taking_up(figure: Figure, told: Figure) -> Figure:
    """The figure as one of those who were told of, unless its own words make it less than that."""
    # "Four guides died", and then "the four": an elided noun is the one before it.
    is_elided = figure.number == told.number and _WITHOUT_NOUN.fullmatch(figure.text) is not None
    noun = told.population if is_elided and figure.population == PEOPLE else figure.population
    linked = replace(figure, takes_up=told.id, taken_from=told.voice, population=noun)
    if figure.scope is not Scope.TOTAL:
        return linked
    return replace(linked, event=told.event, scope=told.scope, doubt=told.doubt)


def _is_definite(figure: Figure) -> bool:
    is_count = figure.qualifier is Qualifier.EXACT and (figure.number or 0) > 1
    # ... and no older one: "27, against the 21 of noon"
    is_count = is_count and figure.scope in (Scope.TOTAL, Scope.PART)
    if figure.head.endswith("of ") and _THESE.fullmatch(figure.text):
        return False  # "We found 36 bodies and of these 17 have been identified"
    if figure.scope is Scope.PART and is_in_a_house(figure):
        return False
    if _IN_ALL.search(f"{figure.head}{figure.text}"):
        return False
    return is_count and bool(_DEFINITE.match(figure.text) or _ARTICLE.search(figure.head))


def _is_as_known(figure: Figure) -> bool:
    """Whether it may be known: "with its 52 dead", "the army's claim of 121 dead"."""
    return bool(_KNOWN.search(figure.head) or _KNOWN.match(figure.text))


def _just_told(figure: Figure, told: Sequence[Figure]) -> Figure | None:
    """The count before it in its sentence, of which it repeats all."""
    is_told = bool(told) and (told[-1].sentence, told[-1].outcome) == (
        figure.sentence,
        figure.outcome,
    )
    return told[-1] if is_told and _ALL_OF_THEM.search(figure.text) else None


def _meant(figure: Figure, same: Figure, told: Sequence[Figure]) -> Figure | None:
    """The toll that a definite count should give, where its number was told of others before.

    "The five dead" are no five women of seven people: these are women wherever they are told.
    """
    if (mixed_up := _mixed_up(figure, told)) is not None:
        return mixed_up
    tolls = [
        other
        for other in told
        if other.outcome is figure.outcome
        and (other.event, other.scope, other.doubt) == (MAIN, Scope.TOTAL, None)
    ]
    is_one = len({toll.range for toll in tolls}) == 1 and tolls[0].range.is_exact
    if not is_one:
        return None
    is_old = _may_be_all(figure, tolls) and _is_withdrawn(figure, same, tolls[0])
    return tolls[0] if is_old or _is_of_a_sex(figure, told) else None


def _may_be_all(figure: Figure, tolls: Sequence[Figure]) -> bool:
    """Whether it counts all by its noun, or more of any kind than have died."""
    is_more = (figure.number or 0) > (tolls[0].number or 0)
    return is_more or any(toll.population == figure.population for toll in tolls)


def _is_of_a_sex(figure: Figure, told: Sequence[Figure]) -> bool:
    """Whether it counts all the dead, where its number was told of the women alone, or the men."""
    is_plain = _PLAINLY.match(figure.tail) is not None and not figure.head.startswith("Of ")
    is_all = is_plain and figure.population == PEOPLE and _is_named_by_outcome(figure)
    same = [f for f in told if (f.outcome, f.number) == (figure.outcome, figure.number)]
    return is_all and all(
        f.scope is Scope.PART and f.population in _SEXES and figure.paragraph - f.paragraph > _NEAR
        for f in same
    )


def _is_withdrawn(figure: Figure, same: Figure, toll: Figure) -> bool:
    """Whether it gives an older toll that was too high: "a mass for the 18 victims", of 15.

    Or any where it tells of what is to come: "Prayers for the 12 dead will be said on Monday". Its
    sentence tells nothing of counts: "The 18 deaths announced at first were too many".
    """
    is_old = same.scope is Scope.PREVIOUS and same.event == toll.event
    is_higher = (figure.number or 0) > (toll.number or 0) or _TO_COME.search(figure.tail)
    if not (is_old and is_higher) or figure.source or figure.paragraph == same.paragraph:
        return False
    is_plain = _PLAINLY.match(figure.tail) is not None
    return is_plain and _OF_COUNTS.isdisjoint(_WORD.findall(figure.sentence.lower()))


def _mixed_up(figure: Figure, told: Sequence[Figure]) -> Figure | None:
    """The toll that it should give, where its number is that of another harm: "the 31 dead".

    Six were killed and 31 injured; all figures of its own harm count six, or some of the six. Where
    some of nine miners were seven, who are told of far above, "the seven miners who died" are all.
    """
    value = figure.number or 0
    is_plain = _PLAINLY.match(figure.tail) is not None and not figure.head.startswith("Of ")
    if value <= _SMALL or not is_plain or not _is_named_by_outcome(figure):
        return None
    alike = [other for other in told if other.outcome is figure.outcome and other.event == MAIN]
    wholes = [f for f in alike if f.scope is Scope.TOTAL and f.doubt is None]
    same = [f for f in told if (f.outcome, f.number) == (figure.outcome, value)]
    is_of_all = figure.population != PEOPLE and any(
        whole.population != PEOPLE and _is_kind(figure, whole) for whole in wholes
    )
    if same and not (is_of_all and all(_is_some_far_above(each, figure) for each in same)):
        return None
    is_of_another = any(
        f.number == value and f.outcome is not figure.outcome and f.scope is Scope.TOTAL
        for f in told
        if f.event == MAIN and f.doubt is None
    )
    is_one_toll = len({f.range for f in wholes}) == 1 and not wholes[0].range.overlaps(figure.range)
    return wholes[0] if is_of_another and is_one_toll else None


def _is_some_far_above(part: Figure, figure: Figure) -> bool:
    """Whether some without a noun of their own were told of far above: "Seven were from Velm"."""
    is_part = part.scope is Scope.PART and part.population == PEOPLE
    return is_part and figure.paragraph - part.paragraph > _NEAR


def _antecedent(figure: Figure, told: Sequence[Figure]) -> Figure | None:
    """The count before it that may be of the same people, and is nearest to its number."""
    restricted = _RESTRICTED.match(figure.tail)
    clause = _MAIN_VERB.split(restricted[1], maxsplit=1)[0] if restricted else ""
    stems = find_stems([clause]) - _PLAIN
    # "Four of the nine deaths": those four are not the nine
    share = next((f for f in told[-1:] if f.sentence == figure.sentence), None)
    part = share.number if share is not None and share.scope is Scope.PART else None
    # "21 died in Sohag, a month before a crash killed 23 ... The 20 deaths in Sohag"
    beside = {other.sentence for other in told if other.event == figure.event}
    near = [
        other
        for other in reversed(told)
        if other.number != part
        and _may_be(figure, other, beside)
        and (not stems or not stems.isdisjoint(find_stems([other.sentence])))
    ]
    # "Four labourers died in a well last year. The six": of whom a paragraph has gone on to tell
    just_told = [f for f in near if f.event != MAIN and f.paragraph == figure.paragraph]
    return nearest(figure.number or 0, just_told or near)


def _may_be(figure: Figure, other: Figure, beside: AbstractSet[str]) -> bool:
    """Whether it may be of the same people; ``beside`` are the sentences that tell of its event."""
    is_of_another = other.event == figure.event != MAIN
    is_beside = other.sentence == figure.sentence and not is_of_another
    if other.outcome is not figure.outcome or is_beside:
        return False
    if other.event != MAIN and names_another_event(figure, other):
        return False
    value = figure.number or 0
    is_apart = figure.event not in (MAIN, "background", other.event)
    if is_apart and other.sentence not in beside:
        # "the 52 victims of the 1994 disaster", and not "the 52 dead were mourned on Friday"
        is_near = other.event == MAIN and figure.doubt is not Doubt.OTHERS and is_slip(value, other)
        if not (is_near and dates_what_is_said(figure)):
            return False
    # "Four more people died. ... The three who died on Friday"
    is_step = other.scope is Scope.ADDITIONAL and other.number != 1 and is_slip(value, other)
    is_step = is_step and value > (other.number or 0)  # fewer may be some of them
    if other.range.overlaps(figure.range) or not (is_step or is_misstated(value, other)):
        return False
    is_kind = _is_kind(figure, other)
    is_fewer = (figure.number or 0) < (other.number or 0)
    is_some = is_fewer and (_LEFT.match(figure.tail) or _AND_THOSE.match(figure.tail))
    return is_kind and not is_some


def _is_kind(figure: Figure, other: Figure) -> bool:
    """Whether a figure may be of those whom another one counts, by their nouns."""
    kinds = figure.population, other.population
    is_anybody = PEOPLE in kinds or figure.population in ANYBODY
    is_anybody = is_anybody and not (PEOPLE != kinds[0] != kinds[1] and _LISTED.match(figure.tail))
    heads = [kind.rpartition(" ")[2] for kind in kinds]
    return (is_anybody and ATTACKER not in kinds) or heads[0] == heads[1]


def _text_before(figure: Figure, passages: dict[int, Passage]) -> str:
    """What the document tells before a figure, as far back as any copy goes."""
    near = range(figure.paragraph - _PARAGRAPHS, figure.paragraph)
    own = passages[figure.paragraph]
    end = figure.start - own.start
    texts = [passages[number].text for number in near if number in passages]
    return "\n".join([*texts, own.text[max(0, end - _WITHIN) : end]])[-_WITHIN:]


def _is_known(
    figure: Figure, antecedent: Figure, told: Sequence[Figure], before: str, passage: Passage
) -> bool:
    """Whether the text has the number, two or three that make it, or how many were left out.

    As in "Nine were hurt. Four were sent home. The five in hospital ..."
    """
    value, whole = figure.number or 0, antecedent.number or 0
    recent = told[-_RECENT:]
    # "Four died and two were hurt" make no "six injured", but perhaps "the six"; and "a woman among
    # them" takes none away from "the 31 civilians".
    is_named = _is_named_by_outcome(figure)
    is_kind = value >= _MANY and figure.population in (PEOPLE, antecedent.population)
    counts = [
        f
        for f in recent
        if (f.outcome is figure.outcome or not is_named)
        and not (is_kind and f.number == 1 and f.scope is Scope.PART)
    ]
    if is_made_of(value, counts, figure.paragraph - _NEAR) or are_listed(value, recent):
        return True
    if has_grown_to(value, recent):
        return True
    others = [f for f in recent if f.number == value and f.outcome is not figure.outcome]
    if others and not is_named:
        return True
    if count_mentions(before, value) > sum(other.sentence in before for other in others):
        return True
    if value <= 1 + len(_JOINT.findall(sentence_before(passage, figure.start))):
        return True  # so many may have been named: "Ann Lee, Bo Fox and Cy Dahl"
    since = before.rpartition(antecedent.sentence)[2]
    return whole - value > 1 and has_number(since, whole - value)


def _is_named_by_outcome(figure: Figure) -> bool:
    """Whether their own words tell what befell them: "the three dead", and no three hurt."""
    words = [*figure.text.lower().split(), *_NEXT.findall(figure.tail.lower())]
    is_missing = figure.outcome is Outcome.MISSING
    # "The six missing are presumed dead" are six who were missing.
    return not _HARMED.isdisjoint(words) and ("missing" in words) is is_missing


def _told_of_them(figure: Figure, told: Sequence[Figure], passage: Passage) -> str:
    """The sentences that tell of the same harm, and the one before: there their number stands.

    "Three men came in a van" tells of none of "the three wounded".
    """
    same = dict.fromkeys(f.sentence for f in told if f.outcome is figure.outcome)
    near = f"{sentence_before(passage, figure.start)} {figure.head}"
    return "\n".join([*(each for each in same if each != figure.sentence), near])
