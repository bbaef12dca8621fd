"""Which event a figure is about: the document's own, or another one that its words name."""

from __future__ import annotations

from itertools import takewhile

import regex

from casualties.extractors.analysis import Analysis, Claim
from casualties.extractors.incidents import find_days, find_hour, find_incident, find_moment
from casualties.extractors.other_events import (
    DISEASES,
    find_elsewhere,
    find_introduced,
    find_new,
    find_set_apart,
    name_event,
    names_place,
)
from casualties.extractors.story import Clause, Story
from casualties.extractors.times import (
    EVENT_NOUNS,
    EVENTS,
    MONTHS,
    dates,
    find_months,
    find_past,
    find_periods,
    find_since,
    find_years,
    follows_a_span,
)
from casualties.extractors.tokens import Token, text_at
from casualties.extractors.words import tells_of_death
from casualties.lexicon import load
from casualties.model import MAIN, Kind, Outcome, Qualifier, Scope

__all__ = ["begin_sentence", "end_sentence", "event_of"]

_WORDS = load("events")
_ANAPHORA = frozenset(_WORDS["anaphora"])
_DAYS = frozenset(_WORDS["days"])
_ORDINALS = frozenset(_WORDS["ordinals"]) - {"first"}
_PRONOUNS = frozenset({"it", "them", "these", "this"})
_COPULAS = frozenset({"is", "was", "marks", "marked"})
_PLACED = frozenset({"in", "at", "near", "outside"})
_AVENGED = regex.compile("|".join(_WORDS["avenged"]))
_LOOKING_BACK = frozenset({"in", "during", "since", "than"})
_BLAMED = regex.compile("|".join(_WORDS["blamed"]))
_OBITUARY = regex.compile("|".join(_WORDS["obituary"]), regex.IGNORECASE)
_CAUSES = frozenset({"when", "by", "after", "in"})
_THESE_DAYS = frozenset({"today", "yesterday", "tonight", "overnight"})
_NEAR = 4
_PAIR = 2
_ARTICLES = frozenset({"a", "an"})
_LEAST = 3
_LEAD = 3
_EARLY = 2


def begin_sentence(analysis: Analysis, passage: int, story: Story) -> None:
    """Carry an event over to the next sentence of its passage where that leans on it."""
    tokens = analysis.tokens
    story.clause_events = {}
    story.has_told = bool(story.counts)
    words = [text.removesuffix("'s") for text in analysis.texts[:6]]
    whole = analysis.vocabulary
    pending, story.pending = story.pending, ""
    if passage in story.sections:
        story.event = _section(analysis, passage, story)
        story.passage = passage
        return
    leans = words[:1] and words[0] in _ANAPHORA and words[0] != "the"
    is_earlier = pending.startswith("earlier") and not whole.isdisjoint(_DAYS | MONTHS)
    if is_earlier or (pending and (leans or ("the" in whole and whole & EVENT_NOUNS))):
        story.event, story.passage = pending, passage
        return
    recalls = (
        words[:1] == ["that"]
        or words[:2] == ["there", ","]
        or ("that" in words[:3] and words[:1] == ["on"])
    )
    last_event = (_marked_by(story.unmarked, story) or story.last_event) if recalls else None
    if last_event:
        story.event, story.passage = last_event, passage
        return
    if passage != story.passage:
        story.passage = passage
        story.event = story.home
    elif story.event != story.home:
        opening = tokens[0].text if tokens else ""
        if set(words) & _DAYS and opening not in _ANAPHORA:
            story.event = story.home
    if words[:1] and words[0] in _PLACED:
        story.event = story.places.get(names_place(tokens[:6]) or "", story.event)


def _section(analysis: Analysis, passage: int, story: Story) -> str:
    """The event of a round-up's section.

    The first one is the document's own where no lead has counted anybody. Under the sum of one
    disaster the sections are its parts, under another sum each is an incident of its own.
    """
    if passage == min(story.sections) and passage != story.passage:
        told = {
            (claim.outcome, number.value)
            for index, claim in analysis.claims.items()
            if (number := analysis.chunks[index].number) is not None
        }
        if not story.counts or story.counts & told:
            first = story.sections[passage]
            story.sections = {n: MAIN if e == first else e for n, e in story.sections.items()}
        elif story.is_wide:
            story.sections = dict.fromkeys(story.sections, MAIN)
    return story.sections[passage]


