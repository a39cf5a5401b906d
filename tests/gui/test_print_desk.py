"""Printing from the window: a PDF file, a printer, and what can go wrong."""

import os
import re
import stat
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from annotator.model.kinds import LabelKind
from tests.gui.conftest import TEXT
from tests.gui.fakes import Answers


def answers(window: MainWindow) -> Answers:
    assert isinstance(window.prompts, Answers)
    return window.prompts


def trigger(window: MainWindow, command: str) -> None:
    window.actions_by_id[command].trigger()


def pages_in(path: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))


def mark_a_figure(qtbot: QtBot, page: ProjectPage) -> None:
    at = TEXT.index("2.3万人")
    page.view.set_selection(at, at + 5)
    qtbot.keyClicks(page.view, "1")


def test_save_as_pdf_writes_the_file_that_was_asked_for(
    window: MainWindow, page: ProjectPage, tmp_path: Path
) -> None:
    assert page.workspace.documents()
    path = tmp_path / "out.pdf"
    answers(window).places.append(path)
    trigger(window, "save_pdf")
    assert path.read_bytes().startswith(b"%PDF-")
    assert pages_in(path) == 1
    assert any(
        title == "Save as PDF" and "talk.pdf" in start for title, start in answers(window).told
    )


def test_a_name_without_an_ending_gets_one(
    window: MainWindow, page: ProjectPage, tmp_path: Path
) -> None:
    assert page.isVisible()
    answers(window).places.append(tmp_path / "a.b")
    trigger(window, "save_pdf")
    assert (tmp_path / "a.b.pdf").exists()


def test_marks_are_printed_unless_they_are_hidden(
    qtbot: QtBot, window: MainWindow, page: ProjectPage, tmp_path: Path
) -> None:
    sizes = []
    for name in ("bare", "marked", "hidden"):
        if name == "marked":
            mark_a_figure(qtbot, page)
        if name == "hidden":
            page.view.set_hidden([LabelKind.FIGURE])
        answers(window).places.append(tmp_path / name)
        trigger(window, "save_pdf")
        sizes.append((tmp_path / f"{name}.pdf").stat().st_size)
    assert sizes[1] > sizes[0]
    assert abs(sizes[2] - sizes[0]) < 50


@pytest.mark.skipif(os.name != "posix", reason="folders are protected otherwise elsewhere")
def test_a_folder_that_cannot_be_written_is_said(
    window: MainWindow, page: ProjectPage, tmp_path: Path
) -> None:
    assert page.isVisible()
    answers(window).places.append(tmp_path / "missing" / "out.pdf")
    trigger(window, "save_pdf")
    title, sentence = answers(window).told[-1]
    assert title == "The PDF was not saved"
    assert "out.pdf" in sentence


def test_stopping_leaves_the_file_that_was_there(
    window: MainWindow, page: ProjectPage, tmp_path: Path
) -> None:
    assert page.isVisible()
    path = tmp_path / "out.pdf"
    path.write_bytes(b"before")
    answers(window).places.append(path)
    answers(window).stops_after = 2
    trigger(window, "save_pdf")
    assert path.read_bytes() == b"before"
    assert stat.S_ISREG(path.stat().st_mode)
    assert sorted(each.name for each in tmp_path.glob("out*")) == ["out.pdf"]


def test_print_sends_the_pages_to_the_printer(
    window: MainWindow, page: ProjectPage, tmp_path: Path
) -> None:
    assert page.isVisible()
    path = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    answers(window).printers.append(printer)
    trigger(window, "print")
    assert pages_in(path) == 1


def test_whoever_thinks_better_of_it_prints_nothing(
    window: MainWindow, page: ProjectPage, tmp_path: Path
) -> None:
    assert page.isVisible()
    answers(window).printers.append(None)
    answers(window).places.append(None)
    trigger(window, "print")
    trigger(window, "save_pdf")
    assert list(tmp_path.glob("*.pdf")) == []


def test_without_a_document_there_is_nothing_to_print(
    window: MainWindow, page: ProjectPage
) -> None:
    said: list[str] = []
    page.said.connect(said.append)
    page.annotations.clear()
    trigger(window, "print")
    trigger(window, "save_pdf")
    assert len(said) == 2
    assert answers(window).told == [] or "Save as PDF" not in dict(answers(window).told)
