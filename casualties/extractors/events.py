"""Which event a figure is about: the document's own, or another one that its words name."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

import regex

from casualties.extractors.analysis import Analysis, Claim
from casualties.extractors.chunks import THEM
from casualties.extractors.incidents import WEEKEND, find_days, find_moment
from casualties.extractors.marks import PLACED, SERIES, find_mark, find_other_incident
from casualties.extractors.other_events import (
    DISEASES,
    ONE_MORE,
    SUB_EVENTS,
    counts_series,
    find_elsewhere,
    find_introduced,
    find_new,
    find_storms,
    name_event,
    names_place,
)
from casualties.extractors.phrases import Phrases
from casualties.extractors.retellings import is_of_home, opens_with_own
from casualties.extractors.sections import is_of_other_events
from casualties.extractors.story import Clause, Story
from casualties.extractors.times import (
    EVENT_NOUNS,
    EVENTS,
    MONTHS,
    SLOTS,
    follows_a_span,
)
from casualties.extractors.tokens import Token, stretch_around, text_at
from casualties.extractors.words import tells_of_death
from casualties.lexicon import load
from casualties.model import MAIN, Kind, Outcome, Qualifier, Scope
from casualties.patterns import either, pattern

__all__ = ["begin_sentence", "end_sentence", "event_of"]

_WORDS = load("events")
_ANAPHORA = frozenset(_WORDS["anaphora"])
_DAYS = frozenset(_WORDS["days"])
_ORDINALS = frozenset(_WORDS["ordinals"]) - {"first"}
_DEFINITE = frozenset({"the", "all"})
_PRONOUNS = frozenset({"it", "them", "these", "this"})
_LEANING = _ANAPHORA - {"the"}
_RECALLING = frozenset({"that", "there", "on"})
_THIS = frozenset({"it", "this"})
_MANY = frozenset({"they", "these", "those"})
_THEM = frozenset({"them", "these"})
_IN_THE_OTHERS = pattern(
    r"(?:in|during|on) (?:all )?(?:the|each of the) (?:other|others|previous|earlier|first)\b"
)
_COPULAS = frozenset({"is", "was", "marks", "marked"})
_COMPARING = frozenset(_WORDS["comparing"])
# "One more car bomb killed five", and in the next paragraph one more killed six
_INDEFINITE = frozenset(["one", *_WORDS["separate"]])
_ONE_OF_SEVERAL = Phrases([ONE_MORE, "another", f"a|an {'|'.join(_WORDS['separate'])}"], SLOTS)
_AVENGED = Phrases(_WORDS["avenged"], SLOTS)
_PERPETRATED = Phrases(_WORDS["perpetrated"], SLOTS)
_ADDING = pattern("|".join(load("scopes")["adding"]))
_UPDATE = pattern(r"\W*update\b[^:.]{0,30}[:–—]", regex.IGNORECASE)
_UPDATED = "update"
_CHANGED = pattern("|".join([*load("scopes")["adding"], *_WORDS["changed"]]), regex.IGNORECASE)
_LATEST = Phrases(_WORDS["of_the_latest"], SLOTS)
_OBITUARY = Phrases(_WORDS["obituary"], SLOTS)
_YEAR = pattern(r"\b\d{4}\b")
_PASSED = frozenset({"last", "before", "previous", "earlier", "ago"})
# "In October last year, a tanker overturned", which the next sentences go on to tell of.
_SCENE = pattern(
    r"(?:(?:(?:in|on|at) [\w ]{1,20}?)?\b(?:last|the previous) "
    rf"(?:{'|'.join([*load('times')['span'], *_DAYS, *MONTHS])})"
    r"|the (?:day|night|week|month|year) before|a (?:day|week|month|year) earlier)"
    r",? (?:an?|another|two|three) ",
    regex.IGNORECASE,
)
_IN_THAT = pattern(rf"in (?:that|this) (?:{'|'.join(sorted(EVENT_NOUNS))})\b", regex.IGNORECASE)
_FURTHER = pattern(
    r"^(?:two|three|four|one) (?:more|others?),? [^;]{0,80}?"
    r"\b(?:struck|hit|exploded|followed|came)\b|"
    r"\b(?:a further|another|a second|a third) (?:\w+ )?"
    rf"{either([*_WORDS['bombs'], *EVENT_NOUNS])}",
    regex.IGNORECASE,
)
_BOMBS = EVENT_NOUNS.union(_WORDS["bombs"])
_OF = frozenset({"of"})
_OF_THESE = (["of", "these"], ["of", "those"], ["of", "them"])
_NEAR = 4
_OPENING = 6
_HEAD = 50
_LEAST = 3
_PAIR = 2
_CLAUSE = 10
# "... for a derailment that killed", "about an earlier fire in which", or behind a dash that is not
# that of a dateline
_BROUGHT_IN = pattern(
    rf"(?:\b(?:{'|'.join(_WORDS['bringing_in'])})|(?:\S+ ){{10}}[–—-]) (?:an?|two|three) "
    r"(?:[\w-]+ ){0,2}?"
    rf"({'|'.join(sorted(EVENT_NOUNS))})s? (?:[^,;.]{{0,50}},? )?(?:that|which|in which|where)\b"
    r"[^,;.]*$"
)
# "It was followed by a second car bomb in the same area, which killed"; ...
_NEXT = pattern(
    rf"\b(?:a (?:second|third|further)|another) (?:[\w-]+ ){{0,2}}?"
    rf"(?:{'|'.join([*_WORDS['bombs'], *sorted(EVENT_NOUNS)])})\b"
    r"[^;.]{0,40}, (?:which|that)\b[^,;.]*$"
    # "The accident followed one in which four people died"
    r"|\bfollow(?:s|ed) (?:one|an? [^,;.]{1,40}) in which\b[^;.]*$"
)
# "Two days later militia killed", but not "Two days later police said that"
_LATER = pattern(
    rf"(?:{'|'.join(load('times')['few'])}|a few|some) (?:days|weeks|months) later ,? ?"
    rf"(?:(?!{either(load('sources')['say'])})[\w'-]+ ){{1,6}}?(?:{'|'.join(_WORDS['killing'])})$"
)
_REMAINS = frozenset(load("parts")["remains"])
_LEAD = 3
_EARLY = 2
_TWICE = 2


def _days_of_event(analysis: Analysis, known: AbstractSet[str], story: Story) -> frozenset[str]:
    """When the document's own event was, as the body tells it: "The fire began on Sunday"."""
    opening = analysis.texts[:_PAIR]
    is_own = story.event == story.home and not story.is_several
    is_own = is_own and opening[0] == "the" and opening[-1] in known
    return find_days(analysis.texts) if is_own else frozenset()


