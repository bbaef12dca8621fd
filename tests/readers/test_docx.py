import contextlib
import io
import sys
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casualties.model import Document
from casualties.readers import Limits, ReadError, read_bytes
from tests.readers.word_files import (
    SAMPLE,
    deleted,
    ferry,
    inserted,
    packed,
    paragraph,
    run,
    table,
    word_file,
)


def read(body: str, **parts: str) -> Document:
    return read_bytes(word_file(body, **parts), "a.docx")


def kinds(body: str, **parts: str) -> list[tuple[str, str]]:
    return [(each.kind.value, each.text) for each in read(body, **parts).passages]


def words(body: str, **parts: str) -> list[str]:
    return [text for _, text in kinds(body, **parts)]


def dropped(document: Document) -> list[tuple[str, str]]:
    return [(each.why, each.text) for each in document.dropped]


def changed(tag: str, inner: str) -> str:
    return f'<w:{tag} w:id="7">{inner}</w:{tag}>'


def field(instruction: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    told = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>{run('31')}"
    return mark("begin") + told + mark("separate") + run(result) + mark("end")


BOX = f"<w:txbxContent>{paragraph('Eight died in the box.')}</w:txbxContent>"
DRAWN = f"""<w:r><mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" descr="A quay"/>
  <wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:shape alt="A quay"><v:textbox>{BOX}</v:textbox></v:shape></w:pict>
</mc:Fallback></mc:AlternateContent></w:r>"""


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        pytest.param(
            ["At least ", deleted("29"), inserted("31"), " died."],
            "At least 31 died.",
            id="changes",
        ),
        pytest.param(
            [changed("moveFrom", run("Nine ")), "Ten", changed("moveTo", run(" died."))],
            "Ten died.",
            id="moves",
        ),
        pytest.param(
            [f"<w:hyperlink>{run('Nine')}</w:hyperlink>", " died."], "Nine died.", id="hyperlink"
        ),
        pytest.param(
            [f'<w:smartTag w:element="x">{run("Nine")}</w:smartTag>', " died."],
            "Nine died.",
            id="smart-tag",
        ),
        pytest.param(
            [f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Nine')}</w:sdtContent></w:sdt>", " died."],
            "Nine died.",
            id="content-control",
        ),
        pytest.param([field(" REF toll ", "Nine"), " died."], "Nine died.", id="field"),
        pytest.param(
            [f'<w:fldSimple w:instr="REF toll">{run("Nine")}</w:fldSimple>', " died."],
            "Nine died.",
            id="simple-field",
        ),
        pytest.param(
            ["Nine<", "<w:r><w:tab/></w:r>", "died", "<w:r><w:br/></w:r>", "there."],
            "Nine< died there.",
            id="blanks",
        ),
        pytest.param(
            [
                "Twenty",
                "<w:r><w:noBreakHyphen/></w:r>",
                "one in",
                "<w:r><w:softHyphen/></w:r>",
                "jured, 2\u00ad1 dead.",
            ],
            "Twenty-one injured, 21 dead.",
            id="hyphens",
        ),
        pytest.param(
            [
                "About ",
                '<w:r><w:sym w:font="Symbol" w:char="F0B1"/></w:r>',
                "9",
                '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>',
                "died.",
            ],
            "About ±9 died.",
            id="symbols",
        ),
        pytest.param(
            ["<m:oMath><m:r><m:t>9</m:t></m:r></m:oMath>", " died."], "9 died.", id="formula"
        ),
        pytest.param(
            [
                f"<w:r><w:ruby><w:rt>{run('x')}</w:rt><w:rubyBase>{run('Nine')}</w:rubyBase></w:ruby></w:r>",
                " died.",
            ],
            "Nine died.",
            id="ruby",
        ),
    ],
)
def test_a_paragraph_as_it_stands(inner: list[str], said: str) -> None:
    assert words(paragraph(*inner)) == [said]


def test_an_instruction_ends_with_its_paragraph() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert words(paragraph("Nine died.", begun) + paragraph("Ten died.")) == [
        "Nine died.",
        "Ten died.",
    ]


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    body = paragraph("At least", properties="<w:rPr><w:del/></w:rPr>") + paragraph(" nine died.")
    assert words(body) == ["At least nine died."]
    assert words(paragraph("Nine died.", properties="<w:rPr><w:del/></w:rPr>")) == ["Nine died."]


@pytest.mark.parametrize(
    ("properties", "is_hidden"),
    [
        pytest.param("<w:vanish/>", True, id="hidden"),
        pytest.param('<w:vanish w:val="0"/>', False, id="shown"),
        pytest.param('<w:rStyle w:val="Secret"/>', True, id="style"),
        pytest.param(
            '<w:rStyle w:val="Secret"/><w:vanish w:val="false"/>', False, id="shown-anyway"
        ),
    ],
)
def test_hidden_text_is_left_out_and_counted(properties: str, is_hidden: bool) -> None:
    document = read(paragraph("Nine ", run("or ten ", properties), "died."))
    assert document.text == ("Nine died." if is_hidden else "Nine or ten died.")
    assert dropped(document) == ([("hidden", "or ten")] if is_hidden else [])


