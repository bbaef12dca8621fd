"""Markdown: what is a passage and of what kind, what is left out, and where it all stands."""

import sys
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casualties import ReadError, check, read_file
from casualties.model import Kind
from tests.readers.pages import assert_places_hold, dropped, figures, read, silenced, told
from tests.snapshots import ROOT

PASSAGES = {
    "a heading of the first rank": (
        "# Nine die in Orlo\n\nTwo fled.",
        ["headline: Nine die in Orlo", "paragraph: Two fled."],
    ),
    "underlined": (
        "Nine die\n========\n\nTwo fled.",
        ["headline: Nine die", "paragraph: Two fled."],
    ),
    "closed": ("# Nine die #\n", ["headline: Nine die"]),
    "a second one heads a section": (
        "# Nine die\n\n# What we know",
        ["headline: Nine die", "paragraph: What we know"],
    ),
    "one of lower rank at the top": (
        "## Nine die\n\nTwo fled.",
        ["headline: Nine die", "paragraph: Two fled."],
    ),
    "sections": (
        "# Nine die\n\n## The inquiry\n\nTwo fled.",
        ["headline: Nine die", "paragraph: The inquiry", "paragraph: Two fled."],
    ),
    "a title said again": ("---\ntitle: Nine die\n---\n# Nine die\n", ["headline: Nine die"]),
    "a title of its own": (
        "---\ntitle: Eight die\n---\n# Nine die\n",
        ["headline: Nine die", "headline: Eight die"],
    ),
    "a title with a toll of its own": (
        "---\ntitle: Orlo blast | 12 die\n---\n# Orlo blast\n",
        ["headline: Orlo blast", "headline: Orlo blast | 12 die"],
    ),
    "a summary": (
        "---\ndescription: 'Two o''clock: two fled'\n---\nX.",
        ["paragraph: Two o'clock: two fled", "paragraph: X."],
    ),
    "a title and a summary in TOML": (
        '\ufeff+++\r\ntitle = "Nine die"\r\nsummary = """\r\n---\r\nTwo fled"""\r\n+++\r\nX.',
        ["headline: Nine die", "paragraph: --- Two fled", "paragraph: X."],
    ),
    "a summary with quotation marks in TOML": (
        "+++\nsummary = '''It's \"two\"''' # fled\n+++\n",
        ['paragraph: It\'s "two"'],
    ),
    "a folded summary": ("---\nsummary: >-\n  Two\n  fled\n---\n", ["paragraph: Two fled"]),
    "a summary with an escape": (
        '---\nsummary: "Two \\u2013 fled"\n---\n',
        ["paragraph: Two – fled"],
    ),
    "a byte order mark": (
        "\ufeff---\ntitle: Nine die\n---\n\nTwo fled.",
        ["headline: Nine die", "paragraph: Two fled."],
    ),
    "lines of a paragraph": (
        "Nine people\ndied *on\nMonday*.",
        ["paragraph: Nine people died on Monday."],
    ),
    "a headline without a mark": (
        "Osk blast: 12 dead\n\nA blast killed 12.",
        ["headline: Osk blast: 12 dead", "paragraph: A blast killed 12."],
    ),
    "no headline beside a heading": (
        "By Ana Rill\n\n# Osk blast\n\nA blast killed 12.",
        ["headline: Osk blast", "paragraph: By Ana Rill", "paragraph: A blast killed 12."],
    ),
    "hard breaks": (
        "Dead: 9  \nInjured: 14\\\nMissing: 2",
        ["list: Dead: 9", "list: Injured: 14", "list: Missing: 2"],
    ),
    "a hard break in a sentence": (
        "At least\\\n9 people died.",
        ["paragraph: At least 9 people died."],
    ),
    "a list": (
        "- Nine died\n- Two fled\n  1. by car\n",
        ["list: Nine died", "list: Two fled", "list: by car"],
    ),
    "paragraphs of an item": (
        "- Nine died\n\n  Two fled.\n",
        ["list: Nine died", "list: Two fled."],
    ),
    "a quote": ("> Nine died,\nshe said.", ["quote: Nine died, she said."]),
    "a list in a quote": ("> - Nine died", ["list: Nine died"]),
    "a table": (
        "| Town | Dead |\n|---|---|\n| Orlo | **9** |\n| A\\|B | |\n",
        ["table: Town | Dead", "table: Orlo | 9", "paragraph: A|B"],
    ),
    "a table without outer bars": (
        "Town | Dead\n---|---\nOrlo | 9\n",
        ["table: Town | Dead", "table: Orlo | 9"],
    ),
    "a table in a list": (
        "- | Town | Dead |\n  |---|---|\n  | Orlo | 9 |\n",
        ["table: Town | Dead", "table: Orlo | 9"],
    ),
    "an image": ("![The quay, where *9* died](a-12.jpg)", ["caption: The quay, where 9 died"]),
    "an image within words": (
        "Nine ![The quay](q.jpg) died.",
        ["paragraph: Nine died.", "caption: The quay"],
    ),
    "a line below an image": ("![](q.jpg)\n*Where 9 died.*", ["caption: Where 9 died."]),
    "a paragraph below an image": (
        "[![](q.jpg)](/q)\n\n_Where **9** died._\n\n*Not here.*",
        ["caption: Where 9 died.", "paragraph: Not here."],
    ),
    "words below an image": ("![](q.jpg)\n*Nine* died.", ["paragraph: Nine died."]),
    "a credited caption": (
        "Photo: The quay, where 9 died",
        ["caption: Photo: The quay, where 9 died"],
    ),
    "a figure in HTML": (
        '<figure>\n<img alt="The quay">\n<figcaption>Where <b>9</b> died</figcaption></figure>',
        ["caption: The quay", "caption: Where 9 died"],
    ),
    "Markdown within HTML": (
        "<figure>\n\n![](q.jpg)\n\n<figcaption>\n\nWhere *9* died\n\n</figcaption></figure>",
        ["caption: Where 9 died"],
    ),
    "a correction": (
        "*Correction: nine died, not ten.*",
        ["correction: Correction: nine died, not ten."],
    ),
    "a footnote": (
        "Nine died.[^1]\n\n[^1]: Police say ten.",
        ["paragraph: Nine died.", "paragraph: Police say ten."],
    ),
    "a footnote that nothing refers to": (
        "Nine died.\n\n[^x]: Police say ten.",
        ["paragraph: Nine died.", "paragraph: Police say ten."],
    ),
    "an inline footnote": (
        "Nine^[Police say *ten*.] died.",
        ["paragraph: Nine died.", "paragraph: Police say ten."],
    ),
    "entities and escapes": (
        "Elin &amp; Sons, 9\\* died &lt;b&#62;",
        ["paragraph: Elin & Sons, 9* died <b>"],
    ),
    "a raised mark": (
        "Nine<sup>1</sup> died on the 4<sup>th</sup>.",
        ["paragraph: Nine died on the 4th."],
    ),
    "a soft hyphen": ("Nine were kil\u00adled.", ["paragraph: Nine were killed."]),
    "emphasis in a word": ("**4**0 died", ["paragraph: 40 died"]),
    "signs that mark nothing": ("2 * 3 _ ~ [a] ![b] died", ["paragraph: 2 * 3 _ ~ [a] ![b] died"]),
    "a link": (
        "[Nine](/a-12 '40 dead') died, [said][x] [y].\n\n[x]: /b-13",
        ["paragraph: Nine died, said [y]."],
    ),
}