def begin_sentence(analysis: Analysis, story: Story) -> None:
    """Carry an event over to the next sentence of its passage where that leans on it."""
    passage = analysis.sentence.passage.number
    story.clause_events = {}
    story.has_told = bool(story.counts)
    pending, story.pending = story.pending, ""
    if passage in story.sections:
        story.event = _section(analysis, passage, story)
        story.passage = passage
        return
    carried = _pending(analysis, pending, story) or _recalled(analysis, story)
    if carried:
        story.event, story.passage = carried, passage
        return
    if passage != story.passage:
        story.passage = passage
        story.event = (story.last_event if _goes_on(analysis) else "") or story.home
    elif story.event != story.home:
        opening = {text.removesuffix("'s") for text in analysis.texts[:_OPENING]}
        if not _DAYS.isdisjoint(opening) and analysis.texts[0] not in _ANAPHORA:
            story.event = story.home
    if (story.places or story.opening_place) and _opens_with(analysis, PLACED):
        place = names_place(analysis.tokens[:_OPENING])
        if place and story.opening_place not in ("", place) and story.event != story.home:
            story.event = place  # "At the Lanterna, 242 died in 2013. In Halv Square, 158 died"
        story.event = story.places.get(place or "", story.event)


def _goes_on(analysis: Analysis) -> bool:
    """Whether a paragraph goes on with the event of the one before.

    As in "Also on Monday, four died in Osk", and then "Six civilians were killed, too", or "In half
    a year 1,720 people were killed", and then "Of these, 152 ...".
    """
    is_of_some = _opens_with(analysis, _OF) and analysis.texts[:2] in _OF_THESE
    is_too = "too" in analysis.vocabulary and any(
        token.text == "too" and (not behind or behind[0].kind == "mark")
        for at, token in enumerate(analysis.tokens)
        for behind in [analysis.tokens[at + 1 : at + 2]]
    )
    return is_too or is_of_some


