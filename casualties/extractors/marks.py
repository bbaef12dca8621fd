"""What marks a clause as one about another event: a year, a stretch of time, a day, "separate"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise, takewhile

from casualties.extractors.incidents import (
    MOMENTS,
    find_days,
    find_hour,
    find_incident,
    find_moment,
)
from casualties.extractors.nouns import lemma
from casualties.extractors.other_events import (
    WIDE,
    counts_series,
    counts_wrecks,
    find_counted_from,
    find_killers,
    find_new,
    find_series,
    find_set_apart,
    find_wider,
    is_of_others,
    is_of_weather,
    name_event,
    names_place,
)
from casualties.extractors.phrases import Phrases
from casualties.extractors.retellings import dates_another, is_meant, words_that_date
from casualties.extractors.story import Clause, Story
from casualties.extractors.times import (
    EVENT_NOUNS,
    MONTHS,
    SLOTS,
    WHEN,
    dates,
    find_months,
    find_past,
    find_periods,
    find_since,
    find_summed,
    is_raised,
)
from casualties.extractors.tokens import Token, text_at
from casualties.lexicon import load
from casualties.model import MAIN

__all__ = ["PLACED", "SERIES", "find_mark", "find_other_incident"]

_WORDS = load("events")
_ANAPHORA = frozenset(_WORDS["anaphora"])
PLACED = frozenset({"in", "at", "near", "outside"})
"""Words by which a sentence opens with a place."""

SERIES = "series"
"""The label of many events, of which the document's own may be one."""

_THEM = frozenset({"them", "these", "those", "they"})
_SEASONS = frozenset(_WORDS["seasons"])
_LOOKING_BACK = frozenset({"in", "during", "since", "than"})
_BLAMED = Phrases(_WORDS["blamed"], SLOTS)
_CAUSES = frozenset({"when", "by", "after", "in"})
_ARTICLES = frozenset({"a", "an"})
_AGENTS = frozenset(_WORDS["agents"])
_SAY = frozenset(load("sources")["say"])
_KILLING = frozenset(_WORDS["killing"])
_STRIKING = EVENT_NOUNS.union(_WORDS["bombs"], _WORDS["striking"], map(lemma, _WORDS["vehicles"]))
"""Nouns for what may kill people, by itself or as what happens."""
_EMBEDDING = frozenset({"where", "how", "into", "over"})
_RAISING = frozenset(load("scopes")["bringing"])
_THESE_DAYS = frozenset({"today", "yesterday", "tonight", "overnight"})
_RELATIVES = frozenset({"that", "which"})
_CLAUSE = 6
_PAIR = 2
_REACH = 3
_TOLD, _DATE = 8, 4
_LEAD = 3
_EARLY = 2


def find_mark(clause: Clause, story: Story) -> str | None:
    """The label of the other event that a time, a year or a word such as "separate" points to."""
    tokens, at = clause.tokens, clause.at
    years = []
    for position, year in reversed(clause.sentence.years):
        is_of_another = position < at and dates_another(clause, position)
        is_here = clause.start <= position < clause.end
        if is_of_another or not is_here or year in story.main_years:
            continue
        if position < at or dates(tokens, at, position):
            if _is_main_year(tokens, position, year, story):
                story.main_years |= {year}
                return None
            years.append((abs(position - at), str(year)))
    when = _other_time(years, clause, story)
    if when is not None:
        return name_event(tokens, clause.start, clause.end, when[1])
    if not story.has_main and story.passage <= _LEAD + 1:
        return None
    incident = find_other_incident(clause, story)
    if incident is not None:
        return incident
    if story.is_named and _BLAMED.texts(clause.leading):
        return "background"
    set_apart = find_set_apart(clause.own, clause.here) or _many(clause, story)
    if set_apart is None:
        return None
    return name_event(tokens, clause.start, clause.end, set_apart)


