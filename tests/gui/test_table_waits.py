"""The table of annotations while its rows are still being put in order."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.gui.panels.annotation_table import AnnotationTable
from tests.gui.panels.screen import put_on_screen


def shown(table: AnnotationTable) -> str:
    return " ".join(x.text() for x in table.findChildren(QLabel) if x.isVisible())


def test_nothing_is_called_missing_while_it_is_looked_for(qtbot: QtBot) -> None:
    table = AnnotationTable()
    put_on_screen(qtbot, table, 900, 300)
    table.show_count(0)
    assert "No annotations here" in shown(table)
    table.show_sorting()
    assert "Sorting" in shown(table)
    assert "No annotations here" not in shown(table)
