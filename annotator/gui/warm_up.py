"""Does after the first paint what the first paint did without, a little at a time.

Otherwise the first project, the first figure or the first import would wait for it.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from importlib import import_module
from threading import Thread

from PySide6.QtCore import QObject, QTimer

from annotator.gui.memory import hold
from annotator.model.errors import UserError

PAUSE = 20
"""Milliseconds between two steps, for what the user does."""
FIRST = (
    "annotator.model.codebook",
    "annotator.model.edits",
    "annotator.store.rows",
    "annotator.store.project_file",
    "annotator.workspace.workspace",
    "annotator.workspace.shadows",
    "annotator.gui.view.transcript_view",
    "annotator.gui.annotation_page",
    "annotator.gui.panels.form",
    "annotator.gui.panels.inspector",
    "annotator.gui.panels.document_panel",
    "annotator.gui.panels.annotation_table",
    "annotator.gui.panels.check_panel",
    "annotator.gui.panels.suggestion_panel",
    "annotator.gui.project_page",
    "annotator.gui.table_desk",
    "annotator.gui.suggestion_desk",
    "annotator.gui.check_desk",
)
BESIDE = (
    "annotator.suggest.near",
    "annotator.reading.sources",
    "annotator.formats.registry",
    "annotator.workspace.importing",
)
"""Loaded in a thread: they have so many patterns that one alone takes longer than a person notices.
None of them has to do with the window."""
LAST = (
    "annotator.gui.first_check",
    "annotator.gui.export_dialog",
    "annotator.gui.transfer_desk",
    "annotator.gui.print_desk",
)
FIGURES = ("3人", "3 people")
"""Reading one of each script compiles the patterns for it."""
LOOK = 0.002
"""Seconds that a look at the thread takes at most."""


def steps() -> Iterator[Callable[[], object]]:
    """Yield what is to be done, in order: imports, then the first uses that take long."""
    yield from (partial(import_module, name) for name in FIRST)
    beside = Thread(target=_load_beside, name="warm-up")
    yield beside.start
    while beside.is_alive():
        yield partial(beside.join, LOOK)
    yield from (partial(import_module, name) for name in LAST)
    yield hold


def _load_beside() -> None:
    for name in BESIDE:
        import_module(name)
    for text in FIGURES:
        _read_figure(text)
    _make_schema()


def _make_schema() -> None:
    """Have the schema at hand that a file is held against before it is opened."""
    from annotator.store.guard import our_schema

    our_schema()


def _read_figure(text: str) -> None:
    from annotator.suggest.near import figure_at

    with suppress(UserError):  # a broken file of units, which who looks for figures says
        figure_at(text, 0)


def do_gradually(owner: QObject, left: Iterator[Callable[[], object]], pause: int = PAUSE) -> None:
    """Do one step after the other while the event loop runs; ends with ``owner``."""
    timer = QTimer(owner, interval=pause)

    def do_next() -> None:
        step = next(left, None)
        if step is None:
            timer.stop()
            timer.deleteLater()
        else:
            step()

    timer.timeout.connect(do_next)
    timer.start()
