"""Chunks to claims: which quantities of a sentence the constructions make casualty figures."""

from __future__ import annotations

from casualties.extractors.analysis import Analysis, Claim
from casualties.extractors.chunks import THEM, Chunk
from casualties.extractors.constructions import Construction, matchers_for
from casualties.extractors.lives import add_lives
from casualties.extractors.nouns import is_person_noun, is_plural, lemma
from casualties.extractors.times import EVENTS
from casualties.extractors.tokens import text_at
from casualties.extractors.unreal import NEARLY, PREVENTED, is_imagined, is_unreal
from casualties.extractors.words import HAZARDS, find_death
from casualties.lexicon import load
from casualties.model import ATTACKER, PEOPLE, Outcome, Qualifier, Scope
from casualties.patterns import either, pattern

__all__ = ["add_claims"]

_UNREAL = load("unreal")
_SAID = frozenset(load("sources")["say"])
_FICTION = frozenset(_UNREAL["fiction"])
_HARMS = frozenset("qkKZgbdeERmtWAGFYlO")
_COUNTED = frozenset("QNUFjl")
_FALLEN = frozenset(load("scopes")["fallen"])
_FALLEN_ONES = frozenset(load("outcomes")["fallen"])
_SERVING = frozenset(load("outcomes")["serving"])
_HURT = frozenset(load("outcomes")["harmed_anyhow"])
_FOUND = frozenset(load("parts")["found"])
_BEREAVED = frozenset([*load("parts")["kin"], *load("parts")["siblings"]])
_MANY = 2
_FAMILIES = frozenset(load("parts")["families"])
_WITH = frozenset({"along", "together", "alongside", "well"})
_DEADLY = frozenset(load("outcomes")["deadly"])
_SOULS = frozenset(load("outcomes")["souls"])
_MISSING = next(e for e in load("outcomes")["word"] if e["outcome"] == Outcome.MISSING)
_DEFINITE = frozenset(load("grammar")["definite"])
_BURNED = frozenset({"burned", "burnt"})
_SINGULAR = frozenset({"article", "bare"})
_CONJUNCTIONS = frozenset({"after", "before", "because", "although", "though", "since", "once"})
_INJURED = next(e for e in load("outcomes")["word"] if e["outcome"] == Outcome.INJURED)
_BODY_PARTS = frozenset([*_INJURED["body_parts"], *_INJURED["burned_parts"]])
_LOSERS = frozenset([*load("scopes")["bereaved_groups"], *load("references")["losers"]])
# "Fourteen hikers who were lost in the storm turned up at a hut"
_FOUND_AGAIN = pattern(either(load("references")["found_again"]))
_OF_ONE = frozenset({"was", "is", "has"})
_PLURAL = frozenset({"were", "are"})
_PAST_ENDINGS = ("ed", "en")
_PLACES = frozenset(load("outcomes")["places"])
_JOINTS = frozenset({";", ",", "and", "but"})
# "killed, and so were 12 men", but not "killed, and there were 12 men in the hall"
_WORDS_OF_GROUPS = {
    "named": frozenset({"as"}),
    "so": frozenset({"so"}),
    "led": frozenset({"at"}),
    "asked": frozenset({"why", "how", "what"}),
}


def add_claims(analysis: Analysis) -> None:
    """Add the claims that the constructions make: the first one to claim a number has it."""
    group = 0
    if not _FICTION.isdisjoint(analysis.texts[:4]):
        return
    present = frozenset(analysis.codes)
    passed: set[tuple[int, int]] = set()
    for matcher in () if _HARMS.isdisjoint(present) else matchers_for(present):
        construction = matcher.construction
        for match in matcher.matches(analysis.codes):
            group += 1
            victims = _from_whom(analysis, range(*match.span("victims")))
            if matcher.is_plain and not _has_free(analysis, victims):
                continue
            starts = {name: match.start(name) for name in matcher.groups}
            harm = starts.get("harm", -1)
            outcome = _outcome(analysis, construction, starts)
            if outcome is None or is_unreal(analysis, harm, starts["victims"]):
                continue
            if _is_of_others(analysis, starts):
                continue
            if (other := starts.get("object", -1)) >= 0:
                passed.add((other, harm))
                _add_object(analysis, other, construction.name)
            is_among = "among" in starts or (harm >= 0 and analysis.codes[harm] == "A")
            scope = Scope.PART if is_among else None
            for index in _but_wholes(analysis, victims, harm):
                is_free = index not in analysis.claims and (index, harm) not in passed
                is_free = is_free and not _befell_another(analysis, index, harm)
                if is_free and _is_counted(analysis, construction, index):
                    claim = Claim(index, outcome, scope, group, construction.name, harm)
                    analysis.claims[index] = claim
            _claim_change(analysis, starts, outcome, construction.name)
    _drop_speakers(analysis)
    _drop_had(analysis)
    _add_companions(analysis)
    _drop_appositions(analysis)
    _settle_asides(analysis)
    _move_to_heads(analysis)
    _add_harmed(analysis)
    _add_bodies(analysis)
    _add_unsurvived(analysis)
    _add_claimed(analysis)
    add_lives(analysis)
    _add_all_harmed(analysis)
    _settle_succumbed(analysis)
    _settle_alive(analysis)
    _settle_hurt(analysis)
    _settle_given_up(analysis)
    _settle_casualties(analysis)
    _drop_affected(analysis)
    _settle_joined(analysis)