def _opens_with(analysis: Analysis, words: AbstractSet[str]) -> bool:
    """Whether the first token of a sentence is one of the words, or such a word's genitive."""
    first = analysis.words[0].removesuffix("'s") if analysis.words else ""
    return first in words and analysis.texts[0].removesuffix("'s") in words


def _pending(analysis: Analysis, pending: str, story: Story) -> str:
    """The event that the sentence before has told of, where this one goes on with it."""
    words = analysis.vocabulary
    is_of_many = _opens_with(analysis, _MANY) or not words.isdisjoint(_THEM)
    if not pending or (pending == SERIES and not is_of_many):
        return ""
    if opens_with_own(analysis.texts, story.days):
        return ""
    # "It is the fifth such influx. In the other four, 41 dead were brought in"
    leans = (
        _opens_with(analysis, _LEANING)
        or _IN_THAT.match(analysis.sentence.text)
        or _IN_THE_OTHERS.match(" ".join(analysis.texts))
    )
    is_earlier = pending.startswith("earlier") and not words.isdisjoint(_DAYS | MONTHS)
    names_it = "the" in words and not words.isdisjoint(EVENT_NOUNS)
    is_of_them = pending == SERIES  # "The 31st shooting this year. 48 people died in them"
    return pending if is_earlier or leans or names_it or is_of_them else ""


def _recalled(analysis: Analysis, story: Story) -> str:
    """The other event that the sentence before was about, where this one opens with "That"."""
    if not _opens_with(analysis, _RECALLING):
        return ""
    words = [text.removesuffix("'s") for text in analysis.texts[:_LEAD]]
    if words[0] == "that" or words[:2] == ["there", ","] or (words[0] == "on" and "that" in words):
        unmarked = story.unmarked
        return (unmarked and _marked_by(unmarked, story)) or story.last_event
    return ""


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
        is_other = is_of_other_events(story.sections[passage])
        if not is_other and (not story.counts or story.counts & told):
            first = story.sections[passage]
            story.sections = {n: MAIN if e == first else e for n, e in story.sections.items()}
        elif story.is_wide and not _YEAR.search(story.sections[passage]):  # no year of its own
            story.sections = {
                n: e if is_of_other_events(e) else MAIN for n, e in story.sections.items()
            }
    return story.sections[passage]


