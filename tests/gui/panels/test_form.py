"""Forms: fields that say what was changed once they are left."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.gui.panels.editors import Field
from annotator.gui.panels.form import Form
from tests.gui.panels.screen import (
    LONG,
    MARKUP,
    heard,
    nameless,
    put_on_screen,
    rich_labels,
    texts,
    unreachable,
)

FRUIT = (("a", "Apple"), ("b", "Banana"))
FIELDS = (
    Field("name", "Name", hint="as printed"),
    Field("low", "Low", "number"),
    Field("day", "Day", "date"),
    Field("fruit", "Fruit", "choice", FRUIT),
    Field("note", "Note", "long"),
    Field("types", "Types", "flags", (("law", "Law"), ("event", "Event"))),
)
EMPTY = dict.fromkeys(("name", "low", "day", "fruit", "note", "types"), "")


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form(FIELDS)
    put_on_screen(qtbot, made)
    return made


def line(form: Form, name: str) -> QLineEdit:
    widget = form.editors[name].widget
    assert isinstance(widget, QLineEdit)
    return widget


def box(form: Form, name: str = "fruit") -> QComboBox:
    widget = form.editors[name].widget
    assert isinstance(widget, QComboBox)
    return widget


def long_text(form: Form) -> QPlainTextEdit:
    widget = form.editors["note"].widget
    assert isinstance(widget, QPlainTextEdit)
    return widget


def flag(form: Form, text: str) -> QCheckBox:
    found = form.findChildren(QCheckBox)
    return next(check for check in found if check.text() == text)


def type_into(qtbot: QtBot, widget: QWidget, text: str) -> None:
    widget.setFocus()
    qtbot.keyClicks(widget, text)


def test_leaving_a_line_with_tab_says_all_values(qtbot: QtBot, form: Form) -> None:
    form.set_values({"name": "", "low": "3"})
    edited = heard(form.edited)
    type_into(qtbot, line(form, "name"), "Lin")
    assert edited == []
    qtbot.keyClick(line(form, "name"), Qt.Key.Key_Tab)
    assert edited == [(EMPTY | {"name": "Lin", "low": "3"},)]


def test_enter_in_a_line_says_the_values(qtbot: QtBot, form: Form) -> None:
    edited = heard(form.edited)
    type_into(qtbot, line(form, "name"), "Lin")
    qtbot.keyClick(line(form, "name"), Qt.Key.Key_Return)
    assert edited == [(EMPTY | {"name": "Lin"},)]


def test_a_change_is_said_once(qtbot: QtBot, form: Form) -> None:
    edited = heard(form.edited)
    type_into(qtbot, line(form, "name"), "Lin")
    qtbot.keyClick(line(form, "name"), Qt.Key.Key_Return)
    qtbot.keyClick(line(form, "name"), Qt.Key.Key_Tab)
    form.commit()
    assert len(edited) == 1


def test_walking_through_the_fields_changes_nothing(qtbot: QtBot, form: Form) -> None:
    form.set_values({"name": "Lin", "low": "3", "fruit": "b", "note": "n", "types": "law"})
    edited = heard(form.edited)
    assert unreachable(qtbot, form) == []
    assert edited == []


@pytest.mark.parametrize("stored", [" Lin ", "a\u00a0b", "a\u2028b", "a\r\nb", "\ufdd0"])
def test_text_that_qt_would_alter_is_no_change(qtbot: QtBot, form: Form, stored: str) -> None:
    form.set_values({"name": stored, "note": stored})
    edited = heard(form.edited)
    line(form, "name").setFocus()
    qtbot.keyClick(line(form, "name"), Qt.Key.Key_Tab)
    long_text(form).setFocus()
    qtbot.keyClick(long_text(form), Qt.Key.Key_Tab)
    assert edited == []
    assert form.values() == EMPTY | {"name": stored, "note": stored}


def test_shown_values_emit_nothing_and_empty_the_rest(form: Form) -> None:
    edited = heard(form.edited)
    form.set_values({"name": "Lin", "low": "3"})
    form.set_values({"day": "2026"})
    assert form.values() == EMPTY | {"day": "2026"}
    assert edited == []


@pytest.mark.parametrize("typed", ["2.5", "-1", "23000", "1e3", ""])
def test_a_decimal_number_is_taken(qtbot: QtBot, form: Form, typed: str) -> None:
    type_into(qtbot, line(form, "low"), typed)
    qtbot.keyClick(line(form, "low"), Qt.Key.Key_Return)
    assert form.values()["low"] == typed
    assert texts(form) == [field.label for field in FIELDS]


@pytest.mark.parametrize("typed", ["abc", "1,5", "NaN", "Infinity", "2 000"])
def test_what_is_no_number_is_complained_about_and_not_said(
    qtbot: QtBot, form: Form, typed: str
) -> None:
    form.set_values({"low": "3"})
    edited = heard(form.edited)
    line(form, "low").clear()
    type_into(qtbot, line(form, "low"), typed)
    qtbot.keyClick(line(form, "low"), Qt.Key.Key_Return)
    assert "A number such as 2.5 or 23000." in texts(form)
    assert edited == []
    assert form.values()["low"] == "3"


def test_a_complaint_goes_when_the_field_is_mended(qtbot: QtBot, form: Form) -> None:
    type_into(qtbot, line(form, "low"), "3x")
    qtbot.keyClick(line(form, "low"), Qt.Key.Key_Return)
    qtbot.keyClick(line(form, "low"), Qt.Key.Key_Backspace)
    qtbot.keyClick(line(form, "low"), Qt.Key.Key_Return)
    assert texts(form) == [field.label for field in FIELDS]
    assert form.values()["low"] == "3"


@pytest.mark.parametrize("typed", ["2026", "2026-01", "2026-01-05", "--01-05", "--06", "10:30"])
def test_a_partial_date_is_taken(qtbot: QtBot, form: Form, typed: str) -> None:
    type_into(qtbot, line(form, "day"), typed)
    qtbot.keyClick(line(form, "day"), Qt.Key.Key_Return)
    assert form.values()["day"] == typed


@pytest.mark.parametrize("typed", ["5 January", "2026-1-5", "05.01.2026", "2026-01-05x"])
def test_what_is_no_date_is_complained_about(qtbot: QtBot, form: Form, typed: str) -> None:
    type_into(qtbot, line(form, "day"), typed)
    qtbot.keyClick(line(form, "day"), Qt.Key.Key_Return)
    assert "A date such as 2026-01-05, 2026-01, 2026 or --01-05." in texts(form)
    assert form.values()["day"] == ""


def test_an_invalid_field_does_not_hold_back_the_others(qtbot: QtBot, form: Form) -> None:
    edited = heard(form.edited)
    type_into(qtbot, line(form, "low"), "many")
    qtbot.keyClick(line(form, "low"), Qt.Key.Key_Return)
    type_into(qtbot, line(form, "name"), "Lin")
    qtbot.keyClick(line(form, "name"), Qt.Key.Key_Return)
    assert edited == [(EMPTY | {"name": "Lin"},)]


def test_a_choice_is_said_at_once(qtbot: QtBot, form: Form) -> None:
    edited = heard(form.edited)
    box(form).setFocus()
    qtbot.keyClick(box(form), Qt.Key.Key_Down)
    assert edited == [(EMPTY | {"fruit": "a"},)]
    assert box(form).currentText() == "Apple"


def test_a_choice_can_be_taken_back(qtbot: QtBot, form: Form) -> None:
    form.set_values({"fruit": "a"})
    edited = heard(form.edited)
    qtbot.keyClick(box(form), Qt.Key.Key_Home)
    assert edited == [(EMPTY,)]


def test_a_choice_that_must_be_made_cannot_be_taken_back(qtbot: QtBot) -> None:
    form = Form([Field("fruit", "Fruit", "choice", FRUIT, is_required=True)])
    put_on_screen(qtbot, form)
    form.set_values({"fruit": "b"})
    qtbot.keyClick(box(form), Qt.Key.Key_Home)
    assert form.values() == {"fruit": "a"}
    assert box(form).count() == 2


def test_an_unknown_choice_is_shown_and_kept(form: Form) -> None:
    form.set_values({"fruit": "quince"})
    assert box(form).currentText() == "quince"
    assert form.values()["fruit"] == "quince"


def test_an_unknown_choice_is_not_left_among_the_choices(form: Form) -> None:
    form.set_values({"fruit": "quince"})
    form.set_choices("fruit", FRUIT)
    form.set_values({"fruit": "a"})
    assert [box(form).itemText(i) for i in range(box(form).count())] == ["—", "Apple", "Banana"]


def test_the_same_choices_are_not_offered_anew(form: Form) -> None:
    form.set_values({"fruit": "b"})
    rows = heard(box(form).model().rowsInserted)
    form.set_choices("fruit", list(FRUIT))
    assert (rows, form.values()["fruit"]) == ([], "b")
    form.set_choices("fruit", FRUIT[:1])
    assert box(form).currentText() == "b", "shown though it is not among them"


def test_other_choices_keep_the_value(form: Form) -> None:
    form.set_values({"fruit": "b"})
    form.set_choices("fruit", [("c", "Cherry"), ("b", "Berry")])
    assert box(form).currentText() == "Berry"
    assert [box(form).itemText(i) for i in range(box(form).count())] == ["—", "Cherry", "Berry"]


def test_the_wheel_does_not_change_a_choice_it_passes_over(qtbot: QtBot, form: Form) -> None:
    form.set_values({"fruit": "a"})
    line(form, "name").setFocus()
    centre = QPointF(box(form).rect().center())
    turn = QWheelEvent(
        centre,
        QPointF(box(form).mapToGlobal(centre.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's signature: the direction is not inverted
    )
    QApplication.sendEvent(box(form), turn)
    assert form.values()["fruit"] == "a"
    box(form).setFocus()
    QApplication.sendEvent(box(form), turn)
    assert form.values()["fruit"] == "b"
    qtbot.keyClick(box(form), Qt.Key.Key_Tab)


def test_a_long_text_is_said_when_it_is_left(qtbot: QtBot, form: Form) -> None:
    edited = heard(form.edited)
    type_into(qtbot, long_text(form), "one")
    qtbot.keyClick(long_text(form), Qt.Key.Key_Return)
    qtbot.keyClicks(long_text(form), "two")
    assert edited == []
    qtbot.keyClick(long_text(form), Qt.Key.Key_Tab)
    assert edited == [(EMPTY | {"note": "one\ntwo"},)]
    assert not long_text(form).hasFocus()


def test_control_enter_says_a_long_text(qtbot: QtBot, form: Form) -> None:
    edited = heard(form.edited)
    type_into(qtbot, long_text(form), "one")
    qtbot.keyClick(long_text(form), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert edited == [(EMPTY | {"note": "one"},)]
    assert long_text(form).hasFocus()


def test_flags_are_said_in_their_order_and_unknown_ones_kept(qtbot: QtBot, form: Form) -> None:
    form.set_values({"types": "event odd"})
    edited = heard(form.edited)
    flag(form, "Law").setFocus()
    qtbot.keyClick(flag(form, "Law"), Qt.Key.Key_Space)
    assert edited == [(EMPTY | {"types": "law event odd"},)]
    qtbot.mouseClick(flag(form, "Event"), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert edited[-1] == (EMPTY | {"types": "law odd"},)


def test_flags_in_another_order_are_no_change(qtbot: QtBot, form: Form) -> None:
    form.set_values({"types": "odd event law"})
    edited = heard(form.edited)
    form.commit()
    assert edited == []
    type_into(qtbot, line(form, "name"), "x")
    qtbot.keyClick(line(form, "name"), Qt.Key.Key_Tab)
    assert edited == [(EMPTY | {"name": "x", "types": "odd event law"},)]


def test_the_first_field_gets_the_focus(form: Form) -> None:
    long_text(form).setFocus()
    form.focus_first()
    assert QApplication.focusWidget() is line(form, "name")


def test_hidden_fields_are_passed_over_and_keep_their_values(form: Form) -> None:
    form.set_values({"name": "x", "low": "2"})
    form.hide_fields(frozenset({"name", "day"}))
    form.focus_first()
    assert QApplication.focusWidget() is line(form, "low")
    assert not line(form, "name").isVisible()
    assert form.values()["name"] == "x"
    form.hide_fields(frozenset({"day"}))
    assert line(form, "name").isVisible()
    assert not line(form, "day").isVisible()


@pytest.mark.parametrize("name", ["name", "note"])
@pytest.mark.parametrize("step", [QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo])
def test_a_field_leaves_the_keys_of_undo_to_the_project_until_something_is_typed(
    qtbot: QtBot, form: Form, name: str, step: QKeySequence.StandardKey
) -> None:
    form.set_values({"name": "x", "note": "y"})
    widget = form.editors[name].widget
    widget.setFocus()
    assert not takes(widget, step)
    qtbot.keyClicks(widget, "z")
    assert takes(widget, QKeySequence.StandardKey.Undo)
    qtbot.keyClick(widget, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert form.values()["name"] == "x"
    assert takes(widget, QKeySequence.StandardKey.Redo)
    assert not takes(widget, QKeySequence.StandardKey.Undo)


def takes(widget: QWidget, step: QKeySequence.StandardKey) -> bool:
    """Say whether a widget keeps a shortcut for itself."""
    key = Qt.Key.Key_Z if step is QKeySequence.StandardKey.Undo else Qt.Key.Key_Y
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
    assert event.matches(step)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_flags_that_come_first_get_the_focus(qtbot: QtBot) -> None:
    form = Form([FIELDS[-1]])
    put_on_screen(qtbot, form)
    form.focus_first()
    assert QApplication.focusWidget() is flag(form, "Law")


def test_every_field_has_a_name_and_a_hint(form: Form) -> None:
    assert nameless(form) == []
    assert form.editors["low"].widget.accessibleName() == "Low"
    assert line(form, "name").placeholderText() == "as printed"


def test_a_date_as_a_hint_does_not_look_like_a_value(qtbot: QtBot) -> None:
    form = Form([Field("day", "Day", "date", hint="2026-01-05"), Field("plain", "Plain", "date")])
    put_on_screen(qtbot, form)
    assert line(form, "day").placeholderText() == "e.g. 2026-01-05"
    assert line(form, "plain").placeholderText() == ""


def test_labels_show_their_text_letter_by_letter(qtbot: QtBot) -> None:
    form = Form([Field("rd", "R&D", "flags", (("q", "Q&A"),)), Field("m", MARKUP)])
    put_on_screen(qtbot, form)
    assert rich_labels(form) == []
    plain = QLabel("R&D")
    qtbot.addWidget(plain)
    label = next(found for found in form.findChildren(QLabel) if found.text() == "R&&D")
    assert label.buddy() is not None
    assert spoken_flag(form) == "Q&&A"


def spoken_flag(form: Form) -> str:
    return form.findChildren(QCheckBox)[0].text()


def test_a_long_name_or_value_does_not_widen_the_form(qtbot: QtBot) -> None:
    form = Form([Field("a", LONG), Field("b", "B", "choice", [("x", LONG)])])
    put_on_screen(qtbot, form)
    form.set_values({"a": LONG, "b": "x"})
    assert form.minimumSizeHint().width() <= 320


def test_a_late_form_has_its_fields_once_it_has_values(qtbot: QtBot) -> None:
    late = Form(FIELDS, is_late=True)
    assert not late.children()
    late.set_values({"name": "Lin"})
    assert late.values() == EMPTY | {"name": "Lin"}
    put_on_screen(qtbot, late)
    late.resize(late.minimumSizeHint())
    rows = late.layout()
    assert isinstance(rows, QFormLayout)
    assert rows.rowWrapPolicy() is QFormLayout.RowWrapPolicy.WrapAllRows
