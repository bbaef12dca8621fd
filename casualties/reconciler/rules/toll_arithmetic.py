"""CAS204."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise, product
from math import inf

import regex

from casualties import lexicon
from casualties.model import ATTACKER, Figure, Kind, Outcome, Qualifier, Scope, Severity
from casualties.patterns import pattern
from casualties.ranges import Range, are_far_apart, is_slip
from casualties.reconciler.incidents import Incident
from casualties.reconciler.ordinals import count_ordinals, find_left_behind, rank_of
from casualties.reconciler.pairs import is_mention
from casualties.reconciler.rules.rule import Breach, rule
from casualties.reconciler.voices import is_same_voice
from casualties.reconciler.wording import sum_of, write_sum

__all__ = ["toll_arithmetic"]

_MOST_INCREMENTS = 6
"""Beyond so many, some subset of them leads anywhere."""

_MOST_COMPARED = 400
"""Steps from an old toll to a new one that are looked at; a history of more is a table."""


_WEEK = 7
_UNTIL = pattern(r"\b(?:by|until|till|as of) ", regex.IGNORECASE)
_HAD_STOOD = pattern(r"\bearlier stood at $", regex.IGNORECASE)
_FOUND = pattern(r"\bhad (?:been )?\w+")
# "bringing the toll to six, police said", and not "to six, the gunman among them"
_END = pattern(r"(?:,[^,.]* (?:said|confirmed|announced))?\W*$")


@rule(
    "CAS204",
    Severity.ERROR,
    "the old toll and the increase make {working}, but the {counted} is now {0}",
    look="Look first at the increase: it may belong to another toll.",
    advice="Bring the oldest of the three up to date, or say what else has changed.",
    flags=[
        ("Two more people died on Sunday, bringing the toll to 45.", "It had stood at 40 deaths."),
        ("The toll rose from 28 to 31 after two more people died.",),
        ("The death toll rose from 24 to 26 after three more victims died.",),
        ("Four more bodies were found, taking the toll to 39 from 34.",),
        ("Five more people died, raising the death toll from 60 to 66.",),
        ("Another person died, bringing the toll to eight from six.",),
        ("Two more people died, bringing the toll to eight from eight.",),
        (
            "The government said that 204 people had died.",
            "Two bodies were found, raising the toll from 201 to 204, the interior ministry said.",
        ),
        (
            "Two more people died overnight.",
            "Two more patients died overnight, bringing the toll to 44 from 40.",
        ),
        (
            "Two bodies were found in a hostel that burned on Friday, raising the toll to 13.",
            "By Saturday evening the toll had stood at 10.",
        ),
        ("A fourth victim of the fire has died, bringing the death toll to six.",),
        (
            "Gas blast: third victim dies",
            "A man of 82 has died, bringing the number of dead to four.",
        ),
        ("The toll rose to 14 on Friday after a 12th victim died.",),
        (
            "A ninth person has died after a crash.",
            "The crash, in which eight people died, was the worst in years.",
        ),
    ],
    passes=[
        ("A fourth victim of the fire has died, bringing the death toll to four.",),
        ("A third person has died in hospital, bringing the death toll to four.",),
        ("A third victim has died, and a fourth, bringing the death toll to four.",),
        ("A third victim has died of burns, bringing the toll to 12.",),
        ("The toll rose to 30 from 28 after two more people died.",),
        ("Two more people died, bringing the toll to 42.",),
        ("The toll rose to 31 from 28.",),
        ("The toll rose to at least 30 from 28 after two more people died.",),
        (
            "Two more people died overnight.",
            "Two more patients died overnight, bringing the toll to 42 from 40.",
        ),
        (
            "Two more people died on Tuesday, bringing the toll to 23.",
            "Earlier reports put the number at 18.",
        ),
        (
            "Two more bodies were found on Friday, bringing the toll to 23.",
            "On Tuesday police had reported 18 deaths.",
        ),
        ("The toll was revised down from 60 to 52.", "One more person died on Friday."),
        (
            "The toll had stood at 13 on Monday.",
            "Six bodies were found overnight, and one more at noon.",
            "By Tuesday evening 20 people were known to have died.",
        ),
        ("The toll climbed to 92 from 71.", "The aftershocks caused no further deaths."),
        (
            "A ninth person has died after a crash.",
            "The crash, in which nine people died, was the worst in years.",
        ),
        (
            "The army had at first reported the death of two officers and three soldiers.",
            "Later it said that 18 more soldiers had died, and that the death toll was 23.",
        ),
        (
            "Six more bodies were found on Thursday.",
            "Eleven bodies had been found on Tuesday and seven on Wednesday.",
            "With the six the number of dead has now reached 24.",
        ),
        (
            "Six more bodies were found on Thursday.",
            "Eleven bodies had been found on Monday and seven on Tuesday.",
            "With the six the number of dead has now reached 25.",
        ),
    ],
)
def toll_arithmetic(incident: Incident) -> Iterator[Breach]:
    """An increment does not lead from the old toll to the new one.

    If 40 had died and two more did, the toll is 42 and not 45. Either the increment or one of the
    tolls was left from another version. An increment told twice is counted once, and one that may
    be one of several is left alone.

    Work out which of the three is old, and bring it up to date. If the toll rose for another reason
    too, say so.
    """
    yield from _left_behind(incident)
    for outcome in Outcome:
        whole = incident.whole(outcome)
        increments = _increments(incident, outcome)
        if whole is None or not 0 < len(increments) <= _MOST_INCREMENTS:
            continue
        old = _old_tolls(incident, increments, whole.figures)
        by_day = _told_by_day(old or incident.of(outcome, Scope.PART), increments)
        old = old or by_day
        told_together = _ranked(incident, increments, whole.figures)
        told_together = told_together or _told_together(old, increments, whole.figures)
        if told_together:
            yield told_together
            continue
        if not old or (not by_day and _are_between(old, increments, whole.figures)):
            continue
        latest = max(figure.range.low for figure in old)
        new = [figure for figure in whole.figures if figure.range.low > latest]
        if len(old) * len(new) > _MOST_COMPARED or not new or _leads_there(old, increments, new):
            continue
        step = sum_of(figure.range for figure in _told_once(increments))
        before = sum_of(figure.range for figure in by_day or old[-1:])
        if _have_risen_otherwise(new, increments):
            continue
        if all(are_far_apart((before + step).low, figure.range.low) for figure in new):
            continue  # "There had been 33 deaths on Sunday": in that day
        # "... and four on Thursday. A woman died in hospital"
        beside = incident.figures if by_day else increments
        if _is_explained(incident.figures, before + step, new, beside):
            continue
        overshoots = all((o.range + step).low > _top(f) for o in old for f in new)
        # Fewer than the toll rose by may be some of the newly dead, unless both are told together.
        is_dated = _are_of_a_date(old, increments)
        if overshoots or (_stand_together(increments, new) and not is_dated):
            steps = (*(by_day or old[-1:]), *_told_once(increments))
            working = write_sum(figure.range for figure in steps)
            # Another source's toll shows nothing more, and would make a dispute of it.
            own = [toll for toll in new if all(is_same_voice(toll, each) for each in increments)]
            yield Breach((*(own or new), *old, *increments), len(own or new), working)


def _increments(incident: Incident, outcome: Outcome) -> list[Figure]:
    """What is added to the tolls of an outcome."""
    return [
        figure
        for figure in incident.of(outcome, Scope.ADDITIONAL)
        if figure.qualifier is not Qualifier.VAGUE and figure.range.high != 0
        # "Nine were badly hurt and another 21 slightly": no step from an older toll
        if not _is_another_degree(figure)
    ]


def _old_tolls(
    incident: Incident, increments: Sequence[Figure], tolls: Sequence[Figure]
) -> list[Figure]:
    """The older tolls from which an increment may lead on."""
    told = [*increments, *tolls]
    sentences = {figure.sentence for figure in told}
    return [
        figure
        for figure in incident.of(increments[0].outcome, Scope.PREVIOUS)
        if figure.sentence in sentences
        or not _is_no_step(figure, told)
        or _is_passed(figure, increments, tolls)
        if not (_is_days_before(figure, increments) or is_mention(figure))
    ]


def _ranked(
    incident: Incident, increments: Sequence[Figure], tolls: Sequence[Figure]
) -> Breach | None:
    """The last of the dead by its rank, and another toll: "a fourth victim, bringing it to six".

    One that is far off is a rank among some, as is that of who died "in hospital"; nor may anybody
    else have died since.
    """
    outcome = increments[0].outcome
    ranks = {step.id: _rank(step) for step in increments}
    counted = [*incident.of(outcome, Scope.PART), *incident.of(outcome, Scope.PREVIOUS)]
    has_killers = any(figure.population == ATTACKER for figure in incident.figures)
    is_one = len({toll.range for toll in tolls}) == 1 and tolls[0].range.is_exact
    if not any(ranks.values()) or has_killers or not (is_one and all(map(is_mention, counted))):
        return None
    for step, toll in product(increments, tolls):
        rank = ranks[step.id]
        beside = [each for each in increments if each.sentence == toll.sentence]
        is_told = toll.sentence == step.sentence
        is_told |= step.passage is Kind.HEADLINE and toll.paragraph - step.paragraph <= 1
        is_led_to = _leading().search(toll.head) and _END.match(toll.tail)
        is_led_to = is_led_to or _rising().search(step.head)
        if not (rank and is_told and is_led_to and [each.number for each in beside] == [1]):
            continue
        if is_same_voice(step, toll) and toll.range.low != rank and is_slip(rank, toll.range.low):
            return Breach((toll, step), 1, write_sum([Range.exactly(rank - 1), step.range]))
    return None


def _rank(step: Figure) -> int:
    """Which of the dead it is: 4 for "a fourth victim", 0 for one that is not told by its rank."""
    noun = step.text.lower().rpartition(" ")[2]
    is_ranked = noun in lexicon.load("scopes")["ranked"] and count_ordinals(step.sentence) == 1
    if not is_ranked or (noun == "person" and _in_clinic().search(step.tail)):
        return 0  # "A third victim has died, and a fourth"
    return rank_of(step)


@cache
def _in_clinic() -> regex.Pattern[str]:
    """Where some of the dead have died: "in hospital"."""
    clinics = "|".join(lexicon.load("reconciliation")["clinics"])
    return pattern(rf"\b(?:in|at) (?:[\w'’-]+ ){{0,3}}?(?:{clinics})", regex.IGNORECASE)


def _left_behind(incident: Incident) -> Iterator[Breach]:
    """The tolls that do not count the last of the dead in: "A fourth person has died"."""
    for toll, step, rank in find_left_behind(incident.figures):
        yield Breach((toll, step), 1, write_sum([Range.exactly(rank - 1), step.range]))


def _have_risen_otherwise(tolls: Sequence[Figure], increments: Sequence[Figure]) -> bool:
    """Whether a toll rose by somebody named: "Ali's body was found, raising the toll to 33"."""
    sentences = {step.sentence for step in increments}
    return any(toll.sentence not in sentences and _adding().search(toll.head) for toll in tolls)


@cache
def _leading() -> regex.Pattern[str]:
    """Words that bring a toll to a number, and no count of some: "bringing the death toll to"."""
    return pattern(
        rf"\b(?:{'|'.join(lexicon.load('scopes')['bringing'])}) the (?:death toll|toll|"
        r"(?:number|count|total) of (?:deaths|dead|fatalities|victims)|number dead) to $",
        regex.IGNORECASE,
    )


@cache
def _rising() -> regex.Pattern[str]:
    """Words by which a toll has risen: "rose to 14 after"."""
    return pattern("|".join(lexicon.load("scopes")["risen_after"]), regex.IGNORECASE)


@cache
def _adding() -> regex.Pattern[str]:
    """Words by which a toll is raised: "bringing the toll to"."""
    return pattern("|".join(lexicon.load("scopes")["adding"]), regex.IGNORECASE)


def _is_another_degree(step: Figure) -> bool:
    """Whether it goes on with those hurt less: "Nine were badly hurt and another 21 slightly"."""
    is_beside = step.head.endswith(" and ") and step.text.startswith("another")
    return is_beside and step.outcome is Outcome.INJURED


def _are_between(
    old: Sequence[Figure], increments: Sequence[Figure], tolls: Sequence[Figure]
) -> bool:
    """Whether old tolls came after the increase: "Four more died. By evening twelve were dead"."""
    last = max(increments, key=lambda figure: figure.start)
    between = [f for f in old if f.start > last.start and f.sentence != last.sentence]
    first = min(figure.start for figure in old)
    return any(toll.start > figure.start for toll in tolls for figure in between) or (
        bool(between) and first < last.start
    )


def _is_explained(
    figures: Sequence[Figure], reached: Range, new: Sequence[Figure], beside: Sequence[Figure]
) -> bool:
    """Whether the text counts others in: one died in hospital, "and is counted among the 13".

    Or beside the increase: "Six bodies were found overnight, and one more at noon".
    """
    missing = {
        (told.sentence, toll.range.low - reached.low)
        for toll in new
        if toll.range.is_exact
        for told in (toll, *beside)
    }
    return reached.is_exact and any(
        (figure.sentence, figure.range.low) in missing
        for figure in figures
        if figure.outcome is new[0].outcome
        and figure.scope is not Scope.ADDITIONAL
        and figure.range.is_exact
    )


def _told_together(
    old: Sequence[Figure], increments: Sequence[Figure], tolls: Sequence[Figure]
) -> Breach | None:
    """What one sentence tells of a toll that did not rise: "up from nine to nine, after two died".

    Where it tells of one old toll, one increase and one new toll.
    """
    if not old or _are_between(old, increments, tolls):
        return None
    for before in old:
        step, new = (
            [f for f in told if f.sentence == before.sentence] for told in (increments, tolls)
        )
        if len(step) != 1 or len(new) != 1 or before.range.low < new[0].range.low:
            continue
        if before.range.is_exact and new[0].range.is_exact and step[0].range.low > 0:
            working = write_sum([before.range, step[0].range])
            return Breach((*new, before, *step), 1, working)
    return None


def _is_no_step(old: Figure, told: Sequence[Figure]) -> bool:
    """Whether an old toll need not be the one before: "Earlier reports put the number at 18".

    It stands in no sentence of another count. Nor need another source's, or that of a headline
    ("UPDATE 1: 14 dead"), be the one before.
    """
    if old.passage is Kind.HEADLINE or not any(is_same_voice(old, figure) for figure in told):
        return True
    words = set(f"{old.head} {old.tail.partition(',')[0]}".lower().split())
    return not words.isdisjoint(lexicon.load("reconciliation")["first_accounts"])


def _is_passed(old: Figure, increments: Sequence[Figure], tolls: Sequence[Figure]) -> bool:
    """Whether a toll that "had earlier stood at 18" and what was added to it are above the new one.

    It was no first report. Others may have died in between, but nobody has come back.
    """
    reached = sum_of((old.range, *(each.range for each in _told_once(increments))))
    is_above = all(reached.low > _top(toll) for toll in tolls)
    return is_above and _HAD_STOOD.search(old.head) is not None


def _told_by_day(told: Sequence[Figure], increments: Sequence[Figure]) -> list[Figure]:
    """What one sentence tells of the days up to that of the increase, which adds up.

    As in "Nine bodies had been found on Sunday and eight on Monday", and five more on Tuesday.
    """
    last = {day for figure in increments for day in _weekdays(figure.sentence)[:1]}
    for sentence in {figure.sentence for figure in told} if len(last) == 1 else ():
        days = [figure for figure in told if figure.sentence == sentence]
        dates = _weekdays(sentence)
        is_list = len(days) == len(dates) > 1 and all(figure.range.is_exact for figure in days)
        is_up_to = all((day - each) % _WEEK == 1 for each, day in pairwise([*dates, *last]))
        if is_list and is_up_to and _FOUND.search(sentence):
            return days
    return []


def _is_days_before(old: Figure, increments: Sequence[Figure]) -> bool:
    """Whether an old toll is dated two days or more before the increase: Monday's, on Wednesday.

    What has been so until the day behind it is no older: that day is one of another event.
    """
    days = [day for figure in increments for day in _weekdays(figure.sentence)[:1]]
    most = _WEEK - 1 if _UNTIL.search(old.head) else _WEEK
    return bool(days) and any(
        all(1 < (each - day) % _WEEK < most for each in days)
        for day in _weekdays(old.sentence)[-1:]
    )


def _are_of_a_date(old: Sequence[Figure], increments: Sequence[Figure]) -> bool:
    """Whether old tolls are of days that no increase has: "On Aug. 8 it had put them at three"."""
    dates = {_date(figure) for figure in increments} | {""}
    return dates.isdisjoint(map(_date, old))


def _date(figure: Figure) -> str:
    """The day of the calendar that the sentence of a figure names, if it does."""
    match = _calendar().search(figure.sentence)
    return match[0].lower() if match else ""


@cache
def _calendar() -> regex.Pattern[str]:
    month = rf"(?:{'|'.join(lexicon.load('things')['months'])})\.?"
    return pattern(rf"\b(?:{month} \d{{1,2}}|\d{{1,2}} {month})\b", regex.IGNORECASE)


def _weekdays(sentence: str) -> list[int]:
    """The days of the week that a sentence names, counted from Monday on."""
    days: list[str] = lexicon.load("events")["days"][:_WEEK]
    words = sentence.lower().replace(",", " ").replace(".", " ").split()
    return [days.index(word) for word in words if word in days]


def _leads_there(
    old: Sequence[Figure], increments: Sequence[Figure], new: Sequence[Figure]
) -> bool:
    """Whether some of the increments lead from one of the old tolls to one of the new."""
    once = _told_once(increments)
    steps = {
        sum_of(figure.range for figure in chosen)
        for count in range(1, len(once) + 1)
        for chosen in combinations(once, count)
    }
    # "At first two officers and three soldiers had died": any of them, or all of them together.
    starts = {figure.range for figure in old} | {
        sum_of(figure.range for figure in old if figure.sentence == sentence)
        for sentence in {figure.sentence for figure in old}
    }
    ends = {figure.range for figure in new}
    return any((start + step).overlaps(end) for start, step, end in product(starts, steps, ends))


def _told_once(increments: Sequence[Figure]) -> list[Figure]:
    """The increments without repetitions: one number in two sentences is the same people."""
    once: dict[Range, list[Figure]] = {}
    for figure in increments:
        told = once.setdefault(figure.range, [])
        if not told or told[0].sentence == figure.sentence:
            told.append(figure)
    return sorted((f for told in once.values() for f in told), key=lambda figure: figure.start)


def _stand_together(increments: Sequence[Figure], new: Sequence[Figure]) -> bool:
    """Whether an increment stands beside the toll that it would lead to."""
    return any(
        abs(increment.paragraph - toll.paragraph) <= 1 for increment in increments for toll in new
    )


def _top(figure: Figure) -> float:
    return inf if figure.range.high is None else figure.range.high
