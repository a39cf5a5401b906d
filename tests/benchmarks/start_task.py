"""Starts the window in a fresh process and tells when it was painted; ``-`` paints a bare one."""

import sys

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.measuring import memory_mb, since_start, tell


class FirstPaint(QObject):
    """Waits for the first paint of a widget."""

    painted = 0.0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        """Note the end of the first paint: the event after it."""
        if self.painted == 0 and event.type() == QEvent.Type.Paint:
            self.painted = -1
        elif self.painted < 0:
            self.painted = since_start()
        return False


def main(argument: str) -> None:
    """Start, wait for the paint, tell."""
    app = QApplication(["annotator"])
    if argument == "-":
        window = shown = QWidget()
        window.resize(1320, 860)
    else:
        from annotator.gui.app import make_window, parse
        from annotator.workspace.folders import config_folder

        options = parse([] if argument == "start page" else [argument])
        window = made = make_window(options, config_folder())
        sys.excepthook = sys.__excepthook__  # no dialog waits for an answer here
        shown = made.page.view.viewport() if made.page else made
    first = FirstPaint()
    shown.installEventFilter(first)
    window.show()
    while first.painted == 0:
        app.processEvents()
    painted = first.painted if first.painted > 0 else since_start()
    tell({"ms": painted, "mb": memory_mb()})
    window.close()


if __name__ == "__main__":
    main(sys.argv[1])