@pytest.mark.parametrize(("text", "passages"), PASSAGES.values(), ids=PASSAGES)
def test_passages(text: str, passages: list[str]) -> None:
    document = read(text, "a.md")
    assert told(document) == passages
    if "\\u" not in text and "''" not in text:
        assert_places_hold(text, document)


DROPPED = {
    "fenced code": ("```\n9 died\n```", ["code: 9 died"]),
    "indented code": ("    9 died", ["code: 9 died"]),
    "a code span": ("`9` died", ["code: 9"]),
    "a comment": ("<!-- 9 died -->", ["comment: 9 died"]),
    "a comment within words": ("Nine <!-- or ten --> died.", ["comment: or ten"]),
    "other keys": (
        "---\ndeaths: 9\ntags: [a]\n---\n",
        ["front matter: deaths: 9", "front matter: tags: [a]"],
    ),
    "other keys in TOML": (
        "+++\ntitle = 'Two die'\ndeaths = 9\n[a]\ntitle = '9 died'\n+++\n",
        ["front matter: deaths = 9", "front matter: [a]", "front matter: title = '9 died'"],
    ),
    "front matter that is no TOML": (
        "+++\ntitle = 9 died\n+++\n",
        ["front matter: title = 9 died"],
    ),
    "front matter that is no YAML": (
        "---\ntitle: [Nine: die\n---\n",
        ["front matter: title: [Nine: die"],
    ),
    "a link's title": ("[a](b '9 died')", ["link title: 9 died"]),
    "a link's target": (
        "[a]: http://a.example/9-died",
        ["link target: [a]: http://a.example/9-died"],
    ),
    "an automatic link": (
        "See <https://a.example/9-died>.",
        ["link target: https://a.example/9-died"],
    ),
    "struck words": ("~~Eight~~ Nine died.", ["struck: Eight"]),
    "a script": ("<script>\n9 died\n</script>", ["script or style: 9 died"]),
    "too many cells": ("a | b\n--|--\nc | d | 9 died", ["cell beyond the table: 9 died"]),
    "too deep": (">" * 200 + " 9 died", ["nested too deeply: " + ">" * 200 + " 9 died"]),
}


