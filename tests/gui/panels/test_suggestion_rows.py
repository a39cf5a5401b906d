"""The rows of the list of suggestions."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt

from annotator.gui.panels.suggestion_rows import (
    FEW,
    SuggestionFilter,
    SuggestionModel,
    read_as,
)
from annotator.model.ids import AnnotationId
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.records import Figure
from annotator.model.suggestion import CONTEXT, CORE, Suggestion
from tests.gui.panels.screen import read_as_rich_text


def suggested(start: int, score: float = 0.9, tier: str = CORE) -> Suggestion:
    kind = LabelKind.FIGURE
    figure = Figure(AnnotationId(""), "3", "3", "person", "cardinal", referent="guests")
    text = f"{start} people"
    return Suggestion(kind, start, start + 8, text, score, Message("reads"), tier, figure)


ROWS = [suggested(start) for start in (0, 10, 20, 30)]


class Watcher:
    """Counts what a model tells its views."""

    def __init__(self, model: QAbstractItemModel) -> None:
        self.told: list[str] = []
        model.modelReset.connect(lambda: self.told.append("reset"))
        model.rowsRemoved.connect(lambda _p, a, b: self.told.append(f"removed {a}-{b}"))
        model.rowsInserted.connect(lambda _p, a, b: self.told.append(f"inserted {a}-{b}"))


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (ROWS, []),
        ([ROWS[0], ROWS[2]], ["removed 3-3", "removed 1-1"]),
        ([*ROWS, suggested(40)], ["inserted 4-4"]),
        (ROWS[::-1], ["reset"]),
        ([suggested(40)], ["reset"]),
    ],
)
def test_only_what_changed_is_told(after: list[Suggestion], told: list[str]) -> None:
    model = SuggestionModel()
    model.show_suggestions(ROWS)
    watcher = Watcher(model)
    model.show_suggestions(list(after))
    assert watcher.told == told
    assert model.shown == after


@pytest.mark.parametrize(
    ("gone", "told"),
    [
        ([3, 1], ["removed 3-3", "removed 1-1"]),
        ([], []),
        (range(FEW + 1), ["reset"]),
    ],
)
def test_only_the_very_same_rows_are_dropped(gone: Sequence[int], told: list[str]) -> None:
    model, rows = SuggestionModel(), [suggested(at % 4) for at in range(FEW + 5)]
    model.show_suggestions(list(rows))
    watcher = Watcher(model)
    model.drop([*(rows[at] for at in gone), suggested(1)])
    assert watcher.told == told
    left = [x for at, x in enumerate(rows) if at not in gone]
    assert list(map(id, model.shown)) == list(map(id, left))


def test_a_row_says_text_meaning_and_score() -> None:
    model = SuggestionModel()
    model.show_suggestions(ROWS[:1])
    cells = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    assert cells == ["Figure", "0 people", "3 person, guests", "reads", "0.90"]
    assert model.data(QModelIndex()) is None


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        (SuggestionFilter(), [True, False, True]),
        (SuggestionFilter(likely_only=False), [True, True, True]),
        (SuggestionFilter(with_dates=False), [True, False, False]),
        (SuggestionFilter(LabelKind.CLAIM), [False, False, False]),
        (SuggestionFilter(None, likely_only=False), [True, True, True]),
    ],
)
def test_the_filter_decides_by_kind_score_and_tier(
    chosen: SuggestionFilter, shown: list[bool]
) -> None:
    rows = [suggested(0), suggested(10, 0.2), suggested(20, 0.9, CONTEXT)]
    assert [chosen.shows(x) for x in rows] == shown


def test_a_topic_shows_what_it_proposes() -> None:
    topic = Suggestion(LabelKind.TOPIC, 0, 3, "水", 0.5, Message("comes back"), proposal="water")
    assert read_as(topic) == "the label “water”"


def test_a_cell_that_may_be_cut_off_has_all_of_it_as_a_tooltip() -> None:
    model = SuggestionModel()
    model.show_suggestions(ROWS)
    for column in range(model.columnCount()):
        index = model.index(0, column)
        assert read_as_rich_text(index.data(Qt.ItemDataRole.ToolTipRole)) == index.data()
