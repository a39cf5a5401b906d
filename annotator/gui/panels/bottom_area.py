"""The area below the transcript: tables in tabs, folded away until one is asked for."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QTabWidget, QWidget

Make = Callable[[str], QWidget]
W = TypeVar("W", bound=QWidget)


class BottomArea(QTabWidget):
    """Shows one of its panels, or nothing; ``make`` makes a panel when it is needed."""

    def __init__(self, titles: Mapping[str, str], make: Make) -> None:
        super().__init__()
        self._titles = titles
        self._make = make
        self._panels: dict[str, QWidget] = {}
        self.setDocumentMode(True)

    def make(self, name: str) -> QWidget:
        """Return a panel, made and put among the others if it was not there."""
        return self._panels[name] if name in self._panels else self.put(name, self._make(name))

    def put(self, name: str, panel: W) -> W:
        """Put a panel at its place among the others and return it; once is enough."""
        if name not in self._panels:
            names = [other for other in self._titles if other in {*self._panels, name}]
            self._panels[name] = panel
            with QSignalBlocker(self):
                self.insertTab(names.index(name), panel, self._titles[name])
        return panel

    @property
    def shown(self) -> str:
        """The name of the panel on show, or nothing if the area is folded away."""
        current = self.currentWidget()
        names = [name for name, panel in self._panels.items() if panel is current]
        return "" if self.isHidden() or not names else names[0]

    def show_panel(self, name: str) -> None:
        """Show one panel; a name that is not known folds the area away."""
        if name in self._titles:
            for each in self._titles:
                self.make(each)
            self.setCurrentWidget(self._panels[name])
        self.setVisible(name in self._titles)

    def toggle(self, name: str) -> bool:
        """Show a panel and give it the focus, or fold it away; returns whether it is shown."""
        self.show_panel("" if self.shown == name else name)
        if self.shown:
            self._panels[name].setFocus()
        return bool(self.shown)

    def set_count(self, name: str, count: int) -> None:
        """Write how much there is behind a tab's title."""
        at = self.indexOf(self.make(name))
        self.setTabText(at, f"{self._titles[name]}  {count or ''}".rstrip())