_SPEAKERS = pattern(r"(?<=,)([QNU](?:c[QNU])*w{0,3})T")


def _drop_speakers(analysis: Analysis) -> None:
    """As in "killed 41 people, two residents and a local aid group said": they tell of it."""
    for match in _SPEAKERS.finditer(analysis.codes) if "T" in analysis.codes else ():
        if _SAID.isdisjoint(analysis.words_in(match.end() - 1)):
            continue
        for index in range(*match.span(1)):
            claim = analysis.claims.get(index)
            if claim is not None and 0 <= claim.harm < match.start(1):
                del analysis.claims[index]


_HAD = pattern(r"(?<=rH)a?([QN])(?=,)")


def _drop_had(analysis: Analysis) -> None:
    """As in "In Velm, which has 900 inhabitants, 14 people died": not all who live there."""
    for match in _HAD.finditer(analysis.codes) if "rH" in analysis.codes else ():
        claim = analysis.claims.get(match.start(1))
        if claim is not None and claim.harm > match.start(1):
            del analysis.claims[match.start(1)]


def _claim_change(analysis: Analysis, starts: dict[str, int], outcome: Outcome, name: str) -> None:
    """As in "rose from 37 to 40", "rose by six": what a toll was, and what is added."""
    if (previous := starts.get("previous", -1)) >= 0:
        analysis.claim(previous, outcome, Scope.PREVIOUS, name)
    if (more := starts.get("increment", -1)) >= 0:
        change = analysis.texts[: analysis.chunks[more].first][-4:]
        if change[-1] == "by" and not _FALLEN & set(change):
            analysis.claim(more, outcome, Scope.ADDITIONAL, name)


def _add_object(analysis: Analysis, index: int, name: str) -> None:
    """As in "a gunman who had wounded six people was shot dead": what he did to the six."""
    verb = analysis.chunks[index - 1]
    if verb.code == "k" and verb.outcome is not None:
        analysis.claim(index, verb.outcome, None, name)


_ASIDE = pattern(r"([QNwDX]),([QN])(?:[oPp][DwNX]{1,4})?,(?!c)")


def _drop_appositions(analysis: Analysis) -> None:
    """Take back those who were counted by another name: "One man, a 45-year-old nurse, died"."""
    has_aside = analysis.claims and analysis.codes.count(",") > 1
    for match in _ASIDE.finditer(analysis.codes) if has_aside else ():
        index = match.start(2)
        claim, number = analysis.claims.get(index), analysis.chunks[index].number
        if claim is None or claim.harm < index or number is None or number.value != 1:
            continue
        named = analysis.chunks[match.start(1)].number
        is_one = match.start(1) in analysis.claims and named is not None and named.value == 1
        if is_one or (number.word == "one" and match[1] in "wDXN"):
            del analysis.claims[index]


def _settle_asides(analysis: Analysis) -> None:
    """As in "The four in the car, a couple, their son and two aunts, died": the two are some."""
    for head in [c for c in analysis.claims.values() if c.name == "died-after-breakdown"]:
        for index, claim in analysis.claims.items():
            if head.index < index < head.harm and claim.outcome is head.outcome:
                claim.scope = claim.scope or Scope.PART


_OF_ALL = pattern(
    r"(Q)(?:[PpohH][DwNX]{1,4}){0,2},([QN])(?:a|[oPp][DwNX]{1,4})?,[aBHTfxM]*([kdeKZ])"
)


def _move_to_heads(analysis: Analysis) -> None:
    """As in "Two others in the car, both girls, were hurt": those counted first are told of."""
    has_aside = ",Q" in analysis.codes or ",N" in analysis.codes
    for match in _OF_ALL.finditer(analysis.codes) if has_aside else ():
        head, aside, harm = map(match.start, (1, 2, 3))
        number, again = (analysis.chunks[at].number for at in (head, aside))
        outcome = analysis.chunks[harm].outcome
        if number is None or again is None or outcome is None:
            continue
        opening = analysis.words_of(again)
        is_all = number.value == again.value and not opening.isdisjoint(("both", "all"))
        if is_all and not is_unreal(analysis, harm, head):
            analysis.claims.pop(aside, None)
            analysis.claim(head, outcome, None, "head")


# "Five were hurt, two badly, along with three patients"
_COMPANIONS = pattern(
    r"([kKZd])[^;.:QNUkKdgB]{0,8}?(?:,Na)?,?(c)((?:[QN]|D?w{1,3}(?=c))(?:c[QN])*)(?=[.,;:)Pph-]|$)"
)


# "The minister died with two guards when", "was killed with two of his guards in"
_DIED_WITH = pattern(r"[kd]a?h([QN](?:,?c[QN])*)(?=[.,;]|r|(P)|$)")
_BESIDE = frozenset({"in", "on", "after", "during", "as", "near"})


