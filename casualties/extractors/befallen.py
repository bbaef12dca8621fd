"""Whom a harm befell: those counted, or somebody else that the sentence has beside them."""

from __future__ import annotations

from casualties.extractors.analysis import Analysis
from casualties.extractors.nouns import is_person_noun, is_plural, lemma
from casualties.extractors.times import EVENTS
from casualties.extractors.tokens import text_at
from casualties.lexicon import load
from casualties.model import ATTACKER, Outcome, Qualifier
from casualties.patterns import either, pattern

__all__ = ["befell_another", "befell_others"]

_COUNTED = frozenset("QNUFjl")
_HURT = frozenset(load("outcomes")["harmed_anyhow"])
_BEREAVED = frozenset([*load("parts")["kin"], *load("parts")["siblings"]])
_FAMILIES = frozenset(load("parts")["families"])
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
# "killed, and so were 12 men", but not "killed, and there were 12 men in the hall"
_WORDS_OF_GROUPS = {
    "named": frozenset({"as"}),
    "so": frozenset({"so"}),
    "led": frozenset({"at"}),
    "asked": frozenset({"why", "how", "what"}),
}
_ON_BOARD = frozenset(load("outcomes")["aboard"])
_AMONG = frozenset(load("grammar")["among"])
_MONTHS = frozenset(load("things")["months"])
_KIN = frozenset(load("parts")["relations"])
_SPARED = frozenset(load("references")["spared"])
_REACH = 5
_REDUCED = frozenset(load("outcomes")["reduced"])


def _is_of_many(analysis: Analysis, index: int) -> bool:
    """Whether a second noun goes on with those counted: "18 pupils, teachers dead"."""
    return all(is_person_noun(word) and is_plural(word) for word in analysis.words_in(index))


def befell_others(analysis: Analysis, starts: dict[str, int]) -> bool:
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


def befell_another(analysis: Analysis, index: int, harm: int) -> bool:
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


def _opens_with_these(analysis: Analysis, of: int) -> bool:
    """Whether a clause opens with "of these 12 men", or "of those 12"."""
    behind = text_at(analysis.tokens, analysis.chunks[of].last)
    return behind in ("these", "those") and analysis.codes[of - 1 : of] in ("", ",", "c", ";", '"')
