"""What a pattern can be made to go back and forth in: pieces of what it matches, over and over."""

import random
import re
from collections.abc import Iterable, Iterator, Mapping
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

__all__ = ["UNITS", "pieces"]

UNITS: dict[str, list[str]] = {
    "text": [
        *"()[]\"“'.!…,;-–|#>*•aA19½٣=%\t \n\r\u2028\u00a0\u0301\ufeff\u200b\u202e",
        *("\n\n", ". ", ", ", ": ", "A. ", "A.", "a ", "A ", "Ann ", "a-", "a'", "1,", "1 ", "1, "),
        *("1.", "1:", "000 ", "1,000 ", "12 ", "one ", "one-", "hundred ", "dozen ", "and ", "no "),
        *("of ", "the ", "who ", "that had ", "killed ", "killing ", "dead ", "died, ", "old "),
        *("people ", "12 people, ", "12 people and ", "12 dead, ", "killed 12, ", "two of them, "),
        *("police said ", "said, ", "said Ann Lee, ", "according to police ", "on Monday, "),
        *("in 2004, ", "In 2004, ten died. ", "toll ", "death toll of ", "rose to 12 ", "a man, "),
        *("from 12 to 13 ", "another 12 ", "year-old ", "12-", "none of the 12 ", "two men and "),
        *("12 (12) ", "(12 ", "12 killed (", "among them ", "total of ", "gunmen killed 12 "),
        *(
            "more than ",
            "at least ",
            "up to ",
            "between 1 and ",
            "tens of ",
            "half ",
            "or ",
            "1–2 ",
        ),
        *("Two of the 12 died. ", "The dead were 12. ", "Ten died on 3 May 2011. ", "A died.\n\n"),
        *(
            "Osk\t12\t13\n",
            "Osk | 12 | 13\n",
            "Deaths: 12\n",
            "Deaths ..... 91\n",
            ".... ",
            "- a\n",
        ),
        *("# casualties: ignore[CAS101]\n", "casualties:", "# casualties: ", "> a\n", "1. a\n"),
        *("Photo: ", "By ", "UPDATE 1: ", "updated 1", "Mon 1st ", "Correction: ", "11:30 "),
    ],
    "html": [
        *(
            "<",
            "<a>",
            "<p>",
            "<p>a",
            "<p>a</p>",
            "</p>",
            "<div>",
            "<b>",
            "<!--",
            "-->",
            "<![CDATA[",
        ),
        *("<script>", "</script", "<title>", "<textarea>", "&", "&amp;", "&#1", "<p a ", "<p a=b "),
        *(
            "<p class='",
            "<table>",
            "<tr><td>1",
            "<li>",
            "<h1>a</h1>",
            "<figure>",
            "<br>",
            "<dl><dt>a",
        ),
        *("<p style='text-decoration:", "<!-- casualties: ignore[CAS101] -->\n", "<p>12 died.</p>"),
        *(
            "<span>a",
            "<option>",
            "<svg>",
            "<template>",
            "<p hidden>",
            "<section class='aB-c'>",
            "a | ",
        ),
    ],
    "markdown": [
        *(
            "#",
            "# a\n",
            "> ",
            "- ",
            "- a\n",
            "1. ",
            "* ",
            "*",
            "**",
            "_",
            "`",
            "```\n",
            "[",
            "[a](b)",
        ),
        *(
            "![",
            "](",
            "<",
            "<b>",
            "&amp;",
            "\\",
            "| a | b |\n",
            "|-|-|\n",
            "---\n",
            "+++\n",
            "a: b\n",
        ),
        *(
            "[^1]",
            "[^1]: a\n",
            "[a]: b\n",
            "a\n",
            "  - a\n",
            "http://a.b ",
            "*a",
            "~~",
            "12 died. ",
        ),
    ],
    "ninjs": [*'{["\\1,-', '{"a":', '"a",', '"headline":"a",', "[],", "<p>a</p>", "\\ud800"],
    "nitf": [
        "<",
        "<a>",
        "<p>",
        "<p>12 died.</p>",
        "<!--",
        "&amp;",
        "<?x?>",
        "<table><tr><td>",
        "\n",
    ],
    "csv": [*"\"',;\t|\n\r", "1,a\n", '1,"a"\n', ",\n", '""', '1,"a', "x,=1+1\n", "1,12 died\n"],
    "jsonl": [*'{["\\1\n', "{}\n", '{"a":', '{"text":"12 died"}\n', "null\n"],
}
"""What a text in each format can be made of alone, as nobody but a fuzzer makes it."""