def end_sentence(analysis: Analysis, story: Story) -> None:
    """Note what a sentence leaves behind: a named death, or another event, without a figure."""
    known = story.nouns
    names_event = not EVENTS.isdisjoint(analysis.vocabulary)
    if names_event and analysis.kind is Kind.PARAGRAPH:
        story.nouns = known | (EVENT_NOUNS & analysis.vocabulary)
        story.days |= _days_of_event(analysis, known, story)
    story.last_event = story.event if story.event != story.home else ""
    is_placed = bool(story.clause_events) and analysis.texts[0] in PLACED
    story.opening_place = (names_place(analysis.tokens[:_OPENING]) or "") if is_placed else ""
    story.unmarked = None
    if analysis.claims:
        return
    if not story.has_main and story.passage <= _LEAD and tells_of_death(analysis.vocabulary):
        _note_death(analysis, analysis.texts, story)
    if not story.has_main:
        return
    aside = _aside(analysis, story)
    if aside is not None:
        story.event = story.last_event = aside
        return
    counted = _counted(analysis, story, names_event=names_event)
    if counted is not None:
        story.pending = counted
        return
    is_also = "also" in analysis.vocabulary and analysis.kind is Kind.PARAGRAPH
    if names_event and is_also and story.passage > _EARLY:
        noun = find_new(analysis.texts, known)
        if noun is not None:
            story.event = story.last_event = noun
            return
    turned = story.event
    _note_event(analysis, story, names_event=names_event)
    if story.event == turned and not story.pending and _FURTHER.search(analysis.sentence.text):
        story.pending = "further"  # "A further bomb went off in Osk. It killed six people"


def _aside(analysis: Analysis, story: Story) -> str | None:
    """The label of one more incident that a sentence brings in."""
    aside = None
    if not SUB_EVENTS.isdisjoint(analysis.vocabulary):
        aside = find_introduced(analysis.tokens, 0, len(analysis.tokens), frozenset())
    if aside is None and story.is_several:
        aside = find_other_incident(_whole(analysis), story)
    return aside


def _note_event(analysis: Analysis, story: Story, *, names_event: bool) -> None:
    """Turn to the event that a sentence without a figure names or dates."""
    is_ago = "ago" in analysis.vocabulary and "ago" in analysis.texts[:_NEAR]
    is_scene = _SCENE.match(analysis.sentence.text) is not None
    is_opening = (is_ago or is_scene) and analysis.kind is Kind.PARAGRAPH
    if not (analysis.years or names_event or is_opening):
        story.unmarked = analysis  # hardly any sentence behind it asks for its event
        return
    label = _marked_by(analysis, story)
    lasting = (year for at, year in analysis.years if text_at(analysis.tokens, at - 1) == "since")
    if label is not None and any(label.startswith(str(year)) for year in lasting):
        return  # "The rebels, who have fought the government since 2007, said so."
    if label is not None:
        story.last_event = label
        is_of_year = any(label.startswith(str(year)) for _, year in analysis.years)
        if names_event or is_opening or is_of_year:
            story.event = label
        # "In 2004 a library opened" leads to nothing that is told in the next paragraph.
        is_dated = is_of_year or is_opening
        if names_event or is_scene or (is_dated and tells_of_death(analysis.vocabulary)):
            story.pending = label


def _marked_by(analysis: Analysis, story: Story) -> str | None:
    """The label of the other event that a sentence without a figure points to."""
    clause = _whole(analysis)
    return _before(clause, story) or find_mark(clause, story)


def _whole(analysis: Analysis) -> Clause:
    """A sentence without a figure as one clause."""
    return Clause(analysis, 0, len(analysis.tokens), len(analysis.tokens))


def _note_death(analysis: Analysis, words: list[str], story: Story) -> None:
    """Take the death of somebody named for the news; the figures of an obituary are of the past."""
    is_obituary = not EVENT_NOUNS & set(words)
    if analysis.kind is Kind.HEADLINE:
        is_obituary &= "dies" in words or words[-3:-1] == ["dead", "at"]
    else:
        is_obituary &= bool(_OBITUARY.texts(words))
    story.is_named = story.is_named or not story.counts
    if is_obituary:
        story.home = story.event = "background"
    story.has_main = story.has_main or is_obituary or story.passage <= _EARLY


def _counted(analysis: Analysis, story: Story, *, names_event: bool) -> str | None:
    """The label of the events that a sentence counts, for one that goes on with them."""
    is_apart = story.passage > story.lead and not story.is_several
    if names_event and is_apart and counts_series(analysis.tokens):
        return SERIES
    is_one = _opens_with(analysis, _THIS) and _counts_events(analysis.texts)
    return "earlier event" if is_one else None


