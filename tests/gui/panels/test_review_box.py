"""What reviewers say of the selected annotation."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from annotator.gui.panels.review_box import ReviewBox
from annotator.model.ids import AuthorId
from annotator.model.kinds import ReviewState
from annotator.model.records import Review
from annotator.model.reviews import review_id
from tests.example import QUANTITY, numbered, snapshot
from tests.gui.panels.screen import heard
from tests.gui.panels.test_inspected import inspected


def test_it_shows_the_own_word_and_the_others_by_name_and_says_what_is_chosen(
    qtbot: QtBot,
) -> None:
    shown = inspected(snapshot(), QUANTITY, "12个")
    who, target = AuthorId(numbered(78)), shown.annotation.id
    said = Review(review_id(target, who), target, who, ReviewState.REJECTED, "why")
    box = ReviewBox()
    qtbot.addWidget(box)
    box.show_reviews(shown)
    assert (box.form.values()["state"], box.others.isHidden()) == ("open", True)
    box.show_reviews(replace(shown, review=said, others=(("Lin", said),)))
    assert box.form.values() == {"state": "rejected", "note": "why"}
    assert box.others.text() == "Lin: Rejected – why"
    wished = heard(box.edited)
    state = box.form.editors["state"].widget
    assert isinstance(state, QComboBox)
    state.setCurrentIndex(state.findData("accepted"))
    state.activated.emit(state.currentIndex())
    assert wished == [("accepted", "why")]