def _add_companions(analysis: Analysis) -> None:
    """As in "The pilot was killed, along with two passengers": the harm was theirs as well."""
    for match in _DIED_WITH.finditer(analysis.codes) if "h" in analysis.codes else ():
        outcome = analysis.chunks[match.start()].outcome
        where = match.start(2)
        is_there = where < 0 or not _BESIDE.isdisjoint(analysis.words_in(where))
        if outcome is not Outcome.KILLED or is_unreal(analysis, match.start(), match.start()):
            continue
        for index in range(*match.span(1)):
            if is_there and analysis.chunks[index].population is not None:
                analysis.claim(index, outcome, None, "companions")
    if _WITH.isdisjoint(analysis.vocabulary):
        return
    for match in _COMPANIONS.finditer(analysis.codes):
        harm = match.start(1)
        outcome = analysis.chunks[harm].outcome
        is_joint = analysis.words_in(match.start(2)) & _WITH
        if outcome is None or not is_joint or is_unreal(analysis, harm, harm):
            continue
        for index in range(*match.span(3)):
            if analysis.codes[index] in "QN":
                analysis.claim(index, outcome, None, "companions")


def _add_harmed(analysis: Analysis) -> None:
    """As in "two wounded men": the noun group itself says what happened."""
    for index, chunk in analysis.quantities:
        if chunk.harm is not None and chunk.code in "QU":
            if not _FALLEN_ONES.isdisjoint(analysis.words_in(index)) and not _serves(chunk):
                continue  # "two fallen riders"
            if is_imagined(analysis, index):
                continue
            analysis.claim(index, chunk.harm, None, "harmed")
            if chunk.harm is Outcome.KILLED:  # "besides two dead guards, a nurse was hurt"
                analysis.claims[index].outcome = Outcome.KILLED


def _serves(chunk: Chunk) -> bool:
    """Whether they are of those who fall in service: soldiers, firefighters, their colleagues."""
    return chunk.population in _SERVING


# "We have 22 bodies in the chapel"
_HAVE_BODIES = pattern(r"(?<=^|[\",;csraw])(D)Ha?Y")
# "Eleven bodies were left in the road", "The enemy left 86 bodies on the field"
_LEFT_BODIES = pattern(r"Y[BHaT]{1,3}L|LY(?=[.,;Pp]|$)")
_COUNTERS = frozenset({"we", "they", "i"})
# "The 12 divers' bodies were brought ashore"
_THEIR_BODIES = pattern(r"Q'w")
_BODIES = frozenset(load("parts")["remains"])


def _add_bodies(analysis: Analysis) -> None:
    """As in "22 bodies were pulled from the river": bodies that are found are people killed."""
    if "bodies" in analysis.vocabulary and "Q'" in analysis.codes and _tells_of_finding(analysis):
        for match in _THEIR_BODIES.finditer(analysis.codes):
            if not _BODIES.isdisjoint(analysis.words_in(match.end() - 1)):
                analysis.claim(match.start(), Outcome.KILLED, None, "bodies")
    if "Y" not in analysis.codes:
        return
    had = _HAVE_BODIES.search(analysis.codes)
    is_had = had is not None and analysis.words_in(had.start(1)) <= _COUNTERS
    is_had = is_had or _LEFT_BODIES.search(analysis.codes) is not None
    if is_had or _tells_of_finding(analysis):
        for index, code in enumerate(analysis.codes):
            if code == "Y":
                analysis.claim(index, Outcome.KILLED, None, "bodies")


def _tells_of_finding(analysis: Analysis) -> bool:
    return not _FOUND.isdisjoint(analysis.vocabulary)


# "Blaze claims two in Orlo", "The river claimed two boys", "It took 80 souls"
_CLAIMED = pattern(r"(w?.)C([NQ])(?=[P,;:.av-]|$)")


def _does(subject: set[str]) -> bool:
    """Whether a subject is somebody, who may claim anything: "Deadly soldier claims two"."""
    return any(map(is_person_noun, subject))


def _add_claimed(analysis: Analysis) -> None:
    """As in "Blaze claims two": what befalls people claims lives, and a rebel claims anything."""
    for match in _CLAIMED.finditer(analysis.codes) if "C" in analysis.codes else ():
        verb, taken = (analysis.words_in(match.end(1)), analysis.words_in(match.start(2)))
        subject = analysis.words_in(match.end(1) - 1)
        is_hazard = not HAZARDS.isdisjoint(subject)
        # "Killer bug claims eight"
        is_deadly = not _DEADLY.isdisjoint(analysis.words_in(match.start(1)))
        is_hazard = is_hazard or (is_deadly and len(match[1]) > 1 and not _does(subject))
        is_claimed = is_hazard and any(word.startswith("claim") for word in verb)
        if is_claimed or not _SOULS.isdisjoint(taken):
            analysis.claim(match.start(2), Outcome.KILLED, None, "claimed")


_SEVERAL = frozenset(load("outcomes")["several"])
_STRUCK = frozenset(load("outcomes")["struck"])
_CARRYING = frozenset(load("outcomes")["carrying"])