def _counts_events(words: list[str]) -> bool:
    """Whether a sentence counts events: "It was the second fatal attack in a week"."""
    words = ["it", "is", *words[1:]] if words[0] == "it's" else words
    return len(words) > 3 and words[1] in _COPULAS and words[2] == "the" and words[3] in _ORDINALS


def event_of(analysis: Analysis, index: int, story: Story) -> str:
    """The event of the figure at chunk ``index``: ``main`` or a label of its own."""
    claim = analysis.claims[index]
    number = analysis.chunks[index].number
    value = number.value if number is not None else None
    whole = _whole_of(analysis, index)
    event = _event_at(analysis, whole, analysis.claims[whole], story)
    story.peopled.add(event)
    if event == story.home:
        story.has_main = True
        if story.passage <= max(story.lead, _EARLY) and not story.moment:
            at = analysis.chunks[index].first
            at_weekend = WEEKEND if WEEKEND in analysis.vocabulary else ""
            story.moment = find_moment(analysis.tokens, at) or at_weekend
        story.counts.add((claim.outcome, value))
    return event


def _whole_of(analysis: Analysis, index: int) -> int:
    """Of whom they are some, so that they are of their event: "15 died that day, six of them boys".

    Whoever are some of nobody in the sentence stand for themselves.
    """
    while analysis.chunks[index].of == THEM and (near := analysis.nearest(index)) is not None:
        index = near.index
    return index


def _event_at(analysis: Analysis, index: int, claim: Claim, story: Story) -> str:
    at = analysis.chunks[index].first
    if story.sections and analysis.texts[:2] in (["in", "all"], ["in", "total"]):
        return "all together"
    if _YEAR.search(story.sections.get(story.passage, "")):
        return story.event  # "Angola, 2004-05: 227 deaths"
    beside = _beside_disease(analysis, index, claim, story)
    if beside is not None:
        return beside
    if claim.name == "alone":
        return story.home
    if claim.name == "replaced" and analysis.is_first(index):
        return story.event  # "The figure is up from 31 a week ago"
    number = analysis.chunks[index].number
    is_more = number is not None and number.is_additional
    is_known = is_more or _is_told(claim.outcome, number.value if number else None, story)
    is_known = is_known or _is_retold(analysis, index, story)
    start, end = stretch_around(analysis.texts, at)
    start = _start_of_sum(analysis.texts[:at]) or start
    is_share = "j" in analysis.codes[max(0, index - 1) : index + 1]
    clause = Clause(analysis, start, end, at, claim.scope is Scope.PREVIOUS, is_known, is_share)
    # "In another raid six were killed and 18 more wounded"
    goes_on = story.clause_events.get(start) if is_more and claim.scope is None else None
    if (label := _answered(clause, index, story) or goes_on) is not None:
        return label
    label = _marked(clause, index, story) or _told_apart(clause, index, story)
    if label is None and clause.start > 0:
        label = _of_clause_before(clause, story)
    if label is not None:
        is_own = label != _UPDATED and _is_of_headline(analysis, index, story)
        return story.home if is_own else _turn_to(label, clause, story)
    is_away = story.event != story.home and not is_of_other_events(story.event)
    if is_away and (claim.name == "misstated" or _looks_back(analysis, index, story)):
        story.event = story.home  # "The 17 men" are those of the document's own event
    return _of_whom_told_last(claim, number.value if number else None, story) or story.event


def _of_whom_told_last(claim: Claim, value: int | None, story: Story) -> str:
    """The other event that the last sentence was about, where only its people can be so many.

    As in "In half a year 1,580 people were killed. Airstrikes accounted for 131 of those killed",
    of a text about ten.
    """
    own = [count for outcome, count in story.counts if outcome is claim.outcome and count]
    is_of_more = bool(own) and (value or 0) > _TWICE * max(own)
    return story.last_event if claim.scope is Scope.PART and is_of_more else ""


