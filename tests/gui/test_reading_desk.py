"""The reading pane in the window: it follows the caret and what is marked."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from tests.gui.conftest import TEXT

CTRL = Qt.KeyboardModifier.ControlModifier
LINES = TEXT.rstrip("\n").split("\n")


def opened(qtbot: QtBot, window: MainWindow, page: ProjectPage) -> list[str]:
    """Open the pane by its key; returns its lines."""
    qtbot.keyClick(window, Qt.Key.Key_F9)
    qtbot.waitUntil(page.reading_pane.hasFocus)
    return page.reading_pane.toPlainText().splitlines()


def test_it_shows_the_paragraph_at_the_cursor(
    qtbot: QtBot, window: MainWindow, page: ProjectPage
) -> None:
    page.view.move_caret(TEXT.index("实话"))
    place, text = opened(qtbot, window, page)
    assert place == "Paragraph 2 of 4 · 张明"
    assert text == LINES[1]
    page.view.move_caret(TEXT.index("从哪里来"))
    assert page.reading_pane.toPlainText().splitlines()[1] == LINES[2]
    page.view.move_caret(len(TEXT))
    assert page.reading_pane.toPlainText().splitlines()[0].startswith("Paragraph 4 of 4")


def test_it_says_at_once_what_is_marked(
    qtbot: QtBot, window: MainWindow, page: ProjectPage
) -> None:
    opened(qtbot, window, page)
    at = TEXT.index("2.3万人")
    page.view.setFocus()
    page.view.set_selection(at, at + 5)
    qtbot.keyClicks(page.view, "1")
    assert page.reading_pane.toPlainText().splitlines()[-1].endswith(": 2.3万人")
    window.undo()
    assert len(page.reading_pane.toPlainText().splitlines()) == 2


def test_keys_in_it_go_through_the_paragraphs(
    qtbot: QtBot, window: MainWindow, page: ProjectPage
) -> None:
    page.view.move_caret(0)
    opened(qtbot, window, page)
    seen = []
    for _step in range(4):
        seen.append(page.reading_pane.toPlainText().splitlines()[1])
        qtbot.keyClick(page.reading_pane, Qt.Key.Key_Down, CTRL)
    assert seen == LINES
    qtbot.keyClick(page.reading_pane, Qt.Key.Key_Up, CTRL)
    assert page.reading_pane.toPlainText().splitlines()[1] == LINES[2]


def test_it_is_put_away_and_stays_so(qtbot: QtBot, window: MainWindow, page: ProjectPage) -> None:
    assert not page.reading_pane.isVisible()
    opened(qtbot, window, page)
    assert page.layout_state()["reading"] == "shown"
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert not page.reading_pane.isVisible()
    assert page.view.hasFocus()
    assert page.layout_state()["reading"] == ""


def test_escape_leads_back_to_the_transcript(
    qtbot: QtBot, window: MainWindow, page: ProjectPage
) -> None:
    opened(qtbot, window, page)
    qtbot.keyClick(page.reading_pane, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.view.hasFocus)


def test_the_focus_goes_round_the_window_in_the_order_of_its_parts(page: ProjectPage) -> None:
    parts = {
        "documents": page.documents,
        "transcript": page.view,
        "paragraph": page.reading_pane,
        "labels": page.codebook,
        "annotation": page.inspector,
        "table": page.table,
    }
    met: list[str] = []
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            part = next(
                (name for name, own in parts.items() if own is widget or own.isAncestorOf(widget)),
                None,
            )
            if part and (not met or met[-1] != part):
                met.append(part)
        widget = widget.nextInFocusChain()
    start = met.index("documents")
    assert met[start:] + met[:start] == list(parts)
