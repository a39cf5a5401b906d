"""What an export is asked: what is chosen becomes values, whatever was typed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from annotator.formats.base import Loss, Options, Selection
from annotator.formats.offsets import OffsetUnit
from annotator.formats.registry import FORMATS
from annotator.formats.splits import SplitPart
from annotator.gui.export_dialog import ExportDialog, LossTree, unit_names
from annotator.model.ids import AnnotationId, DocumentId
from annotator.model.message import Message
from annotator.workspace.exporting_beside import LISTED, LossesFound
from tests.gui.panels.screen import MARKUP, heard, put_on_screen

WRITTEN = [known for known in FORMATS if known.writes]
OFFERS = {"author": [("a1", "Ann Li")], "label": [("l1", "Quantity")]}


@pytest.fixture
def dialog(qtbot: QtBot) -> ExportDialog:
    made = ExportDialog(WRITTEN, OFFERS, None)
    qtbot.addWidget(made)
    return made


def choose(dialog: ExportDialog, name: str) -> None:
    dialog.list.setCurrentRow([known.name for known in WRITTEN].index(name))


def test_what_a_format_leaves_out_is_told_in_lines_of_their_own(dialog: ExportDialog) -> None:
    for at, known in enumerate(WRITTEN):
        dialog.list.setCurrentRow(at)
        assert dialog.description.text().split("\n")[:2] == ["Not in the file:", str(known.loses)]


def test_what_is_chosen_becomes_what_is_exported(dialog: ExportDialog) -> None:
    choose(dialog, "doccano")
    dialog.filters.set_values({"author": "a1", "kind": "figure", "split": "dev"})
    dialog.options.set_values(
        {
            "unit": "graphemes",
            "scheme": "bilou",
            "shares": "70,20,10",
            "seed": "7",
            "flags": "pseudonyms byte_order_mark",
        }
    )
    told = dialog.exporting()
    assert told.format.name == "doccano"
    part = SplitPart("dev", (70, 20, 10), 7)
    assert told.selection == Selection(author="a1", kind="figure", split=part)
    assert told.options == Options(
        byte_order_mark=True,
        offset_unit=OffsetUnit.GRAPHEMES,
        scheme="bilou",
        shares=(70, 20, 10),
        seed=7,
    )
    assert told.has_pseudonyms


def test_a_unit_that_a_format_does_not_write_is_let_go(dialog: ExportDialog) -> None:
    choose(dialog, "doccano")
    dialog.options.set_values(dialog.options.values() | {"unit": "graphemes"})
    choose(dialog, "jsonl")
    assert dialog.exporting().options.offset_unit is None
    assert dialog.options.values()["unit"] == ""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shares=st.text("0123456789,- x", max_size=9), seed=st.text("0-9x", max_size=4))
def test_whatever_is_typed_leads_to_shares_and_a_seed(
    dialog: ExportDialog, shares: str, seed: str
) -> None:
    dialog.options.set_values(dialog.options.values() | {"shares": shares, "seed": seed})
    options = dialog.exporting().options
    assert min(options.shares) >= 0 < sum(options.shares)
    assert isinstance(options.seed, int)


def test_settings_are_remembered_and_filters_are_not(dialog: ExportDialog, qtbot: QtBot) -> None:
    choose(dialog, "csv")
    dialog.filters.set_values({"author": "a1"})
    dialog.options.set_values(dialog.options.values() | {"seed": "7"})
    other = ExportDialog(WRITTEN, OFFERS, None)
    qtbot.addWidget(other)
    other.restore(dialog.state())
    assert (other.format.name, other.exporting().options.seed) == ("csv", 7)
    assert other.exporting().selection.author is None
    other.restore({"format": "klingon"})
    assert other.format.name == "csv"


def test_what_was_typed_last_is_heeded_when_the_button_is_pressed(dialog: ExportDialog) -> None:
    wished = heard(dialog.export_requested)
    dialog.show()
    dialog.activateWindow()
    QTest.keyClick(dialog.filters.editors["split"].widget, Qt.Key.Key_Down)
    field = dialog.options.editors["seed"].widget
    field.setFocus()
    QTest.keyClicks(field, "4")
    QTest.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    assert len(wished) == 1
    assert "4" in str(dialog.exporting().options.seed)


def test_losses_stand_below_their_reasons_and_a_click_asks_for_one(qtbot: QtBot) -> None:
    tree = LossTree()
    qtbot.addWidget(tree)
    chosen = heard(tree.chosen)
    losses = [
        Loss(Message(reason), DocumentId("d"), AnnotationId(f"a{n}"))
        for n, reason in enumerate(["one", "two", "one"])
    ]
    tree.show_found(LossesFound({"one": 1}, ((losses[0], MARKUP),)))
    rest = tuple((loss, MARKUP) for loss in losses[1:])
    tree.show_found(LossesFound({"one": 2, "two": 1}, rest))
    groups = [tree.topLevelItem(at) for at in range(2)]
    assert [group and group.text(0) for group in groups] == ["2 × one", "1 × two"]
    group = groups[0]
    assert group is not None
    [first, _second] = [group.child(at) for at in range(2)]
    assert first is not None
    assert first.text(0) == MARKUP
    tree.itemClicked.emit(group.child(1), 0)
    tree.itemClicked.emit(group, 0)
    assert chosen == [(losses[2],)]
    assert group.isExpanded()
    tree.start()
    assert (tree.count, tree.topLevelItemCount()) == (0, 0)


def test_very_many_losses_are_counted_and_some_listed(dialog: ExportDialog) -> None:
    dialog.start_losses()
    loss = Loss(Message("one"), DocumentId("d"), AnnotationId("a"))
    dialog.losses.show_found(LossesFound({"one": LISTED + 1}, ((loss, "here"),) * LISTED))
    group = dialog.losses.topLevelItem(0)
    assert group is not None
    assert (group.childCount(), dialog.losses.count) == (LISTED, LISTED + 1)
    dialog.finish_losses()
    assert dialog.loss_text.text().startswith(f"{LISTED + 1} losses")
    dialog.start_losses()
    dialog.finish_losses()
    assert dialog.loss_text.text().startswith("No annotation loses")


def test_every_unit_has_a_name() -> None:
    assert {unit for unit, _name in unit_names()} == set(OffsetUnit)


def test_it_is_said_how_much_is_meant_before_it_is_written(dialog: ExportDialog) -> None:
    dialog.start_losses()
    assert dialog.chosen_text.text() == ""
    dialog.show_found(LossesFound({}, documents=1, annotations=1))
    assert dialog.chosen_text.text() == "1 annotation in 1 document"
    dialog.show_found(LossesFound({}, documents=3, annotations=1200))
    assert dialog.chosen_text.text() == "1,200 annotations in 3 documents"
    dialog.start_losses()
    assert dialog.chosen_text.text() == ""


def test_only_what_makes_a_difference_to_the_file_can_be_chosen(dialog: ExportDialog) -> None:
    def offered() -> set[str]:
        editors = dialog.options.editors
        boxes: list[QCheckBox] = editors["flags"].widget.findChildren(QCheckBox)
        found = {name for name in ("scheme", "shares", "seed") if editors[name].widget.isEnabled()}
        return found | {box.text().split()[0] for box in boxes if box.isEnabled()}

    choose(dialog, "jsonl")
    assert offered() == {"Pseudonyms"}
    choose(dialog, "csv")
    assert offered() == {"Pseudonyms", "CSV"}
    choose(dialog, "parquet")
    assert offered() == {"Pseudonyms", "shares", "seed"}
    choose(dialog, "conll")
    assert offered() == {"Pseudonyms", "scheme"}
    parts = dialog.filters.editors["split"].widget
    QTest.keyClick(parts, Qt.Key.Key_Down)
    assert offered() == {"Pseudonyms", "scheme", "shares", "seed"}


def test_enter_on_a_loss_shows_it_and_exports_nothing(dialog: ExportDialog, qtbot: QtBot) -> None:
    put_on_screen(qtbot, dialog)
    chosen, wished = heard(dialog.losses.chosen), heard(dialog.export_requested)
    loss = Loss(Message("one"), DocumentId("d"), AnnotationId("a"))
    dialog.losses.show_found(LossesFound({"one": 1}, ((loss, "here"),)))
    dialog.losses.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(dialog.losses, key)
    assert (chosen, wished) == ([(loss,)], [])
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert len(wished) == 1
