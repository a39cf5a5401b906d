"""The area below the transcript: tables in tabs, folded to the tabs until one is asked for."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabWidget, QWidget

from annotator.gui.icons import IconButton
from annotator.gui.plain_text import set_tooltip
from annotator.model.message import _

HEIGHT = 220
"""So many pixels high it opens the first time."""
ANY_HEIGHT = 16_777_215
"""What Qt takes for no limit."""
DIRECTLY = Qt.FindChildOption.FindDirectChildrenOnly
Make = Callable[[str], QWidget]
W = TypeVar("W", bound=QWidget)


class BottomArea(QTabWidget):
    """Shows one of its panels, or only their tabs with how much is behind them.

    ``make`` makes a panel when it is needed; until then its tab is empty.
    """

    shown_changed = Signal(str)

    def __init__(self, titles: Mapping[str, str], make: Make) -> None:
        super().__init__()
        self._titles = titles
        self._names = list(titles)
        self._make = make
        self._panels: dict[str, QWidget] = {}
        self._is_folded = False
        self._open_height = HEIGHT
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        for title in titles.values():
            self.addTab(QWidget(), title)
        self.fold_button = IconButton("down", "")
        self.fold_button.clicked.connect(lambda _on=False: self._fold_or_open())
        self.setCornerWidget(self.fold_button, Qt.Corner.TopRightCorner)
        self.tabBarClicked.connect(self._click)
        self.currentChanged.connect(lambda _index: self._say())
        self._show_state()

    def make(self, name: str) -> QWidget:
        """Return a panel, made and put into its tab if it was not there."""
        return self._panels[name] if name in self._panels else self.put(name, self._make(name))

    @property
    def holder(self) -> QWidget:
        """What holds the panels: one that is made in it need not be moved with all its parts."""
        return next(iter(self.findChildren(QStackedWidget, options=DIRECTLY)))

    def put(self, name: str, panel: W) -> W:
        """Put a panel into its tab and return it; once is enough."""
        if name not in self._panels:
            self._panels[name] = panel
            at, current = self._names.index(name), self.currentIndex()
            empty, title = self.widget(at), self.tabText(at)
            with QSignalBlocker(self):
                self.removeTab(at)
                self.insertTab(at, panel, title)
                self.setCurrentIndex(current)
            if empty is not None:
                empty.deleteLater()
        return panel

    @property
    def shown(self) -> str:
        """The name of the panel on show, or nothing if the area is folded away."""
        return "" if self._is_folded else self._names[self.currentIndex()]

    def show_panel(self, name: str) -> None:
        """Show one panel; a name that is not known folds the area away."""
        if name in self._names:
            self.make(name)
            self.setCurrentIndex(self._names.index(name))
        self._fold(is_folded=name not in self._names)

    def toggle(self, name: str) -> bool:
        """Show a panel and give it the focus, or fold it away; returns whether it is shown."""
        self.show_panel("" if self.shown == name else name)
        if self.shown:
            self.make(name).setFocus()
        return bool(self.shown)

    def set_count(self, name: str, count: int) -> None:
        """Write how much there is behind a tab's title; nothing is not written."""
        at = self._names.index(name)
        text = f"{self._titles[name]}  {count:,}" if count else self._titles[name]
        if text != self.tabText(at):
            self.setTabText(at, text)

    def minimumSizeHint(self) -> QSize:
        """Ask for no more width than the tabs need while the panels are folded away."""
        return self.tabBar().minimumSizeHint() if self._is_folded else super().minimumSizeHint()

    def _click(self, index: int) -> None:
        """Open at a tab that is clicked, for its keys; a click on the one that is open folds it."""
        if not self._is_folded and index == self.currentIndex():
            self._fold(is_folded=True)
        elif index >= 0:
            self.setCurrentIndex(index)
            self._fold(is_folded=False)
            self.make(self.shown).setFocus()

    def _fold_or_open(self) -> None:
        self._fold(is_folded=not self._is_folded)

    def _fold(self, *, is_folded: bool) -> None:
        if is_folded == self._is_folded:
            return
        if self.isVisible() and is_folded:
            self._open_height = self.height()
        self._is_folded = is_folded
        if self.shown:
            self.make(self.shown)
        self._show_state()
        self.shown_changed.emit(self.shown)

    def _show_state(self) -> None:
        bar = self.tabBar().sizeHint().height()
        for stack in self.findChildren(QStackedWidget, options=DIRECTLY):  # never kept: it is Qt's
            stack.setHidden(self._is_folded)
        self.setMinimumHeight(bar if self._is_folded else 0)
        self.setMaximumHeight(bar if self._is_folded else ANY_HEIGHT)
        self._take_height(bar if self._is_folded else self._open_height)
        self.fold_button.set_icon_name("up" if self._is_folded else "down")
        text = _("Show the tables") if self._is_folded else _("Fold away")
        self.fold_button.setAccessibleName(text)
        set_tooltip(self.fold_button, text)
        self.tabBar().setProperty("folded", self._is_folded)
        self.tabBar().style().polish(self.tabBar())

    def _take_height(self, height: int) -> None:
        """Ask the splitter it is in for a height; the panel above gives or takes the rest."""
        splitter = self.parentWidget()
        if isinstance(splitter, QSplitter):
            sizes, at = splitter.sizes(), splitter.indexOf(self)
            sizes[at - 1] += sizes[at] - height
            sizes[at] = height
            splitter.setSizes(sizes)

    def _say(self) -> None:
        if not self._is_folded:
            self.make(self.shown)
            self.shown_changed.emit(self.shown)
