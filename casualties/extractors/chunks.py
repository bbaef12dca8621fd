"""A sentence to chunks: quantities and the words that bind them, one letter of code each.

The constructions are patterns over these codes, never over letters of the text:

    Q people counted ("three soldiers", "a man", "nobody")     X a count of anything else, ages, dates
    N a number alone ("40", "dozens", "another 130")           U a number before a noun not known
    F deaths or injuries counted ("12 deaths", "no injuries")  Y bodies counted
    l lives counted                                            j part of a group counted next ("one of the")
    k killed, hurt (past or participle)   K only a participle   Z drowned (past, and what victims do)
    g killing   b kills, kill   d died   e dead, missing        m death(s), injuries, uncounted
    t toll      W burns, wounds          A among the dead       G the dead, the injured
    B be  H have  M would, may  x not  f to  o of  h with  c and, or  r who, which  i including
    D the, his  P in, at  p from  a also, later  T known, reported  L left  C claimed, took
    S suffered  v rose, put, brought  # number, count  z another verb  w any other word
    and the marks , ; : ( ) " - . as themselves
"""

from __future__ import annotations

from dataclasses import dataclass

from casualties.extractors.nouns import is_person_noun, is_plural, is_thing, lemma, person_of
from casualties.extractors.noun_groups import COUNTED_HARM, find_noun_group
from casualties.extractors.numbers import Number, find_numbers
from casualties.extractors.qualifiers import find_qualified_numbers, read_suffix
from casualties.extractors.tokens import Token, tokenize
from casualties.lexicon import load
from casualties.model import PEOPLE, Kind, Outcome, Qualifier
from casualties.ranges import Range

__all__ = ["Chunk", "find_chunks"]

_GRAMMAR_CODES = {
    "leave": "L", "take": "C", "change": "v", "suffer": "S", "evidential": "T", "be": "B", "have": "H", "modal": "M", "negation": "x",
    "to": "f", "of": "o", "with": "h",
    "from": "p", "including": "i", "relative": "r", "and": "c", "adverb": "a", "number-noun": "#",
    "determiner": "D", "preposition": "P", "verb": "z", "say": "s",
}  # fmt: skip
_OUTCOME_CODES = {"past": "k", "participle": "K", "gerund": "g", "present": "b", "die": "d", "state": "e", "noun": "m", "toll": "t", "wound": "W"}  # fmt: skip
_PRIORITY = "kKgbdemtWLCTBHMxfohpircvSa#DPzs"
_THINGS = load("things")
_LABELS = frozenset(_THINGS["labels"])
_MONTHS = frozenset(_THINGS["months"])
_CURRENCIES = frozenset(_THINGS["currencies"])
_MARKS = {"–": "-", "—": "-", "-": "-", "--": "-", "…": "."}


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    code: str
    outcome: Outcome | None


def _entries() -> dict[str, list[_Entry]]:
    """Every phrase of the word lists by its first word, the longest first."""
    table: dict[str, dict[tuple[str, ...], _Entry]] = {}

    def add(phrase: str, code: str, outcome: Outcome | None) -> None:
        words = tuple(token.text for token in tokenize(phrase))
        known = table.setdefault(words[0], {})
        if words in known:
            old = known[words]
            if {old.code, code} == {"k", "d"} and old.outcome == outcome:
                code = "Z"
            elif _PRIORITY.find(old.code) <= _PRIORITY.find(code):
                return
        known[words] = _Entry(words, code, outcome)

    for entry in load("outcomes")["word"]:
        for binding, code in _OUTCOME_CODES.items():
            for phrase in entry.get(binding, ()):
                add(phrase, code, Outcome(entry["outcome"]))
        for phrase in entry.get("member", ()):
            for opening in ("among", "amongst", "among the", "amongst the"):
                add(f"{opening} {phrase}", "A", Outcome(entry["outcome"]))
            if not phrase.startswith(("the ", "those ", "people ", "men ", "women ")):
                add(f"the {phrase}", "G", Outcome(entry["outcome"]))
            elif phrase.startswith("those "):
                add(phrase, "G", Outcome(entry["outcome"]))
    for name, code in _GRAMMAR_CODES.items():
        for phrase in load("grammar")["classes"][name]:
            add(phrase, code, None)
    return {
        first: sorted(known.values(), key=lambda entry: -len(entry.words))
        for first, known in table.items()
    }


_ENTRIES = _entries()


def _members() -> dict[str, list[_Entry]]:
    table: dict[str, list[_Entry]] = {}
    for entry in load("outcomes")["word"]:
        for phrase in entry.get("member", ()):
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append(_Entry(words, "", Outcome(entry["outcome"])))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry.words))
    return table


