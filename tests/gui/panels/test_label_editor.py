"""Editing one label: what the form shows, and what saving keeps."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.panels.label_editor import LabelEditor
from annotator.gui.theme import OKABE_ITO
from annotator.model.codebook import FIELD_TYPES
from annotator.model.ids import LabelId
from annotator.model.kinds import LabelKind
from annotator.model.records import ExtraField, Label
from tests.example import QUANTITY
from tests.gui.panels.screen import (
    LONG,
    MARKUP,
    compose,
    focused,
    heard,
    nameless,
    put_on_screen,
    rich_labels,
    unreachable,
)

FRESH = Label(LabelId(""), LabelKind.FIGURE, {}, key="4", colour="#E69F00")
RICH = replace(
    QUANTITY,
    names={"en": "Quantity", "zh": "数量", "fr": "Quantité"},
    definitions={"en": "How many", "fr": "Combien"},
    examples=("12个", "two\nlines"),
    extra_fields=(
        ExtraField("use", "choice", ("play", "at 10:30")),
        ExtraField("area", "number"),
        ExtraField("odd: name"),
    ),
)
texts = st.text(max_size=6)
labels = st.builds(
    Label,
    id=st.just(LabelId("x")),
    kind=st.sampled_from([LabelKind.FIGURE, LabelKind.CLAIM, LabelKind.TOPIC]),
    names=st.dictionaries(st.sampled_from(["en", "zh", "fr"]), st.text(min_size=1, max_size=6)),
    definitions=st.dictionaries(
        st.sampled_from(["en", "zh", "fr"]), st.text(min_size=1, max_size=6)
    ),
    examples=st.lists(texts, max_size=3).map(tuple),
    colour=st.sampled_from([*OKABE_ITO.values(), "#123456"]),
    key=st.sampled_from(["", "1", "q"]),
    extra_fields=st.lists(
        st.builds(
            ExtraField,
            texts,
            st.sampled_from(FIELD_TYPES),
            st.lists(texts, max_size=2).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
    retired=st.booleans(),
)


@pytest.fixture
def editor(qtbot: QtBot) -> LabelEditor:
    made = LabelEditor()
    put_on_screen(qtbot, made)
    return made


def field(editor: LabelEditor, name: str) -> QWidget:
    return editor.form.editors[name].widget


def press(qtbot: QtBot, editor: LabelEditor, text: str) -> None:
    button = next(b for b in editor.findChildren(QPushButton) if b.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def retype(qtbot: QtBot, editor: LabelEditor, name: str, text: str) -> None:
    widget = field(editor, name)
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(widget, Qt.Key.Key_Delete)
    if text.isascii():
        qtbot.keyClicks(widget, text)
    else:
        compose(widget, text)


def saved_after(qtbot: QtBot, editor: LabelEditor, **typed: str) -> Label:
    """Type over some fields, save, and return the label that was saved."""
    saved = heard(editor.saved)
    for name, text in typed.items():
        retype(qtbot, editor, name, text)
    press(qtbot, editor, "Save label")
    after = saved[-1][1]
    assert isinstance(after, Label)
    return after


def test_a_new_label_is_saved_without_one_before(qtbot: QtBot, editor: LabelEditor) -> None:
    editor.edit(FRESH, is_new=True)
    saved = heard(editor.saved)
    qtbot.keyClicks(field(editor, "en"), "Money")
    press(qtbot, editor, "Save label")
    assert saved == [(None, replace(FRESH, names={"en": "Money"}))]


def test_an_edited_label_is_saved_with_the_one_before(qtbot: QtBot, editor: LabelEditor) -> None:
    editor.edit(QUANTITY, is_new=False)
    saved = heard(editor.saved)
    retype(qtbot, editor, "zh", "多少")
    press(qtbot, editor, "Save label")
    assert saved == [(QUANTITY, replace(QUANTITY, names={"en": "Quantity", "zh": "多少"}))]


def test_saving_what_was_not_touched_changes_nothing(qtbot: QtBot, editor: LabelEditor) -> None:
    editor.edit(RICH, is_new=False)
    assert saved_after(qtbot, editor) == RICH


@given(labels)
def test_any_label_comes_back_as_it_was(qapp: QApplication, label: Label) -> None:
    assert qapp is QApplication.instance()
    editor = LabelEditor()
    editor.edit(label, is_new=False)
    saved = heard(editor.saved)
    editor.save()
    assert saved == [(label, label)]


def test_names_and_definitions_in_other_languages_are_kept(
    qtbot: QtBot, editor: LabelEditor
) -> None:
    editor.edit(RICH, is_new=False)
    after = saved_after(qtbot, editor, en="Amount", definition="How much")
    assert after.names == {"en": "Amount", "zh": "数量", "fr": "Quantité"}
    assert after.definitions == {"en": "How much", "fr": "Combien"}


def test_a_chinese_definition_stays_chinese(qtbot: QtBot, editor: LabelEditor) -> None:
    editor.edit(replace(QUANTITY, definitions={"zh": "数目"}), is_new=False)
    assert editor.form.values()["definition"] == "数目"
    assert saved_after(qtbot, editor, definition="多少").definitions == {"zh": "多少"}


def test_an_emptied_name_or_definition_is_gone(qtbot: QtBot, editor: LabelEditor) -> None:
    editor.edit(replace(QUANTITY, definitions={"en": "How many"}), is_new=False)
    after = saved_after(qtbot, editor, zh="", definition="")
    assert (after.names, after.definitions) == ({"en": "Quantity"}, {})


def test_a_key_is_one_small_letter(qtbot: QtBot, editor: LabelEditor) -> None:
    editor.edit(QUANTITY, is_new=False)
    assert saved_after(qtbot, editor, key="QW").key == "q"


def test_examples_are_one_a_line(qtbot: QtBot, editor: LabelEditor) -> None:
    editor.edit(QUANTITY, is_new=False)
    assert saved_after(qtbot, editor, examples="12\r\r7").examples == ("12", "7")


def test_more_fields_are_lines_of_name_type_and_choices(qtbot: QtBot, editor: LabelEditor) -> None:
    editor.edit(QUANTITY, is_new=False)
    after = saved_after(
        qtbot, editor, fields="use: choice: play, at 10:30\rarea : number\rremark\rx: nonsense\r "
    )
    assert after.extra_fields == (
        ExtraField("use", "choice", ("play", "at 10:30")),
        ExtraField("area", "number"),
        ExtraField("remark"),
        ExtraField("x"),
    )


def test_fields_are_shown_as_they_are_typed(editor: LabelEditor) -> None:
    editor.edit(RICH, is_new=False)
    lines = editor.form.values()["fields"].splitlines()
    assert lines[:2] == ["use: choice: play, at 10:30", "area: number"]


def test_the_kind_is_chosen_only_while_the_label_is_new(qtbot: QtBot, editor: LabelEditor) -> None:
    editor.edit(QUANTITY, is_new=False)
    assert not field(editor, "kind").isEnabled()
    editor.edit(FRESH, is_new=True)
    box = field(editor, "kind")
    assert isinstance(box, QComboBox)
    assert box.isEnabled()
    assert {box.itemData(i) for i in range(box.count())} == {"figure", "claim", "topic"}
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_T)
    assert saved_after(qtbot, editor).kind is LabelKind.TOPIC


def test_colours_are_offered_by_name_and_another_is_kept(editor: LabelEditor) -> None:
    editor.edit(replace(QUANTITY, colour="#123456"), is_new=False)
    box = field(editor, "colour")
    assert isinstance(box, QComboBox)
    assert [box.itemText(i) for i in range(box.count())] == [*OKABE_ITO, "#123456"]
    assert editor.form.values()["colour"] == "#123456"


def test_cancel_saves_nothing(qtbot: QtBot, editor: LabelEditor) -> None:
    editor.edit(QUANTITY, is_new=False)
    saved, cancelled = heard(editor.saved), heard(editor.cancelled)
    retype(qtbot, editor, "en", "Amount")
    press(qtbot, editor, "Cancel")
    assert saved == []
    assert len(cancelled) == 1
    editor.edit(QUANTITY, is_new=False)
    assert editor.form.values()["en"] == "Quantity"


def test_without_a_label_there_is_nothing_to_save(editor: LabelEditor) -> None:
    saved = heard(editor.saved)
    editor.save()
    assert saved == []


def test_the_first_name_gets_the_focus(editor: LabelEditor) -> None:
    editor.edit(QUANTITY, is_new=False)
    assert focused() is field(editor, "en")


def test_every_control_has_a_name_and_is_reached_by_tab(qtbot: QtBot, editor: LabelEditor) -> None:
    editor.edit(FRESH, is_new=True)
    assert nameless(editor) == []
    assert unreachable(qtbot, editor) == []
    assert rich_labels(editor) == []


def test_long_and_strange_names_are_shown_as_they_are(editor: LabelEditor) -> None:
    editor.edit(replace(QUANTITY, names={"en": MARKUP, "zh": LONG}, colour=LONG), is_new=False)
    assert editor.form.values()["en"] == MARKUP
    assert editor.minimumSizeHint().width() <= 320
    definition = field(editor, "definition")
    assert isinstance(definition, QPlainTextEdit)


def test_the_buttons_are_seen_however_small_the_panel_is(qtbot: QtBot, editor: LabelEditor) -> None:
    editor.edit(RICH, is_new=False)
    editor.resize(320, 200)
    qtbot.waitUntil(lambda: editor.height() == 200)
    for button in editor.findChildren(QPushButton):
        place = button.mapTo(editor, button.rect().bottomRight())
        assert editor.rect().contains(place), button.text()
        assert button.visibleRegion().boundingRect() == button.rect()


def test_tab_reaches_saving_before_cancelling(qtbot: QtBot, editor: LabelEditor) -> None:
    editor.edit(RICH, is_new=False)
    field(editor, "fields").setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused().objectName() == "save_label"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("name", ["en", "kind", "key", "colour"])
def test_enter_saves_from_a_field_of_one_line(
    qtbot: QtBot, editor: LabelEditor, name: str, key: Qt.Key
) -> None:
    editor.edit(RICH, is_new=True)
    saved, cancelled = heard(editor.saved), heard(editor.cancelled)
    field(editor, name).setFocus()
    qtbot.keyClick(field(editor, name), key)
    assert [len(saved), len(cancelled)] == [1, 0]


def test_enter_makes_a_line_and_presses_a_button(qtbot: QtBot, editor: LabelEditor) -> None:
    editor.edit(RICH, is_new=False)
    saved, cancelled = heard(editor.saved), heard(editor.cancelled)
    qtbot.keyClick(field(editor, "examples"), Qt.Key.Key_Return)
    assert [len(saved), len(cancelled)] == [0, 0]
    cancel = next(b for b in editor.findChildren(QPushButton) if b.text() == "Cancel")
    cancel.setFocus()
    qtbot.keyClick(cancel, Qt.Key.Key_Return)
    assert [len(saved), len(cancelled)] == [0, 1]


def test_escape_cancels(qtbot: QtBot, editor: LabelEditor) -> None:
    editor.edit(RICH, is_new=False)
    saved, cancelled = heard(editor.saved), heard(editor.cancelled)
    QShortcut(QKeySequence("Esc"), editor.window())  # the window's goes to the transcript
    qtbot.keyClick(field(editor, "en"), Qt.Key.Key_Escape)
    assert [len(saved), len(cancelled)] == [0, 1]


def test_a_colour_is_shown_beside_its_name(editor: LabelEditor) -> None:
    editor.edit(replace(RICH, colour="#123456"), is_new=False)
    box = field(editor, "colour")
    assert isinstance(box, QComboBox)
    shown = [box.itemIcon(row).pixmap(12).toImage().pixelColor(3, 3) for row in range(box.count())]
    assert [colour.name().upper() for colour in shown] == [*OKABE_ITO.values(), "#123456"]
