"""The cascade: a document to its figures."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import dropwhile, islice, takewhile

from casualties.extractors.analysis import Analysis, Discourse
from casualties.extractors.apposed import add_apposed
from casualties.extractors.chunks import THEM
from casualties.extractors.claims import (
    add_claims,
    is_unread,
    tells_of_no_others,
    tells_of_one_death,
)
from casualties.extractors.elisions import add_elided
from casualties.extractors.events import begin_sentence, end_sentence, event_of
from casualties.extractors.factsheets import add_labelled, is_below_label
from casualties.extractors.glossary import Glossary
from casualties.extractors.hits import add_hit
from casualties.extractors.leaning import may_lean
from casualties.extractors.mourned import add_mourned
from casualties.extractors.nouns import FIGHTERS, find_attackers, is_person_noun, lemma, person_of
from casualties.extractors.parts import add_parts
from casualties.extractors.rates import drop_rates
from casualties.extractors.readings import Reading
from casualties.extractors.recalls import add_recalls
from casualties.extractors.reports import find_reports
from casualties.extractors.scopes import read_scope, settle_scopes
from casualties.extractors.segment import LONGEST, find_sentences
from casualties.extractors.sought import add_sought, may_seek, opens
from casualties.extractors.sources import find_source
from casualties.extractors.speakers import Speakers
from casualties.extractors.story import Story, find_latest_year
from casualties.extractors.tables import Table, add_cells
from casualties.extractors.tokens import find_words, text_at
from casualties.extractors.words import find_harm, may_harm
from casualties.lexicon import load
from casualties.model import (
    ATTACKER,
    DEFAULT_CONVENTIONS,
    PEOPLE,
    Conventions,
    Document,
    Figure,
    Figures,
    Kind,
    Outcome,
    Passage,
    Place,
    Places,
    Scope,
    Sentence,
    Unread,
)
from casualties.records import cached_property, replace

__all__ = ["find_figures"]

_LONGEST = 100
"""A figure's words end after as many characters, however long the noun group is."""
_AMONG = frozenset(load("grammar")["among"])
_BLOWING = frozenset(load("people")["blowing"])
_SELVES = frozenset(load("people")["selves"])
_AUXILIARY = frozenset([*load("grammar")["classes"]["have"], "who", "then"])
_FIGHTING = FIGHTERS | {ATTACKER}
_OURS = frozenset(load("references")["ours"]) - {"children", "boys"}
_THEIRS = frozenset({"their", "our"})
_MOURNING = frozenset({"for", "of", "to", "mourn", "mourned", "mourning", "bury", "buried"})
_SUPPOSED = ["to", "be"]
_RESUMING = frozenset({"all", "the", "both"})
_SEXES = frozenset(load("reconciliation")["male"] + load("reconciliation")["female"])


def find_figures(document: Document, conventions: Conventions = DEFAULT_CONVENTIONS) -> Figures:
    """The figures of a document, in its order."""
    first = _first_telling(document.passages, 0)
    if first == len(document.passages):  # as in most documents
        return Figures()
    whole = _Whole(document, Glossary.of(conventions))
    figures: list[Figure] = []
    unread: list[Unread] = []
    for report in find_reports(document):
        passages = report.document.passages
        start = _first_telling(passages, first - report.before)
        if start == len(passages):
            continue
        cascade = _Cascade(report.document, whole, len(figures))
        passed = cascade.pass_over(passages[:start])
        for passage in passages[passed:]:
            for sentence in find_sentences(passage):
                cascade.read(sentence)
        is_sum = bool(cascade.story.periods)
        settled = settle_scopes(cascade.readings, report.document.passages, is_sum=is_sum)
        figures += map(report.restore, settled)
        unread += map(report.restore_unread, cascade.unread)
    return Figures(figures, unread)


class _Whole:
    """What is found out once for all reports of a document."""

    def __init__(self, document: Document, glossary: Glossary) -> None:
        self.text, self.glossary = document.text, glossary
        self.places = Places(document)
        self.latest_year = find_latest_year(document.text)

    @cached_property
    def attackers(self) -> frozenset[str]:
        """The nouns for those who attacked; the whole text is searched if fighters are counted."""
        return find_attackers(self.text)


