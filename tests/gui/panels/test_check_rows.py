"""The rows of the list of checks."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt

from annotator.checks.statement import Check, CheckType, Verdict
from annotator.gui.panels.check_rows import (
    CheckModel,
    CheckRow,
    ruling_name,
    type_name,
    verdict_name,
)
from annotator.model.ids import DocumentId
from annotator.model.kinds import Ruling
from annotator.model.message import Message
from annotator.model.records import Passage
from tests.gui.panels.screen import read_as_rich_text
from tests.gui.panels.test_suggestion_rows import Watcher


def check(
    start: int = 0, verdict: Verdict = Verdict.CONFLICT, working: str = "2 < 3 & so on"
) -> Check:
    passages = tuple(Passage(DocumentId("d"), at, at + 2) for at in (start, start + 20))
    return Check(CheckType.REPEAT, verdict, passages, ("2", "3"), Message(working), 0.9)


def test_a_row_says_verdict_kind_working_and_ruling() -> None:
    model = CheckModel()
    model.show_rows([CheckRow(check(), Ruling.EXPLAINED)])
    cells = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    assert cells == ["Conflict", "Repeat", "2 < 3 & so on", "Explained", ""]
    tooltip = model.data(model.index(0, 2), Qt.ItemDataRole.ToolTipRole)
    assert read_as_rich_text(str(tooltip)) == "2 < 3 & so on"
    assert model.data(QModelIndex()) is None
    assert model.data(model.index(0, 0), Qt.ItemDataRole.DecorationRole) is None


def test_a_ruling_does_not_move_the_rows() -> None:
    model = CheckModel()
    model.show_rows([CheckRow(check(0)), CheckRow(check(40))])
    watcher = Watcher(model)
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.show_rows([CheckRow(check(0), Ruling.CONFIRMED), CheckRow(check(40))])
    assert (watcher.told, changed) == ([], [(0, 1)])
    assert model.data(model.index(0, 3)) == "Confirmed"
    model.show_rows([CheckRow(check(40))])
    assert (watcher.told, model.rowCount()) == (["removed 0-0"], 1)


FOUR = [CheckRow(check(at)) for at in range(0, 160, 40)]
SURER = [CheckRow(replace(row.check, score=0.91)) for row in FOUR]


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (SURER, []),
        ([FOUR[0], *FOUR[2:]], ["removed 1-1"]),
        ([*FOUR, CheckRow(check(200))], ["inserted 4-4"]),
        ([FOUR[0], CheckRow(check(41)), *FOUR[2:]], ["removed 1-1", "inserted 1-1"]),
        ([CheckRow(check(0, Verdict.CONSISTENT)), *FOUR[1:]], ["removed 0-0", "inserted 0-0"]),
        (FOUR[1:2] * 2, ["removed 0-3", "inserted 0-1"]),
        ([], ["removed 0-3"]),
    ],
)
def test_only_rows_that_come_or_go_are_told(after: list[CheckRow], told: list[str]) -> None:
    model = CheckModel()
    model.show_rows(FOUR)
    watcher = Watcher(model)
    model.show_rows(after)
    assert (watcher.told, model.shown) == (told, after)


def test_columns_have_names_and_rows_numbers() -> None:
    model = CheckModel()
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert [model.headerData(at, across) for at in range(4)] == [
        *("Verdict", "Kind", "Working", "Ruling"),
    ]
    assert model.headerData(2, down) == "3"
    assert model.headerData(0, across, Qt.ItemDataRole.DecorationRole) is None


@pytest.mark.parametrize(
    ("members", "name"),
    [(Verdict, verdict_name), (CheckType, type_name), (Ruling, ruling_name)],
)
def test_every_member_has_a_name_of_its_own(members: object, name: object) -> None:
    names = [name(member) for member in members]  # type: ignore[attr-defined, operator]
    assert len(set(names)) == len(names)