_MEMBERS = _members()
_PRONOUNS = {"them", "whom", "these", "those", "which", "us"}
_HARMED_ADJECTIVES = {
    word: Outcome(entry["outcome"])
    for entry in load("outcomes")["word"]
    for binding in ("past", "participle", "state", "noun")
    for word in entry.get(binding, ())
    if " " not in word
    and entry["outcome"] != "casualties"
    and word not in ("critical", "critically", "seriously", "hit", "death", "injury")
}


@dataclass(slots=True)
class Chunk:
    """Tokens ``first`` to ``last`` (excluded) of a sentence under one code.

    For a quantity, ``number`` is what is counted and ``population`` who (None where no noun is
    named); ``of`` is what it is a part of: "them", "victims", or an outcome's name; ``harm`` an
    outcome within the noun group itself ("two wounded men").
    """

    code: str
    first: int
    last: int
    outcome: Outcome | None = None
    number: Number | None = None
    population: str | None = None
    of: str | None = None
    harm: Outcome | None = None
    is_definite: bool = False
    noun_last: int = 0


def find_chunks(tokens: list[Token], kind: Kind) -> list[Chunk]:
    """The chunks of a sentence, in its order, covering every token."""
    numbers = {
        number.first: number for number in find_qualified_numbers(tokens, find_numbers(tokens))
    }
    chunks: list[Chunk] = []
    position = 0
    while position < len(tokens):
        chunk = None
        if position in numbers:
            chunk = _quantity(tokens, numbers[position], numbers)
        elif tokens[position].text in ("a", "an", "another", "one", "an additional"):
            chunk = _article(tokens, position, numbers)
        elif _may_be_bare(tokens, position, kind):
            chunk = _bare_singular(tokens, position)
        chunk = chunk or _word(tokens, position)
        chunks.append(chunk)
        position = chunk.last
    return chunks


def _word(tokens: list[Token], position: int) -> Chunk:
    token = tokens[position]
    for entry in _ENTRIES.get(token.text, ()):
        last = position + len(entry.words)
        if last <= len(tokens) and all(
            tokens[position + i].text == word for i, word in enumerate(entry.words)
        ):
            code = entry.code
            is_noun = code == "b" and last < len(tokens) and tokens[last].text == "of"
            if is_noun and entry.words[-1] in COUNTED_HARM:
                code = "m"  # "the murder of 19"
            return Chunk(code, position, last, entry.outcome)
    if token.kind == "mark":
        return Chunk(_MARKS.get(token.text, token.text), position, position + 1)
    if token.kind in ("clock", "ordinal", "age", "compound", "numeral"):
        return Chunk(
            "w" if token.kind in ("age", "compound", "ordinal") else "X", position, position + 1
        )
    return Chunk("w", position, position + 1)


def _code_of(token: Token) -> str:
    """The code of a single word, ``w`` where the lists do not know it."""
    for entry in _ENTRIES.get(token.text, ()):
        if len(entry.words) == 1:
            return entry.code
    return "w"


def _article(tokens: list[Token], position: int, numbers: dict[int, Number]) -> Chunk | None:
    """A singular by its article: "a man", "another 60-year-old passenger"."""
    is_additional = tokens[position].text == "another"
    after = position + 1
    if not is_additional and _is_apposition(tokens, position):
        return None
    if after in numbers:
        return None
    number = Number(position, after, Range.exactly(1), Qualifier.EXACT, 1, "article", is_additional)
    group = find_noun_group(tokens, after, True, _code_of)
    last, population, harm, code = group.last, group.population, group.harm, group.code
    if code == "N" and after < len(tokens) and tokens[after].kind == "age":
        last, population, code = after + 1, PEOPLE, "Q"
    if code == "F":
        noun = tokens[last - 1].text
        if tokens[position].text == "another" and noun in (
            "death",
            "fatality",
            "injury",
            "casualty",
        ):
            return Chunk("F", position, last, COUNTED_HARM[noun], number, PEOPLE, noun_last=last)
        return None
    if code == "N" and is_additional:
        return Chunk("N", position, after, number=number, noun_last=after)
    if code != "Q" or population is None or is_plural(tokens[last - 1].text):
        return None
    if any(
        _code_of(t) not in "wkKe#SaG" and not is_person_noun(t.text) for t in tokens[after:last]
    ):
        return None
    return Chunk("Q", position, last, None, number, population, harm=harm, noun_last=last)


