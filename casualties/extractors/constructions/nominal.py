"""Deaths and injuries as nouns: "the death of 12", "a toll of 12", "12 fatalities"."""

from casualties.extractors.constructions.pattern import Construction
from casualties.model import Outcome

CONSTRUCTIONS = [
    Construction(
        "deaths-counted",
        "(?P<victims>F)",
        finds={"The storm caused 12 deaths.": "12", "No injuries were reported.": "0"},
        skips=["The death of the king was announced."],
    ),
    Construction(
        "deaths-of",
        "{DEATHS} (?:a|[KeP][Dw]{0,2}){0,2} oD?a?(?:w[BMT]{1,3}(?:fB)?)? {ANYONE}",
        finds={
            "The leak caused the deaths of 12 people.": "12",
            "The toll rose with the deaths in hospital of two women.": "2",
            "The bodies of what seem to be three men were found.": "3",
            "It mourns the deaths on Monday of 12 people.": "12",
        },
        skips=["His death at 97 was peaceful."],
    ),
    Construction(
        "deaths-whose",
        "(?P<victims>[QU])'(?P<harm>m)",
        finds={"The embassies know of the 12 foreign workers' deaths.": "12"},
        skips=["The 12 workers' homes were lost."],
    ),
    Construction(
        "killing-of",
        "(?P<harm>g)oD?a? {ANYONE}",
        finds={"He was jailed for the wounding of three men.": "3"},
    ),
    Construction(
        "killing-by-of",
        "(?P<harm>[gm])(?P<agent>P)[Dwy]{1,4}oD?a? {ANYONE}",
        finds={
            "They condemn the killing by armed men of three nuns.": "3",
            "They condemn the killing in January of three nuns.": "3",
        },
        skips=["They saw the killing in front of three nuns."],
    ),
    Construction(
        "injuries-suffered-by",
        "(?P<harm>[mW])[aBHT]*BS(?P<agent>P)a? {ANYONE}",
        only=Outcome.INJURED,
        finds={"Injuries were suffered by 35 people.": "35"},
        skips=["Injuries were suffered in 35 falls."],
    ),
    Construction(
        "whose-injuries-are",
        "(?P<victims>[QNU]),?r(?P<harm>[mW])[aHT]*B[aT]*(?P<how>x[aT]*(?:fB)?w|(?:fB)?w)",
        only=Outcome.INJURED,
        is_attributive=True,
        finds={"She saw seven people whose injuries were not fatal.": "7"},
        skips=["She saw seven people whose injuries were fatal."],
    ),
    Construction(
        "limbs-of",
        "(?:(?P<harm>k)D?(?P<limbs>w(?:cw)?)|(?P<harm>d))oD?a? {ANYONE}",
        only=Outcome.INJURED,
        finds={"The blast burned the faces and hands of seven workers.": "7"},
        skips=["The blast burned the coats and huts of seven workers."],
    ),
    Construction(
        "victims-of",
        "(?P<victims>Q)(?P<of>o)D?w?(?P<harm>[bm])(?![QNU])",
        only=Outcome.KILLED,
        finds={"A mass was read for the 90 victims of a massacre.": "90"},
        skips=["A mass was read for the 90 survivors of a massacre."],
    ),
    Construction(
        "injuries-to",
        "(?P<harm>[mGW]) (?P<to>f) {ANYONE}",
        only=Outcome.INJURED,
        finds={
            "The pile-up caused injuries to 20 motorists.": "20",
            "The flash caused serious burns to three welders.": "3",
        },
        skips=["Cuts to 300 nurses are planned."],
    ),
    Construction(
        "deaths-total",
        "(?P<harm>[mG])(?:aDw)?(?:[aB]{0,2}(?:[#v][fP]?)?|,v|,r[aH]{0,2}vf?)a? {NUMBER}"
        " (?!a?[ekK])",
        finds={
            "The wounded, numbering 12, were led away.": "12",
            "Fatalities now total 1,204; the injured number 5,600.": "1204 5600",
            "Deaths numbered in the hundreds.": "200+",
            "They count only deaths, which numbered 132 in March.": "132",
        },
        is_numeral=True,
    ),
    Construction(
        "deaths-there-total",
        "(?P<harm>m)(?:,?[Ppo][DwaX]{1,4}(?:c[DwaX]{1,4}){0,2}(?:\\(w{1,3}\\))?){1,3},?(?:aDw)?[aBHT]*va?P?f?a?"
        " {NUMBER}"
        "(?!a?[ekK])",
        finds={
            "Typhoid deaths in Velm climb to 64": "64",
            "Deaths from the fever in the camps rose to 300.": "300",
            "Deaths from typhoid in Velm, in the south, have gone up to 17.": "17",
            "Deaths from the gales of Ana and Bea have gone up to 22.": "22",
            "Deaths from bad gin in the hill district of Velm rose to 41.": "41",
        },
        skips=["Deaths in Velm fell 12 weeks ago."],
        is_numeral=True,
    ),
    Construction(
        "deaths-are",
        "(?P<harm>[mG]) {BE_THESE} (?!a?[ekK])",
        finds={
            "The confirmed deaths are four sailors and a cook.": "4 1",
            "The dead, he said, were six clerks and guards who stayed, and a cook.": "6 1",
            "Those who died were his sister, 26, and two men.": "2",
        },
    ),
    Construction(
        "leaders",
        "^(?P<harm>[mekKtWG])[.:-]+ {NUMBER} [.]?$",
        finds={"Deaths ........ 91": "91"},
    ),
    Construction(
        "bare-label",
        "(?:^|(?<=[,;:.(/-]))w?(?P<harm>e)-? (?P<victims>N)(?=[,;.:)(/-]|$)",
        finds={"Patrol hit, ANA KIA 2, INS WIA 1.": "2 1"},
        skips=["He was dead two days later."],
    ),
    Construction(
        "label",
        "(?:^[wT]{1,2}|(?<![wDQNUB]))(?P<harm>[mekKtWG])"
        "(?:[:=]D?a? {ANYONE} (?!a?[eEkKm])|\\( {NUMBER} \\))",
        finds={"Deaths: at least 18; injured: 40.": "18+ 40"},
        skips=["Frostbite: a girl, 14, was flown home."],
        is_numeral=True,
    ),
    Construction(
        "label-comma",
        "(?<=[;:])w?(?P<harm>[mekKtWG]),D?a? {NUMBER} (?=[;.]|$)",
        finds={"At a glance: cases, 64; deaths, 46; recovered, 19.": "46"},
        skips=["The village mourns its dead, 46 in all."],
        is_numeral=True,
    ),
    Construction(
        "label-dash",
        "(?:^|(?<=[,;.]))(?P<harm>[mekKtWG])-D?a? {NUMBER} (?!a?[eEkKm])",
        finds={"Killed - 12, Injured - 30": "12 30"},
        is_numeral=True,
    ),
]
