"""Numbers that count nobody: money, dates, ages, shares, labels."""

from __future__ import annotations

from math import gcd

from casualties.extractors.noun_groups import COUNTED_HARM, HARMED
from casualties.extractors.nouns import is_person_noun, is_plural, lemma
from casualties.extractors.numbers import Number, value_of
from casualties.extractors.tokens import Token, follows, text_at
from casualties.extractors.words import code_of
from casualties.lexicon import load
from casualties.model import Qualifier

__all__ = ["is_age_in_passing", "is_no_count"]

_THINGS = load("things")
_CARDINALS = load("numbers")["cardinals"]
_LABELS = frozenset(_THINGS["labels"])
_LOOSE_LABELS = frozenset(_THINGS["labels_if_capital"])
_MONTHS = frozenset(_THINGS["months"])
_MODAL_MONTHS = frozenset({"may", "march", "mar"})
_CURRENCIES = frozenset(_THINGS["currencies"]) | {"#", "%"}
_SHARES = frozenset({"%", "percent", "per", "°", "º"})
_SHARING = _SHARES | {"out", "in"}
_HE = frozenset({"he", "she", "they"})
_FIRST_YEAR, _LAST_YEAR = 1900, 2039
_PAST = frozenset({"was", "were", "is", "are"})
_AGES = frozenset({"age", "aged", "ages"})
_BEFORE_A_YEAR = frozenset(load("events")["before_a_year"])
_BEFORE_A_WEEK = frozenset({"in", "of", "for", "since", "until", "by", "from", "to", "during"})
_SURE_BEFORE_A_YEAR = frozenset({"in", "since", "of", "("})
_BEFORE_AN_AGE = frozenset(load("quantities")["before_an_age"])
_PARENTS = frozenset(load("quantities")["parents"])
_DEFINITE = frozenset(load("grammar")["definite"])
_OWN = frozenset({"her", "his", "their", "its"})
_ONE = frozenset({"a", "an", "the", "her", "his"})
_FROM_AN_AGE = frozenset({"between", "from"})
_ORDINALS = frozenset(load("quantities")["ordinals"])
_GROWING = frozenset(noun for sex in ("male", "female") for noun in load("reconciliation")[sex])
_BY_AGE = frozenset(load("quantities")["by_age"])
_JOINING = frozenset({"and", "to", "or", "-", "–"})
_BEFORE_JOINED = _JOINING | _FROM_AN_AGE | {","}
_BEHIND_AN_AGE = _BEFORE_JOINED | {"of"}
_DASHES = frozenset({"-", "–"})
_COUNTS = frozenset([*load("parts")["count_nouns"], "toll"])
_BEHIND_AGES = frozenset({",", ";", ".", ")", "and"})
_HOUSEHOLDS = frozenset([*load("parts")["families"], "families", "households"])
_COUNTED = frozenset(load("quantities")["counted_aloud"])
_WHO_COUNTS = frozenset(load("quantities")["who_counts_aloud"])
_OF_SO_MANY = frozenset({"of", "members"})
_COLLECTIVES = frozenset([*load("quantities")["collectives"], *load("people")["masses"]])
_OLDEST = 115
_ORDINALS = frozenset(load("quantities")["ordinals"])
_MOST = 32
"""More days than any month has."""
_REACH = 6
_FEW = 5
_ROUND = frozenset({10, 20, 50})
# What may come after a number that is a count after all.
_VERBAL = frozenset("BHkKdeT")
_BEING = frozenset("BH")
_BE_OR_HARMED = frozenset("BHkKdZ")
_LONGEST_NOUN = 4
_PAIR = 2


