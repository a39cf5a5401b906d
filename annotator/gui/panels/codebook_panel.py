"""The codebook: labels by kind with their keys; choosing one marks."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.icons import IconButton
from annotator.gui.panels.label_editor import LabelEditor
from annotator.gui.panels.label_row import LabelRow
from annotator.gui.panels.passing_menu import passing_menu
from annotator.gui.panels.scrolled import scrolled
from annotator.gui.plain_text import heading, hint, set_tooltip
from annotator.gui.theme import OKABE_ITO
from annotator.model.codebook import free_key
from annotator.model.ids import LabelId
from annotator.model.kinds import LabelKind
from annotator.model.message import _
from annotator.model.records import Label

KINDS = (LabelKind.FIGURE, LabelKind.CLAIM, LabelKind.TOPIC)


class CodebookPanel(QWidget):
    """Shows the labels and says which was chosen, kept, hidden, edited or deleted."""

    label_chosen = Signal(str)
    sticky_changed = Signal(object)
    hidden_kinds_changed = Signal(object)
    label_saved = Signal(object, object)
    label_delete_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Labels"))
        self._labels: Sequence[Label] = ()
        self._language = "en"
        self._sticky: str | None = None
        self._hidden: set[LabelKind] = set()
        self.rows: dict[str, LabelRow] = {}
        self._headings: dict[LabelKind, QWidget] = {}
        self.nothing_found = hint(_("No label has such a name; + makes one."), wraps=True)
        self.nothing_found.setContentsMargins(12, 8, 12, 0)
        self.nothing_found.hide()
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Filter labels"))
        self.field.setAccessibleName(_("Filter labels"))
        set_tooltip(self.field, _("Enter marks with the first label that is shown"))
        self.field.textChanged.connect(lambda _text: self._filter())
        self.field.returnPressed.connect(self._choose_first)
        self.add_button = IconButton("plus", _("New label"))
        self.add_button.clicked.connect(lambda _on=False: self.start_new_label())
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 4, 0, 8)
        self._column.setSpacing(0)
        self._area = scrolled(self._list)
        self.editor = LabelEditor()
        self.editor.saved.connect(self._save)
        self.editor.cancelled.connect(self._close_editor)
        self.editor.hide()
        self._lay_out()
        self.setFocusProxy(self.field)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 12, 4)
        top.addWidget(self.field, 1)
        top.addWidget(self.add_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self.nothing_found)
        whole.addWidget(self._area, 1)
        whole.addWidget(self.editor, 1)

    # --- showing ---

    def show_labels(
        self, labels: Sequence[Label], uses: Mapping[LabelId, int], language: str
    ) -> None:
        """Show the labels in use, by kind."""
        self._labels, self._language = labels, language
        self.rows = {}
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for kind in KINDS:
            self._headings[kind] = self._kind_heading(kind)
            self._column.addWidget(self._headings[kind])
            for label in labels:
                if label.kind is kind and not label.retired:
                    self._column.addWidget(self._row(label))
        self._column.addStretch(1)
        self._lead_tab_through_rows()
        self.show_uses(uses)
        if self.field.text():
            self._filter()
        if self._sticky is not None and self._sticky not in self.rows:
            self.set_sticky(None)

    def _lead_tab_through_rows(self) -> None:
        """Let Tab go on from the field above to the rows, which were made later than the rest."""
        place: QWidget = self.add_button
        for widget in self._list.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(place, widget)
                place = widget

    def show_uses(self, uses: Mapping[LabelId, int]) -> None:
        """Show how many annotations carry each label."""
        for label_id, row in self.rows.items():
            row.show_uses(uses.get(LabelId(label_id), 0))

    def _row(self, label: Label) -> LabelRow:
        row = LabelRow(label, self._language)
        row.chosen.connect(self.label_chosen)
        row.pinned.connect(lambda it: self.set_sticky(None if it == self._sticky else it))
        row.menu_requested.connect(self._show_menu)
        row.set_sticky(is_sticky=label.id == self._sticky)
        self.rows[label.id] = row
        return row

    def _kind_heading(self, kind: LabelKind) -> QWidget:
        names = {
            LabelKind.FIGURE: (_("Figures"), _("Show or hide figures in the transcript")),
            LabelKind.CLAIM: (_("Claims"), _("Show or hide claims in the transcript")),
            LabelKind.TOPIC: (_("Topics"), _("Show or hide topics in the transcript")),
        }
        name, wish = names[kind]
        line = QWidget(self._list)
        row = QHBoxLayout(line)
        row.setContentsMargins(12, 8, 12, 0)
        row.addWidget(heading(name), 1)
        eye = IconButton("eye-off" if kind in self._hidden else "eye", wish)
        eye.setObjectName(f"hide_{kind.value}")
        eye.clicked.connect(lambda _on=False: self._toggle_kind(kind, eye))
        row.addWidget(eye)
        return line

    def _filter(self) -> None:
        """Show the labels named so, below the headings of their kinds."""
        wanted = self.field.text().casefold()
        found = set()
        for row in self.rows.values():
            is_named_so = wanted in " ".join(row.label.names.values()).casefold()
            row.setVisible(is_named_so)
            if is_named_so:
                found.add(row.label.kind)
        for kind, line in self._headings.items():
            line.setVisible(not wanted or kind in found)
        self.nothing_found.setVisible(bool(wanted) and not found)

    def _choose_first(self) -> None:
        """Choose the first label that the filter leaves, and show all again."""
        found = [row for row in self.rows.values() if not row.isHidden()]
        if self.field.text() and found:
            first = min(found, key=lambda row: KINDS.index(row.label.kind))
            self.field.clear()
            self.label_chosen.emit(first.label.id)

    # --- choosing ---

    def set_sticky(self, label_id: str | None) -> None:
        """Mark every selection with a label from now on; None ends that."""
        self._sticky = label_id
        for row_id, row in self.rows.items():
            row.set_sticky(is_sticky=row_id == label_id)
        self.sticky_changed.emit(label_id)

    def _toggle_kind(self, kind: LabelKind, eye: IconButton) -> None:
        self._hidden ^= {kind}
        eye.set_icon_name("eye-off" if kind in self._hidden else "eye")
        self.hidden_kinds_changed.emit(frozenset(self._hidden))

    def menu_for(self, label_id: str) -> QMenu:
        """Return the menu of a label."""
        label = self.rows[label_id].label
        menu = passing_menu(self)
        keep = menu.addAction(_("Mark every selection with it"))
        keep.setCheckable(True)
        keep.setChecked(self._sticky == label_id)
        keep.triggered.connect(lambda on: self.set_sticky(label_id if on else None))
        menu.addSeparator()
        menu.addAction(_("Edit…")).triggered.connect(lambda: self.edit_label(label))
        retire = menu.addAction(_("Retire: keep its marks, offer it no more"))
        retire.triggered.connect(lambda: self.label_saved.emit(label, replace(label, retired=True)))
        delete = menu.addAction(_("Delete…"))
        delete.triggered.connect(lambda: self.label_delete_requested.emit(label_id))
        return menu

    def _show_menu(self, label_id: str, at: QPoint) -> None:
        self.menu_for(label_id).popup(at)

    # --- editing ---

    def start_new_label(self) -> None:
        """Offer a form for a new label, with the first free key."""
        colour = list(OKABE_ITO.values())[len(self._labels) % len(OKABE_ITO)]
        fresh = Label(LabelId(""), LabelKind.FIGURE, {}, key=free_key(self._labels), colour=colour)
        self._open_editor(fresh, is_new=True)

    def edit_label(self, label: Label) -> None:
        """Offer a form for a label."""
        self._open_editor(label, is_new=False)

    def _open_editor(self, label: Label, *, is_new: bool) -> None:
        self.editor.form.make()
        self._area.hide()
        self.editor.show()
        self.editor.edit(label, is_new=is_new)

    def _close_editor(self) -> None:
        had_focus = self.editor.isAncestorOf(QApplication.focusWidget() or self)
        self.editor.hide()
        self._area.show()
        if had_focus:
            self.field.setFocus()

    def _save(self, before: Label | None, after: Label) -> None:
        """Say what was edited; what is refused stays on show, to be mended."""
        rows = self.rows
        if after != before:
            self.label_saved.emit(before, after)
        if after == before or self.rows is not rows:
            self._close_editor()