# "none of the 12 survived", "Of the 12 aboard, none survived"
_SURVIVED = pattern(
    r"(?P<nobody>j)(?P<whole>[QN])(?:[Poh][Dwa]{0,5}){0,2}[aHTx]*V"
    r"|o(?P<whole>[QN])a?(?:[Poh][Dwa]{1,4})?,?(?P<nobody>[QN])[aHTx]*V"
)
# "Nine people were on board, and all died", "a bus with 30 on board, all of whom were hurt"
_ALL_HARMED = pattern(
    r"([QN])(?P<aboard>[aP])?[^;:.QNUX]{0,12}?(?:,?c|,)(?P<all>a)I?[HBT]*(?P<harm>[dkKZe])"
    r"(?=[.,;:Pp\"]|$)"
)
_ALL = ({"all"}, {"both"})


def _add_all_harmed(analysis: Analysis) -> None:
    """As in "A plane with nine people on board crashed, and all died": it befell the nine."""
    for match in _ALL_HARMED.finditer(analysis.codes) if "all" in analysis.vocabulary else ():
        index, harm = match.start(), match.start("harm")
        number, outcome = analysis.chunks[index].number, analysis.chunks[harm].outcome
        if number is None or outcome is None or not number.value or number.value < _MANY:
            continue
        aboard = match.start("aboard")
        is_aboard = aboard >= 0 and not _ON_BOARD.isdisjoint(analysis.words_in(aboard))
        is_known = analysis.codes[index] == "Q" or is_aboard
        is_all = analysis.words_in(match.start("all")) in _ALL
        if is_known and is_all and not is_unreal(analysis, harm, index):
            analysis.claim(index, outcome, None, "all-harmed")


# "Two of the 17 injured have died"
_SOME_OF_THE_HURT = pattern(r"j(N)(k)(?=[aBHT]*[dZ])")


def _settle_hurt(analysis: Analysis) -> None:
    """As in "Two of the 17 injured have died": the 17 are those who were hurt."""
    for match in _SOME_OF_THE_HURT.finditer(analysis.codes) if "Nk" in analysis.codes else ():
        claim = analysis.claims.get(match.start(1))
        outcome = analysis.chunks[match.start(2)].outcome
        if claim is not None and claim.outcome is Outcome.KILLED and outcome is not None:
            claim.outcome = outcome


# "The nine who are still missing are feared dead"
_GIVEN_UP = pattern(r"([NQ])(?:r[aB]{1,3})?a?([eK])B[aT]*\"?(K)")
_FEARED = frozenset(_MISSING["given_up"])


def _settle_given_up(analysis: Analysis) -> None:
    """As in "The nine still missing are feared dead": nobody has found them."""
    for match in _GIVEN_UP.finditer(analysis.codes) if "missing" in analysis.vocabulary else ():
        claim, number = analysis.claims.get(match.start()), analysis.chunks[match.start()].number
        is_missing = analysis.chunks[match.start(2)].outcome is Outcome.MISSING
        if claim is None or number is None or not is_missing:
            continue
        is_feared = not _FEARED.isdisjoint(analysis.words_in(match.start(3)))
        if is_feared and not _DEFINITE.isdisjoint(analysis.words_of(number)):
            claim.outcome = Outcome.MISSING


# "Two more injured succumb to wounds"
_SUCCUMBED = pattern(r"([NQ])k(?=a?d)")


def _settle_succumbed(analysis: Analysis) -> None:
    """As in "Two more injured succumb to wounds": they were hurt, and now they are dead."""
    for match in _SUCCUMBED.finditer(analysis.codes) if "k" in analysis.codes else ():
        claim = analysis.claims.get(match.start(1))
        if claim is not None:
            claim.outcome = Outcome.KILLED


# "The fire burned 12 people alive"
_ALIVE = pattern(r"k([QN])a")


def _settle_alive(analysis: Analysis) -> None:
    """As in "The fire burned 12 people alive": they are dead."""
    for match in _ALIVE.finditer(analysis.codes) if "alive" in analysis.vocabulary else ():
        claim = analysis.claims.get(match.start(1))
        how = analysis.words_in(match.start()) | analysis.words_in(match.end() - 1)
        if claim is not None and "alive" in how and not how.isdisjoint(_BURNED):
            claim.outcome = Outcome.KILLED


# As in "63 casualties (27 killed, 36 injured)":
_BRACKETED = pattern(r"F\(([NQ])[kK],([NQ])[kK]\)")
# "Six soldiers and police officers were killed", "the dead, six men, women and children,"
_JOINED = pattern(r"Q(?P<more>(?:,w){0,3})c(?P<last>w{1,2})(?=[-BHkKde,.;)]|$)")


def _settle_joined(analysis: Analysis) -> None:
    """Who is counted in brackets, and by two nouns: "six soldiers and police officers"."""
    for match in _BRACKETED.finditer(analysis.codes) if "F(" in analysis.codes else ():
        for index in (match.start(1), match.start(2)):
            if index in analysis.claims:
                analysis.claims[index].scope = Scope.PART
    for match in _JOINED.finditer(analysis.codes) if "cw" in analysis.codes else ():
        joined = [*range(*match.span("more"))[1::2], match.end() - 1]
        nouns = [analysis.texts[analysis.chunks[at].last - 1] for at in joined]
        if all(is_person_noun(noun) and is_plural(noun) for noun in nouns):
            analysis.chunks[match.start()].population = PEOPLE


