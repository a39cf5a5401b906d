"""What an export is asked: the format, what of the project, how; beside it what is lost."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.formats.base import Format, Options, Selection
from annotator.formats.offsets import OffsetUnit
from annotator.formats.splits import SPLITS, SplitPart
from annotator.gui.on_screen import resize_within_screen
from annotator.gui.panels.detail_fields import review_states
from annotator.gui.panels.editors import Choices, Field, FlagsEditor
from annotator.gui.panels.form import Form, Values
from annotator.gui.panels.rows import ENTER
from annotator.gui.plain_text import heading, plain_label, visible
from annotator.model.message import _, fill
from annotator.workspace.exporting import Exporting, missing_extra
from annotator.workspace.exporting_beside import LossesFound, Progress

ROLE = Qt.ItemDataRole.UserRole
DEFAULTS = {"scheme": "bio", "shares": "80,10,10", "seed": "0"}
FILTERS = ("kind", "label", "status", "author", "speaker", "document", "review")
Shares = tuple[int, int, int]


class LossTree(QTreeWidget):
    """The losses by their reasons; a click on one asks to be shown it."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setAccessibleName(_("What the file will not hold"))
        self._groups: dict[str, QTreeWidgetItem] = {}
        self._counts: Mapping[str, int] = {}
        self.hide()
        self.itemActivated.connect(lambda item, _column: self._choose(item))
        self.itemClicked.connect(lambda item, _column: self._choose(item))

    def start(self) -> None:
        """Forget what was listed; there is nothing to see until something is lost."""
        self.hide()
        self.clear()
        self._groups, self._counts = {}, {}

    def show_found(self, found: LossesFound) -> None:
        """Show how many losses each reason has, and list those that are told one by one."""
        self._counts = found.counts
        self.setVisible(bool(found.counts))
        for reason, count in found.counts.items():
            if reason not in self._groups:
                self._groups[reason] = QTreeWidgetItem(self)
            self._groups[reason].setText(0, f"{count:,} × {reason}")
        for loss, where in found.fresh:
            item = QTreeWidgetItem(self._groups[str(loss.reason)], [visible(where)])
            item.setData(0, ROLE, loss)

    @property
    def count(self) -> int:
        """How many losses there are."""
        return sum(self._counts.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter from reaching the dialog, where it would also begin the export."""
        super().keyPressEvent(event)
        if event.key() in ENTER:
            event.accept()

    def _choose(self, item: QTreeWidgetItem) -> None:
        loss = item.data(0, ROLE)
        if loss is None:
            item.setExpanded(not item.isExpanded())
        else:
            self.chosen.emit(loss)


class ProgressRow(QWidget):
    """How far an export is, and a button that stops it."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.bar = QProgressBar()
        self.bar.setAccessibleName(_("Export"))
        self.stop_button = QPushButton(_("Stop"))
        self.stop_button.clicked.connect(lambda _on=False: self.stopped.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop_button)
        self.hide()

    def begin(self) -> None:
        """Show that it is not known yet how far it is."""
        self.bar.setRange(0, 0)
        self.show()


class ExportDialog(QDialog):
    """Emits ``changed`` when something else is chosen, ``export_requested`` to go on."""

    changed = Signal()
    export_requested = Signal()
    stop_requested = Signal()

    def __init__(
        self, formats: Sequence[Format], offers: Mapping[str, Choices], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        self._formats = {known.name: known for known in formats}
        self.list = _list_of(formats)
        self.description = plain_label(wraps=True)
        self.filters = Form(_filter_fields(offers))
        self.options = Form(_option_fields())
        self.options.set_values(DEFAULTS)
        self.chosen_text = plain_label(wraps=True)
        self.losses = LossTree()
        self.loss_text = plain_label(wraps=True)
        self.outcome = plain_label(wraps=True)
        self.outcome.setAccessibleName(_("Result"))
        self.progress = ProgressRow()
        self.export_button = QPushButton(_("Export…"))
        self.export_button.setDefault(True)
        self.close_button = QPushButton(_("Close"))
        self._lay_out()
        self.list.setCurrentRow(0)
        self._show_format()
        self.list.currentRowChanged.connect(lambda _row: self._follow_format())
        self.filters.edited.connect(lambda _values: self._follow_filters())
        self.options.edited.connect(self._follow_options)
        self.export_button.clicked.connect(lambda _on=False: self._ask())
        self.progress.stopped.connect(self.stop_requested)
        self.close_button.clicked.connect(lambda _on=False: self.reject())
        self.list.setFocus()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(20)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(heading(_("Format")))
        left.addWidget(self.list, 1)
        row.addLayout(left, 1)
        row.addLayout(self._choices(), 3)
        resize_within_screen(self, 980, 720)

    def _choices(self) -> QVBoxLayout:
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.description)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        left = _titled(_("What to export"), self.filters, self.chosen_text)
        for column in (left, _titled(_("How"), self.options)):
            column.addStretch(1)
            columns.addLayout(column, 1)
        right.addLayout(columns)
        right.addSpacing(8)
        right.addWidget(heading(_("What the file will not hold")))
        right.addWidget(self.loss_text)
        right.addWidget(self.losses, 1)
        right.addStretch()
        right.addWidget(self.outcome)
        buttons = QHBoxLayout()
        buttons.addWidget(self.progress, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.export_button)
        buttons.addWidget(self.close_button)
        right.addLayout(buttons)
        return right

    # --- what is chosen ---

    @property
    def format(self) -> Format:
        """The chosen format."""
        return self._formats[str(self.list.currentItem().data(ROLE))]

    def exporting(self) -> Exporting:
        """Return what is to be exported and how."""
        wanted, how = self.filters.values(), self.options.values()
        shares, seed = _shares(how["shares"]), _whole(how["seed"])
        split = next((name for name in SPLITS if name == wanted["split"]), None)
        part = SplitPart(split, shares, seed) if split else None
        selection = Selection(**{name: wanted[name] or None for name in FILTERS}, split=part)
        flags = how["flags"].split()
        known = self.format
        unit = OffsetUnit(how["unit"]) if how["unit"] in known.offset_units else None
        options = Options(
            "byte_order_mark" in flags,
            unit,
            "bilou" if how["scheme"] == "bilou" else "bio",
            shares,
            seed,
        )
        return Exporting(known, selection, options, has_pseudonyms="pseudonyms" in flags)

    def state(self) -> dict[str, str]:
        """Return the settings that are worth remembering: not what is meant of this project."""
        return {"format": self.format.name} | self.options.values()

    def restore(self, state: Values) -> None:
        """Choose what was chosen before."""
        names = list(self._formats)
        if state.get("format") in names:
            self.list.setCurrentRow(names.index(state["format"]))
        self.options.set_values(DEFAULTS | {k: v for k, v in state.items() if v and k != "format"})
        self._show_format()

    # --- showing ---

    def _follow_format(self) -> None:
        self._show_format()
        self.changed.emit()

    def _follow_filters(self) -> None:
        self._enable_heeded()
        self.changed.emit()

    def _follow_options(self, values: Values) -> None:
        """Show shares and seed as they are taken: what is none becomes the usual."""
        shares = ",".join(map(str, _shares(values["shares"])))
        seed = str(_whole(values["seed"]))
        self.options.set_values({**values, "shares": shares, "seed": seed})
        self.changed.emit()

    def _show_format(self) -> None:
        known = self.format
        missing = missing_extra(known)
        lines = [_("Not in the file:"), str(known.loses), str(missing) if missing else ""]
        self.description.setText("\n".join(line for line in lines if line))
        self.export_button.setEnabled(missing is None and self.progress.isHidden())
        units = [(unit.value, name) for unit, name in unit_names() if unit in known.offset_units]
        self.options.set_choices("unit", units)
        if self.options.values()["unit"] not in known.offset_units:
            self.options.set_values(self.options.values() | {"unit": ""})
        self.options.editors["unit"].widget.setEnabled(len(units) > 1)
        self._enable_heeded()

    def _enable_heeded(self) -> None:
        """Let only that be chosen which makes a difference to the file."""
        editors, heeds = self.options.editors, self.format.heeds
        has_parts = "shares" in heeds or bool(self.filters.values()["split"])
        editors["scheme"].widget.setEnabled("scheme" in heeds)
        for name in ("shares", "seed"):
            editors[name].widget.setEnabled(has_parts)
        flags = editors["flags"]
        if isinstance(flags, FlagsEditor):
            flags.enable("byte_order_mark", is_enabled="byte_order_mark" in heeds)

    def start_export(self) -> None:
        """Show that a file is being written."""
        self.outcome.setText(_("Exporting…"))
        self.progress.begin()
        self.export_button.setEnabled(False)

    def show_progress(self, progress: Progress) -> None:
        """Show how far the export is."""
        self.progress.bar.setRange(0, progress.total)
        self.progress.bar.setValue(progress.done)

    def end_export(self, outcome: str) -> None:
        """Say what came of it."""
        self.progress.hide()
        self.outcome.setText(outcome)
        self._show_format()

    def start_losses(self) -> None:
        """Say that losses are being looked for."""
        self.losses.start()
        self.chosen_text.clear()
        self.loss_text.setText(_("Looking…"))

    def show_found(self, found: LossesFound) -> None:
        """Show what was found so far: what is meant, and what of it is lost."""
        self.losses.show_found(found)
        text = _(
            "{count} {count|annotation|annotations} in {documents} {documents|document|documents}"
        )
        counts = {"count": found.annotations, "documents": found.documents}
        self.chosen_text.setText(fill(text, counts) if found.documents else "")

    def finish_losses(self, problem: str = "") -> None:
        """Say how many losses there are."""
        count = self.losses.count
        text = fill(
            _("{count} {count|loss|losses}. Click one to see the annotation."), {"count": count}
        )
        nothing = _("No annotation loses anything beyond what is said above.")
        self.loss_text.setText(problem or (text if count else nothing))

    def _ask(self) -> None:
        self.filters.commit()
        self.options.commit()
        self.export_requested.emit()


def _titled(title: str, *parts: QWidget) -> QVBoxLayout:
    """Return a column with a heading."""
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addWidget(heading(title))
    for part in parts:
        column.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
    return column


def _list_of(formats: Sequence[Format]) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(_("Format"))
    made.ensurePolished()  # else rows are measured before they have their style
    for known in formats:
        item = QListWidgetItem(str(known.title))
        item.setData(ROLE, known.name)
        made.addItem(item)
    bar = made.verticalScrollBar().sizeHint().width()
    made.setMinimumWidth(made.sizeHintForColumn(0) + bar + 2 * made.frameWidth())
    return made


def unit_names() -> list[tuple[OffsetUnit, str]]:
    """Return the units that offsets count, with what people call them."""
    return [
        (OffsetUnit.CODE_POINTS, _("Characters (code points)")),
        (OffsetUnit.UTF16, _("UTF-16 units (JavaScript, Java)")),
        (OffsetUnit.UTF8, _("UTF-8 bytes")),
        (OffsetUnit.GRAPHEMES, _("Characters as they are seen (graphemes)")),
    ]


def _filter_fields(offers: Mapping[str, Choices]) -> list[Field]:
    kinds = [("claim", _("Claims")), ("figure", _("Figures")), ("topic", _("Topics"))]
    names = {
        "kind": _("Kind"),
        "label": _("Label"),
        "status": _("Claim status"),
        "author": _("Author"),
        "speaker": _("Speaker"),
        "document": _("Document"),
        "review": _("Review"),
        "split": _("Part of the split"),
    }
    splits = [("train", _("Train")), ("dev", _("Dev")), ("test", _("Test"))]
    choices = {**offers, "kind": kinds, "review": review_states(), "split": splits}
    return [
        Field(name, text, "choice", choices.get(name, ()), nothing=_("Any"))
        for name, text in names.items()
    ]


def _option_fields() -> list[Field]:
    schemes = [("bio", "BIO"), ("bilou", "BILOU")]
    flags = [
        ("pseudonyms", _("Pseudonyms for authors")),
        ("byte_order_mark", _("CSV for Excel (byte order mark)")),
    ]
    return [
        Field("unit", _("Offsets count"), "choice", nothing=_("As the format has it")),
        Field("scheme", _("Token scheme"), "choice", schemes, is_required=True),
        Field("shares", _("Train, dev, test"), hint="80,10,10"),
        Field("seed", _("Seed of the parts"), "number", hint="0"),
        Field("flags", _("Also"), "flags", flags),
    ]


def _shares(text: str) -> Shares:
    """Return three shares; the usual ones if the text is none."""
    try:
        train, dev, test = map(int, text.split(","))
    except ValueError:
        return Options().shares
    return (train, dev, test) if min(train, dev, test) >= 0 < train + dev + test else (80, 10, 10)


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        return 0
