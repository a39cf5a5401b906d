"""The log, and what happens when something goes wrong that nobody foresaw."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import qCritical, qDebug, qInstallMessageHandler, qWarning

from annotator.gui.logging_setup import LOGGER, catch_crashes, log_qt_messages, start_log
from annotator.model.errors import UserError


def close_log() -> None:
    for handler in [*LOGGER.handlers]:
        LOGGER.removeHandler(handler)
        handler.close()


def test_an_unforeseen_error_is_logged_and_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    start_log(tmp_path / "log.txt")
    catch_crashes(told.append, pytest.fail)
    try:
        error = ValueError("of a kind")
        sys.excepthook(ValueError, error, None)
    finally:
        close_log()
    assert len(told) == 1
    assert "of a kind" in told[0]
    assert "of a kind" in (tmp_path / "log.txt").read_text(encoding="utf-8")


def test_a_sentence_for_the_user_is_said_and_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    catch_crashes(pytest.fail, said.append)
    sys.excepthook(UserError, UserError("The disk {name} is gone.", name="D"), None)
    assert said == ["The disk D is gone."]


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    start_log(tmp_path / "missing" / "log.txt")
    assert LOGGER.level == logging.INFO
    close_log()


@pytest.mark.parametrize(
    ("report", "level"), [(qWarning, "WARNING"), (qCritical, "ERROR"), (qDebug, "")]
)
def test_what_qt_reports_goes_to_the_log_and_not_to_the_terminal(
    report: Callable[[str], None], level: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = qInstallMessageHandler(None)
    start_log(tmp_path / "log.txt")
    log_qt_messages()
    try:
        report("of a kind")
    finally:
        qInstallMessageHandler(before)
        close_log()
    logged = tmp_path / "log.txt"
    assert capfd.readouterr().err == ""
    if level:
        assert f"{level} Qt: of a kind" in logged.read_text(encoding="utf-8")
    else:
        assert not logged.exists()
