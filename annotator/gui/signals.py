"""Closing the window when the system or a terminal asks the program to end."""

import signal

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
LOOK = 500
"""Milliseconds after which Python, too, sees a signal that came while Qt was waiting."""


def close_when_told_to_end(app: QApplication) -> None:
    """Close the window as its own button does, from now on: what is being typed is kept."""

    def close(_number: int, _frame: object) -> None:
        QTimer.singleShot(0, app.closeAllWindows)

    for name in SIGNALS:
        if found := getattr(signal, name, None):
            signal.signal(found, close)
    timer = QTimer(app, interval=LOOK)
    timer.timeout.connect(lambda: None)
    timer.start()
