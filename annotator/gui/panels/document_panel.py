"""Left of the transcript: documents, their properties, and the turns of the one on show."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSplitter, QVBoxLayout, QWidget

from annotator.gui.icons import IconButton
from annotator.gui.panels.detail_fields import named
from annotator.gui.panels.document_list import DocumentList
from annotator.gui.panels.editors import Field
from annotator.gui.panels.form import Form
from annotator.gui.panels.passing_menu import passing_menu
from annotator.gui.panels.turn_list import TurnEntry, TurnList
from annotator.gui.plain_text import heading, hint, plain_label
from annotator.model.kinds import Role
from annotator.model.message import _
from annotator.model.records import Document, Speaker

LANGUAGES = ("zh-Hans", "zh-Hant", "en", "mul")
STATUSES = ("open", "in_progress", "done")


class DocumentPanel(QWidget):
    """Shows documents and turns; choices and changes come out as signals."""

    document_chosen = Signal(str)
    document_saved = Signal(object, object)
    document_moved = Signal(str, str)
    document_delete_requested = Signal(str)
    import_requested = Signal()
    correction_requested = Signal(str)
    turn_chosen = Signal(int)
    speaker_saved = Signal(object, object)
    turn_speaker_requested = Signal(str)
    turn_part_requested = Signal(str, str)
    turn_join_requested = Signal(str)
    turn_split_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = DocumentList()
        self.list.chosen.connect(self.document_chosen)
        self.list.moved.connect(self.document_moved)
        self.list.documents.renamed.connect(self._rename)
        self.list.customContextMenuRequested.connect(
            lambda at: self.document_menu().popup(self.list.viewport().mapToGlobal(at))
        )
        self.turns = TurnList()
        self.turns.chosen.connect(self.turn_chosen)
        self.turns.customContextMenuRequested.connect(
            lambda at: self.turn_menu().popup(self.turns.viewport().mapToGlobal(at))
        )
        self._nothing = self._empty_state()
        self.progress = plain_label(wraps=True)
        self.progress.setMargin(8)
        self.properties = _PropertiesForm()
        self.properties.saved.connect(self.document_saved)
        self.speaker_form = _SpeakerForm()
        self.speaker_form.saved.connect(self.speaker_saved)
        self._lay_out()

    def _lay_out(self) -> None:
        upper = self._section(_("Documents"), "import", self.import_requested.emit)
        lower = self._lower = self._section(_("Turns"), "", None)
        parts: tuple[tuple[QWidget, tuple[QWidget, ...]], ...] = (
            (upper, (self._nothing, self.list, self.properties)),
            (lower, (self.turns, self.speaker_form, self.progress)),
        )
        for section, widgets in parts:
            for widget in widgets:
                section.layout().addWidget(widget)  # type: ignore[union-attr]
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(upper)
        split.addWidget(lower)
        split.setSizes([240, 420])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(split)

    def _empty_state(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 4, 12, 12)
        column.setSpacing(8)
        text = _("No transcripts yet. Import some, or drop files here.")
        column.addWidget(hint(text, wraps=True))
        button = QPushButton(_("Import transcripts…"))
        button.clicked.connect(lambda _on=False: self.import_requested.emit())
        column.addWidget(button)
        column.addStretch(1)
        return page

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Hand the focus on to the list; a focus proxy would hide the button above from Tab."""
        self.list.setFocus()

    def _section(self, title: str, icon: str, slot: object) -> QWidget:
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 8, 4)
        row.addWidget(heading(title), 1)
        if icon and callable(slot):
            button = IconButton(icon, _("Import transcripts…"), "Ctrl+I")
            button.clicked.connect(lambda _on=False: slot())
            row.addWidget(button)
        column.addLayout(row)
        return section

    # --- showing ---

    def show_documents(self, documents: Sequence[Document], current: str) -> None:
        """Show the documents, one of them as the one on show."""
        self.list.documents.show_documents(documents)
        self.list.select(current)
        self.properties.follow(documents)
        self.list.setVisible(bool(documents))
        self._nothing.setVisible(not documents)
        self._lower.setVisible(bool(documents))

    def show_turns(self, entries: Sequence[TurnEntry]) -> None:
        """Show the turns of the document on show."""
        self.turns.show_turns(entries)
        self.speaker_form.follow(entry.speaker for entry in entries if entry.speaker)

    def set_current_turn(self, row: int) -> None:
        """Show which turn is read."""
        if row != self.turns.turns.current:
            self.turns.turns.set_current(row)
            self.turns.scrollTo(self.turns.turns.index(row))

    def show_progress(self, text: str) -> None:
        """Say how far the work on the document is."""
        self.progress.setText(text)

    def focus_turns(self) -> None:
        """Put the focus on the list of turns."""
        self.turns.setFocus()

    # --- menus ---

    def document_menu(self) -> QMenu:
        """Return what can be done with the current document."""
        menu = passing_menu(self)
        document = self.list.current()
        menu.addAction(_("Import transcripts…")).triggered.connect(self.import_requested)
        if document is None:
            return menu
        menu.addSeparator()
        rename = menu.addAction(_("Rename"))
        rename.triggered.connect(lambda: self.list.edit(self.list.currentIndex()))
        edit = menu.addAction(_("Properties"))
        edit.triggered.connect(lambda: self.properties.edit(document))
        for text, row in ((_("Move up"), -1), (_("Move down"), 2)):
            move = menu.addAction(text)
            move.setEnabled(self.list.has_place(row))
            move.triggered.connect(lambda _on=False, row=row: self.list.move_current(row))
        correct = menu.addAction(_("Bring in a corrected transcript…"))
        correct.triggered.connect(lambda: self.correction_requested.emit(document.id))
        delete = menu.addAction(_("Delete…"))
        delete.triggered.connect(lambda: self.document_delete_requested.emit(document.id))
        return menu

    def turn_menu(self) -> QMenu:
        """Return what can be done with the current turn."""
        menu = passing_menu(self)
        entry = self.turns.current()
        if entry is None:
            return menu
        turn, speaker = entry.turn, entry.speaker
        if speaker is not None:
            edit = menu.addAction(_("Rename speaker everywhere…"))
            edit.triggered.connect(lambda: self.speaker_form.edit(speaker))
        assign = menu.addAction(_("Give to another speaker…"))
        assign.triggered.connect(lambda: self.turn_speaker_requested.emit(turn.id))
        for part, text in (("lead", _("Is the opening")), ("boilerplate", _("Is closing text"))):
            action = menu.addAction(text)
            action.triggered.connect(
                lambda _on=False, part=part: self.turn_part_requested.emit(turn.id, part)
            )
        menu.addSeparator()
        join = menu.addAction(_("Join with the turn before"))
        join.triggered.connect(lambda: self.turn_join_requested.emit(turn.id))
        menu.addAction(_("Split at the cursor")).triggered.connect(self.turn_split_requested)
        return menu

    def _rename(self, document: Document, title: str) -> None:
        if title != document.title:
            self.document_saved.emit(document, replace(document, title=title))


