"""The only place for dialogs; tests put their own answers in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QProgressDialog,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.panels.plain import heading, plain_label
from annotator.model.message import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Buttons = QDialogButtonBox.StandardButton
ButtonRole = QDialogButtonBox.ButtonRole
USER_ROLE = 0x0100
PATIENCE_MS = 1000


class Prompts:
    """Asks and tells; every text is shown as it is, never as markup."""

    def __init__(self) -> None:
        self._parent: QWidget | None = None

    def set_parent(self, parent: QWidget) -> None:
        """Show dialogs over this window."""
        self._parent = parent

    # --- telling ---

    def tell(self, title: str, text: str) -> None:
        """Say something that must be read."""
        dialog, box = self._dialog(title, text)
        box.addButton(Buttons.Ok)
        dialog.exec()

    def crash(self, details: str, log: Path) -> None:
        """Say that something went wrong that nobody foresaw; offer details and the log."""
        text = _(
            "Something went wrong in the program. Every change you made before is saved; "
            "you can go on, or close and start again."
        )
        dialog, box = self._dialog(_("Unforeseen error"), text)
        shown = QPlainTextEdit(details)
        shown.setReadOnly(True)
        shown.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        shown.setAccessibleName(_("Details"))
        dialog.layout().insertWidget(2, shown)  # type: ignore[union-attr]
        copy = box.addButton(_("Copy details"), ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        show = box.addButton(_("Show the log"), ButtonRole.ActionRole)
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log))))
        box.addButton(_("Go on"), ButtonRole.AcceptRole)
        dialog.resize(640, 400)
        dialog.exec()

    def about(self, version: str, project: Path | None, log: Path) -> None:
        """Say which version this is and where its files are."""
        lines = [
            _("Version {version}").format(version=version),
            _("Project: {path}").format(path=project or "—"),
            _("Log: {path}").format(path=log),
            _("Licence: Apache-2.0"),
        ]
        self.tell(_("About Annotator"), "\n".join(lines))

    def keys(self, table: Sequence[tuple[str, str]]) -> None:
        """List what the keys do."""
        text = _(
            "A label's key marks the selection; with nothing selected, the number or sentence."
        )
        dialog, box = self._dialog(_("Keys"), text)
        shown = QTableWidget(len(table), 2)
        shown.setHorizontalHeaderLabels([_("Command"), _("Keys")])
        shown.verticalHeader().hide()
        shown.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        for row, cells in enumerate(table):
            for column, cell in enumerate(cells):
                shown.setItem(row, column, QTableWidgetItem(cell))
        shown.resizeColumnsToContents()
        shown.horizontalHeader().setStretchLastSection(True)
        shown.setAccessibleName(_("Keys"))
        dialog.layout().insertWidget(2, shown)  # type: ignore[union-attr]
        box.addButton(Buttons.Close).clicked.connect(dialog.accept)
        dialog.resize(520, 560)
        dialog.exec()

    # --- asking ---

    def confirm(self, title: str, text: str, action: str) -> bool:
        """Ask before something that cannot be seen to be taken back; True for ``action``."""
        dialog, box = self._dialog(title, text)
        box.addButton(action, ButtonRole.AcceptRole)
        box.addButton(Buttons.Cancel)
        return bool(dialog.exec() == QDialog.DialogCode.Accepted)

    def choose(self, title: str, choices: Sequence[tuple[str, str]]) -> str | None:
        """Ask for one of ``(id, name)`` choices; returns the id, or None."""
        dialog, box = self._dialog(title, "")
        listed = QListWidget()
        for choice, name in choices:
            item = QListWidgetItem(name)
            item.setData(USER_ROLE, choice)
            listed.addItem(item)
        listed.setCurrentRow(0)
        listed.setAccessibleName(title)
        listed.itemActivated.connect(lambda _item: dialog.accept())
        dialog.layout().insertWidget(2, listed)  # type: ignore[union-attr]
        box.addButton(Buttons.Ok)
        box.addButton(Buttons.Cancel)
        listed.setFocus()
        if dialog.exec() != QDialog.DialogCode.Accepted or listed.currentItem() is None:
            return None
        return str(listed.currentItem().data(USER_ROLE))

    def text(self, title: str, start: str) -> str | None:
        """Ask for a text; None if the user thinks better of it."""
        dialog, box = self._dialog(title, "")
        field = QPlainTextEdit(start)
        field.setTabChangesFocus(True)
        field.setAccessibleName(title)
        dialog.layout().insertWidget(2, field)  # type: ignore[union-attr]
        box.addButton(Buttons.Ok)
        box.addButton(Buttons.Cancel)
        field.setFocus()
        return field.toPlainText() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def open_files(self, title: str, folder: Path, pattern: str) -> list[Path]:
        """Ask for files that are there; an empty list if none was chosen."""
        found, _chosen = QFileDialog.getOpenFileNames(self._parent, title, str(folder), pattern)
        return [Path(path) for path in found]

    def save_file(self, title: str, start: Path, pattern: str) -> Path | None:
        """Ask where to write a file; None if the user thinks better of it."""
        found, _chosen = QFileDialog.getSaveFileName(self._parent, title, str(start), pattern)
        return Path(found) if found else None

    def printer(self, title: str) -> QPrinter | None:
        """Ask for a printer and its settings; None if the user thinks better of it."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._parent)
        dialog.setWindowTitle(title)
        return printer if dialog.exec() == QDialog.DialogCode.Accepted else None

    def work(self, title: str, steps: Iterator[tuple[int, int]]) -> bool:
        """Take steps that tell how much is done, of how much; False if the user stopped them.

        What takes longer than a second shows how far it is.
        """
        shown = QProgressDialog(title, _("Cancel"), 0, 0, self._parent)
        shown.setWindowTitle(title)
        shown.setWindowModality(Qt.WindowModality.WindowModal)
        shown.setMinimumDuration(PATIENCE_MS)
        shown.setMaximum(1)
        try:
            for done, count in steps:
                shown.setMaximum(count)
                shown.setValue(min(done, count - 1))
                if shown.wasCanceled():
                    return False
        finally:
            shown.reset()
            shown.deleteLater()
        return True

    def _dialog(self, title: str, text: str) -> tuple[QDialog, QDialogButtonBox]:
        dialog = QDialog(self._parent)
        dialog.setWindowTitle(title)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(heading(title))
        body = plain_label(text, wraps=True)
        body.setMinimumWidth(360)
        body.setVisible(bool(text))
        column.addWidget(body)
        box = QDialogButtonBox()
        box.accepted.connect(dialog.accept)
        box.rejected.connect(dialog.reject)
        column.addWidget(box)
        return dialog, box