def is_no_count(tokens: list[Token], number: Number) -> bool:
    """Whether the words around a number say that it is money, a date, a share or a label."""
    before, after = text_at(tokens, number.first - 1), text_at(tokens, number.last)
    is_joined = after in _JOINING or before in _BEHIND_AN_AGE
    return (
        _is_money(tokens, number)
        or ((before == "in" or after in _SHARING) and _is_share(tokens, number))
        or before in _AGES
        or (before == "both" and _is_age_of_two(tokens, number))
        or _is_age_limit(tokens, number)
        or (
            (is_joined or _is_numeral(tokens, number.first - 1))
            and _is_joined_to_age(tokens, number)
        )
        or (before == "number" and not _is_harm(tokens, number))
        or (before == "of" and _is_age_of(tokens, number))
        or (before == "of" and _is_of_offspring(tokens, number))
        or (before == "but" and text_at(tokens, number.first - 2) == "all")
        or (before == "to" and _is_counted_aloud(tokens, number))
        or (number.is_plain and number.word == "digits" and _is_date_or_label(tokens, number))
        or (before == "every" and after == "of")  # "every one of the 11 was killed"
        or (number.word == "one" and before in _ORDINALS and _is_pronoun(tokens, number))
        or (after in _MONTHS and _are_days(tokens, number))
        or (before in _MONTHS and number.word != "words" and _is_month(tokens[number.first - 1]))
        or (number.qualifier is Qualifier.BETWEEN and _are_years(number))
        or (before in _PAST and _is_own_age(tokens, number))
        or (number.word == "words" and _is_name(tokens, number))
        or ((before in _DASHES or after in _DASHES) and _is_score(tokens, number))
        or (
            after in _HOUSEHOLDS
            and text_at(tokens, number.last + 1) not in _OF_SO_MANY
            and not is_person_noun(text_at(tokens, number.last + 1))
        )
    )


def _is_money(tokens: list[Token], number: Number) -> bool:
    if number.last - number.first == 1:
        return text_at(tokens, number.first - 1) in _CURRENCIES
    # A qualifier may stand between: "$" is before the numeral of "about $40".
    numerals = [i for i in range(number.first, number.last) if tokens[i].kind == "numeral"]
    return any(text_at(tokens, i - 1) in _CURRENCIES for i in [number.first, *numerals])


def _is_of_offspring(tokens: list[Token], number: Number) -> bool:
    """Whether it is "father of three killed in crash": his children were not."""
    is_parent = number.is_plain and text_at(tokens, number.first - 2) in _PARENTS
    return is_parent and not is_person_noun(text_at(tokens, number.last))


def _is_share(tokens: list[Token], number: Number) -> bool:
    after = text_at(tokens, number.last)
    if after in _SHARES:
        return True
    if after == "out" and text_at(tokens, number.last + 1) == "of":
        some = number.value or 1
        return not _is_part_of_group(tokens, number.last + 2, some)
    if follows(tokens, number.first - 2, ("one", "in")):
        return True
    if after != "in" or not _is_numeral(tokens, number.last + 1):
        return _is_out_of(tokens, number.first, number.last)
    # "nine in ten of the wounded", but not "killing 66 in one of the worst fires"
    is_of_more = (number.value or 0) <= value_of(text_at(tokens, number.last + 1))
    return number.value == 1 or (
        is_of_more and _is_out_of(tokens, number.last + 1, number.last + 2)
    )


def _is_part_of_group(tokens: list[Token], position: int, some: int) -> bool:
    """Whether the group at ``position`` is one that was there: "seven out of nine passengers".

    Round ones are shares, "nine out of ten people", if ``some`` have no divisor with all.
    """
    position += text_at(tokens, position) == "the"
    size = value_of(text_at(tokens, position))
    is_group = is_person_noun(text_at(tokens, position + 1))
    is_odd = size % _FEW > 0 or tokens[position - 1].text == "the"
    is_odd = is_odd or (size not in _ROUND and size % 100 > 0 and gcd(size, some) > 1)
    return is_group and size > _FEW and is_odd