def _is_apposition(tokens: list[Token], position: int) -> bool:
    """Whether "a ..." says who a name is: "Ann Lee, a teacher, ...", "Ann Lee, 40, a nurse"."""
    if position < 2 or tokens[position - 1].text not in (",", "(", "–", "—"):
        return False
    earlier = tokens[position - 2]
    if earlier.kind == "numeral" and position >= 4 and tokens[position - 3].text == ",":
        earlier = tokens[position - 4]
    if not earlier.is_capital or earlier.kind != "word" or position - 2 == 0:
        return False
    is_shouted = sum(t.is_capital for t in tokens) > 0.8 * sum(t.kind == "word" for t in tokens)
    following = next((t.text for t in tokens[position:] if t.text in (",", "and", ".", ";")), "")
    return not is_shouted and earlier.text not in _MONTHS and following != "and"


_BARE_BEFORE = {
    "",
    ",",
    ":",
    ";",
    "and",
    "-",
    "–",
    "—",
    "kills",
    "injures",
    "kill",
    "shoot",
    "shoots",
    "wounds",
    "hurts",
    '"',
    "leaves",
}


def _may_be_bare(tokens: list[Token], position: int, kind: Kind) -> bool:
    """Whether a noun without an article may stand for one person: in headlines alone."""
    if kind not in (Kind.HEADLINE, Kind.LIST):
        return False
    before = tokens[position - 1].text if position else ""
    return before in _BARE_BEFORE and tokens[position].kind in ("word", "age")


def _bare_singular(tokens: list[Token], position: int) -> Chunk | None:
    number = Number(position, position, Range.exactly(1), Qualifier.EXACT, 1, "bare")
    group = find_noun_group(tokens, position, True, _code_of)
    last, population, code = group.last, group.population, group.code
    if tokens[position].kind == "age" and code == "N":
        last, population, code = position + 1, PEOPLE, "Q"
    if code != "Q" or population is None or last - position > 3 or is_plural(tokens[last - 1].text):
        return None
    if tokens[last - 1].text in (
        "police",
        "staff",
        "crew",
        "army",
        "killed",
        "wounded",
        "injured",
        "dead",
        "hurt",
        "personnel",
        "family",
        "official",
        "chief",
        "president",
        "minister",
        "case",
        "remains",
    ):
        return None
    following = (
        _code_of(tokens[last]) if last < len(tokens) and tokens[last].kind == "word" else ","
    )
    if following not in "kKZdegcPBbh,":
        return None
    return Chunk("Q", position, last, None, number, population, noun_last=last)


_MORE = frozenset({"more", "other", "others", "further", "additional", "new"})


def _quantity(tokens: list[Token], number: Number, numbers: dict[int, Number]) -> Chunk:
    """The quantity that begins at a number: what it counts decides its code."""
    first, last = number.first, number.last
    head = number.first
    if _is_no_count(tokens, number):
        return Chunk("X", first, last, number=number)
    if number.word == "nobody":
        if last < len(tokens) and tokens[last].text == "of":
            return _partitive(tokens, number, last, numbers)
        if tokens[last - 1].text == "none" or True:
            return Chunk("Q", first, last, number=number, population=PEOPLE, noun_last=last)
    after = last
    while after < len(tokens) and tokens[after].text in (
        "more",
        "other",
        "others",
        "further",
        "additional",
        "new",
        "newly",
    ):
        if tokens[after].text in _MORE:
            number.is_additional = True
        if tokens[after].text == "others":
            after += 1
            return Chunk("Q", first, after, number=number, population=PEOPLE, noun_last=after)
        if (
            tokens[after].text == "more"
            and after + 1 < len(tokens)
            and tokens[after + 1].text == "than"
        ):
            break
        after += 1
    if after < len(tokens) and tokens[after].text == "than" and tokens[after - 1].text == "more":
        after -= 1
    if after < len(tokens) and tokens[after].text == "of":
        return _partitive(tokens, number, after, numbers)
    is_one = number.value == 1 and number.qualifier is Qualifier.EXACT
    group = find_noun_group(
        tokens, after, is_one or number.word == "no" or number.range.low == 1, _code_of
    )
    end, population, harm, code = group.last, group.population, group.harm, group.code
    if number.word == "no":
        return _no(tokens, number, end, population, code, harm)
    if code == "F":
        noun = tokens[end - 1].text
        return Chunk(
            "F", first, end, COUNTED_HARM[noun], number, population or PEOPLE, noun_last=end
        )
    if code in "QU" and end < len(tokens):
        end_with_suffix = read_suffix(tokens, number, end)
        return Chunk(
            code,
            first,
            end_with_suffix,
            None,
            number,
            population,
            harm=harm,
            noun_last=end_with_suffix,
        )
    if code == "N" and _looks_like_age(tokens, number):
        code = "X"
    return Chunk(
        code, first, max(end, after), None, number, population, harm=harm, noun_last=max(end, after)
    )