def _many(clause: Clause, story: Story) -> str | None:
    """What shows that a figure counts over many events, or a wider place, than the one told of.

    As in "19 people have died in avalanches since November", "It was the 31st shooting this year;
    48 people died in them", "Nationally, 900 people died".
    """
    if story.passage <= story.lead or not story.has_told or clause.is_known:
        return None
    words = clause.words
    if clause.start == 0 and not clause.is_definite and (wider := find_wider(words)):
        return wider
    if (when := find_counted_from(clause.tokens, clause.at, story.opening)) is not None:
        return when
    if _recalls_in_passing(clause, story):
        return "earlier"
    if is_of_others(clause.tokens) or counts_wrecks(clause.tokens[: clause.at]):
        return SERIES
    kind = find_killers(clause.own, clause.here, story.events)
    if kind is not None or story.is_several:
        return kind
    if counts_series(clause.tokens[max(clause.start, clause.at - _REACH) : clause.at]):
        return SERIES  # "2025: 11 accidents, 38 deaths"
    is_of_them = not _THEM.isdisjoint([*words[clause.here :], *words[:2]])
    if is_of_them and counts_series(clause.tokens[: clause.at]):
        return SERIES
    kind = find_series(clause.own, clause.here, story.events)
    # "56 died in the typhoon, 25 of them in landslides"
    is_own = kind in WIDE or is_of_weather(words)
    return None if story.is_wide and is_own else kind


def _recalls_in_passing(clause: Clause, story: Story) -> bool:
    """Whether a sentence goes on to tell of an event that the lead has named in passing.

    As in "The troops had run into the ambush on Sunday", and "Ten soldiers died in the ambush".
    """
    words = clause.sentence.texts
    is_alone = clause.at == len(clause.tokens)
    return any(
        noun in story.in_passing
        and article in ("the", "that")
        and (before in ("in", "by") or (is_alone and (before == "" or "had" in words)))
        for before, article, noun in zip(["", *words], words, words[1:], strict=False)
    )


def find_other_incident(clause: Clause, story: Story) -> str | None:
    """The label of another incident than the lead's, or of one of those that the lead sums up."""
    if not story.has_told or story.is_wide or story.is_disease:
        return None
    when = _day_of_one_more(clause, story) or _time_apart(clause, story)
    if when is None:
        return None
    label = name_event(clause.tokens, clause.start, clause.end, when)
    return f"{label} {names_place(clause.own) or ''}".rstrip()


def _day_of_one_more(clause: Clause, story: Story) -> str | None:
    """The day of one more event of the document's kind: "On Sunday, two people died in a crash".

    Both days are of the week, or of the calendar. A number told before is only another event's
    where the sentence opens with the day.
    """
    if story.is_several or not _brings_in(clause.words, story.nouns):
        return None
    when = find_moment(clause.own, clause.here) or ""
    days, main_days = find_days(when.split()), find_days(story.moment.split())
    is_unlike = MONTHS.isdisjoint(when.split()) != MONTHS.isdisjoint(story.moment.split())
    if not (days and main_days) or days <= main_days or is_unlike:
        return None
    if not (days | main_days).isdisjoint(_THESE_DAYS):
        return None
    return when if _opens_with(clause.leading, when) or not clause.is_known else None


def _brings_in(words: list[str], nouns: AbstractSet[str]) -> bool:
    """Whether a clause has the noun of an event told of before with "a": "in a head-on crash"."""
    return not nouns.isdisjoint(words) and any(
        word in nouns and not _ARTICLES.isdisjoint(words[max(0, place - _REACH) : place])
        for place, word in enumerate(words)
    )


def _time_apart(clause: Clause, story: Story) -> str | None:
    """The time, other than the lead's, at which something new befell people."""
    if story.passage <= story.lead or clause.is_known:
        return None
    if not story.is_several and MOMENTS.isdisjoint(clause.sentence.texts):
        return None
    own, here = _told(*_with_opening(clause))
    when = None
    if story.is_several:
        words = [token.text for token in own]
        is_head = own[:1] == clause.tokens[:1]
        is_quoted = words[:1] == ['"']  # "“The first was a canoe, ..., he said"
        when = find_incident(words[is_quoted:]) if is_head else None
        when = None if when in story.several else when  # "two bombs" are those of the lead
        if when is None and _ANAPHORA.isdisjoint(words[:1]):
            when = find_moment(own, here) or find_hour(own, here)
        when = when or _day_of_another_report(clause.leading, story)
    elif story.passage > _EARLY:
        when = _other_day(own, here, story)
    days = find_days(when.split()) if when is not None else frozenset()
    near = _THESE_DAYS if "today" not in story.days else _THESE_DAYS - {"yesterday"}
    return None if days and days <= story.days | near else when


def _day_of_another_report(words: list[str], story: Story) -> str | None:
    """The day on which a figure was told, beside those of a lead that counts over a time.

    As in "The army reported on Sunday that seven soldiers had been killed", below "Two soldiers
    were killed in the past 24 hours, the army said on Monday".
    """
    days = find_days(words) if story.periods and not _SAY.isdisjoint(words) else frozenset()
    is_other = bool(story.told_on) and story.told_on.isdisjoint(days | _THESE_DAYS)
    return min(days, default=None) if is_other else None