def _is_out_of(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the number ends "nine in ten of the wounded", "two in five patients"."""
    if text_at(tokens, first - 1) != "in" or not _is_numeral(tokens, first - 2):
        return False
    return text_at(tokens, last) == "of" or (
        last < len(tokens) and is_person_noun(tokens[last].text)
    )


def _is_numeral(tokens: list[Token], position: int) -> bool:
    return _kind_at(tokens, position) == "numeral" or text_at(tokens, position) in _CARDINALS


def _is_score(tokens: list[Token], number: Number) -> bool:
    """Whether it is half of a score ("lost 3-2"): a range has its lower end first."""
    first, last = number.first, number.last
    return _is_dashed(tokens, first - 1) or _is_dashed(tokens, last)


def _is_dashed(tokens: list[Token], dash: int) -> bool:
    """Whether a dash stands between two numerals without a space."""
    if text_at(tokens, dash) not in _DASHES or _kind_at(tokens, dash - 1) != "numeral":
        return False
    is_close = tokens[dash - 1].end == tokens[dash].start
    return (
        is_close
        and _kind_at(tokens, dash + 1) == "numeral"
        and tokens[dash].end == tokens[dash + 1].start
    )


def _is_harm(tokens: list[Token], number: Number) -> bool:
    """Whether it is "the injured now number 40", "who number 40", and not "at number 40"."""
    subject = number.first - 2
    while subject > 0 and (code_of(tokens[subject]) == "a" or tokens[subject].text == "far"):
        subject -= 1
    noun = text_at(tokens, subject)
    is_verb = noun in ("who", "they", "victims")
    return is_verb or noun in HARMED or (noun in COUNTED_HARM and is_plural(noun))


def _is_age_limit(tokens: list[Token], number: Number) -> bool:
    """Whether it says how old people are: "most of them under 18"."""
    if text_at(tokens, number.first) not in ("under", "over", "below", "above"):
        return False
    is_bare = _kind_at(tokens, number.last) != "word" and (number.value or 0) <= _OLDEST
    return is_bare and text_at(tokens, number.first - 1) in _BEFORE_AN_AGE


def _are_years(number: Number) -> bool:
    """Whether it is a stretch of years: "fatalities from 2011 to 2020"."""
    low, high = number.range.low, number.range.high or 0
    return _FIRST_YEAR <= low < high <= _LAST_YEAR


def _is_counted_aloud(tokens: list[Token], number: Number) -> bool:
    """Whether it is "You could count to ten", and not "raised the count to ten"."""
    verb, before = (text_at(tokens, number.first - back) for back in (2, 3))
    is_verb = verb in _COUNTED or (verb == "count" and before in _WHO_COUNTS)
    return is_verb and not is_person_noun(text_at(tokens, number.last))


def _is_own_age(tokens: list[Token], number: Number) -> bool:
    """Whether a clause tells how old somebody is: "Lau, who was ten,", "whose ages were 6 to 9"."""
    subject = text_at(tokens, number.first - 2)
    if subject in ("ages", "age"):
        return True
    if text_at(tokens, number.last) == "when" and text_at(tokens, number.last + 1) in _HE:
        return True  # "was 10 when he was killed"
    is_closed = text_at(tokens, number.last) in (",", ".", ";", ")")
    return subject == "who" and is_closed and (number.value or 0) <= _OLDEST


def _is_first_of_name(tokens: list[Token], number: Number) -> bool:
    at = number.last - 1
    if not tokens[at].is_capital or text_at(tokens, at - 1) != "the" or number.last >= len(tokens):
        return False
    is_title = all(t.is_capital for t in tokens if t.kind == "word" and len(t.text) > _FEW)
    return not tokens[at - 1].is_capital and tokens[number.last].is_capital and not is_title


def _is_month(token: Token) -> bool:
    return token.text not in _MODAL_MONTHS or token.is_capital


def _is_joined_to_age(tokens: list[Token], number: Number) -> bool:
    """Whether an age is joined to it: "between 16 and 26 years old", "between the ages of 6 and 9".

    In "aged six and nine", it is joined to another one; but not "aged six and nine men".
    """
    if text_at(tokens, number.last) in _JOINING and _kind_at(tokens, number.last + 1) == "age":
        return True
    at = number.first - 1
    while text_at(tokens, at) in _BEFORE_JOINED or _is_numeral(tokens, at):
        at -= 1
    at -= text_at(tokens, at) == "of"
    noun = text_at(tokens, at)
    if text_at(tokens, at + 1) == "of" and is_plural(noun) and is_person_noun(noun):
        # "two women of 26 and 31"
        is_noun = is_person_noun(text_at(tokens, number.last))
        return text_at(tokens, number.first - 1) in ("and", ",") and number.is_plain and not is_noun
    following = text_at(tokens, number.last)
    is_apart = text_at(tokens, number.first - 2) == ","  # "aged 35 to 68, and eight missing"
    is_counting = is_person_noun(following) or (is_apart and following in HARMED)
    return text_at(tokens, at) in _AGES and not is_counting


def _is_age_of(tokens: list[Token], number: Number) -> bool:
    """Whether it is "a man of 58", "the age of 58"."""
    if number.first < _PAIR or text_at(tokens, number.first) in _DEFINITE:
        return False  # "the families of the nine"
    owner = text_at(tokens, number.first - 2)
    if owner in _AGES:
        return True
    if number.is_plain and is_plural(owner) and is_person_noun(owner):
        return _are_ages(tokens, number)
    opening = {token.text for token in tokens[max(0, number.first - _FEW) : number.first - 2]}
    is_bearer = owner in _GROWING or _is_somebody(tokens, number)
    is_one = is_bearer and not _ONE.isdisjoint(opening)
    is_bare = number.is_plain and (number.value or 0) <= _OLDEST
    after = number.last < len(tokens) and (
        is_person_noun(tokens[number.last].text) or tokens[number.last].kind == "numeral"
    )
    return is_one and is_bare and not after


def _is_somebody(tokens: list[Token], number: Number) -> bool:
    """Whether it is "a pilot of 21 and ...", and not "a crew of 21", "a leader of 40 rebels"."""
    owner = text_at(tokens, number.first - 2)
    is_one = is_person_noun(owner) and owner not in _COLLECTIVES
    return is_one and text_at(tokens, number.last) in _BEHIND_AGES


def _are_ages(tokens: list[Token], number: Number) -> bool:
    """Whether it is the first of "two women of 26 and 31", "boys of 12, 13 and 15"."""
    is_bare = text_at(tokens, number.last) in _BEHIND_AGES
    return is_bare and (number.value or 0) <= _OLDEST


def _is_age_of_two(tokens: list[Token], number: Number) -> bool:
    """Whether it is "two girls, both 17, were hurt"."""
    following = tokens[number.last : number.last + 1]
    return not any(is_person_noun(token.text) for token in following)


def _ends_count(tokens: list[Token], at: int) -> bool:
    """Whether it is "the figure, 25," or "the number of missing, 25, was unchanged"."""
    before = [token.text for token in tokens[max(0, at - _FEW + 2) : at]]
    text = tokens[at].text
    return text in _COUNTS or (text in HARMED and not _COUNTS.isdisjoint(before))


def _kind_at(tokens: list[Token], position: int) -> str:
    return tokens[position].kind if 0 <= position < len(tokens) else ""


def _is_date_or_label(tokens: list[Token], number: Number) -> bool:
    first, last, value = number.first, number.last, number.value or 0
    before, after = text_at(tokens, first - 1), text_at(tokens, last)
    if before in _MONTHS and _is_month(tokens[first - 1]):
        return True
    if after in _MONTHS and tokens[last].is_capital and value <= 31:
        return True
    if _is_year(tokens, number):
        return True
    # "cases in week 23"
    is_of_week = before == "week" and text_at(tokens, first - 2) in _BEFORE_A_WEEK
    if is_of_week or before in _LOOSE_LABELS:
        counts = last < len(tokens) and (
            code_of(tokens[last]) in _VERBAL or is_person_noun(tokens[last].text)
        )
        is_label = is_of_week or tokens[first - 1].is_capital
        if not counts and is_label:
            return True
        if before in _LOOSE_LABELS:
            return False
    if before == "." and text_at(tokens, first - 2) == "no":  # "No. 7"
        return True
    is_date = before == "/" and tokens[first - 1].end == tokens[first].start  # "9/11"
    return (before in _LABELS and not _is_counted_behind_noun(tokens, number)) or is_date


def _is_counted_behind_noun(tokens: list[Token], number: Number) -> bool:
    """Whether it is "In the same state 113 people died", and not "in the State 113 people"."""
    noun = text_at(tokens, number.last)
    is_people = is_person_noun(noun) and is_plural(noun)
    return is_people and not tokens[number.first - 1].is_capital


def _is_pronoun(tokens: list[Token], number: Number) -> bool:
    """Whether "a second one" stands for a thing, and is not told to have died."""
    following = tokens[number.last : number.last + 1]
    return not any(code_of(token) in _VERBAL for token in following)


def _are_days(tokens: list[Token], number: Number) -> bool:
    """Whether it is a stretch of a month: "were shot between 13 and 15 November"."""
    is_stretch = number.qualifier is Qualifier.BETWEEN and (number.range.high or _MOST) < _MOST
    return is_stretch and tokens[number.last].is_capital


def _is_name(tokens: list[Token], number: Number) -> bool:
    """Whether it is "a Form Two pupil", "Platform Four": both begin with a capital.

    Or "the Seven Sisters", in no headline.
    """
    if _is_first_of_name(tokens, number):
        return True
    label = tokens[number.first - 1] if number.first else None
    if label is None or not label.is_capital:
        return False
    is_label = not {label.text, lemma(label.text)}.isdisjoint(_LABELS | _LOOSE_LABELS)
    return is_label and tokens[number.first].is_capital


def _is_year(tokens: list[Token], number: Number) -> bool:
    first, last, value = number.first, number.last, number.value or 0
    if not 1000 <= value <= 2100 or "," in tokens[last - 1].text or last - first > 2:
        return False
    before = text_at(tokens, first - 1)
    is_recent = 1900 <= value <= 2035
    if is_recent and text_at(tokens, first) == "the":  # "the 1998 killings"
        return True
    counts = last < len(tokens) and (
        is_person_noun(tokens[last].text) or tokens[last].text in HARMED
    )
    if not before or before in _BEFORE_A_YEAR:
        return not counts or (is_recent and before in _SURE_BEFORE_A_YEAR)
    if is_recent and before == "on" and text_at(tokens, first - 2) in ("up", "down"):
        return True  # "deaths were up on 2015"
    if is_recent and before == "for" and last < len(tokens) and code_of(tokens[last]) in _BEING:
        return True  # "The toll for 2012 is now 526"
    if is_recent and (before in _LABELS or _kind_at(tokens, first - 1) == "ordinal"):
        return True
    is_word = _kind_at(tokens, last) == "word"
    return is_recent and is_word and not counts and code_of(tokens[last]) not in _VERBAL


def is_age_in_passing(tokens: list[Token], number: Number) -> bool:
    """Whether a bare number between commas is somebody's age: "his son, nine, died"."""
    if not number.is_plain or (number.value or 0) > _OLDEST:
        return False
    is_age = _is_age_in_digits if number.word == "digits" else _is_age_in_words
    return is_age(tokens, number.first, number.last)


def _is_age_in_digits(tokens: list[Token], first: int, last: int) -> bool:
    """As in "Ann Lee, 40, said", "the youngest was 3", "(40)"."""
    is_of = "of" in (text_at(tokens, first - 1), text_at(tokens, first))  # "the youngest of the 11"
    if not is_of and _BY_AGE & {token.text for token in tokens[max(0, first - _REACH) : first]}:
        return True
    before, after = text_at(tokens, first - 1), text_at(tokens, last) or "."
    if before == "(" and after == ")":
        return text_at(tokens, first - 2) not in HARMED.keys() | COUNTED_HARM.keys()
    if first < 2 or before not in (",", "and", "or"):
        return False
    earlier = tokens[first - 2]
    if before in ("and", "or"):  # "two men, 25 and 31, were"
        return earlier.kind == "numeral" and after in (",", ".", ";", ")")
    if after not in (",", ".", ";", "and", "or", ")", "from", "of", "–", "—"):
        return False
    if earlier.kind == "numeral":
        return True
    if earlier.text in _ORDINALS and after == ",":
        return True  # "A third, 27, whose hand was grazed"
    if earlier.kind != "word" or _ends_count(tokens, first - 2):
        return False
    behind = {code_of(token) for token in tokens[last + 1 : last + 2]}
    if after == "," and behind & _BE_OR_HARMED and _is_one(tokens, first - 1):
        return True  # "A rubber tapper, 54, was shot"
    return earlier.is_capital or (after not in ("from", "of") and is_person_noun(earlier.text))


def _is_age_in_words(tokens: list[Token], first: int, last: int) -> bool:
    """As in "a father and his son, nine, died": in words, behind somebody of the family."""
    if _is_age_of_named(tokens, first, last):
        return True
    if first < _PAIR or not text_at(tokens, first - 1) == text_at(tokens, last) == ",":
        return _are_ages_in_words(tokens, first, last)
    noun, before = tokens[first - 2].text, text_at(tokens, first - 3)
    is_one = before == "and" or _is_one(tokens, first - 1)
    return is_person_noun(noun) and not is_plural(noun) and is_one


def _is_age_of_named(tokens: list[Token], first: int, last: int) -> bool:
    """Whether it is one of "Ann Lee, 31, and her sons Tom, six, and Max, two, died".

    Those named are people: they, or others named before them, have an age in digits or a noun for
    people; and not the places of "In Osk, six, and in Velm, three, died".
    """
    behind, following = text_at(tokens, last) or ".", tokens[last + 1 : last + 2]
    is_joined = behind == "and" and any(t.is_capital or t.text in _OWN for t in following)
    is_closed = is_joined or behind in (",", ".", ";", ")")
    if first < _PAIR or not is_closed or text_at(tokens, first - 1) != ",":
        return False
    at = first - 2
    if not tokens[at].is_capital:
        return False
    while at >= 0 and (tokens[at].is_capital or _is_between_names(tokens, at)):
        if tokens[at].kind == "numeral" or is_person_noun(tokens[at].text):
            return True
        at -= 1
    return False


def _is_between_names(tokens: list[Token], at: int) -> bool:
    """Whether it stands in a list of people by their names: an age, "and", "his", a noun."""
    text = tokens[at].text
    is_in_list = text in _OWN or text in (",", "and") or is_person_noun(text)
    return is_in_list or _is_numeral(tokens, at)


def _are_ages_in_words(tokens: list[Token], first: int, last: int) -> bool:
    """Whether it is one of "her daughters, six and nine, were hurt"."""
    behind, before = text_at(tokens, last), text_at(tokens, first - 1)
    if before == "and" and behind == "," and _is_numeral(tokens, first - 2):
        comma = first - 3
    elif before == "," and behind == "and" and _is_numeral(tokens, last + 1):
        comma = first - 1
        if text_at(tokens, last + 2) != ",":
            return False
    else:
        return False
    owner, noun = text_at(tokens, comma - 2), text_at(tokens, comma - 1)
    is_theirs = owner in _OWN and is_person_noun(noun) and is_plural(noun)
    return text_at(tokens, comma) == "," and is_theirs


def _is_one(tokens: list[Token], comma: int) -> bool:
    """Whether a singular by its article ends at the comma: "a rubber tapper,"."""
    before = [token.text for token in tokens[max(0, comma - _LONGEST_NOUN) : comma]]
    return not _ONE.isdisjoint(before) and "," not in before
