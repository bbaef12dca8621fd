"""Victims as object: "killing 12", "killed 12", "claimed 12 lives"."""

from casualties.extractors.constructions.pattern import Construction
from casualties.model import Outcome

CONSTRUCTIONS = [
    Construction(
        "to-death-or-hospital",
        "{ANYONE}(?P<harm>[ER])",
        finds={
            "The tanker burned thirty people to death.": "30",
            "Coach fire sends nine to hospital": "9",
        },
    ),
    Construction(
        "put-in-hospital",
        "(?<=[vL]a?) {ANYONE} (?P<harm>[Ke])",
        only=Outcome.INJURED,
        finds={
            "The leak put 30 guests in hospital over five days.": "30",
        },
        skips=["The crash put 12 beds in hospital use."],
    ),
    Construction(
        "brought-them-out-harmed",
        "(?<=[vzC]P?a?) {ANYONE} [Pa]{1,3}(?:(?P<harm>[ek]){ALONE}|h[wyoDa]{0,5}(?P<harm>[mW]))",
        finds={
            "They brought 20 people out dead.": "20",
            "They brought 20 people out alive with injuries.": "20",
            "They pulled 20 people out alive with varying degrees of injury.": "20",
        },
        skips=["They brought 20 chairs out broken.", "They brought 20 people out alive."],
    ),
    Construction(
        "treated-hurt",
        "(?P<treating>k) {ANYONE} (?P<harm>[ke])(?=[Ppac,.;:]|$)",
        only=Outcome.INJURED,
        finds={
            "The nurses have treated 21 injured since noon.": "21",
            "The nurses treated 40 people with injuries.": "40",
        },
        skips=["The raid wiped out 12 huts with injuries."],
    ),
    Construction(
        "and-so-many-as-hurt",
        "(?<=E)c(?P<victims>[QN])(?P<named>P)(?P<harm>[ke])(?=[,.;]|$)",
        finds={"It listed 11 persons as missing and 102 as injured.": "11 102"},
        skips=["It listed 11 persons as missing and 102 in hospital."],
    ),
    Construction(
        "took-and-killed",
        "(?<=[zwkC]P?a?) {ANYONE} [^.;:QNUkKdr]{0,9}?(?:,?[cPf]|,)a?(?P<harm>q)",
        finds={"They dragged three men from the bus and shot them dead.": "3"},
        skips=["He hid from the men and killed them."],
    ),
    Construction(
        "shot-who-died",
        "(?<=[kgb]a?) {ANYONE},?r[aH]*{DIED}",
        only=Outcome.KILLED,
        finds={"Guards shot two burglars, who later died.": "2"},
    ),
    Construction(
        "killing",
        "{KILLING} a?o?D? {OBJECTS}",
        finds={"A bomb went off, killing up to nine civilians.": "0-9"},
        skips=["He was jailed for killing 12 years ago."],
    ),
    Construction(
        "no-trace-was-found",
        "(?P<harm>g)D?(?P<victims>[QN])(?:[aH]*B[aT]*(?=[.,;Pr]|$)|K)",
        only=Outcome.MISSING,
        finds={
            "No trace of the nine hikers has been found.": "9",
            "Hopes fade for six men still missing.": "6",
        },
        skips=["Killing nine hikers has been denied."],
    ),
    Construction(
        "shot-dead",
        "(?<=[kgbz]a?)(?![QNU],[QNU]e) {ANYONE} (?P<harm>e)(?![wy])",
        only=Outcome.KILLED,
        finds={"Police shot twelve people dead.": "12"},
    ),
    Construction(
        "kills",
        "{KILLS} a?D? {OBJECTS}",
        finds={"Bus plunge kills 14, hurts 30": "14 30", "We mourn our two colleagues.": "2"},
        skips=["A plot to kill 40 people was foiled."],
    ),
    Construction(
        "that-would-kill",
        "rMa?(?:[vwz]P?f)?(?P<harm>b) a?D? {OBJECTS}",
        only=Outcome.KILLED,
        finds={
            "He saw the first smoke of the fire that would kill 12 people.": "12",
            "She lit the fire that would go on to kill 12 people.": "12",
        },
        skips=[
            "They fear the fire that would kill 12 people.",
            "A bomb that would kill 12 is lost.",
        ],
    ),
    Construction(
        "killed",
        '{KILLED} {ASIDE} a?D?"? {OBJECTS}',
        finds={
            "The quake has killed 12 people.": "12",
            "The quake has killed, by the army's count, 12 people.": "12",
        },
        skips=["The blast could have killed 200 people."],
    ),
    Construction(
        "claimed-lives",
        "[CO]o?(?:,P[PDwoaX']{1,7},|{ASIDE})[aDT]*(?:(?:X,){0,3}X,?c)?(?P<victims>l)",
        Outcome.KILLED,
        finds={
            "The fire claimed 12 lives.": "12",
            "The fire claimed, in less than half an hour, 12 lives.": "12",
            "It was won at the cost of 12 lives.": "12",
            "The slide took nine houses and four lives.": "4",
        },
        skips=["The drill saved 14 lives."],
    ),
    Construction(
        "lives-lost",
        "(?P<victims>l){WHO} {VERBAL} B?[aB]*[CO]",
        Outcome.KILLED,
        finds={"Twelve lives were lost.": "12"},
    ),
    Construction(
        "lives-it-took",
        '(?P<victims>l),?r?D?w{0,2}[aH]*C(?=[,.;:"c]|$)',
        Outcome.KILLED,
        finds={"We mourn the twelve lives that the fire claimed.": "12"},
        skips=["The twelve lives that he took up again are told here."],
    ),
    Construction(
        "left-dead",
        "(?<=L|[vzC]P)(?P<harm>[ek])(?=[QNUj]) {OBJECTS}",
        finds={
            "They brought out dead three guards.": "3",
            "The raid left dead three guards and wounded two.": "3 2",
        },
        skips=["The raid left dead cows in the road."],
    ),
    Construction(
        "left-some-dead",
        "(?<=L)(?P<victims>j[QN])a{0,2}(?:[Pp]D?w{1,3})?a?(?P<harm>[ekK])(?![wy])",
        finds={
            "The crash left 12 of the 30 people on board dead.": "12",
            "That leaves nine of the 40 pilgrims in the bus missing.": "9",
        },
        skips=["It left 12 of the 30 cows in the yard dead."],
    ),
    Construction(
        "left-with-some-dead",
        "(?<=L)(?P<victims>j?[QN])c(?:Dw#o[wya]{1,3}|D?w{1,2})a?(?P<harm>[ekK])(?![wy])",
        finds={
            "The fight left at least 12 guards and some inmates dead.": "12+",
            "The raid left four clerks and an unknown number of robbers missing.": "4",
        },
        skips=["The storm left 12 carts and some cows dead."],
    ),
    Construction(
        "left-there-dead",
        "(?<=L) {ANYONE} (?:[Pp]D?w{1,3}){1,2}a?(?P<harm>[eK])(?![wy])",
        finds={"The crash left four people in the truck dead on the spot.": "4"},
        skips=["The crash left four people in the truck."],
    ),
    Construction(
        "lost-men",
        "O[aDT]*(?:(?P<kin>w)(?:,[Dw]{1,3}){0,3},?c)?(?=Q) {OBJECTS}",
        Outcome.KILLED,
        finds={
            "The army lost 11 men.": "11",
            "We have lost nine women, 12 children and a man.": "9 12 1",
            "She lost her husband and four daughters.": "4",
        },
        skips=["They lost 11 games.", "She lost her job and four friends."],
    ),
    Construction(
        "lost-in",
        "(?<!B|B[aT])Oa?(?P<victims>N)P(?P<scene>[DwX]{1,4})",
        Outcome.KILLED,
        finds={"The Aguilar family lost five in the flood.": "5"},
        skips=["The town lost five in the draw."],
    ),
    Construction(
        "loss-of-all",
        "O(?P<victims>N)(?P<aboard>a)",
        Outcome.KILLED,
        finds={"The jet crashed with the loss of all 30 on board.": "30"},
        skips=["They lost 30 friends on board.", "The club has lost 12 already."],
    ),
    Construction(
        "mourns-killed",
        "b(?P<victims>[QN])(?P<harm>k)(?=[Pp])",
        only=Outcome.KILLED,
        finds={"Premier mourns 12 killed in Osk": "12"},
        skips=["Bomb kills dog killed in Osk"],
    ),
    Construction(
        "that-killed",
        "r[^,;:.]{0,9}(?<!B|B[aT]|Baa)(?P<harm>k)(?:ca?(?P<second>k))?{ASIDE}a?o?D? {OWN_OBJECTS}",
        finds={
            "The fire that killed 19 people was lit by a boy.": "19",
            "The blast that killed two and hurt 30 has been put down to gas.": "2 30",
        },
        skips=["The men who killed time on the 12 benches were fined."],
    ),
    Construction(
        "why-it-killed",
        "(?P<asked>w)(?:D|Dw{1,2})?H?a?(?P<harm>k){ASIDE}a?D? {OWN_OBJECTS}",
        finds={
            "Why it killed 19 people is not known.": "19",
            "What killed 19 people was the smoke.": "19",
        },
        skips=[
            "Boys it killed 19 people were kind to.",
            "What killed time was the 19 men who sang.",
        ],
    ),
]
