"""The page of the next project, made a panel at a time before anybody asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QStackedWidget

    from annotator.gui.project_page import ProjectPage


class SparePage:
    """Stands hidden in the window until a project is opened in it."""

    def __init__(self, stack: QStackedWidget) -> None:
        self._stack = stack
        self._page: ProjectPage | None = None

    @property
    def is_made(self) -> bool:
        """Whether all of it is there."""
        return self._page is not None and self._page.is_made

    def make(self) -> Iterator[Callable[[], object]]:
        """Yield what is still to be made of it, as long as it is not taken."""
        if self._page is None:
            self._page = self._new()
            self._stack.addWidget(self._page)
        page = self._page
        while self._page is page and not page.is_made:
            yield page.make_some

    def take(self) -> ProjectPage:
        """Give it away, however much of it is made."""
        page, self._page = self._page or self._new(), None
        return page

    def _new(self) -> ProjectPage:
        from annotator.gui.project_page import ProjectPage

        return ProjectPage()
