"""CAS203."""

from __future__ import annotations

from collections.abc import Iterator

from casualties.model import Severity
from casualties.reconciler.breakdowns import Breakdown
from casualties.reconciler.incidents import Incident
from casualties.reconciler.rules.rule import Breach, rule

__all__ = ["parts_do_not_add_up"]


@rule(
    "CAS203",
    Severity.WARNING,
    "the parts make {working}, but the {counted} is {0}",
    look="Count the parts again, then look at {0}.",
    advice='If the list leaves some people out, write "including", or say who they are.',
    flags=[
        ("Forty people were injured, 23 men and 15 women.",),
        ("The crash killed 40 people.", "The dead were 23 men and 15 women."),
        ("All 96 people were killed.", "Those who died were 90 passengers and a crew of five."),
        ("The fire killed 13 people, five of them in a cellar and the other seven on the roof.",),
        ("The collapse killed 31 people.", "The dead were 12 men, 11 women and seven children."),
        ("Six people were hurt, three women and two men.",),
        ("Gunmen killed 22 people.", "The dead were nine foreigners and 11 locals."),
        ("The crash killed 40 people.", "The victims were 23 men and 15 women, all of them Poles."),
        (
            "The ambush killed 17 people.",
            "All of the dead were soldiers or drivers: 11 soldiers and four drivers were killed.",
        ),
        ("Fourteen people died.", "Nine of the dead were women and three were men."),
        ("Fourteen people died.", "Nine were from Velm, three from Lund and one from Osk."),
        (
            "A fire hurt 24.",
            "Of the 24 injured, 15 went to the City hospital and eight to a clinic.",
        ),
        ("Nine people died.", "Five of the nine died on Sunday, two on Monday and one on Tuesday."),
        ("Twelve people died.", "The victims comprised six farmers, three drivers and a priest."),
        ("Twelve people died.", "The dead: six women, three men and a child."),
        ("A slope slid, killing 33.", "The victims include 14 women, nine men and eight children."),
        ("All 18 died.", "Nine of the dead were Poles, five were Czech and three were Danish."),
        ("The crash killed 21.", "Eleven of the dead were Polish, six Czech and three Slovak."),
        (
            "Eleven people died when a bus hit a lorry.",
            "Eight people on the bus and two in the lorry were killed.",
        ),
        (
            "Eleven people died when a bus and a lorry collided.",
            "Nine of those killed were on the bus and one in the lorry.",
        ),
        (
            "A storm killed 45.",
            "The 45 deaths break down into 20 in Osk, 14 in Velm and six in Tarn.",
        ),
        (
            "A storm killed 24.",
            "The toll of 24 consists of 11 who drowned, eight who froze and four who fell.",
        ),
        (
            "Floods killed 40.",
            "Twelve died in Osk: five in cellars, four in a school and two at sea.",
        ),
        ("Fourteen soldiers were wounded: eight by a mine and five by snipers.",),
        ("A storm killed 24 people, 13 in Osk, six in Velm and four in Lund.",),
        ("A storm killed 24 people.", "The dead comprise 13 in Osk, six in Velm and four in Lund."),
    ],
    passes=[
        ("A storm killed 24 people, 14 in Osk, six in Velm and four in Lund.",),
        ("A storm killed 24 people in Osk, six in Velm and four in Lund.",),
        (
            "A storm killed 24 people.",
            "The dead comprise 13 in Osk, six in Velm and four in Lund. Another died in hospital.",
        ),
        (
            "A storm killed 24 people.",
            "Eleven of the dead drowned and eight were crushed by trees. The other five froze.",
        ),
        ("A storm killed 45.", "The 45 deaths include 20 in Osk, 14 in Velm and six in Tarn."),
        (
            "A storm killed 45.",
            "The 45 deaths break down into 20 in Osk, 19 in Velm and six in Tarn.",
        ),
        (
            "Floods killed 40.",
            "Twelve died in Osk, most on Sunday: five in cellars, four in a school and two at sea.",
        ),
        ("Fifteen died: eight in Osk, five in Velm and one each in Tarn and Lund.",),
        ("Forty died.", "The 40 dead comprise 20 children, nine women and men of all ages."),
        (
            "Bandits killed 40.",
            "The gang that killed 40 people is made up of six men and two women.",
        ),
        ("Forty people were injured, 23 men and 17 women.",),
        ("Forty people were injured, including 23 men and 15 women.",),
        ("The crash killed 40 people.", "Among the dead were 23 men and 15 women."),
        ("At least 38 people were injured, 23 men and 17 women.",),
        ("The fire killed 13 people, five of them in a cellar and the other eight on the roof.",),
        ("The crash killed 40 people.", "Two men and a woman died on the way to hospital."),
        ("Gunmen killed 22 people.", "The dead were 11 foreigners and 11 locals."),
        ("Gunmen killed 22 people.", "Among the dead were nine foreigners and 11 locals."),
        ("Gunmen killed 22 people.", "Most of the dead were locals: nine guards and six drivers."),
        (
            "Fourteen people died.",
            "Nine of the dead were women and three were men; the others have not been named.",
        ),
        (
            "A fire hurt 24.",
            "Of the 24 injured, 14 went to the City hospital and eight to a clinic.",
        ),
        ("Fourteen people died.", "Most were locals: nine from Velm, three from Lund and a Dane."),
        ("Fourteen people died.", "Six were from Velm, three from Lund and one from Osk."),
        ("A slope slid, killing 33.", "The victims include 14 women, ten men and nine children."),
        ("A slope slid, killing 33.", "Among the dead are 14 women, nine men and eight children."),
        ("All 18 died.", "Nine of the dead were Poles, five were Czech and four were Danish."),
        (
            "Eleven people died when a bus hit a lorry.",
            "Nine people on the bus and two in the lorry were killed.",
        ),
        (
            "Eleven people died when a bus hit a lorry.",
            "Eight people on the bus and two in the lorry died at the scene.",
        ),
        (
            "Eleven people died when a bus, a car and a lorry collided.",
            "Eight people on the bus and two in the lorry were killed.",
        ),
        (
            "Eleven people died when a bus hit a lorry.",
            "Eight people on the bus and two in the lorry were killed.",
            "A cyclist was crushed to death.",
        ),
    ],
)
def parts_do_not_add_up(incident: Incident) -> Iterator[Breach]:
    """A list that claims to be everybody does not give the total.

    "Forty people, 23 men and 15 women" leaves two people out, and readers add up. A list after
    "including" or "among them" claims nothing of the kind.

    Count the parts again, and then look at the total. If the list is right and leaves some people
    out, write "including", or say who the others were.
    """
    for breakdown in incident.breakdowns:
        whole, head = incident.whole_of(breakdown), incident.head_of(breakdown)
        told = (head,) if head is not None else whole.figures if whole is not None else ()
        if not breakdown.exhaustive or _fits_another(incident, breakdown):
            continue
        total = breakdown.sum
        against = [f for f in told if not f.range.overlaps(total)]
        below = [f for f in against if f.range.high is not None and f.range.high < total.low]
        # More than the total is a graver matter, and another rule's.
        if against and not below and len(against) == len(told):
            yield Breach((*against, *breakdown.parts), len(against), breakdown.working)


def _fits_another(incident: Incident, breakdown: Breakdown) -> bool:
    """Whether the list is all of another figure: the five new deaths, the bodies found so far."""
    total = breakdown.sum
    return any(
        figure.outcome is breakdown.outcome
        and figure not in breakdown.parts
        and figure.range == total
        for figure in incident.figures
    )