def end_sentence(analysis: Analysis, story: Story) -> None:
    """Note what a sentence leaves behind: a named death, or another event, without a figure."""
    words = analysis.texts
    known = story.nouns
    if analysis.kind is Kind.PARAGRAPH:
        story.nouns = known | (EVENT_NOUNS & analysis.vocabulary)
    story.last_event = story.event if story.event != story.home else ""
    story.unmarked = []
    if analysis.claims:
        return
    if not story.has_main and story.passage <= _LEAD and tells_of_death(analysis.vocabulary):
        _note_death(analysis, words, story)
    if not story.has_main:
        return
    aside = find_introduced(analysis.tokens, 0, len(words), frozenset())
    if story.is_several:
        whole = Clause(analysis.tokens, 0, len(words), len(words))
        aside = aside or _incident(whole, story)
    if aside is not None:
        story.event = story.last_event = aside
        return
    if words[:1] and words[0] in ("it", "this") and _counts_events(words):
        story.pending = "earlier event"
        return
    if "also" in words and story.passage > _EARLY and analysis.kind is Kind.PARAGRAPH:
        noun = find_new(words, known)
        if noun is not None:
            story.event = story.last_event = noun
            return
    _note_event(analysis, story)


def _note_event(analysis: Analysis, story: Story) -> None:
    """Turn to the event that a sentence without a figure names or dates."""
    years = find_years(analysis.tokens)
    names_event = not EVENTS.isdisjoint(analysis.vocabulary)
    if not (years or names_event):
        story.unmarked = analysis.tokens  # hardly any sentence behind it asks for its event
        return
    label = _marked_by(analysis.tokens, story)
    if label is not None:
        story.last_event = label
        if names_event or any(label.startswith(str(year)) for _, year in years):
            story.event = story.pending = label


def _marked_by(tokens: list[Token], story: Story) -> str | None:
    """The label of the other event that a sentence without a figure points to."""
    return _marked(Clause(tokens, 0, len(tokens), len(tokens)), story)


def _note_death(analysis: Analysis, words: list[str], story: Story) -> None:
    """Take the death of somebody named for the news; the figures of an obituary are of the past."""
    is_obituary = not EVENT_NOUNS & set(words)
    if analysis.kind is Kind.HEADLINE:
        is_obituary &= "dies" in words or words[-3:-1] == ["dead", "at"]
    else:
        is_obituary &= _OBITUARY.search(" ".join(words)) is not None
    story.is_named = story.is_named or not story.counts
    if is_obituary:
        story.home = story.event = "background"
    story.has_main = story.has_main or is_obituary or story.passage <= _EARLY


def _counts_events(words: list[str]) -> bool:
    """Whether a sentence counts events: "It was the second fatal attack in a week"."""
    return len(words) > 3 and words[1] in _COPULAS and words[2] == "the" and words[3] in _ORDINALS


def event_of(analysis: Analysis, index: int, story: Story) -> str:
    """The event of the figure at chunk ``index``: ``main`` or a label of its own."""
    claim = analysis.claims[index]
    number = analysis.chunks[index].number
    value = number.value if number is not None else None
    event = _event_at(analysis, index, claim, story)
    if event == story.home:
        story.has_main = True
        if story.passage <= story.lead and not story.is_dated:
            at = analysis.chunks[index].first
            story.is_dated = find_moment(analysis.tokens, at) is not None
        story.counts.add((claim.outcome, value))
    return event


def _event_at(analysis: Analysis, index: int, claim: Claim, story: Story) -> str:
    tokens, at = analysis.tokens, analysis.chunks[index].first
    if story.sections and [t.text for t in tokens[:2]] in (["in", "all"], ["in", "total"]):
        return "all together"
    beside = _beside_disease(analysis, index, claim, story)
    if beside is not None:
        return beside
    number = analysis.chunks[index].number
    is_more = number is not None and number.is_additional
    is_known = is_more or _is_told(claim.outcome, number.value if number else None, story)
    clause = Clause(tokens, *_edges(tokens, at), at, claim.scope is Scope.PREVIOUS, is_known)
    if _AVENGED.search(_leading_words(clause)):
        return "avenged"
    label = _before(clause, story) or _marked(clause, story)
    if label is None and analysis.kind is Kind.PARAGRAPH and story.has_main:
        label = _placed_apart(clause, story)
    if label is None and clause.start > 0 and story.clause_events:
        label = story.clause_events[max(story.clause_events)]
    if label is not None:
        story.event = label
        story.clause_events[clause.start] = label
        return label
    return story.event


