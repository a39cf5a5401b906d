"""The log, and what happens when something goes wrong that nobody foresaw."""

import logging
import sys
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from annotator.model.errors import UserError

LOGGER = logging.getLogger("annotator")
LIMIT = 1_000_000
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def start_log(path: Path) -> None:
    """Write the log to ``path``, in two files of at most a megabyte; without a disk, nowhere."""
    LOGGER.setLevel(logging.INFO)
    try:
        handler = RotatingFileHandler(
            path, maxBytes=LIMIT, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOGGER.addHandler(handler)


def log_qt_messages() -> None:
    """Write what Qt reports into the log; what ends the program is said on stderr too."""

    def log(kind: QtMsgType, _where: object, text: str) -> None:
        LOGGER.log(LEVELS[kind], "Qt: %s", text)
        if kind is QtMsgType.QtFatalMsg:
            sys.stderr.write(text + "\n")

    qInstallMessageHandler(log)


def catch_crashes(tell: Callable[[str], None], say: Callable[[str], None]) -> None:
    """Log every unforeseen error and ``tell`` the user its details, once at a time.

    A sentence that is meant for the user, and that nothing nearer to its cause has shown, is only
    said.
    """
    telling = False

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal telling
        details = "".join(traceback.format_exception(kind, error, trace))
        LOGGER.error("unforeseen error\n%s", details)
        if telling or not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        telling = True
        try:
            say(str(error)) if isinstance(error, UserError) else tell(details)
        finally:
            telling = False

    sys.excepthook = hook
