"""PDF files that another program has printed: paragraphs as they were before printing."""

import io

import pytest
from pypdf import PdfReader, PdfWriter

from annotator.model.errors import UserError
from annotator.reading.pdf import as_written
from tests.reading.golden import FOLDER, expected, read_content, read_golden


@pytest.mark.parametrize("name", ["harbour", "harbour-indented", "heating", "heating-gaps"])
def test_headers_footers_and_wraps_are_undone(name: str) -> None:
    assert read_golden(f"{name}.pdf").text.split("\n") == expected(name)


def test_hyphens_at_line_ends_are_undone_but_for_compounds() -> None:
    text = read_golden("hyphens.pdf").text
    assert text == (
        "MODERATOR: The administration has announced a long-term programme. It is a long-term "
        "plan, and the committee will meet again.\nMR. REED: Thank you for the introduction."
    )


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("三百亿元 ，同比增长 。", "三百亿元，同比增长。"),
        ("他说： 我们（ 其中一半） 会来。", "他说：我们（其中一半） 会来。"),
        ("主 持 人 GDP 增长", "主 持 人 GDP 增长"),
        ("the ﬁrst oﬀice , as it was", "the first office , as it was"),
        ("⻓江⻛电", "长江风电"),
    ],
)
def test_a_printed_line_is_as_it_was_written(printed: str, written: str) -> None:
    assert as_written(printed) == written


def test_the_stated_title_is_the_title() -> None:
    assert read_golden("harbour.pdf").title == "Briefing on harbour safety"
    assert read_golden("heating.pdf").title == "市政府举行秋冬季节供暖新闻发布会"


def test_pictures_of_pages_are_refused_with_what_to_do() -> None:
    with pytest.raises(UserError, match="OCR"):
        read_golden("scanned.pdf")


def locked(password: str) -> bytes:
    """Return a PDF that is encrypted with RC4, which needs no library."""
    writer = PdfWriter(clone_from=PdfReader(FOLDER / "harbour.pdf"))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_password_is_asked_for_and_an_empty_one_is_none() -> None:
    (read,) = read_content("a.pdf", locked(""))
    assert read.text.split("\n") == expected("harbour")
    with pytest.raises(UserError, match="protected by a password"):
        read_content("a.pdf", locked("secret"))


@pytest.mark.parametrize("share", [0.02, 0.5])
def test_a_truncated_file_is_refused(share: float) -> None:
    data = (FOLDER / "harbour.pdf").read_bytes()
    with pytest.raises(UserError, match=r"damaged|no text|pictures"):
        read_content("a.pdf", data[: int(len(data) * share)])


def test_a_tree_of_pages_that_loops_ends_in_a_sentence() -> None:
    data = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\n"
        b"trailer<</Root 1 0 R/Size 3>>\n%%EOF"
    )
    with pytest.raises(UserError):
        read_content("a.pdf", data)
