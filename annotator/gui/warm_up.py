"""Imports after the first paint what the first paint did without, a module at a time.

Otherwise the first project, the first figure or the first import would wait for it.
"""

from collections.abc import Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

PAUSE = 20
"""Milliseconds between two modules, for what the user does."""
MODULES = (
    "annotator.model.codebook",
    "annotator.model.edits",
    "annotator.store.rows",
    "annotator.store.project_file",
    "annotator.workspace.workspace",
    "annotator.gui.view.transcript_view",
    "annotator.gui.annotation_page",
    "annotator.gui.panels.form",
    "annotator.gui.panels.inspector",
    "annotator.gui.panels.document_panel",
    "annotator.gui.panels.annotation_table",
    "annotator.gui.panels.check_panel",
    "annotator.gui.panels.suggestion_panel",
    "annotator.gui.project_page",
    "annotator.suggest.figures.english_numbers",
    "annotator.suggest.figures.numerals",
    "annotator.suggest.figures.dates",
    "annotator.suggest.figures.units",
    "annotator.suggest.figures.amounts",
    "annotator.suggest.figures.measures",
    "annotator.suggest.figures.names",
    "annotator.suggest.figures.shares",
    "annotator.suggest.figures.scanner",
    "annotator.suggest.figures.quantity",
    "annotator.suggest.near",
    "annotator.reading.label_forms",
    "annotator.reading.speakers",
    "annotator.reading.transcript",
    "annotator.formats.base",
    "annotator.formats.registry",
    "annotator.workspace.importing",
)


def import_gradually(owner: QObject, modules: Sequence[str] = MODULES, pause: int = PAUSE) -> None:
    """Import modules one after the other while the event loop runs; ends with ``owner``."""
    left = iter(modules)
    timer = QTimer(owner, interval=pause)

    def step() -> None:
        name = next(left, None)
        if name is None:
            timer.stop()
            timer.deleteLater()
        else:
            import_module(name)

    timer.timeout.connect(step)
    timer.start()