@pytest.mark.parametrize(("text", "words"), DROPPED.values(), ids=DROPPED)
def test_what_is_left_out_is_counted(text: str, words: list[str]) -> None:
    document = read(text, "a.md")
    assert dropped(document) == words
    assert not any("died" in each.text and "9" in each.text for each in document.passages)


FIGURES = {
    "line ends of Windows": (
        "# Blast\r\n\r\nAt least\r\n9 people were killed.",
        "At least\r\n9 people",
        3,
        1,
    ),
    "old line ends": ("# Blast\r\rAt least 9 people were killed.", "At least 9 people", 1, 10),
    "a byte order mark": ("\ufeffAt least 9 people were killed.", "At least 9 people", 1, 2),
    "a line of odd blanks": ("\u00a0\nAt least 9 people were killed.", "At least 9 people", 2, 1),
    "a tab": ("-\tAt least 9 people were killed.", "At least 9 people", 1, 3),
    "characters of any size": (
        "🚢🚢 **At least 9** people were killed.",
        "At least 9** people",
        1,
        6,
    ),
    "a quote": ("> They said\n> at least 9 people were killed.", "at least 9 people", 2, 3),
    "an item in a quote": (
        "> 1. at least\n>    9 people were killed.",
        "at least\n>    9 people",
        1,
        6,
    ),
    "a heading in a list": ("- ## At least 9 people killed ##", "At least 9 people", 1, 6),
    "a cell": ("| Town | Dead |\n|--|--|\n|  Orlo |  9 |", "9", 3, 12),
    "a title": ("---\ntitle: 'At least 9 people killed'\n---\n", "At least 9 people", 2, 9),
    "a title in TOML": ('+++\ntitle = "At least 9 killed"\n+++\n', "At least 9", 2, 10),
    "a summary": (
        "---\nsummary: |\n  At least\n  9 people killed\n---\n",
        "At least\n  9 people",
        3,
        3,
    ),
    "an image": ("a\n\n![At least 9&nbsp;people killed](b.jpg)", "At least 9&nbsp;people", 3, 3),
    "HTML": (
        "a\n\n<div>\n<p>At least <b>9</b>\npeople killed</p></div>",
        "At least <b>9</b>\npeople",
        4,
        4,
    ),
    "a footnote": ("a[^1]\n\n[^1]:\n    At least 9 people were killed.", "At least 9 people", 4, 5),
    "an inline footnote": ("One^[At least 9 people were killed.] a", "At least 9 people", 1, 6),
    "a link": ("[At least 9](a-9.htm) people were killed", "At least 9](a-9.htm) people", 1, 2),
    "an escape": ("Police \\*say\\* at least 9 people were killed", "at least 9 people", 1, 16),
}