# "450 people and 150 homes were hit by the disaster"
_WITH_THINGS = pattern(r"([QN])cXB(?=[kK])")


def _drop_affected(analysis: Analysis) -> None:
    """As in "450 people and 150 homes were hit": they were affected, and not hurt.

    Or "A bus carrying 12 people was hit by a train": the bus was.
    """
    for index, claim in list(analysis.claims.items()):
        verb = analysis.words_in(claim.harm) if claim.harm > index else frozenset()
        before = text_at(analysis.tokens, analysis.chunks[index].first - 1)
        if before in _CARRYING and not _STRUCK.isdisjoint(verb):
            del analysis.claims[index]
    for match in _WITH_THINGS.finditer(analysis.codes) if "cXB" in analysis.codes else ():
        if not _STRUCK.isdisjoint(analysis.words_in(match.end())):
            analysis.claims.pop(match.start(1), None)


def _settle_casualties(analysis: Analysis) -> None:
    """As in "a casualty figure of 18 dead": of the casualties these are the dead.

    Or those of "left 18 people dead and injured 30 others", where it is two verbs.
    """
    for index, claim in list(analysis.claims.items()):
        state = analysis.chunks[index + 1] if analysis.codes[index + 1 :][:1] == "e" else None
        if state is None or Outcome.CASUALTIES not in (claim.outcome, state.outcome):
            continue
        claim.outcome = state.outcome or claim.outcome
        if claim.outcome is not Outcome.CASUALTIES or index + 2 == len(analysis.chunks):
            continue
        others = analysis.codes[index + 2]
        if others in "QN" or not _SEVERAL.isdisjoint(analysis.words_in(index + 2)):
            claim.outcome = Outcome.KILLED
        if others in "QN":
            analysis.claim(index + 2, Outcome.INJURED, None, "object")


_NO_SURVIVORS = ({"no", "survivors"}, {"no", "known", "survivors"})
_SURVIVORS = pattern(r"Q[Po]([QN])")
# "plane with 18 aboard crashes; no survivors"
_ABOARD = pattern(r"h([QN])(?:a|P(?![Dw]))")
_ON_BOARD = frozenset({"aboard", "onboard", "board"})


def _add_unsurvived(analysis: Analysis) -> None:
    """As in "none of the 12 survived", "no survivors among the 12": all of them were killed."""
    for match in _SURVIVED.finditer(analysis.codes) if "V" in analysis.codes else ():
        at = match.start("nobody")
        nobody = analysis.chunks[at].number
        if nobody is not None and nobody.word == "nobody":
            analysis.claims.pop(at, None)
            analysis.chunks[at].of = None
            analysis.claim(match.start("whole"), Outcome.KILLED, None, "none-survived")
    if "survivors" not in analysis.vocabulary:
        return
    none = [at for at, _ in analysis.quantities if analysis.words_in(at) in _NO_SURVIVORS]
    for match in _SURVIVORS.finditer(analysis.codes):
        if match.start() in none:
            analysis.claim(match.start(1), Outcome.KILLED, None, "no-survivors")
    aboard = [
        match.start(1)
        for match in _ABOARD.finditer(analysis.codes)
        if not _ON_BOARD.isdisjoint(analysis.words_in(match.end() - 1))
    ]
    if none and len(aboard) == 1 and len(analysis.quantities) == len(none) + 1:
        analysis.claim(aboard[0], Outcome.KILLED, None, "no-survivors")


def is_unread(analysis: Analysis) -> bool:
    """Whether a sentence has a casualty word and a count, and no figure was made of any."""
    if analysis.claims or not _HARMS & set(analysis.codes):
        return False
    numbers = [c.number for c in analysis.chunks if c.code in _COUNTED and c.number is not None]
    return any(number.word not in ("article", "bare") for number in numbers)


def tells_of_no_others(analysis: Analysis) -> bool:
    """Whether a sentence says that those told of last were all: "They were the only ones hurt"."""
    if "only" not in analysis.vocabulary:
        return False
    opening = analysis.texts[:4]
    return opening[:1] in (["they"], ["these"], ["those"]) and opening[2:] == ["the", "only"]


def tells_of_one_death(analysis: Analysis) -> bool:
    """Whether a sentence says of one told of before that he or she has died, without a number.

    As "He was pronounced dead at the scene", "The victim later died"; behind a figure, "...; she
    died of her wounds".
    """
    words = analysis.texts
    first = _takes_up(analysis) if analysis.claims else 0
    if words[first : first + 1] not in (["he"], ["she"], ["the"]):
        return False
    noun = words[first + 1] if words[first] == "the" and first + 1 < len(words) else ""
    if words[first] == "the" and (not is_person_noun(noun) or is_plural(noun)):
        return False
    for position in range(first, len(words)):
        word = words[position]
        if word in _SAID or word in NEARLY or word in PREVENTED or word == "not":
            return False
        if find_death(analysis.tokens, position) is not None:
            return True
    return False


