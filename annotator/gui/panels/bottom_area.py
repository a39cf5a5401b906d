"""The area below the transcript: tables in tabs, folded away until one is asked for."""

from PySide6.QtWidgets import QTabWidget, QWidget


class BottomArea(QTabWidget):
    """Shows one of its panels, or nothing."""

    def __init__(self, panels: dict[str, QWidget], titles: dict[str, str]) -> None:
        super().__init__()
        self._panels = panels
        self._titles = titles
        self.setDocumentMode(True)
        for name, panel in panels.items():
            self.addTab(panel, titles[name])

    @property
    def shown(self) -> str:
        """The name of the panel on show, or nothing if the area is folded away."""
        current = self.currentWidget()
        names = [name for name, panel in self._panels.items() if panel is current]
        return "" if self.isHidden() or not names else names[0]

    def show_panel(self, name: str) -> None:
        """Show one panel; a name that is not known folds the area away."""
        self.setVisible(name in self._panels)
        if name in self._panels:
            self.setCurrentWidget(self._panels[name])

    def toggle(self, name: str) -> bool:
        """Show a panel and give it the focus, or fold it away; returns whether it is shown."""
        self.show_panel("" if self.shown == name else name)
        if self.shown:
            self._panels[name].setFocus()
        return bool(self.shown)

    def set_count(self, name: str, text: str) -> None:
        """Write how much there is behind a tab's title."""
        at = self.indexOf(self._panels[name])
        self.setTabText(at, f"{self._titles[name]}  {text}".rstrip())
