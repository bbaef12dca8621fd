"""Victims as subject: "were killed", "died", "are missing"."""

from casualties.extractors.constructions.pattern import Construction
from casualties.model import Outcome

CONSTRUCTIONS = [
    Construction(
        "was-hit-and-killed",
        "{VICTIMS} {WHO} {AUX} [zwvkKd][^.;:QNU]{0,9}?c[aB]? {HARMED} {NO_OBJECT}",
        only=Outcome.KILLED,
        finds={"A man was shot through the door of his car and killed.": "1"},
        skips=["A man was shot and 12 windows were broken."],
    ),
    Construction(
        "was-hit-and-died",
        "{VICTIMS} {WHO} (?:{AUX})?[zwvkKd][^.;:QNUr]{0,10}?,?c[aH]* {DIED}",
        only=Outcome.KILLED,
        finds={"One worker lost an arm and later died.": "1"},
        skips=["A man was shot and 12 cows died."],
    ),
    Construction(
        "was-hit-and-died-far",
        "{PERSONS} {POST} {WHO} {AUX}[zwvkK][^.;:QNUr]{0,10}?,?c[aBH]*(?P<harm>[dZk])"
        " {NO_OBJECT} (?!X)",
        only=Outcome.KILLED,
        finds={
            "A nun in her 80s was struck by a tram and died.": "1",
            "A man in a kiosk was shot at and then killed.": "1",
        },
        skips=["A man in a kiosk was stopped and killed two dogs."],
    ),
    Construction(
        "taken-where-died",
        "{PERSONS} {POST} {WHO} {AUX} K[^.;:QNUr]{0,6}?,?r"
        "(?:D[aBH]*(?P<harm>[dKZ])|[Dw]{1,4}(?P<harm>q))",
        only=Outcome.KILLED,
        finds={
            "Two pupils were rushed to a clinic where they died.": "2",
            "Two pupils were flown to hospital, where medics pronounced them dead.": "2",
        },
        skips=["The dogs were rushed to a clinic where they died."],
    ),
    Construction(
        "is-in-hospital-with",
        "{VICTIMS} {WHO} {AUX} (?P<harm>E)",
        only=Outcome.INJURED,
        finds={"A cyclist is in hospital with head injuries.": "1"},
    ),
    Construction(
        "died-after-relative",
        "{VICTIMS} {RELATIVE} [aHTfxMB]+ {DIED}",
        finds={"Two people who had been in hospital since Monday have died.": "2"},
    ),
    Construction(
        "died-after-finite-relative",
        "{PERSONS},?r(?:M[ax]?|B|H|[zv])[^,;:.QNUcrskKT]{1,9}?[a]*(?P<harm>d)(?![^.;,r]{0,12}[BM])",
        finds={
            "Nine pensioners who could not leave their beds died.": "9",
            "Nine clerks who worked with him fell ill.": "9",
            "Nine clerks who jumped from upper floors died.": "9",
        },
        skips=["Nine pensioners who saw the fire died away were pleased."],
    ),
    Construction(
        "were-killed-after-relative",
        "{VICTIMS} {RELATIVE} {AUX} {HARMED} {NO_COUNT}",
        finds={"Two men who had tried to help were also killed.": "2"},
    ),
    Construction(
        "died-after-object",
        "{VICTIMS} {RELATIVE_OBJECT} {DIED}",
        finds={"A policeman who had pulled two girls from the river drowned.": "1"},
        skips=["They wept for the man who killed 12 dogs that died."],
    ),
    Construction(
        "were-killed-after-object",
        "{VICTIMS} {RELATIVE_OBJECT} {AUX} {HARMED} {NO_COUNT}",
        finds={"A gunman who had shot at two guards was killed.": "1"},
    ),
    Construction(
        "are-dead-after-relative",
        "{VICTIMS} {RELATIVE} {AUX} {STATE}",
        finds={"A porter who was on his way home was among those killed.": "1"},
    ),
    Construction(
        "died-after-aside",
        "{PERSONS},?(?:[kz]P|K)[^,;:.QNBr]{1,9},?{VERBAL} {DIED}",
        only=Outcome.KILLED,
        finds={
            "A second guard, beaten by the mob, died.": "1",
            "Two grooms trampled in a paddock died.": "2",
        },
    ),
    Construction(
        "died-after-participle",
        "{PERSONS}(?P<seized>w)(?P<place>[Pp])(?:D|D?[wy]{1,4}(?:[Ppo]D?w{1,3})?)"
        "(?:,i[^,;]{1,10},)?{VERBAL} {DIED}",
        only=Outcome.KILLED,
        finds={
            "Five migrants concealed in it lost their lives.": "5",
            "Ten pilgrims crammed into a van, among them the cook, perished.": "10",
        },
        skips=["Nine pilgrims prayed as the man died.", "Nine clerks watched while it died."],
    ),
    Construction(
        "had-died-after-aside",
        "{PERSONS}[kz][wa]{1,2}(?:P[Dw]{1,3})?H[aTx]*{DIED}",
        only=Outcome.KILLED,
        finds={"All 70 trapped underground had died.": "70"},
        skips=["The dogs trapped underground had died."],
    ),
    Construction(
        "some-there-were-killed",
        "(?P<victims>j[QN])wP[Dw]{1,3}{AUX} {HARMED} {NO_COUNT}",
        finds={"Six of the 30 people crammed into it were killed.": "6"},
        skips=["Six of the 30 people sat down before it was killed."],
    ),
    Construction(
        "suffered-fatal-wounds",
        "{PERSONS} {POST} {WHO} [aBHTfxM]*[SHC][DwaNXPpy]{0,4}?(?P<harm>W)",
        only=Outcome.KILLED,
        finds={"Two stokers sustained fatal injuries.": "2"},
    ),
    Construction(
        "suffered-after-relative",
        "{VICTIMS} {RELATIVE} [S] {WOUNDS}",
        only=Outcome.INJURED,
        finds={"Three guests who had been dancing suffered burns.": "3"},
    ),
    Construction(
        "who-were-killed",
        # ... but not "who were there had been treated"
        "{CLOSE} r (?!Ba+[HB]) {AUX} {HARMED} {NO_COUNT}",
        is_attributive=True,
        finds={"Friends of the 14 hikers who were killed have come.": "14"},
    ),
    Construction(
        "and-who-were-killed",
        "{CLOSE} cD[wy]{1,3}r (?P<plural>B)a?{HARMED} {NO_COUNT}",
        is_attributive=True,
        finds={"Friends of the 14 hikers and their guide who were killed have come.": "14"},
        skips=["Friends of the 14 hikers and the guide who was killed have come."],
    ),
    Construction(
        "of-these-were-killed",
        "(?P<these>o)(?P<victims>[QN]) {AUX} {HARMED} {NO_COUNT}",
        finds={"We had 25 casualties, and of these 12 men were killed.": "25 12"},
        skips=["The homes of those 12 men were burned."],
    ),
    Construction(
        "who-died",
        "{CLOSE} r {VERBAL} {DIED}",
        is_attributive=True,
        finds={"He wept for the nine pupils who died.": "9"},
    ),
    Construction(
        "whom-it-killed",
        "{VICTIMS} r[Dw]{1,4}H?a?(?P<harm>[k]){ALONE}",
        finds={"The divers found four sailors whom the wave had killed.": "4"},
    ),
    Construction(
        "were-killed",
        "{VICTIMS} {WHO} {AUX} {HARMED} {NO_COUNT}",
        finds={
            "At least 40 people were killed.": "40+",
        },
        skips=["The car was hit by 12 bullets."],
    ),
    Construction(
        "died",
        "{VICTIMS} {WHO} \\(?{VERBAL} {DIED}",
        finds={
            "Nine people are known to have died.": "9",
            "Four passengers drowned.": "4",
            '"In Osk four others (have died)," he said.': "4",
        },
        skips=["It died down after 12 hours."],
    ),
    Construction(
        "are-dead",
        "{VICTIMS} {WHO} {AUX} {STATE}",
        finds={"Two firefighters were among the dead.": "2", "Six are missing.": "6"},
        skips=["The 12 cars were there."],
    ),
    Construction(
        "left-harmed",
        "{VICTIMS} {WHO} {AUX} La?(?P<harm>[kKe])",
        finds={
            "Thirty others were left injured.": "30",
            "Twelve men were left dead and 30 wounded.": "12 30",
        },
        skips=["The 12 cars were left there."],
    ),
    Construction(
        "on-list-of-missing",
        "{VICTIMS} {WHO} {AUX} [vT]?P[Dw]{1,3}#oD?(?P<harm>[eG])",
        finds={"Twelve clerks have been put on the list of missing.": "12"},
        skips=["Twelve streets have been put on the list of missing roads."],
    ),
    Construction(
        "brought-out-harmed",
        "{VICTIMS} {WHO} {AUX}[vzC][Pa]{1,3}c?(?P<harm>[ke]){ALONE}",
        finds={
            "Nine stokers were brought out injured.": "9",
            "Nine stokers were brought up alive but burned.": "9",
        },
        skips=["The 12 chairs were carried out broken."],
    ),
    Construction(
        "missing-now-dead",
        "{CLOSE},?[eK](?:[aP][aDw]{0,3}){0,2},?(?:{AUX})?(?P<harm>[Kke]){ALONE}",
        only=Outcome.KILLED,
        finds={
            "Two hikers missing since Monday found dead": "2",
            "Two fishermen lost at sea declared dead": "2",
            "Two girls, missing since Friday, are dead.": "2",
        },
        skips=["Two girls missing since Friday have been found."],
    ),
    # Neither here nor below: of "left 12 of the 30 people dead" 12 are dead, not the 30
    Construction(
        "killed-elided",
        "(?!(?<=L)j) (?<!Lj) {CLOSE} {WHO} (?:,?i[^,;]{1,10},)?a?a?T?T?"
        ' (?:{HARMED} (?:{ALONE}|(?=T(?:[,.;P"]|$)))'
        "|(?P<harm>K)(?=[wyDW]))",
        is_attributive=True,
        finds={
            "Three killed in crash.": "3",
            "40 were killed and 145 injured.": "40 145",
            "We have 145 injured registered.": "145",
        },
        skips=["The 12 gunmen killed the guard."],
    ),
    Construction(
        "including-killed",
        "(?<![gbkN]|[gbk]a)(?P<victims>[QN])i(?:[QNUca]{1,6}?|w)a?(?P<harm>[kKe]) {ALONE}",
        finds={
            "Nine including four women killed": "9 4",
            "Grenade blast: 25 including policeman hurt": "25",
        },
        skips=["Nine including four women came."],
    ),
    Construction(
        "among-them-killed",
        "(?<![gbkoihNO]|[gbki]a)(?P<victims>[QN]),[wyDc]{1,6}i,?a?"
        "(?:{HARMED} {ALONE}|{AUX} {HARMED} {NO_COUNT})",
        finds={
            "Nine others, clerks and a cook's boys among them, hurt in blast": "9",
            "Nine others, clerks among them, were hurt.": "9",
        },
        skips=["Nine others, clerks among them, came."],
    ),
    Construction(
        "were-killed-some-badly",
        "(?<![gbkoihNO]|[gbki]a)(?P<victims>[QN]),Na{0,2}[kKe]"
        "(?:[Pp]D?w{1,3})?,{AUX} {HARMED} {NO_COUNT}",
        finds={"Nine clerks, two of them badly hurt, were taken to hospital.": "9 2"},
        skips=["Nine clerks, two of them hurt, were told of it."],
    ),
    Construction(
        "so-many-among-them-killed",
        "(?<=[QNw],)(?P<victims>Q)(?P<among>i),{AUX} {HARMED} {NO_COUNT}",
        finds={"Eleven clerks, two women among them, were killed.": "11 2"},
        skips=["Eleven clerks, two women among them, came."],
    ),
    Construction(
        "dead-elided",
        "(?!(?<=L)j) (?<!Lj) {JOINED} (?:,i[^,;]{1,10},)?a?a?T? {STATE} (?![wy])",
        is_attributive=True,
        finds={"The crash left 12 people dead.": "12", "Ten dead, two missing.": "10 2"},
        skips=["12 dead ends were counted."],
    ),
    Construction(
        "some-and-others-killed",
        "(?<![gbkoihNO]|[gbki]a)(?P<victims>Q(?:,i[^,;:.BHM]{1,6}|,?r[^,;:.QNUkKd]{1,9}),c{PERSON}),?"
        "(?:{AUX} {HARMED} {NO_COUNT}|{VERBAL} {DIED})",
        finds={
            "Nine soldiers, including two cooks, and a driver were killed.": "9 2 1",
            "Nine cooks who were asleep in the hut, and a guard, were killed.": "9 1",
        },
        skips=["Nine soldiers, including two cooks, came, and a hut was burned."],
    ),
    Construction(
        "members-killed",
        "(?<![gbkoiN]|[gbki]a)(?P<victims>(?:[QN],?c)?[QN])(?P<members>o)(?:[DN]?w{1,2}|Q|X(?P<family>w))"
        "a?(?P<harm>[kKe]) {ALONE}",
        is_attributive=True,
        finds={
            "Four members of village choir killed in coach crash.": "4",
            "Four marines and two soldiers of Tarnia dead": "4 2",
            "Nine members of one choir dead after coach crash": "9",
            "Nine members of one family dead after coach crash": "9",
        },
        skips=[
            "Four members of the choir killed a hen.",
            "Four relatives of a nun killed in the crash have come.",
            "Four relatives of Ann Rill killed in the crash have come.",
        ],
    ),
    Construction(
        "all-of-them-hurt",
        "{PERSONS} (?:{AUX})?[zvKCV][^.;:QNUkKdr]{0,8}?,ai(?P<harm>[kKe]) {ALONE}",
        only=Outcome.INJURED,
        finds={"Six guests were carried out alive, all of them injured.": "6"},
        skips=["Six guests were carried out alive, none of them injured."],
    ),
    Construction(
        "were-killed-far",
        "{PERSONS} {POST} {WHO} {AUX} {HARMED} {NO_COUNT}",
        finds={"Eleven nurses from the town of Lund were killed.": "11"},
    ),
    Construction(
        "died-far",
        "{PERSONS} {POST} {WHO} {VERBAL} {DIED}",
        finds={
            "Three occupants of the boat died.": "3",
            "Ten learners on their way to school died.": "10",
            "In Osk 31 people on board and a pilot on the quay lost their lives.": "31 1",
        },
    ),
    Construction(
        "are-dead-far",
        "{PERSONS} {POST} {WHO} {AUX} {STATE}",
        finds={"Two men in the second car are in critical condition.": "2"},
    ),
    Construction(
        "suffered-injuries",
        "{PERSONS} {POST} {WHO} [aBHTfxM]*[SHC] {WOUNDS}",
        only=Outcome.INJURED,
        finds={"Four guards suffered minor injuries.": "4"},
    ),
    Construction(
        "came-out-with-injuries",
        "{VICTIMS} (?:B[aT]?|HBa?)?[zvw]a?S {WOUNDS}",
        only=Outcome.INJURED,
        finds={
            "Some 50 people were pulled out with injuries.": "45-55",
            "Three scrambled out with broken limbs.": "3",
        },
        skips=["Three boys scrambled out with books."],
    ),
    Construction(
        "there-killed",
        "(?<![gbkoiN]|[gbki]a)(?P<victims>Q)(?P<there>[Pp])D?w{1,3}a?(?P<harm>k)(?=[Pp:,]|$)",
        is_attributive=True,
        finds={"Two men from Lund killed in crash": "2", "Two boys on bikes killed by tram": "2"},
        skips=["Two men from Lund killed a dog.", "Two men in huts burned by rebels came."],
    ),
    Construction(
        "died-after-breakdown",
        "{PERSONS} (?:y?[Ppo](?:D|D?[wy]{1,3}))?,(?=[^.;:]{0,24}Q){ASIDE_ITEM}"
        "(?:,{ASIDE_ITEM}){0,4},?c{ASIDE_ITEM}(?:,a)?,"
        "(?:{VERBAL} {DIED}|{AUX} (?:{HARMED}|{STATE}))",
        only=Outcome.KILLED,
        finds={
            "Six clerks in the hall, three women and a man, have died.": "6 3 1",
            "Five people living in it, the owner Ann Rill, 34, her son and two maids, died.": "5 2",
            "The five in the van, a couple, their son and two aunts, were found dead.": "5 2-3 2",
        },
    ),
    Construction(
        "two-nouns-dead",
        "(?P<victims>[QU]),(?P<noun>w)(?:[aT]{0,2}{HARMED}{ALONE}|{STATE}(?![wy])|{AUX}{HARMED}|{VERBAL}{DIED})",
        finds={"Bus blaze: 18 pupils, teachers dead": "18"},
        skips=["Bus hits 18 pupils, driver hurt"],
    ),
    Construction(
        "fell-to-death",
        "{VICTIMS} {WHO} [aH]*[zwvk][awPpX]{0,5}(?P<harm>R)",
        finds={"A thatcher fell twenty metres to his death.": "1"},
        skips=["A nurse drove six pilgrims to their deaths."],
    ),
    Construction(
        "and-was-killed",
        "{PERSONS}[^.;:QNUr]{1,12}?,?cD?{AUX}{HARMED} {NO_OBJECT}",
        finds={
            "A guest ran to help, and was later hospitalized.": "1",
            "Two maids hid in a lift, but they were injured.": "2",
        },
    ),
    Construction(
        "and-is-missing",
        "{PERSONS} (?:{AUX})?[zvw][^.;:QNUr]{0,8}?,?c{AUX} {STATE} (?![wy])",
        finds={"Nine anglers were swept off a pier and are missing.": "9"},
        skips=["Nine anglers went home, and their boat is missing."],
    ),
    Construction(
        "the-missing",
        "(?<=[DPf])(?P<harm>e)(?P<victims>[NU])(?=[BHMzvPa.,;]|$)",
        only=Outcome.MISSING,
        finds={"Search for missing nine goes on": "9"},
        skips=["The town is missing nine."],
    ),
    Construction(
        "and-taken",
        "(?<!P(?=N)) {PERSONS} {POST} {WHO} {AUX} [zw][^.;:QNUrkKd]{0,9}?,?c[aB]? (?P<harm>K)"
        " {NO_OBJECT}",
        finds={"A girl, known as Ann, was lifted out and taken to a clinic.": "1"},
        skips=["It will stay at 16 until the six can be dug out and taken to a clinic."],
    ),
    Construction(
        "and-died",
        "{PERSONS}[^.;:QNUr]{1,12}?,?cD?[aH]*{DIED}",
        finds={
            "A guest on the roof jumped and later died.": "1",
            "Two stokers were pulled from the hold, but they died.": "2",
        },
    ),
    Construction(
        "and-suffered",
        "{PERSONS}[^.;:QNUr]{1,12}?,?cD?[aH]*[SHC] {WOUNDS}",
        only=Outcome.INJURED,
        finds={"Two maids were trapped in a lift, but they suffered only bruises.": "2"},
    ),
    Construction(
        "with-injuries",
        "{VICTIMS} (?:(?:{AUX})?[zkKwVv][wPa]{0,2})? h[wyaDoc]{0,5}(?P<harm>[Wm])",
        only=Outcome.INJURED,
        finds={
            "Thirty guests were brought in with various degrees of injury.": "30",
            "Nine patients with crush injuries came in.": "9",
            "Thirty guests came away with cuts and bruises.": "30",
            "Thirty guests were pulled out alive with varying degrees of injury.": "30",
        },
    ),
    Construction(
        "left-with-injuries",
        "{VICTIMS} (?:{AUX})?[zkKwVvC](?:[Ppo]{1,2}D?w{0,2})?(?P<harm>e)",
        only=Outcome.INJURED,
        finds={
            "Two stokers were dragged out of the wreck with burns.": "2",
            "Two stokers survived with burns.": "2",
        },
    ),
    Construction(
        "as-were",
        "(?P<harm>[kKZdA])(?:P[Dw]{1,3})?,?(?:PB|c(?P<so>a)[BH]) {ANYONE}",
        finds={
            "Ten civilians were wounded, as were seventeen soldiers.": "10 17",
            "Ten civilians were killed by mines, as were another seven soldiers.": "10 7",
            "Ten civilians were wounded, and so were seven soldiers.": "10 7",
            "Ten civilians have died and so have seven soldiers.": "10 7",
        },
        skips=["It was wounded, and there were seven soldiers."],
    ),
    Construction(
        "dead-are",
        '(?:^|(?<=[;:"]))a?(?P<harm>[ekKZ])(?:[Pp]D?w{1,3}){0,2} {BE_THESE}',
        finds={
            "Killed were two cooks and a waiter.": "2 1",
            "Killed in the raid on Osk were 14 guards.": "14",
        },
    ),
    Construction(
        "among-the-dead-were-kinds",
        '(?:(?P<harm>A)|(?:^|(?<=[;:"]))a?(?P<harm>[ekKZG]))a?(?:B:?|:)(?P<victims>Q[^.:;kKdBMQN]{0,14}(?:;c?Q[^.:;kKdBMQN]{0,12}){1,8})(?=[.;]|$)',
        finds={
            "Among the dead were seven crew, all of them men; four cooks; and two clerks.": "7 4 2"
        },
        skips=["Among the dead were two nuns; two priests were there."],
    ),
    Construction(
        "among-so-many-dead-were",
        "(?P<among>P)[NQ](?P<harm>[ekK])a? {BE_THESE}",
        finds={"Among the 20 dead are six children.": "20 6"},
        skips=["Near the 20 dead were six children."],
    ),
    Construction(
        "were-lost",
        "{VICTIMS} {WHO} (?:{AUX})?OP(?P<scene>[DwX]{1,6})",
        Outcome.KILLED,
        finds={
            "At least 64 people were lost in the Osk Bridge disaster.": "64+",
            "Velm remembers 285 lost in 2011 quake": "285",
        },
        skips=["Nine walkers were lost in thick woods."],
    ),
    Construction(
        "among-the-dead-were",
        "(?P<harm>A)a? {BE_THESE}",
        finds={
            "Among the dead were two nuns and a priest.": "2 1",
            "Among the dead, he said, were the driver of the train and two maids.": "2",
        },
    ),
    Construction(
        "pulled-out-dead",
        "{VICTIMS} {WHO} Ha?Bz[Ppo]D?[wy]{1,3}(?P<harm>e)(?=[.,;:]|a|$|c)",
        only=Outcome.KILLED,
        finds={"So far 36 people have been pulled from the rubble dead.": "36"},
        skips=["So far 36 people have been led from the rubble near dead trees."],
    ),
    Construction(
        "confirmed-dead-in-headline",
        "^[^;:.QNU]{0,6}(?P<victims>Q)w[Pp]D?w{1,4}(?P<harm>K)$",
        only=Outcome.KILLED,
        finds={"All 24 hikers caught in Osk eruption confirmed dead": "24"},
        skips=["Two guards sitting at Osk gate seen"],
    ),
]