def _takes_up(analysis: Analysis) -> int:
    """Where a clause behind the last figure takes up those counted; else the sentence's end."""
    words = analysis.texts
    last = analysis.chunks[max(analysis.claims)].last
    pronouns = [p for p in range(last, len(words)) if words[p] in ("he", "she")]
    if pronouns and words[pronouns[0] - 1] in _JOINTS:
        return pronouns[0]
    return len(words)


def _is_of_many(analysis: Analysis, index: int) -> bool:
    """Whether a second noun goes on with those counted: "18 pupils, teachers dead"."""
    return all(is_person_noun(word) and is_plural(word) for word in analysis.words_in(index))


def _is_of_others(analysis: Analysis, starts: dict[str, int]) -> bool:
    """Whether the harm befell others: "18 pupils, driver hurt", "two sisters of a man killed"."""
    if (noun := starts.get("noun", -1)) >= 0 and not _is_of_many(analysis, noun):
        return True
    if (plural := starts.get("plural", -1)) >= 0 and _PLURAL.isdisjoint(analysis.words_in(plural)):
        return True  # "the 14 hikers and the guide who was killed"
    if (family := starts.get("family", -1)) >= 0 and not _are_one_family(analysis, family):
        return True  # "members of 12 councils killed"
    if (these := starts.get("these", -1)) >= 0 and not _opens_with_these(analysis, these):
        return True  # "the relatives of 12 men"
    if (agent := starts.get("agent", -1)) >= 0 and not _is_agent(analysis, agent):
        return True  # "the killing in front of three nuns"
    if (among := starts.get("among", -1)) >= 0 and _AMONG.isdisjoint(analysis.words_in(among)):
        return True  # "near the 12 dead were six children"
    told = ((starts.get(group, -1), words) for group, words in _WORDS_OF_GROUPS.items())
    if any(at >= 0 and not analysis.words_in(at) <= words for at, words in told):
        return True  # "the dead were buried by two priests"
    if starts.get("of", -1) >= 0 and "victims" not in analysis.words_in(starts["victims"]):
        return True  # "90 survivors of a massacre"
    if starts.get("there", -1) >= 0 and _HURT.isdisjoint(analysis.words_in(starts["harm"])):
        return analysis.chunks[starts["harm"]].outcome is not Outcome.KILLED  # "in huts burned by"
    is_of_group = starts.get("members", -1) >= 0
    is_of_theirs = is_of_group and not _BEREAVED.isdisjoint(analysis.words_in(starts["victims"]))
    return is_of_theirs or _is_no_harm(analysis, starts)


def _is_agent(analysis: Analysis, agent: int) -> bool:
    """Whether it is "the killing by armed men of three nuns", or "in January of three nuns"."""
    return analysis.words_in(agent) == {"by"} or not _MONTHS.isdisjoint(
        analysis.words_in(agent + 1)
    )


def _are_one_family(analysis: Analysis, family: int) -> bool:
    return not _FAMILIES.isdisjoint(analysis.words_in(family))


def _is_no_harm(analysis: Analysis, starts: dict[str, int]) -> bool:
    """Whether it is "pilgrims prayed as he died", "injuries were fatal", "burned their huts"."""
    if _is_denied(analysis, starts):
        return True
    if (seized := starts.get("seized", -1)) >= 0:
        is_participle = analysis.texts[analysis.chunks[seized].last - 1].endswith(_PAST_ENDINGS)
        return not is_participle or _PLACES.isdisjoint(analysis.words_in(starts["place"]))
    if (again := starts.get("again", -1)) >= 0:  # "the toll of the fire, in which 19 were hurt"
        return analysis.chunks[again].outcome is not analysis.chunks[starts["harm"]].outcome
    if _is_no_loss(analysis, starts):
        return True
    if (how := starts.get("how", -1)) >= 0:
        return analysis.codes[how] != "x" and "fatal" in analysis.texts
    if (aboard := starts.get("aboard", -1)) >= 0:  # "The club has lost 12 already"
        return _ON_BOARD.isdisjoint(analysis.texts[analysis.chunks[aboard].first :][:2])
    if starts.get("to", -1) >= 0:  # "Cuts to 300 nurses are planned"
        return not _REDUCED.isdisjoint(analysis.words_in(starts["harm"]))
    limbs = starts.get("limbs", -1)
    return limbs >= 0 and _BODY_PARTS.isdisjoint(map(lemma, analysis.words_in(limbs)))


def _is_denied(analysis: Analysis, starts: dict[str, int]) -> bool:
    """Whether those counted are said to have had none: "six of the seven, who had no wounds"."""
    victims, harm = starts.get("victims", -1), starts.get("harm", -1)
    between = analysis.chunks[victims + 1 : harm] if 0 <= victims < harm else []
    return any(
        chunk.number is not None and chunk.number.qualifier is Qualifier.NONE for chunk in between
    )


