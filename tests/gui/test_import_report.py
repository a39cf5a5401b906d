"""What an import came to, in sentences."""

from pathlib import Path
from typing import cast

from pytestqt.qtbot import QtBot

from annotator.gui.import_report import (
    LISTED,
    failures_of,
    import_sentence,
    lines_of,
    problems_of,
)
from annotator.gui.main_window import MainWindow
from annotator.gui.places_dialog import PlacesDialog
from annotator.gui.project_page import ProjectPage
from annotator.model.message import Message
from annotator.workspace.importing import ImportReport
from tests.example import DOCUMENT
from tests.gui.acting import written
from tests.gui.fakes import answers


def test_annotations_for_documents_that_are_there_are_no_documents() -> None:
    assert import_sentence(ImportReport(records=50)).endswith("no document is new.")
    assert import_sentence(ImportReport()) == "Nothing new was imported."


def test_texts_that_were_there_already_are_told_beside_those_that_came_in() -> None:
    there = (Path("talk.txt"), DOCUMENT)
    title = DOCUMENT.title
    told = [
        import_sentence(ImportReport(added=[DOCUMENT] * added, known=[there] * known))
        for added, known in ((2, 0), (1, 1), (0, 3), (0, 1))
    ]
    assert told == [
        "Imported 2 documents.",
        "Imported 1 document; 1 was in the project already.",
        "3 documents are in the project already.",
        f"{title} is in the project already.",
    ]


def test_what_failed_or_was_left_out_is_told_with_each_file_named_once() -> None:
    failed = [(Path("in/a.pdf"), Message("a.pdf holds no text.")), (Path("b"), Message("No."))]
    report = ImportReport(failed=failed, problems=[("c", Message("Left out."))])
    assert failures_of(report) == [("a.pdf", "a.pdf holds no text."), ("b", "No.")]
    rows = failures_of(report) + problems_of(report)
    assert lines_of(rows) == "a.pdf holds no text.\nb: No.\nc: Left out."


def test_all_files_that_failed_are_told_however_many(
    page: ProjectPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    empty = [written(tmp_path / f"empty{n}.txt", "") for n in range(LISTED + 1)]
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=60_000):
        page.transfer_desk.import_paths([*empty, written(tmp_path / "talk2.txt", "A: Hello.\n")])
    table = cast("PlacesDialog", answers(window).shown[-1]).table
    names = [item.text() for row in range(table.rowCount()) if (item := table.item(row, 0))]
    assert names == [path.name for path in empty]
