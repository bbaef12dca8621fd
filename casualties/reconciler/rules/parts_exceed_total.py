"""CAS202."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from casualties.lexicon import load
from casualties.model import PEOPLE, Figure, LineItem, Outcome, Scope, Severity
from casualties.patterns import either, pattern
from casualties.ranges import is_slip
from casualties.reconciler.breakdowns import Breakdown
from casualties.reconciler.incidents import Incident, stands_apart
from casualties.reconciler.killers import tells_of_dead_killer
from casualties.reconciler.rules.rule import Breach, rule
from casualties.reconciler.wording import is_definite, sum_of, write_sum

__all__ = ["parts_exceed_total"]

_HURT = [
    name
    for word in load("outcomes")["word"]
    if word["outcome"] == Outcome.INJURED
    for name in word["member"]
]
_OF_THE = pattern(rf"\S+ of the (?!{either(_HURT)})[\w -]+")
_ALL = pattern(r"all\b", regex.IGNORECASE)
_OTHER = pattern(r"the others?\b", regex.IGNORECASE)
_STILL = pattern(r"(?: (?:who|that) (?:are|were|had been))? still missing\b")


@rule(
    "CAS202",
    Severity.ERROR,
    "the parts make {working}, but the {counted} is only {0}",
    look="Look first at {0}: a total is easily left behind when its parts are brought up to date.",
    advice="Bring it up to date, or say who is counted in two of the parts.",
    flags=[
        ("Floods killed 29 people, 17 of them in Orlo, nine in Carrow and six in Tull.",),
        ("The crash killed 20 people, including 12 men and nine women.",),
        (
            "The flood killed 30 people.",
            "Among the dead were 14 farmers, 11 fishermen and eight pupils.",
        ),
        ("Forty people were injured, 23 women and 19 men.",),
        ("The blast injured 25 people, among them 16 soldiers and 12 policemen.",),
        (
            "The fire killed 15 people.",
            "Thirteen of the victims were residents of the home and three were members of staff.",
        ),
        ("The crush killed 19 people.", "There were 12 men, six women and two boys among the 19."),
        (
            "All six hikers died in the avalanche.",
            "Two bodies were found on Friday. The five still missing were found on Sunday.",
        ),
        ("The storm killed nine people.", "The dead included five women, three men and two boys."),
        (
            "A fire killed 16.",
            "Nine of the dead were Poles, five were Czech and three were Danish.",
        ),
        (
            "Floods killed 40.",
            "Twelve died in Osk, most on Sunday: five in cellars, four in a school and six at sea.",
        ),
        ("Five women were found dead: two lay on the shore, and four were taken from the sea.",),
        ("Ten people were killed (six in Osk and five in Velm), police said.",),
    ],
    passes=[
        ("Ten people were killed in Lund, six in Osk and five in Velm, police said.",),
        ("Ten people died yesterday, six on Monday and five on Sunday.",),
        (
            "Floods killed 40.",
            "Twelve died in Osk: five in cellars, four in a school and three at sea.",
        ),
        (
            "Floods killed 17.",
            "Of them, 16 died in Osk: 13 in a mill, two in a barn, one at sea. The other drowned.",
        ),
        ("Five women were found dead: two lay on the shore, and three were taken from the sea.",),
        ("Five women were hurt, police said: two were in hospital, and four were unhurt.",),
        (
            "All six hikers died in the avalanche.",
            "Two bodies were found on Friday. The four still missing were found on Sunday.",
        ),
        ("Floods killed 32 people, 17 of them in Orlo, nine in Carrow and six in Tull.",),
        ("The crash killed 20 people, including 12 children, nine of them girls.",),
        ("The flood killed 30 people.", "Twenty of the dead were women; 15 of them were farmers."),
        (
            "The flood killed 30 people.",
            "Twenty of the dead were women.",
            "Fifteen of the dead came from Orlo.",
        ),
        ("At least 20 people were killed, including 12 men and nine women.",),
        ("The blast injured 25 people, among them 16 soldiers and nine policemen.",),
    ],
)
def parts_exceed_total(incident: Incident) -> Iterator[Breach]:
    """The parts of one list make more than the total that they are parts of.

    Seventeen in one town, nine in another and six in a third are 32, so that the total cannot be
    29. Only parts that stand in one list or coordination are added, since two counts of their own
    ("twenty women", "fifteen farmers") may be of the same people.

    Check the total first: it may be older than its parts. If some people are in two of the parts,
    say so.
    """
    for breakdown in incident.breakdowns:
        head = incident.head_of(breakdown)
        if head is not None and head.range.high is not None:
            if breakdown.sum.low > head.range.high and not _go_on_to_all(incident, breakdown, head):
                yield Breach((head, *breakdown.parts), 1, breakdown.working)
            continue
        whole = incident.whole_of(breakdown)
        limit = incident.highest(whole) if whole else None
        low = breakdown.sum.low
        if whole is None or limit is None or low <= limit or _had_been_reached(incident, breakdown):
            continue
        if _is_stated_beside(incident, breakdown) or _are_the_dead_among_them(incident, breakdown):
            continue
        if low - limit == 1 and any(map(tells_of_dead_killer, whole.figures)):
            continue  # "Gunman kills five, then himself. Four died there, and two in hospital"
        if all(part.range.low > limit for part in breakdown.parts):
            continue  # "Three died in Osk. Four deaths and five more elsewhere": no whole of them
        if _are_others_beside(breakdown, whole, limit):
            continue
        kinds = {PEOPLE, *(figure.population for figure in whole.figures)}
        if not is_slip(low, limit) and all(
            part.population not in kinds and stands_apart(part, whole) for part in breakdown.parts
        ):
            continue
        against = [f for f in whole.figures if f.range.high is not None and f.range.high < low]
        yield Breach((*against, *breakdown.parts), len(against), breakdown.working)
    yield from _found_and_missing(incident)


def _go_on_to_all(incident: Incident, breakdown: Breakdown, head: Figure) -> bool:
    """Whether the last of them are the rest of all, and not of those that their list explains.

    As in "Of the 17 dead, 16 died in Osk: 13 in a mill and three on a farm. The other one drowned".
    """
    *_, last = breakdown.parts
    rest = last.range + head.range
    return (
        head.scope is Scope.PART
        and _OTHER.match(last.text) is not None
        and any(total.range.overlaps(rest) for total in incident.of(breakdown.outcome, Scope.TOTAL))
    )


def _found_and_missing(incident: Incident) -> Iterator[Breach]:
    """More who were found and still missing than all, who are dead: "all six", three and four."""
    whole = incident.whole(Outcome.KILLED)
    sought = incident.of(Outcome.MISSING, Scope.TOTAL)
    is_all = whole is not None and any(_ALL.match(figure.text) for figure in whole.figures)
    if whole is None or not is_all or len({each.range for each in sought}) != 1:
        return
    told = [f for f in incident.of(Outcome.KILLED, Scope.TOTAL) if not f.is_doubtful]
    if whole.range is None or not whole.range.is_exact or not set(told) <= set(whole.figures):
        return
    bodies = [
        figure
        for scope in (Scope.PREVIOUS, Scope.PART)
        for figure in incident.of(Outcome.KILLED, scope)
        if figure.range.is_exact and figure.text.endswith("bodies")
    ]
    for missing in sought:
        is_left = is_definite(missing) and _STILL.match(missing.tail) is not None
        is_left = is_left and missing.range.low < whole.range.low  # "the 20 still missing in town"
        near = [f for f in bodies if f.paragraph == missing.paragraph and f.start < missing.start]
        if is_left and near and missing.population in {f.population for f in (*told, *near)}:
            found = min(near, key=lambda figure: figure.range.low)
            ranges = found.range, missing.range
            against = [f for f in whole.figures if f.source in (None, missing.source)]
            if against and missing.range.is_exact and sum_of(ranges).low > whole.range.low:
                yield Breach((*against, found, missing), len(against), write_sum(ranges))


def _are_others_beside(breakdown: Breakdown, whole: LineItem, limit: int) -> bool:
    """Whether a list has all those of one kind, and others: "14 rebels and two soldiers".

    They are no parts of "14 fighters", as they would be of 14 people.
    """
    kinds = {figure.population for figure in whole.figures}
    is_whole = any(part.range.low == limit for part in breakdown.parts)
    return is_whole and PEOPLE not in kinds and len({p.population for p in breakdown.parts}) > 1


def _is_stated_beside(incident: Incident, breakdown: Breakdown) -> bool:
    """Whether its sentence has its sum: "15 people, 12 nationals and three others, were killed"."""
    return any(
        figure.sentence == breakdown.parts[0].sentence and figure.range.overlaps(breakdown.sum)
        for scope in (Scope.TOTAL, Scope.ADDITIONAL)
        for figure in incident.of(breakdown.outcome, scope)
    )


def _are_the_dead_among_them(incident: Incident, breakdown: Breakdown) -> bool:
    """Whether a list says from where all came, the dead and the hurt: "Eleven of the migrants"."""
    if breakdown.outcome is not Outcome.INJURED:
        return False
    items = [incident.whole(outcome) for outcome in (Outcome.KILLED, Outcome.INJURED)]
    most = sum((item and incident.highest(item)) or 0 for item in items)
    is_of_all = _OF_THE.fullmatch(breakdown.parts[0].text) is not None
    return is_of_all and breakdown.sum.low <= most


def _had_been_reached(incident: Incident, breakdown: Breakdown) -> bool:
    """Whether the list may be of an earlier, higher toll: "revised down from 359 to 253"."""
    return any(
        figure.range.high is None or figure.range.high >= breakdown.sum.low
        for figure in incident.of(breakdown.outcome, Scope.PREVIOUS)
    )