def _is_no_loss(analysis: Analysis, starts: dict[str, int]) -> bool:
    """Whether it is "lost in thick woods", "lost her job and four friends"."""
    if (scene := starts.get("scene", -1)) >= 0:
        words = analysis.texts[analysis.chunks[scene].first :][:_REACH]
        victims = analysis.chunks[starts["victims"]]
        # "Of its 30 boats, the village lost 14 in the storm"
        is_object = analysis.codes[: starts["victims"]].rstrip("a").endswith("O")
        is_of_things = is_object and victims.population is None
        is_of_things = is_of_things and not _lose_their_own(analysis, starts)
        return (
            EVENTS.isdisjoint(words)
            or not _SPARED.isdisjoint(analysis.texts)
            or is_of_things
            or _FOUND_AGAIN.search(" ".join(analysis.texts)) is not None
        )
    if (kin := starts.get("kin", -1)) >= 0:
        return _KIN.isdisjoint(analysis.words_in(kin))
    if (treating := starts.get("treating", -1)) >= 0:
        return analysis.words_in(treating) != {"treated"}
    return False


def _lose_their_own(analysis: Analysis, starts: dict[str, int]) -> bool:
    """Whether a family, or others who may have lost their own, lost so many."""
    first = analysis.chunks[starts["victims"]].first
    return not _LOSERS.isdisjoint(analysis.texts[max(0, first - _REACH) : first])


def _befell_another(analysis: Analysis, index: int, harm: int) -> bool:
    """Whether it is "two brothers of the man who was killed": one was, and not the two."""
    is_missing = harm >= 0 and analysis.chunks[harm].outcome is Outcome.MISSING
    is_traced = is_missing and "missing" not in analysis.words_in(harm)
    if is_traced and analysis.chunks[index].population == ATTACKER:
        return True  # "Twelve suspects cannot be traced": they have fled
    number, verbs, at = analysis.chunks[index].number, set[str](), harm - 1
    while at > index + 1 and analysis.codes[at] in "aHTfxMB":
        verbs |= analysis.words_in(at)
        at -= 1
    is_clause = at > index + 1 and analysis.codes[at] == "r"
    is_many = number is not None and number.value != 1
    is_of_one = is_clause and is_many and not _OF_ONE.isdisjoint(verbs)
    is_of_one = is_of_one or _is_of_theirs(analysis, index, at) or _is_of_things(analysis, index)
    return is_of_one or _is_before_clause(analysis, index, at) or _has_room(analysis, index, harm)


def _is_of_things(analysis: Analysis, index: int) -> bool:
    """Whether it is "12 lorries, three of which burned out"."""
    counted = [code for code in analysis.codes[:index] if code in "XQU"]
    return counted[-1:] == ["X"] and "which" in analysis.words_in(index)


def _is_of_theirs(analysis: Analysis, index: int, subject: int) -> bool:
    """Whether it is "ten people whose car was hit": the car was."""
    if analysis.codes[subject + 1] in "mW":
        return False  # "seven people whose injuries were minor"
    while subject > index and analysis.codes[subject] in "Dw":
        if not _BODY_PARTS.isdisjoint(map(lemma, analysis.words_in(subject))):
            return False  # "a third, whose hand was grazed"
        subject -= 1
    return subject > index and analysis.words_in(subject) == {"whose"}


_ROOM = pattern(r",h[Dw]{1,3}P$")


def _has_room(analysis: Analysis, index: int, harm: int) -> bool:
    """Whether it is "The hall, with room for 300 guests, burned": the hall did."""
    is_aside = harm > index and analysis.codes[index + 1 : index + 2] == ","
    return is_aside and _ROOM.search(analysis.codes[:index]) is not None


def _is_before_clause(analysis: Analysis, index: int, subject: int) -> bool:
    """Whether it is "arrested 12 people after three died": it befell the three."""
    if subject <= index + 1 or analysis.codes[subject] not in _COUNTED:
        return False
    return analysis.codes[subject - 1] == "P" and not _CONJUNCTIONS.isdisjoint(
        analysis.words_in(subject - 1)
    )


_CLAUSE = pattern(r",ca?N(?=[^,Pp])")
_ON_BOARD = frozenset(load("outcomes")["aboard"])
_AMONG = frozenset(load("grammar")["among"])
_MONTHS = frozenset(load("things")["months"])
_KIN = frozenset(load("parts")["relations"])
_SPARED = frozenset(load("references")["spared"])
_NO_TOLL = frozenset({"by", "after", "since", "during", "before"})
_REACH = 5
_REDUCED = frozenset(load("outcomes")["reduced"])


def _but_wholes(analysis: Analysis, victims: range, harm: int) -> range:
    """The victims without the whole of some: of "arrested 30 men, three of whom died" the three."""
    if harm < victims.stop:
        return victims  # "killed 30 men, three of them cooks"
    clause = _CLAUSE.search(analysis.codes, victims.start, victims.stop + 1)
    before = range(victims.start, clause.start() if clause is not None else victims.start)
    is_list = sum(analysis.codes[at] in _COUNTED for at in before) > 1
    if clause is not None and clause.start() > victims.start and not is_list:
        return range(clause.end() - 1, victims.stop)  # "It employs 300 people, and 12 died"
    some = (at for at in victims if analysis.chunks[at].of == THEM)
    return range(next(some, victims.start), victims.stop)