@pytest.mark.parametrize(("text", "words", "line", "column"), FIGURES.values(), ids=FIGURES)
def test_a_figure_leads_to_its_words(text: str, words: str, line: int, column: int) -> None:
    (figure, found), *_ = figures(text, "a.md")
    assert found == words
    assert (figure.line, figure.column) == (line, column)


ONE, OTHER = "The blast killed 12 people.", "The blast killed 15 people."
IGNORE, IGNORE_ALL = (f"<!-- casualties: {verb}[CAS101] -->" for verb in ("ignore", "ignore-file"))
DISABLE, ENABLE = (f"<!-- casualties: {verb}[CAS101] -->" for verb in ("disable", "enable"))
SILENCED = {
    "the line above": f"{IGNORE}\n{ONE}\n\n{OTHER}",
    "the line above a list": f"{IGNORE}\n- {ONE}\n\n{OTHER}",
    "the line itself": f"{ONE} {IGNORE}\n\n{OTHER}",
    "the whole paragraph": f"{IGNORE}\nOn Monday\n{ONE}\n\n{OTHER}",
    "a reason": f"<!-- casualties: ignore[CAS101] as of 7 am -->\n{ONE}\n\n{OTHER}",
    "several lines": f"<!--\ncasualties: ignore[CAS101]\n-->\n{ONE}\n\n{OTHER}",
    "the file": f"{ONE}\n\n{OTHER}\n\n{IGNORE_ALL}",
    "the file, behind a frame": f"A <iframe src=x></iframe>\n\n{ONE}\n\n{OTHER}\n\n{IGNORE_ALL}",
    "a part": f"{DISABLE}\n\n{ONE}\n\n{ENABLE}\n\n{OTHER}",
}
HEEDLESS = {
    "code": f"```\n{IGNORE_ALL}\n```\n{ONE}\n\n{OTHER}",
    "a code span": f"`{IGNORE_ALL}` {ONE}\n\n{OTHER}",
    "code in HTML": f"<pre><code>\n{IGNORE_ALL}\n</code></pre>\n\n{ONE}\n\n{OTHER}",
    "a quote": f"> {IGNORE_ALL}\n\n{ONE}\n\n{OTHER}",
    "escaped": f"\\{IGNORE_ALL} {ONE}\n\n{OTHER}",
    "a script in a script": (
        f"<script><!-- <script>\n</script>\n\n{IGNORE_ALL}\n\n</script>\n\n{ONE}\n\n{OTHER}"
    ),
    "a text field": f"A <textarea>\n\n{IGNORE_ALL}\n\n{ONE}\n\n{OTHER}",
    "a tag without an end": f"<div class='a>\n\n{IGNORE_ALL}\n\n{ONE}\n\n{OTHER}",
    "no comment": f"# casualties: ignore-file[CAS101]\n\n{ONE}\n\n{OTHER}",
    "another rule": f"<!-- casualties: ignore-file[CAS102] -->\n\n{ONE}\n\n{OTHER}",
}


@pytest.mark.parametrize("text", SILENCED.values(), ids=SILENCED)
def test_a_comment_silences(text: str) -> None:
    assert silenced(text, "a.md") == []


@pytest.mark.parametrize("text", HEEDLESS.values(), ids=HEEDLESS)
def test_what_only_looks_like_a_comment_silences_nothing(text: str) -> None:
    assert "CAS101" in silenced(text, "a.md")