class _Cascade:
    """What has been read of a document: its figures, and what those to come depend on."""

    def __init__(self, document: Document, whole: _Whole, before: int) -> None:
        """Take a report to read; ``before`` is how many figures the document has had so far."""
        self._before = before
        self.document, self.whole, self.glossary = document, whole, whole.glossary
        self.readings: list[Reading] = []
        self.unread: list[Unread] = []
        self.discourse = Discourse(text=document.text)
        self.story = Story.of(document, whole.latest_year)
        self.speakers, self.table = Speakers(self.glossary), Table()

    def pass_over(self, passages: Sequence[Passage]) -> int:
        """How many of the first passages, none of which may tell of anybody, need not be read.

        They leave nothing behind but the kinds of events and the speakers that they name. Sections
        are read from the first one on.
        """
        sections = self.story.sections
        passages = list(takewhile(lambda passage: passage.number not in sections, passages))
        self.story.pass_over(passages)
        self.speakers.pass_over(passages)
        if passages:
            *_, last = [None, *find_sentences(passages[-1])]
            if last is not None:
                self.discourse.remember([], Analysis(last, self.glossary))
        return len(passages)

    def read(self, sentence: Sentence) -> None:
        """Read the next sentence."""
        analysis = Analysis(sentence, self.glossary)
        may_tell = _may_tell(analysis, self.discourse)
        limit = _claim(analysis, self.discourse, self.table) if may_tell else ""
        begin_sentence(analysis, self.story)
        self.speakers.listen(analysis)
        if self.readings and tells_of_no_others(analysis):
            self.readings[-1] = self.readings[-1].of_all()
        told = [self._tell(analysis, index) for index in sorted(analysis.claims)]
        if may_tell and self.readings and tells_of_one_death(analysis):
            _kill(self.readings, sentence)
        if limit or (may_tell and is_unread(analysis)):
            line, column = self.whole.places.place(sentence.start)
            place = Place(self.document.path, line, column, sentence.passage.number)
            self.unread.append(Unread(place, sentence.text, limit))
        end_sentence(analysis, self.story)
        self.discourse.remember(told, analysis)

    def _tell(self, analysis: Analysis, index: int) -> Figure:
        """Read the figure that the quantity at ``index`` is, and what later ones can lean on."""
        population = analysis.chunks[index].population
        population = population or _resumed(analysis, index, self.discourse)
        population = population or _labelled(analysis, index) or _elided(analysis, index)
        is_of_theirs = _are_mourned_by_theirs(analysis, index)
        if population and (is_of_theirs or _are_anybody_of_ours(analysis.words_in(index))):
            population = PEOPLE
        is_attacker = population in FIGHTERS and population in self.whole.attackers
        is_attacker = is_attacker or _blow_themselves_up(analysis, index)
        is_attacker = is_attacker or _are_said_to_be_fighters(analysis, index)
        analysis.chunks[index].population = ATTACKER if is_attacker else population
        figure = self._figure(analysis, index)
        reading = read_scope(analysis, analysis.claims[index], figure, self.readings)
        self.readings.append(reading)
        return reading.figure

    def _figure(self, analysis: Analysis, index: int) -> Figure:
        """The figure of a claim, with the scope that its own words tell."""
        sentence, chunk, claim = analysis.sentence, analysis.chunks[index], analysis.claims[index]
        number = chunk.number
        if number is None:
            raise AssertionError("only numbers are claimed")
        start = sentence.start + analysis.tokens[chunk.first].start
        last = number.last if chunk.code == "j" else chunk.last
        end = sentence.start + analysis.tokens[max(chunk.first, last - 1)].end
        end = min(end, start + _LONGEST)
        line, column = self.whole.places.place(start)
        return Figure(
            id=f"f{self._before + len(self.readings) + 1}",
            path=self.document.path,
            outcome=claim.outcome,
            range=number.range,
            qualifier=number.qualifier,
            number=number.value,
            population=chunk.population or PEOPLE,
            scope=claim.scope or Scope.TOTAL,
            event=event_of(analysis, index, self.story),
            source=find_source(analysis, chunk.first, self.speakers),
            text=self.document.text[start:end],
            start=start,
            end=end,
            line=line,
            column=column,
            passage=sentence.passage.kind,
            paragraph=sentence.passage.number,
            sentence=sentence.text,
        )


def _first_telling(passages: Sequence[Passage], start: int) -> int:
    """The place of the first passage, from a place on, that may have a figure; else their end."""
    places = range(max(0, start), len(passages))
    return next((place for place in places if _may_begin(passages[place])), len(passages))