def test_what_is_left_out_is_counted() -> None:
    row = table("Deaths | 12").replace("<w:tc>", "<w:trPr><w:del/></w:trPr><w:tc>", 1)
    placeholder = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{paragraph('Click')}"
    body = [
        paragraph(deleted("Eight died."), "Nine died."),
        changed("del", paragraph("Ten died.")),
        row,
        f"{placeholder}</w:sdtContent></w:sdt>",
        paragraph("Deaths 3", style="TOC1"),
    ]
    document = read("".join(body), header1=paragraph("4 dead"), footer2=paragraph("5 dead"))
    assert document.text == "Nine died."
    assert dropped(document) == [
        ("header", "4 dead"),
        ("footer", "5 dead"),
        ("deleted", "Eight died."),
        ("deleted", "Ten died."),
        ("deleted", "Deaths12"),
        ("placeholder", "Click"),
        ("table of contents", "Deaths 3"),
    ]


def test_boxes_and_pictures_are_read_once() -> None:
    assert kinds(paragraph("Nine died.", DRAWN)) == [
        ("paragraph", "Nine died."),
        ("caption", "A quay"),
        ("paragraph", "Eight died in the box."),
    ]


@pytest.mark.parametrize(
    ("part", "why"),
    [
        ("<w:r><w:rPr><w:strike/></w:rPr><w:t>Eight</w:t></w:r>", "struck"),
        ("<w:r><w:rPr><w:dstrike/></w:rPr><w:t>Eight</w:t></w:r>", "struck"),
        (changed("moveFrom", run("Eight")), "moved"),
        (f"<w:r><w:ruby><w:rt>{run('Eight')}</w:rt></w:ruby></w:r>", "reading aid"),
    ],
)
def test_words_that_do_not_stand_are_counted(part: str, why: str) -> None:
    document = read(paragraph(part, "Nine died."))
    assert [each.text for each in document.passages] == ["Nine died."]
    assert dropped(document) == [(why, "Eight")]


def test_the_title_of_a_picture_is_counted() -> None:
    document = read(paragraph(DRAWN.replace('descr="A quay"', 'title="Ten men" descr="A quay"')))
    assert ("picture title", "Ten men") in dropped(document)


def test_descriptions_that_nobody_wrote_are_left_out() -> None:
    body = DRAWN.replace(
        'descr="A quay"', 'descr="Ten men&#10;Description automatically generated"'
    )
    document = read(paragraph("Nine died.", body))
    assert [each.why for each in document.dropped] == ["automatic description"]


NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


@pytest.mark.parametrize(
    ("made", "kind"),
    [
        pytest.param(paragraph("Nine die", style="Title"), "headline", id="title"),
        pytest.param(paragraph("Nine die", style="Heading1"), "headline", id="heading"),
        pytest.param(paragraph("Nine die", style="Kopf"), "headline", id="based-on"),
        pytest.param(
            paragraph("Nine die", style="Heading1", properties=NUMBERED),
            "headline",
            id="numbered-heading",
        ),
        pytest.param(paragraph("Nine died.", style="Caption"), "caption", id="caption"),
        pytest.param(paragraph("Nine died.", style="Quote"), "quote", id="quote"),
        pytest.param(paragraph("Nine died.", style="ListParagraph"), "list", id="list"),
        pytest.param(paragraph("Nine died.", properties=NUMBERED), "list", id="numbering"),
        pytest.param(paragraph("Nine died.", style="Points"), "list", id="numbering-of-style"),
        pytest.param(
            paragraph("Nine died.", properties=NUMBERED.replace('"1"', '"0"')),
            "paragraph",
            id="numbering-off",
        ),
        pytest.param(paragraph("Nine died.", style="Loop"), "paragraph", id="loop"),
        pytest.param(paragraph("Nine died.", style="Unknown"), "paragraph", id="undefined"),
        pytest.param(paragraph("Correction: Nine died."), "correction", id="words"),
    ],
)
def test_the_kind_of_a_passage(made: str, kind: str) -> None:
    first, *_ = kinds(made + paragraph("The police said so."))
    assert first[0] == kind


def test_one_headline() -> None:
    body = paragraph("Nine die", style="Heading1") + paragraph("It burned.")
    assert kinds(body + paragraph("Old fires", style="Heading1")) == [
        ("headline", "Nine die"),
        ("paragraph", "It burned."),
        ("paragraph", "Old fires"),
    ]
    plain = paragraph("Nine die in Orlo") + paragraph("Nine people died in a fire.")
    assert kinds(plain)[0] == ("headline", "Nine die in Orlo")


def test_rows_of_tables() -> None:
    wide = table("Village | Dead | Hurt").replace(
        "<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>', 1
    )
    assert kinds(wide + table("Orlo | 4 | 5", "")) == [
        ("table", "| Village | Dead | Hurt"),
        ("table", "Orlo | 4 | 5"),
    ]


