"""Word files put together for the tests; ``python -m tests.readers.word_files`` writes the sample.

The parts are as Word writes them, with little of what it says of looks.
"""

import io
import zipfile
from xml.sax.saxutils import escape

from tests.snapshots import ROOT

SAMPLE = ROOT / "examples" / "ferry.docx"

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": _W,
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DATE = (2025, 3, 11, 7, 0, 0)

STYLES = """
<w:style w:type="paragraph" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Kopf"><w:name w:val="Kopf"/>
  <w:basedOn w:val="Heading1"/></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/></w:style>
<w:style w:type="paragraph" w:styleId="Points"><w:name w:val="Points"/>
  <w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/>
  <w:basedOn w:val="Loop"/></w:style>
"""


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def paragraph(*runs: str, style: str | None = None, properties: str = "") -> str:
    """A paragraph; a run that does not begin with a tag is words."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def inserted(words: str) -> str:
    return f'<w:ins w:id="1" w:author="Desk">{run(words)}</w:ins>'


def deleted(words: str) -> str:
    text = run(words).replace("w:t ", "w:delText ").replace("/w:t>", "/w:delText>")
    return f'<w:del w:id="2" w:author="Desk">{text}</w:del>'


def table(*rows: str) -> str:
    """A table of rows such as ``Village | Killed``."""
    made = "".join(
        f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row.split(' | '))}</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{made}</w:tbl>"


def word_file(body: str, **parts: str) -> bytes:
    """A file of the text and of parts such as ``footnotes``, by what they are to it."""
    made = {"styles": STYLES, **parts}
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATIONS}/{part.rstrip("123")}" '
        f'Target="{part}.xml"/>'
        for number, part in enumerate(made)
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": _relationships(
            f'<Relationship Id="r1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": _part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        "word/_rels/document.xml.rels": _relationships(relations),
        **{f"word/{part}.xml": _part(part.rstrip("123"), text) for part, text in made.items()},
    }
    return packed(files)


def packed(files: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, text.encode())
    return stream.getvalue()


def _relationships(relations: str) -> str:
    uri = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<?xml version="1.0"?><Relationships xmlns="{uri}">{relations}</Relationships>'


def _part(part: str, text: str) -> str:
    root = {"header": "hdr", "footer": "ftr"}.get(part, part)
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{declaration}<w:{root} {_NAMESPACES}>{text}</w:{root}>"


def ferry() -> bytes:
    """The story of ``examples/ferry.txt``, as it comes from a desk that has worked on it."""
    marked = '<w:commentRangeStart w:id="0"/>'
    remark = '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    link = f'<w:hyperlink w:anchor="halvik">{run("Halvik")}</w:hyperlink>'
    body = [
        paragraph("Ferry sinks off Halvik: at least 31 dead", style="Title"),
        paragraph("By a staff reporter"),
        paragraph(
            "HALVIK, 11 March 2025 – At least ",
            deleted("29"),
            inserted("31"),
            " people were killed and 84 injured on Monday night when a crowded ferry struck a reef"
            " and sank off the island of ",
            link,
            ", the coastguard said.",
        ),
        paragraph(
            "The ",
            run("Sankt Elin", "<w:i/>"),
            ", which is licensed for 240 passengers, went down within 20 minutes of the collision."
            " Most of those on board had been on their way home from a wedding on the mainland.",
        ),
        paragraph(
            "“We heard a crash, and then the lights went out,” said Tomas ",
            marked,
            run("Reidar"),
            remark,
            ", a deckhand who swam ashore. “I held on to 4 life jackets and gave 3 of them away.”",
            style="Quote",
        ),
        *(
            paragraph(words, style="ListParagraph", properties=_BULLET)
            for words in (
                "At least 31 people are dead, all of them passengers",
                "84 people are injured, most of them with hypothermia",
                "No one is missing",
            )
        ),
        paragraph("Two villages mourn most of the dead, the mayor’s office said:"),
        table(
            "Village | Killed | Injured",
            "Sundby | 19 | 50",
            "Nordvik | 12 | 34",
            "Total | 31 | 84",
        ),
        paragraph(
            "Rescuers bring survivors ashore at Halvik, where 27 people were killed when the ",
            run("Sankt Elin", "<w:i/>"),
            " sank.",
            style="Caption",
        ),
        paragraph(
            "Prosecutors at Sundby & Nordvik district court have opened an inquiry. The owner, Elin"
            " Line, said the ship had passed an inspection in January."
        ),
        paragraph(
            "Correction: An earlier version of this article gave the age of the Sankt Elin as 14"
            " years. It was built in 1998."
        ),
    ]
    return word_file(
        "".join(body),
        comments='<w:comment w:id="0" w:author="Desk">'
        f"{paragraph('Checked the spelling with the harbour office.')}</w:comment>",
        header1=paragraph("The Halvik Courier, 11 March 2025"),
        footer1=paragraph("Page ", '<w:fldSimple w:instr=" PAGE "><w:r/></w:fldSimple>', "1"),
    )


_BULLET = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'

if __name__ == "__main__":
    SAMPLE.write_bytes(ferry())