def _no(
    tokens: list[Token],
    number: Number,
    end: int,
    population: str | None,
    code: str,
    harm: Outcome | None,
) -> Chunk:
    """What "no" negates: people, deaths, reports of deaths, "damage or injuries"."""
    if code == "F":
        noun = tokens[end - 1].text
        return Chunk(
            "F", number.first, end, COUNTED_HARM[noun], number, population or PEOPLE, noun_last=end
        )
    if code == "Q":
        return Chunk("Q", number.first, end, None, number, population, harm=harm, noun_last=end)
    # "no reports of casualties", "no damage or injuries", "no known fatalities"
    for position in range(number.last, min(len(tokens), number.last + 7)):
        token = tokens[position]
        if token.text in COUNTED_HARM and token.text in COUNTED_HARM:
            words = {t.text for t in tokens[number.last : position]}
            if position + 1 < len(tokens) and tokens[position + 1].text in (
                "toll",
                "sentence",
                "penalty",
                "certificate",
            ):
                break
            if (
                not words
                or words
                & {
                    "reports",
                    "report",
                    "reported",
                    "or",
                    "word",
                    "of",
                    "and",
                    "immediate",
                    "sign",
                    "known",
                    "confirmed",
                }
                or position - number.last <= 2
            ):
                return Chunk(
                    "F",
                    number.first,
                    position + 1,
                    COUNTED_HARM[token.text],
                    number,
                    PEOPLE,
                    noun_last=position + 1,
                )
        if token.kind == "mark" and token.text != "," or _code_of(token) in "BHMrkz":
            break
    return Chunk("X", number.first, max(end, number.last), number=number)


def _partitive(tokens: list[Token], number: Number, of: int, numbers: dict[int, Number]) -> Chunk:
    """ "Two of the dead", "three of them", "one of the 40 dead", "hundreds of civilians"."""
    first = number.first
    position = of + 1
    plain = Chunk("N", first, of, number=number, noun_last=of)
    if position >= len(tokens):
        return plain
    text = tokens[position].text
    if text in _PRONOUNS and not _member_at(tokens, position):
        last = position + 1
        return Chunk("N", first, last, number=number, of="them", noun_last=last)
    if text in ("whose",):
        return Chunk("N", first, position + 1, number=number, of="them", noun_last=of)
    number_at = next((n for n in (position, position + 1) if n in numbers), None)
    if number_at is not None and numbers[number_at].word not in ("article",):
        return Chunk("j", first, position, number=number, of="group", noun_last=of)
    has_determiner = False
    while position < len(tokens) and (
        tokens[position].text
        in ("the", "those", "these", "his", "her", "its", "their", "our", "all", "both")
        or tokens[position].text.endswith("'s")
    ):
        has_determiner = True
        position += 1
    member = (
        _member_at(tokens, position)
        or (has_determiner and _member_at(tokens, position - 1))
        or None
    )
    if member:
        start = position if _member_at(tokens, position) else position - 1
        last = start + len(member.words)
        population = PEOPLE
        following = tokens[last].text if last < len(tokens) else ""
        if is_person_noun(following) and tokens[last].kind == "word":
            population = person_of([following])
            last += 1
        return Chunk(
            "Q",
            first,
            last,
            number=number,
            population=population,
            of=str(member.outcome),
            noun_last=last,
        )
    group = find_noun_group(tokens, position, False, _code_of)
    end, population, harm, code = group.last, group.population, group.harm, group.code
    if code in "QU" and population:
        words = {lemma(t.text) for t in tokens[position:end]}
        of_what = None
        if has_determiner:
            of_what = "victims" if words & {"victim"} else "group"
        if "survivor" in words:
            of_what = "group"
        return Chunk(
            code,
            first,
            end,
            number=number,
            population=population,
            of=of_what,
            harm=harm,
            noun_last=end,
        )
    if code == "F":
        return Chunk(
            "F",
            first,
            end,
            COUNTED_HARM[tokens[end - 1].text],
            number,
            PEOPLE,
            of=str(COUNTED_HARM[tokens[end - 1].text]) if has_determiner else None,
            noun_last=end,
        )
    if code == "Y":
        return Chunk("Y", first, end, None, number, PEOPLE, noun_last=end)
    if code == "X":
        return Chunk("X", first, end, number=number)
    return plain


def _member_at(tokens: list[Token], position: int) -> _Entry | None:
    if position >= len(tokens) or position < 0:
        return None
    for entry in _MEMBERS.get(tokens[position].text, ()):
        last = position + len(entry.words)
        if last <= len(tokens) and all(
            tokens[position + i].text == w for i, w in enumerate(entry.words)
        ):
            return entry
    return None