def _with_opening(clause: Clause) -> tuple[list[Token], int]:
    """The clause, with the opening that it resumes behind an aside, and the figure's place.

    As in "On 9 May – a holiday – gunmen killed six people".
    """
    dashes = [i for i, token in enumerate(clause.tokens[: clause.start]) if token.text == "–"]
    start = 0 if len(dashes) == _PAIR else clause.start
    return clause.tokens[start : clause.end], clause.at - start


def _told(own: list[Token], here: int) -> tuple[list[Token], int]:
    """What is told of the figure, without who tells it: "The army added that on Friday six ..."."""
    thats = [i for i, token in enumerate(own[:here]) if token.text == "that"]
    start = thats[-1] + 1 if thats else 0
    return own[start:], here - start


def _other_day(own: list[Token], here: int, story: Story) -> str | None:
    """The time that a sentence opens with, and that something new befell people then.

    Or "In Osk, 12 farmers were murdered on 3 April by rebels", with a day of the calendar.
    """
    when = find_moment(own, here)
    words = [token.text for token in own]
    if when is None or "later" in when.split():
        return None
    is_calendar = not MONTHS.isdisjoint(when.split()) and words[0] in PLACED
    is_opening = is_calendar or _opens_with(words, when)
    if not is_opening and not _has_new_agent(words, here, when, story):
        return None
    is_apart = "earlier" in when.split() or (story.moment and find_days(when.split()))
    is_new = not _CAUSES.isdisjoint(words[here:]) or not _ARTICLES.isdisjoint(words[:here])
    # "On Thursday, gunmen struck two villages and 28 people were killed"
    is_new = is_new or any(
        word in _AGENTS and before != "the" for before, word in pairwise(words[:here])
    )
    return when if is_apart and is_new else None


def _has_new_agent(words: list[str], here: int, when: str, story: Story) -> bool:
    """Whether something not told of in the lead struck then: "A van overturned on Monday, killing".

    Or "Three people were killed on Tuesday when a missile hit a depot", "on Monday in a fire". In
    a week gone by it may be of the lead's kind: "last Tuesday when a missile hit".
    """
    known = frozenset[str]() if when.startswith("last ") else story.opening
    at = next((i for i in range(len(words)) if words[i:][: len(when.split())] == when.split()), 0)
    behind = words[at + len(when.split()) :][:_CLAUSE]
    is_caused = behind[:1] != [] and behind[0] in _CAUSES and behind[1:2] in (["a"], ["an"])
    causes = EVENT_NOUNS if behind[:1] == ["in"] else _STRIKING  # "two died on Friday in a lorry"
    if is_caused and not (causes - known).isdisjoint(behind[_PAIR:]):
        return True
    # ... but not "A vigil for the six who were killed will be held on Thursday"
    is_agent = words[0] in _ARTICLES and not (_STRIKING - known).isdisjoint(words[1:_LEAD])
    is_told = at < here or not _KILLING.isdisjoint(words[:here])
    return is_agent and is_told and _EMBEDDING.isdisjoint(words[:here])


def _opens_with(words: list[str], when: str) -> bool:
    """Whether words open with a time: "Last week, ...", "On 16 April, ..."."""
    start = int(words[:1] == ["on"] and not when.startswith("on "))
    return words[start : start + len(when.split())] == when.split()


def _other_time(
    years: list[tuple[int, str]], clause: Clause, story: Story
) -> tuple[int, str] | None:
    """The time nearest to the figure, with how far away it is: a year, "last week", a month."""
    if not years and WHEN.isdisjoint(clause.sentence.texts):  # as nearly always
        return None
    own, here = clause.own, clause.here
    past: list[tuple[int, str]] = []
    is_toll = clause.is_previous and not story.periods  # "up from 37 last week" is no other event
    if not is_toll and (story.has_main or story.passage > _EARLY or not _tells_of_one(clause)):
        past = find_past(words_that_date(clause), here)
    if story.passage <= story.lead:
        past = [time for time in past if not _dates_a_noun(time, own, here)]
    time = min([*years, *_periods(clause, story), *past], default=None)
    if time is None or time in years or (time in past and _tells_of_one(clause)):
        return time
    if clause.is_known and _is_of_next(time, clause):
        return None
    is_own = not is_raised(clause.words) and _is_own_period(time[1], clause, story)
    return None if is_own else time