def _opens_with_these(analysis: Analysis, of: int) -> bool:
    """Whether a clause opens with "of these 12 men", or "of those 12"."""
    behind = text_at(analysis.tokens, analysis.chunks[of].last)
    return behind in ("these", "those") and analysis.codes[of - 1 : of] in ("", ",", "c", ";", '"')


def _from_whom(analysis: Analysis, victims: range) -> range:
    """The last of them in "ten workers, eight of whom were dead": nothing is said of the ten."""
    if "whom" not in analysis.vocabulary:
        return victims
    first = next((i for i in reversed(victims) if "whom" in analysis.words_in(i)), victims.start)
    return range(first, victims.stop)


def _has_free(analysis: Analysis, victims: range) -> bool:
    """Whether a quantity among the victims is no figure yet."""
    codes, claims = analysis.codes, analysis.claims
    return any(index not in claims and codes[index] in _COUNTED for index in victims)


def _agrees(analysis: Analysis, index: int, harm: int) -> bool:
    """Whether "killed them" takes up more than one, and "killed him" one."""
    number = analysis.chunks[index].number
    are_many = bool({"them", "both", "their"} & analysis.words_in(harm))
    return number is not None and are_many == (number.value != 1)


def _is_toll(analysis: Analysis, index: int) -> bool:
    """Whether a number can be what a toll stands at: not "a man", nor what it rose by.

    Nor "after two men attacked".
    """
    chunk = analysis.chunks[index]
    before = text_at(analysis.tokens, chunk.first - 1)
    is_count = chunk.number is not None and chunk.number.word not in _SINGULAR
    return is_count and before not in _NO_TOLL


def _is_counted(analysis: Analysis, construction: Construction, index: int) -> bool:
    codes, number = analysis.codes, analysis.chunks[index].number
    if codes[index] not in _COUNTED or number is None:
        return False
    if construction.is_numeral and not _is_toll(analysis, index):
        return False
    # "One of the 40 people was killed" is told of the one, "one of the 40 people hurt" of the 40.
    is_whole = codes[index - 1 : index] == "j" and codes[index] != "F"
    if is_whole or codes[index] == "j":
        is_of_all = construction.is_attributive and not _are_dead(analysis, index - is_whole)
        is_of_all = is_of_all and not _is_family(analysis, index + (not is_whole))
        return is_whole == is_of_all
    is_theirs = codes[index - 1 : index] in ("o", "p") and codes[index - 2] in "NQ"
    if is_theirs and _is_family(analysis, index):
        return False
    # "killing three, and another in Lund": another attack.
    is_object = codes[index - 1 : index] in ("g", "b", "k")
    return is_object or number.word != "article" or codes[index : index + 2] != "NP"


def _is_family(analysis: Analysis, index: int) -> bool:
    """Whether it is the family of which some died: "nine members of a family killed"."""
    chunk = analysis.chunks[index]
    return chunk.number is not None and chunk.population in _FAMILIES


def _are_dead(analysis: Analysis, index: int) -> bool:
    """Whether a headline tells how some fared: "12 of 15 passengers dead", not the 15."""
    number = analysis.chunks[index].number
    is_many = number is not None and (number.value or 0) > 1
    is_state = analysis.codes[index + 2 : index + 3] == "e"
    return is_many and is_state and "the" not in analysis.words_in(index + 1)


def _outcome(
    analysis: Analysis, construction: Construction, starts: dict[str, int]
) -> Outcome | None:
    """What a match says happened; None where that is not what the construction is for.

    ``starts`` are where its groups start, -1 for one that it lacks.
    """
    harm, second = starts.get("harm", -1), starts.get("second", -1)
    if construction.outcome is not None:
        return construction.outcome
    if harm < 0:
        return analysis.chunks[starts["victims"]].outcome
    outcome = analysis.chunks[harm].outcome
    if analysis.codes[harm] == "q" and not _agrees(analysis, starts["victims"], harm):
        return None
    if second >= 0:
        both = {outcome, analysis.chunks[second].outcome}
        chunks = analysis.chunks
        words = {t.text for t in analysis.tokens[chunks[harm].first : chunks[second].last]}
        # "shot and killed" says how, "killed and injured" counts two kinds
        is_means = outcome is Outcome.INJURED and not words & _HURT and "or" not in words
        # "asphyxiated or trampled" says how, too
        # ... as does "burned or suffocated to death"
        is_to_death = "death" in analysis.words_in(second)
        is_manner = "Z" in (analysis.codes[harm], analysis.codes[second]) or is_to_death
        is_manner = is_manner and not words & _HURT
        if both == {Outcome.KILLED, Outcome.INJURED} and not (is_means or is_manner):
            return Outcome.CASUALTIES
        if Outcome.KILLED in both:
            return Outcome.KILLED
    if construction.only is not None and outcome is not construction.only:
        return None
    return outcome
