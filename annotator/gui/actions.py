"""Every command of the window in one table: id, text, keys, what it does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from annotator.model.message import _

SEPARATOR = "-"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One command: where it stands, what it is called, its keys, and what it calls."""

    menu: str
    id: str
    text: str
    keys: str
    slot: Callable[[], object]
    needs_project: bool = True
    in_transcript: bool = False
    """The keys work only while the transcript has the focus."""
    is_on: Callable[[], bool] | None = None
    """Says whether what the command shows is on show; the menu has a tick then."""


class Actions:
    """The window's QActions by id, put into menus in the order of the table."""

    def __init__(self, owner: QWidget, bar: QMenuBar, specs: Sequence[ActionSpec]) -> None:
        self._by_id: dict[str, QAction] = {}
        self._specs = {spec.id: spec for spec in specs}
        self.menus: dict[str, QMenu] = {}
        for spec in specs:
            menu = self.menus.get(spec.menu) or self._add_menu(bar, spec.menu)
            if spec.id == SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(self._make(owner, spec))

    def _add_menu(self, bar: QMenuBar, title: str) -> QMenu:
        menu = self.menus[title] = bar.addMenu(title)
        menu.aboutToShow.connect(lambda: self._show_ticks(title))
        return menu

    def _show_ticks(self, menu: str) -> None:
        """Tick what is on show now; a menu on show is the only place where it is seen."""
        for action_id, spec in self._specs.items():
            if spec.menu == menu and spec.is_on is not None:
                self._by_id[action_id].setChecked(spec.is_on())

    def _make(self, owner: QWidget, spec: ActionSpec) -> QAction:
        action = QAction(spec.text, owner)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys.split(" | ") if keys])
        action.setCheckable(spec.is_on is not None)
        action.triggered.connect(lambda *_checked: spec.slot())
        if spec.in_transcript:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._by_id[spec.id] = action
        return action

    def __getitem__(self, action_id: str) -> QAction:
        """Return one action."""
        return self._by_id[action_id]

    def bind(self, transcript: QWidget) -> None:
        """Let the keys of the transcript's commands work in this widget."""
        for action_id, action in self._by_id.items():
            if self._specs[action_id].in_transcript:
                transcript.addAction(action)

    def enable_for(self, *, has_project: bool) -> None:
        """Enable what can be done with or without an open project."""
        for action_id, action in self._by_id.items():
            action.setEnabled(has_project or not self._specs[action_id].needs_project)

    def keys_table(self) -> list[tuple[str, str]]:
        """Return each command's name and all its keys, for the help."""
        native = QKeySequence.SequenceFormat.NativeText
        return [
            (
                self._specs[action_id].text.replace("&", "").rstrip("…"),
                _(" or ").join(keys.toString(native) for keys in action.shortcuts()),
            )
            for action_id, action in self._by_id.items()
            if action.shortcuts()
        ]
