"""The rows of the table of annotations: asked for by the page, and following edits."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from annotator.gui.panels.annotation_model import COLUMNS, PAGE, PAGES_KEPT, AnnotationModel
from annotator.store.queries import AnnotationRow
from tests.gui.panels.test_annotation_table import NAMES, row
from tests.gui.panels.test_suggestion_rows import Watcher


class Shelf:
    """Holds rows by key, and remembers which were asked for."""

    def __init__(self, count: int) -> None:
        self.rows = {key: row(key) for key in range(count)}
        self.asked: list[list[int]] = []

    def __call__(self, keys: Sequence[int]) -> list[AnnotationRow]:
        """Return the rows of these keys that are there."""
        self.asked.append(list(keys))
        return [self.rows[key] for key in keys if key in self.rows]


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(3 * PAGE)


@pytest.fixture
def model(shelf: Shelf) -> AnnotationModel:
    made = AnnotationModel()
    made.show_rows(list(shelf.rows), shelf, NAMES)
    return made


def cells(model: AnnotationModel, number: int) -> list[object]:
    return [model.data(model.index(number, column)) for column in range(len(COLUMNS))]


def test_rows_are_asked_for_by_the_page_and_once(model: AnnotationModel, shelf: Shelf) -> None:
    assert (model.rowCount(), shelf.asked) == (3 * PAGE, [])
    assert cells(model, 1) == ["Quantity", "12个", "林晓", "发布会", "Lin", "note 1", ""]
    assert model.row(PAGE - 1) == row(PAGE - 1)
    assert shelf.asked == [list(range(PAGE))]
    assert model.row(PAGE) == row(PAGE)
    assert len(shelf.asked) == 2


def test_only_so_many_pages_are_kept() -> None:
    shelf = Shelf((PAGES_KEPT + 1) * PAGE)
    model = AnnotationModel()
    model.show_rows(list(shelf.rows), shelf, NAMES)
    for page in range(PAGES_KEPT + 1):
        model.row(page * PAGE)
    model.row(PAGE)
    assert len(shelf.asked) == PAGES_KEPT + 1
    model.row(0)
    assert len(shelf.asked) == PAGES_KEPT + 2


def test_a_row_comes_in_where_it_belongs(model: AnnotationModel, shelf: Shelf) -> None:
    model.row(0)
    model.row(PAGE)
    watcher = Watcher(model)
    shelf.rows[999] = row(999)
    model.insert(PAGE + 1, 999, "a999")
    assert watcher.told == [f"inserted {PAGE + 1}-{PAGE + 1}"]
    found = [model.row(PAGE + at) for at in range(3)]
    assert found == [row(PAGE), row(999), row(PAGE + 1)]
    assert len(shelf.asked) == 3


def test_a_row_that_was_looked_at_or_came_in_goes(model: AnnotationModel, shelf: Shelf) -> None:
    model.row(0)
    watcher = Watcher(model)
    assert model.remove("a3")
    assert model.row(3) == row(4)
    shelf.rows[999] = row(999)
    model.insert(2 * PAGE, 999, "a999")
    assert model.remove("a999")
    assert watcher.told == [
        "removed 3-3",
        f"inserted {2 * PAGE}-{2 * PAGE}",
        f"removed {2 * PAGE}-{2 * PAGE}",
    ]
    assert not model.remove(f"a{2 * PAGE}")
    assert model.rowCount() == 3 * PAGE - 1


def test_a_changed_row_is_asked_for_again_if_it_was_seen(
    model: AnnotationModel, shelf: Shelf
) -> None:
    model.row(0)
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    shelf.rows[5] = replace(shelf.rows[5], note="another\nnote")
    model.change("a5")
    model.change(f"a{PAGE + 1}")
    assert changed == [5]
    assert cells(model, 5)[5] == "another note"


def test_a_row_that_is_gone_from_the_file_is_empty(model: AnnotationModel, shelf: Shelf) -> None:
    del shelf.rows[2]
    assert cells(model, 2) == [None] * len(COLUMNS)
    assert model.data(model.index(1, 0), Qt.ItemDataRole.DecorationRole) is None
    assert model.headerData(0, Qt.Orientation.Vertical) == "1"