_YEARS = Range(1000, 2100)
_TIME_BEFORE = {
    "in",
    "since",
    "of",
    "until",
    "by",
    "from",
    "before",
    "after",
    "during",
    "early",
    "late",
    "mid",
    "and",
    "year",
    "to",
    "the",
    "between",
    "back",
    ",",
    "(",
}


def _is_no_count(tokens: list[Token], number: Number) -> bool:
    """Whether a number is money, a date, an age, a share, a decimal's neighbour or a label."""
    first, last = number.first, number.last
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    # the word before the numeral itself, which a qualifier may have hidden
    inner = next(
        (tokens[i - 1] for i in range(first, last) if tokens[i].kind == "numeral" and i), before
    )
    if before and (before.text in _CURRENCIES or (inner and inner.text in _CURRENCIES)):
        return True
    if before and before.text in ("%", "#") or (inner and inner.text == "#"):
        return True
    if after and (after.text in ("%", "percent", "per", "°", "º") or (after.text == "-" and False)):
        return True
    if after and after.text == "out" and last + 1 < len(tokens) and tokens[last + 1].text == "of":
        return True
    if (
        after
        and after.text == "in"
        and number.value is not None
        and last + 1 < len(tokens)
        and tokens[last + 1].kind in ("numeral",)
        and before
        and before.text == "one"
    ):
        return True
    if not number.is_plain or number.value is None:
        qualified_age = before is not None and before.text in ("age", "aged", "ages")
        return qualified_age
    digits = number.word == "digits"
    if before and (
        before.text in _MONTHS
        and digits
        and number.value <= 2100
        and (before.text not in ("may", "march", "mar", "sat", "sun") or before.is_capital)
    ):
        return True
    if after and after.text in _MONTHS and after.is_capital and digits and number.value <= 31:
        return True
    if digits and number.value in _YEARS and "," not in tokens[last - 1].text and last - first == 1:
        if before is None or before.text in _TIME_BEFORE:
            following_is_noun = after is not None and is_person_noun(after.text)
            following_is_harm = after is not None and after.text in _HARMED_ADJECTIVES
            if not (following_is_noun or following_is_harm) or (
                1900 <= number.value <= 2035
                and before is not None
                and before.text in ("in", "since", "of", "(")
            ):
                return True
        elif 1800 <= number.value <= 2035 and (
            before.text in _MONTHS or before.kind in ("ordinal",) or before.text in _LABELS
        ):
            return True
        elif (
            1900 <= number.value <= 2035
            and after is not None
            and after.kind == "word"
            and not is_person_noun(after.text)
            and after.text not in _HARMED_ADJECTIVES
            and _code_of(after) not in "BHkKdeT"
        ):
            return True
    if (
        before
        and before.text in _LABELS
        and digits
        and before.text
        not in (
            "district",
            "report",
            "group",
            "company",
            "camp",
            "line",
            "area",
            "team",
            "mine",
            "level",
            "road",
            "day",
            "week",
            "year",
            "around",
        )
    ):
        return True
    if (
        before
        and digits
        and before.text
        in (
            "district",
            "report",
            "group",
            "company",
            "camp",
            "line",
            "area",
            "mine",
            "level",
            "day",
            "week",
            "year",
            "road",
        )
        and before.is_capital
        and (after is None or _code_of(after) not in "BHkKdeT" and not is_person_noun(after.text))
    ):
        return True
    if before and before.text in ("age", "aged", "ages", "number", "numbered"):
        return before.text != "numbered"
    return False


def _looks_like_age(tokens: list[Token], number: Number) -> bool:
    """Whether a bare number between commas after a name or noun is an age: "Ann Lee, 40, said"."""
    first, last = number.first, number.last
    if number.word != "digits" or number.value is None or number.value > 115 or first == 0:
        return False
    before = tokens[first - 1].text
    after = tokens[last].text if last < len(tokens) else "."
    if before == "(" and after == ")":
        return True
    if (
        before in (",", "and", "or")
        and after in (",", ".", ";", "and", "or", ")", "from", "of", "–", "—")
        and first >= 2
    ):
        if before in ("and", "or"):
            earlier = tokens[first - 2]
            return earlier.kind == "numeral" and after in (",", ".", ";", ")")
        earlier = tokens[first - 2]
        if earlier.kind == "numeral":
            return True
        if after in ("from", "of"):
            return earlier.is_capital
        if earlier.kind == "word":
            return earlier.is_capital or is_person_noun(earlier.text)
    return False
