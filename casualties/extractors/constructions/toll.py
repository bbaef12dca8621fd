"""Counts by name: "the death toll rose to 12", "the number of injured stands at 40"."""

from casualties.extractors.constructions.pattern import Construction
from casualties.model import Outcome

CONSTRUCTIONS = [
    Construction(
        "toll-in-steps",
        "(?P<harm>t|(?<=#[^,;.QNU]{0,3}o[NQ])[ek])[^;.:QNUFkKdtG]{0,22}?(?:p[NQ])?"
        "f(?P<previous>[NQ])[aPD]{0,3},?ca?f {NUMBER}",
        is_numeral=True,
        finds={
            "The death toll climbed to 19 on Monday and to 31 on Tuesday.": "19 31",
            "The first figure of nine dead was raised twice, to 19 and then to 31.": "9 19 31",
        },
        skips=["The toll road has grown from 12 to 19 and then to 31 lanes."],
    ),
    Construction(
        "toll-from-to",
        "{TOLL} {FILL} p(?P<previous>[NQF])(?:PX)?(?:[Pp][DwaX]{1,4}(?:o[Dwa]{1,2})?)?f {NUMBER}",
        is_numeral=True,
        finds={
            "The death toll rose from 37 to 40.": "37 40",
            "It raised the toll from 12 in the first hours of Friday to 14.": "12 14",
            "The death toll on the roads fell from 37 in 2021 to 29 in 2022.": "37 29",
        },
    ),
    Construction(
        "toll-not-but",
        "(?P<harm>[tmG])Bxa?(?P<previous>[N])a?,?ca? {NUMBER}",
        is_numeral=True,
        finds={"The death toll was not 37 but 40.": "37 40"},
    ),
    Construction(
        "deaths-from-to",
        "(?P<harm>m)(?:[Pp][DwaX]{1,4}){0,2}[aBHT]*v[Pa]{0,2}(?:[PX%]{1,3},)?p(?P<previous>[N])"
        "(?:PX)?f {NUMBER}",
        is_numeral=True,
        finds={
            "Deaths on the roads went down from 37 in 2021 to 29 in 2022.": "37 29",
            "Fatalities have come down by 22%, from 37 to 29.": "37 29",
        },
        skips=["Deaths on the roads fell from 12 to 15 May."],
    ),
    Construction(
        "toll-which",
        "{TOLL},?r[aHB]{0,2}v[^,;.:QNU]{0,3}(?P<previous>[NQF])[^.;:QNU]{0,8},[^;.:QNUkKd]{0,4}{TO}"
        " {NUMBER}",
        is_numeral=True,
        finds={"The death toll, which stood at 60 on Monday, is now 74.": "60 74"},
    ),
    Construction(
        "toll-of-event-where",
        "{TOLL}(?:[oPp](?:[DwaX]{1,4})){1,3},P?r[^,;.:kKdZetGmF]{1,12},a?[aHB]{0,3}va?P?f {NUMBER}",
        is_numeral=True,
        finds={"The toll of the fire, where 19 men were on duty, has gone up to 21.": "21"},
        skips=["The toll road in Osk, where 19 men were on duty, led to 21 farms."],
    ),
    Construction(
        "toll-of-killed",
        "(?P<harm>t)o[Dw]{1,3}k[^,;.:QNUFkKdtG]{0,26}[aH]{0,2}vP?a?f {NUMBER}",
        is_numeral=True,
        finds={"The toll of guards killed in the raid on Osk has gone up to 41.": "41"},
        skips=["The toll of the killed guard's raids went to 41 farms."],
    ),
    Construction(
        "toll-of-event-in-which",
        "{TOLL}(?:[oPp](?:[DwaX]{1,4})){1,3},?Pr(?P<previous>[NQ])[aBHT]*(?P<again>[kdKZ])[^.;:,QN]{0,6},"
        "a?[aHB]{0,3}va?P?f"
        " {NUMBER}",
        is_numeral=True,
        finds={
            "The toll of the fire in Osk, in which 19 men were killed, has gone up to 21.": "19 21"
        },
        skips=["The toll road in Osk, in which 19 men were killed, led to 21 farms."],
    ),
    Construction(
        "dead-from-to",
        "p(?P<previous>[NQ])(?P<harm>[ekK])a?f {NUMBER}",
        is_numeral=True,
        finds={"The ministry corrected its figure from 22 dead to 19.": "22 19"},
        skips=["The bus went from 22 dead ends to 19 others."],
    ),
    Construction(
        "toll-from",
        "{TOLL}[aHBTvPw]{0,5}pD?(?P<previous>[NQ])(?P<victims>)(?!f)",
        finds={"The death toll has come down from 29.": "29"},
    ),
    Construction(
        "toll-by",
        "(?P<harm>[tmG])[^;.:QNUFkKd]{0,8}?va?P(?P<increment>[NQF])(?:f(?P<victims>[NQF]))?",
        finds={
            "The death toll rose by six to 34.": "6 34",
            "The death toll rose by nine.": "9",
            "The death toll fell by two to 17.": "17",
        },
    ),
    Construction(
        "toll-by-from-to",
        "(?P<harm>[tmG])[^;.:QNUFkKd]{0,8}?vP?a?P(?P<increment>[NQF]),?p(?P<previous>[NQF])f"
        " {NUMBER}",
        is_numeral=True,
        finds={
            "The death toll rose by three, from 37 to 40.": "3 37 40",
            "The death toll had gone up by three from 37 to 40.": "3 37 40",
        },
        skips=["The toll road was widened by three, from 37 to 40 lanes."],
    ),
    Construction(
        "raised-toll-by",
        "vD?a?(?P<harm>t)(?:P[Dw]{1,4})?P(?P<increment>[NQF]),?f {NUMBER}",
        is_numeral=True,
        finds={
            "The ministry raised the death toll by nine to 40.": "9 40",
            "It cut the number of people killed in the raids by about 12, to 40.": "40",
        },
        skips=["They raised the toll road by nine metres."],
    ),
    Construction(
        "corrected-toll-of",
        "[vzw]D?a?(?P<harm>t)o(?P<previous>[N])f {NUMBER}",
        is_numeral=True,
        finds={"The ministry corrected its toll of 31 to 29.": "31 29"},
    ),
    Construction(
        "toll-and-that-of",
        "(?<=t[^;.:]{2,14}c[Dr]o)(?P<harm>G)P {NUMBER}",
        is_numeral=True,
        finds={"The toll of the dead is put at 31 and that of the injured at 90.": "31 90"},
        skips=["The toll of the dead is put at 31 and many of the injured are well."],
    ),
    Construction(
        "dead-at-and-hurt-at",
        "(?<=[tekK]PNc)a?(?P<harm>[kKe])P {NUMBER}",
        is_numeral=True,
        finds={"Police put the number of dead at 31 and injured at 90.": "31 90"},
    ),
    Construction(
        "toll-now-put",
        "{TOLL}[^.;:QNU]{0,9}(?P<previous>[NQF]),?[cr][^.;:,QNUF]{0,6}v[aD]?f {NUMBER}",
        is_numeral=True,
        finds={"The toll was given as 80, but medics lowered it to 64.": "80 64"},
    ),
    Construction(
        "toll-in-commas",
        "{TOLL},a?(?P<previous>[N])(?:a|P[aw])?,(?:v[aPD]*f|Ba?) {NUMBER}",
        is_numeral=True,
        finds={
            "The death toll, 12, rose to 15.": "12 15",
            "The death toll, 12 on Monday, was 15 by noon.": "12 15",
        },
    ),
    Construction(
        "toll-apposed",
        "(?P<harm>t),a? {NUMBER} ,(?=[aBHvr])",
        is_numeral=True,
        finds={"The official death toll, 31, is in dispute.": "31"},
    ),
    Construction(
        "toll",
        "{TOLL} {FILL} {TO} {NUMBER} (?!a?[ekK])",
        is_numeral=True,
        finds={"The death toll stood at 28.": "28", "Toll in ferry sinking hits 300": "300"},
        skips=["The toll road has 12 lanes."],
    ),
    Construction(
        "at-so-many-the-toll",
        '(?:^|(?<=[,;"c]))(?P<led>P) {NUMBER} ,Dw{0,2}(?P<harm>t)(?=a?[BHvp])',
        is_numeral=True,
        finds={"At 41, the toll is the highest since 1974.": "41"},
        skips=["After 41, the toll road bends."],
    ),
    Construction(
        "so-many-is-the-toll",
        '(?:^|(?<=[,;"c])) {NUMBER} Ba?Dw{0,2}(?P<harm>t)(?=[,.;"]|$)',
        is_numeral=True,
        finds={"Forty-one is the official toll.": "41"},
        skips=["Forty-one was the toll road's number."],
    ),
    Construction(
        "toll-now",
        "(?P<harm>t)(?:[Ppo][Dwz'\"]{1,4}){1,3}a {NUMBER} (?=[,.;:]|$)",
        is_numeral=True,
        finds={"Toll From Collapsed Hall in Osk Now 16": "16"},
        skips=["Toll on the road in Osk now 16 crowns"],
    ),
    Construction(
        "dead-now",
        "^(?P<harm>[eK])(?:[Pp][Dw'\"]{1,6}){1,2}a {NUMBER} (?=[,.;:]|$)",
        is_numeral=True,
        finds={"Dead from storm Ana now 87, ministry says": "87"},
        skips=["Dead from cold after 12 days"],
    ),
    Construction(
        "known-dead",
        "(?<=D)(?P<harm>[KG])(?:P[Dwy]{1,3}){0,2}[aBHTv]{0,4}{TO} (?P<victims>N)",
        only=Outcome.KILLED,
        is_numeral=True,
        finds={"The search ended, leaving the confirmed dead in the sinking at 31.": "31"},
        skips=["The confirmed dead were taken to 12 chapels."],
    ),
    Construction(
        "toll-bare",
        "(?P<harm>t)[aHBTvPD,]{0,5}? {NUMBER} (?![BHM])",
        is_numeral=True,
        finds={"Death toll over 100": "101+"},
    ),
    Construction(
        "deaths-coded",
        "F[Tw]?\\(vP?{NUMBER}\\)",
        Outcome.KILLED,
        is_numeral=True,
        finds={"Several fatalities reported (coded as 10).": "3-19 10"},
    ),
    Construction(
        "revised-to",
        "(?P<previous>[NQ])(?P<harm>[ekK])[BH]*vf {NUMBER}",
        is_numeral=True,
        finds={"First accounts of five dead were revised to three.": "5 3"},
    ),
    Construction(
        "number-of-dead-from-to",
        "#[^,;.QNU]{0,8}?(?P<harm>[kKZdemGA])[aHBTvPw]{0,5}p(?P<previous>[NQ])"
        "(?:[Pp][DwaX]{1,4})?f {NUMBER}",
        is_numeral=True,
        finds={
            "The number of confirmed dead jumped from 9 to 25.": "9 25",
            "The number of confirmed dead rose from 9 in Report No. 3 to 25.": "9 25",
        },
    ),
    Construction(
        "number-of-dead-after",
        "(?:#o[wDa]{1,3}(?P<harm>[kKZdemG])|(?P<harm>t))P[QNUX][^,;.:kKdZetGmFQNU]{1,14}"
        "[aH]{0,2}vP?a?f {NUMBER}",
        is_numeral=True,
        finds={
            "The number of guards shot dead after two men fired on a bus has gone up to 14.": "14"
        },
        skips=["The number of people killed after two men fired on a bus led to 14 new rules."],
    ),
    Construction(
        "number-of-dead",
        "#[^,;.QNU]{0,8}?(?P<harm>[kKZdemGA])[^;.:QNUF]{0,22}?{TO} {NUMBER}",
        is_numeral=True,
        finds={"The number of guests known to have died rose to 112.": "112"},
    ),
    Construction(
        "bringing-to",
        "(?:v[aD]*f?|C[aD]*f) {NUMBER} D?[a]*#[^,;.QNU]{0,6}?(?P<harm>[kKZdemGA])",
        is_numeral=True,
        finds={
            "That brings to 630 the number of miners killed.": "630",
            "The mission put at 47 the number of civilians killed.": "47",
        },
    ),
    Construction(
        "bringing-to-the-dead",
        "[vC][aPDX]{0,3}[fP] {NUMBER} (?P<harm>G)",
        is_numeral=True,
        finds={"It killed four, which raised to nine the dead in the fires.": "4 9"},
        skips=["Calls came to say that nine the dead had loved were there."],
    ),
    Construction(
        "bringing-to-toll",
        "(?:v[aD]*f?|C[aD]*f) {NUMBER} D?a?(?P<harm>t)",
        is_numeral=True,
        finds={
            "The blast brought to 12 the death toll.": "12",
            "Her death takes to six the number of dead.": "6",
        },
    ),
    Construction(
        "and-that-of-deaths",
        "#[^;:QNUkdG]{1,12}[fP][NQ],?crov?(?P<harm>[mG])f {NUMBER}",
        is_numeral=True,
        finds={"This brings the number of cases to 830, and that of deaths to 41.": "41"},
        skips=["The number of cases rose to 830, and that of beds to 41."],
    ),
    Construction(
        "bringing-deaths-of-to",
        "v(?P<harm>m)[po][Dw]{1,4}f {NUMBER}",
        is_numeral=True,
        finds={"Two more died, which brings deaths from the storm to 18.": "2 18"},
        skips=["He brought death from the hills to 18 villages."],
    ),
]
