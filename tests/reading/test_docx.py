"""Word documents that python-docx has written, with marks of tracked changes put in."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.oxml import parse_xml

from annotator.model.errors import UserError
from annotator.reading.sources import SourceItem, read_item
from tests.reading.golden import read_content

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MAIN = "word/document.xml"


def saved(document: object) -> bytes:
    """Return a document's bytes."""
    out = io.BytesIO()
    assert hasattr(document, "save")
    document.save(out)
    return out.getvalue()


def with_body(*blocks: str) -> bytes:
    """Return a document whose body has these elements."""
    document = docx.Document()
    for block in blocks:
        document.element.body.insert(-1, parse_xml(block.replace(">", f" {W}>", 1)))
    return saved(document)


def replaced(data: bytes, name: str, content: bytes) -> bytes:
    """Return an archive with another content of one member."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(member, content if member == name else old.read(member))
    return out.getvalue()


def text_of(data: bytes) -> str:
    (read,) = read_content("a.docx", data)
    return read.text


def run(words: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>"


def test_paragraphs_tables_and_breaks_come_in_reading_order() -> None:
    document = docx.Document()
    document.core_properties.title = "供暖发布会"
    document.add_paragraph("市政府新闻发布会")
    named = document.add_paragraph()
    named.add_run("主持人：").bold = True
    named.add_run("大家好。\n第二行\t完")
    table = document.add_table(2, 2)
    for row, cells in enumerate((("年份", "数量"), ("2024", "12万"))):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    document.add_paragraph("记者：请问？")
    (read,) = read_content("a.docx", saved(document))
    assert read.text == (
        "市政府新闻发布会\n主持人：大家好。\n第二行\t完\n年份\t数量\n2024\t12万\n记者：请问？"
    )
    assert read.title == "供暖发布会"
    assert [turn.speaker for turn in read.turns] == [None, "主持人", "记者"]


def test_insertions_are_text_and_deletions_are_not() -> None:
    paragraph = (
        f"<w:p>{run('We built ')}<w:del w:id='1' w:author='x'><w:r><w:delText>10</w:delText>"
        f"<w:tab/></w:r></w:del><w:ins w:id='2' w:author='x'>{run('12')}</w:ins>{run(' homes')}"
        f"<w:moveFrom w:id='3'>{run(' gone')}</w:moveFrom>"
        f"<w:moveTo w:id='4'>{run(' here')}</w:moveTo></w:p>"
    )
    assert text_of(with_body(paragraph)) == "We built 12 homes here"


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    deleted = "<w:pPr><w:rPr><w:del w:id='1' w:author='x'/></w:rPr></w:pPr>"
    first, second = f"<w:p>{deleted}{run('Of the ')}</w:p>", f"<w:p>{deleted}{run('homes')}</w:p>"
    table = f"<w:tbl><w:tr><w:tc>{first}</w:tc></w:tr></w:tbl>"
    read = text_of(with_body(first, second, f"<w:p>{run(', 12.')}</w:p>", first, table))
    assert read == "Of the homes, 12.\nOf the \nOf the "


def test_footnotes_fields_and_comments_are_left_out() -> None:
    paragraph = (
        f"<w:p>{run('Text')}<w:r><w:footnoteReference w:id='1'/></w:r>"
        f"<w:r><w:instrText>PAGE 5</w:instrText></w:r>"
        f"<w:hyperlink>{run(' link')}</w:hyperlink></w:p>"
    )
    assert text_of(with_body(paragraph)) == "Text link"


def test_content_controls_and_nested_tables_are_read_once() -> None:
    inner = f"<w:tbl><w:tr><w:tc><w:p>{run('inner')}</w:p></w:tc></w:tr></w:tbl>"
    beside = f"<w:tc><w:p>{run('beside')}</w:p></w:tc>"
    outer = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc>{beside}</w:tr></w:tbl>"
    control = f"<w:sdt><w:sdtContent><w:p>{run('controlled')}</w:p></w:sdtContent></w:sdt>"
    assert text_of(with_body(outer, control)) == "inner\tbeside\ncontrolled"


def test_cells_merged_down_are_told_once() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "both"
    table.cell(0, 1).text, table.cell(1, 1).text = "a", "b"
    assert text_of(saved(document)) == "both\ta\n\tb"


def test_entities_are_refused_before_the_document_is_parsed() -> None:
    plain = with_body(f"<w:p>{run('x')}</w:p>")
    bomb = (
        (
            b'<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">'
            b'<!ENTITY f SYSTEM "file:///etc/passwd">]><w:document '
        )
        + W.encode()
        + b"><w:body><w:p><w:r><w:t>&b;&f;</w:t></w:r></w:p></w:body></w:document>"
    )
    for content in (bomb, bomb.decode().encode("utf-16")):
        with pytest.raises(UserError, match="entities of its own"):
            read_content("a.docx", replaced(plain, MAIN, content))


def test_what_expands_beyond_measure_is_refused() -> None:
    plain = with_body(f"<w:p>{run('x')}</w:p>")
    with pytest.raises(UserError, match="beyond measure"):
        read_content("a.docx", replaced(plain, "word/styles.xml", b"<a>" + b"0" * 30_000_000))


@pytest.mark.parametrize(
    "content",
    [b"", b"<w:document", b"no xml at all", f"<w:document {W}/>".encode()],
    ids=["empty", "cut off", "no XML", "no body"],
)
def test_damage_ends_in_one_sentence(content: bytes) -> None:
    plain = with_body(f"<w:p>{run('x')}</w:p>")
    with pytest.raises(UserError, match=r"damaged|no text") as caught:
        read_content("a.docx", replaced(plain, MAIN, content))
    assert "\n" not in str(caught.value)


def test_an_empty_document_and_a_workbook_are_refused() -> None:
    with pytest.raises(UserError, match="no text"):
        read_content("a.docx", saved(docx.Document()))
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<a/>")
    with pytest.raises(UserError, match="workbook"):
        list(read_item(SourceItem("a.docx", out.getvalue)))