def _answered(clause: Clause, index: int, story: Story) -> str | None:
    """The label of what an attack avenges, or of what those who are dead had done themselves.

    As in "Two men were found dead, and police believe they took part in the killing of 16 people";
    that of the document's own event where the words say that it is the one.
    """
    if is_of_home(clause, story):
        return story.home
    if _AVENGED.texts(clause.leading):
        return "avenged"
    has_dead = not clause.is_known and any(
        before < index and claim.outcome is Outcome.KILLED
        for before, claim in clause.sentence.claims.items()
    )
    return "perpetrated" if has_dead and _PERPETRATED.texts(clause.leading) else None


def _is_of_headline(analysis: Analysis, index: int, story: Story) -> bool:
    """Whether a lead tells of those whom the headline counts, or nearly: whatever it also names.

    As in "The toll of the rail crash in which 11 people died" below "Crash kills 12".
    """
    claim, number = analysis.claims[index], analysis.chunks[index].number
    is_opening = analysis.sentence.start == analysis.sentence.passage.start
    if number is None or not number.value or story.passage > story.lead or not is_opening:
        return False
    headed = [value for outcome, value in story.counts if outcome is claim.outcome and value]
    told = [
        chunk.number.value
        for at, chunk in analysis.quantities
        if at != index and at in analysis.claims and chunk.number is not None
    ]
    return any(
        value not in told and 5 * min(value, number.value) >= 4 * max(value, number.value)
        for value in headed
    )


def _marked(clause: Clause, index: int, story: Story) -> str | None:
    """The label of the other event that a figure's clause marks, unless it names those told of."""
    label = _before(clause, story) or find_mark(clause, story)
    return None if label is not None and _takes_up(clause, index, label, story) else label


def _takes_up(clause: Clause, index: int, label: str, story: Story) -> bool:
    """Whether it is "The eight men had been seized last month", and no others of that time."""
    chunk = clause.sentence.chunks[index]
    is_subject = index == 0 and text_at(clause.tokens, chunk.first) == "the"
    is_year = any(letter.isdigit() for letter in label)
    is_many = chunk.number is not None and (chunk.number.value or 0) >= _LEAST
    return is_subject and is_many and not is_year and story.has_told and story.event == story.home


def _turn_to(label: str, clause: Clause, story: Story) -> str:
    """The label of another event, to which the story turns but for a mere comparison."""
    analysis = clause.sentence
    label = _of_item(analysis, label) if analysis.kind is Kind.LIST else label
    if _ONE_OF_SEVERAL.texts(analysis.texts) and label.partition(" ")[0] in _INDEFINITE:
        first = story.brought_in.setdefault(label, story.passage)
        label = label if first == story.passage else f"{label} ({story.passage})"
    if label not in _COMPARING:
        story.event = label
        story.clause_events[clause.start] = label
    return label


def _of_clause_before(clause: Clause, story: Story) -> str | None:
    """The event of the clause that one goes on with: "In 2011 a bus fell there; 19 people died"."""
    if story.clause_events:
        return story.clause_events[max(story.clause_events)]
    is_new = not _DAYS.isdisjoint(clause.words) or story.passage <= story.lead
    if is_new or text_at(clause.tokens, clause.start - 1) != ";":
        return None
    end = min(clause.start, _OPENING)
    return find_mark(Clause(clause.sentence, 0, end, end), story)


def _told_apart(clause: Clause, index: int, story: Story) -> str | None:
    """An event that a passage below the lead sets apart by its place, its year or its newness."""
    is_body = clause.sentence.kind is Kind.PARAGRAPH and story.has_main
    label = _of_another_storm(clause, story)
    if is_body and label is None:
        label = _updated(clause) or _of_latest(clause, story) or _placed_apart(clause, story)
    if label is None and story.has_told and story.passage > story.lead:
        label = _dated_behind(clause.sentence, index, story)
    is_far = story.passage > _LEAD and clause.sentence.kind is not Kind.CAPTION
    return label or (_introduced(clause) if is_far else None)


