"""What the export dialog looks like before anything is chosen."""

import pytest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from annotator.formats.base import Loss
from annotator.formats.registry import FORMATS
from annotator.gui.export_dialog import ExportDialog
from annotator.gui.theme import apply_theme
from annotator.model.ids import DocumentId
from annotator.model.message import Message
from annotator.workspace.exporting_beside import LossesFound


@pytest.fixture
def dialog(qtbot: QtBot) -> ExportDialog:
    apply_theme("light")
    made = ExportDialog([known for known in FORMATS if known.writes], {}, None)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_all_rows_of_the_formats_are_equally_high(dialog: ExportDialog) -> None:
    rows = [dialog.list.item(row) for row in range(dialog.list.count())]
    assert len({dialog.list.visualItemRect(row).height() for row in rows}) == 1


def test_no_name_of_a_format_is_cut_where_the_window_is_small(dialog: ExportDialog) -> None:
    dialog.resize(dialog.minimumSizeHint())
    assert dialog.list.verticalScrollBar().isVisible()
    assert not dialog.list.horizontalScrollBar().isVisible()


def test_a_filter_that_is_not_set_takes_any(dialog: ExportDialog) -> None:
    box = dialog.filters.editors["kind"].widget
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Any"
    assert dialog.filters.values()["kind"] == ""


def test_headings_stand_close_to_what_they_head(dialog: ExportDialog) -> None:
    for title, form in (("What to export", dialog.filters), ("How", dialog.options)):
        label = next(x for x in dialog.findChildren(QLabel) if x.text() == title)
        assert 0 < form.y() - label.geometry().bottom() <= 10


def test_the_losses_are_there_only_when_there_are_some(dialog: ExportDialog) -> None:
    dialog.start_losses()
    dialog.finish_losses()
    assert not dialog.losses.isVisible()
    dialog.start_losses()
    loss = Loss(Message("too long"), DocumentId("x"))
    dialog.losses.show_found(LossesFound({"too long": 1}, ((loss, "here"),)))
    dialog.finish_losses()
    assert dialog.losses.isVisible()
    assert dialog.loss_text.text().startswith("1 loss.")