def _is_told(outcome: Outcome, value: int | None, story: Story) -> bool:
    """Whether the document's own event has the count; the least ones are those of any incident."""
    is_least = story.is_several and value is not None and value < _LEAST
    return not is_least and (outcome, value) in story.counts


def _leading_words(clause: Clause) -> str:
    return " ".join(token.text for token in clause.tokens[clause.start : clause.at])


def _placed_apart(clause: Clause, story: Story) -> str | None:
    """The label of an event that the clause sets in another place than the document's own."""
    if story.passage > _EARLY and (story.is_disease or not story.is_wide):
        label = find_elsewhere(clause.own, clause.here)
        if label is not None:
            _note_place(clause.own, [], label, story)
            return label
        place = names_place(clause.own[clause.here :])
        if place in story.places:
            return story.places[place]
    if story.passage > _LEAD:
        return find_introduced(clause.tokens, clause.start, clause.end, story.nouns)
    return None


def _before(clause: Clause, story: Story) -> str | None:
    """The label of an older event in the clause that the figure ends: "a day after gunmen ..."."""
    tokens, at = clause.tokens, clause.at
    after = follows_a_span(tokens, clause.start, at) if story.has_main else None
    if after is None:
        return None
    label = name_event(tokens, after, clause.end, "earlier")
    _note_place(tokens[after : clause.end], tokens[clause.start : after], label, story)
    return label


def _note_place(own: list[Token], main: list[Token], label: str, story: Story) -> None:
    """Remember the place of another event of these days, if it is not that of the main one."""
    place = names_place(own)
    if place is not None and place != names_place(main):
        story.places[place] = label


def _beside_disease(analysis: Analysis, index: int, claim: Claim, story: Story) -> str | None:
    """The label of harm that a disease does not do, or of what did none: "no deaths from it"."""
    chunk = analysis.chunks[index]
    following = [token.text for token in analysis.tokens[chunk.last : chunk.last + _NEAR]]
    is_of_one = following[:1] in (["from"], ["of"]) and not DISEASES.isdisjoint(following)
    if is_of_one and story.has_main and not (story.is_disease or story.is_wide):
        return "disease"
    if story.is_disease:
        return "other harm" if claim.outcome is Outcome.INJURED and story.has_main else None
    is_none = chunk.number is not None and chunk.number.qualifier is Qualifier.NONE
    is_from_it = text_at(analysis.tokens, chunk.last) == "from" and (
        text_at(analysis.tokens, chunk.last + 1) in _PRONOUNS
    )
    return "harmless" if is_none and is_from_it and story.has_main else None


def _edges(tokens: list[Token], at: int) -> tuple[int, int]:
    """The stretch between semicolons and dashes that token ``at`` stands in."""
    start, end = 0, len(tokens)
    for position, token in enumerate(tokens):
        if token.text in (";", "–", "-"):
            if position < at:
                start = position + 1
            else:
                end = position
                break
    return start, end


def _marked(clause: Clause, story: Story) -> str | None:
    """The label of the other event that a time, a year or a word such as "separate" points to."""
    tokens, at = clause.tokens, clause.at
    years = []
    for position, year in reversed(find_years(tokens)):
        if not clause.start <= position < clause.end or year in story.main_years:
            continue
        if position < at or dates(tokens, at, position):
            if _is_main_year(tokens, position, year, story):
                story.main_years |= {year}
                return None
            years.append((abs(position - at), str(year)))
    when = _nearest_time(years, clause, story)
    if when is not None:
        return name_event(tokens, clause.start, clause.end, when[1])
    if not story.has_main and story.passage <= _LEAD + 1:
        return None
    incident = _incident(clause, story)
    if incident is not None:
        return incident
    words = _leading_words(clause)
    if story.is_named and _BLAMED.search(words):
        return "background"
    set_apart = find_set_apart(clause.own, clause.here)
    if set_apart is None:
        return None
    return name_event(tokens, clause.start, clause.end, set_apart)


