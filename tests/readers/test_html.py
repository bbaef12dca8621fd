"""Web pages: what is a passage and of what kind, what is left out, and where it all stands."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casualties.readers import ReadError, format_of, read_bytes
from casualties.readers.html_tags import why_dropped
from tests.readers.pages import assert_places_hold, dropped, figures, read, silenced, told

PASSAGES = {
    "paragraphs": ("<p>Nine died.<p>Two fled.", ["paragraph: Nine died.", "paragraph: Two fled."]),
    "a headline": (
        "<h1>Nine die</h1><p>Two fled.</p>",
        ["headline: Nine die", "paragraph: Two fled."],
    ),
    "a second one heads a section": (
        "<h1>Nine die</h1><h1>The inquiry</h1>",
        ["headline: Nine die", "paragraph: The inquiry"],
    ),
    "a title": (
        "<title>Nine die</title><p>Two fled.",
        ["headline: Nine die", "paragraph: Two fled."],
    ),
    "a title that the page says again": (
        "<title>Nine die</title><h1>Nine <i>die</i></h1>",
        ["headline: Nine die"],
    ),
    "a title with the site": (
        "<title>Nine die &ndash; The Daily</title><h1>Nine die</h1>",
        ["headline: Nine die"],
    ),
    "a title behind the site": (
        "<title>The Daily | Nine die</title><h1>Nine die</h1>",
        ["headline: Nine die"],
    ),
    "a title of its own": (
        "<title>Eight die | The Daily</title><h1>Nine die</h1>",
        ["headline: Nine die", "headline: Eight die | The Daily"],
    ),
    "a title with a toll of its own": (
        (
            "<title>Orlo blast - 12 killed</title><h1>Orlo blast</h1>"
            "<meta property=og:title content='Orlo blast &ndash; twelve dead'>"
        ),
        [
            "headline: Orlo blast",
            "headline: Orlo blast - 12 killed",
            "headline: Orlo blast – twelve dead",
        ],
    ),
    "a title in the graph": (
        '<meta property="og:title" content="Nine die"><title>Nine die - Daily</title>',
        ["headline: Nine die"],
    ),
    "a summary": (
        "<meta name=description content='Two &amp; two fled.'><h1>Nine die</h1>",
        ["headline: Nine die", "paragraph: Two & two fled."],
    ),
    "a summary said twice": (
        "<meta name=description content=Two><meta name=og:description content=Two>Nine died.",
        ["paragraph: Two", "paragraph: Nine died."],
    ),
    "a summary that the page says again": (
        '<meta name="description" content="Two fled."><p>Two fled.',
        ["paragraph: Two fled."],
    ),
    "a list": ("<ul><li>Nine died<li>Two <b>fled</b></ul>", ["list: Nine died", "list: Two fled"]),
    "lists in lists": (
        "<ul><li>Nine died<ol><li>Two men</ol>in all<li>Two fled</ul>",
        ["list: Nine died", "list: Two men", "list: in all", "list: Two fled"],
    ),
    "terms": (
        "<dl><dt>Dead<dd>Nine people<dt>Hurt<dd>Two</dl>",
        ["list: Dead", "list: Nine people", "list: Hurt", "list: Two"],
    ),
    "a table": (
        "<table><caption>Toll</caption><tr><th>Town<th>Dead<tr><td>Orlo<td><b>9</b></table>",
        ["caption: Toll", "table: Town | Dead", "table: Orlo | 9"],
    ),
    "an empty cell": ("<table><tr><td>Orlo<td><td>9</table>", ["table: Orlo | | 9"]),
    "a wide cell": ("<table><tr><td>Orlo<td colspan=2>9</table>", ["table: Orlo | | 9"]),
    "paragraphs in cells": ("<table><tr><td><p>Orlo</p><td><p>9</p></table>", ["table: Orlo | 9"]),
    "a cell without a row": ("<table><td>Orlo<td>9</table>", ["table: Orlo | 9"]),
    "a cell without a table": ("<td>Orlo<td>9", ["table: Orlo | 9"]),
    "a table that lays out a page": (
        "<table><td><li>Home<td><h1>Nine die</h1>Two fled.<table><td>Orlo<td>9</table></table>",
        ["headline: Nine die", "list: Home", "paragraph: Two fled.", "table: Orlo | 9"],
    ),
    "a figure": (
        "<img src=9.jpg alt='The quay &amp; sea'><figcaption>Where 9 <i>died</i></figcaption>",
        ["caption: The quay & sea", "caption: Where 9 died"],
    ),
    "an image within words": (
        "<p>Nine <img alt='The quay'>died.",
        ["paragraph: Nine died.", "caption: The quay"],
    ),
    "a caption by name": (
        '<p class="wp-caption-text">Where nine died',
        ["caption: Where nine died"],
    ),
    "a caption by its words": (
        "<p>Photo: The quay, where 9 died",
        ["caption: Photo: The quay, where 9 died"],
    ),
    "a quote": (
        "<blockquote><p>Nine died.</p><footer>Reidar</footer></blockquote>",
        ["quote: Nine died.", "quote: Reidar"],
    ),
    "a correction": (
        "<ul><li>Correction: nine died, not ten.",
        ["correction: Correction: nine died, not ten."],
    ),
    "a correction by name": (
        "<div class='article__correction'><p>We said that ten died.",
        ["correction: We said that ten died."],
    ),
    "a correction beside the story": (
        (
            "<article><p>Nine died.<aside class=correction>We said ten.</aside><footer>Correction: "
            "this said that ten died.<p>Ten shares</footer></article>"
        ),
        [
            "paragraph: Nine died.",
            "correction: We said ten.",
            "correction: Correction: this said that ten died.",
        ],
    ),
    "an image of an accelerated page": (
        "<p>Two fled.<amp-img alt='Where 9 died'></amp-img>",
        ["paragraph: Two fled.", "caption: Where 9 died"],
    ),
    "breaks": (
        "<p>Dead: 9<br>Hurt: 14<br/>At least<br>2 missing",
        ["list: Dead: 9", "list: Hurt: 14", "paragraph: At least 2 missing"],
    ),
    "breaks for paragraphs": (
        "Nine died<br><br>in Orlo.",
        ["paragraph: Nine died", "paragraph: in Orlo."],
    ),
    "a break in a headline": (
        "<h1>Nine die<br>Orlo mourns</h1>",
        ["headline: Nine die Orlo mourns"],
    ),
    "a tag within a number": ("<p><b>4</b>0 people", ["paragraph: 40 people"]),
    "blanks": (
        "<p>\n  Nine&nbsp; \t<b> people </b>\r\n died.  </p>",
        ["paragraph: Nine people died."],
    ),
    "entities": (
        "<p>&lt;p&gt; R&D &#8211; &#x2014; &ampnine &bogus; &# 9 &",
        ["paragraph: <p> R&D – — &nine &bogus; &# 9 &"],
    ),
    "a soft hyphen": (
        "<p>kil&shy;led kil\u00adled kil<wbr>led",
        ["paragraph: killed killed killed"],
    ),
    "a raised mark": (
        "<p>Nine<sup><a>[1]</a></sup> died on the 4<sup>th</sup>.",
        ["paragraph: Nine died on the 4th."],
    ),
    "a raised mark without an end": (
        "<p>On the 4<sup>th<p>Two fled",
        ["paragraph: On the 4th", "paragraph: Two fled"],
    ),
    "CDATA": ("<p><![CDATA[Nine & <ten>]]> died.", ["paragraph: Nine & <ten> died."]),
    "signs that are no tags": ("<p>5 < 9 and 9 > 5, <3", ["paragraph: 5 < 9 and 9 > 5, <3"]),
    "elements without an end": (
        "<div><p><b>Nine<i> died.<div>Two fled.",
        ["paragraph: Nine died.", "paragraph: Two fled."],
    ),
    "ends without a beginning": (
        "Nine</b></p></div></td></table> died.",
        ["paragraph: Nine", "paragraph: died."],
    ),
    "elements that end crosswise": (
        "<p><b>Nine<i> died</b> on</i> Monday.",
        ["paragraph: Nine died on Monday."],
    ),
    "an end beyond the paragraph": ("<b><p>Nine</b> died.", ["paragraph: Nine died."]),
    "unknown elements": ("<x-story><p>Nine <x-n>died</x-n>.", ["paragraph: Nine died."]),
    "a quotation mark that was forgotten": (
        '<p><a href="x>Nine</a> died <a href="y">today</a>',
        ["paragraph: Nine died today"],
    ),
    "an attribute with a tag in it": ("<p title='a > b'>Nine died.", ["paragraph: Nine died."]),
    "a tag that is cut off": ("<p>Nine died. <a href=", ["paragraph: Nine died. <a href="]),
    "a comment without an end": (
        "<p>Nine died.<!-- x><p>Two fled.",
        ["paragraph: Nine died.", "paragraph: Two fled."],
    ),
    "a declaration": ("<!DOCTYPE html><![if x]><?php x ?><p>Nine died.", ["paragraph: Nine died."]),
    "a title without an end": (
        "<title>Nine die<p>Two fled.",
        ["headline: Nine die", "paragraph: Two fled."],
    ),
    "XHTML": (
        '<?xml version="1.0"?><html><div class="ad"/><script src="a.js"/><p>Nine died.</p></html>',
        ["paragraph: Nine died."],
    ),
    "capital letters": (
        "<H1>Nine die</H1><P>Two fled.",
        ["headline: Nine die", "paragraph: Two fled."],
    ),
}


@pytest.mark.parametrize(("text", "passages"), PASSAGES.values(), ids=PASSAGES)
def test_passages(text: str, passages: list[str]) -> None:
    document = read(text, "a.html")
    assert told(document) == passages
    assert_places_hold(text, document)


DROPPED = {
    "a script": (
        "<script>if (9 < 12) '</p> 9 died'</script>",
        ["script or style: if (9 < 12) '</p> 9 died'"],
    ),
    "a script without an end": ("<script>9 died", ["script or style: 9 died"]),
    "a style": ("<style>.died-9 {}</style>", ["script or style: .died-9 {}"]),
    "a template": ("<template><p>9 died</p></template>", ["script or style: 9 died"]),
    "what shows without scripts": ("<noscript>9 died</noscript>", ["script or style: 9 died"]),
    "a comment": ("<!-- 9 died -->", ["comment: 9 died"]),
    "navigation": ("<nav><ul><li>9 died</ul></nav>", ["navigation: 9 died"]),
    "a role": ("<div role=navigation>9 died</div>", ["navigation: 9 died"]),
    "an aside": ("<aside><p>9 died</p><p>1 fled</p></aside>", ["aside: 9 died", "aside: 1 fled"]),
    "a footer": ("<footer>9 died</footer>", ["footer: 9 died"]),
    "the head of the page": ("<header>9 died</header>", ["page header: 9 died"]),
    "related stories": (
        "<div class='c-related-links big'>9 died</div>",
        ["related stories: 9 died"],
    ),
    "related stories by label": (
        "<section aria-label='More stories'>9 died</section>",
        ["related stories: 9 died"],
    ),
    "most read": ("<div id=mostRead>9 died</div>", ["related stories: 9 died"]),
    "a promotion": ("<div class='newsletter-signup'>9 died</div>", ["promotion: 9 died"]),
    "sharing": ("<ul class='share'><li>9 died</ul>", ["sharing: 9 died"]),
    "comments of readers": ("<div id='comments'>9 died</div>", ["readers' comments: 9 died"]),
    "hidden": ("<p hidden>9 died</p>", ["hidden: 9 died"]),
    "hidden by style": ("<p style='color: red; display : none'>9 died</p>", ["hidden: 9 died"]),
    "hidden from readers aloud": ("<span aria-hidden=true>9 died</span>", ["hidden: 9 died"]),
    "within words": ("Nine <button>9 died</button>fled", ["form: 9 died"]),
    "deleted words": ("<del>9 died</del> Ten fled", ["deleted: 9 died"]),
    "struck words": (
        "<s>9 died</s> Ten <strike>9 fled</strike>",
        ["struck: 9 died", "struck: 9 fled"],
    ),
    "struck by style": (
        "<span style='text-decoration: line-through'>9 died</span> Ten fled",
        ["struck: 9 died"],
    ),
    "how a word is said": ("<ruby>Orlo<rt>9 died</rt></ruby>", ["reading aid: 9 died"]),
    "a page's footer": (
        "<footer>Corrections: 9 Quay Road</footer>",
        ["footer: Corrections: 9 Quay Road"],
    ),
    "a text by its whole name": ("<p class=related>9 died</p>", ["related stories: 9 died"]),
    "a title of an element": (
        "<a title='9 died &amp;'>Two fled</a>",
        ["title of an element: 9 died &"],
    ),
    "an outline": ("<svg><title>9 died</title></svg>", ["embedded: 9 died"]),
    "outside of the article": (
        "<p>9 died</p><article><p>Ten fled</article><h2>9 died</h2>",
        ["outside the article: 9 died"] * 2,
    ),
    "outside of the main part": (
        "<p>9 died</p><main><p>Ten fled</main>",
        ["outside the article: 9 died"],
    ),
    "another article": (
        "<article><p>Ten people fled</article><article>9 died</article>",
        ["another article: 9 died"],
    ),
    "broken within": ("<aside><div><b>9 died</aside>Ten fled", ["aside: 9 died"]),
}


@pytest.mark.parametrize(("text", "words"), DROPPED.values(), ids=DROPPED)
def test_what_is_left_out_is_counted(text: str, words: list[str]) -> None:
    text = f"<h1>Fire</h1>{text}" if "article" in text or "main" in text else f"<p>Fire</p>{text}"
    document = read(text, "a.html")
    assert [each for each in dropped(document) if "Fire" not in each] == words
    assert not any("9" in passage.text for passage in document.passages)
    for each in document.dropped:
        lines = text.splitlines()
        assert each.line is not None
        assert each.column is not None
        assert lines[each.line - 1][each.column - 1 :].lstrip().startswith(each.text[:3])


KEPT = {
    "a header within the article": (
        "<article><header><h1>Nine die</h1><p>Two fled.</header>",
        ["headline: Nine die", "paragraph: Two fled."],
    ),
    "a headline above the article": (
        "<header><h1>Nine die</h1></header><article><p>Two fled.</article>",
        ["headline: Nine die", "paragraph: Two fled."],
    ),
    "an article without words": ("<article></article><p>Nine died.", ["paragraph: Nine died."]),
    "an article with hardly any": (
        "<article><p>Ad</article><p>Nine people died in a fire.",
        ["paragraph: Ad", "paragraph: Nine people died in a fire."],
    ),
    "nothing but an aside": ("<aside><p>Nine died.</aside>", ["paragraph: Nine died."]),
    "nothing but boxes": (
        "<h1>News</h1><div class='content related'><p>Nine died.</div>",
        ["headline: News", "paragraph: Nine died."],
    ),
    "posts": (
        "<article>Nine died.</article><article>Two fled.</article><article>Ten wept.</article>",
        ["paragraph: Nine died.", "paragraph: Two fled.", "paragraph: Ten wept."],
    ),
    "posts of one article": (
        "<article><p>Nine died.<article><p>Two fled.</article></article>",
        ["paragraph: Nine died.", "paragraph: Two fled."],
    ),
    "names that only sound so": (
        "<div class='no-sidebar has-related lead shared-by tag-social'><p>Nine died.</div>",
        ["paragraph: Nine died."],
    ),
    "words with a name": (
        "<p>The toll is <span class=social-count>14</span> <a class='share'>people</a> killed.",
        ["paragraph: The toll is 14 people killed."],
    ),
    "texts with a name": (
        "<p class=ad-lead>Nine died.<blockquote class=comment-quote>Two fled.</blockquote>",
        ["paragraph: Nine died.", "quote: Two fled."],
    ),
    "a page that a banner hides": (
        "<body style='visibility: hidden'><p>Nine died.",
        ["paragraph: Nine died."],
    ),
    "a form around the page": ("<form><p>Nine died.</form>", ["paragraph: Nine died."]),
}


@pytest.mark.parametrize(("text", "passages"), KEPT.values(), ids=KEPT)
def test_the_story_is_kept(text: str, passages: list[str]) -> None:
    assert told(read(text, "a.html")) == passages


@pytest.mark.parametrize(
    "name",
    ["lead", "article-body", "broadcast", "header-image", "sharedcontent", "download", "gradient"],
)
def test_a_name_is_matched_by_its_words(name: str) -> None:
    assert why_dropped("div", {"class": name}, in_article=True) is None


FIGURES = {
    "line ends of Windows": (
        "<p>a</p>\r\n<p>At least\r\n9 people were killed.",
        "At least\r\n9 people",
        2,
        4,
    ),
    "old line ends": ("<p>a</p>\r<p>At least 9 people were killed.", "At least 9 people", 1, 13),
    "a byte order mark": ("\ufeff<p>At least 9 people were killed.", "At least 9 people", 1, 5),
    "characters of any size": (
        "<p>🚢🚢\n🚢\tAt least 9 people were killed.",
        "At least 9 people",
        2,
        3,
    ),
    "tags within": (
        "<p>At <b>least</b> <i>4</i>0 people were killed.",
        "At <b>least</b> <i>4</i>0 people",
        1,
        4,
    ),
    "entities within": (
        "<p>At least&nbsp;9&#32;people were killed.",
        "At least&nbsp;9&#32;people",
        1,
        4,
    ),
    "an entity behind": ("<p>At least 9 people&nbsp;were killed.", "At least 9 people", 1, 4),
    "a soft hyphen": ("<p>At least 9 peo&shy;ple were killed.", "At least 9 peo&shy;ple", 1, 4),
    "CDATA": ("<p><![CDATA[At least 9 people]]> were killed.", "At least 9 people", 1, 13),
    "an image": (
        "<p>a\n<img src='9.jpg' alt='At least 9 people killed'>",
        "At least 9 people",
        2,
        23,
    ),
    "a summary": (
        '<meta content="At least 9 people killed" name="description">',
        "At least 9 people",
        1,
        16,
    ),
    "a comment within": (
        "<p>At least <!-- 8 or -->9 people were killed.",
        "At least <!-- 8 or -->9 people",
        1,
        4,
    ),
}


@pytest.mark.parametrize(("text", "words", "line", "column"), FIGURES.values(), ids=FIGURES)
def test_a_figure_leads_to_its_words(text: str, words: str, line: int, column: int) -> None:
    ((figure, found),) = figures(text, "a.html")
    assert found == words
    assert (figure.line, figure.column) == (line, column)


ONE, OTHER = "<p>The blast killed 12 people.</p>", "<p>The blast killed 15 people.</p>"
IGNORE = "<!-- casualties: ignore[CAS101] as of 7 am -->"
REMARK = "casualties: ignore-file[CAS101]"
SILENCED = {
    "the line above": f"{IGNORE}\n{ONE}\n{OTHER}",
    "the line itself": f"{ONE}{IGNORE}\n{OTHER}",
    "several lines": f"{IGNORE}\n<p>On Monday\n{ONE[3:]}\n{OTHER}",
    "the file": f"{ONE}\n{OTHER}\n<!-- {REMARK} -->",
    "without blanks": f"{ONE}\n{OTHER}\n<!--{REMARK}-->",
    "the end of another sort": f"{ONE}\n{OTHER}\n<!-- {REMARK} --!>",
    "behind a script": f"<script>a()</script>{ONE}\n{OTHER}\n<!-- {REMARK} -->",
    "behind a script in a comment": f"<script><!--\na()\n--></script>{ONE}{OTHER}<!--{REMARK}-->",
    "behind an empty comment": f"<!--><!---><script><!--></script>{ONE}{OTHER}<!-- {REMARK} -->",
    "behind a comment of another sort": f"<!-- a --!>{ONE}{OTHER}<!-- {REMARK} -->",
    "behind a quotation mark that was forgotten": (
        f'<a href="x>a</a>{ONE}<b class="b">{OTHER}</b><!-- {REMARK} -->'
    ),
}
HEEDLESS = {
    "a script": f"<script>'<!-- {REMARK} -->'</script>",
    "an attribute": f"<p title='<!-- {REMARK} -->'>a</p>",
    "escaped": f"&lt;!-- {REMARK} --&gt;",
    "words": f"<p># {REMARK}</p>",
    "a quote": f"<blockquote><!-- {REMARK} --></blockquote>",
    "a list in a quote": f"<blockquote><ul><li>a <!-- {REMARK} --></ul></blockquote>",
    "a table in a quote": f"<blockquote><table><tr><td><!-- {REMARK} --></table></blockquote>",
    "an inline quote": f"<p>He said <q>no <!-- {REMARK} --></q></p>",
    "CDATA": f"<![CDATA[<!-- {REMARK} -->]]>",
    "a text field": f"<textarea><!-- {REMARK} --></textarea>",
    "a title": f"<title><!-- {REMARK} --></title>",
    "code": f"<pre><code><!-- {REMARK} --></code></pre>",
    "a template": f"<template><!-- {REMARK} --></template>",
    "what shows without scripts": f"<noscript><!-- {REMARK} --></noscript>",
    "comments of readers": f"<div class=comments><p>x<!-- {REMARK} --></div>",
    "not at the start": f"<!-- as in {REMARK} -->",
    "a script in a script": f"<script><!-- <script> </script> <!-- {REMARK} --> </script>",
    "a script in a script, in capitals": f"<SCRIPT><!--<SCRIPT/></SCRIPT><!--{REMARK}--></script>",
    "a script that goes on": f"<script><!--><!--<script></script><!--{REMARK}--></script>",
    "a letter that is no s": f"<script>a</\u017fcript><!-- {REMARK} --></script>",
    "a blank that is none": f"<script>a</script\xa0><!-- {REMARK} --></script>",
    "a blank that is none in a tag": f'<p \xa0="> <!-- {REMARK} -->">a',
    "a script that is no end": f"<script/><!-- {REMARK} --></script>",
    "a title that is no end": f"<title/><!-- {REMARK} --></title>",
    "an address": f'<a href="x?a=>b<!-- {REMARK} -->">a</a>',
    "a quotation mark without an end": f'{ONE}{OTHER}<p lang="a><!-- {REMARK} -->',
    "a tag that goes on": f'<a href="x<>"<!-- {REMARK} -->b</a>',
    "CDATA with an end of its own": f"<![CDATA[<p><title>]]><!-- {REMARK} --></title>",
    "CDATA without an end": f"<![CDATA[ <!-- {REMARK} -->",
    "words behind plain text": f"{ONE}{OTHER}<plaintext></plaintext><!-- {REMARK} -->",
    "a text field without an end": f"{ONE}{OTHER}<textarea></textarea x<!-- {REMARK} -->",
    "a frame without an end": f"{ONE}{OTHER}<iframe><!-- {REMARK} -->",
    "a comment without an end": f"{ONE}{OTHER}<!-- a > b <!-- {REMARK} >",
}


@pytest.mark.parametrize("text", SILENCED.values(), ids=SILENCED)
def test_a_comment_silences(text: str) -> None:
    assert silenced(text, "a.html") == []


@pytest.mark.parametrize("text", HEEDLESS.values(), ids=HEEDLESS)
def test_what_only_looks_like_a_comment_silences_nothing(text: str) -> None:
    text = f"{text}\n{ONE}{OTHER}"
    assert silenced(text, "a.html") == ["CAS101"]


def test_a_plain_text_to_the_end_silences_nothing() -> None:
    assert silenced(f"{ONE}{OTHER}<plaintext><!-- {REMARK} -->", "a.html") == ["CAS101"]


def test_a_title_that_only_adds_the_site_is_listed() -> None:
    document = read("<title>Fire | The Daily</title><h1>Fire</h1><p>Nine died.", "a.html")
    assert dropped(document) == ["headline with the site's name: Fire | The Daily"]


DECLARED = {
    "a charset": '<meta charset="iso-8859-1">',
    "a header": "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>",
    "XHTML": '<?xml version="1.0" encoding="windows-1252"?>',
}


@pytest.mark.parametrize("declaration", DECLARED.values(), ids=DECLARED)
def test_a_declared_encoding_is_taken_for_what_is_no_utf_8(declaration: str) -> None:
    page = f"{declaration}<p>“Nine died.”"
    assert told(read_bytes(page.encode("cp1252"), "a.html")) == ["quote: “Nine died.”"]
    assert told(read_bytes(page.encode(), "a.html")) == ["quote: “Nine died.”"]


@pytest.mark.parametrize("declared", ["utf-8", "hex", "nonsense", "utf-16"])
def test_no_other_encoding_is_guessed(declared: str) -> None:
    with pytest.raises(ReadError, match=r"not valid utf-8 at byte"):
        read_bytes(f"<meta charset={declared}>é".encode("latin-1"), "a.html")


@pytest.mark.parametrize("path", ["a.html", "a.HTM", "a.xhtml"])
def test_suffixes(path: str) -> None:
    assert format_of(path) == "html"


HOSTILE = {
    "blocks": "<div>" * 10_000 + "9 died",
    "quotes": "<blockquote>" * 10_000 + "9 died" + "</blockquote>" * 10_000,
    "marks": "<b>" * 10_000 + "9 died" + "</i>" * 10_000,
    "lists": "<ul><li>" * 10_000 + "9 died",
    "tables": "<table><tr><td>" * 5_000 + "9 died",
    "full tables": "<table><tr><td>12 killed" * 5_000,
    "cells": "<table><tr>" + "<td>9" * 20_000,
    "wide cells": "<table><tr>" + "<td colspan=1000>9" * 5_000,
    "asides": "<aside>" * 10_000 + "9 died",
    "raised": "<sup>" * 10_000 + "9 died",
    "paragraphs": "<p>9" * 20_000,
    "breaks": "a<br>" * 20_000,
    "brackets": "<" * 500_000,
    "tags": "<a" * 300_000,
    "quotation marks": "<a b='\">" * 100_000,
    "attributes": "<a " + "b=c " * 200_000,
    "comments": "<!--" * 200_000 + ">",
    "CDATA": "<![CDATA[" * 100_000 + ">",
    "titles": "<title>" * 30_000,
    "scripts": "<script>" * 100_000,
    "references": "&" * 300_000 + "&#" * 100_000,
    "one line": "Nine people died on Monday. " * 36_000,
    "ends": "</p>" * 30_000 + "</b>" * 30_000,
    "soft hyphens": "\u00ad&shy;" * 50_000,
    "remarks": "<!-- casualties: ignore[CAS101] -->" * 5_000,
    "lines of remarks": "<!-- casualties: ignore[CAS101] -->\n" * 5_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_input_takes_no_time(text: str) -> None:
    start = time.perf_counter()
    document = read(text, "a.html")
    assert time.perf_counter() - start < 15
    assert_places_hold(text, document)


SCRAPS = st.sampled_from(
    """
    9 people were killed at least <p> </p> <b> </b> <div> </div> <ul> <li> </ul> <table> <tr> <td>
    </td> </table> <br> <sup> </sup> <del> </del> <aside> </aside> <article> </article> <main> <h1>
    </h1> <title> </title> <script> </script> "> '> <!-- --> <![CDATA[ ]]> < > </ &amp;
    &nbsp; &lt &#57; & &shy; &NotEqualTilde; é 🚢 <img/alt=" <a/href='
    <meta/name=description/content=" <blockquote> </blockquote>
    """.split()
)
BLANKS = st.sampled_from([" ", "\n", "\r\n", "\t", "\u00a0", "\u00ad", "\ufeff"])
PIECES = st.lists(SCRAPS | BLANKS | st.text(max_size=3), max_size=30).map(
    lambda pieces: "".join(pieces).replace("\0", "")
)


@settings(max_examples=200)
@given(PIECES)
def test_every_place_holds_and_nothing_fails(text: str) -> None:
    assert_places_hold(text, read(text, "a.html"))
    figures(text, "a.html")


@settings(max_examples=100)
@given(
    st.lists(
        st.sampled_from("<p> </p> <b> </b> <div> </td> <td> <li> <br> <sup> <x> </x>".split()),
        max_size=20,
    )
)
def test_no_word_is_lost_where_markup_is_broken(tags: list[str]) -> None:
    text = "".join(f"{tag}word{number}x " for number, tag in enumerate(tags))
    document = read(text, "a.html")
    for number in range(len(tags)):
        assert document.text.count(f"word{number}x") == 1
