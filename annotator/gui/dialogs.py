"""The only place for dialogs; tests put their own answers in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QFontDatabase,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QProgressDialog,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.on_screen import resize_within_screen
from annotator.gui.plain_text import heading, plain_label
from annotator.model.message import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Buttons = QDialogButtonBox.StandardButton
ButtonRole = QDialogButtonBox.ButtonRole
USER_ROLE = 0x0100
WEB = ("http", "https")
PATIENCE_MS = 1000


class Prompts:
    """Asks and tells; every text is shown as it is, never as markup."""

    def __init__(self) -> None:
        self._parent: QWidget | None = None

    def set_parent(self, parent: QWidget) -> None:
        """Show dialogs over this window."""
        self._parent = parent

    @property
    def _over(self) -> QWidget | None:
        """The window's dialog that is in use, else the window: it gets the focus back."""
        active = QApplication.activeWindow()
        above = active.parentWidget() if isinstance(active, QDialog) else None
        return active if above is not None and above.window() is self._parent else self._parent

    # --- telling ---

    def tell(self, title: str, text: str) -> None:
        """Say something that must be read."""
        dialog, box = self._dialog(title, text)
        box.addButton(Buttons.Ok)
        dialog.exec()

    def crash(self, details: str, log: Path, kept: Path | None = None) -> None:
        """Say that something went wrong that nobody foresaw; offer details and the log.

        ``kept`` is where a recovery copy of the project was put.
        """
        text = _(
            "Something went wrong in the program. What was saved before is safe in the file; "
            "changes that the window calls not saved are only here. You can go on, or close and "
            "start again."
        )
        if kept:
            text += "\n" + _("A recovery copy was kept: {path}").format(path=kept)
        dialog, box = self._dialog(_("Unforeseen error"), text)
        shown = QPlainTextEdit(details)
        shown.setReadOnly(True)
        shown.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        shown.setAccessibleName(_("Details"))
        dialog.layout().insertWidget(2, shown)  # type: ignore[union-attr]
        copy = box.addButton(_("Copy details"), ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        show = box.addButton(_("Show the log"), ButtonRole.ActionRole)
        show.clicked.connect(lambda: self.open_address(QUrl.fromLocalFile(str(log))))
        box.addButton(_("Go on"), ButtonRole.AcceptRole)
        resize_within_screen(dialog, 640, 400)
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
        text = _("Digits and letters are keys of labels; these are for everything else.")
        dialog, box = self._dialog(_("Keys"), text)
        shown = _table([_("Command"), _("Keys")], table)
        shown.setAccessibleName(_("Keys"))
        dialog.layout().insertWidget(2, shown)  # type: ignore[union-attr]
        box.addButton(Buttons.Close).clicked.connect(dialog.accept)
        resize_within_screen(dialog, 760, 640)
        dialog.exec()

    # --- asking ---

    def confirm(self, title: str, text: str, action: str, *, is_loss: bool = False) -> bool:
        """Ask before something that cannot be seen to be taken back; True for ``action``.

        Where something would be lost for good, Enter alone does not do it.
        """
        dialog, box = self._dialog(title, text)
        box.addButton(action, ButtonRole.AcceptRole)
        cancel = box.addButton(Buttons.Cancel)
        if is_loss:
            cancel.setDefault(True)
            cancel.setFocus()
        return bool(dialog.exec() == QDialog.DialogCode.Accepted)

    def compare(
        self, title: str, text: str, rows: Sequence[tuple[str, str, str]], *, may_choose: bool
    ) -> bool:
        """Show own and others' values by field; True if the user's own shall hold."""
        dialog, box = self._dialog(title, text)
        shown = _table([_("Field"), _("Yours"), _("Theirs")], rows)
        shown.setAccessibleName(title)
        dialog.layout().insertWidget(2, shown)  # type: ignore[union-attr]
        if may_choose:
            box.addButton(_("Use mine"), ButtonRole.AcceptRole)
        box.addButton(_("Keep theirs"), ButtonRole.RejectRole).setDefault(True)
        resize_within_screen(dialog, 640, 360)
        return bool(dialog.exec() == QDialog.DialogCode.Accepted)

    def pick_row(
        self, title: str, headings: Sequence[str], rows: Sequence[Sequence[str]], action: str
    ) -> int | None:
        """Ask for one row of a table; returns its number, or None."""
        dialog, box = self._dialog(title, "")
        shown = _table(headings, rows)
        shown.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        shown.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        shown.setAccessibleName(title)
        shown.selectRow(0)
        shown.cellActivated.connect(lambda _row, _column: dialog.accept())
        dialog.layout().insertWidget(2, shown)  # type: ignore[union-attr]
        box.addButton(action, ButtonRole.AcceptRole)
        box.addButton(Buttons.Cancel)
        shown.setFocus()
        resize_within_screen(dialog, 860, 420)
        is_picked = dialog.exec() == QDialog.DialogCode.Accepted and shown.currentRow() >= 0
        return shown.currentRow() if is_picked else None

    def open_link(self, address: str) -> bool:
        """Open an address from a project in the browser, after asking; only the web's own.

        Returns whether it was opened.
        """
        url = QUrl(address.strip(), QUrl.ParsingMode.StrictMode)
        if url.scheme().lower() not in WEB or not url.host():
            self.tell(
                _("This address is not opened"),
                _(
                    "Only addresses that begin with http:// or https:// are opened, not {address}"
                ).format(address=address),
            )
            return False
        question = _("The address leads to {host}:\n{address}").format(
            host=url.host(), address=url.toString()
        )
        if not self.confirm(_("Open in the browser?"), question, _("Open")):
            return False
        self.open_address(url)
        return True

    def open_address(self, url: QUrl) -> None:
        """Hand an address to the system."""
        QDesktopServices.openUrl(url)

    def choose(
        self, title: str, choices: Sequence[tuple[str, str]], now: str | None = None
    ) -> str | None:
        """Ask for one of ``(id, name)`` choices, beginning at the one ``now``; returns the id."""
        dialog, box = self._dialog(title, "")
        listed = QListWidget()
        listed.ensurePolished()  # else rows are measured before they have their style
        for choice, name in choices:
            item = QListWidgetItem(name)
            item.setData(USER_ROLE, choice)
            listed.addItem(item)
        ids = [choice for choice, _name in choices]
        listed.setCurrentRow(ids.index(now) if now in ids else 0)
        listed.setAccessibleName(title)
        listed.itemActivated.connect(lambda _item: dialog.accept())
        dialog.layout().insertWidget(2, listed)  # type: ignore[union-attr]
        box.addButton(Buttons.Ok)
        box.addButton(Buttons.Cancel)
        listed.setFocus()
        if dialog.exec() != QDialog.DialogCode.Accepted or listed.currentItem() is None:
            return None
        return str(listed.currentItem().data(USER_ROLE))

    def line(self, title: str, start: str) -> str | None:
        """Ask for one line, such as a name; None if the user thinks better of it."""
        dialog, box = self._dialog(title, "")
        field = QLineEdit(start)
        field.setAccessibleName(title)
        field.selectAll()
        dialog.layout().insertWidget(2, field)  # type: ignore[union-attr]
        box.addButton(Buttons.Ok)
        box.addButton(Buttons.Cancel)
        field.setFocus()
        return field.text().strip() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def text(self, title: str, start: str) -> str | None:
        """Ask for a text of any lines; None if the user thinks better of it."""
        dialog, box = self._dialog(title, "")
        field = QPlainTextEdit(start)
        field.setTabChangesFocus(True)
        field.setAccessibleName(title)
        dialog.layout().insertWidget(2, field)  # type: ignore[union-attr]
        box.addButton(Buttons.Ok)
        box.addButton(Buttons.Cancel)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), field).activated.connect(dialog.accept)
        field.setFocus()
        return field.toPlainText() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def open_files(self, title: str, folder: Path, pattern: str) -> list[Path]:
        """Ask for files that are there; an empty list if none was chosen."""
        found, _chosen = QFileDialog.getOpenFileNames(self._over, title, str(folder), pattern)
        return [Path(path) for path in found]

    def save_file(self, title: str, start: Path, pattern: str) -> Path | None:
        """Ask where to write a file; None if the user thinks better of it."""
        found, _chosen = QFileDialog.getSaveFileName(self._over, title, str(start), pattern)
        return Path(found) if found else None

    def printer(self, title: str) -> QPrinter | None:
        """Ask for a printer and its settings; None if the user thinks better of it."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._over)
        dialog.setWindowTitle(title)
        return printer if dialog.exec() == QDialog.DialogCode.Accepted else None

    def show(self, dialog: QDialog) -> None:
        """Show a dialog beside the window, which stays usable."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def work(self, title: str, steps: Iterator[tuple[int, int]]) -> bool:
        """Take steps that tell how much is done, of how much; False if the user stopped them.

        What takes longer than a second shows how far it is.
        """
        shown = self._progress(title)
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

    def _progress(self, title: str) -> QProgressDialog:
        shown = QProgressDialog(title, _("Cancel"), 0, 0, self._over)
        shown.setWindowTitle(title)
        shown.setWindowModality(Qt.WindowModality.WindowModal)
        shown.setMinimumDuration(PATIENCE_MS)
        shown.setMaximum(1)
        return shown

    def _dialog(self, title: str, text: str) -> tuple[QDialog, QDialogButtonBox]:
        dialog = QDialog(self._over)
        dialog.setWindowTitle(title)
        dialog.setAccessibleDescription(text)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(heading(title))
        body = plain_label(text, wraps=True)
        body.setMinimumWidth(360)
        body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        body.setVisible(bool(text))
        column.addWidget(body)
        box = QDialogButtonBox()
        box.accepted.connect(dialog.accept)
        box.rejected.connect(dialog.reject)
        column.addWidget(box)
        return dialog, box


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> QTableWidget:
    """Return a table that only shows."""
    shown = QTableWidget(len(rows), len(headings))
    shown.setHorizontalHeaderLabels(list(headings))
    shown.verticalHeader().hide()
    shown.setShowGrid(False)
    shown.setAlternatingRowColors(True)
    shown.setTabKeyNavigation(False)
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    shown.horizontalHeader().setDefaultAlignment(left)
    shown.horizontalHeader().setHighlightSections(False)
    shown.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            shown.setItem(row, column, QTableWidgetItem(cell))
    shown.resizeColumnsToContents()
    shown.horizontalHeader().setStretchLastSection(True)
    return shown
