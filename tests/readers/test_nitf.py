import sys

import pytest

from casualties.model import Document
from casualties.readers import ReadError, read_bytes, read_documents
from casualties.readers import ReadOptions as Options


def nitf(content: str, head: str = "", above: str = "") -> str:
    return (
        f"<nitf><head>{head}</head><body><body.head>{above}</body.head>"
        f"<body.content>{content}</body.content></body></nitf>"
    )


def read(text: str) -> Document:
    return read_bytes(text.encode(), "a.nitf")


def kinds(content: str, head: str = "", above: str = "") -> list[tuple[str, str]]:
    return [(each.kind.value, each.text) for each in read(nitf(content, head, above)).passages]


@pytest.mark.parametrize(
    ("content", "passages"),
    [
        pytest.param(
            "<p>Nine <num>9</num>\n died.</p>", [("paragraph", "Nine 9 died.")], id="inline"
        ),
        pytest.param(
            "<block><p>Nine<br/>died.</p></block>", [("paragraph", "Nine died.")], id="break"
        ),
        pytest.param(
            "Nine died.<p>Ten.</p>Eleven.",
            [("paragraph", "Nine died."), ("paragraph", "Ten."), ("paragraph", "Eleven.")],
            id="loose-text",
        ),
        pytest.param(
            "<hl2>Old fires</hl2><p>Nine died.</p>",
            [("paragraph", "Old fires"), ("paragraph", "Nine died.")],
            id="crosshead",
        ),
        pytest.param(
            "<ul><li>Nine dead<ol><li>Two women</li></ol></li></ul>",
            [("list", "Nine dead"), ("list", "Two women")],
            id="lists",
        ),
        pytest.param(
            "<dl><dt>Dead</dt><dd>9</dd></dl>", [("list", "Dead"), ("list", "9")], id="definitions"
        ),
        pytest.param(
            "<bq><block><p>Nine died.</p></block><credit>A man</credit></bq>",
            [("quote", "Nine died.")],
            id="quote",
        ),
        pytest.param(
            "<table><caption>Toll</caption><tr><th colspan='2'>Dead</th><th>Hurt</th></tr>"
            "<tr><td>Orlo</td><td><p>4</p></td><td>5</td></tr>"
            "<tr><td>Source: police</td><td/></tr></table>",
            [
                ("caption", "Toll"),
                ("table", "| Dead | Hurt"),
                ("table", "Orlo | 4 | 5"),
                ("list", "Source: police"),
            ],
            id="table",
        ),
        pytest.param(
            "<pre>Orlo ..... 4\nVessby ..... 5</pre>",
            [("table", "Orlo ..... 4"), ("table", "Vessby ..... 5")],
            id="preformatted",
        ),
        pytest.param(
            "<media><media-reference alternate-text='A quay'/><media-metadata>x</media-metadata>"
            "<media-object>bm8=</media-object><media-caption><p>Nine died.</p></media-caption>"
            "<media-producer>A man</media-producer></media>",
            [("caption", "A quay"), ("caption", "Nine died.")],
            id="picture",
        ),
        pytest.param(
            "<media><media-reference alternate-text='Nine died'/>"
            "<media-caption>Nine died.</media-caption></media>",
            [("caption", "Nine died.")],
            id="picture-said-twice",
        ),
        pytest.param(
            "<note noteclass='editorsnote'><body.content>"
            "<p>Correction: It was nine.</p></body.content></note>",
            [("correction", "Correction: It was nine.")],
            id="note",
        ),
        pytest.param(
            "<note noteclass='cpyrt'><body.content><p>All rights.</p></body.content></note>",
            [],
            id="rights",
        ),
        pytest.param(
            "<p>Nine died.</p><fn><body.content><p>Ten by another count.</p></body.content></fn>",
            [("paragraph", "Nine died."), ("paragraph", "Ten by another count.")],
            id="footnote",
        ),
    ],
)
def test_passages(content: str, passages: list[tuple[str, str]]) -> None:
    assert kinds(content) == passages


def test_what_stands_above_the_text() -> None:
    assert kinds(
        "<p>Nine people died in a fire.</p>",
        head="<title>Nine die</title><docdata><correction info='It was nine'/>"
        "<ed-msg info='CORRECTS toll'/><ed-msg info='ADDS quotes of 10 dead'/></docdata>",
        above="<hedline><hl1>Nine die</hl1><hl2>Mill burned</hl2></hedline>"
        "<byline>By A Man</byline>"
        "<abstract><p>Nine people died</p><p>The mill was old.</p></abstract>"
        "<dateline><location>ORLO</location></dateline>",
    ) == [
        ("headline", "Nine die"),
        ("headline", "Mill burned"),
        ("paragraph", "The mill was old."),
        ("paragraph", "Nine people died in a fire."),
        ("correction", "It was nine"),
        ("correction", "CORRECTS toll"),
    ]