def _updated(clause: Clause) -> str | None:
    """What a passage that is called an update tells of a toll that has changed since the lead."""
    # As far as its name goes: a pattern looks through all of a text for a word that it needs.
    match = _UPDATE.match(clause.sentence.sentence.passage.text[:_HEAD])
    is_new = match is not None and not clause.is_known
    return _UPDATED if is_new and _CHANGED.search(clause.sentence.sentence.text) else None


def _of_another_storm(clause: Clause, story: Story) -> str | None:
    """The storm, other than the lead's, that alone is named in a clause below it."""
    if story.storm is None or story.passage <= story.lead or clause.is_known:
        return None
    text = clause.sentence.sentence.text[clause.own[0].start : clause.own[-1].end]
    named = set(find_storms(text))
    return f"storm {min(named)}" if len(named) == 1 and story.storm not in named else None


def _of_latest(clause: Clause, story: Story) -> str | None:
    """The last of several storms that the lead sums up: "The four deaths from the newest ones"."""
    if not (story.is_several and story.is_wide and story.has_told) or clause.is_known:
        return None
    return next(iter(_LATEST.texts(clause.words[clause.here :])), None)


def _dated_behind(analysis: Analysis, index: int, story: Story) -> str | None:
    """The year of those of whom a relative clause tells: "the 23 miners who died in 1962"."""
    last = analysis.chunks[index].last
    if text_at(analysis.tokens, last) == "and":
        last += _PAIR  # "the 27 men and boys who died at Moor in 1883"
    if text_at(analysis.tokens, last) not in ("who", "that", "killed"):
        return None
    near = (year for at, year in analysis.years if last < at <= last + _CLAUSE)
    return next((str(year) for year in near if year not in story.main_years), None)


def _introduced(clause: Clause) -> str | None:
    """An event that a passage below the lead brings in: "blamed for a derailment that killed 15".

    What was caused or set off is a part of the document's own event.
    """
    words = clause.sentence.texts[: clause.at]
    if _LATER.match(" ".join(words)):
        return "later"
    if _BOMBS.isdisjoint(words):
        return None
    told = " ".join(words)
    if _NEXT.search(told):
        return "further"
    match = None if EVENT_NOUNS.isdisjoint(words) else _BROUGHT_IN.search(told)
    return f"a {match[1]}" if match is not None else None


def _of_item(analysis: Analysis, label: str) -> str:
    """A time with what tells it from that of other items: "Osk had 20 deaths, from 52 last year".

    A year has the month before it, another time the first words of the item.
    """
    if not label.isdecimal():
        if _PASSED.isdisjoint(label.split()):
            return label
        opening = [token.text for token in analysis.tokens[:_NEAR] if token.is_capital]
        return " ".join([*opening, label])
    months = (m for m, following in pairwise(analysis.texts) if m in MONTHS and following == label)
    return " ".join([*months, label])


def _is_retold(analysis: Analysis, index: int, story: Story) -> bool:
    """Whether a sum is the headline's, whose increase its sentence tells again.

    As in "Four more people died, taking the toll this season to 23", below "Four more die; toll
    mounts to 23".
    """
    outcome, at = analysis.claims[index].outcome, analysis.chunks[index].first
    if story.passage > _LEAD or not _start_of_sum(analysis.texts[:at]):
        return False
    return any(
        before < index
        and claim.outcome is outcome
        and number.is_additional
        and (outcome, number.value) in story.counts
        for before, claim in analysis.claims.items()
        if (number := analysis.chunks[before].number) is not None
    )


