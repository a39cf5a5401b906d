"""What the inspector says while no annotation is selected."""

from pytestqt.qtbot import QtBot

from annotator.gui.panels.nothing_selected import LONGEST_QUOTE, NothingSelected
from annotator.model.ids import AnnotationId
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.records import Figure
from annotator.model.suggestion import Suggestion
from tests.gui.panels.screen import MARKUP, put_on_screen, rich_labels, texts

FIGURE = Suggestion(
    LabelKind.FIGURE,
    2,
    5,
    "43个",
    0.9,
    Message("A number."),
    figure=Figure(AnnotationId(""), low="43", high="43", unit="item", referent="projects"),
)
CLAIM = Suggestion(LabelKind.CLAIM, 0, 400, MARKUP + "字" * 400, 0.5, Message("A sentence."))


def test_a_suggestion_is_told_until_there_is_none(qtbot: QtBot) -> None:
    panel = NothingSelected()
    put_on_screen(qtbot, panel)
    assert texts(panel)[0] == "Nothing is selected"
    panel.show_suggestion(FIGURE)
    title, read, advice = texts(panel)
    assert (title, read) == ("Suggested: Figure", "43个 = 43 item, projects")
    assert advice.startswith("A number.\nScore: 0.90\n")
    panel.show_suggestion(None)
    assert [text.split(" ")[0] for text in texts(panel)] == ["Nothing", "Select"]


def test_a_long_passage_is_cut_off_and_shown_letter_by_letter(qtbot: QtBot) -> None:
    panel = NothingSelected()
    put_on_screen(qtbot, panel)
    panel.show_suggestion(CLAIM)
    read = texts(panel)[1]
    assert read.startswith(MARKUP)
    assert len(read) == LONGEST_QUOTE + 1
    assert rich_labels(panel) == []