def _may_begin(passage: Passage) -> bool:
    """Whether a passage may have a figure though nothing was told before: most have no word for it.

    Of one so long that it is cut into pieces the words are not known yet.
    """
    if passage.kind is Kind.TABLE or len(passage.text) > LONGEST:
        return True
    vocabulary = frozenset(find_words(passage.text))
    return may_harm(vocabulary) or may_seek(vocabulary)


def _may_tell(analysis: Analysis, discourse: Discourse) -> bool:
    """Whether the words of a sentence may make a figure of any number in it: most have none."""
    if analysis.kind is Kind.TABLE or analysis.may_harm:
        return True
    if discourse.topic is not None or is_below_label(analysis, discourse):
        return True
    if not discourse.figures:
        return opens(analysis)
    return may_lean(analysis.words, analysis.sentence.text, analysis.glossary.number_words)


def _claim(analysis: Analysis, discourse: Discourse, table: Table) -> str:
    """Find out which numbers of a sentence are figures; tell of a limit that it runs into."""
    limit = ""
    if analysis.chunks:
        if analysis.sentence.is_piece:
            limit = f"a sentence does not end within {LONGEST:,} characters"
        try:
            add_claims(analysis)
        except TimeoutError:
            analysis.claims.clear()
            return "a sentence takes too long to read"
        add_apposed(analysis, discourse)
        add_mourned(analysis)
        add_hit(analysis, discourse)
        add_labelled(analysis, discourse)
        add_recalls(analysis, discourse)
        add_parts(analysis, discourse)
        add_elided(analysis, discourse)
        add_sought(analysis, discourse)
        drop_rates(analysis)
    if analysis.kind is Kind.TABLE:
        add_cells(analysis, analysis.sentence.text, table)
    return limit


def _kill(readings: list[Reading], sentence: Sentence) -> None:
    """Read the one hurt before as killed: "A man was shot. He died at the scene."."""
    figure = readings[-1].figure
    is_one = figure.number == 1 and figure.range.is_exact and figure.outcome is Outcome.INJURED
    is_somebody = figure.population != PEOPLE or figure.text.lower().startswith(("a ", "one "))
    if is_one and sentence.passage.number == figure.paragraph and is_somebody:
        readings[-1] = replace(readings[-1], figure=replace(figure, outcome=Outcome.KILLED))


def _elided(analysis: Analysis, index: int) -> str:
    """The population of a number without a noun: that of the figure before it in the sentence."""
    following = analysis.chunks[index + 1 : index + 2]
    if analysis.codes[index] == "j" and following and following[0].population:
        return following[0].population
    if _counts_all(analysis, index) or _is_named_by_harm(analysis, index):
        return _named_beside(analysis, index) or PEOPLE
    for at in range(index - 1, -1, -1):
        population, told = analysis.chunks[at].population, analysis.claims.get(at)
        if told is None and analysis.codes[at:index] == "Q," and _is_of_them(analysis, index):
            return population or PEOPLE  # "arrested 30 pupils, three of whom died"
        if told is None or population is None or analysis.codes[at] not in "QU":
            continue
        # "34 died, among them six children, and 58 were hurt": not children alone
        if told.scope is not Scope.PART or analysis.claims[index].scope is Scope.PART:
            return population if _is_same_kind(analysis, at, index) else PEOPLE
    return PEOPLE


def _is_of_them(analysis: Analysis, index: int) -> bool:
    """Whether it is "three of whom", or "three of them"."""
    return analysis.chunks[index].of == THEM


def _blow_themselves_up(analysis: Analysis, index: int) -> bool:
    """Whether they are who attacked: "after two women had blown themselves up at a market"."""
    if _BLOWING.isdisjoint(analysis.vocabulary):
        return False
    behind = dropwhile(_AUXILIARY.__contains__, analysis.texts[analysis.chunks[index].last :])
    verb, whom = [*islice(behind, 2), "", ""][:2]
    return verb in _BLOWING and whom in _SELVES


def _are_said_to_be_fighters(analysis: Analysis, index: int) -> bool:
    """Whether it is "31 people suspected to be militants"."""
    behind = analysis.texts[analysis.chunks[index].last :][: len(_SUPPOSED) + 2]
    return behind[1:-1] == _SUPPOSED and lemma(behind[-1]) in FIGHTERS