class _PropertiesForm(QWidget):
    """The properties of one document, edited in place."""

    saved = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._document: Document | None = None
        self.form = Form(
            [
                Field("title", _("Title")),
                Field("date", _("Date"), "date", hint="2026-01-05"),
                Field("place", _("Place")),
                Field("language", _("Language"), "choice", [(c, c) for c in LANGUAGES]),
                Field("group", _("Group")),
                Field("status", _("Status"), "choice", named(STATUSES), is_required=True),
                Field("attributes", _("More"), "long", hint=_("name: value, one a line")),
            ],
            is_late=True,
        )
        self.form.edited.connect(self._save)
        _fold_into(self, self.form)

    def edit(self, document: Document) -> None:
        """Show a document's properties."""
        self._show(document)
        self.show()
        self.form.focus_first()

    def follow(self, documents: Sequence[Document]) -> None:
        """Show what has become of the document; fold away if it is gone."""
        if self._document is None:
            return
        document = next((d for d in documents if d.id == self._document.id), None)
        if document is None:
            self._document = None
            self.hide()
        else:
            self._show(document)

    def _show(self, document: Document) -> None:
        self._document = document
        values = {name: str(getattr(document, name)) for name in self.form.editors}
        self.form.set_values(values | {"attributes": _attribute_lines(document)})

    def _save(self, values: dict[str, str]) -> None:
        if (before := self._document) is None:
            return
        attributes = before.attributes
        if values["attributes"] != _attribute_lines(before):
            attributes = _attributes_of(values["attributes"])
        kept = {name: value for name, value in values.items() if name != "attributes"}
        self.saved.emit(before, replace(before, **kept, attributes=attributes))  # type: ignore[arg-type]
        if self._document is before:  # it was refused: show what it still is
            self._show(before)


def _attribute_lines(document: Document) -> str:
    return "\n".join(f"{name}: {value}" for name, value in document.attributes.items())


def _attributes_of(lines: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in lines.splitlines())
    return {name.strip(): value.strip() for name, _colon, value in pairs if name.strip()}


class _SpeakerForm(QWidget):
    """One speaker, edited in place for all their turns."""

    saved = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._speaker: Speaker | None = None
        roles = named(list(Role))
        self.form = Form(
            [
                Field("name", _("Name")),
                Field("role", _("Role"), "choice", roles, is_required=True),
                Field("affiliation", _("Affiliation")),
                Field("title", _("Title")),
            ],
            is_late=True,
        )
        self.form.edited.connect(self._save)
        _fold_into(self, self.form)

    def edit(self, speaker: Speaker) -> None:
        """Show a speaker."""
        self._show(speaker)
        self.show()
        self.form.focus_first()

    def follow(self, speakers: Iterable[Speaker]) -> None:
        """Show what has become of the speaker; fold away if they no longer speak."""
        if self._speaker is None:
            return
        speaker = next((s for s in speakers if s.id == self._speaker.id), None)
        if speaker is None:
            self._speaker = None
            self.hide()
        else:
            self._show(speaker)

    def _show(self, speaker: Speaker) -> None:
        self._speaker = speaker
        self.form.set_values({name: str(getattr(speaker, name)) for name in self.form.editors})

    def _save(self, values: dict[str, str]) -> None:
        if (before := self._speaker) is None:
            return
        after = replace(before, **(values | {"role": Role(values["role"])}))  # type: ignore[arg-type]
        self.saved.emit(before, after)
        if self._speaker is before:  # it was refused: show who it still is
            self._show(before)


def _fold_into(owner: QWidget, form: Form) -> None:
    """Put a form with a button that closes it into a widget that starts hidden."""
    column = QVBoxLayout(owner)
    column.setContentsMargins(12, 8, 12, 8)
    column.addWidget(form)
    done = QPushButton(_("Done"))
    done.clicked.connect(lambda _on=False: form.commit())
    done.clicked.connect(lambda _on=False: owner.hide())
    column.addWidget(done, 0, Qt.AlignmentFlag.AlignRight)
    owner.hide()
