"""What every desk works with."""

from dataclasses import FrozenInstanceError

import pytest
from pytestqt.qtbot import QtBot

from annotator.gui.project_page import ProjectPage
from annotator.model.ids import SettingId
from annotator.model.records import Setting
from tests.store.example_store import step


def test_a_bench_hands_on_the_page_s_project_and_ways_to_write_and_to_say(
    page: ProjectPage, qtbot: QtBot
) -> None:
    bench = page._bench
    assert (bench.workspace, bench.annotations) == (page.workspace, page.annotations)
    assert bench.apply(step(Setting(SettingId("memo"), "x")))
    assert page.workspace.settings()["memo"] == "x"
    with qtbot.waitSignal(page.said, check_params_cb=lambda said: said == "A sentence."):
        bench.say("A sentence.")
    bench.inspect()
    with pytest.raises(FrozenInstanceError):
        bench.language = "zh"  # type: ignore[misc]
