"""The evidence held against a claim: one folded form for each piece."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.gui.icons import IconButton
from annotator.gui.panels.detail_fields import evidence_fields, form_values, with_values, words
from annotator.gui.panels.eliding_button import ElidingButton
from annotator.gui.panels.form import Form
from annotator.gui.panels.tab_order import tab_before
from annotator.gui.plain_text import heading
from annotator.model.ids import AnnotationId, EvidenceId
from annotator.model.message import _
from annotator.model.records import Evidence


class EvidenceList(QWidget):
    """Adds, edits and removes evidence; ``changed`` gives the piece before and after."""

    changed = Signal(object, object)
    link_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._claim = AnnotationId("")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(heading(_("Evidence")))
        self.add_button = QPushButton(_("Add evidence"))
        self.add_button.clicked.connect(self._add)
        self._column.addWidget(self.add_button)
        self.items: list[EvidenceItem] = []

    def show_evidence(self, claim: AnnotationId, pieces: Sequence[Evidence]) -> None:
        """Show the evidence of a claim; forms of pieces that stay are kept."""
        self._claim = claim
        if [item.evidence.id for item in self.items] == [piece.id for piece in pieces]:
            for item, piece in zip(self.items, pieces, strict=True):
                item.show_piece(piece)
            return
        for item in self.items:
            item.blockSignals(True)  # noqa: FBT003 - a piece that goes has no more to say
            item.setParent(None)
            item.deleteLater()
        self.items = [EvidenceItem(piece) for piece in pieces]
        for item in self.items:
            item.changed.connect(self.changed)
            item.link_requested.connect(self.link_requested)
            self._column.insertWidget(self._column.count() - 1, item)
            tab_before(self.add_button, item)

    def commit(self) -> None:
        """Say what is still being typed."""
        for item in self.items:
            item.form.commit()

    def _add(self) -> None:
        self.changed.emit(None, Evidence(EvidenceId(""), self._claim))


class EvidenceItem(QWidget):
    """One piece: a line that says what it is, and its form when unfolded."""

    changed = Signal(object, object)
    link_requested = Signal(str)

    def __init__(self, evidence: Evidence) -> None:
        super().__init__()
        self.evidence = evidence
        self._fold = ElidingButton()
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self._unfold)
        remove = IconButton("trash", _("Remove evidence"))
        remove.clicked.connect(lambda: self.changed.emit(self.evidence, None))
        line = QHBoxLayout()
        self.link = IconButton("go-to", _("Open the address in the browser"))
        self.link.clicked.connect(lambda: self.link_requested.emit(self.evidence.url))
        line.addWidget(self._fold, 1)
        line.addWidget(self.link)
        line.addWidget(remove)
        self.form = Form(evidence_fields())
        self.form.edited.connect(self._edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(self.form)
        self.show_piece(evidence)
        is_new = not (evidence.url or evidence.publisher or evidence.quote)
        self._fold.setChecked(is_new)
        self.form.setVisible(is_new)

    def show_piece(self, evidence: Evidence) -> None:
        """Show a piece of evidence."""
        self.evidence = evidence
        self.link.setVisible(bool(evidence.url))
        self.form.set_values(form_values(evidence))
        told = evidence.publisher or evidence.url or evidence.quote or _("New evidence")
        stance = words(evidence.stance.value)
        self._fold.show_text(_("{stance}: {source}").format(stance=stance, source=told))

    def _unfold(self, is_open: bool) -> None:  # noqa: FBT001 - a Qt signal passes it
        self.form.setVisible(is_open)

    def _edit(self, values: dict[str, str]) -> None:
        self.changed.emit(self.evidence, with_values(self.evidence, values))
