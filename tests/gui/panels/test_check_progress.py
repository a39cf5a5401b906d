"""How far the comparison of all documents is."""

from pytestqt.qtbot import QtBot

from annotator.gui.panels.check_progress import CheckProgress
from annotator.workspace.checking_all import HowFar


def test_while_it_runs_it_can_be_cancelled_and_then_begun_again(qtbot: QtBot) -> None:
    progress = CheckProgress()
    qtbot.addWidget(progress)
    progress.begin()
    assert (progress.cancel.isHidden(), progress.again.isHidden()) == (False, True)
    progress.show_progress(HowFar(3, 7))
    assert progress.text.text() == "Reading documents: 3 of 7"
    assert (progress.bar.value(), progress.bar.maximum()) == (3, 7)
    progress.say("Cancelled.")
    assert (progress.cancel.isHidden(), progress.again.isHidden()) == (True, False)