def _is_of_next(time: tuple[int, str], clause: Clause) -> bool:
    """Whether a time is that of the sum which a figure leads to.

    As in "The deaths of the three bring to seven the number of officers killed this year".
    """
    distance, phrase = time
    texts, at = clause.sentence.texts, clause.at
    is_behind = texts[at + distance :][: len(phrase.split())] == phrase.split()
    return is_behind and any(
        at < chunk.first < at + distance and not _RAISING.isdisjoint(texts[at : chunk.first])
        for _, chunk in clause.sentence.quantities
    )


def _dates_a_noun(time: tuple[int, str], own: list[Token], here: int) -> bool:
    """Whether a time before the figure is of what is named: "a ferry that sank last week, ..."."""
    distance, phrase = time
    start = here - distance + 1 - len(phrase.split())
    before = [token.text for token in own[max(0, start - _CLAUSE) : max(0, start)]]
    return not _RELATIVES.isdisjoint(before) and "," in {token.text for token in own[start:here]}


def _periods(clause: Clause, story: Story) -> list[tuple[int, str]]:
    """The stretches of time over which the figure counts.

    In a lead, one that stands aside counts over that of its sentence: "120 civilians – 63 killed
    and 57 injured – in the first quarter".
    """
    own, words, here = clause.own, words_that_date(clause), clause.here
    if clause.is_share and story.has_told:
        return []  # "Six of the seven bodies were found within the past day"
    if here == len(own):
        return find_months(own, here)
    if not story.has_told and clause.is_aside:
        own, words, here = clause.tokens, clause.sentence.texts, clause.at
    is_lasting = story.is_wide or story.is_disease
    is_since = not story.has_told or not (is_lasting or story.passage <= _EARLY)
    is_since = is_since or is_raised(words)
    if clause.is_definite and story.has_told and is_meant(clause, story):
        # "The 187 who have died since the outbreak began", where 188 were told
        return find_months(own, here)
    periods = find_periods(words, here) + find_months(own, here)
    if is_since:
        periods += find_since(words, here)
    return periods if is_lasting else periods + find_summed(words, here)


def _tells_of_one(clause: Clause) -> bool:
    """Whether a sentence tells of one incident: "in a raid last week", "when a bus overturned"."""
    following = takewhile(lambda token: token.kind != "mark", clause.tokens[clause.at :])
    is_when = any(token.text == "when" for token in following)
    return is_when or find_new(clause.sentence.texts, frozenset()) is not None


def _is_own_period(period: str, clause: Clause, story: Story) -> bool:
    """Whether a stretch of time is the one over which the lead's figures count."""
    is_first = not story.has_told and (clause.is_aside or not story.has_main)
    if story.passage <= _LEAD + 1 and (clause.is_known or is_first):
        story.periods.add(period)
        if not _tells_of_one(clause):
            story.is_several, story.days = True, frozenset()
    return period in story.periods


def _is_main_year(tokens: list[Token], position: int, year: int, story: Story) -> bool:
    """Whether a year dates the document's own event."""
    is_remembered = story.home != MAIN and not (story.is_named or story.main_years)
    if not story.has_main or is_remembered:
        return story.passage <= _LEAD + 1
    if story.is_judged and not story.main_years:
        return story.passage <= _TOLD and _is_full_date(tokens, position)
    before = text_at(tokens, position - 1)
    is_month = before in MONTHS and text_at(tokens, position - 2) == "in"  # "in May 2010"
    is_past = text_at(tokens, position + 1) == "," and text_at(tokens, position + 2) == "when"
    is_bare = is_month or is_past or before in ("in", "since", "of", "back") or before in _SEASONS
    is_named = _names_another(tokens, position)
    is_owner = tokens[position].kind == "decade"  # "2017's cyclone"
    return (
        year >= story.latest_year
        and story.passage <= _LEAD
        and not (is_bare or is_owner or is_named)
    )


def _is_full_date(tokens: list[Token], year: int) -> bool:
    """Whether a day is told with a year: "on July 19, 2016", "on 9 January 2019"."""
    near = tokens[max(0, year - _DATE) : year]
    is_day = any(token.kind in ("numeral", "ordinal") for token in near)
    return is_day and any(token.text in MONTHS for token in near)


def _names_another(tokens: list[Token], position: int) -> bool:
    """Whether a year names an event that the text looks back at: "in the 1995 heat wave"."""
    first = position - (text_at(tokens, position - 1) in MONTHS)
    has_noun = position + 1 < len(tokens) and tokens[position + 1].kind == "word"
    return has_noun and (
        text_at(tokens, first - 1) == "the" and text_at(tokens, first - 2) in _LOOKING_BACK
    )