def _are_anybody_of_ours(words: AbstractSet[str]) -> bool:
    """As in "We have lost 14 of our citizens", who are no kind of the dead."""
    return "our" in words and not _OURS.isdisjoint(words)


def _are_mourned_by_theirs(analysis: Analysis, index: int) -> bool:
    """As in "a silence for their 31 colleagues", and not "and their three friends were hurt"."""
    chunk = analysis.chunks[index]
    of, their = [*analysis.texts[max(0, chunk.first - 1) : chunk.first + 1], "", ""][:2]
    of, their = (of, their) if their in _THEIRS else (text_at(analysis.tokens, chunk.first - 2), of)
    is_kin = not _OURS.isdisjoint(analysis.words_in(index))
    return of in _MOURNING and their in _THEIRS and is_kin


def _resumed(analysis: Analysis, index: int, discourse: Discourse) -> str | None:
    """Those who fight, where a number takes them up: "Four gunmen came. All four were shot."."""
    number = analysis.chunks[index].number
    if number is None or number.value is None:
        return None
    topic = analysis.chunks[1] if analysis.texts[0] == "of" and index > 1 else None
    if topic is not None and topic.population in _FIGHTING:
        return topic.population  # "Of the ten attackers, nine died"
    if _RESUMING.isdisjoint(analysis.words_of(number)):
        return None
    mentioned = discourse.mentioned(number.value)
    return mentioned if mentioned in _FIGHTING else None


def _labelled(analysis: Analysis, index: int) -> str | None:
    """Who are counted, in "Crew fatalities: 2", and not in "Total fatalities: 12"."""
    tokens, colon = analysis.tokens, analysis.chunks[index].first - 1
    if text_at(tokens, colon) != ":" or find_harm(text_at(tokens, colon - 1)) is None:
        return None
    noun = text_at(tokens, colon - 2)
    return person_of([noun]) if is_person_noun(noun) else None


def _named_beside(analysis: Analysis, index: int) -> str | None:
    """Who are counted, in "The number of motorcyclists killed went up to 297"."""
    harm = analysis.claims[index].harm
    if analysis.codes[max(0, harm - 3) : harm] != "#ow":
        return None
    noun = analysis.chunks[harm - 1]
    words = analysis.texts[noun.first : noun.last]
    return person_of(words) if is_person_noun(words[-1]) else None


def _counts_all(analysis: Analysis, index: int) -> bool:
    """Whether people of every kind are counted: "the toll is nine", "two boys among six dead"."""
    harm = analysis.claims[index].harm
    # "the toll is nine", "bringing to 630 the number killed"
    is_toll = harm >= 0 and "t" in (analysis.codes[harm], analysis.codes[index + 1 : index + 2])
    is_number = harm > 0 and (
        analysis.codes[harm - 1] == "#" or analysis.codes[max(0, harm - 3) : harm] == "#ow"
    )
    before = text_at(analysis.tokens, analysis.chunks[index].first - 1)
    # "nine women and two men, which makes 11", "raised to 11 the dead"
    is_sum = analysis.claims[index].name == "makes" or analysis.codes[index + 1 :][:1] == "G"
    return is_toll or is_number or is_sum or before in _AMONG


def _is_named_by_harm(analysis: Analysis, index: int) -> bool:
    """Whether it is "all nine injured", behind "One attacker was shot": not nine attackers."""
    chunk = analysis.chunks[index]
    is_all = chunk.number is not None and "all" in analysis.words_of(chunk.number)
    # ... but "all five of them trampled" are those told of last
    return is_all and chunk.of is None and analysis.claims[index].harm == index + 1


def _is_same_kind(analysis: Analysis, before: int, index: int) -> bool:
    """Whether an elided noun can be the one of the figure ``before``.

    Not where others were listed beside it: "killing two men and a girl and hurting nine more".
    """
    told, claim = analysis.claims[before], analysis.claims[index]
    if told.outcome is claim.outcome:
        return True
    numbers = [analysis.chunks[at].number for at in (before, index)]
    is_one = [number is not None and number.value == 1 for number in numbers]
    if is_one == [True, False] and analysis.chunks[before].population in _SEXES:
        return False  # "Man dies and three injured"
    listed = {
        analysis.chunks[at].population
        for at, other in analysis.claims.items()
        if at < index and other.outcome is told.outcome
    }
    return len(listed - {None}) == 1
