"""The panels of a project's page, which can be made one by one before there is a project."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from annotator.gui.page_layout import PageLayout
from annotator.gui.panels.bottom_area import BottomArea
from annotator.gui.panels.codebook_panel import CodebookPanel
from annotator.gui.panels.document_panel import DocumentPanel
from annotator.gui.panels.find_bar import FindBar
from annotator.gui.panels.inspector import Inspector
from annotator.gui.panels.reading_pane import ReadingPane
from annotator.gui.view.transcript_view import TranscriptView
from annotator.model.message import _
from annotator.workspace.opening import verdict_scales


class PageParts(QWidget):
    """Knows no project: ``ProjectPage`` joins the panels with one."""

    view: TranscriptView
    find_bar: FindBar
    codebook: CodebookPanel
    inspector: Inspector
    documents: DocumentPanel
    bottom: BottomArea
    reading_pane: ReadingPane

    def __init__(self, language: str = "en") -> None:
        super().__init__()
        self.language = language
        self.is_made = False
        """Whether all parts are there."""
        self._left = self._make()

    def make_some(self) -> None:
        """Make a part that is not there yet."""
        self.is_made = not next(self._left, False)

    def make_all(self) -> None:
        """Make all parts that are not there yet."""
        while not self.is_made:
            self.make_some()

    def _make(self) -> Iterator[bool]:
        """Make the parts; yields True after each but the last."""
        self.view = TranscriptView()
        self.find_bar = FindBar()
        yield True
        self.codebook = CodebookPanel()
        yield True
        self.inspector = Inspector(verdict_scales, self.language)
        yield True
        self.documents = DocumentPanel()
        yield True
        titles = {
            "table": _("Annotations"),
            "suggestions": _("Suggestions"),
            "checks": _("Checks"),
        }
        self.bottom = BottomArea(titles, lambda name: getattr(self, name))
        self.reading_pane = ReadingPane()
        yield True
        self._layout = PageLayout(self)
        yield from self._layout.fill()
        self.ensurePolished()
        self.sizeHint()
