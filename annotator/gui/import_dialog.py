"""What an import would bring in, file by file, before it is done."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.formats.registry import FORMATS
from annotator.gui.on_screen import resize_within_screen
from annotator.gui.panels.detail_fields import words
from annotator.gui.panels.turn_list import name_of_part
from annotator.gui.plain_text import heading, plain_label, tooltip, visible
from annotator.model.kinds import Role
from annotator.model.message import _, fill
from annotator.reading.sources import SOURCES
from annotator.workspace.importing import AS_GUESSED, ReadAs
from annotator.workspace.previewing import Preview, PreviewedTurn

ENCODINGS = ("utf-8", "utf-16", "gb18030", "big5", "shift_jis", "euc_kr", "cp1252", "latin-1")
KNOWN_ROLES = {role.value for role in Role if role is not Role.UNKNOWN}
NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ImportDialog(QDialog):
    """Shows previews as they come; emits what a person says of files, and whether to go on.

    ``read_as_changed`` has the files that must be looked at again.
    """

    read_as_changed = Signal(object)
    import_requested = Signal()

    def __init__(self, paths: Sequence[Path], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import"))
        self.paths = tuple(paths)
        self.own: dict[Path, ReadAs] = {}
        self._places = {path: place for place, path in enumerate(paths)}
        self._rows: list[tuple[Path, Preview]] = []
        self._fresh = 0
        self.progress = plain_label()
        self.table = _table()
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setAccessibleName(_("What was found"))
        self.encoding = _box(_("Encoding"), [(name, name) for name in ENCODINGS])
        sources = [(source.name, str(source.title)) for source in SOURCES]
        formats = [(known.name, str(known.title)) for known in FORMATS if known.reads]
        self.format = _box(_("Format"), [*sources, *formats])
        self.for_all = QCheckBox(_("for all files"))
        self.import_button = QPushButton(_("Import"))
        self.import_button.setDefault(True)
        self.cancel_button = QPushButton(_("Cancel"))
        self._lay_out()
        self.show_progress(0)
        self.table.currentCellChanged.connect(lambda *_cells: self._show_details())
        self.encoding.activated.connect(lambda _index: self._say())
        self.format.activated.connect(lambda _index: self._say())
        self.import_button.clicked.connect(lambda _on=False: self._go_on())
        self.cancel_button.clicked.connect(lambda _on=False: self.reject())
        self.table.setFocus()

    def _lay_out(self) -> None:
        said = QHBoxLayout()
        for name, box in ((_("Encoding"), self.encoding), (_("Format"), self.format)):
            label = plain_label(name)
            label.setBuddy(box)
            said.addWidget(label)
            said.addWidget(box)
        said.addWidget(self.for_all)
        said.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.progress, 1)
        buttons.addWidget(self.import_button)
        buttons.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(heading(_("What the files hold")))
        column.addWidget(self.table, 2)
        column.addWidget(self.details, 1)
        column.addLayout(said)
        column.addLayout(buttons)
        resize_within_screen(self, 940, 640)

    # --- showing ---

    def add(self, path: Path, preview: Preview) -> None:
        """Show one document or file; ``path`` is what was chosen, perhaps an archive around it."""
        row = self._place_for(path)
        self._rows.insert(row, (path, preview))
        self._fresh += preview.is_new
        self.table.insertRow(row)
        for column, cell in enumerate(_cells(preview)):
            item = QTableWidgetItem(visible(cell))
            item.setToolTip(tooltip(cell))
            if column in (3, 4):
                item.setTextAlignment(NUMBER)
            self.table.setItem(row, column, item)
        if self.table.currentRow() < 0:
            self.table.selectRow(0)

    def _place_for(self, path: Path) -> int:
        """Return the row behind those of the same or an earlier choice."""
        return bisect_right(self._rows, self._places[path], key=lambda row: self._places[row[0]])

    def forget(self, paths: Sequence[Path]) -> None:
        """Take away what was found in files that are looked at again."""
        again = set(paths)
        if again.issuperset(self.paths):
            self._rows, self._fresh = [], 0
            self.table.setRowCount(0)
        for row in reversed(range(len(self._rows))):
            if self._rows[row][0] in again:
                self._fresh -= self._rows.pop(row)[1].is_new
                self.table.removeRow(row)

    def show_progress(self, done: int) -> None:
        """Say how many of the chosen files were looked at."""
        if done < len(self.paths):
            text = _("Looked at {done} of {count} files; new documents so far: {fresh}")
        else:
            text = _("{count} {count|file|files}, {fresh} new {fresh|document|documents}")
        counts = {"done": done, "count": len(self.paths), "fresh": self._fresh}
        is_done = done >= len(self.paths)
        others = self._others() if is_done else ()
        self.progress.setText("; ".join((fill(text, counts), *others)))
        is_useful = self._fresh or any(preview.exchange for preview in self.previews)
        self.import_button.setEnabled(not is_done or bool(is_useful))

    def _others(self) -> Iterator[str]:
        """Yield how many texts and files bring nothing in, and why."""
        known = sum(bool(preview.known or preview.repeats) for preview in self.previews)
        unread = sum(preview.problem is not None for preview in self.previews)
        for text, count in ((_("{count} there already"), known), (_("{count} not read"), unread)):
            if count:
                yield fill(text, {"count": count})

    @property
    def previews(self) -> list[Preview]:
        """What is shown, in the order of the rows."""
        return [preview for _path, preview in self._rows]

    def _current(self) -> tuple[Path, Preview] | None:
        row = self.table.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def _show_details(self) -> None:
        current = self._current()
        self.details.setPlainText(visible(_details(current[1])) if current else "")
        if current:
            read_as = self.own.get(current[0], AS_GUESSED)
            self.encoding.setCurrentIndex(max(0, self.encoding.findData(read_as.encoding or "")))
            self.format.setCurrentIndex(max(0, self.format.findData(read_as.format_name or "")))

    # --- what a person says ---

    def _say(self) -> None:
        """Keep what is said of the current file, or of all."""
        current = self._current()
        if current is None:
            return
        encoding, name = self.encoding.currentData(), self.format.currentData()
        read_as = replace(AS_GUESSED, encoding=encoding or None, format_name=name or None)
        paths = self.paths if self.for_all.isChecked() else (current[0],)
        self.own |= dict.fromkeys(paths, read_as)
        self.read_as_changed.emit(paths)

    def _go_on(self) -> None:
        self.import_requested.emit()
        self.accept()


def _table() -> QTableWidget:
    headings = (_("File"), _("Title"), _("Language"), _("Characters"), _("Turns"), _("What"))
    table = QTableWidget(0, len(headings))
    table.setAccessibleName(_("Files"))
    table.setHorizontalHeaderLabels(list(headings))
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    table.horizontalHeader().setDefaultAlignment(left)
    table.horizontalHeader().setHighlightSections(False)
    for column, width in enumerate((200, 240, 80, 90, 60)):
        table.setColumnWidth(column, width)
    table.horizontalHeader().setSectionResizeMode(5, QHeaderView.ResizeMode.Stretch)
    return table


def _box(name: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.addItem(_("as found"), "")
    for value, text in choices:
        box.addItem(text, value)
    return box


def _cells(preview: Preview) -> tuple[str, ...]:
    if preview.problem or preview.exchange:
        return preview.source_name, "", "", "", "", _what(preview)
    counts = f"{preview.characters:,}", f"{preview.turn_count:,}"
    return preview.source_name, preview.title, preview.language, *counts, _what(preview)


def _what(preview: Preview) -> str:
    """Say what would become of a file."""
    if preview.problem:
        return str(preview.problem)
    if preview.exchange:
        return _("annotations: {format}").format(format=preview.exchange)
    if preview.known:
        return _("in the project as {title}").format(title=preview.known.title)
    if preview.repeats:
        return _("the same as {name}").format(name=preview.repeats)
    return _("new")


def _turn_line(turn: PreviewedTurn) -> str:
    """Return who speaks, and as what if that is known, with how they begin."""
    who = turn.speaker or name_of_part(turn.role)
    is_known = turn.speaker and turn.role in KNOWN_ROLES
    return f"{who} ({words(turn.role)}): {turn.words}" if is_known else f"{who}: {turn.words}"


def _details(preview: Preview) -> str:
    """Return the first lines and the turns, one a line."""
    if preview.problem:
        return str(preview.problem)
    told: Mapping[str, str] = {
        _("Date"): preview.date,
        _("Encoding"): preview.encoding,
    }
    lines = [f"{name}: {text}" for name, text in told.items() if text]
    lines += ["", *preview.first_lines, ""]
    for turn in preview.turns:
        lines.append(_turn_line(turn))
    if more := preview.turn_count - len(preview.turns):
        lines.append(fill(_("and {count} more {count|turn|turns}"), {"count": more}))
    return "\n".join(lines).strip()