def test_what_is_left_out_is_counted() -> None:
    document = read(
        nitf(
            "<media><media-producer>Ana Velde</media-producer></media>",
            head="<docdata><ed-msg info='ADDS quotes'/></docdata>",
            above="<byline>By A Man</byline>",
        )
    )
    assert {(each.why, each.text) for each in document.dropped} == {
        ("credit", "Ana Velde"),
        ("byline", "By A Man"),
        ("note to editors", "ADDS quotes"),
    }


def test_a_document_type_is_not_fetched() -> None:
    for type_ in ("SYSTEM 'file:///etc/hostname'", "PUBLIC '-//IPTC//DTD NITF' 'http://0.0.0.0/a'"):
        document = read(f"<!DOCTYPE nitf {type_}>{nitf('<p>Nine&nbsp;&ndash; or ten.</p>')}")
        assert document.text == "Nine – or ten."


def test_the_file_declares_its_encoding() -> None:
    text = nitf("<p>Zwölf</p>")
    for encoding in ("latin-1", "utf-16", "utf-8-sig", "windows-1252"):
        name = "utf-8" if encoding == "utf-8-sig" else encoding
        content = f"<?xml version='1.0' encoding='{name}'?>{text}".encode(encoding)
        assert read_bytes(content, "a.xml", encoding="ascii").text == "Zwölf"


def test_items_within_another_format() -> None:
    wrapped = (
        f"<newsItem xmlns='urn:a'><inlineXML>{nitf('<p>Nine died.</p>')}</inlineXML></newsItem>"
    )
    assert read(wrapped).text == "Nine died."
    two = f"<a>{nitf('<p>Nine died.</p>')}{nitf('<p>Ten died.</p>')}</a>".encode()
    documents = list(read_documents("a.nitf", Options(), two))
    assert [(each.path, each.text) for each in documents if isinstance(each, Document)] == [
        ("a.nitf#1", "Nine died."),
        ("a.nitf#2", "Ten died."),
    ]


LAUGHS = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param("", "a.nitf is no well-formed XML", id="empty"),
        pytest.param("Nine died.", "a.nitf is no well-formed XML", id="text"),
        pytest.param("<rss/>", "a.nitf is no NITF: its outermost element is 'rss'", id="other"),
        pytest.param(
            "<nitf>&toll;</nitf>", "a.nitf is no well-formed XML: undefined entity", id="undefined"
        ),
        pytest.param(
            f"<!DOCTYPE nitf [<!ENTITY l0 'x'>{LAUGHS}]><nitf>&l9;</nitf>",
            "a.nitf declares entities of its own",
            id="laughs",
        ),
        pytest.param(
            "<!DOCTYPE nitf [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><nitf>&a;</nitf>",
            "a.nitf declares entities of its own",
            id="external",
        ),
        pytest.param(
            "<!DOCTYPE nitf [<!ENTITY % a SYSTEM 'http://0.0.0.0/'> %a;]><nitf/>",
            "a.nitf declares entities of its own",
            id="parameter",
        ),
        pytest.param("<nitf>" * 100_000, "a.nitf has more than 200 levels", id="depth"),
        pytest.param(
            "<?xml version='1.0' encoding='foo'?><nitf/>", "a.nitf names an encoding", id="encoding"
        ),
        pytest.param(
            "<?xml version='1.0' encoding='hex'?><nitf/>",
            "a.nitf names an encoding",
            id="no-text-encoding",
        ),
        pytest.param(
            "<?xml version='1.0' encoding='utf-7'?><nitf/>",
            "a.nitf could not be read as XML",
            id="many-byte-encoding",
        ),
        pytest.param("<nitf>\0</nitf>", "a.nitf is no well-formed XML", id="NUL"),
    ],
)
def test_what_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(text)
    assert str(caught.value).startswith(sentence)
    assert str(caught.value).endswith(".")


def test_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "defusedxml", None)
    with pytest.raises(ReadError) as caught:
        read_bytes(nitf("<p>Nine died.</p>").encode(), "a.nitf")
    expected = "a.nitf: to read nitf, run: pip install 'casualties[nitf]'."
    assert str(caught.value) == expected
