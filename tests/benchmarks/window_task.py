"""Works in the real window on a project's first document and tells how long each thing takes."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.gui.app import make_window, parse
from annotator.gui.project_page import ProjectPage
from annotator.gui.view.marks import Mark
from annotator.gui.warm_up import steps
from annotator.model.kinds import LabelKind
from annotator.model.records import Annotation
from annotator.workspace.folders import config_folder
from tests.benchmarks.measuring import memory_mb, tell, times


class Bare(QWidget):
    """Paints a picture of the same screen: the least that painting can take."""

    def __init__(self, picture: QPixmap) -> None:
        super().__init__()
        self._picture = picture
        self.resize(picture.size())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt names it
        """Draw the picture."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()


def main(path: Path, count: int, zoom: float) -> None:
    """Open the project, work in it, tell; ``zoom`` is how much the text is enlarged."""
    app = QApplication(["annotator"])
    window = make_window(parse([str(path)]), config_folder())
    sys.excepthook = sys.__excepthook__  # no dialog waits for an answer here
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    page = window.page
    assert page is not None
    for step in steps():
        step()
    page.view.setFocus()
    page.view.set_zoom(zoom)
    while page.annotations.is_loading:
        app.processEvents()
    _settle(app, 0.5)
    memory = memory_mb()
    random = Random(2)  # noqa: S311 - the same places in every run
    told: dict[str, object] = {"memory": memory, "characters": len(page.view.text)}
    told["tag"] = _tag(app, page, random, count)
    told["tag, view part"] = _view_part(page, random, count)
    told["page down"] = times(lambda: _key(page, Qt.Key.Key_PageDown), count)
    told["jump"] = times(lambda: _jump(page, random), count)
    told["filter a layer"] = times(_filter(page), count)
    bare = Bare(page.view.viewport().grab())
    bare.show()
    _settle(app, 0.2)
    told["paint"] = times(bare.repaint, count)
    tell(told)
    window.close()


def _settle(app: QApplication, seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        app.processEvents()


def _paint() -> None:
    """Paint what has changed, as the event loop does next; all widgets have it painted at once."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)


def _tag(app: QApplication, page: ProjectPage, random: Random, count: int) -> list[float]:
    """Return the times from a key to a durable mark that is on the screen."""
    taken = []
    for number in range(count + 3):
        start = random.randrange(len(page.view.text) - 50)
        page.view.set_selection(start, start + 12)
        _settle(app, 0.02)
        before = _marks(page)
        began = time.perf_counter()
        QTest.keyClick(page.view, "167"[number % 3])  # type: ignore[call-overload]
        app.processEvents()
        taken.append((time.perf_counter() - began) * 1000)
        assert _marks(page) == before + 1, "nothing was marked"
    return taken[3:]


def _marks(page: ProjectPage) -> int:
    s = page.annotations.snapshot
    return s.count(Annotation) if s else 0


def _view_part(page: ProjectPage, random: Random, count: int) -> list[float]:
    view = page.view
    first = view.selection[0]

    def mark() -> None:
        start = first + random.randrange(40)
        view.add_marks([Mark(f"m{start}", start, start + 5, LabelKind.CLAIM, "", "#009E73")])
        _paint()

    painted: list[None] = []
    view.painted.connect(lambda: painted.append(None))
    taken = times(mark, count)
    assert len(painted) >= count, "nothing was painted"
    return taken


def _key(page: ProjectPage, key: Qt.Key) -> None:
    QTest.keyClick(page.view, key)
    _paint()


def _jump(page: ProjectPage, random: Random) -> None:
    page.view.scroll_to(random.randrange(len(page.view.text)), "top")
    _paint()


def _filter(page: ProjectPage) -> Callable[[], None]:
    hidden = [frozenset[LabelKind](), frozenset({LabelKind.FIGURE})]

    def switch() -> None:
        hidden.reverse()
        page.view.set_hidden(hidden[0])
        _paint()

    return switch


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))