def _start_of_sum(words: list[str]) -> int:
    """Where what sums up the clauses before it begins: "..., bringing the number to 51"; else 0."""
    if "," not in words:
        return 0
    start = max(i + 1 for i, word in enumerate(words) if word == ",")
    return start if _ADDING.match(" ".join(words[start:])) else 0


def _looks_back(analysis: Analysis, index: int, story: Story) -> bool:
    """Whether the figure names those whom the document's own event was told to have harmed.

    As in "So far this year 13 people have died. The four skiers ...", below a headline with four.
    """
    chunk, outcome = analysis.chunks[index], analysis.claims[index].outcome
    opening = {text_at(analysis.tokens, chunk.first - 1), text_at(analysis.tokens, chunk.first)}
    value = chunk.number.value if chunk.number is not None else None
    is_known = value is not None and value >= _LEAST and (outcome, value) in story.counts
    # "In 2020 it was told of cracks. ... the families of the four people who died"
    is_new = story.has_main and story.event not in story.peopled and (value or 0) > 1
    # "In the other four, 41 died"
    is_other = not {"other", "first", "previous"}.isdisjoint(analysis.words_in(index))
    return (is_known or is_new) and not is_other and not _DEFINITE.isdisjoint(opening)


def _is_told(outcome: Outcome, value: int | None, story: Story) -> bool:
    """Whether the document's own event has the count; the least ones are those of any incident."""
    is_least = story.is_several and value is not None and value < _LEAST
    return not is_least and (outcome, value) in story.counts


def _placed_apart(clause: Clause, story: Story) -> str | None:
    """The label of an event that the clause sets in another place than the document's own."""
    if story.passage > _EARLY and (story.is_disease or not story.is_wide):
        label = find_elsewhere(clause.own, clause.here)
        if label is not None:
            _note_place(clause.own, [], label, story)
            return label
        place = names_place(clause.own[clause.here :]) if story.places else None
        if place in story.places:
            return story.places[place]
    if story.passage > _LEAD:
        return find_introduced(clause.tokens, clause.start, clause.end, story.nouns)
    return None


def _before(clause: Clause, story: Story) -> str | None:
    """The label of an older event in the clause that the figure ends: "a day after gunmen ..."."""
    tokens, at = clause.tokens, clause.at
    after = follows_a_span(tokens, clause.start, at) if story.has_main else None
    is_caption = (
        clause.sentence.kind is Kind.CAPTION
    )  # "People flee a day after an attack in which"
    if after is None or is_caption or _is_headlined(clause, after, story):
        return None
    label = name_event(tokens, after, clause.end, "earlier")
    _note_place(tokens[after : clause.end], tokens[clause.start : after], label, story)
    return label


def _is_headlined(clause: Clause, start: int, story: Story) -> bool:
    """Whether a lead that counts nobody else looks back at what the headline is about.

    As in "Football resumed three weeks after a crush that killed 39", below "... crush killed 39".
    """
    if story.passage > story.lead:
        return False
    analysis = clause.sentence
    others = [i for i in analysis.claims if analysis.chunks[i].last <= start]
    if others and all(not _REMAINS.isdisjoint(analysis.words_in(i)) for i in others):
        return True  # "The last two bodies were found three days after an explosion killed 14"
    is_alone = len(analysis.claims) == 1
    # Of a storm, many things may have struck.
    is_alone = is_alone and (clause.is_known or not story.is_wide)
    return is_alone and not story.headed.isdisjoint(clause.sentence.texts[start : clause.end])


def _note_place(own: list[Token], main: list[Token], label: str, story: Story) -> None:
    """Remember the place of another event of these days, if it is not that of the main one."""
    place = names_place(own)
    if place is not None and place != names_place(main):
        story.places[place] = label


def _beside_disease(analysis: Analysis, index: int, claim: Claim, story: Story) -> str | None:
    """The label of harm that a disease does not do, or of what did none: "no deaths from it"."""
    chunk = analysis.chunks[index]
    following = analysis.texts[chunk.last : chunk.last + _NEAR]
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
