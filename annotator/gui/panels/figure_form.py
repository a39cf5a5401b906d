"""The fields of a figure, and its number in words."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.gui.icons import icon
from annotator.gui.names import comparator_names, figure_kind_names
from annotator.gui.panels.field_checks import ReadQuantity, date_text, number_text
from annotator.gui.panels.fields import ChoiceField, line_field
from annotator.gui.panels.record_form import Entry, RecordForm
from annotator.gui.plain_text import describe_to, plain_label
from annotator.model.message import _
from annotator.model.quantity import Quantity, describe
from annotator.model.records import Figure


class FigureForm(RecordForm):
    """Edits a Figure. Its number is shown in words, and can be read again from the quote."""

    def __init__(self) -> None:
        super().__init__()
        self._read: ReadQuantity = lambda _quote: None
        self._quote = ""
        self.rows.addWidget(self._make_reading())
        number = number_text(lambda text: self._read(text))
        self._number_row = self.add_row(
            _("Number"),
            Entry("low", line_field(_("Number, or lowest"), _("from"), number)),
            Entry("high", line_field(_("Highest number"), _("to"), number)),
        )
        kind = ChoiceField(_("Kind"), figure_kind_names())
        unit = line_field(_("Unit"), _("person, CNY, km"))
        self.add_row(_("Unit"), Entry("unit", unit))
        self.add_row(_("Kind"), Entry("kind", kind))
        value = line_field(_("Date"), _("2020-12-29 or --12-29"), date_text)
        self._date_row = self.add_row(_("Date"), Entry("value", value))
        comparator = ChoiceField(_("Comparator"), comparator_names())
        self.add_row(_("Exactness"), Entry("comparator", comparator))
        word = line_field(_("Approximator"), _("about, nearly, 约, 多"))
        self.add_row(_("Said as"), Entry("approximator", word))
        self._add_context_rows()

    def _add_context_rows(self) -> None:
        for label, attribute, hint in (
            (_("Of what"), "referent", _("what is counted")),
            (_("Out of"), "denominator", _("the whole, or what it is compared with")),
            (_("Rate"), "rate", _("per person, per year")),
            (_("Period"), "period", _("the time it covers")),
        ):
            self.add_row(label, Entry(attribute, line_field(label, hint)))
        as_of = line_field(_("As of"), _("2020-11-30"), date_text)
        self.add_row(_("As of"), Entry("as_of", as_of))
        self.add_row(_("Place"), Entry("place", line_field(_("Place"))))
        source = line_field(_("Source"), _("who counted, as the speaker says"))
        self.add_row(_("Source"), Entry("source", source))

    def set_reader(self, read: ReadQuantity) -> None:
        """Read numbers out of text with this function."""
        self._read = read
        if self.record is not None:
            self.refresh()

    def show_figure(self, figure: Figure, quote: str) -> None:
        """Show a figure and the words it stands for."""
        self._quote = quote
        self.show_record(figure)

    def refresh(self) -> None:
        """Show the number in words, and offer what the text says if that differs."""
        figure: Figure = self.record
        in_words = describe(_quantity(figure))
        self.words.setText(in_words or _("No number yet"))
        reading = self._read(self._quote)
        differs = reading is not None and _with(figure, reading) != figure
        self.read_again.setVisible(differs)
        if differs and reading is not None:
            text = _("The text reads as {number}.").format(number=describe(reading))
            describe_to(self.read_again, _("Read from text"), text)
        is_date = figure.kind == "date"
        self._date_row.setVisible(is_date or bool(figure.value))
        self._number_row.setVisible(not is_date or bool(figure.low or figure.high))

    def put(self, **values: object) -> None:
        """Change the figure; a single number stays one when it is changed."""
        figure: Figure = self.record
        is_single = figure.low == figure.high
        if "low" in values and "high" not in values and is_single:
            values["high"] = values["low"]
        super().put(**values)

    def _make_reading(self) -> QWidget:
        self.words = plain_label(role="heading", wraps=True)
        self.read_again = QPushButton(_("Read from text"))
        self.read_again.setIcon(icon("read", self.palette()))
        self.read_again.clicked.connect(self._read_again)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 4)
        row.addWidget(self.words, 1)
        row.addWidget(self.read_again)
        return line

    def _read_again(self) -> None:
        reading = self._read(self._quote)
        if reading is not None:
            made = _with(self.record, reading)
            self.put(**{name: getattr(made, name) for name in READ})


READ = ("low", "high", "unit", "kind", "approximator", "comparator", "value")
"""The attributes that a figure shares with the quantity in its text."""


def _quantity(figure: Figure) -> Quantity:
    return Quantity(**{name: getattr(figure, name) for name in READ})


def _with(figure: Figure, quantity: Quantity) -> Figure:
    return replace(figure, **{name: getattr(quantity, name) for name in READ})