_PARSED = re.IGNORECASE | re.VERBOSE | re.DOTALL | re.MULTILINE
_EVERYWHERE = [" ", "\n", "a", "A", "1", ".", ",", "a ", "1 ", "-", "(", '"', "a, ", "1,"]
_CLASSES = {
    sre.CATEGORY_SPACE: " ",
    sre.CATEGORY_NOT_SPACE: "a",
    sre.CATEGORY_DIGIT: "1",
    sre.CATEGORY_NOT_DIGIT: "a",
    sre.CATEGORY_WORD: "a",
    sre.CATEGORY_NOT_WORD: " ",
}


def pieces(
    expression: str, flags: int, lists: Mapping[str, Iterable[str]], samples: int
) -> list[str]:
    """Pieces of what the expression matches, by its looks: what it looks around for is left out."""
    chance = random.Random(ascii(expression))
    try:
        tree = parser.parse(
            _plain(expression, lists),
            flags & (re.IGNORECASE | re.VERBOSE | re.DOTALL | re.MULTILINE),
        )
    except (re.error, KeyError):
        tree = []
    found = dict.fromkeys(_EVERYWHERE)
    for _ in range(samples):
        sample = "".join(_sampled(tree, chance))
        if sample:
            start = chance.randrange(len(sample))
            end = chance.randint(start + 1, len(sample))
            found |= dict.fromkeys([sample, sample[:end], sample[start:end], sample[start]])
    return list(found)


def _plain(expression: str, lists: Mapping[str, Iterable[str]]) -> str:
    """The expression without what the standard library does not know of."""

    def words(name: re.Match[str]) -> str:
        return f"(?:{'|'.join(map(re.escape, sorted(lists[name[1]])[:6]))})"

    expression = re.sub(r"\\L<(\w+)>", words, expression)
    expression = re.sub(r"\\[pP]\{\^?\w+\}", "A", expression)
    return re.sub(r"\(\?P<\w+>|\(\?-i:", "(?:", expression)


def _sampled(tree: Iterable[tuple[Any, Any]], chance: random.Random) -> Iterator[str]:
    for operator, operand in tree:
        if operator is sre.LITERAL:
            yield chr(operand)
        elif operator in {sre.NOT_LITERAL, sre.ANY}:
            yield chance.choice("a ")
        elif operator is sre.IN:
            yield _one_of(operand, chance)
        elif operator in {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}:
            least, most, inner = operand
            for _ in range(chance.randint(least, min(int(most), least + 3))):
                yield from _sampled(inner, chance)
        elif operator is sre.SUBPATTERN:
            yield from _sampled(operand[-1], chance)
        elif operator is sre.ATOMIC_GROUP:
            yield from _sampled(operand, chance)
        elif operator is sre.BRANCH:
            yield from _sampled(chance.choice(operand[1]), chance)


def _one_of(choices: list[tuple[Any, Any]], chance: random.Random) -> str:
    if choices[0][0] is sre.NEGATE:
        return chance.choice("aé1 ")
    operator, operand = chance.choice(choices)
    if operator is sre.LITERAL:
        return chr(operand)
    if operator is sre.RANGE:
        return chr(chance.randint(*operand))
    return _CLASSES.get(operand, "a")
