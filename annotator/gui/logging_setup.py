"""The log, and what happens when something goes wrong that nobody foresaw."""

import logging
import sys
import traceback
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from annotator.model.errors import UserError

if TYPE_CHECKING:
    from logging.handlers import RotatingFileHandler

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
    LOGGER.addHandler(_Log(path))


class _Log(logging.Handler):
    """What writes the files is loaded with the first record: most starts have none."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    @cached_property
    def _files(self) -> "RotatingFileHandler":
        from logging.handlers import RotatingFileHandler

        files = RotatingFileHandler(
            self._path, maxBytes=LIMIT, backupCount=1, encoding="utf-8", delay=True
        )
        files.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        return files

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record."""
        self._files.emit(record)

    def close(self) -> None:
        """Close the file, if there was anything to write."""
        if "_files" in vars(self):
            self._files.close()
        super().close()


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