def test_a_comment_stands_where_it_is_written() -> None:
    (comment,) = read("One.\n\n  <!-- casualties: ignore[CAS101] why -->\n", "a.md").comments
    assert (comment.line, comment.column, comment.text) == (3, 8, "casualties: ignore[CAS101] why")


@pytest.mark.parametrize("suffix", ["md", "html"])
def test_the_article_says_in_every_format_what_it_says_as_text(suffix: str) -> None:
    def said(path: str) -> list[tuple[object, ...]]:
        checked = check(read_file(ROOT / "examples" / path))
        return [
            *((f.outcome, f.range, f.passage, f.scope, f.event, f.text) for f in checked.figures),
            *((finding.code, finding.message) for finding in checked.findings),
        ]

    assert said(f"ferry.{suffix}") == said("ferry.txt")


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "markdown_it", None)
    for module in ("markdown", "inline_markdown"):
        monkeypatch.delitem(sys.modules, f"casualties.readers.{module}", raising=False)
    with pytest.raises(ReadError, match=r"^a\.md: .*pip install 'casualties\[markdown\]'\.$"):
        read("Nine died.", "a.md")


HOSTILE = {
    "quotes": ">" * 10_000 + " 9 died",
    "lists": "- " * 5_000 + "9 died",
    "brackets": "[" * 10_000 + "9 died",
    "links": "[a](" * 10_000,
    "images": "![" * 3_000 + "9 died",
    "emphasis": "*a_ " * 10_000,
    "code": "".join("`" * (number % 50 + 1) + " " for number in range(5_000)),
    "comments": "<!-- " * 20_000,
    "elements": "<b>" * 10_000 + "9 died",
    "blocks": "<div>" * 10_000 + "9 died",
    "lines of HTML": "a <i>b</i>\n" * 5_000,
    "front matter": "---\ntitle: " + "[" * 10_000 + "\n---\n",
    "aliases": "---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\n---\n",
    "one line": "Nine people died on Monday. " * 36_000,
    "footnotes": "^[a" * 2_000,
    "breaks": "a\\\n" * 20_000,
    "cells": "| a | b |\n|---|---|\n" + "| 1 \\| " * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_input_takes_no_time(text: str) -> None:
    start = time.perf_counter()
    document = read(text, "a.md")
    assert time.perf_counter() - start < 15
    assert_places_hold(text, document)


def test_only_the_title_is_a_headline() -> None:
    document = read("# Nine die\n\n> # Ten die\n\n- # Two die\n", "a.md")
    assert [passage.kind for passage in document.passages].count(Kind.HEADLINE) == 1


SCRAPS = st.sampled_from(
    r"""
    9 people were killed at least # ## > - 1. * ** _ ~~ ` ``` [ ]( ) ![ ] [^1] [^1]: ^[ \\ \\* &amp;
    &nbsp; &#57; & <b> </b> <br> <p> </p> <!-- --> <div > | |--- title: = 🚢 é <figure> <figcaption>
    </figcaption> <li> </table> <td> <script> </script>
    """.split()
)
BLANKS = st.sampled_from(
    [" ", "  ", "    ", "\t", "\n", "\n\n", "\r\n", "\n> ", "\n- ", "\n|", "\u00a0", "\ufeff"]
)


@settings(max_examples=150)
@example(">9\n>  9", False)
@given(st.lists(SCRAPS | BLANKS | st.text(max_size=3), max_size=30).map("".join), st.booleans())
def test_every_place_holds_and_nothing_fails(text: str, has_front_matter: bool) -> None:
    text = text.replace("\0", "")
    if has_front_matter:
        text = f"---\n{text}\n---\n{text}"
    assert_places_hold(text, read(text, "a.md"))
    for figure, words in figures(text, "a.md"):
        assert words[:1] == figure.text[:1] or words[:1] == "&"