def test_a_table_in_a_table_stands_below_the_row_it_is_in() -> None:
    inner = table("Orlo | 4")
    outer = table("Dead | X").replace(paragraph("X"), inner + paragraph("Hurt"))
    assert kinds(outer) == [("table", "Dead | Hurt"), ("table", "Orlo | 4")]


def test_a_table_that_lays_out_the_page() -> None:
    column = "Nine people died in a fire at a mill in Orlo. " * 8
    assert kinds(table(f"{column} | Photo: The mill")) == [
        ("paragraph", column.strip()),
        ("caption", "Photo: The mill"),
    ]
    assert kinds(table("Nine died.")) == [("paragraph", "Nine died.")]


def test_notes_and_comments_stand_at_the_end() -> None:
    line = f'<w:footnote w:type="separator" w:id="0">{paragraph("---x")}</w:footnote>'
    note = f'<w:footnote w:id="1">{paragraph("Ten by another count.")}</w:footnote>'
    assert kinds(
        paragraph("Nine died.", "<w:r><w:footnoteReference w:id='1'/></w:r>"),
        comments=f'<w:comment w:id="0">{paragraph("Is it nine?")}</w:comment>',
        footnotes=line + note,
        endnotes=f'<w:endnote w:id="1">{paragraph("Eleven in all.")}</w:endnote>',
    ) == [
        ("paragraph", "Nine died."),
        ("paragraph", "Ten by another count."),
        ("paragraph", "Eleven in all."),
        ("quote", "Is it nine?"),
    ]


def test_the_strict_form() -> None:
    content = word_file(paragraph("Nine died."))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        files = {name: package.read(name).decode() for name in package.namelist()}
    strict = {
        name: text.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        for name, text in files.items()
    }
    assert read_bytes(packed(strict), "a.docx").text == "Nine died."


def test_the_sample_is_what_the_script_makes() -> None:
    def parts(content: bytes) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return {name: package.read(name) for name in package.namelist()}

    assert parts(SAMPLE.read_bytes()) == parts(ferry())


def with_document(text: str) -> bytes:
    return packed({"word/document.xml": text})


def bomb() -> bytes:
    return packed({"word/document.xml": "<a>" + " " * 3_000_000 + "</a>"})


def encrypted() -> bytes:
    content = bytearray(word_file(paragraph("Nine died.")))
    start = 0
    while (start := content.find(b"PK\x01\x02", start)) >= 0:
        content[start + 8] |= 1
        start += 4
    return bytes(content)


ENTITIES = '<!DOCTYPE x [<!ENTITY a "9"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b"", "a.docx is no .docx file", id="empty"),
        pytest.param(b"Nine died.", "a.docx is no .docx file", id="text"),
        pytest.param(
            word_file(paragraph("Nine died."))[:700], "a.docx is no .docx file", id="truncated"
        ),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.docx is protected by a password", id="password"
        ),
        pytest.param(
            packed({"a": "b"}), "a.docx is no Word document: it has no text part.", id="other"
        ),
        pytest.param(
            with_document("<a/>"), "a.docx is no Word document: it has no text part.", id="no-body"
        ),
        pytest.param(
            with_document("<a>"),
            "a.docx ('word/document.xml') is no well-formed XML",
            id="broken-xml",
        ),
        pytest.param(
            with_document(ENTITIES), "a.docx ('word/document.xml') declares entities", id="entities"
        ),
        pytest.param(
            with_document("<a>" * 100_000), "a.docx ('word/document.xml') has more than", id="depth"
        ),
        pytest.param(bomb(), "a.docx ('word/document.xml') unpacks to more than", id="bomb"),
        pytest.param(encrypted(), "a.docx ('_rels/.rels') is encrypted", id="encrypted"),
    ],
)
def test_what_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(content, "a.docx")
    assert str(caught.value).startswith(sentence)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("opening", "closing", "levels"),
    [
        pytest.param("<w:ins>", "</w:ins>", 1, id="changes"),
        pytest.param("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 3, id="tables"),
        pytest.param(
            "<w:p><w:r><w:pict><w:txbxContent>",
            "</w:txbxContent></w:pict></w:r></w:p>",
            4,
            id="boxes",
        ),
    ],
)
def test_the_deepest_that_is_read(opening: str, closing: str, levels: int) -> None:
    around, inner = len(("w:document", "w:body")), len(("w:p", "w:r", "w:t"))
    times = (Limits().depth - around - inner) // levels
    assert words(opening * times + paragraph("Nine died.") + closing * times) == ["Nine died."]
    with pytest.raises(ReadError, match="more than 200 levels of nesting"):
        read(opening * (times + 4) + closing * (times + 4))


@given(st.integers(0, 5_000), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused(place: int, noise: bytes) -> None:
    content = bytearray(ferry())
    content[place : place + len(noise)] = noise
    with contextlib.suppress(ReadError):
        read_bytes(bytes(content), "a.docx")


def test_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "defusedxml", None)
    with pytest.raises(ReadError) as caught:
        read_bytes(word_file(paragraph("Nine died.")), "a.docx")
    expected = "a.docx: to read docx, run: pip install 'casualties[docx]'."
    assert str(caught.value) == expected