def _incident(clause: Clause, story: Story) -> str | None:
    """The label of another incident than the lead's, or of one of those that the lead sums up."""
    is_lasting = story.is_wide or story.is_disease
    if not story.has_told or story.passage <= story.lead or is_lasting or clause.is_known:
        return None
    own, here = _with_opening(clause)
    when = None
    if story.is_several:
        words = [token.text for token in own]
        is_head = own[:1] == clause.tokens[:1]
        when = find_incident(words) if is_head else None
        if when is None and _ANAPHORA.isdisjoint(words[:1]):
            when = find_moment(own, here) or find_hour(own, here)
    elif story.passage > _EARLY:
        when = _other_day(own, here, story)
    days = find_days(when.split()) if when is not None else frozenset()
    if when is None or (days and days <= story.days | _THESE_DAYS):
        return None
    label = name_event(clause.tokens, clause.start, clause.end, when)
    return f"{label} {names_place(clause.own) or ''}".rstrip()


def _with_opening(clause: Clause) -> tuple[list[Token], int]:
    """The clause, with the opening that it resumes behind an aside, and the figure's place.

    As in "On 9 May – a holiday – gunmen killed six people".
    """
    dashes = [i for i, token in enumerate(clause.tokens[: clause.start]) if token.text == "–"]
    start = 0 if len(dashes) == _PAIR else clause.start
    return clause.tokens[start : clause.end], clause.at - start


def _other_day(own: list[Token], here: int, story: Story) -> str | None:
    """The time that a sentence opens with, and that something new befell people then.

    Or "In Osk, 12 farmers were murdered on 3 April by rebels", with a day of the calendar.
    """
    when = find_moment(own, here)
    words = [token.text for token in own]
    if when is None or "later" in when.split():
        return None
    is_calendar = not MONTHS.isdisjoint(when.split()) and words[0] in _PLACED
    if words[: len(when.split())] != when.split() and not is_calendar:
        return None
    is_apart = "earlier" in when.split() or (story.is_dated and find_days(when.split()))
    is_new = not _CAUSES.isdisjoint(words[here:]) or not _ARTICLES.isdisjoint(words[:here])
    return when if is_apart and is_new else None


def _nearest_time(
    years: list[tuple[int, str]], clause: Clause, story: Story
) -> tuple[int, str] | None:
    """The time nearest to the figure, with how far away it is: a year, "last week", a month."""
    own, here = clause.own, clause.here
    past: list[tuple[int, str]] = []
    is_toll = clause.is_previous and not story.periods  # "up from 37 last week" is no other event
    if not is_toll and (story.has_main or story.passage > _EARLY or not _tells_of_one(clause)):
        past = find_past(own, here)
    time = min([*years, *_periods(clause, story), *past], default=None)
    if time is None or time in years or (time in past and _tells_of_one(clause)):
        return time
    return None if _is_own_period(time[1], clause, story) else time


def _periods(clause: Clause, story: Story) -> list[tuple[int, str]]:
    """The stretches of time over which the figure counts.

    In a lead, one that stands aside counts over that of its sentence: "120 civilians – 63 killed
    and 57 injured – in the first quarter".
    """
    own, here = clause.own, clause.here
    if here == len(own):
        return find_months(own, here)
    if not story.has_told and clause.is_aside:
        own, here = clause.tokens, clause.at
    is_lasting = story.is_wide or story.is_disease
    is_since = not story.has_told or not (is_lasting or story.passage <= _EARLY)
    return find_periods(own, here) + (find_since(own, here) if is_since else [])


def _tells_of_one(clause: Clause) -> bool:
    """Whether a sentence tells of one incident: "in a raid last week", "when a bus overturned"."""
    words = [token.text for token in clause.tokens]
    following = takewhile(lambda token: token.kind != "mark", clause.tokens[clause.at :])
    is_when = any(token.text == "when" for token in following)
    return is_when or find_new(words, frozenset()) is not None


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
    if not story.has_main:
        return story.passage <= _LEAD + 1
    before = text_at(tokens, position - 1)
    is_month = before in MONTHS and text_at(tokens, position - 2) == "in"  # "in May 2010"
    is_bare = is_month or before in ("in", "since", "of", "back")
    is_named = _names_another(tokens, position)
    is_owner = tokens[position].kind == "decade"  # "2017's cyclone"
    return (
        year >= story.latest_year
        and story.passage <= _LEAD
        and not (is_bare or is_owner or is_named)
    )


def _names_another(tokens: list[Token], position: int) -> bool:
    """Whether a year names an event that the text looks back at: "in the 1995 heat wave"."""
    first = position - (text_at(tokens, position - 1) in MONTHS)
    has_noun = position + 1 < len(tokens) and tokens[position + 1].kind == "word"
    return has_noun and (
        text_at(tokens, first - 1) == "the" and text_at(tokens, first - 2) in _LOOKING_BACK
    )
